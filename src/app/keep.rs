//! What the journal is asked to keep, and what it answers. Plain data.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::checkin::{CheckIn, CheckInId, PracticeId};
use crate::domain::journal::{
    AboutMe, Found, LedgerLine, NewCheckIn, NewPractice, NewTrial, Pages, PracticeEntry, TrialEnd,
    TrialEntry, TrialEvening, TrialId, Trouble, Undone,
};
use crate::domain::practice::Ending;
use crate::domain::profile::Line;
use crate::domain::quiz::Try;

/// Which practice is meant. One that has just begun may not be on the disk yet, and what is done in it must
/// not wait for that: it is known by the moment it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one with this place.
    Place(PracticeId),
    /// The one that began at this moment.
    Begun(DateTime<FixedOffset>),
}

/// Something for the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Open it and read what the first screens need. The first effect of a program, after its first frame.
    Open {
        /// The person's own today.
        today: NaiveDate,
        /// The first day to read.
        from: NaiveDate,
    },
    /// Read some days again, because another window may have written.
    Read {
        /// The first day.
        from: NaiveDate,
        /// The last.
        to: NaiveDate,
    },
    /// Write the answers so far: new without an id, over the earlier ones with it.
    CheckIn {
        /// Its place, once it has one.
        id: Option<CheckInId>,
        /// Everything about it.
        check_in: NewCheckIn,
        /// When these answers were given.
        at: DateTime<FixedOffset>,
    },
    /// Take a check-in away. [`Keep::TakeBack`] brings it back.
    TakeAway {
        /// Which.
        id: CheckInId,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// Take a practice away. [`Keep::TakeBack`] brings it back.
    TakePracticeAway {
        /// Which.
        id: PracticeId,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// Take back the newest change that was not taken back yet.
    TakeBack {
        /// Of what.
        of: Back,
        /// When.
        at: DateTime<FixedOffset>,
        /// The person's own today.
        today: NaiveDate,
        /// The first day to read afterwards.
        from: NaiveDate,
    },
    /// Look for words in all notes.
    Find {
        /// The words.
        words: String,
    },
    /// Call a tag something else, wherever it stands.
    RenameTag {
        /// What it was called.
        from: String,
        /// What it is called.
        to: String,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// The tags the person picks from, all of them.
    OwnTags(Vec<String>),
    /// A fair trial begins.
    BeginTrial(NewTrial),
    /// An evening of a trial as it now is.
    TrialEvening {
        /// Which trial.
        trial: TrialId,
        /// The evening.
        evening: TrialEvening,
    },
    /// A trial ends.
    EndTrial {
        /// Which.
        trial: TrialId,
        /// How.
        end: TrialEnd,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// A practice has begun.
    Practice(NewPractice),
    /// A side has ended.
    SideEnded {
        /// The practice.
        practice: Which,
        /// The line for the ledger.
        line: LedgerLine,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// A practice has ended.
    PracticeEnded {
        /// Which.
        practice: Which,
        /// How.
        how: Ending,
        /// The id of the stop rule, if the person has said why.
        why: Option<String>,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// The person has said why a practice was stopped: the id of the stop rule.
    Why {
        /// Which practice.
        practice: Which,
        /// The id.
        why: String,
    },
    /// What applies to the person, all of it.
    Profile {
        /// The lines.
        lines: Vec<Line>,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// What was answered for one day, all of it.
    Today {
        /// The day.
        day: NaiveDate,
        /// The lines.
        lines: Vec<Line>,
    },
    /// A small fact: the welcome was read.
    Flag {
        /// Its name.
        name: String,
        /// Its value.
        value: String,
    },
    /// A point was looked for in the quiz.
    Try {
        /// Which, when, and whether it was found.
        tried: Try,
        /// The moment.
        at: DateTime<FixedOffset>,
    },
    /// A point is a favourite, or no longer.
    FavouritePoint {
        /// Its code.
        code: String,
        /// Which of the two.
        favourite: bool,
    },
    /// A routine is a favourite, or no longer.
    FavouriteRoutine {
        /// Its id.
        id: String,
        /// Which of the two.
        favourite: bool,
    },
}

impl Keep {
    /// Whether something is written, not only read.
    pub fn writes(&self) -> bool {
        !matches!(self, Keep::Open { .. } | Keep::Read { .. } | Keep::Find { .. })
    }
}

/// Of what the newest change is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// Of anything, ever.
    Newest,
    /// Of anything, but not from before a moment.
    Since(DateTime<FixedOffset>),
    /// Of the check-ins and practices of a day.
    Day(NaiveDate),
    /// Of the tags one picks from.
    Tags,
}

/// A change that was taken back, and the journal as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TookBack {
    /// The change.
    pub what: Undone,
    /// What the journal knows about the person.
    pub about: AboutMe,
    /// The first day of the pages.
    pub from: NaiveDate,
    /// Every day from there on.
    pub pages: Pages,
}

/// What the journal answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is open.
    Open {
        /// What it knows about the person.
        about: Box<AboutMe>,
        /// The days that were asked for.
        pages: Pages,
        /// Where a damaged journal was set aside, if one was.
        aside: Option<PathBuf>,
        /// Why it can only be read, where nothing can be written.
        only_read: Option<Trouble>,
    },
    /// The days that were asked for.
    Read {
        /// The first.
        from: NaiveDate,
        /// The last.
        to: NaiveDate,
        /// What stands there.
        pages: Pages,
    },
    /// A change was taken back; `None` where there was nothing to take back.
    TookBack(Option<Box<TookBack>>),
    /// The notes that were looked for.
    Found(Found),
    /// The trials as they now stand.
    Trials(Vec<TrialEntry>),
    /// A tag has another name: the check-ins where it stood.
    Renamed(Vec<CheckIn>),
    /// The check-in as it now stands: on the disk.
    CheckIn(CheckIn),
    /// The check-in is no longer there: another window took it away.
    Gone(CheckInId),
    /// The practice as it now stands: on the disk.
    Practice(PracticeEntry),
    /// The practice was taken away.
    PracticeGone(PracticeId),
    /// The try is written.
    Tried(Try),
    /// Written.
    Done,
    /// Not written. What was asked comes back, so that nothing is lost and it can be tried again.
    Failed {
        /// What was asked.
        what: Box<Keep>,
        /// Why it did not work.
        trouble: Trouble,
    },
}

impl Kept {
    /// Whether something was written.
    pub fn wrote(&self) -> bool {
        !matches!(
            self,
            Kept::Open { .. }
                | Kept::Read { .. }
                | Kept::Found(_)
                | Kept::TookBack(None)
                | Kept::Failed { .. }
        )
    }
}
