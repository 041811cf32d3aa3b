//! One reader of text meets what libFuzzer thinks of: `HEGU_READER=points cargo +nightly fuzz run readers`. What must
//! hold is written once, in `tests/support/readers.rs`, where the ordinary tests have it from, too.

#![no_main]

#[path = "../../tests/support/readers.rs"]
mod readers;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use readers::{READERS, Reader};

static READER: LazyLock<Reader> = LazyLock::new(|| {
    let named = std::env::var("HEGU_READER").unwrap_or_default();
    match READERS.iter().find(|(name, _)| *name == named) {
        Some((_, reader)) => *reader,
        None => {
            let names: Vec<&str> = READERS.iter().map(|(name, _)| *name).collect();
            panic!("HEGU_READER names one of {}", names.join(", "));
        }
    }
});

fuzz_target!(|bytes: &[u8]| READER.meet(bytes));
