//! A practice that was cut off: what is noted while one runs, so that a crash or a closed window loses at most
//! the side it was in, and how it goes on.

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::known::Known;
use super::preview::{Offer, Preview};
use crate::content::own::OwnFile;
use crate::content::routines::{as_file, read_plan};
use crate::domain::checkin::PracticeId;
use crate::domain::journal::{NewPractice, PracticeEntry};
use crate::domain::plan::{Act, Dose, Half, Item, Plan, SideRule};
use crate::domain::point::Side;
use crate::domain::practice::Done;
use crate::domain::routine::{Fit, Routine};
use crate::domain::safety::{Asking, Origin, Wish};
use crate::domain::time::Ms;
use crate::domain::words::Words;

/// The flag that holds the practice that runs: its moment, whose idea it was, its routine, and its plan.
pub const RUNNING: &str = "running";

/// For so many hours a practice that was cut off is offered again. Later the evening is another one.
const OFFERED_H: i64 = 6;

/// A practice that was cut off.
#[derive(Clone, Debug, PartialEq)]
pub struct CutOff {
    /// Its place in the journal.
    pub id: PracticeId,
    /// When it began.
    pub at: DateTime<FixedOffset>,
    /// What is left to do.
    pub wish: Wish,
    /// The id of its breath pattern.
    pub pattern: String,
}

impl Known {
    /// What is noted while this practice runs.
    pub fn running(&self, entry: &NewPractice, offer: &Offer, wish: &Wish) -> String {
        let mut plan = offer.cleared.plan().clone();
        for (index, item) in plan.items.iter_mut().enumerate() {
            if let Act::Press(press) = &mut item.act {
                // As long as it was laid out; what is light is halved again when it goes on.
                let laid: Ms = press.sides.halves().first().map_or(0, |half| {
                    offer.timeline.pressed(index, *half) / Ms::from(press.repeats.max(1))
                });
                let light = offer.cleared.limits().light_percent.max(1);
                let whole = if press.dose == Dose::Light {
                    laid * 100 / light
                } else {
                    laid
                };
                press.seconds = ((whole / 1_000) as u16).clamp(30, press.ceiling.max(30));
            }
        }
        let origin = match wish.origin {
            Origin::Offered => "offered",
            Origin::Chosen => "chosen",
        };
        let routine = Routine {
            id: "running".into(),
            name: Words::new("running", "running"),
            uses: wish.uses.clone(),
            why: Words::default(),
            expect: Words::default(),
            tradition: false,
            evidence: Vec::new(),
            red_flags: Vec::new(),
            minutes: 10,
            fit: Fit::AsWritten,
            substitutes: false,
            quiet_end: false,
            counted: true,
            breath: "calm".into(),
            own: true,
            plan,
        };
        let at = entry.at.to_rfc3339();
        let of = wish.routine.as_deref().unwrap_or_default();
        let file = as_file(&routine, &self.content.atlas);
        format!("{at} {origin} {of}\n{file}")
    }

    /// The practice that was cut off in the last hours, if there is something left of it.
    pub fn cut_off(&self) -> Option<CutOff> {
        let text = self.diary.flag(RUNNING).filter(|text| !text.is_empty())?;
        let (head, file) = text.split_once('\n')?;
        let mut head = head.splitn(3, ' ');
        let at = DateTime::parse_from_rfc3339(head.next()?).ok()?;
        let origin = match head.next()? {
            "offered" => Origin::Offered,
            _ => Origin::Chosen,
        };
        let routine = head.next().filter(|id| !id.is_empty());
        let entries = &self.diary.pages.practices;
        let entry = entries
            .iter()
            .find(|entry| entry.at == at && entry.ended.is_none())?;
        let age = self.now.wall - at;
        if age > TimeDelta::hours(OFFERED_H) || age < TimeDelta::zero() {
            return None;
        }
        let file = OwnFile {
            name: RUNNING.to_owned(),
            text: file.to_owned(),
        };
        let (plan, uses) = read_plan(&file, self.content)?;
        let plan = rest(plan, entry, self);
        if plan.is_empty() {
            return None;
        }
        Some(CutOff {
            id: entry.id,
            at,
            wish: Wish {
                plan,
                origin,
                routine: routine.map(|id| id.to_owned().into()),
                uses,
                substitutes: false,
                asking: Asking::Possible,
            },
            pattern: entry.breath.clone(),
        })
    }
}

impl CutOff {
    /// What is left, before it goes on. It goes through safety like everything else.
    pub fn preview(&self) -> Preview {
        let mut preview = Preview::of_wish(self.wish.clone());
        preview.pattern = self.pattern.clone().into();
        preview.goes_on = Some(self.at);
        preview
    }
}

/// What of a plan the ledger does not know as done.
fn rest(plan: Plan, entry: &PracticeEntry, known: &Known) -> Plan {
    let mut items: Vec<Item> = Vec::new();
    // A breathing item leaves no line; it was done if something after it was.
    let mut begun = false;
    for mut item in plan.items.into_iter().rev() {
        match &mut item.act {
            Act::Press(press) => {
                let code = known.content.atlas.point(press.point).code.as_str();
                let done = |half: Half| {
                    entry
                        .done
                        .iter()
                        .any(|line| line.point == code && line.half == half && line.how == Done::Whole)
                };
                let left: Vec<Half> = press
                    .sides
                    .halves()
                    .iter()
                    .copied()
                    .filter(|half| !done(*half))
                    .collect();
                let any = entry.done.iter().any(|line| line.point == code);
                begun |= any;
                match (left.as_slice(), press.sides) {
                    ([], _) => continue,
                    ([Half::Left], _) => press.sides = SideRule::Only(Side::Left),
                    ([Half::Right], _) => press.sides = SideRule::Only(Side::Right),
                    _ => {}
                }
            }
            Act::Breathe(_) if begun => continue,
            Act::Breathe(_) => {}
        }
        items.push(item);
    }
    items.reverse();
    Plan { items }
}
