//! From a check-in to a suggestion: first what must be asked before anything is offered, then one routine
//! with the reason for it, and two more beside it.
//!
//! The thresholds and the order of the rows are choices of this project, not findings; the red-flag rules
//! they lead to are those of the safety data and are named by id only. Nothing here is an all-clear, and
//! nothing here reads a note.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Timelike};

use super::checkin::{Answers, CheckIn, Complaint, Felt, Mood, Part, Phase, Scale, Score};
use super::day::DayPart;
use super::point::Side;

/// What a suggestion or a question is based on: the answer a person can recognise in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    /// "Because you said neck 6."
    Felt(Felt, Option<Score>),
    /// "Because you said tension 7."
    Scale(Scale, Score),
    /// "Because you said not so good."
    Mood(Mood),
    /// A heavy evening, or several among the last ones. Not repeated back in numbers.
    HeavyEvening,
    /// Two weeks of tiredness or poor sleep.
    LongTiredness,
    /// For rest; not for any answer in particular.
    Rest,
    /// It is the shortest.
    Short,
}

/// Something to be asked or said before any routine is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The answer that led here.
    pub because: Because,
    /// The red-flag rules to ask, in order.
    pub rules: &'static [&'static str],
    /// What follows from it.
    pub then: Then,
}

/// What a hint asks for. Ordered from the strictest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Then {
    /// Anything but "no" to every question ends the evening on the help page: no routine, no breathing.
    StopUnlessNo,
    /// "Are you safe right now?" Anything but "yes" shows the crisis page and nothing else.
    AskWhetherSafe,
    /// A "yes" ends the evening on the help page; until all are "no", these routines are not offered.
    AskFirst {
        /// The routines held back.
        holds: &'static [&'static str],
    },
    /// A "yes" ends the evening on the help page; and the leg of [`one_leg`] is not pressed today whatever the
    /// answer.
    AskFirstAndSpareLeg,
    /// One line; a routine is still possible.
    Say,
}

/// What is known when the questions of an evening have been answered.
#[derive(Clone, Copy, Debug)]
pub struct Evening<'a> {
    /// Today's answers.
    pub answers: &'a Answers,
    /// The day they count for.
    pub day: NaiveDate,
    /// Pregnant, perhaps, or not known.
    pub may_be_pregnant: bool,
    /// Earlier check-ins of the last weeks, oldest first, without this one.
    pub earlier: &'a [CheckIn],
}

/// A place counts as new when it was not marked in this many days before (a choice of ours).
const NEW_AFTER_DAYS: i64 = 14;

const HEAD_FLAGS: &[&str] = &["RF-01", "RF-02", "RF-03", "RF-04", "RF-05", "RF-06"];

impl Evening<'_> {
    /// What must be asked or said before anything is offered, strictest first. An empty list is no
    /// all-clear.
    pub fn hints(&self) -> Vec<Hint> {
        let mut hints: Vec<Hint> = [
            self.heart(),
            self.safe(),
            self.head(),
            self.low_back(),
            self.one_leg(),
            self.belly(),
            self.nausea(),
            self.long_tiredness(),
            self.growing_or_strong(),
        ]
        .into_iter()
        .flatten()
        .collect();
        hints.sort_by(|a, b| a.then.cmp(&b.then));
        hints
    }

    /// Chest at any strength; jaw, left arm or shoulder together with tension or stress of 7 and more.
    fn heart(&self) -> Option<Hint> {
        let tense = [Scale::Tension, Scale::Stress]
            .into_iter()
            .any(|scale| reaches(self.answers.score(scale), 7));
        let told = |felt: Felt| match felt {
            Felt::At(Part::Chest, _) => true,
            Felt::At(Part::Jaw | Part::Shoulder, _) => tense,
            Felt::At(part, side) => tense && part.region().is_arm() && side != Some(Side::Right),
            Felt::As(_) => false,
        };
        let feeling = self
            .answers
            .felt
            .iter()
            .find(|feeling| feeling.felt.part() == Some(Part::Chest))
            .or_else(|| self.answers.felt.iter().find(|feeling| told(feeling.felt)))?;
        Some(Hint {
            because: Because::Felt(feeling.felt, feeling.much),
            rules: &["RF-08", "RF-07"],
            then: Then::StopUnlessNo,
        })
    }

    /// The heaviest step, or a heavy one in three of the last four check-ins.
    fn safe(&self) -> Option<Hint> {
        let heavy = |answers: &Answers| answers.mood.is_some_and(|mood| mood <= Mood::NotSoGood);
        let heavy_of_four = self.last(4).filter(|answers| heavy(answers)).count();
        (self.answers.mood == Some(Mood::Bad) || heavy_of_four >= 3).then_some(Hint {
            because: Because::HeavyEvening,
            rules: &["RF-18"],
            then: Then::AskWhetherSafe,
        })
    }

    fn head(&self) -> Option<Hint> {
        let head = Felt::At(Part::Head, None);
        let from = if self.is_new(head) { 5 } else { 7 };
        self.marked(head, from).map(|because| Hint {
            because,
            rules: HEAD_FLAGS,
            then: Then::AskFirst {
                holds: &["tension-headache"],
            },
        })
    }

    /// Low back of 7 and more, or a back that goes with a leg.
    fn low_back(&self) -> Option<Hint> {
        let leg = self
            .answers
            .felt
            .iter()
            .any(|feeling| feeling.felt.part().is_some_and(|part| part.region().is_leg()));
        let back = [Part::LowBack, Part::Back].into_iter().find_map(|part| {
            let from = match part {
                _ if leg => 0,
                Part::LowBack => 7,
                _ => return None,
            };
            self.marked(Felt::At(part, None), from)
        });
        back.map(|because| Hint {
            because,
            rules: &["RF-11", "RF-12"],
            then: Then::AskFirst { holds: &["low-back"] },
        })
    }

    fn one_leg(&self) -> Option<Hint> {
        one_leg(self.answers).map(|felt| Hint {
            because: Because::Felt(felt, self.answers.much(felt)),
            rules: &["RF-09", "RF-10"],
            then: Then::AskFirstAndSpareLeg,
        })
    }

    fn belly(&self) -> Option<Hint> {
        let from = if self.may_be_pregnant { 0 } else { 6 };
        [Part::Belly, Part::Pelvis]
            .into_iter()
            .find_map(|part| self.marked(Felt::At(part, None), from))
            .map(|because| Hint {
                because,
                rules: &["RF-13", "RF-14"],
                then: Then::AskFirst {
                    holds: &["tense-belly", "period-days"],
                },
            })
    }

    fn nausea(&self) -> Option<Hint> {
        self.marked(Felt::As(Complaint::Nausea), 7).map(|because| Hint {
            because,
            rules: &["RF-15", "RF-08"],
            then: Then::AskFirst {
                holds: &["travel-nausea"],
            },
        })
    }

    /// Tiredness of 7 and more, or sleep of 3 and less, on ten of the last fourteen check-ins.
    fn long_tiredness(&self) -> Option<Hint> {
        let worn = |answers: &Answers| {
            reaches(answers.tiredness, 7) || answers.sleep.is_some_and(|sleep| sleep.value() <= 3)
        };
        let worn_days = self.last(14).filter(|answers| worn(answers)).count();
        (worn_days >= 10).then_some(Hint {
            because: Because::LongTiredness,
            rules: &["RF-17"],
            then: Then::Say,
        })
    }

    /// New and of 8 or more, or worse after each of the last three practices, or higher at each of three
    /// check-ins in a row: pain that is new and severe, or still getting worse after three practices.
    fn growing_or_strong(&self) -> Option<Hint> {
        let feeling = self.answers.felt.iter().find(|feeling| {
            feeling.much.is_some_and(|much| {
                (much.value() >= 8 && self.is_new(feeling.felt))
                    || self.worse_after_each_of_three(feeling.felt)
                    || self.third_rise(feeling.felt, much)
            })
        })?;
        Some(Hint {
            because: Because::Felt(feeling.felt, feeling.much),
            rules: &["RF-20"],
            then: Then::Say,
        })
    }

    /// True when each of the last three practices rated before and after left it higher.
    fn worse_after_each_of_three(&self, felt: Felt) -> bool {
        let changes: Vec<bool> = self
            .earlier
            .iter()
            .rev()
            .filter(|entry| entry.phase == Phase::After)
            .filter_map(|after| {
                let before = self.earlier.iter().find(|entry| Some(entry.id) == after.of)?;
                Some(after.answers.much(felt)? > before.answers.much(felt)?)
            })
            .take(3)
            .collect();
        changes.len() == 3 && changes.into_iter().all(|worse| worse)
    }

    /// True when it was higher today than last time it was rated before a practice, and so on, three times.
    fn third_rise(&self, felt: Felt, today: Score) -> bool {
        let earlier: Vec<Score> = self
            .earlier
            .iter()
            .rev()
            .filter(|entry| entry.phase == Phase::Before && entry.practice.is_some())
            .filter_map(|entry| entry.answers.much(felt))
            .take(3)
            .collect();
        matches!(earlier[..], [third, second, first] if today > third && third > second && second > first)
    }

    /// Today's answers and those of the check-ins before, newest first, `count` in all.
    fn last(&self, count: usize) -> impl Iterator<Item = &Answers> {
        let earlier = self
            .earlier
            .iter()
            .rev()
            .filter(|entry| entry.phase == Phase::Before)
            .map(|entry| &entry.answers);
        std::iter::once(self.answers).chain(earlier).take(count)
    }

    /// The reason, when something was marked and rated at least `from`, or marked and not rated: what is
    /// not known about today counts.
    fn marked(&self, felt: Felt, from: u8) -> Option<Because> {
        let feeling = self.answers.felt.iter().find(|feeling| feeling.felt == felt)?;
        feeling
            .much
            .is_none_or(|much| much.value() >= from)
            .then_some(Because::Felt(felt, feeling.much))
    }

    fn is_new(&self, felt: Felt) -> bool {
        !self.earlier.iter().any(|entry| {
            entry.day < self.day
                && entry.day >= self.day - Duration::days(NEW_AFTER_DAYS)
                && entry.answers.has(felt)
        })
    }
}

/// One calf or one thigh, not both. Without a side it may be one, and both legs are spared.
pub fn one_leg(answers: &Answers) -> Option<Felt> {
    [Part::LowerLeg, Part::Thigh].into_iter().find_map(|part| {
        let (left, right, untold) = (
            Felt::At(part, Some(Side::Left)),
            Felt::At(part, Some(Side::Right)),
            Felt::At(part, None),
        );
        match (answers.has(left), answers.has(right), answers.has(untold)) {
            (true, false, _) => Some(left),
            (false, true, _) => Some(right),
            (false, false, true) => Some(untold),
            _ => None,
        }
    })
}

fn reaches(score: Option<Score>, from: u8) -> bool {
    score.is_some_and(|score| score.value() >= from)
}

/// A routine and why it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The routine's id.
    pub routine: &'static str,
    /// The answer it is based on.
    pub because: Because,
    /// How strongly, for the order only; never shown.
    pub weight: u16,
    /// Whether to ask first if the last meal was within the hour: the belly is not pressed then.
    pub asks_meal: bool,
}

/// What an evening is offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// The first. `None`: nothing asks for anything, and good night is the default.
    pub first: Option<Offer>,
    /// At most two beside it.
    pub beside: Vec<Offer>,
    /// For later: "tonight: falling asleep", said in the morning after a poor night.
    pub tonight: Option<Offer>,
    /// Half the usual time, not below the routine's least: tiredness of 8 and more, or after half past ten.
    pub shorter: bool,
}

/// What a person's choices and the safety verdicts say about routines.
pub trait Shelf {
    /// Whether a routine may be offered today: not hidden, not held back, and safety leaves something of it.
    fn fits(&self, routine: &str) -> bool;
    /// Whether the person likes it.
    fn likes(&self, routine: &str) -> bool;
}

/// The routine that is for rest whenever nothing else is left.
const FOR_REST: &str = "quiet-five";

/// One row of the table: what is felt, what it leads to.
struct Row {
    routine: Option<&'static str>,
    because: Because,
    need: u8,
    is_place: bool,
    asks_meal: bool,
}

/// A need below this is dropped; for sleep [`LEAST_SLEEP_NEED`]. Choices of ours.
const LEAST_NEED: u8 = 4;
const LEAST_SLEEP_NEED: u8 = 5;
/// From this score on, something else than a low mood goes first.
const STRONG: u16 = 60;

/// What today's answers suggest. To be called only when every hint has been dealt with.
pub fn suggest(answers: &Answers, at: DateTime<FixedOffset>, shelf: &dyn Shelf) -> Suggestion {
    let part = DayPart::at(at);
    let rows = rows(answers, at);
    let asked_for_something = !rows.is_empty();
    let mut offers: Vec<Offer> = Vec::new();
    for row in &rows {
        let Some(routine) = row.routine.filter(|routine| shelf.fits(routine)) else {
            continue;
        };
        let weight = 10 * u16::from(row.need)
            + if row.is_place { 5 } else { 0 }
            + if shelf.likes(routine) { 3 } else { 0 };
        match offers.iter_mut().find(|offer| offer.routine == routine) {
            Some(offer) if offer.weight >= weight => {}
            Some(offer) => {
                offer.weight = weight;
                offer.because = row.because;
            }
            None => offers.push(Offer {
                routine,
                because: row.because,
                weight,
                asks_meal: row.asks_meal,
            }),
        }
    }
    // Stable: of equal offers the earlier row stays first.
    offers.sort_by_key(|offer| std::cmp::Reverse(offer.weight));

    if let Some(mood) = answers.mood.filter(|mood| *mood <= Mood::NotSoGood)
        && shelf.fits("low-evening")
    {
        let strong = offers.first().is_some_and(|offer| offer.weight >= STRONG);
        let place = usize::from(strong && mood > Mood::Bad);
        offers.insert(place, plain("low-evening", Because::Mood(mood)));
    }
    if offers.is_empty() && asked_for_something && shelf.fits(FOR_REST) {
        offers.push(plain(FOR_REST, Because::Rest));
    }

    let short = match part {
        DayPart::Morning | DayPart::Day if !offers.is_empty() => "desk-break",
        _ => FOR_REST,
    };
    let mut chosen = offers.into_iter();
    let first = chosen.next();
    let mut beside: Vec<Offer> = chosen.take(1).collect();
    let known =
        |routine: &str, beside: &[Offer]| first.iter().chain(beside).any(|offer| offer.routine == routine);
    if shelf.fits(short) && !known(short, &beside) {
        let because = if first.is_some() {
            Because::Short
        } else {
            Because::Rest
        };
        beside.push(plain(short, because));
    }
    Suggestion {
        first,
        beside,
        tonight: tonight(answers, part, shelf),
        shorter: reaches(answers.tiredness, 8) || is_late(at),
    }
}

fn plain(routine: &'static str, because: Because) -> Offer {
    Offer {
        routine,
        because,
        weight: 0,
        asks_meal: false,
    }
}

/// From half past ten in the evening until the night is over.
fn is_late(at: DateTime<FixedOffset>) -> bool {
    let minutes = at.hour() * 60 + at.minute();
    minutes >= 22 * 60 + 30 || at.hour() < 4
}

/// A poor night is not mended in the morning; it is remembered for the evening.
fn tonight(answers: &Answers, part: DayPart, shelf: &dyn Shelf) -> Option<Offer> {
    let sleep = answers.sleep?;
    let early = matches!(part, DayPart::Morning | DayPart::Day);
    let poor = 10 - sleep.value() >= LEAST_SLEEP_NEED;
    (early && poor && shelf.fits("falling-asleep"))
        .then(|| plain("falling-asleep", Because::Scale(Scale::Sleep, sleep)))
}

/// The needs that count, in the order in which ties are broken.
fn rows(answers: &Answers, at: DateTime<FixedOffset>) -> Vec<Row> {
    let part = DayPart::at(at);
    let early = matches!(part, DayPart::Morning | DayPart::Day);
    let mut rows = Vec::new();
    let mut felt = |felt: Felt, routine: Option<&'static str>| {
        if let Some(much) = answers.much(felt) {
            rows.push(Row {
                routine,
                because: Because::Felt(felt, Some(much)),
                need: much.value(),
                is_place: felt.part().is_some(),
                asks_meal: felt.part() == Some(Part::Belly),
            });
        }
    };
    felt(Felt::At(Part::Head, None), Some("tension-headache"));
    felt(Felt::As(Complaint::Nausea), Some("travel-nausea"));
    felt(Felt::As(Complaint::PeriodPain), Some("period-days"));
    felt(Felt::At(Part::Belly, None), Some("tense-belly"));
    for place in Felt::all() {
        if matches!(place, Felt::At(Part::Neck | Part::Shoulder, _)) {
            felt(place, Some("neck-shoulders"));
        }
    }
    felt(Felt::At(Part::Shoulder, None), Some("neck-shoulders"));
    felt(Felt::At(Part::LowBack, None), Some("low-back"));
    felt(Felt::At(Part::Eyes, None), Some("tired-eyes"));
    // Other places ask for something too, only no routine is written for them.
    for feeling in &answers.felt {
        let has_routine = matches!(
            feeling.felt,
            Felt::As(_)
                | Felt::At(
                    Part::Head | Part::Belly | Part::Neck | Part::Shoulder | Part::LowBack | Part::Eyes,
                    _
                )
        );
        if !has_routine {
            felt(feeling.felt, None);
        }
    }
    let mut scale = |scale: Scale, need: u8, score: Score, routine: &'static str| {
        rows.push(Row {
            routine: Some(routine),
            because: Because::Scale(scale, score),
            need,
            is_place: false,
            asks_meal: false,
        });
    };
    if let Some(sleep) = answers.sleep {
        let need = 10 - sleep.value();
        match part {
            _ if need < LEAST_SLEEP_NEED => {}
            DayPart::Morning | DayPart::Day => {}
            DayPart::Evening => scale(Scale::Sleep, need, sleep, "evening-unwind"),
            DayPart::Night => scale(Scale::Sleep, need, sleep, "falling-asleep"),
        }
    }
    if let Some(stress) = answers.stress {
        let routine = match part {
            DayPart::Morning | DayPart::Day => "calm-before",
            DayPart::Evening => "evening-unwind",
            DayPart::Night => "falling-asleep",
        };
        scale(Scale::Stress, stress.value(), stress, routine);
    }
    if let Some(tension) = answers.tension {
        let routine = if early { "calm-before" } else { "evening-unwind" };
        scale(Scale::Tension, tension.value(), tension, routine);
    }
    if let Some(tiredness) = answers.tiredness {
        let routine = match part {
            DayPart::Night => "falling-asleep",
            // Never from three in the afternoon: tradition, and the one small trial that compared the two
            // sets saw the relaxing one do better (Zick SM et al., Evid Based Complement Alternat Med
            // 2011:142913).
            _ if early && at.hour() < 15 => "tired-stimulating",
            _ => "tired-relaxing",
        };
        scale(Scale::Tiredness, tiredness.value(), tiredness, routine);
    }
    rows.retain(|row| row.need >= LEAST_NEED);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::{CheckInId, Feeling, PracticeId};

    struct Everything;
    impl Shelf for Everything {
        fn fits(&self, _: &str) -> bool {
            true
        }
        fn likes(&self, _: &str) -> bool {
            false
        }
    }

    struct Without(&'static [&'static str]);
    impl Shelf for Without {
        fn fits(&self, routine: &str) -> bool {
            !self.0.contains(&routine)
        }
        fn likes(&self, _: &str) -> bool {
            false
        }
    }

    fn clock(time: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(&format!("2026-11-21T{time}:00+01:00")).expect("a moment")
    }

    fn score(value: u8) -> Option<Score> {
        Score::new(value)
    }

    fn at(part: Part) -> Felt {
        Felt::At(part, None)
    }

    fn feeling(felt: Felt, much: u8) -> Answers {
        let mut answers = Answers::default();
        answers.rate(felt, score(much));
        answers
    }

    fn hints(answers: &Answers, earlier: &[CheckIn], may_be_pregnant: bool) -> Vec<Hint> {
        Evening {
            answers,
            day: NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date"),
            may_be_pregnant,
            earlier,
        }
        .hints()
    }

    fn first(answers: &Answers, time: &str) -> (Option<&'static str>, u16) {
        let suggestion = suggest(answers, clock(time), &Everything);
        suggestion
            .first
            .map_or((None, 0), |offer| (Some(offer.routine), offer.weight))
    }

    fn entry(id: i64, days_ago: i64, phase: Phase, answers: Answers) -> CheckIn {
        let at = clock("21:30") - Duration::days(days_ago);
        CheckIn {
            id: CheckInId(id),
            day: at.date_naive(),
            at,
            phase,
            of: (phase != Phase::Before).then_some(CheckInId(id - 1)),
            practice: Some(PracticeId(id)),
            answers,
        }
    }

    // The ten cases of the table the rules were written from.

    #[test]
    fn case_1_tension_in_the_evening() {
        let answers = Answers {
            mood: Some(Mood::AllRight),
            tension: score(7),
            stress: score(5),
            tiredness: score(4),
            sleep: score(6),
            ..Answers::default()
        };
        let suggestion = suggest(&answers, clock("20:00"), &Everything);
        let offer = suggestion.first.expect("one");
        assert_eq!((offer.routine, offer.weight), ("evening-unwind", 70));
        assert_eq!(
            offer.because,
            Because::Scale(Scale::Tension, Score::new(7).expect("7"))
        );
        assert!(!suggestion.shorter);
    }

    #[test]
    fn case_2_a_place_goes_before_an_equal_feeling() {
        let answers = Answers {
            tension: score(6),
            ..feeling(at(Part::Neck), 6)
        };
        let suggestion = suggest(&answers, clock("20:00"), &Everything);
        let offers: Vec<_> = suggestion
            .first
            .iter()
            .chain(&suggestion.beside)
            .map(|offer| (offer.routine, offer.weight))
            .collect();
        assert_eq!(
            offers,
            [("neck-shoulders", 65), ("evening-unwind", 60), ("quiet-five", 0)]
        );
    }

    #[test]
    fn case_3_tiredness_through_the_day() {
        let answers = Answers {
            tiredness: score(7),
            ..Answers::default()
        };
        for (time, routine) in [
            ("14:00", "tired-stimulating"),
            ("14:59", "tired-stimulating"),
            ("15:00", "tired-relaxing"),
            ("16:00", "tired-relaxing"),
            ("19:00", "tired-relaxing"),
            ("22:00", "falling-asleep"),
        ] {
            assert_eq!(first(&answers, time), (Some(routine), 70), "{time}");
        }
    }

    #[test]
    fn case_4_the_heaviest_step_asks_whether_one_is_safe() {
        let answers = Answers {
            mood: Some(Mood::Bad),
            ..Answers::default()
        };
        let hints = hints(&answers, &[], false);
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].then, Then::AskWhetherSafe);
        assert_eq!(hints[0].rules, ["RF-18"]);
        assert_eq!(first(&answers, "21:30").0, Some("low-evening"));
    }

    #[test]
    fn case_5_a_strong_headache_asks_six_questions_first() {
        let answers = feeling(at(Part::Head), 8);
        let hints = hints(&answers, &[], false);
        assert_eq!(hints[0].rules, HEAD_FLAGS);
        assert_eq!(
            hints[0].then,
            Then::AskFirst {
                holds: &["tension-headache"]
            }
        );
        assert_eq!(first(&answers, "20:00"), (Some("tension-headache"), 85));
    }

    #[test]
    fn case_6_nothing_asks_for_anything() {
        let answers = Answers {
            mood: Some(Mood::Good),
            tension: score(3),
            stress: score(2),
            tiredness: score(3),
            sleep: score(7),
            ..feeling(at(Part::Neck), 3)
        };
        let suggestion = suggest(&answers, clock("21:30"), &Everything);
        assert_eq!(suggestion.first, None);
        assert_eq!(suggestion.beside, [plain(FOR_REST, Because::Rest)]);
        assert_eq!(hints(&answers, &[], false), []);
    }

    #[test]
    fn case_7_a_belly_in_pregnancy_is_asked_about_and_only_rest_is_left() {
        let answers = feeling(at(Part::Belly), 6);
        let hints = hints(&answers, &[], true);
        assert_eq!(hints[0].rules, ["RF-13", "RF-14"]);
        let shelf = Without(&["tense-belly", "period-days", "low-back"]);
        let suggestion = suggest(&answers, clock("20:00"), &shelf);
        assert_eq!(suggestion.first, Some(plain(FOR_REST, Because::Rest)));
        assert_eq!(suggestion.beside, []);
    }

    #[test]
    fn case_8_a_chest_at_any_strength_stops_unless_all_is_no() {
        for much in 0..=10 {
            let hints = hints(&feeling(at(Part::Chest), much), &[], false);
            assert_eq!(hints[0].then, Then::StopUnlessNo);
            assert_eq!(hints[0].rules, ["RF-08", "RF-07"]);
        }
        let mut unrated = Answers::default();
        unrated.toggle(at(Part::Chest));
        assert_eq!(hints(&unrated, &[], false)[0].then, Then::StopUnlessNo);
    }

    #[test]
    fn case_9_a_low_mood_stands_beside_a_strong_need() {
        let answers = Answers {
            mood: Some(Mood::NotSoGood),
            stress: score(7),
            ..Answers::default()
        };
        let suggestion = suggest(&answers, clock("20:00"), &Everything);
        let first = suggestion.first.expect("one");
        assert_eq!((first.routine, first.weight), ("evening-unwind", 70));
        assert_eq!(suggestion.beside[0].routine, "low-evening");
    }

    #[test]
    fn case_10_a_poor_night_is_for_tonight_not_for_the_morning() {
        let answers = Answers {
            sleep: score(2),
            tension: score(2),
            ..Answers::default()
        };
        let suggestion = suggest(&answers, clock("10:00"), &Everything);
        assert_eq!(suggestion.first, None);
        assert_eq!(suggestion.beside, [plain(FOR_REST, Because::Rest)]);
        let tonight = suggestion.tonight.expect("one");
        assert_eq!(tonight.routine, "falling-asleep");
        assert_eq!(first(&answers, "21:30"), (Some("falling-asleep"), 80));
    }

    // Beyond the table.

    #[test]
    fn a_low_mood_goes_first_when_nothing_else_is_strong() {
        let answers = Answers {
            mood: Some(Mood::NotSoGood),
            stress: score(5),
            ..Answers::default()
        };
        assert_eq!(first(&answers, "20:00").0, Some("low-evening"));
        // The heaviest step goes first whatever else there is.
        let answers = Answers {
            mood: Some(Mood::Bad),
            stress: score(10),
            ..Answers::default()
        };
        assert_eq!(first(&answers, "20:00").0, Some("low-evening"));
    }

    #[test]
    fn what_is_hidden_falls_to_the_next() {
        let answers = Answers {
            tension: score(6),
            ..feeling(at(Part::Neck), 6)
        };
        let suggestion = suggest(&answers, clock("20:00"), &Without(&["neck-shoulders"]));
        assert_eq!(suggestion.first.expect("one").routine, "evening-unwind");
    }

    #[test]
    fn a_place_without_a_routine_still_asks_for_something() {
        let answers = feeling(at(Part::Knee), 7);
        let suggestion = suggest(&answers, clock("20:00"), &Everything);
        assert_eq!(suggestion.first, Some(plain(FOR_REST, Because::Rest)));
    }

    #[test]
    fn liking_breaks_a_tie_and_never_beats_one_point_of_need() {
        struct Likes;
        impl Shelf for Likes {
            fn fits(&self, _: &str) -> bool {
                true
            }
            fn likes(&self, routine: &str) -> bool {
                routine == "tired-relaxing"
            }
        }
        let tied = Answers {
            tension: score(6),
            tiredness: score(6),
            ..Answers::default()
        };
        assert_eq!(
            suggest(&tied, clock("19:00"), &Likes).first.expect("one").routine,
            "tired-relaxing"
        );
        let more = Answers {
            tension: score(7),
            ..tied
        };
        assert_eq!(
            suggest(&more, clock("19:00"), &Likes).first.expect("one").routine,
            "evening-unwind"
        );
    }

    #[test]
    fn a_tired_or_a_late_evening_is_shorter() {
        let tired = Answers {
            tiredness: score(8),
            ..Answers::default()
        };
        assert!(suggest(&tired, clock("20:00"), &Everything).shorter);
        let calm = Answers::default();
        for (time, late) in [
            ("22:29", false),
            ("22:30", true),
            ("03:59", true),
            ("04:00", false),
        ] {
            assert_eq!(suggest(&calm, clock(time), &Everything).shorter, late, "{time}");
        }
    }

    #[test]
    fn the_arm_that_asks_about_the_heart_is_the_left_one_and_only_under_strain() {
        let arm = |side| feeling(Felt::At(Part::Forearm, side), 3);
        let tense = |answers: Answers| Answers {
            stress: score(7),
            ..answers
        };
        let stops = |answers: &Answers| {
            hints(answers, &[], false)
                .iter()
                .any(|hint| hint.then == Then::StopUnlessNo)
        };
        assert!(!stops(&arm(Some(Side::Left))));
        assert!(stops(&tense(arm(Some(Side::Left)))));
        assert!(stops(&tense(arm(None))));
        assert!(!stops(&tense(arm(Some(Side::Right)))));
        assert!(stops(&tense(feeling(at(Part::Jaw), 1))));
    }

    #[test]
    fn a_headache_one_knows_asks_later_than_a_new_one() {
        let known = [entry(1, 3, Phase::Before, feeling(at(Part::Head), 4))];
        let long_ago = [entry(1, 15, Phase::Before, feeling(at(Part::Head), 4))];
        for (much, earlier, asks) in [
            (4, &[][..], false),
            (5, &[][..], true),
            (6, &known[..], false),
            (7, &known[..], true),
            (5, &long_ago[..], true),
        ] {
            let hints = hints(&feeling(at(Part::Head), much), earlier, false);
            assert_eq!(hints.iter().any(|hint| hint.rules == HEAD_FLAGS), asks, "{much}");
        }
    }

    #[test]
    fn one_leg_is_spared_and_two_alike_are_not_one() {
        let left = Felt::At(Part::LowerLeg, Some(Side::Left));
        let right = Felt::At(Part::LowerLeg, Some(Side::Right));
        let spared = |answers: &Answers| {
            let hints = hints(answers, &[], false);
            let asked = hints.iter().any(|hint| hint.then == Then::AskFirstAndSpareLeg);
            let leg = one_leg(answers);
            assert_eq!(asked, leg.is_some());
            leg
        };
        assert_eq!(spared(&feeling(left, 2)), Some(left));
        let mut both = feeling(left, 2);
        both.rate(right, score(2));
        assert_eq!(spared(&both), None);
        let untold = at(Part::LowerLeg);
        assert_eq!(spared(&feeling(untold, 2)), Some(untold));
    }

    #[test]
    fn a_back_with_a_leg_asks_at_any_strength() {
        let asks = |answers: &Answers| {
            hints(answers, &[], false)
                .iter()
                .any(|hint| hint.rules == ["RF-11", "RF-12"])
        };
        assert!(!asks(&feeling(at(Part::LowBack), 6)));
        assert!(asks(&feeling(at(Part::LowBack), 7)));
        let mut both = feeling(at(Part::LowBack), 2);
        both.rate(Felt::At(Part::Foot, Some(Side::Right)), score(1));
        assert!(asks(&both));
    }

    #[test]
    fn heavy_evenings_are_counted_over_four_check_ins() {
        let heavy = |mood| Answers {
            mood: Some(mood),
            ..Answers::default()
        };
        let today = heavy(Mood::NotSoGood);
        let asks = |moods: &[Mood]| {
            let earlier: Vec<_> = moods
                .iter()
                .enumerate()
                .map(|(index, mood)| {
                    entry(
                        index as i64,
                        (moods.len() - index) as i64,
                        Phase::Before,
                        heavy(*mood),
                    )
                })
                .collect();
            !hints(&today, &earlier, false).is_empty()
        };
        assert!(asks(&[Mood::NotSoGood, Mood::NotSoGood]));
        assert!(asks(&[Mood::NotSoGood, Mood::Good, Mood::NotSoGood]));
        assert!(!asks(&[Mood::NotSoGood, Mood::Good]));
        assert!(!asks(&[Mood::NotSoGood, Mood::NotSoGood, Mood::Good, Mood::Good]));
    }

    #[test]
    fn ten_worn_days_of_fourteen_are_mentioned_once_and_hold_nothing_back() {
        let worn = Answers {
            tiredness: score(7),
            ..Answers::default()
        };
        let rested = Answers {
            tiredness: score(2),
            ..Answers::default()
        };
        let says = |worn_before: usize| {
            let earlier: Vec<_> = (0..13)
                .map(|index| {
                    let answers = if index < worn_before { &worn } else { &rested };
                    entry(index as i64, 13 - index as i64, Phase::Before, answers.clone())
                })
                .collect();
            hints(&worn, &earlier, false)
        };
        assert_eq!(says(8), []);
        let hints = says(9);
        assert_eq!((hints[0].rules, &hints[0].then), (&["RF-17"][..], &Then::Say));
    }

    #[test]
    fn what_grows_over_three_practices_is_mentioned() {
        let knee = Felt::At(Part::Knee, Some(Side::Left));
        let pair = |id: i64, days: i64, before: u8, after: u8| {
            [
                entry(id, days, Phase::Before, feeling(knee, before)),
                entry(id + 1, days, Phase::After, feeling(knee, after)),
            ]
        };
        let grown = |pairs: &[[CheckIn; 2]], today: u8| {
            let earlier = pairs.concat();
            hints(&feeling(knee, today), &earlier, false)
                .iter()
                .any(|hint| hint.rules == ["RF-20"])
        };
        // Worse after each of three.
        assert!(grown(&[pair(1, 3, 3, 4), pair(3, 2, 3, 5), pair(5, 1, 2, 3)], 2));
        assert!(!grown(&[pair(1, 3, 3, 4), pair(3, 2, 3, 3), pair(5, 1, 2, 3)], 2));
        // Higher each time one came back.
        assert!(grown(&[pair(1, 3, 3, 3), pair(3, 2, 4, 4), pair(5, 1, 5, 5)], 6));
        assert!(!grown(&[pair(1, 3, 3, 3), pair(3, 2, 4, 4), pair(5, 1, 5, 5)], 5));
        // New and strong.
        assert!(grown(&[], 8));
        assert!(!grown(&[pair(1, 3, 3, 3)], 8));
    }

    #[test]
    fn the_strictest_hint_comes_first() {
        let mut answers = feeling(at(Part::Head), 9);
        answers.rate(at(Part::Chest), score(2));
        answers.mood = Some(Mood::Bad);
        let hints = hints(&answers, &[], false);
        assert_eq!(hints[0].then, Then::StopUnlessNo);
        assert_eq!(hints[1].then, Then::AskWhetherSafe);
    }

    #[test]
    fn a_head_felt_with_no_number_is_asked_about() {
        let mut answers = Answers::default();
        answers.felt.push(Feeling {
            felt: at(Part::Head),
            much: None,
        });
        assert_eq!(hints(&answers, &[], false)[0].rules, HEAD_FLAGS);
    }
}
