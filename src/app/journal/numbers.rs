//! What the numbers say of each measure, over all practices or one routine's.

use std::collections::HashSet;

use crate::app::known::Known;
use crate::app::quantile::t975;
use crate::app::trial::is_other_evening;
use crate::domain::checkin::{Measure, PracticeId, Scale, Score};
use crate::domain::insight::{self, Regression, Summary};

/// What the numbers say of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Of what.
    pub measure: Measure,
    /// The changes, oldest first: before minus after.
    pub changes: Vec<i32>,
    /// The same practices as they were rated, before and after.
    pub pairs: Vec<(Score, Score)>,
    /// What they come to; `None` without any.
    pub summary: Option<Summary>,
    /// What the ratings an hour or two later come to.
    pub later: Option<Summary>,
    /// Practices without an answer afterwards.
    pub unrated: usize,
    /// What would be expected anyway, once enough days without a practice say so.
    pub regression: Option<Regression>,
    /// How many comparisons there are: with many, one or two look good by chance.
    pub compared: usize,
}

/// The routines with practices, most often practised first.
pub fn routines(known: &Known) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for practice in &known.diary.pages.practices {
        let Some(routine) = practice.routine.as_ref().filter(|id| !is_other_evening(Some(id))) else {
            continue;
        };
        match counts.iter_mut().find(|(id, _)| id == routine) {
            Some((_, count)) => *count += 1,
            None => counts.push((routine.clone(), 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().map(|(id, _)| id).collect()
}

/// What the numbers say of each measure that was ever rated, most often first; of one routine, or of all.
pub fn findings(known: &Known, routine: Option<&str>) -> Vec<Finding> {
    let pages = &known.diary.pages;
    let of_routine: HashSet<PracticeId> = pages
        .practices
        .iter()
        .filter(|practice| match routine {
            // A trial's resting evenings are no practices.
            None => !is_other_evening(practice.routine.as_deref()),
            routine => practice.routine.as_deref() == routine,
        })
        .map(|practice| practice.id)
        .collect();
    // A practice whose day was not read cannot be told from another: it counts where all do.
    let read: HashSet<PracticeId> = pages.practices.iter().map(|practice| practice.id).collect();
    let series: Vec<insight::Series> = insight::gather(&pages.check_ins, &|id| {
        of_routine.contains(&id) || (routine.is_none() && !read.contains(&id))
    })
    .into_iter()
    // Last night's sleep is not asked again after a practice.
    .filter(|series| series.measure != Measure::Scale(Scale::Sleep))
    .collect();
    let compared = series.len() * (1 + routines(known).len());
    series
        .into_iter()
        .map(|series| Finding {
            measure: series.measure,
            summary: insight::summarise(&series.changes, &t975),
            later: insight::summarise(&series.later, &t975),
            unrated: series.unrated,
            regression: series.regression().filter(Regression::can_be_shown),
            changes: series.changes,
            pairs: series.pairs,
            compared,
        })
        .collect()
}
