//! The keys, as an overlay: what they mean here, and what they mean everywhere.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};
use unicode_width::UnicodeWidthStr;

use super::frame::{paragraph, put, put_line, rule};
use super::layout::{Grid, centred};
use super::look::Look;
use super::words;
use crate::app::action::BINDINGS;
use crate::app::{Action, Model};
use crate::t;

/// Keys, and what they do.
type KeyRow = (String, String);

/// Draws the help over the screen.
pub fn draw(model: &Model, scroll: usize, query: &str, look: &Look, grid: &Grid, buf: &mut Buffer) {
    buf.set_style(grid.body, look.faint());
    buf.set_style(grid.first, look.faint());
    let (mut here, mut everywhere) = rows(model, look);
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    for rows in [&mut here, &mut everywhere] {
        rows.retain(|(keys, what)| {
            let row = format!("{keys} {}", what.to_lowercase());
            words.iter().all(|word| row.contains(word.as_str()))
        });
    }
    let two = grid.body.width >= 64;
    let length = if two {
        here.len().max(everywhere.len())
    } else {
        here.len() + everywhere.len() + 2
    };
    let area = centred(
        Rect {
            height: grid.body.height,
            ..grid.body
        },
        if two { 72 } else { grid.body.width },
        (length as u16 + 6).max(9),
    );
    Clear.render(area, buf);
    buf.set_style(area, look.row().patch(look.text()));
    rule(look, area, area.y, buf);
    rule(look, area, area.bottom() - 1, buf);
    let inner = Rect::new(
        area.x + 2,
        area.y + 1,
        area.width.saturating_sub(4),
        area.height.saturating_sub(2),
    );
    let title = t!(look, "help-title");
    let at = inner.x + put(buf, inner.x, inner.y, inner.width, &title, look.strong()) + 2;
    let room = inner.right().saturating_sub(at);
    if query.is_empty() {
        put(buf, at, inner.y, room, &t!(look, "help-search"), look.dim());
    } else {
        let wide = put(buf, at, inner.y, room, query, look.accent());
        put(
            buf,
            at + wide,
            inner.y,
            room.saturating_sub(wide),
            " ",
            look.chip(),
        );
    }
    if here.is_empty() && everywhere.is_empty() {
        let nothing = t!(look, "help-nothing");
        paragraph(buf, inner, inner.y + 2, &nothing, look.dim());
        return;
    }
    let list = Rect {
        y: inner.y + 2,
        height: inner.height.saturating_sub(2),
        ..inner
    };
    let fits = usize::from(list.height);
    if two {
        let half = list.width / 2;
        let columns = [
            (list.x, "help-here", &here),
            (list.x + half, "help-everywhere", &everywhere),
        ];
        let scroll = scroll.min((length + 1).saturating_sub(fits));
        for (x, title, rows) in columns {
            let title = match title {
                "help-here" => t!(look, "help-here"),
                _ => t!(look, "help-everywhere"),
            };
            column(
                look,
                Rect {
                    x,
                    width: half,
                    ..list
                },
                &title,
                rows,
                scroll,
                buf,
            );
        }
    } else {
        let mut all = here;
        all.push((String::new(), String::new()));
        all.extend(everywhere);
        let scroll = scroll.min((all.len() + 1).saturating_sub(fits));
        column(look, list, &t!(look, "help-here"), &all, scroll, buf);
    }
}

fn column(look: &Look, area: Rect, title: &str, rows: &[KeyRow], scroll: usize, buf: &mut Buffer) {
    let wide = rows
        .iter()
        .map(|(keys, _)| keys.width())
        .max()
        .unwrap_or(0)
        .min(14) as u16;
    let lines = std::iter::once(None).chain(rows.iter().map(Some)).skip(scroll);
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        match line {
            None => drop(put(buf, area.x, y, area.width, title, look.dim())),
            Some((keys, what)) => {
                put(buf, area.x, y, wide, keys, look.text());
                let room = area.width.saturating_sub(wide + 3);
                let what = Line::styled(what.as_str(), look.dim());
                put_line(buf, area.x + wide + 2, y, room, &what, look);
            }
        }
    }
}

/// Keys and what they do: those of this place, and those that hold everywhere.
fn rows(model: &Model, look: &Look) -> (Vec<KeyRow>, Vec<KeyRow>) {
    let context = model.screen.context();
    let keymap = &model.known.keymap;
    let mut here = Vec::new();
    let mut everywhere = Vec::new();
    for action in keymap.actions(context) {
        if matches!(action, Action::Digit(1..)) {
            continue;
        }
        let keys: Vec<String> = keymap
            .keys(context, action)
            .into_iter()
            .map(|key| words::key(look, key))
            .collect();
        let row = (keys.join(" "), words::action(look, action));
        let own = BINDINGS
            .iter()
            .any(|b| b.action == action && b.contexts.contains(&context));
        let moving = action <= Action::Previous;
        if own || moving {
            here.push(row)
        } else {
            everywhere.push(row)
        }
    }
    (here, everywhere)
}
