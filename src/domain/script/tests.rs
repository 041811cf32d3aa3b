use super::*;
use crate::domain::breath::Pace;
use crate::domain::plan::{Act, Item, Plan, SideRule};
use crate::domain::timeline::{Length, Timeline};

fn li4(seconds: u16, repeats: u8) -> Plan {
    let atlas = &crate::shipped().atlas;
    let id = atlas.by_code("LI4").unwrap();
    let mut item = Item::of(id, atlas.point(id));
    if let Act::Press(press) = &mut item.act {
        press.sides = SideRule::Each;
        press.seconds = seconds;
        press.repeats = repeats;
    }
    Plan { items: vec![item] }
}

fn told(plan: &Plan, pace: Pace, lang: Lang) -> String {
    let timeline = Timeline::lay(plan, pace, Length::AsWritten).unwrap();
    let voice = Voice {
        lang,
        good_night: false,
    };
    script(&timeline.segments, plan, &crate::shipped().atlas, voice)
        .iter()
        .map(|line| {
            let seconds = line.at / 1_000;
            format!("{}:{:02} {}\n", seconds / 60, seconds % 60, line.text)
        })
        .collect()
}

#[test]
fn light_and_uncounted_practices_have_their_own_lines() {
    let mut plan = li4(60, 1);
    if let Act::Press(press) = &mut plan.items[0].act {
        *press = press.clone().light();
    }
    let light = told(&plan, Pace::CALM, Lang::En);
    assert!(light.contains("Out. Only the weight of the finger."), "{light}");
    assert!(light.contains("Stay. Light as a hand on a table."), "{light}");
    assert!(!light.contains("Firm"), "{light}");
    let free = told(&li4(60, 1), Pace::NATURAL, Lang::Da);
    assert!(free.contains("Langsomt. Lad det synke."), "{free}");
    assert!(free.contains("Bliv. Træk vejret, som du vil."), "{free}");
    assert!(!free.contains("Ind.") && !free.contains("Ud."), "{free}");
}

#[test]
fn every_routine_is_spoken_without_codes_and_with_silence_left_over() {
    let content = crate::shipped();
    for routine in content.routines.all() {
        for lang in Lang::ALL {
            let timeline = Timeline::lay(&routine.plan, Pace::CALM, routine.length(None)).unwrap();
            let voice = Voice {
                lang,
                good_night: routine.quiet_end,
            };
            let lines = script(&timeline.segments, &routine.plan, &content.atlas, voice);
            assert!(lines.windows(2).all(|w| w[0].at < w[1].at), "{}", routine.id);
            for line in &lines {
                let text = &line.text;
                assert!(!text.contains('{') && !text.is_empty(), "{text}");
                assert!(!text.contains('!'), "{text}");
                for (_, press) in routine.plan.presses() {
                    let code = content.atlas.point(press.point).code.as_str();
                    assert!(!text.contains(code), "{text}");
                }
                // About four syllables a second in calm speech, a third of every slot silent.
                let syllables = syllables(text) as f32;
                let most = 2.6 * line.slot as f32 / 1_000.0;
                assert!(
                    syllables <= most,
                    "{} {}: {text} ({syllables} > {most})",
                    routine.id,
                    line.at
                );
            }
        }
    }
}

#[test]
fn sides_are_put_in_with_the_right_letters() {
    let line = "{side} palm up. {other} thumb on the {side} wrist.";
    assert_eq!(
        with_sides(line, Half::Right, Lang::En),
        "Right palm up. Left thumb on the right wrist."
    );
    assert_eq!(
        with_sides("Skift side. {side} ben.", Half::Right, Lang::Da),
        "Skift side. Højre ben."
    );
}
