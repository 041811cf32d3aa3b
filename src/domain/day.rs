//! Whose day it is: a day ends when the person's night begins, not at midnight.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Timelike};

/// The hour at which a new day begins. A check-in at half past one at night still belongs to the evening
/// before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DayStart(u8);

impl DayStart {
    /// Midnight to noon; `None` for a later hour, which would put an ordinary evening on the wrong day.
    pub fn at(hour: u8) -> Option<DayStart> {
        (hour <= 12).then_some(DayStart(hour))
    }

    /// The hour, 0 to 12.
    pub fn hour(self) -> u8 {
        self.0
    }

    /// The day a moment belongs to, by the person's own clock at that moment. A change of time zone or of
    /// summer time afterwards moves nothing.
    pub fn day_of(self, wall: DateTime<FixedOffset>) -> NaiveDate {
        (wall.naive_local() - Duration::hours(i64::from(self.0))).date()
    }
}

impl Default for DayStart {
    /// Four in the morning: the hour at which the night part of the day ends as well (see [`DayPart`]).
    fn default() -> DayStart {
        DayStart(4)
    }
}

/// A part of the day by the person's clock. What suits an afternoon does not suit a night.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayPart {
    /// 4 to 11.
    Morning,
    /// 11 to 17.
    Day,
    /// 17 to 21.
    Evening,
    /// 21 to 4.
    Night,
}

impl DayPart {
    /// The part of the day at a moment.
    pub fn at(wall: DateTime<FixedOffset>) -> DayPart {
        match wall.hour() {
            4..=10 => DayPart::Morning,
            11..=16 => DayPart::Day,
            17..=20 => DayPart::Evening,
            _ => DayPart::Night,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).expect("a moment")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn the_small_hours_belong_to_the_evening_before() {
        let start = DayStart::default();
        assert_eq!(start.day_of(at("2026-11-21T23:59:59+01:00")), day("2026-11-21"));
        assert_eq!(start.day_of(at("2026-11-22T03:59:59+01:00")), day("2026-11-21"));
        assert_eq!(start.day_of(at("2026-11-22T04:00:00+01:00")), day("2026-11-22"));
        let midnight = DayStart::at(0).expect("an hour");
        assert_eq!(
            midnight.day_of(at("2026-11-22T00:00:00+01:00")),
            day("2026-11-22")
        );
        assert_eq!(DayStart::at(13), None);
    }

    #[test]
    fn the_clock_on_the_wall_decides_not_the_clock_in_greenwich() {
        // The same instant: evening in Honolulu, next morning in Auckland.
        let start = DayStart::default();
        assert_eq!(start.day_of(at("2026-11-21T21:00:00-10:00")), day("2026-11-21"));
        assert_eq!(start.day_of(at("2026-11-22T20:00:00+13:00")), day("2026-11-22"));
    }

    #[test]
    fn the_night_when_summer_time_ends_has_one_day_more_hours_and_no_second_day() {
        // Copenhagen, 25 October 2026: 02:30 comes twice.
        let start = DayStart::default();
        assert_eq!(start.day_of(at("2026-10-25T02:30:00+02:00")), day("2026-10-24"));
        assert_eq!(start.day_of(at("2026-10-25T02:30:00+01:00")), day("2026-10-24"));
        assert_eq!(start.day_of(at("2026-10-25T04:00:00+01:00")), day("2026-10-25"));
    }

    #[test]
    fn parts_of_the_day_meet_without_a_gap() {
        for (clock, part) in [
            ("03:59", DayPart::Night),
            ("04:00", DayPart::Morning),
            ("10:59", DayPart::Morning),
            ("11:00", DayPart::Day),
            ("16:59", DayPart::Day),
            ("17:00", DayPart::Evening),
            ("20:59", DayPart::Evening),
            ("21:00", DayPart::Night),
        ] {
            assert_eq!(
                DayPart::at(at(&format!("2026-11-21T{clock}:00+01:00"))),
                part,
                "{clock}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_later_moment_is_never_on_an_earlier_day(first in 0i64..4_000_000_000, more in 0i64..200_000, hour in 0u8..=12) {
            let start = DayStart::at(hour).expect("an hour");
            let zone = FixedOffset::east_opt(3600).expect("an offset");
            let moment = |seconds: i64| {
                DateTime::from_timestamp(seconds, 0).expect("a moment").with_timezone(&zone)
            };
            prop_assert!(start.day_of(moment(first)) <= start.day_of(moment(first + more)));
        }
    }
}
