//! What is said of a point in several places: its meaning, how it is pressed, how long.

use super::look::Look;
use crate::app::Known;
use crate::domain::atlas::PointId;
use crate::domain::evidence::Certainty;
use crate::domain::plan::Press;
use crate::domain::point::{Motion, Point, Pressure, Sides, Technique};
use crate::domain::safety::Verdict;
use crate::domain::script;
use crate::domain::words::Lang;
use crate::t;

/// The meaning of its name.
pub fn meaning(point: &Point, lang: Lang) -> &str {
    point.names.meaning.get(lang)
}

/// What the finger does.
pub fn motion(motion: Motion, look: &Look) -> String {
    match motion {
        Motion::Stay => t!(look, "motion-stay"),
        Motion::Circle => t!(look, "motion-circle"),
        Motion::Rub => t!(look, "motion-rub"),
    }
}

/// How firmly.
pub fn pressure(pressure: Pressure, look: &Look) -> String {
    match pressure {
        Pressure::Touch => t!(look, "pressure-touch"),
        Pressure::Gentle => t!(look, "pressure-gentle"),
        Pressure::Firm => t!(look, "pressure-firm"),
    }
}

/// How it is pressed, in full sentences: with what this person presses, where safety allows it there.
pub fn how(id: PointId, known: &Known, look: &Look) -> String {
    let point = known.content.atlas.point(id);
    if !point.pressable {
        return t!(look, "card-never-pressed");
    }
    let technique = &point.technique;
    format!(
        "{}: {}, {}. {}.",
        capital(hand(id, known, look).trim_end_matches('.')),
        motion(technique.motion, look),
        pressure(technique.pressure, look),
        capital(dose_words(point, look).trim_end_matches('.')),
    )
}

/// With which hand, and with what.
fn hand(id: PointId, known: &Known, look: &Look) -> String {
    let point = known.content.atlas.point(id);
    let ruling = known.safety().of(id, None);
    let mut press = Press::of(id, point);
    press.pressure = press.pressure.min(ruling.pressure);
    let tool = ruling.tool && !ruling.light;
    known
        .settings
        .grip()
        .takes(&mut press, point.technique.tool, tool);
    script::hand_words(point, &press, look.lang)
}

/// How long and how, in a few words: for the pane beside a list.
pub fn dose(point: &Point, look: &Look) -> String {
    let technique = &point.technique;
    format!(
        "{}: {}, {}",
        dose_words(point, look),
        motion(technique.motion, look),
        pressure(technique.pressure, look)
    )
}

fn dose_words(point: &Point, look: &Look) -> String {
    let time = time(&point.technique, look);
    let time = match point.sides {
        Sides::Both => t!(look, "card-time", time = time),
        Sides::Midline => time,
    };
    match point.technique.repeats {
        0 | 1 => time,
        count => format!("{time}, {}", t!(look, "card-times", count = count)),
    }
}

/// The range of seconds: in minutes where an end is whole or half minutes from one minute on.
fn time(technique: &Technique, look: &Look) -> String {
    let (from, to) = technique.seconds_range;
    let minutes = |seconds: u16| seconds >= 60 && seconds.is_multiple_of(30);
    let number = |seconds: u16| {
        let half = if seconds.is_multiple_of(60) { "" } else { ".5" };
        let number = format!("{}{half}", seconds / 60);
        number.replace('.', &t!(look, "decimal-mark"))
    };
    match (minutes(from) && minutes(to), from == to) {
        (true, true) => t!(look, "card-minutes-one", to = number(to)),
        (true, false) => t!(look, "card-minutes", from = number(from), to = number(to)),
        (false, false) if minutes(to) => t!(
            look,
            "card-seconds-to-minutes",
            from = from.to_string(),
            to = number(to)
        ),
        (false, true) => t!(look, "card-seconds-one", to = to.to_string()),
        (false, false) => t!(look, "card-seconds", from = from.to_string(), to = to.to_string()),
    }
}

/// How sure a finding is.
pub fn certainty(certainty: Certainty, look: &Look) -> String {
    match certainty {
        Certainty::None => t!(look, "certainty-none"),
        Certainty::VeryLow => t!(look, "certainty-very-low"),
        Certainty::Low => t!(look, "certainty-low"),
        Certainty::Moderate => t!(look, "certainty-moderate"),
    }
}

/// What safety says of a point for this person, in a few lines; nothing where it is fine, and nothing for
/// a point nobody presses.
pub fn for_you(id: PointId, known: &Known, look: &Look) -> Vec<String> {
    let atlas = &known.content.atlas;
    if !atlas.point(id).pressable {
        return Vec::new();
    }
    let ruling = known.safety().card(id);
    let verdict = match ruling.verdict {
        Verdict::Fine => return Vec::new(),
        Verdict::Gentle => t!(look, "verdict-gentle"),
        Verdict::AskFirst => t!(look, "verdict-ask-first"),
        Verdict::NotThisPoint => t!(look, "verdict-not-this-point"),
        Verdict::Stop => t!(look, "verdict-stop"),
    };
    let mut lines = vec![verdict];
    let mut reasons: Vec<&str> = ruling
        .deciding()
        .map(|reason| super::safety_words::condition(look, reason, known))
        .collect();
    reasons.dedup();
    // What holds for everyone, or what was pressed before, is no answer of the person's.
    let answered = ruling.deciding().any(|reason| reason.because.is_some());
    match (reasons.is_empty(), answered) {
        (true, _) => {}
        (false, true) => lines.push(t!(look, "card-because", reason = reasons.join("; "))),
        (false, false) => lines.push(reasons.join("; ")),
    }
    if let Some(other) = ruling.alternative.map(|id| atlas.point(id)) {
        let name = format!("{} {}", other.code, other.names.pinyin);
        lines.push(t!(look, "card-instead", point = name));
    }
    lines
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
