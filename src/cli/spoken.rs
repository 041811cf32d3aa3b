//! The command line in the person's language: clap's definitions with the sentences of `cli.toml` beside them.
//!
//! The definitions themselves are English. `assets/texts/da/cli.toml` says the same in Danish, a table a verb;
//! `assets/texts/en/cli.toml` has only the examples. Help, man pages and errors come from this one command.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use toml::{Table, Value};

use super::Cli;
use super::named::ONE_OF;
use crate::domain::words::Lang;

const EN: &str = include_str!("../../assets/texts/en/cli.toml");
const DA: &str = include_str!("../../assets/texts/da/cli.toml");

/// The whole command line in a language.
pub fn command(lang: Lang) -> Command {
    let text = match lang {
        Lang::En | Lang::Brought(_) => EN,
        Lang::Da => DA,
    };
    // Shipped with the program, and read by a test.
    let table: Table = text.parse().unwrap_or_default();
    spoken(Cli::command(), &table, lang)
}

/// The language a command line asks for before it is parsed: its own `--lang`, or what `otherwise` knows.
pub fn lang_of(args: &[String], otherwise: Lang) -> Lang {
    let named = args.iter().enumerate().find_map(|(at, arg)| match arg.as_str() {
        "--lang" => args.get(at + 1).map(String::as_str),
        arg => arg.strip_prefix("--lang="),
    });
    // Of another language only the examples and the words of the definitions are there: English.
    named.map_or(otherwise, |tag| Lang::from_tag(tag).unwrap_or_default())
}

fn spoken(command: Command, table: &Table, lang: Lang) -> Command {
    let text = |key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
    let mut command = command;
    if let Some(about) = text("about") {
        command = command.about(about.clone()).long_about(about);
    }
    if let Some(examples) = text("examples") {
        let title = lang.pick("Examples", "Eksempler");
        let lines: String = examples.lines().map(|line| format!("  {line}\n")).collect();
        command = command.after_help(format!("{title}:\n{}", lines.trim_end()));
    }
    if lang == Lang::Da {
        command = command
            .help_template("{about-with-newline}\nBrug: {usage}\n\n{all-args}{after-help}")
            .subcommand_help_heading("Kommandoer")
            .disable_help_flag(true)
            .arg(
                Arg::new("help")
                    .short('h')
                    .long("help")
                    .action(ArgAction::Help)
                    .help("Vis denne hjælp")
                    .help_heading("Tilvalg"),
            );
        if command.get_version().is_some() {
            command = command.disable_version_flag(true).arg(
                Arg::new("version")
                    .short('V')
                    .long("version")
                    .action(ArgAction::Version)
                    .help("Vis versionen")
                    .help_heading("Tilvalg"),
            );
        }
        command = command.mut_args(|arg| {
            let heading = if arg.is_positional() {
                "Argumenter"
            } else {
                "Tilvalg"
            };
            let said = text(arg.get_id().as_str());
            let arg = arg.help_heading(heading);
            match said {
                Some(help) => arg.help(help.clone()).long_help(help),
                None => arg,
            }
        });
    }
    let names: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    let empty = Table::new();
    for name in names {
        let below = table
            .get(&name)
            .and_then(Value::as_table)
            .unwrap_or(&empty)
            .clone();
        command = command.mut_subcommand(name, |verb| spoken(verb, &below, lang));
    }
    command
}

/// What clap has to say about a command line that was not understood: kind, and what was meant. Help and
/// version are no mistakes, and English is clap's own language.
pub fn error_text(error: &clap::Error, lang: Lang) -> Option<String> {
    if lang != Lang::Da || matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return None;
    }
    // Of all that clap finds similar, the nearest is what was meant.
    let nearest = |kind: ContextKind, typed: &str| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => {
            let near = crate::domain::near::nearest(typed, texts.iter().map(String::as_str));
            near.map(str::to_owned).or_else(|| texts.last().cloned())
        }
        _ => None,
    };
    let get = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if !texts.is_empty() => Some(texts.join(", ")),
        _ => None,
    };
    let arg = get(ContextKind::InvalidArg).unwrap_or_default();
    let value = get(ContextKind::InvalidValue).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "ukendt kommando \"{}\"",
                get(ContextKind::InvalidSubcommand).unwrap_or_default()
            )
        }
        ErrorKind::UnknownArgument => format!("ukendt argument \"{arg}\""),
        ErrorKind::MissingRequiredArgument => format!("her mangler {arg}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} mangler en værdi"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("\"{value}\" er ikke en værdi for {arg}")
        }
        ErrorKind::ArgumentConflict => format!("{arg} kan ikke bruges sammen med de andre tilvalg"),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{arg} har ikke det rette antal værdier")
        }
        _ => "kommandolinjen kunne ikke forstås".to_owned(),
    };
    let mut text = format!("hegu: {what}.\n");
    let meant = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let verb = get(ContextKind::InvalidSubcommand).unwrap_or_default();
    let typed = [verb, value, arg]
        .into_iter()
        .find(|typed| !typed.is_empty())
        .unwrap_or_default();
    if let Some(meant) = meant.into_iter().find_map(|kind| nearest(kind, &typed)) {
        text.push_str(&format!("Mente du {meant}?\n"));
    } else if let Some(valid) = get(ContextKind::ValidValue) {
        text.push_str(&format!("Skriv en af {valid}.\n"));
    } else if let Some(valid) = std::error::Error::source(error).map(ToString::to_string)
        && let Some(valid) = valid.strip_prefix(ONE_OF)
    {
        text.push_str(&format!("Skriv en af {valid}.\n"));
    }
    text.push_str("hegu --help forklarer det hele.\n");
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(command: &Command, table: &Table, path: &str, missing: &mut Vec<String>) {
        let said = |key: &str| {
            table
                .get(key)
                .and_then(Value::as_str)
                .is_some_and(|text| !text.is_empty())
        };
        if !said("about") {
            missing.push(format!("{path}about"));
        }
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            if !["help", "version"].contains(&id) && !arg.is_hide_set() && !said(id) {
                missing.push(format!("{path}{id}"));
            }
        }
        let empty = Table::new();
        for verb in command.get_subcommands() {
            let below = table
                .get(verb.get_name())
                .and_then(Value::as_table)
                .unwrap_or(&empty);
            walk(verb, below, &format!("{path}{}.", verb.get_name()), missing);
        }
    }

    #[test]
    fn every_verb_and_every_option_is_said_in_danish() {
        let table: Table = DA.parse().expect("TOML");
        let mut missing = Vec::new();
        walk(&Cli::command(), &table, "", &mut missing);
        assert!(
            missing.is_empty(),
            "not in assets/texts/da/cli.toml: {missing:#?}"
        );
    }

    #[test]
    fn nothing_is_said_of_what_is_not_there() {
        fn surplus(command: &Command, table: &Table, path: &str, found: &mut Vec<String>) {
            for (key, value) in table {
                let known = match value {
                    Value::Table(below) => match command.find_subcommand(key) {
                        Some(verb) => {
                            surplus(verb, below, &format!("{path}{key}."), found);
                            true
                        }
                        None => false,
                    },
                    _ => {
                        ["about", "examples"].contains(&key.as_str())
                            || command.get_arguments().any(|arg| arg.get_id() == key.as_str())
                    }
                };
                if !known {
                    found.push(format!("{path}{key}"));
                }
            }
        }
        for text in [EN, DA] {
            let table: Table = text.parse().expect("TOML");
            let mut found = Vec::new();
            surplus(&Cli::command(), &table, "", &mut found);
            assert!(found.is_empty(), "{found:?}");
        }
    }

    #[test]
    fn both_commands_hold_together_and_every_example_is_understood() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
            let text = if lang == Lang::En { EN } else { DA };
            let table: Table = text.parse().expect("TOML");
            let mut examples = Vec::new();
            gather(&table, &mut examples);
            assert!(examples.len() > 8);
            for example in examples {
                let line = example.split("   ").next().unwrap_or_default().trim();
                let line = line
                    .split(" | ")
                    .next()
                    .unwrap_or_default()
                    .split(" > ")
                    .next()
                    .unwrap_or_default();
                let args: Vec<String> = line
                    .split(' ')
                    .map(|arg| arg.trim_matches('"').to_owned())
                    .collect();
                let args = super::super::with_address(args);
                if let Err(error) = command(lang).try_get_matches_from(&args) {
                    panic!("{line}: {error}");
                }
            }
        }
    }

    fn gather(table: &Table, found: &mut Vec<String>) {
        for (key, value) in table {
            match value {
                Value::Table(below) => gather(below, found),
                Value::String(text) if key == "examples" => found.extend(text.lines().map(str::to_owned)),
                _ => {}
            }
        }
    }

    #[test]
    fn a_mistake_is_told_in_danish_with_what_was_meant() {
        let error = command(Lang::Da)
            .try_get_matches_from(["hegu", "ponits"])
            .expect_err("no such verb");
        let said = error_text(&error, Lang::Da).expect("Danish");
        assert!(
            said.contains("ukendt kommando \"ponits\"") && said.contains("Mente du point"),
            "{said}"
        );
        assert_eq!(error_text(&error, Lang::En), None);
    }
}
