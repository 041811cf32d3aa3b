//! Files written or edited by hand to get around safety end in a clear refusal.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use super::shell::{both, command, hegu};

/// A point of one's own where LI4 is: the same construction, no caution, any region.
fn li4b(region: &str) -> String {
    let shipped = include_str!("../../points.toml");
    let begin = shipped.find("code = \"LI4\"").expect("LI4");
    let entry = &shipped[begin..begin + shipped[begin..].find("[[point]]").expect("a point after it")];
    let construct: Vec<&str> = entry
        .lines()
        .skip_while(|line| !line.starts_with("construct"))
        .take_while(|line| !line.starts_with("place ="))
        .collect();
    format!(
        r#"
[[point]]
code = "LI4b"
meridian = "EX"
names = {{ pinyin = "Wǒdiǎn", hanzi_simplified = "我点", hanzi_traditional = "我點", english = "My Point", danish = "Mit punkt" }}
region = "{region}"
sides = "both"
{}
place = {{ en = "a place I like", da = "et sted, jeg kan lide" }}
find = {{ en = "On the back of the hand, between thumb and index finger.", da = "På håndryggen, mellem tommel- og pegefinger." }}
on_it = {{ en = "You are on it when it feels right.", da = "Du er der, når det føles rigtigt." }}
technique = {{ tool = "thumb", motion = "stay", pressure = "firm", seconds = 60, seconds_range = [30, 120], repeats = 1, postures = ["sit"], hand = {{ en = "with the other thumb", da = "med den anden tommelfinger" }}, basis = "own" }}
uses = [{{ use = "neck", basis = "tradition", reach = "distant" }}]
sources = ["my own"]
"#,
        construct.join("\n")
    )
}

fn write_point(home: &Path, region: &str) {
    let folder = home.join("points.d");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("mine.toml"), li4b(region)).expect("a file");
}

/// Answers in the journal, as somebody could write them with any program for such files.
fn write_profile(home: &Path, lines: &[(&str, &str, &str)]) {
    // `hegu` makes the journal itself, so that it is where it looks for it.
    let made = hegu(home, &["checkin", "--mood", "4"]);
    assert!(made.status.success(), "{}", both(&made));
    let journal = find(home, "journal.sqlite3").expect("a journal");
    let connection = rusqlite::Connection::open(journal).expect("opens");
    for (id, answer, detail) in lines {
        connection
            .execute(
                "INSERT OR REPLACE INTO profile VALUES (?, ?, ?)",
                [id, answer, detail],
            )
            .expect("writes");
    }
}

fn find(folder: &Path, name: &str) -> Option<std::path::PathBuf> {
    fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let path = entry.path();
        match path.is_dir() {
            true => find(&path, name),
            false => (path.file_name()? == name).then_some(path),
        }
    })
}

#[test]
fn a_point_on_the_spot_of_li4_under_another_region_is_refused_by_name() {
    for region in ["face", "foot", "knee"] {
        let home = tempfile::tempdir().expect("a home");
        write_point(home.path(), region);
        let refused = hegu(home.path(), &["practice", "LI4b", "--speed", "1000"]);
        let said = both(&refused);
        assert!(!refused.status.success(), "{said}");
        assert!(said.contains("mine.toml, line "), "{said}");
        assert!(said.contains("its place lies beside"), "{said}");
        assert!(!said.contains("0:00"), "{said}");
    }
}

#[test]
fn a_point_on_the_spot_of_li4_without_cautions_is_left_out_in_pregnancy_all_the_same() {
    for region in ["hand", "wrist"] {
        let home = tempfile::tempdir().expect("a home");
        write_point(home.path(), region);
        write_profile(home.path(), &[("WB-01", "yes", "asked")]);
        let refused = hegu(home.path(), &["practice", "LI4b", "--speed", "1000"]);
        let said = both(&refused);
        if region == "hand" || !said.contains("its place lies beside") {
            assert_eq!(refused.status.code(), Some(3), "{region}: {said}");
            assert!(said.contains("LI4b"), "{said}");
        }
        assert!(!said.contains("0:00"), "{region}: {said}");
    }
    // Without anything that applies it may be pressed, like LI4 itself.
    let home = tempfile::tempdir().expect("a home");
    write_point(home.path(), "hand");
    let done = hegu(home.path(), &["practice", "LI4b", "--speed", "1000"]);
    assert!(done.status.success(), "{}", both(&done));
}

#[test]
fn points_of_the_atlas_only_are_refused_on_the_command_line() {
    let home = tempfile::tempdir().expect("a home");
    for args in [
        &["practice", "ST9"][..],
        &["practice", "ST9", "--speed", "1000"],
        &["practice", "LI4", "CV22", "--speed", "1000"],
    ] {
        let refused = hegu(home.path(), args);
        let said = both(&refused);
        if args.contains(&"LI4") {
            assert!(said.contains("CV22 Tiāntū is left out"), "{said}");
            assert!(!said.contains("Press  CV22"), "{said}");
        } else {
            assert_eq!(refused.status.code(), Some(3), "{said}");
            assert!(said.contains("ST9"), "{said}");
        }
    }
}

#[test]
fn a_profile_edited_into_nonsense_is_named_and_counts_as_yes() {
    let home = tempfile::tempdir().expect("a home");
    write_profile(
        home.path(),
        &[
            ("WB-02", "maybe", ""),
            ("WB-11", "yes", "tail.middle"),
            ("XX-99", "yes", ""),
        ],
    );
    let refused = hegu(home.path(), &["practice", "HT7", "--speed", "1000"]);
    let said = both(&refused);
    assert_eq!(refused.status.code(), Some(3), "{said}");
    for words in ["WB-02, WB-11, XX-99", "cannot be read", "counts as yes"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("0:00"), "{said}");
    let shown = hegu(home.path(), &["profile"]);
    assert!(both(&shown).contains("not sure"), "{}", both(&shown));
}

#[test]
fn no_option_of_the_command_line_goes_around_the_profile() {
    let home = tempfile::tempdir().expect("a home");
    write_profile(
        home.path(),
        &[("WB-01", "yes", "asked"), ("WB-19", "yes", "asked")],
    );
    for args in [
        &["practice", "LI4", "--speed", "1000"][..],
        &["practice", "LI4", "--plain", "--speed", "1000"],
        &["practice", "LI4", "--minutes", "5", "--speed", "1000"],
        &["practice", "low-back", "--speed", "1000"],
    ] {
        let refused = hegu(home.path(), args);
        let said = both(&refused);
        assert_eq!(refused.status.code(), Some(3), "{args:?}: {said}");
        assert!(!said.contains("Press  LI4"), "{args:?}: {said}");
    }
    // Breath holds vanish, wherever they are asked for.
    let breath = hegu(
        home.path(),
        &["breathe", "4-7-8", "--minutes", "1", "--speed", "1000"],
    );
    let said = both(&breath);
    assert!(breath.status.success(), "{said}");
    assert!(said.contains("Another way to breathe"), "{said}");
    assert!(!said.contains("Hold"), "{said}");
}

/// A routine of one's own of these points, which names no use and no caution.
fn write_routine(home: &Path, codes: &[&str], more: &str) {
    let folder = home.join("routines.d");
    fs::create_dir_all(&folder).expect("a folder");
    let items: Vec<String> = codes
        .iter()
        .map(|code| format!("    {{ point = \"{code}\", seconds = 60, posture = \"sit\" }},\n"))
        .collect();
    let text = format!(
        "[[routine]]\nid = \"mine\"\nname = {{ en = \"Mine\", da = \"Min\" }}\nminutes = 5\n{more}items = [\n{}]\n",
        items.concat()
    );
    fs::write(folder.join("mine.toml"), text).expect("a file");
}

/// The ways to live a routine of one's own.
const WAYS: [&[&str]; 4] = [
    &["practice", "mine"],
    &["practice", "mine", "--plain"],
    &["practice", "mine", "--speed", "1000"],
    &["practice", "mine", "--minutes", "5", "--speed", "1000"],
];

#[test]
fn an_own_routine_naming_a_point_nobody_presses_is_refused_by_line() {
    let home = tempfile::tempdir().expect("a home");
    for code in ["ST9", "CV22", "LI18", "CV1"] {
        write_routine(home.path(), &["HT7", code], "");
        for way in WAYS {
            let refused = hegu(home.path(), way);
            let said = both(&refused);
            assert!(!refused.status.success(), "{way:?}: {said}");
            let line = format!("mine.toml, line 7: {code} is shown in the atlas, but never pressed.");
            assert!(said.contains(&line), "{way:?}: {said}");
            assert!(!said.contains("0:00"), "{way:?}: {said}");
        }
    }
}

#[test]
fn an_own_routine_is_judged_by_the_profile_however_it_is_lived() {
    let home = tempfile::tempdir().expect("a home");
    write_profile(home.path(), &[("WB-01", "yes", "asked")]);
    // All of it is blocked: a refusal with its reason.
    write_routine(home.path(), &["LI4", "SP6"], "substitutes = false\n");
    for way in WAYS {
        let refused = hegu(home.path(), way);
        let said = both(&refused);
        assert_eq!(refused.status.code(), Some(3), "{way:?}: {said}");
        assert!(said.contains("LI4") && !said.contains("0:00"), "{way:?}: {said}");
    }
    // A part is blocked: a line says so, and only the rest is pressed.
    write_routine(home.path(), &["LI4", "HT7"], "substitutes = false\n");
    let done = hegu(home.path(), WAYS[2]);
    let said = both(&done);
    assert!(done.status.success(), "{said}");
    assert!(said.contains("LI4 Hégǔ is left out"), "{said}");
    assert!(said.contains("HT7") && !said.contains("Press  LI4"), "{said}");
    // Composed for what LI4 is best known for, as a favourite too, it does not come.
    let composed = hegu(home.path(), &["practice", "--for", "headache", "--speed", "1000"]);
    let said = both(&composed);
    let cues: Vec<&str> = said
        .lines()
        .filter(|line| line.contains(":") && line.contains("LI4"))
        .collect();
    assert!(
        !cues
            .iter()
            .any(|line| line.starts_with(|c: char| c.is_ascii_digit())),
        "{said}"
    );
    // A use that belongs with a midwife is refused in a file as well.
    write_routine(home.path(), &["HT7"], "for = [\"labour\"]\n");
    let refused = hegu(home.path(), WAYS[2]);
    assert!(!refused.status.success(), "{}", both(&refused));
}

#[test]
fn a_profile_can_be_edited_line_by_line_in_a_pipe() {
    use std::io::Write;
    let home = tempfile::tempdir().expect("a home");
    let mut child = command(home.path())
        .args(["profile", "edit"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hegu runs");
    // Pregnant, the midwife was asked; a word that is no answer is asked again; then it ends.
    let typed = "y\ny\nn\nn\nperhaps\nn\n";
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(typed.as_bytes())
        .expect("written");
    let said = both(&child.wait_with_output().expect("it ends"));
    assert_eq!(said.matches("y yes, n no").count(), 2, "{said}");
    let shown = both(&hegu(home.path(), &["profile"]));
    assert!(
        shown.contains("WB-01") && shown.contains("I have asked"),
        "{shown}"
    );
    let refused = hegu(home.path(), &["practice", "LI4", "--speed", "1000"]);
    assert_eq!(refused.status.code(), Some(3), "{}", both(&refused));
}
