//! Copies of the whole journal, made while it is in use and checked before anybody relies on them.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use age::secrecy::SecretString;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::migrations;
use super::picture;
use super::trouble::InPlace;
use super::{Journal, PATIENCE, make_private_folder, with_ending};
use crate::domain::journal::Trouble;
use crate::platform::own_files::open_file;

/// How many copies hegu makes before something large (an import) and keeps. The oldest goes when another
/// comes; a person's own copies are never touched.
pub const KEPT: usize = 5;

/// Of the copies made on days on which something was written, so many of the newest stay, and of older ones
/// the newest of each week, so many weeks back. A choice of ours: a mistake is mostly seen within days, a
/// failing disk within weeks.
const DAYS: usize = 3;
/// See [`DAYS`].
const WEEKS: usize = 4;

/// What a copy of a day is called.
const DAILY: &str = "daily";
/// What the text of a day is called that could not be read back.
pub const EDITED: &str = "journal-edited-";
/// What a file is called while it is made.
pub(super) const UNFINISHED: &str = ".hegu-";

/// How every encrypted copy begins: the age format, version 1 (age-encryption.org/v1).
const ENCRYPTED: &[u8] = b"age-encryption.org/";

/// Why there is no copy, or why it was not put back.
#[derive(Debug)]
pub enum NoCopy {
    /// The journal, or the copy, does not answer.
    Journal(Trouble),
    /// The file cannot be read or written.
    File(PathBuf, io::Error),
    /// There is a file already.
    Exists(PathBuf),
    /// The copy does not read back as what was copied.
    NotWhole(PathBuf),
    /// The copy is encrypted, and no passphrase was given.
    WantsPassphrase,
    /// The passphrase is another one, or the file was changed.
    Locked,
}

impl From<Trouble> for NoCopy {
    fn from(trouble: Trouble) -> NoCopy {
        NoCopy::Journal(trouble)
    }
}

/// What a copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Check-ins.
    pub check_ins: u64,
    /// Practices.
    pub practices: u64,
}

/// Makes a copy of a journal at a path that is free, and reads it back. With a passphrase it is encrypted.
pub fn backup(journal: &Journal, to: &Path, passphrase: Option<SecretString>) -> Result<Count, NoCopy> {
    if to.exists() {
        return Err(NoCopy::Exists(to.to_owned()));
    }
    let folder = to
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let file = |error| NoCopy::File(to.to_owned(), error);
    let plain = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .map_err(file)?;
    copy(&journal.connection, plain.path(), &journal.path)?;
    let count = check(plain.path()).map_err(|_| NoCopy::NotWhole(to.to_owned()))?;
    if count != count_in(&journal.connection).in_place(&journal.path)? {
        // Another window wrote in between; the copy is whole all the same, of a moment before.
        check(plain.path()).map_err(|_| NoCopy::NotWhole(to.to_owned()))?;
    }
    plain.as_file().sync_all().map_err(file)?;
    let done = match passphrase {
        None => plain,
        Some(passphrase) => {
            let locked = tempfile::Builder::new()
                .prefix(UNFINISHED)
                .tempfile_in(folder)
                .map_err(file)?;
            let input = File::open(plain.path()).map_err(file)?;
            encrypt(input, locked.as_file(), passphrase.clone()).map_err(file)?;
            locked.as_file().sync_all().map_err(file)?;
            // What cannot be opened again is no copy.
            let again = tempfile::Builder::new()
                .prefix(UNFINISHED)
                .tempfile_in(folder)
                .map_err(file)?;
            decrypt(locked.path(), again.as_file(), passphrase)?;
            check(again.path()).map_err(|_| NoCopy::NotWhole(to.to_owned()))?;
            locked
        }
    };
    done.persist_noclobber(to).map_err(|error| file(error.error))?;
    Ok(count)
}

/// Puts a copy in the place of the journal. The journal that was there is set aside, not overwritten; where
/// it went comes back with what is now in its place.
pub fn restore(
    from: &Path,
    journal: &Path,
    passphrase: Option<SecretString>,
    now: DateTime<FixedOffset>,
) -> Result<(Count, Option<PathBuf>), NoCopy> {
    let file = |error| NoCopy::File(from.to_owned(), error);
    let folder = journal.parent().unwrap_or(Path::new("."));
    make_private_folder(folder).map_err(|_| Trouble::NoFolder(folder.to_owned()))?;
    let plain = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .map_err(|error| NoCopy::File(folder.to_owned(), error))?;
    if is_encrypted(from).map_err(file)? {
        decrypt(from, plain.as_file(), passphrase.ok_or(NoCopy::WantsPassphrase)?)?;
        check(plain.path())?;
    } else {
        check(from)?;
        let source = picture::read(from, PATIENCE)?;
        copy(&source, plain.path(), from)?;
    }
    let count = check(plain.path())?;
    {
        // Two machines must not write under one name: this journal takes a new one when it next exchanges.
        let restored = Connection::open(plain.path()).in_place(from)?;
        if migrations::version(&restored, from)? >= 2 {
            restored.execute("DELETE FROM machine", []).in_place(from)?;
        }
    }
    plain.as_file().sync_all().map_err(file)?;
    let aside = match journal.exists() {
        true => Some(Journal::set_aside_as(journal, "before-restore", now)?),
        false => None,
    };
    plain
        .persist(journal)
        .map_err(|error| NoCopy::File(journal.to_owned(), error.error))?;
    Ok((count, aside))
}

/// Whether a file is an encrypted copy.
pub fn is_encrypted(path: &Path) -> io::Result<bool> {
    let mut head = [0; ENCRYPTED.len()];
    let mut file = open_file(path)?;
    let mut filled = 0;
    while filled < head.len() {
        match file.read(&mut head[filled..])? {
            0 => return Ok(false),
            more => filled += more,
        }
    }
    Ok(head == ENCRYPTED)
}

/// A copy that hegu makes by itself before something that cannot be undone entry by entry; the oldest of
/// these goes when there are too many.
pub fn keep_copy(journal: &Journal, why: &str, now: DateTime<FixedOffset>) -> Result<PathBuf, NoCopy> {
    let folder = folder_of(&journal.path);
    make_private_folder(&folder).map_err(|_| Trouble::NoFolder(folder.clone()))?;
    let stem = format!("journal-{}-{why}", now.format("%Y%m%d-%H%M%S"));
    let free = (0..)
        .map(|count| match count {
            0 => folder.join(format!("{stem}.sqlite3")),
            _ => folder.join(format!("{stem}-{count}.sqlite3")),
        })
        .find(|path| !path.exists())
        .expect("one of endlessly many names is free");
    backup(journal, &free, None)?;
    for path in too_many(&copies(&journal.path)) {
        drop(fs::remove_file(path));
    }
    Ok(free)
}

/// Makes the copy of a day, unless there is one; says whether it was made. Called when something has been
/// written: a journal nobody writes needs no more copies.
pub fn keep_daily(journal: &Path, now: DateTime<FixedOffset>) -> Result<bool, NoCopy> {
    let today = now.format("%Y%m%d").to_string();
    let is_there = copies(journal)
        .iter()
        .any(|copy| named(copy).is_some_and(|(day, why)| day == today && why == DAILY));
    if is_there {
        return Ok(false);
    }
    // What a killed program left half made.
    for path in unfinished(&folder_of(journal)) {
        drop(fs::remove_file(path));
    }
    keep_copy(&Journal::open(journal)?, DAILY, now).map(|_| true)
}

/// The day of a copy and why it was made, from its name: `journal-20261122-213000-daily.sqlite3`.
fn named(path: &Path) -> Option<(&str, &str)> {
    let mut parts = path.file_stem()?.to_str()?.split('-');
    (parts.next()? == "journal").then_some(())?;
    let day = parts.next()?;
    parts.next()?;
    Some((day, parts.next()?))
}

/// The copies that are no longer needed, of all, oldest first.
fn too_many(all: &[PathBuf]) -> Vec<&PathBuf> {
    let is_daily = |path: &&PathBuf| named(path).is_some_and(|(_, why)| why == DAILY);
    let (daily, others): (Vec<&PathBuf>, Vec<&PathBuf>) = all.iter().partition(is_daily);
    let mut gone: Vec<&PathBuf> = others.iter().rev().skip(KEPT).copied().collect();
    let mut weeks = Vec::new();
    for path in daily.into_iter().rev().skip(DAYS) {
        let day = named(path).and_then(|(day, _)| NaiveDate::parse_from_str(day, "%Y%m%d").ok());
        let week = day.map(|day| day.iso_week());
        let is_first = !weeks.contains(&week);
        if is_first && weeks.len() < WEEKS {
            weeks.push(week);
        } else {
            gone.push(path);
        }
    }
    gone
}

/// Files in a folder that were being made when a program was killed.
fn unfinished(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).into_iter().flatten();
    let paths = found.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| starts_with(path, &[UNFINISHED])).collect()
}

fn starts_with(path: &Path, starts: &[&str]) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| starts.iter().any(|start| name.starts_with(start)))
}

/// Where hegu keeps the copies it makes by itself.
pub fn folder_of(journal: &Path) -> PathBuf {
    journal.with_file_name("backups")
}

/// The copies hegu has made by itself, oldest first.
pub fn copies(journal: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder_of(journal))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            name.starts_with("journal-") && name.ends_with(".sqlite3")
        })
        .collect();
    found.sort();
    found
}

/// Copies page by page through SQLite's own backup, which sees one moment of a journal in use.
fn copy(from: &Connection, to: &Path, name: &Path) -> Result<(), Trouble> {
    let mut target = Connection::open(to).in_place(to)?;
    {
        let backup = Backup::new(from, &mut target).in_place(name)?;
        // All pages in one step: a journal of thirty years takes less than a second.
        backup
            .run_to_completion(i32::MAX, std::time::Duration::from_millis(50), None)
            .in_place(name)?;
    }
    // A copy is one file: no log beside it that somebody forgets to take along.
    target
        .pragma_update(None, "journal_mode", "DELETE")
        .in_place(to)?;
    target.close().map_err(|(_, error)| error).in_place(to)
}

/// Reads a copy as nobody reads it in daily life: every page, every index.
pub fn check(path: &Path) -> Result<Count, Trouble> {
    let connection = picture::read(path, PATIENCE)?;
    migrations::version(&connection, path)?;
    let verdict: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .in_place(path)?;
    if verdict != "ok" {
        return Err(Trouble::Damaged(path.to_owned()));
    }
    count_in(&connection).in_place(path)
}

fn count_in(connection: &Connection) -> rusqlite::Result<Count> {
    let count = |table: &str| -> rusqlite::Result<u64> {
        let select = format!("SELECT count(*) FROM {table} WHERE removed IS NULL");
        connection
            .query_row(&select, [], |row| row.get::<_, i64>(0))
            .map(i64::unsigned_abs)
    };
    Ok(Count {
        check_ins: count("checkin")?,
        practices: count("practice")?,
    })
}

fn encrypt(input: File, output: &File, passphrase: SecretString) -> io::Result<()> {
    let encryptor = age::Encryptor::with_user_passphrase(passphrase);
    let mut output = encryptor.wrap_output(BufWriter::new(output))?;
    io::copy(&mut BufReader::new(input), &mut output)?;
    output.finish()?.flush()
}

fn decrypt(from: &Path, output: &File, passphrase: SecretString) -> Result<(), NoCopy> {
    let file = |error| NoCopy::File(from.to_owned(), error);
    let input = BufReader::new(File::open(from).map_err(file)?);
    let decryptor = age::Decryptor::new(input).map_err(|_| NoCopy::Locked)?;
    let identity = age::scrypt::Identity::new(passphrase);
    let mut reader = decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .map_err(|_| NoCopy::Locked)?;
    let mut output = BufWriter::new(output);
    io::copy(&mut reader, &mut output).map_err(|error| match error.kind() {
        // A changed byte is told by the seal of its piece.
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::Other => NoCopy::Locked,
        _ => NoCopy::File(from.to_owned(), error),
    })?;
    output.flush().map_err(file)
}

/// Takes the journal and everything hegu keeps beside it away for good: the journal with its log, the copies
/// it made by itself, journals it has set aside. Returns what is gone.
pub fn forget(journal: &Path) -> io::Result<Vec<PathBuf>> {
    let mut gone = Vec::new();
    let mut remove = |path: PathBuf| -> io::Result<()> {
        match fs::remove_file(&path) {
            Ok(()) => gone.push(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        Ok(())
    };
    for path in everything(journal) {
        remove(path)?;
    }
    drop(fs::remove_dir(folder_of(journal)));
    Ok(gone)
}

/// The name of this machine's file in the folders it was shared through, if it ever was: what [`forget`]
/// cannot reach.
pub fn shared_as(journal: &Path) -> Option<String> {
    let connection = picture::read(journal, PATIENCE).ok()?;
    connection
        .query_row("SELECT id FROM machine LIMIT 1", [], |row| {
            row.get::<_, String>(0)
        })
        .ok()
        .map(|machine| super::sync::file_of(&machine))
}

/// Every file [`forget`] takes away.
pub fn everything(journal: &Path) -> Vec<PathBuf> {
    let mut all = vec![journal.to_owned()];
    all.extend(["-wal", "-shm", "-journal"].map(|ending| with_ending(journal, ending)));
    let folder = journal.parent().unwrap_or(Path::new("."));
    let beside = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| {
        let path = entry.ok()?.path();
        let ours = ["journal-damaged-", "journal-before-restore-", EDITED, UNFINISHED];
        starts_with(&path, &ours).then_some(path)
    });
    all.extend(beside);
    all.extend(copies(journal));
    all.extend(unfinished(&folder_of(journal)));
    all.retain(|path| path.exists());
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::Mood;
    use crate::platform::journal::tests::{before, evening, home, mood};

    fn filled() -> (tempfile::TempDir, PathBuf, Journal) {
        let (folder, path) = home();
        let mut journal = Journal::open(&path).expect("open");
        for _ in 0..30 {
            journal
                .append_check_in(&before(evening(), mood(Mood::Good)))
                .expect("append");
        }
        (folder, path, journal)
    }

    #[test]
    fn a_copy_of_a_journal_in_use_is_whole_and_can_be_put_back() {
        let (folder, path, mut journal) = filled();
        let copy = folder.path().join("copy.sqlite3");
        let count = backup(&journal, &copy, None).expect("a copy");
        assert_eq!((count.check_ins, count.practices), (30, 0));
        assert!(matches!(backup(&journal, &copy, None), Err(NoCopy::Exists(_))));
        let here = journal.entries().expect("read");
        journal
            .append_check_in(&before(evening(), mood(Mood::Bad)))
            .expect("append");
        drop(journal);
        let (count, aside) = restore(&copy, &path, None, evening()).expect("restore");
        assert_eq!(count.check_ins, 30);
        assert_eq!(Journal::open(&path).expect("open").entries().expect("read"), here);
        // What was there before is beside it, whole.
        assert_eq!(check(&aside.expect("set aside")).expect("whole").check_ins, 31);
    }

    #[test]
    fn an_encrypted_copy_opens_with_its_passphrase_and_no_other() {
        let (folder, path, journal) = filled();
        let copy = folder.path().join("copy.age");
        let secret = |text: &str| Some(SecretString::from(text.to_owned()));
        backup(&journal, &copy, secret("correct horse")).expect("a copy");
        let bytes = fs::read(&copy).expect("read");
        assert!(!bytes.windows(6).any(|window| window == b"SQLite"));
        let restore = |passphrase| restore(&copy, &path, passphrase, evening());
        assert!(matches!(restore(None), Err(NoCopy::WantsPassphrase)));
        assert!(matches!(restore(secret("wrong horse")), Err(NoCopy::Locked)));
        let mut changed = bytes.clone();
        let last = changed.len() - 5;
        changed[last] ^= 1;
        fs::write(&copy, changed).expect("write");
        assert!(matches!(restore(secret("correct horse")), Err(NoCopy::Locked)));
        fs::write(&copy, bytes).expect("write");
        assert_eq!(restore(secret("correct horse")).expect("restore").0.check_ins, 30);
    }

    #[test]
    fn a_damaged_copy_is_not_put_in_the_place_of_anything() {
        let (folder, path, journal) = filled();
        let copy = folder.path().join("copy.sqlite3");
        backup(&journal, &copy, None).expect("a copy");
        let mut bytes = fs::read(&copy).expect("read");
        for byte in &mut bytes[8192..] {
            *byte = 0xA5;
        }
        fs::write(&copy, bytes).expect("write");
        let here = fs::read(&path).expect("read");
        assert!(restore(&copy, &path, None, evening()).is_err());
        assert_eq!(fs::read(&path).expect("read"), here);
        assert!(restore(&folder.path().join("none"), &path, None, evening()).is_err());
    }

    #[test]
    fn a_copy_a_day_is_made_and_thinned_out_to_weeks() {
        let (_folder, path, journal) = filled();
        keep_copy(&journal, "import", evening()).expect("a copy");
        drop(journal);
        let half_made = folder_of(&path).join(".hegu-half");
        fs::write(&half_made, "half").expect("write");
        for day in 0..60 {
            let now = evening() + chrono::Duration::days(day);
            assert!(keep_daily(&path, now).expect("a copy"));
            assert!(!keep_daily(&path, now + chrono::Duration::hours(1)).expect("there is one"));
        }
        assert!(!half_made.exists());
        let days: Vec<String> = copies(&path)
            .iter()
            .map(|copy| {
                let (day, why) = named(copy).expect("a name");
                format!("{day} {why}")
            })
            .collect();
        // From Saturday 21 November on: the last three days, the Sundays before, and the copy of the import.
        assert_eq!(
            days,
            [
                "20261121 import",
                "20261227 daily",
                "20270103 daily",
                "20270110 daily",
                "20270116 daily",
                "20270117 daily",
                "20270118 daily",
                "20270119 daily",
            ]
            .map(str::to_owned)
        );
        for copy in copies(&path) {
            assert_eq!(check(&copy).expect("whole").check_ins, 30);
        }
        // A clock set back makes one more, and takes none that is newer.
        assert!(keep_daily(&path, evening() + chrono::Duration::days(30)).expect("a copy"));
        assert!(
            copies(&path)
                .iter()
                .any(|copy| named(copy) == Some(("20270119", DAILY)))
        );
    }

    #[test]
    fn copies_made_by_itself_do_not_pile_up_and_forgetting_leaves_nothing() {
        let (folder, path, journal) = filled();
        let own = folder.path().join("my-own.sqlite3");
        backup(&journal, &own, None).expect("a copy");
        for minute in 0..8 {
            let now = evening() + chrono::Duration::minutes(minute);
            keep_copy(&journal, "import", now).expect("a copy");
        }
        assert_eq!(copies(&path).len(), KEPT);
        drop(journal);
        for half_made in [path.with_file_name(".hegu-x"), folder_of(&path).join(".hegu-y")] {
            fs::write(half_made, "half").expect("write");
        }
        let gone = forget(&path).expect("forget");
        assert_eq!(gone.len(), KEPT + 3, "{gone:?}");
        let left: Vec<_> = fs::read_dir(path.parent().expect("a folder"))
            .expect("read")
            .collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(own.exists(), "a person's own copy is theirs");
        assert!(forget(&path).expect("forget").is_empty());
    }
}
