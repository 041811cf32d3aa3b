//! The entries of the figure's files as a draft the figure is put together from.

use super::{RawFigure, RawShape, RawTube, RawView, Report};
use crate::content::text::{Keep, Str};
use crate::domain::figure::construction::{Direction, Face};
use crate::domain::figure::curve::xy;
use crate::domain::figure::draft::{
    Course, Draft, Form, LandmarkDraft, Mirror, PartDraft, PathDraft, ShapeDraft, Table, TubeInViewDraft,
    ViewDraft,
};
use crate::domain::figure::landmark::{Level, Ruler};
use crate::domain::figure::tube::{Row, Tube};
use crate::domain::figure::view::{Bounds, Cuts, Drawn, Fit, ShapeRole};
use crate::domain::point::Side;

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

/// What the files say, as a draft; what makes no sense is reported.
pub(super) fn draft<'a>(raw: RawFigure<'a>, keep: Keep<'a>, report: &mut Report<'_>) -> Draft {
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
        let known = crate::content::point::DIRECTIONS;
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
