//! Several complaints in one query: "headache and tired eyes".

/// One thing a person comes with: the uses its words name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    /// By their place in the atlas.
    uses: Vec<usize>,
}

/// A word names a use from this fit on: its name, a synonym, or an inflected form of one.
const NAMES: f32 = 0.7;

/// What is left of a query must weigh this much to be a complaint: one word that is not weak.
const ENOUGH: f32 = 0.7;

/// A use within this part of the best one is meant as well: headache and tension headache, and the Danish
/// compound beside its first word.
const AS_GOOD: f32 = 0.7;

/// Divides a query into complaints: the use that explains most of the words takes them, and the rest is
/// looked at again. `fits` holds a row for each use and a column for each word.
pub(super) fn complaints(fits: &[&[f32]], weights: &[f32]) -> Vec<Complaint> {
    let mut left: Vec<bool> = weights.iter().map(|weight| *weight > 0.01).collect();
    let mut complaints: Vec<Complaint> = Vec::new();
    loop {
        let explains = |fit: &&[f32]| -> f32 {
            let words = fit.iter().zip(weights).zip(&left);
            words
                .filter(|((fit, _), left)| **left && **fit >= NAMES)
                .map(|((fit, weight), _)| fit * weight)
                .sum()
        };
        let scores: Vec<f32> = fits.iter().map(explains).collect();
        let best = scores.iter().copied().fold(0.0, f32::max);
        if best < ENOUGH {
            return complaints;
        }
        // Of equals the first; and beside it those that explain the same words.
        let first = scores.iter().position(|score| *score >= best).unwrap_or(0);
        let explained = |use_: usize| -> Vec<usize> {
            let words = (0..weights.len()).filter(|word| left[*word]);
            words.filter(|word| fits[use_][*word] >= NAMES).collect()
        };
        let taken = explained(first);
        let uses: Vec<usize> = (0..fits.len())
            .filter(|use_| scores[*use_] >= AS_GOOD * best && explained(*use_) == taken)
            .collect();
        for word in taken {
            left[word] = false;
        }
        complaints.push(Complaint { uses });
    }
}

impl Complaint {
    /// How well known a point is for it, given the uses the point serves; `None` if it serves none of them.
    pub fn known(&self, serves: &[(usize, f32)]) -> Option<f32> {
        let served = serves.iter().filter(|(use_, _)| self.uses.contains(use_));
        served.map(|(_, known)| *known).reduce(f32::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_use_that_explains_most_takes_its_words_and_the_rest_is_another_complaint() {
        // headache and tired eyes: headache, tension headache, tired, tired eyes.
        let fits: [&[f32]; 4] = [
            &[1.05, 0.0, 0.0, 0.0],
            &[1.0, 0.0, 0.0, 0.0],
            &[0.0, 0.0, 1.0, 0.0],
            &[0.0, 0.0, 1.05, 1.05],
        ];
        let weights = [1.0, 0.001, 1.0, 1.0];
        let found = complaints(&fits, &weights);
        let uses: Vec<&[usize]> = found.iter().map(|complaint| &*complaint.uses).collect();
        assert_eq!(uses, [&[3][..], &[0, 1]]);
        assert_eq!(found[1].known(&[(1, 0.4), (0, 0.6), (2, 0.9)]), Some(0.6));
        assert_eq!(found[0].known(&[(2, 0.9)]), None);
        assert_eq!(complaints(&fits, &[0.3, 0.3, 0.3, 0.0]).len(), 0);
    }
}
