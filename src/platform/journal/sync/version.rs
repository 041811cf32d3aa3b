//! Versions of entries, and what remains when versions of several machines meet. Pure: no file, no journal.
//!
//! A version says what an entry is, and which versions it takes the place of. An entry stands as its heads:
//! the versions nothing known takes the place of. One head is the ordinary case; two heads are a conflict,
//! and both are shown. Because the known versions are a set and heads follow from the set, neither order nor
//! repetition of their arrival changes anything.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::app::heed::{LOCKED, SORE};
use crate::app::taste::NEVER;
use crate::domain::profile::Answer;
use crate::platform::journal::entry::{Entry, EntryText, LineText, Uid};
use crate::platform::journal::formats::{Bad, SHAPE, jsonl};

/// Which entry a version is about: its kind, and its name among its kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// `check-in`, `practice`, `profile`, `favourite`, `tag`.
    pub kind: &'static str,
    /// The uid, or the words that name it.
    pub name: String,
}

impl Subject {
    /// What an entry is about; `None` for what machines do not exchange: the answers of one day, small
    /// facts about one installation, and trials, whose cards are dealt in one place.
    ///
    /// Small facts about the person are exchanged: points that never come, points that rest, and a lock.
    pub fn of(entry: &EntryText) -> Option<Subject> {
        let (kind, name) = match entry {
            EntryText::CheckIn(text) => ("check-in", text.uid.clone()),
            EntryText::Practice(text) => ("practice", text.uid.clone()),
            EntryText::Profile(text) => ("profile", text.id.clone()),
            EntryText::Favourite(text) => ("favourite", format!("{} {}", text.what, text.id)),
            EntryText::Tag(text) => ("tag", text.tag.clone()),
            EntryText::Quiz(text) => ("quiz", format!("{} {}", text.at, text.point)),
            EntryText::Flag(text) if is_about_the_person(&text.name) => ("flag", text.name.clone()),
            EntryText::Today(_) | EntryText::Flag(_) | EntryText::Trial(_) => return None,
        };
        Some(Subject { kind, name })
    }

    /// True for entries that have a uid: of these, both sides of a conflict become rows.
    pub fn has_rows(&self) -> bool {
        matches!(self.kind, "check-in" | "practice")
    }
}

/// Whether a small fact is about the person, not about one installation.
pub(super) fn is_about_the_person(name: &str) -> bool {
    name == LOCKED || name.starts_with(NEVER) || name.starts_with(SORE)
}

/// A version as its line holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct VersionText {
    hegu: String,
    shape: u32,
    machine: String,
    at: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    replaces: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    removed: bool,
    entry: EntryText,
}

const WHAT: &str = "change";

/// One version of one entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its id, made from what it says: the same line is the same version everywhere.
    pub id: Uid,
    /// The machine that wrote it.
    pub machine: Uid,
    /// When, as text: compared only to settle which of two comes first.
    pub at: String,
    /// The versions it takes the place of.
    pub replaces: Vec<Uid>,
    /// Whether the entry was taken away.
    pub removed: bool,
    /// What the entry is.
    pub entry: EntryText,
    /// Which entry it is.
    pub subject: Subject,
    /// Its line, without the line end.
    pub line: String,
}

impl Version {
    /// A new version.
    pub fn new(
        machine: &Uid,
        at: String,
        mut replaces: Vec<Uid>,
        removed: bool,
        entry: EntryText,
    ) -> Option<Version> {
        replaces.sort();
        replaces.dedup();
        let text = VersionText {
            hegu: WHAT.to_owned(),
            shape: SHAPE,
            machine: machine.to_string(),
            at,
            replaces: replaces.iter().map(Uid::to_string).collect(),
            removed,
            entry,
        };
        Version::checked(text).ok()
    }

    /// A version from its line.
    pub fn read(line: &str) -> Result<Version, Bad> {
        let text: VersionText = serde_json::from_str(line).map_err(|error| jsonl::syntax(&error))?;
        Version::checked(text)
    }

    fn checked(text: VersionText) -> Result<Version, Bad> {
        if text.hegu != WHAT || text.shape != SHAPE {
            return Err(Bad::Foreign);
        }
        let wrong = |field, value: &str| {
            Bad::Field(crate::platform::journal::entry::Wrong {
                field,
                value: value.to_owned(),
            })
        };
        let machine = Uid::new(&text.machine).ok_or_else(|| wrong("machine", &text.machine))?;
        let replaces = text
            .replaces
            .iter()
            .map(|id| Uid::new(id).ok_or_else(|| wrong("replaces", id)))
            .collect::<Result<Vec<_>, _>>()?;
        if chrono::DateTime::parse_from_rfc3339(&text.at).is_err() {
            return Err(wrong("at", &text.at));
        }
        // Through the checked form and back: so that what is kept is what hegu itself would have written.
        let entry = EntryText::from(&Entry::try_from(text.entry.clone()).map_err(Bad::Field)?);
        let subject = Subject::of(&entry).ok_or(Bad::Foreign)?;
        let text = VersionText { entry, ..text };
        let line = jsonl::text(&text).map_err(|error| Bad::Syntax(error.to_string()))?;
        let digest = Sha256::digest(line.as_bytes());
        let first: [u8; 16] = digest[..16].try_into().expect("a digest has 32 bytes");
        Ok(Version {
            id: Uid::from_number(u128::from_be_bytes(first)),
            machine,
            at: text.at,
            replaces,
            removed: text.removed,
            entry: text.entry,
            subject,
            line,
        })
    }
}

/// Every version that is known.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    all: BTreeMap<Uid, Version>,
    of: BTreeMap<Subject, BTreeSet<Uid>>,
    replaced: BTreeSet<Uid>,
}

impl Versions {
    /// Takes a version in; false if it was known.
    pub fn add(&mut self, version: Version) -> bool {
        if self.all.contains_key(&version.id) {
            return false;
        }
        self.replaced.extend(version.replaces.iter().cloned());
        self.of
            .entry(version.subject.clone())
            .or_default()
            .insert(version.id.clone());
        self.all.insert(version.id.clone(), version);
        true
    }

    /// One version.
    pub fn get(&self, id: &Uid) -> Option<&Version> {
        self.all.get(id)
    }

    /// Every version.
    pub fn iter(&self) -> impl Iterator<Item = &Version> {
        self.all.values()
    }

    /// Every entry some version is about.
    pub fn subjects(&self) -> impl Iterator<Item = &Subject> {
        self.of.keys()
    }

    /// The heads of an entry, the one to show first in front.
    pub fn heads(&self, subject: &Subject) -> Vec<&Version> {
        let mut heads: Vec<&Version> = self
            .of
            .get(subject)
            .into_iter()
            .flatten()
            .filter(|id| !self.replaced.contains(*id))
            .map(|id| &self.all[id])
            .collect();
        heads.sort_by(|a, b| (&b.at, &b.id).cmp(&(&a.at, &a.id)));
        heads
    }

    /// How an entry stands: each thing it is now, in front the one to show first, with the heads that say
    /// so. More than one is a conflict.
    pub fn stands(&self, subject: &Subject) -> Vec<Stand> {
        let heads = self.heads(subject);
        if subject.has_rows() {
            return stands_in_rows(&heads);
        }
        let ids = heads.iter().map(|head| head.id.clone()).collect();
        let live: Vec<&&Version> = heads.iter().filter(|head| !head.removed).collect();
        let Some(first) = live.first() else {
            return Vec::new();
        };
        let entry = match &first.entry {
            EntryText::Profile(_) => strictest(&live),
            EntryText::Flag(_) => strictest_fact(&live),
            entry => entry.clone(),
        };
        vec![Stand {
            entry: Some(entry),
            heads: ids,
        }]
    }
}

/// One thing an entry is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// What it is; `None` when it was taken away.
    pub entry: Option<EntryText>,
    /// The heads that say so.
    pub heads: Vec<Uid>,
}

/// Two machines that say the same do not disagree; and where one has taken an entry away and another has
/// changed it, the words stay.
fn stands_in_rows(heads: &[&Version]) -> Vec<Stand> {
    let (away, live): (Vec<&&Version>, Vec<&&Version>) = heads.iter().partition(|head| head.removed);
    if live.is_empty() {
        return match away.is_empty() {
            true => Vec::new(),
            false => vec![Stand {
                entry: None,
                heads: away.iter().map(|head| head.id.clone()).collect(),
            }],
        };
    }
    let mut stands: Vec<Stand> = Vec::new();
    for head in live {
        match stands
            .iter_mut()
            .find(|stand| stand.entry.as_ref() == Some(&head.entry))
        {
            Some(stand) => stand.heads.push(head.id.clone()),
            None => stands.push(Stand {
                entry: Some(head.entry.clone()),
                heads: vec![head.id.clone()],
            }),
        }
    }
    stands[0].heads.extend(away.iter().map(|head| head.id.clone()));
    stands
}

/// A point that rests or never comes, and a lock, go before their absence; of two the newer.
fn strictest_fact(live: &[&&Version]) -> EntryText {
    let says = |head: &&&&Version| matches!(&head.entry, EntryText::Flag(text) if !text.value.is_empty());
    live.iter().find(says).unwrap_or(&live[0]).entry.clone()
}

/// What machines disagree on about the person is settled on the safe side: an answer that counts as yes goes
/// before one that does not, and places that differ mean everywhere.
fn strictest(live: &[&&Version]) -> EntryText {
    let lines: Vec<&LineText> = live
        .iter()
        .filter_map(|head| match &head.entry {
            EntryText::Profile(line) => Some(line),
            _ => None,
        })
        .collect();
    // An answer nobody knows counts: better too careful.
    let counts = |line: &LineText| Answer::from_id(&line.answer).is_none_or(Answer::counts);
    let yes: Vec<&LineText> = lines.iter().copied().filter(|line| counts(line)).collect();
    let asked = if yes.is_empty() { &lines } else { &yes };
    let first = asked[0];
    let same_places = asked.iter().all(|line| line.detail == first.detail);
    EntryText::Profile(LineText {
        id: first.id.clone(),
        answer: first.answer.clone(),
        detail: if same_places {
            first.detail.clone()
        } else {
            String::new()
        },
    })
}
