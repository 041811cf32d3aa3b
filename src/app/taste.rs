//! What a person likes, and what is never to come again: favourites, and points left out for good. Kept in the
//! journal; used by the composer, the routines and every list.

use super::keep::Keep;
use super::known::Known;
use crate::domain::atlas::PointId;
use crate::domain::compose::Taste;
use crate::domain::routine::Routine;

/// What the flag of a point that is never to come begins with; its code follows.
pub const NEVER: &str = "never.";

/// From so many practised sides on, a point is known: the lead-in gives no more time to learn it then.
const KNOWN_FROM: usize = 3;

impl Known {
    fn code(&self, point: PointId) -> String {
        self.content.atlas.point(point).code.to_string()
    }

    /// Whether a point is a favourite.
    pub fn likes(&self, point: PointId) -> bool {
        self.diary.about.points.contains(&self.code(point))
    }

    /// Whether a routine is a favourite.
    pub fn likes_routine(&self, id: &str) -> bool {
        self.diary.about.routines.iter().any(|known| known == id)
    }

    /// A point becomes a favourite, or stops being one. What is returned is to be kept.
    pub fn toggle_favourite(&mut self, point: PointId) -> Keep {
        let code = self.code(point);
        let favourite = toggle(&mut self.diary.about.points, &code);
        Keep::FavouritePoint { code, favourite }
    }

    /// The same for a routine.
    pub fn toggle_favourite_routine(&mut self, id: &str) -> Keep {
        let favourite = toggle(&mut self.diary.about.routines, id);
        Keep::FavouriteRoutine {
            id: id.to_owned(),
            favourite,
        }
    }

    /// Whether a point is never to come.
    pub fn is_never(&self, point: PointId) -> bool {
        let name = format!("{NEVER}{}", self.code(point));
        self.diary.flag(&name).is_some_and(|value| !value.is_empty())
    }

    /// The codes of the points that are never to come.
    pub fn never(&self) -> Vec<String> {
        let flags = self.diary.about.flags.iter();
        flags
            .filter(|(_, value)| !value.is_empty())
            .filter_map(|(name, _)| Some(name.strip_prefix(NEVER)?.to_owned()))
            .collect()
    }

    /// A point is never to come again, or may come again.
    pub fn toggle_never(&mut self, point: PointId) -> Keep {
        let value = if self.is_never(point) { "" } else { "yes" };
        self.note(format!("{NEVER}{}", self.code(point)), value.to_owned())
    }

    /// The codes of the points the ledger knows well.
    pub fn practised(&self) -> Vec<String> {
        let mut sides: Vec<&str> = self
            .diary
            .pages
            .practices
            .iter()
            .flat_map(|practice| &practice.done)
            .filter(|line| line.how.counts())
            .map(|line| line.point.as_str())
            .collect();
        sides.sort_unstable();
        sides
            .chunk_by(|a, b| a == b)
            .filter(|same| same.len() >= KNOWN_FROM)
            .map(|same| same[0].to_owned())
            .collect()
    }

    /// The favourites first, each part in its own order.
    pub fn routines_in_order(&self) -> Vec<&Routine> {
        let (liked, rest): (Vec<&Routine>, Vec<&Routine>) = self
            .routines
            .all()
            .iter()
            .partition(|routine| self.likes_routine(&routine.id));
        liked.into_iter().chain(rest).collect()
    }
}

/// A person's taste with everything it points to.
#[derive(Clone, Debug, Default)]
pub struct OwnTaste {
    practised: Vec<String>,
    never: Vec<String>,
}

impl OwnTaste {
    /// What is known of it.
    pub fn of(known: &Known) -> OwnTaste {
        OwnTaste {
            practised: known.practised(),
            never: known.never(),
        }
    }

    /// As the composer takes it.
    pub fn taste<'a>(&'a self, known: &'a Known) -> Taste<'a> {
        Taste {
            liked: &known.diary.about.points,
            practised: &self.practised,
            never: &self.never,
            hands: known.settings.hands,
        }
    }
}

/// Puts a word into a list or takes it out; true when it is in now.
fn toggle(list: &mut Vec<String>, word: &str) -> bool {
    let before = list.len();
    list.retain(|known| known != word);
    let added = list.len() == before;
    if added {
        list.push(word.to_owned());
    }
    added
}
