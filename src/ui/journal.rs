//! The journal: days, one day, and what the numbers say. Before is `o`, after is `◉`, always in this order;
//! worse looks exactly like better.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::checkin::mark;
use super::evening;
use super::frame::{paragraph, put, put_line, rule, wrap};
use super::layout::{Grid, Width, scrolled};
use super::look::Look;
use crate::app::journal::{DayLine, Depth, Event, Finding, Journal, day_lines, events, findings};
use crate::app::{Hit, Known};
use crate::domain::checkin::{Answers, CheckIn, Phase, Score};
use crate::domain::insight::{Interval, Stage, Summary};
use crate::domain::journal::PracticeEntry;
use crate::domain::practice::Ending;
use crate::t;

/// Text never runs wider than this.
const WIDEST: u16 = 60;

/// The first row.
pub fn title<'a>(journal: &Journal, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let year = known.today_is().year();
    let name = |word: String, what: String| {
        Line::from(vec![
            Span::styled(word, look.dim()),
            Span::styled(format!("  {what}"), look.strong()),
        ])
    };
    match journal.depth {
        Depth::List => {
            let count = known.diary.days().len();
            let right = if count == 0 {
                String::new()
            } else {
                t!(look, "journal-days", count = count)
            };
            (
                Line::styled(t!(look, "journal-title"), look.strong()),
                Line::styled(right, look.dim()),
            )
        }
        Depth::Day(day) => (
            name(t!(look, "journal-title"), evening::long_date(look, day, year)),
            Line::default(),
        ),
        Depth::Insight(at) => {
            let findings = findings(known);
            let Some(finding) = findings.get(at) else {
                return (
                    Line::styled(t!(look, "insight-title"), look.strong()),
                    Line::default(),
                );
            };
            let mut right = t!(look, "insight-practices", count = finding.changes.len());
            if finding
                .summary
                .is_some_and(|summary| summary.stage == Stage::Early)
            {
                right = format!("{right}, {}", t!(look, "insight-early"));
            }
            let what = evening::measure(look, finding.measure);
            (
                name(t!(look, "insight-title"), what),
                Line::styled(right, look.dim()),
            )
        }
    }
}

/// The body.
pub fn draw(journal: &Journal, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    match journal.depth {
        Depth::List => draw_list(journal, known, look, grid, buf),
        Depth::Day(day) => draw_day(journal, day, known, look, grid, buf),
        Depth::Insight(at) => match findings(known).get(at) {
            Some(finding) => draw_finding(finding, look, grid, buf),
            None => draw_words(&t!(look, "insight-nothing"), look, grid, buf),
        },
    }
}

/// What lies at a cell of the body.
pub fn hit(journal: &Journal, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    if journal.depth != Depth::List {
        return None;
    }
    let count = known.diary.days().len();
    let first = scrolled(journal.row, count, usize::from(grid.body.height));
    let row = first + usize::from(position.y.checked_sub(grid.body.y)?);
    (grid.body.contains(position) && row < count).then_some(Hit::Row(row))
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

fn draw_list(journal: &Journal, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let lines = day_lines(known);
    if lines.is_empty() {
        let words = match &known.diary.trouble {
            Some(trouble) => super::words::trouble(look, trouble),
            None if !known.diary.is_open => t!(look, "journal-opening"),
            None => t!(look, "journal-empty"),
        };
        draw_words(&words, look, grid, buf);
        return;
    }
    let first = scrolled(journal.row, lines.len(), usize::from(grid.body.height));
    for (y, (row, line)) in (grid.body.y..grid.body.bottom()).zip(lines.iter().enumerate().skip(first)) {
        let chosen = row == journal.row;
        if chosen {
            put(buf, grid.body.x, y, 1, look.chosen_mark(), look.accent());
        }
        let row = Rect {
            x: grid.body.x + 2,
            y,
            width: grid.body.width - 2,
            height: 1,
        };
        draw_day_line(line, chosen, known, look, grid, row, buf);
    }
}

/// One day: the date, how it was, what was felt most before and after, what was practised.
fn draw_day_line(
    line: &DayLine,
    chosen: bool,
    known: &Known,
    look: &Look,
    grid: &Grid,
    row: Rect,
    buf: &mut Buffer,
) {
    let style = if chosen { look.strong() } else { look.text() };
    let date = evening::short_date(look, line.day, known.today_is().year());
    put(buf, row.x, row.y, 18, &date, style);
    let mut x = row.x + 13.max(date.width() as u16 + 2);
    if grid.width != Width::Small {
        if let Some(mood) = line.mood {
            put(buf, x, row.y, 14, &evening::mood(look, mood), look.dim());
        }
        x += 16;
    }
    if let Some((measure, before, after)) = line.most {
        let becomes = pair(look, before, after);
        let room = row.right().saturating_sub(x);
        let name = evening::measure(look, measure);
        let name_width = room.saturating_sub(becomes.width() as u16 + 1).min(16);
        let words = Line::from(Span::styled(name, look.dim()));
        put_line(buf, x, row.y, name_width, &words, look);
        put(
            buf,
            x + words.width().min(usize::from(name_width)) as u16 + 1,
            row.y,
            room,
            &becomes,
            look.text(),
        );
    }
    x += 26;
    if grid.width != Width::Small && x < row.right() {
        let names: Vec<String> = line
            .practices
            .iter()
            .map(|id| routine(known, look, id.as_deref()))
            .collect();
        let words = Line::styled(names.join(", "), look.dim());
        put_line(buf, x, row.y, row.right() - x, &words, look);
    }
}

/// "6 ▸ 4"; a dash where nothing was answered afterwards.
fn pair(look: &Look, before: Score, after: Option<Score>) -> String {
    let after = after.map_or("-".to_owned(), |after| after.value().to_string());
    format!("{} {} {after}", before.value(), look.chosen_mark())
}

fn routine(known: &Known, look: &Look, id: Option<&str>) -> String {
    match id {
        None => t!(look, "journal-own-points"),
        Some(id) => known
            .routines
            .by_id(id)
            .map_or(id, |routine| routine.name.get(look.lang))
            .to_owned(),
    }
}

fn draw_day(journal: &Journal, day: NaiveDate, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let rows = day_rows(day, known, look, grid);
    let height = usize::from(grid.body.height);
    let first = journal.row.min(rows.len().saturating_sub(height));
    let mut y = grid.body.y;
    for row in rows.iter().skip(first).take(height) {
        put_line(buf, grid.body.x, y, grid.body.width, row, look);
        y += 1;
    }
    let most = day_lines(known)
        .into_iter()
        .find(|line| line.day == day)
        .and_then(|line| line.most);
    if let Some((measure, before, Some(after))) = most {
        let name = evening::measure(look, measure);
        draw_before_after(&name, before, after, y, look, grid, buf);
    }
}

/// The day as rows: what happened when, and what was said. On a narrow screen the first words stand beside
/// the clock.
fn day_rows(day: NaiveDate, known: &Known, look: &Look, grid: &Grid) -> Vec<Line<'static>> {
    let small = grid.width == Width::Small;
    let (before_name, before_words) = if small { (7, 2) } else { (8, 24) };
    let width = grid.body.width.saturating_sub(before_words).min(WIDEST);
    let mut rows = Vec::new();
    for event in events(known, day) {
        let at = match event {
            Event::CheckIn(entry) => entry.at,
            Event::Practice(entry) => entry.at,
        };
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
            continue;
        }
        let gap = usize::from(before_words).saturating_sub(before_name + name.width());
        head.push(Span::raw(" ".repeat(gap)));
        head.extend(words.next());
        rows.push(Line::from(head));
        let indent = " ".repeat(usize::from(before_words));
        rows.extend(words.map(|span| Line::from(vec![Span::raw(indent.clone()), span])));
        rows.push(Line::default());
    }
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
    let how = match entry.ended {
        Some((Ending::Finished, _)) => t!(look, "journal-finished"),
        Some((Ending::Stopped, _)) => t!(look, "journal-stopped"),
        Some((Ending::Left, _)) => t!(look, "journal-left"),
        None => t!(look, "journal-open-end"),
    };
    let seconds = entry.pressed() / 1000;
    let name = routine(known, look, entry.routine.as_deref());
    let mut lines = vec![(
        format!("{name}, {}:{:02}, {how}", seconds / 60, seconds % 60),
        true,
    )];
    let mut points: Vec<&str> = entry.done.iter().map(|line| line.point.as_str()).collect();
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
    let words = change(look, i32::from(before.value()) - i32::from(after.value()));
    let body = grid.body;
    let becomes = pair(look, before, Some(after));
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
        t!(look, "journal-after").to_lowercase()
    );
    put(buf, body.x + 4, y + 4, body.width, &legend, look.dim());
    let at = body.x + 4 + wide - (words.width() as u16).min(wide);
    put(buf, at, y + 4, wide, &words, look.text());
}

fn change(look: &Look, change: i32) -> String {
    match change {
        1.. => t!(look, "journal-lower", by = change),
        0 => t!(look, "journal-unchanged"),
        _ => t!(look, "journal-higher", by = change.abs()),
    }
}

fn draw_finding(finding: &Finding, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = Rect {
        width: grid.body.width.min(WIDEST + 12),
        ..grid.body
    };
    let mut y = body.y;
    for (text, strong) in sentences(look, finding) {
        let style = if strong { look.text() } else { look.dim() };
        y = paragraph(buf, body, y, &text, style);
    }
    let room = body.bottom().saturating_sub(y + 1);
    if !finding.changes.is_empty() && room >= 6 && grid.width != Width::Small {
        draw_dots(
            finding,
            look,
            Rect {
                y: y + 1,
                height: room,
                ..body
            },
            buf,
        );
    }
}

/// The claim and the doubt, at the same size; the claim first, because the doubt is about it.
pub fn sentences(look: &Look, finding: &Finding) -> Vec<(String, bool)> {
    let what = evening::yours(look, finding.measure);
    let Some(summary) = &finding.summary else {
        return vec![(t!(look, "insight-nothing"), true)];
    };
    let mut lines = vec![(claim(look, finding, summary, &what), true)];
    if summary.stage == Stage::TooFew {
        let values: Vec<String> = finding.changes.iter().map(|d| d.to_string()).collect();
        lines.push((
            format!("{}: {}", t!(look, "insight-changes"), values.join(", ")),
            true,
        ));
    }
    // The reasons for doubt stand right after the claim: on a short screen they are the last to go.
    if summary.stage != Stage::TooFew {
        lines.push((t!(look, "insight-doubt"), true));
        lines.push((t!(look, "insight-passes"), true));
    }
    if let Some(regression) = &finding.regression {
        let drop = evening::decimal(look, regression.expected_drop);
        let words = t!(look, "insight-regression", drop = drop, pairs = regression.pairs);
        lines.push((words, true));
    }
    let counts = t!(
        look,
        "insight-counts",
        lower = summary.lower,
        same = summary.same,
        higher = summary.higher,
        median = moved(look, summary.median)
    );
    lines.push((counts, true));
    if finding.unrated > 0 {
        lines.push((t!(look, "insight-unrated", count = finding.unrated), true));
    }
    if summary.stage == Stage::TooFew {
        return lines;
    }
    if summary.stage == Stage::Early {
        lines.push((t!(look, "insight-may-change"), true));
    }
    if summary.mean.abs() < 1.0 {
        lines.push((t!(look, "insight-small"), true));
    }
    lines.push((t!(look, "insight-compared", count = finding.compared), false));
    lines
}

fn claim(look: &Look, finding: &Finding, summary: &Summary, what: &str) -> String {
    let number = |value: f64| evening::decimal(look, value);
    let count = finding.changes.len();
    match summary.interval {
        Interval::TooFew => {
            let practices = t!(look, "insight-practices", count = count);
            t!(look, "insight-too-few", count = practices)
        }
        Interval::AllTheSame => {
            t!(
                look,
                "insight-all-same",
                count = count,
                what = what,
                mean = moved(look, summary.mean)
            )
        }
        Interval::TooAlike => {
            t!(
                look,
                "insight-too-alike",
                count = count,
                what = what,
                median = moved(look, summary.median)
            )
        }
        Interval::Between(low, high) if low > 0.0 => t!(
            look,
            "insight-mean-lower",
            count = count,
            what = what,
            mean = number(summary.mean),
            low = number(low),
            high = number(high)
        ),
        Interval::Between(low, high) if high < 0.0 => t!(
            look,
            "insight-mean-higher",
            count = count,
            what = what,
            mean = number(-summary.mean),
            low = number(-high),
            high = number(-low)
        ),
        Interval::Between(low, high) => {
            let mean = moved(look, summary.mean);
            t!(
                look,
                "insight-unclear",
                count = count,
                what = what,
                mean = mean,
                low = number(low),
                high = number(high)
            )
        }
    }
}

/// A mean or a median in words, so that no sign need be read: "1.2 lower".
fn moved(look: &Look, change: f64) -> String {
    let by = evening::decimal(look, change.abs());
    match change {
        change if change > 0.0 => t!(look, "journal-lower", by = by),
        change if change < 0.0 => t!(look, "journal-higher", by = by),
        _ => t!(look, "journal-unchanged"),
    }
}

/// Every practice as one `o` above its change, lower on the left; the interval as a bar with its mean.
fn draw_dots(finding: &Finding, look: &Look, area: Rect, buf: &mut Buffer) {
    let reach = finding
        .changes
        .iter()
        .map(|d| d.unsigned_abs())
        .max()
        .unwrap_or(0)
        .max(3) as i32;
    let step = (i32::from(area.width) - 2) / (2 * reach + 1);
    let step = step.clamp(2, 6);
    let middle = i32::from(area.x) + reach * step;
    let x = |change: f64| (f64::from(middle) - change * f64::from(step)).round() as u16;
    let most = area.height.saturating_sub(3);
    let base = area.y + most;
    for change in -reach..=reach {
        let count = finding.changes.iter().filter(|d| **d == change).count() as u16;
        for level in 0..count.min(most) {
            put(buf, x(f64::from(change)), base - 1 - level, 1, "o", look.text());
        }
        if count > most {
            // More than there is room for is said, not cut off.
            put(
                buf,
                x(f64::from(change)),
                base - most,
                3,
                &count.to_string(),
                look.dim(),
            );
        }
        put(
            buf,
            x(f64::from(change)),
            base + 1,
            2,
            &change.unsigned_abs().to_string(),
            look.dim(),
        );
    }
    let axis = Rect::new(area.x, base, (2 * reach * step + 1) as u16, 1);
    rule(look, axis, base, buf);
    if let Some(summary) = &finding.summary {
        if let Interval::Between(low, high) = summary.interval {
            let (_, bar) = look.bar();
            for cell in x(high).max(axis.x)..=x(low).min(axis.right() - 1) {
                put(buf, cell, base, 1, bar, look.accent());
            }
        }
        if summary.stage != Stage::TooFew {
            put(buf, x(summary.mean), base, 1, mark(look), look.accent());
        }
    }
    let (lower, higher) = (
        t!(look, "journal-lower", by = ""),
        t!(look, "journal-higher", by = ""),
    );
    let same = t!(look, "journal-unchanged");
    put(buf, axis.x, base + 2, axis.width, lower.trim(), look.dim());
    let higher = higher.trim();
    put(
        buf,
        axis.right().saturating_sub(higher.width() as u16),
        base + 2,
        axis.width,
        higher,
        look.dim(),
    );
    put(
        buf,
        (middle as u16).saturating_sub(same.width() as u16 / 2),
        base + 2,
        axis.width,
        &same,
        look.dim(),
    );
}
