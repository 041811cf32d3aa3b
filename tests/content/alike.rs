//! No text is its neighbour's with other names and numbers: pairs that come near it are listed with a reason.

use std::collections::{BTreeMap, BTreeSet};

use hegu::domain::words::Lang;
use serde::Deserialize;

/// A pair of points whose finding texts are much alike, and why that is right.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    codes: [String; 2],
    why: String,
}

#[derive(Deserialize)]
struct Pairs {
    pair: Vec<Pair>,
}

/// From this part of equal words in equal order on, names and numbers left aside, two texts are alike. Texts
/// about neighbours share landmarks, so a half is usual.
const ALIKE: f32 = 0.65;

/// Names and numbers: what may differ between two texts that are otherwise the same.
fn is_name_or_number(word: &str, lang: Lang) -> bool {
    const EN: &str = "one two three four five six seven eight nine ten eleven twelve half first second third fourth \
        fifth sixth seventh eighth ninth tenth eleventh twelfth index middle ring little big thumb inner outer upper \
        lower left right";
    const DA: &str = "en et én ét to tre fire fem seks syv otte ni ti elleve tolv halv halvanden første anden andet \
        tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte pegefinger pegefingeren langfinger \
        langfingeren ringfinger ringfingeren lillefinger lillefingeren storetå storetåen lilletå lilletåen \
        tommelfinger tommelfingeren inderste yderste øverste nederste venstre højre indvendige udvendige";
    let names = match lang {
        Lang::En => EN,
        _ => DA,
    };
    word.chars().any(|c| c.is_ascii_digit()) || names.split_whitespace().any(|name| name == word)
}

fn masked(text: &str, lang: Lang) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(|word| {
            if is_name_or_number(word, lang) {
                "#".to_owned()
            } else {
                word.to_owned()
            }
        })
        .collect()
}

/// How many words two texts have in common in the same order (the longest common subsequence), as a part of
/// the longer one.
fn alike(a: &[String], b: &[String]) -> f32 {
    let mut before = vec![0_usize; b.len() + 1];
    for word in a {
        let mut row = vec![0; b.len() + 1];
        for (j, other) in b.iter().enumerate() {
            row[j + 1] = if word == other {
                before[j] + 1
            } else {
                row[j].max(before[j + 1])
            };
        }
        before = row;
    }
    before[b.len()] as f32 / a.len().max(b.len()) as f32
}

/// At most this part can be alike: words in common in any order.
fn in_common(a: &BTreeMap<&str, usize>, b: &BTreeMap<&str, usize>, longer: usize) -> f32 {
    let common: usize = a
        .iter()
        .map(|(word, n)| (*n).min(b.get(word).copied().unwrap_or(0)))
        .sum();
    common as f32 / longer as f32
}

#[test]
fn texts_alike_but_for_names_and_numbers_are_listed_with_a_reason() {
    let listed: Pairs = toml::from_str(include_str!("alike.toml")).expect("pairs");
    let mut reasons: BTreeSet<BTreeSet<String>> = BTreeSet::new();
    for pair in listed.pair {
        assert!(
            pair.why.split_whitespace().count() >= 5,
            "{:?} needs a reason",
            pair.codes
        );
        assert!(
            reasons.insert(pair.codes.into_iter().collect()),
            "a pair is listed twice"
        );
    }
    let mut found: BTreeSet<BTreeSet<String>> = BTreeSet::new();
    let mut new = Vec::new();
    for lang in Lang::ALL {
        let texts: Vec<(String, Vec<String>)> = super::points()
            .into_iter()
            .map(|point| {
                let text = format!("{} {}", point.find.get(lang), point.on_it.get(lang));
                (point.code.to_string(), masked(&text, lang))
            })
            .collect();
        let counts: Vec<BTreeMap<&str, usize>> = texts
            .iter()
            .map(|(_, words)| {
                let mut counts = BTreeMap::new();
                words
                    .iter()
                    .for_each(|word| *counts.entry(word.as_str()).or_default() += 1);
                counts
            })
            .collect();
        for (nth, (code, words)) in texts.iter().enumerate() {
            for (other_nth, (other, other_words)) in texts[..nth].iter().enumerate() {
                let longer = words.len().max(other_words.len());
                if in_common(&counts[nth], &counts[other_nth], longer) < ALIKE {
                    continue;
                }
                let much = alike(words, other_words);
                if much >= ALIKE {
                    let pair: BTreeSet<String> = [code.clone(), other.clone()].into();
                    if !reasons.contains(&pair) {
                        new.push(format!("{other} and {code}, {}: {much:.2}", lang.tag()));
                    }
                    found.insert(pair);
                }
            }
        }
    }
    super::none(new);
    let gone: Vec<String> = reasons
        .difference(&found)
        .map(|pair| format!("{pair:?} is no longer alike"))
        .collect();
    super::none(gone);
}

#[test]
fn a_text_with_other_names_and_numbers_would_be_found() {
    let text =
        |toe: &str, n: u8| format!("On the top of the foot, go {n} thumb widths back from the {toe} toe.");
    for (a, b) in [("second", "third"), ("first", "little")] {
        let (a, b) = (masked(&text(a, 2), Lang::En), masked(&text(b, 3), Lang::En));
        assert!(alike(&a, &b) >= ALIKE, "{a:?} {b:?}");
    }
}
