//! The order of what was found: how well each document answers each word, and which of those that answer come first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::domain::atlas::PointId;

/// How well every document answers every asked word, from 0 to 1: one row a document.
#[derive(Debug)]
pub(super) struct Fits {
    pub words: usize,
    pub cells: Vec<f32>,
}

impl Fits {
    pub fn new(documents: usize, words: usize) -> Fits {
        Fits {
            words,
            cells: vec![0.0; documents * words],
        }
    }

    pub fn of(&self, document: usize) -> &[f32] {
        &self.cells[document * self.words..(document + 1) * self.words]
    }

    pub fn of_mut(&mut self, document: usize) -> &mut [f32] {
        &mut self.cells[document * self.words..(document + 1) * self.words]
    }

    /// The rows of some documents.
    pub fn rows(&self, documents: std::ops::Range<usize>) -> Vec<&[f32]> {
        documents.map(|document| self.of(document)).collect()
    }
}

/// A point that answers. Among those of one class the ones that suit the person come first; then those that serve
/// more complaints, those that answer better, and those that stand first in the atlas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Whether it is named, and how many of the words it answers.
    pub class: (bool, f32),
    /// How many of the complaints it serves, where there are several.
    pub serves: usize,
    pub score: f32,
    pub document: usize,
}

impl From<&Answer> for Candidate {
    fn from(answer: &Answer) -> Candidate {
        Candidate {
            class: (answer.named, answer.covered),
            serves: 0,
            score: answer.score,
            document: answer.document,
        }
    }
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The better one is the greater.
impl Ord for Candidate {
    fn cmp(&self, other: &Candidate) -> Ordering {
        (self.class.0.cmp(&other.class.0))
            .then(self.class.1.total_cmp(&other.class.1))
            .then(self.serves.cmp(&other.serves))
            .then(self.score.total_cmp(&other.score))
            .then(other.document.cmp(&self.document))
    }
}

/// So many points are listed at most. Nobody reads further, and to order a hundred thousand, and to ask of each
/// whether it suits, takes longer than the next letter.
const MOST_POINTS: usize = 1_000;

/// The best candidates in order. Whether one suits is asked of no more of them than needed.
pub(super) fn best_suiting(
    candidates: Vec<Candidate>,
    mut suits: impl FnMut(PointId) -> bool,
) -> Vec<Candidate> {
    let mut candidates = BinaryHeap::from(candidates);
    let mut found: Vec<Candidate> = Vec::new();
    // Those of the same class that do not suit: after all that do.
    let mut after: Vec<Candidate> = Vec::new();
    let mut class = None;
    while let Some(candidate) = candidates.pop() {
        if class != Some(candidate.class) {
            found.append(&mut after);
            class = Some(candidate.class);
        }
        if found.len() >= MOST_POINTS {
            break;
        }
        match suits(PointId(candidate.document as u32)) {
            true => found.push(candidate),
            false => after.push(candidate),
        }
    }
    found.append(&mut after);
    found.truncate(MOST_POINTS);
    found
}

/// How well one document answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    pub document: usize,
    /// The query is its code or a name of it.
    pub named: bool,
    /// The weight of the words it answers at all.
    pub covered: f32,
    pub score: f32,
}

impl Answer {
    /// The better one first.
    pub fn order(&self, other: &Answer) -> Ordering {
        (other.named.cmp(&self.named))
            .then(other.covered.total_cmp(&self.covered))
            .then(other.score.total_cmp(&self.score))
            .then(self.document.cmp(&other.document))
    }
}
