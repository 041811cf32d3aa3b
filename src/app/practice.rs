//! A practice on the screen: while it runs, while it is asked why it was stopped, and when it is over.

use chrono::{DateTime, FixedOffset};

use super::action::{Action, Context, Hint, HintWord};
use super::effect::Effect;
use super::keep::{Keep, Which};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Said, Screen};
use super::resume::RUNNING;
use super::signal::Teller;
use super::sore::Sore;
use crate::domain::atlas::PointId;
use crate::domain::breath::PhaseSpan;
use crate::domain::checkin::PracticeId;
use crate::domain::journal::LedgerLine;
use crate::domain::practice::{Command, Done, Ending, Happening, Pause, Practice, Refused, SideDone, State};
use crate::domain::safety::{Layer, Rule, Verdict};
use crate::domain::time::{Moment, Ms};
use crate::domain::timeline::Part;

/// The shortest time between two pictures of the ring: 30 a second.
const RING_STEP: Ms = 33;
/// And while the window has no focus: 2 a second.
const RING_STEP_UNFOCUSED: Ms = 500;

/// How long the flash of a cue lasts: a glance, and far from flicker.
const FLASH: Ms = 150;

/// The practice screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Practising {
    /// What is lived.
    pub practice: Practice,
    /// Where it is: running, asking why, over.
    pub stage: Stage,
    /// Whether the journal keeps it.
    pub counted: bool,
    /// The moment the journal knows it by.
    at: DateTime<FixedOffset>,
    /// The number that counts down is drawn as large as the screen lets it.
    pub large: bool,
    /// When the last cue was told: the flash for those who do not hear.
    flashed: Option<Moment>,
    /// What was told beyond the screen.
    teller: Teller,
}

/// What may not be pressed any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Nothing at all.
    All,
    /// This point.
    Point(PointId),
}

/// What the practice screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The practice itself.
    Living,
    /// It was stopped: why? The chosen row; the last row is "no reason".
    Why {
        /// Which.
        row: usize,
    },
    /// It is over.
    Over,
}

impl Practising {
    /// A practice that has just begun; `at` is the moment the journal knows it by.
    pub fn new(practice: Practice, at: DateTime<FixedOffset>) -> Practising {
        Practising {
            practice,
            stage: Stage::Living,
            counted: true,
            large: false,
            flashed: None,
            teller: Teller::default(),
            at,
        }
    }

    /// Its place in the journal, once it has one.
    pub fn id(&self, known: &Known) -> Option<PracticeId> {
        known
            .diary
            .pages
            .practices
            .iter()
            .rev()
            .find(|entry| entry.at == self.at)
            .map(|entry| entry.id)
    }

    /// The reasons one may stop for, as the rules tell them.
    pub fn reasons<'a>(&self, known: &'a Known) -> Vec<&'a Rule> {
        known
            .content
            .rules
            .rules()
            .iter()
            .filter(|rule| rule.layer == Layer::Stop)
            .collect()
    }

    /// What the passing of time does here.
    pub fn tick(&mut self, known: &Known) -> Intent {
        let happenings = self.practice.tick(known.now);
        self.take(happenings, known)
    }

    /// What it means that the program was stopped and runs again: a pause, however short it was.
    pub fn continued(&mut self, known: &Known) -> Intent {
        let happenings = self.practice.continued(known.now);
        self.take(happenings, known)
    }

    /// How much longer it has become than it was planned.
    pub fn over_time(&self, known: &Known) -> Ms {
        let total = self.practice.scene(known.now.steady).total;
        total.saturating_sub(self.practice.timeline().total())
    }

    /// Whether a cue is flashing.
    pub fn flashes(&self, now: Moment) -> bool {
        self.flashed.is_some_and(|at| now.since(at) < FLASH)
    }

    /// What happened becomes lines for the journal and a stage of the screen.
    fn take(&mut self, happenings: Vec<Happening>, known: &Known) -> Intent {
        let mut said = None;
        let mut intents = Vec::new();
        let at = known.moment();
        let signals = self.teller.tell(&self.practice, &happenings, known);
        for happening in happenings {
            match happening {
                Happening::SideEnded(side) => intents.extend(self.kept(Keep::SideEnded {
                    practice: Which::Begun(self.at),
                    line: ledger_line(&side, known),
                    at,
                })),
                Happening::Paused(Pause::Away) => said = Some(Intent::Say(Said::WokeUp)),
                Happening::Ended(how) => {
                    self.stage = match how {
                        Ending::Stopped => Stage::Why { row: 0 },
                        Ending::Finished | Ending::Left => Stage::Over,
                    };
                    let ended = Keep::PracticeEnded {
                        practice: Which::Begun(self.at),
                        how,
                        why: None,
                        at,
                    };
                    if let Some(ended) = self.kept(ended) {
                        intents.push(ended);
                        intents.push(Intent::Note {
                            name: RUNNING.to_owned(),
                            value: String::new(),
                        });
                    }
                }
                Happening::Cues(_) => self.flashed = Some(known.now.steady),
                Happening::Paused(Pause::Asked) | Happening::Resumed => {}
            }
        }
        if !signals.is_empty() {
            intents.push(Intent::Do(signals.into_iter().map(Effect::Signal).collect()));
        }
        intents.extend(said);
        match intents.len() {
            0 => Intent::Stay,
            _ => Intent::All(intents),
        }
    }

    /// Asks the journal, if it keeps this practice.
    fn kept(&self, keep: Keep) -> Option<Intent> {
        self.counted.then_some(Intent::Keep(keep))
    }

    fn command(&mut self, command: Command, known: &Known) -> Intent {
        match self.practice.command(command, known.now) {
            Ok(happenings) => {
                let position = self.practice.scene(known.now.steady).position;
                self.teller.commanded(command, position);
                let taken = self.take(happenings, known);
                // Never longer in silence.
                match (command, self.over_time(known)) {
                    (Command::Extend | Command::Back, over @ 1..) => {
                        Intent::All(vec![taken, Intent::Say(Said::Longer(over))])
                    }
                    _ => taken,
                }
            }
            // The keys say themselves what they are for; only bounds need a word.
            Err(Refused::Paused | Refused::Running | Refused::Over | Refused::NotWaiting) => Intent::Stay,
            Err(refused) => Intent::Say(Said::Refused(refused)),
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match self.stage {
            Stage::Living => self.act_living(action, known),
            Stage::Why { row } => self.act_why(action, row, known),
            Stage::Over => match action {
                Action::Go | Action::Open | Action::Back => self.go_on(known),
                Action::Sore => {
                    let pressed = self.practice.ledger(known.now.steady);
                    let points = pressed.into_iter().map(|side| side.point).collect();
                    Intent::open(Screen::Sore(Sore::of(points)))
                }
                _ => Intent::Pass,
            },
        }
    }

    fn act_living(&mut self, action: Action, known: &Known) -> Intent {
        let now = known.now.steady;
        let running = self.practice.is_running(now);
        let waits = matches!(
            self.practice.scene(now).segment.part,
            Part::LeadIn | Part::Placing | Part::Switch | Part::Rest
        );
        if action == Action::Never {
            let item = self.practice.scene(now).segment.item;
            let press = item.and_then(|item| self.practice.plan().items.get(item)?.press());
            let Some(point) = press.map(|press| press.point) else {
                return Intent::Stay;
            };
            // It is let go of slowly, like any other; what was chosen holds from the next practice on.
            let skip = self.command(Command::Skip, known);
            return Intent::All(vec![Intent::Never(point), skip]);
        }
        let command = match action {
            Action::Go if running => Command::Pause,
            Action::Go => Command::Resume,
            Action::Open if running && waits => Command::Ready,
            Action::Open if !running => Command::Resume,
            Action::Skip => Command::Skip,
            Action::Again => Command::Back,
            Action::MoreTime => Command::Extend,
            Action::Faster if waits => Command::Extend,
            Action::Softer => Command::Softer,
            Action::Faster => Command::Speed((self.practice.speed() + 10) as u16),
            Action::Slower => Command::Speed((self.practice.speed() - 10) as u16),
            Action::Back => Command::Stop,
            Action::LargeDigits => {
                self.large = !self.large;
                return Intent::Stay;
            }
            // Keys that would lead away do nothing while hands are busy: esc stops first.
            Action::Today
            | Action::Atlas
            | Action::Routines
            | Action::Journal
            | Action::CheckIn
            | Action::Answers
            | Action::Search
            | Action::Learn
            | Action::Compose
            | Action::Safety
            | Action::Sources
            | Action::Commands => return Intent::Stay,
            _ => return Intent::Pass,
        };
        self.command(command, known)
    }

    fn act_why(&mut self, action: Action, row: usize, known: &Known) -> Intent {
        let reasons = self.reasons(known);
        match action {
            Action::Up => {
                self.stage = Stage::Why {
                    row: row.saturating_sub(1),
                };
                Intent::Stay
            }
            Action::Down => {
                self.stage = Stage::Why {
                    row: (row + 1).min(reasons.len()),
                };
                Intent::Stay
            }
            Action::Open | Action::Go => {
                self.stage = Stage::Over;
                let Some(rule) = reasons.get(row) else {
                    return Intent::Stay;
                };
                let mut intents = Vec::new();
                intents.extend(self.kept(Keep::Why {
                    practice: Which::Begun(self.at),
                    why: rule.id.to_string(),
                }));
                intents.push(Intent::StoppedFor {
                    rule: rule.id.clone(),
                    point: point_at(&self.practice, known.now.steady),
                });
                Intent::All(intents)
            }
            Action::Back => {
                self.stage = Stage::Over;
                Intent::Stay
            }
            _ => Intent::Pass,
        }
    }

    /// After the end: the same questions again, if some were answered before; otherwise back.
    fn go_on(&self, known: &Known) -> Intent {
        Intent::PracticeOver(self.id(known).filter(|_| self.counted))
    }

    /// What was said since it began may close what is still to be pressed, or all of it: then it may not go on.
    pub fn closed(&self, known: &Known) -> Option<Closed> {
        if self.stage != Stage::Living {
            return None;
        }
        let safety = known.safety();
        if safety.whole().verdict == Verdict::Stop {
            return Some(Closed::All);
        }
        let at = self.practice.scene(known.now.steady).segment.item.unwrap_or(0);
        let left = self.practice.plan().items.iter().skip(at);
        left.filter_map(|item| item.press())
            .find(|press| !safety.of(press.point, None).verdict.lets_through())
            .map(|press| Closed::Point(press.point))
    }

    /// The program ends, or the practice may not go on: the journal keeps what was done.
    pub fn leave(&mut self, known: &Known) -> Intent {
        match self.practice.command(Command::Leave, known.now) {
            Ok(happenings) => self.take(happenings, known),
            Err(_) => Intent::Stay,
        }
    }

    /// What the mouse does here: a row clicked on the question why.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (self.stage, pointer, hit) {
            (Stage::Why { .. }, Pointer::Click, Hit::Row(row)) if row <= self.reasons(known).len() => {
                self.stage = Stage::Why { row };
                self.act(Action::Open, known)
            }
            _ => Intent::Stay,
        }
    }

    /// The context of its keys.
    pub fn context(&self) -> Context {
        Context::Practice
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let now = known.now.steady;
        match self.stage {
            Stage::Why { .. } => vec![
                Hint::say(Action::Open, HintWord::Choose),
                Hint::pair(Action::Up, Action::Down, HintWord::Move),
                Hint::say(Action::Back, HintWord::Close),
            ],
            Stage::Over => vec![Hint::say(Action::Go, HintWord::Done), Hint::own(Action::Sore)],
            Stage::Living => match (self.practice.state(now), self.practice.scene(now).segment.part) {
                (State::Paused { .. }, _) => vec![
                    Hint::say(Action::Go, HintWord::GoOn),
                    Hint::say(Action::Back, HintWord::Stop),
                    Hint::own(Action::Softer),
                ],
                (_, Part::LeadIn | Part::Placing | Part::Switch | Part::Rest) => vec![
                    Hint::say(Action::Go, HintWord::Pause),
                    Hint::say(Action::Back, HintWord::Stop),
                    Hint::say(Action::Open, HintWord::StartNow),
                    Hint::own(Action::Skip),
                    Hint::own(Action::MoreTime),
                    Hint::own(Action::Again),
                ],
                _ => vec![
                    Hint::say(Action::Go, HintWord::Pause),
                    Hint::say(Action::Back, HintWord::Stop),
                    Hint::own(Action::Skip),
                    Hint::own(Action::Again),
                    Hint::own(Action::Softer),
                    Hint::own(Action::MoreTime),
                    Hint::pair(Action::Faster, Action::Slower, HintWord::Speed),
                    Hint::own(Action::Sound),
                    Hint::own(Action::Speech),
                    Hint::own(Action::LargeDigits),
                ],
            },
        }
    }

    /// When something on the screen will differ: the next cue or number, or the next dot of the ring.
    pub fn wake(&self, known: &Known) -> Option<Moment> {
        let now = known.now.steady;
        // A flash ends, also where somebody has paused in its midst.
        let flash = self.flashed.map(|at| at.after(FLASH)).filter(|end| *end > now);
        let due = self.practice.wake(now);
        if self.stage != Stage::Living || !self.practice.is_running(now) {
            return [due, flash].into_iter().flatten().min();
        }
        let due = due?;
        let line = self.teller.wake(&self.practice).filter(|at| *at > now);
        let due = [flash, line].into_iter().flatten().fold(due, Moment::min);
        let field = Field::of(known.size).filter(|_| !known.settings.reduced_motion && !self.large);
        let Some(field) = field else {
            return Some(due);
        };
        let step = if known.focused {
            RING_STEP
        } else {
            RING_STEP_UNFOCUSED
        };
        let drawn = |at: Moment| {
            let scene = self.practice.scene(at);
            field.radius(&scene.phase, scene.phase_into)
        };
        let shown = drawn(now);
        let mut at = now.after(step);
        while at < due && drawn(at) == shown {
            at = at.after(step);
        }
        Some(at.min(due).max(now.after(1)))
    }
}

/// The field of cells the ring is drawn in. Both sides odd, so that one cell is the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Field {
    /// The four sizes.
    pub const ALL: [Field; 4] = [
        Field {
            width: 65,
            height: 33,
        },
        Field {
            width: 49,
            height: 25,
        },
        Field {
            width: 33,
            height: 17,
        },
        Field { width: 17, height: 9 },
    ];

    /// The largest field for a terminal; the breakpoints are those of the grid.
    pub fn of(size: (u16, u16)) -> Option<Field> {
        let [huge, large, medium, small] = Field::ALL;
        match size {
            (160.., 56..) => Some(huge),
            (120.., 40..) => Some(large),
            (80.., 24..) => Some(medium),
            (40.., 12..) => Some(small),
            _ => None,
        }
    }

    /// The ring's radius when the breath is fully open, in dots.
    pub fn full(self) -> f32 {
        f32::from((self.width - 1).min(2 * self.height - 2)) - 1.0
    }

    /// The ring's radius when it has closed.
    pub fn rest(self) -> f32 {
        (0.28 * self.full()).max(5.0)
    }

    /// The radius to draw at a moment of the breath, in quarters of a dot: finer steps move no dot.
    pub fn radius(self, phase: &PhaseSpan, into: Ms) -> u16 {
        let open = phase.openness(into);
        (4.0 * (self.rest() + (self.full() - self.rest()) * open)).round() as u16
    }
}

/// The point a practice is at, or was at when it ended.
pub fn point_at(practice: &Practice, now: Moment) -> Option<PointId> {
    let item = practice.scene(now).segment.item?;
    practice.plan().items.get(item)?.press().map(|press| press.point)
}

/// A ledger line as the journal keeps it.
pub fn ledger_line(side: &SideDone, known: &Known) -> LedgerLine {
    LedgerLine {
        point: known.content.atlas.point(side.point).code.to_string(),
        half: side.key.half,
        pressed: side.pressed,
        how: side.ended.unwrap_or(Done::Touched),
    }
}
