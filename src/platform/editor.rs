//! The person's own editor, on a file that only they can read and that is gone afterwards.

use std::io::Write;
use std::process::Command;

/// Opens `$VISUAL`, else `$EDITOR`, on a text, and returns what it became. `None` where neither is set or
/// the editor did not end well: then the text stays as it was.
pub fn edit(text: &str) -> Option<String> {
    let named = |name: &str| {
        std::env::var(name)
            .ok()
            .filter(|editor| !editor.trim().is_empty())
    };
    edit_with(&named("VISUAL").or_else(|| named("EDITOR"))?, text)
}

fn edit_with(editor: &str, text: &str) -> Option<String> {
    let mut file = tempfile::Builder::new()
        .prefix("hegu-note-")
        .suffix(".txt")
        .tempfile()
        .ok()?;
    file.write_all(text.as_bytes()).ok()?;
    file.flush().ok()?;
    let path = file.into_temp_path();
    // An editor may be named with its options: "code --wait".
    let mut words = editor.split_whitespace();
    let ended = Command::new(words.next()?).args(words).arg(&path).status().ok()?;
    ended
        .success()
        .then(|| std::fs::read_to_string(&path).ok())
        .flatten()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// An editor that does what a person would.
    fn script(folder: &std::path::Path, does: &str) -> String {
        let path = folder.join("editor.sh");
        std::fs::write(&path, format!("#!/bin/sh\n{does}\n")).expect("write");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).expect("permissions");
        path.display().to_string()
    }

    #[test]
    fn what_was_written_comes_back_and_a_failed_editor_changes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let adds = script(folder.path(), "printf ' Kolde hænder.' >> \"$1\"");
        assert_eq!(
            edit_with(&adds, "Lang dag.").as_deref(),
            Some("Lang dag. Kolde hænder.")
        );
        let fails = script(folder.path(), "echo gone > \"$1\"; exit 1");
        assert_eq!(edit_with(&fails, "Lang dag."), None);
        assert_eq!(edit_with("/no/such/editor", "Lang dag."), None);
    }
}
