//! Which disputed line is under the pointer.

use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Line},
};

use super::ground::project_line;
use super::pick::DistanceTo as _;
use crate::atlas::{AreaId, Atlas, BorderKind, DisputeId, Level, Worldview};
use crate::geography::{MapPoint, MapProjection};

/// A piece of a disputed line: which one, and the areas on its two hands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PickedLine {
    pub dispute: DisputeId,
    pub sides: [AreaId; 2],
}

type Segment = GeomWithData<Line<[f64; 2]>, PickedLine>;

/// Finds the disputed line near a point. It holds the lines a view draws, and no others.
#[derive(Clone, Debug, Default)]
pub struct BorderPicker {
    segments: RTree<Segment>,
}

impl BorderPicker {
    pub fn new(
        level: &Level,
        atlas: &Atlas,
        projection: MapProjection,
        worldview: Worldview,
    ) -> Self {
        let mut segments = Vec::new();
        for arc in &level.arcs {
            let [Some(one), Some(other)] = arc.sides else {
                continue;
            };
            let Some(dispute) = atlas.disputed_line(one, other) else {
                continue;
            };
            if level.border_kind(arc, atlas, worldview) == BorderKind::Internal {
                continue;
            }
            let sides = [one, other];
            let points = project_line(&arc.points, projection);
            segments.extend(points.array_windows().map(|[from, to]| {
                let line = Line::new([from.x, from.y], [to.x, to.y]);
                GeomWithData::new(line, PickedLine { dispute, sides })
            }));
        }
        Self {
            segments: RTree::bulk_load(segments),
        }
    }

    /// The nearest line within `radius` (map units) of a point, and how far it is.
    pub fn line_at(&self, point: MapPoint, radius: f64) -> Option<(PickedLine, f64)> {
        let around = AABB::from_corners(
            [point.x - radius, point.y - radius],
            [point.x + radius, point.y + radius],
        );
        self.segments
            .locate_in_envelope_intersecting(&around)
            .map(|segment| {
                let distance = segment.geom().distance_2_to([point.x, point.y]).sqrt();
                (distance, segment.data)
            })
            .filter(|&(distance, _)| distance <= radius)
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(distance, picked)| (picked, distance))
    }
}
