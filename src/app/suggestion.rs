//! What suits tonight: first what must be asked, then one routine with the answer it is based on, two more
//! beside it, and good night. Declining takes one key, and nothing is offered again that evening.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};

use super::action::{Action, Context, Hint, HintWord};
use super::goodnight::GoodNight;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::questions::{Asked, Questions, answers};
use super::trial;
use crate::domain::checkin::{Answers, Phase};
use crate::domain::profile::Answer;
use crate::domain::routine::Routine;
use crate::domain::safety::rule::{Asked as When, Question};
use crate::domain::safety::{Asking, Help, Origin, Refusal, Rule, Verdict, Wish};
use crate::domain::suggest::{self, Evening, Offer, Shelf, Then};
use crate::domain::trial::Kind;
use crate::domain::words::Text;

/// How far back the hints look: the longest of them counts fourteen check-ins, which take this long for
/// somebody who writes every third day.
const LOOKS_BACK_DAYS: i64 = 45;

/// The screen between the questions and a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which row the person has chosen: the offers, then good night. `None` before they have.
    row: Option<usize>,
    /// Where the person is among the red flags.
    pub asking: Questions,
    answers: Answers,
    at: DateTime<FixedOffset>,
    day: NaiveDate,
}

/// What the screen is about now.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage<'a> {
    /// Red flags are asked first, all on one page.
    Ask {
        /// The questions, by id.
        questions: Vec<Text>,
        /// What led to the first of them.
        because: suggest::Because,
    },
    /// Something was answered that needs help, not pressing.
    Stop {
        /// The rules that say so, the strictest first.
        rules: Vec<&'a Rule>,
        /// What kind of help it calls for.
        help: Option<Help>,
    },
    /// What is offered.
    Offer {
        /// Tonight's card of a fair trial: face down, or what it says.
        card: Option<Card>,
        /// First, beside, tonight.
        suggestion: suggest::Suggestion,
        /// Rules that only want their sentence to be read.
        notes: Vec<&'a Rule>,
    },
}

/// Tonight's card of a fair trial. It is turned only after the rating before, so that the rating cannot know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// Not looked at yet.
    FaceDown,
    /// What it says.
    Turned(Kind),
}

/// The routines as they stand for this person today.
struct Today<'a> {
    known: &'a Known,
    held: Vec<&'static str>,
}

impl Shelf for Today<'_> {
    fn fits(&self, id: &str) -> bool {
        let routine = self.known.routines.by_id(id);
        !self.held.contains(&id) && routine.is_some_and(|routine| suits(self.known, routine))
    }

    fn likes(&self, routine: &str) -> bool {
        self.known.diary.about.routines.iter().any(|id| id == routine)
    }
}

/// Whether safety leaves something of a routine today. Questions still open do not stand in the way here:
/// they are asked before the practice.
fn suits(known: &Known, routine: &Routine) -> bool {
    let wish = Wish {
        plan: routine.plan.clone(),
        origin: Origin::Offered,
        routine: Some(routine.id.clone()),
        uses: routine.uses.clone(),
        substitutes: routine.substitutes,
        asking: Asking::Impossible,
    };
    let safety = known.safety();
    match safety.clear(wish) {
        Ok(_) | Err(Refusal::Open { .. }) => true,
        // The whole body asks first: that is asked once, and holds for every routine alike.
        Err(Refusal::AskFirst { .. }) => safety.whole().verdict == Verdict::AskFirst,
        Err(_) => false,
    }
}

impl Suggestion {
    /// What suits these answers.
    pub fn new(answers: Answers, at: DateTime<FixedOffset>, day: NaiveDate) -> Suggestion {
        Suggestion {
            row: None,
            asking: Questions::default(),
            answers,
            at,
            day,
        }
    }

    /// What the screen is about now: derived, so that an answered question leads on by itself.
    pub fn stage<'a>(&self, known: &'a Known) -> Stage<'a> {
        let safety = known.safety();
        let whole = safety.whole();
        if whole.verdict == Verdict::Stop {
            let reasons: Vec<_> = whole.deciding().cloned().collect();
            let rules = reasons
                .iter()
                .filter_map(|reason| known.content.rules.rule(&reason.rule));
            return Stage::Stop {
                rules: rules.collect(),
                help: safety.help(&reasons),
            };
        }
        let hints = self.hints_of(known);
        let open: Vec<(&Question, suggest::Because)> = hints
            .iter()
            .filter(|hint| hint.then != Then::Say)
            .flat_map(|hint| hint.rules.iter().map(|rule| (*rule, hint.because)))
            .flat_map(|(rule, because)| flags(known, rule).map(move |question| (question, because)))
            .filter(|(question, _)| !known.today.answers.answer(&question.id).is_given())
            .collect();
        if let Some((_, because)) = open.first() {
            let mut questions: Vec<Text> = Vec::new();
            for (question, _) in &open {
                if !questions.contains(&question.id) {
                    questions.push(question.id.clone());
                }
            }
            return Stage::Ask {
                questions,
                because: *because,
            };
        }
        let held = hints
            .iter()
            .filter_map(|hint| match hint.then {
                Then::AskFirst { holds } => Some((hint.rules, holds)),
                _ => None,
            })
            .filter(|(rules, _)| !rules.iter().all(|rule| all_no(known, rule)))
            .flat_map(|(_, holds)| holds.iter().copied());
        let shelf = Today {
            known,
            held: held.collect(),
        };
        let notes = hints
            .iter()
            .filter(|hint| hint.then == Then::Say)
            .flat_map(|hint| hint.rules)
            .filter_map(|rule| known.content.rules.rule(rule))
            .chain(known.no_benefit());
        Stage::Offer {
            card: self.card(known),
            suggestion: suggest::suggest(&self.answers, self.at, &shelf),
            notes: notes.collect(),
        }
    }

    /// Tonight's card, where a trial runs and this check-in may turn one.
    fn card(&self, known: &Known) -> Option<Card> {
        let trial = trial::trial(known)?;
        let check_in = known.diary.begun(self.at, Phase::Before)?;
        let turned = trial.turned.iter().find(|turned| turned.before == check_in.id);
        if let Some(turned) = turned {
            return Some(Card::Turned(turned.kind));
        }
        self.dealt(known).map(|_| Card::FaceDown)
    }

    fn dealt(&self, known: &Known) -> Option<Kind> {
        let trial = trial::trial(known)?;
        let check_in = known.diary.begun(self.at, Phase::Before)?;
        let pages = &known.diary.pages;
        trial.card(check_in, &pages.check_ins, &pages.practices).ok()
    }

    /// Turns the card, or begins what it says.
    fn take_card(&self, card: Card, known: &Known) -> Intent {
        let check_in = known.diary.begun(self.at, Phase::Before);
        let (Some(trial), Some(check_in)) = (trial::trial(known), check_in) else {
            return Intent::Stay;
        };
        match card {
            Card::FaceDown => match self.dealt(known) {
                Some(kind) => Intent::Keep(trial::turn(&trial, kind, check_in, known)),
                None => Intent::Stay,
            },
            Card::Turned(kind) => match trial::preview(&trial, kind, known) {
                Some(preview) => Intent::preview(preview),
                None => Intent::Stay,
            },
        }
    }

    fn hints_of(&self, known: &Known) -> Vec<suggest::Hint> {
        let since = self.day - Duration::days(LOOKS_BACK_DAYS);
        let earlier: Vec<_> = known
            .diary
            .pages
            .check_ins
            .iter()
            .filter(|entry| entry.at < self.at && entry.day >= since)
            .cloned()
            .collect();
        let evening = Evening {
            answers: &self.answers,
            day: self.day,
            // Not said is not yet no: in this one place, unknown counts as yes.
            may_be_pregnant: known.profile.answer("WB-01") != Answer::No,
            earlier: &earlier,
        };
        evening.hints()
    }

    /// The offers in the order of the rows.
    pub fn offers(&self, known: &Known) -> Vec<Offer> {
        match self.stage(known) {
            Stage::Offer { suggestion, .. } => {
                suggestion.first.into_iter().chain(suggestion.beside).collect()
            }
            Stage::Ask { .. } | Stage::Stop { .. } => Vec::new(),
        }
    }

    /// The chosen row: at first the first offer, or good night where nothing asks for anything.
    pub fn chosen(&self, known: &Known) -> usize {
        match self.stage(known) {
            Stage::Offer { suggestion, card, .. } => self.row_of(&suggestion, card),
            Stage::Ask { .. } | Stage::Stop { .. } => 0,
        }
    }

    fn row_of(&self, suggestion: &suggest::Suggestion, card: Option<Card>) -> usize {
        let offers = suggestion.beside.len() + usize::from(suggestion.first.is_some());
        let good_night = offers + usize::from(card.is_some());
        let first = if suggestion.first.is_some() || card.is_some() {
            0
        } else {
            good_night
        };
        self.row.unwrap_or(first).min(good_night)
    }

    /// Where the person is, for the keymap.
    pub fn context(&self, known: &Known) -> Context {
        match self.stage(known) {
            Stage::Ask { .. } => Context::Safety,
            Stage::Stop { .. } | Stage::Offer { .. } => Context::CheckIn,
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match (self.stage(known), action) {
            (Stage::Ask { questions, .. }, action) => {
                match self.asking.act(action, &questions, known) {
                    Asked::Stay => Intent::Stay,
                    // Declining to answer is declining what would follow.
                    Asked::Back => good_night(),
                    Asked::Pass => Intent::Pass,
                    Asked::Answered(given) | Asked::None(given) => answers(given),
                }
            }
            (Stage::Stop { .. }, Action::Open | Action::Go) => good_night(),
            (Stage::Stop { .. }, _) => Intent::Pass,
            (Stage::Offer { suggestion, card, .. }, action) => self.choose(&suggestion, card, action, known),
        }
    }

    fn choose(
        &mut self,
        suggestion: &suggest::Suggestion,
        card: Option<Card>,
        action: Action,
        known: &Known,
    ) -> Intent {
        let offers: Vec<&Offer> = suggestion.first.iter().chain(&suggestion.beside).collect();
        let chosen = self.row_of(suggestion, card);
        let cards = usize::from(card.is_some());
        match action {
            Action::Up => self.row = Some(chosen.saturating_sub(1)),
            Action::Down => self.row = Some((chosen + 1).min(offers.len() + cards)),
            Action::Next | Action::Back => return good_night(),
            Action::Open | Action::Go => {
                if let (Some(card), 0) = (card, chosen) {
                    return self.take_card(card, known);
                }
                return match offers.get(chosen - cards) {
                    Some(offer) => Intent::OpenRoutine {
                        id: offer.routine.to_owned(),
                        shorter: suggestion.shorter,
                    },
                    None => good_night(),
                };
            }
            Action::Digit(_) => {}
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// What the mouse does: a row is chosen, and chosen again it is opened.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        if let Stage::Ask { questions, .. } = self.stage(known) {
            self.asking.point_at(pointer, hit, &questions, known);
            return Intent::Stay;
        }
        match (pointer, hit) {
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            (Pointer::Click, Hit::Row(row)) if row == self.chosen(known) => self.act(Action::Open, known),
            (Pointer::Click, Hit::Row(row)) => {
                self.row = Some(row);
                Intent::Stay
            }
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        match self.stage(known) {
            Stage::Ask { .. } => self.asking.hints(),
            Stage::Stop { .. } => {
                vec![
                    Hint::say(Action::Open, known.farewell()),
                    Hint::own(Action::RedFlags),
                ]
            }
            Stage::Offer { .. } => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Choose),
                Hint::own(Action::Open),
                Hint::say(Action::Back, known.farewell()),
                Hint::own(Action::Compose),
            ],
        }
    }
}

/// The red-flag questions of a rule.
fn flags<'a>(known: &'a Known, rule: &str) -> impl Iterator<Item = &'a Question> {
    let rules = &known.content.rules;
    let rule = rules.rule(rule).map(|rule| &rule.id);
    rules
        .asked(When::Flag)
        .filter(move |question| rules.rule_of(&question.id).map(|rule| &rule.id) == rule)
}

fn all_no(known: &Known, rule: &str) -> bool {
    flags(known, rule).all(|question| known.today.answers.answer(&question.id) == Answer::No)
}

fn good_night() -> Intent {
    Intent::replace(Screen::GoodNight(GoodNight::default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::{Felt, Mood, Part, Scale, Score};
    use crate::domain::profile::Given;

    fn known() -> Known {
        Known::at("2026-11-22T20:00:00+01:00")
    }

    fn screen(known: &Known, answers: Answers) -> Suggestion {
        Suggestion::new(answers, known.moment(), known.today_is())
    }

    fn tense() -> Answers {
        Answers {
            tension: Score::new(7),
            ..Answers::default()
        }
    }

    fn felt(part: Part, much: u8) -> Answers {
        let mut answers = Answers::default();
        answers.rate(Felt::At(part, None), Score::new(much));
        answers
    }

    /// Answers on the page of questions, and returns the ids that were answered.
    fn answer(screen: &mut Suggestion, known: &mut Known, action: Action) -> Vec<String> {
        let Intent::AnswerToday(answers) = screen.act(action, known) else {
            panic!("no answers");
        };
        let given = answers.into_iter().map(|(question, given)| {
            known.today.answers.give(question.clone(), given);
            question.into_owned()
        });
        given.collect()
    }

    #[test]
    fn every_routine_the_rules_name_is_shipped() {
        let known = known();
        for id in [
            "tension-headache",
            "travel-nausea",
            "period-days",
            "tense-belly",
            "neck-shoulders",
            "low-back",
            "tired-eyes",
            "evening-unwind",
            "falling-asleep",
            "calm-before",
            "tired-stimulating",
            "tired-relaxing",
            "low-evening",
            "quiet-five",
            "desk-break",
        ] {
            assert!(known.routines.by_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn a_suggestion_opens_with_one_key_and_is_declined_with_one() {
        let known = known();
        let mut suggestion = screen(&known, tense());
        match suggestion.act(Action::Open, &known) {
            Intent::OpenRoutine { id, shorter } => assert_eq!((&*id, shorter), ("evening-unwind", false)),
            other => panic!("{other:?}"),
        }
        let declined = suggestion.act(Action::Back, &known);
        assert!(matches!(declined, Intent::Replace(next) if matches!(*next, Screen::GoodNight(_))));
    }

    #[test]
    fn where_nothing_asks_for_anything_good_night_is_chosen() {
        let known = known();
        let mut suggestion = screen(
            &known,
            Answers {
                mood: Some(Mood::Good),
                ..Answers::default()
            },
        );
        let offers = suggestion.offers(&known).len();
        assert_eq!((offers, suggestion.chosen(&known)), (1, 1));
        let enter = suggestion.act(Action::Open, &known);
        assert!(matches!(enter, Intent::Replace(next) if matches!(*next, Screen::GoodNight(_))));
        suggestion.act(Action::Up, &known);
        assert!(matches!(
            suggestion.act(Action::Open, &known),
            Intent::OpenRoutine { .. }
        ));
    }

    #[test]
    fn red_flags_stand_on_one_page_and_one_key_leads_on() {
        let mut known = known();
        let mut suggestion = screen(&known, felt(Part::Head, 8));
        assert!(matches!(suggestion.stage(&known), Stage::Ask { .. }));
        let asked = answer(&mut suggestion, &mut known, Action::No);
        for rule in ["RF-01", "RF-02", "RF-03", "RF-04", "RF-05", "RF-06"] {
            assert!(asked.iter().any(|id| id.starts_with(rule)), "{rule} in {asked:?}");
        }
        assert_eq!(suggestion.offers(&known)[0].routine, "tension-headache");
    }

    #[test]
    fn a_yes_ends_in_help_and_so_does_not_sure() {
        for reply in [Action::Yes, Action::Next] {
            let mut known = known();
            let mut suggestion = screen(&known, felt(Part::Chest, 2));
            answer(&mut suggestion, &mut known, reply);
            let Stage::Stop { rules, help } = suggestion.stage(&known) else {
                panic!("{reply:?} does not stop");
            };
            assert!(!rules.is_empty() && help == Some(Help::Emergency));
            assert_eq!(suggestion.offers(&known), []);
            assert!(!matches!(
                suggestion.act(Action::Open, &known),
                Intent::OpenRoutine { .. }
            ));
        }
    }

    #[test]
    fn nothing_can_be_opened_while_a_question_is_open() {
        let known = known();
        let mut suggestion = screen(&known, felt(Part::Chest, 2));
        for action in [Action::Open, Action::Go, Action::Down, Action::Digit(1)] {
            assert!(
                matches!(suggestion.act(action, &known), Intent::Pass | Intent::Stay),
                "{action:?}"
            );
            assert_eq!(suggestion.offers(&known), []);
        }
    }

    #[test]
    fn pregnancy_takes_routines_away_and_asks_about_the_belly() {
        let mut known = known();
        known.profile.answers.give("WB-01", Given::plain(Answer::Yes));
        let mut suggestion = screen(&known, felt(Part::Belly, 4));
        assert!(matches!(suggestion.stage(&known), Stage::Ask { .. }));
        answer(&mut suggestion, &mut known, Action::No);
        let offers: Vec<&str> = suggestion
            .offers(&known)
            .iter()
            .map(|offer| offer.routine)
            .collect();
        assert!(!offers.contains(&"tense-belly"), "{offers:?}");
        assert_eq!(offers.first(), Some(&"quiet-five"));
        // With a clear no in the profile, a belly of 4 is not asked about.
        let mut other = self::known();
        other.profile.answers.give("WB-01", Given::plain(Answer::No));
        assert!(matches!(
            screen(&other, felt(Part::Belly, 4)).stage(&other),
            Stage::Offer { .. }
        ));
    }

    #[test]
    fn a_liked_routine_wins_a_tie() {
        let mut known = known();
        let mut answers = tense();
        answers.set_score(Scale::Tiredness, Score::new(7));
        assert_eq!(
            screen(&known, answers.clone()).offers(&known)[0].routine,
            "evening-unwind"
        );
        known.diary.about.routines.push("tired-relaxing".into());
        assert_eq!(
            screen(&known, answers).offers(&known)[0].routine,
            "tired-relaxing"
        );
    }
}
