//! Words that the screens of an evening share: what is felt, how much, why, and when.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Weekday};

use super::look::Look;
use crate::app::evening::{self, Invitation};
use crate::app::{Action, Model};
use crate::domain::checkin::{Complaint, Felt, Measure, Mood, Part, Scale, Score};
use crate::domain::point::Side;
use crate::domain::suggest::Because;
use crate::t;

/// What a part of the body is called in the evening.
pub fn part(look: &Look, part: Part) -> String {
    match part {
        Part::Head => t!(look, "felt-head"),
        Part::Eyes => t!(look, "felt-eyes"),
        Part::Face => t!(look, "felt-face"),
        Part::Jaw => t!(look, "felt-jaw"),
        Part::Ear => t!(look, "felt-ear"),
        Part::Neck => t!(look, "felt-neck"),
        Part::Throat => t!(look, "felt-throat"),
        Part::Shoulder => t!(look, "felt-shoulder"),
        Part::Chest => t!(look, "felt-chest"),
        Part::Flank => t!(look, "felt-flank"),
        Part::Back => t!(look, "felt-back"),
        Part::LowBack => t!(look, "felt-low-back"),
        Part::Belly => t!(look, "felt-belly"),
        Part::Pelvis => t!(look, "felt-pelvis"),
        Part::Hip => t!(look, "felt-hip"),
        Part::UpperArm => t!(look, "felt-upper-arm"),
        Part::Elbow => t!(look, "felt-elbow"),
        Part::Forearm => t!(look, "felt-forearm"),
        Part::Wrist => t!(look, "felt-wrist"),
        Part::Hand => t!(look, "felt-hand"),
        Part::Thigh => t!(look, "felt-thigh"),
        Part::Knee => t!(look, "felt-knee"),
        Part::LowerLeg => t!(look, "felt-lower-leg"),
        Part::Ankle => t!(look, "felt-ankle"),
        Part::Foot => t!(look, "felt-foot"),
    }
}

/// What a complaint is called.
pub fn complaint(look: &Look, complaint: Complaint) -> String {
    match complaint {
        Complaint::Nausea => t!(look, "felt-nausea"),
        Complaint::PeriodPain => t!(look, "felt-period-pain"),
    }
}

/// Where or what it is, with its side.
pub fn felt(look: &Look, felt: Felt) -> String {
    match felt {
        Felt::At(at, None) => part(look, at),
        Felt::At(at, Some(Side::Left)) => t!(look, "felt-left", part = part(look, at).to_lowercase()),
        Felt::At(at, Some(Side::Right)) => t!(look, "felt-right", part = part(look, at).to_lowercase()),
        Felt::As(what) => complaint(look, what),
    }
}

/// What a scale is called.
pub fn scale(look: &Look, scale: Scale) -> String {
    match scale {
        Scale::Tension => t!(look, "scale-tension"),
        Scale::Stress => t!(look, "scale-stress"),
        Scale::Tiredness => t!(look, "scale-tiredness"),
        Scale::Pain => t!(look, "scale-pain"),
        Scale::Sleep => t!(look, "scale-sleep"),
    }
}

/// What a measure is called.
pub fn measure(look: &Look, measure: Measure) -> String {
    match measure {
        Measure::Scale(of) => scale(look, of),
        Measure::Felt(of) => felt(look, of),
    }
}

/// A measure in the middle of a sentence, as the person's own: "your tension". The possessive is part of the
/// word, because Danish bends it.
pub fn yours(look: &Look, measure: Measure) -> String {
    match measure {
        Measure::Scale(Scale::Tension) => t!(look, "yours-tension"),
        Measure::Scale(Scale::Stress) => t!(look, "yours-stress"),
        Measure::Scale(Scale::Tiredness) => t!(look, "yours-tiredness"),
        Measure::Scale(Scale::Pain) => t!(look, "yours-pain"),
        Measure::Scale(Scale::Sleep) => t!(look, "yours-sleep"),
        Measure::Felt(of) => t!(look, "yours-felt", what = felt(look, of).to_lowercase()),
    }
}

/// One of the five steps, as the end of the sentence the question begins.
pub fn mood(look: &Look, mood: Mood) -> String {
    match mood {
        Mood::Bad => t!(look, "mood-1"),
        Mood::NotSoGood => t!(look, "mood-2"),
        Mood::AllRight => t!(look, "mood-3"),
        Mood::Good => t!(look, "mood-4"),
        Mood::VeryGood => t!(look, "mood-5"),
    }
}

/// The answer something is based on, in one line.
pub fn because(look: &Look, because: Because) -> String {
    let with = |what: String, score: Score| {
        t!(
            look,
            "suggestion-because-much",
            what = what,
            score = score.value()
        )
    };
    match because {
        Because::Felt(of, Some(score)) => with(felt(look, of), score),
        Because::Felt(of, None) => t!(look, "suggestion-because", what = felt(look, of)),
        Because::Scale(of, score) => with(scale(look, of), score),
        Because::Mood(of) => t!(look, "suggestion-because", what = mood(look, of)),
        Because::HeavyEvening => t!(look, "suggestion-heavy"),
        Because::LongTiredness => t!(look, "suggestion-long"),
        Because::Rest => t!(look, "suggestion-rest"),
        Because::Short => t!(look, "suggestion-short"),
    }
}

/// "Sat 21 Nov", "lør 21. nov."; with the year where it is not this one.
pub fn short_date(look: &Look, date: NaiveDate, this_year: i32) -> String {
    let short = t!(
        look,
        "date-short",
        weekday = weekday(look, date.weekday()),
        day = date.day(),
        month = month(look, date.month())
    );
    with_year(look, short, date, this_year)
}

/// "Saturday 21 November", "Lørdag 21. november"; with the year where it is not this one.
pub fn long_date(look: &Look, date: NaiveDate, this_year: i32) -> String {
    let long = t!(
        look,
        "date-long",
        weekday = long_weekday(look, date.weekday()),
        day = date.day(),
        month = long_month(look, date.month())
    );
    with_year(look, long, date, this_year)
}

/// A mean or a median in words, so that no sign need be read: "1.2 lower".
pub fn moved(look: &Look, change: f64) -> String {
    let by = decimal(look, change.abs());
    match change {
        change if change > 0.0 => t!(look, "journal-lower", by = by),
        change if change < 0.0 => t!(look, "journal-higher", by = by),
        _ => t!(look, "journal-unchanged"),
    }
}

/// A whole change in words: "2 lower".
pub fn signed(look: &Look, change: i32) -> String {
    match change {
        1.. => t!(look, "journal-lower", by = change),
        0 => t!(look, "journal-unchanged"),
        _ => t!(look, "journal-higher", by = change.abs()),
    }
}

/// "Mon 16", "man 16".
pub fn weekday_and_day(look: &Look, date: NaiveDate) -> String {
    format!("{} {}", weekday(look, date.weekday()), date.day())
}

/// "16 November", in Danish "16. november"; without the month where another date names it.
pub fn day_and_month(look: &Look, date: NaiveDate, with_month: bool) -> String {
    if with_month {
        t!(
            look,
            "date-day-month",
            day = date.day(),
            month = long_month(look, date.month())
        )
    } else {
        t!(look, "date-day", day = date.day())
    }
}

/// "November 2026".
pub fn month_and_year(look: &Look, date: NaiveDate) -> String {
    let words = format!("{} {}", long_month(look, date.month()), date.year());
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A median: whole where it is whole; a dash where there is none.
pub fn median(look: &Look, median: Option<f64>) -> String {
    match median {
        None => "-".to_owned(),
        Some(whole) if whole.fract() == 0.0 => format!("{whole:.0}"),
        Some(half) => decimal(look, half),
    }
}

fn with_year(look: &Look, text: String, date: NaiveDate, this_year: i32) -> String {
    if date.year() == this_year {
        text
    } else {
        t!(
            look,
            "date-with-year",
            date = text,
            year = date.year().to_string()
        )
    }
}

/// "21:40"; in Danish "21.40". By the clock of that evening.
pub fn clock(look: &Look, at: DateTime<FixedOffset>) -> String {
    at.format("%H:%M")
        .to_string()
        .replace(':', &t!(look, "hour-mark"))
}

/// A number with one decimal: "1.2", in Danish "1,2". Never "-0.0".
pub fn decimal(look: &Look, value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    let text = format!("{:.1}", if rounded == 0.0 { 0.0 } else { rounded });
    text.replace('.', &t!(look, "decimal-mark"))
}

/// The quiet line of the first screen, if there is something to invite to.
pub fn invitation(model: &Model, look: &Look) -> Option<String> {
    let mut keys = model.known.keymap.keys(model.screen.context(), Action::CheckIn);
    let key = super::words::key(look, keys.next()?);
    Some(match evening::invitation(&model.known)? {
        Invitation::Evening => t!(look, "evening-invites", key = key),
        Invitation::Later(_) => t!(look, "evening-later", key = key),
    })
}

/// "Mon", "man".
pub fn weekday(look: &Look, day: Weekday) -> String {
    match day {
        Weekday::Mon => t!(look, "weekday-mon"),
        Weekday::Tue => t!(look, "weekday-tue"),
        Weekday::Wed => t!(look, "weekday-wed"),
        Weekday::Thu => t!(look, "weekday-thu"),
        Weekday::Fri => t!(look, "weekday-fri"),
        Weekday::Sat => t!(look, "weekday-sat"),
        Weekday::Sun => t!(look, "weekday-sun"),
    }
}

fn long_weekday(look: &Look, day: Weekday) -> String {
    match day {
        Weekday::Mon => t!(look, "weekday-mon-long"),
        Weekday::Tue => t!(look, "weekday-tue-long"),
        Weekday::Wed => t!(look, "weekday-wed-long"),
        Weekday::Thu => t!(look, "weekday-thu-long"),
        Weekday::Fri => t!(look, "weekday-fri-long"),
        Weekday::Sat => t!(look, "weekday-sat-long"),
        Weekday::Sun => t!(look, "weekday-sun-long"),
    }
}

/// "Jan", "jan.".
pub fn month(look: &Look, month: u32) -> String {
    match month {
        1 => t!(look, "month-jan"),
        2 => t!(look, "month-feb"),
        3 => t!(look, "month-mar"),
        4 => t!(look, "month-apr"),
        5 => t!(look, "month-may"),
        6 => t!(look, "month-jun"),
        7 => t!(look, "month-jul"),
        8 => t!(look, "month-aug"),
        9 => t!(look, "month-sep"),
        10 => t!(look, "month-oct"),
        11 => t!(look, "month-nov"),
        _ => t!(look, "month-dec"),
    }
}

fn long_month(look: &Look, month: u32) -> String {
    match month {
        1 => t!(look, "month-jan-long"),
        2 => t!(look, "month-feb-long"),
        3 => t!(look, "month-mar-long"),
        4 => t!(look, "month-apr-long"),
        5 => t!(look, "month-may-long"),
        6 => t!(look, "month-jun-long"),
        7 => t!(look, "month-jul-long"),
        8 => t!(look, "month-aug-long"),
        9 => t!(look, "month-sep-long"),
        10 => t!(look, "month-oct-long"),
        11 => t!(look, "month-nov-long"),
        _ => t!(look, "month-dec-long"),
    }
}
