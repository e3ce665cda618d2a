//! The frame of a dialog: a window in the middle, with a title and a way to close it.

use egui::{Align, Align2, Layout, ScrollArea, Ui, Window};

use super::icons::Icon;
use super::parts::{hint, icon_button, rule, title};
use super::{Outbox, UiContext};
use crate::session::{Command, Panel, Switch};
use crate::theme::measures::GRID;

/// Shows a dialog that a panel command opens and closes.
pub(crate) fn dialog_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (name, panel): (&str, Panel),
    width_px: f32,
    outbox: &mut Outbox,
    contents: impl FnOnce(&mut Ui),
) {
    // Less is left around it where everything is drawn large.
    let height = ui.content_rect().height();
    let largest = height - (40.0 * GRID).min(height * 0.3);
    Window::new(name)
        .title_bar(false)
        .resizable(false)
        .movable(false)
        .anchor(Align2::CENTER_CENTER, [0.0, 0.0])
        .show(ui.ctx(), |ui| {
            ui.set_width(width_px);
            ui.horizontal(|ui| {
                ui.label(title(context.theme, name));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let close = icon_button(ui, context.theme, Icon::Close, "Close", Switch::Off);
                    if close
                        .on_hover_text(hint("Close", &Command::LetGo))
                        .clicked()
                    {
                        outbox.push(Command::TogglePanel(panel));
                    }
                });
            });
            rule(ui, context.theme);
            ui.add_space(2.0 * GRID);
            ScrollArea::vertical()
                .max_height(largest)
                .min_scrolled_height(largest)
                // The bar stands at the edge, beside what is narrower than the dialog.
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    // Beside the scroll bar, not under it.
                    ui.set_max_width(ui.available_width() - 5.0 * GRID);
                    contents(ui);
                });
        });
}
