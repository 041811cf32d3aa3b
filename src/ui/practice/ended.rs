//! After a practice: why it was stopped, or what was done.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::super::frame::{paragraph, put, put_line};
use super::super::layout::{Grid, Width, scrolled};
use super::super::look::Look;
use super::super::widgets::{digits, rows};
use super::shown::side_word;
use crate::app::practice::{Practising, Stage};
use crate::app::{Hit, Known};
use crate::domain::practice::{Done, Ending, State};
use crate::t;

/// Why was it stopped? The reasons of the stop rules, and none.
pub(super) fn why(
    practising: &Practising,
    row: usize,
    known: &Known,
    look: &Look,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let body = grid.body;
    let reasons = practising.reasons(known);
    put(
        buf,
        body.x,
        body.y,
        body.width,
        &t!(look, "practice-stopped"),
        look.strong(),
    );
    put(
        buf,
        body.x,
        body.y + 1,
        body.width,
        &t!(look, "practice-why"),
        look.text(),
    );
    let list = why_rows(grid);
    let first = scrolled(row, reasons.len() + 1, usize::from(list.height));
    for (y, index) in (list.y..list.bottom()).zip(first..=reasons.len()) {
        let words = match reasons.get(index) {
            Some(rule) => rule.title.get(look.lang).to_owned(),
            None => t!(look, "practice-no-reason"),
        };
        let style = if index == row { look.strong() } else { look.text() };
        if index == row {
            rows::choose(look, rows::texts(list), y, buf);
        }
        put_line(
            buf,
            list.x + 2,
            y,
            list.width - 2,
            &Line::styled(words, style),
            look,
        );
    }
}

fn why_rows(grid: &Grid) -> Rect {
    let body = grid.body;
    Rect {
        y: body.y + 3,
        height: body.height - 3,
        width: body.width.min(60),
        ..body
    }
}

/// It is over: what was done, and rising slowly.
pub(super) fn over(practising: &Practising, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    let now = known.now.steady;
    let finished = matches!(
        practising.practice.state(now),
        State::Ended {
            how: Ending::Finished,
            ..
        }
    );
    let width = body.width.min(60);
    let area = Rect { width, ..body };
    let head = if finished {
        t!(look, "practice-done")
    } else {
        t!(look, "practice-stopped")
    };
    put(buf, area.x, area.y, width, &head, look.strong());
    let mut y = paragraph(buf, area, area.y + 1, &t!(look, "practice-rise"), look.text());
    y = paragraph(buf, area, y, &t!(look, "practice-soreness"), look.dim());
    y += 1;
    for side in practising.practice.ledger(now) {
        if y >= area.bottom() {
            break;
        }
        let point = known.content.atlas.point(side.point);
        let word = side_word(side.key.half, look);
        // What became of it is said whole; on a small screen the name is left out for it.
        let (name, column) = match grid.width {
            Width::Small => (format!("{} {word}", point.code), 20),
            _ => (format!("{} {} {word}", point.code, point.names.pinyin), 26),
        };
        let how = match side.ended {
            Some(Done::Whole) | None => t!(look, "practice-whole"),
            Some(Done::Part) => t!(look, "practice-part"),
            Some(Done::Touched) => t!(look, "practice-touched"),
        };
        put(buf, area.x, y, column.min(width), name.trim_end(), look.text());
        let clock = digits::clock(side.pressed);
        put(
            buf,
            area.x + column,
            y,
            width.saturating_sub(column),
            &format!("{clock}   {how}"),
            look.dim(),
        );
        y += 1;
    }
}

/// What lies at a cell of the body.
pub fn hit(practising: &Practising, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let Stage::Why { row } = practising.stage else {
        return None;
    };
    let count = practising.reasons(known).len() + 1;
    rows::at(why_rows(grid), row, count, position).map(Hit::Row)
}
