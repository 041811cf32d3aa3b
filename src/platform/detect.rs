//! What can be found out without asking anybody: language and colours from the environment.

use crate::app::Settings;
use crate::app::settings::Colors;
use crate::domain::safety::Country;
use crate::domain::words::Lang;

/// Settings as the environment suggests them. `var` looks up an environment variable.
pub fn settings(var: impl Fn(&str) -> Option<String>) -> Settings {
    let set = |name: &str| var(name).filter(|value| !value.is_empty());
    let locale = set("LC_ALL")
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"))
        .unwrap_or_default();
    let term = set("TERM").unwrap_or_default();
    let charset = set("LC_ALL")
        .or_else(|| set("LC_CTYPE"))
        .or_else(|| set("LANG"))
        .unwrap_or_default();
    let lang = set("HEGU_LANG")
        .as_deref()
        .and_then(Lang::from_tag)
        .or_else(|| Lang::from_tag(&locale));
    Settings {
        lang: lang.unwrap_or_default(),
        country: Country::from_locale(&locale),
        colors: colors(
            set("NO_COLOR").is_some(),
            &set("COLORTERM").unwrap_or_default(),
            &term,
        ),
        ascii: !utf8(&charset) || matches!(term.as_str(), "linux" | "dumb"),
        reduced_motion: set("HEGU_STILL").is_some(),
        ..Settings::default()
    }
}

/// NO_COLOR first, then what COLORTERM and TERM promise.
fn colors(no_color: bool, colorterm: &str, term: &str) -> Colors {
    if no_color || term == "dumb" {
        Colors::None
    } else if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
        Colors::True
    } else if term.contains("256color") || term.contains("kitty") {
        Colors::Ansi256
    } else {
        Colors::Ansi16
    }
}

/// Whether a locale writes UTF-8. Windows and macOS name none and do.
fn utf8(charset: &str) -> bool {
    let lower = charset.to_ascii_lowercase();
    lower.contains("utf-8") || lower.contains("utf8") || cfg!(any(windows, target_os = "macos"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Settings {
        settings(|name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_danish_locale_speaks_danish_and_the_own_wish_comes_first() {
        assert_eq!(with(&[("LANG", "da_DK.UTF-8")]).lang, Lang::Da);
        assert_eq!(
            with(&[("LANG", "da_DK.UTF-8"), ("HEGU_LANG", "en")]).lang,
            Lang::En
        );
        assert_eq!(with(&[("LANG", "de_DE.UTF-8")]).lang, Lang::En);
    }

    #[test]
    fn no_color_beats_every_promise_and_an_empty_one_says_nothing() {
        let terminal = [
            ("COLORTERM", "truecolor"),
            ("TERM", "xterm-256color"),
            ("LANG", "en_US.UTF-8"),
        ];
        assert_eq!(with(&terminal).colors, Colors::True);
        assert_eq!(
            with(&[&terminal[..], &[("NO_COLOR", "1")]].concat()).colors,
            Colors::None
        );
        assert_eq!(
            with(&[&terminal[..], &[("NO_COLOR", "")]].concat()).colors,
            Colors::True
        );
    }

    #[test]
    fn a_locale_without_utf8_gets_plain_marks() {
        assert!(
            with(&[("LANG", "C"), ("TERM", "xterm")]).ascii || cfg!(windows) || cfg!(target_os = "macos")
        );
        assert!(!with(&[("LANG", "en_GB.UTF-8"), ("TERM", "xterm")]).ascii);
        assert!(with(&[("LANG", "en_GB.UTF-8"), ("TERM", "linux")]).ascii);
    }
}
