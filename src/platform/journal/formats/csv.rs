//! CSV: check-ins and practices, a row each, for spreadsheets.

use std::io::{Read, Write};

use super::{Bad, BadLine, NotRead};
use crate::platform::journal::Journal;
use crate::platform::journal::entry::{CheckInText, Entry, EntryText, PracticeText, SideText, Wrong};
use crate::platform::journal::json::{AnswersJson, FeltJson};

/// The columns, in order.
pub const COLUMNS: [&str; 25] = [
    "kind",
    "uid",
    "day",
    "at",
    "phase",
    "of",
    "practice",
    "mood",
    "tension",
    "stress",
    "tiredness",
    "pain",
    "sleep",
    "felt",
    "tags",
    "note",
    "routine",
    "plan",
    "breath",
    "planned_ms",
    "ended",
    "ended_at",
    "why",
    "done",
    "hegu",
];

/// Stands in the last column of every row: so that another program's table is not taken for this.
const WHAT: &str = "journal 1";

/// Writes check-ins and practices.
pub fn write(journal: &mut Journal, out: &mut impl Write) -> Result<(), NotRead> {
    let mut out = ::csv::Writer::from_writer(out);
    out.write_record(COLUMNS).map_err(not_written)?;
    journal.give_out(|entry| {
        let cells = match EntryText::from(&entry) {
            EntryText::CheckIn(text) => check_in_cells(text),
            EntryText::Practice(text) => practice_cells(text),
            _ => return Ok(()),
        };
        let guarded = cells.iter().map(|cell| guard(cell));
        out.write_record(guarded).map_err(not_written)?;
        Ok::<(), NotRead>(())
    })?;
    out.flush()?;
    Ok(())
}

fn not_written(error: ::csv::Error) -> NotRead {
    NotRead::File(std::io::Error::other(error))
}

/// A cell that a spreadsheet would take for a formula begins with an apostrophe instead; so does one that
/// begins with an apostrophe itself, so that the way back is certain.
fn guard(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\'') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

fn number(value: Option<u8>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn check_in_cells(text: CheckInText) -> Vec<String> {
    let answers = text.answers;
    let felt = answers.felt.iter().map(|felt| match felt.much {
        None => felt.at.clone(),
        Some(much) => format!("{} {much}", felt.at),
    });
    let mut cells = vec![
        "check-in".to_owned(),
        text.uid,
        text.day,
        text.at,
        text.phase,
        text.of.unwrap_or_default(),
        text.practice.unwrap_or_default(),
        number(answers.mood),
        number(answers.tension),
        number(answers.stress),
        number(answers.tiredness),
        number(answers.pain),
        number(answers.sleep),
        felt.collect::<Vec<_>>().join("; "),
        join(&answers.tags),
        answers.note,
    ];
    cells.resize(COLUMNS.len() - 1, String::new());
    cells.push(WHAT.to_owned());
    cells
}

fn practice_cells(text: PracticeText) -> Vec<String> {
    let done = text.done.iter().map(|side| {
        let SideText {
            point,
            side,
            pressed_ms,
            how,
            at,
        } = side;
        format!("{point} {side} {pressed_ms} {how} {at}")
    });
    let mut cells = vec!["practice".to_owned(), text.uid, text.day, text.at];
    cells.resize(16, String::new());
    cells.extend([
        text.routine.unwrap_or_default(),
        text.plan,
        text.breath,
        text.planned_ms.to_string(),
        text.ended.unwrap_or_default(),
        text.ended_at.unwrap_or_default(),
        text.why.unwrap_or_default(),
        done.collect::<Vec<_>>().join("; "),
        WHAT.to_owned(),
    ]);
    cells
}

/// Tags in one cell: `kaffe; gåtur`. A semicolon or backslash of a tag's own has a backslash before it, and
/// an empty tag is `\e`.
fn join(tags: &[String]) -> String {
    let escaped = tags.iter().map(|tag| match tag.as_str() {
        "" => "\\e".to_owned(),
        tag => tag.replace('\\', "\\\\").replace(';', "\\;"),
    });
    escaped.collect::<Vec<_>>().join("; ")
}

fn split(cell: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut tag = String::new();
    let mut chars = cell.chars().peekable();
    if cell.is_empty() {
        return tags;
    }
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('e') => {}
                Some(escaped) => tag.push(escaped),
                None => {}
            },
            ';' => {
                chars.next_if_eq(&' ');
                tags.push(std::mem::take(&mut tag));
            }
            c => tag.push(c),
        }
    }
    tags.push(tag);
    tags
}

/// The entries of a text, each or what is wrong with its row.
pub fn read(input: impl Read) -> impl Iterator<Item = Result<Entry, NotRead>> {
    let reader = ::csv::ReaderBuilder::new().from_reader(input);
    let mut records = reader.into_records();
    let mut columns = None;
    std::iter::from_fn(move || {
        if columns.is_none() {
            let header = records.reader_mut().headers().cloned();
            columns = Some(header.is_ok_and(|header| header.iter().eq(COLUMNS)));
            if columns == Some(false) {
                let line = BadLine {
                    line: 1,
                    what: Bad::Foreign,
                };
                return Some(Err(line.into()));
            }
        }
        if columns == Some(false) {
            return None;
        }
        let record = match records.next()? {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, ::csv::Position::line);
                let what = Bad::Syntax(match error.kind() {
                    ::csv::ErrorKind::UnequalLengths {
                        expected_len, len, ..
                    } => format!(
                        "{len} columns, and {expected_len} belong there. Is a quotation mark left open?"
                    ),
                    _ => error.to_string(),
                });
                return Some(Err(BadLine { line, what }.into()));
            }
        };
        let line = record.position().map_or(0, ::csv::Position::line);
        Some(entry(&record).map_err(|what| BadLine { line, what }.into()))
    })
}

fn entry(record: &::csv::StringRecord) -> Result<Entry, Bad> {
    let cell = |name: &str| -> String {
        let place = COLUMNS.iter().position(|column| *column == name);
        let cell = place.and_then(|place| record.get(place)).unwrap_or_default();
        unguard(cell).to_owned()
    };
    let maybe = |name: &str| Some(cell(name)).filter(|cell| !cell.is_empty());
    let wrong = |field: &'static str, value: &str| {
        Bad::Field(Wrong {
            field,
            value: value.to_owned(),
        })
    };
    let score = |name: &'static str| -> Result<Option<u8>, Bad> {
        maybe(name)
            .map(|text| text.trim().parse().map_err(|_| wrong(name, &text)))
            .transpose()
    };
    let text = match cell("kind").as_str() {
        "check-in" => {
            let mut felt = Vec::new();
            for part in cell("felt")
                .split(';')
                .map(str::trim)
                .filter(|part| !part.is_empty())
            {
                let (at, much) = match part.split_once(' ') {
                    None => (part, None),
                    Some((at, much)) => (at, Some(much.parse().map_err(|_| wrong("felt", part))?)),
                };
                felt.push(FeltJson {
                    at: at.to_owned(),
                    much,
                });
            }
            EntryText::CheckIn(CheckInText {
                uid: cell("uid"),
                day: cell("day"),
                at: cell("at"),
                phase: cell("phase"),
                of: maybe("of"),
                practice: maybe("practice"),
                answers: AnswersJson {
                    mood: score("mood")?,
                    tension: score("tension")?,
                    stress: score("stress")?,
                    tiredness: score("tiredness")?,
                    pain: score("pain")?,
                    sleep: score("sleep")?,
                    felt,
                    tags: split(&cell("tags")),
                    note: cell("note"),
                },
            })
        }
        "practice" => {
            let planned = cell("planned_ms");
            let mut done = Vec::new();
            for part in cell("done")
                .split(';')
                .map(str::trim)
                .filter(|part| !part.is_empty())
            {
                let words: Vec<&str> = part.split(' ').collect();
                let [point, side, pressed, how, at] = words[..] else {
                    return Err(wrong("done", part));
                };
                done.push(SideText {
                    point: point.to_owned(),
                    side: side.to_owned(),
                    pressed_ms: pressed.parse().map_err(|_| wrong("done", part))?,
                    how: how.to_owned(),
                    at: at.to_owned(),
                });
            }
            EntryText::Practice(PracticeText {
                uid: cell("uid"),
                day: cell("day"),
                at: cell("at"),
                routine: maybe("routine"),
                plan: cell("plan"),
                breath: cell("breath"),
                planned_ms: planned.parse().map_err(|_| wrong("planned_ms", &planned))?,
                ended: maybe("ended"),
                ended_at: maybe("ended_at"),
                why: maybe("why"),
                done,
            })
        }
        other => return Err(wrong("kind", other)),
    };
    Entry::try_from(text).map_err(Bad::Field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_note_is_never_a_formula_and_always_comes_back() {
        for note in ["=1+1", "+45", "-", "@SUM(A1)", "'quoted'", "'=1", "plain", ""] {
            assert_eq!(unguard(&guard(note)), note);
            assert!(!guard(note).starts_with(['=', '+', '-', '@']));
        }
    }

    proptest! {
        #[test]
        fn tags_of_any_letters_come_back(tags in proptest::collection::vec(any::<String>(), 0..4)) {
            prop_assert_eq!(split(&join(&tags)), tags);
        }
    }
}
