//! The word somebody probably meant.

/// The known word nearest to what was typed, if any is near enough to be meant: at most a third of its letters
/// wrong, missing, doubled or swapped. Case does not count.
pub fn nearest<'w>(typed: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let typed: Vec<char> = typed.to_lowercase().chars().collect();
    known
        .into_iter()
        .map(|word| {
            let letters: Vec<char> = word.to_lowercase().chars().collect();
            (distance(&typed, &letters), letters.len(), word)
        })
        .filter(|(distance, length, _)| *distance * 3 <= (*length).max(3))
        .min_by_key(|(distance, ..)| *distance)
        .map(|(.., word)| word)
}

/// How many single letters must be changed, added, taken out or swapped with their neighbour (optimal string
/// alignment).
fn distance(one: &[char], two: &[char]) -> usize {
    let mut rows = vec![vec![0; two.len() + 1]; one.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=one.len() {
        for j in 1..=two.len() {
            let changed = rows[i - 1][j - 1] + usize::from(one[i - 1] != two[j - 1]);
            let mut best = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[one.len()][two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood_and_another_word_is_not() {
        let words = ["points", "practice", "journal", "theme"];
        assert_eq!(nearest("ponits", words), Some("points"));
        assert_eq!(nearest("pratice", words), Some("practice"));
        assert_eq!(nearest("Theem", words), Some("theme"));
        assert_eq!(nearest("banana", words), None);
        assert_eq!(nearest("", words), None);
    }

    #[test]
    fn the_nearest_of_two_wins() {
        assert_eq!(nearest("point", ["points", "pints", "point"]), Some("point"));
    }
}
