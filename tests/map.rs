//! The map on a screen: what a move of the selection sends, and whether marks can be read on every skin, in
//! truecolor and in 256 colours.

use hegu::app::map::Map;
use hegu::app::settings::{Colors, FigureStyle};
use hegu::app::{Action, Intent, Known, Model, Screen, Settings, Sight};
use hegu::content::looks::{Color, Role, Theme};
use hegu::domain::code::Meridian;
use hegu::domain::time::{Moment, Now};
use hegu::ui;
use hegu::ui::widgets::figure::{fixed, indexed};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color as Paint;

fn known(size: (u16, u16), settings: Settings) -> Known {
    let wall = "2026-11-21T21:30:00+01:00".parse().expect("a time");
    let now = Now {
        steady: Moment(0),
        wall,
    };
    Model::new(hegu::shipped(), settings, now, size).known
}

fn dark(colors: Colors, skin: &str) -> Settings {
    Settings {
        theme: "calm-dark".to_owned(),
        figure: FigureStyle::Hybrid,
        skin: skin.to_owned(),
        colors,
        ..Settings::default()
    }
}

fn drawn(map: &Map, known: &Known) -> Buffer {
    let mut model = Model::new(hegu::shipped(), known.settings.clone(), known.now, known.size);
    model.known = known.clone();
    model.screen = Screen::Map(map.clone());
    let mut buf = Buffer::empty(Rect::new(0, 0, known.size.0, known.size.1));
    ui::draw(&model, &mut buf);
    buf
}

fn on(code: &str, known: &Known) -> Map {
    Map::new(Sight::of(
        known.content.atlas.by_code(code).expect("a shipped point"),
    ))
}

/// The cells that are sent to the terminal for a frame after another.
fn sent<'a>(before: &'a Buffer, after: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
    before.diff(after)
}

#[test]
fn nothing_is_sent_where_nothing_changed() {
    let known = known((120, 40), dark(Colors::True, "chestnut"));
    for code in ["LI4", "SP6", "GV20", "BL23", "KI1"] {
        let map = on(code, &known);
        assert!(
            sent(&drawn(&map, &known), &drawn(&map, &known)).is_empty(),
            "{code}"
        );
    }
}

#[test]
fn moving_the_selection_sends_marks_labels_and_words_never_the_body_again() {
    for figure in [
        FigureStyle::Hybrid,
        FigureStyle::Braille,
        FigureStyle::Octant,
        FigureStyle::Ascii,
    ] {
        let settings = Settings {
            figure,
            ..dark(Colors::True, "chestnut")
        };
        let known = known((120, 40), settings);
        // The same view before and after: the body itself stands still.
        for code in ["LI4", "SP6", "ST36", "BL23"] {
            let mut map = on(code, &known);
            let (before, view) = (drawn(&map, &known), map.sight.view(&known));
            assert!(matches!(map.act(Action::Up, &known), Intent::Stay));
            assert_eq!(map.sight.view(&known), view);
            let after = drawn(&map, &known);
            let sent = sent(&before, &after);
            let labels = figure_labels();
            // Beside the body: the title, and a paragraph of words in a column 28 wide.
            let (beside, on_body): (Vec<_>, Vec<_>) = sent
                .into_iter()
                .partition(|(x, y, _)| *x >= 120 - 3 - 28 || *y < 3);
            assert!(!on_body.is_empty(), "{code}: the mark itself has moved");
            assert!(
                on_body.len() <= labels,
                "{code} {figure:?}: {} cells",
                on_body.len()
            );
            assert!(beside.len() <= 28 * 14 + 120, "{code}: {}", beside.len());
            // All of it is less than a quarter of the screen.
            assert!((beside.len() + on_body.len()) * 4 < 120 * 40, "{code} {figure:?}");
        }
    }
}

/// The most cells that labels may take: on this width the 17 nearest points have one, written once and taken
/// back once, at most seven letters each, and as many leader dots.
fn figure_labels() -> usize {
    17 * 2 * 14
}

/// What a colour is on the screen.
fn on_screen(paint: Paint) -> Option<Color> {
    let rgb = match paint {
        Paint::Rgb(r, g, b) => (r, g, b),
        Paint::Indexed(index) => fixed(index),
        _ => return None,
    };
    Some(Color {
        rgb,
        indexed: 0,
        ansi: None,
    })
}

#[test]
fn marks_and_labels_can_be_read_on_every_skin_in_truecolor_and_256() {
    let mut weak = Vec::new();
    for colors in [Colors::True, Colors::Ansi256] {
        for skin in &hegu::shipped().looks.skins {
            let known = known((120, 40), dark(colors, &skin.id));
            for code in ["LI4", "SP6", "ST25", "GB20"] {
                let buf = drawn(&on(code, &known), &known);
                for x in 0..120 {
                    for y in 0..40 {
                        let cell = &buf[(x, y)];
                        let (Some(ground), Some(ink)) = (on_screen(cell.bg), on_screen(cell.fg)) else {
                            continue;
                        };
                        // What one reads: letters and digits. Fine lines are decoration.
                        if !cell.symbol().chars().all(|c| c.is_ascii_alphanumeric()) {
                            continue;
                        }
                        let least = if cell.symbol() == "o" { 3.0 } else { 4.5 };
                        let contrast = ink.contrast(ground);
                        if contrast < least {
                            weak.push(format!(
                                "{:?} {} {code}: {:?} {contrast:.2}",
                                colors,
                                skin.id,
                                cell.symbol()
                            ));
                        }
                    }
                }
            }
        }
    }
    weak.sort();
    weak.dedup();
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn in_256_colours_the_body_is_shaded_and_in_16_it_is_lines() {
    for skin in &hegu::shipped().looks.skins {
        let known = known((120, 40), dark(Colors::Ansi256, &skin.id));
        let buf = drawn(&on("SP6", &known), &known);
        let mut grounds: Vec<u8> = buf
            .content
            .iter()
            .filter_map(|cell| match cell.bg {
                Paint::Indexed(index) => Some(index),
                _ => None,
            })
            .collect();
        grounds.sort_unstable();
        grounds.dedup();
        // The ground of the theme, the chip, and at least two shades.
        assert!(grounds.len() >= 4, "{}: {grounds:?}", skin.id);
        assert!(buf.content.iter().all(|cell| !matches!(cell.bg, Paint::Rgb(..))));
    }
    let known = known((120, 40), dark(Colors::Ansi16, "chestnut"));
    let buf = drawn(&on("SP6", &known), &known);
    let text: String = buf.content.iter().map(|cell| cell.symbol()).collect();
    assert!(text.contains('⡇') || text.contains('⢸'), "braille lines");
    assert!(!text.contains('▐') && !text.contains('▌'));
}

#[test]
fn the_nearest_of_the_256_is_the_colour_itself_where_it_is_one_of_them() {
    for index in 16..=255 {
        assert_eq!(fixed(indexed(fixed(index))), fixed(index), "{index}");
    }
}

#[test]
fn every_meridian_can_be_told_on_every_skin() {
    let looks = &hegu::shipped().looks;
    for skin in &looks.skins {
        let marks: &Theme = looks
            .themes
            .iter()
            .find(|theme| theme.ground == skin.marks)
            .expect("a palette for it");
        for (color, name) in Meridian::ALL
            .into_iter()
            .filter_map(|meridian| Some((marks.meridian(meridian)?, meridian.code())))
            .chain(marks.color(Role::Ruler).map(|color| (color, "ruler")))
        {
            assert!(color.contrast(skin.color) >= 3.0, "{name} on {}", skin.id);
        }
    }
}
