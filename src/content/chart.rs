//! Where the points show on the figure, as it is packed: found once, by the build.

use serde::{Deserialize, Serialize};

use crate::domain::atlas::Atlas;
use crate::domain::figure::chart::{Spots, Spotted};
use crate::domain::figure::{Chart, Placed, ViewId, xy};

/// Where one point shows, as it is packed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawSpots {
    /// Its places.
    pub places: Vec<RawSpotted>,
    /// Indices of the views, best first.
    pub views: Vec<u16>,
}

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
pub fn lines(chart: &Chart, atlas: &Atlas) -> Vec<RawSpots> {
    let place = |spotted: &Spotted| RawSpotted {
        place: spotted.place as u8,
        view: spotted.placed.view.0,
        at: (spotted.placed.at.x, spotted.placed.at.y),
        depth: spotted.placed.depth,
    };
    let of_point = |id| RawSpots {
        places: chart.places(id).iter().map(place).collect(),
        views: chart.views(id).iter().map(|view| view.0).collect(),
    };
    atlas.ids().map(of_point).collect()
}

impl RawSpots {
    /// Where the point shows.
    pub fn into_spots(self) -> Spots {
        let spotted = |raw: RawSpotted| Spotted {
            place: usize::from(raw.place),
            placed: Placed {
                view: ViewId(raw.view),
                at: xy(raw.at.0, raw.at.1),
                depth: raw.depth,
            },
        };
        Spots {
            places: self.places.into_iter().map(spotted).collect(),
            views: self.views.into_iter().map(ViewId).collect(),
        }
    }
}
