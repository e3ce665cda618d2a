//! Smooth ways between points: splines through waypoints, arcs between two ends.

use crate::geography::MapPoint;

/// Points between two waypoints of a spline.
const STEPS_PER_SPAN: u32 = 10;

/// Points of an arc.
const ARC_STEPS: u32 = 40;

/// A centripetal Catmull-Rom spline through the points: a way through waypoints that does not
/// pretend to corners we do not know. (E. Catmull and R. Rom, 1974; centripetal after C. Yuksel
/// and others, 2011, which never loops.)
pub(super) fn spline(points: &[MapPoint]) -> Vec<MapPoint> {
    let mut distinct: Vec<MapPoint> = Vec::with_capacity(points.len());
    for &point in points {
        if distinct
            .last()
            .is_none_or(|&last| distance(last, point) > 1e-9)
        {
            distinct.push(point);
        }
    }
    let (Some(&first), Some(&last)) = (distinct.first(), distinct.last()) else {
        return distinct;
    };
    if distinct.len() < 3 {
        return distinct;
    }
    let mut way = vec![first];
    for (index, span) in distinct.windows(2).enumerate() {
        let &[from, to] = span else { continue };
        let before = index
            .checked_sub(1)
            .and_then(|at| distinct.get(at))
            .copied();
        let after = distinct.get(index + 2).copied();
        let before = before.unwrap_or_else(|| mirrored(to, from));
        let after = after.unwrap_or_else(|| mirrored(from, to));
        for step in 1..STEPS_PER_SPAN {
            let part = f64::from(step) / f64::from(STEPS_PER_SPAN);
            way.push(catmull_rom([before, from, to, after], part));
        }
        way.push(to);
    }
    debug_assert!(way.last().is_some_and(|&end| distance(end, last) < 1e-9));
    way
}

/// An arc from one end to the other. `bulge` is how far its middle lies to the left of the
/// straight way, as a part of its length; negative to the right.
pub(super) fn arc(from: MapPoint, to: MapPoint, bulge: f64) -> Vec<MapPoint> {
    let middle = MapPoint {
        x: f64::midpoint(from.x, to.x) + (to.y - from.y) * bulge * 2.0,
        y: f64::midpoint(from.y, to.y) - (to.x - from.x) * bulge * 2.0,
    };
    (0..=ARC_STEPS)
        .map(|step| {
            let t = f64::from(step) / f64::from(ARC_STEPS);
            let (a, b, c) = ((1.0 - t).powi(2), 2.0 * t * (1.0 - t), t * t);
            MapPoint {
                x: a * from.x + b * middle.x + c * to.x,
                y: a * from.y + b * middle.y + c * to.y,
            }
        })
        .collect()
}

pub(super) fn distance(a: MapPoint, b: MapPoint) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// `about` mirrored away from `point`.
fn mirrored(point: MapPoint, about: MapPoint) -> MapPoint {
    MapPoint {
        x: 2.0 * about.x - point.x,
        y: 2.0 * about.y - point.y,
    }
}

fn catmull_rom([p0, p1, p2, p3]: [MapPoint; 4], part: f64) -> MapPoint {
    let knot = |a: MapPoint, b: MapPoint| distance(a, b).sqrt().max(1e-9);
    let t1 = knot(p0, p1);
    let t2 = t1 + knot(p1, p2);
    let t3 = t2 + knot(p2, p3);
    let t = t1 + (t2 - t1) * part;
    let mix = |a: MapPoint, b: MapPoint, start: f64, end: f64| {
        let share = (t - start) / (end - start);
        MapPoint {
            x: a.x + (b.x - a.x) * share,
            y: a.y + (b.y - a.y) * share,
        }
    };
    let (a1, a2, a3) = (
        mix(p0, p1, 0.0, t1),
        mix(p1, p2, t1, t2),
        mix(p2, p3, t2, t3),
    );
    let (b1, b2) = (mix(a1, a2, 0.0, t2), mix(a2, a3, t1, t3));
    mix(b1, b2, t1, t2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spline_passes_through_every_waypoint_in_order() {
        let points: Vec<_> = [(0.0, 0.0), (3.0, 1.0), (3.0, 1.0), (4.0, 5.0), (9.0, 5.0)]
            .map(|(x, y)| MapPoint { x, y })
            .into();
        let way = spline(&points);
        let mut from = 0;
        for point in points {
            let at = way[from..].iter().position(|&p| distance(p, point) < 1e-9);
            from += at.unwrap_or_else(|| panic!("{point:?} is not on the way"));
        }
    }

    #[test]
    fn an_arc_bulges_to_the_side_it_was_told() {
        let (from, to) = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 10.0, y: 0.0 });
        let way = arc(from, to, 0.2);
        let middle = way[way.len() / 2];
        assert!((middle.y + 2.0).abs() < 1e-9, "{middle:?}");
    }

    #[test]
    fn lines_of_no_and_of_one_point_stay_as_they_are() {
        assert!(spline(&[]).is_empty());
        assert_eq!(spline(&[MapPoint { x: 1.0, y: 2.0 }]).len(), 1);
    }
}
