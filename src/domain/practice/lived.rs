//! What a practice has become so far: its start and the commands since, folded.
//!
//! Nothing here counts along. A position follows from the last anchor and the time; every command makes a
//! new anchor and, where it changes what comes, cuts the track at the present position and writes the rest
//! anew. Folding the same commands again gives the same state.
//!
//! The anchor is kept in hundredths of a millisecond: at any whole percent of speed that is exact, so a new anchor
//! never moves a moment, and no bound is passed by a sum of rounded milliseconds.

mod bounds;

use super::super::atlas::PointId;
use super::super::breath::{LONGEST_BREATHING, nearest};
use super::super::plan::{Act, Dose, Limits, Plan, Press};
use super::super::point::Pressure;
use super::super::time::{Moment, Ms};
use super::super::timeline::{PAUSE, Part, Segment, Timeline};
use super::{Command, Done, Ending, Manner, Pause, Refused, SideDone, SideKey, State};

/// A pause this long, or longer, while pressing means that the hand has gone: it gets time to come back.
const HAND_GONE: Ms = 5_000;
/// Within this time of its beginning, going back means the side before.
const JUST_BEGUN: Ms = 3_000;
/// What "15 s more" adds, to the nearest breath.
const MORE: Ms = 15_000;
/// From here a side counts although it was not finished.
const COUNTS: Ms = 30_000;

/// What does not change while a practice is lived.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'a> {
    pub(super) plan: &'a Plan,
    pub(super) timeline: &'a Timeline,
    /// Pressed earlier today, by point (DO-03).
    pub(super) today: &'a [(PointId, Ms)],
    /// The bounds of the rules.
    pub(super) limits: &'a Limits,
}

/// The state of a practice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lived {
    /// What was and what comes; up to the position it is history.
    pub(super) track: Vec<Segment>,
    /// Where the anchor is, in hundredths of a millisecond of the track.
    anchor: Ms,
    at: Moment,
    pub(super) state: State,
    /// Percent of real time; a preview's is a multiple of 100.
    pub(super) speed: Ms,
    /// Steps by which everything is pressed softer.
    softer: u8,
    /// How often "softer" was asked for, by point.
    pub(super) softened: Vec<(PointId, u8)>,
    sides: Vec<Walked>,
}

/// A side as far as it was pressed up to the anchor.
#[derive(Clone, Debug, PartialEq)]
struct Walked {
    key: SideKey,
    /// Real time in sink-in and stay.
    pressed: Ms,
    skipped: bool,
}

impl Lived {
    /// The start. Refused when a point has had its 15 minutes today already.
    pub(super) fn begin(given: Given<'_>, manner: Manner, at: Moment) -> Result<Lived, Refused> {
        let mut lived = Lived {
            track: given.timeline.segments.clone(),
            anchor: 0,
            at,
            state: State::Running,
            speed: match manner {
                Manner::Real => 100,
                Manner::Preview { factor } => 100 * Ms::from(factor.max(1)),
            },
            softer: 0,
            softened: Vec::new(),
            sides: Vec::new(),
        };
        if manner == Manner::Real {
            lived.trim(given, at);
            if lived.sides.iter().any(|side| side.skipped) {
                return Err(Refused::DayBound);
            }
        }
        Ok(lived)
    }

    /// When the track ends.
    pub(super) fn total(&self) -> Ms {
        self.track.last().map_or(0, Segment::end)
    }

    /// Where the practice is.
    pub(super) fn position(&self, now: Moment) -> Ms {
        match self.state {
            State::Running => ((self.anchor + now.since(self.at) * self.speed) / 100).min(self.total()),
            _ => self.here(),
        }
    }

    /// Where the anchor is.
    fn here(&self) -> Ms {
        self.anchor / 100
    }

    /// The first moment at which the position is at least this; never before the anchor.
    pub(super) fn moment_of(&self, position: Ms) -> Moment {
        let ahead = (position * 100).saturating_sub(self.anchor);
        self.at.after(ahead.div_ceil(self.speed))
    }

    /// The state at a moment: a practice that has run to its end has ended.
    pub(super) fn state(&self, now: Moment) -> State {
        match self.state {
            State::Running if self.position(now) >= self.total() => State::Ended {
                how: Ending::Finished,
                at: self.moment_of(self.total()),
            },
            state => state,
        }
    }

    /// The segment at a position; the last one at the very end.
    pub(super) fn index_at(&self, position: Ms) -> usize {
        self.track
            .partition_point(|segment| segment.end() <= position)
            .min(self.track.len().saturating_sub(1))
    }

    pub(super) fn segment_at(&self, position: Ms) -> &Segment {
        &self.track[self.index_at(position)]
    }

    /// Real milliseconds between the anchor and `now` that a segment took.
    fn real(&self, segment: &Segment, now: Moment) -> Ms {
        if self.state != State::Running {
            return 0;
        }
        self.lasts(segment).min(now.since(self.moment_of(segment.start)))
    }

    /// Real milliseconds a segment takes from the anchor on, if nothing comes between.
    fn lasts(&self, segment: &Segment) -> Ms {
        let end = self.moment_of(segment.end());
        end.since(self.moment_of(segment.start))
    }

    /// Real pressed time of one side.
    fn done(&self, key: SideKey, now: Moment) -> Ms {
        let before = self
            .sides
            .iter()
            .find(|side| side.key == key)
            .map_or(0, |side| side.pressed);
        let since: Ms = self
            .track
            .iter()
            .filter(|segment| key.covers(segment) && segment.part.is_pressed())
            .map(|segment| self.real(segment, now))
            .sum();
        before + since
    }

    /// Real pressed time of a point today, this practice included.
    fn done_today(&self, given: Given<'_>, point: PointId, now: Moment) -> Ms {
        let before: Ms = given
            .today
            .iter()
            .filter(|(id, _)| *id == point)
            .map(|(_, ms)| ms)
            .sum();
        let here: Ms = given
            .plan
            .presses()
            .filter(|(_, press)| press.point == point)
            .flat_map(|(item, press)| press.sides.halves().iter().map(move |half| (item, *half)))
            .map(|(item, half)| self.done(SideKey { item, half }, now))
            .sum();
        before + here
    }

    /// The most real pressed time of one side: its ceiling, half of it if LIGHT, and never less than
    /// what the timeline planned.
    fn bound(given: Given<'_>, key: SideKey) -> Ms {
        let Some(press) = press_of(given.plan, key.item) else {
            return 0;
        };
        let ceiling = Ms::from(press.ceiling) * 1_000;
        let ceiling = match press.dose {
            Dose::Full => ceiling,
            Dose::Light => ceiling * given.limits.light_percent / 100,
        };
        ceiling.max(given.timeline.pressed(key.item, key.half))
    }

    /// What is left of today and of this side, in real ms.
    fn budget(&self, given: Given<'_>, key: SideKey, now: Moment) -> Ms {
        let side = Lived::bound(given, key).saturating_sub(self.done(key, now));
        let day = press_of(given.plan, key.item).map_or(0, |press| {
            given
                .limits
                .point_day
                .saturating_sub(self.done_today(given, press.point, now))
        });
        side.min(day)
    }

    /// How firmly an item is pressed now.
    pub(super) fn pressure(&self, plan: &Plan, item: usize) -> Option<Pressure> {
        let mut pressure = press_of(plan, item)?.pressure;
        for _ in 0..self.softer {
            pressure = step_down(pressure);
        }
        Some(pressure)
    }

    /// The ledger at a moment: every side that was touched, in the order of touching.
    pub(super) fn ledger(&self, given: Given<'_>, now: Moment) -> Vec<SideDone> {
        let position = self.position(now);
        let over = matches!(self.state(now), State::Ended { .. });
        let mut keys: Vec<SideKey> = self.sides.iter().map(|side| side.key).collect();
        for segment in &self.track {
            if segment.start < position
                && segment.part.is_pressed()
                && let Some(key) = SideKey::of(segment)
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        keys.into_iter()
            .filter_map(|key| {
                let press = press_of(given.plan, key.item)?;
                let pressed = self.done(key, now);
                let walked = self.sides.iter().find(|side| side.key == key);
                let comes = |wanted: fn(Part) -> bool| {
                    self.track
                        .iter()
                        .any(|s| key.covers(s) && s.end() > position && wanted(s.part))
                };
                let ended = if !over && comes(|part| part != Part::LeadIn && part != Part::Switch) {
                    None
                } else if !comes(Part::is_touching) && !walked.is_some_and(|side| side.skipped) {
                    Some(Done::Whole)
                } else if pressed >= COUNTS {
                    Some(Done::Part)
                } else {
                    Some(Done::Touched)
                };
                (pressed > 0).then_some(SideDone {
                    key,
                    point: press.point,
                    pressed,
                    ended,
                })
            })
            .collect()
    }

    /// Moves the anchor to `now`: what was pressed up to then is settled.
    fn settle(&mut self, now: Moment) {
        let anchor = match self.state {
            State::Running => (self.anchor + now.since(self.at) * self.speed).min(self.total() * 100),
            _ => self.anchor,
        };
        let mut sides = std::mem::take(&mut self.sides);
        for segment in self.track.iter().filter(|s| s.part.is_pressed()) {
            let real = self.real(segment, now);
            if let (Some(key), true) = (SideKey::of(segment), real > 0) {
                side_of(&mut sides, key).pressed += real;
            }
        }
        self.sides = sides;
        self.anchor = anchor;
        self.at = now;
    }

    /// Cuts the track at the position and writes what comes instead. One that was skipped through before any
    /// time had passed is no empty track: it ends where it began.
    fn rewrite(&mut self, rest: &[Segment]) {
        let position = self.here();
        let here = *self.segment_at(position);
        self.track.retain(|segment| segment.start < position);
        if let Some(last) = self.track.last_mut() {
            last.length = position - last.start;
        }
        let mut at = position;
        for segment in rest.iter().filter(|segment| segment.length > 0) {
            self.track.push(Segment {
                start: at,
                ..*segment
            });
            at += segment.length;
        }
        if self.track.is_empty() {
            self.track.push(Segment { length: 0, ..here });
        }
    }

    /// Folds one command in. Refused commands change nothing.
    pub(super) fn apply(&mut self, given: Given<'_>, command: Command, now: Moment) -> Result<(), Refused> {
        match (self.state(now), command) {
            (State::Ended { .. }, _) => Err(Refused::Over),
            (_, Command::Stop) => {
                self.settle(now);
                self.end(Ending::Stopped, now);
                Ok(())
            }
            (_, Command::Leave) => {
                self.settle(now);
                self.end(Ending::Left, now);
                Ok(())
            }
            (State::Running, Command::Pause) => {
                self.pause(Pause::Asked, now);
                Ok(())
            }
            (State::Running, Command::Away) => {
                self.pause(Pause::Away, now);
                Ok(())
            }
            (State::Paused { since, .. }, Command::Resume) => {
                self.resume(given, since, now);
                Ok(())
            }
            (State::Paused { .. }, Command::Softer) => self.soften(given.plan),
            (State::Paused { .. }, _) => Err(Refused::Paused),
            (State::Running, Command::Resume) => Err(Refused::Running),
            (State::Running, command) => {
                // Tried on a copy, so that a refusal leaves no trace.
                let mut next = self.clone();
                next.settle(now);
                match command {
                    Command::Skip => next.skip(given),
                    Command::Back => next.back(given)?,
                    Command::Ready => next.ready()?,
                    Command::Extend => next.extend(given)?,
                    Command::Softer => next.soften(given.plan)?,
                    Command::Speed(percent) => next.set_speed(given, percent)?,
                    _ => {}
                }
                *self = next;
                Ok(())
            }
        }
    }

    fn end(&mut self, how: Ending, now: Moment) {
        self.state = State::Ended { how, at: now };
    }

    fn pause(&mut self, why: Pause, now: Moment) {
        self.settle(now);
        self.state = State::Paused { why, since: now };
    }

    /// Back to the start of the breath. After a longer pause while pressing the hand gets time to come
    /// back, and what was pressed sinks in again.
    fn resume(&mut self, given: Given<'_>, since: Moment, now: Moment) {
        let index = self.index_at(self.here());
        let segment = self.track[index];
        let cycle = segment.rhythm.cycle();
        let breath = (self.here() - segment.start) / cycle;
        let rest = Segment {
            length: segment.length - breath * cycle,
            ..segment
        };
        let after: Vec<Segment> = self.track[index + 1..].to_vec();
        let hand_gone = segment.part.is_touching() && now.since(since) >= HAND_GONE;
        self.at = now;
        self.state = State::Running;
        let mut tail = Vec::new();
        if hand_gone {
            tail.push(self.placing(given, &segment));
        }
        if hand_gone && segment.part.is_staying() {
            tail.push(Segment {
                part: Part::SinkIn,
                length: cycle,
                ..segment
            });
            tail.push(Segment {
                length: rest.length - cycle,
                ..segment
            });
        } else {
            tail.push(rest);
        }
        tail.extend(after);
        self.rewrite(&tail);
        // Repeating a part of a breath must not pass a bound: then this side has had enough.
        if !self.trim(given, now) {
            self.let_go(given, index);
        }
    }

    fn placing(&self, given: Given<'_>, like: &Segment) -> Segment {
        let pace = given.timeline.pace;
        Segment {
            part: Part::Placing,
            length: pace.need(PAUSE) * pace.cycle(),
            rhythm: pace.rhythm(),
            ..*like
        }
    }

    /// While pressing: this repeat's release, never a sudden end. Otherwise whatever comes after this side.
    fn skip(&mut self, given: Given<'_>) {
        let index = self.index_at(self.here());
        let segment = self.track[index];
        if segment.part == Part::Close {
            self.rewrite(&[]);
            return;
        }
        self.let_go(given, index);
    }

    /// The spot is found, or enough was rested: on to what comes next.
    fn ready(&mut self) -> Result<(), Refused> {
        let index = self.index_at(self.here());
        let waiting = matches!(
            self.track[index].part,
            Part::LeadIn | Part::Placing | Part::Switch | Part::Rest
        );
        if !waiting {
            return Err(Refused::NotWaiting);
        }
        let tail = self.track[index + 1..].to_vec();
        self.rewrite(&tail);
        Ok(())
    }

    /// Ends the side that the segment at `index` belongs to, by its release if the finger is down.
    fn let_go(&mut self, given: Given<'_>, index: usize) {
        let segment = self.track[index];
        let key = SideKey::of(&segment);
        let mut tail = Vec::new();
        if segment.part.is_pressed() {
            tail.extend(
                self.track[index..]
                    .iter()
                    .find(|s| s.part == Part::Release && s.item == segment.item && s.half == segment.half)
                    .copied(),
            );
        }
        if let Some(key) = key {
            let position = self.here();
            let missing = self
                .track
                .iter()
                .any(|s| key.covers(s) && s.part.is_pressed() && s.end() > position);
            if missing {
                side_of(&mut self.sides, key).skipped = true;
            }
        }
        tail.extend(after_side(given.timeline, &segment));
        self.rewrite(&tail);
        self.trim(given, self.at);
    }

    /// This side again, or the side before if it has only just begun.
    fn back(&mut self, given: Given<'_>) -> Result<(), Refused> {
        let index = self.index_at(self.here());
        let segment = self.track[index];
        let began = self.track[..=index]
            .iter()
            .rev()
            .take_while(|s| {
                s.item == segment.item
                    && s.half == segment.half
                    && (s.part.is_touching() || matches!(s.part, Part::Rest | Part::Breathe))
            })
            .last()
            .map_or(self.here(), |s| s.start);
        let base = &given.timeline.segments;
        let again = if self.here() > began + JUST_BEGUN {
            segment
        } else {
            let here = base
                .iter()
                .position(|s| s.item == segment.item && s.half == segment.half)
                .unwrap_or(base.len());
            *base[..here].last().ok_or(Refused::NothingBefore)?
        };
        let side: Vec<Segment> = base
            .iter()
            .filter(|s| {
                s.item == again.item && s.half == again.half && !matches!(s.part, Part::LeadIn | Part::Switch)
            })
            .copied()
            .collect();
        match SideKey::of(&again) {
            Some(key) => {
                let planned = (given.timeline.pressed(key.item, key.half) * 100).div_ceil(self.speed);
                if Lived::bound(given, key) < self.done(key, self.at) + planned {
                    return Err(Refused::SideBound);
                }
                if self.budget(given, key, self.at) < planned {
                    return Err(Refused::DayBound);
                }
                side_of(&mut self.sides, key).skipped = false;
            }
            None => {
                let breathed: Ms = self
                    .track
                    .iter()
                    .filter(|s| s.item == again.item && s.part == Part::Breathe && s.start < self.here())
                    .map(|s| s.end().min(self.here()) - s.start)
                    .sum();
                let planned: Ms = side.iter().map(|s| s.length).sum();
                if breathed + planned > LONGEST_BREATHING {
                    return Err(Refused::BreathBound);
                }
            }
        }
        let mut tail = vec![self.placing(given, &side[0])];
        tail.extend(side);
        tail.extend(after_side(given.timeline, &again));
        self.rewrite(&tail);
        if self.trim(given, self.at) {
            Ok(())
        } else {
            Err(Refused::DayBound)
        }
    }

    /// 15 s more of what is going on, as far as the bounds allow.
    fn extend(&mut self, given: Given<'_>) -> Result<(), Refused> {
        let now = self.index_at(self.here());
        let index = match self.track[now].part {
            Part::Release => return Err(Refused::Releasing),
            Part::SinkIn => self.track[now + 1..]
                .first()
                .filter(|next| next.part.is_staying())
                .map(|_| now + 1)
                .ok_or(Refused::SideBound)?,
            _ => now,
        };
        let segment = self.track[index];
        let cycle = segment.rhythm.cycle();
        let mut breaths = nearest(MORE, cycle).max(1);
        let mut refused = Refused::PracticeBound;
        breaths = breaths.min(given.limits.practice.saturating_sub(self.total()) / cycle);
        if breaths > 0 && segment.part.is_pressed() {
            let key = SideKey::of(&segment).ok_or(Refused::SideBound)?;
            let room = self.budget(given, key, self.at);
            while breaths > 0 && self.longer(index, breaths * cycle).comes(key) > room {
                breaths -= 1;
            }
            refused = Refused::SideBound;
        }
        if breaths > 0 && segment.part == Part::Breathe {
            let most = segment
                .item
                .and_then(|item| given.plan.items.get(item))
                .and_then(|item| item.breathe())
                .and_then(|breathe| breathe.most_breaths)
                .map_or(LONGEST_BREATHING, |most| Ms::from(most) * cycle)
                .min(LONGEST_BREATHING);
            breaths = breaths.min(most.saturating_sub(segment.length) / cycle);
            refused = Refused::BreathBound;
        }
        if breaths == 0 {
            return Err(refused);
        }
        *self = self.longer(index, breaths * cycle);
        Ok(())
    }

    /// The same with one segment so much longer.
    fn longer(&self, index: usize, by: Ms) -> Lived {
        let mut lived = self.clone();
        lived.track[index].length += by;
        for later in &mut lived.track[index + 1..] {
            later.start += by;
        }
        lived
    }

    fn soften(&mut self, plan: &Plan) -> Result<(), Refused> {
        let item = self.segment_at(self.here()).item;
        let item = item.ok_or(Refused::Softest)?;
        let press = press_of(plan, item).ok_or(Refused::Softest)?;
        if self.pressure(plan, item) == Some(Pressure::Touch) {
            return Err(Refused::Softest);
        }
        self.softer += 1;
        match self.softened.iter_mut().find(|(point, _)| *point == press.point) {
            Some((_, times)) => *times += 1,
            None => self.softened.push((press.point, 1)),
        }
        Ok(())
    }

    fn set_speed(&mut self, given: Given<'_>, percent: u16) -> Result<(), Refused> {
        if !(80..=120).contains(&percent) || self.speed.is_multiple_of(100) && self.speed > 100 {
            return Err(Refused::SpeedBound);
        }
        let breathing = given
            .plan
            .items
            .iter()
            .filter_map(|item| Some(item.breathe()?.rhythm));
        let mut rhythms = breathing.chain([given.timeline.pace.rhythm()]);
        if rhythms.any(|rhythm| rhythm.fault_at(Ms::from(percent)).is_some()) {
            return Err(Refused::SpeedBound);
        }
        self.speed = Ms::from(percent);
        if self.trim(given, self.at) {
            Ok(())
        } else {
            Err(Refused::SideBound)
        }
    }
}

fn press_of(plan: &Plan, item: usize) -> Option<&Press> {
    match &plan.items.get(item)?.act {
        Act::Press(press) => Some(press),
        Act::Breathe(_) => None,
    }
}

fn step_down(pressure: Pressure) -> Pressure {
    match pressure {
        Pressure::Firm => Pressure::Gentle,
        Pressure::Gentle | Pressure::Touch => Pressure::Touch,
    }
}

fn side_of(sides: &mut Vec<Walked>, key: SideKey) -> &mut Walked {
    let index = sides.iter().position(|side| side.key == key).unwrap_or_else(|| {
        sides.push(Walked {
            key,
            pressed: 0,
            skipped: false,
        });
        sides.len() - 1
    });
    &mut sides[index]
}

/// What the timeline has after the side (or breathing item) a segment belongs to.
fn after_side<'a>(timeline: &'a Timeline, segment: &Segment) -> &'a [Segment] {
    let after = timeline
        .segments
        .iter()
        .rposition(|s| s.item == segment.item && s.half == segment.half)
        .map_or(timeline.segments.len(), |last| last + 1);
    &timeline.segments[after..]
}
