//! The map: the body with a point on it, and a walk from point to point.

use super::action::{Action, Hint, HintWord};
use super::card::Card;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::places::{Places, Spot};
use super::sight::Sight;
use crate::domain::atlas::PointId;
use crate::domain::checkin::{Answers, Felt};
use crate::domain::code::Meridian;
use crate::domain::figure::chart::Step;
use crate::domain::figure::{Placed, ViewId, xy};
use crate::domain::point::{Region, Side};
use crate::domain::time::{Moment, Ms};

/// The map's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// The chosen point, and how it is looked at.
    pub sight: Sight,
    /// Where one stands while choosing a part of the body instead of a point.
    pub parts: Option<Places>,
    /// Since when the meridian flows; `None` while it stands still.
    flows: Option<Moment>,
}

/// How long a meridian takes to flow from one gap to the next, and how often that is drawn: slow as a breath,
/// and no more frames than the eye needs, ms.
const FLOW_MS: Ms = 2_400;
const FRAME_MS: Ms = 150;
/// How far one looks aside at a time: a fifth of what is seen.
const LOOK: f32 = 0.2;

/// The cells a step is measured in: only proportions matter, and a cell is twice as high as wide.
const CELLS: (u16, u16) = (80, 40);

/// About how many cells the body has on the screen: what stands beside it, first and bottom row left out. Near
/// enough for the body to go with the hand that drags it.
fn cells(known: &Known) -> (u16, u16) {
    let (width, height) = known.size;
    (width.saturating_sub(30).max(10), height.saturating_sub(4).max(4))
}

impl Map {
    /// A map with a point in the middle.
    pub fn new(sight: Sight) -> Map {
        Map {
            sight,
            parts: None,
            flows: None,
        }
    }

    /// The point.
    pub fn point(&self) -> PointId {
        self.sight.point
    }

    /// Whether a point is on the map: every point of a close-up; on the whole body only the meridian's.
    pub fn shows(&self, id: PointId, known: &Known) -> bool {
        let atlas = &known.content.atlas;
        let near = self
            .sight
            .view(known)
            .is_some_and(|view| known.content.figure.view(view).parent.is_some());
        near || atlas.point(id).meridian == atlas.point(self.point()).meridian
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        if self.parts.is_some() {
            return self.choose_part(action, known);
        }
        match action {
            Action::Left => self.step(Step::Left, known),
            Action::Right => self.step(Step::Right, known),
            Action::Up => self.step(Step::Up, known),
            Action::Down => self.step(Step::Down, known),
            Action::Next => self.along(1, known),
            Action::Previous => self.along(-1, known),
            Action::ZoomIn => self.sight.nearer(known),
            Action::ZoomOut => self.sight.farther(known),
            Action::PanLeft => self.look((-LOOK, 0.0), known),
            Action::PanRight => self.look((LOOK, 0.0), known),
            Action::PanUp => self.look((0.0, LOOK), known),
            Action::PanDown => self.look((0.0, -LOOK), known),
            Action::Flow => self.flows = self.flows.is_none().then_some(known.now.steady),
            Action::BodyParts => self.parts = Some(self.part_here(known)),
            Action::OtherView => self.sight.next_view(known),
            Action::OtherSide => self.sight.other_side(known),
            Action::Open => {
                let card = Card::of(self.point(), &known.content.atlas);
                return Intent::open(Screen::Card(card));
            }
            // Already here.
            Action::Map => return Intent::Back,
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// Goes to the nearest point that lies that way, if there is one.
    fn step(&mut self, step: Step, known: &Known) {
        let Some((view, frame)) = self.sight.frame(known, CELLS.0, CELLS.1) else {
            return;
        };
        let shown = |id| self.shows(id, known);
        if let Some(next) = known.chart().step(view, &frame, self.point(), step, shown) {
            self.sight.go_to(next, known);
        }
    }

    /// Goes along the meridian, round and round; the view follows.
    fn along(&mut self, by: isize, known: &Known) {
        let atlas = &known.content.atlas;
        let line: Vec<PointId> = atlas.on(atlas.point(self.point()).meridian).collect();
        if let Some(at) = line.iter().position(|id| *id == self.point()) {
            let next = (at as isize + by).rem_euclid(line.len() as isize) as usize;
            self.sight.go_to(line[next], known);
        }
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Point(id)) if id == self.point() => return self.act(Action::Open, known),
            (Pointer::Click, Hit::Point(id)) => self.sight.go_to(id, known),
            (Pointer::Click, Hit::Spot(spot)) if self.parts.is_some() => {
                self.parts = Some(Places {
                    at: spot,
                    ..Places::default()
                });
                self.open_part(known);
            }
            (Pointer::Click, Hit::Region(region)) => {
                if let Some(point) = self.nearest_of(region, known) {
                    self.sight.go_to(point, known);
                    self.sight = self.sight.best();
                }
            }
            (Pointer::WheelUp, _) => self.sight.nearer(known),
            (Pointer::WheelDown, _) => self.sight.farther(known),
            // The body goes with the hand.
            (Pointer::Drag { dx, dy }, _) => {
                let (wide, high) = cells(known);
                let by = (-f32::from(dx) / f32::from(wide), f32::from(dy) / f32::from(high));
                self.look(by, known);
            }
            _ => {}
        }
        Intent::Stay
    }

    fn look(&mut self, by: (f32, f32), known: &Known) {
        self.sight.pan(by, cells(known), known);
    }

    /// Walks from part to part; enter goes to its close-up.
    fn choose_part(&mut self, action: Action, known: &Known) -> Intent {
        let Some(mut places) = self.parts else {
            return Intent::Pass;
        };
        match action {
            Action::Open | Action::Go => self.open_part(known),
            Action::Back | Action::BodyParts => self.parts = None,
            action => {
                let meant = places.act(action, &mut Answers::default(), known);
                // What has no place has no points either.
                let on_body = places
                    .spot(known)
                    .is_some_and(|spot| matches!(spot.felt, Felt::At(..)));
                if !meant {
                    return Intent::Pass;
                }
                if on_body {
                    self.parts = Some(places);
                }
            }
        }
        Intent::Stay
    }

    /// The part of the body the point lies in.
    fn part_here(&self, known: &Known) -> Places {
        let region = known.content.atlas.point(self.point()).region;
        let side = self.sight.side(known);
        let mut places = Places::default();
        let spots = known.ground().map_or(&[][..], |ground| &ground.spots[..]);
        let here = |meant: Option<Side>| {
            spots.iter().position(|spot| match spot.felt {
                Felt::At(part, side) => part.region() == region && (side.is_none() || side == meant),
                Felt::As(_) => false,
            })
        };
        places.at = here(side).or_else(|| here(Some(Side::Left))).unwrap_or(0);
        places
    }

    /// Goes to the close-up of the part one stands on.
    fn open_part(&mut self, known: &Known) {
        let spot = self.parts.and_then(|places| places.spot(known).copied());
        if let Some(Spot {
            felt: Felt::At(part, side),
            ..
        }) = spot
            && let Some(point) = self.nearest_of(part.region(), known)
        {
            self.sight = Sight::of(point).on(side);
        }
        self.parts = None;
    }

    /// A point of a region: the one in the middle of it.
    fn nearest_of(&self, region: Region, known: &Known) -> Option<PointId> {
        let atlas = &known.content.atlas;
        let of_region = || atlas.points().filter(|(_, point)| point.region == region);
        let on_meridian = of_region().filter(|(_, point)| point.meridian != Meridian::EX);
        let ids: Vec<PointId> = on_meridian.chain(of_region()).map(|(id, _)| id).collect();
        let places: Vec<(PointId, Placed)> = ids
            .into_iter()
            .filter_map(|id| Some((id, known.chart().place_in(id, *known.views(id).first()?)?)))
            .collect();
        // In the view that shows most of them.
        let count = |view: ViewId| places.iter().filter(|(_, placed)| placed.view == view).count();
        let view = places
            .iter()
            .map(|(_, placed)| placed.view)
            .max_by_key(|view| count(*view))?;
        let here: Vec<&(PointId, Placed)> = places.iter().filter(|(_, placed)| placed.view == view).collect();
        let sum = here
            .iter()
            .fold(xy(0.0, 0.0), |sum, (_, placed)| sum.plus(placed.at, 1.0));
        let middle = xy(sum.x / here.len() as f32, sum.y / here.len() as f32);
        here.into_iter()
            .min_by(|a, b| a.1.at.distance(middle).total_cmp(&b.1.at.distance(middle)))
            .map(|(id, _)| *id)
    }

    /// How far the meridian has flowed, 0 to 1; `None` where it stands still, and while nobody looks.
    pub fn flow(&self, known: &Known) -> Option<f32> {
        let moves = known.focused && !known.settings.reduced_motion;
        let since = self.flows.filter(|_| moves)?;
        let gone = known.now.steady.since(since) / FRAME_MS * FRAME_MS % FLOW_MS;
        Some(gone as f32 / FLOW_MS as f32)
    }

    /// When it flows on: never, while it stands still.
    pub fn wake(&self, known: &Known) -> Option<Moment> {
        self.flow(known)?;
        let since = self.flows?;
        let frames = known.now.steady.since(since) / FRAME_MS + 1;
        Some(since.after(frames * FRAME_MS))
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        if self.parts.is_some() {
            return vec![
                Hint::pair(Action::Up, Action::Right, HintWord::Walk),
                Hint::say(Action::Open, HintWord::Points),
                Hint::say(Action::OtherView, HintWord::Turn),
            ];
        }
        let mut hints = vec![
            Hint::say(Action::Open, HintWord::Card),
            Hint::own(Action::FindSpot),
            Hint::pair(Action::ZoomIn, Action::ZoomOut, HintWord::Zoom),
            Hint::own(Action::OtherView),
            Hint::own(Action::OtherSide),
        ];
        if known.content.atlas.point(self.point()).pressable {
            hints.push(Hint::say(Action::Go, HintWord::Practise));
        }
        hints.extend([
            Hint::pair(Action::Up, Action::Down, HintWord::Move),
            Hint::own(Action::BodyParts),
            Hint::own(Action::Flow),
        ]);
        hints
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known::at("2026-11-21T21:30:00+01:00")
    }

    fn map(code: &str, known: &Known) -> Map {
        Map::new(Sight::of(
            known.content.atlas.by_code(code).expect("a shipped point"),
        ))
    }

    fn code(map: &Map, known: &Known) -> String {
        known.content.atlas.point(map.point()).code.to_string()
    }

    #[test]
    fn a_step_goes_to_a_point_that_lies_that_way_in_the_same_view() {
        let known = known();
        for (action, dx, dy) in [
            (Action::Left, -1.0, 0.0),
            (Action::Right, 1.0, 0.0),
            (Action::Up, 0.0, -1.0),
            (Action::Down, 0.0, 1.0),
        ] {
            let mut moved = 0;
            for (id, _) in known.content.atlas.points() {
                let mut map = Map::new(Sight::of(id));
                let Some((view, frame)) = map.sight.frame(&known, 80, 40) else {
                    continue;
                };
                let at = |map: &Map| {
                    let placed = known.chart().place_in(map.point(), view).expect("in the view");
                    frame.point_dot(placed.at)
                };
                let before = at(&map);
                map.act(action, &known);
                if map.point() == id {
                    continue;
                }
                let after = at(&map);
                assert!((after.x - before.x) * dx + (after.y - before.y) * dy > 0.0);
                assert_eq!(map.sight.view(&known), Some(view));
                moved += 1;
            }
            assert!(moved > 5, "{action:?}");
        }
    }

    #[test]
    fn tab_follows_the_meridian_and_comes_round() {
        let known = known();
        let mut map = map("SP6", &known);
        let count = known.content.atlas.on(crate::domain::code::Meridian::SP).count();
        let mut seen = vec![code(&map, &known)];
        for _ in 1..count {
            map.act(Action::Next, &known);
            seen.push(code(&map, &known));
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), count);
        map.act(Action::Next, &known);
        assert_eq!(code(&map, &known), "SP6");
        map.act(Action::Previous, &known);
        map.act(Action::Next, &known);
        assert_eq!(code(&map, &known), "SP6");
    }

    #[test]
    fn the_whole_body_shows_one_meridian_the_close_ups_show_all() {
        let known = known();
        let mut map = map("LI4", &known);
        let te3 = known.content.atlas.by_code("TE3").expect("a shipped point");
        assert!(map.shows(te3, &known));
        map.sight = map.sight.whole(&known).expect("the hand is on the whole body");
        assert!(!map.shows(te3, &known));
    }

    #[test]
    fn a_meridian_flows_only_when_asked_and_costs_nothing_otherwise() {
        let mut known = known();
        let mut map = map("LI4", &known);
        assert_eq!((map.flow(&known), map.wake(&known)), (None, None));
        map.act(Action::Flow, &known);
        assert_eq!(map.flow(&known), Some(0.0));
        let next = map.wake(&known).expect("it flows on");
        known.now.steady = next;
        let further = map.flow(&known).expect("it flows");
        assert!(further > 0.0 && further < 0.2, "gently");
        known.settings.reduced_motion = true;
        assert_eq!((map.flow(&known), map.wake(&known)), (None, None));
        known.settings.reduced_motion = false;
        map.act(Action::Flow, &known);
        assert_eq!((map.flow(&known), map.wake(&known)), (None, None));
    }

    #[test]
    fn a_part_of_the_body_is_chosen_by_keys_and_by_mouse() {
        let known = known();
        let mut map = map("LI4", &known);
        let at_home = map.clone();
        map.act(Action::BodyParts, &known);
        let spot = map.parts.and_then(|places| places.spot(&known).copied());
        let felt = spot.map(|spot| spot.felt);
        assert!(matches!(felt, Some(Felt::At(part, _)) if part.region() == Region::Hand));
        map.act(Action::Back, &known);
        assert_eq!(map, at_home);
        // From the hand up the arm to some other part, and into its close-up.
        map.act(Action::BodyParts, &known);
        map.act(Action::Up, &known);
        map.act(Action::Open, &known);
        assert_eq!(map.parts, None);
        let there = known.content.atlas.point(map.point());
        assert_ne!(there.region, Region::Hand);
        assert!(there.region.is_arm());
        let view = map.sight.view(&known).expect("a view");
        assert!(known.content.figure.view(view).parent.is_some(), "a close-up");
        map.point_at(Pointer::Click, Hit::Region(Region::Foot), &known);
        assert_eq!(known.content.atlas.point(map.point()).region, Region::Foot);
    }

    #[test]
    fn every_region_with_points_can_be_opened() {
        let known = known();
        let map = map("LI4", &known);
        for region in Region::ALL {
            let any = known
                .content
                .atlas
                .points()
                .any(|(_, point)| point.region == region);
            let found = map.nearest_of(region, &known);
            assert_eq!(found.is_some(), any, "{region:?}");
            if let Some(id) = found {
                assert_eq!(known.content.atlas.point(id).region, region);
            }
        }
    }

    #[test]
    fn the_wheel_goes_nearer_and_a_drag_takes_the_body_along() {
        let known = known();
        let mut map = map("SP6", &known);
        let seen = |map: &Map| {
            let (_, frame) = map.sight.frame(&known, 50, 20).expect("a view");
            (frame.scale, frame.seen_direction(frame.place_at(25, 10)))
        };
        let (scale, _) = seen(&map);
        for _ in 0..3 {
            map.point_at(Pointer::WheelUp, Hit::Figure, &known);
        }
        let (near, before) = seen(&map);
        assert!(near > scale);
        map.point_at(Pointer::Drag { dx: 0, dy: 4 }, Hit::Figure, &known);
        let (_, dragged) = seen(&map);
        assert!(dragged.y > before.y, "pulled down, one sees what is above");
        map.act(Action::PanDown, &known);
        assert!(seen(&map).1.y < dragged.y);
        for _ in 0..3 {
            map.point_at(Pointer::WheelDown, Hit::Figure, &known);
        }
        assert_eq!(seen(&map).0, scale);
    }
}
