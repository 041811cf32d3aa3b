//! What a full redraw of the screens costs, and how many bytes a key and a second of a practice send.
//!
//! `cargo bench --bench screens`. The redraw is everything between a changed model and the finished cells; the
//! bytes are counted, not timed, and are the same on every machine.

#[path = "../tests/support/gallery.rs"]
mod gallery;
#[path = "../tests/support/year.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod year;

use std::sync::OnceLock;

use chrono::{FixedOffset, TimeDelta, TimeZone};
use divan::{Bencher, black_box};
use hegu::app::preview::Preview;
use hegu::app::settings::Colors;
use hegu::app::update::{act, update};
use hegu::app::wake::wake;
use hegu::app::{Action, Key, Message, Model, Screen, Settings};
use hegu::domain::safety::Asking;
use hegu::domain::time::{Moment, Ms, Now};
use hegu::domain::words::Lang;
use hegu::platform::paint::paint;
use hegu::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Every screen, and the actions that lead there from the browser.
const SCREENS: &[(&str, &[Action])] = &[
    ("browser", &[]),
    ("card", &[Action::Open]),
    ("find", &[Action::FindSpot]),
    ("map", &[Action::Map]),
    ("search", &[Action::Search]),
    ("learn", &[Action::Learn]),
    ("routines", &[Action::Routines]),
    ("compose", &[Action::Compose]),
    ("journal", &[Action::Journal]),
    ("today", &[Action::Today]),
    ("check-in", &[Action::CheckIn]),
    ("profile", &[Action::Answers]),
    ("red flags", &[Action::RedFlags]),
    ("evidence", &[Action::Sources]),
    ("commands", &[Action::Commands]),
    ("help", &[Action::Help]),
    ("tour", &[Action::Tour]),
];

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// An evening, and so many milliseconds.
fn at(ms: Ms) -> Now {
    let zone = FixedOffset::east_opt(3600).expect("a zone");
    let evening = zone.with_ymd_and_hms(2026, 11, 22, 21, 30, 0).unwrap();
    Now {
        steady: Moment(1_000_000 + ms),
        wall: evening + TimeDelta::milliseconds(ms as i64),
    }
}

fn opened(size: (u16, u16)) -> Model {
    Model::new(hegu::shipped(), Settings::default(), at(0), size)
}

fn screen(name: &str, size: (u16, u16)) -> Model {
    let mut model = opened(size);
    if name == "practice" {
        return practising(size);
    }
    let (_, actions) = SCREENS
        .iter()
        .find(|(known, _)| *known == name)
        .expect("a screen");
    for action in *actions {
        drop(act(&mut model, *action));
    }
    model
}

/// A practice that has just begun.
fn practising(size: (u16, u16)) -> Model {
    let mut model = opened(size);
    let routine = model
        .known
        .routines
        .by_id("evening-unwind")
        .expect("shipped")
        .clone();
    let mut preview = Preview::of_routine(&routine);
    preview.wish.asking = Asking::Impossible;
    model.screen = Screen::Preview(Box::new(preview));
    drop(update(&mut model, Message::Key(Key::char(' ')), at(0)));
    assert!(matches!(model.screen, Screen::Practice(_)), "it began");
    model
}

fn names() -> Vec<String> {
    let screens = SCREENS.iter().map(|(name, _)| *name).chain(["practice"]);
    screens
        .flat_map(|name| SIZES.map(|(width, height)| format!("{name} {width}x{height}")))
        .collect()
}

#[divan::bench(args = names())]
fn redraw(bencher: Bencher<'_, '_>, name: &str) {
    let (name, size) = name.rsplit_once(' ').expect("a name and a size");
    let (width, height) = size.split_once('x').expect("a size");
    let size = (width.parse().expect("a width"), height.parse().expect("a height"));
    let model = screen(name, size);
    let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    bencher.bench_local(|| {
        buf.reset();
        ui::draw(black_box(&model), &mut buf);
    });
}

/// Every screen there is, with what stands in it after a year.
fn reached() -> &'static [gallery::Reached] {
    static REACHED: OnceLock<Vec<gallery::Reached>> = OnceLock::new();
    REACHED.get_or_init(gallery::gallery)
}

#[divan::bench(args = reached().iter().map(|screen| screen.name.clone()), consts = [80, 120, 200])]
fn every<const COLUMNS: u16>(bencher: Bencher<'_, '_>, name: &str) {
    let screen = reached()
        .iter()
        .find(|screen| screen.name == name)
        .expect("a screen");
    let (_, height) = SIZES
        .into_iter()
        .find(|(width, _)| *width == COLUMNS)
        .expect("a size");
    let model = screen.shown(gallery::Shown {
        size: (COLUMNS, height),
        lang: Lang::En,
        theme: "calm-dark",
        colors: Colors::True,
    });
    let mut buf = Buffer::empty(Rect::new(0, 0, COLUMNS, height));
    bencher.bench_local(|| {
        buf.reset();
        ui::draw(black_box(&model), &mut buf);
    });
}

/// What the terminal is sent from one frame to the next: cells and bytes.
struct Sent {
    shown: Buffer,
}

impl Sent {
    fn new(model: &Model) -> Sent {
        let (width, height) = model.known.size;
        let mut shown = Buffer::empty(Rect::new(0, 0, width, height));
        ui::draw(model, &mut shown);
        Sent { shown }
    }

    fn next(&mut self, model: &Model) -> (usize, usize) {
        let mut drawn = Buffer::empty(self.shown.area);
        ui::draw(model, &mut drawn);
        let changed = self.shown.diff(&drawn);
        let cells = changed.len();
        let mut bytes = Vec::new();
        paint(&mut bytes, changed);
        self.shown = drawn;
        (cells, bytes.len())
    }
}

fn main() {
    println!("a key that moves the selection, browser: cells and bytes (mean of 100)");
    for size in SIZES {
        let mut model = opened(size);
        let mut sent = Sent::new(&model);
        let (mut cells, mut bytes) = (0, 0);
        for nth in 0..100 {
            let key = if nth % 3 == 2 { 'k' } else { 'j' };
            drop(update(&mut model, Message::Key(Key::char(key)), at(nth * 50)));
            let (more_cells, more_bytes) = sent.next(&model);
            cells += more_cells;
            bytes += more_bytes;
        }
        println!(
            "  {}x{}: {} cells, {} bytes",
            size.0,
            size.1,
            cells / 100,
            bytes / 100
        );
    }
    println!("a practice, its first two minutes: frames, cells and bytes a second");
    for size in SIZES {
        let mut model = practising(size);
        let mut sent = Sent::new(&model);
        let (mut frames, mut cells, mut bytes) = (0, 0, 0);
        while let Some(next) = wake(&model).filter(|next| *next < at(120_000).steady) {
            drop(update(&mut model, Message::Tick, at(next.0 - 1_000_000)));
            let (more_cells, more_bytes) = sent.next(&model);
            frames += usize::from(more_cells > 0);
            cells += more_cells;
            bytes += more_bytes;
        }
        println!(
            "  {}x{}: {:.1} frames, {} cells, {} bytes",
            size.0,
            size.1,
            frames as f32 / 120.0,
            cells / 120,
            bytes / 120
        );
    }
    divan::main();
}
