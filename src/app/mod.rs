//! What hegu does. Pure: a message and a moment in, a changed model and effects out.
//!
//! [`update::update`] is the only place that changes the model, navigates and makes effects; [`wake::wake`]
//! says when time itself will change something. A screen is one file: its state, what an action does to it,
//! and the hints it shows. It returns an [`Intent`] and leaves the rest to `update`.

// The machine: a message in, a changed model and effects out.
pub mod action;
pub mod choices;
pub mod effect;
pub mod keymap;
pub mod known;
pub mod message;
pub mod model;
pub mod settings;
pub mod update;
pub mod wake;
pub mod ways;

// What the journal is asked and what it answered, and what follows from it for today.
pub mod diary;
pub mod evening;
pub mod heed;
pub mod keep;
pub mod resume;
pub mod taste;

// The screens, one file each.
pub mod addto;
pub mod asked;
pub mod bench;
pub mod browser;
pub mod card;
pub mod checkin;
pub mod commands;
pub mod compose;
pub mod evidence;
pub mod find;
pub mod goodnight;
pub mod journal;
pub mod learn;
pub mod lesson;
pub mod map;
pub mod practice;
pub mod preview;
pub mod profile;
pub mod quiz;
pub mod redflags;
pub mod routines;
pub mod search;
pub mod sore;
pub mod suggestion;
pub mod today;
pub mod told;
pub mod tour;
pub mod trial;
pub mod welcome;
pub mod why;

// Parts of screens, and what several of them share.
pub mod field;
pub mod note;
pub mod places;
pub mod quantile;
pub mod questions;
pub mod rows;
pub mod sight;
pub mod signal;
pub mod tags;

pub use action::{Action, Context, Hint, HintWord};
pub use diary::Diary;
pub use effect::{Answer, Effect, Own};
pub use keep::{Keep, Kept, Which};
pub use known::Known;
pub use message::{Hit, Key, KeyCode, Message, Pointer};
pub use model::{Intent, Model, Notice, Overlay, Said, Screen};
pub use places::Places;
pub use settings::Settings;
pub use sight::Sight;
pub use signal::Signal;
