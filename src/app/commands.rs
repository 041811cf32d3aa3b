//! The palette: everything hegu can do, every place, point and routine, by a few letters of its name.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::action::{Action, BINDINGS, Context, Hint, HintWord};
use super::card::Card;
use super::field::type_into;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::preview::Preview;
use super::rows;
use crate::domain::atlas::PointId;

/// The longest query; a pasted page would only be slow.
const LONGEST: usize = 100;
/// How many points are listed.
const POINTS: usize = 6;

/// One thing that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// An action, as if its key were pressed.
    Action(Action),
    /// A routine, by its place in the list; it is shown before it begins.
    Routine(usize),
    /// A point: its card.
    Point(PointId),
}

/// The palette's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands {
    /// What was typed.
    pub query: String,
    /// What answers it, the best first.
    pub found: Vec<Found>,
    /// The chosen row.
    pub row: usize,
    /// Where the person was: only what means something there is offered.
    pub context: Context,
}

impl Commands {
    /// The palette over a screen of this context, with everything there is to do.
    pub fn over(context: Context, known: &Known) -> Commands {
        let mut commands = Commands {
            query: String::new(),
            found: Vec::new(),
            row: 0,
            context,
        };
        commands.look_up(known);
        commands
    }

    /// Whether an action can be called by its name there: moving and digits belong under the fingers.
    fn offers(&self, action: Action) -> bool {
        let moves = action <= Action::Previous || matches!(action, Action::Digit(_) | Action::Commands);
        !moves
            && BINDINGS.iter().any(|binding| {
                binding.action == action
                    && (binding.contexts.is_empty() || binding.contexts.contains(&self.context))
            })
    }

    fn look_up(&mut self, known: &Known) {
        self.row = 0;
        // In the order of what means something here: an action of several places stands where this one has it.
        let mut actions: Vec<Action> = Vec::new();
        for binding in BINDINGS {
            let here = binding.contexts.is_empty() || binding.contexts.contains(&self.context);
            if here && self.offers(binding.action) && !actions.contains(&binding.action) {
                actions.push(binding.action);
            }
        }
        let query = self.query.trim();
        if query.is_empty() {
            self.found = actions.into_iter().map(Found::Action).collect();
            return;
        }
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut score = |names: &[&str]| {
            let mut letters = Vec::new();
            names
                .iter()
                .filter_map(|name| pattern.score(Utf32Str::new(name, &mut letters), &mut matcher))
                .max()
        };
        let lang = known.settings.lang;
        let mut scored: Vec<(u32, Found)> = Vec::new();
        for action in actions {
            let (name, id) = ((known.spell)(lang, action), action.id());
            scored.extend(score(&[&name, &id]).map(|score| (score, Found::Action(action))));
        }
        for (row, routine) in known.routines.all().iter().enumerate() {
            let names = [&*routine.name.en, &*routine.name.da, &*routine.id];
            scored.extend(score(&names).map(|score| (score, Found::Routine(row))));
        }
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        self.found = scored.into_iter().map(|(_, found)| found).collect();
        let atlas = &known.content.atlas;
        let points = known.index().search(query, |id| atlas.point(id).pressable).points;
        let points = points.iter().take(POINTS).map(|found| Found::Point(found.id));
        if atlas.by_typed(query).is_some() {
            // A code is a point and nothing else: it comes first.
            self.found.splice(0..0, points);
        } else {
            self.found.extend(points);
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let last = self.found.len().saturating_sub(1);
        let page = usize::from(known.size.1 / 2);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down | Action::Next => self.row = (self.row + 1).min(last),
            Action::Previous => self.row = self.row.saturating_sub(1),
            Action::PageUp => self.row = self.row.saturating_sub(page),
            Action::PageDown => self.row = (self.row + page).min(last),
            Action::Open => return self.carry_out(known),
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// Does what is chosen, on the screen the palette was opened from.
    fn carry_out(&self, known: &Known) -> Intent {
        let then = match self.found.get(self.row) {
            None => return Intent::Stay,
            Some(Found::Action(action)) => Intent::Act(*action),
            Some(Found::Routine(row)) => match known.routines.all().get(*row) {
                Some(routine) => {
                    let preview = Preview::of_routine(routine);
                    Intent::preview(preview)
                }
                None => return Intent::Stay,
            },
            Some(Found::Point(id)) => {
                let card = Card::of(*id, &known.content.atlas);
                Intent::open(Screen::Card(card))
            }
        };
        Intent::All(vec![Intent::Back, then])
    }

    /// Letters typed or pasted; U+0008 takes the last one away.
    pub fn text(&mut self, text: &str, known: &Known) -> Intent {
        type_into(&mut self.query, text, LONGEST);
        self.look_up(known);
        Intent::Stay
    }

    /// What the mouse does here: a click chooses, a second one does it.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        let meant = rows::pointed(pointer, hit, &mut self.row, Action::Open);
        meant.map_or(Intent::Stay, |action| self.act(action, known))
    }

    /// The hints.
    pub fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, HintWord::Choose),
            Hint::own(Action::Open),
        ]
    }
}
