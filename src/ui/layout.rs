//! The grid every screen stands on: margins, first row, body, bottom row.

use ratatui::layout::Rect;

/// The least size hegu draws at: below it there are only words.
pub const LEAST: (u16, u16) = (40, 12);

/// How wide the terminal is. Breakpoints at 80, 120 and 160 columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Width {
    Small,
    Medium,
    Large,
    Huge,
}

/// How tall the terminal is. Breakpoints at 24 and 40 rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Height {
    Short,
    Medium,
    Tall,
}

/// Where the parts of a screen lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The whole terminal.
    pub all: Rect,
    /// The row that says where one is. As wide as the body.
    pub first: Rect,
    /// What lies between first and bottom row.
    pub body: Rect,
    /// The row of hints.
    pub bottom: Rect,
    /// How wide it is.
    pub width: Width,
    /// How tall it is.
    pub height: Height,
}

impl Grid {
    /// The grid of a terminal; `None` when it is too small to draw on.
    pub fn new(all: Rect) -> Option<Grid> {
        if all.width < LEAST.0 || all.height < LEAST.1 {
            return None;
        }
        let (width, margin_x) = match all.width {
            ..80 => (Width::Small, 1),
            80..120 => (Width::Medium, 2),
            120..160 => (Width::Large, 3),
            160.. => (Width::Huge, 6),
        };
        let (height, margin_y, gap) = match all.height {
            ..24 => (Height::Short, 0, 1),
            24..40 => (Height::Medium, 0, 1),
            40..56 => (Height::Tall, 1, 2),
            56.. => (Height::Tall, 2, 3),
        };
        let row = |y: u16, height: u16| Rect {
            x: all.x + margin_x,
            y: all.y + y,
            width: all.width - 2 * margin_x,
            height,
        };
        let bottom = all.height - 1 - margin_y;
        let top = margin_y + 1 + gap;
        Some(Grid {
            all,
            first: row(margin_y, 1),
            body: row(top, bottom - 1 - top),
            bottom: row(bottom, 1),
            width,
            height,
        })
    }
}

/// The first row shown of a list of `length`, so that `chosen` is visible in `height` rows and, where the
/// list allows it, not at the very edge. Derived, never stored.
pub fn scrolled(chosen: usize, length: usize, height: usize) -> usize {
    if length <= height || height == 0 {
        return 0;
    }
    // Two rows of what comes next stay visible.
    let margin = 2.min(height.saturating_sub(1) / 2);
    let last = length - height;
    chosen.saturating_sub(height - 1 - margin).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_never_meet_and_never_leave_the_terminal() {
        for width in 40..220 {
            for height in 12..80 {
                let all = Rect::new(0, 0, width, height);
                let grid = Grid::new(all).expect("large enough");
                assert!(grid.first.bottom() < grid.body.y);
                assert!(grid.body.bottom() < grid.bottom.y);
                assert!(grid.bottom.bottom() <= height);
                assert_eq!(grid.body.intersection(all), grid.body);
            }
        }
    }

    #[test]
    fn the_chosen_row_is_always_in_sight() {
        for length in 0..60 {
            for height in 1..20 {
                for chosen in 0..length {
                    let first = scrolled(chosen, length, height);
                    assert!(
                        first <= chosen && chosen < first + height,
                        "{chosen} of {length} in {height}"
                    );
                    assert!(first + height <= length.max(height));
                }
            }
        }
    }
}
