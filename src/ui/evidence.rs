//! What we know: tradition and trials on separate lines, null results beside the others, never a promise.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::frame::put;
use super::layout::Grid;
use super::look::Look;
use super::safety_words as say;
use super::widgets::page::Page;
use crate::app::Known;
use crate::app::evidence::{About, EvidencePage};
use crate::domain::evidence::{Direction, Graded, Row, Section};
use crate::domain::point::Point;
use crate::t;

/// The first row.
pub fn title<'a>(page: &EvidencePage, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let right = Line::styled(t!(look, "evidence-title"), look.dim());
    let left = match page.about {
        About::Field | About::Section(_) => Line::styled(section(look, page.section()), look.strong()),
        About::Row(at) => {
            let row = known.content.evidence.rows().get(at);
            let id = row.map_or(String::new(), |row| row.id.to_string());
            let about = row.map_or(String::new(), |row| subject(row, known, look));
            Line::from(vec![
                Span::styled(format!("{id}  "), look.accent()),
                Span::styled(about, look.strong()),
            ])
        }
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

/// What a section of findings is called.
fn section(look: &Look, section: Section) -> String {
    match section {
        Section::Field => t!(look, "evidence-field"),
        Section::Use => t!(look, "evidence-uses"),
        Section::Breathing => t!(look, "evidence-breathing"),
        Section::CheckIn => t!(look, "evidence-checkin"),
    }
}

/// What a finding is about: the use, or its section.
fn subject(row: &Row, known: &Known, look: &Look) -> String {
    let named = row
        .use_id
        .as_deref()
        .and_then(|id| known.content.atlas.use_text(id));
    named.map_or_else(
        || section(look, row.section),
        |use_| use_.name.get(look.lang).to_owned(),
    )
}

/// A page of findings, and on which of its rows each begins and ends.
struct Written {
    page: Page,
    findings: Vec<(usize, usize)>,
}

impl Written {
    fn new(width: u16) -> Written {
        Written {
            page: Page::new(width),
            findings: Vec::new(),
        }
    }

    fn finding(&mut self, row: &Row, look: &Look) {
        let begins = self.page.len();
        finding(row, look, &mut self.page);
        self.findings.push((begins, self.page.len()));
        self.page.gap();
    }

    /// The first row to show, so that the chosen finding is in sight: all of it, or its beginning.
    fn scroll(&self, chosen: usize, height: u16) -> usize {
        let height = usize::from(height);
        match self.findings.get(chosen) {
            Some((_, ends)) if *ends <= height => 0,
            // The first one never hides what stands above it.
            Some((begins, _)) if chosen == 0 && *begins < height => 0,
            Some((begins, ends)) => ends.saturating_sub(height).min(*begins),
            None => 0,
        }
    }
}

/// The body.
pub fn draw(evidence: &EvidencePage, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    // The mark of the chosen finding stands left of the words.
    let area = Rect {
        x: grid.body.x + 2,
        width: grid.body.width - 2,
        ..grid.body
    };
    let mut written = Written::new(area.width);
    let rows = evidence.rows(known);
    match evidence.about {
        About::Point(id) => tradition(known.content.atlas.point(id), known, look, &mut written.page),
        About::Row(at) => {
            if let Some(row) = known.content.evidence.rows().get(at) {
                whole(row, look, &mut written.page);
            }
            if !rows.is_empty() {
                written.page.gap();
                written.page.say(&t!(look, "evidence-beside"), look.dim());
            }
        }
        About::Field | About::Section(_) => {}
    }
    let mut about = String::new();
    for (_, row) in &rows {
        let subject = subject(row, known, look);
        if subject != about && matches!(evidence.about, About::Point(_) | About::Section(_)) {
            written.page.gap();
            written.page.say(&subject, look.strong());
            about = subject;
        }
        written.finding(row, look);
    }
    if let About::Point(id) = evidence.about {
        if rows.is_empty() {
            written.page.say(&t!(look, "evidence-none"), look.text());
        }
        // What the most careful trial says of the place itself belongs to every point.
        written.page.gap();
        let begins = written.page.len();
        written.page.say(&t!(look, "evidence-place"), look.dim());
        if let Some(row) = known.content.evidence.row("EV-GEN-03") {
            finding(row, look, &mut written.page);
        }
        written.findings.push((begins, written.page.len()));
        written.page.gap();
        let begins = written.page.len();
        provenance(known.content.atlas.point(id), look, &mut written.page);
        written.findings.push((begins, written.page.len()));
    }
    let one = matches!(evidence.about, About::Row(_));
    let chosen = evidence.row.min(written.findings.len().saturating_sub(1));
    let scroll = match one {
        true => evidence.row,
        false => written.scroll(chosen, area.height),
    };
    let scroll = scroll.min(written.page.len().saturating_sub(usize::from(area.height)));
    written.page.draw(look, area, scroll, buf);
    if let (false, Some((begins, _))) = (one, written.findings.get(chosen))
        && let Some(y) = begins.checked_sub(scroll)
        && y < usize::from(area.height)
    {
        put(
            buf,
            area.x - 2,
            area.y + y as u16,
            1,
            look.chosen_mark(),
            look.accent(),
        );
    }
}

/// What tradition says: a line of its own, never mixed with what was tested.
fn tradition(point: &Point, known: &Known, look: &Look, page: &mut Page) {
    let name = |id: &str| {
        known
            .content
            .atlas
            .use_text(id)
            .map(|use_| use_.name.get(look.lang).to_owned())
    };
    let uses = point.uses.iter().filter(|use_| !use_.id.starts_with("wish-"));
    let names: Vec<String> = uses.filter_map(|use_| name(&use_.id)).collect();
    page.say(&t!(look, "evidence-tradition"), look.dim());
    if names.is_empty() {
        page.say(&t!(look, "evidence-no-tradition"), look.text());
    } else {
        page.say(&names.join(", "), look.text());
    }
    page.gap();
    page.say(&t!(look, "evidence-tested"), look.dim());
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

/// Everything about one finding, with all that limits it.
fn whole(row: &Row, look: &Look, page: &mut Page) {
    page.say(row.finding.get(look.lang), look.text());
    page.gap();
    page.say(&say::direction(look, row.direction), look.strong());
    if let Some(compared) = say::comparison(look, row.comparison) {
        page.say(&format!("{compared}."), look.text());
    }
    if let Some(pressed) = say::pressed(look, row.pressed) {
        page.say(&format!("{pressed}."), look.text());
    }
    let graded = match row.graded {
        Graded::Quoted => t!(look, "evidence-graded-quoted"),
        Graded::Judged => t!(look, "evidence-graded-judged"),
    };
    page.say(
        &format!("{}. {graded}", say::certainty(look, row.certainty)),
        look.text(),
    );
    if row.whole_set {
        page.say(&t!(look, "evidence-whole-set"), look.text());
    }
    if row.other_people {
        page.say(&t!(look, "evidence-other-people"), look.text());
    }
    if !row.points.is_empty() {
        let points = row.points.join(" ");
        page.say(&t!(look, "evidence-points", points = points), look.text());
    }
    if !row.verified {
        page.say(&t!(look, "evidence-in-part"), look.text());
    }
    page.gap();
    page.say(&row.citation, look.dim());
    page.say(&t!(look, "evidence-read", date = row.read.as_ref()), look.dim());
}

/// One finding: what, which way, against what, who pressed, how sure, where printed, when read.
fn finding(row: &Row, look: &Look, page: &mut Page) {
    page.say(row.finding.get(look.lang), look.text());
    let mut facts = Vec::new();
    if row.direction != Direction::Context {
        facts.push(
            say::direction(look, row.direction)
                .trim_end_matches('.')
                .to_owned(),
        );
    }
    facts.push(say::certainty(look, row.certainty));
    facts.extend(say::comparison(look, row.comparison));
    facts.extend(say::pressed(look, row.pressed));
    page.say(&facts.join(". "), look.dim());
    let read = t!(look, "evidence-read", date = row.read.as_ref());
    page.say(&format!("{}  {}. {read}", row.id, row.citation), look.dim());
}
