//! The person's own command: at the start, each step and the end of a practice.

use std::time::{Duration, Instant};

use super::Out;
use super::job::{Command, Fate, Job};
use crate::app::signal::{Fact, Hook, Report};

/// A command that takes longer is ended.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Default)]
pub(super) struct Hooks {
    running: Vec<Running>,
}

struct Running {
    job: Job,
    name: Option<String>,
}

impl Hooks {
    pub(super) fn is_busy(&self) -> bool {
        !self.running.is_empty()
    }

    /// Runs the command with its facts: each in a variable, and all of them as JSON on its standard input.
    pub(super) fn run(&mut self, hook: &Hook, now: Instant, out: &Out) {
        let Some((program, arguments)) = hook.command.split_first() else {
            return;
        };
        let mut command = Command::new(program, arguments).reading(json(&hook.facts));
        for (name, fact) in &hook.facts {
            let value = match fact {
                Fact::Word(word) => word.clone(),
                Fact::Number(number) => number.to_string(),
                Fact::Nothing => continue,
            };
            command = command.with(format!("HEGU_{}", name.to_uppercase()), value);
        }
        match command.start(PATIENCE, now) {
            Ok(job) => self.running.push(Running {
                job,
                name: Some(program.clone()),
            }),
            Err(error) => out.report(Report::HookFailed(format!("{program}: {error}"))),
        }
    }

    /// Runs something nobody asks about.
    pub(super) fn leave_to_itself(&mut self, command: Command, now: Instant) {
        if let Ok(job) = command.start(PATIENCE, now) {
            self.running.push(Running { job, name: None });
        }
    }

    pub(super) fn look_after(&mut self, now: Instant, out: &Out) {
        self.running.retain_mut(|running| match running.job.look(now) {
            Fate::Runs => true,
            Fate::Well => false,
            Fate::Badly(why) => {
                if let Some(name) = &running.name {
                    out.report(Report::HookFailed(format!("{name}: {why}")));
                }
                false
            }
        });
    }
}

/// The facts as one JSON object and a line break.
fn json(facts: &[(&'static str, Fact)]) -> Vec<u8> {
    let object: serde_json::Map<String, serde_json::Value> = facts
        .iter()
        .map(|(name, fact)| {
            let value = match fact {
                Fact::Word(word) => word.as_str().into(),
                Fact::Number(number) => (*number).into(),
                Fact::Nothing => serde_json::Value::Null,
            };
            ((*name).to_owned(), value)
        })
        .collect();
    format!("{}\n", serde_json::Value::Object(object)).into_bytes()
}
