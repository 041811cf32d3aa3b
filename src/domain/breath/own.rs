//! A ratio of the person's own, written as it is counted: `4-6`, `5.5-5.5`, `4-2-6`, `4-2-6-2`.

use std::borrow::Cow;

use super::{Pattern, Rhythm, RhythmFault};
use crate::domain::time::Ms;
use crate::domain::words::Words;

/// Why a word is no ratio to breathe by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatioFault {
    /// It is no ratio at all.
    NotOne,
    /// It is one, outside the bounds.
    Outside(RhythmFault),
}

/// The pattern a word means: one by its id, or a ratio of one's own.
pub fn meant<'a>(word: &str, patterns: &'a [Pattern]) -> Result<Cow<'a, Pattern>, RatioFault> {
    match patterns.iter().find(|pattern| pattern.id == word) {
        Some(pattern) => Ok(Cow::Borrowed(pattern)),
        None => own(word).map(Cow::Owned),
    }
}

/// A ratio of one's own: seconds in and out; in, held, out; or in, held, out, held. Its id is the ratio, so that a
/// journal or a routine that names it can be read without anything else.
pub fn own(word: &str) -> Result<Pattern, RatioFault> {
    let parts: Vec<Ms> = word
        .split('-')
        .map(milliseconds)
        .collect::<Option<_>>()
        .ok_or(RatioFault::NotOne)?;
    let (inhale, full, exhale, empty) = match parts[..] {
        [inhale, exhale] => (inhale, 0, exhale, 0),
        [inhale, full, exhale] => (inhale, full, exhale, 0),
        [inhale, full, exhale, empty] => (inhale, full, exhale, empty),
        _ => return Err(RatioFault::NotOne),
    };
    let rhythm = Rhythm::Paced {
        inhale,
        full,
        exhale,
        empty,
        top_up: None,
    };
    if let Some(fault) = rhythm.fault() {
        return Err(RatioFault::Outside(fault));
    }
    let id: Vec<String> = parts.iter().map(|part| seconds(*part, ".")).collect();
    Ok(Pattern {
        id: id.join("-").into(),
        name: Words::new_owned(
            in_words(rhythm, ["in", "hold", "out"], "."),
            in_words(rhythm, ["ind", "hold", "ud"], ","),
        ),
        about: Words::new(
            "A ratio of your own. No study of it is known to us.",
            "Dit eget forhold. Vi kender ingen undersøgelse af det.",
        ),
        rhythm,
        evidence: Vec::new(),
        most_breaths: None,
    })
}

/// Seconds with at most one decimal, point or comma.
fn milliseconds(part: &str) -> Option<Ms> {
    let part = part.trim().replace(',', ".");
    let (whole, tenths) = part.split_once('.').unwrap_or((&part, "0"));
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !digits(whole) || !digits(tenths) || whole.len() > 3 || tenths.len() > 1 {
        return None;
    }
    Some(whole.parse::<Ms>().ok()? * 1_000 + tenths.parse::<Ms>().ok()? * 100)
}

/// Seconds to the tenth, with the decimal mark of a language: 5.5, 5,5.
pub fn seconds(ms: Ms, point: &str) -> String {
    match ms % 1_000 / 100 {
        0 => format!("{}", ms / 1_000),
        tenths => format!("{}{point}{tenths}", ms / 1_000),
    }
}

fn in_words(rhythm: Rhythm, [inward, hold, outward]: [&str; 3], point: &str) -> String {
    let Rhythm::Paced {
        inhale,
        full,
        exhale,
        empty,
        ..
    } = rhythm
    else {
        return String::new();
    };
    [(inhale, inward), (full, hold), (exhale, outward), (empty, hold)]
        .into_iter()
        .filter(|(ms, _)| *ms > 0)
        .map(|(ms, word)| format!("{} {word}", seconds(ms, point)))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::words::Lang;

    #[test]
    fn a_ratio_is_read_as_it_is_counted() {
        let five = own("5,5-5.5").unwrap();
        assert_eq!(
            (five.id.as_ref(), five.rhythm),
            ("5.5-5.5", Rhythm::paced(5_500, 5_500))
        );
        assert_eq!(five.name.get(Lang::Da), "5,5 ind, 5,5 ud");
        let held = own("4-2-6-1").unwrap();
        assert_eq!(held.name.get(Lang::En), "4 in, 2 hold, 6 out, 1 hold");
        assert!(held.rhythm.has_hold() && held.rhythm.pace().is_none());
        assert_eq!(own(&held.id).unwrap().rhythm, held.rhythm, "its id says it all");
        assert!(
            own("7-8").unwrap().rhythm.pace().is_none(),
            "too long to press by"
        );
    }

    #[test]
    fn nothing_outside_the_bounds_is_a_breath() {
        for (word, fault) in [
            ("1-4", RatioFault::Outside(RhythmFault::Phase(1_000))),
            ("1.9-4", RatioFault::Outside(RhythmFault::Phase(1_900))),
            ("4-9", RatioFault::Outside(RhythmFault::Phase(9_000))),
            ("4-7.1-8", RatioFault::Outside(RhythmFault::Hold(7_100))),
            ("2-2", RatioFault::Outside(RhythmFault::Cycle(4_000))),
            ("8-7-8", RatioFault::Outside(RhythmFault::Cycle(23_000))),
            ("", RatioFault::NotOne),
            ("4", RatioFault::NotOne),
            ("-4-6", RatioFault::NotOne),
            ("4--6", RatioFault::NotOne),
            ("4-6-", RatioFault::NotOne),
            ("4-2-6-2-1", RatioFault::NotOne),
            ("four-six", RatioFault::NotOne),
            ("4.25-6", RatioFault::NotOne),
            ("99999999999999999999-6", RatioFault::NotOne),
            ("٤-٦", RatioFault::NotOne),
        ] {
            assert_eq!(own(word), Err(fault), "{word}");
        }
    }
}
