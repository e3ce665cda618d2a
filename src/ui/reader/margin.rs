//! What stands beside a paragraph: its number, the bar of the one being read, and the button that copies
//! it.

use egui::{Align2, FontId, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::session::Command;
use crate::theme::fonts;
use crate::theme::measures::{CORNER, GRID, ICON, NUMBER_MARGIN, PARAGRAPH_GAP};
use crate::ui::icons::{self, Icon};
use crate::ui::parts::{focus_ring, hint};
use crate::ui::{Outbox, UiContext};
use crate::world::{Id, Passage};

/// The paragraph's number in its first row, and a quiet bar beside the one being read.
pub(super) fn margin_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, passage): (Id<Passage>, &Passage),
    (rect, row_px): (Rect, f32),
) {
    let theme = context.theme;
    let is_current = context.session.stage.passage == Some(id);
    let color = if is_current {
        theme.ui.accent
    } else {
        theme.ui.muted
    };
    let text = rect.shrink2(vec2(0.0, PARAGRAPH_GAP / 2.0));
    let middle = text.min.y + row_px / 2.0 + 1.0;
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let at = pos2(text.min.x + NUMBER_MARGIN - 3.0 * GRID, middle);
    ui.painter()
        .text(at, Align2::RIGHT_CENTER, passage.number, font, color);
    if is_current {
        let x = text.min.x + NUMBER_MARGIN - 2.0 * GRID;
        let ends = text.y_range().shrink(GRID);
        ui.painter()
            .vline(x, ends, Stroke::new(2.0, theme.ui.accent));
    }
}

/// The button that copies a paragraph. It is always there for the keyboard, and seen where the
/// pointer is.
pub(super) fn copy_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, passage): (Id<Passage>, &Passage),
    (paragraph, row_px): (&Response, f32),
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let top = paragraph.rect.min.y + PARAGRAPH_GAP / 2.0 + row_px;
    let size = vec2(5.0 * GRID, 5.0 * GRID);
    let at = Rect::from_min_size(pos2(paragraph.rect.min.x - GRID, top), size);
    let response = ui.interact(at, ui.scope_id().with(("copy", id.index())), Sense::click());
    let name = format!("Copy paragraph {}", passage.number);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if paragraph.contains_pointer() || response.hovered() || response.has_focus() {
        let color = if response.hovered() {
            theme.ui.text
        } else {
            theme.ui.muted
        };
        if response.hovered() {
            let fill = theme.ui.hover_mark;
            ui.painter().rect_filled(at, f32::from(CORNER), fill);
        }
        let square = icons::square_in(at, ICON - 3.0);
        icons::paint(ui.painter(), square, Icon::Copy, Stroke::new(1.2, color));
        focus_ring(ui, theme, &response, at);
    }
    let command = Command::CopyPassage(id);
    let words = hint("Copy with source and paragraph number", &command);
    if response.on_hover_text(words).clicked() {
        outbox.push(command);
    }
}
