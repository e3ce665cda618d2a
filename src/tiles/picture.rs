//! From bytes that somebody sent to a tile that can be drawn.
//!
//! Nothing is believed of the bytes: a picture's sides are checked before it is unpacked, and of a
//! vector tile only what the map widget can draw is kept.

use std::io::Cursor;

use egui::{ColorImage, TextureOptions};
use image::{ImageReader, Limits};
use walkers::{Drawable, Line, Mesh, Style, StyleLayer, Tile};

use super::Trouble;
use crate::theme::Sight;

/// Sides of a tile's picture, in pixels. Smaller ones are no map; larger ones may be more than the
/// graphics card takes.
const LEAST_SIDE: u32 = 64;
const MOST_SIDE: u32 = 1024;

/// It is shown at half of this side, and no screen has more than two pixels to a point.
const SHOWN_SIDE: u32 = 512;

/// Room for unpacking one.
const MOST_BYTES: u64 = 16 << 20;

/// The side of a vector tile on the screen, in points.
pub(super) const VECTOR_SIZE: u32 = 512;

/// A picture, handed to the graphics card.
pub(super) fn raster(bytes: &[u8], sight: Sight, context: &egui::Context) -> Result<Tile, Trouble> {
    let image =
        decoded(bytes).map_err(|_| Trouble::tile("what it sent is no picture of a tile"))?;
    let sides = [image.width() as usize, image.height() as usize];
    let image = ColorImage::from_rgba_unmultiplied(sides, image.as_raw());
    let texture = context.load_texture("tile", sight.seen_image(image), TextureOptions::LINEAR);
    Ok(Tile::Raster(texture))
}

fn decoded(bytes: &[u8]) -> Result<image::RgbaImage, image::ImageError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let image = reader.decode()?;
    let is_tile = image.width() == image.height() && image.width() >= LEAST_SIDE;
    if is_tile {
        let image = image.to_rgba8();
        let is_large = image.width() > SHOWN_SIDE;
        let shrink = |image| image::imageops::thumbnail(&image, SHOWN_SIDE, SHOWN_SIDE);
        Ok(if is_large { shrink(image) } else { image })
    } else {
        let kind = image::error::LimitErrorKind::DimensionError;
        Err(image::ImageError::Limits(
            image::error::LimitError::from_kind(kind),
        ))
    }
}

/// A vector tile, in a style without names: the map writes its own over it.
pub(super) fn vector(bytes: &[u8], style: &Style, zoom: u8, sight: Sight) -> Result<Tile, Trouble> {
    let is_broken = |_| Trouble::tile("one of its vector tiles is broken");
    let tile = Tile::from_mvt(bytes, style, zoom, VECTOR_SIZE).map_err(is_broken)?;
    let Tile::Vector { drawables, .. } = tile else {
        return Ok(tile);
    };
    let kept = drawables.iter().filter_map(drawable);
    let kept = kept.map(|drawable| seen(drawable, sight)).collect();
    Ok(Tile::Vector {
        drawables: std::sync::Arc::new(kept),
        texts: Vec::new(),
    })
}

/// A style without its names.
pub(super) fn without_names(mut style: Style) -> Style {
    let is_name = |layer: &StyleLayer| matches!(layer, StyleLayer::Symbol { .. });
    style.layers.retain(|layer| !is_name(layer));
    style
}

/// What of it can be drawn: a batch without a corner would end the program.
fn drawable(drawable: &Drawable) -> Option<Drawable> {
    match drawable {
        Drawable::Fill(mesh) => is_whole(mesh).then(|| Drawable::Fill(mesh.clone())),
        Drawable::Lines(lines) => {
            let lines: Vec<Line> = lines
                .iter()
                .filter(|line| is_drawn(line))
                .cloned()
                .collect();
            (!lines.is_empty()).then_some(Drawable::Lines(lines))
        }
    }
}

/// In the colours that other eyes see.
fn seen(mut drawable: Drawable, sight: Sight) -> Drawable {
    match &mut drawable {
        Drawable::Fill(mesh) => {
            for vertex in &mut mesh.vertices {
                vertex.color = sight.seen(vertex.color);
            }
        }
        Drawable::Lines(lines) => {
            for line in lines {
                line.color = sight.seen(line.color);
            }
        }
    }
    drawable
}

fn is_whole(mesh: &Mesh) -> bool {
    let count = mesh.vertices.len();
    let is_inside = |index: &u32| (*index as usize) < count;
    let mut vertices = mesh.vertices.iter();
    !mesh.indices.is_empty()
        && mesh.indices.iter().all(is_inside)
        && vertices.all(|vertex| vertex.position.is_finite())
}

fn is_drawn(line: &Line) -> bool {
    let is_finite = line.points.iter().all(|point| point.is_finite());
    is_finite
        && matches!(line.points.as_slice(), [first, rest @ ..] if rest.iter().any(|point| point != first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let image = image::RgbaImage::new(width, height);
        let format = image::ImageFormat::Png;
        let written = image.write_to(&mut Cursor::new(&mut bytes), format);
        assert!(written.is_ok());
        bytes
    }

    #[test]
    fn only_square_pictures_of_a_sensible_size_are_tiles() {
        for side in [64, 256, 512, 1024] {
            assert!(decoded(&png(side, side)).is_ok(), "{side}");
        }
        for (width, height) in [(1, 1), (63, 63), (256, 255), (1025, 1025), (4096, 1)] {
            assert!(decoded(&png(width, height)).is_err(), "{width} x {height}");
        }
    }

    #[test]
    fn a_picture_that_states_huge_sides_is_refused_before_it_is_unpacked() {
        let mut bytes = png(256, 256);
        // The sides stand behind the signature and the first chunk's length and name.
        bytes[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        assert!(decoded(&bytes).is_err());
    }

    #[test]
    fn no_prefix_of_a_picture_and_no_garbled_one_ends_the_program() {
        let bytes = png(64, 64);
        for end in 0..bytes.len() {
            assert!(decoded(&bytes[..end]).is_err() || end + 12 >= bytes.len());
        }
        for at in 0..bytes.len() {
            let mut garbled = bytes.clone();
            garbled[at] ^= 0xff;
            let _ = decoded(&garbled);
        }
    }

    #[test]
    fn what_has_no_corner_is_not_drawn() {
        assert!(drawable(&Drawable::Fill(Mesh::default())).is_none());
        assert!(drawable(&Drawable::Lines(Vec::new())).is_none());
        let point = egui::pos2(3.0, 4.0);
        let line = |points| Line {
            points,
            width: 1.0,
            color: egui::Color32::BLACK,
            dasharray: Vec::new(),
        };
        let lines = vec![
            line(vec![point, point]),
            line(vec![point, egui::Pos2::ZERO]),
        ];
        let Some(Drawable::Lines(kept)) = drawable(&Drawable::Lines(lines)) else {
            unreachable!("one of them has length");
        };
        assert_eq!(kept.len(), 1);
    }
}
