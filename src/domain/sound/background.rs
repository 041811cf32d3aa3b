//! Soft noise to breathe in: rain, sea, and the plain brown noise both are made of.

use std::f32::consts::TAU;

/// Samples a second: half of a cue's. Nothing in these is higher than a few kHz.
pub const RATE: u32 = 22_050;

/// A background.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Background {
    /// Fine drops over a soft hiss.
    Rain,
    /// Swells that come and go, about as slowly as a calm breath.
    Sea,
    /// Noise that falls by 6 dB an octave.
    Brown,
}

impl Background {
    /// Every background, in the order in which a key walks through them.
    pub const ALL: [Background; 3] = [Background::Rain, Background::Sea, Background::Brown];

    /// The id used in settings.
    pub fn id(self) -> &'static str {
        match self {
            Background::Rain => "rain",
            Background::Sea => "sea",
            Background::Brown => "brown",
        }
    }

    /// The background an id names.
    pub fn from_id(id: &str) -> Option<Background> {
        Background::ALL.into_iter().find(|one| one.id() == id)
    }

    /// Its samples, -1 to 1, `RATE` a second, one channel. They rise at the beginning and fall at the end
    /// over [`Background::overlap`], so that one run may begin while the one before ends: their loudness
    /// together stays the same.
    pub fn samples(self, seconds: u32) -> Vec<f32> {
        let total = (seconds * RATE) as usize;
        let mut made = match self {
            Background::Brown => brown(total),
            Background::Sea => sea(total),
            Background::Rain => rain(total),
        };
        let loudest = made.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
        let edge = (Background::overlap() * RATE as f32) as usize;
        for (index, sample) in made.iter_mut().enumerate() {
            let near = index.min(total - 1 - index).min(edge) as f32 / edge as f32;
            // Noises that know nothing of each other add by power: sine and cosine keep its sum at one.
            *sample *= PEAK / loudest * (near * TAU / 4.0).sin();
        }
        made
    }

    /// Seconds over which two runs overlap.
    pub const fn overlap() -> f32 {
        2.0
    }
}

/// Softer than any cue.
const PEAK: f32 = 0.4;

/// Noise by xorshift: the same every time.
pub(super) struct Noise(u64);

impl Noise {
    pub(super) fn new(seed: u64) -> Noise {
        Noise(0x9E37_79B9_7F4A_7C15 ^ seed)
    }

    /// Evenly between -1 and 1.
    pub(super) fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1_u64 << 23) as f32 - 1.0
    }
}

/// Integrated noise; the leak keeps it from wandering off, and takes what only rumbles.
fn brown(total: usize) -> Vec<f32> {
    let mut noise = Noise::new(1);
    let mut sum = 0.0_f32;
    (0..total)
        .map(|_| {
            sum = 0.99 * sum + noise.next();
            sum
        })
        .collect()
}

/// Swells of a little different length, so that no wave is like the one before.
fn sea(total: usize) -> Vec<f32> {
    let mut noise = Noise::new(2);
    let (mut deep, mut hiss) = (0.0_f32, 0.0_f32);
    (0..total)
        .map(|index| {
            let at = index as f32 / RATE as f32;
            let swell = 0.5 + 0.3 * (TAU * at / 9.7).sin() + 0.2 * (TAU * at / 14.3 + 1.0).sin();
            let swell = 0.12 + 0.88 * swell * swell;
            let white = noise.next();
            deep = 0.985 * deep + 0.12 * white;
            // Foam: the higher the wave, the brighter.
            hiss += 0.2 * (white - hiss);
            swell * (deep + 0.2 * swell * hiss)
        })
        .collect()
}

/// A soft hiss, and drops: short, high, each with its own strength.
fn rain(total: usize) -> Vec<f32> {
    let mut noise = Noise::new(3);
    let (mut low, mut drop, mut pitch, mut turn) = (0.0_f32, 0.0_f32, 1_500.0_f32, 0.0_f32);
    (0..total)
        .map(|_| {
            let white = noise.next();
            low += 0.25 * (white - low);
            let chance = noise.next();
            // Some forty drops a second, most of them faint.
            if chance.abs() < 40.0 / RATE as f32 {
                let strength = (noise.next() + 1.0) / 2.0;
                drop = drop.max(strength.powi(3));
                pitch = 1_200.0 + 1_300.0 * (noise.next() + 1.0) / 2.0;
            }
            drop *= 0.992;
            turn = (turn + pitch / RATE as f32).fract();
            low + 0.5 * drop * (TAU * turn).sin()
        })
        .collect()
}
