//! What hegu keeps: carries out the effects that touch the disk. The real world and the simulated one of
//! the tests use the same desk, so that what a story sees saved is saved.

use crate::app::{Effect, Message};
use crate::domain::time::Now;

/// The journal and the person's own files.
#[derive(Debug, Default)]
pub struct Desk {}

impl Desk {
    /// Does what an effect says, and answers. Effects that are not for the disk are not for the desk.
    pub fn perform(&mut self, effect: Effect, _now: Now) -> Vec<Message> {
        match effect {
            Effect::Suspend | Effect::Quit => Vec::new(),
        }
    }
}
