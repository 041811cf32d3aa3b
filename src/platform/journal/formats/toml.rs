//! TOML: everything, an `[[entry]]` each.

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{Bad, BadLine, LARGEST_WHOLE, NotRead, SHAPE};
use crate::platform::journal::Journal;
use crate::platform::journal::entry::{Entry, EntryText};

#[derive(Serialize)]
struct One {
    entry: [EntryText; 1],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct All {
    hegu: String,
    shape: u32,
    #[serde(default)]
    entry: Vec<Spanned<EntryText>>,
}

/// Writes the whole journal.
pub fn write(journal: &mut Journal, out: &mut impl Write) -> Result<(), NotRead> {
    writeln!(out, "hegu = \"journal\"\nshape = {SHAPE}")?;
    journal.give_out(|entry| {
        let one = One {
            entry: [EntryText::from(&entry)],
        };
        let text = toml::to_string(&one).map_err(std::io::Error::other)?;
        write!(out, "\n{text}")?;
        Ok::<(), NotRead>(())
    })
}

/// The entries of a text, or what is wrong with it. Read whole, so not from a file of any size.
pub fn read(input: impl Read) -> Result<Vec<Entry>, NotRead> {
    let mut bytes = Vec::new();
    input.take(LARGEST_WHOLE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_WHOLE {
        return Err(NotRead::TooLarge);
    }
    let first = |what| BadLine { line: 1, what };
    let text = String::from_utf8(bytes).map_err(|_| first(Bad::NotText))?;
    let line = |at: usize| text[..at.min(text.len())].matches('\n').count() as u64 + 1;
    let all: All = toml::from_str(&text).map_err(|error| BadLine {
        line: error.span().map_or(1, |span| line(span.start)),
        what: Bad::Syntax(error.message().to_owned()),
    })?;
    if all.hegu != "journal" || all.shape != SHAPE {
        return Err(first(Bad::Foreign).into());
    }
    all.entry
        .into_iter()
        .map(|entry| {
            let line = line(entry.span().start);
            Entry::try_from(entry.into_inner()).map_err(|wrong| {
                BadLine {
                    line,
                    what: Bad::Field(wrong),
                }
                .into()
            })
        })
        .collect()
}
