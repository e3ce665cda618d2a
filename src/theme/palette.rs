//! The themes' values.
#![expect(clippy::disallowed_methods, reason = "this is where colours live")]

use egui::Color32;

use super::color_vision::Sight;
use super::contrast;
use super::style::mix;
use crate::world::OverlayStyle;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThemeKind {
    Light,
    Dark,
    /// For projectors in lit rooms, and for eyes that want more of a difference.
    Contrast,
}

impl ThemeKind {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// Whether words are lighter than what they stand on.
    pub fn is_dark(self) -> bool {
        self == Self::Dark
    }

    /// How much wider lines are drawn than they are given for the others.
    pub(super) fn widening(self) -> f32 {
        match self {
            Self::Light | Self::Dark => 1.0,
            Self::Contrast => contrast::WIDENING,
        }
    }
}

/// Everything a painter needs to know about looks.
#[derive(Clone, Debug)]
pub struct Theme {
    pub kind: ThemeKind,
    /// The eyes its colours are seen with.
    pub sight: Sight,
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
    /// Tints of how often a country is named, from the least.
    pub named: [Color32; 5],
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
#[derive(Clone, Copy, Debug, PartialEq)]
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
            ThemeKind::Contrast => contrast::contrast(),
        }
    }

    /// The same theme as other eyes see it: all of its colours, those of overlays too.
    pub fn seen_with(mut self, sight: Sight) -> Self {
        self.sight = sight;
        self.ui.each(|color| *color = sight.seen(*color));
        self.map.each(|color| *color = sight.seen(*color));
        self
    }

    /// How an overlay looks in this theme.
    pub fn overlay(&self, style: OverlayStyle) -> OverlayLook {
        let rgb = Color32::from_rgb;
        let look = |[on_light, on_dark]: [Color32; 2], width: f32, has_arrow: Arrow| OverlayLook {
            color: self.sight.seen(match self.kind {
                ThemeKind::Light => on_light,
                ThemeKind::Dark => on_dark,
                ThemeKind::Contrast => contrast::overlay_color(style),
            }),
            width: width * self.kind.widening(),
            has_arrow,
        };
        let none = Arrow::None;
        match style {
            OverlayStyle::Alliances => {
                look([rgb(0x16, 0x4a, 0x81), rgb(0xaa, 0xcd, 0xfc)], 2.2, none)
            }
            OverlayStyle::Arms => look(
                [rgb(0x88, 0x5b, 0xab), rgb(0xba, 0x8b, 0xc6)],
                2.4,
                Arrow::End,
            ),
            OverlayStyle::Wars => look([rgb(0x7f, 0x1b, 0x14), rgb(0xec, 0x83, 0x6e)], 3.0, none),
            OverlayStyle::Militancy => {
                look([rgb(0x44, 0x42, 0x41), rgb(0xf5, 0xf1, 0xe8)], 2.0, none)
            }
            OverlayStyle::DrugRoutes => look(
                [rgb(0xa5, 0x54, 0x00), rgb(0xfd, 0xba, 0x5c)],
                3.0,
                Arrow::Along,
            ),
            OverlayStyle::Pipelines => {
                look([rgb(0x1b, 0x71, 0x66), rgb(0x47, 0xc7, 0xb1)], 3.6, none)
            }
            OverlayStyle::Diplomacy => {
                look([rgb(0x5c, 0x75, 0x52), rgb(0xc3, 0xdc, 0xa7)], 2.0, none)
            }
        }
    }

    /// The colour of words about what has a line: the line's own, brought nearer to that of names,
    /// because words need more contrast than lines.
    pub fn words_about(&self, line: Color32) -> Color32 {
        mix(line, self.map.focus_label, 0.4)
    }
}

impl UiColors {
    /// Every colour there is. It names them all, so that a new one can not be forgotten.
    fn each(&mut self, change: impl Fn(&mut Color32)) {
        let Self {
            panel,
            raised,
            text,
            muted,
            rule,
            accent,
            selected_mark,
            hover_mark,
            caution,
        } = self;
        let surfaces = [panel, raised, selected_mark, hover_mark];
        let inks = [text, muted, rule, accent, caution];
        surfaces.into_iter().chain(inks).for_each(change);
    }
}

impl MapColors {
    /// Every colour there is. It names them all, so that a new one can not be forgotten.
    fn each(&mut self, change: impl Fn(&mut Color32)) {
        let Self {
            sea,
            land,
            focus,
            named,
            lake,
            river,
            coast,
            border,
            focus_border,
            disputed,
            country_label,
            focus_label,
            sea_label,
            region_label,
            land_label,
            city_label,
            halo,
            city_dot,
            afterwards,
        } = self;
        let ground = [
            sea,
            land,
            lake,
            river,
            coast,
            border,
            focus_border,
            disputed,
        ];
        let names = [
            country_label,
            focus_label,
            sea_label,
            region_label,
            land_label,
            city_label,
        ];
        let others = [halo, city_dot, afterwards];
        let all = ground
            .into_iter()
            .chain(names)
            .chain(others)
            .chain(focus)
            .chain(named);
        all.for_each(change);
    }
}

pub(super) const SIZES: TypeSizes = TypeSizes {
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
        sight: Sight::Full,
        ui: UiColors {
            panel: rgb(0xfb, 0xfa, 0xf7),
            raised: rgb(0xff, 0xff, 0xff),
            text: rgb(0x1d, 0x21, 0x26),
            muted: rgb(0x54, 0x5b, 0x63),
            rule: rgb(0xdd, 0xd9, 0xd0),
            accent: rgb(0xa8, 0x23, 0x1b),
            selected_mark: rgb(0xff, 0xe0, 0x8a),
            hover_mark: rgb(0xff, 0xf1, 0xc9),
            caution: rgb(0x7a, 0x4f, 0x00),
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
            named: [
                rgb(0xf6, 0xe4, 0xc9),
                rgb(0xf0, 0xcc, 0x9f),
                rgb(0xe7, 0xb0, 0x79),
                rgb(0xdb, 0x93, 0x5a),
                rgb(0xcb, 0x76, 0x42),
            ],
            lake: rgb(0xd9, 0xe6, 0xec),
            river: rgb(0xb4, 0xcd, 0xd9),
            coast: rgb(0x8f, 0xac, 0xb9),
            border: rgb(0xbd, 0xb5, 0xa8),
            focus_border: rgb(0x7d, 0x75, 0x6a),
            disputed: rgb(0x8a, 0x6d, 0x5a),
            country_label: rgb(0x5a, 0x55, 0x4d),
            focus_label: rgb(0x2e, 0x2c, 0x28),
            sea_label: rgb(0x2a, 0x56, 0x6d),
            region_label: rgb(0x6a, 0x4a, 0x3a),
            land_label: rgb(0x5f, 0x53, 0x46),
            city_label: rgb(0x33, 0x33, 0x33),
            halo: rgb(0xf8, 0xf5, 0xef),
            city_dot: rgb(0x33, 0x33, 0x33),
            afterwards: rgb(0x6b, 0x08, 0x52),
        },
        sizes: SIZES,
    }
}

fn dark() -> Theme {
    let rgb = Color32::from_rgb;
    Theme {
        kind: ThemeKind::Dark,
        sight: Sight::Full,
        ui: UiColors {
            panel: rgb(0x1b, 0x1f, 0x24),
            raised: rgb(0x24, 0x29, 0x30),
            text: rgb(0xe9, 0xe6, 0xdf),
            muted: rgb(0xb0, 0xb6, 0xbd),
            rule: rgb(0x39, 0x40, 0x48),
            accent: rgb(0xff, 0xa0, 0x90),
            selected_mark: rgb(0x54, 0x42, 0x0e),
            hover_mark: rgb(0x3a, 0x34, 0x1f),
            caution: rgb(0xf0, 0xc0, 0x60),
        },
        map: MapColors {
            sea: rgb(0x14, 0x1d, 0x27),
            land: rgb(0x2a, 0x2e, 0x33),
            focus: vec![
                rgb(0x34, 0x44, 0x2c),
                rgb(0x3d, 0x37, 0x4d),
                rgb(0x4f, 0x3e, 0x2b),
                rgb(0x4e, 0x31, 0x33),
                rgb(0x27, 0x43, 0x3f),
                rgb(0x44, 0x44, 0x1c),
            ],
            named: [
                rgb(0x43, 0x3a, 0x2e),
                rgb(0x58, 0x43, 0x2b),
                rgb(0x6f, 0x4c, 0x2a),
                rgb(0x88, 0x57, 0x2b),
                rgb(0xa2, 0x63, 0x2f),
            ],
            lake: rgb(0x14, 0x1d, 0x27),
            river: rgb(0x2c, 0x43, 0x55),
            coast: rgb(0x4f, 0x69, 0x7c),
            border: rgb(0x55, 0x59, 0x5f),
            focus_border: rgb(0x96, 0x93, 0x8a),
            disputed: rgb(0xb0, 0x97, 0x80),
            country_label: rgb(0xbc, 0xb9, 0xb0),
            focus_label: rgb(0xf2, 0xee, 0xe6),
            sea_label: rgb(0x9c, 0xc4, 0xde),
            region_label: rgb(0xdc, 0xc4, 0xb0),
            land_label: rgb(0xc4, 0xb6, 0xa4),
            city_label: rgb(0xdc, 0xd8, 0xd0),
            halo: rgb(0x1c, 0x20, 0x25),
            city_dot: rgb(0xdc, 0xd8, 0xd0),
            afterwards: rgb(0xf7, 0xa8, 0xdc),
        },
        sizes: SIZES,
    }
}
