//! The report as one page of HTML that prints as one page of A4: nothing to load, nothing that runs.

use super::{Sheet, Trend};
use crate::domain::words::{Lang, printable};

/// Text as HTML shows it. Nothing a person wrote becomes a tag, and nothing in it is invisible.
fn safe(text: &str) -> String {
    printable(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// A4 with margins; sizes in points, so that paper decides and not the screen.
const STYLE: &str = "@page{size:A4;margin:14mm}
*{box-sizing:border-box}
body{font:9.5pt/1.35 Georgia,'Times New Roman',serif;color:#1b1b1b;max-width:182mm;margin:0 auto;padding:4mm}
@media print{body{padding:0}}
h1{font-size:15pt;margin:0}h2{font-size:10pt;margin:3.2mm 0 1mm;text-transform:uppercase;letter-spacing:.06em;color:#555}
p{margin:.6mm 0}ul{margin:0;padding-left:4.5mm}.trends,.two{display:grid;grid-template-columns:1fr 1fr;gap:3mm 7mm}
.trend{break-inside:avoid}.trend b{font-size:10pt}.small{color:#444;font-size:8.5pt}
svg{display:block;width:100%;height:auto}table{border-collapse:collapse;width:100%}
td{padding:.3mm 0;vertical-align:top}td+td{text-align:right;color:#444}";

/// The page.
pub(super) fn text(sheet: &Sheet, lang: Lang) -> String {
    let lang = lang.tag();
    let heads = &sheet.headings;
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{period}</p>\n",
        title = safe(&sheet.title),
        period = safe(&sheet.period),
    );
    page.push_str(&list(&heads.tracked, &sheet.tracked, &heads.none));
    page.push_str(&format!(
        "<h2>{}</h2>\n<div class=\"trends\">\n",
        safe(&heads.trends)
    ));
    if sheet.trends.is_empty() {
        page.push_str(&format!("<p>{}</p>\n", safe(&heads.none)));
    }
    for trend in &sheet.trends {
        page.push_str(&format!(
            "<div class=\"trend\"><b>{}</b> <span class=\"small\">{}</span>\n{}\n<p class=\"small\">{}</p></div>\n",
            safe(&trend.name),
            safe(&trend.facts),
            picture(trend),
            safe(&trend.change)
        ));
    }
    page.push_str("</div>\n<div class=\"two\">\n<div>");
    page.push_str(&table(&heads.places, &sheet.places, &heads.none));
    page.push_str("</div>\n<div>");
    page.push_str(&table(&heads.routines, &sheet.routines, &heads.none));
    page.push_str("</div>\n</div>\n");
    page.push_str(&list(&heads.cautions, &sheet.cautions, &heads.none));
    page.push_str(&list(&heads.limits, &sheet.limits, &heads.none));
    page.push_str("</body>\n</html>\n");
    page
}

fn list(heading: &str, lines: &[String], none: &str) -> String {
    let items: String = match lines.is_empty() {
        true => format!("<p>{}</p>\n", safe(none)),
        false => {
            let items: String = lines
                .iter()
                .map(|line| format!("<li>{}</li>\n", safe(line)))
                .collect();
            format!("<ul>\n{items}</ul>\n")
        }
    };
    format!("<h2>{}</h2>\n{items}", safe(heading))
}

fn table(heading: &str, rows: &[(String, String)], none: &str) -> String {
    if rows.is_empty() {
        return list(heading, &[], none);
    }
    let rows: String = rows
        .iter()
        .map(|(name, said)| format!("<tr><td>{}</td><td>{}</td></tr>\n", safe(name), safe(said)))
        .collect();
    format!("<h2>{}</h2>\n<table>\n{rows}</table>\n", safe(heading))
}

/// The drawing's own units: 300 by 74, of which the lines lie between these.
const LEFT: f64 = 14.0;
const RIGHT: f64 = 296.0;
const TOP: f64 = 5.0;
const BOTTOM: f64 = 55.0;

/// Dots for evenings, a line through the median of each week, ticks below for days with a practice.
fn picture(trend: &Trend) -> String {
    let x = |day: f64| LEFT + (RIGHT - LEFT) * (day + 0.5) / trend.days as f64;
    let y = |value: f64| BOTTOM - (BOTTOM - TOP) * value / 10.0;
    let mut svg = format!(
        "<svg viewBox=\"0 0 300 74\" role=\"img\" aria-label=\"{}: {}\" font-family=\"sans-serif\" font-size=\"7\">",
        safe(&trend.name),
        safe(&trend.facts)
    );
    for value in [0, 5, 10] {
        let y = y(f64::from(value));
        svg.push_str(&format!(
            "<line x1=\"{LEFT}\" y1=\"{y:.1}\" x2=\"{RIGHT}\" y2=\"{y:.1}\" stroke=\"#ccc\" stroke-width=\".5\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#666\">{value}</text>",
            LEFT - 3.0,
            y + 2.5
        ));
    }
    for (day, value) in &trend.values {
        svg.push_str(&format!(
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"1.3\" fill=\"#8a8a8a\"/>",
            x(*day as f64),
            y(f64::from(*value))
        ));
    }
    let points: Vec<String> = weeks(&trend.values)
        .into_iter()
        .map(|(day, value)| format!("{:.1},{:.1}", x(day), y(value)))
        .collect();
    if points.len() > 1 {
        svg.push_str(&format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"#1b1b1b\" stroke-width=\"1.4\"/>",
            points.join(" ")
        ));
    }
    let mut practised = trend.practised.clone();
    practised.dedup();
    for day in practised {
        let x = x(day as f64);
        svg.push_str(&format!(
            "<line x1=\"{x:.1}\" y1=\"58.5\" x2=\"{x:.1}\" y2=\"62\" stroke=\"#2f6f5e\" stroke-width=\"1\"/>"
        ));
    }
    svg.push_str(&format!(
        "<text x=\"{LEFT}\" y=\"71\" fill=\"#666\">{}</text><text x=\"{RIGHT}\" y=\"71\" text-anchor=\"end\" fill=\"#666\">{}</text></svg>",
        safe(&trend.ends.0),
        safe(&trend.ends.1)
    ));
    svg
}

/// The median of each week that has one, at the middle of its evenings.
fn weeks(values: &[(i64, u8)]) -> Vec<(f64, f64)> {
    let mut weeks: std::collections::BTreeMap<i64, Vec<(i64, u8)>> = Default::default();
    for (day, value) in values {
        weeks.entry(day / 7).or_default().push((*day, *value));
    }
    weeks
        .into_values()
        .map(|week| {
            let middle = week.iter().map(|(day, _)| *day as f64).sum::<f64>() / week.len() as f64;
            let mut values: Vec<u8> = week.iter().map(|(_, value)| *value).collect();
            values.sort_unstable();
            let half = values.len() / 2;
            let median = match values.len() % 2 {
                1 => f64::from(values[half]),
                _ => f64::from(values[half - 1] + values[half]) / 2.0,
            };
            (middle, median)
        })
        .collect()
}
