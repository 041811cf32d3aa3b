//! Keeps the house as `src/lib.rs` describes it: imports point one way, and some crates stay outside.

use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file under a folder, with its text without comments and string contents of `use` lines.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a folder entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            found.push((path, text));
        }
    }
    found
}

/// Whether a file holds tests only.
fn is_test(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "tests")
        || path.parent().is_some_and(|folder| folder.ends_with("tests"))
}

fn source(module: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let file = root.join(format!("{module}.rs"));
    let mut all = if root.join(module).is_dir() {
        files(&root.join(module))
    } else {
        Vec::new()
    };
    if file.is_file() {
        all.push((file.clone(), fs::read_to_string(file).expect("a source file")));
    }
    assert!(!all.is_empty(), "no module {module}");
    all.retain(|(path, _)| !is_test(path));
    all
}

/// A source without its own tests: they may do what the code may not.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {")
        .map_or(text, |at| &text[..at])
}

/// Lines of code: no comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(n, l)| (n + 1, l))
}

/// Fails if a module names one of the words in its code.
fn must_not_name(module: &str, words: &[&str]) {
    let mut wrong = Vec::new();
    for (path, text) in source(module) {
        for (number, line) in code(without_tests(&text)) {
            for word in words {
                if line.contains(word) {
                    wrong.push(format!("{}:{number}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{module} must not name {words:?}:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_domain_knows_nobody() {
    must_not_name(
        "domain",
        &[
            "crate::content",
            "crate::app",
            "crate::ui",
            "crate::platform",
            "crate::cli",
            "crate::runtime",
            "serde",
            "ratatui",
            "crossterm",
            "rusqlite",
            "std::fs",
            "std::io",
            "std::env",
            "Instant",
            "SystemTime",
            "Local::now",
            "Utc::now",
        ],
    );
}

#[test]
fn the_content_knows_only_the_domain() {
    must_not_name(
        "content",
        &[
            "crate::app",
            "crate::ui",
            "crate::platform",
            "crate::cli",
            "crate::runtime",
            "ratatui",
            "std::fs",
        ],
    );
}

#[test]
fn the_app_touches_no_screen_no_disk_and_asks_no_clock() {
    must_not_name(
        "app",
        &[
            "crate::ui",
            "crate::platform",
            "crate::cli",
            "crate::runtime",
            "ratatui",
            "crossterm",
            "rusqlite",
            "std::fs",
            "std::env",
            "Instant",
            "SystemTime",
            "Local::now",
            "Utc::now",
        ],
    );
}

#[test]
fn the_view_sees_the_model_and_changes_nothing() {
    must_not_name(
        "ui",
        &[
            "crate::platform",
            "crate::cli",
            "crate::runtime",
            "&mut Model",
            "&mut Known",
            "crossterm",
            "std::fs",
            "std::env",
            "Instant",
            "Local::now",
            "Utc::now",
        ],
    );
}

#[test]
fn the_loop_knows_no_terminal() {
    must_not_name(
        "runtime",
        &["crate::platform", "crate::cli", "crossterm", "std::fs", "Instant"],
    );
}

#[test]
fn the_platform_holds_no_verb() {
    must_not_name("platform", &["crate::cli"]);
}

#[test]
fn a_file_fits_in_the_eye() {
    // 850 lines without their tests; a longer one is two files that have not been told apart yet.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let long: Vec<String> = files(&root)
        .into_iter()
        .filter(|(path, _)| !is_test(path))
        .map(|(path, text)| (path, without_tests(&text).lines().count()))
        .filter(|(_, lines)| *lines > 850)
        .map(|(path, lines)| format!("{}: {lines}", path.display()))
        .collect();
    assert!(long.is_empty(), "too long:\n{}", long.join("\n"));
}
