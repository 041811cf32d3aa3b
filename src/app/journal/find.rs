//! Words in the notes, and what to narrow everything to.

use super::{Journal, View};
use crate::app::action::Action;
use crate::app::field::type_into;
use crate::app::keep::Keep;
use crate::app::known::Known;
use crate::app::model::Intent;
use crate::app::rows;
use crate::domain::glance::{self, Only};

/// The longest search; a pasted page would only be slow.
const LONGEST: usize = 200;

/// Words looked for in the notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// What was typed.
    pub words: String,
}

/// What everything can be narrowed to: nothing, then tags, places and routines with how often.
pub fn narrowings(known: &Known) -> Vec<Option<(Only, usize)>> {
    let onlys = glance::onlys(&known.diary.pages).into_iter().map(Some);
    std::iter::once(None).chain(onlys).collect()
}

impl Journal {
    /// What typed text does: it goes into the search.
    pub fn text(&mut self, text: &str, known: &Known) -> Intent {
        let View::Find(find) = &mut self.view else {
            return Intent::Stay;
        };
        type_into(&mut find.words, text, LONGEST);
        self.row = 0;
        let words = find.words.trim().to_owned();
        if words.is_empty() || known.diary.found.words == words {
            return Intent::Stay;
        }
        Intent::Keep(Keep::Find { words })
    }

    pub(super) fn in_find(&mut self, action: Action, known: &Known) -> Intent {
        let found = &known.diary.found.notes;
        let last = found.len().saturating_sub(1);
        match action {
            Action::Up => self.row = self.row.min(last).saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::Open => {
                if let Some(note) = found.get(self.row.min(last)) {
                    self.day = note.day;
                    self.view = View::Day;
                    self.row = 0;
                    return self.missing(known).map_or(Intent::Stay, Intent::Keep);
                }
            }
            Action::Back => self.view = self.from.clone(),
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    pub(super) fn in_narrow(&mut self, action: Action, known: &Known) -> Intent {
        let rows = narrowings(known);
        let last = rows.len().saturating_sub(1);
        if let Some(row) = rows::paged(action, self.row, last, 10) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Open | Action::Go => {
                self.only = rows.into_iter().nth(self.row).flatten().map(|(only, _)| only);
                self.view = self.from.clone();
                self.row = 0;
            }
            Action::Back => {
                self.view = self.from.clone();
                self.row = 0;
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }
}
