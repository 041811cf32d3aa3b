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

/// Between two sides there is one breath, ten seconds at the calm pace: whoever has changed hands by then must know
/// the whole place, not half of it.
#[test]
fn the_words_between_two_sides_fit_one_breath_at_every_point() {
    let atlas = &crate::shipped().atlas;
    for (_, point) in atlas.points().filter(|(_, point)| !point.cue.switch.is_empty()) {
        for (lang, word) in [(Lang::En, "Switch. "), (Lang::Da, "Skift side. ")] {
            for half in [Half::Left, Half::Right] {
                let lines = switch_lines(point, half, None, lang).join(" ");
                let short = format!("{word}{}", short_line(point, half, None, lang));
                let least = syllables(&lines).min(syllables(&short));
                assert!(lines.starts_with(word), "{}: {lines}", point.code);
                assert!(least <= 26, "{}: {least} in {lines:?} and {short:?}", point.code);
            }
        }
    }
}

#[test]
fn every_place_in_a_routine_names_what_presses_it() {
    let content = crate::shipped();
    let named = [
        "thumb",
        "finger",
        "hand",
        "fist",
        "tommel",
        "fing",
        "hånd",
        "knytnæve",
    ];
    for routine in content.routines.all() {
        for (_, press) in routine.plan.presses() {
            let point = content.atlas.point(press.point);
            for half in press.sides.halves() {
                for lang in Lang::ALL {
                    for words in [
                        find_lines(point, *half, None, lang).join(" "),
                        short_line(point, *half, None, lang),
                    ] {
                        let small = words.to_lowercase();
                        assert!(
                            named.iter().any(|word| small.contains(word)),
                            "{}: {words}",
                            point.code
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_only_hand_there_is_does_it_all() {
    let line = "{side} palm up. {other} thumb on the wrist.";
    assert_eq!(
        with_sides(line, Half::Left, Some(Side::Left), Lang::En),
        "Left palm up. Left thumb on the wrist."
    );
    let atlas = &crate::shipped().atlas;
    let crown = atlas.point(atlas.by_code("GV20").unwrap());
    let lines = find_lines(crown, Half::Midline, Some(Side::Right), Lang::En).join(" ");
    assert!(
        !lines.contains("each ear") && lines.contains("One finger"),
        "{lines}"
    );
}

#[test]
fn sides_are_put_in_with_the_right_letters() {
    let line = "{side} palm up. {other} thumb on the {side} wrist.";
    assert_eq!(
        with_sides(line, Half::Right, None, Lang::En),
        "Right palm up. Left thumb on the right wrist."
    );
    assert_eq!(
        with_sides("Skift side. {side} ben.", Half::Right, None, Lang::Da),
        "Skift side. Højre ben."
    );
}
