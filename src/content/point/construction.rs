//! A construction as it is written, and what it means.

use super::raw::RawConstruction;
use super::report::{Report, one_of};
use crate::content::both;
use crate::content::text::{Keep, Str};
use crate::domain::figure::construction::{Construction, Direction, Face, Height};

const FACES: &[(&str, Face)] = &[("front", Face::Front), ("back", Face::Back)];
/// The anatomical directions as they are written.
pub const DIRECTIONS: &[(&str, Direction)] = &[
    ("superior", Direction::Superior),
    ("inferior", Direction::Inferior),
    ("medial", Direction::Medial),
    ("lateral", Direction::Lateral),
    ("anterior", Direction::Anterior),
    ("posterior", Direction::Posterior),
    ("proximal", Direction::Proximal),
    ("distal", Direction::Distal),
    ("radial", Direction::Radial),
    ("ulnar", Direction::Ulnar),
];

/// A whole body, cun: from the top of the head to the soles (WHO 2008, general guidelines III.2). Nothing on it
/// is further from anything.
const BODY_CUN: f32 = 75.0;

pub(super) fn convert<'a>(
    raw: RawConstruction<'a>,
    keep: Keep<'a>,
    path: &str,
    report: &mut Report<'_>,
) -> Option<Construction> {
    let given: Vec<&str> = [
        ("landmark", raw.landmark.is_some()),
        ("a", raw.a.is_some()),
        ("b", raw.b.is_some()),
        ("t", raw.t.is_some()),
        ("path", raw.path.is_some()),
        ("at", raw.at.is_some()),
        ("ruler", raw.ruler.is_some()),
        ("from", raw.from.is_some()),
        ("cun", raw.cun.is_some()),
        ("direction", raw.direction.is_some()),
        ("tube", raw.tube.is_some()),
        ("theta", raw.theta.is_some()),
        ("face", raw.face.is_some()),
        ("level", raw.level.is_some()),
        ("lateral_ruler", raw.lateral_ruler.is_some()),
        ("lateral", raw.lateral.is_some()),
    ]
    .into_iter()
    .filter_map(|(key, there)| there.then_some(key))
    .collect();
    let op = raw.op.as_str().to_owned();
    let takes: &[&str] = match op.as_str() {
        "anchor" => &["landmark"],
        "lerp" => &["a", "b", "t"],
        "along" => &["path", "ruler", "from", "cun"],
        "offset" => &["from", "direction", "ruler", "cun"],
        "tube" => &["tube", "ruler", "from", "cun", "theta"],
        "torso" => &[
            "face",
            "level",
            "ruler",
            "from",
            "cun",
            "lateral_ruler",
            "lateral",
        ],
        "intersect" => &["a", "b"],
        "edge" => &["path", "at"],
        _ => {
            report.add(
                &format!("{path}.op"),
                both!("\"{op}\" is no construction.", "\"{op}\" er ingen konstruktion."),
                both!(
                    "Write anchor, lerp, along, offset, tube, torso, intersect or edge.",
                    "Skriv anchor, lerp, along, offset, tube, torso, intersect eller edge."
                ),
            );
            return None;
        }
    };
    for key in &given {
        if !takes.contains(key) {
            let (en, da) = (one_of(takes, "or"), one_of(takes, "eller"));
            report.add(
                &format!("{path}.{key}"),
                both!(
                    "\"{key}\" does not belong to \"{op}\".",
                    "\"{key}\" hører ikke til \"{op}\"."
                ),
                both!("{op} takes {en}.", "{op} tager {da}."),
            );
        }
    }
    for (key, cun) in [("cun", raw.cun), ("lateral", raw.lateral)] {
        if let Some(cun) = cun.filter(|cun| cun.abs() > BODY_CUN) {
            report.add(
                &format!("{path}.{key}"),
                both!(
                    "{cun} cun is longer than a body ({BODY_CUN} cun).",
                    "{cun} cun er længere end en krop ({BODY_CUN} cun)."
                ),
                both!(
                    "Write how far it is in cun, like 6 or 6.5.",
                    "Skriv, hvor langt det er i cun, som 6 eller 6.5."
                ),
            );
            return None;
        }
    }
    let one = |names: Option<Vec<Str<'a>>>, key: &str, report: &mut Report<'_>| {
        let names = report.need(names, key, path)?;
        match <[Str<'a>; 1]>::try_from(names) {
            Ok([name]) => Some(keep(name)),
            Err(_) => {
                report.add(
                    &format!("{path}.{key}"),
                    both!(
                        "\"{key}\" needs one landmark.",
                        "\"{key}\" skal have ét landemærke."
                    ),
                    both!("Write {key} = [\"...\"].", "Skriv {key} = [\"...\"]."),
                );
                None
            }
        }
    };
    let two = |names: Option<Vec<Str<'a>>>, key: &str, report: &mut Report<'_>| {
        let names = report.need(names, key, path)?;
        match <[Str<'a>; 2]>::try_from(names) {
            Ok([from, to]) => Some((keep(from), keep(to))),
            Err(_) => {
                report.add(
                    &format!("{path}.{key}"),
                    both!(
                        "\"{key}\" needs two landmarks.",
                        "\"{key}\" skal have to landemærker."
                    ),
                    both!(
                        "Write {key} = [\"...\", \"...\"].",
                        "Skriv {key} = [\"...\", \"...\"]."
                    ),
                );
                None
            }
        }
    };
    Some(match op.as_str() {
        "anchor" => Construction::Anchor {
            landmark: keep(report.need(raw.landmark, "landmark", path)?),
        },
        "lerp" => {
            let (a, b) = (one(raw.a, "a", report), one(raw.b, "b", report));
            Construction::Lerp {
                a: a?,
                b: b?,
                t: report.need(raw.t, "t", path)?,
            }
        }
        "along" => Construction::Along {
            path: keep(report.need(raw.path, "path", path)?),
            ruler: keep(report.need(raw.ruler, "ruler", path)?),
            from: keep(report.need(raw.from, "from", path)?),
            cun: report.need(raw.cun, "cun", path)?,
        },
        "offset" => {
            let word = report.need(raw.direction, "direction", path)?;
            Construction::Offset {
                from: keep(report.need(raw.from, "from", path)?),
                direction: report.choose(&format!("{path}.direction"), word.as_str(), DIRECTIONS)?,
                ruler: keep(report.need(raw.ruler, "ruler", path)?),
                cun: report.need(raw.cun, "cun", path)?,
            }
        }
        "tube" => Construction::Tube {
            tube: keep(report.need(raw.tube, "tube", path)?),
            ruler: keep(report.need(raw.ruler, "ruler", path)?),
            from: keep(report.need(raw.from, "from", path)?),
            cun: report.need(raw.cun, "cun", path)?,
            theta: report.need(raw.theta, "theta", path)?,
        },
        "torso" => {
            let word = report.need(raw.face, "face", path)?;
            let face = report.choose(&format!("{path}.face"), word.as_str(), FACES)?;
            let height = match (raw.level, raw.ruler) {
                (Some(level), None) => Height::Level(keep(level)),
                (None, Some(ruler)) => Height::Measured {
                    ruler: keep(ruler),
                    from: keep(report.need(raw.from, "from", path)?),
                    cun: report.need(raw.cun, "cun", path)?,
                },
                _ => {
                    report.add(
                        path,
                        both!(
                            "A place on the trunk needs one height.",
                            "Et sted på kroppen skal have én højde."
                        ),
                        both!(
                            "Write level = \"L2\", or ruler, from and cun.",
                            "Skriv level = \"L2\", eller ruler, from og cun."
                        ),
                    );
                    return None;
                }
            };
            Construction::Torso {
                face,
                height,
                ruler: keep(report.need(raw.lateral_ruler, "lateral_ruler", path)?),
                lateral_cun: report.need(raw.lateral, "lateral", path)?,
            }
        }
        "intersect" => {
            let (a, b) = (two(raw.a, "a", report), two(raw.b, "b", report));
            Construction::Intersect { a: a?, b: b? }
        }
        _ => Construction::Edge {
            path: keep(report.need(raw.path, "path", path)?),
            at: report.need(raw.at, "at", path)?,
        },
    })
}
