//! The composer: from what a person comes with, how long there is and how they sit, to the points to press.
//!
//! It weighs what trials say above what custom says, near and far points together above one alone, and few
//! changes of posture. All of it is integers and the order is total, so the same wish always gets the same
//! plan. `choose` finds out which points there are to choose from; this file chooses among them.

mod choose;

pub use choose::{Chosen, Composed, LeftOut, NothingComposed, Taste, Wanted, WhyNot, World, compose, grade};

use std::cmp::Reverse;
use std::collections::HashMap;

use super::atlas::PointId;
use super::breath::Pace;
use super::point::Posture;
use super::time::Ms;

/// The most points of a composed plan: the sets that were tested have five and six.
pub const MOST_POINTS: usize = 6;
/// The most uses one composes for at a time.
pub const MOST_USES: usize = 3;

/// What a use with a point is worth, and again when it has a near and a far one; what a change of posture
/// costs. Choices of ours, like every number of this file.
const COVERED: i32 = 20;
const CHANGE_OF_POSTURE: i32 = 8;
const LIKED: i32 = 3;
const KNOWN: i32 = 2;
const LIGHT: i32 = 4;
const AWKWARD: i32 = 6;
/// The share of the whole time wished for one point, and its least, seconds.
const SHARE: u64 = 8;
const LEAST_WISH: u64 = 30;

/// The pauses of a plan; the timeline's own.
const LEAD_IN: Ms = 10_000;
const LEAD_IN_POSTURE: Ms = 20_000;
const SWITCH: Ms = 8_000;
const CLOSE: (Ms, Ms) = (10_000, 60_000);

/// A point that may be chosen. Candidates are given in rank order, top of the body first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub point: PointId,
    /// What it is worth for each use wanted; 0 where it serves none.
    pub grades: Vec<u8>,
    /// Whether it lies near the complaint, for each use; `None` where nothing is near.
    pub near: Vec<Option<bool>>,
    /// The postures it can be reached in.
    pub postures: Vec<Posture>,
    /// How many presses it makes: 2 where one side follows the other.
    pub sides: Ms,
    /// The longest on one side, seconds.
    pub longest: u16,
    /// Safety wants it light.
    pub light: bool,
    /// Hard to reach with bare hands.
    pub awkward: bool,
    /// The person likes it.
    pub liked: bool,
    /// The person has practised it before.
    pub known: bool,
}

/// How much time there is, and how it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The whole practice.
    pub time: Ms,
    /// The breath it is counted in.
    pub pace: Pace,
    /// There is a rounded tool, so that nothing is awkward.
    pub tool: bool,
}

impl Frame {
    /// The wish for one point on one side, seconds.
    pub fn wish(&self, longest: u16) -> u16 {
        let share = (self.time / 1_000 / SHARE).clamp(LEAST_WISH, u64::from(longest).max(LEAST_WISH));
        share as u16
    }

    /// What a point costs in breaths: its lead-in, its presses with their releases, its switch.
    pub fn cost(&self, candidate: &Candidate) -> Ms {
        let wished = self.pace.near(Ms::from(self.wish(candidate.longest)) * 1_000);
        let pressed = if candidate.light {
            (wished / 2).max(2)
        } else {
            wished
        };
        let switches = (candidate.sides - 1) * self.pace.need(SWITCH);
        self.pace.need(LEAD_IN) + candidate.sides * (pressed + 1) + switches
    }

    /// What there is to spend, in breaths, with so many postures.
    pub fn capacity(&self, postures: usize) -> Ms {
        let cycle = self.pace.cycle();
        let all = (2 * self.time + cycle) / (2 * cycle);
        let close = self.pace.near((self.time / 20).clamp(CLOSE.0, CLOSE.1));
        let settling = self.pace.need(LEAD_IN_POSTURE) - self.pace.need(LEAD_IN);
        all.saturating_sub(close + settling * postures as Ms)
    }
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The candidates by index, with their postures, in the order of practice.
    pub picks: Vec<(usize, Posture)>,
    /// What it is worth.
    pub value: i32,
    /// What it costs, in breaths.
    pub cost: Ms,
    /// What there was to spend.
    pub capacity: Ms,
}

/// The postures in the order in which plans prefer them.
const POSTURES: [Posture; 4] = [Posture::Stand, Posture::Sit, Posture::Cross, Posture::Lie];

/// What a point is worth by itself.
pub fn value(candidate: &Candidate, weights: &[i32], frame: &Frame) -> i32 {
    let served: i32 = candidate
        .grades
        .iter()
        .zip(weights)
        .map(|(grade, weight)| i32::from(*grade) * weight)
        .sum();
    if served == 0 {
        return 0;
    }
    let minus = |is: bool, by: i32| if is { -by } else { 0 };
    served
        + minus(candidate.liked, -LIKED)
        + minus(candidate.known, -KNOWN)
        + minus(candidate.light, LIGHT)
        + minus(candidate.awkward && !frame.tool, AWKWARD)
}

/// Which uses have a point, and which have a near and a far one: two bits a use.
type Coverage = u8;

fn coverage(candidate: &Candidate) -> Coverage {
    candidate
        .grades
        .iter()
        .zip(&candidate.near)
        .enumerate()
        .filter(|(_, (grade, _))| **grade > 0)
        .map(|(index, (_, near))| {
            let bit = if *near == Some(false) { 2 } else { 1 };
            bit << (2 * index)
        })
        .fold(0, |all, bit| all | bit)
}

fn covered(coverage: Coverage, weights: &[i32]) -> i32 {
    weights
        .iter()
        .enumerate()
        .map(|(index, weight)| match coverage >> (2 * index) & 3 {
            0 => 0,
            3 => 2 * COVERED * weight,
            _ => COVERED * weight,
        })
        .sum()
}

/// The chosen ranks in order, filled up: read as a string of bits with rank 0 first, the smaller list is the
/// larger string.
type Ranks = [u16; MOST_POINTS];

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct State {
    cost: Ms,
    coverage: Coverage,
    postures: u8,
    count: u8,
}

/// The best choice, or `None` when not even one point fits.
///
/// For every set of postures a dynamic programme over the candidates in rank order: everything later depends
/// on nothing but the cost so far, what is covered, which postures were used and how many points there are,
/// so that of two ways to the same state only the better need be kept. Exact, and bounded in time.
pub fn solve(
    candidates: &[Candidate],
    weights: &[i32],
    allowed: &[Posture],
    frame: &Frame,
) -> Option<Solution> {
    type Best = (i32, Reverse<u32>, Reverse<Ms>, Reverse<Ranks>, Reverse<u8>);
    let mut best: Option<Best> = None;
    for set in 1..16_u8 {
        let of_set: Vec<Posture> = postures_of(set).collect();
        if !of_set.iter().all(|posture| allowed.contains(posture)) {
            continue;
        }
        let capacity = frame.capacity(of_set.len());
        for (state, (sum, ranks)) in ways(candidates, weights, set, capacity, frame) {
            if state.count == 0 || state.postures != set {
                continue;
            }
            let changes = of_set.len() as i32 - 1;
            let total = sum + covered(state.coverage, weights) - CHANGE_OF_POSTURE * changes;
            let found = (
                total,
                Reverse(set.count_ones()),
                Reverse(state.cost),
                ranks,
                Reverse(set),
            );
            if best.is_none_or(|best| found > best) {
                best = Some(found);
            }
        }
    }
    let (value, _, Reverse(cost), Reverse(ranks), Reverse(set)) = best?;
    let mut picks: Vec<(usize, Posture)> = ranks
        .into_iter()
        .take_while(|rank| *rank != u16::MAX)
        .filter_map(|rank| {
            let index = usize::from(rank);
            Some((index, posture_in(&candidates[index], set)?))
        })
        .collect();
    picks.sort_by_key(|(index, posture)| (*posture, *index));
    Some(Solution {
        picks,
        value,
        cost,
        capacity: frame.capacity(set.count_ones() as usize),
    })
}

/// Every way worth keeping, with what it is worth and what it takes.
fn ways(
    candidates: &[Candidate],
    weights: &[i32],
    set: u8,
    capacity: Ms,
    frame: &Frame,
) -> HashMap<State, (i32, Reverse<Ranks>)> {
    let start = State {
        cost: 0,
        coverage: 0,
        postures: 0,
        count: 0,
    };
    let mut ways = HashMap::from([(start, (0, Reverse([u16::MAX; MOST_POINTS])))]);
    for (rank, candidate) in candidates.iter().enumerate() {
        let worth = value(candidate, weights, frame);
        let Some(posture) = posture_in(candidate, set).filter(|_| worth > 0) else {
            continue;
        };
        let cost = frame.cost(candidate);
        let covers = coverage(candidate);
        let grown: Vec<(State, (i32, Reverse<Ranks>))> = ways
            .iter()
            .filter(|(state, _)| usize::from(state.count) < MOST_POINTS && state.cost + cost <= capacity)
            .map(|(state, (sum, Reverse(ranks)))| {
                let mut ranks = *ranks;
                ranks[usize::from(state.count)] = rank as u16;
                let state = State {
                    cost: state.cost + cost,
                    coverage: state.coverage | covers,
                    postures: state.postures | bit(posture),
                    count: state.count + 1,
                };
                (state, (sum + worth, Reverse(ranks)))
            })
            .collect();
        for (state, way) in grown {
            let kept = ways.entry(state).or_insert(way);
            *kept = (*kept).max(way);
        }
    }
    ways
}

fn bit(posture: Posture) -> u8 {
    POSTURES
        .iter()
        .position(|other| *other == posture)
        .map_or(0, |at| 1 << at)
}

fn postures_of(set: u8) -> impl Iterator<Item = Posture> {
    POSTURES
        .into_iter()
        .filter(move |posture| set & bit(*posture) != 0)
}

/// The first posture of a set that a point can be reached in.
fn posture_in(candidate: &Candidate, set: u8) -> Option<Posture> {
    postures_of(set).find(|posture| candidate.postures.contains(posture))
}

#[cfg(test)]
mod tests;
