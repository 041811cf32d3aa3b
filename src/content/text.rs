//! Text as it is read: borrowed from the packed content, owned when it came from a TOML file.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Deserialize as DeriveDeserialize, Serialize};

use crate::domain::words::{Text, Words};

/// A string that borrows from its source whenever the format allows it.
///
/// `Cow<str>` inside a `Vec` or an `Option` is always copied by serde; this is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Str<'a>(pub Cow<'a, str>);

impl Str<'_> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Str<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowing;
        impl<'de> Visitor<'de> for Borrowing {
            type Value = Cow<'de, str>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Cow::Borrowed(text))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text.to_owned()))
            }
            fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text))
            }
        }
        deserializer.deserialize_str(Borrowing).map(Str)
    }
}

/// How text read from somewhere becomes text the domain keeps: [`embedded`] or [`copied`].
pub type Keep<'a> = fn(Str<'a>) -> Text;

/// Keeps text of the embedded content as it is: it lives as long as the program.
pub fn embedded(text: Str<'static>) -> Text {
    text.0
}

/// Copies text that came from a file.
pub fn copied(text: Str<'_>) -> Text {
    Cow::Owned(text.0.into_owned())
}

/// A text in both languages, as written: `{ en = "...", da = "..." }`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, DeriveDeserialize)]
#[serde(deny_unknown_fields)]
pub struct RawWords<'a> {
    /// English.
    #[serde(borrow)]
    pub en: Str<'a>,
    /// Danish.
    #[serde(borrow)]
    pub da: Str<'a>,
}

impl<'a> RawWords<'a> {
    /// The words as the domain keeps them.
    pub fn into_words(self, keep: Keep<'a>) -> Words {
        Words {
            en: keep(self.en),
            da: keep(self.da),
        }
    }
}
