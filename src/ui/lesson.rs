//! The first lesson: a step in words on the left, the same on the figure beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::layout::{Grid, Width};
use super::look::Look;
use super::widgets::body;
use super::widgets::page::Page;
use crate::app::Known;
use crate::app::lesson::{Lesson, Step};
use crate::domain::figure::chart::finding;
use crate::t;

/// The first row: which step, and how many there are.
pub fn title<'a>(lesson: &Lesson, look: &Look) -> (Line<'a>, Line<'a>) {
    let left = Line::from(vec![
        Span::styled(t!(look, "lesson-title"), look.dim()),
        Span::styled(format!("  {}", heading(lesson.step(), look)), look.strong()),
    ]);
    let (at, count) = (lesson.at + 1, lesson.steps().len());
    (
        left,
        Line::styled(t!(look, "place-of", at = at, count = count), look.dim()),
    )
}

/// What a step is called.
pub fn heading(step: Step, look: &Look) -> String {
    match step {
        Step::Begin => t!(look, "lesson-begin"),
        Step::Thumb => t!(look, "lesson-thumb"),
        Step::Fingers => t!(look, "lesson-fingers"),
        Step::Find => t!(look, "lesson-find"),
        Step::Touch => t!(look, "lesson-touch"),
        Step::Press => t!(look, "lesson-press"),
        Step::Pain => t!(look, "lesson-pain"),
        Step::Release => t!(look, "lesson-release"),
        Step::End => t!(look, "lesson-end"),
    }
}

/// What is said at a step, one paragraph each: with the point's own words where it is about the point.
pub fn says(lesson: &Lesson, known: &Known, look: &Look) -> Vec<String> {
    let point = lesson.point.map(|id| known.content.atlas.point(id));
    let name = point.map_or_else(String::new, |point| {
        format!("{} {}", point.code, point.names.pinyin)
    });
    match lesson.step() {
        Step::Begin => match point {
            Some(_) => vec![
                t!(look, "lesson-begin-1"),
                t!(look, "lesson-begin-2", point = name),
            ],
            None => vec![t!(look, "lesson-begin-1"), t!(look, "lesson-begin-none")],
        },
        Step::Thumb => vec![t!(look, "lesson-thumb-1"), t!(look, "lesson-thumb-2")],
        Step::Fingers => vec![t!(look, "lesson-fingers-1"), t!(look, "lesson-fingers-2")],
        Step::Find => {
            let mut said = vec![t!(look, "lesson-find-1", point = name)];
            if let Some(point) = point {
                said.push(point.find.get(look.lang).to_owned());
                said.push(point.on_it.get(look.lang).to_owned());
                let cautions = point.cautions.iter();
                said.extend(cautions.map(|caution| format!("! {}", caution.words.get(look.lang))));
            }
            said
        }
        Step::Touch => {
            let mut said = vec![t!(look, "lesson-touch-1"), t!(look, "lesson-touch-2")];
            said.extend(
                lesson
                    .gently
                    .then(|| format!("! {}.", t!(look, "verdict-gentle"))),
            );
            said
        }
        Step::Press => vec![t!(look, "lesson-press-1"), t!(look, "lesson-press-2")],
        Step::Pain => vec![t!(look, "lesson-pain-1"), t!(look, "lesson-pain-2")],
        Step::Release => vec![t!(look, "lesson-release-1"), t!(look, "lesson-release-2")],
        Step::End => vec![t!(look, "lesson-end-1"), t!(look, "lesson-end-2")],
    }
}

/// The body.
pub fn draw(lesson: &Lesson, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (words, picture) = columns(grid);
    let mut page = Page::new(words.width);
    for said in says(lesson, known, look) {
        page.gap();
        let style = if said.starts_with('!') {
            look.caution()
        } else {
            look.text()
        };
        page.say(&said, style);
    }
    page.draw(look, words, lesson.scroll, buf);
    let (Some(area), Some(sight)) = (picture, lesson.sight(known)) else {
        return;
    };
    if !lesson.marks_the_point() {
        body::blank(&sight, known, look, area, buf);
        return;
    }
    let measured = matches!(lesson.step(), Step::Fingers | Step::Find);
    let how = finding(&known.content.figure, &known.content.atlas, sight.point).ok();
    let with = body::With {
        flow: None,
        points: &|_| false,
        course: None,
        labels: 0,
        finding: how.as_ref().filter(|_| measured).map(|how| (how, how.steps())),
    };
    body::draw(&sight, with, known, look, area, buf);
}

/// Where the words and the figure lie; no figure where there is no room for both.
fn columns(grid: &Grid) -> (Rect, Option<Rect>) {
    let body = grid.body;
    let width = match grid.width {
        Width::Small => return (body, None),
        Width::Medium => 40,
        Width::Large | Width::Huge => 54,
    };
    let words = Rect { width, ..body };
    let picture = Rect {
        x: words.right() + 3,
        width: body.width.saturating_sub(width + 3),
        ..body
    };
    (words, Some(picture))
}
