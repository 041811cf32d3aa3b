//! `hegu practice`: a routine or single points, on the screen or as plain lines.

use clap::Args;

use super::{CliError, Home, at_the_keys, plain};
use crate::app::Known;
use crate::app::compose::{Compose, USUAL, use_named};
use crate::app::preview::Preview;
use crate::domain::compose::{MOST_USES, Wanted};
use crate::domain::point::Posture;
use crate::domain::practice::Manner;
use crate::t;
use crate::ui::compose::why_not;
use crate::ui::look::Look;

/// What to practise.
#[derive(Clone, Debug, Default, Args)]
pub struct PracticeArgs {
    /// A routine, by id or name, or points by their codes.
    #[arg(required_unless_present_any = ["uses", "resume"], value_name = "ROUTINE|CODE",
          add = clap_complete::engine::ArgValueCompleter::new(super::completions::practices))]
    pub what: Vec<String>,
    /// Composes a plan for one to three things: headache,sleep. A number weighs one: headache:2.
    #[arg(
        long = "for",
        value_name = "USE",
        value_delimiter = ',',
        conflicts_with = "what"
    )]
    pub uses: Vec<String>,
    /// How one may sit or lie for a composed plan.
    #[arg(long, value_name = "POSTURE", value_delimiter = ',', value_parser = ["stand", "sit", "cross", "lie"], requires = "uses")]
    pub posture: Vec<String>,
    /// Goes on where a practice was cut off.
    #[arg(long, conflicts_with_all = ["what", "uses", "minutes"])]
    pub resume: bool,
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
        !self.plain && self.speed.is_none() && at_the_keys()
    }

    /// The plan before it is lived.
    pub fn preview(&self, known: &Known) -> Result<Preview, CliError> {
        if self.resume {
            return known
                .cut_off()
                .map(|cut_off| cut_off.preview())
                .ok_or_else(|| CliError {
                    message: t!(Look::new(known), "plain-nothing-cut-off"),
                    hint: t!(Look::new(known), "plain-nothing-cut-off-hint"),
                    code: 1,
                });
        }
        if !self.uses.is_empty() {
            return self.composed(known);
        }
        let content = known.content;
        let routine = known.routines.by_typed(&self.what.join(" "));
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

impl PracticeArgs {
    /// The plan that is composed for what it is to be for.
    fn composed(&self, known: &Known) -> Result<Preview, CliError> {
        let look = Look::new(known);
        let mut wanted = Vec::new();
        for typed in &self.uses {
            let (name, weight) = match typed.rsplit_once(':') {
                Some((name, weight)) => (
                    name,
                    weight.parse().ok().filter(|weight| (1..=3).contains(weight)),
                ),
                None => (typed.as_str(), Some(1)),
            };
            let (Some(use_id), Some(weight)) = (use_named(name, known), weight) else {
                return Err(CliError {
                    message: t!(look, "plain-no-use", what = typed.as_str()),
                    hint: t!(look, "plain-no-use-hint"),
                    code: 1,
                });
            };
            wanted.push(Wanted { use_id, weight });
        }
        if wanted.len() > MOST_USES {
            return Err(CliError {
                message: t!(look, "plain-too-many-uses", most = MOST_USES),
                hint: t!(look, "plain-too-many-uses-hint"),
                code: 1,
            });
        }
        let mut compose = Compose::of(&[]);
        compose.wanted = wanted;
        compose.minutes = self.minutes.unwrap_or(USUAL);
        let named = |id: &String| match id.as_str() {
            "stand" => Posture::Stand,
            "cross" => Posture::Cross,
            "lie" => Posture::Lie,
            _ => Posture::Sit,
        };
        if !self.posture.is_empty() {
            compose.postures = self.posture.iter().map(named).collect();
        }
        compose.preview(known).map_err(|nothing| CliError {
            message: t!(look, "compose-nothing"),
            hint: nothing
                .left_out
                .iter()
                .map(|left| why_not(left.point, &left.why, known, &look))
                .chain([t!(look, "compose-quiet-five")])
                .collect::<Vec<_>>()
                .join("\n"),
            code: 3,
        })
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
