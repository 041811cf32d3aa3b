//! Cells that the edge of a filled body runs through: a glyph and two colours that come nearest to what is covered.

use super::glyph::{octant, quadrant};
use super::picture::{Cell, Ink, Rgb};
use super::raster::{FULL, LAID};
use super::shade::{Edge, Fill, Paper, mixed};

/// Cells more even than this need no glyph: one colour says it.
const EVEN: f32 = 0.16;
/// So little, or so nearly all, is not worth a colour of its own.
const TRACE: f32 = 0.06;
/// What is covered less than this is left out where the ground is not known: it cannot be shown thinner.
const HALF: f32 = 0.5;

/// The cell of an edge; `None` where nothing of it would be seen.
pub(super) fn edge_cell(covered: [u8; 8], skin: Rgb, fill: &Fill) -> Option<Cell> {
    match fill.edge {
        Edge::Octant => {
            let parts = covered.map(|part| f32::from(part) / f32::from(FULL));
            drawn(&parts, octant, skin, fill.paper)
        }
        Edge::Quadrant => {
            // A quarter is two dots, one above the other.
            let quarter = |q: usize| {
                let top = q / 2 * 4 + q % 2;
                (f32::from(covered[top]) + f32::from(covered[top + 2])) / f32::from(2 * FULL)
            };
            drawn(&[0, 1, 2, 3].map(quarter), quadrant, skin, fill.paper)
        }
    }
}

/// A cell with fingers over it.
pub(super) struct Hand {
    /// How bright they are at its eight dots, [`LAID`] as bright as the skin; 0 where none is.
    pub fingers: [u8; 8],
    /// How much of each dot the body covers.
    pub covered: [u8; 8],
    /// The lines over it, and the highest ink among them.
    pub bits: u8,
    /// See `bits`.
    pub best: Option<Ink>,
}

/// A cell of fingers: each quarter has the light of what lies there, finger, body or ground, and two colours come
/// nearest to the four. Under a line that says something it has one colour.
pub(super) fn finger_cell(hand: Hand, skin: Rgb, fill: &Fill) -> Option<Cell> {
    let ground = match fill.paper {
        Paper::Exactly(ground) => Some(ground),
        Paper::About(_) | Paper::Unknown => None,
    };
    let dot = |nth: usize| match (hand.fingers[nth], hand.covered[nth]) {
        (0, covered) if covered >= FULL / 2 => Some(skin),
        (0, _) => ground,
        (bright, _) => Some(lighter(fill.skin, f32::from(bright) / f32::from(LAID))),
    };
    let quarters: [Option<Rgb>; 4] = std::array::from_fn(|q| {
        let top = q / 2 * 4 + q % 2;
        match (dot(top), dot(top + 2)) {
            (Some(a), Some(b)) => Some(mixed(a, b, 0.5)),
            (a, b) => a.or(b),
        }
    });
    let colors = || quarters.iter().flatten().copied();
    let mean = mean(colors())?;
    if hand.best.is_some_and(|ink| ink > Ink::Crease) {
        return Some(Cell {
            glyph: super::glyph::braille(hand.bits),
            ink: hand.best.unwrap_or(Ink::Body),
            color: None,
            ground: Some(mean),
        });
    }
    let of = |bright: bool| mean_of(quarters, |color| (light(color) >= light(mean)) == bright);
    let (Some(high), Some(low)) = (of(true), of(false)) else {
        return Some(even(quarters, mean));
    };
    // Bare ground of an unknown colour takes the place of the darker of the two.
    let bare = quarters.iter().any(Option::is_none);
    let bits = (0..4).filter(|q| quarters[*q].is_some_and(|color| bare || light(color) >= light(mean)));
    Some(Cell {
        glyph: quadrant(bits.fold(0, |bits, q| bits | 1 << q)),
        ink: Ink::Body,
        color: Some(if bare { mean } else { high }),
        ground: (!bare).then_some(low),
    })
}

/// A cell of one colour, but for quarters that are bare.
fn even(quarters: [Option<Rgb>; 4], color: Rgb) -> Cell {
    let bits = (0..4).filter(|q| quarters[*q].is_some());
    let bits = bits.fold(0, |bits, q| bits | 1 << q);
    let full = bits == 0b1111;
    Cell {
        glyph: if full { ' ' } else { quadrant(bits) },
        ink: Ink::Body,
        color: (!full).then_some(color),
        ground: full.then_some(color),
    }
}

fn mean_of(quarters: [Option<Rgb>; 4], wanted: impl Fn(Rgb) -> bool) -> Option<Rgb> {
    mean(quarters.into_iter().flatten().filter(|color| wanted(*color)))
}

/// The mean of some colours; `None` of none.
fn mean(colors: impl Iterator<Item = Rgb>) -> Option<Rgb> {
    let (mut sum, mut count) = ((0u32, 0u32, 0u32), 0u32);
    for (red, green, blue) in colors {
        sum = (
            sum.0 + u32::from(red),
            sum.1 + u32::from(green),
            sum.2 + u32::from(blue),
        );
        count += 1;
    }
    let part = |sum: u32| ((sum + count / 2) / count) as u8;
    (count > 0).then(|| (part(sum.0), part(sum.1), part(sum.2)))
}

/// How light a colour is, good enough to tell two apart (luma of ITU-R BT.601).
fn light(color: Rgb) -> u32 {
    299 * u32::from(color.0) + 587 * u32::from(color.1) + 114 * u32::from(color.2)
}

/// A colour so many times as bright.
fn lighter(color: Rgb, by: f32) -> Rgb {
    let part = |value: u8| (f32::from(value) * by).min(255.0) as u8;
    (part(color.0), part(color.1), part(color.2))
}

/// Parts of a cell, each covered so much, as one glyph.
fn drawn<const N: usize>(parts: &[f32; N], glyph: fn(u8) -> char, skin: Rgb, paper: Paper) -> Option<Cell> {
    let over = |part: f32| move |at: &f32| *at >= part;
    let bits = |least: f32| {
        let lit = parts.iter().enumerate().filter(|(_, part)| over(least)(part));
        lit.fold(0, |bits, (nth, _)| bits | 1 << nth)
    };
    let cell = |glyph: char, color: Option<Rgb>, ground: Option<Rgb>| Cell {
        glyph,
        ink: Ink::Body,
        color,
        ground,
    };
    let (ground, exact) = match paper {
        Paper::Exactly(ground) => (ground, true),
        Paper::About(ground) => (ground, false),
        Paper::Unknown => {
            let glyph = glyph(bits(HALF));
            return (glyph != ' ').then_some(cell(glyph, Some(skin), None));
        }
    };
    let split = best_split(parts, exact);
    let shade = |part: f32| mixed(ground, skin, part);
    if exact && split.on - split.off < EVEN {
        let all = parts.iter().sum::<f32>() / N as f32;
        return (all > TRACE).then(|| cell(' ', None, Some(shade(all))));
    }
    if split.on < TRACE {
        return None;
    }
    let under = (exact && split.off > TRACE).then(|| shade(split.off));
    let on = if split.on > 1.0 - TRACE { 1.0 } else { split.on };
    Some(cell(glyph(bits(split.least)), Some(shade(on)), under))
}

/// Parts in two groups: those covered at least so much, and the rest; and how much each group is on average.
#[derive(Clone, Copy)]
struct Split {
    least: f32,
    on: f32,
    off: f32,
    miss: f32,
}

/// The split with the least squared error. Where the rest can have no colour of its own it counts as bare.
fn best_split<const N: usize>(parts: &[f32; N], exact: bool) -> Split {
    let mut sorted = *parts;
    sorted.sort_unstable_by(f32::total_cmp);
    let all: f32 = sorted.iter().sum();
    let squares: f32 = sorted.iter().map(|part| part * part).sum();
    let mut best = Split {
        least: sorted[0],
        on: all / N as f32,
        // One group: nothing beside it to differ from.
        off: if exact { all / N as f32 } else { 0.0 },
        miss: squares - all * all / N as f32,
    };
    let mut below = 0.0;
    for first in 1..N {
        below += sorted[first - 1];
        if sorted[first] == sorted[first - 1] {
            continue;
        }
        let (few, many) = (first as f32, (N - first) as f32);
        let (on, off) = ((all - below) / many, if exact { below / few } else { 0.0 });
        // Around its mean a group misses by its squares less the mean's; what is bare loses all it has.
        let miss = squares - on * on * many - off * off * few;
        if miss < best.miss {
            best = Split {
                least: sorted[first],
                on,
                off,
                miss,
            };
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    const SKIN: Rgb = (200, 100, 50);
    const DARK: Rgb = (0, 0, 0);

    fn fill(paper: Paper) -> Fill {
        Fill {
            skin: SKIN,
            ink: DARK,
            crease: DARK,
            lit: DARK,
            on_light: false,
            paper,
            edge: Edge::Quadrant,
        }
    }

    /// The left half full, the right one covered so much.
    fn left_and(part: u8) -> [u8; 8] {
        [16, part, 16, part, 16, part, 16, part]
    }

    #[test]
    fn on_a_known_ground_what_is_half_covered_has_half_the_colour() {
        let cell = edge_cell(left_and(8), SKIN, &fill(Paper::Exactly(DARK))).unwrap();
        assert_eq!((cell.glyph, cell.color), ('▌', Some(SKIN)));
        assert_eq!(cell.ground, Some((100, 50, 25)));
    }

    #[test]
    fn an_even_cell_is_one_colour() {
        let cell = edge_cell([4; 8], SKIN, &fill(Paper::Exactly(DARK))).unwrap();
        assert_eq!((cell.glyph, cell.ground), (' ', Some((50, 25, 13))));
    }

    #[test]
    fn on_a_ground_known_roughly_no_cell_has_a_box_around_it() {
        for part in 0..=16 {
            let cell = edge_cell(left_and(part), SKIN, &fill(Paper::About(DARK))).unwrap();
            assert_eq!(cell.ground, None, "{part}");
        }
        let thin = edge_cell([4; 8], SKIN, &fill(Paper::About(DARK))).unwrap();
        assert_eq!((thin.glyph, thin.color), ('█', Some((50, 25, 13))));
    }

    #[test]
    fn on_an_unknown_ground_it_is_skin_or_nothing() {
        let of = |part| edge_cell(left_and(part), SKIN, &fill(Paper::Unknown)).unwrap();
        assert_eq!((of(7).glyph, of(7).color), ('▌', Some(SKIN)));
        assert_eq!(of(8).glyph, '█');
        assert_eq!(edge_cell([2; 8], SKIN, &fill(Paper::Unknown)), None);
    }
}
