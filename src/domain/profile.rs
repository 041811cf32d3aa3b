//! What a person has said about themselves: once (the profile) and today.
//!
//! An answer is never just yes or no: *not sure* and *rather not say* are answers too, and they count as
//! yes. Where an answer needs a place on the body, a place that was not said means everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::point::{Region, Side};
use super::words::Text;

/// An answer to one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Answer {
    #[default]
    Unanswered,
    No,
    Yes,
    NotSure,
    RatherNot,
}

impl Answer {
    /// Every answer.
    pub const ALL: [Answer; 5] = [
        Answer::Unanswered,
        Answer::No,
        Answer::Yes,
        Answer::NotSure,
        Answer::RatherNot,
    ];

    /// The id used in the journal, on the command line and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Answer::Unanswered => "unanswered",
            Answer::No => "no",
            Answer::Yes => "yes",
            Answer::NotSure => "not-sure",
            Answer::RatherNot => "rather-not",
        }
    }

    /// The answer an id names.
    pub fn from_id(id: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|answer| answer.id() == id)
    }

    /// Whether safety takes it as a yes. Not sure and rather not say do; a question never asked does not.
    pub fn counts(self) -> bool {
        matches!(self, Answer::Yes | Answer::NotSure | Answer::RatherNot)
    }

    /// Whether anything was answered at all.
    pub fn is_given(self) -> bool {
        self != Answer::Unanswered
    }
}

/// A place on the body as a person names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// Where.
    pub region: Region,
    /// Which side; `None` for both, or for the middle.
    pub side: Option<Side>,
}

impl Spot {
    /// A region on both sides.
    pub const fn both(region: Region) -> Spot {
        Spot { region, side: None }
    }

    /// A region on one side.
    pub const fn on(region: Region, side: Side) -> Spot {
        Spot {
            region,
            side: Some(side),
        }
    }

    /// Whether the place reaches a region on a side. A side that is not known is reached by either.
    pub fn reaches(self, region: Region, side: Option<Side>) -> bool {
        self.region == region && same_side(self.side, side)
    }

    /// Whether the limb this place lies on reaches a region: the whole leg for a foot, the whole arm for a
    /// hand. On the trunk the place itself.
    pub fn limb_reaches(self, region: Region, side: Option<Side>) -> bool {
        let same_limb =
            (self.region.is_leg() && region.is_leg()) || (self.region.is_arm() && region.is_arm());
        (same_limb && same_side(self.side, side)) || self.reaches(region, side)
    }

    /// The id: `foot`, `foot.left`.
    pub fn id(self) -> String {
        match self.side {
            None => self.region.id().to_owned(),
            Some(side) => format!("{}.{}", self.region.id(), side_id(side)),
        }
    }

    /// The place an id names.
    pub fn from_id(id: &str) -> Option<Spot> {
        match id.split_once('.') {
            None => Region::from_id(id).map(Spot::both),
            Some((region, "left")) => Region::from_id(region).map(|region| Spot::on(region, Side::Left)),
            Some((region, "right")) => Region::from_id(region).map(|region| Spot::on(region, Side::Right)),
            Some(_) => None,
        }
    }
}

fn side_id(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

fn same_side(a: Option<Side>, b: Option<Side>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// A part of the body as a form offers it: few enough to choose from, each a set of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Part {
    Head,
    Neck,
    LeftArm,
    RightArm,
    LeftHand,
    RightHand,
    Chest,
    Belly,
    Back,
    LowBack,
    Hip,
    LeftLeg,
    RightLeg,
    LeftFoot,
    RightFoot,
}

impl Part {
    /// Every part, head to foot.
    pub const ALL: [Part; 15] = [
        Part::Head,
        Part::Neck,
        Part::LeftArm,
        Part::RightArm,
        Part::LeftHand,
        Part::RightHand,
        Part::Chest,
        Part::Belly,
        Part::Back,
        Part::LowBack,
        Part::Hip,
        Part::LeftLeg,
        Part::RightLeg,
        Part::LeftFoot,
        Part::RightFoot,
    ];

    /// The places it stands for.
    pub fn spots(self) -> Vec<Spot> {
        let (regions, side): (&[Region], Option<Side>) = match self {
            Part::Head => (&[Region::Head, Region::Face, Region::Ear], None),
            Part::Neck => (&[Region::Neck, Region::Throat, Region::Shoulder], None),
            Part::LeftArm => (
                &[Region::UpperArm, Region::Elbow, Region::Forearm],
                Some(Side::Left),
            ),
            Part::RightArm => (
                &[Region::UpperArm, Region::Elbow, Region::Forearm],
                Some(Side::Right),
            ),
            Part::LeftHand => (&[Region::Wrist, Region::Hand], Some(Side::Left)),
            Part::RightHand => (&[Region::Wrist, Region::Hand], Some(Side::Right)),
            Part::Chest => (&[Region::Chest, Region::Flank], None),
            Part::Belly => (&[Region::Belly, Region::Perineum], None),
            Part::Back => (&[Region::Back], None),
            Part::LowBack => (&[Region::LowBack], None),
            Part::Hip => (&[Region::Hip], None),
            Part::LeftLeg => (&[Region::Thigh, Region::Knee, Region::LowerLeg], Some(Side::Left)),
            Part::RightLeg => (
                &[Region::Thigh, Region::Knee, Region::LowerLeg],
                Some(Side::Right),
            ),
            Part::LeftFoot => (&[Region::Ankle, Region::Foot], Some(Side::Left)),
            Part::RightFoot => (&[Region::Ankle, Region::Foot], Some(Side::Right)),
        };
        regions
            .iter()
            .map(|region| Spot {
                region: *region,
                side,
            })
            .collect()
    }

    /// Whether all of it is among these places.
    pub fn is_in(self, places: &BTreeSet<Spot>) -> bool {
        self.spots().iter().all(|spot| places.contains(spot))
    }

    /// Puts it among the places, or takes it out.
    pub fn toggle(self, places: &mut BTreeSet<Spot>) {
        if self.is_in(places) {
            for spot in self.spots() {
                places.remove(&spot);
            }
        } else {
            places.extend(self.spots());
        }
    }
}

/// An answer with its detail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub answer: Answer,
    /// The places it is about. `None`: not said, which means everywhere. An empty list: said to be nowhere
    /// in particular.
    pub places: Option<BTreeSet<Spot>>,
}

impl Given {
    /// An answer without a place.
    pub fn plain(answer: Answer) -> Given {
        Given { answer, places: None }
    }

    /// A yes at these places.
    pub fn yes_at(places: impl IntoIterator<Item = Spot>) -> Given {
        Given {
            answer: Answer::Yes,
            places: Some(places.into_iter().collect()),
        }
    }
}

/// Answers to questions, by the id of the question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<Text, Given>);

impl Answers {
    /// The answer to a question; unanswered if it was never asked.
    pub fn answer(&self, question: &str) -> Answer {
        self.0
            .get(question)
            .map_or(Answer::Unanswered, |given| given.answer)
    }

    /// The answer with its detail.
    pub fn given(&self, question: &str) -> Option<&Given> {
        self.0.get(question)
    }

    /// Puts an answer in the place of an earlier one.
    pub fn give(&mut self, question: impl Into<Text>, given: Given) {
        let question = question.into();
        if given == Given::default() {
            self.0.remove(&question);
        } else {
            self.0.insert(question, given);
        }
    }

    /// Every question with an answer or a place, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (&Text, &Given)> {
        self.0.iter()
    }

    /// True when nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What applies to this person, said once and changed at any time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Answers to the profile's questions.
    pub answers: Answers,
    /// Rules for which the person says: I have asked my doctor, nurse or midwife.
    asked: BTreeSet<Text>,
}

/// Today: what the body is like and what the red flags said. Empty every morning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// Answers to red flags and to the questions about today's body.
    pub answers: Answers,
    /// What was already done today, and what is resting.
    pub done: Done,
    /// The stop rule that locked practice until its help text was read.
    pub locked: Option<Text>,
}

/// What the ledger of presses says about today and the last days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Practices today.
    pub practices: u32,
    /// Pressed seconds today, by the code of the point.
    pub pressed: BTreeMap<Text, u32>,
    /// Hours since a bruise or soreness was reported, by the code of the point.
    pub sore: BTreeMap<Text, u32>,
}

impl Profile {
    /// The answer to a question of the profile.
    pub fn answer(&self, question: &str) -> Answer {
        self.answers.answer(question)
    }

    /// Notes or takes back that a professional was asked about a rule.
    pub fn set_asked(&mut self, rule: impl Into<Text>, asked: bool) {
        let rule = rule.into();
        if asked {
            self.asked.insert(rule);
        } else {
            self.asked.remove(&rule);
        }
    }

    /// Whether a professional was asked about a rule.
    pub fn has_asked(&self, rule: &str) -> bool {
        self.asked.contains(rule)
    }

    /// True when nothing was ever answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.asked.is_empty()
    }

    /// The profile as lines to keep, one an id, in a stable order.
    pub fn lines(&self) -> Vec<Line> {
        let ids: BTreeSet<&Text> = self.answers.0.keys().chain(&self.asked).collect();
        ids.into_iter()
            .map(|id| {
                let given = self.answers.given(id);
                let mut detail: Vec<String> = Vec::new();
                if self.has_asked(id) {
                    detail.push("asked".to_owned());
                }
                if let Some(places) = given.and_then(|given| given.places.as_ref()) {
                    if places.is_empty() {
                        detail.push("nowhere".to_owned());
                    }
                    detail.extend(places.iter().map(|spot| spot.id()));
                }
                Line {
                    id: id.to_string(),
                    answer: given
                        .map_or(Answer::Unanswered, |given| given.answer)
                        .id()
                        .to_owned(),
                    detail: detail.join(" "),
                }
            })
            .collect()
    }

    /// The profile that lines describe, or everything in them that makes no sense. `takes` says what the
    /// rules know of an id: whether it is a question, whether it takes places, whether it can be asked about.
    pub fn from_lines(
        lines: &[Line],
        takes: impl Fn(&str) -> Option<Takes>,
    ) -> Result<Profile, Vec<Nonsense>> {
        let mut profile = Profile::default();
        let mut seen = BTreeSet::new();
        let mut nonsense = Vec::new();
        for line in lines {
            let mut refuse = |what: Wrong| {
                nonsense.push(Nonsense {
                    id: line.id.clone(),
                    what,
                });
            };
            let Some(takes) = takes(&line.id) else {
                refuse(Wrong::Id);
                continue;
            };
            if !seen.insert(line.id.as_str()) {
                refuse(Wrong::Twice);
                continue;
            }
            let Some(answer) = Answer::from_id(&line.answer) else {
                refuse(Wrong::Answer(line.answer.clone()));
                continue;
            };
            if answer.is_given() && !takes.answer {
                refuse(Wrong::Answer(line.answer.clone()));
                continue;
            }
            let mut places: Option<BTreeSet<Spot>> = None;
            for word in line.detail.split_whitespace() {
                match (word, Spot::from_id(word)) {
                    ("asked", _) if takes.asking => profile.set_asked(line.id.clone(), true),
                    ("nowhere", _) if takes.places && places.is_none() => places = Some(BTreeSet::new()),
                    (_, Some(spot)) if takes.places => {
                        places.get_or_insert_default().insert(spot);
                    }
                    _ => refuse(Wrong::Detail(word.to_owned())),
                }
            }
            if line.detail.split_whitespace().any(|word| word == "nowhere")
                && places.as_ref().is_some_and(|places| !places.is_empty())
            {
                refuse(Wrong::Detail("nowhere".to_owned()));
            }
            profile.answers.give(line.id.clone(), Given { answer, places });
        }
        if nonsense.is_empty() {
            Ok(profile)
        } else {
            Err(nonsense)
        }
    }
}

/// One line of a profile as it is kept: the id of a question, the answer, and the detail: `asked`,
/// `nowhere`, and places such as `foot.left`, parted by spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "explained above")]
pub struct Line {
    pub id: String,
    pub answer: String,
    pub detail: String,
}

/// What an id may carry in a kept profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Takes {
    /// It is a question.
    pub answer: bool,
    /// Its answer may name places.
    pub places: bool,
    /// "I have asked" may be noted for it.
    pub asking: bool,
}

/// A line of a kept profile that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonsense {
    /// The id as it stands there.
    pub id: String,
    /// What is wrong with it.
    pub what: Wrong,
}

/// What is wrong with a line of a kept profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No rule or question has this id.
    Id,
    /// The id stands there twice.
    Twice,
    /// No such answer.
    Answer(String),
    /// A word of the detail that does not belong there.
    Detail(String),
}

impl fmt::Display for Nonsense {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = &self.id;
        match &self.what {
            Wrong::Id => write!(f, "{id}: no question has this id."),
            Wrong::Twice => write!(f, "{id}: answered twice."),
            Wrong::Answer(word) => write!(
                f,
                "{id}: \"{word}\" is no answer. Write yes, no, not-sure, rather-not or unanswered."
            ),
            Wrong::Detail(word) => write!(f, "{id}: \"{word}\" does not belong here."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(id: &str) -> Option<Takes> {
        match id {
            "WB-02" => Some(Takes {
                answer: true,
                places: false,
                asking: true,
            }),
            "WB-11" => Some(Takes {
                answer: true,
                places: true,
                asking: false,
            }),
            "PR-03" => Some(Takes {
                answer: false,
                places: false,
                asking: true,
            }),
            _ => None,
        }
    }

    fn line(id: &str, answer: &str, detail: &str) -> Line {
        Line {
            id: id.to_owned(),
            answer: answer.to_owned(),
            detail: detail.to_owned(),
        }
    }

    #[test]
    fn a_profile_comes_back_from_its_lines() {
        let mut profile = Profile::default();
        profile.answers.give("WB-02", Given::plain(Answer::NotSure));
        profile.answers.give(
            "WB-11",
            Given::yes_at([Spot::on(Region::Foot, Side::Left), Spot::both(Region::Hand)]),
        );
        profile.set_asked("WB-02", true);
        profile.set_asked("PR-03", true);
        let lines = profile.lines();
        assert_eq!(
            lines,
            [
                line("PR-03", "unanswered", "asked"),
                line("WB-02", "not-sure", "asked"),
                line("WB-11", "yes", "hand foot.left"),
            ]
        );
        assert_eq!(Profile::from_lines(&lines, takes), Ok(profile));
    }

    #[test]
    fn nowhere_is_not_the_same_as_not_said() {
        let mut profile = Profile::default();
        profile.answers.give("WB-11", Given::yes_at([]));
        let lines = profile.lines();
        assert_eq!(lines, [line("WB-11", "yes", "nowhere")]);
        assert_eq!(Profile::from_lines(&lines, takes), Ok(profile));
    }

    #[test]
    fn a_profile_made_into_nonsense_by_hand_is_refused_word_by_word() {
        let lines = [
            line("WB-99", "yes", ""),
            line("WB-02", "maybe", ""),
            line("WB-11", "yes", "elbow.middle asked"),
            line("WB-11", "no", ""),
            line("PR-03", "yes", ""),
        ];
        let nonsense = Profile::from_lines(&lines, takes).unwrap_err();
        let said: Vec<String> = nonsense.iter().map(Nonsense::to_string).collect();
        assert_eq!(
            said,
            [
                "WB-99: no question has this id.",
                "WB-02: \"maybe\" is no answer. Write yes, no, not-sure, rather-not or unanswered.",
                "WB-11: \"elbow.middle\" does not belong here.",
                "WB-11: \"asked\" does not belong here.",
                "WB-11: answered twice.",
                "PR-03: \"yes\" is no answer. Write yes, no, not-sure, rather-not or unanswered.",
            ]
        );
    }

    #[test]
    fn the_parts_of_the_form_cover_the_whole_body_on_both_sides() {
        let all: BTreeSet<Spot> = Part::ALL.into_iter().flat_map(Part::spots).collect();
        for region in Region::ALL {
            for side in [Side::Left, Side::Right] {
                assert!(
                    all.iter().any(|spot| spot.reaches(region, Some(side))),
                    "{region:?}"
                );
            }
        }
        let mut places = BTreeSet::new();
        for part in Part::ALL {
            part.toggle(&mut places);
            assert!(part.is_in(&places));
        }
        for part in Part::ALL {
            part.toggle(&mut places);
        }
        assert!(places.is_empty());
    }

    #[test]
    fn a_foot_is_part_of_its_own_leg_only() {
        let left = Spot::on(Region::Foot, Side::Left);
        assert!(left.limb_reaches(Region::Knee, Some(Side::Left)));
        assert!(!left.limb_reaches(Region::Knee, Some(Side::Right)));
        assert!(!left.limb_reaches(Region::Hand, Some(Side::Left)));
        assert!(!left.reaches(Region::Knee, Some(Side::Left)));
        assert!(left.reaches(Region::Foot, None), "a side not known is reached");
    }
}
