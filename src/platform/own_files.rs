//! Reads the files a person keeps beside hegu.

use std::fs;
use std::path::Path;

use crate::content::own::{FILE_LIMIT, OwnFile, too_large};
use crate::content::{Problem, Problems};

/// Every `*.toml` of a folder by name, and what could not be read. No folder is no files.
pub fn read_folder(folder: &Path) -> (Vec<OwnFile>, Problems) {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return (files, Problems::default());
    };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
    {
        match read_file(path) {
            Ok(file) => files.push(file),
            Err(problem) => problems.push(problem),
        }
    }
    (files, Problems(problems))
}

/// One file. Devices, folders and files beyond the limit are refused before they are read.
pub fn read_file(path: &Path) -> Result<OwnFile, Problem> {
    let name = path.display().to_string();
    let refused = |what: String, remedy: &str| Problem {
        file: name.clone(),
        line: 1,
        what,
        remedy: remedy.to_owned(),
    };
    let about = fs::metadata(path).map_err(|error| refused(format!("It cannot be read: {error}."), ""))?;
    if !about.is_file() {
        return Err(refused("It is not a file.".to_owned(), "Name a TOML file."));
    }
    if about.len() > FILE_LIMIT as u64 {
        return Err(too_large(&name, about.len() as usize));
    }
    let bytes = fs::read(path).map_err(|error| refused(format!("It cannot be read: {error}."), ""))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| refused("It is not written in UTF-8.".to_owned(), "Save it as UTF-8."))?;
    Ok(OwnFile {
        name: name.clone(),
        text,
    })
}
