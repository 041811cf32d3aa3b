//! What is said and asked at its moment, on the screens where it matters.

use hegu::app::goodnight::GoodNight;
use hegu::app::journal::{Journal, View};
use hegu::app::preview::Preview;
use hegu::app::profile::ProfileForm;
use hegu::app::redflags::RedFlags;
use hegu::app::suggestion::Suggestion;
use hegu::app::update::act;
use hegu::app::{Action, Model, Screen, Settings};
use hegu::domain::breath::Pace;
use hegu::domain::checkin::Answers;
use hegu::domain::profile::{Answer, Given, Part};
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Lang;
use hegu::ui::draw;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::rules::five_weeks;
use crate::world::{RULES, yes_and_asked};

fn model(lang: Lang, size: (u16, u16), screen: Screen) -> Model {
    let now = Now {
        steady: Moment(1_000),
        wall: "2026-11-07T21:40:00+01:00".parse().expect("a moment"),
    };
    let settings = Settings {
        lang,
        ..Settings::default()
    };
    let mut model = Model::new(hegu::shipped(), settings, now, size);
    model.known.diary.is_open = true;
    model.screen = screen;
    model
}

fn rows(model: &Model) -> Vec<String> {
    let (width, height) = model.known.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    draw(model, &mut buf);
    let row = |y| (0..width).map(|x| buf[(x, y)].symbol()).collect::<String>();
    (0..height).map(|y| row(y).trim_end().to_owned()).collect()
}

/// All words of a screen in one line, so that a sentence that was wrapped is found.
fn words(model: &Model) -> String {
    let rows = rows(model).join(" ");
    rows.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn four_weeks_without_a_change_are_said_wherever_an_evening_or_its_numbers_are_shown() {
    for (lang, size, said) in [
        (Lang::En, (80, 24), "It is fair to stop."),
        (Lang::Da, (120, 40), "Det er helt i orden at stoppe."),
        (Lang::En, (40, 12), "It is fair to stop."),
    ] {
        for (change, wanted) in [(0, true), (2, false)] {
            let mut known = model(lang, size, Screen::GoodNight(GoodNight {})).known;
            known.diary.pages.check_ins = five_weeks(change);
            let suggestion = Suggestion::new(Answers::default(), known.moment(), known.today_is());
            let insight = View::Insight {
                measure: 0,
                routine: 0,
            };
            for (what, screen) in [
                ("good night", Screen::GoodNight(GoodNight {})),
                ("insight", Screen::Journal(Journal::new(&known).showing(insight))),
                ("suggestion", Screen::Suggestion(suggestion)),
            ] {
                let mut model = model(lang, size, screen);
                model.known.diary.pages.check_ins = known.diary.pages.check_ins.clone();
                let words = words(&model);
                assert_eq!(words.contains(said), wanted, "{what} {size:?}: {words}");
            }
        }
    }
}

#[test]
fn where_counting_distresses_nothing_is_counted_until_it_is_chosen() {
    let mut known = model(Lang::En, (80, 24), Screen::RedFlags(RedFlags::default())).known;
    let routine = known.routines.by_id("evening-unwind").expect("a routine").clone();
    let mut preview = Preview::of_routine(&routine);
    assert_eq!(preview.outlook(&known).expect("an offer").pace, Pace::CALM);

    known.profile = yes_and_asked(&["WB-20"], &["WB-20"]);
    let offer = preview.outlook(&known).expect("an offer");
    assert_eq!(offer.pace, Pace::NATURAL);
    assert!(
        offer
            .cleared
            .plan()
            .items
            .iter()
            .filter_map(|item| item.breathe())
            .all(|breathe| !breathe.rhythm.is_paced()),
        "what hegu offers is not counted either"
    );
    assert_eq!(preview.breath(&known), "natural", "and so the journal keeps it");
    // The key for another breath counts again: it was asked for.
    preview.act(Action::Again, &known);
    assert_ne!(preview.breath(&known), "natural");
    assert_ne!(preview.outlook(&known).expect("an offer").pace, Pace::NATURAL);
    // What is short of breath today is never counted, whatever is chosen.
    known.today.answers.give("BR-02", Given::plain(Answer::Yes));
    assert_eq!(preview.breath(&known), "natural");
}

#[test]
fn who_is_asked_which_leg_is_shown_legs() {
    let legs = [Part::LeftLeg, Part::RightLeg, Part::LeftFoot, Part::RightFoot];
    assert_eq!(RULES.parts_of("RF-09.leg"), legs);
    assert_eq!(RULES.parts_of("WB-12"), legs);
    for anywhere in ["WB-06", "WB-13", "AR-03", "WB-10.numb"] {
        assert_eq!(RULES.parts_of(anywhere), Part::ALL, "{anywhere}");
    }
    // Nothing a yes could block is missing from what can be said.
    for question in RULES
        .questions()
        .iter()
        .filter(|question| question.places.is_some())
    {
        let parts = RULES.parts_of(&question.id);
        let effects = RULES.rules().iter().flat_map(|rule| &rule.effects);
        for effect in effects.filter(|effect| effect.when.contains(&question.id)) {
            for part in Part::ALL.iter().filter(|part| !parts.contains(part)) {
                let spots = part.spots();
                let reached = spots.iter().any(|spot| effect.regions.contains(&spot.region));
                assert!(!reached, "{}: {part:?}", question.id);
            }
        }
    }
    let mut model = model(Lang::En, (80, 24), Screen::Profile(ProfileForm::default()));
    model
        .known
        .profile
        .answers
        .give("WB-12", Given::plain(Answer::Yes));
    if let Screen::Profile(form) = &mut model.screen {
        form.places = Some(("WB-12".into(), 0));
    }
    let shown = rows(&model);
    let first = shown
        .iter()
        .position(|row| row.contains("Which leg?"))
        .expect("asked");
    assert!(shown[first + 2].contains("left leg"), "{shown:#?}");
    assert!(!shown.iter().any(|row| row.trim() == "head"), "{shown:#?}");
    act(&mut model, Action::Go);
    let given = model.known.profile.answers.given("WB-12").expect("answered");
    assert_eq!(
        given
            .places
            .as_ref()
            .expect("a place")
            .iter()
            .copied()
            .collect::<Vec<_>>(),
        {
            let mut spots = Part::LeftLeg.spots();
            spots.sort();
            spots
        }
    );
}

#[test]
fn the_second_line_of_a_sign_stands_in_so_that_signs_are_told_apart() {
    for lang in [Lang::En, Lang::Da] {
        let model = model(lang, (80, 24), Screen::RedFlags(RedFlags::default()));
        let shown = rows(&model);
        let of = |words: &str| shown.iter().position(|row| row.trim_start().starts_with(words));
        let words = RULES.question("RF-02").expect("a question").words.get(lang);
        let begins: String = words.chars().take(12).collect();
        let head = of(&begins).expect("shown");
        let indent = |row: &str| row.len() - row.trim_start().len();
        let (first, second) = (indent(&shown[head]), indent(&shown[head + 1]));
        assert_eq!(second, first + 2, "{shown:#?}");
    }
}

#[test]
fn the_first_answer_does_not_move_the_choice_to_another_row() {
    use hegu::app::profile::Row;
    let mut model = model(Lang::En, (80, 24), Screen::Profile(ProfileForm::default()));
    let chosen = |model: &Model| {
        let Screen::Profile(form) = &model.screen else {
            panic!("the form")
        };
        form.rows(&model.known)[form.chosen(&model.known)].clone()
    };
    for _ in 0..2 {
        act(&mut model, Action::Down);
    }
    assert_eq!(chosen(&model), Row::Question("WB-02".into()));
    act(&mut model, Action::Yes);
    assert_eq!(chosen(&model), Row::Question("WB-02".into()));
    // Pressed twice by an eager finger it is still only a yes.
    act(&mut model, Action::Yes);
    assert!(!model.known.profile.has_asked("WB-02"));
}

#[test]
fn what_cannot_begin_asks_nothing_about_today_and_says_how_it_could() {
    let known = model(Lang::En, (80, 24), Screen::RedFlags(RedFlags::default())).known;
    let routine = known.routines.by_id("travel-nausea").expect("a routine").clone();
    let preview = Preview::of_routine(&routine);
    let mut model = model(Lang::En, (80, 24), Screen::Preview(Box::new(preview)));
    model.known.profile = yes_and_asked(&["WB-01"], &["WB-01"]);
    let words = words(&model);
    assert!(
        words.contains("PC6 in pregnancy") && words.contains("say so under About you"),
        "{words}"
    );
    assert!(
        !words.contains("begin  ") && words.contains("p my answers"),
        "{words}"
    );
    act(&mut model, Action::Go);
    assert!(
        matches!(&model.screen, Screen::Preview(preview) if preview.asking.is_none()),
        "nothing is asked"
    );
    act(&mut model, Action::Answers);
    assert!(matches!(model.screen, Screen::Profile(_)));
}

#[test]
fn every_point_left_out_in_pregnancy_says_so_while_nothing_was_answered() {
    // What was never asked does not count as yes; then the card itself has to say it, on every such point.
    let content = hegu::shipped();
    let (nobody, today) = (hegu::domain::profile::Profile::default(), Default::default());
    let calm = hegu::domain::safety::Safety::new(&content.atlas, &RULES, &nobody, &today);
    let pregnant = yes_and_asked(&["WB-01"], &["WB-01"]);
    let strict = hegu::domain::safety::Safety::new(&content.atlas, &RULES, &pregnant, &today);
    let mut seen = 0;
    for (id, point) in content.atlas.points().filter(|(_, point)| point.pressable) {
        if strict.word(id) <= calm.word(id) {
            continue;
        }
        seen += 1;
        let says = |lang: Lang, word: &str| {
            let mut cautions = point.cautions.iter();
            cautions.any(|caution| caution.words.get(lang).to_lowercase().contains(word))
        };
        assert!(
            says(Lang::En, "pregnan") && says(Lang::Da, "gravid"),
            "{}",
            point.code
        );
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn who_says_no_again_has_not_asked_for_the_next_time() {
    let mut model = model(Lang::En, (80, 24), Screen::Profile(ProfileForm::default()));
    model.known.profile = yes_and_asked(&["WB-01", "WB-02"], &["WB-01", "PR-01", "PR-03", "WB-02"]);
    let row = {
        let Screen::Profile(form) = &model.screen else {
            panic!("the form")
        };
        let rows = form.rows(&model.known);
        let is = |row: &hegu::app::profile::Row| matches!(row, hegu::app::profile::Row::Question(id) if id == "WB-01");
        rows.iter().position(is).expect("a question")
    };
    if let Screen::Profile(form) = &mut model.screen {
        form.row = row;
    }
    act(&mut model, Action::No);
    act(&mut model, Action::Yes);
    assert_eq!(model.known.profile.answer("WB-01"), Answer::Yes);
    for rule in ["WB-01", "PR-01", "PR-03"] {
        assert!(
            !model.known.profile.has_asked(rule),
            "{rule} was asked about another time"
        );
    }
    assert!(model.known.profile.has_asked("WB-02"), "another answer stays");
}
