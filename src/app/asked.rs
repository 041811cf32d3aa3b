//! What the check-in asks, and in which order: the person's own choice.

use super::action::{Action, Context, Hint, HintWord};
use super::choices::chosen;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use super::rows;
use crate::domain::checkin::Question;

/// The screen where questions are chosen and ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedForm {
    /// Every question in the order of the list, and whether it is asked.
    pub rows: Vec<(Question, bool)>,
    /// The chosen row.
    pub row: usize,
}

impl AskedForm {
    /// The questions as they are asked now, then those that are not.
    pub fn new(known: &Known) -> AskedForm {
        let asked = &known.settings.questions;
        let others = Question::ALL
            .into_iter()
            .filter(|question| !asked.contains(question));
        let rows = asked
            .iter()
            .map(|question| (*question, true))
            .chain(others.map(|question| (question, false)))
            .collect();
        AskedForm { rows, row: 0 }
    }

    /// The questions that are asked, in order.
    pub fn asked(&self) -> Vec<Question> {
        let asked = self.rows.iter().filter(|(_, asked)| *asked);
        asked.map(|(question, _)| *question).collect()
    }

    /// Where the person is, for the keymap.
    pub fn context(&self) -> Context {
        Context::CheckIn
    }

    /// What an action does here. Every change holds at once.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let last = self.rows.len() - 1;
        if let Some(row) = rows::stepped(action, self.row, last) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Go => {
                let only = self.rows[self.row].1 && self.asked().len() == 1;
                // One question is the least a check-in can be.
                if !only {
                    self.rows[self.row].1 = !self.rows[self.row].1;
                    return self.choose(known);
                }
            }
            Action::Left | Action::PageUp if self.row > 0 => {
                self.rows.swap(self.row, self.row - 1);
                self.row -= 1;
                return self.choose(known);
            }
            Action::Right | Action::PageDown if self.row < last => {
                self.rows.swap(self.row, self.row + 1);
                self.row += 1;
                return self.choose(known);
            }
            Action::Open | Action::Questions => return Intent::Back,
            Action::Digit(_) | Action::Left | Action::Right | Action::PageUp | Action::PageDown => {}
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn choose(&self, known: &Known) -> Intent {
        let mut settings = known.settings.clone();
        settings.questions = self.asked();
        let effect = chosen("questions", &settings);
        Intent::All(vec![Intent::Ask(settings.questions), Intent::Do(vec![effect])])
    }

    /// What the mouse does: a row is chosen, and chosen again it is switched.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Row(row)) if row == self.row => self.act(Action::Go, known),
            (Pointer::Click, Hit::Row(row)) if row < self.rows.len() => {
                self.row = row;
                Intent::Stay
            }
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, HintWord::Choose),
            Hint::say(Action::Go, HintWord::AskOrNot),
            Hint::pair(Action::Left, Action::Right, HintWord::Order),
            Hint::say(Action::Back, HintWord::Done),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Effect;
    use crate::domain::checkin::Scale;

    fn known() -> Known {
        Known::at("2026-11-22T21:40:00+01:00")
    }

    fn written(intent: Intent) -> Vec<Effect> {
        match intent {
            Intent::All(all) => all.into_iter().flat_map(written).collect(),
            Intent::Do(effects) => effects,
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_question_moves_and_goes_and_the_choice_is_written_at_once() {
        let known = known();
        let mut questions = AskedForm::new(&known);
        questions.act(Action::Down, &known);
        let effects = written(questions.act(Action::Left, &known));
        assert_eq!(
            questions.asked()[..2],
            [Question::Scale(Scale::Tension), Question::Mood]
        );
        let [
            Effect::Choose {
                key: "questions",
                value,
                ..
            },
        ] = &effects[..]
        else {
            panic!("{effects:?}");
        };
        let words = format!("{value:?}");
        assert!(words.contains("tension mood stress"), "{words}");
        questions.act(Action::Go, &known);
        assert!(!questions.asked().contains(&Question::Scale(Scale::Tension)));
    }

    #[test]
    fn the_last_question_stays() {
        let known = known();
        let mut questions = AskedForm::new(&known);
        for _ in 0..questions.rows.len() {
            questions.act(Action::Go, &known);
            questions.act(Action::Down, &known);
        }
        questions.act(Action::Go, &known);
        assert_eq!(questions.asked().len(), 1);
    }
}
