//! The program as a person calls it from a shell, in a sealed room: a home of its own, and nothing of this machine.

#![allow(dead_code, reason = "each test binary uses its own part of this")]

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// hegu, before it is told what to do. Nobody types.
pub fn command(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hegu"));
    command
        .env_clear()
        .env("HEGU_HOME", home)
        .env("HOME", home)
        .env("LANG", "en_GB.UTF-8")
        .env("TZ", "UTC-1")
        .current_dir(home)
        .stdin(Stdio::null());
    command
}

/// What it answers.
pub fn hegu(home: &Path, args: &[&str]) -> Output {
    command(home).args(args).output().expect("hegu runs")
}

/// What it says.
pub fn said(output: &Output) -> String {
    text(&output.stdout)
}

/// What it complains of.
pub fn complained(output: &Output) -> String {
    text(&output.stderr)
}

/// Both, one after the other.
pub fn both(output: &Output) -> String {
    format!("{}\n{}", said(output), complained(output))
}

/// Bytes as text, whatever they are.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
