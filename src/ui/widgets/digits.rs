//! Digits to be read from across a room: strokes of braille dots, three cells high, doubled where there is
//! room, or seven plain segments.

use ratatui::buffer::Buffer;
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

/// A braille digit twice as large: each dot becomes four, and the steps of slanted strokes are filled in
/// (the Scale2x rule), so that strokes stay even.
fn doubled(rows: &[&str; 3]) -> Vec<String> {
    const BITS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
    let width = rows[0].chars().count() * 2;
    let dot = |x: isize, y: isize| -> bool {
        if x < 0 || y < 0 || x >= width as isize || y >= 12 {
            return false;
        }
        let (x, y) = (x as usize, y as usize);
        let glyph = rows[y / 4].chars().nth(x / 2).unwrap_or(' ');
        let bits = (glyph as u32).saturating_sub(0x2800);
        bits & BITS[y % 4][x % 2] != 0
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
                    for (dy, line) in BITS.iter().enumerate() {
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
