//! A list of features, in legend and card. A long one has rows of one height, of which only those in
//! view are laid out: so it does not matter how long it is.
//!
//! In: which rows. Out: what a row looks like (see `feature_row`).

use egui::{FontId, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::feature_row::{FeatureRow, RowText, feature_row_ui};
use super::{Origin, Outbox, UiContext};
use crate::theme::fonts;
use crate::theme::measures::GRID;
use crate::world::{Feature, Id};

/// More features than these are a long list.
const LONG: usize = 200;

/// Features to list, what each row says, and the one that is to be brought into view.
pub(super) struct FeatureList<'a> {
    pub features: &'a [Id<Feature>],
    pub row: &'a dyn Fn(Id<Feature>) -> Option<FeatureRow<'a>>,
    pub sought: Option<Id<Feature>>,
}

/// Whether so many features are a long list, which brings the sought one into view by itself.
pub(super) fn is_long(count: usize) -> bool {
    count > LONG
}

/// Draws the list inside a scroll area. Returns how many rows were laid out.
pub(super) fn feature_list_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    list: &FeatureList<'_>,
    outbox: &mut Outbox,
) -> usize {
    if !is_long(list.features.len()) {
        let rows = list.features.iter().filter_map(|&id| (list.row)(id));
        return rows
            .map(|row| feature_row_ui(ui, context, &row, Origin::Panel, outbox))
            .count();
    }
    let height = row_height(ui, context);
    let size = vec2(ui.available_width(), height * list.features.len() as f32);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let row_at = |index: usize| {
        let top = whole.min.y + height * index as f32;
        Rect::from_min_size(pos2(whole.min.x, top), vec2(whole.width(), height))
    };
    let sought = list.sought.and_then(|id| {
        let mut features = list.features.iter();
        features.position(|&one| one == id)
    });
    if let Some(index) = sought {
        ui.scroll_to_rect(row_at(index), Some(egui::Align::Center));
    }
    let seen = whole.intersect(ui.clip_rect());
    let first = ((seen.min.y - whole.min.y) / height).floor().max(0.0) as usize;
    let end = ((seen.max.y - whole.min.y) / height).ceil().max(0.0) as usize;
    let in_view = list.features.get(first..end.min(list.features.len()));
    let mut laid_out = 0;
    for (index, &id) in (first..).zip(in_view.unwrap_or_default()) {
        let Some(row) = (list.row)(id) else { continue };
        let row = FeatureRow {
            text: RowText::OneLine,
            ..row
        };
        // By what it names, so that a row keeps the keyboard while the list is scrolled.
        let place = UiBuilder::new().max_rect(row_at(index));
        let place = place.id_salt(("feature", id.index()));
        let mut row_ui = ui.new_child(place);
        feature_row_ui(&mut row_ui, context, &row, Origin::Panel, outbox);
        laid_out += 1;
    }
    laid_out
}

/// A name and its facts, a line each, and the air around them.
fn row_height(ui: &Ui, context: UiContext<'_>) -> f32 {
    let sizes = context.theme.sizes;
    let line = |size: f32| {
        let font = FontId::new(size, fonts::sans());
        ui.fonts_mut(|fonts| fonts.row_height(&font))
    };
    line(sizes.body) + line(sizes.small) + 1.5 * GRID
}
