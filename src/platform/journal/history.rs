//! The way back from any change of the person's own.
//!
//! What is the program's own (the welcome was read, a practice runs) has no way back and needs none; nor have
//! the lock after a reason to stop and the answers about one day: each has its own page, and only what was
//! read there may open it.

use chrono::{DateTime, FixedOffset};
use rusqlite::{OptionalExtension, Transaction, params};

use super::trouble::InPlace;
use super::{Journal, about_me, check_ins, columns, search, unreadable};
use crate::app::keep::Back;
use crate::domain::checkin::{CheckInId, PracticeId};
use crate::domain::journal::{TrialId, Trouble, Undone};

/// Something in the log of changes.
pub(super) struct Change<'a> {
    /// Its kind.
    pub about: &'static str,
    /// Its row, where it has one; 0 where its name stands in the texts.
    pub subject: i64,
    /// What it was; `None` where it was not.
    pub before: Option<&'a str>,
    /// What it is; `None` where it is no more.
    pub after: Option<&'a str>,
}

impl Change<'_> {
    /// Writes it down.
    pub(super) fn log(
        &self,
        transaction: &Transaction<'_>,
        now: DateTime<FixedOffset>,
    ) -> rusqlite::Result<()> {
        let (at, offset) = columns(now);
        transaction
            .prepare_cached(
                "INSERT INTO change (at, offset, about, subject, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                at,
                offset,
                self.about,
                self.subject,
                self.before,
                self.after
            ])
            .map(drop)
    }
}

/// Where the log of changes ends.
pub(super) fn newest(transaction: &Transaction<'_>) -> rusqlite::Result<i64> {
    transaction.query_row("SELECT coalesce(max(id), 0) FROM change", [], |row| row.get(0))
}

/// Everything in the log from there on was one deed.
pub(super) fn one_deed(transaction: &Transaction<'_>, since: i64) -> rusqlite::Result<()> {
    transaction
        .execute("UPDATE change SET deed = ?1 + 1 WHERE id > ?1", [since])
        .map(drop)
}

impl Journal {
    /// Takes a practice away. It can be brought back with [`Journal::undo_newest`].
    pub fn remove_practice(&mut self, id: PracticeId, now: DateTime<FixedOffset>) -> Result<(), Trouble> {
        self.write(|transaction| {
            let removed = transaction.execute(
                "UPDATE practice SET removed = ? WHERE id = ? AND removed IS NULL",
                params![columns(now).0, id.0],
            )?;
            let change = Change {
                about: "practice",
                subject: id.0,
                before: Some("null"),
                after: None,
            };
            if removed > 0 {
                change.log(transaction, now)
            } else {
                Ok(())
            }
        })
    }

    /// Takes back the newest change of any kind that was not yet taken back; `None` if there is none.
    pub fn undo_newest(&mut self, now: DateTime<FixedOffset>) -> Result<Option<Undone>, Trouble> {
        self.undo_of(Back::Newest, now)
    }

    /// Takes back the newest change of some kind, with all that was one deed with it.
    pub fn undo_of(&mut self, back: Back, now: DateTime<FixedOffset>) -> Result<Option<Undone>, Trouble> {
        let of_a_day = "(about = 'checkin' AND subject IN (SELECT id FROM checkin WHERE day = ?1)
             OR about = 'practice' AND subject IN (SELECT id FROM practice WHERE day = ?1))";
        let (which, day) = match back {
            Back::Newest => ("?", "1".to_owned()),
            Back::Since(moment) => ("at >= ?", moment.timestamp_millis().to_string()),
            Back::Day(day) => (of_a_day, day.to_string()),
            Back::Tags => ("about = 'own_tags' AND ?", "1".to_owned()),
        };
        self.write(|transaction| {
            let newest: Option<(i64, Option<i64>)> = transaction
                .prepare_cached(&format!(
                    "SELECT id, deed FROM change WHERE undone IS NULL AND {which} ORDER BY id DESC LIMIT 1"
                ))?
                .query_row([day], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let Some((newest, deed)) = newest else {
                return Ok(None);
            };
            let mut statement = transaction.prepare_cached(
                "SELECT id, about, subject, before FROM change
                 WHERE undone IS NULL AND (id = ?1 OR deed = ?2) ORDER BY id DESC",
            )?;
            let changes = statement
                .query_map(params![newest, deed], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })?
                .collect::<rusqlite::Result<Vec<(i64, String, i64, Option<String>)>>>()?;
            let mut undone = None;
            for (change, about, subject, before) in changes {
                let one = take_back(transaction, &about, subject, before.as_deref(), now)?;
                undone.get_or_insert(one);
                transaction
                    .prepare_cached("UPDATE change SET undone = ? WHERE id = ?")?
                    .execute(params![columns(now).0, change])?;
            }
            Ok(undone)
        })
    }

    /// How many changes have a way back; for tests and the doctor.
    pub fn changes(&self) -> Result<u64, Trouble> {
        self.connection
            .query_row("SELECT count(*) FROM change WHERE undone IS NULL", [], |row| {
                row.get::<_, i64>(0)
            })
            .map(i64::unsigned_abs)
            .in_place(&self.path)
    }
}

fn take_back(
    transaction: &Transaction<'_>,
    about: &str,
    subject: i64,
    before: Option<&str>,
    now: DateTime<FixedOffset>,
) -> rusqlite::Result<Undone> {
    match about {
        "checkin" => {
            let id = CheckInId(subject);
            check_ins::put_back(transaction, id, before, now)?;
            Ok(Undone::CheckIn(id))
        }
        "practice" => {
            let removed = before.is_none().then(|| columns(now).0);
            transaction.execute(
                "UPDATE practice SET removed = ? WHERE id = ?",
                params![removed, subject],
            )?;
            Ok(Undone::Practice(PracticeId(subject)))
        }
        "profile" => {
            about_me::put_back(transaction, before.unwrap_or("{}"))?;
            Ok(Undone::Profile)
        }
        "favourite" => about_me::favourite_back(transaction, before.unwrap_or_default()),
        "flag" => about_me::flag_back(transaction, before.unwrap_or_default()),
        "own_tags" => {
            search::own_tags_back(transaction, before)?;
            Ok(Undone::Tags)
        }
        "trial" => {
            // Before it began there was none; before it ended it ran.
            let id = TrialId(subject);
            match before {
                None => transaction.execute(
                    "UPDATE trial SET removed = ? WHERE id = ?",
                    params![columns(now).0, subject],
                )?,
                Some(_) => transaction.execute(
                    "UPDATE trial SET ended = NULL, ended_at = NULL WHERE id = ?",
                    [subject],
                )?,
            };
            Ok(Undone::Trial {
                id,
                runs: before.is_some(),
            })
        }
        other => Err(unreadable(0, other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::Mood;
    use crate::domain::journal::{AboutMe, NewTrial, TrialEnd};
    use crate::domain::profile::Line;
    use crate::platform::journal::tests::{before, evening, home, mood};

    /// Everything a person can change, one after the other; and before each what the journal said.
    #[test]
    fn every_change_of_the_persons_own_is_taken_back_one_after_the_other() {
        let (_folder, path) = home();
        let mut journal = Journal::open(&path).expect("open");
        let now = evening();
        let line = |answer: &str| Line {
            id: "WB-01".into(),
            answer: answer.into(),
            detail: String::new(),
        };
        let tags = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let trial = NewTrial {
            at: now,
            seed: 1,
            kinds: "PR".into(),
            blocks: 6,
            routine: "evening-unwind".into(),
            minutes: 10,
            outcome: "tension".into(),
        };
        let id = CheckInId(1);
        type Deed<'a> = Box<dyn Fn(&mut Journal) + 'a>;
        let deeds: Vec<Deed<'_>> = vec![
            Box::new(|journal| {
                let _ = journal
                    .append_check_in(&before(now, mood(Mood::Good)))
                    .expect("append");
            }),
            Box::new(|journal| {
                let other = before(now, mood(Mood::Bad));
                journal.amend(id, &other, now).expect("amend")
            }),
            Box::new(|journal| journal.set_profile(&[line("yes")], now).expect("set")),
            Box::new(|journal| journal.set_profile(&[line("no")], now).expect("set")),
            Box::new(|journal| journal.set_favourite_point("LI4", true, now).expect("set")),
            Box::new(|journal| {
                journal
                    .set_favourite_routine("quiet-five", true, now)
                    .expect("set")
            }),
            Box::new(|journal| journal.set_favourite_point("LI4", false, now).expect("set")),
            Box::new(|journal| journal.set_flag("never.SP6", "yes", now).expect("set")),
            Box::new(|journal| journal.set_flag("never.SP6", "", now).expect("set")),
            Box::new(|journal| {
                journal
                    .set_flag("sore.LI4", "2026-11-21T21:30:00+01:00", now)
                    .expect("set")
            }),
            Box::new(|journal| journal.set_own_tags(&tags(&["kaffe", "vin"]), now).expect("set")),
            Box::new(|journal| journal.set_own_tags(&tags(&["vin"]), now).expect("set")),
            Box::new(|journal| drop(journal.rename_tag("vin", "rødvin", now).expect("rename"))),
            Box::new(|journal| journal.set_own_tags(&[], now).expect("set")),
            Box::new(|journal| {
                let _ = journal.begin_trial(&trial).expect("begin");
            }),
            Box::new(|journal| journal.end_trial(TrialId(1), TrialEnd::Early, now).expect("end")),
            Box::new(|journal| journal.remove_check_in(id, now).expect("remove")),
        ];
        let all = |journal: &Journal| {
            let mut about: AboutMe = journal.about_me(now.date_naive()).expect("read");
            // A fact taken back is empty, which says the same as one that never was.
            about.flags.retain(|(_, value)| !value.is_empty());
            about.tags = journal.own_tags().expect("read");
            about.trials = journal.trials().expect("read");
            (about, journal.latest_check_ins(9).expect("read"))
        };
        let mut was = Vec::new();
        for deed in &deeds {
            was.push(all(&journal));
            deed(&mut journal);
            assert_ne!(all(&journal), *was.last().expect("one"), "deed {}", was.len());
        }
        // What the program remembers for itself has no way back and is in nobody's way.
        journal.set_flag("welcome", "read", now).expect("set");
        journal.set_flag("locked", "SR-06", now).expect("set");
        drop(journal);
        let mut journal = Journal::open(&path).expect("open");
        let kept = [("locked", "SR-06"), ("welcome", "read")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        for (index, before) in was.into_iter().enumerate().rev() {
            let undone = journal.undo_newest(now).expect("undo");
            assert!(undone.is_some(), "deed {}", index + 1);
            let (mut about, check_ins) = all(&journal);
            about.flags.retain(|flag| !kept.contains(flag));
            assert_eq!((about, check_ins), before, "deed {}: {undone:?}", index + 1);
        }
        assert_eq!(journal.undo_newest(now), Ok(None));
        assert_eq!(journal.changes(), Ok(0));
        // One key on any screen reaches no further back than this evening.
        journal.set_favourite_point("LI4", true, now).expect("set");
        let later = now + chrono::Duration::hours(1);
        assert_eq!(journal.undo_of(Back::Since(later), later), Ok(None));
        journal.set_favourite_point("SP6", true, later).expect("set");
        assert!(matches!(journal.undo_of(Back::Since(later), later), Ok(Some(_))));
        assert_eq!(journal.undo_of(Back::Since(later), later), Ok(None));
    }
}
