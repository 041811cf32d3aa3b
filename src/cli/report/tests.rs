use super::*;
use crate::domain::checkin::{Answers, CheckInId, PracticeId, Scale, Score};
use crate::domain::words::Lang;

fn known(lang: Lang) -> Known {
    Known::at("2026-11-22T21:40:00+01:00").speaking(lang)
}

/// Eight weeks: a rating before and one after each evening, by turns one lower and the same.
fn weeks(known: &Known) -> (Vec<CheckIn>, Vec<PracticeEntry>) {
    let mut check_ins = Vec::new();
    let mut practices = Vec::new();
    for number in 0..56 {
        let at = known.now.wall - Duration::days(55 - number);
        let practice = PracticeId(number + 1);
        let answers = |lower: i64| {
            let mut answers = Answers::default();
            let value = (4 + number % 3 - lower) as u8;
            answers.set_score(Scale::Tension, Score::new(value));
            answers.rate(Felt::from_id("neck").expect("a place"), Score::new(value));
            answers
        };
        let entry = |id: i64, phase: Phase, answers: Answers| CheckIn {
            id: CheckInId(id),
            day: at.date_naive(),
            at,
            phase,
            of: (phase == Phase::After).then_some(CheckInId(2 * number + 1)),
            practice: Some(practice),
            answers,
        };
        check_ins.push(entry(2 * number + 1, Phase::Before, answers(0)));
        check_ins.push(entry(2 * number + 2, Phase::After, answers(number % 2)));
        practices.push(PracticeEntry {
            id: practice,
            routine: Some("<script>alert(1)</script>\u{1b}[2J".into()),
            ..PracticeEntry::begun(at)
        });
    }
    (check_ins, practices)
}

fn page(lang: Lang) -> (String, String) {
    let known = known(lang);
    let look = Look::new(&known);
    let (check_ins, practices) = weeks(&known);
    let to = known.today_is();
    let sheet = sheet(&known, &look, to - Duration::days(55), to, &check_ins, &practices);
    (html::text(&sheet, lang), printable(&markdown::text(&sheet)))
}

#[test]
fn the_page_says_what_was_tracked_how_often_and_what_the_numbers_cannot_say() {
    let (html, markdown) = page(Lang::En);
    for text in [&html, &markdown] {
        for words in [
            "56 of 56 days",
            "Tension",
            "Neck",
            "mean change 0.5",
            "It does not show that the points caused it.",
            "0 worse afterwards",
        ] {
            assert!(text.contains(words), "{words}:\n{text}");
        }
    }
    assert_eq!(html.matches("<svg").count(), 2);
    assert_eq!(html.matches("<circle").count(), 2 * 56, "a dot an evening");
    let (html, _) = page(Lang::Da);
    assert!(
        html.contains("lang=\"da\"") && html.contains("Spænding") && html.contains("0,5"),
        "{html}"
    );
}

#[test]
fn nothing_a_person_wrote_becomes_a_tag_or_acts_on_a_terminal() {
    let (html, markdown) = page(Lang::En);
    assert!(html.contains("&lt;script&gt;alert(1)"));
    assert!(!html.contains("<script") && !markdown.contains("<script"));
    assert!(!html.contains('\u{1b}') && !markdown.contains('\u{1b}'));
}

#[test]
fn a_period_without_anything_says_so() {
    let known = known(Lang::En);
    let look = Look::new(&known);
    let to = known.today_is();
    let sheet = sheet(&known, &look, to, to, &[], &[]);
    let text = markdown::text(&sheet);
    assert!(
        text.contains("0 of 1 days") && text.contains("Nothing noted."),
        "{text}"
    );
}

#[test]
fn a_routine_of_ones_own_and_breaths_alone_have_their_names() {
    let mut known = known(Lang::En);
    let mut own = known.routines.by_id("evening-unwind").expect("a routine").clone();
    own.id = "my-evening".into();
    own.name = crate::domain::words::Words::new("My evening", "Min aften");
    known.put_routine(own);
    let (_, mut practices) = weeks(&known);
    practices.truncate(2);
    practices[0].routine = Some("my-evening".into());
    practices[1].routine = None;
    practices[1].plan = "breathe coherent 300".into();
    let look = Look::new(&known);
    let practices: Vec<&PracticeEntry> = practices.iter().collect();
    let names: Vec<String> = routines(&known, &look, &practices)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["My evening", "Breathing: Coherent"]);
}

#[test]
fn a_trials_evenings_without_pressing_are_told_and_counted_as_no_practice() {
    let known = known(Lang::En);
    let (check_ins, mut practices) = weeks(&known);
    // Every evening on which the number fell was one of rest: nothing is left to credit the pressing with.
    for entry in practices.iter_mut().skip(1).step_by(2) {
        entry.routine = Some(crate::app::trial::REST.into());
    }
    let to = known.today_is();
    let look = Look::new(&known);
    let sheet = sheet(&known, &look, to - Duration::days(55), to, &check_ins, &practices);
    let text = markdown::text(&sheet);
    assert!(
        text.contains("28 evenings of a fair trial without pressing"),
        "{text}"
    );
    assert!(text.contains("28 practices"), "{text}");
    assert!(
        text.contains("n = 28: mean change 0.0") || text.contains("n = 28: mean change 0 "),
        "{text}"
    );
    assert!(!text.contains(&t!(look, "trial-rest")), "{text}");
}
