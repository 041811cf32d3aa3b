//! The fair trial of one: is it the pressing?
//!
//! Chance decides which evenings are pressing and which are resting or breathing for the same time, balanced
//! in blocks; the two kinds are compared within the person. Guidance: Kravitz RL, Duan N (eds), Design and
//! Implementation of N-of-1 Trials: A User's Guide, AHRQ 2014: randomise, balance, repeat, watch carry-over
//! and time trends.
//!
//! A trial stores only its design, its seed and which card was turned at which check-in. The ratings stay
//! where they are, in the journal, so that there is one truth and a correction is a correction.

mod deal;
mod result;

use chrono::{DateTime, Duration, FixedOffset};

use super::checkin::{CheckIn, CheckInId, Felt, Measure, Phase, Scale, Score};
use super::day::DayPart;
use super::journal::{PracticeEntry, TrialEntry, TrialId};
pub use deal::{SplitMix64, deal};
pub use result::{Outcome, Says, outcomes_of, pairs_needed};

/// Offered after so many practices: before, nobody knows what to compare.
pub const OFFERED_AFTER: usize = 10;
/// So much time lies at least between two cards, hours.
const APART_H: i64 = 20;
/// No other practice so long before the card, hours.
const CLEAR_H: i64 = 6;
/// After a gap of so many days hegu offers to end.
const GAP_DAYS: i64 = 14;

/// What an evening is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The routine.
    Practice,
    /// The same time, hands in the lap, breath as it comes.
    Rest,
    /// The same time, breath counted, nothing pressed.
    Breathe,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Practice, Kind::Rest, Kind::Breathe];

    /// The letter it is stored as.
    pub fn letter(self) -> char {
        match self {
            Kind::Practice => 'P',
            Kind::Rest => 'R',
            Kind::Breathe => 'B',
        }
    }

    /// The kind of a letter.
    pub fn from_letter(letter: char) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.letter() == letter)
    }
}

/// What is compared with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Design {
    /// Pressing and resting: blocks of four, two of each.
    Rest,
    /// Pressing and breathing: blocks of four, two of each.
    Breathe,
    /// All three: blocks of three, one of each.
    Both,
}

impl Design {
    /// Every design.
    pub const ALL: [Design; 3] = [Design::Rest, Design::Breathe, Design::Both];

    /// The kinds, pressing first.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Design::Rest => &[Kind::Practice, Kind::Rest],
            Design::Breathe => &[Kind::Practice, Kind::Breathe],
            Design::Both => &[Kind::Practice, Kind::Rest, Kind::Breathe],
        }
    }

    /// How many of each kind lie in a block.
    pub fn each(self) -> usize {
        match self {
            Design::Rest | Design::Breathe => 2,
            Design::Both => 1,
        }
    }

    /// How many evenings a block has.
    pub fn block(self) -> usize {
        self.kinds().len() * self.each()
    }

    /// How many blocks are usual: 24 evenings.
    pub fn usual_blocks(self) -> u8 {
        match self {
            Design::Rest | Design::Breathe => 6,
            Design::Both => 8,
        }
    }

    /// The letters it is stored as: `PR`.
    pub fn id(self) -> &'static str {
        match self {
            Design::Rest => "PR",
            Design::Breathe => "PB",
            Design::Both => "PRB",
        }
    }

    /// The design of letters.
    pub fn from_id(id: &str) -> Option<Design> {
        Design::ALL.into_iter().find(|design| design.id() == id)
    }
}

/// A card that was turned, after the rating before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turned {
    /// What it said.
    pub kind: Kind,
    /// The check-in it was turned after.
    pub before: CheckInId,
}

/// A fair trial of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Its place in the journal.
    pub id: TrialId,
    /// The seed of the shuffle, so that the order can be told afterwards.
    pub seed: u64,
    /// What is compared.
    pub design: Design,
    /// How many blocks.
    pub blocks: u8,
    /// The routine of the pressing evenings, fixed.
    pub routine: String,
    /// How long every evening takes, minutes.
    pub minutes: u8,
    /// The one outcome, chosen before the start and frozen.
    pub outcome: Measure,
    /// When it began.
    pub begun: DateTime<FixedOffset>,
    /// The cards turned so far, used or not.
    pub turned: Vec<Turned>,
    /// When it was ended, at the plan's end or before.
    pub ended: Option<DateTime<FixedOffset>>,
}

/// A card with both ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it said.
    pub kind: Kind,
    /// The rating before.
    pub before: Score,
    /// The rating right after.
    pub after: Score,
    /// The rating an hour or two later, where there is one; reported apart.
    pub later: Option<Score>,
}

impl Card {
    /// Before minus after: positive is lower afterwards.
    pub fn change(&self) -> i32 {
        i32::from(self.before.value()) - i32::from(self.after.value())
    }
}

/// How far a trial has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The cards with both ratings, in order.
    pub used: Vec<Card>,
    /// The kinds of the evenings without both ratings: skipping one kind more is itself a bias.
    pub unrated: Vec<Kind>,
    /// The moment of the first card.
    pub first: Option<DateTime<FixedOffset>>,
    /// The moment of the last card, used or not.
    pub last: Option<DateTime<FixedOffset>>,
}

/// Why no card is turned now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// The trial has ended, or all cards are used.
    Over,
    /// The outcome was not rated before.
    NotRated,
    /// Less than twenty hours since the last card.
    TooSoon,
    /// Another part of the day than the first card's.
    OtherTime,
    /// Another practice in the six hours before.
    OtherPractice,
}

impl Trial {
    /// The trial the journal keeps; `None` where it says something no hegu writes.
    pub fn of(entry: &TrialEntry) -> Option<Trial> {
        let settled = &entry.settled;
        let turned = entry.evenings.iter().map(|evening| {
            Some(Turned {
                kind: Kind::from_letter(evening.kind)?,
                before: evening.before,
            })
        });
        let scale = Scale::from_id(&settled.outcome).map(Measure::Scale);
        let felt = || Felt::from_id(&settled.outcome).map(Measure::Felt);
        Some(Trial {
            id: entry.id,
            seed: settled.seed,
            design: Design::from_id(&settled.kinds)?,
            blocks: settled.blocks,
            routine: settled.routine.clone(),
            minutes: settled.minutes,
            outcome: scale.or_else(felt)?,
            begun: settled.at,
            turned: turned.collect::<Option<_>>()?,
            ended: entry.ended.map(|(_, at)| at),
        })
    }

    /// How many evenings are planned.
    pub fn planned(&self) -> usize {
        self.design.block() * usize::from(self.blocks)
    }

    /// The order of all cards.
    pub fn order(&self) -> Vec<Kind> {
        deal(self.seed, self.design, self.blocks)
    }

    /// How far it has come, read from the journal. A card is used only when both ratings exist.
    pub fn standing(&self, entries: &[CheckIn]) -> Standing {
        let mut standing = Standing {
            used: Vec::new(),
            unrated: Vec::new(),
            first: None,
            last: None,
        };
        let rating = |of: CheckInId, phase: Phase| {
            entries
                .iter()
                .find(|entry| entry.phase == phase && entry.of == Some(of))
                .and_then(|entry| entry.answers.number(self.outcome))
        };
        for turned in &self.turned {
            let before = entries.iter().find(|entry| entry.id == turned.before);
            if let Some(before) = before {
                standing.first = standing.first.or(Some(before.at));
                standing.last = Some(before.at);
            }
            let card = before.and_then(|entry| {
                Some(Card {
                    kind: turned.kind,
                    before: entry.answers.number(self.outcome)?,
                    after: rating(entry.id, Phase::After)?,
                    later: rating(entry.id, Phase::Later),
                })
            });
            match card {
                Some(card) => standing.used.push(card),
                None => standing.unrated.push(turned.kind),
            }
        }
        standing
    }

    /// Whether the trial is over: ended, or every planned card is used.
    pub fn is_over(&self, standing: &Standing) -> bool {
        self.ended.is_some() || standing.used.len() >= self.planned()
    }

    /// Tonight's card, after this check-in; or why there is none. A card already turned at this check-in
    /// stays what it was.
    pub fn card(
        &self,
        check_in: &CheckIn,
        entries: &[CheckIn],
        practices: &[PracticeEntry],
    ) -> Result<Kind, NotNow> {
        let standing = self.standing(entries);
        if self.ended.is_some() {
            return Err(NotNow::Over);
        }
        if let Some(turned) = self.turned.iter().find(|turned| turned.before == check_in.id) {
            return Ok(turned.kind);
        }
        let kind = *self.order().get(standing.used.len()).ok_or(NotNow::Over)?;
        if check_in.answers.number(self.outcome).is_none() {
            return Err(NotNow::NotRated);
        }
        let at = check_in.at;
        if standing.first.is_some_and(|first| !same_time_of_day(first, at)) {
            return Err(NotNow::OtherTime);
        }
        if standing
            .last
            .is_some_and(|last| at - last < Duration::hours(APART_H))
        {
            return Err(NotNow::TooSoon);
        }
        let since = at - Duration::hours(CLEAR_H);
        let pressed = |practice: &&PracticeEntry| practice.at > since && practice.at <= at;
        if practices.iter().any(|practice| pressed(&practice)) {
            return Err(NotNow::OtherPractice);
        }
        Ok(kind)
    }

    /// Whether so long a gap has passed that ending is offered.
    pub fn has_gap(&self, standing: &Standing, now: DateTime<FixedOffset>) -> bool {
        let last = standing.last.unwrap_or(self.begun);
        self.ended.is_none() && now - last > Duration::days(GAP_DAYS)
    }
}

/// Evening and night count as one: nobody goes to bed by the clock.
fn same_time_of_day(a: DateTime<FixedOffset>, b: DateTime<FixedOffset>) -> bool {
    let part = |at| match DayPart::at(at) {
        DayPart::Night => DayPart::Evening,
        part => part,
    };
    part(a) == part(b)
}

#[cfg(test)]
mod tests;
