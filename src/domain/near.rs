//! The word somebody probably meant.

/// The known word nearest to what was typed, if any is near enough to be meant: at most a third of its letters
/// wrong, missing, doubled or swapped. Case does not count.
pub fn nearest<'w>(typed: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let typed = typed.to_lowercase();
    known
        .into_iter()
        .filter_map(|word| {
            let most = word.chars().count().max(3) / 3;
            Some((distance(&typed, &word.to_lowercase(), most)?, word))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// How many letters must be put in, left out, changed or swapped with their neighbour to make one word the
/// other; `None` if more than `most` (Damerau 1964, in the restricted form of Levenshtein's table).
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    // A letter has one to four bytes: a text so much longer is told without reading it, whatever its size.
    if a.len().max(b.len()) / 4 > a.len().min(b.len()) + most {
        return None;
    }
    if a.chars().count().abs_diff(b.chars().count()) > most {
        return None;
    }
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    // The last row of the table but one, the last one, and the one that is being filled.
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row: Vec<usize> = vec![0; b.len() + 1];
    for i in 1..=a.len() {
        row[0] = i;
        for j in 1..=b.len() {
            let same = a[i - 1] == b[j - 1];
            let mut least = (last[j - 1] + usize::from(!same))
                .min(last[j] + 1)
                .min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row[j] = least;
        }
        if row.iter().all(|distance| *distance > most) {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.last().copied().filter(|distance| *distance <= most)
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

    #[test]
    fn a_swap_is_one_mistake() {
        assert_eq!(distance("hadned", "handed", 1), Some(1));
        assert_eq!(distance("hegu", "hegu", 0), Some(0));
        assert_eq!(distance("hovedpin", "hovedpine", 1), Some(1));
        assert_eq!(distance("hvoedpnie", "hovedpine", 2), Some(2));
        assert_eq!(distance("hand", "fod", 2), None);
    }

    #[test]
    fn a_text_of_any_length_is_told_from_a_word_at_once() {
        let long = "x".repeat(50_000_000);
        assert_eq!(nearest(&long, ["points", "practice"]), None);
        assert_eq!(distance("points", &long, 2), None);
    }
}
