//! A plan laid out in time, in whole breaths, exactly as long as was chosen, to the nearest breath.
//!
//! A press is a lead-in, then as often as it has repeats sink-in, stay and release, with a rest between
//! repeats and a switch between sides. Everything is integer milliseconds; a timeline depends on nothing
//! but the plan, the pace and the time chosen.

use super::breath::{LONGEST_BREATHING, Pace, Phase, Rhythm, breaths_of};
use super::plan::{Act, Dose, Half, Limits, Plan, Press};
use super::point::Motion;
use super::time::Ms;

/// The lead-in of the first item, and after a change of posture.
const LEAD_IN_POSTURE: Ms = 20_000;
/// The lead-in in an unchanged posture, and everywhere when the time is tight.
const LEAD_IN: Ms = 10_000;
/// What a point still being learnt gets on top.
const LEARNING: Ms = 10_000;
/// The pause between two sides, the rest between two repeats, and the pause to place the finger again.
pub const PAUSE: Ms = 8_000;
/// The most of one repeat where there are several (30 s to 2 min, 3 to 5 times).
const MOST_REPEAT: Ms = 120_000;
/// The least and the most of the close.
const CLOSE: (Ms, Ms) = (10_000, 60_000);

/// A part of a practice. Every part but a breathing item and the close belongs to one press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Time to find the spot. Nobody presses.
    LeadIn,
    /// Time to put the finger back, after a pause or on going back.
    Placing,
    /// One breath: in, the finger rests on the skin; out, it sinks.
    SinkIn,
    /// Eases a little on in, sinks on out.
    Stay,
    /// Small circles under even pressure.
    Circle,
    /// Rubbing under even pressure.
    Rub,
    /// One breath: eases on the in-breath, lets go over the whole of the out-breath.
    Release,
    /// Hand off between two repeats on the same side.
    Rest,
    /// Between the two sides of one point.
    Switch,
    /// Breaths only.
    Breathe,
    /// Hands down, nothing to do.
    Close,
}

impl Part {
    /// Every part, in the order in which they come.
    pub const ALL: [Part; 11] = [
        Part::LeadIn,
        Part::Placing,
        Part::SinkIn,
        Part::Stay,
        Part::Circle,
        Part::Rub,
        Part::Release,
        Part::Rest,
        Part::Switch,
        Part::Breathe,
        Part::Close,
    ];

    /// The id used in hooks.
    pub fn id(self) -> &'static str {
        match self {
            Part::LeadIn => "find",
            Part::Placing => "place",
            Part::SinkIn => "sink-in",
            Part::Stay => "stay",
            Part::Circle => "circle",
            Part::Rub => "rub",
            Part::Release => "release",
            Part::Rest => "rest",
            Part::Switch => "switch",
            Part::Breathe => "breathe",
            Part::Close => "close",
        }
    }

    /// True while the skin is pressed for the dose: sink-in and what follows it, without the release.
    pub fn is_pressed(self) -> bool {
        matches!(self, Part::SinkIn | Part::Stay | Part::Circle | Part::Rub)
    }

    /// True from the first touch to the last: the dose and the release.
    pub fn is_touching(self) -> bool {
        self.is_pressed() || self == Part::Release
    }

    /// True for the breaths between sink-in and release.
    pub fn is_staying(self) -> bool {
        matches!(self, Part::Stay | Part::Circle | Part::Rub)
    }
}

/// A stretch of a timeline in which one thing is done. It begins with a breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The item of the plan it belongs to; `None` for the close.
    pub item: Option<usize>,
    /// What is done.
    pub part: Part,
    /// On which side; for a lead-in or a switch, the side that comes. `None` without a point.
    pub half: Option<Half>,
    /// Which repeat, from 0; for a rest, the repeat that comes.
    pub repeat: u8,
    /// When it begins.
    pub start: Ms,
    /// How long it lasts; never 0.
    pub length: Ms,
    /// The breath it is counted in.
    pub rhythm: Rhythm,
}

impl Segment {
    /// When the next one begins.
    pub fn end(&self) -> Ms {
        self.start + self.length
    }

    /// How many breaths it lasts, a begun one counted whole.
    pub fn breaths(&self) -> Ms {
        self.length.div_ceil(self.rhythm.cycle())
    }

    /// How deep the finger has sunk, 0 to 1, `into` ms into the segment: what the pressure picture shows.
    ///
    /// Continuous over the whole timeline, so that nothing ever jumps.
    pub fn level(&self, into: Ms) -> f32 {
        let span = self.rhythm.phase_at(into);
        let p = (into % self.rhythm.cycle() - span.start) as f32 / span.length as f32;
        let between = |from: f32, to: f32| from + (to - from) * p * p * (3.0 - 2.0 * p);
        match (self.part, span.phase) {
            (Part::SinkIn, Phase::In) => between(0.0, RESTING),
            (Part::SinkIn, Phase::Out) => between(RESTING, 1.0),
            (Part::SinkIn, _) => between(0.0, 1.0),
            (Part::Stay | Part::Release, Phase::In) => between(1.0, EASED),
            (Part::Stay, Phase::Out) => between(EASED, 1.0),
            (Part::Release, Phase::Out) => between(EASED, 0.0),
            (Part::Release, _) => between(1.0, 0.0),
            (Part::Stay | Part::Circle | Part::Rub, _) => 1.0,
            _ => 0.0,
        }
    }

    /// How many whole turns one breath holds while circling or rubbing; 0 for every other part.
    ///
    /// Whole, so that a circle never jumps at the end of a breath.
    pub fn turns(&self) -> Ms {
        let per_second_milli = match self.part {
            Part::Circle => CIRCLE_TEMPO,
            Part::Rub => RUB_TEMPO,
            _ => return 0,
        };
        super::breath::nearest(per_second_milli * self.rhythm.cycle(), 1_000_000).max(1)
    }

    /// Where in the turn the finger is, 0 to 1; `None` when it does not move.
    pub fn turn(&self, into: Ms) -> Option<f32> {
        let turns = self.turns();
        let cycle = self.rhythm.cycle();
        (turns > 0).then(|| (into % cycle * turns % cycle) as f32 / cycle as f32)
    }
}

/// Pressure at the end of sink-in's in-breath: the finger rests on the skin.
const RESTING: f32 = 0.15;
/// Pressure at the end of an in-breath while staying.
const EASED: f32 = 0.8;
/// Turns in a thousand seconds. Ours; the leaflet's 2 to 3 a second is the top of what is bearable.
const CIRCLE_TEMPO: Ms = 1_000;
const RUB_TEMPO: Ms = 500;

/// One piece of the picture of a timeline: one press with the lead-in or switch before it, or one breathing
/// item. The close belongs to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The item of the plan.
    pub item: usize,
    /// The side, if there is one.
    pub half: Option<Half>,
    /// When it begins, lead-in included.
    pub start: Ms,
    /// When the next one begins.
    pub end: Ms,
}

/// How long a practice is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// Every item as long as it wishes.
    AsWritten,
    /// Filled to this time.
    Filled(Ms),
}

/// Why a plan cannot be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Misfit {
    /// There is nothing in it.
    Empty,
    /// The time chosen is too short for all sides; so many whole minutes are the least.
    TooShort {
        /// The smallest whole minute that fits.
        least: Ms,
    },
    /// Not even half an hour holds it (DO-02).
    TooLong,
}

/// A plan laid out in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The segments, each beginning where the one before ended.
    pub segments: Vec<Segment>,
    /// The breath that presses, lead-ins and the close are counted in.
    pub pace: Pace,
    /// Optional items that the time had no room for, by their index in the plan.
    pub dropped: Vec<usize>,
    /// Every item is at its bound: the practice is shorter than the time chosen.
    pub capped: bool,
    /// The time is so short that every lead-in is.
    pub tight: bool,
}

impl Timeline {
    /// Lays a plan out in time. Optional items are dropped, last first, when the time is too short for all.
    pub fn lay(plan: &Plan, pace: Pace, length: Length) -> Result<Timeline, Misfit> {
        Timeline::lay_within(plan, pace, length, Limits::default())
    }

    /// The same within the bounds of a person's rules.
    pub fn lay_within(plan: &Plan, pace: Pace, length: Length, limits: Limits) -> Result<Timeline, Misfit> {
        let mut draft = Draft::new(plan, pace, limits);
        if draft.items.is_empty() {
            return Err(Misfit::Empty);
        }
        let written = match length {
            Length::AsWritten => Some(draft.as_written()),
            Length::Filled(_) => None,
        };
        match (written, length) {
            (Some(close), _) if draft.total(close) <= limits.practice => Ok(draft.timeline(close, false)),
            (Some(_), _) => draft.fill_or_drop(limits.practice),
            (None, Length::Filled(time)) => draft.fill_or_drop(time.min(limits.practice)),
            (None, Length::AsWritten) => unreachable!("a plan as written was written"),
        }
    }

    /// When it ends.
    pub fn total(&self) -> Ms {
        self.segments.last().map_or(0, Segment::end)
    }

    /// Pressed time of one side of an item, in ms.
    pub fn pressed(&self, item: usize, half: Half) -> Ms {
        pressed(&self.segments, item, half)
    }

    /// The pieces of its picture.
    pub fn pieces(&self) -> Vec<Piece> {
        pieces(&self.segments)
    }
}

/// Pressed time of one side of an item in a row of segments.
pub fn pressed(segments: &[Segment], item: usize, half: Half) -> Ms {
    segments
        .iter()
        .filter(|s| s.item == Some(item) && s.half == Some(half) && s.part.is_pressed())
        .map(|s| s.length)
        .sum()
}

/// The pieces a row of segments makes.
pub fn pieces(segments: &[Segment]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for segment in segments {
        match (segment.item, pieces.last_mut()) {
            (Some(item), Some(last)) if last.item == item && last.half == segment.half => {
                last.end = segment.end();
            }
            (Some(item), _) => pieces.push(Piece {
                item,
                half: segment.half,
                start: segment.start,
                end: segment.end(),
            }),
            (None, Some(last)) => last.end = segment.end(),
            (None, None) => {}
        }
    }
    pieces
}

/// An item being fitted. All lengths in breaths of the pace, except a breathing item's own.
struct Fitted<'a> {
    index: usize,
    act: &'a Act,
    optional: bool,
    /// Lead-in as it should be, and as short as it may be.
    lead_in: (Ms, Ms),
    /// Pressed time per side: the least, the most, and what it is now.
    least: Ms,
    most: Ms,
    now: Ms,
    /// How it is weighed against the others: wished ms per side, halved if LIGHT.
    weight: Ms,
    repeats: Ms,
}

impl Fitted<'_> {
    fn cost(&self) -> Ms {
        match self.act {
            Act::Press(press) => press.sides.cost(),
            Act::Breathe(_) => 0,
        }
    }

    /// Breaths around the pressed time: releases, rests and the switch.
    fn around(&self, pause: Ms) -> Ms {
        let sides = self.cost();
        if sides == 0 {
            return 0;
        }
        sides * self.repeats + sides * (self.repeats - 1) * pause + (sides - 1) * pause
    }

    /// Milliseconds of a breathing item.
    fn breathing(&self) -> Ms {
        match self.act {
            Act::Breathe(breathe) => {
                let wished = Ms::from(breathe.seconds) * 1_000;
                let breaths = breaths_of(breathe.rhythm, breathe.most_breaths, wished);
                breaths * breathe.rhythm.cycle()
            }
            Act::Press(_) => 0,
        }
    }
}

struct Draft<'a> {
    plan: &'a Plan,
    pace: Pace,
    limits: Limits,
    items: Vec<Fitted<'a>>,
    dropped: Vec<usize>,
    tight: bool,
}

impl<'a> Draft<'a> {
    fn new(plan: &'a Plan, pace: Pace, limits: Limits) -> Draft<'a> {
        let mut draft = Draft {
            plan,
            pace,
            limits,
            items: Vec::new(),
            dropped: Vec::new(),
            tight: false,
        };
        draft.fit_items();
        draft
    }

    /// Fits every item that is not dropped, at the length it wishes.
    fn fit_items(&mut self) {
        let mut posture = None;
        self.items.clear();
        for (index, item) in self.plan.items.iter().enumerate() {
            if self.dropped.contains(&index) {
                continue;
            }
            let learning = match item.press() {
                Some(press) if press.learning => LEARNING,
                _ => 0,
            };
            let asked = if posture == Some(item.posture) {
                LEAD_IN
            } else {
                LEAD_IN_POSTURE
            };
            posture = Some(item.posture);
            let (repeats, least, most, now, weight) = match &item.act {
                Act::Press(press) => dose(press, self.pace, &self.limits),
                Act::Breathe(_) => (1, 0, 0, 0, 1),
            };
            self.items.push(Fitted {
                index,
                act: &item.act,
                optional: item.optional,
                lead_in: (self.pace.need(asked + learning), self.pace.need(LEAD_IN)),
                least,
                most,
                now,
                weight,
                repeats,
            });
        }
    }

    fn lead_in(&self, item: &Fitted<'_>) -> Ms {
        if self.tight {
            item.lead_in.1
        } else {
            item.lead_in.0
        }
    }

    /// Breaths of lead-ins, releases, rests and switches.
    fn overhead(&self) -> Ms {
        let pause = self.pace.need(PAUSE);
        self.items
            .iter()
            .map(|item| self.lead_in(item) + item.around(pause))
            .sum()
    }

    fn breathing(&self) -> Ms {
        self.items.iter().map(Fitted::breathing).sum()
    }

    /// Length with a close of so many breaths.
    fn total(&self, close: Ms) -> Ms {
        let pressed: Ms = self.items.iter().map(|item| item.cost() * item.now).sum();
        (self.overhead() + pressed + close) * self.pace.cycle() + self.breathing()
    }

    /// The breaths of the close of a plan as written: a twentieth of what comes before it.
    fn as_written(&self) -> Ms {
        self.close_for(self.total(0))
    }

    fn close_for(&self, time: Ms) -> Ms {
        self.pace.near((time / 20).clamp(CLOSE.0, CLOSE.1))
    }

    /// Fills to `time`, dropping optional items, last first, as long as it is too short.
    fn fill_or_drop(&mut self, time: Ms) -> Result<Timeline, Misfit> {
        loop {
            if let Some((close, capped)) = self.fill(time) {
                return Ok(self.timeline(close, capped));
            }
            match self.items.iter().rposition(|item| item.optional) {
                Some(last) if self.items.len() > 1 => {
                    self.dropped.push(self.items[last].index);
                    self.fit_items();
                }
                _ => return Err(self.least()),
            }
        }
    }

    /// The smallest whole minute that fits.
    fn least(&mut self) -> Misfit {
        (1..=self.limits.practice / 60_000)
            .find(|minutes| self.fill(minutes * 60_000).is_some())
            .map_or(Misfit::TooLong, |least| Misfit::TooShort { least })
    }

    /// Fills to `time`: the breaths of the close, and whether everything is at its bound. `None` when too
    /// short.
    fn fill(&mut self, time: Ms) -> Option<(Ms, bool)> {
        let breaths = time
            .checked_sub(self.breathing())
            .map(|ms| super::breath::nearest(ms, self.pace.cycle()))?;
        let close = self.close_for(time);
        let least: Ms = self.items.iter().map(|item| item.cost() * item.least).sum();
        self.tight = false;
        let mut room = breaths.checked_sub(self.overhead() + close + least);
        if room.is_none() {
            self.tight = true;
            room = breaths.checked_sub(self.overhead() + close + least);
        }
        let mut room = room?;
        for item in &mut self.items {
            item.now = item.least;
        }
        while let Some(item) = self.hungriest(room) {
            self.items[item].now += 1;
            room -= self.items[item].cost();
        }
        let full = self.items.iter().all(|item| item.now == item.most);
        if full {
            let grown = (close + room).min((CLOSE.1 / self.pace.cycle()).max(close));
            Some((grown, close + room > grown))
        } else {
            Some((close + room, false))
        }
    }

    /// The item that lies furthest behind its wish and still fits: Sainte-Laguë, so that a wish that fits
    /// exactly is met exactly. The earlier one where two are alike.
    fn hungriest(&self, room: Ms) -> Option<usize> {
        self.items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.now < item.most && item.cost() <= room)
            .reduce(|best, next| {
                let behind = |a: &Fitted<'_>, b: &Fitted<'_>| {
                    u128::from(2 * a.now + 1) * u128::from(b.weight)
                        < u128::from(2 * b.now + 1) * u128::from(a.weight)
                };
                if behind(next.1, best.1) { next } else { best }
            })
            .map(|(index, _)| index)
    }

    fn timeline(&self, close: Ms, capped: bool) -> Timeline {
        let mut rows = Rows {
            segments: Vec::new(),
            at: 0,
            rhythm: self.pace.rhythm(),
        };
        for item in &self.items {
            rows.item(item, self.lead_in(item), self.pace.need(PAUSE));
        }
        rows.push(None, Part::Close, None, 0, close, self.pace.rhythm());
        let mut dropped = self.dropped.clone();
        dropped.sort_unstable();
        Timeline {
            segments: rows.segments,
            pace: self.pace,
            dropped,
            capped,
            tight: self.tight,
        }
    }
}

/// Repeats, and the least, the most and the wished breaths of pressed time per side, and the weight.
fn dose(press: &Press, pace: Pace, limits: &Limits) -> (Ms, Ms, Ms, Ms, Ms) {
    let cycle = pace.cycle();
    let ceiling = Ms::from(press.ceiling) * 1_000 / cycle;
    let once = limits.repeat_least.div_ceil(cycle).max(2);
    // A point whose ceiling is low cannot be repeated as often as elsewhere.
    let repeats = Ms::from(press.repeats).clamp(1, (ceiling / once).max(1));
    let least = repeats * once;
    let most = if repeats == 1 {
        ceiling
    } else {
        (repeats * (MOST_REPEAT / cycle)).min(ceiling)
    }
    .max(least);
    let wish = Ms::from(press.seconds) * 1_000 * repeats;
    let wished = pace.near(wish).clamp(least, most);
    match press.dose {
        Dose::Full => (repeats, least, most, wished, wish.max(1)),
        Dose::Light => {
            // DO-04 takes the least time along: light is light from the first breath.
            let light = |breaths: Ms| breaths * limits.light_percent / 100;
            let once = (limits.repeat_least * limits.light_percent / 100).div_ceil(cycle);
            let least = repeats * once.max(2);
            let most = least.max(light(wished));
            let weight = wish * limits.light_percent / 100;
            (repeats, least, most, most, weight.max(1))
        }
    }
}

/// Segments being written one after the other.
struct Rows {
    segments: Vec<Segment>,
    at: Ms,
    rhythm: Rhythm,
}

impl Rows {
    fn push(
        &mut self,
        item: Option<usize>,
        part: Part,
        half: Option<Half>,
        repeat: u8,
        breaths: Ms,
        rhythm: Rhythm,
    ) {
        let length = breaths * rhythm.cycle();
        if length > 0 {
            self.segments.push(Segment {
                item,
                part,
                half,
                repeat,
                start: self.at,
                length,
                rhythm,
            });
            self.at += length;
        }
    }

    fn item(&mut self, item: &Fitted<'_>, lead_in: Ms, pause: Ms) {
        let index = Some(item.index);
        let pace = self.rhythm;
        match item.act {
            Act::Breathe(breathe) => {
                self.push(index, Part::LeadIn, None, 0, lead_in, pace);
                let breaths = item.breathing() / breathe.rhythm.cycle();
                debug_assert!(item.breathing() <= LONGEST_BREATHING);
                self.push(index, Part::Breathe, None, 0, breaths, breathe.rhythm);
            }
            Act::Press(press) => {
                let staying = match press.motion {
                    Motion::Stay => Part::Stay,
                    Motion::Circle => Part::Circle,
                    Motion::Rub => Part::Rub,
                };
                for (nth, half) in press.sides.halves().iter().enumerate() {
                    let half = Some(*half);
                    if nth == 0 {
                        self.push(index, Part::LeadIn, half, 0, lead_in, pace);
                    } else {
                        self.push(index, Part::Switch, half, 0, pause, pace);
                    }
                    for repeat in 0..item.repeats {
                        // The first repeats are one breath longer where it does not divide evenly.
                        let extra = Ms::from(repeat < item.now % item.repeats);
                        let pressed = item.now / item.repeats + extra;
                        let nth = repeat as u8;
                        if repeat > 0 {
                            self.push(index, Part::Rest, half, nth, pause, pace);
                        }
                        self.push(index, Part::SinkIn, half, nth, 1, pace);
                        self.push(index, staying, half, nth, pressed - 1, pace);
                        self.push(index, Part::Release, half, nth, 1, pace);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
