//! Where the points show on the figure, as it is packed: found once, by the build.

use serde::{Deserialize, Serialize};

use crate::domain::atlas::Atlas;
use crate::domain::figure::chart::Spotted;
use crate::domain::figure::{Chart, Placed, ViewId, xy};

/// One place of a point in one view, as it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawSpotted {
    /// Which of the point's places.
    pub place: u8,
    /// Index of the view.
    pub view: u16,
    /// Where in its plane, u: across and up.
    pub at: (f32, f32),
    /// 1 faces the viewer, 0 is on the rim, -1 is on the far side.
    pub depth: f32,
}

/// A chart as it is packed, in the order of the atlas.
pub fn lines(chart: &Chart, atlas: &Atlas) -> Vec<Vec<RawSpotted>> {
    let line = |spotted: &Spotted| RawSpotted {
        place: spotted.place as u8,
        view: spotted.placed.view.0,
        at: (spotted.placed.at.x, spotted.placed.at.y),
        depth: spotted.placed.depth,
    };
    let of_point = |id| chart.places(id).iter().map(line).collect();
    atlas.ids().map(of_point).collect()
}

/// The chart that was packed.
pub fn read(lines: Vec<Vec<RawSpotted>>) -> Chart {
    let spotted = |raw: RawSpotted| Spotted {
        place: usize::from(raw.place),
        placed: Placed {
            view: ViewId(raw.view),
            at: xy(raw.at.0, raw.at.1),
            depth: raw.depth,
        },
    };
    let of_point = |places: Vec<RawSpotted>| places.into_iter().map(spotted).collect();
    Chart::of(lines.into_iter().map(of_point).collect())
}
