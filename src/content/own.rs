//! A person's own points (`points.d/*.toml`): the same reading and the same checks as the shipped ones, at
//! run time. Every problem is named; the points that are right are there all the same.

use std::collections::BTreeMap;

use super::both;
use super::pack::Pack;
use super::point::RawPoint;
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::copied;
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

impl Pack<'static> {
    /// The points of a person's own files that are right, and every problem of the rest.
    pub fn own_points(&self, files: &[OwnFile], figure: &Figure) -> (Vec<Point>, Problems) {
        let mut good = Vec::new();
        let mut problems = Problems::default();
        let shipped: Vec<Point> = match files.is_empty() {
            true => Vec::new(),
            false => self
                .points
                .iter()
                .filter_map(|raw| raw.clone().into_point(copied).ok())
                .collect(),
        };
        let around = Neighbourhood::new(figure, &shipped);
        // A code is one point, wherever it stands.
        let mut taken: BTreeMap<String, String> = BTreeMap::new();
        for point in &self.points {
            taken.insert(point.code.as_str().to_lowercase(), String::new());
        }
        for file in files {
            let (entries, found) = super::point::read(file.source());
            problems.extend(found);
            let mut wrong = self.check(&entries, figure);
            for entry in entries {
                let code = entry.value.code.as_str().to_owned();
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
                }
                let hurt = wrong
                    .0
                    .iter()
                    .any(|problem| problem.file == file.name && entry.place.covers(problem.line));
                let line = entry.place.clone();
                if !hurt && let Ok(mut point) = entry.value.into_point(copied) {
                    let kin = kin_of(&point, &around);
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
    fn check(&self, points: &[Entry<RawPoint<'_>>], figure: &Figure) -> Problems {
        let uses: Vec<_> = self
            .uses
            .iter()
            .filter_map(|raw| raw.clone().into_use(copied).ok())
            .collect();
        let mut problems = super::uses::check_points(points, &uses);
        problems.extend(super::safety::check_points(points, &self.safety));
        problems.extend(super::evidence::check_points(points, &self.evidence));
        problems.extend(super::figure::check_points(points, figure));
        problems
    }
}

/// The shipped points around every place of a point, the nearest first.
fn kin_of(point: &Point, around: &Neighbourhood<'_>) -> Vec<Kin> {
    let mut kin: Vec<Kin> = point
        .places
        .iter()
        .flat_map(|place| around.around(&place.construction, &no_others))
        .collect();
    kin.sort_by(|a, b| a.distance.total_cmp(&b.distance));
    kin
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
