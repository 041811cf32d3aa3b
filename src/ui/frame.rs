//! What every screen has: the ground, the first row, the bottom row, and the words below the least size.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::layout::{Grid, LEAST, Width};
use super::look::Look;
use super::words;
use crate::app::{Action, Hint, Known, Model, Overlay};
use crate::app::{Context, HintWord};
use crate::content::looks::Role;
use crate::domain::words::{is_invisible, printable};
use crate::t;

/// Paints the ground of the whole terminal, over whatever was there.
pub fn ground(look: &Look, buf: &mut Buffer) {
    let mut cell = Cell::EMPTY;
    cell.set_style(look.style(Role::Bg).patch(look.text()));
    buf.content.fill(cell);
}

/// The words below the least size, at any size.
pub fn too_small(look: &Look, buf: &mut Buffer) {
    let area = *buf.area();
    let needs = format!("{}x{}", LEAST.0, LEAST.1);
    let lines = [
        t!(look, "small-needs", width = LEAST.0, height = LEAST.1),
        t!(look, "small-is", width = area.width, height = area.height),
        t!(look, "small-remedy"),
    ];
    if area.height >= 3 && lines.iter().all(|line| line.width() <= usize::from(area.width)) {
        for (y, line) in lines.iter().enumerate() {
            put(buf, area.x, area.y + y as u16, area.width, line, look.text());
        }
    } else if area.height > 0 {
        put(buf, area.x, area.y, area.width, &needs, look.text());
    }
}

/// The first row: where am I on the left; how far, or a notice, on the right.
pub fn first_row(model: &Model, look: &Look, grid: &Grid, left: Line<'_>, right: Line<'_>, buf: &mut Buffer) {
    let row = grid.first;
    let right = match &model.notice {
        // A notice may quote what somebody else wrote.
        Some(notice) => Line::styled(printable(&words::said(look, &notice.what)), look.text()),
        None if model.known.diary.only_read.is_some() => {
            let word = format!("{}   ", t!(look, "only-read"));
            let mut right = right;
            right.spans.insert(0, Span::styled(word, look.caution()));
            right
        }
        None => right,
    };
    let taken = (right.width() as u16).min(row.width);
    let room = row.width.saturating_sub(if taken == 0 { 0 } else { taken + 2 });
    put_line(buf, row.x, row.y, room, &left, look);
    put_line(buf, row.right() - taken, row.y, taken, &right, look);
}

/// A hint placed in the bottom row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedHint {
    /// What it does.
    pub action: Action,
    /// Where it stands.
    pub area: Rect,
    key: String,
    word: String,
}

/// The hints of the bottom row: as many whole ones as fit, `esc` and `?` reserved, the most useful first.
pub fn hints(model: &Model, look: &Look, grid: &Grid) -> Vec<PlacedHint> {
    let context = model.context();
    let (mut wanted, reserved) = match &model.overlay {
        Some(Overlay::Help { .. }) => (
            vec![Hint::pair(Action::Up, Action::Down, HintWord::Move)],
            vec![Hint::say(Action::Back, HintWord::Close)],
        ),
        None => {
            let mut reserved = Vec::new();
            if !model.behind.is_empty() && model.screen.can_go_back(&model.known) {
                reserved.push(Hint::own(Action::Back));
            }
            if context != Context::Text {
                reserved.push(Hint::own(Action::Help));
            }
            (model.screen.hints(&model.known), reserved)
        }
    };
    wanted.retain(|hint| {
        !reserved
            .iter()
            .any(|kept| kept.action == hint.action && hint.word == kept.word)
    });
    if wanted.iter().any(|hint| hint.action == Action::Back) {
        // The screen has its own word for esc.
        return place(model, look, grid, wanted, reserved_without_back(&reserved));
    }
    place(model, look, grid, wanted, reserved)
}

fn reserved_without_back(reserved: &[Hint]) -> Vec<Hint> {
    reserved
        .iter()
        .copied()
        .filter(|hint| hint.action != Action::Back)
        .collect()
}

fn place(model: &Model, look: &Look, grid: &Grid, wanted: Vec<Hint>, reserved: Vec<Hint>) -> Vec<PlacedHint> {
    let (most, gap) = match grid.width {
        Width::Small => (4, 2),
        Width::Medium => (6, 3),
        Width::Large | Width::Huge => (9, 3),
    };
    let spell = |hint: &Hint| {
        let context = model.context();
        let known: &Known = &model.known;
        let name = |action: Action| {
            known
                .keymap
                .keys(context, action)
                .next()
                .map(|key| words::key(look, key))
                .unwrap_or_default()
        };
        let first = name(hint.action);
        let key = match hint.and {
            // The four depths of the journal are one choice.
            Some(Action::Year) if hint.action == Action::Day => {
                let depths = [Action::Day, Action::Week, Action::Month, Action::Year];
                depths.map(name).join(" ")
            }
            Some(and) if look.ascii && !matches!(and, Action::Digit(_)) => format!("{first}/{}", name(and)),
            // Up and to the side: all four.
            Some(Action::Right) if hint.action == Action::Up => {
                let around = [Action::Left, Action::Up, Action::Down, Action::Right];
                around.map(name).concat()
            }
            Some(and)
                if first.chars().count() > 1 || matches!(hint.action, Action::Faster | Action::StepBack) =>
            {
                format!("{first} {}", name(and))
            }
            Some(and) if matches!(and, Action::Digit(_)) => format!("{first}-{}", name(and)),
            Some(and) => format!("{first}{}", name(and)),
            None => first,
        };
        (key, words::hint(look, hint))
    };
    let width = |(key, word): &(String, String)| (key.width() + 1 + word.width()) as u16;
    let kept: Vec<(Hint, (String, String))> = reserved
        .into_iter()
        .map(|hint| (hint, spell(&hint)))
        .filter(|(_, s)| !s.0.is_empty())
        .collect();
    let mut room = grid.bottom.width;
    for (_, spelled) in &kept {
        room = room.saturating_sub(width(spelled) + gap);
    }
    let mut chosen: Vec<(Hint, (String, String))> = Vec::new();
    for hint in wanted {
        let spelled = spell(&hint);
        if spelled.0.is_empty() || chosen.len() + kept.len() >= most {
            continue;
        }
        // The reserved hints have brought the gap before them along.
        let need = width(&spelled) + if chosen.is_empty() { 0 } else { gap };
        if need <= room {
            room -= need;
            chosen.push((hint, spelled));
        }
    }
    chosen.extend(kept);
    let mut x = grid.bottom.x;
    let mut placed = Vec::new();
    for (hint, (key, word)) in chosen {
        let spelled = (key, word);
        let wide = width(&spelled);
        if x + wide > grid.bottom.right() {
            break;
        }
        placed.push(PlacedHint {
            action: hint.action,
            area: Rect::new(x, grid.bottom.y, wide, 1),
            key: spelled.0,
            word: spelled.1,
        });
        x += wide + gap;
    }
    placed
}

/// The bottom row: keys in text, what they do in dim.
pub fn bottom_row(model: &Model, look: &Look, grid: &Grid, buf: &mut Buffer) {
    for hint in hints(model, look, grid) {
        let line = Line::from(vec![
            Span::styled(hint.key, look.text()),
            Span::styled(format!(" {}", hint.word), look.dim()),
        ]);
        put_line(buf, hint.area.x, hint.area.y, hint.area.width, &line, look);
    }
}

/// A faint rule across an area's row.
pub fn rule(look: &Look, area: Rect, y: u16, buf: &mut Buffer) {
    for x in area.left()..area.right() {
        buf.set_string(x, y, look.rule(), look.faint());
    }
}

/// Puts a text in one row, as far as there is room. Returns how wide it was drawn. Whatever text it is, nothing
/// one does not see comes on the screen: this is the last door before it.
pub fn put(buf: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let area = *buf.area();
    if y >= area.bottom() || x >= area.right() {
        return 0;
    }
    let width = width.min(area.right() - x);
    // Most texts are plain, a cell for each letter: nothing has to be measured.
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        let shown = text.len().min(usize::from(width)) as u16;
        for (column, letter) in (x..x + shown).zip(text.chars()) {
            buf[(column, y)].set_char(letter).set_style(style);
        }
        return shown;
    }
    let text = match text.chars().any(is_invisible) {
        true => Cow::Owned(printable(text)),
        false => Cow::Borrowed(text),
    };
    let (end, _) = buf.set_stringn(x, y, text, usize::from(width), style);
    end - x
}

/// Puts a line in one row. Cut with `⋯` if it is wider than `width`.
pub fn put_line(buf: &mut Buffer, x: u16, y: u16, width: u16, line: &Line<'_>, look: &Look) {
    let too_wide = line.width() > usize::from(width);
    let cut = look.cut();
    let room = if too_wide {
        width.saturating_sub(cut.width() as u16)
    } else {
        width
    };
    let mut at = x;
    for span in &line.spans {
        let left = room.saturating_sub(at - x);
        if left == 0 {
            break;
        }
        at += put(buf, at, y, left, &span.content, line.style.patch(span.style));
    }
    if too_wide && width >= cut.width() as u16 {
        put(buf, at, y, cut.width() as u16, cut, look.dim());
    }
}

/// Wraps a text by width into lines of at most `width` cells. Breaks at blanks, but for one that holds a number and
/// its unit together (U+00A0); a single longer word is cut.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(1));
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut taken = 0;
        let words = paragraph.split(|c: char| c.is_whitespace() && c != '\u{a0}');
        for word in words.filter(|word| !word.is_empty()) {
            let wide = word.width();
            let gap = usize::from(!line.is_empty());
            if taken + gap + wide <= width {
                if gap == 1 {
                    line.push(' ');
                }
                line.extend(word.chars().map(blank));
                taken += gap + wide;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let mut rest = word;
            while rest.width() > width {
                let (head, tail) = rest.split_at(cut_at(rest, width));
                if head.is_empty() {
                    // Not even its first letter fits.
                    rest = "";
                    break;
                }
                lines.push(head.to_owned());
                rest = tail;
            }
            line.extend(rest.chars().map(blank));
            taken = rest.width();
        }
        lines.push(line);
    }
    lines
}

/// Once a line is broken a blank is a blank.
fn blank(letter: char) -> char {
    if letter == '\u{a0}' { ' ' } else { letter }
}

/// Where a word is cut that is wider than a line, in bytes.
fn cut_at(word: &str, width: usize) -> usize {
    let mut taken = 0;
    word.char_indices()
        .find(|(_, letter)| {
            taken += letter.width().unwrap_or(0);
            taken > width
        })
        .map_or(word.len(), |(at, _)| at)
}

/// Puts a wrapped text into an area; returns the row after it. Rows that do not fit are left out.
pub fn paragraph(buf: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) -> u16 {
    let mut y = y;
    for line in wrap(text, area.width) {
        if y >= area.bottom() {
            break;
        }
        put(buf, area.x, y, area.width, &line, style);
        y += 1;
    }
    y
}

/// Puts a wrapped text into an area, with the sign for what was cut where its rows do not do.
pub fn paragraph_cut(buf: &mut Buffer, area: Rect, text: &str, style: Style, look: &Look) {
    let lines = wrap(text, area.width);
    for (nth, y) in (area.y..area.bottom()).enumerate() {
        let Some(line) = lines.get(nth) else { return };
        let line = if y + 1 == area.bottom() {
            lines[nth..].join(" ")
        } else {
            line.clone()
        };
        put_line(buf, area.x, y, area.width, &Line::styled(line, style), look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_keeps_every_word_and_no_line_is_too_wide() {
        let text = "På håndryggen, mellem tommel- og pegefinger. 合谷 i midten";
        for width in 4..40 {
            let lines = wrap(text, width);
            assert!(
                lines.iter().all(|line| line.width() <= usize::from(width)),
                "{width}: {lines:?}"
            );
            let joined: String = lines.concat().split_whitespace().collect();
            assert_eq!(joined, text.split_whitespace().collect::<String>());
        }
    }
}
