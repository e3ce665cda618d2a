//! The themes' values.
#![expect(clippy::disallowed_methods, reason = "this is where colours live")]

use egui::Color32;

use crate::world::OverlayStyle;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThemeKind {
    Light,
    Dark,
}

/// Everything a painter needs to know about looks.
#[derive(Clone, Debug)]
pub struct Theme {
    pub kind: ThemeKind,
    pub ui: UiColors,
    pub map: MapColors,
    pub sizes: TypeSizes,
}

/// Colours of panels and text.
#[derive(Clone, Debug)]
pub struct UiColors {
    pub panel: Color32,
    /// Cards and fields that stand out from the panel a little.
    pub raised: Color32,
    pub text: Color32,
    pub muted: Color32,
    pub rule: Color32,
    /// The one accent: selection, links in force, focus.
    pub accent: Color32,
    /// Behind the words of the selected subject.
    pub selected_mark: Color32,
    /// Behind the words of the hovered subject.
    pub hover_mark: Color32,
    /// For "outside the article" badges and warnings.
    pub caution: Color32,
}

/// Colours of the map's ground.
#[derive(Clone, Debug)]
pub struct MapColors {
    pub sea: Color32,
    pub land: Color32,
    /// Tints of the focus countries, in the story's order (reused when there are more).
    pub focus: Vec<Color32>,
    pub lake: Color32,
    pub river: Color32,
    pub coast: Color32,
    pub border: Color32,
    pub focus_border: Color32,
    pub disputed: Color32,
    pub country_label: Color32,
    pub focus_label: Color32,
    pub sea_label: Color32,
    pub region_label: Color32,
    pub land_label: Color32,
    pub city_label: Color32,
    pub halo: Color32,
    pub city_dot: Color32,
    /// What has happened since the article.
    pub afterwards: Color32,
}

/// Type sizes in points.
#[derive(Clone, Copy, Debug)]
pub struct TypeSizes {
    pub title: f32,
    pub heading: f32,
    pub reading: f32,
    pub body: f32,
    pub small: f32,
    /// Names of countries and waters grow with the room there is for them: from the smallest to the largest.
    pub map_country: &'static [f32],
    pub map_focus: &'static [f32],
    pub map_sea: &'static [f32],
    pub map_region: f32,
    pub map_river: f32,
    pub map_land: f32,
    /// Capitals, and what an overlay draws.
    pub map_city: f32,
    pub map_town: f32,
}

/// How an overlay is told from the others: by width, arrow and hue, and by its signs (see `lines`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverlayLook {
    pub color: Color32,
    pub width: f32,
    pub has_arrow: Arrow,
}

/// Alternating dash and gap lengths in points; empty for a solid line.
pub type Dash = &'static [f32];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrow {
    None,
    End,
    /// At both ends.
    Both,
    Along,
}

impl Theme {
    pub fn new(kind: ThemeKind) -> Self {
        match kind {
            ThemeKind::Light => light(),
            ThemeKind::Dark => dark(),
        }
    }

    /// How an overlay looks in this theme.
    pub fn overlay(&self, style: OverlayStyle) -> OverlayLook {
        let dark = self.kind == ThemeKind::Dark;
        let pick = |on_light: Color32, on_dark: Color32| if dark { on_dark } else { on_light };
        let rgb = Color32::from_rgb;
        match style {
            OverlayStyle::Alliances => OverlayLook {
                color: pick(rgb(0x1f, 0x5a, 0xa6), rgb(0x7f, 0xb2, 0xf0)),
                width: 2.2,
                has_arrow: Arrow::None,
            },
            OverlayStyle::Arms => OverlayLook {
                color: pick(rgb(0x7a, 0x3b, 0x8f), rgb(0xc9, 0x96, 0xe0)),
                width: 2.4,
                has_arrow: Arrow::End,
            },
            OverlayStyle::Wars => OverlayLook {
                color: pick(rgb(0x8c, 0x1c, 0x13), rgb(0xf0, 0x7a, 0x6a)),
                width: 3.0,
                has_arrow: Arrow::None,
            },
            OverlayStyle::Militancy => OverlayLook {
                color: pick(rgb(0x4a, 0x4a, 0x4a), rgb(0xd8, 0xd2, 0xc4)),
                width: 2.0,
                has_arrow: Arrow::None,
            },
            OverlayStyle::DrugRoutes => OverlayLook {
                color: pick(rgb(0xb0, 0x5a, 0x00), rgb(0xff, 0xb3, 0x4d)),
                width: 3.0,
                has_arrow: Arrow::Along,
            },
            OverlayStyle::Pipelines => OverlayLook {
                color: pick(rgb(0x00, 0x6d, 0x5b), rgb(0x5a, 0xd1, 0xb8)),
                width: 3.2,
                has_arrow: Arrow::None,
            },
            OverlayStyle::Diplomacy => OverlayLook {
                color: pick(rgb(0x3f, 0x6b, 0x1f), rgb(0xa8, 0xd0, 0x7a)),
                width: 2.0,
                has_arrow: Arrow::None,
            },
        }
    }
}

const SIZES: TypeSizes = TypeSizes {
    title: 22.0,
    heading: 16.0,
    reading: 16.0,
    body: 14.0,
    small: 12.0,
    map_country: &[9.5, 10.5, 12.0, 14.5],
    map_focus: &[10.5, 12.5, 14.5, 17.0, 20.0],
    map_sea: &[11.0, 13.0],
    map_region: 13.5,
    map_river: 11.5,
    map_land: 12.5,
    map_city: 12.5,
    map_town: 12.0,
};

fn light() -> Theme {
    let rgb = Color32::from_rgb;
    Theme {
        kind: ThemeKind::Light,
        ui: UiColors {
            panel: rgb(0xfb, 0xfa, 0xf7),
            raised: rgb(0xff, 0xff, 0xff),
            text: rgb(0x1d, 0x21, 0x26),
            muted: rgb(0x5c, 0x63, 0x6b),
            rule: rgb(0xdd, 0xd9, 0xd0),
            accent: rgb(0xb3, 0x26, 0x1e),
            selected_mark: rgb(0xff, 0xe0, 0x8a),
            hover_mark: rgb(0xff, 0xf1, 0xc9),
            caution: rgb(0x8a, 0x5a, 0x00),
        },
        map: MapColors {
            sea: rgb(0xd9, 0xe6, 0xec),
            land: rgb(0xf4, 0xf1, 0xea),
            focus: vec![
                rgb(0xe1, 0xe8, 0xc8),
                rgb(0xe9, 0xdc, 0xec),
                rgb(0xf7, 0xe1, 0xc8),
                rgb(0xef, 0xd9, 0xd3),
                rgb(0xcf, 0xe5, 0xda),
                rgb(0xf5, 0xeb, 0xba),
            ],
            lake: rgb(0xd9, 0xe6, 0xec),
            river: rgb(0xb4, 0xcd, 0xd9),
            coast: rgb(0x8f, 0xac, 0xb9),
            border: rgb(0xbd, 0xb5, 0xa8),
            focus_border: rgb(0x7d, 0x75, 0x6a),
            disputed: rgb(0x8a, 0x6d, 0x5a),
            country_label: rgb(0x67, 0x62, 0x5a),
            focus_label: rgb(0x2e, 0x2c, 0x28),
            sea_label: rgb(0x3a, 0x68, 0x7f),
            region_label: rgb(0x6a, 0x4a, 0x3a),
            land_label: rgb(0x5f, 0x53, 0x46),
            city_label: rgb(0x33, 0x33, 0x33),
            halo: rgb(0xf8, 0xf5, 0xef),
            city_dot: rgb(0x33, 0x33, 0x33),
            afterwards: rgb(0xa1, 0x1d, 0x6f),
        },
        sizes: SIZES,
    }
}

fn dark() -> Theme {
    let rgb = Color32::from_rgb;
    Theme {
        kind: ThemeKind::Dark,
        ui: UiColors {
            panel: rgb(0x1b, 0x1f, 0x24),
            raised: rgb(0x24, 0x29, 0x30),
            text: rgb(0xe9, 0xe6, 0xdf),
            muted: rgb(0xa3, 0xa9, 0xb0),
            rule: rgb(0x39, 0x40, 0x48),
            accent: rgb(0xff, 0x8a, 0x75),
            selected_mark: rgb(0x6b, 0x54, 0x12),
            hover_mark: rgb(0x44, 0x3c, 0x20),
            caution: rgb(0xf0, 0xc0, 0x60),
        },
        map: MapColors {
            sea: rgb(0x14, 0x1d, 0x27),
            land: rgb(0x2a, 0x2e, 0x33),
            focus: vec![
                rgb(0x38, 0x48, 0x2f),
                rgb(0x40, 0x3a, 0x50),
                rgb(0x57, 0x45, 0x31),
                rgb(0x53, 0x37, 0x38),
                rgb(0x2a, 0x47, 0x44),
                rgb(0x4b, 0x4b, 0x22),
            ],
            lake: rgb(0x14, 0x1d, 0x27),
            river: rgb(0x2c, 0x43, 0x55),
            coast: rgb(0x4f, 0x69, 0x7c),
            border: rgb(0x55, 0x59, 0x5f),
            focus_border: rgb(0x96, 0x93, 0x8a),
            disputed: rgb(0xb0, 0x97, 0x80),
            country_label: rgb(0xa6, 0xa3, 0x9b),
            focus_label: rgb(0xf2, 0xee, 0xe6),
            sea_label: rgb(0x86, 0xb0, 0xcc),
            region_label: rgb(0xd8, 0xbd, 0xa8),
            land_label: rgb(0xc4, 0xb6, 0xa4),
            city_label: rgb(0xdc, 0xd8, 0xd0),
            halo: rgb(0x1c, 0x20, 0x25),
            city_dot: rgb(0xdc, 0xd8, 0xd0),
            afterwards: rgb(0xf5, 0x8f, 0xd0),
        },
        sizes: SIZES,
    }
}

impl Theme {
    /// The tint of the n-th focus country; tints repeat when a story has more.
    pub fn focus_tint(&self, index: usize) -> Color32 {
        let count = self.map.focus.len().max(1);
        self.map
            .focus
            .get(index % count)
            .copied()
            .unwrap_or(self.map.land)
    }
}
