//! `hegu practice`: a routine or single points, on the screen or as plain lines.
//!
//! A plain line a cue, no cursor tricks: for screen readers, pipes and logs. Where somebody is at the keys,
//! enter pauses and goes on, and q stops.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use clap::Args;

use super::{CliError, Home, today};
use crate::app::practice::ledger_line;
use crate::app::preview::{NoOffer, Offer, Preview, new_practice, pressed_today};
use crate::app::{Keep, Kept, Known};
use crate::domain::breath::Phase;
use crate::domain::checkin::PracticeId;
use crate::domain::plan::Half;
use crate::domain::practice::{Command, Ending, Happening, Manner, NotBegun, Pause, Practice, Scene, State};
use crate::domain::safety::{Asking, Refusal};
use crate::domain::script;
use crate::domain::time::{Moment, Ms, Now};
use crate::domain::timeline::{Misfit, Part, Segment};
use crate::domain::words::Lang;
use crate::platform::clock::Clock;
use crate::t;
use crate::ui::look::Look;
use crate::ui::preview;

/// What to practise.
#[derive(Clone, Debug, Default, Args)]
pub struct PracticeArgs {
    /// A routine, by id or name, or points by their codes.
    #[arg(required = true, value_name = "ROUTINE|CODE")]
    pub what: Vec<String>,
    /// One line a cue, without a screen. Enter pauses and goes on, q stops.
    #[arg(long)]
    pub plain: bool,
    /// How long, in minutes.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=30))]
    pub minutes: Option<u8>,
    /// Plays it so many times as fast, as plain lines: no dose, no record.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub speed: Option<u32>,
}

impl PracticeArgs {
    /// Whether it wants the screen: nothing says otherwise, and there is a person at the keys.
    pub fn wants_screen(&self) -> bool {
        !self.plain && self.speed.is_none() && io::stdin().is_terminal() && io::stdout().is_terminal()
    }

    /// The plan before it is lived.
    pub fn preview(&self, known: &Known) -> Result<Preview, CliError> {
        let content = known.content;
        let routine = content.routines.by_typed(&self.what.join(" "));
        let mut preview = match routine {
            Some(routine) => Preview::of_routine(routine),
            None => {
                let mut points = Vec::new();
                for typed in &self.what {
                    let id = content.atlas.by_typed(typed).ok_or_else(|| {
                        let look = Look::new(known);
                        CliError {
                            message: t!(look, "plain-unknown", what = typed.as_str()),
                            hint: t!(look, "plain-unknown-hint"),
                            code: 1,
                        }
                    })?;
                    points.push(id);
                }
                Preview::of_points(&points, known)
            }
        };
        preview.minutes = self.minutes;
        Ok(preview)
    }
}

/// Lives a practice as plain lines.
pub fn run(args: &PracticeArgs, home: Home) -> Result<(), CliError> {
    let preview = args.preview(&home.known)?;
    let manner = match args.speed {
        Some(factor) => Manner::Preview { factor },
        None => Manner::Real,
    };
    run_preview(preview, manner, home)
}

/// Lives any plan as plain lines, on the real standard input and output.
pub fn run_preview(preview: Preview, manner: Manner, home: Home) -> Result<(), CliError> {
    live(preview, manner, home, &mut Lines::real())
}

/// Where plain lines go, where keys come from, and what the clocks say.
pub trait Plain {
    /// What the clocks say.
    fn now(&mut self) -> Now;
    /// Whether somebody is at the keys.
    fn attended(&self) -> bool;
    /// A line that was typed, or `None` when the moment has come.
    fn wait(&mut self, until: Option<Moment>) -> Option<String>;
    /// Prints a line. False when nobody reads any more.
    fn say(&mut self, line: &str) -> bool;
}

/// The real standard input and output.
struct Lines {
    clock: Clock,
    typed: Option<Receiver<String>>,
}

impl Lines {
    fn real() -> Lines {
        let typed = io::stdin().is_terminal().then(|| {
            let (send, receive) = channel();
            std::thread::spawn(move || {
                for line in io::stdin().lock().lines().map_while(Result::ok) {
                    if send.send(line).is_err() {
                        break;
                    }
                }
            });
            receive
        });
        Lines {
            clock: Clock::default(),
            typed,
        }
    }
}

impl Plain for Lines {
    fn now(&mut self) -> Now {
        self.clock.now()
    }

    fn attended(&self) -> bool {
        self.typed.is_some()
    }

    fn wait(&mut self, until: Option<Moment>) -> Option<String> {
        let now = self.clock.now().steady;
        let rest = until.map(|until| Duration::from_millis(until.since(now)));
        match (&self.typed, rest) {
            (None, rest) => {
                std::thread::sleep(rest.unwrap_or_default());
                None
            }
            (Some(typed), None) => match typed.recv() {
                Ok(line) => Some(line),
                Err(_) => Some("q".to_owned()),
            },
            (Some(typed), Some(rest)) => match typed.recv_timeout(rest) {
                Ok(line) => Some(line),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => {
                    self.typed = None;
                    std::thread::sleep(rest);
                    None
                }
            },
        }
    }

    fn say(&mut self, line: &str) -> bool {
        let mut out = io::stdout().lock();
        writeln!(out, "{line}").and_then(|()| out.flush()).is_ok()
    }
}

/// What is told before: cautions first, then what safety changed, and what to look out for.
pub fn live(
    mut preview: Preview,
    manner: Manner,
    mut home: Home,
    lines: &mut dyn Plain,
) -> Result<(), CliError> {
    let asks = manner == Manner::Real && lines.attended();
    preview.wish.asking = if asks {
        Asking::Possible
    } else {
        Asking::Impossible
    };
    let lang = home.known.settings.lang;
    before(&preview, &home.known, asks, lines);
    if asks {
        today::unlock(&mut home, lines);
        let questions = preview.open_questions(&home.known);
        today::ask(&questions, &mut home, lines);
    }
    let offer = match preview.offer(&home.known) {
        Ok(offer) => offer,
        Err(no) => return Err(refused(&no, &home.known)),
    };
    let look = Look::new(&home.known);
    for line in preview::told(&offer, &home.known, &look) {
        lines.say(&line);
    }
    lines.say("");

    home.known.now = lines.now();
    let entry = new_practice(&preview, &offer, &home.known);
    let counted = preview.routine(&home.known).is_none_or(|routine| routine.counted);
    let Offer {
        cleared,
        pace,
        length,
        ..
    } = offer;
    let today = pressed_today(&home.known);
    let practice = Practice::begin(cleared, pace, length, manner, today, home.known.now);
    let mut practice = practice.map_err(|why| match why {
        NotBegun::Misfit(misfit) => refused(&NoOffer::Misfit(misfit), &home.known),
        NotBegun::Refused(_) => refused(&NoOffer::Misfit(Misfit::TooLong), &home.known),
    })?;
    let keeps = asks && counted;
    let place = keeps.then(|| home.keep(Keep::Practice(entry))).flatten();
    let mut told = Told { lang, last: None };
    let mut quiet = false;
    loop {
        let now = lines.now();
        let happenings = practice.tick(now);
        let over = told.tell(&practice, happenings, now, place, &mut home, lines);
        quiet |= over == Outcome::Quiet;
        if over != Outcome::GoesOn {
            break;
        }
        let typed = match practice.state(now.steady) {
            // Nobody can go on by a key: a practice that slept goes on by itself.
            State::Paused { .. } if !lines.attended() => Some(String::new()),
            State::Paused { .. } => lines.wait(None),
            _ => lines.wait(practice.wake(now.steady)),
        };
        let Some(typed) = typed else { continue };
        let now = lines.now();
        let command = match (typed.trim(), practice.is_running(now.steady)) {
            ("q" | "Q", _) => Command::Stop,
            ("n", true) => Command::Skip,
            (_, true) => Command::Pause,
            (_, false) => Command::Resume,
        };
        if let Ok(happenings) = practice.command(command, now) {
            let over = told.tell(&practice, happenings, now, place, &mut home, lines);
            quiet |= over == Outcome::Quiet;
            if over != Outcome::GoesOn {
                break;
            }
        }
    }
    if !quiet {
        let look = Look::new(&home.known);
        lines.say(&t!(look, "practice-rise"));
        let stopped = State::Ended {
            how: Ending::Stopped,
            at: home.known.now.steady,
        };
        if asks && practice.state(home.known.now.steady) == stopped {
            today::why(&practice, place, &mut home, lines);
        }
    }
    Ok(())
}

impl Home {
    /// Asks the journal to keep something; the place of a practice, if it has one. A journal that cannot be
    /// written does not stop a practice: it is said once, on standard error.
    pub(super) fn keep(&mut self, keep: Keep) -> Option<PracticeId> {
        let now = self.known.now.wall;
        match self.keeper.perform(keep, now) {
            Kept::Practice(entry) => Some(entry.id),
            Kept::Failed { trouble, .. } => {
                let words = crate::ui::words::trouble(&Look::new(&self.known), &trouble);
                drop(writeln!(io::stderr(), "hegu: {words}"));
                None
            }
            _ => None,
        }
    }
}

/// The plan's name, the cautions of its points, and red flags where they cannot be asked.
fn before(preview: &Preview, known: &Known, asks: bool, lines: &mut dyn Plain) {
    let look = Look::new(known);
    lines.say(&preview.name(known, look.lang));
    let mut told: Vec<&str> = Vec::new();
    for (_, press) in preview.wish.plan.presses() {
        let point = known.content.atlas.point(press.point);
        for caution in &point.cautions {
            let words = caution.words.get(look.lang);
            if !told.contains(&words) {
                told.push(words);
                lines.say(&format!("! {}  {words}", point.code));
            }
        }
    }
    if !asks {
        lines.say(&format!("! {}", t!(look, "plain-not-if")));
        let uses = preview.wish.uses.iter().map(|id| id.as_ref());
        for question in known.safety().flags(uses) {
            lines.say(&format!("  {}", question.words.get(look.lang)));
        }
    }
    let hands = preview.wish.plan.presses().next().is_some();
    lines.say(&if hands {
        t!(look, "plain-must-not-hurt")
    } else {
        t!(look, "plain-keys")
    });
}

fn refused(no: &NoOffer, known: &Known) -> CliError {
    let look = Look::new(known);
    let mut words = preview::refusal(no, known, &look).into_iter();
    CliError {
        message: words.next().unwrap_or_default(),
        hint: words.collect::<Vec<_>>().join("\n"),
        code: match no {
            NoOffer::Refused(Refusal::Enough { .. } | Refusal::Open { .. }) | NoOffer::Misfit(_) => 1,
            NoOffer::Refused(_) => 3,
        },
    }
}

/// How things stand after something was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    GoesOn,
    Over,
    /// Nobody reads any more.
    Quiet,
}

/// What was told last, so that a segment is announced once.
struct Told {
    lang: Lang,
    last: Option<(Ms, Part)>,
}

impl Told {
    fn tell(
        &mut self,
        practice: &Practice,
        happenings: Vec<Happening>,
        now: Now,
        place: Option<PracticeId>,
        home: &mut Home,
        lines: &mut dyn Plain,
    ) -> Outcome {
        home.known.now = now;
        let scene = practice.scene(now.steady);
        let mut outcome = Outcome::GoesOn;
        let mut say = |line: String| {
            if !lines.say(&line) {
                outcome = Outcome::Quiet;
            }
        };
        let at = |position: Ms| {
            let seconds = position / 1_000;
            format!("{}:{:02}", seconds / 60, seconds % 60)
        };
        let mut ended = None;
        for happening in happenings {
            match happening {
                Happening::Cues(moment) => {
                    let into = moment.position - moment.segment.start;
                    if let Some(line) = self.line(practice, &home.known, &moment.segment, into) {
                        say(format!("{}  {line}", at(moment.position)));
                    }
                }
                Happening::SideEnded(side) => {
                    if let Some(practice) = place {
                        let line = ledger_line(&side, &home.known);
                        let at = home.known.moment();
                        home.keep(Keep::SideEnded { practice, line, at });
                    }
                }
                Happening::Paused(why) => {
                    let word = script::paused_word(self.lang);
                    say(format!("{}  {word}", at(scene.position)));
                    if why == Pause::Away {
                        self.last = None;
                    }
                }
                Happening::Resumed => {
                    self.last = None;
                    say(format!(
                        "{}  {}",
                        at(scene.position),
                        script::going_on_word(self.lang)
                    ));
                }
                Happening::Ended(how) => ended = Some(how),
            }
        }
        // Where nothing is counted, some segments begin without a cue.
        if ended.is_none()
            && practice.is_running(now.steady)
            && let Some(line) = self.unannounced(practice, &home.known, &scene)
        {
            say(format!("{}  {line}", at(scene.segment.start)));
        }
        if let Some(how) = ended {
            let look = Look::new(&home.known);
            let word = match how {
                Ending::Finished => t!(look, "practice-done"),
                Ending::Stopped | Ending::Left => t!(look, "practice-stopped"),
            };
            say(format!("{}  {word}", at(scene.position)));
            if let Some(practice) = place {
                let at = home.known.moment();
                home.keep(Keep::PracticeEnded {
                    practice,
                    how,
                    why: None,
                    at,
                });
            }
            if outcome == Outcome::GoesOn {
                outcome = Outcome::Over;
            }
        }
        outcome
    }

    fn unannounced(&mut self, practice: &Practice, known: &Known, scene: &Scene) -> Option<String> {
        let key = (scene.segment.start, scene.segment.part);
        (self.last != Some(key))
            .then(|| self.line(practice, known, &scene.segment, 0))
            .flatten()
    }

    /// The line of a cue: the breath, what the hand does, the point and its side. Where no hand moves only
    /// the beginning is told.
    fn line(&mut self, practice: &Practice, known: &Known, segment: &Segment, into: Ms) -> Option<String> {
        let lang = self.lang;
        let key = (segment.start, segment.part);
        let first = self.last != Some(key);
        self.last = Some(key);
        let item = segment.item.and_then(|item| practice.plan().items.get(item));
        let point = item
            .and_then(|item| item.press())
            .map(|press| known.content.atlas.point(press.point));
        let half = segment.half.unwrap_or(Half::Midline);
        let name = match point {
            Some(point) => format!("{} {}", point.code, script::half_word(half, lang)),
            None => String::new(),
        };
        let phase = segment.rhythm.phase_at(into).phase;
        let mut act = script::part_word(segment.part, lang);
        let mut breath = script::phase_word(phase, lang);
        let mut more = String::new();
        match segment.part {
            Part::LeadIn | Part::Placing | Part::Switch | Part::Rest | Part::Close => {
                if !first {
                    return None;
                }
                breath = "";
                more = match (segment.part, point) {
                    (Part::LeadIn | Part::Placing, Some(point)) => {
                        script::find_lines(point, half, lang).join(" ")
                    }
                    (Part::Switch, Some(point)) => {
                        let lines = script::switch_lines(point, half, lang).join(" ");
                        // The word stands in its column already.
                        let word = format!("{act}. ");
                        lines.strip_prefix(&word).unwrap_or(&lines).to_owned()
                    }
                    (Part::LeadIn, None) => item
                        .and_then(|item| item.breathe())
                        .map(|breathe| breathe.hands.get(lang).to_owned())
                        .unwrap_or_default(),
                    _ => String::new(),
                };
                if point.is_none() && segment.part == Part::LeadIn {
                    act = script::part_word(Part::Breathe, lang);
                }
            }
            // On the in-breath the finger only rests.
            Part::SinkIn if phase == Phase::In => act = "",
            Part::Release if phase == Phase::In => act = script::lighter_word(lang),
            Part::Breathe if phase != Phase::Free => act = "",
            _ => {}
        }
        let parts = [breath, act, name.trim_end(), &more];
        let line: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(line.join("  "))
    }
}

#[cfg(test)]
mod tests;
