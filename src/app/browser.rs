//! The browser: groups (meridians, regions, uses or categories) and their points.

use super::action::{Action, Hint, HintWord};
use super::card::Card;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::sight::Sight;
use super::told::{Subject, Told};
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::code::Meridian;
use crate::domain::point::{Category, Region};

/// A way into the atlas: what the points are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By meridian, in the classical order.
    Meridians,
    /// By part of the body, head to foot.
    Regions,
    /// By everyday complaint or wish.
    Uses,
    /// By traditional category.
    Categories,
    /// By what the person made of them.
    Own,
}

impl Way {
    /// Every way, in the order in which `tab` walks through them.
    pub const ALL: [Way; 5] = [Way::Meridians, Way::Regions, Way::Uses, Way::Categories, Way::Own];

    /// The next way, round and round.
    pub fn next(self) -> Way {
        Way::ALL[(self as usize + 1) % Way::ALL.len()]
    }

    /// The one before it.
    pub fn previous(self) -> Way {
        Way::ALL[(self as usize + Way::ALL.len() - 1) % Way::ALL.len()]
    }
}

/// Points that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Those of a meridian.
    Meridian(Meridian),
    /// Those of a part of the body.
    Region(Region),
    /// Those that serve a use: its place in [`Atlas::uses`].
    Use(usize),
    /// Those of a traditional category.
    Category(Category),
    /// The favourites.
    Liked,
    /// Those that are never to come again, to be seen and taken back.
    Never,
}

impl Group {
    /// The points of the group, in the order in which they are listed.
    ///
    /// Meridians, regions and categories keep the atlas's order. For a use, what can be pressed comes first,
    /// then what is best known for it.
    pub fn points(self, known: &Known) -> Vec<PointId> {
        let atlas = &known.content.atlas;
        match self {
            Group::Meridian(meridian) => atlas.on(meridian).collect(),
            Group::Region(region) => atlas.within(region).collect(),
            Group::Use(index) => {
                let Some(use_) = atlas.uses().get(index) else {
                    return Vec::new();
                };
                let mut points: Vec<PointId> = atlas.serving(&use_.id).collect();
                points.sort_by(|a, b| {
                    let never = |id: PointId| !atlas.point(id).pressable;
                    let known = |id: PointId| atlas.known_for(id, index);
                    (never(*a).cmp(&never(*b))).then(known(*b).total_cmp(&known(*a)))
                });
                points
            }
            Group::Category(category) => atlas.of_category(category).collect(),
            Group::Liked => own(atlas, |id| known.likes(id)),
            Group::Never => own(atlas, |id| known.is_never(id)),
        }
    }
}

fn own(atlas: &Atlas, chosen: impl Fn(PointId) -> bool) -> Vec<PointId> {
    let points = atlas.points().map(|(id, _)| id);
    points.filter(|id| chosen(*id)).collect()
}

/// Which list the arrows move in, where both are on the screen or each has the screen to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Column {
    Groups,
    Points,
}

/// How the two lists share the width. The same breakpoints as the grid's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spread {
    /// One at a time.
    Alone,
    /// The points; left and right step through the groups.
    Steps,
    /// Side by side.
    Beside,
}

fn spread(known: &Known) -> Spread {
    match known.size.0 {
        ..80 => Spread::Alone,
        80..120 => Spread::Steps,
        120.. => Spread::Beside,
    }
}

/// The browser's state: what is chosen. What is scrolled is derived while drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// How the points are grouped.
    pub way: Way,
    /// The group chosen in each way, by its place in [`Browser::groups`].
    at: [usize; Way::ALL.len()],
    /// The list the arrows move in; see [`Browser::column`].
    column: Column,
    /// The chosen point's place in the list.
    pub row: usize,
    /// How the figure shows the point it was turned for; any other is shown as it is seen best.
    turned: Option<Sight>,
}

impl Default for Browser {
    fn default() -> Browser {
        Browser {
            way: Way::Meridians,
            at: [0; Way::ALL.len()],
            column: Column::Points,
            row: 0,
            turned: None,
        }
    }
}

impl Browser {
    /// A browser that stands on a group.
    pub fn on(group: Group, known: &Known) -> Browser {
        let way = match group {
            Group::Meridian(_) => Way::Meridians,
            Group::Region(_) => Way::Regions,
            Group::Use(_) => Way::Uses,
            Group::Category(_) => Way::Categories,
            Group::Liked | Group::Never => Way::Own,
        };
        let mut browser = Browser {
            way,
            ..Browser::default()
        };
        let groups = browser.groups(known);
        browser.at[way as usize] = groups.iter().position(|there| *there == group).unwrap_or(0);
        browser
    }

    /// A browser that stands on a point of its meridian.
    pub fn on_point(point: PointId, known: &Known) -> Browser {
        let meridian = known.content.atlas.point(point).meridian;
        let mut browser = Browser::on(Group::Meridian(meridian), known);
        let points = browser.points(known);
        browser.row = points.iter().position(|there| *there == point).unwrap_or(0);
        browser
    }

    /// The groups of the way chosen. Every meridian; of the others those that have points.
    pub fn groups(&self, known: &Known) -> Vec<Group> {
        let atlas = &known.content.atlas;
        match self.way {
            Way::Meridians => Meridian::ALL.into_iter().map(Group::Meridian).collect(),
            Way::Regions => Region::ALL
                .into_iter()
                .filter(|region| atlas.within(*region).next().is_some())
                .map(Group::Region)
                .collect(),
            Way::Uses => (0..atlas.uses().len())
                .filter(|index| atlas.serving(&atlas.uses()[*index].id).next().is_some())
                .map(Group::Use)
                .collect(),
            Way::Categories => Category::ALL
                .into_iter()
                .filter(|category| atlas.of_category(*category).next().is_some())
                .map(Group::Category)
                .collect(),
            Way::Own => vec![Group::Liked, Group::Never],
        }
    }

    /// A list that became shorter still has a chosen point.
    pub fn settle(&mut self, known: &Known) {
        self.row = self.row.min(self.points(known).len().saturating_sub(1));
    }

    /// The chosen group's place in [`Browser::groups`].
    pub fn group_row(&self) -> usize {
        self.at[self.way as usize]
    }

    /// The chosen group; `None` in an atlas without points.
    pub fn group(&self, known: &Known) -> Option<Group> {
        self.groups(known).get(self.group_row()).copied()
    }

    /// The list the arrows move in.
    pub fn column(&self, known: &Known) -> Column {
        match spread(known) {
            Spread::Steps => Column::Points,
            Spread::Alone | Spread::Beside => self.column,
        }
    }

    /// The points listed.
    pub fn points(&self, known: &Known) -> Vec<PointId> {
        self.group(known)
            .map(|group| group.points(known))
            .unwrap_or_default()
    }

    /// The chosen point.
    pub fn chosen(&self, known: &Known) -> Option<PointId> {
        self.points(known).get(self.row).copied()
    }

    /// How the figure shows the chosen point.
    pub fn sight(&self, known: &Known) -> Option<Sight> {
        let point = self.chosen(known)?;
        let turned = self.turned.filter(|sight| sight.point == point);
        Some(turned.unwrap_or_else(|| Sight::of(point)))
    }

    fn turn_figure(&mut self, known: &Known, turn: impl Fn(&mut Sight, &Known)) {
        self.turned = self.sight(known);
        if let Some(sight) = &mut self.turned {
            turn(sight, known);
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let page = usize::from(known.size.1.saturating_sub(6)).max(1) as isize;
        match (action, spread(known)) {
            (Action::Up, _) => self.step(-1, known),
            (Action::Down, _) => self.step(1, known),
            (Action::PageUp, _) => self.step(-page, known),
            (Action::PageDown, _) => self.step(page, known),
            (Action::First, _) => self.step(isize::MIN, known),
            (Action::Last, _) => self.step(isize::MAX, known),
            (Action::Left, Spread::Steps) => self.turn(-1, known),
            (Action::Right, Spread::Steps) => self.turn(1, known),
            (Action::Left, _) => self.column = Column::Groups,
            (Action::Right, _) => self.column = Column::Points,
            (Action::Back, Spread::Alone) if self.column == Column::Points => {
                self.column = Column::Groups;
            }
            (Action::OtherView, _) => self.turn_figure(known, Sight::next_view),
            (Action::OtherSide, _) => self.turn_figure(known, Sight::other_side),
            (Action::ZoomIn, _) => self.turn_figure(known, Sight::nearer),
            (Action::ZoomOut, _) => self.turn_figure(known, Sight::farther),
            (Action::Next, _) => self.change_way(self.way.next()),
            (Action::Previous, _) => self.change_way(self.way.previous()),
            (Action::InWords, _) => {
                if let Some(about) = self.group(known).and_then(Subject::of) {
                    return Intent::open(Screen::Told(Told::about(about)));
                }
            }
            (Action::Open, _) if self.column(known) == Column::Groups => self.column = Column::Points,
            (Action::Open, _) => {
                if let Some(id) = self.chosen(known) {
                    let card = Card::among(id, self.points(known));
                    return Intent::open(Screen::Card(card));
                }
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// Moves in the list that has the arrows.
    fn step(&mut self, by: isize, known: &Known) {
        match self.column(known) {
            Column::Points => {
                let last = self.points(known).len().saturating_sub(1);
                self.row = self.row.saturating_add_signed(by).min(last);
            }
            Column::Groups => {
                let last = self.groups(known).len().saturating_sub(1);
                let at = &mut self.at[self.way as usize];
                *at = at.saturating_add_signed(by).min(last);
                self.row = 0;
            }
        }
    }

    /// Goes to the next or the previous group, round and round.
    fn turn(&mut self, by: isize, known: &Known) {
        let count = self.groups(known).len() as isize;
        if count > 0 {
            let at = &mut self.at[self.way as usize];
            *at = (*at as isize + by).rem_euclid(count) as usize;
            self.row = 0;
        }
    }

    fn change_way(&mut self, way: Way) {
        self.way = way;
        self.row = 0;
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Row(row)) => {
                // A second click on what is chosen opens it.
                if self.column(known) == Column::Points && self.row == row {
                    return self.act(Action::Open, known);
                }
                self.column = Column::Points;
                self.row = row;
            }
            (Pointer::Click, Hit::Group(row)) => {
                if spread(known) == Spread::Alone && self.group_row() == row {
                    self.column = Column::Points;
                }
                self.at[self.way as usize] = row;
                self.row = 0;
            }
            (Pointer::Click, Hit::Point(id)) => {
                match self.points(known).iter().position(|there| *there == id) {
                    Some(row) => self.row = row,
                    None => *self = Browser::on_point(id, known),
                }
                self.column = Column::Points;
            }
            (Pointer::WheelUp | Pointer::WheelDown, hit) => {
                self.column = match hit {
                    Hit::Group(_) => Column::Groups,
                    _ => Column::Points,
                };
                self.step(if pointer == Pointer::WheelUp { -1 } else { 1 }, known);
            }
            _ => {}
        }
        Intent::Stay
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let way = Hint::say(
            Action::Next,
            match self.way.next() {
                Way::Meridians => HintWord::ByMeridian,
                Way::Regions => HintWord::ByRegion,
                Way::Uses => HintWord::ByUse,
                Way::Categories => HintWord::ByCategory,
                Way::Own => HintWord::Yours,
            },
        );
        let group = match self.way {
            Way::Meridians => HintWord::Meridian,
            Way::Regions => HintWord::Region,
            Way::Uses => HintWord::Use,
            Way::Categories => HintWord::Category,
            Way::Own => HintWord::Yours,
        };
        let in_words = self.group(known).and_then(Subject::of);
        let in_words = in_words.map(|_| Hint::own(Action::InWords));
        let mut hints = match (spread(known), self.column(known)) {
            (Spread::Alone, Column::Groups) => vec![
                Hint::say(Action::Open, HintWord::Points),
                way,
                Hint::own(Action::Search),
            ],
            (Spread::Alone, Column::Points) => vec![
                Hint::say(Action::Open, HintWord::Card),
                Hint::own(Action::Map),
                Hint::say(Action::Go, HintWord::Practise),
                Hint::say(Action::Back, group),
                way,
            ],
            (Spread::Steps, _) => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Point),
                Hint::pair(Action::Left, Action::Right, group),
                Hint::own(Action::FindSpot),
                Hint::say(Action::Go, HintWord::Practise),
                Hint::own(Action::Search),
                way,
            ],
            (Spread::Beside, _) => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Move),
                Hint::pair(Action::Left, Action::Right, HintWord::Column),
                Hint::own(Action::FindSpot),
                Hint::say(Action::Go, HintWord::Practise),
                Hint::own(Action::Map),
                Hint::own(Action::Search),
                way,
                Hint::own(Action::Sources),
                Hint::own(Action::Commands),
            ],
        };
        hints.extend(in_words);
        hints
    }
}
