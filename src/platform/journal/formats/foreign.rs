//! Tables of other programs: Daylio's export, and any CSV whose columns somebody has named.

use std::io::Read;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use sha2::{Digest, Sha256};

use super::{Bad, BadLine, NotRead};
use crate::domain::checkin::{Answers, Felt, Mood, Phase, Scale, Score};
use crate::domain::day::DayStart;
use crate::platform::journal::entry::{Entry, Uid, WrittenCheckIn, Wrong};

/// What a foreign table does not say by itself.
pub struct Here<'a> {
    /// A time of the clock on the wall as a moment.
    pub zone: &'a dyn Fn(NaiveDateTime) -> DateTime<FixedOffset>,
    /// When the person's day begins.
    pub day_start: DayStart,
}

/// Which column of a table says what: `note=Comments`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it says.
    pub field: Field,
    /// Its name in the first row.
    pub name: String,
}

/// What a column can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day.
    Day,
    /// The time of the day; without one it is nine in the evening.
    Time,
    /// Mood, 1 to 5 with 5 the best.
    Mood,
    /// 0 to 10.
    Scale(Scale),
    /// A place or complaint, 0 to 10.
    Felt(Felt),
    /// Words divided by commas, semicolons or bars.
    Tags,
    /// Anything.
    Note,
}

impl Field {
    /// The field a word names: `day`, `tension`, `neck`.
    pub fn from_id(id: &str) -> Option<Field> {
        Some(match id {
            "day" => Field::Day,
            "time" => Field::Time,
            "mood" => Field::Mood,
            "tags" => Field::Tags,
            "note" => Field::Note,
            id => match Scale::from_id(id) {
                Some(scale) => Field::Scale(scale),
                None => Field::Felt(Felt::from_id(id)?),
            },
        })
    }
}

/// How days are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// 2026-11-22.
    #[default]
    Iso,
    /// 22-11-2026, 22.11.2026, 22/11/2026.
    DayFirst,
    /// 11/22/2026.
    MonthFirst,
}

impl Dates {
    /// The order a word names.
    pub fn from_id(id: &str) -> Option<Dates> {
        Some(match id {
            "ymd" => Dates::Iso,
            "dmy" => Dates::DayFirst,
            "mdy" => Dates::MonthFirst,
            _ => return None,
        })
    }

    fn read(self, text: &str) -> Option<NaiveDate> {
        let numbers: Vec<u32> = text
            .trim()
            .split(['-', '.', '/'])
            .map(|part| part.trim().parse().ok())
            .collect::<Option<_>>()?;
        let [a, b, c] = numbers[..] else { return None };
        let (year, month, day) = match self {
            Dates::Iso => (a, b, c),
            Dates::DayFirst => (c, b, a),
            Dates::MonthFirst => (c, a, b),
        };
        (1000..10_000)
            .contains(&year)
            .then(|| NaiveDate::from_ymd_opt(year.cast_signed(), month, day))
            .flatten()
    }
}

fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().replace(['\u{202f}', '\u{a0}'], " ").to_uppercase();
    ["%H:%M", "%H.%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p"]
        .into_iter()
        .find_map(|shape| NaiveTime::parse_from_str(&text, shape).ok())
}

/// A name made from what the row says, so that the same row is the same entry when it is brought again.
fn name(row: &::csv::StringRecord) -> Uid {
    let mut hash = Sha256::new();
    for cell in row {
        hash.update((cell.len() as u64).to_be_bytes());
        hash.update(cell);
    }
    let digest = hash.finalize();
    let first: [u8; 16] = digest[..16].try_into().expect("a digest has 32 bytes");
    Uid::from_number(u128::from_be_bytes(first))
}

fn wrong(field: &'static str, value: &str) -> Bad {
    Bad::Field(Wrong {
        field,
        value: value.to_owned(),
    })
}

/// Daylio's own five moods. Names a person has made up say nothing to anybody else, so such a row keeps its
/// name as a tag and has no mood.
fn daylio_mood(word: &str) -> Option<Mood> {
    let step = match word.trim().to_lowercase().as_str() {
        "rad" | "fantastisk" | "super" => 5,
        "good" | "god" | "godt" => 4,
        "meh" | "okay" | "ok" => 3,
        "bad" | "dårlig" | "dårligt" => 2,
        "awful" | "forfærdelig" | "forfærdeligt" => 1,
        _ => return None,
    };
    Mood::from_step(step)
}

/// The rows of Daylio's export as check-ins.
pub fn daylio(input: impl Read, here: &Here<'_>) -> Result<Vec<Entry>, NotRead> {
    let column = |field, name: &str| Column {
        field,
        name: name.to_owned(),
    };
    let columns = [
        column(Field::Day, "full_date"),
        column(Field::Time, "time"),
        column(Field::Tags, "activities"),
        column(Field::Note, "note"),
    ];
    let extra = |cell: &dyn Fn(&str) -> String, answers: &mut Answers| {
        let word = cell("mood");
        match daylio_mood(&word) {
            Some(mood) => answers.mood = Some(mood),
            None if word.is_empty() => {}
            None => answers.tags.push(word),
        }
        let title = cell("note_title");
        answers.note = match (title.is_empty(), answers.note.is_empty()) {
            (true, _) => std::mem::take(&mut answers.note).replace("<br>", "\n"),
            (false, true) => title,
            (false, false) => format!("{title}\n{}", answers.note.replace("<br>", "\n")),
        };
    };
    rows(input, b',', &columns, Dates::Iso, here, &extra)
}

/// The rows of any table as check-ins.
pub fn table(
    input: impl Read,
    delimiter: u8,
    columns: &[Column],
    dates: Dates,
    here: &Here<'_>,
) -> Result<Vec<Entry>, NotRead> {
    rows(input, delimiter, columns, dates, here, &|_, _| {})
}

type Extra<'a> = &'a dyn Fn(&dyn Fn(&str) -> String, &mut Answers);

fn rows(
    input: impl Read,
    delimiter: u8,
    columns: &[Column],
    dates: Dates,
    here: &Here<'_>,
    extra: Extra<'_>,
) -> Result<Vec<Entry>, NotRead> {
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(input);
    let syntax = |error: ::csv::Error| BadLine {
        line: error.position().map_or(1, ::csv::Position::line),
        what: Bad::Syntax(error.to_string()),
    };
    let header = reader.headers().map_err(syntax)?.clone();
    let place = |name: &str| {
        header.iter().position(|cell| {
            cell.trim()
                .trim_start_matches('\u{feff}')
                .eq_ignore_ascii_case(name)
        })
    };
    for column in columns {
        if place(&column.name).is_none() {
            let what = Bad::NoColumn(column.name.clone());
            return Err(BadLine { line: 1, what }.into());
        }
    }
    let mut entries = Vec::new();
    for row in reader.records() {
        let row = row.map_err(syntax)?;
        let line = row.position().map_or(0, ::csv::Position::line);
        let cell = |name: &str| -> String {
            let cell = place(name).and_then(|place| row.get(place)).unwrap_or_default();
            cell.trim().to_owned()
        };
        let entry = one(&row, columns, dates, here, &cell, extra).map_err(|what| BadLine { line, what })?;
        entries.push(entry);
    }
    Ok(entries)
}

fn one(
    row: &::csv::StringRecord,
    columns: &[Column],
    dates: Dates,
    here: &Here<'_>,
    cell: &dyn Fn(&str) -> String,
    extra: Extra<'_>,
) -> Result<Entry, Bad> {
    let mut answers = Answers::default();
    let mut day = None;
    // Where no time is told it is the evening, which is when one looks back.
    let mut clock = NaiveTime::from_hms_opt(21, 0, 0).expect("nine in the evening");
    let mut is_timed = false;
    for column in columns {
        let text = cell(&column.name);
        if text.is_empty() && column.field != Field::Day {
            continue;
        }
        let score = |field: &'static str| {
            let value = text.replace(',', ".").parse::<f64>().ok();
            let whole = value.filter(|value| (0.0..=10.0).contains(value));
            whole
                .and_then(|value| Score::new(value.round() as u8))
                .ok_or_else(|| wrong(field, &text))
        };
        match column.field {
            Field::Day => day = Some(dates.read(&text).ok_or_else(|| wrong("day", &text))?),
            Field::Time => {
                clock = time(&text).ok_or_else(|| wrong("time", &text))?;
                is_timed = true;
            }
            Field::Mood => {
                let mood = text.parse().ok().and_then(Mood::from_step);
                answers.mood = Some(mood.ok_or_else(|| wrong("mood", &text))?);
            }
            Field::Scale(scale) => answers.set_score(scale, Some(score(scale.id())?)),
            Field::Felt(felt) => answers.rate(felt, Some(score("felt")?)),
            Field::Tags => {
                let tags = text
                    .split([',', ';', '|'])
                    .map(str::trim)
                    .filter(|tag| !tag.is_empty());
                answers.tags.extend(tags.map(str::to_owned));
            }
            Field::Note => answers.note = text,
        }
    }
    extra(cell, &mut answers);
    let day = day.ok_or_else(|| Bad::NoColumn("day".to_owned()))?;
    let at = (here.zone)(day.and_time(clock));
    Ok(Entry::CheckIn(WrittenCheckIn {
        uid: name(row),
        day: if is_timed { here.day_start.day_of(at) } else { day },
        at,
        phase: Phase::Before,
        of: None,
        practice: None,
        answers,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> Here<'static> {
        Here {
            zone: &|wall| {
                let zone = FixedOffset::east_opt(3600).expect("an offset");
                wall.and_local_timezone(zone).single().expect("one moment")
            },
            day_start: DayStart::default(),
        }
    }

    fn check_ins(entries: Vec<Entry>) -> Vec<WrittenCheckIn> {
        entries
            .into_iter()
            .map(|entry| match entry {
                Entry::CheckIn(entry) => entry,
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn daylio_comes_with_moods_activities_and_notes() {
        let text = "full_date,date,weekday,time,mood,activities,note_title,note\n\
            2026-11-21,21. november,lørdag,21:40,good,\"gåtur | kaffe\",Bedre,\"Let dag<br>og suppe\"\n\
            2026-11-22,22. november,søndag,1:30 AM,rad,,\"\",\"\"\n\
            2026-11-22,22. november,søndag,22:00,Sommerfugl,,,\n";
        let found = check_ins(daylio(text.as_bytes(), &here()).expect("read"));
        assert_eq!(found[0].answers.mood, Some(Mood::Good));
        assert_eq!(found[0].answers.tags, ["gåtur", "kaffe"]);
        assert_eq!(found[0].answers.note, "Bedre\nLet dag\nog suppe");
        assert_eq!(found[0].at.to_rfc3339(), "2026-11-21T21:40:00+01:00");
        // Half past one at night belongs to the evening before.
        assert_eq!(found[1].day.to_string(), "2026-11-21");
        assert_eq!(
            (found[2].answers.mood, &found[2].answers.tags[..]),
            (None, &["Sommerfugl".to_owned()][..])
        );
        let again = check_ins(daylio(text.as_bytes(), &here()).expect("read"));
        assert_eq!(again, found);
    }

    #[test]
    fn a_table_is_read_by_the_names_of_its_columns() {
        let text = "\u{feff}Dato;Stress;Nakke;Bemærkning\n22.11.2026;3,6;7;Lang dag\n23.11.2026;;;\n";
        let columns: Vec<Column> = [
            ("day", "Dato"),
            ("stress", "stress"),
            ("neck", "Nakke"),
            ("note", "Bemærkning"),
        ]
        .into_iter()
        .map(|(field, name)| Column {
            field: Field::from_id(field).expect("a field"),
            name: name.to_owned(),
        })
        .collect();
        let read = |text: &str, dates| table(text.as_bytes(), b';', &columns, dates, &here());
        let found = check_ins(read(text, Dates::DayFirst).expect("read"));
        assert_eq!(found[0].answers.stress, Score::new(4));
        assert_eq!(
            found[0].answers.much(Felt::from_id("neck").expect("a place")),
            Score::new(7)
        );
        assert_eq!(found[0].at.to_rfc3339(), "2026-11-22T21:00:00+01:00");
        assert!(found[1].answers.is_empty());

        let bad = |text: &str, dates| match read(text, dates) {
            Err(NotRead::Line(bad)) => bad,
            other => panic!("{other:?}"),
        };
        assert_eq!(bad(text, Dates::Iso).line, 2);
        assert_eq!(
            bad("Dato;Nakke\n", Dates::DayFirst).what,
            Bad::NoColumn("stress".into())
        );
        assert_eq!(
            bad("Dato;Stress;Nakke;Bemærkning\n22.11.2026;11;;\n", Dates::DayFirst).what,
            wrong("stress", "11")
        );
        assert_eq!(
            bad("Dato;Stress;Nakke;Bemærkning\n31.02.2026;1;;\n", Dates::DayFirst).line,
            2
        );
    }
}
