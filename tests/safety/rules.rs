//! Every row of the references is there; the lives in which a rule could have a say; four weeks without a change.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use hegu::app::quantile::t975;
use hegu::domain::checkin::{Answers, CheckIn, CheckInId, Felt, Part, Phase, Score};

use hegu::domain::point::{Region, Side};
use hegu::domain::profile::{Answer, Given, Profile, Spot, Today};
use hegu::domain::safety::rule::Asked;
use hegu::domain::safety::{Layer, Safety};

use crate::world::{ATLAS, RULES};

/// How many rows each section of the rules has.
const SECTIONS: &[(Layer, usize)] = &[
    (Layer::RedFlag, 20),
    (Layer::Body, 22),
    (Layer::Area, 14),
    (Layer::Point, 10),
    (Layer::Breath, 7),
    (Layer::Dose, 6),
    (Layer::Stop, 12),
];

/// Five weeks of practice, every fourth day, in which a neck rated before and after changed by so much.
pub fn five_weeks(change: i16) -> Vec<CheckIn> {
    let first: DateTime<FixedOffset> = "2026-10-01T21:00:00+01:00".parse().expect("a moment");
    let mut entries = Vec::new();
    for nth in 0..10i64 {
        let at = first + TimeDelta::days(4 * nth);
        let entry = |id: i64, phase, of, much: i16| {
            let mut answers = Answers::default();
            let score = Score::new(u8::try_from(much).expect("0 to 10"));
            answers.rate(Felt::At(Part::Neck, None), score);
            CheckIn {
                id: CheckInId(id),
                day: at.date_naive(),
                at,
                phase,
                of,
                practice: None,
                answers,
            }
        };
        entries.push(entry(2 * nth, Phase::Before, None, 5));
        entries.push(entry(
            2 * nth + 1,
            Phase::After,
            Some(CheckInId(2 * nth)),
            5 - change,
        ));
    }
    entries
}

/// The day after the last of those practices.
pub fn after_five_weeks() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 7).expect("a day")
}

#[test]
fn every_row_is_there_and_numbered_without_a_gap() {
    for (layer, count) in SECTIONS {
        let ids: Vec<&str> = RULES.layer(*layer).map(|rule| rule.id.as_ref()).collect();
        let wanted: Vec<String> = (1..=*count)
            .map(|n| format!("{}-{n:02}", layer.prefix()))
            .collect();
        assert_eq!(ids, wanted);
    }
}

/// Lives in which one of these questions is answered yes: what a person said once, and today. And three in
/// which nothing was said: an ordinary day, a day with three practices, a sore hand.
pub fn lives(questions: &[String]) -> Vec<(Profile, Today)> {
    let mut lives = vec![(Profile::default(), Today::default())];
    let left_foot = [Spot::on(Region::Foot, Side::Left)];
    let places: [Option<Vec<Spot>>; 3] = [
        None,
        Some(left_foot.to_vec()),
        Some(vec![Spot::both(Region::Hand), Spot::both(Region::Chest)]),
    ];
    for question in questions.iter().filter_map(|id| RULES.question(id)) {
        let below: Vec<_> = RULES
            .questions()
            .iter()
            .filter(|one| one.under.as_ref() == Some(&question.id))
            .collect();
        for places in &places {
            for (asked, below_no, single) in [
                (false, false, false),
                (true, false, true),
                (true, false, false),
                (false, true, false),
                (true, true, true),
            ] {
                if below_no && below.is_empty() {
                    continue;
                }
                let (mut profile, mut today) = (Profile::default(), Today::default());
                for one in below.iter().filter(|_| below_no) {
                    profile.answers.give(one.id.clone(), Given::plain(Answer::No));
                }
                for rule in RULES.asked_of_points(&question.id).filter(|_| single) {
                    profile.set_asked(rule.clone(), true);
                }
                let given = Given {
                    answer: Answer::Yes,
                    places: places.as_ref().map(|places| places.iter().copied().collect()),
                };
                if let Some(under) = &question.under {
                    profile.answers.give(under.clone(), Given::plain(Answer::Yes));
                    profile.set_asked(under.clone(), asked);
                }
                match question.asked {
                    Asked::Once => profile.answers.give(question.id.clone(), given),
                    Asked::Flag | Asked::Today => today.answers.give(question.id.clone(), given),
                }
                profile.set_asked(question.id.clone(), asked);
                lives.push((profile, today));
            }
        }
    }
    let mut tired = Today::default();
    tired.done.practices = 3;
    lives.push((Profile::default(), tired));
    let mut sore = Today::default();
    sore.done.sore.insert("LI4".into(), 10);
    lives.push((Profile::default(), sore));
    lives
}

/// The questions that could bring a rule up.
pub fn questions_of(rule: &str) -> Vec<String> {
    let rule = RULES.rule(rule).expect("a shipped rule");
    let named = rule
        .effects
        .iter()
        .flat_map(|effect| &effect.when)
        .map(|id| id.to_string());
    let mut questions: Vec<String> = named.collect();
    if questions.is_empty() && rule.bounds.light_percent.is_some() {
        questions.push("WB-22".to_owned());
    }
    questions.sort();
    questions.dedup();
    questions
}

#[test]
fn four_weeks_without_a_change_are_said_and_others_are_not() {
    let nobody = (Profile::default(), Today::default());
    let safety = Safety::new(&ATLAS, &RULES, &nobody.0, &nobody.1);
    let said = |entries: &[CheckIn], today| {
        safety
            .no_benefit(entries, today, &t975)
            .map(|rule| rule.id.to_string())
    };
    let today = after_five_weeks();
    assert_eq!(said(&five_weeks(0), today).as_deref(), Some("DO-06"));
    assert_eq!(
        said(&five_weeks(-2), today).as_deref(),
        Some("DO-06"),
        "worse is no benefit"
    );
    assert_eq!(said(&five_weeks(2), today), None);
    // Not before four weeks, not with a handful of ratings, and not long after they end.
    let early = today - TimeDelta::days(14);
    let until: Vec<CheckIn> = five_weeks(0)
        .into_iter()
        .filter(|entry| entry.day <= early)
        .collect();
    assert_eq!(said(&until, early), None);
    assert_eq!(said(&five_weeks(0)[..10], today), None);
    assert_eq!(said(&five_weeks(0), today + TimeDelta::days(60)), None);
}

#[test]
fn every_id_of_the_references_is_there_and_no_other() {
    let listed: BTreeSet<&str> = include_str!("data/ids.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    let rules = RULES.rules().iter().map(|rule| rule.id.as_ref());
    let rows = hegu::shipped().evidence.rows().iter().map(|row| row.id.as_ref());
    let shipped: BTreeSet<&str> = rules.chain(rows).collect();
    assert_eq!(
        listed.difference(&shipped).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "missing"
    );
    assert_eq!(
        shipped.difference(&listed).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "unknown"
    );
}

#[test]
fn every_red_flag_is_asked_for_some_complaint() {
    let (profile, today) = (Profile::default(), Today::default());
    let safety = Safety::new(&ATLAS, &RULES, &profile, &today);
    let asked: Vec<&str> = ATLAS
        .uses()
        .iter()
        .flat_map(|use_| safety.flags([use_.id.as_ref()]))
        .map(|question| question.id.as_ref())
        .collect();
    let never: Vec<&str> = RULES
        .asked(Asked::Flag)
        .map(|question| question.id.as_ref())
        .filter(|id| !asked.contains(id))
        .collect();
    assert!(never.is_empty(), "nobody is asked {never:?}");
}

#[test]
fn every_red_flag_has_a_question_with_its_help() {
    for rule in RULES.layer(Layer::RedFlag) {
        let questions: Vec<_> = RULES
            .asked(Asked::Flag)
            .filter(|question| RULES.rule_of(&question.id).is_some_and(|of| of.id == rule.id))
            .collect();
        assert!(!questions.is_empty(), "{}", rule.id);
        for question in questions {
            assert!(question.help.is_some(), "{}", question.id);
        }
    }
}
