//! The settings as they hold for this run: found out, then the file, then the environment, then the options.

use std::path::Path;

use super::{Cli, languages};
use crate::app::Settings;
use crate::app::choices::{self, CHOICES};
use crate::app::settings::Colors;
use crate::content::looks::Looks;
use crate::content::source::{Plain, Source};
use crate::content::{Problem, Problems};
use crate::domain::words::{Lang, Languages};
use crate::platform::detect;
use crate::platform::own_files::read_file;
use crate::platform::places::{HOME_VARIABLE, Places};

/// Where a setting comes from, the strongest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The default, or found out about the system and the terminal.
    Found,
    /// `config.toml`.
    File,
    /// A variable of the environment.
    Variable,
    /// An option of the command line.
    Option,
}

/// The settings in effect, where each comes from, and what is wrong with what was written.
#[derive(Clone, Debug)]
pub struct InEffect {
    /// The settings.
    pub settings: Settings,
    /// The origin of each choice, in the order of [`CHOICES`].
    pub origins: Vec<Origin>,
    /// Every problem, of the file and of the environment.
    pub problems: Problems,
}

/// Gathers the settings. `file` is the place of `config.toml`; `var` looks up an environment variable.
pub fn gather(
    cli: &Cli,
    file: &Path,
    looks: &Looks,
    languages: &Languages,
    var: impl Fn(&str) -> Option<String>,
) -> InEffect {
    let set = |name: &str| var(name).filter(|value| !value.is_empty());
    let mut settings = detect::settings(languages.clone(), set);
    let mut origins = vec![Origin::Found; CHOICES.len()];
    let mut problems = Problems::default();
    let mut came = |key: &str, origin: Origin| {
        if let Some(at) = CHOICES.iter().position(|choice| choice.key == key) {
            origins[at] = origin;
        }
    };
    if file.exists() {
        match read_file(file) {
            Ok(own) => {
                let source = Source {
                    file: &own.name,
                    text: &own.text,
                };
                let (keys, found) = choices::read(source, &mut settings, looks);
                problems.extend(found);
                keys.into_iter().for_each(|key| came(key, Origin::File));
            }
            Err(problem) => problems.0.push(*problem),
        }
    }
    // https://no-color.org: before the file, but not before what is said for this one run.
    if set("NO_COLOR").is_some() {
        settings.colors = Colors::None;
        came("color", Origin::Variable);
    }
    for choice in CHOICES {
        let name = choice.variable();
        let Some(word) = set(&name) else { continue };
        match choice.choose(&mut settings, &choice.parse(&word), looks) {
            Ok(()) => came(choice.key, Origin::Variable),
            Err((what, remedy)) => problems.0.push(Problem {
                file: name,
                line: 0,
                what,
                remedy,
            }),
        }
    }
    if let Some(lang) = cli.lang.as_deref().and_then(|tag| languages.named(tag)) {
        settings.lang = lang;
        came("lang", Origin::Option);
    }
    if let Some(color) = &cli.color {
        let choice = choices::by_key("color").expect("color is a choice");
        // clap has checked the word.
        drop(choice.choose(&mut settings, &Plain::Text(color.clone()), looks));
        came("color", Origin::Option);
    }
    InEffect {
        settings,
        origins,
        problems,
    }
}

/// The language before the command line is understood: for its help and its mistakes.
pub fn lang_before(args: &[String]) -> Lang {
    let home = args.iter().enumerate().find_map(|(at, arg)| match arg.as_str() {
        "--home" => args.get(at + 1).map(String::as_str),
        arg => arg.strip_prefix("--home="),
    });
    let cli = Cli::default();
    let places = Places::find(home.map(Path::new), std::env::var_os(HOME_VARIABLE));
    // A language brought by files has no help of its own: its tag is enough to know that it is not Danish.
    let languages = places.as_ref().map(languages::tags).unwrap_or_default();
    let file = places.map(|places| places.settings()).unwrap_or_default();
    let var = |name: &str| std::env::var(name).ok();
    gather(&cli, &file, &crate::shipped().looks, &languages, var)
        .settings
        .lang
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    fn gathered(args: &[&str], file: &str, vars: &[(&str, &str)]) -> InEffect {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("config.toml");
        if !file.is_empty() {
            std::fs::write(&path, file).expect("written");
        }
        let cli = Cli::parse_from([&["hegu"], args].concat());
        gather(
            &cli,
            &path,
            &crate::shipped().looks,
            &Languages::default(),
            |name| {
                vars.iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| (*value).to_owned())
            },
        )
    }

    #[test]
    fn the_option_goes_before_the_variable_the_variable_before_the_file_the_file_before_the_locale() {
        let locale = ("LANG", "da_DK.UTF-8");
        let lang = |args: &[&str], file, vars: &[_]| gathered(args, file, vars).settings.lang;
        assert_eq!(lang(&[], "", &[locale]), Lang::Da);
        assert_eq!(lang(&[], "lang = \"en\"", &[locale]), Lang::En);
        let variable = ("HEGU_LANG", "da");
        assert_eq!(lang(&[], "lang = \"en\"", &[locale, variable]), Lang::Da);
        assert_eq!(
            lang(&["--lang", "en"], "lang = \"da\"", &[locale, variable]),
            Lang::En
        );
    }

    #[test]
    fn no_color_goes_before_the_file_and_not_before_the_option() {
        let terminal = [("TERM", "xterm-256color"), ("NO_COLOR", "1")];
        let colors = |args: &[&str], vars: &[_]| gathered(args, "color = \"true\"", vars).settings.colors;
        assert_eq!(colors(&[], &terminal), Colors::None);
        assert_eq!(colors(&[], &terminal[..1]), Colors::True);
        assert_eq!(colors(&["--color", "always"], &terminal), Colors::Ansi256);
        assert_eq!(colors(&["--color", "never"], &terminal[..1]), Colors::None);
    }

    #[test]
    fn every_choice_has_a_variable_and_a_wrong_value_in_it_is_named() {
        let found = gathered(
            &[],
            "",
            &[
                ("HEGU_THEME", "calm-drak"),
                ("HEGU_SKIN", "slate"),
                ("HEGU_DAY_ENDS", "2"),
            ],
        );
        assert_eq!(found.settings.skin, "slate");
        assert_eq!(found.settings.day_ends, 2);
        assert_eq!(found.problems.0.len(), 1);
        let said = found.problems.to_string();
        assert!(
            said.starts_with("HEGU_THEME: theme cannot be \"calm-drak\"."),
            "{said}"
        );
    }
}
