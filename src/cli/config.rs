//! `hegu config`: the person's settings, one commented file.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::settings::{InEffect, Origin};
use super::{CliError, print};
use crate::app::choices::{self, CHOICES, Choice};
use crate::content::looks::Looks;
use crate::content::source::Plain;
use crate::domain::words::Words;
use crate::platform::places::Places;
use crate::platform::settings_file;
use crate::t;
use crate::ui::look::Look;

/// What to do with the settings.
#[derive(Clone, Debug, Args)]
pub struct ConfigArgs {
    /// Without one: show.
    #[command(subcommand)]
    pub what: Option<ConfigVerb>,
}

/// What to do with the settings.
#[derive(Clone, Debug, Subcommand)]
pub enum ConfigVerb {
    /// Writes the file with every setting and its explanation. A file that is there is left alone.
    Init,
    /// Prints where the file is, or would be.
    Path,
    /// Prints every setting, its value now, and where that comes from.
    Show {
        /// As JSON; see docs/json.md.
        #[arg(long)]
        json: bool,
    },
    /// Changes one setting in the file; comments and everything else stay as they are.
    Set {
        /// The setting, as `hegu config show` names it.
        key: String,
        /// What to set it to.
        value: String,
    },
}

/// One setting as JSON.
#[derive(Debug, Serialize)]
struct SettingJson<'a> {
    key: &'a str,
    value: serde_json::Value,
    from: &'static str,
    variable: String,
    about: &'a str,
}

/// Does it.
pub fn run(
    args: &ConfigArgs,
    effect: &InEffect,
    places: &Places,
    looks: &Looks,
    look: &Look,
) -> Result<(), CliError> {
    let path = places.settings();
    match args.what.as_ref().unwrap_or(&ConfigVerb::Show { json: false }) {
        ConfigVerb::Path => print(&format!("{}\n", path.display())),
        ConfigVerb::Init => {
            if path.exists() {
                return Err(CliError {
                    message: t!(look, "config-there", path = path.display().to_string()),
                    hint: t!(look, "config-there-hint"),
                    code: 1,
                });
            }
            settings_file::write(&path, &choices::commented(look.lang))
                .map_err(|error| CliError::file(look, &path, &error))?;
            print(&(t!(look, "config-written", path = path.display().to_string()) + "\n"))
        }
        ConfigVerb::Show { json } => {
            let named = CHOICES.iter().zip(&effect.origins);
            if *json {
                let settings: Vec<_> = named
                    .map(|(choice, origin)| SettingJson {
                        key: choice.key,
                        value: as_json(&(choice.get)(&effect.settings)),
                        from: origin_id(*origin),
                        variable: choice.variable(),
                        about: choice.about.get(look.lang),
                    })
                    .collect();
                return print(&super::json::text(&settings)?);
            }
            let mut text = format!("# {}\n", path.display());
            for (choice, origin) in named {
                text.push_str(&shown(choice, *origin, effect, look));
            }
            print(&text)?;
            if effect.problems.is_empty() {
                return Ok(());
            }
            Err(CliError {
                message: effect.problems.say(look.lang).trim_end().to_owned(),
                hint: t!(look, "config-problems-hint"),
                code: 1,
            })
        }
        ConfigVerb::Set { key, value } => {
            let refused = |(what, remedy): (Words, Words)| CliError {
                message: what.get(look.lang).to_owned(),
                hint: remedy.get(look.lang).to_owned(),
                code: 1,
            };
            let choice = choices::by_key(key).ok_or_else(|| refused(choices::unknown(key)))?;
            let value = choice.parse(value);
            choice
                .choose(&mut effect.settings.clone(), &value, looks)
                .map_err(refused)?;
            settings_file::choose(&path, choice.key, &value, look.lang).map_err(|error| CliError {
                message: error.to_string(),
                hint: t!(look, "config-broken-hint"),
                code: 1,
            })
        }
    }
}

fn shown(choice: &Choice, origin: Origin, effect: &InEffect, look: &Look) -> String {
    let value = format!(
        "{} = {}",
        choice.key,
        choices::literal(&(choice.get)(&effect.settings))
    );
    let from = match origin {
        Origin::Found => t!(look, "config-from-default"),
        Origin::File => t!(look, "config-from-file"),
        Origin::Variable
            if choice.key == "color" && effect.settings.colors == crate::app::settings::Colors::None =>
        {
            "NO_COLOR".to_owned()
        }
        Origin::Variable => choice.variable(),
        Origin::Option => format!("--{}", choice.key),
    };
    format!("{value:<30} # {from}\n")
}

fn origin_id(origin: Origin) -> &'static str {
    match origin {
        Origin::Found => "default",
        Origin::File => "file",
        Origin::Variable => "environment",
        Origin::Option => "option",
    }
}

fn as_json(value: &Plain) -> serde_json::Value {
    match value {
        Plain::Text(word) => word.as_str().into(),
        Plain::Whole(number) => (*number).into(),
        Plain::YesNo(yes) => (*yes).into(),
        Plain::Texts(words) => words.clone().into(),
        Plain::Other => serde_json::Value::Null,
    }
}
