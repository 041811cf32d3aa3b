//! What cannot be seen, and what is wider or narrower than it looks: in notes, tags, names of routines, the
//! profile, imports, and a person's own files. None of it acts on the terminal, by the screen or by a verb, and
//! no row of the screen is moved by it.

mod support;

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use hegu::app::update::update;
use hegu::app::{Answer, Diary, Effect, Key, Message, Model, Screen, Settings};
use hegu::content::own::OwnFile;
use hegu::domain::checkin::{Answers, Mood, Phase};
use hegu::domain::journal::NewCheckIn;
use hegu::domain::profile::Line;
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::is_invisible;
use hegu::platform::desk::Desk;
use hegu::platform::journal::Journal;
use hegu::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use support::nasty::NASTY;
use support::text_of;
use unicode_width::UnicodeWidthStr;

fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T21:30:00+01:00").expect("a moment")
}

/// A journal in which every text a person can bring is one of these.
fn write(home: &Path) {
    let mut journal = Journal::open(&home.join("journal.sqlite3")).expect("a journal");
    for (number, nasty) in NASTY.iter().enumerate() {
        let at = at() - chrono::TimeDelta::hours(number as i64 * 6);
        let answers = Answers {
            mood: Some(Mood::Good),
            tags: vec![(*nasty).to_owned(), format!("tag {number}")],
            note: format!("{nasty} note {number} {nasty}"),
            ..Answers::default()
        };
        let new = NewCheckIn {
            day: at.date_naive(),
            at,
            phase: Phase::Before,
            of: None,
            practice: None,
            answers,
        };
        journal.append_check_in(&new).expect("written");
    }
    let tags: Vec<String> = NASTY.iter().map(|tag| (*tag).to_owned()).collect();
    journal.set_own_tags(&tags, at()).expect("written");
    let lines: Vec<Line> = NASTY
        .iter()
        .map(|nasty| Line {
            id: (*nasty).to_owned(),
            answer: (*nasty).to_owned(),
            detail: (*nasty).to_owned(),
        })
        .collect();
    journal.set_profile(&lines, at()).expect("written");
    journal.set_flag("welcome", "read", at()).expect("written");
    for nasty in NASTY {
        journal.set_flag(nasty, nasty, at()).expect("written");
        journal.set_favourite_point(nasty, true, at()).expect("written");
        journal.set_favourite_routine(nasty, true, at()).expect("written");
    }
}

/// Every cell holds what one sees, and every row is as wide as the terminal: a sign of two cells has both, one
/// of none has no cell, and nothing hangs over the border.
fn assert_clean(frame: &Buffer, place: &str) {
    let area = *frame.area();
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let symbol = frame[(x, y)].symbol();
            assert!(
                !symbol.chars().any(is_invisible),
                "{place}: {symbol:?} in row {y}"
            );
            let width = symbol.width() as u16;
            assert!(
                x + width <= area.width,
                "{place}: {symbol:?} hangs over the border of row {y}"
            );
            x += width.max(1);
        }
        assert_eq!(x, area.width, "{place}: row {y}");
    }
}

fn frame(model: &Model) -> Buffer {
    let (width, height) = model.known.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    ui::draw(model, &mut buffer);
    buffer
}

struct Screens {
    model: Model,
    desk: Desk,
    now: Now,
}

impl Screens {
    fn open(home: &Path, size: (u16, u16)) -> Screens {
        let now = Now {
            steady: Moment(0),
            wall: at(),
        };
        let model = Model::new(hegu::shipped(), Settings::default(), now, size);
        let mut screens = Screens {
            model,
            desk: Desk::new(home.join("journal.sqlite3")),
            now,
        };
        let first = Diary::open(screens.model.known.day_start(), now.wall);
        screens.perform(vec![Effect::Keep(first)]);
        screens
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            for answer in self.desk.perform(effect, self.now) {
                self.send(answer);
            }
        }
    }

    fn send(&mut self, message: Message) {
        let effects = update(&mut self.model, message, self.now);
        self.perform(effects);
    }

    fn press(&mut self, name: &str) {
        let key = hegu::app::keymap::parse_key(name).expect("a key");
        self.send(Message::Key(key));
    }
}

#[test]
fn no_screen_shows_what_cannot_be_seen() {
    let home = tempfile::tempdir().expect("a home");
    write(home.path());
    let mut looked_at = 0;
    let mut seen = String::new();
    for size in [(80, 24), (40, 12), (121, 41)] {
        let mut screens = Screens::open(home.path(), size);
        // The journal by day, week, month and year, its numbers, and every day of some weeks; the search.
        for keys in [
            "4", "d", "left", "left", "left", "left", "left", "enter", "esc", "w", "m", "y", "i", "esc", "4",
            "/", "n", "o", "t", "e", "esc", "1", "3", "5", "c",
        ] {
            screens.press(keys);
            let frame = frame(&screens.model);
            assert_clean(&frame, &format!("{size:?} after {keys}"));
            seen.push_str(&text_of(&frame));
            looked_at += 1;
        }
        // The tags and the note of a check-in, typed and pasted.
        for nasty in NASTY {
            let mut screens = Screens::open(home.path(), size);
            screens.press("c");
            for _ in 0..12 {
                screens.press("tab");
                let frame = frame(&screens.model);
                assert_clean(&frame, &format!("{size:?} a question, beside {nasty:?}"));
                screens.send(Message::Pasted((*nasty).to_owned()));
                for letter in nasty.chars() {
                    screens.send(Message::Key(Key::char(letter)));
                }
                let pasted = self::frame(&screens.model);
                assert_clean(&pasted, &format!("{size:?} with {nasty:?} pasted"));
                looked_at += 2;
                if !matches!(screens.model.screen, Screen::CheckIn(_)) {
                    break;
                }
            }
            screens.send(Message::Answer(Answer::NotChosen((*nasty).to_owned())));
            let frame = frame(&screens.model);
            assert_clean(&frame, &format!("{size:?} a notice with {nasty:?}"));
        }
    }
    assert!(seen.contains("note 1"), "the notes are on a screen");
    println!("{looked_at} frames");
}

fn hegu(home: &Path, args: &[&str]) -> Vec<u8> {
    let output = support::shell::hegu(home, args);
    [output.stdout, output.stderr].concat()
}

/// A verb may end lines, and colour a picture; it never says more to a terminal than that.
fn assert_quiet(said: &[u8], args: &[&str]) {
    let said = String::from_utf8(said.to_vec()).expect("text");
    let wrong = said
        .char_indices()
        .find(|(_, c)| is_invisible(*c) && !matches!(c, '\n' | '\t'));
    if let Some((at, c)) = wrong {
        let around: String = said[at..].chars().take(30).collect();
        panic!("{args:?} says {c:?}: {around:?}");
    }
}

#[test]
fn no_verb_says_what_cannot_be_seen() {
    let home = tempfile::tempdir().expect("a home");
    write(home.path());
    for args in [
        &["journal", "list"][..],
        &["journal", "search", "note"],
        &["journal", "tags"],
        &["journal", "export", "--format", "md"],
        &["journal", "week"],
        &["journal", "month"],
        &["journal", "year"],
        &["journal", "insight"],
        &["report"],
        &["report", "--format", "html"],
        &["status"],
        &["profile"],
        &["profile", "show"],
        &["routines"],
        &["points"],
        &["doctor"],
        &["today"],
        &["point", "\u{1b}[2J"],
        &["practice", "\u{1b}]0;x\u{7}"],
        &["practice", "LI4", "--plain", "--speed", "1000"],
        &["routines", "show", "\u{202e}x"],
        &["check", "\u{1b}[31m.toml"],
        &["journal", "import", "\u{1b}[31m.jsonl"],
        &["journal", "restore", "\u{1b}[31m"],
        &["config", "set", "lang", "\u{1b}[31m"],
        &["config", "set", "\u{1b}[31m", "x"],
        &["--lang", "\u{1b}[31m", "points"],
        &["hegu://\u{1b}[31m"],
        &["\u{1b}[31m"],
        &["map", "\u{9b}31m"],
        &["breathe", "\u{1b}c"],
        &["evidence", "\u{1b}c"],
        &["figure", "--view", "\u{1b}c"],
    ] {
        assert_quiet(&hegu(home.path(), args), args);
    }
}

/// A stranger's files: every text in them is refused by its line, and what is said of it is quiet.
#[test]
fn own_files_with_what_cannot_be_seen_are_refused_by_line() {
    let unseen = [
        "\\u001b[31m",
        "\\u009b31m",
        "\\u202e",
        "\\u0007",
        "\\r",
        "\u{202e}",
        "\u{2066}",
        "\u{feff}",
    ];
    let shipped = include_str!("../assets/routines.toml");
    for sign in unseen {
        for (folder, text) in [
            (
                "routines.d",
                format!(
                    "[[routine]]\nid = \"mine\"\nname = {{ en = \"M{sign}ine\", da = \"Min\" }}\nminutes = 5\nitems = [\n    {{ point = \"LI4\", sides = \"each\", seconds = 60, posture = \"sit\" }},\n]\n"
                ),
            ),
            ("points.d", format!("[[point]]\n\"{sign}\" = 1\n")),
            ("themes.d", format!("[[theme]]\nid = \"{sign}\"\n")),
        ] {
            let home = tempfile::tempdir().expect("a home");
            std::fs::create_dir(home.path().join(folder)).expect("a folder");
            std::fs::write(home.path().join(folder).join("mine.toml"), &text).expect("a file");
            for args in [&["doctor"][..], &["routines"], &["points"]] {
                let said = hegu(home.path(), args);
                assert_quiet(&said, args);
                if args == ["doctor"] {
                    let said = String::from_utf8_lossy(&said).into_owned();
                    assert!(said.contains("mine.toml, line "), "{folder} {sign}: {said}");
                }
            }
        }
        let home = tempfile::tempdir().expect("a home");
        std::fs::write(
            home.path().join("config.toml"),
            format!("\"{sign}\" = \"{sign}\"\nhook = [\"{sign}\"]\n"),
        )
        .expect("a file");
        std::fs::write(
            home.path().join("keymap.toml"),
            format!("\"{sign}\" = \"{sign}\"\n"),
        )
        .expect("a file");
        for args in [&["doctor"][..], &["keys"], &["status"], &["config", "show"]] {
            assert_quiet(&hegu(home.path(), args), args);
        }
    }
    // The shipped ones hold nothing of the kind.
    let file = OwnFile {
        name: "routines.toml".to_owned(),
        text: shipped.to_owned(),
    };
    assert!(!file.text.chars().any(|c| is_invisible(c) && c != '\n'));
}
