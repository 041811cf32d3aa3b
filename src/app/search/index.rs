//! The index: every word a point or a use can be found by, and how well it answers a query.
//!
//! A query is read word by word. Each word is compared with every word of the index once, and the best
//! way in which it fits counts: the same, the beginning, an inflected form, a part; only where no word of
//! the index fits like that is a typing mistake looked for. What people come with (a use) leads on to the
//! points that serve it.

use std::collections::HashMap;

use nucleo_matcher::{Config, Matcher, Utf32String};
use unicode_normalization::UnicodeNormalization;

use super::asked::Asked;
use super::complaints::{Complaint, complaints};
use super::fold::words;
use super::rank::{Answer, Candidate, Fits, best_suiting};
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::code::{Code, Meridian};
use crate::domain::near::distance;
use crate::domain::point::{Category, Point, Region};
use crate::domain::routine::Routines;
use crate::domain::words::{Lang, Languages, Text, Words};

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Points.
    pub points: Vec<FoundPoint>,
    /// Uses, by their place in [`Atlas::uses`].
    pub uses: Vec<usize>,
    /// Everything else.
    pub others: Vec<Other>,
    /// The query is the name of one of the others, and of no point: it comes first.
    pub means_other: bool,
    /// How many complaints the query names.
    pub complaints: usize,
}

/// Something else that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// A routine, by its place in [`Routines::all`].
    Routine(usize),
    /// A meridian.
    Meridian(Meridian),
    /// A traditional category.
    Category(Category),
    /// A question and its answer, by its place in [`Atlas::topics`].
    Topic(usize),
}

impl Other {
    /// The kinds in the order in which they are listed.
    fn kind(self) -> u8 {
        match self {
            Other::Routine(_) => 0,
            Other::Topic(_) => 1,
            Other::Meridian(_) => 2,
            Other::Category(_) => 3,
        }
    }
}

/// A point that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundPoint {
    /// The point.
    pub id: PointId,
    /// The use it was found by, if it was found by what it is used for: its place in [`Atlas::uses`].
    pub by: Option<usize>,
    /// How many of the complaints it serves, where the query names several.
    pub serves: usize,
}

/// What a word of the index is to its point or use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Code,
    Name,
    Synonym,
    /// A word out of a name of several: "neck" of "Neck of a Hundred Labours".
    Part,
    Place,
    Group,
}

impl Kind {
    /// How much it counts. Only the order of these numbers means something.
    fn weight(self) -> f32 {
        match self {
            Kind::Code | Kind::Name => 1.0,
            Kind::Synonym => 0.92,
            // Less than being well known for what the word means.
            Kind::Part => 0.55,
            Kind::Place => 0.5,
            Kind::Group => 0.4,
        }
    }
}

/// A word, and where it stands.
#[derive(Debug, Default)]
struct Word {
    /// The same for the fuzzy matcher; only for names.
    name: Option<Utf32String>,
    places: Vec<(usize, Kind)>,
}

/// Every word there is, each once. A letter typed is held against all of them, so that their texts lie side by
/// side, and what is asked of one in a thousand lies elsewhere.
#[derive(Debug, Default)]
struct Vocabulary {
    texts: String,
    /// Where each text ends.
    ends: Vec<usize>,
    words: Vec<Word>,
}

impl Vocabulary {
    fn push(&mut self, text: &str) {
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        self.words.push(Word::default());
    }

    /// Every word with its text.
    fn iter(&self) -> impl Iterator<Item = (&str, &Word)> {
        let mut start = 0;
        self.ends.iter().zip(&self.words).map(move |(end, word)| {
            let text = &self.texts[start..*end];
            start = *end;
            (text, word)
        })
    }
}

/// The uses each point serves, and how well known it is for each: all in one row, for the same reason.
#[derive(Debug, Default)]
struct Serves {
    uses: Vec<(usize, f32)>,
    /// Where those of each point end.
    ends: Vec<usize>,
}

impl Serves {
    fn push(&mut self, uses: impl Iterator<Item = (usize, f32)>) {
        self.uses.extend(uses);
        self.ends.push(self.uses.len());
    }

    /// How many points there are.
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn of(&self, point: usize) -> &[(usize, f32)] {
        let start = if point == 0 { 0 } else { self.ends[point - 1] };
        &self.uses[start..self.ends[point]]
    }

    fn iter(&self) -> impl Iterator<Item = &[(usize, f32)]> {
        (0..self.len()).map(|point| self.of(point))
    }
}

/// Several words in a row that mean one thing.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    document: usize,
    /// How well a query that holds it fits.
    fit: f32,
}

/// A name or a synonym said in full counts a little more than its words.
const SAID_IN_FULL: f32 = 1.05;

/// From so many words on the place of a point, typed just like that, means the point.
const PLACE_WORDS: usize = 3;

/// The index of one atlas. Documents are first all points in atlas order, then all uses, then the others.
#[derive(Debug)]
pub struct Index {
    words: Vocabulary,
    /// In the order of what they mean.
    phrases: Vec<Phrase>,
    /// Places of the phrases that begin with a word.
    beginning: HashMap<String, Vec<usize>>,
    serves: Serves,
    /// For each point its pinyin with the tones: typed like that, it means this point and no other.
    toned: Vec<String>,
    uses: usize,
    others: Vec<Other>,
    /// Documents to read before any point, wherever one of their phrases is said.
    urgent: Vec<usize>,
    /// The words of the meridians' names in every language, the longest first.
    organs: Vec<(Vec<String>, Meridian)>,
}

/// The least part of the best answer's words a weaker answer must have. With two complaints of equal
/// weight, points that serve one of them stay.
const LEAST_SHARE: f32 = 0.4;

/// The same for routines, meridians, categories and topics.
const OTHERS_SHARE: f32 = 0.6;

impl Index {
    /// Builds the index of an atlas, and of the routines beside it, in the shipped languages.
    pub fn new(atlas: &Atlas, routines: &Routines) -> Index {
        Index::speaking(atlas, routines, &Languages::default())
    }

    /// The same in these languages.
    pub fn speaking(atlas: &Atlas, routines: &Routines, languages: &Languages) -> Index {
        let mut building = Building {
            languages: languages.all().collect(),
            ..Building::default()
        };
        for (id, point) in atlas.points() {
            building.point(id.0 as usize, point, atlas);
        }
        for (index, use_) in atlas.uses().iter().enumerate() {
            let document = atlas.len() + index;
            building.names(document, &use_.name);
            building.synonyms(document, &use_.synonyms);
        }
        let mut others = Vec::new();
        let first = atlas.len() + atlas.uses().len();
        for (index, routine) in routines.all().iter().enumerate() {
            building.names(first + others.len(), &routine.name);
            others.push(Other::Routine(index));
        }
        let mut urgent = Vec::new();
        for (index, topic) in atlas.topics().iter().enumerate() {
            if topic.urgent {
                urgent.push(first + others.len());
            }
            building.names(first + others.len(), &topic.name);
            building.synonyms(first + others.len(), &topic.synonyms);
            others.push(Other::Topic(index));
        }
        for text in atlas.meridians() {
            let document = first + others.len();
            let organ = [&*text.organ.en, &*text.organ.da];
            building.names(document, &text.organ);
            building.text(document, Kind::Name, &text.hanzi);
            building.word(document, Kind::Name, &text.meridian.code().to_lowercase());
            for (organ, line) in organ.into_iter().zip(["meridian", "meridianen"]) {
                building.text(document, Kind::Name, &format!("{organ} {line}"));
            }
            // Danish writes it as one word, each organ in its own way: levermeridianen, tyktarmsmeridianen,
            // perikardiemeridianen.
            let organ = words(organ[1]).concat();
            let stem = organ.strip_suffix("um").map(|stem| format!("{stem}e"));
            for first in [organ.clone(), format!("{organ}s")].into_iter().chain(stem) {
                for line in ["meridian", "meridianen"] {
                    building.word(document, Kind::Name, &format!("{first}{line}"));
                }
            }
            others.push(Other::Meridian(text.meridian));
        }
        for text in atlas.categories() {
            let document = first + others.len();
            building.names(document, &text.name);
            building.text(document, Kind::Name, &text.hanzi);
            building.text(document, Kind::Name, text.category.id());
            others.push(Other::Category(text.category));
        }
        let use_at: HashMap<&str, usize> = atlas
            .uses()
            .iter()
            .enumerate()
            .map(|(index, use_)| (&*use_.id, index))
            .collect();
        let mut serves = Serves::default();
        for (id, point) in atlas.points() {
            let uses = point
                .uses
                .iter()
                .filter_map(|use_| use_at.get(&*use_.id).copied());
            serves.push(uses.map(|use_| (use_, atlas.known_for(id, use_))));
        }
        let mut organs: Vec<(Vec<String>, Meridian)> = atlas
            .meridians()
            .iter()
            .filter(|text| text.meridian != Meridian::EX)
            .flat_map(|text| [&text.organ.en, &text.organ.da].map(|organ| (words(organ), text.meridian)))
            .collect();
        organs.sort_by_key(|(organ, _)| std::cmp::Reverse(organ.len()));
        building.phrases.sort_by_key(|phrase| phrase.document);
        let mut beginning: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, phrase) in building.phrases.iter().enumerate() {
            beginning.entry(phrase.words[0].clone()).or_default().push(place);
        }
        Index {
            organs,
            urgent,
            words: building.words,
            beginning,
            phrases: building.phrases,
            serves,
            toned: atlas
                .points()
                .map(|(_, point)| toned(&point.names.pinyin))
                .collect(),
            uses: atlas.uses().len(),
            others,
        }
    }

    /// What answers a query. `suits` says whether a point may be pressed by this person; among points that
    /// answer equally many words, those come first. Where several complaints are named, those points come
    /// first that suit, then those that serve most of them. A thousand points at most.
    pub fn search(&self, query: &str, suits: impl FnMut(PointId) -> bool) -> Results {
        let asked = Asked::read(query, &self.organs);
        if asked.words.is_empty() {
            return Results::default();
        }
        let points = self.serves.len();
        let all = points + self.uses + self.others.len();
        let mut fits = Fits::new(all, asked.words.len());
        let mut named = vec![false; all];
        self.fit_words(&asked, &mut fits);
        self.fit_whole(&asked, &mut fits, &mut named);
        self.mean_the_toned(query, &mut named);
        let weights: Vec<f32> = asked.words.iter().map(|word| word.weight).collect();
        let complaints = complaints(&fits.rows(points..points + self.uses), &weights);
        let by = self.fit_points_by_their_uses(&mut fits);

        let answer = |document: usize| -> Answer {
            let fit = fits.of(document);
            let covered: f32 = fit
                .iter()
                .zip(&weights)
                // A small word never makes one answer fuller than another: "ved" in "ved håndleddet".
                .filter(|(fit, weight)| **fit > 0.0 && **weight > 0.01)
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
        let answers: Vec<Answer> = (0..all).map(answer).collect();
        let best = answers.iter().map(|answer| answer.covered).fold(0.0, f32::max);
        let kept = |answer: &&Answer| answer.covered > 0.0 && answer.covered >= LEAST_SHARE * best;

        let candidates: Vec<Candidate> = if complaints.len() > 1 {
            self.serving(&complaints, &answers[..points])
        } else {
            let kept = answers[..points].iter().filter(kept);
            kept.map(Candidate::from).collect()
        };
        let found = best_suiting(candidates, suits);
        let first_other = points + self.uses;
        let mut uses: Vec<Answer> = answers[points..first_other]
            .iter()
            .filter(kept)
            .copied()
            .collect();
        uses.sort_by(Answer::order);
        let mut others: Vec<Answer> = answers[first_other..].iter().filter(kept).copied().collect();
        // A word that only stands somewhere in a name is no answer among so many.
        others.retain(|other| other.named || other.covered >= OTHERS_SHARE * best);
        let kind = |answer: &Answer| self.others[answer.document - first_other].kind();
        others.sort_by(|a, b| {
            (b.named.cmp(&a.named))
                .then(kind(a).cmp(&kind(b)))
                .then(a.order(b))
        });
        let means_other = others.first().is_some_and(|other| other.named)
            && !answers[..points].iter().any(|answer| answer.named);
        if means_other && self.urgent.contains(&others[0].document) {
            // What needs help is no complaint to press for: nothing stands beside the answer.
            return Results {
                means_other,
                others: vec![self.others[others[0].document - first_other]],
                ..Results::default()
            };
        }
        Results {
            means_other,
            complaints: complaints.len(),
            points: found
                .into_iter()
                .map(|found| FoundPoint {
                    id: PointId(found.document as u32),
                    by: by[found.document],
                    serves: found.serves,
                })
                .collect(),
            uses: uses.into_iter().map(|answer| answer.document - points).collect(),
            others: others
                .into_iter()
                .map(|answer| self.others[answer.document - first_other])
                .collect(),
        }
    }

    /// The points for several complaints at once, and how many of them each serves.
    fn serving(&self, complaints: &[Complaint], points: &[Answer]) -> Vec<Candidate> {
        let candidates = points.iter().filter_map(|answer| {
            let serves = self.serves.of(answer.document);
            let known = complaints.iter().filter_map(|complaint| complaint.known(serves));
            let (served, sum) = known.fold((0, 0.0), |(count, sum), known| (count + 1, sum + known));
            (served > 0 || answer.named).then_some(Candidate {
                class: (answer.named, 0.0),
                serves: served,
                score: sum,
                document: answer.document,
            })
        });
        candidates.collect()
    }

    /// Where a name is typed with its tones, it means only the points that have just these: KI15 Zhōngzhù is
    /// not TE3 Zhōngzhǔ.
    fn mean_the_toned(&self, query: &str, named: &mut [bool]) {
        let typed = toned(query);
        if typed.is_ascii() || !self.toned.contains(&typed) {
            return;
        }
        for (is_named, known) in named.iter_mut().zip(&self.toned) {
            *is_named = *known == typed;
        }
    }

    /// The points whose name or code the query is: none, one, or several that share a name.
    pub fn named(&self, query: &str) -> Vec<PointId> {
        let asked = Asked::read(query, &self.organs);
        if asked.words.is_empty() {
            return Vec::new();
        }
        let documents = self.serves.len() + self.uses + self.others.len();
        let mut fits = Fits::new(documents, asked.words.len());
        let mut named = vec![false; documents];
        self.fit_whole(&asked, &mut fits, &mut named);
        self.mean_the_toned(query, &mut named);
        (0..self.serves.len())
            .filter(|document| named[*document])
            .map(|document| PointId(document as u32))
            .collect()
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
    fn fit_words(&self, asked: &Asked, fits: &mut Fits) {
        // Its tables are a hundred kilobytes, and few queries come to need it.
        let mut matcher = None;
        for (at, word) in asked.words.iter().enumerate() {
            let mut any = false;
            for (text, known) in self.words.iter() {
                let fit = word.fit(text);
                if fit > 0.0 {
                    // What a word of two letters is part of is no answer to stop at.
                    any = true;
                    known.count(fit, at, fits);
                }
            }
            if any || !word.may_be_mistyped() {
                continue;
            }
            for (text, known) in self.words.iter() {
                let fit = word.fit_mistyped(text);
                if fit > 0.0 {
                    any = true;
                    known.count(fit, at, fits);
                }
            }
            if any {
                continue;
            }
            let needle = Utf32String::from(word.text.as_str());
            for (text, known) in self.words.iter() {
                let Some(name) = &known.name else { continue };
                let enough = FUZZY_A_LETTER * word.text.chars().count() as u16;
                let matcher = matcher.get_or_insert_with(|| Matcher::new(Config::DEFAULT));
                let score = matcher.fuzzy_match(name.slice(..), needle.slice(..));
                if text.chars().next() == word.text.chars().next()
                    && score.is_some_and(|score| score >= enough)
                {
                    known.count(0.3, at, fits);
                }
            }
        }
    }

    /// The query as a whole: names written in pieces, and sentences that hold a whole synonym.
    fn fit_whole(&self, asked: &Asked, fits: &mut Fits, named: &mut [bool]) {
        let texts: Vec<&str> = asked.words.iter().map(|word| word.text.as_str()).collect();
        let joined = texts.concat();
        let long_enough = texts.len() > 1 && joined.chars().count() >= 4;
        for (text, known) in self.words.iter() {
            let same = text == joined;
            let longer = long_enough && text.starts_with(&joined);
            if !same && !longer {
                continue;
            }
            for (document, kind) in &known.places {
                if !matches!(kind, Kind::Code | Kind::Name) {
                    continue;
                }
                if same {
                    named[*document] |= self.has_a_name_alone(*document) && self.is_whole_of(text, *document);
                    fits.of_mut(*document).fill(1.0);
                } else {
                    fits.of_mut(*document)
                        .iter_mut()
                        .for_each(|fit| *fit = fit.max(0.85));
                }
            }
        }
        for (at, text) in texts.iter().enumerate() {
            for phrase in self.beginning.get(*text).into_iter().flatten() {
                let phrase = &self.phrases[*phrase];
                let long = phrase.words.len();
                if phrase.words.len() > texts.len() - at
                    || phrase.words.iter().zip(&texts[at..]).any(|(a, b)| a != b)
                {
                    continue;
                }
                for fit in &mut fits.of_mut(phrase.document)[at..at + long] {
                    *fit = fit.max(phrase.fit);
                }
                let meant = long == texts.len() || self.urgent.contains(&phrase.document);
                named[phrase.document] |= meant && self.has_a_name_alone(phrase.document);
            }
        }
    }

    /// The phrases that mean one point or one of the others.
    fn phrases_of(&self, document: usize) -> impl Iterator<Item = &Phrase> {
        let first = self.phrases.partition_point(|phrase| phrase.document < document);
        self.phrases[first..]
            .iter()
            .take_while(move |phrase| phrase.document == document)
    }

    /// Whether a word alone is a whole name of the point: not one of a phrase.
    fn is_whole_of(&self, text: &str, document: usize) -> bool {
        let mut phrases = self.phrases_of(document);
        !phrases.any(|phrase| phrase.words.iter().any(|word| word == text))
    }

    /// Points and others are meant by their name alone; the name of a use leads to many points.
    fn has_a_name_alone(&self, document: usize) -> bool {
        !(self.serves.len()..self.serves.len() + self.uses).contains(&document)
    }

    /// Points answer for what they are used for, less than by their own names: the more the better known
    /// they are for it. Says which use counted most.
    fn fit_points_by_their_uses(&self, fits: &mut Fits) -> Vec<Option<usize>> {
        let (own, uses) = fits.cells.split_at_mut(self.serves.len() * fits.words);
        own.chunks_mut(fits.words)
            .zip(self.serves.iter())
            .map(|(fit, serves)| {
                let mut by: Option<(usize, f32)> = None;
                for (use_, known) in serves {
                    let part = 0.3 + 0.4 * known;
                    let mut gained = 0.0;
                    let led = &uses[use_ * fits.words..(use_ + 1) * fits.words];
                    for (fit, led) in fit.iter_mut().zip(led) {
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

impl Word {
    fn count(&self, fit: f32, at: usize, fits: &mut Fits) {
        for (document, kind) in &self.places {
            let best = &mut fits.of_mut(*document)[at];
            *best = best.max(fit * kind.weight());
        }
    }
}

/// A name with its tones, to compare: lower case, composed, in one piece.
fn toned(name: &str) -> String {
    let name = name.nfc().flat_map(char::to_lowercase);
    name.filter(|c| !c.is_whitespace()).collect()
}

/// A code as one word: `exhn3`.
pub(super) fn code_word(code: &str) -> String {
    words(code).concat()
}

/// The index while it is built.
#[derive(Debug, Default)]
struct Building {
    words: Vocabulary,
    at: HashMap<String, usize>,
    phrases: Vec<Phrase>,
    languages: Vec<Lang>,
}

impl Building {
    fn point(&mut self, document: usize, point: &Point, atlas: &Atlas) {
        let code = code_word(point.code.as_str());
        if let Some(short) = code.strip_prefix("ex") {
            self.word(document, Kind::Code, short);
        }
        self.word(document, Kind::Code, &code);
        for alias in &point.aliases {
            self.name(document, alias);
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
        for name in [&names.hanzi_simplified, &names.hanzi_traditional] {
            self.name(document, name);
        }
        for meaning in self.said(&names.meaning) {
            self.name(document, meaning);
        }
        for place in self.said(&point.place) {
            let place = self.text_words(document, Kind::Place, place);
            if place.len() >= PLACE_WORDS {
                self.phrase(document, place, Kind::Place.weight());
            }
        }
        for word in region_words(point.region) {
            self.word(document, Kind::Place, &words(word).concat());
        }
        if let Some(text) = atlas.meridian(point.meridian) {
            for organ in self.said(&text.organ) {
                self.text_words(document, Kind::Group, organ);
            }
        }
        for category in &point.categories {
            self.text_words(document, Kind::Group, category.id());
            if let Some(text) = atlas.category(*category) {
                self.text_words(document, Kind::Group, &text.name.da);
            }
        }
    }

    /// What words say in every language.
    fn said<'w>(&self, words: &'w Words) -> Vec<&'w str> {
        self.languages.iter().map(|lang| words.get(*lang)).collect()
    }

    /// A name in every language.
    fn names(&mut self, document: usize, name: &Words) {
        for name in self.said(name) {
            self.text(document, Kind::Name, name);
        }
    }

    fn synonyms(&mut self, document: usize, synonyms: &[Text]) {
        for synonym in synonyms {
            self.text(document, Kind::Synonym, synonym);
        }
    }

    /// A name of a point: the whole of it means the point, a word of several only hints at it.
    fn name(&mut self, document: usize, name: &str) {
        let several = words(name).len() > 1;
        self.text(document, if several { Kind::Part } else { Kind::Name }, name);
    }

    /// A text as words, and as a phrase.
    fn text(&mut self, document: usize, kind: Kind, text: &str) {
        let phrase = self.text_words(document, kind, text);
        self.phrase(document, phrase, SAID_IN_FULL);
    }

    fn phrase(&mut self, document: usize, words: Vec<String>, fit: f32) {
        let there = |known: &Phrase| known.document == document && known.words == words;
        if !words.is_empty() && !self.phrases.iter().rev().take(20).any(there) {
            self.phrases.push(Phrase { words, document, fit });
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
        let at = match self.at.get(word) {
            Some(at) => *at,
            None => {
                self.words.push(word);
                self.at.insert(word.to_owned(), self.at.len());
                self.at.len() - 1
            }
        };
        let known = &mut self.words.words[at];
        if matches!(kind, Kind::Name | Kind::Part) {
            known.name.get_or_insert_with(|| Utf32String::from(word));
        }
        // One document is read after the other: where a word stands in this one, it stands there last.
        match known.places.last_mut().filter(|(there, _)| *there == document) {
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
