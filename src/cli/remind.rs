//! `hegu remind`: the machine's own timer says "evening" once a day, and hegu itself need not run for it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::{NaiveTime, Timelike};
use clap::{Args, ValueEnum};

use super::journal::agrees;
use super::{CliError, print};
use crate::app::{Known, Settings};
use crate::domain::day::DayStart;
use crate::platform::clock::Clock;
use crate::platform::journal::Journal;
use crate::platform::places::Places;
use crate::t;
use crate::ui::look::Look;

/// When, and by what.
#[derive(Clone, Debug, Args)]
pub struct RemindArgs {
    /// The time of the day, as 21:30.
    #[arg(long, value_parser = parse_time, required_unless_present_any = ["remove", "show"])]
    pub at: Option<NaiveTime>,
    /// Takes the reminder away again.
    #[arg(long, conflicts_with = "at")]
    pub remove: bool,
    /// By which timer. Otherwise the one this machine has.
    #[arg(long, value_enum)]
    pub by: Option<By>,
    /// Writes without asking.
    #[arg(long)]
    pub yes: bool,
    /// Says it now, unless today has a check-in already: what the timer runs.
    #[arg(long, conflicts_with_all = ["at", "remove"])]
    pub show: bool,
}

/// A timer of the machine's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// A systemd user timer.
    Systemd,
    /// A launchd agent (macOS).
    Launchd,
    /// A line in the crontab.
    Cron,
}

fn parse_time(text: &str) -> Result<NaiveTime, String> {
    ["%H:%M", "%H.%M"]
        .into_iter()
        .find_map(|shape| NaiveTime::parse_from_str(text, shape).ok())
        .ok_or_else(|| "a time, as 21:30".to_owned())
}

/// What a timer consists of: files, and commands that wake it or put it to sleep.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Plan {
    files: Vec<(PathBuf, String)>,
    on: Vec<Vec<String>>,
    off: Vec<Vec<String>>,
}

/// Marks hegu's own line of a crontab.
const MARK: &str = "# hegu remind";

/// Sets the reminder, takes it away, or says it.
pub fn run(args: &RemindArgs, settings: Settings, places: &Places) -> Result<(), CliError> {
    let known = Known::new(crate::shipped(), settings, Clock::default().now(), (80, 24));
    let look = Look::new(&known);
    if args.show {
        return say(&known, &look, places);
    }
    let home = std::env::var_os("HOME")
        .map(PathBuf::from)
        .filter(|home| home.is_absolute());
    let home =
        home.ok_or_else(|| CliError::new(t!(look, "remind-no-home"), t!(look, "remind-no-home-hint")))?;
    let by = args.by.unwrap_or_else(usual);
    let program = std::env::current_exe().map_err(|error| CliError::own_fault(error.to_string()))?;
    let at = args.at.unwrap_or_default();
    if by == By::Cron {
        return cron(args, &look, &program, at);
    }
    let plan = plan(by, &home, &program, at);
    if args.remove {
        let there: Vec<&PathBuf> = plan
            .files
            .iter()
            .map(|(path, _)| path)
            .filter(|path| path.exists())
            .collect();
        if there.is_empty() {
            return print(&(t!(look, "remind-none") + "\n"));
        }
        run_all(&plan.off);
        for path in there {
            fs::remove_file(path).map_err(|error| CliError::file(&look, path, &error))?;
        }
        return print(&(t!(look, "remind-off") + "\n"));
    }
    let mut shown = String::new();
    for (path, text) in &plan.files {
        shown.push_str(&format!("{}\n\n{text}\n", path.display()));
    }
    print(&shown)?;
    if !args.yes && !agrees(&look, &t!(look, "remind-ask")) {
        return Err(CliError::said(t!(look, "data-left-alone")));
    }
    for (path, text) in &plan.files {
        let written = path
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(path, text));
        written.map_err(|error| CliError::file(&look, path, &error))?;
    }
    match run_all(&plan.on) {
        true => print(&(t!(look, "remind-on", time = clock(at)) + "\n")),
        false => {
            let commands: Vec<String> = plan.on.iter().map(|words| words.join(" ")).collect();
            print(&(t!(look, "remind-by-hand", commands = commands.join(" && ")) + "\n"))
        }
    }
}

fn clock(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

/// The timer this machine has.
fn usual() -> By {
    if cfg!(target_os = "macos") {
        By::Launchd
    } else if Path::new("/run/systemd/system").exists() {
        By::Systemd
    } else {
        By::Cron
    }
}

/// Runs commands one after the other; false if one of them is not there or fails.
fn run_all(commands: &[Vec<String>]) -> bool {
    commands.iter().all(|words| {
        let ended = Command::new(&words[0])
            .args(&words[1..])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        ended.is_ok_and(|status| status.success())
    })
}

fn plan(by: By, home: &Path, program: &Path, at: NaiveTime) -> Plan {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let program = program.display().to_string();
    match by {
        By::Systemd | By::Cron => {
            let folder = home.join(".config/systemd/user");
            let service = format!(
                "[Unit]\nDescription=hegu: evening\n\n[Service]\nType=oneshot\nExecStart={} remind --show\n",
                for_systemd(&program)
            );
            let timer = format!(
                "[Unit]\nDescription=hegu: evening, once a day\n\n[Timer]\nOnCalendar=*-*-* {}:00\nAccuracySec=1min\n\
                 Persistent=false\n\n[Install]\nWantedBy=timers.target\n",
                clock(at)
            );
            Plan {
                files: vec![
                    (folder.join("hegu-remind.service"), service),
                    (folder.join("hegu-remind.timer"), timer),
                ],
                on: vec![
                    words("systemctl --user daemon-reload"),
                    words("systemctl --user enable --now hegu-remind.timer"),
                ],
                off: vec![words("systemctl --user disable --now hegu-remind.timer")],
            }
        }
        By::Launchd => {
            let path = home.join("Library/LaunchAgents/org.hegu.remind.plist");
            let agent = format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                 <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
                 <plist version=\"1.0\">\n<dict>\n\
                 \t<key>Label</key>\n\t<string>org.hegu.remind</string>\n\
                 \t<key>ProgramArguments</key>\n\t<array>\n\t\t<string>{}</string>\n\t\t<string>remind</string>\n\
                 \t\t<string>--show</string>\n\t</array>\n\
                 \t<key>StartCalendarInterval</key>\n\t<dict>\n\t\t<key>Hour</key>\n\t\t<integer>{}</integer>\n\
                 \t\t<key>Minute</key>\n\t\t<integer>{}</integer>\n\t</dict>\n</dict>\n</plist>\n",
                for_xml(&program),
                at.hour(),
                at.minute()
            );
            let file = path.display().to_string();
            let launchctl = |verb: &str| {
                vec![
                    "launchctl".to_owned(),
                    verb.to_owned(),
                    "-w".to_owned(),
                    file.clone(),
                ]
            };
            Plan {
                on: vec![launchctl("load")],
                off: vec![launchctl("unload")],
                files: vec![(path, agent)],
            }
        }
    }
}

/// The path of a program as systemd reads it: in quotes, with its own signs doubled. A dollar stays as it is:
/// nothing is put in the place of variables in the name of the program itself.
fn for_systemd(path: &str) -> String {
    let escaped = path.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%");
    format!("\"{escaped}\"")
}

fn for_xml(path: &str) -> String {
    path.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The line of a crontab. A percent sign there is the end of the line, and the rest goes to a shell.
fn cron_line(program: &Path, at: NaiveTime) -> String {
    let program = program
        .display()
        .to_string()
        .replace('\'', "'\\''")
        .replace('%', "\\%");
    format!(
        "{} {} * * * '{program}' remind --show {MARK}",
        at.minute(),
        at.hour()
    )
}

/// Whether `crontab -l` complains only that there is none: as Vixie's and cronie's say it, and as busybox does.
fn has_none(complaint: &str) -> bool {
    let complaint = complaint.to_lowercase();
    complaint.contains("no crontab for") || complaint.contains("no such file or directory")
}

/// A crontab without hegu's line, and with the new one if there is one.
fn crontab_with(old: &str, line: Option<&str>) -> String {
    let mut lines: Vec<&str> = old.lines().filter(|line| !line.ends_with(MARK)).collect();
    lines.extend(line);
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn cron(args: &RemindArgs, look: &Look, program: &Path, at: NaiveTime) -> Result<(), CliError> {
    // In the words this program knows.
    let list = Command::new("crontab")
        .arg("-l")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output();
    let listed = match list {
        Ok(listed) => listed,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if args.remove {
                return print(&(t!(look, "remind-none") + "\n"));
            }
            // Nothing here runs anything by the clock: what could be run is shown all the same.
            print(&format!("crontab\n\n{}\n\n", cron_line(program, at)))?;
            return Err(CliError::said(t!(look, "remind-no-timer")));
        }
        Err(error) => return Err(no_crontab(look, &error.to_string())),
    };
    // Without a crontab the program complains, and that is no trouble. Any other complaint is: what cannot be read
    // would be written over.
    let complaint = String::from_utf8_lossy(&listed.stderr).into_owned();
    if !listed.status.success() && !has_none(&complaint) {
        return Err(no_crontab(look, complaint.trim()));
    }
    let old = String::from_utf8(listed.stdout).map_err(|error| no_crontab(look, &error.to_string()))?;
    let line = (!args.remove).then(|| cron_line(program, at));
    let new = crontab_with(&old, line.as_deref());
    match &line {
        None if new == crontab_with(&new, None) && !old.lines().any(|line| line.ends_with(MARK)) => {
            return print(&(t!(look, "remind-none") + "\n"));
        }
        None => {}
        Some(line) => {
            print(&format!("crontab\n\n{line}\n\n"))?;
            if !args.yes && !agrees(look, &t!(look, "remind-ask")) {
                return Err(CliError::said(t!(look, "data-left-alone")));
            }
        }
    }
    // Nothing left is no crontab, as before the first line.
    let written = Command::new("crontab")
        .arg(if new.is_empty() { "-r" } else { "-" })
        .stdin(Stdio::piped())
        .spawn()
        .and_then(|mut child| {
            child
                .stdin
                .take()
                .map_or(Ok(()), |mut input| input.write_all(new.as_bytes()))?;
            child.wait()
        });
    match written {
        Ok(status) if status.success() => match line {
            Some(_) => print(&(t!(look, "remind-on", time = clock(at)) + "\n")),
            None => print(&(t!(look, "remind-off") + "\n")),
        },
        Ok(status) => Err(no_crontab(look, &status.to_string())),
        Err(error) => Err(no_crontab(look, &error.to_string())),
    }
}

fn no_crontab(look: &Look, what: &str) -> CliError {
    CliError::new(
        t!(look, "remind-no-crontab", what = what),
        t!(look, "remind-no-crontab-hint"),
    )
}

/// One sentence, once: on the desktop if it takes one, and on standard output. An evening that was written
/// already is left in peace.
fn say(known: &Known, look: &Look, places: &Places) -> Result<(), CliError> {
    let day = DayStart::at(known.settings.day_ends)
        .unwrap_or_default()
        .day_of(known.now.wall);
    if Journal::today_at(&places.journal(), day).is_ok_and(|today| today.check_ins > 0) {
        return Ok(());
    }
    let words = t!(look, "remind-words");
    let desktop: Vec<String> = if cfg!(target_os = "macos") {
        let script = format!("display notification \"{words}\" with title \"hegu\"");
        vec!["osascript".into(), "-e".into(), script]
    } else {
        vec![
            "notify-send".into(),
            "--app-name=hegu".into(),
            "hegu".into(),
            words.clone(),
        ]
    };
    run_all(&[desktop]);
    let mut out = io::stdout().lock();
    drop(writeln!(out, "{words}"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> NaiveTime {
        parse_time("21.30").expect("a time")
    }

    const PROGRAM: &str = "/home/a b/50% \"off\"/hegu";

    #[test]
    fn a_systemd_timer_is_what_it_says() {
        let plan = plan(By::Systemd, Path::new("/home/ann"), Path::new(PROGRAM), at());
        let text: String = plan
            .files
            .iter()
            .map(|(path, text)| format!("== {}\n{text}", path.display()))
            .collect();
        insta::assert_snapshot!(text);
    }

    #[test]
    fn a_launchd_agent_is_what_it_says() {
        let plan = plan(
            By::Launchd,
            Path::new("/Users/ann"),
            Path::new("/Applications/a & b/hegu"),
            at(),
        );
        insta::assert_snapshot!(plan.files[0].1);
    }

    #[test]
    fn the_line_in_a_crontab_comes_and_goes_alone() {
        let line = cron_line(Path::new("/opt/it's 5%/hegu"), at());
        assert_eq!(
            line,
            "30 21 * * * '/opt/it'\\''s 5\\%/hegu' remind --show # hegu remind"
        );
        let old = "# mine\n0 5 * * * backup\n";
        let with = crontab_with(old, Some(&line));
        assert_eq!(with, format!("{old}{line}\n"));
        assert_eq!(
            crontab_with(&with, Some(&line)),
            with,
            "once, however often it is set"
        );
        assert_eq!(crontab_with(&with, None), old);
        assert_eq!(crontab_with("", None), "");
    }

    #[test]
    fn only_a_crontab_that_is_not_there_is_taken_as_empty() {
        assert!(has_none("no crontab for ann\n"));
        assert!(has_none("crontab: can't open 'ann': No such file or directory\n"));
        assert!(!has_none(
            "You (ann) are not allowed to use this program (crontab)\n"
        ));
        assert!(!has_none("crontab: crontabs/ann: Permission denied\n"));
        assert!(!has_none(""));
    }
}
