//! Small stories around one feature, for tests of what a file can hold.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::fmt::Write as _;
use std::sync::LazyLock;

use passage::atlas::Atlas;
use passage::content::{Problem, load_story};
use passage::geography::{GeoBounds, MapProjection};
use passage::picture::OverlayShapes;
use passage::world::World;

pub(crate) static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

pub(crate) const HEAD: &str = r#"{"format": 1, "title": "t",
 "article": {"publisher": "p", "title": "t", "date": "d"},
 "overlays": [{"key": "o", "name": "O", "about": "a", "style": "arms"}],
"#;

/// A story of one overlay with more parts.
pub(crate) fn story(parts: &str) -> (World, Vec<Problem>) {
    load_story(
        "h.story.json",
        format!("{HEAD}{parts}\n}}").as_bytes(),
        &ATLAS,
    )
}

/// A row of a feature with some members of its own.
pub(crate) fn feature(own: &str) -> String {
    format!(
        r#"{{"key": "f", "name": "F", "short_name": "F", "overlay": "o", "kind": "allied",
  {own},
  "period": {{"text": "now"}}, "basis": "stated", "status": "in-force",
  "confidence": "high", "about": "a"}}"#
    )
}

/// A story of one feature with some members of its own.
pub(crate) fn with_feature(own: &str) -> (World, Vec<Problem>) {
    story(&format!("\"features\": [{}]", feature(own)))
}

pub(crate) fn said(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |mut text, problem| {
        let _ = writeln!(text, "{problem}");
        text
    })
}

/// The feature is not there, and one problem says why at a text of its members.
pub(crate) fn assert_refused(own: &str, place: &str) {
    let (world, problems) = with_feature(own);
    assert_eq!(world.features.len(), 0, "{own}");
    assert_eq!(problems.len(), 1, "{own}: {}", said(&problems));
    let text = format!("{HEAD}\"features\": [{}]\n}}", feature(own));
    let offset = text.find(own).unwrap() + own.find(place).unwrap();
    let line = text[..offset].matches('\n').count() + 1;
    let column = text[..offset].rsplit('\n').next().unwrap().chars().count() + 1;
    assert_eq!(
        (problems[0].line, problems[0].column),
        (line, column),
        "{}",
        said(&problems)
    );
}

pub(crate) fn shape_of(geometry: &str) -> (World, OverlayShapes) {
    let (world, problems) = with_feature(&format!("\"geometry\": {geometry}"));
    assert!(problems.is_empty(), "{}", said(&problems));
    let shapes = OverlayShapes::build(&world, &ATLAS, MapProjection::EqualArea);
    (world, shapes)
}

pub(crate) fn line(coordinates: &str) -> String {
    format!(r#"{{"type": "LineString", "coordinates": {coordinates}}}"#)
}

pub(crate) fn polygon(rings: &str) -> String {
    format!(r#"{{"type": "Polygon", "coordinates": {rings}}}"#)
}

pub(crate) fn bounds(points: &[[f64; 2]]) -> GeoBounds {
    GeoBounds::around(
        points
            .iter()
            .map(|&[lon_deg, lat_deg]| passage::geography::LonLat { lon_deg, lat_deg }),
    )
    .unwrap()
}
