//! The journal as text, in and out, through the program itself.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use hegu::domain::journal::Trouble;
use hegu::platform::journal::Journal;
use hegu::platform::journal::entry::Entry;
use support::year;
use tempfile::TempDir;

struct Person {
    home: TempDir,
}

impl Person {
    fn new() -> Person {
        Person {
            home: tempfile::tempdir().expect("a folder"),
        }
    }

    /// With a year of evenings, a profile, favourites and tags.
    fn with_a_year(seed: u64) -> Person {
        let person = Person::new();
        let mut journal = person.journal();
        let entries = year::year(seed).into_iter().map(Ok::<_, Trouble>);
        journal.take_in(entries).expect("take in");
        let line = hegu::domain::profile::Line {
            id: "WB-11".into(),
            answer: "yes".into(),
            detail: "foot.left".into(),
        };
        let now = chrono::DateTime::parse_from_rfc3339("2028-12-31T21:30:00+01:00").expect("a moment");
        journal
            .set_profile(std::slice::from_ref(&line), now)
            .expect("set");
        journal.set_today(now.date_naive(), &[line]).expect("set");
        journal.set_favourite_point("LI4", true, now).expect("set");
        journal.set_flag("welcome", "read", now).expect("set");
        journal
            .set_own_tags(&["kaffe".into(), "gåtur".into()], now)
            .expect("set");
        person
    }

    fn journal(&self) -> Journal {
        Journal::open(&self.home.path().join("journal.sqlite3")).expect("open")
    }

    fn entries(&self) -> Vec<Entry> {
        self.journal().entries().expect("read")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hegu"));
        command
            .args(words)
            .env_clear()
            .env("HEGU_HOME", self.home.path())
            .env("HEGU_LANG", "en")
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC-1")
            .env("PATH", "/usr/bin:/bin");
        command
    }

    fn hegu(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("it runs")
    }

    fn says(&self, words: &[&str]) -> String {
        let output = self.hegu(words);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {errors}");
        String::from_utf8(output.stdout).expect("text")
    }

    fn refuses(&self, words: &[&str]) -> String {
        let output = self.hegu(words);
        assert!(
            !output.status.success(),
            "{words:?}: {}",
            String::from_utf8_lossy(&output.stdout)
        );
        String::from_utf8(output.stderr).expect("text")
    }

    fn path(&self, name: &str) -> String {
        self.home.path().join(name).display().to_string()
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(path).expect("read")
}

#[test]
fn a_year_round_trips_byte_for_byte_where_the_format_can_hold_it() {
    let person = Person::with_a_year(7);
    let here = person.entries();
    for format in ["jsonl", "toml"] {
        let file = person.path(&format!("year.{format}"));
        person.says(&["journal", "export", "-o", &file]);
        let other = Person::new();
        other.says(&["journal", "import", &file]);
        assert_eq!(other.entries(), here, "{format}");
        let again = other.path(&format!("again.{format}"));
        other.says(&["journal", "export", "-o", &again]);
        assert!(read(&again) == read(&file), "{format} differs");
        // A second time changes nothing.
        let said = other.says(&["journal", "import", &file]);
        assert!(said.starts_with("0 entries"), "{said}");
        assert_eq!(other.entries(), here);
    }
    // CSV holds check-ins and practices, and those exactly.
    let file = person.path("year.csv");
    person.says(&["journal", "export", "-o", &file]);
    let other = Person::new();
    other.says(&["journal", "import", &file]);
    let evenings: Vec<Entry> = here
        .into_iter()
        .filter(|entry| matches!(entry, Entry::CheckIn(_) | Entry::Practice(_)))
        .collect();
    assert_eq!(other.entries(), evenings);
    let again = other.path("again.csv");
    other.says(&["journal", "export", "-o", &again]);
    assert!(read(&again) == read(&file));
    let pages = person.says(&["journal", "export", "--format", "md"]);
    assert!(pages.starts_with("# Journal\n\n## ") && pages.contains("Quiet evening, tea, no screens."));
}

#[test]
fn one_wrong_line_and_nothing_is_taken_in_and_every_wrong_line_is_named() {
    let person = Person::with_a_year(3);
    let file = person.path("year.jsonl");
    person.says(&["journal", "export", "-o", &file]);
    let mut lines: Vec<String> = read(&file).lines().map(str::to_owned).collect();
    let last = lines.len() - 1;
    lines[last] = lines[last].replace("\"phase\":\"", "\"phase\":\"never-");
    lines[last - 2] = "{\"kind\":\"\u{1b}[2J\"}".into();
    fs::write(&file, lines.join("\n") + "\n").expect("write");
    let other = Person::new();
    let said = other.refuses(&["journal", "import", &file]);
    assert!(said.contains(&format!("line {}:", last + 1)), "{said}");
    assert!(said.contains(&format!("line {}:", last - 1)), "{said}");
    assert!(said.contains("Nothing was written."), "{said}");
    assert!(!said.contains('\u{1b}'), "an escape reached the terminal");
    assert_eq!(
        other.hegu(&["journal"]).stdout,
        b"Nothing written yet. The first evening check-in lands here.\n"
    );
    // Something else altogether is one line, not thousands.
    fs::write(&file, "some\ntext\n".repeat(1000)).expect("write");
    assert_eq!(other.refuses(&["journal", "import", &file]).lines().count(), 2);
}

#[test]
fn a_note_cannot_act_on_the_terminal() {
    let person = Person::new();
    person.says(&[
        "checkin",
        "--mood",
        "3",
        "--note",
        "before \u{1b}]0;title\u{7}\u{9b}31m after",
    ]);
    let said = person.says(&["journal"]);
    assert!(said.contains("before") && said.contains("after"));
    assert!(!said.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{said:?}");
    let json = person.says(&["journal", "export"]);
    assert!(!json.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{json:?}");
    // And it is all still there.
    let Some(Entry::CheckIn(entry)) = person.entries().into_iter().next_back() else {
        panic!("a check-in");
    };
    assert_eq!(entry.answers.note, "before \u{1b}]0;title\u{7}\u{9b}31m after");
}

#[test]
fn a_hundred_megabytes_without_a_line_end_end_in_a_clear_refusal() {
    let person = Person::new();
    let file = person.path("large.jsonl");
    let mut large = fs::File::create(&file).expect("create");
    let block = vec![b'x'; 1 << 20];
    for _ in 0..100 {
        std::io::Write::write_all(&mut large, &block).expect("write");
    }
    drop(large);
    let said = person.refuses(&["journal", "import", &file]);
    assert!(said.contains("line 1"), "{said}");
    let toml = person.path("large.toml");
    fs::rename(&file, &toml).expect("rename");
    assert!(person.refuses(&["journal", "import", &toml]).contains("64 MB"));
}

#[test]
fn a_copy_is_made_encrypted_put_back_and_everything_is_forgotten() {
    let person = Person::with_a_year(5);
    let here = person.entries();
    let copy = person.path("copy.age");
    let with_passphrase = |words: &[&str]| {
        let mut child = person
            .command(words)
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut stdin = child.stdin.take().expect("a pipe");
        std::io::Write::write_all(&mut stdin, b"korrekt hest batteri\n").expect("write");
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    with_passphrase(&["journal", "backup", "--encrypt", &copy]);
    person.says(&["checkin", "--mood", "1"]);
    assert_ne!(person.entries(), here);
    with_passphrase(&["journal", "restore", "--yes", &copy]);
    assert_eq!(person.entries(), here);
    // Nobody is there to answer, so nothing is deleted.
    assert!(
        person
            .refuses(&["journal", "forget"])
            .contains("Nothing has been changed.")
    );
    assert_eq!(person.entries(), here);
    person.says(&["journal", "forget", "--yes"]);
    let left: Vec<_> = fs::read_dir(person.home.path())
        .expect("read")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left, ["copy.age"]);
}

#[cfg(unix)]
fn script(person: &Person, text: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let path = person.path("editor.sh");
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).expect("write");
    fs::set_permissions(Path::new(&path), fs::Permissions::from_mode(0o755)).expect("chmod");
    path
}

#[cfg(unix)]
#[test]
fn a_day_is_edited_as_text_and_a_mistake_loses_nothing() {
    let person = Person::new();
    person.says(&["checkin", "--mood", "3", "--tension", "6", "--note", "as it was"]);
    let edit = |script: &str| {
        let output = person
            .command(&["journal", "edit"])
            .env("EDITOR", script)
            .output()
            .expect("it runs");
        let text = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(text).expect("text"))
    };
    let untouched = edit(&script(&person, "true"));
    assert_eq!(untouched, (true, "Nothing was changed.\n".into()));
    let changed = edit(&script(
        &person,
        "sed -i 's/as it was/as it is/; s/tension = 6/tension = 2/' \"$1\"",
    ));
    assert_eq!(changed, (true, "One check-in changed.\n".into()));
    let said = person.says(&["journal"]);
    assert!(said.contains("as it is") && said.contains("Tension 2"), "{said}");
    let (fine, said) = edit(&script(&person, "sed -i 's/tension = 2/tension = 12/' \"$1\""));
    assert!(!fine && said.contains("Line "), "{said}");
    let kept = said
        .split_whitespace()
        .find(|word| word.ends_with(".toml"))
        .expect("the text is kept");
    assert!(read(kept).contains("tension = 12"));
    fs::remove_file(kept).expect("remove");
    assert!(person.says(&["journal"]).contains("Tension 2"));
    let gone = edit(&script(&person, "echo > \"$1\""));
    assert!(gone.0);
    assert!(person.says(&["journal"]).contains("Nothing written yet"));
    person.says(&["journal", "undo"]);
    assert!(person.says(&["journal"]).contains("as it is"));
}

#[test]
fn a_damaged_journal_is_set_aside_and_what_can_be_read_comes_back() {
    let person = Person::with_a_year(9);
    let all = person.entries().len();
    let path = person.home.path().join("journal.sqlite3");
    let mut bytes = fs::read(&path).expect("read");
    // The page that holds the newest note dies, and one in the middle.
    let newest = person
        .journal()
        .latest_check_ins(99)
        .expect("read")
        .into_iter()
        .rev()
        .map(|entry| entry.answers.note)
        .find(|note| note.len() > 8)
        .expect("a note");
    let at = bytes
        .windows(newest.len())
        .rposition(|window| window == newest.as_bytes())
        .expect("it stands in the file");
    let pages = bytes.len() / 4096;
    for page in [pages / 2, at / 4096] {
        bytes[page * 4096..(page + 1) * 4096].fill(0xA5);
    }
    fs::write(&path, &bytes).expect("write");
    let output = person.hegu(&["journal"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("rescue") && said.contains("restore"), "{said}");
    let aside = fs::read_dir(person.home.path())
        .expect("read")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.to_string_lossy().contains("journal-damaged-"))
        .expect("set aside");
    assert_eq!(fs::read(aside).expect("read"), bytes, "untouched");
    // An answer given now has its place.
    person.says(&["checkin", "--note", "written after the damage"]);
    let said = person.says(&["journal", "rescue"]);
    assert!(said.contains("brought back"), "{said}");
    let entries = person.entries();
    assert!(entries.len() * 10 > all * 8, "{said}");
    let about_me = |entry: &Entry| !matches!(entry, Entry::CheckIn(_) | Entry::Practice(_));
    let kinds = entries.iter().filter(|entry| about_me(entry)).count();
    assert!(
        kinds >= 5,
        "what applies to the person comes back with the evenings: {kinds}"
    );
    assert!(person.says(&["journal"]).contains("written after the damage"));
}
