//! A routine of the person's own on the bench: points in and out, their order, how long, which sides.

use super::action::{Action, Context, Hint, HintWord};
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Said};
use super::note::Cursor;
use super::preview::Preview;
use super::rows;
use crate::domain::atlas::PointId;
use crate::domain::breath::Pace;
use crate::domain::plan::{Act, Item, Plan, SideRule, serves_together};
use crate::domain::point::{Side, Sides};
use crate::domain::routine::{Fit, Routine};
use crate::domain::timeline::{Misfit, Timeline};
use crate::domain::words::Words;

/// The bench.
#[derive(Clone, Debug, PartialEq)]
pub struct Bench {
    /// The routine as it stands now.
    pub routine: Routine,
    /// The chosen item.
    pub row: usize,
    /// Its name while it is being written, and the place in it.
    pub naming: Option<(String, Cursor)>,
    /// What it was before each change, for the way back.
    before: Vec<Routine>,
}

/// The longest name, letters: it stands in a list beside the minutes.
const LONGEST_NAME: usize = 40;

impl Bench {
    /// A routine to change. One that is shipped stays as it is; a copy of it lies on the bench.
    pub fn of(routine: &Routine, known: &Known) -> Bench {
        let routine = match routine.own {
            true => routine.clone(),
            false => copy(routine, known),
        };
        Bench {
            routine,
            row: 0,
            naming: None,
            before: Vec::new(),
        }
    }

    /// The routine as it would be practised. What was not changed yet is not saved yet, so it brings its minutes.
    pub fn preview(&self) -> Preview {
        let mut preview = Preview::of_routine(&self.routine);
        preview.minutes = (self.routine.fit == Fit::Filled).then_some(self.routine.minutes);
        preview
    }

    /// The context of its keys: while the name is written, letters are text.
    pub fn context(&self) -> Context {
        match self.naming {
            Some(_) => Context::Text,
            None => Context::Routines,
        }
    }

    /// Letters of the name; U+0008 takes one away.
    pub fn text(&mut self, text: &str) -> Intent {
        if let Some((name, cursor)) = &mut self.naming {
            let text: String = text.chars().filter(|c| *c != '\n').collect();
            let before = (name.clone(), *cursor);
            cursor.put(name, &text);
            if name.chars().count() > LONGEST_NAME {
                (*name, *cursor) = before;
            }
        }
        Intent::Stay
    }

    /// What an action does while the name is written. An empty name is none: it stays as it was.
    fn name(&mut self, action: Action) -> Intent {
        let Some((name, cursor)) = &mut self.naming else {
            return Intent::Stay;
        };
        match action {
            Action::Open => {
                let name = name.trim().to_owned();
                self.naming = None;
                if name.is_empty() {
                    return Intent::Stay;
                }
                self.change(|routine| routine.name = Words::new_owned(name.clone(), name))
            }
            Action::Back => {
                self.naming = None;
                Intent::Stay
            }
            action if cursor.go(name, action) => Intent::Stay,
            _ => Intent::Pass,
        }
    }

    /// What an action does here. Every change is saved as it is made, and can be taken back.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        if self.naming.is_some() {
            return self.name(action);
        }
        let count = self.routine.plan.items.len();
        let last = count.saturating_sub(1);
        if let Some(row) = rows::stepped(action, self.row, last) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Edit => {
                let name = self.routine.name.get(known.settings.lang).to_owned();
                let cursor = Cursor::end(&name);
                self.naming = Some((name, cursor));
            }
            Action::Go | Action::Open => {
                return Intent::preview(self.preview());
            }
            Action::Earlier if self.row > 0 => {
                let row = self.row;
                self.row -= 1;
                return self.change(|routine| routine.plan.items.swap(row, row - 1));
            }
            Action::Later if self.row < last => {
                let row = self.row;
                self.row += 1;
                return self.change(|routine| routine.plan.items.swap(row, row + 1));
            }
            Action::Never if count > 1 => {
                let row = self.row.min(last);
                self.row = row.min(last - 1);
                return self.change(|routine| drop(routine.plan.items.remove(row)));
            }
            Action::ZoomIn => return self.longer(15),
            Action::ZoomOut => return self.longer(-15),
            Action::OtherSide => {
                let row = self.row;
                let atlas = &known.content.atlas;
                return self.change(|routine| {
                    if let Some(Act::Press(press)) = routine.plan.items.get_mut(row).map(|item| &mut item.act)
                    {
                        let point = atlas.point(press.point);
                        press.sides = next_sides(press.sides, point.sides, point.code.as_str());
                    }
                });
            }
            Action::Left => return self.minutes(-1),
            Action::Right => return self.minutes(1),
            Action::OtherView => {
                let patterns = known.content.patterns.iter();
                let ids: Vec<_> = patterns
                    .filter(|pattern| pattern.rhythm.pace().is_some())
                    .map(|pattern| pattern.id.clone())
                    .collect();
                let at = ids.iter().position(|id| *id == self.routine.breath).unwrap_or(0);
                let next = ids[(at + 1) % ids.len()].clone();
                return self.change(|routine| routine.breath = next);
            }
            Action::Restore => {
                return match self.before.pop() {
                    Some(routine) => {
                        self.routine = routine;
                        self.row = self.row.min(self.routine.plan.items.len().saturating_sub(1));
                        Intent::SaveRoutine(Box::new(self.routine.clone()))
                    }
                    None => Intent::Stay,
                };
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    fn change(&mut self, change: impl FnOnce(&mut Routine)) -> Intent {
        let before = self.routine.clone();
        change(&mut self.routine);
        if before == self.routine {
            return Intent::Stay;
        }
        if let Err(misfit) = fits(&mut self.routine) {
            self.routine = before;
            return Intent::Say(match misfit {
                Misfit::TooShort { least } => Said::LengthLeast(least as u8),
                Misfit::TooLong | Misfit::Empty => Said::LengthMost(30),
            });
        }
        self.before.push(before);
        Intent::SaveRoutine(Box::new(self.routine.clone()))
    }

    fn longer(&mut self, by: i32) -> Intent {
        let row = self.row;
        self.change(
            |routine| match routine.plan.items.get_mut(row).map(|item| &mut item.act) {
                Some(Act::Press(press)) => {
                    let most = i32::from(press.ceiling).max(30);
                    press.seconds = (i32::from(press.seconds) + by).clamp(30, most) as u16;
                }
                Some(Act::Breathe(breathe)) => {
                    breathe.seconds = (i32::from(breathe.seconds) + by).clamp(15, 600) as u16;
                }
                None => {}
            },
        )
    }

    fn minutes(&mut self, by: i8) -> Intent {
        self.change(|routine| routine.minutes = routine.minutes.saturating_add_signed(by).clamp(1, 30))
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match (pointer, hit) {
            (Pointer::Click, Hit::Row(row)) if row < self.routine.plan.items.len() => {
                self.row = row;
                Intent::Stay
            }
            (Pointer::WheelUp, _) => self.act(Action::Up, known),
            (Pointer::WheelDown, _) => self.act(Action::Down, known),
            _ => Intent::Stay,
        }
    }

    /// The hints.
    pub fn hints(&self) -> Vec<Hint> {
        if self.naming.is_some() {
            return vec![
                Hint::say(Action::Open, HintWord::Done),
                Hint::say(Action::Back, HintWord::Close),
            ];
        }
        vec![
            Hint::say(Action::Go, HintWord::Practise),
            Hint::pair(Action::Earlier, Action::Later, HintWord::Order),
            Hint::pair(Action::ZoomIn, Action::ZoomOut, HintWord::Length),
            Hint::own(Action::OtherSide),
            Hint::pair(Action::Left, Action::Right, HintWord::Minutes),
            Hint::say(Action::OtherView, HintWord::Breath),
            Hint::say(Action::Never, HintWord::TakeOut),
            Hint::say(Action::Edit, HintWord::Name),
            Hint::own(Action::Restore),
        ]
    }
}

/// Keeps the minutes long enough for what is in it.
fn fits(routine: &mut Routine) -> Result<(), Misfit> {
    match Timeline::lay(&routine.plan, Pace::CALM, routine.length(None)) {
        Err(Misfit::TooShort { least }) if least <= 30 => {
            routine.minutes = least as u8;
            Ok(())
        }
        laid => laid.map(drop),
    }
}

/// The next way to take the sides of a point.
fn next_sides(now: SideRule, sides: Sides, code: &str) -> SideRule {
    if sides == Sides::Midline {
        return SideRule::Midline;
    }
    match now {
        SideRule::Each if serves_together(code) => SideRule::Together,
        SideRule::Each | SideRule::Together => SideRule::Only(Side::Left),
        SideRule::Only(Side::Left) => SideRule::Only(Side::Right),
        SideRule::Only(Side::Right) | SideRule::Midline => SideRule::Each,
    }
}

/// An id that no routine has yet, from a name.
fn new_id(name: &str, known: &Known) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'æ' => slug.push_str("ae"),
            'ø' => slug.push_str("oe"),
            'å' => slug.push_str("aa"),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    let slug = slug.trim_matches('-');
    let slug = if slug.is_empty() { "routine" } else { slug };
    let free = |id: &String| known.routines.by_id(id).is_none();
    let numbered = (2..).map(|n| format!("{slug}-{n}"));
    std::iter::once(slug.to_owned())
        .chain(numbered)
        .find(free)
        .unwrap_or_default()
}

/// A routine of the person's own with these points, each as its technique says. Nothing is claimed for it.
pub fn new_routine(name: Words, points: &[PointId], known: &Known) -> Routine {
    let items = points
        .iter()
        .map(|id| Item::of(*id, known.content.atlas.point(*id)));
    let mut routine = Routine {
        id: new_id(&name.en, known).into(),
        name,
        uses: Vec::new(),
        why: Words::default(),
        expect: Words::default(),
        tradition: false,
        evidence: Vec::new(),
        red_flags: Vec::new(),
        minutes: 5,
        fit: Fit::Filled,
        substitutes: false,
        quiet_end: false,
        counted: true,
        breath: "calm".into(),
        own: true,
        plan: Plan {
            items: items.collect(),
        },
    };
    // What is too long for half an hour is said when it is opened.
    fits(&mut routine).ok();
    routine
}

/// A copy of a shipped routine. What is said of the original is not said of it: a changed set was never tested.
fn copy(routine: &Routine, known: &Known) -> Routine {
    let name = Words::new_owned(
        format!("{}, my way", routine.name.en),
        format!("{}, på min måde", routine.name.da),
    );
    Routine {
        id: new_id(&format!("my-{}", routine.id), known).into(),
        name,
        why: Words::default(),
        expect: Words::default(),
        evidence: Vec::new(),
        tradition: false,
        substitutes: false,
        fit: Fit::Filled,
        own: true,
        ..routine.clone()
    }
}

/// The routine with a point more at its end, if it is not there already.
pub fn with_point(routine: &Routine, point: PointId, known: &Known) -> Option<Routine> {
    if routine.plan.presses().any(|(_, press)| press.point == point) {
        return None;
    }
    let mut routine = routine.clone();
    routine
        .plan
        .items
        .push(Item::of(point, known.content.atlas.point(point)));
    fits(&mut routine).ok()?;
    Some(routine)
}
