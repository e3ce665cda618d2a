//! How the hill shade looks: quiet enough for every line and name above it.
#![expect(clippy::disallowed_methods, reason = "this is where colours live")]

use egui::Color32;

use super::{Theme, ThemeKind};

/// Colours of slopes in the shade and in the light, and how dense each is at its densest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReliefLook {
    pub shade: Color32,
    pub shade_strength: f32,
    pub light: Color32,
    pub light_strength: f32,
}

/// Between these zooms it fades out: nearer, one would see the picture's pixels and no hills.
const FADING: [f64; 2] = [5.8, 7.4];

impl Theme {
    /// The hill shade at a zoom; none where it has faded out.
    pub fn relief(&self, zoom: f64) -> Option<ReliefLook> {
        let [first, last] = FADING;
        let part = (((last - zoom) / (last - first)).clamp(0.0, 1.0)) as f32;
        let look = match self.kind {
            ThemeKind::Light => ReliefLook {
                shade: Color32::from_rgb(0x5a, 0x4e, 0x40),
                shade_strength: 0.46,
                light: Color32::from_rgb(0xff, 0xff, 0xfb),
                light_strength: 0.65,
            },
            // Only as much as a white ground bears and stays one.
            ThemeKind::Contrast => ReliefLook {
                shade: Color32::from_rgb(0x40, 0x38, 0x30),
                shade_strength: 0.3,
                light: Color32::WHITE,
                light_strength: 0.5,
            },
            ThemeKind::Dark => ReliefLook {
                shade: Color32::from_rgb(0x06, 0x08, 0x0a),
                shade_strength: 0.62,
                light: Color32::from_rgb(0xd8, 0xdc, 0xe0),
                light_strength: 0.20,
            },
        };
        (part > 0.0).then_some(ReliefLook {
            shade: self.sight.seen(look.shade),
            light: self.sight.seen(look.light),
            shade_strength: look.shade_strength * part,
            light_strength: look.light_strength * part,
        })
    }
}
