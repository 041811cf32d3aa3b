//! The palette: what was typed above, what can be done below, and the key that would have done it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::{put, put_line, rule};
use super::layout::{Grid, scrolled};
use super::look::Look;
use super::point_words as say;
use super::widgets::rows;
use super::words;
use crate::app::commands::{Commands, Found};
use crate::app::{Hit, Known};
use crate::t;

/// The first row.
pub fn title<'a>(commands: &'a Commands, look: &Look) -> (Line<'a>, Line<'a>) {
    let left = Line::from(vec![
        Span::styled(": ", look.accent()),
        Span::styled(&*commands.query, look.strong()),
        Span::styled(" ", look.chip()),
    ]);
    let right = t!(look, "search-found", count = commands.found.len());
    (left, Line::styled(right, look.dim()))
}

/// Where the list lies.
fn list(grid: &Grid) -> Rect {
    let body = grid.body;
    Rect {
        x: body.x + 2,
        // A cell behind it is kept for the sign that there is more.
        width: (body.width - 4).min(64),
        ..body
    }
}

/// The body.
pub fn draw(commands: &Commands, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    rule(look, grid.first, grid.first.y + 1, buf);
    let area = list(grid);
    if commands.found.is_empty() {
        let nothing = t!(look, "commands-nothing", query = commands.query.trim());
        super::frame::paragraph(buf, area, area.y, &nothing, look.dim());
        return;
    }
    let first = scrolled(commands.row, commands.found.len(), usize::from(area.height));
    for (y, (row, found)) in (area.y..area.bottom()).zip(commands.found.iter().enumerate().skip(first)) {
        let chosen = row == commands.row;
        if chosen {
            rows::choose(look, area, y, buf);
        }
        let style = if chosen { look.strong() } else { look.text() };
        let (line, right) = match found {
            Found::Action(action) => {
                let keys: Vec<String> = known
                    .keymap
                    .keys(commands.context, *action)
                    .map(|key| words::key(look, key))
                    .collect();
                (Line::styled(words::action(look, *action), style), keys.join(" "))
            }
            Found::Routine(at) => {
                let routine = &known.routines.all()[*at];
                let minutes = t!(look, "commands-minutes", minutes = routine.minutes);
                (Line::styled(routine.name.get(look.lang), style), minutes)
            }
            Found::Point(id) => {
                let point = known.content.atlas.point(*id);
                let line = Line::from(vec![
                    Span::styled(
                        format!("{:<7}", point.code.to_string()),
                        look.text().patch(look.meridian_letters(point.meridian)),
                    ),
                    Span::styled(point.names.pinyin.to_string(), style),
                    Span::styled(format!("  {}", say::meaning(point, look.lang)), look.dim()),
                ]);
                (line, String::new())
            }
        };
        let taken = right.width() as u16;
        put_line(buf, area.x, y, area.width.saturating_sub(taken + 2), &line, look);
        put(
            buf,
            area.right() - taken.min(area.width),
            y,
            taken,
            &right,
            look.dim(),
        );
    }
    rows::more_below(look, area, first, commands.found.len(), buf);
}

/// What lies at a cell.
pub fn hit(commands: &Commands, grid: &Grid, position: Position) -> Option<Hit> {
    let area = list(grid);
    // The mark of the chosen one stands two cells to the left.
    let wide = Rect {
        x: area.x - 2,
        width: area.width + 2,
        ..area
    };
    rows::at(wide, commands.row, commands.found.len(), position).map(Hit::Row)
}
