//! Which programs of this machine can play and speak. Found by looking along the path, never by running them.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::job::Command;
use crate::domain::words::Lang;

/// The program of this name that would be run. Only folders named in full: never one that happens to be the
/// present one.
pub(super) fn find(path: &OsStr, name: &str) -> Option<PathBuf> {
    let name = if cfg!(windows) {
        format!("{name}.exe")
    } else {
        name.to_owned()
    };
    std::env::split_paths(path)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(&name))
        .find(|file| is_program(file))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

/// A program on the ladder: what it is called on the screen, and how it is run.
#[derive(Clone, Debug)]
pub(super) struct Tool {
    pub(super) name: String,
    program: PathBuf,
    kind: Kind,
    /// How often it has failed.
    pub(super) failed: u8,
}

#[derive(Clone, Debug)]
enum Kind {
    Own(Vec<OsString>),
    PwPlay,
    PaPlay,
    APlay,
    AfPlay,
    SoundPlayer,
    SpdSay,
    Espeak,
    Say,
    Synthesizer,
}

const POWERSHELL: [&str; 3] = ["-NoProfile", "-NonInteractive", "-Command"];
/// The file comes in a variable, so that no name is ever read as a command.
const PLAY_SYNC: &str = "(New-Object Media.SoundPlayer $env:HEGU_SOUND).PlaySync()";
const SYNTHESIZE: &str = "Add-Type -AssemblyName System.Speech; \
    $s = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    $c = [System.Globalization.CultureInfo]::GetCultureInfo($env:HEGU_SAY_LANG); \
    $s.SelectVoiceByHints(0, 0, 0, $c); $s.Volume = $env:HEGU_SAY_VOLUME; $s.Speak($env:HEGU_SAY)";

fn own(command: &[String], path: &OsStr) -> Option<Tool> {
    let (program, arguments) = command.split_first()?;
    let named = Path::new(program);
    let found = if named.components().count() > 1 {
        named.is_file().then(|| named.to_owned())
    } else {
        find(path, program)
    }?;
    Some(Tool {
        name: named
            .file_stem()
            .unwrap_or(named.as_os_str())
            .to_string_lossy()
            .into_owned(),
        program: found,
        kind: Kind::Own(arguments.iter().map(OsString::from).collect()),
        failed: 0,
    })
}

fn ladder(path: &OsStr, rungs: &[(&str, Kind)]) -> Vec<Tool> {
    rungs
        .iter()
        .filter_map(|(name, kind)| {
            Some(Tool {
                name: (*name).to_owned(),
                program: find(path, name)?,
                kind: kind.clone(),
                failed: 0,
            })
        })
        .collect()
}

/// What can play a file here, best first: the person's own command, then PipeWire's, PulseAudio's, ALSA's,
/// the Mac's and Windows' player.
pub(super) fn players(command: &[String], path: &OsStr, far: bool) -> Vec<Tool> {
    let mut tools: Vec<Tool> = own(command, path).into_iter().collect();
    // Over ssh a player would sound where nobody is; a command of one's own is meant.
    if !far {
        let mut rungs = vec![
            ("pw-play", Kind::PwPlay),
            ("paplay", Kind::PaPlay),
            ("aplay", Kind::APlay),
            ("afplay", Kind::AfPlay),
        ];
        if cfg!(windows) {
            rungs.push(("powershell", Kind::SoundPlayer));
        }
        tools.extend(ladder(path, &rungs));
    }
    tools
}

/// What can speak here, best first.
pub(super) fn speakers(command: &[String], path: &OsStr, far: bool) -> Vec<Tool> {
    let mut tools: Vec<Tool> = own(command, path).into_iter().collect();
    if !far {
        let mut rungs = vec![
            ("spd-say", Kind::SpdSay),
            ("espeak-ng", Kind::Espeak),
            ("say", Kind::Say),
        ];
        if cfg!(windows) {
            rungs.push(("powershell", Kind::Synthesizer));
        }
        tools.extend(ladder(path, &rungs));
    }
    tools
}

impl Tool {
    /// Plays a file. `volume` is for a file that is not made for it already; aplay and Windows' player have
    /// no volume of their own.
    pub(super) fn play(&self, file: &Path, volume: Option<u8>) -> Command {
        let run = |arguments: Vec<OsString>| {
            let file = (!matches!(self.kind, Kind::SoundPlayer)).then(|| file.as_os_str().to_owned());
            Command::new(&self.program, arguments.into_iter().chain(file))
        };
        let share = volume.map(|volume| f32::from(volume) / 100.0);
        let words = |words: Vec<String>| words.into_iter().map(OsString::from).collect();
        match &self.kind {
            Kind::Own(arguments) => run(arguments.clone()),
            Kind::PwPlay => run(words(
                share.map(|s| format!("--volume={s:.2}")).into_iter().collect(),
            )),
            Kind::PaPlay => {
                let volume = share.map(|s| format!("--volume={}", (65_536.0 * s) as u32));
                run(words(volume.into_iter().collect()))
            }
            Kind::APlay => run(vec!["-q".into()]),
            Kind::AfPlay => {
                let volume = share.map(|s| vec!["-v".to_owned(), format!("{s:.2}")]);
                run(words(volume.unwrap_or_default()))
            }
            _ => run(words(
                POWERSHELL
                    .iter()
                    .chain(&[PLAY_SYNC])
                    .map(ToString::to_string)
                    .collect(),
            ))
            .with("HEGU_SOUND", file),
        }
    }

    /// Speaks a text. It is an argument after `--`, or comes in a variable: never part of a command.
    pub(super) fn speak(&self, text: &str, lang: Lang, volume: u8) -> Command {
        let tag = lang.tag();
        match &self.kind {
            Kind::Own(arguments) => {
                let text = OsString::from(text);
                Command::new(&self.program, arguments.iter().cloned().chain([text]))
            }
            Kind::SpdSay => {
                // -100 to 100, where 0 is the usual loudness.
                let volume = (i32::from(volume) - 60).to_string();
                Command::new(
                    &self.program,
                    ["-w", "-l", tag, "-r", "-20", "-i", &volume, "--", text],
                )
            }
            Kind::Espeak => {
                let volume = (u32::from(volume) * 3 / 2).to_string();
                Command::new(&self.program, ["-v", tag, "-s", "140", "-a", &volume, "--", text])
            }
            Kind::Say => {
                // The Mac's Danish voice; the voice it was told to use for any other language.
                let voice: &[&str] = match lang {
                    Lang::Da => &["-v", "Sara"],
                    Lang::En | Lang::Brought(_) => &[],
                };
                Command::new(&self.program, [voice, &["-r", "150", "--", text]].concat())
            }
            _ => Command::new(&self.program, POWERSHELL.iter().chain(&[SYNTHESIZE]))
                .with("HEGU_SAY", text)
                .with("HEGU_SAY_LANG", tag)
                .with("HEGU_SAY_VOLUME", volume.to_string()),
        }
        .with("HEGU_LANG", tag)
    }

    /// What makes it stop, where ending it is not enough: the speech server goes on without its client.
    pub(super) fn stopper(&self) -> Option<Command> {
        matches!(self.kind, Kind::SpdSay).then(|| Command::new(&self.program, ["-S"]))
    }
}
