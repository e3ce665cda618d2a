//! Shapes as well-known text (OGC 06-103r4), for tables.

use super::shape::{Part, Position, Shape};

/// Empty where there is no shape.
pub(super) fn wkt(shape: &Shape) -> String {
    let parts: Vec<String> = shape.parts().into_iter().map(part).collect();
    match parts.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        several => format!("GEOMETRYCOLLECTION ({})", several.join(", ")),
    }
}

fn part(part: Part<'_>) -> String {
    match part {
        Part::Point(point) => format!("POINT ({})", position(point)),
        // Each in its own brackets: older readers know no other way.
        Part::Points(points) => {
            format!(
                "MULTIPOINT {}",
                list(points, |at| format!("({})", position(at)))
            )
        }
        Part::Line(line) => format!("LINESTRING {}", list(line, position)),
        Part::Lines(lines) => format!("MULTILINESTRING {}", rings(lines)),
        Part::Polygon(polygon) => format!("POLYGON {}", rings(polygon)),
        Part::Polygons(polygons) => {
            format!("MULTIPOLYGON {}", list(polygons, |polygon| rings(polygon)))
        }
    }
}

fn rings(rings: &[Vec<Position>]) -> String {
    list(rings, |ring| list(ring, position))
}

fn list<T>(entries: &[T], word: impl Fn(&T) -> String) -> String {
    let words: Vec<String> = entries.iter().map(word).collect();
    format!("({})", words.join(", "))
}

fn position([lon_deg, lat_deg]: &Position) -> String {
    format!("{lon_deg} {lat_deg}")
}
