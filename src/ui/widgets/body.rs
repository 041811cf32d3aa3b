//! A point on the body: the view, the points around it, its meridian, and how to find it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::figure::FigureLook;
use crate::app::{Hit, Known, Sight};
use crate::domain::atlas::PointId;
use crate::domain::code::Meridian;
use crate::domain::figure::{Finding, Scene, ViewId};
use crate::domain::point::Sides;
use crate::ui::look::Look;

/// What is drawn with the body.
#[derive(Clone, Copy)]
pub struct With<'a> {
    /// The points beside the chosen one.
    pub points: &'a dyn Fn(PointId) -> bool,
    /// The meridian whose line is drawn.
    pub course: Option<Meridian>,
    /// How many of the nearest points have their code beside them.
    pub labels: usize,
    /// How far the meridian has flowed, where it does.
    pub flow: Option<f32>,
    /// How the chosen point is found, and how many steps of it are shown.
    pub finding: Option<(&'a Finding, usize)>,
}

/// Draws it. Nothing for a point that shows in no view.
pub fn draw(sight: &Sight, with: With<'_>, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    drawn(sight, Some(sight.point), with, known, look, area, buf);
}

/// Draws points of which none is chosen: the one the sight looks from is one of them.
pub fn draw_all_alike(
    sight: &Sight,
    with: With<'_>,
    known: &Known,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) {
    drawn(sight, None, with, known, look, area, buf);
}

fn drawn(
    sight: &Sight,
    chosen: Option<PointId>,
    with: With<'_>,
    known: &Known,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) {
    if area.width < 8 || area.height < 4 {
        return;
    }
    let Some((view_id, frame)) = sight.frame(known, area.width, area.height) else {
        return;
    };
    let atlas = &known.content.atlas;
    let chart = known.chart();
    let labelled = nearest(sight, with, known);
    let points = chart.shown(
        atlas,
        view_id,
        chosen,
        |id| (with.points)(id) && within(id, view_id, known),
        |id| {
            if Some(id) == chosen || labelled.contains(&id) {
                atlas.point(id).code.as_str()
            } else {
                ""
            }
        },
    );
    let courses: Vec<_> = with
        .course
        .map(|meridian| chart.course(atlas, view_id, meridian))
        .into_iter()
        .collect();
    let figure = FigureLook::new(look, &known.content.looks, &known.settings);
    let scene = Scene {
        points: &points,
        courses: &courses,
        finding: with.finding,
        flow: with.flow,
        ..Scene::bare(&known.content.figure, view_id, frame, figure.rendering, look.lang)
    };
    figure.draw(&scene, area, buf);
}

/// The drawing a sight looks at, without any point on it.
pub fn blank(sight: &Sight, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let Some((view_id, frame)) = sight.frame(known, area.width, area.height) else {
        return;
    };
    let figure = FigureLook::new(look, &known.content.looks, &known.settings);
    let scene = Scene::bare(&known.content.figure, view_id, frame, figure.rendering, look.lang);
    figure.draw(&scene, area, buf);
}

/// Whether a point lies in what the view shows: limbs go on beyond their drawing.
fn within(id: PointId, view: ViewId, known: &Known) -> bool {
    let bounds = known.content.figure.view(view).bounds;
    let mut places = known.chart().places(id).iter();
    places.any(|spotted| spotted.placed.view == view && bounds.contains(spotted.placed.at))
}

/// The points whose codes are shown: those nearest to the chosen one.
fn nearest(sight: &Sight, with: With<'_>, known: &Known) -> Vec<PointId> {
    let chart = known.chart();
    let Some(view) = sight.view(known) else {
        return Vec::new();
    };
    let Some(here) = chart.place_in(sight.point, view) else {
        return Vec::new();
    };
    let mut near: Vec<(f32, PointId)> = known
        .content
        .atlas
        .ids()
        .filter(|id| *id != sight.point && (with.points)(*id) && within(*id, view, known))
        .filter_map(|id| {
            let there = chart.place_in(id, view).filter(|placed| placed.visible())?;
            Some((there.at.distance(here.at), id))
        })
        .collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0));
    near.into_iter().map(|(_, id)| id).take(with.labels).collect()
}

/// The point at a cell, or the figure itself.
pub fn hit(
    sight: &Sight,
    points: &dyn Fn(PointId) -> bool,
    known: &Known,
    area: Rect,
    position: Position,
) -> Option<Hit> {
    if !area.contains(position) {
        return None;
    }
    let picked = sight
        .frame(known, area.width, area.height)
        .and_then(|(view, frame)| {
            let cell = (i32::from(position.x - area.x), i32::from(position.y - area.y));
            known.chart().pick(view, &frame, cell, |id| {
                id == sight.point || (points(id) && within(id, view, known))
            })
        });
    Some(picked.map_or(Hit::Figure, Hit::Point))
}

/// What the picture shows, in words: the view, and the side where there are two. Where there is no room for both,
/// the side stays.
pub fn name<'a>(sight: &Sight, known: &Known, look: &Look) -> Line<'a> {
    let Some(view) = sight.view(known) else {
        return Line::default();
    };
    let view = known.content.figure.view(view).name.get(look.lang).to_owned();
    let both = known.content.atlas.point(sight.point).sides == Sides::Both;
    match sight.side(known).filter(|_| both) {
        Some(side) => Line::from(vec![
            Span::styled(format!("{view}, "), look.dim()),
            Span::styled(crate::ui::words::side(look, side), look.dim()),
        ]),
        None => Line::styled(view, look.dim()),
    }
}
