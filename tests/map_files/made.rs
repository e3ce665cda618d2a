//! Map files, written by another hand than reads them.

use std::fs::File;
use std::path::{Path, PathBuf};

use pmtiles::{PmTilesWriter, TileCoord, TileType};

pub(crate) fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A map file with the same tile everywhere, down to a zoom, written by another hand than reads it.
pub(crate) fn map_file(name: &str, kind: TileType, deepest: u8, tile: &[u8]) -> PathBuf {
    map_file_of(name, kind, deepest, |_| tile.to_vec())
}

/// A map file with a tile of its own in each place.
pub(crate) fn map_file_of(
    name: &str,
    kind: TileType,
    deepest: u8,
    tile: impl Fn((u8, u32, u32)) -> Vec<u8>,
) -> PathBuf {
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
        let mut places: Vec<(u32, u32)> = (0..side)
            .flat_map(|x| (0..side).map(move |y| (x, y)))
            .collect();
        let coord = |x, y| TileCoord::new(zoom, x, y).unwrap();
        places.sort_by_key(|&(x, y)| pmtiles::TileId::from(coord(x, y)).value());
        for (x, y) in places {
            writer.add_tile(coord(x, y), &tile((zoom, x, y))).unwrap();
        }
    }
    writer.finalize().unwrap();
    path
}

/// A vector tile with one polygon of the layer "earth" over its upper left part.
pub(crate) fn vector_tile() -> Vec<u8> {
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
