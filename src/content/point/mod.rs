//! `points.toml`: one `[[point]]` table a point. The same reading serves a person's own `points.d/*.toml`.

mod construction;
mod raw;
mod report;

use std::collections::HashMap;

use super::both;
use super::problem::{Problem, Problems};
use super::source::{Entry, Placement, Source};
use super::text::{Keep, RawWords};
use crate::domain::code::{Code, Meridian};
use crate::domain::point::{
    Basis, Category, Caution, Cue, Motion, Names, Place, Point, Posture, Pressure, Reach, Region, Sides,
    Technique, Tool, Use,
};

pub use construction::DIRECTIONS;
pub use raw::{RawCaution, RawConstruction, RawCue, RawNames, RawPlace, RawPoint, RawTechnique, RawUse};
use report::Report;

/// Reads the points of one file: every point that is right, and every problem.
pub fn read<'a>(source: Source<'a>) -> (Vec<Entry<RawPoint<'a>>>, Problems) {
    let (entries, mut problems) = source.entries::<RawPoint<'a>>("point", &["point"]);
    let mut first_line: HashMap<String, usize> = HashMap::new();
    let mut good = Vec::new();
    for entry in entries {
        let mut found = check(&entry.value, &entry.place);
        let code = entry.value.code.as_str().to_owned();
        if let Some(line) = first_line.get(&code) {
            found.push(entry.place.problem(
                "code",
                both!(
                    "{code} is written twice, first in line {line}.",
                    "{code} står her to gange, først i linje {line}."
                ),
                both!(
                    "Keep one of them, or give this one its own code.",
                    "Behold den ene, eller giv denne sin egen kode."
                ),
            ));
        } else {
            first_line.insert(code, entry.place.line);
        }
        if found.is_empty() {
            good.push(entry);
        } else {
            problems.0.extend(found);
        }
    }
    (good, problems)
}

/// The problems of one point by itself.
fn check(raw: &RawPoint<'_>, place: &Placement) -> Vec<Problem> {
    let mut report = Report {
        place,
        problems: Vec::new(),
    };
    check_texts(raw, &mut report);
    // The conversion names what cannot be read; the point itself is not kept here.
    convert(raw.clone(), super::text::copied, &mut report);
    report.problems
}

impl<'a> RawPoint<'a> {
    /// The point, of what [`read`] found right.
    pub fn into_point(self, keep: Keep<'a>) -> Result<Point, Problems> {
        let place = Placement::default();
        let mut report = Report {
            place: &place,
            problems: Vec::new(),
        };
        let point = convert(self, keep, &mut report);
        match point {
            Some(point) if report.problems.is_empty() => Ok(point),
            _ => Err(Problems(report.problems)),
        }
    }
}

const TOOLS: &[(&str, Tool)] = &[
    ("thumb", Tool::Thumb),
    ("fingertip", Tool::Fingertip),
    ("knuckle", Tool::Knuckle),
    ("palm", Tool::Palm),
    ("rounded-tool", Tool::Rounded),
];
const MOTIONS: &[(&str, Motion)] = &[
    ("stay", Motion::Stay),
    ("circle", Motion::Circle),
    ("rub", Motion::Rub),
];
const PRESSURES: &[(&str, Pressure)] = &[
    ("touch", Pressure::Touch),
    ("gentle", Pressure::Gentle),
    ("firm", Pressure::Firm),
];
const POSTURES: &[(&str, Posture)] = &[
    ("stand", Posture::Stand),
    ("sit", Posture::Sit),
    ("cross", Posture::Cross),
    ("lie", Posture::Lie),
];
const BASES: &[(&str, Basis)] = &[("tradition", Basis::Tradition), ("trial", Basis::Trial)];
const REACHES: &[(&str, Reach)] = &[("local", Reach::Local), ("distant", Reach::Distant)];
const SIDES: &[(&str, Sides)] = &[("both", Sides::Both), ("midline", Sides::Midline)];
/// The longest finding text, find and on_it together, in characters.
pub const FIND_LIMIT: usize = 420;
/// The longest caution.
pub const CAUTION_LIMIT: usize = 200;
/// The longest spoken finding line.
pub const CUE_LIMIT: usize = 95;
/// The longest place in a few words.
pub const PLACE_LIMIT: usize = 28;

fn convert<'a>(raw: RawPoint<'a>, keep: Keep<'a>, report: &mut Report<'_>) -> Option<Point> {
    let code = raw.code.as_str().to_owned();
    let meridians: Vec<(&str, Meridian)> = Meridian::ALL.iter().map(|m| (m.code(), *m)).collect();
    let meridian = report.choose("meridian", raw.meridian.as_str(), &meridians);
    let regions: Vec<(&str, Region)> = Region::ALL.iter().map(|r| (r.id(), *r)).collect();
    let region = report.choose("region", raw.region.as_str(), &regions);
    let sides = report.choose("sides", raw.sides.as_str(), SIDES);
    if let (Some(meridian), Some(number)) = (meridian, raw.number)
        && meridian != Meridian::EX
        && code != format!("{meridian}{number}")
        && Code::from_typed(&code).is_some_and(|typed| typed.as_str() == code)
    {
        report.add(
            "code",
            both!(
                "{code} does not agree with meridian {meridian} and number {number}.",
                "{code} passer ikke til meridian {meridian} og nummer {number}."
            ),
            both!(
                "Write code = \"{meridian}{number}\".",
                "Skriv code = \"{meridian}{number}\"."
            ),
        );
    }

    let mut places = Vec::new();
    match (raw.construct, raw.places) {
        (Some(construct), list) if list.is_empty() => {
            let construction = construction::convert(construct, keep, "construct", report);
            places.extend(construction.map(|construction| Place {
                label: Default::default(),
                construction,
            }));
        }
        (None, list) if !list.is_empty() => {
            for (index, place) in list.into_iter().enumerate() {
                let path = format!("places.{index}.construct");
                let construction = construction::convert(place.construct, keep, &path, report);
                let label = place.label.into_words(keep);
                places.extend(construction.map(|construction| Place { label, construction }));
            }
        }
        (Some(_), _) => report.add(
            "places",
            both!(
                "\"construct\" and \"places\" are both there.",
                "Både \"construct\" og \"places\" er der."
            ),
            both!(
                "Keep construct for one place, places for several.",
                "Behold construct til ét sted, places til flere."
            ),
        ),
        (None, _) => report.add(
            "construct",
            both!("The construction is missing.", "Konstruktionen mangler."),
            both!(
                "Add construct = {{ op = \"...\", ... }}.",
                "Tilføj construct = {{ op = \"...\", ... }}."
            ),
        ),
    }

    let technique = convert_technique(raw.technique, keep, report);
    let mut uses = Vec::new();
    for (index, use_) in raw.uses.into_iter().enumerate() {
        let basis = report.choose(&format!("uses.{index}.basis"), use_.basis.as_str(), BASES);
        let reach = report.choose(&format!("uses.{index}.reach"), use_.reach.as_str(), REACHES);
        if basis == Some(Basis::Trial) && use_.evidence.is_empty() {
            let id = use_.id.as_str();
            report.add(
                &format!("uses.{index}"),
                both!(
                    "{code}: \"{id}\" rests on a trial but names none.",
                    "{code}: \"{id}\" bygger på et forsøg, men nævner intet."
                ),
                both!(
                    "Add evidence = [\"EV-...\"], or write basis = \"tradition\".",
                    "Tilføj evidence = [\"EV-...\"], eller skriv basis = \"tradition\"."
                ),
            );
        }
        if let (Some(basis), Some(reach)) = (basis, reach) {
            let evidence = use_.evidence.into_iter().map(keep).collect();
            uses.push(Use {
                id: keep(use_.id),
                basis,
                evidence,
                reach,
            });
        }
    }
    let mut categories = Vec::new();
    let category_ids: Vec<(&str, Category)> = Category::ALL.iter().map(|c| (c.id(), *c)).collect();
    for (index, id) in raw.categories.iter().enumerate() {
        categories.extend(report.choose(&format!("categories.{index}"), id.as_str(), &category_ids));
    }

    Some(Point {
        code: Code::new(keep(raw.code)),
        aliases: raw.aliases.into_iter().map(keep).collect(),
        meridian: meridian?,
        number: raw.number,
        names: Names {
            pinyin: keep(raw.names.pinyin),
            hanzi_simplified: keep(raw.names.hanzi_simplified),
            hanzi_traditional: keep(raw.names.hanzi_traditional),
            meaning: RawWords {
                en: raw.names.english,
                da: raw.names.danish,
            }
            .into_words(keep),
        },
        region: region?,
        sides: sides?,
        places,
        place: raw.place.into_words(keep),
        find: raw.find.into_words(keep),
        on_it: raw.on_it.into_words(keep),
        technique: technique?,
        cue: Cue {
            find: raw
                .cue
                .find
                .into_iter()
                .map(|words| words.into_words(keep))
                .collect(),
            switch: raw
                .cue
                .switch
                .into_iter()
                .map(|words| words.into_words(keep))
                .collect(),
            brief: raw.cue.brief.into_words(keep),
            together: raw
                .cue
                .together
                .into_iter()
                .map(|words| words.into_words(keep))
                .collect(),
        },
        uses,
        cautions: raw
            .cautions
            .into_iter()
            .map(|caution| Caution {
                rule: keep(caution.rule),
                words: RawWords {
                    en: caution.en,
                    da: caution.da,
                }
                .into_words(keep),
            })
            .collect(),
        categories,
        sources: raw.sources.into_iter().map(keep).collect(),
        pressable: raw.pressable,
        // Only `Pack::unpack` makes a point a shipped one: the strict reading is the default.
        own: true,
        kin: Vec::new(),
    })
}

/// Empty and overlong texts.
fn check_texts(raw: &RawPoint<'_>, report: &mut Report<'_>) {
    let code = raw.code.as_str();
    let mut both = |path: &str, words: &RawWords<'_>, limit: usize| {
        for (lang, text) in [("en", words.en.as_str()), ("da", words.da.as_str())] {
            let at = format!("{path}.{lang}");
            if text.trim().is_empty() {
                report.add(
                    &at,
                    both!("{code}: this text is empty.", "{code}: denne tekst er tom."),
                    both!("Write it.", "Skriv den."),
                );
            }
            let length = text.chars().count();
            if length > limit {
                report.add(
                    &at,
                    both!(
                        "{code}: {length} characters, at most {limit} fit.",
                        "{code}: {length} tegn, højst {limit} er der plads til."
                    ),
                    both!("Make it shorter.", "Gør den kortere."),
                );
            }
        }
    };
    both("place", &raw.place, PLACE_LIMIT);
    both("find", &raw.find, FIND_LIMIT);
    both("on_it", &raw.on_it, FIND_LIMIT);
    both("technique.hand", &raw.technique.hand, CAUTION_LIMIT);
    for (index, line) in raw.cue.find.iter().enumerate() {
        both(&format!("cue.find.{index}"), line, CUE_LIMIT);
    }
    for (index, line) in raw.cue.switch.iter().enumerate() {
        both(&format!("cue.switch.{index}"), line, CUE_LIMIT);
    }
    for (index, line) in raw.cue.together.iter().enumerate() {
        both(&format!("cue.together.{index}"), line, CUE_LIMIT);
    }
    if raw.cue.brief != RawWords::default() {
        both("cue.brief", &raw.cue.brief, CUE_LIMIT);
    }
    for (index, caution) in raw.cautions.iter().enumerate() {
        let words = RawWords {
            en: caution.en.clone(),
            da: caution.da.clone(),
        };
        both(&format!("cautions.{index}"), &words, CAUTION_LIMIT);
    }
    for (path, name) in [
        ("code", &raw.code),
        ("names.pinyin", &raw.names.pinyin),
        ("names.hanzi_simplified", &raw.names.hanzi_simplified),
        ("names.hanzi_traditional", &raw.names.hanzi_traditional),
        ("names.english", &raw.names.english),
        ("names.danish", &raw.names.danish),
    ] {
        if name.as_str().trim().is_empty() {
            report.add(
                path,
                both!("{code}: this name is empty.", "{code}: dette navn er tomt."),
                both!("Write it.", "Skriv det."),
            );
        }
    }
    if raw.sources.is_empty() {
        report.add(
            "sources",
            both!("{code} names no source.", "{code} nævner ingen kilde."),
            both!("Say where its place comes from.", "Sig, hvor stedet kommer fra."),
        );
    }
}

fn convert_technique<'a>(
    raw: RawTechnique<'a>,
    keep: Keep<'a>,
    report: &mut Report<'_>,
) -> Option<Technique> {
    let tool = report.choose("technique.tool", raw.tool.as_str(), TOOLS);
    let motion = report.choose("technique.motion", raw.motion.as_str(), MOTIONS);
    let pressure = report.choose("technique.pressure", raw.pressure.as_str(), PRESSURES);
    let mut postures = Vec::new();
    for (index, posture) in raw.postures.iter().enumerate() {
        let path = format!("technique.postures.{index}");
        postures.extend(report.choose(&path, posture.as_str(), POSTURES));
    }
    if raw.postures.is_empty() {
        report.add(
            "technique.postures",
            both!("No posture is named.", "Ingen stilling er nævnt."),
            both!(
                "Write postures = [\"sit\"], for example.",
                "Skriv f.eks. postures = [\"sit\"]."
            ),
        );
    }
    let (least, most) = raw.seconds_range;
    // DO-01: 30 s to 5 min a side, up to 10 min where light.
    let seconds = raw.seconds;
    if !(30..=600).contains(&least) || most > 600 || least > raw.seconds || raw.seconds > most {
        report.add(
            "technique.seconds",
            both!(
                "{seconds} s does not fit between {least} and {most} s, within 30 and 600 (DO-01).",
                "{seconds} s ligger ikke mellem {least} og {most} s inden for 30 og 600 (DO-01)."
            ),
            both!(
                "Choose seconds inside seconds_range, and seconds_range inside 30 to 600.",
                "Vælg seconds inden for seconds_range, og seconds_range inden for 30 til 600."
            ),
        );
    }
    if !(1..=5).contains(&raw.repeats) {
        let repeats = raw.repeats;
        report.add(
            "technique.repeats",
            both!("{repeats} repeats.", "{repeats} gange."),
            both!("Write 1 to 5.", "Skriv 1 til 5."),
        );
    }
    Some(Technique {
        tool: tool?,
        motion: motion?,
        pressure: pressure?,
        seconds: raw.seconds,
        seconds_range: raw.seconds_range,
        repeats: raw.repeats,
        postures,
        hand: raw.hand.into_words(keep),
        basis: keep(raw.basis),
    })
}
