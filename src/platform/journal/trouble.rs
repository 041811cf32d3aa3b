//! What SQLite says, in the words of the journal.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::domain::journal::Trouble;

/// Names the file an error belongs to.
pub(super) trait InPlace<T> {
    /// The value, or what is wrong with the file.
    fn in_place(self, path: &Path) -> Result<T, Trouble>;
}

impl<T> InPlace<T> for rusqlite::Result<T> {
    fn in_place(self, path: &Path) -> Result<T, Trouble> {
        self.map_err(|error| trouble(&error, path))
    }
}

fn trouble(error: &rusqlite::Error, path: &Path) -> Trouble {
    // A quota or a limit on the size of files refuses a write in other words than a disk without room, and
    // means the same to whoever has to free some.
    let refused = error
        .sqlite_error()
        .is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_WRITE);
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Trouble::DiskFull,
        _ if refused => Trouble::DiskFull,
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            Trouble::ReadOnly(path.to_owned())
        }
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Trouble::Damaged(path.to_owned()),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::Busy,
        _ => Trouble::Other(error.to_string()),
    }
}
