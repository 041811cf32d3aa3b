//! `assets/uses.toml`: one `[[use]]` table for every everyday complaint and wish.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::both;
use super::point::RawPoint;
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::{Keep, RawWords, Str};
use crate::domain::atlas::UseText;
use crate::domain::near::nearest;
use crate::domain::point::Region;

/// A use as written in the file. The fields are explained at [`UseText`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    missing_docs,
    reason = "each field is explained where it ends, in `domain::atlas`"
)]
pub struct RawUseText<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(default, borrow)]
    pub synonyms: Vec<Str<'a>>,
    #[serde(default, borrow)]
    pub red_flags: Vec<Str<'a>>,
    #[serde(default, borrow)]
    pub near: Vec<Str<'a>>,
}

impl<'a> RawUseText<'a> {
    /// The use as the domain keeps it, or what is wrong with it.
    pub fn into_use(self, keep: Keep<'a>) -> Result<UseText, Problems> {
        let found = check(&self, &Placement::default());
        if !found.is_empty() {
            return Err(Problems(found));
        }
        let near = self
            .near
            .iter()
            .filter_map(|id| Region::from_id(id.as_str()))
            .collect();
        Ok(UseText {
            id: keep(self.id),
            name: self.name.into_words(keep),
            synonyms: self.synonyms.into_iter().map(keep).collect(),
            red_flags: self.red_flags.into_iter().map(keep).collect(),
            near,
        })
    }
}

/// Reads the uses of one file: every use that is right, and every problem.
pub fn read<'a>(source: Source<'a>) -> (Vec<Entry<RawUseText<'a>>>, Problems) {
    let (entries, mut problems) = source.entries::<RawUseText<'a>>("use", &["use"]);
    let mut first_line: HashMap<String, usize> = HashMap::new();
    let mut good = Vec::new();
    for entry in entries {
        let mut found = check(&entry.value, &entry.place);
        let id = entry.value.id.as_str().to_owned();
        if let Some(line) = first_line.get(&id) {
            found.push(entry.place.problem(
                "id",
                format!("\"{id}\" is written twice, first in line {line}."),
                "Keep one of them, or give this one its own id.",
            ));
        } else {
            first_line.insert(id, entry.place.line);
        }
        if found.is_empty() {
            good.push(entry);
        } else {
            problems.0.extend(found);
        }
    }
    (good, problems)
}

/// The problems of one use by itself.
fn check(raw: &RawUseText<'_>, place: &Placement) -> Vec<Problem> {
    let id = raw.id.as_str();
    let mut found = Vec::new();
    if id.is_empty() || !id.split('-').all(is_lowercase_word) {
        found.push(place.problem(
            "id",
            format!("\"{id}\" is not an id."),
            "Write lowercase words joined by hyphens, such as \"stiff-neck\".",
        ));
    }
    for (path, name) in [("name.en", &raw.name.en), ("name.da", &raw.name.da)] {
        if name.as_str().trim().is_empty() {
            found.push(place.problem(path, format!("{id}: this name is empty."), "Write it."));
        }
    }
    let mut typed: Vec<String> = Vec::new();
    for (index, synonym) in raw.synonyms.iter().enumerate() {
        let word = synonym.as_str().trim().to_lowercase();
        if word.is_empty() || typed.contains(&word) {
            found.push(place.problem(
                &format!("synonyms.{index}"),
                format!("{id}: \"{}\" is empty or there already.", synonym.as_str()),
                "Leave it out.",
            ));
        }
        typed.push(word);
    }
    for (index, flag) in raw.red_flags.iter().enumerate() {
        // Whether the rule exists is checked where the rules are read.
        let digits = flag.as_str().strip_prefix("RF-").unwrap_or_default();
        if digits.len() != 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            found.push(place.problem(
                &format!("red_flags.{index}"),
                format!("\"{}\" is not the id of a red flag.", flag.as_str()),
                "Write an id such as \"RF-01\".",
            ));
        }
    }
    for (index, region) in raw.near.iter().enumerate() {
        if Region::from_id(region.as_str()).is_none() {
            let ids = Region::ALL.map(Region::id);
            let remedy = match nearest(region.as_str(), ids) {
                Some(id) => format!("Did you mean \"{id}\"?"),
                None => format!("Write one of {}.", ids.join(", ")),
            };
            found.push(place.problem(
                &format!("near.{index}"),
                format!("\"{}\" is not a region of the body.", region.as_str()),
                remedy,
            ));
        }
    }
    found
}

fn is_lowercase_word(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

/// The uses that points name but nobody has written down, each with the use that was probably meant.
pub fn check_points(points: &[Entry<RawPoint<'_>>], uses: &[UseText]) -> Problems {
    let mut problems = Problems::default();
    for entry in points {
        for (index, use_) in entry.value.uses.iter().enumerate() {
            let id = use_.id.as_str();
            if uses.iter().any(|known| known.id == id) {
                continue;
            }
            let remedy = match meant(id, uses) {
                Some(known) => both!("Did you mean \"{known}\"?", "Mente du \"{known}\"?"),
                None => both!(
                    "Write an id of assets/uses.toml.",
                    "Skriv et id fra assets/uses.toml."
                ),
            };
            let code = entry.value.code.as_str();
            problems.0.push(entry.place.problem(
                &format!("uses.{index}.use"),
                both!(
                    "{code}: there is no use \"{id}\".",
                    "{code}: der er ingen anvendelse \"{id}\"."
                ),
                remedy,
            ));
        }
    }
    problems
}

/// The id a person meant by a word that is none: a name or synonym of a use, or a slip of the hand.
fn meant<'u>(word: &str, uses: &'u [UseText]) -> Option<&'u str> {
    let word = word.to_lowercase();
    uses.iter()
        .find(|known| {
            [known.name.en.as_ref(), known.name.da.as_ref()]
                .into_iter()
                .chain(known.synonyms.iter().map(AsRef::as_ref))
                .any(|name| name.to_lowercase() == word)
        })
        .map(|known| known.id.as_ref())
        .or_else(|| nearest(&word, uses.iter().map(|known| known.id.as_ref())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::point;
    use crate::content::text::copied;

    const SHIPPED: &str = include_str!("../../assets/uses.toml");

    fn uses(text: &str) -> Vec<UseText> {
        let (entries, problems) = read(Source {
            file: "uses.toml",
            text,
        });
        assert_eq!(problems, Problems::default());
        entries
            .into_iter()
            .map(|entry| entry.value.into_use(copied).unwrap())
            .collect()
    }

    #[test]
    fn the_shipped_uses_hold_what_routines_and_the_composer_name() {
        let uses = uses(SHIPPED);
        for id in [
            "headache", "eyes", "neck", "back", "nausea", "belly", "period", "tired", "sleep", "stress",
        ] {
            assert!(uses.iter().any(|known| known.id == id), "{id}");
        }
        let back = uses.iter().find(|known| known.id == "back").unwrap();
        assert_eq!(back.near, [Region::Back, Region::LowBack]);
        let headache = uses.iter().find(|known| known.id == "headache").unwrap();
        assert!(headache.synonyms.iter().any(|word| word == "ondt i hovedet"));
        assert_eq!(headache.red_flags.len(), 6);
    }

    #[test]
    fn every_mistake_is_named_with_its_line() {
        let text = r#"
[[use]]
id = "Head ache"
name = { en = "headache", da = "" }
synonyms = ["sore head", "Sore head"]
red_flags = ["RF-1"]
near = ["hed"]
"#;
        let (entries, problems) = read(Source {
            file: "uses.toml",
            text,
        });
        assert!(entries.is_empty());
        let told: Vec<String> = problems.0.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "uses.toml, line 3: \"Head ache\" is not an id. Write lowercase words joined by hyphens, such as \"stiff-neck\".",
                "uses.toml, line 4: Head ache: this name is empty. Write it.",
                "uses.toml, line 5: Head ache: \"Sore head\" is empty or there already. Leave it out.",
                "uses.toml, line 6: \"RF-1\" is not the id of a red flag. Write an id such as \"RF-01\".",
                "uses.toml, line 7: \"hed\" is not a region of the body. Did you mean \"head\"?",
            ]
        );
    }

    #[test]
    fn a_point_may_name_only_uses_that_exist() {
        let text = r#"
[[point]]
code = "LI4"
meridian = "LI"
number = 4
names = { pinyin = "Hégǔ", hanzi_simplified = "合谷", hanzi_traditional = "合谷", english = "Joining Valley", danish = "Samlende dal" }
region = "hand"
sides = "both"
construct = { op = "anchor", landmark = "x" }
place = { en = "back of the hand", da = "håndryggen" }
find = { en = "Here.", da = "Her." }
on_it = { en = "You are on it when it is so.", da = "Du er der, når det er sådan." }
technique = { tool = "thumb", motion = "stay", pressure = "firm", seconds = 90, seconds_range = [60, 120], repeats = 1, postures = ["sit"], hand = { en = "thumb", da = "tommel" }, basis = "seed A" }
uses = [
    { use = "headache", basis = "tradition", reach = "distant" },
    { use = "hedache", basis = "tradition", reach = "distant" },
    { use = "hovedsmerter", basis = "tradition", reach = "distant" },
    { use = "luck", basis = "tradition", reach = "distant" },
]
sources = ["a test"]
"#;
        let (points, problems) = point::read(Source {
            file: "points.toml",
            text,
        });
        assert_eq!(problems, Problems::default());
        let told: Vec<String> = check_points(&points, &uses(SHIPPED))
            .0
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            told,
            [
                "points.toml, line 16: LI4: there is no use \"hedache\". Did you mean \"headache\"?",
                "points.toml, line 17: LI4: there is no use \"hovedsmerter\". Did you mean \"headache\"?",
                "points.toml, line 18: LI4: there is no use \"luck\". Write an id of assets/uses.toml.",
            ]
        );
    }
}
