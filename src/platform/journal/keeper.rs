//! Does what the app asks of the journal, and answers.

use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Journal, backup};
use crate::app::keep::{Back, Keep, Kept, TookBack, Which};
use crate::domain::checkin::{CheckInId, PracticeId};
use crate::domain::journal::{AboutMe, NewCheckIn, Pages, PracticeEntry, Trouble};

/// The journal behind the program. It is opened when it is first asked, and asked again after a failure: a
/// disk may be free again.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    open: Option<Journal>,
    copying: Copying,
}

/// The copy of today: asked for once, made beside everything else.
#[derive(Debug, Default)]
enum Copying {
    /// Nothing was written yet.
    #[default]
    Nothing,
    /// It is being made, or there is one.
    Asked(Option<JoinHandle<()>>),
}

impl Drop for Keeper {
    /// A copy that is being made is finished first.
    fn drop(&mut self) {
        if let Copying::Asked(Some(copy)) = std::mem::take(&mut self.copying) {
            drop(copy.join());
        }
    }
}

impl Keeper {
    /// A keeper of the journal at a path. Touches nothing yet.
    pub fn new(path: PathBuf) -> Keeper {
        Keeper {
            path,
            open: None,
            copying: Copying::Nothing,
        }
    }

    /// Where the journal is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Does what is asked, or says why not. `now` is only for the name of a damaged journal set aside.
    pub fn perform(&mut self, keep: Keep, now: DateTime<FixedOffset>) -> Kept {
        let done = match &keep {
            Keep::Open { today, from } => self.open(*today, *from, now),
            keep => self.journal().and_then(|journal| {
                if keep.writes() {
                    journal.try_to_write()?;
                }
                perform(journal, keep, now)
            }),
        };
        if done.is_ok() && keep.writes() {
            self.copy_once(now);
        }
        done.unwrap_or_else(|trouble| {
            if let Trouble::Damaged(_) = trouble {
                self.open = None;
            }
            Kept::Failed {
                what: Box::new(keep),
                trouble,
            }
        })
    }

    /// Makes the copy of today, if there is none, the first time something was written. It has its own eyes on
    /// the file, so nobody waits for it; where it cannot be made, tomorrow is another day.
    fn copy_once(&mut self, now: DateTime<FixedOffset>) {
        if matches!(self.copying, Copying::Nothing) {
            let path = self.path.clone();
            let copy = std::thread::Builder::new().spawn(move || drop(backup::keep_daily(&path, now)));
            self.copying = Copying::Asked(copy.ok());
        }
    }

    fn journal(&mut self) -> Result<&mut Journal, Trouble> {
        let journal = match self.open.take() {
            Some(journal) => journal,
            None => Journal::open(&self.path)?,
        };
        Ok(self.open.insert(journal))
    }

    /// Opens and reads. A damaged journal is set aside, untouched, and a new one begins: an evening is not
    /// the time to repair anything, and an answer given now must have a place.
    fn open(
        &mut self,
        today: NaiveDate,
        from: NaiveDate,
        now: DateTime<FixedOffset>,
    ) -> Result<Kept, Trouble> {
        match self.read_first(today, from) {
            Err(Trouble::Damaged(_)) => {
                self.open = None;
                let aside = Journal::set_aside(&self.path, now)?;
                let read = self.read_first(today, from)?;
                Ok(self.opened(read, Some(aside)))
            }
            read => read.map(|read| self.opened(read, None)),
        }
    }

    fn opened(&self, (about, pages): (AboutMe, Pages), aside: Option<PathBuf>) -> Kept {
        Kept::Open {
            about: Box::new(about),
            pages,
            aside,
            only_read: self.open.as_ref().and_then(Journal::only_read).cloned(),
        }
    }

    fn read_first(&mut self, today: NaiveDate, from: NaiveDate) -> Result<(AboutMe, Pages), Trouble> {
        everything(self.journal()?, today, from)
    }
}

/// What the screens need to know.
fn everything(journal: &Journal, today: NaiveDate, from: NaiveDate) -> Result<(AboutMe, Pages), Trouble> {
    let about = AboutMe {
        tags: journal.own_tags()?,
        trials: journal.trials()?,
        ..journal.about_me(today)?
    };
    Ok((about, pages(journal, from, NaiveDate::MAX)?))
}

/// Takes a change back and reads what stands now: it may have reached anywhere.
fn take_back(
    journal: &mut Journal,
    of: Back,
    at: DateTime<FixedOffset>,
    (today, from): (NaiveDate, NaiveDate),
) -> Result<Kept, Trouble> {
    let Some(what) = journal.undo_of(of, at)? else {
        return Ok(Kept::TookBack(None));
    };
    let (about, pages) = everything(journal, today, from)?;
    Ok(Kept::TookBack(Some(Box::new(TookBack {
        what,
        about,
        from,
        pages,
    }))))
}

fn perform(journal: &mut Journal, keep: &Keep, now: DateTime<FixedOffset>) -> Result<Kept, Trouble> {
    match keep {
        Keep::Open { from, .. } => read(journal, *from, NaiveDate::MAX),
        Keep::Read { from, to } => read(journal, *from, *to),
        Keep::TakeAway { id, at } => journal.remove_check_in(*id, *at).map(|()| Kept::Gone(*id)),
        Keep::TakePracticeAway { id, at } => journal
            .remove_practice(*id, *at)
            .map(|()| Kept::PracticeGone(*id)),
        Keep::TakeBack { of, at, today, from } => take_back(journal, *of, *at, (*today, *from)),
        Keep::Find { words } => journal.find(words).map(Kept::Found),
        Keep::OwnTags(tags) => journal.set_own_tags(tags, now).map(|()| Kept::Done),
        Keep::BeginTrial(new) => {
            journal.begin_trial(new)?;
            journal.trials().map(Kept::Trials)
        }
        Keep::TrialEvening { trial, evening } => {
            journal.write_trial_evening(*trial, evening)?;
            journal.trials().map(Kept::Trials)
        }
        Keep::EndTrial { trial, end, at } => {
            journal.end_trial(*trial, *end, *at)?;
            journal.trials().map(Kept::Trials)
        }
        Keep::RenameTag { from, to, at } => journal.rename_tag(from, to, *at).map(Kept::Renamed),
        Keep::CheckIn { id, check_in, at } => {
            let id = save(journal, *id, check_in, *at)?;
            check_in_now(journal, id)
        }
        Keep::Practice(new) => {
            let id = journal.begin_practice(new)?;
            practice_now(journal, id)
        }
        Keep::SideEnded { practice, line, at } => {
            let practice = place(journal, *practice)?;
            journal.side_ended(practice, line, *at)?;
            practice_now(journal, practice)
        }
        Keep::PracticeEnded {
            practice,
            how,
            why,
            at,
        } => {
            let practice = place(journal, *practice)?;
            journal.end_practice(practice, *how, why.as_deref(), *at)?;
            practice_now(journal, practice)
        }
        Keep::Why { practice, why } => {
            let practice = place(journal, *practice)?;
            journal.say_why(practice, why)?;
            practice_now(journal, practice)
        }
        Keep::Profile { lines, at } => journal.set_profile(lines, *at).map(|()| Kept::Done),
        Keep::Today { day, lines } => journal.set_today(*day, lines).map(|()| Kept::Done),
        Keep::Flag { name, value } => journal.set_flag(name, value, now).map(|()| Kept::Done),
        Keep::Try { tried, at } => journal.tried(tried, *at).map(|()| Kept::Tried(tried.clone())),
        Keep::FavouritePoint { code, favourite } => journal
            .set_favourite_point(code, *favourite, now)
            .map(|()| Kept::Done),
        Keep::FavouriteRoutine { id, favourite } => journal
            .set_favourite_routine(id, *favourite, now)
            .map(|()| Kept::Done),
    }
}

fn read(journal: &Journal, from: NaiveDate, to: NaiveDate) -> Result<Kept, Trouble> {
    let pages = pages(journal, from, to)?;
    Ok(Kept::Read { from, to, pages })
}

fn save(
    journal: &mut Journal,
    id: Option<CheckInId>,
    check_in: &NewCheckIn,
    at: DateTime<FixedOffset>,
) -> Result<CheckInId, Trouble> {
    match id {
        None => journal.append_check_in(check_in),
        Some(id) => journal.amend(id, check_in, at).map(|()| id),
    }
}

/// The check-in as it is on the disk now: what is shown as saved was read back.
fn check_in_now(journal: &Journal, id: CheckInId) -> Result<Kept, Trouble> {
    Ok(journal.check_in(id)?.map_or(Kept::Gone(id), Kept::CheckIn))
}

/// The place of a practice. One that has none yet could not be written a moment ago; what is done in it waits
/// with it.
fn place(journal: &Journal, which: Which) -> Result<PracticeId, Trouble> {
    match which {
        Which::Place(id) => Ok(id),
        Which::Begun(at) => journal
            .practice_begun(at)?
            .ok_or_else(|| Trouble::Other(format!("no practice began at {at}"))),
    }
}

fn practice_now(journal: &Journal, id: PracticeId) -> Result<Kept, Trouble> {
    let practice: Option<PracticeEntry> = journal.practice(id)?;
    Ok(practice.map_or(Kept::Done, Kept::Practice))
}

fn pages(journal: &Journal, from: NaiveDate, to: NaiveDate) -> Result<Pages, Trouble> {
    // Years beyond 9999 have no place in a column of text that is compared letter by letter.
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");
    Ok(Pages {
        check_ins: journal.check_ins(from..=to.min(last))?,
        practices: journal.practices(from..=to.min(last))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::diary::Diary;
    use crate::domain::checkin::{Answers, Mood, Phase};
    use crate::domain::day::DayStart;
    use crate::domain::journal::NewPractice;

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-21T21:30:00+01:00").expect("a moment")
    }

    fn check_in(mood: Mood) -> Keep {
        Keep::CheckIn {
            id: None,
            check_in: NewCheckIn {
                day: now().date_naive(),
                at: now(),
                phase: Phase::Before,
                of: None,
                practice: None,
                answers: Answers {
                    mood: Some(mood),
                    ..Answers::default()
                },
            },
            at: now(),
        }
    }

    #[test]
    fn an_evening_goes_in_and_is_known_the_next_day() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.sqlite3");
        let mut keeper = Keeper::new(path.clone());
        let mut diary = Diary::default();
        diary.take(keeper.perform(Diary::open(DayStart::default(), now()), now()));
        assert!(diary.is_open && !folder.path().join("elsewhere").exists());
        diary.take(keeper.perform(check_in(Mood::AllRight), now()));
        let before = diary.waiting(now()).expect("waiting for a practice").id;
        let practice = Keep::Practice(NewPractice {
            day: now().date_naive(),
            at: now(),
            routine: None,
            plan: "LI4 each".into(),
            breath: "calm".into(),
            planned: 180_000,
            check_in: Some(before),
        });
        diary.take(keeper.perform(practice, now()));
        assert_eq!(diary.waiting(now()), None);
        let practice = diary.pages.practices[0].id;
        assert_eq!(
            diary.before(practice).map(|(entry, asked)| (entry.id, asked)),
            Some((before, false))
        );

        let tomorrow = now() + chrono::Duration::days(1);
        let mut again = Diary::default();
        again.take(Keeper::new(path).perform(Diary::open(DayStart::default(), tomorrow), tomorrow));
        assert_eq!(again.pages, diary.pages);
    }

    #[test]
    fn what_could_not_be_written_comes_back_and_is_written_later() {
        let folder = tempfile::tempdir().expect("a folder");
        let in_the_way = folder.path().join("hegu");
        std::fs::write(&in_the_way, "a file where a folder should be").expect("write");
        let mut keeper = Keeper::new(in_the_way.join("journal.sqlite3"));
        let mut diary = Diary::default();
        diary.take(keeper.perform(check_in(Mood::Good), now()));
        assert_eq!(diary.trouble, Some(Trouble::NoFolder(in_the_way.clone())));
        assert_eq!(diary.pages, Pages::default(), "nothing unsaved is shown as saved");
        std::fs::remove_file(&in_the_way).expect("remove");
        for keep in diary.with_unwritten(Keep::Flag {
            name: "welcome".into(),
            value: "read".into(),
        }) {
            diary.take(keeper.perform(keep, now()));
        }
        assert_eq!(diary.trouble, None);
        assert_eq!(diary.unwritten, []);
        assert_eq!(diary.pages.check_ins[0].answers.mood, Some(Mood::Good));
    }

    #[test]
    fn what_is_written_is_copied_once_a_day_and_what_is_read_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.sqlite3");
        let mut keeper = Keeper::new(path.clone());
        keeper.perform(Diary::open(DayStart::default(), now()), now());
        drop(keeper);
        assert!(backup::copies(&path).is_empty());
        for day in [0, 0, 1] {
            let now = now() + chrono::Duration::days(day);
            let mut keeper = Keeper::new(path.clone());
            keeper.perform(check_in(Mood::Good), now);
            keeper.perform(check_in(Mood::Bad), now);
        }
        let copies = backup::copies(&path);
        assert_eq!(copies.len(), 2, "{copies:?}");
        for copy in copies {
            assert!(backup::check(&copy).expect("whole").check_ins > 0);
        }
    }

    #[test]
    fn a_damaged_journal_makes_room_for_tonight() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.sqlite3");
        std::fs::write(&path, "no journal at all".repeat(500)).expect("write");
        let mut keeper = Keeper::new(path);
        let Kept::Open {
            aside: Some(aside), ..
        } = keeper.perform(Diary::open(DayStart::default(), now()), now())
        else {
            panic!("set aside");
        };
        assert!(
            std::fs::read_to_string(aside)
                .expect("read")
                .starts_with("no journal at all")
        );
        assert!(matches!(
            keeper.perform(check_in(Mood::Good), now()),
            Kept::CheckIn(_)
        ));
    }
}
