//! Measures of colours, from the palette crate.

use egui::Color32;
use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::{FromColor, Lab, Srgb};

fn srgb(color: Color32) -> Srgb<f32> {
    let [red, green, blue, _] = color.to_array();
    Srgb::new(red, green, blue).into_format()
}

/// WCAG's contrast ratio: text wants 4.5, signs and lines 3.
pub(crate) fn contrast(first: Color32, second: Color32) -> f32 {
    srgb(first).relative_contrast(srgb(second))
}

/// The CIE's colour difference of 2000; about 1 can just be seen side by side.
pub(crate) fn difference(first: Color32, second: Color32) -> f32 {
    let [first, second] = [first, second].map(|color| Lab::from_color(srgb(color)));
    first.difference(second)
}
