//! The journal at a glance: one number a day, for the pictures of a week, a month and a year.

use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::checkin::{CheckIn, CheckInId, Felt, Measure, Mood, Part, Phase, PracticeId, Scale, Score};
use super::journal::{Of, Pages};

/// What is followed through the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Track {
    /// How it was, in five steps: more is better.
    Mood,
    /// A number from 0 to 10.
    Measure(Measure),
}

impl Track {
    /// The answer of one check-in as a number: mood as its step, 1 to 5.
    pub fn of(self, entry: &CheckIn) -> Option<u8> {
        match self {
            Track::Mood => entry.answers.mood.map(Mood::step),
            Track::Measure(measure) => entry.answers.number(measure).map(Score::value),
        }
    }

    /// The highest number it can have.
    pub fn most(self) -> u8 {
        match self {
            Track::Mood => 5,
            Track::Measure(_) => 10,
        }
    }

    /// Which of four heights a number has: 0 to 2, 3 to 5, 6 to 8, 9 and 10; of the five steps the upper two
    /// share one.
    pub fn height(self, value: u8) -> usize {
        match self {
            Track::Mood => usize::from(value.clamp(1, 4)) - 1,
            Track::Measure(_) => usize::from(value / 3).min(3),
        }
    }

    /// The numbers of a height, for the legend.
    pub fn heights(self) -> [(u8, u8); 4] {
        match self {
            Track::Mood => [(1, 1), (2, 2), (3, 3), (4, 5)],
            Track::Measure(_) => [(0, 2), (3, 5), (6, 8), (9, 10)],
        }
    }

    /// True where a higher number is the better one.
    pub fn more_is_better(self) -> bool {
        match self {
            Track::Mood => true,
            Track::Measure(measure) => measure.more_is_better(),
        }
    }
}

/// Which entries are looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Only {
    /// Those with this tag.
    Tag(String),
    /// Those where this part of the body was marked, on either side.
    Place(Part),
    /// Those around this routine.
    Routine(String),
}

impl Only {
    /// Whether a check-in belongs. An after-rating belongs to what its check-in before does.
    fn takes(&self, entry: &CheckIn, routine: Option<&str>) -> bool {
        match self {
            Only::Tag(tag) => entry.answers.tags.contains(tag),
            Only::Place(part) => entry
                .answers
                .felt
                .iter()
                .any(|feeling| feeling.felt.part() == Some(*part)),
            Only::Routine(id) => routine == Some(id),
        }
    }
}

/// One day of the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// The day's first number before anything else.
    pub before: Option<u8>,
    /// The number right after a practice that follows that first one.
    pub after: Option<u8>,
    /// How many check-ins before, rated or not.
    pub entries: usize,
    /// What the practices were of.
    pub practices: Vec<Of>,
}

/// The days with an entry, of those asked for.
pub type Days = BTreeMap<NaiveDate, Day>;

/// Reads the pages once. `only` leaves out what does not belong.
pub fn days(pages: &Pages, range: &RangeInclusive<NaiveDate>, track: Track, only: Option<&Only>) -> Days {
    let routines: HashMap<PracticeId, Option<&str>> = pages
        .practices
        .iter()
        .map(|practice| (practice.id, practice.routine.as_deref()))
        .collect();
    let routine_of = |practice: Option<PracticeId>| routines.get(&practice?).copied().flatten();
    let mut days = Days::new();
    // The check-in whose number stands for the day, so that its after-rating is found.
    let mut shown: HashMap<CheckInId, NaiveDate> = HashMap::new();
    let mut belongs: HashMap<CheckInId, bool> = HashMap::new();
    for entry in pages.check_ins.iter().filter(|entry| range.contains(&entry.day)) {
        match entry.phase {
            Phase::Before => {
                if only.is_some_and(|only| !only.takes(entry, routine_of(entry.practice))) {
                    continue;
                }
                belongs.insert(entry.id, true);
                let day = days.entry(entry.day).or_default();
                day.entries += 1;
                if let (None, Some(value)) = (day.before, track.of(entry)) {
                    day.before = Some(value);
                    shown.insert(entry.id, entry.day);
                }
            }
            Phase::After => {
                let Some(day) = entry.of.and_then(|of| shown.get(&of)) else {
                    continue;
                };
                if let Some(day) = days.get_mut(day) {
                    day.after = day.after.or(track.of(entry));
                }
            }
            Phase::Later => {}
        }
    }
    for practice in pages
        .practices
        .iter()
        .filter(|practice| range.contains(&practice.day))
    {
        let takes = match only {
            None => true,
            Some(Only::Routine(id)) => practice.routine.as_deref() == Some(id),
            Some(_) => practice.check_in.is_some_and(|id| belongs.contains_key(&id)),
        };
        if takes {
            days.entry(practice.day)
                .or_default()
                .practices
                .push(practice.of());
        }
    }
    days
}

/// What can be followed: mood and every measure ever answered, most often first; of equal ones in the order
/// in which they are asked.
pub fn tracks(pages: &Pages) -> Vec<Track> {
    let mut counts: HashMap<Track, usize> = HashMap::new();
    for entry in pages
        .check_ins
        .iter()
        .filter(|entry| entry.phase == Phase::Before)
    {
        if entry.answers.mood.is_some() {
            *counts.entry(Track::Mood).or_default() += 1;
        }
        for (measure, _) in entry.answers.numbers() {
            *counts.entry(Track::Measure(measure)).or_default() += 1;
        }
    }
    let mut tracks: Vec<(Track, usize)> = counts.into_iter().collect();
    // Last night's sleep stands last: it is the only one that no practice can change.
    let sleep = Track::Measure(Measure::Scale(Scale::Sleep));
    // Numbers before mood: their pictures say more.
    tracks.sort_by_key(|(track, count)| {
        (
            *track == sleep,
            *track == Track::Mood,
            std::cmp::Reverse(*count),
            *track,
        )
    });
    tracks.into_iter().map(|(track, _)| track).collect()
}

/// Where it was felt over some days: how many check-ins marked each place, most often first, and of how many.
pub fn places(
    pages: &Pages,
    range: &RangeInclusive<NaiveDate>,
    only: Option<&Only>,
) -> (Vec<(Felt, usize)>, usize) {
    let routines: HashMap<PracticeId, Option<&str>> = pages
        .practices
        .iter()
        .map(|practice| (practice.id, practice.routine.as_deref()))
        .collect();
    let mut counts: BTreeMap<Felt, usize> = BTreeMap::new();
    let mut all = 0;
    for entry in pages
        .check_ins
        .iter()
        .filter(|entry| entry.phase == Phase::Before && range.contains(&entry.day))
    {
        let routine = entry.practice.and_then(|id| routines.get(&id).copied().flatten());
        if only.is_some_and(|only| !only.takes(entry, routine)) {
            continue;
        }
        all += 1;
        for feeling in &entry.answers.felt {
            *counts.entry(feeling.felt).or_default() += 1;
        }
    }
    let mut counts: Vec<(Felt, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(felt, count)| (std::cmp::Reverse(*count), *felt));
    (counts, all)
}

/// Everything the pages can be narrowed to, most often first within each kind: tags, places, routines.
pub fn onlys(pages: &Pages) -> Vec<(Only, usize)> {
    let mut counts: BTreeMap<Only, usize> = BTreeMap::new();
    for entry in pages
        .check_ins
        .iter()
        .filter(|entry| entry.phase == Phase::Before)
    {
        for tag in &entry.answers.tags {
            *counts.entry(Only::Tag(tag.clone())).or_default() += 1;
        }
        let mut parts: Vec<Part> = entry
            .answers
            .felt
            .iter()
            .filter_map(|feeling| feeling.felt.part())
            .collect();
        parts.sort_unstable();
        parts.dedup();
        for part in parts {
            *counts.entry(Only::Place(part)).or_default() += 1;
        }
    }
    for practice in &pages.practices {
        if let Some(routine) = &practice.routine {
            *counts.entry(Only::Routine(routine.clone())).or_default() += 1;
        }
    }
    let kind = |only: &Only| match only {
        Only::Tag(_) => 0,
        Only::Place(_) => 1,
        Only::Routine(_) => 2,
    };
    let mut onlys: Vec<(Only, usize)> = counts.into_iter().collect();
    onlys.sort_by(|a, b| {
        kind(&a.0)
            .cmp(&kind(&b.0))
            .then(b.1.cmp(&a.1))
            .then_with(|| a.0.cmp(&b.0))
    });
    onlys
}

/// The middle one of some numbers; between the two middle ones where their count is even.
pub fn median(values: &mut [u8]) -> Option<f64> {
    values.sort_unstable();
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(f64::from(values[middle])),
        _ => Some((f64::from(values[middle - 1]) + f64::from(values[middle])) / 2.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::Answers;
    use crate::domain::journal::PracticeEntry;
    use chrono::{DateTime, Duration};

    const TENSION: Track = Track::Measure(Measure::Scale(Scale::Tension));

    fn entry(id: i64, day: i64, phase: Phase, of: Option<i64>, tension: u8, tag: &str) -> CheckIn {
        let at = DateTime::parse_from_rfc3339("2026-11-01T21:00:00+01:00").expect("a moment")
            + Duration::days(day)
            + Duration::minutes(id);
        CheckIn {
            id: CheckInId(id),
            day: at.date_naive(),
            at,
            phase,
            of: of.map(CheckInId),
            practice: (day == 1).then_some(PracticeId(7)),
            answers: Answers {
                tension: Score::new(tension),
                tags: (!tag.is_empty()).then(|| tag.to_owned()).into_iter().collect(),
                ..Answers::default()
            },
        }
    }

    fn pages() -> Pages {
        let practice = |id, day: i64, routine: &str, check_in| PracticeEntry {
            id: PracticeId(id),
            day: day_of(day),
            at: entry(id, day, Phase::Before, None, 0, "").at,
            routine: Some(routine.into()),
            plan: String::new(),
            breath: "calm".into(),
            planned: 0,
            ended: None,
            why: None,
            check_in,
            done: Vec::new(),
        };
        Pages {
            check_ins: vec![
                entry(1, 0, Phase::Before, None, 3, "coffee"),
                entry(2, 1, Phase::Before, None, 7, ""),
                entry(3, 1, Phase::After, Some(2), 4, ""),
                entry(4, 1, Phase::Before, None, 9, "coffee"),
            ],
            practices: vec![
                practice(7, 1, "evening-unwind", Some(CheckInId(2))),
                practice(8, 2, "quiet-five", None),
            ],
        }
    }

    fn day_of(day: i64) -> NaiveDate {
        entry(0, day, Phase::Before, None, 0, "").day
    }

    #[test]
    fn the_first_number_of_a_day_stands_for_it_with_its_own_after() {
        let days = days(&pages(), &(day_of(0)..=day_of(9)), TENSION, None);
        let one = &days[&day_of(1)];
        assert_eq!((one.before, one.after, one.entries), (Some(7), Some(4), 2));
        assert_eq!(one.practices, [Of::Routine("evening-unwind".to_owned())]);
        assert_eq!(days[&day_of(0)].before, Some(3));
        assert_eq!(
            (days[&day_of(2)].before, days[&day_of(2)].practices.len()),
            (None, 1)
        );
        assert_eq!(days.len(), 3);
    }

    #[test]
    fn what_does_not_belong_is_left_out_and_nothing_else() {
        let range = day_of(0)..=day_of(9);
        let tag = Only::Tag("coffee".into());
        let coffee = days(&pages(), &range, TENSION, Some(&tag));
        assert_eq!(coffee[&day_of(1)].before, Some(9));
        assert_eq!(coffee[&day_of(1)].after, None);
        assert!(coffee[&day_of(1)].practices.is_empty());
        let routine = Only::Routine("quiet-five".into());
        let quiet = days(&pages(), &range, TENSION, Some(&routine));
        assert_eq!(quiet.keys().copied().collect::<Vec<_>>(), [day_of(2)]);
        assert_eq!(
            onlys(&pages()),
            [
                (Only::Tag("coffee".into()), 2),
                (Only::Routine("evening-unwind".into()), 1),
                (Only::Routine("quiet-five".into()), 1)
            ]
        );
    }

    #[test]
    fn the_heights_and_their_legend_say_the_same() {
        for track in [Track::Mood, TENSION] {
            for (height, (low, high)) in track.heights().into_iter().enumerate() {
                for value in low..=high {
                    assert_eq!(track.height(value), height, "{track:?} {value}");
                }
            }
            assert_eq!(track.heights()[3].1, track.most());
        }
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [5, 1, 3]), Some(3.0));
        assert_eq!(median(&mut [5, 1, 4, 3]), Some(3.5));
    }
}
