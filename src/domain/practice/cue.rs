//! Cues: one small vocabulary for picture, word, sound, speech, bell, window title and plain line.

use super::super::breath::Phase;
use super::super::time::Ms;
use super::super::timeline::{Part, Segment};

/// One thing a person is told. The order is the order in which cues of one moment are told; a bell rings
/// the first only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cue {
    /// Stopped before the end: let go.
    Stop,
    /// That was all.
    End,
    /// Change to the other side.
    Switch,
    /// Find the next point.
    Next,
    /// Let go, over the whole of the out-breath.
    Release,
    /// Let it sink.
    Press,
    /// Stay, circle or rub.
    Stay,
    /// Breathe in.
    In,
    /// Hold the breath. Never while a point is pressed.
    Hold,
    /// Breathe out.
    Out,
}

impl Cue {
    /// Every cue in the order of telling.
    pub const ALL: [Cue; 10] = [
        Cue::Stop,
        Cue::End,
        Cue::Switch,
        Cue::Next,
        Cue::Release,
        Cue::Press,
        Cue::Stay,
        Cue::In,
        Cue::Hold,
        Cue::Out,
    ];

    /// The id used in settings, sound files and hooks.
    pub fn id(self) -> &'static str {
        match self {
            Cue::Stop => "stop",
            Cue::End => "end",
            Cue::Switch => "switch",
            Cue::Next => "next",
            Cue::Release => "release",
            Cue::Press => "press",
            Cue::Stay => "stay",
            Cue::In => "in",
            Cue::Hold => "hold",
            Cue::Out => "out",
        }
    }

    /// The cue an id names.
    pub fn from_id(id: &str) -> Option<Cue> {
        Cue::ALL.into_iter().find(|cue| cue.id() == id)
    }
}

/// The cues of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moments {
    /// Where on the track they fall.
    pub position: Ms,
    /// The segment that is running from then on.
    pub segment: Segment,
    /// How far into it.
    pub into: Ms,
    /// What is told, in order. Never empty.
    pub cues: Vec<Cue>,
}

/// The cues that fall on `into` in a segment: at its start, and wherever a phase starts.
///
/// Press and release belong to the out-breath of their one breath (where nothing is counted, to its
/// start), stay to the first stay breath, switch and next to the start of their pause. A rest has none:
/// the release before it has ended.
fn at(segment: &Segment, into: Ms) -> Vec<Cue> {
    let phase = segment.rhythm.phase_at(into);
    let starts = into % segment.rhythm.cycle() == phase.start;
    if !starts {
        return Vec::new();
    }
    let mut cues = Vec::new();
    match segment.part {
        Part::LeadIn if into == 0 => cues.push(Cue::Next),
        Part::Switch if into == 0 => cues.push(Cue::Switch),
        Part::SinkIn if matches!(phase.phase, Phase::Out | Phase::Free) => cues.push(Cue::Press),
        Part::Release if matches!(phase.phase, Phase::Out | Phase::Free) => cues.push(Cue::Release),
        part if part.is_staying() && into == 0 => cues.push(Cue::Stay),
        _ => {}
    }
    match phase.phase {
        Phase::In => cues.push(Cue::In),
        Phase::Full | Phase::Empty => cues.push(Cue::Hold),
        Phase::Out => cues.push(Cue::Out),
        Phase::Free => {}
    }
    cues.sort_unstable();
    cues
}

/// Every moment with a cue after `after` (or at it, if `inclusive`) and up to and including `until`.
pub(super) fn between(track: &[Segment], after: Ms, inclusive: bool, until: Ms) -> Vec<Moments> {
    let first = track.partition_point(|segment| segment.end() <= after);
    let mut found = Vec::new();
    for segment in &track[first..] {
        if segment.start > until {
            break;
        }
        let cycle = segment.rhythm.cycle();
        let from = after.saturating_sub(segment.start) / cycle;
        let upto = (until.min(segment.end() - 1) - segment.start) / cycle;
        for breath in from..=upto {
            for phase in segment.rhythm.phases() {
                let into = breath * cycle + phase.start;
                let position = segment.start + into;
                let wanted = position > after || (inclusive && position == after);
                if wanted && position <= until && position < segment.end() {
                    let cues = at(segment, into);
                    if !cues.is_empty() {
                        found.push(Moments {
                            position,
                            segment: *segment,
                            into,
                            cues,
                        });
                    }
                }
            }
        }
    }
    found
}
