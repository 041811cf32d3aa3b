//! Safety: what suits this person today, and why.
//!
//! The rules are data ([`rule`]); the engine ([`engine`]) reads them in the order red flags, whole body,
//! area, point, breathing, dose, stop. The strictest wins. The only way from a plan to a practice leads
//! through [`clear`].

pub mod benefit;
pub mod clear;
pub mod engine;
pub mod kin;
pub mod numbers;
pub mod rule;
pub mod verdict;

pub use clear::{Asking, Change, Cleared, Origin, Refusal, Wish};
pub use engine::{AfterStop, Safety};
pub use numbers::{Country, Number, NumberKind, Numbers};
pub use rule::{Help, Layer, Rule, Rulebook};
pub use verdict::{Breathing, Reason, Ruling, Verdict};
