//! The fair trial of one: consent and choices, how far it has come, and what it says.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::evening;
use super::frame::{paragraph, put, put_line};
use super::journal::routine;
use super::layout::{Grid, Height};
use super::look::Look;
use crate::app::trial::{NotOffered, Stage, TrialPage};
use crate::app::{Hit, Known};
use crate::domain::insight::Interval;
use crate::domain::trial::{Design, Kind, Outcome, Says, Standing, Trial, pairs_needed};
use crate::t;

/// Text never runs wider than this.
const WIDEST: u16 = 66;

/// The first row.
pub fn title<'a>(page: &TrialPage, known: &Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let left = Line::styled(t!(look, "trial-title"), look.strong());
    let right = match page.stage(known) {
        Stage::Running(trial, standing) => {
            t!(
                look,
                "trial-far",
                used = standing.used.len(),
                planned = trial.planned()
            )
        }
        Stage::Over(trial, standing, _) if standing.used.len() < trial.planned() => {
            let blocks = standing.used.len() / trial.design.block();
            t!(look, "trial-ended-early", blocks = blocks)
        }
        _ => String::new(),
    };
    (left, Line::styled(right, look.dim()))
}

fn area(grid: &Grid) -> Rect {
    let width = grid.body.width.min(WIDEST);
    Rect {
        x: grid.body.x + (grid.body.width - width) / 2,
        width,
        ..grid.body
    }
}

/// The body.
pub fn draw(page: &TrialPage, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let area = area(grid);
    match page.stage(known) {
        Stage::No(why) => {
            let words = match why {
                NotOffered::Practices(missing) => t!(look, "trial-not-yet", count = missing),
                NotOffered::Pregnant => t!(look, "trial-not-pregnant"),
                NotOffered::LowMood => t!(look, "trial-not-low"),
                NotOffered::RedFlag => t!(look, "trial-not-flag"),
            };
            paragraph(buf, area, area.y + area.height / 4, &words, look.text());
        }
        Stage::Choose => draw_choices(page, known, look, grid, area, buf),
        Stage::Running(trial, standing) => {
            let mut y = area.y + area.height / 8;
            for line in running(&trial, &standing, page, known, look) {
                y = paragraph(buf, area, y, &line, look.text()) + 1;
            }
        }
        Stage::Over(trial, standing, outcomes) => {
            let mut y = area.y;
            for line in results(&trial, &standing, &outcomes, look) {
                y = paragraph(buf, area, y, &line, look.text()) + u16::from(grid.height != Height::Short);
            }
        }
    }
}

/// The row of the first choice: below the consent.
fn choices_y(look: &Look, grid: &Grid, area: Rect) -> u16 {
    let lines = super::frame::wrap(&t!(look, "trial-consent"), area.width).len() as u16;
    match grid.height {
        // On a short screen the choices come first, and the consent has what is left.
        Height::Short => area.y,
        _ => area.y + lines + 1,
    }
}

fn draw_choices(page: &TrialPage, known: &Known, look: &Look, grid: &Grid, area: Rect, buf: &mut Buffer) {
    let short = grid.height == Height::Short;
    let top = choices_y(look, grid, area);
    if !short {
        paragraph(buf, area, area.y, &t!(look, "trial-consent"), look.text());
    }
    let design = match page.design {
        Design::Rest => t!(look, "trial-design-rest"),
        Design::Breathe => t!(look, "trial-design-breathe"),
        Design::Both => t!(look, "trial-design-both"),
    };
    let of_routine = page.routine(known);
    let outcome = page.outcome(known);
    let evenings = page.design.block() * usize::from(page.blocks);
    let rows = [
        (t!(look, "trial-compare"), design),
        (
            t!(look, "trial-routine"),
            of_routine.map(|id| routine(known, look, &id)).unwrap_or_default(),
        ),
        (
            t!(look, "trial-outcome"),
            outcome
                .map(|outcome| evening::measure(look, outcome))
                .unwrap_or_default(),
        ),
        (
            t!(look, "trial-length"),
            t!(
                look,
                "trial-evenings",
                evenings = evenings,
                minutes = page.minutes(known)
            ),
        ),
        (t!(look, "trial-start"), String::new()),
    ];
    let mut y = top;
    for (row, (name, value)) in rows.iter().enumerate() {
        let chosen = row == page.row;
        if chosen {
            put(buf, area.x, y, 1, look.chosen_mark(), look.accent());
        }
        let style = if chosen { look.strong() } else { look.text() };
        if value.is_empty() {
            put(buf, area.x + 2, y, area.width, name, style);
        } else {
            put(buf, area.x + 2, y, 14, name, look.dim());
            put_line(
                buf,
                area.x + 17,
                y,
                area.width - 17,
                &Line::from(Span::styled(value.clone(), style)),
                look,
            );
        }
        y += 1;
    }
    let honest = honest(page, known, look);
    if short {
        paragraph(buf, area, y, &t!(look, "trial-consent"), look.dim());
    } else {
        paragraph(buf, area, y + 1, &honest, look.dim());
    }
}

/// What so many evenings can show, said before the start.
fn honest(page: &TrialPage, known: &Known, look: &Look) -> String {
    let spread = page.spread(known);
    let pairs = page.design.each() * usize::from(page.blocks);
    let needed = pairs_needed(spread);
    let seen = needed.iter().find(|(_, need)| usize::from(*need) <= pairs);
    let evenings = page.design.block() * usize::from(page.blocks);
    let one = usize::from(needed[1].1) * page.design.kinds().len();
    match seen {
        Some((difference, _)) => t!(
            look,
            "trial-honest",
            evenings = evenings,
            points = evening::median(look, Some(*difference)),
            one = one
        ),
        None => t!(look, "trial-honest-little", evenings = evenings, one = one),
    }
}

/// Evenings without both ratings: with pressing, and without.
fn unrated(standing: &Standing) -> (usize, usize) {
    let pressing = standing
        .unrated
        .iter()
        .filter(|kind| **kind == Kind::Practice)
        .count();
    (pressing, standing.unrated.len() - pressing)
}

/// How far it has come. No number that could tell how it goes.
pub fn running(
    trial: &Trial,
    standing: &Standing,
    page: &TrialPage,
    known: &Known,
    look: &Look,
) -> Vec<String> {
    let (pressing, resting) = unrated(standing);
    let mut lines = vec![
        t!(
            look,
            "trial-running",
            routine = routine(known, look, &trial.routine),
            outcome = evening::measure(look, trial.outcome).to_lowercase()
        ),
        t!(look, "trial-next"),
        t!(look, "trial-unrated", practice = pressing, other = resting),
        t!(look, "trial-no-peeking"),
    ];
    if trial.has_gap(standing, known.now.wall) {
        lines.push(t!(look, "trial-gap"));
    }
    if page.ending {
        lines.push(t!(look, "trial-end-sure"));
    }
    lines
}

/// What it says, each kind with the same weight.
pub fn results(trial: &Trial, standing: &Standing, outcomes: &[Outcome], look: &Look) -> Vec<String> {
    let mut lines = Vec::new();
    for outcome in outcomes {
        let other = match outcome.other {
            Kind::Breathe => t!(look, "trial-on-breathing"),
            _ => t!(look, "trial-on-resting"),
        };
        lines.push(said(trial, outcome, &other, look));
        if outcome.says == Says::TooFew {
            let values: Vec<String> = outcome
                .pairs
                .iter()
                .map(|pair| evening::signed(look, *pair))
                .collect();
            lines.push(t!(look, "trial-values", values = values.join("   ")));
        }
        let (press, rest) = (&outcome.later.0, &outcome.later.1);
        if !press.is_empty() && !rest.is_empty() {
            let rated: usize = press.len() + rest.len();
            let mean = |values: &[i32]| values.iter().sum::<i32>() as f64 / values.len() as f64;
            lines.push(t!(
                look,
                "trial-later",
                press = evening::decimal(look, mean(press)),
                rest = evening::decimal(look, mean(rest)),
                count = rated
            ));
        }
    }
    if let Some(outcome) = outcomes.first().filter(|outcome| outcome.says != Says::TooFew) {
        if outcome.summary.is_some_and(|summary| summary.mean.abs() < 1.0) {
            lines.push(t!(look, "trial-small"));
        }
        lines.push(t!(look, "trial-you-knew"));
    }
    if outcomes.len() > 1 {
        lines.push(super::journal::compared(look, outcomes.len()));
    }
    let (pressing, resting) = unrated(standing);
    lines.push(t!(look, "trial-unrated", practice = pressing, other = resting));
    lines.push(t!(look, "trial-afterwards"));
    lines
}

fn said(trial: &Trial, outcome: &Outcome, other: &str, look: &Look) -> String {
    let what = evening::yours(look, trial.outcome);
    let number = |value: f64| evening::decimal(look, value);
    let pairs = outcome.pairs.len();
    let Some((summary, (low, high))) = outcome.summary.and_then(|summary| match summary.interval {
        Interval::Between(low, high) => Some((summary, (low, high))),
        _ => None,
    }) else {
        return t!(look, "trial-too-few", pairs = pairs, other = other);
    };
    let chance = chance(look, outcome.p());
    match outcome.says {
        Says::FellMore => t!(
            look,
            "trial-fell-more",
            what = what,
            mean = number(summary.mean),
            other = other,
            pairs = pairs,
            low = number(low),
            high = number(high),
            chance = chance
        ),
        Says::FellLess => t!(
            look,
            "trial-fell-less",
            what = what,
            mean = number(-summary.mean),
            other = other,
            pairs = pairs,
            low = number(-high),
            high = number(-low),
            chance = chance
        ),
        Says::TooClose => t!(
            look,
            "trial-too-close",
            other = other,
            low = evening::moved(look, low),
            high = evening::moved(look, high)
        ),
        Says::NoLarger(bound) => t!(look, "trial-no-larger", other = other, bound = number(bound)),
        Says::TooFew => t!(look, "trial-too-few", pairs = pairs, other = other),
    }
}

/// "1 in 64", never rarer than 1 in 1000.
fn chance(look: &Look, p: f64) -> String {
    let one_in = (1.0 / p.max(0.001)).round().max(1.0);
    t!(look, "trial-one-in", count = format!("{one_in:.0}"))
}

/// What lies at a cell.
pub fn hit(page: &TrialPage, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    if !matches!(page.stage(known), Stage::Choose) {
        return None;
    }
    let look = Look::new(known);
    let area = area(grid);
    let row = usize::from(position.y.checked_sub(choices_y(&look, grid, area))?);
    (area.contains(position) && row < 5).then_some(Hit::Row(row))
}
