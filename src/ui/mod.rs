//! What hegu looks like. [`draw`] turns the model into cells; it decides nothing and remembers nothing.
//!
//! One file a screen, of the same name as in `app`. What several screens share: [`look`] (styles and
//! sentences), [`layout`] (the grid), [`frame`] (first row, bottom row, overlays), [`widgets`].

// What every screen stands on, and what lies around and over it.
pub mod frame;
pub mod help;
pub mod hit;
pub mod layout;
pub mod look;
pub mod widgets;
pub mod window;

// The screens, one file each.
pub mod addto;
pub mod asked;
pub mod bench;
pub mod browser;
pub mod card;
pub mod checkin;
pub mod commands;
pub mod compose;
pub mod evidence;
pub mod find;
pub mod goodnight;
pub mod journal;
pub mod learn;
pub mod lesson;
pub mod map;
pub mod practice;
pub mod preview;
pub mod profile;
pub mod quiz;
pub mod redflags;
pub mod routines;
pub mod search;
pub mod sore;
pub mod suggestion;
pub mod today;
pub mod told;
pub mod tour;
pub mod trial;
pub mod welcome;
pub mod why;

// Words, and parts of screens, that several of them share.
pub mod brought;
pub mod evening;
pub mod point_words;
pub mod questions;
pub mod safety_words;
pub mod words;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use ratatui::text::Line;

use crate::app::{Known, Model, Overlay, Screen};
use layout::Grid;
use look::Look;

/// Draws the whole program into a buffer of the terminal's size.
pub fn draw(model: &Model, buf: &mut Buffer) {
    let look = Look::new(&model.known);
    frame::ground(&look, buf);
    let Some(grid) = Grid::new(*buf.area()) else {
        frame::too_small(&look, buf);
        return;
    };
    let (left, mut right) = title(&model.screen, &model.known, &look, &grid);
    if let (Screen::Browser(_) | Screen::Today(_), true) = (&model.screen, model.behind.is_empty())
        && let Some(invited) = evening::invitation(model, &look)
    {
        right = Line::styled(invited, look.accent());
    }
    let (left, right) = fitting(left, right, grid.first.width, &look);
    frame::first_row(model, &look, &grid, left, right, buf);
    body(&model.screen, &model.known, &look, &grid, buf);
    frame::bottom_row(model, &look, &grid, buf);
    if let Some(Overlay::Help { scroll, query }) = &model.overlay {
        help::draw(model, *scroll, query, &look, &grid, buf);
    }
    uncoloured_where_reversed(buf);
    if !model.known.focused && !matches!(model.screen, Screen::Practice(_)) {
        // Somebody looks elsewhere: present, and not asking for the eye. A practice stays as it is.
        let area = *buf.area();
        buf.set_style(area, Modifier::DIM);
    }
}

/// On a reversed row a colour meant for letters would become a patch of ground: there the terminal's own two stay.
fn uncoloured_where_reversed(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if cell.modifier.contains(Modifier::REVERSED) {
            (cell.fg, cell.bg) = (Color::Reset, Color::Reset);
        }
    }
}

/// The two ends of the first row, so that both can be read: what only explains gives way, on the left from its end
/// on and what stands before a name last, then on the right from its beginning on. What stays is cut by the row.
fn fitting<'a>(mut left: Line<'a>, mut right: Line<'a>, width: u16, look: &Look) -> (Line<'a>, Line<'a>) {
    let fits = |left: &Line<'_>, right: &Line<'_>| {
        let gap = if right.width() == 0 { 0 } else { 2 };
        left.width() + gap + right.width() <= usize::from(width)
    };
    let dim = look.dim();
    while !fits(&left, &right) && left.spans.len() > 1 {
        let Some(at) = left.spans.iter().rposition(|span| span.style == dim) else {
            break;
        };
        left.spans.remove(at);
        if let Some(first) = left.spans.first_mut().filter(|_| at == 0) {
            first.content = first.content.trim_start().to_owned().into();
        }
    }
    while !fits(&left, &right) && !right.spans.is_empty() {
        right.spans.remove(0);
    }
    (left, right)
}

/// The two ends of the first row: where am I, and how far.
fn title<'a>(screen: &'a Screen, known: &'a Known, look: &Look, grid: &Grid) -> (Line<'a>, Line<'a>) {
    match screen {
        Screen::Browser(browser) => browser::title(browser, known, look),
        Screen::Card(card) => card::title(card, known, look),
        Screen::Find(find) => find::title(find, known, look),
        Screen::Map(map) => map::title(map, known, look),
        Screen::Learn(_) => learn::title(look),
        Screen::Lesson(lesson) => lesson::title(lesson, look),
        Screen::Quiz(quiz) => quiz::title(quiz, known, look),
        Screen::Search(search) => search::title(search, known, look),
        Screen::CheckIn(check_in) => checkin::title(check_in, known, look),
        Screen::Suggestion(suggestion) => suggestion::title(suggestion, known, look),
        Screen::GoodNight(_) => goodnight::title(),
        Screen::Journal(journal) => journal::title(journal, known, look, grid),
        Screen::Asked(form) => asked::title(form, look),
        Screen::Trial(page) => trial::title(page, known, look),
        Screen::Routines(shelf) => routines::title(shelf, known, look),
        Screen::Compose(_) => compose::title(look),
        Screen::AddTo(add) => addto::title(add, known, look),
        Screen::Bench(bench) => bench::title(bench, look),
        Screen::Preview(preview) => preview::title(preview, known, look),
        Screen::Practice(practising) => practice::title(practising, known, look),
        Screen::Welcome(_) => welcome::title(),
        Screen::Profile(form) => profile::title(form, look),
        Screen::RedFlags(flags) => redflags::title(flags, known, look),
        Screen::Why(why) => why::title(why, known, look),
        Screen::Evidence(page) => evidence::title(page, known, look),
        Screen::Sore(_) => sore::title(look),
        Screen::Told(told) => told::title(told, known, look, grid),
        Screen::Commands(commands) => commands::title(commands, look),
        Screen::Today(_) => today::title(known, look),
        Screen::Tour(tour) => tour::title(tour, look),
    }
}

fn body(screen: &Screen, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    match screen {
        Screen::Browser(browser) => browser::draw(browser, known, look, grid, buf),
        Screen::Card(card) => card::draw(card, known, look, grid, buf),
        Screen::Find(find) => find::draw(find, known, look, grid, buf),
        Screen::Map(map) => map::draw(map, known, look, grid, buf),
        Screen::Learn(learn) => learn::draw(learn, known, look, grid, buf),
        Screen::Lesson(lesson) => lesson::draw(lesson, known, look, grid, buf),
        Screen::Quiz(quiz) => quiz::draw(quiz, known, look, grid, buf),
        Screen::Search(search) => search::draw(search, known, look, grid, buf),
        Screen::CheckIn(check_in) => checkin::draw(check_in, known, look, grid, buf),
        Screen::Suggestion(suggestion) => suggestion::draw(suggestion, known, look, grid, buf),
        Screen::GoodNight(good_night) => goodnight::draw(good_night, known, look, grid, buf),
        Screen::Journal(journal) => journal::draw(journal, known, look, grid, buf),
        Screen::Asked(form) => asked::draw(form, look, grid, buf),
        Screen::Trial(page) => trial::draw(page, known, look, grid, buf),
        Screen::Routines(shelf) => routines::draw(shelf, known, look, grid, buf),
        Screen::Compose(compose) => compose::draw(compose, known, look, grid, buf),
        Screen::AddTo(add) => addto::draw(add, known, look, grid, buf),
        Screen::Bench(bench) => bench::draw(bench, known, look, grid, buf),
        Screen::Preview(preview) => preview::draw(preview, known, look, grid, buf),
        Screen::Practice(practising) => practice::draw(practising, known, look, grid, buf),
        Screen::Welcome(page) => welcome::draw(page, known, look, grid, buf),
        Screen::Profile(form) => profile::draw(form, known, look, grid, buf),
        Screen::RedFlags(flags) => redflags::draw(flags, known, look, grid, buf),
        Screen::Why(why) => why::draw(why, known, look, grid, buf),
        Screen::Evidence(page) => evidence::draw(page, known, look, grid, buf),
        Screen::Sore(page) => sore::draw(page, known, look, grid, buf),
        Screen::Told(told) => told::draw(told, known, look, grid, buf),
        Screen::Commands(commands) => commands::draw(commands, known, look, grid, buf),
        Screen::Today(evening) => today::draw(evening, known, look, grid, buf),
        Screen::Tour(tour) => tour::draw(tour, known, look, grid, buf),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::text::Span;

    use super::*;
    use crate::domain::words::Lang;

    #[test]
    fn where_the_first_row_has_no_room_what_only_explains_gives_way() {
        let known = Known::at("2026-11-22T21:40:00+01:00").speaking(Lang::En);
        let look = Look::new(&known);
        let row = |width: u16| {
            let left = Line::from(vec![
                Span::styled("The first lesson", look.dim()),
                Span::styled("  Find the point", look.strong()),
                Span::styled("  LI11", look.dim()),
            ]);
            let right = Line::from(vec![
                Span::styled("upper arm, ", look.dim()),
                Span::styled("left", look.dim()),
            ]);
            let (left, right) = fitting(left, right, width, &look);
            (left.to_string(), right.to_string())
        };
        let pair = |left: &str, right: &str| (left.to_owned(), right.to_owned());
        let whole = "The first lesson  Find the point  LI11";
        assert_eq!(row(55), pair(whole, "upper arm, left"));
        assert_eq!(
            row(54),
            pair("The first lesson  Find the point", "upper arm, left")
        );
        assert_eq!(row(48), pair("Find the point", "upper arm, left"));
        assert_eq!(row(30), pair("Find the point", "left"));
        assert_eq!(row(16), pair("Find the point", ""));
    }
}
