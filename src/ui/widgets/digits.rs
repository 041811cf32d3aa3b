//! Digits to be read from across a room: strokes of braille dots, three cells high, doubled where there is
//! room, or seven plain segments.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::time::Ms;

/// 0 to 9, each three cells wide and high; the colon is two wide.
const BRAILLE: [[&str; 3]; 11] = [
    ["⡞⠉⢱", "⡇ ⢸", "⠣⠤⠼"],
    ["⠠⢾ ", " ⢸ ", "⠠⠼⠤"],
    ["⠚⠉⢱", " ⣠⠞", "⠾⠥⠤"],
    ["⠚⠉⢱", " ⠒⢺", "⠢⠤⠼"],
    [" ⡰⡇", "⣜⣁⣇", "  ⠇"],
    ["⡏⠉⠉", "⠉⠉⢱", "⠢⠤⠼"],
    ["⡞⠉⠑", "⡗⠒⢢", "⠣⠤⠼"],
    ["⠉⠉⢹", " ⢀⠇", " ⠞ "],
    ["⡞⠉⢱", "⡵⠒⢺", "⠣⠤⠼"],
    ["⡞⠉⢱", "⠑⠒⢺", "⠢⠤⠼"],
    [" ⡀", " ⡀", "  "],
];

/// The same in seven segments.
const PLAIN: [[&str; 3]; 11] = [
    [" _ ", "| |", "|_|"],
    ["   ", "  |", "  |"],
    [" _ ", " _|", "|_ "],
    [" _ ", " _|", " _|"],
    ["   ", "|_|", "  |"],
    [" _ ", "|_ ", " _|"],
    [" _ ", "|_ ", "|_|"],
    [" _ ", "  |", "  |"],
    [" _ ", "|_|", "|_|"],
    [" _ ", "|_|", " _|"],
    ["  ", " .", " ."],
];

/// How digits are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Three cells high.
    Small,
    /// Six cells high.
    Large,
    /// Three cells high, in plain characters.
    Plain,
}

impl Face {
    /// The face for a clock: plain characters where there is nothing else, otherwise as large as there is room.
    pub fn of(ascii: bool, room: bool) -> Face {
        match (ascii, room) {
            (true, _) => Face::Plain,
            (false, true) => Face::Large,
            (false, false) => Face::Small,
        }
    }
}

/// Minutes and seconds of a time that runs out: a begun second counts.
pub fn clock(left: Ms) -> String {
    let seconds = left.div_ceil(1_000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Draws digits and colons at a place and returns how wide they are. Other characters are left out.
pub fn draw(text: &str, face: Face, x: u16, y: u16, style: Style, buf: &mut Buffer) -> u16 {
    let mut at = x;
    for c in text.chars() {
        let index = match c {
            ':' => 10,
            _ => match c.to_digit(10) {
                Some(digit) => digit as usize,
                None => continue,
            },
        };
        let rows = match face {
            Face::Small => BRAILLE[index].map(str::to_owned).to_vec(),
            Face::Plain => PLAIN[index].map(str::to_owned).to_vec(),
            Face::Large => doubled(&BRAILLE[index]),
        };
        let width = rows[0].chars().count() as u16;
        for (row, line) in rows.iter().enumerate() {
            for (column, glyph) in line.chars().enumerate() {
                let (x, y) = (at + column as u16, y + row as u16);
                if !matches!(glyph, ' ' | '\u{2800}') && buf.area().contains((x, y).into()) {
                    buf[(x, y)].set_char(glyph).set_style(style);
                }
            }
        }
        at += width + 1;
    }
    at.saturating_sub(x + 1)
}

/// How wide and high a text is in a face.
pub fn size(text: &str, face: Face) -> (u16, u16) {
    let cells: u16 = text
        .chars()
        .map(|c| if c == ':' { 2 } else { 3 })
        .map(|wide| if face == Face::Large { 2 * wide } else { wide })
        .sum();
    let gaps = (text.chars().count() as u16).saturating_sub(1);
    (cells + gaps, if face == Face::Large { 6 } else { 3 })
}

/// Fills an area with digits as large as they go, in its middle: blocks of half cells, or `#`.
pub fn fill(text: &str, area: Rect, ascii: bool, style: Style, buf: &mut Buffer) {
    let glyphs: Vec<&[&str; 3]> = text
        .chars()
        .filter_map(|c| match c {
            ':' => Some(&BRAILLE[10]),
            _ => BRAILLE.get(c.to_digit(10)? as usize),
        })
        .collect();
    // Digits are 6 x 12 dots, the last column and the last row of each empty.
    let dots: u16 = glyphs
        .iter()
        .map(|glyph| 2 * glyph[0].chars().count() as u16 + 1)
        .sum();
    let Some(scale) = (area.width / dots.max(1))
        .min(2 * area.height / 11)
        .checked_sub(1)
        .map(|s| s + 1)
    else {
        return;
    };
    let (width, rows) = (dots * scale, (11 * scale).div_ceil(2));
    let (x, y) = (
        area.x + (area.width - width) / 2,
        area.y + (area.height - rows) / 2,
    );
    let mut left = 0;
    for glyph in glyphs {
        let wide = 2 * glyph[0].chars().count() as u16;
        let on = |column: u16, half: u16| {
            let (dot_x, dot_y) = (column / scale, half / scale);
            if dot_x >= wide || dot_y >= 12 {
                return false;
            }
            let cell = glyph[usize::from(dot_y / 4)]
                .chars()
                .nth(usize::from(dot_x / 2))
                .unwrap_or(' ');
            let bits = (cell as u32).saturating_sub(0x2800);
            bits & DOTS[usize::from(dot_y % 4)][usize::from(dot_x % 2)] != 0
        };
        for column in 0..wide * scale {
            for row in 0..rows {
                let mark = match (on(column, 2 * row), on(column, 2 * row + 1), ascii) {
                    (false, false, _) => continue,
                    (_, _, true) => '#',
                    (true, true, false) => '█',
                    (true, false, false) => '▀',
                    (false, true, false) => '▄',
                };
                let at = (x + left + column, y + row);
                if area.contains(at.into()) {
                    buf[at].set_char(mark).set_style(style);
                }
            }
        }
        left += (wide + 1) * scale;
    }
}

/// The bit of a braille dot, by row and column.
const DOTS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// A braille digit twice as large: each dot becomes four, and the steps of slanted strokes are filled in
/// (the Scale2x rule), so that strokes stay even.
fn doubled(rows: &[&str; 3]) -> Vec<String> {
    let width = rows[0].chars().count() * 2;
    let dot = |x: isize, y: isize| -> bool {
        if x < 0 || y < 0 || x >= width as isize || y >= 12 {
            return false;
        }
        let (x, y) = (x as usize, y as usize);
        let glyph = rows[y / 4].chars().nth(x / 2).unwrap_or(' ');
        let bits = (glyph as u32).saturating_sub(0x2800);
        bits & DOTS[y % 4][x % 2] != 0
    };
    let scaled = |x: isize, y: isize| -> bool {
        let (cx, cy) = (x / 2, y / 2);
        let centre = dot(cx, cy);
        let (dx, dy) = (if x % 2 == 0 { -1 } else { 1 }, if y % 2 == 0 { -1 } else { 1 });
        let (beside, above) = (dot(cx + dx, cy), dot(cx, cy + dy));
        let (far_beside, far_above) = (dot(cx - dx, cy), dot(cx, cy - dy));
        if beside == above && beside != far_beside && above != far_above {
            beside
        } else {
            centre
        }
    };
    (0..6)
        .map(|row| {
            (0..width)
                .map(|column| {
                    let mut bits = 0;
                    for (dy, line) in DOTS.iter().enumerate() {
                        for (dx, bit) in line.iter().enumerate() {
                            if scaled((column * 2 + dx) as isize, (row * 4 + dy) as isize) {
                                bits |= bit;
                            }
                        }
                    }
                    char::from_u32(0x2800 + bits).unwrap_or(' ')
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_second_counts() {
        assert_eq!(clock(0), "0:00");
        assert_eq!(clock(1), "0:01");
        assert_eq!(clock(42_000), "0:42");
        assert_eq!(clock(60_001), "1:01");
    }

    #[test]
    fn large_digits_fill_what_they_are_given_and_stay_inside() {
        for (width, height) in [(36, 6), (76, 14), (114, 26), (190, 44), (30, 3), (5, 2)] {
            for ascii in [false, true] {
                let whole = Rect::new(0, 0, width + 8, height + 8);
                let area = Rect::new(4, 4, width, height);
                let mut buf = Buffer::empty(whole);
                fill("4:02", area, ascii, Style::new(), &mut buf);
                let marked: Vec<(u16, u16)> = whole
                    .positions()
                    .filter(|at| buf[*at].symbol() != " ")
                    .map(|at| (at.x, at.y))
                    .collect();
                assert!(
                    marked.iter().all(|at| area.contains((*at).into())),
                    "{width}x{height}"
                );
                let rows = marked
                    .iter()
                    .map(|(_, y)| y)
                    .max()
                    .zip(marked.iter().map(|(_, y)| y).min());
                let columns = marked
                    .iter()
                    .map(|(x, _)| x)
                    .max()
                    .zip(marked.iter().map(|(x, _)| x).min());
                if let (Some((low, high)), Some((right, left))) = (rows, columns) {
                    let tall = f32::from(low - high + 1) / f32::from(height);
                    let wide = f32::from(right - left + 1) / f32::from(width);
                    assert!(tall > 0.5 || wide > 0.5, "{width}x{height}: {wide} {tall}");
                } else {
                    assert!(width < 27 || height < 6, "{width}x{height} is empty");
                }
            }
        }
    }

    #[test]
    fn every_digit_is_as_wide_as_it_says_and_differs_from_the_others() {
        for table in [BRAILLE, PLAIN] {
            for (index, digit) in table.iter().enumerate() {
                let width = if index == 10 { 2 } else { 3 };
                assert!(digit.iter().all(|row| row.chars().count() == width), "{digit:?}");
                assert!(!table[..index].contains(digit), "{digit:?}");
            }
        }
        for digit in &BRAILLE {
            let large = doubled(digit);
            assert!(
                large
                    .iter()
                    .all(|row| row.chars().count() == digit[0].chars().count() * 2)
            );
        }
        assert_eq!(size("0:42", Face::Small), (14, 3));
        assert_eq!(size("0:42", Face::Large), (25, 6));
    }
}
