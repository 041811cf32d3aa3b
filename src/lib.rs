//! hegu: an acupressure companion in the terminal.
//!
//! Read [`runtime`] first: it is the whole program in one loop. Then follow the arrow:
//!
//! * [`domain`]: acupressure itself. Points, the figure, presses, practices, safety, check-ins.
//! * [`content`]: the texts people write, checked, with every problem named by file and line.
//! * [`app`]: what hegu does. A message and a moment in, a changed model and effects out.
//! * [`ui`]: what hegu looks like. The model in, a frame out.
//! * [`platform`]: where hegu touches the world: terminal, clock, journal, files.
//! * [`cli`]: what hegu does without a screen.
//!
//! Imports point one way, `cli → platform → runtime → {app, ui}`, `ui → app → content → domain`;
//! `tests/architecture.rs` keeps it so.

pub mod app;
pub mod cli;
pub mod content;
pub mod domain;
pub mod platform;
pub mod runtime;
pub mod ui;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// What the build script packed.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.postcard"));

/// Everything shipped with the program, unpacked once.
pub fn shipped() -> &'static content::Content {
    static CONTENT: OnceLock<content::Content> = OnceLock::new();
    CONTENT.get_or_init(opened)
}

/// The shipped content as it is when the program opens, before anybody has looked at any of it: for measuring.
/// Everything else uses [`shipped`].
pub fn opened() -> content::Content {
    content::Content::shipped(PACKED)
}

/// Everything shipped, with a person's own points among it, and what is wrong with their files. Lives as long
/// as the program: read once, when it opens.
pub fn shipped_with(files: &[content::own::OwnFile]) -> (&'static content::Content, content::Problems) {
    shipped_with_looks(files, None)
}

/// The same, with other looks: those of the person's own files among the shipped ones.
pub fn shipped_with_looks(
    files: &[content::own::OwnFile],
    looks: Option<content::looks::Looks>,
) -> (&'static content::Content, content::Problems) {
    if files.is_empty() && looks.is_none() {
        return (shipped(), content::Problems::default());
    }
    let (mut content, problems) = content::Content::with_own(PACKED, files);
    if let Some(looks) = looks {
        content.looks = looks.into();
    }
    (Box::leak(Box::new(content)), problems)
}

/// What a file of a language brought by files says of the points, by the English sentence, and what is wrong with it.
pub fn brought_points(file: &content::own::OwnFile) -> (BTreeMap<String, String>, content::Problems) {
    content::brought::points(file, &shipped().atlas)
}

/// The same of any other sentence of the content.
pub fn brought_sentences(file: &content::own::OwnFile) -> (BTreeMap<String, String>, content::Problems) {
    content::brought::sentences(file, &sentences())
}

/// Every English sentence of the shipped content, and of what is said in a practice.
pub fn sentences() -> BTreeSet<String> {
    content::Content::sentences(PACKED)
}

/// How many points of some files are right, and what is wrong with the rest. The shipped `points.toml` itself
/// may be given: its points then are no doubles.
pub fn check_points(files: &[content::own::OwnFile]) -> (usize, content::Problems) {
    static SCALES: OnceLock<content::own::Scales> = OnceLock::new();
    let marked = |file: &content::own::OwnFile| file.text.contains(content::SHIPPED_MARK);
    let (points, problems) = match files.iter().any(marked) {
        // Somebody who checks the shipped points themselves has not written them twice.
        true => content::Content::scales(PACKED).without_points().weigh(files),
        false => SCALES
            .get_or_init(|| content::Content::scales(PACKED))
            .weigh(files),
    };
    (points.len(), problems)
}
