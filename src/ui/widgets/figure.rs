//! The drawn body in the colours of the theme.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color as Paint, Modifier, Style};

use crate::app::settings::{FigureStyle, Settings};
use crate::content::looks::{Ground, Looks, Role, Skin, Theme};
use crate::domain::figure::{Cell, Drawing, Edge, Fill, Ink, Picture, Rendering, Rgb, Scene};
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
            FigureStyle::Hybrid => match looks.skin(&settings.skin) {
                Some(skin) => filled(look, looks, skin),
                None => plain(Rendering::Braille),
            },
            FigureStyle::Braille | FigureStyle::Auto => plain(Rendering::Braille),
        }
    }

    /// The style of a cell.
    fn style(&self, cell: &Cell) -> Style {
        let style = match cell.ground {
            Some(ground) => self.marks_style(cell.ink).bg(paint(ground)),
            None => self.plain_style(cell.ink),
        };
        match cell.color {
            Some(color) => style.fg(paint(color)),
            None => style,
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

    /// On the fill: the palette that was measured on it, whatever the theme.
    fn marks_style(&self, ink: Ink) -> Style {
        let Some(theme) = self.on_skin else {
            return self.plain_style(ink);
        };
        let role = |role: Role| {
            let color = theme.color(role).and_then(|color| self.look.paint(color));
            color.map_or(Style::new(), |paint| Style::new().fg(paint))
        };
        match ink {
            Ink::Course(meridian) | Ink::Point(meridian) => {
                let color = theme.meridian(meridian).and_then(|color| self.look.paint(color));
                let style = color.map_or(Style::new(), |paint| Style::new().fg(paint));
                if matches!(ink, Ink::Point(_)) {
                    style.add_modifier(Modifier::BOLD)
                } else {
                    style
                }
            }
            Ink::CourseFar(_) | Ink::PointFar(_) | Ink::Leader => role(Role::Dim),
            Ink::Finger | Ink::Ruler | Ink::Number => role(Role::Ruler),
            Ink::Landmark => role(Role::Strong).add_modifier(Modifier::BOLD),
            Ink::LandmarkName | Ink::Label | Ink::Crease => role(Role::Text),
            Ink::Chosen | Ink::ChosenLabel => {
                let ground = theme.color(Role::Accent).and_then(|color| self.look.paint(color));
                let chip = role(Role::AccentOn).add_modifier(Modifier::BOLD);
                ground.map_or(chip, |ground| chip.bg(ground))
            }
            Ink::Blank | Ink::Body | Ink::Lit | Ink::Detail | Ink::Line => Style::new(),
        }
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

    /// The chosen point keeps its own ground on the fill.
    fn chip(&self, cell: &Cell) -> Style {
        if cell.ground.is_some() {
            self.marks_style(cell.ink)
        } else {
            self.plain_style(cell.ink)
        }
    }
}

/// A filled body on the theme's ground.
fn filled<'a>(look: &'a Look<'a>, looks: &'a Looks, skin: &Skin) -> FigureLook<'a> {
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
            on_light: look.ground == Ground::Light,
            edge: Edge::Quadrant,
        }),
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

fn paint(color: Rgb) -> Paint {
    Paint::Rgb(color.0, color.1, color.2)
}
