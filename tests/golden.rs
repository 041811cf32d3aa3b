//! What is said in each routine, from the first word to the last, in both languages: golden texts, to be read
//! aloud to somebody with closed eyes.

use hegu::domain::breath::Pace;
use hegu::domain::plan::{Act, Item, Plan, Press, SideRule};
use hegu::domain::point::Side;
use hegu::domain::profile::{Profile, Today};
use hegu::domain::reach::{Grip, Hands, With};
use hegu::domain::routine::Routine;
use hegu::domain::safety::{Asking, Origin, Safety, Wish};
use hegu::domain::script::{Voice, script};
use hegu::domain::timeline::{Length, Timeline};
use hegu::domain::words::Lang;

/// The lines with their times: `0:42  Out. Let it sink, slowly.`
fn told(plan: &Plan, pace: Pace, length: Length, voice: Voice) -> String {
    let timeline = Timeline::lay(plan, pace, length).expect("it fits");
    script(&timeline.segments, plan, &hegu::shipped().atlas, voice)
        .into_iter()
        .map(|line| {
            let seconds = line.at / 1_000;
            format!("{:>2}:{:02}  {}\n", seconds / 60, seconds % 60, line.text)
        })
        .collect()
}

fn golden(name: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => "golden",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}

fn of_routine(routine: &Routine, lang: Lang) -> String {
    let voice = Voice::of(routine, lang);
    told(&routine.plan, Pace::CALM, routine.length(None), voice)
}

#[test]
fn every_routine_reads_like_a_good_teacher() {
    for routine in hegu::shipped().routines.all() {
        for lang in Lang::ALL {
            let name = format!("{}.{}", routine.id, lang.tag());
            golden(&name, &of_routine(routine, lang));
        }
    }
}

/// Where safety or the person wants it otherwise, the lines say so.
#[test]
fn the_variants_read_as_well() {
    let content = hegu::shipped();
    let routine = content.routines.by_id("evening-unwind").expect("shipped");
    let change = |change: &dyn Fn(&mut Press)| {
        let mut plan = routine.plan.clone();
        for item in &mut plan.items {
            if let Act::Press(press) = &mut item.act {
                change(press);
            }
        }
        plan
    };
    let light = change(&|press| *press = press.clone().light());
    let one_side = change(&|press| {
        if press.sides == SideRule::Each {
            press.sides = SideRule::Only(Side::Right);
        }
    });
    let repeats = change(&|press| {
        press.repeats = 2;
        press.seconds = 40;
    });
    let id = content.atlas.by_code("LI4").expect("a point");
    let mut alone = Plan {
        items: vec![Item::of(id, content.atlas.point(id))],
    };
    if let Act::Press(press) = &mut alone.items[0].act {
        (press.seconds, press.repeats) = (30, 2);
    }
    // Whoever has one hand, or presses with something else, is told so all the way.
    let gripped = |id: &str, grip: Grip| {
        let routine = content.routines.by_id(id).expect("shipped");
        let (profile, today) = (Profile::default(), Today::default());
        let safety = Safety::new(&content.atlas, &content.rules, &profile, &today).pressed_by(grip);
        let wish = Wish {
            plan: routine.plan.clone(),
            origin: Origin::Offered,
            routine: None,
            uses: Vec::new(),
            substitutes: true,
            asking: Asking::Impossible,
        };
        safety
            .clear(wish)
            .expect("nothing stands in the way")
            .plan()
            .clone()
    };
    let one_hand = gripped(
        "first-three",
        Grip {
            hands: Hands::One(Side::Left),
            with: With::Fingers,
        },
    );
    let with = |id, with| {
        let hands = Hands::Both;
        gripped(id, Grip { hands, with })
    };
    let knuckle = with("low-back", With::Knuckle);
    let tool = with("tension-headache", With::Tool);
    for lang in Lang::ALL {
        let voice = Voice {
            lang,
            good_night: false,
        };
        for (name, plan) in [("one-hand", &one_hand), ("knuckle", &knuckle), ("tool", &tool)] {
            golden(
                &format!("variant-{name}.{}", lang.tag()),
                &told(plan, Pace::CALM, Length::AsWritten, voice),
            );
        }
        golden(
            &format!("variant-one-point.{}", lang.tag()),
            &told(&alone, Pace::CALM, Length::AsWritten, voice),
        );
        let ten = Length::Filled(600_000);
        golden(
            &format!("variant-light.{}", lang.tag()),
            &told(&light, Pace::CALM, ten, voice),
        );
        golden(
            &format!("variant-natural.{}", lang.tag()),
            &told(&routine.plan, Pace::NATURAL, ten, voice),
        );
        golden(
            &format!("variant-one-side.{}", lang.tag()),
            &told(&one_side, Pace::CALM, ten, voice),
        );
        golden(
            &format!("variant-repeats.{}", lang.tag()),
            &told(&repeats, Pace::CALM, Length::AsWritten, voice),
        );
    }
}
