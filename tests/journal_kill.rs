//! `kill -9` at random moments: what the journal said is saved, is saved.
//!
//! The test starts itself as a second process that writes answers and says, on its standard output, before
//! and after each one. It is killed again and again, without warning. A kill only counts if it fell inside a
//! real write, which is where something could be lost.

#![cfg(unix)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use chrono::DateTime;
use hegu::domain::checkin::{Answers, Phase, Scale, Score};
use hegu::domain::journal::NewCheckIn;
use hegu::platform::journal::Journal;

/// Names the journal for the process that writes; absent in the test itself.
const WRITER: &str = "HEGU_TEST_WRITER";
/// Where its numbering begins.
const FROM: &str = "HEGU_TEST_WRITER_FROM";

/// Kills inside a write that the test asks for before it is content, unless the variable says how many:
/// `just proof` asks for a thousand.
const WANTED: usize = 12;
const KILLS: &str = "HEGU_KILLS";
/// A journal is used for so many kills, so that reading it back does not take longer and longer.
const A_JOURNAL: usize = 50;

fn answers(number: u64) -> Answers {
    let mut answers = Answers {
        note: format!("answer {number}"),
        ..Answers::default()
    };
    answers.set_score(Scale::Tension, Score::new((number % 11) as u8));
    answers
}

/// Writes one check-in after the other, amends each, and never comes back.
#[test]
fn writer() {
    let Ok(path) = std::env::var(WRITER) else {
        return;
    };
    let from: u64 = std::env::var(FROM).expect("a number").parse().expect("a number");
    let mut journal = Journal::open(Path::new(&path)).expect("open");
    let at = DateTime::parse_from_rfc3339("2026-11-21T21:30:00+01:00").expect("a moment");
    let say = |what: String| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{what}")
            .and_then(|()| out.flush())
            .expect("the test listens");
    };
    for number in from.. {
        let new = NewCheckIn {
            day: at.date_naive(),
            at,
            phase: Phase::Before,
            of: None,
            practice: None,
            answers: Answers::default(),
        };
        say(format!("> {number}"));
        let id = journal.append_check_in(&new).expect("append");
        let answered = NewCheckIn {
            answers: answers(number),
            ..new
        };
        journal.amend(id, &answered, at).expect("amend");
        say(format!("< {number}"));
    }
}

#[test]
fn nothing_said_to_be_saved_is_lost_by_a_kill() {
    if std::env::var(WRITER).is_ok() {
        return;
    }
    let wanted = std::env::var(KILLS)
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(WANTED);
    // It gives up after so many kills.
    let most = 16 * wanted + 100;
    let folder = tempfile::tempdir().expect("a folder");
    let mut path = folder.path().join("journal.sqlite3");
    drop(Journal::open(&path).expect("open"));
    let mut promised: Vec<u64> = Vec::new();
    let (mut kills, mut inside, mut kept) = (0, 0, 0);
    let mut pause = 0x9E37_79B9_u64;
    // On a machine that starves it a writer may die before its first answer: that proves nothing.
    while inside < wanted || kept + promised.len() == 0 {
        assert!(kills < most, "{inside} of {kills} kills fell inside a write");
        if kills % A_JOURNAL == A_JOURNAL - 1 {
            kept += promised.len();
            promised.clear();
            path = folder.path().join(format!("journal-{kills}.sqlite3"));
            drop(Journal::open(&path).expect("open"));
        }
        let from = kills as u64 * 1_000_000;
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "writer", "--nocapture"])
            .env(WRITER, &path)
            .env(FROM, from.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a second process");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let reader = std::thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<_>>());
        // Long enough to start and write a few, and every time a little different.
        pause = pause.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        std::thread::sleep(Duration::from_micros(30_000 + (pause >> 33) % 40_000));
        child.kill().expect("kill -9");
        child.wait().expect("dead");
        kills += 1;
        let lines = reader.join().expect("its output");
        let number = |line: &str, mark: &str| line.strip_prefix(mark).and_then(|n| n.parse::<u64>().ok());
        let begun = lines.iter().rev().find_map(|line| number(line, "> "));
        let saved: Vec<u64> = lines.iter().filter_map(|line| number(line, "< ")).collect();
        if begun.is_some() && begun != saved.last().copied() {
            inside += 1;
        }
        promised.extend(&saved);

        let journal = Journal::open(&path).expect("a journal that opens after a kill");
        let notes: Vec<Answers> = journal
            .latest_check_ins(usize::MAX)
            .expect("a journal that can be read after a kill")
            .into_iter()
            .map(|entry| entry.answers)
            .collect();
        for number in &promised {
            assert!(
                notes.contains(&answers(*number)),
                "answer {number} was said to be saved"
            );
        }
        // Whatever else is there is whole: either not answered yet, or answered completely.
        for found in &notes {
            let number = found
                .note
                .strip_prefix("answer ")
                .and_then(|n| n.parse::<u64>().ok());
            assert_eq!(*found, number.map(answers).unwrap_or_default());
        }
    }
    println!(
        "{inside} of {kills} kills fell inside a write; {} answers kept",
        kept + promised.len()
    );
    assert!(kept + promised.len() > 0);
}
