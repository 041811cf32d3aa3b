//! What can be found out without asking anybody: language and colours from the environment.

use crate::app::Settings;
use crate::app::settings::Colors;
use crate::content::looks::Ground;
use crate::domain::safety::Country;
use crate::domain::words::Languages;

/// Settings as the environment suggests them. `var` looks up an environment variable.
pub fn settings(languages: Languages, var: impl Fn(&str) -> Option<String>) -> Settings {
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
    let promised = colors(&set("COLORTERM").unwrap_or_default(), &term);
    Settings {
        lang: languages.named(&locale).unwrap_or_default(),
        languages,
        country: Country::from_locale(&locale),
        colors: promised,
        promised,
        octants: octants(&set),
        ground: set("COLORFGBG").map_or(Ground::Any, |value| ground(&value)),
        ascii: !utf8(&charset) || matches!(term.as_str(), "linux" | "dumb"),
        ..Settings::default()
    }
}

/// What COLORTERM and TERM promise.
fn colors(colorterm: &str, term: &str) -> Colors {
    if term == "dumb" {
        Colors::None
    } else if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
        Colors::True
    } else if term.contains("256color") || term.contains("kitty") {
        Colors::Ansi256
    } else {
        Colors::Ansi16
    }
}

/// Whether the terminal is one that draws the octant blocks of Unicode 16 itself: Ghostty since 1.2 and those built
/// on VTE since 0.78 say who they are. Others that do (kitty since 0.40, foot since 1.20) do not say their version.
/// Inside a multiplexer it is the multiplexer that counts the columns.
fn octants(set: &impl Fn(&str) -> Option<String>) -> bool {
    if set("TMUX").is_some() || set("STY").is_some() {
        return false;
    }
    let at_least = |version: String, least: (u32, u32)| {
        let mut parts = version
            .split(['.', '-'])
            .map_while(|part| part.parse::<u32>().ok());
        (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= least
    };
    let ghostty = set("TERM_PROGRAM").as_deref() == Some("ghostty");
    // 7800 is 0.78.0.
    let vte = set("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    ghostty && set("TERM_PROGRAM_VERSION").is_some_and(|version| at_least(version, (1, 2)))
        || vte.is_some_and(|version| version >= 7800)
}

/// What COLORFGBG says of the ground: `15;0`, or `15;default;0`, text first and ground last, in the 16 colours
/// of the terminal. Seven and above eight are the light ones (rxvt, which began the custom).
fn ground(value: &str) -> Ground {
    match value
        .rsplit(';')
        .next()
        .and_then(|ground| ground.parse::<u8>().ok())
    {
        Some(7 | 9..=15) => Ground::Light,
        Some(0..=8) => Ground::Dark,
        _ => Ground::Any,
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
    use crate::domain::words::Lang;

    fn with(pairs: &[(&str, &str)]) -> Settings {
        settings(Languages::default(), |name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn octants_are_for_terminals_known_to_draw_them() {
        let ghostty = |version| [("TERM_PROGRAM", "ghostty"), ("TERM_PROGRAM_VERSION", version)];
        assert!(with(&ghostty("1.2.0")).octants && with(&ghostty("2.0-dev")).octants);
        assert!(!with(&ghostty("1.1.3")).octants);
        assert!(with(&[("VTE_VERSION", "7802")]).octants && !with(&[("VTE_VERSION", "7603")]).octants);
        assert!(!with(&[("VTE_VERSION", "7802"), ("TMUX", "/tmp/s")]).octants);
        assert!(!with(&[("TERM", "xterm-kitty")]).octants);
    }

    #[test]
    fn a_danish_locale_speaks_danish_and_an_unknown_one_english() {
        assert_eq!(with(&[("LANG", "da_DK.UTF-8")]).lang, Lang::Da);
        assert_eq!(with(&[("LANG", "de_DE.UTF-8")]).lang, Lang::En);
    }

    #[test]
    fn a_terminal_promises_its_colours() {
        let colors = |pairs: &[(&str, &str)]| with(pairs).colors;
        assert_eq!(
            colors(&[("COLORTERM", "truecolor"), ("TERM", "xterm-256color")]),
            Colors::True
        );
        assert_eq!(colors(&[("TERM", "xterm-256color")]), Colors::Ansi256);
        assert_eq!(colors(&[("TERM", "xterm")]), Colors::Ansi16);
        assert_eq!(colors(&[("TERM", "dumb")]), Colors::None);
    }

    #[test]
    fn colorfgbg_tells_the_ground_and_nonsense_tells_nothing() {
        let ground = |value| with(&[("COLORFGBG", value)]).ground;
        assert_eq!(ground("15;0"), Ground::Dark);
        assert_eq!(ground("0;15"), Ground::Light);
        assert_eq!(ground("0;default;7"), Ground::Light);
        assert_eq!(ground("12;8"), Ground::Dark);
        assert_eq!(ground("15;default"), Ground::Any);
        assert_eq!(ground(""), Ground::Any);
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
