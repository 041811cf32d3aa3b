//! A routine of the person's own, to be changed: its points in order, and what it all comes to.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::compose::with_sides;
use super::frame::{put, put_line, wrap};
use super::layout::{Grid, Width, scrolled};
use super::look::Look;
use super::widgets::digits::clock;
use super::widgets::rows;
use crate::app::bench::Bench;
use crate::app::{Hit, Known};
use crate::domain::breath::meant;
use crate::domain::plan::{Act, SideRule};
use crate::t;

/// A row never runs wider than this: both sides in turn, spelled out, and how long on each.
const WIDEST: u16 = 76;

/// Where the list lies: two rows down, and above the three that say what it all comes to.
fn list(grid: &Grid) -> Rect {
    let body = grid.body;
    Rect {
        y: body.y + 2,
        height: body.height.saturating_sub(5),
        width: body.width.min(WIDEST),
        ..body
    }
}

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
    let list = list(grid);
    let first = scrolled(bench.row, items.len(), usize::from(list.height));
    for (y, (row, item)) in (list.y..list.bottom()).zip(items.iter().enumerate().skip(first)) {
        let chosen = row == bench.row;
        if chosen {
            rows::choose(look, rows::texts(list), y, buf);
        }
        let (what, time) = match &item.act {
            Act::Press(press) => {
                let point = known.content.atlas.point(press.point);
                let time = clock(u64::from(press.seconds) * 1_000);
                (
                    format!("{:<7} {}", point.code.as_str(), point.names.pinyin),
                    match grid.width {
                        // No room for the sides in words: how often says it.
                        Width::Small if press.sides == SideRule::Each => format!("2 x {time}"),
                        Width::Small => time,
                        _ => with_sides(press.sides, time, look),
                    },
                )
            }
            Act::Breathe(breathe) => (
                t!(look, "practice-breath"),
                clock(u64::from(breathe.seconds) * 1_000),
            ),
        };
        let style = if chosen { look.strong() } else { look.text() };
        put_line(buf, body.x + 2, y, 22, &Line::styled(what, style), look);
        let room = list.width.saturating_sub(25);
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
pub fn hit(bench: &Bench, grid: &Grid, position: Position) -> Option<Hit> {
    rows::at(list(grid), bench.row, bench.routine.plan.items.len(), position).map(Hit::Row)
}
