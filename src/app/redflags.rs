//! Red flags: the whole list at any time, and the page with the number to call.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use crate::domain::profile::{Answer, Given};
use crate::domain::safety::rule::{Asked, Question};
use crate::domain::safety::{Help, Verdict};
use crate::domain::words::Text;

/// The screen's state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RedFlags {
    /// The chosen row.
    pub row: usize,
    /// The number alone, filling the window.
    pub large: bool,
    /// "I answered by mistake" was said once; the second time takes the answers back.
    pub taking_back: bool,
}

/// What the screen is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage<'a> {
    /// The list.
    List(Vec<&'a Question>),
    /// Something was answered yes.
    Stop {
        /// What was answered.
        questions: Vec<&'a Question>,
        /// The help it calls for.
        help: Help,
    },
}

impl RedFlags {
    /// What the screen is about now.
    pub fn stage<'a>(&self, known: &'a Known) -> Stage<'a> {
        let rules = &known.content.rules;
        let said: Vec<&Question> = rules
            .asked(Asked::Flag)
            .filter(|question| known.today.answers.answer(&question.id).counts())
            .collect();
        let safety = known.safety();
        let whole = safety.whole();
        let reasons: Vec<_> = whole.deciding().cloned().collect();
        match safety.help(&reasons) {
            Some(help) if whole.verdict == Verdict::Stop && !said.is_empty() => Stage::Stop {
                questions: said,
                help,
            },
            _ => Stage::List(rules.asked(Asked::Flag).collect()),
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match self.stage(known) {
            Stage::List(questions) => self.act_list(action, &questions, known),
            Stage::Stop { questions, .. } => self.act_stop(action, &questions),
        }
    }

    fn act_list(&mut self, action: Action, questions: &[&Question], known: &Known) -> Intent {
        let last = questions.len().saturating_sub(1);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::PageUp => self.row = self.row.saturating_sub(6),
            Action::PageDown => self.row = (self.row + 6).min(last),
            Action::First => self.row = 0,
            Action::Last => self.row = last,
            Action::Yes | Action::Go | Action::Open => return self.answer(questions, Answer::Yes, known),
            Action::Next => return self.answer(questions, Answer::NotSure, known),
            Action::No => return self.answer(questions, Answer::No, known),
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn answer(&mut self, questions: &[&Question], answer: Answer, _known: &Known) -> Intent {
        match questions.get(self.row) {
            Some(question) => Intent::AnswerToday {
                question: question.id.clone(),
                given: Given::plain(answer),
            },
            None => Intent::Stay,
        }
    }

    /// The page with the number. Esc does not close it; `b` asks once more, then takes the answers back.
    fn act_stop(&mut self, action: Action, questions: &[&Question]) -> Intent {
        match action {
            Action::InWords => self.large = !self.large,
            Action::Again if self.taking_back => {
                self.taking_back = false;
                return Intent::All(questions.iter().map(|question| no(question.id.clone())).collect());
            }
            Action::Again => self.taking_back = true,
            Action::Back => self.taking_back = false,
            Action::Quit | Action::Suspend | Action::Help | Action::Language | Action::Theme => {
                return Intent::Pass;
            }
            _ => {}
        }
        Intent::Stay
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            (Pointer::Click, Hit::Row(row)) => {
                self.row = row;
                Intent::Stay
            }
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        match self.stage(known) {
            Stage::List(_) => vec![
                Hint::own(Action::Yes),
                Hint::own(Action::No),
                Hint::pair(Action::Up, Action::Down, HintWord::Move),
            ],
            Stage::Stop { .. } => vec![
                Hint::say(Action::InWords, HintWord::LargeNumber),
                Hint::say(Action::Again, HintWord::ByMistake),
                Hint::own(Action::Quit),
            ],
        }
    }
}

fn no(question: Text) -> Intent {
    Intent::AnswerToday {
        question,
        given: Given::plain(Answer::No),
    }
}
