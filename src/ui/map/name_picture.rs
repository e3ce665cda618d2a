//! One name as a picture: its letters, cut from the fonts' texture, on their halo.

use std::sync::Arc;

use egui::epaint::Vertex;
use egui::{Color32, Galley, Vec2, vec2};

use super::font_coverage::FontCoverage;
use crate::picture::LabelKind;

/// How far the halo reaches around letters, in points.
pub(super) const HALO_PX: f32 = 1.3;

/// How dense the halo is.
const HALO_STRENGTH: f32 = 0.85;

/// Names wider or taller than this, in pixels, are drawn letter by letter.
pub(super) const WIDEST: usize = 2048;
const TALLEST: usize = 256;

/// What a picture of a name is made of.
pub(super) struct Lettering {
    pub galley: Arc<Galley>,
    pub ink: Color32,
    pub halo: Color32,
    /// How it is turned.
    pub kind: LabelKind,
}

/// A name and its halo.
pub(super) struct Picture {
    /// In pixels.
    pub size: [usize; 2],
    /// Row by row.
    pub pixels: Vec<Color32>,
    /// From the upper left corner of the text to that of the picture, in pixels.
    pub offset: Vec2,
}

/// A name and its halo. `None` if there is nothing to see, or too much of it.
pub(super) fn compose(
    lettering: &Lettering,
    fonts: &FontCoverage,
    pixels_per_point: f32,
) -> Option<Picture> {
    let margin = (HALO_PX * pixels_per_point).ceil() as usize + 1;
    let coverage = Coverage::of_letters(&lettering.galley, fonts, pixels_per_point, margin)?;
    let coverage = coverage.turned(lettering.kind, margin);
    let halo = coverage.grown(HALO_PX * pixels_per_point);
    // Only rows with something on them: the line's height is half air.
    let (top, height) = halo.inked_rows()?;
    let width = coverage.width;
    let inked = top * width..(top + height) * width;
    let (ink, halo) = (coverage.alpha.get(inked.clone())?, halo.alpha.get(inked)?);
    let pixel = |(&ink, &halo): (&f32, &f32)| {
        let under = lettering
            .halo
            .gamma_multiply(halo * HALO_STRENGTH * (1.0 - ink));
        under + lettering.ink.gamma_multiply(ink)
    };
    Some(Picture {
        size: [width, height],
        pixels: ink.iter().zip(halo).map(pixel).collect(),
        offset: vec2(0.0, top as f32) - Vec2::splat(margin as f32),
    })
}

/// One letter of a text: where it goes from the text's upper left corner, in points, and where it is
/// in the fonts' texture, in pixels.
struct Letter {
    at: Vec2,
    from: [usize; 2],
    size: [usize; 2],
}

fn letters_of(galley: &Galley) -> impl Iterator<Item = Letter> {
    galley.rows.iter().flat_map(move |row| {
        let visuals = &row.visuals;
        let range = visuals.glyph_vertex_range.clone();
        let corners = visuals.mesh.vertices.get(range).unwrap_or_default();
        // Each letter is a rectangle: upper left, upper right, lower left, lower right.
        let letter = move |[first, _, _, last]: &[Vertex; 4]| Letter {
            at: row.pos + first.pos.to_vec2() - galley.rect.min,
            from: [first.uv.x, first.uv.y].map(|n| n as usize),
            size: [last.uv.x - first.uv.x, last.uv.y - first.uv.y].map(|n| n as usize),
        };
        corners.as_chunks::<4>().0.iter().map(letter)
    })
}

/// Whether the fonts' texture is known to hold every letter of a text.
pub(super) fn are_known(galley: &Galley, fonts: &FontCoverage) -> bool {
    letters_of(galley).all(|letter| fonts.has(letter.from, letter.size))
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
        fonts: &FontCoverage,
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
        if letters.width > WIDEST || letters.height > TALLEST {
            return None;
        }
        letters.alpha = vec![0.0; letters.width * letters.height];
        for Letter { at, from, size } in letters_of(galley) {
            let at = at * pixels_per_point;
            let to = [at.x, at.y].map(|part| part.round() as isize + margin as isize);
            letters.stamp(fonts, from, size, to);
        }
        Some(letters)
    }

    fn stamp(&mut self, fonts: &FontCoverage, from: [usize; 2], size: [usize; 2], to: [isize; 2]) {
        for row in 0..size[1] {
            let source = fonts.row([from[0], from[1] + row], size[0]);
            for (column, &covered) in source.unwrap_or_default().iter().enumerate() {
                let (x, y) = (to[0] + column as isize, to[1] + row as isize);
                let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
                    continue;
                };
                if x >= self.width {
                    continue;
                }
                if let Some(alpha) = self.alpha.get_mut(y * self.width + x) {
                    *alpha = alpha.max(f32::from(covered) / 255.0);
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
