//! Finding entries: by words of the note, by tag, by place, by routine.

use chrono::{DateTime, FixedOffset};
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params_from_iter};

use super::history::Change;
use super::trouble::InPlace;
use super::{Journal, about_me, unreadable};
use crate::app::tags::OWN;
use crate::domain::checkin::CheckIn;
use crate::domain::journal::{Search, Trouble};

impl Journal {
    /// The check-ins that answer a search, newest first, at most so many.
    pub fn search(&self, search: &Search, most: usize) -> Result<Vec<CheckIn>, Trouble> {
        let mut conditions = vec!["removed IS NULL"];
        let mut values: Vec<Value> = Vec::new();
        let words = quoted_words(&search.words);
        if !words.is_empty() {
            conditions.push("id IN (SELECT rowid FROM note_search WHERE note_search MATCH ?)");
            values.push(words.into());
        } else if !search.words.trim().is_empty() {
            // Only marks and blanks: no note is found by its commas.
            return Ok(Vec::new());
        }
        if let Some(tag) = &search.tag {
            conditions.push("id IN (SELECT checkin FROM tag WHERE tag = ?)");
            values.push(tag.clone().into());
        }
        if let Some(felt) = &search.felt {
            conditions.push("id IN (SELECT checkin FROM felt WHERE felt = ?)");
            values.push(felt.clone().into());
        }
        if let Some(routine) = &search.routine {
            conditions.push("practice IN (SELECT id FROM practice WHERE routine = ? AND removed IS NULL)");
            values.push(routine.clone().into());
        }
        values.push(i64::try_from(most).unwrap_or(i64::MAX).into());
        let filter = format!("{} ORDER BY at DESC, id DESC LIMIT ?", conditions.join(" AND "));
        self.select_check_ins(&filter, params_from_iter(values))
    }

    /// Every tag that was ever given, with how often, the most frequent first.
    pub fn tags_in_use(&self) -> Result<Vec<(String, u32)>, Trouble> {
        let read = || {
            self.connection
                .prepare_cached(
                    "SELECT tag, count(*) AS times FROM tag JOIN checkin ON checkin.id = tag.checkin
                     WHERE removed IS NULL GROUP BY tag ORDER BY times DESC, tag",
                )?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()
        };
        read().in_place(&self.path)
    }

    /// The tags the person picks from, in their own order.
    pub fn own_tags(&self) -> Result<Vec<String>, Trouble> {
        own_tags(&self.connection).in_place(&self.path)
    }

    /// Replaces the tags the person picks from; from now on the list is their own, even when it is empty.
    /// Tags already given to an evening stay there.
    pub fn set_own_tags(&mut self, tags: &[String], now: DateTime<FixedOffset>) -> Result<(), Trouble> {
        self.write(|transaction| {
            let before = own_list(transaction)?;
            put_own_tags(transaction, Some(tags))?;
            log_own_tags(transaction, before, now)
        })
    }
}

fn own_tags(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT tag FROM own_tag ORDER BY place, tag")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// The person's own list; `None` while there is none yet, which is not the same as an empty one.
pub(super) fn own_list(connection: &Connection) -> rusqlite::Result<Option<Vec<String>>> {
    let tags = own_tags(connection)?;
    let is_own: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM flag WHERE name = ? AND value <> '')")?
        .query_row([OWN], |row| row.get(0))?;
    Ok((is_own || !tags.is_empty()).then_some(tags))
}

pub(super) fn put_own_tags(connection: &Connection, tags: Option<&[String]>) -> rusqlite::Result<()> {
    about_me::put_flag(connection, OWN, tags.map_or("", |_| "yes"))?;
    connection.execute("DELETE FROM own_tag", [])?;
    let tags = tags.unwrap_or_default().iter().filter(|tag| !tag.is_empty());
    for (place, tag) in tags.enumerate() {
        connection
            .prepare_cached("INSERT OR IGNORE INTO own_tag (tag, place) VALUES (?, ?)")?
            .execute(rusqlite::params![tag, place as i64])?;
    }
    Ok(())
}

pub(super) fn log_own_tags(
    transaction: &Transaction<'_>,
    before: Option<Vec<String>>,
    now: DateTime<FixedOffset>,
) -> rusqlite::Result<()> {
    let after = own_list(transaction)?;
    if before == after {
        return Ok(());
    }
    let text = |tags: Option<Vec<String>>| tags.map(|tags| serde_json::json!(tags).to_string());
    let (before, after) = (text(before), text(after));
    let change = Change {
        about: "own_tags",
        subject: 0,
        before: before.as_deref(),
        after: after.as_deref(),
    };
    change.log(transaction, now)
}

/// The list as it was before a change.
pub(super) fn own_tags_back(connection: &Connection, before: Option<&str>) -> rusqlite::Result<()> {
    let before: Option<Vec<String>> = before
        .map(|text| serde_json::from_str(text).map_err(|_| unreadable(0, text)))
        .transpose()?;
    put_own_tags(connection, before.as_deref())
}

/// Typed words as the full-text search takes them: each in quotes, so that no sign of its language acts, and
/// each found by its beginning.
fn quoted_words(typed: &str) -> String {
    typed
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"*", word.replace(['"', '\0'], " ")))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::Answers;
    use crate::platform::journal::tests::{before, evening, home};

    fn found(journal: &Journal, words: &str) -> Vec<String> {
        let search = Search {
            words: words.to_owned(),
            ..Search::default()
        };
        let found = journal.search(&search, 10).expect("search");
        found.into_iter().map(|entry| entry.answers.note).collect()
    }

    #[test]
    fn notes_are_found_by_beginnings_of_words_without_accents_in_any_order() {
        let (_folder, path) = home();
        let mut journal = Journal::open(&path).expect("open");
        for note in [
            "Lang dag, ondt i hovedet",
            "Træt efter håndbold",
            "",
            "Ingen ondt (0 %)",
        ] {
            let answers = Answers {
                note: note.to_owned(),
                ..Answers::default()
            };
            journal
                .append_check_in(&before(evening(), answers))
                .expect("append");
        }
        assert_eq!(found(&journal, "hoved ondt"), ["Lang dag, ondt i hovedet"]);
        assert_eq!(found(&journal, "handbold"), ["Træt efter håndbold"]);
        assert_eq!(found(&journal, "ONDT").len(), 2);
        assert_eq!(found(&journal, "dagligt"), [""; 0]);
        // The signs of the search's own language mean nothing.
        for nasty in [
            "\"",
            "ondt\" OR note:",
            "* NEAR(",
            "ond* OR træt",
            "-ondt^",
            "%",
            "\0",
        ] {
            found(&journal, nasty);
        }
        assert_eq!(found(&journal, "ond* OR træt"), [""; 0]);
    }

    #[test]
    fn the_words_of_a_note_follow_what_is_changed_and_taken_away() {
        let (_folder, path) = home();
        let mut journal = Journal::open(&path).expect("open");
        let note = |note: &str| Answers {
            note: note.to_owned(),
            tags: vec!["kaffe".to_owned()],
            ..Answers::default()
        };
        let id = journal
            .append_check_in(&before(evening(), note("første")))
            .expect("append");
        let other = before(evening(), note("anden"));
        journal.amend(id, &other, evening()).expect("amend");
        assert_eq!(found(&journal, "første"), [""; 0]);
        assert_eq!(found(&journal, "anden"), ["anden"]);
        assert_eq!(journal.tags_in_use().expect("read"), [("kaffe".to_owned(), 1)]);
        let tagged = Search {
            tag: Some("kaffe".into()),
            ..Search::default()
        };
        assert_eq!(journal.search(&tagged, 10).expect("search").len(), 1);
        journal.remove_check_in(id, evening()).expect("remove");
        assert_eq!(found(&journal, "anden"), [""; 0]);
        assert_eq!(journal.tags_in_use().expect("read"), []);
        assert!(journal.undo(id, evening()).expect("undo"));
        assert_eq!(found(&journal, "anden"), ["anden"]);
    }

    #[test]
    fn own_tags_keep_their_order() {
        let (_folder, path) = home();
        let mut journal = Journal::open(&path).expect("open");
        let tags = ["søvn", "kaffe", "kaffe", "", "arbejde"].map(str::to_owned);
        journal.set_own_tags(&tags, evening()).expect("set");
        assert_eq!(journal.own_tags().expect("read"), ["søvn", "kaffe", "arbejde"]);
        journal
            .set_own_tags(&["gåtur".to_owned()], evening())
            .expect("set");
        assert_eq!(journal.own_tags().expect("read"), ["gåtur"]);
    }
}
