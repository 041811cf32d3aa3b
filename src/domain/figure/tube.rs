//! Limbs and the trunk as tubes: stations along an axis with four half-widths.
//!
//! One table of stations draws the front, back, inner and outer view of a limb, places a point given as
//! (station, angle) in all of them, and tells on which side it is hidden.

use super::construction::Face;
use super::curve::Xy;
use super::landmark::TorsoPlace;
use crate::domain::words::Text;

/// A limb, or the trunk.
#[derive(Clone, Debug, PartialEq)]
pub struct Tube {
    /// Id used by constructions: `leg`, `forearm`, `trunk`.
    pub id: Text,
    /// Whether stations grow toward the trunk.
    pub grows_proximal: bool,
    /// Whether a station is the height above the sole.
    pub height: bool,
    /// How far from the middle, as a part of the half-width, points at the rim are drawn, so that the
    /// outline stays readable. The data keep the true angle.
    pub rim: f32,
    rows: Vec<Row>,
}

/// The extents of a tube at one station, from its straight axis, u.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The station along the axis.
    pub s: f32,
    /// Lateral, medial, anterior, posterior.
    pub extent: [f32; 4],
}

/// The cross-section of a tube at one station: an ellipse, its middle measured from the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Section {
    /// The middle, toward lateral.
    pub lateral: f32,
    /// The middle, toward anterior.
    pub anterior: f32,
    /// Half the breadth.
    pub breadth: f32,
    /// Half the depth.
    pub depth: f32,
}

/// A place on a tube.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnTube {
    /// Which tube, by its place in the figure's list.
    pub tube: usize,
    /// The station along the axis.
    pub s: f32,
    /// Degrees around it: 0 anterior, 90 lateral, 180 posterior, 270 medial.
    pub theta: f32,
}

impl Tube {
    /// A tube from its rows, in growing order of station. At least two rows.
    pub fn new(id: Text, grows_proximal: bool, height: bool, rim: f32, rows: Vec<Row>) -> Tube {
        Tube {
            id,
            grows_proximal,
            height,
            rim,
            rows,
        }
    }

    /// The rows as written.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// First and last station.
    pub fn span(&self) -> (f32, f32) {
        (
            self.rows.first().map_or(0.0, |row| row.s),
            self.rows.last().map_or(0.0, |row| row.s),
        )
    }

    /// The place `x` to the left of the midline of the trunk, on its front or back; the skin bends away from a
    /// straight measure, so 6 cun beside the midline (SP17 to SP20) still lies before the line down from the armpit.
    pub fn at_lateral(&self, tube: usize, place: TorsoPlace) -> OnTube {
        let section = self.section(place.y);
        let sine = ((place.x - section.lateral) / section.breadth.max(1e-3)).clamp(-0.93, 0.93);
        let front = sine.asin().to_degrees();
        let theta = match place.face {
            Face::Front => front,
            Face::Back => 180.0 - front,
        };
        OnTube {
            tube,
            s: place.y,
            theta: theta.rem_euclid(360.0),
        }
    }

    /// The cross-section at a station; beyond the ends, that of the end.
    pub fn section(&self, s: f32) -> Section {
        let [lateral, medial, anterior, posterior] = self.extent(s);
        Section {
            lateral: (lateral - medial) / 2.0,
            anterior: (anterior - posterior) / 2.0,
            breadth: (lateral + medial) / 2.0,
            depth: (anterior + posterior) / 2.0,
        }
    }

    /// Lateral, medial, anterior and posterior extent at a station.
    fn extent(&self, s: f32) -> [f32; 4] {
        let after = self.rows.partition_point(|row| row.s <= s);
        match after {
            0 => self.rows[0].extent,
            n if n == self.rows.len() => self.rows[n - 1].extent,
            n => {
                let column = |c: usize| self.between(n - 1, c, s);
                [column(0), column(1), column(2), column(3)]
            }
        }
    }

    /// Monotone cubic interpolation between rows `i` and `i + 1`: no overshoot (Fritsch and Carlson, 1980).
    fn between(&self, i: usize, column: usize, s: f32) -> f32 {
        let (a, b) = (&self.rows[i], &self.rows[i + 1]);
        let h = b.s - a.s;
        let t = (s - a.s) / h;
        let (ya, yb) = (a.extent[column], b.extent[column]);
        let (ma, mb) = (self.slope(i, column) * h, self.slope(i + 1, column) * h);
        let (t2, t3) = (t * t, t * t * t);
        ya * (2.0 * t3 - 3.0 * t2 + 1.0)
            + ma * (t3 - 2.0 * t2 + t)
            + yb * (3.0 * t2 - 2.0 * t3)
            + mb * (t3 - t2)
    }

    /// The slope at row `i`: the harmonic mean of the slopes on both sides, 0 at a turning point.
    fn slope(&self, i: usize, column: usize) -> f32 {
        let secant = |i: usize| {
            let (a, b) = (&self.rows[i], &self.rows[i + 1]);
            (b.extent[column] - a.extent[column]) / (b.s - a.s)
        };
        if i == 0 {
            return secant(0);
        }
        if i + 1 == self.rows.len() {
            return secant(i - 1);
        }
        let (left, right) = (secant(i - 1), secant(i));
        if left * right <= 0.0 {
            0.0
        } else {
            2.0 * left * right / (left + right)
        }
    }
}

/// A tube as it lies in one view.
#[derive(Clone, Debug, PartialEq)]
pub struct TubeInView {
    /// Which tube, by its place in the figure's list.
    pub tube: usize,
    /// From which side it is seen: 0 front, 90 lateral, 180 back, 270 medial.
    pub turn: f32,
    /// Where station 0 of the axis lies.
    pub at: Xy,
    /// The direction of growing stations.
    pub along: Xy,
    /// The direction of growing `sin(theta - turn)`.
    pub across: Xy,
    /// The first station shown.
    pub from: f32,
    /// The last.
    pub to: f32,
}

impl TubeInView {
    /// Where a place on the tube is drawn, and its depth: 1 toward the viewer, -1 away. `None` outside the
    /// stretch this view shows.
    pub fn place(&self, tube: &Tube, s: f32, theta: f32) -> Option<(Xy, f32)> {
        // A point exactly at the end of the stretch must not get lost to rounding.
        const SLACK: f32 = 0.05;
        if s < self.from - SLACK || s > self.to + SLACK {
            return None;
        }
        let section = tube.section(s);
        let (sin, cos) = theta.to_radians().sin_cos();
        let (turn_sin, turn_cos) = self.turn.to_radians().sin_cos();
        let (middle, half) = self.silhouette(&section);
        let limit = half * tube.rim;
        let offset = section.breadth * sin * turn_cos - section.depth * cos * turn_sin;
        let offset = middle + offset.clamp(-limit, limit);
        let depth = (theta - self.turn).to_radians().cos();
        Some((self.at.plus(self.along, s).plus(self.across, offset), depth))
    }

    /// The edge of the silhouette at a station; `+1` toward `across`, `-1` away from it.
    pub fn edge(&self, tube: &Tube, s: f32, sign: f32) -> Xy {
        let (middle, half) = self.silhouette(&tube.section(s));
        self.at
            .plus(self.along, s)
            .plus(self.across, middle + half * sign)
    }

    /// The middle and half the width of what one sees of a section.
    fn silhouette(&self, section: &Section) -> (f32, f32) {
        let (sin, cos) = self.turn.to_radians().sin_cos();
        (
            section.lateral * cos - section.anterior * sin,
            (section.breadth * cos).hypot(section.depth * sin),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figure::curve::xy;
    use proptest::prelude::*;

    /// The prototype's calf: wider outside than inside, deeper behind than in front.
    fn calf() -> Tube {
        let rows = [
            (3.0, [1.57, 1.33, 2.40, 2.30]),
            (5.5, [1.35, 1.13, 1.42, 1.85]),
            (14.5, [2.77, 2.20, 2.00, 3.78]),
            (19.4, [2.35, 2.03, 2.45, 2.60]),
        ];
        let rows = rows.into_iter().map(|(s, extent)| Row { s, extent }).collect();
        Tube::new("leg".into(), true, true, 0.8, rows)
    }

    fn seen(turn: f32) -> TubeInView {
        TubeInView {
            tube: 0,
            turn,
            at: xy(3.75, 0.0),
            along: xy(0.0, 1.0),
            across: xy(1.0, 0.0),
            from: 2.0,
            to: 20.0,
        }
    }

    #[test]
    fn a_lateral_point_of_the_left_leg_is_at_the_viewers_right_in_front_and_faces_the_lateral_view() {
        let tube = calf();
        let (front, front_depth) = seen(0.0).place(&tube, 14.5, 62.0).unwrap();
        let (side, side_depth) = seen(90.0).place(&tube, 14.5, 62.0).unwrap();
        assert!(front.x > 3.75 && front_depth > 0.4);
        // In the lateral view of the left leg anterior is at the viewer's left.
        assert!(side_depth > 0.8 && side.x < seen(90.0).edge(&tube, 14.5, 1.0).x);
        let (shin, _) = seen(90.0).place(&tube, 14.5, 0.0).unwrap();
        assert!(shin.x < side.x);
    }

    proptest! {
        #[test]
        fn interpolation_stays_between_its_neighbours(s in 0.0f32..25.0) {
            let tube = calf();
            let rows = tube.rows();
            let got = tube.extent(s);
            let i = rows.partition_point(|row| row.s <= s);
            let (a, b) = (rows[i.saturating_sub(1)], rows[i.min(rows.len() - 1)]);
            for ((got, a), b) in got.iter().zip(a.extent).zip(b.extent) {
                prop_assert!(*got >= a.min(b) - 1e-4 && *got <= a.max(b) + 1e-4);
            }
        }

        #[test]
        fn every_place_lies_inside_the_silhouette_and_opposite_views_disagree_about_depth(
            s in 3.0f32..19.4, theta in 0.0f32..360.0, turn in prop::sample::select(vec![0.0f32, 90.0, 180.0, 270.0])
        ) {
            let tube = calf();
            let (here, depth) = seen(turn).place(&tube, s, theta).unwrap();
            let (there, opposite) = seen(turn + 180.0).place(&tube, s, theta).unwrap();
            prop_assert!((depth + opposite).abs() < 1e-4);
            prop_assert!((here.y - there.y).abs() < 1e-4);
            let (left, right) = (seen(turn).edge(&tube, s, -1.0), seen(turn).edge(&tube, s, 1.0));
            prop_assert!(here.x > left.x && here.x < right.x);
        }
    }
}
