//! Every screen of the program in a real terminal, one after the other, for looking at: `n` goes on, `L` and `T` change
//! language and looks, `q` ends it.
//!
//! `cargo run --example gallery -- [LANG] [THEME] [COLORS] [FROM]`; with `text` in the place of LANG the pictures are
//! printed as letters: `cargo run --example gallery -- text da 80x24 [NAME]`.

use hegu::app::settings::{Colors, FigureStyle};
use hegu::domain::words::Lang;
use ratatui::crossterm::event::{Event, KeyCode, read};

#[path = "../tests/support/gallery.rs"]
mod gallery;
#[path = "../tests/support/year.rs"]
mod year;

use gallery::{Shown, gallery, picture};

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let arg = |at: usize| args.get(at).map(String::as_str);
    let mut shown = Shown {
        size: (80, 24),
        lang: Lang::En,
        theme: "calm-dark",
        colors: Colors::True,
    };
    if arg(0) == Some("text") {
        shown.lang = arg(1).and_then(Lang::from_tag).unwrap_or_default();
        if let Some((width, height)) = arg(2).and_then(|size| size.split_once('x')) {
            shown.size = (width.parse().unwrap_or(80), height.parse().unwrap_or(24));
        }
        for reached in gallery() {
            if arg(3).is_none_or(|name| reached.name.starts_with(name)) {
                println!("=== {}", reached.name);
                let buffer = picture(&reached.shown(shown));
                for row in buffer.content().chunks(usize::from(shown.size.0)) {
                    let row: String = row.iter().map(|cell| cell.symbol()).collect();
                    println!("{}", row.trim_end());
                }
            }
        }
        return Ok(());
    }
    shown.lang = arg(0).and_then(Lang::from_tag).unwrap_or_default();
    let themes = hegu::shipped().looks.themes.iter().map(|theme| theme.id.as_ref());
    if let Some(theme) = themes.into_iter().find(|id| Some(*id) == arg(1)) {
        shown.theme = theme;
    }
    shown.colors = match arg(2) {
        Some("none") => Colors::None,
        Some("16") => Colors::Ansi16,
        Some("256") => Colors::Ansi256,
        _ => Colors::True,
    };
    let all = gallery();
    let mut at = arg(3).and_then(|from| from.parse().ok()).unwrap_or(0);
    let mut terminal = ratatui::init();
    while at < all.len() {
        terminal.draw(|frame| {
            let area = frame.area();
            shown.size = (area.width, area.height);
            let mut model = all[at].shown(shown);
            model.known.settings.figure = FigureStyle::Auto;
            frame.buffer_mut().merge(&picture(&model));
        })?;
        if let Event::Key(key) = read()? {
            match key.code {
                KeyCode::Char('n') => at += 1,
                KeyCode::Char('b') => at = at.saturating_sub(1),
                KeyCode::Char('L') => {
                    shown.lang = if shown.lang == Lang::En {
                        Lang::Da
                    } else {
                        Lang::En
                    }
                }
                KeyCode::Char('q') => break,
                _ => {}
            }
        }
    }
    ratatui::restore();
    Ok(())
}
