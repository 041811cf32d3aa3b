//! The cues' sounds: a ladder of players, and below it the bell.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::job::{Fate, Job};
use super::tools::{self, Tool};
use super::{Out, Outcome, Setup, wav};
use crate::app::signal::{Player, Report, Sounding};
use crate::domain::practice::Cue;
use crate::domain::sound;

/// Between the first and the second sound of one moment.
const APART: Duration = Duration::from_millis(350);
/// A player that takes longer hangs: no cue is longer than 4 s.
const PATIENCE: Duration = Duration::from_secs(6);
/// The same for a person's own sound, which may be longer.
const PATIENCE_OWN: Duration = Duration::from_secs(20);
/// A player that failed so often is left.
const FAILURES: u8 = 2;
/// A sound that failed this soon is played again by the next player.
const STILL_IN_TIME: Duration = Duration::from_millis(1_000);

/// Kinds of files a person's own sound may be. What plays depends on their player.
const KINDS: [&str; 6] = ["wav", "flac", "ogg", "oga", "mp3", "aiff"];

pub(super) struct Cues {
    setup: Setup,
    /// The setting the ladder was built for.
    player: Option<Player>,
    ladder: Vec<Tool>,
    jobs: Vec<Playing>,
    due: Vec<(Instant, Cue, u8)>,
    told: Option<Sounding>,
}

struct Playing {
    job: Job,
    cue: Cue,
    volume: u8,
    tool: String,
}

impl Cues {
    pub(super) fn new(setup: &Setup) -> Cues {
        Cues {
            setup: setup.clone(),
            player: None,
            ladder: Vec::new(),
            jobs: Vec::new(),
            due: Vec::new(),
            told: None,
        }
    }

    pub(super) fn is_busy(&self) -> bool {
        !self.jobs.is_empty() || !self.due.is_empty()
    }

    /// The player in use, if any is.
    pub(super) fn rung(&self) -> Option<&Tool> {
        self.ladder.first()
    }

    /// Looks for players when the setting has changed, the first time included.
    pub(super) fn settle(&mut self, player: &Player, out: &Out) {
        if self.player.as_ref() == Some(player) {
            return;
        }
        self.ladder = match player {
            Player::Bell => Vec::new(),
            Player::Auto => tools::players(&[], &self.setup.path, self.setup.far),
            Player::Own(command) => tools::players(command, &self.setup.path, self.setup.far),
        };
        self.player = Some(player.clone());
        self.tell(out);
    }

    fn tell(&mut self, out: &Out) {
        let sounding = match self.rung() {
            Some(tool) => Sounding::Player(tool.name.clone()),
            None => Sounding::Bell {
                far: self.setup.far && self.player == Some(Player::Auto),
            },
        };
        if self.told.as_ref() != Some(&sounding) {
            self.told = Some(sounding.clone());
            out.report(Report::Sounding(sounding));
        }
    }

    pub(super) fn play(&mut self, cues: &[Cue], volume: u8, player: &Player, now: Instant, out: &Out) {
        self.settle(player, out);
        // What is still to come belongs to a moment that has passed.
        self.due.clear();
        if self.ladder.is_empty() {
            out.say(Outcome::Ring);
            return;
        }
        for (nth, cue) in cues.iter().enumerate() {
            self.due.push((now + APART * nth as u32, *cue, volume));
        }
        self.look_after(now, out);
    }

    pub(super) fn hush(&mut self) {
        self.due.clear();
        for mut playing in self.jobs.drain(..) {
            playing.job.end();
        }
    }

    pub(super) fn look_after(&mut self, now: Instant, out: &Out) {
        let mut still = Vec::new();
        for mut playing in std::mem::take(&mut self.jobs) {
            match playing.job.look(now) {
                Fate::Runs => still.push(playing),
                Fate::Well => {
                    if let Some(tool) = self.ladder.iter_mut().find(|tool| tool.name == playing.tool) {
                        tool.failed = 0;
                    }
                }
                Fate::Badly(_) => {
                    self.count_failure(&playing.tool, out);
                    if now.duration_since(playing.job.began) < STILL_IN_TIME {
                        self.instead(&playing, now, out);
                    }
                }
            }
        }
        self.jobs.extend(still);
        let (due, later) = std::mem::take(&mut self.due)
            .into_iter()
            .partition(|(at, ..)| *at <= now);
        self.due = later;
        for (_, cue, volume) in due {
            self.start(cue, volume, 0, now, out);
        }
    }

    fn count_failure(&mut self, name: &str, out: &Out) {
        if let Some(tool) = self.ladder.iter_mut().find(|tool| tool.name == name) {
            tool.failed += 1;
        }
        self.ladder.retain(|tool| tool.failed < FAILURES);
        self.tell(out);
    }

    /// The same cue by the player after the one that failed.
    fn instead(&mut self, failed: &Playing, now: Instant, out: &Out) {
        let after = self
            .ladder
            .iter()
            .position(|tool| tool.name == failed.tool)
            .map_or(0, |at| at + 1);
        self.start(failed.cue, failed.volume, after, now, out);
    }

    /// Starts a cue's sound by the first player from `rung` on that can be started; else the bell rings.
    fn start(&mut self, cue: Cue, volume: u8, rung: usize, now: Instant, out: &Out) {
        let Some((file, own)) = self.file(cue, volume) else {
            out.say(Outcome::Ring);
            return;
        };
        let mut cannot = Vec::new();
        let patience = if own { PATIENCE_OWN } else { PATIENCE };
        let mut started = false;
        for tool in self.ladder.iter().skip(rung) {
            match tool.play(&file, own.then_some(volume)).start(patience, now) {
                Ok(job) => {
                    let tool = tool.name.clone();
                    self.jobs.push(Playing {
                        job,
                        cue,
                        volume,
                        tool,
                    });
                    started = true;
                    break;
                }
                Err(_) => cannot.push(tool.name.clone()),
            }
        }
        self.ladder.retain(|tool| !cannot.contains(&tool.name));
        if !cannot.is_empty() {
            self.tell(out);
        }
        if !started {
            out.say(Outcome::Ring);
        }
    }

    /// The file of a cue: the person's own, or ours, made when it is first wanted. `None` where nothing can
    /// be written.
    fn file(&self, cue: Cue, volume: u8) -> Option<(PathBuf, bool)> {
        let own = KINDS
            .iter()
            .map(|kind| self.setup.own_sounds.join(format!("{}.{kind}", cue.id())))
            .find(|file| file.is_file());
        if let Some(own) = own {
            return Some((own, true));
        }
        let file = self.setup.cache.join(format!("{}-{volume}.wav", cue.id()));
        if !file.is_file() {
            let bytes = wav::bytes(&sound::samples(cue), sound::RATE, volume);
            wav::write(&file, &bytes).ok()?;
            wav::remove_others(&file, cue.id());
        }
        Some((file, false))
    }
}
