//! All shipped files in one value: what `build.rs` checks and packs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::breath::RawPattern;
use super::categories::RawCategory;
use super::chart::RawSpots;
use super::evidence::RawRow;
use super::figure::{self, RawFigure};
use super::help_numbers::RawNumber;
use super::looks::{RawSkin, RawTheme};
use super::meridians::RawMeridian;
use super::point::RawPoint;
use super::problem::Problems;
use super::routines::RawRoutine;
use super::safety::RawRulebook;
use super::source::{Entry, Source};
use super::text::copied;
use super::topics::RawTopic;
use super::uses::RawUseText;
use crate::domain::atlas::Atlas;
use crate::domain::figure::Chart;

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
    /// `assets/figure/*.toml` without what is drawn.
    #[serde(borrow)]
    pub figure: RawFigure<'a>,
    /// What is drawn in every view of the figure, as [`super::lines::packed`] writes it.
    pub lines: Vec<u8>,
    /// Where the points show on the figure: found once, when the pack is made.
    pub chart: Vec<RawSpots>,
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

impl<'a> Pack<'a> {
    /// Reads and checks the shipped files, given by their paths from the root.
    pub fn read(files: &'a BTreeMap<&'static str, String>) -> Result<Pack<'a>, Problems> {
        let source = |file: &'static str| Source {
            file,
            text: files.get(file).map_or("", String::as_str),
        };
        let (mut points, mut problems) = super::point::read(source(POINTS));
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
            &atlas_of(&points),
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
        let (mut figure, found) = figure::read(&drawn);
        // A point cannot be looked for on a figure that is not whole.
        let whole = found.is_empty();
        problems.extend(found);
        let (mut chart, mut lines) = (Vec::new(), Vec::new());
        if whole && let Ok(put_together) = figure.clone().into_figure(copied) {
            problems.extend(figure::check_points(&points, &put_together));
            // In the order of the atlas, so that a point and its places share their index.
            let atlas = atlas_of(&points);
            points.sort_by_key(|entry| atlas.by_code(entry.value.code.as_str()));
            chart = super::chart::lines(&Chart::new(&put_together, &atlas), &atlas);
            lines = super::lines::packed(&put_together);
            figure.shapes.clear();
            figure.paths.clear();
        }
        if problems.is_empty() {
            Ok(Pack {
                points: points.into_iter().map(|entry| entry.value).collect(),
                chart,
                meridians: meridians.into_iter().map(|entry| entry.value).collect(),
                uses: uses.into_iter().map(|entry| entry.value).collect(),
                categories: categories.into_iter().map(|entry| entry.value).collect(),
                topics: topics.into_iter().map(|entry| entry.value).collect(),
                themes,
                skins,
                patterns: patterns.into_iter().map(|entry| entry.value).collect(),
                routines: routines.into_iter().map(|entry| entry.value).collect(),
                figure,
                lines,
                safety,
                evidence,
                help_numbers,
            })
        } else {
            Err(problems.sorted())
        }
    }
}

/// The points by themselves.
fn atlas_of(points: &[Entry<RawPoint<'_>>]) -> Atlas {
    let points = points.iter();
    let points = points.filter_map(|entry| entry.value.clone().into_point(copied).ok());
    Atlas::new(points.collect(), Vec::new(), Vec::new())
}
