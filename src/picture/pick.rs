//! What is under the pointer: sites, then lines, then areas.

use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Line},
};

use super::drawn::{DrawnShapes, MOST_SHIFT_PX};
use super::overlay::{FeatureShape, OverlayShapes};
use crate::geography::{MapPoint, MapRect};
use crate::world::{Feature, Id};

/// How near a line or site has to be, in points on the screen.
pub const PICK_RADIUS_PX: f32 = 6.0;

type Segment = GeomWithData<Line<[f64; 2]>, Id<Feature>>;

/// Finds the features near a point, in about a microsecond.
#[derive(Clone, Debug, Default)]
pub struct Picker {
    segments: RTree<Segment>,
    sites: Vec<(MapPoint, Id<Feature>)>,
    areas: Vec<PickArea>,
}

/// An area of a feature's own: an outer ring with its holes.
#[derive(Clone, Debug)]
struct PickArea {
    feature: Id<Feature>,
    bounds: MapRect,
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
        self.bounds.contains(at) && edges.filter(|edge| crosses(edge)).count() % 2 == 1
    }
}

impl Picker {
    pub fn new(shapes: &OverlayShapes) -> Self {
        let mut segments = Vec::new();
        let mut sites = Vec::new();
        let mut areas = Vec::new();
        for (index, shape) in shapes.features.iter().enumerate() {
            let feature = Id::new(index);
            for pair in shape.paths.iter().flat_map(|path| path.points.windows(2)) {
                let &[from, to] = pair else { continue };
                let line = Line::new([from.x, from.y], [to.x, to.y]);
                segments.push(GeomWithData::new(line, feature));
            }
            sites.extend(shape.sites.iter().map(|&site| (site, feature)));
            areas.extend(shape.areas.iter().map(|rings| PickArea {
                feature,
                bounds: MapRect::around(rings.iter().flatten().copied()),
                rings: rings.clone(),
            }));
        }
        Self {
            segments: RTree::bulk_load(segments),
            sites,
            areas,
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
        let mut near: Vec<(f64, Id<Feature>)> = self
            .sites
            .iter()
            .map(|&(site, feature)| (super::curve::distance(site, point) - radius, feature))
            .filter(|&(beyond, _)| beyond <= 0.0)
            .map(|(beyond, feature)| (beyond - radius, feature))
            .collect();
        let at = [point.x, point.y];
        let around = AABB::from_corners(
            [point.x - radius, point.y - radius],
            [point.x + radius, point.y + radius],
        );
        near.extend(
            self.segments
                .locate_in_envelope_intersecting(&around)
                .filter_map(|segment| {
                    let distance = segment.geom().distance_2_to(at).sqrt();
                    (distance <= radius).then_some((distance, segment.data))
                }),
        );
        let around_it = self.areas.iter().filter(|area| area.contains(point));
        near.extend(around_it.map(|area| (f64::INFINITY, area.feature)));
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut found = Vec::new();
        for (_, feature) in near {
            if !found.contains(&feature) && shows(feature) {
                found.push(feature);
            }
        }
        found
    }
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
        let around = self.features_at(point, radius + MOST_SHIFT_PX / scale, shows);
        let mut near: Vec<(f64, Id<Feature>)> = around
            .into_iter()
            .filter_map(|feature| {
                let reach = f64::from(drawn.width_px(feature) / 2.0) / scale;
                let far = drawn.shape(feature)?.distance_to(point, radius.max(reach));
                let is_in = |area: &PickArea| area.feature == feature && area.contains(point);
                let inside = || self.areas.iter().any(is_in).then_some(f64::INFINITY);
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
