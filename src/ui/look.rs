//! The look of one frame: a style for each role, a mark for each meaning, a sentence for each key.

use std::sync::OnceLock;

use i18n_embed::fluent::FluentLanguageLoader;
use ratatui::style::{Color as Paint, Modifier, Style};
use rust_embed::RustEmbed;

use super::brought;
use crate::app::settings::Colors;
use crate::app::{Known, Settings};
use crate::content::Content;
use crate::content::looks::{Color, Ground, Role, Theme};
use crate::domain::code::Meridian;
use crate::domain::words::{Lang, Languages};
use crate::ui::widgets::figure;

/// The interface's sentences, one folder a language.
#[derive(RustEmbed)]
#[folder = "assets/texts"]
pub(super) struct Texts;

/// The sentences of a language, loaded when first asked for.
pub fn texts(lang: Lang) -> &'static FluentLanguageLoader {
    static LOADED: [OnceLock<FluentLanguageLoader>; Lang::ALL.len()] =
        [const { OnceLock::new() }; Lang::ALL.len()];
    let of = match lang {
        Lang::En => 0,
        Lang::Da => 1,
        Lang::Brought(_) => match brought::texts(lang.tag()) {
            Some(loader) => return loader,
            // Only its content is there.
            None => 0,
        },
    };
    LOADED[of].get_or_init(|| {
        let tag = Lang::ALL[of].tag();
        brought::load(tag, &Texts).expect("the embedded sentences can be read")
    })
}

/// The theme without any colour.
fn bare() -> &'static Theme {
    static BARE: OnceLock<Theme> = OnceLock::new();
    BARE.get_or_init(|| Theme {
        id: "terminal".into(),
        name: Default::default(),
        ground: Ground::Any,
        roles: Vec::new(),
        meridians: Vec::new(),
    })
}

/// A sentence of the interface in the look's language: `t!(look, "help-title")`,
/// `t!(look, "place-of", at = 4, count = 20)`. Keys are checked when hegu is compiled.
#[macro_export]
macro_rules! t {
    ($look:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($look.texts(), $key $(, $name = $value)*)
    };
}

/// Everything a drawing needs to know about how things look.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// The theme the meridians have their colours from.
    pub palette: &'a Theme,
    /// What it all stands on, as far as anybody knows.
    pub ground: Ground,
    /// The very colour of it: the theme's, or what the terminal said of its own.
    pub paper: Option<(u8, u8, u8)>,
    /// How many colours there are.
    pub colors: Colors,
    /// The language.
    pub lang: Lang,
    /// The language that the key for it leads to.
    pub next: Lang,
    /// Marks from plain ASCII only.
    pub ascii: bool,
    /// Still pictures only.
    pub still: bool,
}

impl<'a> Look<'a> {
    /// The look the settings ask for.
    pub fn new(known: &'a Known) -> Look<'a> {
        Look::of(known.content, &known.settings)
    }

    /// The look of settings, for drawings without a screen.
    pub fn of(content: &'a Content, settings: &Settings) -> Look<'a> {
        let looks = &content.looks;
        let theme: &'a Theme = match looks.theme(&settings.theme) {
            Some(theme) => theme,
            None => bare(),
        };
        // A theme without colours of its own borrows those of meridians from the calm theme of the ground,
        // once the ground is known.
        let ground = match theme.ground {
            Ground::Any => settings.ground,
            ground => ground,
        };
        let palette = looks
            .themes
            .iter()
            .find(|other| ground != Ground::Any && other.ground == ground)
            .filter(|_| theme.meridians.is_empty())
            .unwrap_or(theme);
        Look {
            theme,
            palette,
            ground,
            paper: theme.color(Role::Bg).map(|color| color.rgb).or(settings.paper),
            colors: settings.colors,
            lang: settings.lang,
            next: settings.languages.after(settings.lang),
            ascii: settings.ascii,
            still: settings.reduced_motion,
        }
    }

    /// A look without content: for words alone.
    pub fn bare(lang: Lang) -> Look<'static> {
        Look {
            theme: bare(),
            palette: bare(),
            ground: Ground::Any,
            paper: None,
            colors: Colors::None,
            lang,
            next: Languages::default().after(lang),
            ascii: false,
            still: true,
        }
    }

    /// The sentences of the look's language, for [`t!`](crate::t).
    pub fn texts(&self) -> &'static FluentLanguageLoader {
        texts(self.lang)
    }

    /// A content colour as this terminal can show it; `None` where it is left to the terminal.
    pub fn paint(&self, color: Color) -> Option<Paint> {
        match self.colors {
            Colors::True => Some(Paint::Rgb(color.rgb.0, color.rgb.1, color.rgb.2)),
            Colors::Ansi256 => Some(Paint::Indexed(color.indexed)),
            Colors::Ansi16 => color.ansi.map(Paint::Indexed),
            Colors::None => None,
        }
    }

    /// The style of a role: the theme's colour, or weight alone where the theme or the terminal has none.
    pub fn style(&self, role: Role) -> Style {
        let colored = self.colors >= Colors::Ansi256;
        match self
            .theme
            .color(role)
            .filter(|_| colored)
            .and_then(|color| self.paint(color))
        {
            Some(paint) => {
                let style = Style::new();
                match role {
                    Role::Bg | Role::Row | Role::Skin => style.bg(paint),
                    Role::Strong | Role::Caution | Role::Stop => style.fg(paint).add_modifier(Modifier::BOLD),
                    Role::AccentOn => {
                        let ground = self.theme.color(Role::Accent).and_then(|color| self.paint(color));
                        style
                            .fg(paint)
                            .bg(ground.unwrap_or(Paint::Reset))
                            .add_modifier(Modifier::BOLD)
                    }
                    _ => style.fg(paint),
                }
            }
            None => {
                let modifier = match role {
                    Role::Bg | Role::Text | Role::Line | Role::Skin | Role::Ink => Modifier::empty(),
                    Role::Strong | Role::Accent | Role::Caution | Role::Ruler => Modifier::BOLD,
                    Role::Dim | Role::Faint | Role::Detail => Modifier::DIM,
                    Role::Row => Modifier::empty(),
                    Role::AccentOn | Role::Stop => Modifier::BOLD | Modifier::REVERSED,
                };
                Style::new().add_modifier(modifier)
            }
        }
    }

    /// What one reads.
    pub fn text(&self) -> Style {
        self.style(Role::Text)
    }

    /// What the screen is about.
    pub fn strong(&self) -> Style {
        self.style(Role::Strong)
    }

    /// Labels and explanations.
    pub fn dim(&self) -> Style {
        self.style(Role::Dim)
    }

    /// Rules and what waits.
    pub fn faint(&self) -> Style {
        self.style(Role::Faint)
    }

    /// This, now.
    pub fn accent(&self) -> Style {
        self.style(Role::Accent)
    }

    /// The ring and the filled bar: the accent, and in the terminal's own colours the
    /// one tint that is readable on most dark grounds (6, cyan) and on most light ones (4, blue).
    pub fn tint(&self) -> Style {
        let own = self.theme.roles.is_empty() && self.colors >= Colors::Ansi16;
        match self.ground {
            Ground::Dark if own => self.accent().fg(Paint::Indexed(6)),
            Ground::Light if own => self.accent().fg(Paint::Indexed(4)),
            _ => self.accent(),
        }
    }

    /// One of four grounds from cool to warm, for a sign that says the same by its height. In the terminal's
    /// own colours, whose grounds nobody knows, the sign itself is tinted.
    pub fn warmth(&self, step: usize) -> Style {
        // How much of the accent is mixed into the ground: far enough apart to be told from each other, and
        // the last still 3 to 1 under the sign.
        const SHARE: [f32; 4] = [0.08, 0.22, 0.38, 0.58];
        let (bg, accent) = (self.theme.color(Role::Bg), self.theme.color(Role::Accent));
        match (bg, accent) {
            (Some(bg), Some(accent)) if self.colors >= Colors::Ansi256 => {
                let share = SHARE[step.min(3)];
                let part = |cool: u8, warm: u8| {
                    (f32::from(cool) * (1.0 - share) + f32::from(warm) * share).round() as u8
                };
                let rgb = (
                    part(bg.rgb.0, accent.rgb.0),
                    part(bg.rgb.1, accent.rgb.1),
                    part(bg.rgb.2, accent.rgb.2),
                );
                let mixed = Color {
                    rgb,
                    indexed: figure::indexed(rgb),
                    ansi: None,
                };
                self.text().patch(
                    self.paint(mixed)
                        .map_or(Style::new(), |paint| Style::new().bg(paint)),
                )
            }
            _ => match step {
                0 => self.dim(),
                1 => self.text(),
                _ => self.tint(),
            },
        }
    }

    /// Take care; always with `!`.
    pub fn caution(&self) -> Style {
        self.style(Role::Caution)
    }

    /// Red flags.
    pub fn stop(&self) -> Style {
        self.style(Role::Stop)
    }

    /// The ground of the chosen row and of overlays.
    pub fn row(&self) -> Style {
        self.style(Role::Row)
    }

    /// The ground of the chosen row; reversed where the theme or the terminal has no ground for it.
    pub fn chosen(&self) -> Style {
        let row = self.row();
        if row.bg.is_some() {
            row
        } else {
            Style::new().add_modifier(Modifier::REVERSED)
        }
    }

    /// A word on an accent chip.
    pub fn chip(&self) -> Style {
        self.style(Role::AccentOn)
    }

    /// The colour of a meridian's code and mark. Where there are no colours its code tells it alone.
    pub fn meridian(&self, meridian: Meridian) -> Style {
        match self
            .palette
            .meridian(meridian)
            .and_then(|color| self.paint(color))
        {
            Some(paint) => Style::new().fg(paint),
            None => Style::new(),
        }
    }

    /// The letters of a meridian's code, where they take the place of its mark: in its colour, unless that is one
    /// of a terminal's own sixteen, of which nobody knows how well they can be read.
    pub fn meridian_letters(&self, meridian: Meridian) -> Style {
        if self.colors >= Colors::Ansi256 {
            self.meridian(meridian)
        } else {
            Style::new()
        }
    }

    /// The two-cell mark of a meridian: solid = yang, broken = yin; hanging = arm, standing = leg; one, two,
    /// three lines = front, side, back; two pillars, a block and a floating square = CV, GV, EX.
    pub fn meridian_mark(&self, meridian: Meridian) -> &'static str {
        if self.ascii {
            return "  ";
        }
        match meridian {
            Meridian::LU => "⠁⠈",
            Meridian::LI => "⠉⠉",
            Meridian::ST => "⣀⣀",
            Meridian::SP => "⡀⢀",
            Meridian::HT => "⠇⠸",
            Meridian::SI => "⠿⠿",
            Meridian::BL => "⣶⣶",
            Meridian::KI => "⡆⢰",
            Meridian::PC => "⠃⠘",
            Meridian::TE => "⠛⠛",
            Meridian::GB => "⣤⣤",
            Meridian::LR => "⡄⢠",
            Meridian::GV => "⣿⣿",
            Meridian::CV => "⡇⢸",
            Meridian::EX => "⠶⠶",
        }
    }

    /// The mark of the chosen row.
    pub fn chosen_mark(&self) -> &'static str {
        if self.ascii { ">" } else { "▸" }
    }

    /// The sign for what lies below.
    pub fn down(&self) -> &'static str {
        if self.ascii { "v" } else { "▾" }
    }

    /// One cell of a rule.
    pub fn rule(&self) -> &'static str {
        if self.ascii { "-" } else { "╌" }
    }

    /// What stands for text that was cut.
    pub fn cut(&self) -> &'static str {
        if self.ascii { ".." } else { "⋯" }
    }

    /// A filled and an empty cell of a bar.
    pub fn bar(&self) -> (&'static str, &'static str) {
        if self.ascii { ("#", ".") } else { ("⠶", "⠤") }
    }
}
