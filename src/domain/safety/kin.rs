//! Which shipped points lie around a place on the body: what safety knows of a point of a person's own, whose
//! file may say anything about its region and nothing about its cautions.

use super::super::figure::construction::Construction;
use super::super::figure::place::Others;
use super::super::figure::{Figure, Placed};
use super::super::point::{Point, Region};
use super::super::words::Text;

/// So near a shipped point counts as kin, u (1 u is a seventy-fifth of the height, a little more than a
/// thumb's width): a finger that looks for the one may well land on the other.
const NEAR: f32 = 2.5;

/// So many points always say something about a place, however far from all of them it lies.
const FEWEST: usize = 5;

/// A shipped point near a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Kin {
    /// Its code.
    pub code: Text,
    /// Its region.
    pub region: Region,
    /// How far away, u.
    pub distance: f32,
}

/// Where every shipped point shows, for measuring from any place.
#[derive(Debug, Default)]
pub struct Neighbourhood {
    points: Vec<Shown>,
}

/// A point, its region, and where it shows.
#[derive(Debug)]
struct Shown {
    code: Text,
    region: Region,
    at: Vec<Placed>,
}

impl Neighbourhood {
    /// The shipped points on the figure. A point that leads nowhere is near nothing.
    pub fn new(figure: &Figure, shipped: &[Point]) -> Neighbourhood {
        let others = |code: &str| {
            let point = shipped.iter().find(|point| point.code.as_str() == code)?;
            point.places.first().map(|place| &place.construction)
        };
        let points = shipped.iter().map(|point| {
            let places = point.places.iter();
            let seen =
                places.flat_map(|place| figure.resolve(&place.construction, &others).unwrap_or_default());
            Shown {
                code: point.code.as_str().to_owned().into(),
                region: point.region,
                at: seen.collect(),
            }
        });
        Neighbourhood {
            points: points.collect(),
        }
    }

    /// The shipped points around a place, the nearest first: all that are near, and the nearest five in any
    /// case. A place that cannot be found is near nothing.
    pub fn around(&self, figure: &Figure, construction: &Construction, others: Others<'_, '_>) -> Vec<Kin> {
        let here = figure.resolve(construction, others).unwrap_or_default();
        let mut around: Vec<(f32, &Shown)> = self
            .points
            .iter()
            .filter_map(|there| Some((distance(&here, &there.at)?, there)))
            .collect();
        around.sort_by(|a, b| a.0.total_cmp(&b.0));
        let near = around
            .iter()
            .take_while(|(distance, _)| *distance <= NEAR)
            .count();
        around
            .into_iter()
            .take(near.max(FEWEST))
            .map(|(distance, there)| Kin {
                code: there.code.clone(),
                region: there.region,
                distance,
            })
            .collect()
    }
}

/// The distance of two places: the longest of those in the views that show both, because a view from one
/// side may show things behind each other as near.
fn distance(here: &[Placed], there: &[Placed]) -> Option<f32> {
    let mut longest: Option<f32> = None;
    for (nth, first) in here.iter().enumerate() {
        let view = first.view;
        if here[..nth].iter().any(|before| before.view == view) {
            continue;
        }
        let in_view = |placed: &&Placed| placed.view == view && placed.visible();
        let mut shortest: Option<f32> = None;
        for a in here.iter().filter(in_view) {
            for b in there.iter().filter(in_view) {
                let away = a.at.distance(b.at);
                shortest = Some(shortest.map_or(away, |least| least.min(away)));
            }
        }
        if let Some(shortest) = shortest {
            longest = Some(longest.map_or(shortest, |most| most.max(shortest)));
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn around_a_place_lie_the_points_a_finger_could_land_on() {
        let content = crate::shipped();
        let points: Vec<Point> = content.atlas.points().map(|(_, point)| point.clone()).collect();
        let all = Neighbourhood::new(&content.figure, &points);
        let others = |code: &str| {
            let point = points.iter().find(|point| point.code.as_str() == code)?;
            point.places.first().map(|place| &place.construction)
        };
        for (code, regions) in [
            ("LI4", &[Region::Hand, Region::Wrist][..]),
            ("ST9", &[Region::Throat, Region::Neck]),
            ("SP6", &[Region::LowerLeg, Region::Ankle]),
            ("CV12", &[Region::Belly, Region::Chest]),
            ("KI1", &[Region::Foot]),
            ("EX-HN3", &[Region::Face, Region::Head]),
        ] {
            let place = others(code).expect("a point");
            let kin = all.around(&content.figure, place, &others);
            println!(
                "{code}: {:?}",
                kin.iter()
                    .map(|k| format!("{} {:.2} {:?}", k.code, k.distance, k.region))
                    .collect::<Vec<_>>()
            );
            assert!(
                kin[0].distance < 0.01 && kin.iter().take(3).any(|one| one.code == code),
                "{code}: {kin:?}"
            );
            assert!(
                kin.iter().all(|one| regions.contains(&one.region)),
                "{code}: {kin:?}"
            );
        }
    }
}
