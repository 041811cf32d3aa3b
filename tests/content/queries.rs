//! The search held to what people really type: a table to read, and two laws.

use hegu::app::search::{Index, Other, Results};
use hegu::domain::atlas::PointId;
use hegu::domain::profile::{Answer, Given, Profile, Today};
use hegu::domain::safety::Safety;

fn code(id: PointId) -> &'static str {
    hegu::shipped().atlas.point(id).code.as_str()
}

/// The first thing beside points that answers, as the table writes it.
fn leads(results: &Results) -> String {
    let content = hegu::shipped();
    if let (true, Some(other)) = (results.means_other, results.others.first()) {
        return match *other {
            Other::Topic(index) => format!("?{}", content.atlas.topics()[index].id),
            Other::Meridian(meridian) => format!("={meridian}"),
            Other::Category(category) => format!("={}", category.id()),
            Other::Routine(index) => format!("={}", content.routines.all()[index].id),
        };
    }
    match results.uses.first() {
        Some(index) => content.atlas.uses()[*index].id.to_string(),
        None => "-".to_owned(),
    }
}

#[test]
fn what_people_type_meets_what_they_mean() {
    let content = hegu::shipped();
    let index = Index::new(&content.atlas, &content.routines);
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in include_str!("queries.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let row: Vec<&str> = line.split('\t').collect();
        let [query, meant, first] = row[..] else {
            panic!("{line}")
        };
        rows += 1;
        let results = index.search(query, |id| content.atlas.point(id).pressable);
        let found: Vec<&str> = results.points.iter().map(|found| code(found.id)).collect();
        let near = &found[..found.len().min(8)];
        let leads = leads(&results);
        if meant != "-" && leads != meant {
            wrong.push(format!("{query}: leads to {leads}, not {meant}"));
        }
        match first {
            "-" if found.is_empty() => {}
            "-" => wrong.push(format!("{query}: {near:?}, where nothing should be")),
            "-any" => {}
            _ => {
                let codes: Vec<&str> = first.split(' ').collect();
                if !found.first().is_some_and(|code| codes.contains(code))
                    || !codes.iter().all(|code| near.contains(code))
                {
                    wrong.push(format!("{query}: {near:?}, not first {first}"));
                }
            }
        }
    }
    super::none(wrong);
    assert!(rows >= 60, "{rows}");
}

#[test]
fn no_query_of_the_table_shows_a_point_for_the_atlas_before_one_for_the_fingers() {
    let content = hegu::shipped();
    let index = Index::new(&content.atlas, &content.routines);
    let pressable = |id: PointId| content.atlas.point(id).pressable;
    for line in include_str!("queries.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let query = line.split('\t').next().expect("a query");
        let results = index.search(query, pressable);
        if results.complaints == 0 || !index.named(query).is_empty() {
            continue;
        }
        // Among those that answer all of it.
        let atlas_only = results.points.iter().position(|found| !pressable(found.id));
        assert_ne!(atlas_only, Some(0), "{query}");
    }
}

#[test]
fn whom_a_point_does_not_suit_meets_it_after_those_that_do() {
    let content = hegu::shipped();
    let index = Index::new(&content.atlas, &content.routines);
    let mut profile = Profile::default();
    profile.answers.give("WB-01", Given::plain(Answer::Yes));
    profile.set_asked("WB-01", true);
    let today = Today::default();
    let safety = Safety::new(&content.atlas, &content.rules, &profile, &today);
    for (query, without) in [
        ("hovedpine", "LI4"),
        ("kan ikke sove", "SP6"),
        ("ondt i nakken", "GB21"),
        ("period pain", "SP6"),
        ("hovedpine og søvn", "LI4"),
    ] {
        let results = index.search(query, |id| safety.word(id).lets_through());
        let found: Vec<&str> = results.points.iter().map(|found| code(found.id)).collect();
        let last_that_suits = results
            .points
            .iter()
            .rposition(|found| safety.word(found.id).lets_through())
            .expect("something suits");
        let there = found
            .iter()
            .position(|code| *code == without)
            .expect("still found");
        assert!(
            there > last_that_suits || there >= 8,
            "{query}: {without} at {there} of {found:?}"
        );
        assert!(
            safety.word(results.points[0].id).lets_through(),
            "{query}: {found:?}"
        );
    }
}
