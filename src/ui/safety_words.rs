//! The words of safety in the look's language: answers, parts of the body, verdicts, help.

use super::look::Look;
use crate::app::Known;
use crate::domain::evidence::{Certainty, Comparison, Direction, Pressed};
use crate::domain::profile::{Answer, Part};
use crate::domain::safety::rule::{Group, Mark};
use crate::domain::safety::{Country, Help, NumberKind, Numbers, Reason, Verdict};
use crate::t;

/// The mark and the word of an answer.
pub fn answer(look: &Look, answer: Answer) -> (&'static str, String) {
    match answer {
        Answer::Unanswered => (" ", t!(look, "answer-unanswered")),
        Answer::No => (" ", t!(look, "answer-no")),
        Answer::Yes => ("x", t!(look, "answer-yes")),
        Answer::NotSure => ("?", t!(look, "answer-not-sure")),
        Answer::RatherNot => ("?", t!(look, "answer-rather-not")),
    }
}

/// The word of a verdict.
pub fn verdict(look: &Look, verdict: Verdict) -> String {
    match verdict {
        Verdict::Fine => t!(look, "safety-verdict-fine"),
        Verdict::Gentle => t!(look, "safety-verdict-gentle"),
        Verdict::AskFirst => t!(look, "safety-verdict-ask-first"),
        Verdict::NotThisPoint => t!(look, "safety-verdict-not-this-point"),
        Verdict::Stop => t!(look, "safety-verdict-stop"),
    }
}

/// What brought a reason up, in a few words: what the person said, or the rule itself where nobody was asked.
pub fn condition<'a>(look: &Look, reason: &Reason, known: &'a Known) -> &'a str {
    let rules = &known.content.rules;
    let said = reason.because.as_deref();
    // The title of a rule is its own question in short; another's, or one part of it, is said as it was asked.
    let of_another = said.and_then(|id| rules.rule(id)).map(|rule| &rule.title);
    let asked = || Some(&rules.question(said?)?.words);
    let title = || Some(&rules.rule(&reason.rule)?.title);
    let words = of_another.or_else(asked).or_else(title);
    words.map_or("", |words| words.get(look.lang))
}

/// The word of a verdict on a whole plan.
pub fn of_a_plan(look: &Look, of: Verdict) -> String {
    match of {
        Verdict::NotThisPoint => t!(look, "safety-verdict-not-this-routine"),
        of => verdict(look, of),
    }
}

/// The shape of a verdict, one cell, so that a list tells it without colour: nothing for fine.
pub fn shape(look: &Look, verdict: Verdict) -> &'static str {
    match (verdict, look.ascii) {
        (Verdict::Fine, _) => " ",
        (Verdict::Gentle, _) => "~",
        (Verdict::AskFirst, _) => "?",
        (Verdict::NotThisPoint, false) => "×",
        (Verdict::NotThisPoint, true) => "x",
        (Verdict::Stop, _) => "!",
    }
}

/// The heading of a group of questions.
pub fn group(look: &Look, group: Group) -> String {
    match group {
        Group::Pregnancy => t!(look, "group-pregnancy"),
        Group::Blood => t!(look, "group-blood"),
        Group::Bones => t!(look, "group-bones"),
        Group::Heart => t!(look, "group-heart"),
        Group::Feeling => t!(look, "group-feeling"),
        Group::Illness => t!(look, "group-illness"),
        Group::Mind => t!(look, "group-mind"),
        Group::Today => t!(look, "group-today"),
    }
}

/// A part of the body in the form.
pub fn part(look: &Look, part: Part) -> String {
    match part {
        Part::Head => t!(look, "part-head"),
        Part::Neck => t!(look, "part-neck"),
        Part::LeftArm => t!(look, "part-left-arm"),
        Part::RightArm => t!(look, "part-right-arm"),
        Part::LeftHand => t!(look, "part-left-hand"),
        Part::RightHand => t!(look, "part-right-hand"),
        Part::Chest => t!(look, "part-chest"),
        Part::Belly => t!(look, "part-belly"),
        Part::Back => t!(look, "part-back"),
        Part::LowBack => t!(look, "part-low-back"),
        Part::Hip => t!(look, "part-hip"),
        Part::LeftLeg => t!(look, "part-left-leg"),
        Part::RightLeg => t!(look, "part-right-leg"),
        Part::LeftFoot => t!(look, "part-left-foot"),
        Part::RightFoot => t!(look, "part-right-foot"),
    }
}

/// How a rule stands to its source.
pub fn mark(look: &Look, mark: Mark) -> String {
    match mark {
        Mark::Verified => t!(look, "mark-verified"),
        Mark::Part => t!(look, "mark-part"),
        Mark::Unverified => t!(look, "mark-unverified"),
        Mark::Own => t!(look, "mark-own"),
    }
}

/// How sure a finding is.
pub fn certainty(look: &Look, certainty: Certainty) -> String {
    match certainty {
        Certainty::None => t!(look, "evidence-certainty-none"),
        Certainty::VeryLow => t!(look, "evidence-certainty-very-low"),
        Certainty::Low => t!(look, "evidence-certainty-low"),
        Certainty::Moderate => t!(look, "evidence-certainty-moderate"),
    }
}

/// What a finding was compared with; `None` where there was nothing to compare.
pub fn comparison(look: &Look, comparison: Comparison) -> Option<String> {
    Some(match comparison {
        Comparison::Sham => t!(look, "comparison-sham"),
        Comparison::OtherPoint => t!(look, "comparison-other-point"),
        Comparison::Usual => t!(look, "comparison-usual"),
        Comparison::Wait => t!(look, "comparison-wait"),
        Comparison::Active => t!(look, "comparison-active"),
        Comparison::None => t!(look, "comparison-none"),
        Comparison::Mixed => t!(look, "comparison-mixed"),
        Comparison::NotApplicable => return None,
    })
}

/// Which way a finding points, with its mark: never by a word or a mark alone.
pub fn direction(look: &Look, direction: Direction) -> String {
    match direction {
        Direction::Better => t!(look, "direction-better"),
        Direction::Same => t!(look, "direction-same"),
        Direction::Mixed => t!(look, "direction-mixed"),
        Direction::Tradition => t!(look, "direction-tradition"),
        Direction::Context => t!(look, "direction-context"),
    }
}

/// Who pressed; `None` where nobody did.
pub fn pressed(look: &Look, pressed: Pressed) -> Option<String> {
    Some(match pressed {
        Pressed::Oneself => t!(look, "pressed-self"),
        Pressed::Band => t!(look, "pressed-band"),
        Pressed::Practitioner => t!(look, "pressed-practitioner"),
        Pressed::Needle => t!(look, "pressed-needle"),
        Pressed::Mixed => t!(look, "pressed-mixed"),
        Pressed::NotApplicable => return None,
    })
}

/// The help in its fixed words, with the number of the country where one is known.
pub fn help(look: &Look, help: Help, numbers: &Numbers, country: Country) -> String {
    let emergency = match numbers.emergency(country) {
        Some(number) => number.number.to_string(),
        None => t!(look, "help-local-number"),
    };
    match help {
        Help::Emergency => t!(look, "help-emergency", number = emergency),
        Help::Today => t!(look, "help-today"),
        Help::Midwife => t!(look, "help-midwife"),
        Help::Soon => t!(look, "help-soon"),
        Help::Crisis => t!(look, "help-crisis", number = emergency),
    }
}

/// Whom to call for a kind of help, a line each: the fixed words, then the numbers of the person's country.
pub fn calls(look: &Look, needed: Help, known: &Known) -> Vec<String> {
    let (numbers, country) = (&known.content.numbers, known.settings.country);
    let mut lines = vec![help(look, needed, numbers, country)];
    if needed != Help::Emergency {
        let more = numbers.of(country, kind(needed));
        lines.extend(more.map(|number| format!("{}  {}", number.number, number.name.get(look.lang))));
    }
    lines
}

/// The kind of numbers a kind of help is given with.
pub fn kind(help: Help) -> NumberKind {
    match help {
        Help::Emergency => NumberKind::Emergency,
        Help::Crisis => NumberKind::Crisis,
        Help::Soon | Help::Today | Help::Midwife => NumberKind::OutOfHours,
    }
}
