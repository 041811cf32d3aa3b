//! A calendar: each day its height before and after, and its numbers.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{becomes, day_style, empty_sign, height_sign, legend, track_words, value_words};
use crate::app::journal::{Journal, month_of, week_of};
use crate::app::{Hit, Known};
use crate::domain::glance::{self, Track};
use crate::t;
use crate::ui::evening;
use crate::ui::frame::{put, put_line};
use crate::ui::layout::{Grid, Width};
use crate::ui::look::Look;
use crate::ui::widgets::trend::{self, Trend};

/// Rows a trend line takes under the calendar, with its axis and the practices.
const TREND: u16 = 9;

/// Where the calendar's cells lie: the first one, how wide and how tall each is.
struct Cells {
    x: u16,
    y: u16,
    wide: u16,
    tall: u16,
}

fn cells(grid: &Grid, weeks: u16) -> Cells {
    let body = grid.body;
    let wide = (body.width / 7).min(14);
    // Below the names of the weekdays; the row above the legend stays free.
    let room = body.height.saturating_sub(4);
    let tall = match room / weeks {
        3.. => 3,
        2 => 2,
        _ => 1,
    };
    let x = body.x
        + if grid.width == Width::Small {
            0
        } else {
            (body.width - 7 * wide).min(2)
        };
    Cells {
        x,
        y: body.y + 2,
        wide,
        tall,
    }
}

fn weeks(day: NaiveDate) -> u16 {
    let month = month_of(day);
    let first = *week_of(*month.start()).start();
    ((*month.end() - first).num_days() / 7 + 1) as u16
}

fn place(day: NaiveDate, cells: &Cells) -> (u16, u16) {
    let first = *week_of(*month_of(day).start()).start();
    let week = ((day - first).num_days() / 7) as u16;
    let column = day.weekday().num_days_from_monday() as u16;
    (cells.x + column * cells.wide, cells.y + week * cells.tall)
}

/// The body.
pub fn draw(journal: &Journal, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let track = journal.track(known);
    if journal.in_words {
        for (y, line) in (grid.body.y..grid.body.bottom()).zip(in_words(journal, known, look)) {
            put(buf, grid.body.x, y, grid.body.width, &line, look.text());
        }
        return;
    }
    let days = journal.days(track, known);
    let body = grid.body;
    let weeks = weeks(journal.day);
    let cells = cells(grid, weeks);
    put(
        buf,
        body.x,
        body.y,
        body.width,
        &track_words(look, track),
        look.strong(),
    );
    for (column, day) in week_of(journal.day).start().iter_days().take(7).enumerate() {
        let x = cells.x + column as u16 * cells.wide;
        put(
            buf,
            x,
            body.y + 1,
            cells.wide - 1,
            &evening::weekday(look, day.weekday()),
            look.dim(),
        );
    }
    for date in month_of(journal.day)
        .start()
        .iter_days()
        .take_while(|day| month_of(journal.day).contains(day))
    {
        let (x, y) = place(date, &cells);
        let style = day_style(look, date, journal.day, known);
        put(buf, x, y, 2, &format!("{:>2}", date.day()), style);
        let Some(day) = days.get(&date) else {
            continue;
        };
        if let Some(before) = day.before {
            let (sign, style) = height_sign(look, track.height(before));
            put(buf, x + 3, y, 1, sign, style);
            if let Some(after) = day.after {
                let (sign, style) = height_sign(look, track.height(after));
                put(buf, x + 5.min(cells.wide - 1), y, 1, sign, style);
            }
            if cells.tall > 1 && cells.wide >= 8 {
                put(
                    buf,
                    x,
                    y + 1,
                    cells.wide - 1,
                    &becomes(look, before, day.after),
                    look.dim(),
                );
            }
        } else {
            put(buf, x + 3, y, 1, empty_sign(look), look.faint());
        }
    }
    let mut y = cells.y + weeks * cells.tall + 1;
    if body.bottom() >= y + TREND + 3 && grid.width >= Width::Medium {
        draw_trend(
            journal,
            track,
            &days,
            look,
            Rect {
                y,
                height: TREND,
                ..body
            },
            buf,
        );
        y += TREND + 1;
    }
    let y = y.min(body.bottom().saturating_sub(1));
    if y >= cells.y + weeks * cells.tall {
        let practices: usize = days.values().map(|day| day.practices.len()).sum();
        let mut spans = legend(look, track, grid);
        if grid.width != Width::Small {
            spans.push(Span::styled(
                format!("   {}", t!(look, "insight-practices", count = practices)),
                look.dim(),
            ));
        }
        put_line(buf, body.x, y, body.width, &Line::from(spans), look);
    }
}

fn draw_trend(
    journal: &Journal,
    track: Track,
    days: &glance::Days,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) {
    let month: Vec<NaiveDate> = month_of(journal.day)
        .start()
        .iter_days()
        .take_while(|day| month_of(journal.day).contains(day))
        .collect();
    let value = |day: &NaiveDate| days.get(day).and_then(|day| day.before).map(f64::from);
    let values: Vec<Option<f64>> = month.iter().map(value).collect();
    let practices: Vec<usize> = month
        .iter()
        .map(|day| days.get(day).map_or(0, |day| day.practices.len()))
        .collect();
    let trend = Trend {
        values: &values,
        practices: &practices,
        most: track.most(),
        step: if area.width >= 100 { 3 } else { 2 },
    };
    trend::draw(
        &trend,
        look,
        Rect {
            x: area.x + 2,
            width: area.width - 2,
            ..area
        },
        buf,
    );
}

/// The month in words: a line a day that has an entry, and a line that sums it up.
pub fn in_words(journal: &Journal, known: &Known, look: &Look) -> Vec<String> {
    if known.diary.pages.is_empty() {
        return vec![t!(look, "journal-empty")];
    }
    let track = journal.track(known);
    let days = journal.days(track, known);
    let mut values: Vec<u8> = days.values().filter_map(|day| day.before).collect();
    let entries = days.len();
    let practices: usize = days.values().map(|day| day.practices.len()).sum();
    let mut lines = vec![track_words(look, track)];
    let mut median = evening::median(look, glance::median(&mut values));
    if track == Track::Mood && !values.is_empty() {
        median = value_words(look, track, values[values.len() / 2]);
    }
    lines.push(t!(
        look,
        "journal-month-sum",
        days = entries,
        practices = practices,
        median = median
    ));
    for (date, day) in &days {
        let words = super::week::day_in_words(day, track, known, look);
        lines.push(format!("  {:<8}{words}", evening::weekday_and_day(look, *date)));
    }
    lines
}

/// What lies at a cell.
pub fn hit(journal: &Journal, grid: &Grid, position: Position) -> Option<Hit> {
    let weeks = weeks(journal.day);
    let cells = cells(grid, weeks);
    let column = position.x.checked_sub(cells.x)? / cells.wide;
    let week = position.y.checked_sub(cells.y)? / cells.tall;
    let first = *week_of(*month_of(journal.day).start()).start();
    let day = first + Days::new(u64::from(week * 7 + column));
    (column < 7 && month_of(journal.day).contains(&day)).then_some(Hit::Day(day))
}
