//! Why the system refuses a write: SQLite only says that it did, so the system itself is asked, with a small
//! write beside the journal.

use std::fs::OpenOptions;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use super::backup::UNFINISHED;
use super::with_ending;
use crate::domain::journal::Trouble;

/// What is written to try it: twice what SQLite needs for the index of its log, the first thing it makes.
const TRIED: usize = 64 * 1024;

/// What stands in the way of a journal at a path; `None` where the system would write after all.
pub(super) fn why(path: &Path) -> Option<Trouble> {
    try_to_write(path).err().map(|error| in_words(&error, path))
}

/// What an error of the system means to the person.
pub(super) fn in_words(error: &io::Error, path: &Path) -> Trouble {
    match error.kind() {
        io::ErrorKind::StorageFull => Trouble::DiskFull,
        io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Trouble::Quota,
        io::ErrorKind::ReadOnlyFilesystem => Trouble::ReadOnly(path.to_owned()),
        io::ErrorKind::PermissionDenied => Trouble::NotAllowed(path.to_owned()),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            Trouble::NoFolder(path.parent().unwrap_or(path).to_owned())
        }
        _ => Trouble::Other(error.to_string()),
    }
}

/// Writes where the journal would: into its file as far as being allowed to, and into a file of its own in the
/// same folder, beyond the end of the largest there is, so that a limit on the size of files is met, too.
fn try_to_write(path: &Path) -> io::Result<()> {
    let size = |path: &Path| std::fs::metadata(path).map(|about| about.len());
    if path.exists() {
        OpenOptions::new().write(true).open(path)?;
    }
    let largest = ["", "-wal", "-shm"]
        .iter()
        .filter_map(|ending| size(&with_ending(path, ending)).ok())
        .max();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.seek(SeekFrom::Start(largest.unwrap_or(0)))?;
    file.write_all(&[0; TRIED])?;
    file.as_file().sync_data()
}
