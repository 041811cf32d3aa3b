//! The sounds of a practice, made from formulas: a short tone for each cue, and soft noise to breathe in.
//!
//! Closed eyes must tell them apart, so they differ in two ways at once: where the pitch goes (a breath in
//! rises, a breath out falls, a held breath stands still) and what they are made of (breath: a soft reed;
//! body: wood and bowl; way: plucked notes; end: a large bowl). All are gentle: they begin and end in
//! silence, and nothing in them is sudden.

mod background;

pub use background::Background;

use std::f32::consts::TAU;

use super::practice::Cue;

/// Samples a second of every background.
pub const fn background_rate() -> u32 {
    background::RATE
}

/// Samples a second of every cue.
pub const RATE: u32 = 44_100;

/// How long every sound takes to begin, seconds: shorter would be heard as a click.
const ATTACK: f32 = 0.012;
/// And to end.
const FADE: f32 = 0.08;
/// The loudest sample of every cue, of 1: room for a second sound on top, and never shrill.
const PEAK: f32 = 0.6;

/// One sound among others: when it begins, what it is.
struct Voice {
    at: f32,
    kind: Kind,
}

enum Kind {
    /// A soft reed whose pitch glides from one frequency to another, Hz, over so many seconds.
    Reed { from: f32, to: f32, seconds: f32 },
    /// Something struck: partials (ratio, strength) over a base frequency, dying away with a half-life.
    Struck {
        base: f32,
        partials: &'static [(f32, f32)],
        half_life: f32,
        seconds: f32,
    },
    /// A sigh: noise that darkens, from one cut-off frequency to another.
    Sigh { from: f32, to: f32, seconds: f32 },
}

/// A wooden bar: its second partial lies near four times the first (as marimba bars are tuned).
const WOOD: &[(f32, f32)] = &[(1.0, 1.0), (3.93, 0.25), (9.2, 0.06)];
/// A small bowl: the partials of a struck shell grow faster than harmonics.
const BOWL: &[(f32, f32)] = &[(1.0, 1.0), (2.71, 0.5), (5.2, 0.22), (8.4, 0.08)];
/// A large bowl, with a second mode beside the first that beats slowly against it.
const LARGE_BOWL: &[(f32, f32)] = &[(1.0, 1.0), (1.006, 0.7), (2.69, 0.45), (5.1, 0.15)];
/// A plucked string: harmonics, each weaker.
const STRING: &[(f32, f32)] = &[(1.0, 1.0), (2.0, 0.5), (3.0, 0.3), (4.0, 0.15), (5.0, 0.08)];

/// What a cue sounds like. In and out glide over a fifth, one up and one down; held is their middle, twice.
/// Press is low wood, stay a small bowl, release a sigh; switch two notes there and back, next three upwards;
/// the end a large bowl, stop two low knocks.
fn voices(cue: Cue) -> Vec<Voice> {
    let one = |kind| vec![Voice { at: 0.0, kind }];
    let pluck = |at, base| Voice {
        at,
        kind: Kind::Struck {
            base,
            partials: STRING,
            half_life: 0.16,
            seconds: 0.7,
        },
    };
    match cue {
        Cue::In => one(Kind::Reed {
            from: 220.0,
            to: 330.0,
            seconds: 1.1,
        }),
        Cue::Out => one(Kind::Reed {
            from: 330.0,
            to: 220.0,
            seconds: 1.3,
        }),
        Cue::Hold => [0.0, 0.45]
            .map(|at| Voice {
                at,
                kind: Kind::Reed {
                    from: 275.0,
                    to: 275.0,
                    seconds: 0.35,
                },
            })
            .into(),
        Cue::Press => one(Kind::Struck {
            base: 131.0,
            partials: WOOD,
            half_life: 0.12,
            seconds: 0.8,
        }),
        Cue::Stay => one(Kind::Struck {
            base: 523.0,
            partials: BOWL,
            half_life: 0.35,
            seconds: 1.6,
        }),
        Cue::Release => one(Kind::Sigh {
            from: 1_800.0,
            to: 250.0,
            seconds: 1.5,
        }),
        Cue::Switch => vec![pluck(0.0, 587.0), pluck(0.28, 392.0), pluck(0.56, 587.0)],
        Cue::Next => vec![pluck(0.0, 392.0), pluck(0.22, 494.0), pluck(0.44, 587.0)],
        Cue::End => one(Kind::Struck {
            base: 174.0,
            partials: LARGE_BOWL,
            half_life: 0.9,
            seconds: 4.0,
        }),
        Cue::Stop => [0.0, 0.3]
            .map(|at| Voice {
                at,
                kind: Kind::Struck {
                    base: 98.0,
                    partials: WOOD,
                    half_life: 0.07,
                    seconds: 0.4,
                },
            })
            .into(),
    }
}

/// The samples of a cue, -1 to 1, [`RATE`] a second, one channel.
pub fn samples(cue: Cue) -> Vec<f32> {
    let mut mixed: Vec<f32> = Vec::new();
    for voice in voices(cue) {
        let first = (voice.at * RATE as f32) as usize;
        for (index, sample) in rendered(&voice.kind).into_iter().enumerate() {
            let at = first + index;
            if mixed.len() <= at {
                mixed.resize(at + 1, 0.0);
            }
            mixed[at] += sample;
        }
    }
    let loudest = mixed.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
    if loudest > 0.0 {
        for sample in &mut mixed {
            *sample *= PEAK / loudest;
        }
    }
    mixed
}

fn rendered(kind: &Kind) -> Vec<f32> {
    match kind {
        Kind::Reed { from, to, seconds } => reed(*from, *to, *seconds),
        Kind::Struck {
            base,
            partials,
            half_life,
            seconds,
        } => struck(*base, partials, *half_life, *seconds),
        Kind::Sigh { from, to, seconds } => sigh(*from, *to, *seconds),
    }
}

fn count(seconds: f32) -> usize {
    (seconds * RATE as f32) as usize
}

/// A smooth step from 0 to 1: no speed at either end.
fn smooth(x: f32) -> f32 {
    let x = x.clamp(0.0, 1.0);
    x * x * (3.0 - 2.0 * x)
}

/// 0 at both ends of a sound, 1 between them.
fn envelope(at: f32, seconds: f32, attack: f32, fade: f32) -> f32 {
    smooth(at / attack) * smooth((seconds - at) / fade)
}

fn reed(from: f32, to: f32, seconds: f32) -> Vec<f32> {
    let mut turned = 0.0_f32;
    (0..count(seconds))
        .map(|index| {
            let at = index as f32 / RATE as f32;
            let along = smooth(at / seconds);
            // Pitch is heard in ratios, so it glides in ratios.
            let pitch = from * (to / from).powf(along);
            turned = (turned + pitch / RATE as f32).fract();
            let angle = TAU * turned;
            let tone = angle.sin() + 0.28 * (2.0 * angle).sin() + 0.1 * (3.0 * angle).sin();
            tone * envelope(at, seconds, 0.3 * seconds, 0.45 * seconds)
        })
        .collect()
}

fn struck(base: f32, partials: &[(f32, f32)], half_life: f32, seconds: f32) -> Vec<f32> {
    (0..count(seconds))
        .map(|index| {
            let at = index as f32 / RATE as f32;
            let tone: f32 = partials
                .iter()
                // The higher a partial, the sooner it is gone.
                .map(|(ratio, strength)| {
                    let gone = 0.5_f32.powf(at * ratio.sqrt() / half_life);
                    strength * gone * (TAU * (base * ratio * at).fract()).sin()
                })
                .sum();
            tone * envelope(at, seconds, ATTACK, FADE)
        })
        .collect()
}

fn sigh(from: f32, to: f32, seconds: f32) -> Vec<f32> {
    let mut noise = background::Noise::new(7);
    let (mut once, mut twice) = (0.0_f32, 0.0_f32);
    (0..count(seconds))
        .map(|index| {
            let at = index as f32 / RATE as f32;
            let cut = from * (to / from).powf(at / seconds);
            let share = 1.0 - (-TAU * cut / RATE as f32).exp();
            once += share * (noise.next() - once);
            twice += share * (once - twice);
            // What the filter takes away in loudness is given back, so that the sigh darkens without dying.
            let lift = (from / cut).sqrt();
            twice * lift * envelope(at, seconds, 0.25, 0.6)
        })
        .collect()
}

#[cfg(test)]
mod tests;
