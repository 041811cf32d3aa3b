//! `hegu man`: the manual, from the same definitions as the help, in the language of the run.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man;

use super::{CliError, print, spoken};
use crate::domain::words::Lang;
use crate::ui::look::Look;

/// Where to.
#[derive(Clone, Debug, Args)]
pub struct ManArgs {
    /// A folder for one page a verb. Without one, hegu(1) goes to standard output: hegu man | man -l -
    pub folder: Option<PathBuf>,
}

/// Prints the manual, or writes its pages.
pub fn run(args: &ManArgs, lang: Lang) -> Result<(), CliError> {
    let mut command = spoken::command(lang);
    // Shared options are told once, in hegu(1).
    command.build();
    let pages = pages(&command, "hegu", lang);
    match &args.folder {
        None => print(&pages[0].1),
        Some(folder) => {
            write(folder, &pages).map_err(|error| CliError::file(&Look::bare(lang), folder, &error))
        }
    }
}

fn write(folder: &Path, pages: &[(String, String)]) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, page) in pages {
        fs::write(folder.join(format!("{name}.1")), page)?;
    }
    Ok(())
}

/// The page of a command and those of the verbs below it.
fn pages(command: &Command, name: &str, lang: Lang) -> Vec<(String, String)> {
    let titled = command.clone().name(name.to_owned());
    let mut roff = Vec::new();
    // Writing into memory does not fail.
    drop(Man::new(titled).render(&mut roff));
    let mut page = String::from_utf8_lossy(&roff).into_owned();
    if name == "hegu" {
        page.push_str(lang.pick(EXIT_EN, EXIT_DA));
    }
    if lang == Lang::Da {
        for (en, da) in HEADINGS {
            page = page.replace(&format!(".SH {en}\n"), &format!(".SH {da}\n"));
        }
    }
    let mut all = vec![(name.to_owned(), page)];
    for verb in command.get_subcommands().filter(|verb| verb.get_name() != "help") {
        all.extend(pages(verb, &format!("{name}-{}", verb.get_name()), lang));
    }
    all
}

/// The headings of a page.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "NAVN"),
    ("SYNOPSIS", "BRUG"),
    ("DESCRIPTION", "BESKRIVELSE"),
    ("OPTIONS", "TILVALG"),
    ("SUBCOMMANDS", "KOMMANDOER"),
    ("EXTRA", "EKSEMPLER"),
];

const EXIT_EN: &str = ".SH EXIT STATUS
0 done. 1 it could not be done; the reason is on standard error. 2 the command line was not understood. 3 safety says
no; reason and alternative are on standard error.
.SH FILES
config.toml, keymap.toml, themes.d, points.d and routines.d in the folder that \\fBhegu config path\\fR names; the
journal where \\fBhegu doctor\\fR says.
.SH ENVIRONMENT
\\fBHEGU_HOME\\fR puts everything into one folder. \\fBHEGU_LANG\\fR, \\fBHEGU_THEME\\fR and so on set any setting for one
run. \\fBNO_COLOR\\fR means no colours.
";

const EXIT_DA: &str = ".SH AFSLUTNINGSKODE
0 udført. 1 det kunne ikke lade sig gøre; grunden står på standardfejl. 2 kommandolinjen blev ikke forstået. 3
sikkerheden siger nej; grund og alternativ står på standardfejl.
.SH FILER
config.toml, keymap.toml, themes.d, points.d og routines.d i den mappe, som \\fBhegu config path\\fR nævner; dagbogen
dér, hvor \\fBhegu doctor\\fR siger.
.SH MILJØ
\\fBHEGU_HOME\\fR samler alt i én mappe. \\fBHEGU_LANG\\fR, \\fBHEGU_THEME\\fR og så videre sætter en indstilling for én
kørsel. \\fBNO_COLOR\\fR betyder ingen farver.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_a_page_in_both_languages_and_no_heading_is_left_in_english() {
        for lang in Lang::ALL {
            let mut command = spoken::command(lang);
            command.build();
            let verbs = command
                .get_subcommands()
                .filter(|verb| verb.get_name() != "help")
                .count();
            let pages = pages(&command, "hegu", lang);
            assert!(pages.len() > verbs);
            for (name, page) in &pages {
                assert!(page.contains(".SH"), "{name}");
                if lang == Lang::Da {
                    for (en, _) in HEADINGS {
                        assert!(!page.contains(&format!(".SH {en}\n")), "{name}: {en}");
                    }
                }
            }
        }
    }
}
