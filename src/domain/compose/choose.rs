//! From the atlas to a composed plan: which points there are for a wish, and which were left out and why.

use super::{Candidate, Frame, MOST_USES, Solution, solve, value};
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::evidence::{Direction, Evidence, Pressed};
use crate::domain::plan::{Act, Item, Plan, Press, SideRule, ceiling, serves_together};
use crate::domain::point::{Point, Posture, Region, Side, Sides};
use crate::domain::reach::Hands;
use crate::domain::safety::{Reason, Safety};
use crate::domain::words::Text;

/// What a point is worth by custom alone; every trial with a benefit is worth more.
const TRADITION: u8 = 15;
/// The least a trial with a benefit is worth.
const LEAST_TRIAL: u8 = 18;
/// What a trial as sure or surer that found no difference takes away.
const FOUND_NOTHING: u8 = 15;

/// A use to compose for, and how much it matters: 1 to 3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The use's id.
    pub use_id: Text,
    /// 1 to 3.
    pub weight: u8,
}

/// What a person likes, has learnt, wants never to press, and can reach.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taste<'a> {
    /// Codes of points that are liked.
    pub liked: &'a [String],
    /// Codes of points that were practised before.
    pub practised: &'a [String],
    /// Codes of points that are never to come.
    pub never: &'a [String],
    /// The hands that can be used.
    pub hands: Hands,
}

/// A point that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which.
    pub point: PointId,
    /// For which of the uses, whether a trial stands behind it, and whether it lies near the complaint.
    pub serves: Vec<(Text, bool, Option<bool>)>,
}

/// A point that was not chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub point: PointId,
    /// Why not.
    pub why: WhyNot,
}

/// Why a point was not chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Safety says no, or asks first.
    Safety(Vec<Reason>),
    /// The person never wants it.
    Never,
    /// The hand that can be used does not reach it.
    OutOfReach,
    /// It needs another posture.
    Posture(Posture),
    /// There is no room; it fits from so many minutes, if it ever does.
    NoRoom(Option<u8>),
    /// Another one is the same for this.
    Same(PointId),
}

/// A composed plan, with what led to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Composed {
    /// The plan.
    pub plan: Plan,
    /// Why each point, in the order of the plan.
    pub chosen: Vec<Chosen>,
    /// What was left out, the most valuable first, at most three.
    pub left_out: Vec<LeftOut>,
}

/// No point could be chosen; the most valuable that were left out, at most three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingComposed {
    /// What was left out.
    pub left_out: Vec<LeftOut>,
}

/// How many of those left out are told.
const TOLD: usize = 3;

/// What a point is worth for a use, and whether a trial stands behind it; `None` where nobody names it for
/// that. Computed from the rows its use names, never typed in.
pub fn grade(evidence: &Evidence, point: &Point, use_id: &str) -> Option<(u8, bool)> {
    let named = point.uses.iter().find(|use_| use_.id == use_id)?;
    let found_nothing = evidence
        .trials(point, use_id)
        // A needle at one spot says little about a finger.
        .filter(|row| row.direction == Direction::Same && row.pressed != Pressed::Needle);
    let surest_nothing = found_nothing.map(|row| row.certainty).max();
    let best = named
        .evidence
        .iter()
        .filter_map(|id| evidence.row(id))
        .filter(|row| row.direction == Direction::Better)
        .filter_map(|row| {
            let doubted = surest_nothing.is_some_and(|nothing| nothing >= row.certainty);
            let minus = if doubted { FOUND_NOTHING } else { 0 };
            Some(row.grade()?.saturating_sub(minus).max(LEAST_TRIAL))
        })
        .max();
    Some(best.map_or((TRADITION, false), |grade| (grade, true)))
}

/// The postures a composed plan may ask for at a point: its best one, and lying where what is reached sitting
/// is reached lying as well. Nobody lies on his own fists.
fn postures(point: &Point) -> Vec<Posture> {
    let listed = &point.technique.postures;
    let mut postures: Vec<Posture> = listed.first().copied().into_iter().collect();
    let behind = matches!(point.region, Region::Back | Region::LowBack | Region::Hip);
    if postures == [Posture::Sit] && listed.contains(&Posture::Lie) && !behind {
        postures.push(Posture::Lie);
    }
    postures
}

/// Top of the body first: crown, face, sides of the head, neck, shoulders, arms, trunk, legs.
fn band(point: &Point) -> usize {
    let region = point.region;
    let place = Region::ALL.iter().position(|other| *other == region).unwrap_or(0);
    let count = Region::ALL.len();
    match region {
        Region::Head if point.sides == Sides::Both => Region::Ear as usize,
        region if region.is_leg() => place + 2 * count,
        Region::Chest
        | Region::Flank
        | Region::Belly
        | Region::Back
        | Region::LowBack
        | Region::Hip
        | Region::Perineum => place + count,
        _ => place,
    }
}

/// The sides that may be pressed, or what stands in the way.
fn sides(id: PointId, point: &Point, safety: &Safety<'_>, hands: Hands) -> Result<SideRule, WhyNot> {
    let reasons = |side| safety.against(id, side, true);
    match point.sides {
        Sides::Midline => match reasons(None) {
            none if none.is_empty() => Ok(SideRule::Midline),
            reasons => Err(WhyNot::Safety(reasons)),
        },
        Sides::Both => {
            let (left, right) = (reasons(Some(Side::Left)), reasons(Some(Side::Right)));
            let safe = match (left.is_empty(), right.is_empty()) {
                // Both legs at once leave no hand to lean on: a plan somebody wrote may ask for it, this does not.
                (true, true) if serves_together(point.code.as_str()) && !point.region.is_leg() => {
                    SideRule::Together
                }
                (true, true) => SideRule::Each,
                (true, false) => SideRule::Only(Side::Left),
                (false, true) => SideRule::Only(Side::Right),
                (false, false) => return Err(WhyNot::Safety(left)),
            };
            hands.sides(safe, point.region).ok_or(WhyNot::OutOfReach)
        }
    }
}

/// A point as one may choose it, or why one may not.
struct Found {
    point: PointId,
    candidate: Candidate,
    sides: Result<SideRule, WhyNot>,
    trials: Vec<bool>,
}

/// What the composer reads.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// Points and uses.
    pub atlas: &'a Atlas,
    /// What is known.
    pub evidence: &'a Evidence,
    /// What safety says for this person.
    pub safety: &'a Safety<'a>,
    /// The points that the routines teach.
    pub taught: &'a [PointId],
}

/// Composes a plan, or says what stands in the way.
///
/// A use is served by the points that the routines teach and by those a trial names for it; only where there
/// are none does everything custom names come in: a point met for the first time with closed eyes is found by
/// nobody.
pub fn compose(
    world: &World<'_>,
    wanted: &[Wanted],
    frame: &Frame,
    allowed: &[Posture],
    taste: &Taste<'_>,
) -> Result<Composed, NothingComposed> {
    let wanted = &wanted[..wanted.len().min(MOST_USES)];
    let weights: Vec<i32> = wanted
        .iter()
        .map(|one| i32::from(one.weight.clamp(1, 3)))
        .collect();
    let found = find(world, wanted, taste);
    let free: Vec<Candidate> = found
        .iter()
        .filter(|one| one.sides.is_ok())
        .map(|one| one.candidate.clone())
        .collect();
    let solution = solve(&free, &weights, allowed, frame);
    let picked: Vec<PointId> = solution
        .iter()
        .flat_map(|solution| &solution.picks)
        .map(|(index, _)| free[*index].point)
        .collect();

    let mut others: Vec<&Found> = found.iter().filter(|one| !picked.contains(&one.point)).collect();
    others.sort_by_key(|one| std::cmp::Reverse(value(&one.candidate, &weights, frame)));
    let left_out = others
        .into_iter()
        .take(TOLD)
        .map(|one| LeftOut {
            point: one.point,
            why: match &one.sides {
                Err(why) => why.clone(),
                Ok(_) => why_not(&one.candidate, &picked, &free, &weights, allowed, frame),
            },
        })
        .collect();
    let Some(solution) = solution else {
        return Err(NothingComposed { left_out });
    };
    let by_point = |point: PointId| found.iter().find(|one| one.point == point);
    Ok(Composed {
        plan: plan(world.atlas, &solution, &free, &found, frame),
        chosen: picked
            .iter()
            .filter_map(|point| by_point(*point))
            .map(|one| Chosen {
                point: one.point,
                serves: (0..wanted.len())
                    .filter(|index| one.candidate.grades[*index] > 0)
                    .map(|index| {
                        let use_id = wanted[index].use_id.clone();
                        (use_id, one.trials[index], one.candidate.near[index])
                    })
                    .collect(),
            })
            .collect(),
        left_out,
    })
}

fn find(world: &World<'_>, wanted: &[Wanted], taste: &Taste<'_>) -> Vec<Found> {
    let World {
        atlas,
        evidence,
        safety,
        taught,
    } = *world;
    let among = |list: &[String], point: &Point| list.iter().any(|code| code == point.code.as_str());
    let is_taught = |id: PointId, point: &Point| taught.contains(&id) || among(taste.liked, point);
    // Uses that nothing taught serves are served by everything.
    let open: Vec<bool> = wanted
        .iter()
        .map(|one| {
            !atlas
                .serving(&one.use_id)
                .any(|id| atlas.point(id).pressable && is_taught(id, atlas.point(id)))
        })
        .collect();
    let mut found: Vec<Found> = atlas
        .points()
        .filter(|(_, point)| point.pressable)
        .filter_map(|(id, point)| {
            let grades: Vec<Option<(u8, bool)>> = wanted
                .iter()
                .zip(&open)
                .map(|(one, open)| {
                    grade(evidence, point, &one.use_id)
                        .filter(|(_, trial)| *trial || *open || is_taught(id, point))
                })
                .collect();
            if grades.iter().all(Option::is_none) {
                return None;
            }
            let near = wanted.iter().map(|one| {
                let regions = &atlas.use_text(&one.use_id)?.near;
                (!regions.is_empty()).then(|| regions.contains(&point.region))
            });
            let mut sides = sides(id, point, safety, taste.hands);
            if among(taste.never, point) {
                sides = Err(WhyNot::Never);
            }
            let ruling = safety.offering(id, None);
            Some(Found {
                point: id,
                candidate: Candidate {
                    point: id,
                    grades: grades
                        .iter()
                        .map(|grade| grade.map_or(0, |(worth, _)| worth))
                        .collect(),
                    near: near.collect(),
                    postures: postures(point),
                    sides: sides.as_ref().map_or(1, |sides| sides.cost()),
                    longest: longest(point),
                    light: ruling.light,
                    awkward: matches!(point.region, Region::Back | Region::LowBack),
                    liked: among(taste.liked, point),
                    known: among(taste.practised, point),
                },
                sides,
                trials: grades
                    .iter()
                    .map(|grade| grade.is_some_and(|(_, trial)| trial))
                    .collect(),
            })
        })
        .collect();
    found.sort_by_key(|one| (band(atlas.point(one.point)), one.point));
    found
}

/// The longest a composed plan stays on one side, seconds: three minutes, the most any source names for a
/// point by itself; longer only where the point's own bound is about a single minute or about ten.
fn longest(point: &Point) -> u16 {
    let bound = ceiling(point.code.as_str(), point.region);
    if point.code.as_str() == "EX-HN3" {
        300
    } else {
        bound.min(180)
    }
}

fn why_not(
    candidate: &Candidate,
    picked: &[PointId],
    free: &[Candidate],
    weights: &[i32],
    allowed: &[Posture],
    frame: &Frame,
) -> WhyNot {
    if !candidate.postures.iter().any(|posture| allowed.contains(posture)) {
        return WhyNot::Posture(candidate.postures[0]);
    }
    let like = free.iter().find(|other| {
        picked.contains(&other.point) && other.grades == candidate.grades && other.near == candidate.near
    });
    // With more time, and nothing else changed.
    let minutes = (frame.time / 60_000) as u8;
    let from = (minutes + 1..=30).find(|minutes| {
        let longer = Frame {
            time: u64::from(*minutes) * 60_000,
            ..*frame
        };
        solve(free, weights, allowed, &longer).is_some_and(|found| {
            found
                .picks
                .iter()
                .any(|(index, _)| free[*index].point == candidate.point)
        })
    });
    match (like, from) {
        (Some(like), None) => WhyNot::Same(like.point),
        (_, from) => WhyNot::NoRoom(from),
    }
}

fn plan(atlas: &Atlas, solution: &Solution, free: &[Candidate], found: &[Found], frame: &Frame) -> Plan {
    let items = solution.picks.iter().filter_map(|(index, posture)| {
        let id = free[*index].point;
        let point = atlas.point(id);
        let one = found.iter().find(|one| one.point == id)?;
        let sides = one.sides.clone().ok()?;
        let longest = one.candidate.longest;
        Some(Item {
            act: Act::Press(Press {
                sides,
                seconds: frame.wish(longest),
                repeats: 1,
                ceiling: longest.min(ceiling(point.code.as_str(), point.region)),
                ..Press::of(id, point)
            }),
            posture: *posture,
            optional: false,
        })
    });
    Plan {
        items: items.collect(),
    }
}
