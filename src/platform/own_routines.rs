//! Writes a person's own routines: one file each, `routines.d/<id>.toml`, whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::own_files::read_folder;

/// The words a new file begins with.
const HEAD: &str =
    "# A routine of hegu. To give it to somebody, give them this file: it goes into their routines.d.\n\n";

/// What follows the name of a file that was taken away: it is read no more, and still there for whoever wants it
/// back.
const AWAY: &str = "toml.away";

/// Writes a routine's file, or sets it aside. One that stands in another file, with others perhaps, is left
/// alone: its words and comments are the person's.
pub fn save(folder: &Path, id: &str, text: Option<&str>) -> io::Result<PathBuf> {
    let path = folder.join(format!("{id}.toml"));
    let (files, _) = read_folder(folder);
    let line = format!("id = \"{id}\"");
    if let Some(other) = files
        .iter()
        .find(|file| Path::new(&file.name) != path && file.text.lines().any(|known| known.trim() == line))
    {
        return Err(io::Error::other(format!("it stands in {}", other.name)));
    }
    let Some(text) = text else {
        let away = path.with_extension(AWAY);
        fs::rename(&path, &away)?;
        return Ok(away);
    };
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(HEAD.as_bytes())?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(path)
}
