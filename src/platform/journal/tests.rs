use std::path::Path;

use chrono::{DateTime, Duration, FixedOffset};
use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::domain::checkin::{Answers, CheckIn, CheckInId, Feeling, Felt, Mood, Phase, PracticeId, Score};
use crate::domain::journal::{LedgerLine, NewCheckIn, NewPractice};
use crate::domain::plan::Half;
use crate::domain::practice::{Done, Ending};
use crate::domain::profile::Line;

pub(super) fn evening() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-21T21:30:00+01:00").expect("a moment")
}

pub(super) fn home() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("hegu").join("journal.sqlite3");
    (folder, path)
}

pub(super) fn before(at: DateTime<FixedOffset>, answers: Answers) -> NewCheckIn {
    NewCheckIn {
        day: at.date_naive(),
        at,
        phase: Phase::Before,
        of: None,
        practice: None,
        answers,
    }
}

pub(super) fn mood(mood: Mood) -> Answers {
    Answers {
        mood: Some(mood),
        ..Answers::default()
    }
}

fn all(journal: &Journal) -> Vec<CheckIn> {
    journal.latest_check_ins(usize::MAX).expect("read")
}

fn answers() -> impl Strategy<Value = Answers> {
    let score = || proptest::option::of((0u8..=10).prop_map(|value| Score::new(value).expect("0 to 10")));
    let felt = proptest::sample::subsequence(Felt::all(), 0..5).prop_shuffle();
    let feelings = (felt, proptest::collection::vec(score(), 5)).prop_map(|(felt, much)| {
        felt.into_iter()
            .zip(much)
            .map(|(felt, much)| Feeling { felt, much })
            .collect()
    });
    (
        proptest::option::of(proptest::sample::select(Mood::ALL.to_vec())),
        [score(), score(), score(), score(), score()],
        feelings,
        proptest::collection::vec(any::<String>(), 0..3),
        // Everything people type, and a few things they paste.
        prop_oneof![
            any::<String>(),
            Just("Rødgrød 合谷\n\u{0}'; DROP TABLE checkin; --".to_owned())
        ],
    )
        .prop_map(
            |(mood, [tension, stress, tiredness, pain, sleep], felt, tags, note)| Answers {
                mood,
                tension,
                stress,
                tiredness,
                pain,
                sleep,
                felt,
                tags,
                note,
            },
        )
}

proptest! {
    // Every case makes a file and syncs it a few times.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_was_answered_is_what_is_found_after_reopening(
        first in answers(), second in answers(), seconds in -10_000i64..4_000_000_000, offset in -14i32..=14,
    ) {
        let (_folder, path) = home();
        let zone = FixedOffset::east_opt(offset * 3600).expect("an offset");
        let at = DateTime::from_timestamp(seconds, 0).expect("a moment").with_timezone(&zone);
        let new = before(at, first.clone());
        let mut journal = Journal::open(&path).expect("open");
        let id = journal.append_check_in(&new).expect("append");
        prop_assert_eq!(&journal.check_in(id).expect("read").expect("there").answers, &first);
        journal.amend(id, &before(at, second.clone()), at).expect("amend");
        drop(journal);

        let mut journal = Journal::open(&path).expect("open");
        let found = all(&journal);
        let expected = CheckIn {
            id, day: new.day, at, phase: Phase::Before, of: None, practice: None, answers: second.clone(),
        };
        prop_assert_eq!(found, [expected]);
        // The same moment on the same clock, not only the same instant.
        let reopened = journal.check_in(id).expect("read").expect("there");
        prop_assert_eq!(reopened.at.offset(), at.offset());

        if first != second {
            prop_assert!(journal.undo(id, at).expect("undo"));
            prop_assert_eq!(&journal.check_in(id).expect("read").expect("there").answers, &first);
        }
        prop_assert!(journal.undo(id, at).expect("undo"));
        prop_assert_eq!(all(&journal), []);
        prop_assert!(!journal.undo(id, at).expect("undo"));
    }
}

#[test]
fn days_are_found_by_the_day_they_belong_to_in_the_order_of_the_clock() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("open");
    let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let add = |journal: &mut Journal, day: NaiveDate, at: &str| {
        let at = DateTime::parse_from_rfc3339(at).expect("a moment");
        journal
            .append_check_in(&NewCheckIn {
                day,
                ..before(at, mood(Mood::Good))
            })
            .expect("append")
    };
    let late = add(&mut journal, day("2026-11-21"), "2026-11-22T01:30:00+01:00");
    let evening = add(&mut journal, day("2026-11-21"), "2026-11-21T21:30:00+01:00");
    let next = add(&mut journal, day("2026-11-22"), "2026-11-22T21:30:00+01:00");
    let ids = |from: &str, to: &str| -> Vec<CheckInId> {
        journal
            .check_ins(day(from)..=day(to))
            .expect("read")
            .iter()
            .map(|entry| entry.id)
            .collect()
    };
    assert_eq!(ids("2026-11-21", "2026-11-21"), [evening, late]);
    assert_eq!(ids("2026-11-22", "2026-12-31"), [next]);
    assert_eq!(ids("2026-01-01", "2026-12-31"), [evening, late, next]);
    assert_eq!(ids("2026-11-23", "2026-12-31"), []);
    let latest = journal.latest_check_ins(2).expect("read");
    assert_eq!(
        latest.iter().map(|entry| entry.id).collect::<Vec<_>>(),
        [late, next]
    );
}

#[test]
fn a_practice_is_linked_to_the_evening_and_loses_at_most_one_side() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("open");
    let at = evening();
    let check_in = journal
        .append_check_in(&before(at, mood(Mood::AllRight)))
        .expect("append");
    let new = NewPractice {
        day: at.date_naive(),
        at,
        routine: Some("first-three".into()),
        plan: "LI4 each, EX-HN3, SP6 each".into(),
        breath: "calm".into(),
        planned: 600_000,
        check_in: Some(check_in),
    };
    let practice = journal.begin_practice(&new).expect("begin");
    let left = LedgerLine {
        point: "LI4".into(),
        half: Half::Left,
        pressed: 60_000,
        how: Done::Whole,
    };
    let right = LedgerLine {
        point: "LI4".into(),
        half: Half::Right,
        pressed: 12_345,
        how: Done::Touched,
    };
    journal.side_ended(practice, &left, at).expect("done");
    journal.side_ended(practice, &right, at).expect("done");
    // Killed here: what was done is there, and the practice has no end.
    drop(journal);
    let mut journal = Journal::open(&path).expect("open");
    let days = at.date_naive()..=at.date_naive();
    let entry = journal.practices(days.clone()).expect("read").remove(0);
    assert_eq!((entry.id, entry.ended, entry.pressed()), (practice, None, 72_345));
    assert_eq!(entry.done, [left, right]);
    assert_eq!(
        journal.check_in(check_in).expect("read").expect("there").practice,
        Some(practice)
    );

    let end = at + Duration::minutes(5);
    journal
        .end_practice(practice, Ending::Stopped, None, end)
        .expect("end");
    journal
        .end_practice(practice, Ending::Finished, None, end + Duration::hours(1))
        .expect("end");
    journal.say_why(practice, "SR-04").expect("why");
    let entry = journal.practices(days).expect("read").remove(0);
    assert_eq!(entry.ended, Some((Ending::Stopped, end)));
    assert_eq!(entry.why.as_deref(), Some("SR-04"));

    // The evening leads to one practice, though the next one was begun before this one could be written.
    let next = journal.begin_practice(&new).expect("begin");
    let led_to = journal.check_in(check_in).expect("read").expect("there").practice;
    assert_eq!(led_to, Some(practice));
    assert_eq!(
        journal.practice(next).expect("read").expect("there").check_in,
        None
    );

    // A ledger for a practice that does not exist is refused, not lost in the dark.
    let nowhere = LedgerLine {
        point: "LI4".into(),
        half: Half::Both,
        pressed: 1,
        how: Done::Touched,
    };
    assert!(journal.side_ended(PracticeId(99), &nowhere, at).is_err());
}

#[test]
fn taking_away_and_bringing_back() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("open");
    let id = journal
        .append_check_in(&before(evening(), mood(Mood::Good)))
        .expect("append");
    journal.remove_check_in(id, evening()).expect("remove");
    assert_eq!(all(&journal), []);
    assert!(journal.undo(id, evening()).expect("undo"));
    assert_eq!(all(&journal)[0].answers, mood(Mood::Good));
    // Answered once more in another window, it is there again, and that can be taken back.
    journal.remove_check_in(id, evening()).expect("remove");
    let again = before(evening(), mood(Mood::Bad));
    journal.amend(id, &again, evening()).expect("amend");
    assert_eq!(
        (all(&journal)[0].id, &all(&journal)[0].answers),
        (id, &again.answers)
    );
    assert!(journal.undo(id, evening()).expect("undo"));
    assert_eq!(all(&journal), []);
}

#[test]
fn what_is_answered_is_written_though_its_entry_and_all_it_refers_to_are_gone() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("open");
    let new = NewCheckIn {
        of: Some(CheckInId(40)),
        practice: Some(PracticeId(50)),
        ..before(evening(), mood(Mood::Good))
    };
    journal.amend(CheckInId(3), &new, evening()).expect("amend");
    let found = journal.check_in(CheckInId(3)).expect("read").expect("there");
    assert_eq!(
        (found.answers, found.at, found.of, found.practice),
        (new.answers, new.at, None, None)
    );
}

#[test]
fn what_applies_to_the_person_stays() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("open");
    let today = evening().date_naive();
    let line = |id: &str, answer: &str, detail: &str| Line {
        id: id.to_owned(),
        answer: answer.to_owned(),
        detail: detail.to_owned(),
    };
    assert_eq!(journal.about_me(today).expect("read"), Default::default());
    journal
        .set_profile(&[line("WB-01", "yes", ""), line("WB-02", "no", "")], evening())
        .expect("set");
    journal
        .set_profile(&[line("WB-11", "yes", "foot.left")], evening())
        .expect("set");
    journal
        .set_today(today, &[line("RF-19", "yes", "")])
        .expect("set");
    journal.set_today(today, &[line("RF-19", "no", "")]).expect("set");
    let tomorrow = today.succ_opt().expect("a date");
    journal
        .set_today(tomorrow, &[line("RF-01", "yes", "")])
        .expect("set");
    journal.set_flag("welcome", "read", evening()).expect("set");
    journal.set_favourite_point("LI4", true, evening()).expect("set");
    journal.set_favourite_point("LI4", true, evening()).expect("set");
    journal.set_favourite_point("SP6", true, evening()).expect("set");
    journal.set_favourite_point("SP6", false, evening()).expect("set");
    journal
        .set_favourite_routine("desk-break", true, evening())
        .expect("set");
    drop(journal);
    let about = Journal::open(&path).expect("open").about_me(today).expect("read");
    assert_eq!(about.profile, [line("WB-11", "yes", "foot.left")]);
    assert_eq!(about.today, [line("RF-19", "no", "")]);
    assert_eq!(about.flags, [("welcome".to_owned(), "read".to_owned())]);
    assert_eq!(about.points, ["LI4"]);
    assert_eq!(about.routines, ["desk-break"]);
}

#[test]
fn two_windows_write_at_once_and_each_sees_the_other() {
    let (_folder, path) = home();
    let mut one = Journal::open(&path).expect("open");
    let seen = one.others_wrote().expect("read");
    let writers: Vec<_> = (0..2)
        .map(|_| {
            let path = path.clone();
            std::thread::spawn(move || {
                let mut journal = Journal::open(&path).expect("open");
                for _ in 0..20 {
                    journal
                        .append_check_in(&before(evening(), mood(Mood::Good)))
                        .expect("append");
                }
            })
        })
        .collect();
    for _ in 0..20 {
        one.append_check_in(&before(evening(), mood(Mood::Bad)))
            .expect("append");
    }
    for writer in writers {
        writer.join().expect("a writer");
    }
    assert_eq!(all(&one).len(), 60);
    assert_ne!(one.others_wrote().expect("read"), seen);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("open");
    journal
        .append_check_in(&before(evening(), mood(Mood::Good)))
        .expect("append");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&with_ending(&path, "-wal")), 0o600);
    assert_eq!(mode(path.parent().expect("a folder")), 0o700);
    // One that was opened to others is closed again.
    drop(journal);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("chmod");
    drop(Journal::open(&path).expect("open"));
    assert_eq!(mode(&path), 0o600);
}

#[test]
fn every_earlier_version_is_brought_up_to_date_with_what_is_in_it() {
    // Version 0 is an empty file; every later one is made by its own steps and filled.
    for version in 0..=migrations::STEPS.len() {
        let (_folder, path) = home();
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        if version > 0 {
            let connection = Connection::open(&path).expect("open");
            for step in &migrations::STEPS[..version] {
                connection.execute_batch(step).expect("a step");
            }
            connection
                .pragma_update(None, "application_id", migrations::APPLICATION)
                .expect("set");
            connection
                .pragma_update(None, "user_version", version as i32)
                .expect("set");
            connection
                .execute(
                    "INSERT INTO checkin (day, at, offset, phase, mood, note)
                     VALUES ('2026-11-21', 1795379400000, 3600, 'before', 4, 'kept')",
                    [],
                )
                .expect("insert");
        }
        let journal = Journal::open(&path).expect("open");
        let newest: i32 = journal
            .connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .expect("read");
        assert_eq!(newest as usize, migrations::STEPS.len());
        let notes: Vec<_> = all(&journal)
            .into_iter()
            .map(|entry| entry.answers.note)
            .collect();
        assert_eq!(
            notes,
            if version == 0 {
                vec![]
            } else {
                vec!["kept".to_owned()]
            }
        );
    }
}

#[test]
fn a_migration_that_fails_half_way_changes_nothing() {
    let (_folder, path) = home();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let mut connection = Connection::open(&path).expect("open");
    // A name the step wants is taken: its first half succeeds, its second cannot.
    connection
        .pragma_update(None, "application_id", migrations::APPLICATION)
        .expect("set");
    connection
        .execute_batch("CREATE TABLE flag (other TEXT)")
        .expect("create");
    assert!(migrations::run(&mut connection, &path).is_err());
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .expect("read")
        .query_map([], |row| row.get(0))
        .expect("read")
        .collect::<Result<_, _>>()
        .expect("read");
    assert_eq!(tables, ["flag"]);
}

#[test]
fn a_journal_of_a_newer_hegu_is_refused_and_not_touched() {
    let (_folder, path) = home();
    drop(Journal::open(&path).expect("open"));
    let connection = Connection::open(&path).expect("open");
    connection
        .pragma_update(None, "user_version", migrations::STEPS.len() as i32 + 1)
        .expect("set");
    drop(connection);
    let bytes = fs::read(&path).expect("read");
    assert_eq!(Journal::open(&path).err(), Some(Trouble::Newer));
    assert_eq!(fs::read(&path).expect("read"), bytes);
}

#[test]
fn another_programs_database_is_refused_and_not_touched() {
    let (_folder, path) = home();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let connection = Connection::open(&path).expect("open");
    connection
        .execute_batch("CREATE TABLE songs (name TEXT)")
        .expect("create");
    drop(connection);
    let bytes = fs::read(&path).expect("read");
    assert_eq!(
        Journal::open(&path).err(),
        Some(Trouble::NotAJournal(path.clone()))
    );
    assert_eq!(fs::read(&path).expect("read"), bytes);
}

#[test]
fn a_damaged_journal_is_set_aside_untouched_and_a_new_one_begins() {
    let (_folder, path) = home();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let wreck = b"This was a journal once, long ago, before the disk died.".repeat(100);
    fs::write(&path, &wreck).expect("write");
    assert_eq!(Journal::open(&path).err(), Some(Trouble::Damaged(path.clone())));
    assert_eq!(fs::read(&path).expect("read"), wreck);
    let first = Journal::set_aside(&path, evening()).expect("aside");
    assert_eq!(fs::read(&first).expect("read"), wreck);
    let mut journal = Journal::open(&path).expect("open");
    journal
        .append_check_in(&before(evening(), mood(Mood::Good)))
        .expect("append");
    drop(journal);
    // A second one in the same second does not fall on the first.
    let second = Journal::set_aside(&path, evening()).expect("aside");
    assert_ne!(first, second);
    assert_eq!(fs::read(&first).expect("read"), wreck);
}

#[test]
fn a_damaged_page_is_told_from_everything_else() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("open");
    for _ in 0..50 {
        let note = "a".repeat(500);
        journal
            .append_check_in(&before(
                evening(),
                Answers {
                    note,
                    ..Answers::default()
                },
            ))
            .expect("append");
    }
    drop(journal);
    let mut bytes = fs::read(&path).expect("read");
    let page = 4096;
    for byte in &mut bytes[page..] {
        *byte = 0xA5;
    }
    fs::write(&path, bytes).expect("write");
    let result = Journal::open(&path).and_then(|journal| journal.latest_check_ins(10));
    assert_eq!(result.err(), Some(Trouble::Damaged(path.clone())));
}

#[test]
fn a_full_disk_says_so_and_keeps_what_was_saved() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("open");
    journal
        .append_check_in(&before(evening(), mood(Mood::Good)))
        .expect("append");
    let pages: i64 = journal
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .expect("read");
    journal
        .connection
        .pragma_update(None, "max_page_count", pages)
        .expect("set");
    let long = Answers {
        note: "a".repeat(100_000),
        ..Answers::default()
    };
    assert_eq!(
        journal.append_check_in(&before(evening(), long)).err(),
        Some(Trouble::DiskFull)
    );
    assert_eq!(all(&journal).len(), 1);
    drop(journal);
    assert_eq!(
        all(&Journal::open(&path).expect("open"))[0].answers,
        mood(Mood::Good)
    );
}

#[test]
fn a_folder_that_cannot_be_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "not a folder").expect("write");
    let below = file.join("hegu");
    assert_eq!(
        Journal::open(&below.join("journal.sqlite3")).err(),
        Some(Trouble::NoFolder(below.clone()))
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).expect("chmod");
    if fs::write(folder.path().join("probe"), "").is_ok() {
        eprintln!("skipped: this user may write everywhere");
        return;
    }
    let path = folder.path().join("journal.sqlite3");
    assert_eq!(
        Journal::open(&path).err(),
        Some(Trouble::NotAllowed(path.clone()))
    );
}

#[test]
fn a_picture_shows_what_is_in_the_log_and_changes_nothing() {
    let (folder, _) = home();
    // A name that means something else in an address.
    let path = folder.path().join("50%25 a?b#c.sqlite3");
    let mut journal = Journal::open(&path).expect("open");
    let why = Trouble::ReadOnly(path.clone());
    for (count, mood_now) in [Mood::Good, Mood::Bad].into_iter().enumerate() {
        journal
            .append_check_in(&before(evening(), mood(mood_now)))
            .expect("append");
        if count == 1 {
            // Ended tidily: there is no log any more.
            drop(journal);
            journal = Journal::open_to_read(&path, why.clone()).expect("a picture");
        }
        let mut picture = Journal::open_to_read(&path, why.clone()).expect("a picture");
        assert_eq!(all(&picture).len(), count + 1);
        assert_eq!(picture.only_read(), Some(&why));
        let bytes = fs::read(&path).expect("read");
        let refused = picture.append_check_in(&before(evening(), mood(Mood::Good)));
        assert_eq!(refused.err(), Some(why.clone()));
        assert_eq!(fs::read(&path).expect("read"), bytes);
        // It can be written after all.
        picture.try_to_write().expect("it can");
        assert_eq!((picture.only_read(), all(&picture).len()), (None, count + 1));
    }
}

#[test]
fn an_answer_is_synchronised_to_the_disk_not_only_handed_to_the_system() {
    let (_folder, path) = home();
    let journal = Journal::open(&path).expect("open");
    let pragma = |name: &str| -> String {
        journal
            .connection
            .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
            .map(|value| format!("{value:?}"))
            .expect("read")
    };
    assert_eq!(pragma("journal_mode"), "Text(\"wal\")");
    // 2 is FULL.
    assert_eq!(pragma("synchronous"), "Integer(2)");
}
