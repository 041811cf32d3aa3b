//! The journal: one SQLite file in the person's data folder.
//!
//! What is shown as saved is on the disk: a write-ahead log with full synchronisation, so that neither a
//! killed program nor a failing battery takes back an answer. Two windows may write at once. Nothing is
//! deleted without a way back.
//!
//! It is opened after the first frame, so that a long life does not make a slow start.

mod about_me;
pub mod backup;
mod check_ins;
pub mod entry;
pub mod formats;
mod glance;
mod history;
pub mod json;
pub mod keeper;
mod migrations;
mod picture;
mod practices;
mod reading;
mod refused;
pub mod rescue;
mod search;
pub mod sync;
mod take_in;
mod trials;
mod trouble;

pub use glance::Today;
pub use take_in::TakenIn;

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::domain::journal::Trouble;
use trouble::InPlace;

/// How long a window waits for another one to finish its write. One write takes milliseconds; a machine
/// that is busy for five seconds has other worries.
const PATIENCE: Duration = Duration::from_secs(5);

/// The open journal.
#[derive(Debug)]
pub struct Journal {
    connection: Connection,
    path: PathBuf,
    /// Why it can only be read, where that is so: then the connection leads to a picture of it.
    only_read: Option<Trouble>,
}

/// The version of the SQLite inside.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

impl Journal {
    /// Opens the journal, makes it if there is none, and brings an older one up to date.
    ///
    /// Where nothing can be written it is open for reading, see [`Journal::only_read`]. A journal of a newer
    /// hegu, a damaged one, and a file that is something else are left as they are.
    pub fn open(path: &Path) -> Result<Journal, Trouble> {
        match Journal::open_to_write(path) {
            Err(refused) if refused.refuses() && path.exists() => Journal::open_to_read(path, refused),
            opened => opened,
        }
    }

    /// Opens the journal, makes it if there is none, and brings an older one up to date; refuses where nothing can
    /// be written.
    fn open_to_write(path: &Path) -> Result<Journal, Trouble> {
        let_a_full_quota_be_an_error();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            make_private_folder(folder).map_err(|error| match refused::in_words(&error, path) {
                full @ (Trouble::DiskFull | Trouble::Quota) => full,
                _ => Trouble::NoFolder(folder.to_owned()),
            })?;
        }
        if fs::metadata(path).is_ok_and(|about| !about.is_file()) {
            return Err(Trouble::NotAJournal(path.to_owned()));
        }
        make_private_file(path).map_err(|error| refused::in_words(&error, path))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).in_place(path)?;
        connection.busy_timeout(PATIENCE).in_place(path)?;
        // Looked at before anything is set, because setting the log's mode already writes.
        let version = migrations::version(&connection, path)?;
        let mut journal = Journal {
            connection,
            path: path.to_owned(),
            only_read: None,
        };
        journal.make_durable().in_place(path)?;
        if version < migrations::STEPS.len() {
            migrations::run(&mut journal.connection, path)?;
        }
        Ok(journal)
    }

    /// Opens a picture of the journal: an older one is brought up to date there, and nowhere else.
    fn open_to_read(path: &Path, why: Trouble) -> Result<Journal, Trouble> {
        let mut connection = picture::of(path)?;
        if migrations::version(&connection, path)? < migrations::STEPS.len() {
            migrations::run(&mut connection, path)?;
        }
        Ok(Journal {
            connection,
            path: path.to_owned(),
            only_read: Some(why),
        })
    }

    /// Why it can only be read, as it stood when it was opened; `None` where it can be written.
    pub fn only_read(&self) -> Option<&Trouble> {
        self.only_read.as_ref()
    }

    /// Tries again to open it for writing, where it can only be read.
    fn try_to_write(&mut self) -> Result<(), Trouble> {
        if self.only_read.is_some() {
            *self = Journal::open_to_write(&self.path)?;
        }
        Ok(())
    }

    /// Moves a damaged journal aside, untouched, so that a new one can begin; returns where it is now. Its
    /// log goes with it, because unsaved pages may be all that can still be read.
    pub fn set_aside(path: &Path, now: DateTime<FixedOffset>) -> Result<PathBuf, Trouble> {
        Journal::set_aside_as(path, "damaged", now)
    }

    /// Moves a journal aside, untouched, under a name that says why.
    fn set_aside_as(path: &Path, why: &str, now: DateTime<FixedOffset>) -> Result<PathBuf, Trouble> {
        let stem = format!("journal-{why}-{}", now.format("%Y%m%d-%H%M%S"));
        let free = (0..)
            .map(|count| match count {
                0 => path.with_file_name(format!("{stem}.sqlite3")),
                _ => path.with_file_name(format!("{stem}-{count}.sqlite3")),
            })
            .find(|name| !name.exists())
            .expect("one of endlessly many names is free");
        fs::rename(path, &free).map_err(|error| refused::in_words(&error, path))?;
        for ending in ["-wal", "-shm"] {
            let (from, to) = (with_ending(path, ending), with_ending(&free, ending));
            if from.exists() {
                fs::rename(&from, &to).map_err(|error| refused::in_words(&error, &from))?;
            }
        }
        Ok(free)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A number that changes when another window has written.
    pub fn others_wrote(&self) -> Result<i64, Trouble> {
        self.connection
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .in_place(&self.path)
    }

    fn make_durable(&self) -> rusqlite::Result<()> {
        let connection = &self.connection;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)
    }

    /// Does all of it or nothing, with the right to write taken at the start, so that two windows wait for
    /// each other instead of failing half-way.
    fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> Result<T, Trouble> {
        if let Some(why) = &self.only_read {
            return Err(why.clone());
        }
        let path = &self.path;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .in_place(path)?;
        let result = work(&transaction).in_place(path)?;
        transaction.commit().in_place(path)?;
        Ok(result)
    }
}

/// A folder only its owner can look into; one that exists is left as it is.
fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A file that may not grow any more ends a program, unless it listens for that: then the write fails as on a full
/// disk, and the person is told.
fn let_a_full_quota_be_an_error() {
    #[cfg(unix)]
    {
        static LISTENS: std::sync::Once = std::sync::Once::new();
        LISTENS.call_once(|| {
            let heard = std::sync::Arc::default();
            drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard));
        });
    }
}

/// A file only its owner can read. SQLite gives its log the same permissions.
fn make_private_file(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open_to_others = file.metadata()?.permissions().mode() & 0o077 != 0;
        if open_to_others {
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
        }
    }
    drop(file);
    Ok(())
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A moment as two columns: milliseconds since 1970, and the clock's offset in seconds east.
fn columns(at: DateTime<FixedOffset>) -> (i64, i32) {
    (at.timestamp_millis(), at.offset().local_minus_utc())
}

/// A moment from its two columns. Only a damaged file holds others.
fn moment(row: &rusqlite::Row<'_>, at: usize, offset: usize) -> rusqlite::Result<DateTime<FixedOffset>> {
    let millis: i64 = row.get(at)?;
    let seconds: i32 = row.get(offset)?;
    FixedOffset::east_opt(seconds)
        .and_then(|zone| Some(DateTime::from_timestamp_millis(millis)?.with_timezone(&zone)))
        .ok_or_else(|| unreadable(at, format!("{millis} at {seconds}")))
}

/// A day from its column.
fn day(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unreadable(column, text))
}

/// A column whose value is none of those hegu writes.
fn unreadable(column: usize, value: impl Into<String>) -> rusqlite::Error {
    let error = std::io::Error::new(std::io::ErrorKind::InvalidData, value.into());
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
}

#[cfg(test)]
mod tests;
