//! Distances over the ground, and the great circle between two positions.
//!
//! Lengths are those of the WGS84 ellipsoid (C. Karney, Algorithms for geodesics, 2013), which
//! other tools agree with. The way that is drawn is the great circle of the sphere: on a map of the
//! world nobody can tell the two apart.

use geo::{Distance as _, Geodesic, Point};

use super::{EAST_EDGE_DEG, LonLat, WEST_EDGE_DEG};

/// Metres in a statute mile.
pub const METERS_PER_MILE: f64 = 1_609.344;

/// A drawn great circle has a point at least every so many degrees.
const STEP_DEG: f64 = 1.0;

/// The shortest way over the ground, in metres.
pub fn distance_m(from: LonLat, to: LonLat) -> f64 {
    let [from, to] = [from, to].map(|at| Point::new(at.lon_deg, at.lat_deg));
    Geodesic.distance(from, to)
}

/// How long a way through points is, in metres.
pub fn length_m(points: &[LonLat]) -> f64 {
    let steps = points.array_windows();
    steps.map(|&[from, to]| distance_m(from, to)).sum()
}

/// The great circle between two positions: one line, or two where it crosses the map's cut.
pub fn great_circle(from: LonLat, to: LonLat) -> Vec<Vec<LonLat>> {
    let (start, end) = (vector_of(from), vector_of(to));
    let angle = angle_between(start, end);
    // Between two ends of the globe every way is the shortest: this one goes over a pole.
    let side = match unit(less(end, scaled(start, dot(start, end)))) {
        Some(side) => side,
        None if angle < 1.0 => return vec![vec![from, to]],
        None => unit(less(POLE, scaled(start, dot(start, POLE)))).unwrap_or([1.0, 0.0, 0.0]),
    };
    let steps = (angle.to_degrees() / STEP_DEG).ceil().max(1.0);
    let mut lines = vec![vec![from]];
    let mut last = from;
    for step in 1..=steps as u32 {
        let turn = angle * f64::from(step) / steps;
        let at = if f64::from(step) < steps {
            let (sin, cos) = turn.sin_cos();
            position_of(plus(scaled(start, cos), scaled(side, sin)))
        } else {
            to
        };
        if (at.lon_deg - last.lon_deg).abs() > 180.0 {
            let [before, after] = cut(last, at);
            lines
                .last_mut()
                .into_iter()
                .for_each(|line| line.push(before));
            lines.push(vec![after]);
        }
        lines.last_mut().into_iter().for_each(|line| line.push(at));
        last = at;
    }
    lines
}

/// The middle of the great circle between two positions.
pub fn midpoint(from: LonLat, to: LonLat) -> LonLat {
    let lines = great_circle(from, to);
    let points: Vec<LonLat> = lines.into_iter().flatten().collect();
    points.get(points.len() / 2).copied().unwrap_or(from)
}

/// Where a step over the map's cut leaves on one side and comes in on the other.
fn cut(from: LonLat, to: LonLat) -> [LonLat; 2] {
    let is_eastward = from.lon_deg > to.lon_deg;
    let (leaves, enters) = if is_eastward {
        (EAST_EDGE_DEG, WEST_EDGE_DEG)
    } else {
        (WEST_EDGE_DEG, EAST_EDGE_DEG)
    };
    let (before, after) = ((leaves - from.lon_deg).abs(), (to.lon_deg - enters).abs());
    let whole = before + after;
    let part = if whole > 0.0 { before / whole } else { 0.5 };
    let lat_deg = from.lat_deg + (to.lat_deg - from.lat_deg) * part;
    // Not `LonLat::new`, which knows the edge on its western side only.
    [leaves, enters].map(|lon_deg| LonLat { lon_deg, lat_deg })
}

type Vector = [f64; 3];

const POLE: Vector = [0.0, 0.0, 1.0];

fn vector_of(at: LonLat) -> Vector {
    let (sin_lat, cos_lat) = at.lat_deg.to_radians().sin_cos();
    let (sin_lon, cos_lon) = at.lon_deg.to_radians().sin_cos();
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

fn position_of([x, y, z]: Vector) -> LonLat {
    LonLat::new(y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees())
}

fn dot(a: Vector, b: Vector) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn plus(a: Vector, b: Vector) -> Vector {
    std::array::from_fn(|at| {
        let part = |vector: Vector| vector.get(at).copied().unwrap_or_default();
        part(a) + part(b)
    })
}

fn scaled(vector: Vector, by: f64) -> Vector {
    vector.map(|part| part * by)
}

fn less(a: Vector, b: Vector) -> Vector {
    plus(a, scaled(b, -1.0))
}

/// The same direction with length one; none for what has next to no length.
fn unit(vector: Vector) -> Option<Vector> {
    let length = dot(vector, vector).sqrt();
    (length > 1e-12).then(|| scaled(vector, 1.0 / length))
}

/// Sound for small angles too, where the cosine tells nothing.
fn angle_between(a: Vector, b: Vector) -> f64 {
    let across = less(b, scaled(a, dot(a, b)));
    dot(across, across).sqrt().atan2(dot(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_great_circle_over_the_maps_cut_is_two_lines_that_end_at_its_edges() {
        let (anadyr, anchorage) = (LonLat::new(177.5, 64.7), LonLat::new(-149.9, 61.2));
        for (from, to, edges) in [
            (anadyr, anchorage, [EAST_EDGE_DEG, WEST_EDGE_DEG]),
            (anchorage, anadyr, [WEST_EDGE_DEG, EAST_EDGE_DEG]),
        ] {
            let lines = great_circle(from, to);
            assert_eq!(lines.len(), 2, "{lines:?}");
            let (end, start) = (lines[0].last().unwrap(), lines[1].first().unwrap());
            let ends = [end.lon_deg, start.lon_deg];
            assert!(
                ends.iter()
                    .zip(edges)
                    .all(|(end, edge)| (end - edge).abs() < 1e-9)
            );
            assert!((end.lat_deg - start.lat_deg).abs() < 1e-9);
            assert_eq!((lines[0][0], *lines[1].last().unwrap()), (from, to));
        }
    }

    #[test]
    fn a_great_circle_bends_to_the_pole() {
        let (seattle, tokyo) = (LonLat::new(-122.3, 47.6), LonLat::new(139.7, 35.7));
        let middle = midpoint(seattle, tokyo);
        assert!(middle.lat_deg > 50.0, "{middle:?}");
        let opposite = great_circle(LonLat::new(20.0, 10.0), LonLat::new(-160.0, -10.0));
        assert!(opposite.iter().map(Vec::len).sum::<usize>() > 180);
    }

    proptest! {
        #[test]
        fn any_great_circle_goes_in_short_steps_and_is_as_long_as_the_distance(
            (lon1, lat1) in (-180.0..180.0_f64, -90.0..90.0_f64),
            (lon2, lat2) in (-180.0..180.0_f64, -90.0..90.0_f64),
        ) {
            let (from, to) = (LonLat::new(lon1, lat1), LonLat::new(lon2, lat2));
            let lines = great_circle(from, to);
            prop_assert_eq!(lines[0][0], from);
            prop_assert_eq!(*lines.last().unwrap().last().unwrap(), to);
            prop_assert!(lines.iter().flatten().all(|at| at.lon_deg.is_finite() && at.lat_deg.is_finite()));
            let drawn_m: f64 = lines.iter().map(|line| length_m(line)).sum();
            let direct_m = distance_m(from, to);
            // The cut's point lies on the chord in degrees, which near a pole is a detour.
            let is_polar = lines.len() > 1;
            prop_assert!(is_polar || (drawn_m - direct_m).abs() < 0.006 * direct_m + 1.0, "{drawn_m} {direct_m}");
            prop_assert!(drawn_m > direct_m - 1.0, "{drawn_m} {direct_m}");
        }
    }
}
