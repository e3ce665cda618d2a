//! `GeoJSON` geometries into the model's, with bounds on every number.

use super::json_text::{Piece, Slips};
use crate::geography::LonLat;
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

/// A position: two finite numbers in range, and perhaps a height.
fn position(piece: Piece<'_>) -> Result<LonLat, Wrong> {
    let numbers: Vec<f64> = serde_json::from_str(piece.text).unwrap_or_default();
    match numbers.as_slice() {
        [lon, lat] | [lon, lat, _] => checked(*lon, *lat).map_err(|what| Wrong::new(piece, what)),
        _ => Err(Wrong::new(
            piece,
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

/// A line, multi-line, point, multi-point, polygon or multi-polygon, from text that is JSON.
pub(super) fn geometry(piece: Piece<'_>, names: &[String]) -> Result<Geometry, Wrong> {
    let coordinates = piece
        .get("coordinates")
        .ok_or_else(|| Wrong::new(piece, "a geometry without \"coordinates\""))?;
    let mut names = names.iter();
    let mut waypoint = |piece: Piece<'_>| -> Result<Waypoint, Wrong> {
        Ok(Waypoint {
            at: position(piece)?,
            name: names.next().cloned().unwrap_or_default(),
        })
    };
    let kind = piece.get("type");
    match kind.map_or("nothing", |kind| kind.text.trim_matches('"')) {
        "LineString" => {
            at_least(coordinates, 2, &mut waypoint).map(|line| Geometry::Lines(vec![line]))
        }
        "MultiLineString" => {
            at_least(coordinates, 1, |line| at_least(line, 2, &mut waypoint)).map(Geometry::Lines)
        }
        "Point" => waypoint(coordinates).map(|point| Geometry::Points(vec![point])),
        "MultiPoint" => at_least(coordinates, 1, waypoint).map(Geometry::Points),
        "Polygon" => rings(coordinates).map(|rings| Geometry::Polygons(vec![rings])),
        "MultiPolygon" => at_least(coordinates, 1, rings).map(Geometry::Polygons),
        other => {
            let what = format!("\"{other}\" is not a geometry a feature can have");
            Err(Wrong::new(kind.unwrap_or(piece), what))
        }
    }
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

fn rings(list: Piece<'_>) -> Result<Vec<Vec<LonLat>>, Wrong> {
    at_least(list, 1, |ring| {
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
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Geometry, Wrong> {
        geometry(Piece::new(text, 0), &[])
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
