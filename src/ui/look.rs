//! The look of one frame: a style for each role, a mark for each meaning, a sentence for each key.

use std::borrow::Cow;
use std::sync::OnceLock;

use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use i18n_embed::{I18nAssets, LanguageLoader};
use ratatui::style::{Color as Paint, Modifier, Style};
use rust_embed::RustEmbed;

use crate::app::settings::Colors;
use crate::app::{Known, Settings};
use crate::content::looks::{Color, Ground, Role, Theme};
use crate::content::own::OwnFile;
use crate::content::{Content, Problem};
use crate::domain::code::Meridian;
use crate::domain::words::{Lang, is_invisible};

/// The interface's sentences, one folder a language.
#[derive(RustEmbed)]
#[folder = "assets/texts"]
struct Texts;

/// A third language, brought by files: its sentences in the place of those of the language whose content it
/// goes with.
static BROUGHT: OnceLock<(Lang, FluentLanguageLoader)> = OnceLock::new();

/// One language's own sentences, with the shipped ones behind them.
struct Brought<'t> {
    path: String,
    text: &'t str,
}

impl I18nAssets for Brought<'_> {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        if path == self.path {
            vec![Cow::Borrowed(self.text.as_bytes())]
        } else {
            Texts.get_files(path)
        }
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Texts.filenames_iter().chain([self.path.clone()]))
    }
}

/// The deepest that sentences stand inside each other in a file of another language. The shipped ones need
/// two; the reader of such files goes down without looking.
const DEEPEST: usize = 8;

/// Why a text is no language of one's own: a sentence inside a sentence without end, or a sign that would act
/// on the terminal.
pub fn unfit(file: &OwnFile) -> Option<Problem> {
    let wrong = |line: usize, what: String, remedy: &str| Problem {
        file: file.name.clone(),
        line: line + 1,
        what,
        remedy: remedy.to_owned(),
    };
    let mut depth = 0_usize;
    for (number, line) in file.text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        if begins_a_sentence(line) {
            depth = 0;
        }
        let (mut quoted, mut after_backslash) = (false, false);
        for c in line.chars() {
            match c {
                c if is_invisible(c) && c != '\t' => {
                    let what = format!(
                        "The text holds U+{:04X}, a sign that cannot be seen.",
                        u32::from(c)
                    );
                    return Some(wrong(number, what, "Take it away."));
                }
                '"' if depth > 0 && !after_backslash => quoted = !quoted,
                _ if quoted => {}
                '{' => depth += 1,
                // A call inside a call is one level, too; outside of braces it is only a bracket.
                '(' if depth > 0 => depth += 1,
                '}' | ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            after_backslash = quoted && c == '\\' && !after_backslash;
            if depth > DEEPEST {
                let what = format!("More than {DEEPEST} braces stand inside each other.");
                return Some(wrong(number, what, "Say it in one sentence."));
            }
        }
        if let Some(c) = escaped(line).find(|c| is_invisible(*c)) {
            let what = format!(
                "The text writes U+{:04X}, a sign that cannot be seen.",
                u32::from(c)
            );
            return Some(wrong(number, what, "Take it away."));
        }
    }
    None
}

/// Whether a new sentence begins on a line: `key = ...` at the margin.
fn begins_a_sentence(line: &str) -> bool {
    let key = line.strip_prefix('-').unwrap_or(line);
    let rest = key.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    key.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.trim_start_matches(' ').starts_with('=')
}

/// The characters a line of such a file writes by their numbers: `\u00e6`, `\U01F602`.
fn escaped(line: &str) -> impl Iterator<Item = char> + '_ {
    line.match_indices(['u', 'U']).filter_map(|(at, sign)| {
        let digits = if sign == "u" { 4 } else { 6 };
        let number = line.get(at + 1..at + 1 + digits)?;
        let written = line[..at].ends_with('\\');
        written
            .then(|| char::from_u32(u32::from_str_radix(number, 16).ok()?))
            .flatten()
    })
}

/// Speaks a language of the person's own files from now on, wherever `beside` would be spoken: the content of
/// the atlas stays in that one. A sentence the text lacks is English. Once in a run; false for a tag that is
/// no language tag, or the second time.
pub fn bring(tag: &str, beside: Lang, text: &str) -> bool {
    let loader = fluent_language_loader!();
    let Ok(id) = tag.parse() else { return false };
    let brought = Brought {
        path: format!("{tag}/hegu.ftl"),
        text,
    };
    if loader.load_languages(&brought, &[id]).is_err() {
        return false;
    }
    loader.set_use_isolating(false);
    BROUGHT.set((beside, loader)).is_ok()
}

/// The keys of the interface's sentences: what another language may say.
pub fn sentences() -> Vec<String> {
    let english = Texts::get("en/hegu.ftl")
        .map(|file| file.data)
        .unwrap_or_default();
    String::from_utf8_lossy(&english)
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| {
            !key.is_empty()
                && key
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit())
        })
        .map(str::to_owned)
        .collect()
}

/// The sentences of a language, loaded when first asked for.
pub fn texts(lang: Lang) -> &'static FluentLanguageLoader {
    if let Some((_, loader)) = BROUGHT.get().filter(|(beside, _)| *beside == lang) {
        return loader;
    }
    static LOADED: [OnceLock<FluentLanguageLoader>; Lang::ALL.len()] =
        [const { OnceLock::new() }; Lang::ALL.len()];
    LOADED[lang as usize].get_or_init(|| {
        let loader = fluent_language_loader!();
        let tag = lang
            .tag()
            .parse()
            .expect("the tags of our languages are language tags");
        // English is always there for a sentence another language lacks.
        loader
            .load_languages(&Texts, &[tag])
            .expect("the embedded sentences can be read");
        loader.set_use_isolating(false);
        loader
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
