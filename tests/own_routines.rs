//! Routines of one's own: written, read, given away, changed and taken back; points that are never to come; and
//! a practice that was cut off.

use chrono::DateTime;
use hegu::app::bench::{Bench, new_routine};
use hegu::app::browser::{Browser, Group};
use hegu::app::preview::{NoOffer, Preview, new_practice};
use hegu::app::resume::RUNNING;
use hegu::app::update::{act, update};
use hegu::app::{Action, Context, Effect, Intent, Keep, Kept, Known, Message, Model, Screen, Settings};
use hegu::content::own::OwnFile;
use hegu::content::routines::{as_file, read_own};
use hegu::domain::checkin::PracticeId;
use hegu::domain::compose::WhyNot;
use hegu::domain::journal::{AboutMe, LedgerLine, Pages, PracticeEntry};
use hegu::domain::plan::{Half, SideRule};
use hegu::domain::point::{Pressure, Side};
use hegu::domain::practice::Done;
use hegu::domain::profile::{Answer, Given};
use hegu::domain::reach::{Hands, With};
use hegu::domain::safety::{Asking, Refusal};
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Words;

fn now() -> Now {
    Now {
        steady: Moment(1_000),
        wall: DateTime::parse_from_rfc3339("2026-11-22T21:04:00+01:00").expect("a moment"),
    }
}

fn model() -> Model {
    Model::new(hegu::shipped(), Settings::default(), now(), (80, 24))
}

fn file(text: String) -> OwnFile {
    OwnFile {
        name: "mine.toml".to_owned(),
        text,
    }
}

/// A preview without questions about today, as after a no to all of them.
fn unasked(mut preview: Preview) -> Preview {
    preview.wish.asking = Asking::Impossible;
    preview
}

#[test]
fn every_routine_can_be_given_away_and_read_again() {
    let known = model().known;
    let content = hegu::shipped();
    for routine in content.routines.all() {
        let copy = Bench::of(routine, &known).routine;
        let text = as_file(&copy, &content.atlas);
        let (read, problems) = read_own(&[file(text.clone())], content);
        assert!(problems.is_empty(), "{}: {problems}\n{text}", routine.id);
        assert_eq!(read, std::slice::from_ref(&copy), "{text}");
        // Nothing that was said of the tested set is said of the copy.
        assert!(copy.own && copy.evidence.is_empty() && copy.expect.is_empty());
    }
}

#[test]
fn a_bad_file_is_named_by_line_and_the_good_one_is_there() {
    let good = "[[routine]]\nid = \"mine\"\nname = { en = \"Mine\", da = \"Min\" }\nminutes = 5\nitems = [\n    { point = \"LI4\", sides = \"each\", seconds = 60, posture = \"sit\" },\n]\n";
    let bad = "[[routine]]\nid = \"low-back\"\nname = { en = \"Mine\", da = \"Min\" }\nminutes = 5\nbreath = \"box\"\nitems = [\n    { point = \"LI44\", seconds = 60, posture = \"sit\" },\n    { point = \"ST9\", seconds = 60, posture = \"sit\" },\n]\n";
    let files = [
        file(good.to_owned()),
        OwnFile {
            name: "bad.toml".to_owned(),
            text: bad.to_owned(),
        },
    ];
    let (routines, problems) = read_own(&files, hegu::shipped());
    let ids: Vec<&str> = routines.iter().map(|routine| routine.id.as_ref()).collect();
    assert_eq!(ids, ["mine"]);
    let told = problems.to_string();
    for expected in [
        "bad.toml, line 5: Nothing is pressed by the breath \"box\".",
        "No point is called \"LI44\".",
        "ST9 is shown in the atlas, but never pressed.",
    ] {
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn an_own_routine_goes_through_the_same_safety() {
    let mut known = model().known;
    let sp6 = known.content.atlas.by_code("SP6").expect("a point");
    let routine = new_routine(Words::new("Mine", "Min"), &[sp6], &known);
    known.profile.answers.give("WB-01", Given::plain(Answer::Yes));
    known.routines.put(routine.clone());
    let offer = unasked(Preview::of_routine(&routine)).offer(&known);
    assert!(
        matches!(
            offer,
            Err(NoOffer::Refused(
                Refusal::NothingLeft { .. } | Refusal::AskFirst { .. }
            ))
        ),
        "{offer:?}"
    );
}

#[test]
fn changes_on_the_bench_are_saved_and_can_be_taken_back() {
    let known = model().known;
    let routine = known.routines.by_id("neck-shoulders").expect("shipped");
    let mut bench = Bench::of(routine, &known);
    let codes = |bench: &Bench| -> Vec<String> {
        let presses = bench.routine.plan.presses();
        presses
            .map(|(_, press)| known.content.atlas.point(press.point).code.to_string())
            .collect()
    };
    assert_eq!(codes(&bench), ["GB20", "GB21", "LI11", "LI4"]);
    // Not saved yet, and of ten minutes all the same.
    let lasts = unasked(bench.preview())
        .offer(&known)
        .expect("an offer")
        .timeline
        .total();
    assert_eq!(lasts, 600_000);
    assert!(matches!(bench.act(Action::Later, &known), Intent::SaveRoutine(_)));
    assert_eq!(codes(&bench), ["GB21", "GB20", "LI11", "LI4"]);
    assert!(matches!(bench.act(Action::Never, &known), Intent::SaveRoutine(_)));
    assert_eq!(codes(&bench), ["GB21", "LI11", "LI4"]);
    bench.act(Action::Restore, &known);
    bench.act(Action::Restore, &known);
    assert_eq!(codes(&bench), ["GB20", "GB21", "LI11", "LI4"]);
    // A minute less than the least is refused with a word.
    for _ in 0..20 {
        bench.act(Action::Left, &known);
    }
    assert!(unasked(Preview::of_routine(&bench.routine)).offer(&known).is_ok());
}

#[test]
fn a_routine_is_named_on_the_bench_by_typing() {
    let mut model = model();
    let routine = model.known.routines.by_id("desk-break").expect("shipped").clone();
    model.screen = Screen::Bench(Box::new(Bench::of(&routine, &model.known)));
    act(&mut model, Action::Edit);
    assert_eq!(model.screen.context(), Context::Text, "letters are text");
    let typed = format!("{}Efter møder\n", "\u{8}".repeat(60));
    let known = model.known.clone();
    model.screen.text(&typed, &known);
    let saved = act(&mut model, Action::Open);
    assert!(
        matches!(&saved[..], [Effect::SaveRoutine { text: Some(text), .. }] if text.contains("Efter møder")),
        "{saved:?}"
    );
    assert_eq!(model.screen.context(), Context::Routines);
    // Nothing typed leaves it as it was, and so does esc.
    act(&mut model, Action::Edit);
    model.screen.text(&"\u{8}".repeat(60), &known);
    assert_eq!(act(&mut model, Action::Open), []);
    act(&mut model, Action::Edit);
    model.screen.text("!", &known);
    act(&mut model, Action::Back);
    let Screen::Bench(bench) = &model.screen else {
        panic!("still on the bench");
    };
    assert_eq!(bench.routine.name.en, "Efter møder");
}

#[test]
fn what_is_never_to_come_is_listed_and_taken_back_there() {
    let mut model = model();
    let atlas = &model.known.content.atlas;
    let points = ["GB21", "LI4"].map(|code| atlas.by_code(code).expect("a point"));
    for point in points {
        model.known.toggle_never(point);
    }
    let mut browser = Browser::on(Group::Never, &model.known);
    browser.row = 1;
    assert_eq!(browser.points(&model.known).len(), 2);
    model.screen = Screen::Browser(browser);
    let keeps = act(&mut model, Action::Never);
    assert!(matches!(&keeps[..], [Effect::Keep(Keep::Flag { value, .. })] if value.is_empty()));
    let Screen::Browser(browser) = &model.screen else {
        panic!("still there");
    };
    assert_eq!(browser.points(&model.known).len(), 1);
    assert!(
        browser.chosen(&model.known).is_some(),
        "the shorter list has a chosen row"
    );
}

#[test]
fn a_point_that_is_new_gets_more_time_until_it_was_practised_three_times() {
    let mut known = model().known;
    let total = |known: &Known| {
        let routine = known.routines.by_id("first-three").expect("shipped");
        let mut preview = unasked(Preview::of_routine(routine));
        preview.wish.routine = None;
        preview.offer(known).expect("an offer").timeline.total()
    };
    let new = total(&known);
    known.settings.learning = false;
    let old = total(&known);
    assert_eq!(new - old, 30_000, "three points, ten seconds each");
}

#[test]
fn what_stands_in_for_a_point_is_within_reach_of_the_only_hand() {
    let mut known = model().known;
    known.settings.hands = Hands::One(Side::Left);
    known.profile.answers.give("WB-01", Given::plain(Answer::Yes));
    for routine in known.routines.all() {
        let Ok(offer) = unasked(Preview::of_routine(routine)).offer(&known) else {
            continue;
        };
        for (_, press) in offer.cleared.plan().presses() {
            let point = known.content.atlas.point(press.point);
            let own_arm = point.region.is_arm() && press.sides.halves().contains(&Half::Left);
            assert!(!own_arm, "{}: {}", routine.id, point.code);
            assert_eq!(press.hand, Some(Side::Left), "{}: {}", routine.id, point.code);
        }
    }
}

#[test]
fn a_knuckle_or_a_tool_presses_wherever_safety_allows_it_and_nowhere_else() {
    for with in [With::Knuckle, With::Tool] {
        let mut known = model().known;
        known.settings.with = with;
        let mut used = 0;
        for routine in known.routines.all() {
            let Ok(offer) = unasked(Preview::of_routine(routine)).offer(&known) else {
                continue;
            };
            let fingers = offer.cleared.fingers_only();
            for (_, press) in offer.cleared.plan().presses() {
                let point = known.content.atlas.point(press.point);
                let alone = fingers.contains(&press.point) || press.pressure == Pressure::Touch;
                assert!(
                    !alone || press.with == With::Fingers,
                    "{}: {}",
                    routine.id,
                    point.code
                );
                used += usize::from(press.with != With::Fingers);
            }
        }
        assert!(used > 5, "{with:?}: {used}");
    }
}

#[test]
fn a_point_comes_into_a_routine_and_the_routine_goes_and_comes_back() {
    let mut model = model();
    let li4 = model.known.content.atlas.by_code("LI4").expect("a point");
    let card = hegu::app::card::Card::of(li4, &model.known.content.atlas);
    model.screen = Screen::Card(card);
    act(&mut model, Action::AddToRoutine);
    assert!(matches!(model.screen, Screen::AddTo(_)));
    let effects = act(&mut model, Action::Open);
    assert!(
        matches!(&effects[..], [Effect::SaveRoutine { id, text: Some(text) }] if id == "my-routine" && text.contains("LI4")),
        "{effects:?}"
    );
    assert!(matches!(model.screen, Screen::Card(_)));
    act(&mut model, Action::Routines);
    act(&mut model, Action::Last);
    let gone = act(&mut model, Action::Never);
    assert!(
        matches!(&gone[..], [Effect::SaveRoutine { text: None, .. }]),
        "{gone:?}"
    );
    assert!(model.known.routines.by_id("my-routine").is_none());
    act(&mut model, Action::Restore);
    assert!(model.known.routines.by_id("my-routine").is_some());
}

#[test]
fn what_is_never_to_come_stays_out_of_routines_until_it_may_come_again() {
    let mut model = model();
    let gb21 = model.known.content.atlas.by_code("GB21").expect("a point");
    model.screen = Screen::Card(hegu::app::card::Card::of(gb21, &model.known.content.atlas));
    let keeps = act(&mut model, Action::Never);
    assert_eq!(
        keeps,
        [Effect::Keep(Keep::Flag {
            name: "never.GB21".to_owned(),
            value: "yes".to_owned(),
        })]
    );
    let points = |known: &Known| {
        let routine = known.routines.by_id("neck-shoulders").expect("shipped");
        let offer = unasked(Preview::of_routine(routine))
            .offer(known)
            .expect("an offer");
        let plan = offer.cleared.plan().clone();
        let points: Vec<_> = plan.presses().map(|(_, press)| press.point).collect();
        (points, offer.without)
    };
    let (left, without) = points(&model.known);
    assert!(!left.contains(&gb21));
    assert_eq!(without, [(gb21, WhyNot::Never)]);
    act(&mut model, Action::Never);
    let (whole, without) = points(&model.known);
    assert!(whole.contains(&gb21) && without.is_empty());
}

#[test]
fn a_favourite_is_kept_and_comes_first() {
    let mut model = model();
    act(&mut model, Action::Routines);
    act(&mut model, Action::Last);
    let id = model.known.routines.all().last().expect("some").id.to_string();
    let keeps = act(&mut model, Action::Favourite);
    assert_eq!(
        keeps,
        [Effect::Keep(Keep::FavouriteRoutine {
            id: id.clone(),
            favourite: true,
        })]
    );
    assert_eq!(model.known.routines_in_order()[0].id, id);
}

#[test]
fn one_hand_is_asked_for_nothing_it_cannot_reach() {
    let mut known = model().known;
    known.settings.hands = Hands::One(Side::Right);
    for routine in known.routines.all() {
        let Ok(offer) = unasked(Preview::of_routine(routine)).offer(&known) else {
            panic!("{} cannot be done with one hand", routine.id);
        };
        for (_, press) in offer.cleared.plan().presses() {
            let point = known.content.atlas.point(press.point);
            assert_ne!(press.sides, SideRule::Together, "{}: {}", routine.id, point.code);
            let own_arm = point.region.is_arm() && press.sides.halves().contains(&Half::Right);
            assert!(!own_arm, "{}: {}", routine.id, point.code);
        }
    }
}

/// A practice of the evening routine that ended after its first `sides` sides, with nobody there to say so.
fn cut_off_after(sides: usize) -> Model {
    cut_off_noted(sides, |note| note)
}

/// The same, and somebody has changed the note of it.
fn cut_off_noted(sides: usize, edited: impl Fn(String) -> String) -> Model {
    let mut model = model();
    let known = &mut model.known;
    let routine = known.routines.by_id("evening-unwind").expect("shipped");
    let preview = unasked(Preview::of_routine(routine));
    let offer = preview.offer(known).expect("an offer");
    let entry = new_practice(&preview, &offer, known);
    let value = known.running(&entry, &offer, &preview.wish);
    let all = [
        ("GB20", Half::Both),
        ("EX-HN3", Half::Midline),
        ("HT7", Half::Left),
        ("HT7", Half::Right),
        ("SP6", Half::Left),
        ("SP6", Half::Right),
    ];
    let done = all[..sides].iter().map(|(point, half)| LedgerLine {
        point: (*point).to_owned(),
        half: *half,
        pressed: 60_000,
        how: Done::Whole,
    });
    let practice = PracticeEntry {
        id: PracticeId(7),
        day: entry.day,
        at: entry.at,
        routine: entry.routine.clone(),
        plan: entry.plan.clone(),
        breath: entry.breath.clone(),
        planned: entry.planned,
        ended: None,
        why: None,
        check_in: None,
        done: done.collect(),
    };
    let about = AboutMe {
        flags: vec![
            ("welcome".to_owned(), "read".to_owned()),
            (RUNNING.to_owned(), edited(value)),
        ],
        ..AboutMe::default()
    };
    let later = Now {
        wall: now().wall + chrono::Duration::minutes(20),
        ..now()
    };
    let open = Kept::Open {
        about: Box::new(about),
        pages: Pages {
            practices: vec![practice],
            ..Pages::default()
        },
        aside: None,
        only_read: None,
    };
    update(&mut model, Message::Answer(hegu::app::Answer::Kept(open)), later);
    model
}

fn left(model: &Model) -> Vec<(String, SideRule)> {
    let cut_off = model.known.cut_off().expect("cut off");
    let presses = cut_off.wish.plan.presses();
    presses
        .map(|(_, press)| {
            let code = model.known.content.atlas.point(press.point).code.to_string();
            (code, press.sides)
        })
        .collect()
}

#[test]
fn a_practice_that_was_cut_off_goes_on_where_it_stopped() {
    let mut model = cut_off_after(3);
    assert!(matches!(&model.screen, Screen::Preview(preview) if preview.goes_on.is_some()));
    assert_eq!(
        left(&model),
        [
            ("HT7".to_owned(), SideRule::Only(Side::Right)),
            ("SP6".to_owned(), SideRule::Each)
        ]
    );
    // It keeps its place in the journal: nothing new begins.
    let Screen::Preview(preview) = &mut model.screen else {
        panic!("offered");
    };
    **preview = unasked((**preview).clone());
    let effects = act(&mut model, Action::Go);
    assert!(matches!(model.screen, Screen::Practice(_)));
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::Keep(Keep::Practice(_)))),
        "{effects:?}"
    );
}

#[test]
fn what_was_cut_off_is_checked_anew_and_forgotten_when_it_is_done_or_old() {
    let mut model = cut_off_after(4);
    model
        .known
        .profile
        .answers
        .give("WB-01", Given::plain(Answer::Yes));
    let cut_off = model.known.cut_off().expect("cut off");
    let offer = unasked(cut_off.preview()).offer(&model.known);
    assert!(offer.is_err(), "SP6 is not for this person any more: {offer:?}");
    assert!(cut_off_after(6).known.cut_off().is_none(), "nothing is left");
    let mut late = cut_off_after(3);
    late.known.now.wall += chrono::Duration::hours(7);
    assert!(late.known.cut_off().is_none());
    let mut declined = cut_off_after(3);
    let keeps = act(&mut declined, Action::Never);
    assert!(
        keeps
            .iter()
            .any(|effect| matches!(effect, Effect::Keep(Keep::PracticeEnded { .. }))),
        "{keeps:?}"
    );
    assert!(declined.known.cut_off().is_none());
}

#[test]
fn a_note_of_what_was_cut_off_goes_around_nothing() {
    // A point that nobody presses cannot be read from it; one that is blocked is refused when it goes on.
    for code in ["ST9", "CV22", "LI44"] {
        let model = cut_off_noted(0, |note| note.replace("\"SP6\"", &format!("\"{code}\"")));
        assert!(model.known.cut_off().is_none(), "{code}");
    }
    let mut model = cut_off_noted(4, |note| note.replace("\"SP6\"", "\"LI4\""));
    model
        .known
        .profile
        .answers
        .give("WB-01", Given::plain(Answer::Yes));
    let cut_off = model.known.cut_off().expect("cut off");
    let offer = unasked(cut_off.preview()).offer(&model.known);
    assert!(matches!(offer, Err(NoOffer::Refused(_))), "{offer:?}");
}
