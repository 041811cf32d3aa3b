//! The real standard input and output, the clocks, and what is told beyond the lines.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::super::Home;
use super::{Plain, Word};
use crate::app::signal::{Report, Signal};
use crate::domain::time::{Moment, Now};
use crate::platform::beside::{Beside, Outcome};
use crate::platform::clock::Clock;

/// Everything that can end a wait comes through one channel.
enum Came {
    Word(Word),
    /// No further line will come.
    NoMoreLines,
    /// Something came back from beside.
    Beside,
}

/// The end sounds for 4 s.
const RING_OUT: Duration = Duration::from_secs(5);

/// Standard input and output.
pub(in crate::cli) struct Lines {
    clock: Clock,
    came: Receiver<Came>,
    listens: bool,
    /// Somebody sits at a terminal here, on one side or the other: sounds are heard.
    heard: bool,
    beside: Beside,
}

impl Lines {
    pub(in crate::cli) fn real(home: &Home) -> Lines {
        let (send, came) = channel();
        let waker = send.clone();
        signals::listen(&send);
        std::thread::spawn(move || {
            for line in io::stdin().lock().lines().map_while(Result::ok) {
                if send.send(Came::Word(Word::Typed(line))).is_err() {
                    return;
                }
            }
            drop(send.send(Came::NoMoreLines));
        });
        let wake = move || drop(waker.send(Came::Beside));
        Lines {
            clock: Clock::default(),
            came,
            listens: true,
            heard: io::stdin().is_terminal() || io::stdout().is_terminal(),
            beside: Beside::new(home.beside.clone(), Box::new(wake)),
        }
    }

    /// The last sound and the last words may still be heard.
    pub(in crate::cli) fn ring_out(&mut self) {
        self.beside.end(RING_OUT);
        self.look_beside();
    }

    /// What came back from beside: the bell rings here, a failing command is a note.
    fn look_beside(&mut self) {
        while let Some(outcome) = self.beside.came_back() {
            match outcome {
                Outcome::Ring if io::stdout().is_terminal() => {
                    let mut out = io::stdout().lock();
                    drop(out.write_all(b"\x07").and_then(|()| out.flush()));
                }
                Outcome::Report(Report::HookFailed(why)) => {
                    drop(writeln!(io::stderr(), "hegu: {why}"));
                }
                Outcome::Ring | Outcome::Report(_) => {}
            }
        }
    }
}

impl Plain for Lines {
    fn now(&mut self) -> Now {
        self.clock.now()
    }

    fn attended(&self) -> bool {
        io::stdin().is_terminal()
    }

    fn listens(&self) -> bool {
        self.listens
    }

    fn wait(&mut self, until: Option<Moment>) -> Option<Word> {
        loop {
            let came = match until {
                Some(until) => {
                    let rest = until.since(self.clock.now().steady);
                    self.came.recv_timeout(Duration::from_millis(rest))
                }
                None => self.came.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match came {
                Ok(Came::Word(word)) => return Some(word),
                Ok(Came::Beside) => self.look_beside(),
                Ok(Came::NoMoreLines) => {
                    self.listens = false;
                    // Whoever waits for a line need not wait any longer.
                    until?;
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    fn say(&mut self, line: &str) -> bool {
        let mut out = io::stdout().lock();
        writeln!(out, "{line}").and_then(|()| out.flush()).is_ok()
    }

    fn signal(&mut self, signal: Signal) {
        let sounds = matches!(
            signal,
            Signal::Sound { .. } | Signal::Speak { .. } | Signal::Background { .. } | Signal::Notify { .. }
        );
        if self.heard || !sounds {
            self.beside.perform(signal);
        }
    }
}

#[cfg(unix)]
mod signals {
    //! TERM, HUP and INT end a practice as leaving the window does; CONT means that it was stopped.

    use std::io::Read;
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};

    use super::{Came, Sender, Word};

    /// Begins to listen. Where that is refused, signals do what they do to any program.
    pub(super) fn listen(send: &Sender<Came>) {
        let Ok((mut woken, wake)) = UnixStream::pair() else {
            return;
        };
        let continued = Arc::new(AtomicBool::new(false));
        let mut registered = signal_hook::flag::register(SIGCONT, Arc::clone(&continued)).is_ok();
        for signal in [SIGCONT, SIGHUP, SIGINT, SIGTERM] {
            let piped = wake
                .try_clone()
                .and_then(|wake| signal_hook::low_level::pipe::register(signal, wake));
            registered &= piped.is_ok();
        }
        if !registered {
            return;
        }
        let send = send.clone();
        std::thread::spawn(move || {
            let mut byte = [0];
            while woken.read_exact(&mut byte).is_ok() {
                let word = match continued.swap(false, Ordering::SeqCst) {
                    true => Word::Continued,
                    false => Word::End,
                };
                if send.send(Came::Word(word)).is_err() {
                    return;
                }
            }
        });
    }
}

#[cfg(not(unix))]
mod signals {
    //! No signals here.

    /// Nothing to listen to.
    pub(super) fn listen(_send: &super::Sender<super::Came>) {}
}
