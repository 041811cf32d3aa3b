//! Cautions against lists written by hand: who leaves a point out, what a finger must know, and what only needles must.

use std::collections::BTreeSet;

use hegu::domain::point::{Point, Pressure};
use hegu::domain::words::Lang;

fn point(code: &str) -> &'static Point {
    let atlas = &hegu::shipped().atlas;
    atlas.point(atlas.by_code(code).unwrap_or_else(|| panic!("no {code}")))
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

fn cautions(point: &Point, lang: Lang) -> impl Iterator<Item = &str> {
    point.cautions.iter().map(move |caution| caution.words.get(lang))
}

#[test]
fn every_point_that_pregnancy_rules_out_says_so_in_the_agreed_words() {
    let mut wrong = Vec::new();
    let mut listed = BTreeSet::new();
    for row in rows(include_str!("pregnancy.tsv")) {
        let [tier, codes] = row[..] else { panic!("{row:?}") };
        let (en, da) = match tier {
            "A" => (
                "Pregnant, or might you be? Leave this point out.",
                "Gravid, eller måske gravid? Så spring dette punkt over.",
            ),
            _ => ("Not in pregnancy.", "Ikke under graviditet."),
        };
        for code in codes.split_whitespace() {
            assert!(listed.insert(code), "{code} twice");
            for (lang, words) in [(Lang::En, en), (Lang::Da, da)] {
                if !cautions(point(code), lang).any(|caution| caution == words) {
                    wrong.push(format!("{tier} {code} {}: \"{words}\" is not there", lang.tag()));
                }
            }
        }
    }
    super::none(wrong);
    assert_eq!(listed.len(), 5 + 38 + 36);
}

#[test]
fn a_finger_learns_what_lies_under_it() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("care.tsv")) {
        let [what, firmest, en, da, codes] = row[..] else {
            panic!("{row:?}")
        };
        let allowed: &[Pressure] = match firmest {
            "touch" => &[Pressure::Touch],
            "gentle" => &[Pressure::Touch, Pressure::Gentle],
            "firm" => &[Pressure::Touch, Pressure::Gentle, Pressure::Firm],
            other => panic!("{other}"),
        };
        for code in codes.split_whitespace() {
            let point = point(code);
            if !point.pressable {
                wrong.push(format!("{code} is for the atlas only: not a row of this list"));
            }
            if !allowed.contains(&point.technique.pressure) {
                wrong.push(format!("{code}: firmer than {firmest} over {what}"));
            }
            for (lang, word) in [(Lang::En, en), (Lang::Da, da)] {
                let mut said: Vec<&str> = cautions(point, lang).collect();
                if what.starts_with("card:") {
                    said.extend([
                        point.find.get(lang),
                        point.on_it.get(lang),
                        point.technique.hand.get(lang),
                    ]);
                }
                let card = said.join(" ").to_lowercase();
                if !card.contains(word) {
                    wrong.push(format!("{code} {}: nothing of \"{word}\" ({what})", lang.tag()));
                }
            }
        }
    }
    super::none(wrong);
}

/// Points whose published hazard is a needle's alone: the lung under the muscle of back and shoulder.
const NEEDLES_ONLY: &str = "BL11 BL12 BL13 BL14 BL15 BL16 BL17 BL18 BL19 BL20 BL21 BL41 BL42 BL43 BL44 BL45 BL46 BL47 \
    BL48 BL49 BL50 GB21 SI12 SI13 SI14 TE15 LI16";

#[test]
fn what_only_a_needle_must_fear_is_not_copied() {
    let mut wrong = Vec::new();
    for point in super::points() {
        for (lang, needles) in [
            (Lang::En, &["needle", "punctur", "insert", "moxa"][..]),
            (Lang::Da, &["nål", "stik ", "moxa", "punkter "]),
        ] {
            for caution in cautions(point, lang) {
                if needles.iter().any(|word| caution.to_lowercase().contains(word)) {
                    wrong.push(format!("{}: \"{caution}\"", point.code));
                }
            }
        }
    }
    for code in NEEDLES_ONLY.split_whitespace() {
        for (lang, lung) in [(Lang::En, "lung"), (Lang::Da, "lunge")] {
            wrong.extend(
                cautions(point(code), lang)
                    .filter(|caution| caution.to_lowercase().contains(lung))
                    .map(|caution| format!("{code}: \"{caution}\"")),
            );
        }
    }
    super::none(wrong);
}

/// Points that belong to the atlas only, and why.
const ATLAS_ONLY: &[(&str, &str)] = &[
    (
        "the great vessels of the neck, its front and sides",
        "ST9 ST10 ST11 LI17 LI18 SI16 SI17 TE16",
    ),
    ("windpipe and throat", "CV22 CV23"),
    ("the eyeball", "BL1 ST1 EX-HN7"),
    (
        "inside mouth and nose",
        "GV28 EX-HN9 EX-HN10 EX-HN11 EX-HN12 EX-HN13",
    ),
    ("the perineum", "CV1 GV1"),
    ("the nipple", "ST17"),
    (
        "vessels and lymph nodes of armpit and groin",
        "HT1 ST30 SP12 LR10 LR11 LR12",
    ),
];

#[test]
fn the_atlas_keeps_to_itself_what_no_finger_may_press_and_nothing_else() {
    let listed: BTreeSet<&str> = ATLAS_ONLY
        .iter()
        .flat_map(|(_, codes)| codes.split_whitespace())
        .collect();
    let here: BTreeSet<&str> = super::points()
        .into_iter()
        .filter(|point| !point.pressable)
        .map(|point| point.code.as_str())
        .collect();
    assert_eq!(here, listed);
    for code in listed {
        let point = point(code);
        assert!(!point.cautions.is_empty(), "{code} does not say why");
        assert!(point.cue.find.is_empty(), "{code} leads a hand to it");
    }
}
