//! The fair trial of one on the screen: what it is, choosing it, how far it has come, and what it says.

use super::action::{Action, Context, Hint, HintWord};
use super::journal::{findings, routines};
use super::keep::Keep;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use super::preview::{DEFAULT_PATTERN, Preview};
use super::quantile::t975;
use crate::domain::checkin::{CheckIn, Measure, Mood, Phase};
use crate::domain::journal::{NewTrial, TrialEnd, TrialEvening};
use crate::domain::plan::{Act, Breathe, Item, Plan};
use crate::domain::point::Posture;
use crate::domain::profile::Answer;
use crate::domain::safety::{Asking, Origin, Wish};
use crate::domain::trial::{Design, Kind, OFFERED_AFTER, Outcome, Standing, Trial};
use crate::domain::words::Words;

/// What stands in the place of a routine on a resting evening.
pub const REST: &str = "trial-rest";
/// And on a breathing one.
pub const BREATHE: &str = "trial-breathe";
/// A breathing item holds ten minutes at most, and every evening takes the same time.
const MOST_MINUTES: u8 = 10;
/// The spread of pair differences where nothing is known of it yet.
const UNKNOWN_SPREAD: f64 = 2.0;

/// Whether this stands in the place of a routine on a trial's other evenings: nothing was pressed.
pub fn is_other_evening(routine: Option<&str>) -> bool {
    matches!(routine, Some(REST | BREATHE))
}

/// The newest trial the journal knows, ended or not. One that cannot be read is none.
pub fn trial(known: &Known) -> Option<Trial> {
    known.diary.about.trials.last().and_then(Trial::of)
}

/// How far a trial has come.
pub fn standing(trial: &Trial, known: &Known) -> Standing {
    trial.standing(&known.diary.pages.check_ins)
}

/// Turns a card after a check-in.
pub fn turn(trial: &Trial, kind: Kind, check_in: &CheckIn, known: &Known) -> Keep {
    Keep::TrialEvening {
        trial: trial.id,
        evening: TrialEvening {
            day: check_in.day,
            card: standing(trial, known).used.len() as u16,
            kind: kind.letter(),
            before: check_in.id,
            after: None,
            later: None,
        },
    }
}

/// A rating that belongs to an evening of the running trial: the journal ties them together.
pub fn rated(entry: &CheckIn, known: &Known) -> Option<Keep> {
    let newest = known.diary.about.trials.last()?;
    let evening = newest
        .evenings
        .iter()
        .find(|evening| Some(evening.before) == entry.of)?;
    let mut evening = evening.clone();
    let place = match entry.phase {
        Phase::Before => return None,
        Phase::After => &mut evening.after,
        Phase::Later => &mut evening.later,
    };
    (place.replace(entry.id) != Some(entry.id)).then_some(Keep::TrialEvening {
        trial: newest.id,
        evening,
    })
}

/// What a card asks for, before it is lived: the routine, or the same time without pressing.
pub fn preview(trial: &Trial, kind: Kind, known: &Known) -> Option<Preview> {
    let content = known.content;
    if kind == Kind::Practice {
        let routine = known.routines.by_id(&trial.routine)?;
        let mut preview = Preview::of_routine(routine);
        preview.minutes = Some(trial.minutes);
        return Some(preview);
    }
    let (id, pattern) = match kind {
        Kind::Rest => (REST, "natural"),
        _ => (BREATHE, DEFAULT_PATTERN),
    };
    let pattern = content.patterns.iter().find(|known| known.id == pattern)?;
    let item = Item {
        act: Act::Breathe(Breathe {
            pattern: pattern.id.clone(),
            rhythm: pattern.rhythm,
            seconds: u16::from(trial.minutes) * 60,
            most_breaths: pattern.most_breaths,
            hands: Words::new("hands in the lap", "hænderne i skødet"),
        }),
        posture: Posture::Sit,
        optional: false,
    };
    Some(Preview::of_wish(Wish {
        plan: Plan { items: vec![item] },
        origin: Origin::Chosen,
        routine: Some(id.into()),
        uses: Vec::new(),
        substitutes: false,
        asking: Asking::Possible,
    }))
}

/// The screen of the trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialPage {
    /// The chosen row of the choices.
    pub row: usize,
    /// What would be compared.
    pub design: Design,
    /// The place of the routine in [`choices_of_routine`].
    routine: usize,
    /// The place of the outcome in [`choices_of_outcome`].
    outcome: usize,
    /// How many blocks.
    pub blocks: u8,
    /// Ending was asked for once: once more ends.
    pub ending: bool,
    /// A new trial is being chosen after one that is over.
    anew: bool,
}

/// Why no trial is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOffered {
    /// So many practices are still missing.
    Practices(usize),
    /// Pregnant, or not said.
    Pregnant,
    /// Heavy evenings lately.
    LowMood,
    /// Something that was answered today calls for help first.
    RedFlag,
}

/// What the page is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Not now, and why.
    No(NotOffered),
    /// The choices and the consent.
    Choose,
    /// It is running.
    Running(Trial, Standing),
    /// It is over: the results, and whether it was ended early.
    Over(Trial, Standing, Vec<Outcome>),
}

/// The routines that can be compared: those practised, most often first.
pub fn choices_of_routine(known: &Known) -> Vec<String> {
    let practised = routines(known).into_iter();
    practised
        .filter(|id| {
            known
                .content
                .routines
                .by_id(id)
                .is_some_and(|routine| routine.counted)
        })
        .collect()
}

/// The outcomes that can be compared: what is rated before and after, most often first.
pub fn choices_of_outcome(known: &Known) -> Vec<Measure> {
    findings(known, None)
        .into_iter()
        .map(|finding| finding.measure)
        .collect()
}

fn not_offered(known: &Known) -> Option<NotOffered> {
    let rated = findings(known, None)
        .iter()
        .map(|finding| finding.changes.len())
        .max()
        .unwrap_or(0);
    if known.today.locked.is_some() || known.safety().whole().verdict == crate::domain::safety::Verdict::Stop
    {
        return Some(NotOffered::RedFlag);
    }
    if rated < OFFERED_AFTER || choices_of_routine(known).is_empty() {
        return Some(NotOffered::Practices(OFFERED_AFTER.saturating_sub(rated).max(1)));
    }
    if known.profile.answer("WB-01") != Answer::No {
        return Some(NotOffered::Pregnant);
    }
    // Heavy evenings as the questions after a check-in count them: three of the last four.
    let moods = known.diary.pages.check_ins.iter().rev();
    let moods = moods
        .filter(|entry| entry.phase == Phase::Before)
        .filter_map(|entry| entry.answers.mood);
    let heavy = moods.take(4).filter(|mood| *mood <= Mood::NotSoGood).count();
    (heavy >= 3).then_some(NotOffered::LowMood)
}

impl TrialPage {
    /// The page, with the usual choices.
    pub fn new(_known: &Known) -> TrialPage {
        TrialPage {
            row: 0,
            design: Design::Rest,
            routine: 0,
            outcome: 0,
            blocks: Design::Rest.usual_blocks(),
            ending: false,
            anew: false,
        }
    }

    /// What the page is about now.
    pub fn stage(&self, known: &Known) -> Stage {
        if let Some(trial) = trial(known).filter(|_| !self.anew) {
            let standing = standing(&trial, known);
            return match trial.outcomes(&standing, &t975) {
                Some(outcomes) => Stage::Over(trial, standing, outcomes),
                None => Stage::Running(trial, standing),
            };
        }
        match not_offered(known) {
            Some(why) => Stage::No(why),
            None => Stage::Choose,
        }
    }

    /// The routine of the pressing evenings.
    pub fn routine(&self, known: &Known) -> Option<String> {
        choices_of_routine(known).into_iter().nth(self.routine)
    }

    /// The one outcome.
    pub fn outcome(&self, known: &Known) -> Option<Measure> {
        choices_of_outcome(known).into_iter().nth(self.outcome)
    }

    /// How long every evening takes, minutes.
    pub fn minutes(&self, known: &Known) -> u8 {
        let routine = self.routine(known);
        let routine = routine.and_then(|id| known.routines.by_id(&id));
        routine.map_or(MOST_MINUTES, |routine| routine.minutes.min(MOST_MINUTES))
    }

    /// The spread of pair differences to be expected, from the practices so far.
    pub fn spread(&self, known: &Known) -> f64 {
        let outcome = self.outcome(known);
        findings(known, None)
            .into_iter()
            .find(|finding| Some(finding.measure) == outcome)
            .and_then(|finding| finding.summary)
            .filter(|summary| summary.n >= crate::domain::insight::FEWEST)
            .map_or(UNKNOWN_SPREAD, |summary| std::f64::consts::SQRT_2 * summary.sd)
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let ending = std::mem::take(&mut self.ending);
        match self.stage(known) {
            Stage::Choose => self.choose(action, known),
            Stage::Running(trial, _) => match action {
                Action::TakeAway if ending => Intent::Keep(Keep::EndTrial {
                    trial: trial.id,
                    end: TrialEnd::Early,
                    at: known.moment(),
                }),
                Action::TakeAway => {
                    self.ending = true;
                    Intent::Stay
                }
                Action::Open | Action::Go => Intent::Back,
                _ => Intent::Pass,
            },
            // The old one stays in the journal; a new one can begin.
            Stage::Over(..) if action == Action::AddHere && not_offered(known).is_none() => {
                self.anew = true;
                Intent::Stay
            }
            Stage::Over(..) => match action {
                Action::Open | Action::Go => Intent::Back,
                _ => Intent::Pass,
            },
            Stage::No(_) => match action {
                Action::Open | Action::Go => Intent::Back,
                _ => Intent::Pass,
            },
        }
    }

    fn choose(&mut self, action: Action, known: &Known) -> Intent {
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(4),
            Action::Left => self.turn(-1, known),
            Action::Right => self.turn(1, known),
            Action::Go | Action::Open if self.row == 4 => {
                let (Some(routine), Some(outcome)) = (self.routine(known), self.outcome(known)) else {
                    return Intent::Stay;
                };
                self.anew = false;
                return Intent::Keep(Keep::BeginTrial(NewTrial {
                    at: known.moment(),
                    seed: known.now.wall.timestamp_nanos_opt().unwrap_or_default() as u64,
                    kinds: self.design.id().to_owned(),
                    blocks: self.blocks,
                    routine,
                    minutes: self.minutes(known),
                    outcome: outcome.id(),
                }));
            }
            Action::Go => self.turn(1, known),
            Action::Open => self.row += 1,
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// Turns the choice of the row, round and round.
    fn turn(&mut self, step: isize, known: &Known) {
        let round = |at: usize, count: usize| (at as isize + step).rem_euclid(count.max(1) as isize) as usize;
        match self.row {
            0 => {
                let at = Design::ALL
                    .iter()
                    .position(|design| *design == self.design)
                    .unwrap_or(0);
                self.design = Design::ALL[round(at, Design::ALL.len())];
                self.blocks = self.design.usual_blocks();
            }
            1 => self.routine = round(self.routine, choices_of_routine(known).len()),
            2 => self.outcome = round(self.outcome, choices_of_outcome(known).len()),
            3 => {
                // From three blocks, below which no interval is ever shown, to as many evenings as a winter has.
                let blocks = i16::from(self.blocks) + step as i16;
                self.blocks = blocks.clamp(3, 24) as u8;
            }
            _ => {}
        }
    }

    /// Where the person is, for the keymap.
    pub fn context(&self) -> Context {
        Context::Journal
    }

    /// What the mouse does: a row is chosen, and chosen again it is turned.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Row(row)) if row == self.row => self.act(Action::Go, known),
            (Pointer::Click, Hit::Row(row)) if row <= 4 => {
                self.row = row;
                Intent::Stay
            }
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        match self.stage(known) {
            Stage::Choose => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Choose),
                Hint::pair(Action::Left, Action::Right, HintWord::Change),
                Hint::say(Action::Open, HintWord::Onward),
                Hint::say(Action::Back, HintWord::TrialNotNow),
            ],
            Stage::Running(..) => vec![Hint::say(Action::TakeAway, HintWord::EndTrial)],
            Stage::Over(..) => vec![Hint::say(Action::AddHere, HintWord::NewTrial)],
            // An answer is missing, or it may have changed.
            Stage::No(NotOffered::Pregnant) => vec![Hint::own(Action::Safety)],
            Stage::No(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
