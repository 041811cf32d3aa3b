//! `hegu meridian` and `hegu category`: what is told about one of them, or all of them in a line each.

use clap::Args;

use super::{CliError, WIDTH, named};
use crate::app::Known;
use crate::app::told::Subject;
use crate::domain::code::Meridian;
use crate::domain::point::Category;
use crate::t;
use crate::ui::frame::wrap;
use crate::ui::look::Look;
use crate::ui::told::{Part, parts};

/// Which meridian.
#[derive(Clone, Debug, Default, Args)]
pub struct MeridianArgs {
    /// LI, SP, GV ... in any spelling, or the organ's name. Without one, every meridian in a line.
    pub name: Option<String>,
}

/// Which category.
#[derive(Clone, Debug, Default, Args)]
pub struct CategoryArgs {
    /// luo, yuan-source, eight-hui ... Without one, every category in a line.
    pub name: Option<String>,
}

/// The meridian, or all of them.
pub fn meridian(args: &MeridianArgs, known: &Known) -> Result<String, CliError> {
    let look = Look::new(known);
    let atlas = &known.content.atlas;
    let Some(name) = &args.name else {
        let lines = atlas.meridians().iter().map(|text| {
            let count = atlas.on(text.meridian).count();
            let organ = text.organ.get(look.lang);
            format!("{:<4} {organ:<22} {count:>3}  {}\n", text.meridian, text.hanzi)
        });
        return Ok(lines.collect());
    };
    let typed = name.trim().to_lowercase();
    let by_organ = || {
        let called = |organ: &str| organ.to_lowercase() == typed;
        let mut texts = atlas.meridians().iter();
        let text = texts.find(|text| called(&text.organ.en) || called(&text.organ.da) || text.hanzi == typed);
        text.map(|text| text.meridian)
    };
    let Some(meridian) = Meridian::from_alias(&typed).or_else(by_organ) else {
        return Err(CliError {
            message: t!(look, "told-no-meridian", name = name),
            hint: t!(look, "told-meridians-are", codes = named::meridians()),
            code: 1,
        });
    };
    let text = atlas.meridian(meridian);
    let organ = text.map_or("", |text| text.organ.get(look.lang));
    let title = format!("{meridian}  {organ}  {}", text.map_or("", |text| &*text.hanzi));
    let points: Vec<_> = atlas.on(meridian).collect();
    Ok(told(title, Subject::Meridian(meridian), known, &look) + &super::points::list(&points, None, known))
}

/// The category, or all of them.
pub fn category(args: &CategoryArgs, known: &Known) -> Result<String, CliError> {
    let look = Look::new(known);
    let atlas = &known.content.atlas;
    let Some(name) = &args.name else {
        let lines = atlas.categories().iter().map(|text| {
            let count = atlas.of_category(text.category).count();
            let id = text.category.id();
            format!(
                "{id:<16} {count:>3}  {}  {}\n",
                text.name.get(look.lang),
                text.hanzi
            )
        });
        return Ok(lines.collect());
    };
    let Some(category) = Category::from_id(&name.trim().to_lowercase()) else {
        return Err(CliError {
            message: t!(look, "told-no-category", name = name),
            hint: t!(look, "told-categories-are", ids = named::categories()),
            code: 1,
        });
    };
    let text = atlas.category(category);
    let name = text.map_or("", |text| text.name.get(look.lang));
    let title = format!("{name}  {}", text.map_or("", |text| &*text.hanzi));
    Ok(told(title, Subject::Category(category), known, &look))
}

/// A title and everything told below it.
fn told(title: String, about: Subject, known: &Known, look: &Look) -> String {
    let mut text = title + "\n";
    for part in parts(about, known, look) {
        let (indent, words) = match part {
            Part::Heading(words) => {
                text.push('\n');
                ("", words)
            }
            Part::Text(words) | Part::Source(words) => ("  ", words),
        };
        for line in wrap(&words, WIDTH) {
            text.push_str(&format!("{indent}{line}\n"));
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::words::Lang;

    fn known(lang: Lang) -> Known {
        Known::at("2026-11-21T21:30:00+01:00").speaking(lang)
    }

    fn asked(name: &str) -> MeridianArgs {
        MeridianArgs {
            name: Some(name.to_owned()),
        }
    }

    #[test]
    fn a_meridian_is_told_with_its_partner_its_hour_and_what_it_is_not() {
        let known = known(Lang::En);
        for name in ["LI", "li", "Di", "large intestine", "tyktarm", "大肠"] {
            let text = meridian(&asked(name), &known).expect("the large intestine");
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for part in [
                "LI Large Intestine",
                "Lung (LU)",
                "05 to 07: tradition, not physiology",
                "EV-GEN-05",
                "LI4 ",
                "LI20",
            ] {
                assert!(text.contains(part), "{name} {part}: {text}");
            }
        }
        let error = meridian(&asked("XX"), &known).expect_err("no such meridian");
        assert!(error.hint.contains("LU, LI"), "{}", error.hint);
        let danish = meridian(&asked("XX"), &self::known(Lang::Da)).expect_err("no such meridian");
        assert_eq!(danish.message, "Der er ingen meridian \"XX\".");
        assert!(danish.hint.contains("LU, LI"), "{}", danish.hint);
        assert_eq!(
            meridian(&MeridianArgs::default(), &known)
                .expect("all")
                .lines()
                .count(),
            15
        );
        // The extra points are no line: no partner, no hour, and still what a meridian is not.
        let extra = meridian(&asked("EX"), &known).expect("the extra points");
        assert!(
            !extra.contains("physiology") && extra.contains("EV-GEN-05"),
            "{extra}"
        );
    }

    #[test]
    fn a_category_is_told_with_what_its_points_stand_for() {
        let category = |name: &str, lang| {
            let args = CategoryArgs {
                name: Some(name.to_owned()),
            };
            category(&args, &known(lang))
        };
        let back = category("back-shu", Lang::Da).expect("twelve points");
        assert!(
            back.contains("BL23 Shènshū: Nyre") || back.contains("Nyre"),
            "{back}"
        );
        let well = category("jing-well", Lang::En).expect("twelve points");
        assert!(
            well.contains("LU11 Shàoshāng: wood") && well.contains("LI1 Shāngyáng: metal"),
            "{well}"
        );
        assert!(category("lou", Lang::En).is_err());
        let all = super::category(&CategoryArgs::default(), &known(Lang::En)).expect("all");
        assert_eq!(all.lines().count(), 14);
    }
}
