//! Breath patterns: how long in, how long out, and whether anything is held in between.

mod own;

pub use own::{RatioFault, meant, own, seconds};

use super::time::Ms;
use super::words::{Text, Words};

/// The shortest and the longest in-breath or out-breath (evidence: bounds of the breathing section; no fast
/// and no forced styles exist in hegu, BR-06).
pub const PHASE: (Ms, Ms) = (2_000, 8_000);

/// The longest hold of any pattern: the 7 s of 4-7-8 (EV-BR-06).
pub const LONGEST_HOLD: Ms = 7_000;

/// The shortest and the longest breath: 12 to 3 breaths a minute.
pub const CYCLE: (Ms, Ms) = (5_000, 20_000);

/// The longest breath under which anything is pressed; a longer one is for breathing items only.
pub const LONGEST_PRESSING_CYCLE: Ms = 12_000;

/// The silent grid of natural breathing. Nobody is asked to breathe at this rate; plans are counted in it.
const NATURAL_GRID: Ms = 5_000;

/// The longest breathing item: 10 minutes (evidence: bounds of the breathing section).
pub const LONGEST_BREATHING: Ms = 600_000;

/// The time of one breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rhythm {
    /// A counted breath.
    Paced {
        /// Breathing in, any top-up included.
        inhale: Ms,
        /// Held full; 0 in most patterns.
        full: Ms,
        /// Breathing out.
        exhale: Ms,
        /// Held empty; 0 in most patterns.
        empty: Ms,
        /// Where inside the in-breath a second, short breath is taken on top; `None` in most patterns.
        top_up: Option<Ms>,
    },
    /// Breathe as you like: no cue, only a silent grid to count lengths in.
    Natural,
}

/// A part of a breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// Breathing in.
    In,
    /// Held full.
    Full,
    /// Breathing out.
    Out,
    /// Held empty.
    Empty,
    /// As it comes; the whole of an uncounted breath.
    Free,
}

impl Phase {
    /// True while nothing moves: held full or held empty.
    pub fn is_hold(self) -> bool {
        matches!(self, Phase::Full | Phase::Empty)
    }
}

/// A phase and its place in the breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseSpan {
    /// Which.
    pub phase: Phase,
    /// When it begins, from the start of the breath.
    pub start: Ms,
    /// How long it lasts; never 0.
    pub length: Ms,
}

impl PhaseSpan {
    /// How far the breath is open, 0 to 1, `into` ms into the phase. Speed is zero at both ends, so that
    /// phases join without a jerk; the out-breath is a little faster at first and long at the end, as lungs
    /// are. A breath that nobody counts stays half open.
    pub fn openness(&self, into: Ms) -> f32 {
        use std::f32::consts::PI;
        let p = (into as f32 / self.length as f32).clamp(0.0, 1.0);
        match self.phase {
            Phase::In => (1.0 - (PI * p).cos()) / 2.0,
            Phase::Out => {
                let q = 1.0 - (1.0 - p).powf(1.25);
                (1.0 + (PI * q).cos()) / 2.0
            }
            Phase::Full => 1.0,
            Phase::Empty => 0.0,
            Phase::Free => 0.5,
        }
    }
}

/// Why a rhythm is not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RhythmFault {
    /// An in- or out-breath outside [`PHASE`].
    Phase(Ms),
    /// A hold longer than [`LONGEST_HOLD`].
    Hold(Ms),
    /// A whole breath outside [`CYCLE`].
    Cycle(Ms),
    /// A top-up outside its in-breath.
    TopUp(Ms),
}

impl Rhythm {
    /// A breath without holds.
    pub const fn paced(inhale: Ms, exhale: Ms) -> Rhythm {
        Rhythm::Paced {
            inhale,
            full: 0,
            exhale,
            empty: 0,
            top_up: None,
        }
    }

    /// The default for everyone: 4 s in, 6 s out (EV-BR-08).
    pub const CALM: Rhythm = Rhythm::paced(4_000, 6_000);

    /// The length of one breath.
    pub fn cycle(self) -> Ms {
        match self {
            Rhythm::Paced {
                inhale,
                full,
                exhale,
                empty,
                ..
            } => inhale + full + exhale + empty,
            Rhythm::Natural => NATURAL_GRID,
        }
    }

    /// True when the breath is held anywhere.
    pub fn has_hold(self) -> bool {
        matches!(self, Rhythm::Paced { full, empty, .. } if full + empty > 0)
    }

    /// True for a counted breath.
    pub fn is_paced(self) -> bool {
        self != Rhythm::Natural
    }

    /// The phases in order, none of them empty.
    pub fn phases(self) -> impl Iterator<Item = PhaseSpan> {
        let spans = match self {
            Rhythm::Paced {
                inhale,
                full,
                exhale,
                empty,
                ..
            } => [
                (Phase::In, inhale),
                (Phase::Full, full),
                (Phase::Out, exhale),
                (Phase::Empty, empty),
            ],
            Rhythm::Natural => [
                (Phase::Free, NATURAL_GRID),
                (Phase::Free, 0),
                (Phase::Free, 0),
                (Phase::Free, 0),
            ],
        };
        spans
            .into_iter()
            .scan(0, |start, (phase, length)| {
                let span = PhaseSpan {
                    phase,
                    start: *start,
                    length,
                };
                *start += length;
                Some(span)
            })
            .filter(|span| span.length > 0)
    }

    /// The phase a moment inside the breath lies in. `into` is taken round the cycle.
    pub fn phase_at(self, into: Ms) -> PhaseSpan {
        let into = into % self.cycle();
        self.phases()
            .filter(|span| span.start <= into)
            .last()
            .expect("a breath has a phase that begins at 0")
    }

    /// What puts the rhythm outside hegu's bounds, if anything does.
    pub fn fault(self) -> Option<RhythmFault> {
        self.fault_at(100)
    }

    /// What would put the rhythm outside the bounds when played at `percent` of its speed.
    pub fn fault_at(self, percent: Ms) -> Option<RhythmFault> {
        let Rhythm::Paced {
            inhale,
            full,
            exhale,
            empty,
            top_up,
        } = self
        else {
            return None;
        };
        // Compared by cross-multiplying, so that no rounding lets a bound slip.
        let below = |ms: Ms, least: Ms| ms * 100 < least * percent;
        let above = |ms: Ms, most: Ms| ms * 100 > most * percent;
        for ms in [inhale, exhale] {
            if below(ms, PHASE.0) || above(ms, PHASE.1) {
                return Some(RhythmFault::Phase(ms));
            }
        }
        for ms in [full, empty] {
            if above(ms, LONGEST_HOLD) {
                return Some(RhythmFault::Hold(ms));
            }
        }
        let cycle = self.cycle();
        if below(cycle, CYCLE.0) || above(cycle, CYCLE.1) {
            return Some(RhythmFault::Cycle(cycle));
        }
        match top_up {
            Some(at) if at == 0 || at >= inhale => Some(RhythmFault::TopUp(at)),
            _ => None,
        }
    }

    /// The rhythm as one to press by: none with holds (nobody holds the breath while pressing), none
    /// longer than [`LONGEST_PRESSING_CYCLE`], none out of bounds.
    pub fn pace(self) -> Option<Pace> {
        let fits = !self.has_hold() && self.cycle() <= LONGEST_PRESSING_CYCLE && self.fault().is_none();
        fits.then_some(Pace(self))
    }
}

/// A rhythm one may press by. There is no other way to get one than [`Rhythm::pace`], so no press ever
/// happens under a pattern with holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pace(Rhythm);

impl Pace {
    /// 4 s in, 6 s out.
    pub const CALM: Pace = Pace(Rhythm::CALM);

    /// No counting.
    pub const NATURAL: Pace = Pace(Rhythm::Natural);

    /// The rhythm itself.
    pub fn rhythm(self) -> Rhythm {
        self.0
    }

    /// The length of one breath.
    pub fn cycle(self) -> Ms {
        self.0.cycle()
    }

    /// Breaths for a pause that must last at least `t`.
    pub fn need(self, t: Ms) -> Ms {
        t.div_ceil(self.cycle()).max(1)
    }

    /// Breaths for a length somebody chose: the nearest, half up.
    pub fn near(self, t: Ms) -> Ms {
        nearest(t, self.cycle()).max(1)
    }
}

/// `a / b` to the nearest whole number, half up.
pub fn nearest(a: Ms, b: Ms) -> Ms {
    (2 * a + b) / (2 * b)
}

/// A named way of breathing, as the content tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Id used in data, settings and on the command line: `calm`.
    pub id: Text,
    /// What it is called.
    pub name: Words,
    /// What it is, and what one may expect of it: one or two sentences.
    pub about: Words,
    /// Its time.
    pub rhythm: Rhythm,
    /// Rows of the evidence that may be named with it; empty where none may.
    pub evidence: Vec<Text>,
    /// The most breaths in one go (BR-05: four of 4-7-8); `None` where only the minutes bound it.
    pub most_breaths: Option<u16>,
}

impl Pattern {
    /// How many breaths of it fill `ms`, to the nearest, within its bounds.
    pub fn breaths(&self, ms: Ms) -> Ms {
        breaths_of(self.rhythm, self.most_breaths, ms)
    }
}

/// How many breaths of a rhythm fill `ms`, to the nearest, at least one, at most
/// [`LONGEST_BREATHING`] and `most`.
pub fn breaths_of(rhythm: Rhythm, most: Option<u16>, ms: Ms) -> Ms {
    let cycle = rhythm.cycle();
    let most = most.map_or(Ms::MAX, Ms::from).min(LONGEST_BREATHING / cycle);
    nearest(ms, cycle).clamp(1, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rhythm = Rhythm::Paced {
        inhale: 4_000,
        full: 4_000,
        exhale: 4_000,
        empty: 4_000,
        top_up: None,
    };
    const FOUR_SEVEN_EIGHT: Rhythm = Rhythm::Paced {
        inhale: 4_000,
        full: 7_000,
        exhale: 8_000,
        empty: 0,
        top_up: None,
    };

    #[test]
    fn phases_tile_the_breath() {
        for rhythm in [Rhythm::CALM, BOX, FOUR_SEVEN_EIGHT, Rhythm::Natural] {
            let mut at = 0;
            for span in rhythm.phases() {
                assert_eq!(span.start, at);
                assert_eq!(rhythm.phase_at(at), span);
                assert_eq!(rhythm.phase_at(at + span.length - 1), span);
                at += span.length;
            }
            assert_eq!(at, rhythm.cycle());
            assert_eq!(rhythm.phase_at(at), rhythm.phase_at(0));
        }
    }

    #[test]
    fn the_breath_opens_and_closes_without_a_jerk() {
        let mut last = 0.0;
        for rhythm in [Rhythm::CALM, FOUR_SEVEN_EIGHT, BOX] {
            for ms in 0..rhythm.cycle() {
                let span = rhythm.phase_at(ms);
                let open = span.openness(ms - span.start);
                assert!((open - last).abs() < 0.002, "{ms}: {last} {open}");
                last = open;
            }
        }
    }

    #[test]
    fn nobody_presses_under_a_hold_or_a_very_long_breath() {
        assert!(Rhythm::CALM.pace().is_some());
        assert!(Rhythm::Natural.pace().is_some());
        assert!(Rhythm::paced(4_000, 8_000).pace().is_some());
        assert_eq!(Rhythm::paced(5_000, 8_000).pace(), None);
        assert_eq!(BOX.pace(), None);
        assert_eq!(FOUR_SEVEN_EIGHT.pace(), None);
    }

    #[test]
    fn no_fast_and_no_forced_breath() {
        assert_eq!(
            Rhythm::paced(1_500, 4_000).fault(),
            Some(RhythmFault::Phase(1_500))
        );
        assert_eq!(
            Rhythm::paced(4_000, 9_000).fault(),
            Some(RhythmFault::Phase(9_000))
        );
        assert_eq!(
            Rhythm::paced(2_000, 2_500).fault(),
            Some(RhythmFault::Cycle(4_500))
        );
        assert_eq!(FOUR_SEVEN_EIGHT.fault(), None);
        assert_eq!(FOUR_SEVEN_EIGHT.fault_at(90), Some(RhythmFault::Phase(8_000)));
        assert_eq!(Rhythm::CALM.fault_at(80), None);
        assert_eq!(Rhythm::CALM.fault_at(120), None);
        assert_eq!(Rhythm::Natural.fault_at(1), None);
    }

    #[test]
    fn lengths_round_to_whole_breaths() {
        let calm = Pace::CALM;
        assert_eq!(
            (calm.need(8_000), calm.need(10_000), calm.need(10_001)),
            (1, 1, 2)
        );
        assert_eq!((calm.near(1), calm.near(14_999), calm.near(15_000)), (1, 1, 2));
        assert_eq!(breaths_of(Rhythm::Natural, None, 40_000), 8);
        assert_eq!(breaths_of(FOUR_SEVEN_EIGHT, Some(4), 300_000), 4);
        assert_eq!(breaths_of(Rhythm::CALM, None, 3_600_000), 60);
    }
}
