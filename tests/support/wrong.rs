//! Texts with something wrong in them, made from right ones: a line gone, doubled, moved or cut, a number that is
//! none, a sign where none belongs. Cheap to make, so that a million are made in a minute.

use super::dice::Dice;
use super::nasty::NASTY;

/// A right text, ready to be made wrong.
#[derive(Debug)]
pub struct Right {
    lines: Vec<&'static str>,
    /// The lines with which something begins that can stand alone.
    entries: Vec<usize>,
    /// How many lines at its beginning say how the rest is to be read.
    head: usize,
}

/// A text of more lines is met in parts, mostly, so that many parts are met.
const LONG: usize = 60;

impl Right {
    /// A text of which every part can stand alone.
    pub fn of(text: &'static str) -> Right {
        Right::headed(text, 0)
    }

    /// A text whose first lines belong to every part of it.
    pub fn headed(text: &'static str, head: usize) -> Right {
        let lines: Vec<&'static str> = text.lines().collect();
        let tables = text.contains("\n[");
        let begins = |line: &str| match tables {
            true => line.starts_with('['),
            false => line.starts_with(|c: char| !c.is_whitespace()),
        };
        let entries = lines.iter().enumerate().skip(head);
        let entries = entries.filter(|(at, line)| *at == head || begins(line));
        let entries = entries.map(|(at, _)| at).collect();
        Right { lines, entries, head }
    }

    /// The whole of a short text. Of a long one a few entries, or lines from anywhere; now and then all of it.
    fn part(&self, dice: &mut Dice) -> Vec<String> {
        let all = self.lines.len();
        let (from, to) = if all <= LONG || dice.once_in(2) {
            (self.head, all)
        } else if dice.once_in(800) {
            let from = *dice.pick(&self.entries);
            let many = dice.within(1, 40) as usize;
            let next = self.entries.partition_point(|at| *at < from + many);
            (from, self.entries.get(next).copied().unwrap_or(all))
        } else {
            let from = dice.below(all as u64) as usize;
            (from, (from + dice.within(1, LONG as i64) as usize).min(all))
        };
        let head = if dice.once_in(980) { self.head } else { 0 };
        let kept = self.lines[..head].iter().chain(&self.lines[from..to]);
        kept.map(|line| (*line).to_owned()).collect()
    }
}

/// A text with something wrong in it, made from one of these.
pub fn wrong(rights: &[Right], seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let mut lines = dice.pick(rights).part(&mut dice);
    for _ in 0..dice.within(1, 4) {
        once_wrong(&mut lines, &mut dice);
    }
    match dice.below(12) {
        0 => lines.join("\r\n"),
        1 => format!("\u{feff}{}", lines.join("\n")),
        2 => {
            let text = lines.join("\n");
            let end = dice.below(text.len() as u64 + 1) as usize;
            let end = (0..=end).rev().find(|at| text.is_char_boundary(*at));
            text[..end.unwrap_or(0)].to_owned()
        }
        _ => lines.join("\n"),
    }
}

/// Words somebody types who means one of these names: a few of them, with slips of the finger.
pub fn wrong_words(names: &[String], seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let many = [1, 1, 1, 1, 2, 2, 3, 12][dice.below(8) as usize];
    let words: Vec<&str> = (0..many).map(|_| dice.pick(names).as_str()).collect();
    let mut lines = vec![words.join(" ")];
    for _ in 0..dice.within(0, 2) {
        once_wrong(&mut lines, &mut dice);
    }
    lines.join("\n")
}

fn once_wrong(lines: &mut Vec<String>, dice: &mut Dice) {
    if lines.is_empty() {
        lines.push((*dice.pick(NASTY)).to_owned());
        return;
    }
    let at = dice.below(lines.len() as u64) as usize;
    let other = dice.below(lines.len() as u64) as usize;
    match dice.below(14) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[other].clone()),
        2 => lines.swap(at, other),
        3 | 4 => lines[at] = number_changed(&lines[at], dice),
        5 => lines[at] = cut(&lines[at], dice),
        6 => {
            let nasty = *dice.pick(NASTY);
            put(&mut lines[at], nasty, dice.below(1_000));
        }
        7 => {
            const SIGNS: [&str; 16] = [
                "\"", "'", "[", "]", "{", "}", "=", ",", "#", "\\", "\"\"\"", ".", ":", "\t", "\r", "-",
            ];
            let sign = *dice.pick(&SIGNS);
            put(&mut lines[at], sign, dice.below(1_000));
        }
        8 => lines[at] = lines[at].replace('"', ""),
        9 => lines[at] = word_changed(&lines[at], dice),
        10 => {
            // Long now and then, and very long rarely.
            let long = [30, 300, 3_000][[0, 0, 0, 0, 0, 0, 1, 1, 1, 2][dice.below(10) as usize]];
            put(&mut lines[at], &"x".repeat(dice.within(1, long) as usize), 500);
        }
        11 => {
            let most = if dice.once_in(100) { 400 } else { 12 };
            let deep = dice.within(1, most) as usize;
            const PAIRS: [(&str, &str); 4] = [("[", "]"), ("{a=", "}"), ("{\"a\":", "}"), ("{ ", " }")];
            let (open, close) = *dice.pick(&PAIRS);
            let inside = std::mem::take(&mut lines[at]);
            lines[at] = format!("a = {}{inside}{}", open.repeat(deep), close.repeat(deep));
        }
        12 => {
            // What one line is set to, another is.
            if let (Some((key, _)), Some((_, value))) =
                (lines[at].split_once('='), lines[other].split_once('='))
            {
                lines[at] = format!("{key}={value}");
            }
        }
        _ => lines[at] = format!("{}{}", lines[at], lines[other]),
    }
}

fn put(line: &mut String, what: &str, permille: u64) {
    let at = line.chars().count() * permille as usize / 1_000;
    let at = line.char_indices().nth(at).map_or(line.len(), |(at, _)| at);
    line.insert_str(at, what);
}

fn cut(line: &str, dice: &mut Dice) -> String {
    let keep = dice.below(line.chars().count() as u64 + 1) as usize;
    line.chars().take(keep).collect()
}

fn number_changed(line: &str, dice: &mut Dice) -> String {
    const NUMBERS: [&str; 22] = [
        "0",
        "-1",
        "1e308",
        "-1e308",
        "1e-320",
        "nan",
        "-nan",
        "inf",
        "-inf",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551616",
        "65536",
        "256",
        "0x7f",
        "1_000",
        "1,5",
        "-0.0",
        "00",
        "2147483648",
        "0.1",
        "1000000000000",
    ];
    let number = *dice.pick(&NUMBERS);
    let digits: Vec<usize> = line
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    if digits.is_empty() {
        return format!("{line} {number}");
    }
    let at = *dice.pick(&digits);
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let start = line[..at].rfind(|c| !is_part(c)).map_or(0, |before| {
        before + line[before..].chars().next().map_or(1, char::len_utf8)
    });
    let end = line[at..]
        .find(|c| !is_part(c))
        .map_or(line.len(), |after| at + after);
    format!("{}{number}{}", &line[..start], &line[end..])
}

fn word_changed(line: &str, dice: &mut Dice) -> String {
    let words: Vec<&str> = line.split_inclusive(' ').collect();
    if words.is_empty() {
        return "=".to_owned();
    }
    let at = dice.below(words.len() as u64) as usize;
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    words[at] = match dice.below(3) {
        0 => String::new(),
        1 => words[at].to_uppercase(),
        _ => words[at].chars().rev().collect(),
    };
    words.concat()
}
