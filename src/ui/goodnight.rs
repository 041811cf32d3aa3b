//! Good night.

use ratatui::buffer::Buffer;
use ratatui::text::Line;

use super::checkin::put_centred;
use super::layout::Grid;
use super::look::Look;
use crate::app::Known;
use crate::app::goodnight::GoodNight;
use crate::t;

/// The first row: nothing. The day is over.
pub fn title<'a>() -> (Line<'a>, Line<'a>) {
    (Line::default(), Line::default())
}

/// The body.
pub fn draw(good_night: &GoodNight, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let y = grid.body.y + grid.body.height * 2 / 5;
    put_centred(buf, grid, y, &t!(look, "goodnight"), look.strong());
    if good_night.is_written(known) {
        put_centred(buf, grid, y + 2, &t!(look, "goodnight-written"), look.dim());
    } else if !known.diary.unwritten.is_empty() {
        let words = format!("! {}", t!(look, "goodnight-not-written"));
        put_centred(buf, grid, y + 2, &words, look.caution());
    }
}
