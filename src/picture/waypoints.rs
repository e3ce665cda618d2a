//! Ways before they are drawn: which of their waypoints are one place, and the towns that a
//! coarser way leaves out.
//!
//! In: waypoints on the map plane. Out: who shares which stretch (see `corridor`).

use std::collections::HashMap;

use super::curve::distance;
use crate::geography::MapPoint;

/// Waypoints nearer to each other than this (map units; some 300 m) are one place.
const SAME_PLACE: f64 = 0.002;

/// A way follows another that names up to so many more towns on the same stretch.
const MOST_TOWNS_BETWEEN: usize = 3;

/// How far such a town may lie off the straight line, as a part of its length.
const MOST_DETOUR: f64 = 0.08;

/// A place that ways pass.
pub(super) type Place = u32;

/// A line of a feature: the places it passes, and where they are. Never one place twice in a row.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// Index of the feature.
    pub feature: usize,
    pub points: Vec<MapPoint>,
    pub places: Vec<Place>,
}

/// Two places in a row, whichever way round.
pub(super) type SpanKey = (Place, Place);

pub(super) fn span_key(from: Place, to: Place) -> SpanKey {
    (from.min(to), from.max(to))
}

/// Gives places to points; those near each other are one.
#[derive(Default)]
pub(super) struct Gazetteer {
    cells: HashMap<(i64, i64), Vec<(MapPoint, Place)>>,
    count: Place,
}

impl Gazetteer {
    fn place(&mut self, point: MapPoint) -> Place {
        let cell = |value: f64| (value / SAME_PLACE).floor() as i64;
        let (column, row) = (cell(point.x), cell(point.y));
        for x in column - 1..=column + 1 {
            for y in row - 1..=row + 1 {
                let near = self.cells.get(&(x, y)).into_iter().flatten();
                let mut near = near.filter(|(at, _)| distance(*at, point) < SAME_PLACE);
                if let Some(&(_, place)) = near.next() {
                    return place;
                }
            }
        }
        let place = self.count;
        self.count += 1;
        self.cells
            .entry((column, row))
            .or_default()
            .push((point, place));
        place
    }

    pub(super) fn way(&mut self, feature: usize, points: Vec<MapPoint>) -> Way {
        let places = points.iter().map(|&point| self.place(point)).collect();
        Way {
            feature,
            points,
            places,
        }
    }
}

/// Where one way goes from town to town and another names more towns between the same two, the
/// first follows the second: so the two share the stretch.
pub(super) fn follow_finer_ways(ways: &mut [Way]) {
    let mut finer: HashMap<SpanKey, Option<Vec<(MapPoint, Place)>>> = HashMap::new();
    for way in ways.iter() {
        for &[from, to] in way.places.array_windows() {
            finer.entry(span_key(from, to)).or_default();
        }
    }
    for way in ways.iter() {
        let stops: Vec<_> = way
            .points
            .iter()
            .copied()
            .zip(way.places.iter().copied())
            .collect();
        for count in (3..=MOST_TOWNS_BETWEEN + 2).rev() {
            for chain in stops.windows(count) {
                let [from, between @ .., to] = chain else {
                    continue;
                };
                let Some(found @ None) = finer.get_mut(&span_key(from.1, to.1)) else {
                    continue;
                };
                if is_on_the_way(from.0, between, to.0) {
                    let mut between = between.to_vec();
                    if from.1 > to.1 {
                        between.reverse();
                    }
                    *found = Some(between);
                }
            }
        }
    }
    for way in ways {
        let has_finer = way.places.array_windows().any(|&[from, to]| {
            let found = finer.get(&span_key(from, to));
            found.is_some_and(Option::is_some)
        });
        if has_finer {
            insert_towns(way, &finer);
        }
    }
}

fn insert_towns(way: &mut Way, finer: &HashMap<SpanKey, Option<Vec<(MapPoint, Place)>>>) {
    let stops = way.points.iter().copied().zip(way.places.iter().copied());
    let mut longer: Vec<(MapPoint, Place)> = Vec::new();
    for (point, place) in stops {
        if let Some(&(_, last)) = longer.last()
            && let Some(Some(between)) = finer.get(&span_key(last, place))
        {
            if last < place {
                longer.extend(between);
            } else {
                longer.extend(between.iter().rev());
            }
        }
        longer.push((point, place));
    }
    (way.points, way.places) = longer.into_iter().unzip();
}

/// Whether towns lie about on the straight line between two others, one after the other.
fn is_on_the_way(from: MapPoint, between: &[(MapPoint, Place)], to: MapPoint) -> bool {
    let length = distance(from, to);
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length);
    let mut reached = 0.0;
    length > SAME_PLACE
        && between.iter().all(|&(point, _)| {
            let (x, y) = (point.x - from.x, point.y - from.y);
            let along = x * dx + y * dy;
            let is_further = along > reached && along < length;
            reached = along;
            is_further && (x * dy - y * dx).abs() < MOST_DETOUR * length
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(gazetteer: &mut Gazetteer, feature: usize, points: &[(f64, f64)]) -> Way {
        let points = points.iter().map(|&(x, y)| MapPoint { x, y }).collect();
        gazetteer.way(feature, points)
    }

    #[test]
    fn a_way_passes_the_towns_another_names_between_the_same_two() {
        let mut places = Gazetteer::default();
        let mut ways = [
            way(&mut places, 0, &[(0.0, 0.0), (10.0, 0.0), (10.0, 9.0)]),
            way(
                &mut places,
                1,
                &[
                    (10.0, 0.0),
                    (6.0, 0.4),
                    (3.0, -0.3),
                    (0.0, 0.0),
                    (-5.0, 1.0),
                ],
            ),
            // This one takes another way.
            way(&mut places, 2, &[(0.0, 0.0), (5.0, 4.0), (10.0, 0.0)]),
        ];
        follow_finer_ways(&mut ways);
        let of = |index: usize| ways[index].points.iter().map(|at| at.x).collect::<Vec<_>>();
        assert_eq!(of(0), [0.0, 3.0, 6.0, 10.0, 10.0]);
        assert_eq!(of(1), [10.0, 6.0, 3.0, 0.0, -5.0]);
        assert_eq!(of(2), [0.0, 5.0, 10.0]);
    }

    #[test]
    fn points_a_few_steps_apart_are_one_place_wherever_they_lie() {
        let mut places = Gazetteer::default();
        for step in 0..50_u32 {
            let x = f64::from(step) * 0.1 + 0.000_1;
            let near = way(&mut places, 0, &[(x, 1.0), (x - 0.000_3, 1.0003)]);
            assert_eq!(near.places, [step, step]);
        }
    }
}
