//! The figure as written, before it is put together: names instead of references, control points instead of
//! curves.

use super::construction::{Direction, Face};
use super::curve::Xy;
use super::landmark::{Level, Ruler};
use super::tube::Tube;
use super::view::{Bounds, Cuts, Drawn, Fit, ShapeRole};
use crate::domain::point::Region;
use crate::domain::words::{Text, Words};

/// Everything that is written about the figure.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "one list for each kind of entry")]
pub struct Draft {
    pub views: Vec<ViewDraft>,
    pub tubes: Vec<Tube>,
    pub shapes: Vec<ShapeDraft>,
    pub landmarks: Vec<LandmarkDraft>,
    pub rulers: Vec<Ruler>,
    pub levels: Vec<Level>,
    pub paths: Vec<PathDraft>,
}

/// A view as written.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "see `View`")]
pub struct ViewDraft {
    pub id: Text,
    pub name: Words,
    pub drawn: Drawn,
    pub bounds: Bounds,
    pub cuts: Cuts,
    pub parent: Option<Text>,
    pub hotspot: Vec<Region>,
    pub up: Vec<Direction>,
    pub right: Vec<Direction>,
    pub toward: Vec<Direction>,
    pub shade: f32,
    pub tubes: Vec<TubeInViewDraft>,
    pub parts: Vec<PartDraft>,
}

/// A tube in a view as written.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "see `TubeInView`")]
pub struct TubeInViewDraft {
    pub tube: Text,
    pub turn: f32,
    pub at: Xy,
    /// The direction of growing stations, degrees counter-clockwise from the viewer's right.
    pub axis: f32,
    pub from: f32,
    pub to: f32,
}

/// A pasted view as written.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "see `Part`")]
pub struct PartDraft {
    pub view: Text,
    pub fit: Fit,
    pub hidden: bool,
    /// Whether its shapes are drawn too.
    pub shapes: bool,
}

/// A shape as written.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "see `Shape`")]
pub struct ShapeDraft {
    pub view: Text,
    pub id: Text,
    pub role: ShapeRole,
    pub region: Option<Region>,
    pub layer: u8,
    pub closed: bool,
    pub mirror: Mirror,
    pub min_scale: f32,
    pub max_scale: f32,
    pub form: Form,
}

/// What becomes of a shape in a view of both halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mirror {
    /// Its mirror image is drawn too.
    Copy,
    /// Its mirror image completes it to one area.
    Join,
    /// Nothing.
    None,
}

/// Where the control points of a shape come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Written one by one.
    Points {
        /// The points.
        points: Vec<Xy>,
        /// Indices of those where the tangent breaks.
        corners: Vec<usize>,
    },
    /// The edge of a tube in this view.
    Tube {
        /// Which tube.
        tube: Text,
        /// The viewer's right edge when the near end is up, else the left one.
        right: bool,
        /// First and last station.
        span: (f32, f32),
    },
    /// Another shape, transformed.
    Like {
        /// `view/id`.
        of: Text,
        /// How.
        fit: Fit,
    },
    /// Shapes of this view one after another; a leading `-` takes one backwards.
    Chain(Vec<Text>),
}

/// A landmark as written.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "see `Landmark`")]
pub struct LandmarkDraft {
    pub id: Text,
    pub name: Words,
    pub feel: Words,
    /// Tube, station, angle.
    pub on: Vec<(Text, f32, f32)>,
    /// Face, x, y.
    pub torso: Option<(Face, f32, f32)>,
    /// View, place, depth.
    pub at: Vec<(Text, Xy, f32)>,
}

/// A path as written.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "see `Way`")]
pub struct PathDraft {
    pub id: Text,
    pub view: Text,
    pub course: Course,
    pub hidden: bool,
}

/// Where a path runs.
#[derive(Clone, Debug, PartialEq)]
pub enum Course {
    /// Through its own points.
    Points {
        /// The points.
        points: Vec<Xy>,
        /// Indices of those where the tangent breaks.
        corners: Vec<usize>,
    },
    /// Along a shape of this view.
    Shape {
        /// The shape.
        shape: Text,
        /// First and last control point; all where none is written.
        span: Option<(usize, usize)>,
    },
}

/// Which list of a [`Draft`] an entry is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the lists of `Draft`")]
pub enum Table {
    View,
    Tube,
    Shape,
    Landmark,
    Ruler,
    Level,
    Path,
}

/// What is wrong with one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// In which list.
    pub table: Table,
    /// Which entry of the list.
    pub index: usize,
    /// The field, dotted.
    pub field: String,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub remedy: String,
}
