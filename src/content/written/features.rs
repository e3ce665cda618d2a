//! Features as a story file has them, with their shapes as `GeoJSON` geometries.

use super::json::{Members, list, position, quoted};
use crate::atlas::Atlas;
use crate::geography::LonLat;
use crate::world::{Direction, Feature, Geometry, Period, Subject, Waypoint, World};

pub(super) fn features_json(world: &World, atlas: &Atlas) -> String {
    let features = world.features.iter();
    list(features.filter_map(|(_, feature)| feature_json(world, atlas, feature)))
}

fn feature_json(world: &World, atlas: &Atlas, feature: &Feature) -> Option<String> {
    let ends = |subjects: &[Subject]| {
        let subjects = subjects.iter();
        list(subjects.filter_map(|&end| Some(quoted(&world.key_of(atlas, end)?))))
    };
    let variant_of = feature.variant_of.and_then(|id| world.features.get(id));
    let source = feature.source.and_then(|id| world.sources.get(id));
    let row = Members::default()
        .name("key", &feature.key)
        .name("name", &feature.name)
        .name("short_name", &feature.short_name)
        .name("overlay", &world.overlays.get(feature.overlay)?.key)
        .name("kind", feature.kind.key())
        .name_if("variant_of", variant_of.map(|other| other.key.as_str()))
        .rows("from", &ends(&feature.from))
        .rows("to", &ends(&feature.to));
    let row = match feature.direction {
        Direction::None => row,
        direction => row.name("direction", direction.key()),
    };
    let row = row
        .json_if("geometry", geometry_json(&feature.geometry))
        .rows("waypoints", &names_json(&feature.geometry))
        .json("period", &period_json(&feature.period))
        .name("basis", feature.basis.key())
        .name("status", feature.status.key())
        .name_if("attribution", feature.attribution.as_deref())
        .name_if("source", source.map(|source| source.key.as_str()))
        .name("confidence", feature.confidence.key())
        .prose("about", &feature.about);
    Some(row.object())
}

fn period_json(period: &Period) -> String {
    Members::default()
        .name("text", &period.text)
        .year_if("from", period.from_year)
        .year_if("to", period.to_year)
        .object()
}

/// One part as itself, several as a geometry of many; none for what is drawn between its ends.
fn geometry_json(geometry: &Geometry) -> Option<String> {
    let way = |line: &Vec<Waypoint>| list(line.iter().map(|point| position(point.at)));
    let ring = |ring: &Vec<LonLat>| list(ring.iter().copied().map(position));
    let rings = |polygon: &Vec<Vec<LonLat>>| list(polygon.iter().map(ring));
    let (kind, parts): (_, Vec<String>) = match geometry {
        Geometry::Ends => return None,
        Geometry::Lines(lines) => ("LineString", lines.iter().map(way).collect()),
        Geometry::Points(points) => {
            let points = points.iter();
            ("Point", points.map(|point| position(point.at)).collect())
        }
        Geometry::Polygons(polygons) => ("Polygon", polygons.iter().map(rings).collect()),
    };
    let (kind, coordinates) = match parts.as_slice() {
        [only] => (kind.to_owned(), only.clone()),
        _ => (format!("Multi{kind}"), list(parts.into_iter())),
    };
    let geometry = Members::default()
        .name("type", &kind)
        .json("coordinates", &coordinates);
    Some(geometry.object())
}

/// The names of a geometry's points up to the last that has one.
fn names_json(geometry: &Geometry) -> String {
    let points: Vec<&Waypoint> = match geometry {
        Geometry::Ends | Geometry::Polygons(_) => Vec::new(),
        Geometry::Lines(lines) => lines.iter().flatten().collect(),
        Geometry::Points(points) => points.iter().collect(),
    };
    let last = points.iter().rposition(|point| !point.name.is_empty());
    let count = last.map_or(0, |last| last + 1);
    let names = points.into_iter().take(count);
    list(names.map(|point| quoted(&point.name)))
}
