//! How a view lies in the cells of a picture: scale, middle, and which of the person's sides is meant.

use super::curve::{Xy, xy};
use super::view::{Drawn, View};
use crate::domain::point::Side;

/// A view laid into cells. A cell is 2 dots wide and 4 high; a dot is square.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// Dots per u.
    pub scale: f32,
    /// The dot coordinates of the view's origin.
    origin: Xy,
    /// Whether the whole drawing is seen in a mirror.
    flip: bool,
    /// Whether points are meant on the other half of a drawing of both.
    opposite: bool,
}

/// How far one has zoomed in, and where one looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// 1 shows the whole view, 2 half of it, and so on.
    pub zoom: f32,
    /// The place in the middle; the middle of the view where none is chosen.
    pub centre: Option<Xy>,
}

impl Default for Camera {
    fn default() -> Camera {
        Camera {
            zoom: 1.0,
            centre: None,
        }
    }
}

impl Frame {
    /// A view in so many cells. `side` is the person's side that is meant; `None` leaves it as drawn.
    pub fn new(view: &View, width: u16, height: u16, camera: Camera, side: Option<Side>) -> Frame {
        let (dots_wide, dots_high) = (f32::from(width) * 2.0, f32::from(height) * 4.0);
        let bounds = view.bounds;
        // One dot of air on each side, except where the body is cut off anyway.
        let fit = ((dots_wide - 2.0) / bounds.width()).min((dots_high - 2.0) / bounds.height());
        let scale = (fit * camera.zoom.max(1.0)).max(0.1);
        let flip = match (view.drawn, side) {
            (Drawn::One(drawn), Some(meant)) => drawn != meant,
            _ => false,
        };
        let opposite = view.drawn == Drawn::Both && side == Some(Side::Right);
        let seen = xy(dots_wide / scale / 2.0, dots_high / scale / 2.0);
        let mut centre = match camera.centre {
            // Never beyond the view: half a picture of nothing helps nobody.
            Some(centre) => xy(
                within(centre.x, bounds.x0, bounds.x1, seen.x),
                within(centre.y, bounds.y0, bounds.y1, seen.y),
            ),
            None => bounds.centre(),
        };
        if opposite && camera.centre.is_some() {
            centre.x = -centre.x;
        }
        let hand = if flip { -1.0 } else { 1.0 };
        let mut origin = xy(
            dots_wide / 2.0 - centre.x * scale * hand,
            dots_high / 2.0 + centre.y * scale,
        );
        if camera.centre.is_none() {
            // A body that is cut off at the bottom stands on the bottom of the picture.
            match (view.cuts.top, view.cuts.bottom) {
                (false, true) => origin.y = dots_high + bounds.y0 * scale,
                (true, false) => origin.y = bounds.y1 * scale,
                _ => {}
            }
        }
        if view.drawn == Drawn::Both {
            // The midline runs through the middle of a cell, between its two dots: then dots and cells
            // mirror exactly.
            let middle = if camera.centre.is_none() {
                f32::from(width / 2) * 2.0
            } else {
                origin.x - 1.0
            };
            origin.x = (middle / 2.0).round() * 2.0 + 1.0;
        }
        Frame {
            width,
            height,
            scale,
            origin,
            flip,
            opposite,
        }
    }

    /// How far one sees from the middle, across and up, u.
    pub fn reach(&self) -> Xy {
        xy(
            f32::from(self.width) / self.scale,
            f32::from(self.height) * 2.0 / self.scale,
        )
    }

    /// The dot coordinates of a place in the drawing.
    pub fn dot(&self, place: Xy) -> Xy {
        let x = if self.flip { -place.x } else { place.x };
        xy(
            self.origin.x + x * self.scale,
            self.origin.y - place.y * self.scale,
        )
    }

    /// A place of a point in the drawing: on the half that is meant.
    pub fn sided(&self, place: Xy) -> Xy {
        if self.opposite {
            xy(-place.x, place.y)
        } else {
            place
        }
    }

    /// The dot coordinates of a place of a point.
    pub fn point_dot(&self, place: Xy) -> Xy {
        self.dot(self.sided(place))
    }

    /// The cell of a point: column and row, possibly outside the picture.
    pub fn point_cell(&self, place: Xy) -> (i32, i32) {
        let dot = self.point_dot(place);
        ((dot.x / 2.0).floor() as i32, (dot.y / 4.0).floor() as i32)
    }

    /// The place in the drawing at the middle of a cell.
    pub fn place_at(&self, column: i32, row: i32) -> Xy {
        let dot = xy(column as f32 * 2.0 + 1.0, row as f32 * 4.0 + 2.0);
        let x = (dot.x - self.origin.x) / self.scale;
        xy(
            if self.flip { -x } else { x },
            (self.origin.y - dot.y) / self.scale,
        )
    }

    /// The place of a point at the middle of a cell: as stored, whichever side is meant.
    pub fn point_place_at(&self, column: i32, row: i32) -> Xy {
        self.sided(self.place_at(column, row))
    }

    /// The person's side a place of the drawing lies on; `None` on the midline.
    pub fn side_of(&self, view: &View, place: Xy) -> Option<Side> {
        match view.drawn {
            Drawn::One(side) => Some(if self.flip { side.other() } else { side }),
            Drawn::Both if place.x == 0.0 => None,
            Drawn::Both => Some(if (place.x > 0.0) == view.left_is_right() {
                Side::Left
            } else {
                Side::Right
            }),
        }
    }

    /// A direction in the drawing as the viewer sees it: x to the right, y up.
    pub fn seen_direction(&self, direction: Xy) -> Xy {
        xy(if self.flip { -direction.x } else { direction.x }, direction.y)
    }

    /// The dot column right of the midline in a drawing of both halves.
    pub(super) fn axis(&self) -> i32 {
        self.origin.x.round() as i32
    }

    /// Whether the whole drawing is seen in a mirror.
    pub(super) fn flipped(&self) -> bool {
        self.flip
    }
}

/// The middle of what is seen, so that no more than need be lies beyond the ends of the view.
fn within(middle: f32, from: f32, to: f32, seen: f32) -> f32 {
    if to - from <= 2.0 * seen {
        (from + to) / 2.0
    } else {
        middle.clamp(from + seen, to - seen)
    }
}
