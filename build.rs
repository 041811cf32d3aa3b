//! Reads, checks and packs the shipped content once, so that a wrong point fails the build with file and
//! line, and the program starts without parsing.

#![allow(
    dead_code,
    missing_docs,
    unused_imports,
    reason = "the script uses a part of the modules it shares with the program"
)]

#[path = "src/content/mod.rs"]
mod content;
#[path = "src/domain/mod.rs"]
mod domain;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::exit;
use std::{env, fs};

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package");
    let root = Path::new(&root);
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed=src/domain");
    println!("cargo::rerun-if-changed=assets/texts");
    let mut files = BTreeMap::new();
    for file in content::pack::FILES {
        println!("cargo::rerun-if-changed={file}");
        match fs::read_to_string(root.join(file)) {
            Ok(text) => drop(files.insert(*file, text)),
            Err(error) => {
                println!("cargo::error={file}: {error}");
                exit(1);
            }
        }
    }
    match content::Pack::read(&files) {
        Ok(pack) => {
            let bytes = pack.to_bytes();
            let out = env::var("OUT_DIR").expect("cargo names the output folder");
            fs::write(Path::new(&out).join("content.postcard"), bytes).expect("the pack can be written");
        }
        Err(problems) => {
            for problem in &problems.0 {
                println!("cargo::error={problem}");
            }
            exit(1);
        }
    }
}
