//! The screens of a practice: drawn from the model as the program draws them, lived in simulated time.

use chrono::{DateTime, FixedOffset, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use hegu::app::bench::Bench;
use hegu::app::compose::{Compose, use_named};
use hegu::app::practice::Field;
use hegu::app::preview::Preview;
use hegu::app::settings::Colors;
use hegu::app::signal::{Report, Sounding, Speaking};
use hegu::app::update::update;
use hegu::app::{Action, Answer, Effect, Keep, Key, KeyCode, Message, Model, Screen, Settings};
use hegu::cli::breathe::BreatheArgs;
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
        learning: false,
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
    // All of them are one thing to keep: the next picture does not wait for fifteen.
    let effects = update(&mut model, Message::Key(Key::char('n')), now(0));
    assert!(
        matches!(effects[..], [Effect::Keep(Keep::Today { .. })]),
        "{effects:?}"
    );
    assert!(!picture(&model).contains("spørgsmål"), "{}", picture(&model));
    press(&mut model, Key::char(' '), 0);
    assert!(matches!(model.screen, Screen::Practice(_)), "{}", picture(&model));
}

#[test]
fn on_a_short_screen_the_presses_stay_in_sight_and_all_there_is_to_know_is_one_key_away() {
    let mut model = previewing("evening-unwind", Lang::En, (40, 12));
    let shown = picture(&model);
    let codes = ["GB20", "EX-HN3", "HT7", "SP6"];
    assert!(codes.iter().all(|code| shown.contains(code)), "{shown}");
    assert!(shown.contains("! 4 things to know: w shows them"), "{shown}");
    press(&mut model, Key::char('w'), 0);
    let mut read = String::new();
    for _ in 0..12 {
        read.push_str(&picture(&model));
        press(&mut model, Key::char('j'), 0);
    }
    for words in [
        "Slowly, head upright",
        "Pregnant, or might you be?",
        "Not on a leg that is",
        "Not in or near water",
    ] {
        assert!(read.contains(words), "{words}:\n{read}");
    }
}

#[test]
fn a_red_flag_ends_it_and_nothing_is_offered_instead() {
    let mut model = asked(Lang::En);
    press(&mut model, Key::char('y'), 0);
    let page = picture(&model);
    assert!(
        page.contains("Stop here") && page.contains("Nothing was kept as a practice."),
        "{page}"
    );
    press(&mut model, Key::char(' '), 0);
    assert!(
        !matches!(model.screen, Screen::Practice(_)),
        "{}",
        picture(&model)
    );
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

/// What is drawn of a running practice, in what it is drawn from: the ring to a quarter of a dot, the words'
/// causes, the numbers.
fn drawn(model: &Model, at: Ms) -> impl PartialEq + std::fmt::Debug + use<> {
    let Screen::Practice(practising) = &model.screen else {
        return None;
    };
    let moment = now(at).steady;
    let scene = practising.practice.scene(moment);
    let field = Field::of(model.known.size).unwrap();
    Some((
        field.radius(&scene.phase, scene.phase_into),
        scene.left.div_ceil(1_000),
        scene.position / 1_000,
        (scene.phase, scene.segment.part, scene.piece),
        practising.flashes(moment),
    ))
}

#[test]
fn in_a_simulated_hour_no_frame_is_wrong_by_more_than_one_frame() {
    const FRAME: Ms = 34;
    let mut lived = 0;
    let mut frames = 0;
    for routine in ["evening-unwind", "neck-shoulders"] {
        let mut model = previewing(routine, Lang::En, (80, 24));
        if let Screen::Preview(preview) = &mut model.screen {
            preview.minutes = Some(30);
        }
        press(&mut model, Key::char(' '), 0);
        let mut at = 0;
        while let Some(next) = model.screen.wake(&model.known) {
            let next = next.0 - 1_000_000;
            // From the moment of its drawing until a frame's time before the next one, what is shown is true.
            if next > at + FRAME {
                assert_eq!(
                    drawn(&model, at),
                    drawn(&model, next - FRAME),
                    "{routine}: {at} to {next}"
                );
            }
            frames += 1;
            if frames % 3_000 == 0 && next > at + FRAME {
                let shown = picture(&model);
                model.known.now = now(next - FRAME);
                assert_eq!(shown, picture(&model), "{routine}: {at} to {next}");
            }
            at = next;
            update(&mut model, Message::Tick, now(at));
        }
        assert!(picture(&model).contains("That was all."));
        lived += at;
    }
    assert!(lived >= 3_500_000, "{lived} ms");
    println!("{frames} frames in {} s", lived / 1_000);
}

#[test]
fn a_cue_flashes_for_a_glance_in_every_look() {
    for colors in [Colors::True, Colors::None] {
        let mut model = practising("evening-unwind", Lang::En, (80, 24), 23_900);
        model.known.settings.colors = colors;
        let styles = |model: &Model| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
            hegu::ui::draw(model, &mut buf);
            // Grounds only: the ring moves meanwhile.
            let ground = |cell: &ratatui::buffer::Cell| (cell.bg, cell.modifier.contains(Modifier::REVERSED));
            let cells: Vec<_> = buf.content().iter().map(ground).collect();
            cells
        };
        live(&mut model, 23_900, 24_010);
        let flashing = styles(&model);
        live(&mut model, 24_010, 24_160);
        assert_ne!(flashing, styles(&model), "{colors:?}");
        // It goes by itself, and nothing else in the frame's ground has changed.
        let after = styles(&model);
        live(&mut model, 24_160, 25_500);
        assert_eq!(after, styles(&model), "{colors:?}");
    }
}

#[test]
fn a_long_pause_asks_whether_all_is_well_on_every_screen() {
    for size in SIZES {
        for still in [false, true] {
            let mut model = practising("evening-unwind", Lang::En, size, 45_000);
            model.known.settings.reduced_motion = still;
            press(&mut model, Key::char(' '), 45_000);
            live(&mut model, 45_000, 160_000);
            assert!(!picture(&model).contains("Still fine?"));
            live(&mut model, 160_000, 166_000);
            assert!(
                picture(&model).contains("Still fine?"),
                "{size:?}\n{}",
                picture(&model)
            );
        }
    }
}

#[test]
fn more_time_is_said_and_stays_in_sight() {
    let mut model = practising("evening-unwind", Lang::En, (80, 24), 31_000);
    press(&mut model, Key::char('e'), 31_000);
    assert!(picture(&model).contains("0:20 longer"), "{}", picture(&model));
    live(&mut model, 31_000, 45_000);
    assert!(
        picture(&model).contains("of 10:20 (+0:20)"),
        "{}",
        picture(&model)
    );
}

#[test]
fn the_number_can_be_read_from_across_a_room() {
    for size in SIZES {
        for ascii in [false, true] {
            let mut model = practising("evening-unwind", Lang::En, size, 26_000);
            model.known.settings.ascii = ascii;
            press(&mut model, Key::char('d'), 26_000);
            let large = picture(&model);
            let mark = if ascii { '#' } else { '█' };
            for word in ["Breathe out", "let it sink", "GB20", "both sides"] {
                assert!(large.contains(word), "{size:?}: {word}\n{large}");
            }
            press(&mut model, Key::char('d'), 26_000);
            // The edge of the figure may be drawn with the same mark.
            let small = picture(&model);
            let marks = |text: &str| text.chars().filter(|c| *c == mark).count();
            assert!(marks(&large) > marks(&small) + 20, "{large}\n{small}");
        }
    }
}

#[test]
fn the_first_row_says_in_a_word_what_sounds_and_speaks() {
    let mut model = practising("evening-unwind", Lang::En, (80, 24), 5_000);
    let report = |model: &mut Model, report| {
        let answer = Message::Answer(Answer::Beside(report));
        update(model, answer, now(5_100));
        picture(model).lines().next().unwrap().to_owned()
    };
    let player = Report::Sounding(Sounding::Player("pw-play".to_owned()));
    assert!(report(&mut model, player).contains("pw-play"));
    let far = Report::Sounding(Sounding::Bell { far: true });
    assert!(report(&mut model, far).contains("bell, over ssh"));
    model.known.settings.sound.speech = true;
    let none = Report::Speaking(Speaking::Nothing);
    assert!(report(&mut model, none).contains("no speech"));
    model.known.settings.sound.on = false;
    assert!(picture(&model).lines().next().unwrap().contains("muted"));
}

/// Seen from behind with the fingers up, a left hand has its thumb at the viewer's right, and LI4 lies beside the
/// thumb: which hand is drawn can be told from where the mark lies beside the middle of the wrist.
#[test]
fn a_practice_on_the_left_hand_shows_the_left_hand() {
    let settings = Settings {
        lang: Lang::En,
        ascii: true,
        ..Settings::default()
    };
    let mut model = Model::new(hegu::shipped(), settings, now(0), (120, 40));
    let point = hegu::shipped().atlas.by_code("LI4").expect("a shipped point");
    let mut preview = Preview::of_points(&[point], &model.known);
    preview.wish.asking = Asking::Impossible;
    let browser = std::mem::replace(&mut model.screen, Screen::Preview(Box::new(preview)));
    model.behind.push(browser);
    press(&mut model, Key::char(' '), 0);
    let mut hands = Vec::new();
    let mut ms = 0;
    while matches!(model.screen, Screen::Practice(_)) && ms < 600_000 {
        ms += 5_000;
        live(&mut model, ms - 5_000, ms);
        let text = picture(&model);
        let Some(mark) = text.lines().find_map(|line| {
            let label = line.find("@ LI4").or_else(|| line.find("LI4 @").map(|at| at + 4));
            label.filter(|at| line[*at..].starts_with('@'))
        }) else {
            continue;
        };
        // The wrist is the lowest row of the drawing: its two edges.
        let wrist = text
            .lines()
            .filter_map(|line| {
                Some((
                    line.find(['|', '(', ')', '/', '\\'])?,
                    line.rfind(['|', '(', ')', '/', '\\'])?,
                ))
            })
            .rfind(|(left, right)| right > left);
        let Some((left, right)) = wrist else { continue };
        let drawn = if mark * 2 > left + right { "left" } else { "right" };
        let (says_left, says_right) = (
            text.to_lowercase().contains("left hand"),
            text.to_lowercase().contains("right hand"),
        );
        if says_left != says_right {
            hands.push((drawn, if says_left { "left" } else { "right" }, text));
        }
    }
    assert!(
        hands.iter().any(|(drawn, ..)| *drawn == "left"),
        "no left hand was drawn"
    );
    assert!(
        hands.iter().any(|(drawn, ..)| *drawn == "right"),
        "no right hand was drawn"
    );
    for (drawn, said, text) in hands {
        assert_eq!(drawn, said, "{text}");
    }
}

/// Compose, the bench and what was cut off, in every size and both languages.
#[test]
fn compose_the_bench_and_what_was_cut_off_look_as_they_looked() {
    for lang in Lang::ALL {
        let mut shown = [String::new(), String::new(), String::new()];
        for size in [(40, 12), (80, 24), (120, 40)] {
            let mut model = previewing("neck-shoulders", lang, size);
            let known = model.known.clone();
            let mut cut_off = model.screen.clone();
            if let Screen::Preview(preview) = &mut cut_off {
                preview.goes_on = Some(now(0).wall);
            }
            let headache = use_named("headache", &known).expect("a use");
            let routine = known.routines.by_id("neck-shoulders").expect("shipped");
            let mut bench = Bench::of(routine, &known);
            bench.act(Action::Later, &known);
            bench.act(Action::Edit, &known);
            let screens = [
                Screen::Compose(Compose::of(&[headache])),
                Screen::Bench(Box::new(bench)),
                cut_off,
            ];
            for (screen, shown) in screens.into_iter().zip(&mut shown) {
                model.screen = screen;
                shown.push_str(&format!("{}x{}\n{}\n", size.0, size.1, picture(&model)));
            }
        }
        insta::with_settings!({
            snapshot_path => "practice",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            for (name, shown) in ["compose", "bench", "cut-off"].into_iter().zip(shown) {
                insta::assert_snapshot!(format!("{name}.{}", lang.tag()), shown);
            }
        });
    }
}

/// What the page says before it begins is the breath that is then counted, whatever the person's usual one is.
#[test]
fn breaths_by_themselves_say_their_own_rhythm() {
    for (pattern, says, siger) in [
        (
            "coherent",
            "Breath 5.5 in, 5.5 out, no holds.",
            "Åndedræt 5,5 ind, 5,5 ud, uden hold.",
        ),
        (
            "4-7-8",
            "Breath 4 in, 7 held, 8 out.",
            "Åndedræt 4 ind, 7 holdt, 8 ud.",
        ),
        (
            "box",
            "Breath 4 in, 4 held, 4 out, 4 held.",
            "Åndedræt 4 ind, 4 holdt, 4 ud, 4 holdt.",
        ),
        ("natural", "Breathe as you like.", "Træk vejret, som du vil."),
    ] {
        for (lang, says) in [(Lang::En, says), (Lang::Da, siger)] {
            let mut model = previewing("quiet-five", lang, (80, 24));
            let args = BreatheArgs {
                pattern: Some(pattern.to_owned()),
                ..BreatheArgs::default()
            };
            let mut preview = args.preview(&model.known).expect("a pattern");
            preview.wish.asking = Asking::Impossible;
            model.screen = Screen::Preview(Box::new(preview));
            let page = picture(&model);
            assert!(page.contains(says), "{pattern}:\n{page}");
        }
    }
}
