//! How to find a point: its landmarks, the ruler with its ticks, and the person's own fingers laid on the
//! body, all from the same construction that places the dot.

use super::construction::{Construction, Height};
use super::curve::{Xy, xy};
use super::label::{write, write_near};
use super::picture::{Ink, Picture};
use super::place::{Others, Placed};
use super::scene::{Rendering, Scene};
use super::view::{Bounds, View, ViewId};
use super::{Camera, Figure, Unplaced};
use crate::domain::words::{Text, Words};

/// How to find one point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    /// The landmarks it follows from.
    pub landmarks: Vec<Mark>,
    /// Straight lines between landmarks.
    pub guides: Vec<(Vec<Placed>, Vec<Placed>)>,
    /// The rulers: at most one along and one across.
    pub rules: Vec<Rule>,
}

/// A landmark as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its name.
    pub name: Words,
    /// Where it is.
    pub places: Vec<Placed>,
}

/// A ruler from where one counts to the point.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its ticks, one a cun, the last at the end.
    pub ticks: Vec<Tick>,
    /// The fingers that measure it, laid one after another; none where fingers do not.
    pub fingers: Vec<Fingers>,
}

/// One tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// How many cun.
    pub cun: f32,
    /// Where it is.
    pub places: Vec<Placed>,
}

/// Fingers laid side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fingers {
    /// The thumb across its joint: 1 cun (WHO 2008).
    Thumb,
    /// Index and middle finger: 1.5 cun (common practice).
    Two,
    /// Three fingers: about 2 cun (common practice).
    Three,
    /// Index to little finger: 3 cun (WHO 2008).
    Four,
}

impl Fingers {
    /// How many cun they measure.
    pub fn cun(self) -> f32 {
        match self {
            Fingers::Thumb => 1.0,
            Fingers::Two => 1.5,
            Fingers::Three => 2.0,
            Fingers::Four => 3.0,
        }
    }

    /// How many there are.
    pub fn count(self) -> usize {
        match self {
            Fingers::Thumb => 1,
            Fingers::Two => 2,
            Fingers::Three => 3,
            Fingers::Four => 4,
        }
    }

    /// The fingers that measure a distance, largest first; none for a distance fingers do not measure well:
    /// odd fractions, and more than seven cun.
    pub fn measuring(cun: f32) -> Vec<Fingers> {
        let mut left = cun.abs();
        let mut fingers = Vec::new();
        if left > 7.05 {
            return fingers;
        }
        for hand in [Fingers::Four, Fingers::Three, Fingers::Two, Fingers::Thumb] {
            // 2.5 is two fingers and a thumb, not three fingers and half of one.
            if hand == Fingers::Three && (left - 2.5).abs() < 0.05 {
                continue;
            }
            while left + 0.05 >= hand.cun() {
                fingers.push(hand);
                left -= hand.cun();
            }
        }
        if left.abs() < 0.05 { fingers } else { Vec::new() }
    }

    /// How much shorter than the longest each finger is, in finger widths, beginning where one counts from:
    /// the little finger lies on the landmark.
    fn tips(self) -> &'static [f32] {
        match self {
            Fingers::Thumb => &[0.0],
            Fingers::Two => &[0.0, 0.3],
            Fingers::Three => &[0.25, 0.0, 0.3],
            Fingers::Four => &[0.9, 0.25, 0.0, 0.3],
        }
    }
}

impl Finding {
    /// How many steps the drawing has: the landmarks, the ruler, and each finger.
    pub fn steps(&self) -> usize {
        let fingers = self.rules.iter().flat_map(|rule| &rule.fingers);
        2 + fingers.map(|hand| hand.count()).sum::<usize>()
    }
}

impl Figure {
    /// How to find the point a construction leads to.
    pub fn finding(&self, construction: &Construction, others: Others<'_, '_>) -> Result<Finding, Unplaced> {
        let mut finding = Finding::default();
        let mark = |name: &Text| -> Result<Mark, Unplaced> {
            let words = self.landmark(name).map(|landmark| landmark.name.clone());
            Ok(Mark {
                name: words.unwrap_or_else(|| Words {
                    en: name.clone(),
                    da: name.clone(),
                }),
                places: self.named_places(name, others)?,
            })
        };
        let ticks = |cun: f32, at: &dyn Fn(f32) -> Construction| -> Result<Rule, Unplaced> {
            let mut ticks = Vec::new();
            for cun in counts(cun) {
                let places = self.resolve(&at(cun), others)?;
                ticks.push(Tick { cun, places });
            }
            Ok(Rule {
                ticks,
                fingers: Fingers::measuring(cun),
            })
        };
        match construction {
            Construction::Anchor { landmark } => finding.landmarks.push(mark(landmark)?),
            Construction::Lerp { a, b, .. } => {
                let (a, b) = (mark(a)?, mark(b)?);
                finding.guides.push((a.places.clone(), b.places.clone()));
                finding.landmarks.extend([a, b]);
            }
            Construction::Intersect { a, b } => {
                for (from, to) in [a, b] {
                    let (from, to) = (mark(from)?, mark(to)?);
                    finding.guides.push((from.places.clone(), to.places.clone()));
                    finding.landmarks.extend([from, to]);
                }
            }
            Construction::Edge { .. } => {}
            Construction::Along { from, cun, .. }
            | Construction::Offset { from, cun, .. }
            | Construction::Tube { from, cun, .. } => {
                finding.landmarks.push(mark(from)?);
                finding
                    .rules
                    .push(ticks(*cun, &|cun| with_cun(construction, cun))?);
            }
            Construction::Torso {
                height, lateral_cun, ..
            } => {
                match height {
                    Height::Measured { from, cun, .. } => {
                        finding.landmarks.push(mark(from)?);
                        if cun.abs() > 0.01 {
                            let middle = with_lateral(construction, 0.0);
                            finding.rules.push(ticks(*cun, &|cun| with_cun(&middle, cun))?);
                        }
                    }
                    Height::Level(level) => finding.landmarks.push(Mark {
                        name: Words {
                            en: level.clone(),
                            da: level.clone(),
                        },
                        places: self.resolve(&with_lateral(construction, 0.0), others)?,
                    }),
                }
                if lateral_cun.abs() > 0.01 {
                    finding
                        .rules
                        .push(ticks(*lateral_cun, &|cun| with_lateral(construction, cun))?);
                }
            }
        }
        Ok(finding)
    }
}

impl Finding {
    /// Where to look and how near: the landmarks, the whole ruler and the point fill the middle of the
    /// picture, and enough of the body stays around them to know where one is.
    pub fn camera(&self, view: &View, id: ViewId, point: Option<Placed>) -> Camera {
        /// The least of the body shown around the measurement, u, and as a part of the view's height.
        const AROUND: f32 = 3.4;
        const PART: f32 = 0.24;
        /// Nearer than this one loses one's bearings.
        const NEAREST: f32 = 2.4;
        let around = AROUND.max(view.bounds.height() * PART);
        let ticks = self.rules.iter().flat_map(|rule| &rule.ticks);
        let places = ticks
            .flat_map(|tick| &tick.places)
            .chain(self.landmarks.iter().flat_map(|mark| &mark.places))
            .chain(&point)
            .filter(|placed| placed.view == id);
        let mut seen: Option<Bounds> = None;
        for placed in places {
            let (x, y) = (placed.at.x, placed.at.y);
            let known = seen.unwrap_or(Bounds {
                x0: x,
                y0: y,
                x1: x,
                y1: y,
            });
            seen = Some(Bounds {
                x0: known.x0.min(x),
                y0: known.y0.min(y),
                x1: known.x1.max(x),
                y1: known.y1.max(y),
            });
        }
        let Some(seen) = seen else {
            return Camera::default();
        };
        // Fingers reach across the ruler.
        let reach = if self.rules.iter().any(|rule| !rule.fingers.is_empty()) {
            3.0
        } else {
            0.0
        };
        let all = view.bounds;
        let wide = all.width() / (seen.width() + 2.0 * (around + reach));
        let high = all.height() / (seen.height() + 2.0 * around);
        let zoom = wide.max(high).clamp(1.0, NEAREST);
        if zoom < 1.15 {
            return Camera::default();
        }
        // The middle never wanders so far that half the picture is empty.
        let keep = |middle: f32, low: f32, high: f32| {
            let half = (high - low) / zoom / 2.0;
            middle.clamp(low + half, high - half)
        };
        let middle = seen.centre();
        Camera {
            zoom,
            centre: Some(xy(keep(middle.x, all.x0, all.x1), keep(middle.y, all.y0, all.y1))),
        }
    }
}

/// 0, 1, 2 ... and the end itself.
fn counts(cun: f32) -> Vec<f32> {
    let whole = (cun.abs() + 0.01).floor() as i32;
    let mut counts: Vec<f32> = (0..=whole).map(|n| n as f32 * cun.signum()).collect();
    if cun.abs() - whole as f32 > 0.05 {
        counts.push(cun);
    }
    counts
}

/// The same construction so many cun from where it counts.
fn with_cun(construction: &Construction, wanted: f32) -> Construction {
    let mut changed = construction.clone();
    match &mut changed {
        Construction::Along { cun, .. }
        | Construction::Offset { cun, .. }
        | Construction::Tube { cun, .. }
        | Construction::Torso {
            height: Height::Measured { cun, .. },
            ..
        } => *cun = wanted,
        _ => {}
    }
    changed
}

/// The same construction so many cun from the midline.
fn with_lateral(construction: &Construction, wanted: f32) -> Construction {
    let mut changed = construction.clone();
    if let Construction::Torso { lateral_cun, .. } = &mut changed {
        *lateral_cun = wanted;
    }
    changed
}

/// A rule as it lies in one picture.
struct Laid {
    /// The ticks: cun and place.
    ticks: Vec<(f32, Xy)>,
    /// Across the ruler, toward the person who measures.
    across: Xy,
    /// How far the fingers reach along `across`.
    reach: f32,
}

/// How far the fingertips reach beyond the ruler, in u.
const BEYOND: f32 = 0.5;
/// How much of the hand is seen, u: at least the fingers; at most the hand to the wrist, which is 8.3 long (ANSUR II).
const SHORTEST: f32 = 3.2;
const LONGEST: f32 = 6.0;
/// From the ruler to the knuckles, u: a hand less its palm is 3.3 (ANSUR II), and half a u lies beyond the ruler.
const KNUCKLES: f32 = 3.3 - BEYOND;

fn lay(scene: &Scene<'_>, rule: &Rule) -> Option<Laid> {
    let view = view_id(scene, rule)?;
    let ticks: Vec<(f32, Xy)> = rule
        .ticks
        .iter()
        .filter_map(|tick| {
            let placed = tick.places.iter().find(|placed| placed.view == view)?;
            Some((tick.cun, scene.frame.sided(placed.at)))
        })
        .collect();
    let (first, last) = (ticks.first()?.1, ticks.last()?.1);
    let length = first.distance(last);
    if length < 0.05 {
        return None;
    }
    let along = straightened(xy((last.x - first.x) / length, (last.y - first.y) / length));
    // The ruler is laid straight through the point: on a tapering limb the skin runs at a slant, but nobody
    // lays a ruler so.
    let ticks: Vec<(f32, Xy)> = ticks
        .into_iter()
        .map(|(cun, at)| {
            let way = (at.x - last.x) * along.x + (at.y - last.y) * along.y;
            (cun, last.plus(along, way))
        })
        .collect();
    let first = ticks.first()?.1;
    // Fingers come from the viewer's right, or from below where the ruler runs across; never over the words.
    let mut across = xy(along.y, -along.x);
    let seen = scene.frame.seen_direction(across);
    let away = if seen.y.abs() > seen.x.abs() {
        seen.y > 0.0
    } else {
        seen.x < 0.0
    };
    if away {
        across = xy(-across.x, -across.y);
    }
    let middle = first.toward(last, 0.5);
    let off_body = (4..40)
        .map(|step| step as f32 * 0.2)
        .find(|way| !scene.view.on_body(middle.plus(across, *way)));
    // So that the hand is seen to come from beside the body, but no longer than a hand.
    let reach = (off_body.unwrap_or(6.0) + 1.4).clamp(SHORTEST, LONGEST);
    Some(Laid { ticks, across, reach })
}

/// A direction made upright or level if it nearly is.
fn straightened(along: Xy) -> Xy {
    // tan 25 degrees.
    const NEARLY: f32 = 0.47;
    if along.x.abs() <= along.y.abs() * NEARLY {
        xy(0.0, along.y.signum())
    } else if along.y.abs() <= along.x.abs() * NEARLY {
        xy(along.x.signum(), 0.0)
    } else {
        along
    }
}

/// The view of the scene, if the rule shows in it.
fn view_id(scene: &Scene<'_>, rule: &Rule) -> Option<ViewId> {
    let shown = scene.view_id;
    rule.ticks
        .first()?
        .places
        .iter()
        .any(|placed| placed.view == shown)
        .then_some(shown)
}

/// Every line of a finding, up to a step.
pub(super) fn lines(scene: &Scene<'_>, finding: &Finding, steps: usize) -> Vec<(Ink, Vec<Xy>)> {
    let mut lines = Vec::new();
    if steps < 2 {
        return lines;
    }
    for (a, b) in &finding.guides {
        let at = |places: &[Placed]| {
            let placed = places.iter().find(|placed| placed.view == scene.view_id)?;
            Some(scene.frame.sided(placed.at))
        };
        if let (Some(a), Some(b)) = (at(a), at(b)) {
            lines.push((Ink::Ruler, vec![a, b]));
        }
    }
    for rule in &finding.rules {
        let Some(laid) = lay(scene, rule) else { continue };
        lines.push((Ink::Ruler, laid.ticks.iter().map(|(_, at)| *at).collect()));
        for (_, at) in &laid.ticks {
            let ends = vec![at.plus(laid.across, -0.22), at.plus(laid.across, 0.22)];
            lines.push((Ink::Ruler, ends));
        }
    }
    lines
}

/// A finger laid on the body.
pub(super) struct Bar {
    /// Its edge: round at the tip, open at the hand. What lies under it is hidden.
    pub outline: Vec<Xy>,
    /// The middle of the round of the tip, half a breadth from there toward the hand, and the finger's edge beside it.
    pub frame: [Xy; 3],
    /// Which it is.
    pub part: HandPart,
}

/// A part of a hand that is laid on the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HandPart {
    /// A finger.
    Finger,
    /// The back of the hand, from the knuckles on.
    Back,
}

impl Bar {
    /// How bright a finger is, beside the skin it lies on, at a place: `side` from its middle, -1 and 1 at the
    /// edges, and `along` from the middle of the tip's round toward the hand, in half breadths. Round as a finger
    /// is, with a nail and the creases of two joints.
    pub fn brightness(&self, side: f32, along: f32) -> f32 {
        /// Breadths of a finger from the tip to its end joint and to its middle joint, a little shortened.
        const JOINTS: [f32; 2] = [2.7, 6.2];
        if self.part == HandPart::Back {
            // Flatter than a finger.
            return 0.84 + 0.22 * (1.0 - side.powi(4)).max(0.0);
        }
        let round = (1.0 - side * side * 0.92).max(0.0).sqrt();
        let mut bright = 0.72 + 0.46 * round;
        if side.abs() < 0.62 && (-0.6..0.75).contains(&along) {
            bright += 0.16;
        } else if side.abs() < 0.7 && JOINTS.iter().any(|joint| (along - joint).abs() < 0.22) {
            bright -= 0.12;
        }
        bright
    }
}

/// Every finger laid on the body, up to a step.
pub(super) fn bars(scene: &Scene<'_>, finding: &Finding, steps: usize) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut shown = steps.saturating_sub(2);
    for rule in &finding.rules {
        let Some(laid) = lay(scene, rule) else { continue };
        let mut from = 0.0;
        for hand in &rule.fingers {
            let fingers = hand_bars(&laid, *hand, from);
            // The back of the hand comes with its first finger.
            let there = hand.count().min(shown);
            shown -= there;
            let back = fingers.len() - hand.count();
            bars.extend(fingers.into_iter().take(back + there));
            from += hand.cun();
        }
    }
    bars
}

/// The place so many cun along a laid ruler, whichever way it counts.
fn at_cun(laid: &Laid, cun: f32) -> Xy {
    for pair in laid.ticks.windows(2) {
        let ((a, from), (b, to)) = (pair[0], pair[1]);
        if cun <= b.abs() + 0.01 {
            return from.toward(to, (cun - a.abs()) / (b.abs() - a.abs()).max(0.01));
        }
    }
    laid.ticks.last().map(|(_, at)| *at).unwrap_or_default()
}

/// One group of fingers as rounded bars side by side.
fn hand_bars(laid: &Laid, hand: Fingers, from: f32) -> Vec<Bar> {
    let (start, end) = (at_cun(laid, from), at_cun(laid, from + hand.cun()));
    let count = hand.count() as f32;
    let width = start.distance(end) / count;
    let mut bars = Vec::new();
    if hand != Fingers::Thumb && laid.reach > KNUCKLES {
        let middle = start.toward(end, 0.5);
        let at = |side: Xy, along: f32| side.plus(laid.across, along);
        // A little in from the outermost fingers, round where the outer knuckles are.
        let (low, high) = (start.toward(end, 0.04), end.toward(start, 0.04));
        bars.push(Bar {
            outline: vec![
                at(low, laid.reach),
                at(low, KNUCKLES + width * 0.5),
                at(low.toward(high, 0.5 / count), KNUCKLES),
                at(high.toward(low, 0.5 / count), KNUCKLES),
                at(high, KNUCKLES + width * 0.5),
                at(high, laid.reach),
            ],
            frame: [
                at(middle, KNUCKLES),
                at(middle, KNUCKLES + width),
                at(end, KNUCKLES),
            ],
            part: HandPart::Back,
        });
    }
    // A thumb is shorter than a finger and comes from beside the hand.
    let reach = laid.reach.min(if hand == Fingers::Thumb {
        KNUCKLES
    } else {
        KNUCKLES + 0.2
    });
    for (nth, shorter) in hand.tips().iter().enumerate() {
        let low = start.toward(end, nth as f32 / count);
        let high = start.toward(end, (nth as f32 + 1.0) / count);
        let tip = -BEYOND + shorter * width;
        bars.push(bar(low, high, laid.across, tip, reach));
    }
    bars
}

/// A finger between two lines: open at the hand, round at the tip.
fn bar(low: Xy, high: Xy, across: Xy, tip: f32, reach: f32) -> Bar {
    const ROUND: usize = 9;
    let radius = low.distance(high) / 2.0;
    // A little slimmer than its share, so that neighbours stay two.
    let (low, high) = (low.toward(high, 0.06), high.toward(low, 0.06));
    let middle = low.toward(high, 0.5);
    let mut line = vec![low.plus(across, reach)];
    for n in 0..=ROUND {
        let (sin, cos) = (std::f32::consts::PI * n as f32 / ROUND as f32).sin_cos();
        let side = middle.toward(low, cos);
        line.push(side.plus(across, tip + radius * (1.0 - sin)));
    }
    line.push(high.plus(across, reach));
    let round = middle.plus(across, tip + radius);
    Bar {
        outline: line,
        frame: [
            round,
            round.plus(across, radius),
            round.plus(xy(high.x - middle.x, high.y - middle.y), 1.0),
        ],
        part: HandPart::Finger,
    }
}

/// The words of a finding: what the ruler says, and the names of the landmarks.
pub(super) fn write_words(picture: &mut Picture, scene: &Scene<'_>, finding: &Finding, steps: usize) {
    for mark in &finding.landmarks {
        let Some(placed) = mark.places.iter().find(|placed| placed.view == scene.view_id) else {
            continue;
        };
        let (column, row) = scene.frame.point_cell(placed.at);
        if let Some(cell) = picture.cell_mut(column, row) {
            cell.glyph = '+';
            cell.ink = Ink::Landmark;
            cell.color = None;
        }
    }
    if steps < 2 {
        return;
    }
    for rule in &finding.rules {
        let Some(laid) = lay(scene, rule) else { continue };
        let fingers = !rule.fingers.is_empty();
        // Long rulers are numbered at their ends and in the middle only.
        let every = if laid.ticks.len() > 9 { 4 } else { 1 };
        let last = laid.ticks.len() - 1;
        for (nth, (cun, at)) in laid.ticks.iter().enumerate() {
            if nth % every != 0 && nth != last {
                continue;
            }
            let text = if cun.fract().abs() > 0.01 {
                format!("{:.1}", cun.abs())
            } else {
                format!("{:.0}", cun.abs())
            };
            let out = if fingers { laid.reach + 0.3 } else { 0.5 };
            let dot = scene.frame.dot(at.plus(laid.across, out));
            let column = ((dot.x / 2.0).floor() as i32 + 1).clamp(
                0,
                (i32::from(picture.width()) - text.chars().count() as i32).max(0),
            );
            let row = (dot.y / 4.0).floor() as i32;
            let free = picture
                .cell_mut(column, row)
                .is_some_and(|cell| cell.ink < Ink::Number);
            if free {
                write(picture, column, row, &text, Ink::Number);
            }
        }
    }
}

/// The names of the landmarks, after everything else has its place.
pub(super) fn write_names(picture: &mut Picture, scene: &Scene<'_>, finding: &Finding) {
    for mark in &finding.landmarks {
        let Some(placed) = mark.places.iter().find(|placed| placed.view == scene.view_id) else {
            continue;
        };
        let (column, row) = scene.frame.point_cell(placed.at);
        // No room is no loss: the words beside the picture name the landmark too.
        write_near(picture, column, row, mark.name.get(scene.lang), Ink::LandmarkName);
    }
}

impl Rendering {
    /// Whether only letters may be used.
    pub fn is_ascii(self) -> bool {
        self == Rendering::Ascii
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fingers_measure_as_the_practice_says() {
        use Fingers::*;
        for (cun, fingers) in [
            (1.0, vec![Thumb]),
            (1.5, vec![Two]),
            (2.0, vec![Three]),
            (2.5, vec![Two, Thumb]),
            (3.0, vec![Four]),
            (4.0, vec![Four, Thumb]),
            (5.0, vec![Four, Three]),
            (-6.0, vec![Four, Four]),
            (0.5, vec![]),
            (8.0, vec![]),
        ] {
            assert_eq!(Fingers::measuring(cun), fingers, "{cun}");
        }
    }

    #[test]
    fn a_ruler_is_counted_to_its_end() {
        assert_eq!(counts(3.0), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(counts(-1.5), [0.0, -1.0, -1.5]);
    }

    proptest! {
        #[test]
        fn laid_fingers_end_exactly_at_the_point(cun in 0.0f32..9.0) {
            let fingers = Fingers::measuring(cun);
            let sum: f32 = fingers.iter().map(|hand| hand.cun()).sum();
            prop_assert!(fingers.is_empty() || (sum - cun).abs() < 0.06);
        }
    }
}
