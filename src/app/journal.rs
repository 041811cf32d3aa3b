//! The journal: the days with an entry, one day, and what the numbers say.

use chrono::NaiveDate;

use super::action::{Action, Context, Hint, HintWord};
use super::insight::t975;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use crate::domain::checkin::{CheckIn, Measure, Mood, Phase, Scale, Score};
use crate::domain::insight::{self, Regression, Summary};
use crate::domain::journal::PracticeEntry;

/// The journal's state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// How deep one has gone.
    pub depth: Depth,
    /// The chosen row of the list; in a day the first row shown, as far as the day is longer than the screen.
    pub row: usize,
}

/// How deep one has gone into the journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// The days.
    #[default]
    List,
    /// One day.
    Day(NaiveDate),
    /// What the numbers say of one measure: its place in [`insight::measures`].
    Insight(usize),
}

/// A day in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayLine {
    /// The day.
    pub day: NaiveDate,
    /// How it was, at the first check-in that says.
    pub mood: Option<Mood>,
    /// What was felt most, before, and after if it was asked again.
    pub most: Option<(Measure, Score, Option<Score>)>,
    /// The routines practised; `None` for points chosen one by one.
    pub practices: Vec<Option<String>>,
}

/// What happened on a day, in the order of the clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event<'a> {
    /// A check-in.
    CheckIn(&'a CheckIn),
    /// A practice.
    Practice(&'a PracticeEntry),
}

/// What the numbers say of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Of what.
    pub measure: Measure,
    /// The changes, oldest first: before minus after.
    pub changes: Vec<i32>,
    /// What they come to; `None` without any.
    pub summary: Option<Summary>,
    /// Practices without an answer afterwards.
    pub unrated: usize,
    /// What would be expected anyway, once enough days without a practice say so.
    pub regression: Option<Regression>,
    /// How many measures were looked at: with many, one or two look good by chance.
    pub compared: usize,
}

/// The days with an entry, newest first.
pub fn day_lines(known: &Known) -> Vec<DayLine> {
    known
        .diary
        .days()
        .into_iter()
        .map(|day| day_line(known, day))
        .collect()
}

fn day_line(known: &Known, day: NaiveDate) -> DayLine {
    let entries: Vec<&CheckIn> = known.diary.day(day).collect();
    let before = || entries.iter().filter(|entry| entry.phase == Phase::Before);
    let most = before()
        .flat_map(|entry| {
            entry
                .answers
                .numbers()
                .map(move |(measure, score)| (entry, measure, score))
        })
        .filter(|(_, measure, _)| *measure != Measure::Scale(Scale::Sleep))
        // Of equal ones the first that was asked.
        .reduce(|most, one| if one.2 > most.2 { one } else { most })
        .map(|(entry, measure, score)| {
            let after = entries
                .iter()
                .find(|after| after.phase == Phase::After && after.of == Some(entry.id))
                .and_then(|after| after.answers.number(measure));
            (measure, score, after)
        });
    DayLine {
        day,
        mood: before().find_map(|entry| entry.answers.mood),
        most,
        practices: known
            .diary
            .pages
            .practices
            .iter()
            .filter(|practice| practice.day == day)
            .map(|practice| practice.routine.clone())
            .collect(),
    }
}

/// What happened on a day, in the order of the clock.
pub fn events(known: &Known, day: NaiveDate) -> Vec<Event<'_>> {
    let check_ins = known
        .diary
        .day(day)
        .map(|entry| (entry.at, Event::CheckIn(entry)));
    let practices = known
        .diary
        .pages
        .practices
        .iter()
        .filter(|practice| practice.day == day);
    let mut events: Vec<_> = check_ins
        .chain(practices.map(|practice| (practice.at, Event::Practice(practice))))
        .collect();
    events.sort_by_key(|(at, _)| *at);
    events.into_iter().map(|(_, event)| event).collect()
}

/// More rows than a day can take in the narrowest window: where scrolling ends. Drawing stops earlier.
fn most_rows(known: &Known, day: NaiveDate) -> usize {
    // A row holds at least 20 cells; everything but the words takes less than eight rows an event.
    let words = |event: &Event<'_>| match event {
        Event::CheckIn(entry) => entry.answers.note.len() + entry.answers.felt.len() * 40,
        Event::Practice(entry) => entry.done.len() * 10,
    };
    events(known, day).iter().map(|event| 8 + words(event) / 20).sum()
}

/// What the numbers say of each measure that was ever rated around a practice, most often first.
pub fn findings(known: &Known) -> Vec<Finding> {
    let entries = &known.diary.pages.check_ins;
    let measures: Vec<Measure> = insight::measures(entries)
        .into_iter()
        .map(|(measure, _)| measure)
        // Last night's sleep is not asked again after a practice.
        .filter(|measure| *measure != Measure::Scale(Scale::Sleep))
        .collect();
    let compared = measures.len();
    measures
        .into_iter()
        .map(|measure| {
            let changes = insight::changes(entries, measure);
            Finding {
                measure,
                summary: insight::summarise(&changes, &t975),
                unrated: insight::unrated(entries, measure),
                regression: insight::regression(entries, measure).filter(Regression::can_be_shown),
                changes,
                compared,
            }
        })
        .collect()
}

impl Journal {
    /// The journal, opened at one day.
    pub fn at(day: NaiveDate) -> Journal {
        Journal {
            depth: Depth::Day(day),
            row: 0,
        }
    }

    /// Where the person is, for the keymap.
    pub fn context(&self) -> Context {
        Context::Journal
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match self.depth {
            Depth::List => self.in_list(action, known),
            Depth::Day(day) => self.in_day(day, action, known),
            Depth::Insight(at) => self.in_insight(at, action, known),
        }
    }

    fn in_list(&mut self, action: Action, known: &Known) -> Intent {
        let days = known.diary.days();
        let last = days.len().saturating_sub(1);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::PageUp => self.row = self.row.saturating_sub(10),
            Action::PageDown => self.row = (self.row + 10).min(last),
            Action::First => self.row = 0,
            Action::Last => self.row = last,
            Action::Open | Action::Go | Action::Day => {
                let row = self.row;
                self.show(&days, row);
            }
            Action::Insight => self.depth = Depth::Insight(0),
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn in_day(&mut self, day: NaiveDate, action: Action, known: &Known) -> Intent {
        let days = known.diary.days();
        let at = days.iter().position(|known| *known == day).unwrap_or(0);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(most_rows(known, day)),
            Action::Left => self.show(&days, at + 1),
            Action::Right => self.show(&days, at.saturating_sub(1)),
            Action::Insight => {
                self.row = at;
                self.depth = Depth::Insight(0);
            }
            Action::Back => {
                self.row = at;
                self.depth = Depth::List;
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn in_insight(&mut self, at: usize, action: Action, known: &Known) -> Intent {
        let count = findings(known).len();
        match action {
            Action::Up | Action::Left => self.depth = Depth::Insight(at.saturating_sub(1)),
            Action::Down | Action::Right => {
                self.depth = Depth::Insight((at + 1).min(count.saturating_sub(1)));
            }
            Action::Back | Action::Insight => self.depth = Depth::List,
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn show(&mut self, days: &[NaiveDate], at: usize) {
        if let Some(day) = days.get(at) {
            self.depth = Depth::Day(*day);
            self.row = 0;
        }
    }

    /// What the mouse does: a day is chosen, and chosen again it is opened.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Row(row)) if self.depth == Depth::List && row == self.row => {
                self.act(Action::Open, known)
            }
            (Pointer::Click, Hit::Row(row)) if self.depth == Depth::List => {
                self.row = row;
                Intent::Stay
            }
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let nothing = known.diary.days().is_empty();
        match self.depth {
            Depth::List if nothing => vec![Hint::own(Action::CheckIn)],
            Depth::List => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Day),
                Hint::own(Action::Open),
                Hint::own(Action::Insight),
                Hint::own(Action::CheckIn),
            ],
            Depth::Day(_) => vec![
                Hint::pair(Action::Left, Action::Right, HintWord::Day),
                Hint::own(Action::Insight),
                Hint::own(Action::CheckIn),
            ],
            Depth::Insight(_) => vec![Hint::pair(Action::Up, Action::Down, HintWord::Choose)],
        }
    }
}
