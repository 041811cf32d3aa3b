//! The real world, as the loop knows it.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use super::beside::{Beside, Outcome, Setup};
use super::clock::Clock;
use super::desk::Desk;
use super::ground::Asked;
use super::own_files::read_beside;
use super::places::Places;
use super::terminal::Session;
use crate::app::signal::Hush;
use crate::app::{Answer, Effect, Key, KeyCode, Message, Model, Own, Pointer, Signal};
use crate::domain::time::{Moment, Now};
use crate::domain::words::Languages;
use crate::runtime::World;

/// How long the terminal is given way to after the first frame: nobody sees it, and where both share a core it is
/// enough to paint.
const GIVE_WAY: Duration = Duration::from_millis(1);

/// Terminal, clocks and disk.
#[derive(Debug)]
pub struct RealWorld {
    clock: Clock,
    session: Session,
    desk: Desk,
    signals: signals::Signals,
    beside: Beside,
    /// Where the mouse button went down or was last dragged to, and whether it was dragged.
    pressed: Option<((u16, u16), bool)>,
    /// What the terminal was asked, until it was answered.
    asked: Option<Asked>,
    /// What it said, and what was typed meanwhile.
    heard: VecDeque<Message>,
    /// An answer of the terminal may still come.
    late: bool,
    /// It is coming.
    swallowing: bool,
    /// Where the person's own files are.
    own: Option<(Places, Languages)>,
    /// They are being read.
    arriving: Option<Receiver<Own>>,
}

impl RealWorld {
    /// Takes the terminal. `size` is its size in cells.
    pub fn enter(clock: Clock, desk: Desk, setup: Setup, size: (u16, u16)) -> io::Result<RealWorld> {
        super::terminal::restore_on_panic();
        let signals = signals::Signals::listen()?;
        let beside = Beside::new(setup, signals.waker()?);
        Ok(RealWorld {
            clock,
            desk,
            session: Session::enter(size)?,
            signals,
            beside,
            pressed: None,
            asked: None,
            heard: VecDeque::new(),
            late: false,
            swallowing: false,
            own: None,
            arriving: None,
        })
    }

    /// The same world, which can read the person's own points and routines.
    pub fn with_own(self, places: Places, languages: Languages) -> RealWorld {
        RealWorld {
            own: Some((places, languages)),
            ..self
        }
    }

    /// Begins to read them.
    fn read_own(&mut self) {
        if let (Some((places, languages)), Ok(wake)) = (self.own.clone(), self.signals.waker()) {
            self.arriving = Some(read_beside(places, languages, wake));
        }
    }

    fn suspend(&mut self) -> Vec<Message> {
        if self.beside.is_running() {
            // What sounds is stopped first; then its thread stops with us.
            self.beside.perform(Signal::Hush(Hush::All));
            std::thread::sleep(Duration::from_millis(60));
        }
        super::terminal::leave();
        signals::stop_here();
        let back = self.come_back();
        self.signals.forget_continue();
        [Message::Continued].into_iter().chain(back).collect()
    }

    /// Takes the terminal again, which may have another size by now, or be gone.
    fn come_back(&mut self) -> Option<Message> {
        match self.session.enter_again() {
            Ok(()) => size().map(|(width, height)| Message::Resized { width, height }),
            Err(_) => Some(Message::Terminate),
        }
    }

    /// Asks for the ground. The answer is heard when it comes: nothing waits for it.
    pub fn ask_ground(&mut self) {
        signals::ask(super::ground::QUESTION);
        self.asked = Some(Asked::now());
    }

    /// What the terminal has said of its ground by now.
    pub fn heard_ground(&mut self) -> Vec<Message> {
        self.hear_ground();
        let first = self.heard.front();
        let said = first.is_some_and(|message| matches!(message, Message::Answer(_)));
        self.heard.drain(..usize::from(said)).collect()
    }

    /// Takes in what came since the question. Until all is said, or it is too late for that, what comes is read here:
    /// what is typed meanwhile is not lost.
    fn hear_ground(&mut self) {
        let Some(asked) = &mut self.asked else { return };
        let heard = signals::hear(asked, &mut self.signals);
        if !heard.done && asked.left() > Duration::ZERO {
            return;
        }
        self.asked = None;
        self.late = !heard.done;
        let ground = heard
            .ground
            .map(|(ground, paper)| Message::Answer(Answer::Ground { ground, paper }));
        let typed = super::ground::keys(&heard.typed).into_iter().map(Message::Key);
        self.heard.extend(ground.into_iter().chain(typed));
    }

    /// Whether an event belongs to an answer that came too late: from alt+] to the bell or alt+\.
    fn is_late_answer(&mut self, event: &Event) -> bool {
        let Event::Key(key) = event else { return false };
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match (self.swallowing, key.code) {
            (false, event::KeyCode::Char(']')) if alt && self.late => {
                self.late = false;
                self.swallowing = true;
                true
            }
            (true, code) => {
                let end = matches!(code, event::KeyCode::Char('\\') if alt)
                    || matches!(code, event::KeyCode::Char('g') if ctrl);
                self.swallowing = !end;
                true
            }
            _ => false,
        }
    }

    /// Lends the terminal to the person's own editor.
    fn edit(&mut self, note: &str) -> Vec<Message> {
        super::terminal::leave();
        let edited = super::editor::edit(note);
        let edited = Message::Answer(Answer::Edited(edited));
        [edited].into_iter().chain(self.come_back()).collect()
    }

    fn translate(&mut self, event: Event) -> Option<Message> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                let shift = key.modifiers.contains(KeyModifiers::SHIFT);
                let code = match key.code {
                    event::KeyCode::Char(c) => KeyCode::Char(c),
                    event::KeyCode::Enter => KeyCode::Enter,
                    event::KeyCode::Esc => KeyCode::Esc,
                    event::KeyCode::Tab => KeyCode::Tab,
                    event::KeyCode::BackTab => KeyCode::BackTab,
                    event::KeyCode::Backspace => KeyCode::Backspace,
                    event::KeyCode::Delete => KeyCode::Delete,
                    event::KeyCode::Up if shift => KeyCode::ShiftUp,
                    event::KeyCode::Down if shift => KeyCode::ShiftDown,
                    event::KeyCode::Left if shift => KeyCode::ShiftLeft,
                    event::KeyCode::Right if shift => KeyCode::ShiftRight,
                    event::KeyCode::Up => KeyCode::Up,
                    event::KeyCode::Down => KeyCode::Down,
                    event::KeyCode::Left => KeyCode::Left,
                    event::KeyCode::Right => KeyCode::Right,
                    event::KeyCode::Home => KeyCode::Home,
                    event::KeyCode::End => KeyCode::End,
                    event::KeyCode::PageUp => KeyCode::PageUp,
                    event::KeyCode::PageDown => KeyCode::PageDown,
                    _ => return None,
                };
                let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
                let alt = key.modifiers.contains(KeyModifiers::ALT);
                Some(Message::Key(Key { code, ctrl, alt }))
            }
            Event::Key(_) => None,
            Event::Paste(text) => Some(Message::Pasted(text)),
            Event::Resize(width, height) => Some(Message::Resized { width, height }),
            Event::FocusGained => Some(Message::Focused(true)),
            Event::FocusLost => Some(Message::Focused(false)),
            Event::Mouse(mouse) => {
                let here = (mouse.column, mouse.row);
                let pointer = match mouse.kind {
                    // Whether it is a click or the beginning of a drag is known when the button comes up.
                    MouseEventKind::Down(MouseButton::Left) => {
                        self.pressed = Some((here, false));
                        return None;
                    }
                    MouseEventKind::Drag(MouseButton::Left) => {
                        let ((x, y), _) = self.pressed.filter(|(from, _)| *from != here)?;
                        self.pressed = Some((here, true));
                        Pointer::Drag {
                            dx: here.0 as i16 - x as i16,
                            dy: here.1 as i16 - y as i16,
                        }
                    }
                    MouseEventKind::Up(MouseButton::Left) => match self.pressed.take() {
                        Some((_, false)) => Pointer::Click,
                        _ => return None,
                    },
                    MouseEventKind::ScrollUp => Pointer::WheelUp,
                    MouseEventKind::ScrollDown => Pointer::WheelDown,
                    _ => return None,
                };
                Some(Message::Mouse {
                    pointer,
                    column: here.0,
                    row: here.1,
                })
            }
        }
    }
}

impl World for RealWorld {
    type Error = io::Error;

    fn now(&mut self) -> Now {
        self.clock.now()
    }

    fn wait(&mut self, until: Option<Moment>) -> io::Result<Option<Message>> {
        loop {
            if let Some(message) = self.pending()? {
                return Ok(Some(message));
            }
            let left = match until {
                None => None,
                Some(until) => match until.since(self.clock.now().steady) {
                    0 => return Ok(None),
                    ms => Some(Duration::from_millis(ms)),
                },
            };
            let answer = self.asked.as_ref().map(Asked::left);
            let left = left.into_iter().chain(answer).min();
            // Where nothing wakes the wait from beside, it is looked after now and then.
            let beside = self.beside.is_running() || self.arriving.is_some();
            let left = match signals::LOOKS_BESIDE.filter(|_| beside) {
                Some(often) => Some(left.map_or(often, |left| left.min(often))),
                None => left,
            };
            if self.signals.wait_for_input(left)? == signals::Woken::Gone {
                return Ok(Some(Message::Terminate));
            }
        }
    }

    fn pending(&mut self) -> io::Result<Option<Message>> {
        if self.signals.asked_to_end() {
            return Ok(Some(Message::Terminate));
        }
        if self.signals.asked_to_stop() {
            return Ok(Some(Message::Key(Key::ctrl('z'))));
        }
        if self.signals.continued() {
            self.session.enter_again()?;
            return Ok(Some(Message::Continued));
        }
        while let Some(outcome) = self.beside.came_back() {
            match outcome {
                Outcome::Ring => self.session.ring()?,
                Outcome::Report(report) => return Ok(Some(Message::Answer(Answer::Beside(report)))),
            }
        }
        if let Some(own) = self.arriving.as_ref().and_then(|own| own.try_recv().ok()) {
            self.arriving = None;
            return Ok(Some(Message::Answer(Answer::Own(own))));
        }
        self.hear_ground();
        if self.asked.is_some() || !self.heard.is_empty() {
            return Ok(self.heard.pop_front());
        }
        while event::poll(Duration::ZERO)? {
            let event = event::read()?;
            if self.is_late_answer(&event) {
                continue;
            }
            if let Some(message) = self.translate(event) {
                return Ok(Some(message));
            }
        }
        Ok(None)
    }

    fn perform(&mut self, effect: Effect) -> Vec<Message> {
        #[cfg(debug_assertions)]
        trip::over_effect(&effect);
        match effect {
            Effect::Suspend => self.suspend(),
            Effect::Copy(text) => {
                drop(self.session.copy(&text));
                Vec::new()
            }
            Effect::HearGround => {
                // The frame is painted, and the question answered, before the disk is asked for anything.
                drop(self.signals.wait_for_input(Some(GIVE_WAY)));
                self.heard_ground()
            }
            Effect::ReadOwn => {
                self.read_own();
                Vec::new()
            }
            Effect::Signal(Signal::Notify { text }) if self.session.notify(&text) => Vec::new(),
            Effect::Signal(signal) => {
                self.beside.perform(signal);
                Vec::new()
            }
            Effect::EditNote(note) => self.edit(&note),
            // The loop sees that the model is over; dropping the session gives the terminal back.
            Effect::Quit => Vec::new(),
            kept => self.desk.perform(kept, self.clock.now()),
        }
    }

    fn draw(&mut self, model: &Model) -> io::Result<()> {
        #[cfg(debug_assertions)]
        trip::over_screen(model);
        self.session.show(model)
    }
}

#[cfg(debug_assertions)]
mod trip {
    //! A mistake of ours on purpose, for the tests of the real terminal; not in a release.

    use super::{Effect, Model};

    /// Names what to fall over: a screen, an effect, or `beside` for another thread.
    const VARIABLE: &str = "HEGU_TRIP_OVER";

    pub fn over_screen(model: &Model) {
        over(|| format!("{:?}", model.screen));
    }

    pub fn over_effect(effect: &Effect) {
        over(|| format!("{effect:?}"));
    }

    fn over(shown: impl Fn() -> String) {
        let Ok(name) = std::env::var(VARIABLE) else { return };
        let shown = shown();
        if let Some(name) = name.strip_prefix("beside ") {
            if shown.starts_with(name) {
                let beside = std::thread::spawn(|| panic!("tripped beside the loop"));
                drop(beside.join());
            }
        } else if shown.starts_with(&name) {
            panic!("tripped over {name}");
        }
    }
}

/// The terminal's size in cells, if it has one.
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size()
        .ok()
        .filter(|(width, height)| *width > 0 && *height > 0)
}

#[cfg(unix)]
mod signals {
    //! Signals and keys wait in one place, so that nothing has to look around now and then.

    use std::fs::File;
    use std::io::{self, IsTerminal, Read, Write};
    use std::os::fd::AsFd;
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use super::super::ground::{self, Asked, Heard};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

    /// What ended a wait.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Woken {
        /// Something to look at, or the time was up.
        Look,
        /// The terminal is gone.
        Gone,
    }

    /// Flags set by signals, and a pipe that wakes the loop when one is set.
    #[derive(Debug)]
    pub struct Signals {
        end: Arc<AtomicBool>,
        stop: Arc<AtomicBool>,
        cont: Arc<AtomicBool>,
        woken: UnixStream,
        wake: UnixStream,
        keys: File,
    }

    /// Everything that waits here wakes the loop.
    pub const LOOKS_BESIDE: Option<Duration> = None;

    impl Signals {
        /// Begins to listen.
        pub fn listen() -> io::Result<Signals> {
            let (woken, wake) = UnixStream::pair()?;
            woken.set_nonblocking(true)?;
            wake.set_nonblocking(true)?;
            let flag = || Arc::new(AtomicBool::new(false));
            let (end, stop, cont) = (flag(), flag(), flag());
            // The flag of a signal is registered before the pipe, so that it is set when the loop wakes.
            for signal in [SIGTERM, SIGHUP, SIGINT] {
                signal_hook::flag::register(signal, Arc::clone(&end))?;
            }
            signal_hook::flag::register(SIGTSTP, Arc::clone(&stop))?;
            signal_hook::flag::register(SIGCONT, Arc::clone(&cont))?;
            for signal in [SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH] {
                signal_hook::low_level::pipe::register(signal, wake.try_clone()?)?;
            }
            // Keys come from where crossterm reads them: standard input if it is a terminal.
            let stdin = io::stdin();
            let keys = if stdin.is_terminal() {
                File::from(stdin.as_fd().try_clone_to_owned()?)
            } else {
                File::open("/dev/tty")?
            };
            Ok(Signals {
                end,
                stop,
                cont,
                woken,
                wake,
                keys,
            })
        }

        /// What ends a wait from another thread.
        pub fn waker(&self) -> io::Result<Box<dyn Fn() + Send>> {
            let wake = self.wake.try_clone()?;
            Ok(Box::new(move || drop((&wake).write(&[0]))))
        }

        /// Waits until a key or a signal is there, or the time is up.
        pub fn wait_for_input(&mut self, left: Option<Duration>) -> io::Result<Woken> {
            let timeout = left.map(|left| Timespec {
                tv_sec: left.as_secs() as i64,
                tv_nsec: i64::from(left.subsec_nanos()),
            });
            let mut fds = [
                PollFd::new(&self.keys, PollFlags::IN),
                PollFd::new(&self.woken, PollFlags::IN),
            ];
            match poll(&mut fds, timeout.as_ref()) {
                Ok(_) => {}
                Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
            let keys = fds[0].revents();
            let mut bytes = [0; 64];
            while matches!(self.woken.read(&mut bytes), Ok(count) if count > 0) {}
            let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
            Ok(if keys.intersects(gone) {
                Woken::Gone
            } else {
                Woken::Look
            })
        }

        /// TERM, HUP or INT has come.
        pub fn asked_to_end(&self) -> bool {
            self.end.load(Ordering::SeqCst)
        }

        /// TSTP has come. Asked once.
        pub fn asked_to_stop(&self) -> bool {
            self.stop.swap(false, Ordering::SeqCst)
        }

        /// CONT has come. Asked once.
        pub fn continued(&self) -> bool {
            self.cont.swap(false, Ordering::SeqCst)
        }

        /// CONT has been dealt with.
        pub fn forget_continue(&self) {
            self.cont.store(false, Ordering::SeqCst);
        }
    }

    /// Asks the terminal something.
    pub fn ask(question: &[u8]) {
        // A terminal that is gone says so where keys are waited for.
        drop(
            io::stdout()
                .write_all(question)
                .and_then(|()| io::stdout().flush()),
        );
    }

    /// Reads what has come since it was asked.
    pub fn hear(asked: &mut Asked, signals: &mut Signals) -> Heard {
        let mut some = [0; 256];
        let there = || {
            let mut fds = [PollFd::new(&signals.keys, PollFlags::IN)];
            matches!(poll(&mut fds, Some(&Timespec::default())), Ok(1..))
        };
        while there() && !ground::hear(&asked.bytes).done {
            match (&signals.keys).read(&mut some) {
                Ok(count) if count > 0 => asked.bytes.extend(&some[..count]),
                _ => break,
            }
        }
        ground::hear(&asked.bytes)
    }

    /// Stops this process as ctrl-z stops any other; returns when it is continued.
    pub fn stop_here() {
        drop(signal_hook::low_level::emulate_default_handler(SIGTSTP));
    }
}

#[cfg(not(unix))]
mod signals {
    //! No signals here: keys and time are all there is.

    use std::io;
    use std::time::Duration;

    use super::super::ground::{Asked, Heard};

    /// What ended a wait.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Woken {
        /// Something to look at, or the time was up.
        Look,
        /// The terminal is gone.
        Gone,
    }

    /// Nothing is asked here: there is no one place to read the answer from.
    pub fn ask(_question: &[u8]) {}

    /// Nothing was asked.
    pub fn hear(_asked: &mut Asked, _signals: &mut Signals) -> Heard {
        Heard {
            done: true,
            ..Heard::default()
        }
    }

    /// Nothing here ends a wait from another thread.
    pub const LOOKS_BESIDE: Option<Duration> = Some(Duration::from_millis(100));

    /// Nothing to listen to.
    #[derive(Debug)]
    pub struct Signals;

    impl Signals {
        /// Begins to listen.
        pub fn listen() -> io::Result<Signals> {
            Ok(Signals)
        }

        /// Nothing to wake.
        pub fn waker(&self) -> io::Result<Box<dyn Fn() + Send>> {
            Ok(Box::new(|| ()))
        }

        /// Waits until a key is there, or the time is up.
        pub fn wait_for_input(&mut self, left: Option<Duration>) -> io::Result<Woken> {
            crossterm::event::poll(left.unwrap_or(Duration::from_secs(3600)))?;
            Ok(Woken::Look)
        }

        /// Never.
        pub fn asked_to_end(&self) -> bool {
            false
        }

        /// Never.
        pub fn asked_to_stop(&self) -> bool {
            false
        }

        /// Never.
        pub fn continued(&self) -> bool {
            false
        }

        /// Nothing to forget.
        pub fn forget_continue(&self) {}
    }

    /// There is no stopping here.
    pub fn stop_here() {}
}
