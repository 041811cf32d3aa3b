//! What the command line asks and tells about safety, line by line: the questions about today before a
//! practice, a lock that waits to be read, and why a practice was stopped.

use std::collections::BTreeSet;

use super::Home;
use super::plain::Plain;
use crate::app::practice::point_at;
use crate::app::{Keep, Which};
use crate::domain::checkin::PracticeId;
use crate::domain::practice::Practice;
use crate::domain::profile::{Answer, Given, Spot};
use crate::domain::safety::{Layer, Rule};
use crate::domain::words::Text;
use crate::t;
use crate::ui::look::Look;
use crate::ui::safety_words as say;

/// Puts the questions about today. What is answered is kept for the day; an empty line answers nothing.
pub(super) fn ask(questions: &[Text], home: &mut Home, lines: &mut dyn Plain) {
    if questions.is_empty() {
        return;
    }
    {
        let look = Look::new(&home.known);
        lines.say(&t!(look, "preview-asked"));
        for (index, id) in questions.iter().enumerate() {
            if let Some(question) = home.known.content.rules.question(id) {
                lines.say(&format!("{:>2}  {}", index + 1, question.words.get(look.lang)));
            }
        }
        lines.say(&t!(look, "plain-none"));
    }
    let Some(true_now) = true_now(&lines.answer(), questions.len()) else {
        return;
    };
    for (index, id) in questions.iter().enumerate() {
        let given = match true_now.contains(&index) {
            false => Given::plain(Answer::No),
            true => at_a_place(id, home, lines),
        };
        home.known.today.answers.give(id.clone(), given);
    }
    let keep = home.known.keep_today();
    home.keep(keep);
}

/// Which of so many questions a typed line says are true; `None` for an empty line, which answers nothing.
pub(super) fn true_now(typed: &str, count: usize) -> Option<Vec<usize>> {
    match typed.trim().to_lowercase().as_str() {
        "" => None,
        "n" | "no" | "nej" => Some(Vec::new()),
        // What cannot be read is never taken as a no.
        typed => Some(numbers(typed, count).unwrap_or_else(|| (0..count).collect())),
    }
}

/// A yes, and where, if that matters. A place that was not said means everywhere.
fn at_a_place(id: &str, home: &Home, lines: &mut dyn Plain) -> Given {
    Given {
        answer: Answer::Yes,
        places: places_asked(id, home, lines),
    }
}

/// Where, if that matters and is said.
pub(super) fn places_asked(id: &str, home: &Home, lines: &mut dyn Plain) -> Option<BTreeSet<Spot>> {
    let rules = &home.known.content.rules;
    let places = rules.question(id)?.places.as_ref()?;
    let look = Look::new(&home.known);
    lines.say(places.get(look.lang));
    let offered = rules.parts_of(id);
    for (index, part) in offered.iter().enumerate() {
        lines.say(&format!("{:>2}  {}", index + 1, say::part(&look, *part)));
    }
    lines.say(&t!(look, "plain-where"));
    let typed = lines.answer();
    let parts = numbers(typed.trim(), offered.len()).filter(|parts| !parts.is_empty())?;
    Some(parts.into_iter().flat_map(|part| offered[part].spots()).collect())
}

/// The numbers in a line, from nought; `None` where one of them is none of the list.
fn numbers(typed: &str, count: usize) -> Option<Vec<usize>> {
    typed
        .split([' ', ',', ';'])
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.parse()
                .ok()
                .filter(|number| (1..=count).contains(number))
                .map(|number: usize| number - 1)
        })
        .collect()
}

/// A lock that waits: what the reason to stop says, and whether it was read now.
pub(super) fn unlock(home: &mut Home, lines: &mut dyn Plain) {
    let locked = home.known.today.locked.clone();
    let Some(rule) = locked.and_then(|id| home.known.content.rules.rule(&id)) else {
        return;
    };
    tell(rule, home, lines);
    lines.say(&t!(Look::new(&home.known), "plain-read"));
    let typed = lines.answer();
    if matches!(typed.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja") {
        let keep = home.known.unlock();
        home.keep(keep);
    }
}

/// After `q`: was there a reason? What follows from it is told and kept.
pub(super) fn why(practice: &Practice, place: Option<PracticeId>, home: &mut Home, lines: &mut dyn Plain) {
    let reasons: Vec<&Rule> = home.known.content.rules.layer(Layer::Stop).collect();
    {
        let look = Look::new(&home.known);
        for (index, rule) in reasons.iter().enumerate() {
            lines.say(&format!("{:>2}  {}", index + 1, rule.title.get(look.lang)));
        }
        lines.say(&t!(look, "plain-why-stopped"));
    }
    let typed = lines.answer();
    let chosen = numbers(typed.trim(), reasons.len()).unwrap_or_default();
    // Several reasons: each is told, the gravest last, where it stays in sight.
    let mut chosen: Vec<&Rule> = chosen.into_iter().map(|index| reasons[index]).collect();
    chosen.sort_by_key(|rule| (rule.locks, rule.help));
    for rule in chosen {
        if let Some(practice) = place {
            let (practice, why) = (Which::Place(practice), rule.id.to_string());
            home.keep(Keep::Why { practice, why });
        }
        let point = point_at(practice, home.known.now.steady);
        for keep in home.known.stopped_for(&rule.id, point) {
            home.keep(keep);
        }
        tell(rule, home, lines);
    }
}

/// What a reason to stop says, and whom to call.
fn tell(rule: &Rule, home: &Home, lines: &mut dyn Plain) {
    let look = Look::new(&home.known);
    let sign = if rule.locks { "! " } else { "" };
    lines.say(&format!("{sign}{}", rule.title.get(look.lang)));
    lines.say(rule.reason.get(look.lang));
    lines.say(rule.instead.get(look.lang));
    for call in rule
        .help
        .map_or_else(Vec::new, |help| say::calls(&look, help, &home.known))
    {
        lines.say(&call);
    }
}
