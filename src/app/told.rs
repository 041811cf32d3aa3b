//! A page of words: about a meridian, a category of points, or a question people ask.

use super::action::{Action, Hint, HintWord};
use super::browser::{Browser, Group};
use super::known::Known;
use super::message::Pointer;
use super::model::{Intent, Screen};
use super::sight::Sight;
use crate::domain::atlas::PointId;
use crate::domain::code::Meridian;
use crate::domain::point::Category;

/// The page's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is about.
    pub about: Subject,
    /// How many rows are above the first one shown.
    pub scroll: usize,
}

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A meridian: its course, its partner, its hour.
    Meridian(Meridian),
    /// A category: what tradition means by it, and its points.
    Category(Category),
    /// A question and its answer, by its place in the atlas.
    Topic(usize),
}

impl Subject {
    /// What there is to tell about the points of a group; nothing about a part of the body or a use.
    pub fn of(group: Group) -> Option<Subject> {
        match group {
            Group::Meridian(meridian) => Some(Subject::Meridian(meridian)),
            Group::Category(category) => Some(Subject::Category(category)),
            Group::Region(_) | Group::Use(_) | Group::Liked | Group::Never => None,
        }
    }

    /// The points it is about.
    fn group(self) -> Option<Group> {
        match self {
            Subject::Meridian(meridian) => Some(Group::Meridian(meridian)),
            Subject::Category(category) => Some(Group::Category(category)),
            Subject::Topic(_) => None,
        }
    }

    /// The next or the previous of its kind, round and round.
    fn turned(self, by: isize, known: &Known) -> Subject {
        let turn = |at: usize, count: usize| (at as isize + by).rem_euclid(count as isize) as usize;
        match self {
            Subject::Meridian(meridian) => {
                let at = Meridian::ALL.iter().position(|m| *m == meridian).unwrap_or(0);
                Subject::Meridian(Meridian::ALL[turn(at, Meridian::ALL.len())])
            }
            Subject::Category(category) => {
                let at = Category::ALL.iter().position(|c| *c == category).unwrap_or(0);
                Subject::Category(Category::ALL[turn(at, Category::ALL.len())])
            }
            Subject::Topic(index) => {
                let count = known.content.atlas.topics().len().max(1);
                Subject::Topic(turn(index, count))
            }
        }
    }
}

impl Told {
    /// A page.
    pub fn about(about: Subject) -> Told {
        Told { about, scroll: 0 }
    }

    /// The points it is about, in the order of their list.
    pub fn points(&self, known: &Known) -> Vec<PointId> {
        let group = self.about.group();
        group.map_or_else(Vec::new, |group| group.points(known))
    }

    /// The whole body that shows most of the points, looked at from one of them.
    pub fn sight(&self, known: &Known) -> Option<Sight> {
        let points = self.points(known);
        // What faces the viewer counts more than what is just seen at the edge.
        let shows = |sight: &Sight| {
            let Some(view) = sight.view(known) else { return 0.0 };
            let placed = points.iter().filter_map(|id| known.chart().place_in(*id, view));
            placed.map(|placed| placed.depth.clamp(0.0, 1.0)).sum::<f32>()
        };
        let sights = points.iter().filter_map(|id| Sight::of(*id).whole(known));
        // Of equals the first.
        sights.reduce(|best, sight| if shows(&sight) > shows(&best) { sight } else { best })
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match action {
            Action::Down => self.scroll += 1,
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::PageDown => self.scroll += 8,
            Action::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Action::First => self.scroll = 0,
            Action::Left => *self = Told::about(self.about.turned(-1, known)),
            Action::Right => *self = Told::about(self.about.turned(1, known)),
            Action::Open => {
                if let Some(group) = self.about.group() {
                    let browser = Browser::on(group, known);
                    return Intent::open(Screen::Browser(browser));
                }
            }
            // Already in words.
            Action::InWords => return Intent::Back,
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
        let turn = match self.about {
            Subject::Meridian(_) => HintWord::Meridian,
            Subject::Category(_) => HintWord::Category,
            Subject::Topic(_) => HintWord::Onward,
        };
        hints.push(Hint::pair(Action::Left, Action::Right, turn));
        if self.about.group().is_some() {
            hints.insert(0, Hint::say(Action::Open, HintWord::Points));
        }
        hints
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known::at("2026-11-21T21:30:00+01:00")
    }

    #[test]
    fn a_meridian_is_seen_from_where_most_of_it_shows() {
        let known = known();
        let view = |meridian| {
            let sight = Told::about(Subject::Meridian(meridian)).sight(&known);
            let view = sight.and_then(|sight| sight.view(&known)).expect("a view");
            known.content.figure.view(view).id.to_string()
        };
        assert_eq!(view(Meridian::CV), "body_front");
        assert_eq!(view(Meridian::BL), "body_back");
        assert_eq!(view(Meridian::GV), "body_back");
    }

    #[test]
    fn left_and_right_walk_round_and_enter_shows_the_points() {
        let known = known();
        let mut page = Told::about(Subject::Category(Category::Luo));
        for _ in Category::ALL {
            page.act(Action::Right, &known);
        }
        assert_eq!(page.about, Subject::Category(Category::Luo));
        page.act(Action::Left, &known);
        assert_eq!(page.about, Subject::Category(Category::YuanSource));
        let Intent::Open(screen) = page.act(Action::Open, &known) else {
            panic!("the points");
        };
        let Screen::Browser(browser) = *screen else {
            panic!("the browser")
        };
        assert_eq!(browser.points(&known).len(), 12);
    }
}
