//! Rows of a list: one mark, one ground, one style for what is chosen, everywhere the same.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::frame::{put, wrap};
use crate::ui::layout::scrolled;
use crate::ui::look::Look;

/// Marks the row at `y` of a list whose texts begin at `list.x` as chosen: the mark two cells to the left,
/// the ground from there to the list's right edge.
pub fn choose(look: &Look, list: Rect, y: u16, buf: &mut Buffer) {
    choose_on(look, list, y, buf);
    put(
        buf,
        list.x.saturating_sub(2),
        y,
        1,
        look.chosen_mark(),
        look.accent(),
    );
}

/// The sign in the last row of a list that more of its `count` rows lie below, of which `first` is the first
/// shown: one cell behind the list, or in the last column there is.
pub fn more_below(look: &Look, list: Rect, first: usize, count: usize, buf: &mut Buffer) {
    if list.height == 0 || first + usize::from(list.height) >= count {
        return;
    }
    let x = (list.right() + 1).min(buf.area().right() - 1);
    put(buf, x, list.bottom() - 1, 1, look.down(), look.dim());
}

/// Where the texts of a list begin, in an area that has the marks too.
pub fn texts(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// The ground of a chosen row that goes on at `y`.
pub fn choose_on(look: &Look, list: Rect, y: u16, buf: &mut Buffer) {
    let x = list.x.saturating_sub(2);
    buf.set_style(Rect::new(x, y, list.right() - x, 1), look.chosen());
}

/// The row of a list at a cell: the list has so many rows, and is scrolled so that the chosen one is in sight.
/// `None` beside it and below it.
pub fn at(list: Rect, chosen: usize, count: usize, position: Position) -> Option<usize> {
    if !list.contains(position) {
        return None;
    }
    let first = scrolled(chosen, count, usize::from(list.height));
    let row = first + usize::from(position.y - list.y);
    (row < count).then_some(row)
}

/// A text wrapped as one row of a list: the lines below the first stand in, so that the eye sees where the
/// next row begins.
pub fn hanging(text: &str, width: u16) -> Vec<String> {
    const IN: u16 = 2;
    if wrap(text, width).len() == 1 {
        return vec![text.to_owned()];
    }
    let mut lines = wrap(text, width).into_iter();
    let first = lines.next().unwrap_or_default();
    let rest: Vec<String> = lines.collect();
    let below = wrap(&rest.join(" "), width.saturating_sub(IN));
    let indent = " ".repeat(usize::from(IN));
    std::iter::once(first)
        .chain(below.into_iter().map(|line| format!("{indent}{line}")))
        .collect()
}

/// Whether a list of `length` rows has room for an empty row after each.
pub fn airy(length: usize, height: u16) -> bool {
    length > 0 && 2 * length - 1 <= usize::from(height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_at_a_cell_is_the_row_that_is_drawn_there() {
        let list = Rect::new(3, 2, 10, 4);
        let row = |chosen, count, x, y| at(list, chosen, count, Position { x, y });
        assert_eq!(row(0, 9, 3, 2), Some(0));
        // Scrolled to its end: the last of nine rows is in the last of four.
        assert_eq!(row(8, 9, 3, 5), Some(8));
        assert_eq!(row(8, 9, 12, 2), Some(5));
        // Below the last row, beside the list, and below it.
        assert_eq!(row(0, 2, 3, 4), None);
        assert_eq!(row(0, 9, 13, 2), None);
        assert_eq!(row(0, 9, 3, 6), None);
    }
}
