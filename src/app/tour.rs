//! A short tour, on demand: what there is, a page at a time.

use super::action::{Action, Hint, HintWord};
use super::model::Intent;

/// How many pages it has.
pub const PAGES: usize = 6;

/// The tour's state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    /// The page, from 0.
    pub page: usize,
}

impl Tour {
    /// What an action does here: on, back, and out at the end.
    pub fn act(&mut self, action: Action) -> Intent {
        match action {
            Action::Go | Action::Open | Action::Right | Action::Down | Action::Next | Action::PageDown => {
                if self.page + 1 == PAGES {
                    return Intent::Back;
                }
                self.page += 1;
            }
            Action::Left | Action::Up | Action::Previous | Action::PageUp => {
                self.page = self.page.saturating_sub(1);
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// The hints.
    pub fn hints(&self) -> Vec<Hint> {
        let word = if self.page + 1 == PAGES {
            HintWord::Done
        } else {
            HintWord::Onward
        };
        vec![
            Hint::say(Action::Go, word),
            Hint::pair(Action::Left, Action::Right, HintWord::Move),
        ]
    }
}
