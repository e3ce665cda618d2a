//! Areas parted along meridians, and joined again where the map's own cut has parted them.
//!
//! An area is its rings, outer ones to the left and holes to the right, so that it lies to the left
//! of every line. What is left of its rings beside a meridian are pieces that begin and end on it;
//! going along the meridian with the area to the left, from the end of each to the next start,
//! makes rings of them. (I. Sutherland and G. Hodgman's way, which the map takes, leaves rings that
//! touch themselves where an area is hollow.)

use std::collections::BTreeSet;

use super::antimeridian::{crossing, moved};
use crate::geography::{EAST_EDGE_DEG, LonLat, WEST_EDGE_DEG};

/// Closed: the last point like the first.
pub(super) type Ring = Vec<LonLat>;

/// Nearer to a meridian, or to each other, than this is on it, and the same.
const SAME_DEG: f64 = 1e-9;

/// In square degrees. Smaller rings are points or lines but for the error of floating numbers.
const LEAST_AREA: f64 = 1e-12;

/// Which side of a meridian is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    West,
    East,
}

/// What of an area lies between two meridians, as polygons.
pub(super) fn clip(rings: Vec<Ring>, west_deg: f64, east_deg: f64) -> Vec<Vec<Ring>> {
    let rings = keep_side(rings, east_deg, Side::West);
    grouped(keep_side(rings, west_deg, Side::East))
}

fn keep_side(rings: Vec<Ring>, edge_deg: f64, side: Side) -> Vec<Ring> {
    let beyond = |at: LonLat| match side {
        Side::West => at.lon_deg - edge_deg,
        Side::East => edge_deg - at.lon_deg,
    };
    let (mut kept, mut chains): (Vec<Ring>, Vec<Ring>) = (Vec::new(), Vec::new());
    for ring in rings {
        if ring.iter().all(|&at| beyond(at) <= SAME_DEG) {
            kept.push(ring);
        } else {
            chains.extend(chains_of(&ring, edge_deg, |at| beyond(at) < 0.0));
        }
    }
    // West of a meridian the area is to the left of who goes north along it.
    let north = if side == Side::West { 1.0 } else { -1.0 };
    let along = |at: Option<&LonLat>| at.map_or(0.0, |at| at.lat_deg * north);
    kept.extend(linked(chains, |end, start| {
        let ahead = along(start) - along(end);
        (ahead >= -SAME_DEG).then_some(ahead)
    }));
    kept
}

/// The pieces of a ring inside of a meridian, each from the meridian and back to it.
fn chains_of(ring: &[LonLat], edge_deg: f64, is_inside: impl Fn(LonLat) -> bool) -> Vec<Ring> {
    let open = ring.get(..ring.len().saturating_sub(1)).unwrap_or_default();
    // Begins outside, so that no piece is begun in its middle.
    let Some(start) = open.iter().position(|&at| !is_inside(at)) else {
        return Vec::new();
    };
    let (before, after) = open.split_at(start);
    let mut points = after.iter().chain(before).chain(after.first()).copied();
    let mut chains: Vec<Ring> = Vec::new();
    let mut chain: Ring = Vec::new();
    let Some(mut last) = points.next() else {
        return chains;
    };
    for at in points {
        match (is_inside(last), is_inside(at)) {
            (false, true) => chain.extend([crossing(at, last, edge_deg), at]),
            (true, true) => chain.push(at),
            (true, false) => {
                chain.push(crossing(last, at, edge_deg));
                chains.push(std::mem::take(&mut chain));
            }
            (false, false) => {}
        }
        last = at;
    }
    chains
}

/// Rings of pieces: each goes on with the one whose start is nearest ahead of its end.
fn linked(
    mut chains: Vec<Ring>,
    ahead: impl Fn(Option<&LonLat>, Option<&LonLat>) -> Option<f64>,
) -> Vec<Ring> {
    let mut rings = Vec::new();
    while let Some(mut ring) = chains.pop() {
        loop {
            let home = ahead(ring.last(), ring.first());
            let others = chains.iter().enumerate();
            let others =
                others.filter_map(|(at, chain)| Some((at, ahead(ring.last(), chain.first())?)));
            let nearest = others.min_by(|(_, one), (_, other)| one.total_cmp(other));
            match (nearest, home) {
                (Some((at, way)), home) if home.is_none_or(|home| way < home) => {
                    ring.extend(chains.swap_remove(at));
                }
                _ => break,
            }
        }
        ring.extend(ring.first().copied());
        rings.push(ring);
    }
    rings
}

/// Rings as polygons: each hole with the outer ring it lies in.
fn grouped(rings: Vec<Ring>) -> Vec<Vec<Ring>> {
    let rings = rings.into_iter().map(without_repeats);
    let rings = rings.filter(|ring| area_of(ring).abs() > LEAST_AREA);
    let (outer, holes): (Vec<Ring>, Vec<Ring>) = rings.partition(|ring| area_of(ring) > 0.0);
    let mut polygons: Vec<Vec<Ring>> = outer.into_iter().map(|ring| vec![ring]).collect();
    for hole in holes {
        let is_around = |polygon: &&mut Vec<Ring>| {
            let outer = polygon.first();
            outer.is_some_and(|outer| hole.iter().any(|&at| is_within(at, outer)))
        };
        if let Some(polygon) = polygons.iter_mut().find(is_around) {
            polygon.push(hole);
        }
    }
    polygons
}

fn without_repeats(mut ring: Ring) -> Ring {
    ring.dedup_by(|one, other| is_same(*one, *other));
    ring
}

pub(super) fn is_same(one: LonLat, other: LonLat) -> bool {
    (one.lon_deg - other.lon_deg).abs() < SAME_DEG && (one.lat_deg - other.lat_deg).abs() < SAME_DEG
}

/// In square degrees, positive when it runs to the left.
pub(super) fn area_of(ring: &[LonLat]) -> f64 {
    let Some(&origin) = ring.first() else {
        return 0.0;
    };
    let pairs = ring.array_windows().map(|&[a, b]| {
        let (ax, ay) = (a.lon_deg - origin.lon_deg, a.lat_deg - origin.lat_deg);
        let (bx, by) = (b.lon_deg - origin.lon_deg, b.lat_deg - origin.lat_deg);
        (ax * by - bx * ay) / 2.0
    });
    pairs.sum()
}

fn is_within(at: LonLat, ring: &[LonLat]) -> bool {
    let crossings = ring.array_windows().filter(|&&[from, to]| {
        (from.lat_deg > at.lat_deg) != (to.lat_deg > at.lat_deg)
            && at.lon_deg
                < from.lon_deg
                    + (to.lon_deg - from.lon_deg) * (at.lat_deg - from.lat_deg)
                        / (to.lat_deg - from.lat_deg)
    });
    crossings.count() % 2 == 1
}

/// The areas of polygons as the map has them, each its rings: those that the map's cut has parted
/// are one again, and go on over 191.
pub(super) fn seam_joined(parts: &[Vec<Ring>]) -> Vec<Vec<Ring>> {
    let touches = |polygon: &[Ring], edge_deg: f64| {
        let edges = polygon.iter().flat_map(|ring| ring.array_windows());
        edges.into_iter().any(|edge| is_along(edge, edge_deg))
    };
    let (mut apart, mut east, mut west) = (Vec::new(), Vec::new(), Vec::new());
    for polygon in parts {
        match (
            touches(polygon, WEST_EDGE_DEG),
            touches(polygon, EAST_EDGE_DEG),
        ) {
            (true, false) => west.push(polygon.clone()),
            (false, true) => east.push(polygon.clone()),
            // What goes round the globe begins and ends there.
            _ => apart.push(polygon.clone()),
        }
    }
    match joined(&east, &west) {
        Some(rings) => apart.push(rings),
        None => apart.extend(east.into_iter().chain(west)),
    }
    apart
}

fn is_along(&[from, to]: &[LonLat; 2], edge_deg: f64) -> bool {
    [from, to]
        .iter()
        .all(|at| (at.lon_deg - edge_deg).abs() < SAME_DEG)
}

/// The rings of areas on both sides of the map's cut without what lies along it; none where the two
/// sides do not fit, as where an area only ends there.
fn joined(east: &[Vec<Ring>], west: &[Vec<Ring>]) -> Option<Vec<Ring>> {
    if east.is_empty() || west.is_empty() {
        return None;
    }
    let (mut rings, mut chains) = (Vec::new(), Vec::new());
    let sides = [(east, 0.0), (west, 1.0)];
    for (polygons, turns) in sides {
        for ring in polygons.iter().flatten() {
            let ring: Ring = ring.iter().map(|&at| moved(at, turns)).collect();
            let ring = without_repeats(ring);
            let pieces = pieces_off(&ring, |edge| is_along(edge, EAST_EDGE_DEG));
            if pieces.is_empty() {
                rings.push(ring);
            }
            chains.extend(pieces);
        }
    }
    rings.extend(closed(chains)?);
    Some(rings)
}

/// Rings of pieces, each of which goes on where another one ends; none where one goes on nowhere.
fn closed(mut pieces: Vec<Ring>) -> Option<Vec<Ring>> {
    let mut rings = Vec::new();
    while let Some(mut ring) = pieces.pop() {
        while !is_closed(&ring) {
            let end = ring.last().copied()?;
            let goes_on = |piece: &Ring| piece.first().is_some_and(|&start| is_same(start, end));
            let next = pieces.iter().position(goes_on)?;
            ring.extend(pieces.swap_remove(next).into_iter().skip(1));
        }
        rings.push(ring);
    }
    Some(rings)
}

/// Polygons of one area that lie side by side, as one: an area around a pole begins and ends at
/// some meridian of its own, which is no border of it.
pub(super) fn without_shared_edges(polygons: Vec<Vec<Ring>>) -> Vec<Vec<Ring>> {
    let rings = || polygons.iter().flatten();
    let edges: BTreeSet<_> = rings()
        .flat_map(|ring| ring.array_windows())
        .map(edge_key)
        .collect();
    let is_shared = |&[from, to]: &[LonLat; 2]| edges.contains(&edge_key(&[to, from]));
    let (mut whole, mut pieces) = (Vec::new(), Vec::new());
    for ring in rings() {
        let own = pieces_off(ring, is_shared);
        if own.is_empty() {
            whole.push(ring.clone());
        }
        pieces.extend(own);
    }
    if pieces.is_empty() {
        return polygons;
    }
    match closed(pieces) {
        Some(rings) => grouped(whole.into_iter().chain(rings).collect()),
        None => polygons,
    }
}

/// The same for edges between the same points.
fn edge_key(edge: &[LonLat; 2]) -> [[i64; 2]; 2] {
    let key = |degrees: f64| (degrees / SAME_DEG).round() as i64;
    edge.map(|at| [key(at.lon_deg), key(at.lat_deg)])
}

fn is_closed(ring: &[LonLat]) -> bool {
    matches!((ring.first(), ring.last()), (Some(&first), Some(&last)) if is_same(first, last))
}

/// A ring without its edges along a seam: the pieces between these; none where it has no such edge.
fn pieces_off(ring: &[LonLat], is_seam: impl Fn(&[LonLat; 2]) -> bool) -> Vec<Ring> {
    let edges: Vec<[LonLat; 2]> = ring.array_windows().copied().collect();
    let Some(start) = edges.iter().position(&is_seam) else {
        return Vec::new();
    };
    let (before, after) = edges.split_at(start);
    let mut pieces: Vec<Ring> = Vec::new();
    let mut piece: Ring = Vec::new();
    for &[from, to] in after.iter().chain(before) {
        if is_seam(&[from, to]) {
            if !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
            }
            continue;
        }
        if piece.is_empty() {
            piece.push(from);
        }
        piece.push(to);
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}
