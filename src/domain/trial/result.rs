//! What a trial says: the difference, its interval, and how often chance alone would deal it.

use std::collections::BTreeMap;

use super::{Card, Design, Kind, Standing, Trial};
use crate::domain::insight::{FEWEST, Interval, Summary, T975, summarise};

/// A half-width of the interval above this is wide: more evenings would narrow it.
const WIDE: f64 = 1.0;
/// The usual two-sided level.
const LEVEL: f64 = 0.05;

/// Pressing beside one other kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The other kind.
    pub other: Kind,
    /// The pair differences in the order of the evenings: change when pressing minus change otherwise.
    pub pairs: Vec<i32>,
    /// What they come to; `None` without a complete block.
    pub summary: Option<Summary>,
    /// In how many ways of dealing the cards the difference would have been as large or larger.
    pub as_extreme: u128,
    /// In how many ways the cards could have been dealt.
    pub deals: u128,
    /// The changes an hour or two later, pressing and other, where rated.
    pub later: (Vec<i32>, Vec<i32>),
    /// What may be said.
    pub says: Says,
}

/// What may be said of a trial's figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Says {
    /// Fewer than six pairs, or neighbours too alike: the values only.
    TooFew,
    /// The interval lies above 0 and chance seldom deals it.
    FellMore,
    /// The interval lies below 0 and chance seldom deals it.
    FellLess,
    /// Anything between, and the interval is wide; or interval and chance disagree.
    TooClose,
    /// The interval is narrow and holds 0: no difference larger than this showed.
    NoLarger(f64),
}

impl Outcome {
    /// The share of deals as extreme.
    pub fn p(&self) -> f64 {
        if self.deals == 0 {
            return 1.0;
        }
        self.as_extreme as f64 / self.deals as f64
    }
}

impl Trial {
    /// The results, one for each other kind. `None` before the end: nobody peeks.
    pub fn outcomes(&self, standing: &Standing, t975: T975<'_>) -> Option<Vec<Outcome>> {
        self.is_over(standing)
            .then(|| outcomes_of(self.design, &standing.used, t975))
    }
}

/// The figures of used cards, in the order of their evenings.
pub fn outcomes_of(design: Design, used: &[Card], t975: T975<'_>) -> Vec<Outcome> {
    let others = design.kinds()[1..].iter();
    others.map(|other| outcome(design, used, *other, t975)).collect()
}

fn outcome(design: Design, used: &[Card], other: Kind, t975: T975<'_>) -> Outcome {
    // Only complete blocks: the kinds stay balanced.
    let blocks: Vec<&[Card]> = used.chunks_exact(design.block()).collect();
    let mut pairs = Vec::new();
    for block in &blocks {
        let of = |kind| {
            block
                .iter()
                .filter(move |card| card.kind == kind)
                .map(Card::change)
        };
        pairs.extend(
            of(Kind::Practice)
                .zip(of(other))
                .map(|(press, rest)| press - rest),
        );
    }
    let (as_extreme, deals) = shuffle_test(&blocks, other);
    let summary = summarise(&pairs, t975);
    let later = |kind| {
        used.iter()
            .filter(|card| card.kind == kind)
            .filter_map(|card| Some(i32::from(card.before.value()) - i32::from(card.later?.value())))
            .collect()
    };
    let p = if deals == 0 {
        1.0
    } else {
        as_extreme as f64 / deals as f64
    };
    Outcome {
        other,
        says: says(summary.as_ref(), p),
        pairs,
        summary,
        as_extreme,
        deals,
        later: (later(Kind::Practice), later(other)),
    }
}

/// Interval and chance must agree; where they do not, the cautious one rules.
fn says(summary: Option<&Summary>, p: f64) -> Says {
    let Some(summary) = summary.filter(|summary| summary.n >= FEWEST) else {
        return Says::TooFew;
    };
    let Interval::Between(low, high) = summary.interval else {
        return Says::TooFew;
    };
    let seldom = p < LEVEL;
    if low > 0.0 && seldom {
        Says::FellMore
    } else if high < 0.0 && seldom {
        Says::FellLess
    } else if low > 0.0 || high < 0.0 || seldom || (high - low) / 2.0 > WIDE {
        Says::TooClose
    } else {
        Says::NoLarger(low.abs().max(high.abs()))
    }
}

/// The randomisation as it was done, done again in every other way: within each block the labels of the two
/// kinds are dealt in all ways, a third kind keeps its place. The distribution of the difference of sums is
/// built block by block, exactly; returns how many deals are as extreme as the real one, of how many.
fn shuffle_test(blocks: &[&[Card]], other: Kind) -> (u128, u128) {
    let mut ways: BTreeMap<i64, u128> = BTreeMap::from([(0, 1)]);
    let mut observed: i64 = 0;
    for block in blocks {
        let dealt: Vec<(bool, i64)> = block
            .iter()
            .filter(|card| card.kind == Kind::Practice || card.kind == other)
            .map(|card| (card.kind == Kind::Practice, i64::from(card.change())))
            .collect();
        let pressing = dealt.iter().filter(|(press, _)| *press).count();
        observed += dealt
            .iter()
            .map(|(press, change)| if *press { *change } else { -*change })
            .sum::<i64>();
        let mut next: BTreeMap<i64, u128> = BTreeMap::new();
        for labels in 0u32..1 << dealt.len() {
            if labels.count_ones() as usize != pressing {
                continue;
            }
            let sum: i64 = dealt
                .iter()
                .enumerate()
                .map(|(at, (_, change))| if labels >> at & 1 == 1 { *change } else { -*change })
                .sum();
            for (so_far, count) in &ways {
                *next.entry(so_far + sum).or_default() += count;
            }
        }
        ways = next;
    }
    let deals: u128 = ways.values().sum();
    let as_extreme = ways
        .iter()
        .filter(|(sum, _)| sum.abs() >= observed.abs())
        .map(|(_, count)| count)
        .sum();
    (as_extreme, deals)
}

/// Pairs for an 80 % chance to see a true difference with a paired t test, two-sided 5 %, by the spread of
/// the pair differences: the power of the noncentral t distribution, tabled so that it can be shown before
/// the start. `tests/data/trial.json` holds the figures of a statistics package.
const NEEDED: [(f64, [u16; 4]); 5] = [
    (1.0, [34, 10, 6, 5]),
    (1.5, [73, 20, 10, 7]),
    (2.0, [128, 34, 16, 10]),
    (2.5, [199, 52, 24, 15]),
    (3.0, [285, 73, 34, 20]),
];

/// How many pairs would be needed to see a true difference of half a point, 1, 1.5 and 2 points, for a spread
/// of the pair differences: the nearest row that is not smaller, so that nobody is promised too much.
pub fn pairs_needed(spread: f64) -> [(f64, u16); 4] {
    let row = NEEDED
        .iter()
        .find(|(sd, _)| spread <= *sd + 1e-9)
        .unwrap_or(&NEEDED[NEEDED.len() - 1]);
    [0.5, 1.0, 1.5, 2.0].map(|difference| (difference, row.1[(difference * 2.0) as usize - 1]))
}
