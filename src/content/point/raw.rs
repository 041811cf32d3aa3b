//! A point as it is written. The fields are explained where they end, in `domain::point`.

use serde::{Deserialize, Serialize};

use crate::content::text::{RawWords, Str};

/// A point as written in the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    missing_docs,
    reason = "each field is explained where it ends, in `domain::point`"
)]
pub struct RawPoint<'a> {
    #[serde(borrow)]
    pub code: Str<'a>,
    #[serde(default, borrow)]
    pub aliases: Vec<Str<'a>>,
    #[serde(borrow)]
    pub meridian: Str<'a>,
    #[serde(default)]
    pub number: Option<u8>,
    #[serde(borrow)]
    pub names: RawNames<'a>,
    #[serde(borrow)]
    pub region: Str<'a>,
    #[serde(borrow)]
    pub sides: Str<'a>,
    /// One construction, for a point with one place.
    #[serde(default, borrow)]
    pub construct: Option<RawConstruction<'a>>,
    /// Several places, each with a label.
    #[serde(default, borrow)]
    pub places: Vec<RawPlace<'a>>,
    #[serde(borrow)]
    pub place: RawWords<'a>,
    #[serde(borrow)]
    pub find: RawWords<'a>,
    #[serde(borrow)]
    pub on_it: RawWords<'a>,
    #[serde(borrow)]
    pub technique: RawTechnique<'a>,
    #[serde(default, borrow)]
    pub cue: RawCue<'a>,
    #[serde(default, borrow)]
    pub uses: Vec<RawUse<'a>>,
    #[serde(default, borrow)]
    pub cautions: Vec<RawCaution<'a>>,
    #[serde(default, borrow)]
    pub categories: Vec<Str<'a>>,
    #[serde(borrow)]
    pub sources: Vec<Str<'a>>,
    #[serde(default = "yes")]
    pub pressable: bool,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::point::Names`")]
pub struct RawNames<'a> {
    #[serde(borrow)]
    pub pinyin: Str<'a>,
    #[serde(borrow)]
    pub hanzi_simplified: Str<'a>,
    #[serde(borrow)]
    pub hanzi_traditional: Str<'a>,
    #[serde(borrow)]
    pub english: Str<'a>,
    #[serde(borrow)]
    pub danish: Str<'a>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::point::Place`")]
pub struct RawPlace<'a> {
    #[serde(borrow)]
    pub label: RawWords<'a>,
    #[serde(borrow)]
    pub construct: RawConstruction<'a>,
}

/// A construction as written: `op` says which, the rest are its arguments. A flat list of options, because
/// the packed format cannot tell variants apart by their fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::figure::Construction`")]
pub struct RawConstruction<'a> {
    #[serde(borrow)]
    pub op: Str<'a>,
    #[serde(default, borrow)]
    pub landmark: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub a: Option<Vec<Str<'a>>>,
    #[serde(default, borrow)]
    pub b: Option<Vec<Str<'a>>>,
    #[serde(default)]
    pub t: Option<f32>,
    #[serde(default, borrow)]
    pub path: Option<Str<'a>>,
    #[serde(default)]
    pub at: Option<f32>,
    #[serde(default, borrow)]
    pub ruler: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub from: Option<Str<'a>>,
    #[serde(default)]
    pub cun: Option<f32>,
    #[serde(default, borrow)]
    pub direction: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub tube: Option<Str<'a>>,
    #[serde(default)]
    pub theta: Option<f32>,
    #[serde(default, borrow)]
    pub face: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub level: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub lateral_ruler: Option<Str<'a>>,
    #[serde(default)]
    pub lateral: Option<f32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::point::Technique`")]
pub struct RawTechnique<'a> {
    #[serde(borrow)]
    pub tool: Str<'a>,
    #[serde(borrow)]
    pub motion: Str<'a>,
    #[serde(borrow)]
    pub pressure: Str<'a>,
    pub seconds: u16,
    pub seconds_range: (u16, u16),
    pub repeats: u8,
    #[serde(borrow)]
    pub postures: Vec<Str<'a>>,
    #[serde(borrow)]
    pub hand: RawWords<'a>,
    #[serde(borrow)]
    pub basis: Str<'a>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::point::Cue`")]
pub struct RawCue<'a> {
    #[serde(default, borrow)]
    pub find: Vec<RawWords<'a>>,
    #[serde(default, borrow)]
    pub switch: Vec<RawWords<'a>>,
    #[serde(default, borrow)]
    pub brief: RawWords<'a>,
    #[serde(default, borrow)]
    pub together: Vec<RawWords<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::point::Use`")]
pub struct RawUse<'a> {
    #[serde(borrow, rename = "use")]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub basis: Str<'a>,
    #[serde(default, borrow)]
    pub evidence: Vec<Str<'a>>,
    #[serde(borrow)]
    pub reach: Str<'a>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::point::Caution`")]
pub struct RawCaution<'a> {
    #[serde(borrow)]
    pub rule: Str<'a>,
    #[serde(borrow)]
    pub en: Str<'a>,
    #[serde(borrow)]
    pub da: Str<'a>,
}
