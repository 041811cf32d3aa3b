//! The interface's sentences of a language brought by files, `texts.d/nb/hegu.ftl`: read, checked, and spoken beside
//! the shipped ones. A sentence that is missing or wrong is English.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{OnceLock, RwLock};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use i18n_embed::{I18nAssets, I18nEmbedError, LanguageLoader};
use rust_embed::RustEmbed;

use super::look::Texts;
use crate::both;
use crate::content::own::OwnFile;
use crate::content::{Problem, Problems};
use crate::domain::near::nearest;
use crate::domain::words::{Words, is_invisible};

/// What is spoken in each language that was brought, by its tag.
static SPOKEN: RwLock<BTreeMap<String, &'static FluentLanguageLoader>> = RwLock::new(BTreeMap::new());

/// The sentences of a language that was brought.
pub(super) fn texts(tag: &str) -> Option<&'static FluentLanguageLoader> {
    SPOKEN.read().ok()?.get(tag).copied()
}

/// The sentences of a language, with English behind it for what it lacks.
pub(super) fn load(tag: &str, assets: &dyn I18nAssets) -> Result<FluentLanguageLoader, I18nEmbedError> {
    let loader = fluent_language_loader!();
    let id = tag.parse().map_err(|_| I18nEmbedError::RequestedLanguagesEmpty)?;
    loader.load_languages(assets, &[id])?;
    loader.set_use_isolating(false);
    Ok(loader)
}

/// One language's own sentences, with the shipped ones behind them.
struct Own<'t> {
    path: String,
    text: &'t str,
}

impl I18nAssets for Own<'_> {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        if path == self.path {
            vec![Cow::Borrowed(self.text.as_bytes())]
        } else {
            I18nAssets::get_files(&Texts, path)
        }
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(I18nAssets::filenames_iter(&Texts).chain([self.path.clone()]))
    }
}

/// Whether a word is a language tag that sentences can be told by.
pub fn is_tag(tag: &str) -> bool {
    let parts = tag.split('-').enumerate();
    let mut parts = parts.map(|(at, part)| match at {
        0 => (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_lowercase()),
        _ => (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()),
    });
    parts.all(|right| right)
}

/// The deepest that sentences stand inside each other in a file of another language. The shipped ones need
/// two; the reader of such files goes down without looking.
const DEEPEST: usize = 8;

/// Why a text is no language of one's own: a sentence inside a sentence without end, or a sign that would act
/// on the terminal.
pub fn unfit(file: &OwnFile) -> Option<Problem> {
    let wrong = |line: usize, what: Words, remedy: Words| Problem {
        file: file.name.clone(),
        line: line + 1,
        what,
        remedy,
    };
    let mut depth = 0_usize;
    for (number, line) in file.text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        if begins_a_sentence(line) {
            depth = 0;
        }
        let (mut quoted, mut after_backslash) = (false, false);
        for c in line.chars() {
            match c {
                c if is_invisible(c) && c != '\t' => {
                    let sign = u32::from(c);
                    let what = both!(
                        "The text holds U+{sign:04X}, a sign that cannot be seen.",
                        "Teksten har U+{sign:04X}, et tegn, der ikke kan ses."
                    );
                    return Some(wrong(number, what, both!("Take it away.", "Tag det væk.")));
                }
                '"' if depth > 0 && !after_backslash => quoted = !quoted,
                _ if quoted => {}
                '{' => depth += 1,
                // A call inside a call is one level, too; outside of braces it is only a bracket.
                '(' if depth > 0 => depth += 1,
                '}' | ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            after_backslash = quoted && c == '\\' && !after_backslash;
            if depth > DEEPEST {
                let what = both!(
                    "More than {DEEPEST} braces stand inside each other.",
                    "Mere end {DEEPEST} parenteser står inden i hinanden."
                );
                let remedy = both!("Say it in one sentence.", "Sig det i én sætning.");
                return Some(wrong(number, what, remedy));
            }
        }
        if let Some(c) = escaped(line).find(|c| is_invisible(*c)) {
            let sign = u32::from(c);
            let what = both!(
                "The text writes U+{sign:04X}, a sign that cannot be seen.",
                "Teksten skriver U+{sign:04X}, et tegn, der ikke kan ses."
            );
            return Some(wrong(number, what, both!("Take it away.", "Tag det væk.")));
        }
    }
    None
}

/// Whether a new sentence begins on a line: `key = ...` at the margin.
fn begins_a_sentence(line: &str) -> bool {
    let key = line.strip_prefix('-').unwrap_or(line);
    let rest = key.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    key.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.trim_start_matches(' ').starts_with('=')
}

/// The characters a line of such a file writes by their numbers: `\u00e6`, `\U01F602`.
fn escaped(line: &str) -> impl Iterator<Item = char> + '_ {
    line.match_indices(['u', 'U']).filter_map(|(at, sign)| {
        let digits = if sign == "u" { 4 } else { 6 };
        let number = line.get(at + 1..at + 1 + digits)?;
        let written = line[..at].ends_with('\\');
        written
            .then(|| char::from_u32(u32::from_str_radix(number, 16).ok()?))
            .flatten()
    })
}

/// Speaks a language with the sentences of a file, as far as they are right, and names what is wrong with the
/// others.
pub fn bring(tag: &str, file: &OwnFile) -> Problems {
    if let Some(problem) = unfit(file) {
        // Nothing of such a file is even read.
        return Problems(vec![problem]);
    }
    let (right, problems) = check(file);
    let own = Own {
        path: format!("{tag}/hegu.ftl"),
        text: &right,
    };
    if let (Ok(loader), Ok(mut spoken)) = (load(tag, &own), SPOKEN.write()) {
        spoken.insert(tag.to_owned(), Box::leak(Box::new(loader)));
    }
    problems
}

/// The interface's sentences in English: the key of each, and what is put into it.
pub fn sentences() -> &'static BTreeMap<String, BTreeSet<String>> {
    static ENGLISH: OnceLock<BTreeMap<String, BTreeSet<String>>> = OnceLock::new();
    ENGLISH.get_or_init(|| {
        let file = <Texts as RustEmbed>::get("en/hegu.ftl").map(|file| file.data);
        let text = String::from_utf8_lossy(&file.unwrap_or_default()).into_owned();
        let resource = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
        let messages = resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        });
        messages
            .map(|message| {
                let mut used = BTreeSet::new();
                message.value.iter().for_each(|value| put_into(value, &mut used));
                (message.id.name, used)
            })
            .collect()
    })
}

/// The sentences of a file that are right, and what is wrong with the rest.
fn check(file: &OwnFile) -> (String, Problems) {
    let mut problems = Vec::new();
    let line = |at: usize| {
        1 + file.text.as_bytes()[..at.min(file.text.len())]
            .iter()
            .filter(|b| **b == b'\n')
            .count()
    };
    let mut wrong = |at: usize, what: Words, remedy: Words| {
        problems.push(Problem {
            file: file.name.clone(),
            line: line(at),
            what,
            remedy,
        });
    };
    let resource = match parser::parse(file.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let kind = error.kind.to_string();
                wrong(
                    error.pos.start,
                    both!("This is not Fluent: {kind}.", "Det er ikke Fluent: {kind}."),
                    both!("Write key = sentence.", "Skriv nøgle = sætning."),
                );
            }
            resource
        }
    };
    let english = sentences();
    let mut said = BTreeSet::new();
    let mut right = Vec::new();
    for entry in resource.body {
        let Entry::Message(message) = &entry else { continue };
        let key = message.id.name;
        // Names are slices of the file's own text.
        let at = key.as_ptr() as usize - file.text.as_ptr() as usize;
        let Some(known) = english.get(key) else {
            let remedy = match nearest(key, english.keys().map(String::as_str)) {
                Some(near) => both!("Write {near}.", "Skriv {near}."),
                None => both!("Leave it out.", "Tag den ud."),
            };
            wrong(
                at,
                both!(
                    "hegu has no sentence \"{key}\".",
                    "hegu har ingen sætning \"{key}\"."
                ),
                remedy,
            );
            continue;
        };
        if !said.insert(key) {
            wrong(
                at,
                both!("\"{key}\" is written twice.", "\"{key}\" står her to gange."),
                both!("Keep one of them.", "Behold den ene."),
            );
            continue;
        }
        let mut used = BTreeSet::new();
        message.value.iter().for_each(|value| put_into(value, &mut used));
        if let Some(name) = used.iter().find(|name| !known.contains(*name)) {
            let known: Vec<String> = known.iter().map(|name| format!("{{ ${name} }}")).collect();
            let known = if known.is_empty() {
                "-".to_owned()
            } else {
                known.join(", ")
            };
            wrong(
                at,
                both!(
                    "Nothing is put into \"{key}\" for ${name}.",
                    "Der sættes intet ind i \"{key}\" for ${name}."
                ),
                both!("There is {known}.", "Der er {known}."),
            );
            continue;
        }
        right.push(entry);
    }
    let right = fluent_syntax::serializer::serialize(&fluent_syntax::ast::Resource { body: right });
    (right, Problems(problems).sorted())
}

/// The names of what is put into a sentence.
fn put_into<S: AsRef<str>>(pattern: &Pattern<S>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_names(expression, names);
        }
    }
}

fn expression_names<S: AsRef<str>>(expression: &Expression<S>, names: &mut BTreeSet<String>) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            variants
                .iter()
                .for_each(|variant| put_into(&variant.value, names));
            selector
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.as_ref().to_owned())),
        InlineExpression::Placeable { expression } => expression_names(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                if let InlineExpression::VariableReference { id } = argument {
                    names.insert(id.name.as_ref().to_owned());
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::words::Lang;

    #[test]
    fn every_mistake_in_a_brought_language_is_named_and_the_rest_is_spoken() {
        let file = OwnFile {
            name: "hegu.ftl".to_owned(),
            text: "# mine\nhint-move = flytt\nhint-mvoe = flytt\nnonsense\nhint-choose = velg { $what }\n\
                   hint-choose = velg\nsaid-unread = { $ids }: ulest\n"
                .to_owned(),
        };
        let (right, problems) = check(&file);
        let said: Vec<String> = problems.0.iter().map(|problem| problem.say(Lang::En)).collect();
        assert_eq!(
            said,
            [
                "hegu.ftl, line 3: hegu has no sentence \"hint-mvoe\". Write hint-move.",
                "hegu.ftl, line 4: This is not Fluent: Expected a token starting with \"=\". Write key = sentence.",
                "hegu.ftl, line 5: Nothing is put into \"hint-choose\" for $what. There is -.",
                "hegu.ftl, line 6: \"hint-choose\" is written twice. Keep one of them.",
            ]
        );
        assert!(
            right.contains("hint-move = flytt") && right.contains("said-unread"),
            "{right}"
        );
        assert!(!right.contains("mvoe"), "{right}");
    }

    #[test]
    fn a_tag_is_a_language_and_nothing_else() {
        assert!(["nb", "pt-BR", "zh-Hant", "qps"].into_iter().all(is_tag));
        assert!(
            !["", "..", "nb.ftl", "n", "../nb", "Norsk", "nb_NO"]
                .into_iter()
                .any(is_tag)
        );
    }
}
