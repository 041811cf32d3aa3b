//! The browser: groups (meridians, regions or uses) and their points.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use crate::domain::atlas::PointId;
use crate::domain::code::Meridian;

/// The browser's state: what is chosen. What is scrolled is derived while drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// The chosen meridian.
    pub meridian: Meridian,
    /// The chosen point's place in the list.
    pub row: usize,
}

impl Default for Browser {
    fn default() -> Browser {
        Browser {
            meridian: Meridian::LU,
            row: 0,
        }
    }
}

impl Browser {
    /// The points listed.
    pub fn points(&self, known: &Known) -> Vec<PointId> {
        known.content.atlas.on(self.meridian).collect()
    }

    /// The chosen point.
    pub fn chosen(&self, known: &Known) -> Option<PointId> {
        self.points(known).get(self.row).copied()
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let count = self.points(known).len();
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(count.saturating_sub(1)),
            Action::First => self.row = 0,
            Action::Last => self.row = count.saturating_sub(1),
            Action::Left => self.step(-1),
            Action::Right => self.step(1),
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn step(&mut self, by: isize) {
        let all = Meridian::ALL;
        let at = all.iter().position(|m| *m == self.meridian).unwrap_or(0) as isize;
        self.meridian = all[(at + by).rem_euclid(all.len() as isize) as usize];
        self.row = 0;
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, _pointer: Pointer, hit: Hit, _known: &Known) -> Intent {
        if let Hit::Row(row) = hit {
            self.row = row;
        }
        Intent::Stay
    }

    /// The hints.
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, HintWord::Point),
            Hint::pair(Action::Left, Action::Right, HintWord::Meridian),
            Hint::own(Action::FindSpot),
            Hint::say(Action::Go, HintWord::Practise),
            Hint::own(Action::Search),
        ]
    }
}
