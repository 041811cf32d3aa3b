//! Red flags: the whole list at any time, the page with the number to call, and what follows a practice
//! that was stopped for a reason.

use super::action::{Action, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::Intent;
use super::rows;
use crate::domain::profile::{Answer, Given};
use crate::domain::safety::rule::{Asked, Question};
use crate::domain::safety::{Help, Rule, Verdict};
use crate::domain::words::Text;

/// The screen's state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RedFlags {
    /// The chosen row.
    pub row: usize,
    /// The number alone, filling the window.
    pub large: bool,
    /// "I answered by mistake" was said once; the second time takes the answers back.
    pub taking_back: bool,
    /// The stop rule a practice has just been stopped for.
    pub stopped: Option<Text>,
    /// What it says was read.
    pub read: bool,
}

/// What the screen is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage<'a> {
    /// The list.
    List(Vec<&'a Question>),
    /// A practice was stopped for this reason.
    Stopped {
        /// The stop rule.
        rule: &'a Rule,
        /// Practice is locked until this is confirmed.
        locked: bool,
    },
    /// The red flag that a reason to stop leads to.
    Ask(&'a Question),
    /// Something was answered yes.
    Stop {
        /// What was answered.
        questions: Vec<&'a Question>,
        /// The help it calls for.
        help: Help,
    },
}

impl RedFlags {
    /// What follows a practice that was stopped for a reason.
    pub fn after(rule: Text) -> RedFlags {
        RedFlags {
            stopped: Some(rule),
            ..RedFlags::default()
        }
    }

    /// What the screen is about now.
    pub fn stage<'a>(&self, known: &'a Known) -> Stage<'a> {
        let rules = &known.content.rules;
        let told = (!self.read).then_some(self.stopped.as_ref()).flatten();
        let locked = known.today.locked.as_ref();
        if let Some(rule) = locked.or(told).and_then(|id| rules.rule(id)) {
            let locked = locked.is_some();
            return Stage::Stopped { rule, locked };
        }
        if let Some(question) = self.leads_to(known) {
            return Stage::Ask(question);
        }
        let said: Vec<&Question> = rules
            .asked(Asked::Flag)
            .filter(|question| known.today.answers.answer(&question.id).counts())
            .collect();
        let safety = known.safety();
        let whole = safety.whole();
        let reasons: Vec<_> = whole.deciding().cloned().collect();
        match safety.help(&reasons) {
            Some(help) if whole.verdict == Verdict::Stop && !said.is_empty() => Stage::Stop {
                questions: said,
                help,
            },
            _ => Stage::List(rules.asked(Asked::Flag).collect()),
        }
    }

    /// The red flag the reason to stop leads to, as long as it was not answered since. An answer from before
    /// the practice says nothing about now.
    fn leads_to<'a>(&self, known: &'a Known) -> Option<&'a Question> {
        let rule = self.stopped.as_ref()?;
        let flag = known.safety().after_stop(rule).flag?;
        let open = !known.today.answers.answer(&flag).is_given();
        known.content.rules.question(&flag).filter(|_| open)
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match self.stage(known) {
            Stage::List(questions) => self.act_list(action, &questions),
            Stage::Stopped { rule, locked } => self.act_stopped(action, rule, locked, known),
            Stage::Ask(question) => act_ask(action, question),
            Stage::Stop { questions, help } => self.act_stop(action, &questions, help),
        }
    }

    fn act_list(&mut self, action: Action, questions: &[&Question]) -> Intent {
        let last = questions.len().saturating_sub(1);
        if let Some(row) = rows::paged(action, self.row, last, 6) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Yes | Action::Go | Action::Open => self.answer(questions, Answer::Yes),
            Action::Next => self.answer(questions, Answer::NotSure),
            Action::No => self.answer(questions, Answer::No),
            _ => Intent::Pass,
        }
    }

    fn answer(&mut self, questions: &[&Question], answer: Answer) -> Intent {
        questions
            .get(self.row)
            .map_or(Intent::Stay, |question| give(question, answer))
    }

    /// What the reason to stop says. Where it locks practice, only reading it and saying so leads on.
    fn act_stopped(&mut self, action: Action, rule: &Rule, locked: bool, known: &Known) -> Intent {
        match action {
            Action::InWords => self.large = !self.large,
            Action::Yes if locked => {
                self.stopped = Some(rule.id.clone());
                self.read = true;
                self.large = false;
                return match self.leads_to(known) {
                    Some(_) => Intent::Unlock,
                    None => Intent::All(vec![Intent::Unlock, Intent::Back]),
                };
            }
            Action::Yes | Action::Go | Action::Open | Action::Back if !locked => {
                self.read = true;
                if self.leads_to(known).is_none() {
                    return Intent::Back;
                }
            }
            Action::Quit | Action::Suspend | Action::Help | Action::Language | Action::Theme => {
                return Intent::Pass;
            }
            _ => {}
        }
        Intent::Stay
    }

    /// The page with the number. Where help is needed now Esc does not close it; `b` asks once more, then
    /// takes the answers back.
    fn act_stop(&mut self, action: Action, questions: &[&Question], help: Help) -> Intent {
        match action {
            Action::InWords => self.large = !self.large,
            Action::Again if self.taking_back => {
                self.taking_back = false;
                return Intent::All(questions.iter().map(|one| give(one, Answer::No)).collect());
            }
            Action::Again => self.taking_back = true,
            Action::Back if self.taking_back => self.taking_back = false,
            Action::Back if self.large => self.large = false,
            Action::Back if can_wait(help) => return Intent::Back,
            Action::Quit | Action::Suspend | Action::Help | Action::Language | Action::Theme => {
                return Intent::Pass;
            }
            _ => {}
        }
        Intent::Stay
    }

    /// Whether esc leads anywhere: not past a help text that was not read, nor past a number to call now.
    pub fn can_go_back(&self, known: &Known) -> bool {
        match self.stage(known) {
            Stage::List(_) => true,
            Stage::Stopped { locked, .. } => !locked,
            Stage::Ask(_) => false,
            Stage::Stop { help, .. } => self.taking_back || self.large || can_wait(help),
        }
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            (Pointer::Click, Hit::Row(row)) => {
                self.row = row;
                Intent::Stay
            }
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        match self.stage(known) {
            Stage::List(_) => vec![
                Hint::own(Action::Yes),
                Hint::own(Action::No),
                Hint::pair(Action::Up, Action::Down, HintWord::Move),
            ],
            Stage::Stopped { locked: true, .. } => vec![
                Hint::say(Action::Yes, HintWord::HaveRead),
                Hint::say(Action::InWords, HintWord::LargeNumber),
                Hint::own(Action::Quit),
            ],
            Stage::Stopped { locked: false, .. } => vec![Hint::say(Action::Go, HintWord::GoOn)],
            Stage::Ask(_) => vec![
                Hint::own(Action::Yes),
                Hint::own(Action::No),
                Hint::say(Action::Next, HintWord::NotSure),
            ],
            Stage::Stop { .. } => vec![
                Hint::say(Action::InWords, HintWord::LargeNumber),
                Hint::say(Action::Again, HintWord::ByMistake),
                Hint::own(Action::Quit),
            ],
        }
    }
}

/// Help that is for today or the next days: hegu may be used for anything but a practice meanwhile.
fn can_wait(help: Help) -> bool {
    matches!(help, Help::Soon | Help::Today)
}

/// The red flag after a stop. No leads on; yes and not sure lead to the page with the number.
fn act_ask(action: Action, question: &Question) -> Intent {
    match action {
        Action::Yes => give(question, Answer::Yes),
        Action::Next => give(question, Answer::NotSure),
        Action::No => Intent::All(vec![give(question, Answer::No), Intent::Back]),
        Action::Quit | Action::Suspend | Action::Help | Action::Language | Action::Theme => Intent::Pass,
        _ => Intent::Stay,
    }
}

fn give(question: &Question, answer: Answer) -> Intent {
    Intent::AnswerToday(vec![(question.id.clone(), Given::plain(answer))])
}
