//! What is going on, in words: the phase, what the hand does, the point, its side, and what comes next.

use ratatui::style::Style;

use super::super::look::Look;
use super::super::widgets::digits;
use super::super::words::region;
use crate::app::Known;
use crate::app::practice::Practising;
use crate::domain::breath::Phase;
use crate::domain::plan::{Half, Item, Press};
use crate::domain::point::{Point, Pressure, Region, Side};
use crate::domain::practice::Scene;
use crate::domain::reach::With;
use crate::domain::script;
use crate::domain::timeline::{Part, Piece};
use crate::t;

/// Everything a drawing of the running practice reads.
pub(super) struct Shown<'a> {
    pub(super) practising: &'a Practising,
    pub(super) known: &'a Known,
    pub(super) look: &'a Look<'a>,
    pub(super) scene: Scene,
    pub(super) pieces: Vec<Piece>,
    pub(super) running: bool,
}

impl<'a> Shown<'a> {
    pub(super) fn new(practising: &'a Practising, known: &'a Known, look: &'a Look<'a>) -> Shown<'a> {
        let now = known.now.steady;
        Shown {
            practising,
            known,
            look,
            scene: practising.practice.scene(now),
            pieces: practising.practice.pieces(),
            running: practising.practice.is_running(now),
        }
    }

    pub(super) fn item(&self) -> Option<&'a Item> {
        self.practising
            .practice
            .plan()
            .items
            .get(self.scene.segment.item?)
    }

    pub(super) fn press(&self) -> Option<&'a Press> {
        self.item()?.press()
    }

    pub(super) fn point(&self) -> Option<&'a Point> {
        Some(self.known.content.atlas.point(self.press()?.point))
    }

    /// The only hand there is, if only one.
    pub(super) fn hand(&self) -> Option<Side> {
        self.press()?.hand
    }

    pub(super) fn waits(&self) -> bool {
        matches!(self.scene.segment.part, Part::LeadIn | Part::Placing)
    }

    /// The style of what goes on: it is quiet while nothing does.
    pub(super) fn accent(&self) -> Style {
        match self.running {
            true => self.look.accent(),
            false => self.look.strong(),
        }
    }

    /// The first word: the phase of the breath, or what else is going on.
    pub(super) fn phase(&self) -> String {
        let look = self.look;
        if !self.running {
            return t!(look, "practice-paused");
        }
        match self.scene.segment.part {
            Part::LeadIn | Part::Placing if self.point().is_some() => t!(look, "practice-find"),
            Part::Switch => t!(look, "practice-switch"),
            Part::Rest => t!(look, "practice-rest"),
            _ => match self.scene.phase.phase {
                Phase::In => t!(look, "practice-in"),
                Phase::Out => t!(look, "practice-out"),
                Phase::Full | Phase::Empty => t!(look, "practice-hold"),
                Phase::Free => t!(look, "practice-free"),
            },
        }
    }

    /// A style, on a ground of its own for a glance when a cue was told: for those who do not hear it.
    pub(super) fn flash(&self, style: Style) -> Style {
        match self.practising.flashes(self.known.now.steady) {
            true => style.patch(self.look.chosen()),
            false => style,
        }
    }

    /// How far, of how much; what has become longer than it was planned says so.
    pub(super) fn total(&self) -> String {
        let look = self.look;
        let passed = digits::clock(self.scene.position / 1_000 * 1_000);
        let total = digits::clock(self.scene.total);
        match self.practising.over_time(self.known) {
            0 => t!(look, "practice-of", passed = passed, total = total),
            over => {
                let over = digits::clock(over);
                t!(
                    look,
                    "practice-of-longer",
                    passed = passed,
                    total = total,
                    over = over
                )
            }
        }
    }

    /// What the hand does now; in a long pause the question whether all is well.
    pub(super) fn act(&self) -> String {
        let look = self.look;
        if self.practising.practice.asks_if_well(self.known.now.steady) {
            return t!(look, "practice-all-well");
        }
        if !self.running {
            return t!(look, "practice-take-time");
        }
        let segment = &self.scene.segment;
        let inward = self.scene.phase.phase == Phase::In;
        let touch = segment
            .item
            .and_then(|item| self.practising.practice.pressure(item))
            == Some(Pressure::Touch);
        match segment.part {
            Part::LeadIn | Part::Placing => match self.point() {
                Some(point) => self
                    .press()
                    .map_or_else(String::new, |press| script::hand_words(point, press, look.lang)),
                None => t!(look, "practice-only-breath"),
            },
            Part::SinkIn if inward => match (self.point(), self.press()) {
                (Some(point), Some(press)) if press.with != With::Fingers => {
                    script::hand_words(point, press, look.lang)
                }
                _ => t!(look, "practice-rest-finger"),
            },
            Part::SinkIn if touch => t!(look, "practice-weight"),
            Part::SinkIn => t!(look, "practice-sink"),
            Part::Stay if self.scene.phase.phase == Phase::Free => t!(look, "practice-stay"),
            Part::Stay if inward => t!(look, "practice-ease"),
            Part::Stay if touch => t!(look, "practice-weight"),
            Part::Stay => t!(look, "practice-sink-again"),
            Part::Circle => t!(look, "practice-circle"),
            Part::Rub => t!(look, "practice-rub"),
            Part::Release if inward => t!(look, "practice-lighter"),
            Part::Release => t!(look, "practice-release"),
            Part::Rest => t!(look, "practice-hand-off"),
            Part::Switch => t!(look, "practice-other-hand"),
            Part::Breathe => self
                .item()
                .and_then(|item| item.breathe())
                .map(|breathe| breathe.hands.get(look.lang).trim_end_matches('.').to_owned())
                .filter(|hands| !hands.is_empty())
                .unwrap_or_else(|| t!(look, "practice-only-breath")),
            Part::Close => t!(look, "practice-close"),
        }
    }

    /// What is being done: the point, or the breath.
    pub(super) fn now(&self) -> String {
        match self.point() {
            Some(point) => format!("{} {}", point.code, point.names.pinyin),
            None if self.scene.segment.part == Part::Close => t!(self.look, "practice-close-name"),
            None => t!(self.look, "practice-breath"),
        }
    }

    pub(super) fn side(&self) -> String {
        match (self.scene.segment.half, self.point()) {
            (Some(half), Some(point)) => side(half, point, self.look),
            _ => String::new(),
        }
    }

    /// What comes after this piece.
    pub(super) fn next(&self) -> String {
        match self.pieces.get(self.scene.piece + 1) {
            Some(piece) => self.piece_name(piece),
            None => t!(self.look, "practice-end"),
        }
    }

    pub(super) fn piece_name(&self, piece: &Piece) -> String {
        let plan = self.practising.practice.plan();
        match plan.items.get(piece.item).and_then(|item| item.press()) {
            Some(press) => {
                let point = self.known.content.atlas.point(press.point);
                let half = piece.half.unwrap_or(Half::Midline);
                let name = format!("{} {}", point.code, point.names.pinyin);
                match side_word(half, self.look) {
                    word if word.is_empty() => name,
                    word => format!("{name}, {word}"),
                }
            }
            None => t!(self.look, "practice-breath"),
        }
    }
}

pub(super) fn side_word(half: Half, look: &Look) -> String {
    match half {
        Half::Left => t!(look, "practice-left"),
        Half::Right => t!(look, "practice-right"),
        Half::Both => t!(look, "practice-both"),
        Half::Midline => String::new(),
    }
}

/// A side as it is said and pointed at: `◂ left wrist`, `right hand ▸`, `◂ both sides ▸`.
pub(super) fn side(half: Half, point: &Point, look: &Look) -> String {
    let (left, right) = if look.ascii { ("<", ">") } else { ("◂", "▸") };
    let limb = point.region.is_arm() || point.region.is_leg() || point.region == Region::Shoulder;
    let name = if limb {
        region(look, point.region).to_lowercase()
    } else {
        t!(look, "practice-side")
    };
    match half {
        Half::Left => format!("{left} {} {name}", t!(look, "practice-left")),
        Half::Right => format!("{} {name} {right}", t!(look, "practice-right")),
        Half::Both => format!("{left} {} {right}", t!(look, "practice-both")),
        Half::Midline => String::new(),
    }
}
