//! The routines: the list, and what may honestly be said of the chosen one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::frame::{put, put_line, rule, wrap};
use super::layout::{Grid, Width, scrolled};
use super::look::Look;
use super::widgets::digits::clock;
use crate::app::preview::Preview;
use crate::app::routines::Shelf;
use crate::app::{Hit, Known};
use crate::domain::routine::Routine;
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
        let suits = shelf.suits(routine, known);
        let style = match (chosen, suits) {
            (true, _) => look.strong(),
            (false, true) => look.text(),
            (false, false) => look.dim(),
        };
        if chosen {
            put(buf, list.x, y, 1, look.chosen_mark(), look.accent());
        }
        let minutes = length(routine, known);
        let at = list.right() - minutes.chars().count() as u16;
        let mut room = at - list.x - 3;
        put(buf, at, y, 6, &minutes, look.dim());
        if !suits {
            // Never by colour alone.
            put(buf, at - 2, y, 1, "!", look.caution());
            room -= 2;
        }
        if known.likes_routine(&routine.id) {
            put(buf, at - 2, y, 1, "*", look.accent());
            room = room.min(at - list.x - 5);
        }
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
fn length(routine: &Routine, known: &Known) -> String {
    match Preview::of_routine(routine).outlook(known) {
        Ok(offer) => clock(offer.timeline.total()),
        Err(_) => format!("{}:00", routine.minutes),
    }
}

fn about(routine: &Routine, known: &Known, look: &Look, grid: &Grid, area: Rect, buf: &mut Buffer) {
    let mut y = area.y;
    let mut say = |text: &str, style, y: &mut u16| {
        for line in wrap(text, area.width) {
            if *y < area.bottom() {
                put(buf, area.x, *y, area.width, &line, style);
                *y += 1;
            }
        }
    };
    if grid.width == Width::Small {
        y += 1;
        say(routine.expect.get(look.lang), look.dim(), &mut y);
        rule(look, area, area.y, buf);
        return;
    }
    say(routine.name.get(look.lang), look.strong(), &mut y);
    y += 1;
    let codes: Vec<String> = routine
        .plan
        .presses()
        .map(|(_, press)| known.content.atlas.point(press.point).code.to_string())
        .collect();
    if !codes.is_empty() {
        say(&codes.join("  "), look.text(), &mut y);
        y += 1;
    }
    say(routine.why.get(look.lang), look.text(), &mut y);
    y += 1;
    say(&t!(look, "preview-expect"), look.strong(), &mut y);
    say(routine.expect.get(look.lang), look.text(), &mut y);
    if routine.tradition && routine.evidence.is_empty() {
        say(&t!(look, "preview-tradition"), look.dim(), &mut y);
    }
}

/// What lies at a cell of the body.
pub fn hit(shelf: &Shelf, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let (list, _) = panes(grid);
    let count = shelf.routines(known).len();
    let first = scrolled(shelf.row, count, usize::from(list.height));
    let row = first + usize::from(position.y.checked_sub(list.y)?);
    (list.contains(position) && row < count).then_some(Hit::Row(row))
}
