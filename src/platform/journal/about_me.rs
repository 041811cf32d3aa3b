//! What applies to the person, what was answered today, favourites, and small facts.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use super::history::Change;
use super::trouble::InPlace;
use super::{Journal, columns, day, unreadable};
use crate::app::heed::SORE;
use crate::app::taste::NEVER;
use crate::domain::journal::{AboutMe, Trouble, Undone};
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
            let change = Change {
                about: "profile",
                subject: 0,
                before: Some(&text(&before)),
                after: Some(&text(&after)),
            };
            change.log(transaction, now)
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

    /// Writes a small fact. One that is the person's own choice has a way back.
    pub fn set_flag(&mut self, name: &str, value: &str, now: DateTime<FixedOffset>) -> Result<(), Trouble> {
        self.write(|transaction| {
            let before = flag(transaction, name)?;
            put_flag(transaction, name, value)?;
            if !is_a_choice(name) || before.as_deref().unwrap_or_default() == value {
                return Ok(());
            }
            let text = |value: &str| serde_json::json!([name, value]).to_string();
            let change = Change {
                about: "flag",
                subject: 0,
                before: Some(&text(&before.unwrap_or_default())),
                after: Some(&text(value)),
            };
            change.log(transaction, now)
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
    pub fn set_favourite_point(
        &mut self,
        code: &str,
        favourite: bool,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Trouble> {
        self.set_favourite("point", code, favourite, now)
    }

    /// Makes a routine a favourite, or no longer.
    pub fn set_favourite_routine(
        &mut self,
        id: &str,
        favourite: bool,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Trouble> {
        self.set_favourite("routine", id, favourite, now)
    }

    fn set_favourite(
        &mut self,
        kind: &str,
        id: &str,
        favourite: bool,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Trouble> {
        self.write(|transaction| {
            if !put_favourite(transaction, kind, id, favourite)? {
                return Ok(());
            }
            let text = |favourite: bool| serde_json::json!([kind, id, favourite]).to_string();
            let change = Change {
                about: "favourite",
                subject: 0,
                before: Some(&text(!favourite)),
                after: Some(&text(favourite)),
            };
            change.log(transaction, now)
        })
    }
}

/// Whether a small fact is something the person has said, not something the program remembers.
fn is_a_choice(name: &str) -> bool {
    name.starts_with(NEVER) || name.starts_with(SORE)
}

fn flag(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT value FROM flag WHERE name = ?")?
        .query_row([name], |row| row.get(0))
        .optional()
}

pub(super) fn put_flag(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO flag VALUES (?, ?)")?
        .execute([name, value])
        .map(drop)
}

/// Writes a favourite or takes it out; false if that changed nothing.
fn put_favourite(connection: &Connection, kind: &str, id: &str, favourite: bool) -> rusqlite::Result<bool> {
    let change = if favourite {
        "INSERT OR IGNORE INTO favourite VALUES (?, ?)"
    } else {
        "DELETE FROM favourite WHERE kind = ? AND id = ?"
    };
    Ok(connection.execute(change, [kind, id])? > 0)
}

/// A favourite as it was before.
pub(super) fn favourite_back(connection: &Connection, before: &str) -> rusqlite::Result<Undone> {
    let (kind, id, favourite): (String, String, bool) =
        serde_json::from_str(before).map_err(|_| unreadable(0, before))?;
    put_favourite(connection, &kind, &id, favourite)?;
    Ok(Undone::Favourite { kind, id, favourite })
}

/// A small fact as it was before.
pub(super) fn flag_back(connection: &Connection, before: &str) -> rusqlite::Result<Undone> {
    let (name, value): (String, String) = serde_json::from_str(before).map_err(|_| unreadable(0, before))?;
    put_flag(connection, &name, &value)?;
    let on = !value.is_empty();
    let after = |start: &str| name.strip_prefix(start).map(str::to_owned);
    match (after(NEVER), after(SORE)) {
        (Some(code), _) => Ok(Undone::Never { code, on }),
        (_, Some(code)) => Ok(Undone::Sore { code, on }),
        _ => Err(unreadable(0, before)),
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
