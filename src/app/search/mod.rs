//! Search: anything, in either language, as it is typed.

mod asked;
mod complaints;
mod fold;
mod index;
mod rank;
mod suiting;
#[cfg(test)]
mod tests;

pub use index::{FoundPoint, Index, Other, Results};

use self::suiting::Suiting;
use super::action::{Action, Hint, HintWord};
use super::browser::{Browser, Group};
use super::card::Card;
use super::compose::uses_in;
use super::field::type_into;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::routines::{verdict_of, why_so};
use super::rows;
use super::told::{Subject, Told};
use crate::domain::atlas::PointId;
use crate::domain::routine::Routine;
use crate::domain::safety::Verdict;

/// The longest query; a pasted page would only be slow.
const LONGEST: usize = 200;

/// How many points are listed above other things.
const BEST: usize = 8;

/// The search's state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What was typed.
    pub query: String,
    /// What answers it.
    pub results: Results,
    /// The chosen row: points first, then uses.
    pub row: usize,
    /// Only points are listed.
    pub only_points: bool,
    /// Which points suit the person.
    suiting: Suiting,
}

/// A row of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A point.
    Point(FoundPoint),
    /// A use, by its place in the atlas.
    Use(usize),
    /// Something else.
    Other(Other),
}

impl Search {
    /// Everything found, in the order of the rows.
    pub fn rows(&self) -> Vec<Row> {
        let Results {
            points,
            uses,
            others,
            means_other,
            ..
        } = &self.results;
        let points = points.iter().copied().map(Row::Point).take(self.points_listed());
        if self.only_points {
            return points.collect();
        }
        let uses = uses.iter().copied().map(Row::Use);
        let others = others.iter().copied().map(Row::Other);
        if *means_other {
            others.chain(points).chain(uses).collect()
        } else {
            points.chain(uses).chain(others).collect()
        }
    }

    /// How many of the points found are listed: all of them, or the best so that what else was found stays
    /// in sight.
    pub fn points_listed(&self) -> usize {
        let all = self.results.points.len();
        if self.only_points || !self.finds_else() {
            all
        } else {
            all.min(BEST)
        }
    }

    /// Whether anything but points was found.
    fn finds_else(&self) -> bool {
        !self.results.uses.is_empty() || !self.results.others.is_empty()
    }

    /// The chosen row.
    pub fn chosen(&self) -> Option<Row> {
        self.rows().get(self.row).copied()
    }

    /// The chosen point, if a point is chosen.
    pub fn point(&self) -> Option<PointId> {
        match self.chosen() {
            Some(Row::Point(found)) => Some(found.id),
            _ => None,
        }
    }

    /// The chosen routine, if a routine is chosen.
    fn routine<'a>(&self, known: &'a Known) -> Option<&'a Routine> {
        match self.chosen() {
            Some(Row::Other(Other::Routine(index))) => known.routines.all().get(index),
            _ => None,
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let last = self.rows().len().saturating_sub(1);
        let page = usize::from(known.size.1 / 2);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::PageUp => self.row = self.row.saturating_sub(page),
            Action::PageDown => self.row = (self.row + page).min(last),
            Action::Next | Action::Previous => {
                self.only_points = !self.only_points;
                self.row = 0;
            }
            Action::Open => return self.open(known),
            Action::Why => {
                return match self.routine(known) {
                    Some(routine) => why_so(routine),
                    // Of a point `update` knows to say why.
                    None => Intent::Pass,
                };
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn open(&self, known: &Known) -> Intent {
        match self.chosen() {
            Some(Row::Point(found)) => {
                let among = self.results.points.iter().map(|found| found.id).collect();
                let card = Card::among(found.id, among);
                Intent::open(Screen::Card(card))
            }
            Some(Row::Use(index)) => {
                let browser = Browser::on(Group::Use(index), known);
                Intent::open(Screen::Browser(browser))
            }
            Some(Row::Other(Other::Routine(index))) => match known.routines.all().get(index) {
                Some(routine) => Intent::OpenRoutine {
                    id: routine.id.to_string(),
                    shorter: false,
                },
                None => Intent::Stay,
            },
            Some(Row::Other(Other::Meridian(meridian))) => told(Subject::Meridian(meridian)),
            Some(Row::Other(Other::Category(category))) => told(Subject::Category(category)),
            Some(Row::Other(Other::Topic(index))) => told(Subject::Topic(index)),
            None => Intent::Stay,
        }
    }

    /// Letters typed or pasted; U+0008 takes the last one away.
    pub fn text(&mut self, text: &str, known: &Known) -> Intent {
        type_into(&mut self.query, text, LONGEST);
        let Search { query, suiting, .. } = self;
        let safety = known.safety();
        suiting.ask_for(known);
        self.results = known.index().search(query, |id| suiting.suits(id, &safety));
        // A star stands for what one likes.
        if self.query.trim() == "*" {
            let points = known.content.atlas.points().map(|(id, _)| id);
            let liked = points.filter(|id| known.likes(*id));
            self.results.points = liked
                .map(|id| FoundPoint {
                    id,
                    by: None,
                    serves: 0,
                })
                .collect();
        }
        self.row = 0;
        Intent::Stay
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        let meant = rows::pointed(pointer, hit, &mut self.row, Action::Open);
        meant.map_or(Intent::Stay, |action| self.act(action, known))
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let tab = if self.only_points {
            HintWord::Everything
        } else {
            HintWord::OnlyPoints
        };
        let mut hints = Vec::new();
        if !uses_in(&self.query, known).is_empty() {
            hints.push(Hint::own(Action::Compose));
        }
        if self.chosen().is_some() {
            hints.push(Hint::pair(Action::Up, Action::Down, HintWord::Choose));
            hints.push(Hint::own(Action::Open));
        }
        let word = match self.point() {
            Some(id) => known.safety().word(id),
            None => self
                .routine(known)
                .map_or(Verdict::Fine, |routine| verdict_of(routine, known)),
        };
        if word > Verdict::Fine {
            hints.push(Hint::own(Action::Why));
        }
        if self.finds_else() || self.only_points {
            hints.push(Hint::say(Action::Next, tab));
        }
        hints
    }
}

/// A page of words about something that was found.
fn told(about: Subject) -> Intent {
    Intent::open(Screen::Told(Told::about(about)))
}
