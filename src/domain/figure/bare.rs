//! The bare body: what is the same from frame to frame while only what is drawn on it changes.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::frame::Frame;
use super::raster::Dots;
use super::shade::{Brightness, Fill};
use super::view::View;

/// A view's outlines and lines as dots, with nothing on them yet.
pub(super) struct Bare {
    /// How the view lies in the cells.
    frame: Frame,
    /// Whether it is filled, and then whether on a light ground.
    on_light: Option<bool>,
    /// The dots.
    pub dots: Dots,
    /// How bright a filled body is.
    pub bright: Option<Brightness>,
}

impl Bare {
    fn new(view: &View, frame: Frame, on_light: Option<bool>) -> Bare {
        let mut dots = Dots::new(view, frame);
        if on_light.is_some() {
            dots.fill(view);
        } else {
            dots.cover_layers(view, frame.scale);
        }
        dots.strokes(view, on_light.is_some());
        Bare {
            frame,
            on_light,
            bright: on_light.map(|light| Brightness::new(&dots, view.shade * frame.scale, light)),
            dots,
        }
    }
}

/// The bare body as it was drawn last. It follows from the view and from what is asked for alone, so that nobody can
/// tell whether it was kept: a key that only moves the selection
/// finds most of the picture done.
#[derive(Default)]
pub struct LastBare(Mutex<Option<Arc<Bare>>>);

impl LastBare {
    /// The bare body of this view, in this frame; `fill` where it is filled.
    pub(super) fn body(&self, view: &View, frame: Frame, fill: Option<Fill>) -> Arc<Bare> {
        let on_light = fill.map(|fill| fill.on_light);
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match last.as_ref() {
            Some(bare) if bare.frame == frame && bare.on_light == on_light => Arc::clone(bare),
            _ => {
                // The old one goes first: there need not be room for two.
                *last = None;
                let bare = Arc::new(Bare::new(view, frame, on_light));
                *last = Some(Arc::clone(&bare));
                bare
            }
        }
    }
}

/// A copy has drawn nothing yet: somebody may be about to change it.
impl Clone for LastBare {
    fn clone(&self) -> LastBare {
        LastBare::default()
    }
}

/// What was drawn is no part of what a view is.
impl PartialEq for LastBare {
    fn eq(&self, _: &LastBare) -> bool {
        true
    }
}

impl fmt::Debug for LastBare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LastBare")
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::figure::{Camera, Edge, Fill, Frame, Paper, Rendering, Scene};
    use crate::domain::words::Lang;

    #[test]
    fn what_was_drawn_before_leaves_no_trace() {
        let figure = crate::shipped().figure.clone();
        let filled = |on_light| {
            Rendering::Filled(Fill {
                skin: (200, 160, 120),
                ink: (90, 70, 50),
                crease: (60, 40, 30),
                lit: (80, 200, 160),
                on_light,
                paper: Paper::Unknown,
                edge: Edge::Quadrant,
            })
        };
        for (id, view) in figure.views() {
            let at = |zoom| Frame::new(view, 60, 40, Camera { zoom, centre: None }, None);
            for (zoom, rendering) in [
                (1.0, Rendering::Braille),
                (2.0, Rendering::Octant),
                (1.0, filled(true)),
                (1.0, Rendering::Octant),
                (1.0, filled(false)),
                (1.0, filled(true)),
                (1.0, Rendering::Ascii),
                (2.0, Rendering::Braille),
            ] {
                let scene = Scene::bare(&figure, id, at(zoom), rendering, Lang::En);
                let fresh = view.clone();
                let alone = Scene {
                    view: &fresh,
                    ..scene.clone()
                };
                assert_eq!(scene.draw(), alone.draw(), "{} {zoom} {rendering:?}", view.id);
            }
        }
    }
}
