//! `hegu keys`: every key, as the app has it now.

use clap::Args;
use serde::Serialize;

use super::{CliError, own_keys, print};
use crate::app::action::BINDINGS;
use crate::app::keymap::{self, Keymap, key_name};
use crate::app::{Action, Context};
use crate::domain::words::Lang;
use crate::platform::places::Places;
use crate::ui::look::Look;
use crate::ui::words;

/// How.
#[derive(Clone, Debug, Args)]
pub struct KeysArgs {
    /// As JSON; see docs/json.md.
    #[arg(long, conflicts_with = "toml")]
    pub json: bool,
    /// As a keymap.toml to begin with: hegu keys --toml > keymap.toml
    #[arg(long)]
    pub toml: bool,
}

/// The keys of one action in one place.
#[derive(Debug, Serialize)]
struct KeyJson {
    action: String,
    does: String,
    context: &'static str,
    keys: Vec<String>,
}

/// Prints the keys.
pub fn run(args: &KeysArgs, places: &Places, lang: Lang) -> Result<(), CliError> {
    if args.toml {
        return print(&keymap::commented(lang, |action| words::spell(lang, action)));
    }
    let (keymap, problems) = own_keys(places);
    if args.json {
        let mut rows = Vec::new();
        for context in Context::ALL {
            for action in keymap.actions(context) {
                rows.push(KeyJson {
                    action: action.id(),
                    does: words::spell(lang, action),
                    context: context.id(),
                    keys: keymap.keys(context, action).map(key_name).collect(),
                });
            }
        }
        return print(&super::json::text(&rows)?);
    }
    let look = Look::bare(lang);
    let mut text = String::new();
    for (place, rows) in table(&keymap, &look) {
        text.push_str(&format!("{place}\n"));
        for (keys, what) in rows {
            text.push_str(&format!("  {keys:<22} {what}\n"));
        }
        text.push('\n');
    }
    print(text.trim_end_matches('\n'))?;
    print("\n")?;
    if problems.is_empty() {
        return Ok(());
    }
    Err(CliError {
        message: problems.say(lang).trim_end().to_owned(),
        hint: crate::t!(look, "keys-problems-hint"),
        code: 1,
    })
}

/// Keys and what they do, by place: everywhere first.
pub fn table(keymap: &Keymap, look: &Look) -> Vec<(String, Vec<(String, String)>)> {
    let places = std::iter::once((None, crate::t!(look, "help-everywhere"))).chain(
        Context::ALL
            .into_iter()
            .filter(|context| *context != Context::Text)
            .map(|context| (Some(context), words::place(look, context))),
    );
    places
        .map(|(context, name)| {
            let here = |action: &Action| {
                BINDINGS.iter().any(|binding| {
                    binding.action == *action
                        && match context {
                            Some(context) => binding.contexts.contains(&context),
                            None => binding.contexts.is_empty(),
                        }
                })
            };
            // What holds everywhere holds in the atlas, where nothing hides it but the arrows' own.
            let seen = context.unwrap_or(Context::Atlas);
            let rows = Action::all()
                .into_iter()
                .filter(here)
                .filter(|action| !matches!(action, Action::Digit(1..)))
                .filter_map(|action| {
                    let keys: Vec<String> = keymap.keys(seen, action).map(key_name).collect();
                    let keys = if action == Action::Digit(0) {
                        "0 ... 9".to_owned()
                    } else {
                        keys.join("  ")
                    };
                    (!keys.is_empty()).then(|| (keys, words::action(look, action)))
                })
                .collect();
            (name, rows)
        })
        .collect()
}
