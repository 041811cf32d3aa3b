//! The packed content, part by part. A part that nobody looks at is not even read: the first screen needs
//! eleven points, one meridian and one theme, and is there before the rest of the atlas would be.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::looks::Looks;
use super::own::{OwnFile, Scales};
use super::pack::Pack;
use super::point::RawPoint;
use super::problem::Problems;
use super::text::embedded;
use crate::domain::atlas::{Atlas, CategoryText, Entry, MeridianText};
use crate::domain::breath::Pattern;
use crate::domain::code::{Code, Meridian};
use crate::domain::evidence::Evidence;
use crate::domain::figure::{Chart, Figure};
use crate::domain::later::Later;
use crate::domain::point::Point;
use crate::domain::routine::Routines;
use crate::domain::safety::{Numbers, Rulebook};

/// What a part is that the build script packed and the program cannot read.
const BUILT: &str = "the build script packed what this program reads";

/// The shipped files as values, each made when it is first looked at.
#[derive(Debug, Default)]
pub struct Content {
    /// Points, meridians and uses.
    pub atlas: Atlas,
    /// Themes and skins.
    pub looks: Later<Looks>,
    /// Ways to breathe.
    pub patterns: Later<Vec<Pattern>>,
    /// The routines.
    pub routines: Later<Routines>,
    /// The drawn body.
    pub figure: Later<Figure>,
    /// Where every point shows: ask [`Content::chart`].
    pub charted: Charted,
    /// The rules of safety.
    pub rules: Later<Rulebook>,
    /// What is known, and how surely.
    pub evidence: Later<Evidence>,
    /// Whom to call.
    pub numbers: Later<Numbers>,
}

/// Where every point shows on the figure, once somebody asked.
#[derive(Debug, Default)]
pub struct Charted {
    laid: OnceLock<Chart>,
    /// Of the shipped points, as packed: the bytes of each.
    packed: Vec<&'static [u8]>,
}

/// The bytes of a pack: what is known of each point at once, everything else as bytes of its own.
#[derive(Debug, Serialize, Deserialize)]
struct Shelves<'a> {
    #[serde(borrow)]
    points: Vec<Packed<'a>>,
    meridians: &'a [u8],
    uses: &'a [u8],
    categories: &'a [u8],
    topics: &'a [u8],
    looks: &'a [u8],
    patterns: &'a [u8],
    routines: &'a [u8],
    figure: &'a [u8],
    lines: &'a [u8],
    /// Of each point.
    chart: Vec<&'a [u8]>,
    safety: &'a [u8],
    evidence: &'a [u8],
    help_numbers: &'a [u8],
}

/// A point as bytes, and what the atlas knows before it is looked at.
#[derive(Debug, Serialize, Deserialize)]
struct Packed<'a> {
    code: &'a str,
    /// Index in `Meridian::ALL`.
    meridian: u8,
    number: Option<u8>,
    point: &'a [u8],
}

fn bytes_of(part: &impl Serialize) -> Vec<u8> {
    postcard::to_stdvec(part).expect("plain values can be packed")
}

fn read<T: Deserialize<'static>>(bytes: &'static [u8]) -> T {
    postcard::from_bytes(bytes).expect(BUILT)
}

/// Every value of a part.
fn values<R, T, L>(bytes: &'static [u8], value: impl Fn(R) -> Result<T, Problems>) -> L
where
    Vec<R>: Deserialize<'static>,
    L: FromIterator<T>,
{
    let raw: Vec<R> = read(bytes);
    raw.into_iter().map(|raw| value(raw).expect(BUILT)).collect()
}

impl Pack<'_> {
    /// The pack as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let points: Vec<Vec<u8>> = self.points.iter().map(bytes_of).collect();
        let packed = |(raw, point): (&'_ RawPoint<'_>, &'_ Vec<u8>)| {
            let meridian = Meridian::ALL
                .iter()
                .position(|m| m.code() == raw.meridian.as_str());
            (
                raw.code.as_str().to_owned(),
                meridian.expect("a checked point has a meridian") as u8,
                raw.number,
                point.clone(),
            )
        };
        let points: Vec<_> = self.points.iter().zip(&points).map(packed).collect();
        let chart: Vec<Vec<u8>> = self.chart.iter().map(bytes_of).collect();
        bytes_of(&Shelves {
            points: points
                .iter()
                .map(|(code, meridian, number, point)| Packed {
                    code,
                    meridian: *meridian,
                    number: *number,
                    point,
                })
                .collect(),
            meridians: &bytes_of(&self.meridians),
            uses: &bytes_of(&self.uses),
            categories: &bytes_of(&self.categories),
            topics: &bytes_of(&self.topics),
            looks: &bytes_of(&(&self.themes, &self.skins)),
            patterns: &bytes_of(&self.patterns),
            routines: &bytes_of(&self.routines),
            figure: &bytes_of(&self.figure),
            lines: &self.lines,
            chart: chart.iter().map(Vec::as_slice).collect(),
            safety: &bytes_of(&self.safety),
            evidence: &bytes_of(&self.evidence),
            help_numbers: &bytes_of(&self.help_numbers),
        })
    }
}

impl Shelves<'static> {
    fn open(packed: &'static [u8]) -> Shelves<'static> {
        read(packed)
    }

    /// Everything at once, as it was packed: for checking a person's own files beside it.
    fn pack(&self) -> Pack<'static> {
        let (themes, skins) = read(self.looks);
        Pack {
            points: self.points.iter().map(|packed| read(packed.point)).collect(),
            meridians: read(self.meridians),
            uses: read(self.uses),
            categories: read(self.categories),
            topics: read(self.topics),
            themes,
            skins,
            patterns: read(self.patterns),
            routines: read(self.routines),
            figure: read(self.figure),
            lines: self.lines.to_vec(),
            chart: self.chart.iter().map(|spots| read(spots)).collect(),
            safety: read(self.safety),
            evidence: read(self.evidence),
            help_numbers: read(self.help_numbers),
        }
    }

    fn scales(&self) -> Scales {
        Scales::new(self.pack(), self.figure()())
    }

    /// The drawn body, when it is asked for.
    fn figure(&self) -> impl FnOnce() -> Figure + Send + 'static {
        let (figure, lines) = (self.figure, self.lines);
        move || {
            let raw: super::figure::RawFigure = read(figure);
            let lines = super::lines::unpacked(lines, embedded);
            raw.with_lines(lines, embedded).expect(BUILT)
        }
    }

    /// The values, with points of the person's own among them.
    fn content(self, own: Vec<Point>) -> Content {
        let points = self.points.iter().map(Packed::entry);
        let own = own
            .into_iter()
            .map(|point| Entry::from(Point { own: true, ..point }));
        let atlas = Atlas::of(
            points.chain(own).collect(),
            Later::new(move || {
                let mut texts: Vec<MeridianText> =
                    values(self.meridians, |raw: super::meridians::RawMeridian| {
                        raw.into_meridian(embedded)
                    });
                texts.sort_by_key(|text| text.meridian);
                texts
            }),
            Later::new(move || values(self.uses, |raw: super::uses::RawUseText| raw.into_use(embedded))),
        )
        .telling(
            Later::new(move || {
                let raw: Vec<super::categories::RawCategory> = read(self.categories);
                let texts = raw.into_iter().filter_map(|raw| raw.into_category(embedded));
                let mut texts: Vec<CategoryText> = texts.collect();
                texts.sort_by_key(|text| text.category);
                texts
            }),
            Later::new(move || {
                let raw: Vec<super::topics::RawTopic> = read(self.topics);
                raw.into_iter().map(|raw| raw.into_topic(embedded)).collect()
            }),
        );
        let patterns = move || -> Vec<Pattern> {
            values(self.patterns, |raw: super::breath::RawPattern| {
                raw.into_pattern(embedded)
            })
        };
        let evidence = move || {
            Evidence::new(values(self.evidence, |raw: super::evidence::RawRow| {
                raw.into_row(embedded)
            }))
        };
        let of_routines = atlas.clone();
        let routines = move || {
            let patterns = patterns();
            Routines::new(values(self.routines, |raw: super::routines::RawRoutine| {
                raw.into_routine(embedded, &of_routines, &patterns)
            }))
        };
        let (to_weigh, weighing) = (atlas.clone(), routines.clone());
        let known_for = Later::new(move || to_weigh.renown(&evidence(), &weighing()));
        Content {
            atlas: atlas.weighed(known_for),
            patterns: Later::new(patterns),
            routines: Later::new(routines),
            looks: Later::new(move || {
                let (themes, skins): (Vec<super::looks::RawTheme>, Vec<super::looks::RawSkin>) =
                    read(self.looks);
                Looks {
                    themes: themes
                        .into_iter()
                        .map(|raw| raw.into_theme(embedded).expect(BUILT))
                        .collect(),
                    skins: skins
                        .into_iter()
                        .map(|raw| raw.into_skin(embedded).expect(BUILT))
                        .collect(),
                }
            }),
            figure: Later::new(self.figure()),
            charted: Charted {
                laid: OnceLock::new(),
                packed: self.chart,
            },
            rules: Later::new(move || {
                let raw: super::safety::RawRulebook = read(self.safety);
                raw.into_rulebook(embedded).expect(BUILT)
            }),
            evidence: Later::new(evidence),
            numbers: Later::new(move || {
                Numbers(values(
                    self.help_numbers,
                    |raw: super::help_numbers::RawNumber| raw.into_number(embedded),
                ))
            }),
        }
    }
}

impl Packed<'static> {
    fn entry(&self) -> Entry {
        let bytes = self.point;
        Entry {
            code: Code::new(self.code),
            meridian: Meridian::ALL[usize::from(self.meridian)],
            number: self.number,
            own: false,
            point: Later::new(move || {
                let raw: RawPoint = read(bytes);
                let point = raw.into_point(embedded).expect(BUILT);
                Box::new(Point { own: false, ..point })
            }),
        }
    }
}

impl Content {
    /// Where every point of the atlas shows on the figure.
    pub fn chart(&self) -> &Chart {
        self.charted.laid.get_or_init(|| {
            let shipped = self.charted.packed.iter().map(|&packed| {
                Later::new(move || {
                    let raw: super::chart::RawSpots = read(packed);
                    raw.into_spots()
                })
            });
            Chart::of(shipped.collect()).completed(&self.figure, &self.atlas)
        })
    }

    /// The shipped content. The bytes are those of [`Pack::to_bytes`], made by the build of this program.
    pub fn shipped(packed: &'static [u8]) -> Content {
        Shelves::open(packed).content(Vec::new())
    }

    /// The shipped content with the points of a person's own files, and what is wrong with the files.
    pub fn with_own(packed: &'static [u8], files: &[OwnFile]) -> (Content, Problems) {
        let shelves = Shelves::open(packed);
        if files.is_empty() {
            return (shelves.content(Vec::new()), Problems::default());
        }
        let (own, problems) = shelves.scales().weigh(files);
        (shelves.content(own), problems)
    }

    /// Every English sentence of the shipped content, and of what is said in a practice.
    pub fn sentences(packed: &'static [u8]) -> BTreeSet<String> {
        Shelves::open(packed).pack().sentences()
    }

    /// What points of a person's own are weighed against.
    pub fn scales(packed: &'static [u8]) -> Scales {
        Shelves::open(packed).scales()
    }
}

/// The first words of the shipped `points.toml`.
pub const SHIPPED_MARK: &str = "# The point database: one [[point]] a point";
