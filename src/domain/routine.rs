//! A routine: a named plan, with what may honestly be said of it.

use super::atlas::{Atlas, PointId};
use super::plan::Plan;
use super::safety::Rulebook;
use super::timeline::Length;
use super::words::{Text, Words};

/// A named plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Routine {
    /// Id used on the command line, in the journal and in JSON: `evening-unwind`.
    pub id: Text,
    /// What it is called.
    pub name: Words,
    /// The uses it is for; they also say which red flags are asked.
    pub uses: Vec<Text>,
    /// Why these points, in a sentence or two.
    pub why: Words,
    /// What to expect, honestly.
    pub expect: Words,
    /// Custom is what it rests on, or part of it.
    pub tradition: bool,
    /// Rows of the evidence that may be named with it.
    pub evidence: Vec<Text>,
    /// Red flags that come first.
    pub red_flags: Vec<Text>,
    /// Its usual length, minutes.
    pub minutes: u8,
    /// How it takes a length.
    pub fit: Fit,
    /// Whether other points may stand in for those that do not suit a person.
    pub substitutes: bool,
    /// Ends without sound.
    pub quiet_end: bool,
    /// Asked about before and after, and counted. False where that would be unkind.
    pub counted: bool,
    /// Id of the breath it is pressed by, until another is chosen.
    pub breath: Text,
    /// True for a routine of the person's own.
    pub own: bool,
    /// What is done.
    pub plan: Plan,
}

/// How a routine takes a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fit {
    /// Filled to the minutes chosen.
    Filled,
    /// Filled to its own minutes, and no others.
    Fixed,
    /// Every item exactly as long as it wishes.
    AsWritten,
}

impl Fit {
    /// Every way.
    pub const ALL: [Fit; 3] = [Fit::Filled, Fit::Fixed, Fit::AsWritten];

    /// The id used in data.
    pub fn id(self) -> &'static str {
        match self {
            Fit::Filled => "filled",
            Fit::Fixed => "fixed",
            Fit::AsWritten => "as-written",
        }
    }
}

impl Routine {
    /// The length it is laid out to when `minutes` are wished for (`None`: its own).
    pub fn length(&self, minutes: Option<u8>) -> Length {
        let filled = |minutes: u8| Length::Filled(u64::from(minutes) * 60_000);
        match self.fit {
            Fit::Filled => filled(minutes.unwrap_or(self.minutes)),
            Fit::Fixed => filled(self.minutes),
            Fit::AsWritten => Length::AsWritten,
        }
    }
}

/// Every routine, in the order in which they are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Routines {
    list: Vec<Routine>,
}

impl Routines {
    /// A list of routines.
    pub fn new(list: Vec<Routine>) -> Routines {
        Routines { list }
    }

    /// Puts a routine in the place of the one with its id, or at the end.
    pub fn put(&mut self, routine: Routine) {
        match self.list.iter_mut().find(|known| known.id == routine.id) {
            Some(known) => *known = routine,
            None => self.list.push(routine),
        }
    }

    /// Takes a routine out.
    pub fn take(&mut self, id: &str) -> Option<Routine> {
        let at = self.list.iter().position(|routine| routine.id == id)?;
        Some(self.list.remove(at))
    }

    /// All of them.
    pub fn all(&self) -> &[Routine] {
        &self.list
    }

    /// The points the shipped routines teach, and those that may stand in for them.
    pub fn taught(&self, rules: &Rulebook, atlas: &Atlas) -> Vec<PointId> {
        let shipped = self.list.iter().filter(|routine| !routine.own);
        let own: Vec<PointId> = shipped
            .flat_map(|routine| routine.plan.presses().map(|(_, press)| press.point))
            .collect();
        let chains = own
            .iter()
            .filter_map(|id| rules.chain(atlas.point(*id).code.as_str()))
            .flatten()
            .filter_map(|code| atlas.by_code(code));
        let mut taught: Vec<PointId> = own.iter().copied().chain(chains).collect();
        taught.sort_unstable();
        taught.dedup();
        taught
    }

    /// The routine with this id.
    pub fn by_id(&self, id: &str) -> Option<&Routine> {
        self.list.iter().find(|routine| routine.id == id)
    }

    /// The routine a person means: by id, or by name in either language, in any case.
    pub fn by_typed(&self, typed: &str) -> Option<&Routine> {
        let typed = typed.trim().to_lowercase();
        let same = |text: &str| text.to_lowercase() == typed;
        self.list
            .iter()
            .find(|r| same(&r.id) || same(&r.name.en) || same(&r.name.da))
    }
}
