//! Things a story file can hold that break programs which draw maps, each with its number in the
//! project's list of hazards: every one is drawn rightly or said at its place.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]
#![expect(clippy::float_cmp, reason = "the map's edge is exactly where it is")]

use std::fmt::Write as _;
use std::sync::LazyLock;

use passage::atlas::Atlas;
use passage::content::{Problem, load_story};
use passage::geography::{GeoBounds, MapPoint, MapProjection};
use passage::picture::{OverlayShapes, Picker};
use passage::world::{Geometry, World};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

const HEAD: &str = r#"{"format": 1, "title": "t",
 "article": {"publisher": "p", "title": "t", "date": "d"},
 "overlays": [{"key": "o", "name": "O", "about": "a", "style": "arms"}],
"#;

/// A story of one overlay with more parts.
fn story(parts: &str) -> (World, Vec<Problem>) {
    load_story(
        "h.story.json",
        format!("{HEAD}{parts}\n}}").as_bytes(),
        &ATLAS,
    )
}

/// A row of a feature with some members of its own.
fn feature(own: &str) -> String {
    format!(
        r#"{{"key": "f", "name": "F", "short_name": "F", "overlay": "o", "kind": "allied",
  {own},
  "period": {{"text": "now"}}, "basis": "stated", "status": "in-force",
  "confidence": "high", "about": "a"}}"#
    )
}

/// A story of one feature with some members of its own.
fn with_feature(own: &str) -> (World, Vec<Problem>) {
    story(&format!("\"features\": [{}]", feature(own)))
}

fn said(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |mut text, problem| {
        let _ = writeln!(text, "{problem}");
        text
    })
}

/// The feature is not there, and one problem says why at a text of its members.
fn assert_refused(own: &str, place: &str) {
    let (world, problems) = with_feature(own);
    assert_eq!(world.features.len(), 0, "{own}");
    assert_eq!(problems.len(), 1, "{own}: {}", said(&problems));
    let text = format!("{HEAD}\"features\": [{}]\n}}", feature(own));
    let offset = text.find(own).unwrap() + own.find(place).unwrap();
    let line = text[..offset].matches('\n').count() + 1;
    let column = text[..offset].rsplit('\n').next().unwrap().chars().count() + 1;
    assert_eq!(
        (problems[0].line, problems[0].column),
        (line, column),
        "{}",
        said(&problems)
    );
}

fn shape_of(geometry: &str) -> (World, OverlayShapes) {
    let (world, problems) = with_feature(&format!("\"geometry\": {geometry}"));
    assert!(problems.is_empty(), "{}", said(&problems));
    let shapes = OverlayShapes::build(&world, &ATLAS, MapProjection::EqualArea);
    (world, shapes)
}

fn line(coordinates: &str) -> String {
    format!(r#"{{"type": "LineString", "coordinates": {coordinates}}}"#)
}

fn polygon(rings: &str) -> String {
    format!(r#"{{"type": "Polygon", "coordinates": {rings}}}"#)
}

fn bounds(points: &[[f64; 2]]) -> GeoBounds {
    GeoBounds::around(
        points
            .iter()
            .map(|&[lon_deg, lat_deg]| passage::geography::LonLat { lon_deg, lat_deg }),
    )
    .unwrap()
}

// H1
#[test]
fn a_position_of_one_number_is_refused_where_it_stands() {
    for (geometry, place) in [
        (line("[[1], [2]]"), "[1]"),
        (polygon("[[[0, 0], [1], [1, 1], [0, 0]]]"), "[1]"),
        (
            r#"{"type": "MultiPoint", "coordinates": [[4]]}"#.into(),
            "[4]",
        ),
    ] {
        assert_refused(&format!("\"geometry\": {geometry}"), place);
    }
}

// H2
#[test]
fn a_collection_of_geometries_is_refused_with_a_sentence() {
    let own = r#""geometry": {"type": "GeometryCollection", "coordinates": [], "geometries": [{"type": "GeometryCollection", "geometries": []}]}"#;
    assert_refused(own, "\"GeometryCollection\"");
}

// H3
#[test]
fn a_polygon_of_nothing_and_rings_that_are_too_short_are_refused() {
    for (rings, place) in [
        ("[]", "[]"),
        ("[[]]", "[]]"),
        ("[[[0, 0], [1, 1], [0, 0]]]", "[[0, 0]"),
        ("[[[0, 0], [9, 0], [9, 9], [0, 0]], []]", "[]]"),
    ] {
        assert_refused(&format!("\"geometry\": {}", polygon(rings)), place);
    }
}

// H4
#[test]
fn a_polygon_without_an_area_and_a_number_that_is_none_are_refused() {
    for (geometry, place) in [
        (polygon("[[[0, 0], [1, 1], [2, 2], [0, 0]]]"), "[[0, 0]"),
        (polygon("[[[5, 5], [5, 5], [5, 5], [5, 5]]]"), "[[5, 5]"),
        (
            polygon("[[[0, 0], [9, 0], [9, 9], [0, 0]], [[20, 0], [29, 0], [29, 9], [20, 0]]]"),
            "[[20, 0]",
        ),
    ] {
        assert_refused(&format!("\"geometry\": {geometry}"), place);
    }
    let (world, problems) = with_feature(&format!("\"geometry\": {}", line("[[NaN, 1], [2, 2]]")));
    assert_eq!((world.features.len(), problems.len()), (0, 1));
}

// H5
#[test]
fn a_line_of_one_point_is_refused_even_when_the_point_stands_twice() {
    for (points, place) in [("[[1, 2]]", "[[1"), ("[[1, 2], [1, 2]]", "[[1")] {
        assert_refused(&format!("\"geometry\": {}", line(points)), place);
    }
}

// H7
#[test]
fn brackets_nested_a_hundred_thousand_deep_are_a_problem_and_no_overflow() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}0{}", open.repeat(100_000), close.repeat(100_000));
        for own in [
            format!("\"geometry\": {}", line(&deep)),
            format!("\"from\": {deep}"),
        ] {
            let (world, problems) = with_feature(&own);
            assert_eq!((world.features.len(), problems.len()), (0, 1));
        }
        let (_, problems) = story(&format!("\"passages\": {deep}"));
        assert!(!problems.is_empty());
    }
}

// H8
#[test]
fn numbers_that_are_too_large_are_refused_where_they_stand() {
    for number in ["1e400", "1e308", "-1e308", "541", "1e16"] {
        let own = format!(
            "\"geometry\": {}",
            line(&format!("[[0, 0], [{number}, 1]]"))
        );
        assert_refused(&own, &format!("[{number}"));
        let (world, problems) = story(&format!(
            r#""places": [{{"key": "p", "name": "P", "about": "a", "at": [{number}, 0]}}]"#
        ));
        assert_eq!((world.places.len(), problems.len()), (0, 1), "{number}");
    }
}

// H9
#[test]
fn a_part_that_stands_twice_in_a_row_is_said() {
    for own in [
        "\"geometry\": null, \"from\": [\"country:PAK\"], \"from\": []".to_owned(),
        format!(
            "\"geometry\": {}, \"geo\\u006detry\": null",
            line("[[0, 0], [1, 1]]")
        ),
        r#""geometry": {"type": "Point", "coordinates": [1, 2], "coordinates": [3, 4]}"#.into(),
        r#""geometry": {"type": "Point", "coordinates": [1, 2], "t\u0079pe": "MultiPoint"}"#.into(),
    ] {
        let (world, problems) = with_feature(&own);
        assert_eq!((world.features.len(), problems.len()), (0, 1), "{own}");
        let what = &problems[0].what;
        assert!(
            what.contains("twice") || what.contains("more than one"),
            "{what}"
        );
    }
}

// H9
#[test]
fn a_key_written_with_an_escape_is_the_same_key() {
    let own = r#""geo\u006detry": {"typ\u0065": "Poin\u0074", "coordinates": [10, 20]}"#;
    let (world, problems) = with_feature(own);
    assert!(problems.is_empty(), "{}", said(&problems));
    let (_, feature) = world.features.iter().next().unwrap();
    assert!(matches!(&feature.geometry, Geometry::Points(points) if points.len() == 1));
}

// H9
#[test]
fn half_of_a_pair_of_escapes_is_said_and_costs_one_row() {
    for half in ["\\ud800", "\\udc00", "\\ud800\\u0041", "\\udc00\\ud800"] {
        let (world, problems) = story(&format!(
            r#""passages": [
              {{"number": 1, "text": "a{half}b"}},
              {{"number": 2, "text": "sound"}}
            ],
            "pl{half}aces": [],
            "features": [{}]"#,
            feature(&format!("\"geometry\": null, \"na{half}me\": 1"))
        ));
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(world.passages.len(), 1, "{half}");
        assert_eq!(lines, [5, 8, 10], "{half}: {}", said(&problems));
    }
}

// H9
#[test]
fn one_bad_byte_costs_nothing_but_itself() {
    let text = format!("{HEAD}\"passages\": [\n {{\"number\": 1, \"text\": \"é?b\"}}\n]\n}}");
    let mut bytes = text.into_bytes();
    let at = bytes.iter().rposition(|&byte| byte == b'?').unwrap();
    bytes[at] = 0xff;
    let (world, problems) = load_story("h", &bytes, &ATLAS);
    assert_eq!(world.passages.len(), 1);
    assert_eq!(problems.len(), 1, "{}", said(&problems));
    assert!(problems[0].what.contains("UTF-8"), "{}", problems[0].what);
    assert_eq!((problems[0].line, problems[0].column), (5, 26));
    let (_, many) = load_story(
        "h",
        &[&b"{\"a"[..], &vec![0xff; 100_000], b"\": 1}"].concat(),
        &ATLAS,
    );
    assert!(many.len() < 200 && many.iter().any(|problem| problem.what.contains("more")));
}

// H9
#[test]
fn a_file_in_utf_16_is_one_problem_and_a_mark_before_utf_8_is_none() {
    let text = format!("{HEAD}\"passages\": []}}");
    for units in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = "\u{feff}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(units)
            .collect();
        for bytes in [&bytes[..], &bytes[2..]] {
            let (world, problems) = load_story("h", bytes, &ATLAS);
            assert_eq!(
                (world.overlays.len(), problems.len()),
                (0, 1),
                "{}",
                said(&problems)
            );
            let sentence = problems[0].to_string();
            assert!(
                sentence.contains("UTF-16") && sentence.ends_with("UTF-8"),
                "{sentence}"
            );
        }
    }
    let marked = format!("\u{feff}{text}");
    assert!(load_story("h", marked.as_bytes(), &ATLAS).1.is_empty());
}

// H10
#[test]
fn a_ring_is_the_same_area_whichever_way_it_runs() {
    let hole = "[[2, 2], [4, 2], [4, 4], [2, 4], [2, 2]]";
    let enloh = "[[2, 2], [2, 4], [4, 4], [4, 2], [2, 2]]";
    let mut seen: Option<(Vec<Vec<Vec<MapPoint>>>, usize)> = None;
    for outer in [
        "[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]",
        "[[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]]",
    ] {
        for inner in [hole, enloh] {
            let (_, shapes) = shape_of(&polygon(&format!("[{outer}, {inner}]")));
            let areas = shapes.features[0].areas.clone();
            let at = areas[0][0][0];
            let hits = Picker::new(&shapes).features_at(at, 1.0, |_| true).len();
            let found = (areas, hits);
            assert_eq!(seen.get_or_insert_with(|| found.clone()), &found);
        }
    }
}

/// The longest step of any path or outline, in map units. The map is some 250 wide.
fn longest_step(shapes: &OverlayShapes) -> f64 {
    let shape = &shapes.features[0];
    let paths = shape.paths.iter().map(|path| &path.points);
    let steps = paths
        .chain(shape.areas.iter().flatten())
        .flat_map(|points| {
            let pairs = points.windows(2);
            pairs.map(|pair| (pair[0].x - pair[1].x).hypot(pair[0].y - pair[1].y))
        });
    steps.fold(0.0, f64::max)
}

// H11
#[test]
fn a_line_over_the_date_line_goes_the_short_way_in_two_parts() {
    for points in [
        "[[131, 43], [-122, 47]]",
        "[[131, 43], [238, 47]]",
        "[[-122, 47], [131, 43]]",
        "[[170, 10], [180, 10], [-180, 10], [-150, 10]]",
    ] {
        let (world, shapes) = shape_of(&line(points));
        let (_, feature) = world.features.iter().next().unwrap();
        let Geometry::Lines(lines) = &feature.geometry else {
            panic!()
        };
        assert_eq!(lines.len(), 2, "{points}: {lines:?}");
        for part in lines {
            let lons = || part.iter().map(|waypoint| waypoint.at.lon_deg);
            assert!(
                lons().all(|lon| (-169.0..=191.0).contains(&lon)),
                "{part:?}"
            );
            let span = lons().fold(f64::MIN, f64::max) - lons().fold(f64::MAX, f64::min);
            assert!(span <= 60.0, "{part:?}");
            // Each part ends or starts where the map does.
            assert!(lons().any(|lon| lon == -169.0 || lon == 191.0), "{part:?}");
        }
        assert!(longest_step(&shapes) < 60.0, "{}", longest_step(&shapes));
    }
    let (world, _) = shape_of(&line("[[170, 60], [180, 62], [-175, 65]]"));
    let (_, feature) = world.features.iter().next().unwrap();
    // Chukotka lies on this side of the map's seam, beyond the date line.
    assert!(matches!(&feature.geometry, Geometry::Lines(lines) if lines.len() == 1));
}

// H11
#[test]
fn an_area_over_the_date_line_is_split_at_the_seam_and_paints_no_stripe() {
    for rings in [
        "[[[170, 50], [-150, 50], [-150, 60], [170, 60], [170, 50]]]",
        "[[[170, 50], [170, 60], [210, 60], [210, 50], [170, 50]]]",
        "[[[170, 50], [180, 50], [-180, 50], [-150, 50], [-150, 60], [170, 60], [170, 50]],
          [[180, 52], [-175, 52], [-175, 55], [180, 55], [180, 52]],
          [[-165, 52], [-160, 52], [-160, 55], [-165, 55], [-165, 52]]]",
    ] {
        let (world, _) = shape_of(&polygon(rings));
        let (_, feature) = world.features.iter().next().unwrap();
        let Geometry::Polygons(polygons) = &feature.geometry else {
            panic!()
        };
        assert_eq!(polygons.len(), 2, "{polygons:?}");
        let mut lons = Vec::new();
        for polygon in polygons {
            assert_eq!(
                polygon.len(),
                polygons[0].len(),
                "each part has its own hole"
            );
            lons.push(GeoBounds::around(polygon[0].iter().copied()).unwrap());
        }
        lons.sort_by(|a, b| a.west_deg.total_cmp(&b.west_deg));
        assert_eq!(lons[0], bounds(&[[-169.0, 50.0], [-150.0, 60.0]]));
        assert_eq!(lons[1], bounds(&[[170.0, 50.0], [191.0, 60.0]]));
    }
}

// H11
#[test]
fn a_ring_round_a_pole_and_a_box_round_the_globe_cover_what_they_say() {
    for (rings, south, north) in [
        (
            "[[[-180, -60], [180, -60], [180, 85], [-180, 85], [-180, -60]]]",
            -60.0,
            85.0,
        ),
        (
            "[[[-170, -70], [-90, -70], [0, -70], [90, -70], [170, -70], [-170, -70]]]",
            -90.0,
            -70.0,
        ),
        (
            "[[[-180, -90], [-180, -70], [-60, -70], [60, -70], [180, -70], [180, -90], [-180, -90]]]",
            -90.0,
            -70.0,
        ),
    ] {
        let (world, _) = shape_of(&polygon(rings));
        let (_, feature) = world.features.iter().next().unwrap();
        let Geometry::Polygons(polygons) = &feature.geometry else {
            panic!()
        };
        let all = GeoBounds::around(polygons.iter().flat_map(|rings| rings[0].iter().copied()));
        assert_eq!(
            all,
            Some(bounds(&[[-169.0, south], [191.0, north]])),
            "{polygons:?}"
        );
    }
}

// H11
#[test]
fn frames_that_leave_the_map_are_brought_onto_it() {
    for (frame, west, east) in [
        ("[-180, -60, 180, 85]", -169.0, 191.0),
        ("[-200, -60, 300, 85]", -169.0, 191.0),
        ("[100, 0, 200, 50]", 100.0, 191.0),
        ("[-180, 0, -100, 50]", -169.0, -100.0),
        ("[170, 0, -175, 50]", 170.0, 185.0),
        ("[40, 0, 90, 50]", 40.0, 90.0),
        ("[400, 0, 450, 50]", 40.0, 90.0),
    ] {
        let (world, problems) = story(&format!("\"opening\": {{\"frame\": {frame}}}"));
        assert!(problems.is_empty(), "{}", said(&problems));
        let found = world.opening_frame.unwrap();
        assert_eq!((found.west_deg, found.east_deg), (west, east), "{frame}");
    }
    for frame in [
        "[9, 9, 1, 20]",
        "[1, 9, 9, 1]",
        "[1, 1, 1, 9]",
        "[0, -91, 1, 0]",
        "[0, 0, 541, 9]",
    ] {
        let (world, problems) = story(&format!("\"opening\": {{\"frame\": {frame}}}"));
        assert_eq!((world.opening_frame, problems.len()), (None, 1), "{frame}");
    }
}

/// One of each kind of character that does not show and can make a text look like another.
const HIDDEN: [char; 13] = [
    '\u{ad}',
    '\u{61c}',
    '\u{180e}',
    '\u{200b}',
    '\u{200f}',
    '\u{202e}',
    '\u{2066}',
    '\u{206a}',
    '\u{feff}',
    '\u{fff9}',
    '\u{e0001}',
    '\u{e0061}',
    '\u{1d173}',
];

// H17
#[test]
fn a_character_that_does_not_show_is_said_in_every_text_a_reader_sees() {
    let template = r#"{"format": 1, "title": "@", "article": {"publisher": "@", "title": "@",
      "date": "@", "credits": "@", "note": "@"},
     "focus": [{"country": "PAK", "part": "@"}],
     "sources": [{"key": "s", "title": "@", "date": "@", "url": "@"}],
     "overlays": [{"key": "o", "name": "@", "about": "@", "style": "arms"}],
     "actors": [{"key": "a", "name": "@", "about": "@"}],
     "places": [{"key": "p", "name": "@", "about": "@", "at": [1, 2]}],
     "features": [{"key": "f", "name": "@", "short_name": "@", "overlay": "o", "kind": "allied",
       "geometry": {"type": "Point", "coordinates": [1, 2]}, "waypoints": ["@"],
       "period": {"text": "@"}, "basis": "stated", "status": "in-force", "attribution": "@",
       "confidence": "high", "about": "@"}],
     "passages": [{"number": 1, "text": "@"}],
     "topics": [{"title": "@", "passages": [1]}],
     "scenes": [{"title": "@", "notes": "@", "stage": {}}]}"#;
    let clean = template.replace('@', "é x");
    assert!(load_story("h", clean.as_bytes(), &ATLAS).1.is_empty());
    for hidden in HIDDEN {
        for (at, _) in template.match_indices('@') {
            let bad = format!("é x{hidden}y");
            let text = [&template[..at], &bad, &template[at + 1..]]
                .concat()
                .replace('@', "é x");
            let (world, problems) = load_story("h", text.as_bytes(), &ATLAS);
            assert_eq!(problems.len(), 1, "{text}: {}", said(&problems));
            let what = &problems[0].what;
            assert!(
                what.contains(&format!("U+{:04X}", u32::from(hidden))),
                "{what}"
            );
            let offset = text.find(hidden).unwrap();
            let column = text[..offset].rsplit('\n').next().unwrap().chars().count() + 1;
            assert_eq!(problems[0].column, column, "{}", said(&problems));
            assert!(
                !format!("{world:?}").contains(&hidden.escape_debug().to_string()),
                "{text}"
            );
        }
    }
}

// H17
#[test]
fn a_backslash_does_not_hide_a_character_that_does_not_show() {
    for hidden in HIDDEN {
        let (world, problems) = story(&format!(
            r#""passages": [{{"number": 1, "text": "a\\{hidden}b"}}]"#
        ));
        let (_, passage) = world.passages.iter().next().unwrap();
        assert_eq!((passage.text.as_str(), problems.len()), ("ab", 1));
    }
}

#[test]
fn a_feature_without_a_shape_and_without_ends_is_said_and_not_drawn() {
    let (world, problems) = with_feature("\"geometry\": null");
    assert_eq!(
        (world.features.len(), problems.len()),
        (0, 1),
        "{}",
        said(&problems)
    );
    let (world, problems) = with_feature("\"from\": [\"country:QQQ\"]");
    assert_eq!(world.features.len(), 0);
    assert!(said(&problems).contains("QQQ"));
}
