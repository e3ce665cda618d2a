//! Rows and switches of what words may mean: beside the words, and in the walk through what is unsure.

use egui::{FontId, Rect, Response, Role, Ui, WidgetInfo, pos2, vec2};

use super::found_row::lit_place;
use super::parts::{one_line, paint_left, switch};
use crate::session::{Reach, Switch};
use crate::theme::measures::{GRID, SMALL_ROW_HEIGHT, SWITCH_COLUMN};
use crate::theme::{Theme, fonts};

/// A row to press: words, and at the right what there is to say of them.
pub(super) fn press_row(ui: &mut Ui, theme: &Theme, (words, more): (&str, &str)) -> Response {
    let height = SMALL_ROW_HEIGHT;
    let width = ui.available_width();
    let (rect, response) = lit_place(ui, theme, Switch::Off, vec2(width, height));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let inner = rect.shrink2(vec2(2.0 * GRID, 0.0));
    let small = FontId::new(theme.sizes.small, fonts::sans());
    let more = one_line(ui, more, small, theme.ui.muted, inner.width() / 2.0);
    let more_width = more.size().x;
    let at = pos2(
        inner.max.x - more_width,
        inner.center().y - more.size().y / 2.0,
    );
    ui.painter().galley(at, more, theme.ui.muted);
    let font = FontId::new(theme.sizes.body, fonts::sans());
    let room = inner.width() - more_width - 2.0 * GRID;
    let words = one_line(ui, words, font, theme.ui.text, room);
    paint_left(ui, inner, words, theme.ui.text);
    response
}

/// Whether an answer is for all the same; nothing where there is no other. Returns whether it was
/// switched.
pub(super) fn reach_ui(ui: &mut Ui, theme: &Theme, reach: Reach, others: usize) -> bool {
    if others == 0 {
        return false;
    }
    let name = format!("All {} the same", others + 1);
    let size = vec2(ui.available_width(), SMALL_ROW_HEIGHT);
    let (_, rect) = ui.allocate_space(size);
    let inner = rect.shrink2(vec2(2.0 * GRID, 0.0));
    let state = (reach == Reach::AllTheSame).into();
    let response = switch(ui, theme, inner, &name, state);
    let words_at = Rect::from_min_max(inner.min, inner.max - vec2(SWITCH_COLUMN, 0.0));
    let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
    let words = one_line(ui, &name, font, theme.ui.text, words_at.width());
    paint_left(ui, words_at, words, theme.ui.text);
    let about = "Whatever is chosen is for all that are written the same and taken for the same";
    response.on_hover_text(about).clicked()
}
