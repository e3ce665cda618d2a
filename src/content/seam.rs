//! Ways and areas over the edge of the map: unwrapped point by point, then cut where the map ends.
//!
//! A longitude can be written in many ways, and `[131, 43]` to `[-122, 47]` is meant over the
//! Pacific. So each point is taken within half a turn of the one before, as the atlas has it, and
//! what then lies over the map's edge comes back in on its other side as a part of its own.

use crate::geography::{EAST_EDGE_DEG, GeoBounds, LonLat, WEST_EDGE_DEG};
use crate::world::Waypoint;

/// A ring that spans more than this winds round the globe, and each turn would be one more part.
const WIDEST_DEG: f64 = 720.0;

/// In square degrees. Smaller rings are points or lines but for the error of floating numbers.
const LEAST_AREA: f64 = 1e-9;

/// Over which edge of a strip something lies.
#[derive(Clone, Copy)]
enum Edge {
    West,
    East,
}

/// Longitudes as written, one after the other, into ones that go on without a jump.
#[derive(Default)]
struct Unwrapper {
    turns: f64,
    last: Option<f64>,
}

impl Unwrapper {
    fn next(&mut self, point: LonLat) -> LonLat {
        match self.last {
            // What begins at the eastern edge is on the map already, as the part of a way that was
            // cut there, and stays as it is to the bit.
            None if point.lon_deg == EAST_EDGE_DEG => {}
            None => self.turns = -strip_of(point.lon_deg),
            Some(last) => {
                let mut step = point.lon_deg - last;
                // Half a turn is taken the way it is written.
                while step > 180.0 {
                    (step, self.turns) = (step - 360.0, self.turns - 1.0);
                }
                while step < -180.0 {
                    (step, self.turns) = (step + 360.0, self.turns + 1.0);
                }
            }
        }
        self.last = Some(point.lon_deg);
        shifted(point, self.turns)
    }
}

/// How many turns east of the map a longitude is.
fn strip_of(lon_deg: f64) -> f64 {
    ((lon_deg - WEST_EDGE_DEG) / 360.0).floor()
}

fn shifted(point: LonLat, turns: f64) -> LonLat {
    LonLat {
        lon_deg: point.lon_deg + 360.0 * turns,
        ..point
    }
}

/// Where the way between two points meets a meridian.
fn crossing(from: LonLat, to: LonLat, lon_deg: f64) -> LonLat {
    let part = (lon_deg - from.lon_deg) / (to.lon_deg - from.lon_deg);
    LonLat {
        lon_deg,
        lat_deg: from.lat_deg + (to.lat_deg - from.lat_deg) * part,
    }
}

/// A line as the parts of it that lie on the map; longitudes are as written.
pub(super) fn line(waypoints: Vec<Waypoint>) -> Vec<Vec<Waypoint>> {
    let mut unwrapper = Unwrapper::default();
    let mut parts = Vec::new();
    let mut part: Vec<Waypoint> = Vec::with_capacity(waypoints.len());
    let (mut strip, mut last): (f64, Option<LonLat>) = (0.0, None);
    for Waypoint { at, name } in waypoints {
        let at = unwrapper.next(at);
        let here = shifted(at, -strip).lon_deg;
        let over = if here > EAST_EDGE_DEG {
            Some(Edge::East)
        } else if here < WEST_EDGE_DEG {
            Some(Edge::West)
        } else {
            None
        };
        if let (Some(edge), Some(from)) = (over, last) {
            let (leaves_deg, enters_deg, turn) = match edge {
                Edge::East => (EAST_EDGE_DEG, WEST_EDGE_DEG, 1.0),
                Edge::West => (WEST_EDGE_DEG, EAST_EDGE_DEG, -1.0),
            };
            let seam = crossing(from, at, leaves_deg + 360.0 * strip);
            let unnamed = |lon_deg| Waypoint {
                at: LonLat { lon_deg, ..seam },
                name: String::new(),
            };
            part.push(unnamed(leaves_deg));
            parts.push(std::mem::replace(&mut part, vec![unnamed(enters_deg)]));
            strip += turn;
        }
        part.push(Waypoint {
            at: shifted(at, -strip),
            name,
        });
        last = Some(at);
    }
    parts.push(part);
    // A line that only touches the edge leaves nothing on the other side.
    parts.retain(|part| {
        let first = part.first();
        part.iter()
            .any(|point| Some(point.at) != first.map(|first| first.at))
    });
    parts
}

/// A polygon as the parts of it that lie on the map, outer rings to the left and holes to the
/// right, each first point like the last; longitudes are as written. Where a ring is no good, its
/// index and what is wrong with it.
pub(super) fn polygon(
    rings: Vec<Vec<LonLat>>,
) -> Result<Vec<Vec<Vec<LonLat>>>, (usize, &'static str)> {
    let mut polygons: Vec<Vec<Vec<LonLat>>> = Vec::new();
    let mut extents: Vec<Option<GeoBounds>> = Vec::new();
    let extent_of = |ring: &Vec<LonLat>| GeoBounds::around(ring.iter().copied());
    for (index, ring) in rings.into_iter().enumerate() {
        let mut ring = unwrapped_ring(ring);
        let area = area_of(&ring);
        if area.abs() < LEAST_AREA {
            return Err((index, "this ring encloses nothing"));
        }
        if (area < 0.0) == (index == 0) {
            ring.reverse();
        }
        let parts = parts_of(ring).ok_or((index, "this ring winds round the globe"))?;
        if index == 0 {
            extents = parts.iter().map(extent_of).collect();
            polygons = parts.into_iter().map(|part| vec![part]).collect();
            continue;
        }
        for hole in parts {
            let middle = extent_of(&hole).map(GeoBounds::center);
            let holds = |(_, extent): &(_, &Option<GeoBounds>)| {
                let both = extent.zip(middle);
                both.is_some_and(|(extent, at)| extent.contains(at))
            };
            let found = polygons.iter_mut().zip(&extents).find(holds);
            let (polygon, _) = found.ok_or((index, "this hole lies outside its polygon"))?;
            polygon.push(hole);
        }
    }
    Ok(polygons)
}

/// A closed ring that goes on without a jump. One that goes round a pole has the pole in it.
fn unwrapped_ring(written: Vec<LonLat>) -> Vec<LonLat> {
    let mut unwrapper = Unwrapper::default();
    let mut ring: Vec<LonLat> = written.iter().map(|&point| unwrapper.next(point)).collect();
    let (Some(&first), Some(&last)) = (ring.first(), ring.last()) else {
        return written;
    };
    if (first.lon_deg - last.lon_deg).abs() > 180.0 {
        let lats = ring.iter().map(|point| point.lat_deg);
        let lat_deg = if lats.sum::<f64>() < 0.0 { -90.0 } else { 90.0 };
        ring.push(LonLat { lat_deg, ..last });
        ring.push(LonLat { lat_deg, ..first });
        ring.push(first);
    }
    // From -180 to 180 is no step at all, unless nothing else makes sense: a box round the globe.
    if area_of(&ring).abs() < LEAST_AREA && area_of(&written).abs() >= LEAST_AREA {
        return written;
    }
    ring
}

/// In square degrees, positive when it runs to the left.
fn area_of(ring: &[LonLat]) -> f64 {
    let Some(&origin) = ring.first() else {
        return 0.0;
    };
    let pairs = ring.windows(2).map(|pair| {
        let &[a, b] = pair else { return 0.0 };
        let (ax, ay) = (a.lon_deg - origin.lon_deg, a.lat_deg - origin.lat_deg);
        let (bx, by) = (b.lon_deg - origin.lon_deg, b.lat_deg - origin.lat_deg);
        (ax * by - bx * ay) / 2.0
    });
    pairs.sum()
}

/// The parts of a ring that lie on the map; none for one that winds.
fn parts_of(ring: Vec<LonLat>) -> Option<Vec<Vec<LonLat>>> {
    let GeoBounds {
        west_deg, east_deg, ..
    } = GeoBounds::around(ring.iter().copied())?;
    if east_deg - west_deg > WIDEST_DEG {
        return None;
    }
    if west_deg >= WEST_EDGE_DEG && east_deg <= EAST_EDGE_DEG {
        return Some(vec![ring]);
    }
    let mut parts = Vec::new();
    let mut strip = strip_of(west_deg);
    while WEST_EDGE_DEG + 360.0 * strip < east_deg {
        let moved: Vec<_> = ring.iter().map(|&point| shifted(point, -strip)).collect();
        let part = cut_at(&cut_at(&moved, Edge::West), Edge::East);
        if area_of(&part).abs() > LEAST_AREA / 1e3 {
            parts.push(part);
        }
        strip += 1.0;
    }
    Some(parts)
}

/// What of a closed ring lies on the map's side of an edge. (I. Sutherland and G. Hodgman, 1974.)
fn cut_at(ring: &[LonLat], edge: Edge) -> Vec<LonLat> {
    let edge_deg = match edge {
        Edge::West => WEST_EDGE_DEG,
        Edge::East => EAST_EDGE_DEG,
    };
    let is_inside = |point: LonLat| match edge {
        Edge::West => point.lon_deg >= edge_deg,
        Edge::East => point.lon_deg <= edge_deg,
    };
    let mut cut = Vec::with_capacity(ring.len());
    for pair in ring.windows(2) {
        let &[from, to] = pair else { continue };
        if is_inside(from) != is_inside(to) {
            cut.push(crossing(from, to, edge_deg));
        }
        if is_inside(to) {
            cut.push(to);
        }
    }
    cut.extend(cut.first().copied());
    cut
}

/// A box brought onto the map: what would lie over its edge is left out, and so the smaller of two
/// parts. Degrees are as written; none where they make no box.
pub(super) fn bounds([west, south, east, north]: [f64; 4]) -> Option<GeoBounds> {
    // A box over the date line may be written from 170 to -170.
    let turn = if east < west && east + 360.0 - west <= 180.0 {
        360.0
    } else {
        0.0
    };
    let span_deg = east + turn - west;
    if span_deg <= 0.0 || south >= north {
        return None;
    }
    // Edges that are on the map already stay as they are to the bit.
    let shift_deg = 360.0 * strip_of(west);
    let (start_deg, end_deg) = (west - shift_deg, east + turn - shift_deg);
    let over_deg = end_deg - EAST_EDGE_DEG;
    let (west_deg, east_deg) = if span_deg >= 360.0 {
        (WEST_EDGE_DEG, EAST_EDGE_DEG)
    } else if over_deg > EAST_EDGE_DEG - start_deg {
        (WEST_EDGE_DEG, WEST_EDGE_DEG + over_deg)
    } else {
        (start_deg, EAST_EDGE_DEG.min(end_deg))
    };
    Some(GeoBounds {
        west_deg,
        south_deg: south,
        east_deg,
        north_deg: north,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn waypoints(points: &[(f64, f64)]) -> Vec<Waypoint> {
        let points = points.iter().map(|&(lon_deg, lat_deg)| Waypoint {
            at: LonLat { lon_deg, lat_deg },
            name: "named".to_owned(),
        });
        points.collect()
    }

    proptest! {
        #[test]
        fn no_part_of_a_line_leaves_the_map_and_no_point_is_lost(
            points in prop::collection::vec((-540.0..540.0, -90.0..90.0), 2..40),
        ) {
            let parts = line(waypoints(&points));
            let named = parts.iter().flatten().filter(|point| !point.name.is_empty());
            prop_assert_eq!(named.count(), points.len());
            for pair in parts.iter().flat_map(|part| part.windows(2)) {
                let (from, to) = (pair[0].at.lon_deg, pair[1].at.lon_deg);
                prop_assert!((from - to).abs() <= 180.0 + 1e-9);
                prop_assert!((WEST_EDGE_DEG - 1e-9..=EAST_EDGE_DEG + 1e-9).contains(&from));
            }
        }
    }

    #[test]
    fn a_line_on_the_map_stays_as_it_was_written_to_the_last_digit() {
        let points = waypoints(&[(62.358_6, 37.301_4), (190.999_9, 1.0), (12.1, -4.0)]);
        assert_eq!(line(points.clone()), [points]);
    }
}
