//! From every earlier journal to today's, one step a file.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::trouble::InPlace;
use crate::domain::journal::Trouble;

/// The steps in order, never edited after a release: step n leads from version n - 1 to n.
pub(super) const STEPS: &[&str] = &[
    include_str!("../../../assets/journal/0001_evening.sql"),
    include_str!("../../../assets/journal/0002_search_tags_trial.sql"),
    include_str!("../../../assets/journal/0003_quiz.sql"),
    include_str!("../../../assets/journal/0004_undo.sql"),
];

/// "HEGU", in the header of the file: so that no other program's database is taken for a journal.
pub(super) const APPLICATION: i32 = i32::from_be_bytes(*b"HEGU");

/// The version of a file, read without changing anything. Refuses what is not a journal, or a newer one.
pub(super) fn version(connection: &Connection, path: &Path) -> Result<usize, Trouble> {
    let pragma = |name: &str| -> Result<i32, Trouble> {
        connection
            .pragma_query_value(None, name, |row| row.get(0))
            .in_place(path)
    };
    let version = pragma("user_version")?;
    let application = pragma("application_id")?;
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .in_place(path)?;
    let is_new = version == 0 && application == 0 && tables == 0;
    match usize::try_from(version) {
        Ok(0) if is_new => Ok(0),
        Ok(version) if application == APPLICATION && version <= STEPS.len() => Ok(version),
        Ok(_) if application == APPLICATION => Err(Trouble::Newer),
        _ => Err(Trouble::NotAJournal(path.to_owned())),
    }
}

/// Brings a journal up to today's version. All steps are one transaction: a machine that goes dark in the
/// middle wakes up with the old journal.
pub(super) fn run(connection: &mut Connection, path: &Path) -> Result<(), Trouble> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .in_place(path)?;
    // Asked again with the right to write: another window may have done it in the meantime.
    for step in &STEPS[version(&transaction, path)?..] {
        transaction.execute_batch(step).in_place(path)?;
    }
    transaction
        .pragma_update(None, "application_id", APPLICATION)
        .in_place(path)?;
    transaction
        .pragma_update(None, "user_version", STEPS.len() as i32)
        .in_place(path)?;
    transaction.commit().in_place(path)
}
