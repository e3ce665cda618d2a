//! A map file in the program: named at the start, dropped on the window, back at the next start.

use std::fs;
use std::path::Path;

use passage::app::Options;
use pmtiles::TileType;

use crate::GREEN;
use crate::harness::{
    SMALL, drop_on_window, folder, press, press_key, program, program_in, program_with, settle,
    shows, until_it_shows,
};
use crate::made::{map_file, place, vector_tile};
use crate::tile_server::png;

const FAILS: &str = "can not be shown; the built-in map stays.";

#[test]
fn a_map_file_named_at_the_start_is_shown_with_its_credit_and_without_a_word_of_a_network() {
    let path = map_file("credit.pmtiles", TileType::Png, 4, &png(256, GREEN));
    let options = Options {
        map_file: Some(path),
        ..Options::default()
    };
    let mut program = program_with(SMALL, options);
    until_it_shows(&mut program, "\u{00a9} The surveyors");
    assert!(!shows(&program, "Online"));
    assert!(!shows(&program, FAILS));
    press(&mut program, "Turkmenistan on the map");
    assert!(shows(&program, "Capital Ashgabat"));
}

#[test]
fn a_map_file_dropped_on_the_window_is_shown_and_a_broken_one_is_told_by_name() {
    let good = map_file("dropped.pmtiles", TileType::Mvt, 2, &vector_tile());
    let bad = place("broken.PMTILES");
    fs::write(&bad, "PMTiles\u{3}, but no more").unwrap();
    let mut program = program(SMALL);
    drop_on_window(&mut program, good);
    until_it_shows(&mut program, "\u{00a9} The surveyors");
    assert!(shows(&program, "Web Mercator now"));
    drop_on_window(&mut program, bad);
    until_it_shows(&mut program, FAILS);
    assert!(shows(&program, "broken.PMTILES can not be shown"));
    assert!(shows(&program, "The reason: it is too short"));
    press(&mut program, "Switch off");
    assert!(!shows(&program, FAILS));
    assert!(shows(&program, "Pakistan on the map"));
}

/// What a folder keeps of the view and the background.
fn kept(folder: &Path) -> (Vec<f64>, String) {
    let text = fs::read_to_string(folder.join("session.json")).unwrap();
    let saved: serde_json::Value = serde_json::from_str(&text).unwrap();
    let stage = &saved["stages"][0];
    let view = stage["view"].as_array().unwrap();
    let view = view.iter().filter_map(serde_json::Value::as_f64).collect();
    (view, stage["background"].as_str().unwrap().to_owned())
}

#[test]
fn a_map_file_comes_back_at_the_next_start_and_the_view_stays_where_it_was() {
    let folder = folder("comes-back");
    let options = Options {
        data_dir: Some(folder.clone()),
        map_file: Some(map_file("back.pmtiles", TileType::Png, 3, &png(256, GREEN))),
        ..Options::default()
    };
    let mut first = program_with(SMALL, options);
    until_it_shows(&mut first, "\u{00a9} The surveyors");
    press_key(&mut first, egui::Key::Plus);
    eframe::App::on_exit(first.state_mut());
    drop(first);
    let (view, background) = kept(&folder);
    assert_eq!(background, "map file");
    for _ in 0..3 {
        let mut next = program_in(&folder);
        until_it_shows(&mut next, "\u{00a9} The surveyors");
        settle(&mut next);
        eframe::App::on_exit(next.state_mut());
        drop(next);
        let (now, _) = kept(&folder);
        for (was, is) in view.iter().zip(&now) {
            assert!((was - is).abs() < 1e-6, "{view:?} {now:?}");
        }
    }
}
