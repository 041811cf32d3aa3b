//! What is wrong with a text a person wrote: where, what, and what to write instead.

use std::fmt;

use crate::domain::words::printable;

/// One mistake in one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file as the person knows it.
    pub file: String,
    /// Line, from 1; 0 for what has no lines, such as a variable of the environment.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is wrong is often quoted, and a quotation must not act on the terminal it is shown on.
        let shown = |text: &str| printable(text).replace('\n', " ");
        match self.line {
            0 => write!(f, "{}: {}", shown(&self.file), shown(&self.what))?,
            line => write!(f, "{}, line {line}: {}", shown(&self.file), shown(&self.what))?,
        }
        if !self.remedy.is_empty() {
            write!(f, " {}", shown(&self.remedy))?;
        }
        Ok(())
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

    /// Sorted by file and line.
    pub fn sorted(mut self) -> Problems {
        self.0.sort();
        self.0.dedup();
        self
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
