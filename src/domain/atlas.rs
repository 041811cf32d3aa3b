//! The atlas: all points, meridians and uses, and how to look them up.

use std::collections::HashMap;

use super::code::{Code, Meridian};
use super::evidence::Evidence;
use super::point::{Category, Point, Region};
use super::renown::renown;
use super::routine::Routines;
use super::words::{Text, Words};

/// A point's place in the atlas: cheap to keep and to compare. Valid for the atlas that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PointId(pub u32);

/// All points, meridians and uses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    points: Vec<Point>,
    meridians: Vec<MeridianText>,
    uses: Vec<UseText>,
    categories: Vec<CategoryText>,
    topics: Vec<Topic>,
    /// By place of the use, then of the point: how well known the point is for it. See [`Atlas::known_for`].
    known_for: HashMap<(u32, u32), f32>,
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
    /// An atlas in canonical order: by meridian, then number, then code.
    pub fn new(mut points: Vec<Point>, mut meridians: Vec<MeridianText>, uses: Vec<UseText>) -> Atlas {
        points.sort_by(|a, b| {
            (
                a.meridian,
                extra_group(&a.code),
                a.number.unwrap_or(u8::MAX),
                &a.code,
            )
                .cmp(&(
                    b.meridian,
                    extra_group(&b.code),
                    b.number.unwrap_or(u8::MAX),
                    &b.code,
                ))
        });
        meridians.sort_by_key(|m| m.meridian);
        Atlas {
            points,
            meridians,
            uses,
            ..Atlas::default()
        }
    }

    /// The same atlas, with what is told about categories and topics.
    pub fn telling(mut self, mut categories: Vec<CategoryText>, topics: Vec<Topic>) -> Atlas {
        categories.sort_by_key(|text| text.category);
        self.categories = categories;
        self.topics = topics;
        self
    }

    /// The same atlas, knowing what every point is known for.
    pub fn weighed(mut self, evidence: &Evidence, routines: &Routines) -> Atlas {
        let mut known_for = HashMap::new();
        for (place, use_) in self.uses.iter().enumerate() {
            for (id, point) in self.points() {
                if let Some(known) = renown(id, point, &use_.id, evidence, routines) {
                    known_for.insert((place as u32, id.0), known);
                }
            }
        }
        self.known_for = known_for;
        self
    }

    /// All points in canonical order.
    pub fn points(&self) -> impl ExactSizeIterator<Item = (PointId, &Point)> + Clone {
        self.points
            .iter()
            .enumerate()
            .map(|(index, point)| (PointId(index as u32), point))
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
        &self.points[id.0 as usize]
    }

    /// The point with exactly this code.
    pub fn by_code(&self, code: &str) -> Option<PointId> {
        self.points()
            .find(|(_, point)| point.code.as_str() == code)
            .map(|(id, _)| id)
    }

    /// The point a person means by a code in any spelling, or by an alias that is no other point's.
    pub fn by_typed(&self, typed: &str) -> Option<PointId> {
        let typed = typed.trim();
        let code = Code::from_typed(typed);
        let by_code = self.points().find(|(_, point)| {
            point.code.as_str().eq_ignore_ascii_case(typed) || code.as_ref() == Some(&point.code)
        });
        if let Some((id, _)) = by_code {
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
        self.points()
            .filter(move |(_, point)| point.meridian == meridian)
            .map(|(id, _)| id)
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
