//! The card of one point: where, how, what tradition says, what was tested, and what to take care of.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::sight::Sight;
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::safety::Verdict;

/// The card's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The point, and how the figure shows it.
    pub sight: Sight,
    /// The list it came from, for the way to its neighbours. Holds the point.
    pub among: Vec<PointId>,
    /// How many rows of the text are above the first one shown. Drawing may show less far down when the
    /// text ends there.
    pub scroll: usize,
}

impl Card {
    /// The card of a point within the list it was chosen from.
    pub fn among(point: PointId, among: Vec<PointId>) -> Card {
        Card {
            sight: Sight::of(point),
            among,
            scroll: 0,
        }
    }

    /// The card of a point within its meridian.
    pub fn of(point: PointId, atlas: &Atlas) -> Card {
        Card::among(point, atlas.on(atlas.point(point).meridian).collect())
    }

    /// The point.
    pub fn point(&self) -> PointId {
        self.sight.point
    }

    /// The point's place in the list it came from.
    pub fn row(&self) -> usize {
        self.among.iter().position(|id| *id == self.point()).unwrap_or(0)
    }

    /// Other points that serve what this one serves, those with most in common first.
    pub fn related(&self, atlas: &Atlas) -> Vec<PointId> {
        related(self.point(), atlas)
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match action {
            Action::Down => self.scroll += 1,
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::PageDown => self.scroll += 8,
            Action::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Action::First => self.scroll = 0,
            Action::Left => self.turn(-1),
            Action::Right => self.turn(1),
            Action::OtherSide => self.sight.other_side(known),
            Action::OtherView => self.sight.next_view(known),
            Action::Next => {
                if let Some(next) = self.related(&known.content.atlas).first() {
                    let card = Card::of(*next, &known.content.atlas);
                    return Intent::open(Screen::Card(card));
                }
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// Goes to a neighbour in the list, round and round.
    fn turn(&mut self, by: isize) {
        let count = self.among.len() as isize;
        if count > 0 {
            let at = (self.row() as isize + by).rem_euclid(count) as usize;
            let among = std::mem::take(&mut self.among);
            *self = Card::among(among[at], among);
        }
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::Click, Hit::Point(id)) if id != self.point() => {
                let card = Card::of(id, &known.content.atlas);
                Intent::open(Screen::Card(card))
            }
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let mut hints = vec![Hint::own(Action::FindSpot)];
        if known.content.atlas.point(self.point()).pressable {
            hints.push(Hint::say(Action::Go, HintWord::Practise));
        }
        if known.safety().card(self.point()).verdict > Verdict::Fine {
            hints.push(Hint::own(Action::Why));
        }
        hints.extend([
            Hint::own(Action::Sources),
            Hint::pair(Action::Up, Action::Down, HintWord::Read),
            Hint::own(Action::Favourite),
            Hint::own(Action::AddToRoutine),
            Hint::own(Action::Never),
            Hint::pair(Action::Left, Action::Right, HintWord::Point),
            Hint::own(Action::OtherSide),
            Hint::own(Action::Map),
        ]);
        hints
    }
}

/// How many related points a card names.
pub const RELATED: usize = 5;

/// Other points that can be pressed and serve what this one serves: those with most uses in common first.
pub fn related(id: PointId, atlas: &Atlas) -> Vec<PointId> {
    let point = atlas.point(id);
    let mut related: Vec<(usize, PointId)> = atlas
        .points()
        .filter(|(other, there)| *other != id && there.pressable)
        .map(|(other, there)| {
            let common = there
                .uses
                .iter()
                .filter(|use_| !use_.id.starts_with("wish-"))
                .filter(|use_| point.uses.iter().any(|own| own.id == use_.id))
                .count();
            (common, other)
        })
        .filter(|(common, _)| *common > 0)
        .collect();
    related.sort_by_key(|(common, other)| (std::cmp::Reverse(*common), *other));
    related
        .into_iter()
        .map(|(_, other)| other)
        .take(RELATED)
        .collect()
}
