//! `assets/safety.toml`: the rules of safety, the questions they ask, and what may stand in for a point.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::both;
use super::point::RawPoint;
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::{Keep, RawWords, Str};
use crate::domain::code::Code;
use crate::domain::point::{Pressure, Region};
use crate::domain::safety::rule::{
    Asked, At, Bounds, Chain, Effect, Group, Help, Layer, Mark, Outcome, Question, Rule, Rulebook,
};
use crate::domain::words::Text;

/// The three lists of the file, as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RawRulebook<'a> {
    /// `[[rule]]`.
    #[serde(borrow)]
    pub rules: Vec<RawRule<'a>>,
    /// `[[question]]`.
    #[serde(borrow)]
    pub questions: Vec<RawQuestion<'a>>,
    /// `[[chain]]`.
    #[serde(borrow)]
    pub chains: Vec<RawChain<'a>>,
}

/// A rule as written. The fields are explained at [`Rule`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::safety::rule::Rule`")]
pub struct RawRule<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub mark: Str<'a>,
    #[serde(borrow)]
    pub source: RawWords<'a>,
    #[serde(borrow)]
    pub title: RawWords<'a>,
    #[serde(borrow)]
    pub reason: RawWords<'a>,
    #[serde(borrow)]
    pub instead: RawWords<'a>,
    #[serde(default, borrow)]
    pub help: Option<Str<'a>>,
    #[serde(default)]
    pub always_asked: bool,
    #[serde(default)]
    pub locks: bool,
    #[serde(default)]
    pub rests: bool,
    #[serde(default, borrow)]
    pub flag: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub effects: Vec<RawEffect<'a>>,
    #[serde(default, borrow)]
    pub never_for: Vec<Str<'a>>,
    #[serde(default)]
    pub bounds: RawBounds,
}

/// An effect as written. The fields are explained at [`Effect`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::safety::rule::Effect`")]
pub struct RawEffect<'a> {
    #[serde(default, borrow)]
    pub when: Vec<Str<'a>>,
    #[serde(default, borrow)]
    pub near: Vec<Str<'a>>,
    #[serde(default)]
    pub everywhere: bool,
    /// Codes, and ranges of codes on one meridian: `"BL22-35"`.
    #[serde(default, borrow)]
    pub points: Vec<Str<'a>>,
    #[serde(default, borrow)]
    pub regions: Vec<Str<'a>>,
    #[serde(default, borrow)]
    pub routines: Vec<Str<'a>>,
    #[serde(default)]
    pub midline: bool,
    #[serde(default, borrow)]
    pub at: Option<Str<'a>>,
    #[serde(default)]
    pub offered: bool,
    #[serde(default, borrow)]
    pub outcome: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub pressure: Option<Str<'a>>,
    #[serde(default)]
    pub no_tool: bool,
    #[serde(default)]
    pub no_holds: bool,
    #[serde(default)]
    pub natural_only: bool,
    #[serde(default)]
    pub natural_first: bool,
    #[serde(default, borrow)]
    pub lifted_by: Option<Str<'a>>,
}

/// Bounds as written. The fields are explained at [`Bounds`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs, reason = "see `domain::safety::rule::Bounds`")]
pub struct RawBounds {
    pub side_least_s: Option<u32>,
    pub side_most_s: Option<u32>,
    pub side_most_light_s: Option<u32>,
    pub practice_most_min: Option<u32>,
    pub practices_a_day: Option<u32>,
    pub point_a_day_min: Option<u32>,
    pub light_percent: Option<u32>,
    pub rest_h: Option<u32>,
    pub look_back_weeks: Option<u32>,
    pub breaths_most: Option<u32>,
}

/// A question as written. The fields are explained at [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::safety::rule::Question`")]
pub struct RawQuestion<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub asked: Str<'a>,
    #[serde(borrow)]
    pub group: Str<'a>,
    #[serde(borrow)]
    pub words: RawWords<'a>,
    #[serde(borrow)]
    pub why: RawWords<'a>,
    #[serde(default, borrow)]
    pub places: Option<RawWords<'a>>,
    #[serde(default, borrow)]
    pub under: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub help: Option<Str<'a>>,
}

/// A chain of substitutes as written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::safety::rule::Chain`")]
pub struct RawChain<'a> {
    #[serde(borrow)]
    pub point: Str<'a>,
    #[serde(borrow)]
    pub to: Vec<Str<'a>>,
}

const TABLES: &[&str] = &["rule", "question", "chain"];
const ASKED: &[(&str, Asked)] = &[
    ("once", Asked::Once),
    ("flag", Asked::Flag),
    ("today", Asked::Today),
];
const OUTCOMES: &[(&str, Outcome)] = &[
    ("note", Outcome::Note),
    ("light", Outcome::Light),
    ("ask", Outcome::Ask),
    ("block", Outcome::Block),
    ("stop", Outcome::Stop),
];
const PLACES: &[(&str, At)] = &[
    ("named", At::Named),
    ("named-only", At::NamedOnly),
    ("named-limb", At::NamedLimb),
];
const PRESSURES: &[(&str, Pressure)] = &[
    ("touch", Pressure::Touch),
    ("gentle", Pressure::Gentle),
    ("firm", Pressure::Firm),
];

/// The longest title of a rule, in characters: one row of a list.
pub const TITLE_LIMIT: usize = 64;
/// The longest question: three rows.
pub const QUESTION_LIMIT: usize = 180;
/// The longest source: several studies with their addresses.
pub const SOURCE_LIMIT: usize = 240;
/// The longest reason, why or instead.
pub const REASON_LIMIT: usize = 320;

/// Reads the rules, and every problem in them.
pub fn read<'a>(source: Source<'a>) -> (RawRulebook<'a>, Problems) {
    let (rules, mut problems) = source.entries::<RawRule<'a>>("rule", TABLES);
    let (questions, found) = source.entries::<RawQuestion<'a>>("question", TABLES);
    problems.extend(found);
    let (chains, found) = source.entries::<RawChain<'a>>("chain", TABLES);
    problems.extend(found);
    let check = Check {
        rules: rules.iter().map(|entry| entry.value.id.as_str()).collect(),
        questions: questions.iter().map(|entry| entry.value.id.as_str()).collect(),
    };
    let mut found = Vec::new();
    for entry in &rules {
        check.rule(entry, &mut found);
    }
    for entry in &questions {
        check.question(entry, &mut found);
    }
    for entry in &chains {
        for (index, code) in std::iter::once(&entry.value.point)
            .chain(&entry.value.to)
            .enumerate()
        {
            let path = if index == 0 {
                "point".to_owned()
            } else {
                format!("to.{}", index - 1)
            };
            check_codes(code.as_str(), &path, &entry.place, &mut found);
        }
    }
    for ids in [
        rules
            .iter()
            .map(|e| (e.value.id.as_str(), &e.place))
            .collect::<Vec<_>>(),
        questions
            .iter()
            .map(|e| (e.value.id.as_str(), &e.place))
            .collect(),
    ] {
        twice(&ids, &mut found);
    }
    problems.0.extend(found);
    let raw = RawRulebook {
        rules: rules.into_iter().map(|entry| entry.value).collect(),
        questions: questions.into_iter().map(|entry| entry.value).collect(),
        chains: chains.into_iter().map(|entry| entry.value).collect(),
    };
    (raw, problems)
}

/// Points whose cautions name a rule that does not exist.
pub fn check_points(points: &[Entry<RawPoint<'_>>], rules: &RawRulebook<'_>) -> Problems {
    let known: HashSet<&str> = rules.rules.iter().map(|rule| rule.id.as_str()).collect();
    let mut problems = Vec::new();
    for entry in points {
        for (index, caution) in entry.value.cautions.iter().enumerate() {
            let rule = caution.rule.as_str();
            if !known.contains(rule) {
                let code = entry.value.code.as_str();
                problems.push(entry.place.problem(
                    &format!("cautions.{index}.rule"),
                    both!(
                        "{code}: no rule of safety has the id \"{rule}\".",
                        "{code}: ingen sikkerhedsregel har id'et \"{rule}\"."
                    ),
                    both!(
                        "Write the id of a rule, such as PR-01.",
                        "Skriv en regels id, f.eks. PR-01."
                    ),
                ));
            }
        }
    }
    Problems(problems)
}

/// The ids an entry may name.
struct Check<'a> {
    rules: HashSet<&'a str>,
    questions: HashSet<&'a str>,
}

impl Check<'_> {
    fn rule(&self, entry: &Entry<RawRule<'_>>, found: &mut Vec<Problem>) {
        let (raw, place) = (&entry.value, &entry.place);
        let id = raw.id.as_str();
        if Layer::of(id).is_none() {
            found.push(place.problem(
                "id",
                format!("\"{id}\" belongs to no layer."),
                "Write RF-, WB-, AR-, PR-, BR-, DO- or SR- and a number.",
            ));
        }
        let marks: Vec<&str> = Mark::ALL.iter().map(|mark| mark.id()).collect();
        one_of("mark", raw.mark.as_str(), &marks, place, found);
        self.help("help", raw.help.as_ref(), place, found);
        words("title", &raw.title, TITLE_LIMIT, place, found);
        words("reason", &raw.reason, REASON_LIMIT, place, found);
        words("instead", &raw.instead, REASON_LIMIT, place, found);
        words("source", &raw.source, SOURCE_LIMIT, place, found);
        if let Some(flag) = &raw.flag {
            self.question_id("flag", flag.as_str(), place, found);
        }
        for (index, effect) in raw.effects.iter().enumerate() {
            self.effect(effect, &format!("effects.{index}"), place, found);
        }
    }

    fn effect(&self, raw: &RawEffect<'_>, path: &str, place: &Placement, found: &mut Vec<Problem>) {
        for (index, question) in raw.when.iter().enumerate() {
            self.question_id(&format!("{path}.when.{index}"), question.as_str(), place, found);
        }
        let regions: Vec<&str> = Region::ALL.iter().map(|region| region.id()).collect();
        for (key, list) in [("near", &raw.near), ("regions", &raw.regions)] {
            for (index, region) in list.iter().enumerate() {
                one_of(
                    &format!("{path}.{key}.{index}"),
                    region.as_str(),
                    &regions,
                    place,
                    found,
                );
            }
        }
        for (index, code) in raw.points.iter().enumerate() {
            check_codes(code.as_str(), &format!("{path}.points.{index}"), place, found);
        }
        for (key, word, choices) in [
            ("outcome", &raw.outcome, names(OUTCOMES)),
            ("at", &raw.at, names(PLACES)),
            ("pressure", &raw.pressure, names(PRESSURES)),
        ] {
            if let Some(word) = word {
                one_of(&format!("{path}.{key}"), word.as_str(), &choices, place, found);
            }
        }
    }

    fn question(&self, entry: &Entry<RawQuestion<'_>>, found: &mut Vec<Problem>) {
        let (raw, place) = (&entry.value, &entry.place);
        let id = raw.id.as_str();
        let rule = id.split('.').next().unwrap_or(id);
        if !self.rules.contains(rule) {
            found.push(place.problem(
                "id",
                format!("The question {id} belongs to no rule."),
                "Begin it with the id of a rule.",
            ));
        }
        let groups: Vec<&str> = Group::ALL.iter().map(|group| group.id()).collect();
        one_of("asked", raw.asked.as_str(), &names(ASKED), place, found);
        one_of("group", raw.group.as_str(), &groups, place, found);
        self.help("help", raw.help.as_ref(), place, found);
        if let Some(under) = &raw.under {
            self.question_id("under", under.as_str(), place, found);
        }
        words("words", &raw.words, QUESTION_LIMIT, place, found);
        words("why", &raw.why, REASON_LIMIT, place, found);
        if let Some(places) = &raw.places {
            words("places", places, QUESTION_LIMIT, place, found);
        }
    }

    fn help(&self, path: &str, help: Option<&Str<'_>>, place: &Placement, found: &mut Vec<Problem>) {
        if let Some(help) = help {
            let kinds: Vec<&str> = Help::ALL.iter().map(|help| help.id()).collect();
            one_of(path, help.as_str(), &kinds, place, found);
        }
    }

    fn question_id(&self, path: &str, id: &str, place: &Placement, found: &mut Vec<Problem>) {
        if !self.questions.contains(id) {
            found.push(place.problem(
                path,
                format!("No question has the id \"{id}\"."),
                "Write the id of a [[question]].",
            ));
        }
    }
}

fn names<T>(choices: &[(&'static str, T)]) -> Vec<&'static str> {
    choices.iter().map(|(name, _)| *name).collect()
}

fn one_of(path: &str, word: &str, choices: &[&str], place: &Placement, found: &mut Vec<Problem>) {
    if !choices.contains(&word) {
        found.push(place.problem(
            path,
            format!("\"{word}\" is not known here."),
            format!("Write {}.", choices.join(" or ")),
        ));
    }
}

fn words(path: &str, words: &RawWords<'_>, limit: usize, place: &Placement, found: &mut Vec<Problem>) {
    for (lang, text) in [("en", words.en.as_str()), ("da", words.da.as_str())] {
        let at = format!("{path}.{lang}");
        if text.trim().is_empty() {
            found.push(place.problem(&at, "This text is empty.", "Write it."));
        }
        let length = text.chars().count();
        if length > limit {
            found.push(place.problem(
                &at,
                format!("{length} characters, at most {limit} fit."),
                "Make it shorter.",
            ));
        }
    }
}

fn twice(ids: &[(&str, &Placement)], found: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (id, place) in ids {
        if !seen.insert(id) {
            found.push(place.problem("id", format!("{id} is written twice."), "Keep one of them."));
        }
    }
}

fn check_codes(written: &str, path: &str, place: &Placement, found: &mut Vec<Problem>) {
    if codes(written).is_none() {
        found.push(place.problem(
            path,
            format!("\"{written}\" is neither a code nor a range of codes."),
            "Write LI4, EX-HN3, or BL22-35.",
        ));
    }
}

/// The codes a word stands for: one code, or a range on one meridian. `None` if it is neither.
fn codes(written: &str) -> Option<Vec<Text>> {
    let exact = |code: &str| {
        Code::from_typed(code)
            .filter(|typed| typed.as_str() == code)
            .map(|code| Text::from(code.as_str().to_owned()))
    };
    if written == "Anmian" {
        return Some(vec![Text::from("Anmian")]);
    }
    if let Some(code) = exact(written) {
        return Some(vec![code]);
    }
    let (first, last) = written.rsplit_once('-')?;
    let last: u16 = last.parse().ok()?;
    let digits = first.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (letters, from) = first.split_at(digits);
    let from: u16 = from.parse().ok()?;
    (from < last)
        .then(|| {
            (from..=last)
                .map(|number| exact(&format!("{letters}{number}")))
                .collect()
        })
        .flatten()
}

impl<'a> RawRulebook<'a> {
    /// The checked rulebook. A word that is not known is a defect of the build, which checked it.
    pub fn into_rulebook(self, keep: Keep<'a>) -> Result<Rulebook, Problems> {
        let unknown = |what: &str| {
            Problems(vec![Placement::default().problem(
                "",
                format!("\"{what}\" is not known."),
                "",
            )])
        };
        let rules = self
            .rules
            .into_iter()
            .map(|raw| {
                let id = raw.id.as_str().to_owned();
                raw.into_rule(keep).ok_or_else(|| unknown(&id))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let questions = self
            .questions
            .into_iter()
            .map(|raw| {
                let id = raw.id.as_str().to_owned();
                raw.into_question(keep).ok_or_else(|| unknown(&id))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let chains = self
            .chains
            .into_iter()
            .map(|raw| Chain {
                point: keep(raw.point),
                to: raw.to.into_iter().map(keep).collect(),
            })
            .collect();
        Ok(Rulebook::new(rules, questions, chains))
    }
}

fn chosen<T: Copy>(word: Option<&Str<'_>>, choices: &[(&str, T)], default: T) -> Option<T> {
    match word {
        None => Some(default),
        Some(word) => choices
            .iter()
            .find(|(name, _)| *name == word.as_str())
            .map(|(_, value)| *value),
    }
}

fn help(word: Option<Str<'_>>) -> Option<Option<Help>> {
    match word {
        None => Some(None),
        Some(word) => Help::ALL
            .into_iter()
            .find(|help| help.id() == word.as_str())
            .map(Some),
    }
}

fn regions(list: Vec<Str<'_>>) -> Option<Vec<Region>> {
    list.iter()
        .map(|region| Region::from_id(region.as_str()))
        .collect()
}

impl<'a> RawRule<'a> {
    fn into_rule(self, keep: Keep<'a>) -> Option<Rule> {
        Some(Rule {
            layer: Layer::of(self.id.as_str())?,
            id: keep(self.id),
            title: self.title.into_words(keep),
            reason: self.reason.into_words(keep),
            instead: self.instead.into_words(keep),
            source: self.source.into_words(keep),
            mark: Mark::ALL
                .into_iter()
                .find(|mark| mark.id() == self.mark.as_str())?,
            help: help(self.help)?,
            always_asked: self.always_asked,
            locks: self.locks,
            rests: self.rests,
            flag: self.flag.map(keep),
            effects: self
                .effects
                .into_iter()
                .map(|raw| raw.into_effect(keep))
                .collect::<Option<_>>()?,
            never_for: self.never_for.into_iter().map(keep).collect(),
            bounds: self.bounds.into(),
        })
    }
}

impl<'a> RawEffect<'a> {
    fn into_effect(self, keep: Keep<'a>) -> Option<Effect> {
        Some(Effect {
            when: self.when.into_iter().map(keep).collect(),
            near: regions(self.near)?,
            everywhere: self.everywhere,
            points: self
                .points
                .iter()
                .map(|written| codes(written.as_str()))
                .collect::<Option<Vec<_>>>()?
                .concat(),
            regions: regions(self.regions)?,
            routines: self.routines.into_iter().map(keep).collect(),
            midline: self.midline,
            at: chosen(self.at.as_ref(), PLACES, At::Anywhere)?,
            offered: self.offered,
            outcome: chosen(self.outcome.as_ref(), OUTCOMES, Outcome::Note)?,
            pressure: match &self.pressure {
                None => None,
                word => Some(chosen(word.as_ref(), PRESSURES, Pressure::Firm)?),
            },
            no_tool: self.no_tool,
            no_holds: self.no_holds,
            natural_only: self.natural_only,
            natural_first: self.natural_first,
            lifted_by: self.lifted_by.map(keep),
        })
    }
}

impl From<RawBounds> for Bounds {
    fn from(raw: RawBounds) -> Bounds {
        Bounds {
            side_least_s: raw.side_least_s,
            side_most_s: raw.side_most_s,
            side_most_light_s: raw.side_most_light_s,
            practice_most_min: raw.practice_most_min,
            practices_a_day: raw.practices_a_day,
            point_a_day_min: raw.point_a_day_min,
            light_percent: raw.light_percent,
            rest_h: raw.rest_h,
            look_back_weeks: raw.look_back_weeks,
            breaths_most: raw.breaths_most,
        }
    }
}

impl<'a> RawQuestion<'a> {
    fn into_question(self, keep: Keep<'a>) -> Option<Question> {
        Some(Question {
            asked: chosen(Some(&self.asked), ASKED, Asked::Once)?,
            group: Group::ALL
                .into_iter()
                .find(|group| group.id() == self.group.as_str())?,
            id: keep(self.id),
            words: self.words.into_words(keep),
            why: self.why.into_words(keep),
            places: self.places.map(|places| places.into_words(keep)),
            under: self.under.map(keep),
            help: help(self.help)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        let source = Source {
            file: "safety.toml",
            text,
        };
        read(source).1.sorted().0.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn a_range_of_codes_stands_for_each_of_them() {
        assert_eq!(codes("BL22-24").unwrap(), ["BL22", "BL23", "BL24"]);
        assert_eq!(codes("EX-B4-5").unwrap(), ["EX-B4", "EX-B5"]);
        assert_eq!(codes("EX-HN3").unwrap(), ["EX-HN3"]);
        assert_eq!(codes("Anmian").unwrap(), ["Anmian"]);
        for wrong in ["BL24-22", "li4", "XX3", "BL", "hegu"] {
            assert_eq!(codes(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_mistake_is_named_with_its_line() {
        let found = problems(concat!(
            "[[rule]]\n",
            "id = \"ZZ-01\"\n",
            "mark = \"sure\"\n",
            "source = { en = \"x\", da = \"x\" }\n",
            "title = { en = \"a\", da = \"\" }\n",
            "reason = { en = \"a\", da = \"a\" }\n",
            "instead = { en = \"a\", da = \"a\" }\n",
            "effects = [{ when = [\"WB-99\"], regions = [\"wing\"], points = [\"LI4-2\"], outcome = \"scold\" }]\n",
        ));
        assert_eq!(
            found,
            [
                "safety.toml, line 2: \"ZZ-01\" belongs to no layer. Write RF-, WB-, AR-, PR-, BR-, DO- or SR- and a number.",
                "safety.toml, line 3: \"sure\" is not known here. Write verified or part or unverified or own.",
                "safety.toml, line 5: This text is empty. Write it.",
                "safety.toml, line 8: \"LI4-2\" is neither a code nor a range of codes. Write LI4, EX-HN3, or BL22-35.",
                "safety.toml, line 8: \"scold\" is not known here. Write note or light or ask or block or stop.",
                "safety.toml, line 8: \"wing\" is not known here. Write head or face or ear or neck or throat or shoulder or chest or flank or belly or back or low-back or hip or perineum or upper-arm or elbow or forearm or wrist or hand or thigh or knee or lower-leg or ankle or foot.",
                "safety.toml, line 8: No question has the id \"WB-99\". Write the id of a [[question]].",
            ]
        );
    }
}
