//! Which routine a point is to come into: one of the person's own, or a new one.

use super::action::{Action, Hint, HintWord};
use super::bench::{new_routine, with_point};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Said};
use crate::domain::atlas::PointId;
use crate::domain::routine::Routine;
use crate::domain::words::Words;

/// The choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddTo {
    /// The point.
    pub point: PointId,
    /// The chosen row: the person's own routines, then a new one.
    pub row: usize,
}

impl AddTo {
    /// Asks where a point is to come.
    pub fn of(point: PointId) -> AddTo {
        AddTo { point, row: 0 }
    }

    /// The person's own routines.
    pub fn own<'a>(&self, known: &'a Known) -> Vec<&'a Routine> {
        known
            .routines
            .all()
            .iter()
            .filter(|routine| routine.own)
            .collect()
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let own = self.own(known);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(own.len()),
            Action::Open | Action::Go => {
                let changed = match own.get(self.row) {
                    Some(routine) => match with_point(routine, self.point, known) {
                        Some(routine) => routine,
                        None => return Intent::All(vec![Intent::Back, Intent::Say(Said::LengthMost(30))]),
                    },
                    None => {
                        let name = Words::new("My routine", "Min rutine");
                        new_routine(name, &[self.point], known)
                    }
                };
                return Intent::All(vec![Intent::Back, Intent::SaveRoutine(Box::new(changed))]);
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Row(row)) if row <= self.own(known).len() => {
                self.row = row;
                self.act(Action::Open, known)
            }
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::say(Action::Open, HintWord::Choose),
            Hint::pair(Action::Up, Action::Down, HintWord::Move),
        ]
    }
}
