//! What we know: tradition and trials on separate lines, null results beside the others, never a promise.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::layout::Grid;
use super::look::Look;
use super::safety_words as say;
use super::widgets::page::Page;
use crate::app::Known;
use crate::app::evidence::{About, EvidencePage};
use crate::domain::evidence::{Row, Section};
use crate::domain::point::{Basis, Point};
use crate::t;

/// The first row.
pub fn title<'a>(page: &EvidencePage, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let right = Line::styled(t!(look, "evidence-title"), look.dim());
    let left = match page.about {
        About::Field => Line::styled(t!(look, "evidence-field"), look.strong()),
        About::Point(id) => {
            let point = known.content.atlas.point(id);
            Line::from(vec![
                Span::styled(format!("{}  ", point.code), look.accent()),
                Span::styled(&*point.names.pinyin, look.strong()),
            ])
        }
    };
    (left, right)
}

/// The body.
pub fn draw(evidence: &EvidencePage, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let mut page = Page::new(grid.body.width);
    match evidence.about {
        About::Field => {
            for row in known.content.evidence.section(Section::Field) {
                page.gap();
                finding(row, look, &mut page);
            }
        }
        About::Point(id) => of_point(known.content.atlas.point(id), known, look, &mut page),
    }
    page.draw(look, grid.body, evidence.scroll, buf);
}

fn of_point(point: &Point, known: &Known, look: &Look, page: &mut Page) {
    let name = |id: &str| {
        known
            .content
            .atlas
            .use_text(id)
            .map_or_else(|| id.to_owned(), |use_| use_.name.get(look.lang).to_owned())
    };
    let tradition: Vec<String> = point
        .uses
        .iter()
        .filter(|use_| !use_.id.starts_with("wish-"))
        .map(|use_| name(&use_.id))
        .collect();
    page.say(&t!(look, "evidence-tradition"), look.dim());
    if tradition.is_empty() {
        page.say(&t!(look, "evidence-no-tradition"), look.text());
    } else {
        page.say(&tradition.join(", "), look.text());
    }
    page.gap();
    page.say(&t!(look, "evidence-tested"), look.dim());
    let mut shown: Vec<&str> = Vec::new();
    for use_ in &point.uses {
        let rows: Vec<&Row> = known
            .content
            .evidence
            .trials(point, &use_.id)
            .filter(|row| !shown.contains(&row.id.as_ref()))
            .collect();
        if rows.is_empty() || (use_.basis == Basis::Tradition && use_.evidence.is_empty() && rows.is_empty())
        {
            continue;
        }
        page.say(&name(&use_.id), look.strong());
        for row in rows {
            shown.push(&row.id);
            finding(row, look, page);
            page.gap();
        }
    }
    if shown.is_empty() {
        page.say(&t!(look, "evidence-none"), look.text());
    }
    page.gap();
    provenance(point, look, page);
    page.gap();
    page.say(&t!(look, "evidence-place"), look.dim());
    if let Some(row) = known.content.evidence.row("EV-GEN-03") {
        finding(row, look, page);
    }
}

/// Where the point's place and names come from, how its time was chosen, and of which day the texts are.
fn provenance(point: &Point, look: &Look, page: &mut Page) {
    page.say(&t!(look, "card-sources"), look.dim());
    for source in &point.sources {
        page.say(source, look.text());
    }
    page.say(&edition(point, look), look.dim());
}

/// Which edition of the texts this is; a person's own point has none.
pub fn edition(point: &Point, look: &Look) -> String {
    if point.own {
        return t!(look, "evidence-own");
    }
    let version = env!("CARGO_PKG_VERSION");
    t!(
        look,
        "evidence-edition",
        version = version,
        date = crate::content::EDITION
    )
}

/// One finding: what, against what, who pressed, how sure, where printed, when read.
fn finding(row: &Row, look: &Look, page: &mut Page) {
    page.say(row.finding.get(look.lang), look.text());
    let mut facts = vec![say::certainty(look, row.certainty)];
    facts.extend(say::comparison(look, row.comparison));
    facts.extend(say::pressed(look, row.pressed));
    page.say(&facts.join(". "), look.dim());
    let read = t!(look, "evidence-read", date = row.read.as_ref());
    page.say(&format!("{}  {}. {read}", row.id, row.citation), look.dim());
}
