//! The check-in: one question at a time, each skippable, each answer on the disk as soon as it is given.
//!
//! Neither yesterday's answers nor, afterwards, the ones from before are ever shown while asking.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::action::{Action, Context, Hint, HintWord};
use super::goodnight::GoodNight;
use super::keep::Keep;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Screen};
use super::suggestion::Suggestion;
use crate::domain::checkin::{
    Answers, CheckInId, Complaint, Felt, Mood, Part, Phase, PracticeId, Question, Score, asked_after,
    asked_before, usual_questions,
};
use crate::domain::journal::NewCheckIn;
use crate::domain::point::Side;
use crate::domain::time::Moment;

/// How long the keys rest before what was typed into the note is written. A pause between two sentences.
const NOTE_RESTS_MS: u64 = 1_500;

/// One check-in being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Before, or after.
    pub phase: Phase,
    /// The answers so far.
    pub answers: Answers,
    /// Which of [`CheckIn::questions`] is asked.
    pub at: usize,
    /// The chosen row where several things can be marked.
    pub row: usize,
    begun: DateTime<FixedOffset>,
    day: NaiveDate,
    of: Option<CheckInId>,
    practice: Option<PracticeId>,
    /// The questions, before the answers add to them. After a practice they are settled.
    wanted: Vec<Question>,
    /// The last key was a 1 that answered: a 0 now makes it 10.
    one: bool,
    /// When the note was last typed into, while that is not written.
    typed: Option<Moment>,
}

/// A row of what can be marked: a part of the body, or a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Row {
    Part(Part),
    Complaint(Complaint),
}

impl Row {
    /// Every row: the body from head to foot, then what has no place.
    pub fn all() -> impl Iterator<Item = Row> {
        let parts = Part::ALL.into_iter().map(Row::Part);
        parts.chain(Complaint::ALL.into_iter().map(Row::Complaint))
    }

    /// What the row marks: left and right, or one thing.
    pub fn felt(self) -> Vec<Felt> {
        match self {
            Row::Part(part) if part.has_sides() => {
                vec![
                    Felt::At(part, Some(Side::Left)),
                    Felt::At(part, Some(Side::Right)),
                ]
            }
            Row::Part(part) => vec![Felt::At(part, None)],
            Row::Complaint(complaint) => vec![Felt::As(complaint)],
        }
    }
}

impl CheckIn {
    /// The questions of an evening.
    pub fn before(known: &Known) -> CheckIn {
        CheckIn::new(known, Phase::Before, usual_questions())
    }

    /// The same questions after a practice. `None` where nothing was answered before, or where it was asked
    /// already.
    pub fn after(known: &Known, practice: PracticeId) -> Option<CheckIn> {
        let (before, asked) = known.diary.before(practice)?;
        let questions = asked_after(&usual_questions(), &before.answers);
        if asked || questions.is_empty() {
            return None;
        }
        Some(CheckIn {
            of: Some(before.id),
            practice: Some(practice),
            day: before.day,
            ..CheckIn::new(known, Phase::After, questions)
        })
    }

    fn new(known: &Known, phase: Phase, wanted: Vec<Question>) -> CheckIn {
        CheckIn {
            phase,
            answers: Answers::default(),
            at: 0,
            row: 0,
            begun: known.moment(),
            day: known.today_is(),
            of: None,
            practice: None,
            wanted,
            one: false,
            typed: None,
        }
    }

    /// The questions as the answers so far make them.
    pub fn questions(&self) -> Vec<Question> {
        match self.phase {
            Phase::Before => asked_before(&self.wanted, &self.answers),
            Phase::After | Phase::Later => self.wanted.clone(),
        }
    }

    /// The question on the screen.
    pub fn question(&self) -> Question {
        let questions = self.questions();
        questions[self.at.min(questions.len() - 1)]
    }

    /// What is chosen where a number answers.
    pub fn score(&self) -> Option<Score> {
        match self.question() {
            Question::Scale(scale) => self.answers.score(scale),
            Question::Much(felt) => self.answers.much(felt),
            Question::Mood | Question::Where | Question::Note => None,
        }
    }

    /// Where the person is, for the keymap.
    pub fn context(&self) -> Context {
        match self.question() {
            Question::Note => Context::Text,
            _ => Context::CheckIn,
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let one = std::mem::take(&mut self.one);
        match action {
            Action::Open => self.next(known),
            Action::Next => {
                self.clear();
                let saved = self.keep(known);
                Intent::All(vec![saved, self.next(known)])
            }
            Action::Previous => {
                let saved = self.keep(known);
                self.step_to(self.at.saturating_sub(1));
                saved
            }
            Action::Back => Intent::All(vec![self.keep(known), self.leave()]),
            action => match self.question() {
                Question::Mood => self.choose_mood(action, known),
                Question::Scale(_) | Question::Much(_) => self.choose_score(action, one, known),
                Question::Where => self.mark(action, known),
                Question::Note => Intent::Pass,
            },
        }
    }

    /// What typed text does: it goes into the note.
    pub fn text(&mut self, text: &str, known: &Known) -> Intent {
        if self.question() != Question::Note {
            return Intent::Stay;
        }
        for letter in text.chars() {
            match letter {
                '\u{8}' => drop(self.answers.note.pop()),
                letter => self.answers.note.push(letter),
            }
        }
        self.typed = Some(known.now.steady);
        Intent::Stay
    }

    /// What the mouse does: a row is marked, a number answers.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        let Hit::Row(row) = hit else {
            return Intent::Stay;
        };
        match (pointer, self.question()) {
            (Pointer::Click, Question::Mood) => self.act(Action::Digit(row as u8 + 1), known),
            (Pointer::Click, Question::Where) => {
                self.row = row;
                self.mark(Action::Go, known)
            }
            (Pointer::Click, Question::Scale(_) | Question::Much(_)) => {
                self.answer(Score::new(row as u8));
                self.keep(known)
            }
            (Pointer::WheelUp, Question::Where) => self.mark(Action::Up, known),
            (Pointer::WheelDown, Question::Where) => self.mark(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// What time does: a note that has rested is written.
    pub fn tick(&mut self, known: &Known) -> Intent {
        match self.typed {
            Some(typed) if known.now.steady.since(typed) >= NOTE_RESTS_MS => self.keep(known),
            _ => Intent::Stay,
        }
    }

    /// When time will do that.
    pub fn wake(&self) -> Option<Moment> {
        self.typed.map(|typed| typed.after(NOTE_RESTS_MS))
    }

    /// What is not written yet when the program ends.
    pub fn unsaved(&self, known: &Known) -> Option<Keep> {
        let written = known.diary.begun(self.begun, self.phase);
        let nothing_new = match written {
            Some(entry) => entry.answers == self.answers,
            None => self.answers.is_empty(),
        };
        (!nothing_new).then(|| Keep::CheckIn {
            id: written.map(|entry| entry.id),
            check_in: NewCheckIn {
                day: self.day,
                at: self.begun,
                phase: self.phase,
                of: self.of,
                practice: self.practice,
                answers: self.answers.clone(),
            },
            at: known.moment(),
        })
    }

    /// The hints.
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        let next = Hint::say(Action::Open, HintWord::Onward);
        let skip = Hint::say(Action::Next, HintWord::SkipIt);
        let leave = match self.phase {
            Phase::Before => Hint::say(Action::Back, HintWord::Later),
            Phase::After | Phase::Later => Hint::say(Action::Back, HintWord::GoodNight),
        };
        match self.question() {
            Question::Mood => vec![
                Hint::pair(Action::Up, Action::Down, HintWord::Choose),
                next,
                Hint::pair(Action::Digit(1), Action::Digit(5), HintWord::Answer),
                skip,
                leave,
            ],
            Question::Scale(_) | Question::Much(_) => vec![
                Hint::pair(Action::Left, Action::Right, HintWord::Choose),
                next,
                Hint::pair(Action::Digit(0), Action::Digit(9), HintWord::Answer),
                skip,
                leave,
            ],
            Question::Where => vec![
                Hint::say(Action::Go, HintWord::Mark),
                next,
                Hint::pair(Action::Up, Action::Down, HintWord::Move),
                Hint::pair(Action::Left, Action::Right, HintWord::OneSide),
                skip,
                leave,
            ],
            Question::Note => vec![Hint::say(Action::Open, HintWord::Done), skip, leave],
        }
    }

    /// Asks for what is new to be written.
    fn keep(&mut self, known: &Known) -> Intent {
        self.typed = None;
        self.unsaved(known).map_or(Intent::Stay, Intent::Keep)
    }

    /// To the next question, or on to what follows the last.
    fn next(&mut self, known: &Known) -> Intent {
        let saved = self.keep(known);
        if self.at + 1 < self.questions().len() {
            self.step_to(self.at + 1);
            return saved;
        }
        let onward = match self.phase {
            Phase::Before => {
                let suggestion = Suggestion::new(self.answers.clone(), self.begun, self.day);
                Intent::Replace(Box::new(Screen::Suggestion(suggestion)))
            }
            Phase::After | Phase::Later => self.leave(),
        };
        Intent::All(vec![saved, onward])
    }

    fn leave(&self) -> Intent {
        match self.phase {
            Phase::Before => Intent::Back,
            Phase::After | Phase::Later => Intent::Replace(Box::new(Screen::GoodNight(GoodNight::default()))),
        }
    }

    fn step_to(&mut self, question: usize) {
        self.at = question;
        self.row = 0;
    }

    /// Takes the answer to this question back: skipping leaves nothing.
    fn clear(&mut self) {
        match self.question() {
            Question::Mood => self.answers.mood = None,
            Question::Scale(_) | Question::Much(_) => self.answer(None),
            Question::Where => self.answers.felt.clear(),
            Question::Note => self.answers.note.clear(),
        }
    }

    fn answer(&mut self, score: Option<Score>) {
        match self.question() {
            Question::Scale(scale) => self.answers.set_score(scale, score),
            Question::Much(felt) => self.answers.rate(felt, score),
            Question::Mood | Question::Where | Question::Note => {}
        }
    }

    fn choose_mood(&mut self, action: Action, known: &Known) -> Intent {
        let step = self.answers.mood.map(Mood::step);
        let chosen = match action {
            Action::Digit(digit) => Mood::from_step(digit),
            Action::Right | Action::Down => Mood::from_step(step.map_or(1, |step| (step + 1).min(5))),
            Action::Left | Action::Up => Mood::from_step(step.map_or(5, |step| (step - 1).max(1))),
            Action::Go => return self.next(known),
            _ => return Intent::Pass,
        };
        if chosen.is_some() {
            self.answers.mood = chosen;
        }
        self.keep(known)
    }

    fn choose_score(&mut self, action: Action, one: bool, known: &Known) -> Intent {
        let value = self.score().map(Score::value);
        let chosen = match action {
            Action::Digit(0) if one => 10,
            Action::Digit(digit) => {
                self.one = digit == 1;
                digit
            }
            Action::Right => value.map_or(0, |value| (value + 1).min(10)),
            Action::Left => value.map_or(10, |value| value.saturating_sub(1)),
            Action::First => 0,
            Action::Last => 10,
            Action::Up => return self.act(Action::Previous, known),
            Action::Down | Action::Go => return self.next(known),
            _ => return Intent::Pass,
        };
        self.answer(Score::new(chosen));
        self.keep(known)
    }

    fn mark(&mut self, action: Action, known: &Known) -> Intent {
        let rows: Vec<Row> = Row::all().collect();
        let felt = rows[self.row].felt();
        match (action, &felt[..]) {
            (Action::Up, _) => self.row = self.row.saturating_sub(1),
            (Action::Down, _) => self.row = (self.row + 1).min(rows.len() - 1),
            (Action::First, _) => self.row = 0,
            (Action::Last, _) => self.row = rows.len() - 1,
            (Action::Left, [left, _]) => self.answers.toggle(*left),
            (Action::Right, [_, right]) => self.answers.toggle(*right),
            (Action::Left | Action::Right, _) => {}
            (Action::Go, felt) => {
                // On one side only: both. On both: none.
                let all = felt.iter().all(|felt| self.answers.has(*felt));
                for felt in felt {
                    if self.answers.has(*felt) == all {
                        self.answers.toggle(*felt);
                    }
                }
            }
            (Action::Digit(_), _) => {}
            _ => return Intent::Pass,
        }
        self.keep(known)
    }
}
