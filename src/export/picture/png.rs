//! A sheet in pixels.
//!
//! The sheet is drawn in bands, each by a thread of its own. A clip is a smaller sheet that is laid
//! onto it, which is quicker than a mask: its edge falls between two pixels.

use std::sync::Arc;

use egui::{Color32, Rect, Vec2};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};
use resvg::tiny_skia::{ColorU8, PixmapMut, PremultipliedColorU8, Transform};
use resvg::usvg::Tree;

use super::svg::{bare, clip_of};
use super::{PictureFault, fonts_for, tree};
use crate::picture::Drawing;

/// Pixels on a side that a picture may have; programs that show pictures know such sides.
pub(super) const MOST_SIDE: u32 = 16_384;

/// Pixels a picture may have in all: they take four bytes each.
pub(super) const MOST_PIXELS: u64 = 200_000_000;

/// The same on every machine, so that the picture is.
const BANDS: u32 = 2;

/// Bytes of a pixel.
const BYTES: usize = 4;

/// A file in PNG's format, with so many pixels to a point.
pub fn png(drawing: &Drawing, scale: f32) -> Result<Vec<u8>, PictureFault> {
    let canvas = Canvas::of(drawing.size, scale)?;
    let sheets = sheets(drawing)?;
    let pixels = canvas.draw(drawing.background, &sheets)?;
    encode(canvas, &pixels, drawing.background)
}

/// Layers that are clipped alike.
struct Layers {
    clip: Option<Rect>,
    tree: Tree,
}

fn sheets(drawing: &Drawing) -> Result<Vec<Layers>, PictureFault> {
    let fonts = fonts_for(drawing);
    let alike = drawing.layers.chunk_by(|one, other| one.clip == other.clip);
    alike
        .map(|layers| {
            Ok(Layers {
                clip: layers.first().and_then(|layer| clip_of(drawing, layer)),
                tree: tree(&bare(drawing, layers), Arc::clone(&fonts))?,
            })
        })
        .collect()
}

/// How many pixels there are, and how they lie on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Canvas {
    width: u32,
    height: u32,
    /// Pixels to a point; a little off what was asked, so that the last pixel is full.
    scale: Vec2,
}

impl Canvas {
    fn of(size: Vec2, scale: f32) -> Result<Self, PictureFault> {
        let pixels = (size * scale).round();
        // Not a number is not above either.
        let is_some = pixels.x >= 1.0 && pixels.y >= 1.0 && pixels.is_finite();
        if !is_some {
            return Err(PictureFault::Empty);
        }
        let (width, height) = (pixels.x as u64, pixels.y as u64);
        let is_much = width.max(height) > u64::from(MOST_SIDE) || width * height > MOST_PIXELS;
        if is_much {
            return Err(PictureFault::TooLarge { width, height });
        }
        Ok(Self {
            width: width as u32,
            height: height as u32,
            scale: pixels / size,
        })
    }

    fn draw(&self, background: Color32, sheets: &[Layers]) -> Result<Vec<u8>, PictureFault> {
        let row = self.width as usize * BYTES;
        let all = self.width as usize * self.height as usize;
        let mut pixels: Vec<[u8; BYTES]> = Vec::new();
        pixels
            .try_reserve_exact(all)
            .map_err(|_| PictureFault::NotDrawn("there is too little memory".to_owned()))?;
        // Both keep colours multiplied by how far one sees through them.
        pixels.resize(all, background.to_array());
        let mut pixels = pixels.into_flattened();
        let rows = self.height.div_ceil(BANDS);
        std::thread::scope(|threads| {
            let bands = pixels.chunks_mut(row * rows as usize);
            for (top, band) in (0..).step_by(rows as usize).zip(bands) {
                threads.spawn(move || {
                    for layers in sheets {
                        self.draw_band(layers, band, top);
                    }
                });
            }
        });
        Ok(pixels)
    }

    /// Draws what falls on the rows of a band, which begins with row `top`.
    fn draw_band(&self, layers: &Layers, band: &mut [u8], top: u32) {
        let row = self.width as usize * BYTES;
        let bottom = top + (band.len() / row) as u32;
        let edge = |point: Option<f32>, otherwise: u32, from: u32, to: u32| match point {
            Some(pixel) => pixel.round().clamp(from as f32, to as f32) as u32,
            None => otherwise,
        };
        let clip = layers.clip;
        let left = edge(clip.map(|clip| clip.min.x * self.scale.x), 0, 0, self.width);
        let right = clip.map(|clip| clip.max.x * self.scale.x);
        let right = edge(right, self.width, 0, self.width);
        let first = edge(clip.map(|clip| clip.min.y * self.scale.y), top, top, bottom);
        let last = clip.map(|clip| clip.max.y * self.scale.y);
        let last = edge(last, bottom, top, bottom);
        let (Some(width @ 1..), Some(height @ 1..)) =
            (right.checked_sub(left), last.checked_sub(first))
        else {
            return;
        };
        let transform = Transform::from_scale(self.scale.x, self.scale.y)
            .post_translate(-(left as f32), -(first as f32));
        let mut lines = band
            .chunks_exact_mut(row)
            .skip((first - top) as usize)
            .take(height as usize)
            .filter_map(|line| line.get_mut(left as usize * BYTES..right as usize * BYTES))
            .collect::<Vec<_>>();
        let mut part = lines.concat();
        if let Some(mut pixmap) = PixmapMut::from_bytes(&mut part, width, height) {
            resvg::render(&layers.tree, transform, &mut pixmap);
        }
        for (line, drawn) in lines
            .iter_mut()
            .zip(part.chunks_exact(width as usize * BYTES))
        {
            line.copy_from_slice(drawn);
        }
    }
}

fn encode(canvas: Canvas, pixels: &[u8], background: Color32) -> Result<Vec<u8>, PictureFault> {
    let (pixels, _) = pixels.as_chunks::<BYTES>();
    // A quarter less to write where nothing is seen through.
    let (pixels, kind) = if background.is_opaque() {
        let colors = pixels
            .iter()
            .map(|[red, green, blue, _]| [*red, *green, *blue]);
        let colors: Vec<[u8; 3]> = colors.collect();
        (colors.into_flattened(), ExtendedColorType::Rgb8)
    } else {
        let colors = pixels.iter().map(|[red, green, blue, alpha]| {
            let color = PremultipliedColorU8::from_rgba(*red, *green, *blue, *alpha);
            let color = color.map_or(ColorU8::from_rgba(0, 0, 0, 0), |color| color.demultiply());
            [color.red(), color.green(), color.blue(), color.alpha()]
        });
        let colors: Vec<[u8; BYTES]> = colors.collect();
        (colors.into_flattened(), ExtendedColorType::Rgba8)
    };
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Up)
        .write_image(&pixels, canvas.width, canvas.height, kind)
        .map_err(|error| PictureFault::NotWritten(error.to_string()))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};
    use image::RgbaImage;

    use super::super::sample::{drawing, filled, layer, text};
    use super::super::svg;
    use super::*;
    use crate::picture::{Face, ImageMark, Mark};

    fn pixels(drawing: &Drawing, scale: f32) -> RgbaImage {
        let file = png(drawing, scale).unwrap();
        image::load_from_memory(&file).unwrap().to_rgba8()
    }

    fn at(image: &RgbaImage, x: u32, y: u32) -> Color32 {
        let [red, green, blue, alpha] = image.get_pixel(x, y).0;
        egui::Rgba::from_srgba_unmultiplied(red, green, blue, alpha).into()
    }

    /// Around all that is not of a colour.
    fn ink(image: &RgbaImage, ground: Color32) -> Rect {
        let mut ink = Rect::NOTHING;
        for (x, y, _) in image.enumerate_pixels() {
            if at(image, x, y) != ground {
                let pixel = Rect::from_min_size(pos2(x as f32, y as f32), Vec2::splat(1.0));
                ink = ink.union(pixel);
            }
        }
        ink
    }

    #[test]
    fn a_picture_has_the_size_asked_for_and_its_colours_in_place() {
        for scale in [0.5, 1.0, 1.26, 3.0] {
            let image = pixels(&drawing(), scale);
            let (width, height) = image.dimensions();
            assert_eq!(
                (width, height),
                (
                    (200.0 * scale).round() as u32,
                    (100.0 * scale).round() as u32
                )
            );
            let place = |x: f32, y: f32| at(&image, (x * scale) as u32, (y * scale) as u32);
            for (x, y) in [(100.0, 50.0), (83.0, 33.0), (117.0, 67.0)] {
                assert_eq!(place(x, y), Color32::RED, "{x} {y} at {scale}");
            }
            for (x, y) in [(100.0, 25.0), (130.0, 50.0), (1.0, 1.0), (198.0, 98.0)] {
                assert_eq!(place(x, y), Color32::WHITE, "{x} {y} at {scale}");
            }
            assert_eq!(place(170.0, 50.0), Color32::BLUE);
        }
    }

    #[test]
    fn nothing_of_a_layer_is_seen_outside_its_clip_and_all_of_it_inside() {
        let mut drawing = drawing();
        let all = Rect::from_min_size(pos2(-50.0, -50.0), vec2(400.0, 400.0));
        drawing.layers = vec![layer(vec![filled(all, Color32::RED)])];
        let clip = Rect::from_min_max(pos2(20.0, 10.0), pos2(180.0, 90.0));
        drawing.layers[0].clip = Some(clip);
        let image = pixels(&drawing, 2.0);
        assert_eq!(ink(&image, Color32::WHITE), clip * 2.0);
        assert_eq!(at(&image, 200, 100), Color32::RED);
        drawing.layers[0].clip = Some(clip.translate(vec2(500.0, 0.0)));
        assert_eq!(ink(&pixels(&drawing, 2.0), Color32::WHITE), Rect::NOTHING);
        drawing.layers[0].clip = None;
        assert_eq!(ink(&pixels(&drawing, 2.0), Color32::RED), Rect::NOTHING);
    }

    #[test]
    fn clips_without_bounds_hide_all_or_nothing() {
        let mut drawing = drawing();
        let sheet = Rect::from_min_size(pos2(0.0, 0.0), drawing.size);
        drawing.layers = vec![layer(vec![filled(sheet, Color32::RED)])];
        drawing.layers[0].clip = Some(Rect::EVERYTHING);
        assert_eq!(ink(&pixels(&drawing, 1.0), Color32::WHITE), sheet);
        drawing.layers[0].clip = Some(Rect::NOTHING);
        assert_eq!(ink(&pixels(&drawing, 1.0), Color32::WHITE), Rect::NOTHING);
    }

    #[test]
    fn a_picture_looks_like_the_file_it_would_be_as_svg() {
        let mut drawing = drawing();
        drawing.layers[0].groups[0].marks.truncate(2);
        let image = pixels(&drawing, 1.0);
        let whole = tree(&svg(&drawing), fonts_for(&drawing)).unwrap();
        let mut pixmap = resvg::tiny_skia::Pixmap::new(200, 100).unwrap();
        resvg::render(&whole, Transform::identity(), &mut pixmap.as_mut());
        let whole = pixmap.take_demultiplied();
        let far = image.as_raw().iter().zip(&whole);
        // A band's edge shifts how much of a pixel is covered by a sixteenth.
        let far = far.filter(|(one, other)| one.abs_diff(**other) > 16);
        assert_eq!(far.count(), 0);
    }

    #[test]
    fn the_ink_of_a_text_lies_inside_its_box() {
        for (face, spacing) in [(Face::Sans, 0.0), (Face::SerifSemibold, 4.0)] {
            let mut words = text("TÜRKMENISTAN");
            words.face = face;
            words.spacing = spacing;
            words.length = 150.0;
            let around = Rect::from_min_max(pos2(9.0, 7.0), pos2(162.0, 24.0));
            let mut drawing = drawing();
            drawing.layers = vec![layer(vec![words.clone().into()])];
            let ink = ink(&pixels(&drawing, 1.0), Color32::WHITE);
            assert!(around.contains_rect(ink), "{ink:?}");
            assert!(ink.width() > 145.0 && ink.height() > 8.0, "{ink:?}");
        }
    }

    #[test]
    fn a_halo_lies_around_the_letters_and_not_over_them() {
        let inked = |halo| {
            let mut words = text("HH");
            words.size = 40.0;
            words.at = pos2(20.0, 60.0);
            words.halo = halo;
            let mut drawing = drawing();
            drawing.background = Color32::BLUE;
            drawing.layers = vec![layer(vec![words.into()])];
            let image = pixels(&drawing, 1.0);
            let count = |color| {
                let all = image.enumerate_pixels();
                all.filter(|(x, y, _)| at(&image, *x, *y) == color).count()
            };
            (count(Color32::BLACK), count(Color32::WHITE))
        };
        let (letters, none) = inked(None);
        let (haloed, around) = inked(Some((Color32::WHITE, 3.0)));
        assert_eq!(none, 0);
        assert!(letters > 300 && around > 300, "{letters} {around}");
        assert_eq!(haloed, letters);
    }

    #[test]
    fn words_in_letters_that_no_face_of_ours_has_still_leave_ink() {
        for words in ["中国", "افغانستان", "\u{10ffff}"] {
            let mut drawing = drawing();
            drawing.layers = vec![layer(vec![text(words).into()])];
            let ink = ink(&pixels(&drawing, 1.0), Color32::WHITE);
            assert!(ink.is_positive(), "{words}");
        }
    }

    #[test]
    fn a_picture_of_pixels_fills_its_rectangle() {
        let mut inner = drawing();
        inner.background = Color32::GREEN;
        inner.layers.clear();
        let rect = Rect::from_min_size(pos2(40.0, 20.0), vec2(100.0, 60.0));
        let image = Mark::Image(ImageMark {
            rect,
            png: png(&inner, 0.25).unwrap().into(),
        });
        let mut drawing = drawing();
        drawing.layers = vec![layer(vec![image])];
        let image = pixels(&drawing, 1.0);
        assert_eq!(at(&image, 90, 50), Color32::GREEN);
        assert_eq!(at(&image, 43, 23), Color32::GREEN);
        let ink = ink(&image, Color32::WHITE);
        assert!(rect.expand(2.0).contains_rect(ink), "{ink:?}");
    }

    #[test]
    fn what_is_seen_through_stays_so() {
        let mut drawing = drawing();
        drawing.background = Color32::TRANSPARENT;
        let half = Color32::WHITE.gamma_multiply(0.5);
        let square = Rect::from_min_size(pos2(50.0, 20.0), vec2(20.0, 20.0));
        drawing.layers = vec![layer(vec![filled(square, half)])];
        let image = pixels(&drawing, 1.0);
        assert_eq!(image.get_pixel(5, 5).0, [0; 4]);
        let [red, .., alpha] = image.get_pixel(60, 30).0;
        assert!(red > 250 && alpha.abs_diff(128) < 3, "{red} {alpha}");
    }

    #[test]
    fn the_same_drawing_makes_the_same_picture() {
        assert_eq!(png(&drawing(), 1.5), png(&drawing(), 1.5));
    }

    #[test]
    fn too_large_a_picture_is_refused_with_what_is_allowed() {
        let fault = png(&drawing(), 100.0).unwrap_err();
        assert_eq!(
            fault.to_string(),
            "20000 × 10000 pixels are too many: a picture may have 16384 on each side, and 200 \
             million in all"
        );
        // Neither side is too long here.
        let mut square = drawing();
        square.size = vec2(150.0, 150.0);
        let fault = png(&square, 100.0).unwrap_err();
        assert!(matches!(
            fault,
            PictureFault::TooLarge {
                width: 15_000,
                height: 15_000
            }
        ));
        assert!(Canvas::of(vec2(163.84, 100.0), 100.0).is_ok());
    }

    #[test]
    fn a_picture_without_a_size_is_refused() {
        for scale in [0.0, -1.0, f32::NAN, 0.001] {
            assert_eq!(png(&drawing(), scale), Err(PictureFault::Empty), "{scale}");
        }
        let mut endless = drawing();
        endless.size = vec2(f32::INFINITY, 100.0);
        assert_eq!(png(&endless, 1.0), Err(PictureFault::Empty));
    }
}
