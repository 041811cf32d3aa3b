//! Words in the notes, tags by another name, and the way back from the last change of a day.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::OptionalExtension;

use super::Journal;
use super::trouble::InPlace;
use crate::domain::checkin::{CheckIn, CheckInId};
use crate::domain::journal::{Found, FoundNote, Search, Trouble};

/// More finds than this say that the words were too few.
const MOST_FOUND: usize = 200;

impl Journal {
    /// The notes that hold all the words, newest first. Every word may be the beginning of one.
    pub fn find(&self, words: &str) -> Result<Found, Trouble> {
        let search = Search {
            words: words.to_owned(),
            ..Search::default()
        };
        let entries = match words.trim() {
            "" => Vec::new(),
            _ => self.search(&search, MOST_FOUND)?,
        };
        let notes = entries.into_iter().map(|entry| FoundNote {
            check_in: entry.id,
            day: entry.day,
            note: entry.answers.note,
        });
        Ok(Found {
            words: words.to_owned(),
            notes: notes.collect(),
        })
    }

    /// Takes back the newest change of a day's check-ins: the check-in as it now stands, or that it is gone;
    /// `None` where nothing is left to take back.
    pub fn take_back(
        &mut self,
        day: NaiveDate,
        now: DateTime<FixedOffset>,
    ) -> Result<Option<Result<CheckIn, CheckInId>>, Trouble> {
        let newest = || {
            self.connection
                .prepare_cached(
                    "SELECT subject FROM change JOIN checkin ON checkin.id = subject
                     WHERE about = 'checkin' AND day = ? AND undone IS NULL ORDER BY change.id DESC LIMIT 1",
                )?
                .query_row([day.to_string()], |row| row.get(0).map(CheckInId))
                .optional()
        };
        let Some(id) = newest().in_place(&self.path)? else {
            return Ok(None);
        };
        self.undo(id, now)?;
        Ok(Some(self.check_in(id)?.ok_or(id)))
    }

    /// Calls a tag something else wherever it stands; returns the check-ins where it stood. Each can be
    /// taken back alone.
    pub fn rename_tag(
        &mut self,
        from: &str,
        to: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<Vec<CheckIn>, Trouble> {
        let tagged = || {
            self.connection
                .prepare_cached("SELECT DISTINCT checkin FROM tag WHERE tag = ?")?
                .query_map([from], |row| row.get(0).map(CheckInId))?
                .collect::<rusqlite::Result<Vec<_>>>()
        };
        let mut renamed = Vec::new();
        for id in tagged().in_place(&self.path)? {
            let Some(mut entry) = self.check_in(id)? else {
                continue;
            };
            let tags = &mut entry.answers.tags;
            if tags.iter().any(|tag| tag == to) {
                tags.retain(|tag| tag != from);
            } else {
                tags.iter_mut()
                    .filter(|tag| *tag == from)
                    .for_each(|tag| *tag = to.to_owned());
            }
            self.amend(id, &entry.answers, now)?;
            renamed.push(entry);
        }
        Ok(renamed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::{Answers, Phase};
    use crate::domain::journal::NewCheckIn;
    use chrono::Duration;

    fn at(minute: i64) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-21T21:30:00+01:00").expect("a moment")
            + Duration::minutes(minute)
    }

    fn with_notes(notes: &[&str]) -> (tempfile::TempDir, Journal) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(&folder.path().join("journal.sqlite3")).expect("opens");
        for (index, note) in notes.iter().enumerate() {
            let new = NewCheckIn {
                day: at(0).date_naive(),
                at: at(index as i64),
                phase: Phase::Before,
                of: None,
                practice: None,
                answers: Answers {
                    note: (*note).to_owned(),
                    tags: vec!["kaffe".into()],
                    ..Answers::default()
                },
            };
            journal.append_check_in(&new).expect("written");
        }
        (folder, journal)
    }

    #[test]
    fn a_changed_or_removed_note_is_no_longer_found() {
        let (_folder, mut journal) = with_notes(&["Long day"]);
        let id = CheckInId(1);
        let answers = Answers {
            note: "Short day".into(),
            ..Answers::default()
        };
        journal.amend(id, &answers, at(5)).expect("amended");
        assert!(journal.find("long").expect("found").notes.is_empty());
        assert_eq!(journal.find("short").expect("found").notes.len(), 1);
        journal.remove_check_in(id, at(6)).expect("removed");
        assert!(journal.find("short").expect("found").notes.is_empty());
        // And back again, one change after the other.
        assert!(matches!(
            journal.take_back(at(0).date_naive(), at(7)),
            Ok(Some(Ok(_)))
        ));
        assert_eq!(journal.find("short").expect("found").notes.len(), 1);
        journal.take_back(at(0).date_naive(), at(8)).expect("taken back");
        assert_eq!(journal.find("long").expect("found").notes.len(), 1);
        let gone = journal.take_back(at(0).date_naive(), at(9)).expect("taken back");
        assert_eq!(gone, Some(Err(id)));
        assert_eq!(journal.take_back(at(0).date_naive(), at(10)), Ok(None));
    }

    #[test]
    fn a_renamed_tag_stands_once_and_can_be_taken_back() {
        let (_folder, mut journal) = with_notes(&["a", "b"]);
        journal
            .amend(
                CheckInId(2),
                &Answers {
                    tags: vec!["kaffe".into(), "Kaffe".into(), "vin".into()],
                    ..Answers::default()
                },
                at(3),
            )
            .expect("amended");
        let renamed = journal.rename_tag("kaffe", "Kaffe", at(4)).expect("renamed");
        assert_eq!(renamed.len(), 2);
        assert_eq!(
            journal
                .check_in(CheckInId(1))
                .expect("read")
                .expect("there")
                .answers
                .tags,
            ["Kaffe"]
        );
        assert_eq!(
            journal
                .check_in(CheckInId(2))
                .expect("read")
                .expect("there")
                .answers
                .tags,
            ["Kaffe", "vin"]
        );
        journal.undo(CheckInId(1), at(5)).expect("undone");
        assert_eq!(
            journal
                .check_in(CheckInId(1))
                .expect("read")
                .expect("there")
                .answers
                .tags,
            ["kaffe"]
        );
    }
}
