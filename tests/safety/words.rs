//! No sentence hegu ships promises anything, in either language.

use std::fs;
use std::path::{Path, PathBuf};

/// Words of magic, promise, blame and command. Each is looked for as a whole word; `~` at the end means that
/// the word may go on.
const ENGLISH: &[&str] = &[
    "unblock~",
    "flushes toxins",
    "toxin~",
    "detox~",
    "heals",
    "heal",
    "healed",
    "healing",
    "rejuvenat~",
    "awakens",
    "works",
    "worked",
    "effective",
    "effectively",
    "proven",
    "relieve~",
    "cure",
    "cures",
    "cured",
    "curing",
    "guaranteed",
    "instantly",
    "side-effect free",
    "the body knows",
    "balances your",
    "streak~",
    "don't give up",
    "keep it up",
    "you must",
    "remember to",
    "instead of medicine",
    "pain is a message",
    "recommended for you",
    "you need to",
];
const DANISH: &[&str] = &[
    "frigør~",
    "blokering~",
    "genopretter",
    "udrens~",
    "affaldsstof~",
    "heler",
    "helet",
    "healing",
    "selvhelbred~",
    "helbrede",
    "helbreder",
    "helbredte",
    "helbredt",
    "helbredelse",
    "helbredende",
    "virker",
    "virkede",
    "virket",
    "effektiv~",
    "bevist",
    "lindr~",
    "kurer~",
    "garanter~",
    "med det samme virk~",
    "uden bivirkninger",
    "kroppen ved mere",
    "stime",
    "bliv ved med",
    "du mangler",
    "husk at",
    "du lider af",
    "i stedet for medicin",
    "smerte er en besked",
    "anbefalet til dig",
    "advarsel",
    "farligt",
    "mindset",
    "wellness",
    "på daglig basis",
    "kontraindicer~",
    "palper~",
    "lateralt",
    "proksimalt",
];

/// Sentences with such a word that promise nothing: they take it back, or speak of the program. Each stands
/// here whole, so that a new one is looked at by somebody.
const NEGATIVE: &[&str] = &[];

fn shipped() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.join("points.toml")];
    let folders = ["assets", "docs", "examples", "packaging"];
    let mut folders: Vec<PathBuf> = folders.map(|folder| root.join(folder)).to_vec();
    let pages = fs::read_dir(root)
        .expect("the folder")
        .flatten()
        .map(|entry| entry.path());
    found.extend(pages.filter(|path| path.extension().is_some_and(|ext| ext == "md")));
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of assets") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| {
                ["toml", "ftl", "md", "desktop", "xml", "1"]
                    .iter()
                    .any(|of| ext == *of)
            }) {
                found.push(path);
            }
        }
    }
    found
}

/// Whether a text has a word of the list, as a whole word.
fn has(text: &str, word: &str) -> bool {
    let (word, open) = match word.strip_suffix('~') {
        Some(word) => (word, true),
        None => (word, false),
    };
    let letter = |c: char| c.is_alphanumeric();
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(letter) && (open || !after.is_some_and(letter))
    })
}

/// Lines without what is not a sentence: comments, and what people type to find something.
fn sentences(text: &str, page: bool) -> impl Iterator<Item = (usize, String)> {
    let mut in_synonyms = false;
    text.lines().enumerate().filter_map(move |(number, line)| {
        let line = line.trim();
        if line.starts_with("synonyms") || line.starts_with("aliases") {
            in_synonyms = !line.contains(']');
            return None;
        }
        if in_synonyms {
            in_synonyms = !line.starts_with(']');
            return None;
        }
        // In a page a `#` begins a heading.
        let comment = line.starts_with("# ") && !page || line == "#";
        let citation = line.starts_with("citation") || line.starts_with("source");
        (!comment && !citation).then(|| (number + 1, line.to_lowercase()))
    })
}

#[test]
fn no_shipped_sentence_promises_heals_or_blames() {
    let mut wrong = Vec::new();
    for path in shipped() {
        let text = fs::read_to_string(&path).expect("a shipped file");
        let page = path.extension().is_some_and(|ext| ext == "md");
        for (number, line) in sentences(&text, page) {
            let line = NEGATIVE.iter().fold(line, |line, said| line.replace(said, ""));
            for word in ENGLISH.iter().chain(DANISH) {
                if has(&line, word) {
                    wrong.push(format!("{}:{number}: \"{word}\" in: {line}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a source file says to people: its string literals, and where clap makes help of them its doc comments.
/// Tests at the end of a file speak to nobody.
fn spoken(text: &str, help: bool) -> Vec<String> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for line in text.lines() {
        let trimmed = line.trim_start();
        if let Some(doc) = trimmed.strip_prefix("///") {
            if help {
                found.push(doc.to_lowercase());
            }
            continue;
        }
        if trimmed.starts_with("//") {
            continue;
        }
        // The parts between quotes, every other one; an escaped quote begins none.
        let line = line.replace("\\\"", "'");
        found.extend(line.split('"').skip(1).step_by(2).map(str::to_lowercase));
    }
    found
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn nothing_the_program_says_by_itself_promises_either() {
    // Cue scripts, man pages and the help of the command line are written in the sources.
    let mut wrong = Vec::new();
    let mut lines = 0;
    for path in sources() {
        let text = fs::read_to_string(&path).expect("a source");
        let help = path.components().any(|part| part.as_os_str() == "cli");
        for line in spoken(&text, help) {
            lines += 1;
            for word in ENGLISH.iter().chain(DANISH) {
                if has(&line, word) {
                    wrong.push(format!("{}: \"{word}\" in: {line}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(lines > 1_000, "{lines}");
}

#[test]
fn the_list_finds_what_it_looks_for() {
    assert!(has("this point works.", "works"));
    assert!(!has("people with networks", "works"));
    assert!(has("punktet lindrer smerter", "lindr~"));
    assert!(!has("for at hele", "heler"));
    let read: Vec<_> = sentences(
        "# works\nsynonyms = [\n \"proven\",\n]\nfind = \"it cures\"",
        false,
    )
    .collect();
    let heading: Vec<_> = sentences("# It works", true).collect();
    assert_eq!(heading, [(1, "# it works".to_owned())]);
    assert_eq!(read, [(5, "find = \"it cures\"".to_owned())]);
    let said = spoken(
        "/// It works.\nlet a = (\"It heals\", \"x\"); // \"no\"\n#[cfg(test)]\n\"later\"",
        true,
    );
    assert!(said.iter().any(|line| has(line, "works")) && said.iter().any(|line| has(line, "heals")));
    assert!(!said.iter().any(|line| line.contains("later")));
}

#[test]
fn every_key_of_the_interface_is_written_once() {
    // Of two sentences under one key one is lost without a word, and a screen says what another meant.
    for lang in ["en", "da"] {
        let path = format!("assets/texts/{lang}/hegu.ftl");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).expect("shipped");
        let mut seen = std::collections::HashSet::new();
        for line in text.lines() {
            if let Some((key, _)) = line
                .split_once(" = ")
                .or(line.strip_suffix(" =").map(|key| (key, "")))
                && key.starts_with(|c: char| c.is_ascii_lowercase())
            {
                assert!(seen.insert(key.to_owned()), "{path}: {key} twice");
            }
        }
    }
}

#[test]
fn no_sentence_of_safety_shouts() {
    for file in [
        "assets/safety.toml",
        "assets/evidence.toml",
        "assets/help-numbers.toml",
    ] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("shipped");
        for (number, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#'))
        {
            assert!(!line.contains('!'), "{file}:{}: {line}", number + 1);
            assert!(!line.contains("tricks"), "{file}:{}", number + 1);
        }
    }
}
