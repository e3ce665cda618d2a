//! Sizes of type for those who sit in the last row.
//!
//! On show everything is drawn larger by one factor, lines and signs too; so that the smallest words
//! come to 20 pixels in a window 720 lines high, and the largest do not fill it, the steps between
//! them are smaller than at a desk.

use egui::Color32;

use super::Theme;
use super::palette::TypeSizes;

/// The smallest words of the scale below, in points.
const LEAST_PT: f32 = 12.5;

/// What they come to in a window of that many lines.
const LEAST_ON_SHOW_PX: f32 = 20.0;
const LINES: f32 = 720.0;

/// What covers the audience's screen.
pub const BLACK_SCREEN: Color32 = Color32::BLACK;
pub const WHITE_SCREEN: Color32 = Color32::WHITE;

/// What lies over all that is not in the spotlight.
pub const DIMMED: Color32 = Color32::from_black_alpha(150);

/// The passage of a scene, and one that answers a question, as multiples of the size of reading. Long
/// ones are set smaller, to be seen whole.
pub const PASSAGE_ENLARGEMENT: f32 = 1.12;
pub const ANSWER_ENLARGEMENT: f32 = 1.4;

const ON_SHOW: TypeSizes = TypeSizes {
    title: 19.0,
    heading: 14.5,
    reading: 14.5,
    body: 13.5,
    small: LEAST_PT,
    map_country: &[LEAST_PT, 13.0, 14.0, 15.0],
    map_focus: &[LEAST_PT, 13.5, 15.0, 17.0, 19.0],
    map_sea: &[LEAST_PT, 13.5],
    map_region: 13.0,
    map_river: LEAST_PT,
    map_land: LEAST_PT,
    map_city: 13.0,
    map_town: LEAST_PT,
};

impl Theme {
    /// The same theme with the type sizes of a show.
    pub fn on_show(mut self) -> Self {
        self.sizes = ON_SHOW;
        self
    }

    /// Whether it has them.
    pub fn is_on_show(&self) -> bool {
        self.sizes == ON_SHOW
    }

    /// The same theme for the presenter's window: parts of its height, so that notes can be read
    /// standing, however much larger the audience's window makes everything. The map's names are as
    /// they are there.
    pub fn for_presenter(mut self, window_height_pt: f32) -> Self {
        let part = |of: f32| (window_height_pt / of).max(6.0);
        self.sizes = TypeSizes {
            title: part(26.0),
            heading: part(34.0),
            reading: part(32.0),
            body: part(40.0),
            small: part(46.0),
            ..ON_SHOW
        };
        self
    }
}

/// By how much everything is enlarged in a window of a height, in unscaled points, at a size of text
/// in percent.
pub fn show_enlargement(window_height_pt: f32, text_percent: u16) -> f32 {
    let least = LEAST_ON_SHOW_PX / LEAST_PT;
    let window = (window_height_pt / LINES).max(0.5);
    least * window * f32::from(text_percent) / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_words_on_show_are_20_pixels_high_at_720_lines_and_twice_that_at_200_percent() {
        let sizes = ON_SHOW;
        let steps = [sizes.map_country, sizes.map_focus, sizes.map_sea];
        let steps = steps.into_iter().flatten().copied();
        let single = [
            sizes.title,
            sizes.heading,
            sizes.reading,
            sizes.body,
            sizes.small,
            sizes.map_region,
            sizes.map_river,
            sizes.map_land,
            sizes.map_city,
            sizes.map_town,
        ];
        for size in steps.chain(single) {
            assert!(size * show_enlargement(720.0, 100) >= 20.0 - 1e-3, "{size}");
            assert!(
                size * show_enlargement(1080.0, 100) >= 30.0 - 1e-3,
                "{size}"
            );
            assert!(size * show_enlargement(720.0, 200) >= 40.0 - 1e-3, "{size}");
        }
    }
}
