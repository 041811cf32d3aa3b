//! Composing a practice: what for, how long, how one sits; and what comes of it, as it is chosen.

use super::action::{Action, Context, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use super::preview::{DEFAULT_PATTERN, Preview};
use super::rows;
use super::taste::OwnTaste;
use crate::domain::breath::Pace;
use crate::domain::compose::{Composed, Frame, MOST_USES, NothingComposed, Wanted, World, compose};
use crate::domain::point::Posture;
use crate::domain::reach::With;
use crate::domain::safety::{Asking, Origin, Wish};
use crate::domain::words::Text;

/// The uses at the top of the list: what people come with most.
const COMMON: [&str; 10] = [
    "headache", "neck", "back", "sleep", "stress", "tired", "nausea", "belly", "period", "eyes",
];

/// The usual length, minutes.
pub const USUAL: u8 = 10;

/// How one may sit or lie, in the order in which the key walks through it.
pub const WAYS: [&[Posture]; 3] = [
    &[Posture::Sit, Posture::Cross, Posture::Lie],
    &[Posture::Sit],
    &[Posture::Lie],
];

/// The composer's screen, and what `hegu practice --for` asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compose {
    /// What for.
    pub wanted: Vec<Wanted>,
    /// How long, minutes.
    pub minutes: u8,
    /// How one may sit or lie.
    pub postures: Vec<Posture>,
    /// The chosen row of the uses.
    pub row: usize,
}

impl Compose {
    /// A composer for these uses, the most important first; each weighs the same.
    pub fn of(uses: &[Text]) -> Compose {
        Compose {
            wanted: uses
                .iter()
                .take(MOST_USES)
                .map(|id| Wanted {
                    use_id: id.clone(),
                    weight: 1,
                })
                .collect(),
            minutes: USUAL,
            postures: WAYS[0].to_vec(),
            row: 0,
        }
    }

    /// Every use there is to choose from, what people come with most first. Wishes belong to routines.
    pub fn uses(known: &Known) -> Vec<Text> {
        let all = known.content.atlas.uses();
        let common = COMMON.iter().filter_map(|id| known.content.atlas.use_text(id));
        let rest = all.iter().filter(|use_| {
            !COMMON.contains(&use_.id.as_ref())
                && !use_.id.starts_with("wish-")
                && known.content.atlas.serving(&use_.id).next().is_some()
        });
        common.chain(rest).map(|use_| use_.id.clone()).collect()
    }

    /// Whether a use is wanted.
    pub fn wants(&self, id: &str) -> bool {
        self.wanted.iter().any(|one| one.use_id == id)
    }

    /// What comes of it.
    pub fn composed(&self, known: &Known) -> Result<Composed, NothingComposed> {
        let own = OwnTaste::of(known);
        let safety = known.safety();
        let content = known.content;
        let taught = content.routines.taught(&content.rules, &content.atlas);
        let world = World {
            atlas: &content.atlas,
            evidence: &content.evidence,
            safety: &safety,
            taught: &taught,
        };
        let frame = Frame {
            time: u64::from(self.minutes) * 60_000,
            pace: if safety.breathing().natural_only {
                Pace::NATURAL
            } else {
                Pace::CALM
            },
            tool: known.settings.with == With::Tool,
        };
        compose(&world, &self.wanted, &frame, &self.postures, &own.taste(known))
    }

    /// The plan before it is lived.
    pub fn preview(&self, known: &Known) -> Result<Preview, NothingComposed> {
        let composed = self.composed(known)?;
        let wish = Wish {
            plan: composed.plan.clone(),
            origin: Origin::Offered,
            routine: None,
            uses: self.wanted.iter().map(|one| one.use_id.clone()).collect(),
            substitutes: false,
            asking: Asking::Possible,
        };
        let mut preview = Preview::of_wish(wish);
        preview.minutes = Some(self.minutes);
        preview.pattern = DEFAULT_PATTERN.into();
        preview.composed = Some(Box::new(composed));
        Ok(preview)
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let uses = Compose::uses(known);
        let last = uses.len().saturating_sub(1);
        if let Some(row) = rows::paged(action, self.row, last, 10) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Go => self.tick_use(&uses),
            Action::Right | Action::ZoomIn => self.minutes = (self.minutes + 1).min(30),
            Action::Left | Action::ZoomOut => self.minutes = (self.minutes - 1).max(1),
            Action::OtherView => {
                let at = WAYS.iter().position(|way| *way == self.postures).unwrap_or(0);
                self.postures = WAYS[(at + 1) % WAYS.len()].to_vec();
            }
            Action::Open => {
                if let Ok(preview) = self.preview(known) {
                    return Intent::preview(preview);
                }
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// Wants the chosen use, or wants it no more. The fourth pushes the first out.
    fn tick_use(&mut self, uses: &[Text]) {
        let Some(id) = uses.get(self.row) else { return };
        if self.wants(id) {
            self.wanted.retain(|one| one.use_id != *id);
            return;
        }
        if self.wanted.len() == MOST_USES {
            self.wanted.remove(0);
        }
        self.wanted.push(Wanted {
            use_id: id.clone(),
            weight: 1,
        });
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Row(row)) => {
                self.row = row;
                self.act(Action::Go, known)
            }
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The context of its keys.
    pub fn context(&self) -> Context {
        Context::Atlas
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let mut hints = Vec::new();
        if !self.wanted.is_empty() && self.composed(known).is_ok() {
            hints.push(Hint::say(Action::Open, HintWord::Practise));
        }
        hints.push(Hint::say(Action::Go, HintWord::Tick));
        hints.push(Hint::pair(Action::Left, Action::Right, HintWord::Length));
        hints.push(Hint::say(Action::OtherView, HintWord::Posture));
        hints.push(Hint::pair(Action::Up, Action::Down, HintWord::Choose));
        hints
    }
}

/// The uses that a text names, in its order: ids, names or other words for them, one after the other. The
/// longest name wins, so that "tension headache" is one thing.
pub fn uses_in(text: &str, known: &Known) -> Vec<Text> {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == ',' || c == '+')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut found: Vec<Text> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (at + 1..=words.len())
            .rev()
            .find_map(|end| Some((end, use_named(&words[at..end].join(" "), known)?)));
        match longest {
            Some((end, id)) => {
                if !found.contains(&id) {
                    found.push(id);
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The use of this id, name or synonym.
pub fn use_named(typed: &str, known: &Known) -> Option<Text> {
    let typed = typed.trim().to_lowercase();
    let same = |word: &str| word.chars().flat_map(char::to_lowercase).eq(typed.chars());
    let uses = known.content.atlas.uses();
    uses.iter()
        .find(|use_| same(&use_.id) || same(&use_.name.en) || same(&use_.name.da))
        .or_else(|| {
            uses.iter()
                .find(|use_| use_.synonyms.iter().any(|word| same(word)))
        })
        .map(|use_| use_.id.clone())
}
