//! What a full redraw of each view costs in windows of three sizes, with a meridian through it, its points and
//! their labels: more than any screen asks for. `cargo bench --bench figure`. It should stay below a millisecond.

use divan::Bencher;
use hegu::domain::code::Meridian;
use hegu::domain::figure::{Camera, Course, Edge, Fill, Frame, Paper, Rendering, Scene, Shown, ViewId};
use hegu::domain::words::Lang;

fn main() {
    divan::main();
}

fn views() -> Vec<&'static str> {
    let views = hegu::shipped().figure.views();
    views.map(|(_, view)| &*view.id).collect()
}

/// The meridian with the most points in a view.
fn busiest(view: ViewId) -> (Vec<Shown<'static>>, Course) {
    let (atlas, chart) = (&hegu::shipped().atlas, hegu::shipped().chart());
    let points = |meridian: Meridian| {
        let mut shown = chart.shown(
            atlas,
            view,
            None,
            |id| atlas.point(id).meridian == meridian,
            |id| atlas.point(id).code.as_str(),
        );
        shown.retain(Shown::visible);
        shown
    };
    let all = Meridian::ALL
        .into_iter()
        .filter(|meridian| *meridian != Meridian::EX);
    let meridian = all
        .max_by_key(|meridian| points(*meridian).len())
        .unwrap_or(Meridian::LU);
    (points(meridian), chart.course(atlas, view, meridian))
}

/// The windows, by their columns: 80x24, 120x40 and 200x60.
const COLUMNS: [u16; 3] = [80, 120, 200];

fn rows(columns: u16) -> u16 {
    match columns {
        80 => 24,
        120 => 40,
        _ => 60,
    }
}

fn redraw(bencher: Bencher<'_, '_>, name: &str, columns: u16, rendering: Rendering) {
    let figure = &hegu::shipped().figure;
    let view_id = figure.view_named(name).expect("a shipped view");
    let view = figure.view(view_id);
    let (points, course) = busiest(view_id);
    let courses = [course];
    let frame = Frame::new(view, columns, rows(columns), Camera::default(), None);
    // A copy of a view has drawn nothing yet: all of it is drawn each time.
    bencher.with_inputs(|| view.clone()).bench_refs(|view| {
        let scene = Scene {
            view,
            points: &points,
            courses: &courses,
            ..Scene::bare(figure, view_id, frame, rendering, Lang::En)
        };
        divan::black_box(scene.draw())
    });
}

fn filled(edge: Edge) -> Rendering {
    Rendering::Filled(Fill {
        skin: (0x5e, 0x49, 0x3d),
        ink: (0x2a, 0x20, 0x1b),
        crease: (0xae, 0x9d, 0x8c),
        lit: (0x7f, 0xc8, 0xa9),
        on_light: false,
        // The dearest: every cell of the edge has two colours.
        paper: Paper::Exactly((0x14, 0x17, 0x1a)),
        edge,
    })
}

#[divan::bench(args = views(), consts = COLUMNS)]
fn hybrid<const COLUMNS: u16>(bencher: Bencher<'_, '_>, view: &str) {
    redraw(bencher, view, COLUMNS, filled(Edge::Quadrant));
}

#[divan::bench(args = views(), consts = COLUMNS)]
fn smooth<const COLUMNS: u16>(bencher: Bencher<'_, '_>, view: &str) {
    redraw(bencher, view, COLUMNS, filled(Edge::Octant));
}

#[divan::bench(args = views(), consts = COLUMNS)]
fn braille<const COLUMNS: u16>(bencher: Bencher<'_, '_>, view: &str) {
    redraw(bencher, view, COLUMNS, Rendering::Braille);
}

#[divan::bench(args = views(), consts = COLUMNS)]
fn octant<const COLUMNS: u16>(bencher: Bencher<'_, '_>, view: &str) {
    redraw(bencher, view, COLUMNS, Rendering::Octant);
}

#[divan::bench(args = views(), consts = COLUMNS)]
fn ascii<const COLUMNS: u16>(bencher: Bencher<'_, '_>, view: &str) {
    redraw(bencher, view, COLUMNS, Rendering::Ascii);
}
