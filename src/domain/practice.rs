//! A practice: a plan being lived.
//!
//! It begins with a verdict, by type: [`Practice::begin`] takes a [`Cleared`], and only safety makes one.
//! After that it is nothing but its start and the commands since, each with its moment. Where it is, what
//! comes next and what was pressed all follow from those and the present moment, so a pause, a sleeping
//! machine, a jumping clock or a lost frame cannot change them.

mod cue;
mod lived;
#[cfg(test)]
mod tests;

pub use cue::{Cue, Moments};
use lived::{Given, Lived};

use super::atlas::PointId;
use super::breath::{Pace, PhaseSpan};
use super::plan::{Half, Plan};
use super::point::Pressure;
use super::safety::Cleared;
use super::time::{Moment, Ms, Now};
use super::timeline::{Length, Misfit, Piece, Segment, Timeline, pieces};

/// A tick this much later than the next thing to tell means that nobody was there.
const AWAY: Ms = 5_000;
/// A pause this long asks whether all is well.
const LONG_PAUSE: Ms = 120_000;

/// How a practice is lived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// In earnest.
    Real,
    /// Played so many times as fast: no dose, no record.
    Preview {
        /// How many times as fast; at least 1.
        factor: u32,
    },
}

/// Something a person, or the machine for them, does while a practice runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Stop for a while.
    Pause,
    /// Nobody was there: the machine slept, or the program was stopped.
    Away,
    /// Go on.
    Resume,
    /// On to the next: while pressing to the release, otherwise past this side.
    Skip,
    /// This side again, or the side before.
    Back,
    /// The spot is found: start now instead of waiting.
    Ready,
    /// 15 s more.
    Extend,
    /// One step softer, from now on.
    Softer,
    /// So many percent of the speed, 80 to 120.
    Speed(u16),
    /// End it, at once.
    Stop,
    /// The window was closed or the program ended.
    Leave,
}

/// A command and its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What.
    pub command: Command,
}

/// Why a practice is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// The person asked for it.
    Asked,
    /// Nobody was there.
    Away,
}

/// How a practice ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// To the end of its close.
    Finished,
    /// The person stopped it.
    Stopped,
    /// The window was closed or the program ended.
    Left,
}

impl Ending {
    /// Every ending.
    pub const ALL: [Ending; 3] = [Ending::Finished, Ending::Stopped, Ending::Left];

    /// The id used in the journal and in JSON: `finished`.
    pub fn id(self) -> &'static str {
        match self {
            Ending::Finished => "finished",
            Ending::Stopped => "stopped",
            Ending::Left => "left",
        }
    }

    /// The ending an id names.
    pub fn from_id(id: &str) -> Option<Ending> {
        Ending::ALL.into_iter().find(|ending| ending.id() == id)
    }
}

/// What a practice is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Time is passing.
    Running,
    /// It waits.
    Paused {
        /// Why.
        why: Pause,
        /// Since when.
        since: Moment,
    },
    /// It is over.
    Ended {
        /// How.
        how: Ending,
        /// When.
        at: Moment,
    },
}

/// Why a command is not carried out. Each has a word on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The practice is over.
    Over,
    /// It is paused: go on first.
    Paused,
    /// It is running already.
    Running,
    /// No side comes before this one.
    NothingBefore,
    /// Nothing is being waited for.
    NotWaiting,
    /// The release is not made longer; going back repeats the side.
    Releasing,
    /// This side would pass its most (DO-01).
    SideBound,
    /// The point would pass its 15 minutes of today (DO-03).
    DayBound,
    /// The practice would pass half an hour (DO-02).
    PracticeBound,
    /// The breathing would pass its most.
    BreathBound,
    /// No softer than a touch.
    Softest,
    /// Outside the bounds of the breath.
    SpeedBound,
}

/// One side of one item of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SideKey {
    /// The item.
    pub item: usize,
    /// The side.
    pub half: Half,
}

impl SideKey {
    /// The side a segment belongs to, if it belongs to one.
    pub fn of(segment: &Segment) -> Option<SideKey> {
        Some(SideKey {
            item: segment.item?,
            half: segment.half?,
        })
    }

    fn covers(self, segment: &Segment) -> bool {
        SideKey::of(segment) == Some(self)
    }
}

/// How much of a side was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// All of it.
    Whole,
    /// At least 30 s.
    Part,
    /// Less.
    Touched,
}

impl Done {
    /// Every way.
    pub const ALL: [Done; 3] = [Done::Whole, Done::Part, Done::Touched];

    /// The id used in the journal and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Done::Whole => "whole",
            Done::Part => "part",
            Done::Touched => "touched",
        }
    }

    /// The way an id names.
    pub fn from_id(id: &str) -> Option<Done> {
        Done::ALL.into_iter().find(|done| done.id() == id)
    }

    /// True when the side counts as practised.
    pub fn counts(self) -> bool {
        self != Done::Touched
    }
}

/// One line of the ledger: a side, and the real time it was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideDone {
    /// Which.
    pub key: SideKey,
    /// The point.
    pub point: PointId,
    /// Real milliseconds in sink-in and stay.
    pub pressed: Ms,
    /// How it ended; `None` while it is going on.
    pub ended: Option<Done>,
}

/// What a tick or a command brought about.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// Cues fell due.
    Cues(Moments),
    /// A side ended: write it down now.
    SideEnded(SideDone),
    /// It is paused.
    Paused(Pause),
    /// It goes on.
    Resumed,
    /// It is over.
    Ended(Ending),
}

/// What is going on at one moment: all that a picture, a plain line or a window title needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scene {
    /// The running segment.
    pub segment: Segment,
    /// How far into it.
    pub into: Ms,
    /// The phase of the breath.
    pub phase: PhaseSpan,
    /// How far into the phase.
    pub phase_into: Ms,
    /// Where in the whole.
    pub position: Ms,
    /// How long the whole is.
    pub total: Ms,
    /// What counts down: while touching, resting or breathing the time left on this side, otherwise the
    /// time until something begins.
    pub left: Ms,
    /// Which piece of the picture this is.
    pub piece: usize,
}

impl Scene {
    /// How deep the finger has sunk, 0 to 1.
    pub fn level(&self) -> f32 {
        self.segment.level(self.into)
    }
}

/// A plan being lived.
#[derive(Clone, Debug, PartialEq)]
pub struct Practice {
    cleared: Cleared,
    timeline: Timeline,
    manner: Manner,
    today: Vec<(PointId, Ms)>,
    began: Now,
    events: Vec<Event>,
    lived: Lived,
    /// The last moment it was looked at, and what had been told by then. Not part of the state: it only
    /// keeps anything from being told twice.
    seen: Now,
    told: Told,
}

#[derive(Clone, Debug, PartialEq)]
struct Told {
    position: Ms,
    sides: Vec<SideDone>,
    over: bool,
}

impl Practice {
    /// Begins. What safety cleared is laid out in time and runs from now on.
    ///
    /// `today` is the real time each point was pressed earlier today (DO-03). The cues of the very start
    /// come with the first [`Practice::tick`], which may carry the same moment.
    pub fn begin(
        cleared: Cleared,
        pace: Pace,
        length: Length,
        manner: Manner,
        today: Vec<(PointId, Ms)>,
        now: Now,
    ) -> Result<Practice, NotBegun> {
        let timeline = cleared.lay(pace, length).map_err(NotBegun::Misfit)?;
        let given = Given {
            plan: cleared.plan(),
            timeline: &timeline,
            today: &today,
            limits: cleared.limits(),
        };
        let lived = Lived::begin(given, manner, now.steady).map_err(NotBegun::Refused)?;
        Ok(Practice {
            cleared,
            timeline,
            manner,
            today,
            began: now,
            events: Vec::new(),
            lived,
            seen: now,
            told: Told {
                position: 0,
                sides: Vec::new(),
                over: false,
            },
        })
    }

    /// The same practice again, from its stored commands.
    pub fn replayed(&self, events: &[Event]) -> Practice {
        let mut practice = self.clone();
        practice.lived =
            Lived::begin(self.given(), self.manner, self.began.steady).expect("it began the first time");
        practice.events = Vec::new();
        practice.told = Told {
            position: 0,
            sides: Vec::new(),
            over: false,
        };
        for event in events {
            let given = self.given();
            if practice.lived.apply(given, event.command, event.at).is_ok() {
                practice.events.push(*event);
            }
        }
        practice
    }

    fn given(&self) -> Given<'_> {
        Given {
            plan: self.cleared.plan(),
            timeline: &self.timeline,
            today: &self.today,
            limits: self.cleared.limits(),
        }
    }

    /// What safety cleared.
    pub fn cleared(&self) -> &Cleared {
        &self.cleared
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        self.cleared.plan()
    }

    /// The timeline as it was laid out at the start.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// How it is lived.
    pub fn manner(&self) -> Manner {
        self.manner
    }

    /// When it began.
    pub fn began(&self) -> Now {
        self.began
    }

    /// The commands so far.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// What was and what comes, as it stands now.
    pub fn track(&self) -> &[Segment] {
        &self.lived.track
    }

    /// The pieces of its picture, as it stands now. Going back appends to the piece that is repeated.
    pub fn pieces(&self) -> Vec<Piece> {
        pieces(&self.lived.track)
    }

    /// What it is doing.
    pub fn state(&self, now: Moment) -> State {
        self.lived.state(now)
    }

    /// True while time is passing.
    pub fn is_running(&self, now: Moment) -> bool {
        self.state(now) == State::Running
    }

    /// Percent of real time.
    pub fn speed(&self) -> Ms {
        self.lived.speed
    }

    /// How firmly an item is pressed by now; `None` for breathing.
    pub fn pressure(&self, item: usize) -> Option<Pressure> {
        self.lived.pressure(self.plan(), item)
    }

    /// Points that were asked to be softer twice: next time they start gentle.
    pub fn softened(&self) -> impl Iterator<Item = PointId> + '_ {
        self.lived
            .softened
            .iter()
            .filter(|(_, times)| *times >= 2)
            .map(|(point, _)| *point)
    }

    /// The ledger: each side that was touched, with the real time it was pressed. Empty in a preview.
    pub fn ledger(&self, now: Moment) -> Vec<SideDone> {
        match self.manner {
            Manner::Real => self.lived.ledger(self.given(), now),
            Manner::Preview { .. } => Vec::new(),
        }
    }

    /// True when the pause has become so long that one asks whether all is well.
    pub fn asks_if_well(&self, now: Moment) -> bool {
        matches!(self.state(now), State::Paused { since, .. } if now.since(since) >= LONG_PAUSE)
    }

    /// What is going on.
    pub fn scene(&self, now: Moment) -> Scene {
        let position = self.lived.position(now);
        let segment = *self.lived.segment_at(position);
        let into = position.saturating_sub(segment.start);
        let phase = segment.rhythm.phase_at(into);
        let pieces = self.pieces();
        let piece = pieces
            .iter()
            .rposition(|piece| piece.start <= position)
            .unwrap_or(0);
        Scene {
            segment,
            into,
            phase,
            phase_into: into % segment.rhythm.cycle() - phase.start,
            position,
            total: self.lived.total(),
            left: self.end_of_side(&segment).saturating_sub(position),
            piece,
        }
    }

    /// Where the countdown that runs in a segment ends.
    fn end_of_side(&self, segment: &Segment) -> Ms {
        use super::timeline::Part;
        if matches!(
            segment.part,
            Part::LeadIn | Part::Placing | Part::Switch | Part::Breathe | Part::Close
        ) {
            return segment.end();
        }
        self.lived
            .track
            .iter()
            .skip_while(|s| s.start < segment.start)
            .take_while(|s| s.item == segment.item && s.half == segment.half && s.part != Part::Placing)
            .last()
            .map_or(segment.end(), Segment::end)
    }

    /// The next moment at which a cue falls due or a number changes; `None` when nothing will.
    pub fn wake(&self, now: Moment) -> Option<Moment> {
        match self.state(now) {
            State::Ended { .. } => None,
            State::Paused { since, .. } => {
                let asks = since.after(LONG_PAUSE);
                (asks > now).then_some(asks)
            }
            State::Running => Some(self.lived.moment_of(self.next_change(self.lived.position(now)))),
        }
    }

    /// The next position at which something that is told or counted changes.
    fn next_change(&self, position: Ms) -> Ms {
        let segment = self.lived.segment_at(position);
        let into = position - segment.start;
        let cycle = segment.rhythm.cycle();
        let phase = segment.rhythm.phase_at(into);
        let phase_start = segment.start + into / cycle * cycle + phase.start;
        let end = self.end_of_side(segment);
        let next_second = |from: Ms| from + (position - from) / 1_000 * 1_000 + 1_000;
        // A countdown shows the begun second, so it changes when a whole number of seconds is left.
        let left = (end - position) % 1_000;
        let countdown = position + if left == 0 { 1_000 } else { left };
        [
            (position / 1_000 + 1) * 1_000,
            next_second(phase_start),
            countdown,
            phase_start + phase.length,
            segment.end(),
        ]
        .into_iter()
        .filter(|next| *next > position)
        .min()
        .unwrap_or(position + 1)
        .min(self.lived.total())
    }

    /// The first moment at which a position of the track is reached, if nothing comes between.
    pub fn moment_of(&self, position: Ms) -> Moment {
        self.lived.moment_of(position)
    }

    /// Time has passed. Tells what fell due since the last look, each thing once.
    ///
    /// If nobody looked for much longer than there was something to tell, or the wall clock ran on while
    /// the steady one stood still (a sleeping machine), the practice pauses where it was last seen.
    pub fn tick(&mut self, now: Now) -> Vec<Happening> {
        let mut happenings = Vec::new();
        if self.manner == Manner::Real && self.was_away(now) {
            happenings.extend(self.continued(now));
        } else {
            self.seen = now;
            happenings.extend(self.tell(now.steady));
        }
        happenings
    }

    /// The program was stopped and runs again: nobody was there, however short it was.
    pub fn continued(&mut self, now: Now) -> Vec<Happening> {
        if self.manner != Manner::Real || !self.is_running(self.seen.steady) {
            return self.tick(now);
        }
        let at = self.seen.steady;
        let happenings = self.carry_out(Command::Away, at).unwrap_or_default();
        self.seen = now;
        happenings
    }

    /// True when the time since the last look cannot have been lived.
    fn was_away(&self, now: Now) -> bool {
        if !self.is_running(self.seen.steady) {
            return false;
        }
        let due = self.wake(self.seen.steady).unwrap_or(self.seen.steady);
        let late = now.steady.since(due) > AWAY;
        let wall = (now.wall - self.seen.wall).num_milliseconds();
        let steady = now.steady.since(self.seen.steady) as i64;
        late || wall - steady > AWAY as i64
    }

    /// Carries out a command, first telling what fell due before it. A command that finds the practice
    /// just paused because nobody was there does nothing but end it.
    pub fn command(&mut self, command: Command, now: Now) -> Result<Vec<Happening>, Refused> {
        let mut happenings = self.tick(now);
        let found_away = happenings.contains(&Happening::Paused(Pause::Away));
        if found_away && !matches!(command, Command::Stop | Command::Leave) {
            return Ok(happenings);
        }
        happenings.extend(self.carry_out(command, now.steady)?);
        Ok(happenings)
    }

    fn carry_out(&mut self, command: Command, at: Moment) -> Result<Vec<Happening>, Refused> {
        let given = Given {
            plan: self.cleared.plan(),
            timeline: &self.timeline,
            today: &self.today,
            limits: self.cleared.limits(),
        };
        let before = self.lived.position(at);
        self.lived.apply(given, command, at)?;
        self.events.push(Event { at, command });
        let mut happenings = Vec::new();
        match self.lived.state(at) {
            State::Paused { why, .. } if matches!(command, Command::Pause | Command::Away) => {
                happenings.push(Happening::Paused(why));
            }
            State::Running if command == Command::Resume => happenings.push(Happening::Resumed),
            _ => {}
        }
        // A command that wrote the track anew may have put a beginning exactly here.
        if matches!(
            command,
            Command::Resume | Command::Skip | Command::Back | Command::Ready
        ) && self.is_running(at)
        {
            let cues = cue::between(&self.lived.track, before, true, before);
            happenings.extend(cues.into_iter().map(Happening::Cues));
            self.told.position = before.max(1);
        }
        happenings.extend(self.tell(at));
        Ok(happenings)
    }

    /// What fell due up to `at` and was not told yet.
    fn tell(&mut self, at: Moment) -> Vec<Happening> {
        let mut happenings = Vec::new();
        let state = self.state(at);
        let position = self.lived.position(at);
        if position >= self.told.position && !self.told.over {
            // The very first look also tells what falls on 0.
            let first = self.told.position == 0;
            if !matches!(
                state,
                State::Ended {
                    how: Ending::Stopped | Ending::Left,
                    ..
                }
            ) {
                let cues = cue::between(&self.lived.track, self.told.position, first, position);
                happenings.extend(cues.into_iter().map(Happening::Cues));
            }
            self.told.position = position.max(1);
        }
        for side in self.ledger(at) {
            let known = self.told.sides.iter_mut().find(|told| told.key == side.key);
            match (side.ended, known) {
                (Some(_), Some(told)) if *told == side => {}
                (Some(_), Some(told)) => {
                    *told = side;
                    happenings.push(Happening::SideEnded(side));
                }
                (Some(_), None) => {
                    self.told.sides.push(side);
                    happenings.push(Happening::SideEnded(side));
                }
                (None, _) => {}
            }
        }
        if let State::Ended { how, .. } = state
            && !self.told.over
        {
            self.told.over = true;
            happenings.push(Happening::Ended(how));
        }
        happenings
    }
}

/// Why a practice does not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBegun {
    /// It does not fit the time.
    Misfit(Misfit),
    /// A point has had its time today.
    Refused(Refused),
}
