//! What opening and searching the atlas costs. `cargo bench --bench atlas`.
//!
//! `opening` is what stands before the first screen: the packed content opened, one meridian and one view looked
//! at. `whole` reads everything there is. `keystroke` is one letter more in a search, at the size of the shipped
//! atlas and with points of a person's own among it, up to a hundred thousand.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use divan::{Bencher, black_box};
use hegu::app::search::Index;
use hegu::domain::atlas::Atlas;
use hegu::domain::code::{Code, Meridian};
use hegu::domain::point::Point;
use hegu::domain::words::Text;

fn main() {
    divan::main();
}

#[divan::bench]
fn opening(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        let content = hegu::opened();
        let first = content.atlas.on(Meridian::LU).next().expect("a point");
        black_box(content.atlas.point(first));
        let view = content.chart().views(first)[0];
        black_box(content.figure.view(view).shapes.len())
    });
}

#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        let content = hegu::opened();
        let shapes: usize = content.figure.views().map(|(_, view)| view.shapes.len()).sum();
        black_box((
            shapes,
            content.chart().views(hegu::domain::atlas::PointId(0)).len(),
            content.atlas.points().count(),
            content.routines.all().len(),
            content.rules.rules().len(),
            content.evidence.rows().len(),
        ))
    });
}

/// What people type, letter by letter.
const TYPED: [&str; 4] = ["headache", "ondt i nakken", "li4", "zusanli"];

/// The shipped atlas with points of a person's own among it, so many in all. Their names are made of the words of
/// shipped ones, so that what is typed finds as much as ever.
fn index(size: usize) -> &'static Index {
    static BUILT: OnceLock<Mutex<HashMap<usize, &'static Index>>> = OnceLock::new();
    let mut built = BUILT.get_or_init(Mutex::default).lock().expect("no panic");
    built.entry(size).or_insert_with(|| {
        let shipped = hegu::shipped();
        let mut points: Vec<Point> = shipped.atlas.points().map(|(_, point)| point.clone()).collect();
        for nth in points.len()..size {
            let mut point = points[nth % 410].clone();
            point.code = Code::new(format!("MY{nth}"));
            point.own = true;
            point.names.meaning.en = Text::from(format!("{} {nth}", point.names.meaning.en));
            points.push(point);
        }
        let uses = shipped.atlas.uses().to_vec();
        let atlas = Atlas::new(points, shipped.atlas.meridians().to_vec(), uses);
        Box::leak(Box::new(Index::new(&atlas, &shipped.routines)))
    })
}

#[divan::bench(args = [410, 10_000, 100_000], sample_count = 10)]
fn keystroke(bencher: Bencher<'_, '_>, size: usize) {
    let index = index(size);
    let prefixes: Vec<&str> = TYPED
        .iter()
        .flat_map(|typed| (1..=typed.len()).map(|end| &typed[..end]))
        .collect();
    let mut next = prefixes.iter().cycle();
    bencher
        .with_inputs(|| *next.next().expect("a cycle never ends"))
        .bench_local_values(|typed| black_box(index.search(typed, |_| true)));
}
