//! A journal that lies where nothing can be written, read all the same: as a picture of itself in memory.
//!
//! SQLite reads a journal through the index of its log, and makes that index beside it. On a disk without
//! room, on one that cannot be written, and in somebody else's folder it would not even read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::refused;
use super::trouble::InPlace;
use super::with_ending;
use crate::domain::journal::Trouble;

/// How often a journal is copied again because somebody wrote meanwhile.
const TRIES: usize = 3;

/// Opens a file only to read it: as it lies there, or a picture of it where that does not work. Waits for other
/// windows as long as it is told.
pub(super) fn read(path: &Path, patience: Duration) -> Result<Connection, Trouble> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let as_it_lies = Connection::open_with_flags(path, flags).and_then(|connection| {
        connection.busy_timeout(patience)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    });
    match as_it_lies.in_place(path) {
        Err(trouble) if trouble.refuses() => of(path),
        read => read,
    }
}

/// The journal at a path with everything its log holds, in memory. Nothing of it stays anywhere else.
pub(super) fn of(path: &Path) -> Result<Connection, Trouble> {
    let has_log = fs::metadata(with_ending(path, "-wal")).is_ok_and(|about| about.len() > 0);
    if !has_log && let Some(address) = address(path) {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let file = Connection::open_with_flags(address, flags).in_place(path)?;
        return in_memory(&file, path);
    }
    // Only with its log beside it can it be read: in a folder into which only its owner can look, and which goes
    // with the end of this function.
    let elsewhere = |error: io::Error| refused::in_words(&error, &std::env::temp_dir());
    let folder = tempfile::tempdir().map_err(elsewhere)?;
    let copy = copied(path, folder.path()).map_err(elsewhere)?;
    let file = Connection::open_with_flags(&copy, OpenFlags::SQLITE_OPEN_READ_WRITE).in_place(&copy)?;
    // The log goes into the file: there are no logs in memory.
    file.pragma_update(None, "journal_mode", "DELETE")
        .in_place(&copy)?;
    in_memory(&file, path)
}

fn in_memory(file: &Connection, path: &Path) -> Result<Connection, Trouble> {
    let mut picture = Connection::open_in_memory().in_place(path)?;
    Backup::new(file, &mut picture)
        .and_then(|backup| backup.run_to_completion(i32::MAX, Duration::ZERO, None))
        .in_place(path)?;
    Ok(picture)
}

/// A file as SQLite's own address, with the word that nobody writes it: then it is read without an index. `None`
/// where its name is no text.
fn address(path: &Path) -> Option<String> {
    let name = path.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
    let escaped: String = name
        .bytes()
        .map(|byte| match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    // A drive's letter stands behind a slash of its own.
    let root = if cfg!(windows) { "/" } else { "" };
    Some(format!("file:{root}{escaped}?immutable=1"))
}

/// Copies a journal and its log into a folder, both of one moment.
pub(super) fn copied(path: &Path, folder: &Path) -> io::Result<PathBuf> {
    let copy = folder.join("journal.sqlite3");
    let (log, log_copy) = (with_ending(path, "-wal"), with_ending(&copy, "-wal"));
    for _ in 0..TRIES {
        let before = (state(path), state(&log));
        fs::copy(path, &copy)?;
        match fs::copy(&log, &log_copy) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            copied => drop(copied?),
        }
        if (state(path), state(&log)) == before {
            break;
        }
    }
    Ok(copy)
}

/// What changes when somebody writes.
fn state(path: &Path) -> Option<(u64, SystemTime)> {
    let about = fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()?))
}
