//! When time itself will change something on the screen.

use super::model::Model;
use crate::domain::time::Moment;

/// The next moment at which the model wants a tick; `None` when everything stands still.
pub fn wake(model: &Model) -> Option<Moment> {
    let notice = model.notice.as_ref().map(|notice| notice.until);
    [notice, model.screen.wake(&model.known)]
        .into_iter()
        .flatten()
        .min()
}
