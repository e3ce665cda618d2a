//! `GeoJSON` geometries into the model's, with bounds on every number.

use serde_json::Value;

use crate::geography::LonLat;
use crate::world::{Geometry, Waypoint};

/// A position: two finite numbers in range. One error sentence otherwise.
pub(super) fn position(value: &Value) -> Result<LonLat, String> {
    let number = |at: usize| value.get(at).and_then(Value::as_f64);
    match (number(0), number(1)) {
        (Some(lon), Some(lat)) => checked(lon, lat),
        _ => Err(format!(
            "{value} is not a position: it takes longitude and latitude"
        )),
    }
}

pub(super) fn checked(lon: f64, lat: f64) -> Result<LonLat, String> {
    if lon.is_finite() && lat.is_finite() && lon.abs() <= 540.0 && lat.abs() <= 90.0 {
        Ok(LonLat::new(lon, lat))
    } else {
        Err(format!("[{lon}, {lat}] is not on the globe"))
    }
}

/// A line, multi-line, point, multi-point, polygon or multi-polygon.
pub(super) fn geometry(value: &Value, names: &[String]) -> Result<Geometry, String> {
    let coordinates = value
        .get("coordinates")
        .ok_or("a geometry has \"coordinates\"")?;
    let mut names = names.iter();
    let mut waypoints = |value: &Value, least: usize| -> Result<Vec<Waypoint>, String> {
        let points = list(value)?
            .iter()
            .map(|at| {
                Ok(Waypoint {
                    at: position(at)?,
                    name: names.next().cloned().unwrap_or_default(),
                })
            })
            .collect::<Result<Vec<_>, String>>()?;
        if points.len() < least {
            return Err(format!(
                "{} points are too few: it takes {least}",
                points.len()
            ));
        }
        Ok(points)
    };
    match value.get("type").and_then(Value::as_str) {
        Some("LineString") => Ok(Geometry::Lines(vec![waypoints(coordinates, 2)?])),
        Some("MultiLineString") => list(coordinates)?
            .iter()
            .map(|line| waypoints(line, 2))
            .collect::<Result<_, _>>()
            .map(Geometry::Lines),
        Some("Point") => {
            let one = Value::Array(vec![coordinates.clone()]);
            Ok(Geometry::Points(waypoints(&one, 1)?))
        }
        Some("MultiPoint") => Ok(Geometry::Points(waypoints(coordinates, 1)?)),
        Some("Polygon") => Ok(Geometry::Polygons(vec![rings(coordinates)?])),
        Some("MultiPolygon") => list(coordinates)?
            .iter()
            .map(rings)
            .collect::<Result<_, _>>()
            .map(Geometry::Polygons),
        other => Err(format!(
            "\"{}\" is not a geometry a feature can have",
            other.unwrap_or("nothing")
        )),
    }
}

fn list(value: &Value) -> Result<&Vec<Value>, String> {
    value
        .as_array()
        .ok_or_else(|| format!("{value} should be a list"))
}

fn rings(value: &Value) -> Result<Vec<Vec<LonLat>>, String> {
    let rings = list(value)?
        .iter()
        .map(|ring| {
            let mut points = list(ring)?
                .iter()
                .map(position)
                .collect::<Result<Vec<_>, _>>()?;
            if points.first() != points.last() {
                points.extend(points.first().copied());
            }
            if points.len() < 4 {
                return Err(format!(
                    "a ring of {} points: it takes 4, the last like the first",
                    points.len()
                ));
            }
            Ok(points)
        })
        .collect::<Result<Vec<_>, String>>()?;
    if rings.is_empty() {
        Err("a polygon without rings".to_owned())
    } else {
        Ok(rings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn geometries_that_would_break_a_map_are_refused_with_a_sentence() {
        for bad in [
            json!({"type": "LineString", "coordinates": [[1], [2]]}),
            json!({"type": "LineString", "coordinates": [[1, 2]]}),
            json!({"type": "Polygon", "coordinates": []}),
            json!({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}),
            json!({"type": "Point", "coordinates": [0, 900]}),
            json!({"type": "Point", "coordinates": [1e308, 0]}),
            json!({"type": "GeometryCollection", "geometries": []}),
            json!({"coordinates": null}),
            json!(7),
        ] {
            assert!(geometry(&bad, &[]).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_ring_left_open_is_closed() {
        let open = json!({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]});
        let Ok(Geometry::Polygons(polygons)) = geometry(&open, &[]) else {
            panic!()
        };
        assert_eq!(polygons[0][0].len(), 4);
    }
}
