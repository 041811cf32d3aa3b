//! What runs beside the loop: sounds, the voice, the person's own command, and what keeps the machine awake.
//!
//! One thread, which starts with the first signal and ends with the program. It starts child processes, never
//! through a shell, reaps them, and ends those that hang. The loop only hands signals over: it never waits
//! for any of this. What there is to say comes back as an [`Outcome`].

mod awake;
mod background;
mod cues;
mod hook;
mod job;
mod speech;
#[cfg(test)]
mod tests;
mod tools;
mod wav;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::app::signal::{Report, Signal};

/// Where things are and what this machine is like. Nothing of it is looked at before the first signal.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Sounds that can be made again are kept here.
    pub cache: PathBuf,
    /// The person's own sounds: `in.wav`, `press.ogg`.
    pub own_sounds: PathBuf,
    /// Where programs are looked for.
    pub path: OsString,
    /// The speakers are not those of this machine: it is used over ssh.
    pub far: bool,
}

impl Setup {
    /// As the environment says. `var` looks up an environment variable.
    pub fn new(places: &super::places::Places, var: impl Fn(&str) -> Option<OsString>) -> Setup {
        let set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
        Setup {
            cache: places.cache().join("sounds-1"),
            own_sounds: places.sounds(),
            path: var("PATH").unwrap_or_default(),
            far: set("SSH_CONNECTION") || set("SSH_TTY"),
        }
    }
}

/// What comes back from beside.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Something for the program to know.
    Report(Report),
    /// Ring the terminal's bell: only the loop writes to the terminal.
    Ring,
}

/// A signal, or something the worker left to itself.
enum Order {
    Signal(Signal),
    /// A background has been made and lies here.
    Made(background::Made),
    /// The program ends; what sounds may go on for so long.
    Over(Duration),
}

/// The handle of the loop.
pub struct Beside {
    setup: Setup,
    wake: Option<Box<dyn Fn() + Send>>,
    running: Option<(Sender<Order>, JoinHandle<()>)>,
    outcomes: (Sender<Outcome>, Receiver<Outcome>),
}

impl std::fmt::Debug for Beside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let running = self.running.is_some();
        f.debug_struct("Beside").field("running", &running).finish()
    }
}

impl Beside {
    /// Nothing starts yet. `wake` is called from the other thread whenever an outcome waits.
    pub fn new(setup: Setup, wake: Box<dyn Fn() + Send>) -> Beside {
        Beside {
            setup,
            wake: Some(wake),
            running: None,
            outcomes: channel(),
        }
    }

    /// Hands a signal over. Never waits.
    pub fn perform(&mut self, signal: Signal) {
        if self.running.is_none()
            && let Some(wake) = self.wake.take()
        {
            let (send, receive) = channel();
            let mut worker = Worker::new(self.setup.clone(), self.outcomes.0.clone(), send.clone(), wake);
            let thread = std::thread::Builder::new().name("beside".to_owned());
            // No thread, no sound: the screen goes on.
            self.running = thread
                .spawn(move || worker.work(&receive))
                .ok()
                .map(|handle| (send, handle));
        }
        if let Some((send, _)) = &self.running {
            drop(send.send(Order::Signal(signal)));
        }
    }

    /// What came back, if anything did.
    pub fn came_back(&mut self) -> Option<Outcome> {
        self.outcomes.1.try_recv().ok()
    }

    /// Whether anything may still come back.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }
}

impl Beside {
    /// Ends it all. What was handed over is still carried out, and what sounds may sound on for so long.
    pub fn end(&mut self, patience: Duration) {
        if let Some((send, handle)) = self.running.take() {
            drop(send.send(Order::Over(patience)));
            drop(handle.join());
        }
    }
}

impl Drop for Beside {
    /// Ends with the program: nothing sounds on.
    fn drop(&mut self) {
        self.end(Duration::ZERO);
    }
}

/// Everything that is going on.
struct Worker {
    cues: cues::Cues,
    voice: speech::Voice,
    background: background::Player,
    hooks: hook::Hooks,
    awake: Option<awake::Awake>,
    out: Out,
    path: OsString,
    far: bool,
}

/// Where outcomes go.
struct Out {
    send: Sender<Outcome>,
    wake: Box<dyn Fn() + Send>,
}

impl Out {
    fn say(&self, outcome: Outcome) {
        if self.send.send(outcome).is_ok() {
            (self.wake)();
        }
    }

    fn report(&self, report: Report) {
        self.say(Outcome::Report(report));
    }
}

/// How often children are looked after while there are any.
const LOOK: Duration = Duration::from_millis(40);

impl Worker {
    fn new(setup: Setup, send: Sender<Outcome>, orders: Sender<Order>, wake: Box<dyn Fn() + Send>) -> Worker {
        Worker {
            cues: cues::Cues::new(&setup),
            voice: speech::Voice::new(&setup),
            background: background::Player::new(&setup, orders),
            hooks: hook::Hooks::default(),
            awake: None,
            out: Out { send, wake },
            path: setup.path,
            far: setup.far,
        }
    }

    fn work(&mut self, orders: &Receiver<Order>) {
        let mut over: Option<Instant> = None;
        loop {
            let busy = self.cues.is_busy() || self.voice.is_busy();
            if over.is_some_and(|until| !busy || Instant::now() >= until) {
                break;
            }
            let order = match self.wait() {
                Some(wait) => orders.recv_timeout(wait),
                None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(Order::Signal(signal)) => self.carry_out(signal),
                Ok(Order::Made(made)) => self.background.take(made),
                Ok(Order::Over(patience)) => {
                    self.awake = None;
                    self.background.stop();
                    over = Some(Instant::now() + patience);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            let now = Instant::now();
            self.cues.look_after(now, &self.out);
            self.voice.look_after(now, &self.out);
            self.background.look_after(now, self.cues.rung());
            self.hooks.look_after(now, &self.out);
        }
        // Sounds end with the program; the person's own command is theirs and goes on.
        self.cues.hush();
        self.voice.hush();
        self.background.stop();
    }

    /// How long to wait for the next order; `None` when nothing is going on.
    fn wait(&self) -> Option<Duration> {
        let busy = self.cues.is_busy() || self.voice.is_busy() || self.hooks.is_busy();
        match (busy, self.background.is_on()) {
            (true, _) => Some(LOOK),
            (false, true) => Some(10 * LOOK),
            (false, false) => None,
        }
    }

    fn carry_out(&mut self, signal: Signal) {
        let now = Instant::now();
        match signal {
            Signal::Sound { cues, volume, player } => {
                self.cues.play(&cues, volume, &player, now, &self.out);
            }
            Signal::Speak {
                text,
                lang,
                volume,
                urgent,
                command,
            } => {
                let line = speech::Said {
                    text,
                    lang,
                    volume,
                    at: now,
                };
                self.voice.speak(line, urgent, &command, &self.out);
            }
            Signal::Background { what, volume, player } => {
                self.cues.settle(&player, &self.out);
                self.background.set(what, volume);
            }
            Signal::Hush(hush) => {
                if hush.sounds() {
                    self.cues.hush();
                    self.background.stop();
                }
                if hush.voice() {
                    self.voice.hush();
                }
            }
            Signal::Awake(true) if !self.far => {
                self.awake = self.awake.take().or_else(|| awake::Awake::hold(&self.path));
            }
            Signal::Awake(_) => self.awake = None,
            Signal::Hook(hook) => self.hooks.run(&hook, now, &self.out),
            Signal::Notify { text } => {
                if let Some(notify) = tools::find(&self.path, "notify-send") {
                    let command = job::Command::new(notify, ["--app-name=hegu", "--", "hegu", text.as_str()]);
                    self.hooks.leave_to_itself(command, now);
                } else {
                    self.out.say(Outcome::Ring);
                }
            }
        }
    }
}
