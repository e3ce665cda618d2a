//! What leaves the program. The features as data: all of them in every format, and each format as its
//! standard has it; and pictures.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod antimeridian;
mod articles;
mod command;
mod other_tools;
mod pictures;
mod read;
#[path = "../stories/mod.rs"]
mod stories;

use passage::content;
use passage::export::data::{DataChoice, DataFault, DataFormat, SceneChoice, StoryData, data_file};
use passage::session::Session;
use passage::world::World;
use read::{Told, from_csv, from_geojson, from_kml};
use serde_json::Value;
use stories::ATLAS;

fn bundled() -> World {
    content::bundled(&ATLAS).0
}

/// A story's features as a format has them.
fn bytes(world: &World, scenes: SceneChoice, format: DataFormat) -> Vec<u8> {
    let story = StoryData {
        world,
        atlas: &ATLAS,
        scenes: &world.scenes,
        is_bundled: true,
    };
    let choice = DataChoice {
        scenes,
        ..DataChoice::default()
    };
    data_file(&story, choice, format).unwrap().bytes
}

fn json(world: &World) -> Value {
    serde_json::from_slice(&bytes(world, SceneChoice::Story, DataFormat::GeoJson)).unwrap()
}

/// What a story's features are read back as from each format.
fn read_back(world: &World, scenes: SceneChoice) -> [Vec<Told>; 3] {
    let of = |format| bytes(world, scenes, format);
    [
        from_geojson(&of(DataFormat::GeoJson)),
        from_kml(&of(DataFormat::Kml)),
        from_csv(&of(DataFormat::Csv)),
    ]
}

#[test]
fn every_feature_of_the_bundled_story_is_in_every_format_with_the_same_words_and_shape() {
    let world = bundled();
    let [geojson, kml, csv] = read_back(&world, SceneChoice::Story);
    let keys = |told: &[Told]| -> Vec<String> {
        told.iter().map(|told| told.words["key"].clone()).collect()
    };
    let all: Vec<String> = world.features.iter().map(|it| it.1.key.clone()).collect();
    assert!(all.len() > 50);
    assert_eq!(keys(&geojson), all);
    assert_eq!(keys(&csv), all);
    for (one, other) in geojson.iter().zip(&csv) {
        assert_eq!(one, other);
    }
    // A globe has them by overlay.
    assert_eq!(kml.len(), all.len());
    for told in &kml {
        let key = &told.words["key"];
        let same = geojson.iter().find(|one| one.words["key"] == *key);
        assert_eq!(Some(told), same, "{key}");
    }
}

#[test]
fn what_is_told_of_a_feature_is_what_the_story_says_in_the_storys_own_words() {
    let world = bundled();
    let raw: Value = serde_json::from_slice(content::BUNDLED.1).unwrap();
    let told = json(&world);
    for (written, told) in raw["features"]
        .as_array()
        .unwrap()
        .iter()
        .zip(told["features"].as_array().unwrap())
    {
        let told = &told["properties"];
        for name in [
            "key",
            "name",
            "short_name",
            "overlay",
            "kind",
            "from",
            "to",
            "direction",
            "status",
            "basis",
            "confidence",
            "about",
            "attribution",
            "variant_of",
        ] {
            assert_eq!(told[name], written[name], "{} {name}", written["key"]);
        }
        let period = &written["period"];
        assert_eq!(told["period"], period["text"]);
        assert_eq!(told["from_year"], period["from"]);
        assert_eq!(told["to_year"], period["to"]);
        let sources = raw["sources"].as_array().unwrap();
        let source = sources.iter().find(|row| row["key"] == written["source"]);
        assert_eq!(
            told["source"],
            source.map_or(Value::Null, |row| row["title"].clone())
        );
        let (numbers, texts) = (&told["passages"], &told["passage_texts"]);
        assert_eq!(
            numbers.as_array().unwrap().len(),
            texts.as_array().unwrap().len()
        );
    }
    let tapi = &told["features"].as_array().unwrap();
    let tapi = tapi.iter().find(|it| it["id"] == "tapi").unwrap();
    assert!(
        !tapi["properties"]["passages"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(tapi["geometry"]["type"], "LineString");
    for name in ["title", "article", "as_of", "licence", "worldview_note"] {
        assert!(
            told[name].as_str().is_some_and(|it| !it.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn the_same_story_makes_the_same_bytes() {
    let (one, other) = (bundled(), bundled());
    for format in DataFormat::ALL {
        let first = bytes(&one, SceneChoice::Story, format);
        assert!(
            first == bytes(&other, SceneChoice::Story, format),
            "{format}"
        );
    }
}

#[test]
fn of_a_scene_comes_what_is_on_show_in_it_and_of_all_scenes_what_is_in_any() {
    let world = bundled();
    let mut in_any = vec![false; world.features.len()];
    for (index, scene) in world.scenes.iter().enumerate() {
        let sitting = Session {
            stage: scene.stage.clone(),
            ..Session::default()
        };
        let features = world.features.iter().zip(&mut in_any);
        let on_show = features.filter_map(|((id, feature), in_any)| {
            let is_on = sitting.shows(&world, id);
            *in_any |= is_on;
            is_on.then(|| feature.key.clone())
        });
        let on_show: Vec<String> = on_show.collect();
        let [told, ..] = read_back(&world, SceneChoice::Scene(index + 1));
        let keys: Vec<String> = told.iter().map(|it| it.words["key"].clone()).collect();
        assert_eq!(keys, on_show, "scene {}", index + 1);
    }
    let [told, ..] = read_back(&world, SceneChoice::AnyScene);
    assert_eq!(told.len(), in_any.iter().filter(|&&is_in| is_in).count());
    let story = StoryData {
        world: &world,
        atlas: &ATLAS,
        scenes: &world.scenes,
        is_bundled: true,
    };
    for number in [0, world.scenes.len() + 1] {
        let choice = DataChoice {
            scenes: SceneChoice::Scene(number),
            ..DataChoice::default()
        };
        let fault = data_file(&story, choice, DataFormat::Csv).unwrap_err();
        let count = world.scenes.len();
        assert_eq!(fault, DataFault::NoSuchScene { number, count });
    }
}

#[test]
fn relations_are_straight_lines_between_their_ends_and_members_without_a_place_are_nowhere() {
    let actors = r#""actors": [
        {"key": "here", "name": "Here", "about": "a", "at": [10, 20]},
        {"key": "there", "name": "There", "about": "a", "at": [30, 40]},
        {"key": "nowhere", "name": "Nowhere", "about": "a"}],"#;
    for (ends, geometry) in [
        (
            r#""from": ["actor:here"], "to": ["actor:there"]"#,
            r#"{"type": "LineString", "coordinates": [[10.0, 20.0], [30.0, 40.0]]}"#,
        ),
        (
            r#""from": ["actor:here", "actor:there"], "to": []"#,
            r#"{"type": "MultiPoint", "coordinates": [[10.0, 20.0], [30.0, 40.0]]}"#,
        ),
        (
            r#""from": ["actor:here"], "to": ["actor:nowhere"]"#,
            r#"{"type": "Point", "coordinates": [10.0, 20.0]}"#,
        ),
        (r#""from": ["actor:nowhere"], "to": []"#, "null"),
        (
            r#""from": ["actor:here"], "to": ["actor:here", "actor:there"]"#,
            r#"{"type": "GeometryCollection", "geometries": [
                {"type": "Point", "coordinates": [10.0, 20.0]},
                {"type": "LineString", "coordinates": [[10.0, 20.0], [30.0, 40.0]]}]}"#,
        ),
    ] {
        let feature = stories::feature(ends);
        let (world, problems) = stories::story(&format!("{actors} \"features\": [{feature}]"));
        assert!(problems.is_empty(), "{}", stories::said(&problems));
        let wanted: Value = serde_json::from_str(geometry).unwrap();
        assert_eq!(json(&world)["features"][0]["geometry"], wanted, "{ends}");
        let [geojson, kml, csv] = read_back(&world, SceneChoice::Story);
        assert_eq!((&kml, &csv), (&geojson, &geojson), "{ends}");
    }
}

#[test]
fn words_that_mean_something_to_a_format_are_only_words_in_it() {
    let words = r#"=1+1 <b>&amp;"quoted"</b>, 'one' | two; ]]>"#;
    let written = serde_json::to_string(words).unwrap();
    let feature = stories::feature(r#""geometry": {"type": "Point", "coordinates": [1, 2]}"#);
    let feature = feature.replace("\"name\": \"F\"", &format!("\"name\": {written}"));
    let (world, problems) = stories::story(&format!("\"features\": [{feature}]"));
    assert!(problems.is_empty(), "{}", stories::said(&problems));
    let [geojson, kml, csv] = read_back(&world, SceneChoice::Story);
    assert_eq!(geojson[0].words["name"], words);
    assert_eq!(kml[0].words["name"], words);
    // What a spreadsheet would work out gets an apostrophe before it.
    assert_eq!(csv[0].words["name"], format!("'{words}"));
    let text = String::from_utf8(bytes(&world, SceneChoice::Story, DataFormat::Csv)).unwrap();
    assert!(text.starts_with('\u{feff}') && text.lines().count() == 2);
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
}
