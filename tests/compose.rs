//! The composer on the shipped atlas: what each kind of wish becomes, and what each point is worth.

use std::sync::LazyLock;

use hegu::domain::atlas::PointId;
use hegu::domain::breath::Pace;
use hegu::domain::compose::{Composed, Frame, NothingComposed, Taste, Wanted, WhyNot, compose, grade};
use hegu::domain::plan::Half;
use hegu::domain::point::{Posture, Side};
use hegu::domain::profile::{Answer, Given, Profile, Today};
use hegu::domain::reach::Hands;
use hegu::domain::safety::Safety;
use hegu::domain::timeline::{Length, Part, Timeline};

static TAUGHT: LazyLock<Vec<PointId>> = LazyLock::new(|| {
    let content = hegu::shipped();
    content.routines.taught(&content.rules, &content.atlas)
});

const SIT: &[Posture] = &[Posture::Sit];
const ANY: &[Posture] = &[Posture::Sit, Posture::Cross, Posture::Lie];

fn composed(
    uses: &[(&'static str, u8)],
    minutes: u64,
    postures: &[Posture],
    profile: &Profile,
    taste: &Taste<'_>,
) -> Result<Composed, NothingComposed> {
    let content = hegu::shipped();
    let today = Today::default();
    let safety = Safety::new(&content.atlas, &content.rules, profile, &today);
    let wanted: Vec<Wanted> = uses
        .iter()
        .map(|(id, weight)| Wanted {
            use_id: (*id).into(),
            weight: *weight,
        })
        .collect();
    let frame = Frame {
        time: minutes * 60_000,
        pace: Pace::CALM,
        tool: false,
    };
    let world = hegu::domain::compose::World {
        atlas: &content.atlas,
        evidence: &content.evidence,
        safety: &safety,
        taught: &TAUGHT,
    };
    compose(&world, &wanted, &frame, postures, taste)
}

/// The points in order, pressed breaths a side, and the breaths of the close: `GV20 6, BL2 5, LI4 4; 2`.
fn laid(composed: &Composed, minutes: u64) -> String {
    let atlas = &hegu::shipped().atlas;
    let time = Length::Filled(minutes * 60_000);
    let timeline = Timeline::lay(&composed.plan, Pace::CALM, time).expect("it fits");
    let points: Vec<String> = composed
        .plan
        .presses()
        .map(|(item, press)| {
            let half = press.sides.halves()[0];
            let breaths = timeline.pressed(item, half) / 10_000;
            format!("{} {breaths}", atlas.point(press.point).code)
        })
        .collect();
    let close = timeline
        .segments
        .iter()
        .find(|segment| segment.part == Part::Close);
    let close = close.map_or(0, |close| close.length / 10_000);
    format!("{}; {close}", points.join(", "))
}

fn pregnant() -> Profile {
    let mut profile = Profile::default();
    profile.answers.give("WB-01", Given::plain(Answer::Yes));
    profile
}

#[test]
fn grades_follow_from_the_rows_of_evidence() {
    let content = hegu::shipped();
    let worth = |code: &str, use_id: &str| {
        let id = content.atlas.by_code(code).expect("a point");
        grade(&content.evidence, content.atlas.point(id), use_id).map(|(worth, _)| worth)
    };
    for (use_id, grades) in [
        (
            "sleep",
            &[
                ("HT7", 25),
                ("EX-HN3", 25),
                ("SP6", 25),
                ("KI1", 15),
                ("GV20", 15),
                ("Anmian", 15),
            ][..],
        ),
        (
            "stress",
            &[
                ("EX-HN3", 20),
                ("HT7", 20),
                ("GV20", 18),
                ("GB20", 18),
                ("CV12", 18),
                ("BL23", 18),
                ("LI4", 18),
                ("PC6", 15),
            ],
        ),
        (
            "headache",
            &[
                ("GB20", 18),
                ("GV20", 18),
                ("BL2", 18),
                ("LI4", 15),
                ("EX-HN5", 15),
                ("LR3", 15),
            ],
        ),
        (
            "eyes",
            &[("BL2", 15), ("EX-HN5", 15), ("EX-HN3", 15), ("GB20", 15)],
        ),
        (
            "neck",
            &[
                ("GB21", 18),
                ("LI4", 18),
                ("LI10", 18),
                ("LI11", 18),
                ("GB20", 15),
            ],
        ),
        (
            "back",
            &[
                ("ST36", 25),
                ("KI3", 25),
                ("LI4", 25),
                ("GV20", 25),
                ("CV6", 25),
                ("SP6", 25),
                ("EX-HN3", 25),
                ("HT7", 25),
                ("LR3", 25),
                ("Anmian", 25),
                ("BL23", 15),
            ],
        ),
        ("nausea", &[("PC6", 20), ("ST36", 15), ("CV12", 15)]),
        (
            "belly",
            &[
                ("CV12", 25),
                ("ST25", 25),
                ("LI11", 25),
                ("ST36", 15),
                ("CV6", 15),
            ],
        ),
        (
            "period",
            &[("SP6", 25), ("LI4", 25), ("LR3", 25), ("CV6", 15), ("ST36", 15)],
        ),
        (
            "tired",
            &[
                ("GV20", 18),
                ("CV6", 18),
                ("LI4", 18),
                ("ST36", 18),
                ("SP6", 18),
                ("KI3", 18),
                ("EX-HN3", 18),
                ("Anmian", 18),
                ("HT7", 18),
                ("LR3", 18),
            ],
        ),
    ] {
        for (code, expected) in grades {
            assert_eq!(worth(code, use_id), Some(*expected), "{code} for {use_id}");
        }
    }
    assert_eq!(worth("LI4", "sleep"), None);
    // The one row there is says "mixed": custom remains.
    assert_eq!(worth("PC6", "morning-sickness"), Some(15));
}

#[test]
fn the_worked_examples_hold_on_the_shipped_atlas() {
    let none = Profile::default();
    let taste = Taste::default();
    let never = ["GB21".to_owned()];
    let fond = ["EX-HN5".to_owned()];
    let e11 = Taste {
        never: &never,
        ..taste
    };
    let e10c = Taste {
        liked: &fond,
        practised: &fond,
        ..taste
    };
    let both = &[Posture::Sit, Posture::Cross][..];
    for (name, uses, minutes, postures, profile, taste, expected) in [
        (
            "E1",
            &[("headache", 1)][..],
            5,
            SIT,
            &none,
            &taste,
            "GV20 6, BL2 5, LI4 4; 2",
        ),
        (
            "E2",
            &[("headache", 2), ("neck", 1)],
            10,
            SIT,
            &none,
            &taste,
            "GV20 10, BL2 6, GB20 10, LI4 10; 3",
        ),
        (
            "E3",
            &[("headache", 2), ("neck", 1)],
            10,
            SIT,
            &pregnant(),
            &taste,
            "GV20 10, BL2 6, GB20 10, LI11 10; 3",
        ),
        (
            "E4",
            &[("sleep", 1)],
            10,
            ANY,
            &none,
            &taste,
            "GV20 10, EX-HN3 9, Anmian 9, HT7 9; 3",
        ),
        (
            "E4b",
            &[("sleep", 1)],
            10,
            &[Posture::Lie],
            &none,
            &taste,
            "EX-HN3 12, Anmian 12, HT7 12; 3",
        ),
        ("E5", &[("nausea", 1)], 3, SIT, &none, &taste, "PC6 6; 1"),
        (
            "E5b",
            &[("nausea", 1)],
            5,
            &[Posture::Sit, Posture::Lie],
            &none,
            &taste,
            "PC6 7, CV12 7; 2",
        ),
        ("E5c", &[("nausea", 1)], 2, SIT, &none, &taste, "PC6 3; 1"),
        (
            "E6",
            &[("period", 2), ("back", 1)],
            15,
            ANY,
            &none,
            &taste,
            "SP6 12, EX-HN3 12, LI4 12, CV6 11; 5",
        ),
        (
            "E7",
            &[("stress", 2), ("neck", 1)],
            2,
            SIT,
            &none,
            &taste,
            "EX-HN3 3, GB20 3; 1",
        ),
        (
            "E10b",
            &[("headache", 1)],
            3,
            SIT,
            &none,
            &taste,
            "GV20 4, BL2 3, GB20 3; 1",
        ),
        (
            "E10c",
            &[("headache", 1)],
            3,
            SIT,
            &none,
            &e10c,
            "GV20 4, BL2 3, EX-HN5 3; 1",
        ),
        (
            "E11",
            &[("tired", 1), ("neck", 1)],
            20,
            both,
            &none,
            &e11,
            "GV20 18, EX-HN3 17, GB20 17, Anmian 17, LI4 16; 6",
        ),
    ] {
        let composed = composed(uses, minutes, postures, profile, taste).expect(name);
        assert_eq!(laid(&composed, minutes), expected, "{name}");
    }
    // E9: in pregnancy nothing is composed for nausea, and the reason is told first.
    let nothing = composed(&[("nausea", 1)], 5, SIT, &pregnant(), &taste).expect_err("nothing");
    let (first, why) = (&nothing.left_out[0].point, &nothing.left_out[0].why);
    assert_eq!(hegu::shipped().atlas.point(*first).code.as_str(), "PC6");
    assert!(
        matches!(why, WhyNot::Safety(reasons) if reasons.iter().any(|r| r.rule == "PR-03")),
        "{why:?}"
    );
}

#[test]
fn what_was_left_out_says_why() {
    let atlas = &hegu::shipped().atlas;
    let none = Profile::default();
    let never = ["GV20".to_owned()];
    let taste = Taste {
        never: &never,
        ..Taste::default()
    };
    let told = |composed: &Composed| -> Vec<(String, WhyNot)> {
        let list = composed.left_out.iter();
        list.map(|one| (atlas.point(one.point).code.to_string(), one.why.clone()))
            .collect()
    };
    let short = told(&composed(&[("headache", 1)], 3, SIT, &none, &taste).expect("a plan"));
    assert!(short.contains(&("GV20".to_owned(), WhyNot::Never)), "{short:?}");
    let sitting = told(&composed(&[("sleep", 1)], 10, SIT, &none, &taste).expect("a plan"));
    assert!(
        sitting.contains(&("SP6".to_owned(), WhyNot::Posture(Posture::Cross))),
        "{sitting:?}"
    );
    let room = told(&composed(&[("sleep", 1)], 4, SIT, &none, &Taste::default()).expect("a plan"));
    assert!(
        room.iter()
            .any(|(_, why)| matches!(why, WhyNot::NoRoom(Some(from)) if *from > 4)),
        "{room:?}"
    );
}

#[test]
fn one_hand_gets_only_what_it_reaches() {
    for hand in [Side::Left, Side::Right] {
        let taste = Taste {
            hands: Hands::One(hand),
            ..Taste::default()
        };
        for uses in [
            [("headache", 1)],
            [("sleep", 1)],
            [("stress", 1)],
            [("neck", 1)],
            [("back", 1)],
            [("tired", 1)],
        ] {
            let composed = composed(&uses, 10, ANY, &Profile::default(), &taste).expect("a plan");
            for (_, press) in composed.plan.presses() {
                let point = hegu::shipped().atlas.point(press.point);
                let own = if hand == Side::Left {
                    Half::Left
                } else {
                    Half::Right
                };
                let halves = press.sides.halves();
                assert!(!halves.contains(&Half::Both), "{}: two hands", point.code);
                assert!(
                    !(point.region.is_arm() && halves.contains(&own)),
                    "{}: its own arm",
                    point.code
                );
            }
        }
    }
}

/// Every use there is gives a plan or says why not, and what is composed fits its minutes.
#[test]
fn every_use_becomes_a_plan_that_fits() {
    let content = hegu::shipped();
    let mut without = Vec::new();
    for use_ in content.atlas.uses() {
        let id: &'static str = Box::leak(use_.id.to_string().into_boxed_str());
        match composed(&[(id, 1)], 10, ANY, &Profile::default(), &Taste::default()) {
            Ok(composed) => {
                laid(&composed, 10);
                assert!(composed.plan.items.len() <= 6, "{id}");
            }
            Err(_) => without.push(id),
        }
    }
    // A use that is only asked about, or that belongs to someone else, has no points.
    let serves = |id: &str| {
        content
            .atlas
            .serving(id)
            .any(|p| content.atlas.point(p).pressable)
    };
    without.retain(|id| serves(id));
    assert_eq!(without, [""; 0]);
}
