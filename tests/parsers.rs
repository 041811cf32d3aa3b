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
use support::dice::Dice;
use support::nasty::NASTY;
use support::year;

/// A text with something wrong in it, made from right ones.
fn wrong(rights: &[&str], seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let mut text = (*dice.pick(rights)).to_owned();
    // Long files are met in parts, so that many parts are met.
    if text.len() > 4_000 && dice.once_in(900) {
        let lines: Vec<&str> = text.lines().collect();
        let from = dice.below(lines.len() as u64) as usize;
        let many = dice.within(1, 60) as usize;
        text = lines[from..(from + many).min(lines.len())].join("\n");
    }
    for _ in 0..dice.within(1, 4) {
        text = once_wrong(text, &mut dice);
    }
    text
}

fn once_wrong(text: String, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return (*dice.pick(NASTY)).to_owned();
    }
    let at = dice.below(lines.len() as u64) as usize;
    let other = dice.below(lines.len() as u64) as usize;
    match dice.below(16) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[other].clone()),
        2 => lines.swap(at, other),
        3 => lines[at] = number_changed(&lines[at], dice),
        4 => lines[at] = number_changed(&lines[at], dice),
        5 => lines[at] = cut(&lines[at], dice),
        6 => {
            let nasty = *dice.pick(NASTY);
            put(&mut lines[at], nasty, dice.below(1_000));
        }
        7 => {
            const SIGNS: [&str; 16] = [
                "\"", "'", "[", "]", "{", "}", "=", ",", "#", "\\", "\"\"\"", ".", ":", "\t", "\r", "-",
            ];
            let sign = *dice.pick(&SIGNS);
            put(&mut lines[at], sign, dice.below(1_000));
        }
        8 => lines[at] = lines[at].replace('"', ""),
        9 => lines[at] = word_changed(&lines[at], dice),
        10 => put(&mut lines[at], &"x".repeat(dice.within(1, 3_000) as usize), 500),
        11 => {
            let deep = dice.within(1, 400) as usize;
            const PAIRS: [(&str, &str); 4] = [("[", "]"), ("{a=", "}"), ("{\"a\":", "}"), ("{ ", " }")];
            let (open, close) = *dice.pick(&PAIRS);
            let inside = std::mem::take(&mut lines[at]);
            lines[at] = format!("a = {}{inside}{}", open.repeat(deep), close.repeat(deep));
        }
        12 => return lines.join("\r\n"),
        13 => return format!("\u{feff}{text}"),
        14 => {
            return text[..text
                .char_indices()
                .nth(dice.below(text.chars().count() as u64 + 1) as usize)
                .map_or(text.len(), |(at, _)| at)]
                .to_owned();
        }
        _ => lines[at] = format!("{}{}", lines[at], lines[other]),
    }
    lines.join("\n")
}

fn put(line: &mut String, what: &str, permille: u64) {
    let at = line.chars().count() * permille as usize / 1_000;
    let at = line.char_indices().nth(at).map_or(line.len(), |(at, _)| at);
    line.insert_str(at, what);
}

fn cut(line: &str, dice: &mut Dice) -> String {
    let keep = dice.below(line.chars().count() as u64 + 1) as usize;
    line.chars().take(keep).collect()
}

fn number_changed(line: &str, dice: &mut Dice) -> String {
    const NUMBERS: [&str; 22] = [
        "0",
        "-1",
        "1e308",
        "-1e308",
        "1e-320",
        "nan",
        "-nan",
        "inf",
        "-inf",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551616",
        "65536",
        "256",
        "0x7f",
        "1_000",
        "1,5",
        "-0.0",
        "00",
        "2147483648",
        "0.1",
        "1000000000000",
    ];
    let number = *dice.pick(&NUMBERS);
    let digits: Vec<usize> = line
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    if digits.is_empty() {
        return format!("{line} {number}");
    }
    let at = *dice.pick(&digits);
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let start = line[..at].rfind(|c| !is_part(c)).map_or(0, |before| {
        before + line[before..].chars().next().map_or(1, char::len_utf8)
    });
    let end = line[at..]
        .find(|c| !is_part(c))
        .map_or(line.len(), |after| at + after);
    format!("{}{number}{}", &line[..start], &line[end..])
}

fn word_changed(line: &str, dice: &mut Dice) -> String {
    let words: Vec<&str> = line.split_inclusive(' ').collect();
    if words.is_empty() {
        return "=".to_owned();
    }
    let at = dice.below(words.len() as u64) as usize;
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    words[at] = match dice.below(3) {
        0 => String::new(),
        1 => words[at].to_uppercase(),
        _ => words[at].chars().rev().collect(),
    };
    words.concat()
}

/// Any text: what proptest makes of nothing, pieces of the alphabet of such files, and broken right ones.
fn texts(rights: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        1 => "[\\[\\]{}=\"'#,.:a-z0-9\\\\ \n\t-]{0,80}",
        1 => prop::collection::vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        6 => any::<u64>().prop_map(move |seed| wrong(rights, seed)),
    ]
}

fn bytes(rights: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        1 => prop::collection::vec(any::<u8>(), 0..300),
        1 => (any::<u64>(), any::<u8>()).prop_map(move |(seed, byte)| {
            let mut bytes = wrong(rights, seed).into_bytes();
            let at = (seed as usize) % (bytes.len() + 1);
            bytes.insert(at, byte);
            bytes
        }),
        4 => any::<u64>().prop_map(move |seed| wrong(rights, seed).into_bytes()),
    ]
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

fn rights(of: fn(&Written) -> &'static str) -> &'static [&'static str] {
    Box::leak(Box::new([of(written())]))
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
    fn points(text in texts(POINTS)) {
        readers::points(&text);
    }

    #[test]
    fn safety_rules(text in texts(SAFETY)) {
        readers::safety_rules(&text);
    }

    #[test]
    fn the_figure(text in texts(FIGURES)) {
        readers::the_figure(&text);
    }

    #[test]
    fn themes(text in texts(THEMES)) {
        readers::themes(&text);
    }

    #[test]
    fn keys(text in texts(keymaps())) {
        readers::keys(&text);
    }

    #[test]
    fn settings(text in texts(configs())) {
        readers::settings(&text);
    }

    #[test]
    fn sentences_of_another_language(text in texts(SENTENCES)) {
        readers::sentences(&text);
    }

    #[test]
    fn a_journal_as_json_lines(text in bytes(rights(|written| written.jsonl))) {
        readers::journal_jsonl(&text);
    }

    #[test]
    fn a_journal_as_csv(text in bytes(rights(|written| written.csv))) {
        readers::journal_csv(&text);
    }

    #[test]
    fn a_journal_as_toml(text in bytes(rights(|written| written.toml))) {
        readers::journal_toml(&text);
    }

    #[test]
    fn daylio(text in bytes(DAYLIO)) {
        readers::daylio(&text);
    }

    #[test]
    fn any_table(text in bytes(TABLES), delimiter in prop_oneof![Just(b';'), Just(b'\t'), any::<u8>()], order in 0..3_usize) {
        readers::any_table(&text, delimiter, order);
    }

    #[test]
    fn lines_of_another_machine(text in texts(rights(|written| written.synced))) {
        readers::lines_of_another_machine(&text);
    }

    #[test]
    fn the_command_line(text in texts(COMMANDS), scheme in any::<bool>()) {
        readers::command_line(&text, scheme);
    }
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn routines_of_ones_own(text in texts(ROUTINES)) {
        readers::own_routines(&text);
    }

    #[test]
    fn points_against_all_of_the_content(text in texts(POINTS)) {
        readers::own_points(&text);
    }

    #[test]
    fn what_a_person_means(text in texts(COMMANDS)) {
        readers::meant(&text);
    }
}
