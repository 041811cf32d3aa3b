//! A person's year of made-up evenings, the same for the same seed.
//!
//! Nobody's numbers: a teacher's, if anybody's. Tension and stress rise from Monday to Thursday, bad days come
//! in a row, headaches come and go, a week is spent in another time zone, some evenings are skipped and some
//! are written long after midnight. Some practices help on paper, some do not, some are not rated afterwards.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Weekday};
use hegu::domain::checkin::{Answers, Felt, Mood, Phase, Scale, Score};
use hegu::domain::journal::LedgerLine;
use hegu::domain::plan::Half;
use hegu::domain::practice::{Done, Ending};
use hegu::platform::journal::entry::{Entry, Uid, WrittenCheckIn, WrittenPractice};

/// The first day of [`year`]: with the 29 February, and with both changes of the clock.
pub fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2028, 1, 1).expect("a date")
}

/// A year of evenings, oldest first.
pub fn year(seed: u64) -> Vec<Entry> {
    evenings(seed, first_day(), 366)
}

/// So many days of evenings from a day on, oldest first. An evening that was not skipped has about two and a
/// half entries: check-in, often a practice, and mostly the questions again.
pub fn evenings(seed: u64, first: NaiveDate, days: u32) -> Vec<Entry> {
    let mut person = Person {
        dice: Dice(seed),
        load: 0.0,
        head: 0.0,
    };
    let mut entries = Vec::new();
    for number in 0..i64::from(days) {
        let day = first + TimeDelta::days(number);
        person.live(day, &mut entries);
    }
    entries
}

/// Random numbers from a seed: SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, doi:10.1145/2660193.2660195).
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.bits() % n
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    /// About normal: mean 0, spread 1.
    pub fn about(&mut self) -> f64 {
        let unit = |dice: &mut Dice| dice.bits() as f64 / u64::MAX as f64;
        (0..12).map(|_| unit(self)).sum::<f64>() - 6.0
    }

    /// One of some.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }

    fn uid(&mut self) -> Uid {
        Uid::from_number(u128::from(self.bits()) << 64 | u128::from(self.bits()))
    }
}

const NOTES: [&str; 14] = [
    "",
    "",
    "",
    "",
    "Lang dag.",
    "Ondt i hovedet efter mødet, bedre efter en gåtur.",
    "Sov dårligt. Børnene vågne kl. 3.",
    "Quiet evening, tea, no screens.",
    "Nakken igen; skrivebordet står for højt.",
    "Two lines tonight:\nthe walk home in the rain, and the soup.",
    "\"Citat\", semikolon; komma, = og 'apostrof'",
    "合谷 LI4 was tender, SP6 not at all.",
    "Blå mærker? Nej. Æ ø å Æ Ø Å, naïve café.",
    "Rolig dag.\n\nIkke mere at sige.",
];

const TAGS: [&str; 8] = [
    "kaffe",
    "gåtur",
    "arbejde sent",
    "skærm",
    "sport",
    "vin",
    "regn",
    "good talk",
];

/// Routines with the points they press.
const ROUTINES: [(&str, &[(&str, Half)]); 5] = [
    (
        "evening-unwind",
        &[
            ("GB20", Half::Both),
            ("EX-HN3", Half::Midline),
            ("HT7", Half::Left),
            ("HT7", Half::Right),
            ("SP6", Half::Left),
            ("SP6", Half::Right),
        ],
    ),
    (
        "neck-shoulders",
        &[("GB20", Half::Both), ("LI4", Half::Left), ("LI4", Half::Right)],
    ),
    (
        "tension-headache",
        &[("BL2", Half::Both), ("LI4", Half::Left), ("LI4", Half::Right)],
    ),
    (
        "falling-asleep",
        &[
            ("HT7", Half::Left),
            ("HT7", Half::Right),
            ("EX-HN3", Half::Midline),
        ],
    ),
    ("quiet-five", &[("EX-HN3", Half::Midline)]),
];

struct Person {
    dice: Dice,
    /// How heavy the days are: remembers yesterday.
    load: f64,
    /// How much the head hurts: comes in spells.
    head: f64,
}

impl Person {
    fn live(&mut self, day: NaiveDate, entries: &mut Vec<Entry>) {
        let week = match day.weekday() {
            Weekday::Mon => 0.3,
            Weekday::Tue => 0.6,
            Weekday::Wed => 0.9,
            Weekday::Thu => 1.2,
            Weekday::Fri => 0.2,
            Weekday::Sat | Weekday::Sun => -0.8,
        };
        self.load = 0.6 * self.load + week + 0.9 * self.dice.about();
        self.head = (0.7 * self.head + 1.4 * self.dice.about()).max(0.0);
        if self.dice.percent(12) {
            return;
        }
        let at = self.evening(day);
        let before = WrittenCheckIn {
            uid: self.dice.uid(),
            day,
            at,
            phase: Phase::Before,
            of: None,
            practice: None,
            answers: self.answers(),
        };
        if !self.dice.percent(62) {
            entries.push(Entry::CheckIn(before));
            return;
        }
        let pause = TimeDelta::seconds(90 + self.dice.below(300) as i64);
        let practice = self.practice(day, at + pause);
        let end = practice.ended.map_or(practice.at, |(_, end)| end);
        let before = WrittenCheckIn {
            practice: Some(practice.uid.clone()),
            ..before
        };
        let mut ratings = Vec::new();
        if self.dice.percent(85) {
            ratings.push((Phase::After, end + TimeDelta::seconds(20)));
        }
        if self.dice.percent(15) {
            ratings.push((Phase::Later, end + TimeDelta::minutes(70)));
        }
        let after: Vec<WrittenCheckIn> = ratings
            .into_iter()
            .map(|(phase, at)| WrittenCheckIn {
                uid: self.dice.uid(),
                day,
                at,
                phase,
                of: Some(before.uid.clone()),
                practice: Some(practice.uid.clone()),
                answers: self.answers_again(&before.answers),
            })
            .collect();
        entries.push(Entry::CheckIn(before));
        entries.push(Entry::Practice(practice));
        entries.extend(after.into_iter().map(Entry::CheckIn));
    }

    /// Around half past nine by the clock of the place; now and then long after midnight.
    fn evening(&mut self, day: NaiveDate) -> DateTime<FixedOffset> {
        let minutes = if self.dice.percent(6) {
            24 * 60 + self.dice.below(200) as i64
        } else {
            21 * 60 + 30 + (40.0 * self.dice.about()) as i64
        };
        let wall = day.and_hms_opt(0, 0, 0).expect("midnight")
            + TimeDelta::minutes(minutes)
            + TimeDelta::milliseconds(self.dice.below(60_000) as i64);
        let zone = FixedOffset::east_opt(3600 * offset_hours(day)).expect("an offset");
        wall.and_local_timezone(zone).single().expect("one moment")
    }

    fn score(&mut self, middle: f64) -> Option<Score> {
        if self.dice.percent(4) {
            return None;
        }
        let value = (middle + 0.8 * self.dice.about()).round().clamp(0.0, 10.0);
        Score::new(value as u8)
    }

    fn answers(&mut self) -> Answers {
        let load = self.load;
        let mood = (3.4 - 0.5 * load + 0.6 * self.dice.about())
            .round()
            .clamp(1.0, 5.0);
        let mut answers = Answers {
            mood: Mood::from_step(mood as u8).filter(|_| !self.dice.percent(3)),
            tension: self.score(4.0 + 1.3 * load),
            stress: self.score(3.5 + 1.2 * load),
            tiredness: self.score(4.5 + 0.8 * load),
            pain: None,
            sleep: self.score(6.5 - 0.7 * load),
            felt: Vec::new(),
            tags: Vec::new(),
            note: self.dice.one(&NOTES).to_owned(),
        };
        if self.dice.percent(25) {
            answers.pain = self.score(2.0 + self.head);
        }
        let mut mark = |id: &str, much: Option<Score>| {
            answers.rate(Felt::from_id(id).expect("a place"), much);
        };
        if load > 0.4 {
            mark("neck", self.score(3.0 + load));
        }
        if self.head > 1.8 {
            mark("head", self.score(2.0 + self.head));
        }
        if self.dice.percent(18) {
            let place = self
                .dice
                .one(&["shoulder-left", "shoulder-right", "low-back", "jaw-left", "belly"]);
            mark(place, self.score(4.0));
        }
        if self.dice.percent(5) {
            mark("nausea", self.score(3.0));
        }
        for tag in TAGS {
            if self.dice.percent(14) {
                answers.tags.push(tag.to_owned());
            }
        }
        answers
    }

    /// The same questions as far as they were answered: mostly a little lower, sometimes not.
    fn answers_again(&mut self, before: &Answers) -> Answers {
        let mut again = |score: Option<Score>| {
            score.and_then(|score| {
                let change = 0.9 + 1.3 * self.dice.about();
                Score::new((f64::from(score.value()) - change).round().clamp(0.0, 10.0) as u8)
            })
        };
        let mut after = Answers::default();
        for scale in Scale::ALL.into_iter().filter(|scale| scale.can_change_tonight()) {
            after.set_score(scale, again(before.score(scale)));
        }
        for feeling in &before.felt {
            if let Some(much) = again(feeling.much) {
                after.rate(feeling.felt, Some(much));
            }
        }
        after.mood = before.mood.map(|mood| match self.dice.below(10) {
            0..=2 => Mood::from_step(mood.step() + 1).unwrap_or(mood),
            3 => Mood::from_step(mood.step() - 1).unwrap_or(mood),
            _ => mood,
        });
        after
    }

    fn practice(&mut self, day: NaiveDate, at: DateTime<FixedOffset>) -> WrittenPractice {
        let (routine, points) = self.dice.one(&ROUTINES);
        let stopped_after = self
            .dice
            .percent(8)
            .then(|| self.dice.below(points.len() as u64) as usize);
        let killed = self.dice.percent(2);
        let mut now = at;
        let mut done = Vec::new();
        for (place, (point, half)) in points.iter().enumerate() {
            let (pressed, how) = match stopped_after {
                Some(last) if place > last => break,
                Some(last) if place == last => (self.dice.below(60_000), None),
                _ => (60_000 + 1000 * self.dice.below(30), Some(Done::Whole)),
            };
            let how = how.unwrap_or(if pressed < 30_000 {
                Done::Touched
            } else {
                Done::Part
            });
            now += TimeDelta::milliseconds(pressed as i64 + 20_000);
            let line = LedgerLine {
                point: (*point).to_owned(),
                half: *half,
                pressed,
                how,
            };
            done.push((line, now));
        }
        let how = match stopped_after {
            Some(_) => Ending::Stopped,
            None => Ending::Finished,
        };
        let codes: Vec<&str> = points.iter().map(|(point, _)| *point).collect();
        WrittenPractice {
            uid: self.dice.uid(),
            day,
            at,
            routine: Some(routine.to_owned()).filter(|_| !self.dice.percent(5)),
            plan: codes.join(", "),
            breath: self.dice.one(&["calm", "calm", "coherent", "natural"]).to_owned(),
            planned: 90_000 * points.len() as u64,
            ended: (!killed).then_some((how, now + TimeDelta::seconds(30))),
            why: (stopped_after.is_some() && !killed && self.dice.percent(50)).then(|| "SR-01".to_owned()),
            done,
        }
    }
}

/// Copenhagen, with its summer time, and a week in Honolulu.
fn offset_hours(day: NaiveDate) -> i32 {
    let last_sunday = |month: u32| {
        let last = NaiveDate::from_ymd_opt(day.year(), month, 31).expect("a date");
        last - TimeDelta::days(i64::from(last.weekday().num_days_from_sunday()))
    };
    if day.month() == 7 && (10..17).contains(&day.day()) {
        -10
    } else if day >= last_sunday(3) && day < last_sunday(10) {
        2
    } else {
        1
    }
}
