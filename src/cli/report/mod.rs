//! `hegu report`: one page about some weeks, for somebody who has a minute and knows the body.

mod html;
mod markdown;

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use chrono::{Duration, NaiveDate};
use clap::Args;

use super::journal::open;
use super::{CliError, Home, print};
use crate::app::Known;
use crate::app::quantile::t975;
use crate::app::trial::is_other_evening;
use crate::domain::checkin::{CheckIn, Felt, Measure, Phase, PracticeId, Scale};
use crate::domain::insight::{self, Interval, Summary};
use crate::domain::journal::{Of, PracticeEntry};
use crate::domain::practice::Ending;
use crate::domain::words::printable;
use crate::t;
use crate::ui::evening;
use crate::ui::journal::practised;
use crate::ui::look::Look;

/// So many days when nobody says how many: what one remembers at a visit.
const USUAL_DAYS: i64 = 56;
/// So many trends, places and routines fit a page that is read in a minute.
const TRENDS: usize = 4;
const ROWS: usize = 6;

/// Which days, and where to.
#[derive(Clone, Debug, Args)]
pub struct ReportArgs {
    /// The first day, as 2026-10-01. Otherwise eight weeks before the last.
    #[arg(long)]
    pub from: Option<NaiveDate>,
    /// The last day. Otherwise today.
    #[arg(long)]
    pub to: Option<NaiveDate>,
    /// The file: .html prints as one page of A4, .md is plain. Otherwise Markdown on standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Everything that is on the page, in words.
pub(crate) struct Sheet {
    title: String,
    period: String,
    tracked: Vec<String>,
    trends: Vec<Trend>,
    places: Vec<(String, String)>,
    routines: Vec<(String, String)>,
    cautions: Vec<String>,
    limits: Vec<String>,
    headings: Headings,
}

struct Headings {
    tracked: String,
    trends: String,
    places: String,
    routines: String,
    cautions: String,
    limits: String,
    none: String,
}

/// One measure over the period.
struct Trend {
    name: String,
    /// Day from the first of the period, and 0 to 10: the last answer before any practice of that day.
    values: Vec<(i64, u8)>,
    /// Days with a practice.
    practised: Vec<i64>,
    days: i64,
    facts: String,
    change: String,
    /// The first and the last day in words, for the ends of the line.
    ends: (String, String),
}

/// Writes the page.
pub fn run(args: &ReportArgs, home: &Home) -> Result<(), CliError> {
    let known = &home.known;
    let look = Look::new(known);
    let to = args.to.unwrap_or_else(|| known.today_is());
    let from = args.from.unwrap_or(to - Duration::days(USUAL_DAYS - 1));
    if from > to {
        return Err(CliError::new(
            t!(look, "report-backwards"),
            t!(look, "report-backwards-hint"),
        ));
    }
    let (check_ins, practices) = match home.keeper.path().exists() {
        false => (Vec::new(), Vec::new()),
        true => {
            let journal = open(home)?;
            let trouble = |trouble| CliError::trouble(&look, &trouble);
            let check_ins = journal.check_ins(from..=to).map_err(trouble)?;
            (check_ins, journal.practices(from..=to).map_err(trouble)?)
        }
    };
    let sheet = sheet(known, &look, from, to, &check_ins, &practices);
    let Some(path) = &args.output else {
        return print(&printable(&markdown::text(&sheet)));
    };
    let text = match path.extension().and_then(|ending| ending.to_str()) {
        Some("md" | "markdown") => printable(&markdown::text(&sheet)),
        _ => html::text(&sheet, look.lang),
    };
    std::fs::write(path, text).map_err(|error| CliError::file(&look, path, &error))?;
    print(&(t!(look, "data-exported", path = path.display().to_string()) + "\n"))
}

pub(crate) fn sheet(
    known: &Known,
    look: &Look,
    from: NaiveDate,
    to: NaiveDate,
    check_ins: &[CheckIn],
    practices: &[PracticeEntry],
) -> Sheet {
    let date = |day: NaiveDate| evening::short_date(look, day, i32::MIN);
    let days = (to - from).num_days() + 1;
    let before: Vec<&CheckIn> = check_ins
        .iter()
        .filter(|entry| entry.phase == Phase::Before)
        .collect();
    let mut evenings: Vec<NaiveDate> = before.iter().map(|entry| entry.day).collect();
    evenings.dedup();
    // The evenings of a trial on which nothing was pressed are no practices: they would water down every number.
    let (other, practices): (Vec<&PracticeEntry>, Vec<&PracticeEntry>) = practices
        .iter()
        .partition(|entry| is_other_evening(entry.routine.as_deref()));
    let is_other: HashSet<PracticeId> = other.iter().map(|entry| entry.id).collect();
    let pressed: u64 = practices.iter().map(|entry| entry.pressed()).sum();
    let minutes = pressed / 60_000;
    let mut tracked = vec![
        t!(look, "report-evenings", count = evenings.len(), days = days),
        t!(
            look,
            "report-practices",
            count = practices.len(),
            minutes = minutes
        ),
    ];
    if !other.is_empty() {
        tracked.push(t!(look, "report-other-evenings", count = other.len()));
    }
    let mut measures = insight::gather(check_ins, &|id| !is_other.contains(&id));
    // The longest told first: a page shows what was followed, not what came up once.
    measures.retain(|series| series.answered >= 3);
    let compared = measures.len();
    let practised: Vec<i64> = practices
        .iter()
        .map(|entry| (entry.day - from).num_days())
        .collect();
    let trends = measures
        .into_iter()
        .take(TRENDS)
        .map(|series| Trend {
            practised: practised.clone(),
            ends: (date(from), date(to)),
            ..trend(look, &series, from, days, &before)
        })
        .collect();
    let mut limits = vec![
        t!(look, "report-limit-own"),
        t!(look, "insight-doubt"),
        t!(look, "insight-passes"),
    ];
    if compared > 1 {
        limits.push(t!(look, "report-limit-chance", count = compared));
    }
    limits.push(t!(look, "report-limit-scales"));
    Sheet {
        title: t!(look, "report-title"),
        period: t!(look, "report-period", from = date(from), to = date(to)),
        tracked,
        trends,
        places: places(look, &before),
        routines: routines(known, look, &practices),
        cautions: cautions(known, look, &practices),
        limits,
        headings: Headings {
            tracked: t!(look, "report-tracked"),
            trends: t!(look, "report-trends"),
            places: t!(look, "report-places"),
            routines: t!(look, "report-routines"),
            cautions: t!(look, "report-cautions"),
            limits: t!(look, "report-limits"),
            none: t!(look, "report-none"),
        },
    }
}

fn trend(look: &Look, series: &insight::Series, from: NaiveDate, days: i64, before: &[&CheckIn]) -> Trend {
    let measure = series.measure;
    let mut by_day: BTreeMap<i64, u8> = BTreeMap::new();
    for entry in before {
        if let Some(score) = entry.answers.number(measure) {
            by_day.insert((entry.day - from).num_days(), score.value());
        }
    }
    let mut sorted: Vec<u8> = by_day.values().copied().collect();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let median = match sorted.len() {
        0 => 0.0,
        n if n % 2 == 1 => f64::from(sorted[middle]),
        _ => f64::from(sorted[middle - 1] + sorted[middle]) / 2.0,
    };
    let facts = t!(
        look,
        "report-facts",
        count = sorted.len(),
        median = evening::decimal(look, median),
        low = sorted.first().copied().unwrap_or_default(),
        high = sorted.last().copied().unwrap_or_default()
    );
    let change = match insight::summarise(&series.changes, &t975) {
        // Last night does not change tonight, and is the only scale that is read the other way.
        None if measure == Measure::Scale(Scale::Sleep) => t!(look, "report-sleep"),
        None => t!(look, "report-no-pairs"),
        Some(summary) => changed(look, measure, &summary, series.unrated),
    };
    Trend {
        name: evening::measure(look, measure),
        values: by_day.into_iter().collect(),
        practised: Vec::new(),
        days,
        facts,
        change,
        ends: Default::default(),
    }
}

/// The change right after a practice in a line: number of pairs, mean, interval or why there is none, worse
/// evenings, missing answers.
fn changed(look: &Look, measure: Measure, summary: &Summary, unrated: usize) -> String {
    let one = |value: f64| evening::decimal(look, value);
    let interval = match summary.interval {
        Interval::Between(low, high) => t!(look, "report-interval", low = one(low), high = one(high)),
        Interval::TooFew => t!(look, "report-too-few"),
        Interval::AllTheSame => t!(look, "report-all-same"),
        Interval::TooAlike => t!(look, "report-too-alike"),
    };
    let worse = if measure.more_is_better() {
        summary.lower
    } else {
        summary.higher
    };
    t!(
        look,
        "report-change",
        count = summary.n,
        mean = one(summary.mean),
        interval = interval,
        worse = worse,
        unrated = unrated
    )
}

fn places(look: &Look, before: &[&CheckIn]) -> Vec<(String, String)> {
    let mut found: BTreeMap<Felt, (usize, u32, u32)> = BTreeMap::new();
    for feeling in before.iter().flat_map(|entry| &entry.answers.felt) {
        let (times, rated, sum) = found.entry(feeling.felt).or_default();
        *times += 1;
        if let Some(much) = feeling.much {
            *rated += 1;
            *sum += u32::from(much.value());
        }
    }
    let mut rows: Vec<(Felt, (usize, u32, u32))> = found.into_iter().collect();
    rows.sort_by_key(|(felt, (times, ..))| (usize::MAX - times, *felt));
    rows.into_iter()
        .take(ROWS)
        .map(|(felt, (times, rated, sum))| {
            let times = t!(look, "report-times", count = times);
            let said = match rated {
                0 => times,
                _ => {
                    let mean = evening::decimal(look, f64::from(sum) / f64::from(rated));
                    t!(look, "report-place", times = times, mean = mean)
                }
            };
            (evening::felt(look, felt), said)
        })
        .collect()
}

fn routines(known: &Known, look: &Look, practices: &[&PracticeEntry]) -> Vec<(String, String)> {
    let mut found: BTreeMap<Of, (usize, usize)> = BTreeMap::new();
    for practice in practices {
        let (times, finished) = found.entry(practice.of()).or_default();
        *times += 1;
        *finished += usize::from(matches!(practice.ended, Some((Ending::Finished, _))));
    }
    let mut rows: Vec<(Of, (usize, usize))> = found.into_iter().collect();
    // Stable: of equal ones in the order of their kind and id.
    rows.sort_by_key(|(_, (times, _))| usize::MAX - times);
    rows.into_iter()
        .take(ROWS)
        .map(|(of, (times, finished))| {
            let count = t!(look, "report-routine", count = times, finished = finished);
            (practised(known, look, &of), count)
        })
        .collect()
}

/// What applies to the person, as they have said it, and how often they stopped and why.
fn cautions(known: &Known, look: &Look, practices: &[&PracticeEntry]) -> Vec<String> {
    let profile = &known.profile;
    let mut lines: Vec<String> = known
        .content
        .rules
        .asked(crate::domain::safety::rule::Asked::Once)
        .filter_map(|question| {
            let given = profile.answers.given(&question.id)?;
            let (_, word) = crate::ui::safety_words::answer(look, given.answer);
            given
                .answer
                .counts()
                .then(|| format!("{}: {word}", question.words.get(look.lang)))
        })
        .collect();
    let stopped = practices
        .iter()
        .filter(|practice| matches!(practice.ended, Some((Ending::Stopped, _))))
        .count();
    if stopped > 0 {
        lines.push(t!(look, "report-stopped", count = stopped));
    }
    lines
}

#[cfg(test)]
mod tests;
