//! The search: what was typed, what was found, the best of it below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::{paragraph, put, put_line, rule};
use super::layout::{Grid, Height, Width, scrolled};
use super::look::Look;
use super::point_words as say;
use super::safety_words as safety;
use super::widgets::rows;
use crate::app::routines::verdict_of;
use crate::app::search::{FoundPoint, Other, Row, Search};
use crate::app::{Hit, Known};
use crate::domain::atlas::{Atlas, UseText};
use crate::domain::point::{Basis, Point};
use crate::domain::safety::Verdict;
use crate::t;

/// The first row: the query, with the place where the next letter goes.
pub fn title<'a>(search: &'a Search, _known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let left = Line::from(vec![
        Span::styled("/ ", look.accent()),
        Span::styled(&*search.query, look.strong()),
        Span::styled(" ", look.chip()),
    ]);
    let right = if search.query.trim().is_empty() {
        Line::default()
    } else {
        let results = &search.results;
        let count = results.points.len() + results.uses.len() + results.others.len();
        Line::styled(t!(look, "search-found", count = count), look.dim())
    };
    (left, right)
}

/// A line of the list.
enum ListLine {
    /// A heading over a group.
    Heading(String),
    /// A row that can be chosen, and its place among the rows.
    Found(usize, Row),
    /// Air between groups.
    Empty,
}

fn list(search: &Search, look: &Look, grid: &Grid) -> Vec<ListLine> {
    let mut lines = Vec::new();
    let mut last = None;
    for (at, row) in search.rows().into_iter().enumerate() {
        let heading = heading(row, search, look);
        if last.as_ref() != Some(&heading) {
            if last.is_some() && grid.height != Height::Short {
                lines.push(ListLine::Empty);
            }
            lines.push(ListLine::Heading(heading.clone()));
            last = Some(heading);
        }
        lines.push(ListLine::Found(at, row));
    }
    lines
}

/// The word over rows of a kind.
fn heading(row: Row, search: &Search, look: &Look) -> String {
    match row {
        Row::Point(_) => match (search.points_listed(), search.results.points.len()) {
            (listed, all) if listed < all => t!(look, "search-best-points", listed = listed, all = all),
            _ => t!(look, "search-points"),
        },
        Row::Use(_) => t!(look, "search-uses"),
        Row::Other(Other::Routine(_)) => t!(look, "search-routines"),
        Row::Other(Other::Meridian(_)) => t!(look, "atlas-meridians"),
        Row::Other(Other::Category(_)) => t!(look, "atlas-categories"),
        Row::Other(Other::Topic(_)) => t!(look, "search-topics"),
    }
}

/// What one of the others is called.
fn name(other: Other, known: &Known, look: &Look) -> String {
    let atlas = &known.content.atlas;
    let name = match other {
        Other::Routine(index) => known.routines.all().get(index).map(|routine| &routine.name),
        Other::Meridian(meridian) => atlas.meridian(meridian).map(|text| &text.organ),
        Other::Category(category) => atlas.category(category).map(|text| &text.name),
        Other::Topic(index) => atlas.topics().get(index).map(|topic| &topic.name),
    };
    let name = name.map_or("", |name| name.get(look.lang));
    match other {
        Other::Meridian(meridian) => format!("{meridian} {name}"),
        _ => name.to_owned(),
    }
}

/// One of the others in a few sentences.
fn says(other: Other, known: &Known, look: &Look) -> String {
    let atlas = &known.content.atlas;
    let words = match other {
        Other::Routine(index) => known.routines.all().get(index).map(|routine| &routine.why),
        Other::Meridian(meridian) => atlas.meridian(meridian).map(|text| &text.course),
        Other::Category(category) => atlas.category(category).map(|text| &text.about),
        Other::Topic(index) => atlas.topics().get(index).map(|topic| &topic.says),
    };
    words.map_or_else(String::new, |words| words.get(look.lang).to_owned())
}

/// The list above, and below it the best or the chosen where there is room for it.
fn areas(search: &Search, grid: &Grid) -> (Rect, Option<Rect>) {
    // What stands at the end of a row is read together with its beginning.
    let body = Rect {
        width: grid.body.width.min(114),
        ..grid.body
    };
    let preview = 7;
    if grid.height == Height::Short || search.chosen().is_none() {
        return (body, None);
    }
    let list = Rect {
        height: body.height - preview,
        ..body
    };
    let below = Rect {
        y: list.bottom(),
        height: preview,
        ..body
    };
    (list, Some(below))
}

/// The body.
pub fn draw(search: &Search, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let atlas = &known.content.atlas;
    rule(look, grid.first, grid.first.y + 1, buf);
    let (area, preview) = areas(search, grid);
    let lines = list(search, look, grid);
    if lines.is_empty() {
        let text = if search.query.trim().is_empty() {
            t!(look, "search-how")
        } else {
            t!(look, "search-nothing", query = search.query.trim())
        };
        let area = Rect {
            width: area.width.min(60),
            ..area
        };
        paragraph(buf, area, area.y + 1, &text, look.dim());
        return;
    }
    let rules = known.safety();
    let first = scrolled(line_of(&lines, search.row), lines.len(), usize::from(area.height));
    let wide = Rect {
        x: area.x + 1,
        width: area.width - 1,
        ..area
    };
    for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(first)) {
        match line {
            ListLine::Empty => {}
            ListLine::Heading(text) => drop(put(buf, area.x, y, area.width, text, look.dim())),
            ListLine::Found(at, row) => {
                let chosen = *at == search.row;
                if chosen {
                    rows::choose(look, wide, y, buf);
                }
                let cells = Rect { y, height: 1, ..wide };
                match row {
                    Row::Point(found) => {
                        let of = search.results.complaints;
                        let verdict = rules.word(found.id);
                        draw_point(*found, of, verdict, known, chosen, look, grid, cells, buf);
                    }
                    Row::Use(index) => draw_use(&atlas.uses()[*index], chosen, look, cells, buf),
                    Row::Other(other) => {
                        draw_other(*other, known, chosen, look, cells, buf);
                    }
                }
            }
        }
    }
    if let Some(below) = preview {
        draw_preview(search, known, look, below, buf);
    }
}

fn line_of(lines: &[ListLine], row: usize) -> usize {
    lines
        .iter()
        .position(|line| matches!(line, ListLine::Found(at, _) if *at == row))
        .unwrap_or(0)
}

#[allow(clippy::too_many_arguments, reason = "a row and where it is drawn")]
fn draw_point(
    found: FoundPoint,
    complaints: usize,
    verdict: Verdict,
    known: &Known,
    chosen: bool,
    look: &Look,
    grid: &Grid,
    row: Rect,
    buf: &mut Buffer,
) {
    let atlas = &known.content.atlas;
    let point = atlas.point(found.id);
    // What does not suit this person stays in the list, dim.
    let name = match (verdict.lets_through(), chosen) {
        (true, true) => look.strong(),
        (true, false) => look.text(),
        (false, _) => look.dim(),
    };
    put_line(buf, row.x, row.y, 7, &code(point, chosen, look), look);
    if !point.pressable {
        let word = Line::styled(
            format!("{}  {}", point.names.pinyin, t!(look, "point-never")),
            look.dim(),
        );
        put_line(buf, row.x + 8, row.y, row.width - 8, &word, look);
        return;
    }
    // Its shape, and the word where there is room: before what the use rests on, which is said below.
    let word = safety::verdict(look, verdict);
    let spelled = verdict > Verdict::Fine && (grid.width != Width::Small || chosen);
    let row = mark(verdict, spelled.then_some(word.as_str()), look, row, buf);
    let place = point.place.get(look.lang);
    if grid.width == Width::Small {
        let pinyin = point.names.pinyin.width() as u16;
        put(buf, row.x + 8, row.y, 14, &point.names.pinyin, name);
        let x = row.x + 8 + pinyin.max(12) + 1;
        let line = Line::styled(place, look.dim());
        put_line(buf, x, row.y, row.right().saturating_sub(x), &line, look);
        return;
    }
    put(buf, row.x + 8, row.y, 15, &point.names.pinyin, name);
    put(
        buf,
        row.x + 24,
        row.y,
        8,
        &point.names.hanzi_simplified,
        look.dim(),
    );
    let basis = if spelled {
        String::new()
    } else if complaints > 1 {
        t!(look, "search-serves", some = found.serves, all = complaints)
    } else {
        basis(found, point, atlas, look)
    };
    let right = basis.width() as u16;
    let room = row.width.saturating_sub(33 + right + 2);
    let style = if chosen { look.text() } else { look.dim() };
    put_line(buf, row.x + 33, row.y, room, &Line::styled(place, style), look);
    put(buf, row.right() - right, row.y, right, &basis, look.dim());
}

/// The shape of a verdict at the end of a row, and its word before it; what is left of the row.
fn mark(verdict: Verdict, word: Option<&str>, look: &Look, row: Rect, buf: &mut Buffer) -> Rect {
    if verdict == Verdict::Fine {
        return row;
    }
    let at = row.right() - 1;
    put(buf, at, row.y, 1, safety::shape(look, verdict), look.caution());
    let wide = word.map_or(0, |word| word.width() as u16 + 1);
    if let Some(word) = word {
        put(buf, at.saturating_sub(wide), row.y, wide, word, look.caution());
    }
    Rect {
        width: row.width.saturating_sub(wide + 2),
        ..row
    }
}

/// A routine, with what safety says of it; a meridian, a category, a question.
fn draw_other(other: Other, known: &Known, chosen: bool, look: &Look, row: Rect, buf: &mut Buffer) {
    let routine = match other {
        Other::Routine(index) => known.routines.all().get(index),
        _ => None,
    };
    let verdict = routine.map_or(Verdict::Fine, |routine| verdict_of(routine, known));
    let word = safety::of_a_plan(look, verdict);
    let row = mark(verdict, Some(&word), look, row, buf);
    let style = match (chosen, verdict.lets_through()) {
        (true, _) => look.strong(),
        (false, true) => look.text(),
        (false, false) => look.dim(),
    };
    let line = Line::styled(name(other, known, look), style);
    put_line(buf, row.x, row.y, row.width, &line, look);
}

/// A code whose letters have the colour of the meridian: in dense lists that replaces the mark.
fn code<'a>(point: &'a Point, chosen: bool, look: &Look) -> Line<'a> {
    let code = point.code.as_str();
    let digits = code.trim_start_matches(|c: char| !c.is_ascii_digit()).len();
    let (letters, digits) = code.split_at(code.len() - digits);
    let number = if chosen { look.strong() } else { look.text() };
    let meridian = look.meridian_letters(point.meridian);
    Line::from(vec![
        Span::styled(letters, number.patch(meridian)),
        Span::styled(digits, number),
    ])
}

/// What the use a point was found by rests on.
fn basis(found: FoundPoint, point: &Point, atlas: &Atlas, look: &Look) -> String {
    let by = found.by.map(|index| &atlas.uses()[index].id);
    match point.uses.iter().find(|use_| Some(&use_.id) == by) {
        Some(use_) if use_.basis == Basis::Trial => t!(look, "search-tested"),
        Some(_) => t!(look, "search-tradition"),
        None => say::meaning(point, look.lang).to_owned(),
    }
}

fn draw_use(use_: &UseText, chosen: bool, look: &Look, row: Rect, buf: &mut Buffer) {
    let name = say::capital(use_.name.get(look.lang));
    let style = if chosen { look.strong() } else { look.text() };
    put_line(buf, row.x, row.y, row.width - 3, &Line::styled(name, style), look);
    // There are warning signs to know about.
    if !use_.red_flags.is_empty() {
        put(buf, row.right() - 1, row.y, 1, "!", look.caution());
    }
}

/// The chosen, so that most searches end without leaving.
fn draw_preview(search: &Search, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let atlas = &known.content.atlas;
    rule(look, area, area.y, buf);
    let text = Rect {
        y: area.y + 1,
        height: area.height - 2,
        width: area.width.min(72),
        ..area
    };
    match search.chosen() {
        Some(Row::Point(found)) => {
            let point = atlas.point(found.id);
            let title = Line::from(vec![
                Span::styled(point.code.to_string(), look.accent()),
                Span::styled(format!("  {}", point.names.pinyin), look.strong()),
                Span::styled(format!("  {}", say::meaning(point, look.lang)), look.dim()),
            ]);
            put_line(buf, text.x, text.y, text.width, &title, look);
            let rows = super::card::glance(found.id, known, look, text.width, usize::from(text.height) - 1);
            for (y, (line, style)) in (text.y + 1..text.bottom()).zip(rows) {
                put(buf, text.x, y, text.width, &line, style);
            }
        }
        Some(Row::Use(index)) => {
            let use_ = &atlas.uses()[index];
            let name = say::capital(use_.name.get(look.lang));
            put(buf, text.x, text.y, text.width, &name, look.strong());
            let codes: Vec<String> = crate::app::browser::Group::Use(index)
                .points(known)
                .into_iter()
                .map(|id| atlas.point(id).code.to_string())
                .collect();
            paragraph(buf, text, text.y + 1, &codes.join("  "), look.text());
        }
        Some(Row::Other(other)) => {
            put(
                buf,
                text.x,
                text.y,
                text.width,
                &name(other, known, look),
                look.strong(),
            );
            paragraph(buf, text, text.y + 1, &says(other, known, look), look.text());
        }
        None => {}
    }
}

/// What lies at a cell of the body.
pub fn hit(search: &Search, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let look = Look::new(known);
    let (area, _) = areas(search, grid);
    let lines = list(search, &look, grid);
    match lines[rows::at(area, line_of(&lines, search.row), lines.len(), position)?] {
        ListLine::Found(at, _) => Some(Hit::Row(at)),
        _ => None,
    }
}
