//! Lines that share a stretch, side by side: how far each lies off the common way, in points on
//! the screen, and the line that results.

use std::collections::HashMap;

use super::corridor::{Course, Passing, Stretch};
use super::curve::distance;
use crate::geography::MapPoint;

/// Ground between two lines side by side, in points on the screen.
pub(super) const LANE_GAP_PX: f64 = 2.2;

/// However many lines share a stretch, together they are no wider than this.
pub(super) const MOST_SPREAD_PX: f64 = 96.0;

/// Over how much of its way a line comes into its lane and leaves it.
const EASE_PX: f64 = 34.0;

/// Points along such a piece of the way.
const EASE_STEPS: u32 = 8;

/// Two steps of length one after another are so long together at a turn of a right angle.
const SHARP: f64 = std::f64::consts::SQRT_2;

/// How far off the middle of a stretch each of its lanes lies: to the right is positive. None for
/// the lanes of what is not on show.
type Offsets = Vec<Option<f64>>;

/// Lays out lanes for what is on show.
pub(super) struct Layout<'a> {
    stretches: &'a [Stretch],
    /// By feature: how wide its line is on the screen, if it is on show.
    width_px: &'a dyn Fn(usize) -> Option<f64>,
    /// Of a stretch: how far each lane lies off, and how many there are.
    known: HashMap<usize, (Offsets, usize)>,
}

/// One span's place beside the others.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// To the right of the way, in points.
    offset_px: f64,
    /// Lines side by side, and which stretch it is: where those differ on two spans in a row, a
    /// line changes its lane on the emptier one.
    crowd: (usize, usize),
}

impl<'a> Layout<'a> {
    pub(super) fn new(
        stretches: &'a [Stretch],
        width_px: &'a dyn Fn(usize) -> Option<f64>,
    ) -> Self {
        Self {
            stretches,
            width_px,
            known: HashMap::new(),
        }
    }

    /// A way in its lanes; none where it shares nothing with what is on show.
    pub(super) fn line(
        &mut self,
        points: &[MapPoint],
        course: &Course,
        scale: f64,
    ) -> Option<Vec<MapPoint>> {
        let places: Vec<Place> = course.spans.iter().map(|&span| self.place(span)).collect();
        if places.iter().all(|place| place.crowd.0 < 2) {
            return None;
        }
        let steps = points.len().saturating_sub(1) / places.len().max(1);
        Some(Line::new(points, scale).beside(&places, steps))
    }

    fn place(&mut self, passing: Option<Passing>) -> Place {
        let alone = Place {
            offset_px: 0.0,
            crowd: (1, 0),
        };
        let Some(passing) = passing else {
            return alone;
        };
        let (offsets, crowd) = self.known.entry(passing.stretch).or_insert_with(|| {
            let offsets = offsets(self.stretches.get(passing.stretch), self.width_px);
            let crowd = offsets.iter().flatten().count();
            (offsets, crowd)
        });
        let offset_px = offsets.get(passing.lane).copied().flatten().unwrap_or(0.0);
        Place {
            offset_px: if passing.is_turned {
                -offset_px
            } else {
                offset_px
            },
            crowd: (*crowd, passing.stretch),
        }
    }
}

fn offsets(stretch: Option<&Stretch>, width_px: &dyn Fn(usize) -> Option<f64>) -> Offsets {
    let mut right = -LANE_GAP_PX;
    let mut offsets: Offsets = Vec::new();
    for &feature in stretch.map_or(&[][..], |stretch| &stretch.lanes) {
        offsets.push(width_px(feature).map(|width| {
            let center = right + LANE_GAP_PX + width / 2.0;
            right += LANE_GAP_PX + width;
            center
        }));
    }
    let part = (MOST_SPREAD_PX / right.max(f64::MIN_POSITIVE)).min(1.0);
    for offset in offsets.iter_mut().flatten() {
        *offset = (*offset - right / 2.0) * part;
    }
    offsets
}

/// A line walked by its length on the screen.
struct Line<'a> {
    points: &'a [MapPoint],
    /// Of each point from the start, in screen points.
    along_px: Vec<f64>,
    scale: f64,
}

/// A piece of the way on which a line changes its lane.
#[derive(Clone, Copy)]
struct Change {
    from_px: f64,
    to_px: f64,
    /// From one to the other, in points.
    offsets: [f64; 2],
}

impl<'a> Line<'a> {
    fn new(points: &'a [MapPoint], scale: f64) -> Self {
        let mut so_far = 0.0;
        let mut last = points.first();
        let along_px = points
            .iter()
            .map(|point| {
                so_far += last.map_or(0.0, |&last| distance(last, *point)) * scale;
                last = Some(point);
                so_far
            })
            .collect();
        Self {
            points,
            along_px,
            scale,
        }
    }

    fn beside(&self, places: &[Place], steps: usize) -> Vec<MapPoint> {
        let changes = self.changes(places, steps);
        let mut found: Vec<(f64, f64)> = Vec::with_capacity(self.points.len());
        let mut changes_left = changes.iter().peekable();
        for (index, &along) in self.along_px.iter().enumerate() {
            while let Some(change) = changes_left.next_if(|change| change.from_px <= along) {
                let length = change.to_px - change.from_px;
                found.extend((0..=EASE_STEPS).map(|step| {
                    let part = f64::from(step) / f64::from(EASE_STEPS);
                    (change.from_px + length * part, change.at(part))
                }));
            }
            let next = changes.partition_point(|change| change.to_px < along);
            let within = changes.get(next).is_some_and(|it| it.from_px <= along);
            // The last point of a span is the first of the next; between them no lane changes
            // unless it was told.
            let span = (index.saturating_sub(1)) / steps.max(1);
            if !within && let Some(place) = places.get(span) {
                found.push((along, place.offset_px));
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.shifted(&found)
    }

    /// Where the line changes its lane: on the emptier of two spans, next to the fuller one.
    fn changes(&self, places: &[Place], steps: usize) -> Vec<Change> {
        let along = |span: usize| self.along_px.get(span * steps).copied().unwrap_or(0.0);
        let mut changes = Vec::new();
        for (span, &[here, next]) in places.array_windows::<2>().enumerate() {
            if (here.offset_px - next.offset_px).abs() < 1e-9 {
                continue;
            }
            let (start, node, end) = (along(span), along(span + 1), along(span + 2));
            let (from_px, to_px) = if here.crowd < next.crowd {
                ((node - EASE_PX).max(f64::midpoint(start, node)), node)
            } else {
                (node, (node + EASE_PX).min(f64::midpoint(node, end)))
            };
            changes.push(Change {
                from_px,
                to_px,
                offsets: [here.offset_px, next.offset_px],
            });
        }
        changes
    }

    /// Points at these lengths, each so far to the right of the line.
    fn shifted(&self, stops: &[(f64, f64)]) -> Vec<MapPoint> {
        let mut shifted: Vec<MapPoint> = Vec::with_capacity(stops.len());
        let mut step = 0;
        for &(along, offset_px) in stops {
            while self.along_px.get(step + 1).is_some_and(|&end| end < along) {
                step += 1;
            }
            let Some((at, direction)) = self.at(step, along) else {
                continue;
            };
            let offset = offset_px / self.scale;
            let point = MapPoint {
                x: at.x - direction.y * offset,
                y: at.y + direction.x * offset,
            };
            // On the inner side of a turn sharper than the lane is far off, it would run back.
            let runs_on = shifted.last().is_none_or(|last| {
                (point.x - last.x) * direction.x + (point.y - last.y) * direction.y > 0.0
            });
            if runs_on {
                shifted.push(point);
            }
        }
        shifted
    }

    /// The point at a length within a step, and the direction there.
    fn at(&self, step: usize, along: f64) -> Option<(MapPoint, MapPoint)> {
        let (&from, &to) = (self.points.get(step)?, self.points.get(step + 1)?);
        let (&start, &end) = (self.along_px.get(step)?, self.along_px.get(step + 1)?);
        let part = if end > start {
            (along - start) / (end - start)
        } else {
            0.0
        };
        let (one, other) = (self.direction(step), self.direction(step + 1));
        let mix = |from: f64, to: f64| from + (to - from) * part;
        let point = MapPoint {
            x: mix(from.x, to.x),
            y: mix(from.y, to.y),
        };
        let direction = MapPoint {
            x: mix(one.x, other.x),
            y: mix(one.y, other.y),
        };
        Some((point, direction))
    }

    /// The direction at a point, about of length one: between that of the step before and of the one after.
    fn direction(&self, index: usize) -> MapPoint {
        let step = |from: Option<usize>| -> MapPoint {
            let ends =
                from.and_then(|from| Some((self.points.get(from)?, self.points.get(from + 1)?)));
            let Some((a, b)) = ends else {
                return MapPoint { x: 0.0, y: 0.0 };
            };
            let length = distance(*a, *b).max(1e-12);
            MapPoint {
                x: (b.x - a.x) / length,
                y: (b.y - a.y) / length,
            }
        };
        let (before, after) = (step(index.checked_sub(1)), step(Some(index)));
        let (x, y) = (before.x + after.x, before.y + after.y);
        let length = x.hypot(y).max(1e-12);
        // Longer at a corner, by as much as keeps the lane as far off the steps beside it.
        let part = if length > SHARP { 2.0 / length } else { 1.0 } / length;
        MapPoint {
            x: x * part,
            y: y * part,
        }
    }
}

impl Change {
    /// Slow at both ends, so that there is no kink.
    fn at(&self, part: f64) -> f64 {
        let [from, to] = self.offsets;
        from + (to - from) * part * part * (3.0 - 2.0 * part)
    }
}
