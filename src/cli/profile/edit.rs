//! The profile line by line: one question a line, for screen readers and pipes.
//!
//! Each answer is kept as it is given, so that a pipe that ends in the middle loses nothing.

use super::super::plain::Plain;
use super::super::today::places_asked;
use super::super::{CliError, Home};
use crate::app::{Keep, Kept};
use crate::domain::profile::{Answer, Given};
use crate::domain::safety::rule::Asked;
use crate::domain::words::Text;
use crate::t;
use crate::ui::look::Look;
use crate::ui::safety_words as say;

/// Puts every question. A line is an answer; an empty line leaves the answer as it is; the end of the lines,
/// or `q`, ends it.
pub fn ask(home: &mut Home, lines: &mut dyn Plain) -> Result<(), CliError> {
    lines.say(&t!(Look::new(&home.known), "profile-question"));
    lines.say(&t!(Look::new(&home.known), "profile-plain-how"));
    let content = home.known.content;
    let mut group = None;
    for question in content.rules.asked(Asked::Once) {
        let asked_under = question.under.as_ref();
        if asked_under.is_some_and(|under| !home.known.profile.answer(under).counts()) {
            continue;
        }
        let now = {
            let look = Look::new(&home.known);
            if group != Some(question.group) {
                group = Some(question.group);
                lines.say("");
                lines.say(&say::group(&look, question.group));
            }
            let now = home.known.profile.answer(&question.id);
            let words = question.words.get(look.lang);
            let (_, said) = say::answer(&look, now);
            lines.say(&format!("{words}?  [{said}]"));
            lines.say(&format!("  {}", question.why.get(look.lang)));
            now
        };
        let answer = match answered(home, lines) {
            Said::Answer(answer) => answer,
            Said::Nothing => continue,
            Said::End => break,
        };
        let places = match (&question.places, answer.counts()) {
            (Some(_), true) => places_asked(&question.id, home, lines),
            _ => None,
        };
        home.known
            .profile
            .answers
            .give(question.id.clone(), Given { answer, places });
        if !answer.counts() {
            content.rules.take_back(&question.id, &mut home.known.profile);
        }
        keep(home)?;
        if answer.counts() && answer != now {
            asked_before(&question.id, home, lines)?;
        }
    }
    let look = Look::new(&home.known);
    let (out, of) = crate::app::profile::ProfileForm::left_out(&home.known);
    let count = t!(look, "place-of", at = out, count = of);
    lines.say("");
    lines.say(&format!("{}  {count}", t!(look, "profile-left-out")));
    Ok(())
}

/// A line, read.
enum Said {
    Answer(Answer),
    Nothing,
    End,
}

/// One answer. What cannot be read is asked again, and never taken as a no.
fn answered(home: &Home, lines: &mut dyn Plain) -> Said {
    loop {
        if !lines.listens() {
            return Said::End;
        }
        let typed = lines.answer();
        match typed.trim().to_lowercase().as_str() {
            "" => return if lines.listens() { Said::Nothing } else { Said::End },
            "q" => return Said::End,
            "y" | "yes" | "j" | "ja" => return Said::Answer(Answer::Yes),
            "n" | "no" | "nej" => return Said::Answer(Answer::No),
            "?" => return Said::Answer(Answer::NotSure),
            "-" => return Said::Answer(Answer::RatherNot),
            _ => {
                lines.say(&t!(Look::new(&home.known), "profile-plain-how"));
            }
        }
    }
}

/// "I have asked my doctor, nurse or midwife", where that opens something. In pregnancy two groups of points
/// have a question of their own, as on the form.
fn asked_before(id: &Text, home: &mut Home, lines: &mut dyn Plain) -> Result<(), CliError> {
    if !home.known.content.rules.can_be_asked(id) {
        return Ok(());
    }
    let mut rules = vec![id.clone()];
    rules.extend(home.known.content.rules.asked_of_points(id).cloned());
    for rule in rules {
        {
            let look = Look::new(&home.known);
            let words = match rule.as_ref() {
                "PR-01" => t!(look, "profile-asked-feet"),
                "PR-03" => t!(look, "profile-asked-wrist"),
                _ => t!(look, "profile-asked"),
            };
            lines.say(&format!("  {words}?"));
        }
        match answered(home, lines) {
            Said::Answer(answer) => home.known.profile.set_asked(rule, answer == Answer::Yes),
            Said::Nothing => continue,
            Said::End => return Ok(()),
        }
        keep(home)?;
    }
    Ok(())
}

fn keep(home: &mut Home) -> Result<(), CliError> {
    let keep = Keep::Profile {
        lines: home.known.profile.lines(),
        at: home.known.moment(),
    };
    match home.keeper.perform(keep, home.known.now.wall) {
        Kept::Failed { trouble, .. } => Err(CliError::trouble(&Look::new(&home.known), &trouble)),
        _ => Ok(()),
    }
}
