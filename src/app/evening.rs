//! What the first screen quietly invites to: an evening check-in, or a rating that was wished for an hour ago.
//! Nothing here ever insists: an invitation is a line, and it goes by itself.

use chrono::{DateTime, FixedOffset, TimeDelta, Timelike};

use super::keep::Keep;
use super::known::Known;
use crate::domain::checkin::{CheckInId, Phase};

/// The small fact that somebody wants to be asked once more.
const ASK_LATER: &str = "ask-later";
/// From this long after the rating, and until that: one to two hours, and an hour of grace.
const LATER: (i64, i64) = (60, 180);

/// What is invited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invitation {
    /// The questions of this check-in once more.
    Later(CheckInId),
    /// The questions of this evening.
    Evening,
}

/// The invitation of this moment, if there is one.
pub fn invitation(known: &Known) -> Option<Invitation> {
    if !known.diary.is_open {
        return None;
    }
    if let Some(id) = later(known) {
        return Some(Invitation::Later(id));
    }
    let hour = known.now.wall.hour();
    let (from, ends) = (
        u32::from(known.settings.evening_from),
        u32::from(known.settings.day_ends),
    );
    // After midnight it is still the evening before, until the day ends.
    let is_evening = if from > ends {
        hour >= from || hour < ends
    } else {
        (from..ends).contains(&hour)
    };
    let asked = known
        .diary
        .day(known.today_is())
        .any(|entry| entry.phase == Phase::Before);
    (is_evening && !asked).then_some(Invitation::Evening)
}

/// How long until the clock changes what is invited to, or which day it is, ms: the hour of the invitation, the
/// hour at which the person's day ends, and a rating that was wished for.
pub fn until_the_clock_says(known: &Known) -> Option<u64> {
    let now = known.now.wall;
    let hours = [known.settings.evening_from, known.settings.day_ends].map(u32::from);
    let of_the_clock = hours.into_iter().filter_map(|hour| {
        let at = now.date_naive().and_hms_opt(hour, 0, 0)?;
        let left = at - now.naive_local();
        Some(match left > TimeDelta::zero() {
            true => left,
            false => left + TimeDelta::days(1),
        })
    });
    let wished = known.diary.flag(ASK_LATER).and_then(wish);
    let of_the_wish = wished
        .into_iter()
        .flat_map(|(_, at)| [LATER.0, LATER.1].map(|minutes| at + TimeDelta::minutes(minutes) - now));
    of_the_clock
        .chain(of_the_wish.filter(|left| *left > TimeDelta::zero()))
        .min()
        // To the millisecond after: a clock has finer parts than a tick.
        .and_then(|left| u64::try_from(left.num_milliseconds() + 1).ok())
}

/// The check-in whose questions are due once more.
fn later(known: &Known) -> Option<CheckInId> {
    let (id, wished) = wish(known.diary.flag(ASK_LATER)?)?;
    let since = (known.now.wall - wished).num_minutes();
    let asked = known
        .diary
        .pages
        .check_ins
        .iter()
        .any(|entry| entry.phase == Phase::Later && entry.of == Some(id));
    let due = (LATER.0..LATER.1).contains(&since) && !asked;
    (due && known.diary.check_in(id).is_some()).then_some(id)
}

/// The wish to be asked once more about a check-in, from now on.
pub fn ask_later(id: CheckInId, known: &Known) -> Keep {
    Keep::Flag {
        name: ASK_LATER.to_owned(),
        value: format!("{} {}", id.0, known.moment().to_rfc3339()),
    }
}

fn wish(value: &str) -> Option<(CheckInId, DateTime<FixedOffset>)> {
    let (id, at) = value.split_once(' ')?;
    Some((
        CheckInId(id.parse().ok()?),
        DateTime::parse_from_rfc3339(at).ok()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Kept;
    use crate::domain::checkin::{Answers, CheckIn};

    fn known(clock: &str) -> Known {
        let mut known = Known::at(&format!("2026-11-{clock}:00+01:00"));
        known.diary.is_open = true;
        known
    }

    fn entry(known: &Known, id: i64, phase: Phase) -> CheckIn {
        CheckIn {
            id: CheckInId(id),
            day: known.today_is(),
            at: known.now.wall,
            phase,
            of: (phase != Phase::Before).then_some(CheckInId(1)),
            practice: None,
            answers: Answers::default(),
        }
    }

    #[test]
    fn an_evening_invites_until_it_is_written_or_over() {
        assert_eq!(invitation(&known("22T18:59")), None);
        assert_eq!(invitation(&known("22T19:00")), Some(Invitation::Evening));
        assert_eq!(invitation(&known("23T01:30")), Some(Invitation::Evening));
        assert_eq!(invitation(&known("23T04:00")), None);
        let mut written = known("22T21:00");
        let evening = entry(&written, 1, Phase::Before);
        written.diary.take(Kept::CheckIn(evening));
        assert_eq!(invitation(&written), None);
        // Nobody is invited before it is known whether the evening was written.
        let mut closed = known("22T21:00");
        closed.diary.is_open = false;
        assert_eq!(invitation(&closed), None);
    }

    #[test]
    fn a_wished_for_rating_comes_after_an_hour_and_goes_by_itself() {
        let mut then = known("22T21:00");
        let before = entry(&then, 1, Phase::Before);
        then.diary.take(Kept::CheckIn(before.clone()));
        let Keep::Flag { name, value } = ask_later(CheckInId(1), &then) else {
            panic!("a small fact");
        };
        let at = |clock: &str| {
            let mut known = known(clock);
            known.diary.take(Kept::CheckIn(before.clone()));
            known.diary.note_flag(&name, &value);
            known
        };
        assert_eq!(invitation(&at("22T21:59")), None);
        assert_eq!(invitation(&at("22T22:00")), Some(Invitation::Later(CheckInId(1))));
        assert_eq!(invitation(&at("23T00:00")), None);
        let mut asked = at("22T22:30");
        let later = entry(&asked, 2, Phase::Later);
        asked.diary.take(Kept::CheckIn(later));
        assert_eq!(invitation(&asked), None);
    }
}
