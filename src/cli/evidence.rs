//! `hegu evidence`: what is known, with comparison, who pressed, certainty and citation.

use clap::Args;
use serde::Serialize;

use super::{CliError, WIDTH, print};
use crate::app::Known;
use crate::domain::evidence::{Evidence, Row, Section};
use crate::t;
use crate::ui::frame::wrap;
use crate::ui::look::Look;
use crate::ui::safety_words as say;

/// Which rows.
#[derive(Clone, Debug, Default, Args)]
pub struct EvidenceArgs {
    /// One row, such as EV-NAU-04; or the beginning of ids, such as EV-NAU. Without one, what is true of the whole
    /// field.
    #[arg(add = clap_complete::engine::ArgValueCompleter::new(super::completions::evidence))]
    pub id: Option<String>,
    /// As JSON; see docs/json.md.
    #[arg(long)]
    pub json: bool,
}

/// The text for the rows that were asked for.
pub fn run(args: &EvidenceArgs, known: &Known) -> Result<(), CliError> {
    print(&text(args, known)?)
}

fn text(args: &EvidenceArgs, known: &Known) -> Result<String, CliError> {
    let look = Look::new(known);
    let evidence = &known.content.evidence;
    let asked = args.id.as_ref().map(|id| id.to_uppercase());
    let rows: Vec<&Row> = match &asked {
        // As data everything; to a reader first what is true of all of it.
        None if args.json => evidence.rows().iter().collect(),
        None => evidence.section(Section::Field).collect(),
        Some(id) => match evidence.row(id) {
            Some(row) => vec![row],
            None => evidence
                .rows()
                .iter()
                .filter(|row| {
                    row.id
                        .strip_prefix(id.as_str())
                        .is_some_and(|rest| rest.starts_with('-'))
                })
                .collect(),
        },
    };
    if rows.is_empty() {
        return Err(CliError {
            message: t!(look, "evidence-unknown", id = args.id.clone().unwrap_or_default()),
            hint: t!(look, "evidence-unknown-hint"),
            code: 1,
        });
    }
    if args.json {
        let rows: Vec<RowJson<'_>> = rows.into_iter().map(RowJson::from).collect();
        return super::json::text(&rows);
    }
    let mut text = String::new();
    if asked.is_none() {
        text.push_str(&format!("{}\n\n", t!(look, "evidence-field")));
    }
    for row in rows {
        text.push_str(&whole(row, &look));
    }
    if asked.is_none() {
        let ids = beginnings(evidence).join(", ");
        for line in wrap(&t!(look, "evidence-by-use", ids = ids), WIDTH) {
            text.push_str(&format!("{line}\n"));
        }
    }
    Ok(text)
}

/// What the ids begin with, each once, in the order of the rows.
fn beginnings(evidence: &Evidence) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for row in evidence.rows() {
        if let Some((beginning, _)) = row.id.rsplit_once('-')
            && !all.contains(&beginning)
        {
            all.push(beginning);
        }
    }
    all
}

/// Everything about one row.
fn whole(row: &Row, look: &Look) -> String {
    let mut lines = vec![row.id.to_string()];
    lines.extend(wrap(row.finding.get(look.lang), WIDTH));
    let mut facts = vec![say::certainty(look, row.certainty)];
    facts.extend(say::comparison(look, row.comparison));
    facts.extend(say::pressed(look, row.pressed));
    lines.extend(wrap(&format!("{}.", facts.join(". ")), WIDTH));
    let read = t!(look, "evidence-read", date = row.read.as_ref());
    lines.extend(wrap(&format!("{}. {read}", row.citation), WIDTH));
    lines.join("\n") + "\n\n"
}

/// A row as JSON.
#[derive(Serialize)]
struct RowJson<'a> {
    id: &'a str,
    section: &'static str,
    #[serde(rename = "use")]
    use_id: Option<&'a str>,
    points: Vec<&'a str>,
    finding: WordsJson<'a>,
    comparison: &'static str,
    pressed: &'static str,
    direction: &'static str,
    certainty: &'static str,
    graded: &'static str,
    citation: &'a str,
    verified: bool,
    read: &'a str,
}

#[derive(Serialize)]
struct WordsJson<'a> {
    en: &'a str,
    da: &'a str,
}

impl<'a> From<&'a Row> for RowJson<'a> {
    fn from(row: &'a Row) -> RowJson<'a> {
        RowJson {
            id: &row.id,
            section: row.section.id(),
            use_id: row.use_id.as_deref(),
            points: row.points.iter().map(|code| code.as_ref()).collect(),
            finding: WordsJson {
                en: &row.finding.en,
                da: &row.finding.da,
            },
            comparison: row.comparison.id(),
            pressed: row.pressed.id(),
            direction: row.direction.id(),
            certainty: row.certainty.id(),
            graded: row.graded.id(),
            citation: &row.citation,
            verified: row.verified,
            read: &row.read,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(id: Option<&str>, json: bool) -> Result<String, String> {
        let known = Known::at("2026-11-21T21:30:00+01:00");
        let args = EvidenceArgs {
            id: id.map(ToOwned::to_owned),
            json,
        };
        text(&args, &known).map_err(|error| error.message)
    }

    #[test]
    fn a_row_comes_with_its_doubts_and_an_unknown_one_is_no_row() {
        let row = said(Some("ev-nau-04"), false).expect("a row");
        for part in [
            "no significant difference",
            "Certainty: moderate",
            "Against sham",
            "hta17260",
            "2026-11",
        ] {
            assert!(row.contains(part), "{part}: {row}");
        }
        assert_eq!(
            said(Some("EV-NAU"), false)
                .expect("seven rows")
                .matches("EV-NAU-0")
                .count(),
            7
        );
        let field = said(None, false).expect("the field");
        for part in ["EV-GEN-01", "EV-GEN-03", "EV-GEN-05", "EV-NAU", "EV-HEA"] {
            assert!(field.contains(part), "{part}: {field}");
        }
        assert!(
            !field.contains("EV-NAU-01"),
            "one use is one word further: {field}"
        );
        assert!(said(Some("EV-XXX"), false).is_err());
        let json: serde_json::Value = serde_json::from_str(&said(None, true).expect("json")).expect("json");
        assert_eq!(json.as_array().map(Vec::len), Some(64));
    }
}
