//! `hegu profile`: what applies to you. Shown, changed in the app, or forgotten.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::plain::real_lines;
use super::{CliError, Home, at_the_keys, print};
use crate::app::{Keep, Kept, Known};
use crate::domain::profile::{Line, Part, Profile};
use crate::domain::safety::rule::Asked;
use crate::t;
use crate::ui::look::Look;
use crate::ui::safety_words as say;

mod edit;

/// What to do with it.
#[derive(Clone, Debug, Default, Args)]
pub struct ProfileArgs {
    /// As JSON; see docs/json.md.
    #[arg(long)]
    pub json: bool,
    /// Show it without a word.
    #[command(subcommand)]
    pub verb: Option<ProfileVerb>,
}

/// What can be done with the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Subcommand)]
pub enum ProfileVerb {
    /// Shows every answer.
    Show,
    /// Opens the form in the app; in a pipe, or with --plain, asks line by line.
    Edit {
        /// Line by line, without a screen.
        #[arg(long)]
        plain: bool,
    },
    /// Deletes every answer. There is no copy.
    Forget,
}

impl ProfileArgs {
    /// Whether the app is to open: there is a person at the keys who did not ask for lines.
    pub fn wants_screen(&self) -> bool {
        self.verb == Some(ProfileVerb::Edit { plain: false }) && at_the_keys()
    }
}

/// Shows, asks line by line, or forgets.
pub fn run(args: &ProfileArgs, mut home: Home) -> Result<(), CliError> {
    if args.verb == Some(ProfileVerb::Forget) {
        return forget(&mut home);
    }
    if matches!(args.verb, Some(ProfileVerb::Edit { .. })) {
        let mut lines = real_lines(&home);
        return edit::ask(&mut home, &mut lines);
    }
    let known = &home.known;
    if args.json {
        let lines: Vec<LineJson> = known.profile.lines().into_iter().map(LineJson::from).collect();
        return print(&super::json::text(&lines)?);
    }
    print(&shown(known))
}

fn forget(home: &mut Home) -> Result<(), CliError> {
    let at = home.known.moment();
    // Where no journal is there is nothing to forget, and none is made for it.
    if home.keeper.path().exists() {
        let keep = Keep::Profile {
            lines: Profile::default().lines(),
            at,
        };
        if let Kept::Failed { trouble, .. } = home.keeper.perform(keep, home.known.now.wall) {
            return Err(CliError::trouble(&Look::new(&home.known), &trouble));
        }
    }
    print(&(t!(Look::new(&home.known), "profile-forgotten") + "\n"))
}

/// Every answer that was given, with what it wants to know, and what it comes to.
fn shown(known: &Known) -> String {
    let look = Look::new(known);
    if known.profile.is_empty() {
        return t!(look, "profile-empty") + "\n";
    }
    let mut text = String::new();
    for question in known.content.rules.asked(Asked::Once) {
        let Some(given) = known.profile.answers.given(&question.id) else {
            continue;
        };
        let (_, word) = say::answer(&look, given.answer);
        text.push_str(&format!(
            "{:<15} {}: {word}\n",
            question.id,
            question.words.get(look.lang)
        ));
        if let Some(places) = &given.places {
            let parts: Vec<String> = Part::ALL
                .into_iter()
                .filter(|part| part.is_in(places))
                .map(|part| say::part(&look, part))
                .collect();
            let said = match parts.is_empty() {
                true if places.is_empty() => t!(look, "profile-nowhere"),
                true => places.iter().map(|spot| spot.id()).collect::<Vec<_>>().join(", "),
                false => parts.join(", "),
            };
            text.push_str(&format!("{:<15} {said}\n", ""));
        }
        if known.profile.has_asked(&question.id) {
            text.push_str(&format!("{:<15} {}\n", "", t!(look, "profile-asked")));
        }
    }
    text
}

/// A line of the profile as JSON.
#[derive(Serialize)]
struct LineJson {
    id: String,
    answer: String,
    detail: String,
}

impl From<Line> for LineJson {
    fn from(line: Line) -> LineJson {
        LineJson {
            id: line.id,
            answer: line.answer,
            detail: line.detail,
        }
    }
}
