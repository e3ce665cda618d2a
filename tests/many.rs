//! However many features there are, what is found under a point is what a look at each one finds.
#![expect(clippy::indexing_slicing, reason = "a test may panic")]

use std::sync::Arc;

use passage::geography::{MapPoint, MapProjection};
use passage::picture::{DrawnShapes, FeaturePath, FeatureShape, OverlayShapes, PICK_RADIUS_PX};
use passage::picture::{Picker, Shown};
use passage::world::{Feature, Id};
use proptest::prelude::*;

fn point() -> impl Strategy<Value = MapPoint> {
    (0.0..60.0_f64, 0.0..60.0_f64).prop_map(|(x, y)| MapPoint { x, y })
}

fn shape() -> impl Strategy<Value = FeatureShape> {
    let line = prop::collection::vec(point(), 2..20);
    let area = prop::collection::vec(point(), 3..8);
    prop_oneof![
        prop::collection::vec(line, 1..3).prop_map(|lines| FeatureShape {
            paths: lines.into_iter().map(FeaturePath::new).collect(),
            ..FeatureShape::default()
        }),
        prop::collection::vec(point(), 1..4).prop_map(|sites| FeatureShape {
            sites,
            ..FeatureShape::default()
        }),
        area.prop_map(|mut ring| {
            ring.push(ring[0]);
            FeatureShape {
                areas: vec![vec![ring]],
                ..FeatureShape::default()
            }
        }),
    ]
}

fn to_segment(at: MapPoint, from: MapPoint, to: MapPoint) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length_2 = dx * dx + dy * dy;
    let along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / length_2;
    let along = if length_2 > 0.0 {
        along.clamp(0.0, 1.0)
    } else {
        0.0
    };
    (from.x + along * dx - at.x).hypot(from.y + along * dy - at.y)
}

/// Whether a point lies in a ring, by the angle the ring goes round it.
fn is_inside(at: MapPoint, ring: &[MapPoint]) -> bool {
    let crossings = ring.array_windows().filter(|[from, to]| {
        (from.y > at.y) != (to.y > at.y)
            && at.x < from.x + (to.x - from.x) * (at.y - from.y) / (to.y - from.y)
    });
    crossings.count() % 2 == 1
}

/// Sites, then lines, the nearest first, then areas.
fn by_looking_at_each(
    shapes: &[FeatureShape],
    at: MapPoint,
    radius: f64,
    shows: impl Fn(Id<Feature>) -> bool,
) -> Vec<Id<Feature>> {
    let mut found: Vec<(u8, f64, usize)> = Vec::new();
    for (index, shape) in shapes.iter().enumerate() {
        let sites = shape.sites.iter();
        let sites = sites.map(|site| (0, (site.x - at.x).hypot(site.y - at.y)));
        let segments = shape
            .paths
            .iter()
            .flat_map(|path| path.points.array_windows());
        let lines = segments.map(|&[from, to]| (1, to_segment(at, from, to)));
        let near = sites.chain(lines).filter(|&(_, far)| far <= radius);
        let areas = shape.areas.iter().filter(|rings| is_inside(at, &rings[0]));
        let all = near.chain(areas.map(|_| (2, f64::INFINITY)));
        let best = all.min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        found.extend(best.map(|(kind, far)| (kind, far, index)));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    let ids = found.into_iter().map(|(.., index)| Id::new(index));
    ids.filter(|&id| shows(id)).collect()
}

proptest! {
    #[test]
    fn what_is_under_a_point_is_what_a_look_at_each_feature_finds(
        features in prop::collection::vec(shape(), 1..60),
        at in point(),
        radius in 0.1..4.0_f64,
        every in 1..4_usize,
    ) {
        let shows = |id: Id<Feature>| id.index().is_multiple_of(every);
        let wanted = by_looking_at_each(&features, at, radius, shows);
        let shapes = OverlayShapes::of(MapProjection::EqualArea, features);
        let found = Picker::new(&shapes).features_at(at, radius, shows);
        prop_assert_eq!(found, wanted);
    }

    #[test]
    fn of_what_is_drawn_where_it_is_the_nearest_is_met(
        features in prop::collection::vec(shape(), 1..60),
        at in point(),
        scale in 2.0..40.0_f64,
    ) {
        let radius = f64::from(PICK_RADIUS_PX) / scale;
        let wanted = by_looking_at_each(&features, at, radius, |_| true);
        let shapes = Arc::new(OverlayShapes::of(MapProjection::EqualArea, features));
        let shown = (0..shapes.features.len()).map(|index| Shown {
            feature: Id::new(index),
            width_px: 2.0,
        });
        let drawn = DrawnShapes::still(&shapes, shown.collect(), 0);
        let found = Picker::new(&shapes).drawn_at(&drawn, at, scale, |_| true);
        prop_assert_eq!(found.first(), wanted.first());
        prop_assert!(found.iter().all(|id| wanted.contains(id)));
    }
}
