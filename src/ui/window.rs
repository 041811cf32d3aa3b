//! What the window around the screen says while a practice runs: its title, and how far it is.

use super::look::Look;
use crate::app::practice::Stage;
use crate::app::{Known, Model, Screen};
use crate::domain::plan::Half;
use crate::domain::practice::Practice;
use crate::domain::script;
use crate::domain::timeline::Part;

/// The window's title and progress. Part of a frame like any cell: the same model gives the same window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The title.
    pub title: String,
    /// How far, percent.
    pub percent: u8,
    /// It waits.
    pub paused: bool,
}

/// The window while a practice is lived; `None` when it is none of our business.
pub fn window(model: &Model) -> Option<Window> {
    let Screen::Practice(practising) = &model.screen else {
        return None;
    };
    if practising.stage != Stage::Living || !model.known.settings.title {
        return None;
    }
    Some(of_practice(&practising.practice, &model.known))
}

/// The window of a running practice: `Out · LI4 right · 0:42`.
fn of_practice(practice: &Practice, known: &Known) -> Window {
    let look = Look::new(known);
    let now = known.now.steady;
    let scene = practice.scene(now);
    let running = practice.is_running(now);
    let lang = look.lang;
    let counted = script::phase_word(scene.phase.phase, lang);
    let word = match scene.segment.part {
        _ if !running => script::paused_word(lang),
        part @ (Part::LeadIn | Part::Placing | Part::Switch | Part::Rest | Part::Close) => {
            script::part_word(part, lang)
        }
        part if counted.is_empty() => script::part_word(part, lang),
        _ => counted,
    };
    let point = scene
        .segment
        .item
        .and_then(|item| practice.plan().items.get(item)?.press())
        .map(|press| known.content.atlas.point(press.point).code.to_string());
    let side = script::half_word(scene.segment.half.unwrap_or(Half::Midline), lang);
    let what = format!("{} {side}", point.unwrap_or_default());
    let left = super::widgets::digits::clock(scene.left);
    let parts = [word, what.trim(), left.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Window {
        title: parts.join(if look.ascii { " - " } else { " · " }),
        percent: (scene.position * 100 / scene.total.max(1)).min(100) as u8,
        paused: !running,
    }
}
