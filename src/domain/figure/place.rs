//! How a construction becomes a place in every view.

use super::construction::{Construction, Direction, Face, Height};
use super::curve::{Xy, at_length, crossing, length, nearest, xy};
use super::landmark::{Ruler, TorsoPlace};
use super::tube::OnTube;
use super::view::{Drawn, ViewId};
use super::{Figure, Landmark};
use crate::both;
use crate::domain::words::{Text, Words};

/// Points turned farther from the viewer than this are on the far side. A little beyond the rim still counts
/// as seen, because a finger finds it there.
pub const FAR_SIDE: f32 = -0.25;

/// Where a point lies in one view: on the person's left side, or on the side the view shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The view.
    pub view: ViewId,
    /// Where in its plane, u.
    pub at: Xy,
    /// 1 faces the viewer, 0 is on the rim, -1 is on the far side.
    pub depth: f32,
}

impl Placed {
    /// Whether it is on the side one sees.
    pub fn visible(&self) -> bool {
        self.depth > FAR_SIDE
    }
}

/// One measured step of a construction, as a person would say it: "3 cun on this ruler from there".
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The ruler.
    pub ruler: Text,
    /// The landmark or point counted from.
    pub from: Text,
    /// How far.
    pub cun: f32,
}

/// Why a construction leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// What is wrong.
    pub what: Words,
    /// What to write instead.
    pub remedy: Words,
}

fn unplaced<T>(what: Words, remedy: Words) -> Result<T, Unplaced> {
    Err(Unplaced { what, remedy })
}

/// A place on the body before it is seen from anywhere: on tubes, and by hand in views.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// On limbs and trunk.
    pub tubes: Vec<OnTube>,
    /// In views, overruling the tubes there.
    pub views: Vec<Placed>,
}

/// Finds the construction of another point by its code, for constructions that start from a point.
pub type Others<'f, 'c> = &'f dyn Fn(&str) -> Option<&'c Construction>;

/// Knows no other points.
pub fn no_others(_: &str) -> Option<&'static Construction> {
    None
}

/// Deepest nesting of points constructed from points; more means a circle.
const DEEPEST: usize = 8;

impl Construction {
    /// The measured steps, for words and for JSON.
    pub fn measures(&self) -> Vec<Measure> {
        let measure = |ruler: &Text, from: &Text, cun: f32| Measure {
            ruler: ruler.clone(),
            from: from.clone(),
            cun,
        };
        match self {
            Construction::Along { ruler, from, cun, .. }
            | Construction::Offset { ruler, from, cun, .. }
            | Construction::Tube { ruler, from, cun, .. } => vec![measure(ruler, from, *cun)],
            Construction::Torso {
                height: Height::Measured { ruler, from, cun },
                ..
            } => vec![measure(ruler, from, *cun)],
            Construction::Anchor { .. }
            | Construction::Lerp { .. }
            | Construction::Torso { .. }
            | Construction::Intersect { .. }
            | Construction::Edge { .. } => Vec::new(),
        }
    }

    /// The rib space or vertebra it lies at.
    pub fn level(&self) -> Option<&str> {
        match self {
            Construction::Torso {
                height: Height::Level(level),
                ..
            } => Some(level),
            _ => None,
        }
    }

    /// Cun from the midline of the trunk.
    pub fn lateral_cun(&self) -> Option<f32> {
        match self {
            Construction::Torso { lateral_cun, .. } => Some(*lateral_cun),
            _ => None,
        }
    }
}

impl Figure {
    /// Where a construction lies in every view that shows the place, hidden or not.
    pub fn resolve(
        &self,
        construction: &Construction,
        others: Others<'_, '_>,
    ) -> Result<Vec<Placed>, Unplaced> {
        let spot = self.spot(construction, others, 0)?;
        let mut places = self.seen(&spot);
        places.retain(|placed| self.view(placed.view).shows(placed.at));
        if places.is_empty() {
            return unplaced(
                both!(
                    "This construction shows in no view.",
                    "Denne konstruktion ses fra ingen vinkel."
                ),
                both!(
                    "Choose landmarks that share a view, or add the tube to a view.",
                    "Vælg landemærker, der ses fra samme vinkel, eller føj røret til en vinkel."
                ),
            );
        }
        Ok(places)
    }

    /// Where a landmark lies in every view that shows it.
    pub fn landmark_places(&self, landmark: &Landmark) -> Vec<Placed> {
        self.seen(&spot_of(landmark))
    }

    /// Where a named landmark, or a point, lies in every view that shows it.
    pub fn named_places(&self, name: &str, others: Others<'_, '_>) -> Result<Vec<Placed>, Unplaced> {
        Ok(self.seen(&self.named(name, others, 0)?))
    }

    /// The place on the body a construction leads to.
    pub fn spot(
        &self,
        construction: &Construction,
        others: Others<'_, '_>,
        depth: usize,
    ) -> Result<Spot, Unplaced> {
        match construction {
            Construction::Anchor { landmark } => self.named(landmark, others, depth),
            Construction::Lerp { a, b, t } => {
                let (a, b) = (self.named(a, others, depth)?, self.named(b, others, depth)?);
                Ok(self.between(&a, &b, *t))
            }
            Construction::Along {
                path,
                ruler,
                from,
                cun,
            } => self.along(path, ruler, from, *cun),
            Construction::Offset {
                from,
                direction,
                ruler,
                cun,
            } => {
                let start = self.named(from, others, depth)?;
                let way = self.ruler_length(self.need_ruler(ruler)?)? / self.need_ruler(ruler)?.cun * cun;
                Ok(self.moved(&start, *direction, way))
            }
            Construction::Tube {
                tube,
                ruler,
                from,
                cun,
                theta,
            } => {
                let index = self.need_tube(tube)?;
                let s = self.station(index, self.need_ruler(ruler)?, from, *cun)?;
                Ok(Spot {
                    tubes: vec![OnTube {
                        tube: index,
                        s,
                        theta: theta.rem_euclid(360.0),
                    }],
                    views: Vec::new(),
                })
            }
            Construction::Torso {
                face,
                height,
                ruler,
                lateral_cun,
            } => self.torso(*face, height, ruler, *lateral_cun),
            Construction::Intersect { a, b } => {
                let place = |name: &str| -> Result<Vec<Placed>, Unplaced> {
                    Ok(self.seen(&self.named(name, others, depth)?))
                };
                let ends = [place(&a.0)?, place(&a.1)?, place(&b.0)?, place(&b.1)?];
                Ok(Spot {
                    tubes: Vec::new(),
                    views: self.in_common(&ends, |[a0, a1, b0, b1]| {
                        let at = crossing((a0.at, a1.at), (b0.at, b1.at))?;
                        let depth = (a0.depth + a1.depth + b0.depth + b1.depth) / 4.0;
                        Some((at, depth))
                    }),
                })
            }
            Construction::Edge { path, at } => {
                let views: Vec<Placed> = self
                    .ways(path)?
                    .into_iter()
                    .filter_map(|(view, way)| {
                        let place = at_length(&way.line, length(&way.line) * at)?;
                        Some(on_way(view, place, way.hidden))
                    })
                    .collect();
                Ok(Spot {
                    tubes: Vec::new(),
                    views,
                })
            }
        }
    }

    /// The place of a landmark, or of another point by its code.
    fn named(&self, name: &str, others: Others<'_, '_>, depth: usize) -> Result<Spot, Unplaced> {
        if let Some(landmark) = self.landmark(name) {
            return Ok(spot_of(landmark));
        }
        match others(name) {
            Some(_) if depth >= DEEPEST => unplaced(
                both!(
                    "\"{name}\" is constructed from itself.",
                    "\"{name}\" er konstrueret ud fra sig selv."
                ),
                both!("Begin at a landmark.", "Begynd ved et landemærke."),
            ),
            Some(construction) => self.spot(construction, others, depth + 1),
            None => unplaced(
                both!(
                    "There is no landmark or point \"{name}\".",
                    "Der er intet landemærke eller punkt \"{name}\"."
                ),
                both!(
                    "Write the id of a [[landmark]] or the code of a point.",
                    "Skriv id'et på et [[landmark]] eller koden på et punkt."
                ),
            ),
        }
    }

    fn need_ruler(&self, id: &str) -> Result<&Ruler, Unplaced> {
        match self.ruler(id) {
            Some(ruler) => Ok(ruler),
            None => unplaced(
                both!("There is no ruler \"{id}\".", "Der er ingen målestok \"{id}\"."),
                both!("Write the id of a [[ruler]].", "Skriv id'et på en [[ruler]]."),
            ),
        }
    }

    fn need_tube(&self, id: &str) -> Result<usize, Unplaced> {
        match self.tube_named(id) {
            Some(index) => Ok(index),
            None => unplaced(
                both!("There is no tube \"{id}\".", "Der er intet rør \"{id}\"."),
                both!("Write the id of a [[tube]].", "Skriv id'et på et [[tube]]."),
            ),
        }
    }

    /// Every view that shows a spot, in the order of the views.
    pub fn seen(&self, spot: &Spot) -> Vec<Placed> {
        let mut known = vec![None; self.views.len()];
        self.views()
            .filter_map(|(id, _)| self.seen_in(id, spot, &mut known))
            .collect()
    }

    /// Where a spot shows in one view. `known` remembers what was found out about the others: a view pasted
    /// into many is looked at once, and a circle of pasted views ends.
    fn seen_in(&self, id: ViewId, spot: &Spot, known: &mut [Option<Option<Placed>>]) -> Option<Placed> {
        if let Some(found) = known[usize::from(id.0)] {
            return found;
        }
        known[usize::from(id.0)] = Some(None);
        let view = self.view(id);
        let by_hand = || spot.views.iter().find(|placed| placed.view == id).copied();
        let on_tube = || {
            spot.tubes.iter().find_map(|on| {
                let lies = view.tubes.iter().find(|lies| lies.tube == on.tube)?;
                let (at, depth) = lies.place(&self.tubes()[on.tube], on.s, on.theta)?;
                Some(Placed { view: id, at, depth })
            })
        };
        let found = by_hand().or_else(on_tube).or_else(|| {
            let mut hidden = None;
            for part in &view.parts {
                let Some(placed) = self.seen_in(part.view, spot, known) else {
                    continue;
                };
                let placed = Placed {
                    view: id,
                    at: part.fit.apply(placed.at),
                    depth: if part.hidden {
                        -placed.depth.abs().max(0.5)
                    } else {
                        placed.depth
                    },
                };
                if placed.visible() {
                    return Some(placed);
                }
                hidden = hidden.or(Some(placed));
            }
            hidden
        });
        known[usize::from(id.0)] = Some(found);
        found
    }

    /// A place in every view in which all the given ones are.
    fn in_common<const N: usize>(
        &self,
        lists: &[Vec<Placed>; N],
        join: impl Fn([Placed; N]) -> Option<(Xy, f32)>,
    ) -> Vec<Placed> {
        self.views()
            .filter_map(|(view, _)| {
                let mut found = Vec::with_capacity(N);
                for list in lists {
                    found.push(*list.iter().find(|placed| placed.view == view)?);
                }
                let (at, depth) = join(<[Placed; N]>::try_from(found).ok()?)?;
                Some(Placed { view, at, depth })
            })
            .collect()
    }

    /// Part of the way from one spot to another: along the skin where both lie on one tube, else straight in
    /// every view that shows both.
    fn between(&self, a: &Spot, b: &Spot, t: f32) -> Spot {
        let mut tubes = Vec::new();
        for from in &a.tubes {
            for to in b.tubes.iter().filter(|to| to.tube == from.tube) {
                let turn = (to.theta - from.theta + 180.0).rem_euclid(360.0) - 180.0;
                tubes.push(OnTube {
                    tube: from.tube,
                    s: from.s + (to.s - from.s) * t,
                    theta: (from.theta + turn * t).rem_euclid(360.0),
                });
            }
        }
        let joined = self.in_common(&[self.seen(a), self.seen(b)], |[a, b]| {
            Some((a.at.toward(b.at, t), a.depth + (b.depth - a.depth) * t))
        });
        // Where a view has a place by hand, or no tube carries the spot, the straight line is what there is.
        let by_hand = |spot: &Spot, view: ViewId| spot.views.iter().any(|placed| placed.view == view);
        let views = joined
            .into_iter()
            .filter(|placed| tubes.is_empty() || by_hand(a, placed.view) || by_hand(b, placed.view))
            .collect();
        Spot { tubes, views }
    }

    /// Every view that draws a path.
    fn ways(&self, id: &str) -> Result<Vec<(ViewId, &super::view::Way)>, Unplaced> {
        let found: Vec<_> = self
            .views()
            .filter_map(|(view, drawn)| Some((view, drawn.way(id)?)))
            .collect();
        if found.is_empty() {
            return unplaced(
                both!("There is no path \"{id}\".", "Der er ingen linje \"{id}\"."),
                both!("Write the id of a [[path]].", "Skriv id'et på en [[path]]."),
            );
        }
        Ok(found)
    }

    /// So many cun along a path, in every view that draws it and shows the marks of the ruler.
    fn along(&self, path: &str, ruler: &str, from: &str, cun: f32) -> Result<Spot, Unplaced> {
        let ruler = self.need_ruler(ruler)?;
        let mut views = Vec::new();
        for (view, way) in self.ways(path)? {
            let station = |name: &str| -> Option<f32> {
                let places = self.seen(&spot_of(self.landmark(name)?));
                let placed = places.iter().find(|placed| placed.view == view)?;
                Some(nearest(&way.line, placed.at)?.0)
            };
            let marks: Vec<(f32, f32)> = ruler
                .marks()
                .filter_map(|(name, cun)| Some((cun, station(name)?)))
                .collect();
            let Some(start) = self.cun_of(ruler, from, || station(from), &marks) else {
                continue;
            };
            // Beyond the drawn stretch the place is on another side of the body; the slack is the width of a line.
            let drawn = -0.05..=length(&way.line) + 0.05;
            if let Some(walked) = at_cun(&marks, start.0 + start.1 * cun)
                && drawn.contains(&walked)
                && let Some(place) = at_length(&way.line, walked)
            {
                views.push(on_way(view, place, way.hidden));
            }
        }
        if views.is_empty() {
            let ruler = &ruler.id;
            return unplaced(
                both!(
                    "No view shows the path \"{path}\" with the marks of the ruler \"{ruler}\".",
                    "Ingen vinkel viser linjen \"{path}\" med målestokken \"{ruler}\"s mærker."
                ),
                both!(
                    "Place the ruler's landmarks in a view that draws the path.",
                    "Læg målestokkens landemærker i en vinkel, der tegner linjen."
                ),
            );
        }
        self.level_with_the_longest(path, ruler, &mut views)?;
        Ok(Spot {
            tubes: Vec::new(),
            views,
        })
    }

    /// A view along the path foreshortens it, and not evenly: there the height counts, as the view that shows
    /// the path in its full length has it. Only among views that agree about the heights of the ruler's marks.
    fn level_with_the_longest(
        &self,
        path: &str,
        ruler: &Ruler,
        views: &mut [Placed],
    ) -> Result<(), Unplaced> {
        /// Marks this much apart in height are not the same place seen from two sides, u.
        const SAME_HEIGHT: f32 = 0.3;
        let ways = self.ways(path)?;
        let way = |view: ViewId| ways.iter().find(|(id, _)| *id == view).map(|(_, way)| way);
        let long = |placed: &&Placed| way(placed.view).map_or(0.0, |way| length(&way.line));
        let Some(whole) = views.iter().max_by(|a, b| long(a).total_cmp(&long(b))).copied() else {
            return Ok(());
        };
        let marks: Vec<Vec<Placed>> = ruler
            .marks()
            .filter_map(|(name, _)| Some(self.landmark_places(self.landmark(name)?)))
            .collect();
        let upright = |view: ViewId| self.view(view).compass.up.contains(&Direction::Superior);
        for placed in views.iter_mut().filter(|placed| placed.view != whole.view) {
            let agree = marks.iter().all(|places| {
                let height = |view: ViewId| places.iter().find(|p| p.view == view).map(|p| p.at.y);
                match (height(whole.view), height(placed.view)) {
                    (Some(a), Some(b)) => (a - b).abs() < SAME_HEIGHT,
                    _ => true,
                }
            });
            if !(agree && upright(whole.view) && upright(placed.view)) {
                continue;
            }
            let Some(way) = way(placed.view) else { continue };
            let y = whole.at.y;
            let crossings = way.line.windows(2).filter_map(|pair| {
                let (a, b) = (pair[0], pair[1]);
                let crosses = (a.y - y) * (b.y - y) <= 0.0 && a.y != b.y;
                crosses.then(|| a.toward(b, (y - a.y) / (b.y - a.y)))
            });
            let near = |at: &Xy| at.distance(placed.at);
            if let Some(at) = crossings.min_by(|a, b| near(a).total_cmp(&near(b))) {
                placed.at = at;
            }
        }
        Ok(())
    }

    /// Where on a ruler `from` is, and which way one counts: from the far end back, else onward.
    fn cun_of(
        &self,
        ruler: &Ruler,
        from: &str,
        station: impl Fn() -> Option<f32>,
        marks: &[(f32, f32)],
    ) -> Option<(f32, f32)> {
        if from == ruler.to && from != ruler.from {
            return Some((ruler.cun, -1.0));
        }
        if let Some((_, cun)) = ruler.marks().find(|(name, _)| *name == from) {
            return Some((cun, 1.0));
        }
        let swapped: Vec<(f32, f32)> = marks.iter().map(|(cun, s)| (*s, *cun)).collect();
        Some((at_cun(&swapped, station()?)?, 1.0))
    }

    /// The station on a tube so many cun along a ruler.
    fn station(&self, tube: usize, ruler: &Ruler, from: &str, cun: f32) -> Result<f32, Unplaced> {
        let marks: Vec<(f32, f32)> = ruler
            .marks()
            .filter_map(|(name, cun)| Some((cun, self.landmark_station(tube, name)?)))
            .collect();
        let tube_id = &self.tubes()[tube].id;
        if marks.len() < 2 {
            let ruler = &ruler.id;
            return unplaced(
                both!(
                    "The ruler \"{ruler}\" does not lie on the tube \"{tube_id}\".",
                    "Målestokken \"{ruler}\" ligger ikke på røret \"{tube_id}\"."
                ),
                both!(
                    "Name a ruler whose two ends have a station on this tube.",
                    "Nævn en målestok, hvis to ender har en station på dette rør."
                ),
            );
        }
        let start = self.cun_of(ruler, from, || self.landmark_station(tube, from), &marks);
        match start.and_then(|(start, sign)| at_cun(&marks, start + sign * cun)) {
            Some(station) => Ok(station),
            None => {
                let (id, first, last) = (&ruler.id, &ruler.from, &ruler.to);
                unplaced(
                    both!(
                        "\"{from}\" is not on the ruler \"{id}\" along \"{tube_id}\".",
                        "\"{from}\" er ikke på målestokken \"{id}\" langs \"{tube_id}\"."
                    ),
                    both!(
                        "Count from \"{first}\" or \"{last}\".",
                        "Tæl fra \"{first}\" eller \"{last}\"."
                    ),
                )
            }
        }
    }

    /// The station of a landmark on a tube: its own, or its height where stations are heights.
    fn landmark_station(&self, tube: usize, name: &str) -> Option<f32> {
        let landmark = self.landmark(name)?;
        let own = landmark.on.iter().find(|on| on.tube == tube);
        own.or_else(|| {
            landmark
                .on
                .iter()
                .find(|on| self.tubes()[tube].height && self.tubes()[on.tube].height)
        })
        .map(|on| on.s)
    }

    /// A place on the trunk.
    fn torso(&self, face: Face, height: &Height, ruler: &str, lateral_cun: f32) -> Result<Spot, Unplaced> {
        let trunk = self.need_tube("trunk")?;
        let across = self.need_ruler(ruler)?;
        let x = self.ruler_length(across)? / across.cun * lateral_cun;
        let y = match height {
            Height::Level(name) => match self.level(name) {
                Some(level) if level.face == face => level.y + level.slope * x.abs(),
                Some(_) => {
                    return unplaced(
                        both!(
                            "The level \"{name}\" belongs to the other face of the trunk.",
                            "Niveauet \"{name}\" hører til kroppens anden side."
                        ),
                        both!(
                            "Name a level of this face, or the other face.",
                            "Nævn et niveau på denne side, eller den anden side."
                        ),
                    );
                }
                None => {
                    return unplaced(
                        both!("There is no level \"{name}\".", "Der er intet niveau \"{name}\"."),
                        both!("Write the id of a [[level]].", "Skriv id'et på et [[level]]."),
                    );
                }
            },
            Height::Measured { ruler, from, cun } => {
                self.station(trunk, self.need_ruler(ruler)?, from, *cun)?
            }
        };
        let place = TorsoPlace { face, x, y };
        Ok(Spot {
            tubes: vec![self.tubes()[trunk].at_lateral(trunk, place)],
            views: Vec::new(),
        })
    }

    /// The length of a ruler, u: along its path, along a tube, or straight where both ends are seen.
    pub fn ruler_length(&self, ruler: &Ruler) -> Result<f32, Unplaced> {
        let known = |name: &str| self.landmark(name).map(spot_of).unwrap_or_default();
        let (from, to) = (known(&ruler.from), known(&ruler.to));
        let (a, b) = (self.seen(&from), self.seen(&to));
        // A view foreshortens, it never lengthens: the longest is the true one.
        let longest = |lengths: Vec<f32>| lengths.into_iter().reduce(f32::max);
        let common = || {
            a.iter()
                .filter_map(|a| Some((a, b.iter().find(|b| b.view == a.view)?)))
        };
        let found = if let Some(path) = &ruler.path {
            let ways = self.ways(path)?;
            longest(
                common()
                    .filter_map(|(a, b)| {
                        let (_, way) = ways.iter().find(|(view, _)| *view == a.view)?;
                        let (start, end) = (nearest(&way.line, a.at)?.0, nearest(&way.line, b.at)?.0);
                        Some((end - start).abs())
                    })
                    .collect(),
            )
        } else if ruler.mirrored {
            let both = |placed: &&Placed| self.view(placed.view).drawn == Drawn::Both;
            longest(
                common()
                    .filter(|(a, _)| both(a))
                    .map(|(a, b)| a.at.distance(xy(-b.at.x, b.at.y)))
                    .collect(),
            )
        } else {
            let tube = from.tubes.iter().find_map(|on| {
                let end = self.landmark_station(on.tube, &ruler.to)?;
                Some((end - on.s).abs())
            });
            // Along a tube for lengths; across it only the drawn distance counts.
            tube.filter(|length| *length > 0.5)
                .or_else(|| longest(common().map(|(a, b)| a.at.distance(b.at)).collect()))
        };
        match found {
            Some(length) if length > 0.0 => Ok(length),
            _ => {
                let id = &ruler.id;
                unplaced(
                    both!(
                        "The ruler \"{id}\" has no length.",
                        "Målestokken \"{id}\" har ingen længde."
                    ),
                    both!(
                        "Place both its ends in one view, or on one tube.",
                        "Læg begge dens ender i én vinkel eller på ét rør."
                    ),
                )
            }
        }
    }

    /// A spot moved on the body in an anatomical direction.
    fn moved(&self, spot: &Spot, direction: Direction, way: f32) -> Spot {
        let tubes: Vec<OnTube> = spot
            .tubes
            .iter()
            .filter_map(|on| self.moved_on_tube(*on, direction, way))
            .collect();
        let places = if tubes.is_empty() {
            self.seen(spot)
        } else {
            spot.views.clone()
        };
        let views = places
            .into_iter()
            .filter_map(|placed| {
                let (x, y, toward) = self.view(placed.view).compass.way(direction)?;
                let depth = if toward == 0.0 { placed.depth } else { toward };
                Some(Placed {
                    at: placed.at.plus(xy(x, y), way),
                    depth,
                    ..placed
                })
            })
            .collect();
        Spot { tubes, views }
    }

    fn moved_on_tube(&self, on: OnTube, direction: Direction, way: f32) -> Option<OnTube> {
        let tube = &self.tubes()[on.tube];
        let onward = if tube.grows_proximal { way } else { -way };
        let target = match direction {
            Direction::Superior | Direction::Proximal => {
                return Some(OnTube {
                    s: on.s + onward,
                    ..on
                });
            }
            Direction::Inferior | Direction::Distal => {
                return Some(OnTube {
                    s: on.s - onward,
                    ..on
                });
            }
            Direction::Anterior => 0.0,
            Direction::Lateral | Direction::Radial => 90.0,
            Direction::Posterior => 180.0,
            Direction::Medial | Direction::Ulnar => 270.0,
        };
        let section = tube.section(on.s);
        let (sin, cos) = on.theta.to_radians().sin_cos();
        if tube.id == "trunk" && matches!(direction, Direction::Lateral | Direction::Medial) {
            // Cun on the trunk are measured straight across, as the rulers are.
            let sign = if direction == Direction::Lateral {
                1.0
            } else {
                -1.0
            };
            let x = section.lateral + section.breadth * sin + way * sign;
            let face = if cos >= 0.0 { Face::Front } else { Face::Back };
            return Some(tube.at_lateral(on.tube, TorsoPlace { face, x, y: on.s }));
        }
        // Around a limb the way is an arc of its elliptic section.
        let arc = (section.breadth * cos).hypot(section.depth * sin).max(1e-3);
        let turn = (target - on.theta + 180.0_f32).rem_euclid(360.0) - 180.0;
        let step = (way / arc).to_degrees().copysign(turn * way);
        Some(OnTube {
            theta: (on.theta + step).rem_euclid(360.0),
            ..on
        })
    }
}

fn on_way(view: ViewId, at: Xy, hidden: bool) -> Placed {
    Placed {
        view,
        at,
        depth: if hidden { -1.0 } else { 1.0 },
    }
}

/// The spot of a landmark.
pub fn spot_of(landmark: &Landmark) -> Spot {
    Spot {
        tubes: landmark.on.clone(),
        views: landmark
            .at
            .iter()
            .map(|at| Placed {
                view: at.view,
                at: at.at,
                depth: at.depth,
            })
            .collect(),
    }
}

/// The second number at a first one, between marks of both: piecewise even, the end pieces continued. `None`
/// with fewer than two marks.
fn at_cun(marks: &[(f32, f32)], wanted: f32) -> Option<f32> {
    let mut marks = marks.to_vec();
    marks.sort_by(|a, b| a.0.total_cmp(&b.0));
    marks.dedup_by(|a, b| (a.0 - b.0).abs() < 1e-6);
    if marks.len() < 2 {
        return None;
    }
    let after = marks
        .partition_point(|(first, _)| *first <= wanted)
        .clamp(1, marks.len() - 1);
    let (a, b) = (marks[after - 1], marks[after]);
    Some(a.1 + (b.1 - a.1) * (wanted - a.0) / (b.0 - a.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_ruler_is_even_between_its_marks_and_goes_on_beyond() {
        // Hairline 0, ear apex line 5, rear hairline 12: anchors overrule.
        let marks = [(0.0, 0.0), (5.0, 10.0), (12.0, 17.0)];
        for (cun, s) in [(2.5, 5.0), (5.0, 10.0), (6.0, 11.0), (-1.0, -2.0), (13.0, 18.0)] {
            assert!((at_cun(&marks, cun).unwrap() - s).abs() < 1e-4, "{cun}");
        }
        assert_eq!(at_cun(&marks[..1], 1.0), None);
    }

    proptest! {
        #[test]
        fn reading_a_ruler_backwards_gives_the_cun_again(cun in -2.0f32..20.0) {
            let marks = [(0.0, 3.1), (13.0, 16.0), (15.0, 19.6)];
            let swapped: Vec<(f32, f32)> = marks.iter().map(|(a, b)| (*b, *a)).collect();
            let s = at_cun(&marks, cun).unwrap();
            prop_assert!((at_cun(&swapped, s).unwrap() - cun).abs() < 1e-3);
        }
    }
}
