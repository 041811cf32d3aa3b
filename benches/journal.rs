//! How the journal grows old: a write, opening for the first screens, and a year at a glance, at a thousand,
//! a hundred thousand and a million entries.
//!
//! `cargo bench --bench journal` prints a table; `HEGU_BENCH_MOST=100000` stops before the million. It fails
//! when a year takes 50 ms or more at a hundred thousand entries.

#[path = "../tests/support/year.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod year;

use std::time::{Duration, Instant};

use chrono::{NaiveDate, TimeDelta};
use hegu::app::Diary;
use hegu::domain::checkin::{Answers, Phase};
use hegu::domain::day::DayStart;
use hegu::domain::journal::{NewCheckIn, Trouble};
use hegu::platform::journal::Journal;
use hegu::platform::journal::entry::Entry;
use hegu::platform::journal::keeper::Keeper;

/// The shortest of some runs: what the work takes when nothing else is in the way.
fn shortest(times: u32, mut work: impl FnMut()) -> Duration {
    (0..times)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn main() {
    let most: usize = std::env::var("HEGU_BENCH_MOST")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000_000);
    println!(
        "{:>9}  {:>10}  {:>10}  {:>10}",
        "entries", "append", "open+read", "year"
    );
    for wanted in [1_000, 100_000, 1_000_000]
        .into_iter()
        .filter(|wanted| *wanted <= most)
    {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.sqlite3");
        let mut journal = Journal::open(&path).expect("open");
        // Not longer than people write: from the year 1000 on if need be, several entries an evening.
        let last = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        let mut written = 0;
        let mut day = last;
        while written < wanted {
            let first = day - TimeDelta::days(365);
            let entries: Vec<Entry> = (0..year_copies(wanted))
                .flat_map(|copy| {
                    year::evenings(u64::from(copy) << 32 | day.to_epoch_days() as u64, first, 365)
                })
                .collect();
            written += entries.len();
            journal
                .take_in(entries.into_iter().map(Ok::<_, Trouble>))
                .expect("take in");
            day = first;
        }
        let at = last
            .and_hms_opt(21, 30, 0)
            .expect("a time")
            .and_utc()
            .fixed_offset();
        let new = NewCheckIn {
            day: last,
            at,
            phase: Phase::Before,
            of: None,
            practice: None,
            answers: Answers::default(),
        };
        let append = shortest(20, || {
            journal.append_check_in(&new).expect("append");
        });
        let a_year = shortest(20, || {
            let days = last - TimeDelta::days(365)..=last;
            drop(journal.check_ins(days.clone()).expect("read"));
            drop(journal.practices(days).expect("read"));
        });
        drop(journal);
        let open = shortest(10, || {
            let mut keeper = Keeper::new(path.clone());
            drop(keeper.perform(Diary::open(DayStart::default(), at), at));
        });
        println!("{written:>9}  {append:>10.2?}  {open:>10.2?}  {a_year:>10.2?}");
        if wanted == 100_000 {
            assert!(
                a_year < Duration::from_millis(50),
                "a year took {a_year:?} at 100,000 entries"
            );
        }
    }
}

/// A million entries are more than one person writes: several write into one journal, so that the years
/// they lie in stay those of a life.
fn year_copies(wanted: usize) -> u32 {
    match wanted {
        0..=100_000 => 2,
        _ => 20,
    }
}
