//! `assets/routines.toml` and a person's own `routines.d/*.toml`: one `[[routine]]` table a routine.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Content;
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
    for file in files {
        let source = Source {
            file: &file.name,
            text: &file.text,
        };
        let (entries, found) = read_as(source, &content.atlas, &content.patterns, true);
        problems.extend(found);
        for entry in entries {
            let mut found = check_ids(std::slice::from_ref(&entry), &uses, &evidence, &rules);
            let id = entry.value.id.as_str();
            if content.routines.by_id(id).is_some() || routines.iter().any(|other| other.id == id) {
                found.0.push(entry.place.problem(
                    "id",
                    format!("\"{id}\" is the id of another routine."),
                    "Give this one its own id.",
                ));
            }
            let whole = found.is_empty();
            problems.extend(found);
            let read = entry.value.into_own(copied, &content.atlas, &content.patterns);
            if let (true, Ok(routine)) = (whole, read) {
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
    for entry in entries {
        let mut report = Report {
            place: &entry.place,
            own,
            problems: Vec::new(),
        };
        convert(entry.value.clone(), copied, atlas, patterns, &mut report);
        if let Some(first) = good.iter().find(|other| other.value.id == entry.value.id) {
            report.add(
                "id",
                format!(
                    "\"{}\" is written twice, first in line {}.",
                    entry.value.id.as_str(),
                    first.place.line
                ),
                "Keep one of them, or give this one its own id.",
            );
        }
        let found = report.problems;
        if found.is_empty() {
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
                    problems.push(entry.place.problem(
                        &format!("{path}.{index}"),
                        format!("{}: \"{}\" is not known.", raw.id.as_str(), id.as_str()),
                        format!("Write an id of {file}."),
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

impl Report<'_> {
    fn add(&mut self, path: &str, what: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(self.place.problem(path, what, remedy));
    }

    fn choose<T: Copy>(&mut self, path: &str, word: &str, choices: &[(&str, T)]) -> Option<T> {
        let found = choices.iter().find(|(name, _)| *name == word).map(|(_, v)| *v);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.add(
                path,
                format!("\"{word}\" is not known here."),
                format!("Write {}.", names.join(" or ")),
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
                report.add(&format!("{path}.{lang}"), "This text is empty.", "Write it.");
            } else if length > EXPECT_LIMIT {
                report.add(
                    &format!("{path}.{lang}"),
                    format!("{length} characters, at most {EXPECT_LIMIT} fit."),
                    "Make it shorter.",
                );
            }
        }
    }
    // DO-02: up to 30 min.
    if !(1..=30).contains(&raw.minutes) {
        report.add(
            "minutes",
            format!("{} minutes are not offered (DO-02).", raw.minutes),
            "Write 1 to 30.",
        );
    }
    let breath = meant(raw.breath.as_str(), patterns);
    if !breath.is_ok_and(|pattern| pattern.rhythm.pace().is_some()) {
        let names: Vec<&str> = patterns
            .iter()
            .filter(|pattern| pattern.rhythm.pace().is_some())
            .map(|pattern| pattern.id.as_ref())
            .collect();
        report.add(
            "breath",
            format!("Nothing is pressed by the breath \"{}\".", raw.breath.as_str()),
            format!("Write {}, or a ratio such as 5-7.", names.join(" or ")),
        );
    }
    let fits = Fit::ALL.map(|fit| (fit.id(), fit));
    let fit = report.choose("fit", raw.fit.as_str(), &fits);
    let mut items = Vec::new();
    for (index, item) in raw.items.into_iter().enumerate() {
        items.extend(convert_item(item, index, keep, atlas, patterns, report));
    }
    if items.is_empty() {
        report.add("items", "Nothing is done in this routine.", "Add an item.");
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
        report.add(
            "minutes",
            format!("The items do not fit {} minutes: {misfit:?}.", routine.minutes),
            "Give it more minutes, or fewer items.",
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
                report.add(
                    &at("point"),
                    format!("No point is called \"{}\".", code.as_str()),
                    "Write a code such as LI4.",
                );
                return None;
            };
            let point = atlas.point(id);
            let mut press = Press::of(id, point);
            if !point.pressable {
                report.add(
                    &at("point"),
                    format!("{} is shown in the atlas, but never pressed.", point.code),
                    "Choose another point.",
                );
            }
            if let Some(word) = &raw.sides {
                let rules = SideRule::ALL.map(|rule| (rule.id(), rule));
                press.sides = report.choose(&at("sides"), word.as_str(), &rules)?;
            }
            let midline = point.sides == Sides::Midline;
            if midline != (press.sides == SideRule::Midline) {
                report.add(
                    &at("sides"),
                    format!(
                        "{} lies {}.",
                        point.code,
                        if midline {
                            "on the midline"
                        } else {
                            "left and right"
                        }
                    ),
                    if midline {
                        "Write sides = \"midline\"."
                    } else {
                        "Write sides = \"each\"."
                    },
                );
            }
            if let Some(word) = &raw.motion {
                press.motion = report.choose(&at("motion"), word.as_str(), &MOTIONS)?;
            }
            press.repeats = raw.repeats.unwrap_or(1);
            press.seconds = raw.seconds;
            if !(1..=5).contains(&press.repeats) {
                report.add(
                    &at("repeats"),
                    format!("{} repeats.", press.repeats),
                    "Write 1 to 5.",
                );
            }
            // DO-01: 30 s to the point's own most.
            if !(30..=press.ceiling).contains(&raw.seconds) {
                report.add(
                    &at("seconds"),
                    format!("{} s on a side do not suit {}.", raw.seconds, point.code),
                    format!("Write 30 to {}.", press.ceiling),
                );
            }
            Act::Press(press)
        }
        (None, Some(id)) => {
            let Ok(pattern) = meant(id.as_str(), patterns) else {
                let names: Vec<&str> = patterns.iter().map(|pattern| pattern.id.as_ref()).collect();
                report.add(
                    &at("breathe"),
                    format!("No breath pattern is called \"{}\".", id.as_str()),
                    format!("Write {}.", names.join(" or ")),
                );
                return None;
            };
            if !(10..=600).contains(&raw.seconds) {
                report.add(
                    &at("seconds"),
                    format!("{} s of breathing are not offered.", raw.seconds),
                    "Write 10 to 600.",
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
                "An item presses a point or breathes a pattern: this does not say which.",
                "Write point = \"LI4\", or breathe = \"calm\".",
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
