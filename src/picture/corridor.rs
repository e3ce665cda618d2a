//! Stretches that several ways have in common: found once per story and projection.
//!
//! In: who shares which stretch, which way round, and in which order they lie side by side; ways
//! that share one are bent alike there. Out: how far apart, which depends on what is on show and
//! on the zoom (see `lanes`).

use std::collections::HashMap;

use super::curve::velocities;
use super::waypoints::{SpanKey, Way, span_key};
use crate::geography::MapPoint;

/// A stretch between two places that more than one way takes.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// Index of the feature in each lane, from the left to the right; one that comes back the
    /// same way is there twice.
    pub lanes: Vec<usize>,
}

/// A way's passing of a stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passing {
    pub stretch: usize,
    pub lane: usize,
    /// Against the direction that its lanes are counted in.
    pub is_turned: bool,
}

/// What is known of one way: how it passes its places, and its stretches, one for each span.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub velocities: Vec<MapPoint>,
    pub spans: Vec<Option<Passing>>,
}

/// One passing while the lanes are being given out.
struct Entry {
    way: usize,
    span: usize,
    /// From the place with the greater number to the lesser.
    is_reversed: bool,
    /// To which side the way leaves before and after; negative is left.
    lean: f64,
}

/// Finds the shared stretches and the course of each way.
pub(super) fn corridors(ways: &[Way]) -> (Vec<Stretch>, Vec<Course>) {
    let mut entries = shared(ways);
    let mut courses: Vec<Course> = ways
        .iter()
        .map(|way| Course {
            velocities: velocities(&way.points),
            spans: vec![None; way.points.len().saturating_sub(1)],
        })
        .collect();
    for (stretch, entries) in entries.iter().enumerate() {
        for entry in entries {
            set_passing(&mut courses, entry, |passing| {
                *passing = Some(Passing {
                    stretch,
                    lane: 0,
                    is_turned: entry.is_reversed,
                });
            });
        }
    }
    orient(&entries, &mut courses);
    let leans: Vec<Vec<f64>> = ways.iter().zip(&courses).map(leans).collect();
    let mut stretches = Vec::with_capacity(entries.len());
    for entries in &mut entries {
        for entry in &mut *entries {
            let of_way = leans.get(entry.way);
            entry.lean = of_way
                .and_then(|way| way.get(entry.span))
                .map_or(0.0, |&lean| lean);
        }
        entries.sort_by(|a, b| {
            let later = (a.way, a.span).cmp(&(b.way, b.span));
            a.lean.total_cmp(&b.lean).then(later)
        });
        for (lane, entry) in entries.iter().enumerate() {
            set_passing(&mut courses, entry, |passing| {
                if let Some(passing) = passing {
                    passing.lane = lane;
                }
            });
        }
        let feature = |entry: &Entry| ways.get(entry.way).map_or(0, |way| way.feature);
        stretches.push(Stretch {
            lanes: entries.iter().map(feature).collect(),
        });
    }
    bend_alike(&mut courses, stretches.len());
    (stretches, courses)
}

fn set_passing(courses: &mut [Course], entry: &Entry, set: impl FnOnce(&mut Option<Passing>)) {
    let course = courses.get_mut(entry.way);
    if let Some(passing) = course.and_then(|course| course.spans.get_mut(entry.span)) {
        set(passing);
    }
}

/// The passings of each shared stretch, in the order in which ways come to them.
fn shared(ways: &[Way]) -> Vec<Vec<Entry>> {
    let mut known: HashMap<SpanKey, usize> = HashMap::new();
    let mut entries: Vec<Vec<Entry>> = Vec::new();
    for (index, way) in ways.iter().enumerate() {
        for (span, &[from, to]) in way.places.array_windows::<2>().enumerate() {
            if from == to {
                continue;
            }
            let at = *known.entry(span_key(from, to)).or_insert(entries.len());
            if at == entries.len() {
                entries.push(Vec::new());
            }
            if let Some(entries) = entries.get_mut(at) {
                entries.push(Entry {
                    way: index,
                    span,
                    is_reversed: from > to,
                    lean: 0.0,
                });
            }
        }
    }
    entries.retain(|passings| passings.len() > 1);
    entries
}

/// Gives stretches that follow each other one direction, so that lanes do not change sides from
/// one to the next. The first way to come along gives it.
fn orient(entries: &[Vec<Entry>], courses: &mut [Course]) {
    let mut is_turned: Vec<Option<bool>> = vec![None; entries.len()];
    for first in 0..entries.len() {
        let leader = entries.get(first).and_then(|entries| entries.first());
        let mut waiting = vec![(first, leader.is_some_and(|leader| leader.is_reversed))];
        while let Some((stretch, turn)) = waiting.pop() {
            let Some(known @ None) = is_turned.get_mut(stretch) else {
                continue;
            };
            *known = Some(turn);
            for entry in entries.get(stretch).into_iter().flatten() {
                let spans = courses
                    .get(entry.way)
                    .map_or(&[][..], |course| &course.spans);
                let beside = [entry.span.checked_sub(1), Some(entry.span + 1)];
                for next in beside.into_iter().flatten() {
                    if let Some(Some(next)) = spans.get(next) {
                        waiting.push((next.stretch, next.is_turned ^ entry.is_reversed ^ turn));
                    }
                }
            }
        }
    }
    for passing in courses.iter_mut().flat_map(|course| &mut course.spans) {
        if let Some(passing) = passing
            && let Some(Some(turn)) = is_turned.get(passing.stretch)
        {
            passing.is_turned ^= turn;
        }
    }
}

/// For each span, to which side its way leaves the run of shared stretches that it belongs to, as
/// seen along the stretch. Who leaves to the left has a lane on the left, so that lines do not
/// cross where they part.
fn leans((way, course): (&Way, &Course)) -> Vec<f64> {
    let mut leans = vec![0.0; course.spans.len()];
    let turn = |[a, b, c]: [Option<&MapPoint>; 3]| match (a, b, c) {
        (Some(a), Some(b), Some(c)) => side((b.x - a.x, b.y - a.y), (c.x - b.x, c.y - b.y)),
        _ => 0.0,
    };
    let at = |index: usize| way.points.get(index);
    let mut start = 0;
    while start < course.spans.len() {
        let run = course.spans.get(start..).unwrap_or_default();
        let length = run.iter().take_while(|passing| passing.is_some()).count();
        let end = start + length;
        if length > 0 {
            // Coming from the left one turns left into the stretch, too.
            let before = start.checked_sub(1).and_then(at);
            let lean = turn([at(end - 1), at(end), at(end + 1)])
                + turn([before, at(start), at(start + 1)]);
            for (passing, lean_there) in run.iter().flatten().zip(leans.iter_mut().skip(start)) {
                *lean_there = if passing.is_turned { -lean } else { lean };
            }
        }
        start = end + 1;
    }
    leans
}

/// How much the second of two steps turns to the right of the first, from -1 to 1.
fn side(first: (f64, f64), second: (f64, f64)) -> f64 {
    let lengths = first.0.hypot(first.1) * second.0.hypot(second.1);
    if lengths > 0.0 {
        (first.0 * second.1 - first.1 * second.0) / lengths
    } else {
        0.0
    }
}

/// Ways that share a stretch pass both its ends alike, whatever they do before and after: only
/// then do they run side by side all along. Where stretches follow each other, all who pass there
/// do so alike.
fn bend_alike(courses: &mut [Course], stretch_count: usize) {
    // Each stretch has two ends; those that one way joins belong together.
    let mut groups = Groups::new(2 * stretch_count);
    let ends_at = |course: &Course, index: usize| -> [Option<usize>; 2] {
        let span = |at: Option<usize>| course.spans.get(at?).copied().flatten();
        let coming =
            span(index.checked_sub(1)).map(|it| 2 * it.stretch + usize::from(!it.is_turned));
        let leaving = span(Some(index)).map(|it| 2 * it.stretch + usize::from(it.is_turned));
        [coming, leaving]
    };
    for course in courses.iter() {
        for index in 0..course.velocities.len() {
            if let [Some(coming), Some(leaving)] = ends_at(course, index) {
                groups.join(coming, leaving);
            }
        }
    }
    let mut sums = vec![(MapPoint { x: 0.0, y: 0.0 }, 0.0_f64); 2 * stretch_count];
    let turned = |one: MapPoint, other: MapPoint| {
        if one.x * other.x + one.y * other.y < 0.0 {
            -1.0
        } else {
            1.0
        }
    };
    for course in courses.iter() {
        for (index, &velocity) in course.velocities.iter().enumerate() {
            let Some(end) = ends_at(course, index).into_iter().flatten().next() else {
                continue;
            };
            if let Some((sum, count)) = sums.get_mut(groups.of(end)) {
                let sign = turned(*sum, velocity);
                sum.x += velocity.x * sign;
                sum.y += velocity.y * sign;
                *count += 1.0;
            }
        }
    }
    for course in courses {
        for index in 0..course.velocities.len() {
            let Some(end) = ends_at(course, index).into_iter().flatten().next() else {
                continue;
            };
            if let (Some(velocity), Some(&(sum, count))) =
                (course.velocities.get_mut(index), sums.get(groups.of(end)))
                && count > 0.0
            {
                let sign = turned(sum, *velocity);
                *velocity = MapPoint {
                    x: sum.x * sign / count,
                    y: sum.y * sign / count,
                };
            }
        }
    }
}

/// Things that belong together, by joining two at a time.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn of(&mut self, mut item: usize) -> usize {
        while let Some(&above) = self.0.get(item)
            && above != item
        {
            let top = self.0.get(above).copied().unwrap_or(above);
            if let Some(mine) = self.0.get_mut(item) {
                *mine = top;
            }
            item = top;
        }
        item
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        if let Some(above) = self.0.get_mut(one.max(other)) {
            *above = one.min(other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::curve::way_through;
    use crate::picture::waypoints::Gazetteer;

    fn found(ways: &[&[(f64, f64)]]) -> (Vec<Stretch>, Vec<Course>, Vec<Way>) {
        let mut places = Gazetteer::default();
        let ways: Vec<_> = ways
            .iter()
            .enumerate()
            .map(|(feature, points)| {
                let points = points.iter().map(|&(x, y)| MapPoint { x, y }).collect();
                places.way(feature, points)
            })
            .collect();
        let (stretches, courses) = corridors(&ways);
        (stretches, courses, ways)
    }

    #[test]
    fn who_leaves_to_the_left_has_the_lane_on_the_left_whichever_way_it_runs() {
        // North is up, so y falls; the trunk runs east from (1, 0) to (3, 0).
        let north: &[_] = &[(0.0, -1.0), (1.0, 0.0), (2.0, 0.1), (3.0, 0.0), (4.0, -1.0)];
        let south: &[_] = &[(4.0, 1.0), (3.0, 0.0), (2.0, 0.1), (1.0, 0.0), (0.0, 1.0)];
        for (ways, lanes) in [([south, north], [0, 1]), ([north, south], [0, 1])] {
            let (stretches, courses, _) = found(&ways);
            assert_eq!(stretches.len(), 2);
            for stretch in &stretches {
                assert_eq!(stretch.lanes, lanes, "{stretches:?}");
            }
            let turns = |way: usize| courses[way].spans.iter().flatten().map(|it| it.is_turned);
            assert!(turns(0).all(|is_turned| !is_turned));
            assert!(turns(1).all(|is_turned| is_turned));
        }
    }

    #[test]
    fn ways_that_share_a_stretch_have_the_very_same_points_there() {
        let (_, courses, ways) = found(&[
            &[(0.0, -3.0), (1.0, 0.0), (2.0, 0.4), (3.0, 0.0), (4.0, -5.0)],
            &[(4.0, 6.0), (3.0, 0.0), (2.0, 0.4), (1.0, 0.0), (-3.0, 1.0)],
        ]);
        let way = |index: usize| way_through(&ways[index].points, &courses[index].velocities);
        let (one, mut other) = (way(0), way(1));
        other.reverse();
        for (a, b) in one[16..=48].iter().zip(&other[16..=48]) {
            assert!((a.x - b.x).hypot(a.y - b.y) < 1e-9, "{a:?} {b:?}");
        }
        assert!((one[8].y - other[8].y).abs() > 0.5);
    }

    #[test]
    fn a_way_there_and_back_has_two_lanes() {
        let (stretches, courses, _) = found(&[&[(0.0, 0.0), (5.0, 1.0), (0.0, 0.0)]]);
        assert_eq!(stretches.len(), 1);
        assert_eq!(stretches[0].lanes, [0, 0]);
        let lanes: Vec<_> = courses[0]
            .spans
            .iter()
            .flatten()
            .map(|it| it.lane)
            .collect();
        assert_ne!(lanes[0], lanes[1]);
    }
}
