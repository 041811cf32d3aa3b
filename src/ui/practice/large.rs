//! The number that counts down, as large as the screen lets it: to be read from across a room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::super::frame::put_line;
use super::super::layout::Grid;
use super::super::widgets::digits;
use super::last_row;
use super::shown::Shown;
use crate::t;

/// Draws the phase above, the number in the middle, what is pressed and what comes below.
pub(super) fn draw(shown: &Shown<'_>, grid: &Grid, buf: &mut Buffer) {
    let look = shown.look;
    let body = grid.body;
    let accent = shown.accent();
    let middle = |words: &str, style, y: u16, buf: &mut Buffer| {
        let width = (words.width() as u16).min(body.width);
        let x = body.x + (body.width - width) / 2;
        put_line(buf, x, y, width, &Line::styled(words.to_owned(), style), look);
    };
    // The names of the pieces stand below the bar where there is room: they need two rows more.
    let bottom = last_row(grid) - if body.height >= 30 { 4 } else { 2 };
    // On a short screen the row below the first is used too.
    let top = body.y - u16::from(body.height < 16);
    let room = bottom.saturating_sub(top);
    let roomy = room >= 14;
    middle(&shown.phase(), shown.flash(accent), top, buf);
    middle(&shown.act(), look.text(), top + 1, buf);
    let mut below = vec![(
        format!("{}  {}", shown.now(), shown.side()).trim_end().to_owned(),
        look.strong(),
    )];
    let next = format!("{}  {}", t!(look, "practice-next"), shown.next());
    if roomy {
        below.push((next, look.dim()));
        below.push((shown.total(), look.dim()));
    }
    let lines = below.len() as u16;
    for (nth, (words, style)) in below.into_iter().enumerate() {
        middle(&words, style, bottom - lines + nth as u16 + 1, buf);
    }
    let gap = u16::from(roomy);
    let area = Rect {
        y: top + 2 + gap,
        height: (room + 1).saturating_sub(2 + lines + 2 * gap),
        ..body
    };
    digits::fill(
        &digits::clock(shown.scene.left),
        area,
        look.ascii,
        look.strong(),
        buf,
    );
}
