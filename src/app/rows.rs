//! A list one walks through: the same keys and the same mouse in every one.

use super::action::Action;
use super::message::{Hit, Pointer};

/// The row a key of moving leads to, where only a step and the two ends are moves.
pub fn stepped(action: Action, row: usize, last: usize) -> Option<usize> {
    match action {
        Action::Up => Some(row.saturating_sub(1)),
        Action::Down => Some((row + 1).min(last)),
        Action::First => Some(0),
        Action::Last => Some(last),
        _ => None,
    }
}

/// The row a key of moving leads to, where a page is so many rows.
pub fn paged(action: Action, row: usize, last: usize, page: usize) -> Option<usize> {
    match action {
        Action::PageUp => Some(row.saturating_sub(page)),
        Action::PageDown => Some((row + page).min(last)),
        _ => stepped(action, row, last),
    }
}

/// What the mouse means in a list: the first click on a row chooses it, the second is like `enter`, and the
/// wheel walks.
pub fn pointed(pointer: Pointer, hit: Hit, row: &mut usize, enter: Action) -> Option<Action> {
    match (pointer, hit) {
        (Pointer::Click, Hit::Row(hit)) if hit == *row => Some(enter),
        (Pointer::Click, Hit::Row(hit)) => {
            *row = hit;
            None
        }
        (pointer, _) => pointer.walk(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_leaves_the_list_and_what_is_no_moving_is_left_to_the_screen() {
        for (action, row, to) in [
            (Action::Up, 0, Some(0)),
            (Action::Down, 4, Some(4)),
            (Action::PageUp, 2, Some(0)),
            (Action::PageUp, 4, Some(1)),
            (Action::PageDown, 0, Some(3)),
            (Action::PageDown, 2, Some(4)),
            (Action::First, 3, Some(0)),
            (Action::Last, 1, Some(4)),
            (Action::Open, 1, None),
        ] {
            assert_eq!(paged(action, row, 4, 3), to, "{action:?} on {row}");
        }
        assert_eq!(stepped(Action::PageDown, 0, 4), None);
    }

    #[test]
    fn the_first_click_chooses_and_the_second_opens() {
        let mut row = 0;
        let mut point = |pointer, hit| (pointed(pointer, hit, &mut row, Action::Open), row);
        assert_eq!(point(Pointer::Click, Hit::Row(2)), (None, 2));
        assert_eq!(point(Pointer::Click, Hit::Row(2)), (Some(Action::Open), 2));
        assert_eq!(point(Pointer::Click, Hit::Figure), (None, 2));
        assert_eq!(point(Pointer::WheelDown, Hit::Figure), (Some(Action::Down), 2));
    }
}
