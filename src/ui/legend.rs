//! The legend: every overlay with its symbol, its switch and its features.

use egui::{RichText, ScrollArea, Ui};

use super::symbol::symbol_ui;
use super::words::{basis_word, status_word};
use super::{Origin, Outbox, UiContext};
use crate::session::{Command, Emphasis};
use crate::theme::fonts;
use crate::world::{Basis, Id, Overlay, Status, Subject};

pub fn legend_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.label(
            RichText::new("On the map")
                .family(fonts::serif_semibold())
                .size(theme.sizes.heading),
        );
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui
                .small_button("None")
                .on_hover_text("No overlays (0)")
                .clicked()
            {
                outbox.push(Command::ShowNoOverlays);
            }
            if ui
                .small_button("All")
                .on_hover_text("All overlays (A)")
                .clicked()
            {
                outbox.push(Command::ShowAllOverlays);
            }
        });
    });
    ui.separator();
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // Room for the scroll bar, which must not lie on the counts.
            ui.set_max_width(ui.available_width() - 10.0);
            for (number, (id, overlay)) in context.world.overlays.iter().enumerate() {
                overlay_row(ui, context, number, id, overlay, outbox);
                if context.session.stage.overlays.contains(&id) {
                    features_of(ui, context, id, outbox);
                }
                ui.add_space(4.0);
            }
            ui.separator();
            let mut outside = context.session.stage.shows_outside;
            let words = "Draw what is from outside the article";
            if ui
                .checkbox(&mut outside, words)
                .on_hover_text("Variants and routes from other, named sources (O)")
                .clicked()
            {
                outbox.push(Command::ToggleOutside);
            }
            notes(ui, context);
        });
}

fn overlay_row(
    ui: &mut Ui,
    context: UiContext<'_>,
    number: usize,
    id: Id<Overlay>,
    overlay: &Overlay,
    outbox: &mut Outbox,
) {
    let is_on = context.session.stage.overlays.contains(&id);
    ui.horizontal(|ui| {
        let mut switch = is_on;
        let hint = format!("Show or hide ({})", number + 1);
        let response = ui.checkbox(&mut switch, "").on_hover_text(hint);
        response.widget_info(|| {
            let name = format!("Show {}", overlay.name);
            egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_on, name)
        });
        if response.clicked() {
            outbox.push(Command::ToggleOverlay(id));
        }
        let look = context
            .theme
            .feature(overlay.style, Status::InForce, Basis::Stated);
        symbol_ui(ui, look, context.theme);
        let count = context
            .world
            .features
            .iter()
            .filter(|(_, feature)| feature.overlay == id)
            .count();
        let emphasis = context
            .session
            .emphasis(context.world, Subject::Overlay(id));
        let mut name = RichText::new(&overlay.name).family(fonts::sans_semibold());
        if emphasis == Emphasis::Selected {
            name = name.background_color(context.theme.ui.selected_mark);
        }
        let response = ui
            .add(egui::Button::new(name).frame(false))
            .on_hover_text(&overlay.about);
        outbox.interact(&response, Subject::Overlay(id), Origin::Panel);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(RichText::new(count.to_string()).color(context.theme.ui.muted));
            let only = ui
                .add(
                    egui::Button::new(RichText::new("only").small().color(context.theme.ui.muted))
                        .frame(false),
                )
                .on_hover_text(format!("Only {}", overlay.name));
            only.widget_info(|| {
                egui::WidgetInfo::labeled(
                    egui::Role::Button,
                    true,
                    format!("Only {}", overlay.name),
                )
            });
            if only.clicked() {
                outbox.push(Command::ShowOnlyOverlay(id));
            }
        });
    });
}

fn features_of(ui: &mut Ui, context: UiContext<'_>, overlay: Id<Overlay>, outbox: &mut Outbox) {
    let theme = context.theme;
    for (id, feature) in context
        .world
        .features
        .iter()
        .filter(|(_, feature)| feature.overlay == overlay)
    {
        let subject = Subject::Feature(id);
        ui.horizontal(|ui| {
            ui.add_space(26.0);
            let Some(overlay) = context.world.overlays.get(overlay) else {
                return;
            };
            symbol_ui(
                ui,
                theme.feature(overlay.style, feature.status, feature.basis),
                theme,
            );
            let color = match (
                feature.basis,
                context.session.emphasis(context.world, subject),
            ) {
                (_, Emphasis::Quiet) => theme.ui.muted,
                (Basis::Outside, _) => theme.ui.caution,
                _ => theme.ui.text,
            };
            let mut name = RichText::new(&feature.short_name)
                .size(theme.sizes.body - 0.5)
                .color(color);
            if context.session.stage.selection == Some(subject) {
                name = name.background_color(theme.ui.selected_mark);
            } else if context.session.hover == Some(subject) {
                name = name.background_color(theme.ui.hover_mark);
            }
            let hint = format!(
                "{} \u{00b7} {} \u{00b7} {}",
                feature.name,
                status_word(feature.status),
                basis_word(feature.basis)
            );
            let response = ui
                .add(egui::Button::new(name).frame(false).truncate())
                .on_hover_text(hint);
            outbox.interact(&response, subject, Origin::Panel);
        });
    }
}

fn notes(ui: &mut Ui, context: UiContext<'_>) {
    let theme = context.theme;
    let mut note = |text: String| {
        ui.label(
            RichText::new(text)
                .size(theme.sizes.small)
                .color(theme.ui.muted),
        );
    };
    note("Solid: in force or past. Dashed: proposed. Dotted: suspected or not announced. Hollow, and named in this colour in the list: from outside the article.".to_owned());
    note("Ways between named places are schematic.".to_owned());
    note(format!(
        "Borders: {} view. {}.",
        context.session.stage.worldview.name(),
        context.session.stage.worldview.basis()
    ));
}
