//! Beneath overlays and countries: how to read lines and borders.

use egui::{FontId, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::dispute_row::paint_key;
use super::line_notes::line_notes_ui;
use super::map::paint_city;
use super::parts::{heading, hint, muted, one_line, paint_left, switch};
use super::symbol::paint_line;
use super::{Outbox, UiContext};
use crate::picture::LabelStyle;
use crate::session::{Command, Switch};
use crate::theme::fonts;
use crate::theme::measures::{GRID, KEY_HEIGHT, KEY_WIDTH, SMALL_ROW_HEIGHT, SWITCH_COLUMN};

/// How to read the map: what dashes, hollow lines and hatches mean.
pub(super) fn notes_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.add_space(3.0 * GRID);
    ui.label(heading(theme, "How to read the map"));
    ui.add_space(GRID);
    let has_lines = !context.world.features.is_empty();
    if has_lines {
        line_notes_ui(ui, context);
    }
    ground_notes_ui(ui, context);
    ui.add_space(2.0 * GRID);
    if has_lines {
        outside_ui(ui, context, outbox);
        afterwards_ui(ui, context, outbox);
    }
    ui.add_space(2.0 * GRID);
    let worldview = context.session.stage.worldview;
    ui.spacing_mut().item_spacing.y = GRID;
    ui.add_space(GRID);
    if let Some(note) = context.world.map_date_note() {
        ui.label(muted(theme, note).color(theme.ui.text));
    }
    let borders = format!("Borders: {} view", worldview.name());
    ui.label(muted(theme, borders).color(theme.ui.text));
    ui.label(muted(theme, format!("{}.", worldview.basis())));
    let scope = "Views differ on Kashmir, Aksai Chin, Arunachal Pradesh and Crimea; elsewhere borders \
                 are as Natural Earth has them.";
    ui.label(muted(theme, scope));
    if let Some(note) = worldview.note() {
        ui.label(muted(theme, format!("{note}.")));
    }
}

/// What belongs to the ground: borders and cities.
fn ground_notes_ui(ui: &mut Ui, context: UiContext<'_>) {
    let theme = context.theme;
    note_ui(ui, context, "Line of control", |ui, key| {
        paint_line(ui.painter(), key, theme.line_of_control());
    });
    note_ui(
        ui,
        context,
        "Disputed, in claimants\u{2019} colours",
        |ui, key| {
            if let Some(dispute) = context.atlas.disputes.first() {
                paint_key(ui, context, key, dispute);
            }
        },
    );
    note_ui(ui, context, "Edge of a claim", |ui, key| {
        paint_line(ui.painter(), key, theme.claim_line());
    });
    note_ui(ui, context, "Capital, and another city", |ui, key| {
        let quarter = vec2(key.width() / 4.0, 0.0);
        paint_city(
            ui.painter(),
            key.center() - quarter,
            LabelStyle::Capital,
            theme,
        );
        paint_city(
            ui.painter(),
            key.center() + quarter,
            LabelStyle::City,
            theme,
        );
    });
}

/// A key and what it means.
pub(super) fn note_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    words: &str,
    paint: impl FnOnce(&Ui, Rect),
) {
    let theme = context.theme;
    let size = vec2(ui.available_width(), 5.5 * GRID);
    let (row, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let key_at = pos2(row.min.x, row.center().y - KEY_HEIGHT / 2.0);
    let key = Rect::from_min_size(key_at, vec2(KEY_WIDTH, KEY_HEIGHT));
    paint(ui, key);
    let place = row.with_min_x(key.max.x + 2.5 * GRID);
    let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
    let words = one_line(ui, words, font, theme.ui.muted, place.width());
    paint_left(ui, place, words, theme.ui.muted);
}

/// The switch for what is not in the article.
fn outside_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let words = "Draw what is not in the article";
    let about = "Variants and routes from other, named sources";
    let is_on = context.session.stage.shows_outside;
    let command = Command::ToggleOutside;
    switch_row_ui(ui, context, (words, about), is_on.into(), command, outbox);
}

/// The switch for what has happened since; none where the story knows nothing of it.
fn afterwards_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let world = context.world;
    if world.afterwards.is_empty() && !world.links.has_afterwards {
        return;
    }
    let words = "Add what has happened since";
    let about = "What came after the article, in another colour, each with its source";
    let is_on = context.session.stage.shows_afterwards;
    let command = Command::ToggleAfterwards;
    switch_row_ui(ui, context, (words, about), is_on.into(), command, outbox);
}

fn switch_row_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (name, about): (&str, &str),
    state: Switch,
    command: Command,
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let size = vec2(ui.available_width(), SMALL_ROW_HEIGHT);
    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
    let toggle = row.with_min_x(row.max.x - SWITCH_COLUMN);
    let place = row.with_max_x(toggle.min.x);
    let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
    let words = one_line(ui, name, font, theme.ui.text, place.width());
    paint_left(ui, place, words, theme.ui.text);
    let response = switch(ui, theme, toggle, name, state);
    if response.on_hover_text(hint(about, &command)).clicked() {
        outbox.push(command);
    }
}
