//! Puts the figure together from what is written, or says everything that is wrong with it.

use std::collections::HashSet;
use std::fmt::Display;

use super::Figure;
use super::bare::LastBare;
use super::curve::{Knot, Xy, smooth, xy};
use super::draft::{Course, Draft, Flaw, Form, Mirror, ShapeDraft, Table, ViewDraft};
use super::landmark::{AtView, Landmark, TorsoPlace};
use super::tube::{OnTube, TubeInView};
use super::view::{Compass, Drawn, Fit, Part, Shape, ShapeRole, View, ViewId, Way};
use crate::domain::later::Later;
use crate::domain::point::Side;

/// Deepest nesting of shapes made from shapes; more means a circle.
const DEEPEST: usize = 12;

/// What is drawn in one view, and the ways along which points are measured there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// See [`View::shapes`].
    pub shapes: Later<Vec<Shape>>,
    /// See [`View::ways`].
    pub ways: Vec<Way>,
}

impl Figure {
    /// The figure, or every flaw of it.
    pub fn assemble(draft: Draft) -> Result<Figure, Vec<Flaw>> {
        let mut assembly = Assembly::of(&draft);
        assembly.ids_are_single();
        let placements = assembly.placements();
        let lines = assembly.lines(&placements);
        assembly.rulers();
        assembly.finish(placements, lines)
    }

    /// The figure of a draft that was found right before, with lines that were drawn before: its shapes and
    /// paths are not read.
    pub fn framed(draft: &Draft, lines: Vec<Lines>) -> Result<Figure, Vec<Flaw>> {
        let mut assembly = Assembly::of(draft);
        let placements = assembly.placements();
        assembly.finish(placements, lines)
    }

    /// What is drawn in every view.
    pub fn lines(&self) -> impl Iterator<Item = Lines> + '_ {
        self.views.iter().map(|view| Lines {
            shapes: view.shapes.clone(),
            ways: view.ways.clone(),
        })
    }
}

/// A shape of one view as it lies in another.
fn pasted(shape: &Shape, fit: &Fit, from_both: bool, into_both: bool) -> Vec<Shape> {
    let moved = |mirrored_first: bool| {
        let carry = |line: &[Xy]| -> Vec<Xy> {
            line.iter()
                .map(|&place| {
                    let place = if mirrored_first {
                        xy(-place.x, place.y)
                    } else {
                        place
                    };
                    fit.apply(place)
                })
                .collect()
        };
        Shape {
            line: carry(&shape.line),
            area: carry(&shape.area),
            mirrored: into_both && (!from_both || shape.mirrored),
            ..shape.clone()
        }
    };
    if from_both && shape.mirrored && !into_both {
        vec![moved(false), moved(true)]
    } else {
        vec![moved(false)]
    }
}

struct Assembly<'a> {
    draft: &'a Draft,
    flaws: Vec<Flaw>,
}

impl<'a> Assembly<'a> {
    fn of(draft: &'a Draft) -> Assembly<'a> {
        Assembly {
            draft,
            flaws: Vec::new(),
        }
    }

    /// How the tubes lie in every view.
    fn placements(&mut self) -> Vec<Vec<TubeInView>> {
        let views = self.draft.views.iter().enumerate();
        views.map(|(index, view)| self.tubes_of(index, view)).collect()
    }

    /// What is drawn in every view: its own shapes, those of its parts, and the ways.
    fn lines(&mut self, placements: &[Vec<TubeInView>]) -> Vec<Lines> {
        let draft = self.draft;
        let own: Vec<Vec<Shape>> = draft
            .views
            .iter()
            .map(|view| self.shapes_of(view, placements))
            .collect();
        let mut ways = self.ways(placements);
        let mut lines = Vec::new();
        for (index, view) in draft.views.iter().enumerate() {
            let mut shapes = own[index].clone();
            for part in view.parts.iter().filter(|part| part.shapes) {
                // A part that is not there is a flaw of its own.
                let Some(child) = draft.views.iter().position(|child| child.id == part.view) else {
                    continue;
                };
                let both = |view: &ViewDraft| view.drawn == Drawn::Both;
                let (from, into) = (both(&draft.views[child]), both(view));
                shapes.extend(
                    own[child]
                        .iter()
                        .flat_map(|shape| pasted(shape, &part.fit, from, into)),
                );
            }
            shapes.sort_by_key(|shape| shape.layer);
            lines.push(Lines {
                shapes: shapes.into(),
                ways: std::mem::take(&mut ways[index]),
            });
        }
        lines
    }

    /// Everything put together, or every flaw that was found.
    fn finish(mut self, placements: Vec<Vec<TubeInView>>, lines: Vec<Lines>) -> Result<Figure, Vec<Flaw>> {
        let draft = self.draft;
        let mut views = Vec::new();
        let drawn = draft.views.iter().zip(placements).zip(lines);
        for (index, ((view, tubes), Lines { shapes, ways })) in drawn.enumerate() {
            views.push(View {
                id: view.id.clone(),
                name: view.name.clone(),
                drawn: view.drawn,
                bounds: view.bounds,
                cuts: view.cuts,
                parent: self.parent_of(index, view),
                hotspot: view.hotspot.clone(),
                compass: Compass {
                    up: view.up.clone(),
                    right: view.right.clone(),
                    toward: view.toward.clone(),
                },
                shade: view.shade,
                tubes,
                parts: self.parts_of(index, view),
                shapes,
                ways,
                last: LastBare::default(),
            });
        }
        let landmarks = self.landmarks();
        if self.flaws.is_empty() {
            Ok(Figure {
                views,
                tubes: draft.tubes.clone(),
                landmarks,
                rulers: draft.rulers.clone(),
                levels: draft.levels.clone(),
            })
        } else {
            Err(self.flaws)
        }
    }

    fn flaw(
        &mut self,
        table: Table,
        index: usize,
        field: impl Display,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.flaws.push(Flaw {
            table,
            index,
            field: field.to_string(),
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    /// Every name may be given once.
    fn ids_are_single(&mut self) {
        let draft = self.draft;
        let lists: [(Table, Vec<String>); 7] = [
            (
                Table::View,
                draft.views.iter().map(|v| v.id.to_string()).collect(),
            ),
            (
                Table::Tube,
                draft.tubes.iter().map(|t| t.id.to_string()).collect(),
            ),
            (
                Table::Shape,
                draft
                    .shapes
                    .iter()
                    .map(|s| format!("{}/{}", s.view, s.id))
                    .collect(),
            ),
            (
                Table::Landmark,
                draft.landmarks.iter().map(|l| l.id.to_string()).collect(),
            ),
            (
                Table::Ruler,
                draft.rulers.iter().map(|r| r.id.to_string()).collect(),
            ),
            (
                Table::Level,
                draft.levels.iter().map(|l| l.id.to_string()).collect(),
            ),
            (
                Table::Path,
                draft
                    .paths
                    .iter()
                    .map(|p| format!("{}/{}", p.view, p.id))
                    .collect(),
            ),
        ];
        for (table, ids) in lists {
            for (index, id) in ids.iter().enumerate() {
                if ids[..index].contains(id) {
                    let what = format!("\"{id}\" is written twice.");
                    self.flaw(table, index, "id", what, "Give one of them another id.");
                }
            }
        }
    }

    fn view_index(&mut self, id: &str, table: Table, index: usize, field: impl Display) -> Option<ViewId> {
        let found = self.draft.views.iter().position(|view| view.id == id);
        if found.is_none() {
            let what = format!("There is no view \"{id}\".");
            self.flaw(table, index, field, what, "Write the id of a [[view]].");
        }
        found.map(|index| ViewId(index as u16))
    }

    fn tube_index(&mut self, id: &str, table: Table, index: usize, field: impl Display) -> Option<usize> {
        let found = self.draft.tubes.iter().position(|tube| tube.id == id);
        if found.is_none() {
            let what = format!("There is no tube \"{id}\".");
            self.flaw(table, index, field, what, "Write the id of a [[tube]].");
        }
        found
    }

    fn parent_of(&mut self, index: usize, view: &ViewDraft) -> Option<ViewId> {
        let parent = view.parent.as_ref()?;
        self.view_index(parent, Table::View, index, "parent")
    }

    fn tubes_of(&mut self, index: usize, view: &ViewDraft) -> Vec<TubeInView> {
        let mut placed = Vec::new();
        for (nth, lies) in view.tubes.iter().enumerate() {
            let Some(tube) =
                self.tube_index(&lies.tube, Table::View, index, format_args!("tubes.{nth}.tube"))
            else {
                continue;
            };
            let along = xy(1.0, 0.0).turned(lies.axis);
            // With the near end up, growing sin(theta - turn) goes to the viewer's right on a left limb.
            let up = if self.draft.tubes[tube].grows_proximal {
                1.0
            } else {
                -1.0
            };
            let hand = if view.drawn == Drawn::One(Side::Right) {
                -1.0
            } else {
                1.0
            };
            let across = xy(along.y * up * hand, -along.x * up * hand);
            placed.push(TubeInView {
                tube,
                turn: lies.turn,
                at: lies.at,
                along,
                across,
                from: lies.from.min(lies.to),
                to: lies.from.max(lies.to),
            });
        }
        placed
    }

    fn parts_of(&mut self, index: usize, view: &ViewDraft) -> Vec<Part> {
        let mut parts = Vec::new();
        for (nth, part) in view.parts.iter().enumerate() {
            let field = format!("parts.{nth}.view");
            if part.view == view.id {
                let what = "A view cannot be a part of itself.";
                self.flaw(Table::View, index, &field, what, "Name another view.");
            } else if let Some(view) = self.view_index(&part.view, Table::View, index, &field) {
                parts.push(Part {
                    view,
                    fit: part.fit,
                    hidden: part.hidden,
                });
            }
        }
        parts
    }

    /// The shapes of a view that are drawn or picked.
    fn shapes_of(&mut self, view: &ViewDraft, placements: &[Vec<TubeInView>]) -> Vec<Shape> {
        let draft = self.draft;
        let both = view.drawn == Drawn::Both;
        let mut shapes = Vec::new();
        for (index, shape) in draft.shapes.iter().enumerate() {
            if shape.view != view.id {
                continue;
            }
            let Some(knots) = self.knots(index, shape, placements, 0) else {
                continue;
            };
            if shape.role == ShapeRole::Piece {
                continue;
            }
            if knots.len() < 2 {
                let remedy = "Write at least two points.";
                self.flaw(Table::Shape, index, "points", "A line needs two points.", remedy);
                continue;
            }
            let line = smooth(&knots, shape.closed);
            let filled = matches!(shape.role, ShapeRole::Outline | ShapeRole::Region);
            let whole = both && shape.mirror == Mirror::Join;
            let mut area = if filled { line.clone() } else { Vec::new() };
            if filled && whole {
                area.extend(line.iter().rev().map(|place| xy(-place.x, place.y)));
            }
            shapes.push(Shape {
                id: shape.id.clone(),
                role: shape.role,
                region: shape.region,
                layer: shape.layer,
                mirrored: both && shape.mirror != Mirror::None,
                min_scale: shape.min_scale,
                max_scale: shape.max_scale,
                line,
                area,
                whole,
            });
        }
        // A shape of no view would be silently lost.
        if view.id == draft.views[0].id {
            for (index, shape) in draft.shapes.iter().enumerate() {
                self.view_index(&shape.view, Table::Shape, index, "view");
            }
        }
        shapes
    }

    /// The control points of a shape.
    fn knots(
        &mut self,
        index: usize,
        shape: &ShapeDraft,
        placements: &[Vec<TubeInView>],
        depth: usize,
    ) -> Option<Vec<Knot>> {
        if depth > DEEPEST {
            let remedy = "Break the circle of \"like\" and \"chain\".";
            self.flaw(Table::Shape, index, "id", "This shape is made of itself.", remedy);
            return None;
        }
        match &shape.form {
            Form::Points { points, corners } => self.written(Table::Shape, index, points, corners),
            Form::Tube { tube, right, span } => {
                let wanted = self.tube_index(tube, Table::Shape, index, "tube")?;
                let view = self.draft.views.iter().position(|view| view.id == shape.view)?;
                let Some(lies) = placements[view].iter().find(|lies| lies.tube == wanted) else {
                    let what = format!("\"{tube}\" does not lie in view \"{}\".", shape.view);
                    self.flaw(Table::Shape, index, "tube", what, "Add it to the view's tubes.");
                    return None;
                };
                Some(self.edge_knots(lies, *right, *span, self.draft.views[view].drawn))
            }
            Form::Like { of, fit } => {
                let other = self.shape_named(of, index, "like")?;
                let knots = self.knots(other, &self.draft.shapes[other], placements, depth + 1)?;
                let moved = knots.into_iter().map(|knot| Knot {
                    at: fit.apply(knot.at),
                    ..knot
                });
                Some(moved.collect())
            }
            Form::Chain(ids) => {
                let mut chain: Vec<Knot> = Vec::new();
                for (nth, id) in ids.iter().enumerate() {
                    let (name, backwards) = match id.strip_prefix('-') {
                        Some(name) => (name, true),
                        None => (id.as_ref(), false),
                    };
                    let full = format!("{}/{name}", shape.view);
                    let other = self.shape_named(&full, index, format_args!("chain.{nth}"))?;
                    let mut knots = self.knots(other, &self.draft.shapes[other], placements, depth + 1)?;
                    if backwards {
                        knots.reverse();
                    }
                    // Where two pieces meet, the shared point is kept once, a corner if either says so.
                    if let (Some(last), Some(first)) = (chain.last_mut(), knots.first())
                        && last.at.distance(first.at) < 0.05
                    {
                        last.corner |= first.corner;
                        knots.remove(0);
                    }
                    chain.extend(knots);
                }
                Some(chain)
            }
        }
    }

    /// Written points with their corners.
    fn written(&mut self, table: Table, index: usize, points: &[Xy], corners: &[usize]) -> Option<Vec<Knot>> {
        if let Some(wrong) = corners.iter().find(|corner| **corner >= points.len()) {
            let what = format!("Corner {wrong} of {} points (counted from 0).", points.len());
            self.flaw(
                table,
                index,
                "corners",
                what,
                format!("Write at most {}.", points.len().saturating_sub(1)),
            );
            return None;
        }
        Some(
            points
                .iter()
                .enumerate()
                .map(|(nth, &at)| Knot {
                    at,
                    corner: corners.contains(&nth),
                })
                .collect(),
        )
    }

    /// The edge of a tube: its rows in the span and the middles between them.
    fn edge_knots(&self, lies: &TubeInView, right: bool, span: (f32, f32), drawn: Drawn) -> Vec<Knot> {
        let tube = &self.draft.tubes[lies.tube];
        let (least, most) = (span.0.min(span.1), span.0.max(span.1));
        let mut stations = vec![least, most];
        let rows = tube.rows();
        stations.extend(rows.iter().map(|row| row.s));
        stations.extend(rows.windows(2).map(|pair| (pair[0].s + pair[1].s) / 2.0));
        stations.retain(|s| (least..=most).contains(s));
        stations.sort_by(f32::total_cmp);
        stations.dedup_by(|a, b| (*a - *b).abs() < 0.02);
        if span.0 > span.1 {
            stations.reverse();
        }
        // `across` points to the viewer's left on a right limb.
        let viewer = if drawn == Drawn::One(Side::Right) {
            -1.0
        } else {
            1.0
        };
        let sign = if right { viewer } else { -viewer };
        stations
            .into_iter()
            .map(|s| Knot {
                at: lies.edge(tube, s, sign),
                corner: false,
            })
            .collect()
    }

    /// The shape called `view/id`.
    fn shape_named(&mut self, name: &str, index: usize, field: impl Display) -> Option<usize> {
        let found = self
            .draft
            .shapes
            .iter()
            .position(|shape| name.split_once('/') == Some((shape.view.as_ref(), shape.id.as_ref())));
        if found.is_none() {
            let what = format!("There is no shape \"{name}\".");
            self.flaw(
                Table::Shape,
                index,
                field,
                what,
                "Write the id of a [[shape]]; in \"like\" as \"view/id\".",
            );
        }
        found
    }

    /// The ways of every view.
    fn ways(&mut self, placements: &[Vec<TubeInView>]) -> Vec<Vec<Way>> {
        let mut ways = vec![Vec::new(); self.draft.views.len()];
        for (index, path) in self.draft.paths.iter().enumerate() {
            let Some(view) = self.view_index(&path.view, Table::Path, index, "view") else {
                continue;
            };
            let knots = match &path.course {
                Course::Points { points, corners } => self.written(Table::Path, index, points, corners),
                Course::Shape { shape, span } => {
                    let full = (path.view.as_ref(), shape.as_ref());
                    let found = self
                        .draft
                        .shapes
                        .iter()
                        .position(|shape| (shape.view.as_ref(), shape.id.as_ref()) == full);
                    match found {
                        Some(found) => {
                            self.knots(found, &self.draft.shapes[found], placements, 0)
                                .map(|knots| {
                                    let (from, to) = span.unwrap_or((0, knots.len().saturating_sub(1)));
                                    let last = knots.len().saturating_sub(1);
                                    knots[from.min(last)..=to.min(last).max(from.min(last))].to_vec()
                                })
                        }
                        None => {
                            let what = format!("There is no shape \"{shape}\" in \"{}\".", path.view);
                            self.flaw(
                                Table::Path,
                                index,
                                "shape",
                                what,
                                "Write the id of a shape of this view.",
                            );
                            None
                        }
                    }
                }
            };
            let Some(knots) = knots else { continue };
            if knots.len() < 2 {
                self.flaw(
                    Table::Path,
                    index,
                    "points",
                    "A path needs two points.",
                    "Write at least two.",
                );
                continue;
            }
            ways[usize::from(view.0)].push(Way {
                id: path.id.clone(),
                line: smooth(&knots, false),
                hidden: path.hidden,
            });
        }
        ways
    }

    fn landmarks(&mut self) -> Vec<Landmark> {
        let draft = self.draft;
        let trunk = draft.tubes.iter().position(|tube| tube.id == "trunk");
        let mut landmarks = Vec::new();
        for (index, landmark) in draft.landmarks.iter().enumerate() {
            if landmark.on.is_empty() && landmark.torso.is_none() && landmark.at.is_empty() {
                let what = format!("\"{}\" has no place.", landmark.id);
                self.flaw(Table::Landmark, index, "id", what, "Add on, torso or at.");
            }
            let mut on: Vec<OnTube> = Vec::new();
            for (nth, (tube, s, theta)) in landmark.on.iter().enumerate() {
                on.extend(
                    self.tube_index(tube, Table::Landmark, index, format_args!("on.{nth}.tube"))
                        .map(|tube| OnTube {
                            tube,
                            s: *s,
                            theta: *theta,
                        }),
                );
            }
            let torso = landmark.torso.map(|(face, x, y)| TorsoPlace { face, x, y });
            if let Some(place) = torso {
                match trunk {
                    Some(tube) => on.push(draft.tubes[tube].at_lateral(tube, place)),
                    None => self.flaw(
                        Table::Landmark,
                        index,
                        "torso",
                        "There is no tube \"trunk\".",
                        "Add it.",
                    ),
                }
            }
            let mut at = Vec::new();
            for (nth, (view, place, depth)) in landmark.at.iter().enumerate() {
                at.extend(
                    self.view_index(view, Table::Landmark, index, format_args!("at.{nth}.view"))
                        .map(|view| AtView {
                            view,
                            at: *place,
                            depth: *depth,
                        }),
                );
            }
            landmarks.push(Landmark {
                id: landmark.id.clone(),
                name: landmark.name.clone(),
                feel: landmark.feel.clone(),
                on,
                torso,
                at,
            });
        }
        landmarks
    }

    fn rulers(&mut self) {
        let draft = self.draft;
        let known: HashSet<&str> = draft.landmarks.iter().map(|landmark| &*landmark.id).collect();
        for (index, ruler) in draft.rulers.iter().enumerate() {
            let mut need = |id: &str, field: &dyn Display| {
                if !known.contains(id) {
                    let what = format!("There is no landmark \"{id}\".");
                    let remedy = "Write the id of a [[landmark]].";
                    self.flaw(Table::Ruler, index, field, what, remedy);
                }
            };
            need(&ruler.from, &"from");
            need(&ruler.to, &"to");
            for (nth, (id, _)) in ruler.anchors.iter().enumerate() {
                need(id, &format_args!("anchors.{nth}.landmark"));
            }
            let in_order = ruler
                .marks()
                .map(|(_, cun)| cun)
                .collect::<Vec<_>>()
                .windows(2)
                .all(|pair| pair[0] < pair[1]);
            if !in_order {
                let remedy = "Write anchors in growing order, between 0 and cun.";
                self.flaw(
                    Table::Ruler,
                    index,
                    "anchors",
                    "Its marks are not in order.",
                    remedy,
                );
            }
            if let Some(path) = &ruler.path
                && !draft.paths.iter().any(|known| known.id == *path)
            {
                let what = format!("There is no path \"{path}\".");
                self.flaw(Table::Ruler, index, "path", what, "Write the id of a [[path]].");
            }
        }
    }
}
