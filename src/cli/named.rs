//! What a word on the command line names, where there are only so many things it can name.

use crate::domain::code::Meridian;
use crate::domain::point::{Category, Region};

/// What the list of what there is begins with, in clap's own language.
pub(super) const ONE_OF: &str = "one of ";

/// A meridian: LI, li, TB ...
pub(super) fn meridian(word: &str) -> Result<Meridian, String> {
    Meridian::from_alias(word).ok_or_else(|| format!("{ONE_OF}{}", meridians()))
}

/// Every code there is, as an error or a hint lists them.
pub(super) fn meridians() -> String {
    Meridian::ALL.map(Meridian::code).join(", ")
}

/// A part of the body: hand, low-back ...
pub(super) fn region(word: &str) -> Result<Region, String> {
    Region::from_id(word).ok_or_else(|| format!("{ONE_OF}{}", Region::ALL.map(Region::id).join(", ")))
}

/// A traditional category of points: luo, yuan-source ...
pub(super) fn category(word: &str) -> Result<Category, String> {
    Category::from_id(&word.to_lowercase()).ok_or_else(|| format!("{ONE_OF}{}", categories()))
}

/// Every id there is, as an error or a hint lists them.
pub(super) fn categories() -> String {
    Category::ALL.map(Category::id).join(", ")
}
