//! The table of keys in the README and in the book is what the program has.

use std::fs;
use std::path::Path;

use hegu::app::keymap::Keymap;
use hegu::cli::keys::table;
use hegu::domain::words::Lang;
use hegu::ui::look::Look;

const BEGIN: &str = "<!-- keys: written by tests/keys.rs -->\n";
const END: &str = "<!-- end of keys -->";

fn markdown() -> String {
    let mut text = String::new();
    for (place, rows) in table(&Keymap::default(), &Look::bare(Lang::En)) {
        text.push_str(&format!("| {place} | |\n|---|---|\n"));
        for (keys, what) in rows {
            let keys: Vec<String> = keys.split("  ").map(|key| format!("`{key}`")).collect();
            text.push_str(&format!("| {} | {what} |\n", keys.join(" ")));
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_tables_of_keys_are_what_the_program_has() {
    let wanted = markdown();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["docs/keys.md"] {
        let path = root.join(file);
        let text = fs::read_to_string(&path).expect("a file");
        let (before, rest) = text.split_once(BEGIN).expect("a place for the keys");
        let (now, after) = rest.split_once(END).expect("an end of the keys");
        if now != wanted {
            if std::env::var_os("HEGU_WRITE").is_some() {
                fs::write(&path, format!("{before}{BEGIN}{wanted}{END}{after}")).expect("written");
                continue;
            }
            panic!("{file} is behind: run HEGU_WRITE=1 cargo test --test keys");
        }
    }
}

#[test]
fn every_key_named_in_the_readme_means_what_it_says_there() {
    // The README names a dozen keys in `| \`key\` | meaning |` rows: each must be a key of an action so called.
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a README");
    let tables = table(&Keymap::default(), &Look::bare(Lang::En));
    let known: Vec<(String, String)> = tables.into_iter().flat_map(|(_, rows)| rows).collect();
    let rows: Vec<&str> = readme.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() >= 10, "the README has a table of keys");
    for row in rows {
        let mut cells = row.split('|').skip(1).map(str::trim);
        let keys = cells.next().unwrap_or_default();
        let what = cells.next().unwrap_or_default();
        let keys: Vec<String> = keys
            .split(' ')
            .map(|key| key.trim_matches('`').to_owned())
            .collect();
        let right = known.iter().any(|(bound, does)| {
            does == what && keys.iter().all(|key| bound.split("  ").any(|one| one == key))
        });
        assert!(right, "{row}");
    }
}
