//! Which features of a scene appear by themselves, one after the other, and in what order.

use egui::{Checkbox, ScrollArea, TextWrapMode, Ui, vec2};

use crate::session::{Command, SceneEdit, Switch};
use crate::theme::measures::{GRID, ICON_BUTTON};
use crate::ui::icons::Icon;
use crate::ui::parts::{icon_button, muted};
use crate::ui::words::feature_lines;
use crate::ui::{Outbox, UiContext};
use crate::world::{Feature, Id, Scene, Subject};

/// So many features of an overlay are listed: of more, nobody makes one appear after the other.
const MOST_LISTED: usize = 200;

/// One line of the list.
enum Row<'a> {
    /// The n-th of those that appear by themselves.
    Build(usize, Id<Feature>),
    /// The name of an overlay, over its features that appear with the scene.
    Heading(&'a str),
    WithScene(Id<Feature>),
}

pub(super) fn builds_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (at, scene): (usize, &Scene),
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    ui.label(muted(
        theme,
        "What appears by itself, one step after another",
    ));
    let rows = rows(context, scene);
    if rows.is_empty() {
        ui.label(muted(theme, "This scene shows no overlay."));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt(("builds", at))
        .auto_shrink([false, false])
        .show_rows(ui, ICON_BUTTON, rows.len(), |ui, seen| {
            for row in rows.get(seen).unwrap_or_default() {
                row_ui(ui, context, (at, scene), row, outbox);
            }
        });
}

/// Those that appear by themselves in their order, and then all others of the scene.
fn rows<'a>(context: UiContext<'a>, scene: &Scene) -> Vec<Row<'a>> {
    let world = context.world;
    let builds = scene.builds.iter().enumerate();
    let mut rows: Vec<Row<'a>> = builds.map(|(place, &id)| Row::Build(place, id)).collect();
    for &overlay_id in &scene.stage.overlays {
        let Some(overlay) = world.overlays.get(overlay_id) else {
            continue;
        };
        let features = world.links.in_overlay(overlay_id).iter().copied();
        let mut others = features
            .filter(|id| !scene.builds.contains(id))
            .filter(|&id| {
                let feature = world.features.get(id);
                feature.is_some_and(|feature| scene.stage.draws(world, feature))
            })
            .take(MOST_LISTED)
            .peekable();
        if others.peek().is_some() {
            rows.push(Row::Heading(&overlay.name));
            rows.extend(others.map(Row::WithScene));
        }
    }
    rows
}

fn row_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (at, scene): (usize, &Scene),
    row: &Row<'_>,
    outbox: &mut Outbox,
) {
    let size = vec2(ui.available_width(), ICON_BUTTON);
    ui.allocate_ui_with_layout(
        size,
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            ui.set_min_size(size);
            ui.spacing_mut().item_spacing.x = GRID / 2.0;
            match *row {
                Row::Heading(name) => {
                    ui.label(muted(context.theme, name));
                }
                Row::WithScene(feature) => feature_ui(ui, context, at, (feature, None), outbox),
                Row::Build(place, feature) => {
                    let last = scene.builds.len().saturating_sub(1);
                    let build = (feature, Some((place, last)));
                    feature_ui(ui, context, at, build, outbox);
                }
            }
        },
    );
}

/// A feature with its check box; one that appears by itself can be moved among its like.
fn feature_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    at: usize,
    (id, place): (Id<Feature>, Option<(usize, usize)>),
    outbox: &mut Outbox,
) {
    let Some(feature) = context.world.features.get(id) else {
        return;
    };
    let name = &feature.name;
    let buttons = if place.is_some() { 2.0 } else { 0.0 };
    let width = ui.available_width() - buttons * ICON_BUTTON - 3.0 * GRID;
    let words = match place {
        Some((place, _)) => format!("{}.  {name}", place + 1),
        None => name.clone(),
    };
    let mut is_build = place.is_some();
    let size = vec2(width, ICON_BUTTON);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let response = ui
        .allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_size(size);
            ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
            ui.add(Checkbox::new(&mut is_build, words))
        })
        .inner;
    let spoken = format!("{name} appears by itself");
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::CheckBox, true, place.is_some(), &spoken)
    });
    if response.hovered() || response.has_focus() {
        outbox.hover = Some(Subject::Feature(id));
    }
    if response.clicked() {
        let edit = SceneEdit::ToggleBuild { at, feature: id };
        outbox.push(Command::EditScenes(edit));
    }
    response.on_hover_text(format!("{name}\n{}", feature_lines(feature)));
    let Some((from, last)) = place else { return };
    for (icon, word, to) in [
        (Icon::Up, "Earlier", from.checked_sub(1)),
        (Icon::Down, "Later", Some(from + 1).filter(|&to| to <= last)),
    ] {
        let name = format!("{word}: {name}");
        let add = |ui: &mut Ui| icon_button(ui, context.theme, icon, &name, Switch::Off);
        let response = ui.add_enabled_ui(to.is_some(), add).inner;
        if response.on_hover_text(&name).clicked()
            && let Some(to) = to
        {
            let edit = SceneEdit::MoveBuild { at, from, to };
            outbox.push(Command::EditScenes(edit));
        }
    }
}
