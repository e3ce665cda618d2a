//! `GeoJSON` (RFC 7946), one feature a line, so that two versions can be told apart line by line.
//!
//! What is told of the whole file are members beside `features`, which section 6.1 allows.

use serde::Serialize;
use serde::ser::Serializer;

use super::shape::{Part, Position, Shape};
use super::{DataChoice, Row, StoryData};

#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry<'a> {
    Point(&'a Position),
    MultiPoint(&'a [Position]),
    LineString(&'a [Position]),
    MultiLineString(&'a [Vec<Position>]),
    Polygon(&'a [Vec<Position>]),
    MultiPolygon(&'a [Vec<Vec<Position>>]),
}

/// Nothing where there is no shape, and a collection where there are several kinds of it.
#[derive(Serialize)]
#[serde(untagged)]
enum AnyGeometry<'a> {
    Nowhere,
    One(Geometry<'a>),
    Several {
        #[serde(rename = "type")]
        kind: &'static str,
        geometries: Vec<Geometry<'a>>,
    },
}

#[derive(Serialize)]
struct FeatureLine<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    properties: Properties<'a>,
    geometry: AnyGeometry<'a>,
}

/// In the order of the columns.
struct Properties<'a>(&'a Row<'a>);

impl Serialize for Properties<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.named_values())
    }
}

pub(super) fn write(
    story: &StoryData<'_>,
    choice: DataChoice,
    rows: &[Row<'_>],
) -> Result<Vec<u8>, String> {
    let mut text = String::from("{\n\"type\": \"FeatureCollection\",\n");
    for (name, words) in story.about(choice) {
        text.push_str(&json(&name)?);
        text.push_str(": ");
        text.push_str(&json(&words)?);
        text.push_str(",\n");
    }
    text.push_str("\"features\": [");
    for (index, row) in rows.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&json(&FeatureLine {
            kind: "Feature",
            id: &row.key,
            properties: Properties(row),
            geometry: geometry_of(&row.shape),
        })?);
    }
    text.push_str("\n]\n}\n");
    Ok(text.into_bytes())
}

fn json(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

fn geometry_of(shape: &Shape) -> AnyGeometry<'_> {
    let mut parts = shape.parts().into_iter().map(|part| match part {
        Part::Point(point) => Geometry::Point(point),
        Part::Points(points) => Geometry::MultiPoint(points),
        Part::Line(line) => Geometry::LineString(line),
        Part::Lines(lines) => Geometry::MultiLineString(lines),
        Part::Polygon(polygon) => Geometry::Polygon(polygon),
        Part::Polygons(polygons) => Geometry::MultiPolygon(polygons),
    });
    match (parts.next(), parts.next()) {
        (None, _) => AnyGeometry::Nowhere,
        (Some(only), None) => AnyGeometry::One(only),
        (Some(first), Some(second)) => AnyGeometry::Several {
            kind: "GeometryCollection",
            geometries: [first, second].into_iter().chain(parts).collect(),
        },
    }
}
