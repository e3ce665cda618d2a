//! Names as pictures: letters and halo composed once, then drawn as one rectangle each.
//!
//! A halo laid under letters by drawing them several times costs a frame several times the text,
//! and without a graphics card the text of a map is what a frame spends most on.

use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::{FontsView, TextureAtlas, Vertex};
use egui::{
    Color32, ColorImage, Context, Galley, Mesh, Pos2, Rect, TextureHandle, TextureOptions, Vec2,
    pos2, vec2,
};

use crate::picture::{LabelKind, Setting};

/// How far the halo reaches around letters, in points.
pub(super) const HALO_PX: f32 = 1.3;

/// How dense the halo is.
const HALO_STRENGTH: f32 = 0.85;

/// The width of the texture, in pixels; it grows to a square at most.
const ATLAS_SIDE: usize = 2048;

/// Names taller than this, in pixels, are drawn letter by letter.
const TALLEST: usize = 256;

/// A texture this full is begun anew.
const FULL: f32 = 0.8;

/// What a picture of a name is made of.
pub(super) struct Lettering {
    pub galley: Arc<Galley>,
    pub ink: Color32,
    pub halo: Color32,
    /// How it is turned.
    pub kind: LabelKind,
}

/// Where a name's picture is in the texture, and where it goes.
#[derive(Clone, Copy)]
struct Placed {
    /// In pixels of the texture.
    source: [usize; 2],
    size: [usize; 2],
    /// From the upper left corner of the text to that of its picture, in pixels.
    offset: Vec2,
}

/// What stands for a name: its source, and how it is set.
pub(super) type Key = (usize, Setting);

/// Pictures of names, until they are forgotten. A texture that is nearly full is begun anew, so
/// their memory is bounded without counting who is still on show.
#[derive(Default)]
pub(super) struct LabelImages {
    atlas: Option<TextureAtlas>,
    texture: Option<TextureHandle>,
    /// `None` for a name that has no picture: nothing to see, or too long for the texture.
    placed: HashMap<Key, Option<Placed>>,
    pixels_per_point: f32,
    mesh: Mesh,
}

impl LabelImages {
    /// Begins a frame's names.
    pub(super) fn begin(&mut self, context: &Context) {
        let pixels_per_point = context.pixels_per_point();
        let is_full = self
            .atlas
            .as_ref()
            .is_some_and(|atlas| atlas.fill_ratio() > FULL);
        if is_full || (self.pixels_per_point - pixels_per_point).abs() > f32::EPSILON {
            self.forget();
        }
        self.pixels_per_point = pixels_per_point;
        self.mesh = Mesh::default();
    }

    pub(super) fn forget(&mut self) {
        self.placed.clear();
        self.atlas = None;
    }

    pub(super) fn has(&self, key: Key) -> bool {
        self.placed.contains_key(&key)
    }

    /// Makes the pictures of names that are new. All of them are laid out before the first is
    /// made, because laying out is what brings letters into the fonts' texture.
    pub(super) fn make(&mut self, context: &Context, new: &[(Key, Lettering)]) {
        if new.is_empty() {
            return;
        }
        let fonts = context.fonts(|fonts: &FontsView<'_>| fonts.image());
        let atlas = self.atlas.get_or_insert_with(|| {
            let options = context.fonts(|fonts| *fonts.options());
            TextureAtlas::new([ATLAS_SIDE, 512], options)
        });
        for (key, lettering) in new {
            let placed = compose(lettering, &fonts, self.pixels_per_point, atlas);
            self.placed.insert(*key, placed);
        }
    }

    /// Adds a name with its text's upper left corner at a position. Whether it has a picture.
    pub(super) fn add(&mut self, key: Key, at: Pos2, tint: Color32) -> bool {
        let Some(&Some(placed)) = self.placed.get(&key) else {
            return false;
        };
        let corner = (at.to_vec2() * self.pixels_per_point).round() + placed.offset;
        let size = vec2(placed.size[0] as f32, placed.size[1] as f32);
        let on_screen = Rect::from_min_size(
            (corner / self.pixels_per_point).to_pos2(),
            size / self.pixels_per_point,
        );
        let in_texture =
            Rect::from_min_size(pos2(placed.source[0] as f32, placed.source[1] as f32), size);
        self.mesh.add_rect_with_uv(on_screen, in_texture, tint);
        true
    }

    /// All names that were added, as one mesh.
    pub(super) fn finish(&mut self, context: &Context) -> Mesh {
        let mut mesh = std::mem::take(&mut self.mesh);
        let Some(atlas) = &mut self.atlas else {
            return mesh;
        };
        if let Some(mut delta) = atlas.take_delta() {
            delta.options = TextureOptions::NEAREST;
            if let Some(texture) = &self.texture {
                context.tex_manager().write().set(texture.id(), delta);
            } else {
                let image = atlas.image().clone();
                let name = "names on the map";
                self.texture = Some(context.load_texture(name, image, TextureOptions::NEAREST));
            }
        }
        let [width, height] = atlas.size();
        for Vertex { uv, .. } in &mut mesh.vertices {
            *uv = pos2(uv.x / width as f32, uv.y / height as f32);
        }
        if let Some(texture) = &self.texture {
            mesh.texture_id = texture.id();
        }
        mesh
    }
}

/// Puts a name and its halo into the texture. `None` if there is nothing to see or no room.
fn compose(
    lettering: &Lettering,
    fonts: &ColorImage,
    pixels_per_point: f32,
    atlas: &mut TextureAtlas,
) -> Option<Placed> {
    let margin = (HALO_PX * pixels_per_point).ceil() as usize + 1;
    let coverage = Coverage::of_letters(&lettering.galley, fonts, pixels_per_point, margin)?;
    let coverage = coverage.turned(lettering.kind, margin);
    let halo = coverage.grown(HALO_PX * pixels_per_point);
    // Only rows with something on them: the line's height is half air.
    let (top, height) = halo.inked_rows()?;
    let width = coverage.width;
    let inked = top * width..(top + height) * width;
    let (ink, halo) = (coverage.alpha.get(inked.clone())?, halo.alpha.get(inked)?);
    let ((left, upper), image) = atlas.allocate((width, height));
    for (index, (&ink, &halo)) in ink.iter().zip(halo).enumerate() {
        let under = lettering
            .halo
            .gamma_multiply(halo * HALO_STRENGTH * (1.0 - ink));
        image[(left + index % width, upper + index / width)] =
            under + lettering.ink.gamma_multiply(ink);
    }
    Some(Placed {
        source: [left, upper],
        size: [width, height],
        offset: vec2(0.0, top as f32) - Vec2::splat(margin as f32),
    })
}

/// How much of each pixel is covered, from 0 to 1, row by row.
struct Coverage {
    width: usize,
    height: usize,
    alpha: Vec<f32>,
}

impl Coverage {
    /// The letters of a text, with room around them. `None` if nothing is to be seen.
    fn of_letters(
        galley: &Galley,
        fonts: &ColorImage,
        pixels_per_point: f32,
        margin: usize,
    ) -> Option<Self> {
        let size = (galley.rect.size() * pixels_per_point).ceil();
        if galley.is_empty() || !size.is_finite() {
            return None;
        }
        let mut letters = Self {
            width: size.x.max(0.0) as usize + 2 * margin,
            height: size.y.max(0.0) as usize + 2 * margin,
            alpha: Vec::new(),
        };
        if letters.width > ATLAS_SIDE || letters.height > TALLEST {
            return None;
        }
        letters.alpha = vec![0.0; letters.width * letters.height];
        for row in &galley.rows {
            let visuals = &row.visuals;
            let corners = visuals
                .mesh
                .vertices
                .get(visuals.glyph_vertex_range.clone())?;
            // Each letter is a rectangle: upper left, upper right, lower left, lower right.
            for [first, _, _, last] in corners.as_chunks::<4>().0 {
                let at = row.pos + first.pos.to_vec2() - galley.rect.min;
                let at = at * pixels_per_point;
                let to = [at.x, at.y].map(|part| part.round() as isize + margin as isize);
                let from = [first.uv.x as usize, first.uv.y as usize];
                let size = [last.uv.x - first.uv.x, last.uv.y - first.uv.y].map(|n| n as usize);
                letters.stamp(fonts, from, size, to);
            }
        }
        Some(letters)
    }

    fn stamp(&mut self, fonts: &ColorImage, from: [usize; 2], size: [usize; 2], to: [isize; 2]) {
        for row in 0..size[1] {
            for column in 0..size[0] {
                let source = (from[1] + row) * fonts.width() + from[0] + column;
                let (x, y) = (to[0] + column as isize, to[1] + row as isize);
                let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
                    continue;
                };
                if x >= self.width {
                    continue;
                }
                if let (Some(pixel), Some(alpha)) = (
                    fonts.pixels.get(source),
                    self.alpha.get_mut(y * self.width + x),
                ) {
                    *alpha = alpha.max(f32::from(pixel.a()) / 255.0);
                }
            }
        }
    }

    /// Turned about its middle, with as much room around it as before.
    fn turned(self, kind: LabelKind, margin: usize) -> Self {
        if kind.turn_deg() == 0 {
            return self;
        }
        let (sin, cos) = f32::from(kind.turn_deg()).to_radians().sin_cos();
        let inner = vec2(self.width as f32, self.height as f32) - Vec2::splat(2.0 * margin as f32);
        let size = kind.turned_size(inner).ceil();
        let (width, height) = (size.x as usize + 2 * margin, size.y as usize + 2 * margin);
        let middle = |size: usize| (size as f32 - 1.0) / 2.0;
        let mut alpha = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let (x, y) = (x as f32 - middle(width), y as f32 - middle(height));
                alpha.push(self.between(
                    x * cos + y * sin + middle(self.width),
                    y * cos - x * sin + middle(self.height),
                ));
            }
        }
        Self {
            width,
            height,
            alpha,
        }
    }

    /// The coverage between four pixels.
    fn between(&self, x: f32, y: f32) -> f32 {
        let at = |x: f32, y: f32| {
            let is_inside = (0.0..self.width as f32).contains(&x) && y >= 0.0;
            let index = y.max(0.0) as usize * self.width + x.max(0.0) as usize;
            let alpha = self.alpha.get(index).copied();
            alpha.filter(|_| is_inside).unwrap_or(0.0)
        };
        let (left, top) = (x.floor(), y.floor());
        let (right, down) = (x - left, y - top);
        let upper = at(left, top) * (1.0 - right) + at(left + 1.0, top) * right;
        let lower = at(left, top + 1.0) * (1.0 - right) + at(left + 1.0, top + 1.0) * right;
        upper * (1.0 - down) + lower * down
    }

    /// The first row that is not empty, and how many rows there are to the last one.
    fn inked_rows(&self) -> Option<(usize, usize)> {
        let is_inked = |row: &[f32]| row.iter().any(|&alpha| alpha > 0.0);
        let mut rows = self.alpha.chunks_exact(self.width);
        let first = rows.position(is_inked)?;
        let after = rows.rposition(is_inked).map_or(0, |last| last + 1);
        Some((first, after + 1))
    }

    /// Everything within a radius in pixels of what is covered.
    fn grown(&self, radius: f32) -> Self {
        let reach = radius.ceil() as isize;
        let mut brush = Vec::new();
        for dy in -reach..=reach {
            for dx in -reach..=reach {
                let distance = (dx as f32).hypot(dy as f32);
                let strength = (radius + 0.5 - distance).clamp(0.0, 1.0);
                if strength > 0.0 {
                    brush.push((dy * self.width as isize + dx, strength));
                }
            }
        }
        let mut grown = vec![0.0_f32; self.alpha.len()];
        for (index, &alpha) in self
            .alpha
            .iter()
            .enumerate()
            .filter(|(_, alpha)| **alpha > 0.0)
        {
            for &(step, strength) in &brush {
                if let Some(slot) = index
                    .checked_add_signed(step)
                    .and_then(|at| grown.get_mut(at))
                {
                    *slot = slot.max(alpha * strength);
                }
            }
        }
        Self {
            width: self.width,
            height: self.height,
            alpha: grown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_halo_reaches_its_radius_around_a_letter_and_no_farther() {
        let mut alpha = vec![0.0; 11 * 11];
        alpha[5 * 11 + 5] = 1.0;
        let dot = Coverage {
            width: 11,
            height: 11,
            alpha,
        };
        let halo = dot.grown(2.0);
        let at = |x: usize, y: usize| halo.alpha[y * 11 + x];
        assert!(at(5, 5) > 0.99 && at(7, 5) > 0.4 && at(5, 3) > 0.4);
        assert!(at(8, 5) < 0.01 && at(7, 7) < 0.01);
        assert_eq!(dot.inked_rows(), Some((5, 1)));
        assert_eq!(halo.inked_rows(), Some((3, 5)));
    }
}
