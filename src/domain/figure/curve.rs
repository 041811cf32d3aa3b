//! Curves: what a hand-drawn list of control points becomes.

/// A place in the plane of a view, in u; x to the viewer's right, y up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Xy {
    /// To the viewer's right.
    pub x: f32,
    /// Up.
    pub y: f32,
}

/// Short for `Xy { x, y }`.
pub const fn xy(x: f32, y: f32) -> Xy {
    Xy { x, y }
}

impl Xy {
    /// The distance to another place.
    pub fn distance(self, other: Xy) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// Part of the way to another place: 0 here, 1 there.
    pub fn toward(self, other: Xy, t: f32) -> Xy {
        xy(self.x + (other.x - self.x) * t, self.y + (other.y - self.y) * t)
    }

    /// Turned counter-clockwise about the origin.
    pub fn turned(self, degrees: f32) -> Xy {
        let (sin, cos) = degrees.to_radians().sin_cos();
        xy(self.x * cos - self.y * sin, self.x * sin + self.y * cos)
    }

    /// `self + other * factor`.
    pub fn plus(self, other: Xy, factor: f32) -> Xy {
        xy(self.x + other.x * factor, self.y + other.y * factor)
    }
}

/// A control point. At a corner the tangent breaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knot {
    /// Where.
    pub at: Xy,
    /// Whether the tangent breaks here.
    pub corner: bool,
}

/// Longest step between two samples of a curve, u. At 18 dots per u, the largest scale a close-up reaches in
/// 200x60 cells, that is two dots: straight lines between samples cannot be told from the curve.
const STEP: f32 = 0.11;

/// The centripetal Catmull-Rom curve through all knots: it neither loops nor overshoots (Yuksel, Schaefer and
/// Keyser, "Parameterization and applications of Catmull-Rom curves", 2011).
pub fn smooth(knots: &[Knot], closed: bool) -> Vec<Xy> {
    let count = knots.len();
    if count < 2 {
        return knots.iter().map(|knot| knot.at).collect();
    }
    if count == 2 {
        return vec![knots[0].at, knots[1].at];
    }
    let beyond = |from: Xy, end: Xy| xy(2.0 * end.x - from.x, 2.0 * end.y - from.y);
    let segments = if closed { count } else { count - 1 };
    let mut line = Vec::with_capacity(segments * 6);
    for i in 0..segments {
        let (a, b) = (knots[i], knots[(i + 1) % count]);
        let before = match (i, closed) {
            _ if a.corner => beyond(b.at, a.at),
            (0, false) => beyond(b.at, a.at),
            _ => knots[(i + count - 1) % count].at,
        };
        let after = match (i + 2 >= count, closed) {
            _ if b.corner => beyond(a.at, b.at),
            (true, false) => beyond(a.at, b.at),
            _ => knots[(i + 2) % count].at,
        };
        segment(&mut line, [before, a.at, b.at, after]);
    }
    line.push(if closed { knots[0].at } else { knots[count - 1].at });
    line
}

/// Samples of one segment, its end excluded, by the pyramid of Barry and Goldman.
fn segment(line: &mut Vec<Xy>, p: [Xy; 4]) {
    let knot = |a: Xy, b: Xy| a.distance(b).max(1e-6).sqrt();
    let t0 = 0.0;
    let t1 = t0 + knot(p[0], p[1]);
    let t2 = t1 + knot(p[1], p[2]);
    let t3 = t2 + knot(p[2], p[3]);
    let steps = ((p[1].distance(p[2]) / STEP).ceil() as usize).clamp(2, 48);
    for step in 0..steps {
        let t = t1 + (t2 - t1) * step as f32 / steps as f32;
        let mix = |a: Xy, b: Xy, ta: f32, tb: f32| a.toward(b, (t - ta) / (tb - ta));
        let a1 = mix(p[0], p[1], t0, t1);
        let a2 = mix(p[1], p[2], t1, t2);
        let a3 = mix(p[2], p[3], t2, t3);
        let b1 = mix(a1, a2, t0, t2);
        let b2 = mix(a2, a3, t1, t3);
        line.push(mix(b1, b2, t1, t2));
    }
}

/// The length of a polyline.
pub fn length(line: &[Xy]) -> f32 {
    line.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
}

/// The place at an arc length from the beginning; beyond either end along the last straight piece.
pub fn at_length(line: &[Xy], wanted: f32) -> Option<Xy> {
    let (first, last) = (*line.first()?, *line.last()?);
    if line.len() < 2 {
        return Some(first);
    }
    if wanted <= 0.0 {
        let unit = line[1].distance(first).max(1e-6);
        return Some(first.toward(line[1], wanted / unit));
    }
    let mut left = wanted;
    for pair in line.windows(2) {
        let piece = pair[0].distance(pair[1]);
        if left <= piece && piece > 0.0 {
            return Some(pair[0].toward(pair[1], left / piece));
        }
        left -= piece;
    }
    let before = line[line.len() - 2];
    let unit = before.distance(last).max(1e-6);
    Some(before.toward(last, 1.0 + left / unit))
}

/// The arc length at which a polyline comes nearest to a place, and how near.
pub fn nearest(line: &[Xy], place: Xy) -> Option<(f32, f32)> {
    let mut best: Option<(f32, f32)> = line.first().map(|first| (0.0, first.distance(place)));
    let mut walked = 0.0;
    for pair in line.windows(2) {
        let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
        let square = dx * dx + dy * dy;
        let piece = square.sqrt();
        if square > 0.0 {
            let t = (((place.x - pair[0].x) * dx + (place.y - pair[0].y) * dy) / square).clamp(0.0, 1.0);
            let distance = pair[0].toward(pair[1], t).distance(place);
            if best.is_none_or(|(_, least)| distance < least) {
                best = Some((walked + piece * t, distance));
            }
        }
        walked += piece;
    }
    best
}

/// Whether a place lies inside a closed area (even-odd).
pub fn inside(area: &[Xy], place: Xy) -> bool {
    let mut within = false;
    let mut previous = match area.last() {
        Some(last) => *last,
        None => return false,
    };
    for &corner in area {
        if (corner.y > place.y) != (previous.y > place.y)
            && place.x < (previous.x - corner.x) * (place.y - corner.y) / (previous.y - corner.y) + corner.x
        {
            within = !within;
        }
        previous = corner;
    }
    within
}

/// Where the lines through `a` and through `b` cross; `None` when they are parallel.
pub fn crossing(a: (Xy, Xy), b: (Xy, Xy)) -> Option<Xy> {
    let (ax, ay) = (a.1.x - a.0.x, a.1.y - a.0.y);
    let (bx, by) = (b.1.x - b.0.x, b.1.y - b.0.y);
    let area = ax * by - ay * bx;
    if area.abs() < 1e-6 {
        return None;
    }
    let t = ((b.0.x - a.0.x) * by - (b.0.y - a.0.y) * bx) / area;
    Some(a.0.toward(a.1, t))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn knots(points: &[(f32, f32)]) -> Vec<Knot> {
        points
            .iter()
            .map(|&(x, y)| Knot {
                at: xy(x, y),
                corner: false,
            })
            .collect()
    }

    #[test]
    fn a_corner_keeps_its_neighbours_straight() {
        let mut square = knots(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]);
        square[1].corner = true;
        for place in smooth(&square, false) {
            let on_floor = place.y.abs() < 1e-3;
            let on_wall = (place.x - 1.0).abs() < 1e-3;
            assert!(on_floor || on_wall, "{place:?}");
        }
    }

    #[test]
    fn lines_cross_where_they_should() {
        let a = (xy(0.0, 0.0), xy(2.0, 2.0));
        let b = (xy(0.0, 2.0), xy(2.0, 0.0));
        assert!(crossing(a, b).unwrap().distance(xy(1.0, 1.0)) < 1e-5);
        assert_eq!(crossing(a, (xy(0.0, 1.0), xy(2.0, 3.0))), None);
    }

    proptest! {
        #[test]
        fn the_curve_passes_through_every_knot(points in prop::collection::vec((-9.0f32..9.0, -9.0f32..9.0), 3..12), closed: bool) {
            let knots = knots(&points);
            let line = smooth(&knots, closed);
            for knot in &knots {
                let (_, near) = nearest(&line, knot.at).unwrap();
                prop_assert!(near < 1e-2, "{near}");
            }
        }

        #[test]
        fn walking_to_where_a_place_is_nearest_arrives_there(points in prop::collection::vec((-9.0f32..9.0, -9.0f32..9.0), 3..12), t in 0.0f32..1.0) {
            let line = smooth(&knots(&points), false);
            let walked = length(&line) * t;
            let place = at_length(&line, walked).unwrap();
            let (_, near) = nearest(&line, place).unwrap();
            prop_assert!(near < 1e-2, "{near}");
        }

        #[test]
        fn the_middle_of_a_convex_area_is_inside_and_far_away_is_not(radius in 0.5f32..20.0, corners in 3usize..40) {
            let area: Vec<Xy> = (0..corners)
                .map(|i| xy(radius, 0.0).turned(360.0 * i as f32 / corners as f32))
                .collect();
            prop_assert!(inside(&area, xy(0.001, 0.002)));
            prop_assert!(!inside(&area, xy(radius * 1.5, 0.1)));
        }
    }
}
