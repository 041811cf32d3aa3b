//! The index: every word a point or a use can be found by, and how well it answers a query.
//!
//! A query is read word by word. Each word is compared with every word of the index once, and the best
//! way in which it fits counts: the same, the beginning, an inflected form, a part; only where no word of
//! the index fits like that is a typing mistake looked for. What people come with (a use) leads on to the
//! points that serve it.

use std::collections::HashMap;

use nucleo_matcher::{Config, Matcher, Utf32String};

use super::fold::{distance, words};
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::code::{Code, Meridian};
use crate::domain::point::{Point, Reach, Region};

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Points.
    pub points: Vec<FoundPoint>,
    /// Uses, by their place in [`Atlas::uses`].
    pub uses: Vec<usize>,
}

/// A point that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundPoint {
    /// The point.
    pub id: PointId,
    /// The use it was found by, if it was found by what it is used for: its place in [`Atlas::uses`].
    pub by: Option<usize>,
}

/// What a word of the index is to its point or use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Code,
    Name,
    Synonym,
    Place,
    Group,
}

impl Kind {
    /// How much it counts. Only the order of these numbers means something.
    fn weight(self) -> f32 {
        match self {
            Kind::Code | Kind::Name => 1.0,
            Kind::Synonym => 0.92,
            Kind::Place => 0.5,
            Kind::Group => 0.4,
        }
    }
}

/// A word, and where it stands.
#[derive(Debug)]
struct Word {
    text: String,
    /// The same for the fuzzy matcher; only for names.
    name: Option<Utf32String>,
    places: Vec<(usize, Kind)>,
}

/// Several words in a row that mean one thing.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    document: usize,
}

/// The index of one atlas. Documents are first all points in atlas order, then all uses.
#[derive(Debug)]
pub struct Index {
    words: Vec<Word>,
    phrases: Vec<Phrase>,
    /// For each point the uses it serves, in its own order, and whether it lies near.
    serves: Vec<Vec<(usize, bool)>>,
    uses: usize,
}

/// Words without which a sentence means the same to a search.
const SMALL: &[&str] = &[
    "a", "am", "an", "and", "at", "can", "do", "feel", "for", "from", "get", "has", "have", "i", "im", "in",
    "is", "it", "its", "me", "my", "of", "on", "or", "so", "the", "to", "when", "with", "point", "points",
    "af", "at", "da", "de", "den", "der", "det", "du", "efter", "eller", "en", "er", "et", "far", "fra",
    "gor", "har", "i", "jeg", "kan", "med", "mig", "min", "mine", "mit", "mod", "naar", "nar", "og", "om",
    "pa", "som", "til", "ved", "punkt", "punkter",
];

/// Words that stand in many complaints and decide little.
const WEAK: &[&str] = &[
    "ache",
    "aches",
    "hurt",
    "hurts",
    "ondt",
    "om",
    "pain",
    "pains",
    "smerte",
    "smerter",
    "sore",
    "not",
    "ikke",
    "cant",
    "dont",
    "problems",
    "problemer",
    "meridian",
    "meridianen",
];

/// The least part of the best answer's words a weaker answer must have. With two complaints of equal
/// weight, points that serve one of them stay.
const LEAST_SHARE: f32 = 0.4;

impl Index {
    /// Builds the index of an atlas.
    pub fn new(atlas: &Atlas) -> Index {
        let mut building = Building::default();
        for (id, point) in atlas.points() {
            building.point(id.0 as usize, point, atlas);
        }
        for (index, use_) in atlas.uses().iter().enumerate() {
            let document = atlas.len() + index;
            for name in [&use_.name.en, &use_.name.da] {
                building.text(document, Kind::Name, name);
            }
            for synonym in &use_.synonyms {
                building.text(document, Kind::Synonym, synonym);
            }
        }
        let use_at: HashMap<&str, usize> = atlas
            .uses()
            .iter()
            .enumerate()
            .map(|(index, use_)| (&*use_.id, index))
            .collect();
        let serves = atlas
            .points()
            .map(|(_, point)| {
                point
                    .uses
                    .iter()
                    .filter_map(|use_| Some((*use_at.get(&*use_.id)?, use_.reach == Reach::Local)))
                    .collect()
            })
            .collect();
        Index {
            words: building.words,
            phrases: building.phrases,
            serves,
            uses: atlas.uses().len(),
        }
    }

    /// What answers a query. `suits` says whether a point may be pressed by this person; among points that
    /// answer equally many words, those come first.
    pub fn search(&self, query: &str, suits: impl Fn(PointId) -> bool) -> Results {
        let asked = Asked::read(query);
        if asked.words.is_empty() {
            return Results::default();
        }
        let points = self.serves.len();
        let mut fits = vec![vec![0.0_f32; asked.words.len()]; points + self.uses];
        let mut named = vec![false; points + self.uses];
        self.fit_words(&asked, &mut fits);
        self.fit_whole(&asked, &mut fits, &mut named);
        let by = self.fit_points_by_their_uses(&mut fits);

        let weights: Vec<f32> = asked.words.iter().map(|word| word.weight).collect();
        let answers = |document: usize| -> Answer {
            let fit = &fits[document];
            let covered: f32 = fit
                .iter()
                .zip(&weights)
                .filter(|(fit, _)| **fit > 0.0)
                .map(|(_, weight)| weight)
                .sum();
            let score = fit.iter().zip(&weights).map(|(fit, weight)| fit * weight).sum();
            Answer {
                document,
                named: named[document],
                covered,
                score,
            }
        };
        let all: Vec<Answer> = (0..points + self.uses).map(answers).collect();
        let best = all.iter().map(|answer| answer.covered).fold(0.0, f32::max);
        let kept = |answer: &&Answer| answer.covered > 0.0 && answer.covered >= LEAST_SHARE * best;

        let mut found: Vec<(bool, Answer)> = all[..points]
            .iter()
            .filter(kept)
            .map(|answer| (suits(PointId(answer.document as u32)), *answer))
            .collect();
        found.sort_by(|(suits_a, a), (suits_b, b)| {
            (b.named.cmp(&a.named))
                .then(b.covered.total_cmp(&a.covered))
                .then(suits_b.cmp(suits_a))
                .then(b.score.total_cmp(&a.score))
                .then(a.document.cmp(&b.document))
        });
        let mut uses: Vec<Answer> = all[points..].iter().filter(kept).copied().collect();
        uses.sort_by(|a, b| {
            (b.named.cmp(&a.named))
                .then(b.covered.total_cmp(&a.covered))
                .then(b.score.total_cmp(&a.score))
                .then(a.document.cmp(&b.document))
        });
        Results {
            points: found
                .into_iter()
                .map(|(_, answer)| FoundPoint {
                    id: PointId(answer.document as u32),
                    by: by[answer.document],
                })
                .collect(),
            uses: uses.into_iter().map(|answer| answer.document - points).collect(),
        }
    }

    /// The point whose name or code the query is; `None` if it names none or several.
    pub fn named(&self, query: &str) -> Option<PointId> {
        let asked = Asked::read(query);
        if asked.words.is_empty() {
            return None;
        }
        let documents = self.serves.len() + self.uses;
        let mut fits = vec![vec![0.0_f32; asked.words.len()]; documents];
        let mut named = vec![false; documents];
        self.fit_whole(&asked, &mut fits, &mut named);
        let mut ids = (0..self.serves.len()).filter(|document| named[*document]);
        match (ids.next(), ids.next()) {
            (Some(only), None) => Some(PointId(only as u32)),
            _ => None,
        }
    }

    /// The point whose code or pinyin differs least from what was typed; `None` if none is near.
    pub fn nearest(&self, typed: &str, atlas: &Atlas) -> Option<PointId> {
        let typed = match Code::from_typed(typed) {
            Some(code) => code_word(code.as_str()),
            None => words(typed).concat(),
        };
        let away = |name: &str| distance(&typed, &words(name).concat(), 2);
        atlas
            .points()
            .filter_map(|(id, point)| {
                let names = [point.code.as_str(), &*point.names.pinyin];
                let least = names.into_iter().filter_map(away).min()?;
                Some((least, id))
            })
            .min()
            .map(|(_, id)| id)
    }

    /// Every asked word against every word of the index.
    fn fit_words(&self, asked: &Asked, fits: &mut [Vec<f32>]) {
        let mut matcher = Matcher::new(Config::DEFAULT);
        for (at, word) in asked.words.iter().enumerate() {
            let mut any = false;
            for known in &self.words {
                let fit = word.fit(&known.text);
                if fit > 0.0 {
                    // What a word of two letters is part of is no answer to stop at.
                    any = true;
                    known.count(fit, at, fits);
                }
            }
            if any || !word.may_be_mistyped() {
                continue;
            }
            for known in &self.words {
                let fit = word.fit_mistyped(&known.text);
                if fit > 0.0 {
                    any = true;
                    known.count(fit, at, fits);
                }
            }
            if any {
                continue;
            }
            let needle = Utf32String::from(word.text.as_str());
            for known in &self.words {
                let Some(name) = &known.name else { continue };
                let enough = FUZZY_A_LETTER * word.text.chars().count() as u16;
                let score = matcher.fuzzy_match(name.slice(..), needle.slice(..));
                if known.text.chars().next() == word.text.chars().next()
                    && score.is_some_and(|score| score >= enough)
                {
                    known.count(0.3, at, fits);
                }
            }
        }
    }

    /// The query as a whole: names written in pieces, and sentences that hold a whole synonym.
    fn fit_whole(&self, asked: &Asked, fits: &mut [Vec<f32>], named: &mut [bool]) {
        let texts: Vec<&str> = asked.words.iter().map(|word| word.text.as_str()).collect();
        let joined = texts.concat();
        for known in &self.words {
            for (document, kind) in &known.places {
                if !matches!(kind, Kind::Code | Kind::Name) {
                    continue;
                }
                if known.text == joined {
                    // A name of a use leads to many points: only points are meant by their name alone.
                    named[*document] |= *document < self.serves.len() && known.whole_of(*document, self);
                    fits[*document].iter_mut().for_each(|fit| *fit = 1.0);
                } else if texts.len() > 1 && joined.chars().count() >= 4 && known.text.starts_with(&joined) {
                    fits[*document].iter_mut().for_each(|fit| *fit = fit.max(0.85));
                }
            }
        }
        for phrase in &self.phrases {
            let long = phrase.words.len();
            for at in 0..(texts.len() + 1).saturating_sub(long) {
                if phrase.words.iter().zip(&texts[at..]).all(|(a, b)| a == b) {
                    for fit in &mut fits[phrase.document][at..at + long] {
                        *fit = fit.max(1.05);
                    }
                    named[phrase.document] |= long == texts.len() && phrase.document < self.serves.len();
                }
            }
        }
    }

    /// Points answer for what they are used for, a little less than by their own names: the earlier they
    /// name the use the more, and more where they lie near. Says which use counted most.
    fn fit_points_by_their_uses(&self, fits: &mut [Vec<f32>]) -> Vec<Option<usize>> {
        let points = self.serves.len();
        let (own, uses) = fits.split_at_mut(points);
        own.iter_mut()
            .zip(&self.serves)
            .map(|(fit, serves)| {
                let mut by: Option<(usize, f32)> = None;
                for (order, (use_, near)) in serves.iter().enumerate() {
                    let part = 0.6 - 0.04 * order.min(10) as f32 + if *near { 0.02 } else { 0.0 };
                    let mut gained = 0.0;
                    for (fit, led) in fit.iter_mut().zip(&uses[*use_]) {
                        let fits = led * part;
                        if fits > *fit {
                            gained += fits;
                            *fit = fits;
                        }
                    }
                    if gained > 0.0 && by.is_none_or(|(_, most)| gained > most) {
                        by = Some((*use_, gained));
                    }
                }
                by.map(|(use_, _)| use_)
            })
            .collect()
    }
}

/// What the fuzzy matcher must give for each letter: 16 for the letter itself, and most letters standing
/// beside their neighbours.
const FUZZY_A_LETTER: u16 = 20;

/// How well one document answers.
#[derive(Clone, Copy, Debug)]
struct Answer {
    document: usize,
    /// The query is its code or a name of it.
    named: bool,
    /// The weight of the words it answers at all.
    covered: f32,
    score: f32,
}

impl Word {
    fn count(&self, fit: f32, at: usize, fits: &mut [Vec<f32>]) {
        for (document, kind) in &self.places {
            let best = &mut fits[*document][at];
            *best = best.max(fit * kind.weight());
        }
    }

    /// Whether this word alone is a whole name of the point: not one of a phrase.
    fn whole_of(&self, document: usize, index: &Index) -> bool {
        !index
            .phrases
            .iter()
            .any(|phrase| phrase.document == document && phrase.words.contains(&self.text))
    }
}

/// A query, read.
#[derive(Debug)]
struct Asked {
    words: Vec<AskedWord>,
}

/// One word of a query.
#[derive(Debug)]
struct AskedWord {
    text: String,
    /// It is the beginning of a code in somebody's spelling; this is WHO's.
    code: Option<String>,
    weight: f32,
}

impl Asked {
    fn read(query: &str) -> Asked {
        let folded = words(query);
        let mut read: Vec<AskedWord> = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            // `LI 4`, `EX HN 3`: up to three pieces that together have the form of a code.
            let code = (1..=3.min(folded.len() - at)).rev().find_map(|long| {
                let pieces = &folded[at..at + long];
                let last = pieces.last()?;
                let digits_last = last.chars().last().is_some_and(|c| c.is_ascii_digit());
                let code = Code::from_typed(&pieces.concat()).filter(|_| digits_last)?;
                Some((long, code))
            });
            if let Some((long, code)) = code {
                let text = code_word(code.as_str());
                read.push(AskedWord {
                    code: Some(text.clone()),
                    text,
                    weight: 1.0,
                });
                at += long;
                continue;
            }
            let text = folded[at].clone();
            // `sj` begins the codes of TE. A single letter is too little to mean a meridian.
            let code = Meridian::from_alias(&text)
                .filter(|_| text.chars().count() > 1)
                .map(|meridian| meridian.code().to_lowercase());
            let weight = match &*text {
                word if SMALL.contains(&word) => 0.0,
                word if WEAK.contains(&word) => 0.3,
                _ => 1.0,
            };
            read.push(AskedWord { text, code, weight });
            at += 1;
        }
        // A query of small words only means them.
        if read.iter().any(|word| word.weight > 0.0) {
            read.iter_mut()
                .filter(|word| word.weight == 0.0)
                .for_each(|word| word.weight = 0.001);
        } else {
            read.iter_mut().for_each(|word| word.weight = 1.0);
        }
        Asked { words: read }
    }
}

impl AskedWord {
    /// How well a word of the index fits as it stands: 1 for the same word, 0 for another.
    fn fit(&self, known: &str) -> f32 {
        let asked = self.text.as_str();
        let begins = |beginning: &str| {
            let more = known.len().saturating_sub(beginning.len());
            0.85 - 0.01 * more.min(20) as f32
        };
        if known == asked {
            return 1.0;
        }
        if let Some(code) = &self.code {
            if known == code {
                return 1.0;
            }
            if known.starts_with(code.as_str()) && known.ends_with(|c: char| c.is_ascii_digit()) {
                return if asked == code { begins(code) } else { 0.6 };
            }
        }
        if self.weight < 0.01 {
            // A small word is never the beginning of something.
            return 0.0;
        }
        if known.starts_with(asked) {
            return begins(asked);
        }
        // Danish and English endings: nakken, headaches.
        let (long, short) = (asked.chars().count(), known.chars().count());
        if short >= 4 && long > short && long - short <= 3 && asked.starts_with(known) {
            return 0.8;
        }
        if long >= 4 && known.contains(asked) {
            return 0.5;
        }
        0.0
    }

    fn may_be_mistyped(&self) -> bool {
        self.weight >= 0.01 && self.code.is_none() && self.text.chars().count() >= 4
    }

    /// How well a word fits if one letter is wrong, or two of a long word; also while it is being typed.
    fn fit_mistyped(&self, known: &str) -> f32 {
        if known.chars().any(|c| c.is_ascii_digit()) {
            return 0.0;
        }
        let long = self.text.chars().count();
        let most = if long >= 7 { 2 } else { 1 };
        if let Some(mistakes) = distance(&self.text, known, most) {
            return 0.7 - 0.1 * mistakes as f32;
        }
        let beginning: String = known.chars().take(long).collect();
        if long >= 5 && distance(&self.text, &beginning, 1).is_some() {
            return 0.4;
        }
        0.0
    }
}

/// A code as one word: `exhn3`.
fn code_word(code: &str) -> String {
    words(code).concat()
}

/// The index while it is built.
#[derive(Debug, Default)]
struct Building {
    words: Vec<Word>,
    at: HashMap<String, usize>,
    phrases: Vec<Phrase>,
}

impl Building {
    fn point(&mut self, document: usize, point: &Point, atlas: &Atlas) {
        let code = code_word(point.code.as_str());
        if let Some(short) = code.strip_prefix("ex") {
            self.word(document, Kind::Code, short);
        }
        self.word(document, Kind::Code, &code);
        for alias in &point.aliases {
            self.text(document, Kind::Name, alias);
            self.word(document, Kind::Name, &words(alias).concat());
        }
        let names = &point.names;
        self.word(document, Kind::Name, &words(&names.pinyin).concat());
        if names.pinyin.contains(['ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ']) {
            // Keyboards for Chinese write ü as v.
            let typed: String = names
                .pinyin
                .chars()
                .map(|c| if "üǖǘǚǜ".contains(c) { 'v' } else { c })
                .collect();
            self.word(document, Kind::Name, &words(&typed).concat());
        }
        for name in [
            &names.hanzi_simplified,
            &names.hanzi_traditional,
            &names.english,
            &names.danish,
        ] {
            self.text(document, Kind::Name, name);
        }
        for place in [&point.place.en, &point.place.da] {
            self.text_words(document, Kind::Place, place);
        }
        for word in region_words(point.region) {
            self.word(document, Kind::Place, &words(word).concat());
        }
        if let Some(text) = atlas.meridian(point.meridian) {
            self.text_words(document, Kind::Group, &text.organ.en);
            self.text_words(document, Kind::Group, &text.organ.da);
        }
        for category in &point.categories {
            self.text_words(document, Kind::Group, category.id());
        }
    }

    /// A text as words, and as a phrase.
    fn text(&mut self, document: usize, kind: Kind, text: &str) {
        let phrase = self.text_words(document, kind, text);
        let there = |known: &Phrase| known.document == document && known.words == phrase;
        if !phrase.is_empty() && !self.phrases.iter().rev().take(20).any(there) {
            self.phrases.push(Phrase {
                words: phrase,
                document,
            });
        }
    }

    fn text_words(&mut self, document: usize, kind: Kind, text: &str) -> Vec<String> {
        let words = words(text);
        for word in &words {
            self.word(document, kind, word);
        }
        words
    }

    fn word(&mut self, document: usize, kind: Kind, word: &str) {
        let at = *self.at.entry(word.to_owned()).or_insert_with(|| {
            self.words.push(Word {
                text: word.to_owned(),
                name: None,
                places: Vec::new(),
            });
            self.words.len() - 1
        });
        let known = &mut self.words[at];
        if kind == Kind::Name {
            known.name.get_or_insert_with(|| Utf32String::from(word));
        }
        match known.places.iter_mut().find(|(there, _)| *there == document) {
            Some((_, there)) if there.weight() < kind.weight() => *there = kind,
            Some(_) => {}
            None => known.places.push((document, kind)),
        }
    }
}

/// What people call a part of the body, in both languages. Beside the words of the point's own place.
fn region_words(region: Region) -> &'static [&'static str] {
    match region {
        Region::Head => &["head", "scalp", "skull", "hoved", "isse", "kranie"],
        Region::Face => &["face", "ansigt"],
        Region::Ear => &["ear", "øre"],
        Region::Neck => &["neck", "nape", "nakke"],
        Region::Throat => &["throat", "neck", "hals", "strube"],
        Region::Shoulder => &["shoulder", "skulder"],
        Region::Chest => &["chest", "breast", "bryst"],
        Region::Flank => &["side", "flank", "ribs", "ribben"],
        Region::Belly => &["belly", "abdomen", "stomach", "tummy", "mave", "bug"],
        Region::Back => &["back", "spine", "ryg"],
        Region::LowBack => &["back", "lumbar", "sacrum", "loin", "lænd", "ryg", "korsben"],
        Region::Hip => &["hip", "buttock", "hofte", "balle"],
        Region::Perineum => &["perineum", "mellemkød"],
        Region::UpperArm => &["arm", "overarm"],
        Region::Elbow => &["elbow", "arm", "albue"],
        Region::Forearm => &["forearm", "arm", "underarm"],
        Region::Wrist => &["wrist", "håndled"],
        Region::Hand => &["hand", "finger", "palm", "hånd", "håndflade"],
        Region::Thigh => &["thigh", "leg", "lår", "ben"],
        Region::Knee => &["knee", "leg", "knæ"],
        Region::LowerLeg => &["shin", "calf", "leg", "underben", "læg", "skinneben"],
        Region::Ankle => &["ankle", "ankel"],
        Region::Foot => &["foot", "feet", "toe", "sole", "fod", "fødder", "tå", "fodsål"],
    }
}
