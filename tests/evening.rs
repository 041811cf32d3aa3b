//! The screens of an evening and of the journal, drawn: snapshots at three sizes in both languages, and the
//! rules no screen may break.

mod support;

use chrono::{DateTime, Duration, FixedOffset};
use hegu::app::checkin::CheckIn;
use hegu::app::goodnight::GoodNight;
use hegu::app::journal::{Journal, View};
use hegu::app::settings::{Colors, FigureStyle};
use hegu::app::suggestion::Suggestion;
use hegu::app::{Action, Known, Model, Screen, Settings};
use hegu::domain::checkin::{
    Answers, CheckIn as Entry, CheckInId, Felt, Mood, Part, Phase, PracticeId, Score,
};
use hegu::domain::journal::{LedgerLine, PracticeEntry, Trouble};
use hegu::domain::plan::Half;
use hegu::domain::point::Side;
use hegu::domain::practice::{Done, Ending};
use hegu::domain::profile::{Answer, Given};
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Lang;
use hegu::ui::{self, layout::Grid, look::Look};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthChar;

/// The sizes every screen is designed for.
const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

fn tonight() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T21:40:00+01:00").expect("a moment")
}

fn known(lang: Lang, size: (u16, u16)) -> Known {
    let settings = Settings {
        lang,
        country: hegu::domain::safety::Country::from_locale(lang.tag()),
        theme: "calm-dark".to_owned(),
        // Blocks of the filled figure are of ambiguous width; tests/figure.rs looks at it.
        figure: FigureStyle::Braille,
        ..Settings::default()
    };
    let now = Now {
        steady: Moment(0),
        wall: tonight(),
    };
    let mut known = Model::new(hegu::shipped(), settings, now, size).known;
    known.profile.answers.give("WB-01", Given::plain(Answer::No));
    known.diary.is_open = true;
    known
}

fn answers(mood: u8, tension: u8) -> Answers {
    let mut answers = Answers {
        mood: Mood::from_step(mood),
        tension: Score::new(tension),
        sleep: Score::new(6),
        ..Answers::default()
    };
    answers.rate(Felt::At(Part::Neck, None), Score::new(tension.saturating_sub(1)));
    answers
}

/// A number of evenings, the last one yesterday: tension before and after, now and then without an answer.
fn with_evenings(mut known: Known, changes: &[Option<i8>]) -> Known {
    for (index, change) in changes.iter().enumerate() {
        let day = (changes.len() - index) as i64;
        let at = tonight() - Duration::days(day);
        let (id, tension) = (index as i64 * 10, 5 + (index % 3) as u8);
        let mut before = answers(3, tension);
        if index + 1 == changes.len() {
            before.note = "Long day at the desk. Hands were cold at first.".into();
            before.toggle(Felt::At(Part::Shoulder, Some(Side::Left)));
        }
        let entry = |id, at: DateTime<FixedOffset>, phase, of, answers| Entry {
            id: CheckInId(id),
            day: tonight().date_naive() - Duration::days(day),
            at,
            phase,
            of,
            practice: Some(PracticeId(id / 10)),
            answers,
        };
        known
            .diary
            .pages
            .check_ins
            .push(entry(id, at, Phase::Before, None, before));
        known.diary.pages.practices.push(PracticeEntry {
            id: PracticeId(id / 10),
            day: tonight().date_naive() - Duration::days(day),
            at: at + Duration::minutes(2),
            routine: Some("evening-unwind".into()),
            plan: "GB20, EX-HN3, HT7 each, SP6 each".into(),
            breath: "calm".into(),
            planned: 600_000,
            ended: Some((Ending::Finished, at + Duration::minutes(12))),
            why: None,
            check_in: Some(CheckInId(id)),
            done: ["GB20", "EX-HN3", "HT7", "SP6"]
                .into_iter()
                .map(|point| LedgerLine {
                    point: point.into(),
                    half: Half::Both,
                    pressed: 60_000,
                    how: Done::Whole,
                })
                .collect(),
        });
        if let Some(change) = change {
            let after = (tension as i8 - change).clamp(0, 10) as u8;
            let after = Answers {
                mood: Mood::from_step(4),
                tension: Score::new(after),
                ..Answers::default()
            };
            let at = at + Duration::minutes(13);
            known
                .diary
                .pages
                .check_ins
                .push(entry(id + 1, at, Phase::After, Some(CheckInId(id)), after));
        }
    }
    known
}

fn some_evenings(known: Known) -> Known {
    let changes = [2, 1, 0, 3, 1, 2, -1, 0, 2, 1, 3, 1, 2, 0].map(Some);
    with_evenings(known, &[&changes[..], &[None]].concat())
}

fn check_in(known: &Known, actions: &[Action]) -> Screen {
    let mut check_in = CheckIn::before(known);
    for action in actions {
        check_in.act(*action, known);
    }
    Screen::CheckIn(check_in)
}

fn suggestion(known: &Known, answers: Answers) -> Screen {
    Screen::Suggestion(Suggestion::new(answers, known.moment(), known.today_is()))
}

/// Every screen under test: a name, the screen, and what is known while it is shown.
fn every(lang: Lang, size: (u16, u16)) -> Vec<(&'static str, Screen, Known)> {
    use Action::{Digit, Down, Go, Left, Next, Open, Right};
    let base = || known(lang, size);
    let mut screens = Vec::new();
    let mut add = |name, screen: Screen, known: Known| screens.push((name, screen, known));

    let known = base();
    add("checkin-mood", check_in(&known, &[Digit(3)]), known.clone());
    add(
        "checkin-scale",
        check_in(&known, &[Open, Digit(6)]),
        known.clone(),
    );
    add(
        "checkin-scale-ten",
        check_in(&known, &[Open, Next, Right, Left, Digit(1), Digit(0)]),
        known.clone(),
    );
    let to_where = [Open, Open, Open, Open, Open];
    let marked = [
        &to_where[..],
        &[Down, Down, Down, Down, Down, Go, Down, Down, Right],
    ]
    .concat();
    add(
        "checkin-where-nothing",
        check_in(&known, &to_where),
        known.clone(),
    );
    add("checkin-where", check_in(&known, &marked), known.clone());
    add(
        "checkin-much",
        check_in(&known, &[&marked[..], &[Open, Open, Digit(4)]].concat()),
        known.clone(),
    );
    let mut note = CheckIn::before(&known);
    for _ in 0..7 {
        note.act(Next, &known);
    }
    note.text(
        "En lang dag ved skrivebordet, og hænderne var kolde til at begynde med. 合谷.",
        &known,
    );
    add("checkin-note", Screen::CheckIn(note), known.clone());
    let mut unsaved = base();
    unsaved.diary.trouble = Some(Trouble::DiskFull);
    add(
        "checkin-not-saved",
        check_in(&unsaved, &[Open, Digit(6)]),
        unsaved,
    );

    let evenings = with_evenings(base(), &[None]);
    let after = CheckIn::after(&evenings, PracticeId(0)).expect("asked again");
    add("after-mood", Screen::CheckIn(after.clone()), evenings.clone());
    let mut after = after;
    after.act(Open, &evenings);
    add("after-scale", Screen::CheckIn(after), evenings);

    let known = base();
    add("suggestion", suggestion(&known, answers(3, 7)), known.clone());
    add(
        "suggestion-nothing",
        suggestion(&known, Answers::default()),
        known.clone(),
    );
    let mut chest = Answers::default();
    chest.rate(Felt::At(Part::Chest, None), Score::new(2));
    add("suggestion-ask", suggestion(&known, chest.clone()), known.clone());
    let heavy = Answers {
        mood: Some(Mood::Bad),
        ..Answers::default()
    };
    add("suggestion-heavy", suggestion(&known, heavy), known.clone());
    let mut flagged = base();
    flagged.today.answers.give("RF-08", Given::plain(Answer::Yes));
    add("suggestion-stop", suggestion(&flagged, chest), flagged);

    add(
        "goodnight",
        Screen::GoodNight(GoodNight::default()),
        known.clone(),
    );
    add(
        "journal-empty",
        Screen::Journal(Journal::new(&known)),
        known.clone(),
    );
    let evenings = some_evenings(base());
    add(
        "journal-week",
        Screen::Journal(
            Journal::at(tonight().date_naive() - Duration::days(1), &evenings).showing(View::Week),
        ),
        evenings.clone(),
    );
    let yesterday = tonight().date_naive() - Duration::days(1);
    let before = tonight().date_naive() - Duration::days(2);
    add(
        "journal-day",
        Screen::Journal(Journal::at(yesterday, &evenings)),
        evenings.clone(),
    );
    add(
        "journal-day-after",
        Screen::Journal(Journal::at(before, &evenings)),
        evenings.clone(),
    );
    let insight = |known: &Known| {
        let view = View::Insight {
            measure: 0,
            routine: 0,
        };
        Screen::Journal(Journal::new(known).showing(view))
    };
    add("insight-early", insight(&evenings), evenings);
    let few = with_evenings(base(), &[Some(2), Some(-1), None]);
    add("insight-too-few", insight(&few), few);
    let worse = with_evenings(base(), &[-2, -1, 0, -3, 1, 0, -1, -2, 0, -1].map(Some));
    add("insight-worse", insight(&worse), worse);
    screens
}

fn model(screen: Screen, known: Known) -> Model {
    let fresh = Model::new(known.content, known.settings.clone(), known.now, known.size);
    Model {
        behind: vec![fresh.screen.clone()],
        known,
        screen,
        ..fresh
    }
}

fn drawn(screen: &Screen, known: &Known) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, known.size.0, known.size.1));
    ui::draw(&model(screen.clone(), known.clone()), &mut buf);
    buf
}

fn picture(screen: &Screen, known: &Known) -> String {
    support::text_of(&drawn(screen, known))
}

#[test]
fn every_screen_looks_as_it_looked() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("evening");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for lang in Lang::ALL {
            let sizes: Vec<_> = SIZES.iter().map(|size| every(lang, *size)).collect();
            for (at, (name, _, _)) in sizes[0].iter().enumerate() {
                let pictures: Vec<String> = SIZES
                    .iter()
                    .zip(&sizes)
                    .map(|(size, screens)| {
                        let (_, screen, known) = &screens[at];
                        format!("{}x{}\n{}\n", size.0, size.1, picture(screen, known))
                    })
                    .collect();
                insta::assert_snapshot!(format!("{name}.{}", lang.tag()), pictures.join("\n"));
            }
        }
    });
}

#[test]
fn no_sign_is_wider_on_some_terminals_and_no_sentence_is_unfinished() {
    for lang in Lang::ALL {
        for size in SIZES {
            for (name, screen, known) in every(lang, size) {
                let text = picture(&screen, &known);
                assert!(
                    !text.contains("{ $") && !text.contains("{$"),
                    "{name} {size:?}: {text}"
                );
                for c in text.chars().filter(|c| *c != '\n') {
                    assert!(
                        c.width() == c.width_cjk() || c.is_alphabetic(),
                        "{name} {size:?}: {c:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_plain_terminal_gets_plain_signs() {
    for lang in Lang::ALL {
        for size in SIZES {
            for (name, screen, mut known) in every(lang, size) {
                known.settings.ascii = true;
                known.settings.figure = FigureStyle::Auto;
                known.settings.colors = Colors::None;
                for c in picture(&screen, &known).chars() {
                    assert!(c.is_ascii() || c.is_alphabetic(), "{name} {size:?}: {c:?}");
                }
            }
        }
    }
}

#[test]
fn every_size_draws_and_keeps_its_hints_whole() {
    for (at, width) in (40..=200).step_by(20).enumerate() {
        for height in (12..=60).step_by(12) {
            let lang = Lang::ALL[at % 2];
            for (name, screen, known) in every(lang, (width, height)) {
                let buf = drawn(&screen, &known);
                let model = model(screen, known);
                let grid = Grid::new(buf.area).expect("large enough");
                let hints = ui::frame::hints(&model, &Look::new(&model.known), &grid);
                assert!(!hints.is_empty(), "{name} {width}x{height}");
                for hint in hints {
                    assert_eq!(
                        hint.area.intersection(grid.bottom),
                        hint.area,
                        "{name} {width}x{height}"
                    );
                }
            }
        }
    }
}

/// Neither yesterday nor the first answers may be seen while somebody answers.
#[test]
fn nothing_answered_before_is_on_the_screen_while_asking() {
    for lang in Lang::ALL {
        for size in SIZES {
            let known = some_evenings(known(lang, size));
            let fresh = picture(&check_in(&known, &[Action::Open]), &known);
            let without = picture(
                &check_in(&self::known(lang, size), &[Action::Open]),
                &self::known(lang, size),
            );
            assert_eq!(fresh, without, "{size:?}");

            let high = with_evenings(self::known(lang, size), &[None]);
            let mut low = high.clone();
            low.diary.pages.check_ins[0].answers.tension = Score::new(1);
            low.diary.pages.check_ins[0].answers.mood = Mood::from_step(5);
            for steps in 0..2 {
                let asked = |known: &Known| {
                    let mut after = CheckIn::after(known, PracticeId(0)).expect("asked again");
                    for _ in 0..steps {
                        after.act(Action::Open, known);
                    }
                    picture(&Screen::CheckIn(after), known)
                };
                assert_eq!(asked(&high), asked(&low), "{size:?}");
            }
        }
    }
}

/// The number to call leads the page, at every size.
#[test]
fn help_stands_in_the_first_line_of_a_stop_page() {
    for lang in Lang::ALL {
        for size in SIZES {
            let screens = every(lang, size);
            let (_, screen, known) = screens
                .iter()
                .find(|(name, _, _)| *name == "suggestion-stop")
                .expect("a stop page");
            let text = picture(screen, known);
            // The title comes first, then nothing else.
            let first = text
                .lines()
                .filter(|line| !line.trim().is_empty())
                .nth(1)
                .expect("a line");
            let call = match lang {
                Lang::Da => "Ring 112",
                _ => "Call your local emergency",
            };
            assert!(first.contains(call) && first.contains("! "), "{size:?}: {text}");
        }
    }
}

/// What got worse is as visible as what got better: the same picture, mirrored.
#[test]
fn worse_and_better_get_the_same_room() {
    let rows = |changes: &[Option<i8>]| {
        let known = with_evenings(known(Lang::En, (80, 24)), changes);
        let journal = Screen::Journal(Journal::new(&known).showing(View::Insight {
            measure: 0,
            routine: 0,
        }));
        picture(&journal, &known)
            .lines()
            .filter(|line| line.trim_start().starts_with('o'))
            .count()
    };
    let better = [2, 1, 0, 3, 1, 2, 1, 0].map(Some);
    let worse = better.map(|change| change.map(|change: i8| -change));
    assert_eq!(rows(&better), rows(&worse));
    assert!(rows(&better) > 0);
}
