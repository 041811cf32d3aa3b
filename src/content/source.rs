//! A TOML file as a list of entries, each read by itself: one wrong entry does not hide the others.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::problem::{Problem, Problems};
use crate::domain::words::is_invisible;

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
    /// Whether a line of the file belongs to this entry.
    pub fn covers(&self, line: usize) -> bool {
        let last = self
            .lines
            .iter()
            .map(|(_, line)| *line)
            .max()
            .unwrap_or(self.line);
        (self.line..=last.max(self.line)).contains(&line)
    }

    /// The problem at a dotted path inside the entry. Falls back to the nearest parent that has a line.
    pub fn problem(&self, path: &str, what: impl Into<String>, remedy: impl Into<String>) -> Problem {
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
        for (key, _) in table.get_ref() {
            if !known.contains(&key.get_ref().as_ref()) {
                let what = format!("\"{}\" is not known here.", key.get_ref());
                let remedy = format!("Write {}.", known.join(" or "));
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
                            Err(error) => problems.0.push(lines.toml_problem(&error, item.span().start)),
                        }
                    }
                }
                None => problems.0.push(lines.problem(
                    value.span().start,
                    format!("\"{name}\" is not a list of tables."),
                    format!("Write [[{name}]]."),
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

    fn problem(&self, offset: usize, what: String, remedy: String) -> Problem {
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
                let what = format!(
                    "The text holds U+{:04X}, a sign that cannot be seen.",
                    u32::from(c)
                );
                Some(self.problem(item.span().start, what, "Take it away.".to_owned()))
            }
            // TOML can write these, and nothing of a body can be measured by them.
            DeValue::Float(number)
                if number.as_str().ends_with("nan") || number.as_str().ends_with("inf") =>
            {
                let what = format!("{} is no number to measure with.", number.as_str());
                Some(self.problem(item.span().start, what, "Write one like 6 or 6.5.".to_owned()))
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
        self.problem(offset, what, remedy.to_owned())
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
fn plainly(message: &str) -> (String, &'static str) {
    let starts = |words: &str| message.starts_with(words);
    let quoted = || message.split('`').nth(1).unwrap_or_default();
    let (what, remedy) = match message {
        _ if starts("invalid basic string") => (
            "A text is not closed.".to_owned(),
            "End it with \" on the same line.",
        ),
        _ if starts("string values must be quoted") => (
            "A word stands here without quotation marks.".to_owned(),
            "Write it between two \".",
        ),
        _ if starts("key with no value")
            || starts("invalid unquoted key")
            || starts("invalid key-value pair") =>
        {
            (
                "This is no line of a TOML file.".to_owned(),
                "Write a key, = and a value, or begin the line with #.",
            )
        }
        _ if starts("duplicate key") => (
            "This key stands here for the second time.".to_owned(),
            "Keep one of the two.",
        ),
        _ if starts("extra assignment")
            || starts("extra comma")
            || starts("missing comma")
            || starts("missing assignment") =>
        {
            (
                "The values between the braces are not in order.".to_owned(),
                "Write key = value, parted by commas; a number has a point, as in 6.5.",
            )
        }
        _ if starts("unclosed inline table") => ("A brace is not closed.".to_owned(), "Close it with }."),
        _ if starts("unclosed array") => ("A bracket is not closed.".to_owned(), "Close it with ]."),
        _ if starts("cannot recurse further") || starts("recursion limit") => (
            "Too many brackets or names stand inside each other.".to_owned(),
            "Write it flat, as in the shipped files.",
        ),
        _ if starts("missing field") => (
            format!("\"{}\" is missing.", quoted()),
            "Add it, as in the shipped files.",
        ),
        _ if starts("invalid type: string") && message.contains("expected u") => (
            sentence(message.split(", expected").next().unwrap_or(message)),
            "Write a whole number, without quotation marks.",
        ),
        _ if starts("invalid value: integer") => (
            sentence(message.split(", expected").next().unwrap_or(message)),
            "Write a whole number within bounds.",
        ),
        _ => (sentence(message), ""),
    };
    (what, remedy)
}

/// The parser's message as one sentence on one line.
fn sentence(message: &str) -> String {
    let mut line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    if !line.ends_with('.') {
        line.push('.');
    }
    line
}
