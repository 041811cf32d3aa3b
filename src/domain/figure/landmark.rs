//! Landmarks, rulers and levels: what points follow from.

use super::construction::Face;
use super::curve::Xy;
use super::tube::OnTube;
use super::view::ViewId;
use crate::domain::words::{Text, Words};

/// A place one can feel or see. Stored on the person's left side.
#[derive(Clone, Debug, PartialEq)]
pub struct Landmark {
    /// Id used by rulers and constructions.
    pub id: Text,
    /// What it is called, for labels.
    pub name: Words,
    /// How it feels, completing "Feel ...".
    pub feel: Words,
    /// Its places on limbs and trunk.
    pub on: Vec<OnTube>,
    /// Its place on the trunk, if it has one.
    pub torso: Option<TorsoPlace>,
    /// Its places in views, drawn by hand; they overrule the others there.
    pub at: Vec<AtView>,
}

/// A place on the trunk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TorsoPlace {
    /// Front or back.
    pub face: Face,
    /// From the midline toward the person's left, u.
    pub x: f32,
    /// The height above the sole, u.
    pub y: f32,
}

/// A place in one view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtView {
    /// The view.
    pub view: ViewId,
    /// The place.
    pub at: Xy,
    /// 1 toward the viewer, -1 on the far side.
    pub depth: f32,
}

/// A distance between two landmarks, divided into cun. A cun means nothing without its ruler.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// Id used by constructions.
    pub id: Text,
    /// The landmark at 0.
    pub from: Text,
    /// The landmark at `cun`.
    pub to: Text,
    /// How many cun.
    pub cun: f32,
    /// Where the number comes from.
    pub source: Text,
    /// Known places in between: landmark, cun from `from`. Anatomical anchors overrule even division.
    pub anchors: Vec<(Text, f32)>,
    /// Whether it goes to the mirror image of `to`.
    pub mirrored: bool,
    /// The path it is measured along.
    pub path: Option<Text>,
}

impl Ruler {
    /// All known marks in order: landmark and cun from `from`.
    pub fn marks(&self) -> impl Iterator<Item = (&str, f32)> {
        std::iter::once((self.from.as_ref(), 0.0))
            .chain(self.anchors.iter().map(|(id, cun)| (id.as_ref(), *cun)))
            .chain(std::iter::once((self.to.as_ref(), self.cun)))
    }
}

/// A height on the trunk named as WHO does: `T3`, `ICS5`.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Its name.
    pub id: Text,
    /// Front or back.
    pub face: Face,
    /// The height at the midline, u.
    pub y: f32,
    /// Change of height per u away from the midline.
    pub slope: f32,
}
