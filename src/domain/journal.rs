//! What the journal keeps besides check-ins, and what can go wrong with it.

use std::fmt;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::checkin::{Answers, CheckIn, CheckInId, Phase, PracticeId};
use super::plan::Half;
use super::practice::{Done, Ending};
use super::profile::Line;
use super::quiz::Try;
use super::time::Ms;

/// A check-in that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCheckIn {
    /// The day it belongs to.
    pub day: NaiveDate,
    /// When it was begun.
    pub at: DateTime<FixedOffset>,
    /// Before, after or later.
    pub phase: Phase,
    /// For an after-rating: the check-in whose questions it repeats.
    pub of: Option<CheckInId>,
    /// For an after-rating: the practice that has just ended.
    pub practice: Option<PracticeId>,
    /// The answers so far.
    pub answers: Answers,
}

impl CheckIn {
    /// The same check-in with other answers, to be written over it.
    pub fn with(&self, answers: Answers) -> NewCheckIn {
        NewCheckIn {
            day: self.day,
            at: self.at,
            phase: self.phase,
            of: self.of,
            practice: self.practice,
            answers,
        }
    }
}

/// A practice that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPractice {
    /// The day it belongs to.
    pub day: NaiveDate,
    /// When it begins.
    pub at: DateTime<FixedOffset>,
    /// Id of the routine; `None` for points chosen one by one.
    pub routine: Option<String>,
    /// What is planned, as text: codes and sides in order.
    pub plan: String,
    /// Id of the breath pattern.
    pub breath: String,
    /// How long it is planned to last.
    pub planned: Ms,
    /// The check-in that led to it.
    pub check_in: Option<CheckInId>,
}

/// A practice as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeEntry {
    /// Its place in the journal.
    pub id: PracticeId,
    /// The day it belongs to.
    pub day: NaiveDate,
    /// When it began.
    pub at: DateTime<FixedOffset>,
    /// Id of the routine.
    pub routine: Option<String>,
    /// What was planned.
    pub plan: String,
    /// Id of the breath pattern.
    pub breath: String,
    /// How long it was planned to last.
    pub planned: Ms,
    /// How it ended and when; `None` while it runs, and for ever if the program was killed in it.
    pub ended: Option<(Ending, DateTime<FixedOffset>)>,
    /// Why it was stopped: the id of the stop rule.
    pub why: Option<String>,
    /// The check-in that led to it.
    pub check_in: Option<CheckInId>,
    /// The work done, in order.
    pub done: Vec<LedgerLine>,
}

#[cfg(test)]
impl PracticeEntry {
    /// Nothing was done in it yet.
    pub fn begun(at: DateTime<FixedOffset>) -> PracticeEntry {
        PracticeEntry {
            id: PracticeId(1),
            day: at.date_naive(),
            at,
            routine: None,
            plan: String::new(),
            breath: "calm".into(),
            planned: 0,
            ended: None,
            why: None,
            check_in: None,
            done: Vec::new(),
        }
    }
}

impl PracticeEntry {
    /// Pressed time of all sides.
    pub fn pressed(&self) -> Ms {
        self.done.iter().map(|line| line.pressed).sum()
    }

    /// How long it lasted by the clock, pauses included; `None` without an end.
    pub fn lasted(&self) -> Option<Ms> {
        let (_, end) = self.ended?;
        Ms::try_from((end - self.at).num_milliseconds()).ok()
    }

    /// What it was of.
    pub fn of(&self) -> Of {
        if let Some(routine) = &self.routine {
            return Of::Routine(routine.clone());
        }
        let breaths = |item: &str| item.strip_prefix(BREATHS).map(str::to_owned);
        let items: Option<Vec<String>> = self.plan.split(", ").map(breaths).collect();
        let first = items.as_ref().and_then(|items| items.first());
        match first.and_then(|item| item.split(' ').next()) {
            Some(pattern) => Of::Breath(pattern.to_owned()),
            None => Of::Points,
        }
    }
}

/// What an item of breaths begins with in a plan that is written down; its pattern and its seconds follow.
pub const BREATHS: &str = "breathe ";

/// What a practice was of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// A routine, by its id.
    Routine(String),
    /// Points chosen one by one.
    Points,
    /// Breaths alone, by the id of their pattern.
    Breath(String),
}

/// One line of the ledger: a side of a point that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    /// The point's code.
    pub point: String,
    /// Which side.
    pub half: Half,
    /// Real time spent sinking in and staying.
    pub pressed: Ms,
    /// How it ended.
    pub how: Done,
}

/// Why a fair trial ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrialEnd {
    /// Every card was used.
    Whole,
    /// The person ended it before.
    Early,
    /// It was left alone for too long, or the profile changed.
    Left,
}

impl TrialEnd {
    /// Every ending.
    pub const ALL: [TrialEnd; 3] = [TrialEnd::Whole, TrialEnd::Early, TrialEnd::Left];

    /// The id used in the journal and in JSON: `whole`.
    pub fn id(self) -> &'static str {
        match self {
            TrialEnd::Whole => "whole",
            TrialEnd::Early => "early",
            TrialEnd::Left => "left",
        }
    }

    /// The ending an id names.
    pub fn from_id(id: &str) -> Option<TrialEnd> {
        TrialEnd::ALL.into_iter().find(|end| end.id() == id)
    }
}

/// A fair trial of one that begins. Everything is settled before the first card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTrial {
    /// When it was agreed to.
    pub at: DateTime<FixedOffset>,
    /// What the cards are dealt from.
    pub seed: u64,
    /// The kinds of card: `PR`, `PB` or `PRB`.
    pub kinds: String,
    /// How many blocks.
    pub blocks: u8,
    /// Id of the routine.
    pub routine: String,
    /// Minutes of every evening.
    pub minutes: u8,
    /// Id of the one measure that is compared.
    pub outcome: String,
}

/// A fair trial as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialEntry {
    /// Its place in the journal.
    pub id: TrialId,
    /// What was settled.
    pub settled: NewTrial,
    /// The evenings on which a card was turned, in order.
    pub evenings: Vec<TrialEvening>,
    /// How it ended and when.
    pub ended: Option<(TrialEnd, DateTime<FixedOffset>)>,
}

/// One evening of a fair trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialEvening {
    /// The person's day.
    pub day: NaiveDate,
    /// Which card of the deck, from 0.
    pub card: u16,
    /// What it said: `P`, `R` or `B`.
    pub kind: char,
    /// The rating before the card was turned.
    pub before: CheckInId,
    /// The rating right afterwards; `None` keeps the card for the next evening.
    pub after: Option<CheckInId>,
    /// The rating one to two hours later.
    pub later: Option<CheckInId>,
}

/// A trial's place in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TrialId(pub i64);

/// Which entries to look for. What is `None` or empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words in the note, each found by its beginning; all must be there.
    pub words: String,
    /// A tag, exactly.
    pub tag: Option<String>,
    /// Something felt, by its id: `neck`, `shoulder-left`.
    pub felt: Option<String>,
    /// The routine of the practice it belongs to, by its id.
    pub routine: Option<String>,
}

/// A change that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// A check-in has again the answers it had before.
    CheckIn(CheckInId),
    /// A practice that was taken away is back, or one that was brought in is gone.
    Practice(PracticeId),
    /// The profile says again what it said before.
    Profile,
    /// A point or a routine is a favourite again, or no longer.
    Favourite {
        /// `point` or `routine`.
        kind: String,
        /// Its code or id.
        id: String,
        /// Which of the two.
        favourite: bool,
    },
    /// A point is never to come again, or may come.
    Never {
        /// Its code.
        code: String,
        /// Which of the two.
        on: bool,
    },
    /// A point rests, or no longer.
    Sore {
        /// Its code.
        code: String,
        /// Which of the two.
        on: bool,
    },
    /// The tags to pick from are those from before; a tag that got another name has its old one.
    Tags,
    /// A trial was never begun, or runs again.
    Trial {
        /// Which.
        id: TrialId,
        /// Whether it runs.
        runs: bool,
    },
}

/// What was read from the journal for the screens: some days, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// The check-ins.
    pub check_ins: Vec<CheckIn>,
    /// The practices.
    pub practices: Vec<PracticeEntry>,
}

impl Pages {
    /// Whether nothing stands here.
    pub fn is_empty(&self) -> bool {
        self.check_ins.is_empty() && self.practices.is_empty()
    }
}

/// Notes in which words were found, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The words.
    pub words: String,
    /// The notes.
    pub notes: Vec<FoundNote>,
}

/// One note in which words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundNote {
    /// The check-in it belongs to.
    pub check_in: CheckInId,
    /// Its day.
    pub day: NaiveDate,
    /// The note.
    pub note: String,
}

/// What the journal knows about the person when it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutMe {
    /// What applies.
    pub profile: Vec<Line>,
    /// What was answered today.
    pub today: Vec<Line>,
    /// Small facts: the welcome was read.
    pub flags: Vec<(String, String)>,
    /// Favourite points, by code.
    pub points: Vec<String>,
    /// Favourite routines, by id.
    pub routines: Vec<String>,
    /// Every try of the quiz, oldest first.
    pub tries: Vec<Try>,
    /// The tags the person picks from, in their own order.
    pub tags: Vec<String>,
    /// The fair trials, oldest first.
    pub trials: Vec<TrialEntry>,
}

/// What keeps the journal from being read or written. Each is said to the person with a way forward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The disk is full. Nothing that was shown as saved is lost.
    DiskFull,
    /// What this person may fill is full: a quota, or a limit on the size of files.
    Quota,
    /// The file lies on a disk that cannot be written.
    ReadOnly(PathBuf),
    /// This person may not write the file, or not into its folder.
    NotAllowed(PathBuf),
    /// The folder cannot be made or reached.
    NoFolder(PathBuf),
    /// The file was written by a newer hegu; nothing was changed.
    Newer,
    /// The file is damaged.
    Damaged(PathBuf),
    /// The file is no journal of hegu.
    NotAJournal(PathBuf),
    /// Another program held it too long.
    Busy,
    /// Anything else, in the words of the database.
    Other(String),
}

impl Trouble {
    /// Whether a write was refused, and reading may work all the same.
    pub fn refuses(&self) -> bool {
        matches!(
            self,
            Trouble::DiskFull | Trouble::Quota | Trouble::ReadOnly(_) | Trouble::NotAllowed(_)
        )
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::DiskFull => f.write_str("the disk is full; nothing saved before is lost"),
            Trouble::Quota => f.write_str("a quota is used up; nothing saved before is lost"),
            Trouble::ReadOnly(path) => write!(f, "{} is on a disk that cannot be written", path.display()),
            Trouble::NotAllowed(path) => write!(f, "{} may not be written", path.display()),
            Trouble::NoFolder(path) => write!(f, "the folder {} cannot be used", path.display()),
            Trouble::Newer => f.write_str("it was written by a newer hegu; nothing has been changed"),
            Trouble::Damaged(path) => write!(f, "{} is damaged", path.display()),
            Trouble::NotAJournal(path) => {
                write!(
                    f,
                    "{} is not a journal of hegu; nothing has been changed",
                    path.display()
                )
            }
            Trouble::Busy => f.write_str("another program is using it"),
            Trouble::Other(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Trouble {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_practice_is_of_a_routine_of_points_or_of_breaths_alone() {
        let at = DateTime::parse_from_rfc3339("2026-11-22T21:40:00+01:00").expect("a moment");
        let of = |routine: Option<&str>, plan: &str| {
            let entry = PracticeEntry {
                routine: routine.map(str::to_owned),
                plan: plan.to_owned(),
                ..PracticeEntry::begun(at)
            };
            entry.of()
        };
        let breaths = "breathe coherent 300";
        assert_eq!(of(None, breaths), Of::Breath("coherent".into()));
        assert_eq!(
            of(None, "breathe 4-6 60, breathe natural 60"),
            Of::Breath("4-6".into())
        );
        for plan in [
            "LI4 each 60",
            "breathe calm 60, LI4 each 60",
            "LI4 each 60, breathe calm 60",
            "",
        ] {
            assert_eq!(of(None, plan), Of::Points, "{plan}");
        }
        assert_eq!(
            of(Some("natural-five"), breaths),
            Of::Routine("natural-five".into())
        );
    }
}
