//! A practice as plain lines: one a cue, no cursor tricks, for screen readers, pipes and logs.
//!
//! Enter pauses and goes on, n skips, q stops: each a line of its own, typed or from a pipe.

pub(super) mod lines;

use std::io::{self, Write};

use super::{CliError, Home, today};
use crate::app::practice::ledger_line;
use crate::app::preview::{NoOffer, Offer, Preview, new_practice, pressed_today};
use crate::app::resume::RUNNING;
use crate::app::signal::{Signal, Teller};
use crate::app::{Keep, Kept, Known, Which};
use crate::domain::breath::Phase;
use crate::domain::checkin::PracticeId;
use crate::domain::plan::{Half, Plan};
use crate::domain::practice::{Command, Ending, Happening, Manner, NotBegun, Pause, Practice, Scene, State};
use crate::domain::reach::With;
use crate::domain::safety::{Asking, Refusal};
use crate::domain::script;
use crate::domain::time::{Moment, Ms, Now};
use crate::domain::timeline::{Misfit, Part, Segment};
use crate::domain::words::{Lang, printable};
use crate::t;
use crate::ui::compose::told as told_composed;
use crate::ui::look::Look;
use crate::ui::preview;

use lines::Lines;

/// Lives any plan as plain lines, on the real standard input and output.
pub fn run(preview: Preview, manner: Manner, home: Home) -> Result<(), CliError> {
    let mut lines = Lines::real(&home);
    live(preview, manner, home, &mut lines)?;
    lines.ring_out();
    Ok(())
}

/// The real standard input and output, for other verbs that ask line by line.
pub(super) fn real_lines(home: &Home) -> impl Plain + use<> {
    Lines::real(home)
}

/// Where plain lines go, where keys come from, and what the clocks say.
pub trait Plain {
    /// What the clocks say.
    fn now(&mut self) -> Now;
    /// Whether somebody is there to be asked.
    fn attended(&self) -> bool;
    /// Whether a line may still come: from a person, or from a pipe that is open.
    fn listens(&self) -> bool;
    /// What came first; `None` when the moment has come. For ever only where a line may still come.
    fn wait(&mut self, until: Option<Moment>) -> Option<Word>;
    /// The line that answers a question; empty where none comes.
    fn answer(&mut self) -> String {
        match self.wait(None) {
            Some(Word::Typed(typed)) => typed,
            Some(Word::Continued) => self.answer(),
            Some(Word::End) | None => String::new(),
        }
    }
    /// Prints a line. False when nobody reads any more.
    fn say(&mut self, line: &str) -> bool;
    /// Tells something beyond the lines.
    fn signal(&mut self, signal: Signal);
}

/// Something that ends a wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// A line was typed.
    Typed(String),
    /// The program was stopped and runs again.
    Continued,
    /// The program is to end.
    End,
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
    let mut told = before(&preview, &home.known, asks, lines);
    if asks {
        today::unlock(&mut home, lines);
        // Nobody is asked about today for what cannot begin anyway.
        if let Err(no) = preview.outlook(&home.known) {
            return Err(refused(&no, &home.known));
        }
        let questions = preview.open_questions(&home.known);
        today::ask(&questions, &mut home, lines);
    }
    let offer = match preview.offer(&home.known) {
        Ok(offer) => offer,
        Err(no) => return Err(refused(&no, &home.known)),
    };
    let look = Look::new(&home.known);
    if let Some(composed) = &preview.composed {
        for line in told_composed(composed, &home.known, &look) {
            lines.say(&line);
        }
    }
    for line in preview::told(&offer, &home.known, &look) {
        lines.say(&line);
    }
    // What stands in for a point was not in the plan that was wished for.
    cautions(offer.cleared.plan(), &home.known, &mut told, lines);
    let rules: Vec<&str> = told.iter().map(|(rule, _)| *rule).collect();
    for line in preview::notes(&offer, &home.known, &look, &rules) {
        lines.say(&line);
    }
    lines.say("");

    home.known.now = lines.now();
    let entry = new_practice(&preview, &offer, &home.known);
    let note = home.known.running(&entry, &offer, &preview.wish);
    let counted = preview.routine(&home.known).is_none_or(|routine| routine.counted);
    let Offer {
        cleared,
        pace,
        length,
        ..
    } = offer;
    let today = pressed_today(&home.known);
    let practice = Practice::begin(cleared, pace, length, manner, today, home.known.now);
    let practice = practice.map_err(|why| match why {
        NotBegun::Misfit(misfit) => refused(&NoOffer::Misfit(misfit), &home.known),
        NotBegun::Refused(_) => refused(&NoOffer::Misfit(Misfit::TooLong), &home.known),
    })?;
    let keeps = asks && counted;
    let place = match preview.goes_on {
        // What goes on has its place in the journal already.
        Some(_) => home.known.cut_off().map(|cut_off| cut_off.id).filter(|_| keeps),
        None => keeps.then(|| home.keep(Keep::Practice(entry))).flatten(),
    };
    if place.is_some() && preview.goes_on.is_none() {
        let keep = home.known.note(RUNNING.to_owned(), note);
        home.keep(keep);
    }
    let mut lived = Lived {
        practice,
        place,
        told: Told { lang, last: None },
        teller: Teller::default(),
        home,
    };
    if lived.until_the_end(lines) {
        let look = Look::new(&lived.home.known);
        lines.say(&t!(look, "practice-rise"));
        let stopped = State::Ended {
            how: Ending::Stopped,
            at: lived.home.known.now.steady,
        };
        if asks && lived.practice.state(lived.home.known.now.steady) == stopped {
            today::why(&lived.practice, lived.place, &mut lived.home, lines);
        }
    }
    Ok(())
}

/// A practice while it is lived as lines.
struct Lived {
    practice: Practice,
    /// Its place in the journal, if it is kept.
    place: Option<PracticeId>,
    told: Told,
    teller: Teller,
    home: Home,
}

impl Lived {
    /// Lives it to its end. False when nobody reads any more.
    fn until_the_end(&mut self, lines: &mut dyn Plain) -> bool {
        let mut now = lines.now();
        let mut happenings = self.practice.tick(now);
        loop {
            match self.tell(happenings, now, lines) {
                Outcome::GoesOn => {}
                outcome => return outcome == Outcome::Over,
            }
            let word = match self.practice.state(now.steady) {
                // Nobody can go on by a key: a practice that slept goes on by itself.
                State::Paused { .. } if !lines.listens() => Some(Word::Typed(String::new())),
                State::Paused { .. } => lines.wait(None),
                _ => lines.wait(self.practice.wake(now.steady)),
            };
            now = lines.now();
            happenings = match word {
                None => self.practice.tick(now),
                Some(Word::Continued) => self.practice.continued(now),
                Some(Word::End) => self.command(Command::Leave, now),
                Some(Word::Typed(typed)) => {
                    let command = match (typed.trim(), self.practice.is_running(now.steady)) {
                        ("q" | "Q", _) => Command::Stop,
                        ("n", true) => Command::Skip,
                        (_, true) => Command::Pause,
                        (_, false) => Command::Resume,
                    };
                    self.command(command, now)
                }
            };
        }
    }

    fn command(&mut self, command: Command, now: Now) -> Vec<Happening> {
        let happenings = self.practice.command(command, now).unwrap_or_default();
        self.teller
            .commanded(command, self.practice.scene(now.steady).position);
        happenings
    }

    fn tell(&mut self, happenings: Vec<Happening>, now: Now, lines: &mut dyn Plain) -> Outcome {
        self.home.known.now = now;
        let signals = self.teller.tell(&self.practice, &happenings, &self.home.known);
        let outcome = self
            .told
            .tell(&self.practice, happenings, self.place, &mut self.home, lines);
        for signal in signals {
            lines.signal(signal);
        }
        outcome
    }
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
                drop(writeln!(io::stderr(), "hegu: {}", printable(&words)));
                None
            }
            _ => None,
        }
    }
}

/// The cautions that were told: of which rule, in which words.
type Cautions = Vec<(&'static str, &'static str)>;

/// The cautions of the points in a plan, each sentence once.
fn cautions(plan: &Plan, known: &Known, told: &mut Cautions, lines: &mut dyn Plain) {
    let lang = known.settings.lang;
    for (_, press) in plan.presses() {
        let point = known.content.atlas.point(press.point);
        for caution in &point.cautions {
            let words = caution.words.get(lang);
            if told.iter().all(|(_, said)| *said != words) {
                told.push((&caution.rule, words));
                lines.say(&format!("! {}  {words}", point.code));
            }
        }
    }
}

/// The plan's name, the cautions of its points, and red flags where they cannot be asked.
fn before(preview: &Preview, known: &Known, asks: bool, lines: &mut dyn Plain) -> Cautions {
    let look = Look::new(known);
    lines.say(&preview.name(known, look.lang));
    let mut told = Cautions::new();
    cautions(&preview.wish.plan, known, &mut told, lines);
    if !asks {
        lines.say(&format!("! {}", t!(look, "plain-not-if")));
        let uses = preview.wish.uses.iter().map(|id| id.as_ref());
        for question in known.safety().flags(uses) {
            lines.say(&format!("  {}", question.words.get(look.lang)));
        }
    }
    let hands = preview.wish.plan.presses().next().is_some();
    if hands {
        lines.say(&t!(look, "plain-must-not-hurt"));
    }
    lines.say(&t!(look, "plain-keys"));
    told
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
        place: Option<PracticeId>,
        home: &mut Home,
        lines: &mut dyn Plain,
    ) -> Outcome {
        let now = home.known.now;
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
                        let practice = Which::Place(practice);
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
                    practice: Which::Place(practice),
                    how,
                    why: None,
                    at,
                });
                let keep = home.known.note(RUNNING.to_owned(), String::new());
                home.keep(keep);
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
        let press = item.and_then(|item| item.press());
        let point = press.map(|press| known.content.atlas.point(press.point));
        let hand = press.and_then(|press| press.hand);
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
                        script::find_lines(point, half, hand, lang).join(" ")
                    }
                    (Part::Switch, Some(point)) => script::switch_words(point, half, hand, lang),
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
            Part::SinkIn => {
                if let (Some(point), Some(press)) = (point, press)
                    && (press.with != With::Fingers || hand.is_some())
                {
                    more = script::hand_words(point, press, lang);
                }
            }
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
