//! The first screen of a first evening.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::frame::{put, wrap};
use super::layout::{Grid, Height};
use super::look::Look;
use super::words;
use crate::app::welcome::Welcome;
use crate::app::{Action, Context, Known};
use crate::t;

/// The first row is empty: the screen says itself what it is.
pub fn title<'a>() -> (Line<'a>, Line<'a>) {
    (Line::default(), Line::default())
}

/// The body.
pub fn draw(welcome: &Welcome, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let width = grid.body.width.min(60);
    let area = Rect {
        x: grid.body.x + (grid.body.width - width) / 2,
        width,
        ..grid.body
    };
    let short = grid.height == Height::Short;
    let mut frame = wrap(&t!(look, "safety-frame"), area.width);
    frame.extend(wrap(&t!(look, "welcome-adults"), area.width));
    let mut y = area.y + if short { 0 } else { area.height / 8 };
    let name = t!(look, "welcome-name");
    put(buf, area.x, y, area.width, &name, look.strong());
    if let Some(point) = known.content.atlas.by_code("LI4") {
        let point = known.content.atlas.point(point);
        let meaning = point.names.meaning.get(look.lang);
        let x = area.x + name.width() as u16 + 2;
        let rest = format!("{}  {}", point.names.hanzi_simplified, meaning.to_lowercase());
        put(buf, x, y, area.right().saturating_sub(x), &rest, look.dim());
    }
    y += if short { 1 } else { 2 };
    put(buf, area.x, y, area.width, &t!(look, "welcome-line"), look.text());
    y += if short { 1 } else { 3 };
    let rows = [
        (
            Action::Go,
            match welcome.asked_for {
                true => t!(look, "welcome-onward"),
                false => t!(look, "welcome-begin"),
            },
        ),
        (Action::Atlas, t!(look, "welcome-atlas")),
        (Action::Search, t!(look, "welcome-search")),
        (Action::CheckIn, t!(look, "welcome-check-in")),
        (Action::Safety, t!(look, "welcome-safety")),
    ];
    let last = area
        .bottom()
        .saturating_sub(frame.len() as u16 + u16::from(!short));
    for (action, what) in rows {
        if y >= last {
            break;
        }
        let key = known
            .keymap
            .keys(Context::Safety, action)
            .next()
            .map(|key| words::key(look, key))
            .unwrap_or_default();
        put(buf, area.x, y, 12, &key, look.accent());
        put(buf, area.x + 12, y, area.width - 12, &what, look.text());
        y += 1;
    }
    for (y, line) in (area.bottom().saturating_sub(frame.len() as u16)..).zip(&frame) {
        put(buf, area.x, y, area.width, line, look.dim());
    }
}
