//! The background: one run of noise after the other, each beginning while the one before ends.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::job::{Fate, Job};
use super::tools::Tool;
use super::{Order, Setup, wav};
use crate::domain::sound::{Background, background_rate};

/// How long one run is, seconds.
const RUN: u32 = 60;
/// Behind the cues, not beside them.
const SHARE: u16 = 60;

/// A background that was made in its own time.
pub(super) struct Made {
    what: Background,
    volume: u8,
    file: PathBuf,
}

pub(super) struct Player {
    setup: Setup,
    orders: Sender<Order>,
    wanted: Option<(Background, u8)>,
    file: Option<PathBuf>,
    runs: Vec<Job>,
    next: Option<Instant>,
}

impl Player {
    pub(super) fn new(setup: &Setup, orders: Sender<Order>) -> Player {
        Player {
            setup: setup.clone(),
            orders,
            wanted: None,
            file: None,
            runs: Vec::new(),
            next: None,
        }
    }

    pub(super) fn is_on(&self) -> bool {
        self.file.is_some() || !self.runs.is_empty()
    }

    pub(super) fn set(&mut self, what: Option<Background>, volume: u8) {
        let wanted = what.map(|what| (what, volume));
        if self.wanted == wanted {
            return;
        }
        self.stop();
        self.wanted = wanted;
        let Some((what, volume)) = wanted else { return };
        let file = self.setup.cache.join(format!("{}-{volume}.wav", what.id()));
        let orders = self.orders.clone();
        // A minute of noise takes a moment to make; cues do not wait for it.
        let made = move || {
            let there = file.is_file() || {
                let loud = (u16::from(volume) * SHARE / 100) as u8;
                let bytes = wav::bytes(&what.samples(RUN), background_rate(), loud);
                let written = wav::write(&file, &bytes).is_ok();
                wav::remove_others(&file, what.id());
                written
            };
            if there {
                drop(orders.send(Order::Made(Made { what, volume, file })));
            }
        };
        drop(
            std::thread::Builder::new()
                .name("background".to_owned())
                .spawn(made),
        );
    }

    /// A background lies ready. It may no longer be the one that is wanted.
    pub(super) fn take(&mut self, made: Made) {
        if self.wanted == Some((made.what, made.volume)) {
            self.file = Some(made.file);
            self.next = None;
        }
    }

    pub(super) fn stop(&mut self) {
        self.wanted = None;
        self.file = None;
        self.next = None;
        for mut run in self.runs.drain(..) {
            run.end();
        }
    }

    /// Begins the next run when its time has come. A bell has no background.
    pub(super) fn look_after(&mut self, now: Instant, tool: Option<&Tool>) {
        let mut failed = false;
        self.runs.retain_mut(|run| match run.look(now) {
            Fate::Runs => true,
            Fate::Well => false,
            Fate::Badly(_) => {
                failed = true;
                false
            }
        });
        if failed {
            // Once is enough: a background that cannot be played is not worth a noise.
            self.stop();
        }
        let (Some(file), Some(tool)) = (&self.file, tool) else {
            return;
        };
        if self.next.is_some_and(|next| now < next) {
            return;
        }
        let length = Duration::from_secs(u64::from(RUN));
        let overlap = Duration::from_secs_f32(Background::overlap());
        match tool.play(file, None).start(length * 2, now) {
            Ok(run) => {
                self.runs.push(run);
                self.next = Some(now + length - overlap);
            }
            Err(_) => self.stop(),
        }
    }
}
