//! What light means, and that the numbers of the dose rules are the ones that are kept.

use hegu::app::settings::Settings;
use hegu::app::{Model, preview::Preview};
use hegu::content::safety::RawBounds;
use hegu::content::text::embedded;
use hegu::domain::atlas::PointId;
use hegu::domain::breath::Pace;
use hegu::domain::plan::{Act, Item, Plan};
use hegu::domain::point::Pressure;
use hegu::domain::profile::{Profile, Today};
use hegu::domain::safety::{Cleared, Refusal, Rulebook, Safety, Verdict};
use hegu::domain::script::{Voice, script};
use hegu::domain::time::{Moment, Ms, Now};
use hegu::domain::timeline::{Length, Timeline};
use hegu::domain::words::Lang;

use crate::world::{RAW, RULES, wish, yes_and_asked};

/// The shipped rules without these rows.
fn without(ids: &[&str]) -> Rulebook {
    let mut raw = RAW.clone();
    raw.rules.retain(|rule| !ids.contains(&rule.id.as_str()));
    raw.into_rulebook(embedded).expect("still right")
}

/// The shipped rules with other numbers in one row.
fn with_bounds(id: &str, change: impl Fn(&mut RawBounds)) -> Rulebook {
    let mut raw = RAW.clone();
    let rule = raw
        .rules
        .iter_mut()
        .find(|rule| rule.id.as_str() == id)
        .expect("a row");
    change(&mut rule.bounds);
    raw.into_rulebook(embedded).expect("still right")
}

fn id(code: &str) -> PointId {
    hegu::shipped().atlas.by_code(code).expect("a point")
}

/// Points of the shipped atlas one after the other, for so long a side.
fn plan(codes: &[&str], seconds: u16) -> Plan {
    let items = codes.iter().map(|code| {
        let mut item = Item::of(id(code), hegu::shipped().atlas.point(id(code)));
        if let Act::Press(press) = &mut item.act {
            press.seconds = seconds;
            press.repeats = 1;
            press.ceiling = press.ceiling.max(seconds);
        }
        item
    });
    Plan {
        items: items.collect(),
    }
}

fn cleared(rules: &Rulebook, profile: &Profile, today: &Today, plan: Plan) -> Result<Cleared, Refusal> {
    Safety::new(&hegu::shipped().atlas, rules, profile, today).clear(wish(plan, None))
}

fn laid(cleared: &Cleared) -> Timeline {
    cleared
        .lay(cleared.pace(Pace::CALM), Length::AsWritten)
        .expect("it fits")
}

/// Real pressed time of a timeline.
fn pressed(timeline: &Timeline) -> Ms {
    let pressed = timeline
        .segments
        .iter()
        .filter(|segment| segment.part.is_pressed());
    pressed.map(|segment| segment.end() - segment.start).sum()
}

/// Every cue that is said.
fn said(cleared: &Cleared) -> Vec<String> {
    let voice = Voice {
        lang: Lang::En,
        good_night: false,
    };
    let timeline = laid(cleared);
    let lines = script(&timeline.segments, cleared.plan(), &hegu::shipped().atlas, voice);
    lines.into_iter().map(|line| line.text).collect()
}

#[test]
fn light_halves_the_time_forbids_the_tool_and_changes_what_is_said() {
    // A blood thinner (WB-02) and frail skin (WB-22), and LI4 pressed for two minutes a side.
    for rule in ["WB-02", "WB-22"] {
        let profile = yes_and_asked(&[rule], &[rule]);
        let today = Today::default();
        let live =
            |rules: &Rulebook| cleared(rules, &profile, &today, plan(&["LI4"], 120)).expect("it passes");
        let light = live(&RULES);
        let (full, no_meaning) = (live(&without(&[rule])), live(&without(&["DO-04"])));
        assert_eq!(
            (light.verdict(), full.verdict()),
            (Verdict::Gentle, Verdict::Fine),
            "{rule}"
        );

        let (half, whole) = (pressed(&laid(&light)), pressed(&laid(&full)));
        // Whole breaths of ten seconds, and a breath each to sink in and to let go.
        assert!(
            half < whole && half.abs_diff(whole / 2) <= 20_000,
            "{rule}: {half} of {whole}"
        );
        assert_eq!(pressed(&laid(&no_meaning)), whole, "{rule}");

        assert_eq!(light.fingers_only(), [id("LI4")], "{rule}");
        assert!(
            full.fingers_only().is_empty() && no_meaning.fingers_only().is_empty(),
            "{rule}"
        );

        let has = |cleared: &Cleared, words: &str| said(cleared).iter().any(|line| line.contains(words));
        for words in ["Only the weight of the finger", "Light as a hand on a table"] {
            assert!(has(&light, words), "{rule}: {:#?}", said(&light));
            assert!(!has(&full, words) && !has(&no_meaning, words), "{rule}: {words}");
        }
        assert!(has(&full, "Firm") && !has(&light, "Firm"), "{rule}");
    }
}

#[test]
fn whoever_presses_with_a_tool_is_told_where_not_to() {
    let now = Now {
        steady: Moment(0),
        wall: "2026-11-22T21:00:00+01:00".parse().expect("a moment"),
    };
    let mut known = Model::new(hegu::shipped(), Settings::default(), now, (80, 24)).known;
    known.profile = yes_and_asked(&["WB-02"], &["WB-02"]);
    let told = |known: &hegu::app::Known| {
        let offer = Preview::of_points(&[id("LI4")], known)
            .outlook(known)
            .expect("an offer");
        hegu::ui::preview::told(&offer, known, &hegu::ui::look::Look::new(known)).join("\n")
    };
    assert!(!told(&known).contains("no tool"), "{}", told(&known));
    known.settings.with = hegu::domain::reach::With::Tool;
    assert!(told(&known).contains("no tool: LI4"), "{}", told(&known));
    known.profile = Profile::default();
    assert!(!told(&known).contains("no tool"), "{}", told(&known));
}

#[test]
fn the_numbers_of_the_dose_rules_are_the_ones_kept() {
    let (nobody, today) = (Profile::default(), Today::default());
    let one = |rules: &Rulebook, seconds| {
        pressed(&laid(
            &cleared(rules, &nobody, &today, plan(&["LI4"], seconds)).expect("it passes"),
        ))
    };
    // DO-01: at most five minutes a side; with two in the row, two.
    let two = with_bounds("DO-01", |bounds| bounds.side_most_s = Some(120));
    assert!(
        one(&RULES, 600).abs_diff(2 * 300_000) <= 40_000,
        "{}",
        one(&RULES, 600)
    );
    assert!(
        one(&two, 600).abs_diff(2 * 120_000) <= 40_000,
        "{}",
        one(&two, 600)
    );
    // DO-01: at least half a minute; with two minutes in the row, two.
    let long = with_bounds("DO-01", |bounds| bounds.side_least_s = Some(120));
    assert!(
        one(&RULES, 30) < one(&long, 30),
        "{} {}",
        one(&RULES, 30),
        one(&long, 30)
    );

    // DO-02: half an hour in all; with twelve minutes in the row, what runs past them goes.
    let many = ["LI4", "LI11", "PC6", "HT7", "SP6", "ST36"];
    let whole = |rules: &Rulebook| cleared(rules, &nobody, &today, plan(&many, 120)).expect("it passes");
    let short = with_bounds("DO-02", |bounds| bounds.practice_most_min = Some(12));
    assert_eq!(whole(&RULES).plan().items.len(), 6);
    assert_eq!(whole(&short).plan().items.len(), 3);
    assert!(laid(&whole(&short)).total() <= 12 * 60_000);
    assert!(laid(&whole(&RULES)).total() > 12 * 60_000);

    // DO-03: three practices a day, fifteen minutes a point.
    let mut busy = Today::default();
    busy.done.practices = 3;
    busy.done.pressed.insert("HT7".into(), 10 * 60);
    let more = with_bounds("DO-03", |bounds| bounds.practices_a_day = Some(4));
    assert!(matches!(
        cleared(&RULES, &nobody, &busy, plan(&["LI4"], 60)),
        Err(Refusal::Enough { .. })
    ));
    assert!(cleared(&more, &nobody, &busy, plan(&["LI4"], 60)).is_ok());
    let ten = with_bounds("DO-03", |bounds| {
        bounds.practices_a_day = Some(9);
        bounds.point_a_day_min = Some(10);
    });
    assert!(cleared(&more, &nobody, &busy, plan(&["HT7"], 60)).is_ok());
    assert!(cleared(&ten, &nobody, &busy, plan(&["HT7"], 60)).is_err());

    // DO-04: light is half; with 25 in the row, a quarter.
    let thin = yes_and_asked(&["WB-02"], &["WB-02"]);
    let light = |rules: &Rulebook| {
        pressed(&laid(
            &cleared(rules, &thin, &today, plan(&["LI4"], 240)).expect("ok"),
        ))
    };
    let quarter = with_bounds("DO-04", |bounds| bounds.light_percent = Some(25));
    assert!(light(&RULES).abs_diff(2 * 120_000) <= 40_000, "{}", light(&RULES));
    assert!(
        light(&quarter).abs_diff(2 * 60_000) <= 40_000,
        "{}",
        light(&quarter)
    );
    let press = cleared(&RULES, &thin, &today, plan(&["LI4"], 240)).expect("ok");
    assert!(
        press
            .plan()
            .presses()
            .all(|(_, press)| press.pressure == Pressure::Touch)
    );

    // DO-05: two days of rest; with one in the row, a day and a half later it may be pressed.
    let mut sore = Today::default();
    sore.done.sore.insert("LI4".into(), 36);
    let day = with_bounds("DO-05", |bounds| bounds.rest_h = Some(24));
    assert!(cleared(&RULES, &nobody, &sore, plan(&["LI4"], 60)).is_err());
    assert!(cleared(&day, &nobody, &sore, plan(&["LI4"], 60)).is_ok());
}
