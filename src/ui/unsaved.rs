//! The dot before the story's name: there is something its file does not have yet.

use egui::{CursorIcon, Role, Sense, Ui, WidgetInfo, vec2};

use super::parts::{focus_ring, hint};
use super::{Outbox, UiContext};
use crate::session::Command;
use crate::theme::measures::{GRID, ICON_BUTTON};

/// Takes the same room with and without a dot, so that the name stays where it is.
pub(super) fn unsaved_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let size = vec2(4.0 * GRID, ICON_BUTTON);
    if !context.session.is_edited() {
        ui.allocate_exact_size(size, Sense::hover());
        return;
    }
    let name = if context.session.corrections.is_edited() {
        "Changes not saved yet"
    } else {
        "Scenes not saved yet"
    };
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let theme = context.theme;
    ui.painter()
        .circle_filled(rect.center(), GRID, theme.ui.accent);
    focus_ring(ui, theme, &response, rect);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response
        .on_hover_text(hint(name, &Command::SaveStory))
        .clicked()
    {
        outbox.push(Command::SaveStory);
    }
}
