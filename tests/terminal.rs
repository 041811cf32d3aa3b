//! The real program in a real pseudo-terminal: it opens, answers, and gives the terminal back whole.

#![cfg(unix)]

mod support;

use std::time::{Duration, Instant};

use support::dice::Dice;
use support::pty::{Pty, spawn, spawn_again, spawn_in_shell, spawn_tripping};

/// A first evening opens with the welcome; the atlas lies behind it.
fn walk_in(pty: &mut Pty) {
    pty.wait_for("walk the atlas");
    pty.press("2");
    pty.wait_for("LU Lung");
}

/// What must be switched off again when the program leaves: alternate screen, mouse, paste, focus; and the
/// cursor must be back.
fn assert_left_whole(pty: &Pty) {
    let modes = pty.modes();
    assert!(!modes.alternate_screen, "the alternate screen is still on");
    assert!(!modes.hidden_cursor, "the cursor is still hidden");
    assert!(!modes.mouse, "the mouse is still caught");
    assert!(!modes.bracketed_paste, "pastes are still bracketed");
    assert!(modes.cooked, "the line discipline is not the shell's");
    let sent = pty.sent();
    for (mode, name) in [
        (&b"\x1b[?1004"[..], "focus messages"),
        (b"\x1b[?1000", "mouse buttons"),
        (b"\x1b[?1002", "mouse drags"),
        (b"\x1b[?1003", "mouse moves"),
        (b"\x1b[?1006", "the mouse's long form"),
        (b"\x1b[?2004", "marks around pastes"),
        (b"\x1b[?2026", "a synchronized update"),
    ] {
        assert!(sent.ends_with_off(mode), "{name}: still on");
    }
    // Keyboard protocols that are pushed must be popped.
    assert_eq!(sent.count(b"\x1b[>1u"), sent.count(b"\x1b[<1u"), "keyboard modes");
}

#[test]
fn opens_answers_a_key_and_leaves_the_terminal_whole() {
    let mut pty = spawn(80, 24, &[]);
    walk_in(&mut pty);
    pty.press("\x1b[C");
    pty.wait_for("LI Large Intestine");
    pty.press("L");
    pty.wait_for("Tyktarm");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_left_whole(&pty);
}

#[test]
fn keys_around_the_terminals_answer_are_keys_and_the_answer_is_none() {
    let mut pty = spawn(80, 24, &[]);
    // Whichever comes first, the question or what is typed: the ground's colour, then what kind of terminal it is.
    pty.press("2\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\\x1b[?62;22c\x1b[C");
    pty.wait_for("LI Large Intestine");
    assert_eq!(pty.sent().count(b"\x1b]11;?"), 1);
    pty.press("\x1b[D");
    pty.wait_for("LU Lung");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_resize_is_followed_and_below_the_least_size_there_are_words() {
    let mut pty = spawn(80, 24, &[]);
    walk_in(&mut pty);
    pty.resize(30, 8);
    pty.wait_for("hegu needs 40 x 12");
    pty.resize(120, 40);
    pty.wait_for("LU Lung");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

/// Everything a window can do to a program, two hundred times: from one cell to a wall.
#[test]
fn a_storm_of_resizes_leaves_the_same_screen() {
    let mut pty = spawn(80, 24, &[]);
    walk_in(&mut pty);
    pty.settle();
    let before = pty.screen();
    let mut dice = Dice::new(9);
    for count in 0..200 {
        let (width, height) = match count % 4 {
            0 => (dice.within(1, 500), dice.within(1, 200)),
            1 => (dice.within(1, 120), 1),
            2 => (1, dice.within(1, 60)),
            _ => (dice.within(30, 130), dice.within(8, 50)),
        };
        pty.resize(width as u16, height as u16);
        if count % 10 == 0 {
            pty.press("\x1b[B\x1b[A");
        }
        std::thread::sleep(Duration::from_millis(3));
    }
    pty.resize(80, 24);
    let end = Instant::now() + Duration::from_secs(60);
    let after = loop {
        std::thread::sleep(Duration::from_millis(100));
        let after = pty.screen_since_cleared(80, 24);
        if after.contains("LU Lung") || Instant::now() > end {
            break after;
        }
    };
    let cell = |screen: &str, x, y| {
        screen
            .lines()
            .nth(y)
            .and_then(|row| row.chars().nth(x))
            .unwrap_or(' ')
    };
    let cells = (0..24).flat_map(|y| (0..80).map(move |x| (x, y)));
    let lost = cells
        .filter(|(x, y)| cell(&before, *x, *y) != cell(&after, *x, *y))
        .count();
    assert!(
        lost * 100 <= 80 * 24,
        "{lost} cells are not back:\n{before}\n\n{after}"
    );
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_left_whole(&pty);
}

/// The journal of a program that has ended, however it ended: SQLite's own check of every page, and hegu's
/// own reading.
fn assert_journal_whole(home: &std::path::Path) -> usize {
    let path = home.join("hegu/journal.sqlite3");
    let journal = hegu::platform::journal::Journal::open(&path).expect("a journal that opens");
    let entries = journal
        .latest_check_ins(usize::MAX)
        .expect("a journal that can be read");
    let file = rusqlite::Connection::open(&path).expect("a file");
    let check: String = file
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("a check");
    assert_eq!(check, "ok");
    entries.len()
}

#[test]
fn a_window_that_is_closed_and_a_kill_leave_a_whole_journal() {
    for how in ["closed", "KILL", "HUP"] {
        let mut pty = spawn(80, 24, &[]);
        walk_in(&mut pty);
        pty.press("c");
        pty.wait_for("How are you right now?");
        pty.press("3");
        pty.press("\r");
        pty.wait_for("How tense are you right now?");
        match how {
            "closed" => pty.close("7"),
            signal => pty.signal(signal),
        }
        pty.wait_for_end(Duration::from_secs(10));
        let home = pty.into_home();
        assert_eq!(
            assert_journal_whole(home.path()),
            1,
            "{how}: the answer given is there"
        );
    }
}

/// A mistake of ours on each screen that keys lead to, in what is asked of the disk, and at the very end.
#[test]
fn a_panic_anywhere_gives_the_terminal_back_and_leaves_a_whole_journal() {
    let ways: [(&str, &str); 31] = [
        ("Welcome", ""),
        ("Browser", ""),
        ("Card", "2\r"),
        ("Find", "2f"),
        ("Map", "2m"),
        ("Routines", "3"),
        ("Preview", "3\r"),
        ("Journal", "4"),
        ("Profile", "5"),
        ("Learn", "6"),
        ("CheckIn", "c"),
        ("Search", "/"),
        ("Commands", ":"),
        ("RedFlags", "!"),
        ("Today", "1"),
        ("Lesson", "6\r"),
        ("Quiz", "6↓\r"),
        ("Suggestion", "c3\r7\r\t\t\t\r\r\r"),
        ("GoodNight", "c3\r7\r\t\t\t\r\r\r↓↓↓↓\r"),
        ("Compose", "N"),
        ("Bench", "3↓e"),
        ("AddTo", "2a"),
        ("Trial", "4iv"),
        ("Why", "2w"),
        ("Evidence", "2s"),
        ("Sore", "2x"),
        ("Told", "/what is a cun\r"),
        ("Asked", "cs"),
        ("Tour", ":tour\r"),
        ("Keep(CheckIn", "c3"),
        ("Quit", "2q"),
    ];
    for (over, keys) in ways {
        let mut pty = spawn_tripping(over, &[]);
        if !keys.is_empty() {
            pty.wait_for("walk the atlas");
            for key in keys.chars() {
                match key {
                    '↓' => pty.press("\x1b[B"),
                    key => pty.press(&key.to_string()),
                }
                pty.settle();
            }
        }
        assert_eq!(pty.exit_code(), 101, "{over} is tripped over");
        assert_left_whole(&pty);
        assert!(pty.screen().contains("tripped over"), "{over}: {}", pty.screen());
        let home = pty.into_home();
        assert_journal_whole(home.path());
    }
}

#[test]
fn a_panic_in_a_practice_gives_the_terminal_back() {
    let mut pty = spawn_tripping("Practice", &["practice", "LI4"]);
    pty.wait_for("on to what you asked for");
    pty.press(" ");
    pty.wait_for("space begin");
    pty.press(" ");
    pty.wait_for("Is any of this true right now?");
    pty.press("n");
    pty.wait_for("space begin");
    pty.press(" ");
    assert_eq!(pty.exit_code(), 101);
    assert_left_whole(&pty);
    assert_journal_whole(pty.into_home().path());
}

/// Where something sounds or speaks is not where the screen is: the loop goes on.
#[test]
fn a_panic_beside_the_loop_leaves_the_screen_alone() {
    let mut pty = spawn_tripping("beside Browser", &[]);
    walk_in(&mut pty);
    pty.press("\x1b[C");
    pty.wait_for("LI Large Intestine");
    assert!(pty.modes().alternate_screen);
    assert!(!pty.screen().contains("tripped"), "{}", pty.screen());
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_left_whole(&pty);
}

#[test]
fn term_hup_and_int_end_it_and_leave_the_terminal_whole() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut pty = spawn(80, 24, &[]);
        walk_in(&mut pty);
        pty.signal(signal);
        pty.wait_for_end(Duration::from_secs(5));
        assert_left_whole(&pty);
    }
}

#[test]
fn ctrl_z_stops_it_like_any_program_and_fg_brings_it_back() {
    let mut pty = spawn_in_shell(80, 24);
    walk_in(&mut pty);
    pty.press("\x1a");
    pty.wait_for("STOPPED");
    assert!(!pty.modes().alternate_screen);
    pty.press("\r");
    pty.wait_for("LU Lung");
    assert!(pty.modes().alternate_screen);
    pty.press("q");
    pty.wait_for("DONE 0");
    assert_left_whole(&pty);
}

#[test]
fn a_still_screen_sends_nothing() {
    let mut pty = spawn(80, 24, &[]);
    walk_in(&mut pty);
    pty.settle();
    let before = pty.sent().len();
    // A key that means nothing here changes no cell.
    pty.press("ø");
    pty.press("Æ");
    pty.settle();
    assert_eq!(pty.sent().len(), before);
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_whole_evening_and_the_next_day() {
    // Browse, find the spot.
    let mut pty = spawn(80, 24, &[]);
    walk_in(&mut pty);
    pty.press("\x1b[C\x1b[B\x1b[B\x1b[B");
    pty.wait_for("Joining Valley");
    pty.press("f");
    pty.wait_for("Find the spot");
    pty.press("\x1b");
    pty.wait_for("Joining Valley");

    // The questions before.
    pty.press("c");
    pty.wait_for("How are you right now?");
    pty.press("3\r");
    pty.wait_for("How tense are you right now?");
    pty.press("7\r\t\t\t\r");
    pty.wait_for("What may have mattered?");
    pty.press("\r");
    pty.wait_for("Anything to write down?");
    pty.press("\r");
    pty.wait_for("Because you said: Tension 7.");

    // The practice that suits, both sides; each press is let go slowly before the next begins.
    pty.wait_for("Evening unwind");
    pty.press("\r");
    pty.wait_for("questions about today come first");
    pty.press(" ");
    pty.wait_for("Is any of this true right now?");
    pty.press("n");
    pty.wait_for("space begin");
    pty.press(" ");
    pty.wait_for("Find it");
    // Ending a practice by skipping takes at most two keys a side, one an item, and two.
    for _ in 0..20 {
        if pty.screen().contains("That was all.") {
            break;
        }
        pty.press("n");
        pty.settle();
    }
    pty.wait_for("That was all.");
    pty.press("\r");

    // The same questions after, without the old answers.
    pty.wait_for("And now?");
    pty.wait_for("How are you right now?");
    pty.press("4\r");
    pty.wait_for("How tense are you right now?");
    pty.press("5\r");
    pty.wait_for("Good night.");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_left_whole(&pty);

    // The next day it is there.
    let mut pty = spawn_again(80, 24, pty.into_home());
    pty.wait_for("LU Lung");
    pty.press("4");
    pty.wait_for("Tension");
    // The day by itself tells what was answered before and after.
    pty.press("\r");
    pty.wait_for("Tension 7");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

/// Presses keys one after the other, each once what the one before led to is seen; says how many there were.
fn press_one_by_one(pty: &mut Pty, keys: &[(&str, &str)]) -> usize {
    for (key, then) in keys {
        pty.press(key);
        pty.wait_for(then);
    }
    keys.len()
}

#[test]
fn a_newcomer_practises_after_three_keys() {
    let mut pty = spawn(80, 24, &[]);
    pty.wait_for("two minutes, hand and breath");
    let keys = [
        (" ", "None of these"),
        (" ", "Is any of this true right now?"),
        ("n", "Find it"),
    ];
    assert!(press_one_by_one(&mut pty, &keys) <= 3);
    pty.wait_for("LI4");
}

#[test]
fn a_newcomer_has_checked_in_after_twelve_keys() {
    let mut pty = spawn(80, 24, &[]);
    pty.wait_for("evening check-in");
    let keys = [
        ("c", "How are you right now?"),
        ("3", "3"),
        ("\r", "How tense are you right now?"),
        ("7", "7"),
        ("\r", "How stressed are you right now?"),
        ("\t", "How tired are you right now?"),
        ("\t", "How did you sleep last night?"),
        ("\t", "Where in the body"),
        ("\r", "What may have mattered?"),
        ("\r", "Anything to write down?"),
        ("\r", "Because you said: Tension 7."),
    ];
    assert!(press_one_by_one(&mut pty, &keys) <= 12);
    // It is written: what ends now has lost nothing.
    pty.signal("KILL");
    pty.wait_for_end(Duration::from_secs(10));
    let mut pty = spawn_again(80, 24, pty.into_home());
    pty.wait_for("LU Lung");
    press_one_by_one(&mut pty, &[("4", "Journal"), ("\r", "Tension 7")]);
    // The words of the first row are keys for a mouse: only the month has a legend.
    pty.press(&mouse(&pty, CLICK, "month"));
    pty.wait_for("9-10");
}

/// The left button, and the wheel, as xterm numbers them.
const CLICK: u8 = 0;
const WHEEL_DOWN: u8 = 65;

/// The bytes of a mouse in its long form, at the first letter of a word on the screen.
fn mouse(pty: &Pty, button: u8, word: &str) -> String {
    let screen = pty.screen();
    let rows: Vec<&str> = screen.lines().collect();
    let at = |line: &&str| line.find(word).map(|byte| line[..byte].chars().count());
    let (row, column) = rows
        .iter()
        .enumerate()
        .rev()
        .find_map(|(row, line)| at(line).map(|column| (row + 1, column + 1)))
        .unwrap_or_else(|| panic!("no \"{word}\" in:\n{screen}"));
    format!("\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m")
}

#[test]
fn a_mouse_chooses_scrolls_and_does_what_a_hint_says() {
    let mut pty = spawn(80, 24, &[]);
    walk_in(&mut pty);
    pty.press(&mouse(&pty, CLICK, "Tiānfǔ"));
    pty.wait_for("Celestial Storehouse");
    let wheel = mouse(&pty, WHEEL_DOWN, "Jīngqú");
    pty.press(wheel.trim_end_matches(|c| c != 'M'));
    pty.wait_for("Clasping the White");
    pty.press(&mouse(&pty, CLICK, "help"));
    pty.wait_for("type to search");
    pty.press(&mouse(&pty, CLICK, "close"));
    pty.wait_for("Clasping the White");
    // Pages of words turn wherever the wheel stands: here on the first row.
    pty.press("s");
    pty.wait_for("What we know");
    pty.settle();
    let before = pty.screen();
    let wheel = mouse(&pty, WHEEL_DOWN, "What we know");
    pty.press(wheel.trim_end_matches(|c| c != 'M'));
    pty.settle();
    assert_ne!(pty.screen(), before, "the wheel turned nothing");
}

/// Opens a routine, says no to the questions about today, and begins.
fn begin(args: &[&str]) -> Pty {
    let mut pty = spawn(80, 24, args);
    // A first evening: what this is, and then what was asked for.
    pty.wait_for("on to what you asked for");
    pty.press(" ");
    pty.wait_for("space begin");
    pty.press(" ");
    pty.wait_for("Is any of this true right now?");
    pty.press("n");
    pty.wait_for("space begin");
    pty.press(" ");
    pty.wait_for("Find it");
    pty
}

#[test]
fn a_stopped_practice_goes_on_only_when_somebody_says_so() {
    let mut pty = begin(&["practice", "LI4"]);
    pty.press("\r");
    pty.wait_for("Breathe in");
    pty.signal("STOP");
    // Far shorter than any pause the practice would notice by itself.
    std::thread::sleep(Duration::from_millis(1_500));
    pty.signal("CONT");
    pty.wait_for("Paused");
    let before = pty.screen();
    std::thread::sleep(Duration::from_millis(1_500));
    let total = |screen: &str| {
        screen
            .lines()
            .find(|line| line.contains(" of 4:"))
            .map(str::to_owned)
    };
    assert_eq!(total(&pty.screen()), total(&before), "time stands still");
    pty.press(" ");
    pty.wait_for("Breathe in");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_left_whole(&pty);
}

/// Killed between the sides, without a moment to write anything: the left side is done, the right one is offered.
#[test]
fn a_practice_that_was_killed_is_offered_again_where_it_stopped() {
    let mut pty = begin(&["practice", "desk-break"]);
    pty.press("\r");
    // Half a minute of pressing and a slow release, in real time.
    let end = std::time::Instant::now() + Duration::from_secs(120);
    while !pty.screen().contains("Other side") {
        assert!(std::time::Instant::now() < end, "{}", pty.screen());
        std::thread::sleep(Duration::from_millis(100));
    }
    pty.signal("KILL");
    pty.wait_for_end(Duration::from_secs(20));
    let mut pty = spawn_again(80, 24, pty.into_home());
    pty.wait_for("Cut off at");
    let offered = pty.screen();
    assert!(
        offered.contains("right hand") && !offered.contains("left hand"),
        "{offered}"
    );
    pty.press(" ");
    pty.wait_for("Find it");
    pty.wait_for("right hand");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_left_whole(&pty);
}

#[test]
fn plain_lines_are_stopped_and_go_on_the_same_way() {
    let mut pty = spawn(80, 24, &["practice", "LI4", "--plain"]);
    pty.wait_for("n and enter");
    pty.press("n\r");
    pty.wait_for("0:00  Find it");
    pty.signal("STOP");
    std::thread::sleep(Duration::from_millis(1_500));
    pty.signal("CONT");
    pty.wait_for("Paused");
    pty.press("\r");
    pty.wait_for("Going on");
    pty.press("q\r");
    pty.wait_for("Was there a reason?");
    pty.press("\r");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn the_window_title_follows_a_practice_and_is_given_back() {
    let mut pty = begin(&["practice", "LI4"]);
    pty.press("\r");
    pty.wait_for("Breathe in");
    let end = std::time::Instant::now() + Duration::from_secs(10);
    while !pty
        .titles()
        .iter()
        .any(|(_, title)| title.starts_with("In · LI4 left · 1:3"))
    {
        assert!(std::time::Instant::now() < end, "{:?}", pty.titles());
        std::thread::sleep(Duration::from_millis(20));
    }
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(pty.titles().last().map(|(_, title)| title.as_str()), Some(""));
}

#[test]
#[ignore = "takes ten minutes: the drift of the real loop"]
fn over_ten_minutes_the_loop_drifts_by_less_than_50_ms() {
    let pty = begin(&["practice", "evening-unwind"]);
    std::thread::sleep(Duration::from_secs(598));
    let titles = pty.titles();
    assert!(titles.len() > 590, "a title a second: {}", titles.len());
    // Each title belongs to a whole second of the practice.
    let first = titles[0].0;
    let late: Vec<f64> = titles
        .iter()
        .enumerate()
        .map(|(second, (when, _))| {
            when.duration_since(first).as_secs_f64() * 1_000.0 - 1_000.0 * second as f64
        })
        .collect();
    let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
    let drift = mean(&late[late.len() - 60..]) - mean(&late[..60]);
    let worst = late.iter().fold(0.0_f64, |most, ms| most.max(ms.abs()));
    println!(
        "drift {drift:.2} ms over {} s; the worst single title {worst:.1} ms",
        titles.len()
    );
    assert!(drift.abs() < 50.0, "{drift} ms");
}
