//! What hegu does without a screen: one verb per file. Exit codes and JSON are a contract: `docs/cli.md`.

pub mod breathe;
pub mod check;
pub mod checkin;
pub mod completions;
pub mod config;
pub mod doctor;
mod error;
pub mod evening;
pub mod evidence;
pub mod figure;
pub mod journal;
pub mod json;
pub mod keys;
pub mod languages;
pub mod learn;
pub mod man;
pub mod map;
mod named;
pub mod plain;
pub mod point;
pub mod point_json;
pub mod points;
pub mod practice;
pub mod profile;
pub mod remind;
pub mod report;
pub mod routines;
pub mod settings;
pub mod spoken;
pub mod status;
mod today;
pub mod told;

pub use error::CliError;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::CompleteEnv;
use clap_complete::engine::ArgValueCompleter;

use crate::app::card::Card;
use crate::app::keymap::Keymap;
use crate::app::lesson::Lesson;
use crate::app::preview::Preview;
use crate::app::quiz::Quiz;
use crate::app::settings::Colors;
use crate::app::update::{self, act};
use crate::app::{Action, Diary, Effect, Kept, Known, Model, Own, Said, Screen, Settings};
use crate::content::looks::Ground;
use crate::content::{Content, Problems};
use crate::domain::words::{Lang, Languages, printable};
use crate::platform::ahead;
use crate::platform::beside::Setup;
use crate::platform::clock::Clock;
use crate::platform::desk::Desk;
use crate::platform::journal::keeper::Keeper;
use crate::platform::own_files::{self, read_file};
use crate::platform::places::{HOME_VARIABLE, Places};
use crate::platform::world::{RealWorld, size};
use crate::runtime;
use crate::t;
use crate::ui::look::Look;
use crate::ui::words;

/// An acupressure companion in the terminal: an atlas, a paced practice, an evening check-in.
#[derive(Debug, Default, Parser)]
#[command(name = "hegu", version, about, disable_help_subcommand = true)]
pub struct Cli {
    /// Language: en, da, or the tag of a folder in texts.d. Otherwise the locale decides.
    #[arg(long, global = true)]
    pub lang: Option<String>,
    /// The folder for the journal and everything else of yours. Otherwise HEGU_HOME, else the usual places.
    #[arg(long, global = true, value_name = "DIR")]
    pub home: Option<PathBuf>,
    /// Colours: auto, always, never, 16, 256 or true. Goes before NO_COLOR and the settings.
    #[arg(long, global = true, value_name = "WHEN",
          value_parser = ["auto", "always", "never", "16", "256", "true"], hide_possible_values = true)]
    pub color: Option<String>,
    /// The verb; without one the app opens.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists points; a query is a code in any spelling, a name, or a plain word in either language.
    #[command(alias = "search", alias = "find")]
    Points(points::PointsArgs),
    /// One point in words, its cautions included.
    Point(point::PointArgs),
    /// What a meridian is and is not, its course and its points.
    Meridian(told::MeridianArgs),
    /// The first lesson: your own fingers as a measure, one point, and what touch, pressure and pain are.
    Lesson(learn::LessonArgs),
    /// Asks where points are, and asks again what was hard.
    Quiz(learn::QuizArgs),
    /// What tradition means by a category of points, and what each of them stands for.
    Category(told::CategoryArgs),
    /// The evening questions, as lines or as options.
    #[command(name = "checkin")]
    CheckIn(checkin::CheckInArgs),
    /// The whole evening: questions, a routine that suits, the questions again, good night.
    Evening(evening::EveningArgs),
    /// What was written.
    Journal(journal::JournalArgs),
    /// Says "evening" once a day by the machine's own timer; shows it first.
    Remind(remind::RemindArgs),
    /// How today stands, in a line for a prompt or a status bar.
    Status(status::StatusArgs),
    /// One page about some weeks for a professional: HTML that prints as one A4, or Markdown.
    Report(report::ReportArgs),
    /// What applies to you.
    Profile(profile::ProfileArgs),
    /// What is known, with comparison, certainty and citation.
    Evidence(evidence::EvidenceArgs),
    /// Prints a drawing; with a point, the close-up and the finger ruler.
    Map(map::MapArgs),
    /// Reads points of your own and names every problem.
    Check(check::CheckArgs),
    /// Follows a routine or single points.
    Practice(practice::PracticeArgs),
    /// Lists the routines, or prints one as a sheet.
    Routines(routines::RoutinesArgs),
    /// Breaths only.
    Breathe(breathe::BreatheArgs),
    /// Opens the app at a point or a routine.
    Open(OpenArgs),
    /// Your settings: one commented file.
    Config(config::ConfigArgs),
    /// Every key, as it is now.
    Keys(keys::KeysArgs),
    /// What hegu has found out about this machine, and what it does with it.
    Doctor(doctor::DoctorArgs),
    /// The line that teaches your shell to complete with tab: verbs, points and routines.
    Completions(completions::CompletionsArgs),
    /// The manual, in the language hegu speaks now.
    Man(man::ManArgs),
    /// The figure's views, landmarks and rulers, lengths in u = stature / 75.
    Figure(figure::FigureArgs),
}

/// Where to open.
#[derive(Clone, Debug, Args)]
pub struct OpenArgs {
    /// hegu://LI4, a code, a name, or the id of a routine.
    #[arg(add = ArgValueCompleter::new(completions::practices))]
    pub address: String,
}

/// The beginning of an address.
const SCHEME: &str = "hegu://";

/// A bare address is opened, and one given to a verb is what it names.
pub fn with_address(args: Vec<String>) -> Vec<String> {
    let mut args = args;
    let bare = args.get(1).is_some_and(|arg| arg.starts_with(SCHEME));
    for arg in args.iter_mut().skip(1) {
        if let Some(named) = arg.strip_prefix(SCHEME) {
            *arg = named.trim_end_matches('/').to_owned();
        }
    }
    if bare {
        args.insert(1, "open".to_owned());
    }
    args
}

/// Arguments in, exit code out.
pub fn main() -> ExitCode {
    CompleteEnv::with_factory(Cli::command)
        .var(completions::VARIABLE)
        .complete();
    // Arguments that are not UTF-8 are shown as they can be; no path of hegu's verbs needs them.
    let args: Vec<String> = std::env::args_os()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    if args.len() <= 1 {
        // Nothing was asked for: the app opens, and no command line need be understood before its first frame.
        return ended(run(Cli::default()));
    }
    let args = with_address(args);
    let lang = spoken::lang_of(&args, settings::lang_before(&args));
    let parsed = spoken::command(lang)
        .try_get_matches_from(&args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            let code = error.exit_code();
            match spoken::error_text(&error, lang) {
                Some(text) => drop(io::stderr().write_all(printable(&text).as_bytes())),
                // What was typed is quoted, and must not act on the terminal. Help and version are hegu's own.
                None if error.use_stderr() => {
                    drop(io::stderr().write_all(printable(&error.render().to_string()).as_bytes()));
                }
                None => drop(error.print()),
            }
            return ExitCode::from(code as u8);
        }
    };
    ended(run(cli))
}

/// What is said of an ending, and its exit code.
fn ended(ending: Result<(), CliError>) -> ExitCode {
    match ending {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut stderr = io::stderr().lock();
            drop(writeln!(stderr, "hegu: {}", printable(&error.message)));
            if !error.hint.is_empty() {
                drop(writeln!(stderr, "{}", printable(&error.hint)));
            }
            ExitCode::from(error.code)
        }
    }
}

fn run(cli: Cli) -> Result<(), CliError> {
    let places = Places::find(cli.home.as_deref(), std::env::var_os(HOME_VARIABLE))
        .ok_or_else(|| CliError::no_home(HOME_VARIABLE))?;
    let (looks, wrong) = own_files::looks(&places);
    let looks = &looks;
    let (languages, untold) = languages::read(&places);
    let var = |name: &str| std::env::var(name).ok();
    let mut effect = settings::gather(&cli, &places.settings(), looks, &languages, var);
    effect.problems.extend(wrong);
    effect.problems.extend(untold);
    if let Some(tag) = cli.lang.as_deref().filter(|tag| languages.named(tag).is_none()) {
        return Err(no_language(tag, &languages, &places, effect.settings.lang));
    }
    let settings = effect.settings.clone();
    if !matches!(
        cli.verb,
        Some(Verb::Config(_) | Verb::Doctor(_) | Verb::Man(_) | Verb::Completions(_))
    ) {
        // Said before the app takes the terminal, and never a reason not to begin.
        drop(io::stderr().write_all(effect.problems.say(settings.lang).as_bytes()));
    }
    match cli.verb {
        None => open(settings, &places, Vec::new()),
        Some(Verb::CheckIn(args)) if args.wants_screen() => open(settings, &places, vec![Action::CheckIn]),
        Some(Verb::CheckIn(args)) => checkin::run(&args, Home::open(settings, &places)?),
        Some(Verb::Journal(args)) => journal::run(&args, settings, &places),
        Some(Verb::Remind(args)) => remind::run(&args, settings, &places),
        Some(Verb::Status(args)) => status::run(&args, &settings, &places),
        Some(Verb::Report(args)) => report::run(&args, &Home::open(settings, &places)?),
        Some(Verb::Evening(args)) if args.wants_screen() => open(settings, &places, vec![Action::CheckIn]),
        Some(Verb::Evening(_)) => evening::run(|| Home::open(settings.clone(), &places)),
        Some(Verb::Points(args)) => print(&points::run(&args, &Home::open(settings, &places)?.known)?),
        Some(Verb::Point(args)) if args.never || args.again => {
            print(&point::leave_out(&args, Home::open(settings, &places)?)?)
        }
        Some(Verb::Point(args)) => print(&point::run(&args, &Home::open(settings, &places)?.known)?),
        Some(Verb::Lesson(args)) if args.wants_screen() => {
            open_at(settings, &places, |known| Ok(Screen::Lesson(Lesson::new(known))))
        }
        Some(Verb::Lesson(_)) => learn::lesson(&Home::open(settings, &places)?.known),
        Some(Verb::Quiz(args)) if args.wants_screen() => open_at(settings, &places, |known| {
            Ok(Screen::Quiz(Box::new(Quiz::new(args.scope(), known))))
        }),
        Some(Verb::Quiz(args)) => learn::quiz(&args, Home::open(settings, &places)?),
        Some(Verb::Meridian(args)) => print(&told::meridian(&args, &Home::open(settings, &places)?.known)?),
        Some(Verb::Category(args)) => print(&told::category(&args, &Home::open(settings, &places)?.known)?),
        Some(Verb::Profile(args)) if args.wants_screen() => open(settings, &places, vec![Action::Answers]),
        Some(Verb::Profile(args)) => profile::run(&args, Home::open(settings, &places)?),
        Some(Verb::Evidence(args)) => {
            let known = Known::new(crate::shipped(), settings, Clock::default().now(), (80, 24));
            evidence::run(&args, &known)
        }
        Some(Verb::Map(args)) => {
            let terminal = io::stdout().is_terminal().then(size).flatten();
            print(&map::map(
                &args,
                content(&places, settings.lang),
                &settings,
                terminal,
            )?)
        }
        Some(Verb::Check(args)) => {
            let known = Known::new(crate::shipped(), settings, Clock::default().now(), (80, 24));
            check::run(&args, &Look::new(&known))
        }
        Some(Verb::Open(args)) => open_at(settings, &places, |known| at_address(&args.address, known)),
        Some(Verb::Keys(args)) => keys::run(&args, &places, settings.lang),
        Some(Verb::Doctor(args)) => {
            let look = Look::of(crate::shipped(), &settings);
            doctor::run(&args, &effect, &places, &look)
        }
        Some(Verb::Completions(args)) => completions::run(&args),
        Some(Verb::Man(args)) => man::run(&args, settings.lang),
        Some(Verb::Config(args)) => {
            let look = Look::of(crate::shipped(), &settings);
            config::run(&args, &effect, &places, looks, &look)
        }
        Some(Verb::Figure(args)) => print(&figure::run(&args, content(&places, settings.lang))?),
        Some(Verb::Practice(args)) if args.wants_screen() => {
            open_at(settings, &places, |known| args.preview(known).map(ahead))
        }
        Some(Verb::Practice(args)) => practice::run(&args, Home::open(settings, &places)?),
        Some(Verb::Breathe(args)) if args.wants_screen() => {
            open_at(settings, &places, |known| args.preview(known).map(ahead))
        }
        Some(Verb::Breathe(args)) => breathe::run(&args, Home::open(settings, &places)?),
        Some(Verb::Routines(args)) => routines::run(&args, &Home::open(settings, &places)?.known, &places),
    }
}

/// What a verb knows of the person: the same as the app, read from the same journal.
#[derive(Debug)]
pub struct Home {
    /// Content, settings, profile and journal.
    pub known: Known,
    /// The journal itself.
    pub keeper: Keeper,
    /// What runs beside a practice.
    pub beside: Setup,
}

impl Home {
    /// Reads the journal. Where there is none yet none is made: reading leaves no trace.
    pub fn open(settings: Settings, places: &Places) -> Result<Home, CliError> {
        let now = Clock::default().now();
        let size = size().unwrap_or((80, 24));
        let own = own(places, settings.lang);
        let mut known = Known::new(own.content, settings, now, size);
        own.routines
            .into_iter()
            .for_each(|routine| known.put_routine(routine));
        let mut keeper = Keeper::new(places.journal());
        if keeper.path().exists() {
            match keeper.perform(Diary::open(known.day_start(), now.wall), now.wall) {
                Kept::Failed { trouble, .. } => {
                    return Err(CliError::trouble(&Look::new(&known), &trouble));
                }
                kept => {
                    if let Kept::Open { aside, only_read, .. } = &kept {
                        let said = [
                            aside.clone().map(Said::SetAside),
                            only_read.clone().map(Said::OnlyRead),
                        ];
                        for said in said.into_iter().flatten() {
                            let words = words::said(&Look::new(&known), &said);
                            drop(writeln!(io::stderr(), "hegu: {}", printable(&words)));
                        }
                    }
                    known.take_in(kept);
                    if !known.diary.unread.is_empty() {
                        let words =
                            words::said(&Look::new(&known), &Said::Unread(known.diary.unread.clone()));
                        drop(writeln!(io::stderr(), "hegu: {}", printable(&words)));
                    }
                }
            }
        }
        let beside = Setup::new(places, |name| std::env::var_os(name));
        Ok(Home {
            known,
            keeper,
            beside,
        })
    }
}

/// How wide an answer in words is, columns: somewhat less than the usual eighty.
const WIDTH: u16 = 76;

/// Whether there is a person who reads and types: the screen may open, and questions may be put.
fn at_the_keys() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Prints a text.
pub fn print(text: &str) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    written(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// What became of writing. A reader that has gone away has seen enough: that is no error.
fn written(result: io::Result<()>) -> Result<(), CliError> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CliError::output(&error)),
        _ => Ok(()),
    }
}

/// Everything shipped and the person's own points. What is wrong with their files is said on standard error;
/// the verb goes on with what is right.
fn content(places: &Places, lang: Lang) -> &'static Content {
    own(places, lang).content
}

/// The same, with their routines.
fn own(places: &Places, lang: Lang) -> Own {
    let (own, problems) = own_files::read(places);
    drop(io::stderr().write_all(problems.say(lang).as_bytes()));
    own
}

/// What is wrong with a tag of the command line that names no language there is.
fn no_language(tag: &str, languages: &Languages, places: &Places, lang: Lang) -> CliError {
    let tags: Vec<&str> = languages.all().map(Lang::tag).collect();
    let (tags, folder) = (tags.join(", "), places.texts().join(tag).display().to_string());
    let look = Look::bare(lang);
    CliError {
        message: t!(look, "cli-no-language", tag = tag, tags = tags),
        hint: t!(look, "cli-no-language-hint", folder = folder),
        code: 2,
    }
}

/// The person's own keys among the shipped ones, and what is wrong with their file.
pub fn own_keys(places: &Places) -> (Keymap, Problems) {
    let path = places.keymap();
    if !path.exists() {
        return (Keymap::default(), Problems::default());
    }
    match read_file(&path) {
        Ok(own) => Keymap::read(own.source()),
        Err(problem) => (Keymap::default(), Problems(vec![*problem])),
    }
}

/// A plan before it is lived.
fn ahead(preview: Preview) -> Screen {
    Screen::Preview(Box::new(preview))
}

/// What an address names.
fn at_address(address: &str, known: &Known) -> Result<Screen, CliError> {
    if let Some(routine) = known.routines.by_typed(address) {
        return Ok(ahead(Preview::of_routine(routine)));
    }
    let point = point::meant(address, known)?;
    Ok(Screen::Card(Card::of(point, &known.content.atlas)))
}

/// Opens the app, and does there what a verb asks for. The person's own points and routines come when they are
/// read, behind the first frame.
fn open(settings: Settings, places: &Places, first: Vec<Action>) -> Result<(), CliError> {
    let (clock, mut model) = start(settings, own_files::shipped(places))?;
    let mut effects = begin(&mut model, places);
    effects.extend(first.into_iter().flat_map(|action| act(&mut model, action)));
    if own_files::any(places) {
        effects.push(Effect::ReadOwn);
    }
    enter(clock, model, places, effects)
}

/// Opens the app with the screen of a verb in front, who may mean a point or a routine of the person's own.
fn open_at(
    settings: Settings,
    places: &Places,
    screen: impl FnOnce(&Known) -> Result<Screen, CliError>,
) -> Result<(), CliError> {
    let (own, _) = own_files::read(places);
    let (clock, mut model) = start(settings, own.content)?;
    own.routines
        .into_iter()
        .for_each(|routine| model.known.put_routine(routine));
    model.say_problems(own.problems);
    let effects = begin(&mut model, places);
    let screen = screen(&model.known)?;
    update::open(&mut model, screen);
    enter(clock, model, places, effects)
}

/// The model before anything happened.
fn start(settings: Settings, content: &'static Content) -> Result<(Clock, Model), CliError> {
    if !io::stdout().is_terminal() {
        return Err(CliError::no_terminal());
    }
    ahead::begin(settings.lang);
    let clock = Clock::default();
    let mut model = Model::new(content, settings, clock.now(), size().unwrap_or((80, 24)));
    model.known.spell = words::spell;
    Ok((clock, model))
}

/// What is to be done after the first frame.
fn begin(model: &mut Model, places: &Places) -> Vec<Effect> {
    let open = Diary::open(model.known.day_start(), model.known.now.wall);
    let mut effects = Vec::new();
    model.known.keymap = own_keys(places).0;
    let silent = std::env::var("TERM").is_ok_and(|term| matches!(term.as_str(), "dumb" | "linux"));
    // The edge of the filled body fades into the very colour of the ground.
    let settings = &model.known.settings;
    if (settings.ground == Ground::Any || settings.colors == Colors::True) && !silent {
        effects.push(Effect::HearGround);
    }
    effects.push(Effect::Keep(open));
    effects
}

/// Takes the terminal, and gives it back at the end.
fn enter(clock: Clock, mut model: Model, places: &Places, effects: Vec<Effect>) -> Result<(), CliError> {
    let broken = |error: io::Error| CliError::terminal(&error);
    let desk = Desk::new(places.journal())
        .with_settings(places.settings())
        .with_routines(places.routines());
    let beside = Setup::new(places, |name| std::env::var_os(name));
    let size = model.known.size;
    let mut world = RealWorld::enter(clock, desk, beside, size)
        .map_err(broken)?
        .with_own(places.clone(), model.known.settings.languages.clone());
    if effects.contains(&Effect::HearGround) {
        world.ask_ground();
    }
    if matches!(model.screen, Screen::Browser(_)) {
        ahead::read(model.known.content);
    }
    for answer in world.heard_ground() {
        runtime::step(&mut world, &mut model, answer);
    }
    runtime::run(&mut world, model, effects).map_err(broken)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_point_a_routine_and_a_routine_of_ones_own() {
        let mut known = Known::at("2026-11-22T21:40:00+01:00");
        let mut own = known.routines.by_id("evening-unwind").expect("a routine").clone();
        own.id = "my-evening".into();
        known.put_routine(own);
        let named = |address: &str| at_address(address, &known);
        for address in ["evening-unwind", "my-evening"] {
            let screen = named(address).expect("a routine");
            let Screen::Preview(preview) = screen else {
                panic!("{screen:?}");
            };
            assert_eq!(preview.wish.routine.as_deref(), Some(address));
        }
        assert!(matches!(named("LI4"), Ok(Screen::Card(_))));
        assert!(named("my-morning").is_err());
    }
}
