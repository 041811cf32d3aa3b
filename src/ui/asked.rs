//! What the check-in asks, and in which order.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::checkin;
use super::frame::{paragraph, put};
use super::layout::{Grid, Height, scrolled};
use super::look::Look;
use super::widgets::rows;
use crate::app::Hit;
use crate::app::asked::AskedForm;
use crate::t;

/// The first row.
pub fn title<'a>(form: &AskedForm, look: &Look) -> (Line<'a>, Line<'a>) {
    let count = form.asked().len();
    (
        Line::styled(t!(look, "asked-title"), look.strong()),
        Line::styled(t!(look, "asked-count", count = count), look.dim()),
    )
}

fn area(grid: &Grid) -> Rect {
    let width = grid.body.width.min(56);
    let down = if grid.height == Height::Short {
        0
    } else {
        grid.body.height / 8
    };
    Rect {
        x: grid.body.x + (grid.body.width - width) / 2,
        y: grid.body.y + down,
        width,
        height: grid.body.height - down,
    }
}

/// The body.
pub fn draw(form: &AskedForm, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let area = area(grid);
    let mut y = area.y;
    let room = usize::from(area.height);
    let first = scrolled(form.row, form.rows.len(), room);
    for (row, (question, asked)) in form.rows.iter().enumerate().skip(first).take(room) {
        let chosen = row == form.row;
        if chosen {
            put(buf, area.x, y, 1, look.chosen_mark(), look.accent());
        }
        if *asked {
            put(buf, area.x + 2, y, 1, "x", look.accent());
        }
        let style = match (chosen, asked) {
            (true, _) => look.strong(),
            (false, true) => look.text(),
            (false, false) => look.dim(),
        };
        put(
            buf,
            area.x + 4,
            y,
            area.width - 4,
            &checkin::question(look, *question),
            style,
        );
        y += 1;
    }
    if first + room < form.rows.len() {
        let x = area.right().min(buf.area().right() - 1);
        put(buf, x, area.bottom() - 1, 1, look.down(), look.dim());
    }
    if grid.height != Height::Short {
        paragraph(buf, area, y + 1, &t!(look, "asked-how"), look.dim());
    }
}

/// What lies at a cell.
pub fn hit(form: &AskedForm, grid: &Grid, position: Position) -> Option<Hit> {
    rows::at(area(grid), form.row, form.rows.len(), position).map(Hit::Row)
}
