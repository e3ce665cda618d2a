//! The legend of what is visible, and of nothing else.

use egui::{CursorIcon, FontId, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::session::Command;
use crate::theme::fonts;
use crate::theme::measures::{GRID, KEY_HEIGHT, KEY_WIDTH, SMALL_ROW_HEIGHT};
use crate::ui::card::{signs_of, signs_ui};
use crate::ui::feature_row::{SWITCHED_OFF, at_strength};
use crate::ui::parts::{focus_ring, heading, muted, one_line, paint_left};
use crate::ui::symbol::paint_feature;
use crate::ui::{Outbox, UiContext};
use crate::world::{Basis, Feature, Id, Overlay, Status};

/// With more overlays than these on show, what dash and signs mean would fill the column.
const MOST_EXPLAINED: usize = 2;

/// As of when, each overlay that is on, and whose view of borders.
pub(super) fn show_legend_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.spacing_mut().item_spacing.y = 0.5 * GRID;
    ScrollArea::vertical()
        .id_salt("show legend")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            time_ui(ui, context);
            let overlays = listed(context);
            for &id in &overlays {
                overlay_ui(ui, context, id, overlays.len(), outbox);
            }
            let borders = format!("Borders: {} view", context.session.stage.worldview.name());
            ui.label(muted(theme, borders));
        });
}

/// The day all of it is as of, and the era on show.
fn time_ui(ui: &mut Ui, context: UiContext<'_>) {
    let UiContext {
        world,
        theme,
        session,
        ..
    } = context;
    let date = &world.article.date;
    let era = session.stage.era.and_then(|era| world.eras.get(era));
    if let Some(era) = era {
        let words = format!("{}, {}", era.name, era.years_text());
        ui.label(heading(theme, words));
    } else if !date.is_empty() {
        ui.label(heading(theme, format!("As of {date}")));
    }
    if session.stage.shows_afterwards {
        ui.label(muted(theme, "With what has happened since"));
    }
}

/// The overlays that are on, and those of the scene that somebody has switched off.
fn listed(context: UiContext<'_>) -> Vec<Id<Overlay>> {
    let session = context.session;
    let scene = session.show.as_ref();
    let scene = scene.and_then(|show| session.briefing.scene(show.scene));
    let is_of_scene =
        |id: &Id<Overlay>| scene.is_some_and(|scene| scene.stage.overlays.contains(id));
    let is_on = |id: &Id<Overlay>| session.stage.overlays.contains(id);
    let overlays = context.world.overlays.ids();
    overlays.filter(|id| is_on(id) || is_of_scene(id)).collect()
}

/// An overlay: a click switches it. What its dashes and signs mean, where there is room to say so.
fn overlay_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    id: Id<Overlay>,
    count: usize,
    outbox: &mut Outbox,
) {
    let UiContext {
        world,
        theme,
        session,
        ..
    } = context;
    let Some(overlay) = world.overlays.get(id) else {
        return;
    };
    let is_on = session.stage.overlays.contains(&id);
    let size = vec2(ui.available_width(), SMALL_ROW_HEIGHT);
    let (row, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, is_on, &overlay.name));
    focus_ring(ui, theme, &response, row);
    let key_at = pos2(row.min.x, row.center().y - KEY_HEIGHT / 2.0);
    let key = Rect::from_min_size(key_at, vec2(KEY_WIDTH, KEY_HEIGHT));
    let look = theme.feature(overlay.style, None, Status::InForce, Basis::Stated);
    let strength = if is_on { 1.0 } else { SWITCHED_OFF };
    let look = at_strength(look, theme, strength);
    paint_feature(ui.painter(), key, look, theme);
    let color = if is_on { theme.ui.text } else { theme.ui.muted };
    let place = row.with_min_x(key.max.x + 2.5 * GRID);
    let font = FontId::new(theme.sizes.body, fonts::sans_semibold());
    let words = one_line(ui, &overlay.name, font, color, place.width());
    paint_left(ui, place, words, color);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text("Show or hide").clicked() {
        outbox.push(Command::ToggleOverlay(id));
    }
    if is_on && count <= MOST_EXPLAINED {
        let features = world.links.in_overlay(id).iter();
        let features: Vec<&Feature> = features
            .filter(|&&feature| session.on_show.contains(feature))
            .filter_map(|&feature| world.features.get(feature))
            .collect();
        signs_ui(ui, context, &signs_of(context, overlay.style, &features));
    }
}
