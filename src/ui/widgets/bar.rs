//! Bars: the timeline of a practice, one piece a press, and a plain bar that fills.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::time::Ms;
use crate::domain::timeline::Piece;
use crate::ui::look::Look;

/// Where each piece lies in a row of so many cells: column and width, with a cell between two pieces while
/// there is room. Widths follow the lengths; what does not divide evenly goes to those that lost most.
pub fn layout(pieces: &[Piece], width: u16) -> Vec<(u16, u16)> {
    let count = pieces.len() as u16;
    if count == 0 || width == 0 {
        return Vec::new();
    }
    let gap = u16::from(width >= 3 * count);
    let cells = Ms::from(width.saturating_sub(gap * (count - 1)).max(count));
    let total: Ms = pieces.iter().map(|piece| piece.end - piece.start).sum();
    let share = |piece: &Piece| (piece.end - piece.start) * cells;
    let total = total.max(1);
    let mut widths: Vec<Ms> = pieces.iter().map(|piece| (share(piece) / total).max(1)).collect();
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(share(&pieces[*index]) % total));
    let mut spare = cells as i64 - widths.iter().sum::<Ms>() as i64;
    for index in order.iter().cycle().take(4 * pieces.len()) {
        if spare > 0 {
            widths[*index] += 1;
            spare -= 1;
        } else if spare < 0 && widths[*index] > 1 {
            widths[*index] -= 1;
            spare += 1;
        }
    }
    let mut at = 0;
    widths
        .into_iter()
        .map(|wide| {
            let place = (at, wide as u16);
            at += wide as u16 + gap;
            place
        })
        .collect()
}

/// Draws the timeline in the first row of an area. What has passed is filled; a cell fills when all of it
/// has passed.
pub fn timeline(pieces: &[Piece], position: Ms, running: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let (full, empty) = look.bar();
    let passed = if running { look.tint() } else { look.dim() };
    for (piece, (column, width)) in pieces.iter().zip(layout(pieces, area.width)) {
        let length = (piece.end - piece.start).max(1);
        let done = position.saturating_sub(piece.start).min(length);
        let filled = (done * Ms::from(width) / length) as u16;
        for cell in 0..width {
            let x = area.x + column + cell;
            if x < area.right() {
                let (glyph, style) = if cell < filled {
                    (full, passed)
                } else {
                    (empty, look.faint())
                };
                buf[(x, area.y)].set_symbol(glyph).set_style(style);
            }
        }
    }
}

/// Draws a bar that is filled to `part` of `whole`.
pub fn plain(part: Ms, whole: Ms, style: Style, look: &Look, area: Rect, buf: &mut Buffer) {
    let (full, empty) = look.bar();
    let filled = (part.min(whole) * Ms::from(area.width) / whole.max(1)) as u16;
    for cell in 0..area.width {
        let (glyph, style) = if cell < filled {
            (full, style)
        } else {
            (empty, look.faint())
        };
        buf[(area.x + cell, area.y)].set_symbol(glyph).set_style(style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(lengths: &[Ms]) -> Vec<Piece> {
        let mut at = 0;
        lengths
            .iter()
            .enumerate()
            .map(|(item, length)| {
                let piece = Piece {
                    item,
                    half: None,
                    start: at,
                    end: at + length,
                };
                at += length;
                piece
            })
            .collect()
    }

    #[test]
    fn pieces_fill_the_row_and_keep_their_proportion() {
        let six = pieces(&[65, 65, 65, 65, 130, 90]);
        let places = layout(&six, 76);
        let widths: Vec<u16> = places.iter().map(|(_, width)| *width).collect();
        assert_eq!(widths.iter().sum::<u16>() + 5, 76);
        assert_eq!(widths, [10, 10, 10, 9, 19, 13]);
        for width in 12..90 {
            let places = layout(&six, width);
            let (column, wide) = places[5];
            assert!(column + wide <= width, "{width}: {places:?}");
            assert!(places.iter().all(|(_, wide)| *wide > 0));
            assert!(places.windows(2).all(|w| w[0].0 + w[0].1 <= w[1].0));
        }
    }
}
