//! The filled body: how bright each cell is. Darker toward the edge, which gives limbs volume.

use super::picture::Rgb;
use super::raster::{Dots, FULL};

/// A square of 2 by 2 dots: two of them make a cell.
const SQUARE: i32 = 2;
/// Farther from the edge than any picture is wide.
const FAR: f32 = 1.0e4;

/// How a body is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The colour of the skin at its brightest.
    pub skin: Rgb,
    /// Fine lines on it.
    pub ink: Rgb,
    /// Lines on it that are landmarks.
    pub crease: Rgb,
    /// Whether the picture stands on a light ground: the edge is darkened less.
    pub on_light: bool,
    /// The glyphs of the edge.
    pub edge: Edge,
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

/// The brightness of every cell, 0 to 1; meaningless outside the body.
pub(super) fn brightness(dots: &Dots, depth: f32, on_light: bool) -> Vec<f32> {
    let (wide, high) = (dots.width / SQUARE, dots.height / SQUARE);
    let mut distance = coverage(dots, wide, high);
    spread(&mut distance, wide);
    let least = if on_light { EDGE_ON_LIGHT } else { EDGE_ON_DARK };
    let reach = (depth / SQUARE as f32).max(1.0);
    let cells = (0..high / 2).flat_map(|row| (0..wide).map(move |column| (row, column)));
    cells
        .map(|(row, column)| {
            let square = |n: i32| distance[((row * 2 + n) * wide + column) as usize];
            let t = ((square(0) + square(1)) / 2.0 / reach).min(1.0);
            least + (1.0 - least) * t * (2.0 - t)
        })
        .collect()
}

/// The starting distances: none outside, a part where the edge runs through, far inside. What is cut off is
/// no edge.
fn coverage(dots: &Dots, wide: i32, high: i32) -> Vec<f32> {
    let [left, top, right, bottom] = dots.clip;
    let all = f32::from(FULL) * 4.0;
    let mut distance = vec![0.0; (wide * high) as usize];
    for row in 0..high {
        for column in 0..wide {
            let (x, y) = (column * SQUARE, row * SQUARE);
            let at = (row * wide + column) as usize;
            if x < left || x + 1 >= right || y < top || y + 1 >= bottom {
                distance[at] = FAR;
                continue;
            }
            let dot = (y * dots.width + x) as usize;
            let below = dot + dots.width as usize;
            let sum: u16 = [dot, dot + 1, below, below + 1]
                .into_iter()
                .map(|at| u16::from(dots.cover[at]))
                .sum();
            let part = f32::from(sum) / all;
            distance[at] = if part >= 0.98 { FAR } else { part };
        }
    }
    distance
}

/// Two passes of a chamfer: every square learns the way to the nearest edge (Borgefors, "Distance
/// transformations in digital images", 1986).
fn spread(distance: &mut [f32], wide: i32) {
    const STRAIGHT: f32 = 1.0;
    const SLANTED: f32 = std::f32::consts::SQRT_2;
    let wide = wide as usize;
    let count = distance.len();
    for at in 0..count {
        let column = at % wide;
        let mut least = distance[at];
        if least == 0.0 {
            continue;
        }
        if column > 0 {
            least = least.min(distance[at - 1] + STRAIGHT);
        }
        if at >= wide {
            least = least.min(distance[at - wide] + STRAIGHT);
            if column > 0 {
                least = least.min(distance[at - wide - 1] + SLANTED);
            }
            if column + 1 < wide {
                least = least.min(distance[at - wide + 1] + SLANTED);
            }
        }
        distance[at] = least;
    }
    for at in (0..count).rev() {
        let column = at % wide;
        let mut least = distance[at];
        if least == 0.0 {
            continue;
        }
        if column + 1 < wide {
            least = least.min(distance[at + 1] + STRAIGHT);
        }
        if at + wide < count {
            least = least.min(distance[at + wide] + STRAIGHT);
            if column > 0 {
                least = least.min(distance[at + wide - 1] + SLANTED);
            }
            if column + 1 < wide {
                least = least.min(distance[at + wide + 1] + SLANTED);
            }
        }
        distance[at] = least;
    }
}

/// A colour made darker, in steps fine enough not to be seen.
pub(super) fn dimmed(color: Rgb, brightness: f32) -> Rgb {
    const STEPS: f32 = 32.0;
    let k = (brightness * STEPS).round() / STEPS;
    let part = |value: u8| (f32::from(value) * k).round().clamp(0.0, 255.0) as u8;
    (part(color.0), part(color.1), part(color.2))
}
