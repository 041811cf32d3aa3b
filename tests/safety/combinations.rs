//! Many lives at once: profiles x today's body x routines and points x breath patterns, all the way to the cues.
//!
//! What must never be pressed or breathed is written here by hand, condition by condition, and not asked of
//! the engine: a check made from what it checks is no check.

use std::time::Instant;

use hegu::domain::atlas::{Atlas, PointId};
use hegu::domain::breath::Pace;
use hegu::domain::plan::{Act, Breathe, Half, Item, Plan};
use hegu::domain::point::{Posture, Region, Side};
use hegu::domain::profile::{Answer, Given, Profile, Spot, Today};
use hegu::domain::safety::rule::Asked;
use hegu::domain::safety::{Asking, Change, Cleared, Origin, Refusal, Safety, Verdict, Wish};
use hegu::domain::timeline::Length;
use hegu::domain::words::Words;

/// A small generator of numbers, so that a combination can be told again by its number (Steele GL, et al.
/// "Fast splittable pseudorandom number generators", 2014).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.roll() % count as u64) as usize
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

const LEG: [Region; 5] = [
    Region::Thigh,
    Region::Knee,
    Region::LowerLeg,
    Region::Ankle,
    Region::Foot,
];
const LOW_LEG: [Region; 3] = [Region::LowerLeg, Region::Ankle, Region::Foot];

/// Whether a point on a side must never be pressed in this life, by hand.
fn never(code: &str, region: Region, half: Half, profile: &Profile, today: &Today) -> Option<&'static str> {
    let said = |id: &str| profile.answer(id).counts();
    let here = |given: Option<&Given>, limb: bool| {
        let Some(given) = given.filter(|given| given.answer.counts()) else {
            return false;
        };
        let Some(places) = &given.places else { return true };
        let side = match half {
            Half::Left => Some(Side::Left),
            Half::Right => Some(Side::Right),
            Half::Both | Half::Midline => None,
        };
        places.iter().any(|spot| {
            let same_side = spot.side.is_none() || side.is_none() || spot.side == side;
            let same_limb =
                (LEG.contains(&spot.region) && LEG.contains(&region)) || (arm(spot.region) && arm(region));
            same_side && (spot.region == region || limb && same_limb)
        })
    };
    let profile_at = |id: &str, limb| here(profile.answers.given(id), limb);
    if ["ST9", "LI18", "CV22", "CV1", "GV1"].contains(&code) || region == Region::Throat {
        return Some("never, for anyone");
    }
    if said("WB-01")
        && (["LI4", "SP6", "GB21", "BL60", "BL67"].contains(&code)
            || [Region::Belly, Region::LowBack].contains(&region))
    {
        return Some("pregnant");
    }
    if said("WB-04") && (LEG.contains(&region) || region == Region::Hip) {
        return Some("clot");
    }
    if said("WB-05") && [Region::Back, Region::LowBack, Region::Chest, Region::Flank].contains(&region) {
        return Some("brittle bones");
    }
    if (said("WB-02") || said("WB-03")) && region == Region::Belly {
        return Some("bleeding, belly");
    }
    if said("WB-10") && profile.answer("WB-10.numb") != Answer::No && LOW_LEG.contains(&region) {
        return Some("numb feet");
    }
    if said("WB-14") && [Region::Neck, Region::Back, Region::LowBack].contains(&region) {
        return Some("spine");
    }
    if (said("WB-14") || said("WB-15") || said("PR-08")) && code == "GB20" {
        return Some("GB20");
    }
    for id in ["WB-06", "WB-07", "WB-11"] {
        if profile_at(id, false) {
            return Some("a place of the profile");
        }
    }
    if profile_at("WB-13", true) || (profile_at("WB-12", true) && LEG.contains(&region)) {
        return Some("a limb of the profile");
    }
    for id in [
        "AR-01", "AR-02", "AR-03", "AR-04", "AR-05", "AR-06", "AR-07", "AR-08",
    ] {
        if here(today.answers.given(id), false) {
            return Some("today's body");
        }
    }
    let leg_today = LEG.contains(&region) && here(today.answers.given("RF-09.leg"), true);
    let belly_today = ["AR-12.meal", "AR-12.belly"]
        .iter()
        .any(|id| today.answers.answer(id).counts());
    if leg_today || (region == Region::Belly && belly_today) {
        return Some("today's leg or belly");
    }
    if today.done.sore.get(code).is_some_and(|hours| *hours < 48) {
        return Some("sore");
    }
    None
}

fn arm(region: Region) -> bool {
    [
        Region::UpperArm,
        Region::Elbow,
        Region::Forearm,
        Region::Wrist,
        Region::Hand,
    ]
    .contains(&region)
}

/// What stops everything, by hand.
fn stops(profile: &Profile, today: &Today) -> bool {
    let flag = hegu::shipped().rules.asked(Asked::Flag);
    let flagged = flag.filter(|question| question.id != "RF-20");
    let mut flagged = flagged.map(|question| today.answers.answer(&question.id).counts());
    flagged.any(|yes| yes) || profile.answer("WB-21").counts()
}

/// Who never holds the breath, by hand.
fn no_holds(profile: &Profile, today: &Today) -> bool {
    let said = [
        "WB-01", "WB-08", "WB-09", "WB-15", "WB-18", "WB-19", "WB-20", "BR-01",
    ];
    said.iter().any(|id| profile.answer(id).counts()) || today.answers.answer("BR-02").counts()
}

struct World {
    atlas: &'static Atlas,
    points: Vec<PointId>,
    once: Vec<String>,
    today: Vec<String>,
    flags: Vec<String>,
}

impl World {
    fn new() -> World {
        let content = hegu::shipped();
        let asked = |when| {
            content
                .rules
                .asked(when)
                .map(|question| question.id.to_string())
                .collect()
        };
        World {
            atlas: &content.atlas,
            points: content.atlas.points().map(|(id, _)| id).collect(),
            once: asked(Asked::Once),
            today: asked(Asked::Today),
            flags: asked(Asked::Flag),
        }
    }

    fn given(&self, dice: &mut Dice) -> Given {
        let answer = *dice.of(&[
            Answer::Yes,
            Answer::Yes,
            Answer::NotSure,
            Answer::RatherNot,
            Answer::No,
        ]);
        let sides = [None, Some(Side::Left), Some(Side::Right)];
        let places = (!dice.one_in(3)).then(|| {
            (0..1 + dice.below(3))
                .map(|_| Spot {
                    region: *dice.of(&Region::ALL),
                    side: *dice.of(&sides),
                })
                .collect()
        });
        Given { answer, places }
    }

    fn life(&self, dice: &mut Dice) -> (Profile, Today) {
        let (mut profile, mut today) = (Profile::default(), Today::default());
        for _ in 0..dice.below(4) {
            let id = dice.of(&self.once).clone();
            profile.answers.give(id.clone(), self.given(dice));
            // Most have asked, so that something is left to look at.
            if !dice.one_in(5) {
                profile.set_asked(id, true);
            }
        }
        for _ in 0..dice.below(3) {
            today.answers.give(dice.of(&self.today).clone(), self.given(dice));
        }
        if dice.one_in(25) {
            today.answers.give(dice.of(&self.flags).clone(), self.given(dice));
        }
        if dice.one_in(4) {
            let code = self.atlas.point(*dice.of(&self.points)).code.to_string();
            today.done.sore.insert(code.into(), dice.below(60) as u32);
        }
        (profile, today)
    }

    fn wish(&self, dice: &mut Dice) -> Wish {
        let content = hegu::shipped();
        let routines: Vec<_> = content.routines.all().iter().collect();
        let routine = (!dice.one_in(3)).then(|| *dice.of(&routines));
        let mut plan = routine.map_or_else(Plan::default, |routine| routine.plan.clone());
        if routine.is_none() {
            for _ in 0..1 + dice.below(5) {
                let id = *dice.of(&self.points);
                plan.items.push(Item::of(id, self.atlas.point(id)));
            }
        }
        let pattern = dice.of(&content.patterns);
        plan.items.push(Item {
            act: Act::Breathe(Breathe {
                pattern: pattern.id.clone(),
                rhythm: pattern.rhythm,
                seconds: 60,
                most_breaths: pattern.most_breaths,
                hands: Words::default(),
            }),
            posture: Posture::Sit,
            optional: false,
        });
        Wish {
            plan,
            origin: if routine.is_some() {
                Origin::Offered
            } else {
                Origin::Chosen
            },
            routine: routine.map(|routine| routine.id.clone()),
            uses: routine.map_or_else(Vec::new, |routine| routine.uses.clone()),
            substitutes: routine.is_some_and(|routine| routine.substitutes),
            asking: Asking::Impossible,
        }
    }

    /// Everything that is pressed or breathed in a cleared plan, cue by cue, against the hand-written list.
    fn look(&self, cleared: &Cleared, profile: &Profile, today: &Today) -> Result<usize, String> {
        if stops(profile, today) {
            return Err("a practice on a day that stops everything".to_owned());
        }
        let pace = cleared.pace(Pace::CALM);
        let timeline = match cleared.lay(pace, Length::AsWritten) {
            Ok(timeline) => timeline,
            Err(_) => return Ok(0),
        };
        for segment in &timeline.segments {
            if no_holds(profile, today) && segment.rhythm.has_hold() {
                return Err("a hold".to_owned());
            }
            if today.answers.answer("BR-02").counts() && segment.rhythm.is_paced() {
                return Err("a counted breath".to_owned());
            }
            let Some(press) = segment.item.and_then(|item| cleared.plan().items[item].press()) else {
                continue;
            };
            let point = self.atlas.point(press.point);
            let halves: &[Half] = match segment.half {
                Some(Half::Both) => &[Half::Left, Half::Right],
                Some(ref half) => std::slice::from_ref(half),
                None => &[Half::Midline],
            };
            for half in halves {
                if let Some(why) = never(point.code.as_str(), point.region, *half, profile, today) {
                    return Err(format!("{} {half:?} has a cue: {why}", point.code));
                }
            }
        }
        Ok(timeline.segments.len())
    }

    /// Every removal has a reason, and an alternative where there is one.
    fn changes(&self, safety: &Safety<'_>, changes: &[Change], offered: bool) -> Result<(), String> {
        for change in changes {
            let (Change::LeftOut { reasons, .. }
            | Change::OneSide { reasons, .. }
            | Change::Lighter { reasons, .. }
            | Change::Breath { reasons, .. }) = change;
            if reasons.is_empty() || reasons.iter().any(|one| safety.rules().rule(&one.rule).is_none()) {
                return Err(format!("no reason: {change:?}"));
            }
            let Change::LeftOut {
                point,
                reasons,
                instead: None,
                ..
            } = change
            else {
                continue;
            };
            if reasons.iter().any(|reason| reason.rule == "DO-02") {
                continue;
            }
            let code = self.atlas.point(*point).code.as_str();
            let candidates: Vec<PointId> = match safety.rules().chain(code) {
                Some(chain) => chain.iter().filter_map(|code| self.atlas.by_code(code)).collect(),
                None => {
                    let uses = &self.atlas.point(*point).uses;
                    uses.iter()
                        .flat_map(|use_| self.atlas.serving(&use_.id))
                        .collect()
                }
            };
            let in_plan = |id: PointId| {
                changes.iter().any(
                    |other| matches!(other, Change::LeftOut { instead: Some(taken), .. } if *taken == id),
                )
            };
            let fine = |id: PointId| {
                let ruling = if offered {
                    safety.offering(id, None)
                } else {
                    safety.of(id, None)
                };
                ruling.verdict.lets_through() && id != *point && !in_plan(id)
            };
            if let Some(free) = candidates.into_iter().find(|id| fine(*id)) {
                // It may stand in the plan already; then it is no alternative.
                return Err(format!("{code}: {} would do", self.atlas.point(free).code));
            }
        }
        Ok(())
    }
}

/// One combination; the number of cues looked at.
fn live(world: &World, number: u64) -> Result<usize, String> {
    let mut dice = Dice(number.wrapping_mul(0xD134_2543_DE82_EF95));
    let (profile, today) = world.life(&mut dice);
    let rules = &hegu::shipped().rules;
    let safety = Safety::new(world.atlas, rules, &profile, &today);
    let wish = world.wish(&mut dice);
    let offered = wish.origin == Origin::Offered;
    let in_plan: Vec<PointId> = wish.plan.presses().map(|(_, press)| press.point).collect();
    let free = |changes: &[Change]| -> Vec<Change> {
        // A candidate that is in the plan anyway is no alternative to look for.
        changes
            .iter()
            .filter(|change| match change {
                Change::LeftOut {
                    point, instead: None, ..
                } => {
                    let uses = &world.atlas.point(*point).uses;
                    let chain = rules.chain(world.atlas.point(*point).code.as_str());
                    let mut candidates: Vec<PointId> = match chain {
                        Some(chain) => chain
                            .iter()
                            .filter_map(|code| world.atlas.by_code(code))
                            .collect(),
                        None => uses
                            .iter()
                            .flat_map(|use_| world.atlas.serving(&use_.id))
                            .collect(),
                    };
                    candidates.retain(|id| in_plan.contains(id));
                    candidates.is_empty()
                }
                _ => true,
            })
            .cloned()
            .collect()
    };
    let cues = match safety.clear(wish) {
        Ok(cleared) => {
            world.changes(&safety, &free(cleared.changes()), offered)?;
            world.look(&cleared, &profile, &today)?
        }
        Err(Refusal::NothingLeft { changes } | Refusal::AskFirst { changes, .. }) => {
            world.changes(&safety, &free(&changes), offered)?;
            0
        }
        Err(_) => 0,
    };
    // One condition more is never milder, anywhere one looks.
    let more = dice.of(&world.once).clone();
    if !profile.answer(&more).counts() {
        let mut other = profile.clone();
        other.answers.give(more.clone(), Given::plain(Answer::Yes));
        let stricter = Safety::new(world.atlas, rules, &other, &today);
        for _ in 0..6 {
            let point = *dice.of(&world.points);
            let side = *dice.of(&[None, Some(Side::Left), Some(Side::Right)]);
            let (before, after) = (safety.of(point, side), stricter.of(point, side));
            if after.verdict < before.verdict || after.pressure > before.pressure {
                return Err(format!("{more} makes {} milder", world.atlas.point(point).code));
            }
        }
        let (before, after) = (safety.breathing(), stricter.breathing());
        if before.no_holds && !after.no_holds || stricter.whole().verdict < safety.whole().verdict {
            return Err(format!("{more} makes the whole milder"));
        }
    }
    if safety.whole().verdict < Verdict::NotThisPoint && stops(&profile, &today) {
        return Err("what stops everything does not".to_owned());
    }
    Ok(cues)
}

/// The ordinary run takes a part; `HEGU_COMBINATIONS=100000` (in `just proof`) all.
#[test]
fn nothing_blocked_reaches_a_cue_in_any_combination() {
    let count: u64 = std::env::var("HEGU_COMBINATIONS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(1_000);
    let world = World::new();
    let began = Instant::now();
    let mut cues = 0;
    for number in 0..count {
        match live(&world, number) {
            Ok(more) => cues += more,
            Err(wrong) => panic!("combination {number}: {wrong}"),
        }
    }
    println!(
        "{count} combinations, {cues} stretches of cues, {:?}",
        began.elapsed()
    );
    assert!(cues as u64 > count, "too little was left to look at: {cues}");
}

#[test]
fn the_hand_written_list_finds_what_it_looks_for() {
    let mut pregnant = Profile::default();
    pregnant.answers.give("WB-01", Given::plain(Answer::NotSure));
    let today = Today::default();
    assert!(never("LI4", Region::Hand, Half::Left, &pregnant, &today).is_some());
    assert!(never("LI4", Region::Hand, Half::Left, &Profile::default(), &today).is_none());
    let mut bruised = Today::default();
    bruised
        .answers
        .give("AR-03", Given::yes_at([Spot::on(Region::Hand, Side::Left)]));
    assert!(never("LI4", Region::Hand, Half::Left, &Profile::default(), &bruised).is_some());
    assert!(never("LI4", Region::Hand, Half::Right, &Profile::default(), &bruised).is_none());
}
