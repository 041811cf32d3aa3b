//! The program in a pseudo-terminal, with a small terminal on the other side that understands what it draws.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Long enough for a loaded machine; nothing waits this long unless it fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program and its terminal.
pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    shared: Arc<Mutex<Shared>>,
    /// The program's own folder: home, journal, settings.
    pub home: tempfile::TempDir,
}

struct Shared {
    screen: vt100::Parser,
    sent: Vec<u8>,
    /// When how many bytes had come.
    came: Vec<(Instant, usize)>,
    last: Instant,
    /// The window is being closed: nobody reads any more.
    closing: bool,
    /// Everything the program ever sent has come.
    ended: bool,
}

/// The modes a program can leave behind.
pub struct Modes {
    /// The alternate screen is shown.
    pub alternate_screen: bool,
    /// The cursor is hidden.
    pub hidden_cursor: bool,
    /// The mouse is caught.
    pub mouse: bool,
    /// Pastes are bracketed.
    pub bracketed_paste: bool,
    /// The line discipline is the shell's: lines are edited and letters are echoed.
    pub cooked: bool,
}

/// Everything the program has sent.
pub struct Sent(Vec<u8>);

impl Sent {
    /// How many bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How often some bytes were sent.
    pub fn count(&self, bytes: &[u8]) -> usize {
        self.0
            .windows(bytes.len())
            .filter(|window| *window == bytes)
            .count()
    }

    /// Whether the last time a private mode was set it was switched off (`l`), or it never was set.
    pub fn ends_with_off(&self, mode: &[u8]) -> bool {
        let at = self.0.windows(mode.len()).rposition(|window| window == mode);
        at.is_none_or(|at| self.0.get(at + mode.len()) == Some(&b'l'))
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("at least one cell")
}

/// A time zone in which it is now shortly after eight in the evening, so that a test sees the same evening
/// whenever it runs. POSIX counts offsets westward.
fn evening_somewhere() -> String {
    let now = chrono::Utc::now();
    let minutes = i64::from(chrono::Timelike::num_seconds_from_midnight(&now)) / 60;
    let mut east = (20 * 60 + 5 - minutes).rem_euclid(24 * 60);
    if east > 12 * 60 {
        east -= 24 * 60;
    }
    let sign = if east >= 0 { '-' } else { '+' };
    format!("EVE{sign}{:02}:{:02}", east.abs() / 60, east.abs() % 60)
}

/// The environment of every test: nothing of this machine's.
fn sealed(command: &mut CommandBuilder, home: &std::path::Path) {
    command.env_clear();
    command.env("PATH", std::env::var("PATH").unwrap_or_default());
    command.env("HOME", home);
    command.env("HEGU_HOME", home.join("hegu"));
    command.env("TERM", "xterm-256color");
    command.env("LANG", "en_GB.UTF-8");
    command.env("TZ", evening_somewhere());
    command.cwd(home);
}

/// Starts hegu straight under a pseudo-terminal.
pub fn spawn(width: u16, height: u16, args: &[&str]) -> Pty {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hegu"));
    command.args(args);
    start(width, height, command)
}

/// Starts hegu again in the home of a program that has ended: the next evening.
pub fn spawn_again(width: u16, height: u16, home: tempfile::TempDir) -> Pty {
    start_in(
        home,
        width,
        height,
        CommandBuilder::new(env!("CARGO_BIN_EXE_hegu")),
    )
}

/// Starts hegu again where it may not write a byte into any file, as with a quota that is used up.
pub fn spawn_without_room(width: u16, height: u16, home: tempfile::TempDir) -> Pty {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "ulimit -f 0; exec \"$0\"", env!("CARGO_BIN_EXE_hegu")]);
    start_in(home, width, height, command)
}

/// Starts hegu as a foreground job of a shell that says STOPPED when it stops, continues it on Enter, and
/// says DONE and its exit code. A process straight under a pseudo-terminal cannot be stopped by ctrl-z.
pub fn spawn_in_shell(width: u16, height: u16) -> Pty {
    let script = format!(
        "set -m; {}; echo STOPPED; read -r x; fg >/dev/null; echo DONE $?",
        env!("CARGO_BIN_EXE_hegu")
    );
    let mut command = CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-c", &script]);
    start(width, height, command)
}

/// Starts hegu so that it falls over something on purpose; see `trip` in `platform::world`.
pub fn spawn_tripping(over: &str, args: &[&str]) -> Pty {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hegu"));
    command.args(args);
    let home = tempfile::tempdir().expect("a home");
    sealed(&mut command, home.path());
    command.env("HEGU_TRIP_OVER", over);
    start_in(home, 80, 24, command)
}

fn start(width: u16, height: u16, command: CommandBuilder) -> Pty {
    start_in(tempfile::tempdir().expect("a home"), width, height, command)
}

fn start_in(home: tempfile::TempDir, width: u16, height: u16, mut command: CommandBuilder) -> Pty {
    if command.get_env("HEGU_TRIP_OVER").is_none() {
        sealed(&mut command, home.path());
    }
    let size = PtySize {
        rows: height,
        cols: width,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let child = pair.slave.spawn_command(command).expect("the program starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let writer = pair.master.take_writer().expect("its input");
    let shared = Arc::new(Mutex::new(Shared {
        screen: vt100::Parser::new(cells(height), cells(width), 0),
        sent: Vec::new(),
        came: Vec::new(),
        last: Instant::now(),
        closing: false,
        ended: false,
    }));
    let filled = Arc::clone(&shared);
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count) = reader.read(&mut bytes) {
            if count == 0 {
                break;
            }
            let mut shared = filled.lock().expect("the screen");
            shared.screen.process(&bytes[..count]);
            shared.sent.extend_from_slice(&bytes[..count]);
            shared.last = Instant::now();
            let mark = (shared.last, shared.sent.len());
            shared.came.push(mark);
            if shared.closing {
                break;
            }
        }
        filled.lock().expect("the screen").ended = true;
    });
    Pty {
        master: Some(pair.master),
        writer: Some(writer),
        child,
        shared,
        home,
    }
}

impl Pty {
    /// The home, for whoever comes after.
    pub fn into_home(mut self) -> tempfile::TempDir {
        std::mem::replace(&mut self.home, tempfile::tempdir().expect("another home"))
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.shared.lock().expect("the screen").screen.screen().contents()
    }

    /// The screen as a terminal of this size shows it that began when the program last cleared its own: what
    /// the small terminal here makes of a hundred other sizes in between does not matter.
    pub fn screen_since_cleared(&self, width: u16, height: u16) -> String {
        let shared = self.shared.lock().expect("the screen");
        let clear = b"\x1b[2J";
        let at = shared.sent.windows(clear.len()).rposition(|bytes| bytes == clear);
        let mut screen = vt100::Parser::new(cells(height), cells(width), 0);
        screen.process(&shared.sent[at.unwrap_or(0)..]);
        screen.screen().contents()
    }

    /// Waits until a text stands on the screen.
    pub fn wait_for(&self, text: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.screen().contains(text) {
            assert!(
                Instant::now() < end,
                "waited in vain for \"{text}\". The screen is:\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until nothing has come for a while.
    pub fn settle(&self) {
        let end = Instant::now() + PATIENCE;
        loop {
            std::thread::sleep(Duration::from_millis(20));
            let quiet = self.shared.lock().expect("the screen").last.elapsed() > Duration::from_millis(150);
            if quiet || Instant::now() > end {
                return;
            }
        }
    }

    /// Sends bytes as if typed.
    pub fn press(&mut self, bytes: &str) {
        let writer = self.writer.as_mut().expect("an open window");
        writer.write_all(bytes.as_bytes()).expect("the program reads");
        writer.flush().expect("the program reads");
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.shared
            .lock()
            .expect("the screen")
            .screen
            .screen_mut()
            .set_size(cells(height), cells(width));
        let size = PtySize {
            rows: height,
            cols: width,
            pixel_width: 0,
            pixel_height: 0,
        };
        let master = self.master.as_ref().expect("an open window");
        master.resize(size).expect("a new size");
    }

    /// Closes the window: the other side of the terminal is gone. `key` is one that is answered on the
    /// screen, so that whoever reads there wakes up and goes, too.
    pub fn close(&mut self, key: &str) {
        self.shared.lock().expect("the screen").closing = true;
        self.press(key);
        std::thread::sleep(Duration::from_millis(300));
        self.writer = None;
        self.master = None;
    }

    /// The program's process.
    pub fn pid(&self) -> String {
        self.child.process_id().expect("a process").to_string()
    }

    /// Sends a signal by name.
    pub fn signal(&self, name: &str) {
        let pid = self.pid();
        let status = std::process::Command::new("kill")
            .args(["-s", name, &pid])
            .status();
        assert!(status.expect("kill runs").success());
    }

    /// Waits for the program to end, and gives its exit code.
    pub fn exit_code(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                self.hear_out();
                return status.exit_code();
            }
            assert!(
                Instant::now() < end,
                "does not end. The screen is:\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for the program to end, however it ends.
    pub fn wait_for_end(&mut self, patience: Duration) {
        let end = Instant::now() + patience;
        while self.child.try_wait().expect("a status").is_none() {
            assert!(
                Instant::now() < end,
                "does not end. The screen is:\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
        self.hear_out();
    }

    /// The program has ended: what it sent last may still be on its way, however long that takes on a busy machine.
    fn hear_out(&self) {
        let end = Instant::now() + PATIENCE;
        while !self.shared.lock().expect("the screen").ended && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Every window title that was set, and when it came.
    pub fn titles(&self) -> Vec<(Instant, String)> {
        let shared = self.shared.lock().expect("the screen");
        let mut titles = Vec::new();
        let mut from = 0;
        while let Some(at) = find(&shared.sent[from..], b"\x1b]2;") {
            let start = from + at + 4;
            let Some(length) = find(&shared.sent[start..], b"\x1b\\") else {
                break;
            };
            from = start + length;
            let mark = shared.came.iter().find(|(_, count)| *count >= from);
            if let Some((when, _)) = mark {
                let title = String::from_utf8_lossy(&shared.sent[start..from]);
                titles.push((*when, title.into_owned()));
            }
        }
        titles
    }

    /// The modes the terminal is in.
    pub fn modes(&self) -> Modes {
        let shared = self.shared.lock().expect("the screen");
        let screen = shared.screen.screen();
        let line = self.master.as_ref().and_then(|master| master.get_termios());
        let line = format!("{:?}", line.map(|line| line.local_flags));
        Modes {
            cooked: line.contains("ICANON") && line.contains("ECHO"),
            alternate_screen: screen.alternate_screen(),
            hidden_cursor: screen.hide_cursor(),
            mouse: screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
            bracketed_paste: screen.bracketed_paste(),
        }
    }

    /// Everything sent so far.
    pub fn sent(&self) -> Sent {
        Sent(self.shared.lock().expect("the screen").sent.clone())
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        drop(self.child.kill());
    }
}
