//! A map file in the program: named at the start, dropped on the window, back at the next start.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use passage::app::{Options, PassageApp};
use pmtiles::TileType;

use crate::GREEN;
use crate::made::{map_file, place, vector_tile};
use crate::tile_server::png;

type Program = Harness<'static, PassageApp>;

const FAILS: &str = "can not be shown; the built-in map stays.";

fn program(options: Options) -> Program {
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(400)
        .build_eframe(move |creation| PassageApp::new(creation, &options).unwrap());
    program.run_steps(4);
    program
}

fn shows(program: &Program, words: &str) -> bool {
    program.query_all_by_label_contains(words).next().is_some()
}

/// A file as a window system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn drop_on_window(program: &mut Program, path: PathBuf) {
    let file = std::sync::Arc::new(Dropped(path));
    program.input_mut().dropped_files.push(file);
    program.run_steps(1);
    program.input_mut().dropped_files.clear();
}

fn until(program: &mut Program, words: &str) {
    for _ in 0..3_000 {
        program.run_steps(1);
        if shows(program, words) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("it never says: {words}");
}

#[test]
fn a_map_file_named_at_the_start_is_shown_with_its_credit_and_without_a_word_of_a_network() {
    let path = map_file("credit.pmtiles", TileType::Png, 4, &png(256, GREEN));
    let mut program = program(Options {
        map_file: Some(path),
        ..Options::default()
    });
    until(&mut program, "\u{00a9} The surveyors");
    assert!(!shows(&program, "Online"));
    assert!(!shows(&program, FAILS));
    program
        .get_by_label("Turkmenistan on the map")
        .click_accesskit();
    program.run_steps(20);
    assert!(shows(&program, "Capital Ashgabat"));
}

#[test]
fn a_map_file_dropped_on_the_window_is_shown_and_a_broken_one_is_told_by_name() {
    let good = map_file("dropped.pmtiles", TileType::Mvt, 2, &vector_tile());
    let bad = place("broken.PMTILES");
    fs::write(&bad, "PMTiles\u{3}, but no more").unwrap();
    let mut program = program(Options::default());
    drop_on_window(&mut program, good);
    until(&mut program, "\u{00a9} The surveyors");
    assert!(shows(&program, "Web Mercator now"));
    drop_on_window(&mut program, bad);
    until(&mut program, FAILS);
    assert!(shows(&program, "broken.PMTILES can not be shown"));
    assert!(shows(&program, "The reason: it is too short"));
    program.get_by_label("Switch off").click_accesskit();
    program.run_steps(4);
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
    let folder = place("comes-back");
    let _ = fs::remove_dir_all(&folder);
    let options = Options {
        data_dir: Some(folder.clone()),
        map_file: Some(map_file("back.pmtiles", TileType::Png, 3, &png(256, GREEN))),
        ..Options::default()
    };
    let mut first = program(options.clone());
    until(&mut first, "\u{00a9} The surveyors");
    first.key_press(egui::Key::Plus);
    first.run_steps(20);
    eframe::App::on_exit(first.state_mut());
    drop(first);
    let (view, background) = kept(&folder);
    assert_eq!(background, "map file");
    for _ in 0..3 {
        let mut next = program(Options {
            map_file: None,
            ..options.clone()
        });
        until(&mut next, "\u{00a9} The surveyors");
        next.run_steps(20);
        eframe::App::on_exit(next.state_mut());
        drop(next);
        let (now, _) = kept(&folder);
        for (was, is) in view.iter().zip(&now) {
            assert!((was - is).abs() < 1e-6, "{view:?} {now:?}");
        }
    }
}
