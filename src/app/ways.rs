//! Ways: which screen an action leads to, from any other.

use super::action::Action;
use super::addto::AddTo;
use super::browser::Browser;
use super::checkin::CheckIn;
use super::commands::Commands;
use super::compose::{Compose, uses_in};
use super::evening::{Invitation, invitation};
use super::evidence::{About, EvidencePage};
use super::find::Find;
use super::journal::Journal;
use super::known::Known;
use super::learn::Learn;
use super::map::Map;
use super::model::Screen;
use super::preview::Preview;
use super::profile::ProfileForm;
use super::redflags::RedFlags;
use super::routines::Shelf;
use super::search::Search;
use super::sore::Sore;
use super::today::Evening;
use super::tour::Tour;
use super::why::Why;

/// The screen an action leads to from this one. `None` where it leads nowhere, or where one is there already.
pub fn leads_to(action: Action, from: &Screen, known: &Known) -> Option<Screen> {
    let sight = || from.sight(known);
    Some(match action {
        // What the point on the screen leads to.
        Action::FindSpot => Screen::Find(Find::new(sight()?, known)),
        Action::Map => Screen::Map(Map::new(sight()?)),
        Action::Why => Screen::Why(Why::of(sight()?.point)),
        Action::Sore => Screen::Sore(Sore::of(vec![sight()?.point])),
        Action::AddToRoutine => {
            let point = sight()?.point;
            if !known.content.atlas.point(point).pressable {
                return None;
            }
            Screen::AddTo(AddTo::of(point))
        }
        Action::Go => Screen::Preview(Box::new(Preview::of_points(&[sight()?.point], known))),
        Action::Sources => {
            let about = sight().map_or(About::Field, |sight| About::Point(sight.point));
            Screen::Evidence(EvidencePage::about(about))
        }
        // Places.
        Action::Today if !matches!(from, Screen::Today(_)) => Screen::Today(Evening::default()),
        Action::Atlas if !matches!(from, Screen::Browser(_)) => Screen::Browser(match sight() {
            Some(sight) => Browser::on_point(sight.point, known),
            None => Browser::default(),
        }),
        Action::Routines if !matches!(from, Screen::Routines(_)) => Screen::Routines(Shelf::default()),
        Action::Journal if !matches!(from, Screen::Journal(_)) => Screen::Journal(Journal::new(known)),
        Action::Safety | Action::Answers if !matches!(from, Screen::Profile(_)) => {
            Screen::Profile(ProfileForm::default())
        }
        Action::Learn if !matches!(from, Screen::Learn(_)) => Screen::Learn(Learn::default()),
        Action::RedFlags if !matches!(from, Screen::RedFlags(_)) => Screen::RedFlags(RedFlags::default()),
        Action::CheckIn if !matches!(from, Screen::CheckIn(_) | Screen::Suggestion(_)) => {
            Screen::CheckIn(check_in(known))
        }
        Action::Compose if !matches!(from, Screen::Compose(_)) => Screen::Compose(match from {
            Screen::Search(search) => Compose::of(&uses_in(&search.query, known)),
            _ => Compose::of(&[]),
        }),
        Action::Search => Screen::Search(Search::default()),
        Action::Commands => Screen::Commands(Commands::over(from.context(), known)),
        Action::Tour => Screen::Tour(Tour::default()),
        _ => return None,
    })
}

/// The questions of this evening, or those that were wished for once more.
fn check_in(known: &Known) -> CheckIn {
    let later = match invitation(known) {
        Some(Invitation::Later(id)) => {
            let before = known.diary.check_in(id);
            before.and_then(|before| CheckIn::later(known, before))
        }
        _ => None,
    };
    later.unwrap_or_else(|| CheckIn::before(known))
}
