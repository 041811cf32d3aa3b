//! Journals of every version that was ever out, opened by this one: everything in them is there, can be found,
//! changed and taken back.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use hegu::domain::checkin::CheckInId;
use hegu::domain::journal::{Search, Undone};
use hegu::platform::journal::Journal;
use hegu::platform::journal::entry::EntryText;
use rusqlite::Connection;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The steps that are out, and what they said on that day. A step is never edited afterwards: the journals it has
/// made are in people's homes. A new step is a new line.
const STEPS: [(&str, &str); 4] = [
    (
        "0001_evening.sql",
        "5dc045bf09ff437bdb89341663ce5dc3d873525875bdf1e801128d7b74664e22",
    ),
    (
        "0002_search_tags_trial.sql",
        "c36c3c9cc706d668b264e009cd5434b1dc8024ebfbd38b976187ddfc3faccc8f",
    ),
    (
        "0003_quiz.sql",
        "f30f3dc3e2fc2ab7698e0dd55846381846b058311a1af11e235ff08236a93eeb",
    ),
    (
        "0004_undo.sql",
        "23af4f0e818a3588c533da101d60e60b929eaaee3d8489773230f441a96000d8",
    ),
];

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T21:30:00+01:00").expect("a moment")
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/journals")
        .join(name)
}

/// The journal of a version, as hegu left it then.
fn of_version(version: usize, path: &Path) {
    let text = fs::read_to_string(data(&format!("v{version}.sql"))).expect("read");
    Connection::open(path)
        .expect("open")
        .execute_batch(&text)
        .expect("the journal of then");
}

/// A journal as documented lines, in an order of their own: what counts is that all are there.
fn lines(journal: &mut Journal) -> Vec<String> {
    let entries = journal.entries().expect("read");
    let text = |entry| {
        serde_json::to_value(EntryText::from(&entry))
            .expect("plain data")
            .to_string()
    };
    let mut lines: Vec<String> = entries.into_iter().map(text).collect();
    lines.sort();
    lines
}

fn expected(version: usize) -> Vec<String> {
    let text = fs::read_to_string(data(&format!("v{version}.jsonl"))).expect("read");
    let mut lines: Vec<String> = text
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line)
                .expect("a line of JSON")
                .to_string()
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn a_step_that_is_out_is_never_edited() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/journal");
    let mut found: Vec<(String, String)> = fs::read_dir(folder)
        .expect("read")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let hash = Sha256::digest(fs::read(path).expect("read"));
            (name, hash.iter().map(|byte| format!("{byte:02x}")).collect())
        })
        .collect();
    found.sort();
    let expected = STEPS.map(|(name, hash)| (name.to_owned(), hash.to_owned()));
    assert_eq!(found, expected, "steps are only ever added");
}

#[test]
fn everything_in_a_journal_of_then_is_there_today() {
    for version in 1..=STEPS.len() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.sqlite3");
        of_version(version, &path);
        let mut journal = Journal::open(&path).expect("opens");
        assert_eq!(lines(&mut journal), expected(version), "version {version}");
        // The words of the notes are found, also those from before there was a search; what was taken away is not.
        let find = |words: &str| journal.find(words).expect("find").notes.len();
        assert_eq!((find("rødgrød"), find("taken")), (1, 0), "version {version}");
        let tagged = Search {
            tag: Some("kaffe".into()),
            felt: Some("shoulder-left".into()),
            routine: Some("evening-unwind".into()),
            ..Search::default()
        };
        assert_eq!(journal.search(&tagged, 9).expect("search").len(), 1);
        // Once more: nothing is left to do, and nothing is done twice.
        drop(journal);
        let mut journal = Journal::open(&path).expect("opens again");
        assert_eq!(lines(&mut journal), expected(version), "version {version}");
    }
}

#[test]
fn a_change_of_then_is_taken_back_today() {
    for version in 1..=STEPS.len() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.sqlite3");
        of_version(version, &path);
        let mut journal = Journal::open(&path).expect("opens");
        if version >= 4 {
            let favourite = Undone::Favourite {
                kind: "point".into(),
                id: "LI4".into(),
                favourite: false,
            };
            assert_eq!(journal.undo_newest(now()), Ok(Some(favourite)));
        }
        let evening = CheckInId(1);
        assert_eq!(journal.undo_newest(now()), Ok(Some(Undone::CheckIn(evening))));
        let answers = journal.check_in(evening).expect("read").expect("there").answers;
        assert_eq!(
            (answers.note.as_str(), answers.tags),
            ("before", vec!["vin".to_owned()])
        );
        assert_eq!(journal.undo_newest(now()), Ok(Some(Undone::Profile)));
        assert_eq!(journal.about_me(now().date_naive()).expect("read").profile, []);
        assert_eq!(journal.undo_newest(now()), Ok(None));
    }
}
