//! The report as Markdown: the same, without pictures.

use super::Sheet;

/// Signs that mean something in Markdown or HTML are said to be signs.
fn safe(text: &str) -> String {
    let mut safe = String::new();
    for c in text.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '\n' => safe.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '!' => safe.extend(['\\', c]),
            c => safe.push(c),
        }
    }
    safe
}

/// The page.
pub(super) fn text(sheet: &Sheet) -> String {
    let heads = &sheet.headings;
    let mut page = format!("# {}\n\n{}\n", safe(&sheet.title), safe(&sheet.period));
    let mut part = |heading: &str, lines: Vec<String>| {
        page.push_str(&format!("\n## {}\n\n", safe(heading)));
        match lines.is_empty() {
            true => page.push_str(&format!("{}\n", safe(&heads.none))),
            false => lines
                .iter()
                .for_each(|line| page.push_str(&format!("- {line}\n"))),
        }
    };
    let all = |lines: &[String]| lines.iter().map(|line| safe(line)).collect::<Vec<_>>();
    let rows = |rows: &[(String, String)]| {
        rows.iter()
            .map(|(name, said)| format!("{}: {}", safe(name), safe(said)))
            .collect::<Vec<_>>()
    };
    part(&heads.tracked, all(&sheet.tracked));
    let trends = sheet.trends.iter().map(|trend| {
        format!(
            "**{}**: {} {}",
            safe(&trend.name),
            safe(&trend.facts),
            safe(&trend.change)
        )
    });
    part(&heads.trends, trends.collect());
    part(&heads.places, rows(&sheet.places));
    part(&heads.routines, rows(&sheet.routines));
    part(&heads.cautions, all(&sheet.cautions));
    part(&heads.limits, all(&sheet.limits));
    page
}
