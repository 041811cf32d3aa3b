//! A person's own points (`points.d/*.toml`): the same reading and the same checks as the shipped ones, at
//! run time. Every problem is named; the points that are right are there all the same.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::both;
use super::pack::Pack;
use super::point::RawPoint;
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::copied;
use crate::domain::atlas::UseText;
use crate::domain::figure::Figure;
use crate::domain::figure::place::no_others;
use crate::domain::point::Point;
use crate::domain::safety::kin::{Kin, Neighbourhood};

/// A file of a person's own: its name and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// The name, as the person knows it.
    pub name: String,
    /// What it says.
    pub text: String,
}

impl OwnFile {
    /// The file as it is read.
    pub fn source(&self) -> Source<'_> {
        Source {
            file: &self.name,
            text: &self.text,
        }
    }
}

/// The largest file that is read, bytes. The shipped atlas has less than a million.
pub const FILE_LIMIT: usize = 100_000_000;

/// What points of a person's own are weighed against: the shipped content, opened once for any number of files.
#[derive(Debug)]
pub struct Scales {
    pack: Pack<'static>,
    figure: Figure,
    uses: Vec<UseText>,
    /// Where the shipped points lie. Only a point that is right so far is measured against them.
    around: OnceLock<Neighbourhood>,
}

impl Scales {
    /// Scales with the shipped content on them.
    pub fn new(pack: Pack<'static>, figure: Figure) -> Scales {
        let uses = pack.uses.iter().cloned();
        Scales {
            uses: uses.filter_map(|raw| raw.into_use(copied).ok()).collect(),
            pack,
            figure,
            around: OnceLock::new(),
        }
    }

    /// Scales for the shipped points themselves: with everything on them but points.
    pub fn without_points(self) -> Scales {
        Scales {
            pack: Pack {
                points: Vec::new(),
                ..self.pack
            },
            around: OnceLock::new(),
            ..self
        }
    }

    fn around(&self) -> &Neighbourhood {
        self.around.get_or_init(|| {
            let raw = self.pack.points.iter().cloned();
            let shipped: Vec<Point> = raw.filter_map(|raw| raw.into_point(copied).ok()).collect();
            Neighbourhood::new(&self.figure, &shipped)
        })
    }

    /// The points of a person's own files that are right, and every problem of the rest.
    pub fn weigh(&self, files: &[OwnFile]) -> (Vec<Point>, Problems) {
        let mut good = Vec::new();
        let mut problems = Problems::default();
        // A code is one point, wherever it stands.
        let mut taken: BTreeMap<String, String> = BTreeMap::new();
        for point in &self.pack.points {
            taken.insert(point.code.as_str().to_lowercase(), String::new());
        }
        for file in files {
            let (entries, found) = super::point::read(file.source());
            problems.extend(found);
            let mut wrong = self.check(&entries);
            let mut wrong_lines: Vec<usize> = wrong.0.iter().map(|problem| problem.line).collect();
            wrong_lines.sort_unstable();
            for entry in entries {
                let code = entry.value.code.as_str().to_owned();
                let mut hurt = entry.place.covers_any(&wrong_lines);
                if let Some(other) = taken.get(&code.to_lowercase()) {
                    let what = match other.as_str() {
                        "" => both!(
                            "{code} is a point of the atlas.",
                            "{code} er et punkt i atlasset."
                        ),
                        other => both!("{code} is already in {other}.", "{code} står allerede i {other}."),
                    };
                    let remedy = both!(
                        "Give your point a code of its own.",
                        "Giv dit punkt en kode for sig selv."
                    );
                    wrong.0.push(entry.place.problem("code", what, remedy));
                    hurt = true;
                }
                let line = entry.place.clone();
                if !hurt && let Ok(mut point) = entry.value.into_point(copied) {
                    let kin = self.kin_of(&point);
                    if !kin.is_empty() && kin.iter().all(|kin| kin.region != point.region) {
                        wrong.0.push(misplaced(&line, &point, &kin));
                        continue;
                    }
                    point.kin = kin.into_iter().map(|kin| kin.code).collect();
                    taken.insert(code.to_lowercase(), file.name.clone());
                    good.push(point);
                }
            }
            problems.extend(wrong);
        }
        (good, problems.sorted())
    }

    /// What is wrong with points beside the rest of the content: uses, rules, evidence, places.
    fn check(&self, points: &[Entry<RawPoint<'_>>]) -> Problems {
        let mut problems = super::uses::check_points(points, &self.uses);
        problems.extend(super::safety::check_points(points, &self.pack.safety));
        problems.extend(super::evidence::check_points(points, &self.pack.evidence));
        problems.extend(super::figure::check_points(points, &self.figure));
        problems
    }

    /// The shipped points around every place of a point, the nearest first.
    fn kin_of(&self, point: &Point) -> Vec<Kin> {
        let around = self.around();
        let mut kin: Vec<Kin> = point
            .places
            .iter()
            .flat_map(|place| around.around(&self.figure, &place.construction, &no_others))
            .collect();
        kin.sort_by(|a, b| a.distance.total_cmp(&b.distance));
        kin
    }
}

/// The problem of a point whose file claims another region than its place has: safety would look for it
/// where it is not.
fn misplaced(line: &Placement, point: &Point, kin: &[Kin]) -> Problem {
    let nearest = &kin[0];
    let (code, said) = (&point.code, point.region.id());
    let (beside, region) = (&nearest.code, nearest.region.id());
    line.problem(
        "region",
        both!(
            "{code} says region = \"{said}\", but its place lies beside {beside}, in \"{region}\".",
            "{code} siger region = \"{said}\", men stedet ligger ved {beside}, i \"{region}\"."
        ),
        both!(
            "Write region = \"{region}\", or construct it elsewhere.",
            "Skriv region = \"{region}\", eller konstruer det et andet sted."
        ),
    )
}

/// The problem of a file that is too large to be read.
pub fn too_large(name: &str, bytes: usize) -> Problem {
    Problem {
        file: name.to_owned(),
        line: 1,
        what: both!(
            "The file has {bytes} bytes, and at most {FILE_LIMIT} are read.",
            "Filen har {bytes} byte, og højst {FILE_LIMIT} bliver læst."
        ),
        remedy: both!("Divide it.", "Del den i flere."),
    }
}
