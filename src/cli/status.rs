//! `hegu status`: a line for a shell prompt or a tmux bar. It says what is, and never what ought to be.

use chrono::{DateTime, FixedOffset};
use clap::Args;
use serde::Serialize;

use super::{CliError, print};
use crate::app::Settings;
use crate::domain::day::DayStart;
use crate::domain::words::Lang;
use crate::platform::clock::Clock;
use crate::platform::journal::{Journal, Today};
use crate::platform::places::Places;
use crate::ui::evening;
use crate::ui::look::Look;

/// How to say it.
#[derive(Clone, Debug, Args)]
pub struct StatusArgs {
    /// As JSON; see docs/json.md.
    #[arg(long)]
    pub json: bool,
}

#[derive(Serialize)]
struct StatusJson {
    day: String,
    check_ins: u32,
    practices: u32,
    last_at: Option<String>,
}

/// Says how today stands. It reads one page of the journal and none of the content, because a prompt waits
/// for it; where the journal does not answer it says nothing, because a prompt is no place for troubles.
pub fn run(args: &StatusArgs, settings: &Settings, places: &Places) -> Result<(), CliError> {
    let now = Clock::default().now().wall;
    let day = DayStart::at(settings.day_ends).unwrap_or_default().day_of(now);
    let today = Journal::today_at(&places.journal(), day).unwrap_or_default();
    if args.json {
        let status = StatusJson {
            day: day.to_string(),
            check_ins: today.check_ins,
            practices: today.practices,
            last_at: today.last.map(|at| at.to_rfc3339()),
        };
        return print(&super::json::text(&status)?);
    }
    print(&line(&today, settings.lang))
}

/// `21:40 · 2`: when the last entry of today was written, and how many practices there were. An evening
/// without any is an empty line: nobody is reminded by a prompt.
fn line(today: &Today, lang: Lang) -> String {
    let Some(last) = today.last else {
        return "\n".to_owned();
    };
    let look = Look::bare(lang);
    let clock = |at: DateTime<FixedOffset>| evening::clock(&look, at);
    match today.practices {
        0 => format!("hegu {}\n", clock(last)),
        practices => format!("hegu {} +{practices}\n", clock(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_anything_says_nothing() {
        assert_eq!(line(&Today::default(), Lang::En), "\n");
        let last = DateTime::parse_from_rfc3339("2026-11-22T21:40:00+01:00").expect("a moment");
        let today = Today {
            check_ins: 1,
            practices: 0,
            last: Some(last),
        };
        assert_eq!(line(&today, Lang::En), "hegu 21:40\n");
        let practised = Today {
            practices: 2,
            ..today
        };
        assert_eq!(line(&practised, Lang::Da), "hegu 21.40 +2\n");
    }
}
