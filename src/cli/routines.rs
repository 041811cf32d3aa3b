//! `hegu routines`: what there is, why, and what may honestly be expected.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::map::{MapArgs, map};
use super::{CliError, print};
use crate::app::Known;
use crate::app::bench::{Bench, new_routine};
use crate::app::preview::Preview;
use crate::app::settings::FigureStyle;
use crate::content::routines::as_file;
use crate::content::routines::read_own;
use crate::domain::plan::Act;
use crate::domain::routine::Routine;
use crate::domain::words::Words;
use crate::platform::own_files::read_folder;
use crate::platform::own_routines::save;
use crate::platform::places::Places;
use crate::t;
use crate::ui::compose::with_sides;
use crate::ui::look::Look;
use crate::ui::widgets::digits::clock;

/// Which routine.
#[derive(Clone, Debug, Default, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct RoutinesArgs {
    /// One routine, by id or name: printed as a sheet to keep by the bed.
    #[arg(add = clap_complete::engine::ArgValueCompleter::new(super::completions::routines))]
    pub name: Option<String>,
    /// As JSON; see docs/json.md.
    #[arg(long)]
    pub json: bool,
    /// As a sheet to keep by the bed: how to find each point, a small drawing, cautions.
    #[arg(long, requires = "name")]
    pub sheet: bool,
    /// Makes, changes or gives away a routine of one's own.
    #[command(subcommand)]
    pub verb: Option<RoutineVerb>,
}

/// What to do with a routine of one's own.
#[derive(Clone, Debug, Subcommand)]
pub enum RoutineVerb {
    /// A new routine with these points.
    New {
        /// What it is called.
        name: String,
        /// Its points, by their codes, in order.
        #[arg(required = true)]
        points: Vec<String>,
        /// How long, in minutes.
        #[arg(long, value_parser = clap::value_parser!(u8).range(1..=30))]
        minutes: Option<u8>,
    },
    /// Opens a routine's file in your editor, and names every problem afterwards.
    Edit {
        /// Which.
        name: String,
    },
    /// Prints a routine as a file that somebody else can put into their routines.d.
    Export {
        /// Which.
        name: String,
    },
}

/// Lists the routines, or explains one.
pub fn told(args: &RoutinesArgs, known: &Known) -> Result<String, CliError> {
    let look = Look::new(known);
    let routines = known.routines.all();
    let chosen: Vec<&Routine> = match &args.name {
        None => routines.iter().collect(),
        Some(name) => vec![known.routines.by_typed(name).ok_or_else(|| CliError {
            message: t!(look, "plain-unknown", what = name.as_str()),
            hint: t!(look, "plain-unknown-hint"),
            code: 1,
        })?],
    };
    if args.json {
        let list: Vec<RoutineJson> = chosen.iter().map(|routine| json(routine, known)).collect();
        return super::json::text(&list);
    }
    if args.sheet {
        return chosen
            .iter()
            .map(|routine| bedside(routine, known, &look))
            .collect::<Result<String, CliError>>();
    }
    if args.name.is_some() {
        return Ok(chosen
            .iter()
            .map(|routine| sheet(routine, known, &look))
            .collect());
    }
    let lines = chosen.iter().map(|routine| {
        let name = routine.name.get(look.lang);
        format!("{:<18} {:>2} min  {name}\n", routine.id, routine.minutes)
    });
    Ok(lines.collect())
}

/// Does what is asked.
pub fn run(args: &RoutinesArgs, known: &Known, places: &Places) -> Result<(), CliError> {
    match &args.verb {
        None => print(&told(args, known)?),
        Some(RoutineVerb::New {
            name,
            points,
            minutes,
        }) => make(name, points, *minutes, known, places),
        Some(RoutineVerb::Export { name }) => {
            let routine = named(name, known)?;
            print(&as_file(&to_share(routine, known), &known.content.atlas))
        }
        Some(RoutineVerb::Edit { name }) => edit(named(name, known)?, known, places),
    }
}

fn named<'a>(name: &str, known: &'a Known) -> Result<&'a Routine, CliError> {
    let look = Look::new(known);
    known.routines.by_typed(name).ok_or_else(|| CliError {
        message: t!(look, "plain-unknown", what = name),
        hint: t!(look, "plain-unknown-hint"),
        code: 1,
    })
}

/// What can be given away: a shipped routine as a copy, since whoever gets it has the original.
fn to_share(routine: &Routine, known: &Known) -> Routine {
    Bench::of(routine, known).routine
}

fn write(routine: &Routine, known: &Known, places: &Places) -> Result<PathBuf, CliError> {
    let text = as_file(routine, &known.content.atlas);
    save(&places.routines(), &routine.id, Some(&text)).map_err(|error| CliError {
        message: t!(
            Look::new(known),
            "said-routine-not-saved",
            why = error.to_string()
        ),
        hint: t!(Look::new(known), "data-file-hint"),
        code: 1,
    })
}

fn make(
    name: &str,
    points: &[String],
    minutes: Option<u8>,
    known: &Known,
    places: &Places,
) -> Result<(), CliError> {
    let look = Look::new(known);
    let mut ids = Vec::new();
    for typed in points {
        let id = known
            .content
            .atlas
            .by_typed(typed)
            .filter(|id| known.content.atlas.point(*id).pressable);
        ids.push(id.ok_or_else(|| CliError {
            message: t!(look, "plain-unknown", what = typed.as_str()),
            hint: t!(look, "plain-unknown-hint"),
            code: 1,
        })?);
    }
    let name = Words::new_owned(name.to_owned(), name.to_owned());
    let mut routine = new_routine(name, &ids, known);
    if let Some(minutes) = minutes {
        routine.minutes = routine.minutes.max(minutes);
    }
    let path = write(&routine, known, places)?;
    print(&(t!(look, "routines-saved", path = path.display().to_string()) + "\n"))
}

/// The routine's file in the person's editor; a shipped routine is copied first.
fn edit(routine: &Routine, known: &Known, places: &Places) -> Result<(), CliError> {
    let look = Look::new(known);
    let path = match routine.own {
        true => places.routines().join(format!("{}.toml", routine.id)),
        false => write(&to_share(routine, known), known, places)?,
    };
    let editor = ["VISUAL", "EDITOR"].into_iter().find_map(std::env::var_os);
    let Some(editor) = editor.filter(|_| path.exists()) else {
        return print(&(path.display().to_string() + "\n"));
    };
    let done = std::process::Command::new(&editor).arg(&path).status();
    if let Err(error) = done {
        return Err(CliError::new(
            t!(
                look,
                "data-no-editor",
                program = editor.to_string_lossy(),
                what = error.to_string()
            ),
            t!(look, "routines-no-editor-hint", path = path.display().to_string()),
        ));
    }
    let (files, mut problems) = read_folder(&places.routines());
    problems.extend(read_own(&files, known.content).1);
    if problems.is_empty() {
        return print(&(t!(look, "routines-saved", path = path.display().to_string()) + "\n"));
    }
    Err(CliError::new(
        problems.say(look.lang).trim_end().to_owned(),
        t!(look, "routines-again-hint", name = routine.id.to_string()),
    ))
}

/// A routine as a sheet to keep by the bed, in Markdown that is plain to read on paper: each point with its
/// place, a small drawing, what is done there and what to take care of.
fn bedside(routine: &Routine, known: &Known, look: &Look) -> Result<String, CliError> {
    let lang = look.lang;
    let minutes = t!(look, "compose-minutes", minutes = routine.minutes);
    let mut text = format!("# {}, {minutes}\n\n", routine.name.get(lang));
    if !routine.why.is_empty() {
        text.push_str(&format!("{}\n\n", filled(routine.why.get(lang))));
    }
    for (nth, item) in routine.plan.items.iter().enumerate() {
        let nth = nth + 1;
        match &item.act {
            Act::Press(press) => {
                let point = known.content.atlas.point(press.point);
                let time = clock(u64::from(press.seconds) * u64::from(press.repeats) * 1_000);
                let sides = with_sides(press.sides, time, look);
                let motion = crate::ui::practice::motion(press.motion, look);
                text.push_str(&format!(
                    "## {nth}. {} {} ({})\n\n{}\n\n",
                    point.code,
                    point.names.pinyin,
                    point.place.get(lang),
                    filled(&format!(
                        "{}, {motion}. {}",
                        crate::ui::point_words::capital(&sides),
                        point.find.get(lang)
                    ))
                ));
                let drawing = MapArgs {
                    code: Some(point.code.to_string()),
                    size: Some(DRAWING),
                    style: Some(FigureStyle::Ascii),
                    ..MapArgs::default()
                };
                for line in map(&drawing, known.content, &known.settings, None)?.lines() {
                    text.push_str(format!("    {line}").trim_end());
                    text.push('\n');
                }
                text.push('\n');
                for caution in &point.cautions {
                    text.push_str(&format!(
                        "{}\n",
                        filled(&format!("! {}", caution.words.get(lang)))
                    ));
                }
                if !point.cautions.is_empty() {
                    text.push('\n');
                }
            }
            Act::Breathe(breathe) => {
                let time = clock(u64::from(breathe.seconds) * 1_000);
                let hands = breathe.hands.get(lang);
                text.push_str(&format!(
                    "## {nth}. {}, {time}\n\n{hands}\n\n",
                    t!(look, "practice-breath")
                ));
            }
        }
    }
    text.push_str(&format!("{}\n", filled(&t!(look, "plain-must-not-hurt"))));
    if !routine.expect.is_empty() {
        text.push_str(&format!("\n{}\n", filled(routine.expect.get(lang))));
    }
    Ok(text)
}

/// The size of a drawing on the sheet.
const DRAWING: (u16, u16) = (48, 18);

/// Lines no wider than paper.
fn filled(text: &str) -> String {
    crate::ui::frame::wrap(text, 72).join("\n")
}

/// A routine on one sheet: when, what, where, how long, why, and what to expect.
fn sheet(routine: &Routine, known: &Known, look: &Look) -> String {
    let lang = look.lang;
    let mut text = format!("{}\n\n", routine.name.get(lang));
    let preview = Preview::of_routine(routine);
    let plan = &preview.wish.plan;
    for (item, seconds) in plan.items.iter().map(|item| match &item.act {
        Act::Press(press) => (item, u64::from(press.seconds) * u64::from(press.repeats)),
        Act::Breathe(breathe) => (item, u64::from(breathe.seconds)),
    }) {
        let line = match &item.act {
            Act::Press(press) => {
                let point = known.content.atlas.point(press.point);
                format!(
                    "{:<7} {:<12} {}, {}\n",
                    point.code.as_str(),
                    point.names.pinyin,
                    point.place.get(lang),
                    clock(seconds * 1_000)
                )
            }
            Act::Breathe(breathe) => format!(
                "{:<20} {} {}\n",
                t!(look, "practice-breath"),
                breathe.hands.get(lang),
                clock(seconds * 1_000)
            ),
        };
        text.push_str(&line);
    }
    text.push_str(&format!(
        "\n{}\n\n{}\n",
        routine.why.get(lang),
        routine.expect.get(lang)
    ));
    if routine.tradition && routine.evidence.is_empty() {
        text.push_str(&format!("{}\n", t!(look, "preview-tradition")));
    } else if !routine.evidence.is_empty() {
        text.push_str(&format!("{}\n", routine.evidence.join(", ")));
    }
    text
}

#[derive(Serialize)]
struct RoutineJson<'a> {
    id: &'a str,
    names: WordsJson<'a>,
    r#for: Vec<&'a str>,
    minutes: u8,
    fit: &'static str,
    why: WordsJson<'a>,
    expect: WordsJson<'a>,
    tradition: bool,
    evidence: Vec<&'a str>,
    red_flags: Vec<&'a str>,
    items: Vec<ItemJson<'a>>,
}

#[derive(Serialize)]
struct WordsJson<'a> {
    en: &'a str,
    da: &'a str,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    point: Option<&'a str>,
    sides: Option<&'static str>,
    breathe: Option<&'a str>,
    seconds: u16,
    repeats: u8,
    optional: bool,
}

fn words(words: &Words) -> WordsJson<'_> {
    WordsJson {
        en: &words.en,
        da: &words.da,
    }
}

fn json<'a>(routine: &'a Routine, known: &'a Known) -> RoutineJson<'a> {
    RoutineJson {
        id: &routine.id,
        names: words(&routine.name),
        r#for: routine.uses.iter().map(|id| id.as_ref()).collect(),
        minutes: routine.minutes,
        fit: routine.fit.id(),
        why: words(&routine.why),
        expect: words(&routine.expect),
        tradition: routine.tradition,
        evidence: routine.evidence.iter().map(|id| id.as_ref()).collect(),
        red_flags: routine.red_flags.iter().map(|id| id.as_ref()).collect(),
        items: routine
            .plan
            .items
            .iter()
            .map(|item| match &item.act {
                Act::Press(press) => ItemJson {
                    point: Some(known.content.atlas.point(press.point).code.as_str()),
                    sides: Some(press.sides.id()),
                    breathe: None,
                    seconds: press.seconds,
                    repeats: press.repeats,
                    optional: item.optional,
                },
                Act::Breathe(breathe) => ItemJson {
                    point: None,
                    sides: None,
                    breathe: Some(&breathe.pattern),
                    seconds: breathe.seconds,
                    repeats: 1,
                    optional: item.optional,
                },
            })
            .collect(),
    }
}
