//! Which features have something in a part of the map, however many there are in all.

use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};

use super::overlay::{FeatureShape, OverlayShapes};
use crate::geography::MapRect;
use crate::world::{Feature, Id};

/// Where each feature is.
#[derive(Clone, Debug, Default)]
pub struct FeatureIndex {
    tree: RTree<GeomWithData<Rectangle<[f64; 2]>, Id<Feature>>>,
    bounds: Vec<MapRect>,
}

impl FeatureIndex {
    pub fn new(shapes: &OverlayShapes) -> Self {
        let bounds: Vec<MapRect> = shapes.features.iter().map(bounds_of).collect();
        let there = bounds.iter().enumerate();
        let there = there.filter(|(_, bounds)| !bounds.is_empty());
        let entries = there.map(|(index, bounds)| {
            let corners = [bounds.min, bounds.max].map(|corner| [corner.x, corner.y]);
            let [min, max] = corners;
            GeomWithData::new(Rectangle::from_corners(min, max), Id::new(index))
        });
        Self {
            tree: RTree::bulk_load(entries.collect()),
            bounds,
        }
    }

    /// The features whose bounds meet a rectangle, in no order. Takes as long as one takes of them.
    pub fn meeting(&self, rect: MapRect) -> impl Iterator<Item = Id<Feature>> {
        let [min, max] = [rect.min, rect.max].map(|corner| [corner.x, corner.y]);
        self.tree
            .locate_in_envelope_intersecting(&AABB::from_corners(min, max))
            .map(|entry| entry.data)
    }

    pub fn meets(&self, feature: Id<Feature>, rect: MapRect) -> bool {
        let bounds = self.bounds.get(feature.index());
        bounds.is_some_and(|bounds| bounds.intersects(rect))
    }
}

fn bounds_of(shape: &FeatureShape) -> MapRect {
    let points = shape
        .sites
        .iter()
        .chain(shape.areas.iter().flatten().flatten());
    let around = MapRect::around(points.copied());
    let paths = shape.paths.iter().map(|path| path.bounds);
    paths.fold(around, MapRect::union)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geography::{MapPoint, MapProjection};
    use crate::picture::FeaturePath;

    #[test]
    fn of_lines_sites_and_areas_those_are_found_that_reach_into_a_rectangle() {
        let at = |x: f64, y: f64| MapPoint { x, y };
        let features = vec![
            FeatureShape {
                paths: vec![FeaturePath::new(vec![at(0.0, 0.0), at(9.0, 9.0)])],
                ..FeatureShape::default()
            },
            FeatureShape {
                sites: vec![at(20.0, 20.0)],
                ..FeatureShape::default()
            },
            FeatureShape::default(),
            FeatureShape {
                areas: vec![vec![vec![at(5.0, 5.0), at(21.0, 5.0), at(21.0, 21.0)]]],
                ..FeatureShape::default()
            },
        ];
        let shapes = OverlayShapes::of(MapProjection::EqualArea, features);
        let index = FeatureIndex::new(&shapes);
        let found = |min: f64, max: f64| {
            let rect = MapRect {
                min: at(min, min),
                max: at(max, max),
            };
            let mut found: Vec<usize> = index.meeting(rect).map(Id::index).collect();
            found.sort_unstable();
            for id in (0..4).map(Id::new) {
                assert_eq!(index.meets(id, rect), found.contains(&id.index()));
            }
            found
        };
        assert_eq!(found(-5.0, 1.0), [0]);
        assert_eq!(found(8.0, 19.0), [0, 3]);
        assert_eq!(found(19.5, 30.0), [1, 3]);
        assert!(found(40.0, 50.0).is_empty());
    }
}
