//! The mistakes people make in files, each by its name (`tests/mistakes`), and beside it what hegu says: what is
//! wrong, where, and what to write instead. Also what does not look like a file at all.
//!
//! `HEGU_WRITE=1 cargo test --test mistakes` writes the sentences anew; then they are to be read.

#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

#[path = "support/shell.rs"]
mod shell;

use shell::{command, hegu, text};

/// What is said of a mistake: by the doctor of a person's own files, by the import of a journal.
fn said(file: &Path) -> String {
    let home = tempfile::tempdir().expect("a home");
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
    let (kind, rest) = name.split_once('-').expect("a kind");
    let own = |folder: &str| {
        let folder = home.path().join(folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    };
    let (place, args): (PathBuf, Vec<&str>) = match kind {
        "points" => (own("points.d").join(name), vec!["doctor"]),
        "routines" => (own("routines.d").join(name), vec!["doctor"]),
        "themes" => (own("themes.d").join(name), vec!["doctor"]),
        "config" => (home.path().join("config.toml"), vec!["doctor"]),
        "keymap" => (home.path().join("keymap.toml"), vec!["keys"]),
        "texts" => (own("texts.d/de").join("hegu.ftl"), vec!["--lang", "de", "status"]),
        "journal" if rest.ends_with(".daylio.csv") => (
            home.path().join(name),
            vec!["journal", "import", "--daylio", name],
        ),
        "journal" => (
            home.path().join(name),
            vec!["journal", "import", "--dry-run", name],
        ),
        other => panic!("{name}: nobody reads {other}"),
    };
    fs::copy(file, &place).expect("a copy");
    let output = hegu(home.path(), &args);
    let all = format!("{}{}", text(&output.stdout), text(&output.stderr));
    let home = format!("{}/", home.path().display());
    let all = all.replace(&home, "");
    let lines: Vec<&str> = match args[0] {
        // Of the whole report only what is wrong.
        "doctor" => all
            .lines()
            .filter_map(|line| line.strip_prefix("! "))
            // A file that asks for Danish is told in Danish.
            .filter(|line| line.contains(", line ") || line.contains(", linje "))
            .collect(),
        "keys" => text_after(&all),
        _ => all.lines().filter(|line| !line.is_empty()).collect(),
    };
    match lines.is_empty() {
        true => "fine\n".to_owned(),
        false => lines.join("\n") + "\n",
    }
}

/// The problems of `hegu keys` come after its table, on standard error.
fn text_after(all: &str) -> Vec<&str> {
    all.lines()
        .filter(|line| line.contains("keymap.toml, line"))
        .collect()
}

#[test]
fn every_named_mistake_is_told_clearly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the corpus")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_none_or(|ending| ending != "said"))
        .collect();
    files.sort();
    assert!(files.len() >= 40, "{}", files.len());
    let write = std::env::var_os("HEGU_WRITE").is_some();
    let mut different = Vec::new();
    for file in &files {
        let said = said(file);
        let name = file.display().to_string();
        assert!(!said.trim().is_empty(), "{name}: nothing is said");
        assert!(
            !said.contains('\u{1b}') && !said.contains('\u{202e}'),
            "{name}: {said:?}"
        );
        let beside = PathBuf::from(format!("{name}.said"));
        if write {
            fs::write(&beside, &said).expect("written");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if said != expected {
            different.push(format!("{name}\nexpected: {expected}\nsaid:     {said}"));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// How soon a program ends that has nothing to read. A pipe or a device that was waited for would never.
const SOON: Duration = Duration::from_secs(20);

fn ends(mut command: Command) -> Output {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hegu runs");
    let end = Instant::now() + SOON;
    while child.try_wait().expect("a status").is_none() {
        if Instant::now() > end {
            drop(child.kill());
            panic!("waits for ever: {command:?}");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    child.wait_with_output().expect("its words")
}

/// Things with the name of a file: a pipe nobody writes to, a device without end, a folder, links into nothing
/// and into themselves.
fn things(folder: &Path) -> Vec<PathBuf> {
    let named = |name: &str| folder.join(name);
    let made = Command::new("mkfifo")
        .arg(named("pipe"))
        .status()
        .expect("mkfifo");
    assert!(made.success());
    fs::create_dir(named("folder")).expect("a folder");
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, named(name)).expect("a link");
    link("/dev/zero", "zeros");
    link("nowhere", "dangling");
    link("loop", "loop");
    ["pipe", "folder", "zeros", "dangling", "loop"]
        .map(named)
        .to_vec()
}

#[test]
fn what_is_no_file_is_refused_and_never_waited_for() {
    let folder = tempfile::tempdir().expect("a folder");
    for thing in things(folder.path()) {
        let name = thing.display().to_string();
        for args in [
            vec!["check", &name],
            vec!["journal", "import", "--format", "jsonl", &name],
            vec!["journal", "import", "--format", "csv", &name],
            vec!["journal", "import", "--format", "toml", &name],
            vec!["journal", "import", "--daylio", &name],
            vec!["journal", "import", "--map", "day=Day", &name],
            vec!["journal", "restore", &name],
        ] {
            let home = tempfile::tempdir().expect("a home");
            let mut command = command(home.path());
            command.args(&args);
            let output = ends(command);
            let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
            assert_eq!(output.status.code(), Some(1), "{args:?}: {said}");
            assert!(said.lines().count() <= 4 && said.len() > 20, "{args:?}: {said}");
        }
        // In the place of each of one's own files, and of the journal itself.
        for place in [
            "config.toml",
            "keymap.toml",
            "points.d/x.toml",
            "themes.d/x.toml",
            "routines.d/x.toml",
            "journal.sqlite3",
        ] {
            let home = tempfile::tempdir().expect("a home");
            let at = home.path().join(place);
            fs::create_dir_all(at.parent().expect("a folder")).expect("a folder");
            std::os::unix::fs::symlink(&thing, &at).expect("a link");
            let mut doctor = command(home.path());
            doctor.arg("doctor");
            ends(doctor);
            let mut points = command(home.path());
            points.args(["point", "LI4"]);
            let output = ends(points);
            let said = text(&output.stderr);
            assert!(
                text(&output.stdout).contains("LI4") || !said.is_empty(),
                "{place} is {name}: {said}"
            );
            let mut checkin = command(home.path());
            checkin.args(["checkin", "--mood", "3"]);
            let output = ends(checkin);
            if place == "journal.sqlite3" && !name.ends_with("dangling") {
                assert!(!output.status.success(), "{place} is {name}");
                assert!(!output.stderr.is_empty());
            }
        }
    }
}

#[test]
fn a_file_larger_than_any_is_refused_before_it_is_read() {
    let home = tempfile::tempdir().expect("a home");
    let large = home.path().join("large.toml");
    // A hole as large as the largest file, and one byte more.
    let file = fs::File::create(&large).expect("a file");
    file.set_len(100_000_001).expect("a hole");
    let name = large.display().to_string();
    let mut check = command(home.path());
    check.args(["check", &name]);
    let output = ends(check);
    assert!(
        text(&output.stdout).contains("at most 100000000 are read. Divide it."),
        "{}",
        text(&output.stdout)
    );
    let mut import = command(home.path());
    import.args(["journal", "import", &name]);
    let output = ends(import);
    assert!(
        text(&output.stderr).contains("too large to be read whole"),
        "{}",
        text(&output.stderr)
    );
    // One line without an end, in the one format that may have any size.
    let endless = home.path().join("endless.jsonl");
    fs::write(&endless, "x".repeat(30_000_000)).expect("a file");
    let mut import = command(home.path());
    import.args(["journal", "import"]).arg(&endless);
    let output = ends(import);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("line 1"),
        "{}",
        text(&output.stderr)
    );
    assert!(text(&output.stderr).len() < 1_000);
}

#[test]
fn a_file_nobody_may_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().expect("a home");
    let file = home.path().join("mine.toml");
    fs::write(&file, "[[point]]\n").expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).expect("chmod");
    if fs::read(&file).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    let said = hegu(home.path(), &["check", file.to_str().expect("a path")]);
    assert!(
        text(&said.stdout).contains("It cannot be read"),
        "{}",
        text(&said.stdout)
    );
}
