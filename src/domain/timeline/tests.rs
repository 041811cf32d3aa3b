use proptest::prelude::*;

use super::*;
use crate::domain::atlas::PointId;
use crate::domain::plan::LONGEST_PRACTICE;
use crate::domain::plan::{Breathe, Item, SideRule};
use crate::domain::point::{Posture, Pressure, Side};
use crate::domain::reach::With;
use crate::domain::words::Words;

const LI4: u32 = 1;
const SP6: u32 = 2;
const YINTANG: u32 = 3;
const GB20: u32 = 4;
const HT7: u32 = 5;

fn press(point: u32, sides: SideRule, motion: Motion, seconds: u16) -> Press {
    Press {
        point: PointId(point),
        sides,
        motion,
        pressure: Pressure::Firm,
        seconds,
        repeats: 1,
        ceiling: match point {
            YINTANG => 600,
            GB20 => 180,
            _ => 300,
        },
        dose: Dose::Full,
        learning: false,
        with: With::Fingers,
        hand: None,
    }
}

fn item(press: Press, posture: Posture) -> Item {
    Item {
        act: Act::Press(press),
        posture,
        optional: false,
    }
}

fn one(press: Press) -> Plan {
    Plan {
        items: vec![item(press, Posture::Sit)],
    }
}

fn li4(seconds: u16) -> Press {
    press(LI4, SideRule::Each, Motion::Stay, seconds)
}

fn evening_unwind() -> Plan {
    Plan {
        items: vec![
            item(press(GB20, SideRule::Together, Motion::Circle, 60), Posture::Sit),
            item(
                press(YINTANG, SideRule::Midline, Motion::Circle, 120),
                Posture::Sit,
            ),
            item(press(HT7, SideRule::Each, Motion::Circle, 60), Posture::Sit),
            item(press(SP6, SideRule::Each, Motion::Stay, 60), Posture::Cross),
        ],
    }
}

fn coherent() -> Pace {
    Rhythm::paced(5_500, 5_500).pace().unwrap()
}

fn sigh() -> Pace {
    Rhythm::Paced {
        inhale: 4_000,
        full: 0,
        exhale: 8_000,
        empty: 0,
        top_up: Some(3_000),
    }
    .pace()
    .unwrap()
}

fn lay(plan: &Plan, pace: Pace) -> Timeline {
    Timeline::lay(plan, pace, Length::AsWritten).unwrap()
}

fn fill(plan: &Plan, pace: Pace, seconds: Ms) -> Timeline {
    Timeline::lay(plan, pace, Length::Filled(seconds * 1_000)).unwrap()
}

/// `(part, seconds from the start, breaths)` of every segment.
fn rows(timeline: &Timeline) -> Vec<(Part, Ms, Ms)> {
    timeline
        .segments
        .iter()
        .map(|s| (s.part, s.start / 1_000, s.breaths()))
        .collect()
}

/// Pressed breaths per side of every press, then the close.
fn shape(timeline: &Timeline, plan: &Plan) -> (Vec<Ms>, Ms) {
    let pressed = plan
        .presses()
        .map(|(index, press)| timeline.pressed(index, press.sides.halves()[0]) / timeline.pace.cycle())
        .collect();
    (pressed, timeline.segments.last().unwrap().breaths())
}

#[test]
fn table_a_li4_by_itself() {
    let timeline = lay(&one(li4(60)), Pace::CALM);
    assert_eq!(
        rows(&timeline),
        [
            (Part::LeadIn, 0, 2),
            (Part::SinkIn, 20, 1),
            (Part::Stay, 30, 5),
            (Part::Release, 80, 1),
            (Part::Switch, 90, 1),
            (Part::SinkIn, 100, 1),
            (Part::Stay, 110, 5),
            (Part::Release, 160, 1),
            (Part::Close, 170, 1),
        ]
    );
    assert_eq!(timeline.total(), 180_000);
    let halves: Vec<_> = timeline.segments.iter().map(|s| s.half).collect();
    let (left, right) = (Some(Half::Left), Some(Half::Right));
    assert_eq!(halves, [left, left, left, left, right, right, right, right, None]);
}

#[test]
fn table_b_sp6_by_itself() {
    let timeline = lay(&one(press(SP6, SideRule::Each, Motion::Stay, 150)), Pace::CALM);
    assert_eq!(
        rows(&timeline),
        [
            (Part::LeadIn, 0, 2),
            (Part::SinkIn, 20, 1),
            (Part::Stay, 30, 14),
            (Part::Release, 170, 1),
            (Part::Switch, 180, 1),
            (Part::SinkIn, 190, 1),
            (Part::Stay, 200, 14),
            (Part::Release, 340, 1),
            (Part::Close, 350, 2),
        ]
    );
    assert_eq!(timeline.total(), 370_000);
}

#[test]
fn table_c_yintang_by_itself() {
    let timeline = lay(
        &one(press(YINTANG, SideRule::Midline, Motion::Circle, 60)),
        Pace::CALM,
    );
    assert_eq!(
        rows(&timeline),
        [
            (Part::LeadIn, 0, 2),
            (Part::SinkIn, 20, 1),
            (Part::Circle, 30, 5),
            (Part::Release, 80, 1),
            (Part::Close, 90, 1),
        ]
    );
    let circles: Ms = timeline.segments.iter().map(|s| s.turns() * s.breaths()).sum();
    assert_eq!(circles, 50);
}

#[test]
fn table_d_an_evening_filled_to_ten_minutes() {
    let timeline = fill(&evening_unwind(), Pace::CALM, 600);
    assert_eq!(
        rows(&timeline),
        [
            (Part::LeadIn, 0, 2),
            (Part::SinkIn, 20, 1),
            (Part::Circle, 30, 5),
            (Part::Release, 80, 1),
            (Part::LeadIn, 90, 1),
            (Part::SinkIn, 100, 1),
            (Part::Circle, 110, 12),
            (Part::Release, 230, 1),
            (Part::LeadIn, 240, 1),
            (Part::SinkIn, 250, 1),
            (Part::Circle, 260, 5),
            (Part::Release, 310, 1),
            (Part::Switch, 320, 1),
            (Part::SinkIn, 330, 1),
            (Part::Circle, 340, 5),
            (Part::Release, 390, 1),
            (Part::LeadIn, 400, 2),
            (Part::SinkIn, 420, 1),
            (Part::Stay, 430, 5),
            (Part::Release, 480, 1),
            (Part::Switch, 490, 1),
            (Part::SinkIn, 500, 1),
            (Part::Stay, 510, 5),
            (Part::Release, 560, 1),
            (Part::Close, 570, 3),
        ]
    );
    assert_eq!(timeline.total(), 600_000);
}

#[test]
fn the_same_evening_in_other_lengths() {
    let plan = evening_unwind();
    for (pace, minutes, pressed, close, total) in [
        (Pace::CALM, 6, [3, 5, 3, 3], 2, 360),
        (Pace::CALM, 8, [5, 9, 5, 4], 2, 480),
        (Pace::CALM, 12, [8, 16, 8, 7], 4, 720),
        (Pace::CALM, 15, [10, 21, 10, 10], 5, 900),
        (Pace::CALM, 20, [15, 29, 14, 14], 6, 1200),
        (coherent(), 10, [6, 12, 5, 5], 3, 605),
        (Pace::NATURAL, 10, [13, 27, 13, 13], 6, 600),
    ] {
        let timeline = fill(&plan, pace, minutes * 60);
        assert_eq!(
            shape(&timeline, &plan),
            (pressed.to_vec(), close),
            "{minutes} min"
        );
        assert_eq!(timeline.total() / 1_000, total, "{minutes} min");
    }
    assert_eq!(
        Timeline::lay(&plan, Pace::CALM, Length::Filled(300_000)),
        Err(Misfit::TooShort { least: 6 })
    );
}

#[test]
fn table_e_three_repeats() {
    let plan = one(Press {
        repeats: 3,
        ..li4(30)
    });
    let timeline = lay(&plan, Pace::CALM);
    let round = [Part::SinkIn, Part::Stay, Part::Release];
    let mut parts = vec![Part::LeadIn];
    for side in 0..2 {
        if side > 0 {
            parts.push(Part::Switch);
        }
        for repeat in 0..3 {
            if repeat > 0 {
                parts.push(Part::Rest);
            }
            parts.extend(round);
        }
    }
    parts.push(Part::Close);
    assert_eq!(
        timeline.segments.iter().map(|s| s.part).collect::<Vec<_>>(),
        parts
    );
    assert_eq!(timeline.total(), 330_000);
    assert_eq!(shape(&timeline, &plan), (vec![9], 2));

    let timeline = fill(&plan, Pace::CALM, 600);
    assert_eq!(shape(&timeline, &plan), (vec![22], 3));
    let stays: Vec<_> = timeline
        .segments
        .iter()
        .filter(|s| s.part == Part::Stay && s.half == Some(Half::Left))
        .map(Segment::breaths)
        .collect();
    assert_eq!(stays, [7, 6, 6], "8 + 7 + 7 with the sink-ins");
}

#[test]
fn small_table_as_written() {
    let sp6 = || one(press(SP6, SideRule::Each, Motion::Stay, 150));
    let thrice = || {
        one(Press {
            repeats: 3,
            ..li4(60)
        })
    };
    let light = || one(li4(60).light());
    let four_long = one(Press {
        repeats: 4,
        ..li4(120)
    });
    for (plan, pace, pressed, close, total) in [
        (one(li4(60)), coherent(), 5, 1, 176),
        (one(li4(60)), sigh(), 5, 1, 192),
        (one(li4(60)), Pace::NATURAL, 12, 2, 170),
        (sp6(), coherent(), 14, 2, 385),
        (sp6(), sigh(), 13, 2, 396),
        (sp6(), Pace::NATURAL, 30, 3, 355),
        (light(), Pace::CALM, 3, 1, 120),
        (light(), coherent(), 2, 1, 110),
        (light(), Pace::NATURAL, 6, 2, 110),
        (thrice(), Pace::CALM, 18, 2, 510),
        (thrice(), coherent(), 16, 2, 517),
        (thrice(), Pace::NATURAL, 36, 5, 485),
        (four_long, Pace::CALM, 30, 4, 810),
    ] {
        let timeline = lay(&plan, pace);
        assert_eq!(
            (shape(&timeline, &plan), timeline.total() / 1_000),
            ((vec![pressed], close), total),
            "{plan:?} {pace:?}"
        );
    }
}

#[test]
fn small_table_filled() {
    let plan = one(li4(60));
    for (pace, seconds, pressed, close, total) in [
        (Pace::CALM, 120, 3, 1, 120),
        (coherent(), 120, 3, 1, 121),
        (Pace::CALM, 150, 4, 2, 150),
        (Pace::CALM, 180, 6, 1, 180),
        (Pace::CALM, 240, 9, 1, 240),
        (Pace::CALM, 300, 11, 3, 300),
        (Pace::CALM, 600, 26, 3, 600),
        (Pace::CALM, 900, 30, 6, 710),
    ] {
        let timeline = fill(&plan, pace, seconds);
        assert_eq!(shape(&timeline, &plan), (vec![pressed], close), "{seconds} s");
        assert_eq!(timeline.total() / 1_000, total, "{seconds} s");
        assert_eq!(timeline.capped, seconds == 900);
    }
    assert_eq!(
        Timeline::lay(&plan, Pace::CALM, Length::Filled(90_000)),
        Err(Misfit::TooShort { least: 2 })
    );
}

#[test]
fn breathing_items_keep_their_own_breath() {
    let breathe = |rhythm, seconds, most_breaths| Item {
        act: Act::Breathe(Breathe {
            pattern: "x".into(),
            rhythm,
            seconds,
            most_breaths,
            hands: Words::default(),
        }),
        posture: Posture::Sit,
        optional: false,
    };
    // Five quiet minutes: 20 s to settle, 26 breaths, the rest to close.
    let plan = Plan {
        items: vec![breathe(Rhythm::CALM, 260, None)],
    };
    let timeline = fill(&plan, Pace::CALM, 300);
    assert_eq!(
        rows(&timeline),
        [
            (Part::LeadIn, 0, 2),
            (Part::Breathe, 20, 26),
            (Part::Close, 280, 2)
        ]
    );
    // A pattern with holds lives beside presses, and never more than its four breaths.
    let held = Rhythm::Paced {
        inhale: 4_000,
        full: 7_000,
        exhale: 8_000,
        empty: 0,
        top_up: None,
    };
    let plan = Plan {
        items: vec![item(li4(60), Posture::Sit), breathe(held, 300, Some(4))],
    };
    let timeline = lay(&plan, Pace::CALM);
    let breathing: Vec<_> = timeline
        .segments
        .iter()
        .filter(|s| s.rhythm.has_hold())
        .map(|s| (s.part, s.breaths()))
        .collect();
    assert_eq!(breathing, [(Part::Breathe, 4)]);
}

#[test]
fn optional_items_go_last_first_when_the_time_is_short() {
    let mut plan = evening_unwind();
    plan.items[1].optional = true;
    plan.items[2].optional = true;
    let timeline = fill(&plan, Pace::CALM, 300);
    assert_eq!(timeline.dropped, [2]);
    assert_eq!(timeline.total(), 300_000);
    let timeline = fill(&plan, Pace::CALM, 600);
    assert!(timeline.dropped.is_empty());
}

#[test]
fn a_point_still_being_learnt_gets_ten_seconds_more_to_be_found() {
    let plan = one(Press {
        learning: true,
        ..li4(60)
    });
    assert_eq!(lay(&plan, Pace::CALM).segments[0].breaths(), 3);
    assert_eq!(lay(&plan, Pace::NATURAL).segments[0].breaths(), 6);
}

#[test]
fn a_plan_of_more_than_half_an_hour_is_filled_to_half_an_hour() {
    let plan = Plan {
        items: (0..6)
            .map(|n| item(press(n, SideRule::Each, Motion::Stay, 300), Posture::Sit))
            .collect(),
    };
    let timeline = lay(&plan, Pace::CALM);
    assert_eq!(timeline.total(), LONGEST_PRACTICE);
    let plan = Plan {
        items: (0..40)
            .map(|n| item(press(n, SideRule::Each, Motion::Stay, 300), Posture::Sit))
            .collect(),
    };
    assert_eq!(
        Timeline::lay(&plan, Pace::CALM, Length::AsWritten),
        Err(Misfit::TooLong)
    );
    assert_eq!(
        Timeline::lay(&Plan::default(), Pace::CALM, Length::AsWritten),
        Err(Misfit::Empty)
    );
}

#[test]
fn circles_are_whole_in_every_breath() {
    for (pace, turns) in [(Pace::CALM, 10), (coherent(), 11), (Pace::NATURAL, 5)] {
        let timeline = lay(&one(press(YINTANG, SideRule::Midline, Motion::Circle, 60)), pace);
        let circle = timeline.segments.iter().find(|s| s.part == Part::Circle).unwrap();
        assert_eq!(circle.turns(), turns);
        assert_eq!(circle.turn(0), Some(0.0));
        assert_eq!(circle.turn(pace.cycle()), Some(0.0));
    }
}

pub(crate) fn paces() -> impl Strategy<Value = Pace> {
    prop_oneof![
        Just(Pace::CALM),
        Just(coherent()),
        Just(sigh()),
        Just(Pace::NATURAL),
        (2_000..=6_000u64, 3_000..=6_000u64).prop_map(|(i, o)| Rhythm::paced(i, o).pace().unwrap()),
    ]
}

pub(crate) fn plans() -> impl Strategy<Value = Plan> {
    let sides = prop_oneof![
        Just(SideRule::Each),
        Just(SideRule::Together),
        Just(SideRule::Midline),
        Just(SideRule::Only(Side::Left)),
    ];
    let motion = prop_oneof![Just(Motion::Stay), Just(Motion::Circle), Just(Motion::Rub)];
    let posture = prop_oneof![Just(Posture::Sit), Just(Posture::Cross), Just(Posture::Lie)];
    let ceiling = prop_oneof![Just(60u16), Just(120), Just(180), Just(300), Just(600)];
    let press = (
        sides,
        motion,
        20..=200u16,
        1..=5u8,
        ceiling,
        any::<bool>(),
        any::<bool>(),
    );
    let act = prop_oneof![
        5 => (0..1000u32, press).prop_map(|(point, (sides, motion, seconds, repeats, ceiling, light, learning))| {
            let press = Press {
                point: PointId(point),
                sides,
                motion,
                pressure: Pressure::Firm,
                seconds,
                repeats,
                ceiling,
                dose: Dose::Full,
                learning,
                with: With::Fingers,
                hand: None,
            };
            Act::Press(if light { press.light() } else { press })
        }),
        1 => (30..=300u16).prop_map(|seconds| Act::Breathe(Breathe {
            pattern: "box".into(),
            rhythm: Rhythm::Paced { inhale: 4_000, full: 4_000, exhale: 4_000, empty: 4_000, top_up: None },
            seconds,
            most_breaths: None,
            hands: Words::default(),
        })),
    ];
    proptest::collection::vec(
        (act, posture, any::<bool>()).prop_map(|(act, posture, optional)| Item {
            act,
            posture,
            optional,
        }),
        1..=5,
    )
    .prop_map(|mut items| {
        // One item a point, as in every real plan.
        for (n, item) in items.iter_mut().enumerate() {
            if let Act::Press(press) = &mut item.act {
                press.point = PointId(n as u32);
            }
        }
        Plan { items }
    })
}

fn check_order(timeline: &Timeline, plan: &Plan) -> Result<(), TestCaseError> {
    let mut at = 0;
    for (n, segment) in timeline.segments.iter().enumerate() {
        prop_assert_eq!(segment.start, at);
        prop_assert!(segment.length > 0);
        prop_assert_eq!(segment.length % segment.rhythm.cycle(), 0);
        prop_assert!(segment.part == Part::Breathe || !segment.rhythm.has_hold());
        at = segment.end();
        let before = n.checked_sub(1).map(|n| timeline.segments[n].part);
        let after = timeline.segments.get(n + 1).map(|s| s.part);
        match segment.part {
            Part::SinkIn => {
                prop_assert_eq!(segment.breaths(), 1);
                prop_assert!(matches!(before, Some(Part::LeadIn | Part::Switch | Part::Rest)));
                prop_assert!(after.unwrap().is_staying());
            }
            Part::Release => {
                prop_assert_eq!(segment.breaths(), 1);
                prop_assert!(before.unwrap().is_staying());
            }
            part if part.is_staying() => prop_assert_eq!(after, Some(Part::Release)),
            _ => {}
        }
    }
    prop_assert_eq!(timeline.segments.last().unwrap().part, Part::Close);
    let order: Vec<_> = timeline.segments.iter().filter_map(|s| s.item).collect();
    prop_assert!(order.is_sorted());
    for (index, press) in plan.presses() {
        if timeline.dropped.contains(&index) {
            continue;
        }
        let cycle = timeline.pace.cycle();
        let (repeats, least, most, wished, _) = dose(press, timeline.pace, &Limits::default());
        for half in press.sides.halves() {
            let pressed = timeline.pressed(index, *half) / cycle;
            prop_assert!((least..=most).contains(&pressed));
            prop_assert_eq!(pressed, timeline.pressed(index, press.sides.halves()[0]) / cycle);
            prop_assert!(pressed * cycle <= Ms::from(press.ceiling) * 1_000 || pressed == least);
            let stays: Vec<_> = timeline
                .segments
                .iter()
                .filter(|s| s.item == Some(index) && s.half == Some(*half) && s.part.is_staying())
                .map(Segment::breaths)
                .collect();
            prop_assert_eq!(stays.len() as Ms, repeats);
            prop_assert!(stays.is_sorted_by(|a, b| a >= b) && stays[0] - stays[stays.len() - 1] <= 1);
        }
        if press.dose == Dose::Light {
            let full = Press {
                dose: Dose::Full,
                ..press.clone()
            };
            prop_assert!(wished <= least.max(dose(&full, timeline.pace, &Limits::default()).3 / 2));
            prop_assert!(
                !timeline
                    .segments
                    .iter()
                    .any(|s| s.item == Some(index) && s.part == Part::Rub)
            );
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_timeline_is_whole(plan in plans(), pace in paces(), seconds in 60..=1800u64) {
        for length in [Length::AsWritten, Length::Filled(seconds * 1_000)] {
            match Timeline::lay(&plan, pace, length) {
                Ok(timeline) => {
                    check_order(&timeline, &plan)?;
                    let total = timeline.total();
                    if let Length::Filled(time) = length {
                        if timeline.capped {
                            prop_assert!(total < time);
                        } else {
                            // Kept exactly: to the nearest breath.
                            prop_assert!(2 * total.abs_diff(time) <= pace.cycle());
                        }
                    }
                    prop_assert!(2 * total <= 2 * LONGEST_PRACTICE + pace.cycle());
                    let pieces = timeline.pieces();
                    prop_assert_eq!(pieces[0].start, 0);
                    prop_assert_eq!(pieces.last().unwrap().end, total);
                    prop_assert!(pieces.windows(2).all(|w| w[0].end == w[1].start));
                }
                Err(Misfit::TooShort { least }) => {
                    prop_assert!(least * 60 > seconds);
                    prop_assert!(Timeline::lay(&plan, pace, Length::Filled(least * 60_000)).is_ok());
                }
                Err(Misfit::TooLong) => {}
                Err(Misfit::Empty) => prop_assert!(false, "the plan has items"),
            }
        }
    }

    #[test]
    fn a_little_more_time_never_shortens_a_press_by_more_than_two_breaths(
        plan in plans(), pace in paces(), seconds in 60..=1785u64
    ) {
        let lay = |seconds: u64| Timeline::lay(&plan, pace, Length::Filled(seconds * 1_000));
        if let (Ok(less), Ok(more)) = (lay(seconds), lay(seconds + 15))
            && (&less.dropped, less.tight) == (&more.dropped, more.tight)
        {
            for (index, press) in plan.presses() {
                let half = press.sides.halves()[0];
                let (a, b) = (less.pressed(index, half), more.pressed(index, half));
                prop_assert!(b + 2 * pace.cycle() >= a, "{a} {b}");
            }
        }
    }

    #[test]
    fn only_the_proportion_of_the_wishes_counts(plan in plans(), pace in paces(), minutes in 3..=30u64) {
        let full = |factor: u16| {
            let mut plan = plan.clone();
            for item in &mut plan.items {
                if let Act::Press(press) = &mut item.act {
                    press.dose = Dose::Full;
                    press.seconds *= factor;
                }
            }
            Timeline::lay(&plan, pace, Length::Filled(minutes * 60_000))
        };
        prop_assert_eq!(full(1), full(3));
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_pressure_picture_never_jumps(plan in plans(), pace in paces()) {
        if let Ok(timeline) = Timeline::lay(&plan, pace, Length::AsWritten) {
            let mut last = 0.0_f32;
            for segment in &timeline.segments {
                for into in (0..segment.length).step_by(10) {
                    let level = segment.level(into);
                    prop_assert!((0.0..=1.0).contains(&level));
                    prop_assert!((level - last).abs() < 0.02, "{:?} {into} {last} {level}", segment.part);
                    last = level;
                }
            }
            prop_assert_eq!(last, 0.0);
        }
    }
}
