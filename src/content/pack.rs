//! All shipped content in one value: what `build.rs` packs and the program unpacks.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::breath::RawPattern;
use super::categories::RawCategory;
use super::evidence::RawRow;
use super::figure::{self, RawFigure};
use super::help_numbers::RawNumber;
use super::looks::{Looks, RawSkin, RawTheme};
use super::meridians::RawMeridian;
use super::own::OwnFile;
use super::point::RawPoint;
use super::problem::Problems;
use super::routines::RawRoutine;
use super::safety::RawRulebook;
use super::source::Source;
use super::text::{copied, embedded};
use super::topics::RawTopic;
use super::uses::RawUseText;
use crate::domain::atlas::Atlas;
use crate::domain::breath::Pattern;
use crate::domain::evidence::Evidence;
use crate::domain::figure::{Chart, Figure};
use crate::domain::point::Point;
use crate::domain::routine::Routines;
use crate::domain::safety::{Numbers, Rulebook};

/// The point database.
pub const POINTS: &str = "points.toml";
/// What is told about the meridians.
pub const MERIDIANS: &str = "assets/meridians.toml";
/// The complaints and wishes.
pub const USES: &str = "assets/uses.toml";

/// The traditional categories of points.
pub const CATEGORIES: &str = "assets/categories.toml";
/// Questions and answers.
pub const TOPICS: &str = "assets/topics.toml";

/// Themes and skins.
pub const THEMES: &str = "assets/themes.toml";

/// The rules of safety.
pub const SAFETY: &str = "assets/safety.toml";
/// What is known, and how surely.
pub const EVIDENCE: &str = "assets/evidence.toml";
/// Whom to call.
pub const HELP_NUMBERS: &str = "assets/help-numbers.toml";
/// Ways to breathe.
pub const BREATH: &str = "assets/breath.toml";
/// The routines.
pub const ROUTINES: &str = "assets/routines.toml";

/// Every shipped file the pack is made from.
pub const FILES: &[&str] = &[
    POINTS,
    MERIDIANS,
    USES,
    CATEGORIES,
    TOPICS,
    THEMES,
    SAFETY,
    EVIDENCE,
    HELP_NUMBERS,
    BREATH,
    ROUTINES,
    figure::FILES[0],
    figure::FILES[1],
    figure::FILES[2],
    figure::FILES[3],
    figure::FILES[4],
    figure::FILES[5],
    figure::FILES[6],
    figure::FILES[7],
];

/// The shipped files as read: checked by `build.rs`, so that unpacking need not check again.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Pack<'a> {
    /// `points.toml`.
    #[serde(borrow)]
    pub points: Vec<RawPoint<'a>>,
    /// `assets/meridians.toml`.
    #[serde(borrow)]
    pub meridians: Vec<RawMeridian<'a>>,
    /// `assets/uses.toml`.
    #[serde(borrow)]
    pub uses: Vec<RawUseText<'a>>,
    /// `assets/categories.toml`.
    #[serde(borrow)]
    pub categories: Vec<RawCategory<'a>>,
    /// `assets/topics.toml`.
    #[serde(borrow)]
    pub topics: Vec<RawTopic<'a>>,
    /// `assets/themes.toml`, the themes.
    #[serde(borrow)]
    pub themes: Vec<RawTheme<'a>>,
    /// `assets/themes.toml`, the skins.
    #[serde(borrow)]
    pub skins: Vec<RawSkin<'a>>,
    /// `assets/breath.toml`.
    #[serde(borrow)]
    pub patterns: Vec<RawPattern<'a>>,
    /// `assets/routines.toml`.
    #[serde(borrow)]
    pub routines: Vec<RawRoutine<'a>>,
    /// `assets/figure/*.toml`.
    #[serde(borrow)]
    pub figure: RawFigure<'a>,
    /// `assets/safety.toml`.
    #[serde(borrow)]
    pub safety: RawRulebook<'a>,
    /// `assets/evidence.toml`.
    #[serde(borrow)]
    pub evidence: Vec<RawRow<'a>>,
    /// `assets/help-numbers.toml`.
    #[serde(borrow)]
    pub help_numbers: Vec<RawNumber<'a>>,
}

/// The shipped files as values.
#[derive(Debug, Default)]
pub struct Content {
    /// Points, meridians and uses.
    pub atlas: Atlas,
    /// Themes and skins.
    pub looks: Looks,
    /// Ways to breathe.
    pub patterns: Vec<Pattern>,
    /// The routines.
    pub routines: Routines,
    /// The drawn body.
    pub figure: Figure,
    /// Where every point shows; found out when [`Content::chart`] is first asked.
    pub charted: OnceLock<Chart>,
    /// The rules of safety.
    pub rules: Rulebook,
    /// What is known, and how surely.
    pub evidence: Evidence,
    /// Whom to call.
    pub numbers: Numbers,
}

impl<'a> Pack<'a> {
    /// Reads and checks the shipped files, given by their paths from the root.
    pub fn read(files: &'a BTreeMap<&'static str, String>) -> Result<Pack<'a>, Problems> {
        let source = |file: &'static str| Source {
            file,
            text: files.get(file).map_or("", String::as_str),
        };
        let (points, mut problems) = super::point::read(source(POINTS));
        let (meridians, found) = super::meridians::read(source(MERIDIANS));
        problems.extend(found);
        let (uses, found) = super::uses::read(source(USES));
        problems.extend(found);
        let known: Vec<_> = uses
            .iter()
            .filter_map(|entry| entry.value.clone().into_use(copied).ok())
            .collect();
        problems.extend(super::uses::check_points(&points, &known));
        let (categories, found) = super::categories::read(source(CATEGORIES));
        problems.extend(found);
        problems.extend(super::categories::check_points(&categories, &points));
        let (topics, found) = super::topics::read(source(TOPICS));
        problems.extend(found);
        let (themes, skins, found) = super::looks::read(source(THEMES));
        problems.extend(found);
        let (safety, found) = super::safety::read(source(SAFETY));
        problems.extend(found);
        problems.extend(super::safety::check_points(&points, &safety));
        let (evidence, found) = super::evidence::read(source(EVIDENCE));
        problems.extend(found);
        problems.extend(super::evidence::check_points(&points, &evidence));
        let (help_numbers, found) = super::help_numbers::read(source(HELP_NUMBERS));
        problems.extend(found);
        let (patterns, found) = super::breath::read(source(BREATH));
        problems.extend(found);
        let (routines, found) = super::routines::read(
            source(ROUTINES),
            &Atlas::new(
                points
                    .iter()
                    .filter_map(|entry| entry.value.clone().into_point(copied).ok())
                    .collect(),
                Vec::new(),
                Vec::new(),
            ),
            &patterns
                .iter()
                .filter_map(|entry| entry.value.clone().into_pattern(copied).ok())
                .collect::<Vec<_>>(),
        );
        problems.extend(found);
        problems.extend(super::routines::check_ids(
            &routines,
            &uses.iter().map(|e| e.value.id.as_str()).collect::<Vec<_>>(),
            &evidence.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(),
            &safety
                .rules
                .iter()
                .map(|rule| rule.id.as_str())
                .collect::<Vec<_>>(),
        ));
        let drawn: Vec<Source<'a>> = figure::FILES.into_iter().map(source).collect();
        let (figure, found) = figure::read(&drawn);
        // A point cannot be looked for on a figure that is not whole.
        let whole = found.is_empty();
        problems.extend(found);
        if whole && let Ok(put_together) = figure.clone().into_figure(copied) {
            problems.extend(figure::check_points(&points, &put_together));
        }
        if problems.is_empty() {
            Ok(Pack {
                points: points.into_iter().map(|entry| entry.value).collect(),
                meridians: meridians.into_iter().map(|entry| entry.value).collect(),
                uses: uses.into_iter().map(|entry| entry.value).collect(),
                categories: categories.into_iter().map(|entry| entry.value).collect(),
                topics: topics.into_iter().map(|entry| entry.value).collect(),
                themes,
                skins,
                patterns: patterns.into_iter().map(|entry| entry.value).collect(),
                routines: routines.into_iter().map(|entry| entry.value).collect(),
                figure,
                safety,
                evidence,
                help_numbers,
            })
        } else {
            Err(problems.sorted())
        }
    }
}

impl Pack<'static> {
    /// The values. The pack was checked when it was made; a part that cannot be read is a defect of the build.
    pub fn unpack(self) -> Result<Content, Problems> {
        self.unpack_and(Vec::new())
    }

    /// The values, with points of the person's own among them.
    pub fn unpack_and(self, own: Vec<Point>) -> Result<Content, Problems> {
        let points = self
            .points
            .into_iter()
            .map(|raw| {
                raw.into_point(embedded)
                    .map(|point| Point { own: false, ..point })
            })
            .chain(own.into_iter().map(|point| Ok(Point { own: true, ..point })))
            .collect::<Result<_, _>>()?;
        let meridians = self
            .meridians
            .into_iter()
            .map(|raw| raw.into_meridian(embedded))
            .collect::<Result<_, _>>()?;
        let uses = self
            .uses
            .into_iter()
            .map(|raw| raw.into_use(embedded))
            .collect::<Result<_, _>>()?;
        let themes = self
            .themes
            .into_iter()
            .filter_map(|raw| raw.into_theme(embedded).ok());
        let skins = self
            .skins
            .into_iter()
            .filter_map(|raw| raw.into_skin(embedded).ok());
        let categories = self
            .categories
            .into_iter()
            .filter_map(|raw| raw.into_category(embedded))
            .collect();
        let topics = self.topics.into_iter().map(|raw| raw.into_topic(embedded));
        let atlas = Atlas::new(points, meridians, uses).telling(categories, topics.collect());
        let patterns = self
            .patterns
            .into_iter()
            .map(|raw| raw.into_pattern(embedded))
            .collect::<Result<Vec<_>, _>>()?;
        let routines = self
            .routines
            .into_iter()
            .map(|raw| raw.into_routine(embedded, &atlas, &patterns))
            .collect::<Result<_, _>>()?;
        let routines = Routines::new(routines);
        let evidence = Evidence::new(
            self.evidence
                .into_iter()
                .map(|raw| raw.into_row(embedded))
                .collect::<Result<_, _>>()?,
        );
        Ok(Content {
            atlas: atlas.weighed(&evidence, &routines),
            patterns,
            routines,
            looks: Looks {
                themes: themes.collect(),
                skins: skins.collect(),
            },
            figure: self.figure.into_figure(embedded)?,
            charted: OnceLock::new(),
            rules: self.safety.into_rulebook(embedded)?,
            evidence,
            numbers: Numbers(
                self.help_numbers
                    .into_iter()
                    .map(|raw| raw.into_number(embedded))
                    .collect::<Result<_, _>>()?,
            ),
        })
    }
}

impl Content {
    /// Where every point of the atlas shows on the figure.
    pub fn chart(&self) -> &Chart {
        self.charted.get_or_init(|| Chart::new(&self.figure, &self.atlas))
    }

    /// The shipped content.
    pub fn shipped(packed: &'static [u8]) -> Result<Content, UnpackError> {
        Content::with_own(packed, &[]).map(|(content, _)| content)
    }

    /// The shipped content with the points of a person's own files, and what is wrong with the files.
    pub fn with_own(packed: &'static [u8], files: &[OwnFile]) -> Result<(Content, Problems), UnpackError> {
        let pack: Pack<'static> = postcard::from_bytes(packed).map_err(UnpackError::Bytes)?;
        let (content, problems) = pack.unpack_with(files);
        Ok((content.map_err(UnpackError::Content)?, problems))
    }
}

impl Content {
    /// How many points of some files are right beside the shipped content, and what is wrong with the rest.
    pub fn check_own(packed: &'static [u8], files: &[OwnFile]) -> Result<(usize, Problems), UnpackError> {
        let mut pack: Pack<'static> = postcard::from_bytes(packed).map_err(UnpackError::Bytes)?;
        // Somebody who checks the shipped points themselves has not written them twice.
        let shipped = files.iter().any(|file| file.text.contains(SHIPPED_MARK));
        if shipped {
            pack.points.clear();
        }
        let (points, problems) = pack.own_points(files);
        Ok((points.len(), problems))
    }
}

/// The first words of the shipped `points.toml`.
const SHIPPED_MARK: &str = "# The point database: one [[point]] a point";

/// Why the packed content could not be read: the program was built wrongly.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// The bytes are not a pack.
    #[error("the packed content cannot be read: {0}")]
    Bytes(postcard::Error),
    /// The pack holds something the check did not refuse.
    #[error("the packed content is not right: {0}")]
    Content(Problems),
}
