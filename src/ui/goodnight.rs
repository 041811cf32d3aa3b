//! Good night: tonight's moon, a few stars, and two words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::checkin::put_centred;
use super::frame::put;
use super::journal::no_benefit;
use super::layout::{Grid, Height};
use super::look::Look;
use crate::app::Known;
use crate::app::goodnight::GoodNight;
use crate::domain::moon::Moon;
use crate::t;

/// How many cells the moon is wide and tall: round in dots, two by four a cell.
const MOON: (u16, u16) = (14, 7);

/// Stars as shares of the sky, from the upper left: scattered by hand, so that none hangs on the moon.
const STARS: [(u16, u16); 17] = [
    (4, 62),
    (9, 18),
    (15, 84),
    (18, 40),
    (25, 8),
    (29, 70),
    (33, 26),
    (37, 92),
    (42, 6),
    (60, 12),
    (64, 88),
    (69, 30),
    (74, 66),
    (80, 14),
    (86, 46),
    (91, 80),
    (96, 24),
];

/// The first row: nothing. The day is over.
pub fn title<'a>() -> (Line<'a>, Line<'a>) {
    (Line::default(), Line::default())
}

/// The body.
pub fn draw(good_night: &GoodNight, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = grid.body;
    let night = known.is_evening();
    let with_moon = night && grid.height != Height::Short;
    let sky = Rect {
        height: body.height * 11 / 20,
        ..body
    };
    let y = if with_moon {
        draw_stars(look, sky, buf);
        let moon = Rect {
            x: body.x + (body.width - MOON.0) / 2,
            y: sky.y + (sky.height.saturating_sub(MOON.1)) / 2,
            width: MOON.0,
            height: MOON.1,
        };
        draw_moon(Moon::at(known.now.wall), look, moon, buf);
        sky.bottom() + 1
    } else {
        body.y + body.height / 3
    };
    let farewell = match night {
        true => t!(look, "goodnight"),
        false => t!(look, "goodnight-by-day"),
    };
    put_centred(buf, grid, y, &farewell, look.strong());
    let mut y = y + 2;
    if good_night.is_written(known) {
        y = put_centred(buf, grid, y, &t!(look, "goodnight-written"), look.dim()) + 1;
    } else if !known.diary.unwritten.is_empty() {
        let words = format!("! {}", t!(look, "goodnight-not-written"));
        y = put_centred(buf, grid, y, &words, look.caution()) + 1;
    }
    if let Some(said) = no_benefit(look, known) {
        put_centred(buf, grid, y, &said, look.text());
    }
}

fn draw_stars(look: &Look, sky: Rect, buf: &mut Buffer) {
    for (nth, (right, down)) in STARS.into_iter().enumerate() {
        let x = sky.x + (u32::from(sky.width - 1) * u32::from(right) / 100) as u16;
        let y = sky.y + (u32::from(sky.height - 1) * u32::from(down) / 100) as u16;
        let star = match (look.ascii, nth % 3) {
            (true, _) => ".",
            (false, 0) => "⠂",
            (false, 1) => "⠄",
            (false, _) => "⠁",
        };
        put(
            buf,
            x,
            y,
            1,
            star,
            if nth % 4 == 0 { look.dim() } else { look.faint() },
        );
    }
}

/// The moon as it hangs tonight: what is lit in light, the rest as a faint rim.
fn draw_moon(moon: Moon, look: &Look, area: Rect, buf: &mut Buffer) {
    let (wide, tall) = (f64::from(area.width * 2), f64::from(area.height * 4));
    // The bits of a braille cell, left column then right, from the top.
    const BITS: [[u32; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
    for row in 0..area.height {
        for column in 0..area.width {
            let (mut lit, mut rim) = (0, 0);
            for (dx, bits) in BITS.iter().enumerate() {
                for (dy, bit) in bits.iter().enumerate() {
                    let x = (f64::from(column * 2) + dx as f64 + 0.5) / wide * 2.0 - 1.0;
                    let y = 1.0 - (f64::from(row * 4) + dy as f64 + 0.5) / tall * 2.0;
                    let away = x.hypot(y);
                    if moon.is_lit(x, y) {
                        lit |= bit;
                    } else if (0.92..1.0).contains(&away) {
                        rim |= bit;
                    }
                }
            }
            let (dots, style) = match (lit, rim) {
                (0, 0) => continue,
                (0, rim) => (rim, look.faint()),
                (lit, rim) => (lit | rim, look.style(crate::content::looks::Role::Ruler)),
            };
            if look.ascii {
                put(
                    buf,
                    area.x + column,
                    area.y + row,
                    1,
                    if lit == 0 { "." } else { "o" },
                    style,
                );
            } else {
                let sign = char::from_u32(0x2800 + dots).unwrap_or(' ');
                put(
                    buf,
                    area.x + column,
                    area.y + row,
                    1,
                    sign.encode_utf8(&mut [0; 4]),
                    style,
                );
            }
        }
    }
}
