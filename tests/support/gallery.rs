//! Every screen of the program, reached the way a person reaches it: by keys, in a journal of a year.
//!
//! A walk is a line of `tests/gallery.walks`: a name, and what is pressed, typed and waited for. It is walked once, in
//! English at 80x24; every other size, language and look is switched live on the screen that was reached.

#![allow(dead_code, reason = "each user takes its own part of this")]

use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeDelta};
use hegu::app::keymap::parse_key;
use hegu::app::settings::{Colors, FigureStyle};
use hegu::app::update::update;
use hegu::app::{Diary, Effect, Key, Message, Model, Settings};
use hegu::domain::journal::Trouble;
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Lang;
use hegu::platform::desk::Desk;
use hegu::platform::journal::Journal;
use hegu::ui;
use hegu::ui::words;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::year;

/// The sizes every screen is designed for.
pub const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

const WALKS: &str = include_str!("../gallery.walks");

/// A screen that was reached.
#[derive(Clone, Debug)]
pub struct Reached {
    /// What it is called.
    pub name: String,
    /// The program as it stands there.
    pub model: Model,
}

/// How a screen is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// Columns and rows.
    pub size: (u16, u16),
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: &'static str,
    /// The colours.
    pub colors: Colors,
}

/// Every screen.
pub fn gallery() -> Vec<Reached> {
    let home = tempfile::tempdir().expect("a folder");
    let journal = home.path().join("journal.sqlite3");
    {
        let mut year = Journal::open(&journal).expect("a journal");
        let entries = year::year(7).into_iter().map(Ok::<_, Trouble>);
        year.take_in(entries).expect("a year");
    }
    let lines = WALKS.lines().map(str::trim);
    let walks = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    walks
        .enumerate()
        .map(|(nth, walk)| {
            let (name, steps) = walk.split_once(':').unwrap_or_else(|| panic!("no name: {walk}"));
            let (name, fresh) = match name.strip_prefix("new ") {
                Some(name) => (name, true),
                None => (name, false),
            };
            let (name, moving) = match name.strip_prefix("moving ") {
                Some(name) => (name, true),
                None => (name, false),
            };
            let own = home.path().join(format!("{nth}.sqlite3"));
            if !fresh {
                std::fs::copy(&journal, &own).expect("a copy");
            }
            Reached {
                name: name.to_owned(),
                model: walked(&own, fresh, moving, steps),
            }
        })
        .collect()
}

/// The program as it stands after the steps.
fn walked(journal: &Path, fresh: bool, moving: bool, steps: &str) -> Model {
    let wall = DateTime::parse_from_rfc3339("2028-12-31T21:40:00+01:00").expect("a moment");
    let settings = Settings {
        // A picture of letters says more in a comparison than a filled body.
        figure: FigureStyle::Braille,
        reduced_motion: !moving,
        ..Settings::default()
    };
    let mut walk = Walk {
        desk: Desk::new(journal.to_owned()),
        wall,
        ms: 0,
        model: Model::new(hegu::shipped(), settings, now(wall, 0), (80, 24)),
    };
    walk.model.known.spell = words::spell;
    let open = Diary::open(walk.model.known.day_start(), wall);
    walk.perform(vec![Effect::Keep(open)]);
    if !fresh {
        // The welcome was read long ago.
        walk.press(Key::char('2'));
        walk.model.behind.clear();
    }
    let mut rest = steps.trim();
    while !rest.is_empty() {
        let step;
        if let Some(text) = rest.strip_prefix('"') {
            let (text, after) = text.split_once('"').expect("a closing mark");
            text.chars().for_each(|c| walk.press(Key::char(c)));
            rest = after.trim_start();
            continue;
        }
        (step, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        rest = rest.trim_start();
        match step.strip_suffix("ms").and_then(|ms| ms.parse().ok()) {
            Some(ms) => walk.wait(ms),
            None => walk.press(parse_key(step).unwrap_or_else(|| panic!("no key {step}"))),
        }
    }
    // What came up for a moment goes again.
    walk.model.notice = None;
    walk.model
}

fn now(start: DateTime<FixedOffset>, ms: u64) -> Now {
    Now {
        steady: Moment(ms),
        wall: start + TimeDelta::milliseconds(ms as i64),
    }
}

struct Walk {
    desk: Desk,
    wall: DateTime<FixedOffset>,
    ms: u64,
    model: Model,
}

impl Walk {
    fn now(&self) -> Now {
        now(self.wall, self.ms)
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let now = self.now();
            for message in self.desk.perform(effect, now) {
                let more = update(&mut self.model, message, now);
                self.perform(more);
            }
        }
    }

    fn press(&mut self, key: Key) {
        let now = self.now();
        let effects = update(&mut self.model, Message::Key(key), now);
        self.perform(effects);
    }

    /// Lets time pass as the loop does: tick by tick.
    fn wait(&mut self, ms: u64) {
        let end = self.ms + ms;
        while let Some(next) = self.model.screen.wake(&self.model.known) {
            if next.0 > end {
                break;
            }
            self.ms = next.0.max(self.ms + 1);
            let now = self.now();
            let effects = update(&mut self.model, Message::Tick, now);
            self.perform(effects);
        }
        self.ms = end;
        let now = self.now();
        let effects = update(&mut self.model, Message::Tick, now);
        self.perform(effects);
    }
}

impl Reached {
    /// The program with the same screen, shown otherwise.
    pub fn shown(&self, shown: Shown) -> Model {
        let mut model = self.model.clone();
        model.known.settings.lang = shown.lang;
        model.known.settings.theme = shown.theme.to_owned();
        model.known.settings.colors = shown.colors;
        let (width, height) = shown.size;
        let now = model.known.now;
        update(&mut model, Message::Resized { width, height }, now);
        model.notice = None;
        model
    }
}

/// The picture of a model.
pub fn picture(model: &Model) -> Buffer {
    let (width, height) = model.known.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    ui::draw(model, &mut buffer);
    buffer
}
