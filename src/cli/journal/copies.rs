//! `hegu journal backup`, `restore`, `rescue`, `undo` and `forget`: the way back, and the end of it.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use age::secrecy::SecretString;
use clap::Args;

use super::{CliError, Desk, Home, agrees, open};
use crate::domain::journal::Trouble;
use crate::platform::journal::backup::{self, NoCopy};
use crate::platform::journal::rescue as damaged;
use crate::t;
use crate::ui::look::Look;
use crate::ui::words::undone as undone_in_words;

/// Where the copy goes.
#[derive(Clone, Debug, Args)]
pub struct BackupArgs {
    /// The file to write; there must be none of this name.
    pub file: PathBuf,
    /// Encrypts it with a passphrase (the age format). Without the passphrase nobody opens it again.
    #[arg(long)]
    pub encrypt: bool,
}

/// Which copy.
#[derive(Clone, Debug, Args)]
pub struct RestoreArgs {
    /// The copy. Without one the newest that hegu has made by itself.
    pub file: Option<PathBuf>,
    /// Does not ask.
    #[arg(long)]
    pub yes: bool,
}

/// Which damaged journal.
#[derive(Clone, Debug, Args)]
pub struct RescueArgs {
    /// The damaged file. Without one the newest that was set aside.
    pub file: Option<PathBuf>,
}

/// Whether to ask.
#[derive(Clone, Debug, Args)]
pub struct ForgetArgs {
    /// Does not ask.
    #[arg(long)]
    pub yes: bool,
}

/// Why there is no copy, in a sentence.
pub(super) fn said(look: &Look, error: NoCopy) -> CliError {
    match error {
        NoCopy::Journal(trouble) => CliError::trouble(look, &trouble),
        NoCopy::File(path, error) => CliError::file(look, &path, &error),
        NoCopy::Exists(path) => CliError::said(t!(look, "data-exists", path = path.display().to_string())),
        NoCopy::NotWhole(path) => CliError::new(
            t!(look, "data-not-whole", path = path.display().to_string()),
            t!(look, "data-not-whole-hint"),
        ),
        NoCopy::WantsPassphrase => no_passphrase(look),
        NoCopy::Locked => CliError::new(t!(look, "data-locked"), t!(look, "data-locked-hint")),
    }
}

fn no_passphrase(look: &Look) -> CliError {
    CliError::new(
        t!(look, "data-wants-passphrase"),
        t!(look, "data-passphrase-hint"),
    )
}

/// A passphrase: typed without being shown, or the first line of what is piped in.
fn passphrase(look: &Look, again: bool) -> Result<SecretString, CliError> {
    let unreadable = |error: io::Error| {
        CliError::new(
            t!(look, "data-no-passphrase", what = error.to_string()),
            t!(look, "data-passphrase-hint"),
        )
    };
    if !io::stdin().is_terminal() {
        let mut line = String::new();
        io::stdin().read_line(&mut line).map_err(unreadable)?;
        let line = line.trim_end_matches(['\n', '\r']);
        return match line.is_empty() {
            true => Err(no_passphrase(look)),
            false => Ok(SecretString::from(line.to_owned())),
        };
    }
    let ask = |question: String| rpassword::prompt_password(question + " ").map_err(unreadable);
    let first = ask(t!(look, "data-passphrase"))?;
    if first.is_empty() {
        return Err(no_passphrase(look));
    }
    if again && ask(t!(look, "data-passphrase-again"))? != first {
        return Err(CliError::new(
            t!(look, "data-passphrases-differ"),
            t!(look, "data-passphrases-differ-hint"),
        ));
    }
    Ok(SecretString::from(first))
}

/// Makes a copy.
pub fn backup(args: &BackupArgs, home: &Home) -> Result<(), CliError> {
    let look = Look::new(&home.known);
    let journal = open(home)?;
    let secret = match args.encrypt {
        true => Some(passphrase(&look, true)?),
        false => None,
    };
    let count = backup::backup(&journal, &args.file, secret).map_err(|error| said(&look, error))?;
    let path = args.file.display().to_string();
    let done = t!(
        look,
        "data-backed-up",
        path = path,
        checkins = count.check_ins,
        practices = count.practices
    );
    crate::cli::print(&(done + "\n"))
}

/// Puts a copy back.
pub(crate) fn restore(args: &RestoreArgs, desk: &Desk) -> Result<(), CliError> {
    let look = Look::new(&desk.known);
    let newest = || backup::copies(&desk.journal).pop();
    let from = args
        .file
        .clone()
        .or_else(newest)
        .ok_or_else(|| CliError::said(t!(look, "data-no-copies")))?;
    let path = from.display().to_string();
    let locked = backup::is_encrypted(&from).map_err(|error| CliError::file(&look, &from, &error))?;
    if !args.yes && !agrees(&look, &t!(look, "data-restore-ask", path = path.as_str())) {
        return Err(CliError::said(t!(look, "data-left-alone")));
    }
    let secret = match locked {
        true => Some(passphrase(&look, false)?),
        false => None,
    };
    let now = desk.known.now.wall;
    let (count, aside) =
        backup::restore(&from, &desk.journal, secret, now).map_err(|error| said(&look, error))?;
    let mut lines = vec![t!(
        look,
        "data-restored",
        path = path,
        checkins = count.check_ins,
        practices = count.practices
    )];
    if let Some(aside) = aside {
        lines.push(t!(look, "data-restore-aside", path = aside.display().to_string()));
    }
    crate::cli::print(&(lines.join("\n") + "\n"))
}

/// Reads a damaged journal and brings in what it can.
pub fn rescue(args: &RescueArgs, home: &Home) -> Result<(), CliError> {
    let look = Look::new(&home.known);
    let newest = || {
        let mut aside: Vec<PathBuf> = backup::everything(home.keeper.path())
            .into_iter()
            .filter(|path| {
                let name = path
                    .file_name()
                    .and_then(|name| name.to_str())
                    .unwrap_or_default();
                name.starts_with("journal-damaged-") && name.ends_with(".sqlite3")
            })
            .collect();
        aside.sort();
        aside.pop()
    };
    let path = args
        .file
        .clone()
        .or_else(newest)
        .ok_or_else(|| CliError::said(t!(look, "data-nothing-damaged")))?;
    let name = path.display().to_string();
    let rescued = damaged::rescue(&path).map_err(|_| CliError {
        message: t!(look, "data-rescue-nothing", path = name.as_str()),
        hint: t!(look, "data-rescue-hint"),
        code: 1,
    })?;
    let mut journal = open(home)?;
    let entries = rescued.entries.into_iter().map(Ok::<_, Trouble>);
    let taken = journal
        .take_in(entries)
        .map_err(|trouble| CliError::trouble(&look, &trouble))?;
    let here = taken.same + taken.kept;
    let done = t!(
        look,
        "data-rescued",
        path = name,
        new = taken.new,
        same = here,
        lost = rescued.lost
    );
    crate::cli::print(&(done + "\n"))
}

/// Takes back the newest change.
pub fn undo(home: &Home) -> Result<(), CliError> {
    let look = Look::new(&home.known);
    let mut journal = open(home)?;
    let undone = journal
        .undo_newest(home.known.now.wall)
        .map_err(|trouble| CliError::trouble(&look, &trouble))?;
    let done = match undone {
        None => t!(look, "data-nothing-to-undo"),
        Some(what) => undone_in_words(&look, &what),
    };
    crate::cli::print(&(done + "\n"))
}

/// Deletes the journal and every copy hegu has made of it.
pub(crate) fn forget(args: &ForgetArgs, desk: &Desk) -> Result<(), CliError> {
    let look = Look::new(&desk.known);
    let everything = backup::everything(&desk.journal);
    if everything.is_empty() {
        return crate::cli::print(&(t!(look, "data-nothing-here") + "\n"));
    }
    let files: Vec<String> = everything
        .iter()
        .map(|path| format!("  {}", path.display()))
        .collect();
    let question = t!(look, "data-forget-ask", files = files.join("\n"));
    if !args.yes && !agrees(&look, &question) {
        return Err(CliError::said(t!(look, "data-left-alone")));
    }
    let shared = backup::shared_as(&desk.journal);
    backup::forget(&desk.journal).map_err(|error| CliError::file(&look, &desk.journal, &error))?;
    let mut lines = vec![t!(look, "data-forgotten")];
    lines.extend(shared.map(|file| t!(look, "data-forgotten-shared", file = file)));
    crate::cli::print(&(lines.join("\n") + "\n"))
}
