//! A page of words: wrapped rows in their styles, scrolled as far as there is something to see.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::ui::frame::{put, wrap};
use crate::ui::look::Look;

/// Text never runs wider than this.
pub const WIDEST: u16 = 64;

/// A page being written.
#[derive(Debug, Default)]
pub struct Page {
    rows: Vec<(u16, String, Style)>,
    width: u16,
}

impl Page {
    /// An empty page of a width.
    pub fn new(width: u16) -> Page {
        Page {
            rows: Vec::new(),
            width: width.min(WIDEST),
        }
    }

    /// A wrapped paragraph.
    pub fn say(&mut self, text: &str, style: Style) {
        self.say_within(0, text, style);
    }

    /// A wrapped paragraph, indented.
    pub fn say_within(&mut self, indent: u16, text: &str, style: Style) {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.rows.push((indent, line, style));
        }
    }

    /// A row of two columns that stays as it is: a short word, and what it means.
    pub fn pair(&mut self, word: &str, column: u16, meaning: &str, style: Style) {
        let pad = usize::from(column).saturating_sub(word.width()).max(2);
        let line = format!("{word}{}{meaning}", " ".repeat(pad));
        self.rows.push((0, line, style));
    }

    /// An empty row, unless there is one.
    pub fn gap(&mut self) {
        if self.rows.last().is_some_and(|(_, line, _)| !line.is_empty()) {
            self.rows.push((0, String::new(), Style::new()));
        }
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True for a page without a row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Draws the page into an area from a row on; less far where the page ends there. A sign at the lower
    /// right says that there is more.
    pub fn draw(&self, look: &Look, area: Rect, scroll: usize, buf: &mut Buffer) {
        let height = usize::from(area.height);
        let first = scroll.min(self.rows.len().saturating_sub(height));
        for (y, (indent, line, style)) in (area.y..area.bottom()).zip(self.rows.iter().skip(first)) {
            put(
                buf,
                area.x + indent,
                y,
                area.width.saturating_sub(*indent),
                line,
                *style,
            );
        }
        if first + height < self.rows.len() && area.width > 0 {
            // In the margin where a word ends in the last column: the sign says that more comes, and hides nothing.
            let (last, row) = (area.x + self.width.clamp(1, area.width) - 1, area.bottom() - 1);
            let word = buf.cell((last, row)).is_some_and(|cell| cell.symbol() != " ");
            let margin = area.right() < buf.area().right();
            put(
                buf,
                last + u16::from(word && margin),
                row,
                1,
                look.down(),
                look.dim(),
            );
        }
    }
}
