//! `hegu doctor`: what was found out about this machine, and what hegu does with it. Says the truth when
//! something is missing, and what would change it.

use std::io::IsTerminal;
use std::path::Path;

use clap::Args;
use serde::Serialize;

use super::settings::InEffect;
use super::{CliError, own_keys, print};
use crate::app::settings::{Colors, FigureStyle};
use crate::content::looks::Ground;
use crate::content::{Problem, Problems};
use crate::platform::journal::Journal;
use crate::platform::own_files::{self, read_folder};
use crate::platform::places::Places;
use crate::platform::world::size;
use crate::t;
use crate::ui::look::Look;
use crate::ui::words;

/// How.
#[derive(Clone, Debug, Args)]
pub struct DoctorArgs {
    /// As JSON; see docs/json.md.
    #[arg(long)]
    pub json: bool,
}

/// One thing that was found out.
#[derive(Debug, Serialize)]
struct Finding {
    /// `terminal`, `sound`, `speech`, `files`, `versions`, `problems`.
    area: &'static str,
    /// What was looked at.
    what: String,
    /// What was found.
    found: String,
    /// What hegu does with it; empty where there is nothing to do.
    then: String,
    /// Something a person may want to correct.
    wrong: bool,
}

/// Players of sound files, the first that is there is used.
const PLAYERS: [&str; 4] = ["pw-play", "paplay", "aplay", "afplay"];
/// Voices, the first that is there is used.
const VOICES: [&str; 3] = ["spd-say", "espeak-ng", "say"];

/// Looks around and tells.
pub fn run(args: &DoctorArgs, effect: &InEffect, places: &Places, look: &Look) -> Result<(), CliError> {
    let mut findings = terminal(effect, look);
    findings.extend(sound(look));
    let mut problems = effect.problems.clone();
    findings.extend(files(effect, places, look, &mut problems));
    findings.extend(versions(look));
    if args.json {
        let problems = problems.0.iter().map(|problem| Finding {
            wrong: true,
            ..finding(
                "problems",
                problem.place(look.lang),
                problem.what.get(look.lang).to_owned(),
                problem.remedy.get(look.lang).to_owned(),
            )
        });
        findings.extend(problems);
        return print(&super::json::text(&findings)?);
    }
    let mut text = String::new();
    let mut area = "";
    for finding in &findings {
        if finding.area != area {
            area = finding.area;
            text.push_str(&format!(
                "{}{}\n",
                if text.is_empty() { "" } else { "\n" },
                area_name(look, area)
            ));
        }
        let mark = if finding.wrong { "!" } else { " " };
        text.push_str(&format!("{mark} {:<12} {}\n", finding.what, finding.found));
        if !finding.then.is_empty() {
            text.push_str(&format!("{:15}{}\n", "", finding.then));
        }
    }
    if !problems.is_empty() {
        text.push_str(&format!("\n{}\n", t!(look, "doctor-problems")));
        for problem in &problems.0 {
            text.push_str(&format!("! {}\n", problem.say(look.lang)));
        }
    }
    print(&text)
}

fn area_name(look: &Look, area: &str) -> String {
    match area {
        "terminal" => t!(look, "doctor-terminal"),
        "sound" => t!(look, "doctor-sound"),
        "speech" => t!(look, "doctor-speech"),
        "files" => t!(look, "doctor-files"),
        _ => t!(look, "doctor-versions"),
    }
}

fn finding(area: &'static str, what: String, found: String, then: String) -> Finding {
    Finding {
        area,
        what,
        found,
        then,
        wrong: false,
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn terminal(effect: &InEffect, look: &Look) -> Vec<Finding> {
    let settings = &effect.settings;
    let mut all = Vec::new();
    let mut say = |what: String, found: String, then: String, wrong: bool| {
        all.push(Finding {
            wrong,
            ..finding("terminal", what, found, then)
        });
    };
    let term = variable("TERM").unwrap_or_else(|| "-".to_owned());
    let is_terminal = std::io::stdout().is_terminal();
    let then = if is_terminal {
        String::new()
    } else {
        t!(look, "doctor-no-terminal")
    };
    say("TERM".to_owned(), term, then, false);
    if let Some((width, height)) = size().filter(|_| is_terminal) {
        let small = width < crate::ui::layout::LEAST.0 || height < crate::ui::layout::LEAST.1;
        let then = if small {
            t!(look, "doctor-small")
        } else {
            String::new()
        };
        say(t!(look, "doctor-size"), format!("{width}x{height}"), then, small);
    }
    let colors = match settings.colors {
        Colors::None => t!(look, "doctor-colors-none"),
        Colors::Ansi16 => "16".to_owned(),
        Colors::Ansi256 => "256".to_owned(),
        Colors::True => "truecolor".to_owned(),
    };
    let drawn = t!(
        look,
        "doctor-figure",
        style = words::figure_style(
            look,
            match settings.figure_style() {
                FigureStyle::Auto => FigureStyle::Braille,
                style => style,
            }
        )
    );
    say(t!(look, "doctor-colors"), colors, drawn, false);
    let (ground, then) = match settings.ground {
        Ground::Dark => (t!(look, "doctor-dark"), String::new()),
        Ground::Light => (t!(look, "doctor-light"), String::new()),
        Ground::Any => (t!(look, "doctor-unknown"), t!(look, "doctor-asks")),
    };
    say(t!(look, "doctor-ground"), ground, then, false);
    let charset = variable("LC_ALL")
        .or_else(|| variable("LC_CTYPE"))
        .or_else(|| variable("LANG"));
    let then = if settings.ascii {
        t!(look, "doctor-ascii")
    } else {
        t!(look, "doctor-braille")
    };
    say(
        "LANG".to_owned(),
        charset.unwrap_or_else(|| "-".to_owned()),
        then,
        false,
    );
    all
}

/// Whether a program is on the path.
fn on_path(name: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

fn sound(look: &Look) -> Vec<Finding> {
    let far = variable("SSH_CONNECTION").is_some();
    let player = PLAYERS.into_iter().find(|name| on_path(name));
    let then = match (far, player) {
        (true, _) => t!(look, "doctor-sound-far"),
        (false, Some(_)) => t!(look, "doctor-sound-player"),
        (false, None) => t!(look, "doctor-sound-bell"),
    };
    let none = || t!(look, "doctor-none");
    let player = player.map_or_else(none, str::to_owned);
    let voice = VOICES.into_iter().find(|name| on_path(name));
    let speech = match voice {
        Some(_) => t!(look, "doctor-speech-voice"),
        None => t!(look, "doctor-speech-none"),
    };
    vec![
        finding("sound", t!(look, "doctor-player"), player, then),
        finding(
            "speech",
            t!(look, "doctor-voice"),
            voice.map_or_else(none, str::to_owned),
            speech,
        ),
    ]
}

fn files(effect: &InEffect, places: &Places, look: &Look, problems: &mut Problems) -> Vec<Finding> {
    let mut all = Vec::new();
    let there = |path: &Path| {
        if path.exists() {
            path.display().to_string()
        } else {
            t!(look, "doctor-not-there", path = path.display().to_string())
        }
    };
    let counted = |count: usize| match count {
        0 => t!(look, "doctor-clean"),
        count => t!(look, "check-problems", count = count),
    };
    let mut say = |what: &str, path: &Path, then: String, wrong: bool| {
        all.push(Finding {
            wrong,
            ..finding("files", what.to_owned(), there(path), then)
        });
    };
    let config = places.settings().display().to_string();
    let of_config =
        |problem: &&Problem| problem.file == config || problem.line == 0 && !problem.file.contains('/');
    let count = effect.problems.0.iter().filter(of_config).count();
    let then = if count > 0 || places.settings().exists() {
        counted(count)
    } else {
        t!(look, "doctor-config-none")
    };
    say("config.toml", &places.settings(), then, count > 0);
    let (_, wrong) = own_keys(places);
    let then = if places.keymap().exists() {
        counted(wrong.0.len())
    } else {
        String::new()
    };
    say("keymap.toml", &places.keymap(), then, !wrong.is_empty());
    problems.extend(wrong);
    let (points, mut wrong) = read_folder(&places.points());
    let (count, found) = crate::check_points(&points);
    wrong.extend(found);
    let then = match (places.points().exists(), wrong.0.len()) {
        (false, _) => String::new(),
        (true, 0) => t!(look, "check-clean", count = count),
        (true, wrong) => counted(wrong),
    };
    say("points.d", &places.points(), then, !wrong.is_empty());
    problems.extend(wrong);
    if places.routines().exists() {
        let (routines, wrong) = own_files::routines(places, crate::shipped_with(&points).0);
        let then = match wrong.0.len() {
            0 => t!(look, "doctor-routines", count = routines.len()),
            count => counted(count),
        };
        say("routines.d", &places.routines(), then, !wrong.is_empty());
        problems.extend(wrong);
    }
    // What is wrong with themes and languages was found where the settings were read.
    for (name, folder) in [("themes.d", places.themes()), ("texts.d", places.texts())] {
        if folder.exists() {
            let inside = folder.display().to_string();
            let count = effect
                .problems
                .0
                .iter()
                .filter(|problem| problem.file.starts_with(&inside));
            let count = count.count();
            say(name, &folder, counted(count), count > 0);
        }
    }
    let journal = places.journal();
    let (then, wrong) = if journal.exists() {
        match Journal::open(&journal) {
            Ok(opened) => {
                let bytes = std::fs::metadata(&journal).map_or(0, |about| about.len());
                match opened.only_read() {
                    Some(why) => (words::only_read(look, why), true),
                    None => (t!(look, "doctor-journal", kib = bytes.div_ceil(1024)), false),
                }
            }
            Err(trouble) => (words::trouble(look, &trouble), true),
        }
    } else {
        (t!(look, "doctor-journal-none"), false)
    };
    say(&t!(look, "action-journal"), &journal, then, wrong);
    all
}

fn versions(look: &Look) -> Vec<Finding> {
    let content = crate::shipped();
    let points = content.atlas.points().count();
    let routines = content.routines.all().len();
    vec![
        finding(
            "versions",
            "hegu".to_owned(),
            format!(
                "{} ({}, {})",
                env!("CARGO_PKG_VERSION"),
                std::env::consts::OS,
                std::env::consts::ARCH
            ),
            t!(look, "doctor-content", points = points, routines = routines),
        ),
        finding(
            "versions",
            "SQLite".to_owned(),
            crate::platform::journal::sqlite_version().to_owned(),
            String::new(),
        ),
    ]
}
