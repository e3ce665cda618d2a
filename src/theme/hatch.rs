//! The stripes of disputed land: the claimants' tints, deeper than on land of their own, so that
//! they stand out from the holder's tint between them.
#![expect(clippy::disallowed_methods, reason = "this is where colours live")]

use egui::Color32;

use super::measures::HATCH_STEP;
use super::{LineLook, Theme, ThemeKind, mix};

impl Theme {
    /// A stripe in the colour of a claimant whose land has that tint.
    pub fn stripe(&self, tint: Color32) -> Color32 {
        // Land without a tint of its own is paper, and paper on paper can not be seen.
        if tint == self.map.land {
            return mix(tint, self.map.border, 0.75);
        }
        let deeper = |part: u8| {
            let part = f32::from(part) / f32::from(u8::MAX);
            let part = match self.kind {
                // Multiplied with itself a tint keeps its hue and gains chroma.
                ThemeKind::Light | ThemeKind::Contrast => part * part,
                ThemeKind::Dark => part * (2.0 - part),
            };
            (part * f32::from(u8::MAX)).round() as u8
        };
        Color32::from_rgb(deeper(tint.r()), deeper(tint.g()), deeper(tint.b()))
    }

    /// The same as a line, for keys.
    pub fn hatch_line(&self, tint: Color32) -> LineLook {
        LineLook {
            color: self.stripe(tint),
            // Half of what lies between two lines, across them.
            width: HATCH_STEP * 0.35,
            dash: &[],
        }
    }
}
