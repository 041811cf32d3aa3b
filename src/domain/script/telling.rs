//! The lines of a whole practice, from sitting down to getting up.
//!
//! Every line fits its time with a third of it silent. What is known from the first side is not told again on
//! the second; what helps to stay comes now and then, and never twice in a row.

use std::borrow::Cow;

use super::{find_lines, short_line, switch_lines, syllables};
use crate::domain::atlas::Atlas;
use crate::domain::breath::Phase;
use crate::domain::plan::{Breathe, Dose, Half, Item, Plan, Press};
use crate::domain::point::{Motion, Point, Posture, Pressure, Region, Side, Tool};
use crate::domain::reach::With;
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
        posture: None,
        said_along: 0,
        rested: false,
        changes_hands: plan.presses().any(|(_, press)| press.with != With::Fingers),
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

/// While one only breathes, the voice comes back after about so long: a choice of ours.
const COUNTED_AGAIN: Ms = 40_000;

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
const SWITCH: Words = words("Switch.", "Skift side.");
const HOLD: Words = words("Hold.", "Hold.");

const IN_KNUCKLE: Words = words("In. Lay the knuckle there.", "Ind. Læg knoen dér.");
const IN_KNUCKLES: Words = words("In. Lay the knuckles there.", "Ind. Læg knoerne dér.");
const IN_TOOL: Words = words("In. Set the tool there.", "Ind. Sæt redskabet dér.");
const IN_FINGER: Words = words("In. Here only the finger.", "Ind. Her kun fingeren.");
const IN_FINGERS: Words = words("In. Here only the fingers.", "Ind. Her kun fingrene.");

const SINK: Words = words("Out. Let it sink, slowly.", "Ud. Lad trykket synke langsomt.");
const SINK_AGAIN: Words = words("Out. Sink again.", "Ud. Lad det synke igen.");
const CIRCLES_AGAIN: Words = words("Out. Small circles again.", "Ud. Små cirkler igen.");
const RUB_AGAIN: Words = words("Out. Rub again.", "Ud. Gnid igen.");
const SINK_CIRCLES: Words = words("Out. Small circles, slow ones.", "Ud. Små, langsomme cirkler.");
const SINK_RUB: Words = words("Out. Rub, slowly.", "Ud. Gnid langsomt.");
const SINK_LIGHT: Words = words("Out. Only the weight of the finger.", "Ud. Kun fingerens vægt.");
const WEIGHT: Words = words("the weight of the finger", "fingerens egen vægt");
/// Where the finding line has said how heavy the finger is.
const REST_LIGHT: Words = words("Out. Let it rest there.", "Ud. Lad den hvile dér.");
const REST_LIGHT_FREE: Words = words("Only the weight of the finger.", "Kun fingerens vægt.");
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
const MOVES_ALONG_BOTH: Words = words(
    "The skin moves along with the fingers.",
    "Huden følger med fingrene.",
);
const MOVES_ALONG_TOOL: Words = words("The skin moves along.", "Huden følger med.");
const CIRCLES_OR_STILL: Words = words(
    "Small circles, or stay still.",
    "Små cirkler, eller hold fingeren stille.",
);
const STROKES: Words = words(
    "Slow strokes, on the muscle beside the spine.",
    "Langsomme strøg, på musklen ved siden af rygsøjlen.",
);

/// Said in turn through the whole practice, so that nobody hears the same line at every point.
const ALONG: [(Where, Words); 4] = [
    (
        Where::Counted,
        words(
            "Breathe on. Nothing else to do.",
            "Træk bare vejret. Mere behøver du ikke.",
        ),
    ),
    (
        Where::Pressed,
        words("A little lighter is fine too.", "Lidt lettere er også godt."),
    ),
    (
        Where::Anywhere,
        words(
            "Thoughts may come. You need not follow.",
            "Tanker må gerne komme. Du behøver ikke følge dem.",
        ),
    ),
    (
        Where::Anywhere,
        words("Soft jaw, soft eyes.", "Blød i kæben, bløde øjne."),
    ),
];

/// Where a line goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// Wherever there is time.
    Anywhere,
    /// Where the breath is counted.
    Counted,
    /// Where something is pressed that could be pressed less.
    Pressed,
}
const SOON_DONE: Words = words("Soon done.", "Snart færdig.");
const SOON_NOTHING: Words = words(
    "Soon there is nothing more to do.",
    "Snart er der ikke mere at gøre.",
);
const LET_GO: Words = words("Out. Let go, slowly.", "Ud. Slip langsomt.");
const LET_GO_FREE: Words = words("Let go, slowly.", "Slip langsomt.");
const REST: Words = words("Rest.", "Hvil.");
const REST_THERE: Words = words(
    "Rest. The finger may stay where it is.",
    "Hvil. Fingeren må gerne blive liggende.",
);
const REST_THERE_BOTH: Words = words(
    "Rest. The fingers may stay where they are.",
    "Hvil. Fingrene må gerne blive liggende.",
);
const FOOT_DOWN: Words = words("Foot down.", "Sæt foden ned.");

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

/// How one settles down at the start: in full, and where the place needs the words.
fn settle(posture: Posture) -> [Words; 2] {
    match posture {
        Posture::Sit => [
            words("Sit comfortably.", "Sæt dig godt til rette."),
            words("Sit well.", "Sid godt."),
        ],
        Posture::Lie => [
            words("Lie down comfortably.", "Læg dig godt til rette."),
            words("Lie well.", "Lig godt."),
        ],
        Posture::Cross => [
            words(
                "Sit so that you reach your foot.",
                "Sæt dig, så du kan nå din fod.",
            ),
            words("Sit up.", "Sæt dig op."),
        ],
        Posture::Stand => [
            words("Stand with soft knees.", "Stå med bløde knæ."),
            words("Soft knees.", "Bløde knæ."),
        ],
    }
}

/// How one gets from a posture into another. Where nothing is said, the finding line says how the leg lies.
fn change(from: Posture, to: Posture) -> Option<Words> {
    Some(match (from, to) {
        (Posture::Cross, Posture::Sit) => words("Foot down again.", "Sæt foden ned igen."),
        (Posture::Sit, Posture::Cross) => return None,
        (Posture::Stand, Posture::Sit | Posture::Cross) => words("Sit down.", "Sæt dig ned."),
        (_, Posture::Sit | Posture::Cross) => words("Sit up slowly.", "Sæt dig langsomt op."),
        (_, Posture::Lie) => words("Lie down now.", "Læg dig nu ned."),
        (_, Posture::Stand) => words("Stand up slowly.", "Rejs dig langsomt."),
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

/// Every English line of this telling.
pub(super) fn sentences() -> Vec<&'static str> {
    let mut all: Vec<Words> = vec![
        IN,
        OUT,
        BREATHE_IN,
        BREATHE_OUT,
        BREATHE_FREE,
        ONLY_BREATH,
        NEXT,
        SWITCH,
        HOLD,
        IN_KNUCKLE,
        IN_KNUCKLES,
        IN_TOOL,
        IN_FINGER,
        IN_FINGERS,
        SINK,
        SINK_AGAIN,
        CIRCLES_AGAIN,
        RUB_AGAIN,
        SINK_CIRCLES,
        SINK_RUB,
        SINK_LIGHT,
        WEIGHT,
        REST_LIGHT,
        REST_LIGHT_FREE,
        SINK_FREE,
        CIRCLES_FREE,
        RUB_FREE,
        STAY,
        STAY_FIRM,
        STAY_GENTLE,
        STAY_LIGHT,
        STAY_FREE,
        STAY_AGAIN,
        MOVES_ALONG,
        MOVES_ALONG_BOTH,
        MOVES_ALONG_TOOL,
        CIRCLES_OR_STILL,
        STROKES,
        SOON_DONE,
        SOON_NOTHING,
        LET_GO,
        LET_GO_FREE,
        REST,
        REST_THERE,
        REST_THERE_BOTH,
        FOOT_DOWN,
        HANDS_DOWN,
        HANDS_BESIDE,
        HANDS_ANYWHERE,
        BY_ITSELF,
        RISE,
        RISE_SHORT,
        GOOD_NIGHT,
        IF_IT_TINGLES,
    ];
    let postures = [Posture::Sit, Posture::Lie, Posture::Cross, Posture::Stand];
    all.extend(ALONG.map(|(_, words)| words));
    all.extend(postures.into_iter().flat_map(settle));
    for from in postures {
        all.extend(postures.into_iter().filter_map(|to| change(from, to)));
    }
    all.extend(Region::ALL.into_iter().filter_map(letting_go));
    let english = all.into_iter().map(|words| words.en);
    // Every one is written here, and lives as long as the program.
    english
        .filter_map(|text| match text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        })
        .collect()
}

struct Telling<'a> {
    plan: &'a Plan,
    voice: Voice,
    lines: Vec<Line>,
    posture: Option<Posture>,
    /// How many of [`ALONG`] have been said.
    said_along: usize,
    /// That the finger may stay was said.
    rested: bool,
    /// A knuckle or a tool presses somewhere: where it does not, that is said.
    changes_hands: bool,
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

    /// The hand that presses, where there is only one.
    fn hand(&self) -> Option<Side> {
        self.press.and_then(|press| press.hand)
    }

    fn with(&self) -> With {
        self.press.map_or(With::Fingers, |press| press.with)
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
            Part::Rest => self.rest(now),
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
                Phase::Full | Phase::Empty => &HOLD,
            };
            self.say(now, into + phase.start, phase.length, words);
        }
    }

    /// How to sit, and where the point is: as much as the time before the press holds.
    fn find(&mut self, now: &Told<'_>) {
        let (count, slot) = now.slots();
        let lang = self.voice.lang;
        let half = now.segment.half.unwrap_or(Half::Midline);
        let first = self.lines.is_empty();
        let posture = now.item.map(|item| item.posture);
        let settles: Vec<Words> = match (self.posture, posture) {
            (_, Some(posture)) if first => settle(posture).into(),
            (Some(from), Some(to)) if from != to => change(from, to).into_iter().collect(),
            _ => Vec::new(),
        };
        self.posture = posture.or(self.posture);

        let lines = match (now.point, now.breathe) {
            (Some(point), _) => find_lines(point, half, now.hand(), lang),
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
        let short = now
            .point
            .map(|point| vec![short_line(point, half, now.hand(), lang)]);
        // Of a language brought by files one knows only what the English line says.
        let lies = match (lang, now.point) {
            (Lang::Brought(_), Some(point)) => find_lines(point, half, now.hand(), Lang::En).first().cloned(),
            _ => lines.first().cloned(),
        }
        .is_some_and(|line| line.starts_with("Lie") || line.starts_with("Læg dig"));
        // What is written for lying down is not said to somebody who sits.
        let lines = match &short {
            Some(short) if lies && posture != Some(Posture::Lie) => short.clone(),
            _ => lines,
        };
        // "Now only the breath" needs no "next" before it; a finding line may say itself how to lie.
        let announces = !first && lines.first().is_none_or(|line| line != ONLY_BREATH.get(lang));
        let openings: Vec<String> = match (settles.as_slice(), lies) {
            ([], _) | (_, true) if announces => vec![NEXT.get(lang).to_owned()],
            ([], _) | (_, true) => vec![String::new()],
            (settles, false) => settles.iter().map(|words| words.get(lang).to_owned()).collect(),
        };
        let said = [Some(lines), short]
            .into_iter()
            .flatten()
            .flat_map(|lines| openings.iter().map(move |opening| opened(opening, &lines, lang)))
            .collect::<Vec<_>>();
        let fitting = said.iter().find_map(|lines| packed(lines, count as usize, slot));
        // Own words that are too long are said a little faster rather than not at all.
        let said = fitting.unwrap_or_else(|| {
            let lines = said.last().cloned().unwrap_or_default();
            vec![lines.join(" ")]
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
        let (half, lang) = (now.segment.half.unwrap_or(Half::Right), self.voice.lang);
        let lines = switch_lines(point, half, now.hand(), lang);
        let said = packed(&lines, count as usize, slot).unwrap_or_else(|| {
            vec![format!(
                "{} {}",
                SWITCH.get(lang),
                short_line(point, half, now.hand(), lang)
            )]
        });
        for (nth, text) in said.into_iter().enumerate() {
            self.say_text(now, nth as Ms * slot, slot, text);
        }
    }

    /// Between two repeats: the finger need not go, so that closed eyes find the place again.
    fn rest(&mut self, now: &Told<'_>) {
        let words = match (self.rested, now.segment.half) {
            (true, _) => &REST,
            (false, Some(Half::Both)) => &REST_THERE_BOTH,
            (false, _) => &REST_THERE,
        };
        self.rested = true;
        self.say(now, 0, now.segment.length, words);
    }

    /// What comes to the place on the in-breath: nothing where the finger that found it presses.
    fn comes(&self, now: &Told<'_>) -> Words {
        let both = now.segment.half == Some(Half::Both);
        // Fists and palms are what they are anywhere.
        let finger = |point: &Point| matches!(point.technique.tool, Tool::Thumb | Tool::Fingertip);
        match now.with() {
            _ if now.segment.repeat > 0 || !now.point.is_some_and(finger) => IN,
            With::Knuckle if both => IN_KNUCKLES,
            With::Knuckle => IN_KNUCKLE,
            With::Tool => IN_TOOL,
            With::Fingers if !self.changes_hands || now.is_second() => IN,
            With::Fingers if both => IN_FINGERS,
            With::Fingers => IN_FINGER,
        }
    }

    fn sink(&mut self, now: &Told<'_>) {
        let motion = now.press.map_or(Motion::Stay, |press| press.motion);
        let weight = WEIGHT;
        let weight = weight.get(self.voice.lang);
        let said_weight = self.lines.last().is_some_and(|line| line.text.contains(weight));
        let exhale = match (motion, now.counted()) {
            (_, false) if now.is_light() => &REST_LIGHT_FREE,
            (Motion::Circle, false) => &CIRCLES_FREE,
            (Motion::Rub, false) => &RUB_FREE,
            (Motion::Stay, false) => &SINK_FREE,
            _ if now.is_light() && said_weight => &REST_LIGHT,
            _ if now.is_light() => &SINK_LIGHT,
            (Motion::Circle, true) if now.segment.repeat > 0 => &CIRCLES_AGAIN,
            (Motion::Rub, true) if now.segment.repeat > 0 => &RUB_AGAIN,
            _ if now.segment.repeat > 0 => &SINK_AGAIN,
            (Motion::Circle, true) => &SINK_CIRCLES,
            (Motion::Rub, true) => &SINK_RUB,
            (Motion::Stay, true) => &SINK,
        };
        let inhale = self.comes(now);
        self.breath(now, 0, &inhale, exhale);
    }

    /// How the first breath of staying is lived.
    fn first_of_stay(now: &Told<'_>) -> Words {
        let pressure = now.press.map(|press| press.pressure);
        match now.segment.part {
            _ if now.is_light() => STAY_LIGHT,
            Part::Rub => STROKES,
            Part::Circle if now.is_second() || now.segment.repeat > 0 => CIRCLES_OR_STILL,
            Part::Circle if now.with() != With::Fingers => MOVES_ALONG_TOOL,
            Part::Circle if now.segment.half == Some(Half::Both) => MOVES_ALONG_BOTH,
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
        for nth in 0..count {
            let last = nth + 1 == count;
            let text = if last && now.ends_soon && nth > 0 {
                self.soon()
            } else if nth == 0 {
                Self::first_of_stay(now)
            } else if nth % every == 0 {
                here.next().unwrap_or_else(|| self.along(now))
            } else {
                continue;
            };
            self.say(now, nth * slot, slot, &text);
        }
    }

    /// The next line that goes here.
    fn along(&mut self, now: &Told<'_>) -> Words {
        loop {
            let (place, words) = &ALONG[self.said_along % ALONG.len()];
            self.said_along += 1;
            let fits = match place {
                Where::Anywhere => true,
                Where::Counted => now.counted(),
                Where::Pressed => now.press.is_some() && !now.is_light(),
            };
            if fits {
                return words.clone();
            }
        }
    }

    fn soon(&self) -> Words {
        if self.voice.good_night {
            SOON_NOTHING
        } else {
            SOON_DONE
        }
    }

    /// The first two breaths are counted aloud, then one in about forty seconds, so that the voice alone carries
    /// the breath; where nothing is counted, a line now and then says that the time still runs.
    fn breathe(&mut self, now: &Told<'_>) {
        let cycle = now.segment.rhythm.cycle();
        let length = now.segment.length;
        let soon = length
            .checked_sub(2 * cycle.max(5_000))
            .filter(|_| now.ends_soon && length >= 60_000)
            .map(|end| end / cycle * cycle);
        let until = soon.unwrap_or(length);
        if now.counted() {
            let every = (COUNTED_AGAIN / cycle).max(2);
            for nth in (0..now.segment.breaths()).filter(|nth| *nth < 2 || nth % every == 1) {
                if (nth + 1) * cycle <= until {
                    self.breath(now, nth * cycle, &IN, &OUT);
                }
            }
        } else {
            self.say(now, 0, length.min(10_000), &BREATHE_FREE);
            let mut at = COUNTED_AGAIN / cycle * cycle;
            while at + 10_000 < until {
                let words = self.along(now);
                self.say(now, at, 10_000, &words);
                at += COUNTED_AGAIN / cycle * cycle;
            }
        }
        if let Some(end) = soon {
            let words = self.soon();
            self.say(now, end, cycle.max(5_000), &words);
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
        let foot_down = self.posture == Some(Posture::Cross) && !self.voice.good_night;
        let lang = self.voice.lang;
        let after_foot = |words: &Words| {
            let words = words.get(lang);
            match foot_down {
                true => format!("{} {words}", FOOT_DOWN.get(lang)),
                false => words.to_owned(),
            }
        };
        if count > 1 {
            self.say_text(now, 0, slot, after_foot(hands));
        }
        if count > 2 && !self.voice.good_night {
            self.say(now, slot, slot, &BY_ITSELF);
        }
        if count > 1 {
            self.say(now, (count - 1) * slot, slot, end);
        } else {
            self.say_text(now, 0, slot, after_foot(end));
        }
    }
}

/// The lines with their opening: a sentence before the first, or "Next:" in front of it.
fn opened(opening: &str, lines: &[String], lang: Lang) -> Vec<String> {
    let mut lines = lines.to_vec();
    match opening {
        "" => {}
        next if next.ends_with(':') => {
            if let Some(line) = lines.first_mut() {
                let after = match lang {
                    // Elsewhere a colon need not change the letter after it.
                    Lang::Brought(_) => line.clone(),
                    _ => small(line),
                };
                *line = format!("{next} {after}");
            }
        }
        sentence => lines.insert(0, sentence.to_owned()),
    }
    lines
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
