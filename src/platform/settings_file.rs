//! The person's settings on the disk: read whole, written whole.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::app::choices;
use crate::content::source::Plain;
use crate::domain::words::Lang;

/// Why a choice could not be written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// The disk refused.
    #[error("{0}: {1}")]
    Disk(PathBuf, io::Error),
    /// The file is not TOML; it is left as it is.
    #[error("{0}: {1}")]
    Broken(PathBuf, String),
}

/// Writes one choice into the file at a path; everything else in it stays as it is. Where there is no file
/// yet, the whole commented one is written.
pub fn choose(path: &Path, key: &str, value: &Plain, lang: Lang) -> Result<(), NotWritten> {
    let disk = |error| NotWritten::Disk(path.to_owned(), error);
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(disk(error)),
    };
    let changed = choices::changed(&text, key, value, lang).map_err(|error| {
        let first = error.lines().next().unwrap_or_default();
        NotWritten::Broken(path.to_owned(), first.to_owned())
    })?;
    write(path, &changed).map_err(disk)
}

/// Writes a file whole or not at all. A link is followed, so that settings kept elsewhere stay there.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    // A temporary file is for its owner alone; settings are like any other file of the person.
    if let Ok(before) = fs::metadata(&path) {
        file.as_file().set_permissions(before.permissions())?;
    }
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder")
    }

    #[test]
    fn a_first_choice_writes_the_commented_file_and_a_second_keeps_it() {
        let home = home();
        let path = home.path().join("deep/config.toml");
        choose(&path, "skin", &Plain::Text("slate".to_owned()), Lang::En).expect("written");
        choose(&path, "day_ends", &Plain::Whole(2), Lang::En).expect("written");
        let text = fs::read_to_string(&path).expect("a file");
        let wanted = choices::commented(Lang::En)
            .replace("skin = \"chestnut\"", "skin = \"slate\"")
            .replace("day_ends = 4", "day_ends = 2");
        assert_eq!(text, wanted);
    }

    #[test]
    fn a_broken_file_is_left_as_it_is() {
        let home = home();
        let path = home.path().join("config.toml");
        fs::write(&path, "lang = \n").expect("written");
        let refused = choose(&path, "skin", &Plain::Text("slate".to_owned()), Lang::En);
        assert!(matches!(refused, Err(NotWritten::Broken(..))));
        assert_eq!(fs::read_to_string(&path).expect("a file"), "lang = \n");
    }

    #[test]
    fn a_folder_in_the_way_is_an_answer_and_no_panic() {
        let home = home();
        let path = home.path().join("config.toml");
        fs::create_dir(&path).expect("a folder");
        let refused = choose(&path, "skin", &Plain::Text("slate".to_owned()), Lang::En);
        assert!(matches!(refused, Err(NotWritten::Disk(..))));
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_file_stays_a_link() {
        let home = home();
        let kept = home.path().join("kept.toml");
        fs::write(&kept, "# mine\n").expect("written");
        let path = home.path().join("config.toml");
        std::os::unix::fs::symlink(&kept, &path).expect("a link");
        choose(&path, "day_ends", &Plain::Whole(2), Lang::En).expect("written");
        assert!(fs::symlink_metadata(&path).expect("there").is_symlink());
        assert_eq!(
            fs::read_to_string(&kept).expect("a file"),
            "# mine\nday_ends = 2\n"
        );
    }
}
