//! A page of words about a meridian, a category of points, or a question people ask.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::layout::{Grid, Width};
use super::look::Look;
use super::point_words as say;
use super::widgets::body;
use super::widgets::page::Page;
use crate::app::Known;
use crate::app::told::{Subject, Told};
use crate::domain::code::Meridian;
use crate::domain::point::{Category, Phase, Point};
use crate::t;

/// A part of what is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A word over what follows.
    Heading(String),
    /// A sentence or more.
    Text(String),
    /// Where a sentence comes from, or how sure it is.
    Source(String),
}

/// The first row. Where not all of it fits, the name is whole and the count is left out.
pub fn title<'a>(told: &Told, known: &'a Known, look: &Look, grid: &Grid) -> (Line<'a>, Line<'a>) {
    let atlas = &known.content.atlas;
    let left = match told.about {
        Subject::Meridian(meridian) => {
            let text = atlas.meridian(meridian);
            Line::from(vec![
                Span::styled(look.meridian_mark(meridian), look.meridian(meridian)),
                Span::styled(format!(" {meridian} "), look.strong()),
                Span::styled(text.map_or("", |text| text.organ.get(look.lang)), look.text()),
                Span::styled(format!("  {}", text.map_or("", |text| &*text.hanzi)), look.dim()),
            ])
        }
        Subject::Category(category) => {
            let text = atlas.category(category);
            Line::from(vec![
                Span::styled(text.map_or("", |text| text.name.get(look.lang)), look.strong()),
                Span::styled(format!("  {}", text.map_or("", |text| &*text.hanzi)), look.dim()),
            ])
        }
        Subject::Topic(index) => {
            let topic = atlas.topics().get(index);
            let name = topic.map_or("", |topic| topic.name.get(look.lang));
            Line::styled(name, look.strong())
        }
    };
    let right = match told.points(known).len() {
        0 => Line::default(),
        count => Line::styled(t!(look, "told-points", count = count), look.dim()),
    };
    let fits = left.width() + 2 + right.width() <= usize::from(grid.body.width);
    (left, if fits { right } else { Line::default() })
}

/// Everything there is to tell.
pub fn parts(about: Subject, known: &Known, look: &Look) -> Vec<Part> {
    match about {
        Subject::Meridian(meridian) => of_meridian(meridian, known, look),
        Subject::Category(category) => of_category(category, known, look),
        Subject::Topic(index) => {
            let topics = known.content.atlas.topics();
            let says = topics.get(index).map(|topic| topic.says.get(look.lang));
            says.map(|says| Part::Text(says.to_owned())).into_iter().collect()
        }
    }
}

fn of_meridian(meridian: Meridian, known: &Known, look: &Look) -> Vec<Part> {
    let atlas = &known.content.atlas;
    let Some(text) = atlas.meridian(meridian) else {
        return Vec::new();
    };
    let mut parts = vec![
        Part::Heading(t!(look, "told-course")),
        Part::Text(text.course.get(look.lang).to_owned()),
    ];
    if meridian != Meridian::EX {
        parts.push(Part::Heading(t!(look, "told-in-tradition")));
        let kind = if meridian.is_yin() {
            t!(look, "told-yin")
        } else {
            t!(look, "told-yang")
        };
        let pair = text.pair.and_then(|pair| atlas.meridian(pair)).map(|pair| {
            let name = pair.organ.get(look.lang).to_owned();
            let code = pair.meridian.to_string();
            t!(look, "told-pair", name = name, code = code)
        });
        let hour = text.hour.map(|(from, to)| {
            let (from, to) = (format!("{from:02}"), format!("{to:02}"));
            t!(look, "told-hour", from = from, to = to)
        });
        let all: Vec<String> = [Some(kind), pair, hour].into_iter().flatten().collect();
        parts.push(Part::Text(all.join(" ")));
    }
    parts.push(Part::Heading(t!(look, "told-honestly")));
    if let Some(row) = known.content.evidence.row("EV-GEN-05") {
        parts.push(Part::Text(row.finding.get(look.lang).to_owned()));
        parts.push(Part::Source(format!("{}  {}.", row.id, row.citation)));
    }
    parts
}

fn of_category(category: Category, known: &Known, look: &Look) -> Vec<Part> {
    let atlas = &known.content.atlas;
    let about = atlas.category(category).map(|text| text.about.get(look.lang));
    let mut parts = vec![
        Part::Heading(t!(look, "told-in-tradition")),
        Part::Text(about.unwrap_or_default().to_owned()),
        Part::Heading(t!(look, "told-its-points")),
    ];
    for id in atlas.of_category(category) {
        let point = atlas.point(id);
        let name = format!("{} {}", point.code, point.names.pinyin);
        parts.push(Part::Text(match member(category, point, known, look) {
            Some(of) => format!("{name}: {of}"),
            None => name,
        }));
    }
    parts
}

/// What a point stands for within a category: as it is told, or the phase it has.
pub fn member(category: Category, point: &Point, known: &Known, look: &Look) -> Option<String> {
    let told = known
        .content
        .atlas
        .category(category)
        .and_then(|text| text.of(point));
    let phase = || {
        category
            .phase(point.meridian)
            .map(|phase| self::phase(phase, look))
    };
    told.map(|of| of.get(look.lang).to_owned()).or_else(phase)
}

fn phase(phase: Phase, look: &Look) -> String {
    match phase {
        Phase::Wood => t!(look, "phase-wood"),
        Phase::Fire => t!(look, "phase-fire"),
        Phase::Earth => t!(look, "phase-earth"),
        Phase::Metal => t!(look, "phase-metal"),
        Phase::Water => t!(look, "phase-water"),
    }
}

/// The categories of a point in a sentence, each with what the point stands for in it.
pub fn categories(point: &Point, known: &Known, look: &Look) -> Vec<String> {
    let atlas = &known.content.atlas;
    let told = |category: &Category| {
        let name = atlas.category(*category)?.name.get(look.lang);
        Some(match member(*category, point, known, look) {
            Some(of) => format!("{name}: {of}"),
            None => name.to_owned(),
        })
    };
    point.categories.iter().filter_map(told).collect()
}

/// The body.
pub fn draw(told: &Told, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (words, figure) = columns(told, known, grid);
    let mut page = Page::new(words.width);
    for part in parts(told.about, known, look) {
        match part {
            Part::Heading(text) => {
                page.gap();
                page.say(&text, look.dim());
            }
            Part::Text(text) => page.say(&say::capital(&text), look.text()),
            Part::Source(text) => page.say(&text, look.dim()),
        }
    }
    page.draw(look, words, told.scroll, buf);
    if let (Some(area), Some(sight)) = (figure, told.sight(known)) {
        let points = told.points(known);
        let listed = |id| points.contains(&id);
        let with = body::With {
            flow: None,
            points: &listed,
            course: match told.about {
                Subject::Meridian(meridian) if meridian != Meridian::EX => Some(meridian),
                _ => None,
            },
            labels: 0,
            finding: None,
        };
        body::draw_all_alike(&sight, with, known, look, area, buf);
    }
}

/// Where the words and the figure lie; no figure where there is no room for both, and none for a question.
fn columns(told: &Told, known: &Known, grid: &Grid) -> (Rect, Option<Rect>) {
    let body = grid.body;
    let width = match grid.width {
        Width::Small => return (body, None),
        Width::Medium => 46,
        Width::Large | Width::Huge => 64,
    };
    if told.points(known).is_empty() {
        return (body, None);
    }
    let words = Rect { width, ..body };
    let figure = Rect {
        x: words.right() + 3,
        width: body.width - width - 3,
        ..body
    };
    (words, Some(figure))
}
