//! What lies at a cell. Computed from the model exactly as the drawing is, so that nothing is remembered.

use ratatui::layout::{Position, Rect};

use super::frame;
use super::layout::Grid;
use super::look::Look;
use crate::app::{Hit, Model, Screen};

/// The thing at a cell, if it means anything.
pub fn at(model: &Model, column: u16, row: u16) -> Option<Hit> {
    let look = Look::new(&model.known);
    let (width, height) = model.known.size;
    let grid = Grid::new(Rect::new(0, 0, width, height))?;
    let position = Position::new(column, row);
    if let Some(hint) = frame::hints(model, &look, &grid)
        .into_iter()
        .find(|hint| hint.area.contains(position))
    {
        return Some(Hit::Action(hint.action));
    }
    if model.overlay.is_some() {
        // Only the wheel means something there.
        return Some(Hit::Figure);
    }
    match &model.screen {
        Screen::Browser(browser) => super::browser::hit(browser, &model.known, &grid, position),
        Screen::Card(card) => super::card::hit(card, &model.known, &grid, position),
        Screen::Find(find) => super::find::hit(find, &model.known, &grid, position),
        Screen::Map(map) => super::map::hit(map, &model.known, &grid, position),
        Screen::Learn(learn) => super::learn::hit(learn, &model.known, &look, &grid, position),
        // A click anywhere goes on.
        Screen::Lesson(_) => grid.body.contains(position).then_some(Hit::Figure),
        Screen::Quiz(quiz) => super::quiz::hit(quiz, &model.known, &grid, position),
        Screen::Search(search) => super::search::hit(search, &model.known, &grid, position),
        Screen::CheckIn(check_in) => super::checkin::hit(check_in, &model.known, &grid, position),
        Screen::Suggestion(suggestion) => {
            super::suggestion::hit(suggestion, &model.known, &look, &grid, position)
        }
        Screen::GoodNight(_) => None,
        Screen::Journal(journal) => super::journal::hit_depth(journal, &look, &grid, position)
            .filter(|_| model.notice.is_none())
            .or_else(|| super::journal::hit(journal, &model.known, &grid, position)),
        Screen::Asked(form) => super::asked::hit(form, &grid, position),
        Screen::Trial(page) => super::trial::hit(page, &model.known, &grid, position),
        Screen::Routines(shelf) => super::routines::hit(shelf, &model.known, &grid, position),
        Screen::AddTo(add) => super::addto::hit(add, &model.known, &grid, position),
        Screen::Bench(bench) => super::bench::hit(bench, &grid, position),
        Screen::Compose(compose) => super::compose::hit(compose, &model.known, &grid, position),
        Screen::Preview(preview) => super::preview::hit(preview, &model.known, &look, &grid, position),
        Screen::Sore(sore) => super::sore::hit(sore, &grid, position),
        Screen::Practice(practising) => super::practice::hit(practising, &model.known, &grid, position),
        Screen::Profile(form) => super::profile::hit(form, &model.known, &grid, position),
        Screen::RedFlags(flags) => super::redflags::hit(flags, &model.known, &look, &grid, position),
        Screen::Welcome(_) | Screen::Why(_) | Screen::Evidence(_) | Screen::Told(_) => None,
        Screen::Commands(commands) => super::commands::hit(commands, &grid, position),
        Screen::Today(evening) => super::today::hit(evening, &model.known, &look, &grid, position),
        Screen::Tour(_) => None,
    }
}
