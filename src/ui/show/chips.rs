//! The few words that lie over the audience's map: that the presenter is looking around, and a
//! scene's number while it is typed.

use egui::{Align2, Area, Button, Frame, Id, Order, Rect, RichText, Ui, vec2};

use crate::session::{Camera, Command, Show, ShowCommand};
use crate::theme::fonts;
use crate::theme::measures::GRID;
use crate::ui::parts::hint;
use crate::ui::{Outbox, UiContext};

/// Draws them over the map's place.
pub(super) fn chips_ui(
    ui: &Ui,
    context: UiContext<'_>,
    show: &Show,
    (map, camera): (Rect, &Camera),
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    if let Some(number) = show.typed {
        let words = RichText::new(number.to_string())
            .family(fonts::sans_semibold())
            .size(2.0 * theme.sizes.title)
            .color(theme.ui.text);
        Area::new(Id::unique("scene number"))
            .order(Order::Foreground)
            .pivot(Align2::CENTER_BOTTOM)
            .fixed_pos(map.center_bottom() - vec2(0.0, 4.0 * GRID))
            .interactable(false)
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style()).show(ui, |ui| ui.label(words));
            });
    }
    if !show.is_detour(&context.session.stage, camera) {
        return;
    }
    let number = show.scene + 1;
    let words = if show.answer.is_some() {
        format!("Answer \u{b7} R: back to scene {number}")
    } else {
        format!("Off the scene \u{b7} R: back to {number}")
    };
    let words = RichText::new(words).size(theme.sizes.small);
    let command = Command::Show(ShowCommand::Return);
    Area::new(Id::unique("detour"))
        .order(Order::Foreground)
        .fixed_pos(map.left_top() + vec2(3.0 * GRID, 3.0 * GRID))
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(0.0).show(ui, |ui| {
                let about = hint("Puts the scene on show again, exactly", &command);
                if ui.add(Button::new(words)).on_hover_text(about).clicked() {
                    outbox.push(command.clone());
                }
            });
        });
}
