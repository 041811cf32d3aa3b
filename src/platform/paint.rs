//! Cells into the bytes a terminal is sent: of each only what differs from the one sent before it.
//!
//! ratatui's own way out sends both colours of a cell where one of them changed. On a body whose skin is shaded
//! that was more than half of a frame, and a frame's time goes with its bytes: a terminal reads a few thousand
//! of them at once.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What is seen of a cell without a sign in it.
const SEEN_ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

/// Each modifier with the number that sets it and the number that ends it (ECMA-48, 8.3.117).
const MODIFIERS: [(Modifier, u16, u16); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Writes cells, each with its column and row counted from nought, in the order in which they come. The colours
/// and modifiers are the terminal's own before and after.
pub fn paint<'a>(bytes: &mut Vec<u8>, cells: impl IntoIterator<Item = (u16, u16, &'a Cell)>) {
    let mut pen = Pen::default();
    let mut cursor = None;
    for (x, y, cell) in cells {
        match cursor {
            Some((column, row)) if (column, row) == (x, y) => {}
            // Named, not counted from the last sign: terminals disagree about the width of some.
            Some((_, row)) if row == y => control(bytes, &[x + 1], b'G'),
            _ => control(bytes, &[y + 1, x + 1], b'H'),
        }
        pen.become_of(cell, bytes);
        bytes.extend_from_slice(cell.symbol().as_bytes());
        cursor = Some((x + 1, y));
    }
    pen.rest(bytes);
}

/// What the terminal writes with.
#[derive(Default)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    /// Takes up the looks of a cell, as far as they are seen.
    fn become_of(&mut self, cell: &Cell, bytes: &mut Vec<u8>) {
        let blank = cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANK);
        let (fg, modifier) = match blank {
            true => (self.fg, self.modifier.difference(SEEN_ON_BLANK)),
            false => (cell.fg, cell.modifier),
        };
        if (fg, cell.bg, modifier) == (self.fg, self.bg, self.modifier) {
            return;
        }
        let mut numbers = Numbers::default();
        let ended = self.modifier.difference(modifier);
        for (_, _, off) in MODIFIERS.iter().filter(|(one, ..)| ended.contains(*one)) {
            numbers.push(*off);
        }
        // One number ends both bold and dim, and one both ways of blinking.
        let goes_with_it = |one: Modifier, off: u16| {
            MODIFIERS
                .iter()
                .any(|(other, _, end)| *other != one && *end == off && ended.contains(*other))
        };
        for (one, on, off) in MODIFIERS.iter().filter(|(one, ..)| modifier.contains(*one)) {
            if !self.modifier.contains(*one) || goes_with_it(*one, *off) {
                numbers.push(*on);
            }
        }
        if fg != self.fg {
            numbers.colour(fg, 30);
        }
        if cell.bg != self.bg {
            numbers.colour(cell.bg, 40);
        }
        control(bytes, numbers.said(), b'm');
        *self = Pen {
            fg,
            bg: cell.bg,
            modifier,
        };
    }

    /// Leaves the terminal with its own looks.
    fn rest(self, bytes: &mut Vec<u8>) {
        if (self.fg, self.bg, self.modifier) != (Color::Reset, Color::Reset, Modifier::empty()) {
            control(bytes, &[0], b'm');
        }
    }
}

/// The numbers of one change of looks: at most nine ends, nine beginnings and two colours of five.
#[derive(Default)]
struct Numbers {
    all: [u16; 28],
    count: usize,
}

impl Numbers {
    fn push(&mut self, number: u16) {
        self.all[self.count] = number;
        self.count += 1;
    }

    /// A colour of the signs (`first` is 30) or of the ground behind them (40). Those that have a name are sent
    /// by their number: some terminals brighten a named one where the sign is bold.
    fn colour(&mut self, colour: Color, first: u16) {
        let index = match colour {
            Color::Reset => return self.push(first + 9),
            Color::Rgb(red, green, blue) => {
                for number in [first + 8, 2, red.into(), green.into(), blue.into()] {
                    self.push(number);
                }
                return;
            }
            Color::Indexed(index) => index.into(),
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        for number in [first + 8, 5, index] {
            self.push(number);
        }
    }

    fn said(&self) -> &[u16] {
        &self.all[..self.count]
    }
}

/// A control sequence: its numbers with semicolons between them, and the letter that says what it does.
fn control(bytes: &mut Vec<u8>, numbers: &[u16], letter: u8) {
    bytes.extend_from_slice(b"\x1b[");
    for (nth, number) in numbers.iter().enumerate() {
        if nth > 0 {
            bytes.push(b';');
        }
        for place in [10_000, 1_000, 100, 10] {
            if *number >= place {
                bytes.push(b'0' + (number / place % 10) as u8);
            }
        }
        bytes.push(b'0' + (number % 10) as u8);
    }
    bytes.push(letter);
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::backend::{Backend, CrosstermBackend};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn colours() -> impl Strategy<Value = Color> {
        prop_oneof![
            Just(Color::Reset),
            Just(Color::Red),
            Just(Color::DarkGray),
            Just(Color::White),
            (0..=255_u8).prop_map(Color::Indexed),
            (0..3_u8, 99..101_u8, 255..=255_u8).prop_map(|(r, g, b)| Color::Rgb(r, g, b)),
        ]
    }

    fn looks() -> impl Strategy<Value = Style> {
        // What the terminal of the test does not know is left out: blinking, hidden, crossed out.
        let known =
            Modifier::BOLD | Modifier::DIM | Modifier::ITALIC | Modifier::UNDERLINED | Modifier::REVERSED;
        (colours(), colours(), 0..=u16::MAX).prop_map(move |(fg, bg, bits)| {
            let mut modifier = Modifier::from_bits_truncate(bits).intersection(known);
            // It knows one intensity at a time.
            if modifier.contains(Modifier::BOLD) {
                modifier.remove(Modifier::DIM);
            }
            Style::new().fg(fg).bg(bg).add_modifier(modifier)
        })
    }

    /// A few rows in which some cells follow each other with the same looks.
    fn buffers() -> impl Strategy<Value = Buffer> {
        let signs =
            prop_oneof![3 => Just(" "), 3 => Just("a"), 1 => Just("⣿"), 1 => Just("é"), 1 => Just("中")];
        let runs = (looks(), proptest::collection::vec(signs, 1..6));
        proptest::collection::vec(runs, 20).prop_map(|runs| {
            let area = Rect::new(0, 0, 12, 4);
            let mut buffer = Buffer::empty(area);
            let cells = runs
                .iter()
                .flat_map(|(looks, signs)| signs.iter().map(move |sign| (sign, looks)));
            let mut at = 0;
            for (sign, looks) in cells {
                let wide = 1 + usize::from(*sign == "中");
                if at % 12 + wide > 12 || at + wide > 48 {
                    break;
                }
                buffer.content[at].set_symbol(sign).set_style(*looks);
                at += wide;
            }
            buffer
        })
    }

    fn terminal() -> vt100::Parser {
        let cells = |count| NonZeroU16::new(count).expect("some cells");
        vt100::Parser::new(cells(4), cells(12), 0)
    }

    /// What a terminal shows of a cell: its sign, its colours and modifiers. A blank shows no colour of signs.
    fn seen(screen: &vt100::Screen) -> Vec<String> {
        let cells = (0..4).flat_map(|row| (0..12).map(move |column| (row, column)));
        cells
            .filter_map(|(row, column)| screen.cell(row, column))
            .map(|cell| {
                let blank = matches!(cell.contents(), "" | " ") && !cell.underline() && !cell.inverse();
                let ground = format!("{:?}", cell.bgcolor());
                match blank {
                    true => ground,
                    false => format!(
                        "{} {:?} on {ground}, bold {} dim {} italic {} underline {} inverse {}",
                        cell.contents(),
                        cell.fgcolor(),
                        cell.bold(),
                        cell.dim(),
                        cell.italic(),
                        cell.underline(),
                        cell.inverse()
                    ),
                }
            })
            .collect()
    }

    proptest! {
        /// A terminal shows the same as what ratatui's own backend would have sent it, frame after frame, and
        /// not one byte more is sent.
        #[test]
        fn as_the_backend_of_ratatui(frames in proptest::collection::vec(buffers(), 1..5)) {
            let (mut ours, mut theirs) = (terminal(), terminal());
            let mut shown = Buffer::empty(Rect::new(0, 0, 12, 4));
            for frame in frames {
                let (mut painted, mut sent) = (Vec::new(), Vec::new());
                paint(&mut painted, shown.diff(&frame));
                CrosstermBackend::new(&mut sent).draw(shown.diff(&frame).into_iter()).expect("a vector");
                prop_assert!(painted.len() <= sent.len());
                ours.process(&painted);
                theirs.process(&sent);
                prop_assert_eq!(seen(ours.screen()), seen(theirs.screen()));
                prop_assert_eq!(ours.screen().fgcolor(), vt100::Color::Default);
                prop_assert_eq!(ours.screen().bgcolor(), vt100::Color::Default);
                shown = frame;
            }
        }
    }

    /// The skin's ground goes on behind the signs, and is said once.
    #[test]
    fn what_stays_is_not_said_again() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        let skin = Style::new().bg(Color::Rgb(94, 73, 61));
        buffer.set_string(
            0,
            0,
            " o o",
            skin.fg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::BOLD),
        );
        let mut bytes = Vec::new();
        paint(&mut bytes, Buffer::empty(buffer.area).diff(&buffer));
        let said = String::from_utf8(bytes).expect("a text");
        assert_eq!(said, "\x1b[1;1H\x1b[48;2;94;73;61m \x1b[1;38;2;1;2;3mo o\x1b[0m");
    }
}
