//! Every way to a press, walked: whatever keys are pressed from whatever screen, in a life in which points,
//! an area and the holding of the breath are out of the question, none of them is ever begun.

use hegu::app::browser::Browser;
use hegu::app::card::Card;
use hegu::app::compose::Compose;
use hegu::app::learn::Learn;
use hegu::app::lesson::Lesson;
use hegu::app::preview::{NoOffer, Preview};
use hegu::app::resume::RUNNING;
use hegu::app::routines::Shelf;
use hegu::app::search::Search;
use hegu::app::today::Evening;
use hegu::app::update::{act, update};
use hegu::app::{Action, Known, Message, Model, Screen, Settings};
use hegu::domain::checkin::PracticeId;
use hegu::domain::journal::{LedgerLine, PracticeEntry};
use hegu::domain::plan::{Act, Breathe, Half, Item, Plan};
use hegu::domain::point::Posture;
use hegu::domain::practice::{Done, Ending};
use hegu::domain::profile::Profile;
use hegu::domain::routine::Routine;
use hegu::domain::safety::{Asking, Origin, Refusal, Wish};
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Words;

use crate::world::{LONG_HOLDS, yes_and_asked};

/// Favourites of this life that are out of the question in it.
const BLOCKED: [&str; 4] = ["LI4", "SP6", "CV12", "ST9"];

fn now(ms: u64) -> Now {
    Now {
        steady: Moment(ms),
        wall: "2026-11-22T21:00:00+01:00".parse().expect("a moment"),
    }
}

/// Pregnant, with epilepsy; both were asked about.
fn pregnant() -> Profile {
    yes_and_asked(&["WB-01", "WB-19"], &["WB-01", "WB-19"])
}

/// A journal in which the blocked points were liked and practised until yesterday.
fn lived(model: &mut Model) {
    let known = &mut model.known;
    known.diary.is_open = true;
    known.profile = pregnant();
    known.diary.about.points = BLOCKED.iter().map(|code| (*code).to_owned()).collect();
    let yesterday = known.now.wall - chrono::TimeDelta::days(1);
    for (id, routine, codes) in [
        (1, Some("first-three"), &["LI4", "EX-HN3", "SP6"][..]),
        (2, None, &["LI4"]),
        (3, None, &["SP6"]),
        (4, Some("tense-belly"), &["CV12"]),
    ] {
        let at = yesterday + chrono::TimeDelta::minutes(20 * id);
        known.diary.pages.practices.push(PracticeEntry {
            id: PracticeId(id),
            day: at.date_naive(),
            at,
            routine: routine.map(str::to_owned),
            plan: codes.join(", "),
            breath: "calm".into(),
            planned: 60_000,
            ended: Some((Ending::Finished, at)),
            why: None,
            check_in: None,
            done: codes
                .iter()
                .map(|code| LedgerLine {
                    point: (*code).into(),
                    half: Half::Left,
                    pressed: 60_000,
                    how: Done::Whole,
                })
                .collect(),
        });
    }
    // A routine of one's own, as a text file or another journal could bring it.
    let mut own: Routine = known.routines.by_id("first-three").expect("shipped").clone();
    own.id = "mine".into();
    own.own = true;
    own.uses = Vec::new();
    own.substitutes = false;
    let atlas = &known.content.atlas;
    let items = ["LI4", "SP6", "CV12", "HT7"];
    let items = items.iter().filter_map(|code| atlas.by_code(code));
    own.plan = Plan {
        items: items.map(|id| Item::of(id, atlas.point(id))).collect(),
    };
    own.plan.items.push(held());
    known.routines.put(own);
}

/// A breath that is held.
fn held() -> Item {
    Item {
        act: Act::Breathe(Breathe {
            pattern: "4-7-8".into(),
            rhythm: LONG_HOLDS,
            seconds: 60,
            most_breaths: None,
            hands: Words::default(),
        }),
        posture: Posture::Sit,
        optional: false,
    }
}

fn at(screen: Screen) -> Model {
    let mut model = Model::new(hegu::shipped(), Settings::default(), now(0), (80, 24));
    model.behind.push(std::mem::replace(&mut model.screen, screen));
    lived(&mut model);
    model
}

/// Every screen one may begin from.
fn doors() -> Vec<(&'static str, Model)> {
    let content = hegu::shipped();
    let atlas = &content.atlas;
    let known: Known = at(Screen::Today(Evening::default())).known;
    let id = |code: &str| atlas.by_code(code).expect("a point");
    let mut doors = vec![
        ("today", at(Screen::Today(Evening::default()))),
        ("routines", at(Screen::Routines(Shelf::default()))),
        ("search", at(Screen::Search(Search::default()))),
        ("lesson", at(Screen::Lesson(Lesson::new(&known)))),
        ("lesson and quiz", at(Screen::Learn(Learn::default()))),
        ("browser", at(Screen::Browser(Browser::default()))),
    ];
    for code in BLOCKED {
        let card = Card::of(id(code), atlas);
        doors.push(("a card, as hegu:// opens it", at(Screen::Card(card))));
        let preview = Preview::of_points(&[id(code), id("HT7")], &known);
        doors.push(("points by their codes", at(Screen::Preview(Box::new(preview)))));
    }
    for routine in ["first-three", "low-back", "tense-belly", "period-days", "mine"] {
        let routine = known.routines.by_id(routine).expect("a routine");
        let preview = Preview::of_routine(routine);
        doors.push(("a routine", at(Screen::Preview(Box::new(preview)))));
    }
    for use_ in ["headache", "sleep", "period-pain", "digestion"] {
        if content.atlas.use_text(use_).is_none() {
            continue;
        }
        if let Ok(preview) = Compose::of(&[use_.to_owned().into()]).preview(&known) {
            doors.push(("composed", at(Screen::Preview(Box::new(preview)))));
        }
    }
    let breath = Preview::of_wish(Wish {
        plan: Plan { items: vec![held()] },
        origin: Origin::Chosen,
        routine: None,
        uses: Vec::new(),
        substitutes: false,
        asking: Asking::Possible,
    });
    doors.push(("a breath that is held", at(Screen::Preview(Box::new(breath)))));
    doors
}

/// What is being practised may be, in this life.
fn allowed(model: &Model, how: &str) -> bool {
    let Screen::Practice(practising) = &model.screen else {
        return false;
    };
    let plan = practising.practice.plan();
    for (_, press) in plan.presses() {
        let point = model.known.content.atlas.point(press.point);
        assert!(!BLOCKED.contains(&point.code.as_str()), "{how}: {}", point.code);
        let region = point.region.id();
        assert!(
            !["belly", "low-back", "throat"].contains(&region),
            "{how}: {}",
            point.code
        );
    }
    let holds = plan.items.iter().filter_map(|item| item.breathe());
    assert!(
        !holds.into_iter().any(|breathe| breathe.rhythm.has_hold()),
        "{how}: a hold"
    );
    true
}

#[test]
fn no_keys_from_any_screen_lead_to_what_is_blocked() {
    // The keys that choose, open and begin; those that answer, so that "none of these" is among them.
    const KEYS: [Action; 14] = [
        Action::Go,
        Action::Go,
        Action::Open,
        Action::No,
        Action::No,
        Action::Down,
        Action::Down,
        Action::Up,
        Action::Right,
        Action::Next,
        Action::Faster,
        Action::Again,
        Action::Why,
        Action::Back,
    ];
    let (mut begun, mut pressed) = (0, 0_u64);
    for (door, (how, start)) in doors().into_iter().enumerate() {
        for walk in 0..6_u64 {
            let mut model = start.clone();
            let mut dice = (door as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (walk << 32);
            for step in 0..40_u64 {
                dice ^= dice << 13;
                dice ^= dice >> 7;
                dice ^= dice << 17;
                // The first walk goes straight for it.
                let key = match walk {
                    0 => [Action::Go, Action::No, Action::Go][(step % 3) as usize],
                    _ => KEYS[(dice % KEYS.len() as u64) as usize],
                };
                act(&mut model, key);
                pressed += 1;
                update(&mut model, Message::Tick, now(1_000 * step));
                if allowed(&model, how) {
                    begun += 1;
                    break;
                }
            }
        }
    }
    println!("{pressed} keys, {begun} practices");
    assert!(begun >= 10, "too little began to say anything: {begun}");
}

#[test]
fn what_was_cut_off_before_the_answer_changed_goes_on_without_what_is_blocked_now() {
    let mut model = Model::new(hegu::shipped(), Settings::default(), now(0), (80, 24));
    model.known.diary.is_open = true;
    let known = &mut model.known;
    let id = |code: &str| hegu::shipped().atlas.by_code(code).expect("a point");
    for (codes, left) in [(&["LI4", "HT7"][..], Some(vec!["HT7"])), (&["LI4", "SP6"], None)] {
        known.profile = Profile::default();
        let ids: Vec<_> = codes.iter().map(|code| id(code)).collect();
        let mut preview = Preview::of_points(&ids, known);
        preview.wish.asking = Asking::Impossible;
        let offer = preview.offer(known).expect("nothing stands in the way yet");
        let entry = hegu::app::preview::new_practice(&preview, &offer, known);
        let note = known.running(&entry, &offer, &preview.wish);
        known.diary.note_flag(RUNNING, &note);
        known.diary.pages.practices = vec![PracticeEntry {
            id: PracticeId(1),
            day: entry.day,
            at: entry.at,
            routine: None,
            plan: entry.plan.clone(),
            breath: entry.breath.clone(),
            planned: entry.planned,
            ended: None,
            why: None,
            check_in: None,
            done: Vec::new(),
        }];
        known.profile = pregnant();
        let cut_off = known.cut_off().expect("it is offered again");
        match (cut_off.preview().outlook(known), left) {
            (Ok(offer), Some(left)) => {
                let presses = offer.cleared.plan().presses();
                let codes: Vec<_> = presses
                    .map(|(_, press)| hegu::shipped().atlas.point(press.point).code.to_string())
                    .collect();
                assert_eq!(codes, left);
            }
            (Err(NoOffer::Refused(Refusal::NothingLeft { .. })), None) => {}
            (other, left) => panic!("{left:?}: {other:?}"),
        }
    }
}
