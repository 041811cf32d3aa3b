//! The ring: the breath and the finger at once. The point is its middle; breathing out it closes on the
//! point and the finger sinks in, breathing in it opens and the finger eases.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::practice::Field;
use crate::domain::breath::{Phase, PhaseSpan};
use crate::domain::time::Ms;
use crate::ui::look::Look;

/// A set of braille dots over a field of cells.
struct Dots {
    field: Field,
    cells: Vec<u8>,
}

/// The bit of a dot inside its cell, by row and column.
const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

impl Dots {
    fn new(field: Field) -> Dots {
        let count = usize::from(field.width) * usize::from(field.height);
        Dots {
            field,
            cells: vec![0; count],
        }
    }

    /// Sets the four dots that mirror each other, `right` and `down` dots from the middle. The middle lies
    /// between the dots of the middle cell, so that dots and cells mirror exactly.
    fn mirror(&mut self, right: u16, down: u16) {
        let (columns, rows) = (2 * self.field.width, 4 * self.field.height);
        for x in [columns / 2 + right, columns / 2 - 1 - right] {
            for y in [rows / 2 + down, rows / 2 - 1 - down] {
                if x < columns && y < rows {
                    let cell = usize::from(y / 4 * self.field.width + x / 2);
                    self.cells[cell] |= BITS[usize::from(y % 4)][usize::from(x % 2)];
                }
            }
        }
    }

    /// A circle one dot wide: one quarter, mirrored.
    fn circle(&mut self, radius: f32) {
        for (right, down) in quarter(radius) {
            self.mirror(right, down);
        }
    }
}

/// One quarter of a circle one dot wide, as dots right and down of the middle; corners that would make the
/// line two dots wide are dropped.
fn quarter(radius: f32) -> Vec<(u16, u16)> {
    let other = |near: u16| {
        let near = f32::from(near) + 0.5;
        (near < radius).then(|| ((radius * radius - near * near).sqrt() - 0.5).round().max(0.0) as u16)
    };
    let mut dots: Vec<(u16, u16)> = Vec::new();
    for near in 0..radius.ceil() as u16 {
        if let Some(far) = other(near) {
            for dot in [(near, far), (far, near)] {
                if !dots.contains(&dot) {
                    dots.push(dot);
                }
            }
        }
    }
    dots.sort_unstable();
    let mut thin = dots.clone();
    for (x, y) in dots {
        let beside = |dx: i32, dy: i32| {
            let at = (i32::from(x) + dx, i32::from(y) + dy);
            thin.iter().any(|(x, y)| (i32::from(*x), i32::from(*y)) == at)
        };
        // The inner corner of a step: neighbours on two sides that touch each other by their corners.
        let corner = (beside(1, 0) || beside(-1, 0)) && (beside(0, 1) || beside(0, -1));
        if corner {
            thin.retain(|dot| *dot != (x, y));
        }
    }
    thin
}

/// Draws the ring in the middle of `area`, which should hold `field`.
pub fn draw(
    field: Field,
    phase: &PhaseSpan,
    into: Ms,
    running: bool,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) {
    let style = if running { look.tint() } else { look.dim() };
    if look.ascii {
        letters(phase, into, style, area, buf);
        return;
    }
    let mut still = Dots::new(field);
    let full = field.full();
    for step in 0..6 {
        let angle = (7.5 + 15.0 * step as f32).to_radians();
        let dot = |along: f32| (full * along - 0.5).round() as u16;
        still.mirror(dot(angle.cos()), dot(angle.sin()));
    }
    let mut ring = Dots::new(field);
    let radius = f32::from(field.radius(phase, into)) / 4.0;
    ring.circle(radius);
    if phase.phase.is_hold() {
        ring.circle(radius - 2.0);
    }
    for row in 0..field.height.min(area.height) {
        for column in 0..field.width.min(area.width) {
            let cell = usize::from(row * field.width + column);
            let (faint, bright) = (still.cells[cell], ring.cells[cell]);
            if faint | bright == 0 {
                continue;
            }
            let glyph = char::from_u32(0x2800 + u32::from(faint | bright)).unwrap_or(' ');
            let style = if bright == 0 { look.faint() } else { style };
            buf[(area.x + column, area.y + row)]
                .set_char(glyph)
                .set_style(style);
        }
    }
    let (x, y) = (area.x + field.width / 2, area.y + field.height / 2);
    if area.contains((x, y).into()) {
        buf[(x, y)].set_char('◉').set_style(style);
    }
}

/// The four drawn sizes of the plain ring.
const LETTERS: [&[&str]; 4] = [
    &[" .-. ", "( @ )", " '-' "],
    &[
        "  .-----.  ",
        " /       \\ ",
        "(    @    )",
        " \\       / ",
        "  '-----'  ",
    ],
    &[
        "     .-------.     ",
        "   .'         '.   ",
        "  /             \\  ",
        " |               | ",
        " |       @       | ",
        " |               | ",
        "  \\             /  ",
        "   '.         .'   ",
        "     '-------'     ",
    ],
    &[
        "      .-------.      ",
        "   .-'         '-.   ",
        "  /               \\  ",
        " /                 \\ ",
        "|                   |",
        "|         @         |",
        "|                   |",
        " \\                 / ",
        "  \\               /  ",
        "   '-.         .-'   ",
        "      '-------'      ",
    ],
];

/// The plain ring: it snaps between its sizes, a little later than the threshold on the way there, so that
/// it never flickers between two. `=` stands for `-` while the breath is held.
fn letters(phase: &PhaseSpan, into: Ms, style: Style, area: Rect, buf: &mut Buffer) {
    let open = phase.openness(into);
    let late = match phase.phase {
        Phase::In => 0.03,
        Phase::Out => -0.03,
        _ => 0.0,
    };
    let size = [0.2, 0.5, 0.85].iter().filter(|at| open >= **at + late).count();
    // Where the largest have no room, the breath ends in a smaller one.
    let fits = |picture: &&&[&str]| {
        picture.len() <= usize::from(area.height) && picture[0].len() <= usize::from(area.width)
    };
    let Some(picture) = LETTERS[..=size].iter().rev().find(fits) else {
        return;
    };
    let (width, height) = (picture[0].len() as u16, picture.len() as u16);
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 2;
    for (row, line) in picture.iter().enumerate() {
        let line = if phase.phase.is_hold() {
            line.replace('-', "=")
        } else {
            (*line).to_owned()
        };
        for (column, glyph) in line.chars().enumerate().filter(|(_, glyph)| *glyph != ' ') {
            buf[(x + column as u16, y + row as u16)]
                .set_char(glyph)
                .set_style(style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_one_dot_wide_everywhere() {
        for quarters in 20..240 {
            let radius = quarters as f32 / 4.0;
            let dots = quarter(radius);
            for (x, y) in &dots {
                let distance = (f32::from(*x) + 0.5).hypot(f32::from(*y) + 0.5);
                assert!((distance - radius).abs() < 0.8, "{radius}: {x} {y} {distance}");
                let there = |dx: i32, dy: i32| {
                    dots.contains(&((i32::from(*x) + dx) as u16, (i32::from(*y) + dy) as u16))
                };
                assert!(!(there(1, 0) && there(0, 1)), "{radius}: a corner at {x} {y}");
            }
            // It reaches from one axis to the other without a gap.
            assert!(dots.iter().any(|(x, _)| *x == 0) && dots.iter().any(|(_, y)| *y == 0));
            let mut columns: Vec<u16> = dots.iter().map(|(x, _)| *x).collect();
            columns.dedup();
            assert!(columns.windows(2).all(|w| w[1] == w[0] + 1), "{radius}");
        }
    }

    #[test]
    fn the_ring_never_leaves_its_field() {
        for field in Field::ALL {
            assert!(2.0 * field.full() <= f32::from(2 * field.width));
            assert!(2.0 * field.full() <= f32::from(4 * field.height));
            assert!(field.rest() < field.full());
        }
    }
}
