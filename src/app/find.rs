//! Finding the spot: the same steps in words and in a drawing.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use super::sight::Sight;
use crate::domain::atlas::PointId;
use crate::domain::figure::Finding;
use crate::domain::figure::chart::finding;
use crate::domain::time::{Moment, Ms};

/// How long after one another the steps of the drawing appear, ms. Once, then everything stands still.
const STEP_MS: Ms = 250;

/// What is shown of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// Words and drawing where there is room for both, otherwise the words.
    Both,
    /// Words only.
    Words,
    /// The drawing only: where there is no room for both.
    Drawing,
}

/// The screen's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// The point, and how it is looked at.
    pub sight: Sight,
    /// What is shown.
    pub showing: Showing,
    /// How many rows of the words are above the first one shown.
    pub scroll: usize,
    /// When the first step appeared.
    since: Moment,
    /// A key was pressed: everything is there.
    hurried: bool,
}

impl Find {
    /// Begins to show how a point is found.
    pub fn new(sight: Sight, known: &Known) -> Find {
        let mut find = Find {
            sight,
            showing: Showing::Both,
            scroll: 0,
            since: known.now.steady,
            hurried: false,
        };
        find.frame(known);
        find
    }

    /// Looks at the measurement from near by.
    fn frame(&mut self, known: &Known) {
        if let Some(finding) = self.finding(known) {
            self.sight.framed(&finding, known);
        }
    }

    /// The point.
    pub fn point(&self) -> PointId {
        self.sight.point
    }

    /// How the point is found; `None` for one whose place follows from nothing that can be drawn.
    pub fn finding(&self, known: &Known) -> Option<Finding> {
        finding(&known.content.figure, &known.content.atlas, self.point()).ok()
    }

    /// How many steps of the drawing are there by now.
    pub fn steps(&self, finding: &Finding, known: &Known) -> usize {
        let all = finding.steps();
        if self.hurried || known.settings.reduced_motion {
            return all;
        }
        let passed = known.now.steady.since(self.since) / STEP_MS + 1;
        all.min(passed as usize)
    }

    /// When the next step appears; `None` once all are there.
    pub fn wake(&self, known: &Known) -> Option<Moment> {
        let finding = self.finding(known)?;
        let there = self.steps(&finding, known);
        (there < finding.steps()).then(|| self.since.after(there as Ms * STEP_MS))
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        self.hurried = true;
        match action {
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => self.scroll += 1,
            Action::OtherView => {
                self.sight.next_view(known);
                self.frame(known);
            }
            Action::OtherSide => {
                self.sight.other_side(known);
                self.frame(known);
            }
            Action::ZoomIn => self.sight.nearer(known),
            Action::ZoomOut => self.sight.farther(known),
            Action::InWords => {
                self.scroll = 0;
                self.showing = match (self.showing, known.size.0 < 80) {
                    (Showing::Both | Showing::Words, true) => Showing::Drawing,
                    (Showing::Both, false) => Showing::Words,
                    _ => Showing::Both,
                };
            }
            // Already here.
            Action::FindSpot => return Intent::Back,
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, _hit: Hit, known: &Known) -> Intent {
        match pointer {
            Pointer::WheelUp => self.act(Action::ZoomIn, known),
            Pointer::WheelDown => self.act(Action::ZoomOut, known),
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let mut hints = Vec::new();
        if known.content.atlas.point(self.point()).pressable {
            hints.push(Hint::say(Action::Go, HintWord::Practise));
        }
        let words = match (self.showing, known.size.0 < 80) {
            (Showing::Both | Showing::Words, true) => HintWord::Drawing,
            (Showing::Both, false) => HintWord::WordsOnly,
            _ => HintWord::WithDrawing,
        };
        if self.showing == Showing::Words {
            // Turning and coming nearer are for the drawing.
            hints.push(Hint::say(Action::InWords, words));
            return hints;
        }
        hints.extend([
            Hint::own(Action::OtherView),
            Hint::own(Action::OtherSide),
            Hint::say(Action::InWords, words),
            Hint::pair(Action::ZoomIn, Action::ZoomOut, HintWord::Zoom),
        ]);
        hints
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        let mut known = Known::at("2026-11-21T21:30:00+01:00");
        known.now.steady = Moment(1_000);
        known
    }

    fn find(known: &Known) -> Find {
        let sp6 = known.content.atlas.by_code("SP6").expect("a shipped point");
        Find::new(Sight::of(sp6), known)
    }

    #[test]
    fn the_steps_come_one_by_one_and_then_nothing_wakes() {
        let mut known = known();
        let find = find(&known);
        let finding = find.finding(&known).expect("SP6 can be found");
        let all = finding.steps();
        assert!(all > 2, "a landmark, a ruler, four fingers");
        for step in 1..all {
            assert_eq!(find.steps(&finding, &known), step);
            let next = find.wake(&known).expect("there is more to come");
            assert_eq!(next.since(known.now.steady), 250);
            known.now.steady = next;
        }
        assert_eq!(find.steps(&finding, &known), all);
        assert_eq!(find.wake(&known), None);
    }

    #[test]
    fn any_key_shows_all_and_so_does_reduced_motion() {
        let mut known = known();
        let mut hurried = find(&known);
        let finding = hurried.finding(&known).expect("SP6 can be found");
        hurried.act(Action::Down, &known);
        assert_eq!(hurried.steps(&finding, &known), finding.steps());
        assert_eq!(hurried.wake(&known), None);

        known.settings.reduced_motion = true;
        let still = find(&known);
        assert_eq!(still.steps(&finding, &known), finding.steps());
        assert_eq!(still.wake(&known), None);
    }

    #[test]
    fn t_takes_the_drawing_away_or_the_words_where_both_do_not_fit() {
        let mut known = known();
        let mut wide = find(&known);
        wide.act(Action::InWords, &known);
        assert_eq!(wide.showing, Showing::Words);
        wide.act(Action::InWords, &known);
        assert_eq!(wide.showing, Showing::Both);
        known.size = (40, 12);
        let mut narrow = find(&known);
        narrow.act(Action::InWords, &known);
        assert_eq!(narrow.showing, Showing::Drawing);
        narrow.act(Action::InWords, &known);
        assert_eq!(narrow.showing, Showing::Both);
    }
}
