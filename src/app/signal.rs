//! What a practice tells beyond its screen: the ear, the machine, the person's own command.
//!
//! Signals are effects like any other: plain data, made here and carried out in `platform::beside`. The same
//! teller serves the screen and the plain lines.

use super::known::Known;
use super::settings::Settings;
use crate::domain::plan::Half;
use crate::domain::practice::{Command, Cue, Ending, Happening, Manner, Pause, Practice};
use crate::domain::script::{self, Line, Voice};
use crate::domain::sound::Background;
use crate::domain::time::{Moment, Ms};
use crate::domain::timeline::Part;
use crate::domain::words::Lang;

/// Something told beyond the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// The cues of one moment, in the order of telling. A bell rings for the first only.
    Sound {
        /// What.
        cues: Vec<Cue>,
        /// How loud, percent.
        volume: u8,
        /// By what.
        player: Player,
    },
    /// Words to be spoken.
    Speak {
        /// What.
        text: String,
        /// In which language.
        lang: Lang,
        /// How loud, percent.
        volume: u8,
        /// Over whatever is being said.
        urgent: bool,
        /// The person's own command, if there is one; the text is its last argument.
        command: Vec<String>,
    },
    /// A background from now on, or none.
    Background {
        /// Which.
        what: Option<Background>,
        /// How loud, percent.
        volume: u8,
        /// By what.
        player: Player,
    },
    /// Be still at once.
    Hush(Hush),
    /// Keep the machine awake from now on, or let it sleep again.
    Awake(bool),
    /// Run the person's own command.
    Hook(Box<Hook>),
    /// The practice is over, and the person asked to be told.
    Notify {
        /// What it says.
        text: String,
    },
}

/// What plays sounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Player {
    /// The first that is found on the machine; over ssh, and where there is none, the bell.
    #[default]
    Auto,
    /// The person's own command; the file is its last argument.
    Own(Vec<String>),
    /// The terminal's bell.
    Bell,
}

/// What is to be still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hush {
    /// Cues and background.
    Sounds,
    /// The voice.
    Voice,
    /// Both.
    All,
}

impl Hush {
    /// Whether cues and background are to be still.
    pub fn sounds(self) -> bool {
        self != Hush::Voice
    }

    /// Whether the voice is to be still.
    pub fn voice(self) -> bool {
        self != Hush::Sounds
    }
}

/// When the person's own command is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HookAt {
    /// The practice begins.
    Start,
    /// Each step of it: finding, pressing, staying, letting go.
    Step,
    /// It is over.
    End,
}

impl HookAt {
    /// The word the command is told.
    pub fn id(self) -> &'static str {
        match self {
            HookAt::Start => "start",
            HookAt::Step => "step",
            HookAt::End => "end",
        }
    }
}

/// The person's own command, and the facts it is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Hook {
    /// The program and its arguments.
    pub command: Vec<String>,
    /// When.
    pub at: HookAt,
    /// Facts by name, in order; each goes into an environment variable and into JSON.
    pub facts: Vec<(&'static str, Fact)>,
}

/// One fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// A word.
    Word(String),
    /// A number.
    Number(u64),
    /// Nothing to say here.
    Nothing,
}

/// What plays or speaks, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ears {
    /// What sounds.
    pub sound: Sounding,
    /// What speaks.
    pub speech: Speaking,
}

/// What sounds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sounding {
    /// Nothing was tried yet.
    #[default]
    Untried,
    /// A player, by its name.
    Player(String),
    /// The terminal's bell.
    Bell {
        /// Because the speakers of this machine are elsewhere.
        far: bool,
    },
}

/// What speaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Speaking {
    /// Nothing was tried yet.
    #[default]
    Untried,
    /// A tool, by its name.
    Tool(String),
    /// Nothing that is here can speak.
    Nothing,
}

/// What those who carry signals out have to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// What sounds from now on.
    Sounding(Sounding),
    /// What speaks from now on.
    Speaking(Speaking),
    /// The person's own command did not do it.
    HookFailed(String),
}

/// Turns what happens in a practice into signals. Keeps only what was told already.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Teller {
    began: bool,
    /// The line to be spoken next; `None` when it has to be looked up.
    next: Option<Upcoming>,
    /// Up to where lines were spoken; `None` while none was, not even one at 0.
    spoken: Option<Ms>,
    background: Option<(Background, u8)>,
    awake: bool,
    step: Option<(Ms, Part)>,
}

#[derive(Clone, Debug, PartialEq)]
struct Upcoming {
    line: Option<Line>,
    lang: Lang,
}

impl Teller {
    /// The signals of what just happened. A preview is silent: nothing in it is lived.
    pub fn tell(&mut self, practice: &Practice, happenings: &[Happening], known: &Known) -> Vec<Signal> {
        if practice.manner() != Manner::Real {
            return Vec::new();
        }
        let now = known.now.steady;
        let settings = &known.settings;
        let mut signals = Vec::new();
        if !self.began {
            self.began = true;
            signals.extend(hook(HookAt::Start, practice, None, known));
        }
        let mut told: Option<&[Cue]> = None;
        let mut ended = None;
        for happening in happenings {
            match happening {
                // Of cues that come together only the last can still be followed.
                Happening::Cues(moment) => told = Some(&moment.cues),
                Happening::Paused(why) => self.on_pause(*why, settings, &mut signals),
                Happening::Resumed => {
                    self.look_again(practice.scene(now).position, true);
                    signals.extend(speak(script::going_on_word(settings.lang), false, settings));
                }
                Happening::Ended(how) => ended = Some(*how),
                Happening::SideEnded(_) => {}
            }
        }
        if let Some(how) = ended {
            self.on_end(how, practice, known, &mut signals);
            return signals;
        }
        if let Some(cues) = told {
            signals.extend(sound(cues, settings));
        }
        if practice.is_running(now) {
            self.speak_lines(practice, known, &mut signals);
            self.on_step(practice, known, &mut signals);
            self.set_background(settings, &mut signals);
            if !self.awake {
                self.awake = true;
                signals.push(Signal::Awake(true));
            }
        }
        signals
    }

    /// A command was carried out: what comes may have been written anew. Where it begins anew at this very
    /// position, its line is said too.
    pub fn commanded(&mut self, command: Command, position: Ms) {
        match command {
            Command::Skip | Command::Back | Command::Ready => self.look_again(position, true),
            Command::Extend | Command::Speed(_) => self.look_again(position, false),
            _ => {}
        }
    }

    /// When a line falls due before anything else does.
    pub fn wake(&self, practice: &Practice) -> Option<Moment> {
        let line = self.next.as_ref()?.line.as_ref()?;
        Some(practice.moment_of(line.at))
    }

    fn look_again(&mut self, position: Ms, inclusive: bool) {
        self.next = None;
        self.spoken = if inclusive {
            position.checked_sub(1)
        } else {
            Some(position)
        };
    }

    fn on_pause(&mut self, why: Pause, settings: &Settings, signals: &mut Vec<Signal>) {
        self.background = None;
        signals.push(Signal::Hush(Hush::All));
        // Nobody is there to hear a pause that nobody asked for.
        if why == Pause::Asked {
            signals.extend(speak(script::paused_word(settings.lang), true, settings));
        }
        if std::mem::take(&mut self.awake) {
            signals.push(Signal::Awake(false));
        }
    }

    fn on_end(&mut self, how: Ending, practice: &Practice, known: &Known, signals: &mut Vec<Signal>) {
        let settings = &known.settings;
        self.background = None;
        match how {
            Ending::Finished => {
                signals.push(Signal::Background {
                    what: None,
                    volume: 0,
                    player: settings.sound.by(),
                });
                if !ends_quietly(practice, known) {
                    signals.extend(sound(&[Cue::End], settings));
                }
                if settings.notify && !known.focused {
                    let text = script::cue_word(Cue::End, settings.lang).to_owned();
                    signals.push(Signal::Notify { text });
                }
            }
            Ending::Stopped => {
                signals.push(Signal::Hush(Hush::All));
                signals.extend(sound(&[Cue::Stop], settings));
                signals.extend(speak(script::stopped_line(settings.lang), true, settings));
            }
            Ending::Left => signals.push(Signal::Hush(Hush::All)),
        }
        if std::mem::take(&mut self.awake) {
            signals.push(Signal::Awake(false));
        }
        signals.extend(hook(HookAt::End, practice, Some(how), known));
    }

    /// Every line whose time has come; of several only the last, as with cues.
    fn speak_lines(&mut self, practice: &Practice, known: &Known, signals: &mut Vec<Signal>) {
        let settings = &known.settings;
        let position = practice.scene(known.now.steady).position;
        if !settings.sound.speech {
            self.look_again(position, false);
            return;
        }
        let lang = settings.lang;
        if self.next.as_ref().is_none_or(|next| next.lang != lang) {
            self.next = Some(self.upcoming(practice, known, lang, self.spoken));
        }
        let mut due = None;
        while let Some(line) = self
            .next
            .as_mut()
            .and_then(|next| next.line.take_if(|line| line.at <= position))
        {
            self.spoken = Some(line.at);
            due = Some(line);
            self.next = Some(self.upcoming(practice, known, lang, self.spoken));
        }
        if let Some(line) = due
            && position < line.at + line.slot
        {
            signals.extend(speak(&line.text, false, settings));
        }
    }

    fn upcoming(&self, practice: &Practice, known: &Known, lang: Lang, after: Option<Ms>) -> Upcoming {
        let voice = Voice {
            lang,
            good_night: ends_quietly(practice, known),
        };
        let lines = script::script(practice.track(), practice.plan(), &known.content.atlas, voice);
        Upcoming {
            line: lines
                .into_iter()
                .find(|line| after.is_none_or(|after| line.at > after)),
            lang,
        }
    }

    fn on_step(&mut self, practice: &Practice, known: &Known, signals: &mut Vec<Signal>) {
        let segment = practice.scene(known.now.steady).segment;
        let step = (segment.start, segment.part);
        if self.step != Some(step) {
            self.step = Some(step);
            signals.extend(hook(HookAt::Step, practice, None, known));
        }
    }

    fn set_background(&mut self, settings: &Settings, signals: &mut Vec<Signal>) {
        let sound = &settings.sound;
        let wanted = sound
            .background
            .filter(|_| sound.on && sound.volume > 0 && !sound.bell)
            .map(|what| (what, sound.volume));
        if self.background != wanted {
            self.background = wanted;
            signals.push(Signal::Background {
                what: wanted.map(|(what, _)| what),
                volume: sound.volume,
                player: sound.by(),
            });
        }
    }
}

/// A routine for falling asleep ends without a sound.
fn ends_quietly(practice: &Practice, known: &Known) -> bool {
    let routine = practice.cleared().routine();
    routine
        .and_then(|id| known.routines.by_id(id))
        .is_some_and(|routine| routine.quiet_end)
}

fn sound(cues: &[Cue], settings: &Settings) -> Option<Signal> {
    let sound = &settings.sound;
    (sound.on && sound.volume > 0).then(|| Signal::Sound {
        cues: cues.to_vec(),
        volume: sound.volume,
        player: sound.by(),
    })
}

fn speak(text: &str, urgent: bool, settings: &Settings) -> Option<Signal> {
    let sound = &settings.sound;
    (sound.speech && sound.volume > 0).then(|| Signal::Speak {
        text: text.to_owned(),
        lang: settings.lang,
        volume: sound.volume,
        urgent,
        command: sound.speaker.clone(),
    })
}

/// The person's own command with its facts, if there is one.
fn hook(at: HookAt, practice: &Practice, how: Option<Ending>, known: &Known) -> Option<Signal> {
    if known.settings.hook.is_empty() {
        return None;
    }
    let now = known.now.steady;
    let scene = practice.scene(now);
    let segment = scene.segment;
    let item = segment.item.and_then(|item| practice.plan().items.get(item));
    let point = item.and_then(|item| item.press()).map(|press| press.point);
    let word = |text: Option<String>| text.map_or(Fact::Nothing, Fact::Word);
    let seconds = |ms: Ms| Fact::Number(ms / 1_000);
    let facts = vec![
        ("event", Fact::Word(at.id().to_owned())),
        (
            "routine",
            word(practice.cleared().routine().map(ToString::to_string)),
        ),
        ("part", Fact::Word(segment.part.id().to_owned())),
        (
            "point",
            word(point.map(|id| known.content.atlas.point(id).code.to_string())),
        ),
        (
            "side",
            word(
                segment
                    .half
                    .filter(|half| *half != Half::Midline)
                    .map(|half| half.id().to_owned()),
            ),
        ),
        ("part_seconds", seconds(segment.length)),
        ("position_seconds", seconds(scene.position)),
        ("total_seconds", seconds(scene.total)),
        (
            "ended",
            word(how.map(|how| {
                match how {
                    Ending::Finished => "finished",
                    Ending::Stopped => "stopped",
                    Ending::Left => "left",
                }
                .to_owned()
            })),
        ),
        ("lang", Fact::Word(known.settings.lang.tag().to_owned())),
    ];
    Some(Signal::Hook(Box::new(Hook {
        command: known.settings.hook.clone(),
        at,
        facts,
    })))
}

#[cfg(test)]
mod tests;
