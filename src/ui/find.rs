//! Finding the spot: words on the left, the same steps drawn on the right.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::frame::{put, wrap};
use super::layout::{Grid, Width};
use super::look::Look;
use super::point_words as say;
use super::widgets::body;
use crate::app::find::{Find, Showing};
use crate::app::{Hit, Known};
use crate::domain::figure::{Finding, Fingers};
use crate::domain::point::Posture;
use crate::t;

/// The first row: what is found, and from where it is seen.
pub fn title<'a>(find: &Find, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let point = known.content.atlas.point(find.point());
    let left = Line::from(vec![
        Span::styled(format!("{}  ", point.code), look.accent()),
        Span::styled(t!(look, "find-title"), look.strong()),
    ]);
    (left, body::name(&find.sight, known, look))
}

/// Where words and drawing lie.
fn areas(find: &Find, grid: &Grid) -> (Option<Rect>, Option<Rect>) {
    let body = grid.body;
    let words = match grid.width {
        Width::Small => body.width,
        Width::Medium => 34,
        Width::Large | Width::Huge => 44,
    };
    let left = Rect { width: words, ..body };
    let right = Rect {
        x: body.x + words + 3,
        width: body.width.saturating_sub(words + 3),
        ..body
    };
    match (find.showing, grid.width) {
        (Showing::Drawing, _) => (None, Some(body)),
        (_, Width::Small) => (Some(body), None),
        (Showing::Words, _) => {
            let width = body.width.min(60);
            (Some(Rect { width, ..body }), None)
        }
        (Showing::Both, _) => (Some(left), Some(right)),
    }
}

/// The body.
pub fn draw(find: &Find, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let finding = find.finding(known);
    let (words, drawing) = areas(find, grid);
    if let Some(area) = words {
        draw_words(find, finding.as_ref(), known, look, area, buf);
    }
    if let Some(area) = drawing {
        let steps = finding
            .as_ref()
            .map(|finding| (finding, find.steps(finding, known)));
        let with = body::With {
            flow: None,
            points: &|_| false,
            course: None,
            labels: 0,
            finding: steps,
        };
        body::draw(&find.sight, with, known, look, area, buf);
    }
}

fn draw_words(
    find: &Find,
    finding: Option<&Finding>,
    known: &Known,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) {
    let rows = rows(find, finding, known, look, area);
    let too_long = rows.len() > usize::from(area.height);
    let shown = area.height - u16::from(too_long);
    let hidden = rows.len().saturating_sub(usize::from(shown));
    let scroll = find.scroll.min(hidden);
    for (y, (number, text, style)) in (area.y..area.y + shown).zip(rows.iter().skip(scroll)) {
        put(buf, area.x, y, 3, number, look.accent());
        put(buf, area.x + 3, y, area.width - 3, text, *style);
    }
    if scroll < hidden {
        let more = format!("{} {}", t!(look, "card-more"), look.down());
        put(buf, area.x + 3, area.y + shown, area.width - 3, &more, look.dim());
    }
}

/// The steps: the posture, each sentence of the finding text, how to know one is on it; then what is right
/// to feel, and what the fingers measure here. With air between where there is room.
fn rows(
    find: &Find,
    finding: Option<&Finding>,
    known: &Known,
    look: &Look,
    area: Rect,
) -> Vec<(String, String, Style)> {
    let point = known.content.atlas.point(find.point());
    let mut steps: Vec<String> = Vec::new();
    if point.pressable {
        steps.extend(
            point
                .technique
                .postures
                .first()
                .map(|posture| words_of(*posture, look)),
        );
    }
    steps.extend(sentences(point.find.get(look.lang)));
    steps.extend(sentences(point.on_it.get(look.lang)));
    let width = area.width.saturating_sub(3);
    let mut blocks: Vec<Vec<(String, String, Style)>> = Vec::new();
    for (nth, step) in steps.iter().enumerate() {
        let lines = wrap(step, width).into_iter().enumerate();
        blocks.push(
            lines
                .map(|(line, text)| {
                    let number = if line == 0 {
                        (nth + 1).to_string()
                    } else {
                        String::new()
                    };
                    (number, text, look.text())
                })
                .collect(),
        );
    }
    let dim = |text: String| -> Vec<(String, String, Style)> {
        let lines = wrap(&text, width).into_iter();
        lines.map(|text| (String::new(), text, look.dim())).collect()
    };
    for line in say::for_you(find.point(), known, look).into_iter().take(1) {
        let lines = wrap(&format!("! {line}"), width).into_iter();
        blocks.push(lines.map(|text| (String::new(), text, look.caution())).collect());
    }
    if point.pressable {
        blocks.push(dim(t!(look, "find-feel")));
    }
    if let Some(legend) = finding.and_then(|finding| legend(finding, look)) {
        blocks.push(dim(legend));
    }
    let rows: usize = blocks.iter().map(Vec::len).sum();
    // Where there is air for some gaps only, what is no step is set apart first.
    let room = usize::from(area.height).saturating_sub(rows);
    let count = blocks.len();
    let mut all = Vec::new();
    for (nth, block) in blocks.into_iter().enumerate() {
        if nth > 0 && count - nth <= room {
            all.push((String::new(), String::new(), Style::new()));
        }
        all.extend(block);
    }
    all
}

/// The sentences of a text, and the halves of a long one that are parted by a semicolon.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest
            .match_indices(['.', ';'])
            .map(|(at, _)| at + 1)
            // A mark inside a number or an abbreviation is followed by no blank.
            .find(|end| rest[*end..].is_empty() || rest[*end..].starts_with(' '))
            .unwrap_or(rest.len());
        let sentence = rest[..end].trim_end_matches(';').trim_end_matches('.');
        sentences.push(format!("{}.", say::capital(sentence)));
        rest = rest[end..].trim_start();
    }
    sentences
}

fn words_of(posture: Posture, look: &Look) -> String {
    match posture {
        Posture::Stand => t!(look, "posture-stand"),
        Posture::Sit => t!(look, "posture-sit"),
        Posture::Cross => t!(look, "posture-cross"),
        Posture::Lie => t!(look, "posture-lie"),
    }
}

/// What the fingers in the drawing measure.
fn legend(finding: &Finding, look: &Look) -> Option<String> {
    let mut fingers: Vec<Fingers> = finding
        .rules
        .iter()
        .flat_map(|rule| rule.fingers.clone())
        .collect();
    fingers.dedup();
    let names: Vec<String> = fingers
        .into_iter()
        .map(|fingers| match fingers {
            Fingers::Thumb => t!(look, "fingers-thumb"),
            Fingers::Two => t!(look, "fingers-two"),
            Fingers::Three => t!(look, "fingers-three"),
            Fingers::Four => t!(look, "fingers-four"),
        })
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// What lies at a cell of the body.
pub fn hit(find: &Find, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let (_, drawing) = areas(find, grid);
    body::hit(&find.sight, &|_| false, known, drawing?, position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_its_steps() {
        assert_eq!(
            sentences("Lay four fingers on it; the spot is at the edge. About 1.5 cun."),
            [
                "Lay four fingers on it.",
                "The spot is at the edge.",
                "About 1.5 cun."
            ]
        );
        assert_eq!(sentences(""), Vec::<String>::new());
    }
}
