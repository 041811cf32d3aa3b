//! Words found in the notes, and what everything can be narrowed to.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::routine;
use crate::app::journal::{Find, narrowings};
use crate::app::{Hit, Known};
use crate::domain::glance::Only;
use crate::t;
use crate::ui::evening;
use crate::ui::frame::{paragraph, put, put_line};
use crate::ui::layout::{Grid, scrolled};
use crate::ui::look::Look;
use crate::ui::widgets::rows;

/// Rows above the finds: what is typed, and an empty one.
const HEAD: u16 = 2;

fn finds_area(grid: &Grid) -> Rect {
    Rect {
        y: grid.body.y + HEAD,
        height: grid.body.height.saturating_sub(HEAD),
        ..grid.body
    }
}

/// Where the words of the rows stand; the mark is in the margin.
fn list_in(area: Rect) -> Rect {
    Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(1).min(super::WIDEST),
        ..area
    }
}

/// The notes that hold the words.
pub fn draw_find(find: &Find, row: usize, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    // The cursor stands where the next letter will.
    let typed = Line::from(vec![
        Span::styled(format!("{} ", look.chosen_mark()), look.accent()),
        Span::styled(format!("{}_", find.words), look.strong()),
    ]);
    put_line(buf, body.x, body.y, body.width, &typed, look);
    let area = finds_area(grid);
    let found = &known.diary.found;
    let words = find.words.trim();
    if words.is_empty() {
        let width = area.width.min(super::WIDEST);
        paragraph(
            buf,
            Rect { width, ..area },
            area.y,
            &t!(look, "journal-find-how"),
            look.dim(),
        );
        return;
    }
    if found.notes.is_empty() {
        put(
            buf,
            area.x,
            area.y,
            area.width,
            &t!(look, "journal-find-nothing", words = words),
            look.dim(),
        );
        return;
    }
    let year = known.today_is().year();
    let chosen = row.min(found.notes.len() - 1);
    let first = scrolled(chosen, found.notes.len(), usize::from(area.height));
    for (y, (at, note)) in (area.y..area.bottom()).zip(found.notes.iter().enumerate().skip(first)) {
        let is_chosen = at == chosen;
        if is_chosen {
            rows::choose(look, list_in(area), y, buf);
        }
        let style = if is_chosen { look.strong() } else { look.dim() };
        let date = evening::short_date(look, note.day, year);
        let wide = put(buf, area.x + 1, y, 18, &date, style).max(12);
        let line = Line::styled(around(&note.note, words, usize::from(area.width)), look.text());
        put_line(
            buf,
            area.x + 1 + wide + 2,
            y,
            area.width.saturating_sub(wide + 3),
            &line,
            look,
        );
    }
}

/// A note in one row, beginning shortly before the first of the words.
fn around(note: &str, words: &str, room: usize) -> String {
    let line: String = note.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = line.to_lowercase();
    let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
    match folded.find(&first) {
        // Lower case letters may be longer than capitals: only a place that is one in both is used.
        Some(at) if at > room / 2 && line.is_char_boundary(at) => {
            let start = line[..at].rfind(' ').map_or(at, |blank| blank + 1);
            line[start..].to_owned()
        }
        _ => line,
    }
}

/// What everything can be narrowed to, with how often.
pub fn draw_narrow(row: usize, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let rows = narrowings(known);
    let area = grid.body;
    let first = scrolled(row, rows.len(), usize::from(area.height));
    let mut kind_before = None;
    for (y, (at, only)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let chosen = at == row;
        if chosen {
            rows::choose(look, list_in(area), y, buf);
        }
        let style = if chosen { look.strong() } else { look.text() };
        let Some((only, count)) = only else {
            put(
                buf,
                area.x + 1,
                y,
                area.width,
                &t!(look, "journal-everything"),
                style,
            );
            continue;
        };
        let (kind, name) = match only {
            Only::Tag(tag) => (t!(look, "journal-tag"), tag.clone()),
            Only::Place(part) => (t!(look, "journal-place"), evening::part(look, *part)),
            Only::Routine(id) => (t!(look, "journal-routine"), routine(known, look, id)),
        };
        if kind_before.as_ref() != Some(&kind) {
            put(buf, area.x + 1, y, 10, &kind, look.dim());
            kind_before = Some(kind);
        }
        let room = area.width.saturating_sub(18).min(40);
        put_line(buf, area.x + 12, y, room, &Line::styled(name, style), look);
        put(
            buf,
            area.x + 12 + room + 1,
            y,
            5,
            &format!("{count:>4}"),
            look.dim(),
        );
    }
}

/// What lies at a cell of the finds.
pub fn hit_find(row: usize, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let count = known.diary.found.notes.len();
    // The journal keeps the row while the finds become fewer.
    let chosen = row.min(count.saturating_sub(1));
    rows::at(finds_area(grid), chosen, count, position).map(Hit::Row)
}

/// What lies at a cell of the choices.
pub fn hit_narrow(row: usize, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    rows::at(grid.body, row, narrowings(known).len(), position).map(Hit::Row)
}
