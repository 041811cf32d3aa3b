//! Every rule acts, and not by being listed: without its row a word, a cue, a question at its moment, a
//! sentence before the first cue, or what follows a stop is another.
//!
//! Nothing here reads the reasons of a verdict: a rule that only adds its own name to a list would show there
//! and change nothing for anyone.

use std::collections::BTreeMap;

use hegu::app::preview::Preview;
use hegu::app::quantile::t975;
use hegu::app::redflags::RedFlags;
use hegu::app::why::Why;
use hegu::app::{Known, Model, Screen, Settings};
use hegu::content::Content;
use hegu::content::text::embedded;
use hegu::domain::breath::Rhythm;
use hegu::domain::plan::{Act, Plan};
use hegu::domain::point::Side;
use hegu::domain::profile::{Profile, Today};
use hegu::domain::safety::{Asking, Layer, Refusal, Rulebook, Safety};
use hegu::domain::time::{Moment, Now};
use hegu::ui::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::rules::{after_five_weeks, five_weeks, lives, questions_of};
use crate::world::{ATLAS, LONG_HOLDS, RAW, RULES, breathe, plan, wish};

type Seen = BTreeMap<&'static str, String>;

/// Everything shipped, by other rules.
fn content(rules: Rulebook) -> &'static Content {
    let shipped = hegu::shipped();
    Box::leak(Box::new(Content {
        rules: rules.into(),
        evidence: shipped.evidence.clone(),
        atlas: shipped.atlas.clone(),
        looks: shipped.looks.clone(),
        figure: shipped.figure.clone(),
        numbers: shipped.numbers.clone(),
        patterns: shipped.patterns.clone(),
        routines: shipped.routines.clone(),
        ..Content::default()
    }))
}

fn model(content: &'static Content) -> Model {
    let now = Now {
        steady: Moment(0),
        wall: "2026-11-22T21:00:00+01:00".parse().expect("a moment"),
    };
    Model::new(content, Settings::default(), now, (80, 60))
}

/// What is pressed and breathed, and what stands in the way: nothing of why.
fn lived(safety: &Safety<'_>, plan: Plan, routine: Option<&'static str>) -> String {
    match safety.clear(wish(plan, routine)) {
        Ok(cleared) => format!(
            "{:?} {:?} {:?}",
            cleared.plan(),
            cleared.limits(),
            cleared.fingers_only()
        ),
        Err(Refusal::Stop { help, .. }) => format!("stop {help:?}"),
        Err(Refusal::AskFirst { .. }) => "ask first".to_owned(),
        Err(Refusal::NotThisRoutine { .. }) => "not this routine".to_owned(),
        Err(Refusal::NothingLeft { .. }) => "nothing left".to_owned(),
        Err(other) => format!("{other:?}"),
    }
}

fn without_a_name(rules: &Rulebook, questions: &[String], seen: &mut Seen) {
    let mut say = |kind: &'static str, what: String| seen.entry(kind).or_default().push_str(&what);
    let mut long = plan(&["LI4"; 6]);
    for item in &mut long.items {
        if let Act::Press(press) = &mut item.act {
            press.seconds = 600;
            press.ceiling = 600;
        }
    }
    let breaths = Plan {
        items: vec![
            breathe("4-7-8", LONG_HOLDS),
            breathe("pant", Rhythm::paced(1_000, 1_000)),
        ],
    };
    for (profile, today) in lives(questions) {
        let safety = Safety::new(&ATLAS, rules, &profile, &today);
        let mut verdicts = String::new();
        for (id, _) in ATLAS.points() {
            for side in [Side::Left, Side::Right] {
                for offered in [false, true] {
                    let ruling = safety.bare(id, Some(side), offered);
                    let word = [
                        ruling.verdict as u8,
                        u8::from(ruling.light),
                        ruling.pressure as u8,
                        u8::from(ruling.tool),
                    ];
                    verdicts.extend(word.map(|part| char::from(b'0' + part)));
                }
            }
        }
        say("a verdict", verdicts);
        say(
            "a cue",
            lived(
                &safety,
                plan(&["LI4", "EX-HN3", "SP6", "PC6"]),
                Some("first-three"),
            ),
        );
        say("a cue", lived(&safety, plan(&["PC6"]), Some("travel-nausea")));
        say("a cue", lived(&safety, plan(&["PC6"]), None));
        for routine in ["low-back", "tense-belly", "period-days"] {
            say("a cue", lived(&safety, plan(&["LI11", "PC6"]), Some(routine)));
        }
        say("a cue", lived(&safety, long.clone(), None));
        say("a cue", lived(&safety, breaths.clone(), Some("first-three")));
        let mut labour = wish(plan(&["LI4"]), None);
        labour.uses = vec!["labour".into()];
        say("a cue", format!("{:?}", safety.clear(labour).is_ok()));
    }
    let (nobody, today) = (Profile::default(), Today::default());
    let safety = Safety::new(&ATLAS, rules, &nobody, &today);
    let points: Vec<_> = ATLAS.points().map(|(id, _)| id).collect();
    for use_ in ATLAS.uses() {
        let asked = safety.open([use_.id.as_ref()], &points, true);
        say("a question before the practice", format!("{asked:?}"));
    }
    for rule in RULES.layer(Layer::Stop) {
        say(
            "what follows a stop",
            format!("{:?}", safety.after_stop(&rule.id)),
        );
    }
    let said = safety
        .no_benefit(&five_weeks(0), after_five_weeks(), &t975)
        .is_some();
    say("a sentence after four weeks", said.to_string());
}

/// What is read before the first cue, of points and of breaths.
fn read_first(known: &Known, kind: &'static str, seen: &mut Seen) {
    let atlas = &known.content.atlas;
    let look = Look::new(known);
    let codes = ["LI4", "SP6", "GB20", "KI1", "LR3", "ST36", "HT7", "GV14", "BL13"];
    let points: Vec<_> = codes.iter().filter_map(|code| atlas.by_code(code)).collect();
    let breaths = Plan {
        items: vec![breathe("calm", Rhythm::CALM)],
    };
    let mut breathing = wish(breaths, None);
    breathing.asking = Asking::Impossible;
    for preview in [Preview::of_points(&points, known), Preview::of_wish(breathing)] {
        if let Ok(offer) = preview.outlook(known) {
            let lines = hegu::ui::preview::notes(&offer, known, &look, &[]);
            seen.entry(kind).or_default().push_str(&lines.join("\n"));
        }
    }
}

/// How the program looks by these rules, where words matter and not a verdict.
fn on_screens(content: &'static Content, rule: &str, questions: &[String], seen: &mut Seen) {
    let mut model = model(content);
    for (profile, today) in lives(questions) {
        (model.known.profile, model.known.today) = (profile, today);
        read_first(&model.known, "a sentence before the first cue", seen);
    }
    (model.known.profile, model.known.today) = Default::default();
    // Why nobody presses a point that is drawn.
    for code in ["ST17", "CV22", "CV1"] {
        let point = content.atlas.by_code(code).expect("a point");
        model.screen = Screen::Why(Why::of(point));
        seen.entry("the page of why")
            .or_default()
            .push_str(&drawn(&model));
    }
    if Layer::of(rule) == Some(Layer::Stop) {
        model.screen = Screen::RedFlags(RedFlags::after(rule.to_owned().into()));
        seen.insert("the page after a stop", drawn(&model));
    }
}

fn drawn(model: &Model) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 60));
    hegu::ui::draw(model, &mut buffer);
    buffer.content().iter().map(|cell| cell.symbol()).collect()
}

fn all_of(rules: &Rulebook, content: &'static Content, rule: &str, questions: &[String]) -> Seen {
    let mut seen = Seen::new();
    without_a_name(rules, questions, &mut seen);
    on_screens(content, rule, questions, &mut seen);
    seen
}

#[test]
fn every_rule_acts_beyond_being_listed() {
    let mut acting: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for index in 0..RAW.rules.len() {
        let mut raw = RAW.clone();
        let gone = raw.rules.remove(index);
        let id = gone.id.as_str();
        let other = raw.into_rulebook(embedded).expect("still right");
        let questions = questions_of(id);
        let whole = all_of(&RULES, hegu::shipped(), id, &questions);
        let without = all_of(&other, content(other.clone()), id, &questions);
        let changed = whole
            .iter()
            .filter(|(kind, text)| without.get(*kind) != Some(text));
        acting.insert(id.to_owned(), changed.map(|(kind, _)| *kind).collect());
    }
    // For whoever wants to see: `cargo test --test safety beyond -- --nocapture`.
    for (id, kinds) in &acting {
        println!("{id}: {}", kinds.join(", "));
    }
    let idle: Vec<_> = acting.iter().filter(|(_, kinds)| kinds.is_empty()).collect();
    assert!(idle.is_empty(), "nothing is another without {idle:?}");
    // A few whose acting would be easy to lose, each by the way it must act.
    for (id, kind) in [
        ("RF-20", "a question before the practice"),
        ("WB-20", "a cue"),
        ("AR-01", "a question before the practice"),
        ("PR-02", "a sentence before the first cue"),
        ("AR-09", "a verdict"),
        ("PR-06", "the page of why"),
        ("PR-05", "a sentence before the first cue"),
        ("BR-03", "a sentence before the first cue"),
        ("BR-04", "a sentence before the first cue"),
        ("BR-05", "a cue"),
        ("BR-06", "a cue"),
        ("BR-07", "a sentence before the first cue"),
        ("DO-01", "a cue"),
        ("DO-05", "a verdict"),
        ("DO-06", "a sentence after four weeks"),
        ("SR-01", "what follows a stop"),
        ("SR-12", "the page after a stop"),
    ] {
        assert!(acting[id].contains(&kind), "{id}: {:?}", acting[id]);
    }
}

/// Rows with an effect that does nothing of its own, because another row is as strict at the same place. Each
/// stands here with that row.
const SAID_ELSEWHERE: &[(&str, &str)] = &[
    (
        "PR-10",
        "WB-04, WB-10, WB-11, WB-12 and RF-09 block the whole leg",
    ),
    ("WB-15", "AR-09 blocks the throat for everyone"),
    ("AR-10", "AR-11 is as gentle with the whole face"),
    ("AR-13", "its sentence is a caution of every point of the back"),
];

#[test]
fn every_effect_of_a_row_changes_something_or_is_said_more_strictly_elsewhere() {
    let mut idle: Vec<String> = Vec::new();
    for (at, rule) in RAW.rules.iter().enumerate() {
        let id = rule.id.as_str();
        let elsewhere = SAID_ELSEWHERE.iter().any(|(of, _)| *of == id);
        if rule.effects.len() < 2 || elsewhere {
            continue;
        }
        let questions = questions_of(id);
        let mut whole = Seen::new();
        without_a_name(&RULES, &questions, &mut whole);
        for index in 0..rule.effects.len() {
            let mut raw = RAW.clone();
            raw.rules[at].effects.remove(index);
            let other = raw.into_rulebook(embedded).expect("still right");
            let mut without = Seen::new();
            without_a_name(&other, &questions, &mut without);
            if whole == without {
                // A note changes no verdict; it is read.
                let mut read = [Seen::new(), Seen::new()];
                on_screens(hegu::shipped(), id, &questions, &mut read[0]);
                on_screens(content(other), id, &questions, &mut read[1]);
                if read[0] == read[1] {
                    idle.push(format!("{id} effect {index}"));
                }
            }
        }
    }
    assert!(idle.is_empty(), "nothing is another without {idle:?}");
}
