//! For those who draw the figure: prints a view straight from the files, without building them in.
//!
//! `cargo run -q --example figure -- VIEW 80x50 hybrid [--code SP6] [--meridian LI] [--bare] [--landmarks] [--step N]
//! [--side right] [--lit hand] [--zoom 2] [--assets DIR] [--points FILE] [--da] [--cells] [--list] [--time]`
//!
//! `--cells` prints one line a cell row, `glyph,ink,color,ground` by tabs, for turning into a picture.

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

use hegu::content::figure as written;
use hegu::content::source::Source;
use hegu::content::text::copied;
use hegu::domain::code::Meridian;
use hegu::domain::figure::{
    Camera, Construction, Course, Edge, Figure, Fill, Frame, Lit, Paper, Picture, Placed, Rendering, Scene,
    Shown, ViewId,
};
use hegu::domain::point::{Point, Region, Side};
use hegu::domain::words::Lang;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = Vec::new();
    let mut options = BTreeMap::new();
    let mut arguments = std::env::args().skip(1).peekable();
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--") {
            Some(flag @ ("bare" | "landmarks" | "da" | "cells" | "list" | "time")) => {
                options.insert(flag.to_owned(), String::new());
            }
            Some(key) => {
                options.insert(key.to_owned(), arguments.next().ok_or("a value is missing")?);
            }
            None => words.push(argument),
        }
    }
    let root = options
        .get("assets")
        .map_or(env!("CARGO_MANIFEST_DIR"), String::as_str);
    let mut texts = Vec::new();
    for file in written::FILES {
        texts.push((file, std::fs::read_to_string(format!("{root}/{file}"))?));
    }
    let sources: Vec<Source<'_>> = texts.iter().map(|(file, text)| Source { file, text }).collect();
    let (raw, problems) = written::read(&sources);
    if !problems.is_empty() {
        return Err(problems.to_string().into());
    }
    let figure = raw.into_figure(copied)?;
    let points = points(&options, root)?;

    if options.contains_key("list") {
        for (_, view) in figure.views() {
            println!("{}", view.id);
        }
        return Ok(());
    }
    let name = words.first().ok_or("which view?")?;
    let id = figure.view_named(name).ok_or_else(|| format!("no view {name}"))?;
    let size = words.get(1).map_or("80x50", String::as_str);
    let (width, height) = size.split_once('x').ok_or("size is WxH")?;
    let (width, height) = (width.parse()?, height.parse()?);
    let rendering = rendering(words.get(2).map_or("braille", String::as_str))?;
    let zoom: f32 = options.get("zoom").map_or(Ok(1.0), |zoom| zoom.parse())?;
    let side = options
        .get("side")
        .map(|side| if side == "right" { Side::Right } else { Side::Left });

    let find = |code: &str| -> Option<&Construction> {
        let point = points.iter().find(|point| point.code.as_str() == code)?;
        point.places.first().map(|place| &place.construction)
    };
    let chosen = options.get("code").map(String::as_str);
    let line = options.get("meridian").and_then(|code| Meridian::from_code(code));
    let mut shown = Vec::new();
    let mut stops = Vec::new();
    for point in &points {
        let is_chosen = chosen == Some(point.code.as_str());
        let alone = chosen.is_some() && line.is_none();
        for place in &point.places {
            let places = match figure.resolve(&place.construction, &find) {
                Ok(places) => places,
                Err(problem) => {
                    eprintln!("{}: {} {}", point.code, problem.what.en, problem.remedy.en);
                    continue;
                }
            };
            let placed = places.iter().find(|placed| placed.view == id);
            if line == Some(point.meridian) {
                stops.push(placed.map(|placed| (placed.at, placed.depth)));
            }
            if (is_chosen || !alone && !options.contains_key("bare"))
                && let Some(placed) = placed
            {
                shown.push(Shown {
                    at: placed.at,
                    depth: placed.depth,
                    meridian: point.meridian,
                    label: point.code.as_str(),
                    chosen: is_chosen,
                });
            }
        }
    }
    if options.contains_key("landmarks") {
        for landmark in figure.landmarks() {
            for placed in figure.landmark_places(landmark) {
                if placed.view == id {
                    shown.push(Shown {
                        at: placed.at,
                        depth: placed.depth,
                        meridian: Meridian::EX,
                        label: &landmark.id,
                        chosen: false,
                    });
                }
            }
        }
    }
    let courses: Vec<Course> = line
        .map(|meridian| Course { meridian, stops })
        .into_iter()
        .collect();
    let construction = chosen.and_then(find);
    let finding = match construction {
        Some(construction) => Some(
            figure
                .finding(construction, &find)
                .map_err(|problem| problem.what.en.into_owned())?,
        ),
        None => None,
    };
    let steps = options.get("step").map_or(Ok(usize::MAX), |step| step.parse())?;
    let place = shown.iter().find(|shown| shown.chosen).map(|shown| Placed {
        view: id,
        at: shown.at,
        depth: shown.depth,
    });
    let camera = match &finding {
        Some(finding) if !options.contains_key("zoom") => finding.camera(figure.view(id), id, place),
        _ => Camera { zoom, centre: None },
    };
    let frame = Frame::new(figure.view(id), width, height, camera, side);
    let lit: Vec<Lit> = options
        .get("lit")
        .and_then(|region| Region::from_id(region))
        .map(Lit::all_of)
        .into_iter()
        .collect();
    let lang = match options.contains_key("da") {
        true => Lang::Da,
        false => Lang::En,
    };
    let scene = Scene {
        points: &shown,
        courses: &courses,
        finding: finding.as_ref().map(|finding| (finding, steps)),
        lit: &lit,
        ..Scene::bare(&figure, id, frame, rendering, lang)
    };
    if options.contains_key("time") {
        let start = Instant::now();
        for _ in 0..200 {
            std::hint::black_box(scene.draw());
        }
        println!("{:?} a drawing", start.elapsed() / 200);
        return Ok(());
    }
    let drawing = scene.draw();
    if options.contains_key("cells") {
        cells(&drawing.picture);
    } else {
        print!("{}", drawing.picture.text());
        report(&figure, id, &shown, &drawing.labels);
    }
    Ok(())
}

/// What the picture does not say.
fn report(figure: &Figure, id: ViewId, shown: &[Shown<'_>], labels: &[Option<(u16, u16, bool)>]) {
    let view = figure.view(id);
    for (point, label) in shown.iter().zip(labels) {
        if !view.on_body(point.at) {
            eprintln!("{} is off the body at {:?}", point.label, point.at);
        }
        if label.is_none() {
            eprintln!("{} lost its label", point.label);
        }
    }
}

fn points(options: &BTreeMap<String, String>, root: &str) -> Result<Vec<Point>, Box<dyn Error>> {
    let file = options
        .get("points")
        .cloned()
        .unwrap_or_else(|| format!("{root}/points.toml"));
    let text = std::fs::read_to_string(&file)?;
    let source = Source {
        file: &file,
        text: &text,
    };
    let (entries, problems) = hegu::content::point::read(source);
    eprint!("{problems}");
    Ok(entries
        .into_iter()
        .filter_map(|entry| entry.value.into_point(copied).ok())
        .collect())
}

fn rendering(name: &str) -> Result<Rendering, String> {
    // Chestnut, its ink, and a light crease.
    let fill = |edge| {
        Rendering::Filled(Fill {
            skin: (0x5e, 0x49, 0x3d),
            ink: (0x2a, 0x20, 0x1b),
            crease: (0xae, 0x9d, 0x8c),
            lit: (0x87, 0xee, 0xe6),
            on_light: false,
            paper: Paper::Exactly((0x14, 0x17, 0x1a)),
            edge,
        })
    };
    match name {
        "braille" => Ok(Rendering::Braille),
        "octant" => Ok(Rendering::Octant),
        "ascii" => Ok(Rendering::Ascii),
        "hybrid" => Ok(fill(Edge::Quadrant)),
        "hybrid-octant" => Ok(fill(Edge::Octant)),
        other => Err(format!(
            "no style {other}: braille octant ascii hybrid hybrid-octant"
        )),
    }
}

fn cells(picture: &Picture) {
    for row in picture.rows() {
        let line: Vec<String> = row
            .iter()
            .map(|cell| {
                let color = |color: Option<(u8, u8, u8)>| {
                    color.map_or(String::new(), |(r, g, b)| format!("{r}.{g}.{b}"))
                };
                let ink = format!("{:?}", cell.ink);
                let ink = ink.split('(').next().unwrap_or_default().to_owned();
                let glyph = cell.glyph as u32;
                format!("{glyph},{ink},{},{}", color(cell.color), color(cell.ground))
            })
            .collect();
        println!("{}", line.join("\t"));
    }
}
