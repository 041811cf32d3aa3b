//! Where labels go: beside their point where nothing is covered, else in the gutter with a line to it.

use super::curve::{Xy, xy};
use super::picture::{Ink, Picture};
use super::scene::{Rendering, Scene};

/// A candidate: columns and rows from the point to the label's first (or last) letter, and what it costs.
struct Candidate {
    dx: i32,
    dy: i32,
    cost: f32,
}

/// Costs beyond this are not worth it: the gutter is better.
const DEAREST: f32 = 3.2;
/// What covering one cell of the drawing costs.
const COVERING: f32 = 1.1;
/// What a label costs that lies half on the filled body and half beside it: it would change its colours midway.
const STRADDLING: f32 = 1.3;
/// What touching another label costs.
const TOUCHING: f32 = 0.8;

/// What a label costs that stands as near to another point of its row as to its own: one would read it there.
const MISREAD: f32 = 1.6;

/// Writes the labels and says where each went.
pub(super) fn place(picture: &mut Picture, scene: &Scene<'_>) -> Vec<Option<(u16, u16, bool)>> {
    let mut placed = vec![None; scene.points.len()];
    let mut order: Vec<usize> = (0..scene.points.len())
        .filter(|nth| !scene.points[*nth].label.is_empty())
        .collect();
    order.sort_by_key(|nth| !scene.points[*nth].chosen);
    let mut later = Vec::new();
    for nth in order {
        let shown = &scene.points[nth];
        let length = shown.label.chars().count() as i32;
        let (column, row) = scene.frame.point_cell(shown.at);
        let best = candidates(length)
            .into_iter()
            .filter_map(|candidate| {
                let (x, y) = (column + candidate.dx, row + candidate.dy);
                let cost = candidate.cost
                    + cost(picture, x, y, length, true)?
                    + misread(picture, (column, row), x, y, length)?;
                Some((cost, x, y))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((cost, x, y)) if cost < DEAREST || shown.chosen => {
                write(picture, x, y, shown.label, ink_of(shown.chosen));
                placed[nth] = Some((x as u16, y as u16, false));
            }
            _ => later.push(nth),
        }
    }
    for nth in later {
        let shown = &scene.points[nth];
        let (column, row) = scene.frame.point_cell(shown.at);
        if let Some((x, y)) = gutter(picture, column, row, shown.label.chars().count() as i32) {
            let length = shown.label.chars().count() as i32;
            leader(picture, scene, (column, row), (x, y, length));
            write(picture, x, y, shown.label, ink_of(shown.chosen));
            placed[nth] = Some((x as u16, y as u16, true));
        }
    }
    placed
}

fn ink_of(chosen: bool) -> Ink {
    if chosen { Ink::ChosenLabel } else { Ink::Label }
}

/// Right and left of the point first, then above and below.
fn candidates(length: i32) -> [Candidate; 8] {
    let at = |dx, dy, cost| Candidate { dx, dy, cost };
    [
        at(2, 0, 0.0),
        at(-length - 1, 0, 0.2),
        at(2, -1, 1.0),
        at(2, 1, 1.0),
        at(-length - 1, -1, 1.2),
        at(-length - 1, 1, 1.2),
        at(-(length / 2), -1, 1.4),
        at(-(length / 2), 1, 1.4),
    ]
}

/// What a label here costs beyond its place; `None` where it cannot stand.
fn cost(picture: &mut Picture, x: i32, y: i32, length: i32, beside: bool) -> Option<f32> {
    let mut cost = 0.0;
    let mut on_body = None;
    for column in x..x + length {
        let cell = picture.cell_mut(column, y)?;
        let body = cell.ground.is_some();
        if on_body.is_some_and(|before| before != body) {
            cost += STRADDLING;
        }
        on_body = Some(body);
        match cell.ink {
            ink if is_text(ink) => return None,
            Ink::Blank | Ink::Body if cell.glyph == ' ' => {}
            // Half-filled cells of the edge lose their shape under a letter.
            _ => cost += COVERING,
        }
    }
    // A blank cell between two labels keeps them two.
    for column in [x - 1, x + length] {
        if let Some(cell) = picture.cell_mut(column, y)
            && is_text(cell.ink)
        {
            if matches!(
                cell.ink,
                Ink::Label | Ink::ChosenLabel | Ink::LandmarkName | Ink::Number
            ) {
                return None;
            }
            if beside {
                cost += TOUCHING;
            }
        }
    }
    Some(cost)
}

/// What it costs that a label, two cells away or less, stands beside a point that is not its own; `None` beside the
/// chosen one, which nobody may take for another.
fn misread(picture: &mut Picture, own: (i32, i32), x: i32, y: i32, length: i32) -> Option<f32> {
    let mut cost = 0.0;
    for column in [x - 2, x - 1, x + length, x + length + 1] {
        if (column, y) == own {
            continue;
        }
        match picture.cell_mut(column, y).map(|cell| cell.ink) {
            Some(Ink::Chosen) => return None,
            Some(Ink::Point(_)) => cost += MISREAD,
            _ => {}
        }
    }
    Some(cost)
}

/// Marks and words, which nothing may cover.
fn is_text(ink: Ink) -> bool {
    ink >= Ink::Number
}

pub(super) fn write(picture: &mut Picture, x: i32, y: i32, text: &str, ink: Ink) {
    for (column, glyph) in (x..).zip(text.chars()) {
        if let Some(cell) = picture.cell_mut(column, y) {
            cell.glyph = glyph;
            cell.ink = ink;
            cell.color = None;
        }
    }
}

/// Writes a text near a cell where it covers least. Says whether it found room.
pub(super) fn write_near(picture: &mut Picture, column: i32, row: i32, text: &str, ink: Ink) -> bool {
    let length = text.chars().count() as i32;
    let best = candidates(length)
        .into_iter()
        .filter_map(|candidate| {
            let (x, y) = (column + candidate.dx, row + candidate.dy);
            Some((candidate.cost + cost(picture, x, y, length, true)?, x, y))
        })
        .min_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((_, x, y)) = best {
        write(picture, x, y, text, ink);
    }
    best.is_some()
}

/// The free place nearest to a point: a row counts as two columns, and covering a line of the drawing as a
/// little walk.
fn gutter(picture: &mut Picture, column: i32, row: i32, length: i32) -> Option<(i32, i32)> {
    let (width, height) = (i32::from(picture.width()), i32::from(picture.height()));
    let mut best: Option<(f32, i32, i32)> = None;
    let worse =
        |away: i32, best: &Option<(f32, i32, i32)>| best.is_some_and(|(least, ..)| away as f32 >= least);
    for up in 0..height {
        if worse(2 * up, &best) {
            break;
        }
        for y in if up == 0 {
            vec![row]
        } else {
            vec![row - up, row + up]
        } {
            for aside in 1..width {
                let away = 2 * up + aside;
                if worse(away, &best) {
                    break;
                }
                for x in [column + aside, column - aside - length + 1] {
                    let beside = misread(picture, (column, row), x, y, length);
                    if let (Some(cost), Some(beside)) = (cost(picture, x, y, length, false), beside) {
                        let cost = cost + beside;
                        let away = away as f32 + 3.0 * cost;
                        if best.is_none_or(|(least, ..)| away < least) {
                            best = Some((away, x, y));
                        }
                    }
                }
            }
        }
    }
    best.map(|(_, x, y)| (x, y))
}

/// A thin line from a label in the gutter to its point, through cells that are still free.
fn leader(picture: &mut Picture, scene: &Scene<'_>, point: (i32, i32), label: (i32, i32, i32)) {
    let (x, y, length) = label;
    let start = if x > point.0 { x - 1 } else { x + length };
    let step = if start > point.0 { -1 } else { 1 };
    let ascii = scene.rendering == Rendering::Ascii;
    let from: Xy = xy(start as f32, y as f32);
    let to: Xy = xy(point.0 as f32 - step as f32, point.1 as f32);
    let steps = (to.x - from.x).abs().max((to.y - from.y).abs()).max(1.0) as i32;
    for n in 0..=steps {
        let at = from.toward(to, n as f32 / steps as f32);
        if let Some(cell) = picture.cell_mut(at.x.round() as i32, at.y.round() as i32)
            && cell.glyph == ' '
            && matches!(cell.ink, Ink::Blank | Ink::Body)
        {
            cell.glyph = if ascii { '.' } else { '⠂' };
            cell.ink = Ink::Leader;
            cell.color = None;
        }
    }
}
