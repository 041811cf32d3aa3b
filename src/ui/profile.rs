//! What applies to you.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::{paragraph_cut, put, rule, wrap};
use super::layout::{Grid, Height, Width, scrolled};
use super::look::Look;
use super::safety_words as say;
use super::widgets::rows::{at, choose, more_below};
use crate::app::profile::{ProfileForm, Row};
use crate::app::{Hit, Known};
use crate::domain::profile::{Answer, Part};
use crate::t;

/// The first row.
pub fn title<'a>(_form: &ProfileForm, look: &Look) -> (Line<'a>, Line<'a>) {
    let left = Line::from(vec![
        Span::styled(t!(look, "profile-title"), look.dim()),
        Span::styled(format!("  {}", t!(look, "profile-question")), look.strong()),
    ]);
    (left, Line::styled(t!(look, "profile-stays"), look.dim()))
}

/// Where the list and the lines below it lie.
fn parts(grid: &Grid) -> (Rect, Rect) {
    let below = match grid.height {
        Height::Short => 3,
        Height::Medium | Height::Tall => 7,
    };
    // The rows end where the answers do.
    let list = Rect {
        x: grid.body.x + 1,
        width: (grid.body.width - 1).min(answer_column(grid) + 13),
        height: grid.body.height - below,
        ..grid.body
    };
    let foot = Rect {
        y: list.bottom(),
        width: grid.body.width.min(114),
        height: below,
        ..grid.body
    };
    (list, foot)
}

/// The body.
pub fn draw(form: &ProfileForm, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (list, foot) = parts(grid);
    match &form.places {
        Some((question, part)) => draw_places(question, *part, known, look, grid, list, buf),
        None => draw_rows(form, known, look, grid, list, buf),
    }
    draw_foot(form, known, look, grid, foot, buf);
}

/// Where the answers stand, from the left edge of the list: behind the longest question of a wide screen.
fn answer_column(grid: &Grid) -> u16 {
    match grid.width {
        Width::Small => grid.body.width.saturating_sub(12),
        Width::Medium => 62,
        Width::Large | Width::Huge => 84,
    }
}

/// How wide the words of a question may be.
fn words_room(grid: &Grid) -> u16 {
    answer_column(grid).saturating_sub(3)
}

fn draw_rows(form: &ProfileForm, known: &Known, look: &Look, grid: &Grid, list: Rect, buf: &mut Buffer) {
    let rows = form.rows(known);
    let chosen = form.chosen(known);
    let first = scrolled(chosen, rows.len(), usize::from(list.height));
    for (y, (index, row)) in (list.y..list.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let is_chosen = index == chosen;
        if is_chosen {
            choose(look, list, y, buf);
        }
        let row_area = Rect { y, height: 1, ..list };
        draw_row(row, is_chosen, known, look, grid, row_area, buf);
    }
    more_below(look, list, first, rows.len(), buf);
}

fn draw_row(row: &Row, chosen: bool, known: &Known, look: &Look, grid: &Grid, area: Rect, buf: &mut Buffer) {
    let Rect { x, y, width, .. } = area;
    let style = if chosen { look.strong() } else { look.text() };
    match row {
        Row::None => drop(put(buf, x, y, width, &t!(look, "profile-none"), style)),
        Row::RatherNot => drop(put(buf, x, y, width, &t!(look, "profile-rather-not"), style)),
        Row::Group(group) => drop(put(buf, x, y, width, &say::group(look, *group), look.dim())),
        Row::Question(id) => {
            let question = known.content.rules.question(id);
            let words = question.map_or("", |question| question.words.get(look.lang));
            // What is asked below another question stands in.
            let inset = 1 + 2 * u16::from(id.contains('.'));
            let answer = known.profile.answer(id);
            // On a narrow screen the words need the room more than that nothing was said yet.
            let says = chosen || answer != Answer::Unanswered || grid.width != Width::Small;
            let room = if says { words_room(grid) + 1 } else { width };
            put_cut(buf, x + inset, y, room.saturating_sub(inset), words, style, look);
            if !says {
                return;
            }
            let (mark, word) = say::answer(look, answer);
            let style = match answer {
                Answer::No | Answer::Unanswered => look.dim(),
                Answer::Yes | Answer::NotSure | Answer::RatherNot => look.caution(),
            };
            let answered = format!("{mark} {word}");
            put(buf, x + answer_column(grid), y, 11, &answered, style);
        }
        Row::Asked(id) => {
            let mark = if known.profile.has_asked(id) { "x" } else { " " };
            let words = match id.as_ref() {
                "PR-01" => t!(look, "profile-asked-feet"),
                "PR-03" => t!(look, "profile-asked-wrist"),
                _ => t!(look, "profile-asked"),
            };
            put(buf, x + 4, y, width - 4, &format!("{mark} {words}"), style);
        }
        Row::Places(id) => {
            let question = known.content.rules.question(id);
            let places = question.and_then(|question| question.places.as_ref());
            let ask = places.map_or("", |places| places.get(look.lang));
            let words = format!("{ask} {}", places_said(id, known, look));
            put_cut(buf, x + 4, y, width - 4, &words, style, look);
        }
    }
}

/// The places an answer names, in words.
fn places_said(id: &str, known: &Known, look: &Look) -> String {
    match known
        .profile
        .answers
        .given(id)
        .and_then(|given| given.places.as_ref())
    {
        None => t!(look, "profile-everywhere"),
        Some(places) if places.is_empty() => t!(look, "profile-nowhere"),
        Some(places) => {
            let parts: Vec<String> = Part::ALL
                .into_iter()
                .filter(|part| part.is_in(places))
                .map(|part| say::part(look, part))
                .collect();
            if parts.is_empty() {
                places.len().to_string()
            } else {
                parts.join(", ")
            }
        }
    }
}

/// Where the parts of the body stand below the question that asks for them.
fn places_list(grid: &Grid, list: Rect) -> Rect {
    let gap = if grid.height == Height::Short { 1 } else { 2 };
    Rect {
        y: list.y + gap,
        height: list.height - gap,
        ..list
    }
}

fn draw_places(
    question: &str,
    chosen: usize,
    known: &Known,
    look: &Look,
    grid: &Grid,
    list: Rect,
    buf: &mut Buffer,
) {
    let asked = known
        .content
        .rules
        .question(question)
        .and_then(|question| question.places.as_ref())
        .map_or("", |places| places.get(look.lang));
    put(buf, list.x, list.y, list.width, asked, look.strong());
    let rows = places_list(grid, list);
    let said = known
        .profile
        .answers
        .given(question)
        .and_then(|given| given.places.as_ref());
    let parts = known.content.rules.parts_of(question);
    let length = parts.len() + 1;
    let first = scrolled(chosen, length, usize::from(rows.height));
    for (y, index) in (rows.y..rows.bottom()).zip(first..length) {
        if index == chosen {
            choose(look, rows, y, buf);
        }
        let (ticked, words) = match parts.get(index) {
            Some(part) => (
                said.is_some_and(|places| part.is_in(places)),
                say::part(look, *part),
            ),
            None => (
                said.is_some_and(|places| places.is_empty()),
                t!(look, "profile-nowhere"),
            ),
        };
        let style = if index == chosen {
            look.strong()
        } else {
            look.text()
        };
        let mark = if ticked { "x" } else { " " };
        put(buf, rows.x, y, rows.width, &format!("{mark} {words}"), style);
    }
}

/// Why the chosen question is asked, and what the answers do.
fn draw_foot(form: &ProfileForm, known: &Known, look: &Look, grid: &Grid, foot: Rect, buf: &mut Buffer) {
    let rules = &known.content.rules;
    let rows = form.rows(known);
    let why = match (&form.places, &rows[form.chosen(known)]) {
        _ if form.deleting => t!(look, "profile-delete-again"),
        (Some(_), _) => t!(look, "profile-places-why"),
        (None, Row::Question(id)) => rules.question(id).map_or_else(String::new, |question| {
            let (words, why) = (question.words.get(look.lang), question.why.get(look.lang));
            // What was cut in the row is said in full here.
            if words.width() > usize::from(words_room(grid)) {
                format!("{words}. {why}")
            } else {
                why.to_owned()
            }
        }),
        (None, Row::Asked(id)) => rules
            .rule(id)
            .map_or("", |rule| rule.instead.get(look.lang))
            .to_owned(),
        (None, Row::Places(_)) => t!(look, "profile-places-why"),
        (None, Row::RatherNot) => t!(look, "profile-rather-not-why"),
        (None, Row::None | Row::Group(_)) => t!(look, "profile-lead"),
    };
    let style = if form.deleting {
        look.caution()
    } else {
        look.text()
    };
    if grid.height == Height::Short {
        paragraph_cut(buf, foot, &why, style, look);
        return;
    }
    rule(look, foot, foot.y, buf);
    for (y, line) in (foot.y + 1..foot.y + 3).zip(wrap(&why, foot.width)) {
        put(buf, foot.x, y, foot.width, &line, style);
    }
    let (out, of) = ProfileForm::left_out(known);
    let label = t!(look, "profile-left-out");
    let x = foot.x + put(buf, foot.x, foot.y + 3, foot.width, &label, look.dim());
    let count = t!(look, "place-of", at = out, count = of);
    put(
        buf,
        x + 2,
        foot.y + 3,
        foot.width.saturating_sub(label.width() as u16 + 2),
        &count,
        look.strong(),
    );
    for (y, line) in (foot.y + 4..foot.bottom()).zip(wrap(&t!(look, "safety-frame"), foot.width)) {
        put(buf, foot.x, y, foot.width, &line, look.dim());
    }
}

/// A text in one row, with the sign for what was cut.
fn put_cut(
    buf: &mut Buffer,
    x: u16,
    y: u16,
    width: u16,
    text: &str,
    style: ratatui::style::Style,
    look: &Look,
) {
    super::frame::put_line(buf, x, y, width, &Line::styled(text.to_owned(), style), look);
}

/// What lies at a cell of the body.
pub fn hit(form: &ProfileForm, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let (list, _) = parts(grid);
    if let Some((question, chosen)) = &form.places {
        let rows = places_list(grid, list);
        let length = known.content.rules.parts_of(question).len() + 1;
        return at(rows, *chosen, length, position).map(Hit::Row);
    }
    let rows = form.rows(known);
    let row = at(list, form.chosen(known), rows.len(), position)?;
    rows[row].can_be_chosen().then_some(Hit::Row(row))
}
