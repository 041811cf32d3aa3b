//! What is said while a practice runs: one word a cue, and the lines for closed eyes.
//!
//! A line goes with its segment, whatever the breath. It names the hand first, then the place, then the
//! act; it says "in" and "out" whenever a hand has to move, and is otherwise mostly silent. "Hold" is a word
//! for the breath only: a pressed point is stayed on.

use super::atlas::Atlas;
use super::breath::Phase;
use super::plan::{Breathe, Dose, Half, Plan, Press};
use super::point::{Point, Pressure};
use super::practice::Cue;
use super::time::Ms;
use super::timeline::{Part, Segment};
use super::words::{Lang, Words};

const fn words(en: &'static str, da: &'static str) -> Words {
    Words::new(en, da)
}

/// The word of a phase: `In`, `Hold`, `Out`; empty where nothing is counted.
pub fn phase_word(phase: Phase, lang: Lang) -> &'static str {
    let (en, da) = match phase {
        Phase::In => ("In", "Ind"),
        Phase::Full | Phase::Empty => ("Hold", "Hold"),
        Phase::Out => ("Out", "Ud"),
        Phase::Free => ("", ""),
    };
    pick(en, da, lang)
}

/// The word of a part: what the hand does.
pub fn part_word(part: Part, lang: Lang) -> &'static str {
    let (en, da) = match part {
        Part::LeadIn | Part::Placing => ("Find it", "Find det"),
        Part::SinkIn => ("Press", "Tryk"),
        Part::Stay => ("Stay", "Bliv"),
        Part::Circle => ("Circles", "Cirkler"),
        Part::Rub => ("Rub", "Gnid"),
        Part::Release => ("Release", "Slip"),
        Part::Rest => ("Rest", "Hvil"),
        Part::Switch => ("Switch", "Skift side"),
        Part::Breathe => ("Breathe", "Åndedræt"),
        Part::Close => ("Rest", "Hvil"),
    };
    pick(en, da, lang)
}

/// The word of a cue, where one is needed by itself: the window title, the status line.
pub fn cue_word(cue: Cue, lang: Lang) -> &'static str {
    let (en, da) = match cue {
        Cue::Stop => ("Stop", "Stop"),
        Cue::End => ("Done", "Slut"),
        Cue::Switch => ("Switch", "Skift side"),
        Cue::Next => ("Next", "Næste"),
        Cue::Release => ("Release", "Slip"),
        Cue::Press => ("Press", "Tryk"),
        Cue::Stay => ("Stay", "Bliv"),
        Cue::In => ("In", "Ind"),
        Cue::Hold => ("Hold", "Hold"),
        Cue::Out => ("Out", "Ud"),
    };
    pick(en, da, lang)
}

/// The word of a side, small letters; empty on the midline.
pub fn half_word(half: Half, lang: Lang) -> &'static str {
    let (en, da) = match half {
        Half::Left => ("left", "venstre"),
        Half::Right => ("right", "højre"),
        Half::Both => ("both", "begge"),
        Half::Midline => ("", ""),
    };
    pick(en, da, lang)
}

/// The word for easing before letting go.
pub fn lighter_word(lang: Lang) -> &'static str {
    pick("Lighter", "Lettere", lang)
}

/// The word for a pause.
pub fn paused_word(lang: Lang) -> &'static str {
    pick("Paused", "Pause", lang)
}

/// The word for going on after a pause.
pub fn going_on_word(lang: Lang) -> &'static str {
    pick("Going on", "Fortsætter", lang)
}

fn pick(en: &'static str, da: &'static str, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Da => da,
    }
}

/// A finding line with its sides put in: `{side}` is the side that is pressed, `{other}` the hand that
/// presses. A side that begins a sentence gets a capital.
pub fn with_sides(line: &str, half: Half, lang: Lang) -> String {
    let (side, other) = match half {
        Half::Right => (Half::Right, Half::Left),
        _ => (Half::Left, Half::Right),
    };
    let mut said = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('{') {
        said.push_str(&rest[..at]);
        rest = &rest[at..];
        let (word, length) = if rest.starts_with("{side}") {
            (half_word(side, lang), "{side}".len())
        } else if rest.starts_with("{other}") {
            (half_word(other, lang), "{other}".len())
        } else {
            ("{", 1)
        };
        let begins = said.trim_end().is_empty() || said.trim_end().ends_with(['.', ':', '?']);
        let after_colon = said.trim_end().ends_with(':');
        if begins && !after_colon {
            said.push_str(&capital(word));
        } else {
            said.push_str(word);
        }
        rest = &rest[length..];
    }
    said.push_str(rest);
    said
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn small(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// The finding lines of a point for one side.
pub fn find_lines(point: &Point, half: Half, lang: Lang) -> Vec<String> {
    point
        .cue
        .find
        .iter()
        .map(|line| with_sides(line.get(lang), half, lang))
        .collect()
}

/// The lines between two sides of a point; `half` is the side that comes.
pub fn switch_lines(point: &Point, half: Half, lang: Lang) -> Vec<String> {
    point
        .cue
        .switch
        .iter()
        .map(|line| with_sides(line.get(lang), half, lang))
        .collect()
}

/// One line to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When, from the start of the practice.
    pub at: Ms,
    /// How long there is to say it.
    pub slot: Ms,
    /// What.
    pub text: String,
}

/// How a practice is spoken.
#[derive(Clone, Copy, Debug, Default)]
pub struct Voice {
    /// The language.
    pub lang: Lang,
    /// It ends in bed: the last word is good night.
    pub good_night: bool,
}

/// The lines of a whole practice.
pub fn script(segments: &[Segment], plan: &Plan, atlas: &Atlas, voice: Voice) -> Vec<Line> {
    let mut lines = Vec::new();
    let last_stay = segments.iter().rposition(|s| s.part.is_staying());
    for (index, segment) in segments.iter().enumerate() {
        let item = segment.item.and_then(|item| plan.items.get(item));
        let spoken = Spoken {
            segment,
            press: item.and_then(|item| item.press()),
            point: item
                .and_then(|item| item.press())
                .map(|press| atlas.point(press.point)),
            breathe: item.and_then(|item| item.breathe()),
            first: index == 0,
            ends_soon: Some(index) == last_stay,
            voice,
        };
        spoken.lines(&mut lines);
    }
    lines
}

struct Spoken<'a> {
    segment: &'a Segment,
    press: Option<&'a Press>,
    point: Option<&'a Point>,
    breathe: Option<&'a Breathe>,
    first: bool,
    ends_soon: bool,
    voice: Voice,
}

const IN: Words = words("In.", "Ind.");
const OUT: Words = words("Out.", "Ud.");
const BREATHE_IN: Words = words("Breathe in.", "Træk vejret ind.");
const BREATHE_OUT: Words = words("And out. Let the shoulders drop.", "Og pust ud. Slip skuldrene.");
const SINK: Words = words("Out. Let it sink, slowly.", "Ud. Lad trykket synke langsomt.");
const SINK_AGAIN: Words = words("Out. Sink again.", "Ud. Lad det synke igen.");
const SINK_CIRCLES: Words = words("Out. Small circles, slow ones.", "Ud. Små, langsomme cirkler.");
const SINK_RUB: Words = words("Out. Rub, slowly.", "Ud. Gnid langsomt.");
const SINK_LIGHT: Words = words("Out. Only the weight of the finger.", "Ud. Kun fingerens vægt.");
const SINK_FREE: Words = words("Slowly. Let it sink.", "Langsomt. Lad det synke.");
const STAY_FIRM: Words = words("Stay. Firm, and never sharp.", "Bliv. Fast, og aldrig skarpt.");
const STAY_GENTLE: Words = words("Stay. Steady and friendly.", "Bliv. Roligt og venligt.");
const STAY_LIGHT: Words = words(
    "Stay. Light as a hand on a table.",
    "Bliv. Let som en hånd på et bord.",
);
const STAY_FREE: Words = words("Stay. Breathe as you like.", "Bliv. Træk vejret, som du vil.");
const STAY_AGAIN: Words = words("Stay. Soft jaw.", "Bliv. Blød i kæben.");
const MOVES_ALONG: Words = words(
    "The skin moves along with the finger.",
    "Huden følger med fingeren.",
);
/// Said one after the other in every second breath of staying; the others are silent.
static ALONG: [Words; 4] = [
    words(
        "Breathe on. Nothing else to do.",
        "Træk bare vejret. Mere behøver du ikke.",
    ),
    words("A little lighter is fine too.", "Lidt lettere er også godt."),
    words("Soft hand, soft arm.", "Blød hånd, blød arm."),
    words(
        "Thoughts may come. You need not follow.",
        "Tanker må gerne komme. Du behøver ikke følge dem.",
    ),
];
static ALONG_FREE: Words = words("Nothing else to do.", "Mere behøver du ikke.");
const SOON_DONE: Words = words("Soon done.", "Snart færdig.");
const LET_GO: Words = words("Out. Let go, slowly.", "Ud. Slip langsomt.");
const LET_GO_FREE: Words = words("Let go, slowly.", "Slip langsomt.");
const REST: Words = words("Rest.", "Hvil.");
/// From here a finding line leaves no time for "Next".
const LONG_LINE: usize = 75;
const NEXT: Words = words("Next:", "Næste:");
const BREATHE_FREE: Words = words("Breathe as you like.", "Træk vejret, som du vil.");
const ONLY_BREATH: Words = words("Only the breath now.", "Nu kun åndedrættet.");
const HANDS_DOWN: Words = words(
    "Hands in your lap. Feel them a moment.",
    "Læg hænderne i skødet. Mærk dem et øjeblik.",
);
const HANDS_ANYWHERE: Words = words(
    "Let go of everything. Hands where they like.",
    "Slip det hele. Hænderne, hvor de har lyst.",
);
const THAT_WAS_ALL: Words = words(
    "Move the fingers. That was all.",
    "Bevæg fingrene lidt. Det var det.",
);
const THAT_WAS_ALL_SHORT: Words = words("That was all.", "Det var det.");
const GOOD_NIGHT: Words = words("By itself now. Good night.", "Nu går det af sig selv. Godnat.");

impl Spoken<'_> {
    fn say(&self, lines: &mut Vec<Line>, into: Ms, slot: Ms, words: &Words) {
        self.say_text(lines, into, slot, words.get(self.voice.lang).to_owned());
    }

    fn say_text(&self, lines: &mut Vec<Line>, into: Ms, slot: Ms, text: String) {
        lines.push(Line {
            at: self.segment.start + into,
            slot,
            text,
        });
    }

    /// In and out of the breath that begins `into` the segment.
    fn breath(&self, lines: &mut Vec<Line>, into: Ms, inhale: &Words, exhale: &Words) {
        for phase in self.segment.rhythm.phases() {
            let words = match phase.phase {
                Phase::In => inhale,
                Phase::Out | Phase::Free => exhale,
                Phase::Full | Phase::Empty => continue,
            };
            self.say(lines, into + phase.start, phase.length, words);
        }
    }

    fn counted(&self) -> bool {
        self.segment.rhythm.is_paced()
    }

    fn is_light(&self) -> bool {
        self.press.is_some_and(|press| press.dose == Dose::Light)
    }

    fn lines(&self, lines: &mut Vec<Line>) {
        match self.segment.part {
            Part::LeadIn | Part::Placing => self.find(lines),
            Part::SinkIn => self.sink(lines),
            Part::Stay | Part::Circle | Part::Rub => self.stay(lines),
            Part::Release if self.counted() => self.breath(lines, 0, &IN, &LET_GO),
            Part::Release => self.breath(lines, 0, &IN, &LET_GO_FREE),
            Part::Rest => self.say(lines, 0, self.segment.length, &REST),
            Part::Switch => self.switch(lines),
            Part::Breathe => self.breathe(lines),
            Part::Close => self.close(lines),
        }
    }

    /// The slots of a stretch in which one line each is said: whole breaths of at least 8 s.
    fn slots(&self) -> (Ms, Ms) {
        let cycle = self.segment.rhythm.cycle();
        let slot = 8_000_u64.div_ceil(cycle) * cycle;
        ((self.segment.length / slot).max(1), slot.min(self.segment.length))
    }

    fn find(&self, lines: &mut Vec<Line>) {
        let (count, slot) = self.slots();
        let half = self.segment.half.unwrap_or(Half::Midline);
        let lang = self.voice.lang;
        let mut found = match (self.point, self.breathe) {
            (Some(point), _) => find_lines(point, half, lang),
            (None, Some(breathe)) if !breathe.hands.is_empty() => {
                vec![breathe.hands.get(lang).to_owned()]
            }
            _ => vec![ONLY_BREATH.get(lang).to_owned()],
        };
        // A line that fills its time already says by its place that it is the next.
        if let (Some(first), false) = (found.first_mut(), self.first)
            && first.chars().count() <= LONG_LINE
        {
            *first = format!("{} {}", NEXT.get(lang), small(first));
        }
        let said = (found.len() as Ms).min(count);
        for (nth, text) in found.into_iter().take(count as usize).enumerate() {
            self.say_text(lines, nth as Ms * slot, slot, text);
        }
        // A breath that is left over is breathed.
        if count > said && self.counted() {
            self.breath(lines, said * slot, &BREATHE_IN, &BREATHE_OUT);
        }
    }

    fn switch(&self, lines: &mut Vec<Line>) {
        let (count, slot) = self.slots();
        let Some(point) = self.point else { return };
        let half = self.segment.half.unwrap_or(Half::Right);
        let said = switch_lines(point, half, self.voice.lang);
        for (nth, text) in said.into_iter().take(count as usize).enumerate() {
            self.say_text(lines, nth as Ms * slot, slot, text);
        }
    }

    fn sink(&self, lines: &mut Vec<Line>) {
        let exhale = match self.press {
            _ if self.is_light() => &SINK_LIGHT,
            _ if !self.counted() => &SINK_FREE,
            Some(_) if self.segment.repeat > 0 => &SINK_AGAIN,
            Some(press) => match press.motion {
                super::point::Motion::Circle => &SINK_CIRCLES,
                super::point::Motion::Rub => &SINK_RUB,
                super::point::Motion::Stay => &SINK,
            },
            None => &SINK,
        };
        self.breath(lines, 0, &IN, exhale);
    }

    /// Something in the first breath, then in every second; before the very end, that it comes.
    fn stay(&self, lines: &mut Vec<Line>) {
        let (count, slot) = self.slots();
        let moving = self.segment.part != Part::Stay;
        let first = match self.press.map(|press| press.pressure) {
            _ if self.is_light() => &STAY_LIGHT,
            _ if moving => &MOVES_ALONG,
            _ if !self.counted() => &STAY_FREE,
            _ if self.segment.repeat > 0 => &STAY_AGAIN,
            Some(Pressure::Firm) => &STAY_FIRM,
            _ => &STAY_GENTLE,
        };
        let mut along = ALONG.iter().cycle();
        for nth in 0..count {
            let last = nth + 1 == count;
            let words = if nth == 0 {
                first
            } else if last && self.ends_soon {
                &SOON_DONE
            } else if nth % 2 == 0 {
                let next = along.next().unwrap_or(&ALONG_FREE);
                if self.counted() { next } else { &ALONG_FREE }
            } else {
                continue;
            };
            self.say(lines, nth * slot, slot, words);
        }
    }

    /// The first two breaths are counted aloud, then there are tones.
    fn breathe(&self, lines: &mut Vec<Line>) {
        if !self.counted() {
            self.say(lines, 0, self.segment.length.min(10_000), &BREATHE_FREE);
            return;
        }
        for nth in 0..self.segment.breaths().min(2) {
            self.breath(lines, nth * self.segment.rhythm.cycle(), &IN, &OUT);
        }
    }

    fn close(&self, lines: &mut Vec<Line>) {
        let (count, slot) = self.slots();
        let hands = if self.voice.good_night {
            &HANDS_ANYWHERE
        } else {
            &HANDS_DOWN
        };
        let end = match (self.voice.good_night, count) {
            (true, _) => &GOOD_NIGHT,
            (false, 1) => &THAT_WAS_ALL_SHORT,
            (false, _) => &THAT_WAS_ALL,
        };
        if count > 1 {
            self.say(lines, 0, slot, hands);
        }
        self.say(lines, (count - 1) * slot, slot, end);
    }
}

#[cfg(test)]
mod tests;
