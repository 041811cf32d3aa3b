//! `hegu journal`: what was written.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::{CliError, Home, print};
use crate::app::Known;
use crate::app::journal::{Event, events};
use crate::domain::checkin::CheckIn;
use crate::domain::journal::PracticeEntry;
use crate::platform::journal::json::AnswersJson;
use crate::t;
use crate::ui::look::Look;
use crate::ui::{evening, journal};

/// What to show.
#[derive(Clone, Debug, Default, Args)]
pub struct JournalArgs {
    /// As JSON; see docs/json.md.
    #[arg(long)]
    pub json: bool,
    /// Something else than the list.
    #[command(subcommand)]
    pub verb: Option<JournalVerb>,
}

/// What else the journal can do.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum JournalVerb {
    /// Prints where the journal is.
    Where,
}

/// Lists what was written, or says where it is.
pub fn run(args: &JournalArgs, home: &Home) -> Result<(), CliError> {
    if let Some(JournalVerb::Where) = args.verb {
        return print(&format!("{}\n", home.keeper.path().display()));
    }
    let known = &home.known;
    if args.json {
        let pages = PagesJson {
            check_ins: known
                .diary
                .pages
                .check_ins
                .iter()
                .map(CheckInJson::from)
                .collect(),
            practices: known
                .diary
                .pages
                .practices
                .iter()
                .map(PracticeJson::from)
                .collect(),
        };
        return print(&super::json::text(&pages)?);
    }
    print(&list(known))
}

/// The days, newest first, each with what happened on it in the order of the clock.
fn list(known: &Known) -> String {
    let look = Look::new(known);
    let days = known.diary.days();
    if days.is_empty() {
        return t!(look, "journal-empty") + "\n";
    }
    let mut text = String::new();
    for day in days {
        let year = chrono::Datelike::year(&known.today_is());
        text.push_str(&evening::long_date(&look, day, year));
        text.push('\n');
        for event in events(known, day) {
            let (name, lines) = journal::told(known, &look, event);
            let at = match event {
                Event::CheckIn(entry) => entry.at,
                Event::Practice(entry) => entry.at,
            };
            for (index, (line, _)) in lines.iter().enumerate() {
                let (clock, name) = match index {
                    0 => (evening::clock(&look, at), name.as_str()),
                    _ => (String::new(), ""),
                };
                for (part, line) in line.lines().enumerate() {
                    let (clock, name) = if part == 0 {
                        (clock.as_str(), name)
                    } else {
                        ("", "")
                    };
                    text.push_str(format!("  {clock:<6} {name:<10} {line}").trim_end());
                    text.push('\n');
                }
            }
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

#[derive(Serialize)]
struct PagesJson {
    check_ins: Vec<CheckInJson>,
    practices: Vec<PracticeJson>,
}

#[derive(Serialize)]
struct CheckInJson {
    id: i64,
    day: String,
    at: String,
    phase: &'static str,
    of: Option<i64>,
    practice: Option<i64>,
    answers: AnswersJson,
}

impl From<&CheckIn> for CheckInJson {
    fn from(entry: &CheckIn) -> CheckInJson {
        CheckInJson {
            id: entry.id.0,
            day: entry.day.to_string(),
            at: entry.at.to_rfc3339(),
            phase: entry.phase.id(),
            of: entry.of.map(|id| id.0),
            practice: entry.practice.map(|id| id.0),
            answers: AnswersJson::from(&entry.answers),
        }
    }
}

#[derive(Serialize)]
struct PracticeJson {
    id: i64,
    day: String,
    at: String,
    routine: Option<String>,
    plan: String,
    breath: String,
    planned_ms: u64,
    ended: Option<&'static str>,
    ended_at: Option<String>,
    why: Option<String>,
    check_in: Option<i64>,
    done: Vec<LineJson>,
}

#[derive(Serialize)]
struct LineJson {
    point: String,
    side: &'static str,
    pressed_ms: u64,
    how: &'static str,
}

impl From<&PracticeEntry> for PracticeJson {
    fn from(entry: &PracticeEntry) -> PracticeJson {
        PracticeJson {
            id: entry.id.0,
            day: entry.day.to_string(),
            at: entry.at.to_rfc3339(),
            routine: entry.routine.clone(),
            plan: entry.plan.clone(),
            breath: entry.breath.clone(),
            planned_ms: entry.planned,
            ended: entry.ended.map(|(how, _)| how.id()),
            ended_at: entry.ended.map(|(_, at)| at.to_rfc3339()),
            why: entry.why.clone(),
            check_in: entry.check_in.map(|id| id.0),
            done: entry
                .done
                .iter()
                .map(|line| LineJson {
                    point: line.point.clone(),
                    side: line.half.id(),
                    pressed_ms: line.pressed,
                    how: line.how.id(),
                })
                .collect(),
        }
    }
}
