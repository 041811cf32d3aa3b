//! `hegu lesson` and `hegu quiz`: learning without a screen, by ear.

use std::io::{self, BufRead, Write};

use clap::Args;

use super::{CliError, Home, WIDTH, at_the_keys, named, print, written};
use crate::app::lesson::Lesson;
use crate::app::quiz::Scope;
use crate::app::{Keep, Kept, Known};
use crate::domain::atlas::PointId;
use crate::domain::code::Meridian;
use crate::domain::point::Region;
use crate::domain::quiz::{Memory, Try};
use crate::domain::trial::SplitMix64;
use crate::t;
use crate::ui::frame::wrap;
use crate::ui::lesson::{heading, says};
use crate::ui::look::Look;

/// How the lesson is read.
#[derive(Clone, Debug, Default, Args)]
pub struct LessonArgs {
    /// In lines, without a screen. Enter goes on where a person reads.
    #[arg(long)]
    pub plain: bool,
}

/// What is asked, and how.
#[derive(Clone, Debug, Default, Args)]
pub struct QuizArgs {
    /// Only the points of a meridian: LI, SP ...
    #[arg(long, value_parser = named::meridian)]
    pub meridian: Option<Meridian>,
    /// Only the points of a part of the body: hand, low-back ...
    #[arg(long, value_parser = named::region)]
    pub region: Option<Region>,
    /// In lines, without a drawing: three places to choose from.
    #[arg(long)]
    pub plain: bool,
    /// How many questions.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..=50))]
    pub count: u8,
}

impl LessonArgs {
    /// Whether it wants the screen.
    pub fn wants_screen(&self) -> bool {
        !self.plain && at_the_keys()
    }
}

impl QuizArgs {
    /// Whether it wants the screen.
    pub fn wants_screen(&self) -> bool {
        !self.plain && at_the_keys()
    }

    /// Which points are asked.
    pub fn scope(&self) -> Scope {
        match (self.meridian, self.region) {
            (Some(meridian), _) => Scope::Meridian(meridian),
            (None, Some(region)) => Scope::Region(region),
            (None, None) => Scope::All,
        }
    }
}

/// The lesson in lines. Where a person reads, enter goes on; in a pipe everything comes at once.
pub fn lesson(known: &Known) -> Result<(), CliError> {
    let look = Look::new(known);
    let mut lesson = Lesson::new(known);
    let waits = at_the_keys();
    for at in 0..lesson.steps().len() {
        lesson.at = at;
        print(&step(&lesson, known, &look))?;
        if waits && at + 1 < lesson.steps().len() {
            print(&format!("[{}] ", t!(look, "lesson-enter")))?;
            if line(&mut io::stdin().lock())?.is_none() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// One step in lines.
fn step(lesson: &Lesson, known: &Known, look: &Look) -> String {
    let (at, count) = (lesson.at + 1, lesson.steps().len());
    let mut text = format!("{at}/{count} {}\n", heading(lesson.step(), look));
    for said in says(lesson, known, look) {
        text.push_str(&wrap(&said, WIDTH).join("\n"));
        text.push('\n');
    }
    text.push('\n');
    text
}

/// The next line that is typed; `None` at the end.
fn line(input: &mut impl BufRead) -> Result<Option<String>, CliError> {
    let mut line = String::new();
    match input.read_line(&mut line) {
        Ok(0) => Ok(None),
        Ok(_) => Ok(Some(line.trim().to_owned())),
        Err(error) => Err(CliError::input(&error)),
    }
}

/// The quiz in lines, and what it remembers into the journal.
pub fn quiz(args: &QuizArgs, mut home: Home) -> Result<(), CliError> {
    let known = home.known.clone();
    let keeper = &mut home.keeper;
    let mut keep = |tried: Try| match keeper.perform(
        Keep::Try {
            tried,
            at: known.moment(),
        },
        known.now.wall,
    ) {
        Kept::Failed { trouble, .. } => Err(CliError::trouble(&Look::new(&known), &trouble)),
        _ => Ok(()),
    };
    talk(
        args,
        &known,
        &mut io::stdin().lock(),
        &mut io::stdout().lock(),
        &mut keep,
    )
}

/// Asks, listens, tells.
fn talk(
    args: &QuizArgs,
    known: &Known,
    input: &mut impl BufRead,
    output: &mut impl Write,
    keep: &mut dyn FnMut(Try) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let look = Look::new(known);
    let atlas = &known.content.atlas;
    let points = args.scope().points(known);
    let mut memory: Memory = known.quiz();
    let mut say = |words: &str| written(writeln!(output, "{words}").and_then(|()| output.flush()));
    if points.len() < CHOICES {
        return say(&t!(look, "quiz-nothing"));
    }
    say(&t!(look, "quiz-plain-how", last = CHOICES))?;
    let mut last: Option<PointId> = None;
    for nth in 0..u64::from(args.count) {
        let codes = points.iter().map(|id| atlas.point(*id).code.as_str());
        let order = memory.order(codes, known.today_is());
        let mut order = order.into_iter().filter_map(|code| atlas.by_code(code));
        let Some(id) = order.find(|id| last != Some(*id)) else {
            return Ok(());
        };
        last = Some(id);
        let point = atlas.point(id);
        let (choices, right) = choices(
            id,
            &points,
            nth + known.now.wall.timestamp().unsigned_abs(),
            known,
        );
        say(&t!(
            look,
            "quiz-plain-where",
            point = format!("{} {}", point.code, point.names.pinyin)
        ))?;
        for (nth, choice) in choices.iter().enumerate() {
            say(&format!(
                "  {}  {}",
                nth + 1,
                atlas.point(*choice).place.get(look.lang)
            ))?;
        }
        // What is no choice is a slip of the finger, not an answer: it is not remembered against the point.
        let chosen = loop {
            let typed = line(input)?.unwrap_or_default();
            if typed.is_empty() {
                return Ok(());
            }
            match typed.parse::<usize>() {
                Ok(number) if (1..=choices.len()).contains(&number) => break number,
                _ => say(&t!(look, "quiz-plain-which", last = choices.len()))?,
            }
        };
        let found = chosen == right + 1;
        let tried = Try {
            day: known.today_is(),
            code: point.code.to_string(),
            found,
        };
        memory.take(&tried);
        keep(tried)?;
        say(&if found {
            t!(look, "quiz-plain-yes")
        } else {
            let number: usize = right.saturating_add(1);
            t!(look, "quiz-plain-no", number = number)
        })?;
        let find = format!("{} {}\n", point.find.get(look.lang), point.on_it.get(look.lang));
        for line in wrap(&find, WIDTH) {
            say(&line)?;
        }
    }
    Ok(())
}

/// How many places one chooses from.
const CHOICES: usize = 3;

/// The right point and two others with other places, from the same part of the quiz, in a shuffled order;
/// and which of them is right.
fn choices(id: PointId, points: &[PointId], salt: u64, known: &Known) -> (Vec<PointId>, usize) {
    let atlas = &known.content.atlas;
    let mut others: Vec<PointId> = Vec::new();
    let mut from = points.to_vec();
    // Chance by salt and place: the same question at the same moment is the same question.
    let chance = |salt| SplitMix64::new(salt).next_number();
    from.sort_by_key(|other| chance(salt ^ u64::from(other.0)));
    for other in from {
        let place = |id: PointId| &atlas.point(id).place;
        let new = others.iter().all(|known| place(*known) != place(other));
        if other != id && place(other) != place(id) && new && others.len() < CHOICES - 1 {
            others.push(other);
        }
    }
    let right = (chance(salt) % (others.len() as u64 + 1)) as usize;
    others.insert(right, id);
    (others, right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::words::Lang;

    fn known(lang: Lang) -> Known {
        Known::at("2026-11-21T21:30:00+01:00").speaking(lang)
    }

    #[test]
    fn the_lesson_in_lines_has_every_step_and_the_points_own_words() {
        for lang in Lang::ALL {
            let known = known(lang);
            let look = Look::new(&known);
            let mut lesson = Lesson::new(&known);
            let mut all = String::new();
            for at in 0..lesson.steps().len() {
                lesson.at = at;
                all.push_str(&step(&lesson, &known, &look));
            }
            let one_line = all.split_whitespace().collect::<Vec<_>>().join(" ");
            let point = known.content.atlas.point(lesson.point.expect("a point suits"));
            assert!(one_line.contains(point.find.get(lang)), "{all}");
            assert!(all.contains("1/9") && all.contains("9/9"), "{all}");
            assert!(all.lines().all(|line| line.chars().count() <= usize::from(WIDTH)));
        }
    }

    fn conversation(typed: &str, count: u8) -> (String, Vec<Try>) {
        let known = known(Lang::En);
        let args = QuizArgs {
            region: Some(Region::Hand),
            plain: true,
            count,
            ..QuizArgs::default()
        };
        let mut output = Vec::new();
        let mut tries = Vec::new();
        let mut keep = |tried: Try| {
            tries.push(tried);
            Ok(())
        };
        talk(&args, &known, &mut typed.as_bytes(), &mut output, &mut keep).expect("a conversation");
        (String::from_utf8(output).expect("text"), tries)
    }

    #[test]
    fn a_quiz_by_ear_asks_tells_and_keeps() {
        let (said, tries) = conversation("x\n1\n4\n1\n", 2);
        assert_eq!(tries.len(), 2, "an x and a 4 are no answers: {said}");
        assert!(said.starts_with("Type 1 to 3"), "{said}");
        assert_ne!(tries[0].code, tries[1].code);
        assert!(said.contains("You are on it when"), "{said}");
        // One of the three is right.
        let right = (1..=3)
            .filter(|n| conversation(&format!("{n}\n"), 1).1[0].found)
            .count();
        assert_eq!(right, 1);
        // Whoever leaves keeps what was answered.
        assert_eq!(conversation("1\n", 5).1.len(), 1);
        assert_eq!(conversation("1\n\n1\n", 5).1.len(), 1);
    }
}
