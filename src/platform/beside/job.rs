//! A child process that is looked after: reaped when it ends, ended when it hangs.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// What to run. Never a shell string: a program and its arguments.
#[derive(Clone, Debug)]
pub(super) struct Command {
    program: PathBuf,
    arguments: Vec<OsString>,
    variables: Vec<(String, OsString)>,
    input: Option<Vec<u8>>,
}

impl Command {
    pub(super) fn new<A: AsRef<OsStr>>(
        program: impl Into<PathBuf>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Command {
        Command {
            program: program.into(),
            arguments: arguments.into_iter().map(|a| a.as_ref().to_owned()).collect(),
            variables: Vec::new(),
            input: None,
        }
    }

    pub(super) fn with(mut self, variable: impl Into<String>, value: impl Into<OsString>) -> Command {
        self.variables.push((variable.into(), value.into()));
        self
    }

    /// What it reads from its standard input. Short enough for a pipe to hold, so that writing never waits.
    pub(super) fn reading(mut self, input: Vec<u8>) -> Command {
        self.input = Some(input);
        self
    }

    /// Starts it: nothing of ours on its standard output, and in a process group of its own, so that keys
    /// typed at hegu never reach it.
    pub(super) fn start(&self, patience: Duration, now: Instant) -> io::Result<Job> {
        let mut command = std::process::Command::new(&self.program);
        command
            .args(&self.arguments)
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(if self.input.is_some() {
                Stdio::piped()
            } else {
                Stdio::null()
            })
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn()?;
        if let (Some(input), Some(mut pipe)) = (&self.input, child.stdin.take()) {
            // Who does not read what they are given has nothing to complain about.
            drop(pipe.write_all(input));
        }
        Ok(Job {
            child,
            began: now,
            until: now + patience,
        })
    }
}

/// A child that runs.
#[derive(Debug)]
pub(super) struct Job {
    child: Child,
    pub(super) began: Instant,
    until: Instant,
}

/// How a child is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It runs.
    Runs,
    /// It did what it should.
    Well,
    /// It failed, or hung and was ended.
    Badly(String),
}

impl Job {
    pub(super) fn look(&mut self, now: Instant) -> Fate {
        match self.child.try_wait() {
            Ok(Some(status)) if status.success() => Fate::Well,
            Ok(Some(status)) => Fate::Badly(status.to_string()),
            Ok(None) if now < self.until => Fate::Runs,
            Ok(None) => {
                self.end();
                Fate::Badly(format!("{} s", now.duration_since(self.began).as_secs()))
            }
            Err(error) => Fate::Badly(error.to_string()),
        }
    }

    /// Ends it, and whatever it started.
    pub(super) fn end(&mut self) {
        #[cfg(unix)]
        if let Some(group) = i32::try_from(self.child.id())
            .ok()
            .and_then(rustix::process::Pid::from_raw)
        {
            // It may have ended by itself in this very moment.
            let _gone = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
