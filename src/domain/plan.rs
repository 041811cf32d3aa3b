//! A plan: an ordered list of presses and breathing items, wished but not yet laid out in time.

use super::atlas::PointId;
use super::breath::Rhythm;
use super::point::{Motion, Point, Posture, Pressure, Region, Side, Sides};
use super::reach::With;
use super::time::Ms;
use super::words::{Text, Words};

/// An ordered list of items.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What is done, in order.
    pub items: Vec<Item>,
}

/// One thing to do, and how one sits for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What.
    pub act: Act,
    /// How one sits or lies for it. A change of posture gets a longer lead-in.
    pub posture: Posture,
    /// May be dropped when the time is short.
    pub optional: bool,
}

/// What an item asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// A point to press.
    Press(Press),
    /// Breaths only.
    Breathe(Breathe),
}

/// One point, with its sides and its wished dose.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    /// Which point.
    pub point: PointId,
    /// Which sides, in which order.
    pub sides: SideRule,
    /// What the finger does after it has sunk in.
    pub motion: Motion,
    /// How firmly.
    pub pressure: Pressure,
    /// Wished pressed time of one repeat on one side, seconds: sink-in and stay, without the release.
    pub seconds: u16,
    /// How often it is repeated on one side.
    pub repeats: u8,
    /// The most pressed time on one side, seconds: [`ceiling`].
    pub ceiling: u16,
    /// What safety made of it.
    pub dose: Dose,
    /// The lead-in gives 10 s more to find it: the person is still learning it, or it has no words short enough
    /// for one breath.
    pub learning: bool,
    /// What presses, where it is not what the point's technique says.
    pub with: With,
    /// The one hand that presses; `None` where the person has both.
    pub hand: Option<Side>,
}

/// Breaths, with a place for the hands. No point and no claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Breathe {
    /// Id of the pattern, for its name.
    pub pattern: Text,
    /// Its own rhythm: here, and only here, a breath may be held.
    pub rhythm: Rhythm,
    /// Wished length, seconds.
    pub seconds: u16,
    /// The most breaths in one go, where the pattern has such a bound.
    pub most_breaths: Option<u16>,
    /// Where the hands are ("one hand on the belly"); empty where they may lie as they like.
    pub hands: Words,
}

/// Which sides a press takes, in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SideRule {
    /// One side only.
    Only(Side),
    /// Left, then right. Always left first, so that closed eyes know.
    Each,
    /// Both hands at once.
    Together,
    /// A point on the midline.
    Midline,
}

/// Where one press happens: the part of a [`SideRule`] that one finger lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Half {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// Left and right at once.
    Both,
    /// On the midline.
    Midline,
}

/// What safety made of a press.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dose {
    /// As wished.
    #[default]
    Full,
    /// LIGHT (DO-04): half the time, touch pressure, no tool, no rubbing.
    Light,
}

impl SideRule {
    /// How many presses it makes: 2 for [`SideRule::Each`], otherwise 1.
    pub fn cost(self) -> Ms {
        match self {
            SideRule::Each => 2,
            _ => 1,
        }
    }

    /// The presses in order.
    pub fn halves(self) -> &'static [Half] {
        match self {
            SideRule::Only(Side::Left) => &[Half::Left],
            SideRule::Only(Side::Right) => &[Half::Right],
            SideRule::Each => &[Half::Left, Half::Right],
            SideRule::Together => &[Half::Both],
            SideRule::Midline => &[Half::Midline],
        }
    }

    /// The id used in data: `each`.
    pub fn id(self) -> &'static str {
        match self {
            SideRule::Only(Side::Left) => "left",
            SideRule::Only(Side::Right) => "right",
            SideRule::Each => "each",
            SideRule::Together => "together",
            SideRule::Midline => "midline",
        }
    }

    /// Every rule.
    pub const ALL: [SideRule; 5] = [
        SideRule::Each,
        SideRule::Together,
        SideRule::Midline,
        SideRule::Only(Side::Left),
        SideRule::Only(Side::Right),
    ];

    /// The rule a person or a file means by an id.
    pub fn from_id(id: &str) -> Option<SideRule> {
        SideRule::ALL.into_iter().find(|rule| rule.id() == id)
    }
}

impl Half {
    /// The id used in the journal and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Half::Left => "left",
            Half::Right => "right",
            Half::Both => "both",
            Half::Midline => "midline",
        }
    }

    /// The half an id names.
    pub fn from_id(id: &str) -> Option<Half> {
        [Half::Left, Half::Right, Half::Both, Half::Midline]
            .into_iter()
            .find(|half| half.id() == id)
    }
}

/// The longest pressed time on one side of any point: 5 min (DO-01).
const LONGEST_SIDE: u16 = 300;

/// The longest practice: 30 min (DO-02; the Michigan trials took 27 to 30).
pub const LONGEST_PRACTICE: Ms = 1_800_000;

/// The most pressed time at one point in one day: 15 min (DO-03).
pub const LONGEST_POINT_DAY: Ms = 900_000;

/// The bounds a plan is laid out and lived within. [`super::safety::Cleared`] hands over those of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest practice (DO-02).
    pub practice: Ms,
    /// The most pressed time at one point in one day (DO-03).
    pub point_day: Ms,
    /// The least pressed time of one repeat (DO-01).
    pub repeat_least: Ms,
    /// What LIGHT leaves of a wished time, percent (DO-04).
    pub light_percent: Ms,
}

impl Default for Limits {
    /// For a plan that belongs to nobody yet: the bounds as they are shipped.
    fn default() -> Limits {
        Limits {
            practice: LONGEST_PRACTICE,
            point_day: LONGEST_POINT_DAY,
            repeat_least: 30_000,
            light_percent: 50,
        }
    }
}

/// The most pressed time on one side, seconds. DO-01 bounds every point by 5 min and Yintang and the ear by
/// 10 light ones; the lower ceilings of face, skull, nape and belly are design choices of hegu.
pub fn ceiling(code: &str, region: Region) -> u16 {
    match code {
        "BL2" => 60,
        "EX-HN5" => 120,
        "GB20" | "GB21" | "GV20" | "CV6" | "CV12" | "ST25" | "Anmian" => 180,
        "EX-HN3" => 600,
        _ if region == Region::Ear => 600,
        _ => LONGEST_SIDE,
    }
}

/// Points that two hands reach at once.
pub fn serves_together(code: &str) -> bool {
    matches!(
        code,
        "GB20" | "EX-HN5" | "BL2" | "ST25" | "BL23" | "ST36" | "Anmian"
    )
}

impl Press {
    /// The press a point asks for when it is pressed by itself.
    pub fn of(id: PointId, point: &Point) -> Press {
        let code = point.code.as_str();
        let technique = &point.technique;
        Press {
            point: id,
            sides: match point.sides {
                Sides::Midline => SideRule::Midline,
                Sides::Both if serves_together(code) => SideRule::Together,
                Sides::Both => SideRule::Each,
            },
            motion: technique.motion,
            pressure: technique.pressure,
            seconds: technique.seconds,
            repeats: technique.repeats,
            ceiling: ceiling(code, point.region),
            dose: Dose::Full,
            learning: point.cue.brief.is_empty(),
            with: With::Fingers,
            hand: None,
        }
    }

    /// The press as LIGHT makes it (DO-04). Twice is the same as once. The seconds stay as wished: the
    /// halving belongs to the timeline, which counts in breaths.
    pub fn light(mut self) -> Press {
        self.dose = Dose::Light;
        self.pressure = Pressure::Touch;
        self.with = With::Fingers;
        if self.motion == Motion::Rub {
            self.motion = Motion::Stay;
        }
        self
    }
}

impl Item {
    /// The item a point makes when it is pressed by itself, in its best posture.
    pub fn of(id: PointId, point: &Point) -> Item {
        Item {
            act: Act::Press(Press::of(id, point)),
            posture: point.technique.postures.first().copied().unwrap_or(Posture::Sit),
            optional: false,
        }
    }

    /// The press, if it is one.
    pub fn press(&self) -> Option<&Press> {
        match &self.act {
            Act::Press(press) => Some(press),
            Act::Breathe(_) => None,
        }
    }

    /// The breathing, if it is that.
    pub fn breathe(&self) -> Option<&Breathe> {
        match &self.act {
            Act::Breathe(breathe) => Some(breathe),
            Act::Press(_) => None,
        }
    }
}

impl Plan {
    /// The presses with the index of their item.
    pub fn presses(&self) -> impl Iterator<Item = (usize, &Press)> {
        self.items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| Some((index, item.press()?)))
    }

    /// True when nothing is left to do.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
