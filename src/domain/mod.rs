//! Acupressure itself: what a point, a press, a plan and a check-in are, and what is true of them.
//!
//! Nothing here knows serde, a terminal, a disk or a clock. Time is always an argument.

pub mod atlas;

pub mod breath;

pub mod checkin;

pub mod code;

pub mod compose;

pub mod day;

pub mod evidence;

pub mod figure;

pub mod glance;

pub mod insight;

pub mod journal;

pub mod later;
pub mod moon;

pub mod near;

pub mod plan;

pub mod point;

pub mod practice;

pub mod profile;

pub mod reach;

pub mod quiz;

pub mod renown;

pub mod routine;

pub mod safety;

pub mod script;

pub mod sound;

pub mod suggest;

pub mod time;

pub mod timeline;

pub mod trial;

pub mod words;
