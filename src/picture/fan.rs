//! Arcs that meet at a place end on a small ring around it, spread like a fan, so that neither
//! they nor their arrows pile up on one spot.

use std::collections::BTreeMap;

use super::curve::distance;
use crate::geography::MapPoint;

/// The ring, in points on the screen: for one arc, and how much larger for each more.
const RING_PX: f64 = 8.0;
const RING_STEP_PX: f64 = 0.5;
const LARGEST_RING_PX: f64 = 15.0;

/// No more of an arc's length than this is given to the rings at its ends.
const MOST_OF_LENGTH: f64 = 0.2;

/// Two ends are so far apart on the ring (radians) where there is room, and all together take no
/// more of it than this.
const STEP_RAD: f64 = 0.5;
const WIDEST_FAN_RAD: f64 = 3.0;

/// One end of an arc.
#[derive(Clone, Copy, Debug)]
struct End {
    arc: usize,
    is_last: bool,
    /// The direction in which the arc leaves.
    angle: f64,
}

/// Moves the ends of arcs onto rings. `scale` is screen points to one map unit.
pub(super) fn fan_out(arcs: &mut [Vec<MapPoint>], scale: f64) {
    let mut places: BTreeMap<(i64, i64), (MapPoint, Vec<End>)> = BTreeMap::new();
    for (arc, points) in arcs.iter().enumerate() {
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
            continue;
        };
        let second = points.get(1).copied().unwrap_or(last);
        let last_but_one = points.len().checked_sub(2).and_then(|at| points.get(at));
        let last_but_one = last_but_one.copied().unwrap_or(first);
        for (at, next, is_last) in [(first, second, false), (last, last_but_one, true)] {
            let angle = (next.y - at.y).atan2(next.x - at.x);
            let key = ((at.x * 1e4) as i64, (at.y * 1e4) as i64);
            let (_, ends) = places.entry(key).or_insert_with(|| (at, Vec::new()));
            ends.push(End {
                arc,
                is_last,
                angle,
            });
        }
    }
    let mut shifts = vec![[MapPoint { x: 0.0, y: 0.0 }; 2]; arcs.len()];
    for (_, ends) in places.into_values() {
        let ring = (RING_PX + RING_STEP_PX * (ends.len() - 1) as f64).min(LARGEST_RING_PX);
        for (end, angle) in spread(ends) {
            let Some(points) = arcs.get(end.arc) else {
                continue;
            };
            let length = match (points.first(), points.last()) {
                (Some(&first), Some(&last)) => distance(first, last),
                _ => 0.0,
            };
            let radius = (ring / scale).min(length * MOST_OF_LENGTH);
            if let Some(shift) = shifts
                .get_mut(end.arc)
                .and_then(|it| it.get_mut(usize::from(end.is_last)))
            {
                *shift = MapPoint {
                    x: radius * angle.cos(),
                    y: radius * angle.sin(),
                };
            }
        }
    }
    for (points, [start, end]) in arcs.iter_mut().zip(shifts) {
        // A parabola whose ends move stays one.
        let steps = points.len().saturating_sub(1).max(1) as f64;
        for (step, point) in points.iter_mut().enumerate() {
            let t = step as f64 / steps;
            let (first, last) = ((1.0 - t).powi(2), t * t);
            point.x += start.x * first + end.x * last;
            point.y += start.y * first + end.y * last;
        }
    }
}

/// Gives each end an angle of its own, as near to the one it leaves in as the others allow.
fn spread(mut ends: Vec<End>) -> Vec<(End, f64)> {
    ends.sort_by(|a, b| a.angle.total_cmp(&b.angle).then(a.arc.cmp(&b.arc)));
    let count = ends.len();
    // The circle is cut open in its widest gap.
    let gap_before = |at: usize| -> f64 {
        let angle = |at: usize| ends.get(at % count).map_or(0.0, |end| end.angle);
        let turns = if at == 0 { std::f64::consts::TAU } else { 0.0 };
        angle(at) - angle(at + count - 1) + turns
    };
    let widest = (0..count).max_by(|&a, &b| gap_before(a).total_cmp(&gap_before(b)));
    ends.rotate_left(widest.unwrap_or(0));
    let first = ends.first().map_or(0.0, |end| end.angle);
    let opened = |angle: f64| {
        if angle < first {
            angle + std::f64::consts::TAU
        } else {
            angle
        }
    };
    let step = STEP_RAD.min(WIDEST_FAN_RAD / count as f64);
    // Ends that would come too near are set evenly around their common middle.
    let mut groups: Vec<(f64, usize)> = Vec::new();
    for (order, end) in ends.iter().enumerate() {
        groups.push((opened(end.angle) - order as f64 * step, 1));
        while let [.., (before, size), (last, more)] = groups.as_mut_slice()
            && *last < *before
        {
            let (all, sum) = (*size + *more, *before * *size as f64 + *last * *more as f64);
            (*before, *size) = (sum / all as f64, all);
            groups.pop();
        }
    }
    let starts = groups
        .into_iter()
        .flat_map(|(start, size)| std::iter::repeat_n(start, size));
    ends.into_iter()
        .zip(starts)
        .enumerate()
        .map(|(order, (end, start))| (end, start + order as f64 * step))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::curve::arc;

    fn at(x: f64, y: f64) -> MapPoint {
        MapPoint { x, y }
    }

    #[test]
    fn a_dozen_arcs_at_one_capital_end_apart_from_each_other_and_off_its_mark() {
        let mut arcs: Vec<_> = (0..12)
            .map(|n| arc(at(0.0, 0.0), at(40.0, f64::from(n) * 3.0), 0.1))
            .collect();
        fan_out(&mut arcs, 32.0);
        let ends: Vec<_> = arcs.iter().map(|points| points[0]).collect();
        for (index, &end) in ends.iter().enumerate() {
            let off_px = distance(end, at(0.0, 0.0)) * 32.0;
            assert!((RING_PX..=LARGEST_RING_PX).contains(&off_px), "{off_px}");
            for &other in &ends[..index] {
                assert!(distance(end, other) * 32.0 > 3.0, "{ends:?}");
            }
        }
    }

    #[test]
    fn arcs_far_apart_keep_the_direction_they_leave_in() {
        let ends = [
            at(30.0, 0.0),
            at(0.0, 30.0),
            at(-30.0, 1.0),
            at(-30.0, -1.0),
        ];
        let mut arcs: Vec<_> = ends.map(|end| arc(at(0.0, 0.0), end, 0.0)).into();
        fan_out(&mut arcs, 16.0);
        let angle = |index: usize| arcs[index][0].y.atan2(arcs[index][0].x);
        assert!(angle(0).abs() < 1e-9);
        assert!((angle(1) - std::f64::consts::FRAC_PI_2).abs() < 1e-9);
        let apart = (angle(2) - angle(3)).rem_euclid(std::f64::consts::TAU);
        let apart = apart.min(std::f64::consts::TAU - apart);
        assert!((apart - STEP_RAD).abs() < 1e-6, "{apart}");
    }

    #[test]
    fn however_far_away_one_looks_from_an_arc_keeps_most_of_its_length() {
        let mut arcs = vec![arc(at(0.0, 0.0), at(1.0, 0.0), 0.1)];
        fan_out(&mut arcs, 1.0);
        let (first, last) = (arcs[0][0], *arcs[0].last().unwrap());
        assert!(distance(first, last) > 0.5, "{first:?} {last:?}");
    }
}
