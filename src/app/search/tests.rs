use std::sync::OnceLock;

use super::*;
use crate::content::source::Source;
use crate::content::text::copied;
use crate::content::{point, uses};
use crate::domain::atlas::{Atlas, PointId};
use crate::domain::code::Code;
use crate::domain::evidence::Evidence;
use crate::domain::profile::{Answer, Given};
use crate::domain::routine::Routines;
use crate::domain::safety::rule::Asked;
use crate::domain::words::{Text, Words};

/// A point as written in the file, with what a search can find it by.
fn written(code: &str, names: [&str; 5], place: [&str; 2], region: &str, uses: &str, more: &str) -> String {
    let [pinyin, simplified, traditional, english, danish] = names;
    let [en, da] = place;
    let (meridian, number) = match code.strip_prefix("EX-") {
        Some(_) => ("EX", code.trim_start_matches(|c: char| !c.is_ascii_digit())),
        None => code.split_at(code.find(|c: char| c.is_ascii_digit()).expect("a number")),
    };
    let uses: String = uses
        .split_whitespace()
        .map(|id| format!("{{ use = \"{id}\", basis = \"tradition\", reach = \"distant\" }}, "))
        .collect();
    format!(
        r#"
[[point]]
code = "{code}"
meridian = "{meridian}"
number = {number}
names = {{ pinyin = "{pinyin}", hanzi_simplified = "{simplified}", hanzi_traditional = "{traditional}", english = "{english}", danish = "{danish}" }}
region = "{region}"
sides = "both"
construct = {{ op = "anchor", landmark = "x" }}
place = {{ en = "{en}", da = "{da}" }}
find = {{ en = "Here.", da = "Her." }}
on_it = {{ en = "You are on it when it is so.", da = "Du er der, når det er sådan." }}
technique = {{ tool = "thumb", motion = "stay", pressure = "firm", seconds = 90, seconds_range = [60, 120], repeats = 1, postures = ["sit"], hand = {{ en = "thumb", da = "tommel" }}, basis = "a test" }}
uses = [{uses}]
sources = ["a test"]
{more}
"#
    )
}

fn atlas() -> &'static Atlas {
    static ATLAS: OnceLock<Atlas> = OnceLock::new();
    ATLAS.get_or_init(read_atlas)
}

fn read_atlas() -> Atlas {
    let points = [
        written(
            "LI4",
            ["Hégǔ", "合谷", "合谷", "Joining Valley", "Samlende dal"],
            ["back of the hand", "håndryggen"],
            "hand",
            "headache toothache sleep",
            "aliases = [\"Ho-Ku\"]",
        ),
        written(
            "LI1",
            ["Shāngyáng", "商阳", "商陽", "Metal Yang", "Metal-yang"],
            ["index finger, by the nail", "pegefingerens negl"],
            "hand",
            "sore-throat",
            "",
        ),
        written(
            "LI10",
            [
                "Shǒusānlǐ",
                "手三里",
                "手三里",
                "Arm Three Miles",
                "Armens tre mil",
            ],
            ["below the elbow crease", "under albuefolden"],
            "forearm",
            "elbow",
            "",
        ),
        written(
            "TE5",
            ["Wàiguān", "外关", "外關", "Outer Gate", "Ydre port"],
            ["back of the wrist", "over håndleddet"],
            "forearm",
            "headache",
            "",
        ),
        written(
            "GV20",
            ["Bǎihuì", "百会", "百會", "Hundred Meetings", "Hundrede møder"],
            ["top of the head", "midt på issen"],
            "head",
            "headache",
            "",
        ),
        written(
            "CV12",
            ["Zhōngwǎn", "中脘", "中脘", "Middle Cavity", "Mavens midte"],
            ["upper belly", "øvre mave"],
            "belly",
            "belly",
            "",
        ),
        written(
            "LR3",
            ["Tàichōng", "太冲", "太衝", "Great Surge", "Stort stød"],
            ["top of the foot", "fodryggen"],
            "foot",
            "period sleep",
            "",
        ),
        written(
            "KI3",
            ["Tàixī", "太溪", "太谿", "Great Stream", "Stor bæk"],
            ["inner ankle", "indre ankel"],
            "ankle",
            "sleep",
            "",
        ),
        written(
            "BL60",
            ["Kūnlún", "昆仑", "昆侖", "Kunlun Mountains", "Kunlun-bjergene"],
            ["outer ankle", "ydre ankel"],
            "ankle",
            "back",
            "",
        ),
        written(
            "SP6",
            [
                "Sānyīnjiāo",
                "三阴交",
                "三陰交",
                "Three Yin Meeting",
                "De tre yins møde",
            ],
            ["inner leg", "indersiden af benet"],
            "lower-leg",
            "period sleep",
            "",
        ),
        written(
            "GB20",
            ["Fēngchí", "风池", "風池", "Wind Pool", "Vindens dam"],
            ["below the skull", "under kraniet"],
            "neck",
            "neck stiff-neck headache",
            "",
        ),
        written(
            "ST9",
            [
                "Rényíng",
                "人迎",
                "人迎",
                "Man's Welcome",
                "Menneskets modtagelse",
            ],
            ["side of the neck", "siden af halsen"],
            "throat",
            "headache",
            "pressable = false",
        ),
        written(
            "EX-HN3",
            ["Yìntáng", "印堂", "印堂", "Hall of Impression", "Seglets hal"],
            ["between the brows", "mellem brynene"],
            "face",
            "sleep",
            "",
        ),
        written(
            "EX-LE3",
            ["Lǘmò", "驴", "驢", "Test of Umlaut", "Prøve på omlyd"],
            ["knee", "rygsøjle knæ håndled"],
            "knee",
            "knee",
            "",
        ),
    ]
    .concat();
    let (points, problems) = point::read(Source {
        file: "points.toml",
        text: &points,
    });
    assert!(problems.is_empty(), "{problems}");
    let points = points
        .into_iter()
        .map(|entry| entry.value.into_point(copied).expect("checked"))
        .collect();
    let (uses, problems) = uses::read(Source {
        file: "uses.toml",
        text: include_str!("../../../assets/uses.toml"),
    });
    assert!(problems.is_empty(), "{problems}");
    let uses = uses
        .into_iter()
        .map(|entry| entry.value.into_use(copied).expect("checked"))
        .collect();
    let atlas = Atlas::new(points, Vec::new(), uses);
    let known_for = atlas.renown(&Evidence::default(), &Routines::default());
    atlas.weighed(known_for.into())
}

/// The codes of the points found, the best first.
fn found(query: &str) -> Vec<String> {
    let atlas = atlas();
    let index = Index::new(atlas, &Routines::default());
    index
        .search(query, |id| atlas.point(id).pressable)
        .points
        .into_iter()
        .map(|found| atlas.point(found.id).code.to_string())
        .collect()
}

fn first(query: &str) -> String {
    found(query)
        .into_iter()
        .next()
        .unwrap_or_else(|| "nothing".to_owned())
}

fn first_use(query: &str) -> String {
    let atlas = atlas();
    let results = Index::new(atlas, &Routines::default()).search(query, |_| true);
    results
        .uses
        .first()
        .map_or("nothing".to_owned(), |index| atlas.uses()[*index].id.to_string())
}

#[test]
fn any_spelling_of_a_code() {
    for (query, code) in [
        ("LI4", "LI4"),
        ("li04", "LI4"),
        ("LI 4", "LI4"),
        ("Co4", "LI4"),
        ("Di4", "LI4"),
        ("GI4", "LI4"),
        ("SJ5", "TE5"),
        ("TB5", "TE5"),
        ("DU20", "GV20"),
        ("REN12", "CV12"),
        ("LIV3", "LR3"),
        ("lv 3", "LR3"),
        ("KID3", "KI3"),
        ("UB60", "BL60"),
        ("ex-hn3", "EX-HN3"),
        ("EX HN 3", "EX-HN3"),
        ("hn3", "EX-HN3"),
        ("ho-ku", "LI4"),
        ("hoku", "LI4"),
    ] {
        assert_eq!(first(query), code, "{query}");
    }
}

#[test]
fn a_code_that_is_being_typed_lists_what_it_may_become() {
    assert_eq!(found("li1"), ["LI1", "LI10"]);
    assert_eq!(found("sj"), ["TE5"]);
    assert_eq!(first("ub6"), "BL60");
}

#[test]
fn pinyin_with_and_without_tones_and_in_pieces() {
    for (query, code) in [
        ("Hégǔ", "LI4"),
        ("hegu", "LI4"),
        ("he gu", "LI4"),
        ("HEGU", "LI4"),
        ("heg", "LI4"),
        ("yintang", "EX-HN3"),
        ("Yìntáng", "EX-HN3"),
        ("san yin jiao", "SP6"),
        ("sanyin", "SP6"),
        ("lümo", "EX-LE3"),
        ("lumo", "EX-LE3"),
        ("lvmo", "EX-LE3"),
    ] {
        assert_eq!(first(query), code, "{query}");
    }
}

#[test]
fn both_chinese_scripts() {
    for (query, code) in [
        ("合谷", "LI4"),
        ("三阴交", "SP6"),
        ("三陰交", "SP6"),
        ("風池", "GB20"),
        ("风", "GB20"),
    ] {
        assert_eq!(first(query), code, "{query}");
    }
}

#[test]
fn names_in_both_languages_whatever_the_language_of_the_screen() {
    for (query, code) in [
        ("joining valley", "LI4"),
        ("hegu val", "LI4"),
        ("samlende dal", "LI4"),
        ("vindens dam", "GB20"),
        ("wind pool", "GB20"),
        ("stød", "LR3"),
        ("stoed", "LR3"),
        ("stod", "LR3"),
    ] {
        assert_eq!(first(query), code, "{query}");
    }
}

#[test]
fn danish_letters_with_and_without_a_danish_keyboard() {
    for query in [
        "rygsøjle",
        "rygsojle",
        "rygsoejle",
        "håndled",
        "handled",
        "haandled",
        "knæ",
        "knae",
    ] {
        assert!(found(query).contains(&"EX-LE3".to_owned()), "{query}");
    }
}

#[test]
fn a_typing_mistake_is_forgiven() {
    for (query, code) in [
        ("hgeu", "LI4"),
        ("hegi", "LI4"),
        ("yintagn", "EX-HN3"),
        ("joinnig valley", "LI4"),
        ("fengchy", "GB20"),
        ("snyinjiao", "SP6"),
        ("hadnled", "EX-LE3"),
    ] {
        assert_eq!(first(query), code, "{query}");
    }
    assert_eq!(first_use("hovdpine"), "headache");
    // Not everything is a mistake.
    assert_eq!(found("xyzzyx"), Vec::<String>::new());
    assert_eq!(found("BL99"), Vec::<String>::new());
}

#[test]
fn letters_left_out_are_filled_in() {
    assert_eq!(first("snyj"), "SP6");
}

#[test]
fn plain_words_and_sentences_lead_to_what_they_mean() {
    for (query, id) in [
        ("headache", "headache"),
        ("hovedpine", "headache"),
        ("ondt i hovedet", "headache"),
        ("jeg har ondt i hovedet", "headache"),
        ("can't sleep", "sleep"),
        ("kan ikke sove", "sleep"),
        ("ondt i nakken", "neck"),
        ("stiv nakke", "stiff-neck"),
        ("stiff neck", "stiff-neck"),
    ] {
        assert_eq!(first_use(query), id, "{query}");
    }
    // Those that name it first come first; what may not be pressed comes last.
    let headache = found("hovedpine");
    assert_eq!(headache.last().map(String::as_str), Some("ST9"));
    assert!(headache[..3].contains(&"LI4".to_owned()), "{headache:?}");
    assert_eq!(first("ondt i nakken"), "GB20");
}

#[test]
fn points_that_serve_more_of_what_was_asked_come_first() {
    let both = found("period sleep");
    assert_eq!(both[..2], ["SP6", "LR3"], "{both:?}");
    assert!(
        both.contains(&"KI3".to_owned()),
        "one of the two is enough: {both:?}"
    );
    // Across languages.
    assert_eq!(found("menstruation søvn")[..2], ["SP6", "LR3"]);
}

#[test]
fn whom_a_point_does_not_suit_it_comes_after_the_others() {
    let atlas = atlas();
    let index = Index::new(atlas, &Routines::default());
    let sp6 = atlas.by_code("SP6").expect("there");
    let results = index.search("period sleep", |id| id != sp6);
    let codes: Vec<_> = results
        .points
        .iter()
        .map(|found| atlas.point(found.id).code.as_str())
        .collect();
    assert_eq!(codes[0], "LR3");
    assert_eq!(
        codes.last(),
        Some(&"SP6"),
        "after all that suit, though it serves both"
    );
    // But who asks for it by name finds it first.
    let results = index.search("sanyinjiao", |_| false);
    assert_eq!(results.points[0].id, sp6);
}

#[test]
fn of_very_many_the_best_thousand_are_listed_and_those_that_suit_before_all_others() {
    let li4 = atlas().point(atlas().by_code("LI4").expect("there"));
    let named = |nth: usize| {
        let mut point = li4.clone();
        point.code = Code::new(format!("MY{nth}"));
        point.own = true;
        // One in three is known by the whole name, the others by a longer one.
        let name = if nth.is_multiple_of(3) {
            "riverbed"
        } else {
            "riverbeds"
        };
        point.names.pinyin = Text::from(name);
        point
    };
    let atlas = Atlas::new((0..3_000).map(named).collect(), Vec::new(), Vec::new());
    let index = Index::new(&atlas, &Routines::default());
    let listed = |suits: fn(u32) -> bool| -> Vec<u32> {
        let results = index.search("riverbed", |id| suits(id.0));
        results.points.iter().map(|found| found.id.0).collect()
    };
    let exact = |id: &u32| atlas.point(PointId(*id)).names.pinyin == "riverbed";

    // Those that suit come first, each lot as the atlas has it; then the others of the same name.
    let found = listed(|id| id % 2 == 0);
    assert_eq!(found.len(), 1_000);
    let suiting = (0..3_000).filter(|id| id % 2 == 0 && exact(id)).count();
    assert!(found.iter().all(exact));
    let (first, after) = found.split_at(suiting);
    assert!(first.is_sorted() && first.iter().all(|id| id % 2 == 0));
    assert!(after.is_sorted() && after.iter().all(|id| id % 2 == 1));

    // Where few suit they come first, and the others of their kind follow.
    let found = listed(|id| id < 30);
    let suiting = found.iter().take_while(|id| **id < 30 && exact(id)).count();
    assert_eq!(suiting, (0..30).filter(exact).count());
    assert_eq!(found.len(), 1_000);
    assert!(exact(&found[suiting]) && found[suiting] >= 30);
}

#[test]
fn a_found_point_says_by_what_it_was_found() {
    let atlas = atlas();
    let results = Index::new(atlas, &Routines::default()).search("toothache", |_| true);
    let by = results.points[0].by.expect("found by a use");
    assert_eq!(atlas.uses()[by].id, "toothache");
    let results = Index::new(atlas, &Routines::default()).search("LI4", |_| true);
    assert_eq!(results.points[0].by, None);
}

#[test]
fn nothing_typed_finds_nothing() {
    for query in ["", "  ", "-", "."] {
        assert_eq!(found(query), Vec::<String>::new());
    }
}

/// The codes found among everything shipped.
fn shipped(query: &str) -> Vec<String> {
    let content = crate::shipped();
    let index = Index::new(&content.atlas, &content.routines);
    let found = index.search(query, |id| content.atlas.point(id).pressable).points;
    let code = |found: &FoundPoint| content.atlas.point(found.id).code.to_string();
    found.iter().map(code).collect()
}

/// What else is found among everything shipped, by name.
fn others(query: &str) -> Vec<String> {
    let content = crate::shipped();
    let index = Index::new(&content.atlas, &content.routines);
    let others = index.search(query, |_| true).others;
    let name = |other: &Other| match other {
        Other::Routine(index) => content.routines.all()[*index].id.to_string(),
        Other::Meridian(meridian) => meridian.to_string(),
        Other::Category(category) => category.id().to_owned(),
        Other::Topic(index) => content.atlas.topics()[*index].id.to_string(),
    };
    others.iter().map(name).collect()
}

#[test]
fn every_spelling_among_everything_shipped() {
    for (query, code) in [
        ("LI4", "LI4"),
        ("li04", "LI4"),
        ("LI 4", "LI4"),
        ("Co4", "LI4"),
        ("Di4", "LI4"),
        ("GI4", "LI4"),
        ("SJ5", "TE5"),
        ("TB5", "TE5"),
        ("DU20", "GV20"),
        ("REN12", "CV12"),
        ("LIV3", "LR3"),
        ("KID3", "KI3"),
        ("UB60", "BL60"),
        ("hegu", "LI4"),
        ("Hégǔ", "LI4"),
        ("合谷", "LI4"),
        ("太衝", "LR3"),
        ("太冲", "LR3"),
        ("yintang", "EX-HN3"),
        ("GV24+", "EX-HN3"),
        ("sanyinjao", "SP6"),
    ] {
        assert_eq!(shipped(query).first().map(String::as_str), Some(code), "{query}");
    }
}

#[test]
fn what_is_best_known_comes_first() {
    for query in ["headache", "hovedpine"] {
        let found = shipped(query);
        assert!(found[..3].contains(&"LI4".to_owned()), "{found:?}");
        assert!(found[..3].contains(&"GB20".to_owned()), "{found:?}");
    }
    assert_eq!(shipped("nausea")[0], "PC6");
    assert_eq!(shipped("kvalme")[0], "PC6");
}

#[test]
fn several_complaints_order_the_points_by_how_many_they_serve() {
    let content = crate::shipped();
    let index = Index::new(&content.atlas, &content.routines);
    for query in [
        "headache and tired eyes",
        "hovedpine og søvn",
        "kvalme, stress og ondt i nakken",
    ] {
        let results = index.search(query, |id| content.atlas.point(id).pressable);
        let asked = if query.contains("stress") { 3 } else { 2 };
        assert_eq!(results.complaints, asked, "{query}");
        let pressed: Vec<&FoundPoint> = results
            .points
            .iter()
            .filter(|found| content.atlas.point(found.id).pressable)
            .collect();
        assert!(pressed[0].serves >= 2, "{query}");
        assert!(pressed.is_sorted_by(|a, b| a.serves >= b.serves), "{query}");
        assert!(
            results.points[..pressed.len()]
                .iter()
                .all(|found| content.atlas.point(found.id).pressable)
        );
    }
    assert_eq!(index.search("headache", |_| true).complaints, 1);
    assert_eq!(index.search("ondt i nakken", |_| true).complaints, 1);
    // Whom the best does not suit sees it after all that do.
    let first = index.search("hovedpine og søvn", |_| true).points[0].id;
    let without = index.search("hovedpine og søvn", |id| id != first).points;
    assert_eq!(without.last().map(|found| found.id), Some(first));
}

/// Names that two points share in letters, not in tones or characters.
const SHARED: &[(&str, [&str; 2])] = &[
    ("zhongzhu", ["KI15", "TE3"]),
    ("wangu", ["SI4", "GB12"]),
    ("juliao", ["ST3", "GB29"]),
    ("zhongdu", ["LR6", "GB32"]),
    ("yinjiao", ["CV7", "GV28"]),
    ("zigong", ["CV19", "EX-CA1"]),
    ("erjian", ["EX-HN6", "LI2"]),
    ("futu", ["LI18", "ST32"]),
    ("path of the spirit", ["HT4", "GV11"]),
];

#[test]
fn a_name_that_several_points_have_shows_all_of_them_first() {
    let content = crate::shipped();
    let index = Index::new(&content.atlas, &content.routines);
    for (name, carriers) in SHARED {
        let found = shipped(name);
        let mut first = found[..2].to_vec();
        first.sort();
        let mut expected = carriers.to_vec();
        expected.sort_unstable();
        assert_eq!(first, expected, "{name}: {found:?}");
        assert_eq!(index.named(name).len(), 2, "{name}");
        assert_eq!(
            content.atlas.by_typed(name),
            None,
            "{name} means neither of the two"
        );
    }
    // With its tones or in characters it means one.
    for (name, code) in [
        ("Zhōngzhǔ", "TE3"),
        ("zhōngzhù", "KI15"),
        ("中渚", "TE3"),
        ("wángǔ", "GB12"),
    ] {
        let named = index.named(name);
        assert_eq!(named.len(), 1, "{name}");
        assert_eq!(content.atlas.point(named[0]).code.as_str(), code, "{name}");
    }
}

#[test]
fn routines_meridians_categories_and_questions_are_found_too() {
    for (query, id) in [
        ("the first three points", "first-three"),
        ("de tre første punkter", "first-three"),
        ("large intestine", "LI"),
        ("tyktarm", "LI"),
        ("Milt", "SP"),
        ("luo", "luo"),
        ("yuan-source", "yuan-source"),
        ("front-mu", "front-mu"),
        ("what is a cun", "what-is-a-cun"),
        ("hvor hårdt skal jeg trykke", "how-hard"),
        ("gravid", "not-for-me"),
    ] {
        let found = others(query);
        assert_eq!(found.first().map(String::as_str), Some(id), "{query}: {found:?}");
    }
    // The name of a category alone is meant before the points whose names only hold the word.
    let content = crate::shipped();
    let index = Index::new(&content.atlas, &content.routines);
    assert!(index.search("front-mu", |_| true).means_other);
    assert!(!index.search("hegu", |_| true).means_other);
}

#[test]
fn a_routine_of_ones_own_is_found_until_it_goes() {
    let mut known = Known::at("2026-11-22T21:40:00+01:00");
    let found = |known: &Known| -> Vec<String> {
        let others = known.index().search("siesta", |_| true).others;
        let routines = others.into_iter().filter_map(|other| match other {
            Other::Routine(row) => known.routines.all().get(row),
            _ => None,
        });
        routines.map(|routine| routine.id.to_string()).collect()
    };
    assert_eq!(found(&known), Vec::<String>::new());
    let shipped = known.routines.by_id("evening-unwind").expect("a routine");
    let own = Routine {
        id: "my-siesta".into(),
        name: Words::new("Siesta", "Siesta"),
        own: true,
        ..shipped.clone()
    };
    known.put_routine(own);
    assert_eq!(found(&known), ["my-siesta"]);
    known.take_routine("my-siesta");
    assert_eq!(found(&known), Vec::<String>::new());
}

#[test]
fn an_answer_given_while_a_query_stands_counts_from_the_next_letter_on() {
    let nobody = Known::at("2026-11-22T21:40:00+01:00");
    let rules = &nobody.content.rules;
    let questions = [Asked::Once, Asked::Today]
        .into_iter()
        .flat_map(|when| rules.asked(when));
    let mut changed = 0;
    for question in questions {
        let mut search = Search::default();
        search.text("headach", &nobody);
        let mut known = nobody.clone();
        let yes = Given::plain(Answer::Yes);
        known.profile.answers.give(question.id.clone(), yes.clone());
        known.today.answers.give(question.id.clone(), yes);
        search.text("e", &known);
        let mut anew = Search::default();
        anew.text("headache", &known);
        assert_eq!(search.results, anew.results, "{}", question.id);
        search.text("\u{8}e", &nobody);
        changed += usize::from(search.results != anew.results);
    }
    assert!(changed > 2, "{changed} answers change the order");
}
