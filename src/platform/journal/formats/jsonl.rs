//! JSON lines: a first line that says what it is, then an entry a line.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

use super::{Bad, BadLine, Lines, NotRead, SHAPE};
use crate::domain::words::is_invisible;
use crate::platform::journal::Journal;
use crate::platform::journal::entry::{Entry, EntryText};

#[derive(Serialize, Deserialize)]
struct Head {
    hegu: String,
    shape: u32,
}

const WHAT: &str = "journal";

/// Writes the whole journal.
pub fn write(journal: &mut Journal, out: &mut impl Write) -> Result<(), NotRead> {
    let head = Head {
        hegu: WHAT.to_owned(),
        shape: SHAPE,
    };
    writeln!(out, "{}", text(&head)?)?;
    journal.give_out(|entry| {
        writeln!(out, "{}", text(&EntryText::from(&entry))?)?;
        Ok::<(), NotRead>(())
    })
}

/// JSON in one line, in which nothing acts on a terminal or hides: serde leaves DEL, C1 and marks of
/// direction as they are.
pub fn text(value: &impl Serialize) -> io::Result<String> {
    let plain = serde_json::to_string(value)?;
    if !plain.chars().any(is_invisible) {
        return Ok(plain);
    }
    // Outside strings JSON has no such character, so each of these stands in a string.
    Ok(plain
        .chars()
        .map(|c| match c {
            c if is_invisible(c) => {
                let mut units = [0; 2];
                let escaped = c.encode_utf16(&mut units).iter();
                escaped.map(|unit| format!("\\u{unit:04x}")).collect()
            }
            c => c.to_string(),
        })
        .collect())
}

/// The entries of a text, each or what is wrong with its line.
pub fn read(input: impl BufRead) -> impl Iterator<Item = Result<Entry, NotRead>> {
    Lines::new(input).filter_map(|line| {
        let line = match line {
            Ok(line) => line,
            Err(error) => return Some(Err(error.into())),
        };
        let bad = |what| BadLine {
            line: line.number,
            what,
        };
        let read = match line.text {
            Err(what) => Err(what),
            Ok(text) if line.number == 1 => is_head(&text).map(|()| None),
            Ok(text) if text.trim().is_empty() => Ok(None),
            Ok(text) => entry(&text).map(Some),
        };
        read.map_err(|what| bad(what).into()).transpose()
    })
}

fn is_head(text: &str) -> Result<(), Bad> {
    match serde_json::from_str::<Head>(text) {
        Ok(head) if head.hegu == WHAT && head.shape == SHAPE => Ok(()),
        _ => Err(Bad::Foreign),
    }
}

/// What is wrong with a line as JSON. The line is one of many, so the reader's own count of lines says nothing.
pub(crate) fn syntax(error: &serde_json::Error) -> Bad {
    let mut said = error.to_string();
    if let Some(at) = said.rfind(" at line ") {
        said.truncate(at);
    }
    if error.is_eof() {
        said = "it ends in the middle".to_owned();
    }
    Bad::Syntax(said)
}

/// One entry from its line.
pub fn entry(text: &str) -> Result<Entry, Bad> {
    let text: EntryText = serde_json::from_str(text).map_err(|error| syntax(&error))?;
    Entry::try_from(text).map_err(Bad::Field)
}
