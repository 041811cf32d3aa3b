//! How a point follows from landmarks and rulers: a few typed operations, no formulas.
//!
//! A cun means nothing without its ruler, so every operation that measures names one.

use crate::domain::words::Text;

/// One way of arriving at a place on the body. Ids name landmarks, rulers, tubes and paths of the figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Construction {
    /// Exactly at a landmark.
    Anchor {
        /// The landmark.
        landmark: Text,
    },
    /// Part of the way from one landmark to another.
    Lerp {
        /// From.
        a: Text,
        /// To.
        b: Text,
        /// 0 at `a`, 1 at `b`.
        t: f32,
    },
    /// So many cun along a drawn path, measured with a ruler.
    Along {
        /// The path.
        path: Text,
        /// The ruler that says how long a cun is here.
        ruler: Text,
        /// The landmark on the path to begin at.
        from: Text,
        /// How far, toward the path's end; negative toward its beginning.
        cun: f32,
    },
    /// So many cun from a landmark in a direction.
    Offset {
        /// From.
        from: Text,
        /// Which way.
        direction: Direction,
        /// The ruler that says how long a cun is here.
        ruler: Text,
        /// How far.
        cun: f32,
    },
    /// On a limb: so many cun along a ruler, at an angle around the limb.
    Tube {
        /// The limb.
        tube: Text,
        /// The ruler along it.
        ruler: Text,
        /// The end of the ruler to count from, or a landmark on it.
        from: Text,
        /// How far towards the ruler's other end.
        cun: f32,
        /// Degrees around the limb: 0 anterior, 90 lateral or radial, 180 posterior, 270 medial or ulnar.
        theta: f32,
    },
    /// On the trunk: a height and so many cun from the midline.
    Torso {
        /// Front or back.
        face: Face,
        /// The height.
        height: Height,
        /// The transverse ruler.
        ruler: Text,
        /// Cun from the midline.
        lateral_cun: f32,
    },
    /// Where two lines between landmarks cross.
    Intersect {
        /// One line.
        a: (Text, Text),
        /// The other.
        b: (Text, Text),
    },
    /// On a drawn path, at a fraction of its length.
    Edge {
        /// The path.
        path: Text,
        /// 0 at its beginning, 1 at its end.
        at: f32,
    },
}

/// A direction on the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "anatomical terms")]
pub enum Direction {
    Superior,
    Inferior,
    Medial,
    Lateral,
    Anterior,
    Posterior,
    Proximal,
    Distal,
    Radial,
    Ulnar,
}

impl Direction {
    /// The direction back.
    pub fn opposite(self) -> Direction {
        match self {
            Direction::Superior => Direction::Inferior,
            Direction::Inferior => Direction::Superior,
            Direction::Medial => Direction::Lateral,
            Direction::Lateral => Direction::Medial,
            Direction::Anterior => Direction::Posterior,
            Direction::Posterior => Direction::Anterior,
            Direction::Proximal => Direction::Distal,
            Direction::Distal => Direction::Proximal,
            Direction::Radial => Direction::Ulnar,
            Direction::Ulnar => Direction::Radial,
        }
    }
}

/// Front or back of the trunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Face {
    Front,
    Back,
}

/// A height on the trunk.
#[derive(Clone, Debug, PartialEq)]
pub enum Height {
    /// At a rib space or vertebra, named as WHO does: `ICS5`, `T3`, `L2`, `S1`.
    Level(Text),
    /// So many cun along a vertical ruler, from one of its ends.
    Measured {
        /// The ruler.
        ruler: Text,
        /// The end to count from.
        from: Text,
        /// How far towards the other end.
        cun: f32,
    },
}
