//! Writes a journal of made-up evenings, to look at the views and to measure with:
//! `cargo run --example evenings -- FILE [ENTRIES] [LAST-DAY]`, the entries of one year if none are named.

#[path = "../tests/support/year.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod year;

use std::path::Path;

use chrono::{Local, NaiveDate, TimeDelta};
use hegu::domain::journal::Trouble;
use hegu::platform::journal::Journal;
use hegu::platform::journal::entry::Entry;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let path = words.first().expect("a file to write");
    let wanted: usize = words.get(1).map_or(1, |count| count.parse().expect("a number"));
    let mut day: NaiveDate = words.get(2).map_or(Local::now().date_naive(), |day| {
        day.parse().expect("a day, as 2026-11-22")
    });
    // More than a person writes in a life lies in many hands at once, not in the year 1000.
    let hands = if wanted > 100_000 { 20 } else { 1 };
    let mut journal = Journal::open(Path::new(path)).expect("a journal");
    let mut written = 0;
    while written < wanted {
        let first = day - TimeDelta::days(364);
        let entries: Vec<Entry> = (0..hands)
            .flat_map(|hand: u64| year::evenings(hand << 32 | day.to_epoch_days() as u64, first, 365))
            .collect();
        written += entries.len();
        journal
            .take_in(entries.into_iter().map(Ok::<_, Trouble>))
            .expect("it takes them in");
        day = first - TimeDelta::days(1);
    }
    println!("{written} entries in {path}");
}
