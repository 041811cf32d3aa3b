//! `hegu completions SHELL`: the line a shell needs so that tab knows hegu, its points and its routines.
//!
//! The shell asks the program itself for what may come next, so nothing goes stale: codes, names and a
//! person's own points are there at once.

use std::ffi::OsStr;

use clap::Args;
use clap_complete::engine::CompletionCandidate;
use clap_complete::env::Shells;

use super::settings::lang_before;
use super::{CliError, print};
use crate::content::Content;
use crate::platform::own_files::{self, read_folder};
use crate::platform::places::{HOME_VARIABLE, Places};

/// The variable by which a shell asks for completions.
pub const VARIABLE: &str = "HEGU_COMPLETE";

/// For which shell.
#[derive(Clone, Debug, Args)]
pub struct CompletionsArgs {
    /// bash, zsh, fish, elvish or powershell.
    #[arg(value_parser = ["bash", "zsh", "fish", "elvish", "powershell"])]
    pub shell: String,
}

/// Prints the registration.
pub fn run(args: &CompletionsArgs) -> Result<(), CliError> {
    let shells = Shells::builtins();
    // clap has checked the name.
    let Some(shell) = shells.completer(&args.shell) else {
        return Ok(());
    };
    let mut script = Vec::new();
    shell
        .write_registration(VARIABLE, "hegu", "hegu", "hegu", &mut script)
        .map_err(|error| CliError::own_fault(error.to_string()))?;
    print(&String::from_utf8_lossy(&script))
}

/// The person's folders. While completing, options are not parsed yet: the variable and the usual places are known.
fn places() -> Option<Places> {
    Places::find(None, std::env::var_os(HOME_VARIABLE))
}

/// Everything shipped, and the person's own points.
fn content() -> &'static Content {
    match places() {
        Some(places) => crate::shipped_with(&read_folder(&places.points()).0).0,
        None => crate::shipped(),
    }
}

/// Every point: its code, with its name beside it.
pub fn points(begun: &OsStr) -> Vec<CompletionCandidate> {
    let begun = begun.to_string_lossy().to_lowercase();
    let (content, lang) = (content(), lang_before(&[]));
    content
        .atlas
        .points()
        .map(|(_, point)| (point.code.to_string(), point))
        .filter(|(code, _)| code.to_lowercase().starts_with(&begun))
        .map(|(code, point)| {
            let name = format!("{}, {}", point.names.pinyin, point.names.meaning.get(lang));
            CompletionCandidate::new(code).help(Some(name.into()))
        })
        .collect()
}

/// Every routine by its id.
pub fn routines(begun: &OsStr) -> Vec<CompletionCandidate> {
    let begun = begun.to_string_lossy().to_lowercase();
    let (content, lang) = (content(), lang_before(&[]));
    let own = places().map_or_else(Vec::new, |places| own_files::routines(&places, content).0);
    let all = content.routines.all().iter().chain(&own);
    all.filter(|routine| routine.id.starts_with(begun.as_str()))
        .map(|routine| {
            let name = routine.name.get(lang).to_owned();
            CompletionCandidate::new(routine.id.to_string()).help(Some(name.into()))
        })
        .collect()
}

/// Routines first, then points.
pub fn practices(begun: &OsStr) -> Vec<CompletionCandidate> {
    routines(begun).into_iter().chain(points(begun)).collect()
}

/// Every row of the evidence.
pub fn evidence(begun: &OsStr) -> Vec<CompletionCandidate> {
    let begun = begun.to_string_lossy().to_uppercase();
    let rows = crate::shipped().evidence.rows();
    rows.iter()
        .filter(|row| row.id.starts_with(&begun))
        .map(|row| CompletionCandidate::new(row.id.as_ref()))
        .collect()
}
