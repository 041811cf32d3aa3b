//! All shipped content in one value: what `build.rs` packs and the program unpacks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::meridians::RawMeridian;
use super::point::RawPoint;
use super::problem::Problems;
use super::source::Source;
use super::text::{copied, embedded};
use super::uses::RawUseText;
use crate::domain::atlas::Atlas;
use crate::domain::point::Point;

/// The point database.
pub const POINTS: &str = "points.toml";
/// What is told about the meridians.
pub const MERIDIANS: &str = "assets/meridians.toml";
/// The complaints and wishes.
pub const USES: &str = "assets/uses.toml";

/// Every shipped file the pack is made from.
pub const FILES: &[&str] = &[POINTS, MERIDIANS, USES];

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
}

/// The shipped files as values.
#[derive(Debug, Default)]
pub struct Content {
    /// Points, meridians and uses.
    pub atlas: Atlas,
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
        if problems.is_empty() {
            Ok(Pack {
                points: points.into_iter().map(|entry| entry.value).collect(),
                meridians: meridians.into_iter().map(|entry| entry.value).collect(),
                uses: uses.into_iter().map(|entry| entry.value).collect(),
            })
        } else {
            Err(problems.sorted())
        }
    }
}

impl Pack<'static> {
    /// The values. The pack was checked when it was made; a part that cannot be read is a defect of the build.
    pub fn unpack(self) -> Result<Content, Problems> {
        let points = self
            .points
            .into_iter()
            .map(|raw| {
                raw.into_point(embedded)
                    .map(|point| Point { own: false, ..point })
            })
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
        Ok(Content {
            atlas: Atlas::new(points, meridians, uses),
        })
    }
}
