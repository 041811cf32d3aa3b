//! `hegu journal`: what was written.

use clap::{Args, Subcommand};
use serde::Serialize;

pub mod copies;
pub mod edit;
pub mod pictures;
pub mod transfer;

use super::{CliError, Home, print};
use crate::app::journal::{Event, events};
use crate::app::{Known, Settings};
use crate::domain::checkin::CheckIn;
use crate::domain::journal::PracticeEntry;
use crate::domain::words::printable;
use crate::platform::clock::Clock;
use crate::platform::journal::Journal;
use crate::platform::journal::json::AnswersJson;
use crate::platform::places::Places;
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
#[derive(Clone, Debug, Subcommand)]
pub enum JournalVerb {
    /// Prints where the journal is.
    Where,
    /// Writes everything as text: jsonl and toml hold all of it, csv check-ins and practices, md is for reading.
    Export(transfer::ExportArgs),
    /// Brings entries in: hegu's own jsonl, toml and csv, Daylio's export, or any table with named columns.
    Import(transfer::ImportArgs),
    /// Opens a day as text in your editor.
    Edit(edit::EditArgs),
    /// Makes a copy of the whole journal and reads it back.
    Backup(copies::BackupArgs),
    /// Puts a copy in the place of the journal; what was there is set aside.
    Restore(copies::RestoreArgs),
    /// Reads what can still be read of a damaged journal and brings it in.
    Rescue(copies::RescueArgs),
    /// A week, a line a day.
    Week(pictures::When),
    /// A month, a line a day with an entry.
    Month(pictures::When),
    /// A year, a line a month.
    Year(pictures::When),
    /// What the numbers say, and how little.
    Insight,
    /// Takes back the newest change.
    Undo,
    /// Exchanges changes with your other machines through a folder you share between them.
    Sync(transfer::SyncArgs),
    /// Deletes the journal and every copy hegu has made of it, for good.
    Forget(copies::ForgetArgs),
}

/// Lists what was written, or does something with it.
pub fn run(args: &JournalArgs, settings: Settings, places: &Places) -> Result<(), CliError> {
    // These must work when the journal cannot be opened.
    match &args.verb {
        Some(JournalVerb::Where) => return print(&format!("{}\n", places.journal().display())),
        Some(JournalVerb::Restore(args)) => return copies::restore(args, &Desk::new(settings, places)),
        Some(JournalVerb::Forget(args)) => return copies::forget(args, &Desk::new(settings, places)),
        _ => {}
    }
    let mut home = Home::open(settings, places)?;
    match &args.verb {
        Some(JournalVerb::Week(when)) => pictures::week(when, &mut home),
        Some(JournalVerb::Month(when)) => pictures::month(when, &mut home),
        Some(JournalVerb::Year(when)) => pictures::year(when, &mut home),
        Some(JournalVerb::Insight) => pictures::insight(&home.known),
        None => show(args, &home.known),
        Some(JournalVerb::Export(args)) => transfer::export(args, &home),
        Some(JournalVerb::Import(args)) => transfer::import(args, &home),
        Some(JournalVerb::Edit(args)) => edit::edit(args, &home),
        Some(JournalVerb::Backup(args)) => copies::backup(args, &home),
        Some(JournalVerb::Rescue(args)) => copies::rescue(args, &home),
        Some(JournalVerb::Undo) => copies::undo(&home),
        Some(JournalVerb::Sync(args)) => transfer::sync(args, &home),
        Some(JournalVerb::Where | JournalVerb::Restore(_) | JournalVerb::Forget(_)) => Ok(()),
    }
}

/// What a verb needs that must not open the journal.
pub(crate) struct Desk {
    /// What is known without it.
    pub(crate) known: Known,
    /// Where it is.
    pub(crate) journal: std::path::PathBuf,
}

impl Desk {
    fn new(settings: Settings, places: &Places) -> Desk {
        let now = Clock::default().now();
        Desk {
            known: Known::new(crate::shipped(), settings, now, (80, 24)),
            journal: places.journal(),
        }
    }
}

/// The journal of a home, open for writing.
pub(crate) fn open(home: &Home) -> Result<Journal, CliError> {
    Journal::open(home.keeper.path()).map_err(|trouble| CliError::trouble(&Look::new(&home.known), &trouble))
}

/// Asks a question that is answered with yes or no, unless it was answered on the command line. Without
/// anybody to ask the answer is no.
pub(crate) fn agrees(look: &Look, question: &str) -> bool {
    use std::io::{BufRead, IsTerminal, Write};
    if !std::io::stdin().is_terminal() {
        return false;
    }
    let mut out = std::io::stderr().lock();
    drop(write!(out, "{question} [{}] ", t!(look, "data-yes-or-no")).and_then(|()| out.flush()));
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    let answer = line.trim().to_lowercase();
    read.is_ok() && [t!(look, "data-yes"), t!(look, "data-yes-letter")].contains(&answer)
}

fn show(args: &JournalArgs, known: &Known) -> Result<(), CliError> {
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
        return print(&crate::cli::json::text(&pages)?);
    }
    print(&printable(&list(known)))
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
