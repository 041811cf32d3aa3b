//! What is wrong with a text a person wrote: where, what, and what to write instead.

use std::fmt;

use crate::domain::words::{Lang, Words, printable};

/// One mistake in one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file as the person knows it.
    pub file: String,
    /// Line, from 1; 0 for what has no lines, such as a variable of the environment.
    pub line: usize,
    /// What is wrong.
    pub what: Words,
    /// What to write instead.
    pub remedy: Words,
}

impl Problem {
    /// Where it is: the file, and the line if it has one.
    pub fn place(&self, lang: Lang) -> String {
        match self.line {
            0 => self.file.clone(),
            line => format!("{}, {} {line}", self.file, lang.pick("line", "linje")),
        }
    }

    /// The problem in a language.
    pub fn say(&self, lang: Lang) -> String {
        // What is wrong is often quoted, and a quotation must not act on the terminal it is shown on.
        let shown = |text: &str| printable(text).replace('\n', " ");
        let remedy = match self.remedy.get(lang) {
            "" => String::new(),
            remedy => format!(" {}", shown(remedy)),
        };
        let (place, what) = (shown(&self.place(lang)), shown(self.what.get(lang)));
        format!("{place}: {what}{remedy}")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

/// Every mistake found, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// True when nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds all of another list.
    pub fn extend(&mut self, other: Problems) {
        self.0.extend(other.0);
    }

    /// One a line, in a language.
    pub fn say(&self, lang: Lang) -> String {
        self.0.iter().map(|problem| problem.say(lang) + "\n").collect()
    }

    /// Sorted by file and line.
    pub fn sorted(mut self) -> Problems {
        self.0.sort();
        self.0.dedup();
        self
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl std::error::Error for Problems {}
