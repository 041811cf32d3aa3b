//! Chance, so that it can be told again: the same seed deals the same cards on every machine.

use super::{Design, Kind};

/// Steele GL, Lea D, Flood CH: Fast splittable pseudorandom number generators, OOPSLA 2014,
/// doi:10.1145/2660193.2660195.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// A generator from a seed.
    pub fn new(seed: u64) -> SplitMix64 {
        SplitMix64(seed)
    }

    /// The next number.
    pub fn next_number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, every one as likely: what would tip the balance is drawn again.
    pub fn below(&mut self, n: u64) -> u64 {
        // 2^64 - (2^64 mod n): everything at or above would make small numbers likelier.
        let excess = (u64::MAX % n + 1) % n;
        loop {
            let x = self.next_number();
            if excess == 0 || x <= u64::MAX - excess {
                return x % n;
            }
        }
    }
}

/// Deals all cards: each block holds every kind equally often, in an order left to chance.
pub fn deal(seed: u64, design: Design, blocks: u8) -> Vec<Kind> {
    let mut chance = SplitMix64::new(seed);
    let mut order = Vec::with_capacity(design.block() * usize::from(blocks));
    for _ in 0..blocks {
        let mut deck: Vec<Kind> = design
            .kinds()
            .iter()
            .flat_map(|kind| std::iter::repeat_n(*kind, design.each()))
            .collect();
        for i in (1..deck.len()).rev() {
            let j = chance.below(i as u64 + 1) as usize;
            deck.swap(i, j);
        }
        order.extend(deck);
    }
    order
}
