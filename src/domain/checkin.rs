//! The check-in: a few questions, every one of them skippable, asked before a practice and again after.
//!
//! The numbers are plain ratings in our own words, 0 to 10 with both ends named, one symptom at a time;
//! mood in five steps is no validated test, and the screen says so. What was not asked or was skipped is
//! `None` and is never guessed.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::point::{Region, Side};

/// How it is right now, in five plain steps. Ordered from the heaviest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Mood {
    Bad,
    NotSoGood,
    AllRight,
    Good,
    VeryGood,
}

impl Mood {
    /// Every step, from the heaviest.
    pub const ALL: [Mood; 5] = [
        Mood::Bad,
        Mood::NotSoGood,
        Mood::AllRight,
        Mood::Good,
        Mood::VeryGood,
    ];

    /// The step as a number, 1 to 5: the key that answers it, and what is stored.
    pub fn step(self) -> u8 {
        self as u8 + 1
    }

    /// The mood of a step, 1 to 5.
    pub fn from_step(step: u8) -> Option<Mood> {
        Mood::ALL.into_iter().find(|mood| mood.step() == step)
    }
}

/// A number from 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    /// The score, if it lies within 0 to 10.
    pub fn new(value: u8) -> Option<Score> {
        (value <= 10).then_some(Score(value))
    }

    /// The number.
    pub fn value(self) -> u8 {
        self.0
    }

    /// All eleven.
    pub fn all() -> impl DoubleEndedIterator<Item = Score> + ExactSizeIterator {
        (0..11).map(Score)
    }
}

/// One thing rated from 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scale {
    /// 0 none, 10 the worst one can imagine.
    Tension,
    /// 0 none, 10 the worst one can imagine.
    Stress,
    /// 0 wide awake, 10 worn out.
    Tiredness,
    /// Pain as a whole, for a person who does not want to name places. 0 none, 10 the worst one can imagine.
    Pain,
    /// Last night's sleep: 0 terribly, 10 perfectly. The only scale on which more is better.
    Sleep,
}

impl Scale {
    /// Every scale, in the order in which it is asked and listed.
    pub const ALL: [Scale; 5] = [
        Scale::Tension,
        Scale::Stress,
        Scale::Tiredness,
        Scale::Pain,
        Scale::Sleep,
    ];

    /// The id used in the journal, on the command line and in JSON: `tension`.
    pub fn id(self) -> &'static str {
        match self {
            Scale::Tension => "tension",
            Scale::Stress => "stress",
            Scale::Tiredness => "tiredness",
            Scale::Pain => "pain",
            Scale::Sleep => "sleep",
        }
    }

    /// The scale an id names.
    pub fn from_id(id: &str) -> Option<Scale> {
        Scale::ALL.into_iter().find(|scale| scale.id() == id)
    }

    /// True where a higher number is the better one.
    pub fn more_is_better(self) -> bool {
        self == Scale::Sleep
    }

    /// Whether it makes sense to ask again right after a practice. Last night's sleep does not change.
    pub fn can_change_tonight(self) -> bool {
        self != Scale::Sleep
    }
}

/// A part of the body as a person names it in the evening. Finer than [`Region`] where the answer leads
/// somewhere else: eyes and jaw both lie in the face, but only one of them asks about the heart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Part {
    Head,
    Eyes,
    Face,
    Jaw,
    Ear,
    Neck,
    Throat,
    Shoulder,
    Chest,
    Flank,
    Back,
    LowBack,
    Belly,
    Pelvis,
    Hip,
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

impl Part {
    /// Every part, head to foot: the order of the list one picks from.
    pub const ALL: [Part; 25] = [
        Part::Head,
        Part::Eyes,
        Part::Face,
        Part::Jaw,
        Part::Ear,
        Part::Neck,
        Part::Throat,
        Part::Shoulder,
        Part::Chest,
        Part::Flank,
        Part::Back,
        Part::LowBack,
        Part::Belly,
        Part::Pelvis,
        Part::Hip,
        Part::UpperArm,
        Part::Elbow,
        Part::Forearm,
        Part::Wrist,
        Part::Hand,
        Part::Thigh,
        Part::Knee,
        Part::LowerLeg,
        Part::Ankle,
        Part::Foot,
    ];

    /// The id used in the journal, on the command line and in JSON: `low-back`.
    pub fn id(self) -> &'static str {
        match self {
            Part::Eyes => "eyes",
            Part::Jaw => "jaw",
            Part::Pelvis => "pelvis",
            _ => self.region().id(),
        }
    }

    /// The part an id names.
    pub fn from_id(id: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.id() == id)
    }

    /// The region of the atlas it lies in: what is tinted on the figure.
    pub fn region(self) -> Region {
        match self {
            Part::Head => Region::Head,
            Part::Eyes | Part::Face | Part::Jaw => Region::Face,
            Part::Ear => Region::Ear,
            Part::Neck => Region::Neck,
            Part::Throat => Region::Throat,
            Part::Shoulder => Region::Shoulder,
            Part::Chest => Region::Chest,
            Part::Flank => Region::Flank,
            Part::Back => Region::Back,
            Part::LowBack => Region::LowBack,
            Part::Belly => Region::Belly,
            Part::Pelvis => Region::Perineum,
            Part::Hip => Region::Hip,
            Part::UpperArm => Region::UpperArm,
            Part::Elbow => Region::Elbow,
            Part::Forearm => Region::Forearm,
            Part::Wrist => Region::Wrist,
            Part::Hand => Region::Hand,
            Part::Thigh => Region::Thigh,
            Part::Knee => Region::Knee,
            Part::LowerLeg => Region::LowerLeg,
            Part::Ankle => Region::Ankle,
            Part::Foot => Region::Foot,
        }
    }

    /// True where left and right are two places.
    pub fn has_sides(self) -> bool {
        match self {
            Part::Jaw | Part::Ear | Part::Shoulder | Part::Flank | Part::Hip => true,
            _ => self.region().is_arm() || self.region().is_leg(),
        }
    }
}

/// Something that is felt but has no one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Complaint {
    Nausea,
    PeriodPain,
}

impl Complaint {
    /// Every complaint that is asked for.
    pub const ALL: [Complaint; 2] = [Complaint::Nausea, Complaint::PeriodPain];

    /// The id used in the journal, on the command line and in JSON: `period-pain`.
    pub fn id(self) -> &'static str {
        match self {
            Complaint::Nausea => "nausea",
            Complaint::PeriodPain => "period-pain",
        }
    }

    /// The complaint an id names.
    pub fn from_id(id: &str) -> Option<Complaint> {
        Complaint::ALL.into_iter().find(|complaint| complaint.id() == id)
    }
}

/// Where or what it is: one thing a person marks when asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Felt {
    /// A part of the body. No side where it has none, or where the person did not say.
    At(Part, Option<Side>),
    /// Something without one place.
    As(Complaint),
}

impl Felt {
    /// Everything that can be marked, in the order of the list: parts head to foot, left before right, then
    /// complaints.
    pub fn all() -> Vec<Felt> {
        let parts = Part::ALL.into_iter().flat_map(|part| {
            let sides: &[Option<Side>] = if part.has_sides() {
                &[Some(Side::Left), Some(Side::Right)]
            } else {
                &[None]
            };
            sides.iter().map(move |side| Felt::At(part, *side))
        });
        parts.chain(Complaint::ALL.into_iter().map(Felt::As)).collect()
    }

    /// The part of the body, if it is one.
    pub fn part(self) -> Option<Part> {
        match self {
            Felt::At(part, _) => Some(part),
            Felt::As(_) => None,
        }
    }

    /// The id used in the journal, on the command line and in JSON: `shoulder-left`, `neck`, `nausea`.
    pub fn id(self) -> String {
        match self {
            Felt::At(part, None) => part.id().to_owned(),
            Felt::At(part, Some(Side::Left)) => format!("{}-left", part.id()),
            Felt::At(part, Some(Side::Right)) => format!("{}-right", part.id()),
            Felt::As(complaint) => complaint.id().to_owned(),
        }
    }

    /// What an id names. A side of a part that has none is refused.
    pub fn from_id(id: &str) -> Option<Felt> {
        if let Some(complaint) = Complaint::from_id(id) {
            return Some(Felt::As(complaint));
        }
        if let Some(part) = Part::from_id(id) {
            return Some(Felt::At(part, None));
        }
        let (part, side) = id.rsplit_once('-')?;
        let side = match side {
            "left" => Side::Left,
            "right" => Side::Right,
            _ => return None,
        };
        Part::from_id(part)
            .filter(|part| part.has_sides())
            .map(|part| Felt::At(part, Some(side)))
    }
}

/// One thing that was marked, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feeling {
    /// Where, or what.
    pub felt: Felt,
    /// How much, if it was said.
    pub much: Option<Score>,
}

/// The answers of one check-in. Everything skipped is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers {
    /// How it is right now.
    pub mood: Option<Mood>,
    /// Tension.
    pub tension: Option<Score>,
    /// Stress.
    pub stress: Option<Score>,
    /// Tiredness.
    pub tiredness: Option<Score>,
    /// Pain as a whole.
    pub pain: Option<Score>,
    /// Last night's sleep.
    pub sleep: Option<Score>,
    /// Where on the body, and complaints: in the order in which they were marked, each once.
    pub felt: Vec<Feeling>,
    /// What may have mattered, in the person's own words.
    pub tags: Vec<String>,
    /// A note; empty when there is none. Never searched for meaning.
    pub note: String,
}

impl Answers {
    /// The answer on one scale.
    pub fn score(&self, scale: Scale) -> Option<Score> {
        match scale {
            Scale::Tension => self.tension,
            Scale::Stress => self.stress,
            Scale::Tiredness => self.tiredness,
            Scale::Pain => self.pain,
            Scale::Sleep => self.sleep,
        }
    }

    /// Answers one scale, or takes the answer back.
    pub fn set_score(&mut self, scale: Scale, score: Option<Score>) {
        *match scale {
            Scale::Tension => &mut self.tension,
            Scale::Stress => &mut self.stress,
            Scale::Tiredness => &mut self.tiredness,
            Scale::Pain => &mut self.pain,
            Scale::Sleep => &mut self.sleep,
        } = score;
    }

    /// True when this was marked.
    pub fn has(&self, felt: Felt) -> bool {
        self.felt.iter().any(|feeling| feeling.felt == felt)
    }

    /// How much something was felt; `None` when it was not marked or not rated.
    pub fn much(&self, felt: Felt) -> Option<Score> {
        self.felt
            .iter()
            .find(|feeling| feeling.felt == felt)
            .and_then(|feeling| feeling.much)
    }

    /// Marks something, or takes the mark off.
    pub fn toggle(&mut self, felt: Felt) {
        match self.felt.iter().position(|feeling| feeling.felt == felt) {
            Some(index) => drop(self.felt.remove(index)),
            None => self.felt.push(Feeling { felt, much: None }),
        }
    }

    /// Says how much something is felt; marks it if it was not.
    pub fn rate(&mut self, felt: Felt, much: Option<Score>) {
        match self.felt.iter_mut().find(|feeling| feeling.felt == felt) {
            Some(feeling) => feeling.much = much,
            None => self.felt.push(Feeling { felt, much }),
        }
    }

    /// True when nothing at all was answered.
    pub fn is_empty(&self) -> bool {
        *self == Answers::default()
    }

    /// Everything that has a number, with the number: what can be compared before and after. Mood is
    /// measured in its own five steps and stands apart.
    pub fn numbers(&self) -> impl Iterator<Item = (Measure, Score)> + '_ {
        let scales = Scale::ALL
            .into_iter()
            .filter_map(|scale| Some((Measure::Scale(scale), self.score(scale)?)));
        let felt = self
            .felt
            .iter()
            .filter_map(|feeling| Some((Measure::Felt(feeling.felt), feeling.much?)));
        scales.chain(felt)
    }

    /// The number of one measure.
    pub fn number(&self, measure: Measure) -> Option<Score> {
        match measure {
            Measure::Scale(scale) => self.score(scale),
            Measure::Felt(felt) => self.much(felt),
        }
    }
}

/// Anything that is rated from 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// One of the fixed scales.
    Scale(Scale),
    /// A part of the body, or a complaint.
    Felt(Felt),
}

impl Measure {
    /// The id used in JSON: `tension`, `neck`.
    pub fn id(self) -> String {
        match self {
            Measure::Scale(scale) => scale.id().to_owned(),
            Measure::Felt(felt) => felt.id(),
        }
    }

    /// True where a higher number is the better one.
    pub fn more_is_better(self) -> bool {
        matches!(self, Measure::Scale(scale) if scale.more_is_better())
    }
}

/// One question of a check-in, one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// How are you right now? Five steps.
    Mood,
    /// A number from 0 to 10.
    Scale(Scale),
    /// Where is it? Several may be marked.
    Where,
    /// How much is it there? Asked once for everything marked.
    Much(Felt),
    /// What may have mattered? Tags of the person's own.
    Tags,
    /// Anything to write down?
    Note,
}

impl Question {
    /// Everything that can be asked; [`Question::Much`] follows `Where` by itself.
    pub const ALL: [Question; 9] = [
        Question::Mood,
        Question::Scale(Scale::Tension),
        Question::Scale(Scale::Stress),
        Question::Scale(Scale::Tiredness),
        Question::Scale(Scale::Pain),
        Question::Scale(Scale::Sleep),
        Question::Where,
        Question::Tags,
        Question::Note,
    ];

    /// The word for it in the settings.
    pub fn id(self) -> &'static str {
        match self {
            Question::Mood => "mood",
            Question::Scale(scale) => scale.id(),
            Question::Where | Question::Much(_) => "where",
            Question::Tags => "tags",
            Question::Note => "note",
        }
    }

    /// The question a word names.
    pub fn from_id(id: &str) -> Option<Question> {
        Question::ALL.into_iter().find(|question| question.id() == id)
    }
}

/// Which questions a person wants, in the person's own order. [`Question::Much`] follows `Where` by itself
/// and is not chosen.
pub type Wanted = Vec<Question>;

/// The questions asked when a person has not chosen: how it is, tension, stress, tiredness, sleep, where on
/// the body, what may have mattered, a note. Pain as a whole is left out because places carry their own numbers.
pub fn usual_questions() -> Wanted {
    vec![
        Question::Mood,
        Question::Scale(Scale::Tension),
        Question::Scale(Scale::Stress),
        Question::Scale(Scale::Tiredness),
        Question::Scale(Scale::Sleep),
        Question::Where,
        Question::Tags,
        Question::Note,
    ]
}

/// The questions before a practice, as the answers so far make them: after `Where`, one for each thing
/// marked.
pub fn asked_before(wanted: &[Question], answers: &Answers) -> Vec<Question> {
    let mut questions = Vec::new();
    for question in wanted {
        questions.push(*question);
        if *question == Question::Where {
            questions.extend(answers.felt.iter().map(|feeling| Question::Much(feeling.felt)));
        }
    }
    questions
}

/// The questions after a practice: the same ones that were answered before, in the same order, as far as
/// they can have changed. Last night's sleep has not, and the note is not a rating.
///
/// Without a check-in before there is nothing to compare, so nothing is asked.
pub fn asked_after(wanted: &[Question], before: &Answers) -> Vec<Question> {
    asked_before(wanted, before)
        .into_iter()
        .filter(|question| match question {
            Question::Mood => before.mood.is_some(),
            Question::Scale(scale) => scale.can_change_tonight() && before.score(*scale).is_some(),
            Question::Much(felt) => before.much(*felt).is_some(),
            Question::Where | Question::Tags | Question::Note => false,
        })
        .collect()
}

/// When in an evening the questions were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// Before a practice, or without one.
    Before,
    /// Right after a practice.
    After,
    /// One or two hours after, if wished.
    Later,
}

impl Phase {
    /// Every phase in the order of an evening.
    pub const ALL: [Phase; 3] = [Phase::Before, Phase::After, Phase::Later];

    /// The id used in the journal and in JSON: `before`.
    pub fn id(self) -> &'static str {
        match self {
            Phase::Before => "before",
            Phase::After => "after",
            Phase::Later => "later",
        }
    }

    /// The phase an id names.
    pub fn from_id(id: &str) -> Option<Phase> {
        Phase::ALL.into_iter().find(|phase| phase.id() == id)
    }
}

/// A check-in's place in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CheckInId(pub i64);

/// A practice's place in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PracticeId(pub i64);

/// One check-in as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Its place in the journal.
    pub id: CheckInId,
    /// The day it belongs to, which may not be the date it was written (see [`super::day::DayStart`]).
    pub day: NaiveDate,
    /// When it was begun: the instant, and the offset of the person's clock at that instant.
    pub at: DateTime<FixedOffset>,
    /// Before, after or later.
    pub phase: Phase,
    /// For an after-rating: the check-in whose questions it repeats.
    pub of: Option<CheckInId>,
    /// The practice that followed (before) or had just ended (after).
    pub practice: Option<PracticeId>,
    /// The answers.
    pub answers: Answers,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn score(value: u8) -> Option<Score> {
        Some(Score::new(value).expect("0 to 10"))
    }

    const NECK: Felt = Felt::At(Part::Neck, None);

    #[test]
    fn every_id_leads_back_to_what_it_names() {
        for felt in Felt::all() {
            assert_eq!(Felt::from_id(&felt.id()), Some(felt));
        }
        for scale in Scale::ALL {
            assert_eq!(Scale::from_id(scale.id()), Some(scale));
        }
        for phase in Phase::ALL {
            assert_eq!(Phase::from_id(phase.id()), Some(phase));
        }
        for mood in Mood::ALL {
            assert_eq!(Mood::from_step(mood.step()), Some(mood));
        }
        // No side said is possible for a shoulder; a side is not possible for a neck.
        assert_eq!(Felt::from_id("shoulder"), Some(Felt::At(Part::Shoulder, None)));
        assert_eq!(Felt::from_id("neck-left"), None);
        assert_eq!(Felt::from_id("low-back"), Some(Felt::At(Part::LowBack, None)));
    }

    #[test]
    fn every_region_of_the_atlas_can_be_named_in_the_evening() {
        for region in Region::ALL {
            assert!(
                Part::ALL.into_iter().any(|part| part.region() == region),
                "{}",
                region.id()
            );
        }
    }

    #[test]
    fn scores_and_moods_know_their_bounds() {
        assert_eq!(Score::new(11), None);
        assert_eq!(Score::all().len(), 11);
        assert_eq!(Mood::from_step(0), None);
        assert_eq!(Mood::from_step(6), None);
    }

    #[test]
    fn everything_marked_is_asked_how_much_right_after_where() {
        let mut answers = Answers::default();
        answers.toggle(NECK);
        answers.toggle(Felt::As(Complaint::Nausea));
        let questions = asked_before(&usual_questions(), &answers);
        let at = questions
            .iter()
            .position(|question| *question == Question::Where)
            .expect("asked");
        assert_eq!(
            questions[at + 1..],
            [
                Question::Much(NECK),
                Question::Much(Felt::As(Complaint::Nausea)),
                Question::Tags,
                Question::Note
            ]
        );
        answers.toggle(NECK);
        assert!(!asked_before(&usual_questions(), &answers).contains(&Question::Much(NECK)));
    }

    #[test]
    fn afterwards_the_same_questions_as_far_as_they_were_answered_and_can_have_changed() {
        let before = Answers {
            mood: Some(Mood::AllRight),
            tension: score(6),
            sleep: score(3),
            note: "Long day.".into(),
            felt: vec![
                Feeling {
                    felt: NECK,
                    much: score(5),
                },
                Feeling {
                    felt: Felt::At(Part::Head, None),
                    much: None,
                },
            ],
            ..Answers::default()
        };
        assert_eq!(
            asked_after(&usual_questions(), &before),
            [
                Question::Mood,
                Question::Scale(Scale::Tension),
                Question::Much(NECK)
            ]
        );
        assert_eq!(asked_after(&usual_questions(), &Answers::default()), []);
    }

    fn felt() -> impl Strategy<Value = Felt> {
        proptest::sample::select(Felt::all())
    }

    proptest! {
        #[test]
        fn marking_twice_is_not_marking(marked in proptest::collection::vec(felt(), 0..6), extra in felt()) {
            let mut answers = Answers::default();
            for felt in marked {
                if !answers.has(felt) {
                    answers.toggle(felt);
                }
            }
            if answers.has(extra) {
                answers.toggle(extra);
            }
            let before = answers.clone();
            answers.toggle(extra);
            prop_assert!(answers.has(extra));
            answers.toggle(extra);
            prop_assert_eq!(answers, before);
        }

        #[test]
        fn a_rating_changes_exactly_one_number(marked in proptest::collection::hash_set(felt(), 1..6), value in 0u8..=10) {
            let mut answers = Answers::default();
            for felt in &marked {
                answers.toggle(*felt);
            }
            let one = *marked.iter().next().expect("one");
            answers.rate(one, Score::new(value));
            prop_assert_eq!(answers.numbers().collect::<Vec<_>>(), [(Measure::Felt(one), Score(value))]);
            prop_assert_eq!(answers.felt.len(), marked.len());
        }
    }
}
