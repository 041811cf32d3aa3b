//! `hegu journal edit`: a day as text, in the person's own editor. Checked when it is saved; a mistake opens
//! the same text again with what is wrong above it, so that nothing typed is lost.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveTime, TimeZone};
use clap::Args;
use serde::Deserialize;
use tempfile::NamedTempFile;
use toml::Spanned;

use super::{CliError, Home, agrees, open};
use crate::domain::checkin::{Answers, CheckIn, CheckInId, Felt, Mood, Phase, Scale, Score};
use crate::domain::day::DayStart;
use crate::domain::journal::{NewCheckIn, Trouble};
use crate::platform::journal::Journal;
use crate::platform::journal::backup::EDITED;
use crate::t;
use crate::ui::evening;
use crate::ui::look::Look;

/// Which day.
#[derive(Clone, Debug, Args)]
pub struct EditArgs {
    /// The day, as 2026-11-22. Otherwise today.
    pub day: Option<NaiveDate>,
}

/// One check-in as it stands in the text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    number: Option<Spanned<i64>>,
    time: Option<Spanned<String>>,
    mood: Option<Spanned<i64>>,
    tension: Option<Spanned<i64>>,
    stress: Option<Spanned<i64>>,
    tiredness: Option<Spanned<i64>>,
    pain: Option<Spanned<i64>>,
    sleep: Option<Spanned<i64>>,
    #[serde(default, rename = "where")]
    felt: Vec<Spanned<String>>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Day {
    #[serde(default, rename = "check-in")]
    check_in: Vec<Spanned<Block>>,
}

/// What is wrong, and on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mistake {
    line: usize,
    what: String,
}

/// A check-in as it was read back: which one it is, when, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edited {
    id: Option<CheckInId>,
    time: Option<NaiveTime>,
    answers: Answers,
}

/// Opens a day, and writes what was changed.
pub fn edit(args: &EditArgs, home: &Home) -> Result<(), CliError> {
    let look = Look::new(&home.known);
    let day = args.day.unwrap_or_else(|| home.known.today_is());
    let mut journal = open(home)?;
    let trouble = |trouble| CliError::trouble(&look, &trouble);
    // Said before anything is typed.
    if let Some(why) = journal.only_read() {
        return Err(CliError::trouble(&look, why));
    }
    let before = journal.check_ins(day..=day).map_err(trouble)?;
    let file = tempfile::Builder::new()
        .prefix(&format!("{EDITED}{day}-"))
        .suffix(".toml")
        // Beside the journal: it is as personal, and goes with it when everything goes.
        .tempfile_in(home.keeper.path().parent().unwrap_or(Path::new(".")))
        .map_err(|error| CliError::file(&look, Path::new("hegu.toml"), &error))?;
    let path = file.path().to_owned();
    let mut text = text_of(&look, day, &before);
    let edited = loop {
        let on_file = |error| CliError::file(&look, &path, &error);
        std::fs::write(&path, &text).map_err(on_file)?;
        run_editor(&look, &path)?;
        let saved = std::fs::read_to_string(&path).map_err(on_file)?;
        match read(&look, &saved, &before) {
            Ok(edited) => break edited,
            Err(mistakes) => {
                let marked = with_mistakes(&look, &saved, &mistakes);
                let said: Vec<String> = mistakes
                    .iter()
                    .map(|mistake| mistake_line(&look, mistake))
                    .collect();
                let ask = format!("{}\n{}", said.join("\n"), t!(look, "data-edit-again"));
                if !agrees(&look, &ask) {
                    std::fs::write(&path, marked).map_err(on_file)?;
                    return Err(kept(file, said.join("\n"), &look, |path| {
                        t!(look, "data-edit-kept", path = path)
                    }));
                }
                text = marked;
            }
        }
    };
    match write(&mut journal, day, &before, &edited, home) {
        Ok(changed) => crate::cli::print(&(t!(look, "data-edited", count = changed) + "\n")),
        Err(trouble) => {
            let message = CliError::trouble(&look, &trouble).message;
            Err(kept(file, message, &look, |path| {
                t!(look, "data-edit-not-written", path = path)
            }))
        }
    }
}

/// What was typed stays where it is, and the person is told where and why.
fn kept(file: NamedTempFile, message: String, look: &Look, hint: impl FnOnce(String) -> String) -> CliError {
    match file.keep() {
        Ok((_, path)) => CliError {
            message,
            hint: hint(path.display().to_string()),
            code: 1,
        },
        Err(error) => CliError::file(look, error.file.path(), &error.error),
    }
}

/// Writes what is not as it was; says how many check-ins that are.
fn write(
    journal: &mut Journal,
    day: NaiveDate,
    before: &[CheckIn],
    edited: &[Edited],
    home: &Home,
) -> Result<i32, Trouble> {
    let now = home.known.moment();
    let mut changed = 0;
    for entry in edited {
        match entry.id {
            Some(id) => {
                let known = before.iter().find(|known| known.id == id);
                if let Some(known) = known.filter(|known| known.answers != entry.answers) {
                    journal.amend(id, &known.with(entry.answers.clone()), now)?;
                    changed += 1;
                }
            }
            None => {
                let at = moment(day, entry.time, home.known.day_start(), now);
                let new = NewCheckIn {
                    day,
                    at,
                    phase: Phase::Before,
                    of: None,
                    practice: None,
                    answers: entry.answers.clone(),
                };
                journal.append_check_in(&new)?;
                changed += 1;
            }
        }
    }
    let left: BTreeSet<CheckInId> = edited.iter().filter_map(|entry| entry.id).collect();
    for gone in before.iter().filter(|entry| !left.contains(&entry.id)) {
        journal.remove_check_in(gone.id, now)?;
        changed += 1;
    }
    Ok(changed)
}

/// `$VISUAL`, `$EDITOR`, else vi; started directly, so that no name of a file can say anything to a shell.
fn run_editor(look: &Look, path: &Path) -> Result<(), CliError> {
    let named = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty())
        .unwrap_or_else(|| OsString::from("vi"));
    // `code --wait`: words after the program are its arguments.
    let words = named.to_string_lossy().into_owned();
    let mut words = words.split_whitespace();
    let program = words.next().unwrap_or("vi").to_owned();
    let ended = Command::new(&program).args(words).arg(path).status();
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(CliError::said(t!(look, "data-edit-left", program = program))),
        Err(error) => Err(CliError::new(
            t!(
                look,
                "data-no-editor",
                program = program,
                what = error.to_string()
            ),
            t!(look, "data-no-editor-hint"),
        )),
    }
}

/// When a check-in that was typed in belongs: at the time that was typed, after midnight if that is where the
/// person's day still is.
fn moment(
    day: NaiveDate,
    time: Option<NaiveTime>,
    start: DayStart,
    now: DateTime<FixedOffset>,
) -> DateTime<FixedOffset> {
    let time = time.unwrap_or_else(|| NaiveTime::from_hms_opt(21, 0, 0).expect("nine in the evening"));
    let night = time < NaiveTime::from_hms_opt(u32::from(start.hour()), 0, 0).expect("an hour");
    let date = if night { day.succ_opt().unwrap_or(day) } else { day };
    let wall = date.and_time(time);
    Local
        .from_local_datetime(&wall)
        .earliest()
        .map_or_else(|| now.offset().from_utc_datetime(&wall), |at| at.fixed_offset())
}

/// A text of TOML's own kind of string: one line in quotes, several in three.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// The day as text.
fn text_of(look: &Look, day: NaiveDate, entries: &[CheckIn]) -> String {
    let mut text = String::new();
    for line in t!(look, "data-edit-head", day = day.to_string()).lines() {
        text.push_str(&format!("# {line}\n"));
    }
    for entry in entries {
        let answers = &entry.answers;
        text.push_str(&format!(
            "\n[[check-in]]\nnumber = {}  # {}\ntime = \"{}\"\n",
            entry.id.0,
            evening_phase(look, entry.phase),
            entry.at.format("%H:%M")
        ));
        if let Some(mood) = answers.mood {
            text.push_str(&format!(
                "mood = {}  # {}\n",
                mood.step(),
                evening::mood(look, mood)
            ));
        }
        for scale in Scale::ALL {
            if let Some(score) = answers.score(scale) {
                text.push_str(&format!("{} = {}\n", scale.id(), score.value()));
            }
        }
        if !answers.felt.is_empty() {
            let felt: Vec<String> = answers
                .felt
                .iter()
                .map(|feeling| match feeling.much {
                    None => quoted(&feeling.felt.id()),
                    Some(much) => quoted(&format!("{} {}", feeling.felt.id(), much.value())),
                })
                .collect();
            text.push_str(&format!("where = [{}]\n", felt.join(", ")));
        }
        if !answers.tags.is_empty() {
            let tags: Vec<String> = answers.tags.iter().map(|tag| quoted(tag)).collect();
            text.push_str(&format!("tags = [{}]\n", tags.join(", ")));
        }
        if !answers.note.is_empty() {
            text.push_str(&format!("note = {}\n", quoted(&answers.note)));
        }
    }
    text
}

fn evening_phase(look: &Look, phase: Phase) -> String {
    match phase {
        Phase::Before => t!(look, "journal-check-in"),
        Phase::After => t!(look, "journal-after"),
        Phase::Later => t!(look, "journal-later"),
    }
}

/// The text back as check-ins, or every mistake with its line.
fn read(look: &Look, text: &str, before: &[CheckIn]) -> Result<Vec<Edited>, Vec<Mistake>> {
    let line = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
    let day: Day = toml::from_str(text).map_err(|error| {
        vec![Mistake {
            line: error.span().map_or(1, |span| line(span.start)),
            what: error.message().to_owned(),
        }]
    })?;
    let mut mistakes = Vec::new();
    let mut seen = BTreeSet::new();
    let mut edited = Vec::new();
    for block in day.check_in {
        let mut wrong = |at: usize, what: String| mistakes.push(Mistake { line: line(at), what });
        let block = block.into_inner();
        let mut answers = Answers {
            tags: block.tags,
            note: block.note,
            ..Answers::default()
        };
        let id = block.number.and_then(|number| {
            let id = CheckInId(*number.get_ref());
            let known = before.iter().any(|entry| entry.id == id);
            if !known || !seen.insert(id) {
                let value = id.0.to_string();
                wrong(number.span().start, t!(look, "data-edit-number", value = value));
            }
            known.then_some(id)
        });
        let time = block.time.and_then(|time| {
            let read = ["%H:%M", "%H.%M"]
                .into_iter()
                .find_map(|shape| NaiveTime::parse_from_str(time.get_ref(), shape).ok());
            if read.is_none() {
                wrong(
                    time.span().start,
                    t!(look, "data-edit-time", value = time.get_ref().as_str()),
                );
            }
            read
        });
        if let Some(mood) = block.mood {
            let step = u8::try_from(*mood.get_ref()).ok();
            answers.mood = step.and_then(Mood::from_step);
            if answers.mood.is_none() {
                wrong(mood.span().start, t!(look, "checkin-plain-mood"));
            }
        }
        let scales = [
            (Scale::Tension, block.tension),
            (Scale::Stress, block.stress),
            (Scale::Tiredness, block.tiredness),
            (Scale::Pain, block.pain),
            (Scale::Sleep, block.sleep),
        ];
        for (scale, score) in scales {
            if let Some(score) = score {
                let value = u8::try_from(*score.get_ref()).ok().and_then(Score::new);
                answers.set_score(scale, value);
                if value.is_none() {
                    wrong(score.span().start, t!(look, "checkin-plain-score"));
                }
            }
        }
        for felt in block.felt {
            let (place, much) = match felt.get_ref().trim().rsplit_once(' ') {
                Some((place, much)) => (place.trim(), Some(much)),
                None => (felt.get_ref().trim(), None),
            };
            let score = much.map(|much| much.parse().ok().and_then(Score::new));
            match (Felt::from_id(place), score) {
                (Some(_), Some(None)) => wrong(felt.span().start, t!(look, "checkin-plain-score")),
                (Some(place), score) => answers.rate(place, score.flatten()),
                (None, _) => wrong(
                    felt.span().start,
                    t!(look, "checkin-plain-no-place", name = place),
                ),
            }
        }
        edited.push(Edited { id, time, answers });
    }
    if mistakes.is_empty() {
        Ok(edited)
    } else {
        Err(mistakes)
    }
}

fn mistake_line(look: &Look, mistake: &Mistake) -> String {
    t!(
        look,
        "data-edit-mistake",
        line = mistake.line,
        what = mistake.what.as_str()
    )
}

/// How a line of a mistake begins, so that it is gone the next time.
const MARK: &str = "#! ";

/// The text with its mistakes above it.
fn with_mistakes(look: &Look, text: &str, mistakes: &[Mistake]) -> String {
    let old = text.lines().filter(|line| line.starts_with(MARK)).count();
    let clean: Vec<&str> = text.lines().filter(|line| !line.starts_with(MARK)).collect();
    // The lines move: by the marks that go, and by those that come.
    let said: Vec<String> = mistakes
        .iter()
        .flat_map(|mistake| {
            let moved = Mistake {
                line: mistake.line + mistakes.len() - old.min(mistake.line),
                what: mistake.what.clone(),
            };
            mistake_line(look, &moved)
                .lines()
                .map(|line| format!("{MARK}{line}"))
                .take(1)
                .collect::<Vec<_>>()
        })
        .collect();
    format!("{}\n{}\n", said.join("\n"), clean.join("\n"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn known() -> crate::app::Known {
        crate::app::Known::at("2026-11-22T21:40:00+01:00")
    }

    fn entry() -> CheckIn {
        let mut answers = Answers {
            mood: Mood::from_step(3),
            tags: vec!["a \"quoted\" tag".into()],
            note: "Two lines:\n'''the \\ walk\"\"\" home\u{1b}[2J".into(),
            ..Answers::default()
        };
        answers.set_score(Scale::Sleep, Score::new(7));
        answers.rate(Felt::from_id("neck").expect("a place"), Score::new(6));
        answers.rate(Felt::from_id("shoulder-left").expect("a place"), None);
        CheckIn {
            id: CheckInId(7),
            day: "2026-11-22".parse().expect("a day"),
            at: DateTime::parse_from_rfc3339("2026-11-22T21:40:00+01:00").expect("a moment"),
            phase: Phase::Before,
            of: None,
            practice: None,
            answers,
        }
    }

    #[test]
    fn a_day_that_was_only_looked_at_is_the_same() {
        let known = known();
        let look = Look::new(&known);
        let entry = entry();
        let text = text_of(&look, entry.day, std::slice::from_ref(&entry));
        let read = read(&look, &text, std::slice::from_ref(&entry)).expect("no mistake");
        assert_eq!(read[0].answers, entry.answers, "{text}");
        assert_eq!(read[0].id, Some(entry.id));
    }

    #[test]
    fn every_mistake_is_named_with_its_line_and_the_text_comes_back_whole() {
        let known = known();
        let look = Look::new(&known);
        let entry = entry();
        let text = "# a day\n[[check-in]]\nnumber = 9\nmood = 6\ntension = 11\nwhere = [\"soul 3\", \"neck 12\"]\ntime = \"half nine\"\n";
        let mistakes = read(&look, text, std::slice::from_ref(&entry)).expect_err("mistakes");
        let lines: Vec<usize> = mistakes.iter().map(|mistake| mistake.line).collect();
        assert_eq!(lines, [3, 7, 4, 5, 6, 6]);
        let marked = with_mistakes(&look, text, &mistakes);
        assert!(marked.ends_with(text));
        assert!(marked.contains("#! Line 9"), "{marked}");
        // Marked again, the marks do not pile up.
        let again = read(&look, &marked, std::slice::from_ref(&entry)).expect_err("mistakes");
        assert_eq!(with_mistakes(&look, &marked, &again), marked);
        let broken = read(&look, "[[check-in]]\nmood = \n", &[]).expect_err("a mistake");
        assert_eq!(broken[0].line, 2);
    }

    /// Signs such a text is made of, and some that have no business there.
    const SIGNS: &str = "[\\[\\]{}=\"'#,.:;a-zæøå0-9 \\\\\u{1b}\u{202e}\u{0}\r\t-]{0,40}";

    /// Any answers somebody may have given.
    fn any_answers() -> impl Strategy<Value = Answers> {
        let places = Felt::all();
        let score = || proptest::option::of(0..=10_u8);
        (
            proptest::option::of(1..=5_u8),
            [score(), score(), score(), score(), score()],
            proptest::collection::vec((0..places.len(), score()), 0..4),
            proptest::collection::vec(prop_oneof![any::<String>(), SIGNS], 0..3),
            prop_oneof![any::<String>(), "[\"'\\\\\n\r #a-c\\[\\]=]{0,30}"],
        )
            .prop_map(move |(mood, scores, felt, tags, note)| {
                let mut answers = Answers {
                    mood: mood.and_then(Mood::from_step),
                    tags,
                    note,
                    ..Answers::default()
                };
                for (scale, score) in Scale::ALL.into_iter().zip(scores) {
                    answers.set_score(scale, score.and_then(Score::new));
                }
                for (place, much) in felt {
                    answers.rate(places[place], much.and_then(Score::new));
                }
                answers
            })
    }

    fn day_of(all: Vec<Answers>) -> Vec<CheckIn> {
        let numbered = all.into_iter().zip(1..);
        numbered
            .map(|(answers, number)| CheckIn {
                id: CheckInId(number),
                answers,
                ..entry()
            })
            .collect()
    }

    proptest! {
        /// Whatever somebody leaves in the editor: it is the day, or every mistake is named with a line of this
        /// text, and the text comes back with nothing taken from it.
        #[test]
        fn any_text_is_a_day_or_is_told_where_not(
            day in proptest::collection::vec(any_answers(), 0..4),
            torn in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), SIGNS), 1..4),
            alone in proptest::option::weighted(0.2, any::<String>()),
        ) {
            let known = known();
            let look = Look::new(&known);
            let before = day_of(day);
            let mut text = text_of(&look, entry().day, &before);
            for (from, to, signs) in torn {
                // A piece of it is written over.
                let letters: Vec<char> = text.chars().collect();
                let (from, to) = (from.index(letters.len() + 1), to.index(letters.len() + 1));
                let (from, to) = (from.min(to), to.max(from).min(from.min(to) + 12));
                text = letters[..from].iter().chain(signs.chars().collect::<Vec<_>>().iter()).chain(&letters[to..]).collect();
            }
            let text = alone.unwrap_or(text);
            match read(&look, &text, &before) {
                Ok(edited) => {
                    let ids: Vec<CheckInId> = edited.iter().filter_map(|entry| entry.id).collect();
                    let unique: BTreeSet<CheckInId> = ids.iter().copied().collect();
                    prop_assert_eq!(ids.len(), unique.len());
                    prop_assert!(unique.iter().all(|id| before.iter().any(|entry| entry.id == *id)));
                }
                Err(mistakes) => {
                    prop_assert!(!mistakes.is_empty());
                    let lines = text.matches('\n').count() + 1;
                    for mistake in &mistakes {
                        prop_assert!((1..=lines).contains(&mistake.line), "line {} of {lines}", mistake.line);
                        prop_assert!(!mistake.what.trim().is_empty());
                    }
                    let marked = with_mistakes(&look, &text, &mistakes);
                    // A carriage return before the end of a line belongs to the end.
                    let own = |text: &str| -> Vec<String> {
                        let lines = text.lines().filter(|line| !line.starts_with(MARK));
                        lines.map(|line| line.trim_end_matches('\r').to_owned()).collect()
                    };
                    prop_assert_eq!(own(&marked), own(&text));
                }
            }
        }

        /// What was not changed stays, to the last sign, whatever was done to the check-in beside it.
        #[test]
        fn what_was_not_changed_stays(
            day in proptest::collection::vec(any_answers(), 2..5),
            which in any::<prop::sample::Index>(),
            lines in proptest::collection::vec(prop_oneof![
                2 => "(mood|tension|stress|tiredness|pain|sleep|number) = -?[0-9]{1,3}",
                1 => "(note|time|where|tags) = (\"[a-z0-9:]{0,6}\"|\\[\"neck( [0-9]{1,2})?\"\\])",
                1 => SIGNS.prop_filter("no string over several lines", |line| {
                    !line.contains("\"\"\"") && !line.contains("\'\'\'")
                }),
            ], 0..4),
        ) {
            let known = known();
            let look = Look::new(&known);
            let before = day_of(day);
            let which = which.index(before.len());
            let block = |entry: &CheckIn| text_of(&look, entry.day, std::slice::from_ref(entry));
            let text: String = before
                .iter()
                .enumerate()
                .map(|(at, entry)| match at == which {
                    true => format!("\n[[check-in]]\n{}\n", lines.join("\n")),
                    false => block(entry),
                })
                .collect();
            if let Ok(edited) = read(&look, &text, &before) {
                for (at, entry) in before.iter().enumerate().filter(|(at, _)| *at != which) {
                    let same: Vec<&Edited> =
                        edited.iter().filter(|edited| edited.id == Some(entry.id)).collect();
                    prop_assert_eq!(same.len(), 1, "check-in {} of {:?}", at, edited);
                    prop_assert_eq!(&same[0].answers, &entry.answers);
                }
            }
        }
    }
}
