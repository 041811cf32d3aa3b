//! A routine of the person's own, to be changed: its points in order, and what it all comes to.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::frame::{put, put_line, wrap};
use super::layout::{Grid, scrolled};
use super::look::Look;
use super::widgets::digits::clock;
use crate::app::bench::Bench;
use crate::app::{Hit, Known};
use crate::domain::breath::meant;
use crate::domain::plan::{Act, SideRule};
use crate::domain::point::Side;
use crate::t;

/// The rows above the list.
const HEAD: u16 = 2;

/// The first row.
pub fn title<'a>(bench: &Bench, look: &Look) -> (Line<'a>, Line<'a>) {
    let name = bench.routine.name.get(look.lang).to_owned();
    (Line::styled(name, look.strong()), Line::default())
}

/// The body.
pub fn draw(bench: &Bench, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    let routine = &bench.routine;
    let pattern = meant(&routine.breath, &known.content.patterns).ok();
    let breath = pattern.as_ref().map_or("", |pattern| pattern.name.get(look.lang));
    let head = format!(
        "{}  {breath}",
        t!(look, "compose-minutes", minutes = routine.minutes)
    );
    match &bench.naming {
        Some((name, cursor)) => {
            let label = t!(look, "bench-name");
            put(buf, body.x, body.y, body.width, &label, look.dim());
            let x = body.x + label.width() as u16 + 2;
            let room = body.right().saturating_sub(x + 1);
            put(buf, x, body.y, room, name, look.strong());
            let at = x + (name[..cursor.0.min(name.len())].width() as u16).min(room);
            buf.set_style(Rect::new(at, body.y, 1, 1), look.chosen());
        }
        None => {
            put(buf, body.x, body.y, body.width, &head, look.dim());
        }
    }
    let items = &routine.plan.items;
    let height = body.height.saturating_sub(HEAD + 3);
    let first = scrolled(bench.row, items.len(), usize::from(height));
    let rows = body.y + HEAD..body.y + HEAD + height;
    for (y, (row, item)) in rows.zip(items.iter().enumerate().skip(first)) {
        let chosen = row == bench.row;
        if chosen {
            put(buf, body.x, y, 1, look.chosen_mark(), look.accent());
        }
        let (what, time) = match &item.act {
            Act::Press(press) => {
                let point = known.content.atlas.point(press.point);
                let time = clock(u64::from(press.seconds) * 1_000);
                let sides = match press.sides {
                    SideRule::Each => t!(look, "compose-each", time = time),
                    SideRule::Together => t!(look, "compose-together", time = time),
                    SideRule::Midline => time,
                    SideRule::Only(Side::Left) => t!(look, "compose-only-left", time = time),
                    SideRule::Only(Side::Right) => t!(look, "compose-only-right", time = time),
                };
                (
                    format!("{:<7} {}", point.code.as_str(), point.names.pinyin),
                    sides,
                )
            }
            Act::Breathe(breathe) => (
                t!(look, "practice-breath"),
                clock(u64::from(breathe.seconds) * 1_000),
            ),
        };
        let style = if chosen { look.strong() } else { look.text() };
        put_line(buf, body.x + 2, y, 22, &Line::styled(what, style), look);
        let room = body.width.saturating_sub(25);
        put_line(buf, body.x + 25, y, room, &Line::styled(time, look.dim()), look);
    }
    let note = match bench.preview().outlook(known) {
        Ok(offer) => t!(look, "bench-lasts", time = clock(offer.timeline.total())),
        Err(no) => super::preview::refusal(&no, known, look).join(" "),
    };
    let lines = wrap(&note, body.width);
    let from = body.bottom().saturating_sub(lines.len().min(3) as u16);
    for (y, line) in (from..body.bottom()).zip(&lines) {
        put(buf, body.x, y, body.width, line, look.dim());
    }
}

/// What lies at a cell of the body.
pub fn hit(grid: &Grid, position: Position) -> Option<Hit> {
    let row = usize::from(position.y.checked_sub(grid.body.y + HEAD)?);
    grid.body.contains(position).then_some(Hit::Row(row))
}
