//! As what a feature is drawn: told without making its shape.

use super::curve::distance;
use super::overlay::SAME_PLACE;
use crate::atlas::Atlas;
use crate::geography::{MapPoint, MapProjection};
use crate::world::{Feature, Geometry, Subject, World};

/// As what a feature is drawn. One between several ends can be several of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeatureForm {
    pub has_line: bool,
    pub has_site: bool,
    pub has_area: bool,
}

impl FeatureForm {
    pub fn of(world: &World, atlas: &Atlas, feature: &Feature) -> Self {
        let anchors = |side: &[Subject]| -> Vec<MapPoint> {
            let found = side.iter().filter_map(|&end| world.anchor(atlas, end));
            found
                .map(|at| MapProjection::EqualArea.project(at))
                .collect()
        };
        let mut form = Self::default();
        match feature.geometry {
            Geometry::Lines(_) => form.has_line = true,
            Geometry::Points(_) => form.has_site = true,
            Geometry::Polygons(_) => form.has_area = true,
            Geometry::Ends => {
                let (from, to) = (anchors(&feature.from), anchors(&feature.to));
                let has_one_side = from.is_empty() != to.is_empty();
                form.has_site = has_one_side;
                for start in &from {
                    for end in &to {
                        let is_same = distance(*start, *end) < SAME_PLACE;
                        form.has_site |= is_same;
                        form.has_line |= !is_same;
                    }
                }
            }
        }
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::picture::OverlayShapes;

    #[test]
    fn what_is_told_of_each_bundled_feature_is_what_is_drawn() {
        let atlas = Atlas::load().unwrap();
        let world = content::bundled(&atlas).0;
        let shapes = OverlayShapes::build(&world, &atlas, MapProjection::EqualArea);
        for (id, feature) in world.features.iter() {
            let shape = shapes.shape(id).unwrap();
            let drawn = FeatureForm {
                has_line: !shape.paths.is_empty(),
                has_site: !shape.sites.is_empty(),
                has_area: !shape.areas.is_empty(),
            };
            assert_eq!(
                FeatureForm::of(&world, &atlas, feature),
                drawn,
                "{}",
                feature.key
            );
        }
    }
}
