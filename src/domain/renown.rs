//! How well known a point is for a use: the order of lists, from data.

use super::atlas::PointId;
use super::evidence::Evidence;
use super::plan::{Act, Plan};
use super::point::{Basis, Category, Point, Reach};
use super::routine::Routines;
use super::words::Text;

/// How well known a point is for a use it has; `None` for one it has not. What was tested for it and what
/// is most in use come first: a trial of this very use, a row of the evidence that names the point for it, a
/// command point, a place in the shipped routines for it and for other things. After that the earlier the
/// point names the use, and the nearer it lies. A choice of ours, computed from data and never typed in.
pub fn renown(
    id: PointId,
    point: &Point,
    use_id: &str,
    evidence: &Evidence,
    routines: &Routines,
) -> Option<f32> {
    let at = point.uses.iter().position(|use_| use_.id == use_id)?;
    let use_ = &point.uses[at];
    let code = point.code.as_str();
    let rows = || {
        let names = |codes: &[Text]| codes.iter().any(|named| named == code);
        evidence.rows().iter().filter(move |row| names(&row.points))
    };
    let in_routines = || {
        let shipped = routines.all().iter().filter(|routine| !routine.own);
        shipped.filter(|routine| presses(&routine.plan, id))
    };
    let mut known: f32 = 0.35;
    if use_.basis == Basis::Trial {
        known += 0.2;
    }
    if rows().any(|row| row.use_id.as_deref() == Some(use_id)) {
        known += 0.15;
    }
    if point.categories.contains(&Category::Command) {
        known += 0.1;
    }
    if in_routines().any(|routine| routine.uses.iter().any(|id| id == use_id)) {
        known += 0.15;
    }
    known += 0.03 * in_routines().count().min(4) as f32;
    known -= 0.04 * at.min(6) as f32;
    if use_.reach == Reach::Local {
        known += 0.02;
    }
    Some(known.clamp(0.05, 1.0))
}

fn presses(plan: &Plan, id: PointId) -> bool {
    let mut items = plan.items.iter();
    items.any(|item| matches!(&item.act, Act::Press(press) if press.point == id))
}
