//! A simulated world, and stories that are told in it.
//!
//! A story is a text file a person can read (`tests/scenarios/*.story`): keys and time go in, what is seen
//! and saved comes out. The program that lives it is the real loop; only terminal and clock are simulated.

#![allow(dead_code, reason = "each test binary uses its own part of this")]

pub mod dice;
#[cfg(target_os = "linux")]
pub mod disk;
pub mod kinds;
pub mod nasty;
pub mod pty;
pub mod seen;
pub mod shell;
pub mod wrong;
pub mod year;

use std::collections::VecDeque;
use std::convert::Infallible;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use hegu::app::keymap::parse_key;
use hegu::app::{Effect, Message, Model};
use hegu::domain::time::{Moment, Now};
use hegu::platform::desk::Desk;
use hegu::runtime::{self, World};
use hegu::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use seen::text_of;

/// How often somebody who waits for a word looks up, ms.
const GLANCE_MS: u64 = 250;

/// One line of a story.
#[derive(Clone, Debug)]
struct Step {
    line: usize,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    /// `press down enter`: keys by name.
    Press(String),
    /// `type ondt i nakken`.
    Type(char),
    /// `wait 3 min 20 s`.
    Wait(u64),
    /// `see TEXT`: it stands on the screen now.
    See(String),
    /// `not see TEXT`.
    NotSee(String),
    /// `await TEXT within 5 min`: time passes until it stands on the screen.
    Await(String, u64),
    /// `resize 40x12`.
    Resize(u16, u16),
    /// `sleep 2 h`: the machine sleeps; the steady clock stands still, the wall clock goes on.
    Sleep(u64),
    /// `clock back 3 h`, `clock on 30 min`: somebody sets the clock of the wall; the steady clock goes on.
    Clock(i64),
    /// `travel to +9`: the same moment on a clock so many hours east.
    Travel(i32),
    /// `at most 12 keys`: no more were pressed and typed since the program opened.
    AtMost(usize),
    /// `show`: prints the screen, for whoever writes the story.
    Show,
    /// `quit and come back after 20 h`: the program ends and is opened again.
    ComeBack(u64),
}

/// The world of a story.
pub struct Sim {
    now: Now,
    steps: VecDeque<Step>,
    wait_until: Option<Moment>,
    screen: String,
    size: (u16, u16),
    desk: Desk,
    file: String,
    come_back: Option<u64>,
    /// When somebody last looked.
    looked: Moment,
    /// A key was pressed since: whoever waits looks at once.
    answered: bool,
    /// How many keys were pressed and typed.
    keys: usize,
    /// How many frames were looked at.
    pub frames: usize,
}

impl Sim {
    fn failed(&self, line: usize, what: &str) -> ! {
        panic!("{}:{line}: {what}\nThe screen is:\n{}", self.file, self.screen)
    }

    fn pass(&mut self, ms: u64) {
        self.now.steady = self.now.steady.after(ms);
        self.now.wall += TimeDelta::milliseconds(ms as i64);
    }

    fn advance_to(&mut self, until: Moment) {
        self.pass(until.since(self.now.steady));
    }
}

impl World for Sim {
    type Error = Infallible;

    fn now(&mut self) -> Now {
        self.now
    }

    fn wait(&mut self, until: Option<Moment>) -> Result<Option<Message>, Infallible> {
        loop {
            let Some(step) = self.steps.front().cloned() else {
                return Ok(Some(Message::Terminate));
            };
            match step.what {
                What::Press(name) => {
                    self.steps.pop_front();
                    let Some(key) = parse_key(&name) else {
                        self.failed(step.line, &format!("no key {name}"))
                    };
                    self.answered = true;
                    self.keys += 1;
                    return Ok(Some(Message::Key(key)));
                }
                What::Type(c) => {
                    self.steps.pop_front();
                    self.keys += 1;
                    return Ok(Some(Message::Key(hegu::app::Key::char(c))));
                }
                What::See(text) => {
                    if !self.screen.contains(&text) {
                        self.failed(step.line, &format!("does not see \"{text}\""));
                    }
                    self.steps.pop_front();
                }
                What::NotSee(text) => {
                    if self.screen.contains(&text) {
                        self.failed(step.line, &format!("sees \"{text}\" and should not"));
                    }
                    self.steps.pop_front();
                }
                What::Wait(ms) => {
                    let end = *self.wait_until.get_or_insert(self.now.steady.after(ms));
                    match until {
                        Some(until) if until < end => {
                            self.advance_to(until);
                            return Ok(None);
                        }
                        _ => {
                            self.advance_to(end);
                            self.wait_until = None;
                            self.steps.pop_front();
                            return Ok(Some(Message::Tick));
                        }
                    }
                }
                What::Await(text, ms) => {
                    if self.screen.contains(&text) {
                        self.wait_until = None;
                        self.steps.pop_front();
                        continue;
                    }
                    let end = *self.wait_until.get_or_insert(self.now.steady.after(ms));
                    match until {
                        Some(until) if until <= end => {
                            self.advance_to(until);
                            return Ok(None);
                        }
                        _ => self.failed(step.line, &format!("waits in vain for \"{text}\"")),
                    }
                }
                What::Resize(width, height) => {
                    self.steps.pop_front();
                    self.size = (width, height);
                    return Ok(Some(Message::Resized { width, height }));
                }
                What::Sleep(ms) => {
                    self.steps.pop_front();
                    self.now.wall += TimeDelta::milliseconds(ms as i64);
                    return Ok(Some(Message::Continued));
                }
                What::Clock(ms) => {
                    self.steps.pop_front();
                    self.now.wall += TimeDelta::milliseconds(ms);
                }
                What::Travel(hours) => {
                    self.steps.pop_front();
                    let zone = FixedOffset::east_opt(hours * 3600).expect("an offset");
                    self.now.wall = self.now.wall.with_timezone(&zone);
                }
                What::AtMost(most) => {
                    if self.keys > most {
                        self.failed(
                            step.line,
                            &format!("{} keys, and at most {most} were promised", self.keys),
                        );
                    }
                    self.steps.pop_front();
                }
                What::Show => {
                    println!("{}:{}\n{}", self.file, step.line, self.screen);
                    self.steps.pop_front();
                }
                What::ComeBack(ms) => {
                    self.steps.pop_front();
                    self.come_back = Some(ms);
                    return Ok(Some(Message::Key(hegu::app::Key::ctrl('c'))));
                }
            }
        }
    }

    fn pending(&mut self) -> Result<Option<Message>, Infallible> {
        Ok(None)
    }

    fn perform(&mut self, effect: Effect) -> Vec<Message> {
        self.desk.perform(effect, self.now)
    }

    fn draw(&mut self, model: &Model) -> Result<(), Infallible> {
        // Only a frame that somebody looks at is drawn: a practice has thirty a second.
        let looked_at = match self.steps.front().map(|step| &step.what) {
            Some(What::See(_) | What::NotSee(_) | What::Show) => true,
            Some(What::Await(..)) => {
                let glance = self.now.steady.since(self.looked) >= GLANCE_MS;
                glance || std::mem::take(&mut self.answered)
            }
            _ => false,
        };
        if looked_at {
            let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
            ui::draw(model, &mut buffer);
            self.screen = text_of(&buffer);
            self.looked = self.now.steady;
            self.frames += 1;
        }
        Ok(())
    }
}

/// Lives a story from its first line to its last. `open` makes the model and the desk, anew each time the
/// program is opened; `home` is a folder of the story's own.
pub fn live(path: &Path, open: impl Fn(&Opening<'_>) -> (Model, Desk, Vec<Effect>)) {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let story = Story::parse(&path.display().to_string(), &text);
    let home = tempfile::tempdir().expect("a folder for the story");
    let mut now = Now {
        steady: Moment(0),
        wall: story.start,
    };
    let mut steps: VecDeque<Step> = story.steps.into();
    let mut size = story.size;
    loop {
        let opening = Opening {
            home: home.path(),
            now,
            size,
            lang: &story.lang,
        };
        let (model, desk, first) = open(&opening);
        let mut sim = Sim {
            now,
            steps,
            wait_until: None,
            screen: String::new(),
            size,
            desk,
            file: path.display().to_string(),
            come_back: None,
            looked: Moment(0),
            answered: false,
            keys: 0,
            frames: 0,
        };
        let Ok(_) = runtime::run(&mut sim, model, first);
        match sim.come_back {
            Some(ms) => {
                now = Now {
                    steady: Moment(0),
                    wall: sim.now.wall + TimeDelta::milliseconds(ms as i64),
                };
                size = sim.size;
                steps = sim.steps;
            }
            None => {
                if let Some(step) = sim.steps.front() {
                    sim.failed(step.line, "the program ended before the story did");
                }
                return;
            }
        }
    }
}

/// What is given when the program is opened.
pub struct Opening<'a> {
    /// The story's own folder.
    pub home: &'a Path,
    /// The moment.
    pub now: Now,
    /// Columns and rows.
    pub size: (u16, u16),
    /// `en` or `da`.
    pub lang: &'a str,
}

struct Story {
    start: DateTime<FixedOffset>,
    size: (u16, u16),
    lang: String,
    steps: Vec<Step>,
}

impl Story {
    fn parse(file: &str, text: &str) -> Story {
        let mut story = Story {
            start: wall("2026-11-22 21:40"),
            size: (80, 24),
            lang: "en".to_owned(),
            steps: Vec::new(),
        };
        for (index, line) in text.lines().enumerate() {
            let number = index + 1;
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
            let wrong = || -> ! { panic!("{file}:{number}: cannot read \"{line}\"") };
            let mut push = |what| story.steps.push(Step { line: number, what });
            match verb {
                "start" => story.start = wall(rest),
                "size" => story.size = cells(rest).unwrap_or_else(|| wrong()),
                "lang" => story.lang = rest.to_owned(),
                "press" => rest.split(' ').for_each(|key| push(What::Press(key.to_owned()))),
                "type" => rest.chars().for_each(|c| push(What::Type(c))),
                "wait" => push(What::Wait(span(rest).unwrap_or_else(|| wrong()))),
                "sleep" => push(What::Sleep(span(rest).unwrap_or_else(|| wrong()))),
                "clock" => {
                    let (way, rest) = rest.split_once(' ').unwrap_or_else(|| wrong());
                    let ms = span(rest).unwrap_or_else(|| wrong()) as i64;
                    push(What::Clock(match way {
                        "back" => -ms,
                        "on" => ms,
                        _ => wrong(),
                    }));
                }
                "travel" => {
                    let hours = rest.strip_prefix("to ").and_then(|rest| rest.parse().ok());
                    push(What::Travel(hours.unwrap_or_else(|| wrong())));
                }
                "see" => push(What::See(rest.to_owned())),
                "await" => {
                    let (text, within) = rest.rsplit_once(" within ").unwrap_or_else(|| wrong());
                    push(What::Await(
                        text.to_owned(),
                        span(within).unwrap_or_else(|| wrong()),
                    ));
                }
                "not" => push(What::NotSee(
                    rest.strip_prefix("see ").unwrap_or_else(|| wrong()).to_owned(),
                )),
                "resize" => {
                    let (width, height) = cells(rest).unwrap_or_else(|| wrong());
                    push(What::Resize(width, height));
                }
                "at" => {
                    let count = rest
                        .strip_prefix("most ")
                        .and_then(|rest| rest.strip_suffix(" keys"));
                    let count = count.and_then(|count| count.parse().ok());
                    push(What::AtMost(count.unwrap_or_else(|| wrong())));
                }
                "show" => push(What::Show),
                "quit" => {
                    let after = rest
                        .strip_prefix("and come back after ")
                        .unwrap_or_else(|| wrong());
                    push(What::ComeBack(span(after).unwrap_or_else(|| wrong())));
                }
                _ => wrong(),
            }
        }
        story
    }
}

fn wall(text: &str) -> DateTime<FixedOffset> {
    let naive =
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap_or_else(|_| panic!("no moment: {text}"));
    let copenhagen = FixedOffset::east_opt(3600).expect("an offset");
    naive.and_local_timezone(copenhagen).single().expect("one moment")
}

fn cells(text: &str) -> Option<(u16, u16)> {
    let (width, height) = text.split_once('x')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}

/// `3 min 20 s` in milliseconds.
fn span(text: &str) -> Option<u64> {
    let mut words = text.split(' ');
    let mut total = 0;
    while let Some(number) = words.next() {
        let number: u64 = number.parse().ok()?;
        total += number
            * match words.next()? {
                "ms" => 1,
                "s" => 1_000,
                "min" => 60_000,
                "h" => 3_600_000,
                _ => return None,
            };
    }
    Some(total)
}

/// Every story in a folder.
pub fn stories(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut found: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "story"))
        .collect();
    found.sort();
    found
}
