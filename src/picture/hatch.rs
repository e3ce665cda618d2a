//! Hatching of areas: parallel lines clipped to rings, on the map plane.

use crate::geography::{MapPoint, MapRect};

/// The distance between two hatch lines on the screen, at the start of an octave of zoom.
const SPACING_PX: f64 = 7.0;

/// Past this the hatch no longer gets finer, so that a large area stays a bounded number of lines.
const LAST_OCTAVE: i32 = 9;

/// Hatches are made once per doubling of the scale; their lines lie 7 to 14 points apart.
pub fn hatch_octave(zoom: f64) -> i32 {
    (zoom.floor() as i32).clamp(0, LAST_OCTAVE)
}

/// Lines rising to the right at 45 degrees inside the rings (even-odd), for one octave.
pub fn hatch_lines(rings: &[Vec<MapPoint>], octave: i32) -> Vec<[MapPoint; 2]> {
    let spacing = SPACING_PX / f64::from(octave).exp2();
    let bounds = MapRect::around(rings.iter().flatten().copied());
    if bounds.is_empty() {
        return Vec::new();
    }
    // Turned so that hatch lines are level: u runs along a line, v across. On a 45 degree
    // hatch, u = x - y and v = x + y, each scaled by the root of two.
    let turned: Vec<Vec<(f64, f64)>> = rings
        .iter()
        .map(|ring| {
            ring.iter()
                .map(|point| (point.x - point.y, point.x + point.y))
                .collect()
        })
        .collect();
    let step = spacing * std::f64::consts::SQRT_2;
    let (low, high) = turned
        .iter()
        .flatten()
        .fold((f64::MAX, f64::MIN), |(low, high), &(_, v)| {
            (low.min(v), high.max(v))
        });
    let mut crossings: std::collections::BTreeMap<i64, Vec<f64>> =
        std::collections::BTreeMap::new();
    let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
    for ring in &turned {
        for edge in ring.windows(2) {
            let &[(u0, v0), (u1, v1)] = edge else {
                continue;
            };
            let (from, to) = (
                (v0.min(v1) / step).ceil() as i64,
                (v0.max(v1) / step).ceil() as i64,
            );
            for line in from.max(first)..to.min(last + 1) {
                let v = line as f64 * step;
                crossings
                    .entry(line)
                    .or_default()
                    .push(u0 + (u1 - u0) * (v - v0) / (v1 - v0));
            }
        }
    }
    let mut lines = Vec::new();
    for (line, mut at) in crossings {
        at.sort_by(f64::total_cmp);
        let v = line as f64 * step;
        let point = |u: f64| MapPoint {
            x: f64::midpoint(u, v),
            y: (v - u) / 2.0,
        };
        lines.extend(
            at.as_chunks::<2>()
                .0
                .iter()
                .map(|&[from, to]| [point(from), point(to)]),
        );
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatch_lines_stay_inside_their_square_and_keep_clear_of_its_hole() {
        let square = |low: f64, high: f64| {
            [
                (low, low),
                (high, low),
                (high, high),
                (low, high),
                (low, low),
            ]
            .map(|(x, y)| MapPoint { x, y })
            .to_vec()
        };
        let lines = hatch_lines(&[square(0.0, 10.0), square(4.0, 6.0)], 3);
        assert!(lines.len() > 10);
        for [from, to] in lines {
            for point in [from, to] {
                assert!((-1e-9..=10.0 + 1e-9).contains(&point.x), "{point:?}");
            }
            let middle = (f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
            let in_hole = (4.01..5.99).contains(&middle.0) && (4.01..5.99).contains(&middle.1);
            assert!(!in_hole, "{from:?} {to:?}");
        }
    }

    #[test]
    fn nothing_has_no_hatch() {
        assert!(hatch_lines(&[], 4).is_empty());
    }
}
