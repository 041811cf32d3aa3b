//! Which points are sore or bruised: they rest for two days (DO-05), and it can be taken back.

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::action::{Action, Hint, HintWord};
use super::heed::SORE;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use crate::domain::atlas::PointId;

/// The screen's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sore {
    /// The points it is about, each once.
    pub points: Vec<PointId>,
    /// The chosen row.
    pub row: usize,
}

impl Sore {
    /// A screen about some points.
    pub fn of(mut points: Vec<PointId>) -> Sore {
        let mut seen = Vec::new();
        points.retain(|point| {
            let new = !seen.contains(point);
            seen.push(*point);
            new
        });
        Sore { points, row: 0 }
    }

    /// Until when a point rests; `None` where it does not.
    pub fn rests_until(point: PointId, known: &Known) -> Option<DateTime<FixedOffset>> {
        let rest = known.content.rules.bounds().rest_h?;
        let code = known.content.atlas.point(point).code.as_str();
        let hours = known.today.done.sore.get(code)?;
        let said = known.diary.flag(&format!("{SORE}{code}"))?;
        let since = DateTime::parse_from_rfc3339(said).unwrap_or_else(|_| known.moment());
        (*hours < rest).then(|| since + TimeDelta::hours(i64::from(rest)))
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let last = self.points.len().saturating_sub(1);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::Yes => return self.say(true),
            Action::No => return self.say(false),
            Action::Go | Action::Open => {
                let rests = self
                    .points
                    .get(self.row)
                    .is_some_and(|point| Sore::rests_until(*point, known).is_some());
                return self.say(!rests);
            }
            Action::DeleteAll | Action::Sore => return Intent::Back,
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn say(&self, sore: bool) -> Intent {
        match self.points.get(self.row) {
            Some(point) => Intent::Sore { point: *point, sore },
            None => Intent::Stay,
        }
    }

    /// What the mouse does: a row is chosen, and chosen again it changes.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Row(row)) if row < self.points.len() => {
                if row == self.row {
                    return self.act(Action::Go, known);
                }
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
            Hint::say(Action::Go, HintWord::Tick),
            Hint::pair(Action::Up, Action::Down, HintWord::Move),
            Hint::say(Action::Back, HintWord::Done),
        ]
    }
}
