//! Practices in the journal, and their ledger.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::trouble::InPlace;
use super::{Journal, columns, day, moment, unreadable};
use crate::domain::checkin::{CheckInId, PracticeId};
use crate::domain::journal::{LedgerLine, NewPractice, PracticeEntry, Trouble};
use crate::domain::plan::Half;
use crate::domain::practice::{Done, Ending};

const COLUMNS: &str = "id, day, at, offset, routine, plan, breath, planned, ended, ended_at, why,
    (SELECT checkin.id FROM checkin WHERE checkin.practice = practice.id AND phase = 'before' LIMIT 1)";

impl Journal {
    /// Writes that a practice has begun, and links the check-in that led to it.
    pub fn begin_practice(&mut self, new: &NewPractice) -> Result<PracticeId, Trouble> {
        self.write(|transaction| {
            let (at, offset) = columns(new.at);
            transaction.execute(
                "INSERT INTO practice (day, at, offset, routine, plan, breath, planned)
                 VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![
                    new.day.to_string(),
                    at,
                    offset,
                    new.routine,
                    new.plan,
                    new.breath,
                    whole(new.planned)
                ],
            )?;
            let id = PracticeId(transaction.last_insert_rowid());
            if let Some(check_in) = new.check_in {
                // It leads to one practice, the first: two may be begun before either can be written.
                transaction.execute(
                    "UPDATE checkin SET practice = ? WHERE id = ? AND practice IS NULL",
                    params![id.0, check_in.0],
                )?;
            }
            Ok(id)
        })
    }

    /// Writes that a side has ended: a program killed afterwards loses at most the side it was in.
    pub fn side_ended(
        &mut self,
        practice: PracticeId,
        line: &LedgerLine,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Trouble> {
        self.write(|transaction| {
            transaction
                .execute(
                    "INSERT INTO press (practice, place, point, half, pressed, how, at)
                     VALUES (?1, (SELECT count(*) FROM press WHERE practice = ?1), ?2, ?3, ?4, ?5, ?6)",
                    params![
                        practice.0,
                        line.point,
                        line.half.id(),
                        whole(line.pressed),
                        line.how.id(),
                        columns(now).0
                    ],
                )
                .map(drop)
        })
    }

    /// Writes how a practice ended. Only the first ending counts.
    pub fn end_practice(
        &mut self,
        practice: PracticeId,
        ended: Ending,
        why: Option<&str>,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Trouble> {
        self.write(|transaction| {
            transaction
                .execute(
                    "UPDATE practice SET ended = ?, ended_at = ?, why = ? WHERE id = ? AND ended IS NULL",
                    params![ended.id(), columns(now).0, why, practice.0],
                )
                .map(drop)
        })
    }

    /// Adds why a practice was stopped, once the person has said it.
    pub fn say_why(&mut self, practice: PracticeId, why: &str) -> Result<(), Trouble> {
        self.write(|transaction| {
            transaction
                .execute(
                    "UPDATE practice SET why = ? WHERE id = ?",
                    params![why, practice.0],
                )
                .map(drop)
        })
    }

    /// The place of the practice that began at a moment.
    pub fn practice_begun(&self, at: DateTime<FixedOffset>) -> Result<Option<PracticeId>, Trouble> {
        let read = || {
            self.connection
                .prepare_cached(
                    "SELECT id FROM practice WHERE removed IS NULL AND at = ? ORDER BY id DESC LIMIT 1",
                )?
                .query_row([columns(at).0], |row| row.get(0).map(PracticeId))
                .optional()
        };
        read().in_place(&self.path)
    }

    /// One practice.
    pub fn practice(&self, id: PracticeId) -> Result<Option<PracticeEntry>, Trouble> {
        let read = || {
            let select = format!("SELECT {COLUMNS} FROM practice WHERE removed IS NULL AND id = ?");
            let found = self
                .connection
                .prepare_cached(&select)?
                .query_row([id.0], without_ledger)
                .optional()?;
            found
                .map(|mut practice| {
                    practice.done = ledger(&self.connection, practice.id)?;
                    Ok(practice)
                })
                .transpose()
        };
        read().in_place(&self.path)
    }

    /// The practices of some days, oldest first. Two questions whatever their number: the ledgers are asked
    /// for all of them at once.
    pub fn practices(&self, days: RangeInclusive<NaiveDate>) -> Result<Vec<PracticeEntry>, Trouble> {
        let read = || {
            let days = [days.start().to_string(), days.end().to_string()];
            let condition = "removed IS NULL AND day BETWEEN ? AND ?";
            let mut practices = self
                .connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} FROM practice WHERE {condition} ORDER BY at, id"
                ))?
                .query_map([&days[0], &days[1]], without_ledger)?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            let places: HashMap<i64, usize> = practices
                .iter()
                .enumerate()
                .map(|(place, practice)| (practice.id.0, place))
                .collect();
            let mut statement = self.connection.prepare_cached(&format!(
                "SELECT point, half, pressed, how, practice FROM press
                 WHERE practice IN (SELECT id FROM practice WHERE {condition}) ORDER BY practice, place"
            ))?;
            let mut rows = statement.query([&days[0], &days[1]])?;
            while let Some(row) = rows.next()? {
                if let Some(place) = places.get(&row.get(4)?) {
                    practices[*place].done.push(line(row)?);
                }
            }
            Ok(practices)
        };
        read().in_place(&self.path)
    }
}

/// A practice from a row, without its ledger.
pub(super) fn without_ledger(row: &Row<'_>) -> rusqlite::Result<PracticeEntry> {
    let at = moment(row, 2, 3)?;
    let ended = match row.get::<_, Option<String>>(8)? {
        None => None,
        Some(id) => {
            // The clock's offset is that of the beginning: a practice is not a journey.
            let end = moment(row, 9, 3)?;
            Some((Ending::from_id(&id).ok_or_else(|| unreadable(8, id))?, end))
        }
    };
    Ok(PracticeEntry {
        id: PracticeId(row.get(0)?),
        day: day(row, 1)?,
        at,
        routine: row.get(4)?,
        plan: row.get(5)?,
        breath: row.get(6)?,
        planned: row.get::<_, i64>(7)?.unsigned_abs(),
        ended,
        why: row.get(10)?,
        check_in: row.get::<_, Option<i64>>(11)?.map(CheckInId),
        done: Vec::new(),
    })
}

/// The ledger of a practice.
pub(super) fn ledger(connection: &Connection, practice: PracticeId) -> rusqlite::Result<Vec<LedgerLine>> {
    connection
        .prepare_cached("SELECT point, half, pressed, how FROM press WHERE practice = ? ORDER BY place")?
        .query_map([practice.0], line)?
        .collect()
}

fn line(row: &Row<'_>) -> rusqlite::Result<LedgerLine> {
    let (half, how): (String, String) = (row.get(1)?, row.get(3)?);
    Ok(LedgerLine {
        point: row.get(0)?,
        half: Half::from_id(&half).ok_or_else(|| unreadable(1, half))?,
        pressed: row.get::<_, i64>(2)?.unsigned_abs(),
        how: Done::from_id(&how).ok_or_else(|| unreadable(3, how))?,
    })
}

/// A length of time as SQLite keeps it. Nobody practises for 292 million years.
pub(super) fn whole(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}
