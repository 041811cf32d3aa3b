//! Reads the files a person keeps beside hegu.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::places::Places;
use crate::app::Own;
use crate::app::search::Index;
use crate::both;
use crate::content::looks::{self, Looks};
use crate::content::own::{FILE_LIMIT, OwnFile, too_large};
use crate::content::routines::read_own;
use crate::content::{Content, Problem, Problems};
use crate::domain::routine::{Routine, Routines};
use crate::domain::words::{Languages, Words};

/// Whether there may be points or routines of the person's own.
pub fn any(places: &Places) -> bool {
    places.points().is_dir() || places.routines().is_dir()
}

/// Everything shipped with the person's own looks, and what is wrong with the files of those. Their points and
/// routines are not looked at.
pub fn shipped(places: &Places) -> &'static Content {
    // What is wrong with the themes is said where the settings are read.
    let looks = places.themes().is_dir().then(|| looks(places).0);
    crate::shipped_with_looks(&[], looks).0
}

/// The person's own points and routines among the shipped ones, and what is wrong with their files.
pub fn read(places: &Places) -> (Own, Problems) {
    let (files, mut problems) = read_folder(&places.points());
    let looks = places.themes().is_dir().then(|| looks(places).0);
    let (content, found) = crate::shipped_with_looks(&files, looks);
    problems.extend(found);
    let (routines, found) = routines(places, content);
    problems.extend(found);
    let own = Own {
        content,
        routines,
        index: Arc::default(),
        problems: problems.0.len(),
    };
    (own, problems)
}

/// The person's own routines, and what is wrong with their files.
pub fn routines(places: &Places, content: &Content) -> (Vec<Routine>, Problems) {
    let (files, mut problems) = read_folder(&places.routines());
    let (routines, found) = read_own(&files, content);
    problems.extend(found);
    (routines, problems)
}

/// Reads them beside the loop, and makes ready what the first look at so many points would have to wait for.
/// `wake` is called when they are there.
pub fn read_beside(places: Places, languages: Languages, wake: impl Fn() + Send + 'static) -> Receiver<Own> {
    let (send, receive) = channel();
    let reading = move || {
        let (own, _) = read(&places);
        let content = own.content;
        content.chart();
        let mut routines = Routines::clone(&content.routines);
        own.routines
            .iter()
            .for_each(|routine| routines.put(routine.clone()));
        own.index
            .get_or_init(|| Index::speaking(&content.atlas, &routines, &languages));
        if send.send(own).is_ok() {
            wake();
        }
    };
    drop(thread::Builder::new().name("own files".to_owned()).spawn(reading));
    receive
}

/// The shipped looks with the person's own themes, and what is wrong with their files.
pub fn looks(places: &Places) -> (Looks, Problems) {
    let shipped: &Looks = &crate::shipped().looks;
    if !places.themes().is_dir() {
        return (shipped.clone(), Problems::default());
    }
    let (files, mut problems) = read_folder(&places.themes());
    let (looks, found) = looks::with_own(shipped, &files);
    problems.extend(found);
    (looks, problems)
}

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
            Err(problem) => problems.push(*problem),
        }
    }
    (files, Problems(problems))
}

/// Opens a file that is one. A device has no end and a pipe may never begin: both would keep the program
/// waiting for ever.
pub fn open_file(path: &Path) -> io::Result<File> {
    match fs::metadata(path)?.is_file() {
        true => File::open(path),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file")),
    }
}

/// One file. Devices, folders and files beyond the limit are refused before they are read.
pub fn read_file(path: &Path) -> Result<OwnFile, Box<Problem>> {
    let name = path.display().to_string();
    let refused = |what: Words, remedy: Words| {
        Box::new(Problem {
            file: name.clone(),
            line: 1,
            what,
            remedy,
        })
    };
    let unread = |error: std::io::Error| {
        refused(
            both!("It cannot be read: {error}.", "Den kan ikke læses: {error}."),
            Words::default(),
        )
    };
    let about = fs::metadata(path).map_err(unread)?;
    if !about.is_file() {
        return Err(refused(
            both!("It is not a file.", "Det er ikke en fil."),
            both!("Name a file of text.", "Nævn en fil med tekst."),
        ));
    }
    if about.len() > FILE_LIMIT as u64 {
        return Err(Box::new(too_large(&name, about.len() as usize)));
    }
    let bytes = fs::read(path).map_err(unread)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let right = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let mut problem = refused(
            both!("It is not written in UTF-8.", "Den er ikke skrevet i UTF-8."),
            both!("Save it as UTF-8.", "Gem den som UTF-8."),
        );
        problem.line += right.iter().filter(|byte| **byte == b'\n').count();
        problem
    })?;
    // Some editors begin a file with a mark that says how it is written.
    let text = match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    };
    Ok(OwnFile { name, text })
}
