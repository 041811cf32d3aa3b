//! Time as hegu is told it. Nothing in the domain asks what time it is.

use chrono::{DateTime, FixedOffset};

/// A length of time in whole milliseconds.
pub type Ms = u64;

/// A moment on the steady clock: milliseconds since some fixed start, never set back, and not running
/// while the machine sleeps or the program is stopped is allowed for by [`Now::wall`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub Ms);

impl Moment {
    /// The time from `earlier` until this moment; 0 if `earlier` lies ahead.
    pub fn since(self, earlier: Moment) -> Ms {
        self.0.saturating_sub(earlier.0)
    }

    /// The moment `ms` later.
    pub fn after(self, ms: Ms) -> Moment {
        Moment(self.0.saturating_add(ms))
    }
}

/// What every message carries: the steady moment it arrived and what the wall clock said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// For measuring: never jumps.
    pub steady: Moment,
    /// For writing down: the person's own date, time and offset.
    pub wall: DateTime<FixedOffset>,
}
