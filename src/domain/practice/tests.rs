use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::breath::Rhythm;
use crate::domain::plan::{Act, Dose, Item, Press, SideRule};
use crate::domain::point::{Motion, Posture};
use crate::domain::reach::With;
use crate::domain::timeline::Part;
use crate::domain::timeline::tests::{paces, plans};

fn now(ms: Ms) -> Now {
    let evening: DateTime<FixedOffset> = "2026-11-21T21:00:00+01:00".parse().unwrap();
    Now {
        steady: Moment(1_000_000 + ms),
        wall: evening + TimeDelta::milliseconds(ms as i64),
    }
}

fn press(point: u32, sides: SideRule, seconds: u16) -> Item {
    Item {
        act: Act::Press(Press {
            point: PointId(point),
            sides,
            motion: Motion::Stay,
            pressure: Pressure::Firm,
            seconds,
            repeats: 1,
            ceiling: 300,
            dose: Dose::Full,
            learning: false,
            with: With::Fingers,
            hand: None,
        }),
        posture: Posture::Sit,
        optional: false,
    }
}

/// LI4 on both sides, then Yintang: lead-in 0:00, left 0:20 to 1:30, switch, right 1:40 to 2:50, lead-in 2:50,
/// Yintang 3:00 to 4:10, close.
fn two_points() -> Plan {
    Plan {
        items: vec![press(1, SideRule::Each, 60), press(2, SideRule::Midline, 60)],
    }
}

fn start(plan: Plan, pace: Pace, manner: Manner) -> Practice {
    let cleared = Cleared::untouched(plan);
    Practice::begin(cleared, pace, Length::AsWritten, manner, Vec::new(), now(0)).unwrap()
}

fn begin() -> Practice {
    start(two_points(), Pace::CALM, Manner::Real)
}

/// Lets time pass as the program does, waking whenever there is something to tell.
fn live(practice: &mut Practice, from: Ms, to: Ms) -> Vec<Happening> {
    let mut at = now(from);
    let mut happenings = practice.tick(at);
    while let Some(next) = practice.wake(at.steady) {
        if next > now(to).steady {
            break;
        }
        assert!(next > at.steady, "woken for nothing");
        at = now(next.0 - 1_000_000);
        happenings.extend(practice.tick(at));
    }
    happenings.extend(practice.tick(now(to)));
    happenings
}

fn part_at(practice: &Practice, ms: Ms) -> (Part, Option<Half>) {
    let segment = practice.scene(now(ms).steady).segment;
    (segment.part, segment.half)
}

fn cues(happenings: &[Happening]) -> Vec<(Ms, Vec<Cue>)> {
    happenings
        .iter()
        .filter_map(|h| match h {
            Happening::Cues(moment) => Some((moment.position, moment.cues.clone())),
            _ => None,
        })
        .collect()
}

#[test]
fn the_first_minutes_are_told_in_order() {
    let mut practice = begin();
    let told = cues(&live(&mut practice, 0, 40_000));
    assert_eq!(
        told,
        [
            (0, vec![Cue::Next, Cue::In]),
            (4_000, vec![Cue::Out]),
            (10_000, vec![Cue::In]),
            (14_000, vec![Cue::Out]),
            (20_000, vec![Cue::In]),
            (24_000, vec![Cue::Press, Cue::Out]),
            (30_000, vec![Cue::Stay, Cue::In]),
            (34_000, vec![Cue::Out]),
            (40_000, vec![Cue::In]),
        ]
    );
}

#[test]
fn left_to_itself_it_runs_to_its_end_and_writes_each_side_down() {
    let mut practice = begin();
    let happenings = live(&mut practice, 0, 400_000);
    let sides: Vec<_> = happenings
        .iter()
        .filter_map(|h| match h {
            Happening::SideEnded(side) => Some((side.key.half, side.pressed, side.ended)),
            _ => None,
        })
        .collect();
    assert_eq!(
        sides,
        [
            (Half::Left, 60_000, Some(Done::Whole)),
            (Half::Right, 60_000, Some(Done::Whole)),
            (Half::Midline, 60_000, Some(Done::Whole)),
        ]
    );
    assert_eq!(happenings.last(), Some(&Happening::Ended(Ending::Finished)));
    assert_eq!(practice.wake(now(400_000).steady), None);
}

#[test]
fn a_pause_goes_back_to_the_start_of_the_breath_and_lets_the_finger_sink_in_again() {
    let mut practice = begin();
    live(&mut practice, 0, 47_000);
    practice.command(Command::Pause, now(47_000)).unwrap();
    assert_eq!(practice.scene(now(90_000).steady).position, 47_000);
    assert_eq!(practice.wake(now(90_000).steady), Some(now(167_000).steady));
    assert!(!practice.asks_if_well(now(166_999).steady));
    assert!(practice.asks_if_well(now(167_000).steady));
    let happenings = practice.command(Command::Resume, now(100_000)).unwrap();
    assert!(happenings.contains(&Happening::Resumed));
    assert_eq!(part_at(&practice, 100_000), (Part::Placing, Some(Half::Left)));
    assert_eq!(part_at(&practice, 110_000), (Part::SinkIn, Some(Half::Left)));
    assert_eq!(part_at(&practice, 120_000), (Part::Stay, Some(Half::Left)));
    // Three whole breaths of staying were left, after the one that was broken off.
    assert_eq!(part_at(&practice, 149_999), (Part::Stay, Some(Half::Left)));
    assert_eq!(part_at(&practice, 150_000), (Part::Release, Some(Half::Left)));
    let side = practice.ledger(now(150_000).steady)[0];
    assert_eq!(side.pressed, 67_000, "60 s, and 7 s of a breath done twice");
}

#[test]
fn a_short_pause_only_repeats_the_breath() {
    let mut practice = begin();
    live(&mut practice, 0, 47_000);
    practice.command(Command::Pause, now(47_000)).unwrap();
    practice.command(Command::Resume, now(51_999)).unwrap();
    assert_eq!(part_at(&practice, 51_999), (Part::Stay, Some(Half::Left)));
    assert_eq!(practice.scene(now(51_999).steady).segment.breaths(), 4);
}

#[test]
fn a_sleeping_machine_wakes_up_paused_where_it_was() {
    let mut practice = begin();
    live(&mut practice, 0, 47_000);
    // Stopped: the steady clock went on.
    let happenings = practice.tick(now(3_600_000));
    assert_eq!(happenings, [Happening::Paused(Pause::Away)]);
    assert_eq!(practice.scene(now(3_600_000).steady).position, 47_000);
    assert_eq!(practice.ledger(now(3_600_000).steady)[0].pressed, 27_000);

    // Asleep: the steady clock stood still.
    let mut practice = begin();
    live(&mut practice, 0, 47_000);
    let awake = Now {
        steady: now(47_500).steady,
        wall: now(3_600_000).wall,
    };
    assert_eq!(practice.tick(awake), [Happening::Paused(Pause::Away)]);
    assert_eq!(practice.scene(awake.steady).position, 47_000);

    // A clock that is set back, or by a summer hour, changes nothing.
    let mut practice = begin();
    live(&mut practice, 0, 47_000);
    let back = Now {
        steady: now(47_500).steady,
        wall: now(0).wall - TimeDelta::hours(1),
    };
    assert_eq!(practice.tick(back), []);
    let summer = Now {
        steady: now(48_000).steady,
        wall: (now(0).wall - TimeDelta::hours(1) + TimeDelta::milliseconds(500))
            .with_timezone(&FixedOffset::east_opt(7_200).unwrap()),
    };
    practice.tick(summer);
    assert!(practice.is_running(summer.steady));
}

#[test]
fn the_key_that_wakes_the_machine_does_nothing_but_stop() {
    let mut practice = begin();
    live(&mut practice, 0, 47_000);
    let happenings = practice.command(Command::Skip, now(3_600_000)).unwrap();
    assert_eq!(happenings, [Happening::Paused(Pause::Away)]);
    let mut practice = begin();
    live(&mut practice, 0, 47_000);
    practice.command(Command::Stop, now(3_600_000)).unwrap();
    assert_eq!(
        practice.state(now(3_600_000).steady),
        State::Ended {
            how: Ending::Stopped,
            at: now(3_600_000).steady
        }
    );
}

#[test]
fn skipping_lets_go_first_and_never_suddenly() {
    let mut practice = begin();
    live(&mut practice, 0, 47_000);
    let told = cues(&practice.command(Command::Skip, now(47_000)).unwrap());
    assert_eq!(part_at(&practice, 47_000), (Part::Release, Some(Half::Left)));
    assert_eq!(told, [(47_000, vec![Cue::In])]);
    practice.command(Command::Skip, now(50_000)).unwrap();
    assert_eq!(part_at(&practice, 50_000), (Part::Switch, Some(Half::Right)));
    let side = practice.ledger(now(50_000).steady)[0];
    assert_eq!((side.pressed, side.ended), (27_000, Some(Done::Touched)));
    practice.command(Command::Skip, now(51_000)).unwrap();
    assert_eq!(part_at(&practice, 51_000), (Part::LeadIn, Some(Half::Midline)));
    practice.command(Command::Skip, now(52_000)).unwrap();
    assert_eq!(part_at(&practice, 52_000), (Part::Close, None));
    let happenings = practice.command(Command::Skip, now(53_000)).unwrap();
    assert_eq!(happenings.last(), Some(&Happening::Ended(Ending::Finished)));
    assert_eq!(
        practice.ledger(now(53_000).steady).len(),
        1,
        "untouched sides leave no line"
    );
}

#[test]
fn skipping_to_the_end_in_one_moment_ends_it_where_it_began() {
    let mut practice = begin();
    for _ in 0..20 {
        match practice.command(Command::Skip, now(0)) {
            Ok(_) => {}
            Err(refused) => assert_eq!(refused, Refused::Over),
        }
    }
    assert_eq!(
        practice.state(now(0).steady),
        State::Ended {
            how: Ending::Finished,
            at: now(0).steady
        }
    );
    let scene = practice.scene(now(0).steady);
    assert_eq!((scene.position, scene.total, scene.left), (0, 0, 0));
    assert!(practice.ledger(now(0).steady).is_empty());
}

#[test]
fn a_spot_that_is_found_need_not_be_waited_for() {
    let mut practice = begin();
    live(&mut practice, 0, 5_000);
    practice.command(Command::Ready, now(5_000)).unwrap();
    assert_eq!(part_at(&practice, 5_000), (Part::SinkIn, Some(Half::Left)));
    assert_eq!(
        practice.command(Command::Ready, now(5_000)),
        Err(Refused::NotWaiting)
    );
    let happenings = live(&mut practice, 5_000, 400_000);
    assert_eq!(happenings.last(), Some(&Happening::Ended(Ending::Finished)));
    assert_eq!(practice.ledger(now(400_000).steady)[0].pressed, 60_000);
}

#[test]
fn back_means_this_side_again_or_the_side_before() {
    let mut practice = begin();
    live(&mut practice, 0, 120_000);
    practice.command(Command::Back, now(120_000)).unwrap();
    assert_eq!(part_at(&practice, 120_000), (Part::Placing, Some(Half::Right)));
    assert_eq!(part_at(&practice, 130_000), (Part::SinkIn, Some(Half::Right)));
    live(&mut practice, 120_000, 132_000);
    practice.command(Command::Back, now(132_000)).unwrap();
    assert_eq!(part_at(&practice, 132_000), (Part::Placing, Some(Half::Left)));
    let happenings = live(&mut practice, 132_000, 800_000);
    let ledger = practice.ledger(now(800_000).steady);
    let pressed: Vec<_> = ledger.iter().map(|side| (side.key.half, side.pressed)).collect();
    // 20 s and 2 s of the right were broken off; left twice.
    assert_eq!(
        pressed,
        [
            (Half::Left, 120_000),
            (Half::Right, 82_000),
            (Half::Midline, 60_000)
        ]
    );
    assert_eq!(happenings.last(), Some(&Happening::Ended(Ending::Finished)));
    let mut practice = begin();
    assert_eq!(
        practice.command(Command::Back, now(3_000)),
        Err(Refused::NothingBefore)
    );
}

#[test]
fn going_back_stops_at_five_minutes_a_side_and_at_fifteen_a_day() {
    let long = Plan {
        items: vec![press(1, SideRule::Midline, 200)],
    };
    let mut practice = start(long.clone(), Pace::CALM, Manner::Real);
    live(&mut practice, 0, 200_000);
    assert_eq!(
        practice.command(Command::Back, now(200_000)),
        Err(Refused::SideBound)
    );

    let today = vec![(PointId(1), 640_000)];
    let cleared = Cleared::untouched(long.clone());
    let begin = |today| {
        Practice::begin(
            cleared.clone(),
            Pace::CALM,
            Length::AsWritten,
            Manner::Real,
            today,
            now(0),
        )
    };
    let mut practice = begin(today).unwrap();
    live(&mut practice, 0, 100_000);
    assert_eq!(
        practice.command(Command::Back, now(100_000)),
        Err(Refused::DayBound)
    );
    assert_eq!(
        begin(vec![(PointId(1), 895_000)]).err(),
        Some(NotBegun::Refused(Refused::DayBound))
    );
}

#[test]
fn fifteen_seconds_more_until_a_bound() {
    let mut practice = begin();
    live(&mut practice, 0, 25_000);
    let total = practice.scene(now(25_000).steady).total;
    practice.command(Command::Extend, now(25_000)).unwrap();
    let longer = practice.scene(now(25_000).steady).total;
    assert_eq!(longer, total + 20_000, "15 s are two breaths of ten");
    assert_eq!(practice.track()[2].breaths(), 7, "the stay after the sink-in");
    live(&mut practice, 25_000, 40_000);
    while practice.command(Command::Extend, now(40_000)).is_ok() {}
    assert_eq!(
        practice.command(Command::Extend, now(40_000)),
        Err(Refused::SideBound)
    );
    assert_eq!(practice.track()[2].breaths(), 29, "five minutes with the sink-in");
    live(&mut practice, 40_000, 321_000);
    assert_eq!(part_at(&practice, 321_000), (Part::Release, Some(Half::Left)));
    assert_eq!(
        practice.command(Command::Extend, now(321_000)),
        Err(Refused::Releasing)
    );
}

#[test]
fn softer_stays_softer_and_is_remembered_when_asked_twice() {
    let mut practice = begin();
    live(&mut practice, 0, 40_000);
    assert_eq!(practice.pressure(0), Some(Pressure::Firm));
    practice.command(Command::Softer, now(40_000)).unwrap();
    assert_eq!(practice.pressure(0), Some(Pressure::Gentle));
    assert_eq!(practice.pressure(1), Some(Pressure::Gentle));
    assert_eq!(practice.softened().count(), 0);
    practice.command(Command::Softer, now(41_000)).unwrap();
    assert_eq!(practice.pressure(1), Some(Pressure::Touch));
    assert_eq!(practice.softened().collect::<Vec<_>>(), [PointId(1)]);
    assert_eq!(
        practice.command(Command::Softer, now(42_000)),
        Err(Refused::Softest)
    );
}

/// A command that only looked used to lose a part of a millisecond of the position, which was then pressed
/// again: five minutes became 300 001 ms.
#[test]
fn no_command_moves_a_moment_so_the_bound_of_a_side_is_hard() {
    let long = Plan {
        items: vec![press(1, SideRule::Midline, 300)],
    };
    let mut practice = start(long, Pace::CALM, Manner::Real);
    live(&mut practice, 0, 20_001);
    practice.command(Command::Speed(90), now(20_001)).unwrap();
    let end = practice.track().last().unwrap().end();
    let ends = practice.moment_of(end);
    let mut at = 20_001;
    for (next, command) in [
        (33_334, Command::Softer),
        (47_777, Command::Speed(90)),
        (61_113, Command::Softer),
        (61_114, Command::Speed(90)),
        (99_999, Command::Speed(90)),
    ] {
        live(&mut practice, at, next);
        practice.command(command, now(next)).unwrap();
        assert_eq!(practice.moment_of(end), ends, "{command:?} at {next}");
        at = next;
    }
    live(&mut practice, at, 500_000);
    let side = practice.ledger(now(500_000).steady)[0];
    assert_eq!((side.pressed, side.ended), (300_000, Some(Done::Whole)));
}

#[test]
fn slower_takes_longer_in_truth_and_the_ledger_tells_the_truth() {
    let mut practice = begin();
    live(&mut practice, 0, 20_000);
    practice.command(Command::Speed(80), now(20_000)).unwrap();
    live(&mut practice, 20_000, 95_000);
    assert_eq!(practice.scene(now(95_000).steady).position, 80_000);
    assert_eq!(practice.ledger(now(95_000).steady)[0].pressed, 75_000);
    assert_eq!(
        practice.command(Command::Speed(70), now(95_000)),
        Err(Refused::SpeedBound)
    );

    // Where the bound is near, slower means fewer breaths.
    let long = Plan {
        items: vec![press(1, SideRule::Midline, 300)],
    };
    let mut practice = start(long, Pace::CALM, Manner::Real);
    live(&mut practice, 0, 10_000);
    practice.command(Command::Speed(80), now(10_000)).unwrap();
    live(&mut practice, 10_000, 900_000);
    assert_eq!(practice.ledger(now(900_000).steady)[0].pressed, 300_000);
}

#[test]
fn a_sigh_is_not_slowed_down() {
    let sigh = Rhythm::paced(4_000, 8_000).pace().unwrap();
    let mut practice = start(two_points(), sigh, Manner::Real);
    assert_eq!(
        practice.command(Command::Speed(90), now(0)),
        Err(Refused::SpeedBound)
    );
    practice.command(Command::Speed(110), now(0)).unwrap();
}

#[test]
fn a_preview_is_fast_tells_everything_and_leaves_no_trace() {
    let mut real = begin();
    let mut preview = start(two_points(), Pace::CALM, Manner::Preview { factor: 60 });
    let told = cues(&live(&mut preview, 0, 10_000));
    assert_eq!(told, cues(&live(&mut real, 0, 600_000)));
    assert!(preview.ledger(now(10_000).steady).is_empty());
    // Even a look long after its end finds nothing wrong.
    let mut late = start(two_points(), Pace::CALM, Manner::Preview { factor: 60 });
    assert_eq!(cues(&late.tick(now(600_000))), told);
}

#[test]
fn the_scene_counts_down_to_the_end_of_the_side() {
    let practice = begin();
    let scene = |ms| practice.scene(now(ms).steady);
    assert_eq!((scene(5_000).left, scene(5_000).piece), (15_000, 0));
    assert_eq!((scene(20_000).left, scene(20_000).piece), (70_000, 0));
    assert_eq!((scene(95_000).left, scene(95_000).piece), (5_000, 1));
    assert_eq!(scene(26_500).phase_into, 2_500);
    assert_eq!(practice.pieces().len(), 3);
}

#[derive(Clone, Debug)]
enum Step {
    Wait(Ms),
    Sleep(Ms),
    Do(Command),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let command = prop_oneof![
        3 => Just(Command::Pause),
        4 => Just(Command::Resume),
        1 => Just(Command::Skip),
        2 => Just(Command::Back),
        1 => Just(Command::Ready),
        2 => Just(Command::Extend),
        1 => Just(Command::Softer),
        1 => (8..=12u16).prop_map(|tens| Command::Speed(tens * 10)),
    ];
    let step = prop_oneof![
        4 => (1..60_000u64).prop_map(Step::Wait),
        1 => (10_000..10_000_000u64).prop_map(Step::Sleep),
        4 => command.prop_map(Step::Do),
    ];
    proptest::collection::vec(step, 0..16)
}

/// Lives the steps, then goes on to the end. What was told, and the moment it was over.
fn play(practice: &mut Practice, steps: &[Step]) -> (Vec<Happening>, Ms) {
    let mut at = 0;
    let mut happenings = live(practice, 0, 0);
    for step in steps {
        match step {
            Step::Wait(ms) => {
                happenings.extend(live(practice, at, at + ms));
                at += ms;
            }
            Step::Sleep(ms) => {
                at += ms;
                happenings.extend(practice.tick(now(at)));
            }
            Step::Do(command) => {
                happenings.extend(practice.command(*command, now(at)).unwrap_or_default());
            }
        }
        if matches!(practice.state(now(at).steady), State::Ended { .. }) {
            return (happenings, at);
        }
    }
    if !practice.is_running(now(at).steady) {
        happenings.extend(practice.command(Command::Resume, now(at)).unwrap());
    }
    happenings.extend(live(practice, at, at + 20_000_000));
    (happenings, at + 20_000_000)
}

fn laid(plan: Plan, pace: Pace) -> Option<Practice> {
    let cleared = Cleared::untouched(plan);
    Practice::begin(cleared, pace, Length::AsWritten, Manner::Real, Vec::new(), now(0)).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_happens_the_practice_stays_whole(plan in plans(), pace in paces(), steps in steps()) {
        let Some(mut practice) = laid(plan, pace) else { return Ok(()) };
        let (happenings, end) = play(&mut practice, &steps);
        let end = now(end).steady;

        // The track tiles time and no pressing is followed by anything but pressing or letting go.
        let mut at = 0;
        for pair in practice.track().windows(2) {
            prop_assert_eq!(pair[0].start, at);
            at = pair[0].end();
            prop_assert_eq!(pair[1].start, at);
            // Two commands in one moment leave a segment no time.
            let walked = steps.iter().all(|s| match s {
                Step::Do(command) => !matches!(command, Command::Back | Command::Pause),
                Step::Wait(_) => true,
                Step::Sleep(_) => false,
            }) && !steps.windows(2).any(|w| matches!(w, [Step::Do(_), Step::Do(_)]));
            if walked && pair[0].part.is_pressed() {
                prop_assert!(pair[1].part.is_touching(), "{:?} {:?}", pair[0].part, pair[1].part);
            }
        }

        // Cues come in order, none twice; only going on tells again where one is.
        let mut last: Option<(Ms, Option<usize>, Option<Half>, Part)> = None;
        for happening in &happenings {
            match happening {
                Happening::Cues(moment) => {
                    // A command may put another beginning exactly where one was told.
                    let key = (moment.position, moment.segment.item, moment.segment.half, moment.segment.part);
                    prop_assert!(
                        last.is_none_or(|(position, ..)| position < key.0) || last.map(|l| l.0) == Some(key.0) && last != Some(key),
                        "{last:?} {moment:?}"
                    );
                    prop_assert!(moment.cues.is_sorted_by(|a, b| a < b));
                    last = Some(key);
                }
                Happening::Resumed => last = None,
                _ => {}
            }
        }
        let over = happenings.iter().filter(|h| matches!(h, Happening::Ended(_))).count();
        prop_assert_eq!(over, 1);
        prop_assert_eq!(happenings.last(), Some(&Happening::Ended(Ending::Finished)));

        // The ledger keeps the bounds, and what was told last of a side is what stands in it.
        for side in practice.ledger(end) {
            let bound = practice.plan().items[side.key.item].press().map_or(0, |p| Ms::from(p.ceiling) * 1_000);
            let planned = practice.timeline().pressed(side.key.item, side.key.half);
            prop_assert!(side.pressed <= bound.max(planned), "{:?}", side);
            let last = happenings.iter().rev().find_map(|h| match h {
                Happening::SideEnded(told) if told.key == side.key => Some(*told),
                _ => None,
            });
            prop_assert_eq!(last, Some(side));
        }

        // The stored commands give the same practice again.
        let again = practice.replayed(practice.events());
        prop_assert_eq!(&again.lived, &practice.lived);
        prop_assert_eq!(again.ledger(end), practice.ledger(end));
    }

    #[test]
    fn pauses_and_sleep_neither_add_nor_take(plan in plans(), pace in paces(), steps in steps()) {
        let Some(mut practice) = laid(plan, pace) else { return Ok(()) };
        let steps: Vec<Step> = steps
            .into_iter()
            .filter(|s| matches!(s, Step::Wait(_) | Step::Sleep(_) | Step::Do(Command::Pause | Command::Resume)))
            .collect();
        let planned = practice.lived.total();
        let (_, end) = play(&mut practice, &steps);
        let cycle = pace.cycle();
        let ledger = practice.ledger(now(end).steady);
        for (item, press) in practice.plan().presses() {
            let day = press.sides.cost() * practice.timeline().pressed(item, press.sides.halves()[0]);
            if day + 10 * cycle > crate::domain::plan::LONGEST_POINT_DAY {
                continue;
            }
            for half in press.sides.halves() {
                let key = SideKey { item, half: *half };
                let planned = practice.timeline().pressed(item, *half);
                let side = ledger.iter().find(|side| side.key == key);
                let pressed = side.map_or(0, |side| side.pressed);
                // A side at its bound gives up a whole breath rather than pass it.
                let bound = match press.dose {
                    Dose::Full => Ms::from(press.ceiling) * 1_000,
                    Dose::Light => Ms::from(press.ceiling) * 500,
                };
                prop_assert!(
                    planned == 0 || pressed >= planned.min(bound.saturating_sub(2 * cycle)),
                    "{key:?} {pressed} of {planned}"
                );
            }
        }
        // Never finished by sleeping: the track is what was planned, and what was done twice.
        prop_assert!(practice.lived.total() + 2 * cycle * steps.len() as Ms >= planned);
    }

    #[test]
    fn skipping_always_gets_to_the_end(plan in plans(), pace in paces(), waits in proptest::collection::vec(0..90_000u64, 64), at_once in any::<bool>()) {
        let Some(mut practice) = laid(plan, pace) else { return Ok(()) };
        let sides: Ms = practice.plan().presses().map(|(_, p)| p.sides.cost()).sum();
        let most = 2 * sides as usize + practice.plan().items.len() + 2;
        let mut at = 0;
        let mut skips = 0;
        for wait in waits {
            if matches!(practice.state(now(at).steady), State::Ended { .. }) {
                break;
            }
            let before = practice.scene(now(at).steady).position;
            practice.command(Command::Skip, now(at)).unwrap();
            prop_assert!(practice.scene(now(at).steady).position >= before);
            skips += 1;
            let wait = if at_once { 0 } else { wait % 7_000 };
            live(&mut practice, at, at + wait);
            at += wait;
        }
        prop_assert!(skips <= most, "{skips} skips, {most} at most");
    }

    #[test]
    fn the_ledger_is_the_time_a_watcher_saw_the_finger_press(plan in plans(), pace in paces(), steps in steps()) {
        let Some(mut practice) = laid(plan, pace) else { return Ok(()) };
        // Somebody watches with a watch of their own, and looks whenever the program does.
        let mut watched: Vec<(SideKey, Ms)> = Vec::new();
        let mut at = 0;
        let mut watch = |practice: &mut Practice, at: &mut Ms, to: Ms| {
            loop {
                let moment = now(*at).steady;
                let segment = practice.scene(moment).segment;
                let running = practice.is_running(moment);
                let next = practice.wake(moment).map_or(to, |next| (next.0 - 1_000_000).min(to));
                if running && segment.part.is_pressed() && let Some(key) = SideKey::of(&segment) {
                    match watched.iter_mut().find(|(known, _)| *known == key) {
                        Some((_, ms)) => *ms += next - *at,
                        None => watched.push((key, next - *at)),
                    }
                }
                *at = next;
                practice.tick(now(*at));
                if *at >= to {
                    break;
                }
            }
        };
        for step in &steps {
            match step {
                Step::Wait(ms) => {
                    let to = at + ms;
                    watch(&mut practice, &mut at, to);
                }
                // Nobody presses while the machine sleeps.
                Step::Sleep(ms) => {
                    at += ms;
                    practice.tick(now(at));
                }
                Step::Do(command) => drop(practice.command(*command, now(at))),
            }
        }
        drop(practice.command(Command::Resume, now(at)));
        let to = at + 20_000_000;
        watch(&mut practice, &mut at, to);
        for side in practice.ledger(now(at).steady) {
            let seen = watched.iter().find(|(key, _)| *key == side.key).map_or(0, |(_, ms)| *ms);
            // At 90 % a millisecond of the track is no whole one of the watch.
            prop_assert!(seen.abs_diff(side.pressed) <= 2 * (steps.len() as Ms + 1) , "{side:?}, seen {seen}");
        }
        let skips = steps.iter().any(|step| matches!(step, Step::Do(Command::Skip)));
        let last = practice.track().last().unwrap();
        prop_assert!(skips || last.length % last.rhythm.cycle() == 0, "it ends inside a breath: {last:?}");
    }
}
