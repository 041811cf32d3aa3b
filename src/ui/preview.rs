//! The preview: a practice as a timeline before it starts, and what was left out for this person.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::compose;
use super::frame::{put, put_line, rule, wrap};
use super::layout::{Grid, Height, Width};
use super::look::Look;
use super::practice::{motion, place_in_words};
use super::questions;
use super::safety_words as say;
use super::widgets::digits::clock;
use super::widgets::rows::hanging;
use super::words;
use crate::app::preview::{NoOffer, Offer, Preview};
use crate::app::{Action, Context, Hit, Known};
use crate::domain::atlas::PointId;
use crate::domain::breath::{Rhythm, seconds};
use crate::domain::plan::Act;
use crate::domain::point::Motion;
use crate::domain::reach::With;
use crate::domain::safety::{Change, Layer, Reason, Refusal, Rule};
use crate::domain::time::Ms;
use crate::domain::timeline::{Misfit, Piece};
use crate::t;

/// The first row.
pub fn title<'a>(preview: &Preview, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let left = Line::styled(preview.name(known, look.lang), look.strong());
    let right = match preview.outlook(known) {
        Ok(offer) => Line::styled(clock(offer.timeline.total()), look.dim()),
        Err(_) => Line::default(),
    };
    (left, right)
}

/// A row of text in one style.
type Row = (String, Style);

/// The body.
pub fn draw(preview: &Preview, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    let width = body.width.min(60);
    let offer = preview.offer(known);
    if let (Some(asking), Err(NoOffer::Refused(Refusal::Open { questions }))) = (&preview.asking, &offer) {
        questions::draw(asking, questions, "", known, look, body, buf);
        return;
    }
    // Open questions do not hide the plan.
    let open = matches!(&offer, Err(NoOffer::Refused(Refusal::Open { .. })));
    let offer = if open { preview.outlook(known) } else { offer };
    if let (Ok(offer), false) = (&offer, preview.why) {
        times(preview, offer, known, look, grid, buf);
        return;
    }
    let mut rows: Vec<Row> = Vec::new();
    match &offer {
        Ok(offer) => {
            left_out(offer, known, look, width, &mut rows);
            cautions(offer, known, look, width, &[], &mut rows);
        }
        Err(no) => refused(no, known, look, width, &mut rows),
    }
    if let Some(composed) = &preview.composed {
        section(&mut rows, t!(look, "preview-why-these"), look);
        for line in compose::told(composed, known, look) {
            text(&mut rows, &line, look.text(), width);
        }
        text(&mut rows, &t!(look, "preview-sets"), look.dim(), width);
    }
    if let Some(routine) = preview.routine(known) {
        section(&mut rows, t!(look, "preview-why-these"), look);
        text(&mut rows, routine.why.get(look.lang), look.text(), width);
        section(&mut rows, t!(look, "preview-expect"), look);
        text(&mut rows, routine.expect.get(look.lang), look.text(), width);
        if routine.tradition && routine.evidence.is_empty() {
            text(&mut rows, &t!(look, "preview-tradition"), look.dim(), width);
        } else if !routine.evidence.is_empty() {
            text(&mut rows, &routine.evidence.join(", "), look.dim(), width);
        }
        text(&mut rows, &t!(look, "preview-sets"), look.dim(), width);
    }
    paged(&rows, preview.scroll, look, body, buf);
}

/// What lies at a cell of the body: a question about today.
pub fn hit(preview: &Preview, known: &Known, look: &Look, grid: &Grid, position: Position) -> Option<Hit> {
    let asked = preview.asking.as_ref()?;
    let questions = preview.open_questions(known);
    questions::hit(asked, &questions, "", known, look, grid.body, position)
}

/// Rows of a page, scrolled; the last row says when there is more.
fn paged(rows: &[Row], scroll: usize, look: &Look, area: Rect, buf: &mut Buffer) {
    let height = usize::from(area.height);
    let all = rows.len() <= height;
    let shown = if all { height } else { height - 1 };
    let hidden = rows.len().saturating_sub(shown);
    let scroll = scroll.min(hidden);
    for (y, (words, style)) in (area.y..area.bottom()).zip(rows.iter().skip(scroll).take(shown)) {
        put(buf, area.x, y, area.width, words, *style);
    }
    if scroll < hidden {
        let more = format!("{} {}", t!(look, "card-more"), look.down());
        put(buf, area.x, area.bottom() - 1, area.width, &more, look.dim());
    }
}

fn section(rows: &mut Vec<Row>, title: String, look: &Look) {
    if !rows.is_empty() {
        rows.push((String::new(), look.text()));
    }
    rows.push((title, look.strong()));
}

fn text(rows: &mut Vec<Row>, words: &str, style: Style, width: u16) {
    rows.extend(wrap(words, width).into_iter().map(|line| (line, style)));
}

/// How it is breathed.
fn breath(offer: &Offer, look: &Look) -> String {
    let plan = offer.cleared.plan();
    // Breaths by themselves have a rhythm of their own; presses are counted in the pace.
    let own = plan.items.iter().find_map(|item| match &item.act {
        Act::Breathe(breathe) => Some(breathe.rhythm),
        _ => None,
    });
    let rhythm = own.filter(|_| plan.presses().next().is_none());
    rhythm_in_words(rhythm.unwrap_or(offer.pace.rhythm()), look)
}

/// How it is breathed and done, in one line.
fn manner(offer: &Offer, look: &Look) -> String {
    let plan = offer.cleared.plan();
    let breath = breath(offer, look);
    let mut motions: Vec<Motion> = Vec::new();
    for (_, press) in plan.presses() {
        if !motions.contains(&press.motion) {
            motions.push(press.motion);
        }
    }
    let words: Vec<String> = motions.into_iter().map(|one| motion(one, look)).collect();
    if words.is_empty() {
        breath
    } else {
        format!("{breath}  {}.", super::point_words::capital(&words.join(", ")))
    }
}

fn rhythm_in_words(rhythm: Rhythm, look: &Look) -> String {
    let Rhythm::Paced {
        inhale,
        full,
        exhale,
        empty,
        ..
    } = rhythm
    else {
        return t!(look, "preview-natural");
    };
    let point = t!(look, "decimal-mark");
    let [inhale, held, exhale, rest] = [inhale, full, exhale, empty].map(|part| seconds(part, &point));
    match (full, empty) {
        (0, 0) => t!(look, "preview-breath", inhale = inhale, exhale = exhale),
        (_, 0) => t!(
            look,
            "preview-breath-held",
            inhale = inhale,
            full = held,
            exhale = exhale
        ),
        _ => t!(
            look,
            "preview-breath-held-twice",
            inhale = inhale,
            full = held,
            exhale = exhale,
            empty = rest
        ),
    }
}

/// When what happens, and below it what was left out.
fn times(preview: &Preview, offer: &Offer, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    let pieces = offer.timeline.pieces();
    let mut notes: Vec<Row> = Vec::new();
    if let Some(at) = preview.goes_on {
        let at = at
            .format("%H:%M")
            .to_string()
            .replace(':', &t!(look, "hour-mark"));
        let words = t!(look, "preview-cut-off", at = at);
        text(&mut notes, &words, look.accent(), body.width.min(76));
    }
    let open = preview.open_questions(known).len();
    if open > 0 {
        notes.push((t!(look, "preview-open", count = open), look.accent()));
    }
    let said = notes.len();
    left_out(offer, known, look, body.width.min(76), &mut notes);
    if offer.timeline.capped {
        notes.push((t!(look, "preview-capped"), look.dim()));
    }
    cautions(offer, known, look, body.width.min(76), &[], &mut notes);
    let room = usize::from(body.height);
    // A short screen has no room for both the presses and all there is to know: that is a key away, and says how
    // much it is.
    let short = grid.height == Height::Short;
    if short && notes.len() > room / 2 {
        notes.truncate(said);
        folded(offer, known, look, &mut notes);
    }
    // What was left out never leaves the screen; the times give way to it.
    let head = if short { 1 } else { 2 };
    let crowded = short && pieces.len() + head + notes.len() >= room;
    let ruled = !notes.is_empty() && !crowded;
    let below = (notes.len() + usize::from(ruled)).min(room / 2);
    let space = room - head - below;
    let airy = pieces.len() * 2 <= space && body.height >= 18;
    let manner = match short {
        true => breath(offer, look),
        false => manner(offer, look),
    };
    let manner = Line::styled(manner, look.dim());
    put_line(buf, body.x, body.y, body.width, &manner, look);
    let step = if airy { 2 } else { 1 };
    let shown = (space / step).min(pieces.len());
    let scroll = preview.scroll.min(pieces.len() - shown);
    for (index, piece) in pieces.iter().skip(scroll).take(shown).enumerate() {
        let y = body.y + head as u16 + (index * step) as u16;
        row(
            piece,
            offer,
            known,
            look,
            Rect { y, height: 1, ..body },
            grid.width,
            buf,
        );
    }
    if scroll + shown < pieces.len() {
        let y = body.y + (head + shown.saturating_sub(1) * step) as u16;
        let x = body.right().min(buf.area().right() - 1);
        put(buf, x, y, 1, look.down(), look.dim());
    }
    if notes.is_empty() {
        return;
    }
    let mut top = body.bottom() - below as u16;
    if ruled {
        rule(look, body, top, buf);
        top += 1;
    }
    for (y, (words, style)) in (top..body.bottom()).zip(&notes) {
        put_line(
            buf,
            body.x,
            y,
            body.width,
            &Line::styled(words.as_str(), *style),
            look,
        );
    }
    if notes.len() + usize::from(ruled) > below {
        let more = format!(" {}", look.cut());
        let x = body.right() - more.chars().count() as u16;
        put(buf, x, body.bottom() - 1, 3, &more, look.dim());
    }
}

/// How much there is to know, and the key that shows it.
fn folded(offer: &Offer, known: &Known, look: &Look, rows: &mut Vec<Row>) {
    let mut keys = known.keymap.keys(Context::Practice, Action::Why);
    let key = keys.next().map(|key| words::key(look, key)).unwrap_or_default();
    let mut changed = Vec::new();
    left_out(offer, known, look, u16::MAX, &mut changed);
    // The heading above them is no change.
    let headed = changed
        .first()
        .is_some_and(|(words, _)| *words == t!(look, "preview-for-you"));
    let changed = changed.len() - usize::from(headed) + usize::from(offer.timeline.capped);
    let told = sentences(offer, known, look, &[]).len();
    for (count, line) in [
        (
            changed,
            t!(look, "preview-changed", count = changed, key = key.as_str()),
        ),
        (told, t!(look, "preview-told", count = told, key = key.as_str())),
    ] {
        if count > 0 {
            rows.push((line, look.caution()));
        }
    }
}

/// The sentences to read before this practice: those of its points, those that an answer brought up, those
/// about a counted breath where one is counted for its own sake, and where not to practise. Where a dose or a bound comes from is no sentence for now.
fn sentences(offer: &Offer, known: &Known, look: &Look, told: &[&str]) -> Vec<String> {
    let rules = &known.content.rules;
    let mut breaths = offer
        .cleared
        .plan()
        .items
        .iter()
        .filter_map(|item| item.breathe());
    let counted = breaths.any(|breathe| breathe.rhythm.is_paced());
    let mut told: Vec<&str> = told.to_vec();
    let mut sentences = Vec::new();
    for note in offer.cleared.notes() {
        let Some(rule) = rules.rule(&note.rule) else {
            continue;
        };
        let breath = rule.layer == Layer::Breath && rule.id != PLACES;
        let now = note.because.is_some() || rule.layer == Layer::Point || rule.id == PLACES;
        if (now || breath && counted) && !told.contains(&rule.id.as_ref()) {
            told.push(&rule.id);
            let mut words = format!("! {}{}", whose(rule, offer, known), rule.reason.get(look.lang));
            // What to do when the breath goes wrong has to be known before; nobody reads it then.
            if breath {
                words = format!("{words} {}", rule.instead.get(look.lang));
            }
            sentences.push(words);
        }
    }
    sentences
}

/// These sentences, each behind its mark: what goes on below stands under its own first word.
fn cautions(offer: &Offer, known: &Known, look: &Look, width: u16, told: &[&str], rows: &mut Vec<Row>) {
    let sentences = sentences(offer, known, look, told).into_iter();
    let lines = sentences.flat_map(|sentence| hanging(&sentence, width));
    rows.extend(lines.map(|line| (line, look.caution())));
}

/// The codes of the points a rule speaks of, before its sentence: among several points "this point" says too
/// little.
fn whose(rule: &Rule, offer: &Offer, known: &Known) -> String {
    let mut codes: Vec<&str> = Vec::new();
    for (_, press) in offer.cleared.plan().presses() {
        let code = known.content.atlas.point(press.point).code.as_str();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    if rule.layer != Layer::Point || codes.len() < 2 {
        return String::new();
    }
    let speaks_of = |code: &str| {
        let mut named = rule.effects.iter().flat_map(|effect| &effect.points);
        named.any(|point| **point == *code)
    };
    codes.retain(|code| speaks_of(code));
    match codes.is_empty() {
        true => String::new(),
        false => format!("{}: ", codes.join(", ")),
    }
}

/// Not in or near water, not while driving, not at a machine.
const PLACES: &str = "BR-03";

/// What safety changed and what to read before, as plain lines.
pub fn told(offer: &Offer, known: &Known, look: &Look) -> Vec<String> {
    let mut rows = Vec::new();
    left_out(offer, known, look, PLAIN_WIDTH, &mut rows);
    rows.into_iter().map(|(words, _)| words).collect()
}

/// The sentences to read before this practice, as plain lines, without those of rules that were told already.
pub fn notes(offer: &Offer, known: &Known, look: &Look, told: &[&str]) -> Vec<String> {
    // An indent is for the eye.
    let sentences = sentences(offer, known, look, told).into_iter();
    sentences
        .flat_map(|sentence| wrap(&sentence, PLAIN_WIDTH))
        .collect()
}

/// Why nothing can be begun, as plain lines.
pub fn refusal(no: &NoOffer, known: &Known, look: &Look) -> Vec<String> {
    let mut rows = Vec::new();
    refused(no, known, look, PLAIN_WIDTH, &mut rows);
    rows.into_iter()
        .map(|(words, _)| words)
        .filter(|words| !words.is_empty())
        .collect()
}

/// How wide plain lines are.
const PLAIN_WIDTH: u16 = 78;

/// One piece of the timeline: when, what, where, how long.
fn row(piece: &Piece, offer: &Offer, known: &Known, look: &Look, area: Rect, width: Width, buf: &mut Buffer) {
    let plan = offer.cleared.plan();
    let y = area.y;
    let length = clock(piece.end - piece.start);
    let right = area.right().min(area.x + 76);
    put(buf, area.x, y, 6, &clock(piece.start), look.dim());
    put(
        buf,
        right.saturating_sub(length.len() as u16),
        y,
        length.len() as u16,
        &length,
        look.text(),
    );
    let small = width == Width::Small;
    let (mark, code) = (
        area.x + if small { 6 } else { 8 },
        area.x + if small { 6 } else { 11 },
    );
    let place = match plan.items.get(piece.item) {
        Some(item) => match item.press() {
            Some(press) => {
                let point = known.content.atlas.point(press.point);
                if !small {
                    put(
                        buf,
                        mark,
                        y,
                        2,
                        look.meridian_mark(point.meridian),
                        look.meridian(point.meridian),
                    );
                    put(buf, code + 7, y, 12, &point.names.pinyin, look.text());
                }
                put(buf, code, y, 7, point.code.as_str(), look.strong());
                place_in_words(piece.half, point, look)
            }
            None => {
                put(buf, code, y, 10, &t!(look, "practice-breath"), look.strong());
                let hands = item
                    .breathe()
                    .map(|breathe| breathe.hands.get(look.lang))
                    .filter(|hands| !hands.is_empty())
                    .map(str::to_owned);
                hands.unwrap_or_else(|| t!(look, "practice-only-breath"))
            }
        },
        None => String::new(),
    };
    let x = if small { code + 8 } else { code + 19 };
    // The longest piece makes the longest bar.
    let longest = offer
        .timeline
        .pieces()
        .iter()
        .map(|piece| piece.end - piece.start)
        .max()
        .unwrap_or(1)
        .max(1);
    let bar: u16 = if small { 0 } else { 16 };
    let cells = ((piece.end - piece.start) * Ms::from(bar) / longest) as u16;
    let bar_x = right.saturating_sub(6 + bar);
    let room = bar_x.saturating_sub(x + 1);
    put_line(buf, x, y, room, &Line::styled(place, look.dim()), look);
    for cell in 0..cells {
        buf.set_string(bar_x + cell, y, look.bar().0, look.dim());
    }
}

/// What safety left out, replaced or softened, each with its first reason.
fn left_out(offer: &Offer, known: &Known, look: &Look, width: u16, rows: &mut Vec<Row>) {
    for (point, why) in &offer.without {
        text(
            rows,
            &compose::why_not(*point, why, known, look),
            look.dim(),
            width,
        );
    }
    changes(offer.cleared.changes(), known, look, width, rows);
    // Said while the eyes are open: the hand needs it from the first point on.
    let mut withs = offer.cleared.plan().presses().map(|(_, press)| press.with);
    if let Some(with) = withs.find(|with| *with != With::Fingers) {
        let words = match with {
            With::Tool => t!(look, "preview-with-tool"),
            With::Knuckle | With::Fingers => t!(look, "preview-with-knuckle"),
        };
        text(rows, &words, look.text(), width);
    }
    let fingers = offer.cleared.fingers_only();
    if known.settings.with != With::Fingers && !fingers.is_empty() {
        let points: Vec<String> = fingers.iter().map(|id| name(*id, known)).collect();
        let line = t!(look, "preview-fingers-only", points = points.join(", "));
        text(rows, &line, look.caution(), width);
    }
    for item in &offer.timeline.dropped {
        let press = offer
            .cleared
            .plan()
            .items
            .get(*item)
            .and_then(|item| item.press());
        if let Some(press) = press {
            let point = name(press.point, known);
            text(
                rows,
                &t!(look, "preview-no-room", point = point),
                look.dim(),
                width,
            );
        }
    }
}

fn changes(changes: &[Change], known: &Known, look: &Look, width: u16, rows: &mut Vec<Row>) {
    let mut lighter = false;
    for change in changes {
        let line = match change {
            Change::LeftOut {
                point,
                reasons,
                instead,
                replaced,
            } => {
                let mut line = t!(
                    look,
                    "preview-left-out",
                    point = name(*point, known),
                    reason = because(reasons, known, look)
                );
                if let Some(instead) = instead {
                    let point = name(*instead, known);
                    line.push(' ');
                    line.push_str(&if *replaced {
                        t!(look, "preview-instead", point = point)
                    } else {
                        t!(look, "preview-suits", point = point)
                    });
                }
                line
            }
            Change::OneSide { point, reasons, .. } => t!(
                look,
                "preview-one-side",
                point = name(*point, known),
                reason = because(reasons, known, look)
            ),
            // Said once for all points.
            Change::Lighter { .. } if lighter => continue,
            Change::Lighter { reasons, .. } => {
                lighter = true;
                t!(look, "preview-lighter", reason = because(reasons, known, look))
            }
            Change::Breath { reasons, .. } => {
                t!(
                    look,
                    "preview-breath-changed",
                    reason = because(reasons, known, look)
                )
            }
        };
        if rows.is_empty() {
            rows.push((t!(look, "preview-for-you"), look.caution()));
        }
        text(rows, &line, look.text(), width);
    }
}

fn name(id: PointId, known: &Known) -> String {
    let point = known.content.atlas.point(id);
    format!("{} {}", point.code, point.names.pinyin)
}

/// The condition behind the first reason, in its own few words.
pub fn because(reasons: &[Reason], known: &Known, look: &Look) -> String {
    let first = reasons.first();
    first.map_or_else(String::new, |reason| {
        say::condition(look, reason, known).to_owned()
    })
}

/// Why nothing can be begun, and what to do instead.
fn refused(no: &NoOffer, known: &Known, look: &Look, width: u16, rows: &mut Vec<Row>) {
    let mut reasons_with = |head: String, style: Style, reasons: &[Reason]| {
        text(rows, &head, style, width);
        let mut told: Vec<&str> = Vec::new();
        for reason in reasons {
            let Some(rule) = known.content.rules.rule(&reason.rule) else {
                continue;
            };
            if told.contains(&rule.id.as_ref()) {
                continue;
            }
            told.push(&rule.id);
            rows.push((String::new(), look.text()));
            text(rows, rule.title.get(look.lang), look.strong(), width);
            text(rows, rule.reason.get(look.lang), look.text(), width);
            if !rule.instead.is_empty() {
                text(rows, rule.instead.get(look.lang), look.dim(), width);
            }
        }
    };
    match no {
        NoOffer::Misfit(Misfit::TooShort { least }) => {
            text(
                rows,
                &t!(look, "preview-too-short", least = least.to_string()),
                look.text(),
                width,
            );
        }
        NoOffer::Misfit(_) => text(rows, &t!(look, "preview-too-long"), look.text(), width),
        NoOffer::Refused(refusal) => match refusal {
            Refusal::Stop { reasons, help } => {
                reasons_with(t!(look, "preview-stop"), look.stop(), reasons);
                for line in help.map_or_else(Vec::new, |help| say::calls(look, help, known)) {
                    text(rows, &line, look.strong(), width);
                }
            }
            Refusal::AskFirst { reasons, .. } => {
                reasons_with(t!(look, "preview-ask-first"), look.caution(), reasons);
                rows.push((String::new(), look.text()));
                text(rows, &t!(look, "preview-have-asked"), look.text(), width);
            }
            Refusal::NotThisRoutine { reasons } => {
                reasons_with(t!(look, "preview-not-this"), look.caution(), reasons);
            }
            Refusal::Locked { rule } => {
                let head = t!(look, "preview-locked");
                text(rows, &head, look.stop(), width);
                if let Some(rule) = known.content.rules.rule(rule) {
                    text(rows, rule.title.get(look.lang), look.strong(), width);
                    text(rows, rule.instead.get(look.lang), look.text(), width);
                    for line in rule
                        .help
                        .map_or_else(Vec::new, |help| say::calls(look, help, known))
                    {
                        text(rows, &line, look.strong(), width);
                    }
                }
            }
            Refusal::Enough { rule } => {
                text(rows, &t!(look, "preview-enough"), look.strong(), width);
                if let Some(rule) = known.content.rules.rule(rule) {
                    text(rows, rule.reason.get(look.lang), look.text(), width);
                    text(rows, rule.instead.get(look.lang), look.dim(), width);
                }
            }
            Refusal::Open { questions } => {
                let count = questions.len();
                text(rows, &t!(look, "preview-open", count = count), look.text(), width);
            }
            Refusal::NothingLeft { changes: left } => {
                text(rows, &t!(look, "preview-nothing"), look.caution(), width);
                rows.push((String::new(), look.text()));
                changes(left, known, look, width, rows);
            }
        },
    }
}
