//! Lines and areas as RFC 7946 has them: longitudes from -180 to 180, and cut where they cross the
//! antimeridian (section 3.1.9).
//!
//! The program's own map is cut elsewhere, through the Bering Strait, and its longitudes go from
//! -169 to 191. What that cut has parted is joined again first, so that a line over the Pacific
//! is parted once and not twice.
//!
//! Out: how an area is parted (see `clip`).

use super::clip::{Ring, clip, seam_joined, without_shared_edges};
use crate::geography::{EAST_EDGE_DEG, LonLat, WEST_EDGE_DEG};

/// A part of a line smaller than this is a point, but for the error of floating numbers.
const LEAST_DEG: f64 = 1e-9;

/// A position between -180 and 180.
pub(super) fn wrapped(at: LonLat) -> LonLat {
    moved(at, -turns_of(at.lon_deg))
}

/// How many turns east of -180 to 180 a longitude is; none for 180 itself.
fn turns_of(lon_deg: f64) -> f64 {
    ((lon_deg - 180.0) / 360.0).ceil()
}

pub(super) fn moved(at: LonLat, turns: f64) -> LonLat {
    LonLat {
        lon_deg: at.lon_deg + 360.0 * turns,
        ..at
    }
}

/// Where the way between two points meets a meridian.
pub(super) fn crossing(from: LonLat, to: LonLat, lon_deg: f64) -> LonLat {
    let part = (lon_deg - from.lon_deg) / (to.lon_deg - from.lon_deg);
    LonLat {
        lon_deg,
        lat_deg: from.lat_deg + (to.lat_deg - from.lat_deg) * part,
    }
}

/// The straight way between two positions, the shorter way round: one part, or two.
pub(super) fn straight(from: LonLat, to: LonLat) -> Vec<Vec<LonLat>> {
    let step_deg = to.lon_deg - from.lon_deg;
    let turns = -(step_deg / 360.0).round();
    cut_line(&[from, moved(to, turns)])
}

/// Parts of a line as the map has them, as parts that end at the antimeridian.
pub(super) fn lines(parts: &[Vec<LonLat>]) -> Vec<Vec<LonLat>> {
    let mut whole: Vec<(Vec<LonLat>, f64)> = Vec::new();
    for part in parts {
        let joined = match (whole.last_mut(), part.first()) {
            (Some((line, turns)), Some(&first)) => {
                let step = line.last().and_then(|&last| {
                    let here = moved(last, -*turns);
                    seam_step(here, first)
                });
                step.map(|step| {
                    *turns += step;
                    line.extend(part.iter().skip(1).map(|&at| moved(at, *turns)));
                })
            }
            _ => None,
        };
        if joined.is_none() {
            whole.push((part.clone(), 0.0));
        }
    }
    whole.iter().flat_map(|(line, _)| cut_line(line)).collect()
}

/// Which way a line goes on over the map's cut from the end of one part to the start of the next;
/// none where the two are not one line.
fn seam_step(end: LonLat, start: LonLat) -> Option<f64> {
    let is_at = |at: LonLat, edge_deg: f64| (at.lon_deg - edge_deg).abs() < LEAST_DEG;
    let is_same = (end.lat_deg - start.lat_deg).abs() < LEAST_DEG;
    match () {
        () if !is_same => None,
        () if is_at(end, EAST_EDGE_DEG) && is_at(start, WEST_EDGE_DEG) => Some(1.0),
        () if is_at(end, WEST_EDGE_DEG) && is_at(start, EAST_EDGE_DEG) => Some(-1.0),
        () => None,
    }
}

/// A line whose longitudes go on without a jump, as parts between -180 and 180.
fn cut_line(line: &[LonLat]) -> Vec<Vec<LonLat>> {
    let mut parts = Vec::new();
    let mut part: Vec<LonLat> = Vec::with_capacity(line.len());
    let mut turns = line.first().map_or(0.0, |first| turns_of(first.lon_deg));
    let mut last: Option<LonLat> = None;
    for &point in line {
        while let Some(from) = last {
            let at = moved(point, -turns);
            let (leaves_deg, step) = if at.lon_deg > 180.0 {
                (180.0, 1.0)
            } else if at.lon_deg < -180.0 {
                (-180.0, -1.0)
            } else {
                break;
            };
            let seam = crossing(moved(from, -turns), at, leaves_deg);
            part.push(seam);
            let enters = moved(seam, -step);
            parts.push(std::mem::replace(&mut part, vec![enters]));
            turns += step;
        }
        part.push(moved(point, -turns));
        last = Some(point);
    }
    parts.push(part);
    // A line that only touches the antimeridian leaves nothing on its other side.
    parts.retain(|part| {
        let first = part.first().copied();
        part.iter().any(|at| {
            first.is_some_and(|first| {
                (at.lon_deg - first.lon_deg).abs() > LEAST_DEG
                    || (at.lat_deg - first.lat_deg).abs() > LEAST_DEG
            })
        })
    });
    parts
}

/// Polygons as the map has them, outer ring first, as polygons that end at the antimeridian: outer
/// rings to the left, holes to the right (section 3.1.6).
pub(super) fn polygons(parts: &[Vec<Ring>]) -> Vec<Vec<Ring>> {
    let mut whole = Vec::new();
    for rings in seam_joined(parts) {
        let mut cut = Vec::new();
        let lons = || rings.iter().flatten().map(|at| at.lon_deg);
        let west_deg = lons().fold(f64::INFINITY, f64::min);
        let east_deg = lons().fold(f64::NEG_INFINITY, f64::max);
        let (mut turns, last) = (
            turns_of(west_deg + LEAST_DEG),
            turns_of(east_deg - LEAST_DEG),
        );
        while turns <= last {
            let here: Vec<Ring> = rings
                .iter()
                .map(|ring| ring.iter().map(|&at| moved(at, -turns)).collect())
                .collect();
            cut.extend(clip(here, -180.0, 180.0));
            turns += 1.0;
        }
        whole.extend(without_shared_edges(cut));
    }
    whole
}
