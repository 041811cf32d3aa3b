//! Collects the problems of one entry while its parts are converted.

use crate::content::both;
use crate::content::problem::Problem;
use crate::content::source::Placement;
use crate::domain::words::Words;

/// Collects problems of one entry while its parts are converted.
pub(super) struct Report<'p> {
    pub(super) place: &'p Placement,
    pub(super) problems: Vec<Problem>,
}

impl Report<'_> {
    pub(super) fn add(&mut self, path: &str, what: impl Into<Words>, remedy: impl Into<Words>) {
        self.problems.push(self.place.problem(path, what, remedy));
    }

    /// The value a word stands for, or a problem that names all the words there are.
    pub(super) fn choose<T: Copy>(&mut self, path: &str, word: &str, choices: &[(&str, T)]) -> Option<T> {
        let found = choices
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.add(
                path,
                both!("\"{word}\" is not known here.", "\"{word}\" kendes ikke her."),
                write_one_of(&names),
            );
        }
        found
    }

    pub(super) fn need<T>(&mut self, value: Option<T>, key: &str, path: &str) -> Option<T> {
        if value.is_none() {
            self.add(
                path,
                both!("\"{key}\" is missing.", "\"{key}\" mangler."),
                both!("Add {key} = ...", "Tilføj {key} = ..."),
            );
        }
        value
    }
}

/// `Write a, b or c.`
pub(super) fn write_one_of(words: &[&str]) -> Words {
    let (en, da) = (one_of(words, "or"), one_of(words, "eller"));
    both!("Write {en}.", "Skriv {da}.")
}

/// `a, b or c`.
pub(super) fn one_of(words: &[&str], or: &str) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {or} {last}", first.join(", ")),
    }
}
