//! The features' shapes on the map plane, made once per story and projection.

use std::collections::BTreeMap;

use super::corridor::{Course, Stretch, corridors};
use super::curve::{arc, distinct, way_through};
use super::ground::project_line;
use super::waypoints::{Gazetteer, Way, follow_finer_ways};
use crate::atlas::Atlas;
use crate::geography::{MapPoint, MapProjection, MapRect};
use crate::world::{Feature, Geometry, Id, Subject, World};

/// Every feature's shape, in the order of the story's features.
#[derive(Clone, Debug)]
pub struct OverlayShapes {
    pub projection: MapProjection,
    pub features: Vec<FeatureShape>,
    /// What several ways have in common.
    pub(super) stretches: Vec<Stretch>,
}

/// What of a feature is drawn.
#[derive(Clone, Debug, Default)]
pub struct FeatureShape {
    pub paths: Vec<FeaturePath>,
    pub sites: Vec<MapPoint>,
    /// Rings of areas of its own, each outer ring with its holes.
    pub areas: Vec<Vec<Vec<MapPoint>>>,
}

/// One smooth line, from its start to its end.
#[derive(Clone, Debug)]
pub struct FeaturePath {
    pub points: Vec<MapPoint>,
    pub bounds: MapRect,
    pub(super) run: Run,
}

/// What a line runs along.
#[derive(Clone, Debug)]
pub(super) enum Run {
    /// From one subject to another.
    Arc,
    /// Through places, as many steps from each to the next.
    Way(Course),
    /// As it is: nothing moves it any more.
    Drawn,
}

impl FeaturePath {
    /// A line that is drawn as it is.
    pub fn new(points: Vec<MapPoint>) -> Self {
        Self::along(points, Run::Drawn)
    }

    fn along(points: Vec<MapPoint>, run: Run) -> Self {
        let bounds = MapRect::around(points.iter().copied());
        Self {
            points,
            bounds,
            run,
        }
    }
}

/// How far the first arc between two ends lies off the straight way, as a part of its length.
const FIRST_BULGE: f64 = 0.09;

/// Ends nearer to each other than this, in units of the map plane, are one site.
pub(super) const SAME_PLACE: f64 = 0.05;

/// Arcs whose ends lie in the same two regions, so large on the map plane, would lie on each other.
const REGION: f64 = 12.0;

/// No arc lies farther off than this, however many there are between the same two ends.
const MOST_BULGE: f64 = 0.55;

impl OverlayShapes {
    pub fn build(world: &World, atlas: &Atlas, projection: MapProjection) -> Self {
        let mut arcs = ArcCount::default();
        let mut ways = ways(world, projection);
        follow_finer_ways(&mut ways);
        let (stretches, courses) = corridors(&ways);
        let mut features: Vec<_> = world
            .features
            .iter()
            .map(|(_, feature)| shape_of(feature, world, atlas, projection, &mut arcs))
            .collect();
        for (way, course) in ways.iter().zip(courses) {
            if let Some(shape) = features.get_mut(way.feature) {
                let points = way_through(&way.points, &course.velocities);
                shape
                    .paths
                    .push(FeaturePath::along(points, Run::Way(course)));
            }
        }
        Self {
            projection,
            features,
            stretches,
        }
    }

    /// Shapes without anything in common.
    pub fn of(projection: MapProjection, features: Vec<FeatureShape>) -> Self {
        Self {
            projection,
            features,
            stretches: Vec::new(),
        }
    }

    pub fn shape(&self, feature: Id<Feature>) -> Option<&FeatureShape> {
        self.features.get(feature.index())
    }
}

/// The lines of all features, in their order.
fn ways(world: &World, projection: MapProjection) -> Vec<Way> {
    let mut places = Gazetteer::default();
    let mut ways = Vec::new();
    for (id, feature) in world.features.iter() {
        if let Geometry::Lines(lines) = &feature.geometry {
            for line in lines {
                let points = line.iter().map(|waypoint| projection.project(waypoint.at));
                ways.push(places.way(id.index(), distinct(points)));
            }
        }
    }
    ways
}

fn shape_of(
    feature: &Feature,
    world: &World,
    atlas: &Atlas,
    projection: MapProjection,
    arcs: &mut ArcCount,
) -> FeatureShape {
    match &feature.geometry {
        // Its lines are bent together with those they share a stretch with.
        Geometry::Lines(_) => FeatureShape::default(),
        Geometry::Points(points) => FeatureShape {
            sites: points
                .iter()
                .map(|site| projection.project(site.at))
                .collect(),
            ..Default::default()
        },
        Geometry::Polygons(polygons) => FeatureShape {
            areas: polygons
                .iter()
                .map(|rings| {
                    rings
                        .iter()
                        .map(|ring| project_line(ring, projection))
                        .collect()
                })
                .collect(),
            ..Default::default()
        },
        Geometry::Ends => ends_shape(feature, world, atlas, projection, arcs),
    }
}

/// An arc between each `from` and each `to`; a site where there is but one side.
fn ends_shape(
    feature: &Feature,
    world: &World,
    atlas: &Atlas,
    projection: MapProjection,
    arcs: &mut ArcCount,
) -> FeatureShape {
    let anchors = |side: &[Subject]| -> Vec<MapPoint> {
        side.iter()
            .filter_map(|&subject| world.anchor(atlas, subject))
            .map(|at| projection.project(at))
            .collect()
    };
    let (from, to) = (anchors(&feature.from), anchors(&feature.to));
    let mut shape = FeatureShape::default();
    if from.is_empty() || to.is_empty() {
        shape.sites = from.into_iter().chain(to).collect();
        return shape;
    }
    for &start in &from {
        for &end in &to {
            if super::curve::distance(start, end) < SAME_PLACE {
                shape.sites.push(start);
            } else {
                let points = arc(start, end, arcs.next_bulge(start, end));
                shape.paths.push(FeaturePath::along(points, Run::Arc));
            }
        }
    }
    shape
}

/// How many arcs join each pair of regions already, so that the next one takes a way of its own.
#[derive(Default)]
struct ArcCount(BTreeMap<[(i64, i64); 2], u32>);

impl ArcCount {
    fn next_bulge(&mut self, from: MapPoint, to: MapPoint) -> f64 {
        let part = |value: f64| (value / REGION).round() as i64;
        let key = |point: MapPoint| (part(point.x), part(point.y));
        let (from, to) = (key(from), key(to));
        let is_turned = to < from;
        let count = self
            .0
            .entry(if is_turned { [to, from] } else { [from, to] })
            .or_default();
        let round = f64::from(*count / 2);
        let side = if (*count).is_multiple_of(2) {
            1.0
        } else {
            -1.0
        };
        *count += 1;
        let turned = if is_turned { -1.0 } else { 1.0 };
        // The first few lie evenly, the later ones ever closer together.
        let spread = MOST_BULGE - FIRST_BULGE;
        let bulge = FIRST_BULGE + spread * round / (round + spread / FIRST_BULGE);
        bulge * side * turned
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_between_the_same_two_ends_never_take_the_same_way() {
        let (a, b) = (MapPoint { x: 1.0, y: 2.0 }, MapPoint { x: 5.0, y: 9.0 });
        let mut arcs = ArcCount::default();
        let ways: Vec<_> = (0..6)
            .map(|round| {
                // Seen from the other end an arc to the left lies to the right.
                if round % 3 == 0 {
                    -arcs.next_bulge(b, a)
                } else {
                    arcs.next_bulge(a, b)
                }
            })
            .collect();
        for (index, way) in ways.iter().enumerate() {
            assert!(
                ways[..index].iter().all(|other| (other - way).abs() > 1e-6),
                "{ways:?}"
            );
        }
    }

    #[test]
    fn the_hundredth_arc_between_two_ends_stays_near_them() {
        let (a, b) = (MapPoint { x: 1.0, y: 2.0 }, MapPoint { x: 5.0, y: 9.0 });
        let mut arcs = ArcCount::default();
        let ways: Vec<f64> = (0..100).map(|_| arcs.next_bulge(a, b)).collect();
        assert!((ways[0].abs() - FIRST_BULGE).abs() < 1e-9, "{ways:?}");
        assert!(ways.iter().all(|way| way.abs() < MOST_BULGE), "{ways:?}");
        for (index, way) in ways.iter().enumerate() {
            assert!(!ways[..index].contains(way), "{ways:?}");
        }
    }
}
