//! Shapes become dots: 2 by 4 in a cell, as braille and octant glyphs have them.

use super::curve::{Xy, inside, xy};
use super::finding::Bar;
use super::frame::Frame;
use super::picture::Ink;
use super::view::{Cuts, Drawn, Shape, ShapeRole, View};

/// Sub-lines a dot row is cut into when its coverage is measured; divides [`FULL`].
const SUBLINES: i32 = 2;
/// A finger as bright as the skin it lies on.
pub(super) const LAID: u8 = 200;
/// Coverage of a full dot.
pub(super) const FULL: u8 = 16;

/// A grid of dots with what is drawn in each.
#[derive(Clone)]
pub(super) struct Dots {
    /// Dots across.
    pub width: i32,
    /// Dots down.
    pub height: i32,
    /// How much of each dot the body covers, 0 to [`FULL`].
    pub cover: Vec<u8>,
    /// One more than the highest layer that covers the middle of each dot; 0 where none does.
    layer: Vec<u8>,
    /// Whether two layers lie over each other there.
    overlap: Vec<bool>,
    /// The stroke in each dot: an index into `inks` plus one, 0 for none.
    pub stroke: Vec<u8>,
    /// How bright the finger is that is laid over each dot, [`LAID`] as bright as the skin, 0 for none; empty where
    /// no finger is laid at all.
    pub laid: Vec<u8>,
    /// The inks in use.
    pub inks: Vec<Ink>,
    /// Dots outside are cut off: left, top, right, bottom.
    pub clip: [i32; 4],
    frame: Frame,
    crossings: Vec<(i32, f32)>,
    path: Vec<(i32, i32)>,
}

impl Dots {
    /// An empty grid for a view.
    pub fn new(view: &View, frame: Frame) -> Dots {
        let (width, height) = (i32::from(frame.width) * 2, i32::from(frame.height) * 4);
        let count = (width * height) as usize;
        Dots {
            width,
            height,
            cover: vec![0; count],
            layer: vec![0; count],
            overlap: vec![false; count],
            stroke: vec![0; count],
            laid: Vec::new(),
            inks: Vec::new(),
            clip: clip(view, &frame, width, height),
            frame,
            crossings: Vec::new(),
            path: Vec::new(),
        }
    }

    /// Fills every outline that shows at the frame's scale.
    pub fn fill(&mut self, view: &View) {
        let scale = self.frame.scale;
        for shape in view.shapes.iter().filter(|shape| is_area(shape, scale)) {
            self.area(shape, true);
        }
    }

    /// Finds out what lies behind what, for drawings that are not filled. Nothing does where all outlines lie
    /// on one layer.
    pub fn cover_layers(&mut self, view: &View, scale: f32) {
        let areas = || view.shapes.iter().filter(|shape| is_area(shape, scale));
        let lowest = view.shapes.iter().map(|shape| shape.layer).min().unwrap_or(0);
        // Only what lies above something can hide it.
        for shape in areas().filter(|shape| shape.layer > lowest) {
            self.area(shape, false);
        }
    }

    /// Draws every line that shows at this scale. In a filled drawing the silhouette is not stroked: only
    /// outlines that run inside the body are, as fine lines.
    pub fn strokes(&mut self, view: &View, filled: bool) {
        let (both, axis) = (view.drawn == Drawn::Both, self.frame.axis());
        for shape in view.shapes.iter() {
            let ink = match shape.role {
                ShapeRole::Detail => Ink::Detail,
                ShapeRole::Crease => Ink::Crease,
                ShapeRole::Outline if filled => Ink::Detail,
                ShapeRole::Outline => Ink::Line,
                ShapeRole::Region | ShapeRole::Piece => continue,
            };
            if !shape.shows_at(self.frame.scale) {
                continue;
            }
            let inner_only = filled && shape.role == ShapeRole::Outline;
            self.trace(&shape.line);
            let path = std::mem::take(&mut self.path);
            let index = self.ink_index(ink);
            for &(x, y) in &path {
                self.plot_shape(x, y, shape.layer, index, inner_only);
                // A line down the middle is two dots wide, or it would lean to one side.
                if shape.mirrored || (both && (x == axis || x == axis - 1)) {
                    self.plot_shape(self.mirror(x), y, shape.layer, index, inner_only);
                }
            }
            self.path = path;
        }
    }

    /// Draws a line over everything with a lower ink. `gap` leaves out every other stretch of so many dots.
    pub fn line(&mut self, line: &[Xy], ink: Ink, gap: usize) {
        self.trace(line);
        let path = std::mem::take(&mut self.path);
        let index = self.ink_index(ink);
        for (nth, &(x, y)) in path.iter().enumerate() {
            if (gap == 0 || (nth / gap).is_multiple_of(2))
                && let Some(at) = self.index(x, y)
            {
                self.plot(at, index);
            }
        }
        self.path = path;
    }

    /// Dots all over a cell: the more, the stronger.
    pub fn speckle(&mut self, column: i32, row: i32, strength: f32) {
        // Apart from each other, so that lines can be told from them.
        const DOTS: [(i32, i32); 4] = [(0, 1), (1, 3), (1, 0), (0, 2)];
        let count = (strength * DOTS.len() as f32).ceil() as usize;
        let index = self.ink_index(Ink::Lit);
        for (x, y) in DOTS.into_iter().take(count) {
            if let Some(at) = self.index(column * 2 + x, row * 4 + y) {
                self.plot(at, index);
            }
        }
    }

    /// Lays a finger over the body: what is under it is not seen.
    pub fn lay(&mut self, bar: &Bar) {
        if self.laid.is_empty() {
            self.laid = vec![0; self.stroke.len()];
        }
        let corners: Vec<Xy> = bar.outline.iter().map(|place| self.frame.dot(*place)).collect();
        let [tip, hand, side] = bar.frame.map(|place| self.frame.dot(place));
        let (hand, side) = (
            xy(hand.x - tip.x, hand.y - tip.y),
            xy(side.x - tip.x, side.y - tip.y),
        );
        let turn = (hand.x * side.y - hand.y * side.x).abs().max(1e-3)
            * (hand.x * side.y - hand.y * side.x).signum();
        // Where a dot lies in the finger's own frame.
        let bright = |dot: Xy| {
            let (x, y) = (dot.x - tip.x, dot.y - tip.y);
            let along = (x * side.y - y * side.x) / turn;
            let beside = (hand.x * y - hand.y * x) / turn;
            (bar.brightness(beside, along) * f32::from(LAID)).clamp(1.0, 255.0) as u8
        };
        let least = |value: fn(&Xy) -> f32| corners.iter().map(value).fold(f32::MAX, f32::min);
        let most = |value: fn(&Xy) -> f32| corners.iter().map(value).fold(f32::MIN, f32::max);
        for y in least(|c| c.y).floor() as i32..=most(|c| c.y).ceil() as i32 {
            for x in least(|c| c.x).floor() as i32..=most(|c| c.x).ceil() as i32 {
                let middle = xy(x as f32 + 0.5, y as f32 + 0.5);
                if let Some(at) = self.index(x, y)
                    && inside(&corners, middle)
                {
                    self.laid[at] = bright(middle);
                    if self.ink_at(at).is_some_and(|ink| ink < Ink::Finger) {
                        self.stroke[at] = 0;
                    }
                }
            }
        }
    }

    /// The dot that mirrors one about the midline.
    fn mirror(&self, x: i32) -> i32 {
        2 * self.frame.axis() - 1 - x
    }

    /// The place of a dot in the grids; `None` outside or cut off.
    pub fn index(&self, x: i32, y: i32) -> Option<usize> {
        let [left, top, right, bottom] = self.clip;
        ((left..right).contains(&x) && (top..bottom).contains(&y)).then(|| (y * self.width + x) as usize)
    }

    /// Whether something on a higher layer lies over a dot.
    pub fn behind(&self, at: usize, layer: u8) -> bool {
        self.layer[at] > layer.saturating_add(1)
    }

    fn ink_index(&mut self, ink: Ink) -> u8 {
        let at = self
            .inks
            .iter()
            .position(|known| *known == ink)
            .unwrap_or_else(|| {
                self.inks.push(ink);
                self.inks.len() - 1
            });
        at as u8 + 1
    }

    /// The ink in a dot.
    pub fn ink_at(&self, at: usize) -> Option<Ink> {
        let index = self.stroke[at];
        (index > 0).then(|| self.inks[usize::from(index) - 1])
    }

    /// Whether a cell holds nothing at all.
    pub fn is_blank(&self, column: usize, row: usize) -> bool {
        let width = self.width as usize;
        (0..4).all(|line| {
            let at = (row * 4 + line) * width + column * 2;
            let nothing = |dots: &[u8]| dots[at] | dots[at + 1] == 0;
            nothing(&self.cover) && nothing(&self.stroke) && (self.laid.is_empty() || self.laid[at] == 0)
        })
    }

    fn plot(&mut self, at: usize, index: u8) {
        let wins = self
            .ink_at(at)
            .is_none_or(|old| self.inks[usize::from(index) - 1] >= old);
        if wins {
            self.stroke[at] = index;
        }
    }

    /// Plots a dot of a shape's line, unless something lies in front of it.
    fn plot_shape(&mut self, x: i32, y: i32, layer: u8, index: u8, inner_only: bool) {
        let Some(at) = self.index(x, y) else { return };
        if self.behind(at, layer) {
            return;
        }
        if inner_only {
            let near = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)];
            let inside = near
                .iter()
                .any(|(dx, dy)| self.index(x + dx, y + dy).is_some_and(|at| self.overlap[at]));
            if !inside || layer == 0 {
                return;
            }
        }
        self.plot(at, index);
    }

    /// The dots of a line: floored samples without L-corners, so that it is one dot thick everywhere.
    fn trace(&mut self, line: &[Xy]) {
        self.path.clear();
        let mut raw: Vec<(i32, i32)> = Vec::with_capacity(line.len() * 2);
        let mut before: Option<Xy> = None;
        for &place in line {
            let dot = self.frame.dot(place);
            let from = before.unwrap_or(dot);
            let reach = (dot.x - from.x).abs().max((dot.y - from.y).abs());
            let steps = (reach * 3.0).ceil().max(1.0) as usize;
            for step in 1..=steps {
                let at = from.toward(dot, step as f32 / steps as f32);
                let at = (floor(at.x), floor(at.y));
                if raw.last() != Some(&at) {
                    raw.push(at);
                }
            }
            before = Some(dot);
        }
        for (nth, &at) in raw.iter().enumerate() {
            if let (Some(&last), Some(&next)) = (self.path.last(), raw.get(nth + 1)) {
                let diagonal = (last.0 - next.0).abs() == 1 && (last.1 - next.1).abs() == 1;
                let beside = (last.0 - at.0).abs() + (last.1 - at.1).abs() == 1;
                if diagonal && beside {
                    continue;
                }
            }
            self.path.push(at);
        }
    }

    /// Fills the area of a shape: how much of each dot it covers, if that is asked for, and on which layer.
    fn area(&mut self, shape: &Shape, covering: bool) {
        let mut crossings = std::mem::take(&mut self.crossings);
        crossings.clear();
        let corner = |place: &Xy| self.frame.dot(*place);
        let Some(mut from) = shape.area.last().map(corner) else {
            return;
        };
        let sublines = if covering { SUBLINES } else { 1 };
        let (top, bottom) = (self.clip[1] * sublines, self.clip[3] * sublines);
        let lines = sublines as f32;
        for place in &shape.area {
            let to = corner(place);
            let (a, b) = if from.y < to.y { (from, to) } else { (to, from) };
            // Sub-line n runs at height (n + 0.5) / sublines.
            let first = ((a.y * lines - 0.5).ceil() as i32).max(top);
            let last = ((b.y * lines - 0.5).ceil() as i32).min(bottom);
            for n in first..last {
                let y = (n as f32 + 0.5) / lines;
                crossings.push((n, a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y)));
            }
            from = to;
        }
        crossings.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let twin = shape.mirrored && !shape.whole;
        let axis = self.frame.axis() as f32;
        for pair in crossings
            .chunk_by(|a, b| a.0 == b.0)
            .flat_map(|row| row.chunks_exact(2))
        {
            let (n, a, b) = (pair[0].0, pair[0].1, pair[1].1);
            // The layer is decided by the middle of the dot, once for its sub-lines.
            let decides = n % sublines == sublines / 2;
            let mut span = |a: f32, b: f32| {
                if covering {
                    self.cover_span(n / sublines, a, b);
                }
                if decides {
                    self.layer_span(n / sublines, a, b, shape.layer);
                }
            };
            span(a, b);
            if twin {
                span(2.0 * axis - b, 2.0 * axis - a);
            }
        }
        self.crossings = crossings;
    }

    /// Covers one sub-line of a dot row from `a` to `b`.
    fn cover_span(&mut self, row: i32, a: f32, b: f32) {
        let (a, b) = (a.max(self.clip[0] as f32), b.min(self.clip[2] as f32));
        if a >= b {
            return;
        }
        const WHOLE: u8 = FULL / SUBLINES as u8;
        let start = (row * self.width) as usize;
        let (first, last) = (a.floor() as usize, (b.ceil() as usize).max(1) - 1);
        let mut add = |x: usize, part: f32| {
            let dot = &mut self.cover[start + x];
            *dot = (*dot + (part * f32::from(WHOLE) + 0.5) as u8).min(FULL);
        };
        if first == last {
            add(first, b - a);
            return;
        }
        add(first, (first + 1) as f32 - a);
        add(last, b - last as f32);
        for dot in &mut self.cover[start + first + 1..start + last] {
            *dot = (*dot + WHOLE).min(FULL);
        }
    }

    /// Lays a layer over the dots of a row whose middles lie between `a` and `b`.
    fn layer_span(&mut self, row: i32, a: f32, b: f32, layer: u8) {
        let (left, right) = (self.clip[0], self.clip[2]);
        let first = ((a - 0.5).ceil() as i32).clamp(left, right);
        let last = ((b - 0.5).ceil() as i32).clamp(first, right);
        let start = (row * self.width) as usize;
        let range = start + first as usize..start + last as usize;
        for (dot, overlap) in self.layer[range.clone()].iter_mut().zip(&mut self.overlap[range]) {
            *overlap |= *dot != 0 && *dot != layer + 1;
            *dot = (*dot).max(layer + 1);
        }
    }
}

/// `f32::floor` as a number of dots: on plain x86-64 the standard one is a call, and this is asked for every
/// dot of every line.
fn floor(value: f32) -> i32 {
    let toward_zero = value as i32;
    toward_zero - i32::from(value < toward_zero as f32)
}

/// Whether a shape is an outline that shows at a scale.
fn is_area(shape: &Shape, scale: f32) -> bool {
    shape.role == ShapeRole::Outline && shape.shows_at(scale)
}

/// The dots a view's cuts leave: left, top, right, bottom.
fn clip(view: &View, frame: &Frame, width: i32, height: i32) -> [i32; 4] {
    let bounds = view.bounds;
    let (a, b) = (
        frame.dot(xy(bounds.x0, bounds.y1)),
        frame.dot(xy(bounds.x1, bounds.y0)),
    );
    let Cuts {
        left,
        right,
        top,
        bottom,
    } = view.cuts;
    let (left, right) = if frame.flipped() {
        (right, left)
    } else {
        (left, right)
    };
    let (x0, x1) = (a.x.min(b.x), a.x.max(b.x));
    [
        if left {
            (x0.round() as i32).clamp(0, width)
        } else {
            0
        },
        if top {
            (a.y.round() as i32).clamp(0, height)
        } else {
            0
        },
        if right {
            (x1.round() as i32).clamp(0, width)
        } else {
            width
        },
        if bottom {
            (b.y.round() as i32).clamp(0, height)
        } else {
            height
        },
    ]
}
