//! The first lesson, about five minutes: one's own thumb and fingers as a measure, one point, and the
//! difference between touch, pressure and pain.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::Pointer;
use super::model::Intent;
use super::sight::Sight;
use crate::domain::atlas::PointId;
use crate::domain::point::{Side, Sides};
use crate::domain::profile::{Answer, Given};
use crate::domain::safety::rule::{Asked, Group};
use crate::domain::safety::{Safety, Verdict};

/// A step of the lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is told by its own sentences")]
pub enum Step {
    Begin,
    Thumb,
    Fingers,
    Find,
    Touch,
    Press,
    Pain,
    Release,
    End,
}

/// Every step in order.
const ALL: [Step; 9] = [
    Step::Begin,
    Step::Thumb,
    Step::Fingers,
    Step::Find,
    Step::Touch,
    Step::Press,
    Step::Pain,
    Step::Release,
    Step::End,
];

/// The points it may be taught on, the first that suits. SP6 is where four fingers measure best; the others
/// follow as in the chains of the safety rules: leg, arm, wrist, hand.
const POINTS: [&str; 5] = ["SP6", "ST36", "LI11", "PC6", "TE5"];

/// Four fingers laid on a forearm: the picture beside the measure, whatever the lesson is taught on.
const FOUR_FINGERS: &str = "PC5";

/// The lesson's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The point it is taught on; `None` where safety lets none through today.
    pub point: Option<PointId>,
    /// For this person it is touched and not pressed.
    pub gently: bool,
    /// The step's place in [`Lesson::steps`].
    pub at: usize,
    /// How many rows of the words are above the first one shown.
    pub scroll: usize,
}

impl Lesson {
    /// The lesson from its beginning.
    pub fn new(known: &Known) -> Lesson {
        let point = point(known);
        Lesson {
            point,
            gently: point.is_some_and(|id| known.safety().card(id).verdict == Verdict::Gentle),
            at: 0,
            scroll: 0,
        }
    }

    /// Follows what was said since: the journal has opened, an answer has changed. At the beginning the lesson
    /// is taught on the point that suits now; later the point stays as long as it suits.
    pub fn keep_up(&mut self, known: &Known) {
        let stays = self.at > 0 && (self.point.is_none() || first_that_suits(self.point, known).is_some());
        if stays {
            return;
        }
        let anew = Lesson::new(known);
        if (anew.point, anew.gently) != (self.point, self.gently) {
            *self = anew;
        }
    }

    /// The steps: without pressing where no point suits.
    pub fn steps(&self) -> Vec<Step> {
        let measuring = |step: &Step| matches!(step, Step::Begin | Step::Thumb | Step::Fingers | Step::End);
        let steps = ALL.into_iter();
        steps
            .filter(|step| self.point.is_some() || measuring(step))
            .filter(|step| !self.gently || *step != Step::Press)
            .collect()
    }

    /// The step in front.
    pub fn step(&self) -> Step {
        self.steps().get(self.at).copied().unwrap_or(Step::End)
    }

    /// What the figure shows at this step.
    pub fn sight(&self, known: &Known) -> Option<Sight> {
        let of = |code| known.content.atlas.by_code(code).map(Sight::of);
        match self.step() {
            Step::Thumb | Step::End => of("LI4"),
            Step::Fingers => of(FOUR_FINGERS).or_else(|| of("LI4")),
            _ => self.point.map(Sight::of).or_else(|| of("LI4")),
        }
    }

    /// Whether what the figure shows is about the point in sight: a hand may be just a hand.
    pub fn marks_the_point(&self) -> bool {
        match self.step() {
            Step::Thumb | Step::End => false,
            Step::Fingers => true,
            _ => self.point.is_some(),
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, _known: &Known) -> Intent {
        let last = self.steps().len().saturating_sub(1);
        match action {
            Action::Open | Action::Go | Action::Right | Action::Next if self.at < last => {
                self.turn(self.at + 1)
            }
            Action::Open | Action::Go => return Intent::Back,
            Action::Left | Action::Previous => self.turn(self.at.saturating_sub(1)),
            Action::Right | Action::Next => {}
            Action::Down => self.scroll += 1,
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn turn(&mut self, at: usize) {
        self.at = at;
        self.scroll = 0;
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, known: &Known) -> Intent {
        match pointer {
            Pointer::Click => self.act(Action::Right, known),
            Pointer::WheelUp => self.act(Action::Up, known),
            Pointer::WheelDown => self.act(Action::Down, known),
            Pointer::Drag { .. } => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        let on = if self.step() == Step::End {
            HintWord::Done
        } else {
            HintWord::Onward
        };
        vec![
            Hint::say(Action::Go, on),
            Hint::pair(Action::Left, Action::Right, HintWord::Step),
            Hint::pair(Action::Up, Action::Down, HintWord::Read),
        ]
    }
}

/// The point the lesson is taught on.
fn point(known: &Known) -> Option<PointId> {
    let points = POINTS
        .into_iter()
        .filter_map(|code| known.content.atlas.by_code(code));
    first_that_suits(points, known)
}

/// The first of these that safety lets through on both sides as an offer, and that would not be left out in
/// pregnancy while nothing was said about that.
fn first_that_suits(points: impl IntoIterator<Item = PointId>, known: &Known) -> Option<PointId> {
    let mut perhaps = known.profile.clone();
    for question in known.content.rules.asked(Asked::Once) {
        let open = !perhaps.answers.answer(&question.id).is_given();
        if open && question.under.is_none() && question.group == Group::Pregnancy {
            perhaps
                .answers
                .give(question.id.clone(), Given::plain(Answer::NotSure));
        }
    }
    let content = known.content;
    let perhaps = Safety::new(&content.atlas, &content.rules, &perhaps, &known.today);
    let safety = known.safety();
    let suits = |id: PointId| {
        let sides: &[Option<Side>] = match content.atlas.point(id).sides {
            Sides::Midline => &[None],
            Sides::Both => &[Some(Side::Left), Some(Side::Right)],
        };
        sides.iter().all(|side| {
            safety.offering(id, *side).verdict.lets_through()
                && perhaps.offering(id, *side).verdict < Verdict::NotThisPoint
        })
    };
    points.into_iter().find(|id| suits(*id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known::at("2026-11-21T21:30:00+01:00")
    }

    fn code(known: &Known) -> Option<String> {
        let point = Lesson::new(known).point;
        point.map(|id| known.content.atlas.point(id).code.to_string())
    }

    /// Answers every question of the pregnancy group.
    fn pregnant(known: &mut Known, answer: Answer) {
        let questions = known.content.rules.asked(Asked::Once);
        let ids: Vec<_> = questions
            .filter(|question| question.group == Group::Pregnancy && question.under.is_none())
            .map(|question| question.id.clone())
            .collect();
        assert!(!ids.is_empty());
        for id in ids {
            known.profile.answers.give(id, Given::plain(answer));
        }
    }

    #[test]
    fn sp6_is_only_taught_to_who_has_said_not_to_be_pregnant() {
        let mut known = known();
        let unsaid = code(&known);
        assert!(
            unsaid.is_some() && unsaid.as_deref() != Some("SP6"),
            "{unsaid:?}: nothing was said yet"
        );
        for answer in [Answer::Yes, Answer::NotSure] {
            pregnant(&mut known, answer);
            let taught = code(&known);
            assert_ne!(taught.as_deref(), Some("SP6"), "{answer:?}");
            if let Some(id) = Lesson::new(&known).point {
                assert!(
                    known
                        .safety()
                        .offering(id, Some(Side::Left))
                        .verdict
                        .lets_through()
                );
            }
        }
        pregnant(&mut known, Answer::No);
        assert_eq!(code(&known).as_deref(), Some("SP6"));
    }

    #[test]
    fn what_is_said_later_changes_the_point_it_is_taught_on() {
        let mut known = known();
        pregnant(&mut known, Answer::No);
        // Begun before the journal was open: nothing was known yet.
        let mut lesson = Lesson::new(&self::known());
        let code = |lesson: &Lesson, known: &Known| {
            let point = lesson
                .point
                .map(|id| known.content.atlas.point(id).code.to_string());
            point.unwrap_or_default()
        };
        assert_ne!(code(&lesson, &known), "SP6");
        lesson.keep_up(&known);
        assert_eq!(code(&lesson, &known), "SP6");
        // On the way it stays, until it suits no longer.
        lesson.at = 4;
        lesson.keep_up(&known);
        assert_eq!((code(&lesson, &known).as_str(), lesson.at), ("SP6", 4));
        pregnant(&mut known, Answer::Yes);
        lesson.keep_up(&known);
        assert_ne!(code(&lesson, &known), "SP6");
        assert_eq!(lesson.at, 0, "another point is found from the beginning");
    }

    #[test]
    fn the_lesson_goes_forward_and_back_by_keys_and_ends() {
        let known = known();
        let mut lesson = Lesson::new(&known);
        let steps = lesson.steps();
        for step in &steps {
            assert_eq!(lesson.step(), *step);
            lesson.act(Action::Right, &known);
        }
        assert_eq!(lesson.step(), Step::End);
        assert!(matches!(lesson.act(Action::Go, &known), Intent::Back));
        lesson.act(Action::Left, &known);
        assert_eq!(lesson.step(), steps[steps.len() - 2]);
    }

    #[test]
    fn where_no_point_suits_only_the_measures_are_taught() {
        let known = known();
        let lesson = Lesson {
            point: None,
            ..Lesson::new(&known)
        };
        assert_eq!(
            lesson.steps(),
            [Step::Begin, Step::Thumb, Step::Fingers, Step::End]
        );
        assert!(lesson.sight(&known).is_some());
    }
}
