//! `assets/categories.toml`: what tradition means by each category of points, and what its members stand for.

use serde::{Deserialize, Serialize};

use super::point::RawPoint;
use super::problem::{Problem, Problems};
use super::source::{Entry, Source};
use super::text::{Keep, RawWords, Str};
use crate::domain::atlas::CategoryText;
use crate::domain::point::Category;

/// A category as written in the file. The fields are explained at [`CategoryText`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    missing_docs,
    reason = "each field is explained where it ends, in `domain::atlas`"
)]
pub struct RawCategory<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(borrow)]
    pub hanzi: Str<'a>,
    #[serde(borrow)]
    pub about: RawWords<'a>,
    #[serde(default, borrow)]
    pub member: Vec<RawMember<'a>>,
}

/// What one point stands for within the category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::atlas::CategoryText`")]
pub struct RawMember<'a> {
    #[serde(borrow)]
    pub code: Str<'a>,
    #[serde(borrow)]
    pub of: RawWords<'a>,
}

/// The longest text about a category, in characters: it shares a small screen with its points.
pub const ABOUT_LIMIT: usize = 420;

/// Reads the file: every category that is right, and every problem, missing categories included.
pub fn read<'a>(source: Source<'a>) -> (Vec<Entry<RawCategory<'a>>>, Problems) {
    let (entries, mut problems) = source.entries::<RawCategory<'a>>("category", &["category"]);
    for (nth, entry) in entries.iter().enumerate() {
        let (raw, place) = (&entry.value, &entry.place);
        let id = raw.id.as_str();
        if Category::from_id(id).is_none() {
            let ids = Category::ALL.map(Category::id).join(", ");
            problems.0.push(place.problem(
                "id",
                format!("\"{id}\" is no category."),
                format!("Write one of {ids}."),
            ));
        }
        if entries[..nth].iter().any(|other| other.value.id == raw.id) {
            problems
                .0
                .push(place.problem("id", format!("\"{id}\" is written twice."), "Keep one of them."));
        }
        for (path, text) in [
            ("name.en", &raw.name.en),
            ("name.da", &raw.name.da),
            ("hanzi", &raw.hanzi),
            ("about.en", &raw.about.en),
            ("about.da", &raw.about.da),
        ] {
            let length = text.as_str().chars().count();
            if text.as_str().trim().is_empty() {
                problems
                    .0
                    .push(place.problem(path, format!("{id}: this text is empty."), "Write it."));
            }
            if length > ABOUT_LIMIT {
                problems.0.push(place.problem(
                    path,
                    format!("{id}: {length} characters, at most {ABOUT_LIMIT} fit."),
                    "Make it shorter.",
                ));
            }
        }
    }
    for category in Category::ALL {
        let id = category.id();
        if !entries.iter().any(|entry| entry.value.id.as_str() == id) {
            problems.0.push(Problem {
                file: source.file.to_owned(),
                line: 1,
                what: format!("The category {id} is missing.").into(),
                remedy: format!("Add [[category]] with id = \"{id}\".").into(),
            });
        }
    }
    (entries, problems)
}

/// Members that are no points, or points that do not name the category.
pub fn check_points(categories: &[Entry<RawCategory<'_>>], points: &[Entry<RawPoint<'_>>]) -> Problems {
    let mut problems = Problems::default();
    for entry in categories {
        for (index, member) in entry.value.member.iter().enumerate() {
            let (id, code) = (entry.value.id.as_str(), member.code.as_str());
            let point = points.iter().find(|point| point.value.code.as_str() == code);
            let what = match point {
                None => format!("{id}: there is no point {code}."),
                Some(point) if !point.value.categories.contains(&entry.value.id) => {
                    format!("{id}: {code} does not name this category.")
                }
                Some(_) => continue,
            };
            problems.0.push(entry.place.problem(
                &format!("member.{index}.code"),
                what,
                "A member is a point that has the category in points.toml.",
            ));
        }
    }
    problems
}

impl<'a> RawCategory<'a> {
    /// The text as the domain keeps it; `None` for an id that is none, which the check has refused.
    pub fn into_category(self, keep: Keep<'a>) -> Option<CategoryText> {
        Some(CategoryText {
            category: Category::from_id(self.id.as_str())?,
            name: self.name.into_words(keep),
            hanzi: keep(self.hanzi),
            about: self.about.into_words(keep),
            members: self
                .member
                .into_iter()
                .map(|member| (keep(member.code), member.of.into_words(keep)))
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../assets/categories.toml");

    fn problems(text: &str) -> Vec<String> {
        let file = "assets/categories.toml";
        let (_, problems) = read(Source { file, text });
        problems.0.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_missing_doubled_or_unknown_is_named_with_its_line() {
        assert_eq!(problems(SHIPPED), Vec::<String>::new());
        let wrong = SHIPPED.replacen("id = \"luo\"", "id = \"lou\"", 1);
        let found = problems(&wrong);
        let line = SHIPPED.lines().position(|l| l == "id = \"luo\"").expect("a line") + 1;
        assert!(
            found.iter().any(|p| p.starts_with(&format!(
                "assets/categories.toml, line {line}: \"lou\" is no category."
            ))),
            "{found:?}"
        );
        assert!(found.iter().any(|p| p.contains("The category luo is missing.")));
        let twice = SHIPPED.replacen("id = \"luo\"", "id = \"he-sea\"", 1);
        assert!(
            problems(&twice)
                .iter()
                .any(|p| p.contains("\"he-sea\" is written twice."))
        );
    }

    #[test]
    fn a_member_is_a_point_that_names_the_category() {
        let (categories, _) = read(Source {
            file: "assets/categories.toml",
            text: SHIPPED,
        });
        let points = include_str!("../../points.toml");
        let check = |text: &str| {
            let (points, _) = super::super::point::read(Source {
                file: "points.toml",
                text,
            });
            check_points(&categories, &points).0.len()
        };
        assert_eq!(check(points), 0);
        // BL13 no longer says that it is a back-shu point.
        let without = points.replacen("categories = [\"back-shu\"]", "categories = []", 1);
        assert_eq!(check(&without), 1);
    }
}
