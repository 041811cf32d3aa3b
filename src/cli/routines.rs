//! `hegu routines`: what there is, why, and what may honestly be expected.

use clap::Args;
use serde::Serialize;

use super::{CliError, print};
use crate::app::Known;
use crate::app::preview::Preview;
use crate::domain::plan::Act;
use crate::domain::routine::Routine;
use crate::domain::words::Words;
use crate::t;
use crate::ui::look::Look;
use crate::ui::widgets::digits::clock;

/// Which routine.
#[derive(Clone, Debug, Default, Args)]
pub struct RoutinesArgs {
    /// One routine, by id or name: printed as a sheet to keep by the bed.
    #[arg(add = clap_complete::engine::ArgValueCompleter::new(super::completions::routines))]
    pub name: Option<String>,
    /// As JSON; see docs/json.md.
    #[arg(long)]
    pub json: bool,
}

/// Lists the routines, or explains one.
pub fn run(args: &RoutinesArgs, known: &Known) -> Result<String, CliError> {
    let look = Look::new(known);
    let routines = known.content.routines.all();
    let chosen: Vec<&Routine> = match &args.name {
        None => routines.iter().collect(),
        Some(name) => vec![known.content.routines.by_typed(name).ok_or_else(|| CliError {
            message: t!(look, "plain-unknown", what = name.as_str()),
            hint: t!(look, "plain-unknown-hint"),
            code: 1,
        })?],
    };
    if args.json {
        let list: Vec<RoutineJson> = chosen.iter().map(|routine| json(routine, known)).collect();
        return super::json::text(&list);
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

/// Prints it.
pub fn print_out(args: &RoutinesArgs, known: &Known) -> Result<(), CliError> {
    print(&run(args, known)?)
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
