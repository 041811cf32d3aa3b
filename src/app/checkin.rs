//! The check-in: one question at a time, each skippable, each answer on the disk as soon as it is given.
//!
//! Neither yesterday's answers nor, afterwards, the ones from before are ever shown while asking.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};

use super::action::{Action, Context, Hint, HintWord};
use super::asked::AskedForm;
use super::effect::Effect;
use super::evening;
use super::goodnight::GoodNight;
use super::journal::Journal;
use super::keep::Keep;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Said, Screen};
use super::note::Cursor;
use super::places::Places;
use super::suggestion::Suggestion;
use crate::domain::checkin::{
    Answers, CheckIn as Entry, CheckInId, Complaint, Felt, Mood, Part, Phase, PracticeId, Question, Score,
    asked_after, asked_before,
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
    /// Where one stands on the body while marking.
    pub places: Places,
    /// Where in the note the next letter goes.
    pub cursor: Cursor,
    /// A tag being written, if one is.
    pub naming: Option<Naming>,
    /// An earlier check-in is being corrected: its answers are shown, and the journal follows.
    pub correcting: bool,
    begun: DateTime<FixedOffset>,
    /// The day it belongs to.
    pub day: NaiveDate,
    of: Option<CheckInId>,
    practice: Option<PracticeId>,
    /// The questions, before the answers add to them. After a practice they are settled.
    wanted: Vec<Question>,
    /// The last key was a 1 that answered: a 0 now makes it 10.
    one: bool,
    /// When the note was last typed into, while that is not written.
    typed: Option<Moment>,
}

/// A tag being written: a new one, or another name for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// What it was called; `None` for a new one.
    pub from: Option<String>,
    /// What was typed so far.
    pub text: String,
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
        CheckIn::new(known, Phase::Before, known.settings.questions.clone())
    }

    /// The questions of an evening for one day: of yesterday, or of one that stayed empty.
    pub fn on(day: NaiveDate, known: &Known) -> CheckIn {
        CheckIn {
            day,
            ..CheckIn::before(known)
        }
    }

    /// An earlier check-in, to be corrected. Only here earlier answers are shown.
    pub fn correct(entry: &Entry, known: &Known) -> CheckIn {
        let wanted = match entry.phase {
            Phase::Before => {
                // What was answered is asked, whether or not it is asked these days.
                let mut wanted = known.settings.questions.clone();
                let others = Question::ALL
                    .into_iter()
                    .filter(|question| !known.settings.questions.contains(question));
                wanted.extend(others);
                wanted
            }
            Phase::After | Phase::Later => {
                let of = entry.of.and_then(|of| known.diary.check_in(of));
                let asked = of.map(|before| asked_after(&Question::ALL, &before.answers));
                asked
                    .filter(|asked| !asked.is_empty())
                    .unwrap_or_else(|| vec![Question::Mood])
            }
        };
        CheckIn {
            answers: entry.answers.clone(),
            cursor: Cursor::end(&entry.answers.note),
            correcting: true,
            begun: entry.at,
            day: entry.day,
            of: entry.of,
            practice: entry.practice,
            ..CheckIn::new(known, entry.phase, wanted)
        }
    }

    /// The same questions once more, an hour or two later. `None` where there is nothing to compare.
    pub fn later(known: &Known, before: &Entry) -> Option<CheckIn> {
        let questions = asked_after(&known.settings.questions, &before.answers);
        (!questions.is_empty()).then(|| CheckIn {
            of: Some(before.id),
            practice: before.practice,
            day: before.day,
            ..CheckIn::new(known, Phase::Later, questions)
        })
    }

    /// The same questions after a practice. `None` where nothing was answered before, or where it was asked
    /// already.
    pub fn after(known: &Known, practice: PracticeId) -> Option<CheckIn> {
        let (before, asked) = known.diary.before(practice)?;
        let questions = asked_after(&known.settings.questions, &before.answers);
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
            places: Places::default(),
            cursor: Cursor::default(),
            naming: None,
            correcting: false,
            begun: known.diary.free(known.moment(), phase),
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
            Question::Mood | Question::Where | Question::Tags | Question::Note => None,
        }
    }

    /// The questions were chosen anew while this check-in waited.
    pub fn ask(&mut self, wanted: &[Question]) {
        if self.is_new() {
            self.wanted = wanted.to_vec();
            self.at = self.at.min(self.questions().len().saturating_sub(1));
        }
    }

    /// Whether an evening is being written: no rating after a practice, and no correction.
    fn is_new(&self) -> bool {
        self.phase == Phase::Before && !self.correcting
    }

    /// Whether it is about another day than this one.
    pub fn is_of_another_day(&self, known: &Known) -> bool {
        self.day != known.today_is()
    }

    /// Where the person is, for the keymap.
    pub fn context(&self) -> Context {
        match self.question() {
            Question::Note => Context::Text,
            Question::Tags if self.naming.is_some() => Context::Text,
            _ => Context::CheckIn,
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let one = std::mem::take(&mut self.one);
        if self.naming.is_some() {
            return self.name(action, known);
        }
        let is_note = self.question() == Question::Note;
        match action {
            Action::Open if is_note && !self.cursor.on_an_empty_line(&self.answers.note) => {
                self.text("\n", known)
            }
            Action::Open => self.next(known),
            // What was written is not thrown away by going on.
            Action::Next if is_note => self.next(known),
            Action::Next => {
                self.clear();
                self.next(known)
            }
            Action::OtherDay if self.is_new() => {
                let today = known.today_is();
                self.day = if self.day == today {
                    today - Days::new(1)
                } else {
                    today
                };
                // What was answered already moves along: it is taken from the one day and written to the other.
                let gone = self.written(known).map(|entry| Keep::TakeAway {
                    id: entry.id,
                    at: known.moment(),
                });
                match gone {
                    Some(gone) => {
                        let after = self.begun + TimeDelta::milliseconds(1);
                        self.begun = known.diary.free(known.moment().max(after), self.phase);
                        Intent::All(vec![Intent::Keep(gone), self.keep(known)])
                    }
                    None => Intent::Stay,
                }
            }
            Action::Questions if self.is_new() => Intent::All(vec![
                self.keep(known),
                Intent::open(Screen::Asked(AskedForm::new(known))),
            ]),
            Action::AskLater if self.phase == Phase::After => {
                let Some(of) = self.of else { return Intent::Stay };
                Intent::All(vec![
                    self.keep(known),
                    Intent::Keep(evening::ask_later(of, known)),
                    self.leave(known),
                    Intent::Say(Said::AskedLater),
                ])
            }
            Action::Editor if is_note => Intent::Do(vec![Effect::EditNote(self.answers.note.clone())]),
            Action::Previous => {
                let saved = self.keep(known);
                self.step_to(self.at.saturating_sub(1));
                saved
            }
            Action::Back => Intent::All(vec![self.keep(known), self.leave(known)]),
            action => match self.question() {
                Question::Mood => self.choose_mood(action, known),
                Question::Scale(_) | Question::Much(_) => self.choose_score(action, one, known),
                Question::Where => self.mark(action, known),
                Question::Tags => self.choose_tag(action, known),
                Question::Note => {
                    let moved = self.cursor.go(&self.answers.note, action);
                    if moved { Intent::Stay } else { Intent::Pass }
                }
            },
        }
    }

    /// What typed text does: it goes into the note.
    pub fn text(&mut self, text: &str, known: &Known) -> Intent {
        if let Some(naming) = &mut self.naming {
            let one_line: String = text.chars().filter(|letter| *letter != '\n').collect();
            Cursor::end(&naming.text).put(&mut naming.text, &one_line);
            return Intent::Stay;
        }
        if self.question() != Question::Note {
            return Intent::Stay;
        }
        self.cursor.put(&mut self.answers.note, text);
        self.typed = Some(known.now.steady);
        Intent::Stay
    }

    /// The note as it comes back from the person's own editor.
    pub fn edited(&mut self, note: String, known: &Known) -> Intent {
        self.answers.note = note.trim_end().to_owned();
        self.cursor = Cursor::end(&self.answers.note);
        self.keep(known)
    }

    /// What the mouse does: a row is marked, a number answers.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        if let (Pointer::Click, Hit::Spot(spot)) = (pointer, hit) {
            self.places.at = spot;
            return self.mark(Action::Go, known);
        }
        // The wheel turns a list and walks the body wherever it is turned.
        if let (Some(way), Question::Where | Question::Tags) = (pointer.walk(), self.question()) {
            return self.act(way, known);
        }
        let Hit::Row(row) = hit else {
            return Intent::Stay;
        };
        match (pointer, self.question()) {
            (Pointer::Click, Question::Mood) => self.act(Action::Digit(row as u8 + 1), known),
            (Pointer::Click, Question::Where) => {
                self.row = row;
                self.mark(Action::Go, known)
            }
            (Pointer::Click, Question::Tags) => {
                self.row = row;
                self.choose_tag(Action::Go, known)
            }
            (Pointer::Click, Question::Scale(_) | Question::Much(_)) => {
                self.answer(Score::new(row as u8));
                self.keep(known)
            }
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

    /// What the journal has of it.
    pub fn written<'a>(&self, known: &'a Known) -> Option<&'a Entry> {
        known.diary.begun(self.begun, self.phase)
    }

    /// Its answers as they stand in the journal now, because they were changed there.
    pub fn follow(&mut self, answers: &Answers) {
        self.answers.clone_from(answers);
        self.cursor = Cursor::end(&self.answers.note);
    }

    /// What is not written yet when the program ends.
    pub fn unsaved(&self, known: &Known) -> Option<Keep> {
        let written = self.written(known);
        let mut answers = self.answers.clone();
        answers.note.truncate(answers.note.trim_end().len());
        let nothing_new = match written {
            Some(entry) => entry.answers == answers,
            None => answers.is_empty(),
        };
        (!nothing_new).then(|| Keep::CheckIn {
            id: written.map(|entry| entry.id),
            check_in: NewCheckIn {
                day: self.day,
                at: self.begun,
                phase: self.phase,
                of: self.of,
                practice: self.practice,
                answers,
            },
            at: known.moment(),
        })
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let next = Hint::say(Action::Open, HintWord::Onward);
        let skip = Hint::say(Action::Next, HintWord::SkipIt);
        let left = if self.correcting {
            HintWord::Done
        } else if self.is_new() {
            HintWord::Later
        } else {
            known.farewell()
        };
        let leave = Hint::say(Action::Back, left);
        let ask_later = (self.phase == Phase::After && !self.correcting)
            .then(|| Hint::say(Action::AskLater, HintWord::InAnHour));
        let other_day = (self.is_new()).then(|| {
            let word = if self.is_of_another_day(known) {
                HintWord::Today
            } else {
                HintWord::Yesterday
            };
            Hint::say(Action::OtherDay, word)
        });
        // What is asked for once an evening goes before the arrows, which everybody finds.
        let extra = ask_later.into_iter().chain(other_day);
        let questions = (self.is_new()).then(|| Hint::own(Action::Questions));
        let hints = match self.question() {
            Question::Mood => {
                let mut hints = vec![
                    Hint::pair(Action::Digit(1), Action::Digit(5), HintWord::Answer),
                    next,
                    skip,
                ];
                hints.extend(extra);
                hints.push(leave);
                hints.extend(questions);
                hints.push(Hint::pair(Action::Up, Action::Down, HintWord::Choose));
                return hints;
            }
            Question::Scale(_) | Question::Much(_) => {
                let mut hints = vec![
                    Hint::pair(Action::Digit(0), Action::Digit(9), HintWord::Answer),
                    next,
                    skip,
                ];
                hints.extend(extra);
                hints.push(leave);
                hints.push(Hint::pair(Action::Left, Action::Right, HintWord::Choose));
                return hints;
            }
            Question::Where if self.places.on_body(known) => vec![
                Hint::pair(Action::Up, Action::Right, HintWord::Walk),
                Hint::say(Action::Go, HintWord::Mark),
                Hint::say(Action::OtherSide, HintWord::BothSides),
                Hint::say(Action::OtherView, HintWord::Turn),
                next,
                Hint::say(Action::InWords, HintWord::AsList),
                skip,
                leave,
            ],
            Question::Where => vec![
                Hint::say(Action::Go, HintWord::Mark),
                next,
                Hint::pair(Action::Up, Action::Down, HintWord::Move),
                Hint::pair(Action::Left, Action::Right, HintWord::OneSide),
                Hint::say(Action::InWords, HintWord::OnBody),
                skip,
                leave,
            ],
            Question::Tags if self.naming.is_some() => {
                return vec![Hint::say(Action::Open, HintWord::Done), Hint::own(Action::Back)];
            }
            Question::Tags => vec![
                Hint::pair(Action::Digit(1), Action::Digit(9), HintWord::Mark),
                next,
                Hint::say(Action::AddHere, HintWord::NewTag),
                leave,
                Hint::say(Action::Edit, HintWord::Rename),
                Hint::say(Action::TakeAway, HintWord::Retire),
            ],
            Question::Note => vec![
                Hint::say(Action::Next, HintWord::Done),
                Hint::own(Action::Editor),
                leave,
            ],
        };
        hints.into_iter().chain(extra).collect()
    }

    /// Asks for what is new to be written.
    pub(super) fn keep(&mut self, known: &Known) -> Intent {
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
                if self.correcting || self.is_of_another_day(known) {
                    return Intent::All(vec![saved, self.leave(known)]);
                }
                let suggestion = Suggestion::new(self.answers.clone(), self.begun, self.day);
                Intent::replace(Screen::Suggestion(suggestion))
            }
            Phase::After | Phase::Later => self.leave(known),
        };
        Intent::All(vec![saved, onward])
    }

    fn leave(&self, known: &Known) -> Intent {
        match self.phase {
            _ if self.correcting => Intent::Back,
            // Another day was filled in: it is shown as it now stands.
            Phase::Before if self.is_of_another_day(known) && !self.answers.is_empty() => {
                Intent::replace(Screen::Journal(Journal::at(self.day, known)))
            }
            Phase::Before => Intent::Back,
            Phase::After | Phase::Later => Intent::replace(Screen::GoodNight(GoodNight::default())),
        }
    }

    fn step_to(&mut self, question: usize) {
        self.at = question;
        self.row = 0;
        self.cursor = Cursor::end(&self.answers.note);
    }

    /// Takes the answer to this question back: skipping leaves nothing.
    fn clear(&mut self) {
        match self.question() {
            Question::Mood => self.answers.mood = None,
            Question::Scale(_) | Question::Much(_) => self.answer(None),
            Question::Where => self.answers.felt.clear(),
            Question::Tags => self.answers.tags.clear(),
            Question::Note => self.answers.note.clear(),
        }
    }

    fn answer(&mut self, score: Option<Score>) {
        match self.question() {
            Question::Scale(scale) => self.answers.set_score(scale, score),
            Question::Much(felt) => self.answers.rate(felt, score),
            Question::Mood | Question::Where | Question::Tags | Question::Note => {}
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
        let on_body = self.places.on_body(known);
        if action == Action::InWords {
            self.places.as_list = Some(on_body);
            return Intent::Stay;
        }
        if on_body {
            let meant = self.places.act(action, &mut self.answers, known);
            return if meant { self.keep(known) } else { Intent::Pass };
        }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::keep::Kept;
    use crate::domain::checkin::{CheckIn as Entry, Scale};

    fn known() -> Known {
        Known::at("2026-11-22T21:40:00.123456+01:00")
    }

    /// What is asked of the journal by an intent, and what is done besides.
    fn kept(intent: Intent) -> Vec<Keep> {
        match intent {
            Intent::Keep(keep) => vec![keep],
            Intent::All(all) => all.into_iter().flat_map(kept).collect(),
            _ => Vec::new(),
        }
    }

    /// Presses, and lets the journal answer at once.
    fn press(check_in: &mut CheckIn, known: &mut Known, action: Action) -> Vec<Keep> {
        let keeps = kept(check_in.act(action, known));
        for keep in &keeps {
            write(known, keep);
        }
        keeps
    }

    fn write(known: &mut Known, keep: &Keep) {
        let Keep::CheckIn { id, check_in, .. } = keep else {
            panic!("{keep:?}");
        };
        known.diary.take(Kept::CheckIn(Entry {
            id: id.unwrap_or(CheckInId(7)),
            day: check_in.day,
            at: check_in.at,
            phase: check_in.phase,
            of: check_in.of,
            practice: check_in.practice,
            answers: check_in.answers.clone(),
        }));
    }

    #[test]
    fn an_answer_is_asked_to_be_kept_with_the_very_key_that_gives_it() {
        let mut known = known();
        let mut check_in = CheckIn::before(&known);
        let first = press(&mut check_in, &mut known, Action::Digit(3));
        let Some(Keep::CheckIn {
            id: None,
            check_in: new,
            ..
        }) = first.first()
        else {
            panic!("{first:?}");
        };
        assert_eq!(new.answers.mood, Some(Mood::AllRight));
        assert_eq!(
            (new.phase, new.at.timestamp_subsec_nanos()),
            (Phase::Before, 123_000_000)
        );
        assert_eq!(press(&mut check_in, &mut known, Action::Open), []);
        // The second answer goes to the same entry.
        let second = press(&mut check_in, &mut known, Action::Digit(6));
        assert!(matches!(
            second[..],
            [Keep::CheckIn {
                id: Some(CheckInId(7)),
                ..
            }]
        ));
        // The same answer again is nothing new.
        assert_eq!(press(&mut check_in, &mut known, Action::Digit(6)), []);
        assert_eq!(check_in.unsaved(&known), None);
    }

    #[test]
    fn what_begins_in_the_moment_of_another_is_not_that_other() {
        let mut known = known();
        let mut first = CheckIn::before(&known);
        press(&mut first, &mut known, Action::Digit(3));
        let written = first.written(&known).cloned().expect("written");
        let second = CheckIn::before(&known);
        assert_eq!(second.written(&known), None);
        assert_eq!(second.unsaved(&known), None);
        // Moved to yesterday in that same moment, and back again: never an answer without an entry of its own.
        let mut begun = vec![written.at];
        for day in [written.day - Days::new(1), written.day] {
            let keeps = kept(first.act(Action::OtherDay, &known));
            let [Keep::TakeAway { id, .. }, moved] = &keeps[..] else {
                panic!("{keeps:?}");
            };
            let Keep::CheckIn {
                id: None, check_in, ..
            } = moved
            else {
                panic!("{moved:?}");
            };
            assert_eq!((check_in.day, &check_in.answers), (day, &written.answers));
            begun.push(check_in.at);
            known.diary.take(Kept::Gone(*id));
            write(&mut known, moved);
        }
        begun.dedup();
        assert_eq!(begun.len(), 3, "{begun:?}");
    }

    #[test]
    fn the_wheel_turns_the_list_of_places_wherever_it_is_turned() {
        let mut known = known();
        known.size = (40, 12);
        let mut check_in = CheckIn::before(&known);
        let questions = check_in.questions();
        check_in.at = questions
            .iter()
            .position(|it| *it == Question::Where)
            .expect("asked");
        assert!(!check_in.places.on_body(&known));
        for (pointer, hit, row) in [
            (Pointer::WheelDown, Hit::Figure, 1),
            (Pointer::WheelDown, Hit::Row(7), 2),
            (Pointer::WheelUp, Hit::Figure, 1),
        ] {
            check_in.point_at(pointer, hit, &known);
            assert_eq!(check_in.row, row, "{pointer:?} {hit:?}");
        }
        assert!(check_in.answers.felt.is_empty());
        // On the body it walks.
        known.size = (80, 24);
        assert!(check_in.places.on_body(&known));
        let at = check_in.places.at;
        check_in.point_at(Pointer::WheelDown, Hit::Figure, &known);
        assert_ne!(check_in.places.at, at);
    }

    #[test]
    fn ten_is_typed_as_one_and_nought_and_one_stays_one() {
        let mut known = known();
        let mut check_in = CheckIn::before(&known);
        check_in.at = 1;
        let mut typed = |digits: &[u8]| {
            for digit in digits {
                press(&mut check_in, &mut known, Action::Digit(*digit));
            }
            check_in.score().map(Score::value)
        };
        assert_eq!(typed(&[1, 0]), Some(10));
        assert_eq!(typed(&[0]), Some(0));
        assert_eq!(typed(&[1]), Some(1));
        assert_eq!(typed(&[2, 0]), Some(0));
    }

    #[test]
    fn every_question_can_be_skipped_and_then_nothing_is_written() {
        let mut known = known();
        let mut check_in = CheckIn::before(&known);
        let count = check_in.questions().len();
        for question in 0..count {
            assert_eq!(check_in.at, question);
            assert_eq!(press(&mut check_in, &mut known, Action::Next), []);
        }
        assert_eq!(known.diary.pages.check_ins, []);
    }

    #[test]
    fn skipping_takes_an_answer_back() {
        let mut known = known();
        let mut check_in = CheckIn::before(&known);
        press(&mut check_in, &mut known, Action::Digit(2));
        let keeps = press(&mut check_in, &mut known, Action::Next);
        let [Keep::CheckIn { check_in: new, .. }] = &keeps[..] else {
            panic!("{keeps:?}");
        };
        assert_eq!(new.answers.mood, None);
    }

    #[test]
    fn nothing_is_preset_and_the_arrows_begin_at_the_ends() {
        let mut known = known();
        let mut check_in = CheckIn::before(&known);
        check_in.at = 1;
        assert_eq!(check_in.score(), None);
        press(&mut check_in, &mut known, Action::Right);
        assert_eq!(check_in.score(), Score::new(0));
        check_in.at = 2;
        press(&mut check_in, &mut known, Action::Left);
        assert_eq!(check_in.score(), Score::new(10));
    }

    #[test]
    fn a_place_is_marked_by_one_key_and_asked_about() {
        let mut known = known();
        let mut check_in = CheckIn::before(&known);
        check_in.at = 5;
        check_in.places.as_list = Some(true);
        assert_eq!(check_in.question(), Question::Where);
        check_in.row = Row::all()
            .position(|row| row == Row::Part(Part::Shoulder))
            .expect("a row");
        press(&mut check_in, &mut known, Action::Right);
        let right = Felt::At(Part::Shoulder, Some(Side::Right));
        assert!(check_in.answers.has(right) && check_in.answers.felt.len() == 1);
        // The other one too; then none.
        press(&mut check_in, &mut known, Action::Go);
        assert_eq!(check_in.answers.felt.len(), 2);
        press(&mut check_in, &mut known, Action::Go);
        assert_eq!(check_in.answers.felt, []);
        press(&mut check_in, &mut known, Action::Right);
        press(&mut check_in, &mut known, Action::Open);
        assert_eq!(check_in.question(), Question::Much(right));
    }

    #[test]
    fn a_note_is_written_when_the_fingers_rest_and_when_the_program_ends() {
        let mut known = known();
        let mut check_in = CheckIn::before(&known);
        check_in.at = 7;
        assert_eq!(check_in.context(), Context::Text);
        check_in.text("Lang dågx\u{8}", &known);
        assert_eq!(check_in.answers.note, "Lang dåg");
        assert!(
            check_in.unsaved(&known).is_some(),
            "the end of the program writes it"
        );
        assert_eq!(check_in.wake(), Some(Moment(NOTE_RESTS_MS)));
        known.now.steady = Moment(NOTE_RESTS_MS - 1);
        assert_eq!(kept(check_in.tick(&known)), []);
        known.now.steady = Moment(NOTE_RESTS_MS);
        assert_eq!(kept(check_in.tick(&known)).len(), 1);
        assert_eq!(check_in.wake(), None);
    }

    #[test]
    fn afterwards_the_same_is_asked_once_and_the_first_answers_are_not_there() {
        let mut known = known();
        let mut check_in = CheckIn::before(&known);
        press(&mut check_in, &mut known, Action::Digit(2));
        check_in.at = 1;
        press(&mut check_in, &mut known, Action::Digit(8));
        known.diary.pages.check_ins[0].practice = Some(PracticeId(1));
        let mut after = CheckIn::after(&known, PracticeId(1)).expect("something was answered");
        assert_eq!(
            after.questions(),
            [Question::Mood, Question::Scale(Scale::Tension)]
        );
        assert_eq!(after.answers, Answers::default());
        known.now.wall += chrono::Duration::minutes(11);
        let keeps = kept(after.act(Action::Digit(3), &known));
        let [Keep::CheckIn { check_in: new, .. }] = &keeps[..] else {
            panic!("{keeps:?}");
        };
        assert_eq!(
            (new.phase, new.of, new.practice),
            (Phase::After, Some(CheckInId(7)), Some(PracticeId(1)))
        );
        known.diary.take(Kept::CheckIn(Entry {
            id: CheckInId(8),
            day: new.day,
            at: new.at,
            phase: new.phase,
            of: new.of,
            practice: new.practice,
            answers: new.answers.clone(),
        }));
        assert_eq!(CheckIn::after(&known, PracticeId(1)), None);
        assert_eq!(CheckIn::after(&known, PracticeId(2)), None);
    }

    proptest! {
        #[test]
        fn whatever_is_pressed_the_disk_knows_it_and_no_screen_is_lost(
            presses in proptest::collection::vec(0usize..18, 0..60)
        ) {
            let actions: Vec<Action> = (0..10)
                .map(Action::Digit)
                .chain([
                    Action::Up, Action::Down, Action::Left, Action::Right,
                    Action::Go, Action::Open, Action::Next, Action::Previous,
                ])
                .collect();
            let mut known = known();
            let mut check_in = CheckIn::before(&known);
            for index in presses {
                press(&mut check_in, &mut known, actions[index]);
                prop_assert!(check_in.at < check_in.questions().len());
                let written = known.diary.pages.check_ins.first().map(|entry| entry.answers.clone());
                prop_assert_eq!(written.unwrap_or_default(), check_in.answers.clone());
                prop_assert!(known.diary.pages.check_ins.len() <= 1);
            }
        }
    }
}
