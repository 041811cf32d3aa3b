//! Three machines, one journal: whatever they do and in whatever order their changes arrive, all end with the
//! same, and nothing anybody wrote is lost from sight.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeDelta};
use hegu::domain::checkin::{Answers, CheckIn, Mood, Phase, Scale, Score};
use hegu::domain::journal::{NewCheckIn, NewPractice, Search};
use hegu::domain::practice::Ending;
use hegu::domain::profile::Line;
use hegu::domain::quiz::Try;
use hegu::platform::journal::Journal;
use hegu::platform::journal::entry::Entry;
use hegu::platform::journal::sync::Synced;
use proptest::prelude::*;
use tempfile::TempDir;

fn at(minute: i64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2026-11-21T21:30:00+01:00").expect("a moment");
    start + TimeDelta::minutes(minute)
}

/// What one machine does.
#[derive(Clone, Debug)]
enum Deed {
    Write(u8),
    Amend { which: usize, tension: u8 },
    Remove { which: usize },
    Undo,
    Practise,
    Profile { answer: bool },
    Favourite { which: u8, on: bool },
    Never { which: u8, on: bool },
    Tags(u8),
    Rename,
    Quiz { found: bool },
    Sync,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (0u8..5).prop_map(Deed::Write),
        4 => (0usize..6, 0u8..=10).prop_map(|(which, tension)| Deed::Amend { which, tension }),
        2 => (0usize..6).prop_map(|which| Deed::Remove { which }),
        1 => Just(Deed::Undo),
        1 => Just(Deed::Practise),
        1 => any::<bool>().prop_map(|answer| Deed::Profile { answer }),
        1 => (0u8..3, any::<bool>()).prop_map(|(which, on)| Deed::Favourite { which, on }),
        1 => (0u8..3, any::<bool>()).prop_map(|(which, on)| Deed::Never { which, on }),
        1 => (0u8..8).prop_map(Deed::Tags),
        1 => Just(Deed::Rename),
        1 => any::<bool>().prop_map(|found| Deed::Quiz { found }),
        5 => Just(Deed::Sync),
    ]
}

struct Machine {
    journal: Journal,
    _folder: TempDir,
}

impl Machine {
    fn new() -> Machine {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = Journal::open(&folder.path().join("journal.sqlite3")).expect("open");
        Machine {
            journal,
            _folder: folder,
        }
    }

    fn sync(&mut self, shared: &Path, minute: i64) -> Synced {
        self.journal.sync(shared, at(minute)).expect("sync")
    }

    fn check_ins(&self) -> Vec<CheckIn> {
        self.journal.search(&Search::default(), usize::MAX).expect("read")
    }

    fn write(&mut self, minute: i64, mood: u8) {
        let answers = Answers {
            mood: Mood::from_step(mood % 5 + 1),
            note: format!("written at {minute}"),
            ..Answers::default()
        };
        let practice = None;
        let of = self
            .check_ins()
            .first()
            .filter(|_| mood == 4)
            .map(|entry| entry.id);
        let new = NewCheckIn {
            day: at(minute).date_naive(),
            at: at(minute),
            phase: if of.is_some() { Phase::After } else { Phase::Before },
            of,
            practice,
            answers,
        };
        self.journal.append_check_in(&new).expect("append");
    }

    /// Does it; says which evening was written or changed, and what its tension is now.
    fn do_it(&mut self, deed: &Deed, minute: i64, shared: &Path) -> Option<(String, Option<Score>)> {
        let now = at(minute);
        let found = self.check_ins();
        match deed {
            Deed::Write(mood) => {
                self.write(minute, *mood);
                return Some((format!("written at {minute}"), None));
            }
            Deed::Amend { which, tension } if !found.is_empty() => {
                let entry = &found[which % found.len()];
                let mut answers = entry.answers.clone();
                answers.set_score(Scale::Tension, Score::new(*tension));
                let note = answers.note.clone();
                self.journal
                    .amend(entry.id, &entry.with(answers), now)
                    .expect("amend");
                return Some((note, Score::new(*tension)));
            }
            Deed::Remove { which } if !found.is_empty() => {
                let entry = &found[which % found.len()];
                self.journal.remove_check_in(entry.id, now).expect("remove");
            }
            Deed::Amend { .. } | Deed::Remove { .. } => {}
            Deed::Undo => drop(self.journal.undo_newest(now).expect("undo")),
            Deed::Practise => {
                let practice = self
                    .journal
                    .begin_practice(&NewPractice {
                        day: now.date_naive(),
                        at: now,
                        routine: Some("quiet-five".into()),
                        plan: "EX-HN3".into(),
                        breath: "calm".into(),
                        planned: 60_000,
                        check_in: found.first().map(|entry| entry.id),
                    })
                    .expect("begin");
                self.journal
                    .end_practice(practice, Ending::Finished, None, now)
                    .expect("end");
            }
            Deed::Profile { answer } => {
                let answer = if *answer { "yes" } else { "no" };
                let line = Line {
                    id: "WB-01".into(),
                    answer: answer.into(),
                    detail: String::new(),
                };
                self.journal.set_profile(&[line], now).expect("set");
            }
            Deed::Favourite { which, on } => {
                let code = ["LI4", "SP6", "PC6"][usize::from(*which)];
                self.journal.set_favourite_point(code, *on, now).expect("set");
            }
            Deed::Never { which, on } => {
                let name = format!("never.{}", ["LI4", "SP6", "PC6"][usize::from(*which)]);
                let value = if *on { "yes" } else { "" };
                self.journal.set_flag(&name, value, now).expect("set");
            }
            Deed::Tags(bits) => {
                let words = ["kaffe", "vin", "gåtur"].into_iter().enumerate();
                let tags: Vec<String> = words
                    .filter(|(bit, _)| bits >> bit & 1 == 1)
                    .map(|(_, word)| word.to_owned())
                    .collect();
                self.journal.set_own_tags(&tags, now).expect("set");
            }
            Deed::Rename => drop(self.journal.rename_tag("vin", "kaffe", now).expect("rename")),
            Deed::Quiz { found } => {
                let tried = Try {
                    day: now.date_naive(),
                    code: "LI4".into(),
                    found: *found,
                };
                self.journal.tried(&tried, now).expect("tried");
            }
            Deed::Sync => drop(self.sync(shared, minute)),
        }
        None
    }

    /// Everything but the order of the tags to pick from, which is each machine's own, and what a program
    /// remembers for itself.
    fn everything(&mut self) -> Vec<Entry> {
        let (mut tags, mut rest): (Vec<Entry>, Vec<Entry>) = self
            .journal
            .entries()
            .expect("read")
            .into_iter()
            .filter(|entry| !matches!(entry, Entry::Flag(name, _) if name == "own-tags"))
            .partition(|entry| matches!(entry, Entry::Tag(_)));
        tags.sort_by_key(|tag| format!("{tag:?}"));
        rest.extend(tags);
        rest
    }
}

fn files(shared: &Path) -> Vec<(PathBuf, Vec<String>)> {
    let mut files: Vec<_> = fs::read_dir(shared)
        .expect("read")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let text = fs::read_to_string(&path).expect("read");
            (path, text.lines().map(str::to_owned).collect())
        })
        .collect();
    files.sort();
    files
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(24u32).min(500)
    ))]

    #[test]
    fn any_interleaving_of_three_machines_files_gives_the_same_journal(
        deeds in proptest::collection::vec((0usize..3, deed()), 1..40),
        arrivals in proptest::collection::vec((0usize..3, 1usize..6, any::<bool>()), 0..20),
    ) {
        let shared = tempfile::tempdir().expect("a folder");
        let mut machines = [Machine::new(), Machine::new(), Machine::new()];
        let mut minute = 0;
        let mut newest = BTreeMap::new();
        for (machine, deed) in &deeds {
            minute += 1;
            newest.extend(machines[*machine].do_it(deed, minute, shared.path()));
        }
        // Twice round: the first hands out, the second takes in what came after.
        for _ in 0..2 {
            for machine in &mut machines {
                minute += 1;
                machine.sync(shared.path(), minute);
            }
        }
        let one = machines[0].everything();
        prop_assert_eq!(&machines[1].everything(), &one);
        prop_assert_eq!(&machines[2].everything(), &one);
        // To agree by forgetting would be easy: where nobody took anything away or back, what was said last about
        // each evening is in sight, whoever said something else at the same time.
        if !deeds.iter().any(|(_, deed)| matches!(deed, Deed::Remove { .. } | Deed::Undo)) {
            let in_sight = machines[0].check_ins();
            for (note, tension) in &newest {
                let found = in_sight
                    .iter()
                    .any(|entry| entry.answers.note == *note && entry.answers.tension == *tension);
                prop_assert!(found, "{} {:?} is lost: {:?}", note, tension, in_sight);
            }
        }
        // Nothing more to say: twice does not matter.
        let again = machines[1].sync(shared.path(), minute + 1);
        prop_assert_eq!((again.sent, again.taken), (0, 0));
        prop_assert_eq!(&machines[1].everything(), &one);

        // A fourth journal gets the files line by line, in any order, torn in any place.
        let arriving = tempfile::tempdir().expect("a folder");
        let mut fourth = Machine::new();
        let files = files(shared.path());
        let mut there = vec![0; files.len()];
        let put = |file: usize, lines: usize, torn: bool| {
            let (path, all) = &files[file];
            let mut text = all[..lines].join("\n");
            text.push('\n');
            if torn && lines < all.len() {
                let next = &all[lines];
                let half = (0..=next.len() / 2).rev().find(|at| next.is_char_boundary(*at)).unwrap_or(0);
                text.push_str(&next[..half]);
            }
            fs::write(arriving.path().join(path.file_name().expect("a name")), text).expect("write");
        };
        for (file, more, torn) in arrivals {
            if file < files.len() {
                there[file] = (there[file] + more).min(files[file].1.len());
                put(file, there[file], torn);
                minute += 1;
                let synced = fourth.sync(arriving.path(), minute);
                prop_assert_eq!(synced.refused, []);
                prop_assert_eq!(synced.sent, 0, "who writes nothing has nothing to say");
            }
        }
        for (file, (_, lines)) in files.iter().enumerate() {
            put(file, lines.len(), false);
        }
        fourth.sync(arriving.path(), minute + 1);
        prop_assert_eq!(&fourth.everything(), &one);
    }
}

#[test]
fn two_who_change_the_same_evening_both_stay_in_sight_until_somebody_settles_it() {
    let shared = tempfile::tempdir().expect("a folder");
    let (mut laptop, mut desk) = (Machine::new(), Machine::new());
    laptop.write(0, 3);
    laptop.sync(shared.path(), 1);
    desk.sync(shared.path(), 2);
    let amend = |machine: &mut Machine, note: &str, minute| {
        let entry = machine.check_ins().remove(0);
        let answers = Answers {
            note: note.to_owned(),
            ..entry.answers.clone()
        };
        machine
            .journal
            .amend(entry.id, &entry.with(answers), at(minute))
            .expect("amend");
    };
    amend(&mut laptop, "on the laptop", 3);
    amend(&mut desk, "on the desk", 4);
    laptop.sync(shared.path(), 5);
    assert_eq!(desk.sync(shared.path(), 6).conflicts, 1);
    laptop.sync(shared.path(), 7);
    for machine in [&laptop, &desk] {
        let notes: BTreeSet<String> = machine
            .check_ins()
            .into_iter()
            .map(|entry| entry.answers.note)
            .collect();
        assert_eq!(
            notes.into_iter().collect::<Vec<_>>(),
            ["on the desk", "on the laptop"]
        );
    }
    // One of the two is taken away, anywhere: settled everywhere.
    let unwanted = laptop
        .check_ins()
        .into_iter()
        .find(|entry| entry.answers.note == "on the desk")
        .expect("there");
    laptop
        .journal
        .remove_check_in(unwanted.id, at(8))
        .expect("remove");
    assert_eq!(laptop.sync(shared.path(), 9).conflicts, 0);
    assert_eq!(desk.sync(shared.path(), 10).conflicts, 0);
    for machine in [&laptop, &desk] {
        let notes: Vec<String> = machine
            .check_ins()
            .into_iter()
            .map(|entry| entry.answers.note)
            .collect();
        assert_eq!(notes, ["on the laptop"]);
    }
    // And what was settled can be taken back on the machine that sees it change.
    assert!(desk.journal.undo_newest(at(11)).expect("undo").is_some());
}

#[test]
fn machines_that_disagree_about_the_person_are_settled_on_the_safe_side() {
    let shared = tempfile::tempdir().expect("a folder");
    let (mut one, mut two) = (Machine::new(), Machine::new());
    one.do_it(&Deed::Profile { answer: true }, 1, shared.path());
    two.do_it(&Deed::Profile { answer: false }, 9, shared.path());
    for minute in 10..12 {
        one.sync(shared.path(), minute);
        two.sync(shared.path(), minute);
    }
    for machine in [&one, &two] {
        let about = machine.journal.about_me(at(0).date_naive()).expect("read");
        assert_eq!(about.profile[0].answer, "yes");
    }
    // Whoever answers again after having seen it is believed.
    two.do_it(&Deed::Profile { answer: false }, 20, shared.path());
    two.sync(shared.path(), 21);
    one.sync(shared.path(), 22);
    let about = one.journal.about_me(at(0).date_naive()).expect("read");
    assert_eq!(about.profile[0].answer, "no");
}

#[test]
fn hostile_and_broken_lines_are_refused_by_their_number_and_the_rest_is_taken() {
    let shared = tempfile::tempdir().expect("a folder");
    let (mut one, mut two) = (Machine::new(), Machine::new());
    one.write(0, 3);
    one.sync(shared.path(), 1);
    let good = files(shared.path()).remove(0).1.remove(0);
    let evil = [
        "not json at all".to_owned(),
        "{\"hegu\":\"change\"}".to_owned(),
        good.replace("\"shape\":1", "\"shape\":2"),
        good.replace("\"mood\":4", "\"mood\":9"),
        good.replace("\"phase\":\"before\"", "\"phase\":\"'); DROP TABLE checkin; --\""),
        good.replacen("\"uid\":\"", "\"uid\":\"../../", 1),
        good.replace("2026-11-21T", "+99999-11-21T"),
        "x".repeat((1 << 20) + 5),
    ];
    let text = format!("{}\n{good}\n", evil.join("\n"));
    fs::write(shared.path().join("hegu-evil.jsonl"), text).expect("write");
    fs::write(shared.path().join("hegu-bytes.jsonl"), b"\xff\xfe\n").expect("write");
    fs::write(shared.path().join("notes.jsonl"), "not ours\n").expect("write");
    let synced = two.sync(shared.path(), 2);
    let lines: Vec<(&str, u64)> = synced
        .refused
        .iter()
        .map(|(file, line, _)| (file.as_str(), *line))
        .collect();
    let mut expected = vec![("hegu-bytes.jsonl", 1)];
    expected.extend((1..=evil.len() as u64).map(|line| ("hegu-evil.jsonl", line)));
    assert_eq!(lines, expected);
    assert_eq!(synced.taken, 1);
    assert_eq!(two.check_ins().len(), 1);
}

#[test]
fn a_torn_last_line_is_ended_before_the_next_and_a_folder_that_was_emptied_fills_again() {
    let shared = tempfile::tempdir().expect("a folder");
    let mut one = Machine::new();
    one.write(0, 3);
    assert_eq!(one.sync(shared.path(), 1).sent, 1);
    let (path, lines) = files(shared.path()).remove(0);
    // The machine went dark in the middle of the second line.
    fs::write(&path, format!("{}\n{}", lines[0], &lines[0][..40])).expect("write");
    one.write(2, 2);
    assert_eq!(one.sync(shared.path(), 3).sent, 1);
    let mut two = Machine::new();
    let synced = two.sync(shared.path(), 4);
    assert_eq!((synced.taken, synced.refused.len()), (2, 1));
    assert_eq!(two.everything(), one.everything());
    fs::remove_file(&path).expect("remove");
    assert_eq!(one.sync(shared.path(), 5).sent, 2);
}
