//! The window around the screen: its title, its progress, and a word when a practice has ended.
//!
//! Each of these is a sequence some terminals know and others would print or misread, so each is sent only
//! where the environment says that it is known. Everything set is taken back when the program leaves.

use crate::ui::window::Window;

/// What this terminal knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// A title can be set, and the one before comes back.
    pub title: bool,
    /// Progress on tab or taskbar (ConEmu's OSC 9;4).
    pub progress: bool,
    /// How it shows a message, if it does.
    pub notice: Option<Notice>,
}

/// How a terminal shows a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// kitty's OSC 99.
    Kitty,
    /// OSC 777, first of rxvt.
    Rxvt,
    /// OSC 9, first of iTerm2.
    ITerm,
}

impl Abilities {
    /// What the environment says. `var` looks up an environment variable.
    ///
    /// Progress: Windows Terminal and ConEmu, who made it; Ghostty from 1.2; WezTerm; iTerm2 from 3.6.6,
    /// which took it for a message before; VTE from 0.80. Never through tmux or screen, which keep it.
    pub fn find(var: impl Fn(&str) -> Option<String>) -> Abilities {
        let set = |name: &str| var(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        if matches!(term.as_str(), "linux" | "dumb") || (term.is_empty() && !cfg!(windows)) {
            return Abilities::default();
        }
        let shared = set("TMUX").is_some() || set("STY").is_some() || term.starts_with("screen");
        let program = set("TERM_PROGRAM").unwrap_or_default();
        let version = set("TERM_PROGRAM_VERSION").unwrap_or_default();
        let vte = set("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
        let progress = set("WT_SESSION").is_some()
            || set("ConEmuANSI").as_deref() == Some("ON")
            || program == "ghostty" && at_least(&version, [1, 2, 0])
            || program == "WezTerm"
            || program == "iTerm.app" && at_least(&version, [3, 6, 6])
            || vte.is_some_and(|version| version >= 8_000);
        let notice = match program.as_str() {
            _ if set("KITTY_WINDOW_ID").is_some() => Some(Notice::Kitty),
            "ghostty" | "WezTerm" => Some(Notice::Rxvt),
            "iTerm.app" => Some(Notice::ITerm),
            _ => None,
        };
        Abilities {
            title: true,
            progress: progress && !shared,
            notice: notice.filter(|_| !shared),
        }
    }

    /// The bytes that make the window say this instead of that.
    pub fn change(self, from: Option<&Window>, to: Option<&Window>) -> String {
        let mut bytes = String::new();
        if from == to {
            return bytes;
        }
        let Some(window) = to else {
            return self.restore();
        };
        if self.title {
            if from.is_none() {
                bytes.push_str(REMEMBER);
            }
            bytes.push_str(&format!("\x1b]2;{}\x1b\\", clean(&window.title)));
        }
        if self.progress {
            // Sent again with each change: some terminals forget it after some seconds of silence.
            let state = if window.paused { 4 } else { 1 };
            bytes.push_str(&format!("\x1b]9;4;{state};{}\x1b\\", window.percent));
        }
        bytes
    }

    /// The bytes that take everything back.
    pub fn restore(self) -> String {
        let mut bytes = String::new();
        if self.title {
            bytes.push_str(FORGET);
        }
        if self.progress {
            bytes.push_str("\x1b]9;4;0;0\x1b\\");
        }
        bytes
    }

    /// The bytes of a message, where the terminal shows one.
    pub fn notify(self, text: &str) -> Option<String> {
        let text = clean(text);
        Some(match self.notice? {
            Notice::Kitty => format!("\x1b]99;i=hegu:d=0;hegu\x1b\\\x1b]99;i=hegu:d=1:p=body;{text}\x1b\\"),
            Notice::Rxvt => format!("\x1b]777;notify;hegu;{text}\x1b\\"),
            Notice::ITerm => format!("\x1b]9;hegu: {text}\x1b\\"),
        })
    }
}

/// Puts the present title aside (xterm's title stack).
const REMEMBER: &str = "\x1b[22;2t";
/// No title, for a terminal without a stack; then the one put aside, for the others.
const FORGET: &str = "\x1b]2;\x1b\\\x1b[23;2t";

/// Text without anything a terminal would take for a command.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// Whether a version like `1.2.3-main` is at least this one.
fn at_least(version: &str, least: [u32; 3]) -> bool {
    let mut parts = version
        .split(|c: char| !c.is_ascii_digit())
        .map_while(|part| part.parse().ok());
    let version = [0; 3].map(|_: u32| parts.next().unwrap_or(0_u32));
    version >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Abilities {
        Abilities::find(|name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn progress_only_where_it_is_known() {
        let xterm = ("TERM", "xterm-256color");
        assert!(!with(&[xterm]).progress);
        assert!(with(&[xterm, ("WT_SESSION", "x")]).progress);
        assert!(
            with(&[
                xterm,
                ("TERM_PROGRAM", "ghostty"),
                ("TERM_PROGRAM_VERSION", "1.2.0")
            ])
            .progress
        );
        assert!(
            !with(&[
                xterm,
                ("TERM_PROGRAM", "ghostty"),
                ("TERM_PROGRAM_VERSION", "1.1.3")
            ])
            .progress
        );
        assert!(
            !with(&[
                xterm,
                ("TERM_PROGRAM", "iTerm.app"),
                ("TERM_PROGRAM_VERSION", "3.4.16")
            ])
            .progress
        );
        assert!(
            with(&[
                xterm,
                ("TERM_PROGRAM", "iTerm.app"),
                ("TERM_PROGRAM_VERSION", "3.6.10")
            ])
            .progress
        );
        assert!(with(&[xterm, ("VTE_VERSION", "8000")]).progress);
        assert!(!with(&[xterm, ("VTE_VERSION", "7802")]).progress);
        // A multiplexer is between us and the terminal that is named.
        assert!(!with(&[xterm, ("WT_SESSION", "x"), ("TMUX", "/tmp/x")]).progress);
        assert_eq!(
            with(&[("TERM", "linux"), ("WT_SESSION", "x")]),
            Abilities::default()
        );
        assert_eq!(with(&[("TERM", "dumb")]), Abilities::default());
    }

    #[test]
    fn what_is_set_is_taken_back_and_no_text_becomes_a_command() {
        let all = with(&[("TERM", "xterm"), ("WT_SESSION", "x")]);
        let one = Window {
            title: "Out\x1b]0;evil\x07 · LI4".to_owned(),
            percent: 12,
            paused: false,
        };
        let bytes = all.change(None, Some(&one));
        assert_eq!(
            bytes,
            "\x1b[22;2t\x1b]2;Out]0;evil · LI4\x1b\\\x1b]9;4;1;12\x1b\\"
        );
        let paused = Window {
            paused: true,
            ..one.clone()
        };
        assert!(all.change(Some(&one), Some(&paused)).contains("\x1b]9;4;4;12"));
        assert!(!all.change(Some(&one), Some(&paused)).contains("\x1b[22"));
        assert_eq!(all.change(Some(&one), Some(&one)), "");
        let back = all.change(Some(&one), None);
        assert!(back.contains("\x1b[23;2t") && back.contains("\x1b]9;4;0"));
        assert_eq!(with(&[("TERM", "dumb")]).change(None, Some(&one)), "");
    }

    #[test]
    fn a_message_goes_the_terminals_own_way() {
        let kitty = with(&[("TERM", "xterm-kitty"), ("KITTY_WINDOW_ID", "1")]);
        assert!(kitty.notify("Done").is_some_and(|bytes| bytes.contains("]99;")));
        assert_eq!(with(&[("TERM", "xterm")]).notify("Done"), None);
    }
}
