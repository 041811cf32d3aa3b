//! `hegu checkin`: the evening questions, as lines, as options, or as the screen.

use std::io::{self, BufRead, Write};

use clap::Args;

use super::today::true_now;
use super::{CliError, Home, at_the_keys, print};
use crate::app::suggestion::{Stage, Suggestion};
use crate::app::{Keep, Kept, Known};
use crate::domain::checkin::{
    Answers, CheckInId, Felt, Mood, Phase, Question, Score, asked_after, asked_before,
};
use crate::domain::journal::NewCheckIn;
use crate::domain::profile::{Answer, Given};
use crate::platform::journal::keeper::Keeper;
use crate::t;
use crate::ui::look::Look;
use crate::ui::{checkin, evening, safety_words as say};

/// The answers. With any of them given, nothing is asked; what is not given is skipped.
#[derive(Clone, Debug, Default, Args)]
pub struct CheckInArgs {
    /// Ask line by line, without a screen. An empty line skips.
    #[arg(long)]
    pub plain: bool,
    /// How it is right now: 1 bad, 2 not so good, 3 all right, 4 good, 5 very good.
    #[arg(long, value_name = "1-5", value_parser = parse_mood)]
    pub mood: Option<Mood>,
    /// 0 not at all, 10 the worst you can imagine.
    #[arg(long, value_name = "0-10", value_parser = parse_score)]
    pub tension: Option<Score>,
    /// 0 not at all, 10 the worst you can imagine.
    #[arg(long, value_name = "0-10", value_parser = parse_score)]
    pub stress: Option<Score>,
    /// 0 wide awake, 10 worn out.
    #[arg(long, value_name = "0-10", value_parser = parse_score)]
    pub tiredness: Option<Score>,
    /// 0 not at all, 10 the worst you can imagine.
    #[arg(long, value_name = "0-10", value_parser = parse_score)]
    pub pain: Option<Score>,
    /// How you slept last night: 0 terribly, 10 perfectly.
    #[arg(long, value_name = "0-10", value_parser = parse_score)]
    pub sleep: Option<Score>,
    /// Where it is, and how much: neck=6, shoulder-left=3, nausea. May be repeated.
    #[arg(long, value_name = "PLACE[=0-10]", value_parser = parse_felt)]
    pub felt: Vec<(Felt, Option<Score>)>,
    /// What may have mattered, in your own words. May be repeated.
    #[arg(long)]
    pub tag: Vec<String>,
    /// Anything to write down.
    #[arg(long)]
    pub note: Option<String>,
    /// For yesterday, not for today.
    #[arg(long)]
    pub yesterday: bool,
}

fn parse_score(text: &str) -> Result<Score, String> {
    let value = text.trim().parse().ok().and_then(Score::new);
    value.ok_or_else(|| "a number from 0 to 10".to_owned())
}

fn parse_mood(text: &str) -> Result<Mood, String> {
    let step = text.trim().parse().ok().and_then(Mood::from_step);
    step.ok_or_else(|| "a number from 1 to 5".to_owned())
}

fn parse_felt(text: &str) -> Result<(Felt, Option<Score>), String> {
    let (place, much) = match text.split_once('=') {
        None => (text, None),
        Some((place, much)) => (place, Some(parse_score(much)?)),
    };
    Felt::from_id(place)
        .map(|felt| (felt, much))
        .ok_or_else(|| format!("no place is called \"{place}\"; places are {}", places()))
}

fn places() -> String {
    Felt::all()
        .into_iter()
        .map(Felt::id)
        .collect::<Vec<_>>()
        .join(", ")
}

impl CheckInArgs {
    fn answers(&self) -> Answers {
        let mut answers = Answers {
            mood: self.mood,
            tension: self.tension,
            stress: self.stress,
            tiredness: self.tiredness,
            pain: self.pain,
            sleep: self.sleep,
            felt: Vec::new(),
            tags: self.tag.clone(),
            note: self.note.clone().unwrap_or_default(),
        };
        for (felt, much) in &self.felt {
            answers.rate(*felt, *much);
        }
        answers
    }

    /// Whether the questions want a screen: nothing is answered already, and there is a person at the keys.
    pub fn wants_screen(&self) -> bool {
        !self.plain && !self.yesterday && self.answers().is_empty() && at_the_keys()
    }
}

/// Writes a check-in without a screen, and says what suits it.
pub fn run(args: &CheckInArgs, home: Home) -> Result<(), CliError> {
    let Home {
        mut known,
        mut keeper,
        ..
    } = home;
    let mut writing = Writing::new(&known, &mut keeper);
    if args.yesterday {
        writing.new.day = known.today_is() - chrono::Days::new(1);
    }
    let given = args.answers();
    if given.is_empty() {
        let mut talk = on_streams(io::stdin().lock(), io::stdout().lock());
        ask(&mut writing, &known.settings.questions, &known, &mut talk)?;
    } else {
        writing.keep(given, &known)?;
    }
    let Writing { answers, id, new, .. } = writing;
    if id.is_none() {
        return Ok(());
    }
    let suggestion = Suggestion::new(answers.clone(), new.at, new.day);
    // Whoever sits at the keys can answer these, too.
    let mut told = false;
    if !args.yesterday && at_the_keys() {
        let mut talk = on_streams(io::stdin().lock(), io::stdout().lock());
        told = ask_what_must_be(&suggestion, &mut known, &mut keeper, &mut talk);
    }
    let look = Look::new(&known);
    let mut lines = vec![written(&look, &answers)];
    // Nothing is suggested for an evening that is over.
    if !args.yesterday {
        lines.extend(what_suits(&suggestion, told, &known, &look));
    }
    print(&(lines.join("\n") + "\n"))
}

/// A check-in that is written again with every answer.
struct Writing<'a> {
    answers: Answers,
    id: Option<CheckInId>,
    new: NewCheckIn,
    keeper: &'a mut Keeper,
}

impl<'a> Writing<'a> {
    fn new(known: &Known, keeper: &'a mut Keeper) -> Writing<'a> {
        let new = NewCheckIn {
            day: known.today_is(),
            at: known.moment(),
            phase: Phase::Before,
            of: None,
            practice: None,
            answers: Answers::default(),
        };
        Writing {
            answers: Answers::default(),
            id: None,
            new,
            keeper,
        }
    }

    fn keep(&mut self, answers: Answers, known: &Known) -> Result<(), CliError> {
        if answers == self.answers {
            return Ok(());
        }
        self.answers = answers;
        let check_in = NewCheckIn {
            answers: self.answers.clone(),
            ..self.new.clone()
        };
        let keep = Keep::CheckIn {
            id: self.id,
            check_in,
            at: known.moment(),
        };
        match self.keeper.perform(keep, known.now.wall) {
            Kept::CheckIn(entry) => self.id = Some(entry.id),
            Kept::Failed { trouble, .. } => return Err(CliError::trouble(&Look::new(known), &trouble)),
            _ => {}
        }
        Ok(())
    }
}

/// Puts a line to the person and returns what they answer; `None` when nobody is there any more.
pub(super) type Talk<'a> = &'a mut dyn FnMut(&str) -> Option<String>;

/// Asks line by line. The end of the input ends the questions; what was answered is written already.
fn ask(
    writing: &mut Writing<'_>,
    wanted: &[Question],
    known: &Known,
    talk: Talk<'_>,
) -> Result<(), CliError> {
    let look = Look::new(known);
    let mut at = 0;
    // Said once, before the first question: what may be answered, and how one leaves.
    let mut wrong = match writing.new.phase {
        Phase::Before => t!(look, "checkin-plain-how") + "\n",
        Phase::After | Phase::Later => String::new(),
    };
    loop {
        let questions = match writing.new.phase {
            Phase::Before => asked_before(wanted, &writing.answers),
            Phase::After | Phase::Later => wanted.to_vec(),
        };
        let Some(question) = questions.get(at) else {
            return Ok(());
        };
        let words = format!("{wrong}{} ", prompt(&look, *question));
        // Nobody reads, or nobody writes any more: the evening is over, and nothing is lost.
        let Some(line) = talk(&words) else {
            return Ok(());
        };
        let mut answers = writing.answers.clone();
        let understood = understand(&look, *question, line.trim(), &mut answers);
        writing.keep(answers, known)?;
        wrong = match understood {
            Ok(()) => {
                at += 1;
                String::new()
            }
            Err(what) => format!("{what}\n"),
        };
    }
}

/// Asks on standard input and output, each question a line of its own: so a screen reader reads it whole.
fn on_streams(mut input: impl BufRead, mut output: impl Write) -> impl FnMut(&str) -> Option<String> {
    move |words| {
        let asked = writeln!(output, "{}", words.trim_end()).and_then(|()| output.flush());
        let mut line = String::new();
        let answered = asked.is_ok() && input.read_line(&mut line).unwrap_or(0) > 0;
        answered.then_some(line)
    }
}

/// The questions of this evening, line by line; the check-in as it now stands, and what suits it.
pub(super) fn converse(
    home: &mut Home,
    talk: Talk<'_>,
) -> Result<Option<(Suggestion, Vec<String>)>, CliError> {
    let Home { known, keeper, .. } = home;
    let mut writing = Writing::new(known, keeper);
    ask(&mut writing, &known.settings.questions, known, talk)?;
    let Writing { answers, id, new, .. } = writing;
    if id.is_none() {
        return Ok(None);
    }
    let suggestion = Suggestion::new(answers.clone(), new.at, new.day);
    let told = ask_what_must_be(&suggestion, known, keeper, talk);
    let look = Look::new(known);
    let mut lines = vec![written(&look, &answers)];
    lines.extend(what_suits(&suggestion, told, known, &look));
    Ok(Some((suggestion, lines)))
}

/// The red flags of what was said, before anything is suggested for it: asked in a line as on the screen, and
/// kept for the day. Where nobody answers they stay open. Whether they were put at all.
fn ask_what_must_be(suggestion: &Suggestion, known: &mut Known, keeper: &mut Keeper, talk: Talk<'_>) -> bool {
    let mut told = false;
    while let Stage::Ask { questions, because } = suggestion.stage(known) {
        let asked = {
            let look = Look::new(known);
            let mut asked = vec![evening::because(&look, because), t!(look, "preview-asked")];
            for (index, id) in questions.iter().enumerate() {
                if let Some(question) = known.content.rules.question(id) {
                    asked.push(format!("{:>2}  {}", index + 1, question.words.get(look.lang)));
                }
            }
            asked.push(t!(look, "plain-none"));
            asked.join("\n")
        };
        let Some(true_now) = talk(&format!("{asked}\n")).and_then(|typed| true_now(&typed, questions.len()))
        else {
            return true;
        };
        told = true;
        for (index, id) in questions.iter().enumerate() {
            let answer = match true_now.contains(&index) {
                true => Answer::Yes,
                false => Answer::No,
            };
            known.today.answers.give(id.clone(), Given::plain(answer));
        }
        let keep = known.keep_today();
        // The answers hold for this run even where they cannot be kept; the check-in said so already.
        keeper.perform(keep, known.now.wall);
    }
    told
}

/// The same questions after the newest practice, line by line. Nothing where nothing was asked before.
pub(super) fn converse_after(home: &mut Home, talk: Talk<'_>) -> Result<(), CliError> {
    let Home { known, keeper, .. } = home;
    let newest = known.diary.pages.practices.last().map(|practice| practice.id);
    let Some((before, false)) = newest.and_then(|id| known.diary.before(id)) else {
        return Ok(());
    };
    let wanted = asked_after(&known.settings.questions, &before.answers);
    let (of, day) = (before.id, before.day);
    let mut writing = Writing::new(known, keeper);
    writing.new.phase = Phase::After;
    writing.new.of = Some(of);
    writing.new.practice = newest;
    writing.new.day = day;
    ask(&mut writing, &wanted, known, talk)
}

/// The question as a line.
fn prompt(look: &Look, question: Question) -> String {
    let words = checkin::question(look, question);
    match question {
        Question::Mood => {
            let steps: Vec<String> = Mood::ALL
                .into_iter()
                .map(|mood| format!("{} {}", mood.step(), evening::mood(look, mood)))
                .collect();
            format!("{words} ({})", steps.join(", "))
        }
        Question::Scale(_) | Question::Much(_) => {
            let (none, most) = checkin::ends(look, question);
            format!("{words} (0 {none}, 10 {most})")
        }
        Question::Where => format!("{words} ({})", t!(look, "checkin-plain-where")),
        Question::Tags => format!("{words} ({})", t!(look, "checkin-plain-tags")),
        Question::Note => words,
    }
}

/// Puts a typed line into the answers; an empty one skips.
fn understand(look: &Look, question: Question, line: &str, answers: &mut Answers) -> Result<(), String> {
    if line.is_empty() {
        return Ok(());
    }
    match question {
        Question::Mood => {
            let mood = parse_mood(line).map_err(|_| t!(look, "checkin-plain-mood"))?;
            answers.mood = Some(mood);
        }
        Question::Scale(scale) => answers.set_score(scale, Some(typed_score(look, line)?)),
        Question::Much(felt) => answers.rate(felt, Some(typed_score(look, line)?)),
        Question::Where => {
            let names = line.split([',', ';']).map(str::trim);
            let mut unknown = Vec::new();
            for name in names.filter(|name| !name.is_empty()) {
                let Some(found) = named(look, name) else {
                    unknown.push(name);
                    continue;
                };
                for felt in found {
                    if !answers.has(felt) {
                        answers.toggle(felt);
                    }
                }
            }
            // What was understood stays; only the rest is asked for again.
            if !unknown.is_empty() {
                return Err(t!(look, "checkin-plain-no-place", name = unknown.join(", ")));
            }
        }
        Question::Tags => {
            for tag in line
                .split([',', ';'])
                .map(str::trim)
                .filter(|tag| !tag.is_empty())
            {
                if !answers.tags.iter().any(|known| known == tag) {
                    answers.tags.push(tag.to_owned());
                }
            }
        }
        Question::Note => answers.note = line.to_owned(),
    }
    Ok(())
}

fn typed_score(look: &Look, line: &str) -> Result<Score, String> {
    parse_score(line).map_err(|_| t!(look, "checkin-plain-score"))
}

/// The place a person means by an id or by its name: "neck", "shoulder-left", "Venstre skulder", "skulder"
/// (both sides).
fn named(look: &Look, name: &str) -> Option<Vec<Felt>> {
    let name = name.to_lowercase();
    if let Some(felt) = Felt::from_id(&name) {
        return Some(vec![felt]);
    }
    let all = Felt::all();
    if let Some(felt) = all
        .iter()
        .find(|felt| evening::felt(look, **felt).to_lowercase() == name)
    {
        return Some(vec![*felt]);
    }
    let part: Vec<Felt> = all
        .into_iter()
        .filter(|felt| {
            felt.part()
                .is_some_and(|part| evening::part(look, part).to_lowercase() == name)
        })
        .collect();
    (!part.is_empty()).then_some(part)
}

/// One line that repeats what was written, so that a slip of the finger is seen.
fn written(look: &Look, answers: &Answers) -> String {
    let mut words: Vec<String> = answers
        .mood
        .map(|mood| evening::mood(look, mood))
        .into_iter()
        .collect();
    words.extend(
        answers
            .numbers()
            .map(|(measure, score)| format!("{} {}", evening::measure(look, measure), score.value())),
    );
    let unrated = answers.felt.iter().filter(|feeling| feeling.much.is_none());
    words.extend(unrated.map(|feeling| evening::felt(look, feeling.felt)));
    words.extend(answers.tags.iter().map(|tag| format!("#{tag}")));
    if !answers.note.is_empty() {
        words.push(answers.note.clone());
    }
    t!(look, "checkin-plain-written", what = words.join(", "))
}

/// What must be asked first, or what suits.
/// `told` where its signs stand above already.
fn what_suits(suggestion: &Suggestion, told: bool, known: &Known, look: &Look) -> Vec<String> {
    match suggestion.stage(known) {
        Stage::Ask { questions, because } => {
            let mut lines = match told {
                true => vec![t!(look, "checkin-plain-open")],
                false => vec![
                    evening::because(look, because),
                    t!(look, "checkin-plain-ask-first"),
                ],
            };
            for id in questions.iter().filter(|_| !told) {
                if let Some(question) = known.content.rules.question(id) {
                    lines.push(format!("  {}", question.words.get(look.lang)));
                }
            }
            let help = questions
                .iter()
                .filter_map(|id| known.content.rules.question(id)?.help)
                .max();
            lines.extend(help.map_or_else(Vec::new, |help| say::calls(look, help, known)));
            lines
        }
        Stage::Stop { rules, help } => {
            let why = rules
                .iter()
                .map(|rule| format!("! {} {}", rule.reason.get(look.lang), rule.instead.get(look.lang)));
            let calls = help.map_or_else(Vec::new, |help| say::calls(look, help, known));
            calls.into_iter().chain(why).collect()
        }
        Stage::Offer {
            suggestion: offered,
            notes,
            ..
        } => {
            let mut lines: Vec<String> = notes
                .iter()
                .map(|rule| format!("! {}", rule.reason.get(look.lang)))
                .collect();
            match offered.first {
                None => lines.push(t!(look, "suggestion-nothing")),
                Some(offer) => {
                    let routine = known.routines.by_id(offer.routine);
                    let name = routine.map_or(offer.routine, |routine| routine.name.get(look.lang));
                    let because = evening::because(look, offer.because);
                    lines.push(format!("{because} {name}: hegu practice {}", offer.routine));
                }
            }
            lines
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Diary;
    use crate::domain::checkin::Part;
    use crate::domain::words::Lang;

    fn known(lang: Lang) -> Known {
        Known::at("2026-11-22T21:40:00+01:00").speaking(lang)
    }

    /// Lives a conversation; returns what was said and what is on the disk.
    fn talk(lang: Lang, lines: &str) -> (String, Vec<Answers>) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut keeper = Keeper::new(folder.path().join("journal.sqlite3"));
        let known = known(lang);
        let mut said = Vec::new();
        let mut writing = Writing::new(&known, &mut keeper);
        let mut talk = on_streams(lines.as_bytes(), &mut said);
        ask(&mut writing, &known.settings.questions, &known, &mut talk).expect("a disk");
        drop(talk);
        let mut diary = Diary::default();
        diary.take(keeper.perform(Diary::open(known.day_start(), known.now.wall), known.now.wall));
        let entries = diary
            .pages
            .check_ins
            .into_iter()
            .map(|entry| entry.answers)
            .collect();
        (String::from_utf8(said).expect("text"), entries)
    }

    #[test]
    fn a_conversation_is_written_line_by_line() {
        let (said, entries) = talk(
            Lang::En,
            "3\n6\n\neleven\n4\n7\nneck, shoulder-left\n5\n\ncoffee, a walk\nLong day.\n",
        );
        assert!(said.contains("How are you right now?"));
        assert!(said.contains("Neck: how much right now?"));
        let mut expected = Answers {
            mood: Some(Mood::AllRight),
            tension: Score::new(6),
            tiredness: Score::new(4),
            sleep: Score::new(7),
            tags: vec!["coffee".into(), "a walk".into()],
            note: "Long day.".into(),
            ..Answers::default()
        };
        expected.rate(Felt::At(Part::Neck, None), Score::new(5));
        expected.rate(
            Felt::At(Part::Shoulder, Some(crate::domain::point::Side::Left)),
            None,
        );
        assert_eq!(entries, [expected]);
    }

    #[test]
    fn the_conversation_may_end_anywhere_and_keeps_what_was_said() {
        let (_, entries) = talk(Lang::Da, "4\n2\n");
        let expected = Answers {
            mood: Some(Mood::Good),
            tension: Score::new(2),
            ..Answers::default()
        };
        assert_eq!(entries, [expected]);
        // Nothing said, nothing written.
        assert_eq!(talk(Lang::Da, "").1, []);
        assert_eq!(talk(Lang::Da, "\n\n\n\n\n\n\n").1, []);
    }

    #[test]
    fn places_are_known_by_id_and_by_name() {
        let known = known(Lang::Da);
        let look = Look::new(&known);
        assert_eq!(named(&look, "Nakke"), Some(vec![Felt::At(Part::Neck, None)]));
        assert_eq!(
            named(&look, "low-back"),
            Some(vec![Felt::At(Part::LowBack, None)])
        );
        assert_eq!(named(&look, "skulder").expect("both sides").len(), 2);
        assert_eq!(named(&look, "venstre skulder").expect("one side").len(), 1);
        assert_eq!(named(&look, "sjæl"), None);
    }
}
