//! Rows of a list: one mark, one ground, one style for what is chosen, everywhere the same.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::frame::{put, wrap};
use crate::ui::look::Look;

/// Marks the row at `y` of a list whose texts begin at `list.x` as chosen: the mark two cells to the left,
/// the ground from there to the list's right edge.
pub fn choose(look: &Look, list: Rect, y: u16, buf: &mut Buffer) {
    let x = list.x.saturating_sub(2);
    let area = Rect::new(x, y, list.right() - x, 1);
    buf.set_style(area, look.chosen());
    put(buf, x, y, 1, look.chosen_mark(), look.accent());
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
