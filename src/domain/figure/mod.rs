//! The figure: the drawn body, and how every point on it follows from landmarks and rulers.
//!
//! Unit **u = stature / 75**. `y` is the height above the sole, `x` is lateral from the midline; the left
//! half is stored and mirrored. See `docs/figure.md`.
//!
//! Reading order: [`view`] (what there is to look at), [`tube`] and [`landmark`] (what points follow from),
//! [`construction`] and [`place`] (how they follow), [`scene`] and [`picture`] (how it is drawn).

mod ascii;
pub mod assemble;
mod bare;
pub mod chart;
pub mod construction;
pub mod curve;
pub mod draft;
mod edge;
pub mod finding;
pub mod frame;
mod glyph;
mod label;
pub mod landmark;
pub mod picture;
pub mod place;
mod raster;
pub mod scene;
mod shade;
pub mod tube;
pub mod view;

pub use ascii::COARSER;
pub use bare::LastBare;
pub use chart::Chart;
pub use construction::Construction;
pub use curve::{Xy, xy};
pub use finding::{Finding, Fingers};
pub use frame::{Camera, Frame};
pub use landmark::{Landmark, Level, Ruler};
pub use picture::{Cell, Ink, Picture, Rgb};
pub use place::{Measure, Placed, Unplaced};
pub use scene::{Course, Drawing, Lit, Rendering, Scene, Shown};
pub use shade::{Edge, Fill, Paper};
pub use tube::Tube;
pub use view::{Bounds, Drawn, View, ViewId};

/// The whole figure. Made by [`Figure::assemble`], which checks it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    views: Vec<View>,
    tubes: Vec<Tube>,
    landmarks: Vec<Landmark>,
    rulers: Vec<Ruler>,
    levels: Vec<Level>,
}

impl Figure {
    /// Every view, in the order of the files.
    pub fn views(&self) -> impl ExactSizeIterator<Item = (ViewId, &View)> + Clone {
        self.views
            .iter()
            .enumerate()
            .map(|(index, view)| (ViewId(index as u16), view))
    }

    /// One view. Panics if the id came from another figure.
    pub fn view(&self, id: ViewId) -> &View {
        &self.views[usize::from(id.0)]
    }

    /// The view with this name.
    pub fn view_named(&self, id: &str) -> Option<ViewId> {
        self.views().find(|(_, view)| view.id == id).map(|(id, _)| id)
    }

    /// Every limb, and the trunk.
    pub fn tubes(&self) -> &[Tube] {
        &self.tubes
    }

    /// The tube with this name.
    pub fn tube_named(&self, id: &str) -> Option<usize> {
        self.tubes.iter().position(|tube| tube.id == id)
    }

    /// Every landmark.
    pub fn landmarks(&self) -> &[Landmark] {
        &self.landmarks
    }

    /// One landmark.
    pub fn landmark(&self, id: &str) -> Option<&Landmark> {
        self.landmarks.iter().find(|landmark| landmark.id == id)
    }

    /// Every ruler.
    pub fn rulers(&self) -> &[Ruler] {
        &self.rulers
    }

    /// One ruler.
    pub fn ruler(&self, id: &str) -> Option<&Ruler> {
        self.rulers.iter().find(|ruler| ruler.id == id)
    }

    /// Every level of the trunk.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// One level.
    pub fn level(&self, id: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }
}
