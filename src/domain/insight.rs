//! What a person's own before and after numbers say, and how little.
//!
//! Everything is computed on d = before - after, one number for each practice: positive means lower
//! afterwards. Neighbouring practices are alike, so the interval is widened by the effective number of
//! values, n (1 - r) / (1 + r) with r the correlation of each value with the one before it. Serial t tests
//! for one person: Tang J, Landes RD, PLoS ONE 2020;15(2):e0228077, doi:10.1371/journal.pone.0228077.
//! Regression to the mean: Barnett AG, van der Pols JC, Dobson AJ, Int J Epidemiol 2005;34(1):215-220,
//! doi:10.1093/ije/dyh299.
//!
//! The quantile of the t distribution is handed in, because it needs a statistics package and the domain
//! knows none.

use std::collections::{BTreeMap, HashMap};

use super::checkin::{CheckIn, CheckInId, Measure, Phase, PracticeId, Score};

/// Below this many values there are only the values: "too few to say".
pub const FEWEST: usize = 6;
/// Up to and including this many it is "early".
pub const EARLY: usize = 14;
/// With fewer effective values than this, neighbours are too alike for an interval.
const LEAST_EFFECTIVE: f64 = 3.0;
/// Regression to the mean is shown beside the observed change from this many pairs without a practice.
const PAIRS_FOR_REGRESSION: usize = 10;

/// The 97.5 % quantile of the t distribution with so many degrees of freedom, which need not be whole.
pub type T975<'a> = &'a dyn Fn(f64) -> f64;

/// How much a number of values can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Fewer than six: the values themselves.
    TooFew,
    /// Six to fourteen.
    Early,
    /// Fifteen and more.
    Settled,
}

impl Stage {
    /// The stage of so many values.
    pub fn of(n: usize) -> Stage {
        match n {
            0..FEWEST => Stage::TooFew,
            FEWEST..=EARLY => Stage::Early,
            _ => Stage::Settled,
        }
    }
}

/// What may be shown of the uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Interval {
    /// Fewer than six values.
    TooFew,
    /// All values are equal: there is nothing to spread.
    AllTheSame,
    /// Neighbours are so alike that fewer than three values are left.
    TooAlike,
    /// The 95 % interval of the mean, corrected for neighbours being alike.
    Between(f64, f64),
}

/// What is said about a series of changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// How many values.
    pub n: usize,
    /// How much they can carry.
    pub stage: Stage,
    /// The mean.
    pub mean: f64,
    /// The median.
    pub median: f64,
    /// The standard deviation, with n - 1.
    pub sd: f64,
    /// How many were lower afterwards (d above 0).
    pub lower: usize,
    /// How many were unchanged.
    pub same: usize,
    /// How many were higher afterwards.
    pub higher: usize,
    /// The correlation of each value with the one before it; 0 if all are equal.
    pub alike: f64,
    /// How many values it amounts to.
    pub effective: f64,
    /// The interval, or why there is none.
    pub interval: Interval,
}

/// Summarises changes in the order in which they happened. `None` without any.
pub fn summarise(changes: &[i32], t975: T975<'_>) -> Option<Summary> {
    if changes.is_empty() {
        return None;
    }
    let n = changes.len();
    let values: Vec<f64> = changes.iter().map(|d| f64::from(*d)).collect();
    let mean = mean(&values);
    let squares: f64 = values.iter().map(|d| (d - mean).powi(2)).sum();
    let sd = if n > 1 {
        (squares / (n - 1) as f64).sqrt()
    } else {
        0.0
    };
    let all_same = changes.iter().all(|d| *d == changes[0]);
    let alike = if all_same {
        0.0
    } else {
        values
            .windows(2)
            .map(|pair| (pair[1] - mean) * (pair[0] - mean))
            .sum::<f64>()
            / squares
    };
    let effective = if alike > 0.0 {
        n as f64 * (1.0 - alike) / (1.0 + alike)
    } else {
        n as f64
    };
    let interval = match Stage::of(n) {
        Stage::TooFew => Interval::TooFew,
        _ if all_same => Interval::AllTheSame,
        _ if effective < LEAST_EFFECTIVE => Interval::TooAlike,
        _ => {
            let half = t975(effective - 1.0) * sd / effective.sqrt();
            Interval::Between(mean - half, mean + half)
        }
    };
    Some(Summary {
        n,
        stage: Stage::of(n),
        mean,
        median: median(changes),
        sd,
        lower: changes.iter().filter(|d| **d > 0).count(),
        same: changes.iter().filter(|d| **d == 0).count(),
        higher: changes.iter().filter(|d| **d < 0).count(),
        alike,
        effective,
        interval,
    })
}

/// What would be expected without any effect, because people press when it is bad and bad moments pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regression {
    /// How many pairs of check-ins without a practice it rests on.
    pub pairs: usize,
    /// Their correlation, kept within 0 to 1.
    pub rho: f64,
    /// The mean before practices.
    pub mean_before: f64,
    /// The usual mean: at check-ins that no practice followed.
    pub usual_mean: f64,
    /// The drop to be expected anyway.
    pub expected_drop: f64,
}

impl Regression {
    /// Whether enough pairs exist to show it.
    pub fn can_be_shown(&self) -> bool {
        self.pairs >= PAIRS_FOR_REGRESSION
    }
}

/// The expected drop, from pairs of successive ratings without a practice between them and from the ratings
/// before practices. `None` where there is nothing to compute from.
pub fn regression_to_the_mean(pairs: &[(Score, Score)], before: &[Score]) -> Option<Regression> {
    if pairs.len() < 2 || before.is_empty() {
        return None;
    }
    let number = |score: &Score| f64::from(score.value());
    let first: Vec<f64> = pairs.iter().map(|pair| number(&pair.0)).collect();
    let second: Vec<f64> = pairs.iter().map(|pair| number(&pair.1)).collect();
    let before: Vec<f64> = before.iter().map(number).collect();
    // Without any spread there is no correlation to speak of; then the whole distance counts.
    let rho = correlation(&first, &second).unwrap_or(0.0).clamp(0.0, 1.0);
    let (mean_before, usual_mean) = (mean(&before), mean(&first));
    Some(Regression {
        pairs: pairs.len(),
        rho,
        mean_before,
        usual_mean,
        expected_drop: (1.0 - rho) * (mean_before - usual_mean),
    })
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn median(values: &[i32]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        f64::from(sorted[middle])
    } else {
        (f64::from(sorted[middle - 1]) + f64::from(sorted[middle])) / 2.0
    }
}

/// Pearson's correlation; `None` where one side does not vary.
fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let (mean_a, mean_b) = (mean(a), mean(b));
    let sum = |f: &dyn Fn(f64, f64) -> f64| -> f64 {
        a.iter().zip(b).map(|(x, y)| f(x - mean_a, y - mean_b)).sum()
    };
    let (aa, bb, ab) = (sum(&|x, _| x * x), sum(&|_, y| y * y), sum(&|x, y| x * y));
    (aa > 0.0 && bb > 0.0).then(|| ab / (aa * bb).sqrt())
}

/// One practice with its check-in before, and what was answered right after, if anything was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The check-in before.
    pub before: &'a CheckIn,
    /// The rating right after.
    pub after: Option<&'a CheckIn>,
}

impl Pair<'_> {
    /// Before minus after on one measure, when both were answered.
    pub fn change(&self, measure: Measure) -> Option<i32> {
        let before = self.before.answers.number(measure)?;
        let after = self.after?.answers.number(measure)?;
        Some(i32::from(before.value()) - i32::from(after.value()))
    }
}

/// The ratings after a check-in, by what they repeat and when.
fn afters(entries: &[CheckIn]) -> HashMap<(CheckInId, Phase), &CheckIn> {
    let mut afters = HashMap::new();
    for entry in entries {
        if let (Some(of), Phase::After | Phase::Later) = (entry.of, entry.phase) {
            afters.entry((of, entry.phase)).or_insert(entry);
        }
    }
    afters
}

/// Every check-in that a practice followed, with its after-rating: in the order of the entries.
pub fn pairs(entries: &[CheckIn]) -> Vec<Pair<'_>> {
    let afters = afters(entries);
    entries
        .iter()
        .filter(|entry| entry.phase == Phase::Before)
        .filter_map(|before| {
            let after = afters.get(&(before.id, Phase::After)).copied();
            (before.practice.is_some() || after.is_some()).then_some(Pair { before, after })
        })
        .collect()
}

/// Everything the journal holds about one measure around practices, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Of what.
    pub measure: Measure,
    /// Before minus after, for each practice rated before and right after.
    pub changes: Vec<i32>,
    /// The ratings of the same practices, before and after.
    pub pairs: Vec<(Score, Score)>,
    /// Before minus later, for each practice rated again an hour or two later. Reported apart.
    pub later: Vec<i32>,
    /// How many practices began with a rating and have none right after. As visible as the rest.
    pub unrated: usize,
    /// How often it was answered before anything else: what orders the list.
    pub answered: usize,
    /// Pairs of successive ratings without a practice between them.
    quiet: Vec<(Score, Score)>,
    /// The ratings before practices.
    before: Vec<Score>,
    /// The last rating, and whether a practice followed it.
    last: Option<(Score, bool)>,
}

impl Series {
    fn new(measure: Measure) -> Series {
        Series {
            measure,
            changes: Vec::new(),
            pairs: Vec::new(),
            later: Vec::new(),
            unrated: 0,
            answered: 0,
            quiet: Vec::new(),
            before: Vec::new(),
            last: None,
        }
    }

    /// What the ordinary ups and downs of the measure would do by themselves.
    pub fn regression(&self) -> Option<Regression> {
        regression_to_the_mean(&self.quiet, &self.before)
    }
}

/// Reads all entries once and sorts out what they say of each measure, most often answered first.
///
/// `counts` says of a practice whether its ratings are looked at: all of them, or one routine's. Which
/// days were quiet does not depend on it.
pub fn gather(entries: &[CheckIn], counts: &dyn Fn(PracticeId) -> bool) -> Vec<Series> {
    let afters = afters(entries);
    let mut all: BTreeMap<Measure, Series> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.phase == Phase::Before) {
        let after = afters.get(&(entry.id, Phase::After));
        let later = afters.get(&(entry.id, Phase::Later));
        let practice = entry.practice.or(after.and_then(|after| after.practice));
        let practised = practice.is_some() || after.is_some();
        let looked_at = practised && practice.is_none_or(counts);
        for (measure, before) in entry.answers.numbers() {
            let series = all.entry(measure).or_insert_with(|| Series::new(measure));
            series.answered += 1;
            if let Some((last, false)) = series.last {
                series.quiet.push((last, before));
            }
            series.last = Some((before, practised));
            if !looked_at {
                continue;
            }
            series.before.push(before);
            let again = |entry: Option<&&CheckIn>| entry.and_then(|entry| entry.answers.number(measure));
            let change = |now: Score| i32::from(before.value()) - i32::from(now.value());
            match again(after) {
                Some(now) => {
                    series.changes.push(change(now));
                    series.pairs.push((before, now));
                }
                None => series.unrated += 1,
            }
            series.later.extend(again(later).map(change));
        }
    }
    let mut all: Vec<Series> = all.into_values().collect();
    all.sort_by(|a, b| b.answered.cmp(&a.answered).then(a.measure.cmp(&b.measure)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::{Answers, Mood, Scale};
    use chrono::{DateTime, Duration};
    use proptest::prelude::*;

    const TENSION: Measure = Measure::Scale(Scale::Tension);

    fn entry(id: i64, phase: Phase, of: Option<i64>, tension: Option<u8>, practised: bool) -> CheckIn {
        let at = DateTime::parse_from_rfc3339("2026-11-01T21:00:00+01:00").expect("a moment")
            + Duration::hours(id);
        CheckIn {
            id: CheckInId(id),
            day: at.date_naive(),
            at,
            phase,
            of: of.map(CheckInId),
            practice: practised.then_some(PracticeId(id)),
            answers: Answers {
                mood: Some(Mood::Good),
                tension: tension.and_then(Score::new),
                ..Answers::default()
            },
        }
    }

    #[test]
    fn a_missing_after_rating_stays_visible_and_counts_for_nothing() {
        let entries = [
            entry(1, Phase::Before, None, Some(6), true),
            entry(2, Phase::After, Some(1), Some(4), true),
            entry(3, Phase::Before, None, Some(5), true),
            entry(4, Phase::Before, None, Some(3), false),
            entry(5, Phase::Before, None, Some(2), true),
            entry(6, Phase::After, Some(5), Some(4), true),
        ];
        let series = &gather(&entries, &|_| true)[0];
        assert_eq!((series.measure, series.answered), (TENSION, 4));
        assert_eq!(series.changes, [2, -2]);
        assert_eq!(series.unrated, 1);
    }

    #[test]
    fn only_days_without_a_practice_say_what_happens_by_itself() {
        let entries = [
            entry(1, Phase::Before, None, Some(4), false),
            entry(2, Phase::Before, None, Some(6), false),
            entry(3, Phase::Before, None, Some(8), true),
            entry(4, Phase::Before, None, Some(2), false),
            entry(5, Phase::Before, None, Some(2), false),
        ];
        let regression = gather(&entries, &|_| true)[0].regression().expect("three pairs");
        // (4,6), (6,8) and (2,2); not (8,2), which had a practice in it.
        assert_eq!(regression.pairs, 3);
        assert_eq!(regression.usual_mean, 4.0);
        assert_eq!(regression.mean_before, 8.0);
        assert!(!regression.can_be_shown());
    }

    #[test]
    fn one_routine_can_be_looked_at_alone_and_later_ratings_stand_apart() {
        let entries = [
            entry(1, Phase::Before, None, Some(6), true),
            entry(2, Phase::After, Some(1), Some(4), true),
            entry(3, Phase::Later, Some(1), Some(5), true),
            entry(5, Phase::Before, None, Some(5), true),
            entry(6, Phase::After, Some(5), Some(2), true),
        ];
        let first = &gather(&entries, &|id| id == PracticeId(1))[0];
        assert_eq!((&first.changes[..], &first.later[..]), (&[2][..], &[1][..]));
        assert_eq!(first.answered, 2);
        let second = &gather(&entries, &|id| id == PracticeId(5))[0];
        assert_eq!(
            (&second.changes[..], &second.pairs[..]),
            (
                &[3][..],
                &[(Score::new(5).expect("5"), Score::new(2).expect("2"))][..]
            )
        );
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_mean_and_is_never_shown_below_six(changes in proptest::collection::vec(-10i32..=10, 1..60)) {
            // Any quantile above 0 will do here; the real one is checked with the vectors.
            let summary = summarise(&changes, &|_| 2.0).expect("values");
            prop_assert_eq!(summary.lower + summary.same + summary.higher, summary.n);
            match summary.interval {
                Interval::Between(low, high) => {
                    prop_assert!(summary.n >= FEWEST);
                    prop_assert!(low < summary.mean && summary.mean < high);
                }
                Interval::TooFew => prop_assert!(summary.n < FEWEST),
                Interval::AllTheSame => prop_assert!(summary.sd == 0.0),
                Interval::TooAlike => prop_assert!(summary.effective < 3.0),
            }
        }

        #[test]
        fn turning_before_and_after_round_turns_the_sign_and_nothing_else(changes in proptest::collection::vec(-10i32..=10, 6..30)) {
            let turned: Vec<i32> = changes.iter().map(|d| -d).collect();
            let (there, back) = (
                summarise(&changes, &|_| 2.0).expect("values"),
                summarise(&turned, &|_| 2.0).expect("values"),
            );
            prop_assert!((there.mean + back.mean).abs() < 1e-12);
            prop_assert!((there.effective - back.effective).abs() < 1e-9);
            prop_assert_eq!(there.lower, back.higher);
        }
    }
}
