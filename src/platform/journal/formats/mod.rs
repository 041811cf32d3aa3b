//! The journal as text: JSON lines, CSV, TOML, and Markdown for reading.
//!
//! JSON lines and TOML hold everything. CSV holds check-ins and practices. Markdown is for people, is written
//! with the words of the screens, and is not read back.

pub mod csv;
pub mod foreign;
pub mod jsonl;
pub mod toml;

use std::fmt;
use std::io::{self, BufRead};

use super::entry::Wrong;
use crate::domain::journal::Trouble;

/// A text format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Format {
    Jsonl,
    Csv,
    Markdown,
    Toml,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 4] = [Format::Jsonl, Format::Csv, Format::Markdown, Format::Toml];

    /// The word on the command line, and the ending of a file.
    pub fn id(self) -> &'static str {
        match self {
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Markdown => "md",
            Format::Toml => "toml",
        }
    }

    /// The format a word names.
    pub fn from_id(id: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// The shape of the exports, counted up when a reader of the old shape would misread the new one.
pub const SHAPE: u32 = 1;

/// The longest line that is read. A note of a hundred pages is a fifth of it.
pub const LONGEST_LINE: usize = 1 << 20;

/// The largest file that is read whole (TOML). Thirty years of evenings are a fifth of it; larger ones go
/// as JSON lines, which are read line by line.
pub const LARGEST_WHOLE: u64 = 64 << 20;

/// What is wrong with a line somebody brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: u64,
    /// What is wrong.
    pub what: Bad,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bad {
    /// It is no UTF-8 text.
    NotText,
    /// It is longer than anything hegu writes.
    TooLong,
    /// It cannot be read as its format; in the words of the reader.
    Syntax(String),
    /// A field holds what it cannot hold.
    Field(Wrong),
    /// A column that is needed is not there.
    NoColumn(String),
    /// The file was written by a newer hegu, or is none of hegu's.
    Foreign,
}

impl fmt::Display for Bad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bad::NotText => f.write_str("not a text"),
            Bad::TooLong => f.write_str("too long"),
            Bad::Syntax(what) => f.write_str(what),
            Bad::Field(wrong) => write!(f, "{}: {}", wrong.field, wrong.value),
            Bad::NoColumn(name) => write!(f, "no column {name}"),
            Bad::Foreign => f.write_str("not an export of this hegu"),
        }
    }
}

/// Why a text was not taken in.
#[derive(Debug)]
pub enum NotRead {
    /// A line is wrong.
    Line(BadLine),
    /// The file cannot be read.
    File(io::Error),
    /// The file is too large to be read whole.
    TooLarge,
    /// The journal cannot be written.
    Journal(Trouble),
}

impl From<Trouble> for NotRead {
    fn from(trouble: Trouble) -> NotRead {
        NotRead::Journal(trouble)
    }
}

impl From<io::Error> for NotRead {
    fn from(error: io::Error) -> NotRead {
        NotRead::File(error)
    }
}

impl From<BadLine> for NotRead {
    fn from(line: BadLine) -> NotRead {
        NotRead::Line(line)
    }
}

/// One line at a time, none longer than [`LONGEST_LINE`]: a file without line ends does not fill the memory.
pub struct Lines<R> {
    input: R,
    number: u64,
    done: bool,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a text.
    pub fn new(input: R) -> Lines<R> {
        Lines {
            input,
            number: 0,
            done: false,
        }
    }

    /// The next line with its number and whether it ended properly; `None` at the end.
    fn take_line(&mut self) -> io::Result<Option<(Vec<u8>, bool)>> {
        let mut line = Vec::new();
        loop {
            let part = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                part => part?,
            };
            if part.is_empty() {
                return Ok((!line.is_empty()).then_some((line, false)));
            }
            let end = part.iter().position(|byte| *byte == b'\n');
            let length = end.unwrap_or(part.len());
            if line.len() <= LONGEST_LINE {
                line.extend_from_slice(&part[..length]);
            }
            let used = end.map_or(length, |end| end + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(Some((line, true)));
            }
        }
    }
}

/// A line of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: u64,
    /// Its text, or what is wrong with it.
    pub text: Result<String, Bad>,
    /// Whether it ended with a line end: a torn last line does not.
    pub whole: bool,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<io::Result<Line>> {
        if self.done {
            return None;
        }
        let (mut bytes, whole) = match self.take_line() {
            Ok(Some(line)) => line,
            Ok(None) => return None,
            Err(error) => {
                self.done = true;
                return Some(Err(error));
            }
        };
        self.number += 1;
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        let text = if bytes.len() > LONGEST_LINE {
            Err(Bad::TooLong)
        } else {
            String::from_utf8(bytes).map_err(|_| Bad::NotText)
        };
        Some(Ok(Line {
            number: self.number,
            text,
            whole,
        }))
    }
}
