//! The screens of a practice: drawn from the model as the program draws them, lived in simulated time.

use chrono::{DateTime, FixedOffset, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use hegu::app::preview::Preview;
use hegu::app::update::update;
use hegu::app::{Key, KeyCode, Message, Model, Screen, Settings};
use hegu::domain::safety::Asking;
use hegu::domain::time::{Moment, Ms, Now};
use hegu::domain::words::Lang;

fn now(ms: Ms) -> Now {
    let evening: DateTime<FixedOffset> = "2026-11-21T21:00:00+01:00".parse().unwrap();
    Now {
        steady: Moment(1_000_000 + ms),
        wall: evening + TimeDelta::milliseconds(ms as i64),
    }
}

/// A model with a preview of a routine in front; nothing is open about today.
fn previewing(routine: &str, lang: Lang, size: (u16, u16)) -> Model {
    let settings = Settings {
        lang,
        ..Settings::default()
    };
    let mut model = Model::new(hegu::shipped(), settings, now(0), size);
    let routine = hegu::shipped().routines.by_id(routine).unwrap();
    let mut preview = Preview::of_routine(routine);
    preview.wish.asking = Asking::Impossible;
    let browser = std::mem::replace(&mut model.screen, Screen::Preview(Box::new(preview)));
    model.behind.push(browser);
    model
}

fn press(model: &mut Model, key: Key, ms: Ms) {
    update(model, Message::Key(key), now(ms));
}

/// Lets time pass as the program does.
fn live(model: &mut Model, from: Ms, to: Ms) {
    let mut at = now(from);
    while let Some(next) = model.screen.wake(&model.known) {
        if next > now(to).steady {
            break;
        }
        assert!(next > at.steady, "woken for nothing at {at:?}");
        at = now(next.0 - 1_000_000);
        update(model, Message::Tick, at);
    }
    update(model, Message::Tick, now(to));
}

fn practising(routine: &str, lang: Lang, size: (u16, u16), ms: Ms) -> Model {
    let mut model = previewing(routine, lang, size);
    press(&mut model, Key::char(' '), 0);
    assert!(matches!(model.screen, Screen::Practice(_)), "it did not begin");
    live(&mut model, 0, ms);
    model
}

fn picture(model: &Model) -> String {
    let (width, height) = model.known.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    hegu::ui::draw(model, &mut buf);
    let mut text = String::new();
    for y in 0..height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buf[(x, y)].symbol();
            skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Every picture of a short evening in one size and language, each with a name.
fn pictures(lang: Lang, size: (u16, u16)) -> Vec<(&'static str, String)> {
    let mut pictures = vec![("preview", picture(&previewing("evening-unwind", lang, size)))];
    let mut why = previewing("evening-unwind", lang, size);
    press(&mut why, Key::char('w'), 0);
    pictures.push(("why", picture(&why)));
    for (name, ms) in [
        ("lead-in", 5_000),
        ("in", 23_000),
        ("out", 26_000),
        ("switch", 325_000),
    ] {
        let model = practising("evening-unwind", lang, size, ms);
        pictures.push((name, picture(&model)));
    }
    let mut model = practising("evening-unwind", lang, size, 45_000);
    press(&mut model, Key::char(' '), 45_000);
    pictures.push(("paused", picture(&model)));
    press(&mut model, Key::plain(KeyCode::Esc), 45_000);
    pictures.push(("stopped", picture(&model)));
    press(&mut model, Key::plain(KeyCode::Esc), 45_000);
    pictures.push(("over", picture(&model)));
    let mut still = practising("evening-unwind", lang, size, 26_000);
    still.known.settings.reduced_motion = true;
    pictures.push(("reduced motion", picture(&still)));
    let mut plain = practising("evening-unwind", lang, size, 26_000);
    plain.known.settings.ascii = true;
    pictures.push(("ascii", picture(&plain)));
    let mut shelf = previewing("evening-unwind", lang, size);
    press(&mut shelf, Key::char('3'), 0);
    pictures.push(("routines", picture(&shelf)));
    pictures
}

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

#[test]
#[ignore = "prints every picture, for eyes"]
fn look_at_them() {
    for size in SIZES {
        for lang in Lang::ALL {
            for (name, picture) in pictures(lang, size) {
                println!("{name} {size:?} {lang:?}\n{picture}");
            }
        }
    }
}

#[test]
fn every_picture_says_what_matters() {
    for size in SIZES {
        let all = pictures(Lang::En, size);
        let stop = "esc stop";
        for (name, words) in [
            (
                "preview",
                &["Evening unwind", "10:00", "GB20", "! ", "space begin"][..],
            ),
            ("why", &["! ", "esc back"]),
            ("lead-in", &["Find it", "GB20 Fēngchí", "1 of 6", stop]),
            ("in", &["Breathe in", "both sides", "GB20", stop]),
            ("out", &["Breathe out", "let it sink", "EX-HN3", stop]),
            ("switch", &["Other side", "right wrist ▸", "4 of 6", stop]),
            ("paused", &["Paused", "space go on", stop]),
            ("stopped", &["Stopped. Let go.", "▸ "]),
            ("over", &["Rise slowly.", "GB20"]),
            ("reduced motion", &["Breathe out", "3 of 6 seconds", "GB20"]),
            ("ascii", &["Breathe out", "@", "GB20"]),
            ("routines", &["▸ ", "The first three", "1 of 16"]),
        ] {
            let picture = &all.iter().find(|(known, _)| *known == name).unwrap().1;
            for word in words {
                assert!(picture.contains(word), "{name} {size:?}: {word}\n{picture}");
            }
        }
    }
}

#[test]
fn plain_pictures_use_plain_characters_for_everything_but_names() {
    for size in SIZES {
        let mut model = practising("evening-unwind", Lang::En, size, 26_000);
        model.known.settings.ascii = true;
        for c in picture(&model).chars() {
            assert!(c.is_ascii() || c.is_alphabetic(), "{c:?} at {size:?}");
        }
    }
}

#[test]
fn all_sizes_in_between_hold_the_practice_in_both_languages() {
    for (lang, width, height) in [
        (Lang::En, 41, 13),
        (Lang::Da, 60, 18),
        (Lang::En, 79, 50),
        (Lang::Da, 100, 23),
        (Lang::En, 130, 30),
        (Lang::Da, 220, 44),
    ] {
        for (name, picture) in pictures(lang, (width, height)) {
            assert_eq!(picture.lines().count(), usize::from(height), "{name}");
        }
    }
}

#[test]
fn a_running_practice_never_wakes_sooner_than_thirty_times_a_second_and_rests_when_paused() {
    let mut model = practising("evening-unwind", Lang::En, (120, 40), 21_000);
    let mut at = 21_000;
    let mut frames = 0;
    while at < 31_000 {
        let next = model.screen.wake(&model.known).unwrap().0 - 1_000_000;
        assert!(next >= at + 33 || next.is_multiple_of(1_000), "{at} {next}");
        at = next;
        update(&mut model, Message::Tick, now(at));
        frames += 1;
    }
    assert!((100..=320).contains(&frames), "{frames} in ten seconds");
    press(&mut model, Key::char(' '), at);
    // Only the question whether all is well is left to come.
    let next = model.screen.wake(&model.known).unwrap().0 - 1_000_000;
    assert_eq!(next, at + 120_000);
}

#[test]
fn the_keys_carry_a_practice_from_its_preview_to_its_end() {
    let mut model = practising("evening-unwind", Lang::En, (80, 24), 5_000);
    press(&mut model, Key::plain(KeyCode::Enter), 5_000);
    assert!(picture(&model).contains("Breathe in"));
    live(&mut model, 5_000, 30_000);
    press(&mut model, Key::char('n'), 30_000);
    assert!(picture(&model).contains("lighter"), "{}", picture(&model));
    live(&mut model, 30_000, 700_000);
    assert!(picture(&model).contains("That was all."));
    press(&mut model, Key::char(' '), 700_000);
    assert!(!matches!(model.screen, Screen::Practice(_)));
}

/// A preview that may ask, as in the app.
fn asked(lang: Lang) -> Model {
    let mut model = previewing("evening-unwind", lang, (80, 24));
    if let Screen::Preview(preview) = &mut model.screen {
        preview.wish.asking = Asking::Possible;
    }
    press(&mut model, Key::char(' '), 0);
    model
}

#[test]
fn questions_about_today_come_first_and_one_key_says_no_to_all() {
    let mut model = asked(Lang::Da);
    assert!(
        picture(&model).contains("Passer noget af dette lige nu?"),
        "{}",
        picture(&model)
    );
    press(&mut model, Key::char('n'), 0);
    press(&mut model, Key::char(' '), 0);
    assert!(matches!(model.screen, Screen::Practice(_)), "{}", picture(&model));
}

#[test]
fn a_red_flag_ends_it_and_nothing_is_offered_instead() {
    let mut model = asked(Lang::En);
    press(&mut model, Key::char('y'), 0);
    assert!(picture(&model).contains("Not today."), "{}", picture(&model));
    press(&mut model, Key::char(' '), 0);
    assert!(matches!(model.screen, Screen::Preview(_)));
}

#[test]
fn the_length_keys_stop_where_the_plan_does() {
    let mut model = previewing("evening-unwind", Lang::En, (80, 24));
    press(&mut model, Key::char('-'), 0);
    assert!(picture(&model).contains("9:00"));
    for _ in 0..9 {
        press(&mut model, Key::char('-'), 0);
    }
    let least = picture(&model);
    assert!(least.contains("6 min is the least."), "{least}");
}
