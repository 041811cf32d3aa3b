//! Red flags: the list, and the only red page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::frame::{put, wrap};
use super::layout::{Grid, Height, Width, scrolled};
use super::look::Look;
use super::safety_words as say;
use super::widgets::page::Page;
use super::widgets::rows::{choose, choose_on, hanging};
use crate::app::redflags::{RedFlags, Stage};
use crate::app::{Hit, Known};
use crate::domain::profile::Answer;
use crate::domain::safety::rule::Question;
use crate::domain::safety::{Help, Number, Rule};
use crate::t;

/// The first row.
pub fn title<'a>(flags: &RedFlags, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    match flags.stage(known) {
        Stage::List(_) => (
            Line::styled(t!(look, "redflags-title"), look.strong()),
            Line::styled(t!(look, "redflags-asked"), look.dim()),
        ),
        Stage::Stopped { locked: false, .. } => (
            Line::styled(t!(look, "practice-stopped"), look.strong()),
            Line::default(),
        ),
        Stage::Ask(_) => (
            Line::styled(t!(look, "redflags-title"), look.strong()),
            Line::default(),
        ),
        Stage::Stopped { locked: true, .. } | Stage::Stop { .. } => (
            Line::styled(format!("! {}", t!(look, "redflags-stop")), look.stop()),
            Line::default(),
        ),
    }
}

/// The rows of the list: each question wrapped, so that every sign can be read.
fn rows(questions: &[&Question], look: &Look, width: u16) -> Vec<(usize, String)> {
    questions
        .iter()
        .enumerate()
        .flat_map(|(index, question)| {
            hanging(question.words.get(look.lang), width)
                .into_iter()
                .map(move |line| (index, line))
        })
        .collect()
}

/// What the answer takes at the end of a row: a mark and its word, or where there is little room one of them.
fn answer_room(grid: &Grid) -> u16 {
    if grid.width == Width::Small { 5 } else { 12 }
}

fn parts(grid: &Grid) -> (Rect, Rect) {
    let below = if grid.height == Height::Short { 1 } else { 3 };
    let list = Rect {
        x: grid.body.x + 2,
        width: (grid.body.width - 2).min(74),
        height: grid.body.height - below,
        ..grid.body
    };
    let foot = Rect {
        y: list.bottom(),
        height: below,
        ..grid.body
    };
    (list, foot)
}

fn first_shown(flags: &RedFlags, rows: &[(usize, String)], height: u16) -> usize {
    let last = rows
        .iter()
        .rposition(|(index, _)| *index == flags.row)
        .unwrap_or(0);
    scrolled(last, rows.len(), usize::from(height))
}

/// The body.
pub fn draw(flags: &RedFlags, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    match flags.stage(known) {
        Stage::List(questions) => draw_list(flags, &questions, known, look, grid, buf),
        Stage::Stopped { rule, locked } => draw_stopped(flags, rule, locked, known, look, grid, buf),
        Stage::Ask(question) => {
            let mut page = Page::new(grid.body.width);
            page.say(question.words.get(look.lang), look.strong());
            page.gap();
            page.say(question.why.get(look.lang), look.dim());
            page.gap();
            page.say(&t!(look, "redflags-no-all-clear"), look.dim());
            page.draw(look, grid.body, 0, buf);
        }
        Stage::Stop { questions, help } => draw_stop(flags, &questions, help, known, look, grid, buf),
    }
}

/// What follows a reason to stop: where it is serious, with the number first, and locked until it was read.
fn draw_stopped(
    flags: &RedFlags,
    rule: &Rule,
    locked: bool,
    known: &Known,
    look: &Look,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let help = known.safety().after_stop(&rule.id).help;
    let serious = help.filter(|_| locked);
    let Some((y, mut page)) = begin_page(flags, serious, known, look, grid, buf) else {
        return;
    };
    page.say(rule.title.get(look.lang), look.strong());
    page.say(rule.reason.get(look.lang), look.text());
    page.say(rule.instead.get(look.lang), look.text());
    if let Some(help) = help.filter(|_| !locked) {
        page.gap();
        for line in say::calls(look, help, known) {
            page.say(&line, look.text());
        }
    }
    if rule.rests {
        page.gap();
        page.say(
            &t!(
                look,
                "sore-noted",
                hours = known.content.rules.bounds().rest_h.unwrap_or_default()
            ),
            look.dim(),
        );
    }
    if locked {
        page.gap();
        page.say(&t!(look, "preview-locked"), look.caution());
    }
    rest(&page, y, 0, look, grid, buf);
}

/// The number, if this help has one, and below it whom to call in words; the row to go on from, and the page
/// begun. `None` where the number fills the window.
fn begin_page(
    flags: &RedFlags,
    help: Option<Help>,
    known: &Known,
    look: &Look,
    grid: &Grid,
    buf: &mut Buffer,
) -> Option<(u16, Page)> {
    let area = grid.body;
    let short = grid.height == Height::Short;
    let mut page = Page::new(area.width);
    let Some(help) = help else {
        return Some((area.y, page));
    };
    let (numbers, country) = (&known.content.numbers, known.settings.country);
    let list: Vec<&Number> = numbers.of(country, say::kind(help)).collect();
    let main: Option<&Number> = match help {
        Help::Emergency => numbers.emergency(country),
        Help::Crisis => list.first().copied(),
        Help::Soon | Help::Today | Help::Midwife => None,
    };
    let mut y = area.y;
    if let Some(number) = main.filter(|_| flags.large || !short) {
        let scale = if flags.large { fit(&number.number, area) } else { 1 };
        if !flags.large {
            for line in wrap(&t!(look, "redflags-serious"), area.width) {
                put(buf, area.x, y, area.width, &line, look.strong());
                y += 1;
            }
            y += 1;
        }
        let below = Rect {
            y,
            height: area.bottom() - y,
            ..area
        };
        y = digits(look, below, &number.number, scale, buf) + 1;
        if flags.large {
            let name = number.name.get(look.lang);
            put(buf, area.x, y, area.width, name, look.strong());
            return None;
        }
    }
    page.say(&say::help(look, help, numbers, country), look.stop());
    for number in list.iter().take(if short { 1 } else { 4 }) {
        let line = format!("{}  {}", number.number, number.name.get(look.lang));
        page.say_within(2, &line, look.strong());
    }
    page.gap();
    Some((y, page))
}

/// What is left of the page, below the number.
fn rest(page: &Page, y: u16, scroll: usize, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let area = grid.body;
    let rest = Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    page.draw(look, rest, scroll, buf);
}

fn draw_list(
    flags: &RedFlags,
    questions: &[&Question],
    known: &Known,
    look: &Look,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let (list, foot) = parts(grid);
    let rows = rows(questions, look, list.width - answer_room(grid));
    let first = first_shown(flags, &rows, list.height);
    let mut before = None;
    for (y, (index, line)) in (list.y..list.bottom()).zip(rows.iter().skip(first)) {
        let chosen = *index == flags.row;
        let head = before != Some(*index);
        before = Some(*index);
        match (chosen, head) {
            (true, true) => choose(look, list, y, buf),
            (true, false) => choose_on(look, list, y, buf),
            (false, _) => {}
        }
        let style = if chosen { look.strong() } else { look.text() };
        put(buf, list.x, y, list.width - answer_room(grid), line, style);
        if head {
            let answer = known.today.answers.answer(&questions[*index].id);
            let (mark, word) = say::answer(look, answer);
            if answer != Answer::Unanswered {
                let room = answer_room(grid);
                let said = match grid.width {
                    Width::Small if mark == " " => word,
                    Width::Small => mark.to_owned(),
                    _ => format!("{mark} {word}"),
                };
                put(buf, list.right() + 1 - room, y, room - 1, &said, look.dim());
            }
        }
    }
    if first + usize::from(list.height) < rows.len() {
        put(
            buf,
            list.right() - 1,
            list.bottom() - 1,
            1,
            look.down(),
            look.dim(),
        );
    }
    let all = t!(look, "redflags-no-all-clear");
    // On a short screen the first sentence stands for the rest, and whole.
    let said = match grid.height {
        Height::Short => all.split_inclusive(". ").next().unwrap_or(&all).trim_end(),
        Height::Medium | Height::Tall => &all,
    };
    let lines = wrap(said, foot.width);
    let skip = usize::from(foot.height).saturating_sub(lines.len());
    for (y, line) in (foot.y..foot.bottom()).skip(skip.min(1)).zip(lines) {
        put(buf, foot.x, y, foot.width, &line, look.dim());
    }
}

/// The page with the number: the largest thing on it.
fn draw_stop(
    flags: &RedFlags,
    questions: &[&Question],
    help: Help,
    known: &Known,
    look: &Look,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let short = grid.height == Height::Short;
    let Some((y, mut page)) = begin_page(flags, Some(help), known, look, grid, buf) else {
        return;
    };
    page.say(&t!(look, "redflags-you-said"), look.dim());
    for question in questions {
        page.say_within(2, question.words.get(look.lang), look.text());
    }
    if help == Help::Emergency && !short {
        page.gap();
        page.say(&t!(look, "redflags-say"), look.text());
    }
    page.gap();
    page.say(&t!(look, "redflags-not-kept"), look.dim());
    if let Some(checked) = known.content.numbers.checked(known.settings.country) {
        page.say(&t!(look, "redflags-checked", date = checked.as_ref()), look.dim());
    }
    if flags.taking_back {
        page.gap();
        page.say(&t!(look, "redflags-sure"), look.caution());
    }
    let scroll = if flags.taking_back { page.len() } else { 0 };
    rest(&page, y, scroll, look, grid, buf);
}

/// How much larger the number can be drawn in an area.
fn fit(number: &str, area: Rect) -> u16 {
    let wide: u16 = number.chars().map(|c| if c == ' ' { 2 } else { 4 }).sum();
    (area.width / (2 * wide).max(1))
        .min(area.height.saturating_sub(2) / 5)
        .max(1)
}

/// A number in digits of five rows, each cell two columns wide, times `scale`. Returns the row after it.
fn digits(look: &Look, area: Rect, number: &str, scale: u16, buf: &mut Buffer) -> u16 {
    const SHAPES: [[&str; 5]; 10] = [
        ["###", "# #", "# #", "# #", "###"],
        [" # ", "## ", " # ", " # ", "###"],
        ["###", "  #", "###", "#  ", "###"],
        ["###", "  #", " ##", "  #", "###"],
        ["# #", "# #", "###", "  #", "  #"],
        ["###", "#  ", "###", "  #", "###"],
        ["###", "#  ", "###", "# #", "###"],
        ["###", "  #", " # ", " # ", " # "],
        ["###", "# #", "###", "# #", "###"],
        ["###", "# #", "###", "  #", "###"],
    ];
    let cell = if look.ascii { "##" } else { "⣿⣿" };
    let mut x = area.x;
    for c in number.chars() {
        let Some(digit) = c.to_digit(10) else {
            x += 4 * scale;
            continue;
        };
        for (row, line) in SHAPES[digit as usize].iter().enumerate() {
            for (column, dot) in line.chars().enumerate() {
                if dot == ' ' {
                    continue;
                }
                for dy in 0..scale {
                    for dx in 0..scale {
                        let y = area.y + row as u16 * scale + dy;
                        let x = x + (column as u16 * scale + dx) * 2;
                        if y < area.bottom() && x + 2 <= area.right() {
                            put(buf, x, y, 2, cell, look.stop());
                        }
                    }
                }
            }
        }
        x += 8 * scale;
    }
    area.y + 5 * scale
}

/// What lies at a cell of the body.
pub fn hit(flags: &RedFlags, known: &Known, look: &Look, grid: &Grid, position: Position) -> Option<Hit> {
    let Stage::List(questions) = flags.stage(known) else {
        return None;
    };
    let (list, _) = parts(grid);
    let rows = rows(&questions, look, list.width - answer_room(grid));
    let first = first_shown(flags, &rows, list.height);
    let at = first + usize::from(position.y.checked_sub(list.y)?);
    let (index, _) = rows.get(at).filter(|_| list.contains(position))?;
    Some(Hit::Row(*index))
}
