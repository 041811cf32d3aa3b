//! What hegu keeps: carries out the effects that touch the disk. The real world and the simulated one of
//! the tests use the same desk, so that what a story sees saved is saved.

use std::path::PathBuf;

use super::journal::keeper::Keeper;
use crate::app::{Answer, Effect, Message};
use crate::domain::time::Now;

/// The journal and the person's own files.
#[derive(Debug)]
pub struct Desk {
    keeper: Keeper,
}

impl Desk {
    /// A desk with the journal at a path. Touches nothing before it is asked.
    pub fn new(journal: PathBuf) -> Desk {
        Desk {
            keeper: Keeper::new(journal),
        }
    }

    /// Does what an effect says, and answers. Effects that are not for the disk are not for the desk.
    pub fn perform(&mut self, effect: Effect, now: Now) -> Vec<Message> {
        match effect {
            Effect::Keep(keep) => {
                let kept = self.keeper.perform(keep, now.wall);
                vec![Message::Answer(Answer::Kept(kept))]
            }
            Effect::Suspend | Effect::Quit => Vec::new(),
        }
    }
}
