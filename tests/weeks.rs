//! Simulated weeks: a person who presses anything at any time, on a machine where anything happens, with a
//! disk that fails, fills up, turns read-only and rots. After every single step the promises of the program
//! are looked at from outside.
//!
//! One seed is one life of some weeks. A broken promise names the seed and the last steps;
//! `HEGU_SEED=17 cargo test --test weeks` lives that life again. `HEGU_LIVES` says how many are lived.

#![cfg(target_os = "linux")]

mod support;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::convert::Infallible;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use hegu::app::action::BINDINGS;
use hegu::app::keymap::parse_key;
use hegu::app::practice::Stage;
use hegu::app::signal::{Report, Signal, Speaking};
use hegu::app::update::update;
use hegu::app::wake::wake;
use hegu::app::{
    Action, Answer, Context, Diary, Effect, Keep, Kept, Key, KeyCode, Message, Model, Pointer, Screen,
    Settings,
};
use hegu::domain::checkin::{CheckIn, CheckInId, Phase, PracticeId};
use hegu::domain::journal::{PracticeEntry, Trouble, Undone};
use hegu::domain::profile::{Answer as Applies, Given, Profile};
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Lang;
use hegu::platform::desk::Desk;
use hegu::platform::journal::Journal;
use hegu::runtime::{self, World};
use hegu::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use support::dice::Dice;
use support::disk::Limit;
use support::kinds::name_of;
use support::nasty::NASTY;
use support::text_of;

/// How many lives the ordinary test run lives, and how many steps each has.
const LIVES: u64 = 8;
const STEPS: usize = 240;

/// No point that the rules close to a pregnant person may be met in her practice: written down here by hand
/// from the rules, not asked of the engine.
const NOT_IN_PREGNANCY: [&str; 5] = ["LI4", "SP6", "GB21", "BL60", "BL67"];

/// What the disk is like for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weather {
    /// As it should be.
    Fair,
    /// Some writes run into a wall somewhere in the midst of a file.
    Filling,
    /// Every write is refused by the system at its first byte.
    Full,
    /// The journal says no before anything is written, in one of the ways it can.
    Refusing,
}

/// What was met, for the last line.
#[derive(Debug, Default)]
struct Tally {
    steps: usize,
    hours: u64,
    keeps: usize,
    landed: usize,
    refused: usize,
    rotten: usize,
    rotten_while_open: usize,
    set_aside: usize,
    not_opened: usize,
    restarts: usize,
    torn: usize,
    practised: usize,
    cues: usize,
    frames: usize,
    looked_at_disk: usize,
    at_once: usize,
    screens: BTreeMap<&'static str, usize>,
}

/// The world of one life.
struct Life {
    now: Now,
    desk: Desk,
    dice: Dice,
    limit: Limit,
    weather: Weather,
    home: PathBuf,
    /// What the journal answered in this step.
    answers: Vec<Kept>,
    /// What was told beyond the screen in this step.
    signals: Vec<Signal>,
    /// Check-ins that were asked to be kept and could not: their moment, and whether before or after.
    owed: Vec<(DateTime<FixedOffset>, Phase)>,
    tally: Tally,
}

impl World for Life {
    type Error = Infallible;

    fn now(&mut self) -> Now {
        self.now
    }

    fn wait(&mut self, _: Option<Moment>) -> Result<Option<Message>, Infallible> {
        Ok(None)
    }

    fn pending(&mut self) -> Result<Option<Message>, Infallible> {
        Ok(None)
    }

    fn perform(&mut self, effect: Effect) -> Vec<Message> {
        match effect {
            Effect::Suspend => {
                self.pass_away(TimeDelta::minutes(self.dice.clone().within(0, 600)));
                vec![Message::Continued]
            }
            Effect::EditNote(note) => {
                let edited = match self.dice.below(3) {
                    0 => None,
                    1 => Some(format!("{note}{}", self.dice.pick(NASTY))),
                    _ => Some(note),
                };
                vec![Message::Answer(Answer::Edited(edited))]
            }
            Effect::Signal(signal) => {
                self.signals.push(signal);
                Vec::new()
            }
            Effect::Keep(keep) => self.keep(keep),
            other => self.on_disk(other),
        }
    }

    fn draw(&mut self, _: &Model) -> Result<(), Infallible> {
        Ok(())
    }
}

impl Life {
    /// The machine sleeps: only the wall clock goes on.
    fn pass_away(&mut self, time: TimeDelta) {
        self.now.wall += time;
    }

    fn pass(&mut self, ms: u64) {
        self.now.steady = self.now.steady.after(ms);
        self.tally.hours = self.now.steady.0 / 3_600_000;
        self.now.wall += TimeDelta::milliseconds(ms as i64);
    }

    fn keep(&mut self, keep: Keep) -> Vec<Message> {
        let writes = !matches!(keep, Keep::Open { .. } | Keep::Read { .. } | Keep::Find { .. });
        self.tally.keeps += usize::from(writes);
        let messages = match (writes, self.weather) {
            (true, Weather::Refusing) if self.dice.once_in(700) => {
                self.tally.refused += 1;
                let trouble = self
                    .dice
                    .pick(&[
                        Trouble::ReadOnly(self.home.join("journal.sqlite3")),
                        Trouble::DiskFull,
                        Trouble::Busy,
                        Trouble::Other("disk I/O error".to_owned()),
                    ])
                    .clone();
                vec![Message::Answer(Answer::Kept(Kept::Failed {
                    what: Box::new(keep),
                    trouble,
                }))]
            }
            _ => self.on_disk(Effect::Keep(keep)),
        };
        for message in &messages {
            let Message::Answer(Answer::Kept(kept)) = message else {
                continue;
            };
            if let Kept::Failed { what, .. } = kept
                && let Keep::CheckIn { check_in, .. } = &**what
                && !self.owed.contains(&(check_in.at, check_in.phase))
            {
                self.owed.push((check_in.at, check_in.phase));
            }
            self.answers.push(kept.clone());
        }
        messages
    }

    /// Lets the real desk do it, on the disk as it is just now.
    fn on_disk(&mut self, effect: Effect) -> Vec<Message> {
        let size = |name: &str| std::fs::metadata(self.home.join(name)).map_or(0, |file| file.len());
        let largest = size("journal.sqlite3").max(size("journal.sqlite3-wal"));
        let bytes = match self.weather {
            Weather::Full => Some(0),
            Weather::Filling if self.dice.once_in(800) => Some(self.dice.below(largest + 65_536)),
            _ => None,
        };
        let (desk, now) = (&mut self.desk, self.now);
        match bytes {
            None => desk.perform(effect, now),
            Some(bytes) => {
                let (messages, hit) = self.limit.within(bytes, || desk.perform(effect, now));
                self.tally.landed += usize::from(hit);
                messages
            }
        }
    }
}

/// What the journal's file says, asked by somebody else.
struct OnDisk {
    check_ins: BTreeMap<CheckInId, CheckIn>,
    practices: BTreeMap<PracticeId, PracticeEntry>,
}

fn on_disk(path: &Path) -> Result<OnDisk, Trouble> {
    let journal = Journal::open(path)?;
    let days = NaiveDate::from_ymd_opt(1, 1, 1).expect("a day")
        ..=NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");
    let check_ins = journal.latest_check_ins(usize::MAX)?;
    let practices = journal.practices(days)?;
    Ok(OnDisk {
        check_ins: check_ins.into_iter().map(|entry| (entry.id, entry)).collect(),
        practices: practices.into_iter().map(|entry| (entry.id, entry)).collect(),
    })
}

/// One life, from its first evening on.
struct Living {
    life: Life,
    model: Model,
    /// What is shown as saved: it was read back from the disk and must stay there.
    check_ins: BTreeMap<CheckInId, CheckIn>,
    practices: BTreeMap<PracticeId, PracticeEntry>,
    /// Of these, what is among the days that were read: they do not go from there by themselves.
    in_view: BTreeSet<CheckInId>,
    pregnant: bool,
    /// The file was damaged behind the program's back: until the next start only the program itself is asked.
    rotten: bool,
    /// The next start meets a journal that was damaged meanwhile.
    rots_next: bool,
    /// Keys that lead somewhere, one after the other.
    errand: VecDeque<Key>,
    /// They come all at once, as from a paste or a key held down: no time passes between them.
    at_once: bool,
    last: VecDeque<String>,
    seed: u64,
    folder: tempfile::TempDir,
    homes: usize,
}

fn key(name: &str) -> Key {
    parse_key(name).expect("a key")
}

impl Living {
    fn begin(seed: u64) -> Living {
        let mut dice = Dice::new(seed);
        let folder = tempfile::tempdir().expect("a folder");
        let home = folder.path().join("home-0");
        std::fs::create_dir(&home).expect("a home");
        let zone = FixedOffset::east_opt(3600).expect("a zone");
        let wall = DateTime::parse_from_rfc3339("2026-11-22T20:05:00+01:00").expect("a moment");
        let now = Now {
            steady: Moment(0),
            wall: wall.with_timezone(&zone),
        };
        let pregnant = dice.once_in(400);
        write_profile(&home, pregnant, &mut dice, now);
        let model = Model::new(hegu::shipped(), Settings::default(), now, (80, 24));
        let life = Life {
            now,
            desk: desk(&home),
            dice,
            limit: Limit::listen(),
            weather: Weather::Fair,
            home,
            answers: Vec::new(),
            signals: Vec::new(),
            owed: Vec::new(),
            tally: Tally::default(),
        };
        let mut living = Living {
            life,
            model,
            check_ins: BTreeMap::new(),
            practices: BTreeMap::new(),
            in_view: BTreeSet::new(),
            pregnant,
            rotten: false,
            rots_next: false,
            errand: VecDeque::new(),
            at_once: false,
            last: VecDeque::new(),
            seed,
            folder,
            homes: 1,
        };
        living.open();
        living
    }

    fn broken(&self, promise: &str) -> ! {
        let last: Vec<&str> = self.last.iter().map(String::as_str).collect();
        panic!(
            "{promise}\nHEGU_SEED={} cargo test --test weeks; step {}, disk {:?}, screen {}.\nNot written: {:?}\nThe last steps:\n  {}\nThe screen:\n{}",
            self.seed,
            self.life.tally.steps,
            self.life.weather,
            name_of(&self.model.screen),
            self.model.known.diary.unwritten,
            last.join("\n  "),
            text_of(&frame(&self.model)).trim_end(),
        )
    }

    /// The program opens, as it does every evening.
    fn open(&mut self) {
        let size = self.model.known.size;
        let settings = self.model.known.settings.clone();
        self.model = Model::new(hegu::shipped(), settings, self.life.now, size);
        self.life.answers.clear();
        let first = Diary::open(self.model.known.day_start(), self.life.now.wall);
        let fair = std::mem::replace(&mut self.life.weather, Weather::Fair);
        let answers = self.life.perform(Effect::Keep(first));
        self.life.weather = fair;
        for answer in answers {
            runtime::step(&mut self.life, &mut self.model, answer);
        }
        let aside = self.life.answers.iter().find_map(|kept| match kept {
            Kept::Open { aside, .. } => Some(aside.clone()),
            _ => None,
        });
        match aside {
            None if self.rotten && self.model.known.diary.trouble.is_some() => {
                // What is left of it does not look like a journal of hegu: it says so and leaves it alone.
                self.life.tally.not_opened += 1;
                return self.begin_anew();
            }
            None => self.broken("a journal that cannot be opened"),
            Some(Some(aside)) => {
                if !self.rotten {
                    self.broken("a whole journal was set aside");
                }
                if !aside.exists() {
                    self.broken("a damaged journal is gone");
                }
                self.life.tally.set_aside += 1;
                self.forget_promises();
            }
            Some(None) if self.rotten => {
                // What the damage left of the answers nobody can know.
                return self.begin_anew();
            }
            Some(None) => {}
        }
        self.rotten = false;
        self.after_step();
    }

    /// On a new disk.
    fn begin_anew(&mut self) {
        self.forget_promises();
        self.life.home = self.folder.path().join(format!("home-{}", self.homes));
        self.homes += 1;
        std::fs::create_dir(&self.life.home).expect("a home");
        write_profile(&self.life.home, self.pregnant, &mut self.life.dice, self.life.now);
        self.life.desk = desk(&self.life.home);
        self.rotten = false;
        self.open();
    }

    fn forget_promises(&mut self) {
        self.check_ins.clear();
        self.practices.clear();
        self.in_view.clear();
        self.life.owed.clear();
    }

    /// The program ends and is opened again: by its key, or without a word, as by a kill or a flat battery.
    fn restart(&mut self) {
        self.life.tally.restarts += 1;
        self.errand.clear();
        let torn = self.life.dice.once_in(500);
        if torn {
            self.life.tally.torn += 1;
            // What is on the disk at this very moment is all there is: the files as they lie there, with
            // the log that was never emptied.
            let home = self.folder.path().join(format!("home-{}", self.homes));
            self.homes += 1;
            std::fs::create_dir(&home).expect("a home");
            for file in ["journal.sqlite3", "journal.sqlite3-wal"] {
                drop(std::fs::copy(self.life.home.join(file), home.join(file)));
            }
            self.life.home = home;
            self.life.owed.clear();
        } else {
            self.life.weather = Weather::Fair;
            self.leave();
        }
        self.life.desk = desk(&self.life.home);
        if self.life.dice.once_in(120) || std::mem::take(&mut self.rots_next) {
            self.rot();
        }
        self.life
            .pass_away(TimeDelta::minutes(self.life.dice.clone().within(1, 1_500)));
        self.open();
    }

    /// Quits with a disk that works: nothing may be left behind.
    fn leave(&mut self) {
        let heard = self.model.known.now.steady;
        let practice = match &self.model.screen {
            Screen::Practice(practising) if practising.counted && practising.stage == Stage::Living => {
                Some((**practising).clone())
            }
            _ => None,
        };
        let (life, model) = (&mut self.life, &mut self.model);
        runtime::step(life, model, Message::Key(Key::ctrl('c')));
        self.after_step();
        if self.rotten {
            return;
        }
        if !self.model.over {
            self.broken("ctrl+c does not end the program, though everything could be written");
        }
        if !self.model.known.diary.unwritten.is_empty() {
            self.broken("something was left unwritten, though the disk works");
        }
        let disk = match on_disk(&self.life.home.join("journal.sqlite3")) {
            Ok(disk) => disk,
            Err(trouble) => self.broken(&format!("the journal cannot be read after the end: {trouble:?}")),
        };
        for (at, phase) in std::mem::take(&mut self.life.owed) {
            let there = disk
                .check_ins
                .values()
                .any(|entry| entry.at == at && entry.phase == phase);
            if !there {
                self.broken(&format!(
                    "the answers of {at} were given, could not be written, and are lost"
                ));
            }
        }
        if let Some(practising) = practice {
            // Up to the moment the program last heard of: a machine that sleeps on presses nothing.
            let done = practising
                .practice
                .ledger(heard)
                .into_iter()
                .filter(|side| side.pressed > 0)
                .count();
            let entry = practising
                .id(&self.model.known)
                .and_then(|id| disk.practices.get(&id));
            match entry {
                None => self.broken("the practice that was left is not in the journal"),
                Some(entry) if entry.ended.is_none() => self.broken("how the practice ended is lost"),
                Some(entry) if entry.done.len() < done => self.broken("the ledger of the practice is lost"),
                Some(_) => {}
            }
        }
    }

    /// Bytes of the journal change behind the program's back, while it has it open.
    fn rot_while_open(&mut self) {
        self.note("bytes of the journal change".to_owned());
        self.life.tally.rotten_while_open += usize::from(self.rot());
        self.after_step();
    }

    /// Bytes of the journal change; says whether there were any.
    fn rot(&mut self) -> bool {
        let path = self.life.home.join(*self.life.dice.pick(&[
            "journal.sqlite3",
            "journal.sqlite3",
            "journal.sqlite3-wal",
        ]));
        let Ok(mut bytes) = std::fs::read(&path) else {
            return false;
        };
        if bytes.is_empty() {
            return false;
        }
        self.life.tally.rotten += 1;
        self.rotten = true;
        // Often in its head, without which nothing can be told from anything.
        let at = match self.life.dice.below(2) {
            0 => 0,
            _ => self.life.dice.below(bytes.len() as u64) as usize,
        };
        match self.life.dice.below(4) {
            0 => bytes.truncate(at),
            1 => bytes[at] ^= 0xff,
            _ => {
                let end = (at + 4_096).min(bytes.len());
                for byte in &mut bytes[at..end] {
                    *byte = self.life.dice.roll() as u8;
                }
            }
        }
        std::fs::write(&path, bytes).expect("damage");
        true
    }

    /// What happens next.
    fn next(&mut self) -> Option<Message> {
        if let Some(key) = self.errand.pop_front() {
            if self.at_once {
                self.life.tally.at_once += 1;
            } else {
                let ms = self.life.dice.within(20, 4_000) as u64;
                self.life.pass(ms);
            }
            return Some(Message::Key(key));
        }
        self.at_once = false;
        let context = self.model.context();
        let (width, height) = self.model.known.size;
        let dice = &mut self.life.dice;
        let press = |key| Some(Message::Key(key));
        // Nobody stays long with a screen as large as a wall; and drawing one takes its time.
        if u32::from(width) * u32::from(height) > 8_000 && dice.once_in(600) {
            return Some(Message::Resized {
                width: 80,
                height: 24,
            });
        }
        match dice.below(1_000) {
            // What the bottom row offers.
            0..260 => {
                let hints = self.model.screen.hints(&self.model.known);
                let actions: Vec<Action> = hints.iter().map(|hint| hint.action).collect();
                let action = if actions.is_empty() {
                    Action::Back
                } else {
                    *dice.pick(&actions)
                };
                let key = self.model.known.keymap.keys(context, action).next()?;
                // Held down, or pasted by mistake.
                if dice.once_in(12) {
                    self.errand = std::iter::repeat_n(key, 24).collect();
                    self.at_once = true;
                }
                press(key)
            }
            // Any key that means something somewhere.
            260..380 => {
                let names = dice.pick(BINDINGS).keys;
                names.first().map(|name| Message::Key(key(name)))
            }
            380..520 => {
                let name = dice.pick(&[
                    "enter", "space", "enter", "esc", "tab", "up", "down", "left", "right",
                ]);
                press(key(name))
            }
            520..600 => press(Key::char(char::from(b'0' + dice.below(10) as u8))),
            600..630 => {
                let letters: Vec<char> = dice.pick(NASTY).chars().collect();
                press(Key::char(*dice.pick(&letters)))
            }
            630..650 => Some(Message::Pasted((*dice.pick(NASTY)).to_owned())),
            650..655 => Some(Message::Pasted(dice.pick(NASTY).repeat(400))),
            655..720 => Some(Message::Mouse {
                pointer: match dice.below(5) {
                    0 => Pointer::WheelUp,
                    1 => Pointer::WheelDown,
                    2 => Pointer::Drag {
                        dx: dice.within(-40, 40) as i16,
                        dy: dice.within(-20, 20) as i16,
                    },
                    _ => Pointer::Click,
                },
                column: dice.below(u64::from(width.max(1)) + 2) as u16,
                row: dice.below(u64::from(height.max(1)) + 2) as u16,
            }),
            720..745 => {
                let (width, height) = match dice.below(12) {
                    0 if dice.once_in(400) => (dice.within(1, 500), dice.within(1, 300)),
                    1 => (dice.within(0, 3), dice.within(0, 3)),
                    2 => (dice.within(38, 42), dice.within(10, 14)),
                    3 => (40, 12),
                    4 => (120, 40),
                    5 => (dice.within(1, 130), dice.within(1, 45)),
                    _ => (80, 24),
                };
                Some(Message::Resized {
                    width: width as u16,
                    height: height as u16,
                })
            }
            745..760 => Some(Message::Focused(dice.once_in(600))),
            // Clocks that jump, both ways, by seconds and by years.
            760..775 => {
                let far = *dice.pick(&[5, 600, 86_400, 86_400 * 40, 86_400 * 800]);
                let seconds = dice.within(-far, far);
                self.life.pass_away(TimeDelta::seconds(seconds));
                None
            }
            775..785 => {
                let zone = FixedOffset::east_opt(dice.within(-48, 56) as i32 * 900).expect("a zone");
                self.life.now.wall = self.life.now.wall.with_timezone(&zone);
                None
            }
            785..795 => {
                let minutes = dice.within(0, 900);
                self.life.pass_away(TimeDelta::minutes(minutes));
                Some(Message::Continued)
            }
            795..802 => press(Key::ctrl('z')),
            802..810 => Some(Message::Answer(Answer::Beside(match dice.below(2) {
                0 => Report::HookFailed((*dice.pick(NASTY)).to_owned()),
                _ => Report::Speaking(Speaking::Tool((*dice.pick(NASTY)).to_owned())),
            }))),
            // Keys that mean nothing anywhere.
            810..830 => press(Key {
                code: *dice.pick(&[
                    KeyCode::Char('ø'),
                    KeyCode::Char('\u{1b}'),
                    KeyCode::Char('\u{202e}'),
                    KeyCode::ShiftUp,
                    KeyCode::Delete,
                    KeyCode::BackTab,
                ]),
                ctrl: dice.once_in(500),
                alt: dice.once_in(500),
            }),
            // A practice, by the keys that lead to one.
            830..850 => {
                let down = dice.below(9) as usize;
                let mut errand = vec!["esc", "esc", "3"];
                errand.extend(std::iter::repeat_n("down", down));
                errand.extend(["enter", "space", "n", "space", "n", "space", "enter"]);
                self.at_once = dice.once_in(150);
                if self.at_once {
                    let held = *dice.pick(&["n", "n", "b", "space", "esc"]);
                    errand.extend(std::iter::repeat_n(held, 24));
                }
                self.errand = errand.into_iter().map(key).collect();
                None
            }
            // An evening's questions.
            850..865 => {
                let mut errand = vec!["esc", "esc", "c"];
                for _ in 0..6 {
                    const ANSWERS: [&str; 5] = ["1", "3", "5", "7", "space"];
                    errand.push(*dice.pick(&ANSWERS));
                    errand.push("enter");
                }
                self.at_once = dice.once_in(150);
                self.errand = errand.into_iter().map(key).collect();
                None
            }
            // The evening is over.
            865..895 => {
                let minutes = dice.within(600, 1_800);
                self.life.pass(minutes as u64 * 60_000);
                None
            }
            // The weather of the disk changes.
            895..912 => {
                self.life.weather = *dice.pick(&[
                    Weather::Fair,
                    Weather::Fair,
                    Weather::Filling,
                    Weather::Filling,
                    Weather::Full,
                    Weather::Refusing,
                ]);
                None
            }
            912..919 => {
                self.restart();
                None
            }
            // Time passes, as far as the program wants to be woken.
            _ => {
                let ms = match wake(&self.model) {
                    Some(moment) if dice.once_in(900) => moment.since(self.life.now.steady),
                    Some(_) => dice.within(1, 30_000) as u64,
                    None => dice.within(1, 600_000) as u64,
                };
                self.life.pass(ms);
                Some(Message::Tick)
            }
        }
    }

    fn step(&mut self) {
        self.life.tally.steps += 1;
        if !self.at_once {
            let ms = self.life.dice.within(0, 900) as u64;
            self.life.pass(ms);
        }
        let Some(message) = self.next() else {
            self.note("something beyond the program".to_owned());
            return;
        };
        let mut said = format!("{message:?}");
        said.truncate(said.char_indices().nth(200).map_or(said.len(), |(at, _)| at));
        self.note(said);
        self.life.answers.clear();
        self.life.signals.clear();
        let ends = matches!(&message, Message::Key(key) if self.ends(*key));
        if ends {
            return self.restart();
        }
        runtime::step(&mut self.life, &mut self.model, message);
        if self.model.over {
            // By the palette, or by a hint: quit like any other.
            return self.restart();
        }
        self.after_step();
    }

    fn note(&mut self, what: String) {
        self.last.push_back(what);
        if self.last.len() > 12 {
            self.last.pop_front();
        }
    }

    fn ends(&self, key: Key) -> bool {
        self.model.known.keymap.action(self.model.context(), key) == Some(Action::Quit)
    }

    /// The frame in a language, whichever is chosen.
    fn frame(&mut self, lang: Lang) -> Buffer {
        let chosen = std::mem::replace(&mut self.model.known.settings.lang, lang);
        let frame = frame(&self.model);
        self.model.known.settings.lang = chosen;
        frame
    }

    /// Every promise, looked at from outside.
    fn after_step(&mut self) {
        *self
            .life
            .tally
            .screens
            .entry(name_of(&self.model.screen))
            .or_default() += 1;
        let frames = [self.frame(Lang::En), self.frame(Lang::Da)];
        self.life.tally.frames += frames.len();
        for frame in &frames {
            self.frame_is_clean(frame);
        }
        if self.life.tally.steps.is_multiple_of(8) {
            self.quit_is_reachable();
        }
        self.what_is_shown_as_saved_is_saved(&frames[0]);
        self.nothing_blocked_is_cued();
        self.time_is_followed(&frames[0]);
    }

    fn frame_is_clean(&self, frame: &Buffer) {
        let mut anything = false;
        for cell in frame.content() {
            let symbol = cell.symbol();
            if symbol.chars().any(steers) {
                self.broken(&format!("a cell holds {symbol:?}"));
            }
            anything |= !symbol.trim().is_empty();
        }
        let area = frame.area();
        if !anything && area.width >= 5 && area.height >= 1 {
            self.broken("nothing is drawn");
        }
        // What was pasted may look like one.
        let text = text_of(frame).replace("{$name}", "");
        if text.contains("{$") || text.contains("{ $") {
            self.broken("a sentence with a hole is shown");
        }
    }

    /// Wherever one is: ctrl+c ends it, at the second press where something cannot be written.
    fn quit_is_reachable(&self) {
        let mut model = self.model.clone();
        for _ in 0..2 {
            if model.over {
                break;
            }
            // The disk refuses everything, always.
            let mut effects: VecDeque<Effect> =
                update(&mut model, Message::Key(Key::ctrl('c')), self.life.now).into();
            while let Some(effect) = effects.pop_front() {
                if let Effect::Keep(keep) = effect {
                    let failed = Kept::Failed {
                        what: Box::new(keep),
                        trouble: Trouble::DiskFull,
                    };
                    let answer = Message::Answer(Answer::Kept(failed));
                    effects.extend(update(&mut model, answer, self.life.now));
                }
            }
        }
        if !model.over {
            self.broken("pressing ctrl+c twice does not end the program");
        }
    }

    fn what_is_shown_as_saved_is_saved(&mut self, frame: &Buffer) {
        let diary = &self.model.known.diary;
        if !diary.unwritten.is_empty() && diary.trouble.is_none() {
            self.broken("something is not written, and nothing says so");
        }
        let text = text_of(frame);
        let roomy = frame.area().width >= 60 && frame.area().height >= 12;
        if let Screen::CheckIn(check_in) = &self.model.screen
            && roomy
            && self.model.overlay.is_none()
            && self.model.context() != Context::Text
            && check_in.unsaved(&self.model.known).is_some()
            && !text.contains("not saved")
            && !text.contains("Not saved")
            && self.model.notice.is_none()
        {
            self.broken("an answer is not on the disk, and nothing says so");
        }
        if text.contains("Written in your journal") && !diary.unwritten.is_empty() {
            self.broken("it says that everything is written");
        }
        // What left the pages must have been taken away by the person.
        let (mut gone, mut anew) = (Vec::new(), false);
        for kept in &self.life.answers {
            match kept {
                Kept::Gone(id) => gone.push(*id),
                Kept::PracticeGone(id) => drop(self.practices.remove(id)),
                Kept::TookBack(Some(back)) => match back.what {
                    Undone::CheckIn(id) if back.pages.check_ins.iter().all(|entry| entry.id != id) => {
                        gone.push(id);
                    }
                    _ => {}
                },
                Kept::Open { .. } | Kept::Read { .. } => anew = true,
                _ => {}
            }
        }
        for id in &gone {
            self.in_view.remove(id);
            if let Some(entry) = self.check_ins.remove(id) {
                self.life
                    .owed
                    .retain(|(at, phase)| (*at, *phase) != (entry.at, entry.phase));
            }
        }
        let shown: BTreeMap<CheckInId, CheckIn> = diary
            .pages
            .check_ins
            .iter()
            .map(|entry| (entry.id, entry.clone()))
            .collect();
        if anew || self.rotten {
            // Other days may have been read: what is not among them is still on the disk.
            self.in_view.clear();
        }
        if let Some(id) = self.in_view.iter().find(|id| !shown.contains_key(id)) {
            self.broken(&format!("{id:?} was shown as saved and is not shown any more"));
        }
        self.in_view.extend(shown.keys());
        self.check_ins.extend(shown);
        let practices = diary
            .pages
            .practices
            .iter()
            .map(|entry| (entry.id, entry.clone()));
        self.practices.extend(practices);
        if self.life.answers.is_empty() || self.rotten {
            return;
        }
        self.life.tally.looked_at_disk += 1;
        let disk = match on_disk(&self.life.home.join("journal.sqlite3")) {
            Ok(disk) => disk,
            Err(trouble) => self.broken(&format!(
                "the journal cannot be read by another window: {trouble:?}"
            )),
        };
        for (id, entry) in &self.check_ins {
            if disk.check_ins.get(id) != Some(entry) {
                self.broken(&format!(
                    "shown as saved: {entry:?}\non the disk:    {:?}",
                    disk.check_ins.get(id)
                ));
            }
        }
        for (id, entry) in &self.practices {
            if disk.practices.get(id) != Some(entry) {
                self.broken(&format!(
                    "shown as saved: {entry:?}\non the disk:    {:?}",
                    disk.practices.get(id)
                ));
            }
        }
    }

    fn nothing_blocked_is_cued(&mut self) {
        let cued = self
            .life
            .signals
            .iter()
            .filter(|signal| {
                matches!(
                    signal,
                    Signal::Sound { .. } | Signal::Speak { .. } | Signal::Hook(_)
                )
            })
            .count();
        self.life.tally.cues += cued;
        let Screen::Practice(practising) = &self.model.screen else {
            return;
        };
        let now = self.life.now.steady;
        if practising.stage != Stage::Living || !practising.practice.is_running(now) {
            return;
        }
        self.life.tally.practised += 1;
        let atlas = &self.model.known.content.atlas;
        // She may have said otherwise since, or her journal was set aside.
        let pregnant = self.model.known.profile.answers.answer("WB-01") == Applies::Yes;
        for (_, press) in practising.practice.plan().presses() {
            let code = atlas.point(press.point).code.to_string();
            if pregnant && NOT_IN_PREGNANCY.contains(&code.as_str()) {
                self.broken(&format!("{code} in a practice in pregnancy"));
            }
        }
        let item = practising.practice.scene(now).segment.item;
        let press = item.and_then(|item| practising.practice.plan().items.get(item)?.press());
        if let Some(press) = press {
            let verdict = self.model.known.safety().of(press.point, None).verdict;
            if !verdict.lets_through() {
                let code = &atlas.point(press.point).code;
                self.broken(&format!("{code} is cued, and safety says {verdict:?}"));
            }
        }
    }

    /// Where time changes what is shown, something wakes the program; where nothing does, nothing changes.
    fn time_is_followed(&mut self, frame_now: &Buffer) {
        let now = self.life.now;
        let next = wake(&self.model);
        if let Some(notice) = &self.model.notice
            && next.is_none_or(|next| next > notice.until)
        {
            self.broken("a notice that nobody takes away");
        }
        if let Screen::Practice(practising) = &self.model.screen
            && practising.stage == Stage::Living
            && practising.practice.is_running(now.steady)
        {
            // A clock of whole seconds runs on the screen.
            if next.is_none_or(|next| next.since(now.steady) > 1_000) {
                self.broken(&format!("a practice runs, and the next look is at {next:?}"));
            }
            return;
        }
        // A click on nothing tells the program nothing, not even the time.
        if self.model.known.now != now {
            return;
        }
        // A sample: one more frame each.
        if !self.life.tally.steps.is_multiple_of(5) || self.model.known.settings.lang != Lang::En {
            return;
        }
        let quiet = match next {
            Some(next) => next.since(now.steady).saturating_sub(1).min(10_000),
            None => 10_000,
        };
        // A day that turns is followed by the next key.
        let later = Now {
            steady: now.steady.after(quiet),
            wall: now.wall + TimeDelta::milliseconds(quiet as i64),
        };
        let mut model = self.model.clone();
        let effects = update(&mut model, Message::Tick, later);
        let minute = |at: Now| at.wall.timestamp().div_euclid(60);
        if minute(now) == minute(later) && (!effects.is_empty() || frame(&model) != *frame_now) {
            self.broken(&format!(
                "after {quiet} ms something else is shown, and nothing would have woken the program: {next:?}\n{}",
                text_of(&frame(&model))
            ));
        }
    }
}

fn frame(model: &Model) -> Buffer {
    let (width, height) = model.known.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    ui::draw(model, &mut buffer);
    buffer
}

/// True for what a terminal would obey, or what turns a line around.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

fn desk(home: &Path) -> Desk {
    Desk::new(home.join("journal.sqlite3"))
        .with_settings(home.join("config.toml"))
        .with_routines(home.join("routines.d"))
}

/// A person to whom something applies, as the journal keeps it.
fn write_profile(home: &Path, pregnant: bool, dice: &mut Dice, now: Now) {
    let mut profile = Profile::default();
    if pregnant {
        profile.answers.give("WB-01", Given::plain(Applies::Yes));
        // She has asked her midwife: without that nothing could be begun at all.
        profile.set_asked("WB-01", true);
    } else if dice.once_in(300) {
        profile.answers.give("WB-02", Given::plain(Applies::NotSure));
        profile.set_asked("WB-02", true);
    }
    let mut journal = Journal::open(&home.join("journal.sqlite3")).expect("a journal");
    journal
        .set_profile(&profile.lines(), now.wall)
        .expect("a profile");
    journal.set_flag("welcome", "read", now.wall).expect("a flag");
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn weeks_of_anything_break_no_promise() {
    let lives = number("HEGU_LIVES").unwrap_or(LIVES);
    let steps = number("HEGU_STEPS").map_or(STEPS, |steps| steps as usize);
    let seeds = match number("HEGU_SEED") {
        Some(seed) => seed..=seed,
        None => 1..=lives,
    };
    let mut all = Tally::default();
    for seed in seeds {
        let mut living = Living::begin(seed);
        // Damage comes into every life: once while the journal is open, twice while it is not. When, is drawn by lot.
        let mut lot = Dice::new(!seed);
        let mut moment = || lot.below(steps as u64) as usize;
        let (open, closed) = (moment(), [moment(), moment()]);
        for step in 0..steps {
            let live = || {
                if step == open {
                    living.rot_while_open();
                }
                if closed.contains(&step) {
                    living.rots_next = true;
                    living.restart();
                }
                living.step();
            };
            let lived = std::panic::catch_unwind(std::panic::AssertUnwindSafe(live));
            if let Err(panic) = lived {
                eprintln!(
                    "HEGU_SEED={seed} cargo test --test weeks; step {}; the last steps:\n  {}",
                    living.life.tally.steps,
                    living.last.iter().cloned().collect::<Vec<_>>().join("\n  ")
                );
                std::panic::resume_unwind(panic);
            }
        }
        all.add(living.life.tally);
    }
    println!("{all:#?}");
    assert!(all.looked_at_disk > 0);
    if lives >= LIVES && number("HEGU_SEED").is_none() {
        // What never happened has tested nothing.
        for (count, what) in [
            (all.landed, "fault inside a write"),
            (all.refused, "refusal before a write"),
            (all.rotten, "damage"),
            (all.rotten_while_open, "damage to an open journal"),
            (all.set_aside, "journal set aside"),
            (all.restarts, "restart"),
            (all.torn, "cut of the power"),
            (all.practised, "practice"),
            (all.cues, "cue"),
            (all.at_once, "key in the same moment as another"),
        ] {
            assert!(count > 0, "not one {what}: {all:#?}");
        }
        assert!(
            all.screens.len() > 20,
            "too few screens were met: {:?}",
            all.screens
        );
    }
}

impl Tally {
    fn add(&mut self, other: Tally) {
        let Tally {
            steps,
            hours,
            keeps,
            landed,
            refused,
            rotten,
            rotten_while_open,
            set_aside,
            not_opened,
            restarts,
            torn,
            practised,
            cues,
            frames,
            looked_at_disk,
            at_once,
            screens,
        } = other;
        self.steps += steps;
        self.hours += hours;
        self.keeps += keeps;
        self.landed += landed;
        self.refused += refused;
        self.rotten += rotten;
        self.rotten_while_open += rotten_while_open;
        self.set_aside += set_aside;
        self.not_opened += not_opened;
        self.restarts += restarts;
        self.torn += torn;
        self.practised += practised;
        self.cues += cues;
        self.frames += frames;
        self.looked_at_disk += looked_at_disk;
        self.at_once += at_once;
        for (screen, count) in screens {
            *self.screens.entry(screen).or_default() += count;
        }
    }
}
