//! `hegu practice`: a routine or single points, on the screen or as plain lines.

use std::io::{self, IsTerminal};

use clap::Args;

use super::{CliError, Home, plain};
use crate::app::Known;
use crate::app::preview::Preview;
use crate::domain::practice::Manner;
use crate::t;
use crate::ui::look::Look;

/// What to practise.
#[derive(Clone, Debug, Default, Args)]
pub struct PracticeArgs {
    /// A routine, by id or name, or points by their codes.
    #[arg(required = true, value_name = "ROUTINE|CODE",
          add = clap_complete::engine::ArgValueCompleter::new(super::completions::practices))]
    pub what: Vec<String>,
    /// One line a cue, without a screen. Enter pauses and goes on, q stops.
    #[arg(long)]
    pub plain: bool,
    /// How long, in minutes.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=30))]
    pub minutes: Option<u8>,
    /// Plays it so many times as fast, as plain lines: no dose, no record.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub speed: Option<u32>,
}

impl PracticeArgs {
    /// Whether it wants the screen: nothing says otherwise, and there is a person at the keys.
    pub fn wants_screen(&self) -> bool {
        !self.plain && self.speed.is_none() && io::stdin().is_terminal() && io::stdout().is_terminal()
    }

    /// The plan before it is lived.
    pub fn preview(&self, known: &Known) -> Result<Preview, CliError> {
        let content = known.content;
        let routine = content.routines.by_typed(&self.what.join(" "));
        let mut preview = match routine {
            Some(routine) => Preview::of_routine(routine),
            None => {
                let mut points = Vec::new();
                for typed in &self.what {
                    let id = content.atlas.by_typed(typed).ok_or_else(|| {
                        let look = Look::new(known);
                        CliError {
                            message: t!(look, "plain-unknown", what = typed.as_str()),
                            hint: t!(look, "plain-unknown-hint"),
                            code: 1,
                        }
                    })?;
                    points.push(id);
                }
                Preview::of_points(&points, known)
            }
        };
        preview.minutes = self.minutes;
        Ok(preview)
    }
}

/// Lives a practice as plain lines.
pub fn run(args: &PracticeArgs, home: Home) -> Result<(), CliError> {
    let preview = args.preview(&home.known)?;
    let manner = match args.speed {
        Some(factor) => Manner::Preview { factor },
        None => Manner::Real,
    };
    plain::run(preview, manner, home)
}
