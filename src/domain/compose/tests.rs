//! The worked examples, on the table they were worked out with, and the composer against trying everything.

use proptest::prelude::*;

use super::*;

/// One row of the table: code, what it is worth by use, near for which uses, postures, sides, longest.
struct RowOfTable {
    code: &'static str,
    region: &'static str,
    postures: &'static [Posture],
    sides: Ms,
    longest: u16,
    awkward: bool,
}

const SIT: &[Posture] = &[Posture::Sit];
const SIT_LIE: &[Posture] = &[Posture::Sit, Posture::Lie];
const LIE: &[Posture] = &[Posture::Lie];
const CROSS: &[Posture] = &[Posture::Cross];

const fn row(
    code: &'static str,
    region: &'static str,
    postures: &'static [Posture],
    sides: Ms,
    longest: u16,
) -> RowOfTable {
    RowOfTable {
        code,
        region,
        postures,
        sides,
        longest,
        awkward: false,
    }
}

const TABLE: [RowOfTable; 21] = [
    row("GV20", "head", SIT, 1, 180),
    row("BL2", "face", SIT, 1, 60),
    row("EX-HN3", "face", SIT_LIE, 1, 300),
    row("EX-HN5", "head", SIT_LIE, 1, 120),
    row("GB20", "neck", SIT_LIE, 1, 180),
    row("Anmian", "neck", SIT_LIE, 1, 180),
    row("GB21", "shoulder", SIT, 2, 180),
    row("LI11", "arm", SIT_LIE, 2, 180),
    row("LI10", "arm", SIT_LIE, 2, 180),
    row("PC6", "arm", SIT_LIE, 2, 180),
    row("HT7", "arm", SIT_LIE, 2, 180),
    row("LI4", "hand", SIT_LIE, 2, 180),
    row("CV12", "belly", LIE, 1, 180),
    row("ST25", "belly", LIE, 1, 180),
    row("CV6", "belly", LIE, 1, 180),
    RowOfTable {
        awkward: true,
        ..row("BL23", "back", SIT, 1, 180)
    },
    row("ST36", "leg", SIT, 2, 180),
    row("SP6", "leg", CROSS, 2, 180),
    row("KI3", "foot", CROSS, 2, 180),
    row("LR3", "foot", CROSS, 2, 180),
    row("KI1", "foot", CROSS, 2, 180),
];

type Grades = &'static [(&'static str, u8)];

/// The uses of the examples: regions that count as near, and what each point is worth.
fn use_of(id: &str) -> (&'static [&'static str], Grades) {
    match id {
        "sleep" => (
            &[],
            &[
                ("HT7", 25),
                ("EX-HN3", 25),
                ("SP6", 25),
                ("KI1", 15),
                ("GV20", 15),
                ("Anmian", 15),
            ],
        ),
        "stress" => (
            &[],
            &[
                ("EX-HN3", 20),
                ("HT7", 20),
                ("GV20", 18),
                ("GB20", 18),
                ("CV12", 18),
                ("BL23", 18),
                ("LI4", 18),
                ("PC6", 15),
            ],
        ),
        "headache" => (
            &["head", "face", "neck"],
            &[
                ("GB20", 18),
                ("GV20", 18),
                ("BL2", 18),
                ("LI4", 15),
                ("EX-HN5", 15),
                ("LR3", 15),
            ],
        ),
        "neck" => (
            &["neck", "shoulder"],
            &[
                ("GB21", 18),
                ("LI4", 18),
                ("LI10", 18),
                ("LI11", 18),
                ("GB20", 15),
            ],
        ),
        "back" => (
            &["back"],
            &[
                ("ST36", 25),
                ("KI3", 25),
                ("LI4", 25),
                ("GV20", 25),
                ("CV6", 25),
                ("SP6", 25),
                ("EX-HN3", 25),
                ("HT7", 25),
                ("LR3", 25),
                ("Anmian", 25),
                ("BL23", 15),
            ],
        ),
        "nausea" => (&["belly"], &[("PC6", 20), ("ST36", 15), ("CV12", 15)]),
        "belly" => (
            &["belly"],
            &[
                ("CV12", 25),
                ("ST25", 25),
                ("LI11", 25),
                ("ST36", 15),
                ("CV6", 15),
            ],
        ),
        "period" => (
            &["belly"],
            &[("SP6", 25), ("LI4", 25), ("LR3", 25), ("CV6", 15), ("ST36", 15)],
        ),
        "tired" => (
            &[],
            &[
                ("GV20", 18),
                ("CV6", 18),
                ("LI4", 18),
                ("ST36", 18),
                ("SP6", 18),
                ("KI3", 18),
                ("EX-HN3", 18),
                ("Anmian", 18),
                ("HT7", 18),
                ("LR3", 18),
            ],
        ),
        other => panic!("{other} is in no example"),
    }
}

#[derive(Clone, Default)]
struct Example {
    uses: Vec<(&'static str, i32)>,
    minutes: Ms,
    postures: Vec<Posture>,
    blocked: Vec<&'static str>,
    light: bool,
    liked: Vec<&'static str>,
    known: Vec<&'static str>,
}

fn candidates(example: &Example) -> Vec<Candidate> {
    TABLE
        .iter()
        .enumerate()
        .filter(|(_, row)| !example.blocked.contains(&row.code))
        .map(|(rank, row)| {
            let of_uses = example.uses.iter().map(|(id, _)| use_of(id));
            Candidate {
                point: PointId(rank as u32),
                grades: of_uses
                    .clone()
                    .map(|(_, grades)| {
                        let found = grades.iter().find(|(code, _)| *code == row.code);
                        found.map_or(0, |(_, grade)| *grade)
                    })
                    .collect(),
                near: of_uses
                    .map(|(near, _)| (!near.is_empty()).then(|| near.contains(&row.region)))
                    .collect(),
                postures: row.postures.to_vec(),
                sides: row.sides,
                longest: row.longest,
                light: example.light,
                awkward: row.awkward,
                liked: example.liked.contains(&row.code),
                known: example.known.contains(&row.code),
            }
        })
        .collect()
}

fn frame(minutes: Ms) -> Frame {
    Frame {
        time: minutes * 60_000,
        pace: Pace::CALM,
        tool: false,
    }
}

fn solved(example: &Example) -> Option<Solution> {
    let weights: Vec<i32> = example.uses.iter().map(|(_, weight)| *weight).collect();
    solve(
        &candidates(example),
        &weights,
        &example.postures,
        &frame(example.minutes),
    )
}

/// The codes in order, each with its posture, and value, cost and capacity: `GV20 BL2 LI4 | 91 24/27`.
fn told(example: &Example) -> String {
    let all = candidates(example);
    let Some(solution) = solved(example) else {
        return "nothing".to_owned();
    };
    let codes: Vec<String> = solution
        .picks
        .iter()
        .map(|(index, posture)| {
            let code = TABLE[all[*index].point.0 as usize].code;
            match posture {
                Posture::Sit => code.to_owned(),
                Posture::Cross => format!("{code}(cross)"),
                Posture::Lie => format!("{code}(lie)"),
                Posture::Stand => format!("{code}(stand)"),
            }
        })
        .collect();
    format!(
        "{} | {} {}/{}",
        codes.join(" "),
        solution.value,
        solution.cost,
        solution.capacity
    )
}

/// What the example's pregnancy blocks.
const PREGNANT: &[&str] = &[
    "LI4", "SP6", "GB21", "BL23", "CV6", "CV12", "ST25", "PC6", "LR3", "KI1",
];

fn example(uses: &[(&'static str, i32)], minutes: Ms, postures: &[Posture]) -> Example {
    Example {
        uses: uses.to_vec(),
        minutes,
        postures: postures.to_vec(),
        ..Example::default()
    }
}

const ANY: &[Posture] = &[Posture::Sit, Posture::Cross, Posture::Lie];

fn examples() -> Vec<(&'static str, Example, &'static str)> {
    let e2 = example(&[("headache", 2), ("neck", 1)], 10, SIT);
    let e3 = Example {
        blocked: PREGNANT.to_vec(),
        ..e2.clone()
    };
    let e8 = Example {
        light: true,
        ..example(&[("belly", 1)], 8, LIE)
    };
    // Stricter than the atlas: whatever is composed in pregnancy leaves the legs alone.
    let e9 = Example {
        blocked: [PREGNANT, &["ST36"]].concat(),
        ..example(&[("nausea", 1)], 5, SIT)
    };
    let e10c = Example {
        liked: vec!["EX-HN5"],
        known: vec!["EX-HN5"],
        ..example(&[("headache", 1)], 3, SIT)
    };
    let e11 = Example {
        blocked: vec!["GB21"],
        ..example(&[("tired", 1), ("neck", 1)], 20, &[Posture::Sit, Posture::Cross])
    };
    vec![
        (
            "E1",
            example(&[("headache", 1)], 5, SIT),
            "GV20 BL2 LI4 | 91 24/27",
        ),
        ("E2", e2, "GV20 BL2 GB20 LI4 | 291 48/56"),
        ("E3", e3, "GV20 BL2 GB20 LI11 | 221 48/56"),
        (
            "E4",
            example(&[("sleep", 1)], 10, ANY),
            "GV20 EX-HN3 Anmian HT7 | 100 50/56",
        ),
        (
            "E4b",
            example(&[("sleep", 1)], 10, LIE),
            "EX-HN3(lie) Anmian(lie) HT7(lie) | 85 40/56",
        ),
        ("E5", example(&[("nausea", 1)], 3, SIT), "PC6 | 40 10/16"),
        (
            "E5b",
            example(&[("nausea", 1)], 5, SIT_LIE),
            "PC6(lie) CV12(lie) | 75 18/27",
        ),
        ("E5c", example(&[("nausea", 1)], 2, SIT), "PC6 | 40 10/10"),
        (
            "E6",
            example(&[("period", 2), ("back", 1)], 15, ANY),
            "SP6(cross) EX-HN3(lie) LI4(lie) CV6(lie) | 322 78/83",
        ),
        (
            "E7",
            example(&[("stress", 2), ("neck", 1)], 2, SIT),
            "EX-HN3 GB20 | 151 10/10",
        ),
        ("E8", e8, "LI11(lie) CV12(lie) ST25(lie) CV6(lie) | 114 25/45"),
        ("E9", e9, "nothing"),
        (
            "E10b",
            example(&[("headache", 1)], 3, SIT),
            "GV20 BL2 GB20 | 74 15/16",
        ),
        ("E10c", e10c, "GV20 BL2 EX-HN5 | 76 15/16"),
        ("E11", e11, "GV20 EX-HN3 GB20 Anmian LI4 | 165 102/113"),
    ]
}

#[test]
fn the_worked_examples_come_out_as_worked() {
    for (name, example, expected) in examples() {
        assert_eq!(told(&example), expected, "{name}");
    }
}

/// What every subset of at most six is worth in every set of postures: the definition itself, without any
/// of the programme's shortcuts.
fn by_trying(
    all: &[Candidate],
    weights: &[i32],
    allowed: &[Posture],
    frame: &Frame,
) -> Option<(i32, Vec<usize>)> {
    type Worth = (i32, Reverse<usize>, Reverse<Ms>, Vec<bool>, Reverse<u8>);
    let mut best: Option<Worth> = None;
    for subset in 1_u32..1 << all.len() {
        if subset.count_ones() as usize > MOST_POINTS {
            continue;
        }
        let chosen: Vec<usize> = (0..all.len()).filter(|i| subset >> i & 1 == 1).collect();
        for set in 1..16_u8 {
            let postures: Vec<Posture> = postures_of(set).collect();
            if !postures.iter().all(|posture| allowed.contains(posture)) {
                continue;
            }
            let taken: Option<Vec<Posture>> = chosen
                .iter()
                .map(|i| postures.iter().copied().find(|p| all[*i].postures.contains(p)))
                .collect();
            let Some(taken) = taken else { continue };
            if !postures.iter().all(|posture| taken.contains(posture)) {
                continue;
            }
            let cost: Ms = chosen.iter().map(|i| frame.cost(&all[*i])).sum();
            let worth: Vec<i32> = chosen.iter().map(|i| value(&all[*i], weights, frame)).collect();
            if cost > frame.capacity(postures.len()) || worth.iter().any(|worth| *worth <= 0) {
                continue;
            }
            let mut total: i32 = worth.iter().sum::<i32>() - 8 * (postures.len() as i32 - 1);
            for (index, weight) in weights.iter().enumerate() {
                let serving: Vec<usize> = chosen
                    .iter()
                    .copied()
                    .filter(|i| all[*i].grades[index] > 0)
                    .collect();
                let near = serving.iter().any(|i| all[*i].near[index] == Some(true));
                let far = serving.iter().any(|i| all[*i].near[index] == Some(false));
                total += if serving.is_empty() { 0 } else { 20 * weight };
                total += if near && far { 20 * weight } else { 0 };
            }
            let bits: Vec<bool> = (0..all.len()).map(|i| chosen.contains(&i)).collect();
            let found = (total, Reverse(postures.len()), Reverse(cost), bits, Reverse(set));
            if best.as_ref().is_none_or(|best| found > *best) {
                best = Some(found);
            }
        }
    }
    best.map(|(total, _, _, bits, _)| {
        let chosen = bits.iter().enumerate().filter(|(_, bit)| **bit).map(|(i, _)| i);
        (total, chosen.collect())
    })
}

fn as_tried(solution: &Solution) -> (i32, Vec<usize>) {
    let mut chosen: Vec<usize> = solution.picks.iter().map(|(index, _)| *index).collect();
    chosen.sort_unstable();
    (solution.value, chosen)
}

#[test]
fn trying_everything_finds_the_same_answers() {
    for (name, example, _) in examples() {
        let weights: Vec<i32> = example.uses.iter().map(|(_, weight)| *weight).collect();
        let mut all = candidates(&example);
        all.retain(|one| one.grades.iter().any(|grade| *grade > 0));
        if all.len() > 13 {
            continue;
        }
        let frame = frame(example.minutes);
        let found = solve(&all, &weights, &example.postures, &frame);
        let tried = by_trying(&all, &weights, &example.postures, &frame);
        assert_eq!(found.as_ref().map(as_tried), tried, "{name}");
    }
}

fn any_candidate() -> impl Strategy<Value = Candidate> {
    let grade = || prop_oneof![Just(0_u8), Just(15), Just(18), Just(25)];
    let near = || prop_oneof![Just(Some(true)), Just(Some(false))];
    let postures = proptest::sample::subsequence(POSTURES.to_vec(), 1..=2);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (grade(), grade(), near(), postures, 1_u64..=2, flags).prop_map(
        |(first, second, near, postures, sides, (light, awkward, liked, known))| Candidate {
            point: PointId(0),
            grades: vec![first, second],
            // The second use has no near regions, like sleep.
            near: vec![near, None],
            postures,
            sides,
            longest: 180,
            light,
            awkward,
            liked,
            known,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_candidates_are_chosen_from_as_by_trying(
        all in proptest::collection::vec(any_candidate(), 1..9),
        weights in (1_i32..=3, 1_i32..=3),
        minutes in 2_u64..=20,
    ) {
        let weights = [weights.0, weights.1];
        let frame = frame(minutes);
        let found = solve(&all, &weights, &POSTURES, &frame);
        prop_assert_eq!(found.as_ref().map(as_tried), by_trying(&all, &weights, &POSTURES, &frame));
    }

    #[test]
    fn blocking_never_gains_and_liking_never_loses(
        all in proptest::collection::vec(any_candidate(), 2..12),
        minutes in 2_u64..=20,
    ) {
        let (weights, frame) = ([2, 1], frame(minutes));
        let solve = |all: &[Candidate]| solve(all, &weights, &POSTURES, &frame);
        let whole = solve(&all);
        let value = |found: &Option<Solution>| found.as_ref().map_or(0, |found| found.value);
        prop_assert!(value(&solve(&all[1..])) <= value(&whole));
        if let Some(whole) = whole {
            let index = whole.picks[0].0;
            let mut fond = all.clone();
            fond[index].liked = true;
            let again = solve(&fond).expect("still something");
            prop_assert!(again.picks.iter().any(|(pick, _)| *pick == index));
        }
    }
}
