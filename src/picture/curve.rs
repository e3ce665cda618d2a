//! Smooth ways between points: splines through waypoints, arcs between two ends.

use crate::geography::MapPoint;

/// Points between two waypoints of a spline.
pub(super) const STEPS_PER_SPAN: u32 = 16;

/// Points of an arc.
const ARC_STEPS: u32 = 40;

/// Points with none twice in a row.
pub(super) fn distinct(points: impl IntoIterator<Item = MapPoint>) -> Vec<MapPoint> {
    let mut distinct: Vec<MapPoint> = Vec::new();
    for point in points {
        if distinct
            .last()
            .is_none_or(|&last| distance(last, point) > 1e-9)
        {
            distinct.push(point);
        }
    }
    distinct
}

/// How a centripetal Catmull-Rom spline passes each of its points, as a speed per root of length:
/// a way through waypoints that does not pretend to corners we do not know. (E. Catmull and
/// R. Rom, 1974; centripetal after C. Yuksel and others, 2011, which never loops.)
pub(super) fn velocities(points: &[MapPoint]) -> Vec<MapPoint> {
    let at = |index: Option<usize>| index.and_then(|index| points.get(index)).copied();
    points
        .iter()
        .enumerate()
        .map(|(index, &point)| {
            let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
            let before = before.or_else(|| Some(mirrored(after?, point)));
            let after = after.or_else(|| Some(mirrored(before?, point)));
            match (before, after) {
                (Some(before), Some(after)) => velocity(before, point, after),
                _ => MapPoint { x: 0.0, y: 0.0 },
            }
        })
        .collect()
}

fn velocity(before: MapPoint, at: MapPoint, after: MapPoint) -> MapPoint {
    let (first, second) = (knot(before, at), knot(at, after));
    let part = |before: f64, at: f64, after: f64| {
        (at - before) / first - (after - before) / (first + second) + (after - at) / second
    };
    MapPoint {
        x: part(before.x, at.x, after.x),
        y: part(before.y, at.y, after.y),
    }
}

fn knot(a: MapPoint, b: MapPoint) -> f64 {
    distance(a, b).sqrt().max(1e-9)
}

/// The way through points that passes each as told (see [`velocities`]): [`STEPS_PER_SPAN`] steps
/// from one to the next.
pub(super) fn way_through(points: &[MapPoint], velocities: &[MapPoint]) -> Vec<MapPoint> {
    let mut way: Vec<MapPoint> = points.first().copied().into_iter().collect();
    for (span, speeds) in points.windows(2).zip(velocities.windows(2)) {
        let (&[from, to], &[start, end]) = (span, speeds) else {
            continue;
        };
        let length = knot(from, to);
        for step in 1..STEPS_PER_SPAN {
            let t = f64::from(step) / f64::from(STEPS_PER_SPAN);
            // Hermite's four weights.
            let (there, here) = (t * t * (3.0 - 2.0 * t), 1.0 - t * t * (3.0 - 2.0 * t));
            let (leaving, coming) = (t * (1.0 - t).powi(2) * length, t * t * (t - 1.0) * length);
            let mix = |from: f64, to: f64, start: f64, end: f64| {
                from * here + to * there + start * leaving + end * coming
            };
            way.push(MapPoint {
                x: mix(from.x, to.x, start.x, end.x),
                y: mix(from.y, to.y, start.y, end.y),
            });
        }
        way.push(to);
    }
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

    fn spline(points: &[MapPoint]) -> Vec<MapPoint> {
        let points = distinct(points.iter().copied());
        way_through(&points, &velocities(&points))
    }

    #[test]
    fn lines_of_no_and_of_one_point_stay_as_they_are() {
        assert!(spline(&[]).is_empty());
        assert_eq!(spline(&[MapPoint { x: 1.0, y: 2.0 }]).len(), 1);
    }
}
