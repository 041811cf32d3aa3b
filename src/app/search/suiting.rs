//! Whether points suit the person: asked once of each, not again with every letter.

use crate::app::known::Known;
use crate::domain::atlas::PointId;
use crate::domain::profile::{Profile, Today};
use crate::domain::reach::Grip;
use crate::domain::safety::Safety;

/// What was said of the points so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Suiting {
    /// For whom, and of how many points. What was said to somebody else is forgotten.
    asked: Option<(Profile, Today, Grip, usize)>,
    /// By point; `None` before it was asked.
    said: Vec<Option<bool>>,
}

impl Suiting {
    /// Asks for the person as they are now.
    pub fn ask_for(&mut self, known: &Known) {
        let points = known.content.atlas.len();
        let grip = known.settings.grip();
        let same = self.asked.as_ref().is_some_and(|(profile, today, of, among)| {
            (profile, today, *of, *among) == (&known.profile, &known.today, grip, points)
        });
        if !same {
            self.asked = Some((known.profile.clone(), known.today.clone(), grip, points));
            self.said = vec![None; points];
        }
    }

    /// Whether a point may be pressed by them.
    pub fn suits(&mut self, point: PointId, safety: &Safety) -> bool {
        *self.said[point.0 as usize].get_or_insert_with(|| safety.word(point).lets_through())
    }
}
