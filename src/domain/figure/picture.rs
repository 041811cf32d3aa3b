//! A drawn figure: cells with a glyph, and what each is, so that colours are somebody else's affair.

use crate::domain::code::Meridian;

/// A colour: red, green, blue.
pub type Rgb = (u8, u8, u8);

/// What a cell shows. Later variants lie over earlier ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// Nothing.
    #[default]
    Blank,
    /// The filled body, or its edge.
    Body,
    /// Dots all over a chosen region.
    Lit,
    /// A fine line of the body.
    Detail,
    /// The outline of the body.
    Line,
    /// A line that is a landmark.
    Crease,
    /// The line from a label to its point.
    Leader,
    /// A meridian on the far side.
    CourseFar(Meridian),
    /// A meridian.
    Course(Meridian),
    /// A finger laid on the body.
    Finger,
    /// The ruler and its ticks.
    Ruler,
    /// What the ruler says.
    Number,
    /// A landmark of the construction.
    Landmark,
    /// The name of a landmark.
    LandmarkName,
    /// The label of a point.
    Label,
    /// A point on the far side.
    PointFar(Meridian),
    /// A point.
    Point(Meridian),
    /// The label of the chosen point.
    ChosenLabel,
    /// The chosen point.
    Chosen,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The glyph; one cell wide.
    pub glyph: char,
    /// What it shows.
    pub ink: Ink,
    /// The colour of the glyph where the drawing itself decides it: skin and the ink on it.
    pub color: Option<Rgb>,
    /// The colour behind the glyph, where the body is filled.
    pub ground: Option<Rgb>,
}

impl Cell {
    /// A cell with nothing in it.
    pub const EMPTY: Cell = Cell {
        glyph: ' ',
        ink: Ink::Blank,
        color: None,
        ground: None,
    };
}

/// A drawn figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: u16,
    height: u16,
    cells: Vec<Cell>,
}

impl Picture {
    /// An empty picture.
    pub fn new(width: u16, height: u16) -> Picture {
        Picture {
            width,
            height,
            cells: vec![Cell::EMPTY; usize::from(width) * usize::from(height)],
        }
    }

    /// Columns.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> u16 {
        self.height
    }

    /// One cell. Panics outside the picture.
    pub fn cell(&self, column: u16, row: u16) -> &Cell {
        &self.cells[usize::from(row) * usize::from(self.width) + usize::from(column)]
    }

    /// One cell, to be changed. `None` outside the picture.
    pub fn cell_mut(&mut self, column: i32, row: i32) -> Option<&mut Cell> {
        let inside =
            (0..i32::from(self.width)).contains(&column) && (0..i32::from(self.height)).contains(&row);
        inside.then(|| &mut self.cells[row as usize * usize::from(self.width) + column as usize])
    }

    /// The rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(usize::from(self.width).max(1))
    }

    /// The glyphs as lines of text, blanks at the end of lines left out.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for row in self.rows() {
            let line: String = row.iter().map(|cell| cell.glyph).collect();
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}
