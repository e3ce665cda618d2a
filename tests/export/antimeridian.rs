//! RFC 7946: what crosses the antimeridian is cut there (3.1.9), outer rings run to the left and
//! holes to the right (3.1.6), and no longitude is beyond 180.

use proptest::prelude::{prop, prop_assert, proptest};
use serde_json::{Value, json};

use crate::stories::{self, line, polygon};
use crate::{bundled, json as json_of};

/// The geometry a story's only feature is written with.
fn written(geometry: &str) -> Value {
    let (world, problems) = stories::with_feature(&format!("\"geometry\": {geometry}"));
    assert!(problems.is_empty(), "{}", stories::said(&problems));
    json_of(&world)["features"][0]["geometry"].clone()
}

fn polygons_of(geometry: &Value) -> Vec<Vec<Vec<[f64; 2]>>> {
    let coordinates = geometry["coordinates"].clone();
    match geometry["type"].as_str() {
        Some("Polygon") => vec![serde_json::from_value(coordinates).unwrap()],
        Some("MultiPolygon") => serde_json::from_value(coordinates).unwrap(),
        other => panic!("{other:?}"),
    }
}

/// In square degrees, positive when it runs to the left.
fn area_of(ring: &[[f64; 2]]) -> f64 {
    let pairs = ring.windows(2);
    pairs
        .map(|pair| (pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]) / 2.0)
        .sum()
}

/// Checks rings as the RFC has them. Returns what they enclose, in square degrees.
fn checked(geometry: &Value) -> f64 {
    let polygons = polygons_of(geometry);
    let mut whole = 0.0;
    for polygon in &polygons {
        for (index, ring) in polygon.iter().enumerate() {
            assert!(ring.len() >= 4 && ring.first() == ring.last(), "{ring:?}");
            let area = area_of(ring);
            assert_eq!(area > 0.0, index == 0, "{ring:?}");
            assert!(ring.iter().all(|at| at[0].abs() <= 180.0), "{ring:?}");
            let mut apart = ring.clone();
            apart.dedup();
            assert_eq!(apart.len(), ring.len(), "{ring:?}");
            whole += area;
        }
    }
    whole
}

#[test]
fn no_longitude_of_the_bundled_story_is_beyond_180() {
    let mut rows = Vec::new();
    for feature in json_of(&bundled())["features"].as_array().unwrap() {
        crate::read::rows_of(&feature["geometry"], &mut rows);
    }
    assert!(rows.len() > 50);
    for [lon, lat] in rows.into_iter().flatten() {
        assert!(lon.abs() <= 180.0 && lat.abs() <= 90.0);
        for degrees in [lon, lat] {
            let digits = degrees * 1e7;
            assert!((digits - digits.round()).abs() < 1e-4, "{degrees}");
        }
    }
}

#[test]
fn a_line_over_the_antimeridian_is_cut_there_and_nowhere_else() {
    let cut = |coordinates: Value| json!({"type": "MultiLineString", "coordinates": coordinates});
    for (coordinates, wanted) in [
        (
            "[[170, 10], [-170, 20]]",
            cut(json!([
                [[170.0, 10.0], [180.0, 15.0]],
                [[-180.0, 15.0], [-170.0, 20.0]]
            ])),
        ),
        (
            "[[-170, 20], [170, 10]]",
            cut(json!([
                [[-170.0, 20.0], [-180.0, 15.0]],
                [[180.0, 15.0], [170.0, 10.0]]
            ])),
        ),
        // On over the edge of the program's own map, at -169, which leaves no gap.
        (
            "[[170, 0], [-140, 50]]",
            cut(json!([
                [[170.0, 0.0], [180.0, 10.0]],
                [[-180.0, 10.0], [-169.0, 21.0], [-140.0, 50.0]]
            ])),
        ),
        (
            "[[-150, 0], [-175, 0]]",
            json!({"type": "LineString", "coordinates": [[-150.0, 0.0], [-169.0, 0.0], [-175.0, 0.0]]}),
        ),
        // One that only reaches it stays on its side.
        (
            "[[170, 0], [180, 0]]",
            json!({"type": "LineString", "coordinates": [[170.0, 0.0], [180.0, 0.0]]}),
        ),
        (
            "[[-170, 0], [-180, 0]]",
            json!({"type": "LineString", "coordinates": [[-170.0, 0.0], [-180.0, 0.0]]}),
        ),
    ] {
        assert_eq!(written(&line(coordinates)), wanted, "{coordinates}");
    }
}

#[test]
fn a_relation_over_the_pacific_goes_the_shorter_way_and_is_cut_too() {
    let actors = r#""actors": [
        {"key": "here", "name": "Here", "about": "a", "at": [170, 10]},
        {"key": "there", "name": "There", "about": "a", "at": [-160, 40]}],"#;
    let feature = stories::feature(r#""from": ["actor:here"], "to": ["actor:there"]"#);
    let (world, _) = stories::story(&format!("{actors} \"features\": [{feature}]"));
    assert_eq!(
        json_of(&world)["features"][0]["geometry"]["coordinates"],
        json!([
            [[170.0, 10.0], [180.0, 20.0]],
            [[-180.0, 20.0], [-160.0, 40.0]]
        ])
    );
}

#[test]
fn an_area_over_the_antimeridian_is_one_polygon_on_each_side_with_its_holes() {
    // Beyond the edge of the program's own map too, in which it is cut elsewhere.
    let outer = "[[170, 0], [-150, 0], [-150, 20], [170, 20], [170, 0]]";
    let hole = "[[175, 5], [175, 15], [-160, 15], [-160, 5], [175, 5]]";
    let geometry = written(&polygon(&format!("[{outer}]")));
    assert_eq!(polygons_of(&geometry).len(), 2, "{geometry}");
    assert!((checked(&geometry) - 800.0).abs() < 1e-6);
    // A hole over it leaves a piece above and one below on neither side: each is like a C.
    let geometry = written(&polygon(&format!("[{outer}, {hole}]")));
    assert_eq!(polygons_of(&geometry).len(), 2, "{geometry}");
    assert!((checked(&geometry) - 550.0).abs() < 1e-6);
    // A hole on one side stays one.
    let hole = "[[172, 5], [172, 15], [176, 15], [176, 5], [172, 5]]";
    let geometry = written(&polygon(&format!("[{outer}, {hole}]")));
    let rings: Vec<usize> = polygons_of(&geometry).iter().map(Vec::len).collect();
    assert_eq!(rings.iter().sum::<usize>(), 3, "{geometry}");
    assert!((checked(&geometry) - 760.0).abs() < 1e-6);
}

#[test]
fn a_hollow_area_falls_into_pieces_that_do_not_touch_themselves() {
    // Like a C, whose two arms reach over.
    let ring = "[[170, 0], [-175, 0], [-175, 5], [175, 5], [175, 15], [-175, 15], [-175, 20], \
                [170, 20], [170, 0]]";
    let geometry = written(&polygon(&format!("[{ring}]")));
    assert_eq!(polygons_of(&geometry).len(), 3, "{geometry}");
    assert!((checked(&geometry) - 200.0).abs() < 1e-6);
}

#[test]
fn an_area_around_a_pole_and_one_that_is_written_the_wrong_way_round_are_right_too() {
    let cap = "[[-120, 70], [0, 70], [120, 70], [-120, 70]]";
    let geometry = written(&polygon(&format!("[{cap}]")));
    assert!((checked(&geometry) - 7200.0).abs() < 1e-6);
    // From -180 to 180 it is one.
    assert_eq!(geometry["type"], "Polygon", "{geometry}");
    let clockwise = "[[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]]";
    assert!((checked(&written(&polygon(&format!("[{clockwise}]")))) - 100.0).abs() < 1e-6);
}

proptest! {
    #[test]
    fn however_an_area_lies_nothing_of_it_is_lost_and_nothing_added(
        center in -180.0..180.0_f64,
        radii in prop::collection::vec(1.0..60.0_f64, 3..24),
    ) {
        let count = radii.len() as f64;
        let ring: Vec<[f64; 2]> = radii.iter().zip(0..).map(|(radius, index)| {
            let angle = f64::from(index) / count * std::f64::consts::TAU;
            [center + radius * angle.cos(), radius * angle.sin()]
        }).collect();
        let closed: Vec<[f64; 2]> = ring.iter().chain(ring.first()).copied().collect();
        let whole = area_of(&closed);
        let text = serde_json::to_string(&closed).unwrap();
        let found = checked(&written(&polygon(&format!("[{text}]"))));
        prop_assert!((found - whole).abs() < 1e-4 * (1.0 + whole), "{found} {whole}");
    }
}
