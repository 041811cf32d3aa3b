//! The atlas laid on the figure: where every point shows, and which view shows it best.

use super::construction::Construction;
use super::curve::Xy;
use super::finding::Finding;
use super::place::{Placed, Unplaced};
use super::scene::{Course, Shown};
use super::view::{Drawn, View, ViewId};
use super::{Figure, Frame};
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::code::Meridian;
use crate::domain::later::Later;

/// Where every point of an atlas shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    points: Vec<Later<Spots>>,
}

/// Where one point shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spots {
    /// Every place in every view.
    pub places: Vec<Spotted>,
    /// The views, best first: those that show its face and its landmarks, from near by. Views that show it only
    /// from the far side come last.
    pub views: Vec<ViewId>,
}

/// One place of a point in one view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spotted {
    /// Which of the point's places.
    pub place: usize,
    /// Where.
    pub placed: Placed,
}

/// A direction to walk in, as the viewer sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Step {
    Left,
    Right,
    Up,
    Down,
}

/// The construction of the first place of a point, by code: for constructions that start from a point.
pub fn constructions<'a>(atlas: &'a Atlas) -> impl Fn(&str) -> Option<&'a Construction> + 'a {
    move |code: &str| {
        let id = atlas.by_code(code)?;
        atlas.point(id).places.first().map(|place| &place.construction)
    }
}

/// A landmark that is not seen from the rim: within 75 degrees of facing the viewer.
const FACING: f32 = 0.25;

impl Chart {
    /// Lays an atlas on a figure. A point that leads nowhere shows nowhere: the content checks name it.
    pub fn new(figure: &Figure, atlas: &Atlas) -> Chart {
        Chart::default().completed(figure, atlas)
    }

    /// The chart with the points of an atlas that come after those that are laid already.
    pub fn completed(mut self, figure: &Figure, atlas: &Atlas) -> Chart {
        let others = constructions(atlas);
        let laid = self.points.len();
        self.points.extend(atlas.ids().skip(laid).map(|id| {
            let places = atlas.point(id).places.iter().enumerate();
            let places: Vec<Spotted> = places
                .flat_map(|(nth, place)| {
                    let found = figure.resolve(&place.construction, &others).unwrap_or_default();
                    found
                        .into_iter()
                        .map(move |placed| Spotted { place: nth, placed })
                })
                .collect();
            let finding = finding(figure, atlas, id).unwrap_or_default();
            let mut ways = atlas.point(id).places.iter().map(|place| &place.construction);
            let on_trunk = ways.any(|way| matches!(way, Construction::Torso { .. }));
            let views = best_first(figure, &places, &finding, on_trunk);
            Later::from(Spots { places, views })
        }));
        self
    }

    /// A chart that was laid before: the places of every point, in the order of the atlas.
    pub fn of(points: Vec<Later<Spots>>) -> Chart {
        Chart { points }
    }

    /// Every place of a point in every view.
    pub fn places(&self, id: PointId) -> &[Spotted] {
        self.points.get(id.0 as usize).map_or(&[], |spots| &spots.places)
    }

    /// Where a point shows in one view; the nearer to the viewer first.
    pub fn place_in(&self, id: PointId, view: ViewId) -> Option<Placed> {
        self.places(id)
            .iter()
            .map(|spotted| spotted.placed)
            .filter(|placed| placed.view == view)
            .reduce(|best, placed| if placed.depth > best.depth { placed } else { best })
    }

    /// The views that show a point, best first.
    pub fn views(&self, id: PointId) -> &[ViewId] {
        self.points.get(id.0 as usize).map_or(&[], |spots| &spots.views)
    }

    /// The points to be drawn in a view, in atlas order. `label` gives the text beside each.
    pub fn shown<'a>(
        &self,
        atlas: &'a Atlas,
        view: ViewId,
        chosen: Option<PointId>,
        wanted: impl Fn(PointId) -> bool,
        label: impl Fn(PointId) -> &'a str,
    ) -> Vec<Shown<'a>> {
        let mut shown = Vec::new();
        for id in atlas.ids() {
            let is_chosen = chosen == Some(id);
            if !is_chosen && !wanted(id) {
                continue;
            }
            let mut labelled = false;
            for spotted in self.places(id) {
                if spotted.placed.view == view {
                    shown.push(Shown {
                        at: spotted.placed.at,
                        depth: spotted.placed.depth,
                        meridian: atlas.meridian_of(id),
                        // One label is enough for a point of several places.
                        label: if labelled { "" } else { label(id) },
                        chosen: is_chosen,
                    });
                    labelled = true;
                }
            }
        }
        shown
    }

    /// A meridian as it runs through a view.
    pub fn course(&self, atlas: &Atlas, view: ViewId, meridian: Meridian) -> Course {
        let stops = atlas
            .on(meridian)
            .map(|id| self.place_in(id, view).map(|placed| (placed.at, placed.depth)))
            .collect();
        Course { meridian, stops }
    }

    /// The point one comes to from another by a step, among those wanted that are seen in the view.
    pub fn step(
        &self,
        view: ViewId,
        frame: &Frame,
        from: PointId,
        step: Step,
        wanted: impl Fn(PointId) -> bool,
    ) -> Option<PointId> {
        let here = frame.point_dot(self.place_in(from, view)?.at);
        let ahead = |id: PointId| -> Option<f32> {
            let placed = self.place_in(id, view)?;
            if id == from || !wanted(id) || !placed.visible() {
                return None;
            }
            let there = frame.point_dot(placed.at);
            let (dx, dy) = (there.x - here.x, there.y - here.y);
            let (along, aside) = match step {
                Step::Left => (-dx, dy),
                Step::Right => (dx, dy),
                Step::Up => (-dy, dx),
                Step::Down => (dy, dx),
            };
            // Straight ahead counts once, aside twice; nothing outside the quarter that lies ahead.
            (along > 0.1 && aside.abs() <= along * 2.0).then_some(along + 2.0 * aside.abs())
        };
        (0..self.points.len() as u32)
            .map(PointId)
            .filter_map(|id| Some((id, ahead(id)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(id, _)| id)
    }

    /// The point picked at a cell: the nearest within two cells.
    pub fn pick(
        &self,
        view: ViewId,
        frame: &Frame,
        cell: (i32, i32),
        wanted: impl Fn(PointId) -> bool,
    ) -> Option<PointId> {
        // A cell is twice as high as wide.
        let near = |place: Xy| {
            let (column, row) = frame.point_cell(place);
            (column - cell.0).abs() <= 2 && (row - cell.1).abs() <= 1
        };
        let middle = Xy {
            x: cell.0 as f32 * 2.0 + 1.0,
            y: cell.1 as f32 * 4.0 + 2.0,
        };
        let mut best: Option<(PointId, f32)> = None;
        for (nth, spots) in self.points.iter().enumerate() {
            let id = PointId(nth as u32);
            if !wanted(id) {
                continue;
            }
            for spotted in spots.places.iter().filter(|spotted| spotted.placed.view == view) {
                let away = frame.point_dot(spotted.placed.at).distance(middle);
                // Between two as near, the one on this side of the body.
                let away = if spotted.placed.visible() {
                    away
                } else {
                    away + 1.0
                };
                if near(spotted.placed.at) && best.is_none_or(|(_, least)| away < least) {
                    best = Some((id, away));
                }
            }
        }
        best.map(|(id, _)| id)
    }
}

/// The views of some places, best first; see [`Spots::views`]. On the trunk a point is found by a height and a
/// distance from the midline.
fn best_first(figure: &Figure, places: &[Spotted], finding: &Finding, on_trunk: bool) -> Vec<ViewId> {
    let mut views: Vec<(ViewId, f32)> = Vec::new();
    for spotted in places {
        let placed = spotted.placed;
        let view = figure.view(placed.view);
        // A point that faces the viewer within 40 degrees is seen as well as can be.
        let mut merit = placed.depth.min(0.77);
        // What one measures from is seen too, best of all from its own side: LU1 lies at the side of the chest, but
        // one counts from the breastbone.
        let shows_all = |least: f32| {
            finding.landmarks.iter().all(|mark| {
                let mut places = mark.places.iter();
                places.any(|at| at.view == placed.view && at.depth >= least)
            })
        };
        merit += match (shows_all(FACING), shows_all(f32::MIN)) {
            (true, _) => 0.6,
            (false, true) => 0.1,
            (false, false) => 0.0,
        };
        // What is counted from the midline is looked for where both halves are seen.
        merit += if on_trunk && view.drawn == Drawn::Both {
            0.1
        } else {
            0.0
        };
        // The whole body is an index, the close-ups are the atlas.
        merit -= if view.parent.is_none() {
            2.0
        } else {
            view.bounds.height() * 0.012
        };
        merit -= if placed.visible() { 0.0 } else { 4.0 };
        merit -= edge_loss(view, placed.at);
        match views.iter_mut().find(|(known, _)| *known == placed.view) {
            Some((_, best)) => *best = best.max(merit),
            None => views.push((placed.view, merit)),
        }
    }
    views.sort_by(|a, b| b.1.total_cmp(&a.1));
    views.into_iter().map(|(view, _)| view).collect()
}

/// What a place loses by lying where the body is cut off: its surroundings are in another view.
fn edge_loss(view: &View, at: Xy) -> f32 {
    let bounds = view.bounds;
    let from_cut = [
        (view.cuts.top, bounds.y1 - at.y),
        (view.cuts.bottom, at.y - bounds.y0),
    ];
    let nearest = from_cut
        .into_iter()
        .filter(|(cut, _)| *cut)
        .map(|(_, away)| away / bounds.height())
        .fold(f32::INFINITY, f32::min);
    match nearest {
        ..0.0 => 3.0,
        ..0.07 => 0.6,
        ..0.12 => 0.25,
        _ => 0.0,
    }
}

/// How to find a point of the atlas: by its first place.
pub fn finding(figure: &Figure, atlas: &Atlas, id: PointId) -> Result<Finding, Unplaced> {
    let others = constructions(atlas);
    match atlas.point(id).places.first() {
        Some(place) => figure.finding(&place.construction, &others),
        None => Ok(Finding::default()),
    }
}
