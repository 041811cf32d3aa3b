//! `assets/help-numbers.toml`: one `[[number]]` table a telephone number.

use serde::{Deserialize, Serialize};

use super::problem::{Problem, Problems};
use super::source::Source;
use super::text::{Keep, RawWords, Str};
use crate::domain::safety::numbers::{Country, Number, NumberKind};
use crate::domain::words::Words;

/// A number as written. The fields are explained at [`Number`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::safety::numbers::Number`")]
pub struct RawNumber<'a> {
    #[serde(borrow)]
    pub country: Str<'a>,
    #[serde(borrow)]
    pub kind: Str<'a>,
    #[serde(borrow)]
    pub number: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(borrow, rename = "where")]
    pub area: RawWords<'a>,
    #[serde(borrow)]
    pub source: Str<'a>,
    #[serde(borrow)]
    pub mark: Str<'a>,
    #[serde(borrow)]
    pub checked: Str<'a>,
}

/// Reads the numbers, and every problem in them.
pub fn read<'a>(source: Source<'a>) -> (Vec<RawNumber<'a>>, Problems) {
    let (entries, mut problems) = source.entries::<RawNumber<'a>>("number", &["number"]);
    for entry in &entries {
        let (raw, place) = (&entry.value, &entry.place);
        let mut wrong = |path: &str, word: &Str<'_>, remedy: &'static str| {
            let what = format!("\"{}\" is not known here.", word.as_str());
            problems.0.push(place.problem(path, what, remedy));
        };
        if Country::from_id(raw.country.as_str()).is_none_or(|country| country == Country::Other) {
            wrong("country", &raw.country, "Write dk, uk, us or eu.");
        }
        if !NumberKind::ALL.iter().any(|kind| kind.id() == raw.kind.as_str()) {
            wrong("kind", &raw.kind, "Write emergency, out-of-hours or crisis.");
        }
        if !["verified", "part", "unverified"].contains(&raw.mark.as_str()) {
            wrong("mark", &raw.mark, "Write verified, part or unverified.");
        }
        let number = raw.number.as_str();
        if number.is_empty() || !number.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '+') {
            wrong("number", &raw.number, "Write digits and spaces.");
        }
        let checked = raw.checked.as_str();
        let is_month = checked.len() == 7
            && checked
                .chars()
                .enumerate()
                .all(|(at, c)| if at == 4 { c == '-' } else { c.is_ascii_digit() });
        if !is_month {
            wrong("checked", &raw.checked, "Write the month, as in 2026-11.");
        }
    }
    let numbers = entries.into_iter().map(|entry| entry.value).collect();
    (numbers, problems)
}

impl<'a> RawNumber<'a> {
    /// The checked number; a problem if a word is not known.
    pub fn into_number(self, keep: Keep<'a>) -> Result<Number, Problems> {
        let kind = NumberKind::ALL
            .into_iter()
            .find(|kind| kind.id() == self.kind.as_str());
        match (Country::from_id(self.country.as_str()), kind) {
            (Some(country), Some(kind)) => Ok(Number {
                country,
                kind,
                verified: self.mark.as_str() != "unverified",
                number: keep(self.number),
                name: self.name.into_words(keep),
                area: self.area.into_words(keep),
                checked: keep(self.checked),
            }),
            _ => Err(Problems(vec![Problem {
                file: String::new(),
                line: 0,
                what: format!("{}: a word is not known.", self.number.as_str()).into(),
                remedy: Words::default(),
            }])),
        }
    }
}
