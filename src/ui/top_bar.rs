//! The slim bar at the top: which story, the way back, and switches.

use egui::{Align, Layout, RichText, Ui};

use super::{Outbox, UiContext};
use crate::geography::MapProjection;
use crate::session::{Command, Panel, key_text};
use crate::theme::fonts;

/// A button that pushes a command; its tooltip gives the key.
fn command_button(
    ui: &mut Ui,
    outbox: &mut Outbox,
    words: &str,
    name: &str,
    is_on: Option<()>,
    command: Command,
) {
    let hint = key_text(&command).map_or_else(|| name.to_owned(), |key| format!("{name} ({key})"));
    let response = ui
        .selectable_label(is_on.is_some(), words)
        .on_hover_text(hint);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, true, is_on.is_some(), name)
    });
    if response.clicked() {
        outbox.push(command);
    }
}

#[expect(clippy::too_many_lines, reason = "a list of things shown, in order")]
pub fn top_bar_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let UiContext {
        world,
        session,
        theme,
        ..
    } = context;
    ui.horizontal(|ui| {
        ui.set_min_height(34.0);
        command_button(ui, outbox, "\u{2190}", "Back", None, Command::Back);
        command_button(ui, outbox, "\u{2192}", "Forward", None, Command::Forward);
        ui.add_space(6.0);
        let title = RichText::new(&world.title)
            .family(fonts::serif_semibold())
            .size(theme.sizes.heading + 1.0);
        ui.add(egui::Label::new(title).truncate());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let on = |is_on: bool| is_on.then_some(());
            let panels = session.panels;
            command_button(
                ui,
                outbox,
                "About",
                "About Passage",
                on(panels.about),
                Command::TogglePanel(Panel::About),
            );
            command_button(
                ui,
                outbox,
                "Keys",
                "Keys",
                on(panels.keys),
                Command::TogglePanel(Panel::Keys),
            );
            command_button(
                ui,
                outbox,
                "Theme",
                "Light or dark",
                None,
                Command::ToggleTheme,
            );
            ui.separator();
            command_button(
                ui,
                outbox,
                "Reader",
                "Reader",
                on(panels.reader),
                Command::TogglePanel(Panel::Reader),
            );
            command_button(
                ui,
                outbox,
                "Legend",
                "Legend",
                on(panels.legend),
                Command::TogglePanel(Panel::Legend),
            );
            ui.separator();
            for (projection, name) in [
                (MapProjection::WebMercator, "Web Mercator"),
                (MapProjection::EqualArea, "Equal-area"),
            ] {
                let is_on = session.stage.projection == projection;
                command_button(
                    ui,
                    outbox,
                    name,
                    name,
                    on(is_on),
                    Command::SetProjection(projection),
                );
            }
        });
    });
}
