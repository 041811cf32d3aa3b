//! Why a verb ended without doing what was asked: what went wrong, what to do about it, and the exit code.

use std::io;
use std::path::Path;

use super::{settings, spoken};
use crate::domain::journal::Trouble;
use crate::t;
use crate::ui::look::Look;
use crate::ui::words;

/// Why a verb ended without doing what was asked.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct CliError {
    /// What went wrong, in a sentence.
    pub message: String,
    /// What to do about it; empty where the message says it already.
    pub hint: String,
    /// The exit code.
    pub code: u8,
}

impl CliError {
    /// What could not be done, and what to do about it.
    pub fn new(message: String, hint: String) -> CliError {
        CliError {
            message,
            hint,
            code: 1,
        }
    }

    /// A sentence that says what to do about it, too.
    pub fn said(message: String) -> CliError {
        CliError::new(message, String::new())
    }

    /// The journal could not be read or written; the sentence says what to do.
    pub fn trouble(look: &Look, trouble: &Trouble) -> CliError {
        CliError::said(words::trouble(look, trouble))
    }

    /// A file that does not answer.
    pub fn file(look: &Look, path: &Path, error: &io::Error) -> CliError {
        let path = path.display().to_string();
        match error.kind() {
            io::ErrorKind::StorageFull => CliError::trouble(look, &Trouble::DiskFull),
            _ => CliError::new(
                t!(look, "data-file-trouble", path = path, what = error.to_string()),
                t!(look, "data-file-hint"),
            ),
        }
    }

    /// Standard output cannot be written.
    pub fn output(error: &io::Error) -> CliError {
        let look = here();
        CliError::new(
            t!(look, "cli-output", what = error.to_string()),
            t!(look, "cli-output-hint"),
        )
    }

    /// Standard input cannot be read.
    pub fn input(error: &io::Error) -> CliError {
        let look = here();
        CliError::new(
            t!(look, "cli-input", what = error.to_string()),
            t!(look, "cli-input-hint"),
        )
    }

    /// The app was opened where there is no terminal.
    pub fn no_terminal() -> CliError {
        let look = here();
        CliError::new(t!(look, "cli-no-terminal"), t!(look, "cli-no-terminal-hint"))
    }

    /// The terminal was there, and does not answer.
    pub fn terminal(error: &io::Error) -> CliError {
        let look = here();
        CliError::new(
            t!(look, "cli-terminal", what = error.to_string()),
            t!(look, "cli-terminal-hint"),
        )
    }

    /// Nobody knows where the person's files belong.
    pub fn no_home(variable: &str) -> CliError {
        let look = here();
        CliError::new(
            t!(look, "cli-no-home"),
            t!(look, "cli-no-home-hint", variable = variable),
        )
    }

    /// A fault of hegu's own: it cannot be helped by whoever sees it, only told.
    pub fn own_fault(what: String) -> CliError {
        let look = here();
        CliError::new(
            t!(look, "cli-own-fault", what = what),
            t!(look, "cli-own-fault-hint"),
        )
    }
}

/// For words alone, in the language this command line asks for. Found out again, because what goes wrong here goes
/// wrong where nobody has been told it, and seldom.
fn here() -> Look<'static> {
    let args: Vec<String> = std::env::args_os()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    Look::bare(spoken::lang_of(&args, settings::lang_before(&args)))
}
