//! An entry on its own, without the journal around it: what is exported, imported and exchanged between
//! machines. Entries point at each other by uid, because numbers of rows mean nothing elsewhere.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, SubsecRound};
use serde::{Deserialize, Serialize};

use super::json::AnswersJson;
use crate::domain::checkin::{Answers, Phase};
use crate::domain::journal::{LedgerLine, NewTrial, TrialEnd};
use crate::domain::plan::Half;
use crate::domain::practice::{Done, Ending};
use crate::domain::profile::Line;
use crate::domain::quiz::Try;

/// The name of an entry, the same in every journal it reaches: 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uid(String);

impl Uid {
    /// The name, if it is one.
    pub fn new(text: &str) -> Option<Uid> {
        let is_hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        (text.len() == 32 && text.bytes().all(is_hex)).then(|| Uid(text.to_owned()))
    }

    /// A name made from a number.
    pub fn from_number(number: u128) -> Uid {
        Uid(format!("{number:032x}"))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Anything the journal holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A check-in.
    CheckIn(WrittenCheckIn),
    /// A practice with its ledger.
    Practice(WrittenPractice),
    /// One line of the profile.
    Profile(Line),
    /// One line of what was answered about a day.
    Today(NaiveDate, Line),
    /// A favourite: `point` or `routine`, and its id.
    Favourite(String, String),
    /// A small fact: name and value.
    Flag(String, String),
    /// One of the tags the person picks from.
    Tag(String),
    /// A fair trial.
    Trial(WrittenTrial),
    /// A try of the quiz, and the moment of it: its name among the tries.
    Quiz(DateTime<FixedOffset>, Try),
}

/// A check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenCheckIn {
    /// Its name.
    pub uid: Uid,
    /// The day it belongs to.
    pub day: NaiveDate,
    /// When it was begun.
    pub at: DateTime<FixedOffset>,
    /// Before, after or later.
    pub phase: Phase,
    /// The check-in it repeats.
    pub of: Option<Uid>,
    /// The practice it belongs to.
    pub practice: Option<Uid>,
    /// The answers.
    pub answers: Answers,
}

/// A practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenPractice {
    /// Its name.
    pub uid: Uid,
    /// The day it belongs to.
    pub day: NaiveDate,
    /// When it began.
    pub at: DateTime<FixedOffset>,
    /// Id of the routine.
    pub routine: Option<String>,
    /// What was planned.
    pub plan: String,
    /// Id of the breath pattern.
    pub breath: String,
    /// How long it was planned to last, ms.
    pub planned: u64,
    /// How it ended and when.
    pub ended: Option<(Ending, DateTime<FixedOffset>)>,
    /// Why it was stopped.
    pub why: Option<String>,
    /// The ledger, each line with the moment it was written.
    pub done: Vec<(LedgerLine, DateTime<FixedOffset>)>,
}

/// A fair trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenTrial {
    /// Its name.
    pub uid: Uid,
    /// What was settled.
    pub settled: NewTrial,
    /// How it ended and when.
    pub ended: Option<(TrialEnd, DateTime<FixedOffset>)>,
    /// The evenings, in order.
    pub evenings: Vec<WrittenTrialEvening>,
}

/// One evening of a fair trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenTrialEvening {
    /// The person's day.
    pub day: NaiveDate,
    /// Which card.
    pub card: u16,
    /// What it said.
    pub kind: char,
    /// The check-ins before, after and later.
    pub ratings: [Option<Uid>; 3],
}

/// An entry as text formats hold it. Its fields are the documented shape (docs/your-data.md).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub enum EntryText {
    CheckIn(CheckInText),
    Practice(PracticeText),
    Profile(LineText),
    Today(TodayText),
    Favourite(FavouriteText),
    Flag(FlagText),
    Tag(TagText),
    Trial(TrialText),
    Quiz(QuizText),
}

/// [`WrittenCheckIn`] as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct CheckInText {
    pub uid: String,
    pub day: String,
    pub at: String,
    pub phase: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<String>,
    #[serde(default)]
    pub answers: AnswersJson,
}

/// [`WrittenPractice`] as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct PracticeText {
    pub uid: String,
    pub day: String,
    pub at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub routine: Option<String>,
    pub plan: String,
    pub breath: String,
    pub planned_ms: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<SideText>,
}

/// One line of the ledger as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct SideText {
    pub point: String,
    pub side: String,
    pub pressed_ms: u64,
    pub how: String,
    pub at: String,
}

/// One line of the profile as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct LineText {
    pub id: String,
    pub answer: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// One line of a day's answers as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct TodayText {
    pub day: String,
    pub id: String,
    pub answer: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// A favourite as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct FavouriteText {
    pub what: String,
    pub id: String,
}

/// A small fact as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct FlagText {
    pub name: String,
    pub value: String,
}

/// One of the person's tags as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct TagText {
    pub tag: String,
}

/// A try of the quiz as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct QuizText {
    pub day: String,
    pub at: String,
    pub point: String,
    pub found: bool,
}

/// [`WrittenTrial`] as text. The seed is text, because it has more digits than most readers of JSON keep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct TrialText {
    pub uid: String,
    pub at: String,
    pub seed: String,
    pub kinds: String,
    pub blocks: u8,
    pub routine: String,
    pub minutes: u8,
    pub outcome: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evenings: Vec<TrialEveningText>,
}

/// One evening of a trial as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/your-data.md names every field")]
pub struct TrialEveningText {
    pub day: String,
    pub card: u16,
    pub kind: char,
    pub before: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<String>,
}

/// What is wrong with an entry: the field, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field.
    pub field: &'static str,
    /// What stands in it.
    pub value: String,
}

fn wrong(field: &'static str, value: impl Into<String>) -> Wrong {
    Wrong {
        field,
        value: value.into(),
    }
}

fn name(field: &'static str, text: &str) -> Result<Uid, Wrong> {
    Uid::new(text).ok_or_else(|| wrong(field, text))
}

fn maybe_name(field: &'static str, text: Option<&str>) -> Result<Option<Uid>, Wrong> {
    text.map(|text| name(field, text)).transpose()
}

/// A day with a year of four digits: the journal compares days letter by letter.
fn date(field: &'static str, text: &str) -> Result<NaiveDate, Wrong> {
    let date = text.parse().ok().filter(|_| text.len() == 10);
    date.ok_or_else(|| wrong(field, text))
}

/// A moment, to the millisecond.
fn moment(field: &'static str, text: &str) -> Result<DateTime<FixedOffset>, Wrong> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.trunc_subsecs(3))
        .map_err(|_| wrong(field, text))
}

/// A moment as text: to the millisecond, with the offset of the person's clock.
pub fn moment_text(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// An ending and its moment, which come together or not at all.
fn ending<T>(
    ended: Option<&str>,
    at: Option<&str>,
    from_id: impl Fn(&str) -> Option<T>,
) -> Result<Option<(T, DateTime<FixedOffset>)>, Wrong> {
    match (ended, at) {
        (None, None) => Ok(None),
        (Some(ended), Some(at)) => {
            let how = from_id(ended).ok_or_else(|| wrong("ended", ended))?;
            Ok(Some((how, moment("ended_at", at)?)))
        }
        (Some(_), None) => Err(wrong("ended_at", "")),
        (None, Some(at)) => Err(wrong("ended_at", at)),
    }
}

/// Lengths are kept as whole numbers with a sign.
fn span(field: &'static str, ms: u64) -> Result<u64, Wrong> {
    i64::try_from(ms).map_err(|_| wrong(field, ms.to_string()))?;
    Ok(ms)
}

impl From<&Entry> for EntryText {
    fn from(entry: &Entry) -> EntryText {
        match entry {
            Entry::CheckIn(entry) => EntryText::CheckIn(entry.into()),
            Entry::Practice(entry) => EntryText::Practice(entry.into()),
            Entry::Profile(line) => EntryText::Profile(LineText {
                id: line.id.clone(),
                answer: line.answer.clone(),
                detail: line.detail.clone(),
            }),
            Entry::Today(day, line) => EntryText::Today(TodayText {
                day: day.to_string(),
                id: line.id.clone(),
                answer: line.answer.clone(),
                detail: line.detail.clone(),
            }),
            Entry::Favourite(what, id) => EntryText::Favourite(FavouriteText {
                what: what.clone(),
                id: id.clone(),
            }),
            Entry::Flag(name, value) => EntryText::Flag(FlagText {
                name: name.clone(),
                value: value.clone(),
            }),
            Entry::Tag(tag) => EntryText::Tag(TagText { tag: tag.clone() }),
            Entry::Trial(trial) => EntryText::Trial(trial.into()),
            Entry::Quiz(at, tried) => EntryText::Quiz(QuizText {
                day: tried.day.to_string(),
                at: moment_text(*at),
                point: tried.code.clone(),
                found: tried.found,
            }),
        }
    }
}

impl From<&WrittenCheckIn> for CheckInText {
    fn from(entry: &WrittenCheckIn) -> CheckInText {
        CheckInText {
            uid: entry.uid.to_string(),
            day: entry.day.to_string(),
            at: moment_text(entry.at),
            phase: entry.phase.id().to_owned(),
            of: entry.of.as_ref().map(Uid::to_string),
            practice: entry.practice.as_ref().map(Uid::to_string),
            answers: AnswersJson::from(&entry.answers),
        }
    }
}

impl From<&WrittenPractice> for PracticeText {
    fn from(entry: &WrittenPractice) -> PracticeText {
        PracticeText {
            uid: entry.uid.to_string(),
            day: entry.day.to_string(),
            at: moment_text(entry.at),
            routine: entry.routine.clone(),
            plan: entry.plan.clone(),
            breath: entry.breath.clone(),
            planned_ms: entry.planned,
            ended: entry.ended.map(|(how, _)| how.id().to_owned()),
            ended_at: entry.ended.map(|(_, at)| moment_text(at)),
            why: entry.why.clone(),
            done: entry
                .done
                .iter()
                .map(|(line, at)| SideText {
                    point: line.point.clone(),
                    side: line.half.id().to_owned(),
                    pressed_ms: line.pressed,
                    how: line.how.id().to_owned(),
                    at: moment_text(*at),
                })
                .collect(),
        }
    }
}

impl From<&WrittenTrial> for TrialText {
    fn from(trial: &WrittenTrial) -> TrialText {
        let settled = &trial.settled;
        TrialText {
            uid: trial.uid.to_string(),
            at: moment_text(settled.at),
            seed: settled.seed.to_string(),
            kinds: settled.kinds.clone(),
            blocks: settled.blocks,
            routine: settled.routine.clone(),
            minutes: settled.minutes,
            outcome: settled.outcome.clone(),
            ended: trial.ended.map(|(how, _)| how.id().to_owned()),
            ended_at: trial.ended.map(|(_, at)| moment_text(at)),
            evenings: trial
                .evenings
                .iter()
                .map(|evening| {
                    let [before, after, later] = &evening.ratings;
                    TrialEveningText {
                        day: evening.day.to_string(),
                        card: evening.card,
                        kind: evening.kind,
                        before: before.as_ref().map(Uid::to_string).unwrap_or_default(),
                        after: after.as_ref().map(Uid::to_string),
                        later: later.as_ref().map(Uid::to_string),
                    }
                })
                .collect(),
        }
    }
}

impl TryFrom<EntryText> for Entry {
    type Error = Wrong;

    fn try_from(text: EntryText) -> Result<Entry, Wrong> {
        Ok(match text {
            EntryText::CheckIn(text) => Entry::CheckIn(text.try_into()?),
            EntryText::Practice(text) => Entry::Practice(text.try_into()?),
            EntryText::Profile(LineText { id, answer, detail }) => {
                Entry::Profile(Line { id, answer, detail })
            }
            EntryText::Today(TodayText {
                day,
                id,
                answer,
                detail,
            }) => Entry::Today(date("day", &day)?, Line { id, answer, detail }),
            EntryText::Favourite(FavouriteText { what, id }) => match what.as_str() {
                "point" | "routine" => Entry::Favourite(what, id),
                _ => return Err(wrong("what", what)),
            },
            EntryText::Flag(FlagText { name, value }) => Entry::Flag(name, value),
            EntryText::Tag(TagText { tag }) if tag.is_empty() => return Err(wrong("tag", tag)),
            EntryText::Tag(TagText { tag }) => Entry::Tag(tag),
            EntryText::Trial(text) => Entry::Trial(text.try_into()?),
            EntryText::Quiz(text) => {
                let tried = Try {
                    day: date("day", &text.day)?,
                    code: text.point,
                    found: text.found,
                };
                Entry::Quiz(moment("at", &text.at)?, tried)
            }
        })
    }
}

impl TryFrom<CheckInText> for WrittenCheckIn {
    type Error = Wrong;

    fn try_from(text: CheckInText) -> Result<WrittenCheckIn, Wrong> {
        Ok(WrittenCheckIn {
            uid: name("uid", &text.uid)?,
            day: date("day", &text.day)?,
            at: moment("at", &text.at)?,
            phase: Phase::from_id(&text.phase).ok_or_else(|| wrong("phase", &text.phase))?,
            of: maybe_name("of", text.of.as_deref())?,
            practice: maybe_name("practice", text.practice.as_deref())?,
            answers: text.answers.into_answers()?,
        })
    }
}

impl TryFrom<PracticeText> for WrittenPractice {
    type Error = Wrong;

    fn try_from(text: PracticeText) -> Result<WrittenPractice, Wrong> {
        Ok(WrittenPractice {
            uid: name("uid", &text.uid)?,
            day: date("day", &text.day)?,
            at: moment("at", &text.at)?,
            routine: text.routine,
            plan: text.plan,
            breath: text.breath,
            planned: span("planned_ms", text.planned_ms)?,
            ended: ending(text.ended.as_deref(), text.ended_at.as_deref(), Ending::from_id)?,
            why: text.why,
            done: text
                .done
                .into_iter()
                .map(|side| {
                    let line = LedgerLine {
                        half: Half::from_id(&side.side).ok_or_else(|| wrong("side", &side.side))?,
                        pressed: span("pressed_ms", side.pressed_ms)?,
                        how: Done::from_id(&side.how).ok_or_else(|| wrong("how", &side.how))?,
                        point: side.point,
                    };
                    Ok((line, moment("at", &side.at)?))
                })
                .collect::<Result<_, Wrong>>()?,
        })
    }
}

impl TryFrom<TrialText> for WrittenTrial {
    type Error = Wrong;

    fn try_from(text: TrialText) -> Result<WrittenTrial, Wrong> {
        if !["PR", "PB", "PRB"].contains(&text.kinds.as_str()) {
            return Err(wrong("kinds", text.kinds));
        }
        if !(1..=100).contains(&text.blocks) {
            return Err(wrong("blocks", text.blocks.to_string()));
        }
        if text.minutes == 0 {
            return Err(wrong("minutes", "0"));
        }
        Ok(WrittenTrial {
            uid: name("uid", &text.uid)?,
            ended: ending(text.ended.as_deref(), text.ended_at.as_deref(), TrialEnd::from_id)?,
            evenings: text
                .evenings
                .iter()
                .map(|evening| {
                    if !"PRB".contains(evening.kind) {
                        return Err(wrong("kind", evening.kind));
                    }
                    Ok(WrittenTrialEvening {
                        day: date("day", &evening.day)?,
                        card: evening.card,
                        kind: evening.kind,
                        ratings: [
                            Some(name("before", &evening.before)?),
                            maybe_name("after", evening.after.as_deref())?,
                            maybe_name("later", evening.later.as_deref())?,
                        ],
                    })
                })
                .collect::<Result<_, Wrong>>()?,
            settled: NewTrial {
                at: moment("at", &text.at)?,
                seed: text.seed.parse().map_err(|_| wrong("seed", &text.seed))?,
                kinds: text.kinds,
                blocks: text.blocks,
                routine: text.routine,
                minutes: text.minutes,
                outcome: text.outcome,
            },
        })
    }
}
