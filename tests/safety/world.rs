//! A small atlas of points that the rules speak of, and the shipped rules.
//!
//! The points carry only what safety reads: code, region, sides, uses. So these tests hold for any place and
//! any words the shipped points may get.

use std::sync::LazyLock;

use hegu::content::safety::{RawRulebook, read};
use hegu::content::source::Source;
use hegu::content::text::embedded;
use hegu::domain::atlas::{Atlas, PointId, UseText};
use hegu::domain::breath::Rhythm;
use hegu::domain::code::{Code, Meridian};
use hegu::domain::figure::Construction;
use hegu::domain::plan::{Act, Breathe, Item, Plan};
use hegu::domain::point::{
    Basis, Motion, Names, Place, Point, Posture, Pressure, Reach, Region, Sides, Technique, Tool, Use,
};
use hegu::domain::profile::{Answer, Given, Profile, Today};
use hegu::domain::safety::rule::Asked;
use hegu::domain::safety::{Asking, Origin, Rulebook, Safety, Wish};
use hegu::domain::words::Words;

/// The text of the shipped rules.
pub const TEXT: &str = include_str!("../../assets/safety.toml");

/// The shipped rules as written.
pub static RAW: LazyLock<RawRulebook<'static>> = LazyLock::new(|| {
    let (raw, problems) = read(Source {
        file: "assets/safety.toml",
        text: TEXT,
    });
    assert!(problems.is_empty(), "{problems}");
    raw
});

/// The shipped rules.
pub static RULES: LazyLock<Rulebook> = LazyLock::new(|| {
    RAW.clone()
        .into_rulebook(embedded)
        .expect("the shipped rules are right")
});

const POINTS: &[(&str, Region, bool)] = &[
    ("LI4", Region::Hand, false),
    ("LI10", Region::Forearm, false),
    ("LI11", Region::Elbow, false),
    ("LI18", Region::Throat, false),
    ("HT1", Region::UpperArm, false),
    ("HT7", Region::Wrist, false),
    ("PC6", Region::Forearm, false),
    ("LU9", Region::Wrist, false),
    ("SP6", Region::LowerLeg, false),
    ("SP12", Region::Belly, false),
    ("KI1", Region::Foot, false),
    ("KI3", Region::Ankle, false),
    ("LR3", Region::Foot, false),
    ("ST9", Region::Throat, false),
    ("ST25", Region::Belly, false),
    ("ST36", Region::LowerLeg, false),
    ("BL2", Region::Face, false),
    ("BL10", Region::Neck, false),
    ("BL23", Region::LowBack, false),
    ("BL40", Region::Knee, false),
    ("BL60", Region::Ankle, false),
    ("BL67", Region::Foot, false),
    ("GB20", Region::Neck, false),
    ("GB21", Region::Shoulder, false),
    ("GB30", Region::Hip, false),
    ("GV1", Region::Perineum, true),
    ("GV4", Region::LowBack, true),
    ("GV20", Region::Head, true),
    ("CV6", Region::Belly, true),
    ("CV12", Region::Belly, true),
    ("CV17", Region::Chest, true),
    ("CV22", Region::Throat, true),
    ("EX-HN3", Region::Face, true),
    ("EX-HN5", Region::Head, false),
    ("Anmian", Region::Neck, false),
    ("GV14", Region::Neck, true),
    ("BL54", Region::Hip, false),
    ("CV23", Region::Throat, true),
];

fn blank(code: &str, region: Region, midline: bool) -> Point {
    let words = || Words::new("x", "x");
    Point {
        code: Code::new(code.to_owned()),
        aliases: Vec::new(),
        meridian: Meridian::from_code(code.trim_end_matches(|c: char| c.is_ascii_digit()))
            .unwrap_or(Meridian::EX),
        number: code
            .trim_start_matches(|c: char| !c.is_ascii_digit())
            .parse()
            .ok(),
        names: Names {
            pinyin: "x".into(),
            hanzi_simplified: "x".into(),
            hanzi_traditional: "x".into(),
            meaning: "x".into(),
        },
        region,
        sides: if midline { Sides::Midline } else { Sides::Both },
        places: vec![Place {
            label: Words::default(),
            construction: Construction::Anchor { landmark: "x".into() },
        }],
        place: words(),
        find: words(),
        on_it: words(),
        technique: Technique {
            tool: Tool::Thumb,
            motion: Motion::Circle,
            pressure: Pressure::Firm,
            seconds: 60,
            seconds_range: (30, 300),
            repeats: 1,
            postures: vec![Posture::Sit, Posture::Cross, Posture::Lie],
            hand: words(),
            basis: "seed".into(),
        },
        cue: Default::default(),
        uses: vec![Use {
            id: "rest".into(),
            basis: Basis::Tradition,
            evidence: Vec::new(),
            reach: Reach::Distant,
        }],
        cautions: Vec::new(),
        categories: Vec::new(),
        sources: vec!["x".into()],
        pressable: true,
        own: false,
        kin: Vec::new(),
    }
}

/// A point of a person's own that names no caution.
pub fn own(code: &str, region: Region) -> Point {
    Point {
        own: true,
        ..blank(code, region, false)
    }
}

/// The atlas, with more points if wished.
pub fn atlas_with(more: Vec<Point>) -> Atlas {
    let mut points: Vec<Point> = POINTS
        .iter()
        .map(|(code, region, midline)| blank(code, *region, *midline))
        .collect();
    points.extend(more);
    let uses = hegu_uses();
    Atlas::new(points, Vec::new(), uses)
}

fn hegu_uses() -> Vec<UseText> {
    let (uses, problems) = hegu::content::uses::read(Source {
        file: "assets/uses.toml",
        text: include_str!("../../assets/uses.toml"),
    });
    assert!(problems.is_empty(), "{problems}");
    uses.into_iter()
        .map(|entry| {
            entry
                .value
                .into_use(embedded)
                .expect("the shipped uses are right")
        })
        .collect()
}

/// The atlas.
pub static ATLAS: LazyLock<Atlas> = LazyLock::new(|| atlas_with(Vec::new()));

/// The point with a code.
pub fn id(code: &str) -> PointId {
    ATLAS
        .by_code(code)
        .unwrap_or_else(|| panic!("{code} is not in the small atlas"))
}

/// Safety over the small atlas.
pub fn safety<'a>(profile: &'a Profile, today: &'a Today) -> Safety<'a> {
    Safety::new(&ATLAS, &RULES, profile, today)
}

/// A profile with yes to these questions, no place said, and everything asked about that can be.
pub fn yes(questions: &[&str]) -> Profile {
    let mut profile = Profile::default();
    for question in questions {
        profile
            .answers
            .give((*question).to_owned(), Given::plain(Answer::Yes));
    }
    profile
}

/// The same, and a professional was asked about the rules named.
pub fn yes_and_asked(questions: &[&str], asked: &[&str]) -> Profile {
    let mut profile = yes(questions);
    for rule in asked {
        profile.set_asked((*rule).to_owned(), true);
    }
    profile
}

/// A plan of single points as each asks for itself.
pub fn plan(codes: &[&str]) -> Plan {
    Plan {
        items: codes
            .iter()
            .map(|code| Item::of(id(code), ATLAS.point(id(code))))
            .collect(),
    }
}

/// A breathing item.
pub fn breathe(pattern: &'static str, rhythm: Rhythm) -> Item {
    Item {
        act: Act::Breathe(Breathe {
            pattern: pattern.into(),
            rhythm,
            seconds: 120,
            most_breaths: None,
            hands: Words::default(),
        }),
        posture: Posture::Sit,
        optional: false,
    }
}

/// 4-7-8.
pub const LONG_HOLDS: Rhythm = Rhythm::Paced {
    inhale: 4_000,
    full: 7_000,
    exhale: 8_000,
    empty: 0,
    top_up: None,
};

/// Somebody would like this routine.
pub fn wish(plan: Plan, routine: Option<&'static str>) -> Wish {
    Wish {
        plan,
        origin: if routine.is_some() {
            Origin::Offered
        } else {
            Origin::Chosen
        },
        routine: routine.map(Into::into),
        uses: Vec::new(),
        substitutes: routine.is_some_and(|id| id != "period-days"),
        asking: Asking::Impossible,
    }
}

/// Today with every question answered no.
pub fn quiet_day() -> Today {
    let mut today = Today::default();
    for question in RULES.asked(Asked::Flag).chain(RULES.asked(Asked::Today)) {
        today.answers.give(question.id.clone(), Given::plain(Answer::No));
    }
    today
}
