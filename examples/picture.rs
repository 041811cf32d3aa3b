//! Draws the pictures of the README: real screens of the program, as SVG, dark and light.
//!
//! `cargo run --example picture` writes them into docs/pictures; `cargo run --example picture -- FOLDER SIZE`
//! draws a sheet of every theme and language at another size, for looking at.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use hegu::app::browser::Browser;
use hegu::app::card::Card;
use hegu::app::commands::Commands;
use hegu::app::find::Find;
use hegu::app::today::Evening;
use hegu::app::welcome::Welcome;
use hegu::app::{Context, Model, Screen, Settings, Sight};
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Lang;
use hegu::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Size of a cell, in units of the picture.
const CELL: (u32, u32) = (10, 20);

fn hex(color: Color) -> Option<String> {
    match color {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}

/// The cells as a picture: grounds as rectangles, braille as dots, everything else as letters.
fn svg(buf: &Buffer, ground: &str, text: &str) -> String {
    let (width, height) = (
        u32::from(buf.area.width) * CELL.0,
        u32::from(buf.area.height) * CELL.1,
    );
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"'Noto Sans Mono CJK SC', \
         'DejaVu Sans Mono', monospace\" font-size=\"16\"><rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>\n"
    );
    let mut dots = String::new();
    for y in 0..buf.area.height {
        let mut skip = 0;
        for x in 0..buf.area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let cell = &buf[(x, y)];
            let wide = cell.symbol().width().max(1) as u32;
            skip = wide - 1;
            let (left, top) = (u32::from(x) * CELL.0, u32::from(y) * CELL.1);
            let ground_here = hex(cell.bg).filter(|color| color != ground);
            if let Some(color) = ground_here {
                let _ = writeln!(
                    out,
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\" fill=\"{color}\" shape-rendering=\"crispEdges\"/>",
                    wide * CELL.0,
                    CELL.1
                );
            }
            let ink = hex(cell.fg).unwrap_or_else(|| text.to_owned());
            let Some(c) = cell.symbol().chars().next().filter(|c| *c != ' ') else {
                continue;
            };
            if ('\u{2800}'..='\u{28ff}').contains(&c) {
                let bits = c as u32 - 0x2800;
                for (bit, (column, row)) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
                    .iter()
                    .enumerate()
                {
                    if bits >> bit & 1 == 1 {
                        let _ = writeln!(
                            dots,
                            "<circle cx=\"{}\" cy=\"{}\" r=\"1.5\" fill=\"{ink}\"/>",
                            f64::from(left) + 2.5 + 5.0 * f64::from(*column),
                            f64::from(top) + 2.5 + 5.0 * f64::from(*row)
                        );
                    }
                }
                continue;
            }
            if let Some(quarters) = quarters(c) {
                for (nth, (dx, dy)) in [(0, 0), (5, 0), (0, 10), (5, 10)].iter().enumerate() {
                    if quarters >> nth & 1 == 1 {
                        let _ = writeln!(
                            out,
                            "<rect x=\"{}\" y=\"{}\" width=\"5\" height=\"10\" fill=\"{ink}\" shape-rendering=\"crispEdges\"/>",
                            left + dx,
                            top + dy
                        );
                    }
                }
                continue;
            }
            let bold = if cell.modifier.contains(Modifier::BOLD) {
                " font-weight=\"bold\""
            } else {
                ""
            };
            let symbol = cell.symbol().replace('&', "&amp;").replace('<', "&lt;");
            let _ = writeln!(
                out,
                "<text x=\"{left}\" y=\"{}\" fill=\"{ink}\" textLength=\"{}\"{bold}>{symbol}</text>",
                top + 15,
                wide * CELL.0
            );
        }
    }
    out.push_str(&dots);
    out.push_str("</svg>\n");
    out
}

/// Which quarters of a cell a block fills: upper left, upper right, lower left, lower right.
fn quarters(c: char) -> Option<u8> {
    Some(match c {
        '█' => 0b1111,
        '▀' => 0b0011,
        '▄' => 0b1100,
        '▌' => 0b0101,
        '▐' => 0b1010,
        '▘' => 0b0001,
        '▝' => 0b0010,
        '▖' => 0b0100,
        '▗' => 0b1000,
        '▚' => 0b1001,
        '▞' => 0b0110,
        '▛' => 0b0111,
        '▜' => 0b1011,
        '▙' => 0b1101,
        '▟' => 0b1110,
        _ => return None,
    })
}

fn model(theme: &str, lang: Lang, size: (u16, u16)) -> Model {
    let settings = Settings {
        theme: theme.to_owned(),
        skin: if theme.ends_with("light") {
            "sand"
        } else {
            "chestnut"
        }
        .to_owned(),
        lang,
        ..Settings::default()
    };
    let wall = chrono::DateTime::parse_from_rfc3339("2026-11-22T21:40:00+01:00").expect("a moment");
    let now = Now {
        steady: Moment(0),
        wall,
    };
    let mut model = Model::new(hegu::shipped(), settings, now, size);
    model.known.spell = ui::words::spell;
    model.behind.push(Screen::Browser(Browser::default()));
    model
}

fn screens(model: &Model) -> Vec<(&'static str, Screen)> {
    let known = &model.known;
    let atlas = &known.content.atlas;
    let li4 = atlas.by_code("LI4").expect("LI4");
    let sp6 = atlas.by_code("SP6").expect("SP6");
    vec![
        ("browser", Screen::Browser(Browser::on_point(li4, known))),
        ("find", Screen::Find(Find::new(Sight::of(sp6), known))),
        ("card", Screen::Card(Card::of(sp6, atlas))),
        ("today", Screen::Today(Evening::default())),
        ("welcome", Screen::Welcome(Welcome::default())),
        (
            "commands",
            Screen::Commands(Commands::over(Context::Atlas, known)),
        ),
    ]
}

fn draw(theme: &str, lang: Lang, size: (u16, u16), name: &str) -> String {
    let mut model = model(theme, lang, size);
    let found = screens(&model).into_iter().find(|(there, _)| *there == name);
    model.screen = found.expect("a screen of that name").1;
    // Everything a finding lays down one after the other has been laid.
    model.known.now.steady = Moment(60_000);
    let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    ui::draw(&model, &mut buf);
    if theme.ends_with("light") {
        svg(&buf, "#f6f2e9", "#2e2c28")
    } else {
        svg(&buf, "#14171a", "#d5d2c9")
    }
}

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    if let Some(folder) = args.next() {
        let size = args.next().and_then(|size| {
            let (width, height) = size.split_once('x')?;
            Some((width.parse().ok()?, height.parse().ok()?))
        });
        let size = size.unwrap_or((80, 24));
        fs::create_dir_all(&folder)?;
        for (name, _) in screens(&model("calm-dark", Lang::En, size)) {
            for theme in ["calm-dark", "calm-light"] {
                for lang in Lang::ALL {
                    let path = Path::new(&folder).join(format!("{name}-{theme}-{}.svg", lang.tag()));
                    fs::write(path, draw(theme, lang, size, name))?;
                }
            }
        }
        return Ok(());
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    for (name, size) in [("browser", (120, 40)), ("find", (80, 24))] {
        for (word, theme) in [("dark", "calm-dark"), ("light", "calm-light")] {
            let path = folder.join(format!("{name}-{word}.svg"));
            fs::write(&path, draw(theme, Lang::En, size, name))?;
            println!("{}", path.display());
        }
    }
    Ok(())
}
