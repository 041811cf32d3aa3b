//! A year of made-up evenings in the journal: it goes in, comes out, and is the same.

mod support;

use hegu::domain::journal::{Search, Trouble};
use hegu::platform::journal::entry::Entry;
use hegu::platform::journal::{Journal, TakenIn};
use support::year;

fn journal(folder: &tempfile::TempDir, name: &str) -> Journal {
    Journal::open(&folder.path().join(name)).expect("open")
}

fn taken(journal: &mut Journal, entries: &[Entry]) -> TakenIn {
    let entries = entries.iter().cloned().map(Ok::<_, Trouble>);
    journal.take_in(entries).expect("take in")
}

/// Practices first, then check-ins, each by moment and name: the order in which a journal hands them out.
fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| match entry {
        Entry::Practice(entry) => (0, entry.at.timestamp_millis(), entry.uid.clone()),
        Entry::CheckIn(entry) => (1, entry.at.timestamp_millis(), entry.uid.clone()),
        other => panic!("{other:?}"),
    });
    entries
}

#[test]
fn the_same_seed_is_the_same_year_and_another_seed_another() {
    assert_eq!(year::year(1), year::year(1));
    assert_ne!(year::year(1), year::year(2));
}

#[test]
fn a_year_is_worth_looking_at() {
    let entries = year::year(7);
    let check_ins: Vec<_> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::CheckIn(entry) => Some(entry),
            _ => None,
        })
        .collect();
    let practices = entries.len() - check_ins.len();
    assert!(
        check_ins.len() > 450 && practices > 150,
        "{} {practices}",
        check_ins.len()
    );
    let offsets: std::collections::BTreeSet<i32> = check_ins
        .iter()
        .map(|entry| entry.at.offset().local_minus_utc() / 3600)
        .collect();
    assert_eq!(offsets.into_iter().collect::<Vec<_>>(), [-10, 1, 2]);
    assert!(
        check_ins.iter().any(|entry| entry.at.date_naive() > entry.day),
        "after midnight"
    );
    assert!(check_ins.iter().any(|entry| entry.answers.note.contains('\n')));
    assert!(check_ins.iter().any(|entry| entry.answers.tension.is_none()));
}

#[test]
fn a_year_goes_in_and_comes_out_the_same_and_a_second_time_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut one = journal(&folder, "one.sqlite3");
    let entries = year::year(7);
    let all = entries.len() as u64;
    assert_eq!(taken(&mut one, &entries).new, all);
    let out = one.entries().expect("read");
    assert_eq!(out, in_order(entries.clone()));
    let again = taken(&mut one, &entries);
    assert_eq!((again.new, again.same, again.kept), (0, all, 0));
    // Backwards, so that everything comes before what it points at.
    let mut other = journal(&folder, "other.sqlite3");
    let backwards: Vec<Entry> = entries.into_iter().rev().collect();
    assert_eq!(taken(&mut other, &backwards).new, all);
    assert_eq!(other.entries().expect("read"), out);
}

#[test]
fn what_is_here_in_other_words_stays_and_what_was_taken_away_stays_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut journal = journal(&folder, "journal.sqlite3");
    let mut entries = year::year(7);
    taken(&mut journal, &entries);
    let search = Search::default();
    let newest = journal.search(&search, 2).expect("search");
    journal
        .remove_check_in(newest[0].id, newest[0].at)
        .expect("remove");
    let Some(Entry::CheckIn(first)) = entries.first_mut() else {
        panic!("a year begins with a check-in");
    };
    first.answers.note = "in other words".into();
    let result = taken(&mut journal, &entries);
    assert_eq!((result.new, result.kept, result.away), (0, 1, 1));
    let found = Search {
        words: "in other words".into(),
        ..Search::default()
    };
    assert_eq!(journal.search(&found, 9).expect("search"), []);
}
