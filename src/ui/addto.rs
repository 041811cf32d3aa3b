//! Which routine a point is to come into.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::frame::put_line;
use super::layout::{Grid, scrolled};
use super::look::Look;
use super::widgets::rows;
use crate::app::addto::AddTo;
use crate::app::{Hit, Known};
use crate::t;

/// The first row.
pub fn title<'a>(add: &AddTo, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let code = known.content.atlas.point(add.point).code.to_string();
    let words = t!(look, "addto-title", point = code);
    (Line::styled(words, look.strong()), Line::default())
}

/// A row never runs wider than this.
const WIDEST: u16 = 64;

/// The body.
pub fn draw(add: &AddTo, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    let list = Rect {
        width: body.width.min(WIDEST),
        ..body
    };
    let names = add
        .own(known)
        .into_iter()
        .map(|routine| routine.name.get(look.lang).to_owned())
        .chain([t!(look, "addto-new")]);
    let first = scrolled(add.row, count(add, known), usize::from(body.height));
    for (y, (row, name)) in (body.y..body.bottom()).zip(names.enumerate().skip(first)) {
        let chosen = row == add.row;
        if chosen {
            rows::choose(look, rows::texts(list), y, buf);
        }
        let style = if chosen { look.strong() } else { look.text() };
        put_line(
            buf,
            body.x + 2,
            y,
            body.width - 2,
            &Line::styled(name, style),
            look,
        );
    }
}

/// What lies at a cell of the body.
pub fn hit(add: &AddTo, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    rows::at(grid.body, add.row, count(add, known), position).map(Hit::Row)
}

/// The routines of one's own, and a new one.
fn count(add: &AddTo, known: &Known) -> usize {
    add.own(known).len() + 1
}
