//! The browser: meridians, points, figure, card.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::text::{Line, Span};

use super::frame::put;
use super::layout::{Grid, scrolled};
use super::look::Look;
use crate::app::browser::Browser;
use crate::app::{Hit, Known};
use crate::t;

/// The first row.
pub fn title<'a>(browser: &Browser, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let meridian = browser.meridian;
    let mut left = vec![
        Span::styled(look.meridian_mark(meridian), look.meridian(meridian)),
        Span::styled(format!(" {meridian} "), look.strong()),
    ];
    if let Some(text) = known.content.atlas.meridian(meridian) {
        left.push(Span::styled(text.organ.get(look.lang), look.text()));
        left.push(Span::styled(format!("  {}", text.hanzi), look.dim()));
    }
    let count = browser.points(known).len();
    let right = t!(look, "place-of", at = (browser.row + 1).min(count), count = count);
    (Line::from(left), Line::styled(right, look.dim()))
}

/// The body.
pub fn draw(browser: &Browser, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let points = browser.points(known);
    let first = scrolled(browser.row, points.len(), usize::from(grid.body.height));
    for (y, (row, id)) in (grid.body.y..grid.body.bottom()).zip(points.iter().enumerate().skip(first)) {
        let point = known.content.atlas.point(*id);
        let chosen = row == browser.row;
        let style = if chosen { look.strong() } else { look.text() };
        if chosen {
            put(buf, grid.body.x - 1, y, 1, look.chosen_mark(), look.accent());
        }
        put(
            buf,
            grid.body.x + 1,
            y,
            40,
            &format!("{:<7} {}", point.code, point.names.pinyin),
            style,
        );
    }
}

/// What lies at a cell of the body.
pub fn hit(browser: &Browser, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let count = browser.points(known).len();
    let first = scrolled(browser.row, count, usize::from(grid.body.height));
    let row = first + usize::from(position.y.checked_sub(grid.body.y)?);
    (grid.body.contains(position) && row < count).then_some(Hit::Row(row))
}
