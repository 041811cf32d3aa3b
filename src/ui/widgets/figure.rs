//! The drawn body in the colours of the theme.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color as Paint, Modifier, Style};

use crate::app::settings::{Colors, FigureStyle, Settings};
use crate::content::looks::{Color, Ground, Looks, Role, Skin, Theme};
use crate::domain::figure::{Cell, Drawing, Edge, Fill, Ink, Paper, Picture, Rendering, Rgb, Scene};
use crate::ui::look::Look;

/// How a figure is drawn and coloured: what the settings ask for, settled by what the terminal can do.
#[derive(Clone, Copy, Debug)]
pub struct FigureLook<'a> {
    look: &'a Look<'a>,
    /// The palette of marks on the fill, where the body is filled.
    on_skin: Option<&'a Theme>,
    /// How lines become glyphs.
    pub rendering: Rendering,
}

impl<'a> FigureLook<'a> {
    /// The look of the figure.
    pub fn new(look: &'a Look<'a>, looks: &'a Looks, settings: &Settings) -> FigureLook<'a> {
        let plain = |rendering| FigureLook {
            look,
            on_skin: None,
            rendering,
        };
        match settings.figure_style() {
            FigureStyle::Ascii => plain(Rendering::Ascii),
            FigureStyle::Octant => plain(Rendering::Octant),
            style @ (FigureStyle::Hybrid | FigureStyle::Smooth) => match looks.skin(&settings.skin) {
                Some(skin) => {
                    let edge = match style {
                        FigureStyle::Smooth => Edge::Octant,
                        _ => Edge::Quadrant,
                    };
                    filled(look, looks, skin, edge)
                }
                None => plain(Rendering::Braille),
            },
            FigureStyle::Braille | FigureStyle::Auto => plain(Rendering::Braille),
        }
    }

    /// The same for a drawing that is printed: nobody paints the theme's ground behind it.
    pub fn printed(mut self) -> FigureLook<'a> {
        if let Rendering::Filled(fill) = &mut self.rendering
            && let Paper::Exactly(ground) = fill.paper
        {
            fill.paper = Paper::About(ground);
        }
        self
    }

    /// The style of a cell.
    fn style(&self, cell: &Cell) -> Style {
        let style = match cell.ground {
            Some(ground) => self.marks_style(cell.ink, ground).bg(self.paint_of(ground)),
            None => self.plain_style(cell.ink),
        };
        match cell.color {
            Some(color) => style.fg(self.paint_of(color)),
            None => style,
        }
    }

    /// A colour of the drawing itself, as the terminal can show it.
    fn paint_of(&self, color: Rgb) -> Paint {
        match self.look.colors {
            Colors::Ansi256 => Paint::Indexed(self.indexed(color)),
            _ => Paint::Rgb(color.0, color.1, color.2),
        }
    }

    /// The nearest of the 256. Where the nearest of the fill itself is a grey, all tones of skin stay grey: nails
    /// that turn red on grey fingers would say what they do not mean.
    fn indexed(&self, color: Rgb) -> u8 {
        let (r, g, b) = color;
        let is_skin = r >= g && g >= b;
        match self.rendering {
            Rendering::Filled(Fill { skin, .. }) if is_skin && is_grey(indexed(skin)) => {
                // Luma of ITU-R BT.601, as in the distance below.
                let luma = 0.299 * f32::from(r) + 0.587 * f32::from(g) + 0.114 * f32::from(b);
                let grey = luma.round() as u8;
                indexed((grey, grey, grey))
            }
            _ => indexed(color),
        }
    }

    /// On the ground of the theme.
    fn plain_style(&self, ink: Ink) -> Style {
        let look = self.look;
        match ink {
            Ink::Blank | Ink::Body => Style::new(),
            Ink::Lit => look.accent(),
            Ink::Detail => look.style(Role::Detail),
            Ink::Line => look.style(Role::Line),
            Ink::Crease => look.text(),
            Ink::Leader => look.faint(),
            Ink::CourseFar(_) | Ink::PointFar(_) => look.dim(),
            Ink::Course(meridian) => look.meridian(meridian),
            Ink::Point(meridian) => look.meridian(meridian).add_modifier(Modifier::BOLD),
            Ink::Finger | Ink::Ruler | Ink::Number => look.style(Role::Ruler),
            Ink::Landmark => look.strong().add_modifier(Modifier::BOLD),
            Ink::LandmarkName | Ink::Label => look.text(),
            Ink::Chosen | Ink::ChosenLabel => look.chip(),
        }
    }

    /// On the fill: the palette that was made for it, whatever the theme.
    fn marks_style(&self, ink: Ink, ground: Rgb) -> Style {
        let Some(theme) = self.on_skin else {
            return self.plain_style(ink);
        };
        let role = |role: Role, least: f64| self.readable(theme.color(role), ground, least);
        match ink {
            Ink::Course(meridian) => self.readable(theme.meridian(meridian), ground, MARK),
            Ink::Point(meridian) => self
                .readable(theme.meridian(meridian), ground, MARK)
                .add_modifier(Modifier::BOLD),
            Ink::CourseFar(_) | Ink::PointFar(_) | Ink::Leader => role(Role::Dim, 0.0),
            Ink::Finger | Ink::Ruler => role(Role::Ruler, MARK),
            Ink::Number => role(Role::Ruler, LETTER),
            Ink::Landmark => role(Role::Strong, LETTER).add_modifier(Modifier::BOLD),
            Ink::LandmarkName | Ink::Label => role(Role::Text, LETTER),
            Ink::Crease => role(Role::Text, 0.0),
            Ink::Chosen | Ink::ChosenLabel => {
                let chip = theme.color(Role::Accent);
                let paint = |color: Color| self.look.paint(color);
                let style = Style::new().add_modifier(Modifier::BOLD);
                let style = theme
                    .color(Role::AccentOn)
                    .and_then(paint)
                    .map_or(style, |ink| style.fg(ink));
                chip.and_then(paint).map_or(style, |ground| style.bg(ground))
            }
            Ink::Blank | Ink::Body | Ink::Lit | Ink::Detail | Ink::Line => Style::new(),
        }
    }

    /// A colour on a ground, if it can be read there: toward the edge the fill is darker, and 256 colours are
    /// not what was asked for. Else black or white.
    fn readable(&self, color: Option<Color>, ground: Rgb, least: f64) -> Style {
        let Some(color) = color else {
            return Style::new();
        };
        let in_256 = self.look.colors == Colors::Ansi256;
        // The nearest of 256 colours is looked for only where it will be shown.
        let plain = |rgb: Rgb| Color {
            rgb,
            indexed: if in_256 { indexed(rgb) } else { 0 },
            ansi: None,
        };
        let (ink, under) = if in_256 {
            (plain(fixed(color.indexed)), plain(fixed(self.indexed(ground))))
        } else {
            (color, plain(ground))
        };
        let best = if ink.contrast(under) >= least {
            color
        } else {
            let [black, white] = [(0, 0, 0), (255, 255, 255)].map(plain);
            match black.contrast(under) > white.contrast(under) {
                true => black,
                false => white,
            }
        };
        self.look
            .paint(best)
            .map_or(Style::new(), |paint| Style::new().fg(paint))
    }

    /// Draws a scene at the top left of an area. The scene's frame should be as large as the area.
    pub fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Drawing {
        let drawing = scene.draw();
        self.paint(&drawing.picture, area, buf);
        drawing
    }

    /// Puts a picture at the top left of an area.
    pub fn paint(&self, picture: &Picture, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        for (row, cells) in (area.y..area.bottom()).zip(picture.rows()) {
            for (column, cell) in (area.x..area.right()).zip(cells) {
                if cell.ink == Ink::Blank {
                    continue;
                }
                let chip = matches!(cell.ink, Ink::Chosen | Ink::ChosenLabel);
                let style = if chip { self.chip(cell) } else { self.style(cell) };
                buf[(column, row)].set_char(cell.glyph).set_style(style);
            }
        }
    }

    /// The chosen point brings its own ground. In a filled drawing it is the same on the fill and beside it: a
    /// label may lie across the edge.
    fn chip(&self, cell: &Cell) -> Style {
        match (cell.ground, self.rendering) {
            (Some(ground), _) | (None, Rendering::Filled(Fill { skin: ground, .. })) => {
                self.marks_style(cell.ink, ground)
            }
            (None, _) => self.plain_style(cell.ink),
        }
    }
}

/// The least contrast of what one reads, and of marks that are told by their shape too (WCAG 2.1, 1.4.3 and 1.4.11).
const LETTER: f64 = 4.5;
const MARK: f64 = 3.0;

/// A filled body on the theme's ground.
fn filled<'a>(look: &'a Look<'a>, looks: &'a Looks, skin: &Skin, edge: Edge) -> FigureLook<'a> {
    let light_fill = skin.marks == Ground::Light;
    let on_skin = looks.themes.iter().find(|theme| theme.ground == skin.marks);
    // Ink is the fill made darker: 0.45 on dark fills, 0.70 on light ones.
    let ink = scaled(skin.color.rgb, if light_fill { 0.70 } else { 0.45 });
    let crease = on_skin
        .and_then(|theme| theme.color(Role::Line))
        .map_or(ink, |color| blended(color.rgb, skin.color.rgb));
    FigureLook {
        look,
        on_skin,
        rendering: Rendering::Filled(Fill {
            skin: skin.color.rgb,
            ink,
            crease,
            lit: on_skin
                .and_then(|theme| theme.color(Role::Accent))
                .map_or(skin.color.rgb, |color| color.rgb),
            // A light fill is shaded as little as one on a light ground: its marks are dark.
            on_light: light_fill || look.ground == Ground::Light,
            paper: paper(look, looks),
            edge,
        }),
    }
}

/// What the body stands on. Its edge fades into the ground where there are colours enough for it.
fn paper(look: &Look<'_>, looks: &Looks) -> Paper {
    let calm = |ground: Ground| {
        let theme = looks.themes.iter().find(|theme| theme.ground == ground)?;
        theme.color(Role::Bg).map(|color| color.rgb)
    };
    match (look.colors, look.paper, look.ground) {
        (Colors::True, Some(paper), _) => Paper::Exactly(paper),
        (Colors::True, None, ground @ (Ground::Dark | Ground::Light)) => {
            calm(ground).map_or(Paper::Unknown, Paper::About)
        }
        _ => Paper::Unknown,
    }
}

fn scaled(color: Rgb, by: f32) -> Rgb {
    let part = |value: u8| (f32::from(value) * by).round() as u8;
    (part(color.0), part(color.1), part(color.2))
}

/// A line on the fill that is seen at once and does not shout: two thirds the line's own colour.
fn blended(line: Rgb, skin: Rgb) -> Rgb {
    let part = |line: u8, skin: u8| ((u16::from(line) * 2 + u16::from(skin)) / 3) as u8;
    (part(line.0, skin.0), part(line.1, skin.1), part(line.2, skin.2))
}

/// The nearest of the 240 fixed colours of the 256: the cube of 6 x 6 x 6 (16 to 231) and the greys (232 to 255),
/// as xterm defines them. Distances are weighted as the eye sees them (luma of ITU-R BT.601), with what is
/// neither too red nor too green counted most: a brown that turns olive is worse than one that turns grey.
pub fn indexed(color: Rgb) -> u8 {
    let away = |index: &u8| {
        let (r, g, b) = fixed(*index);
        let by = |a: u8, b: u8| f32::from(a) - f32::from(b);
        let (dr, dg, db) = (by(r, color.0), by(g, color.1), by(b, color.2));
        let luma = 0.299 * dr + 0.587 * dg + 0.114 * db;
        let (red, blue) = (dr - dg, db - dg);
        luma * luma * 2.0 + red * red * 0.5 + blue * blue * 0.25
    };
    // The two levels of the cube around each part, and the two greys around the mean.
    let levels = |part: u8| {
        let above = CUBE.iter().position(|level| *level >= part).unwrap_or(5);
        [above.saturating_sub(1), above]
    };
    let [red, green, blue] = [levels(color.0), levels(color.1), levels(color.2)];
    let cube = red
        .into_iter()
        .flat_map(|r| green.into_iter().map(move |g| (r, g)))
        .flat_map(|(r, g)| blue.into_iter().map(move |b| 16 + 36 * r + 6 * g + b));
    let mean = (usize::from(color.0) + usize::from(color.1) + usize::from(color.2)) / 3;
    let grey = mean.saturating_sub(8) / 10;
    let greys = [232 + grey.min(23), 232 + (grey + 1).min(23)];
    cube.chain(greys)
        .map(|index| index as u8)
        .min_by(|a, b| away(a).total_cmp(&away(b)))
        .unwrap_or(16)
}

fn is_grey(index: u8) -> bool {
    let (r, g, b) = fixed(index);
    r == g && g == b
}

/// The levels of red, green and blue in the cube.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// What a fixed colour of the 256 is.
pub fn fixed(index: u8) -> Rgb {
    match index {
        16..=231 => {
            let at = |by: u8| CUBE[usize::from((index - 16) / by % 6)];
            (at(36), at(6), at(1))
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
        // The first sixteen are the terminal's own.
        _ => (0, 0, 0),
    }
}
