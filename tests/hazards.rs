//! Things a story file can hold that break programs which draw maps: every one is drawn rightly or
//! said at its place. What crosses the date line is in `seam.rs`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod stories;

use passage::content::load_story;
use passage::geography::MapPoint;
use passage::picture::Picker;
use passage::world::Geometry;
use stories::{
    ATLAS, HEAD, assert_refused, feature, line, polygon, said, shape_of, story, with_feature,
};

// Hazard 1: a position of one number makes the usual GeoJSON conversion panic.
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

// Hazard 2: so does a collection of geometries.
#[test]
fn a_collection_of_geometries_is_refused_with_a_sentence() {
    let own = r#""geometry": {"type": "GeometryCollection", "coordinates": [], "geometries": [{"type": "GeometryCollection", "geometries": []}]}"#;
    assert_refused(own, "\"GeometryCollection\"");
}

// Hazard 3: the triangulation panics on a polygon of nothing.
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

// Hazard 4: a label point of an area of nothing falls on Null Island.
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

// Hazard 5: relating shapes panics on a line of one point.
#[test]
fn a_line_of_one_point_is_refused_even_when_the_point_stands_twice() {
    for (points, place) in [("[[1, 2]]", "[[1"), ("[[1, 2], [1, 2]]", "[[1")] {
        assert_refused(&format!("\"geometry\": {}", line(points)), place);
    }
}

// Hazard 7: deep nesting overflows a recursive reader.
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

// Hazard 8: a number that is finite as read is infinite as drawn.
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

// Hazard 9: keys that stand twice, marks of encodings, halves of surrogate pairs.
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

// Hazard 9: keys that stand twice, marks of encodings, halves of surrogate pairs.
#[test]
fn a_key_written_with_an_escape_is_the_same_key() {
    let own = r#""geo\u006detry": {"typ\u0065": "Poin\u0074", "coordinates": [10, 20]}"#;
    let (world, problems) = with_feature(own);
    assert!(problems.is_empty(), "{}", said(&problems));
    let (_, feature) = world.features.iter().next().unwrap();
    assert!(matches!(&feature.geometry, Geometry::Points(points) if points.len() == 1));
}

// Hazard 9: keys that stand twice, marks of encodings, halves of surrogate pairs.
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

// Hazard 9: keys that stand twice, marks of encodings, halves of surrogate pairs.
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

// Hazard 9: keys that stand twice, marks of encodings, halves of surrogate pairs.
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

// Hazard 10: rings run either way in the wild.
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

// Hazard 17: characters that do not show make one name look like another.
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

// Hazard 17: characters that do not show make one name look like another.
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
