//! The voice: one line at a time.

use std::ffi::OsString;
use std::time::{Duration, Instant};

use super::job::{Fate, Job};
use super::tools::{self, Tool};
use super::{Out, Setup};
use crate::app::signal::{Report, Speaking};
use crate::domain::words::Lang;

/// No line takes longer; what does, hangs.
const PATIENCE: Duration = Duration::from_secs(20);
/// A line that had to wait longer has lost its moment.
const TOO_LATE: Duration = Duration::from_secs(3);
/// A tool that fails this soon did not speak.
const NOT_SPOKEN: Duration = Duration::from_millis(1_000);

/// A line to be said.
pub(super) struct Said {
    pub(super) text: String,
    pub(super) lang: Lang,
    pub(super) volume: u8,
    /// When it was meant to be said.
    pub(super) at: Instant,
}

pub(super) struct Voice {
    path: OsString,
    far: bool,
    command: Option<Vec<String>>,
    ladder: Vec<Tool>,
    speaking: Option<(Job, Said)>,
    waiting: Option<Said>,
    told: Option<Speaking>,
}

impl Voice {
    pub(super) fn new(setup: &Setup) -> Voice {
        Voice {
            path: setup.path.clone(),
            far: setup.far,
            command: None,
            ladder: Vec::new(),
            speaking: None,
            waiting: None,
            told: None,
        }
    }

    pub(super) fn is_busy(&self) -> bool {
        self.speaking.is_some() || self.waiting.is_some()
    }

    pub(super) fn speak(&mut self, line: Said, urgent: bool, command: &[String], out: &Out) {
        if self.command.as_deref() != Some(command) {
            self.ladder = tools::speakers(command, &self.path, self.far);
            self.command = Some(command.to_vec());
            self.tell(out);
        }
        if urgent {
            self.hush();
        }
        match self.speaking {
            // The line after this one would come too late as well: the newest waits, none queue up.
            Some(_) => self.waiting = Some(line),
            None => self.start(line, out),
        }
    }

    pub(super) fn hush(&mut self) {
        self.waiting = None;
        if let Some((mut job, said)) = self.speaking.take() {
            job.end();
            let stopper = self.ladder.first().and_then(Tool::stopper);
            if let Some(Ok(mut stopping)) = stopper.map(|stop| stop.start(PATIENCE, said.at)) {
                // It answers at once or not at all; nobody waits for it.
                drop(std::thread::spawn(move || {
                    std::thread::sleep(Duration::from_millis(500));
                    stopping.end();
                }));
            }
        }
    }

    fn start(&mut self, line: Said, out: &Out) {
        let now = Instant::now();
        while let Some(tool) = self.ladder.first() {
            match tool
                .speak(&line.text, line.lang, line.volume)
                .start(PATIENCE, now)
            {
                Ok(job) => {
                    self.speaking = Some((job, line));
                    return;
                }
                Err(_) => {
                    self.ladder.remove(0);
                    self.tell(out);
                }
            }
        }
    }

    pub(super) fn look_after(&mut self, now: Instant, out: &Out) {
        let Some((job, _)) = &mut self.speaking else {
            return;
        };
        let fate = job.look(now);
        if fate == Fate::Runs {
            return;
        }
        let ended = self.speaking.take();
        if let (Fate::Badly(_), Some((job, said))) = (fate, ended) {
            if !self.ladder.is_empty() {
                self.ladder.remove(0);
                self.tell(out);
            }
            if now.duration_since(job.began) < NOT_SPOKEN && self.waiting.is_none() {
                self.waiting = Some(said);
            }
        }
        if let Some(line) = self.waiting.take()
            && now.duration_since(line.at) < TOO_LATE
        {
            self.start(line, out);
        }
    }

    fn tell(&mut self, out: &Out) {
        let speaking = match self.ladder.first() {
            Some(tool) => Speaking::Tool(tool.name.clone()),
            None => Speaking::Nothing,
        };
        if self.told.as_ref() != Some(&speaking) {
            self.told = Some(speaking.clone());
            out.report(Report::Speaking(speaking));
        }
    }
}
