//! What applies to you: a calm form, grouped, each question with why it is asked. Saved with every answer.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use crate::domain::profile::{Answer, Given, Profile};
use crate::domain::safety::Verdict;
use crate::domain::safety::rule::{Asked, Group, Question};
use crate::domain::words::Text;

/// The form's state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileForm {
    /// The chosen row.
    pub row: usize,
    /// It is shown for the first time: "none of these" stands first, and done leads on to the first practice.
    pub first: bool,
    /// The question whose places are being told, and the chosen part.
    pub places: Option<(Text, usize)>,
    /// Deleting was asked for once; the second time does it.
    pub deleting: bool,
}

/// One row of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// One answer for all: none of these.
    None,
    /// One answer for all: rather not say.
    RatherNot,
    /// A group begins.
    Group(Group),
    /// A question.
    Question(Text),
    /// Where: the places of the question above.
    Places(Text),
    /// "I have asked my doctor, nurse or midwife" about a rule.
    Asked(Text),
}

impl Row {
    /// Whether it can be chosen.
    pub fn can_be_chosen(&self) -> bool {
        !matches!(self, Row::Group(_))
    }
}

/// The routine a first evening begins with: one point, two minutes.
const FIRST_ROUTINE: &str = "desk-break";

/// Questions that "rather not say" for everything does not touch: whether there is fever is asked each day,
/// and hegu is for adults either way.
const NOT_AT_ONCE: [&str; 3] = ["WB-16", "WB-16.fever", "WB-21"];

impl ProfileForm {
    /// The form as it is shown once, before the first practice.
    pub fn first() -> ProfileForm {
        ProfileForm {
            first: true,
            ..ProfileForm::default()
        }
    }

    /// The rows: the questions by group, and below a yes what it wants to know.
    pub fn rows(&self, known: &Known) -> Vec<Row> {
        let rules = &known.content.rules;
        // One answer for all is offered only while there is nothing it could wipe out.
        let empty = self.first || known.profile.is_empty();
        let mut rows: Vec<Row> = empty.then_some(Row::None).into_iter().collect();
        for group in Group::ALL {
            let questions: Vec<&Question> = rules
                .asked(Asked::Once)
                .filter(|question| question.group == group && question.under.is_none())
                .collect();
            if questions.is_empty() {
                continue;
            }
            rows.push(Row::Group(group));
            for question in questions {
                self.rows_of(question, known, &mut rows);
            }
        }
        rows.extend(empty.then_some(Row::RatherNot));
        rows
    }

    fn rows_of(&self, question: &Question, known: &Known, rows: &mut Vec<Row>) {
        let id = &question.id;
        rows.push(Row::Question(id.clone()));
        if !known.profile.answer(id).counts() {
            return;
        }
        let rules = &known.content.rules;
        if question.places.is_some() {
            rows.push(Row::Places(id.clone()));
        }
        if rules.can_be_asked(id) {
            rows.push(Row::Asked(id.clone()));
        }
        // PC6, and KI1 with LR3, have an "I have asked" of their own.
        rows.extend(rules.asked_of_points(id).map(|rule| Row::Asked(rule.clone())));
        for under in rules
            .asked(Asked::Once)
            .filter(|other| other.under.as_ref() == Some(id))
        {
            self.rows_of(under, known, rows);
        }
    }

    /// The chosen row, never a heading.
    pub fn chosen(&self, known: &Known) -> usize {
        let rows = self.rows(known);
        let at = self.row.min(rows.len().saturating_sub(1));
        (at..rows.len())
            .chain((0..at).rev())
            .find(|row| rows[*row].can_be_chosen())
            .unwrap_or(0)
    }

    fn step(&mut self, by: isize, known: &Known) {
        let rows = self.rows(known);
        let mut at = self.chosen(known) as isize;
        loop {
            at += by;
            match usize::try_from(at).ok().and_then(|at| rows.get(at)) {
                Some(row) if row.can_be_chosen() => {
                    self.row = at as usize;
                    return;
                }
                Some(_) => {}
                None => return,
            }
        }
    }

    /// How many points are left out now, of how many.
    pub fn left_out(known: &Known) -> (usize, usize) {
        let safety = known.safety();
        let atlas = &known.content.atlas;
        let out = atlas
            .points()
            .filter(|(id, _)| safety.word(*id) >= Verdict::NotThisPoint)
            .count();
        (out, atlas.len())
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        if let Some((question, part)) = self.places.clone() {
            return self.act_places(action, question, part, known);
        }
        if action != Action::DeleteAll {
            self.deleting = false;
        }
        let rows = self.rows(known);
        let row = rows[self.chosen(known)].clone();
        match action {
            Action::Up => self.step(-1, known),
            Action::Down => self.step(1, known),
            Action::PageUp => (0..8).for_each(|_| self.step(-1, known)),
            Action::PageDown => (0..8).for_each(|_| self.step(1, known)),
            Action::First => self.row = 0,
            Action::Last => self.row = rows.len() - 1,
            Action::Go | Action::Open => return self.change(row, known),
            Action::Yes => return self.answer(row, Answer::Yes, known),
            Action::No => return self.answer(row, Answer::No, known),
            Action::DeleteAll if self.deleting => {
                self.deleting = false;
                self.row = 0;
                return Intent::SaveProfile(Box::default());
            }
            Action::DeleteAll => self.deleting = true,
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// The one sensible thing with a row: the next answer, a tick, the places.
    fn change(&mut self, row: Row, known: &Known) -> Intent {
        match row {
            Row::None => self.all(Answer::No, known),
            Row::RatherNot => self.all(Answer::RatherNot, known),
            Row::Question(id) => {
                let next = match known.profile.answer(&id) {
                    Answer::Unanswered | Answer::No => Answer::Yes,
                    Answer::Yes => Answer::NotSure,
                    Answer::NotSure => Answer::RatherNot,
                    Answer::RatherNot => Answer::No,
                };
                self.answer(Row::Question(id), next, known)
            }
            Row::Asked(rule) => {
                let mut profile = known.profile.clone();
                let asked = profile.has_asked(&rule);
                profile.set_asked(rule, !asked);
                Intent::SaveProfile(Box::new(profile))
            }
            Row::Places(question) => {
                self.places = Some((question, 0));
                Intent::Stay
            }
            Row::Group(_) => Intent::Stay,
        }
    }

    fn answer(&mut self, row: Row, answer: Answer, known: &Known) -> Intent {
        let mut profile = known.profile.clone();
        match row {
            Row::Question(id) => {
                if !answer.counts() {
                    known.content.rules.take_back(&id, &mut profile);
                }
                let places = profile
                    .answers
                    .given(&id)
                    .and_then(|given| given.places.clone())
                    .filter(|_| answer.counts());
                // A yes that matters somewhere asks where at once; left unsaid it is everywhere.
                let asks = known
                    .content
                    .rules
                    .question(&id)
                    .is_some_and(|one| one.places.is_some());
                if asks && answer == Answer::Yes && places.is_none() {
                    self.places = Some((id.clone(), 0));
                }
                profile.answers.give(id, Given { answer, places });
                // "None of these" leaves the first row with the first answer: the choice stays where it is.
                if known.profile.is_empty() && !self.first {
                    self.row = self.chosen(known).saturating_sub(1);
                }
            }
            Row::Asked(rule) => profile.set_asked(rule, answer == Answer::Yes),
            Row::None if answer == Answer::Yes => return self.all(Answer::No, known),
            Row::RatherNot if answer == Answer::Yes => return self.all(Answer::RatherNot, known),
            _ => return Intent::Stay,
        }
        Intent::SaveProfile(Box::new(profile))
    }

    /// One answer for every question.
    fn all(&mut self, answer: Answer, known: &Known) -> Intent {
        let mut profile = Profile::default();
        for question in known.content.rules.asked(Asked::Once) {
            if answer == Answer::RatherNot && NOT_AT_ONCE.contains(&question.id.as_ref()) {
                continue;
            }
            profile.answers.give(question.id.clone(), Given::plain(answer));
        }
        let save = Intent::SaveProfile(Box::new(profile));
        if !self.first {
            return save;
        }
        Intent::All(vec![
            save,
            Intent::Back,
            Intent::BeginRoutine(FIRST_ROUTINE.to_owned()),
        ])
    }

    fn act_places(&mut self, action: Action, question: Text, part: usize, known: &Known) -> Intent {
        let parts = known.content.rules.parts_of(&question);
        let last = parts.len();
        match action {
            Action::Up => self.places = Some((question, part.saturating_sub(1))),
            Action::Down => self.places = Some((question, (part + 1).min(last))),
            Action::Back => self.places = None,
            Action::Go | Action::Open | Action::Yes | Action::No => {
                let mut profile = known.profile.clone();
                let mut given = profile.answers.given(&question).cloned().unwrap_or_default();
                match parts.get(part) {
                    // The row below the parts: nowhere in particular.
                    None => given.places = Some(Default::default()),
                    Some(part) => part.toggle(given.places.get_or_insert_default()),
                }
                profile.answers.give(question, given);
                return Intent::SaveProfile(Box::new(profile));
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// What the mouse does: a row is chosen, and chosen again it changes.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            (Pointer::Click, Hit::Row(row)) if self.places.is_some() => {
                self.places = self.places.take().map(|(question, _)| (question, row));
                self.act(Action::Go, known)
            }
            (Pointer::Click, Hit::Row(row)) => {
                if self.chosen(known) == row {
                    return self.act(Action::Go, known);
                }
                self.row = row;
                Intent::Stay
            }
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, _known: &Known) -> Vec<Hint> {
        if self.places.is_some() {
            return vec![
                Hint::say(Action::Go, HintWord::Tick),
                Hint::pair(Action::Up, Action::Down, HintWord::Move),
                Hint::say(Action::Back, HintWord::Done),
            ];
        }
        vec![
            Hint::say(Action::Go, HintWord::Answer),
            Hint::own(Action::Yes),
            Hint::own(Action::No),
            Hint::own(Action::DeleteAll),
            Hint::say(Action::Back, HintWord::Done),
        ]
    }
}
