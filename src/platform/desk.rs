//! What hegu keeps: carries out the effects that touch the disk. The real world and the simulated one of
//! the tests use the same desk, so that what a story sees saved is saved.

use std::path::PathBuf;

use super::journal::keeper::Keeper;
use super::own_routines;
use super::settings_file;
use crate::app::{Answer, Effect, Message};
use crate::domain::time::Now;

/// The journal and the person's own files.
#[derive(Debug)]
pub struct Desk {
    keeper: Keeper,
    settings: Option<PathBuf>,
    routines: Option<PathBuf>,
}

impl Desk {
    /// A desk with the journal at a path. Touches nothing before it is asked.
    pub fn new(journal: PathBuf) -> Desk {
        Desk {
            keeper: Keeper::new(journal),
            settings: None,
            routines: None,
        }
    }

    /// The same desk with the person's settings at a path. Without it a choice holds until the end.
    pub fn with_settings(self, settings: PathBuf) -> Desk {
        Desk {
            settings: Some(settings),
            ..self
        }
    }

    /// The same desk with the folder of the person's own routines. Without it they hold until the end.
    pub fn with_routines(self, routines: PathBuf) -> Desk {
        Desk {
            routines: Some(routines),
            ..self
        }
    }

    /// Does what an effect says, and answers. Effects that are not for the disk are not for the desk.
    pub fn perform(&mut self, effect: Effect, now: Now) -> Vec<Message> {
        match effect {
            Effect::Keep(keep) => {
                let kept = self.keeper.perform(keep, now.wall);
                vec![Message::Answer(Answer::Kept(kept))]
            }
            Effect::Choose { key, value, lang } => match &self.settings {
                Some(path) => settings_file::choose(path, key, &value, lang)
                    .err()
                    .map(|error| Message::Answer(Answer::NotChosen(error.to_string())))
                    .into_iter()
                    .collect(),
                None => Vec::new(),
            },
            Effect::Signal(_)
            | Effect::EditNote(_)
            | Effect::Copy(_)
            | Effect::HearGround
            | Effect::ReadOwn
            | Effect::Suspend
            | Effect::Quit => Vec::new(),
            Effect::SaveRoutine { id, text } => match &self.routines {
                Some(folder) => own_routines::save(folder, &id, text.as_deref())
                    .err()
                    .map(|error| Message::Answer(Answer::RoutineNotSaved(error.to_string())))
                    .into_iter()
                    .collect(),
                None => Vec::new(),
            },
        }
    }
}
