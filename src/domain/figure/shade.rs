//! The filled body: how bright each cell is. Darker toward the edge, which gives limbs volume.

use super::picture::Rgb;
use super::raster::{Dots, FULL};

/// A square of 2 by 2 dots: two of them make a cell.
const SQUARE: i32 = 2;

/// How a body is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The colour of the skin at its brightest.
    pub skin: Rgb,
    /// Fine lines on it.
    pub ink: Rgb,
    /// Lines on it that are landmarks.
    pub crease: Rgb,
    /// The colour of regions that stand out.
    pub lit: Rgb,
    /// Whether the picture stands on a light ground: the edge is darkened less.
    pub on_light: bool,
    /// What the body stands on.
    pub paper: Paper,
    /// The glyphs of the edge.
    pub edge: Edge,
}

/// What a filled body stands on, as far as anybody knows. An edge is smooth where it can fade into its ground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// Nobody knows, or there are too few colours to fade.
    #[default]
    Unknown,
    /// Something like this: dark or light.
    About(Rgb),
    /// This, to the last step.
    Exactly(Rgb),
}

/// The glyphs that make the edge of a filled body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edge {
    /// Quarters of a cell: in nearly every font.
    #[default]
    Quadrant,
    /// Eighths: smoother, in few fonts.
    Octant,
}

/// How bright the body is at the edge, 1 in the middle. Darker would vanish in a dark ground, and on a light
/// one a strong shade looks dirty.
const EDGE_ON_DARK: f32 = 0.55;
const EDGE_ON_LIGHT: f32 = 0.78;

/// The brightness of the cells of a filled body.
pub(super) struct Brightness {
    /// Columns and rows that hold any of it, as a first one and a count.
    columns: (usize, usize),
    rows: (usize, usize),
    cells: Vec<f32>,
}

impl Brightness {
    /// Measures the way from every cell to the nearest edge. `depth` is the way at which the body is as bright
    /// as it gets, in dots.
    pub fn new(dots: &Dots, depth: f32, on_light: bool) -> Brightness {
        let (columns, rows) = used(dots);
        let (wide, high) = (columns.1, rows.1 * 2);
        let mut distance = coverage(dots, columns, rows);
        if wide > 0 {
            spread(&mut distance, wide + 2);
        }
        let least = if on_light { EDGE_ON_LIGHT } else { EDGE_ON_DARK };
        let reach = f32::from(STRAIGHT) * 2.0 * (depth / SQUARE as f32).max(1.0);
        let mut cells = Vec::with_capacity(wide * rows.1);
        // Past the margin above, two rows of squares make one of cells.
        for pair in distance[wide + 2..][..high * (wide + 2)].chunks_exact(2 * (wide + 2)) {
            let pair = pair.split_at(wide + 2);
            for (upper, lower) in pair.0[1..=wide].iter().zip(&pair.1[1..=wide]) {
                let t = (f32::from(*upper + *lower) / reach).min(1.0);
                cells.push(least + (1.0 - least) * t * (2.0 - t));
            }
        }
        lit_from_above(&mut cells, wide);
        Brightness { columns, rows, cells }
    }

    /// The brightness of a cell, 0 to 1; 1 where the body is not.
    pub fn at(&self, column: usize, row: usize) -> f32 {
        let (x, y) = (column.wrapping_sub(self.columns.0), row.wrapping_sub(self.rows.0));
        if x < self.columns.1 && y < self.rows.1 {
            self.cells[y * self.columns.1 + x]
        } else {
            1.0
        }
    }
}

/// How much light from above adds to what faces it, and takes from what faces down, as a part of the slope.
const FROM_ABOVE: f32 = 0.5;

/// Light from above, as in a room: where the body rises toward the viewer from row to row it is brighter, where it
/// falls away darker. From straight above, so that both halves stay each other's mirror image.
fn lit_from_above(cells: &mut [f32], wide: usize) {
    if wide == 0 {
        return;
    }
    let mut above: Vec<f32> = cells[..wide].to_vec();
    for start in (0..cells.len()).step_by(wide) {
        let (upto, after) = cells.split_at_mut(start + wide);
        let row = &mut upto[start..];
        for (x, here) in row.iter_mut().enumerate() {
            let below = after.get(x).copied().unwrap_or(*here);
            let before = std::mem::replace(&mut above[x], *here);
            *here = (*here + (below - before) * FROM_ABOVE).clamp(0.0, 1.0);
        }
    }
}

/// The columns and rows of cells that hold any of the body: the first and how many.
fn used(dots: &Dots) -> ((usize, usize), (usize, usize)) {
    let width = dots.width as usize;
    let (mut left, mut right, mut top, mut bottom) = (usize::MAX, 0, usize::MAX, 0);
    for (y, line) in dots.cover.chunks_exact(width.max(1)).enumerate() {
        if let Some(first) = line.iter().position(|part| *part > 0) {
            let last = line.iter().rposition(|part| *part > 0).unwrap_or(first);
            left = left.min(first / 2);
            right = right.max(last / 2 + 1);
            top = top.min(y / 4);
            bottom = y / 4 + 1;
        }
    }
    if right == 0 {
        ((0, 0), (0, 0))
    } else {
        ((left, right - left), (top, bottom - top))
    }
}

/// A step to the next square, and to the one at its corner, in sixteenths of a square.
const STRAIGHT: i16 = 16;
const SLANTED: i16 = 23;
/// Farther than any picture is wide; twice it still fits.
const FAR: i16 = 16_000;

/// The starting distances of the used cells, two squares a cell, with a margin of one square: none outside, a
/// part where the edge runs through, far inside. What is cut off, and what lies beyond the picture, is no edge.
fn coverage(dots: &Dots, columns: (usize, usize), rows: (usize, usize)) -> Vec<i16> {
    let [left, top, right, bottom] = dots.clip;
    let (wide, high) = (columns.1, rows.1 * 2);
    let mut distance = vec![FAR; (wide + 2) * (high + 2)];
    let width = dots.width as usize;
    // Beyond the used cells there is nothing, unless the picture or the body ends there.
    let margin = |open: bool| if open { FAR } else { 0 };
    let beside = (
        margin(columns.0 as i32 * 2 <= left),
        margin((columns.0 + wide) as i32 * 2 >= right),
    );
    let above = margin(rows.0 as i32 * 4 <= top);
    let below = margin((rows.0 + rows.1) as i32 * 4 >= bottom);
    distance[..wide + 2].fill(above);
    distance[(wide + 2) * (high + 1)..].fill(below);
    for row in 0..high {
        let y = (rows.0 * 4 + row * 2) as i32;
        let line = &mut distance[(row + 1) * (wide + 2)..][..wide + 2];
        (line[0], line[wide + 1]) = beside;
        if y < top || y + 1 >= bottom {
            continue;
        }
        let (upper, lower) = dots.cover[y as usize * width..].split_at(width);
        for (column, square) in line[1..=wide].iter_mut().enumerate() {
            let x = (columns.0 + column) * 2;
            if (x as i32) < left || x as i32 + 1 >= right {
                continue;
            }
            let sum = upper[x] + upper[x + 1] + lower[x] + lower[x + 1];
            // A rounding's worth less than full is full.
            let full = sum >= FULL * 4 - 1;
            *square = if full {
                FAR
            } else {
                i16::from(sum) * STRAIGHT / (i16::from(FULL) * 4)
            };
        }
    }
    distance
}

/// Two passes of a chamfer: every square learns the way to the nearest edge (Borgefors, "Distance
/// transformations in digital images", 1986). `wide` counts the margin.
fn spread(distance: &mut [i16], wide: usize) {
    let rows = distance.len() / wide;
    for row in 1..rows {
        let (before, current) = distance.split_at_mut(row * wide);
        let current = &mut current[..wide];
        from_neighbours(&before[(row - 1) * wide..], current);
        let mut last = current[0];
        for square in &mut current[1..] {
            last = (*square).min(last + STRAIGHT);
            *square = last;
        }
    }
    for row in (0..rows - 1).rev() {
        let (current, after) = distance.split_at_mut((row + 1) * wide);
        let current = &mut current[row * wide..];
        from_neighbours(&after[..wide], current);
        let mut last = current[wide - 1];
        for square in current[..wide - 1].iter_mut().rev() {
            last = (*square).min(last + STRAIGHT);
            *square = last;
        }
    }
}

/// What a row learns from the one above or below.
fn from_neighbours(neighbours: &[i16], current: &mut [i16]) {
    let inner = current.len() - 2;
    let (left, middle, right) = (
        &neighbours[..inner],
        &neighbours[1..=inner],
        &neighbours[2..inner + 2],
    );
    let three = left.iter().zip(middle).zip(right);
    for (square, ((left, middle), right)) in current[1..=inner].iter_mut().zip(three) {
        let slanted = (*left).min(*right) + SLANTED;
        *square = (*square).min(*middle + STRAIGHT).min(slanted);
    }
}

/// A colour that lies over another by so much.
pub(super) fn mixed(under: Rgb, over: Rgb, by: f32) -> Rgb {
    let part = |under: u8, over: u8| (f32::from(under) * (1.0 - by) + f32::from(over) * by + 0.5) as u8;
    (
        part(under.0, over.0),
        part(under.1, over.1),
        part(under.2, over.2),
    )
}

/// A colour in all its shades, in steps fine enough not to be seen.
pub(super) struct Shades([Rgb; STEPS + 1]);

const STEPS: usize = 32;

impl Shades {
    /// The shades of a colour, from black to itself.
    pub fn new(color: Rgb) -> Shades {
        let part = |value: u8, step: usize| (usize::from(value) * step + STEPS / 2) / STEPS;
        Shades(std::array::from_fn(|step| {
            let part = |value: u8| part(value, step) as u8;
            (part(color.0), part(color.1), part(color.2))
        }))
    }

    /// The shade of a brightness, 0 to 1.
    pub fn at(&self, brightness: f32) -> Rgb {
        self.0[((brightness * STEPS as f32 + 0.5) as usize).min(STEPS)]
    }
}
