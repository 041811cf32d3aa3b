//! When time itself will change something on the screen.

use super::evening::until_the_clock_says;
use super::model::{Model, Screen};
use crate::domain::time::Moment;

/// The next moment at which the model wants a tick; `None` when everything stands still.
pub fn wake(model: &Model) -> Option<Moment> {
    let notice = model.notice.as_ref().map(|notice| notice.until);
    // Where it is said which evening it is, a window left open says so when it has come.
    let says_the_day = matches!(
        model.screen,
        Screen::Today(_) | Screen::Browser(_) | Screen::Journal(_) | Screen::CheckIn(_)
    );
    let day = says_the_day.then(|| until_the_clock_says(&model.known)).flatten();
    let day = day.map(|ms| model.known.now.steady.after(ms));
    [notice, model.screen.wake(&model.known), day]
        .into_iter()
        .flatten()
        .min()
}
