//! Many lives at once: profiles x today's body x routines and points x breath patterns, all the way to the cues.
//!
//! What must never be pressed or breathed is written here by hand, condition by condition, and not asked of
//! the engine: a check made from what it checks is no check.

use std::collections::HashMap;
use std::time::Instant;

use hegu::domain::atlas::{Atlas, PointId};
use hegu::domain::breath::Pace;
use hegu::domain::plan::{Act, Breathe, Half, Item, Plan};
use hegu::domain::point::{Point, Posture, Region, Side};
use hegu::domain::profile::{Answer, Given, Profile, Spot, Today};
use hegu::domain::safety::rule::Asked;
use hegu::domain::safety::{Asking, Change, Cleared, Origin, Refusal, Safety, Verdict, Wish};
use hegu::domain::timeline::Length;
use hegu::domain::words::{Text, Words};

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
    if said("WB-05") && ["GV14", "GV15", "GV16"].contains(&code) {
        return Some("brittle bones, neck");
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
    // A recent operation on eye, chest or belly, said once or today; and what may be an aneurysm.
    let operated = |given: Option<&Given>| {
        let near = [Region::Face, Region::Chest, Region::Belly];
        given.filter(|given| given.answer.counts()).is_some_and(|given| {
            let places = given.places.as_ref();
            places.is_none_or(|places| places.iter().any(|spot| near.contains(&spot.region)))
        })
    };
    said.iter().any(|id| profile.answer(id).counts())
        || ["BR-02", "AR-12.belly"]
            .iter()
            .any(|id| today.answers.answer(id).counts())
        || operated(profile.answers.given("WB-06"))
        || operated(today.answers.given("AR-04"))
}

struct World {
    atlas: &'static Atlas,
    points: Vec<PointId>,
    once: Vec<String>,
    today: Vec<String>,
    flags: Vec<String>,
    /// For each code the points that are pressed and serve one of its uses, without itself.
    kin: HashMap<String, Vec<PointId>>,
}

fn kin(atlas: &Atlas) -> HashMap<String, Vec<PointId>> {
    let shares = |one: &Point, two: &Point| {
        let of_two = |id: &Text| two.uses.iter().any(|use_| use_.id == *id);
        one.code != two.code && two.pressable && one.uses.iter().any(|use_| of_two(&use_.id))
    };
    let serving = |point: &Point| {
        let others = atlas.points().filter(|(_, other)| shares(point, other));
        others.map(|(id, _)| id).collect()
    };
    atlas
        .points()
        .map(|(_, point)| (point.code.to_string(), serving(point)))
        .collect()
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
            kin: kin(&content.atlas),
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
    ///
    /// What could stand in is searched for here by brute force through the whole atlas, not in the engine's
    /// order: a point that is pressed at all, serves a use of the point left out, is not forbidden on either
    /// side by the list written by hand above, and has no rule against it. If there is one the removal must
    /// name one, unless the plan holds one already, which counts exactly when such a point, or a safe point
    /// of the chain written for the one left out, was wished for in the same plan or has come in for another
    /// removal of it. Where an empty chain is written (CV12, ST25, BL23: pressed for what lies beneath
    /// them) nothing is looked for, and what DO-02 cuts off at the end wants rest and no other point.
    fn changes(&self, life: &Life<'_>, changes: &[Change]) -> Result<(), String> {
        let mut held = life.wished.clone();
        held.extend(changes.iter().filter_map(|change| match change {
            Change::LeftOut {
                instead,
                replaced: true,
                ..
            } => *instead,
            _ => None,
        }));
        for change in changes {
            let (Change::LeftOut { reasons, .. }
            | Change::OneSide { reasons, .. }
            | Change::Lighter { reasons, .. }
            | Change::Breath { reasons, .. }) = change;
            let rules = life.safety.rules();
            if reasons.is_empty() || reasons.iter().any(|one| rules.rule(&one.rule).is_none()) {
                return Err(format!("no reason: {change:?}"));
            }
            let Change::LeftOut {
                point,
                reasons,
                instead,
                ..
            } = change
            else {
                continue;
            };
            let code = self.atlas.point(*point).code.as_str();
            let kin = &self.kin[code];
            let chain: Option<Vec<PointId>> = rules
                .chain(code)
                .map(|chain| chain.iter().filter_map(|code| self.atlas.by_code(code)).collect());
            if let Some(instead) = instead {
                let other = self.atlas.point(*instead).code.as_str();
                if !self.is_safe(*instead, life) {
                    return Err(format!("{other} is no better than {code}"));
                }
                let serves = kin.contains(instead) || chain.is_some_and(|chain| chain.contains(instead));
                if !serves || life.wished.contains(instead) {
                    return Err(format!("{other} does not stand in for {code}"));
                }
                continue;
            }
            if reasons.iter().any(|reason| reason.rule == "DO-02")
                || chain.as_ref().is_some_and(Vec::is_empty)
            {
                continue;
            }
            let mut in_the_plan = held.iter().filter(|id| {
                **id != *point && (kin.contains(id) || chain.as_ref().is_some_and(|chain| chain.contains(id)))
            });
            if in_the_plan.any(|id| self.is_safe(*id, life)) {
                continue;
            }
            if let Some(free) = kin.iter().find(|id| self.is_safe(**id, life)) {
                let free = &self.atlas.point(*free).code;
                return Err(format!("{code}: {free} would do, and nothing is named"));
            }
        }
        Ok(())
    }

    /// Whether a point may be pressed on either side in this life.
    fn is_safe(&self, id: PointId, life: &Life<'_>) -> bool {
        let point = self.atlas.point(id);
        let code = point.code.as_str();
        let forbidden = [Half::Left, Half::Right]
            .iter()
            .any(|half| never(code, point.region, *half, life.profile, life.today).is_some());
        point.pressable && !forbidden && life.safety.against(id, None, life.offered).is_empty()
    }
}

/// A person, a day, and what was wished for.
struct Life<'a> {
    profile: &'a Profile,
    today: &'a Today,
    safety: Safety<'a>,
    wished: Vec<PointId>,
    offered: bool,
}

/// One combination; the number of cues looked at.
fn live(world: &World, number: u64) -> Result<usize, String> {
    let mut dice = Dice(number.wrapping_mul(0xD134_2543_DE82_EF95));
    let (profile, today) = world.life(&mut dice);
    let rules = &hegu::shipped().rules;
    let safety = Safety::new(world.atlas, rules, &profile, &today);
    let wish = world.wish(&mut dice);
    let life = Life {
        profile: &profile,
        today: &today,
        safety: safety.clone(),
        wished: wish.plan.presses().map(|(_, press)| press.point).collect(),
        offered: wish.origin == Origin::Offered,
    };
    let cues = match safety.clear(wish) {
        Ok(cleared) => {
            world.changes(&life, cleared.changes())?;
            world.look(&cleared, &profile, &today)?
        }
        Err(Refusal::NothingLeft { changes } | Refusal::AskFirst { changes, .. }) => {
            world.changes(&life, &changes)?;
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

/// Whether the side of a point is out of the question, chosen by oneself or offered.
fn is_out(safety: &Safety<'_>, point: PointId, half: Half, offered: bool) -> bool {
    let side = match half {
        Half::Left => Some(Side::Left),
        Half::Right => Some(Side::Right),
        Half::Both | Half::Midline => None,
    };
    let whole = safety.whole().verdict >= Verdict::NotThisPoint;
    let out = safety.keeps_out(point, side, offered);
    // The quick word and the reasons say the same.
    assert_eq!(out, !safety.against(point, side, offered).is_empty());
    whole || out
}

/// A hundred thousand combinations of a life, a day, a point of the shipped atlas, a side, and whose idea it
/// is: what is forbidden by hand is out, what stops everything stops it, who must not hold the breath does
/// not, and one condition more lets nothing in that was out.
#[test]
fn nothing_forbidden_is_let_through_in_a_hundred_thousand_verdicts() {
    const LIVES: u64 = 2_000;
    const POINTS: usize = 50;
    let world = World::new();
    let rules = &hegu::shipped().rules;
    let (mut looked_at, mut forbidden) = (0, 0);
    for number in 0..LIVES {
        let mut dice = Dice(number.wrapping_mul(0x9FB2_1C65_1E98_DF25));
        let (profile, today) = world.life(&mut dice);
        let safety = Safety::new(world.atlas, rules, &profile, &today);
        let mut more = profile.clone();
        let question = dice.of(&world.once).clone();
        if !profile.answer(&question).counts() {
            let answer = *dice.of(&[Answer::Yes, Answer::NotSure, Answer::RatherNot]);
            more.answers.give(question.clone(), Given::plain(answer));
        }
        let stricter = Safety::new(world.atlas, rules, &more, &today);
        for (safety, profile) in [(&safety, &profile), (&stricter, &more)] {
            let stopped = safety.whole().verdict >= Verdict::NotThisPoint;
            assert!(
                stopped || !stops(profile, &today),
                "life {number}: nothing stops it"
            );
            let breathing = safety.breathing();
            assert!(
                breathing.no_holds || !no_holds(profile, &today),
                "life {number}: a hold"
            );
        }
        for _ in 0..POINTS {
            let id = *dice.of(&world.points);
            let half = *dice.of(&[Half::Left, Half::Right, Half::Midline]);
            let offered = dice.one_in(2);
            let point = world.atlas.point(id);
            assert_eq!(
                safety.word(id),
                safety.card(id).verdict,
                "life {number}: {}",
                point.code
            );
            let out = is_out(&safety, id, half, offered);
            if let Some(why) = never(point.code.as_str(), point.region, half, &profile, &today) {
                assert!(out, "life {number}: {} {half:?} passes: {why}", point.code);
                forbidden += 1;
            }
            assert!(
                !out || is_out(&stricter, id, half, offered),
                "life {number}: {question} lets {} in",
                point.code
            );
            looked_at += 1;
        }
    }
    assert!(looked_at >= 100_000, "{looked_at}");
    // Neither all nor nothing: the list written by hand had something to say, and did not forbid everything.
    assert!((10_000..70_000).contains(&forbidden), "{forbidden}");
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
