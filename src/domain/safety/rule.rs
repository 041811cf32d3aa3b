//! The rules as they are written: data, read from `assets/safety.toml`, each with an id and a source.

use std::collections::HashMap;

use super::super::plan::Limits;
use super::super::point::{Point, Pressure, Region, Side, Sides};
use super::super::profile::{Given, Part, Profile, Takes};
use super::super::words::{Text, Words};
use super::verdict::Verdict;

/// Every rule and every question of safety.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rulebook {
    rules: Vec<Rule>,
    questions: Vec<Question>,
    /// Places of the questions by id: every verdict asks for many of them.
    asked_as: HashMap<Text, usize>,
    chains: Vec<Chain>,
    bounds: Bounds,
}

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// `RF-01`, `WB-02`, `AR-03`, `PR-04`, `BR-05`, `DO-06`, `SR-07`.
    pub id: Text,
    /// Where in the order of checks it stands.
    pub layer: Layer,
    /// The condition in a few words.
    pub title: Words,
    /// Why, in a sentence or two.
    pub reason: Words,
    /// What to do instead.
    pub instead: Words,
    /// Where it comes from.
    pub source: Words,
    /// How sure the source is.
    pub mark: Mark,
    /// What kind of help it leads to; `None` where none is needed, or where its questions say.
    pub help: Option<Help>,
    /// For a red flag: asked before every first practice of a day, whatever it is for.
    pub always_asked: bool,
    /// For a reason to stop: practice is locked until the help text was read.
    pub locks: bool,
    /// For a reason to stop: the point that was pressed just then rests, as a sore one does.
    pub rests: bool,
    /// For a reason to stop: the red flag it leads to.
    pub flag: Option<Text>,
    /// What it does.
    pub effects: Vec<Effect>,
    /// Uses that are never offered because of it.
    pub never_for: Vec<Text>,
    /// Bounds it sets.
    pub bounds: Bounds,
}

/// The order of checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are the sections of the rules")]
pub enum Layer {
    RedFlag,
    Body,
    Area,
    Point,
    Breath,
    Dose,
    Stop,
}

impl Layer {
    /// Every layer in the order of checks.
    pub const ALL: [Layer; 7] = [
        Layer::RedFlag,
        Layer::Body,
        Layer::Area,
        Layer::Point,
        Layer::Breath,
        Layer::Dose,
        Layer::Stop,
    ];

    /// The letters an id of this layer begins with.
    pub fn prefix(self) -> &'static str {
        match self {
            Layer::RedFlag => "RF",
            Layer::Body => "WB",
            Layer::Area => "AR",
            Layer::Point => "PR",
            Layer::Breath => "BR",
            Layer::Dose => "DO",
            Layer::Stop => "SR",
        }
    }

    /// The layer an id belongs to.
    pub fn of(id: &str) -> Option<Layer> {
        Layer::ALL.into_iter().find(|layer| {
            id.strip_prefix(layer.prefix())
                .is_some_and(|rest| rest.starts_with('-'))
        })
    }
}

/// How a rule stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Read in the named source.
    Verified,
    /// Part of it read in the named source; the rest is general knowledge or our own caution.
    Part,
    /// General knowledge.
    Unverified,
    /// Our own cautious choice; no source claims it.
    Own,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Mark; 4] = [Mark::Verified, Mark::Part, Mark::Unverified, Mark::Own];

    /// The id used in data and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Mark::Verified => "verified",
            Mark::Part => "part",
            Mark::Unverified => "unverified",
            Mark::Own => "own",
        }
    }
}

/// What kind of help is needed, from the mildest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Help {
    /// A doctor in the next days.
    Soon,
    /// A doctor today.
    Today,
    /// A midwife now.
    Midwife,
    /// Someone to talk to, now.
    Crisis,
    /// The emergency number.
    Emergency,
}

impl Help {
    /// Every kind.
    pub const ALL: [Help; 5] = [
        Help::Soon,
        Help::Today,
        Help::Midwife,
        Help::Crisis,
        Help::Emergency,
    ];

    /// The id used in data and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Help::Soon => "soon",
            Help::Today => "today",
            Help::Midwife => "midwife",
            Help::Crisis => "crisis",
            Help::Emergency => "emergency",
        }
    }
}

/// One thing a rule does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effect {
    /// The questions whose yes brings it up, any of them; empty: it holds for everyone.
    pub when: Vec<Text>,
    /// Only if the answer names a place in one of these regions, or names none; empty: any answer.
    pub near: Vec<Region>,
    /// It reaches everything.
    pub everywhere: bool,
    /// It reaches these points, by code, in the order of the alphabet: they are looked up often.
    pub points: Vec<Text>,
    /// It reaches these regions.
    pub regions: Vec<Region>,
    /// It reaches these routines as a whole, by id.
    pub routines: Vec<Text>,
    /// Only points on the midline.
    pub midline: bool,
    /// How far the places of the answer matter.
    pub at: At,
    /// Only in what hegu offers (routines, suggestions, the composer), not for a point chosen by oneself.
    pub offered: bool,
    /// What follows.
    pub outcome: Outcome,
    /// The firmest that is still allowed.
    pub pressure: Option<Pressure>,
    /// No tool.
    pub no_tool: bool,
    /// No breath holds.
    pub no_holds: bool,
    /// Natural breathing only.
    pub natural_only: bool,
    /// Natural breathing is offered first.
    pub natural_first: bool,
    /// The "I have asked" that lifts it, for outcomes that can be lifted; `None`: the rule's own.
    pub lifted_by: Option<Text>,
}

/// What follows when an effect applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// A sentence is shown.
    #[default]
    Note,
    /// LIGHT.
    Light,
    /// Ask a doctor, nurse or midwife first; lifted when the person says they did.
    Ask,
    /// Not here.
    Block,
    /// Not at all; lifted only where `lifted_by` says so.
    Stop,
}

impl Outcome {
    /// The verdict it means.
    pub fn verdict(self) -> Verdict {
        match self {
            Outcome::Note => Verdict::Fine,
            Outcome::Light => Verdict::Gentle,
            Outcome::Ask => Verdict::AskFirst,
            Outcome::Block => Verdict::NotThisPoint,
            Outcome::Stop => Verdict::Stop,
        }
    }
}

/// How far the places named in an answer matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum At {
    /// Not at all.
    #[default]
    Anywhere,
    /// Only where the answer says; everywhere if it does not say.
    Named,
    /// Only where the answer says; nowhere if it does not say.
    NamedOnly,
    /// On the whole limb the answer names; everywhere if it does not say.
    NamedLimb,
}

/// Bounds that a rule sets. `None` where it sets none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say what they are, units included")]
pub struct Bounds {
    pub side_least_s: Option<u32>,
    pub side_most_s: Option<u32>,
    pub side_most_light_s: Option<u32>,
    pub practice_most_min: Option<u32>,
    pub practices_a_day: Option<u32>,
    pub point_a_day_min: Option<u32>,
    pub light_percent: Option<u32>,
    pub rest_h: Option<u32>,
    pub look_back_weeks: Option<u32>,
    pub breaths_most: Option<u32>,
}

impl Bounds {
    /// What they mean for a plan laid out in time. What no rule bounds stays as shipped.
    pub fn limits(&self) -> Limits {
        let shipped = Limits::default();
        let ms = |bound: Option<u32>, unit: u64, otherwise| bound.map_or(otherwise, |n| u64::from(n) * unit);
        Limits {
            practice: ms(self.practice_most_min, 60_000, shipped.practice),
            point_day: ms(self.point_a_day_min, 60_000, shipped.point_day),
            repeat_least: ms(self.side_least_s, 1_000, shipped.repeat_least),
            light_percent: ms(self.light_percent, 1, shipped.light_percent),
        }
    }

    /// The bounds of all these rules together; the strictest where two speak.
    fn strictest(rules: &[Rule]) -> Bounds {
        let least = |pick: fn(&Bounds) -> Option<u32>| rules.iter().filter_map(|r| pick(&r.bounds)).min();
        let most = |pick: fn(&Bounds) -> Option<u32>| rules.iter().filter_map(|r| pick(&r.bounds)).max();
        Bounds {
            side_least_s: most(|b| b.side_least_s),
            side_most_s: least(|b| b.side_most_s),
            side_most_light_s: least(|b| b.side_most_light_s),
            practice_most_min: least(|b| b.practice_most_min),
            practices_a_day: least(|b| b.practices_a_day),
            point_a_day_min: least(|b| b.point_a_day_min),
            light_percent: least(|b| b.light_percent),
            rest_h: most(|b| b.rest_h),
            look_back_weeks: least(|b| b.look_back_weeks),
            breaths_most: least(|b| b.breaths_most),
        }
    }
}

/// A question put to the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The id of the rule it belongs to, or that id with a word: `WB-10.numb`.
    pub id: Text,
    /// When it is asked.
    pub asked: Asked,
    /// The group it stands in on the form.
    pub group: Group,
    /// The question, as a statement to tick.
    pub words: Words,
    /// Why it is asked.
    pub why: Words,
    /// The places it wants to know, as a question; `None` where no place matters.
    pub places: Option<Words>,
    /// The question it depends on: put only if that one counts, and counting as yes until answered.
    pub under: Option<Text>,
    /// For a red flag: what kind of help a yes calls for.
    pub help: Option<Help>,
}

/// When a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// Once, in the profile.
    Once,
    /// Before the first practice of a day for a complaint: a red flag.
    Flag,
    /// Before the first practice of a day: today's body.
    Today,
}

/// The groups of the profile form, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Group {
    Pregnancy,
    Blood,
    Bones,
    Heart,
    Feeling,
    Illness,
    Mind,
    Today,
}

impl Group {
    /// Every group in the order of the form.
    pub const ALL: [Group; 8] = [
        Group::Pregnancy,
        Group::Blood,
        Group::Bones,
        Group::Heart,
        Group::Feeling,
        Group::Illness,
        Group::Mind,
        Group::Today,
    ];

    /// The id used in data.
    pub fn id(self) -> &'static str {
        match self {
            Group::Pregnancy => "pregnancy",
            Group::Blood => "blood",
            Group::Bones => "bones",
            Group::Heart => "heart",
            Group::Feeling => "feeling",
            Group::Illness => "illness",
            Group::Mind => "mind",
            Group::Today => "today",
        }
    }
}

/// What may stand in for a point, best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The point, by code.
    pub point: Text,
    /// Its substitutes, by code; empty: none.
    pub to: Vec<Text>,
}

impl Rulebook {
    /// A rulebook. Rules are kept in the order of checks.
    pub fn new(mut rules: Vec<Rule>, questions: Vec<Question>, chains: Vec<Chain>) -> Rulebook {
        rules.sort_by_key(|rule| rule.layer);
        for effect in rules.iter_mut().flat_map(|rule| &mut rule.effects) {
            effect.points.sort_unstable();
        }
        Rulebook {
            bounds: Bounds::strictest(&rules),
            rules,
            asked_as: questions
                .iter()
                .enumerate()
                .map(|(place, question)| (question.id.clone(), place))
                .collect(),
            questions,
            chains,
        }
    }

    /// Every rule in the order of checks.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// One rule by id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The rules of one layer.
    pub fn layer(&self, layer: Layer) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| rule.layer == layer)
    }

    /// Every question in the order of the form.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// One question by id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.asked_as.get(id).map(|place| &self.questions[*place])
    }

    /// The questions asked at one time, in order.
    pub fn asked(&self, asked: Asked) -> impl Iterator<Item = &Question> {
        self.questions
            .iter()
            .filter(move |question| question.asked == asked)
    }

    /// The rule a question belongs to.
    pub fn rule_of(&self, question: &str) -> Option<&Rule> {
        self.rule(question.split('.').next().unwrap_or(question))
    }

    /// What may stand in for a point, by code; `None` where no chain is written.
    pub fn chain(&self, code: &str) -> Option<&[Text]> {
        self.chains
            .iter()
            .find(|chain| chain.point == code)
            .map(|chain| chain.to.as_slice())
    }

    /// The parts of the body a question may be answered with: those its rules reach by the answer, so that who
    /// is asked for a leg is shown legs. All of them where the rules set no bounds.
    pub fn parts_of(&self, question: &str) -> Vec<Part> {
        let reaching: Vec<&Effect> = self
            .rules
            .iter()
            .flat_map(|rule| &rule.effects)
            .filter(|effect| effect.at != At::Anywhere && effect.when.iter().any(|id| id == question))
            .filter(|effect| effect.points.is_empty())
            .collect();
        if reaching.iter().any(|effect| effect.regions.is_empty()) {
            return Part::ALL.to_vec();
        }
        let reached = |part: &Part| {
            let spots = part.spots();
            reaching
                .iter()
                .any(|effect| spots.iter().any(|spot| effect.regions.contains(&spot.region)))
        };
        let parts: Vec<Part> = Part::ALL.into_iter().filter(reached).collect();
        if parts.is_empty() {
            Part::ALL.to_vec()
        } else {
            parts
        }
    }

    /// Every chain.
    pub fn chains(&self) -> &[Chain] {
        &self.chains
    }

    /// The bounds all rules set together; the strictest where two speak.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// What kept answers, of the profile or of a day, may say of an id: see [`super::super::profile::Profile::from_lines`].
    pub fn takes(&self, id: &str) -> Option<Takes> {
        let question = self.question(id);
        let asking = self.can_be_asked(id);
        (question.is_some() || asking).then(|| Takes {
            answer: question.is_some(),
            places: question.is_some_and(|question| question.places.is_some()),
            asking,
        })
    }

    /// The rules about single points that a yes to this question brings up, each with an "I have asked" of its
    /// own: in pregnancy PC6, and KI1 with LR3.
    pub fn asked_of_points<'a>(&'a self, question: &'a str) -> impl Iterator<Item = &'a Text> {
        let asks = move |rule: &&Rule| {
            rule.effects
                .iter()
                .any(|effect| effect.outcome == Outcome::Ask && effect.when.iter().any(|id| id == question))
        };
        self.layer(Layer::Point).filter(asks).map(|rule| &rule.id)
    }

    /// Takes back what a profile says was asked about a question that does not apply any more: who becomes
    /// pregnant again has not asked yet.
    pub fn take_back(&self, question: &str, profile: &mut Profile) {
        profile.set_asked(question.to_owned(), false);
        for rule in self.asked_of_points(question) {
            profile.set_asked(rule.clone(), false);
        }
        let under = self
            .questions
            .iter()
            .filter(|one| one.under.as_ref().is_some_and(|under| under == question));
        for one in under {
            self.take_back(&one.id, profile);
        }
    }

    /// Whether "I have asked" lifts anything under this id.
    pub fn can_be_asked(&self, id: &str) -> bool {
        self.rules.iter().any(|rule| {
            rule.effects.iter().any(|effect| match &effect.lifted_by {
                Some(tick) => tick == id,
                None => effect.outcome == Outcome::Ask && rule.id == id,
            })
        })
    }
}

impl Effect {
    /// Whether the effect can be lifted by having asked, and by which note.
    pub fn tick<'a>(&'a self, rule: &'a Rule) -> Option<&'a Text> {
        match (&self.lifted_by, self.outcome) {
            (Some(tick), _) => Some(tick),
            (None, Outcome::Ask) => Some(&rule.id),
            (None, _) => None,
        }
    }

    /// Whether the effect speaks of any place at all, and not only of breathing or of routines.
    fn names_a_place(&self) -> bool {
        self.everywhere || !self.points.is_empty() || !self.regions.is_empty() || self.at != At::Anywhere
    }

    /// Whether it is a sentence for the start of every practice: it changes nothing and names no place.
    pub fn is_start_note(&self) -> bool {
        self.outcome == Outcome::Note
            && !self.names_a_place()
            && self.routines.is_empty()
            && !self.touches_the_breath()
    }

    /// Whether it says anything about how to breathe.
    pub fn touches_the_breath(&self) -> bool {
        self.no_holds || self.natural_only || self.natural_first
    }

    /// Whether a point lies within reach, the places of the answer apart. `regions` are those it counts as
    /// lying in; `is_kin` tells for a point of a person's own whether it counts as one of the points named here.
    pub fn covers(&self, point: &Point, regions: &[Region], is_kin: impl Fn() -> bool) -> bool {
        if !self.names_a_place() || !self.routines.is_empty() {
            return false;
        }
        if self.midline && point.sides != Sides::Midline {
            return false;
        }
        let code = point.code.as_str();
        let scoped = !self.points.is_empty() || !self.regions.is_empty();
        self.everywhere
            || !scoped
            || regions.iter().any(|region| self.regions.contains(region))
            || self.names(code)
            || (point.own && is_kin())
    }

    /// Whether it names a point, by its code.
    pub fn names(&self, code: &str) -> bool {
        self.points.binary_search_by(|one| one.as_ref().cmp(code)).is_ok()
    }

    /// Whether an answer's places bring the effect to a region and a side.
    pub fn reaches(&self, given: &Given, region: Region, side: Option<Side>) -> bool {
        let named = given.places.as_ref();
        let near = self.near.is_empty()
            || named.is_none_or(|places| places.iter().any(|spot| self.near.contains(&spot.region)));
        near && match self.at {
            At::Anywhere => true,
            At::Named => named.is_none_or(|places| places.iter().any(|spot| spot.reaches(region, side))),
            At::NamedOnly => named.is_some_and(|places| places.iter().any(|spot| spot.reaches(region, side))),
            At::NamedLimb => {
                named.is_none_or(|places| places.iter().any(|spot| spot.limb_reaches(region, side)))
            }
        }
    }
}
