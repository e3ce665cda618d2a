//! Help > About: version, credits, where the data come from, and under which licences.

use egui::Ui;

use super::dialog::dialog_ui;
use super::parts::{heading, muted, reading};
use super::{Outbox, UiContext};
use crate::session::Panel;
use crate::theme::measures::GRID;

/// What Passage stands on, and whose it is.
const CREDITS: &[(&str, &str)] = &[
    (
        "Countries, borders, water",
        "Natural Earth, public domain; countries by way of world-atlas (ISC licence), disputed \
         borders by way of QGIS, rivers and lakes by way of Marble.",
    ),
    (
        "Relief",
        "Shaded by Passage from heights of the Shuttle Radar Topography Mission (NASA, public \
         domain), by way of Marble.",
    ),
    ("Cities", "Place data \u{00a9} GeoNames, CC BY 4.0."),
    (
        "Typefaces",
        "Source Serif 4 and Source Sans 3 by Adobe, SIL Open Font License 1.1.",
    ),
    (
        "Code",
        "Passage is under MIT or Apache 2.0, as you like. It is built with egui, walkers, geo, \
         and the crates they stand on.",
    ),
    (
        "Network",
        "None by itself: all it shows is on this machine. Only when you choose OpenStreetMap as the \
         background and agree, it asks tile.openstreetmap.org for what you look at.",
    ),
    (
        "Background, if chosen",
        "\u{00a9} OpenStreetMap contributors, Open Database License: \
         https://www.openstreetmap.org/copyright",
    ),
];

/// Shows the dialog while it is open. `renderer` says what draws the window.
pub fn about_ui(ui: &Ui, context: UiContext<'_>, renderer: &str, outbox: &mut Outbox) {
    if !context.session.panels.about {
        return;
    }
    let theme = context.theme;
    let frame = ("About Passage", Panel::About);
    dialog_ui(ui, context, frame, 460.0, outbox, |ui| {
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        ui.label(reading(
            theme,
            "A map explorer for briefings: one article, tied to the map.",
        ));
        ui.label(muted(theme, concat!("Version ", env!("CARGO_PKG_VERSION"))));
        for (what, whose) in CREDITS {
            credit_ui(ui, context, what, whose);
        }
        let article = &context.world.article;
        if !article.publisher.is_empty() {
            let mut words = format!("{}. {}", article.citation(), context.world.note());
            if !article.credits.is_empty() {
                words = format!("{words} {}.", article.credits);
            }
            credit_ui(ui, context, "Article", &words);
        }
        if !renderer.is_empty() {
            credit_ui(ui, context, "Drawn by", renderer);
        }
    });
}

fn credit_ui(ui: &mut Ui, context: UiContext<'_>, what: &str, whose: &str) {
    ui.add_space(2.5 * GRID);
    ui.label(heading(context.theme, what));
    ui.label(whose);
}
