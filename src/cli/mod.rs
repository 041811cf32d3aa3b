//! What hegu does without a screen: one verb per file. Exit codes and JSON are a contract: `docs/cli.md`.

pub mod figure;
pub mod map;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::{Diary, Effect, Model, Settings};
use crate::domain::words::Lang;
use crate::platform::clock::Clock;
use crate::platform::desk::Desk;
use crate::platform::detect;
use crate::platform::places::{HOME_VARIABLE, Places};
use crate::platform::world::{RealWorld, size};
use crate::runtime;

/// An acupressure companion in the terminal: an atlas, a paced practice, an evening check-in.
#[derive(Debug, Parser)]
#[command(name = "hegu", version, about, disable_help_subcommand = true)]
pub struct Cli {
    /// Language: en or da. Otherwise the locale decides.
    #[arg(long, global = true, value_parser = parse_lang)]
    pub lang: Option<Lang>,
    /// The folder for the journal and everything else of yours. Otherwise HEGU_HOME, else the usual places.
    #[arg(long, global = true, value_name = "DIR")]
    pub home: Option<PathBuf>,
    /// The verb; without one the app opens.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {}

fn parse_lang(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| format!("hegu speaks en and da, not \"{tag}\""))
}

/// Why a verb ended without doing what was asked.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct CliError {
    /// What went wrong, in a sentence.
    pub message: String,
    /// What to do about it; may be empty.
    pub hint: String,
    /// The exit code.
    pub code: u8,
}

/// Arguments in, exit code out.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let code = error.exit_code();
            drop(error.print());
            return ExitCode::from(code as u8);
        }
    };
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut stderr = io::stderr().lock();
            drop(writeln!(stderr, "hegu: {}", error.message));
            if !error.hint.is_empty() {
                drop(writeln!(stderr, "{}", error.hint));
            }
            ExitCode::from(error.code)
        }
    }
}

fn run(cli: Cli) -> Result<(), CliError> {
    let mut settings = detect::settings(|name| std::env::var(name).ok());
    if let Some(lang) = cli.lang {
        settings.lang = lang;
    }
    let places =
        Places::find(cli.home.as_deref(), std::env::var_os(HOME_VARIABLE)).ok_or_else(|| CliError {
            message: "no home folder is known on this machine.".to_owned(),
            hint: format!("Name a folder with --home or {HOME_VARIABLE}."),
            code: 1,
        })?;
    match cli.verb {
        None => open(settings, &places),
        Some(verb) => match verb {},
    }
}

/// Opens the app.
fn open(settings: Settings, places: &Places) -> Result<(), CliError> {
    if !io::stdout().is_terminal() {
        return Err(CliError {
            message: "the app needs a terminal, and standard output is none.".to_owned(),
            hint: "In a pipe, use a verb: hegu points, hegu point LI4, hegu practice LI4 --plain.".to_owned(),
            code: 1,
        });
    }
    let clock = Clock::default();
    let size = size().unwrap_or((80, 24));
    let model = Model::new(crate::shipped(), settings, clock.now(), size);
    let open = Diary::open(model.known.day_start(), model.known.now.wall);
    let broken = |error: io::Error| CliError {
        message: format!("the terminal does not answer: {error}"),
        hint: String::new(),
        code: 1,
    };
    let mut world = RealWorld::enter(clock, Desk::new(places.journal()), size).map_err(broken)?;
    runtime::run(&mut world, model, vec![Effect::Keep(open)]).map_err(broken)?;
    Ok(())
}
