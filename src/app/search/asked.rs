//! A query, read: its words, what they may mean, and how much each decides.

use unicode_normalization::UnicodeNormalization;

use super::LONGEST;
use super::fold::words;
use super::index::code_word;
use crate::domain::code::{Code, Meridian};
use crate::domain::near::distance;

/// Words without which a sentence means the same to a search.
const SMALL: &[&str] = &[
    "a",
    "am",
    "an",
    "and",
    "at",
    "can",
    "do",
    "feel",
    "for",
    "from",
    "get",
    "has",
    "have",
    "i",
    "im",
    "in",
    "is",
    "it",
    "its",
    "me",
    "my",
    "of",
    "on",
    "or",
    "so",
    "the",
    "to",
    "when",
    "with",
    "point",
    "points",
    "af",
    "at",
    "da",
    "de",
    "den",
    "der",
    "det",
    "du",
    "efter",
    "eller",
    "en",
    "er",
    "et",
    "far",
    "fra",
    "gor",
    "har",
    "i",
    "jeg",
    "kan",
    "med",
    "mig",
    "min",
    "mine",
    "mit",
    "mod",
    "naar",
    "nar",
    "og",
    "om",
    "pa",
    "som",
    "til",
    "ved",
    "punkt",
    "punkter",
    // How people ask: "what helps against ...", "jeg har sådan en ...", "hvad gør man ved ...".
    "after",
    "again",
    "always",
    "are",
    "bad",
    "been",
    "but",
    "day",
    "every",
    "help",
    "how",
    "ive",
    "lot",
    "please",
    "really",
    "should",
    "some",
    "something",
    "that",
    "this",
    "too",
    "very",
    "was",
    "what",
    "where",
    "which",
    "why",
    "altid",
    "bare",
    "dag",
    "dage",
    "dagen",
    "denne",
    "ens",
    "hel",
    "hele",
    "help",
    "her",
    "hjaelp",
    "hjaelper",
    "hver",
    "hvad",
    "hvilke",
    "hvilket",
    "hvor",
    "hvordan",
    "hvorfor",
    "igen",
    "ligger",
    "lidt",
    "man",
    "meget",
    "noget",
    "nogle",
    "ofte",
    "sa",
    "sadan",
    "sgu",
    "sidder",
    "skal",
    "tit",
    "vil",
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
    "ik",
    "problems",
    "problemer",
    "meridian",
    "meridianen",
];

/// A query, read.
#[derive(Debug)]
pub(super) struct Asked {
    pub words: Vec<AskedWord>,
}

/// One word of a query.
#[derive(Debug)]
pub(super) struct AskedWord {
    pub text: String,
    /// It is the beginning of a code in somebody's spelling; this is WHO's.
    code: Option<String>,
    pub weight: f32,
}

impl Asked {
    /// Reads a query. `organs` are the words of the meridians' names, so that `Large Intestine 4` is a code.
    pub fn read(query: &str, organs: &[(Vec<String>, Meridian)]) -> Asked {
        // A sentence, as on the screen: what a program hands over may have any length.
        let query: String = query.chars().take(LONGEST).collect();
        let folded = with_codes(words(&german(&query)), organs);
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

/// `Dü 3` is SI3 in German. Once the dots are folded away it would be GV3, so it is read before.
fn german(query: &str) -> String {
    let query: String = query.nfc().flat_map(char::to_lowercase).collect();
    let mut read = String::with_capacity(query.len());
    let mut rest = query.as_str();
    while let Some(at) = rest.find("dü") {
        let after = &rest[at + "dü".len()..];
        let begins = !rest[..at].ends_with(char::is_alphanumeric);
        let numbered = after
            .trim_start_matches([' ', '-', '.', '_'])
            .starts_with(|c: char| c.is_ascii_digit());
        read.push_str(&rest[..at]);
        read.push_str(if begins && numbered { "si" } else { "dü" });
        rest = after;
    }
    read.push_str(rest);
    read
}

/// Puts the code of a meridian in the place of its name where a number follows: `stomach 36`, `tyktarm 4`.
fn with_codes(folded: Vec<String>, organs: &[(Vec<String>, Meridian)]) -> Vec<String> {
    let mut read = Vec::with_capacity(folded.len());
    let mut at = 0;
    while at < folded.len() {
        let named = organs.iter().find(|(organ, _)| {
            let number = folded.get(at + organ.len());
            folded[at..].starts_with(organ)
                && number.is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()))
        });
        match named {
            Some((organ, meridian)) => {
                read.push(meridian.code().to_lowercase());
                at += organ.len();
            }
            None => {
                read.push(folded[at].clone());
                at += 1;
            }
        }
    }
    read
}

impl AskedWord {
    /// How well a word of the index fits as it stands: 1 for the same word, 0 for another.
    pub fn fit(&self, known: &str) -> f32 {
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
        if let Some(ending) = asked.strip_prefix(known)
            && known.chars().count() >= 4
            && (1..=3).contains(&ending.chars().count())
        {
            return 0.8;
        }
        if known.len() > asked.len() && asked.chars().count() >= 4 && known.contains(asked) {
            return 0.5;
        }
        0.0
    }

    pub fn may_be_mistyped(&self) -> bool {
        self.weight >= 0.01 && self.code.is_none() && self.text.chars().count() >= 4
    }

    /// How well a word fits if one letter is wrong, or two of a long word; also while it is being typed.
    pub fn fit_mistyped(&self, known: &str) -> f32 {
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
