//! Positions on the packages' integer grid, unwrapped; rings and polygons of them.

use std::collections::{BTreeMap, BTreeSet};

/// Column and row of world-atlas' grid. Columns run past the antimeridian.
pub(crate) type Point = (i32, i32);

/// Closed: the first point stands again at the end.
pub(crate) type Ring = Vec<Point>;

/// Outer ring first, counter-clockwise; holes clockwise.
pub(crate) type Polygon = Vec<Ring>;

/// Columns of 360 degrees: +180 was snapped onto -180, so 99,999 columns go round.
pub(crate) const PERIOD: i32 = 99_999;
pub(crate) const SCALE: [f64; 2] = [0.003_600_036_000_360_003_7, 0.001_688_577_269_882_696_2];
pub(crate) const TRANSLATE: [f64; 2] = [-180.0, -85.221_937_757_999_91];

/// The seam of the unwrapped world, 169 degrees west, and the last row of Antarctica.
const SEAM_DEG: f64 = -169.0;
const BOTTOM_DEG: f64 = -85.2;

pub(crate) fn lon_lat((x, y): Point) -> [f64; 2] {
    [
        f64::from(x) * SCALE[0] + TRANSLATE[0],
        f64::from(y) * SCALE[1] + TRANSLATE[1],
    ]
}

pub(crate) fn from_lon_lat(lon_deg: f64, lat_deg: f64) -> Point {
    let cell = |value: f64, axis: usize| ((value - TRANSLATE[axis]) / SCALE[axis]).round() as i32;
    (cell(lon_deg, 0), cell(lat_deg, 1))
}

/// Twice the signed area; positive when counter-clockwise.
pub(crate) fn doubled_area(ring: &[Point]) -> i64 {
    ring.windows(2)
        .map(|edge| {
            let [(x0, y0), (x1, y1)] =
                [edge[0], edge[1]].map(|(x, y)| (i64::from(x), i64::from(y)));
            x0 * y1 - x1 * y0
        })
        .sum()
}

pub(crate) fn contains(ring: &[Point], (px, py): (f64, f64)) -> bool {
    let mut inside = false;
    for edge in ring.windows(2) {
        let [(x0, y0), (x1, y1)] = [edge[0], edge[1]].map(|(x, y)| (f64::from(x), f64::from(y)));
        if (y0 > py) != (y1 > py) && px < x0 + (x1 - x0) * (py - y0) / (y1 - y0) {
            inside = !inside;
        }
    }
    inside
}

/// Undoes the jumps at the antimeridian by continuity, and brings the ring east of the seam.
///
/// A ring that goes round a pole (Antarctica) comes out cut at the seam and closed along its
/// bottom.
pub(crate) fn unwrapped(ring: &[Point]) -> Ring {
    let mut offset = 0;
    let mut result: Ring = Vec::with_capacity(ring.len());
    let mut previous: Option<i32> = None;
    for &(x, y) in ring {
        if let Some(last) = previous {
            if x - last > PERIOD / 2 {
                offset -= PERIOD;
            } else if last - x > PERIOD / 2 {
                offset += PERIOD;
            }
        }
        previous = Some(x);
        let point = (x + offset, y);
        if result.last() != Some(&point) {
            result.push(point);
        }
    }
    let turn = result[result.len() - 1].0 - result[0].0;
    if turn != 0 {
        return around_the_pole(&result, turn);
    }
    let seam = from_lon_lat(SEAM_DEG, 0.0).0;
    let (low, high) = result
        .iter()
        .fold((i32::MAX, i32::MIN), |(low, high), &(x, _)| {
            (low.min(x), high.max(x))
        });
    let middle = i32::midpoint(low, high);
    let shift = if middle < seam {
        PERIOD
    } else if middle >= seam + PERIOD {
        -PERIOD
    } else {
        0
    };
    result.iter().map(|&(x, y)| (x + shift, y)).collect()
}

/// Cuts a ring that goes once round at the seam, and closes it along the bottom.
fn around_the_pole(ring: &[Point], turn: i32) -> Ring {
    let seam = from_lon_lat(SEAM_DEG, 0.0).0;
    let bottom = from_lon_lat(0.0, BOTTOM_DEG).1;
    let mut coast: Vec<Point> = ring[..ring.len() - 1].to_vec();
    if turn < 0 {
        coast.reverse();
    }
    coast.retain(|&(_, y)| y > bottom);
    let past_seam = |x: i32| (x - seam).rem_euclid(PERIOD);
    let start = (0..coast.len())
        .min_by_key(|&at| (past_seam(coast[at].0), at))
        .unwrap_or(0);
    // From the start once round, still by continuity: the coast may cross the seam and return.
    let first = coast[start].0;
    let shift = seam + past_seam(first) - first;
    let around: Vec<Point> = coast[start..]
        .iter()
        .map(|&(x, y)| (x + shift, y))
        .chain(coast[..start].iter().map(|&(x, y)| (x + shift + PERIOD, y)))
        .collect();
    // Where the coast wanders over the seam and back it is flattened against it.
    let around: Vec<Point> = around
        .iter()
        .map(|&(x, y)| (x.clamp(seam, seam + PERIOD), y))
        .collect();
    let west = seam;
    let level = around[0].1;
    let mut closed = vec![
        (west, bottom),
        (west + PERIOD, bottom),
        (west + PERIOD, level),
    ];
    closed.extend(around.iter().rev());
    closed.push((west, level));
    closed.push((west, bottom));
    closed.dedup();
    closed
}

/// Joins polygons whose shared edges run in opposite directions, and cuts faces apart along
/// `cuts` (edges in both directions): the faces to the left of the directed edges.
pub(crate) fn faces(polygons: &[Polygon], cuts: &BTreeSet<(Point, Point)>) -> Vec<Ring> {
    let mut edges: BTreeSet<(Point, Point)> = BTreeSet::new();
    for ring in polygons.iter().flatten() {
        for pair in ring.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            if from != to && !edges.remove(&(to, from)) {
                edges.insert((from, to));
            }
        }
    }
    for &(from, to) in cuts {
        if !edges.contains(&(from, to)) && !edges.contains(&(to, from)) {
            edges.insert((from, to));
            edges.insert((to, from));
        }
    }
    let mut outgoing: BTreeMap<Point, Vec<Point>> = BTreeMap::new();
    for &(from, to) in &edges {
        outgoing.entry(from).or_default().push(to);
    }
    let angle = |(x0, y0): Point, (x1, y1): Point| f64::from(y1 - y0).atan2(f64::from(x1 - x0));
    let mut rings = Vec::new();
    while let Some(&(start, second)) = edges.first() {
        let mut ring = vec![start];
        let (mut from, mut at) = (start, second);
        edges.remove(&(from, at));
        loop {
            ring.push(at);
            let back = angle(at, from);
            let next = outgoing
                .get(&at)
                .into_iter()
                .flatten()
                .copied()
                .filter(|&to| edges.contains(&(at, to)))
                .min_by(|&a, &b| {
                    let turn = |to: Point| {
                        let clockwise = (back - angle(at, to)).rem_euclid(std::f64::consts::TAU);
                        if clockwise < 1e-12 {
                            std::f64::consts::TAU
                        } else {
                            clockwise
                        }
                    };
                    turn(a).total_cmp(&turn(b))
                });
            let Some(next) = next else { break };
            if at == start && next == second {
                break;
            }
            edges.remove(&(at, next));
            (from, at) = (at, next);
        }
        rings.push(ring);
    }
    rings.retain(|ring| ring.len() >= 4 && ring.first() == ring.last());
    rings
}

/// Groups rings into polygons: each clockwise ring becomes a hole of the smallest
/// counter-clockwise one around it.
pub(crate) fn polygons_of(rings: Vec<Ring>) -> Vec<Polygon> {
    let (mut outer, holes): (Vec<_>, Vec<_>) = rings
        .into_iter()
        .filter(|ring| doubled_area(ring) != 0)
        .partition(|ring| doubled_area(ring) > 0);
    outer.sort_by_key(|ring| doubled_area(ring));
    let mut polygons: Vec<Polygon> = outer.into_iter().map(|ring| vec![ring]).collect();
    for hole in holes {
        // The middle of the hole's first edge, a little to its left: inside the land around it.
        let ((x0, y0), (x1, y1)) = (hole[0], hole[1]);
        let (dx, dy) = (f64::from(x1 - x0), f64::from(y1 - y0));
        let length = dx.hypot(dy).max(1e-9);
        let middle = (
            f64::from(x0) + dx / 2.0 - dy / length * 0.01,
            f64::from(y0) + dy / 2.0 + dx / length * 0.01,
        );
        if let Some(around) = polygons
            .iter_mut()
            .find(|polygon| contains(&polygon[0], middle))
        {
            around.push(hole);
        }
    }
    polygons
}
