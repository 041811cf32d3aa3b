//! The lines of a whole practice, from sitting down to getting up.
//!
//! Every line fits its time with a third of it silent. What is known from the first side is not told again on
//! the second; what helps to stay comes now and then, and never twice in a row.

use super::{brief_line, find_lines, switch_lines, syllables};
use crate::domain::atlas::Atlas;
use crate::domain::breath::Phase;
use crate::domain::plan::{Breathe, Dose, Half, Item, Plan, Press};
use crate::domain::point::{Motion, Point, Posture, Pressure, Region};
use crate::domain::routine::Routine;
use crate::domain::time::Ms;
use crate::domain::timeline::{Part, Segment};
use crate::domain::words::{Lang, Words};

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

impl Voice {
    /// The voice of a routine.
    pub fn of(routine: &Routine, lang: Lang) -> Voice {
        Voice {
            lang,
            good_night: routine.quiet_end,
        }
    }
}

/// The lines of a whole practice.
pub fn script(segments: &[Segment], plan: &Plan, atlas: &Atlas, voice: Voice) -> Vec<Line> {
    let mut telling = Telling {
        plan,
        voice,
        lines: Vec::new(),
        unsaid: Vec::new(),
        posture: None,
        said_along: 0,
    };
    let last = segments
        .iter()
        .rposition(|s| s.part.is_staying() || s.part == Part::Breathe);
    for (index, segment) in segments.iter().enumerate() {
        let item = segment.item.and_then(|item| plan.items.get(item));
        let press = item.and_then(Item::press);
        let now = Told {
            segment,
            item,
            press,
            point: press.map(|press| atlas.point(press.point)),
            breathe: item.and_then(Item::breathe),
            ends_soon: Some(index) == last,
        };
        telling.tell(&now);
    }
    telling.lines
}

/// Syllables for each second: of about four in calm speech, a third is left silent.
const SYLLABLES: f32 = 2.6;

const fn words(en: &'static str, da: &'static str) -> Words {
    Words::new(en, da)
}

const IN: Words = words("In.", "Ind.");
const OUT: Words = words("Out.", "Ud.");
const BREATHE_IN: Words = words("Breathe in.", "Træk vejret ind.");
const BREATHE_OUT: Words = words("And out. Let the shoulders drop.", "Og pust ud. Slip skuldrene.");
const BREATHE_FREE: Words = words("Breathe as you like.", "Træk vejret, som du vil.");
const ONLY_BREATH: Words = words("Now only the breath.", "Nu kun åndedrættet.");
const NEXT: Words = words("Next:", "Næste:");

const SINK: Words = words("Out. Let it sink, slowly.", "Ud. Lad trykket synke langsomt.");
const SINK_AGAIN: Words = words("Out. Sink again.", "Ud. Lad det synke igen.");
const SINK_CIRCLES: Words = words("Out. Small circles, slow ones.", "Ud. Små, langsomme cirkler.");
const SINK_RUB: Words = words("Out. Rub, slowly.", "Ud. Gnid langsomt.");
const SINK_LIGHT: Words = words("Out. Only the weight of the finger.", "Ud. Kun fingerens vægt.");
const SINK_FREE: Words = words("Slowly. Let it sink.", "Langsomt. Lad det synke.");
const CIRCLES_FREE: Words = words("Small circles, slow ones.", "Små, langsomme cirkler.");
const RUB_FREE: Words = words("Rub, slowly.", "Gnid langsomt.");

const STAY: Words = words("Stay.", "Bliv.");
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
const CIRCLES_OR_STILL: Words = words(
    "Small circles, or stay still.",
    "Små cirkler, eller hold fingeren stille.",
);
const STROKES: Words = words(
    "Slow strokes, on the muscle beside the spine.",
    "Langsomme strøg, på musklen ved siden af rygsøjlen.",
);

/// Said in turn through the whole practice, so that nobody hears the same line at every point.
const ALONG: [Words; 4] = [
    words(
        "Breathe on. Nothing else to do.",
        "Træk bare vejret. Mere behøver du ikke.",
    ),
    words("A little lighter is fine too.", "Lidt lettere er også godt."),
    words(
        "Thoughts may come. You need not follow.",
        "Tanker må gerne komme. Du behøver ikke følge dem.",
    ),
    words("Soft jaw, soft eyes.", "Blød i kæben, bløde øjne."),
];
const SOON_DONE: Words = words("Soon done.", "Snart færdig.");
const SOON_NOTHING: Words = words(
    "Soon there is nothing more to do.",
    "Snart er der ikke mere at gøre.",
);
const LET_GO: Words = words("Out. Let go, slowly.", "Ud. Slip langsomt.");
const LET_GO_FREE: Words = words("Let go, slowly.", "Slip langsomt.");
const REST: Words = words("Rest.", "Hvil.");

const HANDS_DOWN: Words = words(
    "Hands in your lap. Feel them a moment.",
    "Læg hænderne i skødet. Mærk dem et øjeblik.",
);
const HANDS_BESIDE: Words = words(
    "Hands beside you. Feel them a moment.",
    "Læg hænderne ved siden af dig. Mærk dem et øjeblik.",
);
const HANDS_ANYWHERE: Words = words(
    "Let go of everything. Hands where they like.",
    "Slip det hele. Hænderne, hvor de har lyst.",
);
const BY_ITSELF: Words = words(
    "The breath goes by itself now.",
    "Nu går åndedrættet af sig selv.",
);
const RISE: Words = words(
    "Move the fingers. That was all. Rise slowly.",
    "Bevæg fingrene lidt. Det var det. Rejs dig langsomt.",
);
const RISE_SHORT: Words = words("That was all. Rise slowly.", "Det var det. Rejs dig langsomt.");
const GOOD_NIGHT: Words = words("By itself now. Good night.", "Nu går det af sig selv. Godnat.");

/// How one settles down, at the start and when the posture changes.
fn settle(posture: Posture, first: bool) -> Option<Words> {
    Some(match (posture, first) {
        (Posture::Sit, true) => words("Sit comfortably.", "Sæt dig godt til rette."),
        (Posture::Sit, false) => words("Sit up.", "Sæt dig op."),
        (Posture::Lie, true) => words("Lie down comfortably.", "Læg dig godt til rette."),
        (Posture::Lie, false) => words("Lie down now.", "Læg dig nu ned."),
        (Posture::Cross, true) => words(
            "Sit so that you reach your foot.",
            "Sæt dig, så du kan nå din fod.",
        ),
        // The finding line says how the leg lies.
        (Posture::Cross, false) => return None,
        (Posture::Stand, true) => words("Stand with soft knees.", "Stå med bløde knæ."),
        (Posture::Stand, false) => words("Stand up slowly.", "Rejs dig langsomt."),
    })
}

/// What lets go while something is pressed here.
fn letting_go(region: Region) -> Option<Words> {
    Some(match region {
        Region::Head | Region::Face | Region::Ear => {
            words("Let the forehead grow smooth.", "Lad panden blive glat.")
        }
        Region::Neck => words("Loose elbows, long neck.", "Løse albuer, lang nakke."),
        Region::Shoulder => words("Let the shoulder drop.", "Lad skulderen synke."),
        Region::Belly | Region::Chest | Region::Flank => {
            words("Let the belly rise and fall.", "Lad maven hæve og sænke sig.")
        }
        region if region.is_arm() => words("Soft hand, soft arm.", "Blød hånd, blød arm."),
        region if region.is_leg() => words("Heavy legs, long breath.", "Tunge ben, langt åndedrag."),
        _ => return None,
    })
}

/// Said once at the first side of an arm: a nerve lies near many of its points.
const IF_IT_TINGLES: Words = words("If the hand tingles, let go.", "Prikker det i hånden, så slip.");

struct Telling<'a> {
    plan: &'a Plan,
    voice: Voice,
    lines: Vec<Line>,
    /// Finding lines that found no time before the press: said while the finger lies there.
    unsaid: Vec<String>,
    posture: Option<Posture>,
    /// How many of [`ALONG`] have been said.
    said_along: usize,
}

/// A segment with everything about it.
struct Told<'a> {
    segment: &'a Segment,
    item: Option<&'a Item>,
    press: Option<&'a Press>,
    point: Option<&'a Point>,
    breathe: Option<&'a Breathe>,
    ends_soon: bool,
}

impl Told<'_> {
    fn counted(&self) -> bool {
        self.segment.rhythm.is_paced()
    }

    fn is_light(&self) -> bool {
        self.press
            .is_some_and(|press| press.dose == Dose::Light || press.pressure == Pressure::Touch)
    }

    /// The other side was pressed just before, in the same way.
    fn is_second(&self) -> bool {
        self.segment.half == Some(Half::Right)
            && self.press.is_some_and(|press| press.sides.halves().len() == 2)
    }

    /// The slots of a stretch in which one line each is said: whole breaths of at least 8 s.
    fn slots(&self) -> (Ms, Ms) {
        let cycle = self.segment.rhythm.cycle();
        let slot = 8_000_u64.div_ceil(cycle) * cycle;
        ((self.segment.length / slot).max(1), slot.min(self.segment.length))
    }
}

impl Telling<'_> {
    fn tell(&mut self, now: &Told<'_>) {
        match now.segment.part {
            Part::LeadIn | Part::Placing => self.find(now),
            Part::SinkIn => self.sink(now),
            Part::Stay | Part::Circle | Part::Rub => self.stay(now),
            Part::Release if now.counted() => self.breath(now, 0, &IN, &LET_GO),
            Part::Release => self.breath(now, 0, &IN, &LET_GO_FREE),
            Part::Rest => self.say(now, 0, now.segment.length, &REST),
            Part::Switch => self.switch(now),
            Part::Breathe => self.breathe(now),
            Part::Close => self.close(now),
        }
    }

    fn say(&mut self, now: &Told<'_>, into: Ms, slot: Ms, words: &Words) {
        let text = words.get(self.voice.lang).to_owned();
        self.say_text(now, into, slot, text);
    }

    fn say_text(&mut self, now: &Told<'_>, into: Ms, slot: Ms, text: String) {
        self.lines.push(Line {
            at: now.segment.start + into,
            slot,
            text,
        });
    }

    /// In and out of the breath that begins `into` the segment.
    fn breath(&mut self, now: &Told<'_>, into: Ms, inhale: &Words, exhale: &Words) {
        for phase in now.segment.rhythm.phases() {
            let words = match phase.phase {
                Phase::In => inhale,
                Phase::Out | Phase::Free => exhale,
                Phase::Full | Phase::Empty => continue,
            };
            self.say(now, into + phase.start, phase.length, words);
        }
    }

    /// How to sit, and where the point is: as much as the time before the press holds. What is left is said
    /// while the finger lies there, in the first breaths of staying.
    fn find(&mut self, now: &Told<'_>) {
        let (count, slot) = now.slots();
        let lang = self.voice.lang;
        let half = now.segment.half.unwrap_or(Half::Midline);
        let first = self.lines.is_empty();
        let posture = now.item.map(|item| item.posture);
        let settles = posture
            .filter(|posture| self.posture != Some(*posture))
            .and_then(|posture| settle(posture, first));
        self.posture = posture.or(self.posture);

        let lines = match (now.point, now.breathe) {
            (Some(point), _) => find_lines(point, half, lang),
            (None, Some(breathe)) => {
                let only = ONLY_BREATH.get(lang).to_owned();
                let hands = breathe.hands.get(lang).to_owned();
                let breath_alone = self.plan.presses().next().is_none() || hands.is_empty();
                match (breath_alone, hands.is_empty()) {
                    (_, true) => vec![only],
                    (true, false) => vec![hands],
                    (false, false) => vec![only, hands],
                }
            }
            _ => Vec::new(),
        };
        // "Now only the breath" needs no "next" before it.
        let announces = !first && lines.first().is_none_or(|line| line != ONLY_BREATH.get(lang));
        let next = |lines: &[String]| {
            let mut lines = lines.to_vec();
            if let (Some(line), true) = (lines.first_mut(), announces) {
                *line = format!("{} {}", NEXT.get(lang), small(line));
            }
            lines
        };
        let lies = lines
            .first()
            .is_some_and(|line| line.starts_with("Lie") || line.starts_with("Læg dig"));
        let brief = now
            .point
            .and_then(|point| brief_line(point, half, lang))
            .map(|line| vec![line]);
        // What is written for lying down is not said to somebody who sits.
        let lines = match &brief {
            Some(brief) if lies && posture != Some(Posture::Lie) => brief.clone(),
            _ => lines,
        };
        let settled = |lines: &[String]| {
            // A finding line may already say how to lie.
            let settles = settles.as_ref().filter(|_| !lies)?;
            let own = settles.get(lang).to_owned();
            Some(
                std::iter::once(own)
                    .chain(lines.iter().cloned())
                    .collect::<Vec<_>>(),
            )
        };
        let tries = [
            settled(&lines),
            Some(next(&lines)),
            Some(lines.clone()),
            brief.as_deref().map(&next),
            brief.clone(),
        ];
        let fitting = tries
            .into_iter()
            .flatten()
            .find_map(|lines| packed(&lines, count as usize, slot));
        self.unsaid.clear();
        let said = fitting.unwrap_or_else(|| {
            let said = next(&lines).into_iter().take(count as usize).collect();
            self.unsaid = lines.into_iter().skip(count as usize).collect();
            said
        });
        let used = said.len() as Ms;
        for (nth, text) in said.into_iter().enumerate() {
            self.say_text(now, nth as Ms * slot, slot, text);
        }
        // A breath that is left over is breathed.
        if count > used && now.counted() {
            self.breath(now, used * slot, &BREATHE_IN, &BREATHE_OUT);
        }
    }

    fn switch(&mut self, now: &Told<'_>) {
        let (count, slot) = now.slots();
        let Some(point) = now.point else { return };
        let half = now.segment.half.unwrap_or(Half::Right);
        let lines = switch_lines(point, half, self.voice.lang);
        self.unsaid.clear();
        let said = packed(&lines, count as usize, slot).unwrap_or_else(|| {
            self.unsaid = lines.iter().skip(count as usize).cloned().collect();
            lines.into_iter().take(count as usize).collect()
        });
        for (nth, text) in said.into_iter().enumerate() {
            self.say_text(now, nth as Ms * slot, slot, text);
        }
    }

    fn sink(&mut self, now: &Told<'_>) {
        let motion = now.press.map_or(Motion::Stay, |press| press.motion);
        let exhale = match (motion, now.counted()) {
            (Motion::Circle, false) => &CIRCLES_FREE,
            (Motion::Rub, false) => &RUB_FREE,
            (Motion::Stay, false) => &SINK_FREE,
            _ if now.is_light() => &SINK_LIGHT,
            _ if now.segment.repeat > 0 => &SINK_AGAIN,
            (Motion::Circle, true) => &SINK_CIRCLES,
            (Motion::Rub, true) => &SINK_RUB,
            (Motion::Stay, true) => &SINK,
        };
        self.breath(now, 0, &IN, exhale);
    }

    /// How the first breath of staying is lived.
    fn first_of_stay(now: &Told<'_>) -> Words {
        let pressure = now.press.map(|press| press.pressure);
        match now.segment.part {
            _ if now.is_light() => STAY_LIGHT,
            Part::Rub => STROKES,
            Part::Circle if now.is_second() || now.segment.repeat > 0 => CIRCLES_OR_STILL,
            Part::Circle => MOVES_ALONG,
            _ if !now.counted() => STAY_FREE,
            _ if now.segment.repeat > 0 => STAY_AGAIN,
            _ if now.is_second() => STAY,
            _ if pressure == Some(Pressure::Firm) => STAY_FIRM,
            _ => STAY_GENTLE,
        }
    }

    /// Something in the first breath, then now and then; before the very end, that it comes.
    fn stay(&mut self, now: &Told<'_>) {
        let (count, slot) = now.slots();
        let lang = self.voice.lang;
        // The longer it lasts, the more of it is silence.
        let every = if count > 8 { 3 } else { 2 };
        let mut here: Vec<Words> = Vec::new();
        if let Some(region) = now.point.map(|point| point.region) {
            let first_side = !now.is_second() && now.segment.repeat == 0;
            if region.is_arm() && first_side {
                here.push(IF_IT_TINGLES);
            }
            if !(region.is_arm() && first_side) && (now.counted() || !region.is_leg()) {
                here.extend(letting_go(region));
            }
        }
        let mut here = here.into_iter();
        let mut unsaid = std::mem::take(&mut self.unsaid).into_iter();
        let mut spoken = 0;
        for nth in 0..count {
            let last = nth + 1 == count;
            let text = if let Some(line) = unsaid.next() {
                spoken = nth + 1;
                line
            } else if last && now.ends_soon && nth > 0 {
                self.soon().get(lang).to_owned()
            } else if nth == spoken {
                Self::first_of_stay(now).get(lang).to_owned()
            } else if (nth - spoken) % every == 0 {
                let words = here.next().unwrap_or_else(|| self.along(now.counted()));
                words.get(lang).to_owned()
            } else {
                continue;
            };
            self.say_text(now, nth * slot, slot, text);
        }
    }

    /// The next line that goes anywhere. Where nothing is counted, none of the breath.
    fn along(&mut self, counted: bool) -> Words {
        let words = ALONG[self.said_along % ALONG.len()].clone();
        self.said_along += 1;
        if !counted && words == ALONG[0] {
            return self.along(counted);
        }
        words
    }

    fn soon(&self) -> Words {
        if self.voice.good_night {
            SOON_NOTHING
        } else {
            SOON_DONE
        }
    }

    /// The first two breaths are counted aloud, then there are tones.
    fn breathe(&mut self, now: &Told<'_>) {
        let cycle = now.segment.rhythm.cycle();
        let length = now.segment.length;
        if now.counted() {
            for nth in 0..now.segment.breaths().min(2) {
                self.breath(now, nth * cycle, &IN, &OUT);
            }
        } else {
            self.say(now, 0, length.min(10_000), &BREATHE_FREE);
        }
        let end = length.saturating_sub(2 * cycle.max(5_000));
        if now.ends_soon && length >= 60_000 {
            let soon = self.soon();
            self.say(now, end / cycle * cycle, cycle.max(5_000), &soon);
        }
    }

    fn close(&mut self, now: &Told<'_>) {
        let (count, slot) = now.slots();
        let hands = match self.posture {
            _ if self.voice.good_night => &HANDS_ANYWHERE,
            Some(Posture::Lie | Posture::Stand) => &HANDS_BESIDE,
            _ => &HANDS_DOWN,
        };
        let end = match (self.voice.good_night, count) {
            (true, _) => &GOOD_NIGHT,
            (false, 1) => &RISE_SHORT,
            (false, _) => &RISE,
        };
        if count > 1 {
            self.say(now, 0, slot, hands);
        }
        if count > 2 && !self.voice.good_night {
            self.say(now, slot, slot, &BY_ITSELF);
        }
        self.say(now, (count - 1) * slot, slot, end);
    }
}

/// The lines in at most so many groups that each fit a slot; `None` where they do not.
fn packed(lines: &[String], count: usize, slot: Ms) -> Option<Vec<String>> {
    let most = (SYLLABLES * slot as f32 / 1_000.0) as usize;
    let mut groups: Vec<String> = Vec::new();
    for line in lines {
        match groups.last_mut() {
            Some(last) if syllables(last) + syllables(line) <= most => {
                last.push(' ');
                last.push_str(line);
            }
            _ if syllables(line) <= most => groups.push(line.clone()),
            _ => return None,
        }
    }
    (groups.len() <= count).then_some(groups)
}

fn small(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
