//! The lines of the figure as they are packed: drawn once by the build, and read view by view at the first
//! look.

use serde::{Deserialize, Serialize};

use super::text::{Keep, Str};
use crate::domain::figure::assemble::Lines;
use crate::domain::figure::view::{Shape, ShapeRole, Way};
use crate::domain::figure::{Figure, Xy, xy};
use crate::domain::later::Later;
use crate::domain::point::Region;

/// The lines of one view as they are packed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RawLines<'a> {
    /// What is drawn, as [`RawShape`]s packed by themselves.
    #[serde(borrow)]
    pub shapes: &'a [u8],
    /// The ways.
    #[serde(borrow)]
    pub ways: Vec<RawWay<'a>>,
}

/// A shape of a view as it is packed; see [`Shape`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "see `domain::figure::view::Shape`")]
pub struct RawShape<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    /// Index in the list of roles.
    pub role: u8,
    /// Index in `Region::ALL`.
    pub region: Option<u8>,
    pub layer: u8,
    pub mirrored: bool,
    pub min_scale: f32,
    pub max_scale: f32,
    pub line: Vec<(f32, f32)>,
    pub area: Area,
    pub whole: bool,
}

/// The filled area of a shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Area {
    /// None.
    Empty,
    /// What its line encloses.
    Line,
    /// Another.
    Own(Vec<(f32, f32)>),
}

/// A way as it is packed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "see `domain::figure::view::Way`")]
pub struct RawWay<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    pub line: Vec<(f32, f32)>,
    pub hidden: bool,
}

const ROLES: [ShapeRole; 5] = [
    ShapeRole::Outline,
    ShapeRole::Detail,
    ShapeRole::Crease,
    ShapeRole::Region,
    ShapeRole::Piece,
];

fn index_of<T: PartialEq>(all: &[T], value: &T) -> u8 {
    all.iter().position(|known| known == value).expect("it is listed") as u8
}

fn pairs(line: &[Xy]) -> Vec<(f32, f32)> {
    line.iter().map(|place| (place.x, place.y)).collect()
}

fn places(pairs: Vec<(f32, f32)>) -> Vec<Xy> {
    pairs.into_iter().map(|(x, y)| xy(x, y)).collect()
}

fn raw_shape(shape: &Shape) -> RawShape<'_> {
    let area = match &shape.area {
        area if area.is_empty() => Area::Empty,
        area if *area == shape.line => Area::Line,
        area => Area::Own(pairs(area)),
    };
    RawShape {
        id: Str(shape.id.as_ref().into()),
        role: index_of(&ROLES, &shape.role),
        region: shape.region.map(|region| index_of(&Region::ALL, &region)),
        layer: shape.layer,
        mirrored: shape.mirrored,
        min_scale: shape.min_scale,
        max_scale: shape.max_scale,
        line: pairs(&shape.line),
        area,
        whole: shape.whole,
    }
}

fn shape<'a>(raw: RawShape<'a>, keep: Keep<'a>) -> Shape {
    let line = places(raw.line);
    Shape {
        id: keep(raw.id),
        role: ROLES[usize::from(raw.role)],
        region: raw.region.map(|region| Region::ALL[usize::from(region)]),
        layer: raw.layer,
        mirrored: raw.mirrored,
        min_scale: raw.min_scale,
        max_scale: raw.max_scale,
        area: match raw.area {
            Area::Empty => Vec::new(),
            Area::Line => line.clone(),
            Area::Own(area) => places(area),
        },
        line,
        whole: raw.whole,
    }
}

/// The lines of a figure as bytes, view by view.
pub fn packed(figure: &Figure) -> Vec<u8> {
    let drawn: Vec<(Vec<u8>, Lines)> = figure
        .lines()
        .map(|lines| {
            let shapes: Vec<RawShape<'_>> = lines.shapes.iter().map(raw_shape).collect();
            (
                postcard::to_stdvec(&shapes).expect("plain values can be packed"),
                lines,
            )
        })
        .collect();
    let raw: Vec<RawLines<'_>> = drawn
        .iter()
        .map(|(shapes, lines)| RawLines {
            shapes,
            ways: lines
                .ways
                .iter()
                .map(|way| RawWay {
                    id: Str(way.id.as_ref().into()),
                    line: pairs(&way.line),
                    hidden: way.hidden,
                })
                .collect(),
        })
        .collect();
    postcard::to_stdvec(&raw).expect("plain values can be packed")
}

/// The lines that were packed, the shapes of each view to be read at the first look at it.
pub fn unpacked(bytes: &'static [u8], keep: Keep<'static>) -> Vec<Lines> {
    const BUILT: &str = "the build script packed what this program reads";
    let raw: Vec<RawLines<'static>> = postcard::from_bytes(bytes).expect(BUILT);
    raw.into_iter()
        .map(|RawLines { shapes, ways }| Lines {
            shapes: Later::new(move || {
                let raw: Vec<RawShape<'static>> = postcard::from_bytes(shapes).expect(BUILT);
                raw.into_iter().map(|raw| shape(raw, keep)).collect()
            }),
            ways: ways
                .into_iter()
                .map(|way| Way {
                    id: keep(way.id),
                    line: places(way.line),
                    hidden: way.hidden,
                })
                .collect(),
        })
        .collect()
}
