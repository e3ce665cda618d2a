//! Where the lines of the article fall, worked out once for a width and a type size.
//!
//! In: rows and rectangles. Out: painting.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::PlacedRow;
use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{FontId, Galley, Rect, Ui, pos2};

use super::choosing::Choosing;
use super::in_view::InView;
use super::mention::MentionPlace;
use crate::theme::measures::{PARAGRAPH_GAP, READING_LEADING};
use crate::theme::{Theme, fonts};
use crate::world::{Id, Mention, Passage};

/// Sizes of type that are tried lie so far apart, so that few of them are in use.
const SIZE_STEP: f32 = 2.0;

/// What the lines depend on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Setting {
    /// Room for numbers left of the text; none where they stand elsewhere.
    pub margin_px: f32,
    pub width_px: f32,
    pub text_px: f32,
    pub pixels_per_point: f32,
}

/// Where paragraphs and mentions lie, kept from frame to frame.
///
/// Laid-out text itself is egui's to keep: it points into a texture that egui may rebuild. So only
/// lengths are kept here, and text is laid out again for the few paragraphs in sight, which egui
/// remembers.
#[derive(Default)]
pub struct ReaderState {
    setting: Setting,
    /// By passage.
    paragraphs: Vec<Option<Paragraph>>,
    /// Whether a mention had the keyboard in the last frame, and whether one has it in this.
    had_focus: bool,
    has_focus: bool,
    pub(super) in_view: InView,
    pub(super) choosing: Choosing,
    /// The size of type that was found for a passage, and what it depends on.
    fitted: Option<(Fit, f32)>,
}

/// A passage that is to fit into a height, in type of a size between two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    pub passage: Id<Passage>,
    /// With the largest type.
    pub setting: Setting,
    pub least_px: f32,
    pub height_px: f32,
}

struct Paragraph {
    height_px: f32,
    places: Vec<MentionPlace>,
}

/// From one line of text to the next.
fn row_height_of(text_px: f32) -> f32 {
    (text_px * READING_LEADING).round()
}

impl ReaderState {
    /// Lets go of everything: the story has changed.
    pub fn forget(&mut self) {
        self.paragraphs.clear();
        self.in_view = InView::default();
        self.choosing = Choosing::default();
        self.fitted = None;
    }

    /// Where words are set, from the corner of the paragraph's text.
    #[cfg(test)]
    pub(crate) fn words_place(
        &self,
        (context, theme): (&egui::Context, &Theme),
        passage: &Passage,
        range: &Range<usize>,
    ) -> Rect {
        let job = job_of(theme, passage, self.setting);
        let galley = context.fonts_mut(|fonts| fonts.layout_job(job));
        rows(&galley, passage, range)[0].0
    }

    pub(crate) fn choosing_mut(&mut self) -> &mut Choosing {
        &mut self.choosing
    }

    /// Other words of a passage are mentions now.
    pub fn forget_passage(&mut self, id: Id<Passage>) {
        if let Some(paragraph) = self.paragraphs.get_mut(id.index()) {
            *paragraph = None;
        }
    }

    /// The largest type in which a passage fits, sought only where something has changed.
    pub(super) fn fitting_px(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        passage: &Passage,
        fit: Fit,
    ) -> f32 {
        if let Some((known, text_px)) = self.fitted
            && known == fit
        {
            return text_px;
        }
        let (least_px, most_px) = (fit.least_px, fit.setting.text_px);
        let set_in = |text_px: f32, width_px: f32| {
            let setting = Setting {
                width_px,
                text_px,
                ..fit.setting
            };
            lay_out(ui, theme, passage, setting)
        };
        // Setting text in a new size draws all its letters in that size, which takes long: how many
        // lines there would be is worked out in the largest, between margins as much wider.
        let lines_px = |text_px: f32| {
            let width_px = fit.setting.width_px * most_px / text_px;
            set_in(most_px, width_px).rows.len() as f32 * row_height_of(text_px)
        };
        let room_px = fit.height_px - PARAGRAPH_GAP;
        let steps = ((most_px - least_px) / SIZE_STEP).ceil().max(0.0) as u32;
        let text_px = (0..steps)
            .map(|step| most_px - step as f32 * SIZE_STEP)
            .filter(|text_px| lines_px(*text_px) <= room_px)
            .find(|text_px| set_in(*text_px, fit.setting.width_px).size().y <= room_px)
            .unwrap_or(least_px);
        self.fitted = Some((fit, text_px));
        text_px
    }

    pub(super) fn prepare(&mut self, setting: Setting) {
        if self.setting != setting {
            self.setting = setting;
            self.paragraphs.clear();
        }
    }

    pub(super) fn margin_px(&self) -> f32 {
        self.setting.margin_px
    }

    /// From one line of text to the next, at the size it is set in.
    pub(super) fn row_height_px(&self) -> f32 {
        row_height_of(self.setting.text_px)
    }

    pub(super) fn had_focus(&self) -> bool {
        self.had_focus
    }

    pub(super) fn note_focus(&mut self) {
        self.has_focus = true;
    }

    pub(super) fn end_frame(&mut self) {
        self.had_focus = std::mem::take(&mut self.has_focus);
    }

    pub(super) fn height_px(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        id: Id<Passage>,
        passage: &Passage,
    ) -> f32 {
        if let Some(Some(paragraph)) = self.paragraphs.get(id.index()) {
            return paragraph.height_px;
        }
        let galley = lay_out(ui, theme, passage, self.setting);
        let height_px = galley.size().y;
        let paragraph = Paragraph {
            height_px,
            places: places(&galley, passage),
        };
        if self.paragraphs.len() <= id.index() {
            self.paragraphs.resize_with(id.index() + 1, || None);
        }
        if let Some(slot) = self.paragraphs.get_mut(id.index()) {
            *slot = Some(paragraph);
        }
        height_px
    }

    /// The text to paint.
    pub(super) fn galley(&self, ui: &Ui, theme: &Theme, passage: &Passage) -> Arc<Galley> {
        lay_out(ui, theme, passage, self.setting)
    }

    /// Where its mentions lie. Call `height_px` first.
    pub(super) fn places(&self, id: Id<Passage>) -> Option<&[MentionPlace]> {
        let paragraph = self.paragraphs.get(id.index())?.as_ref()?;
        Some(&paragraph.places)
    }
}

/// A passage in lines. What egui has laid out once it remembers while it is in use.
pub(super) fn lay_out(ui: &Ui, theme: &Theme, passage: &Passage, setting: Setting) -> Arc<Galley> {
    ui.painter().layout_job(job_of(theme, passage, setting))
}

fn job_of(theme: &Theme, passage: &Passage, setting: Setting) -> LayoutJob {
    let size = setting.text_px;
    let format = TextFormat {
        font_id: FontId::new(size, fonts::serif()),
        line_height: Some(row_height_of(size)),
        color: theme.ui.text,
        ..Default::default()
    };
    let mut job = LayoutJob::single_section(passage.text.clone(), format);
    job.wrap.max_width = setting.width_px;
    job
}

fn places(galley: &Galley, passage: &Passage) -> Vec<MentionPlace> {
    let levels = levels(&passage.mentions);
    let mentions = passage.mentions.iter().zip(levels).enumerate();
    mentions
        .map(|(index, (mention, level))| MentionPlace {
            index,
            level,
            rows: rows(galley, passage, &mention.range),
        })
        .collect()
}

/// How many mentions lie one inside the other within each: 0 for an innermost one. An enclosing
/// mention is underlined lower than what it encloses.
fn levels(mentions: &[Mention]) -> Vec<u8> {
    let mut levels = vec![0_u8; mentions.len()];
    // Enclosing mentions come first, so going backwards meets the inner ones before.
    for (outer, mention) in mentions.iter().enumerate().rev() {
        let inside = mentions
            .iter()
            .zip(&levels)
            .skip(outer + 1)
            .take_while(|(inner, _)| inner.range.start < mention.range.end)
            .map(|(_, level)| level.saturating_add(1))
            .max();
        if let (Some(slot), Some(level)) = (levels.get_mut(outer), inside) {
            *slot = level;
        }
    }
    levels
}

/// The rectangles that words cover and the height of the baseline in each, one a row.
pub(super) fn rows(galley: &Galley, passage: &Passage, range: &Range<usize>) -> Vec<(Rect, f32)> {
    let cursor = |end: usize| {
        let before = passage.text.get(..end);
        CCursor::new(before.map_or(0, |text| text.chars().count()))
    };
    let mut first = cursor(range.start);
    first.prefer_next_row = true;
    let start = galley.pos_from_cursor(first);
    let end = galley.pos_from_cursor(cursor(range.end));
    let mut rows = Vec::new();
    for row in &galley.rows {
        let rect = row.rect();
        if rect.max.y < start.center().y || rect.min.y > end.center().y {
            continue;
        }
        let is_in = |place: Rect| rect.y_range().contains(place.center().y);
        let left = if is_in(start) {
            start.min.x
        } else {
            rect.min.x
        };
        let right = if is_in(end) { end.min.x } else { text_end(row) };
        if right - left > 0.5 {
            let baseline = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y);
            let covered = Rect::from_min_max(pos2(left, rect.min.y), pos2(right, rect.max.y));
            rows.push((covered, row.pos.y + baseline));
        }
    }
    rows
}

/// Where the letters of a row end: a space before the line break is not underlined.
fn text_end(row: &PlacedRow) -> f32 {
    let letters = row.glyphs.iter().rev();
    let last = letters.into_iter().find(|glyph| !glyph.chr.is_whitespace());
    last.map_or(row.rect().max.x, |glyph| {
        row.pos.x + glyph.pos.x + glyph.advance_width
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::ThemeKind;
    use crate::world::{MentionKind, Subject};

    fn mention(range: std::ops::Range<usize>) -> Mention {
        let subject = Subject::Place(Id::new(0));
        Mention::sure(range, subject, MentionKind::Direct)
    }

    #[test]
    fn an_enclosing_mention_lies_one_level_under_the_deepest_inside_it() {
        let mentions = [
            mention(0..40),
            mention(0..10),
            mention(2..5),
            mention(20..25),
            mention(50..60),
        ];
        assert_eq!(levels(&mentions), [2, 1, 0, 0, 0]);
    }

    #[test]
    fn a_mention_over_a_line_break_has_a_rectangle_on_each_line_and_none_past_its_words() {
        let context = egui::Context::default();
        fonts::install(&context);
        let text = "A long line of words that has to break somewhere within the named thing.";
        let start = text.find("break").unwrap();
        let passage = Passage {
            number: 1,
            text: text.to_owned(),
            mentions: vec![mention(start..text.len() - 1)],
            fingerprint: String::new(),
        };
        let mut found = Vec::new();
        let mut rows = 0;
        let mut output = context.run_ui(egui::RawInput::default(), |ui| {
            let mut state = ReaderState::default();
            state.prepare(Setting {
                margin_px: 0.0,
                width_px: 220.0,
                text_px: 16.0,
                pixels_per_point: 1.0,
            });
            let theme = Theme::new(ThemeKind::Light);
            state.height_px(ui, &theme, Id::new(0), &passage);
            rows = state.galley(ui, &theme, &passage).rows.len();
            found.clone_from(&state.places(Id::new(0)).unwrap()[0].rows);
        });
        output.textures_delta.clear();
        assert!(rows >= 3);
        assert_eq!(found.len(), rows - 1, "{found:?}");
        for (rect, baseline) in found {
            assert!(rect.width() > 8.0 && rect.max.x <= 220.5, "{rect:?}");
            assert!((rect.min.y..rect.max.y).contains(&baseline));
        }
    }
}
