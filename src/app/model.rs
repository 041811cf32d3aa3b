//! The whole state of the running program.

use std::path::PathBuf;

use super::action::{Action, Context, Hint};
use super::addto::AddTo;
use super::asked::AskedForm;
use super::bench::Bench;
use super::browser::Browser;
use super::card::Card;
use super::checkin::CheckIn;
use super::commands::Commands;
use super::compose::Compose;
use super::effect::Effect;
use super::evidence::EvidencePage;
use super::find::Find;
use super::goodnight::GoodNight;
use super::journal::Journal;
use super::keep::Keep;
use super::known::Known;
use super::learn::Learn;
use super::lesson::Lesson;
use super::map::Map;
use super::message::{Hit, Pointer};
use super::practice::Practising;
use super::preview::Preview;
use super::profile::ProfileForm;
use super::quiz::Quiz;
use super::redflags::RedFlags;
use super::routines::Shelf;
use super::search::Search;
use super::settings::{FigureStyle, Settings};
use super::sight::Sight;
use super::sore::Sore;
use super::suggestion::Suggestion;
use super::today::Evening;
use super::told::Told;
use super::tour::Tour;
use super::trial::TrialPage;
use super::welcome::Welcome;
use super::why::Why;
use crate::content::Content;
use crate::domain::atlas::PointId;
use crate::domain::checkin::{PracticeId, Question};
use crate::domain::journal::{Trouble, Undone};
use crate::domain::practice;
use crate::domain::profile::{Given, Profile};
use crate::domain::routine::Routine;
use crate::domain::sound::Background;
use crate::domain::time::{Moment, Ms, Now};
use crate::domain::words::{Text, Words};

/// The state of the program.
#[derive(Clone, Debug)]
pub struct Model {
    /// What every screen may read.
    pub known: Known,
    /// The screen in front.
    pub screen: Screen,
    /// The screens behind it, the nearest last: where `esc` leads.
    pub behind: Vec<Screen>,
    /// What lies over the screen, if anything.
    pub overlay: Option<Overlay>,
    /// A short line in the first row that goes by itself.
    pub notice: Option<Notice>,
    /// The program is ending.
    pub over: bool,
}

impl Model {
    /// The program as it opens.
    pub fn new(content: &'static Content, settings: Settings, now: Now, size: (u16, u16)) -> Model {
        Model {
            known: Known::new(content, settings, now, size),
            screen: Screen::Browser(Browser::default()),
            behind: Vec::new(),
            overlay: None,
            notice: None,
            over: false,
        }
    }

    /// Where the person is, for the keymap: over a screen letters are text.
    pub fn context(&self) -> Context {
        match &self.overlay {
            Some(Overlay::Help { .. }) => Context::Text,
            None => self.screen.context(),
        }
    }

    /// Says that there are problems in the person's own files, if there are.
    pub fn say_problems(&mut self, count: usize) {
        if count > 0 {
            self.notice = Some(Notice {
                what: Said::OwnFiles(count),
                until: self.known.now.steady.after(NOTICE_MS),
            });
        }
    }
}

/// One of the screens, with its state.
#[derive(Clone, Debug)]
pub enum Screen {
    /// Meridians, regions or uses, and their points.
    Browser(Browser),
    /// One point.
    Card(Card),
    /// How a point is found.
    Find(Find),
    /// The body with a point on it.
    Map(Map),
    /// What there is to learn.
    Learn(Learn),
    /// The first lesson.
    Lesson(Lesson),
    /// Where is the point?
    Quiz(Box<Quiz>),
    /// Anything, as it is typed.
    Search(Search),
    /// The questions of an evening, before or after a practice.
    CheckIn(CheckIn),
    /// What suits the answers.
    Suggestion(Suggestion),
    /// The end of an evening.
    GoodNight(GoodNight),
    /// The days, one day, and what the numbers say.
    Journal(Journal),
    /// The routines.
    Routines(Shelf),
    /// What for, how long, and what comes of it.
    Compose(Compose),
    /// Which routine a point is to come into.
    AddTo(AddTo),
    /// A routine of the person's own, to be changed.
    Bench(Box<Bench>),
    /// A plan before it is lived.
    Preview(Box<Preview>),
    /// A practice.
    Practice(Box<Practising>),
    /// What this is, once.
    Welcome(Welcome),
    /// What applies to you.
    Profile(ProfileForm),
    /// What the check-in asks.
    Asked(AskedForm),
    /// The fair trial of one.
    Trial(TrialPage),
    /// Red flags, and the page with the number.
    RedFlags(RedFlags),
    /// Why a point is said to be what it is.
    Why(Why),
    /// What we know.
    Evidence(EvidencePage),
    /// Which points are sore, and rest.
    Sore(Sore),
    /// A page about a meridian, a category, a question.
    Told(Told),
    /// The palette.
    Commands(Commands),
    /// What an evening may begin with.
    Today(Evening),
    /// The short tour.
    Tour(Tour),
}

/// What lies over a screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// The keys.
    Help {
        /// First row shown.
        scroll: usize,
        /// What is looked for; only rows with it are shown.
        query: String,
    },
}

/// A short line that appears and goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it says.
    pub what: Said,
    /// When it goes.
    pub until: Moment,
}

/// Everything a notice can say. The words are in `ui::words`.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The language was changed.
    LanguageChanged,
    /// The figure is drawn in another style.
    FigureChanged(FigureStyle),
    /// The body has another fill now: its name.
    SkinChanged(Words),
    /// A choice holds until the program ends, and could not be written; why.
    NotChosen(String),
    /// This point's words were given to the terminal's clipboard.
    Copied(PointId),
    /// The looks were changed to the theme with this id.
    ThemeChanged(String),
    /// The journal could not be read or written.
    Trouble(Trouble),
    /// So many problems are in the person's own files.
    OwnFiles(usize),
    /// A damaged journal was set aside here, and a new one begun.
    SetAside(PathBuf),
    /// The journal can be read, and nothing can be kept.
    OnlyRead(Trouble),
    /// These answers of the profile cannot be read as they stand, and count as yes.
    Unread(Vec<String>),
    /// This routine keeps its length.
    LengthFixed,
    /// So many minutes are the least that holds this plan.
    LengthLeast(u8),
    /// So many minutes are the most.
    LengthMost(u8),
    /// A practice did not do what was asked.
    Refused(practice::Refused),
    /// The machine was asleep; the practice is paused.
    WokeUp,
    /// What was said since a practice began closes this point; all of it where none is named.
    Closed(Option<String>),
    /// The practice has become longer than it was planned, by so many ms.
    Longer(Ms),
    /// The person's own command did not do it.
    HookFailed(String),
    /// How loud it is now, percent; `None` when it is muted.
    Volume(Option<u8>),
    /// Whether lines are spoken from now on.
    Speech(bool),
    /// The background from now on.
    Background(Option<Background>),
    /// A point or a routine is a favourite, or no longer.
    Favourite(String, bool),
    /// A point is never to come again, or may come again.
    Never(String, bool),
    /// A routine of the person's own was changed and saved: its name.
    RoutineSaved(String),
    /// A routine was taken away; it can come back.
    RoutineGone(String),
    /// A routine could not be saved, and why.
    RoutineNotSaved(String),
    /// This routine is shipped with hegu, and stays.
    RoutineShipped,
    /// The same questions come once more in an hour, if hegu is opened then.
    AskedLater,
    /// The newest change was taken back.
    TookBack(Undone),
    /// There was nothing to take back.
    NothingToTakeBack,
    /// A check-in or a practice was taken away; z brings it back.
    TookAway,
    /// A practice of today cannot be taken away before tomorrow.
    PracticeStays,
    /// No editor could be started.
    NoEditor,
}

/// How long a notice stays, ms.
pub const NOTICE_MS: u64 = 6_000;

/// What a screen wants to happen next. Screens never navigate or touch the world themselves.
#[derive(Debug)]
pub enum Intent {
    /// Nothing more: the screen has changed itself, or not.
    Stay,
    /// Put another screen in front; `esc` comes back here.
    Open(Box<Screen>),
    /// Put another screen in the place of this one.
    Replace(Box<Screen>),
    /// Go back to the screen behind.
    Back,
    /// Say something in the first row.
    Say(Said),
    /// Ask the world for these.
    Do(Vec<Effect>),
    /// Ask the journal to keep this, after what it could not keep before.
    Keep(Keep),
    /// Questions about today were answered, each by its id: red flags, and today's body.
    AnswerToday(Vec<(Text, Given)>),
    /// The profile was changed.
    SaveProfile(Box<Profile>),
    /// Show a routine before it begins.
    OpenRoutine {
        /// Its id.
        id: String,
        /// Half the usual time is enough tonight.
        shorter: bool,
    },
    /// The check-in asks these from now on.
    Ask(Vec<Question>),
    /// A practice was stopped for a reason.
    StoppedFor {
        /// The id of the stop rule.
        rule: Text,
        /// The point that was pressed just then.
        point: Option<PointId>,
    },
    /// What a reason to stop says was read: practice is no longer locked.
    Unlock,
    /// A point is sore or bruised and rests from now on, or it was a mistake.
    Sore {
        /// The point.
        point: PointId,
        /// Which of the two.
        sore: bool,
    },
    /// A practice is over and was looked at; its place in the journal, if it has one.
    PracticeOver(Option<PracticeId>),
    /// Begin a routine by its id at once, after the questions about today.
    BeginRoutine(String),
    /// Go on with this, as if its key had been pressed: what was waiting for an answer.
    Act(Action),
    /// Note a small fact that outlives the program.
    Note {
        /// Its name.
        name: String,
        /// Its value; empty when it does not hold any more.
        value: String,
    },
    /// A point is never to come again, or may come again.
    Never(PointId),
    /// A routine becomes a favourite, or stops being one.
    FavourRoutine(String),
    /// A routine of the person's own was made or changed.
    SaveRoutine(Box<Routine>),
    /// A routine of the person's own is to go.
    TakeRoutine(String),
    /// One after the other.
    All(Vec<Intent>),
    /// Not for this screen: `update` may know what to do with the action.
    Pass,
}

impl Intent {
    /// Put another screen in front; `esc` comes back here.
    pub fn open(screen: Screen) -> Intent {
        Intent::Open(Box::new(screen))
    }

    /// Put another screen in the place of this one.
    pub fn replace(screen: Screen) -> Intent {
        Intent::Replace(Box::new(screen))
    }

    /// Show a plan before it begins.
    pub fn preview(preview: Preview) -> Intent {
        Intent::open(Screen::Preview(Box::new(preview)))
    }
}

impl Screen {
    /// Where the person is, for the keymap.
    pub fn context(&self) -> Context {
        match self {
            Screen::Browser(_) | Screen::Card(_) | Screen::Find(_) | Screen::Map(_) => Context::Atlas,
            Screen::Sore(_) => Context::Safety,
            Screen::Why(_) | Screen::Evidence(_) | Screen::Told(_) => Context::Atlas,
            Screen::Learn(_) | Screen::Lesson(_) | Screen::Quiz(_) => Context::Atlas,
            Screen::Welcome(_) | Screen::Profile(_) | Screen::RedFlags(_) => Context::Safety,
            Screen::Search(_) | Screen::Commands(_) => Context::Text,
            Screen::Today(_) | Screen::Tour(_) => Context::Atlas,
            Screen::CheckIn(check_in) => check_in.context(),
            Screen::Suggestion(_) | Screen::GoodNight(_) => Context::Safety,
            Screen::Journal(journal) => journal.context(),
            Screen::Asked(questions) => questions.context(),
            Screen::Trial(page) => page.context(),
            Screen::Routines(shelf) => shelf.context(),
            Screen::Compose(compose) => compose.context(),
            Screen::AddTo(_) => Context::Routines,
            Screen::Bench(bench) => bench.context(),
            Screen::Preview(preview) => preview.context(),
            Screen::Practice(practising) => practising.context(),
        }
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action, known: &Known) -> Intent {
        match self {
            Screen::Browser(browser) => browser.act(action, known),
            Screen::Card(card) => card.act(action, known),
            Screen::Find(find) => find.act(action, known),
            Screen::Map(map) => map.act(action, known),
            Screen::Learn(learn) => learn.act(action, known),
            Screen::Lesson(lesson) => lesson.act(action, known),
            Screen::Quiz(quiz) => quiz.act(action, known),
            Screen::Search(search) => search.act(action, known),
            Screen::CheckIn(check_in) => check_in.act(action, known),
            Screen::Suggestion(suggestion) => suggestion.act(action, known),
            Screen::GoodNight(good_night) => good_night.act(action, known),
            Screen::Journal(journal) => journal.act(action, known),
            Screen::Asked(questions) => questions.act(action, known),
            Screen::Trial(page) => page.act(action, known),
            Screen::Routines(shelf) => shelf.act(action, known),
            Screen::Compose(compose) => compose.act(action, known),
            Screen::AddTo(add) => add.act(action, known),
            Screen::Bench(bench) => bench.act(action, known),
            Screen::Preview(preview) => preview.act(action, known),
            Screen::Practice(practising) => practising.act(action, known),
            Screen::Welcome(welcome) => welcome.act(action, known),
            Screen::Profile(form) => form.act(action, known),
            Screen::RedFlags(flags) => flags.act(action, known),
            Screen::Why(why) => why.act(action, known),
            Screen::Evidence(page) => page.act(action, known),
            Screen::Sore(sore) => sore.act(action, known),
            Screen::Told(told) => told.act(action, known),
            Screen::Commands(commands) => commands.act(action, known),
            Screen::Today(evening) => evening.act(action, known),
            Screen::Tour(tour) => tour.act(action),
        }
    }

    /// What a typed or pasted text does here; only asked in [`Context::Text`].
    pub fn text(&mut self, text: &str, known: &Known) -> Intent {
        match self {
            Screen::Search(search) => search.text(text, known),
            Screen::Commands(commands) => commands.text(text, known),
            Screen::CheckIn(check_in) => check_in.text(text, known),
            Screen::Journal(journal) => journal.text(text, known),
            Screen::Bench(bench) => bench.text(text),
            _ => Intent::Stay,
        }
    }

    /// What the mouse does to a thing drawn here.
    pub fn point_at(&mut self, pointer: Pointer, hit: Hit, known: &Known) -> Intent {
        match self {
            Screen::Browser(browser) => browser.point_at(pointer, hit, known),
            Screen::Card(card) => card.point_at(pointer, hit, known),
            Screen::Find(find) => find.point_at(pointer, hit, known),
            Screen::Map(map) => map.point_at(pointer, hit, known),
            Screen::Learn(learn) => learn.point_at(pointer, hit, known),
            Screen::Lesson(lesson) => lesson.point_at(pointer, known),
            Screen::Quiz(quiz) => quiz.point_at(pointer, hit, known),
            Screen::Search(search) => search.point_at(pointer, hit, known),
            Screen::CheckIn(check_in) => check_in.point_at(pointer, hit, known),
            Screen::Suggestion(suggestion) => suggestion.point_at(pointer, hit, known),
            Screen::GoodNight(_) => Intent::Stay,
            Screen::Journal(journal) => journal.point_at(pointer, hit, known),
            Screen::Asked(questions) => questions.point_at(pointer, hit, known),
            Screen::Trial(page) => page.point_at(pointer, hit, known),
            Screen::Routines(shelf) => shelf.point_at(pointer, hit, known),
            Screen::Compose(compose) => compose.point_at(pointer, hit, known),
            Screen::AddTo(add) => add.point_at(pointer, hit, known),
            Screen::Bench(bench) => bench.point_at(pointer, hit, known),
            Screen::Preview(preview) => preview.point_at(pointer, hit, known),
            Screen::Practice(practising) => practising.point_at(pointer, hit, known),
            Screen::Welcome(_) => Intent::Stay,
            Screen::Profile(form) => form.point_at(pointer, hit, known),
            Screen::RedFlags(flags) => flags.point_at(pointer, hit, known),
            Screen::Why(why) => why.point_at(pointer, known),
            Screen::Evidence(page) => page.point_at(pointer, known),
            Screen::Sore(sore) => sore.point_at(pointer, hit, known),
            Screen::Told(told) => told.point_at(pointer, known),
            Screen::Commands(commands) => commands.point_at(pointer, hit, known),
            Screen::Today(evening) => evening.point_at(pointer, hit, known),
            Screen::Tour(_) => Intent::Stay,
        }
    }

    /// What the passing of time does here: called with every message, after `known.now` was set.
    pub fn tick(&mut self, known: &Known) -> Intent {
        match self {
            Screen::CheckIn(check_in) => check_in.tick(known),
            Screen::Practice(practising) => practising.tick(known),
            _ => Intent::Stay,
        }
    }

    /// What it means here that the program was stopped and runs again; called instead of [`Screen::tick`].
    pub fn continued(&mut self, known: &Known) -> Intent {
        match self {
            Screen::Practice(practising) => practising.continued(known),
            screen => screen.tick(known),
        }
    }

    /// What there is to do before the program ends.
    pub fn leave(&mut self, known: &Known) -> Intent {
        match self {
            Screen::Practice(practising) => practising.leave(known),
            _ => Intent::Stay,
        }
    }

    /// The hints of the bottom row, the most useful first. `esc` and `?` are added by the frame.
    pub fn hints(&self, known: &Known) -> Vec<Hint> {
        match self {
            Screen::Browser(browser) => browser.hints(known),
            Screen::Card(card) => card.hints(known),
            Screen::Find(find) => find.hints(known),
            Screen::Map(map) => map.hints(known),
            Screen::Learn(learn) => learn.hints(known),
            Screen::Lesson(lesson) => lesson.hints(known),
            Screen::Quiz(quiz) => quiz.hints(known),
            Screen::Search(search) => search.hints(known),
            Screen::CheckIn(check_in) => check_in.hints(known),
            Screen::Suggestion(suggestion) => suggestion.hints(known),
            Screen::GoodNight(good_night) => good_night.hints(known),
            Screen::Journal(journal) => journal.hints(known),
            Screen::Asked(questions) => questions.hints(known),
            Screen::Trial(page) => page.hints(known),
            Screen::Routines(shelf) => shelf.hints(known),
            Screen::Compose(compose) => compose.hints(known),
            Screen::AddTo(add) => add.hints(),
            Screen::Bench(bench) => bench.hints(),
            Screen::Preview(preview) => preview.hints(known),
            Screen::Practice(practising) => practising.hints(known),
            Screen::Welcome(welcome) => welcome.hints(),
            Screen::Profile(form) => form.hints(known),
            Screen::RedFlags(flags) => flags.hints(known),
            Screen::Why(why) => why.hints(known),
            Screen::Evidence(page) => page.hints(known),
            Screen::Sore(sore) => sore.hints(known),
            Screen::Told(told) => told.hints(known),
            Screen::Commands(commands) => commands.hints(),
            Screen::Today(evening) => evening.hints(known),
            Screen::Tour(tour) => tour.hints(),
        }
    }

    /// The point the screen is about, and how it is looked at: what `f`, `m`, `s` and space mean.
    pub fn sight(&self, known: &Known) -> Option<Sight> {
        match self {
            Screen::Browser(browser) => browser.sight(known),
            Screen::Card(card) => Some(card.sight),
            Screen::Find(find) => Some(find.sight),
            Screen::Map(map) => Some(map.sight),
            Screen::Search(search) => search.point().map(Sight::of),
            Screen::Today(evening) => evening.sight(known),
            _ => None,
        }
    }

    /// Whether esc leads anywhere from here. One page holds on to what has to be read first.
    pub fn can_go_back(&self, known: &Known) -> bool {
        match self {
            Screen::RedFlags(flags) => flags.can_go_back(known),
            _ => true,
        }
    }

    /// When this screen will change by itself; `None` when it stands still.
    pub fn wake(&self, known: &Known) -> Option<Moment> {
        match self {
            Screen::Find(find) => find.wake(known),
            Screen::Map(map) => map.wake(known),
            Screen::CheckIn(check_in) => check_in.wake(),
            Screen::Practice(practising) => practising.wake(known),
            _ => None,
        }
    }

    /// What is not written yet when the program ends.
    pub fn unsaved(&self, known: &Known) -> Option<Keep> {
        match self {
            Screen::CheckIn(check_in) => check_in.unsaved(known),
            _ => None,
        }
    }
}
