//! The journal: a day, a week, a month, a year; where it was felt; what the notes say; what the numbers say.
//!
//! One day is chosen in every view, so that going deeper and coming back never loses the place.

mod find;
mod numbers;
mod told;

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::action::{Action, Context, Hint, HintWord};
use super::checkin;
use super::keep::{Back, Keep};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Said, Screen};
use super::rows;
use super::trial::TrialPage;
use crate::domain::checkin::{Measure, Phase, Scale};
use crate::domain::glance::{self, Only, Track};

pub use find::{Find, narrowings};
pub use numbers::{Finding, findings, routines};
pub use told::{Event, event_at, events};

/// The journal's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// What is shown.
    pub view: View,
    /// The chosen day.
    pub day: NaiveDate,
    /// The chosen row where there are rows: what happened on the day, a search's finds.
    pub row: usize,
    /// What the pictures follow; `None` for what is answered most often.
    pub track: Option<Track>,
    /// What everything is narrowed to.
    pub only: Option<Only>,
    /// The year shows the practices instead of the numbers.
    pub practices: bool,
    /// Words instead of a picture.
    pub in_words: bool,
    /// Where `esc` leads from what lies beside the four depths.
    from: View,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// One day, what happened in the order of the clock.
    Day,
    /// Seven days, before and after.
    Week,
    /// A calendar.
    Month,
    /// A year, one sign a day.
    Year,
    /// The body, tinted where it was felt.
    Body(Span),
    /// Words in the notes.
    Find(Find),
    /// Choosing what to narrow everything to.
    Narrow,
    /// What the numbers say: the place of the measure and of the routine, 0 for all.
    Insight {
        /// Its place in [`findings`].
        measure: usize,
        /// Its place in [`routines`], from 1.
        routine: usize,
    },
}

/// How much time the body's picture looks back on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The chosen week.
    Week,
    /// The chosen month.
    Month,
    /// The chosen year.
    Year,
}

/// How many rows a page of sentences goes by on a short screen.
const SCROLL: usize = 6;

/// The seven days around a day, Monday first.
pub fn week_of(day: NaiveDate) -> RangeInclusive<NaiveDate> {
    let monday = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    monday..=monday + Days::new(6)
}

/// The month around a day.
pub fn month_of(day: NaiveDate) -> RangeInclusive<NaiveDate> {
    let first = day.with_day(1).unwrap_or(day);
    first..=first + Months::new(1) - Days::new(1)
}

/// The year around a day.
pub fn year_of(day: NaiveDate) -> RangeInclusive<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day);
    first..=first + Months::new(12) - Days::new(1)
}

impl Journal {
    /// The journal as it opens: the week of the newest entry, with that day chosen.
    pub fn new(known: &Known) -> Journal {
        let newest = known.diary.days().first().copied();
        Journal {
            view: View::Week,
            day: newest.unwrap_or_else(|| known.today_is()),
            row: 0,
            track: None,
            only: None,
            practices: false,
            in_words: false,
            from: View::Week,
        }
    }

    /// The journal, opened at one day.
    pub fn at(day: NaiveDate, known: &Known) -> Journal {
        Journal {
            view: View::Day,
            day,
            ..Journal::new(known)
        }
    }

    /// The same journal with another view.
    pub fn showing(self, view: View) -> Journal {
        Journal { view, ..self }
    }

    /// The days the view shows.
    pub fn range(&self) -> RangeInclusive<NaiveDate> {
        match self.view {
            View::Day | View::Find(_) | View::Narrow => self.day..=self.day,
            View::Week | View::Body(Span::Week) => week_of(self.day),
            View::Month | View::Body(Span::Month) => month_of(self.day),
            View::Year | View::Body(Span::Year) => year_of(self.day),
            View::Insight { .. } => NaiveDate::MIN..=NaiveDate::MAX,
        }
    }

    /// What the pictures follow: what was chosen, or what is answered most often. Where only practices stand
    /// in the journal, the scale that is asked first.
    pub fn track(&self, known: &Known) -> Track {
        const ASKED_FIRST: Track = Track::Measure(Measure::Scale(Scale::Tension));
        let tracks = glance::tracks(&known.diary.pages);
        self.track
            .filter(|track| tracks.contains(track))
            .or_else(|| tracks.first().copied())
            .unwrap_or(ASKED_FIRST)
    }

    /// The days the view shows, in numbers.
    pub fn days(&self, track: Track, known: &Known) -> glance::Days {
        glance::days(&known.diary.pages, &self.range(), track, self.only.as_ref())
    }

    /// Where the person is, for the keymap.
    pub fn context(&self) -> Context {
        match self.view {
            View::Find(_) => Context::Text,
            _ => Context::Journal,
        }
    }

    /// What an action does here. Days not read yet are asked for afterwards.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        // A week, a month or a year back and on: the same as by pages.
        let action = match action {
            Action::StepBack => Action::PageUp,
            Action::StepOn => Action::PageDown,
            action => action,
        };
        let done = match &self.view {
            View::Find(_) => return self.in_find(action, known),
            View::Narrow => return self.in_narrow(action, known),
            View::Day => self.in_day(action, known),
            View::Week => self.in_week(action),
            View::Month => self.in_month(action),
            View::Year => self.in_year(action, known),
            View::Body(span) => self.in_body(*span, action),
            View::Insight { measure, routine } => self.in_insight(*measure, *routine, action, known),
        };
        let done = done.unwrap_or_else(|| self.in_every_view(action, known));
        match (done, self.missing(known)) {
            // A key that means nothing here belongs to the whole program, whatever was not read yet.
            (done @ Intent::Pass, _) | (done, None) => done,
            (done, Some(read)) => Intent::All(vec![done, Intent::Keep(read)]),
        }
    }

    /// The days the view shows that were not read yet: asked for once.
    pub fn missing(&self, known: &Known) -> Option<Keep> {
        let since = known.diary.since?;
        let from = *self.range().start();
        (from < since).then(|| Keep::Read {
            from,
            to: since - Days::new(1),
        })
    }

    /// What every view has in common: depth, what is followed, what it is narrowed to.
    fn in_every_view(&mut self, action: Action, known: &Known) -> Intent {
        match action {
            Action::Day => self.go(View::Day),
            Action::Week => self.go(View::Week),
            Action::Month => self.go(View::Month),
            Action::Year => self.go(View::Year),
            Action::WhereFelt => {
                let span = match self.view {
                    View::Day | View::Week => Span::Week,
                    View::Year => Span::Year,
                    _ => Span::Month,
                };
                self.aside(View::Body(span));
            }
            Action::Insight => self.aside(View::Insight {
                measure: 0,
                routine: 0,
            }),
            Action::Search => self.aside(View::Find(Find::default())),
            Action::Narrow => self.aside(View::Narrow),
            Action::Next => self.follow(1, known),
            Action::Previous => self.follow(-1, known),
            Action::InWords => self.in_words = !self.in_words,
            Action::Compare => {
                return Intent::open(Screen::Trial(TrialPage::new(known)));
            }
            Action::Back if self.only.is_some() && self.is_a_depth() => self.only = None,
            Action::Back if !self.is_a_depth() => {
                let from = self.from.clone();
                self.go(from);
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn is_a_depth(&self) -> bool {
        matches!(self.view, View::Day | View::Week | View::Month | View::Year)
    }

    fn go(&mut self, view: View) {
        self.view = view;
        self.row = 0;
    }

    /// Goes to what lies beside the four depths.
    fn aside(&mut self, view: View) {
        if self.is_a_depth() {
            self.from = self.view.clone();
        }
        self.go(view);
    }

    /// Follows the next thing that can be followed, round and round.
    fn follow(&mut self, step: isize, known: &Known) {
        let tracks = glance::tracks(&known.diary.pages);
        let now = self.track(known);
        let at = tracks.iter().position(|track| *track == now).unwrap_or(0);
        let count = tracks.len().max(1) as isize;
        let next = (at as isize + step).rem_euclid(count) as usize;
        self.track = tracks.get(next).copied();
    }

    fn step_days(&mut self, days: i64) {
        let step = Days::new(days.unsigned_abs());
        let day = if days < 0 {
            self.day.checked_sub_days(step)
        } else {
            self.day.checked_add_days(step)
        };
        self.day = day.unwrap_or(self.day);
    }

    fn step_months(&mut self, months: i32) {
        let step = Months::new(months.unsigned_abs());
        let day = if months < 0 {
            self.day.checked_sub_months(step)
        } else {
            self.day.checked_add_months(step)
        };
        self.day = day.unwrap_or(self.day);
    }

    fn in_week(&mut self, action: Action) -> Option<Intent> {
        match action {
            Action::Up => self.step_days(-1),
            Action::Down => self.step_days(1),
            Action::Left | Action::PageUp => self.step_days(-7),
            Action::Right | Action::PageDown => self.step_days(7),
            Action::First => self.day = *week_of(self.day).start(),
            Action::Last => self.day = *week_of(self.day).end(),
            Action::Open | Action::Go => self.go(View::Day),
            _ => return None,
        }
        Some(Intent::Stay)
    }

    fn in_month(&mut self, action: Action) -> Option<Intent> {
        match action {
            Action::Left => self.step_days(-1),
            Action::Right => self.step_days(1),
            Action::Up => self.step_days(-7),
            Action::Down => self.step_days(7),
            Action::PageUp => self.step_months(-1),
            Action::PageDown => self.step_months(1),
            Action::First => self.day = *month_of(self.day).start(),
            Action::Last => self.day = *month_of(self.day).end(),
            Action::Open | Action::Go => self.go(View::Day),
            _ => return None,
        }
        Some(Intent::Stay)
    }

    /// Whether the year is told in words: by choice, or because a narrow window has no room for the picture.
    pub fn year_in_words(&self, known: &Known) -> bool {
        self.in_words || known.size.0 < 80
    }

    fn in_year(&mut self, action: Action, known: &Known) -> Option<Intent> {
        // In words a line is a month.
        let by_month = self.year_in_words(known);
        match action {
            Action::Up if by_month => self.step_months(-1),
            Action::Down if by_month => self.step_months(1),
            Action::Left => self.step_days(-7),
            Action::Right => self.step_days(7),
            Action::Up => self.step_days(-1),
            Action::Down => self.step_days(1),
            Action::PageUp => self.step_months(-12),
            Action::PageDown => self.step_months(12),
            Action::First => self.day = *year_of(self.day).start(),
            Action::Last => self.day = *year_of(self.day).end(),
            Action::ShowPractices => self.practices = !self.practices,
            Action::Open => self.go(View::Month),
            Action::Go => self.go(View::Day),
            _ => return None,
        }
        Some(Intent::Stay)
    }

    fn in_body(&mut self, span: Span, action: Action) -> Option<Intent> {
        let step = match action {
            Action::Left | Action::Up | Action::PageUp => -1,
            Action::Right | Action::Down | Action::PageDown => 1,
            // Here the letters choose how far it looks back.
            Action::Week => return Some(self.look_back(Span::Week)),
            Action::Month => return Some(self.look_back(Span::Month)),
            Action::Year => return Some(self.look_back(Span::Year)),
            _ => return None,
        };
        match span {
            Span::Week => self.step_days(7 * i64::from(step)),
            Span::Month => self.step_months(step),
            Span::Year => self.step_months(12 * step),
        }
        Some(Intent::Stay)
    }

    fn look_back(&mut self, span: Span) -> Intent {
        self.view = View::Body(span);
        Intent::Stay
    }

    fn in_day(&mut self, action: Action, known: &Known) -> Option<Intent> {
        let events = events(known, self.day);
        let last = events.len().saturating_sub(1);
        if let Some(row) = rows::stepped(action, self.row.min(last), last) {
            self.row = row;
            return Some(Intent::Stay);
        }
        let chosen = || match events.get(self.row.min(last)) {
            Some(Event::CheckIn(entry)) => Some(*entry),
            _ => None,
        };
        match action {
            Action::Left => self.neighbour(known, false),
            Action::Right => self.neighbour(known, true),
            Action::PageUp => self.step_days(-1),
            Action::PageDown => self.step_days(1),
            Action::Edit | Action::Open => {
                let check_in = checkin::CheckIn::correct(chosen()?, known);
                return Some(Intent::open(Screen::CheckIn(check_in)));
            }
            Action::AddHere => {
                let check_in = checkin::CheckIn::on(self.day, known);
                return Some(Intent::open(Screen::CheckIn(check_in)));
            }
            Action::TakeAway => {
                if let Some(Event::Practice(practice)) = events.get(self.row.min(last)) {
                    // What was pressed today bounds what may be pressed today.
                    return Some(match practice.day < known.today_is() {
                        true => Intent::Keep(Keep::TakePracticeAway {
                            id: practice.id,
                            at: known.moment(),
                        }),
                        false => Intent::Say(Said::PracticeStays),
                    });
                }
                let id = chosen()?.id;
                return Some(Intent::Keep(Keep::TakeAway {
                    id,
                    at: known.moment(),
                }));
            }
            Action::Undo => {
                return Some(Intent::Keep(known.take_back(Back::Day(self.day))));
            }
            Action::AskLater => {
                let before = chosen().filter(|entry| entry.phase == Phase::Before)?;
                let check_in = checkin::CheckIn::later(known, before)?;
                return Some(Intent::open(Screen::CheckIn(check_in)));
            }
            _ => return None,
        }
        Some(Intent::Stay)
    }

    /// To the next day with an entry, or today: nobody walks through an empty summer day by day.
    fn neighbour(&mut self, known: &Known, later: bool) {
        let mut days = known.diary.days();
        days.push(known.today_is());
        let next = if later {
            days.into_iter().filter(|day| *day > self.day).min()
        } else {
            days.into_iter().filter(|day| *day < self.day).max()
        };
        if let Some(day) = next {
            self.day = day;
            self.row = 0;
        }
    }

    fn in_insight(
        &mut self,
        measure: usize,
        routine: usize,
        action: Action,
        known: &Known,
    ) -> Option<Intent> {
        let measures = findings(known, None).len();
        let routines = routines(known).len();
        let (measure, routine) = match action {
            // What has no room on a short screen is a page away: the doubt is read like the claim.
            Action::PageUp => {
                self.row = self.row.saturating_sub(SCROLL);
                return Some(Intent::Stay);
            }
            Action::PageDown => {
                // No measure has more rows to say than this, however narrow the window.
                self.row = (self.row + SCROLL).min(60);
                return Some(Intent::Stay);
            }
            Action::Up => (measure.saturating_sub(1), routine),
            Action::Down => ((measure + 1).min(measures.saturating_sub(1)), routine),
            Action::Left => (measure, routine.saturating_sub(1)),
            Action::Right => (measure, (routine + 1).min(routines)),
            Action::Insight => {
                let from = self.from.clone();
                self.go(from);
                return Some(Intent::Stay);
            }
            _ => return None,
        };
        self.view = View::Insight { measure, routine };
        self.row = 0;
        Some(Intent::Stay)
    }

    /// What the mouse does: what is pointed at is chosen, and chosen again it is opened.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Day(day)) if day == self.day => self.act(Action::Go, known),
            (Pointer::Click, Hit::Day(day)) => {
                self.day = day;
                Intent::Stay
            }
            (Pointer::Click, Hit::Row(row)) if row == self.row => self.act(Action::Open, known),
            (Pointer::Click, Hit::Row(row)) => {
                self.row = row;
                Intent::Stay
            }
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let depth = Hint::pair(Action::Day, Action::Year, HintWord::Depth);
        match &self.view {
            View::Week => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Day),
                Hint::own(Action::Open),
                depth,
                Hint::pair(Action::Left, Action::Right, HintWord::Week),
                Hint::own(Action::Insight),
                Hint::say(Action::Next, HintWord::Follow),
                Hint::own(Action::WhereFelt),
            ],
            View::Month => vec![
                Hint::pair(Action::Left, Action::Right, HintWord::Day),
                Hint::own(Action::Open),
                depth,
                Hint::pair(Action::StepBack, Action::StepOn, HintWord::Month),
                Hint::own(Action::Insight),
                Hint::say(Action::Next, HintWord::Follow),
                Hint::own(Action::WhereFelt),
            ],
            View::Year => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Day),
                Hint::own(Action::Open),
                depth,
                Hint::pair(Action::StepBack, Action::StepOn, HintWord::Year),
                Hint::own(Action::ShowPractices),
                Hint::say(Action::Next, HintWord::Follow),
                Hint::own(Action::WhereFelt),
            ],
            View::Day if events(known, self.day).is_empty() => vec![
                Hint::pair(Action::Left, Action::Right, HintWord::Day),
                Hint::own(Action::AddHere),
                depth,
                Hint::own(Action::Undo),
            ],
            View::Day => vec![
                Hint::pair(Action::Left, Action::Right, HintWord::Day),
                Hint::own(Action::Edit),
                depth,
                Hint::own(Action::Undo),
                Hint::own(Action::TakeAway),
                Hint::own(Action::AddHere),
            ],
            View::Body(_) => vec![
                Hint::pair(Action::Left, Action::Right, HintWord::Choose),
                Hint::own(Action::Week),
                Hint::own(Action::Month),
                Hint::own(Action::Year),
                Hint::own(Action::InWords),
            ],
            View::Find(_) => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Choose),
                Hint::own(Action::Open),
                Hint::own(Action::Back),
            ],
            View::Narrow => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Choose),
                Hint::own(Action::Open),
            ],
            View::Insight { .. } if known.size.1 < 24 => vec![
                Hint::pair(Action::StepBack, Action::StepOn, HintWord::Read),
                Hint::pair(Action::Up, Action::Down, HintWord::Choose),
            ],
            View::Insight { .. } => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Choose),
                Hint::pair(Action::Left, Action::Right, HintWord::Routine),
                Hint::own(Action::Compare),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::app::Settings;
    use crate::domain::time::{Moment, Now};

    #[test]
    fn a_key_that_means_nothing_here_is_passed_on_though_the_days_could_not_be_read() {
        let now = Now {
            steady: Moment(0),
            wall: DateTime::parse_from_rfc3339("2026-11-22T21:40:00+01:00").expect("a moment"),
        };
        let mut known = Known::new(crate::shipped(), Settings::default(), now, (80, 24));
        known.diary.since = Some(known.today_is());
        let mut journal = Journal::at(known.today_is() - Days::new(40), &known);
        assert!(journal.missing(&known).is_some());
        assert!(matches!(journal.act(Action::Quit, &known), Intent::Pass));
        assert!(matches!(journal.act(Action::PageUp, &known), Intent::All(_)));
    }
}
