//! About, the list of keys, the list of problems, and the page shown when nothing could be read.

use egui::{RichText, Ui, Window};

use super::{Outbox, UiContext};
use crate::content::Problem;
use crate::session::{BINDINGS, Command, Panel};
use crate::theme::fonts;

const CREDITS: &[(&str, &str)] = &[
    (
        "Countries, borders, water",
        "Natural Earth (public domain), through world-atlas (ISC), QGIS and Marble",
    ),
    ("Cities", "Place data \u{00a9} GeoNames, CC BY 4.0"),
    (
        "Typefaces",
        "Source Serif 4 and Source Sans 3 by Adobe, SIL Open Font License 1.1",
    ),
    (
        "Built with",
        "egui, walkers, geo, and the crates they stand on",
    ),
    ("Network", "None: Passage makes no connection"),
];

pub fn about_ui(ui: &Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let mut is_open = context.session.panels.about;
    if !is_open {
        return;
    }
    Window::new("About Passage")
        .open(&mut is_open)
        .collapsible(false)
        .resizable(false)
        .default_width(440.0)
        .pivot(egui::Align2::CENTER_CENTER)
        .default_pos(ui.ctx().content_rect().center())
        .show(ui.ctx(), |ui| {
            ui.label(
                RichText::new(concat!("Passage ", env!("CARGO_PKG_VERSION")))
                    .family(fonts::serif_semibold())
                    .size(20.0),
            );
            ui.label(
                "A map explorer for briefings: one article, tied to the map. MIT or Apache 2.0.",
            );
            ui.separator();
            for (what, whose) in CREDITS {
                ui.label(RichText::new(*what).family(fonts::sans_semibold()));
                ui.label(*whose);
            }
            let article = &context.world.article;
            ui.label(RichText::new("Article").family(fonts::sans_semibold()));
            ui.label(format!(
                "{}, {}. {} {}.",
                article.publisher, article.date, article.note, article.credits
            ));
        });
    if !is_open {
        outbox.push(Command::TogglePanel(Panel::About));
    }
}

pub fn keys_ui(ui: &Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let mut is_open = context.session.panels.keys;
    if !is_open {
        return;
    }
    Window::new("Keys")
        .open(&mut is_open)
        .collapsible(false)
        .resizable(false)
        .pivot(egui::Align2::CENTER_CENTER)
        .default_pos(ui.ctx().content_rect().center())
        .show(ui.ctx(), |ui| {
            egui::ScrollArea::vertical()
                .max_height(520.0)
                .show(ui, |ui| {
                    let mut group = "";
                    egui::Grid::new("keys")
                        .num_columns(2)
                        .spacing([28.0, 4.0])
                        .show(ui, |ui| {
                            for binding in BINDINGS {
                                if binding.group != group {
                                    group = binding.group;
                                    ui.label(RichText::new(group).family(fonts::sans_semibold()));
                                    ui.end_row();
                                }
                                ui.label(binding.name);
                                ui.label(
                                    RichText::new(binding.key_text()).color(context.theme.ui.muted),
                                );
                                ui.end_row();
                            }
                        });
                    ui.label("Ctrl+click a second country to see what joins the two.");
                });
        });
    if !is_open {
        outbox.push(Command::TogglePanel(Panel::Keys));
    }
}

/// A bar that says something went wrong, with the list on demand. Returns whether it was closed.
pub fn problems_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    problems: &[Problem],
    notice: Option<&str>,
) -> bool {
    let mut is_closed = false;
    ui.horizontal(|ui| {
        let text = match (notice, problems.len()) {
            (Some(notice), 0) => notice.to_owned(),
            (Some(notice), count) => format!("{notice} {count} problems in the story."),
            (None, count) => format!("{count} problems in the story; the rest is shown."),
        };
        ui.label(RichText::new(text).color(context.theme.ui.caution));
        if ui.button("Close").on_hover_text("Hide this bar").clicked() {
            is_closed = true;
        }
    });
    if !problems.is_empty() {
        egui::CollapsingHeader::new("What is wrong, and what would be right").show(ui, |ui| {
            egui::ScrollArea::vertical()
                .max_height(160.0)
                .show(ui, |ui| {
                    for problem in problems.iter().take(500) {
                        ui.label(RichText::new(problem.to_string()).monospace());
                    }
                });
        });
    }
    is_closed
}

/// The page shown when a story could not be read at all. Returns whether the bundled story is
/// wanted.
pub fn complaint_ui(ui: &mut Ui, context: UiContext<'_>, problems: &[Problem]) -> bool {
    let mut wants_bundled = false;
    ui.vertical_centered(|ui| {
        ui.add_space(80.0);
        ui.label(
            RichText::new("This story could not be opened")
                .family(fonts::serif_semibold())
                .size(context.theme.sizes.title),
        );
        ui.add_space(12.0);
        for problem in problems.iter().take(20) {
            ui.label(problem.to_string());
        }
        ui.add_space(18.0);
        wants_bundled = ui.button("Open the bundled story").clicked();
    });
    wants_bundled
}
