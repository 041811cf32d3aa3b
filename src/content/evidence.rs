//! `assets/evidence.toml`: one `[[row]]` table a finding.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::both;
use super::point::RawPoint;
use super::problem::{Problem, Problems};
use super::source::{Entry, Source};
use super::text::{Keep, RawWords, Str};
use crate::domain::evidence::{Certainty, Comparison, Direction, Graded, Pressed, Row, Section};
use crate::domain::words::Words;

/// A row as written. The fields are explained at [`Row`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::evidence::Row`")]
pub struct RawRow<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub section: Str<'a>,
    #[serde(default, borrow, rename = "use")]
    pub use_id: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub points: Vec<Str<'a>>,
    #[serde(borrow)]
    pub finding: RawWords<'a>,
    #[serde(borrow)]
    pub comparison: Str<'a>,
    #[serde(borrow)]
    pub pressed: Str<'a>,
    #[serde(default)]
    pub whole_set: bool,
    #[serde(default)]
    pub other_people: bool,
    #[serde(borrow)]
    pub direction: Str<'a>,
    #[serde(borrow)]
    pub certainty: Str<'a>,
    #[serde(borrow)]
    pub graded: Str<'a>,
    #[serde(borrow)]
    pub citation: Str<'a>,
    #[serde(borrow)]
    pub mark: Str<'a>,
    #[serde(borrow)]
    pub read: Str<'a>,
}

/// The longest finding, in characters: six rows of 76.
pub const FINDING_LIMIT: usize = 430;

/// Reads the rows, and every problem in them.
pub fn read<'a>(source: Source<'a>) -> (Vec<RawRow<'a>>, Problems) {
    let (entries, mut problems) = source.entries::<RawRow<'a>>("row", &["row"]);
    let mut seen = HashSet::new();
    for entry in &entries {
        check(entry, &mut problems.0);
        if !seen.insert(entry.value.id.as_str()) {
            problems.0.push(entry.place.problem(
                "id",
                format!("{} is written twice.", entry.value.id.as_str()),
                "Keep one of them.",
            ));
        }
    }
    let rows = entries.into_iter().map(|entry| entry.value).collect();
    (rows, problems)
}

/// Points whose uses name a row that does not exist.
pub fn check_points(points: &[Entry<RawPoint<'_>>], rows: &[RawRow<'_>]) -> Problems {
    let known: HashSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let mut problems = Vec::new();
    for entry in points {
        for (index, use_) in entry.value.uses.iter().enumerate() {
            for (row, id) in use_.evidence.iter().enumerate() {
                if !known.contains(id.as_str()) {
                    let (code, id) = (entry.value.code.as_str(), id.as_str());
                    problems.push(entry.place.problem(
                        &format!("uses.{index}.evidence.{row}"),
                        both!(
                            "{code}: no row of evidence has the id \"{id}\".",
                            "{code}: ingen række i evidensen har id'et \"{id}\"."
                        ),
                        both!(
                            "Write an id that hegu evidence shows, such as EV-NAU-03, or basis = \"tradition\".",
                            "Skriv et id, som hegu evidence viser, f.eks. EV-NAU-03, eller basis = \"tradition\"."
                        ),
                    ));
                }
            }
        }
    }
    Problems(problems)
}

fn check(entry: &Entry<RawRow<'_>>, found: &mut Vec<Problem>) {
    let (raw, place) = (&entry.value, &entry.place);
    let id = raw.id.as_str();
    if !(id.starts_with("EV-") || id.starts_with("SC-")) {
        found.push(place.problem(
            "id",
            format!("\"{id}\" is no id of evidence."),
            "Begin it with EV- or SC-.",
        ));
    }
    let mut choose = |path: &str, word: &Str<'_>, choices: Vec<&str>| {
        if !choices.contains(&word.as_str()) {
            found.push(place.problem(
                path,
                format!("\"{}\" is not known here.", word.as_str()),
                format!("Write {}.", choices.join(" or ")),
            ));
        }
    };
    choose(
        "section",
        &raw.section,
        Section::ALL.iter().map(|v| v.id()).collect(),
    );
    choose(
        "comparison",
        &raw.comparison,
        Comparison::ALL.iter().map(|v| v.id()).collect(),
    );
    choose(
        "pressed",
        &raw.pressed,
        Pressed::ALL.iter().map(|v| v.id()).collect(),
    );
    choose(
        "direction",
        &raw.direction,
        Direction::ALL.iter().map(|v| v.id()).collect(),
    );
    choose(
        "certainty",
        &raw.certainty,
        Certainty::ALL.iter().map(|v| v.id()).collect(),
    );
    choose(
        "graded",
        &raw.graded,
        Graded::ALL.iter().map(|v| v.id()).collect(),
    );
    choose("mark", &raw.mark, vec!["verified", "part"]);
    for (lang, text) in [("en", &raw.finding.en), ("da", &raw.finding.da)] {
        let length = text.as_str().chars().count();
        let path = format!("finding.{lang}");
        if length == 0 {
            found.push(place.problem(&path, format!("{id}: this text is empty."), "Write it."));
        }
        if length > FINDING_LIMIT {
            found.push(place.problem(
                &path,
                format!("{id}: {length} characters, at most {FINDING_LIMIT} fit."),
                "Make it shorter.",
            ));
        }
    }
    for (path, text) in [("citation", &raw.citation), ("read", &raw.read)] {
        if text.as_str().trim().is_empty() {
            found.push(place.problem(path, format!("{id}: \"{path}\" is empty."), "Write it."));
        }
    }
}

impl<'a> RawRow<'a> {
    /// The checked row; a problem if a word is not known.
    pub fn into_row(self, keep: Keep<'a>) -> Result<Row, Problems> {
        let id = self.id.as_str().to_owned();
        self.convert(keep).ok_or_else(|| {
            Problems(vec![Problem {
                file: String::new(),
                line: 0,
                what: format!("{id}: a word is not known.").into(),
                remedy: Words::default(),
            }])
        })
    }

    fn convert(self, keep: Keep<'a>) -> Option<Row> {
        Some(Row {
            section: Section::from_id(self.section.as_str())?,
            comparison: Comparison::from_id(self.comparison.as_str())?,
            pressed: Pressed::from_id(self.pressed.as_str())?,
            direction: Direction::from_id(self.direction.as_str())?,
            certainty: Certainty::from_id(self.certainty.as_str())?,
            graded: Graded::from_id(self.graded.as_str())?,
            verified: self.mark.as_str() == "verified",
            id: keep(self.id),
            use_id: self.use_id.map(keep),
            points: self.points.into_iter().map(keep).collect(),
            finding: self.finding.into_words(keep),
            whole_set: self.whole_set,
            other_people: self.other_people,
            citation: keep(self.citation),
            read: keep(self.read),
        })
    }
}
