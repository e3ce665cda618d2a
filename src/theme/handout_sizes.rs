//! Measures of a handout on paper, in points.

use egui::{Color32, Vec2, vec2};

use super::UiColors;
use super::palette::{Theme, ThemeKind};

/// Paper lies on its long side.
pub const A4: Vec2 = vec2(841.89, 595.28);
pub const LETTER: Vec2 = vec2(792.0, 612.0);
pub const WIDE: Vec2 = vec2(960.0, 540.0);

pub const MARGIN: f32 = 36.0;
/// From the lower edge to the base line of the page's number.
pub const FOOT: f32 = 20.0;
/// Between columns, and between the map and what stands beside it.
pub const GAP: f32 = 24.0;
/// Below a heading of a page.
pub const HEAD_GAP: f32 = 12.0;

/// The column beside a map: its share of the page, within bounds.
pub const BESIDE_SHARE: f32 = 0.36;
pub const BESIDE_WIDTH: [f32; 2] = [230.0, 320.0];
/// A column of a page without a map is at least that wide.
pub const LEAST_COLUMN: f32 = 240.0;
pub const LEAST_CONTENTS: f32 = 340.0;
/// Room below a map that is lower than that stays free.
pub const LEAST_BELOW: f32 = 72.0;
/// Free of words at the right of contents, for the numbers of pages.
pub const PAGE_NUMBER_WIDTH: f32 = 40.0;
/// Longer titles are cut at the top of a page.
pub const MOST_TITLE_LINES: usize = 3;
/// Where passages' numbers stand, left of their words.
pub const GUTTER: f32 = 24.0;

/// A legend below the map takes no more of the height than that, and is not drawn smaller than so.
pub const LEGEND_SHARE: f32 = 0.3;
pub const LEAST_LEGEND_SCALE: f32 = 0.6;

/// A numbered disc on the map, the ring around it, and the room between two.
pub const DISC_RADIUS: f32 = 7.0;
pub const DISC_RING: f32 = 1.2;
pub const DISC_GAP: f32 = 2.0;
/// The dot where a disc points to that had to make room.
pub const DOT_RADIUS: f32 = 1.8;
/// Thin lines between parts.
pub const RULE_WIDTH: f32 = 0.6;

pub const PAPER: Color32 = Color32::WHITE;

/// Size and distance of lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    pub size: f32,
    pub leading: f32,
}

const fn of(size: f32, leading: f32) -> Type {
    Type { size, leading }
}

pub const COVER: Type = of(30.0, 35.0);
pub const SUBTITLE: Type = of(12.0, 16.0);
pub const TITLE: Type = of(20.0, 24.0);
pub const CONTINUED: Type = of(12.0, 16.0);
pub const HEADING: Type = of(9.0, 13.0);
pub const ENTRY: Type = of(11.0, 18.0);
pub const READING: Type = of(10.5, 14.2);
pub const NUMBER: Type = of(9.0, 14.2);
pub const LIST: Type = of(9.0, 13.0);
pub const SMALL: Type = of(8.0, 11.0);
pub const IN_DISC: f32 = 8.0;

/// Ink on paper: the light theme's.
pub fn ink() -> UiColors {
    Theme::new(ThemeKind::Light).ui
}
