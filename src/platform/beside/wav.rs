//! Samples as a WAV file: one channel, 16 bits.

use std::io::{self, Write};
use std::path::Path;

/// The bytes of a file with these samples, `volume` percent as loud.
pub(super) fn bytes(samples: &[f32], rate: u32, volume: u8) -> Vec<u8> {
    let length = samples.len() as u32 * 2;
    let mut bytes = Vec::with_capacity(44 + length as usize);
    let head: [&[u8]; 13] = [
        b"RIFF",
        &(36 + length).to_le_bytes(),
        b"WAVE",
        b"fmt ",
        &16_u32.to_le_bytes(),
        &1_u16.to_le_bytes(),
        &1_u16.to_le_bytes(),
        &rate.to_le_bytes(),
        &(rate * 2).to_le_bytes(),
        &2_u16.to_le_bytes(),
        &16_u16.to_le_bytes(),
        b"data",
        &length.to_le_bytes(),
    ];
    head.iter().for_each(|part| bytes.extend_from_slice(part));
    let loud = loudness(volume) * f32::from(i16::MAX);
    for sample in samples {
        bytes.extend_from_slice(&((sample * loud) as i16).to_le_bytes());
    }
    bytes
}

/// Ears hear in ratios: half of the way up sounds half as loud when its square is taken.
fn loudness(volume: u8) -> f32 {
    (f32::from(volume.min(100)) / 100.0).powi(2)
}

/// Writes a file whole or not at all: two windows may do it at once.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Removes the same sound at other volumes: `in-40.wav` when `in-60.wav` was written.
pub(super) fn remove_others(path: &Path, name: &str) {
    let Some(entries) = path.parent().and_then(|folder| folder.read_dir().ok()) else {
        return;
    };
    let begins = format!("{name}-");
    for other in entries.flatten().map(|entry| entry.path()) {
        let same = other
            .file_stem()
            .and_then(|stem| stem.to_str())
            .is_some_and(|stem| stem.starts_with(&begins));
        if same && other != path {
            drop(std::fs::remove_file(other));
        }
    }
}
