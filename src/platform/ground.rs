//! Asks the terminal for the colour of its ground (OSC 11), as soon as it is ours: the first frame is made meanwhile,
//! and stands on that ground if the answer came by then. It waits for none.
//!
//! The question is followed by one that every terminal answers (DA1, "what are you"), so that a terminal that
//! does not know the first is not waited for. Keys that come in between are given back as keys.

use std::time::{Duration, Instant};

use crate::app::{Key, KeyCode};
use crate::content::looks::Ground;

/// What came back: the ground if it was said, whether the terminal has said all it will, and the bytes that
/// were no answer.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Dark or light, and the very colour: red, green, blue.
    pub ground: Option<(Ground, (u8, u8, u8))>,
    /// The second question was answered.
    pub done: bool,
    /// What a person typed meanwhile.
    pub typed: Vec<u8>,
}

/// The question, once it was asked.
#[derive(Debug)]
pub struct Asked {
    until: Instant,
    /// What came since.
    pub bytes: Vec<u8>,
}

impl Asked {
    /// It was asked just now.
    pub fn now() -> Asked {
        // On this machine a terminal answers within a few milliseconds; through a network it takes longer.
        let far = std::env::var_os("SSH_CONNECTION").is_some();
        Asked {
            until: Instant::now() + Duration::from_millis(if far { 800 } else { 200 }),
            bytes: Vec::new(),
        }
    }

    /// How long an answer is still listened for.
    pub fn left(&self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }
}

/// What is asked: the ground's colour, then DA1.
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

/// Reads everything that has come so far.
pub fn hear(bytes: &[u8]) -> Heard {
    let mut heard = Heard::default();
    let mut rest = bytes;
    while let Some(&first) = rest.first() {
        if let Some(said) = rest.strip_prefix(b"\x1b]11;") {
            // Ends with BEL or with ESC \.
            let bell = said.iter().position(|byte| *byte == 7);
            let string = said.windows(2).position(|pair| pair == b"\x1b\\");
            let (end, length) = match (bell, string) {
                (Some(bell), Some(string)) if string < bell => (string, 2),
                (Some(bell), _) => (bell, 1),
                (None, Some(string)) => (string, 2),
                (None, None) => return heard,
            };
            heard.ground = ground(&said[..end]);
            rest = &said[end + length..];
        } else if let Some(said) = rest.strip_prefix(b"\x1b[?") {
            let Some(end) = said.iter().position(u8::is_ascii_alphabetic) else {
                return heard;
            };
            heard.done |= said[end] == b'c';
            rest = &said[end + 1..];
        } else {
            heard.typed.push(first);
            rest = &rest[1..];
        }
    }
    heard
}

/// `rgb:1414/1717/1a1a` (one to four digits a part), told as dark or light by the middle of lightness (WCAG
/// relative luminance 0.18, where black and white text are equally readable).
fn ground(said: &[u8]) -> Option<(Ground, (u8, u8, u8))> {
    let text = std::str::from_utf8(said).ok()?;
    let parts = text.strip_prefix("rgb:").or(text.strip_prefix("rgba:"))?;
    let mut values = parts.split('/').take(3).map(|part| {
        let value = u32::from_str_radix(part, 16).ok()?;
        let most = 16_u32
            .checked_pow(part.len() as u32)?
            .checked_sub(1)
            .filter(|most| *most > 0)?;
        Some(f64::from(value) / f64::from(most))
    });
    let parts = [values.next()??, values.next()??, values.next()??];
    let [red, green, blue] = parts.map(|value| {
        if value <= 0.03928 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let ground = if luminance < 0.18 {
        Ground::Dark
    } else {
        Ground::Light
    };
    let [red, green, blue] = parts.map(|value| (value * 255.0).round() as u8);
    Some((ground, (red, green, blue)))
}

/// The keys a person pressed, from what their terminal sent for them. A mouse or focus message that came just
/// then is passed over.
pub fn keys(typed: &[u8]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = typed;
    while let Some(&first) = rest.first() {
        let sequence = rest.strip_prefix(b"\x1b[").or(rest.strip_prefix(b"\x1bO"));
        if let Some(said) = sequence {
            let Some(end) = said.iter().position(|byte| (0x40..=0x7e).contains(byte)) else {
                break;
            };
            keys.extend(named(&said[..end], said[end]).map(Key::plain));
            rest = &said[end + 1..];
            continue;
        }
        let length = match first {
            0xf0.. => 4,
            0xe0.. => 3,
            0xc0.. => 2,
            _ => 1,
        };
        let (one, after) = rest.split_at(length.min(rest.len()));
        rest = after;
        keys.extend(match first {
            b'\r' => Some(Key::plain(KeyCode::Enter)),
            b'\t' => Some(Key::plain(KeyCode::Tab)),
            0x1b => Some(Key::plain(KeyCode::Esc)),
            0x7f => Some(Key::plain(KeyCode::Backspace)),
            1..0x1b => Some(Key::ctrl((first + b'a' - 1) as char)),
            _ => std::str::from_utf8(one)
                .ok()
                .and_then(|text| text.chars().next())
                .map(Key::char),
        });
    }
    keys
}

/// The key a control sequence stands for.
fn named(parameters: &[u8], last: u8) -> Option<KeyCode> {
    Some(match (parameters, last) {
        (b"" | b"1", b'A') => KeyCode::Up,
        (b"" | b"1", b'B') => KeyCode::Down,
        (b"" | b"1", b'C') => KeyCode::Right,
        (b"" | b"1", b'D') => KeyCode::Left,
        (b"", b'H') | (b"1" | b"7", b'~') => KeyCode::Home,
        (b"", b'F') | (b"4" | b"8", b'~') => KeyCode::End,
        (b"", b'Z') => KeyCode::BackTab,
        (b"3", b'~') => KeyCode::Delete,
        (b"5", b'~') => KeyCode::PageUp,
        (b"6", b'~') => KeyCode::PageDown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_meanwhile_means_what_it_always_means() {
        use KeyCode::{BackTab, Down, Enter, Esc, PageDown};
        let plain = Key::plain;
        assert_eq!(keys(b"\x1b[B\x1bOBj"), [plain(Down), plain(Down), Key::char('j')]);
        assert_eq!(
            keys(b"\x1b[6~\x1b[Z\r"),
            [plain(PageDown), plain(BackTab), plain(Enter)]
        );
        assert_eq!(keys("æ\x1a".as_bytes()), [Key::char('æ'), Key::ctrl('z')]);
        assert_eq!(keys(b"\x1b"), [plain(Esc)]);
        assert_eq!(keys(b"\x1b[I\x1b[<0;3;4Mq"), [Key::char('q')]);
        assert_eq!(keys(b"\x1b[<0;3"), []);
        assert_eq!(keys(&[0xe5, b'j']), []);
    }

    #[test]
    fn both_endings_and_every_length_of_digits_are_understood() {
        let ground = |bytes: &[u8]| hear(bytes).ground;
        assert_eq!(
            ground(b"\x1b]11;rgb:1414/1717/1a1a\x07"),
            Some((Ground::Dark, (0x14, 0x17, 0x1a)))
        );
        assert_eq!(
            ground(b"\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\"),
            Some((Ground::Light, (0xfd, 0xf6, 0xe3)))
        );
        assert_eq!(
            ground(b"\x1b]11;rgb:0/2b/36\x07"),
            Some((Ground::Dark, (0, 0x2b, 0x36)))
        );
        assert_eq!(
            ground(b"\x1b]11;rgba:ff/ff/ff/ff\x07"),
            Some((Ground::Light, (255, 255, 255)))
        );
        assert_eq!(ground(b"\x1b]11;rgb:zz/ff/ff\x07"), None);
        assert_eq!(ground(b"\x1b]11;rgb:/ff/ff\x07"), None);
    }

    #[test]
    fn a_terminal_that_knows_only_the_second_question_is_not_waited_for() {
        let heard = hear(b"\x1b[?62;22c");
        assert!(heard.done && heard.ground.is_none() && heard.typed.is_empty());
    }

    #[test]
    fn keys_that_come_in_between_are_given_back() {
        let heard = hear(b"j\x1b]11;rgb:ffff/ffff/ffff\x07/\x1b[?1;2cq");
        assert_eq!(heard.ground.map(|said| said.0), Some(Ground::Light));
        assert!(heard.done);
        assert_eq!(heard.typed, b"j/q");
    }

    #[test]
    fn half_an_answer_is_not_taken_for_keys() {
        assert_eq!(hear(b"\x1b]11;rgb:ffff/ff"), Heard::default());
        assert_eq!(hear(b"\x1b[?62"), Heard::default());
    }
}
