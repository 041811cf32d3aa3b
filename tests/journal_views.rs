//! A made-up year in every view of the journal, and its figures against those of a statistics package.

mod support;

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate};
use hegu::app::journal::{Journal as Shown, Span, View};
use hegu::app::quantile::t975;
use hegu::app::{Action, Known, Model, Screen, Settings};
use hegu::domain::checkin::{Answers, CheckIn, CheckInId, Felt, Phase, PracticeId, Scale, Score};
use hegu::domain::insight::{self, Interval};
use hegu::domain::journal::{Pages, Trouble};
use hegu::domain::time::{Moment, Now};
use hegu::domain::words::Lang;
use hegu::platform::journal::Journal;
use hegu::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::{Value, json};
use support::year;

/// The seed of the year that is looked at.
const SEED: u64 = 7;

/// The year as the journal hands it out.
fn pages() -> Pages {
    let folder = tempfile::tempdir().expect("a folder");
    let mut journal = Journal::open(&folder.path().join("journal.sqlite3")).expect("open");
    let entries = year::year(SEED).into_iter().map(Ok::<_, Trouble>);
    journal.take_in(entries).expect("take in");
    let (first, last) = (
        year::first_day(),
        NaiveDate::from_ymd_opt(2028, 12, 31).expect("a date"),
    );
    Pages {
        check_ins: journal.check_ins(first..=last).expect("read"),
        practices: journal.practices(first..=last).expect("read"),
    }
}

fn known(lang: Lang, size: (u16, u16), pages: &Pages) -> Known {
    let settings = Settings {
        lang,
        theme: "calm-dark".to_owned(),
        ..Settings::default()
    };
    let wall = DateTime::parse_from_rfc3339("2028-12-31T21:40:00+01:00").expect("a moment");
    let now = Now {
        steady: Moment(0),
        wall,
    };
    let mut known = Model::new(hegu::shipped(), settings, now, size).known;
    known.diary.is_open = true;
    known.diary.pages = pages.clone();
    known
}

fn views(known: &Known) -> Vec<(&'static str, Shown)> {
    let day = NaiveDate::from_ymd_opt(2028, 11, 16).expect("a date");
    let at = |view: View| Shown::at(day, known).showing(view);
    let mut words = at(View::Year);
    words.act(Action::InWords, known);
    let mut mood = at(View::Year);
    mood.act(Action::Previous, known);
    mood.act(Action::Previous, known);
    let mut practices = at(View::Year);
    practices.act(Action::ShowPractices, known);
    let mut only = at(View::Month);
    only.act(Action::Narrow, known);
    let choosing = only.clone();
    only.act(Action::Down, known);
    only.act(Action::Open, known);
    vec![
        ("year", at(View::Year)),
        ("year-mood", mood),
        ("year-practices", practices),
        ("year-words", words),
        ("month", at(View::Month)),
        ("month-only", only),
        ("narrow", choosing),
        ("week", at(View::Week)),
        ("day", at(View::Day)),
        ("body", at(View::Body(Span::Year))),
        (
            "insight",
            at(View::Insight {
                measure: 0,
                routine: 0,
            }),
        ),
        (
            "insight-routine",
            at(View::Insight {
                measure: 0,
                routine: 1,
            }),
        ),
    ]
}

fn picture(shown: &Shown, known: &Known) -> String {
    let fresh = Model::new(known.content, known.settings.clone(), known.now, known.size);
    let model = Model {
        behind: vec![fresh.screen.clone()],
        known: known.clone(),
        screen: Screen::Journal(shown.clone()),
        ..fresh
    };
    let mut buf = Buffer::empty(Rect::new(0, 0, known.size.0, known.size.1));
    ui::draw(&model, &mut buf);
    support::text_of(&buf)
}

#[test]
fn a_year_lives_in_every_view() {
    let pages = pages();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("journal");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for lang in Lang::ALL {
            let small = views(&known(lang, (80, 24), &pages));
            for (at, (name, _)) in small.iter().enumerate() {
                let pictures: Vec<String> = [(40, 12), (80, 24), (120, 40), (200, 60)]
                    .into_iter()
                    .map(|size| {
                        let known = known(lang, size, &pages);
                        let (_, shown) = &views(&known)[at];
                        format!("{}x{}\n{}\n", size.0, size.1, picture(shown, &known))
                    })
                    .collect();
                insta::assert_snapshot!(format!("{name}.{}", lang.tag()), pictures.join("\n"));
            }
        }
    });
}

#[test]
fn a_plain_terminal_without_colours_gets_plain_signs() {
    let pages = pages();
    for size in [(40, 12), (80, 24), (120, 40)] {
        let mut known = known(Lang::En, size, &pages);
        known.settings.ascii = true;
        known.settings.colors = hegu::app::settings::Colors::None;
        for (name, shown) in views(&known) {
            let text = picture(&shown, &known);
            for c in text.chars() {
                assert!(
                    c.is_ascii() || c.is_alphabetic(),
                    "{name} {size:?}: {c:?}\n{text}"
                );
            }
        }
    }
}

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/insight_year.json")
}

/// What the other package was given: the ratings of the year, entry by entry.
fn inputs(check_ins: &[CheckIn]) -> Value {
    let entries = check_ins.iter().map(|entry| {
        let numbers = entry.answers.numbers();
        let numbers: serde_json::Map<_, _> = numbers
            .map(|(measure, score)| (measure.id(), score.value().into()))
            .collect();
        json!([
            entry.id.0,
            entry.phase.id(),
            entry.of.map(|id| id.0),
            entry.practice.map(|id| id.0),
            numbers
        ])
    });
    Value::Array(entries.collect())
}

fn entries(inputs: &Value) -> Vec<CheckIn> {
    let moment = DateTime::parse_from_rfc3339("2028-01-01T21:00:00+01:00").expect("a moment");
    let read = |row: &Value| {
        let mut answers = Answers::default();
        for (id, score) in row[4].as_object().expect("numbers") {
            let score = Score::new(score.as_u64().expect("whole") as u8);
            match Scale::from_id(id) {
                Some(scale) => answers.set_score(scale, score),
                None => answers.rate(Felt::from_id(id).expect("a place"), score),
            }
        }
        let id = row[0].as_i64().expect("an id");
        CheckIn {
            id: CheckInId(id),
            day: moment.date_naive(),
            at: moment,
            phase: Phase::from_id(row[1].as_str().expect("a phase")).expect("a phase"),
            of: row[2].as_i64().map(CheckInId),
            practice: row[3].as_i64().map(PracticeId),
            answers,
        }
    };
    inputs.as_array().expect("entries").iter().map(read).collect()
}

/// The inputs are what the seeded year says, and the figures of every measure are those that Python with
/// SciPy made of them; `tests/data/insight_year.py` is what it ran.
#[test]
fn a_years_figures_are_those_of_another_package() {
    if std::env::var_os("HEGU_WRITE").is_some() {
        let inputs = json!({ "seed": SEED, "entries": inputs(&pages().check_ins) });
        std::fs::write(data(), serde_json::to_string(&inputs).expect("JSON")).expect("write");
        return;
    }
    let file: Value = serde_json::from_str(&std::fs::read_to_string(data()).expect("read")).expect("JSON");
    let check_ins = entries(&file["entries"]);
    let expected = file["expected"].as_object().expect("figures");
    let found = insight::gather(&check_ins, &|_| true);
    assert_eq!(found.len(), expected.len());
    let (mut settled, mut early, mut alike, mut passing) = (0, 0, 0, 0);
    for series in found {
        let id = series.measure.id();
        let row = &expected[&id];
        let close = |found: f64, key: &str| {
            let wanted = row[key].as_f64().unwrap_or_else(|| panic!("{id} has no {key}"));
            assert!(
                (found - wanted).abs() < 1e-6,
                "{id} {key}: {found} is not {wanted}"
            );
        };
        assert_eq!(
            series.answered as u64,
            row["answered"].as_u64().expect("a count"),
            "{id}"
        );
        assert_eq!(
            series.unrated as u64,
            row["unrated"].as_u64().expect("a count"),
            "{id}"
        );
        let Some(summary) = insight::summarise(&series.changes, &t975) else {
            assert_eq!(row["n"], 0, "{id}");
            continue;
        };
        assert_eq!(summary.n as u64, row["n"].as_u64().expect("a count"), "{id}");
        close(summary.mean, "mean");
        close(summary.median, "median");
        match summary.interval {
            Interval::Between(low, high) => {
                close(low, "low");
                close(high, "high");
                if summary.n > insight::EARLY {
                    settled += 1
                } else {
                    early += 1
                }
            }
            Interval::TooAlike => {
                close(summary.effective, "n_eff");
                assert!(
                    row["n_eff"].as_f64().expect("effective") < 3.0 && row["low"].is_null(),
                    "{id}"
                );
                alike += 1;
            }
            Interval::TooFew | Interval::AllTheSame => assert!(row["low"].is_null(), "{id}"),
        }
        if let Some(regression) = series.regression().filter(|regression| regression.can_be_shown()) {
            close(regression.rho, "rho");
            close(regression.usual_mean, "usual");
            close(regression.expected_drop, "expected_drop");
            passing += 1;
        }
    }
    // The year has something of most kinds; without them the comparison would say little.
    assert!(
        settled >= 3 && passing >= 3,
        "{settled} {early} {alike} {passing}"
    );
}

#[test]
fn the_inputs_are_still_the_seeded_year() {
    let file: Value = serde_json::from_str(&std::fs::read_to_string(data()).expect("read")).expect("JSON");
    assert_eq!(
        file["entries"],
        inputs(&pages().check_ins),
        "HEGU_WRITE=1, then tests/data/insight_year.py"
    );
}

/// A year that holds 100,000 entries is drawn while nobody notices: one pass over what was read. The bound is
/// for an unoptimised build on a busy machine; the shipped one takes a small part of it.
#[test]
fn a_hundred_thousand_entries_are_one_picture() {
    let mut pages = pages();
    let of_a_year = pages.check_ins.clone();
    while pages.check_ins.len() < 100_000 {
        let more = pages.check_ins.len() as i64;
        pages.check_ins.extend(of_a_year.iter().map(|entry| CheckIn {
            id: CheckInId(entry.id.0 + more * 10),
            of: entry.of.map(|of| CheckInId(of.0 + more * 10)),
            ..entry.clone()
        }));
    }
    let known = known(Lang::En, (120, 40), &pages);
    let day = NaiveDate::from_ymd_opt(2028, 11, 16).expect("a date");
    let shown = Shown::at(day, &known).showing(View::Year);
    let model = Model {
        screen: Screen::Journal(shown),
        ..Model::new(known.content, known.settings.clone(), known.now, known.size)
    };
    let count = known.diary.pages.check_ins.len();
    let model = Model { known, ..model };
    let mut buf = Buffer::empty(Rect::new(0, 0, 120, 40));
    // The quickest of three: what it takes when nothing else is in the way.
    let mut took = std::time::Duration::MAX;
    for _ in 0..3 {
        let began = std::time::Instant::now();
        ui::draw(&model, &mut buf);
        took = took.min(began.elapsed());
    }
    let text = support::text_of(&buf);
    println!("the year of {count} entries: {took:?}");
    assert!(text.contains("Many things change in a year."));
    assert!(took < std::time::Duration::from_secs(20), "{took:?}");
}
