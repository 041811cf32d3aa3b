//! What each kind of screen is called in a test. A new screen does not compile without a name here.

use hegu::app::Screen;

/// How many kinds of screen there are.
pub const KINDS: usize = 30;

/// The kind of a screen.
pub fn name_of(screen: &Screen) -> &'static str {
    match screen {
        Screen::Browser(_) => "browser",
        Screen::Card(_) => "card",
        Screen::Find(_) => "find",
        Screen::Map(_) => "map",
        Screen::Learn(_) => "learn",
        Screen::Lesson(_) => "lesson",
        Screen::Quiz(_) => "quiz",
        Screen::Search(_) => "search",
        Screen::CheckIn(_) => "check-in",
        Screen::Suggestion(_) => "suggestion",
        Screen::GoodNight(_) => "good night",
        Screen::Journal(_) => "journal",
        Screen::Routines(_) => "routines",
        Screen::Compose(_) => "compose",
        Screen::AddTo(_) => "add to",
        Screen::Bench(_) => "bench",
        Screen::Preview(_) => "preview",
        Screen::Practice(_) => "practice",
        Screen::Welcome(_) => "welcome",
        Screen::Profile(_) => "profile",
        Screen::Asked(_) => "asked",
        Screen::Trial(_) => "trial",
        Screen::RedFlags(_) => "red flags",
        Screen::Why(_) => "why",
        Screen::Evidence(_) => "evidence",
        Screen::Sore(_) => "sore",
        Screen::Told(_) => "told",
        Screen::Commands(_) => "commands",
        Screen::Today(_) => "today",
        Screen::Tour(_) => "tour",
    }
}
