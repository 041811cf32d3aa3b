//! What the world does to a journal, through the program itself: no room, no right to write, two windows at
//! once, a clock that jumps. Nothing shown as saved is lost, nothing unsaved is shown as saved, and each is
//! said in both languages.

#![cfg(unix)]

mod support;

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
    for (lang, words) in [
        ("en", "a quota or size limit is reached"),
        ("da", "en kvote eller grænse er nået"),
    ] {
        let home = tempfile::tempdir().expect("a folder");
        let home = home.path();
        assert!(hegu(home, lang, "", "checkin --note first").status.success());
        // The system refuses every byte beyond so many blocks of 512, as a quota does.
        let long = format!("checkin --note {}", "a".repeat(100_000));
        let full = hegu(home, lang, "ulimit -f 64;", &long);
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

/// A shell of its own in a room of its own (a user and a mount namespace), in which `$R` can become a disk of a
/// chosen size: a real file system that is really full, or really cannot be written, for root as for anybody.
/// `None` where this machine makes no such rooms.
fn in_a_room(lang: &str, script: &str) -> Option<String> {
    let can = Command::new("unshare").args(["-rm", "true"]).output();
    if !can.is_ok_and(|output| output.status.success()) {
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new("unshare")
        .args(["-rm", "sh", "-c", script])
        .env_clear()
        .env("R", folder.path())
        .env("HEGU", env!("CARGO_BIN_EXE_hegu"))
        .env("HEGU_HOME", folder.path())
        .env("HEGU_LANG", lang)
        .env("LANG", "C.UTF-8")
        .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
        .output()
        .expect("it runs");
    let text = [output.stdout, output.stderr].concat();
    Some(String::from_utf8_lossy(&text).into_owned())
}

/// A disk with a little less room each time, from plenty to none: whatever the program says was written is
/// there afterwards, and whatever it refused is not.
#[test]
fn on_a_disk_that_fills_up_every_word_of_the_program_is_true() {
    let script = r#"
        mount -t tmpfs -o size=2m tmpfs "$R" || exit 9
        "$HEGU" checkin --note first >/dev/null || exit 8
        for room in 400 200 120 100 80 72 64 56 48 44 40 36 32 28 24 20 16 12 8 4 0; do
            rm -rf "$R/filler" "$R/backups"
            dd if=/dev/zero of="$R/filler" bs=1k 2>/dev/null
            size=$(stat -c %s "$R/filler")
            truncate -s $((size - room * 1024)) "$R/filler"
            note=$(printf "room-$room-%020000d" 0)
            "$HEGU" checkin --note "$note" >/dev/null 2>"$R/../said.$$"
            echo "tried $room rc $?"
            tr '\n' ' ' <"$R/../said.$$"; echo
        done
        rm -f "$R/filler" "$R/../said.$$"
        "$HEGU" checkin --note last >/dev/null && echo "tried last rc 0"
        "$HEGU" journal export --format jsonl | sed 's/0\{20\}0*/-/'
    "#;
    for (lang, words) in [("en", "the disk is full"), ("da", "disken er fuld")] {
        let Some(said) = in_a_room(lang, script) else {
            eprintln!("NOT TRIED: this machine makes no rooms; the quota in the test above stands in");
            return;
        };
        let tried: Vec<(&str, bool)> = said
            .lines()
            .filter_map(|line| line.strip_prefix("tried ")?.split_once(" rc "))
            .map(|(room, code)| (room, code == "0"))
            .collect();
        assert_eq!(tried.len(), 22, "{said}");
        assert!(
            said.contains("\"note\":\"first\"") && said.contains("\"note\":\"last\""),
            "{said}"
        );
        let (saved, refused): (Vec<_>, Vec<_>) = tried.iter().partition(|(_, fine)| *fine);
        assert!(saved.len() > 2 && refused.len() > 4, "{tried:?}");
        for (room, _) in saved.iter().filter(|(room, _)| *room != "last") {
            assert!(
                said.contains(&format!("\"note\":\"room-{room}--")),
                "room {room} is lost: {said}"
            );
        }
        for (room, _) in &refused {
            assert!(
                !said.contains(&format!("\"note\":\"room-{room}--")),
                "room {room} was refused and is there: {said}"
            );
        }
        assert_eq!(
            said.matches(words).count(),
            refused.len(),
            "each refusal says why: {said}"
        );
    }
}

/// On the screen: an answer that could not be written is said to be not saved, stays on the screen, and is
/// written as soon as there is room.
#[cfg(target_os = "linux")]
#[test]
fn on_the_screen_an_answer_waits_until_there_is_room() {
    let mut pty = support::pty::spawn(80, 24, &["checkin"]);
    // A first evening: the welcome, and behind it what was asked for.
    pty.wait_for("on to what you asked for");
    pty.press("\x1b");
    pty.wait_for("How are you right now?");
    pty.press("4\r");
    pty.wait_for("How tense are you right now?");
    let path = pty.home.path().join("hegu/journal.sqlite3");
    let saved = |path: &Path| {
        let journal = Journal::open(path).expect("open");
        let found = journal.search(&Search::default(), 9).expect("read");
        found
            .into_iter()
            .map(|entry| entry.answers)
            .next()
            .unwrap_or_default()
    };
    let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while saved(&path).mood.is_none() {
        assert!(std::time::Instant::now() < end, "the first answer is written");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let pid = pty.pid();
    let room = |room: &str| {
        let limit = format!("--fsize={room}:unlimited");
        let set = Command::new("prlimit").args(["--pid", &pid, &limit]).output();
        assert!(set.expect("prlimit runs").status.success());
    };
    // A file that may not grow: the same to a program as a disk that is full.
    room("1024");
    pty.press("7\r");
    pty.wait_for("Not saved: a quota or size limit");
    assert_eq!(saved(&path).tension, None);
    // Leaving is not silent either.
    pty.press("q");
    pty.settle();
    pty.wait_for("Not saved");
    room("unlimited");
    pty.press("3\r");
    pty.settle();
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    let answers = saved(&path);
    assert_eq!(
        (
            answers.tension.map(|score| score.value()),
            answers.stress.map(|score| score.value())
        ),
        (Some(7), Some(3))
    );
}

/// What is already written can be read where nothing can be written: it is said, answers wait, and leaving is not
/// silent.
#[test]
fn on_the_screen_a_journal_without_room_can_be_read() {
    let mut pty = support::pty::spawn(80, 24, &["checkin"]);
    pty.wait_for("on to what you asked for");
    pty.press("\x1b");
    pty.wait_for("How are you right now?");
    pty.press("2\r");
    pty.wait_for("How tense are you right now?");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    let mut pty = support::pty::spawn_without_room(80, 24, pty.into_home());
    pty.wait_for("the journal can be read, but nothing can be kept");
    pty.press("4");
    // The notice goes, and a word stays.
    pty.wait_for("only reading");
    pty.press("\r");
    pty.wait_for("not so good");
    pty.press("c");
    pty.wait_for("How are you right now?");
    pty.press("4");
    pty.wait_for("Not saved: a quota or size limit");
    pty.press("q");
    pty.settle();
    pty.wait_for("Not saved");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

/// Every way of reading, on a disk that was made read-only: after a tidy end, and with a log as a kill leaves it.
#[test]
fn on_a_disk_that_cannot_be_written_everything_can_be_read() {
    let script = r#"
        mount -t tmpfs -o size=4m tmpfs "$R" || exit 9
        cp -p "$BESIDE"/journal.sqlite3* "$R/" || exit 8
        mount -o remount,ro "$R"
        before=$(ls -l "$R")
        for words in "journal" "journal --json" "journal export --format jsonl" \
            "journal export --format csv" "journal export --format md" "journal export --format toml" \
            "journal week" "report" "status" "doctor"; do
            "$HEGU" $words >"$BESIDE/out" 2>"$BESIDE/err"
            echo "== $words: $?"; cat "$BESIDE/out" "$BESIDE/err"
        done
        echo "== end"
        "$HEGU" journal backup "$BESIDE/copy.sqlite3"; echo "backup $?"
        "$HEGU" checkin --mood 3; echo "wrote $?"
        [ "$before" = "$(ls -l "$R")" ] && echo untouched
    "#;
    for (lang, words) in [("en", "read-only disk"), ("da", "skrivebeskyttet disk")] {
        for log in [false, true] {
            let beside = tempfile::tempdir().expect("a folder");
            let living = tempfile::tempdir().expect("a folder");
            assert!(
                hegu(living.path(), lang, "", "checkin --note first")
                    .status
                    .success()
            );
            let journal = Journal::open(&living.path().join("journal.sqlite3")).expect("open");
            assert!(
                hegu(living.path(), lang, "", "checkin --note second")
                    .status
                    .success()
            );
            let journal = log.then_some(journal);
            for file in ["journal.sqlite3", "journal.sqlite3-wal"] {
                let copied = fs::copy(living.path().join(file), beside.path().join(file));
                assert!(copied.is_ok() || (file.ends_with("-wal") && !log));
            }
            drop(journal);
            let set = format!("BESIDE='{}';", beside.path().display());
            let Some(said) = in_a_room(lang, &format!("{set}{script}")) else {
                eprintln!("NOT TRIED: this machine makes no rooms");
                return;
            };
            let parts: Vec<&str> = said.split("== ").skip(1).collect();
            assert_eq!(parts.len(), 11, "{said}");
            for part in &parts[..10] {
                let (verb, _) = part.split_once(": ").expect("a verb");
                let read = part.contains(": 0") && part.contains(words);
                let fine = match verb {
                    // Something is wrong here, and the doctor says so.
                    "doctor" => part.contains(words),
                    // A prompt is no place for troubles.
                    "status" => part.contains("hegu "),
                    "report" | "journal week" => read,
                    _ => read && part.contains("first") && part.contains("second"),
                };
                assert!(fine, "log {log}: {part}");
            }
            assert!(said.contains("backup 0") && said.contains("wrote 1"), "{said}");
            assert!(said.contains("untouched"), "{said}");
        }
    }
}

/// Somebody who may read a journal and not write it: in its folder or its file.
#[test]
fn without_the_right_to_write_it_is_said_and_everything_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    for (lang, words) in [("en", "you may not write"), ("da", "ikke lov til at skrive")] {
        let folder = tempfile::tempdir().expect("a folder");
        let home = folder.path().join("hegu");
        assert!(hegu(&home, lang, "", "checkin --note first").status.success());
        let right = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("chmod");
        };
        drop(fs::remove_dir_all(home.join("backups")));
        right(&home.join("journal.sqlite3"), 0o444);
        right(folder.path(), 0o755);
        right(&home, 0o555);
        // Nothing stops root; root becomes nobody.
        let somebody = match fs::write(home.join("probe"), "") {
            Ok(()) => {
                drop(fs::remove_file(home.join("probe")));
                "exec setpriv --reuid 65534 --regid 65534 --clear-groups sh -c 'exec \"$0\" \"$@\"' "
            }
            Err(_) => "",
        };
        let run = |words: &str| {
            let program = env!("CARGO_BIN_EXE_hegu");
            let script = match somebody {
                "" => format!("exec '{program}' {words}"),
                nobody => format!("{nobody} '{program}' {words}"),
            };
            Command::new("sh")
                .args(["-c", &script])
                .env_clear()
                .env("HEGU_HOME", &home)
                .env("HEGU_LANG", lang)
                .env("LANG", "C.UTF-8")
                .env("PATH", "/usr/bin:/bin")
                .output()
                .expect("it runs")
        };
        let read = run("journal");
        assert!(read.status.success(), "{}", said(&read));
        assert!(
            String::from_utf8_lossy(&read.stdout).contains("first"),
            "{}",
            said(&read)
        );
        let refused = run("checkin --mood 3");
        assert!(!refused.status.success());
        assert!(said(&refused).contains(words), "{}", said(&refused));
        right(&home, 0o755);
    }
}

#[test]
fn a_folder_nobody_may_write_is_named_and_loses_nothing() {
    // On a file system that was made read-only: it holds for root, too.
    let script = r#"
        mount -t tmpfs -o size=2m tmpfs "$R" || exit 9
        "$HEGU" checkin --note first >/dev/null || exit 8
        mount -o remount,ro "$R"
        "$HEGU" checkin --note second; echo "wrote $?"
        "$HEGU" status; echo "status $?"
        mount -o remount,rw "$R"
        "$HEGU" journal export --format jsonl
    "#;
    for (lang, words) in [("en", "read-only disk"), ("da", "skrivebeskyttet disk")] {
        if let Some(said) = in_a_room(lang, script) {
            assert!(said.contains("wrote 1") && said.contains(words), "{said}");
            assert!(said.contains("status 0"), "{said}");
            assert!(
                said.contains("\"note\":\"first\"") && !said.contains("second"),
                "{said}"
            );
            continue;
        }
        // Without such rooms the rights of the folder must do, and they stop everybody but root.
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().expect("a folder");
        let below = home.path().join("locked");
        fs::create_dir(&below).expect("a folder");
        fs::set_permissions(&below, fs::Permissions::from_mode(0o500)).expect("chmod");
        assert!(
            fs::write(below.join("probe"), "").is_err(),
            "neither a room of its own nor a folder that stops this user: run this as another user"
        );
        let refused = hegu(&below, lang, "", "checkin --mood 3");
        assert!(!refused.status.success());
        let words = match lang {
            "da" => "ikke lov til at skrive",
            _ => "you may not write",
        };
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
    verified_by_systemd(&timer);
    assert!(run("remind --remove --by systemd").status.success());
    assert!(!timer.exists());
    // Said once: an evening that was written is left in peace.
    assert!(!run("remind --show").stdout.is_empty());
    run("checkin --mood 3");
    assert!(run("remind --show").stdout.is_empty());
}

/// What systemd itself says of the units, where it is at hand; and that it would say something.
fn verified_by_systemd(timer: &Path) {
    let room = tempfile::tempdir().expect("a folder");
    let verify = |timer: &Path| {
        Command::new("systemd-analyze")
            .args(["verify", "--user"])
            .args([timer, &timer.with_extension("service")])
            .env("XDG_RUNTIME_DIR", room.path())
            .output()
    };
    let Ok(verified) = verify(timer) else {
        eprintln!("NOT TRIED: no systemd-analyze");
        return;
    };
    assert!(verified.status.success(), "{}", said(&verified));
    for ending in ["timer", "service"] {
        let text = fs::read_to_string(timer.with_extension(ending)).expect("written");
        let wrong = room.path().join("hegu-remind").with_extension(ending);
        fs::write(wrong, text.replace("21:30", "25:30")).expect("write");
    }
    let refused = verify(&room.path().join("hegu-remind.timer")).expect("it runs");
    assert!(!refused.status.success(), "{}", said(&refused));
}

/// Only hegu's line comes and goes; a crontab that cannot be read is left alone.
#[test]
fn the_other_lines_of_a_crontab_stay() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().expect("a folder");
    let tab = home.path().join("tab");
    let crontab = home.path().join("crontab");
    let script = r#"#!/bin/sh
        tab="$(dirname "$0")/tab"
        [ -e "$tab.locked" ] && { echo "You (ann) are not allowed to use this program" >&2; exit 1; }
        case "$1" in
            -l) [ -e "$tab" ] || { echo "no crontab for ann" >&2; exit 1; }; cat "$tab" ;;
            -r) rm "$tab" ;;
            -) cat >"$tab" ;;
        esac
    "#;
    fs::write(&crontab, script).expect("write");
    fs::set_permissions(&crontab, fs::Permissions::from_mode(0o755)).expect("chmod");
    let path = format!(
        "HOME='{0}'; PATH='{0}':/usr/bin:/bin; export HOME PATH;",
        home.path().display()
    );
    let run = |words: &str| hegu(home.path(), "en", &path, words);
    let now = || fs::read_to_string(&tab).ok();
    let own = "# mine\nMAILTO=\"\"\n0 5 * * 1-5 backup --quiet  # nightly\n";

    fs::write(&tab, own).expect("write");
    assert!(run("remind --at 21:30 --by cron --yes").status.success());
    assert!(run("remind --at 22:15 --by cron --yes").status.success());
    let with = now().expect("a crontab");
    assert!(with.starts_with(own) && with.lines().count() == 4, "{with}");
    assert!(with.contains("15 22 * * * ") && !with.contains("21"), "{with}");
    assert!(run("remind --remove --by cron").status.success());
    assert_eq!(now().as_deref(), Some(own));

    fs::remove_file(&tab).expect("remove");
    assert!(run("remind --at 21:30 --by cron --yes").status.success());
    assert!(now().expect("a crontab").contains("30 21 * * * "));
    assert!(run("remind --remove --by cron").status.success());
    assert_eq!(now(), None);

    fs::write(&tab, own).expect("write");
    fs::write(home.path().join("tab.locked"), "").expect("write");
    let refused = run("remind --at 21:30 --by cron --yes");
    assert!(!refused.status.success());
    assert!(said(&refused).contains("not allowed"), "{}", said(&refused));
    assert_eq!(now().as_deref(), Some(own));
}
