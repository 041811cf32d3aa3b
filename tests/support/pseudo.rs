//! A language nobody speaks: English with every letter changed and every sentence a third longer. What is still
//! plain English was never looked up, and what is cut had no room to spare. It is brought by files, as any third
//! language is.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use hegu::content::own::OwnFile;
use hegu::domain::words::{Brought, Lang};

/// The language, with everything there is to say in it.
pub fn lang() -> Lang {
    static PSEUDO: OnceLock<&'static Brought> = OnceLock::new();
    Lang::Brought(PSEUDO.get_or_init(|| {
        let file = OwnFile {
            name: "hegu.ftl".to_owned(),
            text: interface(include_str!("../../assets/texts/en/hegu.ftl")),
        };
        let problems = hegu::ui::brought::bring("qps", &file);
        assert!(problems.is_empty(), "{problems}");
        let mut says: BTreeMap<String, String> = BTreeMap::new();
        for english in hegu::sentences() {
            let own = sentence(&english);
            says.insert(english, own);
        }
        for (_, point) in hegu::shipped().atlas.points() {
            let english = &point.names.meaning.en;
            says.insert(english.to_string(), sentence(english));
        }
        Box::leak(Box::new(Brought::new("qps", says)))
    }))
}

/// One sentence; what stands in braces stays.
pub fn sentence(english: &str) -> String {
    let mut said = String::new();
    let mut letters = 0_usize;
    let mut depth = 0;
    for c in english.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        let changed = match c {
            _ if depth > 0 => c,
            'a' => 'á',
            'e' => 'é',
            'i' => 'í',
            'o' => 'ó',
            'u' => 'ú',
            'n' => 'ñ',
            's' => 'š',
            't' => 'ţ',
            'r' => 'ŕ',
            'l' => 'ĺ',
            c => c,
        };
        letters += usize::from(depth == 0 && c.is_alphabetic());
        said.push(changed);
    }
    said + &"x".repeat(letters.div_ceil(3))
}

/// The interface's file, sentence by sentence.
fn interface(english: &str) -> String {
    let mut out = String::new();
    for line in english.lines() {
        let (key, text) = match line.split_once(" = ") {
            Some((key, text)) if !line.starts_with(['#', ' ']) => (format!("{key} = "), text),
            _ if line.trim_start().starts_with(['[', '*']) => match line.split_once("] ") {
                Some((selector, text)) => (format!("{selector}] "), text),
                None => (String::new(), line),
            },
            _ => (String::new(), line),
        };
        let kept = key.is_empty()
            || ["decimal-mark = ", "hour-mark = "].contains(&key.as_str())
            || text.trim_end().ends_with("->");
        out.push_str(&key);
        out.push_str(&if kept { text.to_owned() } else { sentence(text) });
        out.push('\n');
    }
    out
}
