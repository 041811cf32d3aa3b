//! Learning: the first lesson, and the quiz by meridian and part of the body.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::lesson::Lesson;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::quiz::{Quiz, Scope, askable};
use super::rows;
use crate::domain::code::Meridian;
use crate::domain::point::Region;

/// Something to learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The first lesson.
    Lesson,
    /// A quiz.
    Quiz(Scope),
}

/// The screen's state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Learn {
    /// The chosen row.
    pub row: usize,
}

/// Fewer points are no quiz.
const FEWEST: usize = 3;

impl Learn {
    /// Everything there is to learn.
    pub fn rows(known: &Known) -> Vec<Row> {
        let askable = askable(known);
        let meridians = Meridian::ALL.into_iter().map(Scope::Meridian);
        let regions = Region::ALL.into_iter().map(Scope::Region);
        let scopes = meridians.chain(regions).filter(|scope| {
            let within = askable.iter().filter(|id| scope.holds(**id, known));
            within.take(FEWEST).count() >= FEWEST
        });
        [Row::Lesson, Row::Quiz(Scope::All)]
            .into_iter()
            .chain(scopes.map(Row::Quiz))
            .collect()
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let rows = Learn::rows(known);
        let last = rows.len().saturating_sub(1);
        let page = usize::from(known.size.1.saturating_sub(6)).max(1);
        if let Some(row) = rows::paged(action, self.row, last, page) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Open | Action::Go => {
                let screen = match rows.get(self.row) {
                    Some(Row::Lesson) => Screen::Lesson(Lesson::new(known)),
                    Some(Row::Quiz(scope)) => Screen::Quiz(Box::new(Quiz::new(*scope, known))),
                    None => return Intent::Stay,
                };
                return Intent::open(screen);
            }
            // Already here.
            Action::Learn => {}
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        let meant = rows::pointed(pointer, hit, &mut self.row, Action::Open);
        meant.map_or(Intent::Stay, |action| self.act(action, known))
    }

    /// The hints.
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        vec![
            Hint::say(Action::Open, HintWord::Begin),
            Hint::pair(Action::Up, Action::Down, HintWord::Choose),
        ]
    }
}
