//! What a file has to say of a tile, whatever is in the file.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use passage::theme::{Sight, ThemeKind};
use passage::tiles::{Shelf, Source};
use pmtiles::TileType;
use walkers::{Drawable, Tile, TileId, Tiles as _};

use crate::GREEN;
use crate::made::{map_file, map_file_of, place, vector_tile};
use crate::tile_server::{bomb, png};

fn shelf(path: &Path) -> Shelf {
    let source = Source::File {
        path: path.to_owned(),
        kind: ThemeKind::Light,
        sight: Sight::Full,
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
fn each_tile_of_a_file_with_finer_directories_is_found_though_they_are_many() {
    let side_of = |x: u32, y: u32| 64 + (x * 7 + y * 3) % 32;
    let pictures: Vec<Vec<u8>> = (64..96).map(|side| png(side, GREEN)).collect();
    let path = map_file_of("finer.pmtiles", TileType::Png, 7, |(zoom, x, y)| {
        let mut bytes = pictures[(side_of(x, y) - 64) as usize].clone();
        // Behind a picture's end: what makes it like no other, and so large that the places of all
        // of them do not fit in one directory.
        bytes.extend([zoom, x as u8, y as u8]);
        bytes.resize(bytes.len() + ((x * 7919 + y * 104_729) % 997) as usize, 0);
        bytes
    });
    let bytes = fs::read(&path).unwrap();
    let finer = u64::from_le_bytes(bytes[48..56].try_into().unwrap());
    assert!(finer > 0, "there are finer directories");
    let mut shelf = shelf(&path);
    for _ in 0..60_000 {
        shelf.take_answers();
        let places = (0..16).flat_map(|x| (0..16).map(move |y| (x * 8 + y / 2, y * 8)));
        let mut count = 0;
        for (x, y) in places {
            let piece = shelf.at(TileId { x, y, zoom: 7 });
            let Some(Tile::Raster(texture)) = piece.map(|piece| piece.tile) else {
                continue;
            };
            assert_eq!(texture.size(), [side_of(x, y) as usize; 2], "{x} {y}");
            count += 1;
        }
        assert_eq!(shelf.trouble(), None);
        if count == 256 {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("it keeps one waiting");
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
