//! What can be seen of a crowd: at a scale, which of many lines and sites still have room beside
//! those before them, and how few points are enough for a line.
//!
//! In: features one after another, in the order of the story. Out: how they look.

use rstar::primitives::Line;

use super::curve::distance;
use super::pick::DistanceTo as _;
use crate::geography::{MapPoint, MapRect};

/// Lines are counted in cells so large, in points on the screen.
const LINE_CELL_PX: f64 = 4.0;

/// A cell that so many lines run through is full.
const FULL: u8 = 2;

/// A line is drawn if this part of its way is through cells that are not full.
const FREE_PART: f64 = 0.25;

/// Sites nearer to each other than about this are one dot.
const SITE_CELL_PX: f64 = 6.0;

/// A line may be off its way by so much, in points on the screen.
const MOST_OFF_PX: f64 = 0.6;

/// What is shorter than this is a dot of this length.
const SHORTEST_PX: f64 = 1.5;

/// A part of the map at a scale, and what is drawn in it already.
#[derive(Clone, Debug)]
pub struct Thinning {
    region: MapRect,
    /// Screen points to one map unit.
    scale: f64,
    lines: Grid<u8>,
    sites: Grid<bool>,
}

#[derive(Clone, Debug)]
struct Grid<T> {
    cells_per_unit: f64,
    columns: usize,
    cells: Vec<T>,
}

impl<T: Copy + Default> Grid<T> {
    fn new(region: MapRect, cells_per_unit: f64) -> Self {
        let count = |length: f64| (length * cells_per_unit).ceil().clamp(0.0, 4_096.0) as usize + 1;
        let columns = count(region.width());
        Self {
            cells_per_unit,
            columns,
            cells: vec![T::default(); columns * count(region.height())],
        }
    }

    fn cell(&self, region: MapRect, at: MapPoint) -> Option<usize> {
        let column = ((at.x - region.min.x) * self.cells_per_unit).floor();
        let row = ((at.y - region.min.y) * self.cells_per_unit).floor();
        let is_in = (0.0..self.columns as f64).contains(&column) && row >= 0.0;
        let at = || row as usize * self.columns + column as usize;
        is_in.then(at).filter(|&at| at < self.cells.len())
    }
}

impl Thinning {
    pub fn new(region: MapRect, scale: f64) -> Self {
        Self {
            region,
            scale,
            lines: Grid::new(region, scale / LINE_CELL_PX),
            sites: Grid::new(region, scale / SITE_CELL_PX),
        }
    }

    /// The line with as few points as it needs; none where it lies out of the region, or there is no
    /// room for it.
    pub fn line(&mut self, points: &[MapPoint]) -> Option<Vec<MapPoint>> {
        let way = simplified(points, MOST_OFF_PX / self.scale);
        let way = self.long_enough(way)?;
        let cells = self.cells_along(&way);
        let free = cells.iter().filter(|&&cell| self.crowd(cell) < FULL);
        let is_seen = !cells.is_empty() && free.count() as f64 >= cells.len() as f64 * FREE_PART;
        if !is_seen {
            return None;
        }
        for cell in cells {
            if let Some(count) = self.lines.cells.get_mut(cell) {
                *count = count.saturating_add(1);
            }
        }
        Some(way)
    }

    /// Whether a site lies in the region and has room.
    pub fn has_room_for_site(&mut self, at: MapPoint) -> bool {
        let cell = self.sites.cell(self.region, at);
        let cell = cell.and_then(|cell| self.sites.cells.get_mut(cell));
        cell.is_some_and(|is_taken| !std::mem::replace(is_taken, true))
    }

    fn crowd(&self, cell: usize) -> u8 {
        self.lines.cells.get(cell).copied().unwrap_or(FULL)
    }

    fn long_enough(&self, way: Vec<MapPoint>) -> Option<Vec<MapPoint>> {
        let (&first, &last) = (way.first()?, way.last()?);
        let shortest = SHORTEST_PX / self.scale;
        if way.len() > 2 || distance(first, last) >= shortest {
            return Some(way);
        }
        let middle = f64::midpoint(first.x, last.x);
        let y = f64::midpoint(first.y, last.y);
        let end = |x: f64| MapPoint { x, y };
        Some(vec![
            end(middle - shortest / 2.0),
            end(middle + shortest / 2.0),
        ])
    }

    /// The cells of the region that a way runs through, about one for each step of a cell.
    fn cells_along(&self, way: &[MapPoint]) -> Vec<usize> {
        let mut cells = Vec::new();
        let rect = |from: MapPoint, to: MapPoint| MapRect::around([from, to]);
        for &[from, to] in way.array_windows() {
            if !rect(from, to).intersects(self.region) {
                continue;
            }
            let steps = (distance(from, to) * self.lines.cells_per_unit).clamp(1.0, 4_096.0) as u16;
            for step in 0..=steps {
                let part = f64::from(step) / f64::from(steps);
                let at = MapPoint {
                    x: from.x + (to.x - from.x) * part,
                    y: from.y + (to.y - from.y) * part,
                };
                let cell = self.lines.cell(self.region, at);
                if cell.is_some() && cells.last() != cell.as_ref() {
                    cells.extend(cell);
                }
            }
        }
        cells
    }
}

/// Of a line's points those without which it would be off by more than a tolerance.
/// (D. Douglas and T. Peucker, 1973.) Not by recursion, as `chunk::thinned` has it: a story's line
/// may have a million points, and be made to go as deep.
fn simplified(points: &[MapPoint], tolerance: f64) -> Vec<MapPoint> {
    let Some(last) = points.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut is_kept = vec![false; points.len()];
    for end in [0, last] {
        if let Some(is_kept) = is_kept.get_mut(end) {
            *is_kept = true;
        }
    }
    let mut spans = vec![(0, last)];
    while let Some((from, to)) = spans.pop() {
        let Some((at, off)) = farthest(points, from, to) else {
            continue;
        };
        if off > tolerance * tolerance {
            if let Some(is_kept) = is_kept.get_mut(at) {
                *is_kept = true;
            }
            spans.extend([(from, at), (at, to)]);
        }
    }
    let kept = points.iter().zip(is_kept);
    kept.filter(|&(_, is_kept)| is_kept)
        .map(|(&point, _)| point)
        .collect()
}

/// The point between two others that is farthest off the straight way, and the square of how far.
fn farthest(points: &[MapPoint], from: usize, to: usize) -> Option<(usize, f64)> {
    let (a, b) = (points.get(from)?, points.get(to)?);
    let chord = Line::new([a.x, a.y], [b.x, b.y]);
    let between = points.get(from + 1..to)?.iter().enumerate();
    let off = between.map(|(index, point)| {
        let off = chord.distance_2_to([point.x, point.y]);
        (from + 1 + index, off)
    });
    off.max_by(|one, other| one.1.total_cmp(&other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> MapPoint {
        MapPoint { x, y }
    }

    fn region() -> MapRect {
        MapRect {
            min: at(0.0, 0.0),
            max: at(400.0, 300.0),
        }
    }

    #[test]
    fn a_bow_keeps_its_shape_with_a_few_points_and_a_straight_way_has_two() {
        let bow: Vec<_> = (0..=100)
            .map(|step| {
                at(
                    f64::from(step),
                    (f64::from(step) / 100.0 * 3.1).sin() * 20.0,
                )
            })
            .collect();
        let way = simplified(&bow, 0.6);
        assert!((6..=20).contains(&way.len()), "{}", way.len());
        for point in &bow {
            let off = way.array_windows().map(|[from, to]| {
                Line::new([from.x, from.y], [to.x, to.y]).distance_2_to([point.x, point.y])
            });
            assert!(off.fold(f64::INFINITY, f64::min).sqrt() <= 0.6);
        }
        let straight: Vec<_> = (0..50).map(|step| at(f64::from(step), 1.0)).collect();
        assert_eq!(simplified(&straight, 0.6).len(), 2);
        assert!(simplified(&[], 0.6).is_empty());
    }

    #[test]
    fn of_a_thousand_lines_on_each_other_only_the_first_few_are_drawn_and_one_beside_them() {
        let mut thinning = Thinning::new(region(), 1.0);
        let way = [at(10.0, 50.0), at(300.0, 50.0)];
        let drawn = (0..1_000).filter(|_| thinning.line(&way).is_some());
        assert_eq!(drawn.count(), usize::from(FULL));
        assert!(thinning.line(&[at(10.0, 80.0), at(300.0, 80.0)]).is_some());
    }

    #[test]
    fn what_lies_out_of_the_region_is_not_drawn_and_what_is_tiny_is_a_dot() {
        let mut thinning = Thinning::new(region(), 1.0);
        assert_eq!(thinning.line(&[at(500.0, 0.0), at(900.0, 10.0)]), None);
        assert!(!thinning.has_room_for_site(at(500.0, 10.0)));
        let dot = thinning.line(&[at(50.0, 50.0), at(50.1, 50.0)]).unwrap();
        assert!((dot[1].x - dot[0].x - SHORTEST_PX).abs() < 1e-9, "{dot:?}");
    }

    #[test]
    fn two_sites_on_one_spot_are_one_dot() {
        let mut thinning = Thinning::new(region(), 1.0);
        assert!(thinning.has_room_for_site(at(50.0, 50.0)));
        assert!(!thinning.has_room_for_site(at(50.2, 50.1)));
        assert!(thinning.has_room_for_site(at(70.0, 50.0)));
    }
}
