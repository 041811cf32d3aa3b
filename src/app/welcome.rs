//! The first screen of a first evening: what this is, what it is not, and three keys to a running practice.

use super::action::{Action, Hint, HintWord};
use super::browser::Browser;
use super::keep::Keep;
use super::known::Known;
use super::model::{Intent, Screen};
use super::profile::ProfileForm;

/// The flag of the journal that says the welcome was read.
pub const READ: &str = "welcome";

/// It is read and left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Welcome {
    /// Something was asked for when the program was started: it waits behind.
    pub asked_for: bool,
}

impl Welcome {
    /// Whether it should be shown: the journal knows nothing of it having been read.
    pub fn is_due(known: &Known) -> bool {
        known.diary.flag(READ).is_none()
    }

    /// What an action does here. Whatever leads on, the welcome counts as read.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let on_to = if self.asked_for {
            Intent::Back
        } else {
            Intent::replace(Screen::Browser(Browser::default()))
        };
        let read = Intent::Keep(Keep::Flag {
            name: READ.to_owned(),
            value: known.today_is().to_string(),
        });
        let on = match action {
            Action::Go | Action::Open | Action::Back if self.asked_for => vec![Intent::Back],
            Action::Go | Action::Open => vec![on_to, Intent::open(Screen::Profile(ProfileForm::first()))],
            Action::Atlas | Action::Back => vec![on_to],
            Action::Safety | Action::Answers => {
                vec![on_to, Intent::open(Screen::Profile(ProfileForm::default()))]
            }
            _ => return Intent::Pass,
        };
        Intent::All(std::iter::once(read).chain(on).collect())
    }

    /// The hints.
    pub fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::say(
                Action::Go,
                if self.asked_for {
                    HintWord::GoOn
                } else {
                    HintWord::Begin
                },
            ),
            Hint::own(Action::Language),
            Hint::own(Action::Quit),
        ]
    }
}
