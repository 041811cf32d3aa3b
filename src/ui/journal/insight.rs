//! What the numbers say: a sentence first, then every single practice, then the doubt at the same size.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::{WIDEST, becomes, draw_words, routine};
use crate::app::Known;
use crate::app::journal::{Finding, findings, routines};
use crate::domain::insight::{Interval, Stage, Summary};
use crate::t;
use crate::ui::checkin::mark;
use crate::ui::evening;
use crate::ui::frame::{put, rule, wrap};
use crate::ui::layout::{Grid, Width};
use crate::ui::look::Look;

/// What it is about, and how many practices.
pub fn title(measure: usize, at_routine: usize, known: &Known, look: &Look) -> (String, String) {
    let routines = routines(known);
    let id = at_routine.checked_sub(1).and_then(|at| routines.get(at));
    let findings = findings(known, id.map(String::as_str));
    let Some(finding) = findings.get(measure) else {
        return (String::new(), String::new());
    };
    let mut what = evening::measure(look, finding.measure);
    if let Some(id) = id {
        what = format!("{what}, {}", routine(known, look, id));
    }
    let mut right = t!(look, "insight-practices", count = finding.changes.len());
    if finding
        .summary
        .is_some_and(|summary| summary.stage == Stage::Early)
    {
        right = format!("{right}, {}", t!(look, "insight-early"));
    }
    (what, right)
}

/// The body.
pub fn draw(
    measure: usize,
    routine: Option<&str>,
    scroll: usize,
    known: &Known,
    look: &Look,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let findings = findings(known, routine);
    match findings.get(measure) {
        Some(finding) if finding.summary.is_some() || finding.unrated > 0 => {
            draw_finding(finding, scroll, known, look, grid, buf);
        }
        _ => draw_words(&t!(look, "insight-nothing"), look, grid, buf),
    }
}

fn draw_finding(finding: &Finding, scroll: usize, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let body = Rect {
        width: grid.body.width.min(WIDEST + 12),
        ..grid.body
    };
    let rows: Vec<(String, bool)> = sentences(look, finding, known)
        .into_iter()
        .flat_map(|(text, strong)| wrap(&text, body.width).into_iter().map(move |row| (row, strong)))
        .collect();
    let height = usize::from(body.height);
    let first = scroll.min(rows.len().saturating_sub(height));
    let mut y = body.y;
    for (row, strong) in rows.iter().skip(first).take(height) {
        let style = if *strong { look.text() } else { look.dim() };
        put(buf, body.x, y, body.width, row, style);
        y += 1;
    }
    let room = body.bottom().saturating_sub(y + 1);
    if !finding.changes.is_empty() && room >= 6 && grid.width != Width::Small {
        draw_dots(
            finding,
            look,
            Rect {
                y: y + 1,
                height: room,
                ..body
            },
            buf,
        );
    }
}

/// The claim and the doubt, at the same size; the claim first, because the doubt is about it.
pub fn sentences(look: &Look, finding: &Finding, known: &Known) -> Vec<(String, bool)> {
    let what = evening::yours(look, finding.measure);
    let Some(summary) = &finding.summary else {
        let unrated = t!(
            look,
            "insight-unrated",
            count = finding.unrated,
            all = finding.unrated
        );
        return vec![(t!(look, "insight-nothing"), true), (unrated, true)];
    };
    let mut lines = vec![(claim(look, finding, summary, &what), true)];
    lines.extend(no_benefit(look, known).map(|said| (said, true)));
    if summary.stage == Stage::TooFew {
        let pairs = finding.pairs.iter();
        let pairs: Vec<String> = pairs
            .map(|(before, after)| becomes(look, before.value(), Some(after.value())))
            .collect();
        lines.push((
            format!("{}: {}", t!(look, "insight-changes"), pairs.join("   ")),
            true,
        ));
    }
    // The reasons for doubt stand right after the claim: on a short screen they are the last to go.
    if summary.stage != Stage::TooFew {
        lines.push((t!(look, "insight-doubt"), true));
        lines.push((t!(look, "insight-passes"), true));
    }
    if let Some(regression) = &finding.regression {
        let drop = evening::moved(look, regression.expected_drop);
        let words = t!(look, "insight-regression", drop = drop, pairs = regression.pairs);
        lines.push((words, true));
    }
    let counts = t!(
        look,
        "insight-counts",
        lower = summary.lower,
        same = summary.same,
        higher = summary.higher,
        median = evening::moved(look, summary.median)
    );
    lines.push((counts, true));
    if finding.unrated > 0 {
        let all = finding.unrated + summary.n;
        lines.push((
            t!(look, "insight-unrated", count = finding.unrated, all = all),
            true,
        ));
    }
    if summary.stage == Stage::TooFew {
        return lines;
    }
    if summary.stage == Stage::Early {
        lines.push((t!(look, "insight-may-change"), true));
    }
    if summary.mean.abs() < 1.0 {
        lines.push((t!(look, "insight-small"), true));
    }
    if let Some(later) = &finding.later {
        let words = match later.stage {
            Stage::TooFew => t!(look, "insight-later-few", count = later.n),
            _ => t!(
                look,
                "insight-later",
                count = later.n,
                mean = evening::moved(look, later.mean)
            ),
        };
        lines.push((words, true));
    }
    lines.push((compared(look, finding.compared), false));
    lines
}

/// DO-06: after some weeks that changed nothing this is said plainly, wherever the numbers are.
pub fn no_benefit(look: &Look, known: &Known) -> Option<String> {
    let rule = known.no_benefit()?;
    let (reason, instead) = (rule.reason.get(look.lang), rule.instead.get(look.lang));
    Some(format!("! {reason} {instead}"))
}

/// How many comparisons there are, and how many of them chance alone would make look good: a 95 % interval
/// misses one time in twenty.
pub fn compared(look: &Look, count: usize) -> String {
    let chance = count.div_ceil(20);
    t!(look, "insight-compared", count = count, chance = chance)
}

fn claim(look: &Look, finding: &Finding, summary: &Summary, what: &str) -> String {
    let number = |value: f64| evening::decimal(look, value);
    let count = finding.changes.len();
    match summary.interval {
        Interval::TooFew => {
            let practices = t!(look, "insight-practices", count = count);
            t!(look, "insight-too-few", count = practices)
        }
        Interval::AllTheSame => {
            t!(
                look,
                "insight-all-same",
                count = count,
                what = what,
                mean = evening::moved(look, summary.mean)
            )
        }
        Interval::TooAlike => {
            t!(
                look,
                "insight-too-alike",
                count = count,
                what = what,
                median = evening::moved(look, summary.median)
            )
        }
        Interval::Between(low, high) if low > 0.0 => t!(
            look,
            "insight-mean-lower",
            count = count,
            what = what,
            mean = number(summary.mean),
            low = number(low),
            high = number(high)
        ),
        Interval::Between(low, high) if high < 0.0 => t!(
            look,
            "insight-mean-higher",
            count = count,
            what = what,
            mean = number(-summary.mean),
            low = number(-high),
            high = number(-low)
        ),
        Interval::Between(low, high) => {
            let mean = evening::moved(look, summary.mean);
            t!(
                look,
                "insight-unclear",
                count = count,
                what = what,
                mean = mean,
                low = number(low),
                high = number(high)
            )
        }
    }
}

/// Every practice as one `o` above its change, lower on the left; the interval as a bar with its mean.
fn draw_dots(finding: &Finding, look: &Look, area: Rect, buf: &mut Buffer) {
    let reach = finding
        .changes
        .iter()
        .map(|d| d.unsigned_abs())
        .max()
        .unwrap_or(0)
        .max(3) as i32;
    let step = (i32::from(area.width) - 2) / (2 * reach + 1);
    let step = step.clamp(2, 6);
    let middle = i32::from(area.x) + reach * step;
    let x = |change: f64| (f64::from(middle) - change * f64::from(step)).round() as u16;
    let most = area.height.saturating_sub(3);
    let base = area.y + most;
    for change in -reach..=reach {
        let count = finding.changes.iter().filter(|d| **d == change).count() as u16;
        for level in 0..count.min(most) {
            put(buf, x(f64::from(change)), base - 1 - level, 1, "o", look.text());
        }
        if count > most {
            // More than there is room for is said, not cut off.
            put(
                buf,
                x(f64::from(change)),
                base - most,
                3,
                &count.to_string(),
                look.dim(),
            );
        }
        put(
            buf,
            x(f64::from(change)),
            base + 1,
            2,
            &change.unsigned_abs().to_string(),
            look.dim(),
        );
    }
    let axis = Rect::new(area.x, base, (2 * reach * step + 1) as u16, 1);
    rule(look, axis, base, buf);
    if let Some(summary) = &finding.summary {
        if let Interval::Between(low, high) = summary.interval {
            let (_, bar) = look.bar();
            for cell in x(high).max(axis.x)..=x(low).min(axis.right() - 1) {
                put(buf, cell, base, 1, bar, look.accent());
            }
        }
        if summary.stage != Stage::TooFew {
            put(buf, x(summary.mean), base, 1, mark(look), look.accent());
        }
    }
    let (lower, higher) = (
        t!(look, "journal-lower", by = ""),
        t!(look, "journal-higher", by = ""),
    );
    let same = t!(look, "journal-unchanged");
    put(buf, axis.x, base + 2, axis.width, lower.trim(), look.dim());
    let higher = higher.trim();
    put(
        buf,
        axis.right().saturating_sub(higher.width() as u16),
        base + 2,
        axis.width,
        higher,
        look.dim(),
    );
    put(
        buf,
        (middle as u16).saturating_sub(same.width() as u16 / 2),
        base + 2,
        axis.width,
        &same,
        look.dim(),
    );
}
