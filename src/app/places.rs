//! Where it hurts, picked on the body: a walk from place to place, front and back side by side.

use super::action::Action;
use super::known::Known;
use crate::domain::checkin::{Answers, Complaint, Felt, Part};
use crate::domain::figure::{Figure, Lit, ViewId, Xy, xy};
use crate::domain::point::{Region, Side};

/// One place a person can mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// What is marked there.
    pub felt: Felt,
    /// On the back of the body.
    pub back: bool,
    /// Where on the drawing of that side; for what has no place, beside it.
    pub at: Xy,
}

/// Every place that can be picked, and the two drawings they lie on.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The front and the back of the whole body.
    pub views: [ViewId; 2],
    /// The places.
    pub spots: Vec<Spot>,
}

/// How far the drawing of the back lies from that of the front when one walks, u: a body's width and a gap.
const ASIDE: f32 = 44.0;

impl Ground {
    /// Finds them on the figure. `None` for a figure without a front and a back.
    pub fn of(figure: &Figure) -> Option<Ground> {
        let views = [figure.view_named("body_front")?, figure.view_named("body_back")?];
        let mut spots = Vec::new();
        for (back, id) in [(false, views[0]), (true, views[1])] {
            let middles = figure.view(id).middles();
            for part in Part::ALL {
                let middle = || {
                    let of_region = middles.iter().find(|(region, _)| *region == part.region());
                    of_region.map(|(_, at)| *at)
                };
                // Three parts share the region of the face.
                let at = match part {
                    Part::Eyes => landmark(figure, "pupil", id),
                    Part::Jaw => landmark(figure, "jaw_angle", id),
                    _ => middle(),
                };
                let Some(at) = at.filter(|_| !back || part.region() != Region::Face) else {
                    continue;
                };
                if part.has_sides() {
                    for (side, at) in [(Side::Left, at), (Side::Right, xy(-at.x, at.y))] {
                        let felt = Felt::At(part, Some(side));
                        spots.push(Spot { felt, back, at });
                    }
                } else {
                    let (felt, at) = (Felt::At(part, None), xy(0.0, at.y));
                    spots.push(Spot { felt, back, at });
                }
            }
        }
        // What has no place lies beside the body, at the viewer's left.
        for (nth, complaint) in Complaint::ALL.into_iter().enumerate() {
            spots.push(Spot {
                felt: Felt::As(complaint),
                back: false,
                at: xy(-ASIDE, 46.0 - 8.0 * nth as f32),
            });
        }
        Some(Ground { views, spots })
    }

    /// Where a spot lies when front and back stand side by side.
    fn abreast(&self, spot: usize) -> Xy {
        let Spot { back, at, .. } = self.spots[spot];
        xy(if back { at.x + ASIDE } else { at.x }, at.y)
    }

    /// The spot one comes to from another, by so much across and up.
    fn toward(&self, from: usize, (across, up): (f32, f32)) -> Option<usize> {
        let here = self.abreast(from);
        let cost = |to: usize| {
            let there = self.abreast(to);
            let (dx, dy) = (there.x - here.x, there.y - here.y);
            let (along, aside) = (dx * across + dy * up, dx * up + dy * across);
            // Straight ahead counts once, aside twice; nothing outside the quarter that lies ahead.
            (along > 0.3 && aside.abs() <= along * 2.0).then_some(along + 2.0 * aside.abs())
        };
        (0..self.spots.len())
            .filter_map(|to| Some((to, cost(to)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(to, _)| to)
    }

    /// The spot nearest to a place on one of the drawings, among those of its region.
    pub fn nearest(&self, figure: &Figure, back: bool, place: Xy) -> Option<usize> {
        let view = figure.view(self.views[usize::from(back)]);
        let region = view.region_at(place).filter(|_| view.on_body(place))?;
        let of_region = |spot: &&(usize, &Spot)| {
            spot.1.back == back && matches!(spot.1.felt, Felt::At(part, _) if part.region() == region)
        };
        let spots: Vec<(usize, &Spot)> = self.spots.iter().enumerate().collect();
        spots
            .iter()
            .filter(of_region)
            .min_by(|a, b| a.1.at.distance(place).total_cmp(&b.1.at.distance(place)))
            .map(|(nth, _)| *nth)
    }
}

fn landmark(figure: &Figure, id: &str, view: ViewId) -> Option<Xy> {
    let places = figure.landmark_places(figure.landmark(id)?);
    places
        .iter()
        .find(|placed| placed.view == view)
        .map(|placed| placed.at)
}

/// Where one stands on the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Which of [`Ground::spots`].
    pub at: usize,
    /// As a list instead, or not, where the person has said so.
    pub as_list: Option<bool>,
}

/// Below this many columns and rows the two bodies are too small to walk on.
const LEAST: (u16, u16) = (72, 20);

impl Places {
    /// Whether the body is shown: where there is room for it, unless a list was asked for.
    pub fn on_body(&self, known: &Known) -> bool {
        let room = known.size.0 >= LEAST.0 && known.size.1 >= LEAST.1 && known.ground().is_some();
        room && !self.as_list.unwrap_or(false)
    }

    /// The spot one stands on.
    pub fn spot<'a>(&self, known: &'a Known) -> Option<&'a Spot> {
        known.ground()?.spots.get(self.at)
    }

    /// What an action does here: walks, or marks. Says whether it meant anything.
    pub fn act(&mut self, action: Action, answers: &mut Answers, known: &Known) -> bool {
        let Some(ground) = known.ground() else {
            return false;
        };
        let way = match action {
            Action::Left => (-1.0, 0.0),
            Action::Right => (1.0, 0.0),
            Action::Up => (0.0, 1.0),
            Action::Down => (0.0, -1.0),
            Action::Go => {
                answers.toggle(ground.spots[self.at].felt);
                return true;
            }
            Action::OtherSide => {
                self.both(answers, ground);
                return true;
            }
            Action::OtherView => {
                self.turn(ground);
                return true;
            }
            Action::First | Action::Last => {
                let height = |nth: &usize| ground.spots[*nth].at.y;
                let here = ground.spots[self.at].back;
                let same = (0..ground.spots.len()).filter(|nth| ground.spots[*nth].back == here);
                let end = match action {
                    Action::First => same.max_by(|a, b| height(a).total_cmp(&height(b))),
                    _ => same.min_by(|a, b| height(a).total_cmp(&height(b))),
                };
                self.at = end.unwrap_or(self.at);
                return true;
            }
            _ => return false,
        };
        self.at = ground.toward(self.at, way).unwrap_or(self.at);
        true
    }

    /// Marks left and right; where both are marked, neither.
    fn both(&self, answers: &mut Answers, ground: &Ground) {
        let sides = match ground.spots[self.at].felt {
            Felt::At(part, Some(_)) => vec![
                Felt::At(part, Some(Side::Left)),
                Felt::At(part, Some(Side::Right)),
            ],
            alone => vec![alone],
        };
        let all = sides.iter().all(|felt| answers.has(*felt));
        for felt in sides {
            if answers.has(felt) == all {
                answers.toggle(felt);
            }
        }
    }

    /// To the same part on the other side of the body, or what lies nearest to its height there.
    fn turn(&mut self, ground: &Ground) {
        let here = ground.spots[self.at];
        let cost = |spot: &Spot| {
            let same = if spot.felt == here.felt { 0.0 } else { 10.0 };
            // What lies left in front lies right behind.
            same + spot.at.distance(xy(-here.at.x, here.at.y))
        };
        let there = ground.spots.iter().enumerate();
        let there = there.filter(|(_, spot)| spot.back != here.back && matches!(spot.felt, Felt::At(..)));
        if let Some((nth, _)) = there.min_by(|a, b| cost(a.1).total_cmp(&cost(b.1))) {
            self.at = nth;
        }
    }

    /// Stands on the spot that a mark is about, if there is one.
    pub fn go_to(&mut self, felt: Felt, known: &Known) {
        let found = known
            .ground()
            .and_then(|ground| ground.spots.iter().position(|spot| spot.felt == felt));
        self.at = found.unwrap_or(self.at);
    }
}

/// The regions that are marked, to be lit on the figure.
pub fn lit(answers: &Answers) -> Vec<Lit> {
    let of = |felt: Felt| match felt {
        // Eyes and jaw are marks in the face, not all of it.
        Felt::At(Part::Eyes | Part::Jaw, _) | Felt::As(_) => None,
        Felt::At(part, side) => Some(Lit {
            region: part.region(),
            side,
            strength: 1.0,
        }),
    };
    answers
        .felt
        .iter()
        .filter_map(|feeling| of(feeling.felt))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known::at("2026-11-21T21:30:00+01:00")
    }

    #[test]
    fn everything_that_can_be_felt_has_a_place_on_its_own_region() {
        let known = known();
        let ground = known.ground().expect("front and back");
        let has = |felt: Felt| ground.spots.iter().any(|spot| spot.felt == felt);
        for part in Part::ALL {
            if part.has_sides() {
                assert!(has(Felt::At(part, Some(Side::Left))), "{part:?}");
                assert!(has(Felt::At(part, Some(Side::Right))), "{part:?}");
            } else {
                assert!(has(Felt::At(part, None)), "{part:?}");
            }
        }
        for complaint in Complaint::ALL {
            assert!(has(Felt::As(complaint)));
        }
        for spot in &ground.spots {
            let view = known.content.figure.view(ground.views[usize::from(spot.back)]);
            if let Felt::At(part, side) = spot.felt {
                assert!(view.on_body(spot.at), "{spot:?}");
                if !matches!(part, Part::Eyes | Part::Jaw | Part::Ear) {
                    assert_eq!(view.region_at(spot.at), Some(part.region()), "{spot:?}");
                }
                // The person's left is at the viewer's right in front, and at the left behind.
                let viewer_right = spot.at.x > 0.0;
                let left = side.map(|side| (side == Side::Left) != spot.back);
                assert_eq!(left.unwrap_or(viewer_right), viewer_right, "{spot:?}");
            }
        }
    }

    #[test]
    fn the_arrows_reach_every_place() {
        let known = known();
        let ground = known.ground().expect("front and back");
        let ways = [Action::Left, Action::Right, Action::Up, Action::Down];
        let (mut seen, mut next) = (vec![0], vec![0]);
        while let Some(at) = next.pop() {
            for way in ways {
                let mut places = Places { at, as_list: None };
                places.act(way, &mut Answers::default(), &known);
                if !seen.contains(&places.at) {
                    seen.push(places.at);
                    next.push(places.at);
                }
            }
        }
        let missed: Vec<&Spot> = (0..ground.spots.len())
            .filter(|nth| !seen.contains(nth))
            .map(|nth| &ground.spots[nth])
            .collect();
        assert!(missed.is_empty(), "{missed:?}");
    }

    #[test]
    fn a_step_goes_where_it_says_and_nowhere_else() {
        let known = known();
        let ground = known.ground().expect("front and back");
        for at in 0..ground.spots.len() {
            let here = ground.abreast(at);
            for (way, across, up) in [
                (Action::Left, -1.0, 0.0),
                (Action::Right, 1.0, 0.0),
                (Action::Up, 0.0, 1.0),
                (Action::Down, 0.0, -1.0),
            ] {
                let mut places = Places { at, as_list: None };
                assert!(places.act(way, &mut Answers::default(), &known));
                let there = ground.abreast(places.at);
                let along = (there.x - here.x) * across + (there.y - here.y) * up;
                assert!(places.at == at || along > 0.0, "{at} {way:?}");
            }
        }
    }

    #[test]
    fn space_marks_one_side_and_again_takes_it_off_and_o_means_both() {
        let known = known();
        let (left, right) = (
            Felt::At(Part::Knee, Some(Side::Left)),
            Felt::At(Part::Knee, Some(Side::Right)),
        );
        let mut places = Places::default();
        places.go_to(left, &known);
        let mut answers = Answers::default();
        places.act(Action::Go, &mut answers, &known);
        assert!(answers.has(left) && !answers.has(right));
        places.act(Action::OtherSide, &mut answers, &known);
        assert!(answers.has(left) && answers.has(right));
        places.act(Action::OtherSide, &mut answers, &known);
        assert!(!answers.has(left) && !answers.has(right));
        places.act(Action::Go, &mut answers, &known);
        places.act(Action::Go, &mut answers, &known);
        assert!(answers.felt.is_empty());
    }

    #[test]
    fn turning_finds_the_same_part_behind() {
        let known = known();
        let mut places = Places::default();
        let elbow = Felt::At(Part::Elbow, Some(Side::Right));
        places.go_to(elbow, &known);
        places.act(Action::OtherView, &mut Answers::default(), &known);
        let behind = places.spot(&known).expect("a spot");
        assert!(behind.back);
        assert_eq!(behind.felt, elbow);
    }

    #[test]
    fn only_marked_regions_are_lit_and_on_their_side() {
        let mut answers = Answers::default();
        answers.toggle(Felt::At(Part::Shoulder, Some(Side::Right)));
        answers.toggle(Felt::At(Part::Eyes, None));
        let lit = lit(&answers);
        assert_eq!(lit.len(), 1);
        assert_eq!(lit[0].side, Some(Side::Right));
    }
}
