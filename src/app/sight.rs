//! What a figure shows of a point: from which view, on which side, how near.

use super::known::Known;
use crate::domain::atlas::PointId;
use crate::domain::figure::{Camera, Drawn, Frame, ViewId};
use crate::domain::point::{Side, Sides};

/// A point as it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The point in the middle of it.
    pub point: PointId,
    /// Which of the views that show the point, best first, round and round.
    nth: usize,
    /// The person's side that is meant; `None` for the one the view was drawn from.
    side: Option<Side>,
    /// How often one has gone nearer.
    zoom: u8,
}

/// The nearest one can go: each step is half as near again.
const NEAREST: u8 = 4;
/// How much nearer a step is.
const STEP: f32 = 1.5;

impl Sight {
    /// A point in the view that shows it best.
    pub fn of(point: PointId) -> Sight {
        Sight {
            point,
            nth: 0,
            side: None,
            zoom: 0,
        }
    }

    /// The view; `None` for a point that shows in none.
    pub fn view(&self, known: &Known) -> Option<ViewId> {
        let views = known.views(self.point);
        (!views.is_empty()).then(|| views[self.nth % views.len()])
    }

    /// The same point on the whole body; `None` where no whole body shows it.
    pub fn whole(mut self, known: &Known) -> Option<Sight> {
        let whole = |id: &ViewId| known.content.figure.view(*id).parent.is_none();
        self.nth = known.views(self.point).iter().position(whole)?;
        self.zoom = 0;
        Some(self)
    }

    /// Goes on to the next view that shows the point.
    pub fn next_view(&mut self, known: &Known) {
        let count = known.views(self.point).len().max(1);
        self.nth = (self.nth + 1) % count;
        self.zoom = 0;
    }

    /// Looks at another point; stays in the view where that shows it too.
    pub fn go_to(&mut self, point: PointId, known: &Known) {
        let view = self.view(known);
        self.point = point;
        let views = known.views(point);
        self.nth = views.iter().position(|there| Some(*there) == view).unwrap_or(0);
    }

    /// The person's side that is meant: none for a point on the midline.
    pub fn side(&self, known: &Known) -> Option<Side> {
        if known.content.atlas.point(self.point).sides == Sides::Midline {
            return None;
        }
        self.side.or_else(|| {
            let view = known.content.figure.view(self.view(known)?);
            Some(match view.drawn {
                Drawn::One(side) => side,
                // The left half is the stored one.
                Drawn::Both => Side::Left,
            })
        })
    }

    /// Goes to the other side, where there is one.
    pub fn other_side(&mut self, known: &Known) {
        self.side = self.side(known).map(Side::other);
    }

    /// Means one side.
    pub fn on(mut self, side: Option<Side>) -> Sight {
        self.side = side;
        self
    }

    /// Goes nearer.
    pub fn nearer(&mut self) {
        self.zoom = (self.zoom + 1).min(NEAREST);
    }

    /// Goes farther away, at most until the whole view is seen.
    pub fn farther(&mut self) {
        self.zoom = self.zoom.saturating_sub(1);
    }

    /// How the view lies in so many cells.
    pub fn frame(&self, known: &Known, width: u16, height: u16) -> Option<(ViewId, Frame)> {
        let id = self.view(known)?;
        let centre = known.chart().place_in(self.point, id).map(|placed| placed.at);
        let camera = Camera {
            zoom: STEP.powi(i32::from(self.zoom)),
            centre: centre.filter(|_| self.zoom > 0),
        };
        let view = known.content.figure.view(id);
        Some((id, Frame::new(view, width, height, camera, self.side(known))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Model, Settings};
    use crate::domain::time::{Moment, Now};

    fn known() -> Known {
        let wall = "2026-11-21T21:30:00+01:00".parse().expect("a time");
        let now = Now {
            steady: Moment(0),
            wall,
        };
        Model::new(crate::shipped(), Settings::default(), now, (80, 24)).known
    }

    fn sight(code: &str, known: &Known) -> Sight {
        Sight::of(known.content.atlas.by_code(code).expect("a shipped point"))
    }

    #[test]
    fn views_go_round_and_each_shows_the_point() {
        let known = known();
        let mut sight = sight("SP6", &known);
        let first = sight.view(&known).expect("a view");
        let mut seen = vec![first];
        loop {
            sight.next_view(&known);
            let view = sight.view(&known).expect("a view");
            if view == first {
                break;
            }
            assert!(!seen.contains(&view));
            assert!(known.chart().place_in(sight.point, view).is_some());
            seen.push(view);
        }
        assert!(seen.len() > 1);
    }

    #[test]
    fn the_side_that_is_said_is_the_side_that_is_drawn() {
        let known = known();
        let mut sight = sight("LI4", &known);
        let side = sight.side(&known).expect("a hand has a side");
        let (view, frame) = sight.frame(&known, 34, 20).expect("a view");
        let at = known
            .chart()
            .place_in(sight.point, view)
            .expect("it shows there")
            .at;
        let before = frame.point_dot(at);
        sight.other_side(&known);
        assert_eq!(sight.side(&known), Some(side.other()));
        let (_, mirrored) = sight.frame(&known, 34, 20).expect("a view");
        assert_ne!(mirrored.point_dot(at).x, before.x);
        sight.other_side(&known);
        assert_eq!(sight.side(&known), Some(side));
        let (_, again) = sight.frame(&known, 34, 20).expect("a view");
        assert_eq!(again.point_dot(at), before);
    }

    #[test]
    fn a_point_on_the_midline_has_no_other_side() {
        let known = known();
        let mut sight = sight("GV20", &known);
        assert_eq!(sight.side(&known), None);
        sight.other_side(&known);
        assert_eq!(sight.side(&known), None);
    }

    #[test]
    fn nearer_keeps_the_point_in_the_picture() {
        let known = known();
        for code in ["SP6", "LI4", "GV20", "BL23", "KI1"] {
            let mut sight = sight(code, &known);
            for _ in 0..8 {
                sight.nearer();
                let (view, frame) = sight.frame(&known, 34, 20).expect("a view");
                let at = known
                    .chart()
                    .place_in(sight.point, view)
                    .expect("it shows there")
                    .at;
                let (column, row) = frame.point_cell(at);
                assert!(
                    (0..34).contains(&column) && (0..20).contains(&row),
                    "{code} {column},{row}"
                );
            }
        }
    }
}
