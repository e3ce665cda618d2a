//! The menu of presets: the story's own, the reader's, and keeping what is on show as a new one.
//!
//! Out: the field for a name (see `preset_name`), and what a preset is (see `session`).

use egui::{
    Align, Layout, Popup, PopupCloseBehavior, Response, ScrollArea, TextWrapMode, Ui, vec2,
};

use super::icons::Icon;
use super::parts::{hint, icon_button, indented, link, menu_item, muted};
use super::preset_name::{Naming, name_ui};
use super::words::joined;
use super::{Outbox, UiContext};
use crate::session::{
    Command, FULL_OPACITY_PERCENT, LEAST_OPACITY_PERCENT, MOST_PRESETS, Preset, Switch,
};
use crate::theme::measures::{GRID, ICON_BUTTON};

/// The preset every story has.
pub(super) const OPENING_PRESET: &str = "Opening view\u{2019}s overlays";

/// As wide as a name of forty letters, nearly.
const WIDTH: f32 = 70.0 * GRID;

/// A longer list of presets scrolls.
const LIST_HEIGHT: f32 = 64.0 * GRID;

/// The word at the legend's head that opens the menu.
pub(super) fn presets_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let response = link(ui, context.theme, "Presets", "Presets");
    let response = response.on_hover_text("Sets of overlays: choose one, or keep what is on show");
    let memory = ui.scope_id().with("naming of a preset");
    let mut naming: Option<Naming> = ui.data(|data| data.get_temp(memory)).flatten();
    let shown = Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name("Presets")
        .show(|ui| {
            ui.set_width(WIDTH);
            story_presets_ui(ui, context, outbox);
            ui.separator();
            own_presets_ui(ui, context, &mut naming, outbox);
            keep_ui(ui, context, &mut naming, outbox);
        });
    if shown.is_none() {
        naming = None;
    }
    ui.data_mut(|data| data.insert_temp(memory, naming));
}

/// A line of the menu after which there is no more to choose.
fn choice(
    ui: &mut Ui,
    (name, state): (&str, Switch),
    command: Command,
    outbox: &mut Outbox,
) -> Response {
    let response = menu_item(ui, (name, state), command, outbox);
    if response.clicked() {
        ui.close();
    }
    response
}

/// What the story itself offers.
fn story_presets_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let (world, stage) = (context.world, &context.session.stage);
    let opening = Preset::of_opening(world).is_on_show(world, stage);
    let count = stage.overlays.len();
    for (name, is_on, command, about) in [
        (
            OPENING_PRESET,
            opening,
            Command::ShowOpeningOverlays,
            "As the story opens: at full strength, and only what is in the article",
        ),
        (
            "All",
            count == world.overlays.len(),
            Command::ShowAllOverlays,
            "All overlays, each as strong as it was",
        ),
        ("None", count == 0, Command::ShowNoOverlays, "No overlays"),
    ] {
        let about = hint(about, &command);
        choice(ui, (name, is_on.into()), command, outbox).on_hover_text(about);
    }
}

/// The reader's own, each with the ways to rename it and to let it go.
fn own_presets_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    naming: &mut Option<Naming>,
    outbox: &mut Outbox,
) {
    let session = context.session;
    if session.presets.is_empty() {
        let words = "None of your own yet. Switch overlays and set how opaque they are, then keep \
                     that under a name.";
        // The menu's own layout would space the words out to its width.
        let lines = Layout::top_down(Align::Min);
        ui.with_layout(lines, |ui| ui.label(muted(context.theme, words)));
    }
    ScrollArea::vertical()
        .id_salt("presets")
        .max_height(LIST_HEIGHT)
        .show(ui, |ui| {
            for preset in &session.presets {
                if naming.as_ref().is_some_and(|one| one.is_of(&preset.name)) {
                    name_ui(ui, context, naming, outbox);
                } else {
                    preset_ui(ui, context, preset, naming, outbox);
                }
            }
        });
    if let Some((_, deleted)) = &session.deleted_preset {
        let name = format!("Bring back \u{201c}{}\u{201d}", deleted.name);
        truncated(ui, |ui| {
            let command = Command::BringBackPreset;
            let response = menu_item(ui, (&name, Switch::Off), command, outbox);
            response.on_hover_text("The preset that was deleted last");
        });
    }
    ui.separator();
}

fn truncated(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        add(ui);
    });
}

fn preset_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    preset: &Preset,
    naming: &mut Option<Naming>,
    outbox: &mut Outbox,
) {
    let (world, theme) = (context.world, context.theme);
    let is_on = preset.is_on_show(world, &context.session.stage);
    let name = &preset.name;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let size = vec2(ui.available_width() - 2.0 * ICON_BUTTON, ICON_BUTTON);
        let lines = Layout::top_down_justified(Align::Min);
        ui.allocate_ui_with_layout(size, lines, |ui| {
            ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
            ui.spacing_mut().interact_size.y = ICON_BUTTON;
            let command = Command::ShowPreset(name.clone());
            let response = choice(ui, (name, is_on.into()), command, outbox);
            response.on_hover_text(format!("{name}: {}", contents(context, preset)));
        });
        let rename = format!("Rename {name}");
        let response = icon_button(ui, theme, Icon::Rename, &rename, Switch::Off);
        if response.on_hover_text(&rename).clicked() {
            *naming = Some(Naming::of(name));
        }
        let delete = format!("Delete {name}");
        let response = icon_button(ui, theme, Icon::Delete, &delete, Switch::Off);
        let about = format!("{delete}. It can be brought back");
        if response.on_hover_text(about).clicked() {
            *naming = None;
            outbox.push(Command::DeletePreset(name.clone()));
        }
    });
}

/// What a preset shows: "Arms and Pipelines at 60 %, with what is not in the article".
fn contents(context: UiContext<'_>, preset: &Preset) -> String {
    let world = context.world;
    let there = preset.overlays_in(world);
    let names: Vec<String> = there
        .iter()
        .filter_map(|&id| world.overlays.get(id))
        .map(|overlay| match preset.opacity.get(&overlay.key) {
            Some(percent @ LEAST_OPACITY_PERCENT..FULL_OPACITY_PERCENT) => {
                format!("{} at {percent} %", overlay.name)
            }
            _ => overlay.name.clone(),
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut words = if names.is_empty() {
        "no overlays".to_owned()
    } else {
        joined(&names)
    };
    if preset.shows_outside {
        words.push_str(", with what is not in the article");
    }
    let gone = preset.overlays.len().saturating_sub(there.len());
    if gone > 0 {
        let rest = format!(". {gone} more that this story does not have now");
        words.push_str(&rest);
    }
    words
}

/// "Keep these as...", which turns into a field for the name.
fn keep_ui(ui: &mut Ui, context: UiContext<'_>, naming: &mut Option<Naming>, outbox: &mut Outbox) {
    if naming.as_ref().is_some_and(Naming::is_new) {
        name_ui(ui, context, naming, outbox);
        return;
    }
    let has_room = context.session.presets.len() < MOST_PRESETS;
    let button = egui::Button::new(indented("Keep these as\u{2026}"));
    let response = ui.add_enabled(has_room, button);
    let info =
        || egui::WidgetInfo::labeled(egui::Role::MenuItem, has_room, "Keep these as\u{2026}");
    response.widget_info(info);
    let about = "Keep the overlays that are on, and how opaque they are, under a name";
    let full = format!("There are {MOST_PRESETS} presets: delete one first");
    let response = response.on_hover_text(about).on_disabled_hover_text(full);
    if response.clicked() {
        *naming = Some(Naming::new());
    }
}
