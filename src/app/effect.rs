//! What should happen in the world, and what the world says about it. Plain data: a test compares it.

use super::keep::{Keep, Kept};

/// Something the world is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the journal.
    Keep(Keep),
    /// Stop like any program on ctrl-z: leave the screen, wait to be continued, come back.
    Suspend,
    /// End the program.
    Quit,
}

/// What became of an effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The journal's.
    Kept(Kept),
}
