//! A person's own points: what is right is there, what is wrong is named with file, line and remedy, and
//! nothing else is lost.

use std::fs;

#[path = "support/shell.rs"]
mod shell;

use shell::hegu;

const RIGHT: &str = r#"
[[point]]
code = "MY1"
meridian = "EX"
names = { pinyin = "Wǒdiǎn", hanzi_simplified = "我点", hanzi_traditional = "我點", english = "My Point", danish = "Mit punkt" }
region = "forearm"
sides = "both"
construct = { op = "tube", tube = "forearm", ruler = "forearm", from = "wrist_crease", cun = 6.0, theta = 180.0 }
place = { en = "back of the forearm", da = "underarmens yderside" }
find = { en = "On the back of the forearm, halfway between wrist and elbow.", da = "På underarmens yderside, midt mellem håndled og albue." }
on_it = { en = "You are on it when two bones are felt.", da = "Du er der, når du mærker to knogler." }
technique = { tool = "thumb", motion = "stay", pressure = "firm", seconds = 60, seconds_range = [30, 120], repeats = 1, postures = ["sit"], hand = { en = "with the other thumb", da = "med den anden tommelfinger" }, basis = "own" }
uses = [{ use = "neck", basis = "tradition", reach = "distant" }]
sources = ["my own"]
"#;

#[test]
fn a_right_point_is_there_and_a_wrong_one_is_named() {
    let home = tempfile::tempdir().expect("a home");
    let folder = home.path().join("points.d");
    fs::create_dir_all(&folder).expect("a folder");
    let wrong = RIGHT.replace("MY1", "MY2").replace("\"thumb\"", "\"hammer\"");
    let file = folder.join("mine.toml");
    fs::write(&file, format!("{RIGHT}{wrong}")).expect("a file");
    let line = 2 + RIGHT.lines().count() + RIGHT.lines().position(|l| l.contains("technique")).unwrap() - 1;

    let map = hegu(home.path(), &["map", "MY1", "--size", "40x24"]);
    assert!(map.status.success(), "{}", String::from_utf8_lossy(&map.stderr));
    let said = String::from_utf8_lossy(&map.stderr).into_owned();
    assert!(said.contains("mine.toml, line "), "{said}");
    assert!(said.contains("\"hammer\" is not known here."), "{said}");
    assert!(
        said.contains("thumb, fingertip, knuckle, palm or rounded-tool"),
        "{said}"
    );

    let check = hegu(home.path(), &["check", file.to_str().expect("a path")]);
    assert_eq!(check.status.code(), Some(1));
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(
        said.contains(&format!("line {line}: \"hammer\"")),
        "line {line}: {said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn every_mistake_is_named_at_once() {
    let home = tempfile::tempdir().expect("a home");
    let file = home.path().join("mine.toml");
    let wrong = [
        RIGHT.replace("MY1", "LI4"),
        RIGHT.replace("MY1", "A1").replace("\"both\"", "\"left\""),
        RIGHT.replace("MY1", "A2").replace("wrist_crease", "moon"),
        RIGHT
            .replace("MY1", "A3")
            .replace("use = \"neck\"", "use = \"nekc\""),
        RIGHT.replace("MY1", "A4").replace("repeats = 1", "repeats = 99"),
        RIGHT.replace("MY1", "A5").replace("sources = ", "sauces = "),
        RIGHT
            .replace("MY1", "A6")
            .replace("basis = \"tradition\"", "basis = \"trial\""),
    ];
    fs::write(&file, wrong.concat()).expect("a file");
    let check = hegu(home.path(), &["check", file.to_str().expect("a path")]);
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    for words in [
        "LI4 is a point of the atlas",
        "\"left\"",
        "moon",
        "nekc",
        "99 repeats",
        "sauces",
        "names none",
    ] {
        assert!(said.contains(words), "{words} in:\n{said}");
    }
    assert!(
        said.lines().all(|line| line.contains("mine.toml, line ")),
        "{said}"
    );
}

#[test]
fn the_shipped_points_are_clean_by_the_same_check() {
    let home = tempfile::tempdir().expect("a home");
    let check = hegu(
        home.path(),
        &["check", concat!(env!("CARGO_MANIFEST_DIR"), "/points.toml")],
    );
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(check.status.success(), "{said}");
    assert!(said.starts_with("410 points"), "{said}");
}

#[test]
fn what_is_no_text_file_is_refused_in_words() {
    let home = tempfile::tempdir().expect("a home");
    let file = home.path().join("mine.toml");
    fs::write(&file, [0xff, 0xfe, 0x00]).expect("a file");
    let check = hegu(
        home.path(),
        &[
            "check",
            file.to_str().expect("a path"),
            home.path().to_str().expect("a path"),
        ],
    );
    assert_eq!(check.status.code(), Some(1));
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(said.contains("UTF-8"), "{said}");
    assert!(said.contains("not a file"), "{said}");
}
