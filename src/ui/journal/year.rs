//! A year: one sign a day, the weeks' medians as a line below it, and the practices. Colour only repeats what
//! the signs say; an empty day is a faint dot, not a gap and not a fault.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{empty_sign, height_sign, legend, track_words};
use crate::app::journal::{Journal, week_of, year_of};
use crate::app::{Hit, Known};
use crate::domain::glance::{self, Days as Picture, Track};
use crate::t;
use crate::ui::evening;
use crate::ui::frame::{paragraph, put, put_line, wrap};
use crate::ui::layout::{Grid, Height, Width, scrolled};
use crate::ui::look::Look;
use crate::ui::widgets::trend::{self, Trend};

/// Where the names of the weekdays end and the weeks begin.
const NAMES: u16 = 7;

fn cell_width(grid: &Grid) -> u16 {
    match grid.width {
        Width::Small | Width::Medium => 1,
        Width::Large => 2,
        Width::Huge => 3,
    }
}

/// The Monday of the year's first week.
fn first_monday(year: NaiveDate) -> NaiveDate {
    *week_of(*year_of(year).start()).start()
}

/// The weeks of a year that have at least one of its days.
fn weeks(day: NaiveDate) -> usize {
    ((*year_of(day).end() - first_monday(day)).num_days() / 7 + 1) as usize
}

/// Where a day's sign stands.
fn place(day: NaiveDate, grid: &Grid) -> (u16, u16) {
    let week = ((day - first_monday(day)).num_days() / 7) as u16;
    let row = day.weekday().num_days_from_monday() as u16;
    (
        grid.body.x + NAMES + week * cell_width(grid),
        grid.body.y + 2 + row,
    )
}

/// The body.
pub fn draw(journal: &Journal, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let track = journal.track(known);
    let days = journal.days(track, known);
    let body = grid.body;
    if journal.year_in_words(known) {
        // The first line says what is followed; then a line a month, as wide as the list. The sentences are wrapped.
        let mut lines = in_words(journal, known, look);
        let sentences = lines.split_off(lines.len().min(1 + 12));
        let sentences = sentences.iter().flat_map(|line| wrap(line, body.width));
        lines.extend(sentences);
        let chosen = journal.day.month() as usize;
        let height = usize::from(body.height);
        // Below the last month there is nothing to choose any more: the sentences come into sight with it.
        let first = match chosen {
            12 => lines.len().saturating_sub(height).min(chosen),
            _ => scrolled(chosen, lines.len(), height),
        };
        for (y, (at, line)) in (body.y..body.bottom()).zip(lines.iter().enumerate().skip(first)) {
            let style = if at == chosen { look.strong() } else { look.text() };
            if at == chosen {
                put(
                    buf,
                    body.x.saturating_sub(1),
                    y,
                    1,
                    look.chosen_mark(),
                    look.accent(),
                );
            }
            put_line(
                buf,
                body.x,
                y,
                body.width,
                &Line::styled(line.trim_start().to_owned(), style),
                look,
            );
        }
        return;
    }
    let what = if journal.practices {
        t!(look, "journal-practices")
    } else {
        track_words(look, track)
    };
    put(buf, body.x, body.y, body.width, &what, look.strong());
    draw_names(journal, look, grid, buf);
    for date in year_of(journal.day)
        .start()
        .iter_days()
        .take_while(|day| year_of(journal.day).contains(day))
    {
        let (x, y) = place(date, grid);
        let day = days.get(&date);
        let height = match day {
            Some(day) if journal.practices => {
                (!day.practices.is_empty()).then(|| (day.practices.len() - 1).min(3))
            }
            Some(day) => day.before.map(|value| track.height(value)),
            None => None,
        };
        let (sign, style) = height.map_or((empty_sign(look), look.faint()), |height| {
            height_sign(look, height)
        });
        let style = if date == journal.day { look.chip() } else { style };
        for cell in 0..(if height.is_some() {
            cell_width(grid).min(2)
        } else {
            1
        }) {
            put(buf, x + cell, y, 1, sign, style);
        }
    }
    let mut y = body.y + 10;
    if !journal.practices {
        let mut spans = legend(look, track, grid);
        if grid.width >= Width::Large {
            // Beside the line below there is no room for its meaning.
            let signs = if look.ascii { "1-7" } else { "⣀⣤⣶⣿" };
            spans.push(Span::styled(format!("      {signs} "), look.text()));
            spans.push(Span::styled(t!(look, "journal-x-practice"), look.dim()));
        }
        put_line(
            buf,
            body.x + NAMES,
            y,
            body.width - NAMES,
            &Line::from(spans),
            look,
        );
    }
    y += 2;
    let words = summary(&days, journal, look);
    let words_height = words.len() as u16;
    let room = body.bottom().saturating_sub(y + words_height);
    if room >= 5 && grid.height != Height::Short {
        let height = room.saturating_sub(1).min(12);
        draw_trend(journal, track, &days, look, Rect { y, height, ..body }, grid, buf);
        y += height + 1;
    }
    let area = Rect {
        width: body.width.min(76),
        ..body
    };
    for line in words {
        if y < body.bottom() {
            y = paragraph(buf, area, y, &line, look.dim());
        }
    }
}

/// The months above their first weeks, the weekdays beside their rows.
fn draw_names(journal: &Journal, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    let year = journal.day.year();
    for month in 1..=12 {
        let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else {
            continue;
        };
        let (x, _) = place(first, grid);
        // Narrow months would run into each other with the dot of their shortening.
        let name = evening::month(look, month);
        put(buf, x, body.y + 1, 4, name.trim_end_matches('.'), look.dim());
    }
    for (row, day) in first_monday(journal.day).iter_days().take(7).enumerate() {
        let name = evening::weekday(look, day.weekday());
        put(
            buf,
            body.x + 1,
            body.y + 2 + row as u16,
            NAMES - 2,
            &name,
            look.dim(),
        );
    }
}

fn draw_trend(
    journal: &Journal,
    track: Track,
    days: &Picture,
    look: &Look,
    area: Rect,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let monday = first_monday(journal.day);
    let (mut values, mut practices) = (Vec::new(), Vec::new());
    for week in 0..weeks(journal.day) {
        let first = monday + Days::new(7 * week as u64);
        let week = days.range(first..first + Days::new(7));
        let mut numbers: Vec<u8> = week.clone().filter_map(|(_, day)| day.before).collect();
        values.push(glance::median(&mut numbers));
        practices.push(week.filter(|(_, day)| !day.practices.is_empty()).count());
    }
    let trend = Trend {
        values: &values,
        practices: &practices,
        most: track.most(),
        step: cell_width(grid),
    };
    let area = Rect {
        x: area.x + NAMES - trend::AXIS,
        width: area.width - NAMES + trend::AXIS,
        ..area
    };
    trend::draw(&trend, look, area, buf);
}

/// What the picture says, in sentences.
fn summary(days: &Picture, journal: &Journal, look: &Look) -> Vec<String> {
    let entries = days.values().filter(|day| day.entries > 0).count();
    let practices: usize = days.values().map(|day| day.practices.len()).sum();
    let mut lines = vec![t!(
        look,
        "journal-year-sum",
        days = entries,
        practices = practices
    )];
    let mut quarters = Vec::new();
    for quarter in 0..4u32 {
        let months = quarter * 3 + 1..=quarter * 3 + 3;
        let mut values: Vec<u8> = days
            .iter()
            .filter(|(day, _)| months.contains(&day.month()))
            .filter_map(|(_, day)| day.before)
            .collect();
        if let Some(median) = glance::median(&mut values) {
            let (from, to) = (
                evening::month(look, *months.start()),
                evening::month(look, *months.end()),
            );
            quarters.push(t!(
                look,
                "journal-quarter",
                from = from,
                to = to,
                median = evening::median(look, Some(median))
            ));
        }
    }
    if !quarters.is_empty() && !journal.practices {
        lines.push(t!(look, "journal-year-median", quarters = quarters.join(", ")));
    }
    lines.push(t!(look, "journal-year-doubt"));
    lines
}

/// The year in words: a line a month, and what it comes to.
pub fn in_words(journal: &Journal, known: &Known, look: &Look) -> Vec<String> {
    if known.diary.pages.is_empty() {
        return vec![t!(look, "journal-empty")];
    }
    let track = journal.track(known);
    let days = journal.days(track, known);
    let mut lines = vec![track_words(look, track)];
    for month in 1..=12 {
        let of_month = || days.iter().filter(|(day, _)| day.month() == month);
        let entries = of_month().filter(|(_, day)| day.entries > 0).count();
        let practices: usize = of_month().map(|(_, day)| day.practices.len()).sum();
        let mut values: Vec<u8> = of_month().filter_map(|(_, day)| day.before).collect();
        let words = match glance::median(&mut values) {
            _ if entries + practices == 0 => t!(look, "journal-nothing-that-month"),
            median => t!(
                look,
                "journal-month-line",
                days = entries,
                median = evening::median(look, median),
                practices = practices
            ),
        };
        lines.push(format!("  {:<4} {words}", evening::month(look, month)));
    }
    lines.extend(summary(&days, journal, look));
    lines
}

/// What lies at a cell.
pub fn hit(journal: &Journal, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    if journal.year_in_words(known) {
        return None;
    }
    let week = position.x.checked_sub(grid.body.x + NAMES)? / cell_width(grid);
    let row = position.y.checked_sub(grid.body.y + 2).filter(|row| *row < 7)?;
    let day = first_monday(journal.day) + Days::new(u64::from(week) * 7 + u64::from(row));
    year_of(journal.day).contains(&day).then_some(Hit::Day(day))
}
