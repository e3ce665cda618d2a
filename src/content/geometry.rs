//! `GeoJSON` geometries into the model's, with bounds on every number.

use std::collections::BTreeSet;

use super::json_text::{Piece, Slips};
use super::seam;
use crate::geography::{GeoBounds, LonLat};
use crate::world::{Geometry, Waypoint};

/// What is wrong, and at which byte of the file.
#[derive(Debug)]
pub(super) struct Wrong {
    pub at: usize,
    pub what: String,
}

impl Wrong {
    fn new(piece: Piece<'_>, what: impl Into<String>) -> Self {
        Self {
            at: piece.at,
            what: what.into(),
        }
    }
}

/// A position as written: two finite numbers in range, and perhaps a height.
fn position(piece: Piece<'_>) -> Result<LonLat, Wrong> {
    let numbers: Vec<f64> = serde_json::from_str(piece.text).unwrap_or_default();
    match numbers.as_slice() {
        [lon, lat] | [lon, lat, _] => on_globe(*lon, *lat).map_err(|what| Wrong::new(piece, what)),
        _ => Err(Wrong::new(
            piece,
            "this is not a position: it takes longitude and latitude",
        )),
    }
}

/// Not [`LonLat::new`]: which way a line goes is told by its longitudes as written.
fn on_globe(lon_deg: f64, lat_deg: f64) -> Result<LonLat, String> {
    let is_finite = lon_deg.is_finite() && lat_deg.is_finite();
    if is_finite && lon_deg.abs() <= 540.0 && lat_deg.abs() <= 90.0 {
        Ok(LonLat { lon_deg, lat_deg })
    } else {
        Err(format!("[{lon_deg}, {lat_deg}] is not on the globe"))
    }
}

/// One error sentence when it is not on the globe.
pub(super) fn checked(lon: f64, lat: f64) -> Result<LonLat, String> {
    on_globe(lon, lat).map(|at| LonLat::new(at.lon_deg, at.lat_deg))
}

/// A box on the map; one error sentence when it is not on the globe.
pub(super) fn bounds(edges: [f64; 4]) -> Result<GeoBounds, String> {
    let [west, south, east, north] = edges;
    let corners = on_globe(west, south).and(on_globe(east, north));
    let found = corners.ok().and_then(|_| seam::bounds(edges));
    found.ok_or_else(|| format!("[{west}, {south}, {east}, {north}] is not a box on the globe"))
}

/// A line, multi-line, point, multi-point, polygon or multi-polygon, from text that is JSON. Its
/// points take the names in order.
pub(super) fn geometry(
    piece: Piece<'_>,
    names: &mut impl Iterator<Item = String>,
) -> Result<Geometry, Wrong> {
    let members = piece.members(&mut Slips::default());
    let mut keys = BTreeSet::new();
    for key in members.iter().map(|member| member.key) {
        if !keys.insert(key.string()) {
            return Err(Wrong::new(
                key,
                format!("\"{}\" stands twice", key.string()),
            ));
        }
    }
    let coordinates = piece
        .get("coordinates")
        .ok_or_else(|| Wrong::new(piece, "a geometry without \"coordinates\""))?;
    let mut waypoint = |piece: Piece<'_>| -> Result<Waypoint, Wrong> {
        Ok(Waypoint {
            at: position(piece)?,
            name: names.next().unwrap_or_default(),
        })
    };
    let site = |mut point: Waypoint| {
        point.at = LonLat::new(point.at.lon_deg, point.at.lat_deg);
        point
    };
    let kind = piece.get("type");
    let word = kind.map_or("nothing".into(), |kind| kind.string());
    match word.as_ref() {
        "LineString" => line(coordinates, &mut waypoint).map(Geometry::Lines),
        "MultiLineString" => at_least(coordinates, 1, |piece| line(piece, &mut waypoint))
            .map(|lines| Geometry::Lines(lines.into_iter().flatten().collect())),
        "Point" => waypoint(coordinates).map(|point| Geometry::Points(vec![site(point)])),
        "MultiPoint" => {
            at_least(coordinates, 1, |piece| waypoint(piece).map(site)).map(Geometry::Points)
        }
        "Polygon" => polygon(coordinates).map(Geometry::Polygons),
        "MultiPolygon" => at_least(coordinates, 1, polygon)
            .map(|parts| Geometry::Polygons(parts.into_iter().flatten().collect())),
        other => {
            let what = format!("\"{other}\" is not a geometry a feature can have");
            Err(Wrong::new(kind.unwrap_or(piece), what))
        }
    }
}

/// The parts of a line that lie on the map.
fn line(
    list: Piece<'_>,
    waypoint: &mut impl FnMut(Piece<'_>) -> Result<Waypoint, Wrong>,
) -> Result<Vec<Vec<Waypoint>>, Wrong> {
    let parts = seam::line(at_least(list, 2, waypoint)?);
    if parts.is_empty() {
        return Err(Wrong::new(list, "all points of this line are the same"));
    }
    Ok(parts)
}

/// The elements of a list, each read.
fn at_least<T>(
    list: Piece<'_>,
    least: usize,
    read: impl FnMut(Piece<'_>) -> Result<T, Wrong>,
) -> Result<Vec<T>, Wrong> {
    if !list.text.starts_with('[') {
        return Err(Wrong::new(list, "this should be a list"));
    }
    let elements = list.elements(&mut Slips::default());
    if elements.len() < least {
        let what = format!("{} are too few: it takes {least}", elements.len());
        return Err(Wrong::new(list, what));
    }
    elements.into_iter().map(read).collect()
}

/// The parts of a polygon that lie on the map.
fn polygon(list: Piece<'_>) -> Result<Vec<Vec<Vec<LonLat>>>, Wrong> {
    let rings = at_least(list, 1, |ring| {
        let mut points = at_least(ring, 0, position)?;
        if points.first() != points.last() {
            points.extend(points.first().copied());
        }
        if points.len() < 4 {
            let count = points.len();
            let what = format!("a ring of {count} points: it takes 4, the last like the first");
            return Err(Wrong::new(ring, what));
        }
        Ok(points)
    })?;
    seam::polygon(rings).map_err(|(index, what)| {
        let rings = list.elements(&mut Slips::default());
        Wrong::new(rings.get(index).copied().unwrap_or(list), what)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Geometry, Wrong> {
        geometry(Piece::new(text, 0), &mut std::iter::empty())
    }

    #[test]
    fn geometries_that_would_break_a_map_are_refused_with_a_sentence() {
        for bad in [
            r#"{"type": "LineString", "coordinates": [[1], [2]]}"#,
            r#"{"type": "LineString", "coordinates": [[1, 2]]}"#,
            r#"{"type": "Polygon", "coordinates": []}"#,
            r#"{"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}"#,
            r#"{"type": "Point", "coordinates": [0, 900]}"#,
            r#"{"type": "Point", "coordinates": [1e308, 0]}"#,
            r#"{"type": "Point", "coordinates": [1e999, 0]}"#,
            r#"{"type": "Point", "coordinates": [0, "x", 0]}"#,
            r#"{"type": "MultiLineString", "coordinates": []}"#,
            r#"{"type": "GeometryCollection", "geometries": []}"#,
            r#"{"coordinates": null}"#,
            "7",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_wrong_is_found_where_it_stands() {
        let line = r#"{"type": "LineString", "coordinates": [[0, 0], [1, 1], [2, 99]]}"#;
        let wrong = read(line).unwrap_err();
        assert_eq!(Some(wrong.at), line.find("[2, 99]"));
    }

    #[test]
    fn a_ring_left_open_is_closed() {
        let open = r#"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]}"#;
        let Ok(Geometry::Polygons(polygons)) = read(open) else {
            panic!()
        };
        assert_eq!(polygons[0][0].len(), 4);
    }
}
