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
use hegu::app::journal::{Journal as Shown, View};
use hegu::app::{Diary, Model, Screen, Settings};
use hegu::domain::checkin::{Answers, Phase};
use hegu::domain::day::DayStart;
use hegu::domain::journal::{NewCheckIn, Pages, Trouble};
use hegu::domain::time::{Moment, Now};
use hegu::platform::journal::Journal;
use hegu::platform::journal::entry::Entry;
use hegu::platform::journal::keeper::Keeper;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
        "{:>9}  {:>10}  {:>10}  {:>10}  {:>10}",
        "entries", "append", "open+read", "read year", "draw year"
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
        let pages = |journal: &Journal, days: i64| Pages {
            check_ins: journal
                .check_ins(last - TimeDelta::days(days)..=last)
                .expect("read"),
            practices: journal
                .practices(last - TimeDelta::days(days)..=last)
                .expect("read"),
        };
        // What the key does: the picture is drawn from what was read behind the first frame.
        let drawn = draws(pages(&journal, 400), last);
        drop(journal);
        let open = shortest(10, || {
            let mut keeper = Keeper::new(path.clone());
            drop(keeper.perform(Diary::open(DayStart::default(), at), at));
        });
        println!("{written:>9}  {append:>10.2?}  {open:>10.2?}  {a_year:>10.2?}  {drawn:>10.2?}");
        if wanted == 100_000 {
            let opened = a_year + drawn;
            assert!(
                opened < Duration::from_millis(50),
                "the year view took {opened:?} at 100,000 entries"
            );
        }
    }
    // Nobody's life, and nobody's wait either: a hundred thousand entries in the one year that is shown.
    let day = NaiveDate::from_ymd_opt(2028, 12, 30).expect("a date");
    let folder = tempfile::tempdir().expect("a folder");
    let mut journal = Journal::open(&folder.path().join("journal.sqlite3")).expect("open");
    let mut written = 0;
    for seed in 0.. {
        let entries = year::year(seed);
        written += entries.len();
        journal
            .take_in(entries.into_iter().map(Ok::<_, Trouble>))
            .expect("take in");
        if written >= 100_000.min(most) {
            break;
        }
    }
    let pages = Pages {
        check_ins: journal.check_ins(year::first_day()..=day).expect("read"),
        practices: journal.practices(year::first_day()..=day).expect("read"),
    };
    println!("{written} entries in one year, drawn: {:.2?}", draws(pages, day));
}

/// How long the year takes to be drawn from what was read.
fn draws(pages: Pages, day: NaiveDate) -> Duration {
    let wall = day
        .and_hms_opt(21, 30, 0)
        .expect("a time")
        .and_utc()
        .fixed_offset();
    let now = Now {
        steady: Moment(0),
        wall,
    };
    let mut model = Model::new(hegu::shipped(), Settings::default(), now, (120, 40));
    model.known.diary.is_open = true;
    model.known.diary.pages = pages;
    model.screen = Screen::Journal(Shown::at(day, &model.known).showing(View::Year));
    let mut buf = Buffer::empty(Rect::new(0, 0, 120, 40));
    shortest(10, || hegu::ui::draw(&model, &mut buf))
}

/// A million entries are more than one person writes: several write into one journal, so that the years
/// they lie in stay those of a life.
fn year_copies(wanted: usize) -> u32 {
    match wanted {
        0..=100_000 => 2,
        _ => 20,
    }
}
