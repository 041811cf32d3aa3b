//! Entries go in and out as a whole: import, the exchange between machines, and what a test fills a journal
//! with.

use chrono::{DateTime, FixedOffset};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, ToSql, Transaction, params};

use super::entry::{Entry, Uid, WrittenCheckIn, WrittenPractice, WrittenTrial, WrittenTrialEvening};
use super::trouble::InPlace;
use super::{Journal, check_ins, columns, day, moment, practices, trials, unreadable};
use crate::domain::journal::{LedgerLine, Trouble};
use crate::domain::profile::Line;
use crate::domain::quiz::Try;

/// What became of entries that were brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Entries that were not here before.
    pub new: u64,
    /// Entries that were here, word for word.
    pub same: u64,
    /// Entries that are here with other words: the journal's own stay.
    pub kept: u64,
    /// Entries that were taken away here: they stay away.
    pub away: u64,
}

impl Journal {
    /// Brings entries in: all of them, or none if anything goes wrong. An entry that is already here, by its
    /// uid, is not written again.
    pub fn take_in<E: From<Trouble>>(
        &mut self,
        entries: impl IntoIterator<Item = Result<Entry, E>>,
    ) -> Result<TakenIn, E> {
        let mut stopped = None;
        let taken = self.write(|transaction| {
            let mut taken = TakenIn::default();
            let mut links = Links::default();
            for entry in entries {
                match entry {
                    Ok(entry) => put(transaction, &entry, &mut taken, &mut links)?,
                    Err(error) => {
                        stopped = Some(error);
                        // Any error makes the transaction go back.
                        return Err(rusqlite::Error::QueryReturnedNoRows);
                    }
                }
            }
            links.tie(transaction)?;
            Ok(taken)
        });
        match stopped {
            Some(error) => Err(error),
            None => taken.map_err(E::from),
        }
    }

    /// Hands out every entry, one after the other: first what is about the person, then practices,
    /// check-ins and trials, each oldest first. One moment of the journal, whatever other windows write.
    pub fn give_out<E: From<Trouble>>(
        &mut self,
        mut give: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        let path = self.path.clone();
        let transaction = self.connection.transaction().in_place(&path)?;
        for entry in about_the_person(&transaction).in_place(&path)? {
            give(entry)?;
        }
        let mut statement = transaction
            .prepare(&format!("{PRACTICE} WHERE removed IS NULL ORDER BY at, uid"))
            .in_place(&path)?;
        let mut rows = statement.query([]).in_place(&path)?;
        while let Some(row) = rows.next().in_place(&path)? {
            give(Entry::Practice(practice(&transaction, row).in_place(&path)?))?;
        }
        let mut statement = transaction
            .prepare(&format!(
                "{CHECK_IN_OUTSIDE} WHERE removed IS NULL ORDER BY at, uid"
            ))
            .in_place(&path)?;
        let mut rows = statement.query([]).in_place(&path)?;
        while let Some(row) = rows.next().in_place(&path)? {
            give(Entry::CheckIn(check_in(&transaction, row).in_place(&path)?))?;
        }
        for trial in all_trials(&transaction).in_place(&path)? {
            give(Entry::Trial(trial))?;
        }
        Ok(())
    }

    /// Every entry at once, for journals that fit in memory.
    pub fn entries(&mut self) -> Result<Vec<Entry>, Trouble> {
        let mut all = Vec::new();
        self.give_out(|entry| {
            all.push(entry);
            Ok::<(), Trouble>(())
        })?;
        Ok(all)
    }
}

/// As [`CHECK_IN`], but what was taken away is not pointed at: outside it does not exist.
const CHECK_IN_OUTSIDE: &str = "SELECT id, day, at, offset, phase, of, practice, mood, tension, stress,
    tiredness, pain, sleep, note, uid,
    (SELECT uid FROM checkin AS other WHERE other.id = checkin.of AND other.removed IS NULL),
    (SELECT uid FROM practice WHERE practice.id = checkin.practice AND practice.removed IS NULL)
    FROM checkin";

/// Columns 0 to 13 as `check_ins` reads them, then uid and the uids it points at.
pub(super) const CHECK_IN: &str = "SELECT id, day, at, offset, phase, of, practice, mood, tension, stress,
    tiredness, pain, sleep, note, uid,
    (SELECT uid FROM checkin AS other WHERE other.id = checkin.of),
    (SELECT uid FROM practice WHERE practice.id = checkin.practice)
    FROM checkin";

pub(super) const PRACTICE: &str = "SELECT id, day, at, offset, routine, plan, breath, planned, ended,
    ended_at, why, NULL, uid FROM practice";

fn uid(row: &Row<'_>, column: usize) -> rusqlite::Result<Uid> {
    let text: String = row.get(column)?;
    Uid::new(&text).ok_or_else(|| unreadable(column, text))
}

fn maybe_uid(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Uid>> {
    row.get::<_, Option<String>>(column)?
        .map(|text| Uid::new(&text).ok_or_else(|| unreadable(column, text)))
        .transpose()
}

/// A check-in from a row of [`CHECK_IN`].
pub(super) fn check_in(connection: &Connection, row: &Row<'_>) -> rusqlite::Result<WrittenCheckIn> {
    let mut entry = check_ins::without_lists(row)?;
    check_ins::add_lists(connection, &mut entry)?;
    Ok(WrittenCheckIn {
        uid: uid(row, 14)?,
        day: entry.day,
        at: entry.at,
        phase: entry.phase,
        of: maybe_uid(row, 15)?,
        practice: maybe_uid(row, 16)?,
        answers: entry.answers,
    })
}

/// A practice from a row of [`PRACTICE`].
pub(super) fn practice(connection: &Connection, row: &Row<'_>) -> rusqlite::Result<WrittenPractice> {
    let entry = practices::without_ledger(row)?;
    let lines = practices::ledger(connection, entry.id)?;
    let moments: Vec<i64> = connection
        .prepare_cached("SELECT at FROM press WHERE practice = ? ORDER BY place")?
        .query_map([entry.id.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let zone = *entry.at.offset();
    let done = lines
        .into_iter()
        .zip(moments)
        .map(|(line, millis)| {
            let at = DateTime::from_timestamp_millis(millis)
                .ok_or_else(|| unreadable(0, millis.to_string()))?
                .with_timezone(&zone);
            Ok((line, at))
        })
        .collect::<rusqlite::Result<Vec<(LedgerLine, DateTime<FixedOffset>)>>>()?;
    Ok(WrittenPractice {
        uid: uid(row, 12)?,
        day: entry.day,
        at: entry.at,
        routine: entry.routine,
        plan: entry.plan,
        breath: entry.breath,
        planned: entry.planned,
        ended: entry.ended,
        why: entry.why,
        done,
    })
}

/// What reads one kind of small entry.
type Reading = (&'static str, fn(&Row<'_>) -> rusqlite::Result<Entry>);

/// Everything that is about the person, kind by kind.
const ABOUT_THE_PERSON: [Reading; 6] = [
    ("SELECT name, value FROM flag ORDER BY name", |row| {
        Ok(Entry::Flag(row.get(0)?, row.get(1)?))
    }),
    ("SELECT kind, id FROM favourite ORDER BY kind, id", |row| {
        Ok(Entry::Favourite(row.get(0)?, row.get(1)?))
    }),
    ("SELECT tag FROM own_tag ORDER BY place, tag", |row| {
        Ok(Entry::Tag(row.get(0)?))
    }),
    ("SELECT id, answer, detail FROM profile ORDER BY id", |row| {
        Ok(Entry::Profile(line(row, 0)?))
    }),
    (
        "SELECT day, id, answer, detail FROM day_answer ORDER BY day, id",
        |row| Ok(Entry::Today(day(row, 0)?, line(row, 1)?)),
    ),
    (
        "SELECT day, at, offset, point, found FROM quiz ORDER BY at, id",
        tried,
    ),
];

fn line(row: &Row<'_>, first: usize) -> rusqlite::Result<Line> {
    Ok(Line {
        id: row.get(first)?,
        answer: row.get(first + 1)?,
        detail: row.get(first + 2)?,
    })
}

/// A try of the quiz: day, at, offset, point, found.
pub(super) fn tried(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let tried = Try {
        day: day(row, 0)?,
        code: row.get(3)?,
        found: row.get(4)?,
    };
    Ok(Entry::Quiz(moment(row, 1, 2)?, tried))
}

fn about_the_person(connection: &Connection) -> rusqlite::Result<Vec<Entry>> {
    let mut all = Vec::new();
    for (select, entry) in ABOUT_THE_PERSON {
        for found in connection.prepare(select)?.query_map([], entry)? {
            all.push(found?);
        }
    }
    Ok(all)
}

/// As much as can still be read of a damaged journal: a kind that cannot takes no other with it.
pub(super) fn what_is_left(connection: &Connection) -> Vec<Entry> {
    let mut all = Vec::new();
    for (select, entry) in ABOUT_THE_PERSON {
        let mut read = || {
            let mut statement = connection.prepare(select)?;
            let found = statement.query_map([], entry)?;
            all.extend(found.map_while(Result::ok));
            Ok::<(), rusqlite::Error>(())
        };
        // What cannot be asked for has nothing to give.
        read().ok();
    }
    all.extend(
        all_trials(connection)
            .unwrap_or_default()
            .into_iter()
            .map(Entry::Trial),
    );
    all
}

pub(super) fn all_trials(connection: &Connection) -> rusqlite::Result<Vec<WrittenTrial>> {
    let mut statement = connection.prepare(
        "SELECT id, at, offset, seed, kinds, blocks, routine, minutes, outcome, ended, ended_at, uid
         FROM trial WHERE removed IS NULL ORDER BY at, uid",
    )?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let entry = trials::without_evenings(row)?;
        let evenings = connection
            .prepare_cached(
                "SELECT evening.day, card, kind, before.uid, after.uid, later.uid FROM trial_evening AS evening
                 JOIN checkin AS before ON before.id = evening.before
                 LEFT JOIN checkin AS after ON after.id = evening.after
                 LEFT JOIN checkin AS later ON later.id = evening.later
                 WHERE trial = ? ORDER BY place",
            )?
            .query_map([entry.id.0], |row| {
                let kind: String = row.get(2)?;
                Ok(WrittenTrialEvening {
                    day: day(row, 0)?,
                    card: row.get(1)?,
                    kind: kind.chars().next().ok_or_else(|| unreadable(2, kind.clone()))?,
                    ratings: [maybe_uid(row, 3)?, maybe_uid(row, 4)?, maybe_uid(row, 5)?],
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        all.push(WrittenTrial {
            uid: uid(row, 11)?,
            settled: entry.settled,
            ended: entry.ended,
            evenings,
        });
    }
    Ok(all)
}

/// Entries that point at others: tied when all are there, because they may come in any order.
#[derive(Debug, Default)]
struct Links {
    check_ins: Vec<(i64, Option<Uid>, Option<Uid>)>,
    trials: Vec<(i64, Vec<WrittenTrialEvening>)>,
}

impl Links {
    fn tie(self, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        let mut find_check_in = transaction.prepare("SELECT id FROM checkin WHERE uid = ?")?;
        let mut find_practice = transaction.prepare("SELECT id FROM practice WHERE uid = ?")?;
        let mut tie = transaction.prepare("UPDATE checkin SET of = ?, practice = ? WHERE id = ?")?;
        for (id, of, practice) in self.check_ins {
            let of = find(&mut find_check_in, of.as_ref())?;
            let practice = find(&mut find_practice, practice.as_ref())?;
            tie.execute(params![of, practice, id])?;
        }
        for (trial, evenings) in self.trials {
            let mut place = 0;
            for evening in evenings {
                let [before, after, later] = &evening.ratings;
                // An evening whose first rating is not here has nothing to compare with.
                let Some(before) = find(&mut find_check_in, before.as_ref())? else {
                    continue;
                };
                transaction.execute(
                    "INSERT INTO trial_evening (trial, place, day, card, kind, before, after, later)
                     VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    params![
                        trial,
                        place,
                        evening.day.to_string(),
                        evening.card,
                        evening.kind.to_string(),
                        before,
                        find(&mut find_check_in, after.as_ref())?,
                        find(&mut find_check_in, later.as_ref())?
                    ],
                )?;
                place += 1;
            }
        }
        Ok(())
    }
}

fn find(statement: &mut rusqlite::Statement<'_>, uid: Option<&Uid>) -> rusqlite::Result<Option<i64>> {
    match uid {
        None => Ok(None),
        Some(uid) => statement.query_row([uid.as_str()], |row| row.get(0)).optional(),
    }
}

fn put(
    transaction: &Transaction<'_>,
    entry: &Entry,
    taken: &mut TakenIn,
    links: &mut Links,
) -> rusqlite::Result<()> {
    match entry {
        Entry::CheckIn(new) => {
            let known = known(
                transaction.prepare_cached("SELECT id, removed IS NOT NULL FROM checkin WHERE uid = ?")?,
                &new.uid,
            )?;
            if let Some((id, removed)) = known {
                let here = || {
                    transaction
                        .prepare_cached(&format!("{CHECK_IN} WHERE id = ?"))?
                        .query_row([id], |row| check_in(transaction, row))
                };
                return count(taken, removed, || Ok(here()? == *new));
            }
            let id = write_check_in(transaction, new)?;
            if new.of.is_some() || new.practice.is_some() {
                links.check_ins.push((id, new.of.clone(), new.practice.clone()));
            }
            taken.new += 1;
        }
        Entry::Practice(new) => {
            let known = known(
                transaction.prepare_cached("SELECT id, removed IS NOT NULL FROM practice WHERE uid = ?")?,
                &new.uid,
            )?;
            if let Some((id, removed)) = known {
                let here = || {
                    transaction
                        .prepare_cached(&format!("{PRACTICE} WHERE id = ?"))?
                        .query_row([id], |row| practice(transaction, row))
                };
                return count(taken, removed, || Ok(here()? == *new));
            }
            write_practice(transaction, new)?;
            taken.new += 1;
        }
        Entry::Trial(new) => {
            let known = known(
                transaction.prepare_cached("SELECT id, removed IS NOT NULL FROM trial WHERE uid = ?")?,
                &new.uid,
            )?;
            if let Some((_, removed)) = known {
                let here = || Ok(all_trials(transaction)?.contains(new));
                return count(taken, removed, here);
            }
            let id = write_trial(transaction, new)?;
            links.trials.push((id, new.evenings.clone()));
            taken.new += 1;
        }
        Entry::Profile(Line { id, answer, detail }) => {
            settle(
                transaction,
                taken,
                "SELECT answer = ?2 AND detail = ?3 FROM profile WHERE id = ?1",
                "INSERT INTO profile (id, answer, detail) VALUES (?1, ?2, ?3)",
                &[id, answer, detail],
            )?;
        }
        Entry::Today(day, Line { id, answer, detail }) => {
            settle(
                transaction,
                taken,
                "SELECT answer = ?3 AND detail = ?4 FROM day_answer WHERE day = ?1 AND id = ?2",
                "INSERT INTO day_answer (day, id, answer, detail) VALUES (?1, ?2, ?3, ?4)",
                &[&day.to_string(), id, answer, detail],
            )?;
        }
        Entry::Favourite(kind, id) => {
            settle(
                transaction,
                taken,
                "SELECT 1 FROM favourite WHERE kind = ?1 AND id = ?2",
                "INSERT INTO favourite (kind, id) VALUES (?1, ?2)",
                &[kind, id],
            )?;
        }
        Entry::Flag(name, value) => {
            settle(
                transaction,
                taken,
                "SELECT value = ?2 FROM flag WHERE name = ?1",
                "INSERT INTO flag (name, value) VALUES (?1, ?2)",
                &[name, value],
            )?;
        }
        Entry::Tag(tag) => {
            settle(
                transaction,
                taken,
                "SELECT 1 FROM own_tag WHERE tag = ?1",
                "INSERT INTO own_tag (tag, place)
                 VALUES (?1, (SELECT coalesce(max(place), -1) + 1 FROM own_tag))",
                &[tag],
            )?;
        }
        Entry::Quiz(at, tried) => put_try(transaction, *at, tried, taken)?,
    }
    Ok(())
}

/// A try is known by its moment and its point.
pub(super) fn put_try(
    transaction: &Transaction<'_>,
    at: DateTime<FixedOffset>,
    tried: &Try,
    taken: &mut TakenIn,
) -> rusqlite::Result<()> {
    let (millis, offset) = columns(at);
    settle(
        transaction,
        taken,
        "SELECT day = ?1 AND offset = ?3 AND found = ?5 FROM quiz WHERE at = ?2 AND point = ?4",
        "INSERT INTO quiz (day, at, offset, point, found) VALUES (?1, ?2, ?3, ?4, ?5)",
        &[
            &tried.day.to_string(),
            &millis,
            &offset,
            &tried.code,
            &tried.found,
        ],
    )
}

fn known(mut statement: CachedStatement<'_>, uid: &Uid) -> rusqlite::Result<Option<(i64, bool)>> {
    statement
        .query_row([uid.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

fn count(
    taken: &mut TakenIn,
    removed: bool,
    same: impl FnOnce() -> rusqlite::Result<bool>,
) -> rusqlite::Result<()> {
    let kind = match (removed, same()?) {
        (true, _) => &mut taken.away,
        (false, true) => &mut taken.same,
        (false, false) => &mut taken.kept,
    };
    *kind += 1;
    Ok(())
}

/// A line with a name of its own instead of a uid: written if it is not here.
fn settle(
    transaction: &Transaction<'_>,
    taken: &mut TakenIn,
    same: &str,
    insert: &str,
    values: &[&dyn ToSql],
) -> rusqlite::Result<()> {
    // SQLite refuses a value no parameter asks for, so the question gets as many as it names.
    let mut statement = transaction.prepare_cached(same)?;
    let asked = statement.parameter_count();
    let here: Option<bool> = statement
        .query_row(rusqlite::params_from_iter(&values[..asked]), |row| row.get(0))
        .optional()?;
    match here {
        Some(true) => taken.same += 1,
        Some(false) => taken.kept += 1,
        None => {
            transaction
                .prepare_cached(insert)?
                .execute(rusqlite::params_from_iter(values))?;
            taken.new += 1;
        }
    }
    Ok(())
}

/// Writes a check-in under its uid, without what it points at.
pub(super) fn write_check_in(transaction: &Transaction<'_>, new: &WrittenCheckIn) -> rusqlite::Result<i64> {
    let (at, offset) = columns(new.at);
    transaction
        .prepare_cached("INSERT INTO checkin (uid, day, at, offset, phase) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![
            new.uid.as_str(),
            new.day.to_string(),
            at,
            offset,
            new.phase.id()
        ])?;
    let id = transaction.last_insert_rowid();
    check_ins::put(transaction, crate::domain::checkin::CheckInId(id), &new.answers)?;
    Ok(id)
}

/// Writes a practice and its ledger under its uid.
pub(super) fn write_practice(transaction: &Transaction<'_>, new: &WrittenPractice) -> rusqlite::Result<i64> {
    let (at, offset) = columns(new.at);
    transaction
        .prepare_cached(
            "INSERT INTO practice (uid, day, at, offset, routine, plan, breath, planned, ended, ended_at, why)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            new.uid.as_str(),
            new.day.to_string(),
            at,
            offset,
            new.routine,
            new.plan,
            new.breath,
            practices::whole(new.planned),
            new.ended.map(|(how, _)| how.id()),
            new.ended.map(|(_, at)| columns(at).0),
            new.why
        ])?;
    let id = transaction.last_insert_rowid();
    write_ledger(transaction, id, new)?;
    Ok(id)
}

/// Writes the ledger of a practice that has none.
pub(super) fn write_ledger(
    transaction: &Transaction<'_>,
    practice: i64,
    new: &WrittenPractice,
) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO press (practice, place, point, half, pressed, how, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (place, (line, at)) in new.done.iter().enumerate() {
        insert.execute(params![
            practice,
            place as i64,
            line.point,
            line.half.id(),
            practices::whole(line.pressed),
            line.how.id(),
            columns(*at).0
        ])?;
    }
    Ok(())
}

fn write_trial(transaction: &Transaction<'_>, new: &WrittenTrial) -> rusqlite::Result<i64> {
    let settled = &new.settled;
    let (at, offset) = columns(settled.at);
    transaction.execute(
        "INSERT INTO trial
         (uid, at, offset, seed, kinds, blocks, routine, minutes, outcome, ended, ended_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            new.uid.as_str(),
            at,
            offset,
            settled.seed.cast_signed(),
            settled.kinds,
            settled.blocks,
            settled.routine,
            settled.minutes,
            settled.outcome,
            new.ended.map(|(how, _)| how.id()),
            new.ended.map(|(_, at)| columns(at).0)
        ],
    )?;
    Ok(transaction.last_insert_rowid())
}
