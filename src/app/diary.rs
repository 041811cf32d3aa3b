//! What the program knows of the journal: the days that were read, and what is not written yet.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, SubsecRound};

use super::keep::{Back, Keep, Kept, Which};
use super::known::Known;
use super::quantile::t975;
use crate::domain::checkin::{CheckIn, CheckInId, Phase, PracticeId};
use crate::domain::day::DayStart;
use crate::domain::journal::{AboutMe, Found, Pages, PracticeEntry, Trouble, Undone};
use crate::domain::profile::{Answer, Answers, Line, Profile};
use crate::domain::safety::{Rule, Rulebook, Safety};

/// How many days are read at the start: a year at a glance, and what the last weeks say about today.
const DAYS: i64 = 400;

/// A practice that begins this long after a check-in still belongs to it, in hours: a person may eat in
/// between.
const BELONGS_H: i64 = 3;

/// What is known of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diary {
    /// Whether it was opened.
    pub is_open: bool,
    /// When it was opened first: what one key takes back on any screen reaches no further.
    pub opened: Option<DateTime<FixedOffset>>,
    /// What it knows about the person.
    pub about: AboutMe,
    /// The days that were read, oldest first.
    pub pages: Pages,
    /// The first day that was read; `None` before the journal was opened.
    pub since: Option<NaiveDate>,
    /// The notes last looked for.
    pub found: Found,
    /// What could not be written, in the order in which it was asked. Tried again with the next writing, and
    /// before the program ends.
    pub unwritten: Vec<Keep>,
    /// Why the last writing or reading did not work; `None` when nothing is left unwritten.
    pub trouble: Option<Trouble>,
    /// Why the journal can only be read, where that was so when it was opened and nothing was written since.
    pub only_read: Option<Trouble>,
    /// The person's own day the rest of the program believes in; `None` before the first message.
    pub today: Option<NaiveDate>,
    /// The ids of answers of the profile that cannot be read as they stand. They count as yes.
    pub unread: Vec<String>,
    /// The person has been told that something is not written, and may leave all the same.
    pub let_go: bool,
}

impl Diary {
    /// The effect that opens the journal.
    pub fn open(day_start: DayStart, now: DateTime<FixedOffset>) -> Keep {
        let today = day_start.day_of(now);
        Keep::Open {
            today,
            from: today - Duration::days(DAYS),
        }
    }

    /// Takes in what the journal answered.
    pub fn take(&mut self, kept: Kept) {
        let failed = matches!(kept, Kept::Failed { .. });
        if kept.wrote() {
            self.only_read = None;
        }
        match kept {
            Kept::Open {
                about,
                pages,
                aside: _,
                only_read,
            } => {
                self.only_read = only_read;
                self.is_open = true;
                self.about = *about;
                self.pages = pages;
                self.since = self.today.map(|today| today - Duration::days(DAYS));
            }
            Kept::Read { from, to, pages } => {
                self.since = self.since.map(|since| since.min(from));
                self.read(from, to, pages);
            }
            Kept::Found(found) => self.found = found,
            Kept::Renamed(entries) => {
                for entry in entries {
                    self.take(Kept::CheckIn(entry));
                }
            }
            Kept::TookBack(Some(back)) => {
                let back = *back;
                let was = match &back.what {
                    Undone::CheckIn(id) => self.check_in(*id).map(Subject::of_check_in),
                    Undone::Practice(id) => self.practice(*id).map(Subject::of_practice),
                    _ => None,
                };
                self.about = back.about;
                self.read(back.from, NaiveDate::MAX, back.pages);
                if let Some(was) = was.filter(|was| !self.knows(was)) {
                    self.unwritten.retain(|keep| !was.is_changed_by(keep));
                }
            }
            Kept::TookBack(None) => {}
            Kept::Trials(trials) => self.about.trials = trials,
            Kept::CheckIn(entry) => {
                let entries = &mut self.pages.check_ins;
                match entries.iter_mut().find(|known| known.id == entry.id) {
                    Some(known) => *known = entry,
                    None => {
                        let place = entries.partition_point(|known| known.at <= entry.at);
                        entries.insert(place, entry);
                    }
                }
            }
            Kept::Gone(id) => {
                if let Some(was) = self.check_in(id).map(Subject::of_check_in) {
                    self.unwritten.retain(|keep| !was.is_changed_by(keep));
                }
                self.pages.check_ins.retain(|entry| entry.id != id);
            }
            Kept::Practice(entry) => {
                if let Some(check_in) = entry.check_in
                    && let Some(known) = self.pages.check_ins.iter_mut().find(|known| known.id == check_in)
                {
                    known.practice = Some(entry.id);
                }
                let entries = &mut self.pages.practices;
                match entries.iter_mut().find(|known| known.id == entry.id) {
                    Some(known) => *known = entry,
                    None => {
                        let place = entries.partition_point(|known| known.at <= entry.at);
                        entries.insert(place, entry);
                    }
                }
            }
            Kept::PracticeGone(id) => {
                if let Some(was) = self.practice(id).map(Subject::of_practice) {
                    self.unwritten.retain(|keep| !was.is_changed_by(keep));
                }
                self.pages.practices.retain(|entry| entry.id != id);
            }
            Kept::Tried(tried) => {
                self.about.tries.push(tried);
            }
            Kept::Done => {}
            Kept::Failed { what, trouble } => {
                if what.writes() {
                    self.unwritten.push(*what);
                }
                self.trouble = Some(trouble);
            }
        }
        // While something else is not written, that still has to be said.
        if !failed && self.unwritten.is_empty() {
            self.trouble = None;
        }
    }

    fn knows(&self, subject: &Subject) -> bool {
        match *subject {
            Subject::CheckIn(id) => self.check_in(id).is_some(),
            Subject::Practice(id, _) => self.practice(id).is_some(),
        }
    }

    /// Takes in some days anew; the others stay.
    fn read(&mut self, from: NaiveDate, to: NaiveDate, pages: Pages) {
        let own = &mut self.pages;
        own.check_ins.retain(|entry| entry.day < from || entry.day > to);
        own.practices.retain(|entry| entry.day < from || entry.day > to);
        own.check_ins.extend(pages.check_ins);
        own.practices.extend(pages.practices);
        own.check_ins.sort_by_key(|entry| (entry.at, entry.id));
        own.practices.sort_by_key(|entry| (entry.at, entry.id));
    }

    /// Everything to ask the journal for now: what is not written yet, then this. An older version of the
    /// same thing is left out, and what waited shows as many days afterwards as are shown by now.
    pub fn with_unwritten(&mut self, keep: Keep) -> Vec<Keep> {
        let mut all = std::mem::take(&mut self.unwritten);
        all.retain(|older| !supersedes(&keep, older));
        all.push(keep);
        for keep in &mut all {
            if let (Keep::TakeBack { from, .. }, Some(since)) = (keep, self.since) {
                *from = since.min(*from);
            }
        }
        all
    }

    /// The check-in begun at this very moment, if it was written.
    pub fn begun(&self, at: DateTime<FixedOffset>, phase: Phase) -> Option<&CheckIn> {
        self.pages
            .check_ins
            .iter()
            .rev()
            .find(|entry| entry.at == at && entry.phase == phase)
    }

    /// The first moment from this one on at which no check-in of this kind began: they are known by it, and
    /// keys can come faster than milliseconds.
    pub fn free(&self, mut at: DateTime<FixedOffset>, phase: Phase) -> DateTime<FixedOffset> {
        let waits = |at| {
            self.unwritten.iter().any(|keep| {
                matches!(keep, Keep::CheckIn { check_in, .. } if (check_in.at, check_in.phase) == (at, phase))
            })
        };
        while self.begun(at, phase).is_some() || waits(at) {
            at += Duration::milliseconds(1);
        }
        at
    }

    /// One check-in.
    pub fn check_in(&self, id: CheckInId) -> Option<&CheckIn> {
        self.pages.check_ins.iter().find(|entry| entry.id == id)
    }

    /// One practice.
    pub fn practice(&self, id: PracticeId) -> Option<&PracticeEntry> {
        self.pages.practices.iter().find(|entry| entry.id == id)
    }

    /// The check-in a practice that begins now belongs to: the newest of the last hours that no practice
    /// has followed yet.
    pub fn waiting(&self, now: DateTime<FixedOffset>) -> Option<&CheckIn> {
        self.pages
            .check_ins
            .iter()
            .rev()
            .find(|entry| entry.phase == Phase::Before)
            .filter(|entry| entry.practice.is_none())
            .filter(|entry| (now - entry.at).num_hours().abs() < BELONGS_H)
    }

    /// The check-in before a practice, and whether it was already asked again.
    pub fn before(&self, practice: PracticeId) -> Option<(&CheckIn, bool)> {
        let before = self
            .pages
            .check_ins
            .iter()
            .find(|entry| entry.phase == Phase::Before && entry.practice == Some(practice))?;
        let asked = self
            .pages
            .check_ins
            .iter()
            .any(|entry| entry.phase == Phase::After && entry.of == Some(before.id));
        Some((before, asked))
    }

    /// The check-ins of one day, in the order of the clock.
    pub fn day(&self, day: NaiveDate) -> impl Iterator<Item = &CheckIn> {
        self.pages.check_ins.iter().filter(move |entry| entry.day == day)
    }

    /// The days with an entry of any kind, newest first.
    pub fn days(&self) -> Vec<NaiveDate> {
        let check_ins = self.pages.check_ins.iter().map(|entry| entry.day);
        let practices = self.pages.practices.iter().map(|entry| entry.day);
        let mut days: Vec<NaiveDate> = check_ins.chain(practices).collect();
        days.sort_unstable();
        days.dedup();
        days.reverse();
        days
    }

    /// Notes a small fact at once: what is asked of the journal is believed here.
    pub fn note_flag(&mut self, name: &str, value: &str) {
        let flags = &mut self.about.flags;
        match flags.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = value.to_owned(),
            None => flags.push((name.to_owned(), value.to_owned())),
        }
    }

    /// Whether a small fact was noted.
    pub fn flag(&self, name: &str) -> Option<&str> {
        self.about
            .flags
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// What stands in the journal, or stood there. A change to it that could not be written has nothing to change
/// once it was taken away: it would wait for ever, and be said to be not saved.
enum Subject {
    CheckIn(CheckInId),
    /// Its place, and the moment it began.
    Practice(PracticeId, DateTime<FixedOffset>),
}

impl Subject {
    fn of_check_in(entry: &CheckIn) -> Subject {
        Subject::CheckIn(entry.id)
    }

    fn of_practice(entry: &PracticeEntry) -> Subject {
        Subject::Practice(entry.id, entry.at)
    }

    fn is_changed_by(&self, keep: &Keep) -> bool {
        match (self, keep) {
            (Subject::CheckIn(gone), Keep::CheckIn { id, .. }) => *id == Some(*gone),
            (
                Subject::Practice(gone, begun),
                Keep::SideEnded { practice, .. }
                | Keep::PracticeEnded { practice, .. }
                | Keep::Why { practice, .. },
            ) => match practice {
                Which::Place(id) => id == gone,
                Which::Begun(at) => at == begun,
            },
            _ => false,
        }
    }
}

impl Known {
    /// The wish to take back the newest change of something.
    pub fn take_back(&self, of: Back) -> Keep {
        let today = self.today_is();
        Keep::TakeBack {
            of,
            at: self.moment(),
            today,
            from: self.diary.since.unwrap_or(today - Duration::days(DAYS)),
        }
    }

    /// When the person's day begins.
    pub fn day_start(&self) -> DayStart {
        DayStart::at(self.settings.day_ends).unwrap_or_default()
    }

    /// The person's own today.
    pub fn today_is(&self) -> NaiveDate {
        self.day_start().day_of(self.now.wall)
    }

    /// What safety says, with everything it needs to know.
    pub fn safety(&self) -> Safety<'_> {
        let Known {
            content,
            profile,
            today,
            ..
        } = self;
        Safety::new(&content.atlas, &content.rules, profile, today).pressed_by(self.settings.grip())
    }

    /// The rule that says, after some weeks of practice that changed nothing, that it is fair to stop.
    pub fn no_benefit(&self) -> Option<&Rule> {
        let id = {
            let safety = self.safety();
            let entries = &self.diary.pages.check_ins;
            safety.no_benefit(entries, self.today_is(), &t975)?.id.clone()
        };
        self.content.rules.rule(&id)
    }

    /// Takes in what the journal knows about the person.
    pub fn remember(&mut self, about: &AboutMe) {
        let (profile, unread) = read(&self.content.rules, &about.profile);
        self.profile = profile;
        self.diary.unread = unread;
        let (today, _) = read(&self.content.rules, &about.today);
        self.today.answers = today.answers;
    }

    /// Takes in what the journal answered, with everything that follows from it.
    pub fn take_in(&mut self, kept: Kept) {
        match &kept {
            Kept::Open { about, .. } => {
                let now = self.moment();
                self.diary.opened.get_or_insert(now);
                self.remember(about);
            }
            Kept::TookBack(Some(back)) => self.remember(&back.about),
            _ => {}
        }
        self.diary.take(kept);
        self.count_today();
        self.heed();
    }

    /// When the person's day has turned: what was answered about yesterday's body does not hold any more.
    /// Red flags are asked anew.
    pub fn turn_the_day(&mut self) {
        let today = self.today_is();
        self.heed();
        if self.diary.today == Some(today) {
            return;
        }
        if self.diary.today.is_some() {
            self.today.answers = Answers::default();
        }
        self.diary.today = Some(today);
        self.count_today();
    }

    /// What the ledger says of today: practices with at least one side that counts, and pressed time by
    /// point, both sides together.
    fn count_today(&mut self) {
        let today = self.today_is();
        let done = &mut self.today.done;
        done.practices = 0;
        done.pressed.clear();
        for practice in self
            .diary
            .pages
            .practices
            .iter()
            .filter(|practice| practice.day == today)
        {
            done.practices += u32::from(practice.done.iter().any(|line| line.how.counts()));
            for line in &practice.done {
                let seconds = u32::try_from(line.pressed / 1000).unwrap_or(u32::MAX);
                let pressed = done.pressed.entry(line.point.clone().into()).or_default();
                *pressed = pressed.saturating_add(seconds);
            }
        }
    }

    /// What was answered today, as lines to keep.
    pub fn today_lines(&self) -> Vec<Line> {
        let mut today = Profile::default();
        today.answers = self.today.answers.clone();
        today.lines()
    }

    /// The moment as the journal keeps it: to the millisecond.
    pub fn moment(&self) -> DateTime<FixedOffset> {
        self.now.wall.trunc_subsecs(3)
    }
}

/// The answers in lines. A line that cannot be read as it stands becomes the strictest that can: not sure,
/// which counts as yes, and no place, which means everywhere. An id no rule knows concerns nothing.
fn read(rules: &Rulebook, lines: &[Line]) -> (Profile, Vec<String>) {
    let takes = |id: &str| rules.takes(id);
    let nonsense = match Profile::from_lines(lines, takes) {
        Ok(profile) => return (profile, Vec::new()),
        Err(nonsense) => nonsense,
    };
    let mut strict: Vec<Line> = Vec::new();
    let mut unread: Vec<String> = Vec::new();
    for line in lines {
        let wrong = nonsense.iter().any(|wrong| wrong.id == line.id);
        let known = takes(&line.id).is_some_and(|takes| takes.answer);
        if wrong && !unread.contains(&line.id) {
            unread.push(line.id.clone());
        }
        match (wrong, known) {
            (false, _) => strict.push(line.clone()),
            (true, true) if strict.iter().all(|other| other.id != line.id) => strict.push(Line {
                id: line.id.clone(),
                answer: Answer::NotSure.id().to_owned(),
                detail: String::new(),
            }),
            (true, _) => {}
        }
    }
    (Profile::from_lines(&strict, takes).unwrap_or_default(), unread)
}

/// True where the newer one says all the older one would.
pub(super) fn supersedes(newer: &Keep, older: &Keep) -> bool {
    match (newer, older) {
        (Keep::CheckIn { check_in: new, .. }, Keep::CheckIn { check_in: old, .. }) => {
            (new.at, new.phase) == (old.at, old.phase)
        }
        (Keep::Profile { .. }, Keep::Profile { .. }) => true,
        (Keep::Today { day: new, .. }, Keep::Today { day: old, .. }) => new == old,
        (Keep::Flag { name: new, .. }, Keep::Flag { name: old, .. }) => new == old,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keep::TookBack;
    use crate::domain::checkin::{Answers, Mood};
    use crate::domain::journal::NewCheckIn;

    fn at(minute: i64) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-21T21:30:00+01:00").expect("a moment")
            + Duration::minutes(minute)
    }

    fn keep(minute: i64, mood: Mood) -> Keep {
        Keep::CheckIn {
            id: None,
            check_in: NewCheckIn {
                day: at(minute).date_naive(),
                at: at(minute),
                phase: Phase::Before,
                of: None,
                practice: None,
                answers: Answers {
                    mood: Some(mood),
                    ..Answers::default()
                },
            },
            at: at(minute),
        }
    }

    fn entry(id: i64, minute: i64) -> CheckIn {
        CheckIn {
            id: CheckInId(id),
            day: at(minute).date_naive(),
            at: at(minute),
            phase: Phase::Before,
            of: None,
            practice: None,
            answers: Answers::default(),
        }
    }

    #[test]
    fn what_failed_is_asked_again_first_and_never_twice() {
        let mut diary = Diary::default();
        for lost in [keep(0, Mood::Bad), keep(5, Mood::Good)] {
            diary.take(Kept::Failed {
                what: Box::new(lost),
                trouble: Trouble::DiskFull,
            });
        }
        // A newer answer to the same check-in takes the place of the older one.
        assert_eq!(
            diary.with_unwritten(keep(0, Mood::AllRight)),
            [keep(5, Mood::Good), keep(0, Mood::AllRight)]
        );
        assert_eq!(diary.unwritten, []);
        assert_eq!(diary.trouble, Some(Trouble::DiskFull));
        diary.take(Kept::CheckIn(entry(1, 0)));
        assert_eq!(diary.trouble, None);
    }

    #[test]
    fn a_change_to_what_is_gone_waits_no_longer() {
        let failed = |what| Kept::Failed {
            what: Box::new(what),
            trouble: Trouble::DiskFull,
        };
        let amended = |id| match keep(0, Mood::Bad) {
            Keep::CheckIn { check_in, at, .. } => Keep::CheckIn {
                id: Some(CheckInId(id)),
                check_in,
                at,
            },
            other => other,
        };
        let mut diary = Diary::default();
        diary.take(Kept::CheckIn(entry(1, 0)));
        diary.take(Kept::CheckIn(entry(2, 5)));
        diary.take(failed(amended(1)));
        diary.take(failed(amended(2)));
        diary.take(Kept::Gone(CheckInId(1)));
        assert_eq!(diary.unwritten, [amended(2)]);

        // Taken back as a whole it is gone as well; taken back by one change it is not.
        let back = |pages| {
            Kept::TookBack(Some(Box::new(TookBack {
                what: Undone::CheckIn(CheckInId(2)),
                about: AboutMe::default(),
                from: at(0).date_naive(),
                pages,
            })))
        };
        diary.take(back(Pages {
            check_ins: vec![entry(2, 5)],
            ..Pages::default()
        }));
        assert_eq!(diary.unwritten, [amended(2)]);
        diary.take(back(Pages::default()));
        assert_eq!(diary.unwritten, []);
    }

    #[test]
    fn a_failed_reading_is_no_writing_to_be_repeated() {
        let mut diary = Diary::default();
        let open = Diary::open(DayStart::default(), at(0));
        diary.take(Kept::Failed {
            what: Box::new(open),
            trouble: Trouble::Busy,
        });
        assert_eq!((diary.unwritten.len(), diary.is_open), (0, false));
    }

    #[test]
    fn entries_stay_in_the_order_of_the_clock_and_once_each() {
        let mut diary = Diary::default();
        for entry in [entry(2, 10), entry(1, 0), entry(3, 20), entry(2, 10)] {
            diary.take(Kept::CheckIn(entry));
        }
        let ids: Vec<i64> = diary.pages.check_ins.iter().map(|entry| entry.id.0).collect();
        assert_eq!(ids, [1, 2, 3]);
        diary.take(Kept::Gone(CheckInId(2)));
        assert_eq!(diary.pages.check_ins.len(), 2);
        assert_eq!(diary.days(), [at(0).date_naive()]);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_never_taken_as_a_no() {
        let rules = &crate::shipped().rules;
        let line = |id: &str, answer: &str, detail: &str| Line {
            id: id.into(),
            answer: answer.into(),
            detail: detail.into(),
        };
        let lines = [
            line("WB-01", "yes", "from-a-newer-hegu"),
            line("WB-02", "perhaps", ""),
            line("WB-03", "no", ""),
            line("XX-99", "yes", ""),
        ];
        let (profile, unread) = read(rules, &lines);
        assert_eq!(unread, ["WB-01", "WB-02", "XX-99"]);
        assert_eq!(profile.answer("WB-01"), Answer::NotSure);
        assert_eq!(profile.answer("WB-02"), Answer::NotSure);
        assert_eq!(profile.answer("WB-03"), Answer::No);
        assert_eq!(profile.lines().len(), 3);
    }

    #[test]
    fn a_new_day_asks_about_the_body_anew_and_counts_from_nought() {
        use crate::app::Settings;
        use crate::domain::journal::LedgerLine;
        use crate::domain::plan::Half;
        use crate::domain::practice::Done;
        use crate::domain::profile::Given;
        use crate::domain::time::{Moment, Now};

        let now = |wall| Now {
            steady: Moment(0),
            wall,
        };
        let mut known = Known::new(crate::shipped(), Settings::default(), now(at(0)), (80, 24));
        known.turn_the_day();
        known.today.answers.give("RF-19", Given::plain(Answer::No));
        let line = |point: &str, pressed, how| LedgerLine {
            point: point.into(),
            half: Half::Left,
            pressed,
            how,
        };
        known.diary.take(Kept::Practice(PracticeEntry {
            id: PracticeId(1),
            day: at(0).date_naive(),
            at: at(0),
            routine: None,
            plan: String::new(),
            breath: "calm".into(),
            planned: 0,
            ended: None,
            why: None,
            check_in: None,
            done: vec![line("LI4", 60_900, Done::Whole), line("LI4", 30_000, Done::Part)],
        }));
        known.count_today();
        assert_eq!(
            (known.today.done.practices, known.today.done.pressed["LI4"]),
            (1, 90)
        );

        // Half past one at night is still this evening.
        known.now = now(at(4 * 60));
        known.turn_the_day();
        assert!(known.today.answers.answer("RF-19").is_given());
        known.now = now(at(7 * 60));
        known.turn_the_day();
        assert!(!known.today.answers.answer("RF-19").is_given());
        assert_eq!(
            (known.today.done.practices, known.today.done.pressed.len()),
            (0, 0)
        );
    }

    #[test]
    fn a_practice_long_after_does_not_belong_to_the_check_in() {
        let mut diary = Diary::default();
        diary.take(Kept::CheckIn(entry(1, 0)));
        assert!(diary.waiting(at(179)).is_some());
        assert_eq!(diary.waiting(at(180)), None);
    }
}
