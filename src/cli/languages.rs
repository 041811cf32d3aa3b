//! The languages of the person's own files, a folder each: `texts.d/nb/hegu.ftl` for the interface, `points.toml`
//! and `sentences.toml` for the content. Each may be missing, and what they do not say is English.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::both;
use crate::content::brought::{POINTS, SENTENCES};
use crate::content::own::OwnFile;
use crate::content::{Problem, Problems};
use crate::domain::words::{Brought, Lang, Languages, Words};
use crate::platform::own_files::read_file;
use crate::platform::places::Places;
use crate::ui::brought::{bring, is_tag};

/// The file of a language with the interface's sentences.
const INTERFACE: &str = "hegu.ftl";

/// The tags of the languages there are, without reading a word of them.
pub fn tags(places: &Places) -> Languages {
    let named = folders(places).0.into_iter();
    Languages::with(named.map(|(tag, _)| kept(Brought::new(&tag, BTreeMap::new()))))
}

/// The languages there are, and what is wrong with their files.
pub fn read(places: &Places) -> (Languages, Problems) {
    let (folders, mut problems) = folders(places);
    let mut languages = Vec::new();
    for (tag, folder) in folders {
        let (language, found) = language(&tag, &folder);
        problems.extend(found);
        languages.push(kept(language));
    }
    (Languages::with(languages), problems)
}

/// A language stays until the program ends.
fn kept(language: Brought) -> &'static Brought {
    Box::leak(Box::new(language))
}

/// The folder of each language by its tag, and what else lies between them.
fn folders(places: &Places) -> (Vec<(String, PathBuf)>, Problems) {
    let mut folders = Vec::new();
    let mut problems = Vec::new();
    for path in entries(&places.texts()) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let (what, remedy) = if !path.is_dir() {
            let tag = name.split('.').next().unwrap_or_default().to_owned();
            (
                both!("A language is a folder.", "Et sprog er en mappe."),
                both!(
                    "Put the file into a folder: {tag}/{INTERFACE}.",
                    "Læg filen i en mappe: {tag}/{INTERFACE}."
                ),
            )
        } else if Lang::from_tag(&name).is_some() {
            (
                both!("{name} is shipped with hegu.", "{name} følger med hegu."),
                both!("Name another language.", "Nævn et andet sprog."),
            )
        } else if !is_tag(&name) {
            (
                both!(
                    "\"{name}\" is no language tag.",
                    "\"{name}\" er intet sprogmærke."
                ),
                both!("Write one such as nb, or pt-BR.", "Skriv et som nb eller pt-BR."),
            )
        } else {
            folders.push((name, path));
            continue;
        };
        problems.push(at(&path, what, remedy));
    }
    (folders, Problems(problems))
}

fn language(tag: &str, folder: &Path) -> (Brought, Problems) {
    let mut says = BTreeMap::new();
    let mut problems = Problems::default();
    for path in entries(folder) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if ![INTERFACE, POINTS, SENTENCES].contains(&name.as_str()) {
            problems.0.push(at(
                &path,
                both!("hegu does not read this file.", "Denne fil læser hegu ikke."),
                both!(
                    "A language has {INTERFACE}, {POINTS} and {SENTENCES}.",
                    "Et sprog har {INTERFACE}, {POINTS} og {SENTENCES}."
                ),
            ));
            continue;
        }
        let file: OwnFile = match read_file(&path) {
            Ok(file) => file,
            Err(problem) => {
                problems.0.push(*problem);
                continue;
            }
        };
        let (more, found) = match name.as_str() {
            INTERFACE => (BTreeMap::new(), bring(tag, &file)),
            POINTS => crate::brought_points(&file),
            _ => crate::brought_sentences(&file),
        };
        problems.extend(found);
        // What is said of a point goes before the same sentence said anywhere.
        for (english, own) in more {
            says.entry(english).or_insert(own);
        }
    }
    (Brought::new(tag, says), problems)
}

/// What lies in a folder, by name. Hidden files are nobody's business.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            !path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'))
        })
        .collect();
    paths.sort();
    paths
}

fn at(path: &Path, what: Words, remedy: Words) -> Problem {
    Problem {
        file: path.display().to_string(),
        line: 0,
        what,
        remedy,
    }
}
