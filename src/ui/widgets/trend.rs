//! A line through days or weeks, and below it which of them had a practice. Gaps stay gaps.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::t;
use crate::ui::frame::put;
use crate::ui::look::Look;

/// How many columns the numbers of the axis take.
pub const AXIS: u16 = 4;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Trend<'a> {
    /// One number a step; none where nothing was answered.
    pub values: &'a [Option<f64>],
    /// How many practices each step had.
    pub practices: &'a [usize],
    /// The highest number there can be.
    pub most: u8,
    /// How many cells a step is wide.
    pub step: u16,
}

/// Draws it: the axis on the left, the practices in the last row.
pub fn draw(trend: &Trend<'_>, look: &Look, area: Rect, buf: &mut Buffer) {
    if area.height < 3 || area.width <= AXIS {
        return;
    }
    let line = Rect {
        x: area.x + AXIS,
        width: area.width - AXIS,
        height: area.height - 1,
        ..area
    };
    let most = trend.most.to_string();
    let x = area.x + AXIS - 1;
    put(buf, x - most.len() as u16, line.y, 2, &most, look.dim());
    put(buf, x - 1, line.bottom() - 1, 1, "0", look.dim());
    let steps = trend
        .values
        .len()
        .min(usize::from(line.width / trend.step.max(1)));
    if look.ascii {
        for (at, value) in trend.values[..steps].iter().enumerate() {
            if let Some(value) = value {
                let down = (1.0 - value / f64::from(trend.most)) * f64::from(line.height - 1);
                put(
                    buf,
                    line.x + at as u16 * trend.step,
                    line.y + down.round() as u16,
                    1,
                    "*",
                    look.accent(),
                );
            }
        }
    } else {
        let cells = dots(trend, steps, line);
        for (row, cells) in cells.iter().enumerate() {
            for (column, dots) in cells.iter().enumerate() {
                if *dots != 0 {
                    let sign = char::from_u32(0x2800 + u32::from(*dots)).unwrap_or(' ');
                    let (x, y) = (line.x + column as u16, line.y + row as u16);
                    put(buf, x, y, 1, sign.encode_utf8(&mut [0; 4]), look.accent());
                }
            }
        }
    }
    let y = line.bottom();
    for (at, practices) in trend.practices.iter().take(steps).enumerate() {
        let x = line.x + at as u16 * trend.step;
        let (sign, style) = match (*practices, look.ascii) {
            (0, true) => (".".to_owned(), look.faint()),
            (0, false) => ("⠂".to_owned(), look.faint()),
            (count, true) => (count.min(9).to_string(), look.text()),
            // One and two, three and four, five and six, and every day of a week.
            (count, false) => (
                ["⣀", "⣤", "⣶", "⣿"][((count - 1) / 2).min(3)].to_owned(),
                look.text(),
            ),
        };
        put(buf, x, y, 1, &sign, style);
    }
    let x = line.x + steps as u16 * trend.step + 2;
    if x < area.right() {
        put(
            buf,
            x,
            y,
            area.right() - x,
            &t!(look, "journal-x-practice"),
            look.dim(),
        );
    }
}

/// The line as braille dots, two columns and four rows a cell.
fn dots(trend: &Trend<'_>, steps: usize, line: Rect) -> Vec<Vec<u8>> {
    let (wide, tall) = (usize::from(line.width), usize::from(line.height));
    let mut cells = vec![vec![0u8; wide]; tall];
    let last = (tall * 4 - 1) as f64;
    let down = |value: f64| ((1.0 - (value / f64::from(trend.most)).clamp(0.0, 1.0)) * last).round() as usize;
    let mut light = |x: usize, y: usize| {
        // The bits of a braille cell, left column then right, from the top.
        const BITS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
        if let Some(cell) = cells.get_mut(y / 4).and_then(|row| row.get_mut(x / 2)) {
            *cell |= BITS[x % 2][y % 4];
        }
    };
    let apart = usize::from(trend.step) * 2;
    for at in 0..steps {
        let Some(here) = trend.values[at] else { continue };
        let x = at * apart;
        light(x, down(here));
        let Some(next) = trend
            .values
            .get(at + 1)
            .copied()
            .flatten()
            .filter(|_| at + 1 < steps)
        else {
            continue;
        };
        // From this step to the next, one dot column after the other, without holes upward or downward.
        let mut from = down(here);
        for dx in 1..=apart {
            let to = down(here + (next - here) * dx as f64 / apart as f64);
            for y in from.min(to)..=from.max(to) {
                light(x + dx, y);
            }
            from = to;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lit(values: &[Option<f64>]) -> Vec<Vec<u8>> {
        let trend = Trend {
            values,
            practices: &[],
            most: 10,
            step: 1,
        };
        dots(&trend, values.len(), Rect::new(0, 0, 4, 2))
    }

    #[test]
    fn ten_is_at_the_top_and_nought_at_the_bottom() {
        let cells = lit(&[Some(10.0), None, Some(0.0)]);
        assert_eq!(cells[0], [0x01, 0, 0, 0]);
        assert_eq!(cells[1], [0, 0, 0x40, 0]);
    }

    #[test]
    fn neighbours_are_joined_without_a_hole_and_a_gap_stays_a_gap() {
        let cells = lit(&[Some(10.0), Some(0.0), None, Some(5.0)]);
        let dots: u32 = cells.iter().flatten().map(|cell| cell.count_ones()).sum();
        // Eight rows of dots, joined; then the lone one.
        assert!(dots >= 9, "{cells:?}");
        assert_eq!(cells[0][2] | cells[1][2], 0);
        assert_ne!(cells[0][3] | cells[1][3], 0);
    }
}
