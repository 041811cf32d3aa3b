//! `hegu point`: everything about one point.

use std::fmt::Write;

use clap::Args;
use unicode_width::UnicodeWidthStr;

use super::point_json::PointJson;
use super::{CliError, Home, WIDTH, json};
use crate::app::{Kept, Known};
use crate::domain::atlas::PointId;
use crate::t;
use crate::ui::evidence::edition;
use crate::ui::frame::wrap;
use crate::ui::look::Look;
use crate::ui::point_words as say;
use crate::ui::told::categories;

/// Which point, and how.
#[derive(Clone, Debug, Default, Args)]
pub struct PointArgs {
    /// A code in any spelling, or a name: LI4, li04, "LI 4", Co4, Hegu.
    #[arg(add = clap_complete::engine::ArgValueCompleter::new(super::completions::points))]
    pub code: String,
    /// Never this point again: no routine and no composed plan takes it. `hegu points --never` lists those.
    #[arg(long, conflicts_with_all = ["again", "json"])]
    pub never: bool,
    /// Takes "never again" back.
    #[arg(long, conflicts_with = "json")]
    pub again: bool,
    /// As JSON: an object.
    #[arg(long)]
    pub json: bool,
}

/// Leaves a point out for good, or takes that back. What it says is what is true afterwards.
pub fn leave_out(args: &PointArgs, mut home: Home) -> Result<String, CliError> {
    let id = meant(&args.code, &home.known)?;
    if home.known.is_never(id) != args.never {
        let keep = home.known.toggle_never(id);
        let now = home.known.now.wall;
        if let Kept::Failed { trouble, .. } = home.keeper.perform(keep, now) {
            return Err(CliError::trouble(&Look::new(&home.known), &trouble));
        }
    }
    let look = Look::new(&home.known);
    let code = home.known.content.atlas.point(id).code.to_string();
    let said = match args.never {
        true => t!(look, "cli-never", point = code),
        false => t!(look, "said-may-come", point = code),
    };
    Ok(format!("{said}\n"))
}

/// The point as text or as JSON.
pub fn run(args: &PointArgs, known: &Known) -> Result<String, CliError> {
    let id = meant(&args.code, known)?;
    if args.json {
        return json::text(&PointJson::new(id, known.content));
    }
    Ok(told(id, known))
}

/// The point a person means; otherwise an error that names the nearest.
pub fn meant(typed: &str, known: &Known) -> Result<PointId, CliError> {
    let atlas = &known.content.atlas;
    if let Some(id) = atlas.by_typed(typed) {
        return Ok(id);
    }
    let index = known.index();
    let look = Look::new(known);
    match index.named(typed).as_slice() {
        [] => {}
        [id] => return Ok(*id),
        several => {
            return Err(CliError {
                message: t!(look, "cli-several-points", word = typed),
                hint: super::points::list(several, None, known).trim_end().to_owned(),
                code: 1,
            });
        }
    }
    let found = index.search(typed, |id| atlas.point(id).pressable);
    let near = found
        .points
        .first()
        .map(|found| found.id)
        .or_else(|| index.nearest(typed, atlas));
    let message = match near.map(|id| atlas.point(id)) {
        Some(point) => {
            let name = format!("{} {}", point.code, point.names.pinyin);
            t!(look, "cli-no-point-but", word = typed, point = name)
        }
        None => t!(look, "cli-no-point", word = typed),
    };
    Err(CliError {
        message,
        hint: t!(look, "cli-points-hint"),
        code: 1,
    })
}

/// A line as wide as every verb's. What goes on below stands two further in: one sees where the next begins.
fn push_wrapped(text: &mut String, words: &str) {
    let indent = words.len() - words.trim_start().len();
    if words.width() <= usize::from(WIDTH) {
        text.push_str(words);
        text.push('\n');
        return;
    }
    let further = indent + 2;
    for (nth, line) in wrap(words, WIDTH - further as u16).iter().enumerate() {
        let margin = if nth == 0 { indent } else { further };
        writeln!(text, "{:margin$}{line}", "").expect("a string takes every text");
    }
}

/// The card in lines: cautions first after the name, since a pipe may cut the rest.
fn told(id: PointId, known: &Known) -> String {
    let look = Look::new(known);
    let atlas = &known.content.atlas;
    let point = atlas.point(id);
    let mut text = String::new();
    let mut line = |words: &str| push_wrapped(&mut text, words);
    line(&format!(
        "{}  {}  {}  {}",
        point.code,
        point.names.pinyin,
        point.names.hanzi_simplified,
        say::meaning(point, look.lang)
    ));
    for (nth, words) in say::for_you(id, known, &look).iter().enumerate() {
        line(&format!("{}{words}", if nth == 0 { "! " } else { "  " }));
    }
    if !point.cautions.is_empty() {
        line("");
        line(&format!("! {}", t!(look, "card-take-care")));
        for caution in &point.cautions {
            line(&format!("  {}", caution.words.get(look.lang)));
        }
    }
    line("");
    line(&t!(look, "card-where"));
    line(&format!("  {}", point.find.get(look.lang)));
    line(&format!("  {}", point.on_it.get(look.lang)));
    line("");
    line(&t!(look, "card-how"));
    line(&format!("  {}", say::how(id, known, &look)));
    let names: Vec<&str> = point
        .uses
        .iter()
        .filter(|use_| !use_.id.starts_with("wish-"))
        .filter_map(|use_| atlas.use_text(&use_.id))
        .map(|use_| use_.name.get(look.lang))
        .collect();
    let categories = categories(point, known, &look);
    if !categories.is_empty() {
        line("");
        line(&t!(look, "card-categories"));
        for category in categories {
            line(&format!("  {category}"));
        }
    }
    line("");
    line(&t!(look, "card-tradition"));
    line(&format!("  {}", names.join(", ")));
    line("");
    line(&t!(look, "card-tested"));
    let mut told: Vec<&str> = Vec::new();
    for use_ in &point.uses {
        for row in known.content.evidence.trials(point, &use_.id) {
            if !told.contains(&&*row.id) {
                told.push(&row.id);
                let certainty = say::certainty(row.certainty, &look);
                line(&format!(
                    "  {} ({certainty}, {})",
                    row.finding.get(look.lang),
                    row.id
                ));
            }
        }
    }
    if told.is_empty() {
        line(&format!("  {}", t!(look, "card-untested")));
    }
    line("");
    line(&t!(look, "card-sources"));
    for source in &point.sources {
        line(&format!("  {source}"));
    }
    line(&format!("  {}", edition(point, &look)));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::words::Lang;

    fn known(lang: Lang) -> Known {
        Known::at("2026-11-21T21:30:00+01:00").speaking(lang)
    }

    fn point(typed: &str, lang: Lang) -> Result<String, CliError> {
        let args = PointArgs {
            code: typed.to_owned(),
            ..PointArgs::default()
        };
        run(&args, &known(lang))
    }

    #[test]
    fn any_spelling_and_any_name_tells_of_the_point() {
        for typed in [
            "LI4",
            "li04",
            "LI 4",
            "Co4",
            "hegu",
            "Hégǔ",
            "合谷",
            "joining valley",
        ] {
            let text = point(typed, Lang::En).expect("LI4");
            assert!(text.starts_with("LI4  Hégǔ"), "{typed}: {text}");
        }
    }

    #[test]
    fn cautions_stand_before_everything_else() {
        for lang in Lang::ALL {
            let known = known(lang);
            let text = point("SP6", lang).expect("SP6");
            assert!(
                text.lines().all(|line| line.width() <= usize::from(WIDTH)),
                "{text}"
            );
            // As one reads it, over the ends of lines.
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let id = known.content.atlas.by_code("SP6").expect("shipped");
            let caution = known.content.atlas.point(id).cautions[0].words.get(lang);
            let find = known.content.atlas.point(id).find.get(lang);
            assert!(text.find(caution).expect("the caution") < text.find(find).expect("the finding"));
        }
    }

    #[test]
    fn an_unknown_point_leads_to_the_nearest() {
        let error = point("hguu", Lang::En).expect_err("no such point");
        assert_eq!(error.code, 1);
        assert!(
            error.message.contains("Did you mean LI4 Hégǔ?"),
            "{}",
            error.message
        );
        let error = point("SP66", Lang::Da).expect_err("no such point");
        assert!(error.message.contains("Mente du SP6 "), "{}", error.message);
    }
}
