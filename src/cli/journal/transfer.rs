//! `hegu journal export`, `import` and `sync`: the journal as text, in and out.

use std::io::{self, BufReader, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDateTime, TimeZone};
use clap::Args;

use super::{CliError, Home, list, open};
use crate::domain::words::printable;
use crate::platform::journal::backup::keep_copy;
use crate::platform::journal::entry::Entry;
use crate::platform::journal::formats::foreign::{self, Column, Dates, Field, Here};
use crate::platform::journal::formats::{Bad, BadLine, Format, LARGEST_WHOLE, NotRead, csv, jsonl, toml};
use crate::platform::journal::sync::NotSynced;
use crate::platform::journal::{Journal, TakenIn};
use crate::platform::own_files::open_file;
use crate::t;
use crate::ui::look::Look;

/// So many wrong lines are named; the rest is counted.
const NAMED: usize = 20;

/// What to export.
#[derive(Clone, Debug, Args)]
pub struct ExportArgs {
    /// jsonl, csv, md or toml. Otherwise the ending of the file decides, else jsonl.
    #[arg(long, value_parser = parse_format)]
    pub format: Option<Format>,
    /// The file to write. Otherwise standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What to import.
#[derive(Clone, Debug, Args)]
pub struct ImportArgs {
    /// The file.
    pub file: PathBuf,
    /// jsonl, csv or toml. Otherwise the ending of the file decides.
    #[arg(long, value_parser = parse_format, conflicts_with_all = ["daylio", "map"])]
    pub format: Option<Format>,
    /// The file is Daylio's export.
    #[arg(long, conflicts_with = "map")]
    pub daylio: bool,
    /// Which column says what: day=Date,stress="How stressed",neck=Neck,note=Comment. Fields are day, time,
    /// mood (1-5), tension, stress, tiredness, pain, sleep, any place (0-10), tags, note.
    #[arg(long, value_name = "FIELD=COLUMN,...", value_delimiter = ',', value_parser = parse_column)]
    pub map: Vec<Column>,
    /// How the table writes days: ymd, dmy, mdy.
    #[arg(long, value_name = "ORDER", default_value = "ymd", value_parser = parse_dates)]
    pub dates: Dates,
    /// What stands between the columns of the table.
    #[arg(long, value_name = "CHAR", default_value = ",", value_parser = parse_delimiter)]
    pub delimiter: u8,
    /// Reads and checks, and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Where to exchange.
#[derive(Clone, Debug, Args)]
pub struct SyncArgs {
    /// A folder that you share between your machines.
    pub dir: PathBuf,
}

fn parse_format(text: &str) -> Result<Format, String> {
    Format::from_id(text).ok_or_else(|| "jsonl, csv, md or toml".to_owned())
}

fn parse_column(text: &str) -> Result<Column, String> {
    let (field, name) = text.split_once('=').ok_or("FIELD=COLUMN")?;
    let field = Field::from_id(field.trim()).ok_or_else(|| format!("no field is called \"{field}\""))?;
    Ok(Column {
        field,
        name: name.trim().to_owned(),
    })
}

fn parse_dates(text: &str) -> Result<Dates, String> {
    Dates::from_id(text).ok_or_else(|| "ymd, dmy or mdy".to_owned())
}

fn parse_delimiter(text: &str) -> Result<u8, String> {
    match text {
        "tab" | "\\t" => Ok(b'\t'),
        text if text.len() == 1 => Ok(text.as_bytes()[0]),
        _ => Err("one character, or tab".to_owned()),
    }
}

fn by_ending(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()? {
        "json" | "ndjson" => Some(Format::Jsonl),
        "markdown" => Some(Format::Markdown),
        ending => Format::from_id(ending),
    }
}

/// Writes the journal as text.
pub fn export(args: &ExportArgs, home: &Home) -> Result<(), CliError> {
    let look = Look::new(&home.known);
    let of_file = args.output.as_deref().and_then(by_ending);
    let format = args.format.or(of_file).unwrap_or(Format::Jsonl);
    let mut journal = open(home)?;
    let not_read = |error| said(&look, "", error);
    match &args.output {
        None if io::stdout().is_terminal() => {
            // A note must not act on the terminal it is shown on.
            let mut text = Vec::new();
            write(&mut journal, format, home, &mut text).map_err(not_read)?;
            crate::cli::print(&printable(&String::from_utf8_lossy(&text)))
        }
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            match write(&mut journal, format, home, &mut out).and_then(|()| Ok(out.flush()?)) {
                Err(NotRead::File(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                done => done.map_err(not_read),
            }
        }
        Some(path) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = folder.unwrap_or(Path::new("."));
            let file = |error: io::Error| CliError::file(&look, path, &error);
            let mut new = tempfile::NamedTempFile::new_in(folder).map_err(file)?;
            let mut out = BufWriter::new(new.as_file_mut());
            write(&mut journal, format, home, &mut out).map_err(not_read)?;
            out.flush().map_err(file)?;
            drop(out);
            new.as_file().sync_all().map_err(file)?;
            new.persist(path).map_err(|error| file(error.error))?;
            let path = path.display().to_string();
            crate::cli::print(&(t!(look, "data-exported", path = path) + "\n"))
        }
    }
}

fn write(journal: &mut Journal, format: Format, home: &Home, out: &mut impl Write) -> Result<(), NotRead> {
    match format {
        Format::Jsonl => jsonl::write(journal, out),
        Format::Csv => csv::write(journal, out),
        Format::Toml => toml::write(journal, out),
        Format::Markdown => markdown(journal, home, out),
    }
}

/// Days as headings, newest first, each with what was told on it.
fn markdown(journal: &mut Journal, home: &Home, out: &mut impl Write) -> Result<(), NotRead> {
    let mut known = home.known.clone();
    let all = chrono::NaiveDate::MIN.max(chrono::NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default())
        ..=chrono::NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default();
    known.diary.pages = crate::domain::journal::Pages {
        check_ins: journal.check_ins(all.clone())?,
        practices: journal.practices(all)?,
    };
    writeln!(out, "# {}\n", t!(Look::new(&known), "journal-title"))?;
    for line in printable(&list(&known)).lines() {
        match line.strip_prefix("  ") {
            None if line.is_empty() => writeln!(out)?,
            None => writeln!(out, "## {line}\n")?,
            // Four blanks: as it stands, and no sign in a note becomes a heading or a link.
            Some(line) => writeln!(out, "    {line}")?,
        }
    }
    Ok(())
}

/// Brings entries in. A file with a single wrong line changes nothing.
pub fn import(args: &ImportArgs, home: &Home) -> Result<(), CliError> {
    let look = Look::new(&home.known);
    let name = args.file.display().to_string();
    let problem = |error| said(&look, &name, error);
    let opened = || open_file(&args.file).map_err(|error| CliError::file(&look, &args.file, &error));
    let format = args.format.or_else(|| by_ending(&args.file));
    let zone = |wall: NaiveDateTime| {
        // An hour that comes twice is the first; one that never was is read as if it were winter.
        let local = Local.from_local_datetime(&wall);
        match local.earliest() {
            Some(at) => at.fixed_offset(),
            None => Local.from_utc_datetime(&wall).fixed_offset(),
        }
    };
    let here = Here {
        zone: &zone,
        day_start: home.known.day_start(),
    };
    let foreign = args.daylio || !args.map.is_empty();
    if foreign || format == Some(Format::Toml) {
        let size = opened()?.metadata().map_or(0, |file| file.len());
        if size > LARGEST_WHOLE {
            return Err(problem(NotRead::TooLarge));
        }
    }
    let whole: Option<Vec<Entry>> = if args.daylio {
        Some(foreign::daylio(opened()?, &here).map_err(problem)?)
    } else if foreign {
        let read = foreign::table(opened()?, args.delimiter, &args.map, args.dates, &here);
        Some(read.map_err(problem)?)
    } else {
        match format {
            Some(Format::Toml) => Some(toml::read(opened()?).map_err(problem)?),
            Some(Format::Jsonl | Format::Csv) => None,
            Some(Format::Markdown) => return Err(CliError::said(t!(look, "data-md-is-for-reading"))),
            None => return Err(CliError::said(t!(look, "data-which-format", path = name))),
        }
    };
    let entries = || -> Result<Box<dyn Iterator<Item = Result<Entry, NotRead>>>, CliError> {
        Ok(match (&whole, format) {
            (Some(entries), _) => Box::new(entries.clone().into_iter().map(Ok)),
            (None, Some(Format::Csv)) => Box::new(csv::read(opened()?)),
            (None, _) => Box::new(jsonl::read(BufReader::new(opened()?))),
        })
    };
    // Read twice: every wrong line is named before anything is written, and a file of any size fits.
    check(&look, &name, entries()?)?;
    if args.dry_run {
        return crate::cli::print(&(t!(look, "data-import-fine", path = name) + "\n"));
    }
    let mut journal = open(home)?;
    let copy = keep_copy(&journal, "import", home.known.now.wall)
        .map_err(|error| super::copies::said(&look, error))?;
    let taken = journal.take_in(entries()?).map_err(problem)?;
    let TakenIn {
        new,
        same,
        kept,
        away,
    } = taken;
    let mut lines = vec![t!(look, "data-imported", new = new, same = same)];
    if kept > 0 {
        lines.push(t!(look, "data-import-kept", count = kept));
    }
    if away > 0 {
        lines.push(t!(look, "data-import-away", count = away));
    }
    let copy = copy.display().to_string();
    lines.push(t!(look, "data-import-back", path = copy));
    crate::cli::print(&(lines.join("\n") + "\n"))
}

fn check(
    look: &Look,
    name: &str,
    entries: impl Iterator<Item = Result<Entry, NotRead>>,
) -> Result<(), CliError> {
    let mut wrong = Vec::new();
    let mut more = 0_u64;
    for entry in entries {
        match entry {
            Ok(_) => {}
            // A file of something else has a wrong line after the other.
            Err(NotRead::Line(bad)) if bad.what == Bad::Foreign => {
                wrong.insert(0, line(look, name, &bad));
                break;
            }
            Err(NotRead::Line(bad)) if wrong.len() < NAMED => wrong.push(line(look, name, &bad)),
            Err(NotRead::Line(_)) => more += 1,
            Err(error) => return Err(said(look, name, error)),
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    if more > 0 {
        wrong.push(t!(look, "data-more-lines", count = more));
    }
    Err(CliError {
        message: wrong.join("\n"),
        hint: t!(look, "data-import-nothing"),
        code: 1,
    })
}

/// What is wrong with a line, in a sentence.
pub(super) fn line(look: &Look, file: &str, bad: &BadLine) -> String {
    let what = match &bad.what {
        Bad::NotText => t!(look, "data-bad-not-text"),
        Bad::TooLong => t!(look, "data-bad-too-long"),
        Bad::Syntax(what) => what.clone(),
        Bad::Field(wrong) => {
            let value: String = wrong.value.chars().take(60).collect();
            t!(look, "data-bad-field", field = wrong.field, value = value)
        }
        Bad::NoColumn(name) => t!(look, "data-bad-column", name = name.as_str()),
        Bad::Foreign => t!(look, "data-bad-foreign"),
    };
    printable(&t!(
        look,
        "data-bad-line",
        file = file,
        line = bad.line,
        what = what
    ))
}

fn said(look: &Look, name: &str, error: NotRead) -> CliError {
    match error {
        NotRead::Line(bad) => CliError {
            message: line(look, name, &bad),
            hint: t!(look, "data-import-nothing"),
            code: 1,
        },
        NotRead::File(error) => CliError::file(look, Path::new(name), &error),
        NotRead::TooLarge => CliError::said(t!(look, "data-too-large", path = name)),
        NotRead::Journal(trouble) => CliError::trouble(look, &trouble),
    }
}

/// Exchanges changes through a folder.
pub fn sync(args: &SyncArgs, home: &Home) -> Result<(), CliError> {
    let look = Look::new(&home.known);
    let mut journal = open(home)?;
    let synced = journal
        .sync(&args.dir, home.known.now.wall)
        .map_err(|error| match error {
            NotSynced::Journal(trouble) => CliError::trouble(&look, &trouble),
            NotSynced::File(path, error) => CliError::file(&look, &path, &error),
        })?;
    let mut lines = vec![t!(
        look,
        "data-synced",
        sent = synced.sent,
        taken = synced.taken,
        machines = synced.machines
    )];
    if synced.conflicts > 0 {
        lines.push(t!(look, "data-sync-conflicts", count = synced.conflicts));
    }
    for (file, number, what) in synced.refused {
        lines.push(line(&look, &file, &BadLine { line: number, what }));
    }
    crate::cli::print(&(lines.join("\n") + "\n"))
}
