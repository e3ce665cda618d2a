//! What is under the pointer: sites, then lines, then areas.

use std::collections::BTreeSet;

use rstar::{
    AABB, RTree, RTreeObject,
    primitives::{GeomWithData, Line, Rectangle},
};

use super::drawn::DrawnShapes;
use super::overlay::{FeatureShape, OverlayShapes};
use crate::geography::{MapPoint, MapRect};
use crate::world::{Feature, Id};

/// How near a line or site has to be, in points on the screen.
pub const PICK_RADIUS_PX: f32 = 6.0;

/// Steps of a line that are looked at together: one by one they would take several times the
/// memory.
const STEPS: usize = 6;

/// Finds the features near a point, in a few microseconds however many there are.
#[derive(Clone, Debug, Default)]
pub struct Picker {
    pieces: RTree<Piece>,
    /// Of all lines, one after another.
    points: Vec<MapPoint>,
    sites: RTree<GeomWithData<[f64; 2], Id<Feature>>>,
    /// Places among `areas`.
    area_bounds: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
    areas: Vec<PickArea>,
}

/// Some steps of a line.
#[derive(Clone, Debug)]
struct Piece {
    bounds: AABB<[f64; 2]>,
    feature: Id<Feature>,
    /// Places among the points.
    first: usize,
    count: usize,
}

impl RTreeObject for Piece {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.bounds
    }
}

/// An area of a feature's own: an outer ring with its holes.
#[derive(Clone, Debug)]
struct PickArea {
    feature: Id<Feature>,
    rings: Vec<Vec<MapPoint>>,
}

impl PickArea {
    /// By even-odd crossings, so that it does not matter which way rings run.
    fn contains(&self, at: MapPoint) -> bool {
        let edges = self.rings.iter().flat_map(|ring| ring.array_windows());
        let crosses = |[from, to]: &[MapPoint; 2]| {
            (from.y > at.y) != (to.y > at.y)
                && at.x < from.x + (to.x - from.x) * (at.y - from.y) / (to.y - from.y)
        };
        edges.filter(|edge| crosses(edge)).count() % 2 == 1
    }

    fn bounds(&self) -> Rectangle<[f64; 2]> {
        let bounds = MapRect::around(self.rings.iter().flatten().copied());
        let [min, max] = [bounds.min, bounds.max].map(xy);
        Rectangle::from_corners(min, max)
    }
}

fn xy(at: MapPoint) -> [f64; 2] {
    [at.x, at.y]
}

fn around(point: MapPoint, radius: f64) -> AABB<[f64; 2]> {
    AABB::from_corners(
        [point.x - radius, point.y - radius],
        [point.x + radius, point.y + radius],
    )
}

impl Picker {
    pub fn new(shapes: &OverlayShapes) -> Self {
        let mut picker = Self::default();
        let (mut pieces, mut sites) = (Vec::new(), Vec::new());
        for (index, shape) in shapes.features.iter().enumerate() {
            let feature = Id::new(index);
            for path in &shape.paths {
                picker.add_path(feature, &path.points, &mut pieces);
            }
            let of_shape = shape.sites.iter();
            sites.extend(of_shape.map(|&site| GeomWithData::new(xy(site), feature)));
            let is_area = |rings: &&Vec<Vec<MapPoint>>| rings.iter().any(|ring| !ring.is_empty());
            let areas = shape.areas.iter().filter(is_area);
            picker.areas.extend(areas.map(|rings| PickArea {
                feature,
                rings: rings.clone(),
            }));
        }
        let areas = picker.areas.iter().enumerate();
        let bounds = areas.map(|(index, area)| GeomWithData::new(area.bounds(), index));
        picker.area_bounds = RTree::bulk_load(bounds.collect());
        picker.pieces = RTree::bulk_load(pieces);
        picker.sites = RTree::bulk_load(sites);
        picker
    }

    fn add_path(&mut self, feature: Id<Feature>, path: &[MapPoint], pieces: &mut Vec<Piece>) {
        if path.len() < 2 {
            return;
        }
        let start = self.points.len();
        self.points.extend(path);
        for step in (0..path.len() - 1).step_by(STEPS) {
            let points = path.get(step..).unwrap_or_default();
            let points = points.get(..=STEPS).unwrap_or(points);
            let corners: Vec<[f64; 2]> = points.iter().copied().map(xy).collect();
            pieces.push(Piece {
                bounds: AABB::from_points(&corners),
                feature,
                first: start + step,
                count: points.len(),
            });
        }
    }

    /// Features within `radius` (map units) of the point: sites before lines, nearest first, then
    /// areas the point lies in; each once, only those that `shows` lets through.
    pub fn features_at(
        &self,
        point: MapPoint,
        radius: f64,
        shows: impl Fn(Id<Feature>) -> bool,
    ) -> Vec<Id<Feature>> {
        let near_it = around(point, radius);
        let sites = self.sites.locate_in_envelope_intersecting(&near_it);
        let sites = sites.filter(|site| shows(site.data)).map(|site| {
            let [x, y] = *site.geom();
            let far = super::curve::distance(MapPoint { x, y }, point);
            (far, far - 2.0 * radius, site.data)
        });
        let pieces = self.pieces.locate_in_envelope_intersecting(&near_it);
        let pieces = pieces.filter(|piece| shows(piece.feature)).map(|piece| {
            let far = self.distance_to(piece, point);
            (far, far, piece.feature)
        });
        let mut near: Vec<(f64, Id<Feature>)> = sites
            .chain(pieces)
            .filter(|&(far, ..)| far <= radius)
            .map(|(_, order, feature)| (order, feature))
            .collect();
        let areas = self.areas_at(point).filter(|&feature| shows(feature));
        near.extend(areas.map(|feature| (f64::INFINITY, feature)));
        in_order(near)
    }

    fn areas_at(&self, point: MapPoint) -> impl Iterator<Item = Id<Feature>> {
        let at = AABB::from_point(xy(point));
        let found = self.area_bounds.locate_in_envelope_intersecting(&at);
        let found = found.filter_map(|entry| self.areas.get(entry.data));
        found
            .filter(move |area| area.contains(point))
            .map(|area| area.feature)
    }

    fn distance_to(&self, piece: &Piece, point: MapPoint) -> f64 {
        let points = self.points.get(piece.first..piece.first + piece.count);
        let steps = points.unwrap_or_default().array_windows();
        let far = steps.map(|&[from, to]| Line::new(xy(from), xy(to)).distance_2_to(xy(point)));
        far.fold(f64::INFINITY, f64::min).sqrt()
    }
}

/// Each feature once, the nearest first.
fn in_order(mut near: Vec<(f64, Id<Feature>)>) -> Vec<Id<Feature>> {
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut seen = BTreeSet::new();
    let features = near.into_iter().map(|(_, feature)| feature);
    features.filter(|&feature| seen.insert(feature)).collect()
}

/// Of lines near the pointer those count that are at most so much farther than the nearest, in
/// points: side by side, each can be meant.
const AS_NEAR_PX: f64 = 2.2;

impl Picker {
    /// Features under a point as they are drawn at `scale` (screen points to one map unit): as
    /// [`Picker::features_at`], but that a line well nearer than others is alone, and that a broad
    /// band is met in all its breadth.
    pub fn drawn_at(
        &self,
        drawn: &DrawnShapes,
        point: MapPoint,
        scale: f64,
        shows: impl Fn(Id<Feature>) -> bool,
    ) -> Vec<Id<Feature>> {
        let radius = f64::from(PICK_RADIUS_PX) / scale;
        let widest = f64::from(drawn.widest_px() / 2.0) / scale;
        let in_place = self.features_at(point, radius.max(widest), |feature| {
            !drawn.is_moved(feature) && shows(feature)
        });
        let moved = drawn.moved().filter(|&feature| shows(feature));
        let inside: BTreeSet<Id<Feature>> = self.areas_at(point).collect();
        let mut near: Vec<(f64, Id<Feature>)> = in_place
            .into_iter()
            .chain(moved)
            .filter_map(|feature| {
                let reach = f64::from(drawn.width_px(feature) / 2.0) / scale;
                let far = drawn.shape(feature)?.distance_to(point, radius.max(reach));
                let inside = || inside.contains(&feature).then_some(f64::INFINITY);
                Some((far.or_else(inside)?, feature))
            })
            .collect();
        let lines = near.iter().map(|&(far, _)| far).filter(|&far| far >= 0.0);
        let most = lines.fold(f64::INFINITY, f64::min) + AS_NEAR_PX / scale;
        near.retain(|&(far, _)| far <= most || far.is_infinite());
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        near.into_iter().map(|(_, feature)| feature).collect()
    }
}

impl FeatureShape {
    /// How far its nearest site or line is, if that is within `radius`; sites come before lines,
    /// so theirs is less than nothing.
    fn distance_to(&self, point: MapPoint, radius: f64) -> Option<f64> {
        let around = MapRect {
            min: MapPoint {
                x: point.x - radius,
                y: point.y - radius,
            },
            max: MapPoint {
                x: point.x + radius,
                y: point.y + radius,
            },
        };
        let sites = self
            .sites
            .iter()
            .map(|&site| super::curve::distance(site, point));
        let sites = sites
            .filter(|&far| far <= radius)
            .map(|far| far - 2.0 * radius);
        let paths = self
            .paths
            .iter()
            .filter(|path| path.bounds.intersects(around));
        let segments = paths.flat_map(|path| path.points.array_windows());
        let lines = segments.map(|[from, to]| {
            let line = Line::new([from.x, from.y], [to.x, to.y]);
            line.distance_2_to([point.x, point.y]).sqrt()
        });
        sites
            .chain(lines.filter(|&far| far <= radius))
            .min_by(f64::total_cmp)
    }
}

/// The square of the distance from a segment to a point, sound for segments without a length.
pub(super) trait DistanceTo {
    fn distance_2_to(&self, point: [f64; 2]) -> f64;
}

impl DistanceTo for Line<[f64; 2]> {
    fn distance_2_to(&self, [x, y]: [f64; 2]) -> f64 {
        let (dx, dy) = (self.to[0] - self.from[0], self.to[1] - self.from[1]);
        let length_2 = dx * dx + dy * dy;
        let along = if length_2 > 0.0 {
            (((x - self.from[0]) * dx + (y - self.from[1]) * dy) / length_2).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let (nx, ny) = (self.from[0] + along * dx - x, self.from[1] + along * dy - y);
        nx * nx + ny * ny
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geography::MapProjection;
    use crate::picture::{FeaturePath, FeatureShape};

    fn shape(points: &[(f64, f64)]) -> FeatureShape {
        let points = points.iter().map(|&(x, y)| MapPoint { x, y }).collect();
        FeatureShape {
            paths: vec![FeaturePath::new(points)],
            ..Default::default()
        }
    }

    #[test]
    fn an_area_is_found_inside_it_and_not_in_its_hole_and_after_a_line_over_it() {
        let square = |side: f64| -> Vec<MapPoint> {
            [
                (-1.0, -1.0),
                (1.0, -1.0),
                (1.0, 1.0),
                (-1.0, 1.0),
                (-1.0, -1.0),
            ]
            .map(|(x, y)| MapPoint {
                x: x * side,
                y: y * side,
            })
            .to_vec()
        };
        let area = FeatureShape {
            areas: vec![vec![square(10.0), square(2.0)]],
            ..Default::default()
        };
        let picker = Picker::new(&OverlayShapes::of(
            MapProjection::EqualArea,
            vec![area, shape(&[(5.0, -9.0), (5.0, 9.0)])],
        ));
        let at = |x: f64| picker.features_at(MapPoint { x, y: 0.5 }, 1.0, |_| true);
        assert_eq!(at(8.0), [Id::new(0)]);
        assert_eq!(at(0.0), []);
        assert_eq!(at(5.2), [Id::new(1), Id::new(0)]);
        assert_eq!(at(12.0), []);
    }

    #[test]
    fn of_two_lines_near_the_pointer_the_nearer_comes_first_and_far_ones_do_not_come() {
        let picker = Picker::new(&OverlayShapes::of(
            MapProjection::EqualArea,
            vec![
                shape(&[(0.0, 0.0), (10.0, 0.0)]),
                shape(&[(0.0, 1.0), (5.0, 1.0), (10.0, 1.0)]),
                shape(&[(0.0, 9.0), (10.0, 9.0)]),
            ],
        ));
        let at = MapPoint { x: 5.0, y: 0.7 };
        assert_eq!(
            picker.features_at(at, 2.0, |_| true),
            [Id::new(1), Id::new(0)]
        );
        assert_eq!(
            picker.features_at(at, 2.0, |id| id.index() == 0),
            [Id::new(0)]
        );
        assert!(
            picker
                .features_at(MapPoint { x: 5.0, y: 5.0 }, 2.0, |_| true)
                .is_empty()
        );
    }
}
