//! The way back from any change.

use chrono::{DateTime, FixedOffset};
use rusqlite::{OptionalExtension, Transaction, params};

use super::{Journal, about_me, check_ins, columns, unreadable};
use crate::domain::checkin::{CheckInId, PracticeId};
use crate::domain::journal::{Trouble, Undone};

impl Journal {
    /// Takes a practice away. It can be brought back with [`Journal::undo_newest`].
    pub fn remove_practice(&mut self, id: PracticeId, now: DateTime<FixedOffset>) -> Result<(), Trouble> {
        self.write(|transaction| {
            let (at, offset) = columns(now);
            let removed = transaction.execute(
                "UPDATE practice SET removed = ? WHERE id = ? AND removed IS NULL",
                params![at, id.0],
            )?;
            if removed > 0 {
                transaction.execute(
                    "INSERT INTO change (at, offset, about, subject, before, after)
                     VALUES (?, ?, 'practice', ?, 'null', NULL)",
                    params![at, offset, id.0],
                )?;
            }
            Ok(())
        })
    }

    /// Takes back the newest change of any kind that was not yet taken back; `None` if there is none.
    pub fn undo_newest(&mut self, now: DateTime<FixedOffset>) -> Result<Option<Undone>, Trouble> {
        self.write(|transaction| {
            let newest: Option<(i64, String, i64, Option<String>)> = transaction
                .query_row(
                    "SELECT id, about, subject, before FROM change
                     WHERE undone IS NULL ORDER BY id DESC LIMIT 1",
                    [],
                    |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
                )
                .optional()?;
            let Some((change, about, subject, before)) = newest else {
                return Ok(None);
            };
            let undone = take_back(transaction, &about, subject, before.as_deref(), now)?;
            transaction.execute(
                "UPDATE change SET undone = ? WHERE id = ?",
                params![columns(now).0, change],
            )?;
            Ok(Some(undone))
        })
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
        other => Err(unreadable(0, other)),
    }
}
