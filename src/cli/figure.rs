//! `hegu figure --json`: the figure's views, landmarks and rulers for other programs. Lengths are in
//! u = stature / 75.

use clap::Args;
use serde::Serialize;

use super::json::rounded;
use super::{CliError, json};

use crate::content::Content;
use crate::domain::atlas::PointId;

/// How to print the figure.
#[derive(Clone, Debug, Args)]
pub struct FigureArgs {
    /// Everything, as JSON. Otherwise the names of the views.
    #[arg(long)]
    pub json: bool,
}

/// The figure as the options ask for it.
pub fn run(args: &FigureArgs, content: &Content) -> Result<String, CliError> {
    if !args.json {
        let views = content.figure.views();
        return Ok(views.map(|(_, view)| format!("{}\n", view.id)).collect());
    }
    json::text(&figure(content))
}

/// The whole figure.
#[derive(Debug, Serialize)]
pub struct FigureJson<'a> {
    /// Every view.
    pub views: Vec<ViewJson<'a>>,
    /// Every landmark, once for each view that shows it.
    pub landmarks: Vec<LandmarkJson<'a>>,
    /// Every ruler.
    pub rulers: Vec<RulerJson<'a>>,
}

/// A view.
#[derive(Debug, Serialize)]
pub struct ViewJson<'a> {
    /// Its id.
    pub id: &'a str,
    /// Least x, least y, greatest x, greatest y.
    pub bbox: [f64; 4],
}

/// A landmark in one view.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "ids and coordinates")]
pub struct LandmarkJson<'a> {
    pub id: &'a str,
    pub view: &'a str,
    pub x: f64,
    pub y: f64,
}

/// A ruler.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "see `domain::figure::Ruler`")]
pub struct RulerJson<'a> {
    pub id: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    pub cun: f64,
    /// As drawn; `null` where both ends share no view.
    pub length: Option<f64>,
}

/// A point in one view: `views` of a point's JSON.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "an id and coordinates")]
pub struct PointViewJson<'a> {
    pub view: &'a str,
    pub x: f64,
    pub y: f64,
    /// Whether it lies on the side one sees.
    pub visible: bool,
}

/// A measured step of a construction: `measures` of a point's JSON.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "see `domain::figure::Measure`")]
pub struct MeasureJson {
    pub ruler: String,
    pub from: String,
    pub cun: f64,
}

/// The figure as other programs read it.
pub fn figure(content: &Content) -> FigureJson<'_> {
    let figure = &content.figure;
    let views = figure.views().map(|(_, view)| ViewJson {
        id: &view.id,
        bbox: [view.bounds.x0, view.bounds.y0, view.bounds.x1, view.bounds.y1].map(rounded),
    });
    let mut landmarks = Vec::new();
    for landmark in figure.landmarks() {
        for placed in figure.landmark_places(landmark) {
            landmarks.push(LandmarkJson {
                id: &landmark.id,
                view: &figure.view(placed.view).id,
                x: rounded(placed.at.x),
                y: rounded(placed.at.y),
            });
        }
    }
    let rulers = figure.rulers().iter().map(|ruler| RulerJson {
        id: &ruler.id,
        from: &ruler.from,
        to: &ruler.to,
        cun: rounded(ruler.cun),
        length: figure.ruler_length(ruler).ok().map(rounded),
    });
    FigureJson {
        views: views.collect(),
        landmarks,
        rulers: rulers.collect(),
    }
}

/// Where a point shows: all its places in all views.
pub fn point_views(content: &Content, id: PointId) -> Vec<PointViewJson<'_>> {
    let places = content.chart().places(id).iter();
    places
        .map(|spotted| PointViewJson {
            view: &content.figure.view(spotted.placed.view).id,
            x: rounded(spotted.placed.at.x),
            y: rounded(spotted.placed.at.y),
            visible: spotted.placed.visible(),
        })
        .collect()
}

/// The measured steps of a point's places, one place after the other.
pub fn point_measures(content: &Content, id: PointId) -> Vec<MeasureJson> {
    let places = content.atlas.point(id).places.iter();
    places
        .flat_map(|place| place.construction.measures())
        .map(|measure| MeasureJson {
            ruler: measure.ruler.into_owned(),
            from: measure.from.into_owned(),
            cun: rounded(measure.cun),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_is_json_with_every_view_landmark_and_ruler() {
        let content = crate::shipped();
        let json: serde_json::Value = serde_json::to_value(figure(content)).unwrap();
        assert_eq!(
            json["views"].as_array().unwrap().len(),
            content.figure.views().len()
        );
        assert_eq!(
            json["rulers"].as_array().unwrap().len(),
            content.figure.rulers().len()
        );
        for landmark in content.figure.landmarks() {
            let listed = json["landmarks"].as_array().unwrap().iter();
            assert!(
                listed.clone().any(|entry| entry["id"] == landmark.id.as_ref()),
                "{} shows nowhere",
                landmark.id
            );
        }
    }

    #[test]
    fn sp6_is_three_cun_above_the_ankle_bone() {
        let content = crate::shipped();
        let id = content.atlas.by_code("SP6").unwrap();
        let measures = point_measures(content, id);
        assert_eq!(
            (measures[0].from.as_str(), measures[0].cun),
            ("medial_malleolus", 3.0)
        );
        assert!(
            point_views(content, id)
                .iter()
                .any(|place| place.view == "leg_inner" && place.visible)
        );
    }
}
