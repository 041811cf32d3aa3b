//! The tour: a title, a few sentences, and the keys they speak of.

use ratatui::buffer::Buffer;
use ratatui::text::Line;

use super::layout::{Grid, Height};
use super::look::Look;
use super::widgets::page::Page;
use super::words;
use crate::app::tour::{PAGES, Tour};
use crate::app::{Action, Context, Known};
use crate::t;

/// The first row.
pub fn title<'a>(tour: &Tour, look: &Look) -> (Line<'a>, Line<'a>) {
    let at = tour.page + 1;
    let place = t!(look, "place-of", at = at, count = PAGES);
    (
        Line::styled(t!(look, "tour-title"), look.strong()),
        Line::styled(place, look.dim()),
    )
}

/// The body.
pub fn draw(tour: &Tour, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (title, text, actions): (String, String, &[Action]) = match tour.page {
        0 => (
            t!(look, "tour-walk"),
            t!(look, "tour-walk-text"),
            &[
                Action::Up,
                Action::Down,
                Action::Left,
                Action::Right,
                Action::Open,
                Action::Back,
            ],
        ),
        1 => (
            t!(look, "tour-find"),
            t!(look, "tour-find-text"),
            &[Action::Search, Action::FindSpot, Action::Map],
        ),
        2 => (
            t!(look, "tour-practise"),
            t!(look, "tour-practise-text"),
            &[Action::Go, Action::Routines],
        ),
        3 => (
            t!(look, "tour-evening"),
            t!(look, "tour-evening-text"),
            &[Action::Today, Action::CheckIn, Action::Journal],
        ),
        4 => (
            t!(look, "tour-safety"),
            t!(look, "tour-safety-text"),
            &[Action::Safety, Action::RedFlags, Action::Why],
        ),
        _ => (
            t!(look, "tour-help"),
            t!(look, "tour-help-text"),
            &[
                Action::Help,
                Action::Commands,
                Action::Language,
                Action::Theme,
                Action::Quit,
            ],
        ),
    };
    // The longest: esc and backspace.
    const KEYS: u16 = 16;
    let mut page = Page::new(grid.body.width.min(60));
    page.say(&title, look.accent());
    page.gap();
    page.say(&text, look.text());
    page.gap();
    let short = grid.height == Height::Short;
    let mut together = Vec::new();
    for action in actions {
        let keys: Vec<String> = known
            .keymap
            .keys(Context::Atlas, *action)
            .map(|key| words::key(look, key))
            .collect();
        let what = words::action(look, *action);
        match keys.first() {
            // A short screen has no row for each.
            Some(key) if short => together.push(format!("{key} {what}")),
            _ => page.pair(&keys.join("  "), KEYS, &what, look.dim()),
        }
    }
    page.say(&together.join(", "), look.dim());
    let mut area = grid.body;
    if grid.height != Height::Short {
        area.y += 1;
        area.height -= 1;
    }
    page.draw(look, area, 0, buf);
}
