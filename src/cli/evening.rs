//! `hegu evening`: the whole of it, on the screen or as lines: the questions, what suits them, the practice,
//! the questions again, good night.

use clap::Args;

use super::plain::{Plain, Word, lines::Lines, live};
use super::{CliError, Home, at_the_keys, checkin};
use crate::app::preview::Preview;
use crate::domain::practice::Manner;
use crate::t;
use crate::ui::look::Look;

/// The evening.
#[derive(Clone, Debug, Default, Args)]
pub struct EveningArgs {
    /// Line by line, without a screen. An empty line skips.
    #[arg(long)]
    pub plain: bool,
}

impl EveningArgs {
    /// Whether it wants the screen: nothing says otherwise, and there is a person at the keys.
    pub fn wants_screen(&self) -> bool {
        !self.plain && at_the_keys()
    }
}

/// An evening as lines. `open` reads the journal, as often as something was written into it.
pub fn run(open: impl Fn() -> Result<Home, CliError>) -> Result<(), CliError> {
    let mut lines = Lines::real(&open()?);
    evening(open, &mut lines)?;
    lines.ring_out();
    Ok(())
}

fn evening(open: impl Fn() -> Result<Home, CliError>, lines: &mut dyn Plain) -> Result<(), CliError> {
    let mut home = open()?;
    let Some((suggestion, told)) = checkin::converse(&mut home, &mut |words| talk(lines, words))? else {
        return Ok(());
    };
    for line in told {
        lines.say(&line);
    }
    let mut home = open()?;
    let offers = suggestion.offers(&home.known);
    let routines = &home.known.routines;
    let look = Look::new(&home.known);
    if let Some(routine) = offers.first().and_then(|offer| routines.by_id(offer.routine)) {
        let asked = t!(look, "evening-plain-begin", routine = routine.name.get(look.lang));
        if talk(lines, &asked).is_some_and(|answer| yes(&answer)) {
            live(Preview::of_routine(routine), Manner::Real, home, lines)?;
            home = open()?;
            lines.say(&t!(Look::new(&home.known), "checkin-and-now"));
            checkin::converse_after(&mut home, &mut |words| talk(lines, words))?;
        }
    }
    lines.say(&t!(Look::new(&home.known), "goodnight"));
    Ok(())
}

/// Says a line and waits for one; `None` where none can come any more.
fn talk(lines: &mut dyn Plain, words: &str) -> Option<String> {
    if !lines.say(words.trim_end()) || !lines.listens() {
        return None;
    }
    loop {
        match lines.wait(None) {
            Some(Word::Typed(line)) => return Some(line),
            Some(Word::Continued) => {}
            Some(Word::End) | None => return None,
        }
    }
}

/// An empty line is a yes: declining is one letter, and so is going on.
fn yes(answer: &str) -> bool {
    matches!(
        answer.trim().to_lowercase().as_str(),
        "" | "y" | "yes" | "j" | "ja"
    )
}
