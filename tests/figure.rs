//! Laws of the drawn body: every point on it, every view symmetric, every label readable; and what each view
//! looks like. What the standard says of single points is held by `crosschecks.rs`, the proportions by
//! `proportions.rs`.

use std::collections::BTreeMap;

use hegu::content::Content;
use hegu::domain::code::Meridian;
use hegu::domain::figure::chart::Step;
use hegu::domain::figure::construction::Direction;
use hegu::domain::figure::curve::{Xy, inside, nearest, xy};
use hegu::domain::figure::place::Placed;
use hegu::domain::figure::view::{ShapeRole, View};
use hegu::domain::figure::{Camera, Drawing, Drawn, Frame, Ink, Rendering, Scene, Shown, ViewId};
use hegu::domain::point::{Region, Side};
use hegu::domain::words::Lang;

fn content() -> &'static Content {
    hegu::shipped()
}

/// A view without anything on it.
fn scene(view_id: ViewId, size: (u16, u16), rendering: Rendering) -> Scene<'static> {
    let figure = &content().figure;
    let frame = Frame::new(figure.view(view_id), size.0, size.1, Camera::default(), None);
    Scene::bare(figure, view_id, frame, rendering, Lang::En)
}

/// Draws points on a view.
fn with_points(view: ViewId, size: (u16, u16), rendering: Rendering, points: &[Shown<'_>]) -> Drawing {
    Scene {
        points,
        ..scene(view, size, rendering)
    }
    .draw()
}

/// Every place of every point: code, view, place.
fn places() -> impl Iterator<Item = (&'static str, &'static View, Placed)> {
    content().atlas.points().flat_map(|(id, point)| {
        let places = content().chart().places(id).iter();
        places.map(|spotted| {
            let view = content().figure.view(spotted.placed.view);
            (point.code.as_str(), view, spotted.placed)
        })
    })
}

/// How far a place lies outside everything drawn; 0 inside.
fn off_the_body(view: &View, place: Xy) -> f32 {
    let outlines = || {
        view.shapes
            .iter()
            .filter(|shape| shape.role == ShapeRole::Outline)
    };
    let both = [place, xy(-place.x, place.y)];
    let sides = if view.drawn == Drawn::Both {
        &both[..]
    } else {
        &both[..1]
    };
    if sides
        .iter()
        .any(|place| outlines().any(|shape| inside(&shape.area, *place)))
    {
        return 0.0;
    }
    let distances = sides
        .iter()
        .flat_map(|place| outlines().filter_map(|shape| nearest(&shape.line, *place)));
    distances.map(|(_, away)| away).fold(f32::MAX, f32::min)
}

#[test]
fn every_point_lies_on_the_body_in_every_view_that_shows_it() {
    // A mark is as wide as this at the scale of a close-up: it still touches the outline.
    const TOUCHING: f32 = 0.12;
    let lost: Vec<String> = places()
        .filter_map(|(code, view, placed)| {
            let away = off_the_body(view, placed.at);
            (away > TOUCHING).then(|| format!("{code} is {away:.2} u off the body in {}", view.id))
        })
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn every_point_is_seen_from_its_own_side_somewhere() {
    let unseen: Vec<&str> = content()
        .atlas
        .points()
        .filter(|(id, point)| {
            // Inside the mouth and nose and between the legs no finger presses, and nothing is seen.
            let places = content().chart().places(*id);
            point.pressable && !places.iter().any(|spotted| spotted.placed.visible())
        })
        .map(|(_, point)| point.code.as_str())
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

#[test]
fn a_point_is_equally_high_from_all_sides_and_near_in_front_means_far_behind() {
    let whole = ["body_front", "body_back", "body_side"];
    let mut heights: BTreeMap<&str, Vec<(&str, Placed)>> = BTreeMap::new();
    for (code, view, placed) in places().filter(|(_, view, _)| whole.contains(&view.id.as_ref())) {
        heights.entry(code).or_default().push((&view.id, placed));
    }
    let mut wrong = Vec::new();
    for (code, seen) in heights {
        // Points of several places are not compared with themselves.
        let mut views: Vec<&str> = seen.iter().map(|(view, _)| *view).collect();
        views.sort_unstable();
        views.dedup();
        if views.len() != seen.len() {
            continue;
        }
        for (a, b) in seen.iter().zip(seen.iter().skip(1)) {
            let profile = a.0 == "body_side" || b.0 == "body_side";
            let within = as_high(code, profile);
            let difference = (a.1.at.y - b.1.at.y).abs();
            if difference > within {
                wrong.push(format!("{code}: {difference:.2} u between {} and {}", a.0, b.0));
            }
        }
        let depth = |view: &str| {
            let found = seen.iter().find(|(name, _)| *name == view);
            found
                .map(|(_, placed)| placed.depth)
                .filter(|depth| depth.abs() > 0.3)
        };
        if let (Some(front), Some(back)) = (depth("body_front"), depth("body_back"))
            && front * back > 0.0
            // The crown and the tip of a finger are seen from everywhere.
            && seen[0].1.at.y < CROWN
            && code != "PC9"
        {
            wrong.push(format!("{code} faces the viewer both in front and behind"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How far a point may be higher in one view than in another. In front the feet are drawn slightly pointed, as
/// atlases do, and in profile they stand. Everything else is as high from one side as from another, but for a
/// quarter of a row of the largest picture.
fn as_high(code: &str, profile: bool) -> f32 {
    match region_of(code) {
        Region::Ankle if profile => 1.5,
        // From the bones of the instep to the tips of the toes.
        Region::Foot if profile => 3.3,
        // In front the arms hang up to 17 degrees aside: the thumb's edge of a forearm is 1.7 u from its
        // middle, and 1.7 * sin(17) is half a u.
        Region::Shoulder if profile => 0.5,
        region if region.is_arm() && profile => 0.5,
        _ => 0.2,
    }
}

/// Views in a frame of their own: their heights are not those above the sole.
const OWN_FRAMES: [&str; 2] = ["upper_arm_outer", "upper_arm_inner"];

fn in_profile(view: &View) -> bool {
    view.compass.right.contains(&Direction::Posterior)
}

#[test]
fn close_ups_show_a_place_as_high_as_the_whole_body_does() {
    let chart = content().chart();
    let mut wrong = Vec::new();
    for (id, point) in content().atlas.points() {
        let heights: Vec<(usize, &View, f32)> = chart
            .places(id)
            .iter()
            .map(|spotted| {
                (
                    spotted.place,
                    content().figure.view(spotted.placed.view),
                    spotted.placed.at.y,
                )
            })
            .filter(|(_, view, _)| {
                view.compass.up.contains(&Direction::Superior) && !OWN_FRAMES.contains(&view.id.as_ref())
            })
            .collect();
        for (n, (place, view, y)) in heights.iter().enumerate() {
            for (other, seen, height) in &heights[n + 1..] {
                let profile = [view, seen].iter().filter(|view| in_profile(view)).count() == 1;
                if place == other && (y - height).abs() > as_high(point.code.as_str(), profile) {
                    wrong.push(format!(
                        "{} ({place}): {:.2} u between {} and {}",
                        point.code,
                        (y - height).abs(),
                        view.id,
                        seen.id
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// Above this height of the 75 u everything is the top of the head.
const CROWN: f32 = 73.0;

fn region_of(code: &str) -> Region {
    let id = content().atlas.by_code(code).expect("the code is of the atlas");
    content().atlas.point(id).region
}

/// The bits of a braille glyph, left and right column exchanged.
fn in_a_mirror(glyph: char) -> char {
    let bits = match glyph {
        ' ' => return ' ',
        braille => braille as u32 - 0x2800,
    };
    // Dots 1 2 3 7 stand left, 4 5 6 8 right.
    let pairs = [(0, 3), (1, 4), (2, 5), (6, 7)];
    let mut turned = 0;
    for (left, right) in pairs {
        turned |= (bits >> left & 1) << right | (bits >> right & 1) << left;
    }
    char::from_u32(0x2800 + turned).expect("still a braille glyph")
}

#[test]
fn views_of_both_halves_are_their_own_mirror_image() {
    for (id, view) in content().figure.views() {
        if view.drawn != Drawn::Both {
            continue;
        }
        // The whorl of the hair turns one way.
        if view.id == "head_top" {
            continue;
        }
        for size in [(41, 30), (61, 40), (101, 50)] {
            let picture = scene(id, size, Rendering::Braille).draw().picture;
            for (row, cells) in picture.rows().enumerate() {
                let line: String = cells.iter().map(|cell| cell.glyph).collect();
                let mirrored: String = cells.iter().rev().map(|cell| in_a_mirror(cell.glyph)).collect();
                assert_eq!(line, mirrored, "{} at {size:?}, row {row}", view.id);
            }
            let picture = scene(id, size, Rendering::Ascii).draw().picture;
            for (row, cells) in picture.rows().enumerate() {
                let used = |mut cells: Box<dyn Iterator<Item = char>>| cells.position(|glyph| glyph != ' ');
                let left = used(Box::new(cells.iter().map(|cell| cell.glyph)));
                let right = used(Box::new(cells.iter().rev().map(|cell| cell.glyph)));
                assert_eq!(left, right, "{} in letters at {size:?}, row {row}", view.id);
            }
        }
    }
}

#[test]
fn the_other_side_is_the_same_drawing_in_a_mirror() {
    for (id, view) in content().figure.views() {
        let Drawn::One(side) = view.drawn else { continue };
        let frame = |side: Side| Frame::new(view, 60, 40, Camera::default(), Some(side));
        let (own, other) = (frame(side), frame(side.other()));
        for place in [xy(0.0, 0.0), xy(1.5, 2.0), view.bounds.centre()] {
            let (a, b) = (own.point_dot(place), other.point_dot(place));
            assert!((a.x + b.x - 120.0).abs() < 0.01, "{}: {a:?} {b:?}", view.id);
            assert!((a.y - b.y).abs() < 0.01);
            let back = other.place_at((b.x / 2.0).floor() as i32, (b.y / 4.0).floor() as i32);
            assert!(
                back.distance(place) * other.scale < 3.0,
                "a cell leads back to its place"
            );
        }
        assert!(content().figure.view(id).id == view.id);
    }
}

#[test]
fn no_label_is_lost_and_none_touches_another() {
    let atlas = &content().atlas;
    let mut lost = Vec::new();
    for (view, drawn) in content().figure.views() {
        for meridian in Meridian::ALL {
            // A map colours one meridian at a time; a whole body labels no more than five of it.
            let whole = drawn.parent.is_none();
            let mut points = content().chart().shown(
                atlas,
                view,
                None,
                |id| atlas.point(id).meridian == meridian,
                |id| atlas.point(id).code.as_str(),
            );
            points.retain(Shown::visible);
            for shown in points.iter_mut().skip(if whole { 5 } else { usize::MAX }) {
                shown.label = "";
            }
            if points.is_empty() {
                continue;
            }
            for size in [(41, 30), (61, 40), (101, 50)] {
                let drawing = with_points(view, size, Rendering::Braille, &points);
                let mut taken: BTreeMap<u16, Vec<(u16, u16)>> = BTreeMap::new();
                for (shown, label) in points.iter().zip(&drawing.labels) {
                    if shown.label.is_empty() || !in_picture(view, size, shown) {
                        continue;
                    }
                    match label {
                        Some((column, row, _)) => {
                            let end = column + shown.label.len() as u16;
                            let row = taken.entry(*row).or_default();
                            for (start, stop) in row.iter() {
                                assert!(end < *start || stop < column, "{} touches another", shown.label);
                            }
                            row.push((*column, end));
                        }
                        None => lost.push(format!("{} in {} at {size:?}", shown.label, drawn.id)),
                    }
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} lost: {}", lost.len(), lost.join(", "));
}

fn in_picture(view: ViewId, size: (u16, u16), shown: &Shown<'_>) -> bool {
    let (column, row) = scene(view, size, Rendering::Braille).frame.point_cell(shown.at);
    (0..i32::from(size.0)).contains(&column) && (0..i32::from(size.1)).contains(&row)
}

#[test]
fn the_chosen_point_is_always_seen_and_named() {
    let atlas = &content().atlas;
    for (id, point) in atlas.points() {
        let views = content().chart().views(id);
        let best = *views
            .first()
            .unwrap_or_else(|| panic!("{} shows nowhere", point.code));
        let code = |id| atlas.point(id).code.as_str();
        let points = content().chart().shown(atlas, best, Some(id), |_| true, code);
        let drawing = with_points(best, (40, 24), Rendering::Ascii, &points);
        let text = drawing.picture.text();
        let chosen = drawing.picture.rows().flatten();
        let marks = chosen.filter(|cell| cell.ink == Ink::Chosen).count();
        assert!(marks >= 1, "{}:\n{text}", point.code);
        assert!(text.contains(point.code.as_str()), "{}:\n{text}", point.code);
    }
}

#[test]
fn walking_reaches_a_neighbour_and_comes_back_to_the_picture() {
    let atlas = &content().atlas;
    let chart = content().chart();
    let view = content()
        .figure
        .view_named("hand_dorsum")
        .expect("there is a hand");
    let frame = scene(view, (60, 40), Rendering::Braille).frame;
    let li4 = atlas.by_code("LI4").expect("LI4");
    let up = chart
        .step(view, &frame, li4, Step::Up, |_| true)
        .expect("the hand goes on above LI4");
    let (here, there) = (chart.place_in(li4, view), chart.place_in(up, view));
    let (here, there) = (here.expect("shown"), there.expect("shown"));
    assert!(there.at.y > here.at.y && there.visible());
    let (column, row) = frame.point_cell(here.at);
    assert_eq!(chart.pick(view, &frame, (column, row), |id| id == li4), Some(li4));
    assert_eq!(chart.pick(view, &frame, (0, 0), |id| id == li4), None);
    // Within two cells across and one down, a cell being twice as high as wide.
    for (dx, dy) in [(2, 0), (-2, 0), (0, 1), (0, -1)] {
        let near = chart.pick(view, &frame, (column + dx, row + dy), |id| id == li4);
        assert_eq!(near, Some(li4), "{dx},{dy}");
    }
    for (dx, dy) in [(4, 0), (-4, 0), (0, 3), (0, -3)] {
        let far = chart.pick(view, &frame, (column + dx, row + dy), |id| id == li4);
        assert_eq!(far, None, "{dx},{dy}");
    }
}

#[test]
fn consecutive_points_on_a_limb_go_one_way() {
    let figure = &content().figure;
    let atlas = &content().atlas;
    let others = hegu::domain::figure::chart::constructions(atlas);
    let mut wrong = Vec::new();
    for meridian in Meridian::ALL
        .into_iter()
        .filter(|meridian| *meridian != Meridian::EX)
    {
        let stations: Vec<(&str, usize, f32)> = atlas
            .on(meridian)
            .filter_map(|id| {
                let point = atlas.point(id);
                let spot = figure
                    .spot(&point.places.first()?.construction, &others, 0)
                    .ok()?;
                let on = spot.tubes.first()?;
                (figure.tubes()[on.tube].id != "trunk").then_some((point.code.as_str(), on.tube, on.s))
            })
            .collect();
        // Ties and small steps back are the standard's own: GB35 and GB36, KI7 and KI8, BL55 after BL39.
        for three in stations.windows(3) {
            let [(a, t, s), (b, u, r), (c, v, q)] = [three[0], three[1], three[2]];
            if t == u && u == v && (r - s) * (q - r) < 0.0 && (r - s).abs().min((q - r).abs()) > TURN {
                wrong.push(format!("{a} {b} {c}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn neighbours_on_a_meridian_are_near_and_its_line_does_not_cross_itself() {
    let (figure, atlas, chart) = (&content().figure, &content().atlas, content().chart());
    let (mut far, mut crossed) = (Vec::new(), Vec::new());
    for meridian in Meridian::ALL
        .into_iter()
        .filter(|meridian| *meridian != Meridian::EX)
    {
        let points: Vec<_> = atlas.on(meridian).collect();
        for pair in points.windows(2) {
            let away = figure.views().filter_map(|(view, _)| {
                let (a, b) = (chart.place_in(pair[0], view)?, chart.place_in(pair[1], view)?);
                Some(a.at.distance(b.at))
            });
            // Where a view looks along the step it is short; the longest is the step itself.
            if away.reduce(f32::max).is_some_and(|away| away > 8.0) {
                far.push(atlas.code(pair[1]).to_string());
            }
        }
        for (view, drawn) in figure.views().filter(|(_, view)| view.parent.is_some()) {
            let seen: Vec<_> = points
                .iter()
                .filter_map(|id| {
                    chart
                        .place_in(*id, view)
                        .filter(|placed| placed.visible())
                        .map(|p| (*id, p.at))
                })
                .collect();
            let steps: Vec<_> = seen
                .windows(2)
                .filter(|pair| pair[0].0.0 + 1 == pair[1].0.0)
                .map(|pair| (pair[1].0, pair[0].1, pair[1].1))
                .collect();
            for (nth, (id, a, b)) in steps.iter().enumerate() {
                for (other, c, d) in &steps[(nth + 2).min(steps.len())..] {
                    let side = |from: &Xy, to: &Xy, at: &Xy| {
                        (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)
                    };
                    if side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0 {
                        let (one, two) = (atlas.code(*id), atlas.code(*other));
                        crossed.push(format!("{one} {two} in {}", drawn.id));
                    }
                }
            }
        }
    }
    assert_eq!(far, FAR);
    assert_eq!(crossed, CROSSED);
}

/// Points that lie more than 8 u (a tenth of the height) from the one before, by the standard:
/// they step over a joint or a stretch of limb without points, or begin a new branch (BL41).
const FAR: &[&str] = &[
    "ST9", "ST32", "ST41", "SP11", "HT4", "SI9", "BL41", "BL55", "KI10", "KI11", "GB22", "GB31", "LR10",
    "LR13",
];
/// Steps of a meridian that cross another of its own: where the standard turns back or has two branches (jaw,
/// temple, ear, BL53 and BL55, the loop of KI4 to KI6), and where a view lays points behind each other that lie
/// side by side (ST38 and ST40 from outside, the lines of the back from the side).
const CROSSED: &[&str] = &[
    "ST5 ST9 in head_front",
    "ST7 ST9 in head_side",
    "ST38 ST40 in leg_outer",
    "ST38 ST41 in leg_outer",
    "BL24 BL53 in torso_side",
    "BL28 BL53 in torso_side",
    "BL31 BL53 in torso_side",
    "BL32 BL53 in torso_side",
    "BL36 BL55 in thigh_outer",
    "KI3 KI7 in leg_inner",
    "KI3 KI7 in foot_inner",
    "TE21 TE23 in head_front",
    "GB8 GB13 in head_side",
    "GB9 GB19 in head_side",
    "GB11 GB19 in head_side",
];

/// How far a meridian may turn back along a limb, u: the standard itself has it turn by a cun at BL55 to
/// BL59, SP8 to SP9 and ST38 to ST40.
const TURN: f32 = 1.6;

#[test]
fn every_point_is_first_shown_from_where_it_was_last_judged_to_be_seen_best() {
    let (figure, atlas) = (&content().figure, &content().atlas);
    let mut by_view: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, point) in atlas.points() {
        let best = content().chart().views(id).first().copied();
        let name = best.map_or("none", |view| &figure.view(view).id);
        by_view.entry(name).or_default().push(point.code.as_str());
    }
    let lines: Vec<String> = by_view
        .into_iter()
        .map(|(view, codes)| format!("{view}: {}", codes.join(" ")))
        .collect();
    insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "figure" }, {
        insta::assert_snapshot!("best_views", lines.join("\n"));
    });
}

#[test]
fn each_view_looks_as_it_was_last_looked_at() {
    for (id, view) in content().figure.views() {
        // An odd width has a middle column.
        let size = (61, 40);
        let draw = |rendering| scene(id, size, rendering).draw().picture.text();
        let both = format!("{}\n{}", draw(Rendering::Braille), draw(Rendering::Ascii));
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "figure" }, {
            insta::assert_snapshot!(view.id.as_ref(), both);
        });
    }
}
