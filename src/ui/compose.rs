//! Composing a practice: the uses on one side, what comes of them on the other, one line a point.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::frame::{put, put_line, wrap};
use super::layout::{Grid, Height, Width, scrolled};
use super::look::Look;
use super::widgets::digits::clock;
use super::widgets::rows;
use crate::app::compose::{Compose, WAYS};
use crate::app::{Hit, Known};
use crate::domain::atlas::PointId;
use crate::domain::compose::{Chosen, Composed, WhyNot};
use crate::domain::plan::SideRule;
use crate::domain::point::{Posture, Side};
use crate::t;

/// The first row.
pub fn title<'a>(look: &Look) -> (Line<'a>, Line<'a>) {
    (
        Line::styled(t!(look, "compose-title"), look.strong()),
        Line::default(),
    )
}

/// Where the uses and what comes of them lie.
fn panes(grid: &Grid) -> (Rect, Rect) {
    let body = grid.body;
    if grid.width == Width::Small {
        let height = body.height / 2;
        let words = Rect {
            y: body.y + height,
            height: body.height - height,
            ..body
        };
        return (Rect { height, ..body }, words);
    }
    // Where there is room, the longest complaint is read whole.
    let width = if grid.width >= Width::Large { 40 } else { 32 };
    let list = Rect { width, ..body };
    let x = list.right() + 3;
    let words = Rect {
        x,
        width: (body.right() - x).min(62),
        ..body
    };
    (list, words)
}

/// The body.
pub fn draw(compose: &Compose, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (list, area) = panes(grid);
    let uses = Compose::uses(known);
    let first = scrolled(compose.row, uses.len(), usize::from(list.height));
    for (y, (row, id)) in (list.y..list.bottom()).zip(uses.iter().enumerate().skip(first)) {
        let chosen = row == compose.row;
        let wanted = compose.wants(id);
        if chosen {
            rows::choose(look, rows::texts(list), y, buf);
        }
        put(
            buf,
            list.x + 2,
            y,
            3,
            if wanted { "[x]" } else { "[ ]" },
            look.dim(),
        );
        let style = if chosen || wanted {
            look.strong()
        } else {
            look.text()
        };
        let name = use_name(id, known, look);
        put_line(
            buf,
            list.x + 6,
            y,
            list.width - 6,
            &Line::styled(name, style),
            look,
        );
    }
    rows::more_below(look, list, first, uses.len(), buf);
    let mut rows = vec![(
        format!(
            "{}  {}",
            t!(look, "compose-minutes", minutes = compose.minutes),
            way(&compose.postures, look)
        ),
        look.strong(),
    )];
    let blank = || (String::new(), look.text());
    rows.push(blank());
    if compose.wanted.is_empty() {
        rows.push((t!(look, "compose-choose"), look.text()));
    } else {
        match compose.composed(known) {
            Ok(composed) => {
                let lines = told(&composed, known, look);
                let split = composed.chosen.len();
                rows.extend(lines[..split].iter().map(|line| (line.clone(), look.text())));
                if lines.len() > split {
                    rows.push(blank());
                }
                rows.extend(lines[split..].iter().map(|line| (line.clone(), look.dim())));
            }
            Err(nothing) => {
                rows.push((t!(look, "compose-nothing"), look.strong()));
                for left in &nothing.left_out {
                    rows.push((why_not(left.point, &left.why, known, look), look.text()));
                }
                rows.push((t!(look, "compose-quiet-five"), look.dim()));
            }
        }
    }
    // What is one sentence is no list.
    let sentence = compose.wanted.is_empty();
    let mut lines: Vec<(String, Style)> = Vec::new();
    for (words, style) in rows {
        if words.is_empty() {
            // A short screen has no row for nothing.
            if grid.height != Height::Short {
                lines.push((words, style));
            }
            continue;
        }
        let wrapped = match sentence {
            true => wrap(&words, area.width),
            false => rows::hanging(&words, area.width),
        };
        lines.extend(wrapped.into_iter().map(|line| (line, style)));
    }
    let room = usize::from(area.height);
    let cut = lines.len() > room;
    for (nth, (y, (line, style))) in (area.y..area.bottom()).zip(lines).enumerate() {
        let line = match cut && nth + 1 == room {
            true => format!("{line} {}", look.cut()),
            false => line,
        };
        put_line(buf, area.x, y, area.width, &Line::styled(line, style), look);
    }
}

/// What lies at a cell of the body.
pub fn hit(compose: &Compose, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let (list, _) = panes(grid);
    rows::at(list, compose.row, Compose::uses(known).len(), position).map(Hit::Row)
}

fn use_name(id: &str, known: &Known, look: &Look) -> String {
    let use_ = known.content.atlas.use_text(id);
    use_.map_or_else(|| id.to_owned(), |use_| use_.name.get(look.lang).to_owned())
}

fn way(postures: &[Posture], look: &Look) -> String {
    match WAYS.iter().position(|way| *way == postures) {
        Some(1) => t!(look, "compose-sitting"),
        Some(2) => t!(look, "compose-lying"),
        _ => t!(look, "compose-any-posture"),
    }
}

/// One line a point: the sides, how long, and why; then what was left out and why.
pub fn told(composed: &Composed, known: &Known, look: &Look) -> Vec<String> {
    let chosen = composed
        .plan
        .presses()
        .zip(&composed.chosen)
        .map(|((_, press), chosen)| line(press.sides, press.seconds, chosen, known, look));
    let left = composed
        .left_out
        .iter()
        .map(|left| why_not(left.point, &left.why, known, look));
    chosen.chain(left).collect()
}

/// "LI4 Hégǔ, both sides in turn, 0:40 each. Headache: tradition. Far from the place."
fn line(sides: SideRule, seconds: u16, chosen: &Chosen, known: &Known, look: &Look) -> String {
    let point = known.content.atlas.point(chosen.point);
    let time = clock(u64::from(seconds) * 1_000);
    let sides = with_sides(sides, time, look);
    let mut text = format!("{} {}, {sides}.", point.code, point.names.pinyin);
    for (id, trial, near) in &chosen.serves {
        let name = super::point_words::capital(&use_name(id, known, look));
        let basis = match (trial, near) {
            (true, Some(true)) => t!(look, "compose-trial-near", name = name),
            (true, Some(false)) => t!(look, "compose-trial-far", name = name),
            (true, None) => t!(look, "compose-trial", name = name),
            (false, Some(true)) => t!(look, "compose-tradition-near", name = name),
            (false, Some(false)) => t!(look, "compose-tradition-far", name = name),
            (false, None) => t!(look, "compose-tradition", name = name),
        };
        text.push(' ');
        text.push_str(&basis);
    }
    let (least, most) = point.technique.seconds_range;
    if seconds < least {
        text.push(' ');
        text.push_str(&t!(
            look,
            "compose-usually-longer",
            least = clock(u64::from(least) * 1_000),
            most = clock(u64::from(most) * 1_000)
        ));
    }
    text
}

/// How long, and on which sides: "both hands in turn, 2 x 0:40".
pub fn with_sides(sides: SideRule, time: String, look: &Look) -> String {
    match sides {
        SideRule::Each => t!(look, "compose-each", time = time),
        SideRule::Together => t!(look, "compose-together", time = time),
        SideRule::Midline => time,
        SideRule::Only(Side::Left) => t!(look, "compose-only-left", time = time),
        SideRule::Only(Side::Right) => t!(look, "compose-only-right", time = time),
    }
}

/// Why a point is not in it.
pub fn why_not(id: PointId, why: &WhyNot, known: &Known, look: &Look) -> String {
    let point = known.content.atlas.point(id);
    let name = format!("{} {}", point.code, point.names.pinyin);
    match why {
        WhyNot::Safety(reasons) => {
            let reason = super::preview::because(reasons, known, look);
            t!(look, "preview-left-out", point = name, reason = reason)
        }
        WhyNot::Never => t!(look, "compose-never", point = name),
        WhyNot::OutOfReach => t!(look, "compose-out-of-reach", point = name),
        WhyNot::Posture(_) => t!(look, "compose-other-posture", point = name),
        WhyNot::NoRoom(Some(from)) => t!(
            look,
            "compose-no-room-from",
            point = name,
            minutes = i64::from(*from)
        ),
        WhyNot::NoRoom(None) => t!(look, "compose-no-room", point = name),
        WhyNot::Same(other) => {
            let other = known.content.atlas.point(*other).code.to_string();
            t!(look, "compose-same", point = name, other = other)
        }
    }
}
