//! How much of each pixel of the fonts' texture is covered: what pictures of names are cut from.
//!
//! egui hands its texture out only as a whole copy, and at large sizes of text that copy is the
//! dearest thing in a frame. So the little that changed is taken from what each pass sends to the
//! graphics card anyway, a byte for a pixel, and letters of this very pass are known in the next.

use egui::epaint::{FontsView, ImageData, ImageDelta, TextOptions};
use egui::{Context, FullOutput, Plugin, TextureId};

/// The fonts' texture, without its colours.
#[derive(Default)]
pub(super) struct FontCoverage {
    width: usize,
    /// Row by row, from 0 to 255.
    alpha: Vec<u8>,
    /// How full the texture was when it was last looked at. It only falls when all begins anew.
    filled: f32,
    /// How letters were put onto it. With others all begins anew, too: a dark theme has its own.
    options: TextOptions,
    /// What the last pass brought. It is taken in a pass later, as the pass in which the texture
    /// grows has enough to do.
    arrived: Vec<ImageDelta>,
}

impl FontCoverage {
    /// Brings the coverage to where a whole copy is needed: at the very first, and when egui has
    /// begun its texture anew. To be called before letters are looked up.
    pub(super) fn follow(context: &Context) {
        let (filled, options) = context
            .fonts(|fonts: &FontsView<'_>| (fonts.font_atlas_fill_ratio(), *fonts.options()));
        let seen = context.with_plugin(|coverage: &mut Self| {
            coverage.take_in();
            let seen = std::mem::replace(&mut coverage.filled, filled);
            (seen, std::mem::replace(&mut coverage.options, options))
        });
        // A texture that overflows is written over from its middle on.
        let is_same = |(seen, before)| seen <= filled && filled < 1.0 && before == options;
        if seen.is_some_and(is_same) {
            return;
        }
        let whole = context.fonts(|fonts: &FontsView<'_>| fonts.image());
        let mut coverage = Self {
            width: whole.width(),
            alpha: Vec::new(),
            filled,
            options,
            arrived: Vec::new(),
        };
        coverage.alpha = whole.pixels.iter().map(egui::Color32::a).collect();
        if seen.is_none() {
            context.add_plugin(coverage);
        } else {
            context.with_plugin(|old: &mut Self| *old = coverage);
        }
    }

    /// One row of a rectangle; `None` outside the texture as far as it is known.
    pub(super) fn row(&self, [x, y]: [usize; 2], width: usize) -> Option<&[u8]> {
        let start = y * self.width + x;
        self.alpha
            .get(start..start + width)
            .filter(|_| x + width <= self.width)
    }

    /// Whether a letter is there: an empty place is one whose letter has not arrived yet.
    pub(super) fn has(&self, [x, y]: [usize; 2], [width, height]: [usize; 2]) -> bool {
        let is_inked = |y| {
            let row = self.row([x, y], width);
            row.is_some_and(|row| row.iter().any(|&alpha| alpha > 0))
        };
        width == 0 || height == 0 || (y..y + height).any(is_inked)
    }

    fn take_in(&mut self) {
        for delta in std::mem::take(&mut self.arrived) {
            self.apply(&delta);
        }
    }

    fn apply(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let mut alpha = image.pixels.iter().map(egui::Color32::a);
        let Some([x, y]) = delta.pos else {
            self.width = image.width();
            self.alpha.clear();
            self.alpha.extend(alpha);
            return;
        };
        for row in y..y + image.height() {
            let start = row * self.width + x;
            if let Some(slots) = self.alpha.get_mut(start..start + image.width()) {
                for (slot, alpha) in slots.iter_mut().zip(alpha.by_ref()) {
                    *slot = alpha;
                }
            }
        }
    }
}

impl Plugin for FontCoverage {
    fn debug_name(&self) -> &'static str {
        "the coverage of letters"
    }

    fn output_hook(&mut self, _context: &Context, output: &mut FullOutput) {
        self.take_in();
        let fonts = output.textures_delta.set.get(&TextureId::default());
        self.arrived.extend(fonts.into_iter().flatten().cloned());
    }
}

#[cfg(test)]
mod tests {
    use egui::{FontId, RawInput};

    use super::*;

    fn texture(context: &Context) -> Vec<u8> {
        let image = context.fonts(|fonts: &FontsView<'_>| fonts.image());
        image.pixels.iter().map(egui::Color32::a).collect()
    }

    fn frame(context: &Context, mut draw: impl FnMut(&mut egui::Ui)) {
        let mut output = context.run_ui(RawInput::default(), |ui| draw(ui));
        output.textures_delta.clear();
    }

    /// One frame that says something, and after it whether the coverage is that of the texture.
    fn is_true_after_saying(context: &Context, text: &str, size: f32) -> bool {
        frame(context, |ui| {
            FontCoverage::follow(ui.ctx());
            ui.label(egui::RichText::new(text).font(FontId::proportional(size)));
        });
        let known = context.with_plugin(|coverage: &mut FontCoverage| {
            coverage.take_in();
            coverage.alpha.clone()
        });
        let mut texture_now = Vec::new();
        frame(context, |ui| texture_now = texture(ui.ctx()));
        known == Some(texture_now)
    }

    #[test]
    fn what_is_known_of_the_letters_is_what_the_texture_holds() {
        let context = Context::default();
        assert!(is_true_after_saying(&context, "Kabul", 14.0));
        assert!(is_true_after_saying(&context, "Kabul and Quetta", 14.0));
        // The texture grows.
        assert!(is_true_after_saying(&context, "Dushanbe", 300.0));
        assert!(is_true_after_saying(&context, "Dushanbe", 14.0));
    }

    #[test]
    fn letters_of_another_theme_are_known_before_any_is_cut_out() {
        let context = Context::default();
        context.set_visuals(egui::Visuals::light());
        assert!(is_true_after_saying(&context, "Kabul", 14.0));
        context.set_visuals(egui::Visuals::dark());
        frame(&context, |ui| {
            // More than there was before, so that nothing falls.
            let text = egui::RichText::new("Dushanbe").font(FontId::proportional(200.0));
            ui.label(text);
            FontCoverage::follow(ui.ctx());
            let known = ui
                .ctx()
                .with_plugin(|it: &mut FontCoverage| it.alpha.clone());
            assert!(known == Some(texture(ui.ctx())));
        });
    }

    #[test]
    fn a_letter_is_there_once_its_frame_is_over() {
        let context = Context::default();
        let is_there = |text: &str| {
            let mut is_there = None;
            frame(&context, |ui| {
                let font = FontId::proportional(20.0);
                let text = text.to_owned();
                let galley = ui
                    .painter()
                    .layout_no_wrap(text, font, egui::Color32::WHITE);
                FontCoverage::follow(ui.ctx());
                let uv = galley.rows[0].glyphs[0].uv_rect;
                let from = uv.min.map(usize::from);
                let size = [0, 1].map(|axis| usize::from(uv.max[axis] - uv.min[axis]));
                is_there = ui
                    .ctx()
                    .with_plugin(|coverage: &mut FontCoverage| coverage.has(from, size));
            });
            is_there.unwrap()
        };
        assert!(is_there("a"), "the first copy has all letters of its frame");
        assert!(!is_there("Q"), "a new letter has not arrived yet");
        assert!(is_there("Q"));
    }
}
