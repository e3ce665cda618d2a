//! Lakes and rivers from Marble's compact PN2 files (Natural Earth, 1:50 million).
//!
//! The format, as read from the files: big-endian; header u8 version, u32 count, u8 colour flag;
//! then polylines of u8 kind, u32 id, u32 nodes; each node i16 latitude and i16 longitude in
//! 1/120 degree, i16 m, and m pairs of i8 offsets from it.

use std::path::Path;

use serde_json::{Value, json};

use crate::Outcome;
use crate::grid::Point;
use crate::topology::topojson;

const SCALE: [f64; 2] = [1.0 / 120.0, 1.0 / 120.0];
const TRANSLATE: [f64; 2] = [0.0, 0.0];

/// Lakes smaller than this many grid cells are left out: they would be specks at any zoom.
const LEAST_LAKE_CELLS: i64 = 60;

struct Polyline {
    kind: u8,
    points: Vec<Point>,
}

pub(crate) fn water_topojson(folder: &Path) -> Outcome<String> {
    let mut arcs: Vec<Vec<Point>> = Vec::new();
    let mut lakes: Vec<Value> = Vec::new();
    for line in read(&folder.join("ne_50m_lakes.pn2"))? {
        let mut ring = line.points;
        if ring.first() != ring.last() {
            ring.extend(ring.first().copied());
        }
        let is_large = crate::grid::doubled_area(&ring).abs() > 2 * LEAST_LAKE_CELLS;
        if matches!(line.kind, 1 | 2) && ring.len() >= 4 && is_large {
            lakes.push(json!([[arcs.len()]]));
            arcs.push(ring);
        } else if line.kind == 3
            && ring.len() >= 4
            && is_large
            && let Some(polygon) = lakes
                .last_mut()
                .and_then(|lake| lake[0].as_array().cloned())
        {
            let mut rings = vec![Value::from(polygon)];
            rings.push(json!([arcs.len()]));
            arcs.push(ring);
            if let Some(last) = lakes.last_mut() {
                *last = Value::from(rings);
            }
        }
    }
    let mut rivers: Vec<Value> = Vec::new();
    for line in read(&folder.join("ne_50m_rivers_lake_centerlines.pn2"))? {
        if line.points.len() >= 2 {
            rivers.push(json!([arcs.len()]));
            arcs.push(line.points);
        }
    }
    topojson(
        &arcs,
        SCALE,
        TRANSLATE,
        &json!({
            "lakes": {"type": "GeometryCollection", "geometries": lakes.into_iter().map(|arcs| json!({"type": "Polygon", "arcs": arcs})).collect::<Vec<_>>()},
            "rivers": {"type": "MultiLineString", "arcs": rivers},
        }),
    )
}

/// The outer shores of all lakes, in degrees.
pub(crate) fn lake_shores(folder: &Path) -> Outcome<Vec<Vec<[f64; 2]>>> {
    let lines = read(&folder.join("ne_50m_lakes.pn2"))?;
    let shores = lines.into_iter().filter(|line| matches!(line.kind, 1 | 2));
    let degrees = |(lon, lat): &Point| [f64::from(*lon) * SCALE[0], f64::from(*lat) * SCALE[1]];
    Ok(shores
        .map(|line| line.points.iter().map(degrees).collect())
        .collect())
}

fn read(path: &Path) -> Outcome<Vec<Polyline>> {
    let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    parse(&bytes).ok_or_else(|| format!("{}: not the PN2 expected", path.display()).into())
}

struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }
}

fn parse(bytes: &[u8]) -> Option<Vec<Polyline>> {
    let mut input = Bytes(bytes);
    let [_version] = input.take()?;
    let _count = u32::from_be_bytes(input.take()?);
    let [has_colors] = input.take()?;
    let mut last_id = None;
    let mut lines = Vec::new();
    while !input.0.is_empty() {
        let [kind] = input.take()?;
        let id = u32::from_be_bytes(input.take()?);
        if has_colors != 0 && last_id.replace(id) != Some(id) {
            let [_color] = input.take()?;
        }
        if kind == 4 {
            // A group: its parts follow as lines of their own.
            let [_parts] = input.take()?;
            continue;
        }
        let mut points: Vec<Point> = Vec::new();
        for _ in 0..u32::from_be_bytes(input.take()?) {
            let lat = i32::from(i16::from_be_bytes(input.take()?));
            let lon = i32::from(i16::from_be_bytes(input.take()?));
            points.push((lon, lat));
            for _ in 0..i16::from_be_bytes(input.take()?) {
                let [dlat] = input.take()?;
                let [dlon] = input.take()?;
                points.push((
                    lon + i32::from(dlon.cast_signed()),
                    lat + i32::from(dlat.cast_signed()),
                ));
            }
        }
        points.dedup();
        lines.push(Polyline { kind, points });
    }
    Some(lines)
}
