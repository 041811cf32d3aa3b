//! Where it was felt over a week, a month or a year: the body tinted, and the same in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::app::Known;
use crate::app::journal::Journal;
use crate::domain::checkin::Felt;
use crate::domain::figure::{Lit, Rendering};
use crate::domain::glance;
use crate::t;
use crate::ui::evening;
use crate::ui::frame::{paragraph, put};
use crate::ui::layout::{Grid, Width};
use crate::ui::look::Look;
use crate::ui::widgets::figure::FigureLook;
use crate::ui::widgets::places;

/// How wide the words beside the bodies are.
const WORDS: u16 = 30;

/// The body.
pub fn draw(journal: &Journal, known: &Known, look: &Look, grid: &Grid, buf: &mut Buffer) {
    let (felt, of) = glance::places(&known.diary.pages, &journal.range(), journal.only.as_ref());
    let body = grid.body;
    let pictured = grid.width != Width::Small && !journal.in_words;
    let words = Rect {
        width: if pictured { WORDS } else { body.width.min(60) },
        ..body
    };
    let mut y = words.y;
    if felt.is_empty() {
        let text = t!(look, "journal-nowhere");
        y = paragraph(buf, words, y, &text, look.dim());
    }
    let mut foot = t!(look, "journal-where-of", count = of);
    if pictured {
        foot.push(' ');
        // A filled body is tinted; lines are drawn closer to each other.
        let figure = FigureLook::new(look, &known.content.looks, &known.settings);
        foot.push_str(&match figure.rendering {
            Rendering::Filled(_) => t!(look, "journal-where-tint"),
            _ => t!(look, "journal-where-dense"),
        });
    }
    let room = usize::from(words.height).saturating_sub(4);
    for (felt, count) in felt.iter().take(room) {
        let (full, _) = look.bar();
        let name = evening::felt(look, *felt);
        put(buf, words.x, y, 16, &name, look.text());
        put(
            buf,
            words.x + 17.max(name.width() as u16 + 1),
            y,
            5,
            &format!("{count:>3}"),
            look.dim(),
        );
        // As long as its share of the check-ins, so that rare places look rare.
        let wide = (8 * count).div_ceil(of.max(1)) as u16;
        for cell in 0..wide.min(8) {
            put(buf, words.x + 22 + cell, y, 1, full, look.accent());
        }
        y += 1;
    }
    if felt.len() > room {
        let more: usize = felt.len() - room;
        y = paragraph(
            buf,
            words,
            y,
            &t!(look, "journal-more-places", count = more),
            look.dim(),
        );
    }
    if !felt.is_empty() {
        paragraph(buf, words, y + 1, &foot, look.dim());
    }
    if pictured {
        let most = felt.first().map_or(1, |(_, count)| *count);
        let lit: Vec<Lit> = felt
            .iter()
            .filter_map(|(felt, count)| match felt {
                // From a third, so that what was felt once can still be seen.
                Felt::At(part, side) => Some(Lit {
                    region: part.region(),
                    side: *side,
                    strength: 0.34 + 0.66 * *count as f32 / most as f32,
                }),
                Felt::As(_) => None,
            })
            .collect();
        let area = Rect {
            x: body.x + WORDS + 2,
            width: body.width - WORDS - 2,
            ..body
        };
        places::draw_lit(&lit, known, look, area, buf);
    }
}
