//! Human-written text becomes checked values, or *all* its problems with file, line and remedy.
//!
//! Pure: `&str` in, values or problems out. `build.rs` uses exactly this code on the shipped files and
//! packs what passed; at run time it reads a person's own files the same way.

pub mod breath;
pub mod brought;
pub mod categories;
pub mod chart;
pub mod evidence;
pub mod figure;
pub mod help_numbers;
pub mod lines;
pub mod looks;
pub mod meridians;
pub mod own;
pub mod pack;
pub mod point;
pub mod problem;
pub mod routines;
pub mod safety;
pub mod shelves;
pub mod source;
pub mod text;
pub mod topics;
pub mod uses;

/// The day on which the shipped texts were last read against their sources. Shown with every provenance.
pub const EDITION: &str = "2026-11-22";

pub use pack::Pack;
pub use problem::{Problem, Problems};
pub use shelves::{Content, SHIPPED_MARK};

pub(crate) use crate::both;
