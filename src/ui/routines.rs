//! The routines: the list, and what may honestly be said of the chosen one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::frame::{put, put_line, rule, wrap};
use super::layout::{Grid, Width, scrolled};
use super::look::Look;
use super::preview;
use super::safety_words as say;
use super::widgets::digits::clock;
use super::widgets::rows;
use crate::app::preview::{NoOffer, Offer, Preview};
use crate::app::routines::{Shelf, word_for};
use crate::app::{Hit, Known};
use crate::domain::routine::Routine;
use crate::domain::safety::Verdict;
use crate::t;

/// The first row.
pub fn title<'a>(shelf: &Shelf, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let count = shelf.routines(known).len();
    let at = shelf.row + 1;
    let place = t!(look, "place-of", at = at, count = count);
    (
        Line::styled(t!(look, "routines-title"), look.strong()),
        Line::styled(place, look.dim()),
    )
}

/// Where the list and the words about the chosen one lie.
fn panes(grid: &Grid) -> (Rect, Option<Rect>) {
    let body = grid.body;
    match grid.width {
        Width::Small => {
            // Below the list, as much as four rows can say.
            let below = 5.min(body.height / 2);
            let list = Rect {
                height: body.height - below,
                ..body
            };
            let words = Rect {
                y: list.bottom(),
                height: below,
                ..body
            };
            (list, Some(words))
        }
        _ => {
            let list = Rect { width: 34, ..body };
            let x = list.right() + 3;
            let words = Rect {
                x,
                width: (body.right() - x).min(60),
                ..body
            };
            (list, Some(words))
        }
    }
}

/// The body.
pub fn draw(shelf: &Shelf, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (list, words) = panes(grid);
    let routines = shelf.routines(known);
    let first = scrolled(shelf.row, routines.len(), usize::from(list.height));
    for (y, (row, routine)) in (list.y..list.bottom()).zip(routines.iter().enumerate().skip(first)) {
        let chosen = row == shelf.row;
        let outlook = Preview::of_routine(routine).outlook(known);
        let verdict = word_for(&outlook);
        let style = match (chosen, verdict.lets_through() && outlook.is_ok()) {
            (true, _) => look.strong(),
            (false, true) => look.text(),
            (false, false) => look.dim(),
        };
        if chosen {
            rows::choose(look, rows::texts(list), y, buf);
        }
        let minutes = length(routine, &outlook);
        // From the right: how long, what safety says, and whether it is liked.
        let mut at = list.right() - minutes.width() as u16;
        put(buf, at, y, 6, &minutes, look.dim());
        if verdict > Verdict::Fine {
            at -= 2;
            put(buf, at, y, 1, say::shape(look, verdict), look.caution());
        }
        if known.likes_routine(&routine.id) {
            at -= 2;
            put(buf, at, y, 1, "*", look.accent());
        }
        let room = at - list.x - 3;
        put_line(
            buf,
            list.x + 2,
            y,
            room,
            &Line::styled(routine.name.get(look.lang), style),
            look,
        );
    }
    if let (Some(words), Some(routine)) = (words, shelf.chosen(known)) {
        about(routine, known, look, grid, words, buf);
    }
}

/// How long a routine takes, as it is for this person now.
fn length(routine: &Routine, outlook: &Result<Offer, NoOffer>) -> String {
    match outlook {
        Ok(offer) => clock(offer.timeline.total()),
        Err(_) => format!("{}:00", routine.minutes),
    }
}

/// What safety says of a routine: its word with its shape, then what it changed or why it says no; nothing
/// where it says nothing.
fn for_you(routine: &Routine, known: &Known, look: &Look) -> Vec<String> {
    let outlook = Preview::of_routine(routine).outlook(known);
    let verdict = word_for(&outlook);
    let mut lines = Vec::new();
    if verdict > Verdict::Fine {
        let word = say::of_a_plan(look, verdict);
        lines.push(format!("{} {word}", say::shape(look, verdict)));
    }
    match &outlook {
        Ok(offer) => lines.extend(preview::told(offer, known, look)),
        Err(no) => lines.extend(preview::refusal(no, known, look)),
    }
    lines
}

fn about(routine: &Routine, known: &Known, look: &Look, grid: &Grid, area: Rect, buf: &mut Buffer) {
    let mut y = area.y;
    let mut write = |text: &str, style, y: &mut u16| {
        for line in wrap(text, area.width) {
            if *y < area.bottom() {
                put(buf, area.x, *y, area.width, &line, style);
                *y += 1;
            }
        }
    };
    let for_you = for_you(routine, known, look);
    // The word stands out; what it means is read calmly.
    let weight = |nth| if nth == 0 { look.caution() } else { look.text() };
    if grid.width == Width::Small {
        y += 1;
        for (nth, line) in for_you.iter().enumerate() {
            write(line, weight(nth), &mut y);
        }
        write(routine.expect.get(look.lang), look.dim(), &mut y);
        rule(look, area, area.y, buf);
        return;
    }
    write(routine.name.get(look.lang), look.strong(), &mut y);
    y += 1;
    let codes: Vec<String> = routine
        .plan
        .presses()
        .map(|(_, press)| known.content.atlas.point(press.point).code.to_string())
        .collect();
    if !codes.is_empty() {
        write(&codes.join("  "), look.text(), &mut y);
        y += 1;
    }
    for (nth, line) in for_you.iter().enumerate() {
        write(line, weight(nth), &mut y);
    }
    y += u16::from(!for_you.is_empty());
    write(routine.why.get(look.lang), look.text(), &mut y);
    y += 1;
    write(&t!(look, "preview-expect"), look.strong(), &mut y);
    write(routine.expect.get(look.lang), look.text(), &mut y);
    if routine.tradition && routine.evidence.is_empty() {
        write(&t!(look, "preview-tradition"), look.dim(), &mut y);
    }
}

/// What lies at a cell of the body.
pub fn hit(shelf: &Shelf, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let (list, _) = panes(grid);
    rows::at(list, shelf.row, shelf.routines(known).len(), position).map(Hit::Row)
}
