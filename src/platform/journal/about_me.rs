//! What applies to the person, what was answered today, favourites, and small facts.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, params};

use super::trouble::InPlace;
use super::{Journal, columns};
use crate::domain::journal::{AboutMe, Trouble};

impl Journal {
    /// Everything the program needs to know before it can suggest anything.
    pub fn about_me(&self, today: NaiveDate) -> Result<AboutMe, Trouble> {
        let read = || {
            let connection = &self.connection;
            Ok(AboutMe {
                profile: two(connection, "SELECT id, answer FROM profile ORDER BY id", [])?,
                today: two(
                    connection,
                    "SELECT id, answer FROM day_answer WHERE day = ? ORDER BY id",
                    [today.to_string()],
                )?,
                flags: two(connection, "SELECT name, value FROM flag ORDER BY name", [])?,
                points: favourites(connection, "point")?,
                routines: favourites(connection, "routine")?,
            })
        };
        read().in_place(&self.path)
    }

    /// Replaces the profile: answers by the id of the safety question. What it was stays in the log.
    pub fn set_profile(
        &mut self,
        profile: &[(String, String)],
        now: DateTime<FixedOffset>,
    ) -> Result<(), Trouble> {
        self.write(|transaction| {
            let before = two(transaction, "SELECT id, answer FROM profile ORDER BY id", [])?;
            transaction.execute("DELETE FROM profile", [])?;
            for (id, answer) in profile {
                transaction.execute(
                    "INSERT OR REPLACE INTO profile VALUES (?, ?)",
                    params![id, answer],
                )?;
            }
            let after = two(transaction, "SELECT id, answer FROM profile ORDER BY id", [])?;
            if before == after {
                return Ok(());
            }
            let (at, offset) = columns(now);
            let text = |pairs: &[(String, String)]| {
                let object: serde_json::Map<_, _> = pairs
                    .iter()
                    .map(|(id, answer)| (id.clone(), answer.clone().into()))
                    .collect();
                serde_json::Value::Object(object).to_string()
            };
            transaction
                .execute(
                    "INSERT INTO change (at, offset, about, subject, before, after)
                     VALUES (?, ?, 'profile', 0, ?, ?)",
                    params![at, offset, text(&before), text(&after)],
                )
                .map(drop)
        })
    }

    /// Writes an answer that holds for one day only.
    pub fn answer_for(&mut self, day: NaiveDate, id: &str, answer: &str) -> Result<(), Trouble> {
        self.write(|transaction| {
            transaction
                .execute(
                    "INSERT OR REPLACE INTO day_answer VALUES (?, ?, ?)",
                    params![day.to_string(), id, answer],
                )
                .map(drop)
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

fn two(
    connection: &Connection,
    select: &str,
    params: impl rusqlite::Params,
) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached(select)?
        .query_map(params, |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

fn favourites(connection: &Connection, kind: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT id FROM favourite WHERE kind = ? ORDER BY id")?
        .query_map([kind], |row| row.get(0))?
        .collect()
}
