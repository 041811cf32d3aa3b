//! Where hegu keeps things.
//!
//! `--home DIR` comes before `HEGU_HOME`; both put everything into one folder. Otherwise the platform's own
//! convention: XDG on Unix and macOS, the roaming folder on Windows.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};

/// The variable that puts everything into one folder.
pub const HOME_VARIABLE: &str = "HEGU_HOME";

/// The folders hegu uses. None of them need exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    data: PathBuf,
    config: PathBuf,
    cache: PathBuf,
}

impl Places {
    /// The folders: below `home` (from `--home`), else below `HEGU_HOME`, else by the platform's convention.
    /// `None` on a machine where no home folder is known.
    pub fn find(home: Option<&Path>, variable: Option<OsString>) -> Option<Places> {
        let named = home
            .map(Path::to_owned)
            .or_else(|| variable.filter(|value| !value.is_empty()).map(PathBuf::from));
        if let Some(home) = named {
            return Some(Places {
                config: home.clone(),
                cache: home.join("cache"),
                data: home,
            });
        }
        let strategy = choose_app_strategy(AppStrategyArgs {
            top_level_domain: "org".to_owned(),
            author: "hegu".to_owned(),
            app_name: "hegu".to_owned(),
        })
        .ok()?;
        Some(Places {
            data: strategy.data_dir(),
            config: strategy.config_dir(),
            cache: strategy.cache_dir(),
        })
    }

    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.data.join("journal.sqlite3")
    }

    /// The person's choices.
    pub fn settings(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The person's own keys.
    pub fn keymap(&self) -> PathBuf {
        self.config.join("keymap.toml")
    }

    /// Themes of the person's own, one or more TOML files.
    pub fn themes(&self) -> PathBuf {
        self.config.join("themes.d")
    }

    /// Sentences of a language of the person's own: `TAG.ftl`.
    pub fn texts(&self) -> PathBuf {
        self.config.join("texts.d")
    }

    /// The person's own points, one or more TOML files.
    pub fn points(&self) -> PathBuf {
        self.config.join("points.d")
    }

    /// The person's own routines, one or more TOML files.
    pub fn routines(&self) -> PathBuf {
        self.config.join("routines.d")
    }

    /// The person's own sounds, by the cue's name.
    pub fn sounds(&self) -> PathBuf {
        self.config.join("sounds")
    }

    /// Files that can be made again, such as sounds.
    pub fn cache(&self) -> &Path {
        &self.cache
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_home_holds_everything() {
        let places =
            Places::find(Some(Path::new("/tmp/evening")), Some("/elsewhere".into())).expect("places");
        assert_eq!(places.journal(), Path::new("/tmp/evening/journal.sqlite3"));
        assert_eq!(places.settings(), Path::new("/tmp/evening/config.toml"));
        let places = Places::find(None, Some("/elsewhere".into())).expect("places");
        assert_eq!(places.points(), Path::new("/elsewhere/points.d"));
    }

    #[test]
    fn an_empty_variable_is_no_home() {
        let Some(places) = Places::find(None, Some(OsString::new())) else {
            return;
        };
        assert!(places.journal().is_absolute());
        assert!(places.journal().ends_with("hegu/journal.sqlite3") || cfg!(windows));
    }
}
