//! `assets/themes.toml`: which colour each role has, and the fills of the shaded figure.

use serde::{Deserialize, Serialize};

use super::both;
use super::problem::{Problem, Problems};
use super::source::{Entry, Source};
use super::text::{Keep, RawWords, Str};
use crate::domain::code::Meridian;
use crate::domain::words::{Text, Words};

/// Every theme and skin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks {
    /// The themes, in the order in which a key walks through them.
    pub themes: Vec<Theme>,
    /// The fills of the shaded figure.
    pub skins: Vec<Skin>,
}

impl Looks {
    /// The theme with this id, or the first.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes
            .iter()
            .find(|theme| theme.id == id)
            .or(self.themes.first())
    }

    /// The skin with this id, or the first.
    pub fn skin(&self, id: &str) -> Option<&Skin> {
        self.skins
            .iter()
            .find(|skin| skin.id == id)
            .or(self.skins.first())
    }
}

/// A theme: a colour for each role.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Id.
    pub id: Text,
    /// Name.
    pub name: Words,
    /// What it is made for.
    pub ground: Ground,
    /// Colours by role; none in a theme that uses the terminal's own.
    pub roles: Vec<(Role, Color)>,
    /// Colours by meridian; none in a theme that uses the terminal's own.
    pub meridians: Vec<(Meridian, Color)>,
}

impl Theme {
    /// The colour of a role.
    pub fn color(&self, role: Role) -> Option<Color> {
        self.roles
            .iter()
            .find(|(named, _)| *named == role)
            .map(|(_, color)| *color)
    }

    /// The roles that are read and cannot be, with their place in the theme and their contrast: less than the
    /// 4.5 of WCAG 2.1, 1.4.3, on the ground they stand on.
    fn unreadable(&self) -> Vec<(usize, (Role, f64))> {
        let on = |role: Role| match role {
            Role::Text
            | Role::Strong
            | Role::Dim
            | Role::Accent
            | Role::Caution
            | Role::Stop
            | Role::Ruler
            | Role::Line => Some(Role::Bg),
            Role::AccentOn => Some(Role::Accent),
            _ => None,
        };
        let roles = self.roles.iter().enumerate();
        roles
            .filter_map(|(index, (role, color))| {
                let ground = self.color(on(*role)?)?;
                let contrast = color.contrast(ground);
                (contrast < 4.5).then_some((index, (*role, contrast)))
            })
            .collect()
    }

    /// The colour of a meridian.
    pub fn meridian(&self, meridian: Meridian) -> Option<Color> {
        self.meridians
            .iter()
            .find(|(named, _)| *named == meridian)
            .map(|(_, color)| *color)
    }
}

/// What ground a theme or a set of marks is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants say what they are")]
pub enum Ground {
    Any,
    Dark,
    Light,
}

/// A fill of the shaded figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Skin {
    /// Id.
    pub id: Text,
    /// Name.
    pub name: Words,
    /// The fill.
    pub color: Color,
    /// Which palette the marks on it come from.
    pub marks: Ground,
    /// Whether it is meant as a skin colour at all.
    pub skin: bool,
}

/// A colour for every kind of terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red, green, blue.
    pub rgb: (u8, u8, u8),
    /// The nearest of the 256-colour palette.
    pub indexed: u8,
    /// Of the 16 colours, where it has one.
    pub ansi: Option<u8>,
}

impl Color {
    /// Relative luminance, 0 to 1 (WCAG 2.1, "relative luminance").
    pub fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        let (r, g, b) = self.rgb;
        0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
    }

    /// Contrast ratio with another colour, 1 to 21 (WCAG 2.1).
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The ground.
    Bg,
    /// The chosen row, overlays.
    Row,
    /// Everything one reads.
    Text,
    /// Titles, what is chosen.
    Strong,
    /// Explanations, labels.
    Dim,
    /// Rules, empty bars; decoration only.
    Faint,
    /// The breath, the chosen thing, one key word.
    Accent,
    /// Text on an accent chip.
    AccentOn,
    /// Take care, left out.
    Caution,
    /// Red flags only.
    Stop,
    /// The finger ruler.
    Ruler,
    /// The figure's outline.
    Line,
    /// The figure's detail.
    Detail,
    /// The default fill of the figure.
    Skin,
    /// Creases on the fill; decoration only.
    Ink,
}

const ROLES: &[(&str, Role)] = &[
    ("bg", Role::Bg),
    ("row", Role::Row),
    ("text", Role::Text),
    ("strong", Role::Strong),
    ("dim", Role::Dim),
    ("faint", Role::Faint),
    ("accent", Role::Accent),
    ("accent_on", Role::AccentOn),
    ("caution", Role::Caution),
    ("stop", Role::Stop),
    ("ruler", Role::Ruler),
    ("line", Role::Line),
    ("detail", Role::Detail),
    ("skin", Role::Skin),
    ("ink", Role::Ink),
];

/// A theme as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `Theme`")]
pub struct RawTheme<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(borrow)]
    pub ground: Str<'a>,
    #[serde(default, borrow)]
    pub roles: Vec<RawRole<'a>>,
    #[serde(default, borrow)]
    pub meridians: Vec<RawMeridianColor<'a>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `Theme::roles`")]
pub struct RawRole<'a> {
    #[serde(borrow)]
    pub role: Str<'a>,
    #[serde(borrow)]
    pub color: Str<'a>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `Theme::meridians`")]
pub struct RawMeridianColor<'a> {
    #[serde(borrow)]
    pub meridian: Str<'a>,
    #[serde(borrow)]
    pub color: Str<'a>,
    #[serde(default)]
    pub ansi: Option<u8>,
}

/// A skin as written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `Skin`")]
pub struct RawSkin<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(borrow)]
    pub color: Str<'a>,
    #[serde(borrow)]
    pub marks: Str<'a>,
    pub skin: bool,
}

/// The themes and skins of one file, and every problem.
pub fn read<'a>(source: Source<'a>) -> (Vec<RawTheme<'a>>, Vec<RawSkin<'a>>, Problems) {
    let tables = ["theme", "skin"];
    let (themes, mut problems) = source.entries::<RawTheme<'a>>("theme", &tables);
    let (skins, found) = source.entries::<RawSkin<'a>>("skin", &tables);
    problems.extend(found);
    let mut good_themes = Vec::new();
    for Entry { value, place } in themes {
        match value.clone().into_theme(super::text::copied) {
            Ok(theme) => {
                for (index, (role, contrast)) in theme.unreadable() {
                    let path = format!("roles.{index}.color");
                    let name = ROLES
                        .iter()
                        .find(|(_, other)| *other == role)
                        .map_or("", |(id, _)| id);
                    let what = both!(
                        "\"{name}\" has a contrast of {contrast:.1} on its ground, and 4.5 can be read.",
                        "\"{name}\" har en kontrast på {contrast:.1} mod sin bund, og 4.5 kan læses."
                    );
                    let remedy = both!(
                        "Choose a colour farther from the ground.",
                        "Vælg en farve længere fra bunden."
                    );
                    problems.0.push(place.problem(&path, what, remedy));
                }
                good_themes.push(value);
            }
            Err((path, what)) => problems.0.push(place.problem(&path, what, color_remedy())),
        }
    }
    let mut good_skins = Vec::new();
    for Entry { value, place } in skins {
        match value.clone().into_skin(super::text::copied) {
            Ok(_) => good_skins.push(value),
            Err((path, what)) => problems.0.push(place.problem(&path, what, color_remedy())),
        }
    }
    if good_themes.is_empty() && problems.is_empty() {
        problems.0.push(Problem {
            file: source.file.to_owned(),
            line: 1,
            what: both!("There is no theme.", "Der er intet tema."),
            remedy: both!("Write at least one [[theme]].", "Skriv mindst ét [[theme]]."),
        });
    }
    (good_themes, good_skins, problems)
}

/// The shipped looks with the themes of a person's own files after them, and what is wrong with the files. A
/// theme with the id of a shipped one takes its place.
pub fn with_own(shipped: &Looks, files: &[super::own::OwnFile]) -> (Looks, Problems) {
    let mut looks = shipped.clone();
    let mut problems = Problems::default();
    for file in files {
        let source = Source {
            file: &file.name,
            text: &file.text,
        };
        let (themes, skins, found) = read(source);
        problems.extend(found);
        for theme in themes
            .into_iter()
            .filter_map(|raw| raw.into_theme(super::text::copied).ok())
        {
            looks.themes.retain(|other| other.id != theme.id);
            looks.themes.push(theme);
        }
        for skin in skins
            .into_iter()
            .filter_map(|raw| raw.into_skin(super::text::copied).ok())
        {
            looks.skins.retain(|other| other.id != skin.id);
            looks.skins.push(skin);
        }
    }
    (looks, problems)
}

fn color_remedy() -> Words {
    both!(
        "Write a colour as \"#RRGGBB NNN\", roles and meridians as in the shipped themes.",
        "Skriv en farve som \"#RRGGBB NNN\", roller og meridianer som i de medfølgende temaer."
    )
}

/// The dotted path to what is wrong, and what it is.
type Wrong = (String, Words);

impl<'a> RawTheme<'a> {
    /// The theme, or what is wrong and where.
    pub fn into_theme(self, keep: Keep<'a>) -> Result<Theme, Wrong> {
        let mut roles = Vec::new();
        for (index, raw) in self.roles.iter().enumerate() {
            let name = raw.role.as_str();
            let role = ROLES.iter().find(|(id, _)| *id == name).map(|(_, role)| *role);
            let role = role.ok_or((
                format!("roles.{index}.role"),
                both!("\"{name}\" is no role.", "\"{name}\" er ingen rolle."),
            ))?;
            roles.push((
                role,
                color(raw.color.as_str(), None, &format!("roles.{index}.color"))?,
            ));
        }
        for (id, role) in ROLES {
            if !roles.is_empty() && !roles.iter().any(|(named, _)| named == role) {
                return Err((
                    "roles".to_owned(),
                    both!(
                        "The role \"{id}\" has no colour.",
                        "Rollen \"{id}\" har ingen farve."
                    ),
                ));
            }
        }
        let mut meridians = Vec::new();
        for (index, raw) in self.meridians.iter().enumerate() {
            let code = raw.meridian.as_str();
            let meridian = Meridian::from_code(code).ok_or((
                format!("meridians.{index}.meridian"),
                both!("\"{code}\" is no meridian.", "\"{code}\" er ingen meridian."),
            ))?;
            let path = format!("meridians.{index}.color");
            meridians.push((meridian, color(raw.color.as_str(), raw.ansi, &path)?));
        }
        Ok(Theme {
            ground: ground(self.ground.as_str(), "ground")?,
            id: keep(self.id),
            name: self.name.into_words(keep),
            roles,
            meridians,
        })
    }
}

impl<'a> RawSkin<'a> {
    /// The skin, or what is wrong and where.
    pub fn into_skin(self, keep: Keep<'a>) -> Result<Skin, Wrong> {
        Ok(Skin {
            color: color(self.color.as_str(), None, "color")?,
            marks: ground(self.marks.as_str(), "marks")?,
            id: keep(self.id),
            name: self.name.into_words(keep),
            skin: self.skin,
        })
    }
}

fn ground(word: &str, path: &str) -> Result<Ground, Wrong> {
    match word {
        "any" => Ok(Ground::Any),
        "dark" => Ok(Ground::Dark),
        "light" => Ok(Ground::Light),
        _ => Err((
            path.to_owned(),
            both!(
                "\"{word}\" is no ground: any, dark or light.",
                "\"{word}\" er ingen bund: any, dark eller light."
            ),
        )),
    }
}

fn color(text: &str, ansi: Option<u8>, path: &str) -> Result<Color, Wrong> {
    let parse = || {
        let (hex, indexed) = text.split_once(' ')?;
        let hex = hex
            .strip_prefix('#')
            .filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
        Some(Color {
            rgb: (byte(0)?, byte(2)?, byte(4)?),
            indexed: indexed.parse().ok()?,
            ansi,
        })
    };
    parse().ok_or_else(|| {
        let what = both!("\"{text}\" is no colour.", "\"{text}\" er ingen farve.");
        (path.to_owned(), what)
    })
}
