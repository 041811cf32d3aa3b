//! The pictures of the journal in words: a week, a month, a year, and what the numbers say.

use clap::Args;

use super::{CliError, Home, print};
use crate::app::Known;
use crate::app::journal::{Journal, View, findings};
use crate::domain::checkin::{Felt, Measure, Scale};
use crate::domain::glance::Track;
use crate::t;
use crate::ui::look::Look;
use crate::ui::{evening, journal};

/// Of which day.
#[derive(Clone, Copy, Debug, Args)]
pub struct When {
    /// A day in it, as 2026-11-22; otherwise the newest entry's.
    pub day: Option<chrono::NaiveDate>,
    /// What is followed: mood, tension, stress, tiredness, pain, sleep, or a place such as neck.
    #[arg(long = "of", value_name = "WHAT", value_parser = parse_track)]
    pub track: Option<Track>,
}

fn parse_track(id: &str) -> Result<Track, String> {
    let scale = Scale::from_id(id).map(Measure::Scale);
    let measure = scale.or_else(|| Felt::from_id(id).map(Measure::Felt));
    match (id, measure) {
        ("mood", _) => Ok(Track::Mood),
        (_, Some(measure)) => Ok(Track::Measure(measure)),
        _ => Err(format!("\"{id}\" is neither a question nor a place")),
    }
}

/// A picture of the journal in words.
fn in_words(view: View, when: &When, home: &mut Home, tell: Tell) -> Result<(), CliError> {
    let mut shown = Journal::new(&home.known).showing(view);
    shown.day = when.day.unwrap_or(shown.day);
    shown.track = when.track;
    if let Some(read) = shown.missing(&home.known) {
        let now = home.known.now.wall;
        let kept = home.keeper.perform(read, now);
        home.known.diary.take(kept);
    }
    let look = Look::new(&home.known);
    let mut lines = vec![journal::heading(&shown, &home.known, &look)];
    lines.extend(tell(&shown, &home.known, &look));
    print(&(lines.join("\n") + "\n"))
}

/// The week as lines.
pub fn week(when: &When, home: &mut Home) -> Result<(), CliError> {
    in_words(View::Week, when, home, journal::week_in_words)
}

/// The month as lines.
pub fn month(when: &When, home: &mut Home) -> Result<(), CliError> {
    in_words(View::Month, when, home, journal::month_in_words)
}

/// The year as lines.
pub fn year(when: &When, home: &mut Home) -> Result<(), CliError> {
    in_words(View::Year, when, home, journal::year_in_words)
}

type Tell = fn(&Journal, &Known, &Look) -> Vec<String>;

/// What the numbers say of every measure.
pub fn insight(known: &Known) -> Result<(), CliError> {
    let look = Look::new(known);
    let findings = findings(known, None);
    if findings.is_empty() {
        return print(&(t!(look, "insight-nothing") + "\n"));
    }
    let mut text = String::new();
    for finding in &findings {
        text.push_str(&evening::measure(&look, finding.measure));
        text.push('\n');
        for (line, _) in journal::sentences(&look, finding, known) {
            text.push_str(&format!("  {line}\n"));
        }
    }
    print(&text)
}
