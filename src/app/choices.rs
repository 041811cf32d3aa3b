//! The person's choices as a file, `config.toml`: one table is its documentation, its reading and its writing.
//!
//! **To add a choice**: a field of [`Settings`] with its default, and one [`Choice`] in [`CHOICES`]: the key,
//! what the file says above it in both languages, what may be written, the default as it stands in the file,
//! and two functions that read the field and set it. A key `sound.player` stands in the table `[sound]`; such
//! keys come after those without a table. Nothing else is needed: `config.toml`, `HEGU_SOUND_PLAYER`,
//! `hegu config set sound.player ...` and `hegu config show` know it then. An action that changes it answers
//! with [`chosen`], so that the change is kept. `"auto"` as a value means: what was found out stays.

use super::effect::Effect;
use super::settings::{Colors, FigureStyle, Settings};
use crate::both;
use crate::content::looks::{Ground, Looks};
use crate::content::problem::{Problem, Problems};
use crate::content::source::{Plain, Source};
use crate::domain::breath::own;
use crate::domain::checkin::Question;
use crate::domain::reach::{Hands, With};
use crate::domain::safety::Country;
use crate::domain::sound::Background;
use crate::domain::words::{Lang, Words};

/// One choice of the file.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The key: `lang`, or `sound.player` for a key of a table.
    pub key: &'static str,
    /// What stands above it in the file.
    pub about: Words,
    /// What may be written.
    pub kind: Kind,
    /// What stands in the file until somebody changes it, as TOML.
    pub default: &'static str,
    /// What is in effect.
    pub get: fn(&Settings) -> Plain,
    /// Puts a value of the right kind into effect. Never asked with `"auto"` or an empty text.
    pub set: fn(&mut Settings, &Plain),
}

/// What may be written for a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// The tag of a language that is there, or "auto".
    Language,
    /// The id of a theme.
    Theme,
    /// The id of a skin.
    Skin,
    /// A whole number from the first to the last.
    Whole(i64, i64),
    /// A breath one may press by.
    Breath,
    /// `true` or `false`.
    YesNo,
    /// Any text; an empty one is none.
    Text,
    /// A program and its arguments, each a text of its own: never a line for a shell. None is none.
    Command,
    /// Names of questions, each once, at least one.
    Questions,
}

/// The shipped patterns one may press by: those without holds.
const PRESSED_BY: &[&str] = &["calm", "even", "coherent", "sigh", "natural"];

/// Every choice, in the order of the file. Those of a table come last, table by table.
pub const CHOICES: &[Choice] = &[
    Choice {
        key: "lang",
        about: Words::new(
            "Language: \"en\", \"da\", one of texts.d, or \"auto\" for that of the system. L changes it in the app.",
            "Sprog: \"en\", \"da\", et fra texts.d eller \"auto\" for systemets. L skifter det i programmet.",
        ),
        kind: Kind::Language,
        default: "\"auto\"",
        get: |settings| Plain::Text(settings.lang.tag().to_owned()),
        set: |settings, value| {
            if let Plain::Text(tag) = value
                && let Some(lang) = settings.languages.named(tag)
            {
                settings.lang = lang;
            }
        },
    },
    Choice {
        key: "country",
        about: Words::new(
            "Whose telephone numbers for help are shown: \"dk\", \"uk\", \"us\", \"eu\", \"other\", or \"auto\".",
            "Hvilket lands hjælpenumre der vises: \"dk\", \"uk\", \"us\", \"eu\", \"other\" eller \"auto\".",
        ),
        kind: Kind::OneOf(&["auto", "dk", "uk", "us", "eu", "other"]),
        default: "\"auto\"",
        get: |settings| Plain::Text(settings.country.id().to_owned()),
        set: |settings, value| put(value, Country::from_id, &mut settings.country),
    },
    Choice {
        key: "day_ends",
        about: Words::new(
            "The hour at which your day ends, 0 to 12: what you write before it belongs to the evening before.",
            "Klokkeslættet, hvor din dag slutter, 0 til 12: det, du skriver før, hører til aftenen før.",
        ),
        kind: Kind::Whole(0, 12),
        default: "4",
        get: |settings| Plain::Whole(i64::from(settings.day_ends)),
        set: |settings, value| {
            if let Plain::Whole(hour) = value {
                settings.day_ends = *hour as u8;
            }
        },
    },
    Choice {
        key: "evening_from",
        about: Words::new(
            "The hour from which the first screen quietly invites to a check-in, 0 to 23.",
            "Klokkeslættet, hvorfra den første skærm stilfærdigt inviterer til et aftentjek, 0 til 23.",
        ),
        kind: Kind::Whole(0, 23),
        default: "19",
        get: |settings| Plain::Whole(i64::from(settings.evening_from)),
        set: |settings, value| {
            if let Plain::Whole(hour) = value {
                settings.evening_from = *hour as u8;
            }
        },
    },
    Choice {
        key: "questions",
        about: Words::new(
            "What the check-in asks, in your order: mood tension stress tiredness pain sleep where tags note. s there changes it.",
            "Hvad aftentjekket spørger om, i din rækkefølge: mood tension stress tiredness pain sleep where tags note. s dér ændrer det.",
        ),
        kind: Kind::Questions,
        default: "\"mood tension stress tiredness sleep where tags note\"",
        get: |settings| {
            let ids: Vec<&str> = settings.questions.iter().map(|question| question.id()).collect();
            Plain::Text(ids.join(" "))
        },
        set: |settings, value| put(value, questions, &mut settings.questions),
    },
    Choice {
        key: "hands",
        about: Words::new(
            "The hands you can use: \"both\", \"left\" or \"right\". Nothing is asked that they cannot reach.",
            "De hænder, du kan bruge: \"both\" (begge), \"left\" (venstre) eller \"right\" (højre).",
        ),
        kind: Kind::OneOf(&["both", "left", "right"]),
        default: "\"both\"",
        get: |settings| Plain::Text(settings.hands.id().to_owned()),
        set: |settings, value| put(value, Hands::from_id, &mut settings.hands),
    },
    Choice {
        key: "press_with",
        about: Words::new(
            "What presses: \"fingers\", or for weak or sore hands a \"knuckle\" or a rounded \"tool\". Never anything pointed.",
            "Hvad der trykker: \"fingers\" (fingrene), \"knuckle\" (en kno) eller \"tool\" (et afrundet redskab).",
        ),
        kind: Kind::OneOf(&["fingers", "knuckle", "tool"]),
        default: "\"fingers\"",
        get: |settings| Plain::Text(settings.with.id().to_owned()),
        set: |settings, value| put(value, With::from_id, &mut settings.with),
    },
    Choice {
        key: "breath",
        about: Words::new(
            "The usual breath: \"calm\", \"even\", \"coherent\", \"sigh\", \"natural\", or a ratio in seconds, in and out: \"5-7\".",
            "Det vante åndedræt: \"calm\", \"even\", \"coherent\", \"sigh\", \"natural\" eller et forhold i sekunder, ind og ud: \"5-7\".",
        ),
        kind: Kind::Breath,
        default: "\"calm\"",
        get: |settings| Plain::Text(settings.breath.clone()),
        set: |settings, value| put(value, |id| Some(id.to_owned()), &mut settings.breath),
    },
    Choice {
        key: "learning",
        about: Words::new(
            "Ten seconds more to find a point until it has been practised three times.",
            "Ti sekunder mere til at finde et punkt, indtil det har været med tre gange.",
        ),
        kind: Kind::YesNo,
        default: "true",
        get: |settings| Plain::YesNo(settings.learning),
        set: |settings, value| put_yes(value, &mut settings.learning),
    },
    Choice {
        key: "theme",
        about: Words::new(
            "Colours: \"terminal\" (the terminal's own), \"calm-dark\", \"calm-light\", \"high-contrast\", \"colour-blind\".",
            "Farver: \"terminal\" (terminalens egne), \"calm-dark\", \"calm-light\", \"high-contrast\", \"colour-blind\".",
        ),
        kind: Kind::Theme,
        default: "\"terminal\"",
        get: |settings| Plain::Text(settings.theme.clone()),
        set: |settings, value| put(value, |id| Some(id.to_owned()), &mut settings.theme),
    },
    Choice {
        key: "ground",
        about: Words::new(
            "The terminal's ground: \"dark\", \"light\", or \"auto\" to ask the terminal.",
            "Terminalens bund: \"dark\" (mørk), \"light\" (lys) eller \"auto\" for at spørge terminalen.",
        ),
        kind: Kind::OneOf(&["auto", "dark", "light"]),
        default: "\"auto\"",
        get: |settings| {
            Plain::Text(
                match settings.ground {
                    Ground::Any => "auto",
                    Ground::Dark => "dark",
                    Ground::Light => "light",
                }
                .to_owned(),
            )
        },
        set: |settings, value| {
            let ground = |id: &str| match id {
                "dark" => Some(Ground::Dark),
                "light" => Some(Ground::Light),
                _ => None,
            };
            put(value, ground, &mut settings.ground);
        },
    },
    Choice {
        key: "color",
        about: Words::new(
            "How many colours: \"auto\", \"always\", \"never\", or \"16\", \"256\", \"true\". NO_COLOR goes before this.",
            "Hvor mange farver: \"auto\", \"always\", \"never\" eller \"16\", \"256\", \"true\". NO_COLOR går forud.",
        ),
        kind: Kind::OneOf(&["auto", "always", "never", "16", "256", "true"]),
        default: "\"auto\"",
        get: |settings| Plain::Text(settings.colors.id().to_owned()),
        set: |settings, value| {
            let promised = settings.promised.max(Colors::Ansi16);
            let colors = |id: &str| match id {
                "always" => Some(promised),
                "never" => Some(Colors::None),
                "16" => Some(Colors::Ansi16),
                "256" => Some(Colors::Ansi256),
                "true" => Some(Colors::True),
                _ => None,
            };
            put(value, colors, &mut settings.colors);
        },
    },
    Choice {
        key: "figure",
        about: Words::new(
            "The body: \"auto\", \"hybrid\" (filled), \"smooth\" (octant edge), \"braille\", \"octant\", \"ascii\". F changes it.",
            "Kroppen: \"auto\", \"hybrid\" (fyldt), \"smooth\" (oktantkant), \"braille\", \"octant\", \"ascii\". F skifter.",
        ),
        kind: Kind::OneOf(&["auto", "hybrid", "smooth", "braille", "octant", "ascii"]),
        default: "\"auto\"",
        get: |settings| Plain::Text(settings.figure.id().to_owned()),
        set: |settings, value| put(value, FigureStyle::from_id, &mut settings.figure),
    },
    Choice {
        key: "skin",
        about: Words::new(
            "The fill of the body: \"ebony\", \"umber\", \"chestnut\", \"honey\", \"sand\", \"shell\"; no skin: \"slate\", \"chalk\".",
            "Kroppens fyld: \"ebony\", \"umber\", \"chestnut\", \"honey\", \"sand\", \"shell\"; ingen hud: \"slate\", \"chalk\".",
        ),
        kind: Kind::Skin,
        default: "\"chestnut\"",
        get: |settings| Plain::Text(settings.skin.clone()),
        set: |settings, value| put(value, |id| Some(id.to_owned()), &mut settings.skin),
    },
    Choice {
        key: "motion",
        about: Words::new(
            "\"full\", \"still\" (pictures do not move), or \"auto\".",
            "\"full\" (levende), \"still\" (billederne står stille) eller \"auto\".",
        ),
        kind: Kind::OneOf(&["auto", "full", "still"]),
        default: "\"auto\"",
        get: |settings| Plain::Text(if settings.reduced_motion { "still" } else { "full" }.to_owned()),
        set: |settings, value| put(value, |id| Some(id == "still"), &mut settings.reduced_motion),
    },
    Choice {
        key: "marks",
        about: Words::new(
            "Marks and lines: \"full\", \"ascii\" (plain letters only), or \"auto\" by locale and terminal.",
            "Tegn og streger: \"full\", \"ascii\" (kun almindelige tegn) eller \"auto\" efter sprogopsætning og terminal.",
        ),
        kind: Kind::OneOf(&["auto", "full", "ascii"]),
        default: "\"auto\"",
        get: |settings| Plain::Text(if settings.ascii { "ascii" } else { "full" }.to_owned()),
        set: |settings, value| put(value, |id| Some(id == "ascii"), &mut settings.ascii),
    },
    Choice {
        key: "notify",
        about: Words::new(
            "Say it outside the window when a practice has ended and nobody is looking.",
            "Sig til uden for vinduet, når en øvelse er slut, og ingen kigger.",
        ),
        kind: Kind::YesNo,
        default: "false",
        get: |settings| Plain::YesNo(settings.notify),
        set: |settings, value| put_yes(value, &mut settings.notify),
    },
    Choice {
        key: "title",
        about: Words::new(
            "Let the window's title follow a practice.",
            "Lad vinduets titel følge en øvelse.",
        ),
        kind: Kind::YesNo,
        default: "true",
        get: |settings| Plain::YesNo(settings.title),
        set: |settings, value| put_yes(value, &mut settings.title),
    },
    Choice {
        key: "hook",
        about: Words::new(
            "A command of your own at the start, each step and the end of a practice: [\"program\", \"argument\"].",
            "En kommando af din egen ved start, hvert skridt og slut på en øvelse: [\"program\", \"argument\"].",
        ),
        kind: Kind::Command,
        default: "[]",
        get: |settings| Plain::Texts(settings.hook.clone()),
        set: |settings, value| put_command(value, &mut settings.hook),
    },
    Choice {
        key: "sound.on",
        about: Words::new(
            "Sounds in a practice. u turns them off and on while it runs.",
            "Lyde i en øvelse. u slår dem fra og til undervejs.",
        ),
        kind: Kind::YesNo,
        default: "true",
        get: |settings| Plain::YesNo(settings.sound.on),
        set: |settings, value| put_yes(value, &mut settings.sound.on),
    },
    Choice {
        key: "sound.by",
        about: Words::new(
            "What plays them: \"auto\" (a player that is found, else the bell) or \"bell\".",
            "Hvad der spiller dem: \"auto\" (en afspiller, der findes, ellers klokken) eller \"bell\".",
        ),
        kind: Kind::OneOf(&["auto", "bell"]),
        default: "\"auto\"",
        get: |settings| Plain::Text(if settings.sound.bell { "bell" } else { "auto" }.to_owned()),
        set: |settings, value| put(value, |id| Some(id == "bell"), &mut settings.sound.bell),
    },
    Choice {
        key: "sound.player",
        about: Words::new(
            "A player of your own, before any that is found: [\"program\", \"argument\"]. The file comes last.",
            "En afspiller af din egen, før dem der findes: [\"program\", \"argument\"]. Filen kommer til sidst.",
        ),
        kind: Kind::Command,
        default: "[]",
        get: |settings| Plain::Texts(settings.sound.player.clone()),
        set: |settings, value| put_command(value, &mut settings.sound.player),
    },
    Choice {
        key: "sound.volume",
        about: Words::new(
            "How loud, 0 to 100. . and , change it while it runs.",
            "Hvor højt, 0 til 100. . og , ændrer det undervejs.",
        ),
        kind: Kind::Whole(0, 100),
        default: "60",
        get: |settings| Plain::Whole(i64::from(settings.sound.volume)),
        set: |settings, value| {
            if let Plain::Whole(volume) = value {
                settings.sound.volume = u8::try_from(*volume).unwrap_or(100);
            }
        },
    },
    Choice {
        key: "sound.background",
        about: Words::new(
            "Soft noise behind them: \"none\", \"rain\", \"sea\" or \"brown\". r changes it while it runs.",
            "Blød støj bag dem: \"none\", \"rain\" (regn), \"sea\" (hav) eller \"brown\". r skifter den undervejs.",
        ),
        kind: Kind::OneOf(&["none", "rain", "sea", "brown"]),
        default: "\"none\"",
        get: |settings| {
            Plain::Text(
                settings
                    .sound
                    .background
                    .map_or("none", Background::id)
                    .to_owned(),
            )
        },
        set: |settings, value| {
            put(
                value,
                |id| Some(Background::from_id(id)),
                &mut settings.sound.background,
            )
        },
    },
    Choice {
        key: "speech.on",
        about: Words::new(
            "Lines are spoken. k turns the voice on and off while a practice runs.",
            "Linjerne læses op. k slår stemmen til og fra undervejs.",
        ),
        kind: Kind::YesNo,
        default: "false",
        get: |settings| Plain::YesNo(settings.sound.speech),
        set: |settings, value| put_yes(value, &mut settings.sound.speech),
    },
    Choice {
        key: "speech.command",
        about: Words::new(
            "A command of your own that speaks its last argument: [\"program\", \"argument\"].",
            "En kommando af din egen, der læser sit sidste argument op: [\"program\", \"argument\"].",
        ),
        kind: Kind::Command,
        default: "[]",
        get: |settings| Plain::Texts(settings.sound.speaker.clone()),
        set: |settings, value| put_command(value, &mut settings.sound.speaker),
    },
];

fn put_yes(value: &Plain, field: &mut bool) {
    if let Plain::YesNo(yes) = value {
        *field = *yes;
    }
}

fn put_command(value: &Plain, field: &mut Vec<String>) {
    if let Plain::Texts(words) = value {
        field.clone_from(words);
    }
}

/// The questions words name; `None` where a word names none, or one twice.
fn questions(words: &str) -> Option<Vec<Question>> {
    let mut questions = Vec::new();
    for word in words.split([' ', ',']).filter(|word| !word.is_empty()) {
        let question = Question::from_id(word)?;
        if questions.contains(&question) {
            return None;
        }
        questions.push(question);
    }
    (!questions.is_empty()).then_some(questions)
}

/// Puts what a word names into a field.
fn put<T>(value: &Plain, read: impl Fn(&str) -> Option<T>, field: &mut T) {
    if let Plain::Text(word) = value
        && let Some(read) = read(word)
    {
        *field = read;
    }
}

/// The choice with this key.
pub fn by_key(key: &str) -> Option<&'static Choice> {
    CHOICES.iter().find(|choice| choice.key == key)
}

/// The effect that keeps what is now in effect for a key.
pub fn chosen(key: &'static str, settings: &Settings) -> Effect {
    let choice = by_key(key).expect("an action names a choice of the table");
    Effect::Choose {
        key,
        value: (choice.get)(settings),
        lang: settings.lang,
    }
}

impl Choice {
    /// The variable of the environment that sets it: `HEGU_DAY_ENDS`.
    pub fn variable(&self) -> String {
        format!("HEGU_{}", self.key.replace('.', "_").to_uppercase())
    }

    /// A word of the command line or the environment as a value of this kind.
    pub fn parse(&self, word: &str) -> Plain {
        match self.kind {
            Kind::Whole(..) => word
                .parse()
                .map_or_else(|_| Plain::Text(word.to_owned()), Plain::Whole),
            Kind::YesNo => match word {
                "true" | "yes" | "1" => Plain::YesNo(true),
                "false" | "no" | "0" => Plain::YesNo(false),
                _ => Plain::Text(word.to_owned()),
            },
            // On the command line and in the environment words are told apart by blanks.
            Kind::Command => Plain::Texts(word.split_whitespace().map(str::to_owned).collect()),
            _ => Plain::Text(word.to_owned()),
        }
    }

    /// Puts a value into effect, or says what is wrong with it and what to write: never both.
    pub fn choose(
        &self,
        settings: &mut Settings,
        value: &Plain,
        looks: &Looks,
    ) -> Result<(), (Words, Words)> {
        let known: Vec<&str> = match self.kind {
            Kind::OneOf(words) => words.to_vec(),
            Kind::Language => std::iter::once("auto")
                .chain(settings.languages.all().map(Lang::tag))
                .collect(),
            Kind::Theme => looks.themes.iter().map(|theme| theme.id.as_ref()).collect(),
            Kind::Skin => looks.skins.iter().map(|skin| skin.id.as_ref()).collect(),
            _ => Vec::new(),
        };
        let right = match (self.kind, value) {
            (Kind::OneOf(_) | Kind::Language | Kind::Theme | Kind::Skin, Plain::Text(word)) => {
                known.contains(&word.as_str())
            }
            (Kind::Whole(least, most), Plain::Whole(number)) => (least..=most).contains(number),
            (Kind::YesNo, Plain::YesNo(_)) | (Kind::Text, Plain::Text(_)) => true,
            (Kind::Command, Plain::Texts(_)) => true,
            (Kind::Questions, Plain::Text(words)) => questions(words).is_some(),
            (Kind::Breath, Plain::Text(word)) => {
                PRESSED_BY.contains(&word.as_str()) || own(word).is_ok_and(|own| own.rhythm.pace().is_some())
            }
            _ => false,
        };
        if !right {
            return Err((not_a_value(self.key, value), self.kind.remedy(&known)));
        }
        let silent = matches!(value, Plain::Text(word) if word == "auto" || word.is_empty());
        // For the figure "auto" is a style like any other.
        if !silent || self.key == "figure" {
            (self.set)(settings, value);
        }
        Ok(())
    }
}

impl Kind {
    fn remedy(self, known: &[&str]) -> Words {
        let quoted = |or: &str| listed(known, or);
        match self {
            Kind::OneOf(_) | Kind::Language | Kind::Theme | Kind::Skin => {
                let (en, da) = (quoted("or"), quoted("eller"));
                both!("Write {en}.", "Skriv {da}.")
            }
            Kind::Breath => {
                let list = |or: &str| listed(PRESSED_BY, or);
                let (en, da) = (list("or"), list("eller"));
                both!(
                    "Write {en}, or a ratio without holds such as \"5-7\": in and out 2 to 8 seconds each, 5 to 12 together.",
                    "Skriv {da} eller et forhold uden hold som \"5-7\": ind og ud 2 til 8 sekunder hver, 5 til 12 tilsammen."
                )
            }
            Kind::Whole(least, most) => both!(
                "Write a whole number from {least} to {most}.",
                "Skriv et helt tal fra {least} til {most}."
            ),
            Kind::Questions => {
                let ids = Question::ALL.map(Question::id).join(" ");
                both!("Write \"{ids}\".", "Skriv \"{ids}\".")
            }
            Kind::YesNo => both!("Write true or false.", "Skriv true eller false."),
            Kind::Text => both!(
                "Write a text in quotation marks.",
                "Skriv en tekst i anførselstegn."
            ),
            Kind::Command => both!(
                "Write a program and its arguments: [\"program\", \"argument\"].",
                "Skriv et program og dets argumenter: [\"program\", \"argument\"]."
            ),
        }
    }
}

/// Words in quotation marks: `"a", "b" or "c"`.
fn listed(words: &[&str], or: &str) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {or} {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

fn not_a_value(key: &str, value: &Plain) -> Words {
    let value = literal(value);
    both!("{key} cannot be {value}.", "{key} kan ikke være {value}.")
}

/// A value as it stands in the file.
pub fn literal(value: &Plain) -> String {
    match value {
        Plain::Text(word) => toml::Value::String(word.clone()).to_string(),
        Plain::Whole(number) => number.to_string(),
        Plain::YesNo(yes) => yes.to_string(),
        Plain::Texts(words) => {
            let words: Vec<String> = words
                .iter()
                .map(|word| literal(&Plain::Text(word.clone())))
                .collect();
            format!("[{}]", words.join(", "))
        }
        Plain::Other => "...".to_owned(),
    }
}

/// Puts everything a file says into effect. What is wrong in it is named line by line; the rest holds.
/// Returns the keys that were set, too.
pub fn read(source: Source<'_>, settings: &mut Settings, looks: &Looks) -> (Vec<&'static str>, Problems) {
    let (leaves, mut problems) = source.leaves();
    let mut keys = Vec::new();
    for leaf in leaves {
        let wrong = match by_key(&leaf.path) {
            Some(choice) => match choice.choose(settings, &leaf.value, looks) {
                Ok(()) => {
                    keys.push(choice.key);
                    continue;
                }
                Err(wrong) => wrong,
            },
            None => unknown(&leaf.path),
        };
        problems.0.push(Problem {
            file: source.file.to_owned(),
            line: leaf.line,
            what: wrong.0,
            remedy: wrong.1,
        });
    }
    (keys, problems.sorted())
}

/// What is wrong with a key that does not exist: the nearest one is named, if there is one.
pub fn unknown(key: &str) -> (Words, Words) {
    let keys: Vec<&str> = CHOICES.iter().map(|choice| choice.key).collect();
    let what = both!("\"{key}\" is not known here.", "\"{key}\" kendes ikke her.");
    let remedy = match crate::domain::near::nearest(key, keys.iter().copied()) {
        Some(near) => both!("Write {near}.", "Skriv {near}."),
        None => {
            let keys = keys.join(", ");
            both!("Write one of {keys}.", "Skriv en af {keys}.")
        }
    };
    (what, remedy)
}

/// The whole file with its comments, everything at its default.
pub fn commented(lang: Lang) -> String {
    let mut text = String::from(lang.pick(
        "# The choices of hegu. Change a line, or use hegu config set KEY VALUE. A line that is taken out means\n\
         # its default. Variables such as HEGU_LANG and options such as --lang go before this file.\n",
        "# Hegus indstillinger. Ret en linje, eller brug hegu config set NØGLE VÆRDI. En linje, der er taget ud,\n\
         # betyder standardværdien. Variabler som HEGU_LANG og tilvalg som --lang går forud for filen.\n",
    ));
    let mut table = "";
    for choice in CHOICES {
        let (in_table, key) = choice.key.rsplit_once('.').unwrap_or(("", choice.key));
        if in_table != table {
            text.push_str(&format!("\n[{in_table}]\n"));
            table = in_table;
        }
        let about = choice.about.get(lang);
        text.push_str(&format!("\n# {about}\n{key} = {}\n", choice.default));
    }
    text
}

/// The text of a file with one value changed and everything else, comments too, as it was. An empty text
/// becomes the whole commented file first. `Err` when the file is not TOML: it is left alone then.
pub fn changed(text: &str, key: &str, value: &Plain, lang: Lang) -> Result<String, String> {
    let text = match text.trim() {
        "" => commented(lang),
        _ => text.to_owned(),
    };
    let mut document: toml_edit::DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| error.to_string())?;
    let new: toml_edit::Value = match value {
        Plain::Text(word) => word.as_str().into(),
        Plain::Whole(number) => (*number).into(),
        Plain::YesNo(yes) => (*yes).into(),
        Plain::Texts(words) => toml_edit::Array::from_iter(words).into(),
        Plain::Other => return Err(literal(value)),
    };
    let (table, key) = key.rsplit_once('.').unwrap_or(("", key));
    if document.is_empty() {
        // Nothing but comments: they stay above.
        let table = match table {
            "" => String::new(),
            table => format!("[{table}]\n"),
        };
        let gap = if text.ends_with('\n') { "" } else { "\n" };
        return Ok(format!("{text}{gap}{table}{key} = {}\n", literal(value)));
    }
    let mut place: &mut toml_edit::Item = document.as_item_mut();
    if !table.is_empty() {
        place = place
            .as_table_like_mut()
            .expect("a document is a table")
            .entry(table)
            .or_insert(toml_edit::table());
    }
    let place = place.as_table_like_mut().ok_or_else(|| table.to_owned())?;
    match place.get_mut(key).and_then(toml_edit::Item::as_value_mut) {
        Some(old) => {
            // What stands around the old value, a comment behind it too, stays.
            let decor = old.decor().clone();
            *old = new;
            *old.decor_mut() = decor;
        }
        None => drop(place.insert(key, toml_edit::value(new))),
    }
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks() -> &'static Looks {
        &crate::shipped().looks
    }

    fn reading(text: &str) -> (Settings, Vec<String>) {
        let mut settings = Settings::default();
        let source = Source {
            file: "config.toml",
            text,
        };
        let (_, problems) = read(source, &mut settings, looks());
        let said = problems.0.iter().map(|problem| problem.say(settings.lang));
        let said = said.collect();
        (settings, said)
    }

    #[test]
    fn the_commented_file_changes_nothing_and_names_every_choice() {
        for lang in Lang::ALL {
            let text = commented(lang);
            let (settings, problems) = reading(&text);
            assert_eq!(problems, Vec::<String>::new());
            assert_eq!(settings, Settings::default());
            let source = Source {
                file: "config.toml",
                text: &text,
            };
            let keys: Vec<String> = source.leaves().0.into_iter().map(|leaf| leaf.path).collect();
            let known: Vec<&str> = CHOICES.iter().map(|choice| choice.key).collect();
            assert_eq!(keys, known);
            assert!(text.lines().all(|line| line.chars().count() <= 125), "{text}");
        }
    }

    #[test]
    fn the_usual_breath_is_one_to_press_by_and_within_the_bounds() {
        let shipped = crate::shipped().patterns.iter();
        let pressed_by: Vec<&str> = shipped
            .filter(|pattern| pattern.rhythm.pace().is_some())
            .map(|pattern| pattern.id.as_ref())
            .collect();
        assert_eq!(pressed_by, PRESSED_BY);
        for wrong in ["box", "4-7-8", "1-4", "8-8", "4-2-6", "fast", ""] {
            let (settings, problems) = reading(&format!("breath = \"{wrong}\"\n"));
            assert_eq!(
                (settings.breath.as_str(), problems.len()),
                ("calm", 1),
                "{wrong}: {problems:?}"
            );
        }
        let (settings, problems) = reading("breath = \"5-7\"\n");
        assert_eq!(
            (settings.breath.as_str(), problems.len()),
            ("5-7", 0),
            "{problems:?}"
        );
    }

    #[test]
    fn each_choice_reaches_its_field_and_comes_back_out_of_it() {
        // For each key a value that is not the default: left unread, the field would keep the default.
        for choice in CHOICES {
            let value = match choice.kind {
                Kind::OneOf(words) => {
                    let now = (choice.get)(&Settings::default());
                    let other = words
                        .iter()
                        .find(|word| {
                            !["auto", "always"].contains(word) && Plain::Text((**word).to_owned()) != now
                        })
                        .expect("a choice has two values");
                    Plain::Text((*other).to_owned())
                }
                Kind::Language => Plain::Text("da".to_owned()),
                Kind::Theme => Plain::Text("calm-light".to_owned()),
                Kind::Skin => Plain::Text("slate".to_owned()),
                Kind::Whole(least, _) => Plain::Whole(least),
                Kind::YesNo => match (choice.get)(&Settings::default()) {
                    Plain::YesNo(yes) => Plain::YesNo(!yes),
                    _ => panic!("{} is no yes or no", choice.key),
                },
                Kind::Text => Plain::Text("something".to_owned()),
                Kind::Command => Plain::Texts(vec!["mine".to_owned(), "--soft".to_owned()]),
                Kind::Questions => Plain::Text("note mood".to_owned()),
                Kind::Breath => Plain::Text("5-7".to_owned()),
            };
            let (settings, problems) = reading(&format!("{} = {}", choice.key, literal(&value)));
            assert_eq!(problems, Vec::<String>::new(), "{}", choice.key);
            assert_ne!(settings, Settings::default(), "{}", choice.key);
            assert_eq!((choice.get)(&settings), value, "{}", choice.key);
        }
    }

    #[test]
    fn what_is_wrong_is_named_by_line_and_the_rest_holds() {
        let text = "lang = \"da\"\nday_ends = 14\ntheem = \"calm-dark\"\ntheme = 3\nskin = \"slate\"\n";
        let (settings, problems) = reading(text);
        assert_eq!(settings.lang, Lang::Da);
        assert_eq!(settings.skin, "slate");
        assert_eq!(settings.day_ends, 4);
        assert_eq!(
            problems,
            [
                "config.toml, linje 2: day_ends kan ikke være 14. Skriv et helt tal fra 0 til 12.",
                "config.toml, linje 3: \"theem\" kendes ikke her. Skriv theme.",
                "config.toml, linje 4: theme kan ikke være 3. Skriv \"terminal\", \"calm-dark\", \"calm-light\", \
                 \"high-contrast\" eller \"colour-blind\".",
            ]
        );
    }

    #[test]
    fn a_broken_line_is_named_and_the_lines_around_it_hold() {
        let (settings, problems) = reading("skin = \"slate\"\nlang = \nfigure = \"ascii\"\n");
        assert_eq!(settings.skin, "slate");
        assert_eq!(settings.figure, FigureStyle::Ascii);
        assert!(problems[0].starts_with("config.toml, line 2: "), "{problems:?}");
    }

    #[test]
    fn a_change_keeps_every_comment_and_every_other_line() {
        let text = "# mine\nlang = \"en\" # for now\n\n# below\nskin = \"slate\"\n";
        let changed = changed(text, "lang", &Plain::Text("da".to_owned()), Lang::En).expect("TOML");
        assert_eq!(
            changed,
            "# mine\nlang = \"da\" # for now\n\n# below\nskin = \"slate\"\n"
        );
    }

    #[test]
    fn a_new_key_is_added_and_a_first_change_writes_the_whole_file() {
        let added = changed("skin = \"slate\"\n", "day_ends", &Plain::Whole(3), Lang::En).expect("TOML");
        assert_eq!(added, "skin = \"slate\"\nday_ends = 3\n");
        let first = changed("", "day_ends", &Plain::Whole(3), Lang::Da).expect("TOML");
        assert_eq!(first, commented(Lang::Da).replace("day_ends = 4", "day_ends = 3"));
        let table = changed("skin = \"slate\"\n", "sound.volume", &Plain::Whole(30), Lang::En).expect("TOML");
        assert!(table.ends_with("[sound]\nvolume = 30\n"), "{table}");
    }

    #[test]
    fn a_file_that_is_not_toml_is_left_alone() {
        assert!(changed("lang = ", "skin", &Plain::Text("slate".to_owned()), Lang::En).is_err());
    }
}
