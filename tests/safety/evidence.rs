//! What is known: every row is there, its doubts are kept, and no sentence promises anything.

use std::sync::LazyLock;

use hegu::content::evidence::read;
use hegu::content::source::Source;
use hegu::content::text::embedded;
use hegu::domain::evidence::{Certainty, Comparison, Direction, Evidence, Pressed, Section};

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| {
    let (rows, problems) = read(Source {
        file: "assets/evidence.toml",
        text: include_str!("../../assets/evidence.toml"),
    });
    assert!(problems.is_empty(), "{problems}");
    Evidence::new(
        rows.into_iter()
            .map(|raw| raw.into_row(embedded).expect("the shipped rows are right"))
            .collect(),
    )
});

#[test]
fn every_row_is_there_without_a_gap() {
    for (group, count) in [
        ("EV-GEN", 8),
        ("EV-NAU", 7),
        ("EV-DYS", 4),
        ("EV-SLP", 6),
        ("EV-ANX", 4),
        ("EV-HEA", 3),
        ("EV-NCK", 1),
        ("EV-LBP", 3),
        ("EV-FAT", 3),
        ("EV-CON", 3),
        ("EV-LAB", 2),
        ("EV-BR", 9),
        ("SC", 11),
    ] {
        let ids: Vec<&str> = EVIDENCE
            .rows()
            .iter()
            .map(|row| row.id.as_ref())
            .filter(|id| id.rsplit_once('-').is_some_and(|(of, _)| of == group))
            .collect();
        let wanted: Vec<String> = (1..=count).map(|n| format!("{group}-{n:02}")).collect();
        assert_eq!(ids, wanted);
    }
}

#[test]
fn no_row_is_surer_than_moderate_and_null_results_are_shown() {
    assert!(
        EVIDENCE
            .rows()
            .iter()
            .all(|row| row.certainty <= Certainty::Moderate)
    );
    let nulls: Vec<&str> = EVIDENCE
        .rows()
        .iter()
        .filter(|row| row.direction == Direction::Same)
        .map(|row| row.id.as_ref())
        .collect();
    assert_eq!(
        nulls,
        ["EV-NAU-04", "EV-DYS-04", "EV-ANX-03", "EV-HEA-02", "EV-BR-01"]
    );
}

#[test]
fn an_effect_is_told_with_what_it_was_compared_with_and_where_it_was_printed() {
    for row in EVIDENCE.section(Section::Use) {
        assert!(row.citation.len() > 20, "{}", row.id);
        if row.direction == Direction::Better {
            assert_ne!(row.comparison, Comparison::NotApplicable, "{}", row.id);
            assert_ne!(row.pressed, Pressed::NotApplicable, "{}", row.id);
        }
    }
}

#[test]
fn honest_doubts_cost_and_tradition_never_wins() {
    let grade = |id: &str| EVIDENCE.row(id).expect("a row").grade();
    assert_eq!(grade("EV-NAU-04"), None, "no difference, no grade");
    assert_eq!(grade("EV-HEA-03"), None, "custom is not a finding");
    assert_eq!(grade("EV-DYS-01"), Some(25));
    assert_eq!(grade("EV-CON-02"), Some(25));
    assert_eq!(grade("EV-LBP-01"), Some(25));
    assert_eq!(grade("EV-SLP-01"), Some(25));
    assert_eq!(grade("EV-FAT-01"), Some(18), "never below 18");
    assert_eq!(grade("EV-HEA-01"), Some(18));
}
