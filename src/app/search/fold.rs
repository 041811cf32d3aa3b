//! One form for everything people write the same thing as.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as words to compare: lower case, without accents and tones, `æ ø å` written as people without
/// those keys write them. `håndled`, `Handled` and `haandled` become one, and so do `rødme`, `roedme` and
/// `rodme`; `lǘ` and `lü` become `lu`. Chinese characters stay, each a word of its own.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        let start = word.is_empty();
        match c {
            // What is left of `å` after its ring was taken away is `a`; `aa` is joined to it below.
            'æ' | 'Æ' => word.push_str("ae"),
            'ø' | 'Ø' => word.push('o'),
            'ß' => word.push_str("ss"),
            // Apostrophes belong to the word: `can't` is `cant`.
            '\'' | '\u{2019}' | '\u{2018}' => {}
            _ if is_han(c) => {
                if !start {
                    words.push(std::mem::take(&mut word));
                }
                words.push(c.to_string());
            }
            _ if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ if !start => words.push(std::mem::take(&mut word)),
            _ => {}
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    for word in &mut words {
        *word = digraphs(word);
    }
    words
}

/// `aa` and `oe` as `a` and `o`: what is left of `å` and `ø`. On both sides of every comparison, so that no
/// English word is lost by it.
fn digraphs(word: &str) -> String {
    word.replace("aa", "a").replace("oe", "o")
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sounds_the_same_is_written_the_same() {
        for group in [
            &["håndled", "Handled", "haandled", "HÅNDLED"][..],
            &["rygsøjle", "rygsojle", "rygsoejle"],
            &["Hégǔ", "hegu", "HEGU"],
            &["Lǘ", "lü", "lu"],
            &["knæ", "knae"],
            &["can't", "can’t", "cant"],
            // Both ways of writing å: one character, or a with a ring.
            &["m\u{e5}l", "ma\u{30a}l", "maal"],
        ] {
            for other in group {
                assert_eq!(words(other), words(group[0]), "{other}");
            }
        }
        assert_eq!(words("ondt i nakken"), ["ondt", "i", "nakken"]);
        assert_eq!(words("合谷 point"), ["合", "谷", "point"]);
        assert_eq!(words(" - . "), Vec::<String>::new());
    }
}
