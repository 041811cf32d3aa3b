//! Today: what an evening may begin with. The check-in, a point to meet, and what was done lately.

use chrono::Datelike;

use super::action::{Action, Hint, HintWord};
use super::card::Card;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::preview::Preview;
use super::rows;
use super::sight::Sight;
use crate::domain::atlas::PointId;
use crate::domain::safety::Verdict;

/// How many things done lately are listed.
const LATELY: usize = 4;

/// Why a routine or a point is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It is a favourite.
    Liked,
    /// It was practised lately.
    Lately,
}

/// A line that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The evening check-in; whether it was done today.
    CheckIn(bool),
    /// The point of the day.
    PointOfTheDay(PointId),
    /// A routine, by its place in the list.
    Routine(Because, usize),
    /// A point.
    Point(Because, PointId),
}

impl Row {
    /// The same done lately: what is liked is not listed twice.
    fn lately(self) -> Option<Row> {
        match self {
            Row::Routine(_, row) => Some(Row::Routine(Because::Lately, row)),
            Row::Point(_, id) => Some(Row::Point(Because::Lately, id)),
            Row::CheckIn(_) | Row::PointOfTheDay(_) => None,
        }
    }
}

/// The screen's state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evening {
    /// The chosen row.
    pub row: usize,
}

impl Evening {
    /// What can be chosen.
    pub fn rows(&self, known: &Known) -> Vec<Row> {
        let done = known.diary.day(known.today_is()).next().is_some();
        let mut rows = vec![Row::CheckIn(done)];
        rows.extend(point_of_the_day(known).map(Row::PointOfTheDay));
        rows.extend(favourites(known));
        let liked: Vec<Row> = rows.iter().filter_map(|row| row.lately()).collect();
        rows.extend(lately(known).into_iter().filter(|row| !liked.contains(row)));
        rows
    }

    /// The point of the chosen row.
    fn point(&self, known: &Known) -> Option<PointId> {
        match self.rows(known).get(self.row)? {
            Row::PointOfTheDay(id) | Row::Point(_, id) => Some(*id),
            Row::CheckIn(_) | Row::Routine(..) => None,
        }
    }

    /// The point the screen is about.
    pub fn sight(&self, known: &Known) -> Option<Sight> {
        self.point(known).map(Sight::of)
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let last = self.rows(known).len().saturating_sub(1);
        if let Some(row) = rows::stepped(action, self.row, last) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Open => self.open(known),
            // Space is practising where there is something to practise; elsewhere it opens, like enter.
            Action::Go if self.point(known).is_none() => self.open(known),
            _ => Intent::Pass,
        }
    }

    fn open(&self, known: &Known) -> Intent {
        match self.rows(known).get(self.row) {
            Some(Row::CheckIn(_)) => Intent::Act(Action::CheckIn),
            Some(Row::PointOfTheDay(id) | Row::Point(_, id)) => {
                let card = Card::of(*id, &known.content.atlas);
                Intent::open(Screen::Card(card))
            }
            Some(Row::Routine(_, row)) => match known.routines.all().get(*row) {
                Some(routine) => {
                    let preview = Preview::of_routine(routine);
                    Intent::preview(preview)
                }
                None => Intent::Stay,
            },
            None => Intent::Stay,
        }
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        let meant = rows::pointed(pointer, hit, &mut self.row, Action::Open);
        meant.map_or(Intent::Stay, |action| self.act(action, known))
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let mut hints = vec![
            Hint::pair(Action::Up, Action::Down, HintWord::Choose),
            Hint::own(Action::Open),
        ];
        if self.point(known).is_some() {
            hints.push(Hint::say(Action::Go, HintWord::Practise));
            hints.push(Hint::own(Action::FindSpot));
        }
        hints.extend([Hint::own(Action::CheckIn), Hint::own(Action::Atlas)]);
        hints
    }
}

/// A point to meet today: one of those with a name in many books, pressable and fine for this person, the
/// same all day and another tomorrow. `None` when nothing in the atlas suits.
pub fn point_of_the_day(known: &Known) -> Option<PointId> {
    let atlas = &known.content.atlas;
    // Points that serve at least three uses are those a person meets again; the rest are for a walk.
    let known_well: Vec<PointId> = atlas
        .points()
        .filter(|(_, point)| point.pressable && point.uses.len() >= 3)
        // Nobody has to have said that they are not pregnant before a point is held out to them.
        .filter(|(_, point)| {
            !point
                .cautions
                .iter()
                .any(|caution| caution.rule.starts_with("PR-"))
        })
        .map(|(id, _)| id)
        .collect();
    let count = known_well.len();
    let day = known.today_is().num_days_from_ce() as usize;
    // A step that shares no divisor with the count visits every point once before any comes again; about
    // 0.618 of the way round puts neighbours in the atlas far apart in time.
    let step = (1..=count)
        .map(|step| (count * 618 / 1000 + step) % count.max(1))
        .find(|step| divisor(*step, count) == 1)
        .unwrap_or(1);
    (0..count)
        .map(|later| known_well[((day + later) * step) % count])
        .find(|id| known.safety().card(*id).verdict == Verdict::Fine)
}

fn divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { divisor(b, a % b) }
}

/// What the person marked as a favourite: routines, then points, each in its own order.
fn favourites(known: &Known) -> Vec<Row> {
    let routines = known.routines.all().iter().enumerate();
    let routines = routines
        .filter(|(_, routine)| known.likes_routine(&routine.id))
        .map(|(row, _)| Row::Routine(Because::Liked, row));
    let points = known.content.atlas.points();
    let points = points
        .filter(|(id, _)| known.likes(*id))
        .map(|(id, _)| Row::Point(Because::Liked, id));
    routines.chain(points).collect()
}

/// What was practised lately, the last first, each once.
fn lately(known: &Known) -> Vec<Row> {
    let mut rows = Vec::new();
    for practice in known.diary.pages.practices.iter().rev() {
        let row = match &practice.routine {
            Some(id) => known
                .routines
                .all()
                .iter()
                .position(|routine| routine.id == *id)
                .map(|row| Row::Routine(Because::Lately, row)),
            None => practice
                .done
                .first()
                .and_then(|line| known.content.atlas.by_code(&line.point))
                .map(|id| Row::Point(Because::Lately, id)),
        };
        if let Some(row) = row
            && !rows.contains(&row)
        {
            rows.push(row);
        }
        if rows.len() == LATELY {
            break;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn on_day(day: i64) -> Known {
        let mut known = Known::at("2026-11-22T20:00:00+01:00");
        known.now.wall += chrono::TimeDelta::days(day);
        known
    }

    #[test]
    fn the_point_of_the_day_is_another_every_day_and_none_comes_twice_in_a_month() {
        let points: Vec<PointId> = (0..30)
            .map(|day| point_of_the_day(&on_day(day)).expect("a point"))
            .collect();
        let different: BTreeSet<_> = points.iter().collect();
        assert_eq!(different.len(), 30, "{points:?}");
    }

    #[test]
    fn favourites_stand_on_today_and_go_again() {
        let mut known = on_day(0);
        let li4 = known.content.atlas.by_code("LI4").expect("LI4");
        let liked = |known: &Known| {
            let rows = Evening::default().rows(known);
            let liked = rows.into_iter().filter(|row| {
                matches!(
                    row,
                    Row::Routine(Because::Liked, _) | Row::Point(Because::Liked, _)
                )
            });
            liked.collect::<Vec<_>>()
        };
        assert_eq!(liked(&known), []);
        known.toggle_favourite(li4);
        known.toggle_favourite_routine("evening-unwind");
        let routines = known.routines.all();
        let row = routines
            .iter()
            .position(|routine| routine.id == "evening-unwind")
            .expect("there");
        assert_eq!(
            liked(&known),
            [Row::Routine(Because::Liked, row), Row::Point(Because::Liked, li4)]
        );
        known.toggle_favourite(li4);
        assert_eq!(liked(&known), [Row::Routine(Because::Liked, row)]);
    }

    #[test]
    fn the_point_of_the_day_is_fine_for_the_person() {
        for day in 0..60 {
            let known = on_day(day);
            let point = point_of_the_day(&known).expect("a point");
            assert_eq!(known.safety().card(point).verdict, Verdict::Fine);
            let cautions = &known.content.atlas.point(point).cautions;
            assert!(cautions.iter().all(|caution| !caution.rule.starts_with("PR-")));
        }
    }
}
