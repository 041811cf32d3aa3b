//! Every reader of text meets texts nobody wrote with care: any bytes, and right files with something wrong
//! in them. Each ends soon, without a panic, with values or with problems that say where and what.
//!
//! The ordinary run takes some hundred of each; `PROPTEST_CASES=1000000 cargo test --release --test parsers`
//! takes a million, and is part of `just proof`.

#[path = "support/readers.rs"]
mod readers;
mod support;

use std::sync::OnceLock;

use hegu::app::{choices, keymap};
use hegu::domain::journal::Trouble;
use hegu::domain::words::Lang;
use hegu::platform::journal::Journal;
use hegu::platform::journal::formats::{csv, jsonl, toml};
use proptest::prelude::*;
use proptest::string::string_regex;
use support::wrong::{Right, wrong, wrong_words};
use support::year;

/// Any text: letters of all the world, pieces of the alphabet of such files, any bytes, and broken right ones.
fn texts(reader: &str) -> impl Strategy<Value = String> {
    let rights = rights(reader);
    // Read once: to read such an expression costs more than a case.
    let any_letters = string_regex("\\PC{0,32}").expect("an expression");
    let any_signs = string_regex("[\\[\\]{}=\"'#,.:a-z0-9\\\\ \n\t-]{0,80}").expect("an expression");
    prop_oneof![
        1 => any_letters,
        1 => any_signs,
        1 => prop::collection::vec(any::<u8>(), 0..120).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        17 => any::<u64>().prop_map(move |seed| wrong(rights, seed)),
    ]
}

fn bytes(reader: &str) -> impl Strategy<Value = Vec<u8>> {
    let rights = rights(reader);
    prop_oneof![
        1 => prop::collection::vec(any::<u8>(), 0..120),
        3 => (any::<u64>(), any::<u8>()).prop_map(move |(seed, byte)| {
            let mut bytes = wrong(rights, seed).into_bytes();
            let at = (seed as usize) % (bytes.len() + 1);
            bytes.insert(at, byte);
            bytes
        }),
        12 => any::<u64>().prop_map(move |seed| wrong(rights, seed).into_bytes()),
    ]
}

/// The right texts of a reader.
fn rights(reader: &str) -> &'static [Right] {
    let all = |texts: &[&'static str]| texts.iter().map(|text| Right::of(text)).collect();
    let texts: Vec<Right> = match reader {
        "points" | "own-points" => all(POINTS),
        "routines" => all(ROUTINES),
        "safety" => all(SAFETY),
        "figure" => all(FIGURES),
        "themes" => all(THEMES),
        "keys" => all(keymaps()),
        "settings" => all(configs()),
        "sentences" => all(SENTENCES),
        "texts-of-points" => all(brought().0),
        "texts-of-sentences" => all(brought().1),
        // What these lines are is said by the first ones.
        "jsonl" => vec![Right::headed(written().jsonl, 1)],
        "csv" => vec![Right::headed(written().csv, 1)],
        "toml" => vec![Right::headed(written().toml, 2)],
        "daylio" => all(DAYLIO),
        "table" => all(TABLES),
        "sync" => all(&[written().synced]),
        "command-line" | "meant" => all(COMMANDS),
        _ => panic!("no reader is called {reader}"),
    };
    texts.leak()
}

const POINTS: &[&str] = &[include_str!("../points.toml")];
const FIGURES: &[&str] = &[
    include_str!("../assets/figure/hand.toml"),
    include_str!("../assets/figure/rulers.toml"),
    include_str!("../assets/figure/leg.toml"),
    include_str!("../assets/figure/trunk.toml"),
];
const ROUTINES: &[&str] = &[
    include_str!("../assets/routines.toml"),
    "[[routine]]\nid = \"mine\"\nname = { en = \"Mine\", da = \"Min\" }\nminutes = 5\nitems = [\n    { point = \"LI4\", sides = \"each\", seconds = 60, posture = \"sit\" },\n]\n",
];
const SAFETY: &[&str] = &[include_str!("../assets/safety.toml")];
const THEMES: &[&str] = &[include_str!("../assets/themes.toml")];
const SENTENCES: &[&str] = &[
    include_str!("../assets/texts/en/hegu.ftl"),
    include_str!("../assets/texts/da/hegu.ftl"),
];
const DAYLIO: &[&str] = &[
    "full_date,date,weekday,time,mood,activities,note_title,note\n2026-11-21,21. november,lørdag,21:40,good,\"gåtur | kaffe\",Bedre,\"Let dag<br>og suppe\"\n2026-11-22,22. november,søndag,1:30 AM,rad,,\"\",\"\"\n2026-11-22,22. november,søndag,22:00,Sommerfugl,,,\n",
];
const TABLES: &[&str] = &[
    "Date;Stress;Neck;Comment\n2026-11-21;7;3;ok\n21.11.2026;10;;\"to\nlines\"\n11/22/2026;0;10;\n",
    "day\tstress\n2026-11-21\t7\n",
];
const COMMANDS: &[&str] = &[
    "point LI4 --json",
    "points --json",
    "practice LI4 --plain --speed 10",
    "practice evening-unwind --minutes 10",
    "checkin --mood 3 --tension 7 --note x",
    "remind --at 21:30 --by systemd",
    "journal list --from 2026-11-01",
    "journal import x.csv --map day=Date,stress=Stress --dates dmy --delimiter ;",
    "map SP6 --size 40x24",
    "config set lang da",
    "report --weeks 4",
    "breathe calm --minutes 5",
    "hegu://LI4/",
    "status --json",
    "routines show evening-unwind",
    "profile set WB-01 yes",
    "learn quiz",
    "evidence PC6",
    "check points.toml",
    "--lang da --theme paper point SP6",
    "journal edit 2026-11-22",
    "figure --view front",
    "keys --json",
];

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn keymaps() -> &'static [&'static str] {
    static KEYMAPS: OnceLock<Vec<&'static str>> = OnceLock::new();
    KEYMAPS.get_or_init(|| {
        let commented = keymap::commented(Lang::En, |_| "about".to_owned());
        // The comments are the file: taken away, every line counts.
        let bare = commented
            .lines()
            .map(|line| line.trim_start_matches(['#', ' ']))
            .collect::<Vec<_>>()
            .join("\n");
        vec![
            leak(commented),
            leak(bare),
            "find-spot = [\"f\", \"x\"]\nquit = \"ctrl+q\"\nanswer-7 = \"7\"\n",
        ]
    })
}

fn configs() -> &'static [&'static str] {
    static CONFIGS: OnceLock<Vec<&'static str>> = OnceLock::new();
    CONFIGS.get_or_init(|| {
        let commented = choices::commented(Lang::En);
        let bare = commented.lines().map(|line| line.trim_start_matches(['#', ' '])).collect::<Vec<_>>().join("\n");
        vec![
            leak(commented),
            leak(bare),
            "lang = \"da\"\nday_ends = 4\nquestions = [\"mood\", \"tension\"]\nhook = [\"notify-send\", \"hegu\"]\n[sound]\nvolume = 60\nby = \"bell\"\n",
        ]
    })
}

/// The files of a language, written from the shipped content: the texts of some points, and some other sentences.
fn brought() -> (&'static [&'static str], &'static [&'static str]) {
    static BROUGHT: OnceLock<[[&'static str; 1]; 2]> = OnceLock::new();
    let [points, sentences] = BROUGHT.get_or_init(|| {
        let quoted = |text: &str| serde_json::to_string(text).expect("a text");
        let lines = |lines: &[hegu::domain::words::Words]| {
            let all: Vec<String> = lines.iter().map(|words| quoted(&words.da)).collect();
            format!("[{}]", all.join(", "))
        };
        let points: String = hegu::shipped().atlas.points().take(60).map(|(_, point)| {
            let (name, place, find) = (&point.names.meaning.da, &point.place.da, &point.find.da);
            format!(
                "[[point]]\ncode = {}\nname = {}\nplace = {}\nfind = {}\non_it = {}\nhand = {}\ncue = {{ find = {}, brief = {} }}\n\n",
                quoted(point.code.as_str()),
                quoted(name),
                quoted(place),
                quoted(find),
                quoted(&point.on_it.da),
                quoted(&point.technique.hand.da),
                lines(&point.cue.find),
                quoted(&point.cue.brief.da),
            )
        }).collect();
        let sentences: String = hegu::sentences()
            .iter()
            .step_by(20)
            .map(|en| format!("[[sentence]]\nen = {}\nsays = {}\n\n", quoted(en), quoted(en)))
            .collect();
        [[leak(points)], [leak(sentences)]]
    });
    (points, sentences)
}

/// What people call points and what they are for, in every way of writing it.
fn names() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let atlas = &hegu::shipped().atlas;
        let points = atlas.points().flat_map(|(_, point)| {
            let names = &point.names;
            [
                point.code.as_str(),
                &*names.pinyin,
                &*names.hanzi_simplified,
                &*names.meaning.en,
                &*names.meaning.da,
                &*point.place.da,
            ]
            .map(str::to_owned)
        });
        let uses = atlas.uses().iter().flat_map(|use_| {
            let names = [
                use_.id.to_string(),
                use_.name.en.to_string(),
                use_.name.da.to_string(),
            ];
            names
                .into_iter()
                .chain(use_.synonyms.iter().map(|word| word.to_string()))
        });
        points.chain(uses).collect()
    })
}

fn meanings() -> impl Strategy<Value = String> {
    prop_oneof![
        19 => any::<u64>().prop_map(|seed| wrong_words(names(), seed)),
        1 => texts("command-line"),
    ]
}

/// The same weeks in every form they can take.
struct Written {
    jsonl: &'static str,
    csv: &'static str,
    toml: &'static str,
    synced: &'static str,
}

fn written() -> &'static Written {
    static WRITTEN: OnceLock<Written> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(&folder.path().join("journal.sqlite3")).expect("a journal");
        let entries = year::evenings(3, year::first_day(), 12);
        journal
            .take_in(entries.into_iter().map(Ok::<_, Trouble>))
            .expect("entries");
        let mut text = [Vec::new(), Vec::new(), Vec::new()];
        jsonl::write(&mut journal, &mut text[0]).expect("written");
        csv::write(&mut journal, &mut text[1]).expect("written");
        toml::write(&mut journal, &mut text[2]).expect("written");
        let shared = folder.path().join("shared");
        journal.sync(&shared, readers::now().wall).expect("handed out");
        let file = std::fs::read_dir(&shared)
            .expect("a folder")
            .next()
            .expect("a file")
            .expect("a file");
        let synced = std::fs::read_to_string(file.path()).expect("lines");
        let [jsonl, csv, toml] = text.map(|text| leak(String::from_utf8(text).expect("text")));
        Written {
            jsonl,
            csv,
            toml,
            synced: leak(synced),
        }
    })
}

/// A few readers look at a whole file against all of the content, which takes its time without optimisation.
fn fewer() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    match asked {
        true => ProptestConfig::default(),
        false => ProptestConfig::with_cases(48),
    }
}

proptest! {
    #[test]
    fn points(text in texts("points")) {
        readers::points(&text);
    }

    #[test]
    fn safety_rules(text in texts("safety")) {
        readers::safety_rules(&text);
    }

    #[test]
    fn the_figure(text in texts("figure")) {
        readers::the_figure(&text);
    }

    #[test]
    fn themes(text in texts("themes")) {
        readers::themes(&text);
    }

    #[test]
    fn keys(text in texts("keys")) {
        readers::keys(&text);
    }

    #[test]
    fn settings(text in texts("settings"), which in any::<usize>()) {
        readers::settings(&text, which);
    }

    #[test]
    fn sentences_of_another_language(text in texts("sentences")) {
        readers::sentences(&text);
    }

    #[test]
    fn texts_of_points_in_another_language(text in texts("texts-of-points")) {
        readers::texts_of_points(&text);
    }

    #[test]
    fn other_texts_in_another_language(text in texts("texts-of-sentences")) {
        readers::texts_of_sentences(&text);
    }

    #[test]
    fn a_journal_as_json_lines(text in bytes("jsonl")) {
        readers::journal_jsonl(&text);
    }

    #[test]
    fn a_journal_as_csv(text in bytes("csv")) {
        readers::journal_csv(&text);
    }

    #[test]
    fn a_journal_as_toml(text in bytes("toml")) {
        readers::journal_toml(&text);
    }

    #[test]
    fn daylio(text in bytes("daylio")) {
        readers::daylio(&text);
    }

    #[test]
    fn any_table(text in bytes("table"), delimiter in prop_oneof![Just(b';'), Just(b'\t'), any::<u8>()], order in 0..3_usize) {
        readers::any_table(&text, delimiter, order);
    }

    #[test]
    fn lines_of_another_machine(text in texts("sync")) {
        readers::lines_of_another_machine(&text);
    }

    #[test]
    fn the_command_line(text in texts("command-line"), which in 0..2_usize) {
        readers::command_line(&text, which);
    }
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn routines_of_ones_own(text in texts("routines")) {
        readers::own_routines(&text);
    }

    #[test]
    fn points_against_all_of_the_content(text in texts("own-points")) {
        readers::own_points(&text);
    }

    #[test]
    fn what_a_person_means(text in meanings()) {
        readers::meant(&text);
    }
}

/// What a fuzzer begins with: right and wrong texts of every reader, in a folder each (`just fuzz` asks for it).
#[test]
#[ignore = "writes to the folder that HEGU_SEEDS names"]
fn seeds() {
    let folder = std::env::var_os("HEGU_SEEDS").expect("HEGU_SEEDS names a folder");
    for (reader, _) in readers::READERS {
        let folder = std::path::Path::new(&folder).join(reader);
        std::fs::create_dir_all(&folder).expect("a folder");
        for seed in 0..400 {
            let text = match *reader {
                "meant" => wrong_words(names(), seed),
                reader => wrong(rights(reader), seed),
            };
            // A fuzzer gets on with what is short.
            if text.len() < 4_096 {
                std::fs::write(folder.join(seed.to_string()), text).expect("a seed");
            }
        }
    }
}
