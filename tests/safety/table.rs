//! What changes for whom: the shipped routines under the four profiles of the design table.

use hegu::domain::plan::{Act, SideRule};
use hegu::domain::point::{Region, Side};
use hegu::domain::profile::{Answer, Given, Spot, Today};
use hegu::domain::safety::{Change, Refusal, Verdict};

use crate::world::{ATLAS, id, plan, safety, wish, yes, yes_and_asked};

const ROUTINES: &[(&str, &[&str])] = &[
    ("first-three", &["LI4", "EX-HN3", "SP6"]),
    ("evening-unwind", &["GB20", "EX-HN3", "HT7", "SP6"]),
    ("falling-asleep", &["SP6", "HT7", "EX-HN3"]),
    ("tension-headache", &["GB20", "EX-HN5", "GV20", "LI4"]),
    ("tired-eyes", &["BL2", "EX-HN5", "GB20"]),
    ("neck-shoulders", &["GB20", "GB21", "LI11", "LI4"]),
    ("low-back", &["BL23", "ST36", "LI4", "KI3"]),
    ("travel-nausea", &["PC6"]),
    ("tense-belly", &["CV12", "ST25", "LI11"]),
    ("period-days", &["LI4", "SP6", "LR3"]),
    ("tired-stimulating", &["GV20", "CV6", "LI4", "ST36", "SP6", "KI3"]),
    ("tired-relaxing", &["EX-HN3", "Anmian", "HT7", "SP6", "LR3"]),
    ("desk-break", &["LI4"]),
    ("calm-before", &["EX-HN3", "HT7"]),
];

/// The points that are left, or `hidden`.
fn left(routine: &'static str, questions: &[&str], asked: &[&str]) -> Vec<String> {
    let points = ROUTINES
        .iter()
        .find(|(id, _)| *id == routine)
        .map(|(_, points)| *points)
        .expect("a routine of the table");
    let profile = yes_and_asked(questions, asked);
    let today = Today::default();
    match safety(&profile, &today).clear(wish(plan(points), Some(routine))) {
        Ok(cleared) => cleared
            .plan()
            .presses()
            .map(|(_, press)| ATLAS.point(press.point).code.to_string())
            .collect(),
        Err(Refusal::NotThisRoutine { .. } | Refusal::AskFirst { .. } | Refusal::NothingLeft { .. }) => {
            vec!["hidden".to_owned()]
        }
        Err(other) => panic!("{routine}: {other:?}"),
    }
}

#[test]
fn in_pregnancy() {
    for (routine, expected) in [
        ("first-three", vec!["LI11", "EX-HN3", "HT7"]),
        ("evening-unwind", vec!["GB20", "EX-HN3", "HT7"]),
        ("falling-asleep", vec!["HT7", "EX-HN3"]),
        ("tension-headache", vec!["GB20", "EX-HN5", "GV20", "LI11"]),
        ("tired-eyes", vec!["BL2", "EX-HN5", "GB20"]),
        ("neck-shoulders", vec!["GB20", "LI10", "LI11", "HT7"]),
        ("low-back", vec!["hidden"]),
        ("travel-nausea", vec!["hidden"]),
        ("tense-belly", vec!["hidden"]),
        ("period-days", vec!["hidden"]),
        ("tired-stimulating", vec!["GV20", "LI11", "LI10", "HT7"]),
        ("tired-relaxing", vec!["EX-HN3", "Anmian", "HT7"]),
        ("desk-break", vec!["LI11"]),
        ("calm-before", vec!["EX-HN3", "HT7"]),
    ] {
        assert_eq!(left(routine, &["WB-01"], &["WB-01"]), expected, "{routine}");
    }
    // PC6 comes in after its own "I have asked".
    assert_eq!(left("travel-nausea", &["WB-01"], &["WB-01", "PR-03"]), ["PC6"]);
}

#[test]
fn with_numb_feet_or_varicose_veins() {
    for question in ["WB-10.numb", "WB-11", "WB-12"] {
        let (questions, asked): (Vec<&str>, Vec<&str>) = match question {
            "WB-10.numb" => (vec!["WB-10", "WB-10.numb"], vec!["WB-10"]),
            other => (vec![other], Vec::new()),
        };
        // WB-11 without a place means everywhere; the table speaks of the feet.
        let at_the_feet = |routine: &'static str| {
            let points = ROUTINES.iter().find(|(id, _)| *id == routine).expect("known").1;
            let mut profile = yes_and_asked(&questions, &asked);
            if question == "WB-11" {
                profile
                    .answers
                    .give("WB-11", Given::yes_at([Spot::both(Region::Foot)]));
            }
            let today = Today::default();
            safety(&profile, &today)
                .clear(wish(plan(points), Some(routine)))
                .map(|cleared| {
                    cleared
                        .plan()
                        .presses()
                        .map(|(_, press)| ATLAS.point(press.point).code.to_string())
                        .collect::<Vec<_>>()
                })
        };
        for (routine, expected) in [
            ("first-three", vec!["LI4", "EX-HN3", "HT7"]),
            ("evening-unwind", vec!["GB20", "EX-HN3", "HT7", "PC6"]),
            ("falling-asleep", vec!["PC6", "HT7", "EX-HN3"]),
            ("low-back", vec!["BL23", "LI10", "LI4", "HT7"]),
            ("period-days", vec!["LI4"]),
            (
                "tired-stimulating",
                vec!["GV20", "CV6", "LI4", "LI10", "HT7", "PC6"],
            ),
            ("tired-relaxing", vec!["EX-HN3", "Anmian", "HT7", "PC6"]),
            ("neck-shoulders", vec!["GB20", "GB21", "LI11", "LI4"]),
        ] {
            assert_eq!(
                at_the_feet(routine).expect("something is left"),
                expected,
                "{question} {routine}"
            );
        }
    }
}

#[test]
fn with_a_blood_thinner_everything_is_light_and_the_belly_goes() {
    let profile = yes_and_asked(&["WB-02"], &["WB-02"]);
    let today = Today::default();
    for (routine, points) in ROUTINES {
        let cleared = safety(&profile, &today)
            .clear(wish(plan(points), Some(routine)))
            .unwrap_or_else(|refusal| panic!("{routine}: {refusal:?}"));
        for (_, press) in cleared.plan().presses() {
            assert_eq!(press.dose, hegu::domain::plan::Dose::Light, "{routine}");
            assert_ne!(ATLAS.point(press.point).region, Region::Belly, "{routine}");
        }
    }
    assert_eq!(left("tense-belly", &["WB-02"], &["WB-02"]), ["LI11"]);
    // CV6 would be GV20, which is already there.
    assert_eq!(
        left("tired-stimulating", &["WB-02"], &["WB-02"]),
        ["GV20", "LI4", "ST36", "SP6", "KI3"]
    );
}

#[test]
fn with_brittle_bones_the_back_goes_and_the_rest_is_light() {
    assert_eq!(left("low-back", &["WB-05"], &["WB-05"]), ["ST36", "LI4", "KI3"]);
    assert_eq!(
        left("neck-shoulders", &["WB-05"], &["WB-05"]),
        ["GB20", "GB21", "LI11", "LI4"]
    );
    assert_eq!(
        left("tense-belly", &["WB-05"], &["WB-05"]),
        ["CV12", "ST25", "LI11"]
    );
}

#[test]
fn one_clear_leg_keeps_its_point() {
    let mut profile = yes(&[]);
    profile
        .answers
        .give("WB-12", Given::yes_at([Spot::on(Region::LowerLeg, Side::Left)]));
    let today = Today::default();
    let cleared = safety(&profile, &today)
        .clear(wish(plan(&["SP6"]), Some("first-three")))
        .expect("the right leg is clear");
    let Act::Press(press) = &cleared.plan().items[0].act else {
        panic!("a press")
    };
    assert_eq!(press.sides, SideRule::Only(Side::Right));
    assert!(matches!(
        &cleared.changes()[0],
        Change::OneSide { kept: Side::Right, reasons, .. } if !reasons.is_empty()
    ));
}

#[test]
fn a_pregnant_person_who_asks_for_li4_is_told_why_and_what_instead() {
    let profile = yes(&["WB-01"]);
    let today = Today::default();
    let Err(Refusal::NothingLeft { changes }) = safety(&profile, &today).clear(wish(plan(&["LI4"]), None))
    else {
        panic!("refused, and nothing is left")
    };
    let [
        Change::LeftOut {
            reasons,
            instead,
            replaced,
            ..
        },
    ] = &changes[..]
    else {
        panic!("{changes:?}")
    };
    assert_eq!(reasons[0].rule, "PR-01");
    assert_eq!(reasons[0].because.as_deref(), Some("WB-01"));
    assert_eq!(*instead, Some(id("LI11")));
    assert!(
        !replaced,
        "a single point is never swapped for another without a word"
    );
}

#[test]
fn asking_first_is_lifted_by_having_asked_and_only_then() {
    let today = Today::default();
    let profile = yes(&["WB-08"]);
    let refusal = safety(&profile, &today)
        .clear(wish(plan(&["LI4"]), None))
        .unwrap_err();
    let Refusal::AskFirst { reasons, .. } = refusal else {
        panic!("{refusal:?}")
    };
    assert_eq!(reasons[0].rule, "WB-08");
    let profile = yes_and_asked(&["WB-08"], &["WB-08"]);
    assert!(safety(&profile, &today).clear(wish(plan(&["LI4"]), None)).is_ok());
    assert_eq!(
        safety(&profile, &today).of(id("LI4"), None).verdict,
        Verdict::Fine
    );
}

#[test]
fn a_question_never_asked_does_not_count_but_one_open_under_a_yes_does() {
    let today = Today::default();
    let profile = yes_and_asked(&["WB-10"], &["WB-10"]);
    let open = safety(&profile, &today);
    assert_eq!(open.of(id("KI1"), None).verdict, Verdict::NotThisPoint);
    let mut profile = profile.clone();
    profile.answers.give("WB-10.numb", Given::plain(Answer::No));
    let answered = safety(&profile, &today);
    assert_eq!(answered.of(id("KI1"), None).verdict, Verdict::Gentle);
}
