//! A TOML file as a list of entries, each read by itself: one wrong entry does not hide the others.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::problem::{Problem, Problems};

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

impl<'a> Source<'a> {
    /// The line a byte offset lies on, from 1.
    pub fn line_at(&self, offset: usize) -> usize {
        self.text.as_bytes()[..offset.min(self.text.len())]
            .iter()
            .filter(|b| **b == b'\n')
            .count()
            + 1
    }

    /// Every entry of the array of tables `[[name]]` that can be read, and every problem: of the syntax, of
    /// unknown tables, and of entries that do not have the right form.
    ///
    /// `known` names all the tables the file may have.
    pub fn entries<T: Deserialize<'a>>(&self, name: &str, known: &[&str]) -> (Vec<Entry<T>>, Problems) {
        let (table, syntax) = DeTable::parse_recoverable(self.text);
        let mut problems = Problems(syntax.iter().map(|error| self.syntax_problem(error)).collect());
        for (key, _) in table.get_ref() {
            if !known.contains(&key.get_ref().as_ref()) {
                problems.0.push(Problem {
                    file: self.file.to_owned(),
                    line: self.line_at(key.span().start),
                    what: format!("\"{}\" is not known here.", key.get_ref()),
                    remedy: format!("Write {}.", known.join(" or ")),
                });
            }
        }
        let mut entries = Vec::new();
        if let Some((_, value)) = table.get_ref().iter().find(|(key, _)| key.get_ref() == name) {
            match value.get_ref().as_array() {
                Some(array) => {
                    for item in array.iter() {
                        match T::deserialize(ValueDeserializer::from(item.clone())) {
                            Ok(value) => entries.push(Entry {
                                value,
                                place: self.placement(item),
                            }),
                            Err(error) => problems.0.push(self.entry_problem(&error, item)),
                        }
                    }
                }
                None => problems.0.push(Problem {
                    file: self.file.to_owned(),
                    line: self.line_at(value.span().start),
                    what: format!("\"{name}\" is not a list of tables."),
                    remedy: format!("Write [[{name}]]."),
                }),
            }
        }
        (entries, problems)
    }

    fn placement(&self, item: &Spanned<DeValue<'_>>) -> Placement {
        let mut lines = Vec::new();
        self.collect(item.get_ref(), "", &mut lines);
        Placement {
            file: self.file.to_owned(),
            line: self.line_at(item.span().start),
            lines,
        }
    }

    fn collect(&self, value: &DeValue<'_>, path: &str, lines: &mut Vec<(String, usize)>) {
        let join = |key: &str| {
            if path.is_empty() {
                key.to_owned()
            } else {
                format!("{path}.{key}")
            }
        };
        let mut add = |key: &str, value: &Spanned<DeValue<'_>>| {
            let path = join(key);
            lines.push((path.clone(), self.line_at(value.span().start)));
            self.collect(value.get_ref(), &path, lines);
        };
        match value {
            DeValue::Table(table) => table.iter().for_each(|(key, value)| add(key.get_ref(), value)),
            DeValue::Array(array) => {
                array
                    .iter()
                    .enumerate()
                    .for_each(|(index, value)| add(&index.to_string(), value));
            }
            _ => {}
        }
    }

    fn syntax_problem(&self, error: &toml::de::Error) -> Problem {
        Problem {
            file: self.file.to_owned(),
            line: error.span().map_or(1, |span| self.line_at(span.start)),
            what: sentence(error.message()),
            remedy: String::new(),
        }
    }

    fn entry_problem(&self, error: &toml::de::Error, item: &Spanned<DeValue<'_>>) -> Problem {
        let start = error.span().map_or(item.span().start, |span| span.start);
        Problem {
            file: self.file.to_owned(),
            line: self.line_at(start),
            what: sentence(error.message()),
            remedy: String::new(),
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
