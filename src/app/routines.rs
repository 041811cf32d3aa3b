//! The routines: what there is, what each is for, and what may honestly be said of it.

use super::action::{Action, Context, Hint, HintWord};
use super::bench::Bench;
use super::known::Known;
use super::message::{Hit, Pointer};
use super::model::{Intent, Said, Screen};
use super::preview::{NoOffer, Offer, Preview};
use super::rows;
use crate::domain::routine::Routine;
use crate::domain::safety::Verdict;

/// What safety says of a routine for this person, were the questions still open about today answered with no.
pub fn verdict_of(routine: &Routine, known: &Known) -> Verdict {
    word_for(&Preview::of_routine(routine).outlook(known))
}

/// The word for what can be begun, or for why nothing can. That it does not fit the time is no matter of
/// safety.
pub fn word_for(outlook: &Result<Offer, NoOffer>) -> Verdict {
    match outlook {
        Ok(offer) => offer.cleared.verdict(),
        Err(NoOffer::Refused(refusal)) => refusal.verdict(),
        Err(NoOffer::Misfit(_)) => Verdict::Fine,
    }
}

/// Opens what safety changed in a routine, or why it says no.
pub fn why_so(routine: &Routine) -> Intent {
    let preview = Preview {
        why: true,
        ..Preview::of_routine(routine)
    };
    Intent::preview(preview)
}

/// The list of routines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The chosen row.
    pub row: usize,
    /// The routine that was taken away last: it can come back.
    pub taken: Option<Box<Routine>>,
}

impl Shelf {
    /// The routines in order.
    pub fn routines<'a>(&self, known: &'a Known) -> Vec<&'a Routine> {
        known.routines_in_order()
    }

    /// The chosen one.
    pub fn chosen<'a>(&self, known: &'a Known) -> Option<&'a Routine> {
        self.routines(known).get(self.row).copied()
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        let last = self.routines(known).len().saturating_sub(1);
        if let Some(row) = rows::paged(action, self.row, last, 5) {
            self.row = row;
            return Intent::Stay;
        }
        match action {
            Action::Edit => {
                return match self.chosen(known) {
                    Some(routine) => Intent::open(Screen::Bench(Box::new(Bench::of(routine, known)))),
                    None => Intent::Stay,
                };
            }
            Action::Never => {
                return match self.chosen(known) {
                    Some(routine) if routine.own => {
                        self.taken = Some(Box::new(routine.clone()));
                        Intent::TakeRoutine(routine.id.to_string())
                    }
                    _ => Intent::Say(Said::RoutineShipped),
                };
            }
            Action::Restore => {
                return match self.taken.take() {
                    Some(routine) => Intent::SaveRoutine(routine),
                    None => Intent::Stay,
                };
            }
            Action::Favourite => {
                if let Some(routine) = self.chosen(known) {
                    return Intent::FavourRoutine(routine.id.to_string());
                }
            }
            Action::Why => return self.chosen(known).map_or(Intent::Stay, why_so),
            Action::Open | Action::Go => {
                if let Some(routine) = self.chosen(known) {
                    let preview = Preview::of_routine(routine);
                    return Intent::preview(preview);
                }
            }
            _ => return Intent::Pass,
        }
        Intent::Stay
    }

    /// What the mouse does here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        let meant = rows::pointed(pointer, hit, &mut self.row, Action::Open);
        meant.map_or(Intent::Stay, |action| self.act(action, known))
    }

    /// The context of its keys.
    pub fn context(&self) -> Context {
        Context::Routines
    }

    /// The hints.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        let mut hints = vec![
            Hint::say(Action::Go, HintWord::Practise),
            Hint::own(Action::Why),
            Hint::own(Action::Compose),
            Hint::own(Action::Edit),
            Hint::own(Action::Favourite),
            Hint::pair(Action::Up, Action::Down, HintWord::Choose),
        ];
        if self.chosen(known).is_some_and(|routine| routine.own) {
            hints.push(Hint::say(Action::Never, HintWord::TakeOut));
        }
        if self.taken.is_some() {
            hints.push(Hint::own(Action::Restore));
        }
        hints
    }
}
