//! Lines as letters and punctuation.
//!
//! Choosing for each cell the glyph that looks most like the dots in it makes litter. Following the line does
//! not: where it is steep it gives exactly one glyph for each row, where it is flat one for each column.

use super::curve::{Xy, inside, xy};
use super::frame::Frame;
use super::picture::{Ink, Picture};
use super::raster::Dots;
use super::view::{ShapeRole, View};

/// One glyph says about as much as this many dots in a line, so details appear later than in braille.
pub const COARSER: f32 = 2.2;

/// Columns a row up to which a line counts as steep.
const STEEP: f32 = 1.25;
/// Columns a row up to which a steep line is upright.
const UPRIGHT: f32 = 0.42;
/// How far a line bulges from its chord, in columns, to become a bracket.
const BULGE: f32 = 0.09;
/// Rows a column up to which a line counts as flat.
const FLAT: f32 = 0.8;
/// Rows a column up to which a flat line is level.
const LEVEL: f32 = 0.28;

/// A glyph with its mirror image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Glyph(char, char);

/// What a cell holds; a steep line wins over a flat one.
#[derive(Clone, Copy, Debug)]
struct Written {
    glyph: char,
    ink: Ink,
    steep: bool,
}

/// A page of letters.
pub(super) struct Page {
    frame: Frame,
    width: i32,
    height: i32,
    /// Which layer covers what, and what is cut off.
    dots: Dots,
    cells: Vec<Option<Written>>,
}

impl Page {
    /// An empty page for a view.
    pub fn new(view: &View, frame: Frame) -> Page {
        let mut dots = Dots::new(view, frame);
        dots.cover_layers(view, frame.scale / COARSER);
        Page {
            frame,
            width: i32::from(frame.width),
            height: i32::from(frame.height),
            dots,
            cells: vec![None; usize::from(frame.width) * usize::from(frame.height)],
        }
    }

    /// Every line of the view that shows at this scale.
    pub fn shapes(&mut self, view: &View) {
        for shape in view.shapes.iter() {
            let ink = match shape.role {
                ShapeRole::Detail => Ink::Detail,
                ShapeRole::Crease => Ink::Crease,
                ShapeRole::Outline => Ink::Line,
                ShapeRole::Region | ShapeRole::Piece => continue,
            };
            if shape.shows_at(self.frame.scale / COARSER) {
                self.trace(&shape.line, ink, shape.layer, shape.mirrored);
            }
        }
    }

    /// A line over the body.
    pub fn line(&mut self, line: &[Xy], ink: Ink) {
        self.trace(line, ink, u8::MAX - 1, false);
    }

    /// Lays something opaque over the body.
    pub fn lay(&mut self, area: &[Xy]) {
        let corners: Vec<Xy> = area.iter().map(|place| self.frame.dot(*place)).collect();
        for row in 0..self.height {
            for column in 0..self.width {
                let middle = xy(column as f32 * 2.0 + 1.0, row as f32 * 4.0 + 2.0);
                let cell = &mut self.cells[(row * self.width + column) as usize];
                if cell.is_some_and(|cell| cell.ink < Ink::Finger) && inside(&corners, middle) {
                    *cell = None;
                }
            }
        }
    }

    /// Writes the page into a picture.
    pub fn write(&self, picture: &mut Picture) {
        for row in 0..self.height {
            for column in 0..self.width {
                if let (Some(written), Some(cell)) = (
                    self.cells[(row * self.width + column) as usize],
                    picture.cell_mut(column, row),
                ) {
                    cell.glyph = written.glyph;
                    cell.ink = written.ink;
                }
            }
        }
    }

    fn trace(&mut self, line: &[Xy], ink: Ink, layer: u8, mirrored: bool) {
        let line = self.in_cells(line);
        for i in 0..line.len().saturating_sub(1) {
            let (a, b) = (line[i], line[i + 1]);
            if let Some((row, at)) = crossed(a.y, b.y) {
                let x = a.x + (b.x - a.x) * at;
                if let Some(glyph) = steep(&line, i, x) {
                    self.put((x.floor() as i32, row), glyph, (ink, layer, true), mirrored);
                }
            }
            if let Some((column, at)) = crossed(a.x, b.x) {
                let y = a.y + (b.y - a.y) * at;
                if let Some(glyph) = flat(&line, i, y) {
                    self.put((column, y.floor() as i32), glyph, (ink, layer, false), mirrored);
                }
            }
        }
    }

    /// A line in cell coordinates, in steps much shorter than a cell.
    fn in_cells(&self, line: &[Xy]) -> Vec<Xy> {
        const STEP: f32 = 0.12;
        let mut fine: Vec<Xy> = Vec::with_capacity(line.len() * 4);
        for &place in line {
            let dot = self.frame.dot(place);
            let to = xy(dot.x / 2.0, dot.y / 4.0);
            if let Some(&from) = fine.last() {
                let reach = (to.x - from.x).abs().max((to.y - from.y).abs());
                let steps = (reach / STEP).ceil().max(1.0) as usize;
                fine.extend((1..=steps).map(|n| from.toward(to, n as f32 / steps as f32)));
            } else {
                fine.push(to);
            }
        }
        fine
    }

    fn put(&mut self, cell: (i32, i32), glyph: Glyph, what: (Ink, u8, bool), mirrored: bool) {
        if !mirrored {
            self.put_one(cell, glyph.0, what);
            return;
        }
        // The midline runs through the middle of a column.
        let twin = self.frame.axis() - 1 - cell.0;
        if twin == cell.0 {
            self.put_one(cell, upright(glyph.0), what);
        } else {
            self.put_one(cell, glyph.0, what);
            self.put_one((twin, cell.1), glyph.1, what);
        }
    }

    fn put_one(&mut self, (column, row): (i32, i32), glyph: char, (ink, layer, steep): (Ink, u8, bool)) {
        if !(0..self.width).contains(&column) || !(0..self.height).contains(&row) {
            return;
        }
        // Both dots beside the middle of the cell decide, so that mirror images share their fate.
        let dots = [column * 2, column * 2 + 1].map(|x| self.dots.index(x, row * 4 + 2));
        if !dots.iter().flatten().any(|at| !self.dots.behind(*at, layer)) {
            return;
        }
        let cell = &mut self.cells[(row * self.width + column) as usize];
        let wins = cell.is_none_or(|old| ink > old.ink || (ink == old.ink && steep >= old.steep));
        if wins {
            *cell = Some(Written { glyph, ink, steep });
        }
    }
}

/// Whether a step passes the middle of a cell: which cell, and how far along the step.
fn crossed(from: f32, to: f32) -> Option<(i32, f32)> {
    let (low, high) = (from.min(to), from.max(to));
    let cell = (low - 0.5).floor() + 1.0;
    let middle = cell + 0.5;
    // `low` itself belongs to the step before.
    let middle = if middle - 1.0 > low { middle - 1.0 } else { middle };
    (high > low && middle <= high && middle > low)
        .then(|| ((middle - 0.5) as i32, (middle - from) / (to - from)))
}

/// The place where the line has gone half a cell from `i`, along one axis, before and after.
fn around(line: &[Xy], i: usize, measure: impl Fn(Xy) -> f32) -> (Xy, Xy) {
    let here = measure(line[i]);
    let gone = |place: &&Xy| (measure(**place) - here).abs() >= 0.5;
    let before = line[..i].iter().rev().find(gone).unwrap_or(&line[0]);
    let after = line[i + 1..].iter().find(gone).unwrap_or(&line[line.len() - 1]);
    (*before, *after)
}

/// The glyph of a steep line at the middle of a row.
fn steep(line: &[Xy], i: usize, x: f32) -> Option<Glyph> {
    let (before, after) = around(line, i, |place| place.y);
    let (upper, lower) = if before.y < after.y {
        (before, after)
    } else {
        (after, before)
    };
    let slope = (lower.x - upper.x) / (lower.y - upper.y).max(0.3);
    let bulge = x - (upper.x + lower.x) / 2.0;
    (slope.abs() <= STEEP).then_some(if slope > UPRIGHT {
        Glyph('\\', '/')
    } else if slope < -UPRIGHT {
        Glyph('/', '\\')
    } else if bulge > BULGE {
        Glyph(')', '(')
    } else if bulge < -BULGE {
        Glyph('(', ')')
    } else {
        Glyph('|', '|')
    })
}

/// The glyph of a flat line at the middle of a column.
fn flat(line: &[Xy], i: usize, y: f32) -> Option<Glyph> {
    let (before, after) = around(line, i, |place| place.x);
    let (left, right) = if before.x < after.x {
        (before, after)
    } else {
        (after, before)
    };
    let slope = (right.y - left.y) / (right.x - left.x).max(0.3);
    let height = y - y.floor();
    (slope.abs() < FLAT).then_some(if slope.abs() < LEVEL {
        match height {
            h if h < 0.25 => Glyph('\'', '\''),
            h if h < 0.7 => Glyph('-', '-'),
            _ => Glyph('_', '_'),
        }
    } else {
        match (height, slope < 0.0) {
            (h, true) if h < 0.3 => Glyph('\'', '`'),
            (h, false) if h < 0.3 => Glyph('`', '\''),
            (h, _) if h < 0.62 => Glyph('-', '-'),
            (h, true) if h < 0.85 => Glyph(',', '.'),
            (h, false) if h < 0.85 => Glyph('.', ','),
            _ => Glyph('.', '.'),
        }
    })
}

/// A glyph that is its own mirror image, for the midline.
fn upright(glyph: char) -> char {
    match glyph {
        '/' | '\\' | '(' | ')' => '|',
        '`' => '\'',
        ',' => '.',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_over_the_middle_of_a_cell_is_seen_once() {
        assert_eq!(crossed(3.4, 3.6).map(|(cell, _)| cell), Some(3));
        assert_eq!(crossed(3.6, 3.4).map(|(cell, _)| cell), Some(3));
        assert_eq!(crossed(3.6, 3.9), None);
        // A step that ends in the middle has crossed it, the next one has not.
        assert!(crossed(3.4, 3.5).is_some());
        assert!(crossed(3.5, 3.6).is_none());
    }
}
