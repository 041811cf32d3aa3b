//! What is said while a practice runs: one word a cue, and the lines for closed eyes.
//!
//! A line goes with its segment, whatever the breath. It names the hand first, then the place, then the
//! act; it says "in" and "out" whenever a hand has to move, and is otherwise mostly silent. "Hold" is a word
//! for the breath only: a pressed point is stayed on.

mod telling;

pub use telling::{Line, Voice, script};

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::breath::Phase;
use super::plan::{Half, Press, serves_together};
use super::point::{Point, Side};
use super::practice::Cue;
use super::reach::With;
use super::timeline::Part;
use super::words::Lang;

/// The word of a phase: `In`, `Hold`, `Out`; empty where nothing is counted.
pub fn phase_word(phase: Phase, lang: Lang) -> &'static str {
    let (en, da) = match phase {
        Phase::In => ("In", "Ind"),
        Phase::Full | Phase::Empty => ("Hold", "Hold"),
        Phase::Out => ("Out", "Ud"),
        Phase::Free => ("", ""),
    };
    lang.pick(en, da)
}

/// The word of a part: what the hand does.
pub fn part_word(part: Part, lang: Lang) -> &'static str {
    let (en, da) = match part {
        Part::LeadIn | Part::Placing => ("Find it", "Find det"),
        Part::SinkIn => ("Press", "Tryk"),
        Part::Stay => ("Stay", "Bliv"),
        Part::Circle => ("Circles", "Cirkler"),
        Part::Rub => ("Rub", "Gnid"),
        Part::Release => ("Release", "Slip"),
        Part::Rest => ("Rest", "Hvil"),
        Part::Switch => ("Switch", "Skift side"),
        Part::Breathe => ("Breathe", "Åndedræt"),
        Part::Close => ("Rest", "Hvil"),
    };
    lang.pick(en, da)
}

/// The word of a cue, where one is needed by itself: the window title, the status line.
pub fn cue_word(cue: Cue, lang: Lang) -> &'static str {
    let (en, da) = match cue {
        Cue::Stop => ("Stop", "Stop"),
        Cue::End => ("Done", "Slut"),
        Cue::Switch => ("Switch", "Skift side"),
        Cue::Next => ("Next", "Næste"),
        Cue::Release => ("Release", "Slip"),
        Cue::Press => ("Press", "Tryk"),
        Cue::Stay => ("Stay", "Bliv"),
        Cue::In => ("In", "Ind"),
        Cue::Hold => ("Hold", "Hold"),
        Cue::Out => ("Out", "Ud"),
    };
    lang.pick(en, da)
}

/// The word of a side, small letters; empty on the midline.
pub fn half_word(half: Half, lang: Lang) -> &'static str {
    let (en, da) = match half {
        Half::Left => ("left", "venstre"),
        Half::Right => ("right", "højre"),
        Half::Both => ("both", "begge"),
        Half::Midline => ("", ""),
    };
    lang.pick(en, da)
}

/// The word for easing before letting go.
pub fn lighter_word(lang: Lang) -> &'static str {
    lang.pick("Lighter", "Lettere")
}

/// The word for a pause.
pub fn paused_word(lang: Lang) -> &'static str {
    lang.pick("Paused", "Pause")
}

/// The word for going on after a pause.
pub fn going_on_word(lang: Lang) -> &'static str {
    lang.pick("Going on", "Fortsætter")
}

/// What is said over everything when a practice is stopped.
pub fn stopped_line(lang: Lang) -> &'static str {
    lang.pick("Stopped. Let go.", "Stoppet. Slip.")
}

/// A finding line with its sides put in: `{side}` is the side that is pressed, `{other}` the hand that
/// presses: the other one, or the only one there is. A side that begins a sentence gets a capital.
pub fn with_sides(line: &str, half: Half, hand: Option<Side>, lang: Lang) -> String {
    let (side, opposite) = match half {
        Half::Right => (Half::Right, Half::Left),
        _ => (Half::Left, Half::Right),
    };
    let other = match hand {
        Some(Side::Left) => Half::Left,
        Some(Side::Right) => Half::Right,
        None => opposite,
    };
    let mut said = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('{') {
        said.push_str(&rest[..at]);
        rest = &rest[at..];
        let (word, length) = if rest.starts_with("{side}") {
            (half_word(side, lang), "{side}".len())
        } else if rest.starts_with("{other}") {
            (half_word(other, lang), "{other}".len())
        } else {
            ("{", 1)
        };
        let begins = said.trim_end().is_empty() || said.trim_end().ends_with(['.', '?']);
        if begins {
            said.push_str(&capital(word));
        } else {
            said.push_str(word);
        }
        rest = &rest[length..];
    }
    said.push_str(rest);
    said
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The finding lines of a point for one side, or for both at once; `hand` is the only hand there is, if only one.
pub fn find_lines(point: &Point, half: Half, hand: Option<Side>, lang: Lang) -> Vec<String> {
    let cue = &point.cue;
    let lines = match half {
        Half::Both if !cue.together.is_empty() => &cue.together,
        // Lines for two hands at once say nothing to one.
        Half::Left | Half::Right if is_for_two(point) => return vec![short_line(point, half, hand, lang)],
        Half::Midline if hand.is_some() && !cue.brief.is_empty() => {
            return vec![short_line(point, half, hand, lang)];
        }
        _ => &cue.find,
    };
    lines
        .iter()
        .map(|line| with_sides(line.get(lang), half, hand, lang))
        .collect()
}

/// The finding lines in one, for a pause of a single breath: the brief line where the point has one for this,
/// otherwise what is said between two sides, otherwise everything.
pub fn short_line(point: &Point, half: Half, hand: Option<Side>, lang: Lang) -> String {
    let cue = &point.cue;
    let brief_fits = is_for_two(point) == (half == Half::Both) || half == Half::Midline;
    if !cue.brief.is_empty() && brief_fits {
        return with_sides(cue.brief.get(lang), half, hand, lang);
    }
    let lines = match half {
        Half::Both if !cue.together.is_empty() => find_lines(point, half, hand, lang),
        Half::Left | Half::Right if !cue.switch.is_empty() => switch_lines(point, half, hand, lang),
        _ => cue
            .find
            .iter()
            .map(|line| with_sides(line.get(lang), half, hand, lang))
            .collect(),
    };
    without_switch(&lines.join(" "), lang)
}

/// The lines between two sides of a point; `half` is the side that comes.
pub fn switch_lines(point: &Point, half: Half, hand: Option<Side>, lang: Lang) -> Vec<String> {
    point
        .cue
        .switch
        .iter()
        .map(|line| with_sides(line.get(lang), half, hand, lang))
        .collect()
}

/// What is shown between two sides, where the word that announces them stands elsewhere.
pub fn switch_words(point: &Point, half: Half, hand: Option<Side>, lang: Lang) -> String {
    without_switch(&switch_lines(point, half, hand, lang).join(" "), lang)
}

/// Finding lines and the brief line are written for two hands at once.
fn is_for_two(point: &Point) -> bool {
    serves_together(point.code.as_str()) && point.cue.together.is_empty()
}

const KNUCKLE: (&str, &str) = ("with the knuckle", "med knoen");
const TOOL: (&str, &str) = ("with the rounded tool", "med det afrundede redskab");
const LEFT_HAND: (&str, &str) = ("with your left hand", "med venstre hånd");
const RIGHT_HAND: (&str, &str) = ("with your right hand", "med højre hånd");

/// What the hand in a press is called, where it is not the finger the point's technique names: "with the
/// knuckle", "with your left hand".
pub fn hand_words(point: &Point, press: &Press, lang: Lang) -> String {
    let with = match press.with {
        With::Fingers => None,
        With::Knuckle => Some(lang.pick(KNUCKLE.0, KNUCKLE.1)),
        With::Tool => Some(lang.pick(TOOL.0, TOOL.1)),
    };
    let hand = press.hand.map(|hand| match hand {
        Side::Left => lang.pick(LEFT_HAND.0, LEFT_HAND.1),
        Side::Right => lang.pick(RIGHT_HAND.0, RIGHT_HAND.1),
    });
    match (with, hand) {
        (Some(with), _) => with.to_owned(),
        (None, Some(hand)) => hand.to_owned(),
        (None, None) => point.technique.hand.get(lang).to_owned(),
    }
}

/// A line without the word that announces the other side.
fn without_switch(line: &str, lang: Lang) -> String {
    let bare = line
        .strip_prefix(part_word(Part::Switch, lang))
        .and_then(|rest| rest.strip_prefix(". "));
    bare.unwrap_or(line).to_owned()
}

/// Every English word and line a practice has of its own: what another language can say instead.
pub fn sentences() -> BTreeSet<&'static str> {
    let en = Lang::En;
    let phases = [Phase::In, Phase::Full, Phase::Out].map(|phase| phase_word(phase, en));
    let parts = Part::ALL.map(|part| part_word(part, en));
    let cues = Cue::ALL.map(|cue| cue_word(cue, en));
    let halves = [Half::Left, Half::Right, Half::Both].map(|half| half_word(half, en));
    // What presses, where it is not the finger of the point's own technique.
    let with = [KNUCKLE, TOOL, LEFT_HAND, RIGHT_HAND].map(|(en, _)| en);
    let alone = [
        lighter_word(en),
        paused_word(en),
        going_on_word(en),
        stopped_line(en),
    ];
    let words = phases
        .into_iter()
        .chain(parts)
        .chain(cues)
        .chain(halves)
        .chain(with)
        .chain(alone);
    words.chain(telling::sentences()).collect()
}

/// Syllables, near enough: runs of vowels, and of writing without letters each sign. Calm speech has about four
/// a second.
pub fn syllables(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for c in text.to_lowercase().chars() {
        let sign = c >= '\u{2e80}';
        let base = c.nfd().next().unwrap_or(c);
        let vowel = "aeiouyæøœ".contains(base) || sign;
        count += usize::from(vowel && (sign || !inside));
        inside = vowel && !sign;
    }
    count
}

#[cfg(test)]
mod tests;
