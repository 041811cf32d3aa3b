//! The map: the body with a point on it, and a walk from point to point.

use super::action::{Action, Hint, HintWord};
use super::card::Card;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::sight::Sight;
use crate::domain::atlas::PointId;
use crate::domain::figure::chart::Step;

/// The map's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// The chosen point, and how it is looked at.
    pub sight: Sight,
}

/// The cells a step is measured in: only proportions matter, and a cell is twice as high as wide.
const CELLS: (u16, u16) = (80, 40);

impl Map {
    /// A map with a point in the middle.
    pub fn new(sight: Sight) -> Map {
        Map { sight }
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
        match action {
            Action::Left => self.step(Step::Left, known),
            Action::Right => self.step(Step::Right, known),
            Action::Up => self.step(Step::Up, known),
            Action::Down => self.step(Step::Down, known),
            Action::Next => self.along(1, known),
            Action::Previous => self.along(-1, known),
            Action::ZoomIn => self.sight.nearer(),
            Action::ZoomOut => self.sight.farther(),
            Action::OtherView => self.sight.next_view(known),
            Action::OtherSide => self.sight.other_side(known),
            Action::Open => {
                let card = Card::of(self.point(), &known.content.atlas);
                return Intent::Open(Box::new(Screen::Card(card)));
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
            (Pointer::WheelUp, _) => self.sight.nearer(),
            (Pointer::WheelDown, _) => self.sight.farther(),
            _ => {}
        }
        Intent::Stay
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
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
        hints.push(Hint::pair(Action::Up, Action::Down, HintWord::Move));
        hints
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
}
