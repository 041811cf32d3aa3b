//! Names of keys, actions and notices in the look's language.

use super::look::Look;
use super::widgets::digits;
use crate::app::action::HintWord;
use crate::app::settings::FigureStyle;
use crate::app::{Action, Context, Hint, Key, KeyCode, Said};
use crate::domain::journal::{Trouble, Undone};
use crate::domain::point::{Region, Side};
use crate::domain::practice::Refused;
use crate::domain::sound::Background;
use crate::domain::words::Lang;
use crate::t;

/// What a key is called.
pub fn key(look: &Look, key: Key) -> String {
    let name = match key.code {
        KeyCode::Char(' ') => t!(look, "key-space"),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::BackTab => "shift+tab".to_owned(),
        KeyCode::Backspace => "backspace".to_owned(),
        KeyCode::Delete => "delete".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::PageUp => "page up".to_owned(),
        KeyCode::PageDown => "page down".to_owned(),
        KeyCode::Up => arrow(look, "▴", "up"),
        KeyCode::Down => arrow(look, "▾", "down"),
        KeyCode::Left => arrow(look, "◂", "left"),
        KeyCode::Right => arrow(look, "▸", "right"),
        KeyCode::ShiftUp => format!("shift+{}", arrow(look, "▴", "up")),
        KeyCode::ShiftDown => format!("shift+{}", arrow(look, "▾", "down")),
        KeyCode::ShiftLeft => format!("shift+{}", arrow(look, "◂", "left")),
        KeyCode::ShiftRight => format!("shift+{}", arrow(look, "▸", "right")),
    };
    if key.ctrl { format!("ctrl+{name}") } else { name }
}

fn arrow(look: &Look, sign: &str, word: &str) -> String {
    if look.ascii {
        word.to_owned()
    } else {
        sign.to_owned()
    }
}

/// The word beside a key in the bottom row.
pub fn hint(look: &Look, hint: &Hint) -> String {
    match hint.word {
        HintWord::Own => action(look, hint.action),
        HintWord::Move => t!(look, "hint-move"),
        HintWord::Choose => t!(look, "hint-choose"),
        HintWord::Point => t!(look, "hint-point"),
        HintWord::Meridian => t!(look, "hint-meridian"),
        HintWord::Column => t!(look, "hint-column"),
        HintWord::Begin => t!(look, "hint-begin"),
        HintWord::Pause => t!(look, "hint-pause"),
        HintWord::GoOn => t!(look, "hint-go-on"),
        HintWord::Practise => t!(look, "hint-practise"),
        HintWord::Length => t!(look, "hint-length"),
        HintWord::Speed => t!(look, "hint-speed"),
        HintWord::Stop => t!(look, "hint-stop"),
        HintWord::Card => t!(look, "hint-card"),
        HintWord::List => t!(look, "hint-list"),
        HintWord::Answer => t!(look, "hint-answer"),
        HintWord::Save => t!(look, "hint-save"),
        HintWord::Done => t!(look, "hint-done"),
        HintWord::Close => t!(look, "hint-close"),
        HintWord::Tick => t!(look, "hint-tick"),
        HintWord::StartNow => t!(look, "hint-start-now"),
        HintWord::NoneOfThese => t!(look, "hint-none-of-these"),
        HintWord::NotSure => t!(look, "hint-not-sure"),
        HintWord::ByMeridian => t!(look, "hint-by-meridian"),
        HintWord::ByRegion => t!(look, "hint-by-region"),
        HintWord::ByUse => t!(look, "hint-by-use"),
        HintWord::ByCategory => t!(look, "hint-by-category"),
        HintWord::Region => t!(look, "hint-region"),
        HintWord::Use => t!(look, "hint-use"),
        HintWord::Category => t!(look, "hint-category"),
        HintWord::Yours => t!(look, "hint-yours"),
        HintWord::HereItIs => t!(look, "hint-here-it-is"),
        HintWord::ShowMe => t!(look, "hint-show-me"),
        HintWord::Step => t!(look, "hint-step"),
        HintWord::Points => t!(look, "hint-points"),
        HintWord::Read => t!(look, "hint-read"),
        HintWord::OnlyPoints => t!(look, "hint-only-points"),
        HintWord::Everything => t!(look, "hint-everything"),
        HintWord::Related => t!(look, "hint-related"),
        HintWord::Onward => t!(look, "hint-onward"),
        HintWord::SkipIt => t!(look, "hint-skip-it"),
        HintWord::Later => t!(look, "hint-later"),
        HintWord::GoodNight => t!(look, "hint-good-night"),
        HintWord::Mark => t!(look, "hint-mark"),
        HintWord::OneSide => t!(look, "hint-one-side"),
        HintWord::BothSides => t!(look, "hint-both-sides"),
        HintWord::Turn => t!(look, "hint-turn"),
        HintWord::Walk => t!(look, "hint-walk"),
        HintWord::AsList => t!(look, "hint-as-list"),
        HintWord::OnBody => t!(look, "hint-on-body"),
        HintWord::RatherNot => t!(look, "hint-rather-not"),
        HintWord::Day => t!(look, "hint-day"),
        HintWord::Zoom => t!(look, "hint-zoom"),
        HintWord::WordsOnly => t!(look, "hint-words-only"),
        HintWord::WithDrawing => t!(look, "hint-with-drawing"),
        HintWord::Drawing => t!(look, "hint-drawing"),
        HintWord::LargeNumber => t!(look, "hint-large-number"),
        HintWord::ByMistake => t!(look, "hint-by-mistake"),
        HintWord::GoThere => t!(look, "hint-go-there"),
        HintWord::HaveRead => t!(look, "hint-have-read"),
        HintWord::Depth => t!(look, "hint-depth"),
        HintWord::Week => t!(look, "hint-week"),
        HintWord::Month => t!(look, "hint-month"),
        HintWord::Year => t!(look, "hint-year"),
        HintWord::Routine => t!(look, "hint-routine"),
        HintWord::Follow => t!(look, "hint-follow"),
        HintWord::Today => t!(look, "hint-today"),
        HintWord::InAnHour => t!(look, "hint-in-an-hour"),
        HintWord::Yesterday => t!(look, "hint-yesterday"),
        HintWord::NewTag => t!(look, "hint-new-tag"),
        HintWord::Rename => t!(look, "hint-rename"),
        HintWord::Retire => t!(look, "hint-retire"),
        HintWord::AskOrNot => t!(look, "hint-ask-or-not"),
        HintWord::Order => t!(look, "hint-order"),
        HintWord::Change => t!(look, "hint-change"),
        HintWord::NotNow => t!(look, "hint-not-now"),
        HintWord::TrialNotNow => t!(look, "hint-trial-not-now"),
        HintWord::EndTrial => t!(look, "hint-end-trial"),
        HintWord::NewTrial => t!(look, "hint-new-trial"),
        HintWord::WholeField => t!(look, "hint-whole-field"),
        HintWord::Posture => t!(look, "hint-posture"),
        HintWord::Minutes => t!(look, "hint-minutes"),
        HintWord::Breath => t!(look, "hint-breath"),
        HintWord::Name => t!(look, "hint-name"),
        HintWord::TakeOut => t!(look, "hint-take-out"),
    }
}

/// A style of the figure in words.
pub fn figure_style(look: &Look, style: FigureStyle) -> String {
    match style {
        FigureStyle::Auto => t!(look, "figure-auto"),
        FigureStyle::Hybrid => t!(look, "figure-hybrid"),
        FigureStyle::Smooth => t!(look, "figure-smooth"),
        FigureStyle::Braille => t!(look, "figure-braille"),
        FigureStyle::Octant => t!(look, "figure-octant"),
        FigureStyle::Ascii => t!(look, "figure-ascii"),
    }
}

/// What a language calls itself; its tag where it does not say.
fn language(lang: Lang) -> String {
    let name = |lang| t!(Look::bare(lang), "said-language");
    let own = name(lang);
    match lang {
        Lang::Brought(_) if own == name(Lang::En) => lang.tag().to_owned(),
        _ => own,
    }
}

/// What an action is called in a language, for whoever has no look.
pub fn spell(lang: Lang, action: Action) -> String {
    self::action(&Look::bare(lang), action)
}

/// A place where keys have a meaning of their own; where letters are text, none has.
pub fn place(look: &Look, context: Context) -> String {
    match context {
        Context::Atlas => t!(look, "keys-atlas"),
        Context::Routines => t!(look, "keys-routines"),
        Context::Practice => t!(look, "keys-practice"),
        Context::CheckIn => t!(look, "keys-check-in"),
        Context::Journal => t!(look, "keys-journal"),
        Context::Safety => t!(look, "keys-safety"),
        Context::Text => String::new(),
    }
}

/// What an action does, in a word or three: for hints, help and the table of keys.
pub fn action(look: &Look, action: Action) -> String {
    match action {
        Action::Up => t!(look, "action-up"),
        Action::Down => t!(look, "action-down"),
        Action::Left => t!(look, "action-left"),
        Action::Right => t!(look, "action-right"),
        Action::PageUp => t!(look, "action-page-up"),
        Action::PageDown => t!(look, "action-page-down"),
        Action::First => t!(look, "action-first"),
        Action::Last => t!(look, "action-last"),
        Action::Open => t!(look, "action-open"),
        Action::Back => t!(look, "action-back"),
        Action::Go => t!(look, "action-go"),
        Action::Next => t!(look, "action-next"),
        Action::Previous => t!(look, "action-previous"),
        Action::Today => t!(look, "action-today"),
        Action::Atlas => t!(look, "action-atlas"),
        Action::Routines => t!(look, "action-routines"),
        Action::Journal => t!(look, "action-journal"),
        Action::Safety => t!(look, "action-safety"),
        Action::Learn => t!(look, "action-learn"),
        Action::CheckIn => t!(look, "action-check-in"),
        Action::Answers => t!(look, "action-answers"),
        Action::Search => t!(look, "action-search"),
        Action::Commands => t!(look, "action-commands"),
        Action::Help => t!(look, "action-help"),
        Action::RedFlags => t!(look, "action-red-flags"),
        Action::InWords => t!(look, "action-in-words"),
        Action::Language => language(look.next).to_lowercase(),
        Action::Theme => t!(look, "action-theme"),
        Action::Figure => t!(look, "action-figure"),
        Action::Suspend => t!(look, "action-suspend"),
        Action::Quit => t!(look, "action-quit"),
        Action::FindSpot => t!(look, "action-find-spot"),
        Action::Map => t!(look, "action-map"),
        Action::Sources => t!(look, "action-sources"),
        Action::AddToRoutine => t!(look, "action-add-to-routine"),
        Action::OtherView => t!(look, "action-other-view"),
        Action::OtherSide => t!(look, "action-other-side"),
        Action::ZoomIn => t!(look, "action-zoom-in"),
        Action::ZoomOut => t!(look, "action-zoom-out"),
        Action::PanUp => t!(look, "action-pan-up"),
        Action::PanDown => t!(look, "action-pan-down"),
        Action::PanLeft => t!(look, "action-pan-left"),
        Action::PanRight => t!(look, "action-pan-right"),
        Action::Flow => t!(look, "action-flow"),
        Action::BodyParts => t!(look, "action-body-parts"),
        Action::Skin => t!(look, "action-skin"),
        Action::Why => t!(look, "action-why"),
        Action::Copy => t!(look, "action-copy"),
        Action::Tour => t!(look, "action-tour"),
        Action::Favourite => t!(look, "action-favourite"),
        Action::Never => t!(look, "action-never"),
        Action::Compose => t!(look, "action-compose"),
        Action::Earlier => t!(look, "action-earlier"),
        Action::Later => t!(look, "action-later"),
        Action::Restore => t!(look, "action-restore"),
        Action::Skip => t!(look, "action-skip"),
        Action::Again => t!(look, "action-again"),
        Action::MoreTime => t!(look, "action-more-time"),
        Action::Softer => t!(look, "action-softer"),
        Action::Faster => t!(look, "action-faster"),
        Action::Slower => t!(look, "action-slower"),
        Action::Sound => t!(look, "action-sound"),
        Action::Speech => t!(look, "action-speech"),
        Action::Louder => t!(look, "action-louder"),
        Action::Quieter => t!(look, "action-quieter"),
        Action::Background => t!(look, "action-background"),
        Action::LargeDigits => t!(look, "action-large-digits"),
        Action::Digit(_) => t!(look, "action-digit"),
        Action::Day => t!(look, "action-day"),
        Action::Week => t!(look, "action-week"),
        Action::Month => t!(look, "action-month"),
        Action::Year => t!(look, "action-year"),
        Action::Insight => t!(look, "action-insight"),
        Action::Edit => t!(look, "action-edit"),
        Action::Undo => t!(look, "action-undo"),
        Action::AskLater => t!(look, "action-ask-later"),
        Action::StepBack => t!(look, "action-step-back"),
        Action::StepOn => t!(look, "action-step-on"),
        Action::AddHere => t!(look, "action-add-here"),
        Action::TakeAway => t!(look, "action-take-away"),
        Action::WhereFelt => t!(look, "action-where-felt"),
        Action::Narrow => t!(look, "action-narrow"),
        Action::ShowPractices => t!(look, "action-show-practices"),
        Action::Compare => t!(look, "action-compare"),
        Action::OtherDay => t!(look, "action-other-day"),
        Action::Questions => t!(look, "action-questions"),
        Action::Editor => t!(look, "action-editor"),
        Action::Yes => t!(look, "action-yes"),
        Action::No => t!(look, "action-no"),
        Action::DeleteAll => t!(look, "action-delete-all"),
        Action::Sore => t!(look, "action-sore"),
    }
}

/// What a notice says.
pub fn said(look: &Look, said: &Said) -> String {
    match said {
        Said::LanguageChanged => language(look.lang),
        Said::Trouble(trouble) => self::trouble(look, trouble),
        Said::OnlyRead(why) => only_read(look, why),
        Said::Unread(ids) => t!(look, "said-unread", ids = ids.join(", ")),
        Said::SetAside(path) => t!(look, "said-set-aside", path = path.display().to_string()),
        Said::OwnFiles(count) => {
            let count: usize = *count;
            t!(look, "said-own-files", count = count)
        }
        Said::ThemeChanged(_) => t!(look, "said-theme", theme = look.theme.name.get(look.lang)),
        Said::SkinChanged(name) => t!(look, "said-skin", skin = name.get(look.lang)),
        Said::FigureChanged(style) => t!(look, "said-figure", style = figure_style(look, *style)),
        Said::Copied(_) => t!(look, "said-copied"),
        Said::NotChosen(why) => t!(look, "said-not-chosen", why = why.clone()),
        Said::LengthFixed => t!(look, "said-length-fixed"),
        Said::LengthLeast(minutes) => t!(look, "said-length-least", minutes = minutes.to_string()),
        Said::LengthMost(minutes) => t!(look, "said-length-most", minutes = minutes.to_string()),
        Said::Refused(why) => refused(look, *why),
        Said::AskedLater => t!(look, "said-asked-later"),
        Said::TookBack(what) => undone(look, what),
        Said::NothingToTakeBack => t!(look, "said-nothing-to-take-back"),
        Said::TookAway => t!(look, "said-took-away"),
        Said::PracticeStays => t!(look, "said-practice-stays"),
        Said::NoEditor => t!(look, "said-no-editor"),
        Said::WokeUp => t!(look, "said-woke-up"),
        Said::Closed(None) => t!(look, "said-closed"),
        Said::Closed(Some(code)) => t!(look, "said-closed-point", point = code.as_str()),
        Said::Longer(over) => t!(look, "said-longer", over = digits::clock(*over)),
        Said::HookFailed(why) => t!(look, "said-hook-failed", why = why.as_str()),
        Said::Volume(None) => t!(look, "said-muted"),
        Said::Volume(Some(volume)) => t!(look, "said-volume", volume = volume.to_string()),
        Said::Speech(true) => t!(look, "said-speech"),
        Said::Speech(false) => t!(look, "said-no-speech"),
        Said::Background(None) => t!(look, "said-background-none"),
        Said::Background(Some(Background::Rain)) => t!(look, "said-background-rain"),
        Said::Background(Some(Background::Sea)) => t!(look, "said-background-sea"),
        Said::Background(Some(Background::Brown)) => t!(look, "said-background-brown"),
        Said::Favourite(name, true) => t!(look, "said-favourite", point = name.as_str()),
        Said::Favourite(name, false) => t!(look, "said-no-favourite", point = name.as_str()),
        Said::Never(code, true) => t!(look, "said-never", point = code.as_str()),
        Said::Never(code, false) => t!(look, "said-may-come", point = code.as_str()),
        Said::RoutineSaved(name) => t!(look, "said-routine-saved", name = name.as_str()),
        Said::RoutineGone(name) => t!(look, "said-routine-gone", name = name.as_str()),
        Said::RoutineNotSaved(why) => t!(look, "said-routine-not-saved", why = why.as_str()),
        Said::RoutineShipped => t!(look, "said-routine-shipped"),
    }
}

/// What was taken back, and how it stands now.
pub fn undone(look: &Look, what: &Undone) -> String {
    match what {
        Undone::CheckIn(_) => t!(look, "data-undone-check-in"),
        Undone::Practice(_) => t!(look, "data-undone-practice"),
        Undone::Profile => t!(look, "data-undone-profile"),
        Undone::Favourite {
            id, favourite: true, ..
        } => t!(look, "data-undone-favourite", what = id.as_str()),
        Undone::Favourite { id, .. } => t!(look, "data-undone-no-favourite", what = id.as_str()),
        Undone::Never { code, on: true } => t!(look, "data-undone-never", point = code.as_str()),
        Undone::Never { code, .. } => t!(look, "data-undone-may-come", point = code.as_str()),
        Undone::Sore { code, on: true } => t!(look, "data-undone-sore", point = code.as_str()),
        Undone::Sore { code, .. } => t!(look, "data-undone-not-sore", point = code.as_str()),
        Undone::Tags => t!(look, "data-undone-tags"),
        Undone::Trial { runs: true, .. } => t!(look, "data-undone-trial-runs"),
        Undone::Trial { .. } => t!(look, "data-undone-trial-gone"),
    }
}

/// Why the journal could not be read or written, and the way forward.
pub fn trouble(look: &Look, trouble: &Trouble) -> String {
    let name = |path: &std::path::Path| path.display().to_string();
    match trouble {
        Trouble::DiskFull => t!(look, "trouble-disk-full"),
        Trouble::Quota => t!(look, "trouble-quota"),
        Trouble::ReadOnly(path) => t!(look, "trouble-read-only", path = name(path)),
        Trouble::NotAllowed(path) => t!(look, "trouble-not-allowed", path = name(path)),
        Trouble::NoFolder(path) => t!(look, "trouble-no-folder", path = name(path)),
        Trouble::Newer => t!(look, "trouble-newer"),
        Trouble::Damaged(path) => t!(look, "trouble-damaged", path = name(path)),
        Trouble::NotAJournal(path) => t!(look, "trouble-not-a-journal", path = name(path)),
        Trouble::Busy => t!(look, "trouble-busy"),
        Trouble::Other(what) => t!(look, "trouble-other", what = what.as_str()),
    }
}

/// Why the journal can be read, but nothing can be kept.
pub fn only_read(look: &Look, why: &Trouble) -> String {
    match why {
        Trouble::DiskFull => t!(look, "only-read-disk-full"),
        Trouble::Quota => t!(look, "only-read-quota"),
        Trouble::ReadOnly(_) => t!(look, "only-read-disk"),
        Trouble::NotAllowed(_) => t!(look, "only-read-not-allowed"),
        other => trouble(look, other),
    }
}

/// One of the person's sides.
pub fn side(look: &Look, side: Side) -> String {
    match side {
        Side::Left => t!(look, "side-left"),
        Side::Right => t!(look, "side-right"),
    }
}

/// Why a practice did not do what was asked.
fn refused(look: &Look, refused: Refused) -> String {
    match refused {
        Refused::NothingBefore => t!(look, "refused-nothing-before"),
        Refused::Releasing => t!(look, "refused-releasing"),
        Refused::SideBound => t!(look, "refused-side"),
        Refused::DayBound => t!(look, "refused-day"),
        Refused::PracticeBound => t!(look, "refused-practice"),
        Refused::BreathBound => t!(look, "refused-breath"),
        Refused::Softest => t!(look, "refused-softest"),
        Refused::SpeedBound => t!(look, "refused-speed"),
        Refused::Over | Refused::Paused | Refused::Running | Refused::NotWaiting => String::new(),
    }
}

/// What a region of the body is called.
pub fn region(look: &Look, region: Region) -> String {
    match region {
        Region::Head => t!(look, "region-head"),
        Region::Face => t!(look, "region-face"),
        Region::Ear => t!(look, "region-ear"),
        Region::Neck => t!(look, "region-neck"),
        Region::Throat => t!(look, "region-throat"),
        Region::Shoulder => t!(look, "region-shoulder"),
        Region::Chest => t!(look, "region-chest"),
        Region::Flank => t!(look, "region-flank"),
        Region::Belly => t!(look, "region-belly"),
        Region::Back => t!(look, "region-back"),
        Region::LowBack => t!(look, "region-low-back"),
        Region::Hip => t!(look, "region-hip"),
        Region::Perineum => t!(look, "region-perineum"),
        Region::UpperArm => t!(look, "region-upper-arm"),
        Region::Elbow => t!(look, "region-elbow"),
        Region::Forearm => t!(look, "region-forearm"),
        Region::Wrist => t!(look, "region-wrist"),
        Region::Hand => t!(look, "region-hand"),
        Region::Thigh => t!(look, "region-thigh"),
        Region::Knee => t!(look, "region-knee"),
        Region::LowerLeg => t!(look, "region-lower-leg"),
        Region::Ankle => t!(look, "region-ankle"),
        Region::Foot => t!(look, "region-foot"),
    }
}
