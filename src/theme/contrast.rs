//! The high-contrast theme, for a projector in a lit room: there black is grey, and what is pale on a
//! screen is white. So the ground is white, all words and borders are nearly black, and tints have
//! enough colour to be left with some.
#![expect(clippy::disallowed_methods, reason = "this is where colours live")]

use egui::Color32;

use super::color_vision::Sight;
use super::palette::{MapColors, SIZES, Theme, ThemeKind, UiColors};
use crate::world::OverlayStyle;

/// How much wider than in the other themes lines are drawn.
pub(super) const WIDENING: f32 = 1.3;

const INK: Color32 = Color32::from_rgb(0x0a, 0x0a, 0x0a);

/// The colour of an overlay: as dark as seven colours can be and still be seven.
pub(super) fn overlay_color(style: OverlayStyle) -> Color32 {
    let rgb = Color32::from_rgb;
    match style {
        OverlayStyle::Alliances => rgb(0x02, 0x2e, 0x62),
        OverlayStyle::Arms => rgb(0x76, 0x2d, 0x9e),
        OverlayStyle::Wars => rgb(0x68, 0x00, 0x00),
        OverlayStyle::Militancy => rgb(0x11, 0x11, 0x11),
        OverlayStyle::DrugRoutes => rgb(0x7e, 0x3c, 0x00),
        OverlayStyle::Pipelines => rgb(0x00, 0x55, 0x4e),
        OverlayStyle::Diplomacy => rgb(0x41, 0x54, 0x39),
    }
}

pub(super) fn contrast() -> Theme {
    let rgb = Color32::from_rgb;
    let white = Color32::WHITE;
    Theme {
        kind: ThemeKind::Contrast,
        sight: Sight::Full,
        ui: UiColors {
            panel: white,
            raised: white,
            text: INK,
            muted: rgb(0x2e, 0x2e, 0x2e),
            rule: rgb(0x55, 0x55, 0x55),
            accent: rgb(0x74, 0x00, 0x08),
            selected_mark: rgb(0xff, 0xdc, 0x52),
            hover_mark: rgb(0xca, 0xe6, 0xff),
            caution: rgb(0x55, 0x36, 0x00),
        },
        map: MapColors {
            sea: rgb(0xbc, 0xd9, 0xee),
            land: white,
            focus: vec![
                rgb(0xcb, 0xe8, 0xa4),
                rgb(0xe1, 0xcd, 0xf7),
                rgb(0xff, 0xd3, 0x9c),
                rgb(0xff, 0xcd, 0xcd),
                rgb(0xa2, 0xe6, 0xd0),
                rgb(0xff, 0xf0, 0x8a),
            ],
            named: [
                rgb(0xff, 0xe9, 0xc4),
                rgb(0xff, 0xd0, 0x90),
                rgb(0xff, 0xb4, 0x5c),
                rgb(0xf2, 0x92, 0x2e),
                rgb(0xdd, 0x6f, 0x0a),
            ],
            lake: rgb(0xbc, 0xd9, 0xee),
            river: rgb(0x55, 0x8f, 0xba),
            coast: rgb(0x17, 0x3f, 0x5c),
            border: rgb(0x4a, 0x4a, 0x4a),
            focus_border: INK,
            disputed: rgb(0x3c, 0x24, 0x12),
            country_label: rgb(0x1c, 0x1c, 0x1c),
            focus_label: INK,
            sea_label: rgb(0x08, 0x24, 0x38),
            region_label: rgb(0x2e, 0x18, 0x0a),
            land_label: rgb(0x22, 0x1c, 0x14),
            city_label: INK,
            halo: white,
            city_dot: INK,
            afterwards: rgb(0x6e, 0x00, 0x58),
        },
        sizes: SIZES,
    }
}
