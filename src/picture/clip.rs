//! Rings on the screen, cut to what can be seen and without points too close to tell apart.

use egui::{Pos2, Rect};
use geo::{LineString, SimplifyIdx as _};

/// Points nearer to the one before than this, in points of the screen, are left out.
const CLOSE_PX: f32 = 0.3;

/// No line lies farther from where it was than this, in points of the screen.
const OFF_PX: f32 = 0.2;

/// A ring cut to a rectangle, by the method of Sutherland and Hodgman (Communications of the ACM 17,
/// 1974): one side of the rectangle after the other. Where the ring leaves the rectangle several
/// times, the pieces stay joined along its sides, so the rectangle should be a little larger than
/// what is seen. Empty where nothing is inside.
pub fn clipped_ring(ring: &[Pos2], rect: Rect) -> Vec<Pos2> {
    let bounds = Rect::from_points(ring);
    if !bounds.intersects(rect) {
        return Vec::new();
    }
    let mut points = thinned_points(ring);
    if !rect.contains_rect(bounds) {
        let sides: [(f32, bool, bool); 4] = [
            (rect.min.x, true, true),
            (rect.max.x, true, false),
            (rect.min.y, false, true),
            (rect.max.y, false, false),
        ];
        for side in sides {
            points = cut(&points, side);
        }
    }
    if points.len() < 3 {
        points.clear();
    }
    points
}

/// The same line with only the points that the eye would miss, by the method of Ramer, Douglas and
/// Peucker; ends stay.
pub fn thinned_points(points: &[Pos2]) -> Vec<Pos2> {
    thinned_to(points, OFF_PX)
}

/// The same, where no line may lie farther off than that.
pub(super) fn thinned_to(points: &[Pos2], off_px: f32) -> Vec<Pos2> {
    let apart = apart(points);
    let line: LineString<f32> = apart.iter().map(|at| (at.x, at.y)).collect();
    let kept = line.simplify_idx(off_px).into_iter();
    kept.filter_map(|index| apart.get(index).copied()).collect()
}

/// The same points without those that lie on the one before; ends stay.
fn apart(points: &[Pos2]) -> Vec<Pos2> {
    let mut thinned: Vec<Pos2> = Vec::with_capacity(points.len() / 2);
    let last = points.len().saturating_sub(1);
    for (index, &point) in points.iter().enumerate() {
        let is_far = |before: &Pos2| before.distance_sq(point) > CLOSE_PX * CLOSE_PX;
        if index == last || thinned.last().is_none_or(is_far) {
            thinned.push(point);
        }
    }
    thinned
}

/// Keeps what lies on one side of a level or upright line.
fn cut(points: &[Pos2], (limit, is_upright, keeps_greater): (f32, bool, bool)) -> Vec<Pos2> {
    let off = |point: Pos2| {
        let value = if is_upright { point.x } else { point.y } - limit;
        if keeps_greater { value } else { -value }
    };
    let mut kept = Vec::with_capacity(points.len());
    let Some(&last) = points.last() else {
        return kept;
    };
    let mut before = last;
    for &point in points {
        let (from, to) = (off(before), off(point));
        if (from >= 0.0) != (to >= 0.0) {
            kept.push(before.lerp(point, from / (from - to)));
        }
        if to >= 0.0 {
            kept.push(point);
        }
        before = point;
    }
    kept
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    fn area(ring: &[Pos2]) -> f32 {
        let next = ring.iter().cycle().skip(1);
        let cross = ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y);
        cross.sum::<f32>().abs() / 2.0
    }

    #[test]
    fn a_ring_over_a_corner_keeps_the_part_inside_and_one_outside_nothing() {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(10.0, 10.0));
        let square = |at: f32| {
            [(0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0)].map(|(x, y)| pos2(at + x, at + y))
        };
        assert!((area(&clipped_ring(&square(6.0), rect)) - 16.0).abs() < 1e-4);
        assert!((area(&clipped_ring(&square(1.0), rect)) - 64.0).abs() < 1e-4);
        assert!(clipped_ring(&square(20.0), rect).is_empty());
        let around = [(-5.0, -5.0), (20.0, -5.0), (20.0, 20.0), (-5.0, 20.0)];
        let around = around.map(|(x, y)| pos2(x, y));
        assert!((area(&clipped_ring(&around, rect)) - 100.0).abs() < 1e-3);
    }

    #[test]
    fn points_that_can_not_be_told_apart_are_one_and_ends_stay() {
        let corner = [
            (0.0, 0.0),
            (0.1, 0.0),
            (0.5, 0.1),
            (1.0, 0.0),
            (1.0, 2.0),
            (1.05, 2.0),
        ];
        let points = corner.map(|(x, y)| pos2(x, y));
        let kept = [(0.0, 0.0), (1.0, 0.0), (1.05, 2.0)].map(|(x, y)| pos2(x, y));
        assert_eq!(thinned_points(&points), kept);
    }
}
