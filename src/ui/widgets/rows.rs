//! Rows of a list: one mark, one ground, one style for what is chosen, everywhere the same.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::frame::put;
use crate::ui::look::Look;

/// Marks the row at `y` of a list whose texts begin at `list.x` as chosen: the mark two cells to the left,
/// the ground from there to the list's right edge.
pub fn choose(look: &Look, list: Rect, y: u16, buf: &mut Buffer) {
    let x = list.x.saturating_sub(2);
    let area = Rect::new(x, y, list.right() - x, 1);
    buf.set_style(area, look.chosen());
    put(buf, x, y, 1, look.chosen_mark(), look.accent());
}

/// Whether a list of `length` rows has room for an empty row after each.
pub fn airy(length: usize, height: u16) -> bool {
    length > 0 && 2 * length - 1 <= usize::from(height)
}
