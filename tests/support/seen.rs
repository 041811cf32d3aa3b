//! What is seen on a drawn screen, and whether two pictures are the same.

#![allow(dead_code, reason = "each test binary uses its own part of this")]

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// A buffer as text, one line a row, blanks at the end left out. The second cell of a wide character is
/// left out, as a terminal would.
pub fn text_of(buffer: &Buffer) -> String {
    let area = buffer.area();
    let mut rows = Vec::new();
    for y in area.top()..area.bottom() {
        let mut row = String::new();
        let mut skip = 0;
        for x in area.left()..area.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skip = symbol.width().saturating_sub(1);
            row.push_str(symbol);
        }
        rows.push(row.trim_end().to_owned());
    }
    rows.join("\n")
}

/// A number for the cells and for their styles: equal pictures have equal numbers (FNV-1a, 64 bits).
pub fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
