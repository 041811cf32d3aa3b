//! The questions about today on one short screen: red flags, and what the body is like where one will press.
//! Used wherever something must be asked before a practice, so that it is always the same few keys.
//!
//! One key says none of these. A yes to a red flag ends the asking; a yes about the body asks where, because
//! a place that was not said counts as everywhere.

use std::collections::BTreeSet;

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use crate::domain::profile::{Answer, Given, Part, Spot};
use crate::domain::words::Text;

/// Where a person is among the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// The chosen question.
    pub row: usize,
    /// The question answered yes whose place is being told.
    pub placing: Option<Placing>,
}

/// The place of a yes being told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing {
    /// The question.
    pub question: Text,
    /// The parts of the body to choose from.
    pub parts: Vec<Part>,
    /// The chosen one of them.
    pub part: usize,
    /// What was ticked so far.
    pub places: BTreeSet<Spot>,
}

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Still asking.
    Stay,
    /// These were answered.
    Answered(Vec<(Text, Given)>),
    /// All that was open is answered no: go on.
    None(Vec<(Text, Given)>),
    /// Not now.
    Back,
    /// Not for these questions.
    Pass,
}

impl Questions {
    /// What an action does while these questions are open.
    pub fn act(&mut self, action: Action, questions: &[Text], known: &Known) -> Asked {
        if let Some(placing) = &mut self.placing {
            let done = placing.act(action);
            if let Some(given) = done {
                self.placing = None;
                return Asked::Answered(vec![given]);
            }
            return match action {
                Action::Quit | Action::Suspend | Action::Help | Action::Language | Action::RedFlags => {
                    Asked::Pass
                }
                _ => Asked::Stay,
            };
        }
        let last = questions.len().saturating_sub(1);
        let row = self.row.min(last);
        match action {
            Action::Up => self.row = row.saturating_sub(1),
            Action::Down => self.row = (row + 1).min(last),
            Action::PageUp | Action::First => self.row = 0,
            Action::PageDown | Action::Last => self.row = last,
            Action::No => {
                let no = |id: &Text| (id.clone(), Given::plain(Answer::No));
                return Asked::None(questions.iter().map(no).collect());
            }
            Action::Yes | Action::Next => {
                let answer = match action {
                    Action::Yes => Answer::Yes,
                    _ => Answer::NotSure,
                };
                return questions
                    .get(row)
                    .map_or(Asked::Stay, |id| self.counts(id.clone(), answer, known));
            }
            Action::Back => return Asked::Back,
            Action::Go | Action::Open => {}
            _ => return Asked::Pass,
        }
        Asked::Stay
    }

    /// An answer that counts as yes: with a place, where one matters.
    fn counts(&mut self, question: Text, answer: Answer, known: &Known) -> Asked {
        let wants_a_place = known
            .content
            .rules
            .question(&question)
            .is_some_and(|question| question.places.is_some());
        if wants_a_place && answer == Answer::Yes {
            self.placing = Some(Placing {
                parts: known.content.rules.parts_of(&question),
                question,
                part: 0,
                places: BTreeSet::new(),
            });
            return Asked::Stay;
        }
        Asked::Answered(vec![(question, Given::plain(answer))])
    }

    /// What the mouse does: a row is chosen.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, questions: &[Text], known: &Known) -> Asked {
        match (pointer, hit, &mut self.placing) {
            (Pointer::WheelUp, ..) => self.act(Action::Up, questions, known),
            (Pointer::WheelDown, ..) => self.act(Action::Down, questions, known),
            (Pointer::Click, Hit::Row(row), Some(placing)) if row < placing.parts.len() => {
                placing.part = row;
                placing.parts[row].toggle(&mut placing.places);
                Asked::Stay
            }
            (Pointer::Click, Hit::Row(row), None) => {
                self.row = row.min(questions.len().saturating_sub(1));
                Asked::Stay
            }
            _ => Asked::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self) -> Vec<Hint> {
        if self.placing.is_some() {
            return vec![
                Hint::say(Action::Go, HintWord::Tick),
                Hint::pair(Action::Up, Action::Down, HintWord::Move),
                Hint::say(Action::Back, HintWord::Done),
            ];
        }
        vec![
            Hint::say(Action::No, HintWord::NoneOfThese),
            Hint::own(Action::Yes),
            Hint::say(Action::Next, HintWord::NotSure),
            Hint::pair(Action::Up, Action::Down, HintWord::Move),
        ]
    }
}

impl Placing {
    /// What an action does; the answer once it is complete. No tick at all means that the place was not
    /// said, and that means everywhere.
    fn act(&mut self, action: Action) -> Option<(Text, Given)> {
        match action {
            Action::Up => self.part = self.part.saturating_sub(1),
            Action::Down => self.part = (self.part + 1).min(self.parts.len().saturating_sub(1)),
            Action::Go | Action::Open | Action::Yes => self.parts[self.part].toggle(&mut self.places),
            Action::Back | Action::Next => {
                let given = match self.places.is_empty() {
                    true => Given::plain(Answer::Yes),
                    false => Given::yes_at(std::mem::take(&mut self.places)),
                };
                return Some((self.question.clone(), given));
            }
            _ => {}
        }
        None
    }
}

/// Answers as an intent: kept together, so that the screen never waits for one after the other to be on the disk.
pub fn answers(given: Vec<(Text, Given)>) -> Intent {
    Intent::AnswerToday(given)
}
