//! Where is the point? The drawing without its points, a finger on it, and the answer beside.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::frame::{paragraph, put, wrap};
use super::layout::{Grid, Height, Width};
use super::look::Look;
use super::point_words as say;
use super::widgets::body;
use crate::app::quiz::{Aim, Answered, Quiz, Scope};
use crate::app::{Hit, Known, Sight};
use crate::domain::atlas::PointId;
use crate::domain::figure::chart::finding;
use crate::t;

/// The first row.
pub fn title<'a>(quiz: &Quiz, known: &'a Known, look: &Look) -> (Line<'a>, Line<'a>) {
    let left = match quiz.point().map(|id| known.content.atlas.point(id)) {
        Some(point) => Line::from(vec![
            Span::styled(t!(look, "quiz-where"), look.dim()),
            Span::styled(format!(" {} ", point.code), look.accent()),
            Span::styled(&*point.names.pinyin, look.strong()),
            Span::styled("?", look.dim()),
        ]),
        None => Line::styled(t!(look, "quiz-title"), look.strong()),
    };
    (left, Line::styled(scope(quiz.scope, known, look), look.dim()))
}

/// What the points asked are called together.
pub fn scope(scope: Scope, known: &Known, look: &Look) -> String {
    match scope {
        Scope::All => t!(look, "quiz-all"),
        Scope::Meridian(meridian) => {
            let text = known.content.atlas.meridian(meridian);
            let organ = text.map_or("", |text| text.organ.get(look.lang));
            format!("{meridian} {organ}")
        }
        Scope::Region(region) => super::words::region(look, region),
    }
}

/// Where the words and the picture lie: beside each other, or the words above where it is narrow and tall.
fn areas(quiz: &Quiz, grid: &Grid) -> (Rect, Rect) {
    let body = grid.body;
    if grid.width == Width::Small && grid.height != Height::Short {
        let rows = match quiz.answered {
            Some(_) => body.height / 2,
            None => 3,
        };
        let words = Rect { height: rows, ..body };
        let picture = Rect {
            y: body.y + rows,
            height: body.height.saturating_sub(rows),
            ..body
        };
        return (words, picture);
    }
    let wide = match grid.width {
        Width::Small => 24,
        Width::Medium => 28,
        Width::Large | Width::Huge => 36,
    };
    let words = Rect { width: wide, ..body };
    let picture = Rect {
        x: words.right() + 3,
        width: body.width.saturating_sub(wide + 3),
        ..body
    };
    (words, picture)
}

/// The body.
pub fn draw(quiz: &Quiz, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (words, picture) = areas(quiz, grid);
    let Some(sight) = quiz.sight else {
        paragraph(buf, words, words.y, &t!(look, "quiz-nothing"), look.text());
        return;
    };
    draw_words(quiz, sight, known, look, words, buf);
    match quiz.answered {
        None => body::blank(&sight, known, look, picture, buf),
        Some(_) => {
            let how = finding(&known.content.figure, &known.content.atlas, sight.point).ok();
            let with = body::With {
                flow: None,
                points: &|_| false,
                course: None,
                labels: 0,
                finding: how.as_ref().map(|how| (how, how.steps())),
            };
            body::draw(&sight, with, known, look, picture, buf);
        }
    }
    if let Some((_, frame)) = sight.frame(known, picture.width, picture.height) {
        let (column, row) = frame.point_cell(quiz.finger);
        let (x, y) = (i32::from(picture.x) + column, i32::from(picture.y) + row);
        let position = Position::new(x.max(0) as u16, y.max(0) as u16);
        if x >= 0 && y >= 0 && picture.contains(position) {
            // Whatever is drawn there, the finger has its own colours.
            buf[position].reset();
            put(buf, position.x, position.y, 1, "+", look.chip());
        }
    }
}

fn draw_words(quiz: &Quiz, sight: Sight, known: &Known, look: &Look, area: Rect, buf: &mut Buffer) {
    let point = known.content.atlas.point(sight.point);
    let Some(answered) = quiz.answered else {
        let y = paragraph(buf, area, area.y, &t!(look, "quiz-how"), look.text()) + 1;
        if y < area.bottom() {
            let meaning = say::capital(say::meaning(point, look.lang));
            paragraph(buf, area, y, &meaning, look.dim());
        }
        return;
    };
    let mut y = paragraph(buf, area, area.y, &verdict(answered, look), look.strong()) + 1;
    if y < area.bottom() {
        let find = format!("{} {}", point.find.get(look.lang), point.on_it.get(look.lang));
        let find = whole_sentences(&find, area.width, area.bottom() - y);
        y = paragraph(buf, area, y, &find, look.text()) + 1;
    }
    let again = quiz.come_again(known);
    if !again.is_empty() && y < area.bottom() {
        paragraph(buf, area, y, &come_again(&again, known, look), look.dim());
    }
}

/// As many sentences of a text as fit, none of them cut. The first stands even so.
fn whole_sentences(text: &str, width: u16, height: u16) -> String {
    let mut said = String::new();
    for sentence in text.split_inclusive(". ") {
        let longer = format!("{said}{sentence}");
        if !said.is_empty() && wrap(&longer, width).len() > usize::from(height) {
            break;
        }
        said = longer;
    }
    said
}

/// How near the finger was.
pub fn verdict(answered: Answered, look: &Look) -> String {
    let Some(away) = answered.away else {
        return t!(look, "quiz-shown");
    };
    let cun = super::evening::decimal(look, f64::from(away));
    if away <= 0.5 {
        return t!(look, "quiz-on-it");
    }
    if answered.found() {
        return t!(look, "quiz-beside", cun = cun);
    }
    let (right, up) = answered.towards;
    // A direction that matters less than half as much as the other is left out.
    let upward = (up.abs() * 2.0 > right.abs()).then(|| {
        if up > 0.0 {
            t!(look, "quiz-higher")
        } else {
            t!(look, "quiz-lower")
        }
    });
    let sideways = (right.abs() * 2.0 > up.abs()).then(|| {
        if right > 0.0 {
            t!(look, "quiz-right")
        } else {
            t!(look, "quiz-left")
        }
    });
    let way: Vec<String> = [upward, sideways].into_iter().flatten().collect();
    let way = way.join(&format!(" {} ", t!(look, "quiz-and")));
    t!(look, "quiz-off", cun = cun, way = way)
}

/// What is asked again.
fn come_again(points: &[PointId], known: &Known, look: &Look) -> String {
    let code = |id: &PointId| known.content.atlas.point(*id).code.to_string();
    let codes: Vec<String> = points.iter().map(code).collect();
    t!(look, "quiz-again", codes = codes.join(", "))
}

/// What lies at a cell of the body: a place of the drawing.
pub fn hit(quiz: &Quiz, known: &Known, grid: &Grid, position: Position) -> Option<Hit> {
    let (_, picture) = areas(quiz, grid);
    if !picture.contains(position) {
        return None;
    }
    let (_, frame) = quiz.sight?.frame(known, picture.width, picture.height)?;
    let cell = (
        i32::from(position.x - picture.x),
        i32::from(position.y - picture.y),
    );
    Some(Hit::Aim(Aim::of(frame.point_place_at(cell.0, cell.1))))
}
