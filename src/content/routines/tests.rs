use super::*;
use crate::domain::timeline::{Length, Misfit};

fn shipped(id: &str) -> &'static Routine {
    crate::shipped()
        .routines
        .by_id(id)
        .unwrap_or_else(|| panic!("{id}"))
}

/// Pressed breaths per side of each press.
fn pressed(routine: &Routine, length: Length) -> Vec<u64> {
    let timeline = Timeline::lay(&routine.plan, Pace::CALM, length).unwrap();
    routine
        .plan
        .presses()
        .map(|(index, press)| timeline.pressed(index, press.sides.halves()[0]) / 10_000)
        .collect()
}

#[test]
fn every_routine_is_filled_as_designed() {
    for (id, breaths) in [
        ("first-three", &[6, 5, 14][..]),
        ("evening-unwind", &[6, 13, 6, 6]),
        ("falling-asleep", &[8, 11, 22]),
        ("tension-headache", &[10, 7, 6, 6]),
        ("tired-eyes", &[4, 6, 6]),
        ("neck-shoulders", &[6, 6, 6, 6]),
        ("low-back", &[13, 13, 7, 7]),
        ("travel-nausea", &[14]),
        ("tense-belly", &[8, 8, 7]),
        ("period-days", &[6, 6, 6]),
        ("tired-stimulating", &[8, 7, 6, 6, 6, 6]),
        ("tired-relaxing", &[9, 7, 7, 7, 7]),
        ("desk-break", &[3]),
        ("calm-before", &[13, 4]),
        ("low-evening", &[]),
        ("quiet-five", &[]),
    ] {
        let routine = shipped(id);
        assert_eq!(pressed(routine, routine.length(None)), breaths, "{id}");
    }
    assert_eq!(crate::shipped().routines.all().len(), 16);
}

#[test]
fn every_routine_lasts_between_its_least_and_its_most() {
    for (id, least, most) in [
        ("first-three", 5, 1_800),
        ("evening-unwind", 6, 1_800),
        ("falling-asleep", 7, 1_800),
        ("tension-headache", 5, 1_250),
        ("tired-eyes", 4, 540),
        ("neck-shoulders", 7, 1_800),
        ("low-back", 6, 1_800),
        ("travel-nausea", 2, 710),
        ("tense-belly", 5, 1_180),
        ("tired-stimulating", 9, 1_800),
        ("tired-relaxing", 8, 1_800),
        ("desk-break", 2, 710),
        ("calm-before", 3, 1_330),
    ] {
        let mut plan = shipped(id).plan.clone();
        for item in &mut plan.items {
            item.optional = false;
        }
        let lay = |minutes: u64| Timeline::lay(&plan, Pace::CALM, Length::Filled(minutes * 60_000));
        assert!(lay(least).is_ok(), "{id}");
        assert_eq!(lay(least - 1), Err(Misfit::TooShort { least }), "{id}");
        assert_eq!(lay(30).unwrap().total() / 1_000, most, "{id}");
    }
    let period = shipped("period-days");
    let timeline = Timeline::lay(&period.plan, Pace::CALM, period.length(Some(20))).unwrap();
    assert_eq!(timeline.total(), 530_000, "as written, whatever is asked");
    for (id, total) in [("low-evening", 360_000), ("quiet-five", 300_000)] {
        let routine = shipped(id);
        let timeline = Timeline::lay(&routine.plan, Pace::CALM, routine.length(Some(20))).unwrap();
        assert_eq!(timeline.total(), total, "{id}");
    }
}

#[test]
fn light_routines_are_about_half_as_long() {
    for (id, total) in [
        ("first-three", 410),
        ("evening-unwind", 410),
        ("falling-asleep", 540),
        ("tension-headache", 330),
        ("tired-eyes", 260),
        ("neck-shoulders", 420),
        ("low-back", 440),
        ("travel-nausea", 230),
        ("period-days", 340),
        ("desk-break", 120),
        ("calm-before", 230),
    ] {
        let routine = shipped(id);
        let mut plan = routine.plan.clone();
        for item in &mut plan.items {
            if let Act::Press(press) = &mut item.act {
                *press = press.clone().light();
            }
        }
        let timeline = Timeline::lay(&plan, Pace::CALM, routine.length(None)).unwrap();
        assert_eq!(timeline.total() / 1_000, total, "{id}");
    }
}

#[test]
fn no_routine_promises_anything() {
    let never = [
        "works",
        "heals",
        "cures",
        "effective",
        "proven",
        "relieves",
        "virker",
        "helbreder",
        "effektiv",
        "bevist",
        "lindrer",
    ];
    for routine in crate::shipped().routines.all() {
        for text in [&routine.why, &routine.expect] {
            for lang in [&text.en, &text.da] {
                let lower = lang.to_lowercase();
                let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
                assert!(
                    never.iter().all(|word| !words.contains(word)),
                    "{}: {lang}",
                    routine.id
                );
            }
        }
        // Something it rests on, or plainly nothing.
        let claims = routine.tradition || !routine.evidence.is_empty();
        assert!(claims || routine.id == "low-evening", "{}", routine.id);
    }
}

#[test]
fn a_wrong_routine_is_refused_with_line_and_remedy() {
    let content = crate::shipped();
    let read = |items: &str| {
        let text = format!(
            "[[routine]]\nid = \"mine\"\nname = {{ en = \"x\", da = \"x\" }}\nwhy = {{ en = \"x\", da = \"x\" }}\n\
             expect = {{ en = \"x\", da = \"x\" }}\nminutes = 5\nfit = \"filled\"\nitems = [\n{items}\n]"
        );
        let source = Source {
            file: "mine.toml",
            text: &text,
        };
        let (good, problems) = super::read(source, &content.atlas, &content.patterns);
        (
            good.len(),
            problems.0.iter().map(ToString::to_string).collect::<Vec<_>>(),
        )
    };
    let right = "{ point = \"li4\", seconds = 60, posture = \"sit\" },";
    assert_eq!(read(right), (1, vec![]));
    for (items, says) in [
        (
            "{ point = \"LI99\", seconds = 60, posture = \"sit\" },",
            "mine.toml, line 9: No point is called \"LI99\"",
        ),
        (
            "{ point = \"LI4\", sides = \"midline\", seconds = 60, posture = \"sit\" },",
            "mine.toml, line 9: LI4 lies left and right. Write sides = \"each\".",
        ),
        (
            "{ point = \"BL2\", seconds = 90, posture = \"sit\" },",
            "mine.toml, line 9: 90 s on a side do not suit BL2. Write 30 to 60.",
        ),
        (
            "{ breathe = \"fast\", seconds = 60, posture = \"sit\" },",
            "mine.toml, line 9: No breath pattern is called \"fast\". Write calm or",
        ),
        ("{ seconds = 60, posture = \"sit\" },", "does not say which"),
        (
            "{ point = \"LI4\", seconds = 60, posture = \"hang\" },",
            "Write stand or sit or cross or lie.",
        ),
    ] {
        let (good, problems) = read(items);
        assert_eq!(good, 0);
        assert!(problems[0].contains(says), "{problems:?}");
    }
    let crowded = right.repeat(5);
    assert!(
        read(&crowded).1[0].contains("do not fit 5 minutes"),
        "{:?}",
        read(&crowded)
    );
}
