//! The drawn body against measured people: breadths, lengths and heights of ANSUR II (US Army, 2012; Gordon et al.,
//! NATICK/TR-15/007; 4,082 men, 1,986 women), means of both, scaled to a stature of 75 u.

use hegu::domain::figure::curve::{Xy, inside};
use hegu::domain::figure::view::Shape;

/// How far a drawn breadth or length may be from the measured mean.
const BREADTH: f32 = 0.05;
/// How far the circumference of a tube's ellipse may be from the measured mean.
const CIRCUMFERENCE: f32 = 0.08;
/// How far a height may be from the measured mean, u: a finger's breadth.
const HEIGHT: f32 = 0.8;

fn shape(view: &str, id: &str) -> &'static Shape {
    let figure = &hegu::shipped().figure;
    let view = figure.view(figure.view_named(view).expect("the view is there"));
    view.shapes
        .iter()
        .find(|shape| shape.id == id)
        .expect("the shape is there")
}

/// How far one may go from a place inside a shape before leaving it.
fn reach(shape: &Shape, from: Xy, way: Xy) -> f32 {
    const STEP: f32 = 0.02;
    let mut gone = 0.0;
    let within = |gone: f32| {
        let at = Xy {
            x: from.x + way.x * gone,
            y: from.y + way.y * gone,
        };
        inside(&shape.area, at)
    };
    assert!(within(0.0), "{} does not cover {from:?}", shape.id);
    while within(gone) {
        gone += STEP;
    }
    gone
}

/// The breadth of a shape through a place.
fn breadth(view: &str, id: &str, x: f32, y: f32) -> f32 {
    let (shape, from) = (shape(view, id), Xy { x, y });
    reach(shape, from, Xy { x: 1.0, y: 0.0 }) + reach(shape, from, Xy { x: -1.0, y: 0.0 })
}

/// The length of a shape through a place, up and down.
fn length(view: &str, id: &str, x: f32, y: f32) -> f32 {
    let (shape, from) = (shape(view, id), Xy { x, y });
    reach(shape, from, Xy { x: 0.0, y: 1.0 }) + reach(shape, from, Xy { x: 0.0, y: -1.0 })
}

/// From the lowest to the highest place of a shape.
fn tall(view: &str, id: &str) -> f32 {
    let heights = || shape(view, id).area.iter().map(|place| place.y);
    heights().fold(f32::MIN, f32::max) - heights().fold(f32::MAX, f32::min)
}

/// The widest a shape gets between two heights.
fn widest(view: &str, id: &str, x: f32, (low, high): (f32, f32)) -> f32 {
    (0..=20)
        .map(|n| breadth(view, id, x, low + (high - low) * n as f32 / 20.0))
        .fold(0.0, f32::max)
}

/// The circumference of a tube at a station, as an ellipse (Ramanujan's approximation).
fn around(tube: &str, s: f32) -> f32 {
    let figure = &hegu::shipped().figure;
    let tube = &figure.tubes()[figure.tube_named(tube).expect("the tube is there")];
    let section = tube.section(s);
    let (a, b) = (section.breadth, section.depth);
    std::f32::consts::PI * (3.0 * (a + b) - ((3.0 * a + b) * (a + 3.0 * b)).sqrt())
}

/// The height of a landmark in a view.
fn height(landmark: &str, view: &str) -> f32 {
    let figure = &hegu::shipped().figure;
    let id = figure.view_named(view).expect("the view is there");
    let landmark = figure.landmark(landmark).expect("the landmark is there");
    figure
        .landmark_places(landmark)
        .into_iter()
        .find(|placed| placed.view == id)
        .expect("the landmark is in the view")
        .at
        .y
}

/// Every measure that is more than so far, as a part, from what was measured on people.
fn off(measures: &[(&str, f32, f32)], by: f32) -> Vec<String> {
    measures
        .iter()
        .filter(|(_, drawn, measured)| (drawn / measured - 1.0).abs() > by)
        .map(|(name, drawn, measured)| format!("{name}: drawn {drawn:.2}, measured {measured:.2}"))
        .collect()
}

#[test]
#[allow(
    clippy::approx_constant,
    reason = "the bimalleolar breadth is 3.14 u: measured, no circle"
)]
fn drawn_breadths_and_lengths_are_those_of_people() {
    let wrong = off(
        &[
            ("chest breadth", breadth("body_front", "outline", 0.0, 54.6), 12.4),
            (
                "waist breadth at the navel",
                breadth("body_front", "outline", 0.0, 45.1),
                13.9,
            ),
            (
                "hip breadth",
                widest("body_front", "outline", 0.0, (37.5, 40.0)),
                15.5,
            ),
            (
                "bideltoid breadth",
                breadth("body_front", "outline", 0.0, 57.6),
                21.3,
            ),
            (
                "chest breadth, back",
                breadth("body_back", "outline", 0.0, 54.6),
                12.4,
            ),
            (
                "hip breadth, back",
                widest("body_back", "outline", 0.0, (37.5, 40.0)),
                15.5,
            ),
            ("chest depth", breadth("body_side", "outline", 0.0, 54.6), 11.1),
            (
                "waist depth at the navel",
                breadth("body_side", "outline", 0.0, 45.1),
                10.0,
            ),
            ("buttock depth", breadth("body_side", "outline", 0.0, 38.2), 10.6),
            (
                "head breadth",
                widest("head_front", "head", 0.0, (69.0, 73.0)),
                6.70,
            ),
            (
                "head breadth, from above",
                widest("head_top", "outline", 0.0, (-2.0, 1.0)),
                6.70,
            ),
            (
                "head length",
                widest("head_side", "outline", 0.0, (70.6, 72.0)),
                8.63,
            ),
            (
                "head length, from above",
                length("head_top", "outline", 0.0, 0.0),
                8.63,
            ),
            (
                "bizygomatic breadth",
                breadth("head_front", "head", 0.0, 68.9),
                6.13,
            ),
            ("ear length", length("ear", "outline", 0.5, 69.4), 2.74),
            ("ear breadth", widest("ear", "outline", 0.5, (68.5, 70.5)), 1.54),
            (
                "hand length",
                reach(
                    shape("hand_dorsum", "outline"),
                    Xy { x: -0.14, y: 0.0 },
                    Xy { x: 0.0, y: 1.0 },
                ),
                8.30,
            ),
            ("hand breadth", breadth("hand_dorsum", "outline", 0.0, 4.0), 3.68),
            ("foot length", tall("sole", "outline"), 11.46),
            ("foot breadth", widest("sole", "outline", 0.0, (7.0, 8.4)), 4.31),
            ("heel breadth", widest("sole", "outline", 0.0, (0.8, 2.0)), 3.09),
            (
                "foot length, inner side",
                breadth("foot_inner", "outline", 0.0, 0.9),
                11.46,
            ),
            (
                "foot length, outer side",
                breadth("foot_outer", "outline", 0.0, 0.75),
                11.46,
            ),
            (
                "bimalleolar breadth",
                breadth("leg_front", "outline", 0.0, 3.0),
                3.14,
            ),
        ],
        BREADTH,
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tubes_are_as_thick_as_limbs() {
    let wrong = off(
        &[
            ("neck", around("trunk", 65.4), 16.1),
            ("thigh", around("leg", 34.2), 27.5),
            ("lower thigh", around("leg", 23.4), 18.0),
            ("calf", around("leg", 14.3), 17.0),
            ("ankle", around("leg", 5.0), 9.9),
            ("wrist", around("forearm", 0.0), 7.32),
            // Measured flexed: the drawn, relaxed limb may be a little thinner.
            ("forearm", around("forearm", 9.8), 12.7),
            ("biceps", around("upper_arm", 5.1), 14.7 * 0.93),
        ],
        CIRCUMFERENCE,
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn landmarks_are_as_high_as_on_people() {
    let heights = [
        ("c7_spine", "torso_back", 64.5),
        ("acromion_lateral", "torso_back", 61.5),
        ("suprasternal_notch", "torso_front", 61.3),
        ("axilla_side", "torso_side", 56.9),
        ("nipple", "torso_front", 54.6),
        ("umbilicus", "torso_front", 45.1),
        ("iliac_crest", "torso_back", 45.6),
        ("greater_trochanter", "body_side", 38.7),
        ("wrist_crease", "body_front", 36.4),
        ("patella_base", "leg_front", 21.8),
        ("lateral_malleolus", "leg_front", 3.0),
        ("tragus", "head_side", 75.0 - 5.71),
    ];
    let wrong: Vec<String> = heights
        .into_iter()
        .map(|(id, view, measured)| (id, height(id, view), measured))
        .filter(|(_, drawn, measured)| (drawn - measured).abs() > HEIGHT)
        .map(|(id, drawn, measured)| format!("{id}: drawn {drawn:.2}, measured {measured:.2}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let top = shape("body_front", "head")
        .area
        .iter()
        .map(|place| place.y)
        .fold(0.0, f32::max);
    assert!((top - 75.0).abs() < 0.1, "the head ends at {top}");
}
