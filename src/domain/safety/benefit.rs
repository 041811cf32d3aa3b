//! DO-06: after some weeks of practice without a benefit, that is said.

use chrono::{Days, NaiveDate};

use super::super::checkin::{CheckIn, Measure};
use super::super::insight::{FEWEST, Interval, Summary, T975, pairs, summarise};
use super::engine::Safety;
use super::rule::Rule;

/// The least change on 0 to 10 that people notice: about 1. Salaffi F, et al. Eur J Pain 2004;8(4):283-291,
/// doi:10.1016/j.ejpain.2003.09.004.
const NOTICED: f64 = 1.0;

impl Safety<'_> {
    /// The rule that says so, if the weeks it looks back over were practised in and changed nothing: the
    /// first rated practice is at least so old, and of everything that was rated often enough before and
    /// after since, nothing was lower afterwards by what people notice or clearly at all.
    pub fn no_benefit(&self, entries: &[CheckIn], today: NaiveDate, t975: T975<'_>) -> Option<&Rule> {
        let rule = self
            .rules
            .rules()
            .iter()
            .find(|rule| rule.bounds.look_back_weeks.is_some())?;
        let days = u64::from(rule.bounds.look_back_weeks?) * 7;
        let since = today.checked_sub_days(Days::new(days))?;
        let rated: Vec<_> = pairs(entries)
            .into_iter()
            .filter(|pair| pair.after.is_some())
            .collect();
        rated.first().filter(|pair| pair.before.day <= since)?;
        let lately: Vec<_> = rated.iter().filter(|pair| pair.before.day >= since).collect();
        let mut measures: Vec<Measure> = Vec::new();
        for (measure, _) in lately.iter().flat_map(|pair| pair.before.answers.numbers()) {
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
        let summaries: Vec<Summary> = measures
            .into_iter()
            .filter_map(|measure| {
                let better = if measure.more_is_better() { -1 } else { 1 };
                let changes: Vec<i32> = lately
                    .iter()
                    .filter_map(|pair| Some(pair.change(measure)? * better))
                    .collect();
                summarise(&changes, t975).filter(|summary| summary.n >= FEWEST)
            })
            .collect();
        (!summaries.is_empty() && !summaries.iter().any(is_benefit)).then_some(rule)
    }
}

/// Lower afterwards by what people notice, or lower beyond doubt.
fn is_benefit(summary: &Summary) -> bool {
    summary.mean >= NOTICED || matches!(summary.interval, Interval::Between(low, _) if low > 0.0)
}
