//! Plain lines, by the real program in a sealed environment.

#![cfg(unix)]

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The program with nothing of this machine's.
fn hegu(home: &std::path::Path, variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hegu"));
    command
        .env_clear()
        .env("PATH", home.join("nothing"))
        .env("HOME", home)
        .env("HEGU_HOME", home.join("hegu"))
        .env("TZ", "UTC")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Plays every routine a thousand times as fast, all at once.
fn every_routine(variables: &[(&str, &str)], over: &str) {
    let home = tempfile::tempdir().expect("a home");
    let running: Vec<_> = hegu::shipped()
        .routines
        .all()
        .iter()
        .map(|routine| {
            let mut command = hegu(home.path(), variables);
            let child = command.args(["practice", &routine.id, "--speed", "1000"]).spawn();
            (routine, child.expect("it starts"))
        })
        .collect();
    for (routine, child) in running {
        let Output {
            status,
            stdout,
            stderr,
        } = child.wait_with_output().expect("it ends");
        let text = String::from_utf8(stdout).expect("text");
        assert!(
            status.success(),
            "{}: {}",
            routine.id,
            String::from_utf8_lossy(&stderr)
        );
        assert!(text.contains(over), "{}\n{text}", routine.id);
        assert!(
            !text.contains('\x1b') && !text.contains('\x07'),
            "{} moves a cursor",
            routine.id
        );
        for (_, press) in routine.plan.presses() {
            let code = hegu::shipped().atlas.point(press.point).code.as_str();
            assert!(text.contains(code), "{}: {code}\n{text}", routine.id);
        }
    }
}

#[test]
fn without_utf8_every_routine_runs_to_its_end() {
    every_routine(&[("LC_ALL", "C"), ("TERM", "xterm")], "That was all.");
}

#[test]
fn without_colour_every_routine_runs_to_its_end() {
    let variables = [("LANG", "da_DK.UTF-8"), ("TERM", "dumb"), ("NO_COLOR", "1")];
    every_routine(&variables, "Det var det.");
}

#[test]
fn over_a_pipe_with_nothing_set_every_routine_runs_to_its_end() {
    every_routine(&[], "That was all.");
}

#[test]
fn enter_and_q_come_from_a_pipe_as_well() {
    let home = tempfile::tempdir().expect("a home");
    let mut child = hegu(home.path(), &[])
        .args(["practice", "LI4", "--plain"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut keys = child.stdin.take().expect("its input");
    let mut lines = child.stdout.take().expect("its output");
    let mut text = String::new();
    let mut until = |word: &str| {
        let end = Instant::now() + Duration::from_secs(20);
        while !text.contains(word) {
            let mut bytes = [0; 256];
            let count = lines.read(&mut bytes).expect("lines");
            assert!(count > 0 && Instant::now() < end, "no {word} in:\n{text}");
            text.push_str(&String::from_utf8_lossy(&bytes[..count]));
        }
    };
    until("0:00  Find it");
    keys.write_all(b"\n").expect("it reads");
    until("Paused");
    keys.write_all(b"\n").expect("it reads");
    until("Going on");
    keys.write_all(b"q\n").expect("it reads");
    until("Stopped. Let go.");
    drop(keys);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_signal_ends_it_and_says_so() {
    let home = tempfile::tempdir().expect("a home");
    let mut child = hegu(home.path(), &[])
        .args(["practice", "LI4", "--plain"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = child.stdout.take().expect("its output");
    let mut text = String::new();
    let mut bytes = [0; 256];
    while !text.contains("0:00  Find it") {
        let count = lines.read(&mut bytes).expect("lines");
        assert!(count > 0, "{text}");
        text.push_str(&String::from_utf8_lossy(&bytes[..count]));
    }
    let killed = Command::new("kill")
        .args(["-s", "TERM", &child.id().to_string()])
        .status();
    assert!(killed.expect("kill runs").success());
    lines.read_to_string(&mut text).expect("lines");
    assert!(text.contains("Stopped. Let go."), "{text}");
    assert!(child.wait().expect("it ends").success());
}
