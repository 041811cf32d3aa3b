//! Why: the person's own answer, the rule and its reason, what instead, where it comes from.

use super::action::{Action, Hint, HintWord};
use super::card::Card;
use super::evidence::{About, EvidencePage};
use super::known::Known;
use super::message::Pointer;
use super::model::{Intent, Screen};
use super::profile::ProfileForm;
use crate::domain::atlas::PointId;
use crate::domain::safety::Ruling;

/// The screen's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The point it is about.
    pub point: PointId,
    /// How many rows are above the first one shown.
    pub scroll: usize,
}

impl Why {
    /// Why a point is said to be what it is.
    pub fn of(point: PointId) -> Why {
        Why { point, scroll: 0 }
    }

    /// What safety says of it.
    pub fn ruling(&self, known: &Known) -> Ruling {
        known.safety().card(self.point)
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match action {
            Action::Down => self.scroll += 1,
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::PageDown => self.scroll += 8,
            Action::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Action::Open | Action::Go => {
                return match self.ruling(known).alternative {
                    Some(id) => {
                        let card = Card::of(id, &known.content.atlas);
                        Intent::replace(Screen::Card(card))
                    }
                    None => Intent::Stay,
                };
            }
            Action::Answers => {
                return Intent::replace(Screen::Profile(ProfileForm::default()));
            }
            Action::Sources => {
                let page = EvidencePage::about(About::Point(self.point));
                return Intent::open(Screen::Evidence(page));
            }
            Action::Why => return Intent::Back,
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, known: &Known) -> Intent {
        match pointer {
            Pointer::WheelUp => self.act(Action::Up, known),
            Pointer::WheelDown => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let mut hints = Vec::new();
        if self.ruling(known).alternative.is_some() {
            hints.push(Hint::say(Action::Open, HintWord::GoThere));
        }
        hints.extend([
            Hint::own(Action::Sources),
            Hint::own(Action::Answers),
            Hint::pair(Action::Up, Action::Down, HintWord::Move),
        ]);
        hints
    }
}
