//! That scenes put into a file are read as the same ones, and that nothing else of it changes.

use std::sync::LazyLock;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq};
use proptest::prelude::{prop_oneof, proptest};
use proptest::sample::select;
use serde_json::Value;

use super::{Part, put_part, with_scenes};
use crate::atlas::{Atlas, Worldview};
use crate::content::{BUNDLED, load_story, scenes_json};
use crate::geography::{EAST_EDGE_DEG, GeoBounds, LonLat, MapProjection, WEST_EDGE_DEG};
use crate::world::{Background, Scene, SceneView, Stage, Subject, World};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

/// The bundled story's text without its scenes.
static TEXT: LazyLock<String> =
    LazyLock::new(|| String::from_utf8(put_part(BUNDLED.1, Part::Scenes, "[]").unwrap()).unwrap());

static WORLD: LazyLock<World> = LazyLock::new(|| load_story("", TEXT.as_bytes(), &ATLAS).0);

const OLD: &str = r#""scenes": [ {"title": "Old ]}", "stage": {}} ]"#;

fn view() -> impl Strategy<Value = SceneView> {
    let lon = || WEST_EDGE_DEG..EAST_EDGE_DEG;
    let lat = || -90.0..=90.0;
    let frame = (lon(), lat(), lon(), lat()).prop_map(|(one, low, other, high)| {
        let bounds = GeoBounds {
            west_deg: f64::min(one, other),
            south_deg: f64::min(low, high),
            east_deg: f64::max(one, other),
            north_deg: f64::max(low, high),
        };
        if bounds.west_deg < bounds.east_deg && bounds.south_deg < bounds.north_deg {
            SceneView::Frame(bounds)
        } else {
            SceneView::Opening
        }
    });
    let km = || 1e-3..80_000.0;
    let written =
        (lon(), lat(), km(), km()).prop_map(|(lon, lat, width_km, height_km)| SceneView::Region {
            center: LonLat::new(lon, lat),
            width_m: width_km * 1e3,
            height_m: height_km * 1e3,
        });
    let seen = (lon(), lat(), any::<f64>(), km()).prop_map(|(lon, lat, width_m, height_km)| {
        let center = LonLat {
            lon_deg: lon,
            lat_deg: lat,
        };
        SceneView::region(center, width_m, height_km * 1e3)
    });
    prop_oneof![Just(SceneView::Opening), frame, written, seen]
}

fn subject() -> impl Strategy<Value = Subject> {
    let features = WORLD.features.ids().map(Subject::Feature);
    let overlays = WORLD.overlays.ids().map(Subject::Overlay);
    let actors = WORLD.actors.ids().map(Subject::Actor);
    let places = WORLD.places.ids().map(Subject::Place);
    let countries = WORLD.focus.iter();
    let countries = countries.map(|focus| Subject::Country(focus.country));
    let things = features.chain(overlays).chain(actors);
    select(things.chain(places).chain(countries).collect::<Vec<_>>())
}

fn stage() -> impl Strategy<Value = Stage> {
    let overlays = || select(WORLD.overlays.ids().collect::<Vec<_>>());
    let passages = select(WORLD.passages.ids().collect::<Vec<_>>());
    let eras = select(WORLD.eras.ids().collect::<Vec<_>>());
    let background = select(vec![
        Background::None,
        Background::Relief,
        Background::OpenStreetMap,
        Background::MapFile,
    ]);
    let shown = (
        btree_set(overlays(), 0..5),
        btree_map(overlays(), any::<u8>(), 0..4),
        option::of(passages),
        option::of(eras),
    );
    let chosen = (option::of(subject()), option::of(subject()));
    let drawn = (
        any::<[bool; 4]>(),
        select(Worldview::ALL.to_vec()),
        background,
    );
    (shown, chosen, drawn).prop_map(|(shown, (selection, compare), drawn)| {
        let (overlays, opacity, passage, era) = shown;
        let ([outside, afterwards, graticule, mercator], worldview, background) = drawn;
        let is_mercator = mercator || background.has_tiles();
        let mut stage = Stage {
            selection,
            compare: selection.and(compare),
            overlays,
            passage,
            era,
            shows_outside: outside,
            shows_afterwards: afterwards,
            shows_graticule: graticule,
            worldview,
            background,
            projection: if is_mercator {
                MapProjection::WebMercator
            } else {
                MapProjection::EqualArea
            },
            ..Stage::default()
        };
        for (id, percent) in opacity {
            stage.set_opacity(id, percent);
        }
        stage
    })
}

fn scenes() -> impl Strategy<Value = Vec<Scene>> {
    let features = select(WORLD.features.ids().collect::<Vec<_>>());
    let words = ("\\PC{0,30}", "[\\PC\n\r\t]{0,60}");
    let scene = (words, stage(), view(), btree_set(features, 0..4));
    let scene = scene.prop_map(|((title, notes), stage, view, builds)| Scene {
        title,
        stage,
        view,
        builds: builds.into_iter().rev().collect(),
        notes,
    });
    vec(scene, 0..5)
}

/// The story as different editors write it.
fn written_by(editor: usize) -> String {
    let text = TEXT.as_str();
    match editor {
        0 => text.to_owned(),
        1 => format!("\u{feff}{}", text.replace('\n', "\r\n")),
        2 => text.replace("\n  ", "\n\t"),
        _ => format!("{}\n", serde_json::from_str::<Value>(text).unwrap()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn scenes_read_back_as_they_were_to_the_bit(scenes in scenes(), editor in 0..4_usize) {
        let file = written_by(editor);
        let wanted = scenes_json(&WORLD, &ATLAS, &scenes);
        let put = with_scenes(file.as_bytes(), &wanted, &ATLAS).unwrap();
        let (world, problems) = load_story("", &put, &ATLAS);
        prop_assert!(problems.is_empty(), "{:?}", problems);
        prop_assert_eq!(format!("{:?}", world.scenes), format!("{scenes:?}"));
        // And without them the file is what it was.
        let without = with_scenes(&put, "[]", &ATLAS).unwrap();
        prop_assert_eq!(without, file.into_bytes());
    }

    #[test]
    fn every_byte_beside_the_scenes_stays(
        scenes in scenes(),
        editor in 0..4_usize,
        place in select(vec!["format", "features", "topics"]),
    ) {
        let file = written_by(editor);
        let at = file.find(&format!("\"{place}\":")).unwrap();
        let (before, after) = file.split_at(at);
        let after = format!(" , {after}");
        let bytes = format!("{before}{OLD}{after}");
        let wanted = scenes_json(&WORLD, &ATLAS, &scenes);
        let put = with_scenes(bytes.as_bytes(), &wanted, &ATLAS).unwrap();
        if scenes.is_empty() {
            let after = after.trim_start_matches([' ', ',']);
            prop_assert!(String::from_utf8(put).unwrap().ends_with(after));
        } else {
            let head = format!("{before}\"scenes\": ");
            prop_assert!(put.starts_with(head.as_bytes()) && put.ends_with(after.as_bytes()));
            let between = put.get(head.len()..put.len() - after.len()).unwrap();
            let read: Value = serde_json::from_slice(between).unwrap();
            prop_assert_eq!(read.as_array().unwrap().len(), scenes.len());
        }
    }
}
