//! What we know: of one point, tradition and trials apart; of the whole field, section by section; of one
//! finding, with everything that limits it.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::Pointer;
use super::model::{Intent, Screen};
use super::rows;
use crate::domain::atlas::PointId;
use crate::domain::evidence::{Row, Section};

/// The screen's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencePage {
    /// What it is about.
    pub about: About,
    /// The chosen finding among those of the page; on the page of one finding, the rows above the first one
    /// shown.
    pub row: usize,
}

/// No page of one finding has more rows, at the narrowest.
const LONGEST_PAGE: usize = 400;

/// What a page of evidence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// One point and its uses.
    Point(PointId),
    /// What is true of the whole field.
    Field,
    /// Every finding of another section.
    Section(Section),
    /// One finding, by its place among all.
    Row(usize),
}

impl EvidencePage {
    /// A page.
    pub fn about(about: About) -> EvidencePage {
        EvidencePage { about, row: 0 }
    }

    /// The findings on the page, each with its place among all.
    pub fn rows<'a>(&self, known: &'a Known) -> Vec<(usize, &'a Row)> {
        let evidence = &known.content.evidence;
        let all = || evidence.rows().iter().enumerate();
        match self.about {
            About::Field => all().filter(|(_, row)| row.section == Section::Field).collect(),
            About::Section(section) => all().filter(|(_, row)| row.section == section).collect(),
            // Those that speak of the same thing: what found nothing stands beside what found something.
            About::Row(at) => {
                let Some(this) = evidence.rows().get(at) else {
                    return Vec::new();
                };
                let alike = |row: &Row| match &this.use_id {
                    Some(use_id) => row.use_id.as_ref() == Some(use_id),
                    None => row.section == this.section && row.use_id.is_none(),
                };
                all().filter(|(other, row)| *other != at && alike(row)).collect()
            }
            About::Point(id) => {
                let point = known.content.atlas.point(id);
                let told = |row: &Row| {
                    let mut uses = point.uses.iter();
                    uses.any(|use_| evidence.trials(point, &use_.id).any(|of| of.id == row.id))
                };
                // In the order of the point's uses.
                let mut rows: Vec<(usize, &Row)> = all().filter(|(_, row)| told(row)).collect();
                let place = |row: &Row| {
                    let mut uses = point.uses.iter();
                    uses.position(|use_| evidence.trials(point, &use_.id).any(|of| of.id == row.id))
                };
                rows.sort_by_key(|(_, row)| place(row));
                rows
            }
        }
    }

    /// What an action does here. `s` goes on from a point to the field and back again.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let rows = self.rows(known);
        let last = match self.about {
            About::Row(_) => LONGEST_PAGE,
            // Below the findings of a point stands what holds for every point, and where its place comes from.
            About::Point(_) => rows.len() + 1,
            _ => rows.len().saturating_sub(1),
        };
        let chosen = self.row.min(last);
        if let Some(row) = rows::paged(action, chosen, last, 4) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Left | Action::Right => self.turn(action == Action::Right, known),
            Action::Open | Action::Go => match (self.about, rows.get(chosen)) {
                (About::Row(_), _) | (_, None) => {}
                (_, Some((at, _))) => {
                    let page = EvidencePage::about(About::Row(*at));
                    return Intent::open(Screen::Evidence(page));
                }
            },
            Action::Sources => match self.about {
                About::Point(_) | About::Row(_) => *self = EvidencePage::about(About::Field),
                About::Field | About::Section(_) => return Intent::Back,
            },
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// To the section, or to the finding, beside this one.
    fn turn(&mut self, on: bool, known: &Known) {
        let step = |at: usize, count: usize| match on {
            true => (at + 1) % count.max(1),
            false => (at + count.max(1) - 1) % count.max(1),
        };
        match self.about {
            About::Point(_) => {}
            About::Row(at) => {
                *self = EvidencePage::about(About::Row(step(at, known.content.evidence.rows().len())));
            }
            About::Field | About::Section(_) => {
                let at = Section::ALL
                    .iter()
                    .position(|one| *one == self.section())
                    .unwrap_or(0);
                let section = Section::ALL[step(at, Section::ALL.len())];
                *self = EvidencePage::about(match section {
                    Section::Field => About::Field,
                    other => About::Section(other),
                });
            }
        }
    }

    /// The section a page of findings is about.
    pub fn section(&self) -> Section {
        match self.about {
            About::Section(section) => section,
            _ => Section::Field,
        }
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
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let mut hints = vec![Hint::pair(Action::Up, Action::Down, HintWord::Read)];
        let one = matches!(self.about, About::Row(_));
        if !one && !self.rows(known).is_empty() {
            hints.push(Hint::own(Action::Open));
        }
        match self.about {
            About::Point(_) => hints.push(Hint::say(Action::Sources, HintWord::WholeField)),
            _ => hints.push(Hint::pair(Action::Left, Action::Right, HintWord::Onward)),
        }
        hints
    }
}
