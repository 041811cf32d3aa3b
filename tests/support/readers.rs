//! What holds for every reader of text, whatever it is given: it ends soon, without a panic, with values or with
//! problems that say where and what. `tests/parsers.rs` gives each its texts.

use std::collections::BTreeSet;
use std::io::BufReader;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use clap::Parser;
use hegu::app::keymap::{Keymap, parse_key};
use hegu::app::{Model, Settings, choices};
use hegu::cli::{Cli, with_address};
use hegu::content::own::OwnFile;
use hegu::content::source::Source;
use hegu::content::text::copied;
use hegu::content::{Problem, Problems, figure, looks, point, routines, safety};
use hegu::domain::code::Code;
use hegu::domain::day::DayStart;
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::{Lang, is_invisible};
use hegu::platform::journal::entry::Entry;
use hegu::platform::journal::formats::foreign::{self, Column, Dates, Field, Here};
use hegu::platform::journal::formats::{NotRead, csv, jsonl, toml};
use hegu::platform::journal::sync::version::Version;
use hegu::ui::brought;

/// Nothing a person may bring takes longer than this to be read or refused.
const SOON: Duration = Duration::from_secs(5);

const FILE: &str = "mine.toml";

fn source(text: &str) -> Source<'_> {
    Source { file: FILE, text }
}

fn own(text: &str) -> OwnFile {
    OwnFile {
        name: FILE.to_owned(),
        text: text.to_owned(),
    }
}

/// The moment of everything here.
pub fn now() -> Now {
    Now {
        steady: Moment(0),
        wall: DateTime::parse_from_rfc3339("2026-11-22T21:40:00+01:00").expect("a moment"),
    }
}

fn zone(wall: NaiveDateTime) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(3600).expect("a zone");
    wall.and_local_timezone(zone).single().expect("one moment")
}

fn here() -> Here<'static> {
    Here {
        zone: &zone,
        day_start: DayStart::default(),
    }
}

/// What is said about a text is about this file and a line of it, and acts on no terminal.
fn clear(text: &str, problems: &Problems) {
    let lines = text.matches('\n').count() + 1;
    for problem in &problems.0 {
        clear_problem(problem, lines);
    }
}

fn clear_problem(problem: &Problem, lines: usize) {
    assert_eq!(problem.file, FILE);
    assert!(
        (1..=lines).contains(&problem.line),
        "line {} of {lines}: {problem}",
        problem.line
    );
    assert!(!problem.what.en.trim().is_empty());
    let said = problem.to_string();
    assert!(!said.chars().any(|c| is_invisible(c) && c != '\t'), "{said:?}");
}

fn clear_bad(read: Result<(), NotRead>) {
    match read {
        Ok(()) | Err(NotRead::TooLarge) => {}
        Err(NotRead::Line(bad)) => assert!(!bad.what.to_string().is_empty()),
        Err(error) => panic!("{error:?}"),
    }
}

fn all(entries: impl Iterator<Item = Result<Entry, NotRead>>) {
    for entry in entries.take(10_000) {
        clear_bad(entry.map(drop));
    }
}

/// Where others want the machine too, it may stand still for a while: what is slow by itself is slow three times.
fn soon<T>(read: impl Fn() -> T) {
    let took = || {
        let began = Instant::now();
        drop(read());
        began.elapsed()
    };
    assert!(
        (0..3).any(|_| took() < SOON),
        "it takes more than {SOON:?}, each time"
    );
}

/// A reader and what must hold for it, whatever it is given.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "the ordinary tests only want the names")]
pub enum Reader {
    /// Of a text.
    Text(fn(&str)),
    /// Of a text, and of a number that chooses something beside it.
    Chosen(fn(&str, usize)),
    /// Of bytes that may be no text.
    Bytes(fn(&[u8])),
}

/// Every reader by its name.
pub const READERS: &[(&str, Reader)] = &[
    ("points", Reader::Text(points)),
    ("own-points", Reader::Text(own_points)),
    ("routines", Reader::Text(own_routines)),
    ("safety", Reader::Text(safety_rules)),
    ("figure", Reader::Text(the_figure)),
    ("themes", Reader::Text(themes)),
    ("keys", Reader::Text(keys)),
    ("settings", Reader::Chosen(settings)),
    ("sentences", Reader::Text(sentences)),
    ("texts-of-points", Reader::Text(texts_of_points)),
    ("texts-of-sentences", Reader::Text(texts_of_sentences)),
    ("jsonl", Reader::Bytes(journal_jsonl)),
    ("csv", Reader::Bytes(journal_csv)),
    ("toml", Reader::Bytes(journal_toml)),
    ("daylio", Reader::Bytes(daylio)),
    ("table", Reader::Chosen(table)),
    ("sync", Reader::Text(lines_of_another_machine)),
    ("command-line", Reader::Chosen(command_line)),
    ("meant", Reader::Text(meant)),
];

impl Reader {
    /// Lets it meet bytes; the first one chooses where there is something to choose, and what is no text is made one.
    #[allow(dead_code, reason = "see above")]
    pub fn meet(self, bytes: &[u8]) {
        let text = String::from_utf8_lossy;
        match (self, bytes) {
            (Reader::Bytes(read), bytes) => read(bytes),
            (Reader::Text(read), bytes) => read(&text(bytes)),
            (Reader::Chosen(read), [first, rest @ ..]) => read(&text(rest), usize::from(*first)),
            (Reader::Chosen(read), []) => read("", 0),
        }
    }
}

/// The point database.
pub fn points(text: &str) {
    soon(|| {
        let (entries, problems) = point::read(source(text));
        clear(text, &problems);
        for entry in entries {
            if let Err(problems) = entry.value.into_point(copied) {
                assert!(!problems.is_empty());
            }
        }
    });
}

/// The safety rules.
pub fn safety_rules(text: &str) {
    soon(|| {
        let (rules, problems) = safety::read(source(text));
        clear(text, &problems);
        if problems.is_empty() {
            drop(rules.into_rulebook(copied));
        }
    });
}

/// The figure.
pub fn the_figure(text: &str) {
    soon(|| {
        let (raw, problems) = figure::read(&[source(text)]);
        clear(text, &problems);
        if problems.is_empty() {
            drop(raw.into_figure(copied));
        }
    });
}

/// Themes and skins of one's own.
pub fn themes(text: &str) {
    soon(|| {
        let (_, problems) = looks::with_own(&hegu::shipped().looks, &[own(text)]);
        clear(text, &problems);
    });
}

/// The keymap, and the name of a key.
pub fn keys(text: &str) {
    soon(|| {
        let (_, problems) = Keymap::read(source(text));
        clear(text, &problems);
        parse_key(text)
    });
}

/// The settings, read, and one of them written.
pub fn settings(text: &str, which: usize) {
    soon(|| {
        let mut settings = Settings::default();
        let (_, problems) = choices::read(source(text), &mut settings, &hegu::shipped().looks);
        clear(text, &problems);
        // What would be written into such a file leaves a file that can be read, or is refused.
        let choice = &choices::CHOICES[which % choices::CHOICES.len()];
        if let Ok(changed) = choices::changed(text, choice.key, &choice.parse("60"), Lang::En) {
            assert!(source(&changed).leaves().1.0.len() <= source(text).leaves().1.0.len());
        }
    });
}

/// The sentences of another language.
pub fn sentences(text: &str) {
    soon(|| match brought::unfit(&own(text)) {
        Some(problem) => clear_problem(&problem, text.matches('\n').count() + 1),
        None => drop(fluent(text)),
    });
}

/// What a language of one's own says of the points.
pub fn texts_of_points(text: &str) {
    soon(|| {
        let (_, problems) = hegu::brought_points(&own(text));
        clear(text, &problems);
    });
}

/// What a language of one's own says for any other sentence.
pub fn texts_of_sentences(text: &str) {
    static KNOWN: OnceLock<BTreeSet<String>> = OnceLock::new();
    let known = KNOWN.get_or_init(hegu::sentences);
    soon(|| {
        let (_, problems) = hegu::content::brought::sentences(&own(text), known);
        clear(text, &problems);
    });
}

/// A journal as JSON lines.
pub fn journal_jsonl(bytes: &[u8]) {
    soon(|| all(jsonl::read(BufReader::new(bytes))));
}

/// A journal as CSV.
pub fn journal_csv(bytes: &[u8]) {
    soon(|| all(csv::read(bytes)));
}

/// A journal as TOML.
pub fn journal_toml(bytes: &[u8]) {
    soon(|| clear_bad(toml::read(bytes).map(drop)));
}

/// What Daylio exports.
pub fn daylio(bytes: &[u8]) {
    soon(|| clear_bad(foreign::daylio(bytes, &here()).map(drop)));
}

/// Any table; the number chooses what stands between its columns and in which order its days are.
fn table(text: &str, which: usize) {
    any_table(
        text.as_bytes(),
        [b';', b',', b'\t', which as u8][which / 3 % 4],
        which,
    );
}

/// Any table, with its columns named, with anything between them, and days in one of three orders.
pub fn any_table(bytes: &[u8], delimiter: u8, order: usize) {
    soon(|| {
        let column = |field, name: &str| Column {
            field,
            name: name.to_owned(),
        };
        let columns = [
            column(Field::Day, "Date"),
            column(Field::from_id("stress").expect("a field"), "Stress"),
            column(Field::from_id("neck").expect("a field"), "Neck"),
            column(Field::Note, "Comment"),
        ];
        let dates = ["ymd", "dmy", "mdy"].map(|id| Dates::from_id(id).expect("an order"))[order % 3];
        clear_bad(foreign::table(bytes, delimiter, &columns, dates, &here()).map(drop));
    });
}

/// The lines another machine has put into a shared folder.
pub fn lines_of_another_machine(text: &str) {
    soon(|| {
        for line in text.lines() {
            if let Err(bad) = Version::read(line) {
                assert!(!bad.to_string().is_empty());
            }
        }
    });
}

/// What is typed after the program's name: words, or an address first where the number is odd.
pub fn command_line(text: &str, which: usize) {
    soon(|| {
        let mut args = vec!["hegu".to_owned()];
        if which % 2 == 1 {
            args.push(format!("hegu://{text}"));
        }
        args.extend(text.split(' ').map(str::to_owned));
        if let Err(error) = Cli::try_parse_from(with_address(args)) {
            assert!(!error.to_string().is_empty());
        }
        Code::from_typed(text)
    });
}

/// Routines of one's own, against the shipped content.
pub fn own_routines(text: &str) {
    soon(|| {
        let (_, problems) = routines::read_own(&[own(text)], hegu::shipped());
        clear(text, &problems);
    });
}

/// Points of one's own, against the shipped content.
pub fn own_points(text: &str) {
    soon(|| {
        let (_, problems) = hegu::check_points(&[own(text)]);
        clear(text, &problems);
    });
}

/// A word that means a point, or does not.
pub fn meant(text: &str) {
    static KNOWN: OnceLock<Model> = OnceLock::new();
    let model = KNOWN.get_or_init(|| Model::new(hegu::shipped(), Settings::default(), now(), (80, 24)));
    soon(|| {
        if let Err(error) = hegu::cli::point::meant(text, &model.known) {
            assert!(!error.message.is_empty());
        }
    });
}

/// Reads sentences as the program does, after it has looked at them.
fn fluent(text: &str) -> Option<String> {
    use i18n_embed::LanguageLoader;
    use i18n_embed::fluent::FluentLanguageLoader;

    let loader = FluentLanguageLoader::new("hegu", "en".parse().ok()?);
    let tag = "en".parse().ok()?;
    loader.load_languages(&Brought(text.to_owned()), &[tag]).ok()?;
    loader.set_use_isolating(false);
    Some(loader.get("help-title"))
}

struct Brought(String);

impl i18n_embed::I18nAssets for Brought {
    fn get_files(&self, file: &str) -> Vec<std::borrow::Cow<'_, [u8]>> {
        match file == "en/hegu.ftl" {
            true => vec![std::borrow::Cow::Borrowed(self.0.as_bytes())],
            false => Vec::new(),
        }
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(std::iter::once("en/hegu.ftl".to_owned()))
    }
}
