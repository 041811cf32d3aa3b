//! Views: the drawings of the body, each in a plane of its own.

use super::bare::LastBare;
use super::construction::Direction;
use super::curve::{Xy, xy};
use super::tube::TubeInView;
use crate::domain::later::Later;
use crate::domain::point::{Region, Side};
use crate::domain::words::{Text, Words};

/// A view's place in the figure: cheap to keep and to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ViewId(pub u16);

/// One drawing of the body or a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Id used on the command line and in JSON: `leg_medial`.
    pub id: Text,
    /// What it is called: "inner leg".
    pub name: Words,
    /// Which half of the person is drawn.
    pub drawn: Drawn,
    /// What must be seen.
    pub bounds: Bounds,
    /// Where the body is cut off.
    pub cuts: Cuts,
    /// The view one comes from; `None` for a whole body.
    pub parent: Option<ViewId>,
    /// The regions of the parent that lead here.
    pub hotspot: Vec<Region>,
    /// The anatomical directions in the plane.
    pub compass: Compass,
    /// How far from the edge a filled body reaches its full brightness, u.
    pub shade: f32,
    /// Limbs as they lie here.
    pub tubes: Vec<TubeInView>,
    /// Other views pasted in.
    pub parts: Vec<Part>,
    /// What is drawn, lower layers first: read when somebody looks at the view.
    pub shapes: Later<Vec<Shape>>,
    /// Ways along which points are measured.
    pub ways: Vec<Way>,
    /// The body as it was drawn last, before anything was put on it.
    pub last: LastBare,
}

/// Which half of the person a view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Both: the left half is stored, the right one is its mirror image about x = 0.
    Both,
    /// One; the other side is seen in a mirror.
    One(Side),
}

/// A rectangle in a view, u.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "least and greatest x and y")]
pub struct Bounds {
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

impl Bounds {
    /// The middle.
    pub fn centre(self) -> Xy {
        xy((self.x0 + self.x1) / 2.0, (self.y0 + self.y1) / 2.0)
    }

    /// Breadth.
    pub fn width(self) -> f32 {
        self.x1 - self.x0
    }

    /// Height.
    pub fn height(self) -> f32 {
        self.y1 - self.y0
    }

    /// Whether a place lies inside.
    pub fn contains(self, place: Xy) -> bool {
        (self.x0..=self.x1).contains(&place.x) && (self.y0..=self.y1).contains(&place.y)
    }
}

/// The sides on which a view cuts the body off: nothing is drawn beyond, and nothing there is an edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the sides of the bounds")]
pub struct Cuts {
    pub left: bool,
    pub right: bool,
    pub top: bool,
    pub bottom: bool,
}

/// Which anatomical directions point up, to the viewer's right and toward the viewer. In views of both
/// halves, as seen on the stored left half.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "each name says it")]
pub struct Compass {
    pub up: Vec<Direction>,
    pub right: Vec<Direction>,
    pub toward: Vec<Direction>,
}

impl Compass {
    /// The direction in the plane and its depth: `(x, y, toward)`, one of them 1 or -1. `None` where the
    /// view has no such direction.
    pub fn way(&self, direction: Direction) -> Option<(f32, f32, f32)> {
        let sign = |names: &[Direction]| {
            if names.contains(&direction) {
                Some(1.0)
            } else if names.contains(&direction.opposite()) {
                Some(-1.0)
            } else {
                None
            }
        };
        if let Some(sign) = sign(&self.up) {
            Some((0.0, sign, 0.0))
        } else if let Some(sign) = sign(&self.right) {
            Some((sign, 0.0, 0.0))
        } else {
            sign(&self.toward).map(|sign| (0.0, 0.0, sign))
        }
    }
}

/// Another view pasted into this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which.
    pub view: ViewId,
    /// How its plane lies in this one.
    pub fit: Fit,
    /// Whether all its points are on the far side here.
    pub hidden: bool,
}

/// Flip, zoom, turn and shift, in this order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Left and right exchanged first.
    pub flip: bool,
    /// Then enlarged.
    pub zoom: f32,
    /// Then turned counter-clockwise, degrees.
    pub turn: f32,
    /// Then moved.
    pub shift: Xy,
}

impl Fit {
    /// Where a place ends up.
    pub fn apply(&self, place: Xy) -> Xy {
        let x = if self.flip { -place.x } else { place.x };
        xy(x * self.zoom, place.y * self.zoom)
            .turned(self.turn)
            .plus(self.shift, 1.0)
    }
}

/// What a shape is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShapeRole {
    /// The silhouette of a part: filled, and stroked.
    Outline,
    /// A fine line.
    Detail,
    /// A line that is a landmark, such as a wrist crease.
    Crease,
    /// An area for picking, never drawn.
    Region,
    /// Only a part of other shapes.
    Piece,
}

/// One shape, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Id within the view.
    pub id: Text,
    /// What it is.
    pub role: ShapeRole,
    /// The region it belongs to.
    pub region: Option<Region>,
    /// Outlines on a higher layer hide the strokes of lower ones inside them.
    pub layer: u8,
    /// Whether its mirror image about x = 0 is drawn too.
    pub mirrored: bool,
    /// Drawn from this many dots per u ...
    pub min_scale: f32,
    /// ... below this many.
    pub max_scale: f32,
    /// The stroke.
    pub line: Vec<Xy>,
    /// The filled area of an outline or region; empty for the others. With a mirror image that completes it,
    /// the whole of both.
    pub area: Vec<Xy>,
    /// Whether the area is already both halves.
    pub whole: bool,
}

impl Shape {
    /// Whether it is drawn at a scale, dots per u.
    pub fn shows_at(&self, scale: f32) -> bool {
        (self.min_scale..self.max_scale).contains(&scale)
    }
}

/// A way on the body as it lies in one view.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Id of the path; the same in every view that shows it.
    pub id: Text,
    /// Where it runs.
    pub line: Vec<Xy>,
    /// Whether it is on the far side here.
    pub hidden: bool,
}

impl View {
    /// The region at a place: of a region area if there is one, else of the topmost outline.
    pub fn region_at(&self, place: Xy) -> Option<Region> {
        let within = |shape: &Shape| {
            super::curve::inside(&shape.area, place)
                || (shape.mirrored && super::curve::inside(&shape.area, xy(-place.x, place.y)))
        };
        let of = |role: ShapeRole| {
            self.shapes
                .iter()
                .rev()
                .filter(|shape| shape.role == role && shape.region.is_some())
                .find(|shape| within(shape))
                .and_then(|shape| shape.region)
        };
        of(ShapeRole::Region).or_else(|| of(ShapeRole::Outline))
    }

    /// Whether a place is in the picture: not beyond a side on which the body is cut off.
    pub fn shows(&self, place: Xy) -> bool {
        let Bounds { x0, y0, x1, y1 } = self.bounds;
        !(self.cuts.left && place.x < x0
            || self.cuts.right && place.x > x1
            || self.cuts.bottom && place.y < y0
            || self.cuts.top && place.y > y1)
    }

    /// Whether a place lies on the body as drawn at some scale.
    pub fn on_body(&self, place: Xy) -> bool {
        self.shapes.iter().any(|shape| {
            shape.role == ShapeRole::Outline
                && (super::curve::inside(&shape.area, place)
                    || (shape.mirrored && super::curve::inside(&shape.area, xy(-place.x, place.y))))
        })
    }

    /// Whether the person's left half lies at the viewer's right, in a view of both: it does in front.
    pub fn left_is_right(&self) -> bool {
        self.compass
            .way(Direction::Lateral)
            .is_none_or(|(x, ..)| x >= 0.0)
    }

    /// The middle of every region that shows, as far as it is on the body: of the stored half in a view of both.
    pub fn middles(&self) -> Vec<(Region, Xy)> {
        // Fine enough for a wrist.
        const STEP: f32 = 0.5;
        let bounds = self.bounds;
        let (first, way) = match (self.drawn, self.left_is_right()) {
            (Drawn::One(_), _) => (bounds.x0, 1.0),
            (Drawn::Both, true) => (0.0, 1.0),
            (Drawn::Both, false) => (0.0, -1.0),
        };
        let wide = ((bounds.x1 - first) / STEP) as i32;
        let high = (bounds.height() / STEP) as i32;
        let mut places: Vec<(Region, Vec<Xy>)> = Region::ALL
            .into_iter()
            .map(|region| (region, Vec::new()))
            .collect();
        for row in 0..high {
            for column in 0..wide {
                let place = xy(
                    first + way * (column as f32 + 0.5) * STEP,
                    bounds.y0 + (row as f32 + 0.5) * STEP,
                );
                if let Some(region) = self.region_at(place).filter(|_| self.on_body(place))
                    && let Some((_, places)) = places.iter_mut().find(|(name, _)| *name == region)
                {
                    places.push(place);
                }
            }
        }
        let middle = |places: Vec<Xy>| {
            let count = places.len() as f32;
            let sum = places
                .iter()
                .fold(xy(0.0, 0.0), |sum, place| sum.plus(*place, 1.0));
            let middle = xy(sum.x / count, sum.y / count);
            // The middle of a bent region may lie outside it.
            let nearest = |a: &Xy, b: &Xy| a.distance(middle).total_cmp(&b.distance(middle));
            places.into_iter().min_by(nearest)
        };
        places
            .into_iter()
            .filter_map(|(region, places)| Some((region, middle(places)?)))
            .collect()
    }

    /// The way with this id.
    pub fn way(&self, id: &str) -> Option<&Way> {
        self.ways.iter().find(|way| way.id == id)
    }
}
