//! How the journal grows old: a write, opening for the first screens, and a year at a glance, at a thousand, eleven
//! thousand, a hundred thousand and a million entries.
//!
//! `cargo bench --bench journal` prints a table and what a million costs beside eleven thousand; `HEGU_BENCH_MOST=100000` stops before the million. It fails
//! when a year takes 50 ms or more at a hundred thousand entries.

#[path = "../tests/support/year.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod year;

use std::path::PathBuf;
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
use tempfile::TempDir;

/// How often each journal has its turn.
const ROUNDS: usize = 5;

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

/// A journal of so many entries at least.
struct Grown {
    written: usize,
    path: PathBuf,
    append: Duration,
    open: Duration,
    year: Duration,
    drawn: Duration,
    _folder: TempDir,
}

/// The last day of every journal.
fn last() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

fn grow(wanted: usize) -> Grown {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.sqlite3");
    let mut journal = Journal::open(&path).expect("open");
    // Years as people write them, four entries an evening, from the year 1300 on if need be: so that the last year,
    // which is read, is the same in all of them.
    let mut written = 0;
    let mut day = last();
    while written < wanted {
        let first = day - TimeDelta::days(365);
        let entries: Vec<Entry> = (0..2_u64)
            .flat_map(|copy| year::evenings(copy << 32 | day.to_epoch_days() as u64, first, 365))
            .collect();
        written += entries.len();
        journal
            .take_in(entries.into_iter().map(Ok::<_, Trouble>))
            .expect("take in");
        day = first;
    }
    Grown {
        written,
        path,
        append: Duration::MAX,
        open: Duration::MAX,
        year: Duration::MAX,
        drawn: Duration::MAX,
        _folder: folder,
    }
}

/// Everything once more; the shortest time counts.
fn measure(grown: &mut Grown) {
    let at = last()
        .and_hms_opt(21, 30, 0)
        .expect("a time")
        .and_utc()
        .fixed_offset();
    let new = NewCheckIn {
        day: last(),
        at,
        phase: Phase::Before,
        of: None,
        practice: None,
        answers: Answers::default(),
    };
    let open = shortest(3, || {
        let mut keeper = Keeper::new(grown.path.clone());
        drop(keeper.perform(Diary::open(DayStart::default(), at), at));
    });
    let mut journal = Journal::open(&grown.path).expect("open");
    let append = shortest(20, || {
        let id = journal.append_check_in(&new).expect("append");
        // Taken away again: the year stays what it is.
        journal.remove_check_in(id, at).expect("remove");
    });
    let year = last() - TimeDelta::days(365)..=last();
    let read = |journal: &Journal| Pages {
        check_ins: journal.check_ins(year.clone()).expect("read"),
        practices: journal.practices(year.clone()).expect("read"),
    };
    let a_year = shortest(5, || drop(read(&journal)));
    let drawn = draws(read(&journal), last());
    grown.append = grown.append.min(append);
    grown.open = grown.open.min(open);
    grown.year = grown.year.min(a_year);
    grown.drawn = grown.drawn.min(drawn);
}

fn main() {
    let most: usize = std::env::var("HEGU_BENCH_MOST")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000_000);
    let mut all: Vec<Grown> = [1_000, 11_000, 100_000, 1_000_000]
        .into_iter()
        .filter(|wanted| *wanted <= most)
        .map(grow)
        .collect();
    // In turn, so that whatever else the machine does falls on all of them alike.
    for _ in 0..ROUNDS {
        all.iter_mut().for_each(measure);
    }
    println!(
        "{:>9}  {:>15}  {:>10}  {:>10}  {:>10}",
        "entries", "append + remove", "open", "read year", "draw year"
    );
    for grown in &all {
        println!(
            "{:>9}  {:>15.2?}  {:>10.2?}  {:>10.2?}  {:>10.2?}",
            grown.written, grown.append, grown.open, grown.year, grown.drawn
        );
    }
    if let [_, small, .., large] = &all[..] {
        let ratio = |large: Duration, small: Duration| large.as_secs_f64() / small.as_secs_f64();
        println!(
            "{} beside {}: open {:.2}, append and remove {:.2}",
            large.written,
            small.written,
            ratio(large.open, small.open),
            ratio(large.append, small.append)
        );
    }
    if let Some(grown) = all
        .iter()
        .find(|grown| (100_000..200_000).contains(&grown.written))
    {
        let opened = grown.year + grown.drawn;
        assert!(
            opened < Duration::from_millis(50),
            "the year view took {opened:?} at 100,000 entries"
        );
    }
    the_densest_year(most);
}

/// Nobody's life, and nobody's wait either: a hundred thousand entries in the one year that is shown.
fn the_densest_year(most: usize) {
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
