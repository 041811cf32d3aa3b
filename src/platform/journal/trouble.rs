//! What SQLite says, in the words of the journal.

use std::path::Path;

use rusqlite::ErrorCode;

use super::refused;
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
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Trouble::DiskFull,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Trouble::Damaged(path.to_owned()),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::Busy,
        // Each of these may have any of the reasons a system has to refuse.
        Some(
            ErrorCode::ReadOnly
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::SystemIoFailure,
        ) => refused::why(path).unwrap_or_else(|| Trouble::Other(error.to_string())),
        _ => Trouble::Other(error.to_string()),
    }
}
