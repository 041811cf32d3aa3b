//! Good night: the end of an evening. Nothing is asked any more.

use super::action::{Action, Hint};
use super::known::Known;
use super::model::Intent;

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
