//! Before a practice: what, when, how long, and what safety left out for this person, with its reasons.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};

use super::action::{Action, Context, Hint, HintWord};
use super::keep::{Keep, Which};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Said, Screen};
use super::practice::Practising;
use super::questions::{Asked, Questions, answers};
use super::redflags::RedFlags;
use super::resume::RUNNING;
use crate::domain::atlas::PointId;
use crate::domain::breath::{Pace, Pattern, meant};
use crate::domain::compose::{Composed, WhyNot};
use crate::domain::journal::{BREATHS, NewPractice};
use crate::domain::plan::{Act, Item, LONGEST_PRACTICE, Plan};
use crate::domain::practice::{Ending, Manner, NotBegun, Practice};
use crate::domain::reach::Hands;
use crate::domain::routine::{Fit, Routine};
use crate::domain::safety::{Asking, Cleared, Origin, Refusal, Wish};
use crate::domain::time::Ms;
use crate::domain::timeline::{Length, Misfit, Timeline};
use crate::domain::words::{Lang, Text};

/// The breath one presses by where nothing else was chosen.
pub const DEFAULT_PATTERN: &str = "calm";

/// The pattern in which nothing is counted.
const NATURAL_PATTERN: &str = "natural";

/// A plan before it is lived.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What is wished for.
    pub wish: Wish,
    /// The minutes chosen; `None` as the plan comes.
    pub minutes: Option<u8>,
    /// The id of the breath pattern.
    pub pattern: Text,
    /// The person chose it here.
    pub pattern_chosen: bool,
    /// Whether the reasons are shown instead of the times.
    pub why: bool,
    /// First row shown, where not all fits.
    pub scroll: usize,
    /// The questions about today are being asked.
    pub asking: Option<Questions>,
    /// How it was composed, if it was.
    pub composed: Option<Box<Composed>>,
    /// It was cut off, and goes on: the moment it began.
    pub goes_on: Option<DateTime<FixedOffset>>,
    /// It begins as soon as the questions are answered: nobody wants to look at it first.
    pub at_once: bool,
}

/// What can be begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The plan as safety cleared it.
    pub cleared: Cleared,
    /// The breath it is counted in.
    pub pace: Pace,
    /// How long it is to be.
    pub length: Length,
    /// When what happens.
    pub timeline: Timeline,
    /// What the person never wants, or cannot reach.
    pub without: Vec<(PointId, WhyNot)>,
}

/// Why nothing can be begun.
#[derive(Clone, Debug, PartialEq)]
pub enum NoOffer {
    /// Safety says no, or asks first.
    Refused(Refusal),
    /// It does not fit the time.
    Misfit(Misfit),
}

impl Preview {
    /// A routine as it comes.
    pub fn of_routine(routine: &Routine) -> Preview {
        Preview::of_wish(Wish {
            plan: routine.plan.clone(),
            origin: if routine.own {
                Origin::Chosen
            } else {
                Origin::Offered
            },
            routine: Some(routine.id.clone()),
            uses: routine.uses.clone(),
            substitutes: routine.substitutes,
            asking: Asking::Possible,
        })
        .breathing(&routine.breath)
    }

    /// The same by another breath.
    fn breathing(self, pattern: &Text) -> Preview {
        Preview {
            pattern: pattern.clone(),
            ..self
        }
    }

    /// Points one after the other, each as its technique says.
    pub fn of_points(points: &[PointId], known: &Known) -> Preview {
        let items = points
            .iter()
            .map(|id| Item::of(*id, known.content.atlas.point(*id)))
            .collect();
        Preview::of_wish(Wish {
            plan: Plan { items },
            origin: Origin::Chosen,
            routine: None,
            uses: Vec::new(),
            substitutes: false,
            asking: Asking::Possible,
        })
    }

    /// Any wish.
    pub fn of_wish(wish: Wish) -> Preview {
        Preview {
            wish,
            minutes: None,
            pattern: DEFAULT_PATTERN.into(),
            pattern_chosen: false,
            why: false,
            scroll: 0,
            asking: None,
            composed: None,
            goes_on: None,
            at_once: false,
        }
    }

    /// Half of a routine's usual time, where that is asked for and it may be shortened.
    pub fn shorter(mut self, shorter: bool, routine: &Routine) -> Preview {
        if shorter && routine.fit == Fit::Filled {
            let half = (routine.minutes / 2).max(1);
            let length = routine.length(Some(half));
            self.minutes = match Timeline::lay(&routine.plan, Pace::CALM, length) {
                Err(Misfit::TooShort { least }) => Some(least as u8),
                _ => Some(half),
            };
        }
        self
    }

    /// The questions about today that stand in the way.
    pub fn open_questions(&self, known: &Known) -> Vec<Text> {
        match self.offer(known) {
            Err(NoOffer::Refused(Refusal::Open { questions })) => questions,
            _ => Vec::new(),
        }
    }

    /// The routine, if it is one.
    pub fn routine<'a>(&self, known: &'a Known) -> Option<&'a Routine> {
        known.routines.by_id(self.wish.routine.as_deref()?)
    }

    /// What the plan is called: the routine's name, or its codes.
    pub fn name(&self, known: &Known, lang: Lang) -> String {
        name(&self.wish.plan, self.routine(known), known, lang)
    }

    /// The breath it is pressed by: the one it comes with or that was chosen, and where it comes with none of its
    /// own the person's usual one. Where counting may distress (WB-20) nothing is counted until the person chooses
    /// it, and where nothing may be counted (BR-02), never.
    pub fn breath<'a>(&'a self, known: &'a Known) -> &'a str {
        let breathing = known.safety().breathing();
        let uncounted = breathing.natural_only || (breathing.natural_first && !self.pattern_chosen);
        match self.pattern.as_ref() {
            _ if uncounted => NATURAL_PATTERN,
            DEFAULT_PATTERN if !self.pattern_chosen => &known.settings.breath,
            pattern => pattern,
        }
    }

    fn pattern<'a>(&self, known: &'a Known) -> Option<Cow<'a, Pattern>> {
        meant(self.breath(known), &known.content.patterns).ok()
    }

    fn length(&self, routine: Option<&Routine>, minutes: Option<u8>) -> Length {
        match (routine, minutes) {
            (Some(routine), minutes) => routine.length(minutes),
            (None, Some(minutes)) => Length::Filled(Ms::from(minutes) * 60_000),
            (None, None) => Length::AsWritten,
        }
    }

    /// What it will be once the questions about today are answered with no: they must not hide the plan.
    pub fn outlook(&self, known: &Known) -> Result<Offer, NoOffer> {
        let mut ahead = self.clone();
        ahead.wish.asking = Asking::Impossible;
        ahead.offer(known)
    }

    /// What is wished for, as the person wants it and can reach it, and what that leaves out. A point that was
    /// chosen by itself was wanted just now.
    fn wanted(&self, known: &Known) -> (Wish, Vec<(PointId, WhyNot)>) {
        let mut wish = self.wish.clone();
        let mut without = Vec::new();
        let atlas = &known.content.atlas;
        let chosen_now = wish.routine.is_none() && self.composed.is_none();
        let hands = known.settings.hands;
        for (_, press) in self.wish.plan.presses() {
            if !chosen_now && known.is_never(press.point) {
                without.push((press.point, WhyNot::Never));
            } else if hands
                .sides(press.sides, atlas.point(press.point).region)
                .is_none()
            {
                without.push((press.point, WhyNot::OutOfReach));
            }
        }
        let out = |item: &Item| {
            item.press()
                .is_some_and(|press| without.iter().any(|(point, _)| *point == press.point))
        };
        wish.plan.items.retain(|item| !out(item));
        (wish, without)
    }

    /// What can be begun now, or why nothing can.
    pub fn offer(&self, known: &Known) -> Result<Offer, NoOffer> {
        self.offer_for(known, self.minutes)
    }

    fn offer_for(&self, known: &Known, minutes: Option<u8>) -> Result<Offer, NoOffer> {
        let (wish, without) = self.wanted(known);
        let mut cleared = known.safety().clear(wish).map_err(NoOffer::Refused)?;
        if known.settings.learning {
            let practised = known.practised();
            let atlas = &known.content.atlas;
            cleared = cleared.learning(|id| !practised.contains(&atlas.point(id).code.to_string()));
        }
        let wished = self
            .pattern(known)
            .and_then(|pattern| pattern.rhythm.pace())
            .unwrap_or(Pace::CALM);
        let pace = cleared.pace(wished);
        let mut length = self.length(self.routine(known), minutes);
        let mut timeline = cleared.lay(pace, length);
        // What two hands do at once, one does in turn: a routine takes the time that needs.
        if let (Err(Misfit::TooShort { least }), None, Hands::One(_)) =
            (&timeline, minutes, known.settings.hands)
            && *least <= LONGEST_PRACTICE / 60_000
        {
            length = Length::Filled(least * 60_000);
            timeline = cleared.lay(pace, length);
        }
        let timeline = timeline.map_err(NoOffer::Misfit)?;
        Ok(Offer {
            cleared,
            pace,
            length,
            timeline,
            without,
        })
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        if self.asking.is_some() {
            return self.answer(action, known);
        }
        match action {
            Action::Go | Action::Open => self.begin(known),
            Action::Faster => self.resize(known, 1),
            Action::Slower => self.resize(known, -1),
            Action::Again => self.next_pattern(known),
            Action::Why => {
                self.why = !self.why;
                self.scroll = 0;
                Intent::Stay
            }
            Action::Down | Action::PageDown => {
                self.scroll += 1;
                Intent::Stay
            }
            Action::Up | Action::PageUp => {
                self.scroll = self.scroll.saturating_sub(1);
                Intent::Stay
            }
            Action::Never if self.goes_on.is_some() => self.let_it_be(known),
            Action::Back if self.why => {
                self.why = false;
                self.scroll = 0;
                Intent::Stay
            }
            _ => Intent::Pass,
        }
    }

    /// "Is any of this true right now?" A yes to a red flag ends it there; a yes about the body leaves its
    /// place out, and the rest is still asked.
    fn answer(&mut self, action: Action, known: &Known) -> Intent {
        let questions = self.open_questions(known);
        let Some(asking) = &mut self.asking else {
            return Intent::Pass;
        };
        match asking.act(action, &questions, known) {
            Asked::Stay => Intent::Stay,
            Asked::Pass => Intent::Pass,
            Asked::Back => {
                self.asking = None;
                Intent::Stay
            }
            Asked::Answered(given) => {
                self.asking = (questions.len() > 1).then(|| self.asking.take()).flatten();
                answers(given)
            }
            Asked::None(given) => {
                self.asking = None;
                let on = self.at_once.then_some(Intent::Act(Action::Go));
                Intent::All([answers(given)].into_iter().chain(on).collect())
            }
        }
    }

    /// Pressed by the next breath that has no holds.
    fn next_pattern(&mut self, known: &Known) -> Intent {
        let patterns: Vec<&Pattern> = known
            .content
            .patterns
            .iter()
            .filter(|pattern| pattern.rhythm.pace().is_some())
            .collect();
        let breath = self.breath(known);
        let at = patterns.iter().position(|pattern| pattern.id == breath);
        if let Some(next) = patterns.get(at.map_or(0, |at| (at + 1) % patterns.len())) {
            self.pattern = next.id.clone();
            self.pattern_chosen = true;
        }
        Intent::Stay
    }

    /// A minute longer or shorter, as far as the plan goes.
    fn resize(&mut self, known: &Known, by: i64) -> Intent {
        if self
            .routine(known)
            .is_some_and(|routine| routine.fit != Fit::Filled)
        {
            return Intent::Say(Said::LengthFixed);
        }
        let Ok(offer) = self.offer(known) else {
            return Intent::Stay;
        };
        let total = offer.timeline.total();
        let minutes = (total + 30_000) / 60_000;
        let wished = (minutes as i64 + by).clamp(1, 30) as u8;
        match self.offer_for(known, Some(wished)) {
            Ok(other) if by < 0 || other.timeline.total() > total => {
                self.minutes = Some(wished);
                Intent::Stay
            }
            Ok(_) => Intent::Say(Said::LengthMost(minutes as u8)),
            Err(NoOffer::Misfit(Misfit::TooShort { least })) => Intent::Say(Said::LengthLeast(least as u8)),
            Err(_) => Intent::Stay,
        }
    }

    /// Begins, if safety lets it: questions about today come first.
    fn begin(&mut self, known: &Known) -> Intent {
        let offer = match self.offer(known) {
            Ok(offer) => offer,
            Err(NoOffer::Refused(Refusal::Open { .. })) => {
                // Nobody is asked about today for what cannot begin anyway; the reasons are on the screen.
                self.asking = self.outlook(known).is_ok().then(Questions::default);
                return Intent::Stay;
            }
            // What was not read yet, and whom to call, have a page of their own.
            Err(NoOffer::Refused(Refusal::Locked { .. } | Refusal::Stop { help: Some(_), .. })) => {
                return Intent::open(Screen::RedFlags(RedFlags::default()));
            }
            Err(_) => return Intent::Stay,
        };
        let mut entry = new_practice(self, &offer, known);
        let note = known.running(&entry, &offer, &self.wish);
        if let Some(at) = self.goes_on {
            entry.at = at;
        }
        let today = pressed_today(known);
        let begun = Practice::begin(
            offer.cleared,
            offer.pace,
            offer.length,
            Manner::Real,
            today,
            known.now,
        );
        match begun {
            Ok(practice) => {
                let counted = self.routine(known).is_none_or(|routine| routine.counted);
                let mut practising = Practising::new(practice, entry.at);
                let first = practising.tick(known);
                let mut intents = Vec::new();
                // What goes on has its place in the journal already.
                if counted && self.goes_on.is_none() {
                    intents.push(Intent::Keep(Keep::Practice(entry)));
                    intents.push(Intent::Note {
                        name: RUNNING.to_owned(),
                        value: note,
                    });
                }
                practising.counted = counted;
                intents.push(Intent::replace(Screen::Practice(Box::new(practising))));
                intents.push(first);
                Intent::All(intents)
            }
            Err(NotBegun::Refused(refused)) => Intent::Say(Said::Refused(refused)),
            Err(NotBegun::Misfit(_)) => Intent::Stay,
        }
    }

    /// What was cut off is not to go on.
    fn let_it_be(&self, known: &Known) -> Intent {
        let ended = known.cut_off().map(|cut_off| {
            Intent::Keep(Keep::PracticeEnded {
                practice: Which::Place(cut_off.id),
                how: Ending::Left,
                why: None,
                at: known.moment(),
            })
        });
        let note = Intent::Note {
            name: RUNNING.to_owned(),
            value: String::new(),
        };
        Intent::All(ended.into_iter().chain([note, Intent::Back]).collect())
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        let questions = self.open_questions(known);
        if let Some(asking) = &mut self.asking {
            asking.point_at(pointer, hit, &questions, known);
            return Intent::Stay;
        }
        match pointer {
            Pointer::WheelUp => self.act(Action::Up, known),
            Pointer::WheelDown => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The context of its keys.
    pub fn context(&self) -> Context {
        if self.asking.is_some() {
            return Context::Safety;
        }
        Context::Practice
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        if let Some(asking) = &self.asking {
            return asking.hints();
        }
        let mut hints = Vec::new();
        // What the answers about today cannot change is said at once, before anything is asked.
        match self.outlook(known) {
            Ok(_) => hints.push(Hint::say(Action::Go, HintWord::Begin)),
            Err(NoOffer::Refused(Refusal::AskFirst { .. })) => hints.push(Hint::own(Action::Answers)),
            Err(_) => {}
        }
        if self.goes_on.is_some() {
            hints.push(Hint::say(Action::Never, HintWord::NotNow));
        } else {
            hints.push(Hint::pair(Action::Faster, Action::Slower, HintWord::Length));
        }
        hints.push(Hint::own(Action::Why));
        hints
    }
}

/// A practice that begins now, as the journal keeps it.
pub fn new_practice(preview: &Preview, offer: &Offer, known: &Known) -> NewPractice {
    let check_in = known.diary.waiting(known.now.wall).map(|check_in| check_in.id);
    NewPractice {
        day: known.today_is(),
        at: known.moment(),
        routine: offer.cleared.routine().map(ToString::to_string),
        plan: in_a_line(offer.cleared.plan(), known),
        breath: preview.breath(known).to_owned(),
        planned: offer.timeline.total(),
        check_in,
    }
}

/// Real pressed time of today, by point (DO-03).
pub fn pressed_today(known: &Known) -> Vec<(PointId, Ms)> {
    known
        .today
        .done
        .pressed
        .iter()
        .filter_map(|(code, seconds)| {
            let id = known.content.atlas.by_code(code)?;
            Some((id, Ms::from(*seconds) * 1_000))
        })
        .collect()
}

/// What a plan is called: the routine's name, or its codes.
pub fn name(plan: &Plan, routine: Option<&Routine>, known: &Known, lang: Lang) -> String {
    if let Some(routine) = routine {
        return routine.name.get(lang).to_owned();
    }
    let atlas = &known.content.atlas;
    let codes: Vec<String> = plan
        .presses()
        .map(|(_, press)| atlas.point(press.point).code.to_string())
        .collect();
    let breathed = plan.items.iter().find_map(|item| item.breathe());
    match (codes.as_slice(), plan.presses().next()) {
        ([], _) => breathed
            .and_then(|breathe| meant(&breathe.pattern, &known.content.patterns).ok())
            .map_or_else(String::new, |pattern| pattern.name.get(lang).to_owned()),
        ([_], Some((_, press))) => {
            let point = atlas.point(press.point);
            format!("{} {}", point.code, point.names.pinyin)
        }
        _ => codes.join(" "),
    }
}

/// A plan in one line for the journal: codes, sides and wished seconds in order.
fn in_a_line(plan: &Plan, known: &Known) -> String {
    let items: Vec<String> = plan
        .items
        .iter()
        .map(|item| match &item.act {
            Act::Press(press) => {
                let code = &known.content.atlas.point(press.point).code;
                format!("{code} {} {}", press.sides.id(), press.seconds)
            }
            Act::Breathe(breathe) => format!("{BREATHS}{} {}", breathe.pattern, breathe.seconds),
        })
        .collect();
    items.join(", ")
}
