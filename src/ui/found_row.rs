//! Rows of lists in which one is chosen by the arrow keys, while a field has the keyboard.
//!
//! In: their place, their light, their names. Out: what they stand for.

use egui::{CursorIcon, FontId, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::parts::{focus_ring, one_line, paint_left};
use crate::session::Switch;
use crate::theme::measures::{CORNER, GRID};
use crate::theme::{Theme, fonts, mix};

/// Room at the right, so that nothing lies under the scroll bar.
pub(super) const RIGHT_MARGIN: f32 = 2.0 * GRID;

/// Height of a line of a row, as a multiple of the size of its words.
const LEADING: f32 = 1.4;

/// A row's place, lit where it is pointed at or chosen.
pub(super) fn row_place(
    ui: &mut Ui,
    theme: &Theme,
    (state, height): (Switch, f32),
    name: &str,
) -> (Rect, Response) {
    let size = vec2(ui.available_width() - RIGHT_MARGIN, height + 2.0 * GRID);
    let (rect, response) = lit_place(ui, theme, state, size);
    let is_chosen = state == Switch::On;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, name));
    if is_chosen {
        ui.scroll_to_rect(rect, None);
    }
    (rect.shrink2(vec2(2.0 * GRID, GRID)), response)
}

/// A place to press that has a ground while it is pointed at or chosen.
pub(super) fn lit_place(ui: &mut Ui, theme: &Theme, state: Switch, size: Vec2) -> (Rect, Response) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_chosen = state == Switch::On;
    let part = if is_chosen {
        0.12
    } else if response.hovered() {
        0.05
    } else {
        0.0
    };
    if part > 0.0 {
        let fill = mix(theme.ui.panel, theme.ui.text, part);
        ui.painter().rect_filled(rect, f32::from(CORNER), fill);
    }
    focus_ring(ui, theme, &response, rect);
    (rect, response.on_hover_cursor(CursorIcon::PointingHand))
}

/// A name, and at the right what that is.
pub(super) fn named_row(
    ui: &mut Ui,
    theme: &Theme,
    state: Switch,
    (kind, name): (&str, &str),
) -> Response {
    let font = FontId::new(theme.sizes.body, fonts::sans_semibold());
    let height = theme.sizes.body * LEADING;
    let (rect, response) = row_place(ui, theme, (state, height), &format!("{kind}: {name}"));
    let kind_font = FontId::new(theme.sizes.small, fonts::sans());
    let kind = one_line(ui, kind, kind_font, theme.ui.muted, rect.width() / 2.0);
    let kind_width = kind.size().x;
    let kind_at = pos2(
        rect.max.x - kind_width,
        rect.center().y - kind.size().y / 2.0,
    );
    ui.painter().galley(kind_at, kind, theme.ui.muted);
    let width = rect.width() - kind_width - 4.0 * GRID;
    let name = one_line(ui, name, font, theme.ui.text, width);
    paint_left(ui, rect, name, theme.ui.text);
    response
}
