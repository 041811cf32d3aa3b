//! Today: the date, the check-in, a point to meet, and what was done lately.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::{put, put_line, wrap};
use super::layout::{Grid, Height, Width, scrolled};
use super::look::Look;
use super::point_words as say;
use super::widgets::{body, rows};
use crate::app::today::{Because, Evening, Row, point_of_the_day};
use crate::app::{Hit, Known, Sight};
use crate::domain::code::Meridian;
use crate::t;

/// The first row.
pub fn title<'a>(known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let day = known.today_is();
    let date = super::evening::long_date(look, day, day.year());
    (
        Line::styled(t!(look, "today-title"), look.strong()),
        Line::styled(date, look.dim()),
    )
}

/// A line of the screen: a heading, a row that can be chosen, or words below one.
enum Shown {
    Heading(String),
    Row(usize, Row),
    Words(String),
    Empty,
}

fn lines(evening: &Evening, known: &Known, look: &Look, grid: &Grid) -> Vec<Shown> {
    let short = grid.height == Height::Short;
    let width = list(grid).width;
    let mut lines = Vec::new();
    let mut part = None;
    for (at, row) in evening.rows(known).into_iter().enumerate() {
        let because = match row {
            Row::Routine(because, _) | Row::Point(because, _) => Some(because),
            Row::CheckIn(_) | Row::PointOfTheDay(_) => None,
        };
        let same = because.is_some() && because == part;
        if !short && at > 0 && !same {
            lines.push(Shown::Empty);
        }
        match row {
            Row::CheckIn(_) => lines.push(Shown::Row(at, row)),
            Row::PointOfTheDay(id) => {
                lines.push(Shown::Heading(t!(look, "today-point")));
                lines.push(Shown::Row(at, row));
                if !short {
                    let point = known.content.atlas.point(id);
                    let find = point.find.get(look.lang);
                    lines.extend(wrap(find, width).into_iter().map(Shown::Words));
                }
            }
            Row::Routine(because, _) | Row::Point(because, _) => {
                if !same {
                    lines.push(Shown::Heading(match because {
                        Because::Liked => t!(look, "today-liked"),
                        Because::Lately => t!(look, "today-lately"),
                    }));
                }
                lines.push(Shown::Row(at, row));
            }
        }
        part = because;
    }
    lines
}

fn list(grid: &Grid) -> Rect {
    let width = match grid.width {
        Width::Small => grid.body.width - 2,
        Width::Medium => 40,
        Width::Large | Width::Huge => 56,
    };
    Rect {
        x: grid.body.x + 2,
        width,
        ..grid.body
    }
}

/// Where the point of the chosen row, or of the day, is drawn; nowhere on a small screen.
fn figure(grid: &Grid) -> Option<Rect> {
    let list = list(grid);
    let x = list.right() + 3;
    (grid.width != Width::Small && grid.height != Height::Short).then(|| Rect {
        x,
        width: (grid.body.right() - x).min(46),
        height: grid.body.height.min(36),
        ..grid.body
    })
}

/// The body.
pub fn draw(evening: &Evening, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let area = list(grid);
    if let Some(figure) = figure(grid)
        && let Some(sight) = evening
            .sight(known)
            .or_else(|| point_of_the_day(known).map(Sight::of))
    {
        let meridian = known.content.atlas.point(sight.point).meridian;
        let with = body::With {
            flow: None,
            points: &|_| false,
            course: Some(meridian).filter(|meridian| *meridian != Meridian::EX),
            labels: 1,
            finding: None,
        };
        body::draw(&sight, with, known, look, figure, buf);
    }
    let lines = lines(evening, known, look, grid);
    let first = scrolled(
        line_of(&lines, evening.row),
        lines.len(),
        usize::from(area.height),
    );
    for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(first)) {
        match line {
            Shown::Empty => {}
            Shown::Heading(text) => drop(put(buf, area.x, y, area.width, &text, look.dim())),
            Shown::Words(text) => drop(put(buf, area.x, y, area.width, &text, look.text())),
            Shown::Row(at, row) => {
                let chosen = at == evening.row;
                if chosen {
                    rows::choose(look, area, y, buf);
                }
                let style = if chosen { look.strong() } else { look.text() };
                let line = match row {
                    Row::CheckIn(false) => Line::styled(t!(look, "today-check-in"), style),
                    Row::CheckIn(true) => Line::styled(t!(look, "today-checked-in"), style),
                    Row::Routine(_, row) => {
                        let routine = &known.routines.all()[row];
                        Line::styled(routine.name.get(look.lang), style)
                    }
                    Row::PointOfTheDay(id) | Row::Point(_, id) => {
                        let point = known.content.atlas.point(id);
                        let mut line = Line::from(vec![
                            Span::styled(
                                format!("{}  ", point.code),
                                look.text().patch(look.meridian_letters(point.meridian)),
                            ),
                            Span::styled(point.names.pinyin.to_string(), style),
                            Span::styled(format!("  {}", point.names.hanzi_simplified), look.dim()),
                        ]);
                        // Half of what a name means says nothing.
                        let meaning = format!("  {}", say::meaning(point, look.lang));
                        if line.width() + meaning.width() <= usize::from(area.width) {
                            line.push_span(Span::styled(meaning, look.dim()));
                        }
                        line
                    }
                };
                put_line(buf, area.x, y, area.width, &line, look);
            }
        }
    }
}

/// The line a row stands on.
fn line_of(lines: &[Shown], row: usize) -> usize {
    let chosen = |line: &Shown| matches!(line, Shown::Row(at, _) if *at == row);
    lines.iter().position(chosen).unwrap_or(0)
}

/// What lies at a cell.
pub fn hit(evening: &Evening, known: &Known, look: &Look, grid: &Grid, position: Position) -> Option<Hit> {
    let area = list(grid);
    let lines = lines(evening, known, look, grid);
    match lines[rows::at(area, line_of(&lines, evening.row), lines.len(), position)?] {
        Shown::Row(at, _) => Some(Hit::Row(at)),
        Shown::Heading(_) | Shown::Words(_) | Shown::Empty => None,
    }
}
