//! Chance that can be repeated: the same seed, the same throws.

use hegu::domain::trial::SplitMix64;

/// The generator that deals the cards of a trial, to choose keys by.
#[derive(Clone, Debug)]
pub struct Dice(SplitMix64);

impl Dice {
    /// The dice of a seed.
    pub fn new(seed: u64) -> Dice {
        Dice(SplitMix64::new(seed))
    }

    /// Any number.
    pub fn roll(&mut self) -> u64 {
        self.0.next_number()
    }

    /// A number below `end`, which is at least 1.
    pub fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    /// A number from `low` to `high`, both included.
    pub fn within(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as u64) as i64
    }

    /// True so many times of a thousand.
    pub fn once_in(&mut self, permille: u64) -> bool {
        self.below(1_000) < permille
    }

    /// One of them.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }
}
