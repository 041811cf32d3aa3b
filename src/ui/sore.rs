//! Which points are sore or bruised.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::evening;
use super::frame::{paragraph, put};
use super::layout::Grid;
use super::look::Look;
use super::widgets::rows::{at, choose};
use crate::app::sore::Sore;
use crate::app::{Hit, Known};
use crate::t;

/// The first row.
pub fn title<'a>(look: &Look) -> (Line<'a>, Line<'a>) {
    (
        Line::styled(t!(look, "sore-title"), look.strong()),
        Line::default(),
    )
}

fn list(grid: &Grid) -> Rect {
    let body = grid.body;
    Rect {
        x: body.x + 2,
        y: body.y + 1,
        width: (body.width - 2).min(62),
        height: body.height.saturating_sub(4),
    }
}

/// The body.
pub fn draw(sore: &Sore, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let list = list(grid);
    for (y, (row, point)) in (list.y..list.bottom()).zip(sore.points.iter().enumerate()) {
        if row == sore.row {
            choose(look, list, y, buf);
        }
        let style = if row == sore.row {
            look.strong()
        } else {
            look.text()
        };
        let name = known.content.atlas.point(*point);
        let rests = Sore::rests_until(*point, known);
        let mark = if rests.is_some() { "x" } else { " " };
        let words = format!("{mark} {} {}", name.code, name.names.pinyin);
        put(buf, list.x, y, 26, &words, style);
        if let Some(until) = rests {
            let day = evening::weekday(look, until.weekday());
            let said = t!(look, "sore-until", day = day, time = evening::clock(look, until));
            put(
                buf,
                list.x + 26,
                y,
                list.width.saturating_sub(26),
                &said,
                look.caution(),
            );
        }
    }
    let area = Rect {
        width: grid.body.width.min(64),
        ..grid.body
    };
    let y = (list.y + sore.points.len() as u16 + 1).min(grid.body.bottom().saturating_sub(2));
    paragraph(
        buf,
        area,
        y,
        &t!(
            look,
            "sore-why",
            hours = known.content.rules.bounds().rest_h.unwrap_or_default()
        ),
        look.dim(),
    );
}

/// What lies at a cell of the body.
pub fn hit(sore: &Sore, grid: &Grid, position: Position) -> Option<Hit> {
    at(list(grid), 0, sore.points.len(), position).map(Hit::Row)
}
