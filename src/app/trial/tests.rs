//! The figures of a trial against those of another package, and the page from consent to result.

use serde_json::Value;

use super::*;
use crate::domain::checkin::{Answers, CheckIn, CheckInId, Scale, Score};
use crate::domain::insight::Interval;
use crate::domain::journal::{TrialEntry, TrialId};
use crate::domain::trial::{Card, Says, SplitMix64, deal, outcomes_of, pairs_needed};

fn expected(list: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("../../../tests/data/trial.json")).expect("JSON");
    let list = file[list].as_array().expect("a list").clone();
    assert!(!list.is_empty());
    list
}

fn kinds(letters: &str) -> Vec<Kind> {
    letters
        .chars()
        .map(|letter| Kind::from_letter(letter).expect("a kind"))
        .collect()
}

#[test]
fn chance_is_the_same_on_every_machine() {
    for row in expected("splitmix64") {
        let mut chance = SplitMix64::new(row["seed"].as_u64().expect("a seed"));
        for number in row["first"].as_array().expect("numbers") {
            assert_eq!(
                chance.next_number().to_string(),
                number.as_str().expect("a number")
            );
        }
    }
    for row in expected("below") {
        let mut chance = SplitMix64::new(row["seed"].as_u64().expect("a seed"));
        let n = row["n"].as_u64().expect("n");
        for number in row["first"].as_array().expect("numbers") {
            assert_eq!(chance.below(n), number.as_u64().expect("a number"));
        }
    }
    for row in expected("block_randomisation") {
        let design = Design::from_id(row["arms"].as_str().expect("arms")).expect("a design");
        let blocks = row["blocks"].as_array().expect("blocks");
        let all: String = blocks
            .iter()
            .map(|block| block.as_str().expect("letters"))
            .collect();
        let seed = row["seed"].as_u64().expect("a seed");
        assert_eq!(deal(seed, design, blocks.len() as u8), kinds(&all), "{seed}");
    }
}

#[test]
fn the_six_orders_come_equally_often() {
    let file: Value = serde_json::from_str(include_str!("../../../tests/data/trial.json")).expect("JSON");
    let counts = file["block_uniformity"]["counts"].as_object().expect("counts");
    let mut found = std::collections::BTreeMap::new();
    for seed in 0..6000 {
        let order: String = deal(seed, Design::Rest, 1)
            .into_iter()
            .map(Kind::letter)
            .collect();
        *found.entry(order).or_insert(0u64) += 1;
    }
    assert_eq!(found.len(), counts.len());
    for (order, count) in counts {
        assert_eq!(found[order], count.as_u64().expect("a count"), "{order}");
    }
}

#[test]
fn every_trial_comes_to_the_figures_of_another_package() {
    for row in expected("fair_trial") {
        let name = row["name"].as_str().expect("a name");
        let blocks: Vec<&str> = row["blocks"]
            .as_array()
            .expect("blocks")
            .iter()
            .map(|b| b.as_str().expect("letters"))
            .collect();
        let design = match blocks[0].len() {
            3 => Design::Both,
            _ => Design::Rest,
        };
        let mut cards = Vec::new();
        for (letters, changes) in blocks.iter().zip(row["d"].as_array().expect("d")) {
            for (kind, change) in kinds(letters)
                .into_iter()
                .zip(changes.as_array().expect("changes"))
            {
                let change = change.as_i64().expect("whole");
                let score = |value: i64| Score::new(value as u8).expect("0 to 10");
                cards.push(Card {
                    kind,
                    before: score(5 + change.max(0)),
                    after: score(5 - change.min(0)),
                    later: None,
                });
            }
        }
        let other = kinds(row["arms"][1].as_str().expect("an arm"))[0];
        let outcome = outcomes_of(design, &cards, &t975)
            .into_iter()
            .find(|outcome| outcome.other == other)
            .expect("compared");
        let pairs: Vec<i64> = row["pairs"]
            .as_array()
            .expect("pairs")
            .iter()
            .map(|pair| pair.as_i64().expect("whole"))
            .collect();
        assert_eq!(
            outcome
                .pairs
                .iter()
                .map(|pair| i64::from(*pair))
                .collect::<Vec<_>>(),
            pairs,
            "{name}"
        );
        assert_eq!(
            outcome.as_extreme,
            u128::from(row["as_extreme"].as_u64().expect("a count")),
            "{name}"
        );
        assert_eq!(
            outcome.deals,
            u128::from(row["relabelings"].as_u64().expect("a count")),
            "{name}"
        );
        assert!(
            (outcome.p() - row["p"].as_f64().expect("p")).abs() < 1e-12,
            "{name}"
        );
        let summary = outcome.summary.expect("pairs");
        if let Interval::Between(low, high) = summary.interval {
            let bounds = row["corrected_interval"].as_array().expect("bounds");
            for (found, bound) in [low, high].into_iter().zip(bounds) {
                let bound = bound.as_f64().expect("a bound");
                assert!((found - bound).abs() < 1e-6, "{name}: {found} is not {bound}");
            }
        } else {
            assert!(summary.n < 6, "{name}: {summary:?}");
        }
        let near = |found: f64, bound: f64| (found - bound).abs() < 1e-3;
        let right = match name {
            "clear" | "three_arms_P_vs_R" => outcome.says == Says::FellMore,
            "worse" => outcome.says == Says::FellLess,
            // The interval lies above 0, but chance alone does this often: the cautious one rules.
            "three_arms_P_vs_B" => outcome.says == Says::TooClose,
            "nothing" => matches!(outcome.says, Says::NoLarger(bound) if near(bound, 0.9768)),
            "small_and_uncertain" => matches!(outcome.says, Says::NoLarger(bound) if near(bound, 1.4165)),
            _ => summary.n < 6 && outcome.says == Says::TooFew,
        };
        assert!(right, "{name}: {:?}", outcome.says);
    }
}

#[test]
fn the_table_shown_before_the_start_is_that_of_another_package() {
    for row in expected("sample_size") {
        let spread = row["sd_of_pair_difference"].as_f64().expect("a spread");
        let difference = row["true_difference"].as_f64().expect("a difference");
        let pairs = row["pairs_for_80_percent_power"].as_u64().expect("pairs");
        let found = pairs_needed(spread)
            .into_iter()
            .find(|(known, _)| *known == difference)
            .expect("tabled");
        assert_eq!(u64::from(found.1), pairs, "{spread} {difference}");
    }
}

fn known_after(practices: usize) -> Known {
    use crate::domain::checkin::PracticeId;
    use crate::domain::journal::PracticeEntry;
    use crate::domain::profile::Given;
    let mut known = Known::at("2026-11-22T21:40:00+01:00");
    known.profile.answers.give("WB-01", Given::plain(Answer::No));
    for index in 0..practices as i64 {
        let at = known.now.wall - chrono::Duration::days(practices as i64 - index);
        let entry = |id, phase, of, tension| CheckIn {
            id: CheckInId(id),
            day: at.date_naive(),
            at: at + chrono::Duration::minutes(id % 2 * 15),
            phase,
            of,
            practice: Some(PracticeId(index)),
            answers: Answers {
                tension: Score::new(tension),
                mood: Mood::from_step(4),
                ..Answers::default()
            },
        };
        known
            .diary
            .pages
            .check_ins
            .push(entry(index * 2, Phase::Before, None, 6));
        known
            .diary
            .pages
            .check_ins
            .push(entry(index * 2 + 1, Phase::After, Some(CheckInId(index * 2)), 4));
        known.diary.pages.practices.push(PracticeEntry {
            id: PracticeId(index),
            day: at.date_naive(),
            at,
            routine: Some("evening-unwind".into()),
            plan: String::new(),
            breath: "calm".into(),
            planned: 600_000,
            ended: None,
            why: None,
            check_in: Some(CheckInId(index * 2)),
            done: Vec::new(),
        });
    }
    known
}

#[test]
fn it_is_offered_after_ten_practices_and_to_nobody_it_is_not_for() {
    let stage = |known: &Known| TrialPage::new(known).stage(known);
    assert_eq!(stage(&known_after(9)), Stage::No(NotOffered::Practices(1)));
    assert_eq!(stage(&known_after(10)), Stage::Choose);
    let mut pregnant = known_after(10);
    pregnant
        .profile
        .answers
        .give("WB-01", crate::domain::profile::Given::plain(Answer::Yes));
    assert_eq!(stage(&pregnant), Stage::No(NotOffered::Pregnant));
    let mut heavy = known_after(10);
    for entry in heavy.diary.pages.check_ins.iter_mut().rev().take(8) {
        entry.answers.mood = Some(Mood::NotSoGood);
    }
    assert_eq!(stage(&heavy), Stage::No(NotOffered::LowMood));
}

#[test]
fn it_begins_only_when_asked_to_and_ends_when_asked_twice() {
    let mut known = known_after(12);
    let mut page = TrialPage::new(&known);
    for _ in 0..4 {
        assert!(matches!(page.act(Action::Open, &known), Intent::Stay));
    }
    let Intent::Keep(Keep::BeginTrial(settled)) = page.act(Action::Open, &known) else {
        panic!("begins");
    };
    let entry = |ended| TrialEntry {
        id: TrialId(1),
        settled: settled.clone(),
        evenings: Vec::new(),
        ended,
    };
    known.diary.about.trials = vec![entry(None)];
    let Stage::Running(trial, standing) = page.stage(&known) else {
        panic!("runs");
    };
    assert_eq!((trial.planned(), standing.used.len()), (24, 0));
    assert_eq!(trial.outcome, Measure::Scale(Scale::Tension));
    assert_eq!(trial.minutes, 10);
    assert!(matches!(page.act(Action::TakeAway, &known), Intent::Stay));
    let Intent::Keep(Keep::EndTrial { end, at, .. }) = page.act(Action::TakeAway, &known) else {
        panic!("ends");
    };
    known.diary.about.trials = vec![entry(Some((end, at)))];
    assert!(matches!(page.stage(&known), Stage::Over(..)));
}

#[test]
fn every_kind_of_evening_takes_the_same_time_and_only_one_of_them_presses() {
    let known = known_after(12);
    let trial = Trial {
        id: TrialId(1),
        seed: 1,
        design: Design::Both,
        blocks: 8,
        routine: "evening-unwind".into(),
        minutes: 10,
        outcome: Measure::Scale(Scale::Tension),
        begun: known.now.wall,
        turned: Vec::new(),
        ended: None,
    };
    for kind in Kind::ALL {
        let preview = preview(&trial, kind, &known).expect("a plan");
        let presses = preview
            .wish
            .plan
            .items
            .iter()
            .any(|item| matches!(item.act, Act::Press(_)));
        assert_eq!(presses, kind == Kind::Practice);
        if kind != Kind::Practice {
            assert!(is_other_evening(preview.wish.routine.as_deref()));
            let mut known = known.clone();
            for question in preview.open_questions(&known) {
                known
                    .today
                    .answers
                    .give(question, crate::domain::profile::Given::plain(Answer::No));
            }
            let offer = preview.offer(&known).expect("a rest is offered");
            let total = offer.timeline.total();
            // The same time, and the rise afterwards.
            assert!((600_000..=680_000).contains(&total), "{total}");
        }
    }
}
