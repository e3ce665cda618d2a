//! The raw packages: world-atlas' `TopoJSON` and the claim lines of QGIS' world map.

use std::path::Path;

use serde_json::Value;

use crate::Outcome;
use crate::grid::{Point, Polygon, doubled_area, from_lon_lat, unwrapped};

/// A feature of world-atlas.
pub(crate) struct RawCountry {
    /// ISO 3166-1 numeric; some features have none, and 036 stands twice.
    pub id: Option<String>,
    pub name: String,
    pub polygons: Vec<Polygon>,
}

/// A claim line, on the grid.
pub(crate) struct ClaimLine {
    pub name: String,
    /// Whose land it runs through.
    pub holder: String,
    pub points: Vec<Point>,
}

pub(crate) fn read_countries(path: &Path) -> Outcome<Vec<RawCountry>> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: Value = serde_json::from_str(&text)?;
    let arcs = file["arcs"].as_array().ok_or("no arcs")?;
    let arcs: Vec<Vec<Point>> = arcs.iter().map(decode_arc).collect::<Outcome<_>>()?;
    let geometries = file["objects"]["countries"]["geometries"]
        .as_array()
        .ok_or("no countries")?;
    geometries
        .iter()
        .map(|geometry| {
            let polygons = match geometry["type"].as_str() {
                Some("Polygon") => vec![polygon(&geometry["arcs"], &arcs)?],
                Some("MultiPolygon") => geometry["arcs"]
                    .as_array()
                    .ok_or("no polygons")?
                    .iter()
                    .map(|rings| polygon(rings, &arcs))
                    .collect::<Outcome<_>>()?,
                other => return Err(format!("unknown geometry {other:?}").into()),
            };
            Ok(RawCountry {
                id: geometry["id"].as_str().map(str::to_owned),
                name: geometry["properties"]["name"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
                polygons,
            })
        })
        .collect()
}

fn decode_arc(arc: &Value) -> Outcome<Vec<Point>> {
    let mut at = (0, 0);
    arc.as_array()
        .ok_or("an arc is a list")?
        .iter()
        .map(|delta| {
            let step = |axis: usize| {
                delta[axis]
                    .as_i64()
                    .and_then(|value| i32::try_from(value).ok())
                    .ok_or("a step is a number")
            };
            at = (at.0 + step(0)?, at.1 + step(1)?);
            Ok(at)
        })
        .collect()
}

fn polygon(rings: &Value, arcs: &[Vec<Point>]) -> Outcome<Polygon> {
    let rings = rings.as_array().ok_or("a polygon is a list of rings")?;
    rings
        .iter()
        .enumerate()
        .map(|(index, refs)| {
            let mut ring: Vec<Point> = Vec::new();
            for arc in refs.as_array().ok_or("a ring is a list of arcs")? {
                let arc = arc.as_i64().ok_or("an arc is a number")?;
                let points = &arcs[usize::try_from(if arc < 0 { !arc } else { arc })?];
                if arc < 0 {
                    ring.extend(points.iter().rev());
                } else {
                    ring.extend(points);
                }
            }
            ring.dedup();
            let mut ring = unwrapped(&ring);
            if (doubled_area(&ring) > 0) != (index == 0) {
                ring.reverse();
            }
            Ok(ring)
        })
        .collect()
}

pub(crate) fn read_claim_lines(path: &Path) -> Outcome<Vec<ClaimLine>> {
    let database =
        rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut query =
        database.prepare("select name, adm0_a3_l, geom from disputed_borders order by fid")?;
    let rows = query.query_map([], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, Vec<u8>>(2)?,
        ))
    })?;
    let mut lines = Vec::new();
    for row in rows {
        let (name, holder, blob) = row?;
        for points in read_lines(&blob).ok_or_else(|| format!("{name}: not a GeoPackage line"))? {
            lines.push(ClaimLine {
                name: name.clone(),
                holder: holder.clone(),
                points,
            });
        }
    }
    Ok(lines)
}

/// The lines of a `GeoPackage` geometry blob (OGC 12-128r18, 2.1.3) holding little-endian WKB.
fn read_lines(blob: &[u8]) -> Option<Vec<Vec<Point>>> {
    let envelope = [0, 32, 48, 48, 64];
    let mut at = 8 + envelope.get(usize::from(blob.get(3)? >> 1 & 7))?;
    let u32_at = |at: usize| Some(u32::from_le_bytes(blob.get(at..at + 4)?.try_into().ok()?));
    let f64_at = |at: usize| Some(f64::from_le_bytes(blob.get(at..at + 8)?.try_into().ok()?));
    let kind = u32_at(at + 1)?;
    let count = if kind == 5 { u32_at(at + 5)? } else { 1 };
    at += if kind == 5 { 9 } else { 0 };
    let mut lines = Vec::new();
    for _ in 0..count {
        let length = u32_at(at + 5)?;
        at += 9;
        let mut line: Vec<Point> = Vec::new();
        for _ in 0..length {
            line.push(from_lon_lat(f64_at(at)?, f64_at(at + 8)?));
            at += 16;
        }
        line.dedup();
        lines.push(line);
    }
    Some(lines)
}
