//! A note being written: a text and a place in it. One key moves by one letter as a person sees it, so that
//! an accent or a family of signs is never torn apart.
//!
//! The editors for terminals that we found keep a widget of their own and remember what was drawn; here the
//! text stays plain data, as everything in `app` does.

use unicode_segmentation::UnicodeSegmentation;

use super::action::Action;

/// A place in a text: how many bytes lie before it, always between two letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor(pub usize);

impl Cursor {
    /// After the last letter.
    pub fn end(text: &str) -> Cursor {
        Cursor(text.len())
    }

    /// Puts text in at the cursor. U+0008 takes the letter before it away, U+007F the one after it.
    pub fn put(&mut self, text: &mut String, put: &str) {
        self.0 = self.0.min(text.len());
        for letter in put.chars() {
            match letter {
                '\u{8}' => {
                    let from = before(text, self.0);
                    text.replace_range(from..self.0, "");
                    self.0 = from;
                }
                '\u{7f}' => {
                    let to = after(text, self.0);
                    text.replace_range(self.0..to, "");
                }
                letter => {
                    text.insert(self.0, letter);
                    self.0 += letter.len_utf8();
                }
            }
        }
    }

    /// Moves; false for an action that does not move.
    pub fn go(&mut self, text: &str, action: Action) -> bool {
        self.0 = self.0.min(text.len());
        match action {
            Action::Left => self.0 = before(text, self.0),
            Action::Right => self.0 = after(text, self.0),
            Action::First => self.0 = line_start(text, self.0),
            Action::Last => self.0 = line_end(text, self.0),
            Action::Up => self.0 = other_line(text, self.0, false),
            Action::Down => self.0 = other_line(text, self.0, true),
            _ => return false,
        }
        true
    }

    /// Whether the line it stands on is empty: enter there means done, elsewhere a new line.
    pub fn on_an_empty_line(self, text: &str) -> bool {
        let at = self.0.min(text.len());
        line_start(text, at) == line_end(text, at)
    }
}

fn before(text: &str, at: usize) -> usize {
    text[..at]
        .grapheme_indices(true)
        .next_back()
        .map_or(0, |(start, _)| start)
}

fn after(text: &str, at: usize) -> usize {
    text[at..]
        .graphemes(true)
        .next()
        .map_or(at, |letter| at + letter.len())
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline)
}

/// The same number of letters into the line above or below.
fn other_line(text: &str, at: usize, below: bool) -> usize {
    let start = line_start(text, at);
    let column = text[start..at].graphemes(true).count();
    let target = if below {
        match line_end(text, at) {
            end if end == text.len() => return end,
            end => end + 1,
        }
    } else {
        match start {
            0 => return 0,
            start => line_start(text, start - 1),
        }
    };
    let line = &text[target..line_end(text, target)];
    target + line.graphemes(true).take(column).map(str::len).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_are_put_in_and_taken_out_where_the_cursor_stands() {
        let mut text = String::from("Lang dg");
        let mut cursor = Cursor::end(&text);
        cursor.go(&text, Action::Left);
        cursor.put(&mut text, "a");
        assert_eq!(text, "Lang dag");
        cursor.go(&text, Action::First);
        cursor.put(&mut text, "\u{7f}");
        assert_eq!((text.as_str(), cursor), ("ang dag", Cursor(0)));
        cursor.put(&mut text, "\u{8}L");
        assert_eq!(text, "Lang dag");
    }

    #[test]
    fn up_and_down_keep_the_column_as_far_as_the_line_goes() {
        let text = "første\nto\ntredje linje";
        let mut cursor = Cursor(text.len());
        cursor.go(text, Action::Up);
        assert_eq!(&text[cursor.0..], "\ntredje linje");
        cursor.go(text, Action::Up);
        assert_eq!(&text[cursor.0..], "rste\nto\ntredje linje");
        cursor.go(text, Action::Up);
        assert_eq!(cursor, Cursor(0));
        for _ in 0..3 {
            cursor.go(text, Action::Down);
        }
        assert_eq!(cursor, Cursor::end(text));
    }

    #[test]
    fn what_one_sees_as_one_letter_is_taken_away_as_one() {
        let mut text = String::from("e\u{301}👩‍👩‍👧");
        let mut cursor = Cursor::end(&text);
        cursor.put(&mut text, "\u{8}");
        assert_eq!(text, "e\u{301}");
        cursor.put(&mut text, "\u{8}");
        assert_eq!(text, "");
    }

    proptest! {
        #[test]
        fn the_cursor_never_leaves_the_text_nor_tears_a_letter(
            start in "[a-zæøå\\n合e\u{301}👩]{0,12}",
            keys in proptest::collection::vec(0usize..9, 0..40),
        ) {
            let mut text = start;
            let mut cursor = Cursor::end(&text);
            let moves = [Action::Left, Action::Right, Action::First, Action::Last, Action::Up, Action::Down];
            for key in keys {
                match key {
                    0..6 => { cursor.go(&text, moves[key]); }
                    6 => cursor.put(&mut text, "\u{8}"),
                    7 => cursor.put(&mut text, "\u{7f}"),
                    _ => cursor.put(&mut text, "ø\n"),
                }
                prop_assert!(text.is_char_boundary(cursor.0));
            }
        }
    }
}
