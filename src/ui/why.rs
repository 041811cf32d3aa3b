//! Why: because, the reason, instead, and how to change the answer. Always the same four parts.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::layout::Grid;
use super::look::Look;
use super::safety_words as say;
use super::widgets::page::Page;
use crate::app::Known;
use crate::app::why::Why;
use crate::domain::safety::rule::Mark;
use crate::domain::safety::{Reason, Verdict};
use crate::t;

/// The first row.
pub fn title<'a>(why: &Why, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let point = known.content.atlas.point(why.point);
    let verdict = why.ruling(known).verdict;
    let style = match verdict {
        Verdict::Fine => look.text(),
        _ => look.caution(),
    };
    let left = Line::from(vec![
        Span::styled(format!("{}  ", point.code), look.accent()),
        Span::styled(&*point.names.pinyin, look.strong()),
    ]);
    (left, Line::styled(say::verdict(look, verdict), style))
}

/// The body.
pub fn draw(why: &Why, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let rules = &known.content.rules;
    let ruling = why.ruling(known);
    let mut page = Page::new(grid.body.width);
    if ruling.reasons.is_empty() {
        page.say(&t!(look, "why-nothing"), look.text());
    }
    let mut said: Vec<&str> = Vec::new();
    let mut instead = ruling.alternative;
    for reason in &ruling.reasons {
        if let Some(question) = reason.because.as_ref().and_then(|id| rules.question(id))
            && !said.contains(&question.id.as_ref())
        {
            said.push(&question.id);
            page.gap();
            page.say(&t!(look, "why-because"), look.dim());
            page.say(question.words.get(look.lang), look.strong());
        }
        draw_reason(reason, known, look, &mut page);
        // What instead follows the reason that decided; the others come after.
        if let Some(id) = instead.take() {
            let point = known.content.atlas.point(id);
            page.gap();
            let place = point.place.get(look.lang);
            let line = format!("{} {} {}", point.code, point.names.pinyin, place);
            page.say(&format!("{}  {line}", t!(look, "why-instead")), look.accent());
        }
    }
    page.draw(look, grid.body, why.scroll, buf);
}

fn draw_reason(reason: &Reason, known: &Known, look: &Look, page: &mut Page) {
    let Some(rule) = known.content.rules.rule(&reason.rule) else {
        return;
    };
    page.gap();
    let caution = if reason.verdict == Verdict::Fine { "" } else { "! " };
    let style = if reason.verdict == Verdict::Fine {
        look.text()
    } else {
        look.caution()
    };
    page.say(&format!("{caution}{}", rule.reason.get(look.lang)), style);
    if reason.asked {
        page.say(&t!(look, "why-asked"), look.text());
    } else if reason.verdict > Verdict::Fine {
        page.say(rule.instead.get(look.lang), look.text());
    }
    let source = match rule.mark {
        // Where the caution is our own there is nothing to cite.
        Mark::Own => format!("{}  {}", rule.id, say::mark(look, rule.mark)),
        mark => format!(
            "{}  {}. {}",
            rule.id,
            rule.source.get(look.lang),
            say::mark(look, mark)
        ),
    };
    page.say(&source, look.dim());
}
