//! The drawn atlas against second statements: what the standard says of a point in its notes, written by hand in
//! `crosschecks.toml` and never derived from the point's construction. A point that was constructed wrongly, or a
//! drawing that moved under it, contradicts its neighbours here.

use std::collections::{BTreeMap, BTreeSet};

use hegu::domain::figure::construction::{Construction, Direction};
use hegu::domain::figure::curve::{Xy, inside, nearest};
use hegu::domain::figure::place::Placed;
use hegu::domain::figure::view::{ShapeRole, View};
use serde::Deserialize;

/// The file, one list a kind of statement. Its head explains the kinds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Checks {
    level: Vec<Level>,
    column: Vec<Level>,
    order: Vec<Order>,
    distance: Vec<Distance>,
    line: Vec<Line>,
    gap: Vec<Gap>,
    beside: Vec<Beside>,
    near: Vec<Near>,
    opposite: Vec<Level>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Level {
    points: Vec<String>,
    view: String,
    within: f32,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    points: Vec<String>,
    way: String,
    view: String,
    by: Option<f32>,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Distance {
    points: [String; 2],
    way: String,
    view: String,
    ruler: String,
    cun: f32,
    within: Option<f32>,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    point: String,
    ends: [String; 2],
    view: String,
    within: f32,
    at: Option<f32>,
    at_within: Option<f32>,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gap {
    point: String,
    shapes: [String; 2],
    view: String,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Beside {
    point: String,
    way: String,
    shape: String,
    view: String,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Near {
    point: String,
    shape: String,
    view: String,
    within: f32,
    #[serde(default)]
    source: String,
}

/// Cun are kept this well, where a statement does not say how well.
const CUN_WITHIN: f32 = 0.15;
/// A difference this small is none, u.
const BY: f32 = 0.04;

/// Whether a statement holds on what is seen, or what is wrong.
type Holds<'a> = dyn Fn(&Seen<'_>) -> Result<(), String> + 'a;

/// One statement of any kind: the names it speaks of, and whether it holds for given places.
struct Statement<'a> {
    names: Vec<&'a str>,
    text: String,
    holds: Box<Holds<'a>>,
}

/// Where every name lies, in every view. One name may be moved, for the test of the tests.
struct Seen<'a> {
    places: &'a BTreeMap<String, Vec<Placed>>,
    moved: Option<(&'a str, Xy)>,
}

impl Seen<'_> {
    fn at(&self, name: &str, view: &str) -> Result<Placed, String> {
        let figure = &hegu::shipped().figure;
        let id = figure
            .view_named(view)
            .ok_or_else(|| format!("there is no view {view}"))?;
        let mut placed = *self
            .places
            .get(name)
            .and_then(|places| places.iter().find(|placed| placed.view == id))
            .ok_or_else(|| format!("{name} is not in {view}"))?;
        if let Some((moved, by)) = self.moved
            && moved == name
        {
            placed.at = Xy {
                x: placed.at.x + by.x,
                y: placed.at.y + by.y,
            };
        }
        Ok(placed)
    }
}

fn view(name: &str) -> &'static View {
    let figure = &hegu::shipped().figure;
    figure.view(
        figure
            .view_named(name)
            .unwrap_or_else(|| panic!("there is no view {name}")),
    )
}

/// The way of an anatomical direction in the plane of a view.
fn way(name: &str, in_view: &str) -> Result<Xy, String> {
    let direction = match name {
        "superior" => Direction::Superior,
        "inferior" => Direction::Inferior,
        "medial" => Direction::Medial,
        "lateral" => Direction::Lateral,
        "anterior" => Direction::Anterior,
        "posterior" => Direction::Posterior,
        "proximal" => Direction::Proximal,
        "distal" => Direction::Distal,
        "radial" => Direction::Radial,
        "ulnar" => Direction::Ulnar,
        _ => return Err(format!("{name} is no direction")),
    };
    match view(in_view).compass.way(direction) {
        Some((x, y, 0.0)) => Ok(Xy { x, y }),
        _ => Err(format!("{name} does not lie in the plane of {in_view}")),
    }
}

fn along(place: Placed, way: Xy) -> f32 {
    place.at.x * way.x + place.at.y * way.y
}

/// The stroke of a shape of a view.
fn stroke(in_view: &str, shape: &str) -> Result<&'static [Xy], String> {
    view(in_view)
        .shapes
        .iter()
        .find(|drawn| drawn.id == shape)
        .map(|drawn| drawn.line.as_slice())
        .ok_or_else(|| format!("there is no shape {in_view}/{shape}"))
}

/// One of the two numbers of a place.
type Coordinate = fn(Xy) -> f32;

/// How far the point is from a drawn line, `way` counted positive, measured straight across at its own height (or, for
/// a way up or down, at its own width). `None` where the line does not reach so far.
fn across(line: &[Xy], place: Xy, way: Xy) -> Option<f32> {
    let (key, value): (Coordinate, Coordinate) = if way.x == 0.0 {
        (|p| p.x, |p| p.y)
    } else {
        (|p| p.y, |p| p.x)
    };
    let at = key(place);
    line.windows(2)
        .filter(|pair| (key(pair[0]) - at) * (key(pair[1]) - at) <= 0.0)
        .map(|pair| {
            let span = key(pair[1]) - key(pair[0]);
            let t = if span.abs() < 1e-6 {
                0.0
            } else {
                (at - key(pair[0])) / span
            };
            let on = value(pair[0]) + (value(pair[1]) - value(pair[0])) * t;
            (value(place) - on) * (way.x + way.y)
        })
        .min_by(|a, b| a.abs().total_cmp(&b.abs()))
}

impl Checks {
    fn read() -> Checks {
        toml::from_str(include_str!("crosschecks.toml")).expect("crosschecks.toml reads")
    }

    fn statements(&self) -> Vec<Statement<'_>> {
        let mut all = Vec::new();
        for check in &self.level {
            all.push(Statement {
                names: check.points.iter().map(String::as_str).collect(),
                text: format!(
                    "{} at one height in {} ({})",
                    check.points.join(", "),
                    check.view,
                    check.source
                ),
                holds: Box::new(|seen| spread(seen, check, Xy { x: 0.0, y: 1.0 })),
            });
        }
        for check in &self.column {
            all.push(Statement {
                names: check.points.iter().map(String::as_str).collect(),
                text: format!(
                    "{} one below the other in {} ({})",
                    check.points.join(", "),
                    check.view,
                    check.source
                ),
                holds: Box::new(|seen| spread(seen, check, Xy { x: 1.0, y: 0.0 })),
            });
        }
        for check in &self.order {
            all.push(Statement {
                names: check.points.iter().map(String::as_str).collect(),
                text: format!(
                    "{} from {} on, in {} ({})",
                    check.points.join(", "),
                    check.way,
                    check.view,
                    check.source
                ),
                holds: Box::new(|seen| {
                    let way = way(&check.way, &check.view)?;
                    for pair in check.points.windows(2) {
                        let (a, b) = (seen.at(&pair[0], &check.view)?, seen.at(&pair[1], &check.view)?);
                        let by = along(a, way) - along(b, way);
                        if by < check.by.unwrap_or(BY) {
                            return Err(format!("{} is {by:.2} u {} of {}", pair[0], check.way, pair[1]));
                        }
                    }
                    Ok(())
                }),
            });
        }
        for check in &self.distance {
            all.push(Statement {
                names: check.points.iter().map(String::as_str).collect(),
                text: format!(
                    "{} {} cun {} of {} in {} ({})",
                    check.points[1], check.cun, check.way, check.points[0], check.view, check.source
                ),
                holds: Box::new(|seen| {
                    let figure = &hegu::shipped().figure;
                    let ruler = figure
                        .ruler(&check.ruler)
                        .ok_or_else(|| format!("there is no ruler {}", check.ruler))?;
                    let cun = figure
                        .ruler_length(ruler)
                        .map_err(|why| why.what.en.into_owned())?
                        / ruler.cun;
                    let way = way(&check.way, &check.view)?;
                    let [a, b] = &check.points;
                    let (a, b) = (seen.at(a, &check.view)?, seen.at(b, &check.view)?);
                    let measured = (along(b, way) - along(a, way)) / cun;
                    if (measured - check.cun).abs() > check.within.unwrap_or(CUN_WITHIN) {
                        return Err(format!("it is {measured:.2} cun"));
                    }
                    Ok(())
                }),
            });
        }
        for check in &self.line {
            all.push(Statement {
                names: vec![&check.point, &check.ends[0], &check.ends[1]],
                text: format!(
                    "{} on the line of {} and {} in {} ({})",
                    check.point, check.ends[0], check.ends[1], check.view, check.source
                ),
                holds: Box::new(|seen| on_line(seen, check)),
            });
        }
        for check in &self.gap {
            all.push(Statement {
                names: vec![&check.point],
                text: format!(
                    "{} between {} and {} in {} ({})",
                    check.point, check.shapes[0], check.shapes[1], check.view, check.source
                ),
                holds: Box::new(|seen| {
                    let place = seen.at(&check.point, &check.view)?.at;
                    let right = Xy { x: 1.0, y: 0.0 };
                    let side = |shape: &String| -> Result<f32, String> {
                        across(stroke(&check.view, shape)?, place, right)
                            .ok_or_else(|| format!("{shape} does not reach so far"))
                    };
                    let (a, b) = (side(&check.shapes[0])?, side(&check.shapes[1])?);
                    if a * b >= 0.0 {
                        return Err(format!("it is {a:.2} and {b:.2} u beside them"));
                    }
                    Ok(())
                }),
            });
        }
        for check in &self.beside {
            all.push(Statement {
                names: vec![&check.point],
                text: format!(
                    "{} {} of {} in {} ({})",
                    check.point, check.way, check.shape, check.view, check.source
                ),
                holds: Box::new(|seen| {
                    let way = way(&check.way, &check.view)?;
                    let place = seen.at(&check.point, &check.view)?.at;
                    match across(stroke(&check.view, &check.shape)?, place, way) {
                        Some(by) if by > 0.0 => Ok(()),
                        Some(by) => Err(format!("it is {:.2} u on the other side", -by)),
                        None => Err(format!("{} does not reach so far", check.shape)),
                    }
                }),
            });
        }
        for check in &self.near {
            all.push(Statement {
                names: vec![&check.point],
                text: format!(
                    "{} at {} in {} ({})",
                    check.point, check.shape, check.view, check.source
                ),
                holds: Box::new(|seen| {
                    let place = seen.at(&check.point, &check.view)?.at;
                    let away =
                        nearest(stroke(&check.view, &check.shape)?, place).map_or(f32::MAX, |(_, d)| d);
                    if away > check.within {
                        return Err(format!("it is {away:.2} u away"));
                    }
                    Ok(())
                }),
            });
        }
        for check in &self.opposite {
            all.push(Statement {
                names: check.points.iter().map(String::as_str).collect(),
                text: format!(
                    "{} opposite each other in {} ({})",
                    check.points.join(", "),
                    check.view,
                    check.source
                ),
                holds: Box::new(|seen| {
                    let (a, b) = (
                        seen.at(&check.points[0], &check.view)?,
                        seen.at(&check.points[1], &check.view)?,
                    );
                    if a.visible() == b.visible() {
                        return Err("both lie on one face".to_owned());
                    }
                    let away = a.at.distance(b.at);
                    if away > check.within {
                        return Err(format!("they are {away:.2} u apart"));
                    }
                    Ok(())
                }),
            });
        }
        all
    }
}

/// Whether all points agree in one coordinate.
fn spread(seen: &Seen<'_>, check: &Level, way: Xy) -> Result<(), String> {
    let mut values = Vec::new();
    for name in &check.points {
        values.push((along(seen.at(name, &check.view)?, way), name));
    }
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ((low, lowest), (high, highest)) = (values[0], values[values.len() - 1]);
    if high - low > check.within {
        return Err(format!("{lowest} and {highest} differ by {:.2} u", high - low));
    }
    Ok(())
}

fn on_line(seen: &Seen<'_>, check: &Line) -> Result<(), String> {
    let (a, b) = (
        seen.at(&check.ends[0], &check.view)?.at,
        seen.at(&check.ends[1], &check.view)?.at,
    );
    let p = seen.at(&check.point, &check.view)?.at;
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = (dx * dx + dy * dy).sqrt();
    let t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (length * length);
    let off = ((p.x - a.x) * dy - (p.y - a.y) * dx).abs() / length;
    if off > check.within {
        return Err(format!("it is {off:.2} u beside the line"));
    }
    let (wanted, slack) = match check.at {
        Some(at) => (at, check.at_within.unwrap_or(0.05)),
        None => (0.5, 0.5),
    };
    if (t - wanted).abs() > slack {
        return Err(format!("it lies at {t:.3} of the way"));
    }
    Ok(())
}

/// The constructions of the atlas: the first place of a point by its code, each further one as `EX-UE9.2`.
fn constructions() -> BTreeMap<String, Construction> {
    let atlas = &hegu::shipped().atlas;
    atlas
        .points()
        .flat_map(|(_, point)| {
            point.places.iter().enumerate().map(|(nth, place)| {
                let name = match nth {
                    0 => point.code.as_str().to_owned(),
                    _ => format!("{}.{}", point.code, nth + 1),
                };
                (name, place.construction.clone())
            })
        })
        .collect()
}

/// Where every name of the checks lies; unknown names are left out.
fn places(
    checks: &[Statement<'_>],
    constructions: &BTreeMap<String, Construction>,
) -> BTreeMap<String, Vec<Placed>> {
    let figure = &hegu::shipped().figure;
    let others = |code: &str| constructions.get(code);
    let names: BTreeSet<&str> = checks
        .iter()
        .flat_map(|check| check.names.iter().copied())
        .chain(constructions.keys().map(String::as_str))
        .collect();
    names
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), figure.named_places(name, &others).ok()?)))
        .collect()
}

#[test]
fn what_the_standard_says_elsewhere_holds_on_the_figure() {
    let checks = Checks::read();
    let statements = checks.statements();
    let constructions = constructions();
    let places = places(&statements, &constructions);
    let seen = Seen {
        places: &places,
        moved: None,
    };
    let unknown: BTreeSet<&str> = statements
        .iter()
        .flat_map(|statement| statement.names.iter().copied())
        .filter(|name| !places.contains_key(*name))
        .collect();
    assert!(unknown.is_empty(), "names nobody knows: {unknown:?}");
    let wrong: Vec<String> = statements
        .iter()
        .filter_map(|statement| {
            let why = (statement.holds)(&seen).err()?;
            Some(format!("{}: {why}", statement.text))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} do not hold:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Places without a second statement, each with its reason.
const UNCHECKED: &[&str] = &[];

#[test]
fn every_place_of_every_point_has_a_second_statement() {
    let checks = Checks::read();
    let statements = checks.statements();
    let spoken: BTreeSet<&str> = statements
        .iter()
        .flat_map(|statement| statement.names.iter().copied())
        .collect();
    let without: Vec<String> = constructions()
        .into_keys()
        .filter(|name| !spoken.contains(name.as_str()) && !UNCHECKED.contains(&name.as_str()))
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

/// One cun of stature: the standard divides it into 75 (general guidelines, II.1), as the figure's unit does.
const CUN: f32 = 1.0;

#[test]
fn a_point_one_cun_off_is_noticed() {
    let checks = Checks::read();
    let statements = checks.statements();
    let constructions = constructions();
    let places = places(&statements, &constructions);
    let (mut noticed, mut survivors) = (0, Vec::new());
    for code in constructions.keys() {
        let ways = [(CUN, 0.0), (-CUN, 0.0), (0.0, CUN), (0.0, -CUN)];
        let unnoticed = ways.into_iter().find(|(x, y)| {
            let by = Xy { x: *x, y: *y };
            let seen = Seen {
                places: &places,
                moved: Some((code.as_str(), by)),
            };
            let contradicted = statements.iter().any(|statement| {
                statement.names.contains(&code.as_str()) && (statement.holds)(&seen).is_err()
            });
            !contradicted && !leaves_the_body(&places[code], by)
        });
        match unnoticed {
            Some((x, y)) => survivors.push(format!("{code} by {x}, {y}")),
            None => noticed += 1,
        }
    }
    // For whoever asks: cargo test --test crosschecks -- --nocapture.
    println!(
        "{noticed} of {} places are noticed whichever way they move by a cun; unnoticed: {}",
        constructions.len(),
        survivors.join("; ")
    );
    // 95 in 100 places of the points of the meridians and of the extra points.
    assert!(
        survivors.len() * 20 <= constructions.len(),
        "{} of {} places may move unnoticed: {}",
        survivors.len(),
        constructions.len(),
        survivors.join("; ")
    );
}

/// Whether a point moved by so much is outside the outline of some view that shows it.
fn leaves_the_body(places: &[Placed], by: Xy) -> bool {
    let figure = &hegu::shipped().figure;
    places.iter().filter(|placed| placed.visible()).any(|placed| {
        let at = Xy {
            x: placed.at.x + by.x,
            y: placed.at.y + by.y,
        };
        let view = figure.view(placed.view);
        let outlines = || {
            view.shapes
                .iter()
                .filter(|shape| shape.role == ShapeRole::Outline)
        };
        let near = |shape: &hegu::domain::figure::view::Shape| {
            nearest(&shape.line, at).is_some_and(|(_, away)| away <= 0.12)
                || (shape.mirrored
                    && nearest(&shape.line, Xy { x: -at.x, y: at.y }).is_some_and(|(_, away)| away <= 0.12))
        };
        let covers = |shape: &hegu::domain::figure::view::Shape| {
            inside(&shape.area, at) || (shape.mirrored && inside(&shape.area, Xy { x: -at.x, y: at.y }))
        };
        !outlines().any(|shape| covers(shape) || near(shape))
    })
}
