//! Laws of the shipped content: what must be true of every text, in both languages.

#[path = "content/alike.rs"]
mod alike;
#[path = "content/categories.rs"]
mod categories;
#[path = "content/cautions.rs"]
mod cautions;
#[path = "content/danish.rs"]
mod danish;
#[path = "content/names.rs"]
mod names;
#[path = "content/queries.rs"]
mod queries;

use std::collections::{BTreeMap, BTreeSet};

use hegu::domain::code::Meridian;
use hegu::domain::point::{Basis, Point, Sides};
use hegu::domain::words::{Lang, Words};

fn points() -> Vec<&'static Point> {
    hegu::shipped().atlas.points().map(|(_, point)| point).collect()
}

/// Every bilingual text of a point with its name.
fn texts(point: &Point) -> Vec<(String, &Words)> {
    let mut texts = vec![
        ("place".to_owned(), &point.place),
        ("find".to_owned(), &point.find),
        ("on_it".to_owned(), &point.on_it),
        ("hand".to_owned(), &point.technique.hand),
    ];
    texts.extend(
        point
            .cautions
            .iter()
            .map(|caution| (format!("caution {}", caution.rule), &caution.words)),
    );
    texts.extend(point.cue.find.iter().map(|words| ("cue".to_owned(), words)));
    texts.extend(point.cue.switch.iter().map(|words| ("cue".to_owned(), words)));
    texts
}

#[track_caller]
fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} found:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_point_is_complete_in_both_languages() {
    let mut wrong = Vec::new();
    for point in points() {
        for (name, words) in texts(point) {
            for lang in Lang::ALL {
                if words.get(lang).trim().is_empty() {
                    wrong.push(format!("{} {name} {}", point.code, lang.tag()));
                }
            }
        }
        if point.pressable && point.uses.is_empty() {
            wrong.push(format!("{} has no use", point.code));
        }
        if point.sources.is_empty() || point.places.is_empty() {
            wrong.push(format!("{} has no source or no place", point.code));
        }
        if point.pressable && point.cue.find.is_empty() {
            wrong.push(format!("{} cannot be found by ear", point.code));
        }
        if point.pressable && point.sides == Sides::Both && point.cue.switch.is_empty() {
            wrong.push(format!("{} has no words for the other side", point.code));
        }
    }
    none(wrong);
}

#[test]
fn finding_texts_keep_the_pattern() {
    let mut wrong = Vec::new();
    for point in points() {
        for (lang, opening) in [(Lang::En, "You are on it when"), (Lang::Da, "Du er der, når")] {
            if !point.on_it.get(lang).starts_with(opening) {
                wrong.push(format!("{}: \"{}\"", point.code, point.on_it.get(lang)));
            }
            let length = point.find.get(lang).chars().count() + 1 + point.on_it.get(lang).chars().count();
            if length > 420 {
                wrong.push(format!("{} {}: {length} characters", point.code, lang.tag()));
            }
        }
        for (name, words) in texts(point) {
            for lang in Lang::ALL {
                let text = words.get(lang);
                if text.contains("  ") || text.trim() != text || text.contains(" ,") || text.contains("..") {
                    wrong.push(format!("{} {name}: spacing in \"{text}\"", point.code));
                }
                // Calm and plain: no shouting, no dashes and signs that a narrow terminal draws two cells wide.
                if text.contains(['!', '–', '—', '•', '·', '…', '→', '×', '°', '½', '±']) {
                    wrong.push(format!("{} {name}: a sign in \"{text}\"", point.code));
                }
            }
        }
    }
    none(wrong);
}

#[test]
fn no_two_points_share_a_finding_text() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut wrong = Vec::new();
    for point in points() {
        for lang in Lang::ALL {
            for text in [point.find.get(lang), point.on_it.get(lang)] {
                let key = text.to_lowercase();
                if let Some(other) = seen.insert(key, point.code.to_string()) {
                    wrong.push(format!("{other} and {}: \"{text}\"", point.code));
                }
            }
        }
    }
    none(wrong);
}

/// English words that are no Danish ones. A Danish text that holds one was not finished.
const ENGLISH: &[&str] = &[
    "the", "and", "with", "of", "your", "you", "when", "between", "from", "finger's", "on", "hand's", "bone",
    "wrist", "thumb", "skin", "muscle", "below", "above", "towards", "press", "spot", "side's", "leg",
    "knee",
];
/// Danish words that are no English ones.
const DANISH: &[&str] = &[
    "og", "med", "på", "af", "ikke", "mellem", "fra", "du", "når", "hånd", "fingre", "knogle", "siden",
    "ned", "op", "der", "er", "til", "ved", "lige", "mod",
];

#[test]
fn each_language_stays_itself() {
    let mut wrong = Vec::new();
    for point in points() {
        for (name, words) in texts(point) {
            for (lang, strangers) in [(Lang::En, DANISH), (Lang::Da, ENGLISH)] {
                let text = words.get(lang).to_lowercase();
                for word in text.split(|c: char| !c.is_alphabetic() && c != '\'') {
                    if strangers.contains(&word) {
                        wrong.push(format!(
                            "{} {name} {}: \"{word}\" in \"{text}\"",
                            point.code,
                            lang.tag()
                        ));
                    }
                }
            }
        }
    }
    none(wrong);
}

#[test]
fn danish_never_says_ben_for_a_bone_and_never_begins_with_the_calf() {
    let mut wrong = Vec::new();
    for point in points() {
        for (name, words) in texts(point) {
            let text = words.get(Lang::Da);
            for anglicism in [
                "session",
                "check-in",
                "feedback",
                "palpér",
                "lateralt",
                "proksimalt",
                "distalt",
            ] {
                if text.to_lowercase().contains(anglicism) {
                    wrong.push(format!("{} {name}: {anglicism} in \"{text}\"", point.code));
                }
            }
            if text.to_lowercase().starts_with("læg ") && text.to_lowercase().contains("læggen") {
                wrong.push(format!("{} {name}: \"{text}\"", point.code));
            }
        }
    }
    none(wrong);
}

#[test]
fn names_are_pinyin_with_tones_and_chinese_characters() {
    let mut wrong = Vec::new();
    for point in points() {
        let names = &point.names;
        let toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
        if !names.pinyin.to_lowercase().chars().any(|c| toned.contains(c)) {
            wrong.push(format!("{}: {} has no tone", point.code, names.pinyin));
        }
        if !names.pinyin.chars().next().is_some_and(char::is_uppercase) || names.pinyin.contains(' ') {
            wrong.push(format!(
                "{}: {} is not one word with a capital",
                point.code, names.pinyin
            ));
        }
        for hanzi in [&names.hanzi_simplified, &names.hanzi_traditional] {
            if hanzi.is_empty() || !hanzi.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) {
                wrong.push(format!("{}: {hanzi}", point.code));
            }
        }
        if names.hanzi_simplified.chars().count() != names.hanzi_traditional.chars().count() {
            wrong.push(format!(
                "{}: {} {}",
                point.code, names.hanzi_simplified, names.hanzi_traditional
            ));
        }
    }
    none(wrong);
}

#[test]
fn every_meridian_has_its_numbers_in_order() {
    let atlas = &hegu::shipped().atlas;
    for meridian in Meridian::ALL {
        let numbers: Vec<u8> = atlas
            .on(meridian)
            .filter_map(|id| atlas.point(id).number)
            .collect();
        if meridian != Meridian::EX {
            assert!(numbers.is_sorted(), "{meridian}");
            assert!(
                numbers.iter().all(|n| (1..=meridian.count()).contains(n)),
                "{meridian}: {numbers:?}"
            );
        }
        assert!(atlas.meridian(meridian).is_some(), "{meridian} is not told");
    }
}

#[test]
fn a_midline_point_lies_on_a_vessel_or_is_an_extra_point() {
    for point in points() {
        match point.meridian {
            Meridian::GV | Meridian::CV => assert_eq!(point.sides, Sides::Midline, "{}", point.code),
            Meridian::EX => {}
            _ => assert_eq!(point.sides, Sides::Both, "{}", point.code),
        }
    }
}

#[test]
fn uses_are_known_and_a_trial_names_its_rows() {
    let atlas = &hegu::shipped().atlas;
    let mut wrong = Vec::new();
    for point in points() {
        let mut ids = BTreeSet::new();
        for use_ in &point.uses {
            if atlas.use_text(&use_.id).is_none() {
                wrong.push(format!("{}: no use \"{}\"", point.code, use_.id));
            }
            if !ids.insert(&use_.id) {
                wrong.push(format!("{}: \"{}\" twice", point.code, use_.id));
            }
            if (use_.basis == Basis::Trial) == use_.evidence.is_empty() {
                wrong.push(format!(
                    "{}: \"{}\" basis and evidence do not agree",
                    point.code, use_.id
                ));
            }
        }
    }
    none(wrong);
}

/// Finger measures as they are said, the longer before those they hold.
const FINGERS_EN: &[(&str, f32)] = &[
    ("two and a half thumb widths", 2.5),
    ("half a thumb", 0.5),
    ("a good thumb width", 1.3),
    ("four fingers' width twice", 6.0),
    ("four fingers", 3.0),
    ("two thumb widths", 2.0),
    ("two thumbs", 2.0),
    ("one thumb width", 1.0),
    ("a thumb width", 1.0),
    ("single thumb width", 1.0),
    ("a thumb's width", 1.0),
    ("both thumbs", 2.0),
    ("index and middle finger", 1.5),
    ("two fingers' width", 1.5),
    ("three fingers", 2.0),
];
const FINGERS_DA: &[(&str, f32)] = &[
    ("to en halv tommelfingerbredde", 2.5),
    ("to og en halv tommelfingerbredde", 2.5),
    ("halvanden tommelfingerbredde", 1.5),
    ("den ene tommelfinger", 1.0),
    ("den anden lige under", 1.0),
    ("en halv tommelfinger", 0.5),
    ("en halv", 0.5),
    ("godt en tommelfingerbredde", 1.3),
    ("knap en tommelfingerbredde", 0.7),
    ("fire fingres bredde to gange", 6.0),
    ("fire fingre", 3.0),
    ("fire fingerbredder", 3.0),
    ("håndsbredde", 3.0),
    ("to tommelfingerbredder", 2.0),
    ("to tommelfingre", 2.0),
    ("begge tommelfingre", 2.0),
    ("to til", 2.0),
    ("enkelt tommelfingerbredde", 1.0),
    ("en tommelfingerbredde", 1.0),
    ("en tommelfinger", 1.0),
    ("pege- og langfinger", 1.5),
    ("to fingerbredder", 1.5),
    ("tre fingerbredder", 2.0),
    ("tre fingre", 2.0),
];
/// Parts of a way.
const PARTS_EN: &[(&str, f32)] = &[
    ("three quarters", 0.75),
    ("two thirds", 2.0 / 3.0),
    ("a quarter", 0.25),
    ("a third", 1.0 / 3.0),
    ("halfway", 0.5),
    ("halve", 0.5),
    ("half the way", 0.5),
    ("middle", 0.5),
    ("midway", 0.5),
];
const PARTS_DA: &[(&str, f32)] = &[
    ("tre fjerdedele", 0.75),
    ("to tredjedele", 2.0 / 3.0),
    ("en fjerdedel", 0.25),
    ("en tredjedel", 1.0 / 3.0),
    ("halvvejs", 0.5),
    ("midtvejs", 0.5),
    ("midt", 0.5),
];

/// Lengths in cun that a finding text can mean along a ruler of `length` cun: fractions of the way, whole finger
/// widths, and one after the other, from either end.
fn lengths_said(text: &str, length: f32, lang: Lang) -> Vec<f32> {
    let text = text.to_lowercase();
    let (fingers, fractions) = match lang {
        Lang::En => (FINGERS_EN, PARTS_EN),
        _ => (FINGERS_DA, PARTS_DA),
    };
    let mut steps = Vec::new();
    let mut rest = text.clone();
    for (words, cun) in fingers {
        while let Some(at) = rest.find(words) {
            rest.replace_range(at..at + words.len(), "");
            steps.push(*cun);
        }
    }
    let mut starts = vec![0.0, length];
    starts.extend(
        fractions
            .iter()
            .filter(|(words, _)| text.contains(words))
            .map(|(_, part)| part * length),
    );
    if text.contains("crown") || text.contains("issen") {
        // The crown stands for GV20, 5 of the 12 cun of the scalp behind the front hairline.
        starts.extend([5.0, length - 5.0]);
    }
    // Every start, and every way of adding or taking away some of the steps.
    let mut said = starts;
    for step in steps {
        let more: Vec<f32> = said.iter().flat_map(|at| [at + step, at - step]).collect();
        said.extend(more);
    }
    said
}

#[test]
fn the_words_say_the_fingers_the_construction_measures() {
    let figure = &hegu::shipped().figure;
    let mut wrong = Vec::new();
    for point in points() {
        let Some(place) = point.places.first() else {
            continue;
        };
        for (lang, measure) in Lang::ALL.into_iter().flat_map(|lang| {
            place
                .construction
                .measures()
                .into_iter()
                .map(move |measure| (lang, measure))
        }) {
            let text = point.find.get(lang);
            let speaks_of_measures = lengths_said(text, 0.0, lang).len() > 2;
            let Some(ruler) = figure.ruler(&measure.ruler) else {
                continue;
            };
            let cun = measure.cun.abs();
            let agrees = lengths_said(text, ruler.cun, lang)
                .iter()
                .any(|said| (said.abs() - cun).abs() < 0.35);
            if speaks_of_measures && cun > 0.0 && !agrees {
                wrong.push(format!(
                    "{}: measures {cun} cun of {}, says \"{text}\"",
                    point.code, measure.ruler
                ));
            }
        }
    }
    // Texts that give the same place from another landmark, checked by hand:
    let read_by_hand = [
        "LU4",  // a thumb below LU3, which is a third of the way down: 3 + 1 = 4
        "BL58", // a thumb below BL57, where the calf muscle divides: 8 - 1 = 7 up from the ankle bone
        "TE12", // a little before halfway up from the elbow: 5 of 9 down from the shoulder's corner
    ];
    wrong.retain(|line| {
        !read_by_hand
            .iter()
            .any(|code| line.starts_with(&format!("{code}:")))
    });
    none(wrong);
}

/// A landmark nobody counts from and nothing is compared with is a place in the drawing that is never looked at again.
#[test]
fn every_landmark_is_used_by_a_point_a_ruler_or_a_comparison() {
    let content = hegu::shipped();
    let mut used: String = content
        .atlas
        .points()
        .flat_map(|(_, point)| &point.places)
        .map(|place| format!("{:?}\n", place.construction))
        .collect();
    for (id, _) in content.figure.rulers().iter().flat_map(|ruler| ruler.marks()) {
        used.push_str(&format!("{id:?}\n"));
    }
    used.push_str(include_str!("crosschecks.toml"));
    let landmarks = content.figure.landmarks();
    assert!(landmarks.len() > 100, "the figure has its landmarks");
    none(
        landmarks
            .iter()
            .filter(|landmark| !used.contains(&format!("\"{}\"", landmark.id)))
            .map(|landmark| format!("{} is used by nothing", landmark.id))
            .collect(),
    );
}
