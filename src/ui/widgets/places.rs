//! The body one picks places on: front and back, what is marked lit, and a ring where one stands.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::figure::FigureLook;
use crate::app::Known;
use crate::app::places::{Ground, Places, Spot, lit};
use crate::domain::checkin::{Answers, Felt};
use crate::domain::figure::{Camera, Frame, Lit, Scene};
use crate::t;
use crate::ui::evening;
use crate::ui::frame::put;
use crate::ui::look::Look;

/// The least width of one body.
const BODY: u16 = 20;

/// Where the bodies lie: `false` is the front. Only the one that is looked at where there is no room for two.
fn areas(places: &Places, ground: &Ground, area: Rect) -> Vec<(bool, Rect)> {
    // A row below for the words front and back.
    let body = Rect {
        height: area.height.saturating_sub(1),
        ..area
    };
    if area.width < 2 * BODY {
        let back = ground.spots.get(places.at).is_some_and(|spot| spot.back);
        return vec![(back, body)];
    }
    let half = area.width / 2;
    let right = Rect {
        x: area.x + half,
        width: area.width - half,
        ..body
    };
    vec![(false, Rect { width: half, ..body }), (true, right)]
}

fn frame(ground: &Ground, back: bool, known: &Known, area: Rect) -> Frame {
    let view = known.content.figure.view(ground.views[usize::from(back)]);
    Frame::new(view, area.width, area.height, Camera::default(), None)
}

/// Draws the bodies.
pub fn draw(places: &Places, answers: &Answers, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let Some(ground) = known.ground() else { return };
    let lit = lit(answers);
    for (back, area) in areas(places, ground, area) {
        let frame = draw_body(&lit, back, ground, known, look, area, buf);
        let on_this_side =
            |(_, spot): &(usize, &Spot)| spot.back == back && matches!(spot.felt, Felt::At(..));
        for (nth, spot) in ground.spots.iter().enumerate().filter(on_this_side) {
            let here = nth == places.at;
            let Some((x, y)) = cell(&frame, spot, area).filter(|_| here || answers.has(spot.felt)) else {
                continue;
            };
            let mark = match (here, look.ascii) {
                (true, true) => "@",
                (true, false) => "◉",
                (false, _) => "x",
            };
            put(buf, x, y, 1, mark, look.chip());
        }
    }
}

/// Draws the bodies with some regions lit, and nothing to pick.
pub fn draw_lit(lit: &[Lit], known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let Some(ground) = known.ground() else { return };
    for (back, area) in areas(&Places::default(), ground, area) {
        draw_body(lit, back, ground, known, look, area, buf);
    }
}

/// Draws one side of the body and its name below; returns how it lies in the cells.
fn draw_body(
    lit: &[Lit],
    back: bool,
    ground: &Ground,
    known: &Known,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) -> Frame {
    let figure = FigureLook::new(look, &known.content.looks, &known.settings);
    let view_id = ground.views[usize::from(back)];
    let frame = frame(ground, back, known, area);
    let scene = Scene {
        lit,
        ..Scene::bare(&known.content.figure, view_id, frame, figure.rendering, look.lang)
    };
    figure.draw(&scene, area, buf);
    let name = if back {
        t!(look, "places-back")
    } else {
        t!(look, "places-front")
    };
    let x = area.x + (area.width.saturating_sub(name.width() as u16)) / 2;
    put(buf, x, area.bottom(), area.width, &name, look.dim());
    frame
}

fn cell(frame: &Frame, spot: &Spot, area: Rect) -> Option<(u16, u16)> {
    let dot = frame.dot(spot.at);
    let (x, y) = ((dot.x / 2.0).floor(), (dot.y / 4.0).floor());
    let inside = (0.0..f32::from(area.width)).contains(&x) && (0.0..f32::from(area.height)).contains(&y);
    inside.then(|| (area.x + x as u16, area.y + y as u16))
}

/// Draws what has no place on the body, a row each; returns the row after them.
pub fn list(
    places: &Places,
    answers: &Answers,
    known: &Known,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) -> u16 {
    let Some(ground) = known.ground() else {
        return area.y;
    };
    let mut y = area.y;
    for (nth, spot) in ground.spots.iter().enumerate() {
        if !matches!(spot.felt, Felt::As(_)) {
            continue;
        }
        if nth == places.at {
            put(buf, area.x, y, 1, look.chosen_mark(), look.accent());
        }
        let (mark, style) = match (answers.has(spot.felt), nth == places.at) {
            (true, _) => ("x", look.accent()),
            (false, true) => (" ", look.strong()),
            (false, false) => (" ", look.text()),
        };
        put(buf, area.x + 2, y, 1, mark, look.accent());
        put(
            buf,
            area.x + 4,
            y,
            area.width - 4,
            &evening::felt(look, spot.felt),
            style,
        );
        y += 1;
    }
    y
}

/// The place at a cell of the bodies.
pub fn hit(places: &Places, known: &Known, area: Rect, position: Position) -> Option<usize> {
    let ground = known.ground()?;
    let (back, area) = areas(places, ground, area)
        .into_iter()
        .find(|(_, area)| area.contains(position))?;
    let frame = frame(ground, back, known, area);
    let place = frame.place_at(i32::from(position.x - area.x), i32::from(position.y - area.y));
    // A small region is no larger than the cell of its mark, and the middle of that cell may lie beside it.
    let under = |(_, spot): &(usize, &Spot)| {
        spot.back == back && cell(&frame, spot, area) == Some((position.x, position.y))
    };
    let spots = ground.spots.iter().enumerate().filter(under);
    let away = |spot: &Spot| spot.at.distance(place);
    let marked = spots.min_by(|a, b| away(a.1).total_cmp(&away(b.1)));
    if let Some((nth, _)) = marked {
        return Some(nth);
    }
    ground.nearest(&known.content.figure, back, place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_on_a_place_finds_its_region_and_a_click_beside_the_body_nothing() {
        let known = Known::at("2026-11-21T21:30:00+01:00");
        let ground = known.ground().expect("front and back");
        let region = |felt: Felt| match felt {
            Felt::At(part, side) => Some((part.region(), side)),
            Felt::As(_) => None,
        };
        let area = Rect::new(30, 3, 80, 34);
        for (back, half) in areas(&Places::default(), ground, area) {
            let frame = frame(ground, back, &known, half);
            for spot in ground.spots.iter().filter(|spot| spot.back == back) {
                let Some((x, y)) = cell(&frame, spot, half) else {
                    continue;
                };
                let found = hit(&Places::default(), &known, area, Position::new(x, y));
                let found = found.map(|nth| ground.spots[nth]).expect("on the body");
                assert_eq!(found.back, back);
                // Marks that share a cell share its click.
                let shares = cell(&frame, &found, half) == Some((x, y));
                assert!(
                    shares || region(found.felt) == region(spot.felt),
                    "{spot:?} {found:?}"
                );
            }
        }
        assert_eq!(hit(&Places::default(), &known, area, Position::new(30, 3)), None);
    }
}
