//! A third language needs only files: found, chosen in every way, spoken everywhere, English where it is silent, and
//! every mistake in it named.

use std::fs;
use std::path::Path;
use std::process::Output;

use hegu::app::update::update;
use hegu::app::{Effect, Key, Message, Model, Settings};
use hegu::content::source::Plain;
use hegu::domain::breath::Pace;
use hegu::domain::script::{Voice, script};
use hegu::domain::time::{Moment, Now};
use hegu::domain::timeline::Timeline;
use hegu::domain::words::{Brought, Lang, Languages};

#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "support/shell.rs"]
mod shell;

use shell::{complained, said};

const INTERFACE: &str = "card-where = Sted\ndecimal-mark = ,\nhour-mark = .\n";

const POINTS: &str = r#"
[[point]]
code = "LI4"
name = "Dalen som samler"
place = "handryggen"
find = "Pa handryggen, der en haug av muskel hever seg."
"#;

const SENTENCES: &str = "[[sentence]]\nen = \"headache\"\nsays = \"hodepine\"\n";

/// A home with a language of its own.
fn home(files: &[(&str, &str)]) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a home");
    for (name, text) in files {
        let path = home.path().join("texts.d").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    home
}

fn norwegian() -> tempfile::TempDir {
    home(&[
        ("nb/hegu.ftl", INTERFACE),
        ("nb/points.toml", POINTS),
        ("nb/sentences.toml", SENTENCES),
    ])
}

fn hegu(home: &Path, args: &[&str], vars: &[(&str, &str)]) -> Output {
    let mut command = shell::command(home);
    let vars = vars.iter().copied();
    command.args(args).envs(vars).output().expect("hegu runs")
}

#[test]
fn a_language_of_files_is_chosen_in_every_way_and_english_where_it_is_silent() {
    let home = norwegian();
    type Way = (&'static [&'static str], &'static [(&'static str, &'static str)]);
    let ways: [Way; 3] = [
        (&["--lang", "nb", "point", "LI4"], &[]),
        (&["point", "LI4"], &[("HEGU_LANG", "nb")]),
        (&["point", "LI4"], &[("LANG", "nb_NO.UTF-8")]),
    ];
    for (args, vars) in ways {
        let output = hegu(home.path(), args, vars);
        let text = said(&output);
        assert_eq!(complained(&output), "", "{args:?}");
        assert!(text.contains("Dalen som samler"), "{args:?}: {text}");
        assert!(text.contains("en haug av muskel"), "{args:?}: {text}");
        assert!(text.contains("You are on it when"), "not translated: {text}");
    }
    let set = hegu(home.path(), &["config", "set", "lang", "nb"], &[]);
    assert!(set.status.success(), "{}", complained(&set));
    assert!(said(&hegu(home.path(), &["point", "LI4"], &[])).contains("Dalen som samler"));
    // The same words find it.
    let found = said(&hegu(home.path(), &["points", "hodepine"], &[]));
    assert!(found.contains("LI4"), "{found}");
    let other = hegu(home.path(), &["--lang", "sv", "point", "LI4"], &[]);
    assert_eq!(other.status.code(), Some(2));
    assert!(
        complained(&other).contains("\"sv\" among en, da, nb."),
        "{}",
        complained(&other)
    );
    // A language that has gone is named with the line that asks for it.
    fs::remove_dir_all(home.path().join("texts.d")).expect("gone");
    let gone = complained(&hegu(home.path(), &["point", "LI4"], &[]));
    assert!(
        gone.contains("config.toml, line ") && gone.contains("lang cannot be \"nb\""),
        "{gone}"
    );
}

#[test]
fn every_mistake_in_a_language_is_named_with_file_and_line_and_the_rest_is_spoken() {
    let points = "[[point]]\ncode = \"LI4\"\nname = \"Dalen\"\ncue.find = [\"En linje.\"]\n\n\
                  [[point]]\ncode = \"LI44\"\nname = \"Ingen\"\n\n\
                  [[point]]\ncode = \"SP6\"\nplace = \"\"\nfindd = \"x\"\n\n\
                  [[point]]\ncode = \"LU1\"\nplace = \"et sted som er altfor langt til raden sin\"\n\
                  cautions = [{ rule = \"XX-1\", says = \"Pass pa.\" }]\n\
                  cue.switch = [\"Bytt. Fingrene under {where}.\"]\n";
    let home = home(&[
        ("nb/points.toml", points),
        (
            "nb/sentences.toml",
            "[[sentence]]\nen = \"hegu never said this\"\nsays = \"nei\"\n",
        ),
        ("nb/hegu.ftl", "hint-mvoe = flytt\nhint-save = lagre { $what }\n"),
        ("nb/notes.txt", "mine"),
        ("da/points.toml", ""),
        ("sv.ftl", "hint-move = flytta\n"),
        ("Norsk/hegu.ftl", ""),
    ]);
    let output = hegu(home.path(), &["--lang", "nb", "point", "LI4"], &[]);
    let wrong = complained(&output);
    for part in [
        "nb/points.toml, line 4: English has 2 lines here, this has 1. Write one for each, in their order.",
        "nb/points.toml, line 7: There is no point \"LI44\" in the atlas.",
        "nb/points.toml, line 13: ",
        "nb/points.toml, line 17: 41 characters, at most 28 fit.",
        "nb/points.toml, line 18: LU1 has no caution of the rule \"XX-1\".",
        "nb/points.toml, line 19: The words in braces are not those of the English sentence. There: other, side.",
        "nb/sentences.toml, line 2: hegu does not say this in English.",
        "nb/hegu.ftl, line 1: hegu has no sentence \"hint-mvoe\". Write hint-move.",
        "nb/hegu.ftl, line 2: Nothing is put into \"hint-save\" for $what.",
        "nb/notes.txt: hegu does not read this file.",
        "texts.d/da: da is shipped with hegu.",
        "sv.ftl: A language is a folder. Put the file into a folder: sv/hegu.ftl.",
        "Norsk: \"Norsk\" is no language tag.",
    ] {
        assert!(wrong.contains(part), "{part}\n{wrong}");
    }
    assert!(said(&output).contains("Dalen"), "{}", said(&output));
    let doctor = said(&hegu(home.path(), &["doctor"], &[("HEGU_LANG", "da")]));
    assert!(
        doctor.contains("nb/points.toml, linje 7: Der er intet punkt \"LI44\" i atlasset."),
        "{doctor}"
    );
}

#[test]
fn l_walks_through_every_language_and_keeps_the_choice() {
    let nb: &'static Brought = Box::leak(Box::new(Brought::new("nb", Default::default())));
    let settings = Settings {
        languages: Languages::with([nb]),
        ..Settings::default()
    };
    let now = Now {
        steady: Moment(0),
        wall: "2026-11-22T21:40:00+01:00".parse().expect("a moment"),
    };
    let mut model = Model::new(hegu::shipped(), settings, now, (80, 24));
    let mut walked = Vec::new();
    for _ in 0..3 {
        for effect in update(&mut model, Message::Key(Key::char('L')), now) {
            if let Effect::Choose {
                key: "lang", value, ..
            } = effect
            {
                walked.push(value);
            }
        }
    }
    let tags = ["da", "nb", "en"].map(|tag| Plain::Text(tag.to_owned()));
    assert_eq!(walked, tags);
}

#[test]
fn every_line_of_every_practice_can_be_said_in_another_language() {
    // In the pseudo-language no plain vowel is left: one that is was never looked up.
    let content = hegu::shipped();
    let plain = ['a', 'e', 'i', 'o', 'u'];
    for routine in content.routines.all() {
        for pace in [Pace::CALM, Pace::NATURAL] {
            let Ok(timeline) = Timeline::lay(&routine.plan, pace, routine.length(None)) else {
                continue;
            };
            let voice = Voice::of(routine, pseudo::lang());
            let lines = script(&timeline.segments, &routine.plan, &content.atlas, voice);
            assert!(!lines.is_empty(), "{}", routine.id);
            for line in lines {
                assert!(!line.text.contains(plain), "{}: {}", routine.id, line.text);
            }
        }
    }
}

#[test]
fn mistakes_in_files_of_ones_own_are_told_in_danish_where_danish_is_spoken() {
    let home = tempfile::tempdir().expect("a home");
    for (file, text) in [
        ("points.d/mine.toml", "[[point]]\ncode = \"LI4\"\n"),
        (
            "routines.d/mine.toml",
            "[[routine]]\nid = \"mine\"\nname = { en = \"x\", da = \"\" }\nminutes = 99\n\
             items = [{ point = \"LI44\", seconds = 60, posture = \"sit\" }, { point = \"LI4\", sides = \"midline\", \
             seconds = 5, posture = \"hang\" }]\n",
        ),
        (
            "themes.d/mine.toml",
            "[[theme]]\nid = \"dusk\"\nname = { en = \"Dusk\", da = \"Skumring\" }\nground = \"drak\"\nroles = []\n",
        ),
        ("keymap.toml", "find-spto = [\"f\"]\nquit = []\n"),
        ("config.toml", "theem = \"x\"\nday_ends = 50\n"),
    ] {
        let path = home.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let told = |lang: &str| {
        let vars = [("HEGU_LANG", lang)];
        let doctor = hegu(home.path(), &["doctor"], &vars);
        let routines = hegu(home.path(), &["routines"], &vars);
        let text = said(&doctor) + &complained(&routines);
        let lines = text.lines().filter(|line| line.contains(".toml, lin"));
        let mut lines: Vec<String> = lines
            .map(|line| line.trim_start_matches("! ").replace("linje", "line"))
            .collect();
        lines.sort();
        lines.dedup();
        lines
    };
    let (english, danish) = (told("en"), told("da"));
    assert!(english.len() >= 9, "{english:#?}");
    assert_eq!(english.len(), danish.len(), "{english:#?}\n{danish:#?}");
    let all = danish.join("\n");
    for part in [
        "mangler",
        "Denne tekst er tom. Skriv den.",
        "99 minutter tilbydes ikke",
        "Intet punkt hedder \"LI44\".",
        "\"drak\" er ingen bund",
        "Ingen handling hedder \"find-spto\". Skriv find-spot.",
        "quit kan ikke være uden tast.",
        "\"theem\" kendes ikke her. Skriv theme.",
        "day_ends kan ikke være 50. Skriv et helt tal fra 0 til 12.",
    ] {
        assert!(all.contains(part), "{part}\n{all}");
    }
    // No line is the English one.
    for line in &danish {
        assert!(!english.contains(line), "{line}");
    }
}

#[test]
fn the_languages_of_the_files_are_the_shipped_ones_and_the_brought() {
    assert_eq!(Languages::default().all().collect::<Vec<_>>(), Lang::ALL);
    assert_eq!(pseudo::lang().tag(), "qps");
}
