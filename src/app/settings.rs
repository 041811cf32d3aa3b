//! What a person has chosen, and what was found out about the terminal.
//!
//! A new choice is a field here with its default, and one entry of [`CHOICES`](super::choices::CHOICES):
//! that makes it readable from `config.toml`, from the environment and from `hegu config set`, and writes
//! its lines of the commented file.

use super::signal::Player;
use crate::content::looks::Ground;
use crate::domain::checkin::{Question, usual_questions};
use crate::domain::reach::{Grip, Hands, With};
use crate::domain::safety::Country;
use crate::domain::sound::Background;
use crate::domain::words::{Lang, Languages};

/// Choices that hold for the whole program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Language of interface and content.
    pub lang: Lang,
    /// The languages there are: the shipped ones, and those of the person's own files.
    pub languages: Languages,
    /// Id of the theme (`assets/themes.toml`).
    pub theme: String,
    /// Whether the terminal's ground is dark or light; [`Ground::Any`] while nobody knows.
    pub ground: Ground,
    /// The colour of the terminal's ground, red, green, blue, once the terminal has said it.
    pub paper: Option<(u8, u8, u8)>,
    /// The country whose numbers are shown for help.
    pub country: Country,
    /// How many colours the terminal shows.
    pub colors: Colors,
    /// How many colours the terminal promises, wishes aside.
    pub promised: Colors,
    /// Whether the terminal draws octant blocks itself, whatever the font.
    pub octants: bool,
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
    /// The questions of the check-in, in the person's own order.
    pub questions: Vec<Question>,
    /// The hour from which the first screen invites to a check-in, 0 to 23.
    pub evening_from: u8,
    /// The hands that can be used.
    pub hands: Hands,
    /// What presses, for weak or sore hands, wherever safety allows it.
    pub with: With,
    /// The usual breath: the id of a pattern without holds, or a ratio such as `5-7`.
    pub breath: String,
    /// Points that are still new get more time to be found.
    pub learning: bool,
    /// What a practice sounds like.
    pub sound: SoundSettings,
    /// The person's own command at the start, each step and the end of a practice; empty for none.
    pub hook: Vec<String>,
    /// Say it outside the window when a practice has ended and nobody is looking.
    pub notify: bool,
    /// Let the window's title follow a practice.
    pub title: bool,
}

/// What a practice sounds like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoundSettings {
    /// Whether it sounds at all.
    pub on: bool,
    /// Only the terminal's bell.
    pub bell: bool,
    /// The person's own command that plays its last argument, a file; empty to look for one.
    pub player: Vec<String>,
    /// Percent, 0 to 100.
    pub volume: u8,
    /// Soft noise behind the cues.
    pub background: Option<Background>,
    /// Whether lines are spoken.
    pub speech: bool,
    /// The person's own command that speaks its last argument; empty to look for one.
    pub speaker: Vec<String>,
}

impl Default for SoundSettings {
    fn default() -> SoundSettings {
        SoundSettings {
            on: true,
            bell: false,
            player: Vec::new(),
            volume: 60,
            background: None,
            speech: false,
            speaker: Vec::new(),
        }
    }
}

impl SoundSettings {
    /// By what it sounds.
    pub fn by(&self) -> Player {
        match (self.bell, self.player.as_slice()) {
            (true, _) => Player::Bell,
            (false, []) => Player::Auto,
            (false, command) => Player::Own(command.to_vec()),
        }
    }

    /// One step louder or softer.
    pub fn change_volume(&mut self, by: i16) {
        let volume = i16::from(self.volume) + by;
        self.volume = volume.clamp(0, 100) as u8;
        // Who turns it up wants to hear it.
        self.on |= by > 0;
    }

    /// The next background, and after the last none.
    pub fn next_background(&mut self) {
        self.background = match self.background {
            None => Background::ALL.first().copied(),
            Some(now) => Background::ALL.into_iter().skip_while(|one| *one != now).nth(1),
        };
    }
}

impl Settings {
    /// How the person presses.
    pub fn grip(&self) -> Grip {
        Grip {
            hands: self.hands,
            with: self.with,
        }
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            lang: Lang::En,
            languages: Languages::default(),
            theme: "terminal".to_owned(),
            ground: Ground::Any,
            paper: None,
            country: Country::Other,
            colors: Colors::True,
            promised: Colors::True,
            octants: false,
            figure: FigureStyle::Auto,
            skin: "chestnut".to_owned(),
            reduced_motion: false,
            ascii: false,
            day_ends: 4,
            sound: SoundSettings::default(),
            hook: Vec::new(),
            notify: false,
            title: true,
            hands: Hands::Both,
            with: With::Fingers,
            breath: "calm".to_owned(),
            learning: true,
            questions: usual_questions(),
            evening_from: 19,
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
    /// Filled and shaded; needs 256 colours.
    Hybrid,
    /// The same with edges of octant blocks; needs a font that has them.
    Smooth,
    /// Lines of braille dots.
    Braille,
    /// Lines of octant blocks; needs a font that has them.
    Octant,
    /// Lines of plain characters.
    Ascii,
}

impl Colors {
    /// The word for it in the settings.
    pub fn id(self) -> &'static str {
        match self {
            Colors::None => "never",
            Colors::Ansi16 => "16",
            Colors::Ansi256 => "256",
            Colors::True => "true",
        }
    }
}

impl FigureStyle {
    /// Every style, in the order in which a key walks through them.
    pub const ALL: [FigureStyle; 6] = [
        FigureStyle::Auto,
        FigureStyle::Hybrid,
        FigureStyle::Braille,
        FigureStyle::Octant,
        FigureStyle::Smooth,
        FigureStyle::Ascii,
    ];

    /// The word for it in the settings.
    pub fn id(self) -> &'static str {
        match self {
            FigureStyle::Auto => "auto",
            FigureStyle::Hybrid => "hybrid",
            FigureStyle::Smooth => "smooth",
            FigureStyle::Braille => "braille",
            FigureStyle::Octant => "octant",
            FigureStyle::Ascii => "ascii",
        }
    }

    /// The next style, round and round.
    pub fn next(self) -> FigureStyle {
        let at = FigureStyle::ALL.iter().position(|style| *style == self);
        FigureStyle::ALL[at.map_or(0, |at| (at + 1) % FigureStyle::ALL.len())]
    }

    /// The style a word names on the command line or in the settings.
    pub fn from_id(id: &str) -> Option<FigureStyle> {
        FigureStyle::ALL.into_iter().find(|style| style.id() == id)
    }
}

impl Settings {
    /// The style really used: [`FigureStyle::Auto`] settled by what the terminal can do.
    pub fn figure_style(&self) -> FigureStyle {
        match (self.figure, self.ascii, self.colors) {
            (FigureStyle::Auto, true, _) => FigureStyle::Ascii,
            (FigureStyle::Auto, false, Colors::True) if self.octants => FigureStyle::Smooth,
            (FigureStyle::Auto, false, Colors::True | Colors::Ansi256) => FigureStyle::Hybrid,
            (FigureStyle::Auto, false, _) => FigureStyle::Braille,
            (FigureStyle::Hybrid | FigureStyle::Smooth, _, Colors::None | Colors::Ansi16) => {
                FigureStyle::Braille
            }
            (style, _, _) => style,
        }
    }
}
