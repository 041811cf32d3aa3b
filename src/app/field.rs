//! A field of one line that is written at its end only: what one searches for. For a text one walks about in
//! see [`super::note`].

use unicode_segmentation::UnicodeSegmentation;

/// Puts what was typed or pasted at the end, as long as it is not longer than so many bytes. U+0008 takes the last
/// letter away, with its accents; after the end nothing can be taken away, and there is one line.
pub fn type_into(field: &mut String, text: &str, longest: usize) {
    for letter in text.graphemes(true) {
        match letter {
            "\u{8}" => {
                let end = field.grapheme_indices(true).next_back();
                field.truncate(end.map_or(0, |(at, _)| at));
            }
            "\u{7f}" | "\n" | "\r\n" => {}
            _ if field.len() < longest => field.push_str(letter),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_takes_letters_gives_the_last_one_back_and_keeps_to_one_line() {
        let mut field = String::new();
        type_into(&mut field, "smerte i\nnakken", 40);
        assert_eq!(field, "smerte inakken");
        // An accent of its own goes with its letter.
        type_into(&mut field, "e\u{301}\u{8}\u{8}", 40);
        assert_eq!(field, "smerte inakke");
        // Delete takes what comes after, and nothing does.
        type_into(&mut field, "\u{7f}", 40);
        assert_eq!(field, "smerte inakke");
        let one_more = field.len() + 1;
        type_into(&mut field, "abc", one_more);
        assert_eq!(field, "smerte inakkea");
        type_into(&mut field, &"\u{8}".repeat(20), 40);
        assert_eq!(field, "");
    }
}
