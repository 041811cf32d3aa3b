//! `assets/meridians.toml`: what is told about the fourteen meridians and the extra points.

use serde::{Deserialize, Serialize};

use super::problem::{Problem, Problems};
use super::source::{Entry, Source};
use super::text::{Keep, RawWords, Str};
use crate::domain::atlas::MeridianText;
use crate::domain::code::Meridian;

/// A meridian as written in the file. The fields are explained at [`MeridianText`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    missing_docs,
    reason = "each field is explained where it ends, in `domain::atlas`"
)]
pub struct RawMeridian<'a> {
    #[serde(borrow)]
    pub code: Str<'a>,
    #[serde(borrow)]
    pub organ: RawWords<'a>,
    #[serde(borrow)]
    pub hanzi: Str<'a>,
    #[serde(default, borrow)]
    pub pair: Option<Str<'a>>,
    #[serde(default)]
    pub hour: Option<(u8, u8)>,
    #[serde(borrow)]
    pub course: RawWords<'a>,
}

/// The longest course, in characters: it shares a small screen with the list of points.
pub const COURSE_LIMIT: usize = 360;

/// Reads the file: every meridian that is right, and every problem, missing meridians included.
pub fn read<'a>(source: Source<'a>) -> (Vec<Entry<RawMeridian<'a>>>, Problems) {
    let (entries, mut problems) = source.entries::<RawMeridian<'a>>("meridian", &["meridian"]);
    for entry in &entries {
        problems.0.extend(check(entry, &entries));
    }
    for meridian in Meridian::ALL {
        let written: Vec<_> = entries
            .iter()
            .filter(|entry| entry.value.code.as_str() == meridian.code())
            .collect();
        match written.as_slice() {
            [] => problems.0.push(Problem {
                file: source.file.to_owned(),
                line: 1,
                what: format!("The meridian {meridian} is missing.").into(),
                remedy: format!("Add [[meridian]] with code = \"{meridian}\".").into(),
            }),
            [_] => {}
            [first, rest @ ..] => problems.0.extend(rest.iter().map(|again| {
                again.place.problem(
                    "code",
                    format!("{meridian} is written twice, first in line {}.", first.place.line),
                    "Keep one of them.",
                )
            })),
        }
    }
    (entries, problems)
}

/// The problems of one meridian among the others.
fn check(entry: &Entry<RawMeridian<'_>>, all: &[Entry<RawMeridian<'_>>]) -> Vec<Problem> {
    let (raw, place) = (&entry.value, &entry.place);
    let code = raw.code.as_str();
    let mut problems = Vec::new();
    if known(code).is_none() {
        problems.push(place.problem(
            "code",
            format!("\"{code}\" is no meridian."),
            "Write one of WHO's codes, such as LU, GV or EX.",
        ));
    }
    for (path, text, limit) in [
        ("organ.en", raw.organ.en.as_str(), usize::MAX),
        ("organ.da", raw.organ.da.as_str(), usize::MAX),
        ("hanzi", raw.hanzi.as_str(), usize::MAX),
        ("course.en", raw.course.en.as_str(), COURSE_LIMIT),
        ("course.da", raw.course.da.as_str(), COURSE_LIMIT),
    ] {
        if text.trim().is_empty() {
            problems.push(place.problem(path, format!("{code}: this text is empty."), "Write it."));
        }
        let length = text.chars().count();
        if length > limit {
            problems.push(place.problem(
                path,
                format!("{code}: {length} characters, at most {limit} fit."),
                "Make it shorter.",
            ));
        }
    }
    if let Some(pair) = raw.pair.as_ref().map(Str::as_str) {
        let partner = all.iter().find(|other| other.value.code.as_str() == pair);
        let answers = partner
            .and_then(|other| other.value.pair.as_ref())
            .map(Str::as_str);
        if pair == code || answers != Some(code) {
            problems.push(place.problem(
                "pair",
                format!("{code} names {pair} as its partner, but {pair} does not name {code}."),
                "Partners name each other; the two vessels and the extra points have none.",
            ));
        }
    }
    if let Some((from, to)) = raw.hour
        && (from > 23 || to > 23 || (from + 2) % 24 != to)
    {
        problems.push(place.problem(
            "hour",
            format!("{code}: from {from} to {to} is not two hours of a day."),
            "Write hour = [5, 7], for example.",
        ));
    }
    problems
}

fn known(code: &str) -> Option<Meridian> {
    Meridian::ALL.into_iter().find(|meridian| meridian.code() == code)
}

impl<'a> RawMeridian<'a> {
    /// The text as the domain keeps it, or what stands in the way.
    pub fn into_meridian(self, keep: Keep<'a>) -> Result<MeridianText, Problems> {
        let unknown = |code: &str| {
            Problems(vec![Problem {
                file: String::new(),
                line: 0,
                what: format!("\"{code}\" is no meridian.").into(),
                remedy: "Write one of WHO's codes.".into(),
            }])
        };
        let read = |code: &Str<'_>| known(code.as_str()).ok_or_else(|| unknown(code.as_str()));
        Ok(MeridianText {
            meridian: read(&self.code)?,
            organ: self.organ.into_words(keep),
            hanzi: keep(self.hanzi),
            pair: self.pair.as_ref().map(read).transpose()?,
            hour: self.hour,
            course: self.course.into_words(keep),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../assets/meridians.toml");

    fn problems(text: &str) -> Vec<String> {
        let file = "assets/meridians.toml";
        let (_, problems) = read(Source { file, text });
        problems.0.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_hours_of_the_twelve_go_once_round_the_clock() {
        let (entries, _) = read(Source {
            file: "assets/meridians.toml",
            text: SHIPPED,
        });
        let mut hours: Vec<(u8, u8)> = entries.iter().filter_map(|entry| entry.value.hour).collect();
        hours.sort_unstable();
        let expected: Vec<(u8, u8)> = (0..12).map(|n| (2 * n + 1, (2 * n + 3) % 24)).collect();
        assert_eq!(hours, expected);
    }

    #[test]
    fn partners_are_two_hours_apart_and_name_each_other() {
        assert_eq!(problems(SHIPPED), Vec::<String>::new());
        let (entries, _) = read(Source {
            file: "assets/meridians.toml",
            text: SHIPPED,
        });
        let hour = |code: &str| {
            let entry = entries.iter().find(|entry| entry.value.code.as_str() == code);
            entry.and_then(|entry| entry.value.hour).expect("an hour")
        };
        for entry in entries.iter().filter(|entry| entry.value.pair.is_some()) {
            let code = entry.value.code.as_str();
            let pair = entry.value.pair.as_ref().map(Str::as_str).expect("a partner");
            let (own, other) = (hour(code), hour(pair));
            assert!(own.1 == other.0 || other.1 == own.0, "{code} {pair}");
        }
    }

    #[test]
    fn what_is_missing_doubled_or_one_sided_is_named_with_its_line() {
        let without_lung = SHIPPED.replacen("code = \"LU\"", "code = \"LX\"", 1);
        let found = problems(&without_lung);
        assert!(
            found.iter().any(|p| p.contains("The meridian LU is missing.")),
            "{found:?}"
        );
        assert!(
            found.iter().any(|p| p.contains("\"LX\" is no meridian.")),
            "{found:?}"
        );
        assert!(
            found.iter().any(|p| p.contains("LI names LU as its partner")),
            "{found:?}"
        );

        let doubled = format!(
            "{SHIPPED}\n{}",
            &SHIPPED[SHIPPED.find("[[meridian]]").expect("one")..]
        );
        assert!(
            problems(&doubled)
                .iter()
                .any(|p| p.contains("LU is written twice"))
        );

        let line = SHIPPED
            .lines()
            .position(|l| l == "hour = [3, 5]")
            .expect("a line")
            + 1;
        let late = SHIPPED.replacen("hour = [3, 5]", "hour = [3, 6]", 1);
        let expected =
            format!("assets/meridians.toml, line {line}: LU: from 3 to 6 is not two hours of a day.");
        assert!(problems(&late).iter().any(|p| p.starts_with(&expected)));
    }
}
