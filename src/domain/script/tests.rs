use super::*;
use crate::domain::breath::Pace;
use crate::domain::plan::{Act, Item, SideRule};
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
fn the_script_of_li4_in_english() {
    assert_eq!(
        told(&li4(30, 2), Pace::CALM, Lang::En),
        "\
0:00 Left palm down. Right thumb in the web between its thumb and index finger.
0:10 Slide towards the wrist, to the middle of the index finger's hand bone.
0:20 In.
0:24 Out. Let it sink, slowly.
0:30 Stay. Firm, and never sharp.
0:50 In.
0:54 Out. Let go, slowly.
1:00 Rest.
1:10 In.
1:14 Out. Sink again.
1:20 Stay. Soft jaw.
1:40 In.
1:44 Out. Let go, slowly.
1:50 Switch. Right palm down. Left thumb in the web of its thumb.
2:00 In.
2:04 Out. Let it sink, slowly.
2:10 Stay. Firm, and never sharp.
2:30 In.
2:34 Out. Let go, slowly.
2:40 Rest.
2:50 In.
2:54 Out. Sink again.
3:00 Stay. Soft jaw.
3:10 Soon done.
3:20 In.
3:24 Out. Let go, slowly.
3:30 That was all.
"
    );
}

#[test]
fn the_script_of_li4_in_danish() {
    assert_eq!(
        told(&li4(30, 2), Pace::CALM, Lang::Da),
        "\
0:00 Venstre håndflade nedad. Højre tommelfinger mellem dens tommel- og pegefinger.
0:10 Glid mod håndleddet, til midten af pegefingerens mellemhåndsknogle.
0:20 Ind.
0:24 Ud. Lad trykket synke langsomt.
0:30 Bliv. Fast, og aldrig skarpt.
0:50 Ind.
0:54 Ud. Slip langsomt.
1:00 Hvil.
1:10 Ind.
1:14 Ud. Lad det synke igen.
1:20 Bliv. Blød i kæben.
1:40 Ind.
1:44 Ud. Slip langsomt.
1:50 Skift side. Højre håndflade nedad. Venstre tommelfinger mellem dens tommel- og pegefinger.
2:00 Ind.
2:04 Ud. Lad trykket synke langsomt.
2:10 Bliv. Fast, og aldrig skarpt.
2:30 Ind.
2:34 Ud. Slip langsomt.
2:40 Hvil.
2:50 Ind.
2:54 Ud. Lad det synke igen.
3:00 Bliv. Blød i kæben.
3:10 Snart færdig.
3:20 Ind.
3:24 Ud. Slip langsomt.
3:30 Det var det.
"
    );
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

/// Runs of vowels: close enough for both languages.
fn syllables(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for c in text.to_lowercase().chars() {
        let vowel = "aeiouyæøå".contains(c);
        count += usize::from(vowel && !inside);
        inside = vowel;
    }
    count
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
