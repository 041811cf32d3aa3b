//! What happened on a day.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::app::known::Known;
use crate::domain::checkin::CheckIn;
use crate::domain::journal::PracticeEntry;

/// What happened on a day, in the order of the clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event<'a> {
    /// A check-in.
    CheckIn(&'a CheckIn),
    /// A practice.
    Practice(&'a PracticeEntry),
}

/// When it happened.
pub fn event_at(event: &Event<'_>) -> DateTime<FixedOffset> {
    match event {
        Event::CheckIn(entry) => entry.at,
        Event::Practice(entry) => entry.at,
    }
}

/// What happened on a day, in the order of the clock.
pub fn events(known: &Known, day: NaiveDate) -> Vec<Event<'_>> {
    let check_ins = known.diary.day(day).map(Event::CheckIn);
    let practices = known.diary.pages.practices.iter();
    let practices = practices
        .filter(|practice| practice.day == day)
        .map(Event::Practice);
    let mut events: Vec<_> = check_ins.chain(practices).collect();
    events.sort_by_key(event_at);
    events
}
