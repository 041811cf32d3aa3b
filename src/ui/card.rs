//! The card of a point: as a screen, and as the pane beside a list.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::{put, put_line, rule, wrap};
use super::layout::{Grid, Width};
use super::look::Look;
use super::point_words as say;
use super::widgets::body;
use crate::app::card::Card;
use crate::app::{Hit, Known};
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::code::Meridian;
use crate::domain::evidence::{Direction, Row as Finding};
use crate::domain::point::Point;
use crate::t;

/// A row of text in one style.
type Row = (String, Style);

/// Rows that belong together.
struct Block {
    rows: Vec<Row>,
    /// What leaves first where there is too little room: the highest. 0 stays.
    leaves: u8,
    /// Stands right below the block before it.
    close: bool,
}

impl Block {
    fn new(leaves: u8, rows: Vec<Row>) -> Block {
        Block {
            rows,
            leaves,
            close: false,
        }
    }
}

const MEANING: u8 = 1;
const TRADITION: u8 = 2;
const TESTED: u8 = 3;
const HOW: u8 = 4;
const RELATED: u8 = 5;

/// The first row of the screen.
pub fn title<'a>(card: &Card, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let point = known.content.atlas.point(card.point());
    let mark = look.meridian_mark(point.meridian);
    let left = Line::from(vec![
        Span::styled(mark, look.meridian(point.meridian)),
        Span::styled(format!(" {}  ", point.code), look.accent()),
        Span::styled(&*point.names.pinyin, look.strong()),
        Span::styled(format!("  {}  ", point.names.hanzi_simplified), look.dim()),
        Span::styled(say::meaning(point, look.lang), look.dim()),
    ]);
    let at = card.row() + 1;
    let mut right = t!(look, "place-of", at = at, count = card.among.len());
    if known.likes(card.point()) {
        right = format!("* {right}");
    }
    if known.is_never(card.point()) {
        right = format!("{}  {right}", t!(look, "card-never"));
    }
    (left, Line::styled(right, look.dim()))
}

/// Where the text and the figure lie on the card screen; no figure where there is no room for both.
fn columns(grid: &Grid) -> (Rect, Option<Rect>) {
    let body = grid.body;
    let (text, gap) = match grid.width {
        Width::Small => return (body, None),
        Width::Medium => (46, 3),
        Width::Large | Width::Huge => (60, 4),
    };
    let figure = Rect {
        x: body.x + text + gap,
        width: body.width - text - gap,
        ..body
    };
    (Rect { width: text, ..body }, Some(figure))
}

/// The screen's body.
pub fn draw(card: &Card, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let atlas = &known.content.atlas;
    let point = atlas.point(card.point());
    let (text, figure) = columns(grid);
    if let Some(area) = figure {
        let near = |id| beside(point, id, atlas);
        body::draw(&card.sight, with(point, &near), known, look, area, buf);
    }
    let cautions = Cautions::new(card.point(), known, look, text.width).all();
    // Cautions stay in sight below the text. Where they would take more than half of the screen they lead
    // it instead, right after the place.
    let pinned = cautions.len() <= usize::from(text.height / 2);
    let mut blocks = Vec::new();
    if !pinned {
        let place = sentence(point.place.get(look.lang));
        blocks.push(Block::new(0, vec![(place, look.text())]));
        blocks.push(Block::new(0, cautions.clone()));
    }
    blocks.push(labelled(
        0,
        t!(look, "card-where"),
        &whole_finding(point, look),
        look,
        text.width,
    ));
    blocks.push(labelled(
        HOW,
        t!(look, "card-how"),
        &say::how(card.point(), known, look),
        look,
        text.width,
    ));
    blocks.push(tradition(point, atlas, look, text.width));
    blocks.push(tested(point, known, look, text.width));
    blocks.extend(related(card.point(), atlas, look, text.width));
    let categories = super::told::categories(point, known, look);
    if !categories.is_empty() {
        let heading = t!(look, "card-categories");
        blocks.push(labelled(
            RELATED,
            heading,
            &categories.join("; "),
            look,
            text.width,
        ));
    }

    let below = if pinned && !cautions.is_empty() {
        cautions.len() as u16 + 1
    } else {
        0
    };
    let above = Rect {
        height: text.height - below.min(text.height),
        ..text
    };
    let rows = flow(blocks, above.height);
    let too_long = rows.len() > usize::from(above.height);
    // The word for what lies below stands on the rule, or on a row of its own where there is none.
    let shown = above.height - u16::from(too_long && below == 0);
    let hidden = rows.len().saturating_sub(usize::from(shown));
    let scroll = card.scroll.min(hidden);
    for (y, (text, style)) in (above.y..above.y + shown).zip(rows.iter().skip(scroll)) {
        put(buf, above.x, y, above.width, text, *style);
    }
    // Where the text is short the cautions follow it; where it is long they stay at the bottom.
    let edge = if too_long || below == 0 {
        above.y + shown
    } else {
        (above.y + rows.len() as u16 + 1).min(above.bottom())
    };
    if below > 0 {
        rule(look, text, edge, buf);
        for (y, (line, style)) in (edge + 1..text.bottom()).zip(&cautions) {
            put(buf, text.x, y, text.width, line, *style);
        }
    }
    if scroll < hidden {
        let more = format!(" {} {}", t!(look, "card-more"), look.down());
        let x = above.right().saturating_sub(more.width() as u16);
        put(buf, x, edge, above.width, &more, look.dim());
    }
}

/// What lies at a cell of the body.
pub fn hit(card: &Card, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let (_, figure) = columns(grid);
    let atlas = &known.content.atlas;
    let near = |id| beside(atlas.point(card.point()), id, atlas);
    body::hit(&card.sight, &near, known, figure?, position)
}

/// The points drawn beside the card's: those of its meridian.
fn beside(point: &Point, other: PointId, atlas: &Atlas) -> bool {
    atlas.point(other).meridian == point.meridian
}

fn with<'a>(point: &Point, points: &'a dyn Fn(PointId) -> bool) -> body::With<'a> {
    body::With {
        flow: None,
        points,
        course: Some(point.meridian).filter(|meridian| *meridian != Meridian::EX),
        labels: 4,
        finding: None,
    }
}

/// The place of the finding text among the blocks of the pane.
const FINDING: usize = 1;

/// The pane beside a list: as much of the card as fits, its cautions always.
pub fn pane(id: PointId, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let atlas = &known.content.atlas;
    let point = atlas.point(id);
    let title = Line::from(vec![
        Span::styled(point.code.to_string(), look.accent()),
        Span::raw("  "),
        Span::styled(&*point.names.pinyin, look.strong()),
        Span::styled(format!("  {}", point.names.hanzi_simplified), look.dim()),
    ]);
    put_line(buf, area.x, area.y, area.width, &title, look);
    let area = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    // On a tall screen nothing need leave for a longer finding text.
    let tall = area.height >= 30;
    let meaning = wrapped(say::meaning(point, look.lang), look.dim(), area.width);
    let mut blocks = vec![
        Block {
            close: true,
            ..Block::new(MEANING, meaning)
        },
        // The finding text: how much of it is settled when the rest is known.
        Block::new(0, Vec::new()),
    ];
    // On a shorter screen air is worth more than what the card tells anyway.
    if point.pressable && tall {
        let dose = wrapped(&say::dose(point, look), look.dim(), area.width);
        blocks.push(Block::new(HOW, dose));
    }
    let most = if tall { 4 } else { 2 };
    blocks.push(shortened(tradition(point, atlas, look, area.width), most, look));
    if point.pressable {
        let tested = tested_in_short(point, known, look, area.width);
        blocks.push(shortened(tested, most, look));
    }
    let cautions = Cautions::new(id, known, look, area.width);
    let gaps = blocks.iter().filter(|block| !block.close).count() + usize::from(!cautions.is_empty());
    let rows: usize = blocks.iter().map(|block| block.rows.len()).sum();
    // Two of the gaps may close for a sentence more.
    let taken = rows + gaps.saturating_sub(if tall { 0 } else { 2 }) + cautions.len();
    let room = usize::from(area.height).saturating_sub(taken);
    for finding in findings(point, look) {
        blocks[FINDING].rows = wrapped(&finding, look.text(), area.width);
        if blocks[FINDING].rows.len() <= room {
            break;
        }
    }
    if !cautions.is_empty() {
        let room = usize::from(area.height).saturating_sub(blocks[FINDING].rows.len());
        blocks.push(Block::new(0, cautions.that_fit(room, look)));
    }
    for (y, (text, style)) in (area.y..area.bottom()).zip(fit(blocks, area.height)) {
        put(buf, area.x, y, area.width, &text, style);
    }
}

/// The finding text in ever fewer words: all of it, without its last sentence ..., the place.
fn findings(point: &Point, look: &Look) -> Vec<String> {
    let find = point.find.get(look.lang);
    let mut shorter: Vec<String> = vec![whole_finding(point, look), find.to_owned()];
    let ends: Vec<usize> = find.match_indices(". ").map(|(at, _)| at + 1).collect();
    shorter.extend(ends.iter().rev().map(|end| find[..*end].to_owned()));
    shorter.push(sentence(point.place.get(look.lang)));
    shorter
}

fn whole_finding(point: &Point, look: &Look) -> String {
    format!("{} {}", point.find.get(look.lang), point.on_it.get(look.lang))
}

/// A few words as a sentence.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}.", chars.as_str().trim_end_matches('.'))
}

fn wrapped(text: &str, style: Style, width: u16) -> Vec<Row> {
    wrap(text, width).into_iter().map(|line| (line, style)).collect()
}

fn labelled(leaves: u8, label: String, text: &str, look: &Look, width: u16) -> Block {
    let mut rows = vec![(label, look.dim())];
    rows.extend(wrapped(text, look.text(), width));
    Block::new(leaves, rows)
}

/// What tradition says: one line, never mixed with what was tested.
fn tradition(point: &Point, atlas: &Atlas, look: &Look, width: u16) -> Block {
    let names: Vec<&str> = point
        .uses
        .iter()
        .filter(|use_| !use_.id.starts_with("wish-"))
        .filter_map(|use_| atlas.use_text(&use_.id))
        .map(|use_| use_.name.get(look.lang))
        .collect();
    let text = if names.is_empty() {
        t!(look, "card-no-tradition")
    } else {
        sentence(&names.join(", "))
    };
    labelled(TRADITION, t!(look, "card-tradition"), &text, look, width)
}

/// How many findings a card tells; the rest is one key away.
const FINDINGS: usize = 2;

/// What was tested: the surest findings, and if one of all found no difference, that one among them.
fn tested(point: &Point, known: &Known, look: &Look, width: u16) -> Block {
    let mut found: Vec<&Finding> = Vec::new();
    for use_ in &point.uses {
        for row in known.content.evidence.trials(point, &use_.id) {
            if !found.iter().any(|there| there.id == row.id) {
                found.push(row);
            }
        }
    }
    if found.is_empty() {
        return labelled(
            TESTED,
            t!(look, "card-tested"),
            &t!(look, "card-untested"),
            look,
            width,
        );
    }
    found.sort_by_key(|row| std::cmp::Reverse(row.certainty));
    let all = found.len();
    if let Some(same) = found.iter().position(|row| row.direction == Direction::Same)
        && same >= FINDINGS
    {
        found.swap(FINDINGS - 1, same);
    }
    let mut rows = vec![(t!(look, "card-tested"), look.dim())];
    for row in found.iter().take(FINDINGS) {
        rows.extend(wrapped(row.finding.get(look.lang), look.text(), width));
        let certainty = say::certainty(row.certainty, look);
        let line = t!(
            look,
            "card-certainty",
            certainty = certainty,
            id = row.id.to_string()
        );
        rows.extend(wrapped(&say::capital(&line), look.dim(), width));
    }
    if all > FINDINGS {
        let more = t!(look, "card-more-trials", count = (all.saturating_sub(FINDINGS)));
        rows.push((more, look.dim()));
    }
    Block::new(TESTED, rows)
}

/// The same in a line a use, for the pane: what it was tested for, and how sure that is.
fn tested_in_short(point: &Point, known: &Known, look: &Look, width: u16) -> Block {
    let evidence = &known.content.evidence;
    let lines: Vec<String> = point
        .uses
        .iter()
        .filter_map(|use_| {
            let surest = evidence
                .trials(point, &use_.id)
                .max_by_key(|row| (row.certainty, row.direction == Direction::Same))?;
            let how = match surest.direction {
                Direction::Same => t!(look, "trial-same"),
                Direction::Mixed => t!(look, "trial-mixed"),
                _ => say::certainty(surest.certainty, look),
            };
            let name = known.content.atlas.use_text(&use_.id)?.name.get(look.lang);
            Some(t!(look, "pane-trial", name = name, how = how))
        })
        .collect();
    let text = if lines.is_empty() {
        t!(look, "pane-untested")
    } else {
        sentence(&lines.join(", "))
    };
    labelled(TESTED, t!(look, "card-tested"), &text, look, width)
}

/// A list of words cut after so many rows, at the end of a word.
fn shortened(mut block: Block, rows: usize, look: &Look) -> Block {
    if block.rows.len() > rows + 1 {
        block.rows.truncate(rows + 1);
        if let Some((last, _)) = block.rows.last_mut() {
            let whole = last.rfind(',').map_or(last.len(), |at| at + 1);
            last.truncate(whole);
            last.push(' ');
            last.push_str(look.cut());
        }
    }
    block
}

/// Other points for the same.
fn related(id: PointId, atlas: &Atlas, look: &Look, width: u16) -> Option<Block> {
    let names: Vec<String> = crate::app::card::related(id, atlas)
        .into_iter()
        .map(|id| {
            let point = atlas.point(id);
            format!("{} {}", point.code, point.names.pinyin)
        })
        .collect();
    (!names.is_empty()).then(|| {
        let text = names.join(", ");
        labelled(RELATED, t!(look, "card-related"), &text, look, width)
    })
}

/// What safety says for this person, then every caution in whole below its heading.
struct Cautions {
    for_you: Vec<Row>,
    heading: Option<Row>,
    sentences: Vec<Vec<Row>>,
}

impl Cautions {
    fn new(id: PointId, known: &Known, look: &Look, width: u16) -> Cautions {
        let cautions = &known.content.atlas.point(id).cautions;
        Cautions {
            for_you: for_you(id, known, look, width),
            heading: (!cautions.is_empty())
                .then(|| (format!("! {}", t!(look, "card-take-care")), look.caution())),
            sentences: cautions
                .iter()
                .map(|caution| wrapped(caution.words.get(look.lang), look.text(), width))
                .collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows all of it takes.
    fn len(&self) -> usize {
        let sentences: usize = self.sentences.iter().map(Vec::len).sum();
        self.for_you.len() + usize::from(self.heading.is_some()) + sentences
    }

    /// All of it.
    fn all(self) -> Vec<Row> {
        let mut rows = self.for_you;
        rows.extend(self.heading);
        rows.extend(self.sentences.into_iter().flatten());
        rows
    }

    /// As many whole cautions as fit, and how many more there are.
    fn that_fit(self, room: usize, look: &Look) -> Vec<Row> {
        if self.len() <= room {
            return self.all();
        }
        let mut rows = self.for_you;
        rows.extend(self.heading);
        let left = room.saturating_sub(rows.len());
        rows.extend(whole_ones(self.sentences, look, left));
        rows
    }
}

/// What safety says for this person: the verdict after a `!`, its reason, what to do instead.
fn for_you(id: PointId, known: &Known, look: &Look, width: u16) -> Vec<Row> {
    let mut lines = say::for_you(id, known, look).into_iter();
    let Some(verdict) = lines.next() else {
        return Vec::new();
    };
    let mut rows = wrapped(&format!("! {verdict}"), look.caution(), width);
    for line in lines {
        rows.extend(wrapped(&line, look.text(), width));
    }
    rows
}

/// As many whole sentences as fit, the first in any case, and how many more there are.
fn whole_ones(sentences: Vec<Vec<Row>>, look: &Look, room: usize) -> Vec<Row> {
    let count = sentences.len();
    let all: usize = sentences.iter().map(Vec::len).sum();
    let mut rows: Vec<Row> = Vec::new();
    for (shown, lines) in sentences.into_iter().enumerate() {
        // A row is kept for the count, unless everything fits.
        if shown > 0 && all > room && rows.len() + lines.len() + 1 > room {
            let more = t!(look, "card-more-cautions", count = count.saturating_sub(shown));
            rows.push((format!("! {more}"), look.caution()));
            break;
        }
        rows.extend(lines);
    }
    rows
}

/// A point in a few rows: where it lies, and what to take care of.
pub fn glance(id: PointId, known: &Known, look: &Look, width: u16, room: usize) -> Vec<Row> {
    let point = known.content.atlas.point(id);
    // The verdict and its reason in one sentence; what to do instead is on the card.
    let verdict: Vec<String> = say::for_you(id, known, look).into_iter().take(2).collect();
    let verdict = (!verdict.is_empty()).then(|| verdict.join(". "));
    let cautions = point.cautions.iter();
    let sentences: Vec<Vec<Row>> = verdict
        .into_iter()
        .chain(cautions.map(|caution| caution.words.get(look.lang).to_owned()))
        .map(|sentence| wrapped(&format!("! {sentence}"), look.caution(), width))
        .collect();
    let findings = findings(point, look);
    let care: usize = sentences.iter().map(Vec::len).sum();
    let finding = findings
        .iter()
        .map(|finding| wrapped(finding, look.text(), width))
        .find(|rows| rows.len() + care <= room)
        .or_else(|| {
            findings
                .last()
                .map(|finding| wrapped(finding, look.text(), width))
        });
    let mut rows = finding.unwrap_or_default();
    let left = room.saturating_sub(rows.len());
    rows.extend(whole_ones(sentences, look, left));
    rows
}

/// The blocks one below the other, with an empty row between; without these rows where that spares
/// scrolling or the screen is short.
fn flow(blocks: Vec<Block>, height: u16) -> Vec<Row> {
    let rows: usize = blocks.iter().map(|block| block.rows.len()).sum();
    let airy = rows + blocks.len() - 1 <= usize::from(height) || height >= 12;
    join(blocks, |_| airy)
}

/// The blocks that fit: the ones that leave first leave until the rest has room, then empty rows come back
/// from the last gap to the first.
fn fit(mut blocks: Vec<Block>, height: u16) -> Vec<Row> {
    let height = usize::from(height);
    let rows = |blocks: &[Block]| blocks.iter().map(|block| block.rows.len()).sum::<usize>();
    while rows(&blocks) > height {
        let leaving = blocks.iter().map(|block| block.leaves).max().unwrap_or(0);
        if leaving == 0 {
            break;
        }
        blocks.retain(|block| block.leaves != leaving);
    }
    let room = height.saturating_sub(rows(&blocks));
    let gaps = blocks.iter().skip(1).filter(|block| !block.close).count();
    let last = blocks.len();
    join(blocks, |index| gaps <= room || last - index <= room)
}

fn join(blocks: Vec<Block>, gap_before: impl Fn(usize) -> bool) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (index, block) in blocks.into_iter().enumerate() {
        if index > 0 && !block.close && gap_before(index) {
            rows.push((String::new(), Style::new()));
        }
        rows.extend(block.rows);
    }
    rows
}
