//! The atlas: all points, meridians and uses, and how to look them up.

use std::collections::HashMap;
use std::sync::Arc;

use super::code::{Code, Meridian};
use super::evidence::Evidence;
use super::later::Later;
use super::point::{Category, Point, Region};
use super::renown::renown;
use super::routine::Routines;
use super::words::{Text, Words};

/// A point's place in the atlas: cheap to keep and to compare. Valid for the atlas that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PointId(pub u32);

/// All points, meridians and uses. A clone is the same atlas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    points: Arc<[Entry]>,
    /// By place of the meridian in `Meridian::ALL`: its points in order.
    on: Arc<[Vec<PointId>]>,
    /// The shipped points in the order of their codes: they are looked up often.
    by_code: Arc<Later<Vec<PointId>>>,
    meridians: Arc<Later<Vec<MeridianText>>>,
    uses: Arc<Later<Vec<UseText>>>,
    categories: Arc<Later<Vec<CategoryText>>>,
    topics: Arc<Later<Vec<Topic>>>,
    known_for: Arc<Later<Renown>>,
}

/// By place of the use, then of the point: how well known the point is for it. See [`Atlas::known_for`].
pub type Renown = HashMap<(u32, u32), f32>;

/// A point of the atlas, and as much of it as is known before it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its code.
    pub code: Code,
    /// Its meridian.
    pub meridian: Meridian,
    /// Its number on the meridian.
    pub number: Option<u8>,
    /// Whether it came from a person's own file.
    pub own: bool,
    /// All of it.
    pub point: Later<Box<Point>>,
}

impl From<Point> for Entry {
    fn from(point: Point) -> Entry {
        Entry {
            own: point.own,
            code: point.code.clone(),
            meridian: point.meridian,
            number: point.number,
            point: Later::from(Box::new(point)),
        }
    }
}

impl Entry {
    fn order(&self) -> (bool, Meridian, u8, u8, &Code) {
        let number = self.number.unwrap_or(u8::MAX);
        (
            self.own,
            self.meridian,
            extra_group(&self.code),
            number,
            &self.code,
        )
    }
}

/// What is told about one meridian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeridianText {
    /// Which.
    pub meridian: Meridian,
    /// Its organ: "Large Intestine", "Tyktarm".
    pub organ: Words,
    /// The Chinese name of the organ, for the title: `大肠`.
    pub hanzi: Text,
    /// Its yin or yang partner; `None` for the two vessels and the extra points.
    pub pair: Option<Meridian>,
    /// The traditional hour in which it is said to be full, 24-hour clock; `None` where tradition has none.
    pub hour: Option<(u8, u8)>,
    /// Its course in words.
    pub course: Words,
}

/// What is told about a traditional category of points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryText {
    /// Which.
    pub category: Category,
    /// What it is called.
    pub name: Words,
    /// The Chinese name, in simplified characters.
    pub hanzi: Text,
    /// What tradition means by it.
    pub about: Words,
    /// What a member stands for, where that is told: BL13 is the back-shu point of the lung.
    pub members: Vec<(Text, Words)>,
}

impl CategoryText {
    /// What a point stands for within the category.
    pub fn of(&self, point: &Point) -> Option<&Words> {
        let told = self.members.iter().find(|(code, _)| code == point.code.as_str());
        told.map(|(_, words)| words)
    }
}

/// A question people ask about pressing and about hegu, with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Id used in data: `what-is-a-cun`.
    pub id: Text,
    /// What it is called.
    pub name: Words,
    /// Other things people type for it, in either language.
    pub synonyms: Vec<Text>,
    /// The answer.
    pub says: Words,
    /// It is what to read first wherever one of its phrases is said: chest pain is not for pressing.
    pub urgent: bool,
}

/// An everyday complaint or wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseText {
    /// Id used in data, on the command line and in JSON: `headache`.
    pub id: Text,
    /// What it is called.
    pub name: Words,
    /// Other things people type for it, in either language.
    pub synonyms: Vec<Text>,
    /// Red-flag rules (`RF-..`) asked before the first practice of a day for it.
    pub red_flags: Vec<Text>,
    /// Regions where a point counts as near; empty where nothing is near.
    pub near: Vec<Region>,
}

impl Atlas {
    /// An atlas of points that are all there.
    pub fn new(points: Vec<Point>, meridians: Vec<MeridianText>, uses: Vec<UseText>) -> Atlas {
        let points = points.into_iter().map(Entry::from).collect();
        Atlas::of(points, meridians.into(), uses.into())
    }

    /// An atlas in canonical order: by meridian, then number, then code; a person's own points after the shipped
    /// ones, so that those have the same ids with and without them.
    pub fn of(
        mut points: Vec<Entry>,
        meridians: Later<Vec<MeridianText>>,
        uses: Later<Vec<UseText>>,
    ) -> Atlas {
        points.sort_by(|a, b| a.order().cmp(&b.order()));
        let mut on = vec![Vec::new(); Meridian::ALL.len()];
        for (index, entry) in points.iter().enumerate() {
            on[entry.meridian as usize].push(PointId(index as u32));
        }
        let points: Arc<[Entry]> = points.into();
        let entries = Arc::clone(&points);
        let by_code = Later::new(move || {
            let shipped = entries.partition_point(|entry| !entry.own);
            let mut ids: Vec<PointId> = (0..shipped as u32).map(PointId).collect();
            ids.sort_by_key(|id| &entries[id.0 as usize].code);
            ids
        });
        Atlas {
            points,
            on: on.into(),
            by_code: Arc::new(by_code),
            meridians: Arc::new(meridians),
            uses: Arc::new(uses),
            ..Atlas::default()
        }
    }

    /// The same atlas, with what is told about categories and topics.
    pub fn telling(self, categories: Later<Vec<CategoryText>>, topics: Later<Vec<Topic>>) -> Atlas {
        Atlas {
            categories: Arc::new(categories),
            topics: Arc::new(topics),
            ..self
        }
    }

    /// The same atlas, knowing what every point is known for.
    pub fn weighed(self, known_for: Later<Renown>) -> Atlas {
        Atlas {
            known_for: Arc::new(known_for),
            ..self
        }
    }

    /// What every point is known for, by what was tested and what the routines use.
    pub fn renown(&self, evidence: &Evidence, routines: &Routines) -> Renown {
        let mut known_for = Renown::new();
        for (place, use_) in self.uses().iter().enumerate() {
            for (id, point) in self.points() {
                if let Some(known) = renown(id, point, &use_.id, evidence, routines) {
                    known_for.insert((place as u32, id.0), known);
                }
            }
        }
        known_for
    }

    /// All points in canonical order.
    pub fn points(&self) -> impl ExactSizeIterator<Item = (PointId, &Point)> + Clone {
        self.points
            .iter()
            .enumerate()
            .map(|(index, entry)| (PointId(index as u32), &**entry.point))
    }

    /// The ids of all points in canonical order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = PointId> + Clone + use<> {
        (0..self.points.len() as u32).map(PointId)
    }

    /// How many points there are.
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// True for an atlas without points.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// The point with this id. Panics if the id came from another atlas.
    pub fn point(&self, id: PointId) -> &Point {
        &self.points[id.0 as usize].point
    }

    /// The code of a point, without looking at the rest of it. Panics if the id came from another atlas.
    pub fn code(&self, id: PointId) -> &Code {
        &self.points[id.0 as usize].code
    }

    /// The meridian of a point, without looking at the rest of it. Panics if the id came from another atlas.
    pub fn meridian_of(&self, id: PointId) -> Meridian {
        self.points[id.0 as usize].meridian
    }

    fn first(&self, is_it: impl Fn(&Entry) -> bool) -> Option<PointId> {
        let index = self.points.iter().position(is_it)?;
        Some(PointId(index as u32))
    }

    /// Whether there are points of a person's own.
    pub fn has_own(&self) -> bool {
        // They come last.
        self.points.last().is_some_and(|entry| entry.own)
    }

    /// The point with exactly this code.
    pub fn by_code(&self, code: &str) -> Option<PointId> {
        let named = |id: &PointId| self.points[id.0 as usize].code.as_str();
        match self.by_code.binary_search_by(|id| named(id).cmp(code)) {
            Ok(at) => Some(self.by_code[at]),
            Err(_) => {
                let own = self.by_code.len();
                let at = self.points[own..]
                    .iter()
                    .position(|entry| entry.code.as_str() == code)?;
                Some(PointId((own + at) as u32))
            }
        }
    }

    /// The point a person means by a code in any spelling, or by an alias that is no other point's.
    pub fn by_typed(&self, typed: &str) -> Option<PointId> {
        let typed = typed.trim();
        // Codes first: they are known without looking at a point.
        if let Some(id) = self.first(|entry| entry.code.as_str().eq_ignore_ascii_case(typed)) {
            return Some(id);
        }
        if let Some(id) = Code::from_typed(typed).and_then(|code| self.by_code(code.as_str())) {
            return Some(id);
        }
        let typed = typed.to_lowercase();
        let called = |point: &Point| point.aliases.iter().any(|alias| alias.to_lowercase() == typed);
        let mut called = self.points().filter(|(_, point)| called(point));
        // A name that several points have means none of them.
        match (called.next(), called.next()) {
            (Some((id, _)), None) => Some(id),
            _ => None,
        }
    }

    /// The points of one meridian in order.
    pub fn on(&self, meridian: Meridian) -> impl Iterator<Item = PointId> + '_ {
        self.on.get(meridian as usize).into_iter().flatten().copied()
    }

    /// The points of one region in atlas order.
    pub fn within(&self, region: Region) -> impl Iterator<Item = PointId> + '_ {
        self.points()
            .filter(move |(_, point)| point.region == region)
            .map(|(id, _)| id)
    }

    /// The points of one category in atlas order.
    pub fn of_category(&self, category: Category) -> impl Iterator<Item = PointId> + '_ {
        self.points()
            .filter(move |(_, point)| point.categories.contains(&category))
            .map(|(id, _)| id)
    }

    /// The points that serve one use in atlas order.
    pub fn serving<'a>(&'a self, use_id: &'a str) -> impl Iterator<Item = PointId> + 'a {
        self.points()
            .filter(move |(_, point)| point.uses.iter().any(|use_| use_.id == use_id))
            .map(|(id, _)| id)
    }

    /// What is told about each meridian, in browser order.
    pub fn meridians(&self) -> &[MeridianText] {
        &self.meridians
    }

    /// What is told about one meridian.
    pub fn meridian(&self, meridian: Meridian) -> Option<&MeridianText> {
        self.meridians.iter().find(|text| text.meridian == meridian)
    }

    /// What is told about each category, in the order of [`Category::ALL`].
    pub fn categories(&self) -> &[CategoryText] {
        &self.categories
    }

    /// What is told about one category.
    pub fn category(&self, category: Category) -> Option<&CategoryText> {
        self.categories.iter().find(|text| text.category == category)
    }

    /// The questions and their answers.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// How well known a point is for a use, by the use's place in [`Atlas::uses`]: from 0 for a use it does
    /// not have to about 1. It orders lists and claims nothing.
    pub fn known_for(&self, point: PointId, use_: usize) -> f32 {
        self.known_for
            .get(&(use_ as u32, point.0))
            .copied()
            .unwrap_or(0.0)
    }

    /// Every use.
    pub fn uses(&self) -> &[UseText] {
        &self.uses
    }

    /// One use by id.
    pub fn use_text(&self, id: &str) -> Option<&UseText> {
        self.uses.iter().find(|use_| use_.id == id)
    }
}

/// WHO's order of the extra points: head and neck, chest and abdomen, back, upper, lower extremity; named
/// points last. 0 for points on a meridian.
fn extra_group(code: &Code) -> u8 {
    match code.as_str().strip_prefix("EX-") {
        Some(rest) if rest.starts_with("HN") => 1,
        Some(rest) if rest.starts_with("CA") => 2,
        Some(rest) if rest.starts_with('B') => 3,
        Some(rest) if rest.starts_with("UE") => 4,
        Some(rest) if rest.starts_with("LE") => 5,
        Some(_) => 6,
        None if code.as_str() == "Anmian" => 7,
        None => 0,
    }
}
