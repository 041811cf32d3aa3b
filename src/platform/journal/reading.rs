//! Words in the notes, and tags by another name.

use chrono::{DateTime, FixedOffset};

use super::{Journal, check_ins, history, search};
use crate::app::tags;
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

    /// Calls a tag something else wherever it stands, in the evenings and in the list to pick from: one deed.
    /// Returns the check-ins where it stood.
    pub fn rename_tag(
        &mut self,
        from: &str,
        to: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<Vec<CheckIn>, Trouble> {
        self.write(|transaction| {
            let since = history::newest(transaction)?;
            let tagged = transaction
                .prepare_cached("SELECT DISTINCT checkin FROM tag WHERE tag = ?")?
                .query_map([from], |row| row.get(0).map(CheckInId))?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            let mut renamed = Vec::new();
            for id in tagged {
                let Some(mut entry) = check_ins::get(transaction, id)? else {
                    continue;
                };
                let before = entry.answers.clone();
                tags::rename(&mut entry.answers.tags, from, to);
                check_ins::put(transaction, id, &entry.answers)?;
                check_ins::log(transaction, id, now, Some(&before), Some(&entry.answers))?;
                renamed.push(entry);
            }
            let before = search::own_list(transaction)?;
            if let Some(mut list) = before.clone() {
                tags::rename(&mut list, from, to);
                search::put_own_tags(transaction, Some(&list))?;
                search::log_own_tags(transaction, before, now)?;
            }
            history::one_deed(transaction, since)?;
            Ok(renamed)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keep::Back;
    use crate::domain::checkin::{Answers, Phase};
    use crate::domain::journal::{NewCheckIn, Undone};
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

    fn amend(journal: &mut Journal, id: CheckInId, answers: Answers, minute: i64) {
        let entry = journal.check_in(id).expect("read").expect("there");
        journal
            .amend(id, &entry.with(answers), at(minute))
            .expect("amended");
    }

    #[test]
    fn a_changed_or_removed_note_is_no_longer_found() {
        let (_folder, mut journal) = with_notes(&["Long day"]);
        let id = CheckInId(1);
        let answers = Answers {
            note: "Short day".into(),
            ..Answers::default()
        };
        amend(&mut journal, id, answers, 5);
        assert!(journal.find("long").expect("found").notes.is_empty());
        assert_eq!(journal.find("short").expect("found").notes.len(), 1);
        journal.remove_check_in(id, at(6)).expect("removed");
        assert!(journal.find("short").expect("found").notes.is_empty());
        // And back again, one change after the other.
        let mut take_back = |minute| journal.undo_of(Back::Day(at(0).date_naive()), at(minute));
        assert_eq!(take_back(7), Ok(Some(Undone::CheckIn(id))));
        assert_eq!(take_back(8), Ok(Some(Undone::CheckIn(id))));
        assert_eq!(journal.find("long").expect("found").notes.len(), 1);
        let mut take_back = |minute| journal.undo_of(Back::Day(at(0).date_naive()), at(minute));
        assert_eq!(take_back(9), Ok(Some(Undone::CheckIn(id))));
        assert_eq!(take_back(10), Ok(None));
        assert_eq!(journal.check_in(id), Ok(None));
    }

    #[test]
    fn a_renamed_tag_stands_once_and_can_be_taken_back() {
        let (_folder, mut journal) = with_notes(&["a", "b"]);
        let tags = vec!["kaffe".into(), "Kaffe".into(), "vin".into()];
        let answers = Answers {
            tags,
            ..Answers::default()
        };
        amend(&mut journal, CheckInId(2), answers, 3);
        journal
            .set_own_tags(&["vin".into(), "kaffe".into()], at(3))
            .expect("set");
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
        // One deed: taken back everywhere at once, in the list to pick from as well.
        assert_eq!(journal.own_tags().expect("read"), ["vin", "Kaffe"]);
        assert_eq!(journal.undo_newest(at(5)), Ok(Some(Undone::Tags)));
        let tags = |id| {
            journal
                .check_in(CheckInId(id))
                .expect("read")
                .expect("there")
                .answers
                .tags
        };
        assert_eq!(tags(1), ["kaffe"]);
        assert_eq!(tags(2), ["kaffe", "Kaffe", "vin"]);
        assert_eq!(journal.own_tags().expect("read"), ["vin", "kaffe"]);
    }
}
