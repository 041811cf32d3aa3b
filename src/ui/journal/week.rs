//! Seven days, before and after on one scale.

use chrono::Days;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::{becomes, practised, track_words, value_words};
use crate::app::journal::{Journal, week_of};
use crate::app::{Hit, Known};
use crate::domain::glance::{Day, Track};
use crate::t;
use crate::ui::checkin::mark;
use crate::ui::evening;
use crate::ui::frame::{put, put_line};
use crate::ui::layout::{Grid, Height, Width};
use crate::ui::look::Look;

/// Where the scale begins, and how far its numbers stand apart.
fn scale(grid: &Grid, track: Track) -> (u16, u16) {
    let step = match grid.width {
        Width::Small => 1,
        Width::Medium => 3,
        Width::Large | Width::Huge => 5,
    };
    let step = if track == Track::Mood { step * 2 } else { step };
    (
        grid.body.x + if grid.width == Width::Small { 9 } else { 14 },
        step,
    )
}

fn least(track: Track) -> u8 {
    if track == Track::Mood { 1 } else { 0 }
}

/// The row of a day: two apart where there is room.
fn row_y(grid: &Grid, day: u16) -> u16 {
    let head = if grid.height == Height::Short { 1 } else { 2 };
    let apart = if grid.body.height >= 18 { 2 } else { 1 };
    grid.body.y + head + day * apart
}

/// The body.
pub fn draw(journal: &Journal, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let track = journal.track(known);
    let days = journal.days(track, known);
    let body = grid.body;
    let (x, step) = scale(grid, track);
    put(
        buf,
        body.x,
        body.y,
        // On a small screen no scale stands beside it.
        if grid.width == Width::Small {
            body.width
        } else {
            x - body.x - 1
        },
        &track_words(look, track),
        look.strong(),
    );
    let at = |value: u8| x + step * u16::from(value - least(track));
    if grid.width != Width::Small {
        for value in least(track)..=track.most() {
            put(buf, at(value), body.y, 2, &value.to_string(), look.dim());
        }
    }
    let empty = Day::default();
    for (row, date) in week_of(journal.day).start().iter_days().take(7).enumerate() {
        let y = row_y(grid, row as u16);
        let day = days.get(&date).unwrap_or(&empty);
        let chosen = date == journal.day;
        if chosen {
            put(
                buf,
                body.x.saturating_sub(1),
                y,
                1,
                look.chosen_mark(),
                look.accent(),
            );
        }
        let style = if chosen { look.strong() } else { look.dim() };
        put(
            buf,
            body.x + 1,
            y,
            8,
            &evening::weekday_and_day(look, date),
            style,
        );
        draw_day(day, track, known, look, grid, y, buf);
    }
    let y = row_y(grid, 6) + 2;
    let rows = foot(journal, track, known, look);
    let room = body.bottom().saturating_sub(y);
    for (row, words) in rows.iter().take(usize::from(room)).enumerate() {
        put(buf, body.x, y + row as u16, body.width, words, look.dim());
    }
}

fn draw_day(day: &Day, track: Track, known: &Known, look: &Look, grid: &Grid, y: u16, buf: &mut Buffer) {
    let body = grid.body;
    let (x, step) = scale(grid, track);
    let at = |value: u8| x + step * u16::from(value - least(track));
    let end = at(track.most()) + 3;
    if let Some(before) = day.before {
        let (full, _) = look.bar();
        if let Some(after) = day.after {
            for cell in at(before.min(after))..at(before.max(after)) {
                put(buf, cell, y, 1, full, look.accent());
            }
            put(buf, at(before), y, 1, "o", look.text());
            put(buf, at(after), y, 1, mark(look), look.accent());
        } else {
            put(buf, at(before), y, 1, "o", look.text());
        }
        let words = becomes(look, before, day.after);
        put(buf, end, y, 8, &words, look.text());
    }
    let names: Vec<String> = day
        .practices
        .iter()
        .map(|of| practised(known, look, of))
        .collect();
    let x = end + 10;
    if x < body.right() {
        put_line(
            buf,
            x,
            y,
            body.right() - x,
            &Line::styled(names.join(", "), look.dim()),
            look,
        );
    }
}

/// What the picture says below itself: its signs, and how much stands in it.
fn foot(journal: &Journal, track: Track, known: &Known, look: &Look) -> Vec<String> {
    let days = journal.days(track, known);
    let entries = days.values().map(|day| day.entries).sum::<usize>();
    let again = days.values().filter(|day| day.after.is_some()).count();
    let better = if track.more_is_better() {
        t!(look, "journal-higher-is-better")
    } else {
        t!(look, "journal-lower-is-calmer")
    };
    let signs = format!(
        "o {}   {} {}   {better}",
        t!(look, "journal-before"),
        mark(look),
        t!(look, "journal-afterwards")
    );
    vec![
        signs,
        t!(look, "journal-week-count", entries = entries, again = again),
    ]
}

/// The week in words, a line a day.
pub fn in_words(journal: &Journal, known: &Known, look: &Look) -> Vec<String> {
    if known.diary.pages.is_empty() {
        return vec![t!(look, "journal-empty")];
    }
    let track = journal.track(known);
    let days = journal.days(track, known);
    let mut lines = vec![track_words(look, track)];
    for date in week_of(journal.day).start().iter_days().take(7) {
        let name = evening::weekday_and_day(look, date);
        let words = match days.get(&date) {
            None => t!(look, "journal-nothing-that-day"),
            Some(day) => day_in_words(day, track, known, look),
        };
        let gap = " ".repeat(8usize.saturating_sub(name.width()));
        lines.push(format!("  {name}{gap}{words}"));
    }
    lines.push(foot(journal, track, known, look).swap_remove(1));
    lines
}

/// A day as one reads it aloud: its numbers, then what was practised.
pub(super) fn day_in_words(day: &Day, track: Track, known: &Known, look: &Look) -> String {
    let number = match (day.before, day.after) {
        (Some(before), Some(after)) => t!(
            look,
            "journal-from-to",
            before = value_words(look, track, before),
            after = value_words(look, track, after)
        ),
        (Some(before), None) => value_words(look, track, before),
        (None, _) => t!(look, "journal-not-rated"),
    };
    let names = day.practices.iter().map(|of| practised(known, look, of));
    std::iter::once(number)
        .chain(names)
        .collect::<Vec<_>>()
        .join(", ")
}

/// What lies at a cell.
pub fn hit(journal: &Journal, grid: &Grid, position: Position) -> Option<Hit> {
    let row = (0..7u16).find(|row| row_y(grid, *row) == position.y)?;
    let inside = Rect {
        x: grid.all.x,
        width: grid.all.width,
        ..grid.body
    }
    .contains(position);
    let day = *week_of(journal.day).start() + Days::new(u64::from(row));
    inside.then_some(Hit::Day(day))
}
