//! Draws a view: the body, meridians, points and their labels.

use super::curve::{Knot, Xy, smooth};
use super::edge::{Hand, edge_cell, finger_cell};
use super::finding::Finding;
use super::frame::Frame;
use super::glyph::{braille, octant};
use super::picture::{Cell, Ink, Picture, Rgb};
use super::place::FAR_SIDE;
use super::raster::{Dots, FULL};
use super::shade::{Brightness, Fill, Shades, mixed};
use super::view::{View, ViewId};
use super::{Figure, ascii, finding, label};
use crate::domain::code::Meridian;
use crate::domain::point::{Region, Side};
use crate::domain::words::Lang;

/// How lines become glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// Braille lines: in nearly every font.
    Braille,
    /// Octant lines: crispest, in few fonts.
    Octant,
    /// Letters and punctuation.
    Ascii,
    /// A filled, shaded body with fine braille lines on it.
    Filled(Fill),
}

/// A point to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown<'a> {
    /// Where, as stored.
    pub at: Xy,
    /// Toward the viewer or away.
    pub depth: f32,
    /// Its meridian, for the colour.
    pub meridian: Meridian,
    /// Its label; empty for none.
    pub label: &'a str,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

impl Shown<'_> {
    /// Whether it is on the side one sees.
    pub fn visible(&self) -> bool {
        self.depth > FAR_SIDE
    }
}

/// A meridian to be drawn through its points.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Which.
    pub meridian: Meridian,
    /// The points in order, with their depth; `None` where the view does not show one, which breaks the line.
    pub stops: Vec<Option<(Xy, f32)>>,
}

/// A region that stands out from the rest of the body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lit {
    /// Which.
    pub region: Region,
    /// On one of the person's sides only; `None` for both, and for regions of the midline.
    pub side: Option<Side>,
    /// How much of the light it gets: 1 stands out fully, 0 not at all.
    pub strength: f32,
}

impl Lit {
    /// A region that stands out fully, on both sides.
    pub fn all_of(region: Region) -> Lit {
        Lit {
            region,
            side: None,
            strength: 1.0,
        }
    }
}

/// Everything that is to be seen.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// The view.
    pub view: &'a View,
    /// Its id.
    pub view_id: ViewId,
    /// How it lies in the cells.
    pub frame: Frame,
    /// How it is drawn.
    pub rendering: Rendering,
    /// Points, in the order in which their labels matter; the chosen one always comes first.
    pub points: &'a [Shown<'a>],
    /// Meridians.
    pub courses: &'a [Course],
    /// How far the meridians have flowed, 0 to 1 and round again; `None` where they stand still.
    pub flow: Option<f32>,
    /// How to find the chosen point, and how many steps of it are shown.
    pub finding: Option<(&'a Finding, usize)>,
    /// The regions that stand out.
    pub lit: &'a [Lit],
    /// The language of landmarks' names.
    pub lang: Lang,
}

/// A drawn view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The cells.
    pub picture: Picture,
    /// Where the label of each point went: column, row and whether it had to go to the gutter. `None` for
    /// points without a label and for labels that found no room at all.
    pub labels: Vec<Option<(u16, u16, bool)>>,
}

impl<'a> Scene<'a> {
    /// A view as it lies in the cells, with nothing on it yet.
    pub fn bare(
        figure: &'a Figure,
        view_id: ViewId,
        frame: Frame,
        rendering: Rendering,
        lang: Lang,
    ) -> Scene<'a> {
        Scene {
            view: figure.view(view_id),
            view_id,
            frame,
            rendering,
            points: &[],
            courses: &[],
            flow: None,
            finding: None,
            lit: &[],
            lang,
        }
    }
}

impl Scene<'_> {
    /// Draws it.
    pub fn draw(&self) -> Drawing {
        let mut picture = match self.rendering {
            Rendering::Ascii => self.letters(),
            _ => self.dotted(),
        };
        if let Some((finding, steps)) = self.finding {
            finding::write_words(&mut picture, self, finding, steps);
        }
        self.marks(&mut picture);
        let labels = label::place(&mut picture, self);
        if let Some((finding, _)) = self.finding {
            finding::write_names(&mut picture, self, finding);
        }
        Drawing { picture, labels }
    }

    /// The meridian lines: runs of the smooth line through the points, and whether each is on the far side.
    fn course_runs(&self) -> Vec<(Ink, Vec<Xy>)> {
        let mut runs = Vec::new();
        for course in self.courses {
            for stretch in course.stops.split(|stop| stop.is_none()) {
                let stops: Vec<(Xy, f32)> = stretch.iter().flatten().copied().collect();
                let mut gone = 0.0;
                for (far, line) in split_by_side(&stops) {
                    let ink = if far {
                        Ink::CourseFar(course.meridian)
                    } else {
                        Ink::Course(course.meridian)
                    };
                    let line: Vec<Xy> = line.into_iter().map(|place| self.frame.sided(place)).collect();
                    match self.flow {
                        None => runs.push((ink, line)),
                        Some(phase) => {
                            let pieces = self.flowing(&line, phase, &mut gone);
                            runs.extend(pieces.into_iter().map(|piece| (ink, piece)));
                        }
                    }
                }
            }
        }
        runs
    }

    /// A line with gaps that have moved along it by so much of their distance. `gone` is the length before it.
    fn flowing(&self, line: &[Xy], phase: f32, gone: &mut f32) -> Vec<Vec<Xy>> {
        // Dots from gap to gap, and across a gap: more than a cell is high, in letters more than two.
        let (apart, gap) = if self.rendering == Rendering::Ascii {
            (36.0, 10.0)
        } else {
            (18.0, 5.0)
        };
        let mut pieces = vec![Vec::new()];
        for pair in line.windows(2) {
            *gone += pair[0].distance(pair[1]) * self.frame.scale;
            let seen = (*gone - phase * apart).rem_euclid(apart) >= gap;
            let piece = pieces.last_mut().expect("there is always one");
            if seen {
                if piece.is_empty() {
                    piece.push(pair[0]);
                }
                piece.push(pair[1]);
            } else if !piece.is_empty() {
                pieces.push(Vec::new());
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// Braille, octants, and the filled body.
    fn dotted(&self) -> Picture {
        let fill = match self.rendering {
            Rendering::Filled(fill) => Some(fill),
            _ => None,
        };
        let bare = self.view.last.body(self.view, self.frame, fill);
        let mut dots = bare.dots.clone();
        if !self.lit.is_empty() && fill.is_none() {
            self.hatch(&mut dots);
        }
        for (ink, line) in self.course_runs() {
            let gap = if matches!(ink, Ink::CourseFar(_)) { 2 } else { 0 };
            dots.line(&line, ink, gap);
        }
        if let Some((finding, steps)) = self.finding {
            for bar in finding::bars(self, finding, steps) {
                dots.lay(&bar);
                // On a filled body a finger is seen by its own light.
                if fill.is_none() {
                    dots.line(&bar.outline, Ink::Finger, 0);
                }
            }
            for (ink, line) in finding::lines(self, finding, steps) {
                dots.line(&line, ink, 0);
            }
        }
        match (fill, &bare.bright) {
            (Some(fill), Some(bright)) => self.filled(&dots, bright, fill),
            _ if self.rendering == Rendering::Octant => lines(&dots, octant),
            _ => lines(&dots, braille),
        }
    }

    /// How much a cell stands out: 0 where it is in no lit region.
    fn lit_at(&self, column: i32, row: i32) -> f32 {
        let place = self.frame.place_at(column, row);
        let Some(region) = self.view.region_at(place) else {
            return 0.0;
        };
        let side = self.frame.side_of(self.view, place);
        let here = |lit: &&Lit| lit.region == region && lit.side.is_none_or(|meant| side == Some(meant));
        let strengths = self.lit.iter().filter(here).map(|lit| lit.strength);
        strengths.fold(0.0, f32::max)
    }

    /// Dots all over what is lit, where there is no fill: the denser the more it stands out.
    fn hatch(&self, dots: &mut Dots) {
        for row in 0..i32::from(self.frame.height) {
            for column in 0..i32::from(self.frame.width) {
                let strength = self.lit_at(column, row);
                let place = self.frame.place_at(column, row);
                if strength > 0.0 && self.view.on_body(place) {
                    dots.speckle(column, row, strength);
                }
            }
        }
    }

    /// The same for plain letters: cells that are still free.
    fn hatch_letters(&self, picture: &mut Picture) {
        for row in 0..i32::from(self.frame.height) {
            for column in 0..i32::from(self.frame.width) {
                let strength = self.lit_at(column, row);
                let place = self.frame.place_at(column, row);
                if strength > 0.0
                    && self.view.on_body(place)
                    && let Some(cell) = picture.cell_mut(column, row)
                    && cell.glyph == ' '
                {
                    cell.glyph = if strength > 0.5 { ':' } else { '.' };
                    cell.ink = Ink::Lit;
                }
            }
        }
    }

    fn letters(&self) -> Picture {
        let mut picture = Picture::new(self.frame.width, self.frame.height);
        let mut page = ascii::Page::new(self.view, self.frame);
        page.shapes(self.view);
        for (ink, line) in self.course_runs() {
            page.line(&line, ink);
        }
        if let Some((finding, steps)) = self.finding {
            for bar in finding::bars(self, finding, steps) {
                page.lay(&bar.outline);
                page.line(&bar.outline, Ink::Finger);
            }
            for (ink, line) in finding::lines(self, finding, steps) {
                page.line(&line, ink);
            }
        }
        page.write(&mut picture);
        if !self.lit.is_empty() {
            self.hatch_letters(&mut picture);
        }
        picture
    }

    /// The filled body: cells wholly inside have the skin as ground and fine lines on it; cells on the edge
    /// show their part of it as a glyph.
    fn filled(&self, dots: &Dots, bright: &Brightness, fill: Fill) -> Picture {
        let mut picture = Picture::new(self.frame.width, self.frame.height);
        let width = usize::from(self.frame.width);
        let shades = Shades::new(fill.skin);
        for row in 0..usize::from(self.frame.height) {
            for column in 0..width {
                if dots.is_blank(column, row) {
                    continue;
                }
                let (covered, bits, best) = cell_dots(dots, column, row);
                let light = bright.at(column, row);
                let mut skin = shades.at(light);
                if !self.lit.is_empty() {
                    let strength = self.lit_at(column as i32, row as i32);
                    skin = mixed(skin, shaded(fill.lit, light), strength * LIT);
                }
                let fingers = fingers_at(dots, column, row);
                let cell = if fingers == [0; 8] {
                    filled_cell(covered, bits, best, skin, &fill)
                } else {
                    finger_cell(
                        Hand {
                            fingers,
                            covered,
                            bits,
                            best,
                        },
                        skin,
                        &fill,
                    )
                };
                if let (Some(cell), Some(place)) = (cell, picture.cell_mut(column as i32, row as i32)) {
                    *place = cell;
                }
            }
        }
        picture
    }

    /// The points: far ones, near ones, the chosen one.
    fn marks(&self, picture: &mut Picture) {
        let ascii = self.rendering == Rendering::Ascii;
        let order = |shown: &Shown<'_>| (shown.chosen, shown.depth > FAR_SIDE);
        let mut points: Vec<&Shown<'_>> = self.points.iter().collect();
        // Those that matter more are drawn later, over the others.
        points.reverse();
        points.sort_by_key(|shown| order(shown));
        for shown in points {
            let (column, row) = self.frame.point_cell(shown.at);
            let far = shown.depth <= FAR_SIDE;
            let Some(cell) = picture.cell_mut(column, row) else {
                continue;
            };
            let edge = cell.ink == Ink::Body && "▌▐▀▄▛▜▙▟█".contains(cell.glyph);
            (cell.glyph, cell.ink) = match (shown.chosen, far) {
                (true, _) => (if ascii { '@' } else { '◉' }, Ink::Chosen),
                (false, true) => (if ascii { '.' } else { '◦' }, Ink::PointFar(shown.meridian)),
                (false, false) => ('o', Ink::Point(shown.meridian)),
            };
            // On the edge of the body a mark stands on skin, not in a hole.
            if cell.ground.is_none() {
                cell.ground = cell.color.filter(|_| edge);
            }
            cell.color = None;
        }
    }
}

/// How much of the colour of what is lit lies over the skin: the rest lets the body be seen through it.
const LIT: f32 = 0.6;

/// A colour made so much darker.
fn shaded(color: Rgb, light: f32) -> Rgb {
    mixed((0, 0, 0), color, light)
}

/// How bright the fingers laid over the eight dots of a cell are.
fn fingers_at(dots: &Dots, column: usize, row: usize) -> [u8; 8] {
    if dots.laid.is_empty() {
        return [0; 8];
    }
    std::array::from_fn(|nth| dots.laid[(row * 4 + nth / 2) * dots.width as usize + column * 2 + nth % 2])
}

/// The coverage of the eight dots of a cell, its stroke bits and the highest ink among them.
fn cell_dots(dots: &Dots, column: usize, row: usize) -> ([u8; 8], u8, Option<Ink>) {
    let mut covered = [0; 8];
    let mut bits = 0;
    let mut best: Option<Ink> = None;
    for (nth, part) in covered.iter_mut().enumerate() {
        let at = (row * 4 + nth / 2) * dots.width as usize + column * 2 + nth % 2;
        *part = dots.cover[at];
        if let Some(ink) = dots.ink_at(at) {
            bits |= 1 << nth;
            best = best.max(Some(ink));
        }
    }
    (covered, bits, best)
}

fn filled_cell(covered: [u8; 8], bits: u8, best: Option<Ink>, skin: Rgb, fill: &Fill) -> Option<Cell> {
    let sum: u16 = covered.iter().map(|part| u16::from(*part)).sum();
    let all = u16::from(FULL) * 8;
    let important = best.is_some_and(|ink| ink > Ink::Crease);
    let color = match best {
        Some(Ink::Detail | Ink::Line) => Some(fill.ink),
        Some(Ink::Crease) => Some(fill.crease),
        _ => None,
    };
    // Lines that say something are shown even where the edge runs; fine lines are not worth a ragged edge.
    if sum >= all * 15 / 16 || (important && sum >= all / 2) {
        return Some(Cell {
            glyph: if bits == 0 { ' ' } else { braille(bits) },
            ink: best.unwrap_or(Ink::Body),
            color,
            ground: Some(skin),
        });
    }
    if important || (sum == 0 && bits != 0) {
        return Some(Cell {
            glyph: braille(bits),
            ink: best.unwrap_or(Ink::Detail),
            color: None,
            ground: None,
        });
    }
    edge_cell(covered, skin, fill)
}

/// Lines only: one glyph and one ink a cell.
fn lines(dots: &Dots, glyph: fn(u8) -> char) -> Picture {
    let (width, height) = ((dots.width / 2) as u16, (dots.height / 4) as u16);
    let mut picture = Picture::new(width, height);
    for row in 0..usize::from(height) {
        for column in 0..usize::from(width) {
            if dots.is_blank(column, row) {
                continue;
            }
            let (_, bits, best) = cell_dots(dots, column, row);
            if let (Some(ink), Some(cell)) = (best, picture.cell_mut(column as i32, row as i32)) {
                cell.glyph = glyph(bits);
                cell.ink = ink;
            }
        }
    }
    picture
}

/// The smooth line through points as runs on the near and on the far side; `true` for far.
fn split_by_side(stops: &[(Xy, f32)]) -> Vec<(bool, Vec<Xy>)> {
    let mut runs: Vec<(bool, Vec<Xy>)> = Vec::new();
    let knots: Vec<Knot> = stops
        .iter()
        .map(|(at, _)| Knot {
            at: *at,
            corner: false,
        })
        .collect();
    let far = |place: Xy| {
        // Compared by their squares: this is asked for every dot of every line, and a root costs ten times as much.
        let mut nearest = (f32::INFINITY, f32::INFINITY);
        for (at, depth) in stops {
            let (dx, dy) = (at.x - place.x, at.y - place.y);
            let away = dx * dx + dy * dy;
            if away < nearest.0 {
                nearest = (away, *depth);
            }
        }
        nearest.1 <= FAR_SIDE
    };
    for place in smooth(&knots, false) {
        let far = far(place);
        match runs.last_mut() {
            Some((side, run)) if *side == far => run.push(place),
            Some((_, run)) => {
                run.push(place);
                runs.push((far, vec![place]));
            }
            None => runs.push((far, vec![place])),
        }
    }
    runs
}
