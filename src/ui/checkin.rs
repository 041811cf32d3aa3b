//! The check-in: one question, one row of keys, nothing else.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::evening;
use super::frame::{paragraph, put, put_line, rule, wrap};
use super::layout::{Grid, Height, Width, scrolled};
use super::look::Look;
use super::widgets::{places, rows};
use crate::app::checkin::{CheckIn, Row};
use crate::app::tags::tags;
use crate::app::{Hit, Known};
use crate::domain::checkin::{Answers, Felt, Mood, Phase, Question, Scale, Score};
use crate::domain::point::Side;
use crate::t;

/// Text never runs wider than this.
const WIDEST: u16 = 60;
/// Where the list begins beside the words, on a screen with room for both.
const LIST_X: u16 = 34;
/// How wide the names in the list are.
const NAMES: u16 = 16;

/// The first row: nothing but how far, and a word if an answer is not on the disk.
pub fn title<'a>(check_in: &CheckIn, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let count = check_in.questions().len();
    let at = check_in.at + 1;
    let far = t!(look, "place-of", at = at, count = count);
    let mut right = vec![Span::styled(far, look.dim())];
    if known.diary.trouble.is_some() {
        let word = format!("{}   ", t!(look, "checkin-not-saved"));
        right.insert(0, Span::styled(word, look.caution()));
    }
    let left = if check_in.is_of_another_day(known) || check_in.correcting {
        let year = known.today_is().year();
        Line::styled(evening::long_date(look, check_in.day, year), look.accent())
    } else {
        Line::default()
    };
    (left, Line::from(right))
}

/// The body.
pub fn draw(check_in: &CheckIn, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    match check_in.question() {
        Question::Mood => draw_mood(check_in, look, grid, buf),
        Question::Scale(_) | Question::Much(_) => draw_score(check_in, look, grid, buf),
        Question::Where if check_in.places.on_body(known) => draw_body(check_in, known, look, grid, buf),
        Question::Where => draw_where(check_in, look, grid, buf),
        Question::Tags => draw_tags(check_in, known, look, grid, buf),
        Question::Note => draw_note(check_in, look, grid, buf),
    }
}

/// What lies at a cell of the body.
pub fn hit(check_in: &CheckIn, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let list = match check_in.question() {
        Question::Mood => {
            let top = question_y(grid) + below_question(grid);
            let row = position.y.checked_sub(top)?;
            return (row < 5).then_some(Hit::Row(usize::from(row)));
        }
        Question::Scale(_) | Question::Much(_) => {
            let near = |score: &Score| position.x.abs_diff(score_x(grid, *score)) <= 1;
            let score = Score::all()
                .find(near)
                .filter(|_| position.y.abs_diff(scores_y(grid)) <= 1)?;
            return Some(Hit::Row(usize::from(score.value())));
        }
        Question::Where if check_in.places.on_body(known) => {
            let area = body_area(grid);
            return places::hit(&check_in.places, known, area, position).map(Hit::Spot);
        }
        Question::Where => list_area(grid),
        Question::Tags => {
            let count = tags(check_in, known).len();
            let chosen = chosen_tag(check_in, count);
            return rows::at(tags_list(grid), chosen, count, position).map(Hit::Row);
        }
        Question::Note => return None,
    };
    rows::at(list, check_in.row, Row::all().count(), position).map(Hit::Row)
}

/// The question as a sentence.
pub fn question(look: &Look, question: Question) -> String {
    match question {
        Question::Mood => t!(look, "checkin-mood"),
        Question::Scale(Scale::Tension) => t!(look, "checkin-tension"),
        Question::Scale(Scale::Stress) => t!(look, "checkin-stress"),
        Question::Scale(Scale::Tiredness) => t!(look, "checkin-tiredness"),
        Question::Scale(Scale::Pain) => t!(look, "checkin-pain"),
        Question::Scale(Scale::Sleep) => t!(look, "checkin-sleep"),
        Question::Where => t!(look, "checkin-where"),
        Question::Much(felt) => t!(look, "checkin-much", what = evening::felt(look, felt)),
        Question::Tags => t!(look, "checkin-tags"),
        Question::Note => t!(look, "checkin-note"),
    }
}

/// What the two ends of a 0 to 10 mean.
pub fn ends(look: &Look, question: Question) -> (String, String) {
    match question {
        Question::Scale(Scale::Tiredness) => (t!(look, "checkin-awake"), t!(look, "checkin-worn-out")),
        Question::Scale(Scale::Sleep) => (t!(look, "checkin-terribly"), t!(look, "checkin-perfectly")),
        _ => (t!(look, "checkin-none"), t!(look, "checkin-worst")),
    }
}

fn is_short(grid: &Grid) -> bool {
    grid.height == Height::Short
}

/// The row of a lone question: above the middle, so that question and answers together stand at 2/5.
fn question_y(grid: &Grid) -> u16 {
    grid.body.y + if is_short(grid) { 1 } else { grid.body.height / 4 }
}

fn below_question(grid: &Grid) -> u16 {
    if is_short(grid) { 2 } else { 4 }
}

fn scores_y(grid: &Grid) -> u16 {
    question_y(grid) + below_question(grid)
}

/// Where a number stands: 6 cells apart, 3 on a narrow screen.
fn score_x(grid: &Grid, score: Score) -> u16 {
    let step = if grid.width == Width::Small { 3 } else { 6 };
    let wide = 10 * step + 2;
    grid.body.x + (grid.body.width - wide) / 2 + step * u16::from(score.value())
}

/// Puts a text in the middle of its rows, wrapped; returns the row after it.
pub fn put_centred(buf: &mut Buffer, grid: &Grid, y: u16, text: &str, style: Style) -> u16 {
    let width = grid.body.width.min(WIDEST);
    let mut y = y;
    for line in wrap(text, width) {
        let wide = line.width() as u16;
        put(
            buf,
            grid.body.x + (grid.body.width - wide.min(grid.body.width)) / 2,
            y,
            width,
            &line,
            style,
        );
        y += 1;
    }
    y
}

fn draw_question(check_in: &CheckIn, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let y = question_y(grid);
    let words = question(look, check_in.question());
    match check_in.phase {
        Phase::Before => put_centred(buf, grid, y, &words, look.strong()),
        Phase::After | Phase::Later => {
            let above = if is_short(grid) { 1 } else { 2 };
            put_centred(
                buf,
                grid,
                y.saturating_sub(above),
                &t!(look, "checkin-and-now"),
                look.strong(),
            );
            put_centred(buf, grid, y, &words, look.text())
        }
    };
}

/// What is said below the answers, where there is room for it.
fn draw_remark(check_in: &CheckIn, look: &Look, grid: &Grid, y: u16, buf: &mut Buffer) {
    if is_short(grid) {
        return;
    }
    let lines = match (check_in.phase, check_in.question()) {
        (Phase::After | Phase::Later, _) => {
            vec![
                t!(look, "checkin-same-question"),
                t!(look, "checkin-worse-counts"),
            ]
        }
        (Phase::Before, Question::Mood) => vec![t!(look, "checkin-no-test")],
        (Phase::Before, _) => vec![t!(look, "checkin-no-yesterday")],
    };
    let mut y = y;
    for line in lines {
        y = put_centred(buf, grid, y, &line, look.dim());
    }
}

fn draw_mood(check_in: &CheckIn, look: &Look, grid: &Grid, buf: &mut Buffer) {
    draw_question(check_in, look, grid, buf);
    let names: Vec<String> = Mood::ALL
        .into_iter()
        .map(|mood| evening::mood(look, mood))
        .collect();
    let widest = names.iter().map(|name| name.width()).max().unwrap_or(0) as u16;
    // Mark, number, name, bar.
    let wide = 2 + 3 + widest + 3 + 5;
    let x = grid.body.x + (grid.body.width - wide) / 2;
    let (full, empty) = look.bar();
    let mut y = question_y(grid) + below_question(grid);
    for (mood, name) in Mood::ALL.into_iter().zip(names) {
        let chosen = check_in.answers.mood == Some(mood);
        if chosen {
            put(buf, x, y, 1, look.chosen_mark(), look.accent());
        }
        let style = if chosen { look.strong() } else { look.text() };
        let number = if chosen { look.strong() } else { look.dim() };
        put(buf, x + 2, y, 1, &mood.step().to_string(), number);
        put(buf, x + 5, y, widest, &name, style);
        for cell in 0..5 {
            let (glyph, style) = match (cell < mood.step(), chosen) {
                (true, true) => (full, look.accent()),
                (true, false) => (full, look.dim()),
                (false, _) => (empty, look.faint()),
            };
            put(buf, x + 5 + widest + 3 + u16::from(cell), y, 1, glyph, style);
        }
        y += 1;
    }
    draw_remark(check_in, look, grid, y + 3, buf);
}

fn draw_score(check_in: &CheckIn, look: &Look, grid: &Grid, buf: &mut Buffer) {
    draw_question(check_in, look, grid, buf);
    let y = scores_y(grid);
    for score in Score::all() {
        let x = score_x(grid, score);
        let text = score.value().to_string();
        if check_in.score() == Some(score) {
            put(buf, x - 1, y, 4, &format!(" {text} "), look.chip());
        } else {
            put(buf, x, y, 2, &text, look.text());
        }
    }
    let (left, right) = (
        score_x(grid, Score::all().next().expect("0")),
        score_x(grid, Score::all().next_back().expect("10")),
    );
    let mut y = y + 1;
    if !is_short(grid) {
        rule(look, Rect::new(left, y, right + 2 - left, 1), y, buf);
        if let Some(score) = check_in.score() {
            put(buf, score_x(grid, score), y, 1, mark(look), look.accent());
        }
    }
    y += 1;
    let (none, most) = ends(look, check_in.question());
    let room = right + 2 - left;
    put(buf, left, y, room, &none, look.dim());
    let wide = (most.width() as u16).min(room);
    // Two long words do not stand in one row: each stands below its own end.
    if none.width() + 2 + most.width() > usize::from(room) {
        y += 1;
    }
    put(buf, right + 2 - wide, y, wide, &most, look.dim());
    draw_remark(check_in, look, grid, y + 4, buf);
}

/// The mark of a chosen point.
pub fn mark(look: &Look) -> &'static str {
    if look.ascii { "@" } else { "◉" }
}

fn list_area(grid: &Grid) -> Rect {
    if grid.width == Width::Small {
        Rect {
            y: grid.body.y + 1,
            height: grid.body.height - 1,
            ..grid.body
        }
    } else {
        Rect {
            x: grid.body.x + LIST_X,
            width: grid.body.width - LIST_X,
            ..grid.body
        }
    }
}

/// Where the bodies stand: beside the words.
fn body_area(grid: &Grid) -> Rect {
    Rect {
        x: grid.body.x + WORDS + 2,
        width: grid.body.width - WORDS - 2,
        ..grid.body
    }
}

/// How wide the words beside the bodies are.
const WORDS: u16 = 26;

fn draw_body(check_in: &CheckIn, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let words = Rect {
        width: WORDS,
        ..grid.body
    };
    let mut y = paragraph(
        buf,
        words,
        words.y,
        &question(look, Question::Where),
        look.strong(),
    ) + 1;
    for feeling in &check_in.answers.felt {
        y = paragraph(
            buf,
            words,
            y,
            &format!("x {}", evening::felt(look, feeling.felt)),
            look.accent(),
        );
    }
    if check_in.answers.felt.is_empty() {
        y = paragraph(buf, words, y, &t!(look, "checkin-nothing-marked"), look.dim());
    }
    // Where one stands, in words: what the ring on the body says, for those who do not see it.
    if let Some(spot) = check_in.places.spot(known) {
        let here = format!("{} {}", mark(look), evening::felt(look, spot.felt));
        y = paragraph(buf, words, y + 1, &here, look.strong());
    }
    y = places::list(
        &check_in.places,
        &check_in.answers,
        known,
        look,
        Rect { y: y + 1, ..words },
        buf,
    );
    paragraph(buf, words, y + 1, &t!(look, "places-how"), look.dim());
    places::draw(
        &check_in.places,
        &check_in.answers,
        known,
        look,
        body_area(grid),
        buf,
    );
}

fn draw_where(check_in: &CheckIn, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let words = question(look, Question::Where);
    if grid.width == Width::Small {
        put(
            buf,
            grid.body.x,
            grid.body.y,
            grid.body.width,
            &words,
            look.strong(),
        );
    } else {
        let column = Rect {
            width: LIST_X - 4,
            ..grid.body
        };
        let mut y = paragraph(buf, column, column.y, &words, look.strong()) + 1;
        if check_in.answers.felt.is_empty() {
            y = paragraph(buf, column, y, &t!(look, "checkin-nothing-marked"), look.dim());
        }
        for feeling in &check_in.answers.felt {
            y = paragraph(buf, column, y, &evening::felt(look, feeling.felt), look.accent());
        }
        paragraph(buf, column, y + 2, &t!(look, "checkin-several"), look.dim());
    }
    let list = list_area(grid);
    let rows: Vec<Row> = Row::all().collect();
    let first = scrolled(check_in.row, rows.len(), usize::from(list.height));
    for (y, (index, row)) in (list.y..list.bottom()).zip(rows.iter().enumerate().skip(first)) {
        draw_row(*row, index == check_in.row, &check_in.answers, look, list, y, buf);
    }
}

fn draw_row(row: Row, chosen: bool, answers: &Answers, look: &Look, list: Rect, y: u16, buf: &mut Buffer) {
    let name = match row {
        Row::Part(part) => evening::part(look, part),
        Row::Complaint(complaint) => evening::complaint(look, complaint),
    };
    let felt = row.felt();
    let any = felt.iter().any(|felt| answers.has(*felt));
    if chosen {
        put(buf, list.x, y, 1, look.chosen_mark(), look.accent());
    }
    let style = if chosen || any { look.strong() } else { look.text() };
    put(buf, list.x + 2, y, NAMES + 2, &name, style);
    let mut x = list.x + 2 + NAMES.max(name.width() as u16) + 1;
    for felt in felt {
        let has = answers.has(felt);
        if has {
            put(buf, x, y, 1, "x", look.accent());
        }
        let side = match felt {
            Felt::At(_, Some(Side::Left)) => t!(look, "side-left"),
            Felt::At(_, Some(Side::Right)) => t!(look, "side-right"),
            _ => String::new(),
        };
        let style = if has { look.accent() } else { look.dim() };
        let wide = put(buf, x + 2, y, list.right().saturating_sub(x + 2), &side, style);
        x += 2 + wide.max(6) + 1;
    }
}

/// Where the tags to pick from lie: a line below them stays for what is written or told.
fn tags_list(grid: &Grid) -> Rect {
    let width = grid.body.width.min(36);
    let y = question_y(grid) + if is_short(grid) { 2 } else { 3 };
    Rect {
        x: grid.body.x + (grid.body.width - width) / 2,
        y,
        width,
        height: grid.body.bottom().saturating_sub(y + 2).max(1),
    }
}

/// The chosen one of so many tags.
fn chosen_tag(check_in: &CheckIn, count: usize) -> usize {
    check_in.row.min(count.saturating_sub(1))
}

fn draw_tags(check_in: &CheckIn, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    draw_question(check_in, look, grid, buf);
    let tags = tags(check_in, known);
    let list = tags_list(grid);
    let Rect { x, width, .. } = list;
    let room = usize::from(list.height);
    let chosen = chosen_tag(check_in, tags.len());
    let first = scrolled(chosen, tags.len(), room);
    let mut y = list.y;
    for (at, tag) in tags.iter().enumerate().skip(first).take(room) {
        let (is_chosen, has) = (at == chosen, check_in.answers.tags.contains(tag));
        if is_chosen {
            put(buf, x, y, 1, look.chosen_mark(), look.accent());
        }
        if at < 9 {
            put(buf, x + 2, y, 1, &(at + 1).to_string(), look.dim());
        }
        if has {
            put(buf, x + 4, y, 1, "x", look.accent());
        }
        let style = if has || is_chosen {
            look.strong()
        } else {
            look.text()
        };
        put_line(buf, x + 6, y, width - 6, &Line::styled(tag.clone(), style), look);
        y += 1;
    }
    if first + room < tags.len() {
        put(buf, list.right() - 1, y - 1, 1, look.down(), look.dim());
    }
    if tags.is_empty() && check_in.naming.is_none() {
        y = put_centred(buf, grid, y, &t!(look, "checkin-no-tags"), look.dim());
    }
    if let Some(naming) = &check_in.naming {
        let words = match &naming.from {
            None => t!(look, "checkin-new-tag"),
            Some(from) => t!(look, "checkin-rename-tag", tag = from.as_str()),
        };
        let wide = put(buf, x, y + 1, width, &format!("{words} "), look.dim());
        put(
            buf,
            x + wide,
            y + 1,
            width,
            &format!("{}_", naming.text),
            look.strong(),
        );
    }
}

fn draw_note(check_in: &CheckIn, look: &Look, grid: &Grid, buf: &mut Buffer) {
    draw_question(check_in, look, grid, buf);
    let width = grid.body.width.min(WIDEST);
    let x = grid.body.x + (grid.body.width - width) / 2;
    let top = question_y(grid) + below_question(grid) / 2 + 1;
    let room = usize::from(grid.body.bottom().saturating_sub(top + 4)).max(1);
    // What stands before the cursor is wrapped with it, so that the cursor's row is known.
    let note = &check_in.answers.note;
    let at = check_in.cursor.0.min(note.len());
    let cursor_row = rows(&format!("{}_", &note[..at]), width).len() - 1;
    let lines = rows(&format!("{}_{}", &note[..at], &note[at..]), width);
    let first = scrolled(cursor_row, lines.len(), room);
    let mut y = top;
    for line in lines.iter().skip(first).take(room) {
        put(buf, x, y, width, line, look.text());
        y += 1;
    }
    rule(look, Rect::new(x, y, width, 1), y, buf);
    if !is_short(grid) {
        put(buf, x, y + 2, width, &t!(look, "checkin-note-lines"), look.dim());
        put(buf, x, y + 3, width, &t!(look, "checkin-note-stays"), look.dim());
    }
}

/// A note as rows: wrapped, and its own empty lines kept.
fn rows(text: &str, width: u16) -> Vec<String> {
    text.split('\n')
        .flat_map(|line| match wrap(line, width) {
            empty if empty.is_empty() => vec![String::new()],
            lines => lines,
        })
        .collect()
}
