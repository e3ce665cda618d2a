//! `GeoJSON` geometries into the model's, with bounds on every number.

use serde_json::Value;

use crate::geography::LonLat;
use crate::world::{Geometry, Waypoint};

/// What is wrong, and the path to it from the value that was read: `coordinates/3/1`.
#[derive(Debug)]
pub(super) struct Wrong {
    pub path: String,
    pub what: String,
}

impl Wrong {
    fn new(what: impl Into<String>) -> Self {
        Self {
            path: String::new(),
            what: what.into(),
        }
    }

    /// The same, seen from one step further out.
    fn under(mut self, step: impl std::fmt::Display) -> Self {
        self.path = format!("{step}/{}", self.path);
        self
    }
}

/// A position: two finite numbers in range.
fn position(value: &Value) -> Result<LonLat, Wrong> {
    let number = |at: usize| value.get(at).and_then(Value::as_f64);
    match (number(0), number(1)) {
        (Some(lon), Some(lat)) => checked(lon, lat).map_err(Wrong::new),
        _ => Err(Wrong::new(
            "this is not a position: it takes longitude and latitude",
        )),
    }
}

/// One error sentence when it is not on the globe.
pub(super) fn checked(lon: f64, lat: f64) -> Result<LonLat, String> {
    if lon.is_finite() && lat.is_finite() && lon.abs() <= 540.0 && lat.abs() <= 90.0 {
        Ok(LonLat::new(lon, lat))
    } else {
        Err(format!("[{lon}, {lat}] is not on the globe"))
    }
}

/// A line, multi-line, point, multi-point, polygon or multi-polygon.
pub(super) fn geometry(value: &Value, names: &[String]) -> Result<Geometry, Wrong> {
    let coordinates = value
        .get("coordinates")
        .ok_or_else(|| Wrong::new("a geometry without \"coordinates\""))?;
    let mut names = names.iter();
    let mut waypoint = |value: &Value| -> Result<Waypoint, Wrong> {
        Ok(Waypoint {
            at: position(value)?,
            name: names.next().cloned().unwrap_or_default(),
        })
    };
    let geometry = match value.get("type").and_then(Value::as_str) {
        Some("LineString") => {
            at_least(coordinates, 2, &mut waypoint).map(|line| Geometry::Lines(vec![line]))
        }
        Some("MultiLineString") => {
            at_least(coordinates, 1, |line| at_least(line, 2, &mut waypoint)).map(Geometry::Lines)
        }
        Some("Point") => waypoint(coordinates).map(|point| Geometry::Points(vec![point])),
        Some("MultiPoint") => at_least(coordinates, 1, waypoint).map(Geometry::Points),
        Some("Polygon") => rings(coordinates).map(|rings| Geometry::Polygons(vec![rings])),
        Some("MultiPolygon") => at_least(coordinates, 1, rings).map(Geometry::Polygons),
        other => {
            let other = other.unwrap_or("nothing");
            let what = format!("\"{other}\" is not a geometry a feature can have");
            return Err(Wrong::new(what).under("type"));
        }
    };
    geometry.map_err(|wrong| wrong.under("coordinates"))
}

/// The elements of a list, each read; one that can not be read is named by its index.
fn at_least<T>(
    value: &Value,
    least: usize,
    mut read: impl FnMut(&Value) -> Result<T, Wrong>,
) -> Result<Vec<T>, Wrong> {
    let list = value
        .as_array()
        .ok_or_else(|| Wrong::new("this should be a list"))?;
    if list.len() < least {
        let what = format!("{} are too few: it takes {least}", list.len());
        return Err(Wrong::new(what));
    }
    list.iter()
        .enumerate()
        .map(|(index, value)| read(value).map_err(|wrong| wrong.under(index)))
        .collect()
}

fn rings(value: &Value) -> Result<Vec<Vec<LonLat>>, Wrong> {
    at_least(value, 1, |ring| {
        let mut points = at_least(ring, 0, position)?;
        if points.first() != points.last() {
            points.extend(points.first().copied());
        }
        if points.len() < 4 {
            let count = points.len();
            let what = format!("a ring of {count} points: it takes 4, the last like the first");
            return Err(Wrong::new(what));
        }
        Ok(points)
    })
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
            json!({"type": "MultiLineString", "coordinates": []}),
            json!({"type": "GeometryCollection", "geometries": []}),
            json!({"coordinates": null}),
            json!(7),
        ] {
            assert!(geometry(&bad, &[]).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_wrong_is_found_by_its_path() {
        let line = json!({"type": "LineString", "coordinates": [[0, 0], [1, 1], [2, 99]]});
        let wrong = geometry(&line, &[]).unwrap_err();
        assert_eq!(wrong.path, "coordinates/2/");
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
