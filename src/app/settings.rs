//! What a person has chosen, and what was found out about the terminal.

use crate::domain::safety::Country;
use crate::domain::words::Lang;

/// Choices that hold for the whole program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Language of interface and content.
    pub lang: Lang,
    /// Id of the theme (`assets/themes.toml`).
    pub theme: String,
    /// The country whose numbers are shown for help.
    pub country: Country,
    /// How many colours the terminal shows.
    pub colors: Colors,
    /// How the figure is drawn.
    pub figure: FigureStyle,
    /// Skin tone of the filled figure: an id of the theme file's skins.
    pub skin: String,
    /// Still pictures only.
    pub reduced_motion: bool,
    /// Marks from plain ASCII only.
    pub ascii: bool,
    /// The hour at which the person's day ends, 0 to 12.
    pub day_ends: u8,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            lang: Lang::En,
            theme: "terminal".to_owned(),
            country: Country::Other,
            colors: Colors::True,
            figure: FigureStyle::Auto,
            skin: "chestnut".to_owned(),
            reduced_motion: false,
            ascii: false,
            day_ends: 4,
        }
    }
}

/// How many colours there are to draw with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Colors {
    None,
    Ansi16,
    Ansi256,
    True,
}

/// How the figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureStyle {
    /// Chosen by what the terminal can do.
    Auto,
    /// Filled and shaded; needs truecolor.
    Hybrid,
    /// Lines of braille dots.
    Braille,
    /// Lines of octant blocks; needs a font that has them.
    Octant,
    /// Lines of plain characters.
    Ascii,
}

impl FigureStyle {
    /// The style a word names on the command line or in the settings.
    pub fn from_id(id: &str) -> Option<FigureStyle> {
        Some(match id {
            "auto" => FigureStyle::Auto,
            "hybrid" => FigureStyle::Hybrid,
            "braille" => FigureStyle::Braille,
            "octant" => FigureStyle::Octant,
            "ascii" => FigureStyle::Ascii,
            _ => return None,
        })
    }
}

impl Settings {
    /// The style really used: [`FigureStyle::Auto`] settled by what the terminal can do.
    pub fn figure_style(&self) -> FigureStyle {
        match (self.figure, self.ascii, self.colors) {
            (FigureStyle::Auto, true, _) => FigureStyle::Ascii,
            (FigureStyle::Auto, false, Colors::True) => FigureStyle::Hybrid,
            (FigureStyle::Auto, false, _) => FigureStyle::Braille,
            (FigureStyle::Hybrid, _, colors) if colors != Colors::True => FigureStyle::Braille,
            (style, _, _) => style,
        }
    }
}
