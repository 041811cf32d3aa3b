//! Every screen, drawn: snapshots at three sizes in both languages, and the rules no screen may break.
//!
//! A new screen is one line in [`every`].

use std::sync::{Arc, OnceLock};

use hegu::app::browser::{Browser, Column, Group};
use hegu::app::card::Card;
use hegu::app::commands::Commands;
use hegu::app::evidence::{About, EvidencePage};
use hegu::app::find::Find;
use hegu::app::lesson::Lesson;
use hegu::app::map::Map;
use hegu::app::profile::ProfileForm;
use hegu::app::quiz::{Quiz, Scope};
use hegu::app::redflags::RedFlags;
use hegu::app::search::{Index, Search};
use hegu::app::settings::{Colors, FigureStyle};
use hegu::app::today::Evening;
use hegu::app::told::{Subject, Told};
use hegu::app::tour::Tour;
use hegu::app::wake::wake;
use hegu::app::welcome::Welcome;
use hegu::app::why::Why;
use hegu::app::{Action, Context, Hit, Known, Model, Screen, Settings, Sight};
use hegu::content::source::Source;
use hegu::content::text::copied;
use hegu::content::{Content, point};
use hegu::domain::atlas::Atlas;
use hegu::domain::code::Meridian;
use hegu::domain::point::{Category, Region};
use hegu::domain::routine::Routines;
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Lang;
use hegu::ui::layout::Grid;
use hegu::ui::look::Look;
use hegu::ui::{self, frame};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "support/seen.rs"]
mod seen;

use seen::{digest, text_of};

/// The lesson some steps on.
fn lesson(known: &Known, at: usize) -> Screen {
    Screen::Lesson(Lesson {
        at,
        ..Lesson::new(known)
    })
}

/// The quiz, answered where its finger lies first.
fn answered(known: &Known) -> Screen {
    let mut quiz = Quiz::new(Scope::All, known);
    quiz.act(Action::Open, known);
    Screen::Quiz(Box::new(quiz))
}

/// The sizes every screen is designed for.
const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// Every screen under test: a name, and how it is reached.
fn every(known: &Known) -> Vec<(&'static str, Screen)> {
    let atlas = &known.content.atlas;
    let li4 = atlas.by_code("LI4").expect("LI4 is in the test atlas");
    let sp6 = atlas.by_code("SP6").expect("SP6 is in the test atlas");
    let use_ = |id| atlas.uses().iter().position(|use_| use_.id == id).expect("a use");
    vec![
        ("browser", Screen::Browser(Browser::on_point(li4, known))),
        ("browser-region", browser(known, Group::Region(Region::Hand), &[])),
        (
            "browser-use",
            browser(known, Group::Use(use_("headache")), &[Action::Down]),
        ),
        (
            "browser-groups",
            browser(known, Group::Meridian(Meridian::SP), &[Action::Left]),
        ),
        (
            "browser-category",
            browser(known, Group::Category(Category::YuanSource), &[]),
        ),
        (
            "told-meridian",
            Screen::Told(Told::about(Subject::Meridian(Meridian::LI))),
        ),
        (
            "told-category",
            Screen::Told(Told::about(Subject::Category(Category::JingWell))),
        ),
        ("told-question", Screen::Told(Told::about(Subject::Topic(0)))),
        ("search-several", search(known, "hovedpine og sove")),
        ("search-other", search(known, "what is a cun")),
        ("card", Screen::Card(Card::of(li4, atlas))),
        ("card-long-cautions", Screen::Card(Card::of(sp6, atlas))),
        ("find", Screen::Find(Find::new(Sight::of(sp6), known))),
        ("map", Screen::Map(Map::new(Sight::of(li4)))),
        ("search-empty", Screen::Search(Search::default())),
        ("search", search(known, "hovedpine")),
        ("search-nothing", search(known, "xyzzyx")),
        ("welcome", Screen::Welcome(Welcome::default())),
        ("lesson", Screen::Lesson(Lesson::new(known))),
        ("lesson-fingers", lesson(known, 2)),
        ("lesson-find", lesson(known, 3)),
        ("quiz", Screen::Quiz(Box::new(Quiz::new(Scope::All, known)))),
        ("quiz-answered", answered(known)),
        (
            "commands",
            Screen::Commands(Commands::over(Context::Atlas, known)),
        ),
        ("today", Screen::Today(Evening::default())),
        ("tour", Screen::Tour(Tour::default())),
        ("profile", Screen::Profile(ProfileForm::default())),
        ("profile-first", Screen::Profile(ProfileForm::first())),
        ("red-flags", Screen::RedFlags(RedFlags::default())),
        ("why", Screen::Why(Why::of(li4))),
        (
            "evidence",
            Screen::Evidence(EvidencePage::about(About::Point(li4))),
        ),
        (
            "evidence-field",
            Screen::Evidence(EvidencePage::about(About::Field)),
        ),
    ]
}

fn browser(known: &Known, group: Group, actions: &[Action]) -> Screen {
    let mut browser = Browser::on(group, known);
    for action in actions {
        browser.act(*action, known);
    }
    Screen::Browser(browser)
}

fn search(known: &Known, query: &str) -> Screen {
    let mut search = Search::default();
    search.text(query, known);
    Screen::Search(search)
}

/// A small atlas of real texts, so that what is written into `points.toml` does not move these pictures.
fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| {
        let shipped = hegu::shipped();
        let (entries, problems) = point::read(Source {
            file: "points.toml",
            text: include_str!("screens/points.toml"),
        });
        assert!(problems.is_empty(), "{problems}");
        let points = entries
            .into_iter()
            .map(|entry| entry.value.into_point(copied).expect("checked"))
            .collect();
        let atlas = Atlas::new(
            points,
            shipped.atlas.meridians().to_vec(),
            shipped.atlas.uses().to_vec(),
        )
        .telling(
            shipped.atlas.categories().to_vec().into(),
            shipped.atlas.topics().to_vec().into(),
        );
        let known_for = atlas.renown(&shipped.evidence, &Routines::default());
        Content {
            atlas: atlas.weighed(known_for.into()),
            looks: shipped.looks.clone(),
            figure: shipped.figure.clone(),
            rules: shipped.rules.clone(),
            evidence: shipped.evidence.clone(),
            numbers: shipped.numbers.clone(),
            ..Content::default()
        }
    })
}

fn known(lang: Lang, size: (u16, u16), content: &'static Content) -> Known {
    // Built once for all pictures.
    static INDEX: OnceLock<Arc<OnceLock<Index>>> = OnceLock::new();
    let wall = "2026-11-21T21:30:00+01:00";
    let settings = Settings {
        lang,
        theme: "calm-dark".to_owned(),
        // Lines say more in a picture of letters than a filled body.
        figure: FigureStyle::Braille,
        reduced_motion: true,
        ..Settings::default()
    };
    let now = Now {
        steady: Moment(0),
        wall: chrono::DateTime::parse_from_rfc3339(wall).expect("a time"),
    };
    Known {
        index: Arc::clone(INDEX.get_or_init(Default::default)),
        ..Model::new(content, settings, now, size).known
    }
}

fn model(screen: Screen, known: Known) -> Model {
    let settings = known.settings.clone();
    let fresh = Model::new(known.content, settings, known.now, known.size);
    Model {
        known,
        screen,
        behind: vec![Screen::Browser(Browser::default())],
        ..fresh
    }
}

fn drawn(screen: Screen, known: Known) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, known.size.0, known.size.1));
    ui::draw(&model(screen, known), &mut buf);
    buf
}

/// The cells as text, one line a row; the second cell of a wide character is left out.
fn text(buf: &Buffer) -> String {
    text_of(buf) + "\n"
}

/// A screen at a size, in a language, with a number of colours.
fn shown(name: &str, lang: Lang, size: (u16, u16), colors: Colors) -> Buffer {
    let mut known = known(lang, size, content());
    known.settings.colors = colors;
    let screens = every(&known);
    let screen = screens.into_iter().find(|(there, _)| *there == name);
    drawn(screen.expect("a screen of that name").1, known)
}

fn names() -> Vec<&'static str> {
    let known = known(Lang::En, (80, 24), content());
    every(&known).into_iter().map(|(name, _)| name).collect()
}

/// The designed sizes, and sizes between in steps of seven: every width with three of the heights in turn.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let heights: Vec<u16> = (12..=60).step_by(7).collect();
    let between = (40..=200).step_by(7).enumerate().flat_map(move |(nth, width)| {
        let heights = heights.clone();
        (0..3).map(move |turn| (width, heights[(nth + 2 * turn) % heights.len()]))
    });
    between.chain(SIZES).chain([(200, 60)])
}

#[test]
fn every_screen_looks_as_it_looked() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for name in names() {
            for lang in Lang::ALL {
                let pictures: Vec<String> = SIZES
                    .iter()
                    .map(|size| {
                        let buf = shown(name, lang, *size, Colors::True);
                        format!("{}x{}\n{}", size.0, size.1, text(&buf))
                    })
                    .collect();
                insta::assert_snapshot!(format!("{name}.{}", lang.tag()), pictures.join("\n"));
            }
        }
    });
}

#[test]
fn no_sign_is_wider_on_some_terminals_but_letters() {
    use unicode_width::UnicodeWidthChar;
    for name in names() {
        for lang in Lang::ALL {
            for size in SIZES {
                let buf = shown(name, lang, size, Colors::True);
                for c in text(&buf).chars().filter(|c| *c != '\n') {
                    let even = c.width() == c.width_cjk();
                    assert!(even || c.is_alphabetic(), "{name} {size:?}: {c:?}");
                }
            }
        }
    }
}

#[test]
fn no_sentence_is_left_unfinished() {
    for name in names() {
        for lang in [Lang::En, Lang::Da, pseudo::lang()] {
            for size in SIZES {
                let text = text(&shown(name, lang, size, Colors::True));
                assert!(
                    !text.contains("{ $") && !text.contains("{$"),
                    "{name} {size:?}: {text}"
                );
                assert!(!text.contains(['\u{2068}', '\u{2069}']), "{name} {size:?}");
            }
        }
    }
}

#[test]
fn hints_are_whole_and_what_is_chosen_is_in_sight_at_every_size() {
    // Each language in turn, and at the designed sizes the longest.
    let langs = [Lang::En, Lang::Da, pseudo::lang()];
    let in_turn = sizes()
        .enumerate()
        .map(|(at, size)| (langs[at % langs.len()], size));
    let longest = SIZES
        .into_iter()
        .chain([(200, 60)])
        .map(|size| (pseudo::lang(), size));
    for (lang, size) in in_turn.chain(longest) {
        let known = known(lang, size, content());
        for (name, screen) in every(&known) {
            let buf = drawn(screen.clone(), known.clone());
            check_hints(name, &model(screen.clone(), known.clone()), &buf);
            check_chosen(name, &screen, &known, &text(&buf));
        }
    }
}

/// Every hint stands whole in the bottom row.
fn check_hints(name: &str, model: &Model, buf: &Buffer) {
    let look = Look::new(&model.known);
    let grid = Grid::new(buf.area).expect("large enough");
    let hints = frame::hints(model, &look, &grid);
    assert!(!hints.is_empty(), "{name} {}", buf.area);
    for hint in &hints {
        assert_eq!(
            hint.area.intersection(grid.bottom),
            hint.area,
            "{name} {}",
            buf.area
        );
        let cells = hint.area.columns().map(|cell| buf[(cell.x, cell.y)].symbol());
        let shown: String = cells.collect();
        let whole = !shown.contains(look.cut()) && !shown.ends_with(' ');
        assert!(whole, "{name} {}: {shown}", buf.area);
    }
}

/// The chosen row and the first words of the first caution are there.
fn check_chosen(name: &str, screen: &Screen, known: &Known, text: &str) {
    let atlas = &known.content.atlas;
    let marked = |id| text.contains(&format!("▸ {}", atlas.point(id).code));
    let told = match screen {
        Screen::Browser(browser) => {
            let Some(chosen) = browser.chosen(known) else {
                return;
            };
            let alone = known.size.0 < 80;
            let groups = alone && browser.column(known) == Column::Groups;
            assert!(groups || marked(chosen), "{name} {:?}: {text}", known.size);
            // At 40 columns the card has the screen to itself.
            if alone {
                return;
            }
            chosen
        }
        Screen::Card(card) => card.point(),
        Screen::Search(search) => {
            assert!(
                search.point().is_none_or(marked),
                "{name} {:?}: {text}",
                known.size
            );
            return;
        }
        // What to take care of is on the card.
        _ => return,
    };
    if let Some(caution) = atlas.point(told).cautions.first() {
        let words = caution.words.get(known.settings.lang);
        let word = words.split_whitespace().next().expect("a word");
        assert!(
            text.contains("! ") && text.contains(word),
            "{name} {:?}: {text}",
            known.size
        );
    }
}

#[test]
fn without_colours_the_chosen_row_still_differs_as_text() {
    for size in SIZES {
        let mut known = known(Lang::En, size, content());
        known.settings.colors = Colors::None;
        for (name, screen) in every(&known) {
            let mut moved = screen.clone();
            moved.act(Action::Down, &known);
            let scrolls = matches!(
                screen,
                Screen::Card(_)
                    | Screen::Find(_)
                    | Screen::Lesson(_)
                    | Screen::Why(_)
                    | Screen::Evidence(_)
                    | Screen::Told(_)
            );
            if scrolls || format!("{moved:?}") == format!("{screen:?}") {
                continue;
            }
            let [before, after] = [screen, moved].map(|screen| text(&drawn(screen, known.clone())));
            assert_ne!(before, after, "{name} {size:?}");
        }
    }
}

#[test]
fn with_plain_signs_only_plain_signs_and_letters_are_drawn() {
    for size in SIZES {
        let mut known = known(Lang::Da, size, content());
        known.settings.ascii = true;
        known.settings.figure = FigureStyle::Auto;
        for (name, screen) in every(&known) {
            let text = text(&drawn(screen, known.clone()));
            for c in text.chars() {
                assert!(c.is_ascii() || c.is_alphabetic(), "{name} {size:?}: {c:?}");
            }
        }
    }
}

#[test]
fn a_screen_that_stands_still_asks_for_no_tick() {
    let known = known(Lang::En, (80, 24), content());
    for (name, screen) in every(&known) {
        // Nothing but the hour at which an evening begins or ends.
        let still = wake(&model(screen, known.clone())).is_none_or(|at| at.since(known.now.steady) > 600_000);
        assert!(still, "{name}");
    }
}

#[test]
fn what_is_drawn_at_a_cell_is_what_the_mouse_finds_there() {
    for size in SIZES {
        let known = known(Lang::En, size, content());
        for (name, screen) in every(&known) {
            let Screen::Browser(browser) = &screen else {
                continue;
            };
            if browser.column(&known) == Column::Groups || browser.chosen(&known).is_none() {
                continue;
            }
            let points = browser.points(&known);
            let buf = drawn(screen.clone(), known.clone());
            let model = model(screen.clone(), known.clone());
            let mut found = 0;
            for (y, line) in text(&buf).lines().enumerate() {
                for x in 0..size.0 {
                    if let Some(Hit::Row(row)) = ui::hit::at(&model, x, y as u16) {
                        let code = known.content.atlas.point(points[row]).code.as_str();
                        assert!(line.contains(code), "{name} {size:?} {x},{y}: {line}");
                        found += 1;
                    }
                }
            }
            assert!(found > 0, "{name} {size:?}");
        }
    }
}

#[test]
fn the_pseudo_language_is_spoken_in_every_hint_and_help_row() {
    let known = known(pseudo::lang(), (200, 60), content());
    for (name, screen) in every(&known) {
        let model = model(screen, known.clone());
        let look = Look::new(&model.known);
        let grid = Grid::new(Rect::new(0, 0, 200, 60)).expect("large enough");
        let mut buf = Buffer::empty(Rect::new(0, 0, 200, 60));
        ui::draw(&model, &mut buf);
        for hint in frame::hints(&model, &look, &grid) {
            let shown: String = hint
                .area
                .columns()
                .map(|cell| buf[(cell.x, cell.y)].symbol())
                .collect();
            // The key for the language names the one it leads to, in its own words.
            let spoken = shown.contains('x') || shown.starts_with("L ");
            assert!(spoken, "{name}: {shown} is plain English");
        }
    }
}

#[test]
fn the_whole_matrix_looks_as_it_looked() {
    // Every screen x size x language x theme, a line each: what changed is seen in the pictures of
    // `every_screen_looks_as_it_looked` or, for colours, by drawing it (`cargo run --example picture`).
    let mut lines = Vec::new();
    let themes = [
        ("dark", "calm-dark", Colors::True),
        ("light", "calm-light", Colors::True),
        ("none", "terminal", Colors::None),
    ];
    for size in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        for lang in Lang::ALL {
            for (word, theme, colors) in themes {
                let mut known = known(lang, size, content());
                known.settings.theme = theme.to_owned();
                known.settings.colors = colors;
                for (name, screen) in every(&known) {
                    let buf = drawn(screen, known.clone());
                    let styles: String = buf
                        .content()
                        .iter()
                        .map(|cell| format!("{:?}", cell.style()))
                        .collect();
                    lines.push(format!(
                        "{name} {}x{} {} {word} {:016x} {:016x}",
                        size.0,
                        size.1,
                        lang.tag(),
                        digest(&text(&buf)),
                        digest(&styles)
                    ));
                }
            }
        }
    }
    lines.sort();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("matrix", lines.join("\n")));
}
