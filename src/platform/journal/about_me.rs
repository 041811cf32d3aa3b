//! What applies to the person, what was answered today, favourites, and small facts.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, params};

use super::trouble::InPlace;
use super::{Journal, columns, day, unreadable};
use crate::domain::journal::{AboutMe, Trouble};
use crate::domain::profile::Line;
use crate::domain::quiz::Try;

impl Journal {
    /// Everything the program needs to know before it can suggest anything.
    pub fn about_me(&self, today: NaiveDate) -> Result<AboutMe, Trouble> {
        let read = || {
            let connection = &self.connection;
            Ok(AboutMe {
                profile: profile(connection)?,
                today: lines(
                    connection,
                    "SELECT id, answer, detail FROM day_answer WHERE day = ? ORDER BY id",
                    [today.to_string()],
                )?,
                flags: flags(connection)?,
                points: favourites(connection, "point")?,
                routines: favourites(connection, "routine")?,
                tries: tries(connection)?,
                ..AboutMe::default()
            })
        };
        read().in_place(&self.path)
    }

    /// Replaces the profile. What it was stays in the log.
    pub fn set_profile(&mut self, lines: &[Line], now: DateTime<FixedOffset>) -> Result<(), Trouble> {
        self.write(|transaction| {
            let before = profile(transaction)?;
            transaction.execute("DELETE FROM profile", [])?;
            for Line { id, answer, detail } in lines {
                transaction.execute(
                    "INSERT OR REPLACE INTO profile VALUES (?, ?, ?)",
                    params![id, answer, detail],
                )?;
            }
            let after = profile(transaction)?;
            if before == after {
                return Ok(());
            }
            let (at, offset) = columns(now);
            transaction
                .execute(
                    "INSERT INTO change (at, offset, about, subject, before, after)
                     VALUES (?, ?, 'profile', 0, ?, ?)",
                    params![at, offset, text(&before), text(&after)],
                )
                .map(drop)
        })
    }

    /// Replaces what was answered for one day.
    pub fn set_today(&mut self, day: NaiveDate, lines: &[Line]) -> Result<(), Trouble> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM day_answer WHERE day = ?", [day.to_string()])?;
            for Line { id, answer, detail } in lines {
                transaction.execute(
                    "INSERT OR REPLACE INTO day_answer VALUES (?, ?, ?, ?)",
                    params![day.to_string(), id, answer, detail],
                )?;
            }
            Ok(())
        })
    }

    /// Writes a small fact.
    pub fn set_flag(&mut self, name: &str, value: &str) -> Result<(), Trouble> {
        self.write(|transaction| {
            transaction
                .execute("INSERT OR REPLACE INTO flag VALUES (?, ?)", params![name, value])
                .map(drop)
        })
    }

    /// Writes that a point was looked for in the quiz.
    pub fn tried(&mut self, tried: &Try, now: DateTime<FixedOffset>) -> Result<(), Trouble> {
        let (at, offset) = columns(now);
        self.write(|transaction| {
            transaction
                .execute(
                    "INSERT INTO quiz (day, at, offset, point, found) VALUES (?, ?, ?, ?, ?)",
                    params![tried.day.to_string(), at, offset, tried.code, tried.found],
                )
                .map(drop)
        })
    }

    /// Makes a point a favourite, or no longer.
    pub fn set_favourite_point(&mut self, code: &str, favourite: bool) -> Result<(), Trouble> {
        self.set_favourite("point", code, favourite)
    }

    /// Makes a routine a favourite, or no longer.
    pub fn set_favourite_routine(&mut self, id: &str, favourite: bool) -> Result<(), Trouble> {
        self.set_favourite("routine", id, favourite)
    }

    fn set_favourite(&mut self, kind: &str, id: &str, favourite: bool) -> Result<(), Trouble> {
        let change = if favourite {
            "INSERT OR IGNORE INTO favourite VALUES (?, ?)"
        } else {
            "DELETE FROM favourite WHERE kind = ? AND id = ?"
        };
        self.write(|transaction| transaction.execute(change, [kind, id]).map(drop))
    }
}

fn profile(connection: &Connection) -> rusqlite::Result<Vec<Line>> {
    lines(
        connection,
        "SELECT id, answer, detail FROM profile ORDER BY id",
        [],
    )
}

fn lines(
    connection: &Connection,
    select: &str,
    params: impl rusqlite::Params,
) -> rusqlite::Result<Vec<Line>> {
    connection
        .prepare_cached(select)?
        .query_map(params, |row| {
            Ok(Line {
                id: row.get(0)?,
                answer: row.get(1)?,
                detail: row.get(2)?,
            })
        })?
        .collect()
}

/// Lines as JSON, for the log of changes: `{"WB-11": "yes foot.left"}`.
fn text(lines: &[Line]) -> String {
    let object: serde_json::Map<String, serde_json::Value> = lines
        .iter()
        .map(|line| {
            (
                line.id.clone(),
                format!("{} {}", line.answer, line.detail).trim_end().into(),
            )
        })
        .collect();
    serde_json::Value::Object(object).to_string()
}

/// Gives the profile back the lines it had, from [`text`].
pub(super) fn put_back(connection: &Connection, before: &str) -> rusqlite::Result<()> {
    let object: std::collections::BTreeMap<String, String> =
        serde_json::from_str(before).map_err(|_| unreadable(0, before))?;
    connection.execute("DELETE FROM profile", [])?;
    for (id, said) in object {
        let (answer, detail) = said.split_once(' ').unwrap_or((&said, ""));
        connection.execute(
            "INSERT INTO profile (id, answer, detail) VALUES (?, ?, ?)",
            params![id, answer, detail],
        )?;
    }
    Ok(())
}

fn flags(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached("SELECT name, value FROM flag ORDER BY name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

fn tries(connection: &Connection) -> rusqlite::Result<Vec<Try>> {
    connection
        .prepare_cached("SELECT day, point, found FROM quiz ORDER BY at, id")?
        .query_map([], |row| {
            Ok(Try {
                day: day(row, 0)?,
                code: row.get(1)?,
                found: row.get(2)?,
            })
        })?
        .collect()
}

fn favourites(connection: &Connection, kind: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT id FROM favourite WHERE kind = ? ORDER BY id")?
        .query_map([kind], |row| row.get(0))?
        .collect()
}
