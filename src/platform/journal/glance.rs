//! One look at today, for a prompt: read-only, nothing made, nothing brought up to date.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::OptionalExtension;

use super::trouble::InPlace;
use super::{Journal, migrations, moment, picture};
use crate::domain::journal::Trouble;

/// A prompt does not wait longer than this for another window to finish its write.
const PATIENCE: Duration = Duration::from_millis(50);

/// How a day stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// Check-ins before a practice.
    pub check_ins: u32,
    /// Practices.
    pub practices: u32,
    /// When the last check-in was begun.
    pub last: Option<DateTime<FixedOffset>>,
}

impl Journal {
    /// How a day stands in the journal at a path. No journal is a day without anything.
    pub fn today_at(path: &Path, day: NaiveDate) -> Result<Today, Trouble> {
        if !path.exists() {
            return Ok(Today::default());
        }
        let connection = picture::read(path, PATIENCE)?;
        if migrations::version(&connection, path)? == 0 {
            return Ok(Today::default());
        }
        let day = day.to_string();
        let count = |table: &str, more: &str| -> rusqlite::Result<u32> {
            let select = format!("SELECT count(*) FROM {table} WHERE removed IS NULL AND day = ? {more}");
            connection.query_row(&select, [&day], |row| row.get(0))
        };
        let last = connection
            .query_row(
                "SELECT at, offset FROM checkin WHERE removed IS NULL AND day = ? ORDER BY at DESC LIMIT 1",
                [&day],
                |row| moment(row, 0, 1),
            )
            .optional();
        Ok(Today {
            check_ins: count("checkin", "AND phase = 'before'").in_place(path)?,
            practices: count("practice", "").in_place(path)?,
            last: last.in_place(path)?,
        })
    }
}
