//! Map files from the disk: shown, or refused with the reason, whatever is in them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod tile_server;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use passage::app::{Options, PassageApp};
use passage::theme::ThemeKind;
use passage::tiles::{Shelf, Source};
use pmtiles::{PmTilesWriter, TileCoord, TileType};
use walkers::{Drawable, Tile, TileId, Tiles as _};

use tile_server::{bomb, png};

type Program = Harness<'static, PassageApp>;

const GREEN: [u8; 3] = [10, 200, 60];
const FAILS: &str = "can not be shown; the built-in map stays.";

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A map file with the same tile everywhere, down to a zoom, written by another hand than reads it.
fn map_file(name: &str, kind: TileType, deepest: u8, tile: &[u8]) -> PathBuf {
    let path = place(name);
    let mut writer = PmTilesWriter::new(kind)
        .max_zoom(deepest)
        .metadata(
            r#"{"attribution":"<b>&copy; The surveyors</b>","vector_layers":[{"id":"earth"}]}"#,
        )
        .create(File::create(&path).unwrap())
        .unwrap();
    for zoom in 0..=deepest {
        let side = 1_u32 << zoom;
        let mut coords: Vec<TileCoord> = (0..side)
            .flat_map(|x| (0..side).map(move |y| TileCoord::new(zoom, x, y).unwrap()))
            .collect();
        coords.sort_by_key(|&coord| pmtiles::TileId::from(coord).value());
        for coord in coords {
            writer.add_tile(coord, tile).unwrap();
        }
    }
    writer.finalize().unwrap();
    path
}

/// A vector tile with one polygon of the layer "earth" over its upper left part.
fn vector_tile() -> Vec<u8> {
    let zigzag = |value: i32| ((value << 1) ^ (value >> 31)) as u32;
    let mut geometry = Vec::new();
    let corners = [9, 0, 0, 26, 3000, 0, 0, 3000, -3000, 0, 15];
    for (at, number) in corners.into_iter().enumerate() {
        let is_command = matches!(at, 0 | 3 | 10);
        let number = if is_command {
            number as u32
        } else {
            zigzag(number)
        };
        varint(&mut geometry, number);
    }
    let feature = [field(3, &[3]), field(4, &geometry)].concat();
    let mut layer = vec![15 << 3, 2];
    layer.extend(field(1, b"earth"));
    layer.extend(field(2, &feature));
    layer.push(5 << 3);
    varint(&mut layer, 4096);
    field(3, &layer)
}

fn varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A field with a length; the third, of a feature, is a plain number.
fn field(number: u8, bytes: &[u8]) -> Vec<u8> {
    if number == 3 && bytes.len() == 1 {
        return vec![number << 3, bytes[0]];
    }
    let mut field = vec![number << 3 | 2];
    varint(&mut field, u32::try_from(bytes.len()).unwrap());
    field.extend(bytes);
    field
}

fn shelf(path: &Path) -> Shelf {
    let source = Source::File {
        path: path.to_owned(),
        kind: ThemeKind::Light,
    };
    Shelf::open(source, &egui::Context::default())
}

/// What a file has to say of a tile: the tile, or the reason why there is none.
fn look_up(path: &Path, id: TileId) -> Result<Option<Tile>, String> {
    let mut shelf = shelf(path);
    for _ in 0..60_000 {
        shelf.take_answers();
        let piece = shelf.at(id);
        if let Some(trouble) = shelf.trouble() {
            return Err(trouble);
        }
        if piece.is_some() || !shelf.is_loading() {
            return Ok(piece.map(|piece| piece.tile));
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("{} keeps one waiting", path.display());
}

const SOMEWHERE: TileId = TileId {
    x: 5,
    y: 3,
    zoom: 3,
};

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
fn pictures_and_vectors_come_out_as_they_went_in_at_every_zoom_and_beyond() {
    let pictures = map_file("pictures.pmtiles", TileType::Png, 4, &png(256, GREEN));
    let vectors = map_file("vectors.pmtiles", TileType::Mvt, 3, &vector_tile());
    for zoom in 0..9 {
        let side = 1_u32 << zoom;
        for (x, y) in [
            (0, 0),
            (side - 1, 0),
            (side / 2, side - 1),
            (side / 3, side / 2),
        ] {
            let id = TileId { x, y, zoom };
            let tile = look_up(&pictures, id).unwrap();
            assert!(matches!(tile, Some(Tile::Raster(_))), "{id:?}");
            let tile = look_up(&vectors, id).unwrap();
            let Some(Tile::Vector { drawables, .. }) = tile else {
                panic!("{id:?} is no vector tile");
            };
            let [Drawable::Fill(mesh)] = &drawables[..] else {
                panic!("{id:?} has other drawables");
            };
            assert!(
                mesh.vertices.len() > 4,
                "land, and not only what is under it"
            );
        }
    }
    for (x, y) in [(8, 0), (0, 8), (u32::MAX, u32::MAX)] {
        assert!(
            look_up(&pictures, TileId { x, y, zoom: 3 })
                .unwrap()
                .is_none()
        );
    }
}

#[test]
fn a_file_that_is_none_is_refused_with_the_reason() {
    let story = place("story.pmtiles");
    fs::write(&story, "{\"a\": \"story\"}".repeat(40)).unwrap();
    let empty = place("empty.pmtiles");
    fs::write(&empty, "").unwrap();
    for (path, reason) in [
        (place("nowhere.pmtiles"), "No such file"),
        (place(""), "it is not a file"),
        (story, "it is not a PMTiles file of version 3"),
        (empty, "it is too short for a PMTiles file"),
        (
            map_file("avif.pmtiles", TileType::Avif, 0, b"avif"),
            "its tiles are neither vector tiles nor PNG, JPEG or WebP",
        ),
    ] {
        let Err(trouble) = look_up(&path, SOMEWHERE) else {
            panic!("{} is taken for a map file", path.display());
        };
        assert!(trouble.contains(reason), "{trouble}");
    }
}

#[cfg(unix)]
#[test]
fn a_device_that_never_ends_is_no_map_file() {
    let trouble = look_up(Path::new("/dev/zero"), SOMEWHERE).err();
    assert_eq!(trouble.as_deref(), Some("it is not a file"));
}

#[test]
fn a_file_cut_anywhere_gives_tiles_or_a_reason() {
    for (name, kind, tile) in [
        ("cut-pictures.pmtiles", TileType::Png, png(256, GREEN)),
        ("cut-vectors.pmtiles", TileType::Mvt, vector_tile()),
    ] {
        let whole = fs::read(map_file(name, kind, 3, &tile)).unwrap();
        let path = place(name);
        for part in 0..40 {
            let end = whole.len() * part / 40;
            fs::write(&path, &whole[..end]).unwrap();
            assert!(look_up(&path, SOMEWHERE).is_err(), "{name} cut at {end}");
        }
    }
}

#[test]
fn a_file_that_lies_gives_tiles_or_a_reason_and_ends_nothing() {
    for (name, kind, tile) in [
        ("garbled-pictures.pmtiles", TileType::Png, png(256, GREEN)),
        ("garbled-vectors.pmtiles", TileType::Mvt, vector_tile()),
    ] {
        let whole = fs::read(map_file(name, kind, 3, &tile)).unwrap();
        let path = place(name);
        // All of the header, all of what is behind it where there is something.
        let written = (0..whole.len()).filter(|&at| at < 127 || whole[at] != 0);
        for at in written.step_by(5) {
            for flip in [0xff, 0x01, 0x80] {
                let mut garbled = whole.clone();
                garbled[at] ^= flip;
                fs::write(&path, &garbled).unwrap();
                let _ = look_up(&path, SOMEWHERE);
            }
        }
        // Each number of the header at its largest.
        for at in (8..96).step_by(8) {
            let mut garbled = whole.clone();
            garbled[at..at + 8].fill(0xff);
            fs::write(&path, &garbled).unwrap();
            let _ = look_up(&path, SOMEWHERE);
        }
    }
}

#[test]
fn tiles_that_are_bombs_or_rubbish_are_told_apart_from_pictures() {
    for (kind, tile) in [
        (TileType::Png, bomb()),
        (TileType::Png, b"no picture".to_vec()),
        (TileType::Png, png(1, GREEN)),
        (TileType::Jpeg, vec![0xff; 4000]),
        (TileType::Mvt, vec![0xff; 4000]),
        (TileType::Mvt, b"\x1a\xff\xff\xff\xff\x0f".to_vec()),
    ] {
        let path = map_file("rubbish.pmtiles", kind, 3, &tile);
        assert!(
            look_up(&path, SOMEWHERE).is_err(),
            "{kind:?} {:?}",
            &tile[..6]
        );
    }
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

#[test]
fn a_map_file_that_shrinks_while_it_is_shown_is_told_and_can_be_tried_again() {
    let path = map_file("shrinks.pmtiles", TileType::Png, 7, &png(256, GREEN));
    let whole = fs::read(&path).unwrap();
    let mut shelf = shelf(&path);
    let ask = |shelf: &mut Shelf, zoom| {
        let wanted = 10_u32;
        for _ in 0..6_000 {
            shelf.take_answers();
            for x in 0..wanted {
                let _ = shelf.at(TileId { x, y: 3, zoom });
            }
            if !shelf.is_loading() {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("it keeps one waiting");
    };
    ask(&mut shelf, 5);
    assert_eq!(shelf.trouble(), None);
    File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(300)
        .unwrap();
    ask(&mut shelf, 6);
    assert!(shelf.trouble().unwrap().contains("it can not be read"));
    fs::write(&path, whole).unwrap();
    shelf.retry();
    ask(&mut shelf, 6);
    assert_eq!(shelf.trouble(), None);
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
