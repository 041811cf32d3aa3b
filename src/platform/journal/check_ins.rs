//! Check-ins in the journal.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::history::Change;
use super::json::AnswersJson;
use super::trouble::InPlace;
use super::{Journal, columns, day, moment, unreadable};
use crate::domain::checkin::{
    Answers, CheckIn, CheckInId, Feeling, Felt, Mood, Phase, PracticeId, Scale, Score,
};
use crate::domain::journal::{NewCheckIn, Trouble};

const COLUMNS: &str =
    "id, day, at, offset, phase, of, practice, mood, tension, stress, tiredness, pain, sleep, note";

impl Journal {
    /// Writes a check-in. When this returns, the answers are on the disk.
    pub fn append_check_in(&mut self, new: &NewCheckIn) -> Result<CheckInId, Trouble> {
        self.write(|transaction| {
            begin(transaction, None, new)?;
            let id = CheckInId(transaction.last_insert_rowid());
            put(transaction, id, &new.answers)?;
            log(transaction, id, new.at, None, Some(&new.answers))?;
            Ok(id)
        })
    }

    /// Writes a check-in over what it was, which stays in the log of changes. One that is not there any more,
    /// because another window took it away or its page is damaged, is there again: it was answered just now.
    /// When this returns, the answers are on the disk.
    pub fn amend(
        &mut self,
        id: CheckInId,
        new: &NewCheckIn,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Trouble> {
        self.write(|transaction| {
            let before = get(transaction, id)?.map(|before| before.answers);
            if before.as_ref() == Some(&new.answers) {
                return Ok(());
            }
            if before.is_none() {
                begin(transaction, Some(id), new)?;
            }
            put(transaction, id, &new.answers)?;
            log(transaction, id, now, before.as_ref(), Some(&new.answers))
        })
    }

    /// Takes a check-in away. It can be brought back with [`Journal::undo`].
    pub fn remove_check_in(&mut self, id: CheckInId, now: DateTime<FixedOffset>) -> Result<(), Trouble> {
        self.write(|transaction| {
            let Some(before) = get(transaction, id)? else {
                return Ok(());
            };
            set_removed(transaction, id, Some(now))?;
            log(transaction, id, now, Some(&before.answers), None)
        })
    }

    /// Takes back the newest change of a check-in that was not yet taken back; false if there is none.
    /// Taking back the first writing of it removes it.
    pub fn undo(&mut self, id: CheckInId, now: DateTime<FixedOffset>) -> Result<bool, Trouble> {
        self.write(|transaction| {
            let change: Option<(i64, Option<String>)> = transaction
                .query_row(
                    "SELECT id, before FROM change
                     WHERE about = 'checkin' AND subject = ? AND undone IS NULL ORDER BY id DESC LIMIT 1",
                    [id.0],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()?;
            let Some((change, before)) = change else {
                return Ok(false);
            };
            put_back(transaction, id, before.as_deref(), now)?;
            transaction.execute(
                "UPDATE change SET undone = ? WHERE id = ?",
                params![columns(now).0, change],
            )?;
            Ok(true)
        })
    }

    /// The check-ins of some days, oldest first.
    pub fn check_ins(&self, days: RangeInclusive<NaiveDate>) -> Result<Vec<CheckIn>, Trouble> {
        self.select_check_ins(
            "removed IS NULL AND day BETWEEN ? AND ? ORDER BY at, id",
            [days.start().to_string(), days.end().to_string()],
        )
    }

    /// The newest check-ins, oldest first.
    pub fn latest_check_ins(&self, count: usize) -> Result<Vec<CheckIn>, Trouble> {
        let mut check_ins = self.select_check_ins(
            "removed IS NULL ORDER BY at DESC, id DESC LIMIT ?",
            [i64::try_from(count).unwrap_or(i64::MAX)],
        )?;
        check_ins.reverse();
        Ok(check_ins)
    }

    /// One check-in, unless it was taken away.
    pub fn check_in(&self, id: CheckInId) -> Result<Option<CheckIn>, Trouble> {
        get(&self.connection, id).in_place(&self.path)
    }

    /// The check-ins a condition finds, in its order. Three questions whatever their number: what was felt
    /// and the tags are asked for all of them at once.
    pub(super) fn select_check_ins(
        &self,
        condition: &str,
        params: impl rusqlite::Params + Clone,
    ) -> Result<Vec<CheckIn>, Trouble> {
        let read = || {
            let connection = &self.connection;
            let mut check_ins = connection
                .prepare_cached(&format!("SELECT {COLUMNS} FROM checkin WHERE {condition}"))?
                .query_map(params.clone(), without_lists)?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            let places: HashMap<i64, usize> = check_ins
                .iter()
                .enumerate()
                .map(|(place, entry)| (entry.id.0, place))
                .collect();
            let found = format!("(SELECT id FROM checkin WHERE {condition})");
            let mut statement = connection.prepare_cached(&format!(
                "SELECT felt, much, checkin FROM felt WHERE checkin IN {found} ORDER BY checkin, place"
            ))?;
            let mut rows = statement.query(params.clone())?;
            while let Some(row) = rows.next()? {
                if let Some(place) = places.get(&row.get(2)?) {
                    check_ins[*place].answers.felt.push(feeling(row)?);
                }
            }
            let mut statement = connection.prepare_cached(&format!(
                "SELECT tag, checkin FROM tag WHERE checkin IN {found} ORDER BY checkin, place"
            ))?;
            let mut rows = statement.query(params)?;
            while let Some(row) = rows.next()? {
                if let Some(place) = places.get(&row.get(1)?) {
                    check_ins[*place].answers.tags.push(row.get(0)?);
                }
            }
            Ok(check_ins)
        };
        read().in_place(&self.path)
    }
}

/// A check-in without answers, at a place of its own if it has one. What it refers to may be gone.
fn begin(transaction: &Transaction<'_>, id: Option<CheckInId>, new: &NewCheckIn) -> rusqlite::Result<()> {
    let (at, offset) = columns(new.at);
    transaction
        .execute(
            "INSERT INTO checkin (id, day, at, offset, phase, of, practice) VALUES (?, ?, ?, ?, ?,
             (SELECT id FROM checkin WHERE id = ?), (SELECT id FROM practice WHERE id = ?))
             ON CONFLICT (id) DO UPDATE SET removed = NULL",
            params![
                id.map(|id| id.0),
                new.day.to_string(),
                at,
                offset,
                new.phase.id(),
                new.of.map(|id| id.0),
                new.practice.map(|id| id.0)
            ],
        )
        .map(drop)
}

pub(super) fn get(connection: &Connection, id: CheckInId) -> rusqlite::Result<Option<CheckIn>> {
    let select = format!("SELECT {COLUMNS} FROM checkin WHERE removed IS NULL AND id = ?");
    let found = connection
        .prepare_cached(&select)?
        .query_row([id.0], without_lists)
        .optional()?;
    found
        .map(|mut check_in| add_lists(connection, &mut check_in).map(|()| check_in))
        .transpose()
}

pub(super) fn without_lists(row: &Row<'_>) -> rusqlite::Result<CheckIn> {
    let score = |column: usize| -> rusqlite::Result<Option<Score>> {
        row.get::<_, Option<u8>>(column)?
            .map(|value| Score::new(value).ok_or_else(|| unreadable(column, value.to_string())))
            .transpose()
    };
    let phase: String = row.get(4)?;
    let mood: Option<u8> = row.get(7)?;
    Ok(CheckIn {
        id: CheckInId(row.get(0)?),
        day: day(row, 1)?,
        at: moment(row, 2, 3)?,
        phase: Phase::from_id(&phase).ok_or_else(|| unreadable(4, phase))?,
        of: row.get::<_, Option<i64>>(5)?.map(CheckInId),
        practice: row.get::<_, Option<i64>>(6)?.map(PracticeId),
        answers: Answers {
            mood: mood
                .map(|step| Mood::from_step(step).ok_or_else(|| unreadable(7, step.to_string())))
                .transpose()?,
            tension: score(8)?,
            stress: score(9)?,
            tiredness: score(10)?,
            pain: score(11)?,
            sleep: score(12)?,
            note: row.get(13)?,
            ..Answers::default()
        },
    })
}

fn feeling(row: &Row<'_>) -> rusqlite::Result<Feeling> {
    let felt: String = row.get(0)?;
    let much: Option<u8> = row.get(1)?;
    Ok(Feeling {
        felt: Felt::from_id(&felt).ok_or_else(|| unreadable(0, felt))?,
        much: much
            .map(|value| Score::new(value).ok_or_else(|| unreadable(1, value.to_string())))
            .transpose()?,
    })
}

pub(super) fn add_lists(connection: &Connection, check_in: &mut CheckIn) -> rusqlite::Result<()> {
    let id = check_in.id.0;
    check_in.answers.felt = connection
        .prepare_cached("SELECT felt, much FROM felt WHERE checkin = ? ORDER BY place")?
        .query_map([id], feeling)?
        .collect::<rusqlite::Result<_>>()?;
    check_in.answers.tags = connection
        .prepare_cached("SELECT tag FROM tag WHERE checkin = ? ORDER BY place")?
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(())
}

/// Writes answers over whatever a check-in had.
pub(super) fn put(transaction: &Transaction<'_>, id: CheckInId, answers: &Answers) -> rusqlite::Result<()> {
    let score = |scale: Scale| answers.score(scale).map(Score::value);
    transaction
        .prepare_cached(
            "UPDATE checkin SET mood = ?, tension = ?, stress = ?, tiredness = ?, pain = ?, sleep = ?, note = ?
             WHERE id = ?",
        )?
        .execute(params![
            answers.mood.map(Mood::step),
            score(Scale::Tension),
            score(Scale::Stress),
            score(Scale::Tiredness),
            score(Scale::Pain),
            score(Scale::Sleep),
            answers.note,
            id.0
        ])?;
    transaction
        .prepare_cached("DELETE FROM felt WHERE checkin = ?")?
        .execute([id.0])?;
    let mut insert =
        transaction.prepare_cached("INSERT INTO felt (checkin, place, felt, much) VALUES (?, ?, ?, ?)")?;
    for (place, feeling) in answers.felt.iter().enumerate() {
        insert.execute(params![
            id.0,
            place as i64,
            feeling.felt.id(),
            feeling.much.map(Score::value)
        ])?;
    }
    transaction
        .prepare_cached("DELETE FROM tag WHERE checkin = ?")?
        .execute([id.0])?;
    let mut insert = transaction.prepare_cached("INSERT INTO tag (checkin, place, tag) VALUES (?, ?, ?)")?;
    for (place, tag) in answers.tags.iter().enumerate() {
        insert.execute(params![id.0, place as i64, tag])?;
    }
    Ok(())
}

/// Gives a check-in back the answers it had before a change; without any it did not exist before.
pub(super) fn put_back(
    transaction: &Transaction<'_>,
    id: CheckInId,
    before: Option<&str>,
    now: DateTime<FixedOffset>,
) -> rusqlite::Result<()> {
    match before {
        Some(before) => {
            put(transaction, id, &parse(before)?)?;
            set_removed(transaction, id, None)
        }
        None => set_removed(transaction, id, Some(now)),
    }
}

pub(super) fn set_removed(
    transaction: &Transaction<'_>,
    id: CheckInId,
    removed: Option<DateTime<FixedOffset>>,
) -> rusqlite::Result<()> {
    let at = removed.map(|at| columns(at).0);
    transaction
        .execute("UPDATE checkin SET removed = ? WHERE id = ?", params![at, id.0])
        .map(drop)
}

pub(super) fn log(
    transaction: &Transaction<'_>,
    id: CheckInId,
    now: DateTime<FixedOffset>,
    before: Option<&Answers>,
    after: Option<&Answers>,
) -> rusqlite::Result<()> {
    let text = |answers: &Answers| {
        serde_json::to_string(&AnswersJson::from(answers)).expect("answers are plain data")
    };
    let (before, after) = (before.map(text), after.map(text));
    let change = Change {
        about: "checkin",
        subject: id.0,
        before: before.as_deref(),
        after: after.as_deref(),
    };
    change.log(transaction, now)
}

fn parse(text: &str) -> rusqlite::Result<Answers> {
    serde_json::from_str::<AnswersJson>(text)
        .ok()
        .and_then(|answers| answers.into_answers().ok())
        .ok_or_else(|| unreadable(0, text))
}
