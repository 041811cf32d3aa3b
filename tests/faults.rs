//! What the world does to a journal, through the program itself: no room, no right to write, two windows at
//! once, a clock that jumps. Nothing shown as saved is lost, nothing unsaved is shown as saved, and each is
//! said in both languages.

#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use hegu::domain::journal::Search;
use hegu::platform::journal::Journal;

fn hegu(home: &Path, lang: &str, before: &str, words: &str) -> Output {
    let program = env!("CARGO_BIN_EXE_hegu");
    Command::new("sh")
        .args(["-c", &format!("{before} exec \"$0\" {words}"), program])
        .env_clear()
        .env("HEGU_HOME", home)
        .env("HEGU_LANG", lang)
        .env("LANG", "C.UTF-8")
        .env("PATH", "/usr/bin:/bin")
        .output()
        .expect("it runs")
}

fn notes(home: &Path) -> Vec<String> {
    let journal = Journal::open(&home.join("journal.sqlite3")).expect("open");
    let found = journal.search(&Search::default(), usize::MAX).expect("read");
    found.into_iter().map(|entry| entry.answers.note).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn no_room_is_said_and_what_was_saved_stays() {
    for (lang, words) in [("en", "the disk is full"), ("da", "disken er fuld")] {
        let home = tempfile::tempdir().expect("a folder");
        let home = home.path();
        assert!(hegu(home, lang, "", "checkin --note first").status.success());
        // The system refuses every byte beyond so many blocks of 512, as a quota does.
        let long = format!("checkin --note {}", "a".repeat(100_000));
        let full = hegu(home, lang, "trap '' XFSZ; ulimit -f 64;", &long);
        assert!(!full.status.success(), "nothing unsaved is shown as saved");
        assert!(said(&full).contains(words), "{}", said(&full));
        assert!(
            full.stdout.is_empty(),
            "{}",
            String::from_utf8_lossy(&full.stdout)
        );
        assert_eq!(notes(home), ["first"]);
        assert!(hegu(home, lang, "", "checkin --note second").status.success());
        assert_eq!(notes(home), ["second", "first"]);
    }
}

#[test]
fn a_folder_nobody_may_write_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().expect("a folder");
    let below = home.path().join("locked");
    fs::create_dir(&below).expect("a folder");
    fs::set_permissions(&below, fs::Permissions::from_mode(0o500)).expect("chmod");
    if fs::write(below.join("probe"), "").is_ok() {
        eprintln!("skipped: this user may write everywhere");
        return;
    }
    for (lang, words) in [("en", "cannot be written"), ("da", "kan ikke skrives")] {
        let refused = hegu(&below, lang, "", "checkin --mood 3");
        assert!(!refused.status.success());
        assert!(said(&refused).contains(words), "{}", said(&refused));
    }
}

#[test]
fn many_windows_at_once_lose_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let windows: Vec<_> = (0..6)
        .map(|number| {
            let home = home.path().to_owned();
            std::thread::spawn(move || hegu(&home, "en", "", &format!("checkin --note window-{number}")))
        })
        .collect();
    for window in windows {
        let output = window.join().expect("a window");
        assert!(output.status.success(), "{}", said(&output));
    }
    let mut notes = notes(home.path());
    notes.sort();
    let expected: Vec<String> = (0..6).map(|number| format!("window-{number}")).collect();
    assert_eq!(notes, expected);
}

#[test]
fn a_journey_to_another_clock_moves_no_evening() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    // The zones of POSIX: the sign is the other way round.
    for (number, zone) in ["UTC+10", "UTC-13", "UTC"].into_iter().enumerate() {
        let written = hegu(
            home,
            "en",
            &format!("TZ={zone}; export TZ;"),
            &format!("checkin --note {number}"),
        );
        assert!(written.status.success(), "{}", said(&written));
    }
    let journal = Journal::open(&home.join("journal.sqlite3")).expect("open");
    let found = journal.search(&Search::default(), 9).expect("read");
    let hours: std::collections::BTreeSet<i32> = found
        .iter()
        .map(|entry| entry.at.offset().local_minus_utc() / 3600)
        .collect();
    assert_eq!(hours.into_iter().collect::<Vec<_>>(), [-10, 0, 13]);
    for entry in &found {
        // The person's own day, by their own clock at that moment: the hours before four belong to the day before.
        let day = (entry.at.naive_local() - chrono::TimeDelta::hours(4)).date();
        assert_eq!(entry.day, day);
    }
}

#[test]
fn a_prompt_says_what_is_and_nothing_about_what_is_not() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    assert_eq!(hegu(home, "en", "", "status").stdout, b"\n");
    assert!(!home.join("journal.sqlite3").exists(), "looking leaves no trace");
    hegu(home, "en", "", "checkin --mood 4");
    let line = String::from_utf8(hegu(home, "en", "", "status").stdout).expect("text");
    assert!(line.starts_with("hegu ") && line.contains(':'), "{line}");
    let json = String::from_utf8(hegu(home, "en", "", "status --json").stdout).expect("text");
    assert!(
        json.contains("\"check_ins\": 1") || json.contains("\"check_ins\":1"),
        "{json}"
    );
    fs::write(home.join("journal.sqlite3"), "damaged".repeat(999)).expect("write");
    let damaged = hegu(home, "en", "", "status");
    assert!(damaged.status.success() && damaged.stdout == b"\n");
}

#[test]
fn a_reminder_is_shown_written_into_the_home_and_taken_away() {
    let home = tempfile::tempdir().expect("a folder");
    let person = home.path().join("ann");
    fs::create_dir(&person).expect("a folder");
    let with_home = format!(
        "HOME='{}'; export HOME; PATH=/nowhere; export PATH;",
        person.display()
    );
    let run = |words: &str| hegu(home.path(), "en", &with_home, words);
    // Nobody is there to say yes.
    let shown = run("remind --at 21:30 --by systemd");
    assert!(
        !shown.status.success()
            && String::from_utf8_lossy(&shown.stdout).contains("OnCalendar=*-*-* 21:30:00")
    );
    assert_eq!(fs::read_dir(&person).expect("read").count(), 0);
    assert!(run("remind --at 21:30 --by systemd --yes").status.success());
    let timer = person.join(".config/systemd/user/hegu-remind.timer");
    assert!(fs::read_to_string(&timer).expect("written").contains("21:30"));
    assert!(run("remind --remove --by systemd").status.success());
    assert!(!timer.exists());
    // Said once: an evening that was written is left in peace.
    assert!(!run("remind --show").stdout.is_empty());
    run("checkin --mood 3");
    assert!(run("remind --show").stdout.is_empty());
}
