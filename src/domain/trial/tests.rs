use super::*;
use crate::domain::checkin::{Answers, Scale};
use proptest::prelude::*;

const TENSION: Measure = Measure::Scale(Scale::Tension);

fn evening(day: i64, minutes: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-01T21:00:00+01:00").expect("a moment")
        + Duration::days(day)
        + Duration::minutes(minutes)
}

fn trial() -> Trial {
    Trial {
        id: TrialId(1),
        seed: 42,
        design: Design::Rest,
        blocks: 6,
        routine: "evening-unwind".into(),
        minutes: 10,
        outcome: TENSION,
        begun: evening(0, -60),
        turned: Vec::new(),
        ended: None,
    }
}

fn rated(id: i64, phase: Phase, of: Option<i64>, at: DateTime<FixedOffset>, tension: Option<u8>) -> CheckIn {
    CheckIn {
        id: CheckInId(id),
        day: at.date_naive(),
        at,
        phase,
        of: of.map(CheckInId),
        practice: None,
        answers: Answers {
            tension: tension.and_then(Score::new),
            ..Answers::default()
        },
    }
}

/// Lives so many evenings; those in `unrated` get no rating afterwards.
fn live(trial: &mut Trial, evenings: i64, unrated: &[i64]) -> Vec<CheckIn> {
    let mut entries = Vec::new();
    for day in 0..evenings {
        let at = evening(day, 0);
        entries.push(rated(day * 2, Phase::Before, None, at, Some(6)));
        let before = entries.last().expect("a check-in").clone();
        let kind = trial.card(&before, &entries, &[]).expect("a card");
        trial.turned.push(Turned {
            kind,
            before: before.id,
        });
        if !unrated.contains(&day) {
            entries.push(rated(
                day * 2 + 1,
                Phase::After,
                Some(day * 2),
                evening(day, 15),
                Some(4),
            ));
        }
    }
    entries
}

#[test]
fn an_unrated_evening_keeps_the_card_and_is_counted() {
    let mut trial = trial();
    let order = trial.order();
    let entries = live(&mut trial, 6, &[1, 2]);
    let kinds: Vec<Kind> = trial.turned.iter().map(|turned| turned.kind).collect();
    assert_eq!(
        kinds,
        [order[0], order[1], order[1], order[1], order[2], order[3]]
    );
    let standing = trial.standing(&entries);
    assert_eq!(standing.used.len(), 4);
    assert_eq!(standing.unrated, [order[1], order[1]]);
}

#[test]
fn no_card_before_the_rating_and_none_too_soon() {
    let mut trial = trial();
    let check_in = |day, minutes| rated(99, Phase::Before, None, evening(day, minutes), Some(6));
    let skipped = rated(99, Phase::Before, None, evening(0, 0), None);
    assert_eq!(trial.card(&skipped, &[], &[]), Err(NotNow::NotRated));
    let entries = live(&mut trial, 1, &[]);
    assert_eq!(trial.card(&check_in(0, 60), &entries, &[]), Err(NotNow::TooSoon));
    assert_eq!(
        trial.card(&check_in(1, -10 * 60), &entries, &[]),
        Err(NotNow::OtherTime)
    );
    // Half past six in the evening is the same part of the day as nine.
    assert!(trial.card(&check_in(1, -150), &entries, &[]).is_ok());
    let others = [PracticeEntry::begun(evening(1, -120))];
    assert_eq!(
        trial.card(&check_in(1, 0), &entries, &others),
        Err(NotNow::OtherPractice)
    );
    assert!(trial.card(&check_in(2, 0), &entries, &others).is_ok());
    // A card once turned stays what it was, whatever else is true by then.
    assert_eq!(
        trial.card(&entries[0], &entries, &others),
        Ok(trial.turned[0].kind)
    );
}

#[test]
fn nothing_can_be_read_before_the_end() {
    let mut trial = trial();
    let entries = live(&mut trial, 8, &[]);
    let standing = trial.standing(&entries);
    let quantile = |_| 2.0;
    assert_eq!(trial.outcomes(&standing, &quantile), None);
    trial.ended = Some(evening(8, 0));
    let outcomes = trial.outcomes(&standing, &quantile).expect("ended");
    assert_eq!(outcomes[0].pairs.len(), 4);
    assert_eq!(outcomes[0].says, Says::TooFew);
    let next = rated(99, Phase::Before, None, evening(9, 0), Some(6));
    assert_eq!(trial.card(&next, &entries, &[]), Err(NotNow::Over));
}

#[test]
fn a_whole_trial_ends_by_itself() {
    let mut trial = trial();
    let entries = live(&mut trial, 24, &[]);
    let standing = trial.standing(&entries);
    assert!(trial.is_over(&standing));
    let next = rated(99, Phase::Before, None, evening(24, 0), Some(6));
    assert_eq!(trial.card(&next, &entries, &[]), Err(NotNow::Over));
    let outcome = &trial.outcomes(&standing, &|_| 2.0).expect("over")[0];
    assert_eq!((outcome.pairs.len(), outcome.deals), (12, 46_656));
    // Every evening fell by two: pressing made no difference, and every deal is as extreme.
    assert_eq!((outcome.as_extreme, outcome.p()), (46_656, 1.0));
}

#[test]
fn a_long_gap_is_noticed() {
    let mut trial = trial();
    let entries = live(&mut trial, 2, &[]);
    let standing = trial.standing(&entries);
    assert!(!trial.has_gap(&standing, evening(15, 0)));
    assert!(trial.has_gap(&standing, evening(15, 1)));
}

#[test]
fn a_table_row_is_never_more_hopeful_than_the_spread() {
    assert_eq!(pairs_needed(2.0)[1], (1.0, 34));
    assert_eq!(pairs_needed(1.6)[1], (1.0, 34));
    assert_eq!(pairs_needed(9.0)[0], (0.5, 285));
}

proptest! {
    #[test]
    fn every_block_is_balanced_and_no_kind_runs_ahead(seed: u64, design in 0usize..3, blocks in 1u8..9) {
        let design = Design::ALL[design];
        let order = deal(seed, design, blocks);
        for block in order.chunks(design.block()) {
            for kind in design.kinds() {
                prop_assert_eq!(block.iter().filter(|one| *one == kind).count(), design.each());
            }
        }
        let mut counts = std::collections::BTreeMap::new();
        for kind in order {
            *counts.entry(kind).or_insert(0usize) += 1;
            let of = |kind: &Kind| counts.get(kind).copied().unwrap_or(0);
            let most = design.kinds().iter().map(of).max().unwrap_or(0);
            let least = design.kinds().iter().map(of).min().unwrap_or(0);
            prop_assert!(most - least <= design.each());
        }
    }
}
