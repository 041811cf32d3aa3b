//! What a figure shows of a point: from which view, on which side, how near.

use super::known::Known;
use crate::domain::atlas::PointId;
use crate::domain::figure::{Camera, Drawn, Finding, Frame, ViewId, Xy, xy};
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
    /// How far the look has gone aside from the point, across and up as seen, tenths of u.
    aside: (i16, i16),
}

/// The nearest one can go: each step is half as near again.
const NEAREST: u8 = 4;
/// How much nearer a step is.
const STEP: f32 = 1.5;
/// How often one can go nearer on the whole body before the close-up takes over: beyond four dots a unit the
/// whole body has nothing more to show.
const WHOLE_NEAREST: u8 = 2;

impl Sight {
    /// A point in the view that shows it best.
    pub fn of(point: PointId) -> Sight {
        Sight {
            point,
            nth: 0,
            side: None,
            zoom: 0,
            aside: (0, 0),
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
        // A hand stays the same hand when the whole body is looked at.
        self.side = self.side(known);
        self.nth = known.views(self.point).iter().position(whole)?;
        self.zoom = 0;
        self.aside = (0, 0);
        Some(self)
    }

    /// The same point in the view that shows it best.
    pub fn best(self) -> Sight {
        Sight {
            nth: 0,
            zoom: 0,
            aside: (0, 0),
            ..self
        }
    }

    /// Goes on to the next view that shows the point.
    pub fn next_view(&mut self, known: &Known) {
        let count = known.views(self.point).len().max(1);
        self.side = self.side(known);
        self.nth = (self.nth + 1) % count;
        self.zoom = 0;
        self.aside = (0, 0);
    }

    /// Looks at another point; stays in the view where that shows it too.
    pub fn go_to(&mut self, point: PointId, known: &Known) {
        let (view, side) = (self.view(known), self.side(known));
        self.point = point;
        self.aside = (0, 0);
        let views = known.views(point);
        match views.iter().position(|there| Some(*there) == view) {
            Some(nth) => self.nth = nth,
            // Another drawing, but the same side of the person.
            None => (self.nth, self.side) = (0, side),
        }
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

    /// Goes nearer; on the whole body past a zoom the close-up takes over.
    pub fn nearer(&mut self, known: &Known) {
        let best = known.views(self.point).first().copied();
        let whole = |view: ViewId| known.content.figure.view(view).parent.is_none();
        let on_whole = self.view(known).is_some_and(whole);
        if on_whole && self.zoom >= WHOLE_NEAREST && best.is_some_and(|best| !whole(best)) {
            (self.nth, self.zoom, self.aside) = (0, 0, (0, 0));
        } else {
            self.zoom = (self.zoom + 1).min(NEAREST);
        }
    }

    /// Goes farther away: until the whole view is seen, and from there to the whole body.
    pub fn farther(&mut self, known: &Known) {
        if self.zoom == 0 {
            *self = self.whole(known).unwrap_or(*self);
        }
        self.zoom = self.zoom.saturating_sub(1);
        if self.zoom == 0 {
            self.aside = (0, 0);
        }
    }

    /// Goes as near as a measurement asks for, and no nearer: the landmark, the ruler and the point are all seen.
    pub fn framed(&mut self, finding: &Finding, known: &Known) {
        let Some(view) = self.view(known) else { return };
        let placed = known.chart().place_in(self.point, view);
        let camera = finding.camera(known.content.figure.view(view), view, placed);
        let steps = (camera.zoom.ln() / STEP.ln() + 0.25).floor();
        self.zoom = (steps.max(0.0) as u8).min(NEAREST);
        self.aside = (0, 0);
        if let (Some(centre), Some(placed)) = (camera.centre.filter(|_| self.zoom > 0), placed) {
            let frame = Frame::new(
                known.content.figure.view(view),
                1,
                1,
                Camera::default(),
                self.side(known),
            );
            let aside = xy(centre.x - placed.at.x, centre.y - placed.at.y);
            let seen = frame.seen_direction(frame.sided(aside));
            let tenths = |by: f32| (by * 10.0).round() as i16;
            self.aside = (tenths(seen.x), tenths(seen.y));
        }
    }

    /// Looks aside by a share of what is seen, across and up: as far as the view goes. All of it is seen where
    /// one has not gone nearer.
    pub fn pan(&mut self, (across, up): (f32, f32), cells: (u16, u16), known: &Known) {
        let Some((view, frame)) = self.frame(known, cells.0, cells.1).filter(|_| self.zoom > 0) else {
            return;
        };
        let Some(placed) = known.chart().place_in(self.point, view) else {
            return;
        };
        let (bounds, reach) = (known.content.figure.view(view).bounds, frame.reach());
        let at = frame.seen_direction(frame.sided(placed.at));
        // As seen: what is mirrored is counted from the other side.
        let ends = |a: f32, b: f32| if a < b { (a, b) } else { (b, a) };
        let (left, right) = ends(
            frame.seen_direction(frame.sided(Xy { x: bounds.x0, y: 0.0 })).x,
            frame.seen_direction(frame.sided(Xy { x: bounds.x1, y: 0.0 })).x,
        );
        let step = |aside: i16, by: f32, at: f32, (from, to): (f32, f32)| {
            let wanted = f32::from(aside) / 10.0 + by;
            // Nothing is counted that is not seen, or the way back would begin with nothing happening.
            (wanted.clamp((from - at).min(0.0), (to - at).max(0.0)) * 10.0).round() as i16
        };
        self.aside = (
            step(self.aside.0, across * 2.0 * reach.x, at.x, (left, right)),
            step(self.aside.1, up * 2.0 * reach.y, at.y, (bounds.y0, bounds.y1)),
        );
    }

    /// How the view lies in so many cells.
    pub fn frame(&self, known: &Known, width: u16, height: u16) -> Option<(ViewId, Frame)> {
        let id = self.view(known)?;
        let whole = Frame::new(
            known.content.figure.view(id),
            width,
            height,
            Camera::default(),
            self.side(known),
        );
        // The camera looks at a place as stored; aside is as seen.
        let aside = xy(f32::from(self.aside.0) / 10.0, f32::from(self.aside.1) / 10.0);
        let aside = whole.sided(whole.seen_direction(aside));
        let centre = known.chart().place_in(self.point, id);
        let centre = centre.map(|placed| placed.at.plus(aside, 1.0));
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

    fn known() -> Known {
        Known::at("2026-11-21T21:30:00+01:00")
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
                sight.nearer(&known);
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

    fn middle(sight: &Sight, known: &Known) -> Xy {
        let (_, frame) = sight.frame(known, 60, 30).expect("a view");
        frame.place_at(30, 15)
    }

    #[test]
    fn past_a_zoom_the_close_up_takes_over_and_farther_leads_back_to_the_whole_body() {
        let known = known();
        let whole = |sight: &Sight| {
            let view = sight.view(&known).expect("a view");
            known.content.figure.view(view).parent.is_none()
        };
        for code in ["LI4", "ST36", "BL23", "GB20"] {
            let mut sight = sight(code, &known).whole(&known).expect("on the whole body");
            let mut steps = 0;
            while whole(&sight) {
                sight.nearer(&known);
                steps += 1;
                assert!(steps < 5, "{code}");
            }
            assert!(steps > 1, "the whole body can be looked at nearer, too");
            sight.farther(&known);
            assert!(whole(&sight), "{code}");
        }
    }

    #[test]
    fn a_look_aside_goes_where_it_says_stops_at_the_end_and_comes_back_at_once() {
        let known = known();
        for (code, side) in [
            ("SP6", None),
            ("LI4", Some(Side::Left)),
            ("LI4", Some(Side::Right)),
            ("ST25", Some(Side::Right)),
        ] {
            let mut sight = sight(code, &known).on(side);
            sight.pan((0.5, 0.5), (60, 30), &known);
            assert_eq!(sight.aside, (0, 0), "all of it is seen already");
            sight.nearer(&known);
            sight.nearer(&known);
            sight.nearer(&known);
            let (_, frame) = sight.frame(&known, 60, 30).expect("a view");
            let seen = |place: Xy| frame.seen_direction(place);
            let before = seen(middle(&sight, &known));
            sight.pan((0.0, 0.2), (60, 30), &known);
            let above = seen(middle(&sight, &known));
            assert!(above.y > before.y, "{code}");
            sight.pan((0.15, 0.0), (60, 30), &known);
            let right = seen(middle(&sight, &known));
            assert!(right.x >= above.x, "{code}: {right:?} {above:?}");
            for _ in 0..40 {
                sight.pan((0.0, 0.2), (60, 30), &known);
            }
            let end = seen(middle(&sight, &known));
            sight.pan((0.0, -0.4), (60, 30), &known);
            sight.pan((0.0, -0.4), (60, 30), &known);
            assert!(seen(middle(&sight, &known)).y < end.y, "{code}");
        }
    }
}
