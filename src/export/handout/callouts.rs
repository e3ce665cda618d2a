//! Where numbered discs find room on a map, none over another.
//!
//! In: the points they are for. Out: what they are for.

use std::f32::consts::TAU;

use egui::{Pos2, Rect, Vec2};

use crate::theme::handout_sizes as sizes;

/// How far a disc looks for room, in steps of half a disc, and in how many directions.
const STEPS: usize = 40;
const DIRECTIONS: usize = 16;

/// A disc's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Disc {
    pub center: Pos2,
    /// The point it is for, where that is beside it.
    pub stands_for: Option<Pos2>,
}

/// A place for each point: at it, or as near as there is room. Where the map is full, discs lie over
/// each other after all.
pub(super) fn placed(points: impl Iterator<Item = Pos2>, map: Rect) -> Vec<Disc> {
    let room = map.shrink(sizes::DISC_RADIUS.min(map.size().min_elem() / 2.0));
    let mut discs: Vec<Disc> = Vec::new();
    for point in points {
        let point = if point.is_finite() {
            point
        } else {
            room.center()
        };
        let wanted = room.clamp(point);
        let is_free = |at: &Pos2| {
            let least = 2.0 * sizes::DISC_RADIUS + sizes::DISC_GAP;
            let apart = |disc: &Disc| disc.center.distance(*at) >= least;
            room.contains(*at) && discs.iter().all(apart)
        };
        let center = around(wanted).find(is_free).unwrap_or(wanted);
        let is_beside = center.distance(point) > sizes::DISC_RADIUS && map.contains(point);
        discs.push(Disc {
            center,
            stands_for: is_beside.then_some(point),
        });
    }
    discs
}

/// A point, and then those around it, from near to far.
fn around(point: Pos2) -> impl Iterator<Item = Pos2> {
    let rings = (1..=STEPS).flat_map(move |step| {
        let radius = step as f32 * sizes::DISC_RADIUS;
        (0..DIRECTIONS).map(move |at| {
            let turn = TAU * at as f32 / DIRECTIONS as f32;
            // To the upper right first: names stand to the right of places, and below lines.
            point + radius * Vec2::angled(turn - TAU / 8.0)
        })
    });
    std::iter::once(point).chain(rings)
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    const MAP: Rect = Rect {
        min: Pos2::ZERO,
        max: pos2(400.0, 300.0),
    };

    #[test]
    fn discs_for_the_same_point_stand_beside_each_other_and_tell_which_point_is_meant() {
        let discs = placed([pos2(200.0, 150.0); 12].into_iter(), MAP);
        for (at, disc) in discs.iter().enumerate() {
            for other in &discs[at + 1..] {
                let apart = disc.center.distance(other.center);
                assert!(apart >= 2.0 * sizes::DISC_RADIUS, "{disc:?} {other:?}");
            }
        }
        assert_eq!(discs[0].stands_for, None);
        assert_eq!(discs[5].stands_for, Some(pos2(200.0, 150.0)));
    }

    #[test]
    fn discs_stay_on_the_map_whatever_point_they_are_for() {
        let wild = [pos2(-50.0, 1e9), pos2(f32::NAN, 0.0), pos2(400.0, 300.0)];
        for disc in placed(wild.into_iter().cycle().take(60), MAP) {
            assert!(MAP.contains(disc.center), "{disc:?}");
        }
        let tiny = Rect::from_min_size(Pos2::ZERO, vec2(2.0, 2.0));
        assert_eq!(placed(wild.into_iter().cycle().take(9), tiny).len(), 9);
    }
}
