//! The legend: every overlay with its key, its count and its switch, and its features beneath.
//!
//! In: rows. Out: the countries' tints (see `legend_countries`), and how to read the map (see
//! `legend_notes`).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use egui::{
    CursorIcon, FontId, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::feature_list::{FeatureList, feature_list_ui, is_long};
use super::feature_row::{FeatureRow, Hidden, RowText, SWITCHED_OFF, at_strength, paint_ground};
use super::icons::{self, Icon};
use super::legend_countries::countries_ui;
use super::legend_notes::notes_ui;
use super::legend_talked::talked_of_ui;
use super::opacity_row::opacity_ui;
use super::parts::{focus_ring, heading, hint, link, one_line, paint_left, rule, switch};
use super::presets::presets_ui;
use super::symbol::paint_feature;
use super::words::{Room, feature_facts};
use super::{Origin, Outbox, UiContext};
use crate::session::Command;
use crate::theme::fonts;
use crate::theme::measures::{GRID, ICON_STROKE, KEY_HEIGHT, KEY_WIDTH, ROW_HEIGHT, SWITCH_COLUMN};
use crate::world::{Basis, Feature, Id, Overlay, Status, Subject, Tint};

/// Room for the sign that unfolds a row.
const CHEVRON_PX: f32 = 4.0 * GRID;

/// Room for the count, which turns into "only this".
const COUNT_PX: f32 = 14.0 * GRID;

/// Room at the right, so that the scroll bar does not lie on the switches.
const RIGHT_MARGIN: f32 = 2.0 * GRID;

/// Which overlays have their features listed. Residue of the widget, so it lives with egui.
#[derive(Clone, Debug, Default)]
struct Unfolded {
    overlays: BTreeSet<Id<Overlay>>,
    /// The selection as last seen: when it changes, its overlay unfolds.
    selection: Option<Subject>,
    /// Whether it was made in the legend, which then has nothing to scroll to.
    is_own: bool,
    /// In this frame: what was selected elsewhere.
    sought: Option<Id<Feature>>,
}

/// Draws the legend.
pub fn legend_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let memory = ui.scope_id().with("unfolded");
    let mut unfolded: Unfolded = ui.data(|data| data.get_temp(memory)).unwrap_or_default();
    let selection = context.session.stage.selection;
    let chosen = selection.and_then(|subject| context.world.overlay_of(subject));
    let has_changed = unfolded.selection != selection;
    let is_from_elsewhere = has_changed && !unfolded.is_own;
    unfolded.sought = match selection {
        Some(Subject::Feature(id)) if is_from_elsewhere => Some(id),
        _ => None,
    };
    let commands_before = outbox.commands.len();
    if has_changed {
        unfolded.selection = selection;
        // An overlay's own row unfolds when it is clicked; a feature chosen elsewhere has to be
        // found here.
        if matches!(selection, Some(Subject::Feature(_))) {
            unfolded.overlays.extend(chosen);
        }
    }
    ui.add_space(2.0 * GRID);
    head_ui(ui, context, outbox);
    rule(ui, context.theme);
    ScrollArea::vertical()
        .id_salt("legend")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width() - RIGHT_MARGIN);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(GRID);
            let drawn = context.world.overlays.iter();
            let drawn = drawn.filter(|(id, _)| is_drawn(context, *id));
            for (id, overlay) in drawn {
                let response = overlay_ui(ui, context, (id, overlay), &mut unfolded, outbox);
                let listing = context.session.on_show.listing(id);
                let is_long = listing.is_some_and(|listing| is_long(listing.features.len()));
                let finds_itself = is_long && unfolded.sought.is_some();
                if is_from_elsewhere && chosen == Some(id) && !finds_itself {
                    response.scroll_to_me(None);
                }
            }
            if has_drawn(context) {
                ui.add_space(2.0 * GRID);
                rule(ui, context.theme);
            }
            if !context.world.focus.is_empty() || context.world.tint == Tint::Mentions {
                countries_ui(ui, context, outbox);
                rule(ui, context.theme);
            }
            if talked_of_ui(ui, context, outbox) {
                rule(ui, context.theme);
            }
            notes_ui(ui, context, outbox);
            ui.add_space(4.0 * GRID);
        });
    unfolded.is_own = outbox.commands.len() > commands_before;
    ui.data_mut(|data| data.insert_temp(memory, unfolded));
}

/// Whether an overlay has anything that could be on the map.
pub(super) fn is_drawn(context: UiContext<'_>, id: Id<Overlay>) -> bool {
    !context.world.links.in_overlay(id).is_empty()
}

fn has_drawn(context: UiContext<'_>) -> bool {
    let mut overlays = context.world.overlays.ids();
    overlays.any(|id| is_drawn(context, id))
}

/// How many features an overlay has; "2 of 7" where some are not from the article and not drawn.
fn count_words(context: UiContext<'_>, id: Id<Overlay>) -> String {
    let listing = context.session.on_show.listing(id);
    let (all, drawn) = listing.map_or((0, 0), |it| (it.features.len(), it.drawn));
    if drawn == all {
        all.to_string()
    } else {
        format!("{drawn} of {all}")
    }
}

fn head_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        ui.label(heading(theme, "On the map"));
        if !has_drawn(context) {
            return;
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(RIGHT_MARGIN);
            ui.spacing_mut().item_spacing.x = 3.0 * GRID;
            for (words, name, command) in [
                ("None", "No overlays", Command::ShowNoOverlays),
                ("All", "All overlays", Command::ShowAllOverlays),
            ] {
                let response = link(ui, theme, words, name);
                if response.on_hover_text(hint(name, &command)).clicked() {
                    outbox.push(command);
                }
            }
            presets_ui(ui, context, outbox);
        });
    });
}

/// The columns of a row.
#[derive(Clone, Copy)]
struct Columns {
    /// All that selects and unfolds: the sign, the key and the name.
    name: Rect,
    count: Rect,
    switch: Rect,
}

impl Columns {
    fn of(row: Rect) -> Self {
        let switch_x = row.max.x - SWITCH_COLUMN;
        let count_x = switch_x - COUNT_PX;
        Self {
            name: row.with_max_x(count_x),
            count: row.with_min_x(count_x).with_max_x(switch_x),
            switch: row.with_min_x(switch_x),
        }
    }
}

/// An overlay's row, and its features where they are unfolded.
fn overlay_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (id, overlay): (Id<Overlay>, &Overlay),
    unfolded: &mut Unfolded,
    outbox: &mut Outbox,
) -> Response {
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    let (row, response) = ui.allocate_exact_size(size, Sense::hover());
    let columns = Columns::of(row);
    let was_selected = context.session.stage.selection == Some(Subject::Overlay(id));
    let is_unfolded = unfolded.overlays.contains(&id);
    let sign = if is_unfolded {
        Icon::Unfolded
    } else {
        Icon::Folded
    };
    let name = name_ui(ui, context, (id, overlay), row, sign, outbox);
    if name.clicked() {
        // The second click on what is selected folds it again.
        if is_unfolded && was_selected {
            unfolded.overlays.remove(&id);
        } else {
            unfolded.overlays.insert(id);
        }
    }
    // Beneath an unfolded row its features can be counted.
    let count = if response.contains_pointer() || name.has_focus() || is_unfolded {
        None
    } else {
        Some(count_words(context, id))
    };
    only_ui(ui, context, (id, overlay), columns.count, count, outbox);
    switch_ui(ui, context, (id, overlay), columns.switch, outbox);
    if is_unfolded {
        opacity_ui(ui, context, (id, overlay), CHEVRON_PX, outbox);
        features_ui(ui, context, id, unfolded.sought, outbox);
        ui.add_space(2.0 * GRID);
    }
    response
}

/// The features of an overlay.
fn features_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    id: Id<Overlay>,
    sought: Option<Id<Feature>>,
    outbox: &mut Outbox,
) {
    let Some(listing) = context.session.on_show.listing(id) else {
        return;
    };
    let row = |id: Id<Feature>| {
        let feature = context.world.features.get(id)?;
        Some(FeatureRow {
            id,
            name: &feature.short_name,
            facts: feature_facts(feature, Room::Narrow),
            indent: CHEVRON_PX,
            hidden: Hidden::Muted,
            text: RowText::Wrapped,
        })
    };
    let list = FeatureList {
        features: &listing.features,
        row: &row,
        sought,
    };
    feature_list_ui(ui, context, &list, outbox);
}

fn name_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, overlay): (Id<Overlay>, &Overlay),
    row: Rect,
    sign: Icon,
    outbox: &mut Outbox,
) -> Response {
    let theme = context.theme;
    let rect = Columns::of(row).name;
    let subject = Subject::Overlay(id);
    let salt = ("overlay", id.index());
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::click());
    let is_selected = context.session.stage.selection == Some(subject);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &overlay.name));
    outbox.interact(&response, subject, Origin::Panel);
    let emphasis = context.session.emphasis(context.world, subject);
    paint_ground(ui, context, row, emphasis);
    focus_ring(ui, theme, &response, rect);
    let is_on = context.session.stage.overlays.contains(&id);
    let color = if is_on { theme.ui.text } else { theme.ui.muted };
    let chevron = icons::square_in(rect.with_max_x(rect.min.x + CHEVRON_PX - GRID), 9.0);
    let stroke = Stroke::new(ICON_STROKE, theme.ui.muted);
    icons::paint(ui.painter(), chevron, sign, stroke);
    let key_at = pos2(rect.min.x + CHEVRON_PX, rect.center().y - KEY_HEIGHT / 2.0);
    let key = Rect::from_min_size(key_at, vec2(KEY_WIDTH, KEY_HEIGHT));
    let look = theme.feature(overlay.style, None, Status::InForce, Basis::Stated);
    let look = if is_on {
        at_strength(look, theme, context.session.stage.strength(id, emphasis))
    } else {
        at_strength(look, theme, SWITCHED_OFF)
    };
    paint_feature(ui.painter(), key, look, theme);
    let place = rect.with_min_x(key.max.x + 2.5 * GRID);
    let font = FontId::new(theme.sizes.body, fonts::sans_semibold());
    let words = one_line(ui, &overlay.name, font, color, place.width());
    paint_left(ui, place, words, color);
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_ui(|ui| {
            ui.label(about(context, (id, overlay)));
        })
}

/// What an overlay shows, and what of it is not drawn.
fn about(context: UiContext<'_>, (id, overlay): (Id<Overlay>, &Overlay)) -> String {
    let listing = context.session.on_show.listing(id);
    let count = listing.map_or(0, |listing| listing.outside);
    let mut words = overlay.about.clone();
    if count > 0 && !context.session.stage.shows_outside {
        let switch = hint("the switch below draws them", &Command::ToggleOutside);
        let _ = write!(words, "\n{count} not in the article: {switch}");
    }
    words.push_str("\nA click opens its card: sources, how it is drawn, how sure it is.");
    words
}

/// The count of features, which turns into "only this" under the pointer.
fn only_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, overlay): (Id<Overlay>, &Overlay),
    rect: Rect,
    count: Option<String>,
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let response = ui.interact(
        rect,
        ui.scope_id().with(("only", id.index())),
        Sense::click(),
    );
    let name = format!("Only {}", overlay.name);
    let about = format!("Show {} and no other overlay", overlay.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let words = match count {
        Some(count) if !response.has_focus() => count,
        _ => "only this".to_owned(),
    };
    let color = if response.hovered() {
        theme.ui.accent
    } else {
        theme.ui.muted
    };
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let words = one_line(ui, &words, font, color, rect.width());
    let place = rect.with_min_x(rect.max.x - GRID - words.size().x);
    paint_left(ui, place, words, color);
    focus_ring(ui, theme, &response, rect);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(about).clicked() {
        outbox.push(Command::ShowOnlyOverlay(id));
    }
}

fn switch_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, overlay): (Id<Overlay>, &Overlay),
    rect: Rect,
    outbox: &mut Outbox,
) {
    let is_on = context.session.stage.overlays.contains(&id);
    let command = Command::ToggleOverlay(id);
    let name = format!("Show {}", overlay.name);
    let response = switch(ui, context.theme, rect, &name, is_on.into());
    if response
        .on_hover_text(hint("Show or hide", &command))
        .clicked()
    {
        outbox.push(command);
    }
}
