//! Words a person reads, in every language hegu speaks.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// A sentence in both languages with the same things put in: `both!("No {word}.", "Intet {word}.")`.
#[macro_export]
macro_rules! both {
    ($en:literal, $da:literal) => {
        $crate::domain::words::Words::new_owned(format!($en), format!($da))
    };
}

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
    /// A language brought by files of the person's own. What it does not say is English.
    Brought(&'static Brought),
}

/// A language brought by files: its tag, and what it says for the sentences of the content. Made once, when
/// the program opens, and there until it ends.
#[derive(Debug, Default)]
pub struct Brought {
    tag: String,
    says: BTreeMap<String, String>,
}

impl Brought {
    /// A language, and what it says in the place of English sentences.
    pub fn new(tag: &str, says: BTreeMap<String, String>) -> Brought {
        Brought {
            tag: tag.to_owned(),
            says,
        }
    }

    /// The sentence in this language; in English where it is missing.
    pub fn say<'s>(&'s self, english: &'s str) -> &'s str {
        self.says.get(english).map_or(english, String::as_str)
    }
}

// A language is its tag: there is one of each.
impl PartialEq for Brought {
    fn eq(&self, other: &Brought) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Brought {}

impl Hash for Brought {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tag.hash(state);
    }
}

impl PartialOrd for Brought {
    fn partial_cmp(&self, other: &Brought) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Brought {
    fn cmp(&self, other: &Brought) -> Ordering {
        self.tag.cmp(&other.tag)
    }
}

impl Lang {
    /// The languages that are shipped. [`Languages`] has those of the person's own files too.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Da];

    /// The language tag: `en`, `da`, `nb`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Da => "da",
            Lang::Brought(brought) => &brought.tag,
        }
    }

    /// The shipped language a tag or a locale names: `da`, `da_DK.UTF-8`, `en-GB`. `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        Languages::default().named(tag)
    }

    /// One of two sentences that belong to each other, or what a third language says for the English one.
    pub fn pick<'s>(self, en: &'s str, da: &'s str) -> &'s str {
        match self {
            Lang::En => en,
            Lang::Da => da,
            Lang::Brought(brought) => brought.say(en),
        }
    }
}

/// The languages there are to choose from, in the order in which `L` walks through them: the shipped ones,
/// then those of the person's own files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages {
    brought: Vec<Lang>,
}

impl Languages {
    /// The shipped languages and these.
    pub fn with(brought: impl IntoIterator<Item = &'static Brought>) -> Languages {
        Languages {
            brought: brought.into_iter().map(Lang::Brought).collect(),
        }
    }

    /// Each language.
    pub fn all(&self) -> impl Iterator<Item = Lang> + '_ {
        Lang::ALL.into_iter().chain(self.brought.iter().copied())
    }

    /// The language a tag or a locale names: the whole tag (`pt-BR`), else its first part (`nb_NO.UTF-8`).
    pub fn named(&self, tag: &str) -> Option<Lang> {
        let whole = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let first = whole.split('-').next().unwrap_or_default();
        let called = |name: &str| self.all().find(|lang| lang.tag().eq_ignore_ascii_case(name));
        called(&whole).or_else(|| called(first))
    }

    /// The language after one, round and round.
    pub fn after(&self, lang: Lang) -> Lang {
        let mut rest = self.all().skip_while(|one| *one != lang);
        rest.next();
        rest.next().unwrap_or_default()
    }
}

/// One text in both languages. Neither is a translation of the other: they say the same to two readers.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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
        lang.pick(&self.en, &self.da)
    }

    /// True when there is nothing to read in either language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.da.is_empty()
    }
}

/// The same in every language: a name, or what only the people who build hegu read.
impl From<String> for Words {
    fn from(text: String) -> Words {
        Words::new_owned(text.clone(), text)
    }
}

/// The same in every language.
impl From<&'static str> for Words {
    fn from(text: &'static str) -> Words {
        Words::new(text, text)
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
    fn a_brought_language_is_named_walked_through_and_english_where_it_is_silent() {
        let says = BTreeMap::from([("In.".to_owned(), "Inn.".to_owned())]);
        let nb: &'static Brought = Box::leak(Box::new(Brought::new("nb", says)));
        let pt: &'static Brought = Box::leak(Box::new(Brought::new("pt-BR", BTreeMap::new())));
        let languages = Languages::with([nb, pt]);
        assert_eq!(languages.named("nb_NO.UTF-8"), Some(Lang::Brought(nb)));
        assert_eq!(languages.named("pt_BR.UTF-8"), Some(Lang::Brought(pt)));
        assert_eq!(languages.named("pt"), None);
        assert_eq!(Lang::from_tag("nb"), None);
        let mut walked = vec![Lang::En];
        for _ in 0..4 {
            walked.push(languages.after(walked[walked.len() - 1]));
        }
        let tags: Vec<&str> = walked.into_iter().map(Lang::tag).collect();
        assert_eq!(tags, ["en", "da", "nb", "pt-BR", "en"]);
        let word = Words::new("In.", "Ind.");
        assert_eq!(word.get(Lang::Brought(nb)), "Inn.");
        assert_eq!(word.get(Lang::Brought(pt)), "In.");
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
