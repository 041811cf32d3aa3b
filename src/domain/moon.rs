//! How much of tonight's moon is lit: for the good-night screen, and for nothing else.

use chrono::{DateTime, FixedOffset, TimeZone, Utc};

/// A month of the moon's phases, days. Meeus J, Astronomical Algorithms, 2nd ed., chapter 49.
const SYNODIC_MONTH: f64 = 29.530_588_861;

/// The moon on one evening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moon {
    /// How far through its month it is: 0 new, 0.5 full.
    pub age: f64,
}

impl Moon {
    /// The moon at a moment, from the mean length of its month. The true moon runs up to fourteen hours
    /// ahead or behind, which nobody sees in a drawing eighteen dots wide.
    pub fn at(wall: DateTime<FixedOffset>) -> Moon {
        // A mean new moon: 6 January 2000, 14:20 UTC (Meeus, equation 49.1 for k = 0).
        let new = Utc
            .with_ymd_and_hms(2000, 1, 6, 14, 20, 0)
            .single()
            .expect("a moment that was");
        let days = (wall.with_timezone(&Utc) - new).num_seconds() as f64 / 86_400.0;
        Moon {
            age: (days / SYNODIC_MONTH).rem_euclid(1.0),
        }
    }

    /// The share of the disc that is lit, 0 to 1.
    pub fn lit(self) -> f64 {
        (1.0 - (std::f64::consts::TAU * self.age).cos()) / 2.0
    }

    /// Whether a place on the disc is lit, as seen from the northern half of the earth: x to the right and y
    /// upward, the disc has radius 1. Nothing outside the disc is.
    pub fn is_lit(self, x: f64, y: f64) -> bool {
        let half = 1.0 - y * y;
        if half < 0.0 || x * x > half {
            return false;
        }
        // The line between light and dark is half an ellipse across the disc.
        let edge = (std::f64::consts::TAU * self.age).cos() * half.sqrt();
        if self.age < 0.5 { x >= edge } else { x <= -edge }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moon(text: &str) -> Moon {
        Moon::at(DateTime::parse_from_rfc3339(text).expect("a moment"))
    }

    #[test]
    fn known_moons_look_as_they_looked() {
        // Total eclipses happen at full and at new moon: 14 March 2025 and 8 April 2024 (NASA's catalogues).
        assert!(moon("2025-03-14T06:59:00+00:00").lit() > 0.98);
        assert!(moon("2024-04-08T18:17:00+00:00").lit() < 0.02);
        assert!(moon("2026-08-12T17:46:00+00:00").lit() < 0.02);
        // A week after new moon half of it is lit, the right half.
        let half = moon("2024-04-15T19:13:00+00:00");
        assert!((half.lit() - 0.5).abs() < 0.1);
        assert!(half.is_lit(0.6, 0.0) && !half.is_lit(-0.6, 0.0));
        let waning = moon("2025-03-22T11:29:00+00:00");
        assert!(waning.is_lit(-0.6, 0.0) && !waning.is_lit(0.6, 0.0));
    }

    #[test]
    fn the_lit_share_is_the_share_of_the_disc() {
        for age in [0.02, 0.1, 0.25, 0.4, 0.5, 0.66, 0.9] {
            let moon = Moon { age };
            let (mut disc, mut lit) = (0, 0);
            for x in -100..=100 {
                for y in -100..=100 {
                    let (x, y) = (f64::from(x) / 100.0, f64::from(y) / 100.0);
                    disc += usize::from(x * x + y * y <= 1.0);
                    lit += usize::from(moon.is_lit(x, y));
                }
            }
            let share = lit as f64 / disc as f64;
            assert!(
                (share - moon.lit()).abs() < 0.02,
                "{age}: {share} is not {}",
                moon.lit()
            );
        }
    }
}
