//! `hegu breathe`: breaths only.

use clap::Args;

use super::{CliError, Home, at_the_keys};
use crate::app::Known;
use crate::app::preview::Preview;
use crate::domain::breath::{RatioFault, RhythmFault, meant};
use crate::domain::plan::{Act, Breathe, Item, Plan};
use crate::domain::point::Posture;
use crate::domain::practice::Manner;
use crate::domain::safety::{Asking, Origin, Wish};
use crate::domain::words::Words;
use crate::t;
use crate::ui::look::Look;

/// How to breathe.
#[derive(Clone, Debug, Default, Args)]
pub struct BreatheArgs {
    /// A breath pattern: calm, even, coherent, sigh, natural, box, 4-7-8, 4-4-8, or a ratio of your own in seconds:
    /// 5-7 is in and out, 4-2-6 in, hold, out.
    pub pattern: Option<String>,
    /// How long, in minutes.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=10))]
    pub minutes: Option<u8>,
    /// One line a cue, without a screen. Enter pauses and goes on, q stops.
    #[arg(long)]
    pub plain: bool,
    /// Plays it so many times as fast, as plain lines: no record.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub speed: Option<u32>,
}

/// The usual length, minutes: evidence names 2 to 5 for everyone.
const USUAL: u8 = 3;

impl BreatheArgs {
    /// Whether it wants the screen.
    pub fn wants_screen(&self) -> bool {
        !self.plain && self.speed.is_none() && at_the_keys()
    }

    /// The plan before it is lived.
    pub fn preview(&self, known: &Known) -> Result<Preview, CliError> {
        let wanted = self.pattern.as_deref().unwrap_or(&known.settings.breath);
        let patterns = &known.content.patterns;
        let pattern = meant(wanted, patterns).map_err(|fault| no_pattern(wanted, fault, known))?;
        let item = Item {
            act: Act::Breathe(Breathe {
                pattern: pattern.id.clone(),
                rhythm: pattern.rhythm,
                seconds: u16::from(self.minutes.unwrap_or(USUAL)) * 60,
                most_breaths: pattern.most_breaths,
                hands: Words::default(),
            }),
            posture: Posture::Sit,
            optional: false,
        };
        Ok(Preview::of_wish(Wish {
            plan: Plan { items: vec![item] },
            origin: Origin::Chosen,
            routine: None,
            uses: Vec::new(),
            substitutes: false,
            asking: Asking::Possible,
        }))
    }
}

/// Why a word is no way to breathe, and what is.
fn no_pattern(wanted: &str, fault: RatioFault, known: &Known) -> CliError {
    let look = Look::new(known);
    let names: Vec<&str> = known.content.patterns.iter().map(|p| p.id.as_ref()).collect();
    let message = match fault {
        RatioFault::NotOne => t!(look, "plain-no-pattern", what = wanted),
        RatioFault::Outside(RhythmFault::Phase(_) | RhythmFault::TopUp(_)) => {
            t!(look, "plain-ratio-phase", what = wanted)
        }
        RatioFault::Outside(RhythmFault::Hold(_)) => t!(look, "plain-ratio-hold", what = wanted),
        RatioFault::Outside(RhythmFault::Cycle(_)) => t!(look, "plain-ratio-cycle", what = wanted),
    };
    CliError {
        message,
        hint: t!(look, "plain-patterns", names = names.join(", ")),
        code: 1,
    }
}

/// Breathes as plain lines.
pub fn run(args: &BreatheArgs, home: Home) -> Result<(), CliError> {
    let preview = args.preview(&home.known)?;
    let manner = match args.speed {
        Some(factor) => Manner::Preview { factor },
        None => Manner::Real,
    };
    super::plain::run(preview, manner, home)
}
