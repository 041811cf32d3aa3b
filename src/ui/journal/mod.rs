//! The journal: a day, a week, a month, a year; where it was felt; what the notes and the numbers say. Before
//! is `o`, after is `◉`, always in this order; worse looks exactly like better.

mod body;
mod day;
mod insight;
mod lists;
mod month;
mod week;
mod year;

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::evening;
use super::frame::paragraph;
use super::layout::{Grid, Width};
use super::look::Look;
use crate::app::journal::{Journal, View, routines};
use crate::app::trial::{BREATHE, REST};
use crate::app::{Action, Hit, Known};
use crate::domain::breath::meant;
use crate::domain::checkin::Mood;
use crate::domain::glance::{Only, Track};
use crate::domain::journal::Of;
use crate::t;

pub use day::told;
pub use insight::{compared, no_benefit, sentences};
pub use month::in_words as month_in_words;
pub use week::in_words as week_in_words;
pub use year::in_words as year_in_words;

/// Text never runs wider than this.
const WIDEST: u16 = 60;

/// The first row.
pub fn title<'a>(journal: &Journal, known: &Known, look: &Look, grid: &Grid) -> (Line<'a>, Line<'a>) {
    let year = known.today_is().year();
    let small = grid.width == Width::Small;
    let name = |word: String, what: String| {
        let mut spans = vec![
            Span::styled(word, look.dim()),
            Span::styled(format!("  {what}"), look.strong()),
        ];
        if small {
            // What it is about says more than where one is.
            spans.remove(0);
            spans[0].content = what.clone().into();
        }
        spans
    };
    let titled = t!(look, "journal-title");
    let (mut left, right) = match &journal.view {
        View::Day => (
            name(titled, evening::long_date(look, journal.day, year)),
            depths(journal, look),
        ),
        View::Week => (name(titled, between(look, journal)), depths(journal, look)),
        View::Month => (
            name(titled, evening::month_and_year(look, journal.day)),
            depths(journal, look),
        ),
        View::Year => (
            name(titled, journal.day.year().to_string()),
            depths(journal, look),
        ),
        View::Body(_) => (
            name(t!(look, "journal-where"), between(look, journal)),
            Line::default(),
        ),
        View::Find(_) => (name(titled, t!(look, "journal-find")), Line::default()),
        View::Narrow => (name(titled, t!(look, "journal-narrow")), Line::default()),
        View::Insight { measure, routine } => {
            let (what, right) = insight::title(*measure, *routine, known, look);
            (
                name(t!(look, "insight-title"), what),
                Line::styled(right, look.dim()),
            )
        }
    };
    if let Some(only) = &journal.only {
        left.push(Span::styled(
            format!("   {}", only_words(only, known, look)),
            look.accent(),
        ));
    }
    let right = if small && !matches!(journal.view, View::Insight { .. }) {
        Line::default()
    } else {
        right
    };
    (Line::from(left), right)
}

/// The four depths: what shows it, what asks for it, and its word.
fn depth_words(look: &Look) -> [(View, Action, String); 4] {
    [
        (View::Day, Action::Day, t!(look, "action-day")),
        (View::Week, Action::Week, t!(look, "action-week")),
        (View::Month, Action::Month, t!(look, "action-month")),
        (View::Year, Action::Year, t!(look, "action-year")),
    ]
}

/// The word of a depth at a cell of the first row.
pub fn hit_depth(journal: &Journal, look: &Look, grid: &Grid, position: Position) -> Option<Hit> {
    let words = depth_words(look);
    let shown = words.iter().any(|(view, ..)| *view == journal.view);
    if !shown || grid.width == Width::Small || !grid.first.contains(position) {
        return None;
    }
    let mut right = grid.first.right();
    words.into_iter().rev().find_map(|(_, action, word)| {
        let left = right.saturating_sub(word.width() as u16);
        let here = (left..right).contains(&position.x);
        right = left.saturating_sub(2);
        here.then_some(Hit::Action(action))
    })
}

/// The four depths, the one shown strong.
fn depths<'a>(journal: &Journal, look: &Look) -> Line<'a> {
    let mut spans = Vec::new();
    for (at, (view, _, word)) in depth_words(look).into_iter().enumerate() {
        let style = if view == journal.view {
            look.strong()
        } else {
            look.dim()
        };
        let gap = if at == 0 { "" } else { "  " };
        spans.push(Span::styled(format!("{gap}{word}"), style));
    }
    Line::from(spans)
}

/// What stands above a picture in words.
pub fn heading(journal: &Journal, known: &Known, look: &Look) -> String {
    let shown = between(look, journal);
    match &journal.only {
        Some(only) => format!("{shown}, {}", only_words(only, known, look)),
        None => shown,
    }
}

/// The days a view shows: "16 to 22 November", "November 2026", "2026".
fn between(look: &Look, journal: &Journal) -> String {
    let range = journal.range();
    let (first, last) = (*range.start(), *range.end());
    match (last - first).num_days() {
        0..=6 => t!(
            look,
            "journal-week-of",
            from = evening::day_and_month(look, first, first.month() != last.month()),
            to = evening::day_and_month(look, last, true)
        ),
        7..=31 => evening::month_and_year(look, first),
        _ => first.year().to_string(),
    }
}

/// What everything is narrowed to.
fn only_words(only: &Only, known: &Known, look: &Look) -> String {
    let what = match only {
        Only::Tag(tag) => tag.clone(),
        Only::Place(part) => evening::part(look, *part).to_lowercase(),
        Only::Routine(id) => routine(known, look, id),
    };
    t!(look, "journal-only", what = what)
}

/// The body.
pub fn draw(journal: &Journal, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    if known.diary.pages.is_empty() && !matches!(journal.view, View::Find(_)) {
        let words = match &known.diary.trouble {
            Some(trouble) => super::words::trouble(look, trouble),
            None if !known.diary.is_open => t!(look, "journal-opening"),
            None => t!(look, "journal-empty"),
        };
        draw_words(&words, look, grid, buf);
        return;
    }
    match &journal.view {
        View::Day => day::draw(journal, known, look, grid, buf),
        View::Week => week::draw(journal, known, look, grid, buf),
        View::Month => month::draw(journal, known, look, grid, buf),
        View::Year => year::draw(journal, known, look, grid, buf),
        View::Body(_) => body::draw(journal, known, look, grid, buf),
        View::Find(find) => lists::draw_find(find, journal.row, known, look, grid, buf),
        View::Narrow => lists::draw_narrow(journal.row, known, look, grid, buf),
        View::Insight { measure, routine } => {
            let routines = routines(known);
            let id = routine.checked_sub(1).and_then(|at| routines.get(at));
            let id = id.map(String::as_str);
            insight::draw(*measure, id, journal.row, known, look, grid, buf);
        }
    }
}

/// What lies at a cell of the body.
pub fn hit(journal: &Journal, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    if known.diary.pages.is_empty() {
        return None;
    }
    match &journal.view {
        View::Week => week::hit(journal, grid, position),
        View::Month => month::hit(journal, grid, position),
        View::Year => year::hit(journal, known, grid, position),
        View::Find(_) => lists::hit_find(journal.row, known, grid, position),
        View::Narrow => lists::hit_narrow(journal.row, known, grid, position),
        View::Day | View::Body(_) | View::Insight { .. } => None,
    }
}

fn draw_words(text: &str, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let width = grid.body.width.min(WIDEST);
    let area = Rect {
        x: grid.body.x + (grid.body.width - width) / 2,
        width,
        ..grid.body
    };
    paragraph(
        buf,
        area,
        grid.body.y + grid.body.height * 2 / 5,
        text,
        look.dim(),
    );
}

/// What is followed: "Tension", "How it was".
pub fn track_words(look: &Look, track: Track) -> String {
    match track {
        Track::Mood => t!(look, "journal-mood"),
        Track::Measure(measure) => evening::measure(look, measure),
    }
}

/// One number of what is followed: a mood in its own words.
fn value_words(look: &Look, track: Track, value: u8) -> String {
    match track {
        Track::Mood => Mood::from_step(value)
            .map(|mood| evening::mood(look, mood))
            .unwrap_or_default(),
        Track::Measure(_) => value.to_string(),
    }
}

/// "7 ▸ 4"; a dash where nothing was answered afterwards.
fn becomes(look: &Look, before: u8, after: Option<u8>) -> String {
    let after = after.map_or("-".to_owned(), |after| after.to_string());
    format!("{before} {} {after}", look.chosen_mark())
}

/// The sign of a height, and how it looks: the sign alone tells it, the weight repeats it.
fn height_sign(look: &Look, height: usize) -> (&'static str, Style) {
    let sign = if look.ascii {
        ["1", "2", "3", "4"][height]
    } else {
        ["⣀", "⣤", "⣶", "⣿"][height]
    };
    (sign, look.warmth(height))
}

/// The sign of a day without an entry.
fn empty_sign(look: &Look) -> &'static str {
    if look.ascii { "." } else { "⠂" }
}

/// "⣀ 0-2   ⣤ 3-5 ...": what the heights mean. On a small screen closer together, and the sign of no entry, which
/// nobody has to look up, is left out.
fn legend<'a>(look: &Look, track: Track, grid: &Grid) -> Vec<Span<'a>> {
    let small = grid.width == Width::Small;
    let mut spans = match small {
        true => Vec::new(),
        false => vec![
            Span::styled(empty_sign(look), look.faint()),
            Span::styled(format!(" {}", t!(look, "journal-no-entry")), look.dim()),
        ],
    };
    for (height, (low, high)) in track.heights().into_iter().enumerate() {
        let (sign, style) = height_sign(look, height);
        let numbers = if low == high {
            low.to_string()
        } else {
            format!("{low}-{high}")
        };
        if !spans.is_empty() {
            spans.push(Span::raw("   "));
        }
        spans.push(Span::styled(sign, style));
        spans.push(Span::styled(format!(" {numbers}"), look.dim()));
    }
    spans
}

/// What a practice was of, by its name.
pub fn practised(known: &Known, look: &Look, of: &Of) -> String {
    match of {
        Of::Routine(id) => routine(known, look, id),
        Of::Points => t!(look, "journal-own-points"),
        // A pattern that is no more has its id left to be called by.
        Of::Breath(id) => match meant(id, &known.content.patterns) {
            Ok(pattern) => t!(look, "journal-breaths", pattern = pattern.name.get(look.lang)),
            Err(_) => t!(look, "journal-breaths", pattern = id),
        },
    }
}

/// What a routine is called; a trial's resting evenings have names as well.
pub fn routine(known: &Known, look: &Look, id: &str) -> String {
    match id {
        REST => t!(look, "trial-rest"),
        BREATHE => t!(look, "trial-breathe"),
        _ => known
            .routines
            .by_id(id)
            .map_or(id, |routine| routine.name.get(look.lang))
            .to_owned(),
    }
}

/// The style of a day: the chosen one is marked, today is strong.
fn day_style(look: &Look, day: NaiveDate, chosen: NaiveDate, known: &Known) -> Style {
    if day == chosen {
        look.chip()
    } else if day == known.today_is() {
        look.strong()
    } else {
        look.dim()
    }
}
