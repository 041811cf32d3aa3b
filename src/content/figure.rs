//! `assets/figure/*.toml`: the drawn body, its landmarks and rulers. Every file may hold every table.

use serde::{Deserialize, Serialize};

use super::point::RawPoint;
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::{Keep, RawWords, Str, copied};
use crate::domain::figure::Figure;
use crate::domain::figure::assemble::Lines;
use crate::domain::figure::construction::{Direction, Face};
use crate::domain::figure::curve::xy;
use crate::domain::figure::draft::{
    Course, Draft, Flaw, Form, LandmarkDraft, Mirror, PartDraft, PathDraft, ShapeDraft, Table,
    TubeInViewDraft, ViewDraft,
};
use crate::domain::figure::landmark::{Level, Ruler};
use crate::domain::figure::tube::{Row, Tube};
use crate::domain::figure::view::{Bounds, Cuts, Drawn, Fit, ShapeRole};
use crate::domain::point::{Point, Region, Side};

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
    let others = |code: &str| {
        let (_, point) = read.iter().find(|(_, point)| point.code.as_str() == code)?;
        point.places.first().map(|place| &place.construction)
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
                let what = format!("{}: {}", point.code, lost.what);
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
    fn add(&mut self, at: (Table, usize), field: &str, what: impl Into<String>, remedy: impl Into<String>) {
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

const SIDES: &[(&str, Drawn)] = &[
    ("both", Drawn::Both),
    ("left", Drawn::One(Side::Left)),
    ("right", Drawn::One(Side::Right)),
];
const ROLES: &[(&str, ShapeRole)] = &[
    ("outline", ShapeRole::Outline),
    ("detail", ShapeRole::Detail),
    ("crease", ShapeRole::Crease),
    ("region", ShapeRole::Region),
    ("piece", ShapeRole::Piece),
];
const MIRRORS: &[(&str, Mirror)] = &[
    ("copy", Mirror::Copy),
    ("join", Mirror::Join),
    ("none", Mirror::None),
];
const FACES: &[(&str, Face)] = &[("front", Face::Front), ("back", Face::Back)];
const EDGES: &[(&str, bool)] = &[("left", false), ("right", true)];
const GROWS: &[(&str, bool)] = &[("proximal", true), ("distal", false)];
const COLUMNS: [&str; 5] = ["s", "lateral", "medial", "anterior", "posterior"];

fn draft<'a>(raw: RawFigure<'a>, keep: Keep<'a>, report: &mut Report<'_>) -> Draft {
    let mut draft = Draft::default();
    for (index, view) in raw.views.into_iter().enumerate() {
        let view = draft_view(view, (Table::View, index), keep, report);
        draft.views.push(view);
    }
    for (index, tube) in raw.tubes.into_iter().enumerate() {
        let tube = draft_tube(tube, (Table::Tube, index), keep, report);
        draft.tubes.push(tube);
    }
    for (index, shape) in raw.shapes.into_iter().enumerate() {
        let shape = draft_shape(shape, (Table::Shape, index), keep, report);
        draft.shapes.extend(shape);
    }
    for (index, landmark) in raw.landmarks.into_iter().enumerate() {
        let at = (Table::Landmark, index);
        for (field, words) in [("name", &landmark.name), ("feel", &landmark.feel)] {
            for (lang, text) in [("en", &words.en), ("da", &words.da)] {
                if text.as_str().trim().is_empty() {
                    report.add(at, &format!("{field}.{lang}"), "This text is empty.", "Write it.");
                }
            }
        }
        draft.landmarks.push(LandmarkDraft {
            id: keep(landmark.id),
            name: landmark.name.into_words(keep),
            feel: landmark.feel.into_words(keep),
            on: landmark
                .on
                .into_iter()
                .map(|on| (keep(on.tube), on.s, on.theta))
                .collect(),
            torso: landmark.torso.map(|torso| {
                let face = report.choose(at, "torso.face", torso.face.as_str(), FACES);
                (face, torso.x, torso.y)
            }),
            at: landmark
                .at
                .into_iter()
                .map(|at| (keep(at.view), xy(at.x, at.y), at.depth))
                .collect(),
        });
    }
    for (index, ruler) in raw.rulers.into_iter().enumerate() {
        if ruler.cun <= 0.0 {
            let remedy = "Write how many cun it counts.";
            report.add(
                (Table::Ruler, index),
                "cun",
                "A ruler needs a length in cun.",
                remedy,
            );
        }
        draft.rulers.push(Ruler {
            id: keep(ruler.id),
            from: keep(ruler.from),
            to: keep(ruler.to),
            cun: ruler.cun,
            source: keep(ruler.source),
            anchors: ruler
                .anchors
                .into_iter()
                .map(|anchor| (keep(anchor.landmark), anchor.cun))
                .collect(),
            mirrored: ruler.mirrored,
            path: ruler.path.map(keep),
        });
    }
    for (index, level) in raw.levels.into_iter().enumerate() {
        let face = report.choose((Table::Level, index), "face", level.face.as_str(), FACES);
        draft.levels.push(Level {
            id: keep(level.id),
            face,
            y: level.y,
            slope: level.slope,
        });
    }
    for (index, path) in raw.paths.into_iter().enumerate() {
        let at = (Table::Path, index);
        let course = match (path.shape, path.points.is_empty()) {
            (Some(shape), true) => Course::Shape {
                shape: keep(shape),
                span: path.span.map(|[from, to]| (from as usize, to as usize)),
            },
            (shape, false) => {
                if shape.is_some() || path.span.is_some() {
                    let remedy = "Keep points, or shape and span.";
                    report.add(at, "shape", "A path has points or a shape, not both.", remedy);
                }
                Course::Points {
                    points: path.points.iter().map(|[x, y]| xy(*x, *y)).collect(),
                    corners: path.corners.iter().map(|corner| *corner as usize).collect(),
                }
            }
            (None, true) => {
                report.add(at, "id", "This path runs nowhere.", "Add points, or shape.");
                continue;
            }
        };
        draft.paths.push(PathDraft {
            id: keep(path.id),
            view: keep(path.view),
            course,
            hidden: path.hidden,
        });
    }
    draft
}

fn draft_view<'a>(
    raw: RawView<'a>,
    at: (Table, usize),
    keep: Keep<'a>,
    report: &mut Report<'_>,
) -> ViewDraft {
    let [x0, y0, x1, y1] = raw.bbox;
    if x0 >= x1 || y0 >= y1 {
        report.add(
            at,
            "bbox",
            "This box is empty.",
            "Write [x0, y0, x1, y1], least values first.",
        );
    }
    let drawn = report.choose(at, "side", raw.side.as_str(), SIDES);
    if drawn == Drawn::Both && (x0 + x1).abs() > 0.01 {
        report.add(
            at,
            "bbox",
            "A view of both halves is not in the middle.",
            "Write x0 = -x1.",
        );
    }
    let mut cuts = Cuts::default();
    for (nth, side) in raw.cuts.iter().enumerate() {
        let cut = match side.as_str() {
            "left" => &mut cuts.left,
            "right" => &mut cuts.right,
            "top" => &mut cuts.top,
            "bottom" => &mut cuts.bottom,
            other => {
                report.add(
                    at,
                    &format!("cuts.{nth}"),
                    format!("\"{other}\" is no side."),
                    "Write left, right, top or bottom.",
                );
                continue;
            }
        };
        *cut = true;
    }
    let directions = |field: &str, words: &[Str<'_>], report: &mut Report<'_>| -> Vec<Direction> {
        let known = super::point::DIRECTIONS;
        words
            .iter()
            .enumerate()
            .map(|(nth, word)| report.choose(at, &format!("{field}.{nth}"), word.as_str(), known))
            .collect()
    };
    let up = directions("up", &raw.up, report);
    let right = directions("right", &raw.right, report);
    let toward = directions("toward", &raw.toward, report);
    ViewDraft {
        id: keep(raw.id),
        name: raw.name.into_words(keep),
        drawn,
        bounds: Bounds { x0, y0, x1, y1 },
        cuts,
        parent: raw.parent.map(keep),
        hotspot: raw
            .hotspot
            .iter()
            .enumerate()
            .map(|(nth, region)| report.region(at, &format!("hotspot.{nth}"), region.as_str()))
            .collect(),
        up,
        right,
        toward,
        shade: raw.shade,
        tubes: raw
            .tubes
            .into_iter()
            .map(|tube| TubeInViewDraft {
                tube: keep(tube.tube),
                turn: tube.turn,
                at: xy(tube.at[0], tube.at[1]),
                axis: tube.axis,
                from: tube.from,
                to: tube.to,
            })
            .collect(),
        parts: raw
            .parts
            .into_iter()
            .map(|part| PartDraft {
                view: keep(part.view),
                fit: Fit {
                    flip: part.flip,
                    zoom: 1.0,
                    turn: part.turn,
                    shift: xy(part.at[0], part.at[1]),
                },
                hidden: part.hidden,
                shapes: part.shapes,
            })
            .collect(),
    }
}

fn draft_tube<'a>(raw: RawTube<'a>, at: (Table, usize), keep: Keep<'a>, report: &mut Report<'_>) -> Tube {
    let columns: Vec<&str> = raw.columns.iter().map(Str::as_str).collect();
    if columns != COLUMNS {
        report.add(
            at,
            "columns",
            "The columns are not the usual ones.",
            "Write columns = [\"s\", \"lateral\", \"medial\", \"anterior\", \"posterior\"].",
        );
    }
    if raw.rows.len() < 2 {
        report.add(
            at,
            "rows",
            "A tube needs two rows.",
            "Add rows in growing order of s.",
        );
    }
    for (nth, pair) in raw.rows.windows(2).enumerate() {
        if pair[0][0] >= pair[1][0] {
            report.add(
                at,
                &format!("rows.{}", nth + 1),
                "The stations are not in growing order.",
                "Sort the rows by s.",
            );
        }
    }
    let rows = raw
        .rows
        .iter()
        .map(|&[s, lateral, medial, anterior, posterior]| Row {
            s,
            extent: [lateral, medial, anterior, posterior],
        });
    let proximal = report.choose(at, "grows", raw.grows.as_str(), GROWS);
    Tube::new(keep(raw.id), proximal, raw.height, raw.rim, rows.collect())
}

fn draft_shape<'a>(
    raw: RawShape<'a>,
    at: (Table, usize),
    keep: Keep<'a>,
    report: &mut Report<'_>,
) -> Option<ShapeDraft> {
    let fit = Fit {
        flip: raw.flip,
        zoom: raw.zoom,
        turn: raw.turn,
        shift: xy(raw.shift[0], raw.shift[1]),
    };
    let given = [
        !raw.points.is_empty(),
        raw.tube.is_some(),
        raw.like.is_some(),
        !raw.chain.is_empty(),
    ];
    if given.iter().filter(|there| **there).count() != 1 {
        report.add(
            at,
            "id",
            format!(
                "\"{}\" needs exactly one of points, tube, like and chain.",
                raw.id.as_str()
            ),
            "Keep one of them.",
        );
        return None;
    }
    let form = if let Some(tube) = raw.tube {
        let (Some(edge), Some([from, to])) = (raw.edge, raw.span) else {
            let remedy = "Add edge = \"left\" or \"right\", and span = [from, to].";
            report.add(at, "tube", "Which edge of the tube, and which stretch?", remedy);
            return None;
        };
        Form::Tube {
            tube: keep(tube),
            right: report.choose(at, "edge", edge.as_str(), EDGES),
            span: (from, to),
        }
    } else if let Some(of) = raw.like {
        Form::Like { of: keep(of), fit }
    } else if !raw.chain.is_empty() {
        Form::Chain(raw.chain.into_iter().map(keep).collect())
    } else {
        Form::Points {
            points: raw.points.iter().map(|[x, y]| xy(*x, *y)).collect(),
            corners: raw.corners.iter().map(|corner| *corner as usize).collect(),
        }
    };
    let region = raw.region.filter(|region| !region.as_str().is_empty());
    Some(ShapeDraft {
        role: report.choose(at, "role", raw.role.as_str(), ROLES),
        region: region.map(|region| report.region(at, "region", region.as_str())),
        view: keep(raw.view),
        id: keep(raw.id),
        layer: raw.layer,
        closed: raw.closed,
        mirror: match raw.mirror {
            Some(word) => report.choose(at, "mirror", word.as_str(), MIRRORS),
            None => Mirror::Copy,
        },
        min_scale: raw.min_scale,
        max_scale: raw.max_scale,
        form,
    })
}
