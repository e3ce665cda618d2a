//! A page of the bundled story, with small maps drawn by hand.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use passage::atlas::{Atlas, Worldview};
use passage::content;
use passage::export::page::{PageContent, PageScene, page};
use passage::world::World;

pub(crate) static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

/// Lands as boxes and lines between them: enough for what a page does with a map.
fn map(prefix: &str, features: &[(&str, &str)]) -> String {
    let lands = [
        ("RUS", "Russia", "40 20 560 130"),
        ("TKM", "Turkmenistan", "220 170 140 60"),
        ("IRN", "Iran", "90 215 150 110"),
        ("AFG", "Afghanistan", "300 235 120 80"),
        ("PAK", "Pakistan", "350 285 140 90"),
        ("IND", "India", "480 300 150 140"),
    ];
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 450\" role=\"img\" \
         aria-labelledby=\"{prefix}-title\"><title id=\"{prefix}-title\">The map</title>\
         <rect width=\"800\" height=\"450\" fill=\"#d9e6ec\"/>"
    );
    for (code, name, numbers) in lands {
        let numbers: Vec<&str> = numbers.split(' ').collect();
        let [x, y, width, height] = numbers[..] else {
            panic!("{numbers:?}")
        };
        let _ = write!(
            svg,
            "<g data-subject=\"country:{code}\"><title>{name}</title>\
             <rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"#e1e8c8\" \
             stroke=\"#7d756a\"/>\
             <text x=\"{x}\" y=\"{y}\" dx=\"8\" dy=\"18\" font-size=\"13\">{name}</text></g>"
        );
    }
    let ways = [
        "M280 200 L360 270 L400 320 L500 340",
        "M320 60 L400 310",
        "M300 70 C500 120 560 220 540 320",
        "M160 260 L380 340",
    ];
    for ((key, overlay), way) in features.iter().zip(ways) {
        let _ = write!(
            svg,
            "<g data-subject=\"feature:{key}\" data-overlay=\"{overlay}\"><title>{key}</title>\
             <path d=\"{way}\" fill=\"none\" stroke=\"#1b7166\" stroke-width=\"3\" \
             stroke-dasharray=\"8 4\"/></g>"
        );
    }
    svg.push_str("</svg>");
    svg
}

pub(crate) fn content(world: &World) -> PageContent<'_> {
    let scenes = world.scenes.iter().zip(1..).map(|(scene, number)| {
        let shown = [("tapi", "pipelines"), ("summit", "diplomacy")];
        PageScene {
            title: scene.title.clone(),
            svg: map(&format!("picture-{number}"), &shown),
            passages: scene.stage.passage.into_iter().collect(),
            notes: Some(scene.notes.clone()),
        }
    });
    PageContent {
        world,
        atlas: &ATLAS,
        is_bundled: true,
        worldview: Worldview::Neutral,
        map_svg: map(
            "map",
            &[
                ("tapi", "pipelines"),
                ("summit", "diplomacy"),
                ("cold-war-sov-ind", "alliances"),
                ("ip", "pipelines"),
            ],
        ),
        overlays: world.opening_overlays.iter().copied().collect(),
        scenes: scenes.collect(),
        credits: vec![
            "Land and water after Natural Earth.".to_owned(),
            "Cities after GeoNames, CC BY 4.0.".to_owned(),
        ],
    }
}

/// Writes the page where a browser can open it.
pub(crate) fn written(name: &str) -> PathBuf {
    let world = content::bundled(&ATLAS).0;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("page-{name}.html"));
    fs::write(&path, page(&content(&world))).unwrap();
    path
}
