//! A point: its names, its place on the body, how to find it, how to press it, and what is said of it.

use super::code::{Code, Meridian};
use super::figure::Construction;
use super::words::{Text, Words};

/// Everything hegu knows about one point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// WHO's code (`LI4`), WHO's extra code (`EX-HN3`), or a name (`Anmian`).
    pub code: Code,
    /// Other codes and names it answers to, besides the spellings [`Code::from_typed`] understands.
    pub aliases: Vec<Text>,
    /// Its meridian; [`Meridian::EX`] for points outside the meridians.
    pub meridian: Meridian,
    /// Its number on the meridian, or within its extra group; `None` for Anmian.
    pub number: Option<u8>,
    /// Its names.
    pub names: Names,
    /// The part of the body it lies on.
    pub region: Region,
    /// Left and right, or once on the midline.
    pub sides: Sides,
    /// Where it lies. One place for most; EX-HN1 has four, EX-B2 seventeen a side.
    pub places: Vec<Place>,
    /// The place in a few everyday words ("back of the hand"), for rows, cues and the far corner of a
    /// small screen. At most 28 characters.
    pub place: Words,
    /// How to find it with one's own hands, in everyday words: where, what to feel, how far.
    pub find: Words,
    /// How to know one is on it. A full sentence that begins "You are on it when".
    pub on_it: Words,
    /// How it is pressed.
    pub technique: Technique,
    /// What the player says while the finger finds it.
    pub cue: Cue,
    /// What it is used for.
    pub uses: Vec<Use>,
    /// What to take care of. Shown below the finding text, never behind a key.
    pub cautions: Vec<Caution>,
    /// Traditional categories: yuan-source, luo ...
    pub categories: Vec<Category>,
    /// Where its place and its names come from: publications, as short citations.
    pub sources: Vec<Text>,
    /// Whether fingers may press it at all. A point that is not is in the atlas only, never in a plan.
    pub pressable: bool,
    /// Whether it came from a person's own file. Safety reads such a point as strictly as any shipped point
    /// of its region, and any that lies near its place, whatever region its file claims.
    pub own: bool,
    /// For a point of a person's own: the shipped points around its place, by code.
    pub kin: Vec<Text>,
}

/// The names of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Pinyin with tone marks, one word: `Hégǔ`. Source: GB/T 12346-2021.
    pub pinyin: Text,
    /// Simplified Chinese characters.
    pub hanzi_simplified: Text,
    /// Traditional Chinese characters.
    pub hanzi_traditional: Text,
    /// What it means: `Joining Valley`, `Samlende dal`.
    pub meaning: Words,
}

/// One place of a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Which of several places this is ("in front", "T1"); empty where there is only one.
    pub label: Words,
    /// How it follows from landmarks and rulers.
    pub construction: Construction,
}

/// A part of the body, as a person would name it and as the safety rules use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Region {
    Head,
    Face,
    Ear,
    /// The nape, from the skull to C7.
    Neck,
    /// Front and sides of the neck.
    Throat,
    Shoulder,
    Chest,
    /// The side of the trunk, from the armpit to the hip bone.
    Flank,
    Belly,
    /// From C7 to T12, shoulder blades included.
    Back,
    /// Lumbar region and sacrum.
    LowBack,
    /// Hip and buttock.
    Hip,
    Perineum,
    UpperArm,
    Elbow,
    Forearm,
    Wrist,
    Hand,
    Thigh,
    Knee,
    LowerLeg,
    Ankle,
    Foot,
}

impl Region {
    /// Every region, head to foot: the order of the region browser.
    pub const ALL: [Region; 23] = [
        Region::Head,
        Region::Face,
        Region::Ear,
        Region::Neck,
        Region::Throat,
        Region::Shoulder,
        Region::Chest,
        Region::Flank,
        Region::Belly,
        Region::Back,
        Region::LowBack,
        Region::Hip,
        Region::Perineum,
        Region::UpperArm,
        Region::Elbow,
        Region::Forearm,
        Region::Wrist,
        Region::Hand,
        Region::Thigh,
        Region::Knee,
        Region::LowerLeg,
        Region::Ankle,
        Region::Foot,
    ];

    /// The id used in data, on the command line and in JSON: `low-back`.
    pub fn id(self) -> &'static str {
        match self {
            Region::Head => "head",
            Region::Face => "face",
            Region::Ear => "ear",
            Region::Neck => "neck",
            Region::Throat => "throat",
            Region::Shoulder => "shoulder",
            Region::Chest => "chest",
            Region::Flank => "flank",
            Region::Belly => "belly",
            Region::Back => "back",
            Region::LowBack => "low-back",
            Region::Hip => "hip",
            Region::Perineum => "perineum",
            Region::UpperArm => "upper-arm",
            Region::Elbow => "elbow",
            Region::Forearm => "forearm",
            Region::Wrist => "wrist",
            Region::Hand => "hand",
            Region::Thigh => "thigh",
            Region::Knee => "knee",
            Region::LowerLeg => "lower-leg",
            Region::Ankle => "ankle",
            Region::Foot => "foot",
        }
    }

    /// The region an id names.
    pub fn from_id(id: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.id() == id)
    }

    /// True from the hip down to the toes.
    pub fn is_leg(self) -> bool {
        matches!(
            self,
            Region::Thigh | Region::Knee | Region::LowerLeg | Region::Ankle | Region::Foot
        )
    }

    /// True from the shoulder joint down to the fingertips.
    pub fn is_arm(self) -> bool {
        matches!(
            self,
            Region::UpperArm | Region::Elbow | Region::Forearm | Region::Wrist | Region::Hand
        )
    }
}

/// Whether a point lies left and right, or once on the midline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sides {
    /// A mirror pair.
    Both,
    /// On the midline.
    Midline,
}

/// The person's own left or right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Side {
    Left,
    Right,
}

impl Side {
    /// The other side.
    pub fn other(self) -> Side {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }
}

/// How a point is pressed when it is pressed by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Technique {
    /// What presses.
    pub tool: Tool,
    /// What the finger does while it is there.
    pub motion: Motion,
    /// How firmly.
    pub pressure: Pressure,
    /// The usual pressed time per side, seconds; the wish a plan starts from.
    pub seconds: u16,
    /// The least and the most a source names, seconds per side.
    pub seconds_range: (u16, u16),
    /// How often the press is repeated on one side.
    pub repeats: u8,
    /// Postures in which it can be reached, best first.
    pub postures: Vec<Posture>,
    /// Which hand does it and how it lies, in words: "with the opposite thumb".
    pub hand: Words,
    /// Where the seconds and repeats come from: a source id of the evidence file, section 4, or `seed`.
    pub basis: Text,
}

/// What presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Tool {
    Thumb,
    Fingertip,
    Knuckle,
    Palm,
    /// A rounded tool, never anything pointed.
    Rounded,
}

/// What the finger does between sinking in and letting go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// Stays; eases a little on the in-breath.
    Stay,
    /// Small circles; the skin moves along.
    Circle,
    /// Rubs or strokes.
    Rub,
}

/// How firmly a point is pressed. Ordered from the softest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pressure {
    /// The weight of the finger.
    Touch,
    /// Gentle.
    Gentle,
    /// 3 to 4 of 10; never painful.
    Firm,
}

/// How a person sits or lies. The order is the order in which plans prefer them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Posture {
    /// Standing.
    Stand,
    /// Sitting.
    Sit,
    /// Sitting, ankle on the other knee.
    Cross,
    /// Lying.
    Lie,
}

/// The spoken finding lines of a point, for closed eyes. In each, `{side}` stands for left or right and
/// `{other}` for the opposite side. A line may be at most 95 characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    /// Before the first side: first the hand, then the place, then how far.
    pub find: Vec<Words>,
    /// Before the second side; empty for midline points.
    pub switch: Vec<Words>,
    /// All of it in one line, for a lead-in of a single breath; empty where the finding lines fit one.
    pub brief: Words,
    /// Instead of `find` when both sides are pressed at once; empty where `find` says that already.
    pub together: Vec<Words>,
}

/// One use of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Id in the list of uses (`assets/uses.toml`).
    pub id: Text,
    /// Tradition, or a trial.
    pub basis: Basis,
    /// Evidence ids (`EV-...`); never empty for a trial.
    pub evidence: Vec<Text>,
    /// Whether the point lies where the complaint is.
    pub reach: Reach,
}

/// What a use rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Traditional use.
    Tradition,
    /// At least one trial, named by its evidence id.
    Trial,
}

/// Near and far: a local point lies where the complaint is, a distant one elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Reach {
    Local,
    Distant,
}

/// One line of care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// Rule id of the safety data (`PR-01`).
    pub rule: Text,
    /// The sentence.
    pub words: Words,
}

/// A traditional category of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(
    missing_docs,
    reason = "the variants are the field's own terms, spelled by `id`"
)]
pub enum Category {
    JingWell,
    YingSpring,
    ShuStream,
    JingRiver,
    HeSea,
    YuanSource,
    Luo,
    XiCleft,
    BackShu,
    FrontMu,
    LowerHeSea,
    EightHui,
    EightConfluent,
    Command,
}

impl Category {
    /// Every category.
    pub const ALL: [Category; 14] = [
        Category::JingWell,
        Category::YingSpring,
        Category::ShuStream,
        Category::JingRiver,
        Category::HeSea,
        Category::YuanSource,
        Category::Luo,
        Category::XiCleft,
        Category::BackShu,
        Category::FrontMu,
        Category::LowerHeSea,
        Category::EightHui,
        Category::EightConfluent,
        Category::Command,
    ];

    /// The id used in data and JSON: `yuan-source`.
    pub fn id(self) -> &'static str {
        match self {
            Category::JingWell => "jing-well",
            Category::YingSpring => "ying-spring",
            Category::ShuStream => "shu-stream",
            Category::JingRiver => "jing-river",
            Category::HeSea => "he-sea",
            Category::YuanSource => "yuan-source",
            Category::Luo => "luo",
            Category::XiCleft => "xi-cleft",
            Category::BackShu => "back-shu",
            Category::FrontMu => "front-mu",
            Category::LowerHeSea => "lower-he-sea",
            Category::EightHui => "eight-hui",
            Category::EightConfluent => "eight-confluent",
            Category::Command => "command",
        }
    }

    /// The category an id names.
    pub fn from_id(id: &str) -> Option<Category> {
        Category::ALL.into_iter().find(|category| category.id() == id)
    }

    /// The phase a five-shu point has on its meridian: they begin with wood on the yin meridians and with
    /// metal on the yang ones, and each gives birth to the next (Nanjing, chapter 64).
    pub fn phase(self, meridian: Meridian) -> Option<Phase> {
        let nth = Category::ALL[..5].iter().position(|category| *category == self)?;
        let first = if meridian.is_yin() { 0 } else { 3 };
        Some(Phase::ALL[(first + nth) % Phase::ALL.len()])
    }
}

/// One of the five phases of the old picture of nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Phase {
    Wood,
    Fire,
    Earth,
    Metal,
    Water,
}

impl Phase {
    /// Every phase in the order in which each gives birth to the next.
    pub const ALL: [Phase; 5] = [Phase::Wood, Phase::Fire, Phase::Earth, Phase::Metal, Phase::Water];
}
