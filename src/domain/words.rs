//! Words a person reads, in every language hegu speaks.

use std::borrow::Cow;

/// Text that is either part of the program (borrowed) or came from a person's own file (owned).
pub type Text = Cow<'static, str>;

/// A language of the interface and the content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Danish.
    Da,
}

impl Lang {
    /// Every language, in the order in which `L` walks through them.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Da];

    /// The ISO 639-1 tag: `en`, `da`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Da => "da",
        }
    }

    /// The language a tag or a locale names: `da`, `da_DK.UTF-8`, `en-GB`. `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let first = tag.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Lang::ALL
            .into_iter()
            .find(|lang| first.eq_ignore_ascii_case(lang.tag()))
    }

    /// The next language, round and round.
    pub fn next(self) -> Lang {
        match self {
            Lang::En => Lang::Da,
            Lang::Da => Lang::En,
        }
    }
}

/// One text in both languages. Neither is a translation of the other: they say the same to two readers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: Text,
    /// Danish.
    pub da: Text,
}

impl Words {
    /// Both languages from two literals.
    pub const fn new(en: &'static str, da: &'static str) -> Words {
        Words {
            en: Cow::Borrowed(en),
            da: Cow::Borrowed(da),
        }
    }

    /// Both languages from two texts that were made.
    pub fn new_owned(en: String, da: String) -> Words {
        Words {
            en: Cow::Owned(en),
            da: Cow::Owned(da),
        }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Da => &self.da,
        }
    }

    /// True when there is nothing to read in either language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.da.is_empty()
    }
}

/// Whether a character is none that one sees: control characters, which can act on a terminal, and marks that
/// turn the direction of text or break its lines, which can hide what stands there.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text from outside as it may be shown: line ends and tabs stay, anything else one does not see becomes a
/// replacement mark, so that a note can neither act on a terminal nor hide anything.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if is_invisible(c) => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Lang::from_tag("da_DK.UTF-8"), Some(Lang::Da));
        assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("C"), None);
    }

    #[test]
    fn what_acts_on_a_terminal_is_not_shown() {
        assert_eq!(
            printable("a\u{1b}[2Jb\r\u{9b}31mc\u{7f}\u{202e}d"),
            "a\u{fffd}[2Jb\u{fffd}\u{fffd}31mc\u{fffd}\u{fffd}d"
        );
        let plain = "Rødgrød\n\tmed fløde, 合谷 e\u{301} 👩\u{200d}🦰";
        assert_eq!(printable(plain), plain);
    }
}
