//! Every screen in every size, language and look: what is drawn, and the rules no screen may break.

use hegu::app::Model;
use hegu::app::settings::{Colors, FigureStyle};
use hegu::domain::words::Lang;
use hegu::ui::frame;
use hegu::ui::layout::Grid;
use hegu::ui::look::Look;
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthChar;

#[path = "support/gallery.rs"]
mod gallery;
#[path = "support/kinds.rs"]
mod kinds;
#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "support/seen.rs"]
mod seen;
#[path = "support/year.rs"]
mod year;

use gallery::{Reached, SIZES, Shown, picture};
use kinds::{KINDS, name_of};
use seen::{digest, text_of};

/// Reached once for all tests of this file.
fn all() -> &'static [Reached] {
    static ALL: std::sync::OnceLock<Vec<Reached>> = std::sync::OnceLock::new();
    ALL.get_or_init(gallery::gallery)
}

const LOOKS: [(&str, &str, Colors); 3] = [
    ("dark", "calm-dark", Colors::True),
    ("light", "calm-light", Colors::True),
    ("none", "terminal", Colors::None),
];

fn shown(size: (u16, u16), lang: Lang) -> Shown {
    Shown {
        size,
        lang,
        theme: "calm-dark",
        colors: Colors::True,
    }
}

fn text(buf: &Buffer) -> String {
    text_of(buf) + "\n"
}

#[test]
fn every_kind_of_screen_is_in_the_gallery() {
    // A new screen does not compile without a name, and needs a walk to it.
    let mut kinds: Vec<&str> = all()
        .iter()
        .map(|reached| name_of(&reached.model.screen))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), KINDS, "{kinds:?}");
}

#[test]
fn the_whole_matrix_looks_as_it_looked() {
    // A line each: what changed is seen by `cargo run --example gallery`, or in its text by `gallery -- text`.
    let mut lines = Vec::new();
    for reached in all() {
        for size in SIZES {
            for lang in Lang::ALL {
                for (word, theme, colors) in LOOKS {
                    let model = reached.shown(Shown {
                        size,
                        lang,
                        theme,
                        colors,
                    });
                    let buf = picture(&model);
                    let styles: String = buf
                        .content()
                        .chunk_by(|a, b| a.style() == b.style())
                        .map(|run| format!("{} {:?}", run.len(), run[0].style()))
                        .collect();
                    lines.push(format!(
                        "{} {}x{} {} {word} {:016x} {:016x}",
                        reached.name,
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
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("gallery", lines.join("\n")));
}

/// Every screen at every size in every language, the longest too.
fn each(mut check: impl FnMut(&str, &Model, &Buffer)) {
    for reached in all() {
        for size in SIZES {
            for lang in [Lang::En, Lang::Da, pseudo::lang()] {
                let model = reached.shown(shown(size, lang));
                let name = format!("{} {}x{} {}", reached.name, size.0, size.1, lang.tag());
                check(&name, &model, &picture(&model));
            }
        }
    }
}

#[test]
fn every_hint_is_whole_and_looked_up_and_no_sentence_is_unfinished() {
    each(|name, model, buf| {
        let look = Look::new(&model.known);
        let grid = Grid::new(buf.area).expect("large enough");
        let hints = frame::hints(model, &look, &grid);
        assert!(!hints.is_empty(), "{name}");
        for hint in &hints {
            assert_eq!(hint.area.intersection(grid.bottom), hint.area, "{name}");
            let cells = hint.area.columns().map(|cell| buf[(cell.x, cell.y)].symbol());
            let words: String = cells.collect();
            assert!(
                !words.contains(look.cut()) && !words.ends_with(' '),
                "{name}: {words}"
            );
            if matches!(look.lang, Lang::Brought(_)) {
                // The key for the language names the one it leads to, in its own words.
                let spoken = words.contains('x') || words.starts_with("L ");
                assert!(spoken, "{name}: \"{words}\" is plain English");
            }
        }
        let text = text(buf);
        assert!(!text.contains("{ $") && !text.contains("{$"), "{name}: {text}");
        assert!(!text.contains(['\u{2068}', '\u{2069}']), "{name}");
        // The digits for across the room are blocks, and only who asks for them gets them.
        let blocks = name.starts_with("practice-large");
        for c in text.chars().filter(|c| *c != '\n' && !blocks) {
            let even = c.width() == c.width_cjk();
            assert!(even || c.is_alphabetic(), "{name}: {c:?}");
        }
    });
}

#[test]
fn with_plain_signs_only_plain_signs_and_letters_are_drawn() {
    for reached in all() {
        for size in SIZES {
            let mut model = reached.shown(shown(size, Lang::Da));
            model.known.settings.ascii = true;
            model.known.settings.figure = FigureStyle::Auto;
            for c in text(&picture(&model)).chars() {
                assert!(
                    c.is_ascii() || c.is_alphabetic(),
                    "{} {size:?}: {c:?}",
                    reached.name
                );
            }
        }
    }
}

#[test]
fn switching_the_language_leaves_nothing_of_the_other_behind() {
    // What a person reads is looked up in the language of the moment: in the language nobody speaks no screen shows a
    // line that stands in English too, names of points and what the person wrote aside.
    for reached in all() {
        let size = (120, 40);
        let english = reached.shown(shown(size, Lang::En));
        let pseudo = reached.shown(shown(size, pseudo::lang()));
        let (english, pseudo) = (text(&picture(&english)), text(&picture(&pseudo)));
        let said = |line: &str| {
            let words = line
                .split_whitespace()
                .filter(|word| word.len() > 3 && word.chars().all(|c| c.is_ascii_lowercase()));
            words.count() >= 3
        };
        for line in pseudo.lines().filter(|line| said(line)) {
            assert!(
                !english.lines().any(|other| other.trim() == line.trim()),
                "{}: \"{}\" is not looked up",
                reached.name,
                line.trim()
            );
        }
    }
}
