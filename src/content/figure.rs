//! `assets/figure/*.toml`: the drawn body, its landmarks and rulers. Every file may hold every table.

mod draft;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use self::draft::draft;

use super::both;
use super::point::RawPoint;
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::{Keep, RawWords, Str, copied};
use crate::domain::figure::Figure;
use crate::domain::figure::assemble::Lines;
use crate::domain::figure::draft::{Draft, Flaw, Table};
use crate::domain::point::{Point, Region};
use crate::domain::words::Words;

/// The files of the figure. Which table stands in which is only a matter of order.
pub const FILES: [&str; 8] = [
    "assets/figure/body.toml",
    "assets/figure/head.toml",
    "assets/figure/trunk.toml",
    "assets/figure/arm.toml",
    "assets/figure/hand.toml",
    "assets/figure/leg.toml",
    "assets/figure/foot.toml",
    "assets/figure/rulers.toml",
];

const TABLES: &[&str] = &["view", "tube", "shape", "landmark", "ruler", "level", "path"];

/// The figure as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "one list for each table")]
pub struct RawFigure<'a> {
    #[serde(borrow)]
    pub views: Vec<RawView<'a>>,
    #[serde(borrow)]
    pub tubes: Vec<RawTube<'a>>,
    #[serde(borrow)]
    pub shapes: Vec<RawShape<'a>>,
    #[serde(borrow)]
    pub landmarks: Vec<RawLandmark<'a>>,
    #[serde(borrow)]
    pub rulers: Vec<RawRuler<'a>>,
    #[serde(borrow)]
    pub levels: Vec<RawLevel<'a>>,
    #[serde(borrow)]
    pub paths: Vec<RawPath<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::View`")]
pub struct RawView<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(borrow)]
    pub side: Str<'a>,
    pub bbox: [f32; 4],
    #[serde(default, borrow)]
    pub cuts: Vec<Str<'a>>,
    #[serde(default, borrow)]
    pub parent: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub hotspot: Vec<Str<'a>>,
    #[serde(borrow)]
    pub up: Vec<Str<'a>>,
    #[serde(borrow)]
    pub right: Vec<Str<'a>>,
    #[serde(borrow)]
    pub toward: Vec<Str<'a>>,
    #[serde(default = "usual_shade")]
    pub shade: f32,
    #[serde(default, borrow)]
    pub tubes: Vec<RawTubeInView<'a>>,
    #[serde(default, borrow)]
    pub parts: Vec<RawPart<'a>>,
}

/// Between the shading depth that suits a hand (0.8 u) and a whole body (2.2 u).
fn usual_shade() -> f32 {
    1.6
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::tube::TubeInView`")]
pub struct RawTubeInView<'a> {
    #[serde(borrow)]
    pub tube: Str<'a>,
    pub turn: f32,
    pub at: [f32; 2],
    pub axis: f32,
    pub from: f32,
    pub to: f32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::view::Part`")]
pub struct RawPart<'a> {
    #[serde(borrow)]
    pub view: Str<'a>,
    pub at: [f32; 2],
    #[serde(default)]
    pub turn: f32,
    #[serde(default)]
    pub flip: bool,
    #[serde(default)]
    pub hidden: bool,
    #[serde(default)]
    pub shapes: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::Tube`")]
pub struct RawTube<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub grows: Str<'a>,
    #[serde(default)]
    pub height: bool,
    #[serde(default = "usual_rim")]
    pub rim: f32,
    #[serde(borrow)]
    pub columns: Vec<Str<'a>>,
    pub rows: Vec<[f32; 5]>,
}

/// Points at the rim are drawn at four fifths of the half-width: the outline stays readable beside the mark.
fn usual_rim() -> f32 {
    0.8
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::draft::ShapeDraft`")]
pub struct RawShape<'a> {
    #[serde(borrow)]
    pub view: Str<'a>,
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub role: Str<'a>,
    #[serde(default, borrow)]
    pub region: Option<Str<'a>>,
    #[serde(default)]
    pub layer: u8,
    #[serde(default)]
    pub closed: bool,
    #[serde(default, borrow)]
    pub mirror: Option<Str<'a>>,
    #[serde(default)]
    pub min_scale: f32,
    #[serde(default = "any_scale")]
    pub max_scale: f32,
    #[serde(default)]
    pub points: Vec<[f32; 2]>,
    #[serde(default)]
    pub corners: Vec<u32>,
    #[serde(default, borrow)]
    pub tube: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub edge: Option<Str<'a>>,
    #[serde(default)]
    pub span: Option<[f32; 2]>,
    #[serde(default, borrow)]
    pub like: Option<Str<'a>>,
    #[serde(default)]
    pub flip: bool,
    #[serde(default)]
    pub turn: f32,
    #[serde(default)]
    pub shift: [f32; 2],
    #[serde(default = "one")]
    pub zoom: f32,
    #[serde(default, borrow)]
    pub chain: Vec<Str<'a>>,
}

/// More dots per u than any terminal shows.
fn any_scale() -> f32 {
    1000.0
}

fn one() -> f32 {
    1.0
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::Landmark`")]
pub struct RawLandmark<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(borrow)]
    pub feel: RawWords<'a>,
    #[serde(default, borrow)]
    pub on: Vec<RawOnTube<'a>>,
    #[serde(default, borrow)]
    pub torso: Option<RawTorsoPlace<'a>>,
    #[serde(default, borrow)]
    pub at: Vec<RawAtView<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::tube::OnTube`")]
pub struct RawOnTube<'a> {
    #[serde(borrow)]
    pub tube: Str<'a>,
    pub s: f32,
    pub theta: f32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::landmark::TorsoPlace`")]
pub struct RawTorsoPlace<'a> {
    #[serde(borrow)]
    pub face: Str<'a>,
    pub x: f32,
    pub y: f32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::landmark::AtView`")]
pub struct RawAtView<'a> {
    #[serde(borrow)]
    pub view: Str<'a>,
    pub x: f32,
    pub y: f32,
    #[serde(default = "one")]
    pub depth: f32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::Ruler`")]
pub struct RawRuler<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub from: Str<'a>,
    #[serde(borrow)]
    pub to: Str<'a>,
    pub cun: f32,
    #[serde(borrow)]
    pub source: Str<'a>,
    #[serde(default, borrow)]
    pub anchors: Vec<RawAnchor<'a>>,
    #[serde(default)]
    pub mirrored: bool,
    #[serde(default, borrow)]
    pub path: Option<Str<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "a mark of a ruler")]
pub struct RawAnchor<'a> {
    #[serde(borrow)]
    pub landmark: Str<'a>,
    pub cun: f32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::Level`")]
pub struct RawLevel<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub face: Str<'a>,
    pub y: f32,
    #[serde(default)]
    pub slope: f32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::draft::PathDraft`")]
pub struct RawPath<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub view: Str<'a>,
    #[serde(default)]
    pub points: Vec<[f32; 2]>,
    #[serde(default)]
    pub corners: Vec<u32>,
    #[serde(default, borrow)]
    pub shape: Option<Str<'a>>,
    #[serde(default)]
    pub span: Option<[u32; 2]>,
    #[serde(default)]
    pub hidden: bool,
}

/// Where every entry of a [`RawFigure`] stands, list by list.
#[derive(Clone, Debug, Default)]
struct Places {
    lists: [Vec<Placement>; 7],
}

impl Places {
    fn of(&self, table: Table, index: usize) -> Placement {
        let list = &self.lists[table as usize];
        list.get(index).cloned().unwrap_or_default()
    }
}

/// Reads and checks the figure from its files.
pub fn read<'a>(sources: &[Source<'a>]) -> (RawFigure<'a>, Problems) {
    let mut raw = RawFigure::default();
    let mut places = Places::default();
    let mut problems = Problems::default();
    for source in sources {
        take(
            source,
            "view",
            &mut raw.views,
            &mut places.lists[0],
            &mut problems,
        );
        take(
            source,
            "tube",
            &mut raw.tubes,
            &mut places.lists[1],
            &mut problems,
        );
        take(
            source,
            "shape",
            &mut raw.shapes,
            &mut places.lists[2],
            &mut problems,
        );
        take(
            source,
            "landmark",
            &mut raw.landmarks,
            &mut places.lists[3],
            &mut problems,
        );
        take(
            source,
            "ruler",
            &mut raw.rulers,
            &mut places.lists[4],
            &mut problems,
        );
        take(
            source,
            "level",
            &mut raw.levels,
            &mut places.lists[5],
            &mut problems,
        );
        take(
            source,
            "path",
            &mut raw.paths,
            &mut places.lists[6],
            &mut problems,
        );
    }
    problems = problems.sorted();
    if problems.is_empty() {
        problems.extend(check(&raw, &places));
    }
    (raw, problems)
}

/// Adds one table of one file.
fn take<'a, T: Deserialize<'a>>(
    source: &Source<'a>,
    table: &str,
    list: &mut Vec<T>,
    places: &mut Vec<Placement>,
    problems: &mut Problems,
) {
    let (entries, found) = source.entries::<T>(table, TABLES);
    problems.extend(found);
    for Entry { value, place } in entries {
        list.push(value);
        places.push(place);
    }
}

/// Every problem of a figure whose entries have the right form.
fn check(raw: &RawFigure<'_>, places: &Places) -> Problems {
    let mut report = Report {
        places,
        problems: Vec::new(),
    };
    let draft = draft(raw.clone(), copied, &mut report);
    let mut problems = Problems(report.problems);
    if problems.is_empty()
        && let Err(flaws) = Figure::assemble(draft)
    {
        problems.0.extend(flaws.into_iter().map(|flaw| {
            places
                .of(flaw.table, flaw.index)
                .problem(&flaw.field, flaw.what, flaw.remedy)
        }));
    }
    problems.sorted()
}

impl<'a> RawFigure<'a> {
    /// The figure, drawn and put together.
    pub fn into_figure(self, keep: Keep<'a>) -> Result<Figure, Problems> {
        Figure::assemble(self.drafted(keep)?).map_err(nowhere)
    }

    /// The figure with lines that were drawn before; what is written of shapes and paths is not looked at.
    pub fn with_lines(self, lines: Vec<Lines>, keep: Keep<'a>) -> Result<Figure, Problems> {
        Figure::framed(&self.drafted(keep)?, lines).map_err(nowhere)
    }

    fn drafted(self, keep: Keep<'a>) -> Result<Draft, Problems> {
        let places = Places::default();
        let mut report = Report {
            places: &places,
            problems: Vec::new(),
        };
        let draft = draft(self, keep, &mut report);
        match report.problems.is_empty() {
            true => Ok(draft),
            false => Err(Problems(report.problems)),
        }
    }
}

/// The flaws of a figure that was not read from files.
fn nowhere(flaws: Vec<Flaw>) -> Problems {
    let place = Placement::default();
    let flaws = flaws.into_iter();
    Problems(
        flaws
            .map(|flaw| place.problem(&flaw.field, flaw.what, flaw.remedy))
            .collect(),
    )
}

/// Every construction that leads nowhere, with the point's line.
pub fn check_points(points: &[Entry<RawPoint<'_>>], figure: &Figure) -> Problems {
    let read: Vec<(&Placement, Point)> = points
        .iter()
        .filter_map(|entry| Some((&entry.place, entry.value.clone().into_point(copied).ok()?)))
        .collect();
    let mut by_code: HashMap<&str, &Point> = HashMap::new();
    for (_, point) in &read {
        by_code.entry(point.code.as_str()).or_insert(point);
    }
    let others = |code: &str| {
        let place = by_code.get(code)?.places.first()?;
        Some(&place.construction)
    };
    let mut problems = Vec::new();
    for (written, point) in &read {
        for (nth, place) in point.places.iter().enumerate() {
            let path = match point.places.len() {
                1 => "construct".to_owned(),
                _ => format!("places.{nth}.construct"),
            };
            let way = figure.resolve(&place.construction, &others);
            let way = way.and_then(|_| figure.finding(&place.construction, &others));
            if let Err(lost) = way {
                let code = &point.code;
                let (en, da) = (&lost.what.en, &lost.what.da);
                let what = both!("{code}: {en}", "{code}: {da}");
                problems.push(written.problem(&path, what, lost.remedy));
            }
        }
    }
    Problems(problems)
}

struct Report<'p> {
    places: &'p Places,
    problems: Vec<Problem>,
}

impl Report<'_> {
    fn add(&mut self, at: (Table, usize), field: &str, what: impl Into<Words>, remedy: impl Into<Words>) {
        self.problems
            .push(self.places.of(at.0, at.1).problem(field, what, remedy));
    }

    /// The value a word stands for; a problem and the first value where there is none.
    fn choose<T: Copy>(&mut self, at: (Table, usize), field: &str, word: &str, choices: &[(&str, T)]) -> T {
        match choices.iter().find(|(name, _)| *name == word) {
            Some((_, value)) => *value,
            None => {
                let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
                self.add(
                    at,
                    field,
                    format!("\"{word}\" is not known here."),
                    format!("Write one of {}.", names.join(", ")),
                );
                choices[0].1
            }
        }
    }

    fn region(&mut self, at: (Table, usize), field: &str, word: &str) -> Region {
        let choices: Vec<(&str, Region)> = Region::ALL.iter().map(|r| (r.id(), *r)).collect();
        self.choose(at, field, word, &choices)
    }
}
