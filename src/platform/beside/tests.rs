//! Players, voices and commands that are scripts of our own, in a path of our own: what they were given is
//! what they wrote down.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::*;
use crate::app::signal::{Fact, Hook, HookAt, Hush, Player, Sounding, Speaking};
use crate::domain::practice::Cue;
use crate::domain::sound::Background;
use crate::domain::words::Lang;

const PATIENCE: Duration = Duration::from_secs(20);

/// A machine with nothing on it but what is put there.
struct Machine {
    home: tempfile::TempDir,
    far: bool,
}

impl Machine {
    fn new() -> Machine {
        let home = tempfile::tempdir().expect("a folder");
        fs::create_dir(home.path().join("bin")).expect("a folder");
        Machine { home, far: false }
    }

    /// A program that writes down its name and what it was given, then does this.
    fn with(self, name: &str, then: &str) -> Machine {
        let log = self.home.path().join("log");
        let script = format!(
            "#!/bin/sh\nprintf '%s' {name} >> {log}.part.$$\nfor a in \"$@\"; do printf '|%s' \"$a\" >> {log}.part.$$; done\n\
             printf '\\n' >> {log}.part.$$\n/bin/cat {log}.part.$$ >> {log}\n/bin/rm {log}.part.$$\n{then}\n",
            log = log.display()
        );
        let file = self.home.path().join("bin").join(name);
        fs::write(&file, script).expect("a script");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("a program");
        self
    }

    fn beside(&self) -> Beside {
        let setup = Setup {
            cache: self.home.path().join("cache"),
            own_sounds: self.home.path().join("sounds"),
            path: self.home.path().join("bin").into(),
            far: self.far,
        };
        Beside::new(setup, Box::new(|| ()))
    }

    fn log(&self) -> Vec<String> {
        let text = fs::read_to_string(self.home.path().join("log")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Waits until something has been written down.
    fn wait_for(&self, wanted: impl Fn(&[String]) -> bool) -> Vec<String> {
        let end = Instant::now() + PATIENCE;
        loop {
            let log = self.log();
            if wanted(&log) {
                return log;
            }
            assert!(Instant::now() < end, "waited in vain: {log:#?}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

fn wait_for(beside: &mut Beside, wanted: &Outcome) {
    let end = Instant::now() + PATIENCE;
    let mut came = Vec::new();
    while !came.contains(wanted) {
        came.extend(beside.came_back());
        assert!(Instant::now() < end, "no {wanted:?} among {came:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn sound(cues: &[Cue]) -> Signal {
    Signal::Sound {
        cues: cues.to_vec(),
        volume: 60,
        player: Player::Auto,
    }
}

fn speak(text: &str, lang: Lang, urgent: bool) -> Signal {
    Signal::Speak {
        text: text.to_owned(),
        lang,
        volume: 60,
        urgent,
        command: Vec::new(),
    }
}

fn sounding(name: &str) -> Outcome {
    Outcome::Report(Report::Sounding(Sounding::Player(name.to_owned())))
}

fn bell(far: bool) -> Outcome {
    Outcome::Report(Report::Sounding(Sounding::Bell { far }))
}

#[test]
fn a_player_is_given_a_whole_file_of_each_cue_in_order() {
    let machine = Machine::new().with("paplay", "");
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::Press, Cue::Out]));
    wait_for(&mut beside, &sounding("paplay"));
    let log = machine.wait_for(|log| log.len() == 2);
    assert!(
        log[0].starts_with("paplay|") && log[0].ends_with("press-60.wav"),
        "{log:?}"
    );
    assert!(log[1].ends_with("out-60.wav"), "{log:?}");
    let file = log[0].strip_prefix("paplay|").expect("one argument");
    let bytes = fs::read(file).expect("a file");
    assert_eq!(&bytes[..4], b"RIFF");
    let length = u32::from_le_bytes(bytes[40..44].try_into().expect("four bytes"));
    assert_eq!(bytes.len(), 44 + length as usize);
    assert!(bytes[44..].iter().any(|byte| *byte != 0), "not silent");
}

#[test]
fn the_first_player_found_is_used_and_the_own_command_before_it() {
    let machine = Machine::new()
        .with("aplay", "")
        .with("pw-play", "")
        .with("mine", "");
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::In]));
    wait_for(&mut beside, &sounding("pw-play"));
    machine.wait_for(|log| log.len() == 1);
    beside.perform(Signal::Sound {
        cues: vec![Cue::Out],
        volume: 60,
        player: Player::Own(vec!["mine".to_owned(), "--soft".to_owned()]),
    });
    let log = machine.wait_for(|log| log.len() == 2);
    assert!(log[0].starts_with("pw-play|/"), "{log:?}");
    assert!(log[1].starts_with("mine|--soft|/"), "{log:?}");
}

#[test]
fn a_player_that_fails_passes_the_cue_on_and_after_two_failures_is_left() {
    let machine = Machine::new().with("pw-play", "exit 1").with("aplay", "");
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::In]));
    let log = machine.wait_for(|log| log.len() == 2);
    assert!(
        log[0].starts_with("pw-play|") && log[1].starts_with("aplay|-q|"),
        "{log:?}"
    );
    beside.perform(sound(&[Cue::Out]));
    machine.wait_for(|log| log.len() == 4);
    wait_for(&mut beside, &sounding("aplay"));
    beside.perform(sound(&[Cue::In]));
    let log = machine.wait_for(|log| log.len() == 5);
    assert!(log[4].starts_with("aplay|"), "{log:?}");
}

#[test]
fn with_no_player_the_bell_rings_and_over_ssh_it_begins_there() {
    let machine = Machine::new();
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::In]));
    wait_for(&mut beside, &bell(false));
    wait_for(&mut beside, &Outcome::Ring);

    let machine = Machine {
        far: true,
        ..Machine::new().with("pw-play", "").with("espeak-ng", "")
    };
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::In]));
    wait_for(&mut beside, &bell(true));
    wait_for(&mut beside, &Outcome::Ring);
    beside.perform(speak("In.", Lang::En, false));
    wait_for(&mut beside, &Outcome::Report(Report::Speaking(Speaking::Nothing)));
    assert!(machine.log().is_empty());
}

#[test]
fn a_player_that_cannot_be_started_falls_to_the_bell() {
    let machine = Machine::new().with("pw-play", "");
    fs::write(
        machine.home.path().join("bin/pw-play"),
        "#!/no/such/interpreter\n",
    )
    .expect("a script");
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::In]));
    wait_for(&mut beside, &bell(false));
    wait_for(&mut beside, &Outcome::Ring);
}

#[test]
fn a_player_that_hangs_blocks_nobody_and_is_ended() {
    let machine = Machine::new()
        .with("pw-play", "exec /bin/sleep 600")
        .with("notify-send", "");
    let mut beside = machine.beside();
    let began = Instant::now();
    for _ in 0..4 {
        beside.perform(sound(&[Cue::In]));
    }
    assert!(
        began.elapsed() < Duration::from_millis(200),
        "{:?}",
        began.elapsed()
    );
    machine.wait_for(|log| !log.is_empty());
    // Others are heard meanwhile.
    beside.perform(Signal::Notify {
        text: "Done".to_owned(),
    });
    machine.wait_for(|log| log.iter().any(|line| line.starts_with("notify-send|")));
    // After some seconds it is given up for the bell.
    wait_for(&mut beside, &bell(false));
    let began = Instant::now();
    drop(beside);
    assert!(began.elapsed() < Duration::from_secs(2));
}

#[test]
fn hushing_ends_what_sounds_and_speaks() {
    let machine = Machine::new()
        .with("pw-play", "trap 'exit 0' TERM; /bin/sleep 600")
        .with("espeak-ng", "exec /bin/sleep 600");
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::End]));
    beside.perform(speak("Stay.", Lang::En, false));
    machine.wait_for(|log| log.len() == 2);
    beside.perform(Signal::Hush(Hush::All));
    // Only when nothing is left does the end not have to wait.
    let began = Instant::now();
    beside.end(Duration::from_secs(5));
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[test]
fn an_own_sound_is_played_instead_and_a_second_volume_replaces_the_first() {
    let machine = Machine::new().with("pw-play", "");
    let own = machine.home.path().join("sounds");
    fs::create_dir(&own).expect("a folder");
    fs::write(own.join("in.ogg"), b"mine").expect("a sound");
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::In, Cue::Out]));
    let log = machine.wait_for(|log| log.len() == 2);
    assert!(
        log[0].starts_with("pw-play|--volume=0.60|") && log[0].ends_with("sounds/in.ogg"),
        "{log:?}"
    );
    beside.perform(Signal::Sound {
        cues: vec![Cue::Out],
        volume: 30,
        player: Player::Auto,
    });
    machine.wait_for(|log| log.len() == 3);
    let kept: Vec<_> = machine
        .home
        .path()
        .join("cache")
        .read_dir()
        .expect("a cache")
        .flatten()
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(
        kept[0].file_name().to_string_lossy().ends_with("out-30.wav"),
        "{kept:?}"
    );
}

#[test]
fn where_nothing_can_be_written_the_bell_rings() {
    let machine = Machine::new().with("pw-play", "");
    fs::write(machine.home.path().join("cache"), b"in the way").expect("a file");
    let mut beside = machine.beside();
    beside.perform(sound(&[Cue::In]));
    wait_for(&mut beside, &Outcome::Ring);
}

#[test]
fn a_voice_gets_the_text_whole_in_its_language_and_never_as_an_option() {
    let machine = Machine::new().with("espeak-ng", "");
    let mut beside = machine.beside();
    beside.perform(speak("-x; rm -rf ~ $(true) \"Ånd ud\"", Lang::Da, false));
    let log = machine.wait_for(|log| log.len() == 1);
    assert!(log[0].starts_with("espeak-ng|-v|da|"), "{log:?}");
    assert!(log[0].ends_with("|--|-x; rm -rf ~ $(true) \"Ånd ud\""), "{log:?}");
    beside.perform(speak("Let go, slowly.", Lang::En, false));
    let log = machine.wait_for(|log| log.len() == 2);
    assert!(
        log[1].contains("|-v|en|") && log[1].ends_with("|--|Let go, slowly."),
        "{log:?}"
    );
}

#[test]
fn speech_dispatcher_comes_first_and_one_that_fails_passes_the_line_on() {
    let machine = Machine::new().with("spd-say", "exit 1").with("say", "");
    let mut beside = machine.beside();
    beside.perform(speak("Slip langsomt.", Lang::Da, false));
    let log = machine.wait_for(|log| log.len() == 2);
    assert!(log[0].starts_with("spd-say|-w|-l|da|"), "{log:?}");
    assert_eq!(log[1], "say|-v|Sara|-r|150|--|Slip langsomt.");
    wait_for(
        &mut beside,
        &Outcome::Report(Report::Speaking(Speaking::Tool("say".to_owned()))),
    );
}

#[test]
fn an_urgent_line_goes_over_what_is_being_said_and_lines_never_queue_up() {
    let machine = Machine::new().with("espeak-ng", "case \"$*\" in *Stay*) exec /bin/sleep 600;; esac");
    let mut beside = machine.beside();
    beside.perform(speak("Stay.", Lang::En, false));
    machine.wait_for(|log| log.len() == 1);
    beside.perform(speak("Old.", Lang::En, false));
    beside.perform(speak("Older.", Lang::En, false));
    beside.perform(speak("Stopped. Let go.", Lang::En, true));
    let log = machine.wait_for(|log| log.len() == 2);
    assert!(log[1].ends_with("|--|Stopped. Let go."), "{log:?}");
}

#[test]
fn a_background_is_made_and_played_and_stopped() {
    let machine = Machine::new().with("pw-play", "exec /bin/sleep 600");
    let mut beside = machine.beside();
    let background = |what| Signal::Background {
        what,
        volume: 50,
        player: Player::Auto,
    };
    beside.perform(background(Some(Background::Brown)));
    let log = machine.wait_for(|log| log.len() == 1);
    assert!(log[0].ends_with("brown-50.wav"), "{log:?}");
    beside.perform(background(None));
    beside.perform(sound(&[Cue::In]));
    machine.wait_for(|log| log.len() == 2);
}

fn hook(command: &[&str]) -> Signal {
    Signal::Hook(Box::new(Hook {
        command: command.iter().map(ToString::to_string).collect(),
        at: HookAt::Step,
        facts: vec![
            ("event", Fact::Word("step".to_owned())),
            ("point", Fact::Word("LI4 \"$(touch /tmp/never)\"".to_owned())),
            ("side", Fact::Nothing),
            ("total_seconds", Fact::Number(600)),
        ],
    }))
}

#[test]
fn the_own_command_gets_its_facts_in_variables_and_as_json() {
    let machine = Machine::new();
    let out = machine.home.path().join("facts");
    let script = machine.home.path().join("hook");
    fs::write(
        &script,
        format!("#!/bin/sh\n{{ printf '%s\\n' \"$1\" \"$HEGU_EVENT\" \"$HEGU_POINT\" \"${{HEGU_SIDE-none}}\" \"$HEGU_TOTAL_SECONDS\"; /bin/cat; }} > {0}.part\n/bin/mv {0}.part {0}\n", out.display()),
    )
    .expect("a script");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("a program");
    let mut beside = machine.beside();
    beside.perform(hook(&[&script.to_string_lossy(), "a b"]));
    let end = Instant::now() + PATIENCE;
    while !out.exists() {
        assert!(Instant::now() < end);
        std::thread::sleep(Duration::from_millis(10));
    }
    let text = fs::read_to_string(&out).expect("facts");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..5],
        ["a b", "step", "LI4 \"$(touch /tmp/never)\"", "none", "600"]
    );
    let json: serde_json::Value = serde_json::from_str(lines[5]).expect("JSON");
    assert_eq!(json["event"], "step");
    assert_eq!(json["side"], serde_json::Value::Null);
    assert_eq!(json["total_seconds"], 600);
}

#[test]
fn an_own_command_that_fails_or_is_not_there_is_a_note() {
    let machine = Machine::new().with("fails", "exit 3");
    let mut beside = machine.beside();
    let program = machine.home.path().join("bin/fails");
    for command in [&*program.to_string_lossy(), "/no/such/command"] {
        beside.perform(hook(&[command]));
        let end = Instant::now() + PATIENCE;
        loop {
            assert!(Instant::now() < end);
            if let Some(Outcome::Report(Report::HookFailed(why))) = beside.came_back() {
                assert!(why.starts_with(command), "{why}");
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

#[test]
fn an_own_command_may_outlive_the_program() {
    let machine = Machine::new().with("slow", "/bin/sleep 1; printf 'done\\n' >> \"$1\"");
    let mut beside = machine.beside();
    let log = machine.home.path().join("log");
    let program = machine.home.path().join("bin/slow");
    beside.perform(hook(&[&program.to_string_lossy(), &log.to_string_lossy()]));
    drop(beside);
    machine.wait_for(|log| log.iter().any(|line| line == "done"));
}

#[test]
fn the_machine_is_kept_awake_only_as_long_as_we_live() {
    let machine = Machine::new().with(
        "systemd-inhibit",
        "/bin/cat; printf 'released\\n' >> $(dirname $0)/../log",
    );
    std::os::unix::fs::symlink("/bin/cat", machine.home.path().join("bin/cat")).expect("a link");
    // The script's own tools.
    std::os::unix::fs::symlink("/usr/bin/dirname", machine.home.path().join("bin/dirname")).expect("a link");
    let mut beside = machine.beside();
    beside.perform(Signal::Awake(true));
    beside.perform(Signal::Awake(true));
    let log = machine.wait_for(|log| log.len() == 1);
    assert!(
        log[0].starts_with("systemd-inhibit|--what=idle|--mode=block|--who=hegu|"),
        "{log:?}"
    );
    beside.perform(Signal::Awake(false));
    // Ended, not only let go: nothing of it is left to write.
    beside.perform(Signal::Awake(true));
    machine.wait_for(|log| log.iter().filter(|line| line.starts_with("systemd")).count() == 2);
}

#[test]
fn programs_are_found_only_in_folders_named_in_full_and_only_if_they_can_run() {
    let machine = Machine::new().with("aplay", "");
    let bin = machine.home.path().join("bin");
    assert_eq!(tools::find(bin.as_os_str(), "aplay"), Some(bin.join("aplay")));
    assert_eq!(tools::find(std::ffi::OsStr::new("bin:."), "aplay"), None);
    fs::set_permissions(bin.join("aplay"), fs::Permissions::from_mode(0o644)).expect("no program");
    assert_eq!(tools::find(bin.as_os_str(), "aplay"), None);
    assert!(Path::new("/bin/sh").exists());
}
