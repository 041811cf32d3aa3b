use super::*;

/// How strong a frequency is in some samples (Goertzel), as a share of their energy.
fn strength(samples: &[f32], hertz: f32, rate: u32) -> f32 {
    let turn = TAU * hertz / rate as f32;
    let (mut one, mut two) = (0.0_f64, 0.0_f64);
    let by = 2.0 * f64::from(turn.cos());
    for sample in samples {
        let next = f64::from(*sample) + by * one - two;
        two = one;
        one = next;
    }
    let power = one * one + two * two - by * one * two;
    let energy: f64 = samples.iter().map(|s| f64::from(*s).powi(2)).sum();
    (power / (energy * samples.len() as f64 / 2.0).max(1e-12)) as f32
}

/// The strongest of a scale of frequencies, a quarter-tone apart.
fn pitch(samples: &[f32]) -> f32 {
    (0..150)
        .map(|step| 60.0 * 2.0_f32.powf(step as f32 / 24.0))
        .max_by(|a, b| strength(samples, *a, RATE).total_cmp(&strength(samples, *b, RATE)))
        .unwrap()
}

fn slice(samples: &[f32], from: f32, seconds: f32) -> &[f32] {
    let first = count(from);
    &samples[first..(first + count(seconds)).min(samples.len())]
}

/// Energy by time (eight slices) and octave (eight bands): what an ear would tell two sounds apart by.
fn shape(samples: &[f32]) -> Vec<f32> {
    let slices = 8;
    let mut shape = Vec::new();
    for nth in 0..slices {
        // The same clock for all: 1.6 s, whatever the sound's own length.
        let part = slice_padded(samples, nth as f32 * 0.2, 0.2);
        let energy: f32 = part.iter().map(|s| s * s).sum();
        for band in 0..16 {
            let hertz = 70.0 * 2.0_f32.powf(band as f32 / 2.5);
            shape.push((strength(&part, hertz, RATE) * energy).sqrt());
        }
    }
    let length = shape.iter().map(|v| v * v).sum::<f32>().sqrt();
    shape.iter().map(|v| v / length).collect()
}

fn slice_padded(samples: &[f32], from: f32, seconds: f32) -> Vec<f32> {
    let first = count(from);
    (first..first + count(seconds))
        .map(|index| samples.get(index).copied().unwrap_or(0.0))
        .collect()
}

#[test]
fn in_rises_out_falls_and_a_held_breath_stands_still() {
    let ends = |cue| {
        let samples = samples(cue);
        let seconds = samples.len() as f32 / RATE as f32;
        let early = pitch(slice(&samples, 0.1 * seconds, 0.2));
        let late = pitch(slice(&samples, 0.75 * seconds, 0.2));
        late / early
    };
    assert!(ends(Cue::In) > 1.25, "{}", ends(Cue::In));
    assert!(ends(Cue::Out) < 0.8, "{}", ends(Cue::Out));
    assert!((ends(Cue::Hold) - 1.0).abs() < 0.04, "{}", ends(Cue::Hold));
}

#[test]
fn the_notes_of_the_way_go_where_they_should() {
    let notes = |cue, starts: [f32; 3]| starts.map(|at| pitch(slice(&samples(cue), at + 0.03, 0.15)));
    let [one, two, three] = notes(Cue::Next, [0.0, 0.22, 0.44]);
    assert!(one < two && two < three, "{one} {two} {three}");
    let [one, two, three] = notes(Cue::Switch, [0.0, 0.28, 0.56]);
    assert!(two < one && two < three, "{one} {two} {three}");
}

#[test]
fn no_two_cues_could_be_taken_for_each_other() {
    let shapes: Vec<_> = Cue::ALL.map(|cue| (cue, shape(&samples(cue)))).into();
    for (index, (one, a)) in shapes.iter().enumerate() {
        for (two, b) in &shapes[index + 1..] {
            let alike: f32 = a.iter().zip(b).map(|(x, y)| x * y).sum();
            assert!(alike < 0.85, "{one:?} and {two:?} are alike by {alike}");
        }
    }
}

#[test]
fn every_cue_is_short_soft_and_without_a_click() {
    for cue in Cue::ALL {
        let samples = samples(cue);
        let seconds = samples.len() as f32 / RATE as f32;
        // The shortest phase of a breath is 2 s; only the end may ring on.
        let most = if cue == Cue::End { 4.0 } else { 2.0 };
        assert!((0.5..=most).contains(&seconds), "{cue:?}: {seconds} s");
        let loudest = samples.iter().fold(0.0_f32, |most, s| most.max(s.abs()));
        assert!((loudest - PEAK).abs() < 1e-3, "{cue:?}: {loudest}");
        assert!(
            samples[0].abs() < 1e-3 && samples[samples.len() - 1].abs() < 1e-3,
            "{cue:?}"
        );
        // A click is a jump. A full-size tone of 3 kHz moves by 0.26 from one sample to the next.
        let jump = samples
            .windows(2)
            .fold(0.0_f32, |most, w| most.max((w[1] - w[0]).abs()));
        assert!(jump < 0.26, "{cue:?} jumps by {jump}");
        // The first and the last 5 ms hold next to nothing.
        for edge in [
            slice(&samples, 0.0, 0.002),
            &samples[samples.len() - count(0.002)..],
        ] {
            assert!(edge.iter().all(|s| s.abs() < 0.1 * PEAK), "{cue:?}");
        }
    }
}

#[test]
fn a_background_is_soft_seamless_and_like_no_other() {
    let slope = |samples: &[f32]| {
        let rate = background::RATE;
        let power = |hertz: f32| {
            (0..40)
                .map(|nth| {
                    let part = &samples[nth * 4_000 + 50_000..][..4_000];
                    let energy: f32 = part.iter().map(|s| s * s).sum();
                    strength(part, hertz, rate) * energy
                })
                .sum::<f32>()
        };
        10.0 * (power(1_600.0) / power(400.0)).log10()
    };
    let mut slopes = Vec::new();
    for one in Background::ALL {
        let samples = one.samples(20);
        let edge = count(Background::overlap()) / 2;
        assert!(samples.iter().all(|s| s.abs() <= 0.4 + 1e-3));
        assert!(samples[0].abs() < 1e-3 && samples[samples.len() - 1].abs() < 1e-3);
        let rms = |part: &[f32]| (part.iter().map(|s| s * s).sum::<f32>() / part.len() as f32).sqrt();
        // Where one run ends and the next begins, the two together are as loud as either alone.
        let whole = rms(&samples[edge..samples.len() - edge]);
        let ends: Vec<f32> = (0..edge)
            .map(|i| samples[i] + samples[samples.len() - edge + i])
            .collect();
        let seam = rms(&ends) / whole;
        assert!((0.4..1.7).contains(&seam), "{one:?}: {seam}");
        slopes.push(slope(&samples));
    }
    let [rain, sea, brown] = slopes[..] else { panic!() };
    // Two octaves: brown noise falls by 12 dB, rain much less, the sea between.
    assert!((-15.0..-9.0).contains(&brown), "{brown}");
    assert!(rain > sea + 2.0 && sea > brown, "{rain} {sea} {brown}");
}
