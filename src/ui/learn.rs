//! What there is to learn: the first lesson, and a quiz for every part of the atlas.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::frame::{put, put_line};
use super::layout::{Grid, scrolled};
use super::look::Look;
use super::widgets::rows;
use crate::app::learn::{Learn, Row};
use crate::app::quiz::{Scope, due};
use crate::app::{Hit, Known};
use crate::domain::atlas::PointId;
use crate::t;

/// The first row.
pub fn title<'a>(look: &Look) -> (Line<'a>, Line<'a>) {
    (
        Line::styled(t!(look, "learn-title"), look.strong()),
        Line::default(),
    )
}

/// A line of the list.
enum Shown {
    Heading(String),
    Row(usize, Row),
    Empty,
}

fn list(known: &Known, look: &Look) -> Vec<Shown> {
    let mut lines = Vec::new();
    for (at, row) in Learn::rows(known).into_iter().enumerate() {
        let before = match (at, row) {
            (1, _) => Some(t!(look, "quiz-title")),
            (_, Row::Quiz(Scope::Region(_))) if !lines.iter().any(is_region) => {
                Some(t!(look, "atlas-regions"))
            }
            (2, _) => Some(t!(look, "atlas-meridians")),
            _ => None,
        };
        if let Some(heading) = before {
            lines.push(Shown::Empty);
            lines.push(Shown::Heading(heading));
        }
        lines.push(Shown::Row(at, row));
    }
    lines
}

fn is_region(line: &Shown) -> bool {
    matches!(line, Shown::Row(_, Row::Quiz(Scope::Region(_))))
}

/// The list's rows on the screen: what is shown of it, and where.
fn area(grid: &Grid) -> Rect {
    Rect {
        x: grid.body.x + 1,
        width: grid.body.width.saturating_sub(1).min(60),
        ..grid.body
    }
}

/// The body.
pub fn draw(learn: &Learn, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let area = area(grid);
    let lines = list(known, look);
    let first = scrolled(line_of(&lines, learn.row), lines.len(), usize::from(area.height));
    let due = due(known);
    for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(first)) {
        match line {
            Shown::Empty => {}
            Shown::Heading(text) => drop(put(buf, area.x, y, area.width, text, look.dim())),
            Shown::Row(at, row) => {
                let chosen = *at == learn.row;
                if chosen {
                    rows::choose(look, area, y, buf);
                }
                let style = if chosen { look.strong() } else { look.text() };
                let (name, beside) = told(*row, &due, known, look);
                let room = area.width.saturating_sub(beside.width() as u16 + 1);
                put_line(buf, area.x, y, room, &Line::styled(name, style), look);
                let x = area.right().saturating_sub(beside.width() as u16);
                put(buf, x, y, area.width, &beside, look.dim());
            }
        }
    }
    rows::more_below(look, area, first, lines.len(), buf);
}

/// What a row is called, and what stands at its right end: how long, or how much waits.
fn told(row: Row, due: &[PointId], known: &Known, look: &Look) -> (String, String) {
    match row {
        Row::Lesson => (t!(look, "lesson-title"), t!(look, "lesson-length")),
        Row::Quiz(scope) => {
            let beside = match due.iter().filter(|id| scope.holds(**id, known)).count() {
                0 => String::new(),
                due => t!(look, "quiz-due", count = due),
            };
            (super::quiz::scope(scope, known, look), beside)
        }
    }
}

/// The line a row stands on.
fn line_of(lines: &[Shown], row: usize) -> usize {
    let chosen = |line: &Shown| matches!(line, Shown::Row(at, _) if *at == row);
    lines.iter().position(chosen).unwrap_or(0)
}

/// What lies at a cell of the body.
pub fn hit(learn: &Learn, known: &Known, look: &Look, grid: &Grid, position: Position) -> Option<Hit> {
    let area = area(grid);
    let lines = list(known, look);
    match lines[rows::at(area, line_of(&lines, learn.row), lines.len(), position)?] {
        Shown::Row(at, _) => Some(Hit::Row(at)),
        Shown::Heading(_) | Shown::Empty => None,
    }
}
