//! `assets/routines.toml` and a person's own `routines.d/*.toml`: one `[[routine]]` table a routine.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::Content;
use super::both;
use super::own::OwnFile;
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::{Keep, RawWords, Str, copied};
use crate::domain::atlas::Atlas;
use crate::domain::breath::{Pace, Pattern, meant};
use crate::domain::plan::{Act, Breathe, Item, Plan, Press, SideRule};
use crate::domain::point::{Motion, Posture, Sides};
use crate::domain::routine::{Fit, Routine};
use crate::domain::timeline::Timeline;
use crate::domain::words::{Text, Words};

/// A routine as written. The fields are explained at [`Routine`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each field is explained in `domain::routine`")]
pub struct RawRoutine<'a> {
    #[serde(borrow)]
    pub id: Str<'a>,
    #[serde(borrow)]
    pub name: RawWords<'a>,
    #[serde(default, rename = "for", borrow)]
    pub uses: Vec<Str<'a>>,
    #[serde(default, borrow)]
    pub why: RawWords<'a>,
    #[serde(default, borrow)]
    pub expect: RawWords<'a>,
    #[serde(default)]
    pub tradition: bool,
    #[serde(default, borrow)]
    pub evidence: Vec<Str<'a>>,
    #[serde(default, borrow)]
    pub red_flags: Vec<Str<'a>>,
    pub minutes: u8,
    #[serde(default = "filled", borrow)]
    pub fit: Str<'a>,
    #[serde(default = "calm", borrow)]
    pub breath: Str<'a>,
    #[serde(default = "yes")]
    pub substitutes: bool,
    #[serde(default)]
    pub quiet_end: bool,
    #[serde(default = "yes")]
    pub counted: bool,
    #[serde(borrow)]
    pub items: Vec<RawItem<'a>>,
}

fn yes() -> bool {
    true
}

fn filled<'a>() -> Str<'a> {
    Str(Cow::Borrowed("filled"))
}

fn calm<'a>() -> Str<'a> {
    Str(Cow::Borrowed("calm"))
}

/// An item as written: a press, if it names a point, or a breathing item, if it names a pattern.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::plan`")]
pub struct RawItem<'a> {
    #[serde(default, borrow)]
    pub point: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub sides: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub motion: Option<Str<'a>>,
    #[serde(default)]
    pub repeats: Option<u8>,
    #[serde(default, borrow)]
    pub breathe: Option<Str<'a>>,
    #[serde(default, borrow)]
    pub hands: Option<RawWords<'a>>,
    pub seconds: u16,
    #[serde(borrow)]
    pub posture: Str<'a>,
    #[serde(default)]
    pub optional: bool,
}

const POSTURES: [(&str, Posture); 4] = [
    ("stand", Posture::Stand),
    ("sit", Posture::Sit),
    ("cross", Posture::Cross),
    ("lie", Posture::Lie),
];
const MOTIONS: [(&str, Motion); 3] = [
    ("stay", Motion::Stay),
    ("circle", Motion::Circle),
    ("rub", Motion::Rub),
];

/// The most a routine's expectation may say, characters: what fits a screen of 40 x 12 in two pages.
const EXPECT_LIMIT: usize = 360;

/// Reads the routines of one file against the points and patterns there are: every routine that is right,
/// and every problem.
pub fn read<'a>(
    source: Source<'a>,
    atlas: &Atlas,
    patterns: &[Pattern],
) -> (Vec<Entry<RawRoutine<'a>>>, Problems) {
    read_as(source, atlas, patterns, false)
}

/// A person's own routines: the same checks, but nobody has to write why, or what to expect.
pub fn read_own(files: &[OwnFile], content: &Content) -> (Vec<Routine>, Problems) {
    let mut routines: Vec<Routine> = Vec::new();
    let mut problems = Problems::default();
    let uses: Vec<&str> = content.atlas.uses().iter().map(|use_| use_.id.as_ref()).collect();
    let evidence: Vec<&str> = content
        .evidence
        .rows()
        .iter()
        .map(|row| row.id.as_ref())
        .collect();
    let rules: Vec<&str> = content
        .rules
        .rules()
        .iter()
        .map(|rule| rule.id.as_ref())
        .collect();
    let mut taken: HashSet<String> = HashSet::new();
    for file in files {
        let source = Source {
            file: &file.name,
            text: &file.text,
        };
        let (entries, found) = read_as(source, &content.atlas, &content.patterns, true);
        problems.extend(found);
        for entry in entries {
            let mut found = check_ids(std::slice::from_ref(&entry), &uses, &evidence, &rules);
            let id = entry.value.id.as_str().to_owned();
            if content.routines.by_id(&id).is_some() || taken.contains(&id) {
                found.0.push(entry.place.problem(
                    "id",
                    both!(
                        "\"{id}\" is the id of another routine.",
                        "\"{id}\" er en anden rutines id."
                    ),
                    both!("Give this one its own id.", "Giv denne sit eget id."),
                ));
            }
            let whole = found.is_empty();
            problems.extend(found);
            let read = entry.value.into_own(copied, &content.atlas, &content.patterns);
            if let (true, Ok(routine)) = (whole, read) {
                taken.insert(id);
                routines.push(routine);
            }
        }
    }
    (routines, problems)
}

/// The plan of the only routine of a text, and what it is for: a plan that was written down by the program.
pub fn read_plan(file: &OwnFile, content: &Content) -> Option<(Plan, Vec<Text>)> {
    let (mut routines, _) = read_own(std::slice::from_ref(file), content);
    let routine = routines.pop()?;
    Some((routine.plan, routine.uses))
}

fn read_as<'a>(
    source: Source<'a>,
    atlas: &Atlas,
    patterns: &[Pattern],
    own: bool,
) -> (Vec<Entry<RawRoutine<'a>>>, Problems) {
    let (entries, mut problems) = source.entries::<RawRoutine<'a>>("routine", &["routine"]);
    let mut good: Vec<Entry<RawRoutine<'a>>> = Vec::new();
    let mut first_line: HashMap<String, usize> = HashMap::new();
    for entry in entries {
        let mut report = Report {
            place: &entry.place,
            own,
            problems: Vec::new(),
        };
        convert(entry.value.clone(), copied, atlas, patterns, &mut report);
        let id = entry.value.id.as_str();
        if let Some(line) = first_line.get(id) {
            report.add(
                "id",
                both!(
                    "\"{id}\" is written twice, first in line {line}.",
                    "\"{id}\" står her to gange, først i linje {line}."
                ),
                both!(
                    "Keep one of them, or give this one its own id.",
                    "Behold den ene, eller giv denne sit eget id."
                ),
            );
        }
        let found = report.problems;
        if found.is_empty() {
            first_line.insert(id.to_owned(), entry.place.line);
            good.push(entry);
        } else {
            problems.0.extend(found);
        }
    }
    (good, problems)
}

/// Every use, row of evidence and red flag that a routine names but nobody else knows.
pub fn check_ids(
    routines: &[Entry<RawRoutine<'_>>],
    uses: &[&str],
    evidence: &[&str],
    rules: &[&str],
) -> Problems {
    let mut problems = Vec::new();
    for entry in routines {
        let raw = &entry.value;
        for (path, ids, known, file) in [
            ("for", &raw.uses, uses, "assets/uses.toml"),
            ("evidence", &raw.evidence, evidence, "assets/evidence.toml"),
            ("red_flags", &raw.red_flags, rules, "assets/safety.toml"),
        ] {
            for (index, id) in ids.iter().enumerate() {
                if !known.contains(&id.as_str()) {
                    let (routine, id) = (raw.id.as_str(), id.as_str());
                    problems.push(entry.place.problem(
                        &format!("{path}.{index}"),
                        both!(
                            "{routine}: \"{id}\" is not known.",
                            "{routine}: \"{id}\" kendes ikke."
                        ),
                        both!("Write an id of {file}.", "Skriv et id fra {file}."),
                    ));
                }
            }
        }
    }
    Problems(problems)
}

impl<'a> RawRoutine<'a> {
    /// The checked routine, or its problems.
    pub fn into_routine(
        self,
        keep: Keep<'a>,
        atlas: &Atlas,
        patterns: &[Pattern],
    ) -> Result<Routine, Problems> {
        self.into_checked(keep, atlas, patterns, false)
    }

    /// The same for a routine of the person's own.
    fn into_own(self, keep: Keep<'a>, atlas: &Atlas, patterns: &[Pattern]) -> Result<Routine, Problems> {
        self.into_checked(keep, atlas, patterns, true)
    }

    fn into_checked(
        self,
        keep: Keep<'a>,
        atlas: &Atlas,
        patterns: &[Pattern],
        own: bool,
    ) -> Result<Routine, Problems> {
        let place = Placement::default();
        let mut report = Report {
            place: &place,
            own,
            problems: Vec::new(),
        };
        match convert(self, keep, atlas, patterns, &mut report) {
            Some(routine) if report.problems.is_empty() => Ok(routine),
            _ => Err(Problems(report.problems)),
        }
    }
}

struct Report<'p> {
    place: &'p Placement,
    /// A person's own routine need not say why, or what to expect.
    own: bool,
    problems: Vec<Problem>,
}

/// `Write a or b.`
fn write_one_of(words: &[&str]) -> Words {
    let (en, da) = (words.join(" or "), words.join(" eller "));
    both!("Write {en}.", "Skriv {da}.")
}

impl Report<'_> {
    fn add(&mut self, path: &str, what: impl Into<Words>, remedy: impl Into<Words>) {
        self.problems.push(self.place.problem(path, what, remedy));
    }

    fn choose<T: Copy>(&mut self, path: &str, word: &str, choices: &[(&str, T)]) -> Option<T> {
        let found = choices.iter().find(|(name, _)| *name == word).map(|(_, v)| *v);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.add(
                path,
                both!("\"{word}\" is not known here.", "\"{word}\" kendes ikke her."),
                write_one_of(&names),
            );
        }
        found
    }
}

fn convert<'a>(
    raw: RawRoutine<'a>,
    keep: Keep<'a>,
    atlas: &Atlas,
    patterns: &[Pattern],
    report: &mut Report<'_>,
) -> Option<Routine> {
    for (path, words) in [("name", &raw.name), ("why", &raw.why), ("expect", &raw.expect)] {
        for (lang, text) in [("en", words.en.as_str()), ("da", words.da.as_str())] {
            let length = text.chars().count();
            if text.trim().is_empty() {
                if report.own && path != "name" {
                    continue;
                }
                report.add(
                    &format!("{path}.{lang}"),
                    both!("This text is empty.", "Denne tekst er tom."),
                    both!("Write it.", "Skriv den."),
                );
            } else if length > EXPECT_LIMIT {
                report.add(
                    &format!("{path}.{lang}"),
                    both!(
                        "{length} characters, at most {EXPECT_LIMIT} fit.",
                        "{length} tegn, højst {EXPECT_LIMIT} er der plads til."
                    ),
                    both!("Make it shorter.", "Gør den kortere."),
                );
            }
        }
    }
    // DO-02: up to 30 min.
    if !(1..=30).contains(&raw.minutes) {
        let minutes = raw.minutes;
        report.add(
            "minutes",
            both!(
                "{minutes} minutes are not offered (DO-02).",
                "{minutes} minutter tilbydes ikke (DO-02)."
            ),
            both!("Write 1 to 30.", "Skriv 1 til 30."),
        );
    }
    let breath = meant(raw.breath.as_str(), patterns);
    if !breath.is_ok_and(|pattern| pattern.rhythm.pace().is_some()) {
        let names: Vec<&str> = patterns
            .iter()
            .filter(|pattern| pattern.rhythm.pace().is_some())
            .map(|pattern| pattern.id.as_ref())
            .collect();
        let breath = raw.breath.as_str();
        report.add(
            "breath",
            both!(
                "Nothing is pressed by the breath \"{breath}\".",
                "Der trykkes ikke til åndedrættet \"{breath}\"."
            ),
            {
                let (en, da) = (names.join(" or "), names.join(" eller "));
                both!(
                    "Write {en}, or a ratio such as 5-7.",
                    "Skriv {da} eller et forhold som 5-7."
                )
            },
        );
    }
    let fits = Fit::ALL.map(|fit| (fit.id(), fit));
    let fit = report.choose("fit", raw.fit.as_str(), &fits);
    let mut items = Vec::new();
    for (index, item) in raw.items.into_iter().enumerate() {
        items.extend(convert_item(item, index, keep, atlas, patterns, report));
    }
    if items.is_empty() {
        report.add(
            "items",
            both!(
                "Nothing is done in this routine.",
                "Der sker intet i denne rutine."
            ),
            both!("Add an item.", "Tilføj et led."),
        );
        return None;
    }
    let routine = Routine {
        id: keep(raw.id),
        name: raw.name.into_words(keep),
        uses: raw.uses.into_iter().map(keep).collect(),
        why: raw.why.into_words(keep),
        expect: raw.expect.into_words(keep),
        tradition: raw.tradition,
        evidence: raw.evidence.into_iter().map(keep).collect(),
        red_flags: raw.red_flags.into_iter().map(keep).collect(),
        minutes: raw.minutes,
        fit: fit?,
        substitutes: raw.substitutes,
        quiet_end: raw.quiet_end,
        counted: raw.counted,
        own: report.own,
        breath: keep(raw.breath),
        plan: Plan { items },
    };
    if report.problems.is_empty()
        && let Err(misfit) = Timeline::lay(&routine.plan, Pace::CALM, routine.length(None))
    {
        let minutes = routine.minutes;
        report.add(
            "minutes",
            both!(
                "The items do not fit {minutes} minutes: {misfit:?}.",
                "Leddene passer ikke i {minutes} minutter: {misfit:?}."
            ),
            both!(
                "Give it more minutes, or fewer items.",
                "Giv den flere minutter eller færre led."
            ),
        );
    }
    Some(routine)
}

fn convert_item<'a>(
    raw: RawItem<'a>,
    index: usize,
    keep: Keep<'a>,
    atlas: &Atlas,
    patterns: &[Pattern],
    report: &mut Report<'_>,
) -> Option<Item> {
    let at = |key: &str| format!("items.{index}.{key}");
    let posture = report.choose(&at("posture"), raw.posture.as_str(), &POSTURES);
    let act = match (raw.point, raw.breathe) {
        (Some(code), None) => {
            let Some(id) = atlas.by_typed(code.as_str()) else {
                let code = code.as_str();
                report.add(
                    &at("point"),
                    both!("No point is called \"{code}\".", "Intet punkt hedder \"{code}\"."),
                    both!("Write a code such as LI4.", "Skriv en kode som LI4."),
                );
                return None;
            };
            let point = atlas.point(id);
            let mut press = Press::of(id, point);
            if !point.pressable {
                let code = &point.code;
                report.add(
                    &at("point"),
                    both!(
                        "{code} is shown in the atlas, but never pressed.",
                        "{code} er i atlasset, men der trykkes aldrig på det."
                    ),
                    both!("Choose another point.", "Vælg et andet punkt."),
                );
            }
            if let Some(word) = &raw.sides {
                let rules = SideRule::ALL.map(|rule| (rule.id(), rule));
                press.sides = report.choose(&at("sides"), word.as_str(), &rules)?;
            }
            let midline = point.sides == Sides::Midline;
            if midline != (press.sides == SideRule::Midline) {
                let code = &point.code;
                let (what, sides) = match midline {
                    true => (
                        both!("{code} lies on the midline.", "{code} ligger på midtlinjen."),
                        "midline",
                    ),
                    false => (
                        both!(
                            "{code} lies left and right.",
                            "{code} ligger til venstre og til højre."
                        ),
                        "each",
                    ),
                };
                report.add(
                    &at("sides"),
                    what,
                    both!("Write sides = \"{sides}\".", "Skriv sides = \"{sides}\"."),
                );
            }
            if let Some(word) = &raw.motion {
                press.motion = report.choose(&at("motion"), word.as_str(), &MOTIONS)?;
            }
            press.repeats = raw.repeats.unwrap_or(1);
            press.seconds = raw.seconds;
            if !(1..=5).contains(&press.repeats) {
                let repeats = press.repeats;
                report.add(
                    &at("repeats"),
                    both!("{repeats} repeats.", "{repeats} gange."),
                    both!("Write 1 to 5.", "Skriv 1 til 5."),
                );
            }
            // DO-01: 30 s to the point's own most.
            if !(30..=press.ceiling).contains(&raw.seconds) {
                let (seconds, code, most) = (raw.seconds, &point.code, press.ceiling);
                report.add(
                    &at("seconds"),
                    both!(
                        "{seconds} s on a side do not suit {code}.",
                        "{seconds} s på hver side passer ikke til {code}."
                    ),
                    both!("Write 30 to {most}.", "Skriv 30 til {most}."),
                );
            }
            Act::Press(press)
        }
        (None, Some(id)) => {
            let Ok(pattern) = meant(id.as_str(), patterns) else {
                let names: Vec<&str> = patterns.iter().map(|pattern| pattern.id.as_ref()).collect();
                let id = id.as_str();
                report.add(
                    &at("breathe"),
                    both!(
                        "No breath pattern is called \"{id}\".",
                        "Intet åndedrætsmønster hedder \"{id}\"."
                    ),
                    write_one_of(&names),
                );
                return None;
            };
            if !(10..=600).contains(&raw.seconds) {
                let seconds = raw.seconds;
                report.add(
                    &at("seconds"),
                    both!(
                        "{seconds} s of breathing are not offered.",
                        "{seconds} s åndedræt tilbydes ikke."
                    ),
                    both!("Write 10 to 600.", "Skriv 10 til 600."),
                );
            }
            Act::Breathe(Breathe {
                pattern: pattern.id.clone(),
                rhythm: pattern.rhythm,
                seconds: raw.seconds,
                most_breaths: pattern.most_breaths,
                hands: raw.hands.map(|hands| hands.into_words(keep)).unwrap_or_default(),
            })
        }
        _ => {
            report.add(
                &format!("items.{index}"),
                both!(
                    "An item presses a point or breathes a pattern: this does not say which.",
                    "Et led trykker på et punkt eller følger et åndedræt: her står ikke hvilket."
                ),
                both!(
                    "Write point = \"LI4\", or breathe = \"calm\".",
                    "Skriv point = \"LI4\", eller breathe = \"calm\"."
                ),
            );
            return None;
        }
    };
    Some(Item {
        act,
        posture: posture?,
        optional: raw.optional,
    })
}

/// A routine as a file of its own: what [`read_own`] reads, so that it can be kept and given to others.
pub fn as_file(routine: &Routine, atlas: &Atlas) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let both = |words: &Words| format!("{{ en = {}, da = {} }}", quoted(&words.en), quoted(&words.da));
    let list = |ids: &[Text]| {
        let ids: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
        format!("[{}]", ids.join(", "))
    };
    let mut text = format!(
        "[[routine]]\nid = {}\nname = {}\n",
        quoted(&routine.id),
        both(&routine.name)
    );
    if !routine.uses.is_empty() {
        text.push_str(&format!("for = {}\n", list(&routine.uses)));
    }
    for (key, words) in [("why", &routine.why), ("expect", &routine.expect)] {
        if !words.is_empty() {
            text.push_str(&format!("{key} = {}\n", both(words)));
        }
    }
    let minutes = routine.minutes;
    text.push_str(&format!(
        "minutes = {minutes}\nfit = {}\n",
        quoted(routine.fit.id())
    ));
    if routine.breath != "calm" {
        text.push_str(&format!("breath = {}\n", quoted(&routine.breath)));
    }
    for (key, is, usual) in [
        ("tradition", routine.tradition, false),
        ("substitutes", routine.substitutes, true),
        ("quiet_end", routine.quiet_end, false),
        ("counted", routine.counted, true),
    ] {
        if is != usual {
            text.push_str(&format!("{key} = {is}\n"));
        }
    }
    for (key, ids) in [("evidence", &routine.evidence), ("red_flags", &routine.red_flags)] {
        if !ids.is_empty() {
            text.push_str(&format!("{key} = {}\n", list(ids)));
        }
    }
    text.push_str("items = [\n");
    for item in &routine.plan.items {
        let posture = POSTURES
            .iter()
            .find(|(_, posture)| *posture == item.posture)
            .map_or("sit", |(id, _)| id);
        let line = match &item.act {
            Act::Press(press) => {
                let motion = MOTIONS
                    .iter()
                    .find(|(_, motion)| *motion == press.motion)
                    .map_or("stay", |(id, _)| id);
                let repeats = match press.repeats {
                    1 => String::new(),
                    repeats => format!(", repeats = {repeats}"),
                };
                format!(
                    "point = {}, sides = \"{}\", motion = \"{motion}\", seconds = {}{repeats}",
                    quoted(atlas.point(press.point).code.as_str()),
                    press.sides.id(),
                    press.seconds,
                )
            }
            Act::Breathe(breathe) => {
                let hands = match breathe.hands.is_empty() {
                    true => String::new(),
                    false => format!(", hands = {}", both(&breathe.hands)),
                };
                format!(
                    "breathe = {}, seconds = {}{hands}",
                    quoted(&breathe.pattern),
                    breathe.seconds
                )
            }
        };
        let optional = if item.optional { ", optional = true" } else { "" };
        text.push_str(&format!("    {{ {line}, posture = \"{posture}\"{optional} }},\n"));
    }
    text.push_str("]\n");
    text
}

#[cfg(test)]
mod tests;
