//! Distances, lengths and areas, against what other tools measure in the same places and shapes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod stories;

use geo::{GeodesicArea as _, LineString, Polygon};
use passage::atlas::{Detail, Level};
use passage::geography::{LonLat, MapPoint, MapProjection, distance_m};
use stories::{ATLAS, with_feature};

/// Longitude and latitude of two ends, and metres between them by PROJ 9 geod on WGS84.
const DISTANCES: &[([f64; 2], [f64; 2], f64)] = &[
    ([73.0433, 33.7215], [37.6178, 55.752], 3_654_505.315),
    ([37.6178, 55.752], [77.2148, 28.6214], 4_345_566.813),
    ([69.1723, 34.5281], [51.4215, 35.6944], 1_621_190.064),
    ([58.3833, 37.95], [37.6178, 55.752], 2_514_025.556),
    // Over the Pacific and over the map's cut.
    ([-73.97, 40.78], [139.7, 35.7], 10_866_155.491),
    ([-149.9, 61.2], [177.5, 64.7], 1_679_715.735),
    // Nearly and wholly opposite ends of the globe, and a short walk.
    ([0.0, 0.0], [179.5, 0.5], 19_936_288.579),
    ([20.0, 10.0], [-160.0, -10.0], 20_003_931.459),
    ([73.0, 33.0], [73.001, 33.001], 145.028_292),
];

#[test]
fn distances_are_those_of_another_tool_to_a_millionth() {
    for &([lon1, lat1], [lon2, lat2], wanted_m) in DISTANCES {
        let (from, to) = (LonLat::new(lon1, lat1), LonLat::new(lon2, lat2));
        for found_m in [distance_m(from, to), distance_m(to, from)] {
            let off = (found_m / wanted_m - 1.0).abs();
            assert!(off < 1e-6, "{from:?} {to:?}: {found_m} and not {wanted_m}");
        }
    }
}

/// Lines as a story has them, how many branches that is, and metres from waypoint to waypoint by
/// PROJ 9 geod on WGS84.
const LENGTHS: &[(&str, usize, f64)] = &[
    (
        r#"{"type": "LineString", "coordinates": [[62.36, 37.3], [62.2, 34.35], [64.37, 31.59],
            [66.99, 30.18], [71.47, 30.2], [74.1, 30.37]]}"#,
        1,
        1_675_240.555,
    ),
    // Over the map's cut it is drawn as two lines, and is one way.
    (
        r#"{"type": "LineString", "coordinates": [[170, 66], [-150, 61]]}"#,
        1,
        2_058_482.140,
    ),
    (
        r#"{"type": "MultiLineString", "coordinates": [[[73.0433, 33.7215], [37.6178, 55.752]],
            [[69.1723, 34.5281], [51.4215, 35.6944]]]}"#,
        2,
        3_654_505.315 + 1_621_190.064,
    ),
];

#[test]
fn lengths_of_drawn_ways_are_those_of_another_tool_to_a_millionth() {
    for &(geometry, branches, wanted_m) in LENGTHS {
        let (world, _) = with_feature(&format!("\"geometry\": {geometry}"));
        let (_, feature) = world.features.iter().next().unwrap();
        let length = feature.drawn_length().unwrap();
        let off = (length.meters / wanted_m - 1.0).abs();
        assert!(
            off < 1e-6,
            "{geometry}: {} and not {wanted_m}",
            length.meters
        );
        assert_eq!(length.branches, branches, "{geometry}");
    }
}

/// The areas that make up each of the six countries, and square kilometres of the shapes in
/// `world-10m.topo.json` by PROJ 9 geod: on WGS84, and on a sphere of 6 371 008.8 m.
const AREAS: &[(&[&str], f64, f64)] = &[
    (&["PAK", "PAK-AJK", "PAK-GB"], 872_939.5, 873_936.5),
    (
        &["IND", "IND-JK", "IND-AR", "IND-DEM"],
        3_151_487.1,
        3_159_060.7,
    ),
    (&["RUS", "UKR-CRI"], 16_980_135.3, 16_886_249.4),
    (&["AFG"], 642_178.0, 642_389.4),
    (&["IRN"], 1_622_497.3, 1_623_476.2),
    (&["TKM"], 470_856.9, 470_457.0),
];

/// Rings of some areas, outer first.
fn polygons_of(level: &Level, keys: &[&str]) -> Vec<Vec<Vec<LonLat>>> {
    let areas = ATLAS.areas.iter().zip(&level.areas);
    let wanted = areas.filter(|(area, _)| keys.contains(&area.key.as_str()));
    wanted
        .flat_map(|(_, polygons)| polygons)
        .map(|rings| rings.iter().map(|ring| level.ring_points(ring)).collect())
        .collect()
}

/// Of a polygon on the map plane, in its square units.
fn plane_area(ring: &[MapPoint]) -> f64 {
    let doubled: f64 = ring
        .windows(2)
        .map(|pair| pair[0].x * pair[1].y - pair[1].x * pair[0].y)
        .sum();
    doubled.abs() / 2.0
}

#[test]
fn the_equal_area_map_shows_the_six_countries_as_large_as_another_tool_measures_them() {
    let level = Level::load(Detail::Full, &ATLAS).unwrap();
    let projection = MapProjection::EqualArea;
    for &(keys, wgs84_km2, sphere_km2) in AREAS {
        let (mut geodesic_km2, mut drawn_km2) = (0.0, 0.0);
        for rings in polygons_of(&level, keys) {
            let line = |ring: &Vec<LonLat>| -> LineString {
                ring.iter().map(|at| (at.lon_deg, at.lat_deg)).collect()
            };
            let holes = rings[1..].iter().map(line).collect();
            let polygon = Polygon::new(line(&rings[0]), holes);
            geodesic_km2 += polygon.geodesic_area_unsigned() / 1e6;
            for (order, ring) in rings.iter().enumerate() {
                let points: Vec<_> = ring.iter().map(|&at| projection.project(at)).collect();
                let scale = projection.pixels_per_meter(ring[0]) * 1e3;
                let area_km2 = plane_area(&points) / scale.powi(2);
                drawn_km2 += if order == 0 { area_km2 } else { -area_km2 };
            }
        }
        let off = (geodesic_km2 / wgs84_km2 - 1.0).abs();
        assert!(off < 0.001, "{keys:?}: {geodesic_km2} on the ellipsoid");
        let off = (drawn_km2 / sphere_km2 - 1.0).abs();
        assert!(off < 0.001, "{keys:?}: {drawn_km2} on the map");
    }
}
