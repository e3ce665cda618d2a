//! Lines that share a stretch run side by side on the screen, and are met where they are drawn.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::Arc;

use passage::atlas::Atlas;
use passage::content::bundled;
use passage::geography::{LonLat, MapPoint, MapProjection};
use passage::picture::{DrawnShapes, OverlayShapes, Picker, Shown, zoom_band};
use passage::theme::{Theme, ThemeKind};
use passage::world::{Feature, Id, World};

struct Map {
    world: World,
    shapes: Arc<OverlayShapes>,
}

impl Map {
    fn new(projection: MapProjection) -> Self {
        let atlas = Atlas::load().unwrap();
        let (world, _) = bundled(&atlas);
        let shapes = Arc::new(OverlayShapes::build(&world, &atlas, projection));
        Self { world, shapes }
    }

    fn id(&self, key: &str) -> Id<Feature> {
        let mut features = self.world.features.iter();
        features.find(|(_, feature)| feature.key == key).unwrap().0
    }

    /// As drawn when only these are on show.
    fn drawn(&self, keys: &[&str], zoom: f64) -> DrawnShapes {
        let theme = Theme::new(ThemeKind::Light);
        let mut shown: Vec<Shown> = keys
            .iter()
            .map(|key| {
                let feature = self.id(key);
                let row = self.world.features.get(feature).unwrap();
                let style = self.world.overlays.get(row.overlay).unwrap().style;
                Shown {
                    feature,
                    width_px: theme.of_feature(style, row).room(zoom),
                }
            })
            .collect();
        shown.sort_by_key(|shown| shown.feature);
        DrawnShapes::new(&self.shapes, shown, zoom_band(zoom))
    }

    fn line(&self, drawn: &DrawnShapes, key: &str) -> Vec<MapPoint> {
        drawn.shape(self.id(key)).unwrap().paths[0].points.clone()
    }
}

fn far(a: MapPoint, b: MapPoint) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

fn far_from_line(point: MapPoint, line: &[MapPoint]) -> f64 {
    let segments = line.windows(2).map(|ends| {
        let (a, b) = (ends[0], ends[1]);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length_2 = (dx * dx + dy * dy).max(1e-18);
        let part = (((point.x - a.x) * dx + (point.y - a.y) * dy) / length_2).clamp(0.0, 1.0);
        let nearest = MapPoint {
            x: a.x + dx * part,
            y: a.y + dy * part,
        };
        far(point, nearest)
    });
    segments.fold(f64::INFINITY, f64::min)
}

/// Two features, and the two towns between which they share their way.
const SHARED: [(&str, &str, [f64; 2], [f64; 2]); 6] = [
    (
        "tapi",
        "southern-makran",
        [65.7101, 31.6133],
        [67.0014, 30.1841],
    ),
    (
        "tapi",
        "northern-turkmen",
        [62.1997, 34.3482],
        [62.3438, 35.2799],
    ),
    (
        "drug-route",
        "balkan-direct",
        [51.4215, 35.6944],
        [46.2919, 38.08],
    ),
    (
        "drug-route",
        "balkan-direct",
        [28.9497, 41.0138],
        [23.3241, 42.6975],
    ),
    (
        "drug-route",
        "balkan-north",
        [19.0404, 47.4984],
        [16.3721, 48.2085],
    ),
    (
        "northern-kunduz",
        "northern-termez",
        [69.2163, 41.2647],
        [69.6004, 42.3099],
    ),
];

/// Points of a line between the places nearest to two towns.
fn stretch(line: &[MapPoint], from: MapPoint, to: MapPoint) -> Vec<MapPoint> {
    let nearest = |town: MapPoint| {
        let all = line.iter().enumerate();
        let nearest = all.min_by(|a, b| far(*a.1, town).total_cmp(&far(*b.1, town)));
        nearest.unwrap().0
    };
    let (start, end) = (nearest(from), nearest(to));
    line[start.min(end)..=start.max(end)].to_vec()
}

#[test]
fn two_lines_on_a_shared_stretch_never_touch_on_the_screen_at_any_zoom() {
    for projection in MapProjection::ALL {
        let map = Map::new(projection);
        for (one, other, from, to) in SHARED {
            for step in 0..30 {
                let zoom = 4.0 + f64::from(step) * 0.37;
                let scale = zoom.exp2();
                let drawn = map.drawn(&[one, other], zoom);
                let lines = [one, other].map(|key| map.line(&drawn, key));
                let town = |[lon, lat]: [f64; 2]| projection.project(LonLat::new(lon, lat));
                let widths = [one, other].map(|key| f64::from(drawn.width_px(map.id(key))));
                let least = f64::midpoint(widths[0], widths[1]);
                let shared = stretch(&lines[0], town(from), town(to));
                // A stretch of a few points on the screen is no longer than its bends are wide.
                if far(shared[0], *shared.last().unwrap()) * scale < 4.0 * least {
                    continue;
                }
                for point in shared {
                    let apart = far_from_line(point, &lines[1]) * scale;
                    // In a bend narrower than a band is broad, its soft edge may meet the other's.
                    assert!(
                        apart >= (0.9 * least).max(4.6),
                        "{one} and {other} at zoom {zoom}: {apart} of {least}"
                    );
                    assert!(apart < least + 12.0, "{one}, {other}, {zoom}: {apart}");
                }
            }
        }
    }
}

#[test]
fn a_line_that_shares_its_way_with_nothing_on_show_lies_where_it_is() {
    let map = Map::new(MapProjection::EqualArea);
    let alone = map.drawn(&["tapi"], 7.0);
    assert_eq!(alone.moved().count(), 0);
    let together = map.drawn(&["tapi", "southern-makran"], 7.0);
    assert_eq!(together.moved().count(), 2);
}

#[test]
fn a_line_in_its_lane_has_no_kink() {
    let map = Map::new(MapProjection::EqualArea);
    for zoom in [5.0, 6.5, 9.0] {
        let drawn = map.drawn(&["tapi", "southern-makran", "northern-turkmen"], zoom);
        let line = map.line(&drawn, "tapi");
        for corner in line.windows(3) {
            let step = |a: MapPoint, b: MapPoint| ((b.x - a.x), (b.y - a.y));
            let (before, after) = (step(corner[0], corner[1]), step(corner[1], corner[2]));
            let turn = (before.0 * after.1 - before.1 * after.0)
                .atan2(before.0 * after.0 + before.1 * after.1)
                .to_degrees();
            assert!(turn.abs() < 32.0, "zoom {zoom}: {turn} at {corner:?}");
        }
    }
}

#[test]
fn pointing_at_a_lane_meets_its_line_and_between_two_both() {
    let map = Map::new(MapProjection::EqualArea);
    let picker = Picker::new(&map.shapes);
    let town = |lon, lat| MapProjection::EqualArea.project(LonLat::new(lon, lat));
    for zoom in [6.0, 8.0, 12.0] {
        let drawn = map.drawn(&["tapi", "southern-makran"], zoom);
        let (tapi, makran) = (map.id("tapi"), map.id("southern-makran"));
        let lines = ["tapi", "southern-makran"].map(|key| map.line(&drawn, key));
        let shared = stretch(&lines[0], town(65.7101, 31.6133), town(67.0014, 30.1841));
        let on_tapi = shared[shared.len() / 2];
        let nearest = |line: &[MapPoint]| {
            let all = line.iter().copied();
            all.min_by(|a, b| far(*a, on_tapi).total_cmp(&far(*b, on_tapi)))
        };
        let on_makran = nearest(&lines[1]).unwrap();
        let shows = |id| id == tapi || id == makran;
        let at = |point| picker.drawn_at(&drawn, point, zoom.exp2(), shows);
        assert_eq!(at(on_tapi), [tapi], "zoom {zoom}");
        assert_eq!(at(on_makran), [makran], "zoom {zoom}");
        let off = MapPoint {
            x: on_tapi.x + 90.0 / zoom.exp2(),
            ..on_tapi
        };
        assert_eq!(at(off), [], "zoom {zoom}");
    }
}

#[test]
fn arcs_of_the_whole_story_end_off_each_other_and_off_the_capital() {
    let map = Map::new(MapProjection::EqualArea);
    let keys: Vec<&str> = map
        .world
        .features
        .iter()
        .map(|(_, feature)| feature.key.as_str())
        .collect();
    let zoom = 6.0_f64;
    let drawn = map.drawn(&keys, zoom);
    let moscow = MapProjection::EqualArea.project(LonLat::new(37.6178, 55.752));
    let mut ends: Vec<MapPoint> = Vec::new();
    for (id, feature) in map.world.features.iter() {
        if matches!(feature.geometry, passage::world::Geometry::Ends) {
            for path in &drawn.shape(id).unwrap().paths {
                ends.extend([path.points[0], *path.points.last().unwrap()]);
            }
        }
    }
    let px = |a: MapPoint, b: MapPoint| far(a, b) * zoom.exp2();
    let at_moscow: Vec<_> = ends
        .into_iter()
        .filter(|&end| px(end, moscow) < 40.0)
        .collect();
    assert!(at_moscow.len() >= 10, "{}", at_moscow.len());
    for (index, &end) in at_moscow.iter().enumerate() {
        assert!(px(end, moscow) > 6.0);
        for &other in &at_moscow[..index] {
            assert!(px(end, other) > 2.0, "{end:?} {other:?}");
        }
    }
}
