//! The quiz's memory: what was hard comes back soon, what was found waits longer and longer.
//!
//! Boxes after Leitner (So lernt man lernen, 1972): a point that is found moves one box on and rests twice as
//! long; one that is not found begins again. Everything follows from the list of tries, so that two machines'
//! journals put together remember as one.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

/// One try at finding a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    /// The person's own day.
    pub day: NaiveDate,
    /// The point's code.
    pub code: String,
    /// Whether it was found.
    pub found: bool,
}

/// How long a point rests in each box, days. A choice of ours: doubling, up to a month.
const RESTS: [u64; 6] = [1, 2, 4, 8, 16, 32];

/// What the tries say of one point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How often it was found in a row, counted once for each rest.
    pub box_: u8,
    /// The day from which it is asked again.
    pub due: NaiveDate,
}

/// What the tries say of every point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    places: BTreeMap<String, Place>,
}

impl Memory {
    /// The memory of some tries, oldest first.
    pub fn of<'a>(tries: impl IntoIterator<Item = &'a Try>) -> Memory {
        let mut memory = Memory::default();
        for tried in tries {
            memory.take(tried);
        }
        memory
    }

    /// Takes in one try.
    pub fn take(&mut self, tried: &Try) {
        let before = self.places.get(&tried.code).copied();
        let place = match (before, tried.found) {
            (_, false) => Place {
                box_: 0,
                due: tried.day,
            },
            // Found again before its time: that tells nothing new.
            (Some(before), true) if tried.day < before.due => before,
            (before, true) => {
                let box_ = before.map_or(0, |before| before.box_);
                let rest = RESTS[usize::from(box_).min(RESTS.len() - 1)];
                Place {
                    box_: (box_ + 1).min(RESTS.len() as u8),
                    due: tried
                        .day
                        .checked_add_days(Days::new(rest))
                        .unwrap_or(NaiveDate::MAX),
                }
            }
        };
        self.places.insert(tried.code.clone(), place);
    }

    /// What is known of a point; `None` for one that was never asked.
    pub fn place(&self, code: &str) -> Option<Place> {
        self.places.get(code).copied()
    }

    /// Whether a point was asked before and its rest is over.
    pub fn is_due(&self, code: &str, today: NaiveDate) -> bool {
        self.place(code).is_some_and(|place| place.due <= today)
    }

    /// The order in which points are asked: what is due, the hardest first; then new ones in the order given;
    /// then those that still rest, the next one first.
    pub fn order<'a>(&self, codes: impl IntoIterator<Item = &'a str>, today: NaiveDate) -> Vec<&'a str> {
        let mut codes: Vec<&str> = codes.into_iter().collect();
        codes.sort_by_key(|code| match self.place(code) {
            Some(place) if place.due <= today => (0, u64::from(place.box_), place.due),
            None => (1, 0, today),
            Some(place) => (2, 0, place.due),
        });
        codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day") + Days::new(n)
    }

    fn tried(n: u64, code: &str, found: bool) -> Try {
        Try {
            day: day(n),
            code: code.to_owned(),
            found,
        }
    }

    #[test]
    fn what_is_found_rests_twice_as_long_each_time() {
        let mut memory = Memory::default();
        let mut on = 0;
        for rest in [1, 2, 4, 8, 16, 32, 32] {
            memory.take(&tried(on, "LI4", true));
            let place = memory.place("LI4").expect("asked");
            assert_eq!(place.due, day(on + rest));
            assert!(!memory.is_due("LI4", day(on + rest - 1)) && memory.is_due("LI4", day(on + rest)));
            on += rest;
        }
    }

    #[test]
    fn what_is_not_found_is_asked_again_the_same_day_and_begins_anew() {
        let tries = [
            tried(0, "LI4", true),
            tried(1, "LI4", true),
            tried(3, "LI4", false),
        ];
        let mut memory = Memory::of(&tries);
        assert!(memory.is_due("LI4", day(3)));
        memory.take(&tried(3, "LI4", true));
        assert_eq!(memory.place("LI4").map(|place| place.due), Some(day(4)));
    }

    #[test]
    fn practising_ahead_of_time_changes_nothing() {
        let memory = Memory::of(&[
            tried(0, "LI4", true),
            tried(0, "LI4", true),
            tried(0, "LI4", true),
        ]);
        assert_eq!(memory, Memory::of(&[tried(0, "LI4", true)]));
    }

    #[test]
    fn the_hard_come_first_then_the_new_then_those_that_rest() {
        let memory = Memory::of(&[
            tried(0, "SP6", true),
            tried(0, "ST36", true),
            tried(1, "ST36", true),
            tried(2, "PC6", false),
        ]);
        let order = memory.order(["LI4", "ST36", "SP6", "PC6", "LI11"], day(2));
        assert_eq!(order, ["PC6", "SP6", "LI4", "LI11", "ST36"]);
    }
}
