//! `hegu points`: lists points, all of them or those that answer a query.

use std::fmt::Write;

use clap::Args;
use unicode_width::UnicodeWidthStr;

use super::point_json::PointJson;
use super::{CliError, WIDTH, named};
use crate::app::Known;
use crate::app::search::Other;
use crate::domain::atlas::PointId;
use crate::domain::code::Meridian;
use crate::domain::point::{Category, Region};
use crate::t;
use crate::ui::frame::wrap;
use crate::ui::look::Look;
use crate::ui::told::member;

/// Which points, and how.
#[derive(Clone, Debug, Default, Args)]
pub struct PointsArgs {
    /// A code in any spelling, a name, or a plain word in either language: LI4, hegu, hovedpine, stiff neck.
    pub query: Vec<String>,
    /// Only the points of a meridian: LI, SP ...; EX for the extra points.
    #[arg(long, value_parser = named::meridian)]
    pub meridian: Option<Meridian>,
    /// Only the points of a part of the body: hand, low-back ...
    #[arg(long, value_parser = named::region)]
    pub region: Option<Region>,
    /// Only the points for a complaint or wish: headache, sleep ...
    #[arg(long = "use", value_name = "USE")]
    pub use_id: Option<String>,
    /// Only the points of a traditional category: luo, yuan-source, eight-hui ...
    #[arg(long, value_parser = named::category)]
    pub category: Option<Category>,
    /// Only your favourites.
    #[arg(long)]
    pub favourites: bool,
    /// Only those you never want again; `hegu point CODE --again` takes one back.
    #[arg(long, conflicts_with = "favourites")]
    pub never: bool,
    /// As JSON: an array.
    #[arg(long)]
    pub json: bool,
}

/// The list as text, one line a point, or as JSON.
pub fn run(args: &PointsArgs, known: &Known) -> Result<String, CliError> {
    let atlas = &known.content.atlas;
    let query = args.query.join(" ");
    let mut points: Vec<PointId> = if query.trim().is_empty() {
        atlas.points().map(|(id, _)| id).collect()
    } else {
        let safety = known.safety();
        let results = known.index().search(&query, |id| safety.word(id).lets_through());
        if let (false, [Other::Topic(index)]) = (args.json, &*results.others)
            && let Some(topic) = atlas.topics().get(*index).filter(|topic| topic.urgent)
        {
            let lang = known.settings.lang;
            let says = wrap(topic.says.get(lang), WIDTH).join("\n");
            return Ok(format!("{}\n{says}\n", topic.name.get(lang)));
        }
        results.points.into_iter().map(|found| found.id).collect()
    };
    if let Some(typed) = &args.use_id {
        let id = use_meant(typed, known)?;
        points.retain(|point| atlas.point(*point).uses.iter().any(|use_| use_.id == id));
    }
    points.retain(|id| {
        let point = atlas.point(*id);
        args.meridian.is_none_or(|meridian| point.meridian == meridian)
            && args.region.is_none_or(|region| point.region == region)
            && args
                .category
                .is_none_or(|category| point.categories.contains(&category))
            && (!args.favourites || known.likes(*id))
            && (!args.never || known.is_never(*id))
    });
    if args.json {
        let all: Vec<PointJson<'_>> = points
            .iter()
            .map(|id| PointJson::new(*id, known.content))
            .collect();
        return super::json::text(&all);
    }
    if points.is_empty() {
        let look = Look::new(known);
        let (message, hint) = if args.never {
            (t!(look, "points-none-never"), t!(look, "points-how-never"))
        } else if args.favourites {
            (t!(look, "points-none-liked"), t!(look, "points-how-liked"))
        } else if query.trim().is_empty() {
            (t!(look, "atlas-none"), t!(look, "points-none-hint"))
        } else {
            (t!(look, "search-nothing", query = query.trim()), String::new())
        };
        return Err(CliError {
            message,
            hint,
            code: 1,
        });
    }
    Ok(list(&points, args.category, known))
}

/// The id of the use a person typed: the id itself, or a name or synonym of it.
fn use_meant<'a>(typed: &str, known: &'a Known) -> Result<&'a str, CliError> {
    let look = Look::new(known);
    let atlas = &known.content.atlas;
    if let Some(use_) = atlas.use_text(typed) {
        return Ok(&use_.id);
    }
    let results = known.index().search(typed, |_| true);
    let best = results.uses.first().map(|index| &atlas.uses()[*index]);
    let same = |name: &str| name.to_lowercase() == typed.to_lowercase();
    match best {
        Some(use_)
            if same(&use_.name.en)
                || same(&use_.name.da)
                || use_.synonyms.iter().any(|synonym| same(synonym)) =>
        {
            Ok(&use_.id)
        }
        best => Err(CliError {
            message: t!(look, "points-no-use", name = typed),
            hint: match best {
                Some(use_) => t!(look, "points-meant-use", name = use_.id.to_string()),
                None => t!(look, "plain-no-use-hint"),
            },
            code: 1,
        }),
    }
}

/// One line a point: code, pinyin, characters, place; what it stands for in the category asked for; and what
/// nobody presses says so.
pub(super) fn list(points: &[PointId], category: Option<Category>, known: &Known) -> String {
    let look = Look::new(known);
    let mut text = String::new();
    for id in points {
        let point = known.content.atlas.point(*id);
        let names = &point.names;
        let never = if point.pressable {
            String::new()
        } else {
            format!("  ({})", t!(look, "point-never"))
        };
        let place = point.place.get(look.lang);
        let of = category.and_then(|category| member(category, point, known, &look));
        let place = of.map_or_else(|| place.to_owned(), |of| format!("{}  {of}", padded(place, 28)));
        let line = format!(
            "{:<8} {}  {}  {place}{never}",
            point.code,
            padded(&names.pinyin, 14),
            padded(&names.hanzi_simplified, 8),
        );
        writeln!(text, "{}", line.trim_end()).expect("a string takes every text");
    }
    text
}

/// Padded by the width on the screen: characters are two cells each.
fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn known() -> Known {
        Known::at("2026-11-21T21:30:00+01:00")
    }

    fn asked(query: &str) -> PointsArgs {
        PointsArgs {
            query: query.split_whitespace().map(str::to_owned).collect(),
            ..PointsArgs::default()
        }
    }

    #[test]
    fn without_a_query_every_point_has_a_line() {
        let known = known();
        let text = run(&PointsArgs::default(), &known).expect("a list");
        assert_eq!(text.lines().count(), known.content.atlas.len());
    }

    #[test]
    fn a_query_and_filters_narrow_the_list() {
        let known = known();
        let text = run(&asked("hovedpine"), &known).expect("a list");
        assert!(text.lines().any(|line| line.starts_with("GB20")), "{text}");
        let only = PointsArgs {
            meridian: Some(Meridian::LI),
            ..asked("hovedpine")
        };
        let text = run(&only, &known).expect("a list");
        assert!(text.lines().all(|line| line.starts_with("LI")), "{text}");
        let by_use = PointsArgs {
            use_id: Some("hovedpine".to_owned()),
            region: Some(Region::Hand),
            ..PointsArgs::default()
        };
        let text = run(&by_use, &known).expect("a list");
        assert!(text.starts_with("LI4"), "{text}");
    }

    #[test]
    fn what_is_not_there_is_said_and_in_json_it_is_an_empty_array() {
        let known = known();
        let error = run(&asked("xyzzyx"), &known).expect_err("nothing");
        assert_eq!(error.code, 1);
        assert!(error.message.contains("xyzzyx"));
        let json = PointsArgs {
            json: true,
            ..asked("xyzzyx")
        };
        assert_eq!(run(&json, &known).expect("an array").trim(), "[]");
        let wrong = PointsArgs {
            use_id: Some("hedache".to_owned()),
            ..PointsArgs::default()
        };
        let error = run(&wrong, &known).expect_err("no such use");
        assert_eq!(error.hint, "Did you mean \"headache\"?");
    }

    #[test]
    fn json_is_an_array_of_whole_points() {
        let known = known();
        let args = PointsArgs {
            json: true,
            ..PointsArgs::default()
        };
        let json: serde_json::Value =
            serde_json::from_str(&run(&args, &known).expect("json")).expect("an array");
        let points = json.as_array().expect("an array");
        assert_eq!(points.len(), known.content.atlas.len());
        let sp6 = points.iter().find(|point| point["code"] == "SP6").expect("SP6");
        assert_eq!(sp6["meridian"], "SP");
        assert_eq!(sp6["number"], 6);
        assert_eq!(sp6["sides"], "both");
        assert_eq!(sp6["measures"][0]["cun"], 3.0);
        assert_eq!(sp6["measures"][0]["from"], "medial_malleolus");
        assert!(sp6["level"].is_null() && sp6["lateral_cun"].is_null());
        assert_eq!(sp6["uses"][0]["basis"], "trial");
        assert!(
            sp6["views"]
                .as_array()
                .expect("views")
                .iter()
                .any(|view| view["visible"] == true)
        );
        let bl23 = points.iter().find(|point| point["code"] == "BL23").expect("BL23");
        assert_eq!(bl23["level"], "L2");
        assert_eq!(bl23["lateral_cun"], 1.5);
    }
}
