//! The countries in the legend, each with its tint: those of the story, or how often the text names
//! one, the most often named first.

use egui::{
    Align2, Color32, CursorIcon, FontId, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::feature_row::paint_ground;
use super::parts::{focus_ring, heading, link, muted, one_line, paint_left};
use super::symbol::paint_tint;
use super::{Origin, Outbox, UiContext};
use crate::theme::fonts;
use crate::theme::measures::{GRID, RULE, SMALL_ROW_HEIGHT};
use crate::world::{Subject, Tint, step_words};

/// So many of the countries a text names are listed at first.
const LISTED: usize = 8;

/// Why no country has a tint.
const NONE_NAMED: &str = "The text names no country in English.";

/// Draws the countries that stand out.
pub(super) fn countries_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let world = context.world;
    ui.add_space(3.0 * GRID);
    let is_counted = world.tint == Tint::Mentions;
    let words = if is_counted {
        "Countries named"
    } else {
        "Countries"
    };
    ui.label(heading(context.theme, words));
    ui.add_space(GRID);
    if is_counted && world.focus.is_empty() {
        ui.label(muted(context.theme, NONE_NAMED));
        ui.add_space(3.0 * GRID);
        return;
    }
    if is_counted {
        steps_ui(ui, context);
    }
    let memory = ui.scope_id().with("all countries");
    let all: bool = ui.data(|data| data.get_temp(memory)).unwrap_or(false);
    let count = world.focus.len();
    let is_long = is_counted && count > LISTED + 1;
    let listed = if is_long && !all { LISTED } else { count };
    rows_ui(ui, context, listed, outbox);
    if is_long {
        let words = if all {
            "Fewer countries".to_owned()
        } else {
            format!("{} more\u{2026}", count - listed)
        };
        if link(ui, context.theme, &words, &words).clicked() {
            ui.data_mut(|data| data.insert_temp(memory, !all));
        }
    }
    ui.add_space(3.0 * GRID);
}

/// In two columns; where each has its count, in one.
fn rows_ui(ui: &mut Ui, context: UiContext<'_>, listed: usize, outbox: &mut Outbox) {
    let UiContext { world, theme, .. } = context;
    let columns = if world.tint == Tint::Mentions { 1 } else { 2 };
    let column = ui.available_width() / columns as f32;
    let mut row = Rect::NOTHING;
    for (index, focus) in world.focus.iter().enumerate().take(listed) {
        if index % columns == 0 {
            let size = vec2(ui.available_width(), SMALL_ROW_HEIGHT);
            row = ui.allocate_exact_size(size, Sense::hover()).0;
        }
        let left = row.min.x + column * (index % columns) as f32;
        let cell = row.with_min_x(left).with_max_x(left + column - GRID);
        let subject = Subject::Country(focus.country);
        let tint = theme.focus_tint(index);
        country_ui(ui, context, cell, (subject, tint), outbox);
    }
}

/// What each tint stands for, as one bar.
fn steps_ui(ui: &mut Ui, context: UiContext<'_>) {
    let theme = context.theme;
    let steps = step_words(&context.world.naming_steps());
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let bar_px = 3.0 * GRID;
    let words_px = ui.ctx().fonts_mut(|fonts| fonts.row_height(&font));
    let size = vec2(ui.available_width(), bar_px + GRID / 2.0 + words_px);
    let (place, _) = ui.allocate_exact_size(size, Sense::hover());
    let part_px = (place.width() / steps.len().max(1) as f32).min(12.0 * GRID);
    let border = Stroke::new(RULE, theme.map.focus_border);
    for (step, words) in steps.iter().enumerate() {
        let corner = place.min + vec2(part_px * step as f32, 0.0);
        let part = Rect::from_min_size(corner, vec2(part_px, bar_px));
        paint_tint(ui.painter(), part, theme.named_tint(step), border);
        let label = match words.as_str() {
            "1" => "Named once".to_owned(),
            _ => format!("Named {words} times"),
        };
        let whole = part.with_max_y(place.max.y);
        let response = ui.interact(whole, ui.scope_id().with(("step", step)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
        let at = pos2(part.center().x, place.max.y);
        let color = theme.ui.muted;
        ui.painter()
            .text(at, Align2::CENTER_BOTTOM, words, font.clone(), color);
    }
    ui.add_space(GRID / 2.0);
    ui.label(muted(theme, "Times the text names a country"));
    ui.add_space(GRID);
}

fn country_ui(
    ui: &Ui,
    context: UiContext<'_>,
    cell: Rect,
    (subject, tint): (Subject, Color32),
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let name = world.name_of(context.atlas, subject);
    let response = ui.interact(
        cell,
        ui.scope_id().with(("country", subject)),
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    outbox.interact(&response, subject, Origin::Panel);
    paint_ground(ui, context, cell, context.session.emphasis(world, subject));
    focus_ring(ui, theme, &response, cell);
    let center = pos2(cell.min.x + 2.5 * GRID, cell.center().y);
    let patch = Rect::from_center_size(center, vec2(4.0 * GRID, 3.0 * GRID));
    let border = Stroke::new(RULE, theme.map.focus_border);
    paint_tint(ui.painter(), patch, tint, border);
    let mut place = cell.with_min_x(patch.max.x + 1.5 * GRID);
    let naming = match subject {
        Subject::Country(id) if world.tint == Tint::Mentions => world.naming(id),
        _ => None,
    };
    if let Some(naming) = naming {
        let font = FontId::new(theme.sizes.small, fonts::sans());
        let count = naming.mentions.to_string();
        let words = one_line(ui, &count, font, theme.ui.muted, place.width());
        let right = place.max.x - GRID;
        let at = place.with_min_x(right - words.size().x);
        place.max.x = at.min.x - GRID;
        paint_left(ui, at, words, theme.ui.muted);
    }
    let font = FontId::new(theme.sizes.body, fonts::sans());
    let words = one_line(ui, name, font, theme.ui.text, place.width());
    paint_left(ui, place, words, theme.ui.text);
    let part = naming.and_then(|naming| {
        let mut focus = world.focus.iter();
        focus.find(|focus| focus.country == naming.country)
    });
    let part = part.map_or("", |focus| focus.part.as_str());
    let space = if part.is_empty() { "" } else { " " };
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(format!(
            "{name}.{space}{part} Ctrl+click a second country to compare"
        ));
}
