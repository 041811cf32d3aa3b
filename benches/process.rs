//! The whole program in a pseudo-terminal that answers nothing, beside bare ratatui programs built from the same
//! dependencies: time to the first complete frame, a key to its paint, a letter, a step on the map, a flood of
//! keys, stillness, memory, and a breathing practice.
//!
//! `cargo bench --bench process` prints a table; hegu and its control alternate, and only the ratios mean
//! anything on another machine. What the terminal itself does with the bytes is not in any figure. Linux, where
//! the kernel says what a process used; elsewhere those lines are left out.

#[path = "../tests/support/year.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod year;

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, TimeDelta};
use hegu::domain::journal::Trouble;
use hegu::platform::journal::Journal;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How often each is started.
const STARTS: usize = 15;
/// How many keys each is sent.
const KEYS: usize = 60;
/// Nothing more comes after this long without a byte.
const QUIET: Duration = Duration::from_millis(80);
/// So long stillness is watched, and a moving picture.
const WATCHED: Duration = Duration::from_secs(10);
/// Terminal cells.
const SIZE: (u16, u16) = (120, 40);

fn main() {
    // The controls are this program itself, so that they have the same dependencies and the same flags.
    match std::env::args().nth(1).as_deref() {
        Some("bare-list") => return controls::list(),
        Some("bare-circle") => return controls::circle(),
        _ => {}
    }
    let home = tempfile::tempdir().expect("a folder");
    prepare(home.path());
    let hegu = |args: &'static [&'static str]| {
        let home = home.path().to_owned();
        move || {
            let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hegu"));
            command.args(args);
            command.env("HEGU_HOME", &home);
            command
        }
    };
    let bare = |what: &'static str| {
        move || {
            let mut command = CommandBuilder::new(std::env::current_exe().expect("this program"));
            command.arg(what);
            command
        }
    };
    println!("{:<34} {:>12} {:>12} {:>8}", "", "hegu", "bare", "ratio");
    let starts: Vec<(Duration, Duration)> = (0..=STARTS)
        .map(|_| (start(hegu(&[])()), start(bare("bare-list")())))
        .skip(1)
        .collect();
    row("first complete frame, ms", &starts);

    let mut ours = Running::begin(hegu(&[])());
    let mut control = Running::begin(bare("bare-list")());
    let keys: Vec<(Duration, Duration)> = (0..KEYS)
        .map(|nth| {
            let key = walk(nth);
            (ours.painted_after(key), control.painted_after(key))
        })
        .collect();
    row("a key to its paint, ms", &keys);
    // Beside the same key of the control: it has no search and no map.
    ours.painted_after(b"/");
    let letters: Vec<(Duration, Duration)> = "headache sleep neck"
        .bytes()
        .enumerate()
        .map(|(nth, letter)| (ours.painted_after(&[letter]), control.painted_after(walk(nth))))
        .collect();
    row("a letter in the search, ms", &letters);
    ours.painted_after(b"\x1b");
    ours.painted_after(b"m");
    let steps: Vec<(Duration, Duration)> = (0..KEYS)
        .map(|nth| {
            let key = [b"+", b"l", b"-", b"h"][nth % 4];
            (ours.painted_after(key), control.painted_after(walk(nth)))
        })
        .collect();
    row("zooming and walking on the map, ms", &steps);
    ours.painted_after(b"\x1b");
    // Each ends on another row than it began.
    let floods = [b"jk".repeat(100), b"kj".repeat(100)].map(|mut keys| {
        keys[198] = keys[199];
        keys
    });
    let floods: Vec<(Duration, Duration)> = (0..6)
        .map(|nth| {
            let keys = &floods[nth % 2];
            (ours.painted_after(keys), control.painted_after(keys))
        })
        .collect();
    row("200 keys in one write, ms", &floods);
    let (still, bare_still) = (ours.watched(), control.watched());
    figures(
        "still: bytes in 10 s",
        still.bytes as f64,
        bare_still.bytes as f64,
    );
    figures("still: CPU in 10 s, ms", still.cpu_ms, bare_still.cpu_ms);
    figures("still: wake-ups in 10 s", still.wakes, bare_still.wakes);
    figures("memory (PSS), kB", ours.pss(), control.pss());
    ours.end();
    control.end();

    let mut ours = Running::begin(hegu(&["breathe", "coherent", "--minutes", "2"])());
    // Begin; none of the red flags; begin; and no waiting for what is said before the first breath.
    for key in [b" ", b"n", b" ", b"\r"] {
        ours.painted_after(key);
        std::thread::sleep(Duration::from_millis(300));
    }
    let mut control = Running::begin(bare("bare-circle")());
    let (moving, circle) = (ours.watched(), control.watched());
    figures(
        "breathing: frames a second",
        moving.frames / 10.0,
        circle.frames / 10.0,
    );
    figures(
        "breathing: bytes a frame",
        moving.bytes as f64 / moving.frames,
        circle.bytes as f64 / circle.frames,
    );
    figures(
        "breathing: CPU a frame, ms",
        moving.cpu_ms / moving.frames,
        circle.cpu_ms / circle.frames,
    );
    let keys: Vec<(Duration, Duration)> = (0..KEYS)
        .map(|_| (ours.first_after(b"d"), control.first_after(b"x")))
        .collect();
    row("breathing: a key, ms", &keys);
    ours.end();
    control.end();
}

/// Keys that move the selection, more down than up.
fn walk(nth: usize) -> &'static [u8] {
    if nth % 3 == 2 { b"k" } else { b"j" }
}

/// A home as after some years: 11,000 entries, and the welcome behind.
fn prepare(home: &Path) {
    let last = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
    let mut written = 0;
    let mut journal = Journal::open(&home.join("journal.sqlite3")).expect("a journal");
    let mut day = last;
    while written < 11_000 {
        let first = day - TimeDelta::days(365);
        let entries = year::evenings(day.to_epoch_days() as u64, first, 365);
        written += entries.len();
        journal
            .take_in(entries.into_iter().map(Ok::<_, Trouble>))
            .expect("entries");
        day = first;
    }
    drop(journal);
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hegu"));
    command.env("HEGU_HOME", home);
    let mut first = Running::begin(command);
    first.painted_after(b"\x1b");
    first.end();
}

fn start(command: CommandBuilder) -> Duration {
    let running = Running::begin(command);
    let took = running.complete;
    running.end();
    took
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn row(name: &str, pairs: &[(Duration, Duration)]) {
    let ms = |of: fn(&(Duration, Duration)) -> Duration| {
        median(pairs.iter().map(|pair| of(pair).as_secs_f64() * 1000.0).collect())
    };
    figures(name, ms(|pair| pair.0), ms(|pair| pair.1));
}

fn figures(name: &str, ours: f64, control: f64) {
    println!("{name:<34} {ours:>12.2} {control:>12.2} {:>8.2}", ours / control);
}

/// What came over the line, and when.
#[derive(Default)]
struct Heard {
    came: Vec<(Instant, usize)>,
}

/// A program in its terminal.
struct Running {
    _master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    heard: Arc<Mutex<Heard>>,
    complete: Duration,
}

/// What a program did while it was watched.
struct Watched {
    bytes: usize,
    frames: f64,
    cpu_ms: f64,
    wakes: f64,
}

impl Running {
    /// Starts it and waits until its first screen is complete.
    fn begin(mut command: CommandBuilder) -> Running {
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_GB.UTF-8");
        let size = PtySize {
            rows: SIZE.1,
            cols: SIZE.0,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let heard = Arc::new(Mutex::new(Heard::default()));
        let ear = Arc::clone(&heard);
        std::thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 {
                    break;
                }
                ear.lock().expect("no panic").came.push((Instant::now(), count));
            }
        });
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("it starts");
        drop(pair.slave);
        let mut running = Running {
            _master: pair.master,
            writer,
            child,
            heard,
            complete: Duration::ZERO,
        };
        running.complete = running.silence_since(begun);
        // A terminal that does not answer is asked for a while; keys are not timed before that is over.
        std::thread::sleep(Duration::from_millis(300));
        running
    }

    /// Waits until something came and nothing more comes; how long after `begun` the last of it came.
    fn silence_since(&self, begun: Instant) -> Duration {
        let patience = Instant::now() + Duration::from_secs(5);
        loop {
            std::thread::sleep(Duration::from_millis(2));
            let last = self.heard.lock().expect("no panic").came.last().copied();
            match last {
                Some((last, _)) if last >= begun && last.elapsed() >= QUIET => return last - begun,
                _ if Instant::now() > patience => return Duration::ZERO,
                _ => {}
            }
        }
    }

    /// Sends keys; how long it took until the last of what they painted.
    fn painted_after(&mut self, keys: &[u8]) -> Duration {
        let begun = Instant::now();
        self.writer.write_all(keys).expect("it listens");
        self.writer.flush().expect("it listens");
        self.silence_since(begun)
    }

    /// Sends a key to a picture that moves, right after a frame of it; how long until the next frame came.
    fn first_after(&mut self, key: &[u8]) -> Duration {
        let last = || {
            self.heard
                .lock()
                .expect("no panic")
                .came
                .last()
                .map(|(at, _)| *at)
        };
        let wait = |since: Option<Instant>| {
            let patience = Instant::now() + Duration::from_secs(5);
            loop {
                match last() {
                    Some(at) if since.is_none_or(|since| at > since) => return at,
                    _ if Instant::now() > patience => return Instant::now(),
                    _ => std::thread::sleep(Duration::from_micros(50)),
                }
            }
        };
        wait(last());
        std::thread::sleep(Duration::from_millis(8));
        let begun = Instant::now();
        self.writer.write_all(key).expect("it listens");
        self.writer.flush().expect("it listens");
        wait(Some(begun)) - begun
    }

    fn watched(&mut self) -> Watched {
        let (cpu, wakes) = (self.cpu_ms(), self.wakes());
        let before = self.heard.lock().expect("no panic").came.len();
        std::thread::sleep(WATCHED);
        let heard = self.heard.lock().expect("no panic");
        let came = &heard.came[before..];
        // What comes within a millisecond is one frame, read in pieces.
        let mut frames = 0;
        let mut last: Option<Instant> = None;
        for (at, _) in came {
            if last.is_none_or(|last| *at - last > Duration::from_millis(1)) {
                frames += 1;
            }
            last = Some(*at);
        }
        Watched {
            bytes: came.iter().map(|(_, count)| count).sum(),
            frames: f64::from(frames),
            cpu_ms: self.cpu_ms() - cpu,
            wakes: self.wakes() - wakes,
        }
    }

    /// A file the kernel writes about the process; empty where there is none.
    fn proc(&self, file: &str) -> String {
        let id = self.child.process_id().unwrap_or_default();
        std::fs::read_to_string(format!("/proc/{id}/{file}")).unwrap_or_default()
    }

    /// The number on a line of such a file.
    fn number(&self, file: &str, name: &str) -> f64 {
        let text = self.proc(file);
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        let digits = line.and_then(|line| line.split_whitespace().next());
        digits.and_then(|digits| digits.parse().ok()).unwrap_or(f64::NAN)
    }

    fn cpu_ms(&self) -> f64 {
        let text = self.proc("schedstat");
        let ns = text
            .split_whitespace()
            .next()
            .and_then(|ns| ns.parse::<f64>().ok());
        ns.map_or(f64::NAN, |ns| ns / 1e6)
    }

    fn wakes(&self) -> f64 {
        self.number("status", "voluntary_ctxt_switches:")
    }

    fn pss(&self) -> f64 {
        self.number("smaps_rollup", "Pss:")
    }

    fn end(mut self) {
        drop(self.writer.write_all(b"q"));
        drop(self.writer.flush());
        for _ in 0..50 {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The least a terminal program of this kind does.
mod controls {
    use std::time::{Duration, Instant};

    use ratatui::crossterm::event::{self, Event, KeyCode};
    use ratatui::layout::{Constraint, Layout};
    use ratatui::style::{Color, Style};
    use ratatui::symbols::Marker;
    use ratatui::widgets::canvas::{Canvas, Circle};
    use ratatui::widgets::{Block, List, ListState, Paragraph, Wrap};

    /// 410 rows and a pane with words about the chosen one.
    pub fn list() {
        let rows: Vec<String> = (0..410).map(|nth| format!("Point {nth}")).collect();
        let mut state = ListState::default().with_selected(Some(0));
        ratatui::run(|terminal| {
            loop {
                terminal
                    .draw(|frame| {
                        let [left, right] =
                            Layout::horizontal([Constraint::Percentage(40), Constraint::Fill(1)])
                                .areas(frame.area());
                        let list = List::new(rows.iter().map(String::as_str))
                            .block(Block::bordered())
                            .highlight_style(Style::new().reversed());
                        frame.render_stateful_widget(list, left, &mut state);
                        let chosen = state.selected().unwrap_or_default();
                        let words = format!("What there is to say about point {chosen}. ").repeat(8);
                        let pane = Paragraph::new(words)
                            .wrap(Wrap { trim: true })
                            .block(Block::bordered());
                        frame.render_widget(pane, right);
                    })
                    .expect("a terminal");
                if let Ok(Event::Key(key)) = event::read() {
                    match key.code {
                        KeyCode::Char('j') => state.select_next(),
                        KeyCode::Char('k') => state.select_previous(),
                        KeyCode::Char('q') => return,
                        _ => {}
                    }
                }
            }
        });
    }

    /// A circle that breathes, thirty times a second.
    pub fn circle() {
        const FRAME: Duration = Duration::from_millis(33);
        ratatui::run(|terminal| {
            let begun = Instant::now();
            loop {
                let phase = begun.elapsed().as_secs_f64() * std::f64::consts::TAU / 10.0;
                terminal
                    .draw(|frame| {
                        let canvas = Canvas::default()
                            .marker(Marker::Braille)
                            .x_bounds([-100.0, 100.0])
                            .y_bounds([-100.0, 100.0])
                            .paint(|at| {
                                at.draw(&Circle {
                                    x: 0.0,
                                    y: 0.0,
                                    radius: 50.0 + 40.0 * phase.sin(),
                                    color: Color::Cyan,
                                });
                            });
                        frame.render_widget(canvas, frame.area());
                    })
                    .expect("a terminal");
                if event::poll(FRAME).is_ok_and(|there| there)
                    && let Ok(Event::Key(key)) = event::read()
                    && key.code == KeyCode::Char('q')
                {
                    return;
                }
            }
        });
    }
}
