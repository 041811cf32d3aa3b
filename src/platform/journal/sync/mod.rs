//! Several machines, one journal: through a folder the person already shares.
//!
//! Each machine appends what it has changed to a file of its own and reads the files of all. What is known is
//! kept in the journal as well, so a folder that was emptied fills again. See [`version`] for what happens
//! when two have changed the same.

pub mod version;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::{OptionalExtension, Transaction, params};

use super::entry::{
    CheckInText, Entry, EntryText, FavouriteText, FlagText, LineText, PracticeText, TagText, Uid,
    WrittenCheckIn, WrittenPractice, moment_text,
};
use super::formats::{Bad, Lines};
use super::take_in::{self, CHECK_IN, PRACTICE};
use super::{Journal, about_me, check_ins, columns, practices};
use crate::app::tags::OWN;
use crate::domain::checkin::CheckInId;
use crate::domain::journal::Trouble;
use version::{Stand, Subject, Version, Versions};

/// What an exchange did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    /// Changes of this machine that were handed out.
    pub sent: u64,
    /// Changes of other machines that were not known here.
    pub taken: u64,
    /// Machines in the folder, this one included.
    pub machines: u64,
    /// Entries that stand in two versions now.
    pub conflicts: u64,
    /// Lines that were refused: file, line, what is wrong.
    pub refused: Vec<(String, u64, Bad)>,
}

/// Why there was no exchange.
#[derive(Debug)]
pub enum NotSynced {
    /// The journal does not answer.
    Journal(Trouble),
    /// The folder or a file in it does not.
    File(PathBuf, io::Error),
}

impl From<Trouble> for NotSynced {
    fn from(trouble: Trouble) -> NotSynced {
        NotSynced::Journal(trouble)
    }
}

impl Journal {
    /// Exchanges changes through a folder.
    pub fn sync(&mut self, folder: &Path, now: DateTime<FixedOffset>) -> Result<Synced, NotSynced> {
        let in_folder = |error| NotSynced::File(folder.to_owned(), error);
        fs::create_dir_all(folder).map_err(in_folder)?;
        let mut synced = Synced::default();
        let mut found = Vec::new();
        for path in files(folder).map_err(in_folder)? {
            let read = read(&path, &mut synced.refused);
            found.extend(read.map_err(|error| NotSynced::File(path.clone(), error))?);
        }
        let (machine, mine) = self.write(|transaction| {
            let machine = machine(transaction)?;
            let mut versions = known(transaction)?;
            let own = changes_here(transaction, &versions, &machine, now)?;
            for version in own {
                keep(transaction, &version)?;
                versions.add(version);
            }
            let mut touched = BTreeSet::new();
            for version in found {
                if versions.get(&version.id).is_none() {
                    keep(transaction, &version)?;
                    touched.insert(version.subject.clone());
                    synced.taken += u64::from(version.machine != machine);
                    versions.add(version);
                }
            }
            // Whatever was changed here stands for its new versions; whatever came in is laid over.
            for subject in versions.subjects() {
                if touched.contains(subject) || is_stale(transaction, &versions, subject)? {
                    lay_over(transaction, &versions, subject, now)?;
                }
            }
            tie(transaction, &versions)?;
            let machines: BTreeSet<&Uid> = versions.iter().map(|version| &version.machine).collect();
            synced.machines = machines.len() as u64;
            synced.conflicts = versions
                .subjects()
                .filter(|subject| versions.stands(subject).len() > 1)
                .count() as u64;
            let mine: Vec<Version> = versions
                .iter()
                .filter(|version| version.machine == machine)
                .cloned()
                .collect();
            Ok((machine, mine))
        })?;
        let own_file = folder.join(file_of(machine.as_str()));
        synced.sent = hand_out(&own_file, mine).map_err(|error| NotSynced::File(own_file.clone(), error))?;
        Ok(synced)
    }
}

/// What the file of a machine is called.
pub(super) fn file_of(machine: &str) -> String {
    format!("hegu-{machine}.jsonl")
}

/// The files of all machines, in the order of their names. A copy that a file service has made of a conflict
/// is read as well: its lines are versions like any other.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if name.starts_with("hegu-") && name.ends_with(".jsonl") && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The versions in a file. A last line without an end is still on its way, and is left for the next time;
/// any other line that cannot be read is refused by its number, and the rest is taken.
fn read(path: &Path, refused: &mut Vec<(String, u64, Bad)>) -> io::Result<Vec<Version>> {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let mut versions = Vec::new();
    for line in Lines::new(BufReader::new(File::open(path)?)) {
        let line = line?;
        let version = line.text.and_then(|text| match text.trim() {
            "" => Ok(None),
            text => Version::read(text).map(Some),
        });
        match version {
            Ok(version) => versions.extend(version),
            Err(_) if !line.whole => {}
            Err(bad) => refused.push((name.clone(), line.number, bad)),
        }
    }
    Ok(versions)
}

/// Appends what is not in the file yet, in one write. A torn line before it is ended first, so that it tears
/// nothing else.
fn hand_out(path: &Path, mine: Vec<Version>) -> io::Result<u64> {
    let mut there = BTreeSet::new();
    let mut ends_whole = true;
    if path.exists() {
        there.extend(read(path, &mut Vec::new())?.into_iter().map(|version| version.id));
        let mut file = File::open(path)?;
        if file.metadata()?.len() > 0 {
            file.seek(SeekFrom::End(-1))?;
            let mut last = [0];
            file.read_exact(&mut last)?;
            ends_whole = last == [b'\n'];
        }
    }
    let mut new: Vec<Version> = mine
        .into_iter()
        .filter(|version| !there.contains(&version.id))
        .collect();
    if new.is_empty() {
        return Ok(0);
    }
    new.sort_by(|a, b| (&a.at, &a.id).cmp(&(&b.at, &b.id)));
    let mut text = String::new();
    if !ends_whole {
        text.push('\n');
    }
    for version in &new {
        text.push_str(&version.line);
        text.push('\n');
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(new.len() as u64)
}

/// The name this journal writes under, made when it is first needed.
fn machine(transaction: &Transaction<'_>) -> rusqlite::Result<Uid> {
    transaction.execute(
        "INSERT INTO machine SELECT lower(hex(randomblob(16))) WHERE NOT EXISTS (SELECT 1 FROM machine)",
        [],
    )?;
    let id: String = transaction.query_row("SELECT id FROM machine LIMIT 1", [], |row| row.get(0))?;
    Uid::new(&id).ok_or_else(|| super::unreadable(0, id))
}

/// The versions this journal knows.
fn known(transaction: &Transaction<'_>) -> rusqlite::Result<Versions> {
    let mut versions = Versions::default();
    let mut statement = transaction.prepare("SELECT line FROM version")?;
    for line in statement.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        versions.add(Version::read(&line).map_err(|_| super::unreadable(0, line))?);
    }
    Ok(versions)
}

fn keep(transaction: &Transaction<'_>, version: &Version) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT OR IGNORE INTO version (id, machine, kind, subject, line) VALUES (?, ?, ?, ?, ?)",
        )?
        .execute(params![
            version.id.as_str(),
            version.machine.as_str(),
            version.subject.kind,
            version.subject.name,
            version.line
        ])
        .map(drop)
}

/// A row of this journal that has a uid.
struct Row {
    /// Its own uid: the entry's, or that of the other side of a conflict.
    uid: Uid,
    /// What it says, under the entry's uid.
    entry: EntryText,
    removed: bool,
    /// The versions it stood for after the last exchange; empty if it is new.
    base: Vec<Uid>,
}

/// The rows of this journal by entry.
fn rows(transaction: &Transaction<'_>) -> rusqlite::Result<BTreeMap<Subject, Vec<Row>>> {
    let mut rows: BTreeMap<Subject, Vec<Row>> = BTreeMap::new();
    let mut stands_for: BTreeMap<(String, String), (String, Vec<Uid>)> = BTreeMap::new();
    let mut statement = transaction.prepare("SELECT kind, row, subject, version FROM stands_for")?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let heads: String = row.get(3)?;
        let heads = heads.split(' ').filter_map(Uid::new).collect();
        stands_for.insert((row.get(0)?, row.get(1)?), (row.get(2)?, heads));
    }
    let mut add = |kind: &'static str, uid: Uid, mut entry: EntryText, removed: bool| {
        let (name, base) = stands_for
            .remove(&(kind.to_owned(), uid.to_string()))
            .unwrap_or_else(|| (uid.to_string(), Vec::new()));
        match &mut entry {
            EntryText::CheckIn(text) => text.uid = name.clone(),
            EntryText::Practice(text) => text.uid = name.clone(),
            _ => {}
        }
        rows.entry(Subject { kind, name }).or_default().push(Row {
            uid,
            entry,
            removed,
            base,
        });
    };
    // The column after those `take_in` reads.
    let with_removed = |select: &str, table: &str| {
        let from = format!(" FROM {table}");
        let (columns, _) = select.rsplit_once(&from).expect("a select from its table");
        format!("{columns}, removed IS NOT NULL{from}")
    };
    let mut statement = transaction.prepare(&with_removed(CHECK_IN, "checkin"))?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let entry = take_in::check_in(transaction, row)?;
        add(
            "check-in",
            entry.uid.clone(),
            EntryText::CheckIn(CheckInText::from(&entry)),
            row.get(17)?,
        );
    }
    let mut statement = transaction.prepare(&with_removed(PRACTICE, "practice"))?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let entry = take_in::practice(transaction, row)?;
        let text = EntryText::Practice(PracticeText::from(&entry));
        add("practice", entry.uid.clone(), text, row.get(13)?);
    }
    Ok(rows)
}

/// What is in this journal under words instead of a uid.
fn words(transaction: &Transaction<'_>) -> rusqlite::Result<BTreeMap<Subject, EntryText>> {
    let mut words = BTreeMap::new();
    let mut add = |entry: EntryText| {
        if let Some(subject) = Subject::of(&entry) {
            words.insert(subject, entry);
        }
    };
    let mut read = |select: &str, entry: &dyn Fn(&rusqlite::Row<'_>) -> rusqlite::Result<EntryText>| {
        for found in transaction.prepare(select)?.query_map([], entry)? {
            add(found?);
        }
        Ok::<(), rusqlite::Error>(())
    };
    read("SELECT id, answer, detail FROM profile", &|row| {
        Ok(EntryText::Profile(LineText {
            id: row.get(0)?,
            answer: row.get(1)?,
            detail: row.get(2)?,
        }))
    })?;
    read("SELECT kind, id FROM favourite", &|row| {
        Ok(EntryText::Favourite(FavouriteText {
            what: row.get(0)?,
            id: row.get(1)?,
        }))
    })?;
    read("SELECT tag FROM own_tag", &|row| {
        Ok(EntryText::Tag(TagText { tag: row.get(0)? }))
    })?;
    read("SELECT name, value FROM flag", &|row| {
        Ok(EntryText::Flag(FlagText {
            name: row.get(0)?,
            value: row.get(1)?,
        }))
    })?;
    read("SELECT day, at, offset, point, found FROM quiz", &|row| {
        take_in::tried(row).map(|entry| EntryText::from(&entry))
    })?;
    Ok(words)
}

/// The versions that say what was changed here since the last exchange.
fn changes_here(
    transaction: &Transaction<'_>,
    versions: &Versions,
    machine: &Uid,
    now: DateTime<FixedOffset>,
) -> rusqlite::Result<Vec<Version>> {
    let mut new = Vec::new();
    let mut say = |replaces: Vec<Uid>, removed: bool, entry: &EntryText| {
        let version = Version::new(machine, moment_text(now), replaces, removed, entry.clone())
            .ok_or_else(|| super::unreadable(0, "an entry that cannot be written"))?;
        let id = version.id.clone();
        new.push(version);
        Ok::<Uid, rusqlite::Error>(id)
    };
    for (subject, mut rows) in rows(transaction)? {
        for row in rows.iter_mut().filter(|row| !row.removed) {
            let entry = with_links_on_their_way(transaction, versions, &row.entry, &row.base)?;
            let said = row.base.iter().filter_map(|id| versions.get(id));
            let is_said = said.clone().any(|base| !base.removed && base.entry == entry);
            if !is_said {
                let id = say(row.base.clone(), false, &entry)?;
                row.base = vec![id];
                row.entry = entry;
                note_stand(transaction, &subject, &row.uid, &row.base)?;
            }
        }
        let stays = rows.iter().position(|row| !row.removed);
        for index in 0..rows.len() {
            let row = &rows[index];
            let was_there = row
                .base
                .iter()
                .filter_map(|id| versions.get(id))
                .any(|base| !base.removed);
            if !row.removed || !was_there {
                continue;
            }
            match stays {
                // Taking away one side of a conflict settles it: the other side takes the place of both.
                Some(stays) => {
                    let other = &rows[stays];
                    let both = [other.base.clone(), row.base.clone()].concat();
                    let id = say(both, false, &other.entry)?;
                    note_stand(transaction, &subject, &other.uid, std::slice::from_ref(&id))?;
                    transaction.execute(
                        "DELETE FROM stands_for WHERE kind = ? AND row = ?",
                        [subject.kind, row.uid.as_str()],
                    )?;
                    rows[stays].base = vec![id];
                }
                None => {
                    let id = say(row.base.clone(), true, &row.entry)?;
                    note_stand(transaction, &subject, &row.uid, &[id])?;
                }
            }
        }
    }
    let words = words(transaction)?;
    let mut subjects: BTreeSet<Subject> = words.keys().cloned().collect();
    subjects.extend(versions.subjects().filter(|subject| !subject.has_rows()).cloned());
    for subject in subjects {
        let heads = versions.heads(&subject);
        let stands = versions
            .stands(&subject)
            .into_iter()
            .next()
            .and_then(|stand| stand.entry);
        let here = words.get(&subject);
        if here == stands.as_ref() {
            continue;
        }
        let ids = heads.iter().map(|head| head.id.clone()).collect();
        match (here, heads.first()) {
            (Some(here), _) => drop(say(ids, false, here)?),
            (None, Some(head)) => drop(say(ids, true, &head.entry)?),
            (None, None) => {}
        }
    }
    Ok(new)
}

/// An entry as it will be when what it points at has arrived: a link that could not be tied yet is no change.
fn with_links_on_their_way(
    transaction: &Transaction<'_>,
    versions: &Versions,
    entry: &EntryText,
    base: &[Uid],
) -> rusqlite::Result<EntryText> {
    let EntryText::CheckIn(here) = entry else {
        return Ok(entry.clone());
    };
    let mut here = here.clone();
    for base in base.iter().filter_map(|id| versions.get(id)) {
        let EntryText::CheckIn(said) = &base.entry else {
            continue;
        };
        let is_missing = |table: &str, uid: &Option<String>| -> rusqlite::Result<bool> {
            match uid {
                None => Ok(false),
                Some(uid) => Ok(row_id(transaction, table, uid)?.is_none()),
            }
        };
        if here.of.is_none() && is_missing("checkin", &said.of)? {
            here.of.clone_from(&said.of);
        }
        if here.practice.is_none() && is_missing("practice", &said.practice)? {
            here.practice.clone_from(&said.practice);
        }
    }
    Ok(EntryText::CheckIn(here))
}

fn row_id(transaction: &Transaction<'_>, table: &str, uid: &str) -> rusqlite::Result<Option<i64>> {
    transaction
        .prepare_cached(&format!("SELECT id FROM {table} WHERE uid = ?"))?
        .query_row([uid], |row| row.get(0))
        .optional()
}

fn note_stand(
    transaction: &Transaction<'_>,
    subject: &Subject,
    row: &Uid,
    heads: &[Uid],
) -> rusqlite::Result<()> {
    let heads: Vec<&str> = heads.iter().map(Uid::as_str).collect();
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO stands_for (kind, row, subject, version) VALUES (?, ?, ?, ?)",
        )?
        .execute(params![subject.kind, row.as_str(), subject.name, heads.join(" ")])
        .map(drop)
}

/// Each row an entry has in this journal: its uid, and what stands in it. The first carries the entry's own
/// uid, the other sides of a conflict the id of their version, which is the same on every machine.
fn rows_of<'a>(subject: &Subject, stands: &'a [Stand]) -> Vec<(Uid, &'a Stand)> {
    let own = Uid::new(&subject.name);
    stands
        .iter()
        .enumerate()
        .filter_map(|(index, stand)| match index {
            0 => Some((own.clone()?, stand)),
            _ => Some((stand.heads.iter().min()?.clone(), stand)),
        })
        .collect()
}

/// Whether the rows of an entry stand for other versions than its heads.
fn is_stale(transaction: &Transaction<'_>, versions: &Versions, subject: &Subject) -> rusqlite::Result<bool> {
    if !subject.has_rows() {
        return Ok(false);
    }
    let stands = versions.stands(subject);
    let wanted: BTreeSet<(String, BTreeSet<Uid>)> = rows_of(subject, &stands)
        .into_iter()
        .map(|(uid, stand)| (uid.to_string(), stand.heads.iter().cloned().collect()))
        .collect();
    let mut statement =
        transaction.prepare_cached("SELECT row, version FROM stands_for WHERE kind = ? AND subject = ?")?;
    let found = statement
        .query_map([subject.kind, &subject.name], |row| {
            let heads: String = row.get(1)?;
            Ok((row.get(0)?, heads.split(' ').filter_map(Uid::new).collect()))
        })?
        .collect::<rusqlite::Result<BTreeSet<(String, BTreeSet<Uid>)>>>()?;
    Ok(found != wanted)
}

/// Makes this journal say what the versions say about one entry.
fn lay_over(
    transaction: &Transaction<'_>,
    versions: &Versions,
    subject: &Subject,
    now: DateTime<FixedOffset>,
) -> rusqlite::Result<()> {
    let stands = versions.stands(subject);
    if !subject.has_rows() {
        let entry = stands.into_iter().next().and_then(|stand| stand.entry);
        return lay_words(transaction, versions, subject, entry);
    }
    let wanted = rows_of(subject, &stands);
    let mut statement =
        transaction.prepare_cached("SELECT row FROM stands_for WHERE kind = ? AND subject = ?")?;
    let before = statement
        .query_map([subject.kind, &subject.name], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    for row in before {
        if !wanted.iter().any(|(uid, _)| uid.as_str() == row) {
            take_away(transaction, subject, &row, now)?;
            transaction.execute(
                "DELETE FROM stands_for WHERE kind = ? AND row = ?",
                [subject.kind, row.as_str()],
            )?;
        }
    }
    for (uid, stand) in wanted {
        match &stand.entry {
            None => take_away(transaction, subject, uid.as_str(), now)?,
            Some(EntryText::CheckIn(text)) => {
                let text = CheckInText {
                    uid: uid.to_string(),
                    ..text.clone()
                };
                let entry =
                    WrittenCheckIn::try_from(text).map_err(|wrong| super::unreadable(0, wrong.value))?;
                lay_check_in(transaction, &entry, now)?;
            }
            Some(EntryText::Practice(text)) => {
                let text = PracticeText {
                    uid: uid.to_string(),
                    ..text.clone()
                };
                let entry =
                    WrittenPractice::try_from(text).map_err(|wrong| super::unreadable(0, wrong.value))?;
                lay_practice(transaction, &entry)?;
            }
            Some(_) => {}
        }
        note_stand(transaction, subject, &uid, &stand.heads)?;
    }
    Ok(())
}

fn take_away(
    transaction: &Transaction<'_>,
    subject: &Subject,
    row: &str,
    now: DateTime<FixedOffset>,
) -> rusqlite::Result<()> {
    let removed = columns(now).0;
    match (subject.kind, row_id(transaction, "checkin", row)?) {
        ("check-in", Some(id)) => {
            let id = CheckInId(id);
            if let Some(before) = check_ins::get(transaction, id)? {
                check_ins::set_removed(transaction, id, Some(now))?;
                check_ins::log(transaction, id, now, Some(&before.answers), None)?;
            }
            Ok(())
        }
        ("practice", _) => transaction
            .execute(
                "UPDATE practice SET removed = ? WHERE uid = ? AND removed IS NULL",
                params![removed, row],
            )
            .map(drop),
        _ => Ok(()),
    }
}

fn lay_check_in(
    transaction: &Transaction<'_>,
    entry: &WrittenCheckIn,
    now: DateTime<FixedOffset>,
) -> rusqlite::Result<()> {
    let Some(id) = row_id(transaction, "checkin", entry.uid.as_str())? else {
        return take_in::write_check_in(transaction, entry).map(drop);
    };
    let before = check_ins::get(transaction, CheckInId(id))?;
    let (at, offset) = columns(entry.at);
    transaction.execute(
        "UPDATE checkin SET day = ?, at = ?, offset = ?, phase = ?, removed = NULL WHERE id = ?",
        params![entry.day.to_string(), at, offset, entry.phase.id(), id],
    )?;
    if before
        .as_ref()
        .is_none_or(|before| before.answers != entry.answers)
    {
        check_ins::put(transaction, CheckInId(id), &entry.answers)?;
        let before = before.map(|before| before.answers);
        check_ins::log(
            transaction,
            CheckInId(id),
            now,
            before.as_ref(),
            Some(&entry.answers),
        )?;
    }
    Ok(())
}

fn lay_practice(transaction: &Transaction<'_>, entry: &WrittenPractice) -> rusqlite::Result<()> {
    let Some(id) = row_id(transaction, "practice", entry.uid.as_str())? else {
        return take_in::write_practice(transaction, entry).map(drop);
    };
    let (at, offset) = columns(entry.at);
    transaction.execute(
        "UPDATE practice SET day = ?, at = ?, offset = ?, routine = ?, plan = ?, breath = ?, planned = ?,
         ended = ?, ended_at = ?, why = ?, removed = NULL WHERE id = ?",
        params![
            entry.day.to_string(),
            at,
            offset,
            entry.routine,
            entry.plan,
            entry.breath,
            practices::whole(entry.planned),
            entry.ended.map(|(how, _)| how.id()),
            entry.ended.map(|(_, at)| columns(at).0),
            entry.why,
            id
        ],
    )?;
    transaction.execute("DELETE FROM press WHERE practice = ?", [id])?;
    take_in::write_ledger(transaction, id, entry)
}

fn lay_words(
    transaction: &Transaction<'_>,
    versions: &Versions,
    subject: &Subject,
    entry: Option<EntryText>,
) -> rusqlite::Result<()> {
    // What is named by words is removed by the same words, which any version of it holds.
    let any = entry
        .clone()
        .or_else(|| versions.heads(subject).first().map(|head| head.entry.clone()));
    match any.and_then(|text| Entry::try_from(text).ok()) {
        Some(Entry::Profile(line)) => {
            transaction.execute("DELETE FROM profile WHERE id = ?", [&line.id])?;
            if entry.is_some() {
                transaction.execute(
                    "INSERT INTO profile (id, answer, detail) VALUES (?, ?, ?)",
                    [&line.id, &line.answer, &line.detail],
                )?;
            }
        }
        Some(Entry::Favourite(kind, id)) => {
            transaction.execute("DELETE FROM favourite WHERE kind = ? AND id = ?", [&kind, &id])?;
            if entry.is_some() {
                transaction.execute("INSERT INTO favourite (kind, id) VALUES (?, ?)", [&kind, &id])?;
            }
        }
        Some(Entry::Flag(name, value)) => match entry {
            Some(_) => about_me::put_flag(transaction, &name, &value)?,
            None => drop(transaction.execute("DELETE FROM flag WHERE name = ?", [&name])?),
        },
        // A try that was made is never taken away.
        Some(Entry::Quiz(at, tried)) => {
            take_in::put_try(transaction, at, &tried, &mut take_in::TakenIn::default())?;
        }
        Some(Entry::Tag(tag)) if entry.is_some() => {
            // Where tags to pick from arrive, there is a list of one's own.
            about_me::put_flag(transaction, OWN, "yes")?;
            transaction.execute(
                "INSERT OR IGNORE INTO own_tag (tag, place)
                 VALUES (?1, (SELECT coalesce(max(place), -1) + 1 FROM own_tag))",
                [&tag],
            )?;
        }
        Some(Entry::Tag(tag)) => drop(transaction.execute("DELETE FROM own_tag WHERE tag = ?", [&tag])?),
        _ => {}
    }
    Ok(())
}

/// Ties check-ins to what they point at, as far as it is here.
fn tie(transaction: &Transaction<'_>, versions: &Versions) -> rusqlite::Result<()> {
    let mut set = transaction.prepare(
        "UPDATE checkin SET of = ?2, practice = ?3 WHERE uid = ?1 AND (of IS NOT ?2 OR practice IS NOT ?3)",
    )?;
    for subject in versions.subjects().filter(|subject| subject.kind == "check-in") {
        let stands = versions.stands(subject);
        for (uid, stand) in rows_of(subject, &stands) {
            let Some(EntryText::CheckIn(text)) = &stand.entry else {
                continue;
            };
            let find = |table: &str, uid: &Option<String>| match uid {
                None => Ok(None),
                Some(uid) => row_id(transaction, table, uid),
            };
            let of = find("checkin", &text.of)?;
            let practice = find("practice", &text.practice)?;
            set.execute(params![uid.as_str(), of, practice])?;
        }
    }
    Ok(())
}
