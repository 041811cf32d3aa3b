//! Good night: the end of an evening. Nothing is asked any more.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::model::Intent;
use crate::domain::day::DayPart;

impl Known {
    /// Whether good night is said now: at noon a check-in is a check-in, and the day goes on.
    pub fn is_evening(&self) -> bool {
        matches!(DayPart::at(self.now.wall), DayPart::Evening | DayPart::Night)
    }

    /// The word of the key that ends a check-in.
    pub(super) fn farewell(&self) -> HintWord {
        match self.is_evening() {
            true => HintWord::GoodNight,
            false => HintWord::Done,
        }
    }
}

/// The last screen of an evening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GoodNight {}

impl GoodNight {
    /// What an action does here: enter and space lead back, like esc.
    pub fn act(&mut self, action: Action, _known: &Known) -> Intent {
        match action {
            Action::Open | Action::Go => Intent::Back,
            _ => Intent::Pass,
        }
    }

    /// Whether something of this evening stands in the journal.
    pub fn is_written(&self, known: &Known) -> bool {
        let today = known.today_is();
        known.diary.unwritten.is_empty() && known.diary.day(today).next().is_some()
    }

    /// The hints.
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        vec![Hint::own(Action::Quit), Hint::own(Action::Journal)]
    }
}
