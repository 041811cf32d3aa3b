//! The map: the body, as large as the terminal allows, and the chosen point in a few words.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::evening;
use super::frame::paragraph;
use super::layout::{Grid, Height, Width};
use super::look::Look;
use super::point_words as say;
use super::widgets::body;
use super::widgets::places;
use crate::app::map::Map;
use crate::app::{Hit, Known, Places};
use crate::domain::checkin::{Answers, Felt};
use crate::domain::code::Meridian;
use crate::t;

/// The first row: the point, and from where it is seen.
pub fn title<'a>(map: &Map, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let point = known.content.atlas.point(map.point());
    let left = Line::from(vec![
        Span::styled(look.meridian_mark(point.meridian), look.meridian(point.meridian)),
        Span::styled(format!(" {}  ", point.code), look.accent()),
        Span::styled(&*point.names.pinyin, look.strong()),
        Span::styled(format!("  {}", point.names.hanzi_simplified), look.dim()),
    ]);
    (left, body::name(&map.sight, known, look))
}

/// Where the figure and the words beside it lie.
fn areas(grid: &Grid) -> (Rect, Rect) {
    let body = grid.body;
    let words = match grid.width {
        Width::Small => 14,
        Width::Medium => 22,
        Width::Large | Width::Huge => 28,
    };
    let figure = Rect {
        width: body.width - words - 2,
        ..body
    };
    let beside = Rect {
        x: figure.right() + 2,
        width: words,
        ..body
    };
    (figure, beside)
}

/// The body.
pub fn draw(map: &Map, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (figure, words) = areas(grid);
    if let Some(parts) = &map.parts {
        draw_parts(parts, known, look, figure, words, buf);
        return;
    }
    let point = known.content.atlas.point(map.point());
    let shown = |id| map.shows(id, known);
    let with = body::With {
        points: &shown,
        course: Some(point.meridian).filter(|meridian| *meridian != Meridian::EX),
        labels: match grid.width {
            Width::Small => 0,
            Width::Medium => 6,
            Width::Large | Width::Huge => 16,
        },
        flow: map.flow(known),
        finding: None,
    };
    body::draw(&map.sight, with, known, look, figure, buf);
    // A third of the way down, where the eye comes from the figure's middle; a short screen has no row to spare.
    let short = grid.height == Height::Short;
    let mut y = words.y + if short { 0 } else { words.height / 4 };
    let place = say::capital(point.place.get(look.lang));
    y = paragraph(buf, words, y, &place, look.text()) + 1;
    let verdict = say::for_you(map.point(), known, look).into_iter().next();
    let verdict = verdict.map(|verdict| (format!("! {verdict}"), look.caution()));
    let dose = match point.pressable {
        true => say::dose(point, look),
        false => crate::t!(look, "point-never"),
    };
    let dose = Some((dose, look.dim()));
    // Where not everything fits, what to take care of does.
    let parts = if short { [verdict, dose] } else { [dose, verdict] };
    for (text, style) in parts.into_iter().flatten() {
        y = paragraph(buf, words, y, &text, style) + 1;
    }
}

/// What lies at a cell of the body.
pub fn hit(map: &Map, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let (figure, _) = areas(grid);
    if let Some(parts) = &map.parts {
        return places::hit(parts, known, figure, position).map(Hit::Spot);
    }
    let shown = |id| map.shows(id, known);
    let hit = body::hit(&map.sight, &shown, known, figure, position)?;
    if hit != Hit::Figure {
        return Some(hit);
    }
    // Far from every point the region is meant.
    let (view, frame) = map.sight.frame(known, figure.width, figure.height)?;
    let place = frame.place_at(i32::from(position.x - figure.x), i32::from(position.y - figure.y));
    let view = known.content.figure.view(view);
    let region = view.region_at(place).filter(|_| view.on_body(place));
    Some(region.map_or(Hit::Figure, Hit::Region))
}

/// The bodies with the part one stands on, and its name.
fn draw_parts(parts: &Places, known: &Known, look: &Look, figure: Rect, words: Rect, buf: &mut Buffer) {
    let Some(spot) = parts.spot(known) else { return };
    let mut here = Answers::default();
    here.toggle(spot.felt);
    places::draw(parts, &here, known, look, figure, buf);
    let y = words.y + words.height / 4;
    let y = paragraph(buf, words, y, &evening::felt(look, spot.felt), look.strong()) + 1;
    if let Felt::At(part, _) = spot.felt {
        let atlas = &known.content.atlas;
        let count = atlas
            .points()
            .filter(|(_, point)| point.region == part.region())
            .count();
        paragraph(
            buf,
            words,
            y,
            &t!(look, "map-points-there", count = count),
            look.dim(),
        );
    }
}
