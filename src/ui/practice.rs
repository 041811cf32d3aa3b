//! A practice: the ring that breathes, what to do now, what comes next, how long is left.

mod ended;
mod large;
mod shown;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

pub use ended::hit;
use ended::{over, why};
use shown::{Shown, side, side_word};

use super::frame::{paragraph, paragraph_cut, put, put_line};
use super::layout::{Grid, Width};
use super::look::Look;
use super::widgets::figure::FigureLook;
use super::widgets::{bar, digits, ring};
use crate::app::Known;
use crate::app::practice::{Field, Practising, Stage};
use crate::app::preview;
use crate::app::signal::{Sounding, Speaking};
use crate::domain::atlas::PointId;
use crate::domain::breath::Phase;
use crate::domain::figure::chart::finding;
use crate::domain::figure::{Camera, Frame, Scene as Figure};
use crate::domain::plan::Half;
use crate::domain::point::{Motion, Point, Side};
use crate::domain::script;
use crate::domain::timeline::Part;
use crate::t;

/// The first row.
pub fn title<'a>(practising: &Practising, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let practice = &practising.practice;
    let routine = practice
        .cleared()
        .routine()
        .and_then(|id| known.routines.by_id(id));
    let name = preview::name(practice.plan(), routine, known, look.lang);
    if practising.stage != Stage::Living {
        return (Line::styled(name, look.strong()), Line::default());
    }
    let shown = Shown::new(practising, known, look);
    let count = shown.pieces.len();
    let at = shown.scene.piece + 1;
    let place = t!(look, "place-of", at = at, count = count);
    if known.size.0 < 80 {
        let left = match shown.side() {
            side if side.is_empty() => name,
            side => side,
        };
        let total = digits::clock(shown.scene.total - shown.scene.position);
        return (
            Line::styled(left, look.strong()),
            Line::styled(format!("{place}   {total}"), look.dim()),
        );
    }
    let mut right = Vec::new();
    let mut status = |word: String| right.push(Span::styled(format!("{word}   "), look.dim()));
    if let Some(word) = heard(known, look) {
        status(word);
    }
    if practice.speed() != 100 {
        status(format!("{} %", practice.speed()));
    }
    if look.still {
        status(t!(look, "practice-still"));
    }
    right.push(Span::styled(place, look.dim()));
    (Line::styled(name, look.text()), Line::from(right))
}

/// What plays and speaks, in a word; none while nothing was tried yet.
fn heard(known: &Known, look: &Look) -> Option<String> {
    let settings = &known.settings.sound;
    let sound = match &known.ears.sound {
        _ if !settings.on || settings.volume == 0 => Some(t!(look, "practice-muted")),
        Sounding::Untried => None,
        Sounding::Player(name) => Some(name.clone()),
        Sounding::Bell { far: true } => Some(t!(look, "practice-bell-far")),
        Sounding::Bell { far: false } => Some(t!(look, "practice-bell")),
    };
    let speech = match &known.ears.speech {
        _ if !settings.speech => None,
        Speaking::Untried => None,
        Speaking::Tool(name) => Some(name.clone()),
        Speaking::Nothing => Some(t!(look, "practice-no-speech")),
    };
    let words: Vec<String> = [sound, speech].into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The body.
pub fn draw(practising: &Practising, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    match practising.stage {
        Stage::Living => {
            let shown = Shown::new(practising, known, look);
            timeline(&shown, grid, buf);
            match Field::of(known.size).filter(|_| !look.still) {
                _ if practising.large => large::draw(&shown, grid, buf),
                Some(field) => with_ring(&shown, field, grid, buf),
                None => in_words(&shown, grid, buf),
            }
        }
        Stage::Why { row } => why(practising, row, known, look, grid, buf),
        Stage::Over => over(practising, known, look, grid, buf),
    }
}

/// The bar at the bottom of the body, with the names of its pieces where there is room.
fn timeline(shown: &Shown<'_>, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    let named = grid.width >= Width::Large && body.height >= 30;
    let up = if named { 3 } else { 1 };
    let row = Rect {
        y: last_row(grid) - up,
        height: 1,
        ..body
    };
    let look = shown.look;
    bar::timeline(&shown.pieces, shown.scene.position, shown.running, look, row, buf);
    if !named {
        return;
    }
    for (index, (piece, (column, width))) in shown
        .pieces
        .iter()
        .zip(bar::layout(&shown.pieces, row.width))
        .enumerate()
    {
        let plan = shown.practising.practice.plan();
        let code = match plan.items.get(piece.item).and_then(|item| item.press()) {
            Some(press) => shown.known.content.atlas.point(press.point).code.to_string(),
            None => t!(look, "practice-breath"),
        };
        let word = piece.half.map(|half| side_word(half, look)).unwrap_or_default();
        let name = format!("{code} {word}");
        let style = if index == shown.scene.piece {
            look.accent()
        } else {
            look.dim()
        };
        // A name that does not fit its piece, with air before the next, shrinks to the code, then goes.
        let fitting = [name.trim_end(), code.as_str()]
            .into_iter()
            .find(|name| name.width() < usize::from(width));
        if let Some(name) = fitting {
            put(buf, row.x + column, row.y + 1, width, name, style);
        }
    }
}

/// The row below everything that is drawn. On a short screen the empty row above the hints is used too.
fn last_row(grid: &Grid) -> u16 {
    grid.body.bottom() + u16::from(grid.body.height < 16)
}

/// Rows of the text beside the ring, counted from the middle row.
struct Rows {
    phase: i16,
    digits: i16,
    now: i16,
    hand: bool,
    next: i16,
    total: Option<i16>,
    large: bool,
}

fn rows(field: Field) -> Rows {
    match field.width {
        ..33 => Rows {
            phase: -3,
            digits: 0,
            now: 3,
            hand: false,
            next: 4,
            total: None,
            large: false,
        },
        33..49 => Rows {
            phase: -7,
            digits: -3,
            now: 2,
            hand: true,
            next: 6,
            total: Some(8),
            large: false,
        },
        _ => Rows {
            phase: -10,
            digits: -6,
            now: 5,
            hand: true,
            next: 10,
            total: Some(13),
            large: true,
        },
    }
}

fn with_ring(shown: &Shown<'_>, field: Field, grid: &Grid, buf: &mut Buffer) {
    let look = shown.look;
    let small = field.width < 33;
    let body = grid.body;
    // On the small screen the row below the first belongs to the ring too.
    let top = if small { body.y - 1 } else { body.y };
    let bar = if grid.width >= Width::Large && body.height >= 30 {
        3
    } else {
        1
    };
    let room = last_row(grid) - bar - top;
    let picture = Rect {
        x: body.x + if small { 0 } else { 2 },
        y: top + room.saturating_sub(field.height).div_ceil(2),
        width: field.width,
        height: field.height.min(room),
    };
    let point = shown
        .item()
        .and_then(|item| item.press())
        .map(|press| press.point);
    let finds = matches!(
        shown.scene.segment.part,
        Part::LeadIn | Part::Placing | Part::Switch
    );
    let drawn = match point {
        Some(point) if finds => figure(shown, point, picture, buf),
        _ => false,
    };
    if !drawn {
        ring::draw(
            field,
            &shown.scene.phase,
            shown.scene.phase_into,
            shown.running,
            look,
            picture,
            buf,
        );
    }
    let gap = match field.width {
        ..33 => 3,
        33..49 => 9,
        _ => 5,
    };
    let x = picture.right() + gap;
    let mut text = Rect {
        x,
        y: top,
        width: body.right().saturating_sub(x).min(60),
        height: room,
    };
    if let (Some(point), true) = (point, field.width >= 49) {
        // Beside the words the place stays in sight while it is pressed.
        let wide = if field.width > 49 { 40 } else { 28 };
        let beside = Rect {
            x: body.right().saturating_sub(wide),
            y: picture.y + picture.height / 2 - 11,
            width: wide,
            height: 22.min(room),
        };
        text.width = beside.x.saturating_sub(x + 2);
        if !finds {
            figure(shown, point, beside, buf);
        }
    }
    match words_to_find(shown) {
        Some(words) if !small => while_finding(shown, &words, field.width >= 49, text, buf),
        _ => beside_ring(shown, &rows(field), picture.y + field.height / 2, text, buf),
    }
}

/// How the spot is found, while it is looked for.
fn words_to_find(shown: &Shown<'_>) -> Option<String> {
    let point = shown.point()?;
    let half = shown.scene.segment.half.unwrap_or(Half::Midline);
    let (hand, lang) = (shown.hand(), shown.look.lang);
    match shown.scene.segment.part {
        Part::LeadIn | Part::Placing => Some(script::find_lines(point, half, hand, lang).join(" ")),
        Part::Switch => Some(script::switch_words(point, half, hand, lang)),
        _ => None,
    }
}

/// While the spot is looked for the words need the room, from the top down; what comes next and how long it all
/// takes stay at the bottom.
fn while_finding(shown: &Shown<'_>, words: &str, airy: bool, text: Rect, buf: &mut Buffer) {
    let look = shown.look;
    let labels = [t!(look, "practice-next"), t!(look, "practice-total")];
    let indent = labels.iter().map(|label| label.width()).max().unwrap_or(0) as u16 + 2;
    let mut y = text.y + if airy { 3 } else { 1 };
    let line = |words: String, style, y: u16, buf: &mut Buffer| {
        put_line(buf, text.x, y, text.width, &Line::styled(words, style), look);
    };
    line(shown.phase(), shown.flash(look.accent()), y, buf);
    let act = Rect {
        y: y + 1,
        height: 3,
        ..text
    };
    let below = paragraph(buf, act, act.y, &shown.act(), look.text());
    let face = digits::Face::of(look.ascii, airy);
    y = (below + 1).max(y + 3);
    let clock = digits::clock(shown.scene.left);
    digits::draw(&clock, face, text.x, y, look.strong(), buf);
    y += if airy { 8 } else { 4 };
    line(shown.now(), look.strong(), y, buf);
    line(shown.side(), look.accent(), y + 1, buf);
    y += if airy { 3 } else { 2 };
    let last = text.bottom().saturating_sub(1);
    let space = Rect {
        y,
        height: (last - 1).saturating_sub(y),
        ..text
    };
    paragraph(buf, space, y, words, look.text());
    let values = [shown.next(), shown.total()];
    for ((label, value), y) in labels.iter().zip(values).zip([last - 1, last]) {
        put(buf, text.x, y, indent, label, look.dim());
        let room = text.width.saturating_sub(indent);
        let line = Line::styled(value, look.text());
        put_line(buf, text.x + indent, y, room, &line, look);
    }
}

fn beside_ring(shown: &Shown<'_>, rows: &Rows, middle: u16, text: Rect, buf: &mut Buffer) {
    let look = shown.look;
    let at = |row: i16| middle.saturating_add_signed(row);
    let accent = shown.accent();
    let cut = |line: Line<'_>, y: u16, buf: &mut Buffer| {
        if y < text.bottom() {
            put_line(buf, text.x, y, text.width, &line, look);
        }
    };
    let plain = |words: String, style| Line::styled(words, style);
    cut(plain(shown.phase(), shown.flash(accent)), at(rows.phase), buf);
    // What to do may take the rows down to the digits.
    let space = Rect {
        y: at(rows.phase + 1),
        height: at(rows.digits).saturating_sub(at(rows.phase + 1)),
        ..text
    };
    paragraph_cut(buf, space, &shown.act(), look.text(), look);
    clock_and_repeat(shown, rows.large, at(rows.digits), text, buf);
    if rows.total.is_none() {
        // Small: the point, and what comes.
        cut(plain(shown.now(), look.strong()), at(rows.now), buf);
        let next = format!("{} {}", t!(look, "practice-next"), shown.next());
        cut(plain(next, look.dim()), at(rows.next), buf);
        return;
    }
    now_next_total(shown, rows, middle, text, buf);
    if let Some(words) = standing(shown) {
        let y = at(rows.total.unwrap_or(0) + 2);
        if rows.large && y < text.bottom() {
            paragraph(buf, Rect { y, ..text }, y, &words, look.dim());
        }
    }
}

/// The time left on this side, and which repeat it is.
fn clock_and_repeat(shown: &Shown<'_>, large: bool, top: u16, text: Rect, buf: &mut Buffer) {
    let look = shown.look;
    let clock = digits::clock(shown.scene.left);
    let face = digits::Face::of(look.ascii, large);
    let wide = digits::draw(&clock, face, text.x, top, look.strong(), buf);
    let repeats = shown
        .item()
        .and_then(|item| item.press())
        .map_or(1, |press| press.repeats);
    if repeats > 1 && !shown.waits() {
        let nth = shown.scene.segment.repeat + 1;
        let said = t!(look, "practice-repeat", at = nth, count = repeats);
        let (x, y) = if large {
            (text.x, top.saturating_add(7))
        } else {
            (text.x + wide + 3, top.saturating_add(1))
        };
        put(buf, x, y, text.right().saturating_sub(x), &said, look.dim());
    }
}

/// The point with its side and the hand, what comes next, and how long the whole takes still.
fn now_next_total(shown: &Shown<'_>, rows: &Rows, middle: u16, text: Rect, buf: &mut Buffer) {
    let look = shown.look;
    let at = |row: i16| middle.saturating_add_signed(row);
    let labels = [
        t!(look, "practice-now"),
        t!(look, "practice-next"),
        t!(look, "practice-total"),
    ];
    let indent = labels.iter().map(|label| label.width()).max().unwrap_or(0) as u16 + 2;
    let inner = Rect {
        x: text.x + indent,
        width: text.width.saturating_sub(indent),
        ..text
    };
    let row = |label: &str, words: String, style, y: u16, buf: &mut Buffer| {
        put(buf, text.x, y, indent, label, look.dim());
        put_line(buf, inner.x, y, inner.width, &Line::styled(words, style), look);
    };
    let [now, next, total] = labels;
    row(&now, shown.now(), look.strong(), at(rows.now), buf);
    let switching = shown.scene.segment.part == Part::Switch;
    let side_style = if switching { look.accent() } else { look.strong() };
    let mut below = at(rows.now + 1);
    let side = shown.side();
    if !side.is_empty() {
        put(buf, inner.x, below, inner.width, &side, side_style);
        below += 1;
    }
    if let (Some(point), Some(press), true) = (shown.point(), shown.press(), rows.hand) {
        let hand = script::hand_words(point, press, look.lang);
        let space = Rect {
            y: below,
            height: at(rows.total.unwrap_or(rows.next) - 1).saturating_sub(below),
            ..inner
        };
        below = paragraph(buf, space, below, &hand, look.dim());
    }
    // A hand that is told in more words pushes what comes next down to where the whole stands.
    row(&next, shown.next(), look.text(), at(rows.next).max(below), buf);
    if let Some(total_row) = rows.total {
        row(&total, shown.total(), look.text(), at(total_row), buf);
    }
}

/// What stands on the screen during every practice that presses.
fn standing(shown: &Shown<'_>) -> Option<String> {
    shown.point().map(|_| t!(shown.look, "practice-must-not-hurt"))
}

/// Without the ring: the same in words, and a bar that changes once a second. Where there is room beside the
/// words the place stands on the body, which needs no motion.
fn in_words(shown: &Shown<'_>, grid: &Grid, buf: &mut Buffer) {
    let look = shown.look;
    let body = grid.body;
    let indent = if grid.width == Width::Small { 0 } else { 6 };
    let short = body.height < 16;
    let x = body.x + indent;
    let width = body.width.saturating_sub(2 * indent).min(64);
    let mut y = body.y + if short { 0 } else { 3 };
    let line = |words: &str, style, y: u16, buf: &mut Buffer| {
        if y < body.bottom() {
            put_line(buf, x, y, width, &Line::styled(words.to_owned(), style), look);
        }
    };
    let beside = body.right().saturating_sub(x + width + 4);
    if let (Some(press), true) = (shown.press(), grid.width >= Width::Large) {
        let area = Rect {
            x: x + width + 4,
            width: beside.min(80),
            height: last_row(grid).saturating_sub(body.y + 4),
            ..body
        };
        figure(shown, press.point, area, buf);
    }
    let accent = shown.accent();
    if let (Some(words), true) = (words_to_find(shown).filter(|_| shown.waits()), short) {
        let area = Rect { x, width, ..body };
        finding_in_words(shown, &words, area, buf);
        return;
    }
    line(&shown.phase(), shown.flash(accent), y, buf);
    line(&shown.act(), look.text(), y + 1, buf);
    y += if short { 2 } else { 4 };
    let phase = shown.scene.phase;
    if phase.phase != Phase::Free {
        // Whole seconds, so that at most one change a second is drawn.
        let second = shown.scene.phase_into / 1_000;
        let whole = phase.length.div_ceil(1_000);
        let shown_part = match phase.phase {
            Phase::Out => whole - second.min(whole),
            Phase::Full => whole,
            Phase::Empty => 0,
            _ => second,
        };
        let row = Rect {
            x,
            y,
            width,
            height: 1,
        };
        bar::plain(shown_part, whole, accent, look, row, buf);
        let begun = second + 1;
        let count = t!(look, "practice-seconds", at = begun, count = whole);
        line(&count, look.dim(), y + 1, buf);
    }
    y += if short { 2 } else { 4 };
    let clock = digits::clock(shown.scene.left);
    // While somebody looks for the spot, how to find it needs the rows more than the clock does.
    if short || shown.waits() {
        line(&clock, look.strong(), y, buf);
        y += 1;
    } else {
        let face = digits::Face::of(look.ascii, false);
        digits::draw(&clock, face, x, y, look.strong(), buf);
        y += 4;
    }
    let now = format!(
        "{}   {}   {}",
        t!(look, "practice-now"),
        shown.now(),
        shown.side()
    );
    line(now.trim_end(), look.strong(), y, buf);
    let next = format!("{}   {}", t!(look, "practice-next"), shown.next());
    line(&next, look.dim(), y + 1, buf);
    if let Some(find) = words_to_find(shown).filter(|_| shown.waits()) {
        let area = Rect {
            x,
            y: y + 3,
            width,
            height: (body.bottom() - 1).saturating_sub(y + 3),
        };
        paragraph(buf, area, area.y, &find, look.text());
    }
}

/// While the spot is looked for, on a short screen: which point, how it is found, and how it is held. The breath and
/// what comes next can wait.
fn finding_in_words(shown: &Shown<'_>, words: &str, area: Rect, buf: &mut Buffer) {
    let look = shown.look;
    let phase = Line::from(vec![
        Span::styled(shown.phase(), shown.flash(shown.accent())),
        Span::styled(format!("   {}", digits::clock(shown.scene.left)), look.strong()),
    ]);
    put_line(buf, area.x, area.y, area.width, &phase, look);
    let now = format!("{}   {}", shown.now(), shown.side());
    let now = Line::styled(now.trim_end().to_owned(), look.strong());
    put_line(buf, area.x, area.y + 1, area.width, &now, look);
    let y = paragraph(buf, area, area.y + 2, words, look.text());
    let rest = Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    paragraph_cut(buf, rest, &shown.act(), look.dim(), look);
}

/// The place on the body, as near as it is drawn. False where no view shows it.
fn figure(shown: &Shown<'_>, point: PointId, area: Rect, buf: &mut Buffer) -> bool {
    let content = shown.known.content;
    let (figure, atlas) = (&content.figure, &content.atlas);
    let chart = shown.known.chart();
    let Some(view) = shown.known.views(point).first().copied() else {
        return false;
    };
    if area.width < 8 || area.height < 6 {
        return false;
    }
    let side = match shown.scene.segment.half {
        Some(Half::Left) => Some(Side::Left),
        Some(Half::Right) => Some(Side::Right),
        _ => None,
    };
    let looks_for_it = matches!(
        shown.scene.segment.part,
        Part::LeadIn | Part::Placing | Part::Switch
    );
    let found = looks_for_it.then(|| finding(figure, atlas, point).ok()).flatten();
    let code = atlas.point(point).code.as_str();
    let points = chart.shown(atlas, view, Some(point), |_| false, |_| code);
    let look = FigureLook::new(shown.look, &content.looks, &shown.known.settings);
    let camera = Camera::default();
    let frame = Frame::new(figure.view(view), area.width, area.height, camera, side);
    let scene = Figure {
        points: &points,
        // While one looks for the spot, the fingers lie on the drawing as they lie on the body.
        finding: found.as_ref().map(|found| (found, found.steps())),
        ..Figure::bare(figure, view, frame, look.rendering, shown.look.lang)
    };
    look.draw(&scene, area, buf);
    true
}

/// The motion of a press in a word, for the preview.
pub fn motion(motion: Motion, look: &Look) -> String {
    match motion {
        Motion::Stay => t!(look, "practice-motion-stay"),
        Motion::Circle => t!(look, "practice-circle"),
        Motion::Rub => t!(look, "practice-rub"),
    }
}

/// Where a press happens, for a row: "left wrist", "both sides", or the place itself.
pub fn place_in_words(half: Option<Half>, point: &Point, look: &Look) -> String {
    let name = match half {
        Some(half @ (Half::Left | Half::Right)) => side(half, point, look),
        Some(Half::Both) => t!(look, "practice-both"),
        _ => point.place.get(look.lang).to_owned(),
    };
    name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}
