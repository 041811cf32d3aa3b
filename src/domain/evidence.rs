//! What is known about pressing and breathing, and how surely: the only facts hegu may state about effects.
//!
//! Tradition and trials are never mixed, and a trial that found nothing stands beside one that found
//! something.

use super::point::Point;
use super::words::{Text, Words};

/// Every row of evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    rows: Vec<Row>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// `EV-NAU-01`, `SC-02`.
    pub id: Text,
    /// What it is about.
    pub section: Section,
    /// The use it speaks of, by id; empty where it speaks of none that hegu offers.
    pub use_id: Option<Text>,
    /// The points that were pressed, by code, as far as they are known.
    pub points: Vec<Text>,
    /// What was found, in whom, against what.
    pub finding: Words,
    /// What it was compared with. Matters more than the size of the change.
    pub comparison: Comparison,
    /// Who or what pressed.
    pub pressed: Pressed,
    /// A whole set of points was tested, not this one alone.
    pub whole_set: bool,
    /// The people were not healthy people at home: ill, before an operation, after cancer.
    pub other_people: bool,
    /// Which way it points.
    pub direction: Direction,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whether the review said so itself.
    pub graded: Graded,
    /// Where it was published.
    pub citation: Text,
    /// Whether every figure shown was read in the source; otherwise only part of it was, and the rest is
    /// not shown.
    pub verified: bool,
    /// When it was last looked at: `2026-11`.
    pub read: Text,
}

/// A list of named values with ids, for data, screens and JSON.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$about])* $variant),+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The id used in data and JSON.
            pub fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }

            /// The value an id names.
            pub fn from_id(id: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|value| value.id() == id)
            }
        }
    };
}

named! {
    /// What a row is about.
    Section {
        /// The whole field, told once.
        Field = "field",
        /// A use of points.
        Use = "use",
        /// A way of breathing.
        Breathing = "breathing",
        /// The questions of the check-in.
        CheckIn = "checkin",
    }
}

named! {
    /// What a finding was compared with. Against usual care, waiting or nothing, pressing cannot be told from
    /// attention, rest and expectation.
    Comparison {
        /// Pressing elsewhere, or a band without its stud.
        Sham = "sham",
        /// Another point.
        OtherPoint = "other-point",
        /// Usual care, or lessons only.
        Usual = "usual",
        /// A waiting list.
        Wait = "wait",
        /// Another treatment.
        Active = "active",
        /// Nothing: before and after only.
        None = "none",
        /// Several of these.
        Mixed = "mixed",
        /// Nothing to compare.
        NotApplicable = "not-applicable",
    }
}

named! {
    /// Who or what pressed. hegu teaches pressing oneself; anything else speaks of it only indirectly.
    Pressed {
        /// The person.
        Oneself = "self",
        /// A wristband.
        Band = "band",
        /// A therapist.
        Practitioner = "practitioner",
        /// A needle.
        Needle = "needle",
        /// Several of these, or not told.
        Mixed = "mixed",
        /// Nobody pressed.
        NotApplicable = "not-applicable",
    }
}

named! {
    /// Which way a finding points.
    Direction {
        /// Better than its comparison.
        Better = "better",
        /// No difference.
        Same = "same",
        /// Partly so, partly not.
        Mixed = "mixed",
        /// Custom only.
        Tradition = "tradition",
        /// It speaks of the field, not of a use.
        Context = "context",
    }
}

named! {
    /// How sure a finding is. Ordered from the least.
    Certainty {
        /// Not at all.
        None = "none",
        /// Very low.
        VeryLow = "very-low",
        /// Low.
        Low = "low",
        /// Moderate. Nothing in the field is surer.
        Moderate = "moderate",
    }
}

named! {
    /// Whose word the certainty is.
    Graded {
        /// The review's own (GRADE).
        Quoted = "quoted",
        /// hegu's own cautious reading.
        Judged = "judged",
    }
}

impl Evidence {
    /// All rows in the order of the file.
    pub fn new(rows: Vec<Row>) -> Evidence {
        Evidence { rows }
    }

    /// Every row.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// One row by id, in any case.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id.eq_ignore_ascii_case(id))
    }

    /// The rows of one section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.section == section)
    }

    /// What trials say of a point for one use: the rows its use names, and beside them every row on that
    /// use and point that found no difference. Nothing that found nothing is left out.
    pub fn trials<'a>(&'a self, point: &'a Point, use_id: &'a str) -> impl Iterator<Item = &'a Row> {
        self.rows.iter().filter(move |row| {
            let named = point
                .uses
                .iter()
                .any(|use_| use_.id == use_id && use_.evidence.contains(&row.id));
            let about = row.use_id.as_deref() == Some(use_id)
                && row.points.iter().any(|code| code == point.code.as_str());
            named || (about && row.direction == Direction::Same)
        })
    }
}

impl Row {
    /// A grade from 18 to 60 for composing: the base of its certainty, less ten for a comparison that cannot
    /// tell pressing from attention, less ten for a whole set, less ten for other people or other hands.
    /// `None` for a row that shows no benefit. A choice of ours, computed and never typed in.
    pub fn grade(&self) -> Option<u8> {
        if !matches!(self.direction, Direction::Better | Direction::Mixed) {
            return None;
        }
        let base: u8 = match self.certainty {
            Certainty::Moderate => 60,
            Certainty::Low => 45,
            Certainty::VeryLow => 30,
            Certainty::None => return None,
        };
        let weak = matches!(
            self.comparison,
            Comparison::Usual | Comparison::Wait | Comparison::None
        );
        let indirect = self.other_people || matches!(self.pressed, Pressed::Practitioner | Pressed::Needle);
        let doubts = [weak, self.whole_set, indirect]
            .into_iter()
            .filter(|doubt| *doubt)
            .count() as u8;
        Some(base.saturating_sub(10 * doubts).max(18))
    }
}
