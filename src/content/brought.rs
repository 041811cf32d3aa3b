//! What a language of a person's own says for the sentences of the content: `texts.d/nb/points.toml`, the
//! texts of points by their codes, and `texts.d/nb/sentences.toml`, any other sentence by its English.
//!
//! Both become one thing: what is said in the place of an English sentence. So a sentence that has changed since
//! it was translated is English until somebody looks at it again, and never says what is no longer true.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::both;
use super::own::OwnFile;
use super::pack::Pack;
use super::point::{CAUTION_LIMIT, CUE_LIMIT, FIND_LIMIT, PLACE_LIMIT};
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement};
use crate::domain::atlas::Atlas;
use crate::domain::point::Point;
use crate::domain::script;
use crate::domain::words::{Words, is_invisible};

/// The file of a language with the texts of points.
pub const POINTS: &str = "points.toml";
/// The file of a language with all other sentences.
pub const SENTENCES: &str = "sentences.toml";

/// The texts of one point in another language. What is left out is English.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawTexts {
    code: String,
    /// The meaning of its name.
    name: String,
    place: String,
    labels: Vec<String>,
    find: String,
    on_it: String,
    hand: String,
    cue: RawLines,
    cautions: Vec<RawSays>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawLines {
    find: Vec<String>,
    switch: Vec<String>,
    brief: String,
    together: Vec<String>,
}

/// What is said of a point for a rule of safety.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSays {
    rule: String,
    says: String,
}

/// A sentence by its English.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSentence {
    en: String,
    says: String,
}

/// What a language says, and everything that is wrong with its files.
#[derive(Debug, Default)]
struct Reading {
    /// By the English sentence: what is said, and where it stands.
    says: BTreeMap<String, (String, String)>,
    problems: Problems,
}

/// Reads the texts of points of a language. `atlas` is the shipped one.
pub fn points(file: &OwnFile, atlas: &Atlas) -> (BTreeMap<String, String>, Problems) {
    let mut reading = Reading::default();
    {
        let (entries, found) = file.source().entries::<RawTexts>("point", &["point"]);
        reading.problems.extend(found);
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for Entry { value, place } in entries {
            let Some(id) = atlas.by_code(&value.code) else {
                let code = &value.code;
                reading.add(place.problem(
                    "code",
                    both!(
                        "There is no point \"{code}\" in the atlas.",
                        "Der er intet punkt \"{code}\" i atlasset."
                    ),
                    both!(
                        "Write the code as hegu points shows it.",
                        "Skriv koden, som hegu points viser den."
                    ),
                ));
                continue;
            };
            if let Some(line) = first.insert(value.code.clone(), place.line) {
                let code = &value.code;
                reading.add(place.problem(
                    "code",
                    both!(
                        "{code} is written twice, first in line {line}.",
                        "{code} står her to gange, først i linje {line}."
                    ),
                    both!("Keep one of them.", "Behold den ene."),
                ));
                continue;
            }
            reading.point(&value, atlas.point(id), &place);
        }
    }
    reading.done()
}

/// Reads the other sentences of a language. `known` are the English sentences there are.
pub fn sentences(file: &OwnFile, known: &BTreeSet<String>) -> (BTreeMap<String, String>, Problems) {
    let mut reading = Reading::default();
    {
        let (entries, found) = file.source().entries::<RawSentence>("sentence", &["sentence"]);
        reading.problems.extend(found);
        for Entry { value, place } in entries {
            if known.contains(&value.en) {
                reading.take("says", &value.en, &value.says, usize::MAX, &place);
            } else {
                reading.add(place.problem(
                    "en",
                    both!(
                        "hegu does not say this in English.",
                        "Det siger hegu ikke på engelsk."
                    ),
                    both!(
                        "Copy the English sentence as it stands in hegu's files; it may have changed.",
                        "Kopier den engelske sætning, som den står i hegus filer; den kan være ændret."
                    ),
                ));
            }
        }
    }
    reading.done()
}

impl Reading {
    fn add(&mut self, problem: Problem) {
        self.problems.0.push(problem);
    }

    fn done(self) -> (BTreeMap<String, String>, Problems) {
        let says = self.says.into_iter().map(|(en, (says, _))| (en, says));
        (says.collect(), self.problems.sorted())
    }

    fn point(&mut self, texts: &RawTexts, point: &Point, place: &Placement) {
        let RawTexts {
            code: _,
            name,
            place: at,
            labels,
            find,
            on_it,
            hand,
            cue,
            cautions,
        } = texts;
        for (path, words, text, limit) in [
            ("name", &point.names.meaning, name, CAUTION_LIMIT),
            ("place", &point.place, at, PLACE_LIMIT),
            ("find", &point.find, find, FIND_LIMIT),
            ("on_it", &point.on_it, on_it, FIND_LIMIT),
            ("hand", &point.technique.hand, hand, CAUTION_LIMIT),
            ("cue.brief", &point.cue.brief, &cue.brief, CUE_LIMIT),
        ] {
            if !text.is_empty() {
                self.take(path, &words.en, text, limit, place);
            }
        }
        let places: Vec<Words> = point.places.iter().map(|place| place.label.clone()).collect();
        for (path, lines, texts, limit) in [
            ("labels", &places, labels, PLACE_LIMIT),
            ("cue.find", &point.cue.find, &cue.find, CUE_LIMIT),
            ("cue.switch", &point.cue.switch, &cue.switch, CUE_LIMIT),
            ("cue.together", &point.cue.together, &cue.together, CUE_LIMIT),
        ] {
            if !texts.is_empty() && texts.len() != lines.len() {
                let (there, here) = (lines.len(), texts.len());
                self.add(place.problem(
                    path,
                    both!(
                        "English has {there} lines here, this has {here}.",
                        "Engelsk har {there} linjer her, dette har {here}."
                    ),
                    both!(
                        "Write one for each, in their order.",
                        "Skriv én for hver, i samme rækkefølge."
                    ),
                ));
                continue;
            }
            for (index, (words, text)) in lines.iter().zip(texts).enumerate() {
                self.take(&format!("{path}.{index}"), &words.en, text, limit, place);
            }
        }
        for (index, caution) in cautions.iter().enumerate() {
            let path = format!("cautions.{index}");
            let mut meant = point.cautions.iter().filter(|known| known.rule == caution.rule);
            match meant.next() {
                Some(known) => self.take(
                    &format!("{path}.says"),
                    &known.words.en,
                    &caution.says,
                    CAUTION_LIMIT,
                    place,
                ),
                None => {
                    let (code, rule) = (&point.code, &caution.rule);
                    self.add(place.problem(
                        &format!("{path}.rule"),
                        both!(
                            "{code} has no caution of the rule \"{rule}\".",
                            "{code} har ingen forholdsregel efter reglen \"{rule}\"."
                        ),
                        both!(
                            "hegu point {code} --json lists its rules.",
                            "hegu point {code} --json viser dets regler."
                        ),
                    ));
                }
            }
        }
    }

    /// One sentence, if nothing is wrong with it.
    fn take(&mut self, path: &str, english: &str, text: &str, limit: usize, place: &Placement) {
        let length = text.chars().count();
        let wrong = if text.trim().is_empty() {
            Some((
                both!("This text is empty.", "Denne tekst er tom."),
                both!(
                    "Write it, or leave the line out for English.",
                    "Skriv den, eller tag linjen ud, så er den engelsk."
                ),
            ))
        } else if text.chars().any(is_invisible) {
            Some((
                both!(
                    "There are characters in it that cannot be seen.",
                    "Der er tegn i den, som ikke kan ses."
                ),
                both!("Type it anew.", "Skriv den forfra."),
            ))
        } else if length > limit {
            Some((
                both!(
                    "{length} characters, at most {limit} fit.",
                    "{length} tegn, højst {limit} er der plads til."
                ),
                both!("Make it shorter.", "Gør den kortere."),
            ))
        } else if placeholders(text) != placeholders(english) {
            let there = placeholders(english);
            let names = match there.is_empty() {
                true => "0".to_owned(),
                false => there.iter().copied().collect::<Vec<_>>().join(", "),
            };
            Some((
                both!(
                    "The words in braces are not those of the English sentence.",
                    "Ordene i krøllede parenteser er ikke den engelske sætnings."
                ),
                both!("There: {names}.", "Dér: {names}."),
            ))
        } else {
            None
        };
        if let Some((what, remedy)) = wrong {
            return self.add(place.problem(path, what, remedy));
        }
        let problem = place.problem(path, both!("", ""), both!("Write them alike.", "Skriv dem ens."));
        match self.says.get(english) {
            Some((other, at)) if other != text => {
                let what = both!(
                    "The same English sentence is said differently at {at}.",
                    "Den samme engelske sætning siges anderledes ved {at}."
                );
                self.add(Problem { what, ..problem });
            }
            Some(_) => {}
            None => {
                let at = format!("{}:{}", problem.file, problem.line);
                self.says.insert(english.to_owned(), (text.to_owned(), at));
            }
        }
    }
}

/// What stands in braces: `{side}`, `{other}`.
fn placeholders(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    parts
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}

impl Pack<'_> {
    /// Every English sentence of the content, and of what is said in a practice.
    pub fn sentences(&self) -> BTreeSet<String> {
        let mut all: BTreeSet<String> = script::sentences().into_iter().map(str::to_owned).collect();
        for part in [
            toml::Value::try_from(&self.points),
            toml::Value::try_from(&self.meridians),
            toml::Value::try_from(&self.uses),
            toml::Value::try_from(&self.categories),
            toml::Value::try_from(&self.topics),
            toml::Value::try_from(&self.themes),
            toml::Value::try_from(&self.skins),
            toml::Value::try_from(&self.patterns),
            toml::Value::try_from(&self.routines),
            toml::Value::try_from(&self.figure),
            toml::Value::try_from(&self.safety),
            toml::Value::try_from(&self.evidence),
            toml::Value::try_from(&self.help_numbers),
        ] {
            collect(&part.expect("plain values are TOML"), &mut all);
        }
        all
    }
}

/// The English of every table that says the same in both languages.
fn collect(value: &toml::Value, all: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            let text = |key: &str| table.get(key).and_then(toml::Value::as_str);
            if let (Some(en), Some(_)) = (text("en"), text("da"))
                && !en.is_empty()
            {
                all.insert(en.to_owned());
            }
            table.values().for_each(|value| collect(value, all));
        }
        toml::Value::Array(values) => values.iter().for_each(|value| collect(value, all)),
        _ => {}
    }
}
