//! What is known: every row is there, its doubts are kept, and no sentence promises anything.

use std::sync::LazyLock;

use hegu::app::evidence::{About, EvidencePage};
use hegu::app::{Model, Screen, Settings};
use hegu::content::Content;
use hegu::content::evidence::{check_points, read};
use hegu::content::point::RawPoint;
use hegu::content::source::{Entry, Source};
use hegu::content::text::embedded;
use hegu::domain::evidence::{Certainty, Comparison, Direction, Evidence, Pressed, Section};
use hegu::domain::point::Point;
use hegu::domain::time::{Moment, Now};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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

/// Everything shipped, without one row.
fn without(index: usize) -> Content {
    let shipped = hegu::shipped();
    let mut rows = shipped.evidence.rows().to_vec();
    rows.remove(index);
    Content {
        evidence: Evidence::new(rows).into(),
        atlas: shipped.atlas.clone(),
        looks: shipped.looks.clone(),
        figure: shipped.figure.clone(),
        rules: shipped.rules.clone(),
        numbers: shipped.numbers.clone(),
        ..Content::default()
    }
}

/// A screen as text, tall enough for all of it.
fn drawn(content: &'static Content, screen: Screen) -> String {
    let now = Now {
        steady: Moment(0),
        wall: "2026-11-22T21:00:00+01:00".parse().expect("a moment"),
    };
    let size = (80, 480);
    let mut model = Model::new(content, Settings::default(), now, size);
    model.screen = screen;
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    hegu::ui::draw(&model, &mut buffer);
    buffer.content().iter().map(|cell| cell.symbol()).collect()
}

/// Where a row acts: on which screens, and what would refuse to be built without it.
fn acts(index: usize) -> Vec<&'static str> {
    let shipped = hegu::shipped();
    let row = &shipped.evidence.rows()[index];
    let other: &'static Content = Box::leak(Box::new(without(index)));
    let mut acts = Vec::new();
    let page = |about| Screen::Evidence(EvidencePage::about(about));
    let about = match row.section {
        Section::Field => About::Field,
        section => About::Section(section),
    };
    if drawn(shipped, page(about)) != drawn(other, page(about)) {
        acts.push("the page of its section");
    }
    let cited = |point: &Point| {
        let mut uses = point.uses.iter();
        uses.any(|use_| {
            shipped
                .evidence
                .trials(point, &use_.id)
                .any(|one| one.id == row.id)
        })
    };
    if let Some((id, _)) = shipped.atlas.points().find(|(_, point)| cited(point))
        && drawn(shipped, page(About::Point(id))) != drawn(other, page(About::Point(id)))
    {
        acts.push("the page of a point");
    }
    if named_elsewhere(&row.id) {
        acts.push("content that names it");
    }
    acts
}

/// The shipped points as written.
static POINTS: LazyLock<Vec<Entry<RawPoint<'static>>>> = LazyLock::new(|| {
    let (points, problems) = hegu::content::point::read(Source {
        file: "points.toml",
        text: include_str!("../../points.toml"),
    });
    assert!(problems.is_empty(), "{problems}");
    points
});

/// Whether points would be refused, because they name a row that is not there.
fn named_elsewhere(id: &str) -> bool {
    let (rows, _) = read(Source {
        file: "assets/evidence.toml",
        text: include_str!("../../assets/evidence.toml"),
    });
    let rows: Vec<_> = rows.into_iter().filter(|raw| raw.id.as_str() != id).collect();
    !check_points(&POINTS, &rows).is_empty() || of_a_breath_or_routine(id)
}

/// Whether a way to breathe or a routine rests what it says on the row.
fn of_a_breath_or_routine(id: &str) -> bool {
    let shipped = hegu::shipped();
    let mut breaths = shipped.patterns.iter().flat_map(|pattern| &pattern.evidence);
    let mut routines = shipped
        .routines
        .all()
        .iter()
        .flat_map(|routine| &routine.evidence);
    breaths.any(|row| row == id) || routines.any(|row| row == id)
}

#[test]
fn every_row_acts_and_taking_it_out_is_seen() {
    let mut idle = Vec::new();
    for (index, row) in hegu::shipped().evidence.rows().iter().enumerate() {
        let acts = acts(index);
        println!("{}: {}", row.id, acts.join(", "));
        if acts.is_empty() {
            idle.push(row.id.to_string());
        }
    }
    assert!(idle.is_empty(), "nothing changes without {idle:?}");
}

#[test]
fn a_finding_comes_with_all_that_limits_it() {
    let shipped = hegu::shipped();
    let at = shipped
        .evidence
        .rows()
        .iter()
        .position(|row| row.id == "EV-NAU-04")
        .expect("a row");
    let text = drawn(shipped, Screen::Evidence(EvidencePage::about(About::Row(at))));
    for words in [
        "No difference from its comparison",
        "Against sham",
        "Certainty: moderate",
        "hta17260",
        "2026-11",
        // Null results stand beside positive ones.
        "EV-NAU-03",
    ] {
        assert!(text.contains(words), "{words}");
    }
}
