//! Everything a key can mean, once: the source of keymap, hint line, help, palette and README table.

/// One thing a person can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(
    missing_docs,
    reason = "each is explained by its sentence in help; see `ui::words::action`"
)]
pub enum Action {
    // Moving, everywhere.
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    Open,
    Back,
    Go,
    Next,
    Previous,
    // Places, everywhere.
    Today,
    Atlas,
    Routines,
    Journal,
    Safety,
    Learn,
    CheckIn,
    Answers,
    Search,
    Commands,
    Help,
    RedFlags,
    InWords,
    Language,
    Theme,
    Figure,
    Suspend,
    Tour,
    Quit,
    // Atlas.
    FindSpot,
    Map,
    Sources,
    AddToRoutine,
    Sore,
    OtherView,
    OtherSide,
    ZoomIn,
    ZoomOut,
    PanUp,
    PanDown,
    PanLeft,
    PanRight,
    Flow,
    BodyParts,
    Skin,
    Why,
    Favourite,
    Copy,
    Never,
    Compose,
    Earlier,
    Later,
    Restore,
    // Practice.
    Skip,
    Again,
    MoreTime,
    Softer,
    Faster,
    Slower,
    Sound,
    Speech,
    Louder,
    Quieter,
    Background,
    LargeDigits,
    // Check-in and journal.
    Digit(u8),
    Day,
    Week,
    Month,
    Year,
    Insight,
    Edit,
    Undo,
    AskLater,
    StepBack,
    StepOn,
    AddHere,
    TakeAway,
    WhereFelt,
    Narrow,
    ShowPractices,
    Compare,
    OtherDay,
    Questions,
    Editor,
    // Safety.
    Yes,
    No,
    DeleteAll,
}

impl Action {
    /// Every action that has keys, in the order of [`BINDINGS`], each once.
    pub fn all() -> Vec<Action> {
        let mut all = Vec::new();
        for binding in BINDINGS {
            if !all.contains(&binding.action) {
                all.push(binding.action);
            }
        }
        all
    }

    /// The id used in `keymap.toml`: `find-spot`, `answer-7`.
    pub fn id(self) -> String {
        if let Action::Digit(digit) = self {
            return format!("answer-{digit}");
        }
        let mut id = String::new();
        for c in format!("{self:?}").chars() {
            if c.is_uppercase() && !id.is_empty() {
                id.push('-');
            }
            id.extend(c.to_lowercase());
        }
        id
    }
}

impl Context {
    /// The id used for JSON.
    pub fn id(self) -> &'static str {
        match self {
            Context::Atlas => "atlas",
            Context::Routines => "routines",
            Context::Practice => "practice",
            Context::CheckIn => "check-in",
            Context::Journal => "journal",
            Context::Safety => "safety",
            Context::Text => "text",
        }
    }
}

/// Where the person is: decides what a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Browser, card, map.
    Atlas,
    /// The routines, and one of the person's own on the bench.
    Routines,
    /// A practice before, while and after it runs.
    Practice,
    /// A question that is answered by a digit.
    CheckIn,
    /// The journal.
    Journal,
    /// Yes and no: welcome, profile, red flags.
    Safety,
    /// Letters are text: search field, note.
    Text,
}

impl Context {
    /// Every context.
    pub const ALL: [Context; 7] = [
        Context::Atlas,
        Context::Routines,
        Context::Practice,
        Context::CheckIn,
        Context::Journal,
        Context::Safety,
        Context::Text,
    ];
}

/// One action and the keys that mean it by default.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The action.
    pub action: Action,
    /// Key names: `up`, `enter`, `space`, `ctrl+z`, or the character itself.
    pub keys: &'static [&'static str],
    /// Where the keys mean this; empty means everywhere but in text.
    pub contexts: &'static [Context],
}

const fn everywhere(action: Action, keys: &'static [&'static str]) -> Binding {
    Binding {
        action,
        keys,
        contexts: &[],
    }
}

const fn within(contexts: &'static [Context], action: Action, keys: &'static [&'static str]) -> Binding {
    Binding {
        action,
        keys,
        contexts,
    }
}

const ATLAS: &[Context] = &[Context::Atlas];
const ROUTINES: &[Context] = &[Context::Routines];
const PRACTICE: &[Context] = &[Context::Practice];
const CHECK_IN: &[Context] = &[Context::CheckIn];
const JOURNAL: &[Context] = &[Context::Journal];
const SAFETY: &[Context] = &[Context::Safety];
const TEXT: &[Context] = &[Context::Text];

/// Every action with its default keys. Within one context the first binding of a key wins, so a context's
/// own meaning stands before the one that holds everywhere.
pub const BINDINGS: &[Binding] = &[
    within(CHECK_IN, Action::Digit(0), &["0"]),
    within(CHECK_IN, Action::Digit(1), &["1"]),
    within(CHECK_IN, Action::Digit(2), &["2"]),
    within(CHECK_IN, Action::Digit(3), &["3"]),
    within(CHECK_IN, Action::Digit(4), &["4"]),
    within(CHECK_IN, Action::Digit(5), &["5"]),
    within(CHECK_IN, Action::Digit(6), &["6"]),
    within(CHECK_IN, Action::Digit(7), &["7"]),
    within(CHECK_IN, Action::Digit(8), &["8"]),
    within(CHECK_IN, Action::Digit(9), &["9"]),
    within(JOURNAL, Action::Day, &["d"]),
    within(JOURNAL, Action::Week, &["w"]),
    within(JOURNAL, Action::Month, &["m"]),
    within(JOURNAL, Action::Year, &["y"]),
    within(JOURNAL, Action::Insight, &["i"]),
    within(&[Context::Journal, Context::CheckIn], Action::Edit, &["e"]),
    within(&[Context::Journal, Context::CheckIn], Action::Undo, &["z"]),
    within(&[Context::Journal, Context::CheckIn], Action::AskLater, &["r"]),
    within(&[Context::Journal, Context::CheckIn], Action::AddHere, &["a"]),
    within(&[Context::Journal, Context::CheckIn], Action::TakeAway, &["x"]),
    within(JOURNAL, Action::WhereFelt, &["b"]),
    within(JOURNAL, Action::Narrow, &["f"]),
    within(JOURNAL, Action::ShowPractices, &["p"]),
    within(JOURNAL, Action::Compare, &["v"]),
    within(JOURNAL, Action::StepBack, &["-"]),
    within(JOURNAL, Action::StepOn, &["+"]),
    within(CHECK_IN, Action::OtherDay, &["y"]),
    within(CHECK_IN, Action::Questions, &["s"]),
    within(SAFETY, Action::Yes, &["y", "j"]),
    within(SAFETY, Action::No, &["n"]),
    within(SAFETY, Action::DeleteAll, &["x"]),
    within(PRACTICE, Action::Skip, &["n"]),
    within(&[Context::Practice, Context::Safety], Action::Again, &["b"]),
    within(PRACTICE, Action::MoreTime, &["e"]),
    within(PRACTICE, Action::Softer, &["g"]),
    within(PRACTICE, Action::Faster, &["+"]),
    within(PRACTICE, Action::Slower, &["-"]),
    within(PRACTICE, Action::Sound, &["u"]),
    within(PRACTICE, Action::Speech, &["k"]),
    within(PRACTICE, Action::Louder, &["."]),
    within(PRACTICE, Action::Quieter, &[","]),
    within(PRACTICE, Action::Background, &["r"]),
    within(PRACTICE, Action::LargeDigits, &["d"]),
    within(ATLAS, Action::FindSpot, &["f"]),
    within(ATLAS, Action::Map, &["m"]),
    within(&[Context::Atlas, Context::Safety], Action::Sources, &["s"]),
    within(ATLAS, Action::AddToRoutine, &["a"]),
    within(
        &[
            Context::Atlas,
            Context::Routines,
            Context::Practice,
            Context::CheckIn,
        ],
        Action::OtherView,
        &["v"],
    ),
    within(&[Context::Atlas, Context::Practice], Action::Sore, &["x"]),
    within(
        &[Context::Atlas, Context::Routines, Context::CheckIn],
        Action::OtherSide,
        &["o"],
    ),
    within(&[Context::Atlas, Context::Routines], Action::ZoomIn, &["+"]),
    within(&[Context::Atlas, Context::Routines], Action::ZoomOut, &["-"]),
    within(ATLAS, Action::Copy, &["y"]),
    within(ATLAS, Action::PanUp, &["shift+up"]),
    within(ATLAS, Action::PanDown, &["shift+down"]),
    within(ATLAS, Action::PanLeft, &["shift+left"]),
    within(ATLAS, Action::PanRight, &["shift+right"]),
    within(ATLAS, Action::Flow, &["g"]),
    within(ATLAS, Action::BodyParts, &["b"]),
    within(&[Context::Atlas, Context::Routines], Action::Favourite, &["*"]),
    within(
        &[Context::Atlas, Context::Routines, Context::Practice],
        Action::Never,
        &["X"],
    ),
    within(
        &[
            Context::Atlas,
            Context::Routines,
            Context::Safety,
            Context::Practice,
        ],
        Action::Why,
        &["w"],
    ),
    everywhere(Action::Up, &["up", "k"]),
    everywhere(Action::Down, &["down", "j"]),
    everywhere(Action::Left, &["left", "h"]),
    everywhere(Action::Right, &["right", "l"]),
    everywhere(Action::PageUp, &["pageup"]),
    everywhere(Action::PageDown, &["pagedown"]),
    everywhere(Action::First, &["home"]),
    everywhere(Action::Last, &["end"]),
    everywhere(Action::Open, &["enter"]),
    everywhere(Action::Back, &["esc", "backspace"]),
    everywhere(Action::Go, &["space"]),
    everywhere(Action::Next, &["tab"]),
    everywhere(Action::Previous, &["backtab"]),
    everywhere(Action::Today, &["1"]),
    everywhere(Action::Atlas, &["2"]),
    everywhere(Action::Routines, &["3"]),
    everywhere(Action::Journal, &["4"]),
    everywhere(Action::Safety, &["5"]),
    everywhere(Action::Learn, &["6"]),
    everywhere(Action::CheckIn, &["c"]),
    everywhere(Action::Answers, &["p"]),
    everywhere(Action::Search, &["/"]),
    everywhere(Action::Compose, &["N"]),
    within(ROUTINES, Action::Earlier, &["<"]),
    within(ROUTINES, Action::Later, &[">"]),
    within(ROUTINES, Action::Edit, &["e"]),
    within(ROUTINES, Action::Restore, &["z"]),
    everywhere(Action::Undo, &["u"]),
    everywhere(Action::Commands, &[":"]),
    everywhere(Action::Help, &["?"]),
    everywhere(Action::RedFlags, &["!"]),
    everywhere(Action::InWords, &["t"]),
    everywhere(Action::Language, &["L"]),
    everywhere(Action::Theme, &["T"]),
    everywhere(Action::Figure, &["F"]),
    everywhere(Action::Skin, &["S"]),
    everywhere(Action::Suspend, &["ctrl+z"]),
    // By name only, in the palette and the help.
    everywhere(Action::Tour, &[]),
    everywhere(Action::Quit, &["q", "ctrl+c"]),
    // In text only what no letter can mean.
    within(TEXT, Action::Up, &["up"]),
    within(TEXT, Action::Down, &["down"]),
    within(TEXT, Action::PageUp, &["pageup"]),
    within(TEXT, Action::PageDown, &["pagedown"]),
    within(TEXT, Action::Open, &["enter"]),
    within(TEXT, Action::Compose, &["ctrl+n"]),
    within(TEXT, Action::Why, &["ctrl+w"]),
    within(TEXT, Action::Back, &["esc"]),
    within(TEXT, Action::Next, &["tab"]),
    within(TEXT, Action::Previous, &["backtab"]),
    within(TEXT, Action::Left, &["left"]),
    within(TEXT, Action::Right, &["right"]),
    within(TEXT, Action::First, &["home"]),
    within(TEXT, Action::Last, &["end"]),
    within(TEXT, Action::Editor, &["ctrl+e"]),
    within(TEXT, Action::Suspend, &["ctrl+z"]),
    within(TEXT, Action::Quit, &["ctrl+c"]),
];

/// A hint of the bottom row: the keys of its actions, and a word for what they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The action, or the first of a pair (`▴▾`).
    pub action: Action,
    /// The second of a pair.
    pub and: Option<Action>,
    /// The word; [`HintWord::Own`] is the action's own.
    pub word: HintWord,
}

/// A word of the hint line where the action's own would say too little. Spelled in `ui::words::hint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the words")]
pub enum HintWord {
    Own,
    Move,
    Choose,
    Point,
    Meridian,
    Column,
    Begin,
    Pause,
    GoOn,
    Practise,
    Length,
    Speed,
    Stop,
    Card,
    List,
    Answer,
    Save,
    Done,
    Close,
    Tick,
    StartNow,
    NoneOfThese,
    NotSure,
    ByMeridian,
    ByRegion,
    ByUse,
    ByCategory,
    Region,
    Use,
    Category,
    Yours,
    HereItIs,
    ShowMe,
    Step,
    Points,
    Read,
    OnlyPoints,
    Everything,
    Related,
    Onward,
    SkipIt,
    Later,
    GoodNight,
    Mark,
    OneSide,
    BothSides,
    Turn,
    Walk,
    AsList,
    OnBody,
    RatherNot,
    Day,
    Zoom,
    WordsOnly,
    WithDrawing,
    Drawing,
    LargeNumber,
    ByMistake,
    GoThere,
    HaveRead,
    WholeField,
    Posture,
    NotNow,
    Order,
    Minutes,
    Breath,
    TakeOut,
    Name,
    Depth,
    Week,
    Month,
    Year,
    Routine,
    Follow,
    Today,
    Yesterday,
    InAnHour,
    NewTag,
    Rename,
    Retire,
    AskOrNot,
    Change,
    TrialNotNow,
    EndTrial,
    NewTrial,
}

impl Hint {
    /// One action with its own word.
    pub const fn own(action: Action) -> Hint {
        Hint {
            action,
            and: None,
            word: HintWord::Own,
        }
    }

    /// One action with another word.
    pub const fn say(action: Action, word: HintWord) -> Hint {
        Hint {
            action,
            and: None,
            word,
        }
    }

    /// Two actions that belong together.
    pub const fn pair(action: Action, and: Action, word: HintWord) -> Hint {
        Hint {
            action,
            and: Some(and),
            word,
        }
    }
}
