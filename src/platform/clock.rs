//! The machine's clocks.

use std::time::Instant;

use crate::domain::time::{Moment, Now};

/// The steady clock from a fixed start, and the wall clock.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Instant,
}

impl Default for Clock {
    fn default() -> Clock {
        Clock {
            start: Instant::now(),
        }
    }
}

impl Clock {
    /// What the clocks say.
    pub fn now(&self) -> Now {
        Now {
            steady: Moment(self.start.elapsed().as_millis() as u64),
            wall: chrono::Local::now().fixed_offset(),
        }
    }
}
