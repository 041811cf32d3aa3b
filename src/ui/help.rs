//! The keys, as an overlay: what they mean here, and what they mean everywhere.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};
use unicode_width::UnicodeWidthStr;

use super::frame::{paragraph, put, put_line, rule};
use super::layout::{Grid, Height};
use super::look::Look;
use super::widgets::rows::more_below;
use super::words;
use crate::app::action::BINDINGS;
use crate::app::{Action, Context, Model};
use crate::t;

/// Keys, and what they do.
type KeyRow = (String, String);

/// Keys that mean something in one place.
struct Group {
    title: String,
    rows: Vec<KeyRow>,
}

impl Group {
    /// How wide the keys are, and the whole rows.
    fn widths(&self) -> (u16, u16) {
        let keys = self.rows.iter().map(|(keys, _)| keys.width()).max().unwrap_or(0);
        let what = self.rows.iter().map(|(_, what)| what.width()).max().unwrap_or(0);
        (keys as u16, (keys + 2 + what) as u16)
    }
}

/// The two columns stand no farther apart than this.
const WIDEST: u16 = 100;

/// Draws the help over the screen.
pub fn draw(model: &Model, scroll: usize, query: &str, look: &Look, grid: &Grid, buf: &mut Buffer) {
    buf.set_style(grid.body, look.faint());
    buf.set_style(grid.first, look.faint());
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut groups = here_and_everywhere(model, look);
    if !words.is_empty() {
        // Who looks for a key may be looking for one of another place.
        groups.extend(elsewhere(model, look));
        for group in &mut groups {
            group.rows.retain(|(keys, what)| {
                let row = format!("{keys} {}", what.to_lowercase());
                words.iter().all(|word| row.contains(word.as_str()))
            });
        }
        groups.retain(|group| !group.rows.is_empty());
    }
    let two = words.is_empty() && grid.body.width >= 64;
    let length = if two {
        groups.iter().map(|group| group.rows.len() + 1).max().unwrap_or(0)
    } else {
        groups.iter().map(|group| group.rows.len() + 2).sum::<usize>()
    };
    let inner = page(look, grid, buf);
    let title = t!(look, "help-title");
    let at = inner.x + put(buf, inner.x, inner.y, inner.width, &title, look.strong()) + 2;
    let room = inner.right().saturating_sub(at);
    if query.is_empty() {
        put(buf, at, inner.y, room, &t!(look, "help-search"), look.dim());
    } else {
        let wide = put(buf, at, inner.y, room, query, look.accent());
        let room = room.saturating_sub(wide);
        put(buf, at + wide, inner.y, room, " ", look.chip());
    }
    if groups.is_empty() {
        let nothing = t!(look, "help-nothing");
        paragraph(buf, inner, inner.y + 2, &nothing, look.dim());
        return;
    }
    let head = if grid.height == Height::Short { 1 } else { 2 };
    let list = Rect {
        y: inner.y + head,
        height: inner.height.saturating_sub(head),
        ..inner
    };
    let scroll = scroll.min(length.saturating_sub(usize::from(list.height)));
    // Below the last of groups under each other stands an empty row.
    more_below(look, list, scroll, length - usize::from(!two), buf);
    if two {
        let [here, everywhere] = &groups[..] else { return };
        let half = list.width / 2;
        let second = half
            .max(here.widths().1 + 4)
            .min(list.width - everywhere.widths().1.min(half));
        let left = Rect {
            width: second,
            ..list
        };
        let right = Rect {
            x: list.x + second,
            width: list.width - second,
            ..list
        };
        column(look, left, std::slice::from_ref(here), scroll, buf);
        column(look, right, std::slice::from_ref(everywhere), scroll, buf);
    } else {
        column(look, list, &groups, scroll, buf);
    }
}

/// Clears what the help stands on, all of it: what would be left of the screen beside it could not be read anyway.
/// Says where its words go.
fn page(look: &Look, grid: &Grid, buf: &mut Buffer) -> Rect {
    // On a short screen every row is needed: down to the hints there is nothing else.
    let short = grid.height == Height::Short;
    let top = if short { grid.all.y } else { grid.body.y };
    let area = Rect {
        x: grid.all.x,
        y: top,
        width: grid.all.width,
        height: grid.body.bottom() - top,
    };
    Clear.render(area, buf);
    buf.set_style(area, look.row().patch(look.text()));
    let edge = u16::from(!short);
    if !short {
        rule(look, area, area.y, buf);
        rule(look, area, area.bottom() - 1, buf);
    }
    Rect::new(
        grid.body.x,
        area.y + edge,
        grid.body.width.min(WIDEST),
        area.height - 2 * edge,
    )
}

fn column(look: &Look, area: Rect, groups: &[Group], scroll: usize, buf: &mut Buffer) {
    let wide = groups
        .iter()
        .map(|group| group.widths().0)
        .max()
        .unwrap_or(0)
        .min(14);
    let mut y = i32::from(area.y) - scroll as i32;
    let seen = |y: i32| (y >= i32::from(area.y) && y < i32::from(area.bottom())).then_some(y as u16);
    for group in groups {
        if let Some(y) = seen(y) {
            put(buf, area.x, y, area.width, &group.title, look.dim());
        }
        for (nth, (keys, what)) in group.rows.iter().enumerate() {
            let Some(y) = seen(y + 1 + nth as i32) else {
                continue;
            };
            put(buf, area.x, y, wide, keys, look.text());
            let room = area.width.saturating_sub(wide + 3);
            let what = Line::styled(what.as_str(), look.dim());
            put_line(buf, area.x + wide + 2, y, room, &what, look);
        }
        y += group.rows.len() as i32 + 2;
    }
}

/// An action's keys in a place, and what it does.
fn row(model: &Model, look: &Look, context: Context, action: Action) -> KeyRow {
    let keys = model.known.keymap.keys(context, action);
    let keys: Vec<String> = keys.map(|key| words::key(look, key)).collect();
    (keys.join(" "), words::action(look, action))
}

fn is_own(action: Action, context: Context) -> bool {
    BINDINGS
        .iter()
        .any(|binding| binding.action == action && binding.contexts.contains(&context))
}

/// The actions that have a key in a place; of the digits one stands for all.
fn actions(model: &Model, context: Context) -> impl Iterator<Item = Action> {
    let actions = model.known.keymap.actions(context).into_iter();
    actions.filter(|action| !matches!(action, Action::Digit(1..)))
}

/// The keys of this place, and those that hold everywhere.
fn here_and_everywhere(model: &Model, look: &Look) -> Vec<Group> {
    let context = model.screen.context();
    let (here, everywhere): (Vec<Action>, Vec<Action>) =
        actions(model, context).partition(|action| is_own(*action, context) || *action <= Action::Previous);
    let group = |title, actions: Vec<Action>| Group {
        title,
        rows: actions
            .into_iter()
            .map(|action| row(model, look, context, action))
            .collect(),
    };
    vec![
        group(t!(look, "help-here"), here),
        group(t!(look, "help-everywhere"), everywhere),
    ]
}

/// The keys that mean something in other places only.
fn elsewhere<'a>(model: &'a Model, look: &'a Look) -> impl Iterator<Item = Group> + 'a {
    let here = model.screen.context();
    let other = move |context: &Context| *context != here && *context != Context::Text;
    Context::ALL.into_iter().filter(other).map(move |context| Group {
        title: words::place(look, context),
        rows: actions(model, context)
            .filter(|action| is_own(*action, context))
            .map(|action| row(model, look, context, action))
            .collect(),
    })
}
