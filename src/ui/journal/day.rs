//! One day: what happened when, what was said, and the two numbers side by side.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{WIDEST, becomes, draw_words, practised};
use crate::app::Known;
use crate::app::journal::{Event, Journal, event_at, events};
use crate::app::trial::is_other_evening;
use crate::domain::checkin::{Answers, CheckIn, Phase, Score};
use crate::domain::glance::Track;
use crate::domain::journal::{Of, PracticeEntry};
use crate::domain::practice::Ending;
use crate::t;
use crate::ui::checkin::mark;
use crate::ui::evening;
use crate::ui::frame::{put, put_line, rule, wrap};
use crate::ui::layout::{Grid, Width};
use crate::ui::look::Look;

/// The body.
pub fn draw(journal: &Journal, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let events = events(known, journal.day);
    if events.is_empty() {
        draw_words(&t!(look, "journal-nothing-that-day"), look, grid, buf);
        return;
    }
    let chosen = journal.row.min(events.len() - 1);
    let mut rows: Vec<(usize, Line<'_>)> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        rows.extend(
            event_rows(*event, known, look, grid)
                .into_iter()
                .map(|row| (at, row)),
        );
    }
    let height = usize::from(grid.body.height);
    // The chosen event stands whole on the screen, as far as it fits.
    let first_of = rows.iter().position(|(at, _)| *at == chosen).unwrap_or(0);
    let last_of = rows.iter().rposition(|(at, _)| *at == chosen).unwrap_or(0);
    let first = (last_of + 1).saturating_sub(height).min(first_of);
    let mut y = grid.body.y;
    for (row, (at, line)) in rows.iter().enumerate().skip(first).take(height) {
        if *at == chosen && row == first_of && events.len() > 1 {
            put(
                buf,
                grid.body.x.saturating_sub(1),
                y,
                1,
                look.chosen_mark(),
                look.accent(),
            );
        }
        put_line(buf, grid.body.x, y, grid.body.width, line, look);
        y += 1;
    }
    let Some(track @ Track::Measure(measure)) = shown(journal, known) else {
        return;
    };
    let days = journal.days(track, known);
    if let Some(day) = days.get(&journal.day)
        && let (Some(before), Some(after)) = (day.before.and_then(Score::new), day.after.and_then(Score::new))
    {
        let name = evening::measure(look, measure);
        draw_before_after(&name, before, after, y, look, grid, buf);
    }
}

/// What the day's picture is about: what is followed, if it was rated twice; else what was felt most.
fn shown(journal: &Journal, known: &Known) -> Option<Track> {
    let twice = |track: Track| {
        let days = journal.days(track, known);
        days.get(&journal.day)
            .is_some_and(|day| day.before.is_some() && day.after.is_some())
    };
    let followed = Some(journal.track(known)).filter(|track| *track != Track::Mood && twice(*track));
    followed.or_else(|| {
        let entries = known
            .diary
            .day(journal.day)
            .filter(|entry| entry.phase == Phase::Before);
        let numbers = entries.flat_map(|entry| entry.answers.numbers());
        let rated = numbers.filter(|(measure, _)| twice(Track::Measure(*measure)));
        // Of equal ones the first that was asked.
        let most = rated.reduce(|most, one| if one.1 > most.1 { one } else { most });
        most.map(|(measure, _)| Track::Measure(measure))
    })
}

/// An event as rows. On a narrow screen the first words stand beside the clock.
fn event_rows(event: Event<'_>, known: &Known, look: &Look, grid: &Grid) -> Vec<Line<'static>> {
    let small = grid.width == Width::Small;
    let (before_name, before_words) = if small { (7, 2) } else { (8, 24) };
    let width = grid.body.width.saturating_sub(before_words).min(WIDEST);
    let mut rows = Vec::new();
    let at = event_at(&event);
    let (name, lines) = told(known, look, event);
    let clock = format!("{:<1$}", evening::clock(look, at), before_name);
    let mut head = vec![
        Span::styled(clock, look.dim()),
        Span::styled(name.clone(), look.strong()),
    ];
    let mut words = lines
        .iter()
        .flat_map(|(text, strong)| wrap(text, width).into_iter().map(move |line| (line, *strong)))
        .map(|(line, strong)| Span::styled(line, if strong { look.text() } else { look.dim() }));
    if small {
        let room = usize::from(grid.body.width).saturating_sub(before_name + name.width() + 2);
        let mut rest = words.peekable();
        if let Some(beside) = rest.next_if(|span| span.content.width() <= room) {
            head.push(Span::raw("  "));
            head.push(beside);
        }
        rows.push(Line::from(head));
        rows.extend(rest.map(|span| Line::from(vec![Span::raw("  "), span])));
        return rows;
    }
    let gap = usize::from(before_words).saturating_sub(before_name + name.width());
    head.push(Span::raw(" ".repeat(gap)));
    head.extend(words.next());
    rows.push(Line::from(head));
    let indent = " ".repeat(usize::from(before_words));
    rows.extend(words.map(|span| Line::from(vec![Span::raw(indent.clone()), span])));
    rows.push(Line::default());
    rows
}

/// What an event is called, and what it says line by line; true for what one reads first.
pub fn told(known: &Known, look: &Look, event: Event<'_>) -> (String, Vec<(String, bool)>) {
    match event {
        Event::CheckIn(entry) => {
            let name = match entry.phase {
                Phase::Before => t!(look, "journal-check-in"),
                Phase::After => t!(look, "journal-after"),
                Phase::Later => t!(look, "journal-later"),
            };
            (name, answers(look, entry))
        }
        Event::Practice(entry) => (t!(look, "journal-practice"), practice(known, look, entry)),
    }
}

/// What a check-in says, line by line; true for what one reads first.
fn answers(look: &Look, entry: &CheckIn) -> Vec<(String, bool)> {
    let Answers {
        mood,
        felt,
        tags,
        note,
        ..
    } = &entry.answers;
    let mut lines = Vec::new();
    if let Some(mood) = mood {
        lines.push((evening::mood(look, *mood), true));
    }
    let numbers: Vec<String> = entry
        .answers
        .numbers()
        .map(|(measure, score)| format!("{} {}", evening::measure(look, measure), score.value()))
        .collect();
    if !numbers.is_empty() {
        lines.push((numbers.join(", "), true));
    }
    let unrated: Vec<String> = felt
        .iter()
        .filter(|feeling| feeling.much.is_none())
        .map(|feeling| evening::felt(look, feeling.felt))
        .collect();
    if !unrated.is_empty() {
        lines.push((unrated.join(", "), false));
    }
    if !tags.is_empty() {
        lines.push((tags.join(", "), false));
    }
    if !note.is_empty() {
        lines.push((note.clone(), true));
    }
    if lines.is_empty() {
        lines.push((t!(look, "journal-nothing-answered"), false));
    }
    lines
}

/// What a practice was, line by line.
fn practice(known: &Known, look: &Look, entry: &PracticeEntry) -> Vec<(String, bool)> {
    let name = practised(known, look, &entry.of());
    // Where nothing is pressed, what it lasted says how long it was.
    let (time, of_presses) = match entry.of() {
        Of::Routine(id) if !is_other_evening(Some(&id)) => (Some(entry.pressed()), true),
        Of::Points => (Some(entry.pressed()), true),
        Of::Breath(_) | Of::Routine(_) => (entry.lasted(), false),
    };
    let how = match entry.ended {
        // It came to its end by keys, not by time.
        Some((Ending::Finished, _)) if of_presses && time == Some(0) => t!(look, "journal-skipped"),
        Some((Ending::Finished, _)) => t!(look, "journal-finished"),
        Some((Ending::Stopped, _)) => t!(look, "journal-stopped"),
        Some((Ending::Left, _)) => t!(look, "journal-left"),
        None => t!(look, "journal-open-end"),
    };
    let mut words = vec![name];
    words.extend(time.map(|time| {
        let seconds = time / 1000;
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }));
    words.push(how);
    let mut lines = vec![(words.join(", "), true)];
    let pressed = entry.done.iter().filter(|line| line.pressed > 0);
    let mut points: Vec<&str> = pressed.map(|line| line.point.as_str()).collect();
    points.dedup();
    if !points.is_empty() {
        lines.push((points.join(", "), false));
    }
    lines
}

/// The two numbers side by side on their scale, and in words.
fn draw_before_after(
    name: &str,
    before: Score,
    after: Score,
    y: u16,
    look: &Look,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let words = evening::signed(look, i32::from(before.value()) - i32::from(after.value()));
    let body = grid.body;
    let becomes = becomes(look, before.value(), Some(after.value()));
    if grid.width == Width::Small || y + 5 > body.bottom() {
        if y < body.bottom() {
            put(
                buf,
                body.x,
                y,
                body.width,
                &format!("{name}  {becomes}   {words}"),
                look.text(),
            );
        }
        return;
    }
    rule(look, body, y, buf);
    let step = 6;
    let x = |score: Score| body.x + 4 + step * u16::from(score.value());
    put(buf, body.x + 2, y + 1, body.width, name, look.dim());
    for score in Score::all() {
        put(buf, x(score), y + 2, 2, &score.value().to_string(), look.dim());
    }
    let wide = 10 * step + 2;
    rule(look, Rect::new(body.x + 4, y + 3, wide, 1), y + 3, buf);
    let (full, _) = look.bar();
    for cell in x(before.min(after))..x(before.max(after)) {
        put(buf, cell, y + 3, 1, full, look.accent());
    }
    put(buf, x(before), y + 3, 1, "o", look.text());
    put(buf, x(after), y + 3, 1, mark(look), look.accent());
    let legend = format!(
        "o {}   {} {}",
        t!(look, "journal-before"),
        mark(look),
        t!(look, "journal-afterwards")
    );
    put(buf, body.x + 4, y + 4, body.width, &legend, look.dim());
    let at = body.x + 4 + wide - (words.width() as u16).min(wide);
    put(buf, at, y + 4, wide, &words, look.text());
}
