//! What suits tonight.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::evening;
use super::frame::{paragraph, put, put_line, wrap};
use super::layout::{Grid, Height};
use super::look::Look;
use super::questions;
use super::safety_words as say;
use crate::app::suggestion::{Card, Stage, Suggestion};
use crate::app::trial;
use crate::app::{Hit, Known};
use crate::domain::routine::Routine;
use crate::domain::safety::{Help, Rule};
use crate::domain::suggest::{self, Offer};
use crate::domain::trial::Kind;
use crate::t;

/// Text never runs wider than this.
const WIDEST: u16 = 60;

/// The first row.
pub fn title<'a>(suggestion: &Suggestion, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    match suggestion.stage(known) {
        Stage::Ask { questions, .. } => (
            Line::styled(t!(look, "suggestion-first"), look.dim()),
            Line::styled(t!(look, "asked-count", count = questions.len()), look.dim()),
        ),
        Stage::Stop { .. } => (
            Line::styled(t!(look, "suggestion-stop"), look.strong()),
            Line::default(),
        ),
        Stage::Offer { .. } => (
            Line::styled(
                match known.is_evening() {
                    true => t!(look, "suggestion-title"),
                    false => t!(look, "suggestion-title-by-day"),
                },
                look.strong(),
            ),
            Line::default(),
        ),
    }
}

/// The body.
pub fn draw(suggestion: &Suggestion, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let area = column(grid);
    match suggestion.stage(known) {
        Stage::Ask { questions, because } => {
            let lead = evening::because(look, because);
            questions::draw(&suggestion.asking, &questions, &lead, known, look, grid.body, buf);
        }
        Stage::Stop { rules, help } => draw_stop(&rules, help, known, look, area, buf),
        Stage::Offer {
            card,
            suggestion: offered,
            notes,
        } => {
            draw_offers(suggestion, card, &offered, &notes, known, look, grid, buf);
        }
    }
}

/// What lies at a cell of the body.
pub fn hit(
    suggestion: &Suggestion,
    known: &Known,
    look: &Look,
    grid: &Grid,
    position: Position,
) -> Option<Hit> {
    let (card, offered, notes) = match suggestion.stage(known) {
        Stage::Offer {
            card,
            suggestion,
            notes,
        } => (card, suggestion, notes),
        Stage::Ask { questions, because } => {
            let lead = evening::because(look, because);
            let asked = &suggestion.asking;
            return questions::hit(asked, &questions, &lead, known, look, grid.body, position);
        }
        Stage::Stop { .. } => return None,
    };
    place(suggestion, card, &offered, &notes, known, look, grid)
        .rows
        .iter()
        .position(|row| row.top <= position.y && position.y < row.bottom)
        .map(Hit::Row)
}

fn column(grid: &Grid) -> Rect {
    let width = grid.body.width.min(WIDEST);
    Rect {
        x: grid.body.x + (grid.body.width - width) / 2,
        width,
        ..grid.body
    }
}

/// Whom to call comes before why: danger stands in daylight, with the number first.
fn draw_stop(rules: &[&Rule], help: Option<Help>, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let mut y = area.y + area.height / 8;
    let calls = help.map_or_else(Vec::new, |help| say::calls(look, help, known));
    for (nth, call) in calls.into_iter().take(4).enumerate() {
        let (sign, style) = match nth {
            0 => ("! ", look.stop()),
            _ => ("  ", look.strong()),
        };
        y = paragraph(buf, area, y, &format!("{sign}{call}"), style);
    }
    for rule in rules {
        y = paragraph(buf, area, y + 1, rule.title.get(look.lang), look.strong());
        y = paragraph(buf, area, y, rule.reason.get(look.lang), look.text());
        y = paragraph(buf, area, y, rule.instead.get(look.lang), look.text());
    }
}

/// Where everything of the offers stands. Drawing and mouse read the same.
struct Placed {
    /// Lines above the rows: cautions, and that nothing asks for anything.
    above: Vec<(u16, String, bool)>,
    /// The offers, then good night.
    rows: Vec<PlacedRow>,
    /// "If you like", above what stands beside.
    beside: Option<u16>,
    /// The line for tonight, if there is one.
    tonight: Option<(u16, String)>,
}

struct PlacedRow {
    top: u16,
    bottom: u16,
    name: String,
    minutes: String,
    /// Lines below the name.
    lines: Vec<String>,
}

/// Tonight's card: its back, or what it says.
fn card_words(card: Card, known: &Known, look: &Look) -> (String, Vec<String>) {
    let trial = trial::trial(known);
    let minutes = trial.as_ref().map_or(0, |trial| trial.minutes);
    let name = |kind: Kind| match kind {
        Kind::Practice => trial.as_ref().map_or_else(String::new, |trial| {
            super::journal::routine(known, look, &trial.routine)
        }),
        Kind::Rest => t!(look, "trial-rest"),
        Kind::Breathe => t!(look, "trial-breathe"),
    };
    match card {
        Card::FaceDown => (t!(look, "trial-card"), vec![t!(look, "trial-card-down")]),
        Card::Turned(kind) => {
            let how = match kind {
                Kind::Practice => t!(look, "trial-how-practice"),
                Kind::Rest => t!(look, "trial-how-rest", minutes = minutes),
                Kind::Breathe => t!(look, "trial-how-breathe", minutes = minutes),
            };
            (t!(look, "trial-card-says", what = name(kind)), vec![how])
        }
    }
}

/// What stands below the name of an offer: why it is one, and of the chosen one what to expect.
fn offer_lines(offer: &Offer, chosen: Option<&Routine>, look: &Look, width: u16) -> Vec<String> {
    let mut lines = vec![evening::because(look, offer.because)];
    if offer.asks_meal {
        lines.push(t!(look, "suggestion-meal"));
    }
    if let Some(routine) = chosen {
        lines.extend(wrap(routine.expect.get(look.lang), width));
    }
    lines
}

/// Everything of the offers, from the top down.
fn place(
    screen: &Suggestion,
    card: Option<Card>,
    offered: &suggest::Suggestion,
    notes: &[&Rule],
    known: &Known,
    look: &Look,
    grid: &Grid,
) -> Placed {
    let area = column(grid);
    let short = grid.height == Height::Short;
    let gap = u16::from(!short);
    let chosen = screen.chosen(known);
    let mut y = area.y + if short { 0 } else { grid.body.height / 10 };
    let mut above = Vec::new();
    for rule in notes {
        for line in wrap(&format!("! {}", rule.reason.get(look.lang)), area.width) {
            above.push((y, line, true));
            y += 1;
        }
        y += gap;
    }
    if offered.first.is_none() {
        let words = if offered.beside.is_empty() {
            t!(look, "suggestion-nothing-fits")
        } else {
            t!(look, "suggestion-nothing")
        };
        above.push((y, words, false));
        y += 1 + gap;
    }
    let offers: Vec<(&Offer, bool)> = offered
        .first
        .iter()
        .map(|offer| (offer, true))
        .chain(offered.beside.iter().map(|offer| (offer, false)))
        .collect();
    let mut rows = Vec::new();
    let mut beside = None;
    if let Some(card) = card {
        let (name, lines) = card_words(card, known, look);
        let lines: Vec<String> = lines.iter().flat_map(|line| wrap(line, area.width - 4)).collect();
        let bottom = y + 1 + lines.len() as u16;
        rows.push(PlacedRow {
            top: y,
            bottom,
            name,
            minutes: String::new(),
            lines,
        });
        y = bottom + gap;
    }
    let cards = rows.len();
    // Rows still to come need one line each, good night included.
    for (index, (offer, is_first)) in offers.iter().enumerate() {
        if !is_first && beside.is_none() && !short {
            beside = Some(y);
            y += 1;
        }
        let waiting = (offers.len() - index) as u16 + 1;
        let room = area.bottom().saturating_sub(y + waiting + 1);
        let is_chosen = index + cards == chosen;
        let routine = known.routines.by_id(offer.routine);
        let mut lines = Vec::new();
        if *is_first || is_chosen || !short {
            lines = offer_lines(offer, routine.filter(|_| is_chosen), look, area.width - 4);
        }
        // What the rows do not hold stands cut in the last of them.
        if lines.len() > usize::from(room) {
            let last = usize::from(room).saturating_sub(1);
            let cut = lines.split_off(last).join(" ");
            lines.extend((room > 0).then_some(cut));
        }
        let bottom = y + 1 + lines.len() as u16;
        let name = routine.map_or(offer.routine, |routine| routine.name.get(look.lang));
        let minutes = routine
            .filter(|_| !offered.shorter)
            .map(|routine| t!(look, "suggestion-minutes", minutes = routine.minutes));
        rows.push(PlacedRow {
            top: y,
            bottom,
            name: name.to_owned(),
            minutes: minutes.unwrap_or_default(),
            lines,
        });
        y = bottom + gap;
    }
    rows.push(PlacedRow {
        top: y,
        bottom: y + 1,
        name: match known.is_evening() {
            true => t!(look, "suggestion-good-night"),
            false => t!(look, "suggestion-not-now"),
        },
        minutes: String::new(),
        lines: Vec::new(),
    });
    let tonight = offered.tonight.as_ref().and_then(|offer| {
        let routine = known.routines.by_id(offer.routine)?;
        let words = t!(look, "suggestion-tonight", routine = routine.name.get(look.lang));
        (y + 1 + gap < area.bottom()).then_some((y + 1 + gap, words))
    });
    Placed {
        above,
        rows,
        beside,
        tonight,
    }
}

fn draw_offers(
    screen: &Suggestion,
    card: Option<Card>,
    offered: &suggest::Suggestion,
    notes: &[&Rule],
    known: &Known,
    look: &Look,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let area = column(grid);
    let placed = place(screen, card, offered, notes, known, look, grid);
    let chosen = screen.chosen(known);
    for (y, line, caution) in &placed.above {
        let style = if *caution { look.caution() } else { look.strong() };
        put_within(buf, area, *y, 0, line, style);
    }
    if let Some(y) = placed.beside {
        put_within(buf, area, y, 2, &t!(look, "suggestion-offered"), look.dim());
    }
    for (index, row) in placed.rows.iter().enumerate() {
        let is_chosen = index == chosen;
        let style = if is_chosen { look.strong() } else { look.text() };
        if is_chosen {
            put_within(buf, area, row.top, 0, look.chosen_mark(), look.accent());
        }
        put_within(buf, area, row.top, 2, &row.name, style);
        let wide = row.minutes.width() as u16;
        put_within(buf, area, row.top, area.width - wide, &row.minutes, look.dim());
        for (y, line) in (row.top + 1..row.bottom).zip(&row.lines) {
            let line = Line::styled(line.as_str(), look.dim());
            let room = area.width.saturating_sub(4);
            if y < area.bottom() {
                put_line(buf, area.x + 4, y, room, &line, look);
            }
        }
    }
    if let Some((y, words)) = &placed.tonight {
        put_within(buf, area, *y, 2, words, look.dim());
    }
}

fn put_within(buf: &mut Buffer, area: Rect, y: u16, indent: u16, text: &str, style: ratatui::style::Style) {
    if y < area.bottom() {
        put(
            buf,
            area.x + indent,
            y,
            area.width.saturating_sub(indent),
            text,
            style,
        );
    }
}
