//! The documents say what is there: every link leads somewhere, every page is in the book, every verb in the table,
//! and the shapes of `--json` are those that are printed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use hegu::cli::Cli;
use serde_json::Value;

#[path = "support/shell.rs"]
mod shell;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pages() -> Vec<PathBuf> {
    let mut pages: Vec<PathBuf> = fs::read_dir(root().join("docs"))
        .expect("docs")
        .chain(fs::read_dir(root()).expect("the root"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "md"))
        .collect();
    pages.push(root().join("packaging/README.md"));
    pages.sort();
    pages
}

/// The ids that a page's headings have in a browser.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            let kept = title
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut links = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).expect("a page");
        let folder = page.parent().expect("a folder");
        let markdown = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let html = ["src=\"", "srcset=\"", "href=\""]
            .into_iter()
            .flat_map(|mark| text.split(mark).skip(1))
            .filter_map(|rest| rest.split('"').next());
        for link in markdown.chain(html) {
            links += 1;
            if link.starts_with("https://") {
                assert!(!link.contains(' '), "{}: {link}", page.display());
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() {
                page.clone()
            } else {
                folder.join(file)
            };
            assert!(target.exists(), "{}: {link} leads nowhere", page.display());
            if !anchor.is_empty() {
                let there = anchors(&fs::read_to_string(&target).expect("a page"));
                assert!(there.contains(anchor), "{}: no heading #{anchor}", page.display());
            }
        }
    }
    assert!(links > 30, "{links} links");
}

#[test]
fn every_page_of_docs_is_in_the_book_once() {
    let summary = fs::read_to_string(root().join("docs/SUMMARY.md")).expect("a summary");
    let listed: Vec<&str> = summary
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .collect();
    let once: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(once.len(), listed.len(), "{listed:?}");
    for page in fs::read_dir(root().join("docs")).expect("docs") {
        let name = page.expect("a page").file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") && name != "SUMMARY.md" {
            assert!(once.contains(name.as_str()), "{name} is not in the book");
        }
    }
    let book = fs::read_to_string(root().join("book.toml")).expect("book.toml");
    assert!(book.contains("src = \"docs\""), "{book}");
}

#[test]
fn every_verb_is_in_the_table_of_the_command_line() {
    let page = fs::read_to_string(root().join("docs/cli.md")).expect("a page");
    for verb in Cli::command().get_subcommands() {
        let row = format!("| `hegu {}", verb.get_name());
        assert!(page.contains(&row), "{} is not in docs/cli.md", verb.get_name());
    }
}

fn hegu(home: &Path, args: &[&str]) -> String {
    let output = shell::hegu(home, args);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {said}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The name of every field, however deep.
fn fields(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                into.insert(name.clone());
                fields(value, into);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| fields(value, into)),
        _ => {}
    }
}

/// The fields a section documents: the words in backticks of the first cell of each row, and of lists in braces or in
/// backticks anywhere in a row whose first cell is a list of objects.
fn documented(page: &str, heading: &str) -> BTreeSet<String> {
    let section = page
        .split("\n## ")
        .find(|section| {
            section
                .lines()
                .next()
                .is_some_and(|title| title.contains(heading))
        })
        .unwrap_or_else(|| panic!("docs/json.md says nothing of {heading}"));
    let mut names = BTreeSet::new();
    let mut take = |code: &str| {
        let words = code.split(|c: char| !(c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit()));
        names.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
    };
    let in_code =
        |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    for row in section.lines().filter(|line| line.starts_with("| ")) {
        let mut cells = row.trim_matches('|').splitn(2, " | ");
        let (first, rest) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        if first.trim() == "field" || first.contains("field of") {
            // `field of \`check_ins[]\``: the list itself.
            in_code(first).iter().for_each(|code| take(code));
            continue;
        }
        in_code(first).iter().for_each(|code| take(code));
        // What stands in braces beside it belongs to it.
        for code in in_code(rest) {
            if code.starts_with('{') {
                take(&code);
            }
        }
    }
    names
}

#[test]
fn the_shapes_of_json_are_those_that_are_printed() {
    let page = fs::read_to_string(root().join("docs/json.md")).expect("a page");
    let home = tempfile::tempdir().expect("a home");
    // An evening with everything in it, so that no field is left out for want of an answer.
    hegu(
        home.path(),
        &[
            "checkin",
            "--mood",
            "3",
            "--tension",
            "6",
            "--stress",
            "5",
            "--tiredness",
            "4",
            "--pain",
            "2",
            "--sleep",
            "7",
            "--note",
            "long day",
        ],
    );
    for (heading, args) in [
        ("hegu points --json", vec!["points", "--json"]),
        ("hegu routines --json", vec!["routines", "--json"]),
        ("hegu config show --json", vec!["config", "show", "--json"]),
        ("hegu evidence [ID] --json", vec!["evidence", "--json"]),
        ("hegu figure --json", vec!["figure", "--json"]),
        ("hegu keys --json", vec!["keys", "--json"]),
        ("hegu doctor --json", vec!["doctor", "--json"]),
        ("hegu status --json", vec!["status", "--json"]),
    ] {
        let value: Value = serde_json::from_str(&hegu(home.path(), &args)).expect("JSON");
        let mut printed = BTreeSet::new();
        fields(&value, &mut printed);
        assert_eq!(printed, documented(&page, heading), "{heading}");
    }
    // A journal leaves out what was skipped: nothing is printed that is not documented.
    let value: Value = serde_json::from_str(&hegu(home.path(), &["journal", "--json"])).expect("JSON");
    let mut printed = BTreeSet::new();
    fields(&value, &mut printed);
    let known = documented(&page, "hegu journal --json");
    assert!(printed.is_subset(&known), "{:?}", printed.difference(&known));
    for field in [
        "mood",
        "tension",
        "stress",
        "tiredness",
        "pain",
        "sleep",
        "note",
        "day",
        "phase",
    ] {
        assert!(printed.contains(field), "{field}");
    }
    // Every verb that has the option has a section.
    fn verbs(command: &clap::Command, path: &str, all: &mut Vec<String>) {
        for verb in command.get_subcommands() {
            let path = format!("{path} {}", verb.get_name());
            if verb.get_arguments().any(|arg| arg.get_id() == "json") {
                all.push(path.clone());
            }
            verbs(verb, &path, all);
        }
    }
    let mut all = Vec::new();
    verbs(&Cli::command(), "hegu", &mut all);
    assert!(all.len() >= 10, "{all:?}");
    for verb in all {
        let named = page
            .lines()
            .any(|line| line.starts_with("## ") && line.contains(&verb));
        assert!(named, "{verb} --json is not in docs/json.md");
    }
}
