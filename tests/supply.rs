//! What hegu is made of, and what it never does: no network, no shell, and a reason for everything it brings.

#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Crates that open connections, or that only those need which do.
const NETWORK: [&str; 23] = [
    "reqwest",
    "hyper",
    "tokio",
    "async-std",
    "smol",
    "ureq",
    "isahc",
    "curl",
    "curl-sys",
    "attohttpc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "rustls",
    "socket2",
    "quinn",
    "h2",
    "tungstenite",
    "trust-dns-resolver",
    "hickory-resolver",
    "surf",
    "ssh2",
];
// `mio` is not among them: crossterm waits for keys with it, and nothing here asks it for a connection.

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn toml_of(name: &str) -> toml::Table {
    let text = fs::read_to_string(root().join(name)).expect("a file");
    text.parse().expect("TOML")
}

#[test]
fn no_crate_that_opens_connections_comes_in() {
    let lock = toml_of("Cargo.lock");
    let names: BTreeSet<&str> = lock["package"]
        .as_array()
        .expect("packages")
        .iter()
        .filter_map(|package| package["name"].as_str())
        .collect();
    assert!(names.contains("ratatui"), "the lock file was read");
    for name in NETWORK {
        assert!(!names.contains(name), "{name} opens connections");
    }
}

#[test]
fn every_direct_dependency_has_its_reason_and_no_other_has_one() {
    let manifest = toml_of("Cargo.toml");
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let mut add = |table: Option<&toml::Value>| {
        let names = table
            .and_then(toml::Value::as_table)
            .into_iter()
            .flat_map(|table| table.keys());
        wanted.extend(names.cloned());
    };
    for kind in ["dependencies", "build-dependencies", "dev-dependencies"] {
        add(manifest.get(kind));
    }
    for target in manifest["target"].as_table().expect("targets").values() {
        add(target.get("dependencies"));
    }
    let page = fs::read_to_string(root().join("docs/dependencies.md")).expect("the page");
    let mut told: BTreeSet<String> = BTreeSet::new();
    for row in page.lines().filter(|line| line.starts_with('|')) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        if cells[0] == "crate" || cells[0].starts_with('-') {
            continue;
        }
        assert!(
            cells.len() == 3 && cells[1].split_whitespace().count() >= 3 || cells[0] == "serde_json",
            "{row}"
        );
        let without_notes: String = cells[0]
            .split('(')
            .map(|part| part.split_once(')').map_or(part, |(_, after)| after))
            .collect();
        told.extend(without_notes.split(',').map(|name| name.trim().to_owned()));
    }
    let tests = page.split("For tests only:").nth(1).expect("what tests need");
    for name in &wanted {
        let in_text = tests
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .any(|word| word == name);
        assert!(
            told.contains(name) || in_text,
            "docs/dependencies.md gives no reason for {name}"
        );
    }
    for name in &told {
        assert!(
            wanted.contains(name),
            "docs/dependencies.md speaks of {name}, which is no dependency"
        );
    }
}

#[test]
fn the_compiler_forbids_what_is_unsafe() {
    let manifest = toml_of("Cargo.toml");
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
}

/// Every system call about networks of a program and its children; `None` where calls cannot be traced.
fn traced(home: &Path, args: &[&str]) -> Option<String> {
    let log = home.join("trace");
    let output = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=network", "-o"])
        .arg(&log)
        .arg(env!("CARGO_BIN_EXE_hegu"))
        .args(args)
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HEGU_HOME", home.join("hegu"))
        .env("HOME", home)
        .env("LANG", "en_GB.UTF-8")
        .env("TERM", "xterm-256color")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.contains("PTRACE") || said.contains("ptrace") || !log.exists() {
        return None;
    }
    assert!(output.status.success(), "{args:?}: {said}");
    fs::read_to_string(&log).ok()
}

#[test]
fn no_connection_is_opened_by_a_start_a_practice_and_an_export() {
    let home = tempfile::tempdir().expect("a home");
    // A look at what is seen: a program that asks for a connection is caught.
    let probe = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-e",
            "trace=network",
            "bash",
            "-c",
            "exec 3<>/dev/udp/127.0.0.1/9",
        ])
        .output();
    match probe {
        Ok(output) if String::from_utf8_lossy(&output.stderr).contains("AF_INET") => {}
        _ => {
            eprintln!("skipped: system calls cannot be traced here");
            return;
        }
    }
    // The app itself needs a terminal: `script` gives it one.
    let app = format!("{} ", env!("CARGO_BIN_EXE_hegu"));
    let log = home.path().join("trace-app");
    let in_terminal = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=network", "-o"])
        .arg(&log)
        .args(["script", "-qec", &app, "/dev/null"])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HEGU_HOME", home.path().join("hegu"))
        .env("HOME", home.path())
        .env("TERM", "xterm-256color")
        .env("LANG", "en_GB.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match in_terminal {
        Err(_) => eprintln!("skipped: no `script` here, so the app is not started in a terminal"),
        Ok(mut child) => {
            use std::io::Write;
            let mut keys = child.stdin.take().expect("its keys");
            for key in ["2", "4", "3", "\x03"] {
                std::thread::sleep(std::time::Duration::from_millis(700));
                drop(keys.write_all(key.as_bytes()));
            }
            std::thread::sleep(std::time::Duration::from_millis(700));
            drop(keys);
            child.wait().expect("it ends");
            assert_no_connection(&fs::read_to_string(&log).unwrap_or_default(), "the app");
            assert!(
                home.path().join("hegu/journal.sqlite3").exists(),
                "the app was there"
            );
        }
    }
    for args in [
        &["point", "LI4"][..],
        &["practice", "LI4", "--plain", "--speed", "1000"],
        &["checkin", "--mood", "3"],
        &["journal", "export", "--format", "jsonl"],
        &["status"],
        &["doctor"],
    ] {
        let calls = traced(home.path(), args).expect("strace worked a moment ago");
        assert_no_connection(&calls, &args.join(" "));
    }
}

fn assert_no_connection(calls: &str, what: &str) {
    for call in calls.lines() {
        // A pair within the program wakes its loop; one within the machine may lead to its sound server.
        let outward = ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"];
        assert!(
            !outward.iter().any(|family| call.contains(family)),
            "{what}: {call}"
        );
    }
}

/// A name that a shell would read as a command is only a name.
#[test]
fn the_persons_own_command_meets_no_shell() {
    let home = tempfile::tempdir().expect("a home");
    let folder = home.path().join("a; touch x $(touch y) `touch z`");
    fs::create_dir(&folder).expect("a folder");
    let record = |name: &str| {
        let path = folder.join(name);
        let said = home.path().join(format!("{name}-said"));
        let script = format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >> '{}'\n", said.display());
        fs::write(&path, script).expect("a program");
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("a program");
        (path.display().to_string(), said)
    };
    let (hook, hook_said) = record("hook; touch h");
    let config = format!("hook = ['{hook}', '; touch a', '$(touch b)', '| touch c']\n");
    fs::write(home.path().join("config.toml"), config).expect("settings");
    // In earnest: a practice at another speed is a preview, and silent.
    let mut child = Command::new(env!("CARGO_BIN_EXE_hegu"))
        .args(["practice", "LI4", "--plain"])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HEGU_HOME", home.path())
        .env("HOME", home.path())
        .env("LANG", "en_GB.UTF-8")
        .current_dir(home.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("hegu runs");
    let end = Instant::now() + Duration::from_secs(20);
    while Instant::now() < end && !hook_said.exists() {
        std::thread::sleep(Duration::from_millis(50));
    }
    // What was begun may still be writing.
    std::thread::sleep(Duration::from_millis(300));
    drop(child.kill());
    drop(child.wait());
    let hooked = fs::read_to_string(&hook_said).unwrap_or_default();
    assert!(
        hooked.contains("; touch a\n$(touch b)\n| touch c\n"),
        "the hook was run as it is named: {hooked}"
    );
    for name in ["x", "y", "z", "h", "a", "b", "c"] {
        assert!(
            !home.path().join(name).exists() && !folder.join(name).exists(),
            "{name} was touched by a shell"
        );
    }
}
