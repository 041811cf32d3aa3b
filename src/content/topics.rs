//! `assets/topics.toml`: questions people ask about pressing, with their answers.

use serde::{Deserialize, Serialize};

use super::problem::Problems;
use super::source::{Entry, Source};
use super::text::{Keep, RawWords, Str};
use crate::domain::atlas::Topic;

/// A topic as written in the file. The fields are explained at [`Topic`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    missing_docs,
    reason = "each field is explained where it ends, in `domain::atlas`"
)]
pub struct RawTopic<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(default, borrow)]
    pub synonyms: Vec<Str<'a>>,
    #[serde(borrow)]
    pub says: RawWords<'a>,
    #[serde(default)]
    pub urgent: bool,
}

/// The longest answer, in characters: it is read at a glance below a list.
pub const ANSWER_LIMIT: usize = 420;

/// Reads the file: every topic, and every problem.
pub fn read<'a>(source: Source<'a>) -> (Vec<Entry<RawTopic<'a>>>, Problems) {
    let (entries, mut problems) = source.entries::<RawTopic<'a>>("topic", &["topic"]);
    for (nth, entry) in entries.iter().enumerate() {
        let (raw, place) = (&entry.value, &entry.place);
        let id = raw.id.as_str();
        if entries[..nth].iter().any(|other| other.value.id == raw.id) {
            problems
                .0
                .push(place.problem("id", format!("\"{id}\" is written twice."), "Keep one of them."));
        }
        for (path, text) in [
            ("name.en", &raw.name.en),
            ("name.da", &raw.name.da),
            ("says.en", &raw.says.en),
            ("says.da", &raw.says.da),
        ] {
            let length = text.as_str().chars().count();
            if length == 0 || length > ANSWER_LIMIT {
                problems.0.push(place.problem(
                    path,
                    format!("{id}: {length} characters, from 1 to {ANSWER_LIMIT} fit."),
                    "Write it, or make it shorter.",
                ));
            }
        }
    }
    (entries, problems)
}

impl<'a> RawTopic<'a> {
    /// The topic as the domain keeps it.
    pub fn into_topic(self, keep: Keep<'a>) -> Topic {
        Topic {
            id: keep(self.id),
            name: self.name.into_words(keep),
            synonyms: self.synonyms.into_iter().map(keep).collect(),
            says: self.says.into_words(keep),
            urgent: self.urgent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_and_an_overlong_answer_are_named() {
        let text = include_str!("../../assets/topics.toml");
        let file = "assets/topics.toml";
        let (topics, problems) = read(Source { file, text });
        assert!(problems.is_empty(), "{problems}");
        assert!(topics.len() >= 8);
        let long = text.replacen("So that it feels clear", &"So ".repeat(200), 1);
        let (_, problems) = read(Source { file, text: &long });
        assert_eq!(problems.0.len(), 1, "{problems}");
        assert!(problems.to_string().contains("how-hard"), "{problems}");
    }
}
