//! What holds for every profile, every day, every plan.

use hegu::domain::atlas::PointId;
use hegu::domain::breath::Rhythm;
use hegu::domain::plan::{Act, Dose, Plan, SideRule};
use hegu::domain::point::{Pressure, Region, Side};
use hegu::domain::profile::{Answer, Given, Profile, Spot, Today};
use hegu::domain::safety::rule::Asked;
use hegu::domain::safety::{Asking, Change, Cleared, Origin, Refusal, Safety, Verdict};
use proptest::prelude::*;

use crate::world::{
    ATLAS, LONG_HOLDS, RULES, atlas_with, breathe, id, own, plan, quiet_day, safety, wish, yes, yes_and_asked,
};

const SIDES: [Option<Side>; 3] = [None, Some(Side::Left), Some(Side::Right)];

fn all_points() -> Vec<PointId> {
    ATLAS.points().map(|(id, _)| id).collect()
}

fn questions(asked: Asked) -> Vec<String> {
    RULES
        .asked(asked)
        .map(|question| question.id.to_string())
        .collect()
}

fn a_spot() -> impl Strategy<Value = Spot> {
    let sides = prop_oneof![Just(None), Just(Some(Side::Left)), Just(Some(Side::Right))];
    (prop::sample::select(Region::ALL.to_vec()), sides).prop_map(|(region, side)| Spot { region, side })
}

fn a_given() -> impl Strategy<Value = Given> {
    let places = prop::option::of(prop::collection::btree_set(a_spot(), 0..4));
    (prop::sample::select(Answer::ALL.to_vec()), places).prop_map(|(answer, places)| Given { answer, places })
}

fn a_profile() -> impl Strategy<Value = Profile> {
    let answers = prop::collection::vec((prop::sample::select(questions(Asked::Once)), a_given()), 0..6);
    let asked = prop::collection::vec(prop::sample::select(questions(Asked::Once)), 0..6);
    let more = prop::collection::vec(prop::sample::select(vec!["PR-01", "PR-03"]), 0..2);
    (answers, asked, more).prop_map(|(answers, asked, more)| {
        let mut profile = Profile::default();
        for (question, given) in answers {
            profile.answers.give(question, given);
        }
        for rule in asked {
            profile.set_asked(rule, true);
        }
        for rule in more {
            profile.set_asked(rule, true);
        }
        profile
    })
}

fn a_day() -> impl Strategy<Value = Today> {
    let body = prop::collection::vec((prop::sample::select(questions(Asked::Today)), a_given()), 0..4);
    let flags = prop::collection::vec((prop::sample::select(questions(Asked::Flag)), a_given()), 0..2);
    (body, flags, 0u32..4).prop_map(|(body, flags, practices)| {
        let mut today = Today::default();
        for (question, given) in body.into_iter().chain(flags) {
            today.answers.give(question, given);
        }
        today.done.practices = practices;
        today
    })
}

fn a_plan() -> impl Strategy<Value = Plan> {
    let press = (prop::sample::select(all_points()), 0..4u8);
    (prop::collection::vec(press, 1..7), any::<bool>()).prop_map(|(presses, long_breath)| {
        let mut made = Plan::default();
        for (point, sides) in presses {
            let mut item = hegu::domain::plan::Item::of(point, ATLAS.point(point));
            if let Act::Press(press) = &mut item.act
                && press.sides != SideRule::Midline
            {
                press.sides = [
                    SideRule::Each,
                    SideRule::Together,
                    SideRule::Only(Side::Left),
                    SideRule::Only(Side::Right),
                ][usize::from(sides)];
            }
            made.items.push(item);
        }
        if long_breath {
            made.items.push(breathe("4-7-8", LONG_HOLDS));
        }
        made
    })
}

/// Nothing in a cleared plan may be there against a verdict.
fn nothing_blocked_is_left(safety: &Safety<'_>, cleared: &Cleared, origin: Origin) {
    let breathing = safety.breathing();
    assert!(safety.whole().verdict.lets_through());
    for item in &cleared.plan().items {
        match &item.act {
            Act::Press(press) => {
                let sides: &[Option<Side>] = match press.sides {
                    SideRule::Midline => &[None],
                    SideRule::Only(Side::Left) => &[Some(Side::Left)],
                    SideRule::Only(Side::Right) => &[Some(Side::Right)],
                    SideRule::Each | SideRule::Together => &[Some(Side::Left), Some(Side::Right)],
                };
                for side in sides {
                    let ruling = match origin {
                        Origin::Offered => safety.offering(press.point, *side),
                        Origin::Chosen => safety.of(press.point, *side),
                    };
                    let code = &safety.atlas().point(press.point).code;
                    assert!(ruling.verdict.lets_through(), "{code} {side:?}: {ruling:?}");
                    assert!(press.pressure <= ruling.pressure, "{code}");
                    if ruling.light {
                        assert_eq!(
                            (press.dose, press.pressure),
                            (Dose::Light, Pressure::Touch),
                            "{code}"
                        );
                    }
                }
            }
            Act::Breathe(breathe) => {
                assert!(!(breathing.no_holds && breathe.rhythm.has_hold()));
                assert!(!(breathing.natural_only && breathe.rhythm.is_paced()));
                assert!(breathe.rhythm.fault().is_none());
            }
        }
    }
    for change in cleared.changes() {
        every_change_has_a_reason(safety, change, origin == Origin::Offered);
    }
}

fn every_change_has_a_reason(safety: &Safety<'_>, change: &Change, offered: bool) {
    let reasons = match change {
        Change::LeftOut { reasons, instead, .. } => {
            if let Some(instead) = instead {
                // Fine or gentle, apart from what asks first for the whole body.
                let whole = safety.whole();
                let ruling = if offered {
                    safety.offering(*instead, None)
                } else {
                    safety.of(*instead, None)
                };
                for reason in &ruling.reasons {
                    assert!(
                        reason.verdict.lets_through()
                            || (reason.verdict == Verdict::AskFirst && whole.reasons.contains(reason)),
                        "an alternative that is not fine: {reason:?}"
                    );
                }
            }
            reasons
        }
        Change::OneSide { reasons, .. }
        | Change::Lighter { reasons, .. }
        | Change::Breath { reasons, .. } => reasons,
    };
    assert!(!reasons.is_empty(), "{change:?}");
    for reason in reasons {
        assert!(safety.rules().rule(&reason.rule).is_some(), "{reason:?}");
    }
}

/// Verdicts and breath are at least as strict as before.
fn no_milder(before: &Safety<'_>, after: &Safety<'_>, what: &str) {
    for point in all_points() {
        for side in SIDES {
            let (one, two) = (before.of(point, side), after.of(point, side));
            assert!(
                two.verdict >= one.verdict,
                "{what}: {:?}",
                ATLAS.point(point).code
            );
            assert!(two.pressure <= one.pressure && (two.light || !one.light) && (one.tool || !two.tool));
            let (one, two) = (before.offering(point, side), after.offering(point, side));
            assert!(
                two.verdict >= one.verdict,
                "{what}: {:?}",
                ATLAS.point(point).code
            );
        }
    }
    let (one, two) = (before.breathing(), after.breathing());
    assert!(
        two.no_holds >= one.no_holds && two.natural_only >= one.natural_only,
        "{what}"
    );
    assert!(after.whole().verdict >= before.whole().verdict, "{what}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn nothing_blocked_ever_reaches_a_practice(
        profile in a_profile(),
        today in a_day(),
        plan in a_plan(),
        offered in any::<bool>(),
    ) {
        let safety = safety(&profile, &today);
        let mut wish = wish(plan, offered.then_some("evening-unwind"));
        wish.substitutes = offered;
        let origin = wish.origin;
        match safety.clear(wish) {
            Ok(cleared) => nothing_blocked_is_left(&safety, &cleared, origin),
            Err(Refusal::NothingLeft { changes } | Refusal::AskFirst { changes, .. }) => {
                for change in &changes {
                    every_change_has_a_reason(&safety, change, offered);
                }
            }
            Err(Refusal::Stop { reasons, .. } | Refusal::NotThisRoutine { reasons }) => {
                prop_assert!(!reasons.is_empty());
            }
            Err(Refusal::Enough { .. }) => prop_assert!(today.done.practices >= 3),
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn another_condition_never_makes_it_milder(
        profile in a_profile(),
        today in a_day(),
        question in prop::sample::select(questions(Asked::Once)),
        answer in prop::sample::select(vec![Answer::Yes, Answer::NotSure, Answer::RatherNot]),
    ) {
        // Only a question that did not count before: otherwise the place could have been wider.
        prop_assume!(!profile.answer(&question).counts());
        let mut more = profile.clone();
        more.answers.give(question.clone(), Given { answer, places: None });
        no_milder(&safety(&profile, &today), &safety(&more, &today), &question);
    }

    #[test]
    fn not_sure_and_rather_not_say_are_as_strict_as_yes(
        today in a_day(),
        question in prop::sample::select(questions(Asked::Once)),
    ) {
        let with = |answer| {
            let mut profile = Profile::default();
            profile.answers.give(question.clone(), Given::plain(answer));
            profile
        };
        let yes = with(Answer::Yes);
        for answer in [Answer::NotSure, Answer::RatherNot] {
            let other = with(answer);
            no_milder(&safety(&yes, &today), &safety(&other, &today), &question);
            no_milder(&safety(&other, &today), &safety(&yes, &today), &question);
        }
    }

    #[test]
    fn a_wider_place_never_makes_it_milder(
        question in prop::sample::select(questions(Asked::Once)),
        places in prop::collection::btree_set(a_spot(), 0..3),
        one_more in a_spot(),
    ) {
        let today = Today::default();
        let with = |places| {
            let mut profile = Profile::default();
            profile.answers.give(question.clone(), Given { answer: Answer::Yes, places });
            profile
        };
        let mut wider = places.clone();
        wider.insert(one_more);
        let (narrow, wide, nowhere_said) = (with(Some(places)), with(Some(wider)), with(None));
        no_milder(&safety(&narrow, &today), &safety(&wide, &today), &question);
        // Places named only to add to what is blocked anyway are not read as everywhere.
        let named_only = ["WB-05", "WB-10.numb", "WB-14"].contains(&question.as_str());
        if !named_only {
            no_milder(&safety(&wide, &today), &safety(&nowhere_said, &today), &question);
        }
    }
}

#[test]
fn every_pair_of_conditions_over_every_point_and_plan() {
    // About 100 000 rulings: all pairs of questions x all points x all sides, chosen and offered.
    let questions = questions(Asked::Once);
    let mut bruised = quiet_day();
    bruised
        .answers
        .give("AR-03", Given::yes_at([Spot::on(Region::Hand, Side::Left)]));
    let days = [quiet_day(), bruised];
    let plans = [
        plan(&["LI4", "EX-HN3", "SP6"]),
        plan(&["GB20", "GB21", "LI11", "LI4"]),
        plan(&["CV12", "ST25", "BL23", "ST36", "KI3", "LR3"]),
    ];
    let mut rulings = 0_u32;
    for (index, one) in questions.iter().enumerate() {
        for two in &questions[index..] {
            let asked: Vec<&str> = vec![one.split('.').next().unwrap(), two.split('.').next().unwrap()];
            let under: Vec<&str> = vec![one, two, asked[0], asked[1]];
            let profile = yes_and_asked(&under, &asked);
            for today in &days {
                let safety = safety(&profile, today);
                for point in all_points() {
                    for side in SIDES {
                        let chosen = safety.of(point, side);
                        let offered = safety.offering(point, side);
                        assert!(offered.verdict >= chosen.verdict);
                        rulings += 2;
                    }
                }
                for plan in &plans {
                    for routine in [None, Some("first-three")] {
                        let wish = wish(plan.clone(), routine);
                        let origin = wish.origin;
                        if let Ok(cleared) = safety.clear(wish) {
                            nothing_blocked_is_left(&safety, &cleared, origin);
                        }
                    }
                }
            }
        }
    }
    assert!(rulings >= 100_000, "{rulings}");
}

#[test]
fn some_points_are_never_pressed_by_anyone() {
    let (profile, today) = (Profile::default(), Today::default());
    for code in ["ST9", "LI18", "CV22", "GV1"] {
        let ruling = safety(&profile, &today).of(id(code), None);
        assert_eq!(ruling.verdict, Verdict::NotThisPoint, "{code}");
        assert!(safety(&profile, &today).clear(wish(plan(&[code]), None)).is_err());
    }
}

#[test]
fn an_own_point_without_cautions_is_read_as_strictly_as_its_neighbours() {
    let atlas = atlas_with(vec![
        own("LI4b", Region::Hand),
        own("MYNECK", Region::Throat),
        own("MYBELLY", Region::Belly),
    ]);
    let today = Today::default();
    let profile = yes_and_asked(&["WB-01"], &["WB-01", "PR-01", "PR-03"]);
    let safety = Safety::new(&atlas, &RULES, &profile, &today);
    for code in ["LI4b", "MYNECK", "MYBELLY"] {
        let point = atlas.by_code(code).expect("the own point");
        let ruling = safety.of(point, None);
        assert_eq!(ruling.verdict, Verdict::NotThisPoint, "{code}: {ruling:?}");
    }
    let nobody = Profile::default();
    let calm = Safety::new(&atlas, &RULES, &nobody, &today);
    assert_eq!(
        calm.of(atlas.by_code("LI4b").unwrap(), None).verdict,
        Verdict::Fine
    );
    assert_eq!(
        calm.of(atlas.by_code("MYNECK").unwrap(), None).verdict,
        Verdict::NotThisPoint
    );
}

#[test]
fn a_point_that_is_not_pressable_is_never_pressed_whatever_the_rules_say() {
    let mut hidden = own("HIDDEN", Region::Hand);
    hidden.pressable = false;
    let atlas = atlas_with(vec![hidden]);
    let (profile, today) = (Profile::default(), Today::default());
    let safety = Safety::new(&atlas, &RULES, &profile, &today);
    let ruling = safety.of(atlas.by_code("HIDDEN").unwrap(), None);
    assert_eq!(ruling.verdict, Verdict::NotThisPoint);
    assert!(ruling.deciding().next().is_some());
}

#[test]
fn a_red_flag_stops_everything_and_says_what_help_it_needs() {
    let profile = Profile::default();
    for (question, help) in [
        ("RF-01", "emergency"),
        ("RF-04", "today"),
        ("RF-06", "soon"),
        ("RF-06.pregnant", "midwife"),
        ("RF-12.urgent", "today"),
        ("RF-18", "crisis"),
    ] {
        for answer in [Answer::Yes, Answer::NotSure, Answer::RatherNot] {
            let mut today = quiet_day();
            today.answers.give(question, Given::plain(answer));
            let refusal = safety(&profile, &today)
                .clear(wish(
                    Plan {
                        items: vec![breathe("calm", Rhythm::CALM)],
                    },
                    None,
                ))
                .unwrap_err();
            let Refusal::Stop { reasons, help: said } = refusal else {
                panic!("{question}: {refusal:?}")
            };
            assert!(!reasons.is_empty());
            assert_eq!(said.map(|help| help.id()), Some(help), "{question}");
        }
    }
}

#[test]
fn an_open_question_about_today_stands_in_the_way_where_it_can_be_asked() {
    let (profile, mut today) = (Profile::default(), Today::default());
    let mut asked = wish(plan(&["LI4"]), None);
    asked.uses = vec!["headache".into()];
    asked.asking = Asking::Possible;
    let Err(Refusal::Open { questions }) = safety(&profile, &today).clear(asked.clone()) else {
        panic!("open questions")
    };
    for flag in ["RF-01", "RF-06.pregnant", "RF-07", "RF-19", "AR-01"] {
        assert!(
            questions.iter().any(|id| id == flag),
            "{flag} is asked: {questions:?}"
        );
    }
    assert!(
        !questions.iter().any(|id| id == "RF-13"),
        "nobody asks about the belly"
    );
    assert!(
        !questions.iter().any(|id| id == "AR-12.meal"),
        "nor about the last meal"
    );
    for question in questions {
        today.answers.give(question, Given::plain(Answer::No));
    }
    assert!(safety(&profile, &today).clear(asked.clone()).is_ok());
    // In a pipe nobody can answer: the practice goes on, and what has to be read is handed over.
    let nothing_known = Today::default();
    asked.asking = Asking::Impossible;
    let cleared = safety(&profile, &nothing_known).clear(asked).expect("goes on");
    let notes: Vec<&str> = cleared.notes().iter().map(|note| note.rule.as_ref()).collect();
    for rule in ["PR-05", "PR-09", "BR-03"] {
        assert!(notes.contains(&rule), "{rule} is read first: {notes:?}");
    }
}

#[test]
fn holds_vanish_and_forced_breathing_never_begins() {
    let today = Today::default();
    let box_and_long = || Plan {
        items: vec![
            breathe("4-7-8", LONG_HOLDS),
            breathe("pant", Rhythm::paced(1_000, 1_000)),
        ],
    };
    let profile = yes_and_asked(&["WB-19"], &["WB-19"]);
    let cleared = safety(&profile, &today)
        .clear(wish(box_and_long(), None))
        .expect("breathes");
    for item in &cleared.plan().items {
        assert_eq!(item.breathe().map(|breathe| breathe.rhythm), Some(Rhythm::CALM));
    }
    let nobody = Profile::default();
    let cleared = safety(&nobody, &today)
        .clear(wish(box_and_long(), None))
        .expect("breathes");
    let first = cleared.plan().items[0].breathe().expect("a breathing item");
    assert_eq!((first.rhythm, first.most_breaths), (LONG_HOLDS, Some(4)));
    assert_eq!(
        cleared.plan().items[1].breathe().map(|b| b.rhythm),
        Some(Rhythm::CALM)
    );
    let mut stuffed = Today::default();
    stuffed.answers.give("BR-02", Given::plain(Answer::Yes));
    let cleared = safety(&nobody, &stuffed)
        .clear(wish(box_and_long(), None))
        .expect("breathes");
    assert!(
        cleared
            .plan()
            .items
            .iter()
            .all(|item| !item.breathe().unwrap().rhythm.is_paced())
    );
    assert_eq!(
        cleared.pace(hegu::domain::breath::Pace::CALM),
        hegu::domain::breath::Pace::NATURAL
    );
}

#[test]
fn the_dose_of_a_day_is_kept() {
    let profile = Profile::default();
    let mut today = Today::default();
    today.done.practices = 3;
    assert!(matches!(
        safety(&profile, &today).clear(wish(plan(&["LI4"]), None)),
        Err(Refusal::Enough { rule }) if rule == "DO-03"
    ));
    today.done.practices = 1;
    today.done.sore.insert("LI4".into(), 47);
    today.done.pressed.insert("SP6".into(), 900);
    for (code, rule) in [("LI4", "DO-05"), ("SP6", "DO-03")] {
        let ruling = safety(&profile, &today).of(id(code), None);
        assert_eq!(ruling.verdict, Verdict::NotThisPoint, "{code}");
        assert_eq!(ruling.reasons[0].rule, rule);
    }
    today.done.sore.insert("LI4".into(), 48);
    assert_eq!(
        safety(&profile, &today).of(id("LI4"), None).verdict,
        Verdict::Fine
    );
}

#[test]
fn after_a_serious_stop_nothing_begins_until_the_help_was_read() {
    let profile = yes(&[]);
    let today = Today {
        locked: Some("SR-06".into()),
        ..Today::default()
    };
    assert!(matches!(
        safety(&profile, &today).clear(wish(plan(&["LI4"]), None)),
        Err(Refusal::Locked { rule }) if rule == "SR-06"
    ));
}
