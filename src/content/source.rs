//! A TOML file as a list of entries, each read by itself: one wrong entry does not hide the others.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::both;
use super::problem::{Problem, Problems};
use crate::domain::words::{Words, is_invisible};

/// A file and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file's name, for problems.
    pub file: &'a str,
    /// Its whole text.
    pub text: &'a str,
}

/// One entry of a file, with the means to point at any part of it.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Placement,
}

/// Where an entry stands in its file: the line of every key below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// The file.
    pub file: String,
    /// The entry's first line, from 1.
    pub line: usize,
    /// Lines of the values inside, by dotted path: `technique.seconds`, `uses.0.id`.
    lines: Vec<(String, usize)>,
}

impl Placement {
    /// Whether one of these lines of the file, in their order, belongs to this entry.
    pub fn covers_any(&self, lines: &[usize]) -> bool {
        let first = lines.partition_point(|line| *line < self.line);
        let last = self.lines.iter().map(|(_, line)| *line).max();
        lines
            .get(first)
            .is_some_and(|line| *line <= last.unwrap_or(self.line).max(self.line))
    }

    /// The problem at a dotted path inside the entry. Falls back to the nearest parent that has a line.
    pub fn problem(&self, path: &str, what: impl Into<Words>, remedy: impl Into<Words>) -> Problem {
        let mut probe = path;
        let line = loop {
            if let Some((_, line)) = self.lines.iter().find(|(at, _)| at == probe) {
                break *line;
            }
            match probe.rsplit_once('.') {
                Some((parent, _)) => probe = parent,
                None => break self.line,
            }
        };
        Problem {
            file: self.file.clone(),
            line,
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

/// One value of a file of choices: a key, what it is set to, and the line it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The dotted path: `lang`, `sound.player`.
    pub path: String,
    /// What it is set to.
    pub value: Plain,
    /// The line, from 1.
    pub line: usize,
}

/// A value a person can write without tables: a word, a number, yes or no, or a list of words.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// `"en"`.
    Text(String),
    /// `4`.
    Whole(i64),
    /// `true`.
    YesNo(bool),
    /// `["up", "k"]`.
    Texts(Vec<String>),
    /// Anything else TOML can say.
    Other,
}

impl<'a> Source<'a> {
    /// Every value of the file by its dotted path, and every problem of the syntax. For files of single
    /// choices, which have no entries.
    pub fn leaves(&self) -> (Vec<Leaf>, Problems) {
        let lines = Lines::of(self);
        let (table, syntax) = DeTable::parse_recoverable(self.text);
        let mut problems = Problems(syntax.iter().map(|error| lines.toml_problem(error, 0)).collect());
        let mut leaves = Vec::new();
        collect_leaves(table.get_ref(), "", &lines, &mut leaves, &mut problems);
        leaves.sort_by_key(|leaf| leaf.line);
        (leaves, problems)
    }

    /// Every entry of the array of tables `[[name]]` that can be read, and every problem: of the syntax, of
    /// unknown tables, and of entries that do not have the right form.
    ///
    /// `known` names all the tables the file may have.
    pub fn entries<T: Deserialize<'a>>(&self, name: &str, known: &[&str]) -> (Vec<Entry<T>>, Problems) {
        let lines = Lines::of(self);
        let (table, syntax) = DeTable::parse_recoverable(self.text);
        let mut problems = Problems(syntax.iter().map(|error| lines.toml_problem(error, 0)).collect());
        let misspelt: BTreeSet<usize> = problems.0.iter().map(|problem| problem.line).collect();
        for (key, _) in table.get_ref() {
            if !known.contains(&key.get_ref().as_ref()) {
                let (key_name, en, da) = (key.get_ref(), known.join(" or "), known.join(" eller "));
                let what = both!(
                    "\"{key_name}\" is not known here.",
                    "\"{key_name}\" kendes ikke her."
                );
                let remedy = both!("Write {en}.", "Skriv {da}.");
                problems.0.push(lines.problem(key.span().start, what, remedy));
            }
        }
        let mut entries = Vec::new();
        if let Some((_, value)) = table.get_ref().iter().find(|(key, _)| key.get_ref() == name) {
            match value.get_ref().as_array() {
                Some(array) => {
                    for item in array.iter() {
                        if let Some(unfit) = lines.unfit(item) {
                            problems.0.push(unfit);
                            continue;
                        }
                        match T::deserialize(ValueDeserializer::from(item.clone())) {
                            Ok(value) => entries.push(Entry {
                                value,
                                place: lines.placement(item),
                            }),
                            Err(error) => {
                                let problem = lines.toml_problem(&error, item.span().start);
                                // What the syntax says of a line is the better word on it.
                                if !misspelt.contains(&problem.line) {
                                    problems.0.push(problem);
                                }
                            }
                        }
                    }
                }
                None => problems.0.push(lines.problem(
                    value.span().start,
                    both!(
                        "\"{name}\" is not a list of tables.",
                        "\"{name}\" er ikke en liste af tabeller."
                    ),
                    both!("Write [[{name}]].", "Skriv [[{name}]]."),
                )),
            }
        }
        (entries, problems)
    }
}

fn collect_leaves(
    table: &DeTable<'_>,
    path: &str,
    lines: &Lines<'_>,
    leaves: &mut Vec<Leaf>,
    problems: &mut Problems,
) {
    for (key, value) in table.iter() {
        let path = match path {
            "" => key.get_ref().to_string(),
            path => format!("{path}.{}", key.get_ref()),
        };
        if let DeValue::Table(inner) = value.get_ref() {
            collect_leaves(inner, &path, lines, leaves, problems);
        } else if let Some(unfit) = lines.unfit(value) {
            problems.0.push(unfit);
        } else {
            leaves.push(Leaf {
                path,
                value: Plain::of(value.get_ref()),
                line: lines.at(key.span().start),
            });
        }
    }
}

impl Plain {
    fn of(value: &DeValue<'_>) -> Plain {
        let text = |value: &DeValue<'_>| value.as_str().map(str::to_owned);
        match value {
            DeValue::String(word) => Plain::Text(word.to_string()),
            DeValue::Boolean(yes) => Plain::YesNo(*yes),
            DeValue::Integer(number) => {
                i64::from_str_radix(number.as_str(), number.radix()).map_or(Plain::Other, Plain::Whole)
            }
            DeValue::Array(array) => array
                .iter()
                .map(|item| text(item.get_ref()))
                .collect::<Option<Vec<String>>>()
                .map_or(Plain::Other, Plain::Texts),
            _ => Plain::Other,
        }
    }
}

/// Where the lines of a file begin, so that a place in it is found without counting from its start.
struct Lines<'s> {
    file: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    fn of(source: &Source<'s>) -> Lines<'s> {
        let breaks = source.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines {
            file: source.file,
            starts: std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect(),
        }
    }

    /// The line a byte offset lies on, from 1.
    fn at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    fn problem(&self, offset: usize, what: Words, remedy: Words) -> Problem {
        Problem {
            file: self.file.to_owned(),
            line: self.at(offset),
            what,
            remedy,
        }
    }

    /// The problem of the first value inside that no entry may hold: a text with what nobody can see, which
    /// would act on the terminal it is shown on or turn the words around it, and a number that is none.
    fn unfit(&self, item: &Spanned<DeValue<'_>>) -> Option<Problem> {
        match item.get_ref() {
            DeValue::String(text) => {
                let c = text
                    .chars()
                    .find(|c| is_invisible(*c) && !matches!(c, '\n' | '\t'))?;
                let sign = u32::from(c);
                let what = both!(
                    "The text holds U+{sign:04X}, a sign that cannot be seen.",
                    "Teksten har U+{sign:04X}, et tegn, der ikke kan ses."
                );
                Some(self.problem(item.span().start, what, both!("Take it away.", "Tag det væk.")))
            }
            // TOML can write these, and nothing of a body can be measured by them.
            DeValue::Float(number) if number.as_str().parse().is_ok_and(|n: f32| !n.is_finite()) => {
                let number = number.as_str();
                let what = both!(
                    "{number} is no number to measure with.",
                    "{number} er ikke et tal at måle med."
                );
                Some(self.problem(
                    item.span().start,
                    what,
                    both!("Write one like 6 or 6.5.", "Skriv et som 6 eller 6.5."),
                ))
            }
            DeValue::Array(array) => array.iter().find_map(|item| self.unfit(item)),
            DeValue::Table(table) => table.iter().find_map(|(_, item)| self.unfit(item)),
            _ => None,
        }
    }

    /// The parser's error; `fallback` is the offset to point at when it names none.
    fn toml_problem(&self, error: &toml::de::Error, fallback: usize) -> Problem {
        let offset = error.span().map_or(fallback, |span| span.start);
        let (what, remedy) = plainly(error.message());
        self.problem(offset, what, remedy)
    }

    fn placement(&self, item: &Spanned<DeValue<'_>>) -> Placement {
        let mut lines = Vec::new();
        self.collect(item.get_ref(), "", &mut lines);
        Placement {
            file: self.file.to_owned(),
            line: self.at(item.span().start),
            lines,
        }
    }

    /// The line of every value inside, by dotted path. Numbers in a list are found by the list.
    fn collect(&self, value: &DeValue<'_>, path: &str, lines: &mut Vec<(String, usize)>) {
        let mut add = |key: &str, value: &Spanned<DeValue<'_>>| {
            let path = match path {
                "" => key.to_owned(),
                path => format!("{path}.{key}"),
            };
            self.collect(value.get_ref(), &path, lines);
            lines.push((path, self.at(value.span().start)));
        };
        match value {
            DeValue::Table(table) => table.iter().for_each(|(key, value)| add(key.get_ref(), value)),
            DeValue::Array(array) => {
                for (index, value) in array.iter().enumerate() {
                    if !value.get_ref().is_integer() && !value.get_ref().is_float() {
                        add(&index.to_string(), value);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The parser's message for somebody who does not know its words, and what to do. What it says by other words,
/// now or in a later version, is said as it is.
fn plainly(message: &str) -> (Words, Words) {
    let starts = |words: &str| message.starts_with(words);
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let field = quoted.first().copied().unwrap_or_default();
    // Before what was expected: the parser names that by its own types.
    let found = sentence(message.split(", expected").next().unwrap_or(message));
    match message {
        _ if starts("invalid basic string") => (
            both!("A text is not closed.", "En tekst er ikke afsluttet."),
            both!(
                "End it with \" on the same line.",
                "Afslut den med \" på samme linje."
            ),
        ),
        _ if starts("string values must be quoted") => (
            both!(
                "A word stands here without quotation marks.",
                "Her står et ord uden anførselstegn."
            ),
            both!("Write it between two \".", "Skriv det mellem to \"."),
        ),
        _ if starts("key with no value")
            || starts("invalid unquoted key")
            || starts("invalid key-value pair") =>
        {
            (
                both!(
                    "This is no line of a TOML file.",
                    "Det er ikke en linje i en TOML-fil."
                ),
                both!(
                    "Write a key, = and a value, or begin the line with #.",
                    "Skriv en nøgle, = og en værdi, eller begynd linjen med #."
                ),
            )
        }
        _ if starts("unexpected leading zero")
            || starts("invalid fraction")
            || starts("invalid mantissa")
            || starts("invalid exponent")
            || starts("redundant numeric sign")
            || starts("`_` may only go between digits") =>
        {
            (
                both!(
                    "This is no number as TOML writes one.",
                    "Det er ikke et tal, som TOML skriver det."
                ),
                both!(
                    "Write one like 6, 0.5 or 6.5: digits on both sides of the point, and no nought before others.",
                    "Skriv et som 6, 0.5 eller 6.5: cifre på begge sider af punktummet, og intet nul foran andre."
                ),
            )
        }
        _ if starts("duplicate key") => (
            both!(
                "This key stands here for the second time.",
                "Denne nøgle står her for anden gang."
            ),
            both!("Keep one of the two.", "Behold den ene af de to."),
        ),
        _ if starts("extra assignment")
            || starts("extra comma")
            || starts("missing comma")
            || starts("missing assignment") =>
        {
            (
                both!(
                    "The values between the braces are not in order.",
                    "Værdierne mellem de krøllede parenteser er ikke i orden."
                ),
                both!(
                    "Write key = value, parted by commas; a number has a point, as in 6.5.",
                    "Skriv nøgle = værdi, adskilt af komma; et tal har punktum, som i 6.5."
                ),
            )
        }
        _ if starts("unclosed inline table") => (
            both!("A brace is not closed.", "En krøllet parentes er ikke lukket."),
            both!("Close it with }}.", "Luk den med }}."),
        ),
        _ if starts("unclosed array") => (
            both!("A bracket is not closed.", "En kantet parentes er ikke lukket."),
            both!("Close it with ].", "Luk den med ]."),
        ),
        _ if starts("cannot recurse further") || starts("recursion limit") => (
            both!(
                "Too many brackets or names stand inside each other.",
                "For mange parenteser eller navne står inden i hinanden."
            ),
            both!(
                "Write it flat, as in the shipped files.",
                "Skriv det fladt, som i de medfølgende filer."
            ),
        ),
        _ if starts("missing field") => (
            both!("\"{field}\" is missing.", "\"{field}\" mangler."),
            both!(
                "Add it, as in the shipped files.",
                "Tilføj den, som i de medfølgende filer."
            ),
        ),
        _ if starts("unknown field") => {
            let en = sentence(message);
            let known = quoted.get(1..).unwrap_or_default().join(", ");
            (
                both!("{en}", "\"{field}\" kendes ikke her. Der kan stå {known}."),
                Words::default(),
            )
        }
        _ if starts("invalid type: string") && message.contains("expected u") => (
            both!("{found}", "Her står en tekst, hvor der skal stå et tal."),
            both!(
                "Write a whole number, without quotation marks.",
                "Skriv et helt tal uden anførselstegn."
            ),
        ),
        _ if starts("invalid value: integer") => (
            both!("{found}", "Tallet her er for stort eller for lille."),
            both!(
                "Write a whole number within bounds.",
                "Skriv et helt tal inden for grænserne."
            ),
        ),
        _ => {
            let en = sentence(message);
            (
                both!("{en}", "Det er ikke, som TOML skal være: {en}"),
                Words::default(),
            )
        }
    }
}

/// The parser's message as one sentence on one line.
fn sentence(message: &str) -> String {
    let mut line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    if !line.ends_with('.') {
        line.push('.');
    }
    line
}
