//! What can still be read of a damaged journal, row by row.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::entry::Entry;
use super::picture::copied;
use super::take_in::{self, CHECK_IN, PRACTICE};
use super::trouble::InPlace;
use crate::domain::journal::Trouble;

/// So many rows in a row that cannot be found mean the end, where the damage hides how many there are.
const GAP: i64 = 5_000;

/// What was read, and how many rows were seen that could not be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescued {
    /// What is about the person, practices and check-ins, as they were.
    pub entries: Vec<Entry>,
    /// Rows that are there but cannot be read.
    pub lost: u64,
}

/// Reads what can be read, and changes nothing: the file is opened as a picture of itself.
pub fn rescue(path: &Path) -> Result<Rescued, Trouble> {
    // A copy is read, so that even a log beside it that wants to be written back leaves the original alone.
    let folder = tempfile::tempdir().map_err(|error| Trouble::Other(error.to_string()))?;
    let copy = copied(path, folder.path()).map_err(|error| Trouble::Other(error.to_string()))?;
    let connection = Connection::open_with_flags(&copy, OpenFlags::SQLITE_OPEN_READ_WRITE).in_place(path)?;
    // Without its list of tables nothing can be told from anything.
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
            row.get::<_, i64>(0)
        })
        .in_place(path)?;
    let mut rescued = Rescued {
        entries: take_in::what_is_left(&connection),
        lost: 0,
    };
    for (table, select) in [("practice", PRACTICE), ("checkin", CHECK_IN)] {
        let newest: Option<i64> = connection
            .query_row(&format!("SELECT max(id) FROM {table}"), [], |row| row.get(0))
            .ok()
            .flatten();
        let select = format!("{select} WHERE id = ? AND removed IS NULL");
        let (mut id, mut missing) = (0, 0);
        while missing < GAP && newest.is_none_or(|newest| id < newest) {
            id += 1;
            let read = connection.prepare_cached(&select).and_then(|mut statement| {
                statement
                    .query_row([id], |row| match table {
                        "practice" => take_in::practice(&connection, row).map(Entry::Practice),
                        _ => take_in::check_in(&connection, row).map(Entry::CheckIn),
                    })
                    .optional()
            });
            match read {
                Ok(Some(entry)) => {
                    rescued.entries.push(entry);
                    missing = 0;
                }
                Ok(None) => missing += 1,
                Err(_) => {
                    rescued.lost += u64::from(newest.is_some());
                    missing += 1;
                }
            }
        }
    }
    Ok(rescued)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::domain::checkin::Answers;
    use crate::platform::journal::Journal;
    use crate::platform::journal::tests::{before, evening, home};

    #[test]
    fn what_lies_on_whole_pages_is_read_and_the_file_is_left_as_it_is() {
        let (_folder, path) = home();
        let mut journal = Journal::open(&path).expect("open");
        for number in 0..200 {
            let answers = Answers {
                note: format!("evening {number} {}", "a".repeat(300)),
                ..Answers::default()
            };
            journal
                .append_check_in(&before(evening(), answers))
                .expect("append");
        }
        drop(journal);
        let mut bytes = fs::read(&path).expect("read");
        // One page of check-ins dies: the one that holds the hundredth evening.
        let needle = b"evening 100 ";
        let at = bytes
            .windows(needle.len())
            .position(|window| window == needle)
            .expect("there");
        let page = at / 4096 * 4096;
        bytes[page..page + 4096].fill(0xA5);
        fs::write(&path, &bytes).expect("write");
        let rescued = rescue(&path).expect("read");
        assert!(rescued.entries.len() >= 180, "{}", rescued.entries.len());
        assert!(rescued.lost > 0 && rescued.entries.len() as u64 + rescued.lost == 200);
        assert_eq!(fs::read(&path).expect("read"), bytes);
        // And it goes into a new journal like any import.
        let new = path.with_file_name("new.sqlite3");
        let mut journal = Journal::open(&new).expect("open");
        let count = rescued.entries.len() as u64;
        let entries = rescued.entries.into_iter().map(Ok::<_, Trouble>);
        assert_eq!(journal.take_in(entries).expect("take in").new, count);
    }
}
