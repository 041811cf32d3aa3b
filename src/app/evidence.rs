//! What we know: of one point, tradition and trials apart; or of the whole field.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::Pointer;
use super::model::Intent;
use crate::domain::atlas::PointId;

/// The screen's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencePage {
    /// What it is about.
    pub about: About,
    /// How many rows are above the first one shown.
    pub scroll: usize,
}

/// What a page of evidence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// One point and its uses.
    Point(PointId),
    /// What is true of the whole field.
    Field,
}

impl EvidencePage {
    /// A page.
    pub fn about(about: About) -> EvidencePage {
        EvidencePage { about, scroll: 0 }
    }

    /// What an action does here. `s` goes on from a point to the field and back again.
    pub fn act(&mut self, action: Action, _known: &Known) -> Intent {
        match action {
            Action::Down => self.scroll += 1,
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::PageDown => self.scroll += 8,
            Action::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Action::First => self.scroll = 0,
            Action::Sources => match self.about {
                About::Point(_) => *self = EvidencePage::about(About::Field),
                About::Field => return Intent::Back,
            },
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
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        let mut hints = vec![Hint::pair(Action::Up, Action::Down, HintWord::Read)];
        if matches!(self.about, About::Point(_)) {
            hints.push(Hint::say(Action::Sources, HintWord::WholeField));
        }
        hints
    }
}
