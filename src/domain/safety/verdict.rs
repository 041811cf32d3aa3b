//! What safety says, and why.

use super::super::atlas::PointId;
use super::super::point::Pressure;
use super::super::words::Text;

/// What safety says of a point, a practice or a breath. Ordered from the mildest to the strictest; where
/// several rules speak, the strictest wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are the vocabulary of the program")]
pub enum Verdict {
    #[default]
    Fine,
    Gentle,
    AskFirst,
    NotThisPoint,
    Stop,
}

impl Verdict {
    /// Every verdict, the mildest first.
    pub const ALL: [Verdict; 5] = [
        Verdict::Fine,
        Verdict::Gentle,
        Verdict::AskFirst,
        Verdict::NotThisPoint,
        Verdict::Stop,
    ];

    /// The id used on the command line and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Fine => "fine",
            Verdict::Gentle => "gentle",
            Verdict::AskFirst => "ask-first",
            Verdict::NotThisPoint => "not-this-point",
            Verdict::Stop => "stop",
        }
    }

    /// Whether it may be pressed now, softly or not.
    pub fn lets_through(self) -> bool {
        self <= Verdict::Gentle
    }
}

/// One rule that had a say, and what it said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// What it said. [`Verdict::Fine`] for a rule that only wants a sentence to be read.
    pub verdict: Verdict,
    /// The rule's id.
    pub rule: Text,
    /// The question whose answer brought it up; `None` for a rule that holds for everyone.
    pub because: Option<Text>,
    /// It would have asked to ask first, and the person says that happened.
    pub asked: bool,
}

/// What safety says of one point on one side, with everything that follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruling {
    /// The strictest word.
    pub verdict: Verdict,
    /// Every rule that had a say, the strictest first; rules that only want a sentence read come last.
    pub reasons: Vec<Reason>,
    /// LIGHT (DO-04): half the time, touch, no tool. Holds even while the verdict is stricter.
    pub light: bool,
    /// The firmest that is allowed here.
    pub pressure: Pressure,
    /// Whether a tool may be used at all.
    pub tool: bool,
    /// A point for the same wish that is fine or gentle, where this one is not and such a point exists.
    pub alternative: Option<PointId>,
}

impl Ruling {
    /// The reasons that led to the verdict: as strict as it is.
    pub fn deciding(&self) -> impl Iterator<Item = &Reason> {
        self.reasons
            .iter()
            .filter(|reason| reason.verdict == self.verdict && reason.verdict > Verdict::Fine)
    }

    /// Only the sentences to read.
    pub fn notes(&self) -> impl Iterator<Item = &Reason> {
        self.reasons
            .iter()
            .filter(|reason| reason.verdict == Verdict::Fine)
    }
}

/// What safety says of breathing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breathing {
    /// No pattern that holds the breath is offered.
    pub no_holds: bool,
    /// Only natural breathing: nothing is counted.
    pub natural_only: bool,
    /// Natural breathing and open eyes are offered first.
    pub natural_first: bool,
    /// Why.
    pub reasons: Vec<Reason>,
}
