//! `assets/breath.toml`: one `[[pattern]]` table for each way of breathing.

use serde::{Deserialize, Serialize};

use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::{Keep, RawWords, Str};
use crate::domain::breath::{CYCLE, LONGEST_HOLD, PHASE, Pattern, Rhythm, RhythmFault};

/// A pattern as written. The fields are explained at [`Pattern`] and [`Rhythm`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each field is explained in `domain::breath`")]
pub struct RawPattern<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(borrow)]
    pub about: RawWords<'a>,
    #[serde(default, rename = "in")]
    pub inhale: u64,
    #[serde(default)]
    pub full: u64,
    #[serde(default, rename = "out")]
    pub exhale: u64,
    #[serde(default)]
    pub empty: u64,
    #[serde(default)]
    pub top_up: Option<u64>,
    #[serde(default)]
    pub natural: bool,
    #[serde(default)]
    pub most_breaths: Option<u16>,
    #[serde(default, borrow)]
    pub evidence: Vec<Str<'a>>,
}

impl<'a> RawPattern<'a> {
    fn rhythm(&self) -> Rhythm {
        if self.natural {
            Rhythm::Natural
        } else {
            Rhythm::Paced {
                inhale: self.inhale,
                full: self.full,
                exhale: self.exhale,
                empty: self.empty,
                top_up: self.top_up,
            }
        }
    }

    /// The pattern as the domain keeps it, or what is wrong with it.
    pub fn into_pattern(self, keep: Keep<'a>) -> Result<Pattern, Problems> {
        let found = check(&self, &Placement::default());
        if !found.is_empty() {
            return Err(Problems(found));
        }
        let rhythm = self.rhythm();
        Ok(Pattern {
            id: keep(self.id),
            name: self.name.into_words(keep),
            about: self.about.into_words(keep),
            rhythm,
            evidence: self.evidence.into_iter().map(keep).collect(),
            most_breaths: self.most_breaths,
        })
    }
}

/// Reads the patterns of one file: every one that is right, and every problem.
pub fn read<'a>(source: Source<'a>) -> (Vec<Entry<RawPattern<'a>>>, Problems) {
    let (entries, mut problems) = source.entries::<RawPattern<'a>>("pattern", &["pattern"]);
    let mut good: Vec<Entry<RawPattern<'a>>> = Vec::new();
    for entry in entries {
        let mut found = check(&entry.value, &entry.place);
        if let Some(first) = good.iter().find(|other| other.value.id == entry.value.id) {
            found.push(entry.place.problem(
                "id",
                format!(
                    "\"{}\" is written twice, first in line {}.",
                    entry.value.id.as_str(),
                    first.place.line
                ),
                "Keep one of them.",
            ));
        }
        if found.is_empty() {
            good.push(entry);
        } else {
            problems.0.extend(found);
        }
    }
    (good, problems)
}

/// The problems of one pattern by itself.
fn check(raw: &RawPattern<'_>, place: &Placement) -> Vec<Problem> {
    let mut problems = Vec::new();
    let id = raw.id.as_str();
    let seconds = |ms: u64| format!("{}.{} s", ms / 1_000, ms % 1_000 / 100);
    if raw.natural {
        if raw.inhale + raw.full + raw.exhale + raw.empty > 0 || raw.top_up.is_some() {
            problems.push(place.problem(
                "natural",
                format!("{id} is natural and counted at once."),
                "Keep natural = true, or the times.",
            ));
        }
        return problems;
    }
    let problem = match raw.rhythm().fault() {
        None => return problems,
        Some(RhythmFault::Phase(ms)) => {
            let key = if raw.inhale == ms { "in" } else { "out" };
            place.problem(
                key,
                format!("{id}: {} is no breath hegu offers.", seconds(ms)),
                format!("Write {} to {} ms.", PHASE.0, PHASE.1),
            )
        }
        Some(RhythmFault::Hold(ms)) => {
            let key = if raw.full == ms { "full" } else { "empty" };
            place.problem(
                key,
                format!("{id}: a hold of {} is too long.", seconds(ms)),
                format!("Write at most {LONGEST_HOLD} ms."),
            )
        }
        Some(RhythmFault::Cycle(ms)) => place.problem(
            "in",
            format!("{id}: a whole breath of {} is not offered.", seconds(ms)),
            format!("Let in, full, out and empty make {} to {} ms.", CYCLE.0, CYCLE.1),
        ),
        Some(RhythmFault::TopUp(_)) => place.problem(
            "top_up",
            format!("{id}: the top-up lies outside its in-breath."),
            format!("Write more than 0 and less than {}.", raw.inhale),
        ),
    };
    problems.push(problem);
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = r#"name = { en = "x", da = "x" }
about = { en = "x", da = "x" }
"#;

    fn problems(lines: &str) -> Vec<String> {
        let text = format!("[[pattern]]\nid = \"mine\"\n{WORDS}{lines}");
        let source = Source {
            file: "breath.toml",
            text: &text,
        };
        read(source).1.0.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_pattern_outside_the_bounds_is_refused_with_its_line() {
        assert!(problems("in = 4000\nout = 6000").is_empty());
        let fast = problems("in = 1000\nout = 6000");
        assert!(
            fast[0].starts_with("breath.toml, line 5: mine: 1.0 s"),
            "{fast:?}"
        );
        let held = problems("in = 4000\nfull = 9000\nout = 6000");
        assert!(held[0].starts_with("breath.toml, line 6"), "{held:?}");
        assert_eq!(problems("in = 4000\nout = 6000\ntop_up = 4000").len(), 1);
        assert_eq!(problems("natural = true\nout = 6000").len(), 1);
        assert_eq!(problems("in = 8000\nfull = 7000\nout = 8000").len(), 1);
    }
}
