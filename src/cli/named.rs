//! What a word on the command line names, where there are only so many things it can name.

use crate::domain::code::Meridian;
use crate::domain::point::{Category, Region};

/// A meridian: LI, li, TB ...
pub(super) fn meridian(word: &str) -> Result<Meridian, String> {
    Meridian::from_alias(word).ok_or_else(|| format!("meridians are {}", meridians()))
}

/// Every code there is, as an error or a hint lists them.
pub(super) fn meridians() -> String {
    Meridian::ALL.map(Meridian::code).join(", ")
}

/// A part of the body: hand, low-back ...
pub(super) fn region(word: &str) -> Result<Region, String> {
    Region::from_id(word).ok_or_else(|| format!("regions are {}", Region::ALL.map(Region::id).join(", ")))
}

/// A traditional category of points: luo, yuan-source ...
pub(super) fn category(word: &str) -> Result<Category, String> {
    Category::from_id(&word.to_lowercase()).ok_or_else(|| format!("categories are {}", categories()))
}

/// Every id there is, as an error or a hint lists them.
pub(super) fn categories() -> String {
    Category::ALL.map(Category::id).join(", ")
}
