//! What can happen to hegu. Plain data, so that anything can be replayed.

use chrono::NaiveDate;

use super::action::Action;
use super::effect::Answer;
use super::quiz::Aim;
use crate::domain::atlas::PointId;
use crate::domain::point::Region;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A key went down.
    Key(Key),
    /// Text was pasted.
    Pasted(String),
    /// The mouse did something at a cell, from 0.
    Mouse {
        /// What it did.
        pointer: Pointer,
        /// Column.
        column: u16,
        /// Row.
        row: u16,
    },
    /// The mouse did something to a thing on the screen. The runtime finds the thing, so that the app need
    /// not know where anything was drawn.
    Pointed {
        /// What it did.
        pointer: Pointer,
        /// The thing.
        hit: Hit,
    },
    /// The terminal has a new size in cells.
    Resized {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The terminal window gained (true) or lost the focus.
    Focused(bool),
    /// The moment asked for by `wake` has come.
    Tick,
    /// The program runs again after it was stopped by a signal.
    Continued,
    /// The world asks the program to end: TERM, HUP, INT, the terminal is gone.
    Terminate,
    /// An effect was carried out, or failed.
    Answer(Answer),
}

/// A key as hegu knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which.
    pub code: KeyCode,
    /// With ctrl held.
    pub ctrl: bool,
    /// With alt held.
    pub alt: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Key {
        Key {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// A character without modifiers.
    pub const fn char(c: char) -> Key {
        Key::plain(KeyCode::Char(c))
    }

    /// A character with ctrl held.
    pub const fn ctrl(c: char) -> Key {
        Key {
            code: KeyCode::Char(c),
            ctrl: true,
            alt: false,
        }
    }
}

/// The keys a person can reach. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names on the keys")]
pub enum KeyCode {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    ShiftUp,
    ShiftDown,
    ShiftLeft,
    ShiftRight,
    Home,
    End,
    PageUp,
    PageDown,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Pointer {
    Click,
    WheelUp,
    WheelDown,
    /// Moved with the button held, by so many cells.
    Drag {
        dx: i16,
        dy: i16,
    },
}

impl Pointer {
    /// What the wheel means where there is something to walk through.
    pub fn walk(self) -> Option<Action> {
        match self {
            Pointer::WheelUp => Some(Action::Up),
            Pointer::WheelDown => Some(Action::Down),
            Pointer::Click | Pointer::Drag { .. } => None,
        }
    }
}

/// A thing on the screen that the mouse can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A hint, or any word that stands for an action.
    Action(Action),
    /// A day of the journal's pictures.
    Day(NaiveDate),
    /// A row of the screen's main list, by index.
    Row(usize),
    /// A row of the screen's second list (the meridians beside the points).
    Group(usize),
    /// A point on the figure.
    Point(PointId),
    /// A place one can mark on the body, by its number.
    Spot(usize),
    /// A region of the figure.
    Region(Region),
    /// The figure itself.
    Figure,
    /// A place of the drawing, where any place may be meant.
    Aim(Aim),
}
