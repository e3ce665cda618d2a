//! The hill shade of a view as a picture of pixels, worked out on the processor.

use std::sync::Arc;

use egui::Rect;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};

use crate::atlas::Relief;
use crate::geography::{MapPoint, MapProjection};
use crate::picture::{ImageMark, View};
use crate::theme::ReliefLook;

/// Pixels of the shade to one of the sheet: hills are soft.
const FINENESS: f32 = 0.5;

/// No shade is larger to a side, in pixels.
const MOST_SIDE_PX: f32 = 2_048.0;

/// The map is unprojected at the corners of squares so large, in pixels, and evenly in between.
const SQUARE_PX: usize = 16;

/// The picture; none where nothing of it could be seen.
pub(super) fn shade_of(
    relief: &Relief,
    view: &View,
    (projection, look): (MapProjection, ReliefLook),
    enlargement: f32,
) -> Option<ImageMark> {
    let rect = view.rect;
    let longer = rect.width().max(rect.height()).max(1.0);
    let per_point = (enlargement * FINENESS).min(MOST_SIDE_PX / longer);
    let [width, height] =
        [rect.width(), rect.height()].map(|side| (side * per_point).ceil() as usize);
    let net = Net::new(view, projection, [width, height]);
    let mut pixels = Vec::with_capacity(width * height * 4);
    let [shade, light] = [
        (look.shade, look.shade_strength),
        (look.light, look.light_strength),
    ]
    .map(|(color, strength)| (color.to_array(), strength));
    for y in 0..height {
        for x in 0..width {
            let slope = grey(relief, net.part(x, y)) / 127.0;
            let ([red, green, blue, _], strength) = if slope < 0.0 { shade } else { light };
            let alpha = slope.abs().min(1.0) * strength;
            pixels.extend([red, green, blue, (alpha * 255.0).round() as u8]);
        }
    }
    let mut png = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive);
    let (width_px, height_px) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let made = encoder.write_image(&pixels, width_px, height_px, ExtendedColorType::Rgba8);
    made.ok()?;
    Some(ImageMark {
        rect: Rect::from_min_size(rect.min, rect.size()),
        png: Arc::from(png),
    })
}

/// How far a point is lighter (above 0) or darker than a plain, between four pixels of the relief.
fn grey(relief: &Relief, [u, v]: [f32; 2]) -> f32 {
    let (x, y) = (
        u * relief.width as f32 - 0.5,
        v * relief.height as f32 - 0.5,
    );
    if !(0.0..=1.0).contains(&v) {
        return 0.0;
    }
    let (left, top) = (x.floor(), y.floor());
    let (right, down) = (x - left, y - top);
    let at = |dx: i64, dy: i64| {
        let column = (left as i64 + dx).rem_euclid(relief.width.max(1) as i64) as usize;
        let row = (top as i64 + dy).clamp(0, relief.height.max(1) as i64 - 1) as usize;
        let grey = relief.greys.get(row * relief.width + column).copied();
        f32::from(grey.unwrap_or(Relief::PLAIN)) - f32::from(Relief::PLAIN)
    };
    let upper = at(0, 0) * (1.0 - right) + at(1, 0) * right;
    let lower = at(0, 1) * (1.0 - right) + at(1, 1) * right;
    upper * (1.0 - down) + lower * down
}

/// Where in the relief the corners of squares lie.
struct Net {
    columns: usize,
    parts: Vec<[f32; 2]>,
}

impl Net {
    fn new(view: &View, projection: MapProjection, [width, height]: [usize; 2]) -> Self {
        let (columns, rows) = (width / SQUARE_PX + 2, height / SQUARE_PX + 2);
        let visible = view.visible(0.0);
        let part = |index: usize, of: usize| (index * SQUARE_PX) as f64 / of.max(1) as f64;
        let mut parts = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let at = projection.unproject(MapPoint {
                    x: visible.min.x + visible.width() * part(column, width),
                    y: visible.min.y + visible.height() * part(row, height),
                });
                parts.push(Relief::part_of_picture(at).map(|part| part as f32));
            }
        }
        Self { columns, parts }
    }

    fn part(&self, x: usize, y: usize) -> [f32; 2] {
        let (column, row) = (x / SQUARE_PX, y / SQUARE_PX);
        let right = (x % SQUARE_PX) as f32 / SQUARE_PX as f32;
        let down = (y % SQUARE_PX) as f32 / SQUARE_PX as f32;
        let at = |dx: usize, dy: usize| {
            let index = (row + dy) * self.columns + column + dx;
            self.parts.get(index).copied().unwrap_or_default()
        };
        let corners = [at(0, 0), at(1, 0), at(0, 1), at(1, 1)];
        // Over the edge of the picture one end is at its far side.
        let [[first, _], ..] = corners;
        let across = corners.map(|[part, _]| part - (part - first).round());
        [across, corners.map(|[_, part]| part)].map(|[one, two, three, four]| {
            let upper = one * (1.0 - right) + two * right;
            let lower = three * (1.0 - right) + four * right;
            upper * (1.0 - down) + lower * down
        })
    }
}
