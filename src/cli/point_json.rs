//! A point as JSON: the contract of `docs/json.md`.

use serde::Serialize;

use super::figure::{MeasureJson, PointViewJson, point_measures, point_views};
use super::json::rounded;
use crate::content::Content;
use crate::domain::atlas::PointId;
use crate::domain::point::{Basis, Motion, Posture, Pressure, Reach, Sides, Tool};
use crate::domain::words::Words;

/// A text in both languages.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the languages")]
pub struct WordsJson {
    pub en: String,
    pub da: String,
}

impl From<&Words> for WordsJson {
    fn from(words: &Words) -> WordsJson {
        WordsJson {
            en: words.en.to_string(),
            da: words.da.to_string(),
        }
    }
}

/// Everything about a point.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are explained in docs/json.md")]
pub struct PointJson<'a> {
    pub code: &'a str,
    pub aliases: Vec<&'a str>,
    pub meridian: &'a str,
    pub number: Option<u8>,
    pub names: NamesJson<'a>,
    pub region: &'a str,
    pub sides: &'a str,
    pub measures: Vec<MeasureJson>,
    pub level: Option<&'a str>,
    pub lateral_cun: Option<f64>,
    pub place: WordsJson,
    pub find: WordsJson,
    pub technique: TechniqueJson<'a>,
    pub uses: Vec<UseJson<'a>>,
    pub cautions: Vec<CautionJson<'a>>,
    pub categories: Vec<&'a str>,
    pub sources: Vec<&'a str>,
    pub pressable: bool,
    pub own: bool,
    pub views: Vec<PointViewJson<'a>>,
}

#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are explained in docs/json.md")]
pub struct NamesJson<'a> {
    pub pinyin: &'a str,
    pub hanzi_simplified: &'a str,
    pub hanzi_traditional: &'a str,
    pub english: &'a str,
    pub danish: &'a str,
}

#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are explained in docs/json.md")]
pub struct TechniqueJson<'a> {
    pub tool: &'a str,
    pub motion: &'a str,
    pub pressure: &'a str,
    pub seconds: u16,
    pub seconds_range: (u16, u16),
    pub repeats: u8,
    pub postures: Vec<&'a str>,
    pub hand: WordsJson,
    pub basis: &'a str,
}

#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are explained in docs/json.md")]
pub struct UseJson<'a> {
    #[serde(rename = "use")]
    pub id: &'a str,
    pub basis: &'a str,
    pub evidence: Vec<&'a str>,
    pub reach: &'a str,
}

#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are explained in docs/json.md")]
pub struct CautionJson<'a> {
    pub rule: &'a str,
    pub en: &'a str,
    pub da: &'a str,
}

impl<'a> PointJson<'a> {
    /// A point of the content, and where it shows.
    pub fn new(id: PointId, content: &'a Content) -> PointJson<'a> {
        let point = content.atlas.point(id);
        let names = &point.names;
        let technique = &point.technique;
        let first = point.places.first().map(|place| &place.construction);
        let find = Words {
            en: format!("{} {}", point.find.en, point.on_it.en).into(),
            da: format!("{} {}", point.find.da, point.on_it.da).into(),
        };
        PointJson {
            code: point.code.as_str(),
            aliases: point.aliases.iter().map(|alias| &**alias).collect(),
            meridian: point.meridian.code(),
            number: point.number,
            names: NamesJson {
                pinyin: &names.pinyin,
                hanzi_simplified: &names.hanzi_simplified,
                hanzi_traditional: &names.hanzi_traditional,
                english: &names.meaning.en,
                danish: &names.meaning.da,
            },
            region: point.region.id(),
            sides: match point.sides {
                Sides::Both => "both",
                Sides::Midline => "midline",
            },
            measures: point_measures(content, id),
            level: first.and_then(|construction| construction.level()),
            lateral_cun: first
                .and_then(|construction| construction.lateral_cun())
                .map(rounded),
            place: (&point.place).into(),
            find: (&find).into(),
            technique: TechniqueJson {
                tool: match technique.tool {
                    Tool::Thumb => "thumb",
                    Tool::Fingertip => "fingertip",
                    Tool::Knuckle => "knuckle",
                    Tool::Palm => "palm",
                    Tool::Rounded => "rounded-tool",
                },
                motion: match technique.motion {
                    Motion::Stay => "stay",
                    Motion::Circle => "circle",
                    Motion::Rub => "rub",
                },
                pressure: match technique.pressure {
                    Pressure::Touch => "touch",
                    Pressure::Gentle => "gentle",
                    Pressure::Firm => "firm",
                },
                seconds: technique.seconds,
                seconds_range: technique.seconds_range,
                repeats: technique.repeats,
                postures: technique
                    .postures
                    .iter()
                    .map(|posture| posture_id(*posture))
                    .collect(),
                hand: (&technique.hand).into(),
                basis: &technique.basis,
            },
            uses: point
                .uses
                .iter()
                .map(|use_| UseJson {
                    id: &use_.id,
                    basis: match use_.basis {
                        Basis::Tradition => "tradition",
                        Basis::Trial => "trial",
                    },
                    evidence: use_.evidence.iter().map(|id| &**id).collect(),
                    reach: match use_.reach {
                        Reach::Local => "local",
                        Reach::Distant => "distant",
                    },
                })
                .collect(),
            cautions: point
                .cautions
                .iter()
                .map(|caution| CautionJson {
                    rule: &caution.rule,
                    en: &caution.words.en,
                    da: &caution.words.da,
                })
                .collect(),
            categories: point.categories.iter().map(|category| category.id()).collect(),
            sources: point.sources.iter().map(|source| &**source).collect(),
            pressable: point.pressable,
            own: point.own,
            views: point_views(content, id),
        }
    }
}

fn posture_id(posture: Posture) -> &'static str {
    match posture {
        Posture::Stand => "stand",
        Posture::Sit => "sit",
        Posture::Cross => "cross",
        Posture::Lie => "lie",
    }
}
