//! The questions about today, on one short page; and where a yes is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::frame::{put, wrap};
use super::layout::scrolled;
use super::look::Look;
use super::safety_words as say;
use super::widgets::rows::{choose, choose_on, hanging, more_below};
use crate::app::questions::{Placing, Questions};
use crate::app::{Hit, Known};
use crate::domain::profile::Part;
use crate::domain::words::Text;
use crate::t;

/// Text never runs wider than this.
const WIDEST: u16 = 64;

/// What stands on the page, and where.
struct Placed {
    /// The lines above the list.
    head: Vec<(u16, String, bool)>,
    list: Rect,
    /// The rows of the list: the index of the thing each belongs to, and its words.
    rows: Vec<(usize, String)>,
    chosen: usize,
    /// The lines below it.
    note: Vec<(u16, String)>,
}

fn place(
    asking: &Questions,
    questions: &[Text],
    lead: &str,
    known: &Known,
    look: &Look,
    area: Rect,
) -> Placed {
    let width = area.width.min(WIDEST);
    let tall = area.height > 14;
    let (title, note, chosen) = match &asking.placing {
        Some(placing) => {
            let places = known
                .content
                .rules
                .question(&placing.question)
                .and_then(|question| question.places.as_ref());
            let title = places.map_or("", |places| places.get(look.lang)).to_owned();
            (title, t!(look, "profile-places-why"), placing.part)
        }
        None => {
            let row = asking.row.min(questions.len().saturating_sub(1));
            (t!(look, "preview-asked"), t!(look, "preview-asked-note"), row)
        }
    };
    let mut y = area.y;
    let mut head = Vec::new();
    let lead = if asking.placing.is_some() { "" } else { lead };
    for line in wrap(lead, width).into_iter().filter(|line| !line.is_empty()) {
        head.push((y, line, false));
        y += 1;
    }
    head.push((y, title, true));
    y += if tall { 2 } else { 1 };
    let lines = wrap(&note, width);
    let below = if tall { lines.len() as u16 + 1 } else { 0 };
    let note = (area.bottom() - below + 1..area.bottom()).zip(lines).collect();
    let list = Rect {
        x: area.x + 2,
        y,
        width: width.min(area.width - 2) - 2,
        height: (area.bottom() - below).saturating_sub(y),
    };
    let rows = match &asking.placing {
        Some(placing) => parts(placing, look),
        None => wrapped(questions, known, look, list.width),
    };
    Placed {
        head,
        list,
        rows,
        chosen,
        note,
    }
}

fn parts(placing: &Placing, look: &Look) -> Vec<(usize, String)> {
    let row = |(index, part): (usize, &Part)| {
        let mark = if part.is_in(&placing.places) { "x" } else { " " };
        (index, format!("{mark} {}", say::part(look, *part)))
    };
    placing.parts.iter().enumerate().map(row).collect()
}

/// Each question wrapped, so that every sign can be read.
fn wrapped(questions: &[Text], known: &Known, look: &Look, width: u16) -> Vec<(usize, String)> {
    let words = |id: &Text| {
        known
            .content
            .rules
            .question(id)
            .map(|one| one.words.get(look.lang))
    };
    questions
        .iter()
        .enumerate()
        .flat_map(|(index, id)| {
            let lines = hanging(words(id).unwrap_or_default(), width);
            lines.into_iter().map(move |line| (index, line))
        })
        .collect()
}

impl Placed {
    fn first(&self) -> usize {
        let of = |(index, _): &(usize, String)| *index == self.chosen;
        let (head, last) = (self.rows.iter().position(of), self.rows.iter().rposition(of));
        let height = usize::from(self.list.height);
        // All of the chosen question, and where that is too much its beginning.
        scrolled(last.unwrap_or(0), self.rows.len(), height).min(head.unwrap_or(0))
    }
}

/// Draws the page. `lead` is a line above: what led to the questions; may be empty.
pub fn draw(
    asking: &Questions,
    questions: &[Text],
    lead: &str,
    known: &Known,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) {
    let placed = place(asking, questions, lead, known, look, area);
    for (y, line, strong) in &placed.head {
        let style = if *strong { look.strong() } else { look.dim() };
        put(buf, area.x, *y, area.width, line, style);
    }
    let list = placed.list;
    let mut head = None;
    for (y, (index, line)) in (list.y..list.bottom()).zip(placed.rows.iter().skip(placed.first())) {
        let chosen = *index == placed.chosen;
        if chosen && head.is_none() {
            choose(look, list, y, buf);
            head = Some(y);
        } else if chosen {
            choose_on(look, list, y, buf);
        }
        let style = if chosen { look.strong() } else { look.text() };
        put(buf, list.x, y, list.width, line, style);
    }
    more_below(look, list, placed.first(), placed.rows.len(), buf);
    for (y, line) in &placed.note {
        put(buf, area.x, *y, area.width, line, look.dim());
    }
}

/// What lies at a cell.
pub fn hit(
    asking: &Questions,
    questions: &[Text],
    lead: &str,
    known: &Known,
    look: &Look,
    area: Rect,
    position: Position,
) -> Option<Hit> {
    let placed = place(asking, questions, lead, known, look, area);
    let row = placed.first() + usize::from(position.y.checked_sub(placed.list.y)?);
    let (index, _) = placed.rows.get(row).filter(|_| placed.list.contains(position))?;
    Some(Hit::Row(*index))
}
