//! The figure: the drawn body, and how every point on it follows from landmarks and rulers.
//!
//! Unit **u = stature / 75**. `y` is the height above the sole, `x` is lateral from the midline; the left
//! half is stored and mirrored. See `docs/figure.md`.

pub mod construction;

pub use construction::Construction;
