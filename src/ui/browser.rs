//! The browser: groups, points, figure, card.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::card;
use super::frame::{put, put_line};
use super::layout::{Grid, Width, scrolled};
use super::look::Look;
use super::point_words as say;
use super::widgets::{body, rows};
use super::words;
use crate::app::browser::{Browser, Column, Group, Way};
use crate::app::{Hit, Known, Sight};
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::code::Meridian;
use crate::domain::point::Point;
use crate::domain::safety::Verdict;
use crate::t;

/// The first row.
pub fn title<'a>(browser: &Browser, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let atlas = &known.content.atlas;
    let beside = known.size.0 >= 120;
    let groups = browser.column(known) == Column::Groups;
    let left = if beside || groups {
        let way = match browser.way {
            Way::Meridians => t!(look, "atlas-meridians"),
            Way::Regions => t!(look, "atlas-regions"),
            Way::Uses => t!(look, "atlas-uses"),
            Way::Categories => t!(look, "atlas-categories"),
            Way::Own => t!(look, "atlas-own"),
        };
        Line::from(vec![
            Span::styled(t!(look, "atlas-title"), look.dim()),
            Span::styled(format!("  {way}"), look.strong()),
        ])
    } else {
        match browser.group(known) {
            Some(group) => group_title(group, atlas, look),
            None => Line::styled(t!(look, "atlas-title"), look.dim()),
        }
    };
    let right = if groups {
        let extra = atlas.on(Meridian::EX).count();
        let channel = atlas.len() - extra;
        t!(look, "atlas-count", channel = channel, extra = extra)
    } else {
        let count = browser.points(known).len();
        t!(look, "place-of", at = (browser.row + 1).min(count), count = count)
    };
    (left, Line::styled(right, look.dim()))
}

fn group_title<'a>(group: Group, atlas: &'a Atlas, look: &Look) -> Line<'a> {
    match group {
        Group::Meridian(meridian) => {
            let mut spans = vec![
                Span::styled(look.meridian_mark(meridian), look.meridian(meridian)),
                Span::styled(format!(" {meridian} "), look.strong()),
            ];
            if let Some(text) = atlas.meridian(meridian) {
                spans.push(Span::styled(text.organ.get(look.lang), look.text()));
                spans.push(Span::styled(format!("  {}", text.hanzi), look.dim()));
            }
            Line::from(spans)
        }
        Group::Region(_) | Group::Use(_) | Group::Category(_) | Group::Liked | Group::Never => {
            Line::styled(group_name(group, atlas, look), look.strong())
        }
    }
}

/// What a group is called.
fn group_name(group: Group, atlas: &Atlas, look: &Look) -> String {
    match group {
        Group::Meridian(meridian) => atlas.meridian(meridian).map_or_else(
            || meridian.to_string(),
            |text| text.organ.get(look.lang).to_owned(),
        ),
        Group::Region(region) => words::region(look, region),
        Group::Use(index) => atlas
            .uses()
            .get(index)
            .map(|use_| say::capital(use_.name.get(look.lang)))
            .unwrap_or_default(),
        Group::Category(category) => atlas
            .category(category)
            .map(|text| text.name.get(look.lang).to_owned())
            .unwrap_or_default(),
        Group::Liked => t!(look, "atlas-liked"),
        Group::Never => t!(look, "atlas-never"),
    }
}

/// Where the parts of the body lie. Texts of the lists begin at `x`; the mark stands two cells before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Panes {
    groups: Option<Rect>,
    points: Option<Rect>,
    figure: Option<Rect>,
    whole: Option<Rect>,
    card: Option<Rect>,
}

fn panes(browser: &Browser, known: &Known, grid: &Grid) -> Panes {
    let body = grid.body;
    let pane = |x: u16, width: u16| Some(Rect { x, width, ..body });
    // A list's mark stands one cell outside the margin, so that texts stand on it or close to it.
    match grid.width {
        Width::Small => {
            let list = pane(body.x + 1, body.width - 1);
            match browser.column(known) {
                Column::Groups => Panes {
                    groups: list,
                    ..Panes::default()
                },
                Column::Points => Panes {
                    points: list,
                    ..Panes::default()
                },
            }
        }
        Width::Medium => {
            let card = pane(body.right() - 24, 24);
            let list = list_width(&browser.points(known), &known.content.atlas).clamp(17, 22);
            let figure_x = body.x + list + 1;
            Panes {
                points: pane(body.x + 1, list),
                figure: pane(figure_x, body.right() - 26 - figure_x),
                card,
                ..Panes::default()
            }
        }
        Width::Large => {
            let card = pane(body.right() - 28, 28);
            let points = list_width(&browser.points(known), &known.content.atlas).clamp(18, 22);
            let figure_x = body.x + 31 + points + 1;
            Panes {
                groups: pane(body.x, 28),
                points: pane(body.x + 31, points),
                figure: pane(figure_x, body.right() - 30 - figure_x),
                card,
                ..Panes::default()
            }
        }
        Width::Huge => {
            let card = pane(body.right() - 40, 40);
            let figure_x = body.x + 31 + 32 + 2;
            let room = body.right() - 42 - figure_x;
            // The whole body beside the close-up, once both have their space.
            let (near, whole) = if room >= 80 {
                (room - 36, pane(figure_x + room - 34, 33))
            } else {
                (room, None)
            };
            Panes {
                groups: pane(body.x, 28),
                points: pane(body.x + 31, 32),
                figure: pane(figure_x, near),
                whole,
                card,
            }
        }
    }
}

/// The body.
pub fn draw(browser: &Browser, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let panes = panes(browser, known, grid);
    if let Some(area) = panes.groups {
        draw_groups(browser, known, look, area, buf);
    }
    if let Some(area) = panes.points {
        draw_points(browser, known, look, area, buf);
    }
    if let (Some(area), Some(sight)) = (panes.figure, browser.sight(known)) {
        let listed = listed(browser, known);
        body::draw(
            &sight,
            with(browser, known, grid, &listed),
            known,
            look,
            area,
            buf,
        );
    }
    if let (Some(area), Some(id)) = (panes.whole, browser.chosen(known)) {
        draw_whole(id, known, look, area, buf);
    }
    if let (Some(area), Some(id)) = (panes.card, browser.chosen(known)) {
        card::pane(id, known, look, area, buf);
    }
}

/// Whether a point is in the list: those are the points on the figure.
fn listed(browser: &Browser, known: &Known) -> impl Fn(PointId) -> bool {
    let points = browser.points(known);
    move |id| points.contains(&id)
}

fn with<'a>(
    browser: &Browser,
    known: &Known,
    grid: &Grid,
    listed: &'a dyn Fn(PointId) -> bool,
) -> body::With<'a> {
    body::With {
        flow: None,
        points: listed,
        course: match browser.group(known) {
            Some(Group::Meridian(meridian)) => Some(meridian).filter(|it| *it != Meridian::EX),
            _ => None,
        },
        labels: if grid.width == Width::Medium { 4 } else { 12 },
        finding: None,
    }
}

/// The whole body beside the close-up, with the point on it.
fn draw_whole(id: PointId, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let Some(sight) = Sight::of(id).whole(known) else {
        return;
    };
    let meridian = known.content.atlas.point(id).meridian;
    let with = body::With {
        flow: None,
        points: &|_| false,
        course: Some(meridian).filter(|it| *it != Meridian::EX),
        labels: 0,
        finding: None,
    };
    body::draw(&sight, with, known, look, area, buf);
}

fn draw_groups(browser: &Browser, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let atlas = &known.content.atlas;
    let groups = browser.groups(known);
    let step = step(groups.len(), area.height);
    let fits = usize::from(area.height.div_ceil(step));
    let first = scrolled(browser.group_row(), groups.len(), fits);
    let focus = browser.column(known) == Column::Groups;
    for (y, (row, group)) in (area.y..area.bottom())
        .step_by(usize::from(step))
        .zip(groups.iter().enumerate().skip(first))
    {
        let chosen = row == browser.group_row();
        let name = if chosen { look.strong() } else { look.dim() };
        if chosen {
            choose(look, area, y, focus, buf);
        }
        let count = group.points(known).len().to_string();
        let room = area.width.saturating_sub(count.width() as u16 + 1);
        let line = match group {
            Group::Meridian(meridian) => Line::from(vec![
                Span::styled(look.meridian_mark(*meridian), look.meridian(*meridian)),
                Span::styled(format!(" {meridian} "), look.strong()),
                Span::styled(group_name(*group, atlas, look), name),
            ]),
            _ => Line::styled(group_name(*group, atlas, look), name),
        };
        put_line(buf, area.x, y, room, &line, look);
        put(
            buf,
            area.right() - count.width() as u16,
            y,
            area.width,
            &count,
            look.dim(),
        );
    }
}

/// Rows from one group to the next: two where there is space for air.
fn step(length: usize, height: u16) -> u16 {
    if rows::airy(length, height) { 2 } else { 1 }
}

/// The chosen row; where two lists stand side by side the one with the arrows has the brighter mark.
fn choose(look: &Look, area: Rect, y: u16, focus: bool, buf: &mut Buffer) {
    rows::choose(look, area, y, buf);
    if !focus {
        put(buf, area.x - 2, y, 1, look.chosen_mark(), look.dim());
    }
}

fn draw_points(browser: &Browser, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let atlas = &known.content.atlas;
    let points = browser.points(known);
    if points.is_empty() {
        let text = match browser.group(known) {
            Some(Group::Liked) => t!(look, "atlas-liked-none"),
            Some(Group::Never) => t!(look, "atlas-never-none"),
            _ => t!(look, "atlas-empty"),
        };
        super::frame::paragraph(buf, area, area.y, &text, look.dim());
        return;
    }
    let code = code_width(&points, atlas);
    let first = scrolled(browser.row, points.len(), usize::from(area.height));
    let focus = browser.column(known) == Column::Points;
    let safety = known.safety();
    for (y, (row, id)) in (area.y..area.bottom()).zip(points.iter().enumerate().skip(first)) {
        let point = atlas.point(*id);
        let chosen = row == browser.row;
        if chosen {
            choose(look, area, y, focus, buf);
        }
        let verdict = safety.word(*id);
        let row = Rect { y, height: 1, ..area };
        draw_point(point, code, chosen, verdict, look, row, buf);
    }
}

/// The width of the codes of a list, so that the names stand below each other.
fn code_width(points: &[PointId], atlas: &Atlas) -> u16 {
    let wide = |id: &PointId| atlas.point(*id).code.as_str().width() as u16;
    points.iter().map(wide).max().unwrap_or(0)
}

/// The width a list wants so that no name in it is cut, with the sign of a verdict behind.
fn list_width(points: &[PointId], atlas: &Atlas) -> u16 {
    let wide = |id: &PointId| atlas.point(*id).names.pinyin.width() as u16;
    let name = points.iter().map(wide).max().unwrap_or(0);
    code_width(points, atlas) + 1 + name + 2
}

fn draw_point(
    point: &Point,
    code: u16,
    chosen: bool,
    verdict: Verdict,
    look: &Look,
    row: Rect,
    buf: &mut Buffer,
) {
    let strong = look.strong();
    let name_x = row.x + code + 1;
    let room = row.right().saturating_sub(name_x);
    if !point.pressable {
        let style = if chosen {
            look.dim().add_modifier(Modifier::BOLD)
        } else {
            look.dim()
        };
        put(buf, row.x, row.y, code, point.code.as_str(), style);
        let word = Line::styled(t!(look, "point-never"), style);
        put_line(buf, name_x, row.y, room, &word, look);
        return;
    }
    // What does not suit this person stays in the list, dim, and everything that asks for care has its sign.
    let style = match (verdict.lets_through(), chosen) {
        (true, true) => strong,
        (true, false) => look.text(),
        (false, true) => look.dim().add_modifier(Modifier::BOLD),
        (false, false) => look.dim(),
    };
    put(buf, row.x, row.y, code, point.code.as_str(), style);
    let room = if verdict > Verdict::Fine {
        put(
            buf,
            row.right() - 1,
            row.y,
            1,
            super::safety_words::shape(look, verdict),
            look.caution(),
        );
        room.saturating_sub(2)
    } else {
        room
    };
    let pinyin = point.names.pinyin.width() as u16;
    let name = Line::styled(&*point.names.pinyin, style);
    put_line(buf, name_x, row.y, room, &name, look);
    // What else there is room for: at 40 columns the place, at 200 characters and meaning.
    let rest_x = name_x + pinyin.max(13) + 1;
    let rest = row.right().saturating_sub(rest_x);
    if row.width >= 36 && row.width < 60 && chosen {
        let place = point.place.get(look.lang);
        let right = name_x + room;
        let wide = (place.width() as u16).min(right.saturating_sub(name_x + pinyin + 2));
        let line = Line::styled(place, look.dim());
        put_line(buf, right - wide, row.y, wide, &line, look);
    } else if row.width >= 30 && row.width < 36 && rest >= 4 {
        put(
            buf,
            rest_x,
            row.y,
            rest,
            &point.names.hanzi_simplified,
            look.dim(),
        );
    }
}

/// What lies at a cell of the body.
pub fn hit(browser: &Browser, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let panes = panes(browser, known, grid);
    // The mark before a row belongs to it.
    let within = |area: Option<Rect>| {
        let area = area?;
        let wide = Rect {
            x: area.x.saturating_sub(2),
            width: area.width + 2,
            ..area
        };
        wide.contains(position).then_some(area)
    };
    if let Some(area) = within(panes.groups) {
        let groups = browser.groups(known);
        let step = step(groups.len(), area.height);
        let fits = usize::from(area.height.div_ceil(step));
        let first = scrolled(browser.group_row(), groups.len(), fits);
        let row = first + usize::from((position.y - area.y) / step);
        return (row < groups.len()).then_some(Hit::Group(row));
    }
    if let Some(area) = within(panes.points) {
        let count = browser.points(known).len();
        let first = scrolled(browser.row, count, usize::from(area.height));
        let row = first + usize::from(position.y - area.y);
        return (row < count).then_some(Hit::Row(row));
    }
    let sight = browser.sight(known)?;
    body::hit(&sight, &listed(browser, known), known, panes.figure?, position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_panes_of_wide_screens_are_all_there_and_cut_no_name() {
        let known = Known::at("2026-11-21T21:30:00+01:00");
        let browser = Browser::on(Group::Meridian(Meridian::EX), &known);
        let of = |width, height| {
            let grid = Grid::new(Rect::new(0, 0, width, height)).expect("large enough");
            panes(&browser, &known, &grid)
        };
        let (large, huge) = (of(120, 40), of(200, 60));
        assert!(huge.whole.is_some(), "the whole body stands beside the close-up");
        let longest = list_width(&browser.points(&known), &known.content.atlas) - 2;
        for panes in [large, huge] {
            let figure = panes.figure.expect("a figure");
            assert!(
                panes
                    .points
                    .is_some_and(|points| points.width >= longest && points.right() < figure.x)
            );
            assert!(figure.width >= 30, "{figure:?}");
        }
    }
}
