//! Distances of the panels, in points: one grid for every view.
//!
//! In: named lengths. Out: colours and type sizes (see `palette`), and anything that draws.

/// The grid. Every other distance is a multiple of it, or half of it.
pub const GRID: f32 = 4.0;

/// A hairline.
pub const RULE: f32 = 1.0;

/// A legend row: tall enough to be hit with ease.
pub const ROW_HEIGHT: f32 = 34.0;

/// A feature's row beneath its overlay.
pub const SMALL_ROW_HEIGHT: f32 = 26.0;

/// How long a few words over the map stay, in seconds.
pub const TOAST_SECS: f64 = 2.5;

/// Longer ones stay as long as they take to read.
pub const LETTER_SECS: f64 = 0.07;

/// The panel beside words that says what they are taken for.
pub const MEANING_WIDTH: f32 = 320.0;

/// The list of what lies under a click, and a tooltip before its words are broken.
pub const CHOOSER_WIDTH: f32 = 340.0;
pub const TOOLTIP_WIDTH: f32 = 340.0;

/// How long what comes onto the map or leaves it takes to fade, in seconds.
pub const FADE_SECS: f64 = 0.35;

/// The printed key of an overlay, as wide as an arrow and two dashes need.
pub const KEY_WIDTH: f32 = 38.0;

/// Its height.
pub const KEY_HEIGHT: f32 = 16.0;

/// Side of an icon button.
pub const ICON_BUTTON: f32 = 28.0;

/// Side of an icon.
pub const ICON: f32 = 16.0;

/// Width of the strokes icons are drawn with.
pub const ICON_STROKE: f32 = 1.4;

/// Height of the top bar.
pub const TOP_BAR_HEIGHT: f32 = 44.0;

/// The margin that carries the paragraph numbers, left of the text.
pub const NUMBER_MARGIN: f32 = 28.0;

/// The passage of a walk, as a multiple of the size of reading.
pub const WALK_ENLARGEMENT: f32 = 1.3;

/// Line height of reading text, as a multiple of its size.
pub const READING_LEADING: f32 = 1.5;

/// Between two paragraphs.
pub const PARAGRAPH_GAP: f32 = 3.5 * GRID;

/// Corner radius of marks and buttons.
pub const CORNER: u8 = 4;

/// Underlines of mentions: how far the innermost sits under the baseline, and the step from one
/// to the one that encloses it.
pub const UNDERLINE_DROP: f32 = 3.5;
pub const UNDERLINE_STEP: f32 = 2.5;

/// From one line to the next in the text that all of these are made for.
pub const UNDERLINED_ROW: f32 = 20.0;

/// The question mark at the end of words that may mean something else: its size, and how far over the
/// baseline it stands.
pub const DOUBT_SIZE: f32 = 9.5;
pub const DOUBT_RISE: f32 = 3.0;

/// Width of the underline of a country.
pub const COUNTRY_UNDERLINE: f32 = 2.5;

/// Width of the underline of what an overlay draws.
pub const FEATURE_UNDERLINE: f32 = 1.8;

/// Width of the other underlines.
pub const UNDERLINE: f32 = 1.2;

/// Dashes of underlines: a subject named by something else than its name.
pub const METONYM_DASH: &[f32] = &[4.0, 2.0];
pub const DOTTED: &[f32] = &[1.5, 2.0];

/// Width of the switch's column in a row.
pub const SWITCH_COLUMN: f32 = 34.0;

/// Arrow heads of keys: length as a multiple of the line's width, and the least.
pub const HEAD: f32 = 3.2;
pub const LEAST_HEAD: f32 = 8.0;

/// Between the lines of a hatched key.
pub const HATCH_STEP: f32 = 4.5;

/// Between the letters of names on the map, in parts of their size: capitals of countries, the
/// italics of seas and of regions.
pub const COUNTRY_SPACING: f32 = 0.13;
pub const SEA_SPACING: f32 = 0.046;
pub const REGION_SPACING: f32 = 0.074;

/// Outlines of the country that is selected or compared, and of the one under the pointer; and how
/// much wider the casing is that parts them from the ground.
pub const SELECTED_OUTLINE: f32 = 2.6;
pub const HOVERED_OUTLINE: f32 = 1.4;
pub const OUTLINE_CASING: f32 = 2.4;

/// The hatch of those who take part in a coalition: its strokes, and how strong they are.
pub const MEMBER_STROKE: f32 = 1.6;
pub const MEMBER_STRENGTH: f32 = 0.4;

/// Ink during a briefing, its casing, and the dot that points.
pub const INK: f32 = 3.0;
pub const INK_CASING: f32 = 5.5;
pub const POINTER_RADIUS: f32 = 7.0;
pub const POINTER_RING: f32 = 2.0;

/// The mark of a country that is too small to have a shape.
pub const SMALL_COUNTRY_RADIUS: f32 = 1.8;

/// Signs of constant size along the map's lines: how far apart, how long a line has to be for them,
/// and arrowheads.
pub const SIGN_SPACING: f32 = 120.0;
pub const LEAST_SIGNED: f32 = 34.0;
pub const ARROW_LENGTH: f32 = 11.0;
pub const ARROW_HALF_WIDTH: f32 = 5.0;

/// Crosses: half of an arm's width and height, the stroke, and the casing under it.
pub const BAR_ARM: f32 = 6.0;
pub const BAR_GAP: f32 = 4.5;
pub const CROSS_ARM: f32 = 4.5;
pub const CROSS_STROKE: f32 = 2.0;
pub const CROSS_CASING: f32 = 4.6;

/// Signs of overlays: half of their size; and the ring of one that is hollow.
pub const SIGN_RADIUS: f32 = 4.2;
pub const RING_RADIUS: f32 = 3.6;
pub const RING_STROKE: f32 = 1.7;

/// A sign in a ring: a site of an overlay that has a sign.
pub const SITE_RING_OF_SIGN: f32 = 8.0;

/// Arrows of lines that end at a ring around a place reach nearly to its end.
pub const TIP_GAP: f32 = 1.0;

/// The bar at the end of what is over.
pub const END_BAR: f32 = 5.5;
pub const END_BAR_STROKE: f32 = 1.8;

/// Marks of kinds: a ring around them and how large they are in it; linked rings; and points towards
/// each other.
pub const GLYPH_RING: f32 = 7.0;
pub const GLYPH_ARM: f32 = 3.4;
pub const GLYPH_STROKE: f32 = 1.5;
pub const LINK_RING: f32 = 3.8;
pub const LINK_APART: f32 = 2.6;
pub const CLOSER_LENGTH: f32 = 7.0;

/// The question mark in its ring.
pub const QUESTION_RADIUS: f32 = 8.5;
pub const QUESTION_STROKE: f32 = 1.6;
pub const QUESTION_SIZE: f32 = 12.5;

/// A site: its disc, the eye in it, the casing, and the ring when it is pointed at.
/// How much of its width a line has in a crowd.
pub const CROWD_WIDTH: f32 = 0.6;
/// The side of a dot that is a site in a crowd, and how much wider its casing is.
pub const CROWD_DOT: f32 = 4.0;
pub const CROWD_RIM: f32 = 1.6;
pub const SITE_RADIUS: f32 = 6.0;
pub const SITE_CORE: f32 = 2.1;
pub const SITE_CASING: f32 = 1.5;
pub const SITE_RING: f32 = 9.5;
pub const SITE_RING_STROKE: f32 = 2.0;

/// Measuring: how near to a city a click takes hold of it, the rings, and the line's casing.
pub const SNAP_RADIUS: f32 = 8.0;
pub const MEASURED_POINT_RADIUS: f32 = 3.4;
pub const MEASURED_CASING: f32 = 3.0;

/// The bar that says what is measured, before its words are broken.
pub const MEASURING_BAR_WIDTH: f32 = 380.0;

/// Marks of cities: a capital's square, and any other's dot.
pub const CAPITAL_SIDE: f32 = 6.5;
pub const CITY_RADIUS: f32 = 2.4;
pub const CITY_CASING: f32 = 1.3;

/// How strongly a plate under small words covers the map.
pub const PLATE_OPACITY: f32 = 0.85;

/// How strongly tiles from elsewhere cover the ground: less in the dark, where most of them glare.
pub fn tile_opacity(kind: super::ThemeKind) -> f32 {
    match kind {
        super::ThemeKind::Light => 0.85,
        super::ThemeKind::Dark => 0.55,
        // They are made for screens: paler they leave the foreground to what matters.
        super::ThemeKind::Contrast => 0.6,
    }
}
