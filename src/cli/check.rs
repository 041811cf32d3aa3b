//! `hegu check FILE...`: reads points of a person's own and names every problem. On the shipped points it is
//! silent too: they go through the same checks.

use std::path::PathBuf;

use clap::Args;

use super::{CliError, print};
use crate::content::Problems;
use crate::platform::own_files::read_file;
use crate::t;
use crate::ui::look::Look;

/// What to check.
#[derive(Clone, Debug, Args)]
pub struct CheckArgs {
    /// One or more files of points, as in points.d.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
}

/// Checks the files; problems go to standard output, one a line, and the exit code is 1.
pub fn run(args: &CheckArgs, look: &Look) -> Result<(), CliError> {
    let mut problems = Problems::default();
    let mut files = Vec::new();
    for path in &args.files {
        match read_file(path) {
            Ok(file) => files.push(file),
            Err(problem) => problems.0.push(*problem),
        }
    }
    let (count, found) = crate::check_points(&files);
    problems.extend(found);
    let problems = problems.sorted();
    print(&problems.say(look.lang))?;
    if problems.is_empty() {
        return print(&(t!(look, "check-clean", count = count) + "\n"));
    }
    Err(CliError {
        message: t!(look, "check-problems", count = problems.0.len()),
        hint: t!(look, "check-problems-hint"),
        code: 1,
    })
}
