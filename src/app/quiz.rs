//! Where is the point? One moves a finger over the drawing, is told how far off it was, and sees how the
//! point is found. No score: what was hard is only asked again.

use super::action::{Action, Hint, HintWord};
use super::keep::Keep;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use super::sight::Sight;
use crate::domain::atlas::PointId;
use crate::domain::code::Meridian;
use crate::domain::figure::{Drawn, Frame, ViewId, Xy, xy};
use crate::domain::point::Region;
use crate::domain::quiz::{Memory, Try};

/// Which points are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Any.
    All,
    /// Those of a meridian.
    Meridian(Meridian),
    /// Those of a part of the body.
    Region(Region),
}

impl Scope {
    /// Whether a point belongs to it.
    pub fn holds(self, id: PointId, known: &Known) -> bool {
        let atlas = &known.content.atlas;
        match self {
            Scope::All => true,
            Scope::Meridian(meridian) => atlas.meridian_of(id) == meridian,
            Scope::Region(region) => atlas.point(id).region == region,
        }
    }

    /// Its points that can be asked, the best known first.
    pub fn points(self, known: &Known) -> Vec<PointId> {
        let atlas = &known.content.atlas;
        let renown = |id: PointId| -> f32 {
            let uses = 0..atlas.uses().len();
            uses.map(|use_| atlas.known_for(id, use_)).fold(0.0, f32::max)
        };
        let askable = askable(known).into_iter();
        let mut points: Vec<(f32, PointId)> = askable
            .filter(|id| self.holds(*id, known))
            .map(|id| (renown(id), id))
            .collect();
        points.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        points.into_iter().map(|(_, id)| id).collect()
    }
}

/// The points that can be asked: those fingers press, that lie in one place and show in a close-up.
pub fn askable(known: &Known) -> Vec<PointId> {
    let points = known.content.atlas.points();
    points
        .filter(|(id, point)| point.pressable && point.places.len() == 1 && shown(*id, known).is_some())
        .map(|(id, _)| id)
        .collect()
}

/// Those of them that are due.
pub fn due(known: &Known) -> Vec<PointId> {
    let memory = known.quiz();
    let today = known.today_is();
    let mut points = askable(known);
    points.retain(|id| memory.is_due(known.content.atlas.code(*id).as_str(), today));
    points
}

/// The view in which a point is asked, and where it lies there.
fn shown(id: PointId, known: &Known) -> Option<(ViewId, Xy)> {
    let view = Sight::of(id).view(known)?;
    let placed = known.chart().place_in(id, view)?;
    (placed.visible() && known.content.figure.view(view).parent.is_some()).then_some((view, placed.at))
}

/// A place as the mouse means it: hundredths of u in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the coordinates of the view")]
pub struct Aim {
    pub x: i32,
    pub y: i32,
}

impl Aim {
    /// From a place in the drawing.
    pub fn of(place: Xy) -> Aim {
        let hundredths = |length: f32| (length * 100.0).round() as i32;
        Aim {
            x: hundredths(place.x),
            y: hundredths(place.y),
        }
    }

    fn place(self) -> Xy {
        xy(self.x as f32 / 100.0, self.y as f32 / 100.0)
    }
}

/// How a try ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    /// How far from the point the finger was, cun; `None` where the person asked to be shown.
    pub away: Option<f32>,
    /// Where the point lies from there, as the picture is seen: right and up, cun.
    pub towards: (f32, f32),
}

/// Within a thumb's width the point counts as found: nearer nobody needs to be, and a cell of a small picture
/// is hardly smaller.
const FOUND: f32 = 1.0;

impl Answered {
    /// Whether the point was found.
    pub fn found(self) -> bool {
        self.away.is_some_and(|away| away <= FOUND)
    }
}

/// How many questions pass before the same point may come again.
const PAUSE: usize = 3;

/// The quiz's state.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    /// Which points are asked.
    pub scope: Scope,
    /// The point asked, and how it is looked at; `None` where there is nothing to ask.
    pub sight: Option<Sight>,
    /// Where the finger is, in the view.
    pub finger: Xy,
    /// The answer to this question, once it was given.
    pub answered: Option<Answered>,
    /// The points asked last, the newest at the end.
    asked: Vec<PointId>,
    /// What was tried here, ahead of what the journal has told.
    tries: Vec<Try>,
}

impl Quiz {
    /// A quiz with its first question.
    pub fn new(scope: Scope, known: &Known) -> Quiz {
        let mut quiz = Quiz {
            scope,
            sight: None,
            finger: xy(0.0, 0.0),
            answered: None,
            asked: Vec::new(),
            tries: Vec::new(),
        };
        quiz.ask(known);
        quiz
    }

    /// Asks anew what nobody has answered yet: the journal has opened and remembers what was hard.
    pub fn keep_up(&mut self, known: &Known) {
        if self.tries.is_empty() && self.asked.len() <= 1 {
            *self = Quiz::new(self.scope, known);
        }
    }

    /// The point asked.
    pub fn point(&self) -> Option<PointId> {
        self.sight.map(|sight| sight.point)
    }

    /// Which question this is, from 1.
    pub fn nth(&self) -> usize {
        self.asked.len()
    }

    /// The points that were not found in this round and come again.
    pub fn come_again(&self, known: &Known) -> Vec<PointId> {
        let memory = self.memory(known);
        let mut points: Vec<PointId> = self.asked.clone();
        points.sort_unstable();
        points.dedup();
        points.retain(|id| memory.is_due(known.content.atlas.point(*id).code.as_str(), known.today_is()));
        points
    }

    /// What the journal remembers, and what was tried here since.
    fn memory(&self, known: &Known) -> Memory {
        let mut memory = known.quiz();
        // What the journal has told by now changes nothing when it is taken in again on the same day.
        self.tries.iter().for_each(|tried| memory.take(tried));
        memory
    }

    /// Asks for the next point: what is due before what is new, and none again at once.
    fn ask(&mut self, known: &Known) {
        let atlas = &known.content.atlas;
        let points = self.scope.points(known);
        let codes = points.iter().map(|id| atlas.point(*id).code.as_str());
        let order = self.memory(known).order(codes, known.today_is());
        let mut order = order.into_iter().filter_map(|code| atlas.by_code(code));
        let recent = &self.asked[self.asked.len().saturating_sub(PAUSE)..];
        let next = order
            .clone()
            .find(|id| !recent.contains(id))
            .or_else(|| order.next());
        self.sight = next.map(Sight::of);
        self.answered = None;
        if let Some(id) = next {
            self.asked.push(id);
            if let Some((view, _)) = shown(id, known) {
                self.finger = known.content.figure.view(view).bounds.centre();
            }
        }
    }

    /// The picture as the keys see it. About the size in which it is drawn, never larger: a step is then a cell. The
    /// words stand beside it but on a narrow, tall screen.
    fn frame(&self, known: &Known) -> Option<Frame> {
        let (width, height) = known.size;
        let wide = match (width < 80, height < 24) {
            (true, true) => width.saturating_sub(29),
            (true, false) => width.saturating_sub(2),
            (false, _) => width.saturating_sub(36),
        };
        let high = height.saturating_sub(5).max(6);
        self.sight?
            .frame(known, wide.max(10), high)
            .map(|(_, frame)| frame)
    }

    /// Moves the finger by cells, within the picture.
    fn step(&mut self, dx: i32, dy: i32, known: &Known) {
        let (Some(frame), Some(view)) = (self.frame(known), self.sight.and_then(|sight| sight.view(known)))
        else {
            return;
        };
        let cell = frame.point_cell(self.finger);
        let bounds = known.content.figure.view(view).bounds;
        let there = frame.point_place_at(cell.0 + dx, cell.1 + dy);
        let left = match known.content.figure.view(view).drawn {
            Drawn::Both => bounds.x0.min(-bounds.x1),
            Drawn::One(_) => bounds.x0,
        };
        self.finger = xy(
            there.x.clamp(left, bounds.x1.max(-left)),
            there.y.clamp(bounds.y0, bounds.y1),
        );
    }

    /// How far the finger is from the point, and which way the point lies.
    fn measured(&self, known: &Known) -> Option<Answered> {
        let sight = self.sight?;
        let (view, at) = shown(sight.point, known)?;
        let both = known.content.figure.view(view).drawn == Drawn::Both;
        // The other half of a drawing of both is as good: the point lies there too.
        let mirrored = both.then(|| xy(-at.x, at.y));
        let target = [Some(at), mirrored]
            .into_iter()
            .flatten()
            .min_by(|a, b| a.distance(self.finger).total_cmp(&b.distance(self.finger)))?;
        let cun = u_per_cun(sight.point, known);
        let frame = self.frame(known)?;
        let (from, to) = (frame.point_dot(self.finger), frame.point_dot(target));
        Some(Answered {
            away: Some(target.distance(self.finger) / cun),
            towards: (
                (to.x - from.x) / frame.scale / cun,
                (from.y - to.y) / frame.scale / cun,
            ),
        })
    }

    /// Takes the answer, and keeps it.
    fn answer(&mut self, answered: Answered, known: &Known) -> Intent {
        let Some(id) = self.point() else {
            return Intent::Stay;
        };
        self.answered = Some(answered);
        let tried = Try {
            day: known.today_is(),
            code: known.content.atlas.point(id).code.to_string(),
            found: answered.found(),
        };
        self.tries.push(tried.clone());
        Intent::Keep(Keep::Try {
            tried,
            at: known.moment(),
        })
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let page = 5;
        match (action, self.answered) {
            (Action::Open | Action::Go, Some(_)) => self.ask(known),
            (Action::Open | Action::Go, None) => {
                if let Some(answered) = self.measured(known) {
                    return self.answer(answered, known);
                }
            }
            (Action::FindSpot, None) => {
                let shown = Answered {
                    away: None,
                    towards: (0.0, 0.0),
                };
                return self.answer(shown, known);
            }
            (Action::Left, None) => self.step(-1, 0, known),
            (Action::Right, None) => self.step(1, 0, known),
            (Action::Up, None) => self.step(0, -1, known),
            (Action::Down, None) => self.step(0, 1, known),
            (Action::PageUp, None) => self.step(0, -page, known),
            (Action::PageDown, None) => self.step(0, page, known),
            (Action::Left | Action::Right | Action::Up | Action::Down, Some(_)) => {}
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// What the mouse does here: a click lays the finger there, a second one on the same place answers.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit, self.answered) {
            (Pointer::Click, Hit::Aim(aim), None) => {
                let place = aim.place();
                if Aim::of(self.finger) == aim {
                    return self.act(Action::Open, known);
                }
                self.finger = place;
            }
            (Pointer::Click, _, Some(_)) => return self.act(Action::Open, known),
            _ => {}
        }
        Intent::Stay
    }

    /// The hints.
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        match (self.sight, self.answered) {
            (None, _) => Vec::new(),
            (_, None) => vec![
                Hint::say(Action::Open, HintWord::HereItIs),
                Hint::pair(Action::Up, Action::Right, HintWord::Move),
                Hint::say(Action::FindSpot, HintWord::ShowMe),
            ],
            (_, Some(_)) => vec![Hint::say(Action::Open, HintWord::Onward)],
        }
    }
}

/// The length of a cun where the point lies, u: of the ruler that measures it; elsewhere a 75th of the stature.
fn u_per_cun(id: PointId, known: &Known) -> f32 {
    let figure = &known.content.figure;
    let place = known.content.atlas.point(id).places.first();
    let ruler = place
        .and_then(|place| place.construction.measures().into_iter().next())
        .and_then(|measure| figure.ruler(&measure.ruler));
    ruler
        .and_then(|ruler| Some(figure.ruler_length(ruler).ok()? / ruler.cun))
        .filter(|length| *length > 0.1)
        .unwrap_or(1.0)
}

impl Known {
    /// What the quiz remembers.
    pub fn quiz(&self) -> Memory {
        Memory::of(&self.diary.about.tries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known::at("2026-11-21T21:30:00+01:00")
    }

    fn code(quiz: &Quiz, known: &Known) -> String {
        let id = quiz.point().expect("a question");
        known.content.atlas.point(id).code.to_string()
    }

    #[test]
    fn nearly_every_point_that_is_pressed_can_be_asked_and_the_best_known_first() {
        let known = known();
        let all = Scope::All.points(&known);
        let pressed = known
            .content
            .atlas
            .points()
            .filter(|(_, point)| point.pressable)
            .count();
        assert!(all.len() * 10 >= pressed * 8, "{} of {pressed}", all.len());
        assert!(all.iter().all(|id| known.content.atlas.point(*id).pressable));
        let first: Vec<&str> = all[..12]
            .iter()
            .map(|id| known.content.atlas.point(*id).code.as_str())
            .collect();
        assert!(first.contains(&"LI4") && first.contains(&"PC6"), "{first:?}");
    }

    #[test]
    fn a_finger_on_the_point_finds_it_and_one_beside_it_is_told_which_way() {
        let known = known();
        for meridian in [
            Meridian::SP,
            Meridian::BL,
            Meridian::GB,
            Meridian::CV,
            Meridian::LU,
        ] {
            for id in Scope::Meridian(meridian).points(&known) {
                let mut quiz = Quiz::new(Scope::Meridian(meridian), &known);
                quiz.sight = Some(Sight::of(id));
                let (_, at) = shown(id, &known).expect("it shows");
                quiz.finger = at;
                let on = quiz.measured(&known).expect("measured");
                assert!(on.found() && on.away.is_some_and(|away| away < 0.05));
                quiz.finger = xy(at.x, at.y - 3.0);
                let below = quiz.measured(&known).expect("measured");
                assert!(!below.found() && below.towards.1 > 1.0, "{below:?}");
            }
        }
    }

    #[test]
    fn keys_reach_every_point_of_a_hand_at_the_smallest_size() {
        let mut known = known();
        known.size = (40, 12);
        for id in Scope::Region(Region::Hand).points(&known) {
            let mut quiz = Quiz::new(Scope::Region(Region::Hand), &known);
            quiz.sight = Some(Sight::of(id));
            let (view, at) = shown(id, &known).expect("it shows");
            quiz.finger = known.content.figure.view(view).bounds.centre();
            let frame = quiz.frame(&known).expect("a picture");
            let target = frame.point_cell(at);
            for _ in 0..200 {
                let here = frame.point_cell(quiz.finger);
                let action = match (target.0 - here.0, target.1 - here.1) {
                    (0, 0) => break,
                    (dx, _) if dx > 0 => Action::Right,
                    (dx, _) if dx < 0 => Action::Left,
                    (_, dy) if dy > 0 => Action::Down,
                    _ => Action::Up,
                };
                quiz.act(action, &known);
            }
            assert_eq!(frame.point_cell(quiz.finger), target, "{:?}", quiz.point());
        }
    }

    #[test]
    fn what_was_not_found_comes_again_but_not_at_once() {
        let known = known();
        let mut quiz = Quiz::new(Scope::Meridian(Meridian::LI), &known);
        let hard = code(&quiz, &known);
        let Intent::Keep(Keep::Try { tried, .. }) = quiz.act(Action::FindSpot, &known) else {
            panic!("it is kept");
        };
        assert!(!tried.found && tried.code == hard);
        let mut seen = Vec::new();
        for _ in 0..4 {
            quiz.act(Action::Open, &known);
            seen.push(code(&quiz, &known));
            let (_, at) = shown(quiz.point().expect("one"), &known).expect("it shows");
            quiz.finger = at;
            quiz.act(Action::Open, &known);
        }
        assert!(!seen[..PAUSE].contains(&hard), "{seen:?}");
        assert_eq!(seen[PAUSE], hard, "{seen:?}");
    }

    #[test]
    fn what_the_journal_remembers_is_asked_before_what_is_new() {
        let mut known = known();
        known.diary.about.tries.push(Try {
            day: known.today_is(),
            code: "LI19".to_owned(),
            found: false,
        });
        let quiz = Quiz::new(Scope::Meridian(Meridian::LI), &known);
        assert_eq!(code(&quiz, &known), "LI19");
        let due = due(&known);
        let on = |meridian| {
            due.iter()
                .filter(|id| Scope::Meridian(meridian).holds(**id, &known))
                .count()
        };
        assert_eq!((on(Meridian::LI), on(Meridian::ST)), (1, 0));
    }
}
